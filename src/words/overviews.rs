//! The fixed phrases of the overview of many vendors: the page for a meeting, the page for a board, and what stands
//! above the table on a screen.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    // the head
    overview_title() { "Our vendors at a glance", "Översikt över våra leverantörer" }
    overview_judged(vendors, day) { "{vendors}, judged as of {day}", "{vendors}, bedömda per {day}" }
    overview_judged_own_days(vendors, first, last) {
        "{vendors}, each judged as of its own day, {first} to {last}",
        "{vendors}, var och en bedömd per sin egen dag, {first} till {last}"
    }
    overview_unjudged(count) {
        "could not be judged, and so left out: {count}",
        "kunde inte bedömas och är utelämnade: {count}"
    }
    overview_before(count, parts) { "Last time ({count} of them): {parts}.", "Förra gången ({count} av dem): {parts}." }
    overview_of_them(count, parts) { "{parts} ({count} of them)", "{parts} ({count} av dem)" }
    overview_in_files(vendors, files) { "{vendors} in {files} files", "{vendors} i {files} filer" }
    overview_several() {
        "Several files of one vendor, each counted",
        "Flera filer från samma leverantör, var och en räknad"
    }

    // the risk
    overview_risk() { "Risk", "Risk" }
    overview_how_many() { "How many vendors are at which risk", "Hur många leverantörer som har vilken risk" }
    overview_now() { "Now", "Nu" }
    overview_then() { "Last time", "Förra gången" }
    overview_in_both() {
        "“Last time” has the vendors that are in both; those that are new are in “Now” alone.",
        "”Förra gången” har de leverantörer som finns i båda; nya står bara under ”Nu”."
    }
    overview_heat() {
        "What is at stake, and the risk that is left",
        "Vad som står på spel, och den risk som kvarstår"
    }
    overview_heat_explained() {
        "How many vendors stand where. Higher up, more is at stake; to the right, more risk is left.",
        "Hur många leverantörer som står var. Längre upp står mer på spel; längre till höger kvarstår mer risk."
    }
    overview_heat_row(stake, count, parts) { "{stake}: {count} ({parts})", "{stake}: {count} ({parts})" }
    overview_nothing() { "nothing to rate", "inget att bedöma" }
    overview_residual() { "Residual risk", "Kvarstående risk" }
    overview_all() { "All", "Alla" }

    // what falls due
    overview_due() { "What falls due", "Vad som ska göras i tid" }
    overview_overdue() { "Overdue", "Försenat" }
    overview_overdue_sentence(parts) { "Overdue: {parts}", "Försenat: {parts}" }
    overview_soon(days) { "Within {days} days", "Inom {days} dagar" }
    overview_overdue_since() { "Overdue since", "Försenat sedan" }
    overview_overdue_what() { "What", "Vad" }
    overview_overdue_and_soon(overdue, soon, days) {
        "{overdue}; within {days} days {soon}",
        "{overdue}; inom {days} dagar {soon}"
    }
    overview_only_soon(soon, days) { "nothing; within {days} days {soon}", "inget; inom {days} dagar {soon}" }
    overview_old_answers() { "Old or undated answers", "Gamla eller odaterade svar" }
    overview_computed(reviews, count) {
        "{reviews} ({count} on a computed day)",
        "{reviews} ({count} på beräknad dag)"
    }
    overview_row_overdue() { "overdue", "försenat" }

    // what becomes of it
    overview_later() { "If nobody does anything", "Om ingen gör något" }
    overview_later_one(vendors, day) {
        "If nobody does anything, {vendors} is at a worse risk by {day}",
        "Om ingen gör något har {vendors} en högre risk {day}"
    }
    overview_later_many(vendors, day) {
        "If nobody does anything, {vendors} are at a worse risk by {day}",
        "Om ingen gör något har {vendors} en högre risk {day}"
    }
    overview_later_own_days(vendors) {
        "At a worse risk twelve months later, if nobody does anything: {vendors}",
        "Högre risk tolv månader senare, om ingen gör något: {vendors}"
    }
    overview_later_explained() {
        "The same files, judged twelve months later: documents run out, answers age, flags are no longer accepted. \
         Nothing else is assumed.",
        "Samma filer, bedömda tolv månader senare: dokument går ut, svar blir gamla, flaggor är inte längre godtagna. \
         Inget annat antas."
    }
    overview_twelve_months() { "Twelve months later", "Tolv månader senare" }

    // what changed
    overview_moved() { "What has changed since last time", "Vad som har ändrats sedan förra gången" }
    overview_then_as_of(days) { "judged as of {days}", "bedömda per {days}" }
    overview_days(first, last) { "{first} to {last}", "{first} till {last}" }
    overview_both(count) { "in both {count}", "finns i båda {count}" }
    overview_new(count) { "new {count}", "nya {count}" }
    overview_unjudged_then(count) {
        "could not be judged last time {count}",
        "kunde inte bedömas förra gången {count}"
    }
    overview_gone(count) { "no longer there {count}", "finns inte längre {count}" }
    overview_better(count) { "better {count}", "bättre {count}" }
    overview_worse(count) { "worse {count}", "sämre {count}" }
    overview_same(count) { "the same {count}", "oförändrat {count}" }
    overview_cannot_say(count) { "cannot be compared {count}", "kan inte jämföras {count}" }
    overview_word_for_word() { "Word for word as last time", "Ordagrant som förra gången" }
    overview_word_for_word_says(count, both) {
        "{count} of {both} gave every answer and every comment in the same words",
        "{count} av {both} gav varje svar och varje kommentar med samma ord"
    }
    overview_twice() {
        "Left out of this, as another file is of the same vendor",
        "Utelämnade, eftersom en annan fil gäller samma leverantör"
    }
    overview_for_the_worse() { "For the worse", "Till det sämre" }
    overview_for_the_better() { "For the better", "Till det bättre" }
    overview_change() { "Change", "Ändring" }
    overview_which_way() { "Which way, how far", "Åt vilket håll, hur långt" }
    overview_by_time() { "By time", "Av tiden" }
    overview_by_answers() { "By answers", "Av svaren" }
    overview_moved_explained() {
        "By time: last time's files, judged today. By answers: what has come in since, documents and our reviews \
         included. The two add up to the change.",
        "Av tiden: förra gångens filer, bedömda i dag. Av svaren: det som har kommit in sedan dess, även dokument och \
         våra granskningar. De två är tillsammans ändringen."
    }
    overview_step(then, now, time, answers) {
        "{then} → {now} (time {time}, answers {answers})",
        "{then} → {now} (tiden {time}, svaren {answers})"
    }

    // what most lack
    overview_lacks() { "Where most points are missing", "Var flest poäng saknas" }
    overview_lacks_explained() {
        "Points that are not assured, of all vendors together: not answered yet, not evidenced, or the control itself \
         is missing. “Vendors” says how many lose points here.",
        "Poäng som inte är tillgodoräknade, för alla leverantörer tillsammans: frågan är obesvarad, underlag saknas, \
         eller själva skyddet saknas. ”Leverantörer” säger hur många som tappar poäng här."
    }
    overview_question() { "Question", "Fråga" }
    overview_points() { "Points missing", "Poäng som saknas" }
    overview_next_to_most() { "Next to the most", "Jämfört med den största" }

    // flags
    overview_flags() { "Red flags, the most frequent first", "Röda flaggor, de vanligaste först" }
    overview_flag() { "Red flag", "Röd flagga" }
    overview_severity() { "Severity", "Allvarlighetsgrad" }
    overview_raised() { "Raised", "Utlöst" }
    overview_still_open() { "Still open", "Öppen än" }

    // on whom several depend
    overview_depends() { "What several vendors depend on", "Vad flera leverantörer är beroende av" }
    overview_depends_explained() {
        "As the vendors state it; what they do not state is not here.",
        "Enligt vad leverantörerna uppger; det som de inte uppger finns inte här."
    }
    overview_other_names() {
        "Names with a stroke between them are given by different vendors under one registration.",
        "Namn med snedstreck mellan sig anges av olika leverantörer under ett och samma organisationsnummer."
    }
    overview_companies() { "Companies", "Företag" }
    overview_countries() { "Countries", "Länder" }
    overview_company() { "Company", "Företag" }
    overview_country() { "Country", "Land" }
    overview_vendors() { "Vendors", "Leverantörer" }
    overview_of_all() { "Of all vendors", "Av alla leverantörer" }
    overview_by_stake() { "By inherent risk", "Efter inneboende risk" }

    // what is not decided
    overview_undecided() { "What is not decided", "Vad som inte är beslutat" }
    overview_no_decision() { "No decision on file", "Inget beslut registrerat" }
    overview_on_others() { "Decided on other answers", "Beslutat om andra svar" }
    overview_unbound() { "Decided without naming answers", "Beslutat utan att ange svar" }
    overview_rejected() { "Rejected", "Avslagna" }
    overview_not_rated() { "Not yet rated", "Ännu ej bedömda" }

    // the page for a board
    overview_board_title() {
        "Our vendors: risk and what to see to",
        "Våra leverantörer: risk och vad som behöver göras"
    }
    overview_see_to() { "What to see to", "Vad som behöver göras" }
    overview_basis(tool) {
        "Made with {tool}. This is what the answers indicate; not legal advice, not a data protection impact \
         assessment. Each vendor's own report has its answers and the method.",
        "Skapat med {tool}. Översikten är vad svaren tyder på; varken juridisk rådgivning eller konsekvensbedömning. \
         Varje leverantörs egen rapport har svaren och metoden."
    }

    overview_answers_before() { "Answers last time", "Svaren förra gången" }
    overview_reviews_before() { "Reviews last time", "Granskningarna förra gången" }
    overview_answers_in_short(count, sha) { "answers ({count}) {sha}", "svar ({count}) {sha}" }
    overview_reviews_in_short(count, sha) { "reviews ({count}) {sha}", "granskningar ({count}) {sha}" }
    overview_answers_before_in_short(count, sha) {
        "answers last time ({count}) {sha}",
        "svar förra gången ({count}) {sha}"
    }
    overview_reviews_before_in_short(count, sha) {
        "reviews last time ({count}) {sha}",
        "granskningar förra gången ({count}) {sha}"
    }
    overview_lists() {
        "The SHA-256 of several files is that of their list: a line for each of its SHA-256, two blanks and its name, \
         sorted.",
        "SHA-256 för flera filer gäller deras lista: för varje fil en rad med dess SHA-256, två blanksteg och dess \
         namn, sorterat."
    }

    // names on the screen
    overview_row_stake() { "at stake", "på spel" }
    overview_lack_line(points, vendors) { "{points} points, with {vendors}", "{points} poäng, hos {vendors}" }
    overview_raised_count(count) { "raised {count}", "utlöst {count}" }
    overview_open_count(count) { "still open {count}", "öppen än {count}" }
    overview_no_decision_count(count) { "no decision on file {count}", "inget beslut registrerat {count}" }
    overview_on_others_count(count) { "decided on other answers {count}", "beslutat om andra svar {count}" }
    overview_unbound_count(count) { "decided without naming answers {count}", "beslutat utan att ange svar {count}" }
    overview_rejected_count(count) { "rejected {count}", "avslagna {count}" }
    overview_row_risk() { "risk", "risk" }
    overview_row_before() { "last time", "förra gången" }
    overview_row_later() { "later", "senare" }
    overview_row_undecided() { "undecided", "ej beslutat" }
    overview_row_moved() { "changed", "ändrat" }
    overview_row_lacks() { "missing", "saknas" }
    overview_row_flags() { "red flags", "röda flaggor" }
    overview_row_depends() { "depend on", "beroende av" }
}

