//! Answers that are word for word those of another day, with their comments: said of them, and held against nobody.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::answers::model::{Proposed, VendorAnswer};
use crate::answers::{Answer, Answers};
use crate::questionnaire::ids::QuestionId;
use crate::words::clean::says_something;

/// How many answers are, with their comments, word for word those of another day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordForWord {
    /// How many are the same; not zero.
    pub same: usize,
    /// How many answers are given.
    pub given: usize,
    /// The other day, or what stands in its place.
    pub from: String,
}

/// The same of the answers that stand beside what was proposed for them; of several days the one from which most are.
pub fn word_for_word(subject: &Subject<'_>) -> Option<WordForWord> {
    let answers = subject.answers;
    let mut same: BTreeMap<&str, usize> = BTreeMap::new();
    for given in answers.answers.iter().flatten().filter(|given| is_given(given)) {
        let Some(proposal) = &given.proposed else { continue };
        if proposal.proposed == Proposed::Answer(given.answer.clone())
            && is_same(given.comment.as_deref(), proposal.comment.as_deref())
        {
            *same.entry(proposal.from.trim()).or_default() += 1;
        }
    }
    let (from, same) = same.into_iter().max_by_key(|(_, same)| *same)?;
    Some(WordForWord { same, given: answers_given(answers), from: from.to_owned() })
}

/// How many answers are given.
pub fn answers_given(answers: &Answers) -> usize {
    answers.answers.iter().flatten().filter(|given| is_given(given)).count()
}

/// Whether a question has the same answer and the same comment in two files, the first's and the second's.
pub fn is_word_for_word((first, old): (&Answers, QuestionId), (second, new): (&Answers, QuestionId)) -> bool {
    let pair = first.answers[old].as_ref().zip(second.answers[new].as_ref());
    pair.is_some_and(|(was, is)| {
        is_given(is) && was.answer == is.answer && is_same(was.comment.as_deref(), is.comment.as_deref())
    })
}

/// Whether a question is answered, and be it that the vendor does not know.
fn is_given(given: &VendorAnswer) -> bool {
    given.answer != Answer::Unknown || given.not_known
}

/// Whether two comments say the same; one that says nothing is none.
fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    let [one, other] = [one, other].map(|comment| comment.filter(|comment| says_something(comment)).map(str::trim));
    one == other
}
