//! What one assessment's numbers must fulfil among themselves.

use duly::internal::assessment::scope::Status;
use duly::internal::policy::{Assurance, Proof};
use duly::internal::words::number::{Scale, tenths};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::facts::{Facts, Points, facts};
use super::generate::Shape;
use super::world::{Category, World};
use super::{check, check_worlds, whole};

fn sum<'n>(numbers: impl IntoIterator<Item = &'n BigRational>) -> BigRational {
    numbers.into_iter().sum()
}

/// Every score of an assessment: of the whole, the categories and the groups.
fn all_scores(facts: &Facts) -> Vec<&Points> {
    let categories = facts.categories.iter().filter_map(|category| category.points.as_ref());
    facts.overall.iter().chain(categories).chain(facts.groups.iter().flatten()).collect()
}

/// P1: 0 <= A- <= C- <= C+ <= 100 and A- <= A+ <= C+, for the whole, every category and every group.
#[test]
fn p01_the_bounds_are_ordered() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        for points in all_scores(&facts) {
            let [assured, claimed, best, potential] = points.bounds();
            prop_assert!(whole(0) <= *assured && assured <= claimed && claimed <= potential, "{points:?}");
            prop_assert!(assured <= best && best <= potential && *potential <= whole(100), "{points:?}");
        }
        Ok(())
    });
}

/// P2: the shares sum to 100, the parts of a question to its share, the assured parts to A-, and those with the
/// evidence gaps to C-. The same holds for the other parts.
#[test]
fn p02_the_parts_add_up() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let Some(overall) = &facts.overall else {
            prop_assert!(facts.questions.iter().all(|question| question.share == whole(0)));
            return Ok(());
        };
        prop_assert_eq!(sum(facts.questions.iter().map(|question| &question.share)), whole(100));
        for question in &facts.questions {
            prop_assert_eq!(&sum(&question.parts), &question.share);
            prop_assert!(question.parts.iter().all(|part| *part >= whole(0)));
        }
        let [assured, gap, control_gap, unknown] =
            [0, 1, 2, 3].map(|part| sum(facts.questions.iter().map(|question| &question.parts[part])));
        prop_assert_eq!(&(&assured + &gap), &overall.claimed);
        prop_assert_eq!([&assured, &gap], [&overall.assured, &overall.evidence_gap]);
        prop_assert_eq!([&control_gap, &unknown], [&overall.control_gap, &overall.unknown]);
        prop_assert_eq!(&(&overall.assured + &unknown), &overall.assured_best);
        prop_assert_eq!(&(&overall.claimed + &unknown), &overall.potential);
        prop_assert_eq!(facts.coverage, Some(whole(100) - unknown));
        Ok(())
    });
}

/// §2.3 and §2.4: every share follows from the design weights, from which questions are excluded, and from the cap on
/// n/a, written here as the formulas stand there.
#[test]
fn p02_the_shares_follow_from_the_weights() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let mut live: Vec<(&str, BigRational)> = Vec::new();
        for (category, found) in case.world.categories.iter().zip(&facts.categories) {
            let (weights, kept) = live_weights(&case.world, category, &facts);
            prop_assert_eq!(&kept, &found.na_kept);
            live.extend(category.questions.iter().map(|question| question.id.as_str()).zip(weights));
        }
        let total = sum(live.iter().map(|(_, weight)| weight));
        prop_assert_eq!(facts.overall.is_some(), total > whole(0));
        for (id, weight) in live.iter().filter(|_| total > whole(0)) {
            prop_assert_eq!(&facts.question(id).share, &(weight * whole(100) / &total), "{}", id);
        }
        Ok(())
    });
}

