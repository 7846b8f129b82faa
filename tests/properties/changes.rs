//! What a change of the files may do, and what it may not.

use duly::internal::assessment::flag::FlagState;
use duly::internal::assessment::scope::Status;
use duly::internal::policy::Assurance;
use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::model::NotApplicable;
use duly::internal::review::NaVerdict;
use num_rational::BigRational;
use proptest::prelude::*;

use super::facts::{Facts, FlagFacts, Points, facts};
use super::generate::{Case, Shape, anything, document};
use super::world::{Answer, Cited, Document, Form, Given, Observation, Question, World};
use super::{check_worlds, config, whole};

/// The same score of two worlds, of the whole and of every category.
fn same_scores<'f>(before: &'f Facts, after: &'f Facts) -> Vec<(Option<&'f Points>, Option<&'f Points>)> {
    let mut pairs = vec![(before.overall.as_ref(), after.overall.as_ref())];
    let categories = before.categories.iter().zip(&after.categories);
    pairs.extend(categories.map(|(before, after)| (before.points.as_ref(), after.points.as_ref())));
    pairs
}

/// Every interval of `after` lies inside that of `before`.
fn narrows(before: &Facts, after: &Facts, changed: &World) -> Result<(), TestCaseError> {
    for pair in same_scores(before, after) {
        match pair {
            (Some(before), Some(after)) => {
                prop_assert!(before.assured <= after.assured, "{changed:?}");
                prop_assert!(after.assured_best <= before.assured_best, "{changed:?}");
                prop_assert!(before.claimed <= after.claimed, "{changed:?}");
                prop_assert!(after.potential <= before.potential, "{changed:?}");
            }
            (None, after) => prop_assert!(after.is_none(), "what did not count counts: {changed:?}"),
            (Some(_), None) => {}
        }
    }
    if let (Some(before), Some(after)) = (&before.rating, &after.rating) {
        prop_assert!(after.worst <= before.worst, "{changed:?}");
        prop_assert!(before.best <= after.best, "{changed:?}");
    }
    Ok(())
}

/// P7: whatever is said about one open question, a gate among them, by the vendor or by us, n/a and accepted n/a
/// included, the intervals and the rating's range lie inside those before.
#[test]
fn p07_an_answer_only_narrows_the_ranges() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let open = before.ids(|question| match question.status {
            Status::Info => !question.is_settled,
            status => matches!(status, Status::ScopeUnknown | Status::Unanswered | Status::NaPending),
        });
        let gates: Vec<String> = open.iter().filter(|id| case.world.is_gate(id)).cloned().collect();
        let from = if gates.is_empty() || case.dice.chance(40) { open } else { gates };
        let Some(id) = case.dice.pick_any(&from) else { return Err(TestCaseError::reject("nothing is open")) };
        // what it showed before may have been a file in disguise, which gets better once it is gone
        case.world.question_mut(&id).given.evidence.clear();
        let before = facts(&case.world);
        let mut changed = case.world.clone();
        let (mut given, observation) = anything(&mut case.dice, &changed, &id);
        given.evidence.iter_mut().enumerate().for_each(|(at, cited)| keep_apart(cited, at));
        changed.question_mut(&id).given = given;
        changed.question_mut(&id).observation = observation;
        narrows(&before, &facts(&changed), &changed)
    });
}

/// Gives a document that comes in a file of its own: to show one as something else as well costs, on purpose.
fn keep_apart(cited: &mut Cited, at: usize) {
    if let Cited::Inline(document) = cited {
        document.location = document.location.take().map(|_| format!("evidence/{}.pdf", 1001 + 2 * at));
    }
}

/// P8: the same for a factor of inherent risk that was not stated.
#[test]
fn p08_a_stated_factor_only_narrows_the_ranges() {
    check_worlds(Shape::default(), |mut case| {
        let missing = case.world.factors.iter().position(|factor| factor.stated.is_none());
        let Some(at) = missing else { return Err(TestCaseError::reject("all factors are stated")) };
        let before = facts(&case.world);
        let mut changed = case.world.clone();
        changed.factors[at].stated = Some(case.dice.below(changed.factors[at].tiers.len()));
        let after = facts(&changed);
        prop_assert!(before.inherent_risk.lowest <= after.inherent_risk.lowest);
        prop_assert!(after.inherent_risk.highest <= before.inherent_risk.highest);
        narrows(&before, &after, &changed)
    });
}

