//! The fixed phrases of questionnaires as they are listed and read.

use super::Lang;
use super::phrases::phrases;

phrases! {
    built_in_questionnaires() { "Built-in questionnaires", "Inbyggda frågeformulär" }
    catalogue_counts(questions, categories, flags) {
        "{questions} questions in {categories} categories, {flags} red flags",
        "{questions} frågor i {categories} kategorier, {flags} röda flaggor"
    }
    extends() { "Extends", "Utökar" }
    extended_whole(id) { "{id}, all of it", "{id}, i sin helhet" }
    extended_in_part(id, questions, all, flags, all_flags) {
        "{id}, of which {questions} of {all} questions and {flags} of {all_flags} red flags are left out",
        "{id}, varav {questions} av {all} frågor och {flags} av {all_flags} röda flaggor är utelämnade"
    }
    flags_narrowed(n) {
        "red flags that look at fewer questions than there: {n}",
        "röda flaggor som gäller färre frågor än där: {n}"
    }
    basis_extends(id, sha, taken, all) {
        "extends {id} {sha} ({taken} of {all} questions)",
        "utökar {id} {sha} ({taken} av {all} frågor)"
    }
    show_one() { "Show it", "Visa det" }
    adapt_one() { "Adapt it", "Anpassa det" }
    short_form_count(marked) {
        "The short form, for vendors of whom little is at stake: {marked} questions.",
        "Kortversionen, för leverantörer där lite står på spel: {marked} frågor."
    }
    short_form_counts(marked, gates) {
        "The short form, for vendors of whom little is at stake: {marked} questions, and {gates} that decide whether \
         they are asked.",
        "Kortversionen, för leverantörer där lite står på spel: {marked} frågor, och {gates} som avgör om de ställs."
    }
    in_the_short_form() { "in the short form", "ingår i kortversionen" }
    comes_along_in_short() { "comes along in the short form", "följer med i kortversionen" }
    what_to_require_at(answer) { "What to require at {answer}", "Krav vid {answer}" }
    weight_of(weight) { "weight {weight}", "vikt {weight}" }
    minimum(score) { "minimum {score}", "minst {score} poäng" }
    asked_if(condition) { "asked only if: {condition}", "ställs bara om: {condition}" }
    help_on_answering() { "Help", "Hjälp" }
    good(text) { "good: {text}", "bra: {text}" }
    weak_answer(text) { "weak: {text}", "svagt: {text}" }
    remedy(text) { "fix: {text}", "åtgärd: {text}" }
    evidence_to_ask_for() { "Ask for", "Begär" }
    raised_if() { "Raised if", "Utlöses om" }
    contradictions() { "Contradictions", "Motsägelser" }
    worth(value) { "{value} %", "{value} %" }
    worth_points(points, full) { "{points} of {full}", "{points} av {full}" }
    excludes_others() { "excludes the others", "utesluter de andra" }
    number_at_most(bound) { "at most {bound}", "högst {bound}" }
    number_at_least(bound) { "at least {bound}", "minst {bound}" }
    days_since(bound) { "{bound} days ago", "för {bound} dagar sedan" }
    days_left(bound) { "{bound} days left", "{bound} dagar kvar" }
    free_text() { "free text, not scored", "fri text, räknas inte" }
    all_of(list) { "({list})", "({list})" }
    and() { "and", "och" }
    or() { "or", "eller" }
    not(part) { "not ({part})", "inte ({part})" }
    above(number) { "more than {number}", "mer än {number}" }
    below(number) { "less than {number}", "mindre än {number}" }
    letter_after_rejection() {
        "the decision on file is not to use this vendor: is the letter to be sent?",
        "beslutet är att inte anlita leverantören: ska brevet skickas?"
    }
    nothing_to_compare(file) {
        "{file}: nothing counts, so there is nothing to compare",
        "{file}: inget räknas, så det finns inget att jämföra"
    }
    nothing_in_common(one, other) {
        "{one} and {other} have no question in common that counts for both",
        "{one} och {other} har ingen gemensam fråga som räknas för båda"
    }
    broken_invariant(what) {
        "this should not happen: {what}; no result was written; please report it, with the files if they may be shared",
        "det här ska inte kunna hända: {what}; inget resultat har skrivits; rapportera det gärna, med filerna om de \
         får delas"
    }
}
