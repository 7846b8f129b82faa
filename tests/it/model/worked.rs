//! Judgements worked out by hand: every figure here can be followed with pencil and paper.

use crate::support::judging::{judge, nth, questionnaire, vendor};
use duly::internal::answers::Value;
use duly::internal::assessment::assurance::{BackedBy, Backing};
use duly::internal::assessment::decision::bound_to;
use duly::internal::assessment::effective::{self, EffectiveAnswer};
use duly::internal::assessment::flag::FlagState;
use duly::internal::assessment::gate::{FailedRule, Hands, failed};
use duly::internal::assessment::insight::Open;
use duly::internal::assessment::remediation::RemediationKind;
use duly::internal::assessment::scope::Status;
use duly::internal::assessment::score::Tenths;
use duly::internal::assessment::trace::trace;
use duly::internal::assessment::{Assessment, Score, insight};
use duly::internal::policy::model::Gate;
use duly::internal::policy::{Assurance, Policy, Proof};
use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::ids::FactorId;
use duly::internal::source::fields::Word;
use duly::internal::words::Exact;

/// Category A weighs 1 and its questions 3, 1, 1 and nothing; B weighs 3 and its questions 2, 1, 1 and nothing.
const ASKED: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
inherent_risk:
  - {id: data, ask: Which data?, options: [{id: contact, tier: medium}, {id: special, tier: critical}]}
  - {id: reach, ask: How many people?, options: [{id: few, tier: low}, {id: many, tier: medium}]}
