//! Which questions a word behind a slash means.

use crate::assessment::vendor_turn;
use crate::questionnaire::Question;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::model::Category;
use crate::report::story::Story;

/// At most so many questions are listed for a word.
const MOST_HITS: usize = 20;

/// The questions that a word means: the one of that id; those that are called so behind their category; the first of a
/// category; the one of that number; those with a word that begins so; those that have it anywhere.
pub(super) fn meant(word: &str, story: &Story<'_, '_>) -> Vec<QuestionId> {
    let questionnaire = story.questionnaire();
    let wanted = word.trim().to_lowercase();
    let asked = vendor_turn::asked(story.assessment);
    let asked = || asked.ids().filter(|at| asked[*at]);
    let is_it = |at: &QuestionId| questionnaire.questions[*at].id.to_lowercase() == wanted;
    if let Some(question) = questionnaire.find(word.trim()).or_else(|| asked().find(is_it)) {
        return vec![question];
    }
    let where_it = |is_it: &dyn Fn(&Question) -> bool| -> Vec<QuestionId> {
        asked().filter(|at| is_it(&questionnaire.questions[*at])).take(MOST_HITS).collect()
    };
    let own = |question: &Question| question.id.split_once('.').map(|(_, own)| own.to_lowercase());
    let called = where_it(&|question| own(question).as_ref() == Some(&wanted));
    if !called.is_empty() {
        return called;
    }
    let is_named = |category: &&Category| {
        category.id.to_lowercase() == wanted || category.title.all().any(|title| title.to_lowercase() == wanted)
    };
    let category = questionnaire.categories.iter().find(is_named);
    // a number is that of a question among those that are asked, as it stands above each
    let number = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let first = category.and_then(|category| category.questions.first().copied());
    if let Some(question) = first.or_else(|| number.and_then(|number| asked().nth(number))) {
        return vec![question];
    }
    let text = |question: &Question| format!("{}\n{}", question.id, story.say(&question.ask)).to_lowercase();
    let begun = where_it(&|question| begins_a_word(&text(question), &wanted));
    if begun.is_empty() { where_it(&|question| text(question).contains(&wanted)) } else { begun }
}

/// Whether a text holds something at the beginning of one of its words.
fn begins_a_word(text: &str, wanted: &str) -> bool {
    let is_begun = |at: usize| !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    text.match_indices(wanted).any(|(at, _)| is_begun(at))
}
