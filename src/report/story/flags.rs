//! Red flags in sentences: what each is about, what it rests on or waits for, its state.

use super::Story;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::flag::{Flag, FlagState, RuledOut};
use crate::assessment::insight;
use crate::assessment::waiting::is_to_be_proved;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::{flag_state, ruled_out_by};
use crate::review::Waiver;
use crate::words::clean::{Clean, Trusted};

impl<'s, 'a> Story<'s, 'a> {
    /// What a flag is about.
    pub fn flag_title(&self, flag: FlagRef) -> Clean {
        match flag {
            FlagRef::Flag(_) => self.flag_name(flag),
            FlagRef::Category(at, minimum) => match &self.assessment.categories[at].score {
                Some(score) => {
                    let title = self.say(&self.questionnaire().categories[at].title);
                    self.lang.minimum_missed(title, self.score(&score.assured()), minimum)
                }
                None => self.flag_name(flag), // an exception may be from what does not count here
            },
        }
    }

    /// What a flag is about; of a category's minimum without the score, which differs from vendor to vendor.
    pub fn flag_name(&self, flag: FlagRef) -> Clean {
        match flag {
            FlagRef::Flag(at) => self.say(&self.questionnaire().flags[at].title),
            FlagRef::Category(at, minimum) => {
                self.lang.minimum(minimum).and(": ").and(self.say(&self.questionnaire().categories[at].title))
            }
        }
    }

    /// What a flag is about in words that hold for every vendor: of a category's minimum without any number.
    pub fn general_title(&self, flag: FlagRef) -> Clean {
        match flag {
            FlagRef::Flag(_) => self.flag_name(flag),
            FlagRef::Category(at, _) => self.lang.below_minimum(self.say(&self.questionnaire().categories[at].title)),
        }
    }

    /// What to require so that a flag goes away.
    pub fn flag_remedy(&self, flag: FlagRef) -> Option<Clean> {
        match flag {
            FlagRef::Flag(at) => self.questionnaire().flags[at].remedy.as_ref().map(|text| self.say(text)),
            FlagRef::Category(..) => None,
        }
    }

    /// What a flag rests on: the answers that raise it, or the questions that must be answered to rule it out.
    pub fn flag_cause(&self, flag: &Flag) -> Option<Clean> {
        let questions = &self.questionnaire().questions;
        let answered = |at: &QuestionId| {
            let effective = self.assessment.questions[*at].effective;
            let value = self.value(*at, effective.value()?);
            let ours = if let EffectiveAnswer::Ours(_) = effective {
                " (".and(self.lang.overruled_by_us()).and(")")
            } else {
                Clean::default()
            };
            Some(questions[*at].id.clone().and(": ").and(value).and(ours))
        };
        let causes: Vec<Clean> = flag.cause.iter().filter_map(answered).collect();
        match flag.state {
            FlagState::Open if !flag.cause.is_empty() => Some(self.waits_for(flag)),
            _ => (!causes.is_empty()).then(|| Clean::joined(causes, "; ")),
        }
    }

    fn waits_for(&self, flag: &Flag) -> Clean {
        let lang = self.lang;
        let (proof, others): (Vec<QuestionId>, Vec<QuestionId>) =
            flag.cause.iter().partition(|at| is_to_be_proved(self.assessment, flag, **at));
        let [to_answer, to_accept] = self.by_who_can_close(&others);
        let ids = proof.iter().map(|at| &self.questionnaire().questions[*at].id);
        let proof = (!proof.is_empty()).then(|| lang.waits_for_proof_of(Clean::joined(ids, ", ")));
        let answers = (!to_answer.is_empty()).then(|| lang.waits_for(Clean::joined(to_answer, ", ")));
        let approval = (!to_accept.is_empty()).then(|| lang.waits_for_approval_of(Clean::joined(to_accept, ", ")));
        Clean::joined(proof.into_iter().chain(answers).chain(approval), "; ")
    }

    /// Whether a question that keeps a flag open is answered well, and only proof is missing.
    pub fn is_to_be_proved(&self, flag: &Flag, question: QuestionId) -> bool {
        is_to_be_proved(self.assessment, flag, question)
    }

    /// The ids of questions: those that wait for the vendor, and those that wait for our word to an n/a with a reason.
    pub(super) fn by_who_can_close(&self, questions: &[QuestionId]) -> [Vec<&'a Clean>; 2] {
        let id = |at: &QuestionId| &self.questionnaire().questions[*at].id;
        let is_ours = |at: &&QuestionId| insight::may_be_accepted(self.assessment, **at);
        let (ours, theirs): (Vec<&QuestionId>, Vec<&QuestionId>) = questions.iter().partition(is_ours);
        [theirs, ours].map(|questions| questions.into_iter().map(id).collect())
    }

    /// The waiver of an accepted flag.
    pub fn waiver(&self, flag: &Flag) -> Option<&'a Waiver> {
        self.assessment.subject.review?.waivers.get(flag.waiver?)
    }

    /// The state of a flag; of an accepted one, until when, of one that is ruled out, by what.
    pub fn flag_state(&self, flag: &Flag) -> Clean {
        let accepted = |waiver: &Waiver| self.lang.accepted_until(waiver.until);
        let state = || match flag.ruled_out() {
            Some(by) => ruled_out_by(by, self.lang),
            None => flag_state(flag.state, self.lang),
        };
        self.waiver(flag).map_or_else(state, accepted)
    }

    /// How many flags are raised, not yet ruled out and accepted.
    pub fn flags_counted(&self) -> Clean {
        let lang = self.lang;
        let count = |state: FlagState| self.assessment.flags.iter().filter(|flag| flag.state == state).count();
        let [raised, open, waived, not_asked] =
            [FlagState::Triggered, FlagState::Open, FlagState::Waived, FlagState::NotAsked].map(count);
        let counts = [
            if raised == 0 { Some(lang.none_raised()) } else { Some(lang.raised_count(raised)) },
            (open > 0).then(|| lang.open_count(open)),
            (waived > 0).then(|| lang.waived_count(waived)),
            (not_asked > 0).then(|| lang.not_asked_count(not_asked)),
        ];
        Clean::joined(counts.into_iter().flatten(), ", ")
    }

    /// How many flags are ruled out, and by what; `None` if none are.
    pub fn ruled_out_counted(&self) -> Option<Clean> {
        let lang = self.lang;
        let count = |by: RuledOut| self.assessment.flags.iter().filter(|flag| flag.ruled_out() == Some(by)).count();
        let said = RuledOut::ALL.into_iter().filter_map(|by| {
            let count = count(by);
            (count > 0).then(|| match by {
                RuledOut::Verified => lang.verified_count(count),
                RuledOut::Documented => lang.documented_count(count),
                RuledOut::OurWord => lang.by_our_answer_count(count),
                RuledOut::TheirWord => lang.on_their_word_count(count),
            })
        });
        let said: Vec<Clean> = said.collect();
        (!said.is_empty()).then(|| lang.ruled_out_by(Clean::joined(said, ", ")))
    }
}
