//! What would lower the rating, in sentences: documents first, then answers, checks of our own, changes; and who acts.

use super::Story;
use super::told::Quoting;
use crate::assessment::documents_alone::documents_alone;
use crate::assessment::first_answers::first_to_answer;
use crate::assessment::insight::{self, Open};
use crate::assessment::rating::Rating;
use crate::assessment::remediation::{Remediation, ToRating};
use crate::assessment::requests::DocumentRequest;
use crate::assessment::steps::{NextSteps, steps};
use crate::document::Text;
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::report::naming::loud;
use crate::words::clean::{Clean, Trusted};
use crate::words::quotation::within_quotes;
use crate::words::{Exact, Lang};

/// The longest thing to do where there is little room.
const SHORT_STEP: usize = 70;

/// Some steps of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsTold {
    /// Who does what: `the vendor sends`.
    pub who: Clean,
    /// What, each; at most as many as were asked for.
    pub what: Vec<Text>,
    /// How many more there are.
    pub left: usize,
}

impl<'s, 'a> Story<'s, 'a> {
    /// What leads to a rating where too little is known.
    pub fn way_to_a_rating(&self) -> Clean {
        self.way_in([Lang::answer_heaviest_one, Lang::stake_not_stated], Lang::answer_heaviest)
    }

    /// The same with who must act, for a reader who sees to none of it.
    pub fn way_to_a_rating_by_whom(&self) -> Clean {
        self.way_in([Lang::vendor_answers_heaviest_one, Lang::we_state_stakes], Lang::vendor_answers_heaviest)
    }

    fn way_in(&self, [one, state]: [fn(Lang) -> Clean; 2], several: fn(Lang, usize) -> Clean) -> Clean {
        let lang = self.lang;
        let first = first_to_answer(self.assessment);
        let awaits = |at: &QuestionId| insight::open(self.assessment, *at).is_some_and(Open::awaits_approval);
        let to_accept = first.questions.iter().filter(|at| first.may_be_accepted && awaits(at)).count();
        let answering = match first.questions.len() - to_accept {
            0 => None,
            1 => Some(one(lang)),
            count => Some(several(lang, count)),
        };
        let accepting = (to_accept > 0).then(|| lang.accept_or_have_answered(to_accept));
        let found = &self.assessment.inherent_risk;
        let stating = (found.lowest != found.highest).then(|| state(lang));
        let gates = || self.quoted_all(&self.assessment.scope.unverified_gates, Quoting::Short);
        let verifying = self.assessment.is_too_much_left_out().then(|| lang.verify_gates(gates()));
        Clean::joined([answering, accepting, verifying, stating].into_iter().flatten(), "; ")
    }

    /// Why no better rating can be reached, and what could change that.
    pub fn no_way_out(&self, rating: &Rating) -> Clean {
        let found = &self.assessment.inherent_risk;
        if found.lowest != found.highest {
            return self.lang.stake_not_stated();
        }
        let factors = &self.questionnaire().factors;
        let asks: Vec<Clean> = found.decisive.iter().map(|at| self.lang.quoted(self.say(&factors[*at].ask))).collect();
        match asks.is_empty() {
            true => self.lang.best_within_reach(loud(rating.worst, self.lang)),
            false => self.lang.only_less_at_stake(Clean::joined(asks, "; ")),
        }
    }

