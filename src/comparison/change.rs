//! Two dates of one vendor: how each question changed.

use std::collections::{HashMap, HashSet};

use super::pair::Pair;
use super::side::{Standing, standing};
use crate::answers::Evidence;
use crate::assessment::Assessment;
use crate::assessment::age::own_day;
use crate::assessment::evidence::evidence_of;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight::{Open, rests_on_expired};
use crate::assessment::paper::EvidenceState;
use crate::assessment::score::fineness;
use crate::policy::Assurance;
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::questionnaire::matching::Matching;
use crate::source::{Date, Fingerprint};
use crate::words::{Clean, Exact};

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The answer is worth more.
    Better,
    /// The answer is worth less.
    Worse,
    /// It was open and is answered.
    Answered,
    /// It was answered and is open.
    Withdrawn,
    /// It is open as before, but said not to apply, or no longer so, or that is pending for another reason.
    StillOpen,
    /// It counts no longer, only now, or only in part.
    Scope,
    /// The same answer is proved better, or by newer documents.
    Renewed,
    /// Its proof has run out.
    Lapsed,
    /// Its proof is gone.
    Removed,
    /// Only the words beside it changed.
    Reworded,
}

impl ChangeKind {
    /// In the order in which they are told.
    pub const ALL: [ChangeKind; 10] = [
        ChangeKind::Worse,
        ChangeKind::Withdrawn,
        ChangeKind::Lapsed,
        ChangeKind::Removed,
        ChangeKind::Better,
        ChangeKind::Answered,
        ChangeKind::Renewed,
        ChangeKind::StillOpen,
        ChangeKind::Scope,
        ChangeKind::Reworded,
    ];
}

/// A question that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// The question before.
    pub before: QuestionId,
    /// The question after.
    pub after: QuestionId,
    /// What changed most.
    pub kind: ChangeKind,
    /// Whether the comment changed, too.
    pub reworded: bool,
}

/// Every question that changed, in the order of the questionnaire.
pub fn changes(before: &Assessment<'_>, after: &Assessment<'_>, matching: &Matching) -> Vec<AnswerChange> {
    let fine = fineness(before.subject.questionnaire).common_multiple(&fineness(after.subject.questionnaire));
    let change = |(old, new): &(QuestionId, QuestionId)| {
        let reworded = before.subject.answers.comment(*old) != after.subject.answers.comment(*new);
        let standings = (standing(before, *old, &fine), standing(after, *new, &fine));
        let kind = kind((before, *old), (after, *new), standings).or(reworded.then_some(ChangeKind::Reworded))?;
        Some(AnswerChange { before: *old, after: *new, kind, reworded })
    };
    matching.common.iter().filter_map(change).collect()
}

/// A question of an assessment.
type At<'b, 'a> = (&'b Assessment<'a>, QuestionId);

fn kind(before: At<'_, '_>, after: At<'_, '_>, (was, is): (Standing, Standing)) -> Option<ChangeKind> {
    match (&was, &is) {
        (Standing::Excluded(was), Standing::Excluded(is)) => {
            (was != is || !same_answer(before, after)).then_some(ChangeKind::Scope)
        }
        (Standing::Excluded(_), _) | (_, Standing::Excluded(_)) => Some(ChangeKind::Scope),
        (Standing::Open(was), Standing::Open(is)) => {
            let is_na = |open: &Open| matches!(open, Open::NaPending(_));
            (was != is && (is_na(was) || is_na(is))).then_some(ChangeKind::StillOpen)
        }
        (Standing::Open(_), _) => Some(ChangeKind::Answered),
        (_, Standing::Open(_)) => Some(ChangeKind::Withdrawn),
        _ if is.value() > was.value() => Some(ChangeKind::Better),
        _ if is.value() < was.value() => Some(ChangeKind::Worse),
        (Standing::Answered { assurance: old, .. }, Standing::Answered { assurance: new, .. }) => {
            assurance(*old, *new).or_else(|| renewed(before, after))
        }
    }
}

fn same_answer((before, old): At<'_, '_>, (after, new): At<'_, '_>) -> bool {
    before.subject.answers.answer(old) == after.subject.answers.answer(new)
}

fn assurance(was: Assurance, is: Assurance) -> Option<ChangeKind> {
    match (was, is) {
        (was, is) if is > was => Some(ChangeKind::Renewed),
        (was, is) if is == was => None,
        (_, Assurance::Expired) => Some(ChangeKind::Lapsed),
        _ => Some(ChangeKind::Removed),
    }
}

