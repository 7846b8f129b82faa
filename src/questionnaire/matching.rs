//! Which questions two vendors were both asked: the same id, or an earlier one, with the same text, form and values.

use std::collections::{HashMap, HashSet};

use super::ids::QuestionId;
use super::{Question, Questionnaire};

/// The questions of two questionnaires, held against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Questions that are the same: the first's and the second's.
    pub common: Vec<(QuestionId, QuestionId)>,
    /// Questions that only the first asks.
    pub only_first: Vec<QuestionId>,
    /// Questions that only the second asks.
    pub only_second: Vec<QuestionId>,
    /// Questions of the same id, or an earlier one, the first's and the second's, that ask something else or value
    /// answers otherwise.
    pub changed: Vec<(QuestionId, QuestionId)>,
    /// Whether the same questions weigh differently; the first questionnaire's weights count.
    pub weights_differ: bool,
}

/// Holds two questionnaires against each other.
pub fn matching(first: &Questionnaire, second: &Questionnaire) -> Matching {
    if std::ptr::eq(first, second) {
        let common = first.questions.ids().map(|at| (at, at)).collect();
        return Matching { common, ..Matching::default() };
    }
    let mut matching = Matching::default();
    let renamed = Renamed::between(first, second);
    let mut found: HashSet<QuestionId> = HashSet::new();
    for (at, question) in first.questions.with_ids() {
        match second.find(&question.id).or_else(|| renamed.other(at)).filter(|other| found.insert(*other)) {
            None => matching.only_first.push(at),
            Some(other) if is_same(question, &second.questions[other]) => {
                matching.weights_differ |= question.weight != second.questions[other].weight;
                matching.common.push((at, other));
            }
            Some(other) => matching.changed.push((at, other)),
        }
    }
    matching.only_second = second.questions.ids().filter(|at| !found.contains(at)).collect();
    matching.weights_differ |= weights(first) != weights(second);
    matching
}

fn weights(questionnaire: &Questionnaire) -> HashMap<&str, Option<u32>> {
    questionnaire.categories.iter().map(|category| (category.id.as_str(), category.weight)).collect()
}

/// Questions that have another id in one of two questionnaires, which then names the earlier one.
struct Renamed(HashMap<QuestionId, QuestionId>);

impl Renamed {
    fn between(first: &Questionnaire, second: &Questionnaire) -> Self {
        let mut renamed = HashMap::new();
        for (at, question) in second.questions.with_ids().filter(|(_, question)| first.find(&question.id).is_none()) {
            renamed.extend(question.was.iter().filter_map(|was| Some((first.find(was)?, at))));
        }
        for (at, question) in first.questions.with_ids() {
            renamed.extend(question.was.iter().filter_map(|was| Some((at, second.find(was)?))));
        }
        Renamed(renamed)
    }

    /// The second's question that the first's has become, or was.
    fn other(&self, first: QuestionId) -> Option<QuestionId> {
        self.0.get(&first).copied()
    }
}

/// Whether two questions ask the same: text, form, options with their labels and values. A text that differs in one
/// language only has been translated better.
fn is_same(first: &Question, second: &Question) -> bool {
    first.ask.agrees(&second.ask) && first.form.is_same(&second.form)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;
    use crate::words::problem::text;

    /// A category with its weight, and its questions: id, text, weight, scale.
    type Asked<'a> = (&'a str, u32, &'a [(&'a str, &'a str, u32, &'a str)]);

    fn questionnaire(categories: &[Asked<'_>]) -> Questionnaire {
        let mut written = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\ncategories:\n".to_owned();
        for (id, weight, questions) in categories {
            written += &format!("  - id: {id}\n    title: T\n    weight: {weight}\n    questions:\n");
            for (id, ask, weight, scale) in *questions {
                written += &format!("      - {{id: {id}, ask: {ask}, weight: {weight}, answer: {scale}}}\n");
            }
        }
        let no_file = |_: &str| -> Result<Arc<Source>, _> { Err(text::empty_file("x")) };
        crate::questionnaire::read(&Source::new("q.yaml", written), &no_file).value.unwrap()
    }

    #[test]
    fn the_same_question_has_the_same_text_and_form() {
        let [one, two] = [("one", "Is it?", 1, "yes-no"), ("two", "Was it?", 1, "yes-no")];
        let first = questionnaire(&[("a", 1, &[one, two, ("old", "Old?", 1, "yes-no")])]);
        let same = questionnaire(&[("a", 1, &[("new", "New?", 1, "yes-no"), two, one])]);
        let found = matching(&first, &same);
        let ids: Vec<QuestionId> = first.questions.ids().collect();
        assert_eq!(found.common, [(ids[0], ids[2]), (ids[1], ids[1])]);
        assert_eq!((found.only_first, found.only_second, found.changed), (vec![ids[2]], vec![ids[0]], vec![]));
        let changed = questionnaire(&[("a", 1, &[("one", "Is it so?", 1, "yes-no"), two])]);
        assert_eq!(matching(&first, &changed).changed, [(ids[0], ids[0])], "another text");
        let changed = questionnaire(&[("a", 1, &[one, ("two", "Was it?", 1, "yes-partial-no")])]);
        assert_eq!(matching(&first, &changed).changed, [(ids[1], ids[1])], "another form");
    }

    #[test]
    fn a_questionnaire_is_the_same_as_itself() {
        let asked: [Asked<'_>; 1] = [("a", 1, &[("one", "Is it?", 1, "yes-no"), ("two", "Was it?", 2, "yes-no")])];
        let (first, again) = (questionnaire(&asked), questionnaire(&asked));
        let itself = matching(&first, &first);
        assert_eq!(itself, matching(&first, &again), "the short way gives what the long one gives");
        let common = first.questions.ids().map(|id| (id, id)).collect();
        assert_eq!(itself, Matching { common, ..Matching::default() });
    }

    #[test]
    fn weights_differ_by_question_or_by_category() {
        let of = |category: u32, question: u32| {
            let [one, two] = [("one", "Is it?", question, "yes-no"), ("two", "Was it?", 1, "yes-no")];
            questionnaire(&[("a", category, &[one, two]), ("b", 1, &[("three", "Will it?", 1, "yes-no")])])
        };
        assert!(!matching(&of(1, 1), &of(1, 1)).weights_differ);
        assert!(matching(&of(1, 1), &of(1, 2)).weights_differ);
        assert!(matching(&of(1, 1), &of(2, 1)).weights_differ);
    }
}
