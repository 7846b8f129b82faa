//! What is to be judged and by what, as somebody of ours names it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::{Date, Fingerprint, Source};
use crate::words::problem::Problem;

/// What is to be judged, and by what. What is not named is found by the rules of this room.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The vendor's answers.
    pub answers: Input,
    /// The questionnaire, by a built-in id or a path; else the one that the answers name.
    pub questionnaire: Option<String>,
    /// Our review.
    pub review: WhichReview,
    /// Which of the vendor's papers are here.
    pub papers: WhichPapers,
    /// Our policy; else the one that is found.
    pub policy: Option<Input>,
    /// The day of the judgement; else today.
    pub as_of: Option<AsOf>,
}

impl Request {
    /// Answers, and nothing else named.
    pub fn new(answers: impl Into<Input>) -> Request {
        Request {
            answers: answers.into(),
            questionnaire: None,
            review: WhichReview::default(),
            papers: WhichPapers::default(),
            policy: None,
            as_of: None,
        }
    }
}

/// A file, as it is handed in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Input {
    /// It lies here, and is read.
    File(PathBuf),
    /// It lies here and has been read already: this is what came of it.
    Opened(PathBuf, Result<Arc<Source>, Problem>),
    /// It lies nowhere and came another way, such as standard input, under this name.
    Given(String, Result<Arc<Source>, Problem>),
}

impl Input {
    /// Where it lies, if anywhere.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Input::File(path) | Input::Opened(path, _) => Some(path),
            Input::Given(..) => None,
        }
    }

    /// Its name in messages: the path as it was given.
    pub fn name(&self) -> String {
        match self {
            Input::File(path) | Input::Opened(path, _) => path.to_string_lossy().into_owned(),
            Input::Given(name, _) => name.clone(),
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Input::File(path)
    }
}

impl From<&str> for Input {
    fn from(path: &str) -> Self {
        Input::File(path.into())
    }
}

/// Which review is used.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum WhichReview {
    /// The one where reviews are, if it is there: where the policy says, else beside the answers.
    #[default]
    Usual,
    /// This one.
    Named(Input),
    /// None.
    Without,
}

/// Which of the papers that answers name are here.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum WhichPapers {
    /// Those that lie in the folder of the answers, or in the one that the policy names.
    #[default]
    Usual,
    /// Those that somebody of ours tells, who answers for it. Then no path in the answers is opened, whatever it names.
    Told(Vec<ToldPaper>),
}

/// A paper of the vendor that lies somewhere else, as somebody of ours tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldPaper {
    /// Its place, as the answers name it.
    pub location: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its fingerprint.
    pub sha256: Fingerprint,
}

/// The day of the judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AsOf {
    /// A day.
    Day(Date),
    /// The day of the answers, or of our review of them if that is later.
    Answered,
}
