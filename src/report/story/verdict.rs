//! The verdict in sentences: why it is as it is, what leads to a better one, what is not counted.

use super::Story;
use crate::assessment::Score;
use crate::assessment::flag::FlagState;
use crate::assessment::insight::{self, Open};
use crate::assessment::rating::{Cause, End, Rating};
use crate::assessment::remediation::{RemediationKind, ToRating};
use crate::assessment::scope::Status;
use crate::questionnaire::Level;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::{band, flag_state, level, loud};
use crate::words::clean::{Clean, Trusted};
use crate::words::{Exact, Lang};

impl<'s, 'a> Story<'s, 'a> {
    /// What the risk would be in two other cases, where they can differ from the headline.
    pub fn outlook(&self, rating: &Rating) -> Vec<Clean> {
        let lang = self.lang;
        let inherent = &self.assessment.inherent_risk;
        let mut cases = vec![lang.if_proved(level(rating.if_proved, lang))];
        let is_worse = rating.if_papers_fail > rating.worst;
        cases.extend(is_worse.then(|| lang.if_papers_fail(level(rating.if_papers_fail, lang))));
        if inherent.lowest != inherent.highest {
            cases.push(lang.if_best_and_little_at_stake(level(rating.best, lang)));
        } else if insight::open_counts(self.assessment).all() > 0 {
            cases.push(lang.if_best(level(rating.best, lang)));
        }
        cases
    }

    /// From one level to another, or the one that both are.
    pub fn range(&self, lowest: Level, highest: Level) -> Clean {
        if lowest == highest {
            level(highest, self.lang).clean()
        } else {
            self.lang.range(level(lowest, self.lang), level(highest, self.lang))
        }
    }

    /// The range of the risk, and how much is open.
    pub fn range_and_open(&self, rating: &Rating) -> Clean {
        self.range(rating.best, rating.worst).and(", ").and(self.open_in_words())
    }

    /// How many questions are open and for what, of all: `3 of 95 unanswered, 1 awaiting our approval`.
    fn open_in_words(&self) -> Clean {
        let (lang, counts) = (self.lang, insight::open_counts(self.assessment));
        let kinds = [
            (counts.unanswered, lang.unanswered()),
            (counts.perhaps_not_asked, lang.perhaps_not_asked()),
            (counts.awaiting_approval, lang.awaiting_approval()),
        ];
        let some = kinds.into_iter().filter(|(count, _)| *count > 0 || counts.all() == 0);
        let words = some.enumerate().map(|(at, (count, what))| match at {
            0 => lang.so_many_of(count, counts.of, what),
            _ => lang.so_many(count, what),
        });
        Clean::joined(words, ", ")
    }

    /// Why there is no rating yet: too little is known, and what is raised already.
    pub fn reasons_for_no_rating(&self, rating: &Rating, score: &Score) -> Vec<Clean> {
        let (assessment, policy) = (self.assessment, self.assessment.subject.policy);
        let too_little = || self.lang.too_little_known(self.percent(&score.known()), policy.minimum_coverage);
        let too_much = || self.lang.too_much_left_out(self.percent(&assessment.scope.by_claim), policy.scope_by_claim);
        let mut reasons: Vec<Clean> = assessment.is_too_little_known().then(too_little).into_iter().collect();
        reasons.extend(assessment.is_too_much_left_out().then(too_much));
        let is_raised = |cause: Cause| matches!(cause, Cause::Flag { state: FlagState::Triggered, .. });
        reasons.extend(self.reasons(rating, score, is_raised));
        reasons
    }

    /// What attains the worst rating and is of interest: the matrix first, then raised and open flags by severity.
    pub fn reasons(&self, rating: &Rating, score: &Score, interests: impl Fn(Cause) -> bool) -> Vec<Clean> {
        let of_interest = rating.reasons.iter().filter(|reason| reason.of == End::Worst && interests(reason.cause));
        let mut worst: Vec<_> = of_interest.collect();
        worst.sort_by_key(|reason| match reason.cause {
            Cause::Matrix(_) => (0, 0, 0),
            Cause::Assumed => (1, 0, 0),
            Cause::Flag { severity, state, .. } => (2, usize::from(state == FlagState::Open), 4 - severity.index()),
        });
        worst.iter().map(|reason| self.reason(reason.cause, reason.tier, reason.rating, score)).collect()
    }

    fn reason(&self, cause: Cause, tier: Level, rating: Level, score: &Score) -> Clean {
        let lang = self.lang;
        match cause {
            Cause::Assumed => lang.stake_assumed(level(tier, lang)),
            Cause::Matrix(band_) => {
                let shown = self.score(&score.assured());
                if self.assessment.inherent_risk.missing.is_empty() {
                    lang.stake_and_protection(level(tier, lang), band(band_, lang), shown)
                } else {
                    lang.stake_may_be(level(tier, lang), band(band_, lang), shown)
                }
            }
            Cause::Flag { flag, state, .. } => {
                let own = self.assessment.flags.iter().find(|own| own.flag == flag);
                let cause = own.filter(|own| own.state == FlagState::Open).and_then(|own| self.flag_cause(own));
                let (risk, title) = (loud(rating, lang), self.flag_title(flag));
                match cause {
                    Some(waits) => lang.at_least_until(risk, title, waits),
                    None => lang.at_least(risk, title, flag_state(state, lang)),
                }
            }
        }
    }

