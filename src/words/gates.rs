//! What is said of rules that were found, and of rules that are not met.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the head
    found_rules(file, place, day) {
        "our rules: {file} {place}, {day}, found and not named: make sure that they are ours",
        "våra regler: {file} {place}, {day}, hittades utan att ha angetts: kontrollera att de är våra"
    }
    old_answers(of, months) {
        "the answers are old: of {of}, more than {months} months ago",
        "svaren är gamla: från {of}, mer än {months} månader sedan"
    }
    overruled_before(questions) {
        "our answer counts for more than the vendor's, which has changed since we saw it: {questions}",
        "vårt svar räknas högre än leverantörens, som har ändrats sedan vi såg det: {questions}"
    }
    older_questionnaire(newest) {
        "answered is an earlier version of the questionnaire: the newest is {newest}",
        "besvarad är en tidigare version av frågeformuläret: den nyaste är {newest}"
    }
    answers_undated() {
        "the answers do not say of which day they are: they may be old",
        "svaren anger inte från vilken dag de är: de kan vara gamla"
    }
    summary_old_answers() { "old answers of", "gamla svar från" }
    vendors_with_undated_answers(count, list) {
        "undated answers ({count}): {list}",
        "odaterade svar ({count}): {list}"
    }
    vendors_with_old_answers(count, list) { "old answers ({count}): {list}", "gamla svar ({count}): {list}" }
    vendors_with_own_questions(count, list) {
        "answered are questions from the vendor's own folder ({count}): {list}",
        "besvarade är frågor ur leverantörens egen mapp ({count}): {list}"
    }
    in_this_folder() { "in this folder", "i den här mappen" }
    in_a_folder_above() { "in a folder above", "i en mapp ovanför" }
    dated(day) { "dated {day}", "daterade {day}" }
    undated_rules() { "undated", "odaterade" }

    // what must hold
    gate_failed(file, rules) {
        "{file} falls short of our rules: {rules}",
        "{file} uppfyller inte våra regler: {rules}"
    }
    gate_failed_on(file, day, rules) {
        "{file} falls short of our rules as of {day}: {rules}",
        "{file} uppfyller inte våra regler per {day}: {rules}"
    }
    gate_failed_together(count, files, rules) {
        "{count} files fall short of our rules ({files}): {rules}",
        "{count} filer uppfyller inte våra regler ({files}): {rules}"
    }
    gate_failed_together_on(count, files, day, rules) {
        "{count} files fall short of our rules as of {day} ({files}): {rules}",
        "{count} filer uppfyller inte våra regler per {day} ({files}): {rules}"
    }
    gate_rating(limit) {
        "the vendor risk must be below {limit} (rating)",
        "leverantörsrisken måste vara lägre än {limit} (rating)"
    }
    gate_coverage(least) { "at least {least} % must be known (coverage)", "minst {least} % måste vara känt (coverage)" }
    gate_red_flags(count) {
        "no red flag may be raised or not yet ruled out, {count} are (red_flags)",
        "ingen röd flagga får vara utlöst eller ännu inte utesluten, {count} är det (red_flags)"
    }
    gate_expired(count) {
        "no answer may rest on expired proof, {count} do (expired_evidence)",
        "inget svar får vila på utgångna underlag, {count} gör det (expired_evidence)"
    }
    gate_undated() {
        "the answers must say of which day they are: write `answered` (answers)",
        "svaren måste säga från vilken dag de är: skriv `answered` (answers)"
    }
    gate_answers(of, months) {
        "the answers must not be older than {months} months, they are of {of} (answers)",
        "svaren får inte vara äldre än {months} månader, de är från {of} (answers)"
    }
    gate_sent() {
        "the questionnaire that our review says was sent must be the one that is answered (sent)",
        "det formulär som vår granskning säger har skickats måste vara det som besvarats (sent)"
    }
    gate_screening(beyond) { "{beyond} (screening)", "{beyond} (screening)" }
    gate_rated() {
        "there must be a rating, and there is none yet (rated)",
        "det måste finnas en bedömning, och det finns ännu ingen (rated)"
    }
    gate_policy() {
        "our rules were found and not named, and only rules that we name let anything pass (policy)",
        "våra regler hittades utan att ha angetts, och bara regler som vi anger släpper igenom något (policy)"
    }
    gate_review() {
        "our review was found and not named, and only one that we or rules of ours name lets anything pass (review)",
        "vår granskning hittades utan att ha angetts, och bara en som vi eller våra regler anger släpper igenom något \
         (review)"
    }
    gate_questionnaire() {
        "the questionnaire lies among the vendor's files, and only questions that we or rules of ours name let \
         anything pass (questionnaire)",
        "frågeformuläret ligger bland leverantörens filer, och bara frågor som vi eller våra regler anger släpper \
         igenom något (questionnaire)"
    }
    gate_decision() {
        "a decision on these answers must be on file, not a rejection, and not due for review (decision)",
        "det måste finnas ett beslut om de här svaren som inte är ett avslag och vars nästa granskning inte har \
         passerats (decision)"
    }
}
