//! What a vendor has to change: what would take back the red flags that are raised, then its weak answers, the
//! heaviest first.

use super::quoted;
use crate::assessment::decision::is_rejected;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::improving;
use crate::assessment::insight;
use crate::assessment::remediation::RemediationKind;
use crate::document::{Row, Text};
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted};

/// Something that has to change.
#[derive(Debug)]
pub struct RequiredChange {
    /// The question whose answer it would change; of a flag that rests on none, `None`.
    pub question: Option<QuestionId>,
    /// Whether it holds the rating where it is.
    pub is_first: bool,
    /// What has to be reached.
    pub reach: Vec<Clean>,
    /// What we ask about it.
    ask: Option<Clean>,
}

/// All that has to change, one entry for a question.
pub fn required(story: &Story<'_, '_>) -> Vec<RequiredChange> {
    let assessment = story.assessment;
    let holding = insight::holding_flags(assessment);
    let raised = insight::flags_in(assessment, FlagState::Triggered);
    let (first, others): (Vec<&Flag>, Vec<&Flag>) = raised.into_iter().partition(|flag| holding.contains(flag));
    let mut all: Vec<RequiredChange> = Vec::new();
    for (flag, is_first) in
        first.into_iter().map(|flag| (flag, true)).chain(others.into_iter().map(|flag| (flag, false)))
    {
        let Some(remedy) = story.flag_remedy(flag.flag) else { continue };
        let change = entry(&mut all, flag.cause.first().copied());
        change.is_first |= is_first;
        change.add(remedy);
    }
    let weak = assessment
        .remediations()
        .iter()
        .filter(|remediation| insight::kind(assessment, remediation) == RemediationKind::MustChange);
    for at in weak.map(|remediation| remediation.question) {
        let change = entry(&mut all, Some(at));
        if let Some(remedy) = improving::remedy(assessment, at).filter(|_| change.reach.is_empty()) {
            change.add(story.say(remedy)); // where a flag is raised, what takes it back says the same
        }
        change.ask = improving::follow_up(assessment, at).map(|ask| story.say(ask));
    }
    all
}

/// The entry of a question, which is begun where there is none.
fn entry(all: &mut Vec<RequiredChange>, question: Option<QuestionId>) -> &mut RequiredChange {
    let known = all.iter().position(|change| question.is_some() && change.question == question);
    let at = known.unwrap_or_else(|| {
        all.push(RequiredChange { question, is_first: false, reach: Vec::new(), ask: None });
        all.len() - 1
    });
    &mut all[at]
}

impl RequiredChange {
    fn add(&mut self, words: Clean) {
        if !self.reach.contains(&words) {
            self.reach.push(words);
        }
    }

    /// What the vendor answers today, as its question is quoted.
    pub fn today(&self, story: &Story<'_, '_>) -> Text {
        let Some(at) = self.question else { return Text::plain("–") };
        let question = quoted::question(story, at);
        match story.assessment.questions[at].effective {
            EffectiveAnswer::Vendor(_) => question.and(": ").then(quoted::vendors(story, quoted::answer(story, at))),
            _ => question,
        }
    }
}

/// A row for each change: the answer of today, what has to be reached, what we ask.
pub fn rows(story: &Story<'_, '_>) -> Vec<Row> {
    let lang = story.lang;
    let may_go_ahead = !is_rejected(&story.assessment.subject);
    let row = |change: RequiredChange| {
        let reach = quoted::marked(change.is_first && may_go_ahead, lang.letter_before_all())
            .and(Clean::joined(change.reach.iter().cloned(), " "));
        let ask = change.ask.clone().unwrap_or_else(|| "–".clean());
        Row::plain(vec![change.today(story).into(), reach.into(), ask.into()])
    };
    required(story).into_iter().map(row).collect()
}
