//! The fixed phrases of policy files: what each key means, what it may be, and what a change of it does.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the rules in force
    rules_named(file) { "The rules in force: {file}, which was named.", "Gällande regler: {file}, som angavs." }
    rules_found_here(file) {
        "The rules in force: {file}, found in this folder.",
        "Gällande regler: {file}, som fanns i den här mappen."
    }
    rules_found_above(file) {
        "The rules in force: {file}, found in a folder above this one.",
        "Gällande regler: {file}, som fanns i en mapp ovanför den här."
    }
    rules_default() {
        "The rules in force: duly's defaults. There is no duly.toml in this folder or above it.",
        "Gällande regler: de förvalda. Det finns ingen duly.toml i den här mappen eller ovanför."
    }
    rules_not_for() {
        "They do not hold for a vendor's file in the same folder or above it, as a vendor could have sent them along, \
         unless you name them.",
        "De gäller inte för en leverantörs fil i samma mapp eller ovanför, eftersom en leverantör kan ha skickat med \
         dem, om du inte anger dem."
    }
    rules_legend() {
        "Each value is followed by its source: the file and the line, or the default.",
        "Efter varje värde står var det kommer ifrån: fil och rad, eller förval."
    }
    rule_default() { "default", "förval" }
    rule_line(file, line) { "{file}:{line}", "{file}:{line}" }
    rule_unset(instead) { "not set: {instead}", "ej angivet: {instead}" }

    // a file to adapt
    rules_head() {
        "What we accept: the rules by which duly judges a vendor. Save this file as duly.toml in a folder above the \
         vendors' files; duly finds it when it runs in that folder or below. Each value is the default; a line that is \
         left out has its default too. The values are judgement, not science: change what does not suit you.",
        "Vad vi godtar: reglerna som duly bedömer en leverantör efter. Spara filen som duly.toml i en mapp ovanför \
         leverantörernas filer; duly hittar den när det körs i den mappen eller under den. Varje värde är det \
         förvalda; en rad som utelämnas har också sitt förval. Värdena är omdöme, inte vetenskap: ändra det som inte \
         passar er."
    }
    rules_head_steps(check, show) {
        "{check} finds mistakes. {show} shows the rules in force and where each value comes from.",
        "{check} hittar fel. {show} visar gällande regler och var varje värde kommer ifrån."
    }
    rules_head_levels() {
        "The levels are low, medium, high and critical.",
        "Nivåerna low, medium, high och critical betyder låg, medelhög, hög och kritisk."
    }
    rules_head_examples() {
        "A line that begins with # is not in force: take the # away to set what it says.",
        "En rad som börjar med # gäller inte: ta bort tecknet för att ange det som står där."
    }

    // before the first section
    rule_format() {
        "What kind of file this is. Leave this line as it is.",
        "Vilken sorts fil detta är. Låt raden stå som den är."
    }
    rule_dated() {
        "The day of these rules. A report names it where it tells that they were found and not named.",
        "Reglernas dag. En rapport anger den när den berättar att de hittades utan att ha angetts."
    }
    rule_dated_unset() { "undated", "odaterade" }
    rule_default_inherent_risk() {
        "What is at stake (inherent risk) where the questionnaire does not ask for it: low, medium, high or critical. \
         A higher level can only raise the risk of such a vendor.",
        "Vad som står på spel (inneboende risk) när frågeformuläret inte frågar efter det: low, medium, high eller \
         critical. En högre nivå kan bara höja risken för en sådan leverantör."
    }
    rule_category_minimum_severity() {
        "How severe the red flag is when a category falls below the minimum that the questionnaire sets for it: low, \
         medium, high or critical. The more severe, the higher the vendor risk is at least.",
        "Hur allvarlig den röda flaggan är när en kategori inte når det minimum som formuläret sätter för den: low, \
         medium, high eller critical. Ju allvarligare, desto högre blir leverantörsrisken som lägst."
    }
    rule_minimum_coverage() {
        "How much must be known before a vendor is rated, in per cent of the weight of the questions: 0 to 100. Below \
         it the report says NOT YET RATED. Higher: more must be answered first. Lower: a rating may rest on less.",
        "Hur mycket som måste vara känt innan en leverantör bedöms, i procent av frågornas vikt: 0 till 100. Under \
         gränsen säger rapporten ÄNNU EJ BEDÖMD. Högre: mer måste besvaras först. Lägre: bedömningen får vila på \
         mindre."
    }
    rule_not_applicable_cap() {
        "How much of a category may be not applicable without our approval, in per cent of its weight: 0 to 100. The \
         rest counts as not known until our review accepts it. Lower: less can be argued away.",
        "Hur mycket av en kategori som får vara ej tillämpligt utan vårt godkännande, i procent av dess vikt: 0 till \
         100. Resten räknas som okänt tills vår granskning godtar det. Lägre: mindre kan bortförklaras."
    }
    rule_scope_by_claim() {
        "How much of the questionnaire answers that we have not verified may leave out, in per cent of its weight: 0 \
         to 100. Above it the report says NOT YET RATED. Lower: less can be left out on the vendor's word.",
        "Hur mycket av formuläret som svar vi inte har verifierat får utesluta, i procent av dess vikt: 0 till 100. \
         Över gränsen säger rapporten ÄNNU EJ BEDÖMD. Lägre: mindre kan uteslutas på leverantörens ord."
    }
    rule_answers_months() {
        "Answers that are older than so many months, 1 to 120, are called old in every report and pass no gate. Lower: \
         vendors must answer again sooner.",
        "Svar som är äldre än så många månader, 1 till 120, kallas gamla i varje rapport och klarar inga krav. Lägre: \
         leverantörer måste svara på nytt tidigare."
    }
    rule_ruled_out_by() {
        "What rules a red flag out: claimed (the vendor's word), documented (a current document) or verified (what we \
         verified). A flag that less rules out stays open and bounds the vendor risk.",
        "Vad som utesluter en röd flagga: claimed (leverantörens ord), documented (ett aktuellt dokument) eller \
         verified (det vi har verifierat). En flagga som utesluts av mindre förblir öppen och begränsar \
         leverantörsrisken."
    }
    rule_reviews() {
        "The folder with our reviews, seen from this file. Once set, a review is taken from there and from nowhere \
         else. Without it, one beside the vendor's file is used, with a warning.",
        "Mappen med våra granskningar, sedd från den här filen. När den är angiven hämtas en granskning därifrån och \
         ingen annanstans. Utan den används en som ligger bredvid leverantörens fil, med en varning."
    }
    rule_reviews_unset() { "those beside the answers", "de bredvid svaren" }
    rule_questionnaires() {
        "The only questionnaires that we accept: built-in ids (the newest version; an id with @ and a version is that \
         one), or files seen from this one. Without it, any that the answers name is used, the vendor's own with a \
         warning.",
        "De enda frågeformulär som vi godtar: beteckningar på inbyggda (den nyaste versionen; en beteckning med @ och \
         version är just den), eller filer sedda från den här. Utan raden används det som svaren anger, leverantörens \
         eget med en varning."
    }
    rule_questionnaires_unset() { "any is accepted", "alla godtas" }

    // how often a vendor is looked at again
    rule_review_months() {
        "How often to look at a vendor again, by what is at stake.",
        "Hur ofta en leverantör granskas igen, efter vad som står på spel."
    }
    rule_review_months_detail() {
        "Months, 1 to 120, from a decision to the next review, where the decision names no day for it. A day that \
         follows from this is called computed wherever it is told. Lower: vendors are looked at more often.",
        "Månader, 1 till 120, från ett beslut till nästa granskning, där beslutet inte anger någon dag för den. En dag \
         som följer av detta kallas beräknad överallt där den nämns. Lägre: leverantörer granskas oftare."
    }
    rule_review_months_critical() { "When very much is at stake.", "När mycket stora värden står på spel." }
    rule_review_months_high() { "When much is at stake.", "När mycket står på spel." }
    rule_review_months_medium() { "When something is at stake.", "När något står på spel." }
    rule_review_months_low() { "When little is at stake.", "När lite står på spel." }
    rule_review_months_unset() { "no day follows", "ingen dag följer" }

    // how long proof holds
    rule_evidence() { "What counts as proof, and how long.", "Vad som räknas som underlag, och hur länge." }
    rule_evidence_detail() {
        "What does not count leaves the vendor's word. What has expired proves no more than the policy gives for that.",
        "Det som inte räknas lämnar bara leverantörens ord. Det som gått ut styrker inte mer än reglerna ger för det."
    }
    rule_must_be() {
        "When a document of the vendor counts: \"received\", once its file lies in the vendor's folder or in ours, or \
         our review says that we received it; or \"named\", already where it says where it can be found.",
        "När ett dokument från leverantören räknas: ”received”, när filen ligger i leverantörens mapp eller i vår, \
         eller vår granskning säger att vi har fått det; eller ”named”, redan när det anger var det finns."
    }
    rule_papers() {
        "Where documents of vendors lie, too, beside this file: for each vendor in a folder that has the name of its \
         answers file without the ending.",
        "Var leverantörers dokument också ligger, bredvid denna fil: för varje leverantör i en mapp med samma namn som \
         svarsfilen utan filändelse."
    }
    rule_papers_unset() { "only in the vendor's own folder", "bara i leverantörens egen mapp" }
    rule_evidence_months() {
        "A document of the vendor is current for so many months, 1 to 120, where its kind says nothing.",
        "Ett dokument från leverantören är aktuellt så många månader, 1 till 120, när dess typ inte säger något."
    }
    rule_verified_months() {
        "What we verified is current for so many months, 1 to 120, where neither it nor its kind says how long.",
        "Det vi har verifierat är aktuellt så många månader, 1 till 120, när varken det självt eller dess typ säger \
         hur länge."
    }

    // what the short form is enough for
    rule_screening() {
        "What the short form, or another part of the questions, is enough for.",
        "Vad det korta formuläret, eller en annan del av frågorna, räcker till."
    }
    rule_screening_detail() {
        "What a vendor was sent, our review says, and nothing that the vendor writes.",
        "Vad leverantören har fått sig tillsänt säger vår granskning, och inget som leverantören skriver."
    }
    rule_screening_up_to() {
        "What may be at stake at most (inherent risk): low, medium, high or critical. If more is, or may be, every \
         report says that the full form is missing, and no gate is passed. Lower: more vendors are asked everything.",
        "Vad som högst får stå på spel (inneboende risk): low, medium, high eller critical. Om mer står på spel, eller \
         kan göra det, säger varje rapport att det fullständiga formuläret saknas, och inga krav klaras. Lägre: fler \
         leverantörer får alla frågor."
    }
    rule_screening_unset() { "enough whatever is at stake", "räcker vad som än står på spel" }

    // what questions count
    rule_importance() { "The weight of a question, by its importance.", "Vikten av en fråga, efter dess betydelse." }
    rule_importance_detail() {
        "Whole numbers, 0 to 10000. Only the proportions matter: twice the weight is twice the share of the score. \
         With 0 a question is asked and never scored.",
        "Heltal, 0 till 10000. Bara proportionerna spelar roll: dubbel vikt är dubbel del av poängen. Med 0 ställs \
         frågan men ger aldrig poäng."
    }
    rule_importance_critical() {
        "Questions that decide whether a vendor can be used.",
        "Frågor som avgör om leverantören kan anlitas."
    }
    rule_importance_high() { "Questions that weigh heavily.", "Frågor som väger tungt." }
    rule_importance_medium() { "Questions that weigh as usual.", "Frågor som väger som vanligt." }
    rule_importance_low() { "Questions that weigh little.", "Frågor som väger lätt." }
    rule_importance_info() { "Questions that are asked for information.", "Frågor som ställs för kännedom." }

    // what proof is worth
    rule_assurance() {
        "How much of an answer counts, in per cent, by how well it is proved.",
        "Hur mycket av ett svar som räknas, i procent, efter hur väl det är styrkt."
    }
    rule_assurance_detail() {
        "0 to 100. Better proof must never count for less: the four may stay equal or rise, and the last is always \
         100. Lower: answers count for less until they are proved.",
        "0 till 100. Bättre underlag får aldrig räknas för mindre: de fyra får vara lika eller stiga, och det sista är \
         alltid 100. Lägre: svaren räknas för mindre tills de är styrkta."
    }
    rule_assurance_claimed() { "The vendor's word only.", "Endast leverantörens ord." }
    rule_assurance_expired() { "A document that is out of date.", "Ett dokument som har gått ut." }
    rule_assurance_documented() {
        "A document that is dated, here and of a kind that is asked for, not checked by us.",
        "Ett dokument som är daterat, finns här och är av ett slag som efterfrågas, men som vi inte har granskat."
    }
    rule_assurance_verified() { "Verified by us. Always 100.", "Verifierat av oss. Alltid 100." }

    // where protection is called what
    rule_bands() {
        "The score from which protection is called strong, adequate and weak.",
        "Poängen från vilken skyddet kallas starkt, godtagbart och svagt."
    }
    rule_bands_detail() {
        "1 to 100, each lower than the one before; below the last, protection is poor. Higher: a vendor must do more \
         for the same rating.",
        "1 till 100, vart och ett lägre än det före; under det sista är skyddet bristfälligt. Högre: leverantören \
         måste göra mer för samma bedömning."
    }
    rule_bands_strong() { "Strong from this score.", "Starkt från den här poängen." }
    rule_bands_adequate() { "Adequate from this score.", "Godtagbart från den här poängen." }
    rule_bands_weak() { "Weak from this score.", "Svagt från den här poängen." }

    // which risk remains
    rule_residual_risk() {
        "The risk that remains: protection [strong, adequate, weak, poor].",
        "Risken som kvarstår: skydd [starkt, godtagbart, svagt, bristfälligt]."
    }
    rule_residual_risk_detail() {
        "A row for each level of what is at stake, and in it the risk for each of the four: low, medium, high or \
         critical. It may not fall along a row or from row to row. Higher: the same protection leaves a higher risk.",
        "En rad för varje nivå av vad som står på spel, och i den risken för vart och ett av de fyra: low, medium, \
         high eller critical. Den får inte sjunka längs en rad eller från rad till rad. Högre: samma skydd lämnar en \
         högre risk."
    }
    rule_residual_risk_low() { "When little is at stake.", "När lite står på spel." }
    rule_residual_risk_medium() { "When something is at stake.", "När något står på spel." }
    rule_residual_risk_high() { "When much is at stake.", "När mycket står på spel." }
    rule_residual_risk_critical() { "When very much is at stake.", "När mycket stora värden står på spel." }

    // how far a flag bounds the risk
    rule_red_flags() {
        "The lowest risk with a red flag: at stake [low, medium, high, critical].",
        "Lägsta risk med en röd flagga: på spel [low, medium, high, critical]."
    }
    rule_red_flags_detail() {
        "A row for each severity of a flag, and in it the lowest risk for each level of what is at stake: none (the \
         flag is shown and bounds nothing), low, medium, high or critical. It may not fall along a row or from row to \
         row. Higher: the flag weighs more, whatever the score.",
        "En rad för varje allvarlighetsgrad, och i den den lägsta risken för varje nivå av vad som står på spel: none \
         (flaggan visas och begränsar inget), low, medium, high eller critical. Den får inte sjunka längs en rad eller \
         från rad till rad. Högre: flaggan väger tyngre, vilken poängen än är."
    }
    rule_red_flags_low() { "With a low flag.", "Med en flagga av låg allvarlighetsgrad." }
    rule_red_flags_medium() { "With a medium flag.", "Med en flagga av medelhög allvarlighetsgrad." }
    rule_red_flags_high() { "With a high flag.", "Med en flagga av hög allvarlighetsgrad." }
    rule_red_flags_critical() { "With a critical flag.", "Med en flagga av kritisk allvarlighetsgrad." }

    // how things are shown
    rule_display() {
        "How words and numbers are shown. It never changes what they are.",
        "Hur ord och tal visas. Det ändrar aldrig vad de är."
    }
    rule_display_detail() {
        "The limits in [bands] always stand on a scale from 0 to 100.",
        "Gränserna i [bands] anges alltid på en skala från 0 till 100."
    }
    rule_display_language() {
        "The language of reports, en or sv. Without it: the system's, else the questionnaire's first. Another one may \
         be asked for each time.",
        "Rapporternas språk, en eller sv. Utan det: systemets, annars formulärets första. Ett annat kan begäras varje \
         gång."
    }
    rule_display_language_unset() { "the system's, else the questionnaire's", "systemets, annars formulärets" }
    rule_display_scale() { "Scores run from 0 to this: 1 to 1000.", "Poängen går från 0 till detta: 1 till 1000." }
    rule_display_decimals() { "Digits after the point: 0 to 6.", "Siffror efter decimaltecknet: 0 till 6." }
    rule_display_rounding() {
        "How the last digit is found: floor (cut, so that no shown score reaches a limit that it misses), half-even or \
         half-up (to the nearest; a tie goes to the even digit, or up).",
        "Hur sista siffran bestäms: floor (kapas, så att ingen visad poäng når en gräns som den missar), half-even \
         eller half-up (till närmaste; mitt emellan går till jämn siffra, eller uppåt)."
    }

    // what must hold
    rule_gate() {
        "What must hold, or a vendor falls short of our rules.",
        "Vad som måste gälla, annars uppfyller en leverantör inte våra regler."
    }
    rule_gate_detail() { "As it stands here, nothing is required.", "Som det står här krävs inget." }
    rule_gate_rating() {
        "The vendor risk must be lower than this: medium, high or critical. Lower: fewer vendors pass.",
        "Leverantörsrisken måste vara lägre än detta: medium, high eller critical. Lägre: färre leverantörer klarar \
         det."
    }
    rule_gate_coverage() {
        "So much must be known, in per cent of the weight of the questions: 0 to 100. Higher: fewer vendors pass.",
        "Så mycket måste vara känt, i procent av frågornas vikt: 0 till 100. Högre: färre leverantörer klarar det."
    }
    rule_gate_unset() { "nothing is required", "inget krävs" }
    rule_gate_red_flags() {
        "true: no red flag may be raised or not yet ruled out, unless we have accepted it for a time.",
        "true: ingen röd flagga får vara utlöst eller ännu inte utesluten, om vi inte har godtagit den för en tid."
    }
    rule_gate_expired_evidence() {
        "true: no answer may rest on proof that has expired.",
        "true: inget svar får vila på underlag som har gått ut."
    }
    rule_gate_decision() {
        "true: a decision on these answers must be on file, must not be a rejection and must not be due for review.",
        "true: det måste finnas ett beslut om de här svaren som inte är ett avslag och vars nästa granskning inte har \
         passerats."
    }
}
