//! What a reader can do next, as a value: only the face knows what there is to type, to click or to call. Every
//! sentence is whole without its hint, so a reader without a face misses nothing but the shortest way.

use std::fmt;

use super::Lang;
use super::clean::{Clean, Trusted, one_line};

/// A step that a reader can take.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hint {
    /// To look up the questionnaires that there are, or to name one.
    FindQuestionnaire,
    /// To name the questionnaire that is to be used, whatever the answers say.
    NameQuestionnaire,
    /// To name no questionnaire, so that the one counts which the answers name.
    NameNoQuestionnaire,
    /// To name our review.
    NameReview,
    /// To name our review, or to judge without one.
    NameReviewOrNone,
    /// To name our rules.
    NamePolicy,
    /// To name the day of the judgement.
    NameDay,
    /// To judge answers of several days each as of its own.
    JudgeOnOwnDays,
    /// To check answers together with our review of them.
    CheckTogether {
        /// The answers file.
        answers: String,
        /// The review.
        review: String,
    },
    /// To take in a form that came back.
    ImportForm,
    /// To hold a report against the files that it was made of.
    HoldAgainst,
    /// To say what the columns of a table hold.
    MapColumns {
        /// The sheet, where there are several.
        sheet: Option<String>,
        /// The columns.
        columns: String,
    },
    /// To say what the columns of a table hold, or to name a file that says it.
    NameColumns,
    /// To name the sheet of a workbook.
    NameSheet,
    /// To say what answers are worth.
    NameValues,
    /// To take in answers in a format of others.
    ImportOthers,
    /// To say which format a file is in, or which of its columns hold what.
    NameFormat,
    /// To say which format a file is in.
    NameSource,
    /// To take questions in.
    TakeInQuestions,
    /// To name the questionnaire that was answered, or to take its questions in first.
    NameAnswered,
    /// To name the vendor.
    NameVendor,
    /// To see everything where only the first entries are shown.
    SeeAll,
    /// To see this report in full.
    SeeInFull,
    /// To see where every point of this vendor went.
    ExplainPoints,
    /// To see where the points of a question went.
    ExplainQuestion {
        /// Its id.
        id: String,
    },
    /// To see the way to a better rating.
    ExplainWay {
        /// The level, by its key.
        to: &'static str,
    },
    /// To read a questionnaire.
    ShowQuestionnaire {
        /// Its id.
        id: String,
    },
    /// To have the vendor answer the newest version of a questionnaire, its earlier answers beside the questions.
    RenewAnswers,
    /// To make a questionnaire of our own from another one.
    AdaptQuestionnaire {
        /// The id of the other one.
        id: String,
    },
    /// To ask a vendor all questions that it was not asked.
    AskInFull {
        /// The answers file.
        answers: String,
    },
    /// To find what is wrong with our rules.
    CheckPolicy,
    /// To see the rules in force.
    ShowPolicy,
    /// To have one report in another language.
    NameLanguage,
    /// To list documents, too.
    ListPapers,
    /// To notice that a vendor falls short of our rules.
    NoticeShortfall,
}

impl Hint {
    /// How the step is taken, as the guide says it.
    pub fn told(&self, guide: &dyn Guide, lang: Lang) -> Option<Clean> {
        guide.how(self, lang).map(|how| one_line(&how))
    }
}

/// Who says how a step is taken: a command line names a command or an option, a page a button.
///
/// ```
/// use duly::{Date, Guide, Hint, Lang, Memory, Request, Shelf, load};
///
/// #[derive(Debug)]
/// struct Page;
///
/// impl Guide for Page {
///     fn how(&self, hint: &Hint, _: Lang) -> Option<String> {
///         matches!(hint, Hint::FindQuestionnaire).then(|| "see the list on the left".to_owned())
///     }
/// }
///
/// let answers = "format: duly/answers@1\nvendor: {name: Nordlyset AB}\nquestionnaire: customer@1.0.0\n";
/// let world = Memory::new(Date::parse("2026-11-23").ok_or("a day")?).with("v.yaml", answers);
/// let loaded = load(&Request::new("v.yaml"), &world, &Shelf::default());
/// let problem = &loaded.notes.sorted()[0].problem;
/// assert!(problem.help(Lang::En).ends_with("or write the path of a file of your own"));
/// assert!(problem.guided(&Page, Lang::En).ends_with("of your own (see the list on the left)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Guide: fmt::Debug {
    /// How a step is taken, in a few words that may stand in brackets behind a sentence; `None` where nothing needs to
    /// be said.
    fn how(&self, hint: &Hint, lang: Lang) -> Option<String>;
}

/// Nobody to say it: sentences stand alone.
#[derive(Clone, Copy, Debug)]
pub struct NoGuide;

impl Guide for NoGuide {
    fn how(&self, _: &Hint, _: Lang) -> Option<String> {
        None
    }
}

/// A sentence with how its step is taken in brackets, before its full stop if it has one.
pub fn behind(sentence: &Clean, how: Option<Clean>) -> Clean {
    let Some(how) = how else { return sentence.clone() };
    let bracketed = |stem: Clean| stem.and(" (").and(how).and(")");
    match sentence.ends_with('.') {
        true => bracketed(sentence.part(|words| words.strip_suffix('.').unwrap_or(words))).and("."),
        false => bracketed(sentence.clone()),
    }
}
