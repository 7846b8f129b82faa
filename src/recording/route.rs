//! Which stops a dialogue makes, in which order, and where it stands.

use super::landmarks::Landmark;
use crate::answers::Answer;
use crate::assessment::decision::decision;
use crate::assessment::flag::Flag;
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::paper::EvidenceState;
use crate::assessment::vendor_turn;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{EvidenceId, FactorId, QuestionId};
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
    /// For which company.
    Client,
    /// The documents.
    Documents,
    /// A document.
    Document(EvidenceId),
    /// All that is at stake.
    Stakes,
    /// A factor of what is at stake.
    Stake(FactorId),
    /// What we found about an answer.
    Observation(QuestionId),
    /// The red flags.
    Flags,
    /// A red flag that somebody may accept.
    Flag(FlagRef),
    /// Our own duties.
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
    stops: Vec<PlannedStop>,
    /// The current stop; past the last one at the end.
    at: usize,
    /// What it leads through.
    through: Through,
}

/// What a route leads through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Through {
    /// The vendor's answers.
    Answers,
    /// Our review.
    Review,
    /// What a review begins with.
    Beginning,
}

/// A stop on the way.
#[derive(Clone, Copy, Debug)]
struct PlannedStop {
    stop: Stop,
    /// Whether somebody wanted to go there, so that it is made whether there is cause or not.
    is_wanted: bool,
}

impl Route {
    fn along(stops: Vec<Stop>, at: usize, through: Through) -> Route {
        let stops = stops.into_iter().map(|stop| PlannedStop { stop, is_wanted: false }).collect();
        Route { stops, at, through }
    }

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
        Route::along(stops, if only.is_some() || !first.is_empty() { 0 } else { at }, Through::Answers)
    }

    /// What is ours to say, beginning with what holds the rating, at the first that we have said nothing of.
    pub fn of_review(story: &Story<'_, '_>, only: Option<Only>, has_reviewer: bool) -> Route {
        let mut stops = Vec::new();
        stops.extend((!has_reviewer).then_some(Stop::Reviewer));
        stops.extend(Some(Stop::Client).filter(|_| !has_reviewer && !has_client(story)));
        stops.extend(story.assessment.inherent_risk.missing.iter().copied().map(Stop::Stake));
        stops.extend(only.is_none().then(|| to_receive(story)).into_iter().flatten());
        let observations = observations(story).into_iter().filter(|at| only.is_none_or(|only| fits(story, *at, only)));
        stops.extend(observations.map(Stop::Observation));
        stops.extend(bounding(story).into_iter().map(|flag| Stop::Flag(flag.flag)));
        stops.extend(only.is_none().then_some(Stop::Duties));
        stops.push(Stop::Decision);
        let at = stops.iter().position(|stop| !has_our_word(story, *stop)).unwrap_or(0);
        Route::along(stops, at, Through::Review)
    }

    /// What a review begins with: all that is at stake, who reviews and for whom, unless somebody has said so.
    pub fn of_beginning(story: &Story<'_, '_>, has_reviewer: bool) -> Route {
        let stakes = story.questionnaire().factors.ids().map(Stop::Stake);
        let reviewer = (!has_reviewer).then_some(Stop::Reviewer);
        let client = (!has_client(story)).then_some(Stop::Client);
        let stops = stakes.chain(reviewer).chain(client).collect();
        Route::along(stops, 0, Through::Beginning)
    }

    /// The current stop; `None` at the end.
    pub fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at).map(|planned| planned.stop)
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
        while self.stops.get(self.at).is_some_and(|planned| !planned.is_due(story)) {
            self.at += 1;
        }
    }

    /// Goes back; stays where there is nothing before.
    pub fn back(&mut self, story: &Story<'_, '_>) {
        let before = self.stops[..self.at.min(self.stops.len())].iter().rposition(|planned| planned.is_due(story));
        self.at = before.unwrap_or(self.at);
    }

    /// Goes to a question, which becomes a stop if it is none.
    pub fn go_to(&mut self, question: QuestionId) {
        let stop = if self.is_of_questions() { Stop::Question(question) } else { Stop::Observation(question) };
        match self.stops.iter().position(|known| known.stop == stop) {
            Some(at) => self.at = at,
            None => self.visit(stop),
        }
        self.stops.iter_mut().filter(|known| known.stop == stop).for_each(|known| known.is_wanted = true);
    }

    /// Goes to a stop that is to be made now, whether there is cause or not; the way goes on from here.
    pub fn visit(&mut self, stop: Stop) {
        if self.stop() != Some(stop) {
            self.stops.insert(self.at.min(self.stops.len()), PlannedStop { stop, is_wanted: true });
        }
    }

    /// Goes to the end.
    pub fn go_to_end(&mut self) {
        self.at = self.stops.len();
    }

    /// The first stop at a question that is open for the vendor; of our review, the first that we said nothing of.
    fn open_at(&self, story: &Story<'_, '_>) -> Option<usize> {
        let is_open = |at: QuestionId| {
            vendor_turn::is_asked(story.assessment, at) && insight::is_open_for_vendor(story.assessment, at)
        };
        self.stops.iter().position(|planned| match planned.stop {
            Stop::Question(at) => is_open(at),
            stop => !self.is_of_questions() && planned.is_due(story) && !has_our_word(story, stop),
        })
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
        self.through == Through::Answers
    }

    /// Whether it is over at its end, where nothing can be chosen.
    pub fn ends(&self) -> bool {
        self.through == Through::Beginning && self.stop().is_none()
    }

    /// Where one can go from everywhere on it.
    pub fn places(&self) -> &'static [Landmark] {
        use Landmark::{Decision, Documents, Duties, Flags, Stakes};
        match self.through {
            Through::Answers => &[Documents],
            Through::Review => &[Decision, Flags, Stakes, Documents, Duties],
            Through::Beginning => &[],
        }
    }
}

