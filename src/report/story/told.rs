//! What is told of a red flag: nobody is accused of what is only not answered. One that is raised is told by its title;
//! one that is still open by the question that it waits for, and by whom.

use super::Story;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::assessment::waiting::{self, NoAnswer, WaitsFor};
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::report::naming::loud;
use crate::words::clean::{Clean, Trusted};

/// The longest question that is quoted where there is little room.
const SHORT_QUESTION: usize = 64;

/// How questions are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// As they are asked, all of them.
    Whole,
    /// Where there is little room: the first one, shortened, and how many more there are.
    Short,
}

/// What is told of a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagTold {
    /// Its state, and what it waits for: `raised`, `not answered yet`.
    pub state: Clean,
    /// What is the matter, or which questions have still to be answered.
    pub what: Clean,
    /// The answers that raise it, or what it bounds until it is ruled out.
    pub aside: Option<Clean>,
}

impl FlagTold {
    /// All of it in one line.
    pub fn words(self) -> Clean {
        let aside = self.aside.map(|aside| " (".and(aside).and(")")).unwrap_or_default();
        self.state.and(": ").and(self.what).and(aside)
    }
}

impl Story<'_, '_> {
    /// What is told of a flag.
    pub fn flag_told(&self, flag: &Flag, quoting: Quoting) -> FlagTold {
        match (flag.state, flag.flag) {
            (FlagState::Open, FlagRef::Flag(_)) => {
                let (state, what) = self.waits(flag, quoting);
                FlagTold { state, what, aside: self.until_then(flag) }
            }
            (FlagState::Open, FlagRef::Category(at, minimum)) => {
                let what = self.minimum_open(at, minimum).unwrap_or_else(|| self.flag_title(flag.flag));
                FlagTold { state: self.flag_state(flag), what, aside: self.until_then(flag) }
            }
            // by what the vendor claims it would be reached
            (FlagState::Triggered, FlagRef::Category(at, minimum)) if !flag.if_proved.bounds() => {
                let what = self.minimum_unproved(at, minimum).unwrap_or_else(|| self.flag_title(flag.flag));
                FlagTold { state: self.flag_state(flag), what, aside: None }
            }
            _ => FlagTold {
                state: self.flag_state(flag),
                what: self.flag_title(flag.flag),
                aside: self.flag_cause(flag).filter(|_| flag.state == FlagState::Triggered),
            },
        }
    }

    /// A question as it is asked, in quotation marks.
    pub fn quoted(&self, question: QuestionId, quoting: Quoting) -> Clean {
        let ask = self.say(&self.questionnaire().questions[question].ask);
        self.lang.quoted(match quoting {
            Quoting::Whole => ask,
            Quoting::Short => ask.cut_at_word(SHORT_QUESTION),
        })
    }

    /// Some questions in quotation marks.
    pub fn quoted_all(&self, questions: &[QuestionId], quoting: Quoting) -> Clean {
        let most = match quoting {
            Quoting::Whole => questions.len(),
            Quoting::Short => 1,
        };
        let left = questions.len().saturating_sub(most);
        let shown = questions.iter().take(most).map(|at| self.quoted(*at, quoting));
        let shown = Clean::joined(shown, "; ");
        if left > 0 { shown.and("; ").and(self.lang.and_more(left)) } else { shown }
    }

    /// What an open flag bounds until it is ruled out; nothing where it bounds nothing, or nothing is rated.
    fn until_then(&self, flag: &Flag) -> Option<Clean> {
        Some(self.lang.until_then(self.bound_in_words(flag, self.bound(flag)?)))
    }

    /// The lowest rating that a flag which is raised or open allows; nothing where there is none.
    pub fn bound(&self, flag: &Flag) -> Option<Level> {
        let assessment = self.assessment;
        let bound = assessment.subject.policy.bound(flag.severity, assessment.inherent_risk.highest);
        bound.filter(|_| flag.state.bounds() && assessment.rating.is_some())
    }