impl Lang {
    /// "1 file", "3 files".
    pub fn files_counted(self, count: usize) -> Clean {
        self.counted_noun(count, ["file", "files"], ["fil", "filer"])
    }

    /// "1 vendor", "3 vendors".
    pub fn vendors_counted(self, count: usize) -> Clean {
        self.counted_noun(count, ["vendor", "vendors"], ["leverantör", "leverantörer"])
    }

    /// "1 review", "3 reviews".
    pub fn reviews_counted(self, count: usize) -> Clean {
        self.counted_noun(count, ["review", "reviews"], ["granskning", "granskningar"])
    }

    /// "1 condition", "3 conditions".
    pub fn conditions_counted(self, count: usize) -> Clean {
        self.counted_noun(count, ["condition", "conditions"], ["villkor", "villkor"])
    }

    /// "1 waiver", "3 waivers".
    pub fn waivers_counted(self, count: usize) -> Clean {
        self.counted_noun(count, ["waiver", "waivers"], ["undantag", "undantag"])
    }

    /// That so many vendors are at a worse risk by a day if nobody does anything.
    pub fn overview_worse_by(self, count: usize, day: impl Trusted) -> Clean {
        let vendors = self.vendors_counted(count);
        match count {
            1 => self.overview_later_one(vendors, day),
            _ => self.overview_later_many(vendors, day),
        }
    }
}
