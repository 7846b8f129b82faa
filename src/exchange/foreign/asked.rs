//! What forms in cells have in common: words of answers, and questions in other words than ours.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::heard::HeardAnswer;
use crate::questionnaire::Question;
use crate::questionnaire::names::{NOT_APPLICABLE, folded};
use crate::words::clean::{Clean, one_line};

/// The word of an answers file for what a cell says, where it is one of the few that all forms have.
pub fn plain_answer(said: &str) -> &str {
    match &*folded(said) {
        "yes" => "yes",
        "no" => "no",
        "na" | "n/a" | "not applicable" => NOT_APPLICABLE,
        _ => said,
    }
}

/// Whether a file asks a question in other words than ours, or in none: marks between words and capitals aside.
pub fn is_asked_otherwise(said: &str, question: &Question) -> bool {
    let letters =
        |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let said: String = letters(said);
    question.ask.all().all(|ask| said != letters(ask))
}

/// The answers that say something, each question's behind its first; what says the same as one before is left out.
pub fn each_once(answers: impl IntoIterator<Item = HeardAnswer>) -> Vec<HeardAnswer> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Vec<HeardAnswer>> = Vec::new();
    let mut seen = BTreeSet::new();
    for answer in answers.into_iter().filter(|answer| !words(answer).is_empty()) {
        let at = *first.entry(answer.id.clone()).or_insert(kept.len());
        if !seen.insert((at, words(&answer))) {
            continue;
        }
        match kept.get_mut(at) {
            Some(known) => known.push(answer),
            None => kept.push(vec![answer]),
        }
    }
    kept.into_iter().flatten().collect()
}

/// What an answer says.
fn words(answer: &HeardAnswer) -> Vec<Clean> {
    let all = answer.answer.iter().chain(&answer.comments);
    all.map(|told| one_line(&told.words)).filter(|words| !words.is_empty()).collect()
}
