//! Why the verdict is as it is: what is raised, what is at stake, what is missing, what is still open; and by which
//! rule that comes to a rating.

use super::Story;
use super::told::Quoting;
use crate::assessment::Score;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::assessment::rating::{Cause, End, Rating};
use crate::assessment::remediation::{Remediation, RemediationKind};
use crate::policy::{Assurance, Band};
use crate::questionnaire::ids::FactorId;
use crate::report::naming::{band, level, loud};
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};

/// So many of the heaviest gaps of a kind are named.
const HEAVIEST: usize = 3;

/// An answer of ours that is shorter is told with its question: `More than 100,000` says nothing by itself.
const TELLING_LABEL: usize = 25;

/// The longest question about what is at stake where there is little room.
const SHORT_FACTOR: usize = 24;

impl Story<'_, '_> {
    /// Why there is no rating yet: too little is known, and what is raised already.
    pub fn reasons_for_no_rating(&self, rating: &Rating, score: &Score, quoting: Quoting) -> Vec<Clean> {
        let mut reasons = self.too_little(score);
        reasons.extend(self.flag_reasons(rating, FlagState::Triggered, quoting));
        reasons
    }

    /// That too little is known or too much left out for a rating, where it is.
    pub fn too_little(&self, score: &Score) -> Vec<Clean> {
        let (assessment, policy) = (self.assessment, self.assessment.subject.policy);
        let too_little = || self.lang.too_little_known(self.percent(&score.known()), policy.minimum_coverage);
        let too_much = || self.lang.too_much_left_out(self.percent(&assessment.scope.by_claim), policy.scope_by_claim);
        let little = assessment.is_too_little_known().then(too_little);
        little.into_iter().chain(assessment.is_too_much_left_out().then(too_much)).collect()
    }

    /// Why the rating is as it is: the most severe flag that is raised, what is at stake, what is missing, the other
    /// flags that are raised, and those that are still open.
    pub fn reasons(&self, rating: &Rating, score: &Score, quoting: Quoting) -> Vec<Clean> {
        let mut raised = self.flag_reasons(rating, FlagState::Triggered, quoting).into_iter();
        let is_by_score = rating.reasons.iter().any(|reason| {
            reason.of == End::Worst && matches!(reason.cause, Cause::Matrix(_)) //
        });
        let mut reasons: Vec<Clean> = self.full_protection_leaves(rating).into_iter().collect();
        reasons.extend(raised.next());
        reasons.push(self.stake_reason(quoting));
        reasons.extend(self.gaps(score, quoting).filter(|_| is_by_score));
        reasons.extend(raised);
        reasons.extend(self.flag_reasons(rating, FlagState::Open, quoting));
        each_once(reasons)
    }

    /// How the rating follows: what is at stake against the protection as evidenced, and what flags do to it.
    pub fn by_our_rules(&self, rating: &Rating, score: &Score) -> Clean {
        let lang = self.lang;
        let stake = self.range(self.assessment.inherent_risk.highest, self.assessment.inherent_risk.highest);
        let score = self.score(&score.assured());
        let cell = loud(rating.matrix_worst, lang);
        let said = lang.arithmetic(stake, band(rating.band_worst, lang), score, cell);
        match rating.worst > rating.matrix_worst {
            true => said.and(lang.arithmetic_flags(loud(rating.worst, lang))),
            false => said,
        }
    }

    /// That no protection leads below the rating, because so much is at stake; nothing where one would.
    pub fn full_protection_leaves(&self, rating: &Rating) -> Option<Clean> {
        let found = &self.assessment.inherent_risk;
        let least = self.assessment.subject.policy.risk(found.highest, Band::Strong);
        let is_known = found.lowest == found.highest;
        let holds = is_known && least == rating.worst && insight::way_out(self.assessment).is_none();
        let is_lowest = rating.worst == crate::questionnaire::Level::Low;
        (holds && !is_lowest).then(|| self.lang.full_protection_leaves(loud(least, self.lang)))
    }

    /// The flags in a state that attain the rating, the most severe first.
    fn flag_reasons(&self, rating: &Rating, state: FlagState, quoting: Quoting) -> Vec<Clean> {
        let attains = |flag: &Flag| {
            rating.reasons.iter().any(|reason| {
                let is_it = matches!(reason.cause, Cause::Flag { flag: known, .. } if known == flag.flag);
                reason.of == End::Worst && is_it
            })
        };
        let flags = insight::flags_where(self.assessment, |flag| flag.state == state && attains(flag));
        flags.into_iter().map(|flag| self.flag_reason(flag, quoting)).collect()
    }

    fn flag_reason(&self, flag: &Flag, quoting: Quoting) -> Clean {
        let told = self.flag_told(flag, quoting);
        match (flag.state, self.bound(flag)) {
            (FlagState::Triggered, Some(bound)) => {
                self.lang.at_least(self.bound_in_words(flag, bound)).and(": ").and(told.what)
            }
            _ => told.words(),
        }
    }

