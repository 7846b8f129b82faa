//! The fixed phrases of the verdict: what flags wait for, why the rating is as it is, what would lower it.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    nothing_said() { "not answered yet", "obesvarad än" }
    vendor_does_not_know() { "not known, says the vendor", "leverantören uppger vet ej" }
    proposed_only() { "proposed and not confirmed by the vendor", "föreslaget men ej bekräftat av leverantören" }
    withdrawn_until_shown() {
        "answered, and not counted until it is shown",
        "besvarad, men räknas inte förrän det har visats"
    }
    day_to_come() { "answered with a day that has not come yet", "besvarad med en dag som inte har kommit än" }
    reason_does_not_hold() {
        "said not to apply, which has no effect",
        "uppges ej tillämplig, vilket inte har någon verkan"
    }
    gates_open() { "not known yet whether it is asked", "oklart om den ställs" }
    waits_for_evidence() { "waits for evidence", "väntar på underlag" }
    waits_for_our_approval() { "waits for our approval", "väntar på vårt godkännande" }
    waits_for_our_stake() {
        "waits for our review to state the inherent risk",
        "väntar på att vår granskning anger den inneboende risken"
    }
    quoted(text) { "“{text}”", "”{text}”" }
    reason_of_vendor() { "the vendor:", "leverantören:" }
    reason_of_ours() { "we:", "vi:" }
    until_then(level) { "until then at least {level}", "tills dess lägst {level}" }
    bound_by_stake(least, most) {
        "{least}, {most} if more is at stake",
        "{least}, {most} om mer står på spel"
    }
    at_least(level) { "at least {level}", "lägst {level}" }
    minimum_open(category, score, minimum, open) {
        "“{category}” has {score} of the {minimum} required, and {open} of its questions are open",
        "”{category}” har {score} av de {minimum} som krävs, och {open} av dess frågor är öppna"
    }
    minimum_unproved(category, claimed, score, minimum) {
        "“{category}” would reach {claimed} if its answers were proved; assured {score}, at least {minimum} required",
        "”{category}” skulle nå {claimed} om svaren styrktes; tillgodoräknat {score}, minst {minimum} krävs"
    }
    ruled_out_verified() { "ruled out: verified by us", "utesluten: verifierat av oss" }
    ruled_out_documented() { "ruled out: documented", "utesluten: dokumenterat" }
    ruled_out_claimed() { "ruled out: on the vendor's word", "utesluten: på leverantörens ord" }
    ruled_out_by_our_answer() { "ruled out: by our answer, not verified", "utesluten: av vårt svar, ej verifierat" }
    ruled_out_by(counts) { "ruled out: {counts}", "uteslutna: {counts}" }
    verified_count(count) { "verified by us ({count})", "verifierat av oss ({count})" }
    documented_count(count) { "documented ({count})", "dokumenterat ({count})" }
    on_their_word_count(count) { "on the vendor's word ({count})", "på leverantörens ord ({count})" }
    by_our_answer_count(count) { "by our answer, not verified ({count})", "av vårt svar, ej verifierat ({count})" }
    flags_ruled_out_verified(count) { "Ruled out, verified by us ({count})", "Uteslutna, verifierat av oss ({count})" }
    flags_ruled_out_documented(count) {
        "Ruled out by documents that we have not verified ({count})",
        "Uteslutna enligt dokument som vi inte har verifierat ({count})"
    }
    flags_ruled_out_claimed(count) {
        "Ruled out on the vendor's word ({count})",
        "Uteslutna på leverantörens ord ({count})"
    }
    flags_ruled_out_by_our_answer(count) {
        "Ruled out by answers of ours that nothing verifies ({count})",
        "Uteslutna av våra egna svar, som inget verifierar ({count})"
    }
    if_answered_badly() { "If the answer is bad", "Om svaret är dåligt" }
    minimum_missed(category, score, minimum) {
        "“{category}” reaches {score}; at least {minimum} is required",
        "”{category}” når {score}; minst {minimum} krävs"
    }
    below_minimum(category) {
        "“{category}” does not reach its minimum",
        "”{category}” når inte sitt minimikrav"
    }
    stake_assumed(stake) {
        "the inherent risk is assumed to be {stake}: the questionnaire does not ask for it",
        "den inneboende risken antas vara {stake}: formuläret frågar inte efter den"
    }
    stake_is(level, what) { "{level} inherent risk: {what}", "{level} inneboende risk: {what}" }
    stake_is_only(level) { "{level} inherent risk", "{level} inneboende risk" }
    stake_may_be(level, what) {
        "the inherent risk may be {level}, as our review does not state: {what}",
        "den inneboende risken kan vara {level}, eftersom vår granskning inte anger: {what}"
    }
    full_protection_leaves(level) {
        "even with every control in place and verified, {level} remains: only less at stake lowers it",
        "även med allt skydd på plats och verifierat återstår {level}: bara att mindre står på spel sänker den"
    }
    gap_claims(count) { "claims only: {count}", "obestyrkta: {count}" }
    gap_expired(count) { "evidence expired: {count}", "underlaget har gått ut: {count}" }
    gap_unverified(count) { "documented and not verified: {count}", "dokumenterade men ej verifierade: {count}" }
    gap_control(count) { "controls missing or weak: {count}", "skydd som saknas eller är svagt: {count}" }
    gap_unanswered(count) { "not answered: {count}", "obesvarade: {count}" }
    gap_above_all(first) { ", above all {first}", ", främst {first}" }
    by_our_rules() { "by our rules", "enligt reglerna" }
    arithmetic(stake, band, score, level) {
        "inherent risk {stake} and protection as evidenced {band} ({score}) give {level}",
        "inneboende risk {stake} och styrkt skydd {band} ({score}) ger {level}"
    }
    arithmetic_flags(level) { "; red flags raise it to {level}", "; röda flaggor höjer den till {level}" }
    known_so_far(percent) { "known so far: {percent} % of the weight", "känt hittills: {percent} % av vikten" }
    answered_on(day) { "answered {day}", "besvarat {day}" }
    too_little_known(known, needed) {
        "too little is known: {known} % of the weight, {needed} % is needed for a rating",
        "för lite är känt: {known} % av vikten, {needed} % krävs för en bedömning"
    }
    way_to(level) { "to {level}", "till {level}" }
    way_to_rating() { "to a rating", "till bedömning" }
    answer_heaviest(count) {
        "answer the {count} open questions that weigh most",
        "besvara de {count} öppna frågor som väger tyngst"
    }
    answer_heaviest_one() { "answer the open question that weighs most", "besvara den öppna fråga som väger tyngst" }
    stake_not_stated() { "state the inherent risk in our review", "ange den inneboende risken i vår granskning" }
    best_within_reach(level) {
        "{level} is the best within reach, because the inherent risk is so high",
        "{level} är det bästa som kan nås, eftersom den inneboende risken är så hög"
    }
    way_out() { "lower only by", "sänks bara av" }
    before_we_verify(documents, rating) {
        "{documents} {rating}, before we have verified any",
        "{documents} {rating}, innan vi har verifierat något"
    }
    gains_once_verified(points) {
        "would gain {points} once verified by us",
        "skulle ge {points} poäng när vi har verifierat det"
    }
    only_less_at_stake(asks) {
        "only less at stake, that is, other answers of ours to {asks}; no document, change or waiver does",
        "bara att mindre står på spel, det vill säga andra svar från oss på {asks}; inget dokument, ingen ändring och \
         inget undantag gör det"
    }
    vendor_sends() { "the vendor sends", "leverantören sänder" }
    vendor_answers() { "the vendor answers", "leverantören besvarar" }
    we_state() { "we state the inherent risk", "vi anger den inneboende risken" }
    we_accept() {
        "we accept that it does not apply, or have it answered",
        "vi godtar att den ej är tillämplig, eller får den besvarad"
    }
    we_verify() { "we verify", "vi verifierar" }
    we_verify_of_ours() { "we verify our own answer to", "vi verifierar vårt eget svar på" }
    vendor_removes() {
        "the vendor removes what raises a red flag",
        "leverantören undanröjer det som utlöser en röd flagga"
    }
    vendor_changes() { "the vendor changes", "leverantören ändrar" }
    strong_needs_us(documented, strong) {
        "A document that we have not verified counts {documented} %, so protection as evidenced is strong, from \
         {strong} points, only once we have verified some of it.",
        "Ett dokument som vi inte har verifierat räknas till {documented} %, så det styrkta skyddet är starkt, från \
         {strong} poäng, först när vi har verifierat en del."
    }
    full_protection_ends(list) {
        "Even with every control in place and verified, the residual risk ends at {list}.",
        "Även med allt skydd på plats och verifierat slutar den kvarstående risken på {list}."
    }
    ends_at(rating, stake) {
        "{rating} where the inherent risk is {stake}",
        "{rating} där den inneboende risken är {stake}"
    }
    if_papers_fail(level) { "if the documents do not hold: {level}", "om dokumenten inte håller: {level}" }
    too_much_left_out(share, most) {
        "answers that we have not verified leave out {share} % of the questionnaire, and {most} % may be",
        "svar som vi inte har verifierat utesluter {share} % av formuläret, och {most} % är tillåtet"
    }
    verify_gates(questions) { "verify what was answered to {questions}", "verifiera svaren på {questions}" }
}

