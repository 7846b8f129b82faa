//! The fixed phrases of screen and documents: one row per phrase, in both languages. What they are told is clean
//! already: see [`Clean`].

use super::Lang;
use super::clean::{Clean, Trusted};

/// The table: each row becomes a method of [`Lang`].
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*) { $en:literal, $sv:literal })*) => {
        impl Lang {
            $($(#[$doc])*
            #[doc = concat!("```text\n", $en, "\n```")]
            pub fn $name(self, $($arg: impl $crate::words::clean::Trusted),*) -> $crate::words::clean::Clean {
                match self {
                    Lang::En => phrases!(@said $en, $($arg),*),
                    Lang::Sv => phrases!(@said $sv, $($arg),*),
                }
            })*
        }
    };
    (@said $words:literal,) => {
        match format_args!($words).as_str() {
            Some(words) => $crate::words::clean::Trusted::clean(words),
            None => $crate::words::clean::Clean::made_of_trusted(format!($words)),
        }
    };
    (@said $words:literal, $($arg:ident),+) => { $crate::words::clean::Clean::made_of_trusted(format!($words)) };
}

pub(crate) use phrases;

phrases! {
    error() { "error", "fel" }
    warning() { "warning", "varning" }
    help_title() { "help", "råd" }
    sheet_and_cell(sheet, cell) { "sheet {sheet}, {cell}", "blad {sheet}, {cell}" }
    line_and_problem(line, problem) { "line {line}: {problem}", "rad {line}: {problem}" }
    the_line(line) { "line {line}", "rad {line}" }
    meant_instead(name, help) { "did you mean `{name}`? Otherwise {help}", "menade du `{name}`? Annars: {help}" }
    begin_with_blanks(blanks) { "begin the line with {blanks} spaces", "börja raden med {blanks} blanksteg" }
    is_a_policy() {
        "this is a policy, the rules by which files are judged: name the file that is meant in its place",
        "det här är regler, de som filer bedöms efter: ange i stället den fil som avses"
    }
    name_review_and_vendor(name, vendor) {
        "if it is ours and of those answers, name it `{name}` and write the vendor as they do, `{vendor}`",
        "om den är vår och gäller de svaren, döp den till `{name}` och skriv leverantören som i dem, `{vendor}`"
    }
    write_this_kind(what) { "write {what}", "skriv {what}" }
    choose_from_the_list() { "choose from the list in the cell", "välj ur listan i cellen" }
    write_this(line) { "write `{line}`", "skriv `{line}`" }
    is_another_letter(help, letter, code) {
        "{help}; `{letter}` ({code}) in it is another letter, whatever it looks like",
        "{help}; `{letter}` ({code}) i det är en annan bokstav, hur den än ser ut"
    }

    // the head
    as_of(date) { "as of {date}", "per {date}" }
    our_review(file, reviewer, date) {
        "our review: {file}, {reviewer}, {date}",
        "vår granskning: {file}, {reviewer}, {date}"
    }
    review_lay_beside() {
        "our review lay beside the vendor's file: make sure that it is ours",
        "vår granskning låg bredvid leverantörens fil: kontrollera att den är vår"
    }
    besides_that(warnings) { "besides, {warnings}", "dessutom {warnings}" }
    no_review() {
        "our review: none, so nothing is verified and the inherent risk is not stated",
        "vår granskning: saknas; inget är verifierat, och den inneboende risken är inte angiven"
    }
    no_review_no_factors() { "our review: none, so nothing is verified", "vår granskning: saknas; inget är verifierat" }
    vendors_questionnaire() {
        "the questionnaire lies among the vendor's files: whoever writes the questions decides the result",
        "frågeformuläret ligger bland leverantörens filer: den som skriver frågorna avgör resultatet"
    }

    // the verdict
    vendor_risk() { "VENDOR RISK", "LEVERANTÖRSRISK" }
    not_yet_rated() { "NOT YET RATED", "ÄNNU EJ BEDÖMD" }
    nothing_to_rate() { "NOTHING TO RATE", "INGET ATT BEDÖMA" }
    nothing_counts() {
        "no question counts: all are for information only, out of scope or not applicable",
        "ingen fråga räknas: frågorna är bara för kännedom, ingår inte här eller är ej tillämpliga"
    }
    range(from, to) { "{from} to {to}", "{from} till {to}" }
    so_many_of(count, all, what) { "{count} of {all} {what}", "{count} av {all} {what}" }
    so_many_points(what, points) { "{what} {points} points", "{what} {points} poäng" }
    so_many(count, what) { "{count} {what}", "{count} {what}" }
    unanswered() { "unanswered", "obesvarade" }
    perhaps_not_asked() { "not known to apply", "som kanske inte gäller" }
    awaiting_approval() { "awaiting our approval", "väntar på vårt godkännande" }
    if_proved(level) { "if every claim is verified: {level}", "om svaren styrks: {level}" }
    if_best(level) { "if the open questions are answered well: {level}", "om de öppna frågorna får bra svar: {level}" }
    because() { "because", "eftersom" }
    and_more(count) { "and {count} more", "och {count} till" }
    then() { "then", "därefter" }

    if_best_and_little_at_stake(level) {
        "if the open questions are answered well and the inherent risk is at its lowest: {level}",
        "om de öppna frågorna får bra svar och den inneboende risken är den lägsta möjliga: {level}"
    }
    importance(importance) { "importance: {importance}", "betydelse: {importance}" }
    see_all(count, how) { "and {count} more, see {how}", "och {count} till, se {how}" }

    // the numbers
    counted() { "assured", "tillgodoräknat" }
    claimed() { "claimed", "uppgivet" }
    at_most() { "at most", "högst" }
    claimed_means() { "as the vendor says", "enligt leverantören" }
    open_and_known(open, all, known) {
        "{open} of {all} open, known so far: {known} %",
        "{open} av {all} öppna, känt hittills: {known} %"
    }
    open_and_known_whole(open, all, known) {
        "{open} of {all} questions are open; known so far: {known} % of the weight.",
        "{open} av {all} frågor är öppna; känt hittills: {known} % av vikten."
    }
    assurance_verified(points) { "verified {points}", "verifierat {points}" }
    assurance_documented(points) { "documented {points}", "dokumenterat {points}" }
    assurance_expired(points) { "evidence expired {points}", "utgånget {points}" }
    assurance_claimed(points) { "claim only {points}", "obestyrkt {points}" }
    credits(claimed, documented, verified) {
        "assured: claim only {claimed} %, documented {documented} %, verified {verified} %",
        "tillgodoräknas: obestyrkt {claimed} %, dokumenterat {documented} %, verifierat {verified} %"
    }

    // the table of categories
    category() { "Category", "Kategori" }
    column_weight() { "Weight", "Vikt" }
    column_counted() { "Assured", "Till godo" }
    column_claimed() { "Claimed", "Uppgivet" }
    column_at_most() { "At most", "Högst" }
    column_protection() { "Protection", "Skydd" }
    column_open() { "Open", "Öppna" }
    column_flags() { "Flags", "Flaggor" }
    total() { "Total", "Totalt" }

    // the sections
    red_flags() { "Red flags", "Röda flaggor" }
    none_raised() { "none raised", "ingen utlöst" }
    raised() { "raised", "utlöst" }
    not_ruled_out() { "still open", "öppen än" }
    ruled_out() { "ruled out", "utesluten" }
    accepted_until(date) { "accepted until {date}", "godtagen t.o.m. {date}" }
    raised_count(count) { "raised ({count})", "utlösta ({count})" }
    open_count(count) { "still open ({count})", "öppna än ({count})" }
    waived_count(count) { "accepted for a time ({count})", "tidsbegränsat godtagna ({count})" }
    waived_by(who, why) { "by {who}: {why}", "av {who}: {why}" }
    waits_for(questions) { "waits for {questions}", "väntar på {questions}" }
    waits_for_proof_of(questions) { "waits for proof of {questions}", "väntar på underlag för {questions}" }
    waits_for_approval_of(questions) {
        "waits for our approval of {questions}",
        "väntar på vårt godkännande av {questions}"
    }
    severity(level) { "{level} red flag", "röd flagga ({level})" }
    do_first() { "Do first", "Åtgärda först" }
    gives_back(points) { "+{points}", "+{points}" }
    kind_assurance() { "send this document", "sänd dokumentet" }
    kind_change() { "must be changed", "måste ändras" }
    kind_better() { "could be better", "kan bli bättre" }
    kind_check() { "our check missing", "vår kontroll saknas" }
    full_points(what) { "full points: {what}", "full poäng: {what}" }
    kind_answer() { "answer missing", "svar saknas" }
    kind_approval() { "awaits our approval", "väntar på vårt godkännande" }
    ask_for(what) { "ask for: {what}", "begär: {what}" }
    check_document(title) { "verify the document: “{title}”", "verifiera dokumentet: ”{title}”" }
    ask_the_vendor(what) { "ask: {what}", "fråga: {what}" }
    ask_for_reason_or_answer(what) {
        "ask for the reason, or for an answer: {what}",
        "fråga efter skälet eller efter ett svar: {what}"
    }
    answer_or_accept(what) {
        "have it answered, or accept that it does not apply (it is then left out): {what}",
        "få den besvarad, eller godta att den inte är tillämplig (den räknas då bort): {what}"
    }
    question_was(what) { "the question was: {what}", "frågan var: {what}" }
    first_answer(ids) { "first answer {ids}", "besvara först {ids}" }
    first_accept(ids) {
        "first accept that it does not apply, or have it answered: {ids}",
        "godta först att den inte är tillämplig, eller få den besvarad: {ids}"
    }
    evidence() { "Evidence", "Underlag" }
    evidence_expired(count, list) { "expired ({count}){list}", "utgångna ({count}){list}" }
    evidence_expiring(count, list) { "expires within 90 days ({count}){list}", "går ut inom 90 dagar ({count}){list}" }
    evidence_claimed(count, points) {
        "claim only ({count}; would gain {points})",
        "obestyrkta ({count}; skulle ge {points} poäng)"
    }
    evidence_fine() {
        "every answer that counts is evidenced and current",
        "varje svar som räknas är styrkt och aktuellt"
    }
    does_not_add_up() { "Contradictory answers", "Svar som motsäger varandra" }
    contradict_each_other(title) { "contradictory: {title}", "motsäger varandra: {title}" }
    not_counted() { "Not counted", "Räknas inte" }
    word_only(count) { "claim only ({count})", "obestyrkta ({count})" }
    left_out_in_all(count, share) {
        "not asked here or not applicable: {count} ({share} %)",
        "ingår inte här eller ej tillämpligt: {count} ({share} %)"
    }
    left_out_of_scope(share, count) { "not asked here: {count} ({share} %)", "ingår inte här: {count} ({share} %)" }
    left_out_na(share, count) { "not applicable: {count} ({share} %)", "ej tillämpligt: {count} ({share} %)" }
    left_out_na_approved(share, count) {
        "not applicable, accepted: {count} ({share} %)",
        "ej tillämpligt, godtaget av oss: {count} ({share} %)"
    }
    waits_for_approval(count) { "awaits our approval: {count}", "väntar på vårt godkännande: {count}" }
    decision() { "Decision", "Beslut" }
    decided(outcome, by, on) { "{outcome}, {by}, {on}", "{outcome}, {by}, {on}" }
    on_condition(conditions) { "on condition: {conditions}", "villkor: {conditions}" }
    next_review(date) { "next review {date}", "nästa granskning {date}" }
    review_overdue_since(date) { "review overdue since {date}", "granskning försenad sedan {date}" }
    decided_on_others() {
        "made on other answers or documents, so it no longer holds",
        "fattat om andra svar eller dokument, så det gäller inte längre"
    }
    decided_before() { "older than these answers, so none on them", "äldre än de här svaren, så inget om dem" }
    decided_on_nothing_named() {
        "does not name the answers that it was made on",
        "anger inte vilka svar det fattades om"
    }
    decided_not_on_these() { "none on these answers", "inget om de här svaren" }
    not_decided() { "none on file", "inget registrerat" }
    outcome_approved() { "approved", "godkänd" }
    outcome_conditional() { "approved on conditions", "godkänd på villkor" }
    outcome_rejected() { "rejected", "avslagen" }
    basis() { "Based on", "Bygger på" }
    basis_questionnaire(id, sha) { "{id} {sha}", "{id} {sha}" }
    basis_answers(date, sha) { "answers {date} {sha}", "svar {date} {sha}" }
    basis_answers_undated(sha) { "answers, undated {sha}", "svar, odaterade {sha}" }
    basis_review(sha) { "review {sha}", "granskning {sha}" }
    basis_policy(name, sha) { "rules {name} {sha}", "regler {name} {sha}" }
    basis_policy_default() { "default rules", "förvalda regler" }
    disclaimer() {
        "the answers indicate this; not legal advice, not a data protection impact assessment",
        "svaren tyder på detta; varken juridisk rådgivning eller konsekvensbedömning"
    }
    at_stake() { "Inherent risk", "Inneboende risk" }
    at_stake_is(tier) { "{tier}", "{tier}" }
    not_stated() { "not stated", "inte angivet" }
    next_command(command) { "next: {command}", "härnäst: {command}" }
    questions() { "Questions", "Frågor" }
    points_of(points, share) { "{points} of {share}", "{points} av {share}" }
    no_answer() { "no answer", "inget svar" }
    never() { "never", "aldrig" }
    not_applicable() { "not applicable", "ej tillämpligt" }
    overruled_by_us() { "our answer instead of the vendor's", "vårt svar i stället för leverantörens" }
    comment(text) { "comment: {text}", "kommentar: {text}" }

    // how far an answer is proved, and why a question does not count
    word_claimed() { "claim only", "obestyrkt" }
    word_expired() { "evidence expired", "underlaget har gått ut" }
    word_documented() { "documented and not verified", "dokumenterat men ej verifierat" }
    word_verified() { "verified by us", "verifierat av oss" }
    status_out_of_scope() { "not asked here", "ingår inte här" }
    status_info() { "for information", "för kännedom" }
    status_scope_unknown() { "not known whether it applies", "oklart om den gäller" }
    status_unanswered() { "not answered", "obesvarad" }
    status_na_pending() { "not applicable, awaits our approval", "ej tillämpligt, väntar på vårt godkännande" }
    status_na_refused() { "not applicable, refused by us", "ej tillämpligt, underkänt av oss" }
    status_na_no_reason() { "not applicable, no reason given", "ej tillämpligt, utan skäl" }
    status_na_forbidden() { "not applicable, not allowed here", "ej tillämpligt, medges inte här" }
    word_ours() { "our answer", "vårt svar" }
    status_na_approved() { "not applicable, accepted", "ej tillämpligt, godtaget" }
    status_na() { "not applicable", "ej tillämpligt" }
    status_na_beyond_cap() {
        "not applicable beyond our limit, awaits our approval",
        "ej tillämpligt över vår gräns, väntar på vårt godkännande"
    }

    // bands
    strong() { "strong", "starkt" }
    adequate() { "adequate", "godtagbart" }
    weak() { "weak", "svagt" }
    poor() { "poor", "bristfälligt" }
    unclear() { "not known", "ännu oklart" }
}

impl Lang {
    /// "1 error", "2 errors".
    pub fn errors(self, count: usize) -> Clean {
        self.counted_noun(count, ["error", "errors"], ["fel", "fel"])
    }

    /// "1 warning", "2 warnings".
    pub fn warnings(self, count: usize) -> Clean {
        self.counted_noun(count, ["warning", "warnings"], ["varning", "varningar"])
    }

    /// "1 remediation would gain 4.0 points", "2 remediations would gain 4.0 points".
    pub fn remediations_counted(self, count: usize, points: impl Trusted) -> Clean {
        let en = ["remediation would gain", "remediations would gain"];
        let remediations = self.counted_noun(count, en, ["åtgärd skulle ge", "åtgärder skulle tillsammans ge"]);
        self.so_many_points(remediations, points)
    }

    pub(crate) fn counted_noun(self, count: usize, en: [&'static str; 2], sv: [&'static str; 2]) -> Clean {
        let [one, many] = match self {
            Lang::En => en,
            Lang::Sv => sv,
        };
        count.and(" ").and(if count == 1 { one } else { many })
    }
}
