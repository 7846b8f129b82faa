//! Comparisons worked out by hand: every figure here can be followed with pencil and paper.

use duly::internal::assessment::Assessment;
use duly::internal::comparison::change::{AnswerChange, ChangeKind, FlagChange, changes, flags_changed, moved};
use duly::internal::comparison::overtake::overtake;
use duly::internal::comparison::weighting::{acceptability, tie_weights};
use duly::internal::comparison::{Comparison, Which, compare};
use duly::internal::policy::Policy;
use duly::internal::questionnaire::ids::{CategoryId, QuestionId, VendorId};
use duly::internal::words::Exact;

use crate::support::judging::{Vendor, judge, nth, questionnaire, vendor};

/// Ten units of weight; a claim counts 60, a paper 85, what we verified 100 per cent (the usual policy).
const ASKED: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
inherent_risk:
  - {id: data, ask: Which data?, options: [{id: contact, tier: medium}]}
red_flags:
  - {id: one, title: One is missing, severity: critical, when: {a.one: [\"no\"]}}
  - {id: two, title: Two is missing, severity: low, when: {a.two: [\"no\"]}}
categories:
  - id: a
    title: A
    questions:
      - {id: one, ask: One?, weight: 3, answer: yes-partial-no}
      - {id: two, ask: Two?, weight: 1, answer: yes-partial-no}
  - id: b
    title: B
    questions:
      - {id: three, ask: Three?, weight: 4, answer: yes-partial-no, not_applicable: approval}
      - {id: four, ask: Four?, weight: 2, answer: yes-no, when: {a.two: [\"yes\"]}}
";

const STAKE: &str = "reviewed: 2026-11-10\ninherent_risk: {data: contact}\n";

/// Answers to the four questions, in flow style.
fn answers(one: &str, two: &str, three: &str, four: &str) -> String {
    let given = [("a.one", one), ("a.two", two), ("b.three", three), ("b.four", four)];
    let lines = given.iter().filter(|(_, answer)| !answer.is_empty()).map(|(id, answer)| format!("  {id}: {answer}\n"));
    format!("answered: 2026-11-02\nanswers:\n{}", lines.collect::<String>())
}

/// A review that verified some answers, which it names with what it saw.
fn verified(seen: &[(&str, &str)]) -> String {
    let evidence = "verified: [{title: Seen, issued: 2026-11-09, valid_until: 2027-11-09}]";
    let lines = seen.iter().map(|(id, saw)| format!("  {id}: {{saw: {saw}, {evidence}}}\n"));
    let lines: String = lines.collect();
    if lines.is_empty() { STAKE.to_owned() } else { format!("{STAKE}answers:\n{lines}") }
}

/// Compares vendors, each given by answers and review, and looks at what came out.
fn compared<T>(vendors: &[(String, String)], look: impl Fn(&Comparison<'_, '_>, &[Assessment<'_>]) -> T) -> T {
    let (questionnaire, policy) = (questionnaire(ASKED), Policy::default());
    let vendors: Vec<Vendor> =
        vendors.iter().map(|(answers, review)| vendor(&questionnaire, answers, Some(review))).collect();
    let assessments: Vec<Assessment<'_>> =
        vendors.iter().map(|vendor| judge(&questionnaire, vendor, &policy)).collect();
    look(&compare(&assessments).unwrap(), &assessments)
}

const STRONG: [(&str, &str); 2] = [("a.one", "yes"), ("a.two", "yes")];

// ---------------------------------------------------------------- what a difference is made of

/// The first difference between two answers to the question of weight 3: all, by the answer, by the proof.
fn difference(a: (&str, bool), b: (&str, bool)) -> [String; 3] {
    let side = |(answer, is_verified): (&str, bool)| {
        let seen = [("a.one", answer)];
        (answers(answer, "yes", "yes", "yes"), verified(if is_verified { &seen } else { &[] }))
    };
    compared(&[side(a), side(b)], |comparison, _| {
        let found = &comparison.pairs[0].pair.questions[0];
        assert_eq!((found.question, found.other), (nth(0), nth(0)));
        assert_eq!(found.share.to_string(), "30", "3 of 10");
        [&found.delta, &found.answer_effect, &found.evidence_effect].map(ToString::to_string)
    })
}

#[test]
fn a_difference_is_split_into_answer_and_assurance() {
    // 30 points: 100 x 100 per cent against 50 x 60 per cent is 21 of them; half a point of answer at (100 + 60) / 2 is
    // 12
    assert_eq!(difference(("yes", true), ("partial", false)), ["21", "12", "9"]);
    assert_eq!(difference(("partial", false), ("yes", true)), ["-21", "-12", "-9"]);
    // an admission has nothing to prove: all of it is the answer
    assert_eq!(difference(("yes", true), ("no", false)), ["30", "30", "0"]);
    assert_eq!(difference(("no", false), ("partial", false)), ["-9", "-9", "0"]);
    assert_eq!(difference(("yes", true), ("yes", false)), ["12", "0", "12"]);
}

#[test]
fn open_questions_are_listed_though_nothing_differs_yet() {
    let open = |three: &str| (answers("no", "no", three, ""), verified(&[]));
    let listed = |a: &str, b: &str| {
        compared(&[open(a), open(b)], |comparison, _| {
            let listed = comparison.pairs[0].pair.questions.iter();
            listed.map(|delta| (delta.question, delta.open)).collect::<Vec<_>>()
        })
    };
    assert_eq!(listed("unknown", "no"), [(nth(2), [true, false])]);
    assert_eq!(listed("no", "unknown"), [(nth(2), [false, true])]);
    assert_eq!(listed("unknown", "unknown"), [(nth(2), [true, true])]);
    assert_eq!(listed("no", "no"), []);
}

// ---------------------------------------------------------------- what a bare claim would have to be worth

/// The worth of a claim at which two vendors tie.
fn tie(a: (String, String), b: (String, String)) -> Option<String> {
    compared(&[a, b], |comparison, _| comparison.pairs[0].pair.claim_credit_at_tie.as_ref().map(ToString::to_string))
}

#[test]
fn the_worth_of_a_claim_at_which_they_tie_is_solved_for() {
    let side = |one: &str, two: &str, seen: &[(&str, &str)]| (answers(one, two, "no", ""), verified(seen));
    // 3 * 100x + 1 * 50 * 100 = 3 * 50 * 100 + 1 * 50x, so x = 40
    let a = side("yes", "partial", &[("a.two", "partial")]);
    let b = side("partial", "partial", &[("a.one", "partial")]);
    assert_eq!(tie(a, b).as_deref(), Some("40"));
    let claims = || side("yes", "no", &[]);
    let seen = side("yes", "no", &[("a.one", "yes")]);
    assert_eq!(tie(claims(), seen), None, "a claim as good as what we saw: no policy says so");
    assert_eq!(tie(claims(), side("no", "no", &[])).as_deref(), Some("0"), "only where a claim is worth nothing");
    assert_eq!(tie(claims(), claims()), None, "whatever a claim is worth");
    let proved = || side("yes", "partial", &[("a.one", "yes"), ("a.two", "partial")]);
    assert_eq!(tie(claims(), proved()), None, "no claim is worth more than proof");
    let more = side("yes", "partial", &[("a.one", "yes")]);
    assert_eq!(tie(more, claims()), None, "no claim is worth less than nothing: 3 * 10000 + 50x = 300x");
    assert_eq!(tie(claims(), side("partial", "no", &[("a.one", "partial")])).as_deref(), Some("50"));
}

#[test]
fn the_worth_of_a_claim_keeps_the_order_of_the_policy() {
    // papers: of `a.one` a current one or none, of `a.two` and `b.three` one that has expired or none
    let side = |one: &str, two: &str, three: &str, current: bool, expired: [bool; 2]| {
        let paper = |is_there: bool, until: &str| match is_there {
            true => format!(", evidence: [{{title: P, issued: 2026-01-05, valid_until: {until}, location: p.pdf}}]"),
            false => String::new(),
        };
        let given = |answer: &str, paper: String| format!("{{answer: {answer}{paper}}}");
        let [two_paper, three_paper] = expired.map(|is_there| paper(is_there, "2026-06-30"));
        let one = given(one, paper(current, "2027-06-30"));
        (answers(&one, &given(two, two_paper), &given(three, three_paper), ""), STAKE.to_owned())
    };
    // three claims, 8 units, against the same with a current paper for 3 and an expired one for 4: up to 60, 4 of them
    // are worth 60, and 8x < 3 * 85 + x + 4 * 60; above, they move along, and nothing but the paper is left
    let claims = || side("yes", "yes", "yes", false, [false; 2]);
    assert_eq!(tie(claims(), side("yes", "yes", "yes", true, [false, true])).as_deref(), Some("85"));
    // 3x + 1x against 4 times an expired paper: 4x = 4 * 60 below 60, above 4x = 4x
    let claimed = side("yes", "yes", "no", false, [false; 2]);
    assert_eq!(tie(claimed, side("no", "no", "yes", false, [false, true])), None, "they tie from 60 on");
    // 4 * 50 as claims and 3 * 50 with a current paper against the whole 4 with an expired paper and nothing else: up
    // to 60, 2x + 127.5 = 240, so x = 56.25; above, 2x + 127.5 = 4x, so x = 63.75; either is 3.75 from today's 60
    let half = side("partial", "no", "partial", true, [false; 2]);
    let whole = side("no", "no", "yes", false, [false, true]);
    assert_eq!(tie(half, whole).as_deref(), Some("225/4"), "of two equally near the lower");
}

// ---------------------------------------------------------------- what both were asked

#[test]
fn the_worth_of_a_claim_turns_where_an_answer_passes_what_we_verified_before() {
    let seen = |one: &str, two: &str, saw: &[(&str, &str)]| (answers(one, two, "no", ""), verified(saw));
    let bettered = || seen("yes", "no", &[("a.one", "partial")]);
    // 3 * max(x, 50) = 3 * 50 + x where x is nothing, and where 3x = 150 + x, which is nearer to today's 60
    assert_eq!(tie(bettered(), seen("partial", "yes", &[("a.one", "partial")])).as_deref(), Some("75"));
    // below 50 they are equal all along
    assert_eq!(tie(bettered(), seen("partial", "no", &[("a.one", "partial")])), None);
}

#[test]
fn only_what_counts_for_both_is_compared() {
    let all = || (answers("yes", "yes", "yes", "yes"), verified(&STRONG));
    let without_four = || (answers("yes", "no", "yes", ""), verified(&STRONG[..1]));
    let share = |a: (String, String), b: (String, String)| {
        compared(&[a, b], |comparison, _| comparison.pairs[0].pair.common_share.to_string())
    };
    assert_eq!(share(all(), all()), "100");
    assert_eq!(share(all(), without_four()), "80", "question four, 2 of 10, is not asked of the second");
    assert_eq!(share(without_four(), all()), "80");
    assert_eq!(share(without_four(), without_four()), "80", "of the whole design, not of what is left");
    let accepted = format!("{STAKE}answers:\n  b.three: {{not_applicable: accepted, because: No such thing.}}\n");
    let without_both = || (answers("yes", "no", "{answer: n/a, comment: We have none.}", ""), accepted.clone());
    assert_eq!(share(without_both(), all()), "40", "4 and 2 of 10 are left out");
    assert_eq!(share(all(), without_both()), "40");
}

#[test]
fn a_not_applicable_that_is_kept_in_part_counts_in_that_part() {
    let allowed = ASKED.replace("not_applicable: approval", "not_applicable: allowed");
    let (questionnaire, policy) = (questionnaire(&allowed), Policy::default());
    let written = answers("yes", "no", "{answer: n/a, comment: We have none.}", "");
    let vendor = vendor(&questionnaire, &written, Some(STAKE));
    let assessments = [judge(&questionnaire, &vendor, &policy), judge(&questionnaire, &vendor, &policy)];
    let comparison = compare(&assessments).unwrap();
    assert_eq!(comparison.pairs[0].pair.common_share.to_string(), "40", "the first two questions, 4 of 10");
}

// ---------------------------------------------------------------- who ranks where

#[test]
fn the_better_rating_ranks_first_and_then_the_score() {
    let flagged = (answers("no", "yes", "yes", "yes"), verified(&[("b.three", "yes"), ("b.four", "yes")]));
    let middling = (answers("yes", "yes", "partial", "no"), verified(&[STRONG[0], STRONG[1], ("b.three", "partial")]));
    let good = (answers("yes", "yes", "yes", "yes"), verified(&STRONG));
    compared(&[flagged, middling, good], |comparison, assessments| {
        assert!(
            assessments[0].overall.as_ref().unwrap().assured() > assessments[1].overall.as_ref().unwrap().assured()
        );
        let vendors: Vec<VendorId> = comparison.assessments.ids().collect();
        let best_last: Vec<VendorId> = comparison.ranking.iter().rev().copied().collect();
        assert_eq!(best_last, vendors, "a critical flag outweighs the higher score");
        let firsts: Vec<Which> = comparison.pairs.iter().map(|held| comparison.first_of(&held.pair)).collect();
        assert_eq!(firsts, [Which::B; 3]);
        let pair = &comparison.pairs[0].pair;
        assert_eq!((pair.leader, comparison.led(pair)), (Some(Which::A), [pair.a, pair.b]), "it leads by its score");
    });
}

#[test]
fn equals_rank_as_they_are_named() {
    let same = || (answers("yes", "yes", "yes", "yes"), verified(&STRONG));
    compared(&[same(), same()], |comparison, _| {
        let pair = &comparison.pairs[0].pair;
        assert_eq!((comparison.first_of(pair), pair.leader, comparison.led(pair)), (Which::A, None, [pair.a, pair.b]));
    });
}

// ---------------------------------------------------------------- what overtaking takes

#[test]
fn only_flags_that_hold_the_rating_above_the_others_must_be_cleared() {
    let flags = |behind: [&str; 2], ahead: [&str; 2]| {
        let side =
            |[one, two]: [&str; 2]| (answers(one, two, "yes", if two == "yes" { "yes" } else { "" }), verified(&[]));
        compared(&[side(behind), side(ahead)], |comparison, assessments| {
            let gap = -&comparison.pairs[0].pair.headline;
            let must = overtake(&assessments[0], &assessments[1], &gap);
            must.flags
        })
    };
    assert_eq!(flags(["no", "yes"], ["yes", "yes"]).len(), 1, "a critical flag against none");
    assert_eq!(flags(["yes", "yes"], ["yes", "yes"]).len(), 0, "a flag that is not raised holds nothing");
    assert_eq!(flags(["no", "yes"], ["no", "yes"]).len(), 0, "the other is held as high");
    assert_eq!(flags(["partial", "no"], ["no", "yes"]).len(), 0, "a low flag holds it below the other");
}

#[test]
fn the_fewest_remediations_that_overtake_are_the_largest() {
    let behind = (answers("no", "yes", "yes", "yes"), verified(&[]));
    let questions = |numbers: &[usize]| Some(numbers.iter().copied().map(nth).collect::<Vec<_>>());
    compared(&[behind.clone(), behind], |_, assessments| {
        let must = |gap: i64| overtake(&assessments[0], &assessments[1], &Exact::from(gap));
        // question one gives 30; proof gives three 16, four 8 and two 4
        let remediations = [-1, 0, 29, 30, 46, 54, 58].map(|gap| must(gap).remediations);
        let taken = [&[][..], &[0], &[0], &[0, 2], &[0, 2, 3], &[0, 2, 3, 1]].map(questions);
        assert_eq!(remediations[..6], taken);
        assert_eq!(remediations[6], None, "all of them only draw level");
        let assurances = [-1, 15, 16, 27, 28].map(|gap| must(gap).assurances);
        let taken = [&[][..], &[2], &[2, 3], &[2, 3, 1]].map(questions);
        assert_eq!(assurances[..4], taken);
        assert_eq!(assurances[4], None);
    });
}

// ---------------------------------------------------------------- how sure the order is

#[test]
fn surely_ahead_is_who_leads_whatever_is_still_open() {
    let strong = || {
        (answers("yes", "yes", "yes", "yes"), verified(&[STRONG[0], STRONG[1], ("b.three", "yes"), ("b.four", "yes")]))
    };
    let sure =
        |other: (String, String)| compared(&[strong(), other], |comparison, _| comparison.pairs[0].pair.surely_ahead);
    let seen = [STRONG[1], ("b.four", "yes")];
    assert_eq!(sure((answers("yes", "yes", "unknown", "yes"), verified(&[seen[0], seen[1], STRONG[0]]))), [false; 2]);
    assert_eq!(sure((answers("no", "yes", "unknown", "yes"), verified(&seen))), [true, false]);
}

/// In A, which weighs 40, the first is 15 points ahead; in B, which weighs 60, it is 20 behind.
fn divided() -> [(String, String); 2] {
    [
        (answers("yes", "yes", "no", "yes"), verified(&[("a.one", "yes")])),
        (answers("partial", "yes", "partial", "yes"), verified(&[("a.one", "partial"), ("b.three", "partial")])),
    ]
}

#[test]
fn weights_at_which_they_tie_are_solved_for() {
    compared(&divided(), |comparison, assessments| {
        let category = |id: CategoryId| assessments[0].subject.questionnaire.categories[id].id.as_str();
        let ties = tie_weights(&comparison.pairs[0].pair);
        let shown: Vec<_> = ties
            .iter()
            .map(|tie| {
                (category(tie.category), [&tie.share_now, &tie.multiplier, &tie.share_at_tie].map(ToString::to_string))
            })
            .collect();
        // 15 m = 20, and A weighs 40 m of 60 + 40 m; 20 m = 15, and B weighs 60 m of 40 + 60 m
        let a = ["40", "4/3", "800/17"].map(str::to_owned);
        let b = ["60", "3/4", "900/17"].map(str::to_owned);
        assert_eq!(shown, [("a", a), ("b", b)]);
    });
    let accepted = format!("{STAKE}answers:\n  b.three: {{not_applicable: accepted, because: None.}}\n");
    let of_one = |one: &str| (answers(one, "no", "{answer: n/a, comment: We have none.}", ""), accepted.clone());
    compared(&[of_one("yes"), of_one("no")], |comparison, _| {
        assert_eq!(comparison.pairs[0].pair.categories.len(), 1);
        assert_eq!(tie_weights(&comparison.pairs[0].pair), [], "one category weighs all there is");
    });
    let all = |answer: &str| (answers(answer, answer, answer, ""), STAKE.to_owned());
    compared(&[all("yes"), all("no")], |comparison, _| {
        let pair = &comparison.pairs[0].pair;
        let ahead: Vec<String> = pair.categories.iter().map(|category| category.delta.to_string()).collect();
        assert_eq!(ahead, ["60", "60"]);
        assert_eq!(tie_weights(pair), [], "equally far ahead in every category, it is ahead under all weights");
    });
}

#[test]
fn the_share_of_weightings_under_which_each_leads_is_exact() {
    compared(&divided(), |comparison, _| {
        let found = acceptability(&comparison.pairs[0].pair);
        // of its category the first is ahead by 75/2, and behind by 100/3: 75/2 of 75/2 + 100/3 is 9/17; with B never
        // below A, by 25/12 on the mean and behind by 100/3 on B alone: 25/12 of 25/12 + 100/3 is 1/17
        let shown = [&found.a, &found.b, &found.a_given_order].map(ToString::to_string);
        assert_eq!(shown, ["900/17", "800/17", "100/17"]);
    });
}

// ---------------------------------------------------------------- two dates of one vendor

/// The kinds of change from one date to the next, with the question each concerns.
fn told(before: (String, String), after: (String, String)) -> Vec<(QuestionId, ChangeKind)> {
    compared(&[before, after], |comparison, assessments| {
        let changes: Vec<AnswerChange> = changes(&assessments[0], &assessments[1], &comparison.pairs[0].matching);
        changes.iter().map(|change| (change.before, change.kind)).collect()
    })
}

/// The kind of change of the first question.
fn of_one(before: (&str, &[(&str, &str)]), after: (&str, &[(&str, &str)])) -> Option<ChangeKind> {
    let side = |(one, seen): (&str, &[(&str, &str)])| (answers(one, "yes", "yes", "yes"), verified(seen));
    let found = told(side(before), side(after));
    assert!(found.iter().all(|(question, _)| *question == nth(0)), "{found:?}");
    found.first().map(|(_, kind)| *kind)
}

#[test]
fn every_change_is_of_the_kind_it_is() {
    let evidence = |issued: &str, until: &str| {
        format!("{{answer: yes, evidence: [{{title: P, issued: {issued}, valid_until: {until}, location: p.pdf}}]}}")
    };
    let (old, new) = (evidence("2026-01-01", "2026-12-31"), evidence("2026-11-01", "2027-10-31"));
    let expired = evidence("2025-01-01", "2025-12-31");
    let seen: &[(&str, &str)] = &[("a.one", "yes")];
    assert_eq!(of_one(("yes", &[]), ("yes", &[])), None);
    assert_eq!(of_one(("partial", &[]), ("yes", &[])), Some(ChangeKind::Better));
    assert_eq!(of_one(("yes", &[]), ("partial", &[])), Some(ChangeKind::Worse));
    assert_eq!(of_one(("unknown", &[]), ("no", &[])), Some(ChangeKind::Answered));
    assert_eq!(of_one(("no", &[]), ("unknown", &[])), Some(ChangeKind::Withdrawn));
    assert_eq!(of_one(("unknown", &[]), ("unknown", &[])), None);
    assert_eq!(of_one(("yes", &[]), ("yes", seen)), Some(ChangeKind::Renewed), "proved better");
    assert_eq!(of_one(("yes", seen), ("yes", &[])), Some(ChangeKind::Removed));
    assert_eq!(of_one((&old, &[]), (&new, &[])), Some(ChangeKind::Renewed), "newer papers");
    assert_eq!(of_one((&new, &[]), (&old, &[])), None, "older papers that prove as much");
    assert_eq!(of_one((&old, &[]), (&expired, &[])), Some(ChangeKind::Lapsed));
    assert_eq!(of_one(("yes", &[]), ("{answer: yes, comment: Since May.}", &[])), Some(ChangeKind::Reworded));
    assert_eq!(of_one(("partial", &[]), ("{answer: yes, comment: Since May.}", &[])), Some(ChangeKind::Better));
}

#[test]
fn what_we_saw_ourselves_renews_an_answer_too() {
    let seen_until = |until: &str| {
        let evidence = format!("verified: [{{title: Seen, issued: 2026-11-01, valid_until: {until}}}]");
        (answers("yes", "yes", "yes", "yes"), format!("{STAKE}answers:\n  a.one: {{saw: yes, {evidence}}}\n"))
    };
    assert_eq!(told(seen_until("2027-01-01"), seen_until("2027-06-30")), [(nth(0), ChangeKind::Renewed)]);
    assert_eq!(told(seen_until("2027-06-30"), seen_until("2027-01-01")), []);
}

#[test]
fn what_counts_no_longer_or_only_now_changes_scope() {
    let asked = || (answers("yes", "yes", "yes", "yes"), verified(&[]));
    let not_asked = |four: &str| (answers("yes", "no", "yes", four), verified(&[]));
    assert_eq!(told(asked(), not_asked("")), [(nth(1), ChangeKind::Worse), (nth(3), ChangeKind::Scope)]);
    assert_eq!(told(not_asked(""), asked()), [(nth(1), ChangeKind::Better), (nth(3), ChangeKind::Scope)]);
    assert_eq!(
        told(not_asked("yes"), not_asked("no")),
        [(nth(3), ChangeKind::Scope)],
        "answered otherwise, though it does not count"
    );
    assert_eq!(told(not_asked("yes"), not_asked("yes")), []);
}

#[test]
fn a_change_moves_its_points_and_flags() {
    let side = |one: &str| (answers(one, "yes", "yes", "yes"), verified(&[]));
    compared(&[side("yes"), side("no")], |comparison, assessments| {
        let held = &comparison.pairs[0];
        let [change] = changes(&assessments[0], &assessments[1], &held.matching)[..] else { panic!("one change") };
        assert_eq!(moved(&held.pair)[&change.before].to_string(), "18", "60 per cent of 30 points");
        assert!(!change.reworded);
        let changed = flags_changed(&assessments[0], &assessments[1]);
        assert_eq!(changed, [FlagChange::State(Some(&assessments[0].flags[0]), &assessments[1].flags[0])]);
        assert_eq!(flags_changed(&assessments[0], &assessments[0]), []);
    });
}