    /// What leads to a rating where too little is known.
    pub fn way_to_a_rating(&self) -> Clean {
        let lang = self.lang;
        let first = insight::first_to_answer(self.assessment);
        let awaits = |at: &QuestionId| insight::open(self.assessment, *at).is_some_and(Open::awaits_approval);
        let to_accept = first.questions.iter().filter(|at| first.may_be_accepted && awaits(at)).count();
        let answering = match first.questions.len() - to_accept {
            0 => None,
            1 => Some(lang.answer_heaviest_one()),
            count => Some(lang.answer_heaviest(count)),
        };
        let accepting = (to_accept > 0).then(|| lang.accept_or_have_answered(to_accept));
        let stating = (!self.assessment.inherent_risk.missing.is_empty()).then(|| lang.stake_not_stated());
        let gates = self.assessment.scope.unverified_gates.iter();
        let ids = Clean::joined(gates.map(|at| &self.questionnaire().questions[*at].id), ", ");
        let verifying = self.assessment.is_too_much_left_out().then(|| lang.verify_gates(ids));
        Clean::joined([answering, accepting, verifying, stating].into_iter().flatten(), "; ")
    }

    /// Why no better rating can be reached.
    pub fn no_way_out(&self, rating: &Rating) -> Clean {
        match self.assessment.inherent_risk.missing.is_empty() {
            true => self.lang.best_within_reach(loud(rating.worst, self.lang)),
            false => self.lang.stake_not_stated(),
        }
    }

    /// A way out in one sentence: flags to clear, then what kinds of remediations and what they give back.
    pub fn way_in_words(&self, way: &ToRating) -> Clean {
        let lang = self.lang;
        let remediations = self.assessment.remediations.iter().take(way.remediations);
        let kinds: Vec<RemediationKind> =
            remediations.clone().map(|remediation| insight::kind(self.assessment, remediation)).collect();
        let of = |kind: RemediationKind| kinds.iter().filter(|known| **known == kind).count();
        let named = |count: usize, name: fn(Lang, usize) -> Clean| (count > 0).then(|| name(lang, count));
        let steps: Vec<Clean> = [
            named(of(RemediationKind::EvidenceMissing) + of(RemediationKind::CheckMissing), Lang::to_prove),
            named(of(RemediationKind::MustChange), Lang::to_change),
            named(of(RemediationKind::CouldBeBetter), Lang::to_better),
            named(of(RemediationKind::AnswerMissing), Lang::to_answer),
            named(of(RemediationKind::ApprovalMissing), Lang::to_answer_after_all),
        ]
        .into_iter()
        .flatten()
        .collect();
        let gain: Exact = remediations.map(|remediation| &remediation.gain).sum();
        let fixing =
            (!steps.is_empty()).then(|| Clean::joined(steps, ", ").and(" (+").and(self.points(&gain)).and(")"));
        let clearing = named(way.flags.len(), Lang::clear_flags);
        let joint = ", ".and(lang.then()).and(" ");
        Clean::joined([clearing, fixing].into_iter().flatten(), joint)
    }

    /// What was left out of the count: how many questions, and what share of the weight; then those that await our
    /// approval, which count as not known in whole or in part.
    pub fn left_out(&self) -> Vec<Clean> {
        self.excluded().into_iter().chain(self.awaiting_approval()).collect()
    }

    /// The same with all that was left out in one number.
    pub fn left_out_in_short(&self) -> Vec<Clean> {
        let scope = &self.assessment.scope;
        let statuses = [Status::NotAsked, Status::OutOfScope, Status::Na, Status::NaApproved];
        let count: usize =
            statuses.into_iter().map(|status| insight::questions_with(self.assessment, status).len()).sum();
        let share = &scope.not_asked + &scope.out_of_scope + &scope.na + &scope.na_approved;
        let all = (count > 0).then(|| self.lang.left_out_in_all(count, self.percent(&share)));
        all.into_iter().chain(self.awaiting_approval()).collect()
    }

    fn awaiting_approval(&self) -> Option<Clean> {
        let awaiting = insight::open_counts(self.assessment).awaiting_approval;
        (awaiting > 0).then(|| self.lang.waits_for_approval(awaiting))
    }

    /// What was left out of the count, without those that await our approval.
    pub fn excluded(&self) -> Vec<Clean> {
        let (scope, lang) = (&self.assessment.scope, self.lang);
        let count = |status: Status| insight::questions_with(self.assessment, status).len();
        let share = |status: Status, share: &Exact| (count(status) > 0).then(|| (self.percent(share), count(status)));
        let not_asked = share(Status::NotAsked, &scope.not_asked);
        let out_of_scope = share(Status::OutOfScope, &scope.out_of_scope);
        let na = share(Status::Na, &scope.na);
        let na_approved = share(Status::NaApproved, &scope.na_approved);
        let mut parts: Vec<Clean> = Vec::new();
        parts.extend(not_asked.map(|(share, questions)| lang.left_out_not_asked(share, questions)));
        parts.extend(out_of_scope.map(|(share, questions)| lang.left_out_of_scope(share, questions)));
        parts.extend(na.map(|(share, questions)| lang.left_out_na(share, questions)));
        parts.extend(na_approved.map(|(share, questions)| lang.left_out_na_approved(share, questions)));
        parts
    }
}
