//! What to do about a question.

use std::ops::RangeInclusive;

use super::Story;
use super::told::Quoting;
use crate::answers::Value;
use crate::assessment::effective::NaPending;
use crate::assessment::evidence::unchecked_document;
use crate::assessment::improving;
use crate::assessment::insight::{self, Open};
use crate::assessment::remediation::{Remediation, RemediationKind};
use crate::questionnaire::form::Steps;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::{Form, Translations};
use crate::report::naming::remediation_kind;
use crate::words::Quantity;
use crate::words::clean::{Clean, Trusted};
use crate::words::quotation::within_quotes;

/// What to do about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What to do.
    pub words: Clean,
    /// Whether it says what has to be reached, and not what to ask for.
    pub is_requirement: bool,
}

impl<'s, 'a> Story<'s, 'a> {
    /// What kind of remediation it is, in words.
    pub fn kind_in_words(&self, remediation: &Remediation) -> Clean {
        remediation_kind(insight::kind(self.assessment, remediation), self.lang)
    }

    /// What to do about a question.
    pub fn demand(&self, remediation: &Remediation) -> Demand {
        let (lang, questionnaire) = (self.lang, self.questionnaire());
        let question = &questionnaire.questions[remediation.question];
        let ask = self.say(&question.ask);
        let other = |words: Clean| Demand { words, is_requirement: false };
        if !remediation.needs.is_empty() {
            return other(self.first_of_all(&remediation.needs));
        }
        let evidence = question.evidence.first().map(|kind| self.say(&questionnaire.evidence[*kind].ask));
        let open = insight::open(self.assessment, remediation.question);
        let gives_no_reason = open == Some(Open::NaPending(NaPending::NoReason));
        let remedy = improving::remedy(self.assessment, remediation.question);
        match (insight::kind(self.assessment, remediation), evidence, remedy) {
            (RemediationKind::CheckMissing, ..) => {
                other(lang.check_document(self.unchecked_title(remediation.question)))
            }
            (RemediationKind::EvidenceMissing, Some(evidence), _) => other(lang.ask_for(evidence)),
            (RemediationKind::MustChange, _, Some(remedy)) => Demand { words: self.say(remedy), is_requirement: true },
            (RemediationKind::MustChange | RemediationKind::CouldBeBetter, ..) => {
                other(lang.full_points(self.full_points(remediation.question)))
            }
            (RemediationKind::AnswerMissing, ..) if gives_no_reason => other(lang.ask_for_reason_or_answer(ask)),
            (RemediationKind::AnswerMissing, ..) => other(lang.ask_the_vendor(ask)),
            (RemediationKind::ApprovalMissing, ..) => other(lang.answer_or_accept(ask)),
            (RemediationKind::EvidenceMissing, ..) => other(lang.question_was(ask)),
        }
    }

    /// What decides whether a question is asked: questions to answer, and those of which we may accept that they do not
    /// apply.
    fn first_of_all(&self, needs: &[QuestionId]) -> Clean {
        let lang = self.lang;
        let is_ours = |at: &&QuestionId| insight::may_be_accepted(self.assessment, **at);
        let (to_accept, to_answer): (Vec<&QuestionId>, Vec<&QuestionId>) = needs.iter().partition(is_ours);
        let named = |questions: Vec<&QuestionId>| {
            let each = questions.into_iter().map(|at| {
                let id = &self.questionnaire().questions[*at].id;
                self.quoted(*at, Quoting::Short).and(" (").and(id).and(")")
            });
            Clean::joined(each, "; ")
        };
        let answering = (!to_answer.is_empty()).then(|| lang.first_answer(named(to_answer)));
        let accepting = (!to_accept.is_empty()).then(|| lang.first_accept(named(to_accept)));
        Clean::joined(answering.into_iter().chain(accepting), "; ")
    }

    /// The title of the document that only we have still to check.
    fn unchecked_title(&self, question: QuestionId) -> Clean {
        let document = unchecked_document(self.assessment, question);
        let title = document
            .map(|at| within_quotes(&self.assessment.subject.answers.evidence[at].title).cut(super::LONGEST_TITLE));
        title.unwrap_or_default()
    }

    /// The answer that is worth most.
    fn full_points(&self, question: QuestionId) -> Clean {
        let labels = |best: Vec<&Translations>| Clean::joined(best.into_iter().map(|label| self.say(label)), "; ");
        match &self.questionnaire().questions[question].form {
            Form::ChooseOne(choices) => labels(
                choices.iter().max_by_key(|choice| choice.value).map(|choice| &choice.label).into_iter().collect(),
            ),
            Form::ChooseMany(ticks) => {
                let chosen = match self.assessment.questions[question].effective.value() {
                    Some(Value::Options(chosen)) => chosen.as_slice(),
                    _ => &[],
                };
                let more = ticks.best().into_iter().filter(|at| !chosen.contains(at));
                labels(more.map(|at| &ticks.options[at].label).collect())
            }
            Form::Number(form) => {
                self.full_step(&form.steps, form.range(), |bound| self.with_unit(form, bound)).unwrap_or_default()
            }
            // where no date is worth everything, that it never happened is
            Form::Date(form) => self
                .full_step(&form.steps, form.range(), |bound| self.days(form, bound))
                .unwrap_or_else(|| self.lang.never()),
            Form::Text => Clean::default(),
        }
    }

    fn full_step(
        &self,
        steps: &Steps,
        range: RangeInclusive<Quantity>,
        name: impl Fn(Quantity) -> Clean,
    ) -> Option<Clean> {
        steps.full_at(range).map(|bound| self.step(steps, bound, name))
    }
}
