//! Where a vendor lists sub-processors and answers something else.

use super::answer::{Answer, Value};
use super::countries::is_outside_eea;
use super::model::Answers;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;

/// The evidence for which a question asks and the option that is chosen there, by their ids: what either says, the
/// list contradicts.
const CONTRADICTED: [(&str, &str, Odds); 2] =
    [("no-subprocessors", "none", Odds::Denied), ("dataflow", "eea", Odds::Outside)];

/// What an answer says that the list does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odds {
    /// That there are no sub-processors.
    Denied,
    /// That everything is in the European Economic Area.
    Outside,
}

/// An answer with which the list of sub-processors does not go together.
pub struct ChainAtOdds {
    /// The question that has it.
    pub question: QuestionId,
    /// What it says.
    pub odds: Odds,
    /// How many of the companies in the list speak against it; never 0.
    pub companies: usize,
}

/// The answers with which the list does not go together, in the order of the questions.
///
/// A country that is not known is taken to be inside the European Economic Area: nobody is accused of a guess.
pub fn chain_at_odds(answers: &Answers, questionnaire: &Questionnaire) -> Vec<ChainAtOdds> {
    let outside = |country: &Option<String>| country.as_deref().is_some_and(is_outside_eea);
    let against = |odds| match odds {
        Odds::Denied => answers.chain.len(),
        Odds::Outside => answers.chain.iter().filter(|company| outside(&company.country)).count(),
    };
    let contradicted = CONTRADICTED.map(|(evidence, option, odds)| (evidence, option, odds, against(odds)));
    let at_odds = |question: QuestionId| {
        let said = contradicted.iter().find(|(evidence, option, _, companies)| {
            *companies > 0
                && says_just(answers, questionnaire, question, option)
                && questionnaire.questions[question]
                    .evidence
                    .iter()
                    .any(|kind| questionnaire.evidence[*kind].id == *evidence)
        });
        said.map(|(_, _, odds, companies)| ChainAtOdds { question, odds: *odds, companies: *companies })
    };
    match answers.chain.is_empty() {
        true => Vec::new(),
        false => questionnaire.questions.ids().filter_map(at_odds).collect(),
    }
}

/// Whether a question is answered with one option and no other.
fn says_just(answers: &Answers, questionnaire: &Questionnaire, at: QuestionId, option: &str) -> bool {
    let option = questionnaire.questions[at].form.option_of_id(option);
    let says = |option| matches!(answers.answer(at), Answer::Given(Value::Options(said)) if said[..] == [option]);
    option.is_some_and(says)
}
