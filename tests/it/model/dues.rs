//! What falls due for a vendor, and when to look again.

use duly::internal::assessment::next_review::next_review;
use duly::internal::policy::Policy;
use duly::internal::portfolio::due::dues;
use duly::internal::portfolio::{Due, DueKind, DueStanding};
use duly::internal::source::Date;
use duly::internal::source::fields::Word;

use crate::support::judging::{judge, questionnaire, vendor};

const SMALL: &str = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\n\
    evidence: [{id: cert, ask: Certificate, valid_months: 12}, {id: book, ask: Handbook}]\n\
    inherent_risk:\n  - id: data\n    ask: Data?\n    options:\n      - {id: few, label: Few, tier: low}\n\
    \x20     - {id: many, label: Many, tier: critical}\n\
    categories:\n  - id: a\n    title: A\n    questions:\n\
    \x20     - {id: mfa, ask: MFA?, importance: high, answer: yes-no, evidence: [cert]}\n\
    \x20     - {id: log, ask: Log?, importance: high, answer: yes-no, evidence: [cert]}\n\
    red_flags:\n  - {id: no-log, severity: high, when: {a.log: [\"no\"]}, title: No log}\n";
const ANSWERS: &str = "answered: 2026-03-31\nevidence:\n\
    \x20 iso: {title: ISO certificate, kind: cert, issued: 2026-01-10, location: iso.pdf}\n\
    \x20 old: {title: Old certificate, kind: cert, issued: 2024-01-10, location: old.pdf}\n\
    answers:\n  a.mfa: {answer: \"yes\", evidence: [iso, old]}\n  a.log: \"no\"\n";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// What falls due, a line each.
fn told(review: Option<&str>, policy: &Policy) -> Vec<String> {
    let questionnaire = questionnaire(SMALL);
    let vendor = vendor(&questionnaire, ANSWERS, review);
    let assessment = judge(&questionnaire, &vendor, policy);
    let line = |due: Due| {
        let by = due.by.map_or("–".to_owned(), |by| by.to_string());
        let standing = due.standing(assessment.subject.as_of).word();
        let owner = due.owner.as_deref().unwrap_or("–");
        let computed = if due.is_computed { " computed" } else { "" };
        format!("{by} {standing} {}: {} ({owner}){computed} [{}]", due.kind.word(), due.about, due.key)
    };
    dues(&assessment).into_iter().map(line).collect()
}

const REVIEW: &str = "reviewed: 2026-05-10\ninherent_risk: {data: many}\n\
    waivers: [{flag: no-log, by: CISO, until: 2026-11-22, because: logs come}]\n\
    decision:\n  outcome: conditional\n  by: Board\n  on: 2026-05-12\n  next_review: 2026-11-23\n  conditions:\n\
    \x20   - Keys  held by us\n    - Keys held by us\n\
    \x20   - {what: Restore test, owner: IT, due: 2026-11-23}\n\
    \x20   - {what: Policy signed, due: 2026-06-01, met: 2026-06-02}\n";

#[test]
fn all_that_has_a_last_day_is_told_by_that_day_and_what_has_none_last() {
    let expected = [
        "2026-11-22 overdue waiver: no-log (CISO) [waiver no-log]",
        "2026-11-23 due review: conditional (Board) [review]",
        "2026-11-23 due condition: Restore test (IT) [condition Restore test]",
        "2027-01-10 due paper: ISO certificate (–) [paper ISO certificate]",
        "2027-03-31 due answers: 2026-03-31 (–) [answers]",
        "– due condition: Keys  held by us (–) [condition Keys held by us]",
        "– due condition: Keys held by us (–) [condition Keys held by us\n2]",
    ];
    assert_eq!(told(Some(REVIEW), &Policy::default()), expected);
}

#[test]
fn without_a_review_only_documents_and_answers_run_out() {
    let expected = [
        "2027-01-10 due paper: ISO certificate (–) [paper ISO certificate]",
        "2027-03-31 due answers: 2026-03-31 (–) [answers]",
    ];
    assert_eq!(told(None, &Policy::default()), expected);
}

#[test]
fn a_document_that_has_run_out_is_overdue_only_where_nothing_else_proves_the_answer() {
    let papers = |answers: &str| {
        let (questionnaire, policy) = (questionnaire(SMALL), Policy::default());
        let vendor = vendor(&questionnaire, answers, None);
        let dues = dues(&judge(&questionnaire, &vendor, &policy));
        let papers = dues.into_iter().filter(|due| due.kind == DueKind::Paper);
        papers.map(|due| (due.about, due.by.unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(papers(ANSWERS), [("ISO certificate".to_owned(), day("2027-01-10"))]);
    assert_eq!(papers(&ANSWERS.replace("[iso, old]", "[old]")), [("Old certificate".to_owned(), day("2025-01-10"))]);
    assert_eq!(papers(&ANSWERS.replace("[iso, old]", "[]")), []);
}

#[test]
fn the_day_of_the_next_review_follows_from_what_is_at_stake_where_the_decision_names_none() {
    let policy = Policy { review_months: [Some(24), Some(18), None, Some(6)], ..Policy::default() };
    let next = |review: &str, policy: &Policy| {
        let questionnaire = questionnaire(SMALL);
        let vendor = vendor(&questionnaire, ANSWERS, Some(review));
        next_review(&judge(&questionnaire, &vendor, policy)).map(|next| (next.day, next.is_computed))
    };
    assert_eq!(next(REVIEW, &policy), Some((day("2026-11-23"), false)), "the decision's own day holds");
    let without = REVIEW.replace("  next_review: 2026-11-23\n", "");
    assert_eq!(next(&without, &policy), Some((day("2026-11-12"), true)));
    let few = without.replace("data: many", "data: few");
    assert_eq!(next(&few, &policy), Some((day("2028-05-12"), true)));
    let unsaid = without.replace("inherent_risk: {data: many}\n", "");
    assert_eq!(next(&unsaid, &policy), Some((day("2026-11-12"), true)), "it may be the most");
    assert_eq!(next(&without, &Policy::default()), None, "nothing follows without our rules");
    assert_eq!(next(&few, &Policy { review_months: [None; 4], ..policy.clone() }), None);
    let rejected = without.replace("outcome: conditional", "outcome: rejected");
    assert_eq!(next(&rejected, &policy), None, "nobody looks again at who is not used");
}

#[test]
fn the_last_day_is_in_time() {
    let due = |by: Option<&str>| Due {
        kind: DueKind::Review,
        by: by.map(day),
        about: String::new(),
        flag: None,
        owner: None,
        is_computed: false,
        key: String::new(),
    };
    assert_eq!(due(Some("2026-11-23")).standing(day("2026-11-23")), DueStanding::Due);
    assert_eq!(due(Some("2026-11-23")).standing(day("2026-11-24")), DueStanding::Overdue);
    assert_eq!(due(None).standing(day("2026-11-24")), DueStanding::Due);
}
