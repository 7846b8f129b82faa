//! The fixed phrases of the pages for a board: no word of the trade, no arithmetic.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    // the page of one vendor
    board_title(vendor) { "{vendor}: risk and recommendation", "{vendor}: risk och rekommendation" }
    board_stakes() { "What is at stake", "Vad som står på spel" }
    board_stakes_assumed(level) {
        "The questionnaire does not ask what is at stake; {level} risk is assumed.",
        "Formuläret frågar inte vad som står på spel; {level} risk antas."
    }
    board_recommends() { "What we recommend", "Vad vi rekommenderar" }
    board_decision() { "The decision", "Beslutet" }
    board_reasons() { "The reasons", "Skälen" }
    board_decided(outcome, by, day) { "{outcome}, decided by {by} on {day}.", "{outcome}, beslutat av {by} {day}." }
    board_assessment_says() { "What the assessment says", "Vad bedömningen säger" }
    board_decided_against() { "The decision goes against this.", "Beslutet går emot detta." }
    board_decided_despite(flags) {
        "It was decided without a condition, though nobody accepts these critical red flags: {flags}.",
        "Beslutet togs utan villkor, fast ingen har godtagit dessa kritiska röda flaggor: {flags}."
    }
    board_duties(missing) {
        "Not on file of our own duties as controller: {missing}.",
        "Av våra egna skyldigheter som personuppgiftsansvarig saknas: {missing}."
    }
    board_next_review(day) { "To be looked at again on {day}.", "Granskas på nytt {day}." }
    board_on_condition() { "On these conditions", "På dessa villkor" }

    // the risk in one sentence
    board_rated(level, why) { "{level} risk: {why}.", "{level} risk: {why}." }
    board_not_rated(why, from, to) {
        "Not yet rated: {why}, so the risk may be anything from {from} to {to}.",
        "Ännu ej bedömd: {why}, så risken kan vara allt från {from} till {to}."
    }
    board_little_at_stake() { "little is at stake", "lite står på spel" }
    board_some_at_stake() { "something is at stake", "en del står på spel" }
    board_much_at_stake() { "much is at stake", "mycket står på spel" }
    board_very_much_at_stake() { "very much is at stake", "väldigt mycket står på spel" }
    board_stake_assumed(level) {
        "the questionnaire does not ask what is at stake, so {level} risk is assumed",
        "formuläret frågar inte vad som står på spel, så {level} risk antas"
    }
    board_stake_unstated() {
        "we have not stated what is at stake",
        "vi har inte angett vad som står på spel"
    }
    board_stake_partly_stated() {
        "we have not stated all that is at stake",
        "vi har inte angett allt som står på spel"
    }
    board_worst_assumed(unstated) {
        "{unstated} and must assume the worst",
        "{unstated} och måste anta det värsta"
    }
    board_protection(band) { "the protection that has been shown is {band}", "det skydd som har styrkts är {band}" }
    board_partly_shown() {
        "only part of the protection that is claimed has been shown",
        "bara en del av det skydd som uppges har styrkts"
    }
    board_little_shown() {
        "little of the protection that is claimed has been shown",
        "bara lite av det skydd som uppges har styrkts"
    }
    board_partly_answered() {
        "too little has been answered to show enough protection",
        "för lite har besvarats för att ett tillräckligt skydd ska framgå"
    }
    board_weak_by_answers() {
        "the answers themselves show weak protection",
        "svaren i sig visar ett svagt skydd"
    }
    board_poor_by_answers() {
        "the answers themselves show little protection",
        "svaren i sig visar ett bristfälligt skydd"
    }
    one_fault_known() { "1 serious shortcoming is known", "1 allvarlig brist är känd" }
    faults_known(count) { "{count} serious shortcomings are known", "{count} allvarliga brister är kända" }
    one_fault_unsettled() {
        "in 1 respect it is not settled yet whether there is a serious shortcoming",
        "i 1 avseende är det inte klarlagt än om det finns en allvarlig brist"
    }
    faults_unsettled(count) {
        "in {count} respects it is not settled yet whether there is a serious shortcoming",
        "i {count} avseenden är det inte klarlagt än om det finns en allvarlig brist"
    }
    board_open(open, all) { "{open} of {all} questions are open", "{open} av {all} frågor är öppna" }
    board_left_out_by_claim() {
        "much is left out by answers that we have not verified",
        "mycket är undantaget genom svar som vi inte har verifierat"
    }
    board_and(first, last) { "{first} and {last}", "{first} och {last}" }
    board_but(first, last) { "{first}, but {last}", "{first}, men {last}" }
    board_list_and(first, last) { "{first}, and {last}", "{first}, och {last}" }

    // what comes next where nothing is decided
    board_no_decision() { "No decision is on file.", "Inget beslut är registrerat." }
    board_decision_anew() {
        "A decision on the answers at hand is not on file.",
        "Inget beslut om de svar som nu gäller är registrerat."
    }
    board_may_approve() {
        "Nothing in the rating speaks against approval.",
        "Inget i bedömningen talar mot ett godkännande."
    }
    board_may_approve_on_conditions() {
        "The rating leaves room for approval on conditions: what is still lacking, by whom and by when.",
        "Bedömningen ger utrymme för ett godkännande på villkor: det som fattas, vem som gör det och till när."
    }
    board_settle_first() {
        "Do not approve until the points below are settled.",
        "Godkänn inget förrän punkterna nedan är utredda."
    }
    board_not_as_it_stands() {
        "The rating speaks against approval as long as the reasons below stand.",
        "Bedömningen talar mot ett godkännande så länge skälen nedan kvarstår."
    }
    board_too_early() {
        "Too little is known for a decision.",
        "För lite är känt för ett beslut."
    }
    board_nothing_to_decide_on() {
        "There is nothing to rate, and so nothing to decide on.",
        "Det finns inget att bedöma och därmed inget att besluta om."
    }
    board_rules_stop(level) {
        "Our rules let no vendor pass whose risk is {level} or worse.",
        "Enligt våra regler får ingen leverantör anlitas vars risk är {level} eller värre."
    }

    vendor_answers_heaviest(count) {
        "the vendor answers the {count} open questions that weigh most",
        "leverantören besvarar de {count} öppna frågor som väger tyngst"
    }
    vendor_answers_heaviest_one() {
        "the vendor answers the open question that weighs most",
        "leverantören besvarar den öppna fråga som väger tyngst"
    }
    we_state_stakes() { "we state what is at stake", "vi anger vad som står på spel" }

    // flags
    board_not_answered(question) { "not answered yet: {question}", "obesvarad än: {question}" }
    board_not_shown(question) { "not shown yet: {question}", "ej styrkt än: {question}" }
    board_waits_for_answer(count, said) {
        "{said} ({count} red flags wait for this answer)",
        "{said} ({count} röda flaggor väntar på detta svar)"
    }
    board_not_accepted(question) {
        "said not to apply, which awaits our approval: {question}",
        "uppges inte gälla, vilket väntar på vårt godkännande: {question}"
    }
    board_until_then(level) { "until then at least {level}", "tills dess lägst {level}" }
    board_accepted_flag(title, day) { "accepted until {day}: {title}", "godtagen t.o.m. {day}: {title}" }

    // categories where a table has no room
    board_category(name, points) { "{name} {points}", "{name} {points}" }
    board_by_protection(top) {
        "Categories by protection shown (points out of {top})",
        "Kategorier efter styrkt skydd (poäng av {top})"
    }
    board_categories_counted() {
        "How many categories reach which protection; each by name in the full report.",
        "Hur många kategorier som når vilket skydd; var och en med namn i den fullständiga rapporten."
    }

    // what had no room
    more_reasons(count) {
        "Further reasons in the full report: {count}.",
        "Fler skäl i den fullständiga rapporten: {count}."
    }
    more_conditions(count) {
        "Further conditions in the full report: {count}.",
        "Fler villkor i den fullständiga rapporten: {count}."
    }
    more_flags(count) {
        "Further red flags in the full report: {count}.",
        "Fler röda flaggor i den fullständiga rapporten: {count}."
    }
    more_stakes(count) {
        "Further factors in the full report: {count}.",
        "Fler faktorer i den fullständiga rapporten: {count}."
    }

    more_of_head(count) {
        "Further lines on questionnaire and day in the full comparison: {count}.",
        "Fler rader om frågeformulär och dag i den fullständiga jämförelsen: {count}."
    }
    more_cautions(count) {
        "Further cautions in the full comparison: {count}.",
        "Fler påpekanden i den fullständiga jämförelsen: {count}."
    }
    more_changes(count) {
        "Further changes in the full comparison: {count}.",
        "Fler ändringar i den fullständiga jämförelsen: {count}."
    }

    // several vendors on one page
    board_choice() { "The choice", "Valet" }
    board_date() { "As of", "Per" }
    board_sentence() { "The risk in one sentence", "Risken i en mening" }
    board_order() { "The order, and how sure it is", "Ordningen, och hur säker den är" }
    board_protection_shown() { "Protection that has been shown", "Skydd som har styrkts" }
    board_groups_shown() {
        "Protection shown, by group",
        "Styrkt skydd per grupp"
    }
    board_counts_shown() {
        "Protection that has been shown: how many categories reach which",
        "Skydd som har styrkts: hur många kategorier som når vilket"
    }
    board_conditions_met(count, met) { "conditions: {count}, met: {met}", "villkor: {count}, uppfyllda: {met}" }
    board_not_reviewed(names) {
        "Not reviewed by us, so nothing is verified: {names}.",
        "Inte granskade av oss, så inget är verifierat: {names}."
    }
    board_first_by_risk(name, behind, better, worse) {
        "{name} before {behind}: {better} risk against {worse}.",
        "{name} före {behind}: {better} risk mot {worse}."
    }
    board_first_at_worst(name, behind, better, worse) {
        "{name} before {behind}: at worst {better} risk against {worse}.",
        "{name} före {behind}: i värsta fall {better} risk mot {worse}."
    }
    board_same_risk() { "the same risk", "samma risk" }
    board_same_at_worst() { "at worst the same risk", "i värsta fall samma risk" }
    board_first_by_shown(name, behind, same) {
        "{name} before {behind}: {same}, more protection shown.",
        "{name} före {behind}: {same}, mer skydd styrkt."
    }
    board_first_by_claims(name, behind, same) {
        "{name} before {behind}: {same}, as much shown, more claimed.",
        "{name} före {behind}: {same}, lika mycket styrkt, mer uppgivet."
    }
    board_level(name, behind) {
        "{name} and {behind} are level: neither ranks first.",
        "{name} och {behind} är lika: ingen rankas först."
    }
    board_surely_ahead() {
        "Surely ahead, whatever is still open.",
        "Säkert före, vad som än är öppet."
    }
    board_proof_may_turn(behind) {
        "Ahead today; proof from {behind} could turn it.",
        "Före i dag; underlag från {behind} kan vända det."
    }
    board_ahead_by_points_at(level) {
        "Ahead by points whatever is answered; its risk may still be {level}.",
        "Före på poäng vad som än besvaras; dess risk kan fortfarande vara {level}."
    }
    board_ahead_by_points() {
        "Ahead by points whatever is answered; the order by risk is not settled.",
        "Före på poäng vad som än besvaras; ordningen efter risk är inte klarlagd."
    }
    board_surely() { "Surely ahead.", "Säkert före." }
    board_may_turn_in_short() { "Could still turn.", "Kan fortfarande vända." }
    board_on_no_named_answers() { "does not say on which answers", "anger inte om vilka svar" }
    board_on_other_answers() { "on other answers, no longer holds", "om andra svar, gäller inte längre" }
    board_before_these_answers() { "older than these answers", "äldre än de här svaren" }
    board_surely_by_risk() {
        "Surely ahead by its risk, whatever is still open.",
        "Säkert före genom sin risk, vad som än är öppet."
    }
    board_surely_on_the_same() {
        "Surely ahead on the same questions; the risk could still turn.",
        "Säkert före på samma frågor; risken kan fortfarande vända."
    }
    board_stakes_not_asked(names) {
        "The questionnaire does not ask what is at stake: {names}.",
        "Formuläret frågar inte vad som står på spel: {names}."
    }
    board_stakes_unstated(names) {
        "What is at stake is not stated for {names}.",
        "Vad som står på spel är inte angivet för {names}."
    }
    board_may_turn(count) {
        "What is still open could turn it (questions: {count}).",
        "Det som är öppet kan fortfarande vända det (frågor: {count})."
    }

    // days in sentences
    day_in_words(day, month, year) { "{day} {month} {year}", "den {day} {month} {year}" }
}

/// The months of a year as sentences name them, English and Swedish.
const MONTHS: [[&str; 2]; 12] = [
    ["January", "januari"],
    ["February", "februari"],
    ["March", "mars"],
    ["April", "april"],
    ["May", "maj"],
    ["June", "juni"],
    ["July", "juli"],
    ["August", "augusti"],
    ["September", "september"],
    ["October", "oktober"],
    ["November", "november"],
    ["December", "december"],
];

impl Lang {
    /// The name of a month, counted from 1; nothing for a number that is none.
    pub fn month(self, month: usize) -> Clean {
        let names = month.checked_sub(1).and_then(|at| MONTHS.get(at));
        names.map_or_else(Clean::default, |names| names[usize::from(self == Lang::Sv)].clean())
    }

    /// How many serious shortcomings are known.
    pub fn known_faults(self, count: usize) -> Clean {
        if count == 1 { self.one_fault_known() } else { self.faults_known(count) }
    }

    /// In how many respects it is not settled whether there is one.
    pub fn unsettled_faults(self, count: usize) -> Clean {
        if count == 1 { self.one_fault_unsettled() } else { self.faults_unsettled(count) }
    }
}
