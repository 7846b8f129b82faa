//! What an assessment says, in the reader's words: sentences and names that every report shares. What is so,
//! [`insight`](crate::assessment::insight) says; here it is only put into words, with a file each for the verdict, the
//! flags, what to do, and the answers.

mod answers;
mod demands;
mod flags;
mod reasons;
mod told;
mod verdict;
mod way;

pub use self::answers::in_words as word_for_word_in_words;
pub use self::reasons::each_once;
pub use self::told::Quoting;
pub use self::way::StepsTold;
use crate::assessment::Assessment;
use crate::policy::Assurance;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Questionnaire, Translations};
use crate::words::clean::Clean;
use crate::words::exact::Rounding;
use crate::words::number::{Scale, fixed, localized, tenths};
use crate::words::{Exact, Lang};

/// The longest title of a document that is shown whole within a sentence.
const LONGEST_TITLE: usize = 60;

/// An assessment and the language to tell it in.
#[derive(Clone, Copy, Debug)]
pub struct Story<'s, 'a> {
    /// What happened.
    pub assessment: &'s Assessment<'a>,
    /// For whom.
    pub lang: Lang,
    /// The reader's language among those of the questionnaire.
    pub language: TextLanguage,
}

impl<'s, 'a> Story<'s, 'a> {
    /// Ready to tell.
    pub fn new(assessment: &'s Assessment<'a>, lang: Lang) -> Self {
        Story { assessment, lang, language: assessment.subject.questionnaire.language(lang) }
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &'a Questionnaire {
        self.assessment.subject.questionnaire
    }

    /// A text of the questionnaire, on one line.
    pub fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    /// A score in the policy's scale and the language's decimals.
    pub fn score(&self, score: &Exact) -> Clean {
        self.assessment.subject.policy.display.scale.shown(score, self.lang)
    }

    /// The assured score by how far answers are proved, each part that is not nothing. On the usual scale the parts add
    /// up to the shown total.
    pub fn assured_by(&self) -> Vec<(Assurance, Clean)> {
        let Some(by) = &self.assessment.assured_by else { return Vec::new() };
        let usual = self.assessment.subject.policy.display.scale == Scale::default();
        let shown = |assurance: Assurance| match usual {
            true => self.tenths(by.tenths[assurance.index()]),
            false => self.score(&by.points[assurance.index()]),
        };
        let some = [Assurance::Verified, Assurance::Documented, Assurance::Expired, Assurance::Claimed].into_iter();
        some.filter(|assurance| !by.points[assurance.index()].is_zero())
            .map(|assurance| (assurance, shown(assurance)))
            .collect()
    }

    /// The same in words: `verified 18.8`.
    pub fn assured_in_words(&self) -> Vec<Clean> {
        let lang = self.lang;
        let parts = self.assured_by().into_iter().map(|(assurance, points)| match assurance {
            Assurance::Verified => lang.assurance_verified(points),
            Assurance::Documented => lang.assurance_documented(points),
            Assurance::Expired => lang.assurance_expired(points),
            Assurance::Claimed => lang.assurance_claimed(points),
        });
        parts.collect()
    }

    /// What the best score is shown as.
    pub fn top(&self) -> u32 {
        self.assessment.subject.policy.display.scale.top
    }

    /// Points of the whole, floored to a tenth.
    pub fn points(&self, grains: &Exact) -> Clean {
        localized(fixed(&self.assessment.points(grains.clone()), 1, Rounding::Floor), self.lang)
    }

    /// A percentage, floored to a tenth; whole numbers without decimals.
    pub fn percent(&self, percent: &Exact) -> Clean {
        let decimals = u32::from(!percent.is_whole());
        localized(fixed(percent, decimals, Rounding::Floor), self.lang)
    }

    /// The assured points of a question and its share: `4.2 of 5.0`. Both are apportioned, so that those of all
    /// questions add up to the shown score and to 100.
    pub fn points_of_share(&self, question: QuestionId) -> Clean {
        let tenths = self.assessment.tenths(question);
        self.lang.points_of(self.tenths(tenths.assured), self.tenths(tenths.whole()))
    }

    /// Tenths of points: `4.2`.
    pub fn tenths(&self, count: u64) -> Clean {
        localized(tenths(count), self.lang)
    }
}
