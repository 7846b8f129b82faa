//! Where every point went, and the way to a better rating. One file for each thing that somebody may ask to have
//! explained; each makes a document.

pub mod points;
pub mod question;
pub mod shown;
pub mod steps;
pub mod way;

use super::story::Story;
use crate::assessment::remediation::Target;
use crate::case::Origins;
use crate::document::Document;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::source::nearest::nearest;
use crate::words::{Broken, Guide};

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All points.
    Points,
    /// The points of this category.
    Category(CategoryId),
    /// This question.
    Question(QuestionId),
    /// The way to something better.
    Way(Target),
}

/// What an id asks for: a question, or a category.
///
/// # Errors
/// There is neither; the id that was probably meant, if one is near.
pub fn find<'q>(questionnaire: &'q Questionnaire, id: &str) -> Result<Asked, Option<&'q str>> {
    let category = questionnaire.categories.find(|category| category.id == id).map(Asked::Category);
    let found = questionnaire.find(id).map(Asked::Question).or(category);
    found.ok_or_else(|| {
        let questions = || questionnaire.questions.iter().map(|question| question.id.as_str());
        let categories = questionnaire.categories.iter().map(|category| category.id.as_str());
        let own_name = |full: &&str| full.split_once('.').is_some_and(|(_, name)| name == id);
        questions().find(own_name).or_else(|| nearest(id, questions().chain(categories)))
    })
}

/// The explanation. `guide` says how to have more explained.
///
/// # Errors
/// A mistake of the program: an answer does not fit its question.
pub fn document(story: &Story<'_, '_>, origins: &Origins, asked: Asked, guide: &dyn Guide) -> Result<Document, Broken> {
    Ok(match asked {
        Asked::Points => points::document(story, origins, guide),
        Asked::Category(at) => points::of_category(story, origins, at),
        Asked::Question(at) => question::document(story, origins, at)?,
        Asked::Way(target) => way::document(story, origins, target),
    })
}
