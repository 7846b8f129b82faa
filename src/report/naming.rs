//! The words of the model in the reader's language: levels, bands, states, statuses, conditions.

use crate::answers::Evidence;
use crate::assessment::decision::{ConditionState, DecisionStanding};
use crate::assessment::effective::NaPending;
use crate::assessment::flag::{FlagState, RuledOut};
use crate::assessment::gate::FailedRule;
use crate::assessment::insight::Open;
use crate::assessment::next_review::NextReview;
use crate::assessment::paper::EvidenceState;
use crate::assessment::remediation::RemediationKind;
use crate::assessment::scope::Status;
use crate::assessment::vendor_turn::BeyondScreening;
use crate::policy::{Assurance, Band};
pub use crate::questionnaire::in_words::condition;
use crate::questionnaire::model::{Base, Basis};
use crate::questionnaire::{Importance, Level};
use crate::review::{Duty, Outcome};
use crate::source::Date;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Guide, Hint, Lang};

/// That so many more are not shown, and how to see them.
pub fn more_to_see(count: usize, guide: &dyn Guide, lang: Lang) -> Clean {
    Hint::SeeAll.told(guide, lang).map_or_else(|| lang.and_more(count), |how| lang.see_all(count, how))
}

/// What a questionnaire extends, and how much of it is left out.
pub fn extended_words(base: &Base, lang: Lang) -> Clean {
    let Base { questions, questions_left_out, flags, flags_left_out, flags_narrowed, .. } = base;
    if *questions_left_out == 0 && flags_left_out.is_empty() {
        return lang.extended_whole(base.reference());
    }
    let part = lang.extended_in_part(base.reference(), *questions_left_out, *questions, flags_left_out.len(), *flags);
    if flags_narrowed.is_empty() { part } else { part.and("; ").and(lang.flags_narrowed(flags_narrowed.len())) }
}

/// A day as a sentence names it.
pub fn day(date: Date, lang: Lang) -> Clean {
    date.in_words(lang)
}

/// A level in words.
pub fn level(level: Level, lang: Lang) -> &'static str {
    match (level, lang) {
        (Level::Low, Lang::En) => "low",
        (Level::Medium, Lang::En) => "medium",
        (Level::High, Lang::En) => "high",
        (Level::Critical, Lang::En) => "critical",
        (Level::Low, Lang::Sv) => "låg",
        (Level::Medium, Lang::Sv) => "medelhög",
        (Level::High, Lang::Sv) => "hög",
        (Level::Critical, Lang::Sv) => "kritisk",
    }
}

/// What a flag rests on, in words.
pub fn basis(basis: Basis, lang: Lang) -> Clean {
    match basis {
        Basis::Legal => lang.duty_in_law(),
        Basis::Risk => lang.judgement_of_risk(),
    }
}

/// A level in capitals, for verdicts.
pub fn loud(value: Level, lang: Lang) -> Clean {
    level(value, lang).clean().in_capitals()
}

/// An importance in words.
pub fn importance(importance: Importance, lang: Lang) -> Clean {
    match importance {
        Importance::Critical => level(Level::Critical, lang).clean(),
        Importance::High => level(Level::High, lang).clean(),
        Importance::Medium => level(Level::Medium, lang).clean(),
        Importance::Low => level(Level::Low, lang).clean(),
        Importance::Info => lang.status_info(),
    }
}

/// A band in words.
pub fn band(band: Band, lang: Lang) -> Clean {
    match band {
        Band::Strong => lang.strong(),
        Band::Adequate => lang.adequate(),
        Band::Weak => lang.weak(),
        Band::Poor => lang.poor(),
    }
}

/// How far an answer is proved, in words.
pub fn assurance(assurance: Assurance, lang: Lang) -> Clean {
    match assurance {
        Assurance::Claimed => lang.word_claimed(),
        Assurance::Expired => lang.word_expired(),
        Assurance::Documented => lang.word_documented(),
        Assurance::Verified => lang.word_verified(),
    }
}

/// What a document is worth today, in words.
pub fn evidence_state(state: EvidenceState, lang: Lang) -> Clean {
    match state {
        EvidenceState::Current => lang.current(),
        EvidenceState::ExpiresSoon => lang.expires_soon(),
        EvidenceState::Expired => lang.expired(),
        EvidenceState::Later => lang.dated_later(),
        EvidenceState::NoPlace => lang.no_place_given(),
        EvidenceState::NoDate => lang.no_date_given(),
        EvidenceState::NotHere => lang.not_here(),
        EvidenceState::Refused => lang.refused_by_us(),
        EvidenceState::InDisguise => lang.in_disguise(),
        EvidenceState::OtherKind => lang.of_other_kind(),
        EvidenceState::Contradicted => lang.answer_contradicted(),
        EvidenceState::OtherAnswer => lang.other_answer_seen(),
    }
}

/// The same of a document for an answer: one that says no kind is not of another than is asked for.
pub fn state_of(document: &Evidence, state: EvidenceState, lang: Lang) -> Clean {
    match state {
        EvidenceState::OtherKind if document.kind.is_none() => lang.of_no_kind(),
        state => evidence_state(state, lang),
    }
}

/// The state of a flag, in words.
pub fn flag_state(state: FlagState, lang: Lang) -> Clean {
    match state {
        FlagState::Triggered => lang.raised(),
        FlagState::Open => lang.not_ruled_out(),
        FlagState::Clear => lang.ruled_out(),
        FlagState::Waived => lang.waived_count(1),
        FlagState::NotAsked => lang.flag_not_asked(),
    }
}

