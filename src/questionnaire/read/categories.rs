//! Categories with their questions, each in the main file or in a file of its own.

use super::definitions::Definitions;
use super::gathering::{Gathering, Waiting};
use super::layout::{CategoryHead, LaidCategory, Placed};
use super::question::{InCategory, question};
use crate::questionnaire::ids::CategoryId;
use crate::questionnaire::limits::MOST_CATEGORIES;
use crate::questionnaire::model::Category;
use crate::questionnaire::names::Unique;
use crate::questionnaire::text::{self, Translations};
use crate::source::Node;
use crate::source::fields::Reading;
use crate::words::Clean;
use crate::words::clean::one_line;
use crate::words::problem::{questionnaire as problem, text as text_problem};

/// The format of a file that holds one category.
pub const CATEGORY_FORMAT: &str = "duly/category@1";

/// Checks the list of categories.
pub(super) fn outer_shape(node: &Node<'_>, reading: &mut Reading<'_>) {
    let entries = reading.filled_list(node, "categories");
    if entries.len() > MOST_CATEGORIES {
        reading.note(node.span, text_problem::out_of_range(entries.len(), 1, MOST_CATEGORIES));
    }
}

/// What one file says of a category.
struct SaidOfCategory {
    id: Option<Clean>,
    title: Option<Translations>,
    about: Option<Translations>,
    weight: Option<u32>,
    minimum: Option<u8>,
}

impl<'l> Gathering<'l> {
    pub(super) fn categories(&mut self, laid: &[LaidCategory<'l>], definitions: &Definitions) {
        let mut ids = Unique::default();
        for laid in laid {
            let Some(category) = self.category(laid, definitions, &mut ids) else { continue };
            self.questions(laid, category, definitions);
            self.entries.extend(laid.heads.last().map(|head| head.entry));
        }
        self.same_kind_of_weights();
    }

    fn same_kind_of_weights(&mut self) {
        let weighted = self.categories.iter().filter(|category| category.weight.is_some()).count();
        if weighted == 0 || weighted == self.categories.len() {
            return;
        }
        let bare = self.categories.iter().zip(&self.entries).filter(|(category, _)| category.weight.is_none());
        bare.for_each(|(_, (file, span))| self.readings[*file].note(*span, problem::mixed_category_weights()));
    }

    /// A category without its questions. What a file says of one that it takes over stands before what was said there.
    fn category(&mut self, laid: &LaidCategory<'l>, definitions: &Definitions, ids: &mut Unique) -> Option<CategoryId> {
        let is_alone = laid.heads.len() == 1;
        let mut category: Option<Category> = None;
        for head in &laid.heads {
            let is_new = category.is_none();
            let told = told(head, (is_new, is_alone), definitions, ids, &mut self.readings[head.file])?;
            category = Some(match category {
                Some(known) => Category {
                    title: told.title.unwrap_or(known.title),
                    about: told.about.or(known.about),
                    weight: told.weight.or(known.weight),
                    minimum: told.minimum.or(known.minimum),
                    ..known
                },
                None => {
                    // a category with a bad id stays known by it, so that conditions that name its questions are not
                    // wrong, too
                    let id = told.id.or_else(|| head.node.get("id")?.text().map(one_line)).unwrap_or_default();
                    let title = told.title.unwrap_or_else(|| Translations::same(&id));
                    let SaidOfCategory { about, weight, minimum, .. } = told;
                    Category { title, id, about, weight, minimum, questions: Vec::new() }
                }
            });
        }
        Some(self.categories.push(category?))
    }

    fn questions(&mut self, laid: &LaidCategory<'l>, category: CategoryId, definitions: &Definitions) {
        let id = self.categories[category].id.clone();
        let mut ids = Unique::default();
        for Placed { file, part: entry } in &laid.questions {
            let at = InCategory { file: *file, category, category_id: &id };
            let Some((question, later)) = question(entry, &at, definitions, &mut ids, &mut self.readings[*file]) else {
                let known = entry.get("id").and_then(Node::text);
                self.broken.extend(known.map(|question| format!("{id}.{question}")));
                continue;
            };
            let question = self.questions.push(question);
            self.waiting.push(Waiting { question, reading: *file, later });
            self.categories[category].questions.push(question);
        }
    }
}

/// Reads what one file says of a category: one that is new there has an id of its own, and one that is said nothing of
/// elsewhere has a title and questions.
fn told(
    head: &CategoryHead<'_>,
    (is_new, is_alone): (bool, bool),
    definitions: &Definitions,
    ids: &mut Unique,
    reading: &mut Reading<'_>,
) -> Option<SaidOfCategory> {
    let mut fields =
        if head.is_part { reading.head(head.node, CATEGORY_FORMAT)? } else { reading.fields(head.node)? };
    let id = fields.required("id", reading);
    let id = if is_new { id.and_then(|node| ids.id(node, reading)) } else { None };
    let [title, questions] =
        ["title", "questions"].map(|key| if is_alone { fields.required(key, reading) } else { fields.optional(key) });
    let title = title.and_then(|node| text::read(node, &definitions.languages, reading));
    let about = text::optional(&mut fields, "about", &definitions.languages, reading);
    let weight = fields.optional("weight").and_then(|node| reading.integer(node, 0..=10_000));
    let minimum = fields.optional("minimum").and_then(|node| reading.integer(node, 1..=100));
    questions.into_iter().for_each(|list| {
        reading.filled_list(list, "questions");
    });
    fields.finish(reading);
    Some(SaidOfCategory { id, title, about, weight, minimum })
}