    /// The steps of a way.
    pub fn steps_of(&self, way: &ToRating) -> NextSteps<'s> {
        let remediations = self.assessment.remediations().get(..way.remediations).unwrap_or_default();
        steps(self.assessment, &insight::flags_of(self.assessment, way), remediations)
    }

    /// The steps to whatever improves the result most: those of the next better rating; where there is none, all that
    /// gain something.
    pub fn first_steps(&self) -> NextSteps<'s> {
        let told = insight::told_rating(self.assessment).rated();
        match told.and_then(|_| insight::way_out(self.assessment)) {
            Some((_, way)) => self.steps_of(way),
            None => {
                let holding = insight::holding_flags(self.assessment);
                steps(self.assessment, &holding, self.assessment.remediations())
            }
        }
    }

    /// A way in one sentence: how many documents, answers, checks and changes, who sees to them, and what they gain.
    pub fn way_in_words(&self, way: &ToRating) -> Clean {
        let lang = self.lang;
        let steps = self.steps_of(way);
        let some = |count: usize, name: fn(Lang, usize) -> Clean| (count > 0).then(|| name(lang, count));
        let counted = [
            some(steps.documents.len(), Lang::documents_to_send),
            some(steps.answers.len(), Lang::answers_to_get),
            some(steps.factors.len(), |lang, _| lang.stake_not_stated()),
            some(steps.approvals.len(), Lang::approvals_to_give),
            some(steps.checks.len(), Lang::documents_to_verify),
            some(steps.own.len(), Lang::own_answers_to_verify),
            some(steps.raised.len(), Lang::flags_to_remove),
            some(steps.changes.len(), Lang::changes_to_make),
        ];
        let remediations = self.assessment.remediations().iter().take(way.remediations);
        let gain: Exact = remediations.map(|remediation| &remediation.gain).sum();
        let gains = (!gain.is_zero()).then(|| " (".and(lang.gains_once_verified(self.points(&gain))).and(")"));
        let words = Clean::joined(counted.into_iter().flatten(), ", ");
        words.and(gains.unwrap_or_default())
    }

    /// That documents alone lead to a better rating, where they do.
    pub fn documents_alone(&self) -> Option<Clean> {
        let alone = documents_alone(self.assessment)?;
        Some(self.lang.documents_alone_give(alone.documents.len(), loud(alone.rating, self.lang)))
    }

    /// The steps one by one, in the order in which one would go about them; at most so many of each kind.
    pub fn steps_told(&self, steps: &NextSteps<'_>, quoting: Quoting, most: usize) -> Vec<StepsTold> {
        let lang = self.lang;
        let factors = &self.questionnaire().factors;
        let question = |at: &QuestionId| self.question_told(*at, quoting);
        let groups = [
            told(lang.vendor_sends(), &steps.documents, most, |one| self.document_told(one, quoting).into()),
            told(lang.vendor_answers(), &steps.answers, most, question),
            told(lang.we_state(), &steps.factors, most, |at| lang.quoted(self.say(&factors[*at].ask)).into()),
            told(lang.we_accept(), &steps.approvals, most, question),
            told(lang.we_verify(), &steps.checks, most, |(at, of)| self.check_told(*at, of).into()),
            told(lang.we_verify_of_ours(), &steps.own, most, question),
            told(lang.vendor_removes(), &steps.raised, most, |flag| self.remedy_told(flag, quoting).into()),
            told(lang.vendor_changes(), &steps.changes, most, |one| self.change_told(one, quoting)),
        ];
        groups.into_iter().flatten().collect()
    }

    /// A question in a list of steps, with what it would gain.
    fn question_told(&self, at: QuestionId, quoting: Quoting) -> Text {
        let gain = self.assessment.remediations().iter().find(|remediation| remediation.question == at);
        let gain = gain.map(|remediation| ", ".and(self.lang.gives_back(self.points(&remediation.gain))));
        let id = &self.questionnaire().questions[at].id;
        let asked = Text::plain(self.quoted(at, quoting)).and(" (").then(Text::default().reference(id));
        asked.and(gain.unwrap_or_default()).and(")")
    }

    /// A document to ask for, with what it would gain, verified by us.
    fn document_told(&self, request: &DocumentRequest, quoting: Quoting) -> Clean {
        let kinds = &self.questionnaire().evidence;
        let what = request.kind.map_or_else(|| self.lang.any_assurance(), |kind| self.say(&kinds[kind].ask));
        let gain = self.lang.gives_back(self.points(&request.gain));
        let settles = self.lang.settles(request.questions.len());
        self.short(what, quoting).and(" (").and(gain).and(", ").and(settles).and(")")
    }

    /// A document that we verify, with what that would gain.
    fn check_told(&self, document: EvidenceId, questions: &[QuestionId]) -> Clean {
        let gains = self.assessment.remediations().iter().filter(|one| questions.contains(&one.question));
        let gain: Exact = gains.map(|one| &one.evidence_only).sum();
        let title = within_quotes(&self.assessment.subject.answers.evidence[document].title).cut(super::LONGEST_TITLE);
        self.lang.quoted(title).and(" (").and(self.lang.gives_back(self.points(&gain))).and(")")
    }

    /// What removes a flag that is raised.
    fn remedy_told(&self, flag: &crate::assessment::flag::Flag, quoting: Quoting) -> Clean {
        let remedy = self.flag_remedy(flag.flag).unwrap_or_else(|| self.flag_told(flag, quoting).what);
        self.short(remedy, quoting)
    }

    /// What to change, with what it would gain.
    fn change_told(&self, remediation: &Remediation, quoting: Quoting) -> Text {
        let id = Text::default().reference(&self.questionnaire().questions[remediation.question].id);
        let gain = self.lang.gives_back(self.points(&remediation.gain));
        let what = self.demand(remediation).words;
        match quoting {
            Quoting::Whole => id.and(" (").and(gain).and("): ").and(what.capitalized()),
            Quoting::Short => Text::plain(self.short(what, quoting)).and(" (").then(id).and(", ").and(gain).and(")"),
        }
    }

    fn short(&self, words: Clean, quoting: Quoting) -> Clean {
        let words = words.part(|words| words.trim_end_matches('.'));
        if quoting == Quoting::Short { words.cut_at_word(SHORT_STEP) } else { words }
    }
}

/// Steps of one kind; nothing where there are none.
fn told<T>(who: Clean, steps: &[T], most: usize, tell: impl Fn(&T) -> Text) -> Option<StepsTold> {
    let what = steps.iter().take(most).map(tell).collect();
    (!steps.is_empty()).then(|| StepsTold { who, what, left: steps.len().saturating_sub(most) })
}
