//! What became of earlier answers in a newer form: what its vendor is told, at its head and at its questions.

use std::collections::BTreeSet;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line};

/// What a form says of a question or of its documents to a vendor that has answered before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenewalMark {
    /// The question was not asked.
    New,
    /// It was another question, or could be answered otherwise.
    Changed,
    /// A document that was cited here ran out on a day.
    RanOut(Clean, Date),
    /// A document that was cited here is to be named again.
    NameAgain(Clean),
}

/// What became of earlier answers in a newer form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOver {
    /// The day of the answers, or another name for them.
    pub from: String,
    /// Questions whose answer is proposed.
    pub proposed: BTreeSet<QuestionId>,
    /// Questions that were not asked.
    pub new: BTreeSet<QuestionId>,
    /// Questions that ask something else now, or take other answers.
    pub changed: BTreeSet<QuestionId>,
    /// Questions that were answered and are no longer asked, by their earlier ids.
    pub gone: Vec<Clean>,
    /// Options that were chosen and no longer exist, by the id of the question.
    pub options_gone: Vec<(Clean, Vec<Clean>)>,
    /// Documents that are not carried over, with the day on which they ran out.
    pub papers: Vec<RenewalMark>,
}

impl RenewalMark {
    /// The mark in words.
    pub fn said(&self, lang: Lang) -> Clean {
        match self {
            RenewalMark::New => lang.mark_new(),
            RenewalMark::Changed => lang.mark_changed(),
            RenewalMark::RanOut(title, day) => lang.ran_out_on(title, day.in_words(lang)),
            RenewalMark::NameAgain(title) => lang.name_it_again(title),
        }
    }
}

impl CarriedOver {
    /// The day of the earlier answers as a sentence has it.
    pub fn since(&self, lang: Lang) -> Clean {
        since(&self.from, lang)
    }

    /// Takes out what a form does not ask.
    pub fn limit_to(&mut self, is_asked: impl Fn(&QuestionId) -> bool) {
        [&mut self.proposed, &mut self.new, &mut self.changed].into_iter().for_each(|ids| ids.retain(&is_asked));
    }

    /// What is new and what was not carried over, a sentence each.
    pub fn told(&self, questionnaire: &Questionnaire, lang: Lang) -> Vec<Clean> {
        let ids =
            |ids: &BTreeSet<QuestionId>| Clean::joined(ids.iter().map(|at| &questionnaire.questions[*at].id), ", ");
        let new = (!self.new.is_empty()).then(|| lang.questions_new(self.new.len(), ids(&self.new)));
        let changed =
            (!self.changed.is_empty()).then(|| lang.questions_changed(self.changed.len(), ids(&self.changed)));
        let gone = Clean::joined(&self.gone, ", ");
        let gone = (!gone.is_empty()).then(|| lang.questions_gone(self.gone.len(), gone));
        let options = self.options_gone.iter().map(|(id, options)| lang.options_gone(id, Clean::joined(options, ", ")));
        let again = self.papers.iter().filter_map(|paper| match paper {
            RenewalMark::NameAgain(title) => Some(title),
            _ => None,
        });
        let again = Clean::joined(again, "; ");
        let ran_out = self.papers.iter().filter(|paper| matches!(paper, RenewalMark::RanOut(..)));
        let papers =
            ran_out.map(|paper| paper.said(lang)).chain((!again.is_empty()).then(|| lang.name_it_again(again)));
        [new, changed, gone].into_iter().flatten().chain(options).chain(papers).collect()
    }
}

/// A day as a sentence has it, or what else stands in its place.
pub fn since(from: &str, lang: Lang) -> Clean {
    Date::parse(from.trim()).map_or_else(|| one_line(from), |day| day.in_words(lang))
}
