//! Red flags for a board: what is raised, and what has not been answered yet, which accuses nobody.

use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::document::{Text, Tone};
use crate::questionnaire::Level;
use crate::report::naming::{self, level, loud};
use crate::report::parts::verdict::tone;
use crate::report::story::Story;
use crate::words::Clean;
use crate::words::clean::Trusted;

/// A line for each flag that is told; where several wait for the same, one line is enough.
pub fn lines(story: &Story<'_, '_>) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    for flag in told(story) {
        let line = line(story, flag);
        lines.extend((!lines.contains(&line)).then_some(line));
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

/// A flag in one line.
fn line(story: &Story<'_, '_>, flag: &Flag) -> Text {
    let lang = story.lang;
    let shade = if flag.state == FlagState::Waived { Tone::Plain } else { tone(flag.severity) };
    let head = Text::tag(shade, lang.severity(level(flag.severity, lang)));
    let words = match (flag.state, story.waiver(flag)) {
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
    let bound = bound.filter(|bound| *bound > Level::Low).map(|bound| loud(bound, lang));
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