    /// What is at stake, in the words of the answers that make it so much.
    pub fn stake_reason(&self, quoting: Quoting) -> Clean {
        let (found, lang) = (&self.assessment.inherent_risk, self.lang);
        let factors = &self.questionnaire().factors;
        let highest = level(found.highest, lang);
        if found.assumed {
            return lang.stake_assumed(highest);
        }
        let most = if quoting == Quoting::Short { 2 } else { usize::MAX };
        if found.lowest != found.highest {
            let asks = found.missing.iter().map(|at| lang.quoted(self.say(&factors[*at].ask))).collect();
            return lang.stake_may_be(loud(found.highest, lang), self.some(asks, most.min(1)));
        }
        let stated: Vec<Clean> = found.decisive.iter().filter_map(|at| self.stated(*at, quoting)).collect();
        match stated.is_empty() {
            true => lang.stake_is_only(highest),
            false => lang.stake_is(highest, self.some(stated, most)),
        }
    }

    /// What our review states of a factor; with the question where the answer says nothing by itself.
    fn stated(&self, at: FactorId, quoting: Quoting) -> Option<Clean> {
        let factor = &self.questionnaire().factors[at];
        let option = self.assessment.subject.review?.inherent_risk[at]?;
        let label = self.say(&factor.options[option].label);
        match label.chars().count() < TELLING_LABEL {
            true => {
                let asked = self.say(&factor.ask);
                let asked = if quoting == Quoting::Short { asked.cut_at_word(SHORT_FACTOR) } else { asked };
                Some(label.and(" (").and(self.lang.quoted(asked)).and(")"))
            }
            false => Some(label),
        }
    }

    /// What keeps the points away, the most first: evidence, controls, answers; with the questions that weigh most.
    fn gaps(&self, score: &Score, quoting: Quoting) -> Option<Clean> {
        let lang = self.lang;
        let named = |kind: RemediationKind| {
            let of_kind = |remediation: &&Remediation| insight::kind(self.assessment, remediation) == kind;
            self.assessment.remediations().iter().filter(of_kind).collect::<Vec<_>>()
        };
        let evidence = self.unproved();
        let counted = |said: Clean, remediations: &[&Remediation]| {
            let above_all = self.heaviest(remediations, quoting).map(|first| lang.gap_above_all(first));
            (!remediations.is_empty()).then(|| said.and(above_all.unwrap_or_default()))
        };
        let (change, silent) = (named(RemediationKind::MustChange), named(RemediationKind::AnswerMissing));
        let control = counted(lang.gap_control(change.len()), &change);
        let unanswered = counted(lang.gap_unanswered(silent.len()), &silent);
        let mut gaps: Vec<(Exact, Vec<Clean>)> = vec![
            (score.evidence_gap(), evidence),
            (score.control_gap(), control.into_iter().collect()),
            (score.unknown(), unanswered.into_iter().collect()),
        ];
        gaps.sort_by(|a, b| b.0.cmp(&a.0)); // stable: evidence first where they are level
        gaps.retain(|(_, said)| !said.is_empty());
        gaps.truncate(if quoting == Quoting::Short { 2 } else { usize::MAX });
        let said: Vec<Clean> = gaps.into_iter().flat_map(|(_, said)| said).collect();
        (!said.is_empty()).then(|| Clean::joined(said, "; "))
    }

    /// How many answers are claims only, how many rest on evidence that has expired, and how many on some that we have
    /// not verified.
    fn unproved(&self) -> Vec<Clean> {
        let lang = self.lang;
        let count = |assurance: Assurance| insight::lacking_proof(self.assessment, assurance).count();
        let [claims, expired, unverified] = [Assurance::Claimed, Assurance::Expired, Assurance::Documented].map(count);
        let said = [
            (claims > 0).then(|| lang.gap_claims(claims)),
            (expired > 0).then(|| lang.gap_expired(expired)),
            (unverified > 0).then(|| lang.gap_unverified(unverified)),
        ];
        said.into_iter().flatten().collect()
    }

    /// The remediations that weigh most, by their question and what was answered. Where there is little room, what to
    /// do first names them.
    fn heaviest(&self, remediations: &[&Remediation], quoting: Quoting) -> Option<Clean> {
        if quoting == Quoting::Short {
            return None;
        }
        let named = remediations.iter().take(HEAVIEST).map(|remediation| {
            let asked = self.quoted(remediation.question, quoting);
            let value = self.assessment.questions[remediation.question].effective.value();
            match value {
                Some(value) => asked.and(" (").and(self.value(remediation.question, value)).and(")"),
                None => asked,
            }
        });
        Some(Clean::joined(named, "; "))
    }

    /// Some words, at most so many of them, and how many more there are.
    fn some(&self, words: Vec<Clean>, most: usize) -> Clean {
        let left = words.len().saturating_sub(most);
        let shown = Clean::joined(words.into_iter().take(most), "; ");
        if left > 0 { shown.and("; ").and(self.lang.and_more(left)) } else { shown }
    }
}

/// Each of some words once: two flags may wait for the same answer.
pub fn each_once(words: Vec<Clean>) -> Vec<Clean> {
    let mut once: Vec<Clean> = Vec::new();
    words.into_iter().for_each(|words| once.extend((!once.contains(&words)).then_some(words)));
    once
}
