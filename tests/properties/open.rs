//! What is open: a question of which something is not known, whoever asks; and what would close enough for a rating.

use duly::internal::assessment::Assessment;
use duly::internal::assessment::insight::{self, Open};
use duly::internal::assessment::scope::Status;
use duly::internal::comparison::side::{Exclusion, Standing, standing};
use duly::internal::questionnaire::ids::QuestionId;
use duly::internal::review::NaVerdict;
use duly::internal::words::Exact;
use proptest::prelude::*;

use super::check_worlds;
use super::facts::Files;
use super::generate::Shape;
use super::world::{Observation, World};

fn ids(assessment: &Assessment<'_>, questions: &[QuestionId]) -> Vec<String> {
    questions.iter().map(|at| assessment.subject.questionnaire.questions[*at].id.to_string()).collect()
}

/// A question that counts is open exactly where a part of its points is not known; the comparison calls the same ones
/// open, and those that are n/a beyond the cap it leaves out as that.
#[test]
fn a_question_is_open_where_something_of_it_is_not_known() {
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        let counts = insight::open_counts(&assessment);
        let mut open_ones = 0;
        for (at, judged) in assessment.questions.with_ids() {
            let open = insight::open(&assessment, at);
            open_ones += usize::from(open.is_some());
            if judged.parts.whole().is_zero() {
                continue;
            }
            prop_assert_eq!(open.is_some(), !judged.parts.unknown.is_zero(), "{:?}", open);
            let compared = match standing(&assessment, at, &Exact::from(100)) {
                Standing::Open(open) => Some(open),
                Standing::Excluded(Exclusion::NaBeyondCap) => Some(Open::NaBeyondCap),
                Standing::Excluded(_) | Standing::Answered { .. } => None,
            };
            prop_assert_eq!(compared, open);
        }
        prop_assert_eq!(
            (counts.all(), counts.awaiting_approval),
            (open_ones, insight::open_questions(&assessment, true).len())
        );
        Ok(())
    });
}

/// Answers a question perfectly, or accepts that it does not apply.
fn close(world: &mut World, id: &str, awaits_approval: bool) {
    let as_of = world.as_of;
    let question = world.question_mut(id);
    if awaits_approval {
        question.observation = Observation { not_applicable: Some(NaVerdict::Accepted), ..Observation::default() };
    } else {
        question.remediation(as_of, true);
    }
}

/// The questions that are named first suffice for a rating, whether those that await our approval are all answered or,
/// where that is said to be enough, all accepted.
#[test]
fn the_first_to_answer_or_accept_suffice_for_a_rating() {
    check_worlds(Shape { fixable: true, ..Shape::default() }, |mut case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        let first = duly::internal::assessment::first_answers::first_to_answer(&assessment);
        let accepts = first.may_be_accepted && case.dice.chance(60);
        let first = first.questions;
        let is_plain = |at: &QuestionId| {
            let id = &assessment.subject.questionnaire.questions[*at].id;
            let can_be_answered = case.world.question(id).perfect(case.world.as_of).is_some();
            assessment.questions[*at].status != Status::ScopeUnknown && !case.world.is_gate(id) && can_be_answered
        };
        if !assessment.is_too_little_known() || !first.iter().all(is_plain) {
            return Err(TestCaseError::reject("enough is known, or what is asked depends on the answers"));
        }
        let mut closed = case.world.clone();
        for (at, id) in first.iter().zip(ids(&assessment, &first)) {
            let awaits = insight::open(&assessment, *at).is_some_and(Open::awaits_approval);
            close(&mut closed, &id, awaits && accepts);
        }
        let files = Files::of(&closed);
        prop_assert!(!files.assess(&closed).is_too_little_known(), "{:?}: {:?}", ids(&assessment, &first), closed);
        Ok(())
    });
}
