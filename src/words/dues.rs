//! The fixed phrases of what falls due: reviews, conditions, waivers, documents, answers.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    computed_by_rules(day) { "{day} (computed)", "{day} (beräknad)" }
    // what is overdue, of one vendor and in a table of many
    one_waiver_lapsed(day) {
        "1 flag was accepted until {day} and counts again",
        "1 flagga godtogs till {day} och räknas igen"
    }
    several_waivers_lapsed(count, day) {
        "{count} flags are no longer accepted and count again, the first since {day}",
        "{count} flaggor godtas inte längre och räknas igen, den första sedan {day}"
    }
    several_conditions(count) { "{count} conditions", "{count} villkor" }
    several_waivers(count) { "{count} waivers", "{count} undantag" }
    overdue_of(file, what) { "{file} ({what})", "{file} ({what})" }
    vendors_overdue(count, list) { "overdue ({count}): {list}", "försenat ({count}): {list}" }
    decided_and_overdue(decided) { "{decided}, overdue", "{decided}, försenad" }

    // a list of what falls due
    dues_until(until, day) { "What falls due by {until} · as of {day}", "Det som ska göras senast {until} · per {day}" }
    dues_all(day) { "What falls due · as of {day}", "Det som ska göras · per {day}" }
    nothing_due() { "Nothing falls due.", "Inget förfaller." }
    dues_undecided(count, all) {
        "no decision on file, so no next review: {count} of {all}",
        "inget beslut finns, så ingen nästa granskning: {count} av {all}"
    }
    dues_earlier(count) {
        "earlier answers of a vendor with newer ones, listed if still agreed: {count}",
        "tidigare svar från en leverantör med nyare, visas om de ännu gäller: {count}"
    }
    dues_papers(count) { "documents that run out: {count}", "dokument som går ut: {count}" }
    dues_papers_overdue(count, overdue) {
        "documents that run out: {count}, already run out: {overdue}",
        "dokument som går ut: {count}, redan utgångna: {overdue}"
    }
    due_part(head, count) { "{head} ({count})", "{head} ({count})" }
    due_part_overdue() { "Overdue", "Försenat" }
    due_part_in_time() { "In time", "I tid" }
    due_part_in_time_until(until) { "In time, until {until}", "I tid, till och med {until}" }
    due_part_undated() { "No day agreed", "Ingen dag avtalad" }
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
    due_days_overdue() { "days overdue", "dagar försenat" }
    due_review() { "review", "granskning" }
    due_condition() { "condition", "villkor" }
    due_waiver() { "waiver", "undantag" }
    due_paper() { "document", "dokument" }
    due_answers() { "answers", "svar" }
    answers_of(day) { "answers of {day}", "svar från {day}" }
    answers_without_day() { "answers without a day", "svar utan dag" }
    never_in_time(kind, about) {
        "{kind} never in time: {about}, so nobody can say how old they are",
        "{kind}, aldrig i tid: {about}, så ingen kan säga hur gamla de är"
    }
    overdue_since(kind, about, day) { "{kind} overdue since {day}: {about}", "{kind}, försenat sedan {day}: {about}" }

    // an entry of a calendar
    due_entry(kind, about, vendor) { "{kind}: {about} ({vendor})", "{kind}: {about} ({vendor})" }
    due_entry_overdue(day, kind, about, vendor) {
        "Overdue since {day}, {kind}: {about} ({vendor})",
        "Försenat sedan {day}, {kind}: {about} ({vendor})"
    }
    entry_owner(name) { "Who: {name}", "Vem: {name}" }
    entry_file(file) { "File: {file}", "Fil: {file}" }
    entry_computed() { "The day is computed by our rules.", "Dagen är beräknad enligt våra regler." }

    summary_own_questions() { "questions from the vendor's folder", "frågor från leverantörens mapp" }
    summary_review_beside() { "review from the vendor's folder", "granskning från leverantörens mapp" }
    summary_review_computed() { "next review is computed", "nästa granskning är beräknad" }
}

impl Lang {
    /// "1 flag was accepted until 2026-06-30 and counts again", "2 flags are no longer accepted ...".
    pub fn lapsed_waivers(self, count: usize, first: impl Trusted) -> Clean {
        if count == 1 { self.one_waiver_lapsed(first) } else { self.several_waivers_lapsed(count, first) }
    }

    /// "condition", "2 conditions".
    pub fn some_conditions(self, count: usize) -> Clean {
        if count == 1 { self.due_condition() } else { self.several_conditions(count) }
    }

    /// "waiver", "2 waivers".
    pub fn some_waivers(self, count: usize) -> Clean {
        if count == 1 { self.due_waiver() } else { self.several_waivers(count) }
    }
}
