//! A case, judged, and everything that can be made of it: for programs that use the library.

use super::story::Story;
use super::{board, csv, full, json, letter};
use crate::assessment::gate::{self, Failed};
use crate::assessment::{Assessment, advice, assess};
use crate::case::Case;
use crate::document::Document;
use crate::source::{Date, Diagnostics};
use crate::words::{Broken, Lang};

/// A case, judged. Whatever is made of it says the same, in every format and in both languages.
#[derive(Debug)]
pub struct Judgement<'c> {
    case: &'c Case,
    assessment: Assessment<'c>,
}

impl<'c> Judgement<'c> {
    /// Judges a case. Any case gives a result.
    pub fn of(case: &'c Case) -> Judgement<'c> {
        Judgement { case, assessment: assess(case.subject()) }
    }

    /// The numbers, flags and rating.
    pub fn assessment(&self) -> &Assessment<'c> {
        &self.assessment
    }

    /// What the vendor or we should look at, though nothing stops the judgement; beside what [`crate::load`] has noted.
    pub fn warnings(&self) -> Diagnostics {
        let mut notes = Diagnostics::default();
        advice::advise(&self.assessment, &mut notes);
        notes
    }

    /// Whether the rules of the policy's `[gate]` are met. A policy without one has no rules.
    pub fn meets_the_gate(&self) -> bool {
        self.failed().is_empty()
    }

    /// The whole report.
    pub fn report(&self, lang: Lang) -> Document {
        full::document(&self.story(lang), &self.case.origins())
    }

    /// One page for a board.
    pub fn board_page(&self, lang: Lang) -> Document {
        board::document(&self.story(lang), &self.case.origins())
    }

    /// A letter to the vendor, without our scores and notes: what is missing, until when.
    pub fn letter(&self, lang: Lang, due: Option<Date>) -> Document {
        letter::document(&self.story(lang), due)
    }

    /// Everything, exact, as one JSON document (`duly/assessment@1`).
    ///
    /// # Errors
    /// A mistake of the program keeps it from being written.
    pub fn json(&self, lang: Lang) -> Result<String, Broken> {
        json::render(&self.story(lang), &self.failed(), &self.case.origins())
    }

    /// A row for each question, with a head, as spreadsheets read it.
    ///
    /// # Errors
    /// A mistake of the program keeps it from being written.
    pub fn csv(&self, lang: Lang) -> Result<String, Broken> {
        Ok(csv::head(lang, false)? + &csv::rows(&self.story(lang), lang, false)?)
    }

    fn story(&self, lang: Lang) -> Story<'_, 'c> {
        Story::new(&self.assessment, lang)
    }

    fn failed(&self) -> Vec<Failed> {
        gate::failed(&self.assessment, &self.case.policy.gate)
    }
}
