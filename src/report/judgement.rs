//! A case, judged, and everything that can be made of it: for programs that use the library.

use super::made_by::MadeBy;
use super::naming::failed_rule;
use super::story::Story;
use super::{board, csv, full, json, letter, oscal};
use crate::assessment::first_answers::{FirstToAnswer, first_to_answer};
use crate::assessment::flag::Flag;
use crate::assessment::gate::{self, FailedRule, GateOutcome, Hands};
use crate::assessment::insight::{self, AnswerQuality, Open, OpenCounts};
use crate::assessment::remediation::ToRating;
use crate::assessment::{Assessment, advice, assess};
use crate::case::{Case, Origins};
use crate::document::Document;
use crate::policy::model::Gate;
use crate::questionnaire::Level;
use crate::questionnaire::ids::QuestionId;
use crate::source::{Date, Diagnostics};
use crate::words::{Broken, Lang};

/// A case, judged. Whatever is made of it says the same, in every format and in both languages.
#[derive(Debug)]
pub struct Judgement<'c> {
    case: &'c Case,
    assessment: Assessment<'c>,
    gate: GateOutcome,
}

/// What comes of a gate: on the day that counts for it, by whose hand the rules and the review came.
///
/// # Errors
/// A mistake of the program: any case gives a result.
pub fn gate_outcome(case: &Case, assessment: &Assessment<'_>, gate: &Gate) -> Result<GateOutcome, Broken> {
    let origins = case.origins();
    let hands = Hands {
        unnamed_policy: origins.found_policy.is_some(),
        unnamed_review: origins.unnamed_review,
        unnamed_questionnaire: origins.vendors_own_questionnaire,
    };
    let subject = case.gate_subject().filter(|_| gate.is_set());
    let failed = match subject {
        Some(subject) => gate::failed(&assess(subject)?, gate, hands),
        None => gate::failed(assessment, gate, hands),
    };
    Ok(GateOutcome { as_of: case.gate_day, failed })
}

impl<'c> Judgement<'c> {
    /// Judges a case.
    ///
    /// # Errors
    /// A mistake of the program: any case gives a result.
    pub fn of(case: &'c Case) -> Result<Judgement<'c>, Broken> {
        let assessment = assess(case.subject())?;
        let gate = gate_outcome(case, &assessment, &case.policy.gate)?;
        Ok(Judgement { case, assessment, gate })
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

    /// The rules of the policy's `[gate]` that are not met, in the policy's order. A policy without a gate has no
    /// rules; what is not known never meets one, and what is not rated, or judged by rules or a review that nobody of
    /// ours named, meets none.
    pub fn failed_rules(&self) -> Vec<FailedRule> {
        self.gate.failed.clone()
    }

    /// The same as sentences that say what is the matter with each.
    pub fn failed_rules_in_words(&self, lang: Lang) -> Vec<String> {
        self.failed_rules().into_iter().map(|rule| failed_rule(rule, lang).to_string()).collect()
    }

    /// Why a question is open; `None` if it is not, or is none of this questionnaire.
    pub fn open(&self, question: QuestionId) -> Option<Open> {
        self.assessment.questions.get(question)?;
        insight::open(&self.assessment, question)
    }

    /// How many questions are open, for what, and of how many.
    pub fn open_counts(&self) -> OpenCounts {
        insight::open_counts(&self.assessment)
    }

    /// How good an answer is, by the policy's bands; `None` where nothing is answered, it counts nothing, or the
    /// question is none of this questionnaire.
    pub fn quality(&self, question: QuestionId) -> Option<AnswerQuality> {
        self.assessment.questions.get(question)?;
        insight::quality(&self.assessment, question)
    }

    /// The flags that are not ruled out, in the order in which they are told: those that are raised, those that
    /// are still open, and at last those that somebody accepts; in each part the most severe first.
    pub fn flags_told(&self) -> Vec<&Flag> {
        insight::flags_to_tell(&self.assessment, |_| true)
    }

    /// The next better rating that can be reached, and how; `None` when none can.
    pub fn way_out(&self) -> Option<(Level, &ToRating)> {
        insight::way_out(&self.assessment)
    }

    /// The heaviest open questions that lead to a rating where too little is known for one.
    pub fn first_to_answer(&self) -> FirstToAnswer {
        first_to_answer(&self.assessment)
    }

    /// What a reader must know about where the files came from.
    pub fn origins(&self) -> Origins {
        self.case.origins()
    }

    /// The whole report.
    pub fn report(&self, lang: Lang) -> Document {
        full::document(&self.story(lang), &self.case.origins(), &MadeBy::default())
    }

    /// One page for a board.
    pub fn board_page(&self, lang: Lang) -> Document {
        board::document(&self.story(lang), &self.case.origins(), &MadeBy::default())
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
        json::render(&self.story(lang), &self.gate, &self.case.origins(), &MadeBy::default())
    }

    /// A row for each question, with a head, as spreadsheets read it.
    ///
    /// # Errors
    /// A mistake of the program keeps it from being written.
    pub fn csv(&self, lang: Lang) -> Result<String, Broken> {
        Ok(csv::head(lang, false)? + &csv::rows(&self.story(lang), lang, false)?)
    }

    /// OSCAL assessment results (version 1.2.1) as JSON, for programs that keep controls, findings and risks.
    ///
    /// # Errors
    /// A mistake of the program keeps it from being written.
    pub fn oscal(&self, lang: Lang) -> Result<String, Broken> {
        oscal::render(&self.story(lang), &self.case.origins(), &MadeBy::default())
    }

    fn story(&self, lang: Lang) -> Story<'_, 'c> {
        Story::new(&self.assessment, lang)
    }
}
