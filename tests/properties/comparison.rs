//! The properties of comparisons, P16 to P24, on random pairs of vendors with the same questionnaire.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use duly::internal::assessment::Assessment;
use duly::internal::assessment::judged::Judged;
use duly::internal::comparison::overtake::overtake;
use duly::internal::comparison::pair::{CategoryDelta, Pair, QuestionDelta};
use duly::internal::comparison::weighting::{acceptability, tie_weights};
use duly::internal::comparison::{Comparison, Which, compare};
use duly::internal::questionnaire::ids::QuestionId;
use duly::internal::words::Exact;
use duly::internal::words::exact::Rounding;
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::facts::Files;
use super::generate::{Case, Dice, Shape, anything, cases, dice};
use super::world::{Answer, Document, World};
use super::{check, config, rational, whole};

/// Two vendors that answer the same questionnaire, the second differing from the first here and there.
fn rivals() -> impl Strategy<Value = (Case, World, Dice)> {
    (cases(Shape::default()), dice(900)).prop_map(|(case, mut stream)| {
        let mut other = case.world.clone();
        for id in case.world.ids() {
            if stream.chance(60) {
                let (given, observation) = anything(&mut stream, &case.world, &id);
                let question = other.question_mut(&id);
                (question.given, question.observation) = (given, observation);
            }
        }
        (case, other, stream)
    })
}

