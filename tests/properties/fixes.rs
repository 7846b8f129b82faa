//! What would improve the result does improve it, by just so much.

use duly::assessment::scope::Status;
use duly::policy::Band;
use duly::questionnaire::Level;
use num_rational::BigRational;
use proptest::prelude::*;

use super::facts::{Facts, FixFacts, facts};
use super::generate::Shape;
use super::rating::{bound, cell};
use super::world::{Document, World};
use super::{check_worlds, whole};

const FIXABLE: Shape = Shape { lower_sets: true, fixable: true, complete: false };

fn assured(facts: &Facts) -> BigRational {
    facts.overall.as_ref().unwrap().assured.clone()
}

/// Whether a fix can be carried out on a question as it stands: it is asked, gates nothing, and has an answer that is
/// worth everything.
fn can_be_done(world: &World, before: &Facts, fix: &FixFacts) -> bool {
    let is_asked = before.question(&fix.id).status != Status::ScopeUnknown;
    is_asked && !world.is_gate(&fix.id) && world.question(&fix.id).perfect(world.as_of).is_some()
}

/// Whether a fix gives its gain and no more: it is not a partly kept n/a, which counts in full once it is answered.
fn is_exact(before: &Facts, fix: &FixFacts) -> bool {
    before.question(&fix.id).status != Status::Na
}

/// P15: carrying out one fix changes A- by exactly its gain, whoever does it, for answered, unanswered and na_pending
/// questions that no `when` uses and that have an answer worth 100.
#[test]
fn p15_a_fix_gives_exactly_its_gain() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let exact = |fix: &&FixFacts| is_exact(&before, fix) && can_be_done(&case.world, &before, fix);
        let exact = before.fixes.iter().filter(exact);
        let Some(fix) = case.dice.pick_any(&exact.collect::<Vec<_>>()) else {
            return Err(TestCaseError::reject("nothing to fix"));
        };
        let mut changed = case.world.clone();
        changed.question_mut(&fix.id).fix(case.world.as_of, case.dice.chance(50));
        let after = facts(&changed);
        prop_assert_eq!(assured(&after), assured(&before) + &fix.gain, "{}: {:?}", fix.id, changed);
        Ok(())
    });
}

/// P15 for the proof alone: the same answer, verified, changes A- by exactly `evidence_only`.
#[test]
fn p15_proof_alone_gives_exactly_its_part() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let answered = |fix: &&FixFacts| before.question(&fix.id).status == Status::Answered;
        let answered: Vec<&FixFacts> = before.fixes.iter().filter(answered).collect();
        let Some(fix) = case.dice.pick_any(&answered) else {
            return Err(TestCaseError::reject("nothing to prove"));
        };
        let mut changed = case.world.clone();
        let finding = &mut changed.question_mut(&fix.id).finding;
        finding.saw = None;
        finding.verified.push(Document::current(case.world.as_of));
        prop_assert_eq!(assured(&facts(&changed)), assured(&before) + &fix.evidence_only, "{}", fix.id);
        Ok(())
    });
}

/// P15, where it is no prediction: an n/a that is partly kept brings at least its gain, since it counts in full once it
/// is answered; a question whose scope is unknown brings nothing before its gate is answered.
#[test]
fn p15_a_gain_is_a_floor_for_kept_na() {
    check_worlds(Shape { fixable: true, ..Shape::default() }, |mut case| {
        let before = facts(&case.world);
        let is_kept = |id: &str| before.question(id).status == Status::Na;
        let is_unsure = |id: &str| before.question(id).status == Status::ScopeUnknown;
        let other = |fix: &&FixFacts| !case.world.is_gate(&fix.id) && (is_kept(&fix.id) || is_unsure(&fix.id));
        let Some(fix) = case.dice.pick_any(&before.fixes.iter().filter(other).collect::<Vec<_>>()) else {
            return Err(TestCaseError::reject("every gain is exact"));
        };
        let mut changed = case.world.clone();
        changed.question_mut(&fix.id).fix(case.world.as_of, case.dice.chance(50));
        let gained = assured(&facts(&changed)) - assured(&before);
        prop_assert!(!is_kept(&fix.id) || gained >= fix.gain, "{}: {:?}", fix.id, changed);
        prop_assert!(!is_unsure(&fix.id) || gained == whole(0), "{}: {:?}", fix.id, changed);
        Ok(())
    });
}

