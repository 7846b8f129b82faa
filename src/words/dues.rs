//! The fixed phrases of what falls due: reviews, conditions, waivers, documents, answers.

use super::Lang;
use super::phrases::phrases;

phrases! {
    computed_by_rules(day) { "{day} (computed)", "{day} (beräknad)" }
    // a list of what falls due
    dues_until(until, day) { "What falls due by {until} · as of {day}", "Det som ska göras senast {until} · per {day}" }
    dues_all(day) { "What falls due · as of {day}", "Det som ska göras · per {day}" }
    dues_own_days() {
        "What falls due · each vendor as of its own day",
        "Det som ska göras · varje leverantör per sin egen dag"
    }
    nothing_due() { "Nothing falls due.", "Inget behöver göras." }
    dues_overdue(count) { "{count} overdue", "{count} försenade" }
    dues_in_time(count) { "{count} in time", "{count} i tid" }
    dues_undated(count) { "{count} without a day", "{count} utan dag" }
    dues_undecided(count, all) {
        "no decision on file, so no next review: {count} of {all}",
        "inget beslut finns, så ingen nästa granskning: {count} av {all}"
    }
    dues_earlier(count) {
        "earlier answers of a vendor that is here with newer ones, of which only what is still agreed is listed: {count}",
        "tidigare svar från en leverantör som finns här med nyare, varav bara det som fortfarande är avtalat visas: {count}"
    }
    dues_papers(count) { "documents that run out: {count}", "handlingar som går ut: {count}" }
    dues_papers_overdue(count, overdue) {
        "documents that run out: {count}, of which {overdue} have run out",
        "handlingar som går ut: {count}, varav {overdue} redan har gått ut"
    }
    due_day() { "Day", "Dag" }
    due_state() { "State", "Läge" }
    due_what() { "What", "Vad" }
    due_about() { "About", "Om" }
    due_owner() { "Who", "Vem" }
    due_no_day() { "no day", "ingen dag" }
    due_overdue() { "overdue", "försenat" }
    due_in_time() { "in time", "i tid" }
    due_computed() { "computed", "beräknad" }
    due_days_left() { "days left", "dagar kvar" }
    due_review() { "review", "granskning" }
    due_condition() { "condition", "villkor" }
    due_waiver() { "waiver", "undantag" }
    due_paper() { "document", "handling" }
    due_answers() { "answers", "svar" }
    answers_of(day) { "answers of {day}", "svar från {day}" }
    overdue_since(kind, about, day) { "{kind} overdue since {day}: {about}", "{kind}, försenat sedan {day}: {about}" }

    // an entry of a calendar
    due_entry(kind, about, vendor) { "{kind}: {about} ({vendor})", "{kind}: {about} ({vendor})" }
    entry_owner(name) { "Who: {name}", "Vem: {name}" }
    entry_file(file) { "File: {file}", "Fil: {file}" }
    entry_computed() { "The day is computed by our rules.", "Dagen är beräknad enligt våra regler." }

    summary_review_computed() { "next review is computed", "nästa granskning är beräknad" }
}
