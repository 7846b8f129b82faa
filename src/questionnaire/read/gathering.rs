//! What is gathered while the files of a questionnaire are read.

use std::collections::HashSet;

use super::condition::{self, Circle};
use super::layer::Readings;
use super::layout::Merged;
use super::question::Later;
use crate::questionnaire::ids::{ById, CategoryId, FactorId, FileId, QuestionId};
use crate::questionnaire::model::{Category, Factor, Origin, Question};
use crate::questionnaire::names;
use crate::source::{Diagnostics, Span};
use crate::words::Clean;
use crate::words::problem::questionnaire as problem;

/// What of a question waits until all questions are known, and which file it stands in.
pub(super) struct Waiting<'l> {
    pub(super) question: QuestionId,
    pub(super) reading: FileId,
    pub(super) later: Later<'l, 'l>,
}

pub(super) struct Gathering<'l> {
    pub(super) readings: Readings<'l>,
    pub(super) main: FileId,
    pub(super) waiting: Vec<Waiting<'l>>,
    pub(super) categories: ById<CategoryId, Category>,
    pub(super) questions: ById<QuestionId, Question>,
    /// Full ids of questions and factors that could not be read.
    pub(super) broken: Vec<String>,
    /// Where each category stands in a main file.
    pub(super) entries: Vec<(FileId, Span)>,
}

impl<'l> Gathering<'l> {
    pub(super) fn new(main: FileId, readings: Readings<'l>) -> Self {
        let (categories, questions) = (ById::default(), ById::default());
        let (waiting, broken, entries) = (Vec::new(), Vec::new(), Vec::new());
        Gathering { main, readings, waiting, categories, questions, broken, entries }
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
    pub(super) fn conditions(&mut self, factors: &ById<FactorId, Factor>, layout: &Merged<'_>) -> Vec<QuestionId> {
        let lookup = condition::Lookup::new(&self.questions, factors, &self.broken, layout.base);
        let mut found = Vec::with_capacity(self.waiting.len());
        for (waiting, node) in self.waiting.iter().filter_map(|waiting| Some((waiting, waiting.later.when?))) {
            let id = &self.questions[waiting.question].id;
            let read = condition::read_in(node, waiting.reading, Some(id), &lookup, &mut self.readings);
            found.push((waiting.question, read));
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
