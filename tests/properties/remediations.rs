//! What would improve the result does improve it, by just so much.

use duly::internal::assessment::documents_alone::documents_alone;
use duly::internal::assessment::effective::EffectiveAnswer;
use duly::internal::assessment::insight;
use duly::internal::assessment::requests::{DocumentRequest, document_requests};
use duly::internal::assessment::scope::Status;
use duly::internal::assessment::steps::steps;
use duly::internal::policy::{Band, Proof};
use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::ids::QuestionId;
use num_rational::BigRational;
use proptest::prelude::*;

use super::facts::{Facts, Files, FixFacts, facts};
use super::generate::Shape;
use super::rating::{bound, cell};
use super::world::{Cited, Document, World};
use super::{check_worlds, rational, whole};

const FIXABLE: Shape = Shape { lower_sets: true, fixable: true, contradictory: false, complete: false };

fn assured(facts: &Facts) -> BigRational {
    facts.overall.as_ref().unwrap().assured.clone()
}

/// Whether a remediation can be carried out on a question as it stands: it is asked, gates nothing, and has an answer
/// that is worth everything.
fn can_be_done(world: &World, before: &Facts, remediation: &FixFacts) -> bool {
    let is_asked = before.question(&remediation.id).status != Status::ScopeUnknown;
    is_asked && !world.is_gate(&remediation.id) && world.question(&remediation.id).perfect(world.as_of).is_some()
}

/// Whether a remediation gives its gain and no more: it is not a partly kept n/a, which counts in full once it is
/// answered.
fn is_exact(before: &Facts, remediation: &FixFacts) -> bool {
    before.question(&remediation.id).status != Status::Na
}

/// P15: carrying out one fix changes A- by exactly its gain, whoever does it, for answered, unanswered and na_pending
/// questions that no `when` uses and that have an answer worth 100.
#[test]
fn p15_a_remediation_gives_exactly_its_gain() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let exact =
            |remediation: &&FixFacts| is_exact(&before, remediation) && can_be_done(&case.world, &before, remediation);
        let exact = before.remediations.iter().filter(exact);
        let Some(remediation) = case.dice.pick_any(&exact.collect::<Vec<_>>()) else {
            return Err(TestCaseError::reject("nothing to fix"));
        };
        let mut changed = case.world.clone();
        changed.question_mut(&remediation.id).remediation(case.world.as_of, case.dice.chance(50));
        let after = facts(&changed);
        prop_assert_eq!(assured(&after), assured(&before) + &remediation.gain, "{}: {:?}", remediation.id, changed);
        Ok(())
    });
}

/// The documents that are asked for, once they are here: together they change A- by exactly what they are said to give,
/// no question is asked for twice, and nothing that they would prove is left to ask for.
#[test]
fn the_documents_asked_for_give_what_they_are_said_to() {
    check_worlds(Shape::default(), |case| {
        let world = &case.world;
        let files = Files::of(world);
        let assessment = files.assess(world);
        let requests = document_requests(&assessment);
        if requests.is_empty() {
            return Err(TestCaseError::reject("nothing to ask for"));
        }
        let before = facts(world);
        let (changed, asked) = with_documents(world, &files, &requests);
        let (all, times) = (asked.len(), asked.iter().collect::<std::collections::BTreeSet<_>>().len());
        prop_assert_eq!(all, times, "{:?}", asked);
        let gain: BigRational =
            requests.iter().map(|request| rational(&assessment.points(request.on_paper.clone()))).sum();
        prop_assert_eq!(assured(&facts(&changed)), assured(&before) + gain, "{:?}", changed);
        let after = Files::of(&changed);
        let left = document_requests(&after.assess(&changed));
        prop_assert!(left.is_empty(), "{:?}: {:?}", left, changed);
        Ok(())
    });
}

/// The same once the vendor has sent documents, and the questions for which each was asked.
fn with_documents(world: &World, files: &Files, requests: &[DocumentRequest]) -> (World, Vec<String>) {
    let mut changed = world.clone();
    let mut asked: Vec<String> = Vec::new();
    for (at, request) in requests.iter().enumerate() {
        let kind = request.kind.map(|kind| files.questionnaire.evidence.number(kind) - 1);
        let location = Some(format!("evidence/{}.pdf", 2001 + 2 * at));
        let document = changed.register.len();
        changed.register.push(Document { kind, issued: Some(world.as_of), valid_until: None, location });
        for question in &request.questions {
            let id = files.questionnaire.questions[*question].id.to_string();
            changed.question_mut(&id).given.evidence.push(Cited::Register(document));
            asked.push(id);
        }
    }
    (changed, asked)
}

