//! Doubtful but legal: warnings about a questionnaire that reads well.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::condition::Condition;
use super::form::Form;
use super::ids::QuestionId;
use super::model::{Origin, Questionnaire, RedFlag};
use super::text::TextLanguage;
use crate::source::Diagnostics;
use crate::words::problem::{Problem, questionnaire as problem};

fn note(questionnaire: &Questionnaire, origin: Origin, problem: Problem, notes: &mut Diagnostics) {
    notes.note(&questionnaire.sources[origin.file], origin.span, problem);
}

/// Notes red flags that do not name every option which is worth less than the best one they name.
pub fn lower_sets(questionnaire: &Questionnaire, notes: &mut Diagnostics) {
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
            let best = options.iter().filter_map(|at| choices[*at].value).max();
            let is_worse = |value: Option<u8>| best.zip(value).is_some_and(|(best, value)| value < best);
            let passed_over = choices.with_ids().filter(|(at, choice)| is_worse(choice.value) && !options.contains(at));
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

/// Two questions whose words are the same but for at most one are probably one question. To find them costs more than a
/// judgement, so it is for those who look at the questionnaire itself.
pub fn near_duplicates(questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    let mut keys: Vec<(u64, QuestionId)> = Vec::new();
    for (at, question) in questionnaire.questions.with_ids() {
        let words = words(question.ask.get(TextLanguage::default()));
        if (FEWEST_WORDS..=MOST_WORDS).contains(&words.len()) {
            keys.extend(without_one(&words).map(|key| (key, at)));
        }
    }
    keys.sort_unstable();
    let mut twins: BTreeMap<QuestionId, QuestionId> = BTreeMap::new();
    for alike in keys.chunk_by(|(a, _), (b, _)| a == b) {
        let [(_, first), others @ ..] = alike else { continue };
        for (_, other) in others.iter().filter(|(_, other)| other != first) {
            twins.entry(*other).and_modify(|twin| *twin = (*twin).min(*first)).or_insert(*first);
        }
    }
    for (at, twin) in twins {
        let other = &questionnaire.questions[twin].id;
        note(questionnaire, questionnaire.questions[at].origin, problem::near_duplicate_question(other), notes);
    }
}

/// The words of a text, in lower case, each once, as numbers that stand for them: words need more room.
fn words(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<u64> = words.map(|word| number(&word.to_lowercase())).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The same for the same word; for two others by a chance of one to ten to the nineteenth.
fn number(word: &str) -> u64 {
    let mut hash = DefaultHasher::new();
    word.hash(&mut hash);
    hash.finish()
}

/// What stands for the words, all of them and without each of them: the same in any order.
fn without_one(words: &[u64]) -> impl Iterator<Item = u64> {
    let all = words.iter().fold(0_u64, |all, word| all.wrapping_add(*word));
    [all].into_iter().chain(words.iter().map(move |word| all.wrapping_sub(*word)))
}
