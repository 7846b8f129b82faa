//! Where a vendor lists sub-processors and answers something else.

use super::answer::{Answer, Value};
use super::chain::SubProcessor;
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
pub struct ChainAtOdds<'a> {
    /// The question that has it.
    pub question: QuestionId,
    /// What it says.
    pub odds: Odds,
    /// The companies in the list that speak against it; never none.
    pub companies: Vec<&'a SubProcessor>,
}

/// The answers with which the list does not go together, in the order of the questions.
///
/// A country that is not known is taken to be inside the European Economic Area: nobody is accused of a guess.
pub fn chain_at_odds<'a>(answers: &'a Answers, questionnaire: &Questionnaire) -> Vec<ChainAtOdds<'a>> {
    let outside = |company: &&SubProcessor| company.country.as_deref().is_some_and(is_outside_eea);
    let against = |odds| match odds {
        Odds::Denied => answers.chain.iter().collect(),
        Odds::Outside => answers.chain.iter().filter(outside).collect::<Vec<_>>(),
    };
    let contradicted = CONTRADICTED.map(|(evidence, option, odds)| (evidence, option, odds, against(odds)));
    let at_odds = |question: QuestionId| {
        let asks_for = |evidence: &str| {
            let kinds = &questionnaire.questions[question].evidence;
            kinds.iter().any(|kind| questionnaire.evidence[*kind].id == evidence)
        };
        let said = contradicted.iter().find(|(evidence, option, _, companies)| {
            !companies.is_empty() && says_just(answers, questionnaire, question, option) && asks_for(evidence)
        });
        said.map(|(.., odds, companies)| ChainAtOdds { question, odds: *odds, companies: companies.clone() })
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