    /// A bound of a flag in words. It holds for the most that may be at stake; where our review has not stated that,
    /// what the flag bounds in any case comes first.
    pub fn bound_in_words(&self, flag: &Flag, bound: Level) -> Clean {
        let (subject, lang) = (&self.assessment.subject, self.lang);
        let least = subject.policy.bound(flag.severity, self.assessment.inherent_risk.lowest).unwrap_or(Level::Low);
        match least == bound {
            true => loud(bound, lang).clean(),
            false => lang.bound_by_stake(loud(least, lang), loud(bound, lang)),
        }
    }

    /// What an open flag waits for: in short, and which questions.
    fn waits(&self, flag: &Flag, quoting: Quoting) -> (Clean, Clean) {
        let factors = waiting::factors_to_state(self.assessment, flag);
        if !factors.is_empty() {
            let asks = factors.iter().map(|at| self.lang.quoted(self.say(&self.questionnaire().factors[*at].ask)));
            return (self.lang.waits_for_our_stake(), Clean::joined(asks, "; "));
        }
        let mut groups: Vec<(WaitsFor, Vec<QuestionId>)> = Vec::new();
        for at in &flag.cause {
            let waits = waiting::waits_for(self.assessment, flag, *at);
            match groups.iter_mut().find(|(known, _)| *known == waits) {
                Some((_, questions)) => questions.push(*at),
                None => groups.push((waits, vec![*at])),
            }
        }
        let mut groups = groups.into_iter();
        let Some((first, questions)) = groups.next() else {
            return (self.flag_state(flag), self.flag_title(flag.flag));
        };
        let others = groups
            .map(|(waits, questions)| self.waits_in_words(waits).and(": ").and(self.quoted_all(&questions, quoting)));
        let what = [self.quoted_all(&questions, quoting)].into_iter().chain(others);
        (self.waits_in_words(first), Clean::joined(what, "; "))
    }

    fn waits_in_words(&self, waits: WaitsFor) -> Clean {
        match waits {
            WaitsFor::Answer(why) => self.no_answer_in_words(why),
            WaitsFor::AnswerOrReason => self.lang.reason_does_not_hold(),
            WaitsFor::Gates => self.lang.gates_open(),
            WaitsFor::Evidence => self.lang.waits_for_evidence(),
            WaitsFor::Approval => self.lang.waits_for_our_approval(),
        }
    }

    /// Why there is no answer that counts, in words.
    pub fn no_answer_in_words(&self, why: NoAnswer) -> Clean {
        match why {
            NoAnswer::Silent => self.lang.nothing_said(),
            NoAnswer::NotKnown => self.lang.vendor_does_not_know(),
            NoAnswer::Proposed => self.lang.proposed_only(),
            NoAnswer::Withdrawn => self.lang.withdrawn_until_shown(),
            NoAnswer::YetToCome => self.lang.day_to_come(),
        }
    }

    /// That the open questions of a category decide whether it reaches its minimum.
    fn minimum_open(&self, at: CategoryId, minimum: u8) -> Option<Clean> {
        let score = self.assessment.categories[at].score.as_ref()?;
        let category = &self.questionnaire().categories[at];
        let open = insight::open_in(self.assessment, category.questions.iter().copied());
        Some(self.lang.minimum_open(self.say(&category.title), self.score(&score.assured()), minimum, open))
    }

    /// That a category misses its minimum only because its claims lack evidence.
    fn minimum_unproved(&self, at: CategoryId, minimum: u8) -> Option<Clean> {
        let score = self.assessment.categories[at].score.as_ref()?;
        let title = self.say(&self.questionnaire().categories[at].title);
        let [claimed, assured] = [score.claimed(), score.assured()].map(|points| self.score(&points));
        Some(self.lang.minimum_unproved(title, claimed, assured, minimum))
    }
}
