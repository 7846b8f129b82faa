//! Which stops a dialogue makes, in which order, and where it stands.

use crate::answers::Answer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::vendor_turn;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{FactorId, QuestionId};
use crate::report::story::Story;
use crate::review::Duty;
use crate::source::fields::Word;

/// A stop of a dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A question that the vendor answers.
    Question(QuestionId),
    /// Who reviews.
    Reviewer,
    /// A factor of what is at stake.
    Stake(FactorId),
    /// What we found about an answer.
    Observation(QuestionId),
    /// A red flag that somebody may accept.
    Flag(FlagRef),
    /// Our own duties, as far as nothing is on file of them.
    Duties,
    /// The decision.
    Decision,
}

/// Which questions to go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Those without an answer that counts.
    Open,
    /// Those with a weak answer.
    Weak,
    /// Those whose proof has expired.
    Expired,
}

/// Stops, and at which of them it is.
#[derive(Clone, Debug)]
pub struct Route {
    stops: Vec<Stop>,
    /// The current stop; past the last one at the end.
    at: usize,
    /// Whether it leads through our review.
    ours: bool,
}

impl Route {
    /// The questions for the vendor, from where it stopped the last time.
    /// Those that are to be looked at first come first.
    pub fn of_questions(story: &Story<'_, '_>, only: Option<Only>, first: &[QuestionId]) -> Route {
        let all = story.assessment.questions.ids();
        let fits = |at: QuestionId, only: Only| match only {
            Only::Open => insight::is_open_for_vendor(story.assessment, at),
            other => fits(story, at, other),
        };
        let wanted = all.filter(|at| only.is_none_or(|only| fits(*at, only)) && !first.contains(at));
        let stops: Vec<Stop> = first.iter().copied().chain(wanted).map(Stop::Question).collect();
        let answered = |stop: &Stop| matches!(stop, Stop::Question(at) if has_answer(story, *at));
        let after_last = stops.iter().rposition(answered).map_or(0, |at| at + 1);
        let open =
            |stop: &Stop| matches!(stop, Stop::Question(at) if insight::is_open_for_vendor(story.assessment, *at));
        let later = stops[after_last..].iter().position(open).map(|at| at + after_last);
        let at = later.or_else(|| stops.iter().position(open)).unwrap_or(0);
        Route { stops, at: if only.is_some() || !first.is_empty() { 0 } else { at }, ours: false }
    }

    /// What is ours to say, beginning with what holds the rating.
    pub fn of_review(story: &Story<'_, '_>, only: Option<Only>, has_reviewer: bool) -> Route {
        let mut stops = Vec::new();
        stops.extend((!has_reviewer).then_some(Stop::Reviewer));
        stops.extend(story.assessment.inherent_risk.missing.iter().copied().map(Stop::Stake));
        let observations = observations(story).into_iter().filter(|at| only.is_none_or(|only| fits(story, *at, only)));
        stops.extend(observations.map(Stop::Observation));
        if only.is_none() {
            stops.extend(bounding(story).into_iter().map(|flag| Stop::Flag(flag.flag)));
            stops.extend([Stop::Duties, Stop::Decision]);
        }
        Route { stops, at: 0, ours: true }
    }