/// Tries a property on pairs that can be compared.
fn check_pairs(property: impl Fn(&Pair, [&Assessment<'_>; 2], [&World; 2]) -> TestCaseResult) {
    let compared = std::cell::Cell::new(0);
    check(&rivals(), |(case, other, _)| {
        let files = [Files::of(&case.world), Files::of(&other)];
        let assessments = [files[0].assess(&case.world), files[1].assess(&other)];
        let Ok(comparison) = compare(&assessments) else { return Ok(()) };
        compared.set(compared.get() + 1);
        property(&comparison.pairs[0].pair, [&assessments[0], &assessments[1]], [&case.world, &other])
    });
    assert!(compared.get() > config().cases / 2, "{} pairs could be compared", compared.get());
}

fn delta(pair: &Pair) -> BigRational {
    rational(&pair.scores[0]) - rational(&pair.scores[1])
}

fn sum<'n>(numbers: impl Iterator<Item = &'n Exact>) -> BigRational {
    numbers.fold(whole(0), |sum, number| sum + rational(number))
}

/// P16: the headline difference is that of the common questions and the effects of scope; categories and questions each
/// add up to it; a question's difference is what its answer and what its proof makes.
#[test]
fn p16_differences_add_up() {
    check_pairs(|pair, _, _| {
        let [a, b] = pair.scope_effect.each_ref().map(rational);
        prop_assert_eq!(rational(&pair.headline), delta(pair) + a - b);
        prop_assert_eq!(sum(pair.categories.iter().map(|category| &category.contribution)), delta(pair));
        prop_assert_eq!(sum(pair.questions.iter().map(|question| &question.delta)), delta(pair));
        for question in &pair.questions {
            prop_assert_eq!(
                rational(&question.delta),
                sum([&question.answer_effect, &question.evidence_effect].into_iter())
            );
        }
        for category in &pair.categories {
            let [delta, share] = [&category.delta, &category.share].map(rational);
            prop_assert_eq!(rational(&category.contribution), delta * share / whole(100));
        }
        Ok(())
    });
}

/// P17: swapping the vendors turns every sign and keeps the margins.
#[test]
fn p17_swapping_turns_every_sign() {
    check_pairs(|pair, [a, b], [first, second]| {
        let files = [Files::of(second), Files::of(first)];
        let swapped = [files[0].assess(second), files[1].assess(first)];
        let comparison = compare(&swapped).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
        let other = &comparison.pairs[0].pair;
        prop_assert_eq!(&pair.headline, &-&other.headline);
        prop_assert_eq!(delta(pair), -delta(other));
        prop_assert_eq!(&pair.scores, &[other.scores[1].clone(), other.scores[0].clone()]);
        prop_assert_eq!(&pair.category_margin, &other.category_margin);
        prop_assert_eq!(&pair.question_margin, &other.question_margin);
        prop_assert_eq!(&pair.claim_credit_at_tie, &other.claim_credit_at_tie);
        prop_assert_eq!(pair.surely_ahead, [other.surely_ahead[1], other.surely_ahead[0]]);
        prop_assert_eq!(pair.category_dominance, other.category_dominance.map(turned));
        prop_assert_eq!(pair.leader, other.leader.map(turned));
        let signs =
            |of: &Pair| of.categories.iter().map(|category: &CategoryDelta| category.delta.clone()).collect::<Vec<_>>();
        prop_assert_eq!(signs(pair), signs(other).iter().map(|delta| -delta).collect::<Vec<_>>());
        prop_assert_eq!(a.questions.len(), b.questions.len());
        Ok(())
    });
}

fn turned(which: Which) -> Which {
    match which {
        Which::A => Which::B,
        Which::B => Which::A,
    }
}

/// P18: 0 <= question margin <= category margin <= 100.
#[test]
fn p18_margins_are_nested() {
    check_pairs(|pair, _, _| {
        let (questions, categories) = (&pair.question_margin, &pair.category_margin);
        if let (Some(questions), Some(categories)) = (questions, categories) {
            prop_assert!(!questions.is_negative() && questions <= categories && *categories <= Exact::from(100));
        }
        prop_assert!(questions.is_some() || categories.is_none());
        Ok(())
    });
}

/// P19: moving every category weight by exactly the margin, against the leader, gives exactly a tie.
#[test]
fn p19_the_margin_ties() {
    check_pairs(|pair, _, _| {
        let Some(margin) = &pair.category_margin else { return Ok(()) };
        let leads = delta(pair) > whole(0);
        let moved = pair.categories.iter().map(|category| {
            let against = category.contribution.is_positive() == leads;
            let factor = if against { whole(100) - rational(margin) } else { whole(100) + rational(margin) };
            rational(&category.contribution) * factor
        });
        prop_assert!(moved.fold(whole(0), |sum, one| sum + one) == whole(0));
        Ok(())
    });
}

/// P20: dominance in every category is a margin of 100, and then every weighting agrees.
#[test]
fn p20_dominance_is_a_full_margin() {
    check_pairs(|pair, _, _| {
        let full = pair.category_margin.as_ref().is_some_and(|margin| *margin == Exact::from(100));
        prop_assert_eq!(full, pair.category_dominance.is_some());
        let shares = acceptability(pair);
        match pair.category_dominance {
            Some(Which::A) => prop_assert_eq!((shares.a, shares.b), (Exact::from(100), Exact::ZERO)),
            Some(Which::B) => prop_assert_eq!((shares.a, shares.b), (Exact::ZERO, Exact::from(100))),
            None => {}
        }
        Ok(())
    });
}

/// P21: the shares of weightings add up to 100, unless nothing differs.
#[test]
fn p21_shares_of_weightings_add_up() {
    check_pairs(|pair, _, _| {
        let shares = acceptability(pair);
        let expected = if pair.category_margin.is_some() { whole(100) } else { whole(0) };
        prop_assert_eq!(sum([&shares.a, &shares.b].into_iter()), expected);
        prop_assert!(!shares.a_given_order.is_negative() && shares.a_given_order <= Exact::from(100));
        Ok(())
    });
}

/// P22: at the multiplier of a tie weight they tie.
#[test]
fn p22_tie_weights_tie() {
    check_pairs(|pair, _, _| {
        for tie in tie_weights(pair) {
            let weighed = pair.categories.iter().map(|category| match category.category == tie.category {
                true => rational(&category.contribution) * rational(&tie.multiplier),
                false => rational(&category.contribution),
            });
            prop_assert!(weighed.fold(whole(0), |sum, one| sum + one) == whole(0));
            prop_assert!(!tie.multiplier.is_negative());
        }
        Ok(())
    });
}

/// P23: the remediations of the overtake set give more than the gap, and one fewer does not.
#[test]
fn p23_the_overtake_set_overtakes() {
    check_pairs(|pair, assessments, _| {
        let (ahead, behind) = if pair.headline.is_negative() { (1, 0) } else { (0, 1) };
        let (ahead, behind) = (assessments[ahead], assessments[behind]);
        let gap = pair.headline.abs();
        let gain = |questions: &[QuestionId]| {
            let gains = behind.remediations().iter().filter(|remediation| questions.contains(&remediation.question));
            behind.points(gains.map(|remediation| &remediation.gain).sum::<Exact>())
        };
        match overtake(behind, ahead, &gap).remediations {
            None => {
                let all: Exact = behind.remediations().iter().map(|remediation| &remediation.gain).sum();
                prop_assert!(behind.points(all) <= gap);
            }
            Some(questions) => {
                prop_assert!(gain(&questions) > gap);
                if let Some((_, fewer)) = questions.split_last() {
                    prop_assert!(gain(fewer) <= gap);
                }
            }
        }
        Ok(())
    });
}

/// P24: who is surely ahead stays ahead on the common questions however the open ones are answered.
#[test]
fn p24_surely_ahead_is_ahead_in_every_completion() {
    let seen = std::cell::Cell::new(0);
    check(&rivals(), |(case, other, mut stream)| {
        let mut worlds = [case.world.clone(), other];
        let files = worlds.each_ref().map(Files::of);
        let assessments = [files[0].assess(&worlds[0]), files[1].assess(&worlds[1])];
        let Ok(comparison) = compare(&assessments) else { return Ok(()) };
        let pair = comparison.pairs[0].pair.clone();
        let Some(side) = pair.surely_ahead.iter().position(|sure| *sure) else { return Ok(()) };
        prop_assert_eq!(delta(&pair) > whole(0), side == 0, "ahead now");
        // completing questions that no condition looks at leaves the common questions as they are
        let open: Vec<&QuestionDelta> = pair.questions.iter().filter(|question| question.open != [false; 2]).collect();
        for question in open {
            for (at, world) in worlds.iter_mut().enumerate().filter(|(at, _)| question.open[*at]) {
                let id = assessments[at].subject.questionnaire.questions[question.question].id.clone();
                if world.is_gate(&id) || world.question(&id).when.is_some() {
                    continue;
                }
                complete(&mut stream, world, &id);
            }
        }
        let files = worlds.each_ref().map(Files::of);
        let completed = [files[0].assess(&worlds[0]), files[1].assess(&worlds[1])];
        let Ok(after) = compare(&completed) else { return Ok(()) };
        let moved = delta(&after.pairs[0].pair);
        prop_assert_eq!(moved > whole(0), side == 0, "ahead after");
        prop_assert!(moved != whole(0));
        seen.set(seen.get() + 1);
        Ok(())
    });
    assert!(seen.get() > config().cases / 10, "{} completions", seen.get());
}

/// Answers a question in some way, proved or not.
fn complete(stream: &mut Dice, world: &mut World, id: &str) {
    let as_of = world.as_of;
    let question = world.question_mut(id);
    let answers: Vec<Answer> =
        question.possible(as_of).into_iter().filter(|answer| question.worth(answer, as_of).is_some()).collect();
    question.observation = Default::default();
    question.given.answer = stream.pick(&answers);
    if stream.chance(50) {
        question.observation.verified.push(Document::current(as_of));
    }
}

/// P29: under a policy that gives a claim exactly the credit at which they tie, and raises that of an expired paper to
/// it where it is lower, the common questions differ by nothing; and under none that is nearer to the policy they do.
#[test]
fn p29_the_credit_at_which_they_tie_ties() {
    let [seen, turned] = [std::cell::Cell::new(0), std::cell::Cell::new(0)];
    check(&rivals(), |(case, other, _)| {
        let worlds = [case.world, other];
        let files = worlds.each_ref().map(Files::of);
        let assessments = [files[0].assess(&worlds[0]), files[1].assess(&worlds[1])];
        let Ok(comparison) = compare(&assessments) else { return Ok(()) };
        let Some(tie) = &comparison.pairs[0].pair.claim_credit_at_tie else { return Ok(()) };
        let credits = worlds[0].policy.assurance.unwrap_or([60, 60, 85, 100]);
        // policies know whole per cents; between two of them the difference is linear
        let under = |claimed: i64| {
            let claimed = u8::try_from(claimed).unwrap();
            let worlds = worlds.each_ref().map(|world| {
                let mut world = world.clone();
                world.policy.assurance = Some([claimed, credits[1].max(claimed), credits[2], credits[3]]);
                world
            });
            let files = worlds.each_ref().map(Files::of);
            let assessments = [files[0].assess(&worlds[0]), files[1].assess(&worlds[1])];
            delta(&compare(&assessments).unwrap().pairs[0].pair)
        };
        let below = tie.rounded(Rounding::Floor);
        let (least, part) = (below.to_i64().unwrap(), rational(tie) - rational(&below));
        // where what we verified before an answer was bettered gives way to the new answer by itself
        let passes: Vec<Exact> = assessments.iter().flat_map(passes).collect();
        let turns_within = |turn: &Exact| *turn > below && *turn < &below + 1;
        if passes.iter().any(turns_within) {
            return Ok(());
        }
        prop_assert!(least >= 0 && *tie <= Exact::from(credits[2]), "a policy can say {tie}");
        let at_least = under(least);
        let at_tie = match tie.is_whole() {
            true => at_least,
            false => &at_least + (under(least + 1) - &at_least) * part,
        };
        prop_assert_eq!(at_tie, whole(0), "{}", tie);
        let (now, documented) = (i64::from(credits[0]), i64::from(credits[2]));
        let away = (tie - Exact::from(credits[0])).abs();
        let near = (&away - Exact::ONE).rounded(Rounding::Floor).to_i64().unwrap() + i64::from(!away.is_whole());
        // it turns at the credit of an expired paper and where an answer by itself passes what we verified before it
        // was bettered, so that between these there is no other tie
        let passed = passes.iter().filter(|pass| pass.is_whole()).filter_map(Exact::to_i64);
        let nearer = [now - near, now, i64::from(credits[1]), now + near].into_iter().chain(passed);
        let nearer = nearer.filter(|claimed| (0..=documented).contains(claimed) && (claimed - now).abs() <= near);
        let sides: BTreeSet<Ordering> = nearer.map(|claimed| under(claimed).cmp(&whole(0))).collect();
        prop_assert!(sides.len() <= 1 && !sides.contains(&Ordering::Equal), "{} is the nearest", tie);
        seen.set(seen.get() + 1);
        turned.set(turned.get() + u32::from(!passes.is_empty()));
        Ok(())
    });
    assert!(seen.get() > config().cases / 10, "{} ties", seen.get());
    assert!(turned.get() > config().cases / 20, "{} ties where something is kept", turned.get());
}

/// The credits of claims at which an answer by itself passes what we verified before it was bettered.
fn passes(assessment: &Assessment<'_>) -> Vec<Exact> {
    let pass = |judged: &Judged<'_>| {
        let in_place = &judged.parts.assured + &judged.parts.evidence_gap;
        Exact::ratio(&judged.before.as_ref()?.worth * judged.parts.whole() * 100, in_place)
    };
    assessment.questions.iter().filter_map(pass).collect()
}

