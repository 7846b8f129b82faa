//! Red flags for a board: what is raised, and what has not been answered yet, which accuses nobody.

use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::document::{Text, Tone};
use crate::questionnaire::Level;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::{self, level};
use crate::report::parts::verdict::tone;
use crate::report::story::Story;
use crate::words::Clean;
use crate::words::clean::Trusted;

/// A line of flags.
#[derive(Clone, Debug)]
pub struct FlagLine {
    /// What it says.
    pub says: Text,
    /// How many flags it tells of.
    pub flags: usize,
}

/// A line for each flag that is told; where several wait for one answer, one line says how many.
pub fn lines(story: &Story<'_, '_>) -> Vec<FlagLine> {
    each_once(story, told(story))
}

/// How many flags there are to tell: all that are not ruled out, and were asked about.
pub fn count(story: &Story<'_, '_>) -> usize {
    let all = [FlagState::Triggered, FlagState::Open, FlagState::Waived].into_iter();
    all.map(|state| insight::flags_in(story.assessment, state).len()).sum()
}

/// The gravest open flags as questions, where there is no rating yet and they are not among the lines.
pub fn still_asked(story: &Story<'_, '_>) -> Vec<FlagLine> {
    let is_told = insight::names_open_flags(story.assessment);
    let open = if is_told { Vec::new() } else { insight::flags_in(story.assessment, FlagState::Open) };
    let gravest = open.iter().map(|flag| flag.severity).max();
    each_once(story, open.into_iter().filter(|flag| Some(flag.severity) == gravest).collect())
}

fn each_once(story: &Story<'_, '_>, flags: Vec<&Flag>) -> Vec<FlagLine> {
    let waits_for = |flag: &Flag| flag.cause.first().filter(|_| flag.state == FlagState::Open).copied();
    let mut asked: Vec<QuestionId> = Vec::new();
    let mut lines: Vec<FlagLine> = Vec::new();
    for flag in &flags {
        let question = waits_for(flag);
        if question.is_some_and(|at| asked.contains(&at)) {
            continue;
        }
        asked.extend(question);
        let waiting = flags.iter().filter(|other| question.is_some() && waits_for(other) == question).count();
        let (says, flags) = (line(story, flag, waiting), waiting.max(1));
        match lines.iter_mut().find(|known| known.says == says) {
            Some(known) => known.flags += flags,
            None => lines.push(FlagLine { says, flags }),
        }
    }
    lines
}

/// The flags that are told: the raised ones, then those that are open, then those that somebody accepts; of each kind
/// the most severe first. In a half-filled form all are open, and none of these is told.
fn told<'s>(story: &Story<'s, '_>) -> Vec<&'s Flag> {
    let assessment = story.assessment;
    let open = match insight::names_open_flags(assessment) {
        true => insight::flags_in(assessment, FlagState::Open),
        false => Vec::new(),
    };
    let raised = insight::flags_in(assessment, FlagState::Triggered);
    raised.into_iter().chain(open).chain(insight::flags_in(assessment, FlagState::Waived)).collect()
}

/// A flag in one line; of an open one also how many wait for the same answer, if several do.
fn line(story: &Story<'_, '_>, flag: &Flag, waiting: usize) -> Text {
    let lang = story.lang;
    let shade = if flag.state == FlagState::Waived { Tone::Plain } else { tone(flag.severity) };
    let head = Text::tag(shade, lang.severity(level(flag.severity, lang)));
    let words = match (flag.state, story.waiver(flag)) {
        (FlagState::Open, _) if waiting > 1 => lang.board_waits_for_answer(waiting, open(story, flag)),
        (FlagState::Open, _) => open(story, flag),
        (_, Some(waiver)) => lang.board_accepted_flag(story.flag_title(flag.flag), naming::day(waiver.until, lang)),
        _ => lang.raised().and(": ").and(story.flag_title(flag.flag)),
    };
    head.and(" ").and(words)
}

/// What has to be answered, or shown, before an open flag can be ruled out, and what must be assumed until then.
fn open(story: &Story<'_, '_>, flag: &Flag) -> Clean {
    let (assessment, lang) = (story.assessment, story.lang);
    let bound = assessment.subject.policy.bound(flag.severity, assessment.inherent_risk.highest);
    let bound = bound.filter(|bound| *bound > Level::Low).map(|bound| story.bound_in_words(flag, bound));
    let title = || story.flag_title(flag.flag);
    let said = match flag.cause.first() {
        // the minimum of a category, which is missed only for what is not known or not shown
        None => lang.board_not_shown(title()),
        Some(first) => {
            let question = story.say(&story.questionnaire().questions[*first].ask);
            match () {
                () if story.is_to_be_proved(flag, *first) => lang.board_not_shown(question),
                () if insight::may_be_accepted(assessment, *first) => lang.board_not_accepted(question),
                () => lang.board_not_answered(question),
            }
        }
    };
    bound.map_or_else(|| said.clone(), |bound| said.clone().and(" (").and(lang.board_until_then(bound)).and(")"))
}