    /// The current stop; `None` at the end.
    pub fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at).copied()
    }

    /// Whether there is nothing to go through.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// Goes on to the next stop that there is cause to make, or to the end.
    pub fn forward(&mut self, story: &Story<'_, '_>) {
        self.at = (self.at + 1).min(self.stops.len());
        self.settle(story);
    }

    /// Skips stops that there is no cause to make.
    pub fn settle(&mut self, story: &Story<'_, '_>) {
        while self.stop().is_some_and(|stop| !is_due(story, stop)) {
            self.at += 1;
        }
    }

    /// Goes back; stays where there is nothing before.
    pub fn back(&mut self, story: &Story<'_, '_>) {
        let before = self.stops[..self.at.min(self.stops.len())].iter().rposition(|stop| is_due(story, *stop));
        self.at = before.unwrap_or(self.at);
    }

    /// Goes to a question, which becomes a stop if it is none.
    pub fn go_to(&mut self, question: QuestionId) {
        let stop = if self.ours { Stop::Observation(question) } else { Stop::Question(question) };
        match self.stops.iter().position(|known| *known == stop) {
            Some(at) => self.at = at,
            None => self.stops.insert(self.at, stop),
        }
    }

    /// The first stop at a question that is open for the vendor.
    fn open_at(&self, story: &Story<'_, '_>) -> Option<usize> {
        let is_open = |at: QuestionId| {
            vendor_turn::is_asked(story.assessment, at) && insight::is_open_for_vendor(story.assessment, at)
        };
        let open = |stop: &Stop| matches!(stop, Stop::Question(at) if is_open(*at));
        self.stops.iter().position(open)
    }

    /// Whether a question is open for the vendor.
    pub fn has_open(&self, story: &Story<'_, '_>) -> bool {
        self.open_at(story).is_some()
    }

    /// Goes to the first open question; says whether there is one.
    pub fn go_to_open(&mut self, story: &Story<'_, '_>) -> bool {
        let found = self.open_at(story);
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Whether the dialogue is about what the vendor says.
    pub fn is_of_questions(&self) -> bool {
        !self.ours
    }
}

fn has_answer(story: &Story<'_, '_>, question: QuestionId) -> bool {
    *story.assessment.subject.answers.answer(question) != Answer::Unknown
}

fn fits(story: &Story<'_, '_>, question: QuestionId, only: Only) -> bool {
    match only {
        Only::Open => insight::is_open(story.assessment, question),
        Only::Weak => insight::quality(story.assessment, question) == Some(AnswerQuality::Weak),
        Only::Expired => insight::rests_on_expired(&story.assessment.questions[question]),
    }
}

/// The flags that bound the rating, in the order in which flags are told.
fn bounding<'s>(story: &'s Story<'_, '_>) -> Vec<&'s Flag> {
    insight::flags_where(story.assessment, |flag| flag.state.bounds())
}

/// Answers for us to look at: first those that raise a flag or keep it from being ruled out, then "not applicable" that
/// we may accept or refuse and have not, then those whose proof would give back most.
fn observations(story: &Story<'_, '_>) -> Vec<QuestionId> {
    let assessment = story.assessment;
    let mut order: Vec<QuestionId> = Vec::new();
    let causes = bounding(story).into_iter().flat_map(|flag| flag.cause.iter().copied());
    order.extend(causes.filter(|at| has_answer(story, *at)));
    order.extend(assessment.questions.ids().filter(|at| insight::awaits_our_word(assessment, *at)));
    let gap = |at: &QuestionId| &assessment.questions[*at].parts.evidence_gap;
    let mut unproved: Vec<QuestionId> = assessment.questions.ids().filter(|at| !gap(at).is_zero()).collect();
    unproved.sort_by(|a, b| gap(b).cmp(gap(a)).then(a.cmp(b)));
    order.extend(unproved);
    let mut seen = assessment.questions.map(|_, _| false);
    order.retain(|at| !std::mem::replace(&mut seen[*at], true));
    order
}

fn is_due(story: &Story<'_, '_>, stop: Stop) -> bool {
    match stop {
        Stop::Question(at) => vendor_turn::is_asked(story.assessment, at),
        // what we found may have cleared it
        Stop::Flag(flag) => {
            let flags = &story.assessment.flags;
            flags
                .iter()
                .any(|known| known.flag == flag && !matches!(known.state, FlagState::Clear | FlagState::NotAsked))
        }
        Stop::Duties => !duties_left(story).is_empty(),
        _ => true,
    }
}

/// Our duties of which nothing is on file.
pub(super) fn duties_left(story: &Story<'_, '_>) -> Vec<Duty> {
    let review = story.assessment.subject.review;
    let is_open = |duty: &Duty| review.is_none_or(|review| review.duty(*duty).is_none());
    Duty::ALL.iter().map(|(_, duty)| *duty).filter(is_open).collect()
}