/// What rules a flag out, in words.
pub fn ruled_out_by(by: RuledOut, lang: Lang) -> Clean {
    match by {
        RuledOut::Verified => lang.ruled_out_verified(),
        RuledOut::Documented => lang.ruled_out_documented(),
        RuledOut::OurWord => lang.ruled_out_by_our_answer(),
        RuledOut::TheirWord => lang.ruled_out_claimed(),
    }
}

/// Why a question does not count, in words, from its status and why it is open, if it is.
pub fn status(status: Status, open: Option<Open>, lang: Lang) -> Clean {
    match status {
        Status::NotAsked => lang.status_not_asked(),
        Status::OutOfScope => lang.status_out_of_scope(),
        Status::Info => lang.status_info(),
        Status::ScopeUnknown => lang.status_scope_unknown(),
        Status::Unanswered => lang.status_unanswered(),
        Status::NaPending => match open {
            Some(Open::NaPending(NaPending::Forbidden)) => lang.status_na_forbidden(),
            Some(Open::NaPending(NaPending::Refused)) => lang.status_na_refused(),
            Some(Open::NaPending(NaPending::NoReason)) => lang.status_na_no_reason(),
            _ => lang.status_na_pending(),
        },
        Status::NaApproved => lang.status_na_approved(),
        Status::Na if open.is_some() => lang.status_na_beyond_cap(),
        Status::Na => lang.status_na(),
        Status::Answered => Clean::default(),
    }
}

/// What kind of remediation it is, in words.
pub fn remediation_kind(kind: RemediationKind, lang: Lang) -> Clean {
    match kind {
        RemediationKind::EvidenceMissing => lang.kind_assurance(),
        RemediationKind::CheckMissing => lang.kind_check(),
        RemediationKind::MustChange => lang.kind_change(),
        RemediationKind::CouldBeBetter => lang.kind_better(),
        RemediationKind::AnswerMissing => lang.kind_answer(),
        RemediationKind::ApprovalMissing => lang.kind_approval(),
    }
}

/// The outcome of a decision, in words.
pub fn outcome(outcome: Outcome, lang: Lang) -> Clean {
    match outcome {
        Outcome::Approved => lang.outcome_approved(),
        Outcome::Conditional => lang.outcome_conditional(),
        Outcome::Rejected => lang.outcome_rejected(),
    }
}

/// Why a decision is none on the answers at hand, or may be none.
pub fn decision_doubt(standing: DecisionStanding, lang: Lang) -> Option<Clean> {
    match standing {
        DecisionStanding::OnThese => None,
        DecisionStanding::Unbound => Some(lang.decided_on_nothing_named()),
        DecisionStanding::OnOthers => Some(lang.decided_on_others()),
        DecisionStanding::Older => Some(lang.decided_before()),
    }
}

/// How a condition stands, in words, from its state and the day of that.
pub fn condition_state((state, day): (ConditionState, Option<Date>), lang: Lang) -> Clean {
    match (state, day) {
        (ConditionState::Due, Some(day)) => lang.condition_due(day),
        (ConditionState::Overdue, Some(day)) => lang.condition_overdue(day),
        (ConditionState::Met, Some(day)) => lang.condition_met(day),
        _ => lang.condition_open(),
    }
}

/// The day of the next review, which says of itself where it was computed.
pub fn next_review(next: NextReview, lang: Lang) -> Clean {
    computed_day(next.day.clean(), next.is_computed, lang)
}

/// A day in words, which says of itself where it was computed.
pub fn computed_day(day: Clean, is_computed: bool, lang: Lang) -> Clean {
    if is_computed { lang.computed_by_rules(day) } else { day }
}

/// That more is at stake than our rules allow for a part of the questions.
pub fn beyond_screening(beyond: BeyondScreening, lang: Lang) -> Clean {
    let (up_to, at_stake) = (level(beyond.up_to, lang), level(beyond.at_stake, lang));
    match beyond.is_possible_only {
        true => lang.screening_may_not_suffice(up_to, at_stake),
        false => lang.screening_does_not_suffice(up_to, at_stake),
    }
}

/// A rule that is not met, in words.
pub fn failed_rule(rule: FailedRule, lang: Lang) -> Clean {
    match rule {
        FailedRule::Rating(limit) => lang.gate_rating(level(limit, lang)),
        FailedRule::Coverage(least) => lang.gate_coverage(least),
        FailedRule::RedFlags(count) => lang.gate_red_flags(count),
        FailedRule::ExpiredEvidence(count) => lang.gate_expired(count),
        FailedRule::Decision => lang.gate_decision(),
        FailedRule::OldAnswers(old) => lang.gate_answers(old.of, old.months),
        FailedRule::UndatedAnswers => lang.gate_undated(),
        FailedRule::OtherQuestionnaire => lang.gate_sent(),
        FailedRule::Screening(beyond) => lang.gate_screening(beyond_screening(beyond, lang)),
        FailedRule::NoRating => lang.gate_rated(),
        FailedRule::UnnamedPolicy => lang.gate_policy(),
        FailedRule::UnnamedReview => lang.gate_review(),
        FailedRule::UnnamedQuestionnaire => lang.gate_questionnaire(),
    }
}

/// What one of our duties is.
pub fn duty(duty: Duty, lang: Lang) -> Clean {
    match duty {
        Duty::Dpia => lang.duty_dpia(),
        Duty::Record => lang.duty_record(),
        Duty::Information => lang.duty_information(),
        Duty::Instructions => lang.duty_instructions(),
    }
}
