//! Which questions two vendors were both asked: the same id with the same text, form and values.

use std::collections::HashMap;

use crate::questionnaire::{Question, Questionnaire};

/// The questions of two questionnaires, held against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Places in the first and in the second, for questions that are the same.
    pub common: Vec<(usize, usize)>,
    /// Places in the first of questions that only it asks.
    pub only_first: Vec<usize>,
    /// Places in the second of questions that only it asks.
    pub only_second: Vec<usize>,
    /// Places in both of questions that have the same id but ask something else or value answers otherwise.
    pub changed: Vec<(usize, usize)>,
    /// Whether the same questions weigh differently; the first questionnaire's weights count.
    pub weights_differ: bool,
}

/// Holds two questionnaires against each other.
pub fn matching(first: &Questionnaire, second: &Questionnaire) -> Matching {
    if std::ptr::eq(first, second) || first.sources == second.sources {
        let common = (0..first.questions.len()).map(|at| (at, at)).collect();
        return Matching { common, ..Matching::default() };
    }
    let mut matching = Matching::default();
    for (at, question) in first.questions.iter().enumerate() {
        match second.find(&question.id) {
            None => matching.only_first.push(at),
            Some(other) if is_same(question, &second.questions[other]) => {
                matching.weights_differ |= question.weight != second.questions[other].weight;
                matching.common.push((at, other));
            }
            Some(other) => matching.changed.push((at, other)),
        }
    }
    let ids: HashMap<&str, usize> = first.questions.iter().map(|question| (question.id.as_str(), 0)).collect();
    let known = |at: &usize| ids.contains_key(second.questions[*at].id.as_str());
    matching.only_second = (0..second.questions.len()).filter(|at| !known(at)).collect();
    matching.weights_differ |= weights(first) != weights(second);
    matching
}

fn weights(questionnaire: &Questionnaire) -> HashMap<&str, Option<u32>> {
    questionnaire.categories.iter().map(|category| (category.id.as_str(), category.weight)).collect()
}

/// Whether two questions ask the same: text, form, options with their labels and values.
fn is_same(first: &Question, second: &Question) -> bool {
    first.ask == second.ask && first.form == second.form
}