/// What the questions of a category count, and the part of its n/a that is kept.
fn live_weights(world: &World, category: &Category, facts: &Facts) -> (Vec<BigRational>, BigRational) {
    let weights: Vec<u64> = category.questions.iter().map(|question| u64::from(world.weight(question))).collect();
    let all = whole(weights.iter().sum::<u64>().max(1));
    let unit = category.weight.map_or_else(|| whole(1), |weight| whole(u64::from(weight)) / all);
    let design: Vec<BigRational> = weights.into_iter().map(|weight| whole(weight) * &unit).collect();
    let statuses: Vec<Status> = category.questions.iter().map(|question| facts.question(&question.id).status).collect();
    let with = |wanted: &dyn Fn(Status) -> bool| {
        sum(design.iter().zip(&statuses).filter(|(_, status)| wanted(**status)).map(|(weight, _)| weight))
    };
    let is_excluded =
        |status: Status| matches!(status, Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved);
    let (counted, not_applicable) = (with(&|status| !is_excluded(status)), with(&|status| status == Status::Na));
    let cap = whole(u64::from(world.policy.not_applicable_cap)) / whole(100);
    let excess = (&not_applicable - cap * counted).max(whole(0));
    let kept = if not_applicable == whole(0) { whole(0) } else { excess / not_applicable };
    let live = design.into_iter().zip(statuses).map(|(weight, status)| match status {
        Status::Na => weight * &kept,
        status if is_excluded(status) => whole(0),
        _ => weight,
    });
    (live.collect(), kept)
}

/// P3: each bound of the whole is the mean of the categories' bounds, weighted by their shares.
#[test]
fn p03_the_whole_is_the_mean_of_its_categories() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let Some(overall) = &facts.overall else {
            prop_assert!(facts.categories.iter().all(|category| category.points.is_none()));
            return Ok(());
        };
        for bound in 0..4 {
            let mut mean = whole(0);
            for category in &facts.categories {
                prop_assert_eq!(category.points.is_some(), category.share.is_some());
                if let (Some(points), Some(share)) = (&category.points, &category.share) {
                    mean += share * points.bounds()[bound] / whole(100);
                }
            }
            prop_assert_eq!(&mean, overall.bounds()[bound]);
        }
        Ok(())
    });
}

/// P4: the displayed points of the questions sum to the displayed score, and each lies within a tenth of the exact
/// points scaled to the displayed score.
#[test]
fn p04_the_displayed_points_add_up() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let shown: u64 = facts.questions.iter().map(|question| question.tenths[0]).sum();
        let exact = facts.overall.as_ref().map_or_else(|| whole(0), |overall| overall.assured.clone());
        prop_assert_eq!(tenths(shown), Scale::default().digits(&super::exact(&exact)));
        for question in facts.questions.iter().filter(|_| exact > whole(0)) {
            let quota = &question.parts[0] * whole(shown) / &exact;
            let apart = whole(question.tenths[0]) - quota;
            prop_assert!(apart < whole(1) && apart > -whole(1), "{question:?}");
        }
        Ok(())
    });
}

/// P4 for every part: the displayed parts of the questions add up to 100, each part to its displayed total, which is
/// within a tenth of the exact one; nothing is displayed as something.
#[test]
fn p04_every_displayed_part_adds_up() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let Some(overall) = &facts.overall else {
            prop_assert!(facts.questions.iter().all(|question| question.tenths == [0; 4]));
            return Ok(());
        };
        let totals = [0, 1, 2, 3].map(|part| facts.questions.iter().map(|question| question.tenths[part]).sum::<u64>());
        prop_assert_eq!(totals.iter().sum::<u64>(), 1000);
        let exact = [&overall.assured, &overall.evidence_gap, &overall.control_gap, &overall.unknown];
        for (total, exact) in totals.into_iter().zip(exact) {
            let apart = whole(total) - exact * whole(10);
            prop_assert!(apart < whole(2) && apart > -whole(1), "{total} for {exact}");
        }
        for question in &facts.questions {
            let nothing = question.parts.iter().zip(question.tenths).filter(|(part, _)| **part == whole(0));
            prop_assert!(nothing.into_iter().all(|(_, tenths)| tenths == 0), "{question:?}");
        }
        Ok(())
    });
}

