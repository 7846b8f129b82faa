//! The warnings of a judgement: from which day and for what each is given, and that it is not given a day before.

use duly::internal::assessment::advice;
use duly::internal::policy::Policy;
use duly::internal::source::Diagnostics;
use duly::internal::words::Lang;

use crate::support::{SMALL, judging};

/// A question that waits for another one, whose form is a date.
const MORE: &str =
    "      - {id: plan, ask: Is there a plan?, importance: low, answer: yes-no, when: {a.tested: {above: 30}}}\n";

/// Code and message of each warning about answers and a review, as of 23 November 2026.
fn warnings(answers: &str, review: Option<&str>) -> Vec<(&'static str, String)> {
    let questionnaire = judging::questionnaire(&format!("{SMALL}{MORE}"));
    let (vendor, policy) = (judging::vendor(&questionnaire, answers, review), Policy::default());
    let mut notes = Diagnostics::default();
    advice::advise(&judging::judge(&questionnaire, &vendor, &policy), &mut notes);
    let sorted = notes.sorted();
    sorted.iter().map(|note| (note.problem.code.id, note.problem.message(Lang::En).to_string())).collect()
}

/// The codes of the warnings about answers alone.
fn about(written: &str) -> Vec<&'static str> {
    warnings(written, None).into_iter().map(|(code, _)| code).collect()
}

/// The codes of the warnings about a review, of answers that give rise to none.
fn about_review(review: &str) -> Vec<&'static str> {
    const GOOD: &str = "answered: 2026-11-02\nanswers:\n  a.mfa: yes\n  a.cards: {answer: n/a, comment: No cards.}\n";
    assert!(about(GOOD).is_empty());
    warnings(GOOD, Some(review)).into_iter().map(|(code, _)| code).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn evidence_is_doubted_from_the_next_day_and_after_five_years() {
    let with = |dates: &str| {
        about(&format!("answers: {{a.mfa: {{answer: yes, evidence: [{{title: P, kind: policy, {dates}}}]}}}}\n"))
    };
    assert_eq!(with("issued: 2026-11-23, location: p.pdf"), NONE);
    assert_eq!(with("issued: 2026-11-24, location: p.pdf"), ["evidence-from-the-future"]);
    assert_eq!(with("issued: 2026-11-23, valid_until: 2031-11-23"), NONE);
    assert_eq!(with("issued: 2026-11-23, valid_until: 2031-11-24"), ["evidence-valid-for-long"]);
}

#[test]
fn a_date_that_is_still_to_come_is_named() {
    assert_eq!(about("answers: {a.tested: 2026-11-23}\n"), NONE);
    let found = warnings("answers: {a.tested: 2026-11-24}\n", None);
    assert_eq!(found[0].0, "date-in-future");
    assert!(found[0].1.contains("2026-11-24"), "{}", found[0].1);
}

#[test]
fn answers_that_do_not_count_are_named() {
    assert_eq!(about("answers: {a.cards: no, a.card-log: yes}\n"), ["answer-out-of-scope"]);
    assert_eq!(about("answers: {a.cards: yes, a.card-log: yes}\n"), NONE);
    assert_eq!(about("answers: {a.card-log: unknown}\n"), NONE, "nothing was said");
    let gate = |written: &str| warnings(written, None).remove(0);
    let (code, message) = gate("answers: {a.card-log: yes}\n");
    assert!(code == "gate-unanswered" && message.contains("a.cards"), "{message}");
    let (code, message) = gate("answers: {a.watched: yes}\n");
    assert!(code == "gate-unanswered" && message.contains("inherent_risk"), "{message}");
    let (code, message) = gate("answers: {a.plan: yes}\n");
    assert!(code == "gate-unanswered" && message.contains("a.tested"), "{message}");
}

