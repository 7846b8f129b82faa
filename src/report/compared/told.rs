//! A comparison, ready to tell: what each vendor is called, in which language, and how much is told.

use crate::assessment::Assessment;
use crate::case::Origins;
use crate::comparison::Comparison;
use crate::comparison::trend::is_one_vendor;
use crate::questionnaire::ids::{ById, QuestionId, VendorId};
use crate::report::made_by::MadeBy;
use crate::report::naming;
use crate::report::story::Story;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::named;
use crate::words::{Guide, Lang};

/// A comparison and the language to tell it in.
#[derive(Debug)]
pub struct Compared<'s, 'a> {
    /// What was compared.
    pub comparison: &'s Comparison<'s, 'a>,
    /// Each vendor's own story.
    pub stories: ById<VendorId, Story<'s, 'a>>,
    /// What each is called here.
    pub names: ById<VendorId, Clean>,
    /// Where the files of each came from.
    pub origins: ById<VendorId, Origins>,
    /// For whom.
    pub lang: Lang,
    /// Everything, not only what decides.
    pub all: bool,
    /// Only what fits a page.
    pub for_board: bool,
    /// Whether it is one vendor at several dates, which stand in their order.
    pub over_time: bool,
    /// Whether the newer of the two dates was named first: it is told second all the same.
    pub turned: bool,
    /// How the document is made.
    pub made_by: MadeBy,
    /// Who says how to see more.
    pub(super) guide: &'s dyn Guide,
}

/// The longest name that is shown whole.
const LONGEST_NAME: usize = 40;

impl<'s, 'a> Compared<'s, 'a> {
    /// Ready to tell; `files` are the names of the answers files, for vendors of the same name, and where the files of
    /// each came from.
    pub fn new(
        comparison: &'s Comparison<'s, 'a>,
        files: &[(String, Origins)],
        lang: Lang,
        (all, for_board): (bool, bool),
        guide: &'s dyn Guide,
    ) -> Self {
        let stories = comparison.assessments.map(|_, assessment| Story::new(assessment, lang));
        let vendors = comparison.assessments.map(|_, assessment| assessment.subject.answers.vendor.as_str());
        let origins = files.iter().map(|(_, origins)| origins.clone()).collect();
        let files: ById<VendorId, &String> = files.iter().map(|(name, _)| name).collect();
        let others_of = |at: VendorId| vendors.with_ids().filter(move |(other, _)| *other != at);
        let has_twin = |at: VendorId| others_of(at).any(|(_, other)| *other == vendors[at]);
        let over_time = is_one_vendor(comparison);
        let names = vendors.map(|at, vendor| match (over_time, has_twin(at)) {
            (true, _) => date_or_file(comparison, at, files[at]),
            (false, true) => {
                let file = clean::shortened(files[at], LONGEST_NAME);
                called(vendor, lang).and(" (").and(file).and(")")
            }
            (false, false) => called(vendor, lang),
        });
        let made_by = MadeBy::default();
        Compared { comparison, names, stories, origins, lang, all, for_board, over_time, turned: false, made_by, guide }
    }

    /// That there are more, and how to see them.
    pub fn more(&self, left: usize) -> Clean {
        naming::more_to_see(left, self.guide, self.lang)
    }

    /// What is asked, in the words of a vendor's questionnaire.
    pub fn asked_words(&self, at: VendorId, question: QuestionId) -> Clean {
        let story = &self.stories[at];
        story.say(&story.questionnaire().questions[question].ask)
    }

    /// Whether it is one vendor at three or more dates.
    pub fn is_trend(&self) -> bool {
        self.over_time && self.names.len() > 2
    }

    /// The vendor's name, for one vendor at several dates: the latest, if it has changed.
    pub fn vendor(&self) -> Clean {
        let last = self.comparison.assessments.iter().last();
        last.map(|last| called(&last.subject.answers.vendor, self.lang)).unwrap_or_default()
    }
}

/// The name of a vendor where several stand together.
fn called(vendor: &str, lang: Lang) -> Clean {
    named(vendor, lang, |name| name.cut(LONGEST_NAME))
}

/// Dates of one vendor are called by the days of the answers, or by their files where those do not tell them apart.
fn date_or_file(comparison: &Comparison<'_, '_>, at: VendorId, file: &str) -> Clean {
    let day = |assessment: &Assessment<'_>| assessment.subject.answers.answered;
    let own = day(comparison.assessments[at]);
    let mut others = comparison.assessments.with_ids().filter(|(other, _)| *other != at);
    match own {
        Some(own) if others.all(|(_, other)| day(other).is_some_and(|other| other != own)) => own.clean(),
        _ => clean::shortened(file, LONGEST_NAME),
    }
}
