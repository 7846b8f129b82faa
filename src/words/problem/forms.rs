//! Problems of a form that came back, held against the form that was sent.

use super::problems;

/// The code of [`form_text_changed`].
pub const FORM_TEXT_CHANGED: &str = "form-text-changed";

/// The code of [`written_in_comment`].
pub const WRITTEN_IN_COMMENT: &str = "written-in-comment";

problems! {
    Warning "other-form" other_form(filled, sent)
        en { "this is the form {filled}, but our review says that {sent} was sent",
             help "have the form filled in that was sent, or add this one under `sent` in our review",
             about "A form names itself by its fingerprint, and our review notes which one was sent. Another form may \
                    have asked something else, in other words." }
        sv { "detta är formuläret {filled}, men vår granskning säger att {sent} skickades",
             help "låt det formulär som skickades fyllas i, eller lägg till detta under `sent` i vår granskning",
             about "Ett formulär anger sig självt med en kontrollsumma, och vår granskning anger vilket som skickades. \
                    Ett annat formulär kan ha frågat efter något annat, med andra ord." }

    Warning "proposals-changed" proposals_changed()
        en { "what the form proposed beside its questions is not what was sent: somebody changed it or took it out",
             help "hold it against your copy of the form; answers count as they stand, whatever was proposed",
             about "Our review notes by a fingerprint what a form proposed, such as last year's answers. Where it \
                    comes back otherwise, nobody can see in it any more what was said before and what was changed." }
        sv { "det som föreslogs bredvid frågorna är inte det som skickades: någon har ändrat eller tagit bort det",
             help "jämför med er kopia av formuläret; svaren räknas som de står, vad som än föreslogs",
             about "Vår granskning anger med en kontrollsumma vad ett formulär föreslog, som förra årets svar. Kommer \
                    det tillbaka annorlunda syns det inte längre vad som sades förut och vad som ändrades." }

    Warning "form-in-other-language" form_in_other_language(found, sent)
        en { "the form came back in another language ({found}) than it was sent in ({sent})",
             help "note under `sent` in our review which one the vendor has",
             about "The questions are the same, but their words are those of another language. Whoever answered may \
                    have read something that we did not mean." }
        sv { "formuläret kom tillbaka på ett annat språk ({found}) än det skickades på ({sent})",
             help "anteckna under `sent` i vår granskning vilket leverantören har",
             about "Frågorna är desamma, men orden är ett annat språks. Den som svarade kan ha läst något som vi inte \
                    menade." }

    Warning "form-not-back" form_not_back(answered, sent)
        en { "the answers are of {answered}, and a form was sent later, on {sent}: it is not back yet",
             help "wait for it, or ask the vendor; these answers are not to that form",
             about "Our review notes which form was sent and when. Answers that are older than it, and do not say to \
                    which form they are, cannot be what came back." }
        sv { "svaren är från {answered}, och ett formulär skickades senare, {sent}: det har inte kommit tillbaka än",
             help "vänta på det, eller fråga leverantören; dessa svar gäller inte det formuläret",
             about "Vår granskning anger vilket formulär som skickades och när. Svar som är äldre än det, och inte \
                    säger vilket formulär de gäller, kan inte vara det som kom tillbaka." }

    Warning "other-questionnaire-sent" other_questionnaire_sent(answered, sent)
        en { "the answers are to {answered}, but our review says that {sent} was sent",
             help "have the questionnaire answered that was sent, or correct `sent` in our review",
             about "Our review notes which questionnaire the vendor was sent. Answers to another one, or to another \
                    version, were given to other questions." }
        sv { "svaren gäller {answered}, men vår granskning säger att {sent} skickades",
             help "låt det formulär som skickades besvaras, eller rätta `sent` i vår granskning",
             about "Vår granskning anger vilket frågeformulär leverantören har fått. Svar på ett annat, eller på en \
                    annan version, gäller andra frågor." }

    Warning "question-gone" question_gone(count, ids)
        en { "questions that were sent are not in the file ({count}): {ids}",
             help "ask the vendor about them: {ids}; until then they count as not answered",
             about "A form has every question that was asked, whether it is answered or not. One that is gone was \
                    deleted or renamed, and may have been an unwelcome one. It counts as not answered." }
        sv { "frågor som skickades finns inte i filen ({count}): {ids}",
             help "fråga leverantören om dem: {ids}; till dess räknas de som obesvarade",
             about "Ett formulär har alla frågor som ställdes, besvarade eller inte. En som saknas har tagits bort \
                    eller fått ett annat namn och kan ha varit ovälkommen. Den räknas som obesvarad." }

    Warning "written-in-comment" written_in_comment(text)
        en { "`{text}` stands behind #, where nothing is read",
             help "write it where it belongs: an answer behind `answer:`, anything else below `comment: |`",
             about "Lines that begin with # explain the form to whoever fills it in. A cross, an answer or a remark \
                    there is no answer and counts for nothing, so it is not passed over in silence." }
        sv { "`{text}` står efter #, där inget läses",
             help "skriv det där det hör hemma: ett svar efter `answer:`, annat under `comment: |`",
             about "Rader som börjar med # förklarar formuläret för den som fyller i det. Ett kryss, ett svar eller en \
                    anmärkning där är inget svar och räknas inte, och det ska inte ske i det tysta." }

    Warning "form-text-changed" form_text_changed(id, found, sent)
        en { "the explanations of `{id}` do not say what was sent: `{found}`",
             help "it said: {sent}; ask the vendor whether the answer is to that",
             about "What a form says at a question was compared with what was sent. Where the words of a question or \
                    of an option are others now, the answer may be to something else." }
        sv { "förklaringarna till `{id}` säger inte det som skickades: `{found}`",
             help "där stod: {sent}; fråga leverantören om svaret gäller det",
             about "Det som står vid en fråga i formuläret har jämförts med det som skickades. Där en fråga eller ett \
                    svarsalternativ har andra ord nu kan svaret gälla något annat." }
}