impl PlannedStop {
    fn is_due(&self, story: &Story<'_, '_>) -> bool {
        self.is_wanted || is_due(story, self.stop)
    }
}

/// Whether we have said what there is to say at a stop of our review.
fn has_our_word(story: &Story<'_, '_>, stop: Stop) -> bool {
    match stop {
        Stop::Observation(at) => {
            let has_some = story.assessment.subject.review.is_some_and(|review| review.observation(at).is_some());
            has_some && !insight::rests_on_expired(&story.assessment.questions[at])
        }
        Stop::Duties => duties_left(story).is_empty(),
        Stop::Decision => decision(&story.assessment.subject).is_some_and(|(_, standing)| standing.holds()),
        Stop::Client => true,                                 // it may be left out
        Stop::Stakes | Stop::Flags | Stop::Documents => true, // what there is to say is said one by one
        _ => false,
    }
}

/// Whether it is said for whom we review.
fn has_client(story: &Story<'_, '_>) -> bool {
    story.assessment.subject.review.is_some_and(|review| review.client.is_some())
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
        // what we found may have cleared it, and somebody may have accepted it
        Stop::Flag(flag) => bounding(story).iter().any(|known| known.flag == flag),
        Stop::Document(document) => is_missing(story, document),
        Stop::Duties => !duties_left(story).is_empty(),
        _ => true,
    }
}

/// Whether a document is named and is not here.
pub(super) fn is_missing(story: &Story<'_, '_>, document: EvidenceId) -> bool {
    let is_known = story.assessment.subject.answers.evidence.get(document).is_some();
    is_known && matches!(story.assessment.papers.alone(document).state, EvidenceState::NotHere | EvidenceState::NoPlace)
}

/// The answers that cite a document.
pub(super) fn citing(story: &Story<'_, '_>, document: EvidenceId) -> Vec<QuestionId> {
    let given = story.assessment.subject.answers.answers.with_ids();
    let cites = given.filter(|(_, given)| given.as_ref().is_some_and(|given| given.evidence.contains(&document)));
    cites.map(|(question, _)| question).collect()
}

/// The documents of which somebody should say whether we hold them: cited, dated and not here.
fn to_receive(story: &Story<'_, '_>) -> Vec<Stop> {
    let evidence = &story.assessment.subject.answers.evidence;
    let is_dated = |at: &EvidenceId| evidence[*at].issued.is_some();
    let wanted = evidence.ids().filter(|at| is_missing(story, *at) && is_dated(at) && !citing(story, *at).is_empty());
    wanted.map(Stop::Document).collect()
}

/// Our duties of which nothing is on file.
pub(super) fn duties_left(story: &Story<'_, '_>) -> Vec<Duty> {
    let review = story.assessment.subject.review;
    let is_open = |duty: &Duty| review.is_none_or(|review| review.duty(*duty).is_none());
    Duty::ALL.iter().map(|(_, duty)| *duty).filter(is_open).collect()
}