impl Lang {
    /// "1 document to send (vendor)", "2 documents to send (vendor)".
    pub fn documents_to_send(self, count: usize) -> Clean {
        let en = ["document to send (vendor)", "documents to send (vendor)"];
        self.counted_noun(count, en, ["dokument att sända (leverantören)"; 2])
    }

    /// "1 answer to give (vendor)", "2 answers to give (vendor)".
    pub fn answers_to_get(self, count: usize) -> Clean {
        let en = ["answer to give (vendor)", "answers to give (vendor)"];
        self.counted_noun(count, en, ["svar att ge (leverantören)"; 2])
    }

    /// "1 document to verify (us)", "2 documents to verify (us)".
    pub fn documents_to_verify(self, count: usize) -> Clean {
        let en = ["document to verify (us)", "documents to verify (us)"];
        self.counted_noun(count, en, ["dokument att verifiera (vi)"; 2])
    }

    /// "1 answer of ours to verify (us)", "2 answers of ours to verify (us)".
    pub fn own_answers_to_verify(self, count: usize) -> Clean {
        let en = ["answer of ours to verify (us)", "answers of ours to verify (us)"];
        self.counted_noun(count, en, ["eget svar att verifiera (vi)", "egna svar att verifiera (vi)"])
    }

    /// "1 red flag to remove (vendor)", "2 red flags to remove (vendor)".
    pub fn flags_to_remove(self, count: usize) -> Clean {
        let en = ["red flag to remove (vendor)", "red flags to remove (vendor)"];
        let sv = ["röd flagga att undanröja (leverantören)", "röda flaggor att undanröja (leverantören)"];
        self.counted_noun(count, en, sv)
    }