/// §2.10: every question that can give something back is listed with what it lacks, the largest first, ties in the
/// order of the questionnaire.
#[test]
fn fixes_are_complete_and_sorted() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let gain = |parts: &[BigRational; 4]| &parts[1] + &parts[2] + &parts[3];
        let mut expected: Vec<(BigRational, BigRational, &str)> = facts
            .questions
            .iter()
            .map(|question| (gain(&question.parts), question.parts[1].clone(), question.id.as_str()))
            .filter(|(gain, ..)| *gain > whole(0))
            .collect();
        expected.sort_by(|a, b| b.0.cmp(&a.0)); // stable: ties keep the order of the questionnaire
        let found = facts.fixes.iter().map(|fix| (fix.gain.clone(), fix.evidence_only.clone(), fix.id.as_str()));
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
        Ok(())
    });
}

/// P15: the path to a band is the smallest number of the largest fixes that reaches it, and there always is one. Where
/// its fixes can be carried out as they stand, they do reach the band.
#[test]
fn p15_a_path_is_the_smallest_that_reaches_its_band() {
    check_worlds(FIXABLE, |mut case| {
        let before = facts(&case.world);
        prop_assert_eq!(before.to_band.is_some(), before.overall.is_some());
        let Some(paths) = before.to_band else { return Ok(()) };
        for (band, path) in [Band::Strong, Band::Adequate, Band::Weak].into_iter().zip(paths) {
            let cut = whole(u64::from(case.world.cut(band)));
            let count = path.unwrap();
            let with = |count: usize| before.fixes[..count].iter().fold(assured(&before), |sum, fix| sum + &fix.gain);
            prop_assert!(with(count) >= cut, "{count} do not reach {band:?}");
            prop_assert!(count == 0 || with(count - 1) < cut, "fewer than {count} reach {band:?}");
            let path = &before.fixes[..count];
            if path.iter().all(|fix| can_be_done(&case.world, &before, fix)) {
                let mut changed = case.world.clone();
                for fix in path {
                    changed.question_mut(&fix.id).fix(case.world.as_of, case.dice.chance(50));
                }
                let reached = assured(&facts(&changed));
                let is_exact = path.iter().all(|fix| is_exact(&before, fix));
                prop_assert!(if is_exact { reached == with(count) } else { reached >= with(count) }, "{changed:?}");
            }
        }
        Ok(())
    });
}

/// §2.14: the way to a rating names the flags whose bound exceeds it and the path to the first band from below whose
/// cell does not; it is missing exactly where no band is good enough at this tier.
#[test]
fn a_way_to_a_rating_names_what_stands_against_it() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let Some(ways) = &facts.to_rating else { return Err(TestCaseError::reject("nothing counts")) };
        let tier = facts.inherent_risk.highest;
        for (target, way) in [Level::Low, Level::Medium, Level::High].into_iter().zip(ways) {
            let band = Band::ALL.into_iter().rev().find(|band| cell(&case.world, tier, *band) <= target);
            let fixes = band.map(|band| facts.to_band.unwrap().get(band.index()).map_or(0, |path| path.unwrap()));
            let above = facts.flags.iter().filter(|flag| {
                flag.state.bounds() && bound(&case.world, flag.severity, tier).is_some_and(|bound| bound > target)
            });
            let above: Vec<String> = above.map(|flag| flag.name.clone()).collect();
            prop_assert_eq!(way, &fixes.map(|fixes| (above, fixes)));
        }
        Ok(())
    });
}

/// §2.14: clearing the named flags and carrying out the named fixes gives at most the rating.
#[test]
fn a_way_to_a_rating_leads_there() {
    check_worlds(FIXABLE, |mut case| {
        let before = facts(&case.world);
        let Some(ways) = &before.to_rating else { return Err(TestCaseError::reject("nothing counts")) };
        let mut tried = 0;
        for (target, way) in [Level::Low, Level::Medium, Level::High].into_iter().zip(ways) {
            let Some((flags, count)) = way else { continue };
            let fixes = &before.fixes[..*count];
            if before.worst() <= Some(target) || !fixes.iter().all(|fix| can_be_done(&case.world, &before, fix)) {
                continue;
            }
            let mut changed = case.world.clone();
            flags.iter().for_each(|flag| changed.waive(flag, case.world.as_of));
            for fix in fixes {
                changed.question_mut(&fix.id).fix(case.world.as_of, case.dice.chance(50));
            }
            prop_assert!(facts(&changed).worst() <= Some(target), "{target:?}: {changed:?}");
            tried += 1;
        }
        prop_assume!(tried > 0);
        Ok(())
    });
}