/// Where documents alone are said to lead to a better rating they do, and it is no better than said: it is what the
/// points and the minimums of the categories give, unless the documents rule out a flag as well.
#[test]
fn documents_alone_lead_where_they_are_said_to() {
    check_worlds(Shape { fixable: true, ..Shape::default() }, |case| {
        let world = &case.world;
        let files = Files::of(world);
        let assessment = files.assess(world);
        let Some(alone) = documents_alone(&assessment) else {
            return Err(TestCaseError::reject("documents alone do not"));
        };
        prop_assert!(alone.rating < assessment.rating.as_ref().unwrap().worst);
        let (changed, _) = with_documents(world, &files, &alone.documents);
        let after = Files::of(&changed);
        let rating = after.assess(&changed).rating.unwrap().worst;
        let may_be_better = world.policy.ruled_out_by > Proof::Claimed;
        prop_assert!(rating == alone.rating || (may_be_better && rating < alone.rating), "{:?}: {:?}", rating, changed);
        Ok(())
    });
}

/// The steps are the remediations of the way, sorted: each stands in exactly one list, and each flag has its step. A
/// question that is answered need not stand there where what decides whether it is asked does.
#[test]
fn the_steps_of_a_way_are_its_remediations_each_once() {
    check_worlds(Shape::default(), |case| {
        let world = &case.world;
        let files = Files::of(world);
        let assessment = files.assess(world);
        let Some(paths) = assessment.paths() else { return Err(TestCaseError::reject("nothing is rated")) };
        for way in paths.to_rating.iter().flatten() {
            let flags = insight::flags_of(&assessment, way);
            let remediations = &assessment.remediations()[..way.remediations];
            let told = steps(&assessment, &flags, remediations);
            let documents = told.documents.iter().flat_map(|document| &document.questions);
            let checks = told.checks.iter().flat_map(|(_, questions)| questions);
            let changes = told.changes.iter().map(|remediation| &remediation.question);
            let by_vendor = documents.chain(&told.answers).chain(changes);
            let all: Vec<_> = by_vendor.chain(checks).chain(&told.own).chain(&told.approvals).collect();
            let decides = |gate: &QuestionId, at: &QuestionId| {
                assessment.remediations().iter().any(|other| other.question == *at && other.needs.contains(gate))
            };
            let is_cause = |at: &QuestionId, of: &QuestionId| at == of || decides(at, of);
            let of_flags = |at: &QuestionId| flags.iter().any(|flag| flag.cause.iter().any(|of| is_cause(at, of)));
            let is_answered = |at: QuestionId| {
                let effective = assessment.questions[at].effective;
                !matches!(effective, EffectiveAnswer::Unanswered | EffectiveAnswer::NaPending(_))
            };
            for remediation in remediations {
                // a flag may wait for the proof of an answer that is to be changed as well
                let times = all.iter().filter(|at| ***at == remediation.question).count();
                let most = if of_flags(&remediation.question) { 2 } else { 1 };
                let least = usize::from(remediation.needs.is_empty() || !is_answered(remediation.question));
                prop_assert!((least..=most).contains(&times), "{:?}: {:?}", told, world);
                let has = |gate: &QuestionId| all.contains(&gate);
                prop_assert!(remediation.needs.iter().all(has), "{:?}: {:?}", told, world);
            }
            let of_way = |at: &QuestionId| {
                remediations.iter().any(|remediation| remediation.question == *at || remediation.needs.contains(at))
            };
            prop_assert!(all.iter().all(|at| of_way(at) || of_flags(at)), "{:?}: {:?}", told, world);
            prop_assert_eq!(told.is_empty(), flags.is_empty() && remediations.is_empty());
        }
        Ok(())
    });
}

