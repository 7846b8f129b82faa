//! Questions and categories that the command line names by their ids.

use anyhow::bail;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::nearest;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line, visible};

/// The ids as they were named, each once; blanks around them count for nothing.
///
/// # Errors
/// There is no question and no category of an id.
pub fn ids<'i>(ids: &'i [String], whole: &Questionnaire, lang: Lang) -> anyhow::Result<Vec<&'i str>> {
    let known = || {
        let categories = whole.categories.iter().map(|category| &*category.id);
        whole.questions.iter().map(|question| &*question.id).chain(categories)
    };
    let mut checked: Vec<&str> = Vec::with_capacity(ids.len());
    for id in ids.iter().map(|id| id.trim()).filter(|id| !id.is_empty()) {
        if !known().any(|known| known == id) {
            let near = nearest::nearest(id, known()).map(|near| lang.did_you_mean_question(one_line(near)));
            let problem = lang.no_such_question(visible(id), whole.reference());
            bail!("{}", Clean::joined([problem].into_iter().chain(near), "; "));
        }
        if !checked.contains(&id) {
            checked.push(id);
        }
    }
    Ok(checked)
}

/// The questions that are named by their ids or by those of their categories, in the questionnaire's order.
///
/// # Errors
/// As [`ids`].
pub fn questions(named: &[String], questionnaire: &Questionnaire, lang: Lang) -> anyhow::Result<Vec<QuestionId>> {
    let ids = ids(named, questionnaire, lang)?;
    let is_named = |at: &QuestionId| {
        let question = &questionnaire.questions[*at];
        let category = &questionnaire.categories[question.category];
        ids.contains(&&*question.id) || ids.contains(&&*category.id)
    };
    Ok(questionnaire.questions.ids().filter(is_named).collect())
}
