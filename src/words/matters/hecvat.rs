//! What is counted of a HECVAT.

use super::Matter;

/// Questions whose good answer is Yes.
pub static WANT_YES: Matter =
    Matter { id: "want-yes", en: "questions that want Yes", sv: "frågor där Ja är det goda svaret" };
/// Questions whose good answer is No.
pub static WANT_NO: Matter =
    Matter { id: "want-no", en: "questions that want No", sv: "frågor där Nej är det goda svaret" };
/// Questions that are not scored.
pub static NOT_SCORED: Matter = Matter {
    id: "not-scored",
    en: "questions that are not scored (they come in as info)",
    sv: "frågor som inte räknas (de kommer in som info)",
};
/// A workbook without a key.
pub static NO_KEY: Matter = Matter {
    id: "no-key",
    en: "which answers are good: this workbook has no sheet that says so",
    sv: "vilka svar som är goda: den här arbetsboken har inget blad som anger det",
};
/// Questions of optional sections that are always asked.
pub static OPTIONAL: Matter = Matter {
    id: "optional-sections",
    en: "questions of sections that the source calls optional, without a question that decides it (they are always \
         asked)",
    sv: "frågor i avsnitt som källan kallar valfria, utan en fråga som avgör det (de ställs alltid)",
};
/// Questions that a No to something good takes away.
pub static HIDDEN_BY_NO: Matter = Matter {
    id: "hidden-by-no",
    en: "questions that are not asked of a vendor without a continuity or recovery plan, as the source has it (take \
         the condition out, if they are to count as open then)",
    sv: "frågor som inte ställs till en leverantör utan kontinuitets- eller återställningsplan, som i källan (ta bort \
         villkoret om de då ska räknas som öppna)",
};
/// Answers "not applicable" to what is not asked.
pub static NOT_ASKED: Matter = Matter {
    id: "not-asked-na",
    en: "answers \"not applicable\" to questions that are not asked of this vendor (left out)",
    sv: "svar \"ej tillämpligt\" på frågor som inte ställs till den här leverantören (utelämnade)",
};
/// Sheets with questions of which nothing was read.
pub static LEFT_OUT: Matter = Matter {
    id: "left-out-sheets",
    en: "sheets with questions that look like those of the buyer, of which nothing was read",
    sv: "blad med frågor som ser ut som köparens egna, av vilka inget har lästs",
};
/// A file of another version than the questionnaire.
pub static OTHER_VERSION: Matter = Matter {
    id: "other-version",
    en: "files of another version than the questionnaire (theirs / ours; the same id may stand for another question)",
    sv: "filer av en annan version än frågeformuläret (deras / vår; samma id kan stå för en annan fråga)",
};
