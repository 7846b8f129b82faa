//! A beginning of a word or a label on a list, typed where one of it, or some, are to be chosen.

use super::form::Slot;
use super::our_side;
use super::pick::{Given, Pick};
use super::prompt::{MenuChoice, PromptKind, Said, keys, named};
use super::route::Stop;
use super::state::{Phase, Purpose, State};
use crate::answers::typed;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::names::folded;
use crate::report::story::Story;
use crate::words::clean::{self, Clean};

/// What was said, with the choice that it begins in its place, and what that is called, so that nobody finds out later
/// what was made of it. What can be understood otherwise stays, and so do other words where those are an answer, too.
///
/// # Errors
/// Several choices begin so, in the reader's language.
pub(super) fn completed(
    state: &State,
    kind: &PromptKind,
    said: Said,
    story: &Story<'_, '_>,
) -> Result<(Said, Option<Clean>), Clean> {
    let Said::Given(Given::Words(words)) = &said else { return Ok((said, None)) };
    let asked = asked(state);
    let takes_no_other = asked.is_some() || matches!(kind, PromptKind::One { free: false, .. });
    let is_number = words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    if !takes_no_other || is_number || is_known(words, asked, state, story) {
        return Ok((said, None));
    }
    let ends = if asked.is_some() { Ends::WithAWord } else { Ends::Anywhere };
    let several = |found: Vec<&MenuChoice>| {
        let labels = Clean::joined(found.into_iter().map(|choice| story.lang.quoted(choice.label.clone())), ", ");
        story.lang.begins_several(clean::shortened(words, 40), labels)
    };
    let given = match kind {
        PromptKind::One { choices, .. } => one(words, choices, ends).map(|pick| pick.map(Given::Chosen)),
        PromptKind::Many { choices, .. } => {
            let picks: Result<Option<Vec<Pick>>, _> = parts(words).map(|part| one(part, choices, ends)).collect();
            picks.map(|picks| picks.filter(|picks| !picks.is_empty()).map(Given::Ticked))
        }
        PromptKind::Words => Ok(None),
    };
    let (Some(given), choices) = (given.map_err(several)?, kind.choices()) else { return Ok((said, None)) };
    let whole: Vec<Pick> = [&**words].into_iter().chain(parts(words)).filter_map(|part| named(part, choices)).collect();
    let begun = choices.iter().filter(|choice| given.picks().contains(&choice.pick) && !whole.contains(&choice.pick));
    let labels = Clean::joined(begun.map(|choice| story.lang.quoted(choice.label.clone())), ", ");
    let told = (!labels.is_empty()).then(|| story.lang.understood_as(labels));
    Ok((Said::Given(given), told))
}

/// What stands between commas or semicolons.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    words.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// Where the beginning of a label may end.
#[derive(Clone, Copy)]
enum Ends {
    /// Anywhere: on the lists of the program, whose labels nobody takes for words of their own.
    Anywhere,
    /// Where a word of it does: an answer that ends within a word may be another answer, as "none" is to "nonetheless".
    WithAWord,
}

impl Ends {
    fn begins(self, label: &str, wanted: &str) -> bool {
        let rest = label.strip_prefix(wanted);
        rest.is_some_and(|rest| match self {
            Ends::Anywhere => true,
            Ends::WithAWord => !rest.starts_with(char::is_alphanumeric),
        })
    }
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
fn one<'c>(words: &str, choices: &'c [MenuChoice], ends: Ends) -> Result<Option<Pick>, Vec<&'c MenuChoice>> {
    if let Some(at) = keys(choices).iter().position(|key| key == words) {
        return Ok(Some(choices[at].pick));
    }
    let wanted = folded(words);
    let whole = |choice: &&MenuChoice| folded(&choice.word) == wanted || folded(&choice.label) == wanted;
    let begun = |choice: &&MenuChoice| {
        folded(&choice.word).starts_with(&*wanted) || ends.begins(&folded(&choice.label), &wanted)
    };
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
