//! Answers that are word for word those of another day, with their comments: said of them, and held against nobody.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::subject::Subject;
use crate::answers::Answers;
use crate::answers::model::Proposed;
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

impl WordForWord {
    /// Whether every answer is.
    pub fn is_all(&self) -> bool {
        self.same == self.given
    }
}

/// The same of the answers that stand beside what was proposed for them, wherever that came from.
pub fn word_for_word(subject: &Subject<'_>) -> Option<WordForWord> {
    let answers = subject.answers;
    let mut days: Vec<Option<Date>> = Vec::new();
    for given in answers.answers.iter().flatten().filter(|given| given.is_given()) {
        let Some(proposal) = &given.proposed else { continue };
        if proposal.proposed == Proposed::Answer(given.answer.clone())
            && said(given.comment.as_deref()) == said(proposal.comment.as_deref())
        {
            days.push(Date::parse(proposal.from.trim()));
        }
    }
    let first = *days.first()?;
    let from = first.filter(|_| days.iter().all(|day| *day == first)).map_or(SaidBefore::Form, SaidBefore::Day);
    Some(WordForWord { same: days.len(), given: WordsGiven::of(answers).given(), from })
}

/// What a vendor says, without the words: a number for each question that is answered, made of the answer and the
/// comment. Where two are the same, the words are.
#[derive(Clone, Debug)]
pub struct WordsGiven(Vec<(QuestionId, u64)>);

impl WordsGiven {
    /// What stands in a file.
    pub fn of(answers: &Answers) -> WordsGiven {
        let wording = |at: QuestionId| {
            let given = answers.answers[at].as_ref().filter(|given| given.is_given())?;
            let mut hasher = DefaultHasher::new();
            (format!("{:?}", given.answer), said(given.comment.as_deref())).hash(&mut hasher);
            Some((at, hasher.finish()))
        };
        WordsGiven(answers.answers.ids().filter_map(wording).collect())
    }

    /// How many answers are given.
    pub fn given(&self) -> usize {
        self.0.len()
    }

    /// What is said to a question; `None` where it is not answered.
    pub fn at(&self, question: QuestionId) -> Option<u64> {
        let place = self.0.binary_search_by_key(&question, |(at, _)| *at).ok()?;
        self.0.get(place).map(|(_, said)| *said)
    }
}

/// What a comment says; one that says nothing is none.
fn said(comment: Option<&str>) -> Option<&str> {
    comment.filter(|comment| says_something(comment)).map(str::trim)
}