red_flags:
  - {id: gone, title: Never tested, severity: high, when: {a.tested: [never]}}
  - {id: stale, title: Tested long ago, severity: medium, when: {a.tested: {above: 365}}}
  - {id: fresh, title: Tested just now, severity: low, when: {a.tested: {below: 10}}}
  - {id: between, title: Neither, severity: low, when: {a.tested: {above: 20, below: 30}}}
  - {id: both, title: One or three is missing, severity: high, when: {any: [{a.one: [\"no\"]}, {b.three: [\"no\"]}]}}
  - {id: not, title: One is not whole, severity: low, when: {not: {a.one: [\"yes\"]}}}
contradictions:
  - {id: odd, title: Odd, when: {a.one: [\"no\"], b.three: [\"yes\"]}}
groups:
  - {id: g, title: All of it, categories: [a, b]}
categories:
  - id: a
    title: A
    weight: 1
    questions:
      - {id: one, ask: One?, weight: 3, answer: yes-partial-no}
      - {id: tested, ask: Tested when?, weight: 1, answer: {date: {counts: days-since, never: 10, steps: [{at_most: 365, value: 100}, {at_most: 730, value: 50}]}}}
      - {id: until, ask: Until when?, weight: 1, answer: {date: {counts: days-left, steps: [{at_least: 0, value: 50}, {at_least: 30, value: 100}]}}}
      - {id: note, ask: Who?, importance: info, answer: text}
  - id: b
    title: B
    weight: 3
    questions:
      - {id: three, ask: Three?, weight: 2, answer: yes-no, not_applicable: allowed}
      - {id: four, ask: Four?, weight: 1, answer: yes-no, not_applicable: approval, when: {a.one: [\"yes\"]}}
      - {id: five, ask: Five?, weight: 1, answer: yes-no, when: {b.four: [\"yes\"], inherent_risk.data: [special]}}
      - {id: six, ask: Six?, weight: 0, answer: yes-no, when: {any: [{b.four: [\"yes\"]}, {inherent_risk.data: [special]}]}}
";
const ONE: usize = 0;
const TESTED: usize = 1;
const UNTIL: usize = 2;
const NOTE: usize = 3;
const THREE: usize = 4;
const FOUR: usize = 5;
const FIVE: usize = 6;
const SIX: usize = 7;
const STAKE: &str = "reviewed: 2026-11-10\ninherent_risk: {data: contact, reach: few}\n";
const SPECIAL: &str = "reviewed: 2026-11-10\ninherent_risk: {data: special, reach: few}\n";

/// Judges answers in flow style, such as `a.one: yes`, with a review and a policy.
fn judged<T>(answers: &str, review: Option<&str>, policy: &Policy, look: impl Fn(&Assessment<'_>) -> T) -> T {
    let questionnaire = questionnaire(ASKED);
    let vendor = vendor(&questionnaire, &format!("answered: 2026-06-01\nanswers: {{{answers}}}\n"), review);
    look(&judge(&questionnaire, &vendor, policy))
}

/// The same with the usual policy.
fn of<T>(answers: &str, review: Option<&str>, look: impl Fn(&Assessment<'_>) -> T) -> T {
    judged(answers, review, &Policy::default(), look)
}

// ---------------------------------------------------------------- what is asked, and what counts

fn statuses(answers: &str, review: Option<&str>) -> Vec<Status> {
    of(answers, review, |assessment| assessment.questions.iter().map(|judged| judged.status).collect())
}

#[test]
fn a_question_is_open_while_it_may_count_and_is_not_known() {
    use Status::{Info, NaPending, OutOfScope, ScopeUnknown, Unanswered};
    let open = |answers: &str, review: Option<&str>| {
        of(answers, review, |assessment| {
            assessment.questions.ids().map(|at| insight::open(assessment, at)).collect::<Vec<_>>()
        })
    };
    let nothing = statuses("", None);
    assert_eq!(nothing, [Unanswered, Unanswered, Unanswered, Info, Unanswered, ScopeUnknown, ScopeUnknown, Info]);
    let unanswered = Some(Open::Unanswered);
    let unclear = Some(Open::ScopeUnknown);
    let each = [unanswered, unanswered, unanswered, unanswered, unanswered, unclear, unclear, unanswered];
    assert_eq!(open("", None), each, "what is asked for information is open until it is answered, too");
    let without = statuses("a.one: no, b.three: {answer: n/a}", None);
    assert_eq!((without[FOUR], without[FIVE], without[THREE]), (OutOfScope, OutOfScope, NaPending));
    let without = open("a.one: no, b.three: {answer: n/a}", None);
    let no_reason = Some(Open::NaPending(effective::NaPending::NoReason));
    assert_eq!(without[THREE..=FIVE], [no_reason, None, None]);
    assert_eq!(without[ONE], None);
}

#[test]
fn what_happened_cannot_lie_ahead_and_what_is_due_may() {
    let status = |answers: &str, at: usize| statuses(answers, None)[at];
    assert_eq!(status("a.tested: 2026-11-23", TESTED), Status::Answered);
    assert_eq!(status("a.tested: 2026-11-24", TESTED), Status::Unanswered);
    assert_eq!(status("a.until: 2026-11-24", UNTIL), Status::Answered);
}

#[test]
fn a_flag_looks_at_dates_from_the_next_day_on() {
    let states = |tested: &str| {
        of(&format!("a.tested: {tested}"), None, |assessment| {
            assessment.flags.iter().take(4).map(|flag| flag.state == FlagState::Triggered).collect::<Vec<_>>()
        })
    };
    assert_eq!(states("never"), [true, false, false, false]);
    assert_eq!(states("2025-11-23"), [false, false, false, false], "365 days");
    assert_eq!(states("2025-11-22"), [false, true, false, false], "366 days");
    assert_eq!(states("2026-11-13"), [false, false, false, false], "10 days");
    assert_eq!(states("2026-11-14"), [false, false, true, false], "9 days");
    assert_eq!(states("2026-11-03"), [false, false, false, false], "20 days");
    assert_eq!(states("2026-11-02"), [false, false, false, true], "21 days");
    assert_eq!(states("2026-10-24"), [false, false, false, false], "30 days");
}

#[test]
fn a_flag_names_the_answers_on_which_it_rests() {
    let flag = |answers: &str, id: &str| {
        of(answers, None, |assessment| {
            let at = assessment.subject.questionnaire.flags.iter().position(|flag| flag.id == id).unwrap();
            (assessment.flags[at].state, assessment.flags[at].cause.clone())
        })
    };
    use FlagState::{Clear, Open, Triggered};
    assert_eq!(flag("a.one: no, b.three: yes", "both"), (Triggered, vec![nth(ONE)]));
    assert_eq!(flag("a.one: no", "both"), (Triggered, vec![nth(ONE)]));
    assert_eq!(flag("a.one: no, b.three: no", "both"), (Triggered, vec![nth(ONE), nth(THREE)]));
    assert_eq!(flag("a.one: yes", "both"), (Open, vec![nth(THREE)]));
    assert_eq!(flag("", "both"), (Open, vec![nth(ONE), nth(THREE)]));
    assert_eq!(flag("a.one: yes, b.three: yes", "both"), (Clear, vec![]));
    assert_eq!(flag("a.one: partial", "not"), (Triggered, vec![nth(ONE)]));
    assert_eq!(flag("", "not"), (Open, vec![nth(ONE)]));
    assert_eq!(flag("a.one: yes", "not"), (Clear, vec![]));
}

#[test]
fn a_flag_says_by_what_it_is_ruled_out() {
    let paper = "evidence: [{title: P, issued: 2026-11-02, valid_until: 2027-11-02, location: p.pdf}]";
    let flag = |review: &str, three: &str, ruled_out_by: Proof| {
        let answers = format!("a.one: yes, b.three: {three}, b.four: no");
        let questionnaire = questionnaire(ASKED);
        let vendor = vendor(&questionnaire, &format!("answers: {{{answers}}}\n"), Some(review));
        let policy = Policy { ruled_out_by, ..Policy::default() };
        let assessment = judge(&questionnaire, &vendor, &policy);
        let at = questionnaire.flags.iter().position(|flag| flag.id == "both").unwrap();
        let flag = assessment.flags[at].clone();
        (flag.state, flag.ruled_out_by, flag.cause)
    };
    let seen = "verified: [{title: Seen, issued: 2026-11-09, valid_until: 2027-11-09}]";
    let [none, both] = ["", &format!("answers: {{a.one: {{saw: yes, {seen}}}, b.three: {{saw: yes, {seen}}}}}\n")]
        .map(|answers| format!("{STAKE}{answers}"));
    let one = format!("{STAKE}answers: {{a.one: {{saw: yes, {seen}}}}}\n");
    let on_paper = format!("{{answer: yes, {paper}}}");
    use FlagState::{Clear, Open};
    use Proof::{Claimed, Documented, Verified};
    assert_eq!(flag(&none, "yes", Claimed), (Clear, Some(Claimed), vec![]));
    assert_eq!(flag(&both, "yes", Claimed), (Clear, Some(Verified), vec![]));
    assert_eq!(flag(&one, "yes", Claimed), (Clear, Some(Claimed), vec![]), "the weaker of the two");
    assert_eq!(flag(&one, &on_paper, Claimed), (Clear, Some(Documented), vec![]));
    assert_eq!(flag(&one, &on_paper, Documented), (Clear, Some(Documented), vec![]));
    assert_eq!(flag(&one, &on_paper, Verified), (Open, None, vec![nth(THREE)]), "we have not seen it");
    assert_eq!(flag(&none, "yes", Documented), (Open, None, vec![nth(ONE), nth(THREE)]));
    assert_eq!(flag(&both, "yes", Verified), (Clear, Some(Verified), vec![]));
}

#[test]
fn answers_that_cannot_both_be_true_are_found() {
    let found = |answers: &str| {
        of(answers, None, |assessment| {
            let known = &assessment.subject.questionnaire.contradictions;
            assessment.contradictions.iter().map(|at| known[*at].id.clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(found("a.one: no, b.three: yes"), ["odd"]);
    assert_eq!(found("a.one: no"), [""; 0]);
    assert_eq!(found("a.one: yes, b.three: yes"), [""; 0]);
}

#[test]
fn what_is_at_stake_is_decided_by_the_highest_factors() {
    let risk = |factors: &str| {
        let review = format!("reviewed: 2026-11-10\ninherent_risk: {{{factors}}}\n");
        of("", Some(&review), |assessment| {
            let risk = &assessment.inherent_risk;
            let factors = &assessment.subject.questionnaire.factors;
            let names = |ids: &[FactorId]| ids.iter().map(|id| factors[*id].id.clone()).collect::<Vec<_>>().join(" ");
            (risk.lowest, risk.highest, names(&risk.decisive), names(&risk.missing))
        })
    };
    let decided = |level: Level, decisive: &str| (level, level, decisive.to_owned(), String::new());
    assert_eq!(risk("data: special, reach: many"), decided(Level::Critical, "data"));
    assert_eq!(risk("data: contact, reach: many"), decided(Level::Medium, "data reach"));
    assert_eq!(risk("data: contact, reach: few"), decided(Level::Medium, "data"));
    assert_eq!(risk("reach: many"), (Level::Medium, Level::Critical, String::new(), "data".to_owned()));
}

// ---------------------------------------------------------------- points

const FULL: &str = "a.one: yes, a.tested: 2026-10-24, a.until: 2026-12-23, b.three: yes, b.four: yes";

#[test]
fn shares_are_those_of_the_category_divided_by_weight() {
    of(FULL, Some(SPECIAL), |assessment| {
        let share = |at: usize| assessment.share(nth(at)).to_string();
        assert_eq!(
            [ONE, TESTED, UNTIL, NOTE, THREE, FOUR, FIVE].map(share),
            ["15", "5", "5", "0", "75/2", "75/4", "75/4"]
        );
        let first = assessment.categories.ids().next().unwrap();
        assert_eq!(assessment.category_share(first).as_ref().map(ToString::to_string).as_deref(), Some("25"));
        let [Some(group)] = assessment.groups.iter().collect::<Vec<_>>()[..] else { panic!("one group") };
        assert_eq!(Some(group), assessment.overall.as_ref(), "the group is all of it");
        assert_eq!(Score::assured(group).to_string(), "195/4", "60 per cent of the 81.25 points that are answered");
    });
}

#[test]
fn a_question_is_traced_to_its_points() {
    of(FULL, Some(STAKE), |assessment| {
        let three = trace(assessment, nth(THREE)).unwrap();
        assert_eq!((three.weight, three.category, three.not_applicable), (2, Some((3, 4)), (0, 3)));
        let shown = [&three.design, &three.live, &three.total].map(ToString::to_string);
        assert_eq!(shown, ["3/2", "3/2", "13/4"], "1 of A, and 3/2 and 3/4 of B");
        assert_eq!(
            (three.number, three.worth.as_ref().map(ToString::to_string), three.credit),
            (None, Some("1".into()), Some(60))
        );
        let tested = trace(assessment, nth(TESTED)).unwrap();
        assert_eq!((tested.number, tested.design.to_string()), (Some(30.into()), "1/5".into()));
        let until = trace(assessment, nth(UNTIL)).unwrap();
        assert_eq!((until.number, until.worth.as_ref().map(ToString::to_string)), (Some(30.into()), Some("1".into())));
        let five = trace(assessment, nth(FIVE)).unwrap();
        assert_eq!(
            (five.design.to_string(), five.live.to_string(), five.worth, five.credit),
            ("3/4".into(), "0".into(), None, None)
        );
        let note = trace(assessment, nth(NOTE)).unwrap();
        assert_eq!((note.weight, note.design.to_string(), note.live.to_string()), (0, "0".into(), "0".into()));
    });
}

#[test]
fn answers_are_worth_what_their_steps_say() {
    let worth = |answers: &str, at: usize| {
        of(answers, None, |assessment| {
            trace(assessment, nth(at)).unwrap().worth.as_ref().map(ToString::to_string).unwrap_or_default()
        })
    };
    assert_eq!(worth("a.tested: never", TESTED), "1/10");
    assert_eq!(worth("a.tested: 2025-11-23", TESTED), "1", "365 days");
    assert_eq!(worth("a.tested: 2025-11-22", TESTED), "1/2", "366 days");
    assert_eq!(worth("a.tested: 2024-11-22", TESTED), "0", "731 days");
    assert_eq!(worth("a.until: 2026-11-22", UNTIL), "0", "a day too late");
    assert_eq!(worth("a.until: 2026-11-23", UNTIL), "1/2", "today");
    assert_eq!(worth("a.until: 2026-12-23", UNTIL), "1", "30 days left");
    assert_eq!(worth("a.one: partial", ONE), "1/2");
}

#[test]
fn not_applicable_beyond_the_cap_is_traced_in_the_part_that_is_kept() {
    let policy = Policy { not_applicable_cap: 25, ..Policy::default() };
    let answers = "a.one: yes, b.three: {answer: n/a, comment: We have none.}, b.four: yes";
    judged(answers, Some(STAKE), &policy, |assessment| {
        let three = trace(assessment, nth(THREE)).unwrap();
        assert_eq!(three.not_applicable, (2, 3), "three weighs 2, four 1; five is not asked");
        // 2 of 3 are n/a, and a quarter may be: 3/4 of 2 may, which leaves 5/4 of 2 to be kept
        assert_eq!(assessment.categories.iter().nth(1).unwrap().na_kept.to_string(), "5/8");
        assert_eq!([&three.design, &three.live].map(ToString::to_string), ["3/2", "15/16"]);
        assert_eq!(three.total.to_string(), "43/16", "1 of A, 15/16 and 3/4 of B");
        assert_eq!(three.worth, None);
        assert_eq!(Some(assessment.share(nth(THREE))), Exact::ratio(three.live * 100, three.total));
    });
    let approved = format!("{STAKE}answers:\n  b.four: {{not_applicable: accepted, because: None.}}\n");
    of("a.one: yes, b.four: {answer: n/a, comment: We have none.}", Some(&approved), |assessment| {
        assert_eq!(assessment.questions[nth(FOUR)].status, Status::NaApproved);
        let four = trace(assessment, nth(FOUR)).unwrap();
        assert_eq!((four.live.to_string(), four.not_applicable), ("0".into(), (0, 2)));
    });
}

#[test]
fn too_little_is_known_below_the_minimum_and_not_on_it() {
    let provisional = |minimum_coverage: u8| {
        let policy = Policy { minimum_coverage, ..Policy::default() };
        judged("a.one: yes", Some(SPECIAL), &policy, |assessment| {
            assert_eq!(assessment.coverage().as_ref().map(ToString::to_string).as_deref(), Some("15"));
            assessment.is_provisional()
        })
    };
    assert_eq!([14, 15, 16].map(provisional), [false, false, true]);
}

#[test]
fn shown_parts_are_added_part_by_part() {
    let tenths = Tenths { assured: 1, evidence_gap: 20, control_gap: 300, unknown: 4000 };
    assert_eq!(tenths.whole(), 4321);
    let twice = Tenths { assured: 2, evidence_gap: 40, control_gap: 600, unknown: 8000 };
    assert_eq!(Tenths::sum([tenths, tenths]), twice);
}

// ---------------------------------------------------------------- proof

#[test]
fn of_documents_that_prove_as_much_the_first_is_named() {
    let evidence = |title: &str, year: i32| {
        format!("{{title: {title}, issued: {year}-01-01, valid_until: {year}-12-31, location: {title}.pdf}}")
    };
    let by = |evidence: [String; 2]| {
        of(&format!("a.one: {{answer: yes, evidence: [{}]}}", evidence.join(", ")), None, |assessment| {
            let Some(BackedBy::Vendor(by)) = assessment.questions[nth(ONE)].backing.unwrap().by else {
                panic!("the vendor's")
            };
            let documents = &assessment.subject.answers.evidence;
            (documents[by].title.clone(), documents.number(by))
        })
    };
    let (fresh, old) = (evidence("New", 2026), evidence("Old", 2020));
    assert_eq!(by([fresh.clone(), fresh.clone()]), ("New".to_owned(), 1));
    assert_eq!(by([old, fresh]), ("New".to_owned(), 2));
}

#[test]
fn what_we_verified_counts_for_the_answer_that_we_saw() {
    let assurance = |saw: &str| {
        let seen = format!("{{{saw}verified: [{{title: Seen, issued: 2026-11-09, valid_until: 2027-11-09}}]}}");
        let review = format!("{STAKE}answers:\n  a.one: {seen}\n");
        of("a.one: yes", Some(&review), |assessment| assessment.questions[nth(ONE)].backing.unwrap().assurance)
    };
    assert_eq!(assurance("saw: yes, "), Assurance::Verified);
    assert_eq!(assurance("saw: no, "), Assurance::Claimed);
    let ours = "saw: no, answer: yes, because: Seen., ";
    assert_eq!(assurance(ours), Assurance::Verified, "the vendor came round to what we saw");
}

#[test]
fn a_better_answer_keeps_what_was_verified_of_the_one_before() {
    // of 15 points, half an answer verified is 7.5; all of it claimed 9, on paper 12.75
    let points = |given: &str, saw: &str, until: &str, policy: &Policy| {
        let seen = format!("{{saw: {saw}, verified: [{{title: Seen, issued: 2026-11-02, valid_until: {until}}}]}}");
        let review = format!("{SPECIAL}answers:\n  a.one: {seen}\n");
        judged(&FULL.replace("a.one: yes", given), Some(&review), policy, |assessment| {
            let judged = &assessment.questions[nth(ONE)];
            let parts = [&judged.parts.assured, &judged.parts.evidence_gap, &judged.parts.control_gap];
            let parts = parts.map(|grains| assessment.points(grains.clone()).to_string());
            (judged.backing.unwrap().assurance, parts.join(" "))
        })
    };
    let says = |assurance: Assurance, parts: &str| (assurance, parts.to_owned());
    let usual = Policy::default();
    assert_eq!(points("a.one: yes", "partial", "2027-11-02", &usual), says(Assurance::Claimed, "9 6 0"));
    let strict = Policy { assurance: [40, 45, 85, 100], ..Policy::default() };
    let kept = says(Assurance::Verified, "15/2 15/2 0");
    assert_eq!(points("a.one: yes", "partial", "2027-11-02", &strict), kept);
    let equal = Policy { assurance: [50, 50, 85, 100], ..Policy::default() };
    assert_eq!(
        points("a.one: yes", "partial", "2027-11-02", &equal),
        kept,
        "at equal credit the higher level is named"
    );
    assert_eq!(
        points("a.one: yes", "partial", "2026-11-09", &strict),
        says(Assurance::Claimed, "6 9 0"),
        "it has ended"
    );
    let paper = "a.one: {answer: yes, evidence: [{title: P, issued: 2026-11-02, location: p.pdf}]}";
    assert_eq!(points(paper, "partial", "2027-11-02", &strict), says(Assurance::Documented, "51/4 9/4 0"));
    let worse = points("a.one: partial", "yes", "2027-11-02", &strict);
    assert_eq!(worse.0, Assurance::Claimed, "a worse answer keeps nothing");
}

#[test]
fn the_paper_of_a_better_answer_is_for_us_to_check_while_the_earlier_one_counts() {
    let policy = Policy { assurance: [40, 45, 50, 100], ..Policy::default() };
    let seen = "{saw: partial, verified: [{title: Seen, issued: 2026-11-02}]}";
    let review = format!("{SPECIAL}answers:\n  a.one: {seen}\n");
    let paper = "a.one: {answer: yes, evidence: [{title: P, issued: 2026-11-02, location: p.pdf}]}";
    judged(&FULL.replace("a.one: yes", paper), Some(&review), &policy, |assessment| {
        let judged = &assessment.questions[nth(ONE)];
        assert_eq!((judged.backing.unwrap().assurance, judged.is_verified()), (Assurance::Verified, false));
        let fix = assessment.remediations().iter().find(|remediation| remediation.question == nth(ONE)).unwrap();
        assert_eq!(insight::kind(assessment, fix), RemediationKind::CheckMissing);
    });
}

#[test]
fn of_a_better_answer_conditions_know_what_the_one_before_said_too() {
    let seen = |answer: &str| format!("{{saw: {answer}, verified: [{{title: Seen, issued: 2026-11-02}}]}}");
    let found = |saw: &str| {
        let review = format!("{SPECIAL}answers:\n  a.one: {}\n  b.three: {}\n", seen(saw), seen("yes"));
        of("a.one: yes, b.three: yes, b.four: no", Some(&review), |assessment| {
            let flag = |at: usize| assessment.flags[at].ruled_out_by;
            (flag(4), flag(5), assessment.scope.unverified_gates.len())
        })
    };
    // neither "partial" nor "yes" is "no"; that it is not whole we saw, and that it is whole is a word
    assert_eq!(found("partial"), (Some(Proof::Verified), Some(Proof::Claimed), 2));
    assert_eq!(found("yes"), (Some(Proof::Verified), Some(Proof::Verified), 1));
    assert_eq!(found("no"), (Some(Proof::Claimed), Some(Proof::Claimed), 2));
}

#[test]
fn our_answer_takes_the_place_of_the_vendors() {
    let paper = "{answer: yes, evidence: [{title: P, issued: 2026-11-02, location: p.pdf}]}";
    let seen = "verified: [{title: Seen, issued: 2026-11-09, valid_until: 2027-11-09}], ";
    let ours = |saw: &str| format!("{STAKE}answers:\n  a.one: {{{saw}answer: partial, because: Seen.}}\n");
    let assurance = |review: &str| {
        of(&format!("a.one: {paper}"), Some(review), |assessment| assessment.questions[nth(ONE)].backing.unwrap())
    };
    let claimed = Backing { assurance: Assurance::Claimed, by: None };
    assert_eq!(assurance(&ours("")), claimed, "a word, and the vendor's papers do not prove it");
    assert_eq!(assurance(&ours(&format!("saw: yes, {seen}"))).assurance, Assurance::Verified);
    assert_eq!(assurance(&ours(&format!("saw: no, {seen}"))), claimed, "it saw another answer");
    let review = format!("{STAKE}answers:\n  a.one: {{answer: no, because: Seen.}}\n");
    of("a.one: yes", Some(&review), |assessment| {
        let EffectiveAnswer::Ours(Value::Options(chosen)) = assessment.questions[nth(ONE)].effective else {
            panic!("ours")
        };
        let options = assessment.subject.questionnaire.questions[nth(ONE)].form.options();
        let chosen = options.iter().filter(|(option, ..)| chosen.contains(option)).map(|(_, id, _)| *id);
        assert_eq!(chosen.collect::<Vec<_>>(), ["no"]);
    });
}

// ---------------------------------------------------------------- what would improve it

#[test]
fn each_remediation_is_of_the_kind_it_is_and_names_what_must_be_known_first() {
    let remediation = |answers: &str, review: Option<&str>, question: usize| {
        of(answers, review, |assessment| {
            let remediation =
                assessment.remediations().iter().find(|remediation| remediation.question == nth(question)).unwrap();
            (insight::kind(assessment, remediation), remediation.needs.clone())
        })
    };
    assert_eq!(remediation("", None, ONE), (RemediationKind::AnswerMissing, vec![]));
    assert_eq!(remediation("a.one: partial", None, ONE), (RemediationKind::MustChange, vec![]));
    assert_eq!(remediation("a.one: yes", None, ONE), (RemediationKind::EvidenceMissing, vec![]));
    assert_eq!(remediation("", None, FOUR), (RemediationKind::AnswerMissing, vec![nth(ONE)]));
    assert_eq!(remediation("", None, FIVE).1, [nth(ONE), nth(FOUR)], "outermost first");
    assert_eq!(remediation("a.one: yes", Some(SPECIAL), FIVE).1, [nth(FOUR)]);
    assert_eq!(remediation("a.one: yes, b.four: yes", None, FIVE).1, [], "only what is at stake is not known");
}

#[test]
fn the_fewest_remediations_that_reach_a_band_are_the_largest() {
    let remediations = |bands: [u8; 3]| {
        let policy = Policy { bands, ..Policy::default() };
        judged(FULL, Some(SPECIAL), &policy, |assessment| assessment.paths().unwrap().to_band)
    };
    // 48.75 counts; five gives 18.75, three 15, four 7.5, one 6, and the two dates 2 each
    assert_eq!(remediations([90, 70, 50]), [Some(3), Some(2), Some(1)], "41.25, 21.25 and 1.25 are missing");
    assert_eq!(remediations([100, 91, 48]), [Some(6), Some(4), Some(0)]);
}

#[test]
fn a_gate_that_is_not_asked_or_not_applicable_need_not_be_answered() {
    let weighed = ASKED.replace("id: six, ask: Six?, weight: 0", "id: six, ask: Six?, weight: 1");
    let needs = |answers: &str, review: Option<&str>| {
        let questionnaire = questionnaire(&weighed);
        let vendor = vendor(&questionnaire, &format!("answers: {{{answers}}}\n"), review);
        let policy = Policy::default();
        let assessment = judge(&questionnaire, &vendor, &policy);
        assert_eq!(assessment.questions[nth(SIX)].status, Status::ScopeUnknown);
        assessment.remediations().iter().find(|remediation| remediation.question == nth(SIX)).unwrap().needs.clone()
    };
    assert_eq!(needs("a.one: yes", None), [nth(FOUR)]);
    assert_eq!(needs("a.one: no", None), [], "four is not asked");
    let accepted = "reviewed: 2026-11-10\nanswers:\n  b.four: {not_applicable: accepted, because: None.}\n";
    assert_eq!(
        needs("a.one: yes, b.four: {answer: n/a, comment: We have none.}", Some(accepted)),
        [],
        "four does not apply"
    );
}

// ---------------------------------------------------------------- our rules

/// The keys of the rules that are not met.
fn unmet(gate: Gate, answers: &str, review: &str) -> Vec<&'static str> {
    of(answers, Some(review), |assessment| {
        failed(assessment, &gate, Hands::default()).into_iter().map(|failed| failed.rule().word()).collect()
    })
}

#[test]
fn a_rating_must_lie_below_its_limit() {
    of(FULL, Some(STAKE), |assessment| {
        assert_eq!(assessment.rating.as_ref().unwrap().worst, Level::Medium);
        for (limit, unmet) in [(Level::Low, 1), (Level::Medium, 1), (Level::High, 0)] {
            let gate = Gate { rating: Some(limit), ..Gate::default() };
            assert_eq!(failed(assessment, &gate, Hands::default()).len(), unmet, "{limit:?}");
        }
    });
    assert_eq!(unmet(Gate { rating: Some(Level::Medium), ..Gate::default() }, FULL, STAKE), ["rating"]);
}

#[test]
fn coverage_must_reach_its_limit() {
    let gate = |least: u8| Gate { coverage: Some(least), ..Gate::default() };
    // so little is no rating, which passes no gate
    assert_eq!(unmet(gate(15), "a.one: yes", SPECIAL), ["rated"]);
    assert_eq!(unmet(gate(14), "a.one: yes", SPECIAL), ["rated"]);
    assert_eq!(unmet(gate(16), "a.one: yes", SPECIAL), ["coverage", "rated"]);
}

#[test]
fn flags_and_expired_assurance_are_counted() {
    let gate = Gate { red_flags: true, ..Gate::default() };
    assert_eq!(unmet(gate, FULL, STAKE), [""; 0]);
    let missing = FULL.replace("a.one: yes", "a.one: no").replace(", b.four: yes", "");
    assert_eq!(unmet(gate, &missing, STAKE), ["red_flags"]);
    of(&missing, Some(STAKE), |found| {
        let unmet = [FailedRule::RedFlags(2)];
        assert_eq!(failed(found, &gate, Hands::default()), unmet);
    });
    assert_eq!(unmet(Gate::default(), &missing, STAKE), [""; 0], "no rule, nothing unmet");
    let gate = Gate { expired_evidence: true, ..Gate::default() };
    let expired =
        "a.one: {answer: yes, evidence: [{title: P, issued: 2026-01-01, valid_until: 2026-11-22, location: p.pdf}]}";
    assert_eq!(unmet(gate, expired, STAKE), ["expired_evidence", "rated"]);
    assert_eq!(unmet(gate, &expired.replace("22", "23"), STAKE), ["rated"], "one answer is no rating");
    assert_eq!(unmet(Gate::default(), expired, STAKE), [""; 0]);
}

#[test]
fn a_decision_holds_from_its_day_to_that_of_the_next_review() {
    let gate = Gate { decision: true, ..Gate::default() };
    let answers = of(FULL, None, |assessment| bound_to(&assessment.subject));
    let decided = |decision: &str| unmet(gate, FULL, &format!("{STAKE}decision: {{{decision}, answers: {answers}}}\n"));
    assert_eq!(
        unmet(gate, FULL, &format!("{STAKE}decision: {{outcome: approved, by: B, on: 2026-11-23}}\n")),
        ["decision"]
    );
    assert_eq!(unmet(gate, FULL, STAKE), ["decision"]);
    assert_eq!(decided("outcome: approved, by: CISO, on: 2026-11-23"), [""; 0]);
    assert_eq!(decided("outcome: approved, by: CISO, on: 2026-11-24"), ["decision"]);
    assert_eq!(decided("outcome: rejected, by: CISO, on: 2026-11-23"), ["decision"]);
    assert_eq!(decided("outcome: approved, by: CISO, on: 2026-11-01, next_review: 2026-11-23"), [""; 0]);
    assert_eq!(decided("outcome: approved, by: CISO, on: 2026-11-01, next_review: 2026-11-22"), ["decision"]);
}