/// P5: the displayed score reaches a threshold with one decimal if and only if the exact one does.
#[test]
fn p05_a_displayed_score_crosses_no_threshold() {
    let reaches = |exact: &BigRational, threshold: u64| {
        let shown = Scale::default().digits(&super::exact(exact)).replace('.', "").parse::<u64>();
        (shown.unwrap() >= threshold, exact * whole(10) >= whole(threshold))
    };
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        for exact in all_scores(&facts).into_iter().flat_map(Points::bounds) {
            let near = (exact * whole(10)).to_integer();
            let near = u64::try_from(near).unwrap();
            for threshold in near.saturating_sub(1)..=near + 1 {
                let (shown, exactly) = reaches(exact, threshold);
                prop_assert_eq!(shown, exactly, "{} at {}", exact, threshold);
            }
        }
        Ok(())
    });
    check(&(0_u64..=1_000_000, 0_u64..=1000), |(millionths, threshold)| {
        let exact = BigRational::new(BigInt::from(millionths), BigInt::from(10_000));
        let (shown, exactly) = reaches(&exact, threshold);
        prop_assert_eq!(shown, exactly, "{} at {}", exact, threshold);
        Ok(())
    });
}

/// P6: where nothing is unknown A- = A+ and C- = C+, and the rating is one level. Everything answered and stated leaves
/// nothing unknown, unless the policy asks for proof of what rules a flag out.
#[test]
fn p06_without_unknowns_the_ranges_collapse() {
    check_worlds(Shape { complete: true, ..Shape::default() }, |mut case| {
        case.world.policy.ruled_out_by = Proof::Claimed;
        let facts = facts(&case.world);
        prop_assume!(facts.overall.is_some());
        prop_assert_eq!(facts.coverage.clone(), Some(whole(100)));
        for points in all_scores(&facts) {
            prop_assert_eq!(&points.assured, &points.assured_best);
            prop_assert_eq!(&points.claimed, &points.potential);
        }
        prop_assert_eq!(facts.worst(), facts.best());
        Ok(())
    });
}

/// Further: what is assured, by level of proof, adds up to what is assured, exactly and as shown; each level holds what
/// its questions give.
#[test]
fn assured_by_assurance_adds_up() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        prop_assert_eq!(facts.assured_by.is_some(), facts.overall.is_some());
        let (Some(by), Some(overall)) = (&facts.assured_by, &facts.overall) else { return Ok(()) };
        prop_assert_eq!(&sum(by), &overall.assured);
        for assurance in [Assurance::Claimed, Assurance::Expired, Assurance::Documented, Assurance::Verified] {
            let proved = facts.questions.iter().filter(|question| question.assurance == Some(assurance));
            prop_assert_eq!(&sum(proved.map(|question| &question.parts[0])), &by[assurance.index()]);
        }
        let shown: u64 = facts.assured_by_tenths.iter().sum();
        prop_assert_eq!(tenths(shown), Scale::default().digits(&super::exact(&overall.assured)));
        Ok(())
    });
}

/// Further: the score of a group lies between the smallest and the largest of its categories' scores.
#[test]
fn a_group_lies_between_its_categories() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        for (group, members) in facts.groups.iter().zip(&case.world.groups) {
            let members = members.iter().filter_map(|id| facts.category(id).points.as_ref());
            let members: Vec<[&BigRational; 4]> = members.map(Points::bounds).collect();
            prop_assert_eq!(group.is_none(), members.is_empty());
            let Some(group) = group else { continue };
            for (bound, score) in group.bounds().into_iter().enumerate() {
                let scores = || members.iter().map(|member| member[bound]);
                prop_assert!(scores().min() <= Some(score) && Some(score) <= scores().max());
            }
        }
        Ok(())
    });
}
