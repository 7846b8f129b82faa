//! What is gathered while the files of a questionnaire are read.

use super::condition::{self, Circle};
use crate::questionnaire::ids::{ById, CategoryId, FactorId, FileId, QuestionId};
use crate::questionnaire::model::{Category, Factor, Origin, Question};
use crate::source::fields::Reading;
use crate::source::{Diagnostics, Node, Span};
use crate::words::Clean;
use crate::words::problem::questionnaire as problem;

/// A condition that waits until all questions are known: which file it stands in, and the node.
pub(super) struct Waiting<'n, 't> {
    pub(super) question: QuestionId,
    pub(super) reading: FileId,
    pub(super) node: &'n Node<'t>,
}

pub(super) struct Gathering<'s, 'n, 't> {
    /// The main file, then the category files.
    pub(super) readings: ById<FileId, Reading<'s>>,
    pub(super) main: FileId,
    pub(super) waiting: Vec<Waiting<'n, 't>>,
    pub(super) categories: ById<CategoryId, Category>,
    pub(super) questions: ById<QuestionId, Question>,
    /// Full ids of questions and factors that could not be read.
    pub(super) broken: Vec<String>,
    /// Where each category stands in the main file.
    pub(super) entries: Vec<Span>,
}

impl<'s: 'n, 'n, 't> Gathering<'s, 'n, 't> {
    pub(super) fn new(main: Reading<'s>) -> Self {
        let (mut readings, categories, questions) = (ById::default(), ById::default(), ById::default());
        let (waiting, broken, entries) = (Vec::new(), Vec::new(), Vec::new());
        Gathering { main: readings.push(main), readings, waiting, categories, questions, broken, entries }
    }

    pub(super) fn finish(self) -> Diagnostics {
        let mut all = Diagnostics::default();
        self.readings.into_iter().for_each(|reading| all.append(reading.notes));
        all
    }

    /// Reads the conditions of questions, now that all questions are known, and refuses circles. Gives an order in
    /// which they can be decided.
    pub(super) fn conditions(&mut self, factors: &ById<FactorId, Factor>) -> Vec<QuestionId> {
        let lookup = condition::Lookup::new(&self.questions, factors, &self.broken);
        let mut found = Vec::with_capacity(self.waiting.len());
        for waiting in &self.waiting {
            let reading = &mut self.readings[waiting.reading];
            found.push((waiting.question, condition::read(waiting.node, &lookup, reading)));
        }
        for (question, condition) in found {
            self.questions[question].when = condition;
        }
        condition::asking_order(&self.questions).unwrap_or_else(|Circle { first, others }| {
            let circle = [&first].into_iter().chain(&others).chain([&first]);
            let names = Clean::joined(circle.map(|at| &self.questions[*at].id), " → ");
            let Origin { file, span } = self.questions[first].origin;
            self.readings[file].note(span, problem::condition_cycle(names));
            Vec::new() // with an error noted, nobody gets to see it
        })
    }
}
