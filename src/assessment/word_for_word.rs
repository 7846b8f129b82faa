//! Answers that are word for word those of another day, with their comments: said of them, and held against nobody.

use super::subject::Subject;
use crate::answers::model::{Proposed, VendorAnswer};
use crate::answers::{Answer, Answers};
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::words::clean::says_something;

/// How many answers are, with their comments, word for word those of another day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordForWord {
    /// How many are the same; not zero.
    pub same: usize,
    /// How many answers are given.
    pub given: usize,
    /// Of what they are the same.
    pub from: SaidBefore,
}

/// What answers are word for word the same of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaidBefore {
    /// Answers of a day.
    Day(Date),
    /// Answers of no day, by the name of their file.
    File(String),
    /// What the form proposed, of no day or of several: other words for it stand in a file that the vendor can write.
    Form,
}

/// The same of the answers that stand beside what was proposed for them, wherever that came from.
pub fn word_for_word(subject: &Subject<'_>) -> Option<WordForWord> {
    let answers = subject.answers;
    let mut days: Vec<Option<Date>> = Vec::new();
    for given in answers.answers.iter().flatten().filter(|given| is_given(given)) {
        let Some(proposal) = &given.proposed else { continue };
        if proposal.proposed == Proposed::Answer(given.answer.clone())
            && is_same(given.comment.as_deref(), proposal.comment.as_deref())
        {
            days.push(Date::parse(proposal.from.trim()));
        }
    }
    let first = *days.first()?;
    let from = first.filter(|_| days.iter().all(|day| *day == first)).map_or(SaidBefore::Form, SaidBefore::Day);
    Some(WordForWord { same: days.len(), given: answers_given(answers), from })
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