/// The bounds do not fall and the ratings do not rise.
fn improves(before: &Facts, after: &Facts, changed: &World) -> Result<(), TestCaseError> {
    for (before, after) in same_scores(before, after) {
        prop_assert_eq!(before.is_some(), after.is_some());
        let (Some(before), Some(after)) = (before, after) else { continue };
        for (before, after) in before.bounds().into_iter().zip(after.bounds()) {
            prop_assert!(before <= after, "{changed:?}");
        }
    }
    prop_assert!(after.worst() <= before.worst(), "{changed:?}");
    prop_assert!(after.best() <= before.best(), "{changed:?}");
    Ok(())
}

/// P9: a better option on a question that no `when` uses and that we have not overruled, under flags that name lower
/// sets of options only: no bound falls and no rating rises. What we verified of the answer before is kept while it is
/// current; ticks must hold those that we saw.
#[test]
fn p09_a_better_answer_never_hurts() {
    let kept = std::cell::Cell::new(0);
    check_worlds(Shape { lower_sets: true, ..Shape::default() }, |mut case| {
        let as_of = case.world.as_of;
        let before = facts(&case.world);
        let assurance = |id: &str| before.question(id).assurance;
        let better: Vec<(String, Answer)> =
            case.world.questions().flat_map(|question| better(question, as_of)).collect();
        let is_kept = |id: &str, answer: &Answer| {
            let question = case.world.question(id);
            let seen = question.observation.saw.as_ref().unwrap_or(&question.given.answer);
            assurance(id) != Some(Assurance::Verified) || question.holds(answer, seen)
        };
        // what has expired proves the answer that we saw and no other
        let has_expired = |id: &str| {
            let is_reviewed = !case.world.question(id).observation.verified.is_empty();
            is_reviewed && assurance(id) == Some(Assurance::Expired)
        };
        let is_ours = |id: &str| case.world.question(id).observation.overruled.is_some();
        let is_free = |id: &str| !case.world.is_gate(id) && !is_ours(id) && !has_expired(id);
        let free: Vec<(String, Answer)> =
            better.into_iter().filter(|(id, answer)| is_free(id) && is_kept(id, answer)).collect();
        let verified: Vec<(String, Answer)> =
            free.iter().filter(|(id, _)| assurance(id) == Some(Assurance::Verified)).cloned().collect();
        let from = if verified.is_empty() { free } else { verified };
        let Some((id, answer)) = case.dice.pick_any(&from) else {
            return Err(TestCaseError::reject("nothing can be better"));
        };
        let mut changed = case.world.clone();
        let question = changed.question_mut(&id);
        question.observation.saw.get_or_insert_with(|| question.given.answer.clone());
        question.given.answer = answer;
        let after = facts(&changed);
        kept.set(kept.get() + u32::from(before.question(&id).assurance == Some(Assurance::Verified)));
        improves(&before, &after, &changed)
    });
    assert!(kept.get() > config().cases / 20, "{} times a verified answer became better", kept.get());
}

/// The answers to a question that are worth more than the one in force.
fn better(question: &Question, as_of: duly::internal::source::Date) -> Vec<(String, Answer)> {
    let Some(now) = question.worth(question.effective(), as_of) else { return Vec::new() };
    let is_better = |answer: &Answer| question.worth(answer, as_of).is_some_and(|then| then.0 * now.1 > now.0 * then.1);
    let answers = question.possible(as_of).into_iter().filter(is_better);
    answers.map(|answer| (question.id.clone(), answer)).collect()
}

/// P10: one more document, current, expired or worthless, from the vendor or seen by us: A- and A+ do not fall, C- and
/// C+ stay, and the ratings do not rise.
#[test]
fn p10_more_evidence_never_hurts() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let answered = before.ids(|question| question.status == Status::Answered);
        let from = if answered.is_empty() || case.dice.chance(10) { case.world.ids() } else { answered };
        let id = case.dice.pick(&from);
        let mut changed = case.world.clone();
        add_document(&mut case, &mut changed, &id);
        let after = facts(&changed);
        for (before, after) in same_scores(&before, &after) {
            prop_assert_eq!(before.map(|points| &points.claimed), after.map(|points| &points.claimed));
            prop_assert_eq!(before.map(|points| &points.potential), after.map(|points| &points.potential));
        }
        improves(&before, &after, &changed)
    });
}

