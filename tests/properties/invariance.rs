//! What must make no difference.

use duly::internal::assessment::gate::GateOutcome;
use duly::internal::assessment::rating::{Cause, Reason};
use duly::internal::case::Origins;
use duly::internal::questionnaire::{FlagRef, Questionnaire};
use duly::internal::report::json;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::story::Story;
use duly::internal::words::Lang;
use proptest::prelude::*;

use super::check_worlds;
use super::facts::{Facts, Files, facts};
use super::generate::{Shape, reorder};
use super::world::{Weight, World};

/// P13: multiplying every weight by which questions count by the same number changes nothing.
#[test]
fn p13_only_proportions_of_weights_count() {
    check_worlds(Shape::default(), |mut case| {
        let factor = case.dice.between(2, 100);
        let mut scaled = case.world.clone();
        scaled.policy.importance.iter_mut().for_each(|weight| *weight *= factor);
        for question in scaled.questions_mut() {
            if let Weight::Direct(weight) = &mut question.weight {
                *weight *= factor;
            }
        }
        prop_assert_eq!(facts(&case.world), facts(&scaled), "times {}", factor);
        Ok(())
    });
}

/// P13 for categories: multiplying every category weight by the same number changes nothing.
#[test]
fn p13_only_proportions_of_category_weights_count() {
    check_worlds(Shape::default(), |mut case| {
        let factor = case.dice.between(2, 100);
        let mut scaled = case.world.clone();
        scaled
            .categories
            .iter_mut()
            .for_each(|category| category.weight = category.weight.map(|weight| weight * factor));
        prop_assert_eq!(facts(&case.world), facts(&scaled), "times {}", factor);
        Ok(())
    });
}

/// P14: the order of questions and categories changes no number. Only the displayed points of questions may trade a
/// tenth where their remainders tie, since ties go to the earlier question.
#[test]
fn p14_the_order_of_questions_changes_no_number() {
    check_worlds(Shape::default(), |mut case| {
        let mut reordered = case.world.clone();
        reorder(&mut case.dice, &mut reordered);
        prop_assert_eq!(by_id(&case.world), by_id(&reordered), "{:?}", reordered);
        Ok(())
    });
}

/// The facts of a world in an order that does not depend on the order of its questions.
fn by_id(world: &World) -> (Facts, [u64; 4], Vec<String>) {
    let mut facts = facts(world);
    let mut shown = [0; 4];
    for question in &mut facts.questions {
        let tenths = std::mem::take(&mut question.tenths);
        shown.iter_mut().zip(tenths).for_each(|(sum, tenths)| *sum += tenths);
    }
    facts.questions.sort_by(|a, b| a.id.cmp(&b.id));
    facts.categories.sort_by(|a, b| a.id.cmp(&b.id));
    facts.flags.sort_by(|a, b| a.name.cmp(&b.name));
    facts.flags.iter_mut().for_each(|flag| flag.causes.sort());
    facts.remediations.sort_by(|a, b| b.gain.cmp(&a.gain).then_with(|| a.id.cmp(&b.id)));
    for (flags, _) in facts.to_rating.iter_mut().flatten().flatten() {
        flags.sort();
    }
    let mut reasons: Vec<String> = Vec::new();
    if let Some(rating) = &mut facts.rating {
        let asked = Files::of(world).questionnaire;
        reasons.extend(rating.reasons.drain(..).map(|reason| named(&reason, &asked)));
        reasons.sort();
    }
    (facts, shown, reasons)
}

/// A reason that names the flag of a category by the category's own id, since the other depends on the order of the
/// categories.
fn named(reason: &Reason, questionnaire: &Questionnaire) -> String {
    let cause = match reason.cause {
        Cause::Flag { flag: FlagRef::Category(at, _), severity, state } => {
            format!("{} {severity:?} {state:?}", questionnaire.categories[at].id)
        }
        other => format!("{other:?}"),
    };
    format!("{:?} {:?} {:?} {cause}", reason.of, reason.tier, reason.rating)
}

/// Further: the same files give the same bytes.
#[test]
fn the_same_input_gives_the_same_bytes() {
    check_worlds(Shape::default(), |case| {
        let document = || {
            let files = Files::of(&case.world);
            let gate = GateOutcome { as_of: case.world.as_of, failed: Vec::new() };
            json::render(
                &Story::new(&files.assess(&case.world), Lang::En),
                &gate,
                &Origins::default(),
                &MadeBy::default(),
            )
            .unwrap()
        };
        let first = document();
        prop_assert!(first.len() > 100);
        prop_assert_eq!(first, document());
        Ok(())
    });
}
