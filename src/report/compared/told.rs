//! A comparison, ready to tell: what each vendor is called, in which language, and how much is told.

use crate::comparison::Comparison;
use crate::report::naming;
use crate::report::story::Story;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::{Guide, Lang};

/// A comparison and the language to tell it in.
#[derive(Debug)]
pub struct Compared<'s, 'a> {
    /// What was compared.
    pub comparison: &'s Comparison<'s, 'a>,
    /// Each vendor's own story.
    pub stories: Vec<Story<'s, 'a>>,
    /// What each is called here.
    pub names: Vec<Clean>,
    /// For whom.
    pub lang: Lang,
    /// Everything, not only what decides.
    pub all: bool,
    /// Only what fits a page.
    pub for_board: bool,
    /// Whether it is one vendor at two dates.
    pub over_time: bool,
    /// Who says how to see more.
    guide: &'s dyn Guide,
}

/// The longest name that is shown whole.
const LONGEST_NAME: usize = 40;

impl<'s, 'a> Compared<'s, 'a> {
    /// Ready to tell; `files` are the names of the answers files, for vendors of the same name.
    pub fn new(
        comparison: &'s Comparison<'s, 'a>,
        files: &[String],
        lang: Lang,
        (all, for_board): (bool, bool),
        guide: &'s dyn Guide,
    ) -> Self {
        let stories: Vec<Story<'s, 'a>> =
            comparison.assessments.iter().map(|assessment| Story::new(assessment, lang)).collect();
        let vendor = |at: usize| comparison.assessments[at].subject.answers.vendor.as_str();
        let over_time = stories.len() == 2 && vendor(0) == vendor(1);
        let places = 0..stories.len();
        let names = places.map(|at| match over_time {
            true => date_or_file(comparison, at, files),
            false => {
                let is_twin = (0..files.len()).any(|other| other != at && vendor(other) == vendor(at));
                let name = clean::shortened(vendor(at), LONGEST_NAME);
                if is_twin { name.and(" (").and(clean::shortened(&files[at], LONGEST_NAME)).and(")") } else { name }
            }
        });
        Compared { comparison, names: names.collect(), stories, lang, all, for_board, over_time, guide }
    }

    /// That there are more, and how to see them.
    pub fn more(&self, left: usize) -> Clean {
        naming::more_to_see(left, self.guide, self.lang)
    }

    /// The vendor's name that both have, for one vendor at two dates.
    pub fn vendor(&self) -> Clean {
        clean::shortened(&self.comparison.assessments[0].subject.answers.vendor, LONGEST_NAME)
    }
}

/// Two dates of one vendor are called by the days of the answers, or by their files where those do not tell them apart.
fn date_or_file(comparison: &Comparison<'_, '_>, at: usize, files: &[String]) -> Clean {
    let day = |at: usize| comparison.assessments[at].subject.answers.answered;
    match (day(at), day(1 - at)) {
        (Some(own), Some(other)) if own != other => own.clean(),
        _ => clean::shortened(&files[at], LONGEST_NAME),
    }
}