/// Whether documents of another day stand behind an answer that is proved as well as before.
fn renewed((before, old): At<'_, '_>, (after, new): At<'_, '_>) -> Option<ChangeKind> {
    let newest = |assessment: &Assessment<'_>, at: QuestionId| {
        let answers = assessment.subject.answers;
        let cited = answers.answers[at].iter().flat_map(|given| &given.evidence);
        let seen = assessment.subject.review.and_then(|review| review.observation(at));
        let seen = seen.into_iter().flat_map(|observation| &observation.verified);
        cited
            .map(|item| &answers.evidence[*item])
            .chain(seen)
            .filter_map(|item| item.issued.max(item.valid_until))
            .max()
    };
    (newest(after, new) > newest(before, old)).then_some(ChangeKind::Renewed)
}

/// The documents of now whose content was here before under an earlier day: what is said of the file is newer, and the
/// file is the same.
pub fn redated(before: &Assessment<'_>, after: &Assessment<'_>) -> Vec<EvidenceId> {
    let days = |item: &Evidence| [item.issued, item.valid_until];
    let file = |of: &Assessment<'_>, item: &Evidence| of.subject.papers.file(item.location.as_deref());
    let mut known: HashMap<Fingerprint, [Option<Date>; 2]> = HashMap::new();
    for item in &before.subject.answers.evidence {
        if let Some(content) = file(before, item) {
            let newest = known.entry(content).or_default();
            newest.iter_mut().zip(days(item)).for_each(|(newest, day)| *newest = (*newest).max(day));
        }
    }
    let is_redated = |item: &Evidence| {
        let then = file(after, item).and_then(|content| known.get(&content)).into_iter().flatten();
        then.zip(days(item)).any(|(then, now)| then.is_some() && now > *then) // a day that was missing may be told
    };
    let redated = after.subject.answers.evidence.with_ids().filter(|(_, item)| is_redated(item));
    redated.map(|(at, _)| at).collect()
}

/// How many answers rest on proof that was still current on their own day, and that day; `None` where there are none:
/// what differs by these, time made.
pub fn expired_since(assessment: &Assessment<'_>) -> Option<(usize, Date)> {
    let subject = &assessment.subject;
    let day = own_day(subject.answers.answered?, subject.review, subject.as_of);
    let has_expired = |at: QuestionId| {
        let supports = evidence_of(assessment, at).into_iter().flat_map(|entry| entry.supports);
        supports.into_iter().any(|support| {
            support.worth.state == EvidenceState::Expired && support.worth.until.is_some_and(|until| until >= day)
        })
    };
    let expired = assessment.questions.with_ids().filter(|(at, judged)| rests_on_expired(judged) && has_expired(*at));
    let count = expired.count();
    (count > 0).then_some((count, day))
}

/// The points that questions move, by the question before: those of before less those of after; none for questions
/// outside the common ones.
pub fn moved(pair: &Pair) -> HashMap<QuestionId, &Exact> {
    pair.questions.iter().map(|delta| (delta.question, &delta.delta)).collect()
}

/// What became of a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagChange<'f> {
    /// Its state changed, or there was no such flag and it is not ruled out.
    State(Option<&'f Flag>, &'f Flag),
    /// It was not ruled out, and the later questionnaire has no such flag.
    Gone(&'f Flag),
}

/// Flags that changed, in the order of the later questionnaire; at last those that it no longer has.
pub fn flags_changed<'f>(before: &'f Assessment<'_>, after: &'f Assessment<'_>) -> Vec<FlagChange<'f>> {
    let name = |of: &Assessment<'_>, flag: &Flag| of.subject.questionnaire.flag_name(flag.flag);
    let known: HashMap<Clean, &'f Flag> = before.flags.iter().map(|flag| (name(before, flag), flag)).collect();
    let still: HashSet<Clean> = after.flags.iter().map(|flag| name(after, flag)).collect();
    let changed = |new: &'f Flag| {
        let old = known.get(&name(after, new)).copied();
        let was = old.map_or(FlagState::Clear, |old| old.state);
        (was != new.state).then_some(FlagChange::State(old, new))
    };
    let gone = before.flags.iter().filter(|old| old.state != FlagState::Clear && !still.contains(&name(before, old)));
    after.flags.iter().filter_map(changed).chain(gone.map(FlagChange::Gone)).collect()
}
