//! The fixed phrases about one vendor over several dates.

use super::Lang;
use super::phrases::phrases;

phrases! {
    trend_title(vendor, count, first, last) {
        "{vendor}: {count} dates, {first} to {last}",
        "{vendor}: {count} datum, {first} till {last}"
    }
    date_by_date() { "Date by date", "Datum för datum" }
    trend_picture() { "Assured and claimed, date by date", "Tillgodoräknat och uppgivet, datum för datum" }
    trend_point(day, assured, claimed, risk) {
        "{day}: assured {assured}, claimed {claimed}, {risk}",
        "{day}: tillgodoräknat {assured}, uppgivet {claimed}, {risk}"
    }
    column_answers_of() { "Answers of", "Svar från" }
    column_known() { "Known %", "Känt %" }
    from_day_to_day(from, to) { "{from} to {to}", "{from} till {to}" }
    better_on_the_same() { "Better on the same questions", "Bättre på samma frågor" }
    worse_on_the_same() { "Worse on the same questions", "Sämre på samma frågor" }
    as_before_on_the_same() { "As before on the same questions", "Som förut på samma frågor" }
    moved_on_days(how, moved, risk) { "{how}: {moved}; {risk}.", "{how}: {moved}; {risk}." }
    moved_on_the_same(points) {
        "{points} assured points on the same questions",
        "{points} tillgodoräknade poäng på samma frågor"
    }
    moved_in_parts(points, same, rest, cause) {
        "{points} assured points ({same} on the same questions, {rest} {cause})",
        "{points} tillgodoräknade poäng ({same} på samma frågor, {rest} {cause})"
    }
    moved_in_all(points, same, rest, cause) {
        "{points} assured points (from each date to the next, {same} on the same questions and {rest} {cause})",
        "{points} tillgodoräknade poäng (från varje datum till nästa, {same} på samma frågor och {rest} {cause})"
    }
    moved_by_scope() { "from not being asked the same", "av att frågorna inte är desamma" }
    moved_by_na() { "from what is said not to apply", "av det som uppges inte vara tillämpligt" }
    moved_by_scope_and_na() {
        "from not being asked the same and from what is said not to apply",
        "av att frågorna inte är desamma och av det som uppges inte vara tillämpligt"
    }
    risk_on_days(was, day, is, later) {
        "vendor risk {was} on {day}, {is} on {later}",
        "leverantörsrisk {was} {day}, {is} {later}"
    }
    risk_still(risk) { "vendor risk still {risk}", "leverantörsrisk fortfarande {risk}" }
    moved_by_category(list) { "By category: {list}", "Per kategori: {list}" }
    moved_most() { "What moved it most", "Vad som flyttade mest" }
    nothing_moved_it() {
        "No answer and no proof moved the score on the same questions.",
        "Inget svar och inget underlag flyttade poängen på samma frågor."
    }
    of_that_kind(kind, count, list) { "{kind} ({count}): {list}", "{kind} ({count}): {list}" }
    other_questionnaire_since(from, to) {
        "another questionnaire was answered, {from} and then {to}: what both ask is compared",
        "ett annat frågeformulär besvarades, {from} och sedan {to}: det som båda frågar jämförs"
    }
    asked_before_only(count) { "asked before only: {count}", "frågades bara före: {count}" }
    asked_after_only(count) { "asked after only: {count}", "frågas bara efter: {count}" }
    asked_otherwise(count) {
        "asked in other words or valued otherwise: {count}",
        "frågas med andra ord eller värderas annorlunda: {count}"
    }
    judged_on_one_day(day) {
        "all answers are judged as of {day}: what has run out since they were given counts as run out; they can be \
         judged each as of its own day",
        "alla svar bedöms per {day}: det som gått ut sedan de gavs räknas som utgånget; de kan bedömas var och en per \
         sin egen dag"
    }
    trend_without_day(place) {
        "{place}: it does not say when it was answered, and three or more files of one vendor are put in order by \
         their days; write `answered: YYYY-MM-DD` into it, or name two files",
        "{place}: här står inte när det besvarades, och tre eller fler filer från en leverantör ordnas efter sina \
         dagar; skriv `answered: ÅÅÅÅ-MM-DD` i den, eller ange två filer"
    }
    trend_on_one_day(place, other, day) {
        "{place} and {other}: both were answered on {day}, and three or more files of one vendor are put in order by \
         their days; correct the day, leave one of them out, or name two files",
        "{place} och {other}: båda besvarades {day}, och tre eller fler filer från en leverantör ordnas efter sina \
         dagar; rätta dagen, utelämna en av dem, eller ange två filer"
    }
}
