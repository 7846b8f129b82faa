//! Problems of our own review of a vendor's answers.

use super::problems;

/// The codes of [`review_under_other_name`] and [`review_not_used`].
pub const UNUSED_REVIEWS: &[&str] = &["review-under-other-name", "review-not-used"];

problems! {
    Error "review-of-another-vendor" review_of_another_vendor(theirs, ours)
        en { "this review is of `{theirs}`, the answers are from `{ours}`",
             help "use the review of this vendor, or correct `vendor`",
             about "A review says what we know about one vendor. It must name the vendor exactly as the answers do, so \
                    that nobody is cleared by the review of somebody else." }
        sv { "granskningen gäller `{theirs}`, svaren kommer från `{ours}`",
             help "använd granskningen av denna leverantör eller rätta `vendor`",
             about "En granskning säger vad vi vet om en leverantör. Den måste ange leverantören precis som svaren \
                    gör, så att ingen frias av granskningen av någon annan." }

    Error "answers-not-found" answers_not_found(answers, review) hint CheckTogether { answers, review }
        en { "the answers `{answers}` that this review is about are not beside it", help "check both together",
             about "A review speaks of a vendor's answers, so it is checked together with them. They are looked for \
                    beside the review, and among the other files that are checked." }
        sv { "svaren `{answers}` som granskningen gäller finns inte bredvid den", help "kontrollera båda tillsammans",
             about "En granskning handlar om en leverantörs svar och kontrolleras därför tillsammans med dem. De söks \
                    bredvid granskningen och bland de andra filer som kontrolleras." }

    Error "missing-reason" missing_reason(id)
        en { "`{id}`: a decision that departs from the vendor's answer needs a reason", help "add `because: ...`",
             about "Where we overrule an answer, withdraw a claim, or accept or refuse a \"not applicable\", the \
                    report must be able to say why." }
        sv { "`{id}`: ett beslut som avviker från leverantörens svar kräver skäl", help "lägg till `because: ...`",
             about "Där vi ändrar ett svar, underkänner en uppgift eller godtar eller avvisar ”ej tillämpligt” måste \
                    rapporten kunna säga varför." }

    Error "review-na" review_na(id)
        en { "`{id}`: a review does not answer n/a",
             help "write `not_applicable: accepted` with `because`, or overrule with an answer",
             about "Not applicable is the vendor's to say and ours to accept or refuse." }
        sv { "`{id}`: i en granskning går det inte att svara n/a",
             help "skriv `not_applicable: accepted` med `because` eller ange ett annat svar",
             about "Det är leverantören som uppger ”ej tillämpligt”, och vi som godtar eller avvisar det." }

    Error "unknown-flag" unknown_flag(id)
        en { "there is no red flag `{id}`",
             help "use a flag of the questionnaire, or category:ID for the minimum of a category",
             about "A waiver for a flag that does not exist would accept nothing, while its author believes that \
                    something was accepted." }
        sv { "det finns ingen röd flagga `{id}`",
             help "använd en flagga ur formuläret eller category:ID för en kategoris miniminivå",
             about "Ett undantag för en flagga som inte finns godtar ingenting, medan den som skrev det tror att något \
                    är godtaget." }

    Error "waived-twice" waived_twice(id)
        en { "`{id}` is waived twice", help "keep one of the two",
             about "With two waivers for one flag nobody could tell whose word and which date holds." }
        sv { "`{id}` har två undantag", help "behåll ett av de två",
             about "Med två undantag för en flagga vet ingen vems ord och vilket datum som gäller." }

    Error "unknown-factor" unknown_factor(id)
        en { "there is no inherent-risk factor `{id}`",
             help "use a factor that the questionnaire lists under `inherent_risk`",
             about "Inherent risk is what is at stake before any control: the buyer says it, factor by factor." }
        sv { "det finns ingen faktor `{id}` för inneboende risk",
             help "använd en faktor som formuläret anger under `inherent_risk`",
             about "Inneboende risk är vad som står på spel före alla skydd: köparen anger den, faktor för faktor." }

    Warning "review-beside-answers" review_beside_answers(path) hint NameReview
        en { "the review `{path}` lay beside the vendor's file",
             help "say in the policy where reviews live (reviews = \"...\"), or name it yourself",
             about "A review decides what counts as verified. When it is taken from the folder in which the vendor's \
                    file lies, make sure that it is ours: a vendor could send one along." }
        sv { "granskningen `{path}` låg bredvid leverantörens fil",
             help "ange i reglerna var granskningar finns (reviews = \"...\") eller peka ut den själv",
             about "En granskning avgör vad som räknas som verifierat. När den hämtas ur mappen där leverantörens fil \
                    ligger, kontrollera att den är vår: en leverantör kan skicka med en." }

    Warning "review-by-found-policy" review_by_found_policy(path) hint NamePolicy
        en { "the review `{path}` lies where a policy says, and that policy was found and named by nobody",
             help "name the policy if it is ours",
             about "A review decides what counts as verified, and the policy says where it lies. A vendor's archive \
                    can bring both, a folder above its answers, so a policy that was only found makes no review \
                    surely ours." }
        sv { "granskningen `{path}` ligger där regler säger, och de reglerna hittades och har inte angetts av någon",
             help "ange reglerna om de är våra",
             about "En granskning avgör vad som räknas som verifierat, och reglerna säger var den ligger. Ett arkiv \
                    från en leverantör kan innehålla båda, en mapp ovanför svaren. Regler som bara har hittats gör \
                    därför ingen granskning säkert till vår." }

    Warning "reviewed-in-future" reviewed_in_future(reviewed, as_of) hint NameDay
        en { "the review is dated {reviewed}, after {as_of}, and does not count",
             help "check `reviewed`, or the day of the judgement",
             about "A review that is dated after the day of the judgement was not known on that day, so it counts as \
                    if it were not there." }
        sv { "granskningen är daterad {reviewed}, efter {as_of}, och räknas inte",
             help "kontrollera `reviewed` eller bedömningsdagen",
             about "En granskning som är daterad efter bedömningsdagen var inte känd den dagen, och räknas som om den \
                    inte fanns." }

    Warning "no-review-found" no_review_found(path) hint NameReviewOrNone
        en { "there is no review `{path}`", help "write one, name another, or judge without one",
             about "The policy says where reviews live, and there is none for this vendor's file. Without a review \
                    nothing is verified and what is at stake is not known; a review of an earlier file of this vendor \
                    is not used for this one." }
        sv { "det finns ingen granskning `{path}`", help "skriv en, peka ut en annan eller bedöm utan",
             about "Reglerna anger var granskningar finns, och det finns ingen för den här leverantörens fil. Utan \
                    granskning är inget verifierat och det är inte känt vad som står på spel; en granskning av en \
                    tidigare fil från leverantören används inte för denna." }

    Warning "review-under-other-name" review_under_other_name(vendor, name)
        en { "this review of `{vendor}` belongs to no answers here by its name, and those of that vendor have none",
             help "if it is ours and of those answers, name it `{name}`",
             about "A review is found by the name of its answers, `svara.review.yaml` for `svara.yaml`: in the folder \
                    that the policy names or, where it names none, beside the answers. Under any other name nobody \
                    finds it, and what it verifies, decides or rejects counts for nothing. A form that nobody has \
                    filled in is no answers: the review that was begun with it needs the name of the file that came \
                    back. A review of earlier answers may lie there; its vendor then needs one of these, too." }
        sv { "granskningen av `{vendor}` hör genom sitt namn inte till några svar här, och leverantörens har ingen",
             help "om den är vår och gäller de svaren, döp den till `{name}`",
             about "En granskning hittas genom svarens namn, `svara.review.yaml` för `svara.yaml`: i mappen som \
                    reglerna anger eller, där de inte anger någon, bredvid svaren. Under ett annat namn hittar ingen \
                    den, och det som den verifierar, beslutar eller avslår räknas inte. Ett formulär som ingen har \
                    fyllt i är inga svar: granskningen som påbörjades med det behöver namnet på filen som kom \
                    tillbaka. En granskning av tidigare svar får ligga där; leverantören behöver då en av dessa \
                    också." }

    Warning "review-of-several" review_of_several(first, other)
        en { "two files of answers use this review: {first} and {other}",
             help "give the answers names that differ in more than their ending or folder, and each its own review",
             about "A review is found by the name of the answers. What it verifies, overrules and decides would count \
                    for whoever sends a file of that name, though it says what was seen of one vendor." }
        sv { "två svarsfiler använder den här granskningen: {first} och {other}",
             help "ge svaren namn som skiljer sig åt i mer än ändelse eller mapp, och var sin granskning",
             about "En granskning hittas på svarens namn. Det den verifierar, ändrar och beslutar skulle gälla för \
                    vem som än skickar en fil med det namnet, fast den säger vad som har setts hos en leverantör." }

    Warning "review-not-used" review_not_used(folder)
        en { "this review lies beside the answers and is not used: the policy names another place",
             help "if it is ours, move it to `{folder}`",
             about "The policy says in which folder our reviews lie, so that no vendor can send one along. One that \
                    lies beside the answers is left out, and what it verifies, decides or rejects counts for nothing." }
        sv { "granskningen ligger bredvid svaren och används inte: reglerna anger en annan plats",
             help "om den är vår, flytta den till `{folder}`",
             about "Reglerna anger i vilken mapp våra granskningar finns, så att ingen leverantör kan skicka med en. \
                    En som ligger bredvid svaren utelämnas, och det som den verifierar, beslutar eller avslår räknas \
                    inte." }

    Error "verified-without-saw" verified_without_saw(id)
        en { "`{id}` was verified, but not which answer", help "add `saw: ...`, the vendor's answer that was verified",
             about "The review notes in `saw` the answer that the vendor gave when we verified it. Without it, a \
                    vendor could change its answer afterwards, and what we saw would prove the new one." }
        sv { "`{id}` har verifierats, men inte vilket svar",
             help "lägg till `saw: ...`, det svar från leverantören som verifierades",
             about "Granskningen noterar i `saw` vilket svar leverantören gav när vi verifierade det. Utan det skulle \
                    leverantören kunna ändra sitt svar i efterhand, och det vi såg skulle styrka det nya." }

    Error "not-a-fingerprint" not_a_fingerprint(found)
        en { "`{found}` is not the SHA-256 of a file",
             help "copy the 64 digits from the JSON of the report, or leave it out",
             about "A document that we refuse is known by its content, under whatever name it comes back, and a \
                    decision names what it was made on. A report as JSON gives the SHA-256 of every file that is here, \
                    and `bound_sha256`, which a decision names, whole: others may begin with the same digits." }
        sv { "`{found}` är inte SHA-256 för en fil",
             help "kopiera de 64 tecknen ur rapportens JSON, eller utelämna det",
             about "Ett dokument som vi avvisar känns igen på sitt innehåll, vilket namn det än kommer tillbaka \
                    under, och ett beslut anger vad det gäller. En rapport som JSON anger SHA-256 för varje fil som \
                    finns här och `bound_sha256`, som ett beslut anger, i sin helhet: andra kan börja likadant." }

    Warning "received-not-cited" received_not_cited(title)
        en { "the vendor has no document `{title}` of this kind and date",
             help "look at the document that the vendor names now, and change the entry to it",
             about "A document that we received counts as long as the vendor names it by the same title, kind and \
                    date. If one of them has changed, it may be another document." }
        sv { "leverantören har inget dokument `{title}` av det slaget och med det datumet",
             help "se på det dokument som leverantören nu anger och ändra posten till det",
             about "Ett dokument som vi har fått räknas så länge leverantören anger det med samma titel, typ och \
                    datum. Har något av dem ändrats kan det vara ett annat dokument." }

    Warning "verified-other-answer" verified_other_answer(id)
        en { "`{id}`: our review saw another answer than the one given now",
             help "look at the new answer, and update `saw` with what was verified or overruled",
             about "The review notes in `saw` the vendor's answer that was verified or overruled. If the vendor \
                    changes it afterwards, what we saw no longer proves anything, unless the new answer is worth as \
                    much or more: then what we verified of the earlier one still counts. An answer of ours still \
                    holds, and should be looked at again." }
        sv { "`{id}`: vår granskning såg ett annat svar än det som nu ges",
             help "se på det nya svaret och uppdatera `saw` med det som verifierats eller ändrats",
             about "Granskningen noterar i `saw` vilket svar från leverantören som verifierades eller ändrades. \
                    Ändrar leverantören det efteråt styrker det vi såg inte längre något, om inte det nya svaret är \
                    värt lika mycket eller mer: då räknas det vi verifierade av det tidigare svaret fortfarande. Ett \
                    svar från oss gäller fortfarande och bör ses över." }

    Warning "overruled-nothing" overruled_nothing(id)
        en { "`{id}`: our answer is the vendor's own, so it overrules nothing",
             help "remove `answer`, or add what was seen under `verified`",
             about "An answer of ours that says the same as the vendor's changes nothing: the vendor's documents \
                    count, and so does what we verified. It proves nothing by itself." }
        sv { "`{id}`: vårt svar är detsamma som leverantörens och ändrar därför inget",
             help "ta bort `answer`, eller lägg till det vi sett under `verified`",
             about "Ett svar från oss som säger detsamma som leverantörens ändrar inget: leverantörens dokument \
                    räknas, och det vi har verifierat också. I sig styrker det ingenting." }

    Warning "verified-undated" verified_undated(id, reviewed)
        en { "`{id}`: what we saw has no day, so it counts as seen when the review was made, {reviewed}",
             help "add `issued: YYYY-MM-DD`, the day on which we saw it",
             about "What we verified is current for a time that begins when we saw it." }
        sv { "`{id}`: det vi såg saknar dag och räknas som sett när granskningen gjordes, {reviewed}",
             help "lägg till `issued: ÅÅÅÅ-MM-DD`, dagen då vi såg det",
             about "Det vi har verifierat är aktuellt en tid som börjar när vi såg det." }

    Warning "decision-on-others" decision_on_others(on)
        en { "the answers, or the documents with them, have changed since the decision of {on}",
             help "look at what is new, and decide anew",
             about "The decision names what it was made on (`answers`: the SHA-256 of the answers and of the documents \
                    that are here, `bound_sha256` in the JSON of the report). What is at hand is something else, so \
                    nobody has decided on it: every report says so, and no gate takes it for a decision." }
        sv { "svaren, eller dokumenten till dem, har ändrats sedan beslutet av den {on}",
             help "se på det nya och besluta på nytt",
             about "Beslutet anger vad det gäller (`answers`: SHA-256 för svaren och de dokument som finns här, \
                    `bound_sha256` i rapportens JSON). Det som nu finns är något annat, så ingen har beslutat om det: \
                    varje rapport säger det, och inget krav på beslut är uppfyllt." }

    Warning "decision-unbound" decision_unbound(on)
        en { "the decision of {on} does not name the answers that it was made on",
             help "add `answers: ...`, the fingerprint (`bound_sha256`) in the JSON of the report",
             about "The vendor could change its answers or its documents after the decision, and nobody would notice. \
                    A decision names the SHA-256 of the answers and the documents that are here; the dialogue of a \
                    review writes it. One that names none is shown, and no gate takes it for a decision." }
        sv { "beslutet av den {on} anger inte vilka svar det fattades om",
             help "lägg till `answers: ...`, kontrollsumman (`bound_sha256`) i rapportens JSON",
             about "Leverantören skulle kunna ändra sina svar eller dokument efter beslutet utan att någon märkte det. \
                    Ett beslut anger SHA-256 för svaren och de dokument som finns här; dialogen för en granskning \
                    skriver den. Ett beslut utan den visas, men inget krav på beslut är uppfyllt." }

    Warning "decision-older" decision_older(on, answered)
        en { "the decision of {on} is older than the answers of {answered}",
             help "look at the answers, and decide anew",
             about "Answers that came after a decision were not decided on: every report says so, and no gate takes \
                    it for a decision." }
        sv { "beslutet av den {on} är äldre än svaren av den {answered}", help "se på svaren och besluta på nytt",
             about "Svar som kom efter beslutet har ingen beslutat om: varje rapport säger det, och inget krav på \
                    beslut är uppfyllt." }

    Warning "decided-too-early" decided_too_early(on)
        en { "the decision of {on} approves a vendor of which too little is known for a rating",
             help "see what is open in the report; decide when it is answered",
             about "An approval can be recorded at any time, and counts as one. What is not known may be bad: until it \
                    is, the page for a board says beside the decision that it was made too early." }
        sv { "beslutet av den {on} godkänner en leverantör som för lite är känt om för att bedöma",
             help "se i rapporten vad som är öppet; besluta när det är besvarat",
             about "Ett godkännande kan antecknas när som helst och gäller som ett sådant. Det som inte är känt kan \
                    vara dåligt: tills dess står det intill beslutet på sidan för en styrelse att det togs för \
                    tidigt." }

    Warning "decided-despite-flag" decided_despite_flag(on, flag)
        en { "the decision of {on} approves the vendor without a condition, though the critical red flag `{flag}` is \
              raised and nobody accepts it",
             help "agree on a condition (`conditions`), or accept the flag for a time (`waivers`)",
             about "A critical red flag bounds the rating. Whoever approves nevertheless either agrees on what is done \
                    about it, or accepts it by name and until a day; both stand in every report." }
        sv { "beslutet av den {on} godkänner leverantören utan villkor, fast den kritiska röda flaggan `{flag}` är \
              utlöst och ingen har godtagit den",
             help "avtala ett villkor (`conditions`), eller godta flaggan för en tid (`waivers`)",
             about "En kritisk röd flagga begränsar bedömningen. Den som ändå godkänner avtalar antingen vad som görs \
                    åt den, eller godtar den med namn och till en viss dag; båda står i varje rapport." }

    Warning "overruled-upwards" overruled_upwards(id)
        en { "`{id}`: our answer is worth more than the vendor's own, and nothing says which of its answers we saw",
             help "add `saw: ...`, the vendor's answer that was overruled",
             about "Our answer stands whatever the vendor says later, also where it comes to admit less than we \
                    assumed. With `saw`, a change of its answer is remarked." }
        sv { "`{id}`: vårt svar är mer värt än leverantörens eget, och inget säger vilket av dess svar vi såg",
             help "lägg till `saw: ...`, det svar från leverantören som rättades",
             about "Vårt svar gäller vad leverantören än säger senare, också om den medger mindre än vi antog. Med \
                    `saw` påpekas det när svaret ändras." }

    Warning "accepted-without-effect" accepted_without_effect(id)
        en { "`{id}`: accepting \"not applicable\" has no effect here",
             help "remove it; the vendor did not answer n/a, or the questionnaire does not allow it",
             about "Not applicable can only be accepted where the vendor answered n/a and the questionnaire allows \
                    it." }
        sv { "`{id}`: att godta ”ej tillämpligt” har ingen verkan här",
             help "ta bort det; leverantören svarade inte n/a, eller så tillåter formuläret det inte",
             about "Ej tillämpligt kan bara godtas där leverantören svarat n/a och formuläret tillåter det." }

    Warning "waiver-lapsed" waiver_lapsed(id, until)
        en { "the accepted exception for `{id}` ended {until}", help "renew it, or have the cause removed",
             about "A waiver holds until its date. After that the flag bounds the rating again." }
        sv { "det godkända undantaget för `{id}` gällde t.o.m. {until}",
             help "förnya det eller se till att orsaken åtgärdas",
             about "Ett undantag gäller t.o.m. sitt datum. Därefter begränsar flaggan bedömningen igen." }

    Warning "condition-overdue" condition_overdue(what, due)
        en { "the condition \"{what}\" is overdue since {due}",
             help "write `met: ...` with the day on which it was met, or decide anew",
             about "The vendor may be used on conditions, and this one should have been met by its day (`due`). Every \
                    report says that it is overdue, until `met` names the day on which it was met." }
        sv { "villkoret ”{what}” är försenat sedan {due}",
             help "skriv `met: ...` med dagen då det uppfylldes eller besluta på nytt",
             about "Leverantören får anlitas på villkor, och det här skulle ha varit uppfyllt senast på sin dag \
                    (`due`). Varje rapport säger att det är försenat tills `met` anger dagen då det uppfylldes." }

    Warning "condition-met-before" condition_met_before(what, met, on)
        en { "the condition \"{what}\" was met on {met}, before the decision of {on}",
             help "check `met`; where an earlier decision agreed on it, say by when (`due`)",
             about "A decision names what has yet to be done, so a day before it is most likely a slip. A condition \
                    that an earlier decision agreed on may stand on: where its day (`due`) lies before the decision, \
                    too, nothing is said of it." }
        sv { "villkoret ”{what}” uppfylldes den {met}, före beslutet av den {on}",
             help "kontrollera `met`; kom villkoret till genom ett tidigare beslut, ange senast när (`due`)",
             about "Ett beslut anger vad som återstår att göra, så en dag före det är troligen ett skrivfel. Ett \
                    villkor från ett tidigare beslut får stå kvar: ligger också dess dag (`due`) före beslutet sägs \
                    inget om det." }
}
