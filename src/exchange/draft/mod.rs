//! A questionnaire in the making, in the words of the format that it comes from. It is made valid once for all formats
//! (`settled`), and written as text (`text`) for the readers.

mod bounds;
pub mod condition;
pub mod labels;
pub mod plain_id;
pub mod settled;
pub mod text;

use crate::questionnaire::Level;
use crate::questionnaire::level::Importance;

/// A questionnaire in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its id, as the source has it.
    pub id: String,
    /// Its version, as the source has it; what is no version of three numbers is made one.
    pub version: String,
    /// Codes of the languages of its texts, the first of which each has; none is English.
    pub languages: Vec<String>,
    /// Its title.
    pub title: DraftText,
    /// What is said about it.
    pub about: Option<DraftText>,
    /// What `refs` point to: ids and titles. The first is the format's own, under which original ids are kept.
    pub frameworks: Vec<(String, String)>,
    /// Red flags.
    pub flags: Vec<DraftFlag>,
    /// Categories, in their order.
    pub categories: Vec<DraftCategory>,
}

/// A category in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftCategory {
    /// Its id, as the source has it.
    pub id: String,
    /// Its title.
    pub title: DraftText,
    /// What is said about it.
    pub about: Option<DraftText>,
    /// Its questions, in their order.
    pub questions: Vec<DraftQuestion>,
}

/// A question in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftQuestion {
    /// Its id as the source has it; conditions name it so.
    pub id: String,
    /// What is asked.
    pub ask: DraftText,
    /// Help for who answers.
    pub help: Option<DraftText>,
    /// What a good answer looks like.
    pub good: Option<DraftText>,
    /// What to require.
    pub remedy: Option<DraftText>,
    /// What it counts; `None` where the source does not say: then it is made medium where it is known what answers are
    /// worth, else info, and the account says so.
    pub importance: Option<Importance>,
    /// What it weighs, where the source says that in numbers: stands in the place of the importance.
    pub weight: Option<u32>,
    /// How it is answered.
    pub form: DraftForm,
    /// Whether it may be answered with "not applicable".
    pub may_be_not_applicable: bool,
    /// What it refers to: ids of frameworks, and places in them.
    pub refs: Vec<(String, Vec<String>)>,
    /// When it is asked.
    pub when: Option<DraftCondition>,
}

/// How a question is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DraftForm {
    /// In words.
    #[default]
    Text,
    /// Yes or no.
    YesNo,
    /// Yes, partly or no.
    YesPartialNo,
    /// By one option.
    One(Vec<DraftOption>),
    /// By any number of options.
    Many {
        /// The points at which it is full; `None` where the source gives no points.
        full_at: Option<u32>,
        /// The options.
        options: Vec<DraftOption>,
    },
}

/// An option in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftOption {
    /// Its id as the source has it; conditions name it so.
    pub id: String,
    /// Its label.
    pub label: DraftText,
    /// What it is worth, 0..=100, or its points, 0..=1000; `None` where the source does not say.
    pub value: Option<u32>,
    /// Whether it rules out the others.
    pub exclusive: bool,
}

/// A red flag in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFlag {
    /// Its id as the source has it.
    pub id: String,
    /// Its title.
    pub title: DraftText,
    /// How severe it is.
    pub severity: Level,
    /// What to require.
    pub remedy: Option<DraftText>,
    /// When it is raised.
    pub when: DraftCondition,
}

/// A condition in the making, by the ids of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftCondition {
    /// All of them hold.
    All(Vec<DraftCondition>),
    /// One of them holds.
    Any(Vec<DraftCondition>),
    /// It does not hold.
    Not(Box<DraftCondition>),
    /// A question is answered with one of these.
    Chosen {
        /// The question.
        question: String,
        /// The options.
        options: Vec<String>,
    },
}

/// A text as it came: in one language, or in several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftText(Vec<(String, String)>);

impl DraftText {
    /// A text that serves for all languages.
    pub fn one(text: impl Into<String>) -> DraftText {
        DraftText(vec![(String::new(), text.into())])
    }

    /// A text for each of several languages, by their codes.
    pub fn each(texts: impl IntoIterator<Item = (String, String)>) -> DraftText {
        DraftText(texts.into_iter().collect())
    }

    /// The text in a language, else the first that there is; without blanks around it.
    pub fn get(&self, language: &str) -> &str {
        let found = self.0.iter().find(|(code, _)| code == language).or(self.0.first());
        found.map_or("", |(_, text)| text.trim())
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// The same with every text changed.
    #[must_use]
    pub fn map(self, change: impl Fn(String) -> String) -> DraftText {
        DraftText(self.0.into_iter().map(|(code, text)| (code, change(text))).collect())
    }
}

impl Default for DraftQuestion {
    /// A question that is answered in words, of which the source says nothing more.
    fn default() -> DraftQuestion {
        DraftQuestion {
            id: String::new(),
            ask: DraftText::default(),
            help: None,
            good: None,
            remedy: None,
            importance: None,
            weight: None,
            form: DraftForm::Text,
            may_be_not_applicable: true,
            refs: Vec::new(),
            when: None,
        }
    }
}

impl DraftForm {
    /// The ids of its options, as conditions name them.
    pub fn option_ids(&self) -> Vec<&str> {
        match self {
            DraftForm::Text => Vec::new(),
            DraftForm::YesNo => vec!["yes", "no"],
            DraftForm::YesPartialNo => vec!["yes", "partial", "no"],
            DraftForm::One(options) | DraftForm::Many { options, .. } => {
                options.iter().map(|option| option.id.as_str()).collect()
            }
        }
    }
}