/// Vendors with the same answers tie in everything.
#[test]
fn the_same_vendor_twice_ties() {
    check(&cases(Shape::default()), |case| {
        let files = [Files::of(&case.world), Files::of(&case.world)];
        let assessments = [files[0].assess(&case.world), files[1].assess(&case.world)];
        let Ok(comparison) = compare(&assessments) else { return Ok(()) };
        let pair = &comparison.pairs[0].pair;
        prop_assert!(pair.headline.is_zero() && delta(pair) == whole(0) && pair.leader.is_none());
        prop_assert!(pair.category_margin.is_none() && !pair.order_conflict);
        prop_assert!(pair.questions.iter().all(|question| question.delta.is_zero() && question.open == [true, true]));
        prop_assert_eq!(&comparison.ranking, &[pair.a, pair.b]);
        Ok(())
    });
}

/// A third vendor never changes what holds between two.
#[test]
fn a_third_vendor_changes_no_pair() {
    check(&rivals(), |(case, other, mut stream)| {
        let mut third = other.clone();
        for id in third.ids() {
            if stream.chance(40) {
                let (given, observation) = anything(&mut stream, &other, &id);
                let question = third.question_mut(&id);
                (question.given, question.observation) = (given, observation);
            }
        }
        let worlds = [&case.world, &other, &third];
        let files = worlds.map(Files::of);
        let all: Vec<Assessment<'_>> = files.iter().zip(worlds).map(|(files, world)| files.assess(world)).collect();
        let (Ok(two), Ok(three)) = (compare(&all[..2]), compare(&all)) else { return Ok(()) };
        prop_assert_eq!(format!("{:?}", two.pairs[0].pair), format!("{:?}", three.pairs[0].pair));
        let order = |comparison: &Comparison<'_, '_>| comparison.first_of(&comparison.pairs[0].pair);
        prop_assert_eq!(order(&two), order(&three));
        Ok(())
    });
}
