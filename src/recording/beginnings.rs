//! A beginning of a word or a label on a list, typed where one of it, or some, are to be chosen.

use super::form::Slot;
use super::our_side;
use super::pick::{Given, Pick};
use super::prompt::{MenuChoice, PromptKind, Said, keys};
use super::route::Stop;
use super::state::{Phase, Purpose, State};
use crate::answers::typed;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::names::folded;
use crate::report::story::Story;
use crate::words::clean::{self, Clean};

/// What was said, with the choice that it begins in its place. What can be understood otherwise stays, and so do other
/// words where those are an answer, too.
///
/// # Errors
/// Several choices begin so, in the reader's language.
pub(super) fn completed(state: &State, kind: &PromptKind, said: Said, story: &Story<'_, '_>) -> Result<Said, Clean> {
    let Said::Given(Given::Words(words)) = &said else { return Ok(said) };
    let asked = asked(state);
    let takes_no_other = asked.is_some() || matches!(kind, PromptKind::One { free: false, .. });
    let is_number = words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    if !takes_no_other || is_number || is_known(words, asked, state, story) {
        return Ok(said);
    }
    let several = |found: Vec<&MenuChoice>| {
        let labels = Clean::joined(found.into_iter().map(|choice| story.lang.quoted(choice.label.clone())), ", ");
        story.lang.begins_several(clean::shortened(words, 40), labels)
    };
    let given = match kind {
        PromptKind::One { choices, .. } => one(words, choices).map(|pick| pick.map(Given::Chosen)),
        PromptKind::Many { choices, .. } => {
            let parts = words.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
            let picks: Result<Option<Vec<Pick>>, _> = parts.map(|part| one(part, choices)).collect();
            picks.map(|picks| picks.filter(|picks| !picks.is_empty()).map(Given::Ticked))
        }
        PromptKind::Words => Ok(None),
    };
    Ok(given.map_err(several)?.map_or(said, Said::Given))
}

/// The question whose answer is asked for, the vendor's or ours.
fn asked(state: &State) -> Option<QuestionId> {
    match (&state.phase, state.route.stop()) {
        (Phase::Stop, Some(Stop::Question(question))) => Some(question),
        (Phase::Form(form), _) if form.is_at(Slot::Answer) => match form.purpose {
            Purpose::Overrule(question) => Some(question),
            _ => None,
        },
        _ => None,
    }
}

/// Whether words mean something as they are: an answer as people write it, or what is at stake in another language.
fn is_known(words: &str, asked: Option<QuestionId>, state: &State, story: &Story<'_, '_>) -> bool {
    let is_stake = match (&state.phase, state.route.stop()) {
        (Phase::Stop, Some(Stop::Stake(factor))) => our_side::option_in_any_language(words, factor, story).is_some(),
        _ => false,
    };
    let is_answer = |at: QuestionId| typed::answer(words, &story.questionnaire().questions[at]).value.is_some();
    is_stake || asked.is_some_and(is_answer)
}

/// What a number, a word or a label stands for, whole or begun; nothing where none begins so.
fn one<'c>(words: &str, choices: &'c [MenuChoice]) -> Result<Option<Pick>, Vec<&'c MenuChoice>> {
    if let Some(at) = keys(choices).iter().position(|key| key == words) {
        return Ok(Some(choices[at].pick));
    }
    let wanted = folded(words);
    let is_any = |choice: &MenuChoice, is_it: &dyn Fn(&str) -> bool| {
        [choice.word.as_str(), choice.label.as_str()].iter().any(|text| is_it(&folded(text)))
    };
    let whole = |choice: &&MenuChoice| is_any(choice, &|text| text == wanted);
    let begun = |choice: &&MenuChoice| is_any(choice, &|text| text.starts_with(&*wanted));
    let found: Vec<&MenuChoice> = match choices.iter().any(|choice| whole(&choice)) {
        true => choices.iter().filter(whole).collect(),
        false => choices.iter().filter(begun).collect(),
    };
    match &found[..] {
        [] => Ok(None),
        [only] => Ok(Some(only.pick)),
        _ => Err(found),
    }
}
