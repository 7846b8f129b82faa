//! Doubtful but legal: warnings about a questionnaire that reads well.

use std::collections::HashMap;

use super::condition::Condition;
use super::form::Form;
use super::ids::QuestionId;
use super::model::{Origin, Questionnaire, RedFlag};
use super::text::TextLanguage;
use crate::source::Diagnostics;
use crate::words::problem::{Problem, questionnaire as problem};

/// The warnings, each one function.
const LINTS: [fn(&Questionnaire, &mut Diagnostics); 2] = [lower_sets, near_duplicates];

/// Notes every warning.
pub fn lint(questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    LINTS.iter().for_each(|lint| lint(questionnaire, notes));
}

fn note(questionnaire: &Questionnaire, origin: Origin, problem: Problem, notes: &mut Diagnostics) {
    notes.note(&questionnaire.sources[origin.file], origin.span, problem);
}

/// A red flag should name every option that is worth less than the best one it names.
fn lower_sets(questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    for flag in &questionnaire.flags {
        lower_set(questionnaire, flag, &flag.when, notes);
    }
}

fn lower_set(questionnaire: &Questionnaire, flag: &RedFlag, condition: &Condition, notes: &mut Diagnostics) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| lower_set(questionnaire, flag, part, notes));
        }
        Condition::Options { question, options } => {
            let question = &questionnaire.questions[*question];
            let Form::ChooseOne(choices) = &question.form else { return };
            let best = options.iter().map(|at| choices[*at].value).max();
            let passed_over = choices
                .with_ids()
                .filter(|(at, choice)| best.is_some_and(|best| choice.value < best) && !options.contains(at));
            for (_, choice) in passed_over {
                note(questionnaire, flag.origin, problem::not_a_lower_set(&flag.id, &question.id, &choice.id), notes);
            }
        }
        // Under `not` a better answer raises the flag by design; numbers and factors have no options to miss.
        Condition::Not(_) | Condition::Never { .. } | Condition::Within { .. } | Condition::Factor { .. } => {}
    }
}

/// Shorter questions, such as the numbers of a standard's requirements, say too little to be compared.
const FEWEST_WORDS: usize = 4;

/// Longer ones are no questions, and comparing them costs too much.
const MOST_WORDS: usize = 80;

/// Two questions whose words are the same but for at most one are probably one question.
fn near_duplicates(questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    let mut seen: HashMap<String, QuestionId> = HashMap::new();
    for (at, question) in questionnaire.questions.with_ids() {
        let words = words(question.ask.get(TextLanguage::default()));
        if !(FEWEST_WORDS..=MOST_WORDS).contains(&words.len()) {
            continue;
        }
        let keys: Vec<String> = (0..=words.len()).map(|left_out| without(&words, left_out)).collect();
        let twin = keys.iter().filter_map(|key| seen.get(key)).min();
        if let Some(twin) = twin {
            let other = &questionnaire.questions[*twin].id;
            note(questionnaire, question.origin, problem::near_duplicate_question(other), notes);
        }
        for key in keys {
            seen.entry(key).or_insert(at);
        }
    }
}

/// The words of a text, in lower case, sorted, each once.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn without(words: &[String], left_out: usize) -> String {
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, word)| word.as_str()).collect();
    kept.join(" ")
}
