//! What a file is to a report: whose hand it is from is told by its name and its place, never by its content alone.

use std::ffi::OsStr;
use std::path::Path;

use crate::case::review_names::{answers_stem, is_named_as_answers};
use crate::words::Lang;
use crate::words::clean::Clean;

/// The name under which rules are found.
pub const RULES: &str = "duly.toml";

/// What a report rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasisFile {
    /// What the vendor says.
    Answers,
    /// What we know and decide.
    Review,
    /// What we accept.
    Rules,
    /// What is asked.
    Questionnaire,
}

impl BasisFile {
    /// Whether a file with this path in its folder can be it. A document of the vendor can be none.
    pub fn fits(self, path: &Path) -> bool {
        if path.parent().is_some_and(|folder| folder.iter().any(|step| step == OsStr::new("evidence"))) {
            return false;
        }
        match self {
            BasisFile::Review => answers_stem(path).is_some(),
            BasisFile::Rules => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")),
            BasisFile::Answers | BasisFile::Questionnaire => is_named_as_answers(path),
        }
    }

    /// The option that names ours.
    pub fn option(self) -> Option<&'static str> {
        match self {
            BasisFile::Review => Some("--review"),
            BasisFile::Rules => Some("--policy"),
            BasisFile::Answers | BasisFile::Questionnaire => None, // these are the vendor's, or named by it
        }
    }

    /// What it is called in the middle of a sentence.
    pub fn called(self, lang: Lang) -> Clean {
        let name = match self {
            BasisFile::Answers => lang.answers_file(),
            BasisFile::Review => lang.review_file(),
            BasisFile::Rules => lang.rules(),
            BasisFile::Questionnaire => lang.questionnaire(),
        };
        name.within_sentence()
    }
}