#[test]
fn not_applicable_is_doubted_only_where_it_counts() {
    assert_eq!(about("answers: {a.mfa: {answer: n/a, comment: We have none.}}\n"), ["na-not-possible"]);
    assert_eq!(about("answers: {a.cards: n/a}\n"), ["na-without-reason"]);
    assert_eq!(about("answers: {a.cards: {answer: n/a, comment: No cards.}}\n"), NONE);
    let out_of_scope = "answers: {a.cards: no, a.card-log: n/a}\n";
    assert_eq!(about(out_of_scope), ["answer-out-of-scope"], "one warning is enough");
}

#[test]
fn an_answer_to_what_was_not_asked_is_named() {
    let sent = |asked: &str| about_review(&format!("reviewed: 2026-11-10\nsent: [{{on: 2026-11-01{asked}}}]\n"));
    assert_eq!(sent(", asked: [a.mfa]"), ["answer-not-asked"]);
    assert_eq!(sent(", asked: [a.mfa]}, {on: 2026-11-05, asked: [a.cards]"), NONE, "of several the union");
    assert_eq!(sent(", asked: [a.mfa]}, {on: 2026-11-05"), NONE, "one that asked everything");
    assert_eq!(sent(", questionnaire: small@0.9.0, asked: [a.gone, a.mfa, a.cards]"), NONE, "of an earlier version");
}

#[test]
fn what_we_verified_is_doubted_for_another_answer_and_from_the_next_day() {
    let verified = |saw: &str, issued: &str| {
        let seen = format!("verified: [{{title: Seen, issued: {issued}, valid_until: 2027-11-09}}]");
        about_review(&format!("reviewed: 2026-11-10\nanswers: {{a.mfa: {{{saw}{seen}}}}}\n"))
    };
    assert_eq!(verified("saw: yes, ", "2026-11-23"), NONE);
    assert_eq!(verified("saw: yes, ", "2026-11-24"), ["evidence-from-the-future"]);
    assert_eq!(verified("saw: no, ", "2026-11-09"), ["verified-other-answer"]);
}

#[test]
fn what_we_verified_has_a_day_or_an_end() {
    let seen = |item: &str| {
        about_review(&format!(
            "reviewed: 2026-11-10\nanswers: {{a.mfa: {{saw: yes, verified: [{{title: S{item}}}]}}}}\n"
        ))
    };
    assert_eq!(seen(""), ["verified-undated"]);
    assert_eq!(seen(", issued: 2026-11-09"), NONE);
    assert_eq!(seen(", valid_until: 2027-11-09"), NONE);
}

#[test]
fn an_overruling_is_doubted_where_it_changes_nothing_or_saw_another_answer() {
    let overruled = |keys: &str| about_review(&format!("reviewed: 2026-11-10\nanswers: {{a.mfa: {{{keys}}}}}\n"));
    assert_eq!(overruled("answer: no, because: Seen."), NONE, "what we say ourselves needs no sight of theirs");
    assert_eq!(overruled("saw: yes, answer: no, because: Seen."), NONE);
    assert_eq!(overruled("saw: partial, answer: no, because: Seen."), ["verified-other-answer"]);
    assert_eq!(overruled("answer: yes"), ["overruled-nothing"]);
    assert_eq!(overruled("saw: no, answer: yes, because: Seen."), ["overruled-nothing"], "the vendor came round to it");
}

#[test]
fn accepting_what_is_not_there_to_accept_is_named() {
    let accepted = |id: &str| {
        about_review(&format!("reviewed: 2026-11-10\nanswers: {{{id}: {{not_applicable: accepted, because: So.}}}}\n"))
    };
    assert_eq!(accepted("a.cards"), NONE);
    assert_eq!(accepted("a.hours"), ["accepted-without-effect"]);
}

#[test]
fn a_waiver_holds_on_its_last_day() {
    let until = |day: &str| {
        about_review(&format!(
            "reviewed: 2026-11-10\nwaivers: [{{flag: no-mfa, by: CISO, until: {day}, because: Soon.}}]\n"
        ))
    };
    assert_eq!(until("2026-11-23"), NONE);
    assert_eq!(until("2026-11-22"), ["waiver-lapsed"]);
}
