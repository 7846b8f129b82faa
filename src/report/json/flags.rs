//! Red flags: their state, what they rest on, who accepts them.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence::ids;
use super::value::{DateJson, DecimalJson, ExactJson, FlagIdJson, NumberJson, QuestionIdJson, ShownJson};
use super::word::WordJson;
use crate::assessment::Subject;
use crate::assessment::flag::FlagState;
use crate::policy::Proof;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::model::Basis;
use crate::report::story::Story;
use crate::review::Waiver;
use crate::words::Clean;

/// A red flag.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "flag")]
pub(super) struct FlagJson<'a> {
    /// The id of the flag, or category: and the id of a category for its minimum.
    id: FlagIdJson,
    /// What is the matter; of the minimum of a category the same for every vendor.
    title: Clean,
    /// By what the minimum of a category is missed or reached, or null for every other flag.
    figure: Option<FigureJson>,
    /// How severe it is.
    severity: WordJson<Level>,
    /// Whether it is raised, not ruled out, ruled out, or accepted for a time.
    state: WordJson<FlagState>,
    /// What rules it out at best: the vendor's word, a document, or what we verified; null if it is not ruled out, and
    /// for the minimum of a category.
    ruled_out_by: Option<WordJson<Proof>>,
    /// Whether it rests on a duty in law or a judgement of risk, or null if it does not say.
    basis: Option<WordJson<Basis>>,
    /// The lowest rating that it allows while it is raised or open, or null if it bounds nothing.
    bound: Option<WordJson<Level>>,
    /// The questions that raise it or keep it open.
    questions: Vec<QuestionIdJson<'a>>,
    /// What it rests on, in words, or null where there is nothing to tell.
    because: Option<Clean>,
    /// What to require of the vendor, or null if there is nothing.
    remedy: Option<Clean>,
    /// Who accepts it, or null if nobody does.
    waiver: Option<WaiverJson<'a>>,
    /// Who accepted it until a day that has passed, or null if nobody did; of several the last.
    lapsed_waiver: Option<WaiverJson<'a>>,
}

/// What a category reaches, and what it should.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "figure")]
struct FigureJson {
    /// The assured score of the category on 0..100.
    assured: ExactJson,
    /// The same as decimal digits.
    assured_decimal: DecimalJson,
    /// The same as it is shown.
    assured_display: ShownJson,
    /// The score below which the flag is raised, 1 to 100.
    #[schemars(range(min = 1, max = 100))]
    minimum: u8,
}

/// Who accepts a red flag for a time.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "waiver")]
struct WaiverJson<'a> {
    /// Who accepts it.
    by: &'a str,
    /// The last day on which it is accepted.
    until: DateJson,
    /// Why it is accepted.
    because: &'a str,
}

pub(super) fn flags<'a>(story: &Story<'_, 'a>) -> Vec<FlagJson<'a>> {
    let (assessment, questionnaire) = (story.assessment, story.questionnaire());
    let policy = assessment.subject.policy;
    let waiver =
        |waiver: &'a Waiver| WaiverJson { by: &waiver.by, until: DateJson::of(waiver.until), because: &waiver.because };
    let flags = assessment.flags.iter();
    flags
        .map(|flag| FlagJson {
            id: FlagIdJson(questionnaire.flag_name(flag.flag)),
            title: story.general_title(flag.flag),
            figure: figure(story, flag.flag),
            severity: WordJson(flag.severity),
            state: WordJson(flag.state),
            ruled_out_by: flag.ruled_out_by.map(WordJson),
            basis: match flag.flag {
                FlagRef::Flag(at) => questionnaire.flags[at].basis.map(WordJson),
                FlagRef::Category(..) => None,
            },
            bound: policy.bound(flag.severity, assessment.inherent_risk.highest).map(WordJson),
            questions: ids(story, &flag.cause),
            because: story.flag_cause(flag),
            remedy: story.flag_remedy(flag.flag),
            waiver: story.waiver(flag).map(waiver),
            lapsed_waiver: lapsed_waiver(&assessment.subject, flag.flag).map(waiver),
        })
        .collect()
}

/// By what a category misses its minimum, or reaches it.
fn figure(story: &Story<'_, '_>, flag: FlagRef) -> Option<FigureJson> {
    let FlagRef::Category(at, minimum) = flag else { return None };
    let assured = story.assessment.categories[at].score.as_ref()?.assured();
    Some(FigureJson {
        assured: ExactJson::of(&assured),
        assured_decimal: DecimalJson::of(&assured),
        assured_display: ShownJson(story.assessment.subject.policy.display.scale.digits(&assured)),
        minimum,
    })
}

/// The waiver of a flag that lapsed last before the day of the judgement.
fn lapsed_waiver<'a>(subject: &Subject<'a>, flag: FlagRef) -> Option<&'a Waiver> {
    let waivers = subject.review?.waivers.iter();
    let lapsed = waivers.filter(|waiver| waiver.flag == flag && waiver.until < subject.as_of);
    lapsed.max_by_key(|waiver| waiver.until)
}
