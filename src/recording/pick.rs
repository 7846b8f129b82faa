//! What the choices of a dialogue stand for: a value for each menu, so that what was chosen is not taken for something
//! else, whatever it is called.

use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{EvidenceId, FactorId, FactorOptionId, KindId, OptionId, QuestionId, SeenId};
use crate::review::{Duty, Outcome};
use crate::source::Span;

/// What a choice stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// An answer to a question, or one of those that are ticked.
    Answer(AnswerPick),
    /// A document for an answer.
    Document(DocumentPick),
    /// The kind of a new document; `None` for one that the questionnaire does not know.
    DocumentKind(Option<KindId>),
    /// A factor of what is at stake.
    Factor(FactorId),
    /// An option of what is at stake.
    Stake(FactorOptionId),
    /// That a factor of what is at stake is not stated after all.
    StakeOpen,
    /// What we found about an answer.
    Observation(ObservationPick),
    /// What there is to say of a document, on our side.
    Paper(PaperPick),
    /// To correct what is said of a document.
    Correct,
    /// To take a document off an answer.
    Detach(QuestionId),
    /// Something that we saw for an answer, which no longer proves it.
    Unseen(SeenId),
    /// Whether the same document proves other answers, too.
    ProvesOthers(bool),
    /// A red flag.
    Flag(FlagRef),
    /// That somebody accepts a red flag for a time.
    Waiver,
    /// That nobody accepts it any more.
    NoWaiver,
    /// One of our duties that was seen to.
    Duty(Duty),
    /// One that was not seen to after all.
    NoDuty(Duty),
    /// That nothing is decided.
    NoDecision,
    /// The condition at a place in our review was met.
    Met(Span),
    /// It was not, after all.
    NotMet(Span),
    /// It is to be said otherwise.
    ChangeCondition(Span),
    /// It is none any more.
    NoCondition(Span),
    /// What was decided.
    Outcome(Outcome),
    /// A question to go to.
    Question(QuestionId),
    /// To go through what is open.
    OpenQuestions,
}

/// What a question can be answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPick {
    /// One of its options.
    Option(OptionId),
    /// That it is not known.
    Unknown,
    /// That it is not applicable.
    NotApplicable,
}

/// Which document shows an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPick {
    /// One that the answers file lists.
    Listed(EvidenceId),
    /// One that is not on the list yet.
    New,
}

/// What there is to say of a document, on our side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperPick {
    /// We hold it, where the vendor says that it is.
    Received,
    /// We hold it, somewhere else.
    Kept,
    /// We do not hold it after all.
    NotReceived,
    /// It proves some answers.
    Proves,
    /// It proves nothing.
    Refused,
    /// It may prove something after all.
    NotRefused,
}

impl PaperPick {
    /// The word that chooses it where lines are typed.
    pub fn word(self) -> &'static str {
        match self {
            PaperPick::Received => "received",
            PaperPick::Kept => "elsewhere",
            PaperPick::NotReceived => "not-received",
            PaperPick::Proves => "proves",
            PaperPick::Refused => "refuse",
            PaperPick::NotRefused => "not-refused",
        }
    }
}

/// What we found about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObservationPick {
    /// It is so.
    Verify,
    /// Another answer holds.
    Overrule,
    /// It does not count until it is shown.
    Withdraw,
    /// The vendor's answer counts again.
    Restore,
    /// It does not apply.
    AcceptNa,
    /// It does apply.
    RefuseNa,
    /// A note, which overrules nothing.
    Note,
    /// No note any more.
    NoNote,
}

impl ObservationPick {
    /// The word that chooses it where lines are typed.
    pub fn word(self) -> &'static str {
        match self {
            ObservationPick::Verify => "verify",
            ObservationPick::Overrule => "overrule",
            ObservationPick::Withdraw => "withdraw",
            ObservationPick::Restore => "restore",
            ObservationPick::AcceptNa => "accept",
            ObservationPick::RefuseNa => "refuse",
            ObservationPick::Note => "note",
            ObservationPick::NoNote => "no-note",
        }
    }
}

/// What a person gives where something is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Words.
    Words(String),
    /// One of the choices.
    Chosen(Pick),
    /// Some of the choices.
    Ticked(Vec<Pick>),
}

impl Given {
    /// What was chosen; none where words were given.
    pub fn picks(&self) -> &[Pick] {
        match self {
            Given::Words(_) => &[],
            Given::Chosen(pick) => std::slice::from_ref(pick),
            Given::Ticked(picks) => picks,
        }
    }

    /// The words that were given; empty where something was chosen.
    pub fn words(&self) -> &str {
        match self {
            Given::Words(words) => words,
            Given::Chosen(_) | Given::Ticked(_) => "",
        }
    }
}
