//! Where a dialogue is, and what follows from what was said. What happens at a stop changes it.

use super::form::DialogueForm;
use super::pick::Given;
use super::prompt::DialogueLine;
use super::route::Route;
use crate::answers::write::AnswersEdit;
use crate::document::{Style, Tone};
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::report::story::Story;
use crate::review::write::ReviewEdit;
use crate::review::{AgreedCondition, Duty, Outcome};
use crate::source::{Date, Span};
use crate::words::clean::{self, Clean, Trusted};

/// Where a dialogue is.
#[derive(Debug)]
pub struct State {
    pub(super) route: Route,
    pub(super) phase: Phase,
    pub(super) after: After,
    /// The day on which it is held.
    pub(super) today: Date,
    /// What was written below questions and could not be read, each with its question.
    pub(super) aside: Vec<(QuestionId, Clean)>,
    /// A decision whose conditions are being told.
    pub(super) drafted: Option<DraftDecision>,
}

/// What a dialogue is about to be told.
#[derive(Clone, Debug)]
pub(super) enum Phase {
    /// What belongs to its stop.
    Stop,
    /// What belongs to a form.
    Form(DialogueForm<Purpose>),
    /// Which document shows the answer to a question.
    Evidence(QuestionId),
    /// Which of some questions to go to.
    Found(String, Vec<QuestionId>),
}

/// A decision that is not written yet.
#[derive(Clone, Debug)]
pub(super) struct DraftDecision {
    pub(super) outcome: Outcome,
    /// What was told of it, to its last question.
    pub(super) form: DialogueForm<Purpose>,
    /// The conditions that were agreed before.
    pub(super) agreed: Vec<AgreedCondition>,
    /// The conditions that have been told since, each to its last question.
    pub(super) told: Vec<DialogueForm<Purpose>>,
}

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A comment on an answer, and where to go then.
    Comment(QuestionId, After),
    /// Why a question does not apply.
    ReasonNa(QuestionId),
    /// A new document for an answer.
    Document(QuestionId),
    /// What was seen for an answer.
    Verify(QuestionId),
    /// Whether the same document proves other answers, too.
    VerifyAlso(Vec<QuestionId>, crate::answers::write::NewEvidence),
    /// Another answer than the vendor's.
    Overrule(QuestionId),
    /// An answer that does not count until it is shown.
    Withdraw(QuestionId),
    /// A note on an answer.
    Note(QuestionId),
    /// Where we hold a document.
    Keep(EvidenceId),
    /// Why a document proves nothing.
    RefusePaper(EvidenceId),
    /// Which answers a document proves.
    Prove(EvidenceId),
    /// What is said of a document.
    Correct(EvidenceId),
    /// Whether a document is taken off an answer.
    Detach(QuestionId, EvidenceId),
    /// Whether a question does not apply.
    NotApplicable(QuestionId, bool),
    /// An accepted exception from a flag.
    Waive(FlagRef),
    /// A duty of ours that was seen to.
    Duty(Duty),
    /// The decision.
    Decide(Outcome),
    /// A condition of it.
    Condition,
    /// When a condition was met.
    Met(Span),
    /// A condition that is said otherwise.
    ConditionChange(Span),
}

/// Where to go when what was said has been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Nowhere.
    Stay,
    /// On.
    Forward,
    /// To the evidence for an answer, if it is worth any; else on.
    Evidence(QuestionId),
}

/// What a dialogue says and does in return.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// What to say.
    pub say: Vec<DialogueLine>,
    /// What to write into the answers.
    pub answers: Vec<AnswersEdit>,
    /// What to write into our review.
    pub review: Vec<ReviewEdit>,
    /// Whether the dialogue is over.
    pub over: bool,
    /// Whether what was said belongs to our review, and so to another dialogue.
    pub is_elsewhere: bool,
}

impl Reply {
    /// A word and nothing else.
    pub(super) fn word(style: Style, text: impl Trusted) -> Reply {
        Reply { say: vec![DialogueLine::styled(style, text)], ..Reply::default() }
    }

    /// Something was not understood.
    pub(super) fn problem(text: impl Trusted) -> Reply {
        Reply::word(Style::Tag(Tone::Careful), text)
    }

    pub(super) fn over() -> Reply {
        Reply { over: true, ..Reply::default() }
    }
}

/// Something was given that is no choice.
pub(super) fn not_on_the_list(given: &Given, story: &Story<'_, '_>) -> Reply {
    Reply::problem(story.lang.not_on_the_list(clean::shortened(given.words(), 40)))
}

/// Help: what there is to say about the stop, and what can be typed.
pub(super) fn help(about: Option<Vec<Clean>>, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let about = about.filter(|about| !about.is_empty()).unwrap_or_else(|| vec![lang.help_none()]);
    let mut say: Vec<DialogueLine> = about.into_iter().map(DialogueLine::plain).collect();
    say.extend([lang.help_saved(), lang.help_find()].map(|text| DialogueLine::styled(Style::Faint, text)));
    Reply { say, ..Reply::default() }
}