fn add_document(case: &mut Case, changed: &mut World, id: &str) {
    // a file of its own: to show one as something else as well costs, on purpose
    let location = Some("evidence/1001.pdf".to_owned()).filter(|_| case.dice.chance(80));
    let document = Document { location, ..document(&mut case.dice, &case.world) };
    let register = changed.register.len();
    let way = case.dice.below(3);
    let question = changed.question_mut(id);
    match way {
        0 => question.observation.verified.push(document),
        1 => question.given.evidence.push(Cited::Inline(document)),
        _ => {
            question.given.evidence.push(Cited::Register(register));
            changed.register.push(document);
        }
    }
}

/// P11: score(no) <= score(n/a) <= score(verified yes), for a justified and for an accepted n/a, for the assured and
/// the claimed score and both of their upper bounds.
#[test]
fn p11_not_applicable_lies_between_no_and_a_verified_yes() {
    check_worlds(Shape::default(), |mut case| {
        let free = |id: &String| !case.world.is_gate(id) && !case.world.is_flagged(id);
        let free: Vec<String> = case.world.ids().into_iter().filter(free).collect();
        let Some(id) = case.dice.pick_any(&free) else { return Err(TestCaseError::reject("every question is used")) };
        let accepted = case.dice.chance(50);
        let options = vec![("yes".to_owned(), 100), ("no".to_owned(), 0)];
        let with = |answer: Answer, observation: Observation| {
            let mut changed = case.world.clone();
            let question = changed.question_mut(&id);
            question.form = Form::One { scale: Some("yes-no"), options: options.clone() };
            question.not_applicable = if accepted { NotApplicable::Approval } else { NotApplicable::Allowed };
            question.given = Given { answer, comment: true, evidence: Vec::new() };
            question.observation = observation;
            facts(&changed)
        };
        let seen = Observation { verified: vec![Document::current(case.world.as_of)], ..Observation::default() };
        let verdict = Observation { not_applicable: accepted.then_some(NaVerdict::Accepted), ..Observation::default() };
        let no = with(Answer::Options(vec!["no".to_owned()]), Observation::default());
        let na = with(Answer::NotApplicable, verdict);
        let yes = with(Answer::Options(vec!["yes".to_owned()]), seen);
        for ((no, na), (_, yes)) in same_scores(&no, &na).into_iter().zip(same_scores(&na, &yes)) {
            let (Some(no), Some(na), Some(yes)) = (no, na, yes) else { continue };
            let bounds = no.bounds().into_iter().zip(na.bounds()).zip(yes.bounds());
            for ((no, na), yes) in bounds {
                prop_assert!(no <= na && na <= yes, "{id}: {no} {na} {yes}");
            }
        }
        Ok(())
    });
}

/// P12: turning any set of "no" into n/a that nobody accepted multiplies the claimed score of a category by at most
/// 1/(1 - cap); where nothing counted before, nothing is claimed after.
#[test]
fn p12_unaccepted_not_applicable_gains_little() {
    check_worlds(Shape::default(), |mut case| {
        let cap = u64::from(case.world.policy.not_applicable_cap);
        prop_assume!(cap < 100);
        let before = facts(&case.world);
        let is_no = |parts: &[BigRational; 4]| parts[2] > whole(0) && parts[0] == whole(0) && parts[1] == whole(0);
        let noes = before.ids(|question| question.status == Status::Answered && is_no(&question.parts));
        let turned = case.dice.some(&noes, 75);
        prop_assume!(!turned.is_empty());
        let mut changed = case.world.clone();
        for id in &turned {
            let comment = case.dice.chance(90);
            let question = changed.question_mut(id);
            question.given.answer = Answer::NotApplicable;
            question.given.comment = comment;
            question.observation.overruled = None;
            question.observation.not_applicable = None;
        }
        let after = facts(&changed);
        for (before, after) in same_scores(&before, &after).into_iter().skip(1) {
            let claimed = |points: Option<&Points>| points.map_or_else(|| whole(0), |points| points.claimed.clone());
            let (before, after) = (claimed(before) * whole(100), claimed(after) * whole(100 - cap));
            prop_assert!(after <= before, "{turned:?}: {changed:?}");
        }
        Ok(())
    });
}

