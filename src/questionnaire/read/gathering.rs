//! What is gathered while the files of a questionnaire are read.

use std::collections::HashSet;

use super::condition::{self, Circle};
use super::question::Later;
use crate::questionnaire::ids::{ById, CategoryId, FactorId, FileId, QuestionId};
use crate::questionnaire::model::{Category, Factor, Origin, Question};
use crate::questionnaire::names;
use crate::source::fields::Reading;
use crate::source::{Diagnostics, Span};
use crate::words::Clean;
use crate::words::problem::questionnaire as problem;

/// What of a question waits until all questions are known, and which file it stands in.
pub(super) struct Waiting<'n, 't> {
    pub(super) question: QuestionId,
    pub(super) reading: FileId,
    pub(super) later: Later<'n, 't>,
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

    /// Reads the earlier ids of questions. None is that of a question that is there, and none stands twice, so that it
    /// is certain whose answer is carried over.
    pub(super) fn earlier_ids(&mut self) {
        let mut taken: HashSet<Clean> = HashSet::new();
        let in_use: HashSet<Clean> = self.questions.iter().map(|question| question.id.clone()).collect();
        for (waiting, node) in self.waiting.iter().filter_map(|waiting| Some((waiting, waiting.later.was?))) {
            let reading = &mut self.readings[waiting.reading];
            let question = &mut self.questions[waiting.question];
            let category = &self.categories[question.category].id;
            for item in reading.list(node) {
                let Some(id) = names::question_id(item, category, reading) else { continue };
                if in_use.contains(&id) {
                    reading.note(item.span, problem::earlier_id_in_use(&id));
                } else if !taken.insert(id.clone()) {
                    reading.note(item.span, problem::duplicate_id(&id));
                }
                question.was.push(id);
            }
        }
    }

    /// Reads the conditions of questions, now that all questions are known, and refuses circles. Gives an order in
    /// which they can be decided.
    pub(super) fn conditions(&mut self, factors: &ById<FactorId, Factor>) -> Vec<QuestionId> {
        let lookup = condition::Lookup::new(&self.questions, factors, &self.broken);
        let mut found = Vec::with_capacity(self.waiting.len());
        for (waiting, node) in self.waiting.iter().filter_map(|waiting| Some((waiting, waiting.later.when?))) {
            let reading = &mut self.readings[waiting.reading];
            found.push((waiting.question, condition::read(node, &lookup, reading)));
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
