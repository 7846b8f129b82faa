//! Categories with their questions, each in the main file or in a file of its own.

use std::sync::Arc;

use super::definitions::Definitions;
use super::gathering::{Gathering, Waiting};
use super::question::{InCategory, question};
use crate::questionnaire::ids::FileId;
use crate::questionnaire::model::Category;
use crate::questionnaire::names::Unique;
use crate::questionnaire::text::{self, Translations};
use crate::source::fields::Reading;
use crate::source::{Node, Source};
use crate::words::clean::one_line;
use crate::words::problem::{questionnaire as problem, text as text_problem};

/// The format of a file that holds one category.
pub const CATEGORY_FORMAT: &str = "duly/category@1";
/// A questionnaire with more categories is refused.
pub(super) const MOST_CATEGORIES: usize = 200;

impl<'s: 'n, 'n, 't> Gathering<'s, 'n, 't> {
    pub(super) fn categories(
        &mut self,
        node: &'n Node<'t>,
        parts: &'s [Option<Arc<Source>>],
        trees: &'n [Option<Node<'t>>],
        definitions: &Definitions,
    ) {
        let main = &mut self.readings[self.main];
        let entries = main.filled_list(node, "categories");
        if entries.len() > MOST_CATEGORIES {
            main.note(node.span, text_problem::out_of_range(entries.len(), 1, MOST_CATEGORIES));
        }
        let mut ids = Unique::default();
        for ((entry, part), tree) in entries.iter().zip(parts).zip(trees) {
            let before = self.categories.len();
            match (part, tree) {
                (None, _) if entry.text().is_none() => self.category(entry, self.main, definitions, &mut ids),
                (Some(source), Some(tree)) => {
                    let file = self.readings.push(Reading::of(source));
                    self.category(tree, file, definitions, &mut ids);
                }
                _ => {} // a file that could not be had or parsed: already noted
            }
            self.entries.extend((self.categories.len() > before).then_some(entry.span));
        }
        self.same_kind_of_weights();
    }

    fn same_kind_of_weights(&mut self) {
        let weighted = self.categories.iter().filter(|category| category.weight.is_some()).count();
        if weighted == 0 || weighted == self.categories.len() {
            return;
        }
        let bare = self.categories.iter().zip(&self.entries).filter(|(category, _)| category.weight.is_none());
        bare.for_each(|(_, span)| self.readings[self.main].note(*span, problem::mixed_category_weights()));
    }

    fn category(&mut self, node: &'n Node<'t>, file: FileId, definitions: &Definitions, ids: &mut Unique) {
        let reading = &mut self.readings[file];
        let found = if file == self.main { reading.fields(node) } else { reading.head(node, CATEGORY_FORMAT) };
        let Some(mut fields) = found else { return };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        // a category with a bad id stays known by it, so that conditions that name its questions are not wrong, too
        let id = id.or_else(|| node.get("id")?.text().map(one_line)).unwrap_or_default();
        let title =
            fields.required("title", reading).and_then(|node| text::read(node, &definitions.languages, reading));
        let about = text::optional(&mut fields, "about", &definitions.languages, reading);
        let weight = fields.optional("weight").and_then(|node| reading.integer(node, 0..=10_000));
        let minimum = fields.optional("minimum").and_then(|node| reading.integer(node, 1..=100));
        let category = Category {
            title: title.unwrap_or_else(|| Translations::same(&id)),
            id: id.clone(),
            about,
            weight,
            minimum,
            questions: Vec::new(),
        };
        let category = self.categories.push(category);
        if let Some(list) = fields.required("questions", reading) {
            let mut ids = Unique::default();
            for entry in reading.filled_list(list, "questions") {
                let at = InCategory { file, category, category_id: &id };
                let Some((question, later)) = question(entry, &at, definitions, &mut ids, reading) else {
                    let known = entry.get("id").and_then(Node::text);
                    self.broken.extend(known.map(|question| format!("{id}.{question}")));
                    continue;
                };
                let question = self.questions.push(question);
                self.waiting.push(Waiting { question, reading: file, later });
                self.categories[category].questions.push(question);
            }
        }
        fields.finish(reading);
    }
}