/// P15 for the proof alone: the same answer, verified, changes A- by exactly `evidence_only`.
#[test]
fn p15_assurance_alone_gives_exactly_its_part() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let answered = |remediation: &&FixFacts| before.question(&remediation.id).status == Status::Answered;
        let answered: Vec<&FixFacts> = before.remediations.iter().filter(answered).collect();
        let Some(remediation) = case.dice.pick_any(&answered) else {
            return Err(TestCaseError::reject("nothing to prove"));
        };
        let mut changed = case.world.clone();
        let observation = &mut changed.question_mut(&remediation.id).observation;
        observation.saw = None;
        observation.verified.push(Document::current(case.world.as_of));
        prop_assert_eq!(assured(&facts(&changed)), assured(&before) + &remediation.evidence_only, "{}", remediation.id);
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
        let other = |remediation: &&FixFacts| {
            !case.world.is_gate(&remediation.id) && (is_kept(&remediation.id) || is_unsure(&remediation.id))
        };
        let Some(remediation) = case.dice.pick_any(&before.remediations.iter().filter(other).collect::<Vec<_>>())
        else {
            return Err(TestCaseError::reject("every gain is exact"));
        };
        let mut changed = case.world.clone();
        changed.question_mut(&remediation.id).remediation(case.world.as_of, case.dice.chance(50));
        let gained = assured(&facts(&changed)) - assured(&before);
        prop_assert!(!is_kept(&remediation.id) || gained >= remediation.gain, "{}: {:?}", remediation.id, changed);
        prop_assert!(!is_unsure(&remediation.id) || gained == whole(0), "{}: {:?}", remediation.id, changed);
        Ok(())
    });
}

/// §2.10: every question that can give something back is listed with what it lacks, the largest first, ties in the
/// order of the questionnaire.
#[test]
fn remediations_are_complete_and_sorted() {
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
        let found = facts
            .remediations
            .iter()
            .map(|remediation| (remediation.gain.clone(), remediation.evidence_only.clone(), remediation.id.as_str()));
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
        Ok(())
    });
}

/// P15: the path to a band is the smallest number of the largest remediations that reaches it, and there always is one.
/// Where its remediations can be carried out as they stand, they do reach the band.
#[test]
fn p15_a_path_is_the_smallest_that_reaches_its_band() {
    check_worlds(FIXABLE, |mut case| {
        let before = facts(&case.world);
        prop_assert_eq!(before.to_band.is_some(), before.overall.is_some());
        let Some(paths) = before.to_band else { return Ok(()) };
        for (band, path) in [Band::Strong, Band::Adequate, Band::Weak].into_iter().zip(paths) {
            let cut = whole(u64::from(case.world.cut(band)));
            let count = path.unwrap();
            let with = |count: usize| {
                before.remediations[..count].iter().fold(assured(&before), |sum, remediation| sum + &remediation.gain)
            };
            prop_assert!(with(count) >= cut, "{count} do not reach {band:?}");
            prop_assert!(count == 0 || with(count - 1) < cut, "fewer than {count} reach {band:?}");
            let path = &before.remediations[..count];
            if path.iter().all(|remediation| can_be_done(&case.world, &before, remediation)) {
                let mut changed = case.world.clone();
                for remediation in path {
                    changed.question_mut(&remediation.id).remediation(case.world.as_of, case.dice.chance(50));
                }
                let reached = assured(&facts(&changed));
                let is_exact = path.iter().all(|remediation| is_exact(&before, remediation));
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
            let remediations =
                band.map(|band| facts.to_band.unwrap().get(band.index()).map_or(0, |path| path.unwrap()));
            let above = facts.flags.iter().filter(|flag| {
                flag.state.bounds() && bound(&case.world, flag.severity, tier).is_some_and(|bound| bound > target)
            });
            let above: Vec<String> = above.map(|flag| flag.name.clone()).collect();
            prop_assert_eq!(way, &remediations.map(|remediations| (above, remediations)));
        }
        Ok(())
    });
}

/// §2.14: clearing the named flags and carrying out the named remediations gives at most the rating.
#[test]
fn a_way_to_a_rating_leads_there() {
    check_worlds(FIXABLE, |mut case| {
        let before = facts(&case.world);
        let Some(ways) = &before.to_rating else { return Err(TestCaseError::reject("nothing counts")) };
        let mut tried = 0;
        for (target, way) in [Level::Low, Level::Medium, Level::High].into_iter().zip(ways) {
            let Some((flags, count)) = way else { continue };
            let remediations = &before.remediations[..*count];
            if before.worst() <= Some(target)
                || !remediations.iter().all(|remediation| can_be_done(&case.world, &before, remediation))
            {
                continue;
            }
            let mut changed = case.world.clone();
            flags.iter().for_each(|flag| changed.waive(flag, case.world.as_of));
            for remediation in remediations {
                changed.question_mut(&remediation.id).remediation(case.world.as_of, case.dice.chance(50));
            }
            prop_assert!(facts(&changed).worst() <= Some(target), "{target:?}: {changed:?}");
            tried += 1;
        }
        prop_assume!(tried > 0);
        Ok(())
    });
}