    /// "1 change (vendor)", "2 changes (vendor)".
    pub fn changes_to_make(self, count: usize) -> Clean {
        let sv = ["ändring (leverantören)", "ändringar (leverantören)"];
        self.counted_noun(count, ["change (vendor)", "changes (vendor)"], sv)
    }

    /// "1 question said not to apply, to accept or have answered (us)".
    pub fn approvals_to_give(self, count: usize) -> Clean {
        let en = [
            "question said not to apply, to accept or have answered (us)",
            "questions said not to apply, to accept or have answered (us)",
        ];
        let sv = [
            "fråga som uppges ej tillämplig, att godta eller få besvarad (vi)",
            "frågor som uppges ej tillämpliga, att godta eller få besvarade (vi)",
        ];
        self.counted_noun(count, en, sv)
    }

    /// "1 answer", "2 answers": what a document settles.
    pub fn settles(self, count: usize) -> Clean {
        self.counted_noun(count, ["answer", "answers"], ["svar", "svar"])
    }

    /// That so many documents alone give a rating.
    pub fn documents_alone_give(self, count: usize, rating: impl Trusted) -> Clean {
        let en = ["document alone gives", "documents alone give"];
        let documents = self.counted_noun(count, en, ["dokument ensamt ger", "dokument ensamma ger"]);
        self.before_we_verify(documents, rating)
    }

    /// "1 more reason", "2 more reasons".
    pub fn further_reasons(self, count: usize) -> Clean {
        self.counted_noun(count, ["more reason", "more reasons"], ["skäl till", "skäl till"])
    }

    /// "accept that 1 question does not apply, or have it answered".
    pub fn accept_or_have_answered(self, count: usize) -> Clean {
        match (self, count) {
            (Lang::En, 1) => "accept that 1 question does not apply, or have it answered".clean(),
            (Lang::En, _) => "accept that ".and(count).and(" questions do not apply, or have them answered"),
            (Lang::Sv, 1) => "godta att 1 fråga inte är tillämplig, eller få den besvarad".clean(),
            (Lang::Sv, _) => "godta att ".and(count).and(" frågor inte är tillämpliga, eller få dem besvarade"),
        }
    }
}
