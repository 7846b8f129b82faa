//! What became of earlier answers in a newer form: what its vendor is told, at its head and at its questions.

use std::collections::BTreeSet;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::Clean;
use crate::words::quotation::within_quotes;

/// More documents than so many are not told one by one on a terminal.
const MOST_PAPERS: usize = 12;

/// So many of them are.
const FIRST_PAPERS: usize = 3;

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
            RenewalMark::NameAgain(title) => lang.name_it_again(lang.quoted(title)),
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

    /// What is new and what was not carried over, a sentence each, as its vendor reads it.
    pub fn told(&self, questionnaire: &Questionnaire, lang: Lang) -> Vec<Clean> {
        let again = Clean::joined(self.undated().map(|title| lang.quoted(title)), "; ");
        let again = (!again.is_empty()).then(|| lang.name_it_again(again));
        let ran_out = self.ran_out().map(|(title, day)| lang.ran_out_on(title, day.in_words(lang)));
        let mut told = self.asked(questionnaire, lang, |count, ids| lang.questions_changed(count, ids));
        told.extend(ran_out.chain(again));
        told
    }

    /// The same as we read it, who send the form: of many documents the first ones, for the form has them all.
    pub fn told_to_us(&self, questionnaire: &Questionnaire, lang: Lang) -> Vec<Clean> {
        let mut told = self.asked(questionnaire, lang, |count, ids| lang.questions_changed_for_us(count, ids));
        let ran_out: Vec<(&Clean, Date)> = self.ran_out().collect();
        if ran_out.len() > MOST_PAPERS {
            let first = ran_out.iter().map(|(title, day)| lang.paper_until(*title, day.in_words(lang)));
            told.push(lang.papers_ran_out(ran_out.len(), Clean::joined(first.take(FIRST_PAPERS), "; ")));
        } else {
            told.extend(ran_out.iter().map(|(title, day)| lang.paper_ran_out(*title, day.in_words(lang))));
        }
        let undated: Vec<&Clean> = self.undated().collect();
        if !undated.is_empty() {
            let shown = if undated.len() > MOST_PAPERS { FIRST_PAPERS } else { undated.len() };
            let more = (undated.len() > shown).then(|| lang.and_more(undated.len() - shown));
            let titles = undated.iter().take(shown).map(|title| lang.quoted(*title)).chain(more);
            told.push(lang.papers_undated(undated.len(), Clean::joined(titles, "; ")));
        }
        told
    }

    /// What became of the questions, with the words for those that have changed.
    fn asked(
        &self,
        questionnaire: &Questionnaire,
        lang: Lang,
        said_changed: impl Fn(usize, Clean) -> Clean,
    ) -> Vec<Clean> {
        let ids =
            |ids: &BTreeSet<QuestionId>| Clean::joined(ids.iter().map(|at| &questionnaire.questions[*at].id), ", ");
        let new = (!self.new.is_empty()).then(|| lang.questions_new(self.new.len(), ids(&self.new)));
        let changed = (!self.changed.is_empty()).then(|| said_changed(self.changed.len(), ids(&self.changed)));
        let gone = Clean::joined(&self.gone, ", ");
        let gone = (!gone.is_empty()).then(|| lang.questions_gone(self.gone.len(), gone));
        let options = self.options_gone.iter().map(|(id, options)| lang.options_gone(id, Clean::joined(options, ", ")));
        [new, changed, gone].into_iter().flatten().chain(options).collect()
    }

    /// The documents that ran out, each with its last day.
    fn ran_out(&self) -> impl Iterator<Item = (&Clean, Date)> {
        self.papers.iter().filter_map(|paper| match paper {
            RenewalMark::RanOut(title, day) => Some((title, *day)),
            _ => None,
        })
    }

    /// The documents that are to be named again.
    fn undated(&self) -> impl Iterator<Item = &Clean> {
        self.papers.iter().filter_map(|paper| match paper {
            RenewalMark::NameAgain(title) => Some(title),
            _ => None,
        })
    }
}

/// A day as a sentence has it, or what else stands in its place.
pub fn since(from: &str, lang: Lang) -> Clean {
    Date::parse(from.trim()).map_or_else(|| lang.quoted(within_quotes(from)), |day| day.in_words(lang))
}
