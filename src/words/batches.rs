//! The fixed phrases about many vendors at once.

use super::Lang;
use super::clean::Clean;
use super::phrases::phrases;

phrases! {
    // the table
    vendors_as_of(date) {
        "Vendors, the worst risk first · as of {date}",
        "Leverantörer, värsta risken först · per {date}"
    }
    vendors_own_days() {
        "Vendors, the worst risk first · each as of its own day",
        "Leverantörer, värsta risken först · var och en per sin egen dag"
    }
    column_risk() { "Risk", "Risk" }
    files_in(folder) { "files in {folder}", "filer i {folder}" }
    column_raised() { "Raised", "Utlösta" }
    column_file() { "File", "Fil" }
    none_rated_yet() { "not yet rated", "ännu ej bedömd" }

    // what stands below it
    vendors_judged(count, parts) { "{count} judged: {parts}", "{count} bedömda: {parts}" }
    of_risk(risk, count) { "{risk} {count}", "{risk} {count}" }
    none_yet_rated(count) { "not yet rated {count}", "ännu ej bedömda {count}" }
    nothing_rated(count) { "nothing to rate {count}", "inget att bedöma {count}" }
    could_not_be_judged(count) { "could not be judged: {count}", "kunde inte bedömas: {count}" }
    same_paper(one, other, sha256) {
        "warning: the same file (SHA-256 {sha256}) stands behind documents of two vendors: {one}, {other}",
        "varning: samma fil (SHA-256 {sha256}) anges som dokument av två leverantörer: {one}, {other}"
    }
    records_counted(records, judged, unjudged) {
        "{records}: {judged}, {unjudged} not",
        "{records}: {judged}, {unjudged} inte"
    }
    see_one(command) { "one in full: {command}", "en i sin helhet: {command}" }

    // the columns of the summary for spreadsheets
    summary_worst() { "Risk at worst", "Risk i värsta fall" }
    summary_proved() { "Risk if every claim is verified", "Risk om svaren styrks" }
    summary_best() { "Risk if the open questions are answered well", "Risk om de öppna frågorna får bra svar" }
    summary_rated() { "Rated", "Bedömd" }
    summary_known() { "Known %", "Känt %" }
    summary_flags_raised() { "Flags raised", "Flaggor utlösta" }
    summary_flags_open() { "Flags still open", "Flaggor som är öppna än" }
    summary_flags_accepted() { "Flags accepted for a time", "Flaggor tidsbegränsat godtagna" }
    summary_day() { "As of", "Per" }
}

impl Lang {
    /// How many records of a stream were judged, and how many were not.
    pub fn records_judged(self, [judged, unjudged]: [usize; 2]) -> Clean {
        let records = self.counted_noun(judged + unjudged, ["record", "records"], ["post", "poster"]);
        let judged = self.counted_noun(judged, ["judged", "judged"], ["bedömd", "bedömda"]);
        self.records_counted(records, judged, unjudged)
    }
}