/// Further: removing a red flag, or a category's minimum, never raises a rating and changes no score.
#[test]
fn removing_a_red_flag_never_raises_the_risk() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let names: Vec<String> = before.flags.iter().map(|flag| flag.name.clone()).collect();
        let Some(name) = case.dice.pick_any(&names) else { return Err(TestCaseError::reject("no flags")) };
        let mut changed = case.world.clone();
        changed.waivers.retain(|waiver| waiver.flag != name);
        changed.flags.retain(|flag| flag.id != name);
        let unnamed = |id: &str| name.strip_prefix("category:") != Some(id);
        changed
            .categories
            .iter_mut()
            .for_each(|category| category.minimum = category.minimum.filter(|_| unnamed(&category.id)));
        let after = facts(&changed);
        prop_assert_eq!(after.flags.len() + 1, before.flags.len());
        prop_assert_eq!(&after.overall, &before.overall);
        improves(&before, &after, &changed)
    });
}

/// Further: one more waiver never raises a rating and changes no score. It does nothing to a flag that is ruled out,
/// and nothing once it has lapsed.
#[test]
fn a_waiver_never_raises_the_risk() {
    check_worlds(Shape::default(), |mut case| {
        let before = facts(&case.world);
        let bare: Vec<&FlagFacts> = before.flags.iter().filter(|flag| flag.state != FlagState::Waived).collect();
        let Some(flag) = case.dice.pick_any(&bare) else { return Err(TestCaseError::reject("no flags")) };
        let days = case.dice.pick(&[0, 30, -1]);
        let mut changed = case.world.clone();
        changed.waive(&flag.name, case.world.as_of.plus_days(days));
        let after = facts(&changed);
        let waived = after.flags.iter().find(|other| other.name == flag.name);
        let takes_effect = !matches!(flag.state, FlagState::Clear | FlagState::NotAsked) && days >= 0;
        let expected = if takes_effect { FlagState::Waived } else { flag.state };
        prop_assert_eq!(waived.map(|flag| flag.state), Some(expected));
        prop_assert_eq!(&after.overall, &before.overall);
        improves(&before, &after, &changed)
    });
}

/// §2.14: `if_proved` is the rating once every claim is verified; the claimed score is then the assured one. In half of
/// the worlds only the minimums of categories raise flags, since only they depend on proof.
#[test]
fn proving_every_claim_gives_the_rating_if_proved() {
    check_worlds(Shape::default(), |mut case| {
        if case.dice.chance(50) {
            case.world.flags.clear();
            case.world.waivers.clear();
            case.world.policy.category_minimum_severity = Level::Critical;
            let minimum = Some(case.dice.between(1, 100));
            case.world.categories.iter_mut().for_each(|category| category.minimum = minimum);
        }
        let before = facts(&case.world);
        let Some(rating) = &before.rating else { return Err(TestCaseError::reject("nothing counts")) };
        let mut changed = case.world.clone();
        // gates that count nothing and answers whose gate is open, too: flags may rest on them
        for id in case.world.ids() {
            let observation = &mut changed.question_mut(&id).observation;
            observation.saw = None;
            observation.verified.push(Document::current(case.world.as_of));
        }
        let after = facts(&changed);
        prop_assert_eq!(after.worst(), Some(rating.if_proved), "{:?}", changed);
        prop_assert!(rating.if_proved <= rating.worst);
        for (before, after) in same_scores(&before, &after) {
            let (Some(before), Some(after)) = (before, after) else { continue };
            prop_assert_eq!([&after.assured, &after.claimed], [&before.claimed, &before.claimed]);
            prop_assert_eq!([&after.assured_best, &after.potential], [&before.potential, &before.potential]);
        }
        Ok(())
    });
}
