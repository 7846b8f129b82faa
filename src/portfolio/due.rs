//! What falls due for a vendor: the next review, the conditions of the decision, accepted flags, documents and answers
//! whose time runs out.

use std::collections::HashMap;

use crate::assessment::Assessment;
use crate::assessment::decision::{ConditionState, condition_state};
use crate::assessment::evidence::{RegisteredEvidence, Support, register};
use crate::assessment::flag::Flag;
use crate::assessment::insight::rests_on_expired;
use crate::assessment::next_review::next_review;
use crate::assessment::paper::EvidenceState;
use crate::questionnaire::FlagRef;
use crate::review::Waiver;
use crate::source::Date;
use crate::source::fields::{Word, fixed_words};

/// What answers are called that do not say their day.
pub const UNDATED: &str = "undated";

/// Something that has a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What it is.
    pub kind: DueKind,
    /// The last day on which it is in time; `None` where no day is agreed, or answers have none.
    pub by: Option<Date>,
    /// In the words of whoever wrote it: the condition, the title of the document. Of a flag its name, of a review the
    /// word of the decision, of answers their day, or [`UNDATED`].
    pub about: String,
    /// The flag, of one that is accepted.
    pub flag: Option<FlagRef>,
    /// Who sees to it: the owner of a condition, who decided, who accepted a flag. `None` where nobody is named.
    pub owner: Option<String>,
    /// Whether the day follows from our rules, and nobody agreed on it.
    pub is_computed: bool,
    /// What it is about among all that falls due for the vendor: each has another one, which stays when the day, the
    /// owner or the year changes.
    pub key: String,
}

/// What falls due. In this order they are told where they do so on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueKind {
    /// The vendor is looked at again.
    Review,
    /// A condition of the decision is met.
    Condition,
    /// A flag is accepted until then.
    Waiver,
    /// A document, of the vendor or seen by us, is current until then.
    Paper,
    /// The answers are called old from then on.
    Answers,
}

fixed_words!(DueKind {
    Review: "review",
    Condition: "condition",
    Waiver: "waiver",
    Paper: "paper",
    Answers: "answers",
});

/// How something stands to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueStanding {
    /// The day has passed; or answers have none, and can never be in time.
    Overdue,
    /// It is in time, the last day included; or no day is agreed.
    Due,
}

fixed_words!(DueStanding { Overdue: "overdue", Due: "due" });

/// How far ahead somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWithin {
    /// So many days.
    Days(u16),
    /// So many months.
    Months(u16),
    /// As far as there is something.
    All,
}

impl DueKind {
    /// Whether somebody agreed on it, and it does not only follow from what the vendor sent.
    pub fn is_agreed(self) -> bool {
        matches!(self, DueKind::Review | DueKind::Condition | DueKind::Waiver)
    }
}

impl DueWithin {
    /// The last day that is looked at; `None` for all.
    pub fn until(self, as_of: Date) -> Option<Date> {
        match self {
            DueWithin::Days(days) => Some(as_of.plus_days(days.into())),
            DueWithin::Months(months) => Some(as_of.plus_months(months.into())),
            DueWithin::All => None,
        }
    }

    /// Whether somebody who looks so far from a day sees a day. What has none is seen always.
    pub fn sees(self, by: Option<Date>, as_of: Date) -> bool {
        self.until(as_of).is_none_or(|until| by.is_none_or(|by| by <= until))
    }
}

impl Due {
    /// How it stands on a day.
    pub fn standing(&self, as_of: Date) -> DueStanding {
        let is_overdue = self.by.map_or(self.kind == DueKind::Answers, |by| by < as_of);
        if is_overdue { DueStanding::Overdue } else { DueStanding::Due }
    }

    fn new(kind: DueKind, by: Option<Date>, about: &str) -> Due {
        let words: Vec<&str> = about.split_whitespace().collect();
        let key = format!("{} {}", kind.word(), words.join(" "));
        Due { kind, by, about: about.to_owned(), flag: None, owner: None, is_computed: false, key }
    }
}

/// What was agreed with a vendor, and whether it is still to be seen to.
#[derive(Debug, Default)]
pub struct AgreedDues {
    /// What falls due.
    pub open: Vec<Due>,
    /// What does no more: conditions that are met, accepted flags that are ruled out.
    pub settled: Vec<Due>,
}

/// What falls due, by its day and then by what it is; what has no day comes last. A condition that is met does not, nor
/// does what nothing rests on: a flag that is ruled out, a document that proves no answer.
pub fn dues(assessment: &Assessment<'_>) -> Vec<Due> {
    let mut dues = agreed(assessment).open;
    let mut others: Vec<Due> = papers(assessment);
    others.extend(answers(assessment));
    tell_apart(others.iter_mut());
    dues.extend(others);
    dues.sort_by_key(|due| (due.by.is_none(), due.by, due.kind)); // stable: ties keep the order of the files
    dues
}

/// What somebody agreed on, and what does not only follow from what the vendor sent.
pub fn agreed(assessment: &Assessment<'_>) -> AgreedDues {
    let mut agreed = conditions(assessment);
    let waivers = waivers(assessment);
    agreed.open.splice(0..0, review(assessment));
    agreed.open.extend(waivers.open);
    agreed.settled.extend(waivers.settled);
    agreed
}

fn review(assessment: &Assessment<'_>) -> Option<Due> {
    let decision = assessment.subject.review?.decision.as_ref()?;
    let next = next_review(assessment)?;
    let owner = Some(decision.by.clone());
    let key = DueKind::Review.word().to_owned();
    let due = Due::new(DueKind::Review, Some(next.day), decision.outcome.word());
    Some(Due { owner, is_computed: next.is_computed, key, ..due })
}

/// Two of the same words are told apart by their place among all, so that neither becomes the other as one is met.
fn conditions(assessment: &Assessment<'_>) -> AgreedDues {
    let subject = &assessment.subject;
    let decision = subject.review.and_then(|review| review.decision.as_ref());
    let agreed = decision.into_iter().flat_map(|decision| &decision.conditions);
    let due = agreed.map(|condition| {
        let due = Due::new(DueKind::Condition, condition.due, &condition.what);
        let is_open = condition_state(condition, subject.as_of).0 != ConditionState::Met;
        (is_open, Due { owner: condition.owner.clone(), ..due })
    });
    let mut all: Vec<(bool, Due)> = due.collect();
    tell_apart(all.iter_mut().map(|(_, due)| due));
    let (open, settled): (Vec<_>, Vec<_>) = all.into_iter().partition(|(is_open, _)| *is_open);
    let [open, settled] = [open, settled].map(|dues| dues.into_iter().map(|(_, due)| due).collect());
    AgreedDues { open, settled }
}

/// Accepted flags that are raised or open, or would be without; where the day has passed, those that bound the rating
/// again.
fn waivers(assessment: &Assessment<'_>) -> AgreedDues {
    let subject = &assessment.subject;
    let Some(review) = subject.review else { return AgreedDues::default() };
    let due = |waiver: &Waiver| {
        let name = subject.questionnaire.flag_name(waiver.flag);
        let due = Due::new(DueKind::Waiver, Some(waiver.until), name.as_ref());
        Due { flag: Some(waiver.flag), owner: Some(waiver.by.clone()), ..due }
    };
    let of_flag = |flag: &Flag| match flag.waiver {
        Some(at) => Some(&review.waivers[at]),
        None if flag.state.bounds() => review.waivers.iter().find(|waiver| waiver.flag == flag.flag),
        None => None,
    };
    let open: Vec<&Waiver> = assessment.flags.iter().filter_map(of_flag).collect();
    let is_open = |waiver: &&Waiver| open.iter().any(|open| open.flag == waiver.flag);
    let settled = review.waivers.iter().filter(|waiver| !is_open(waiver)).map(due).collect();
    AgreedDues { open: open.iter().map(|waiver| due(waiver)).collect(), settled }
}

fn papers(assessment: &Assessment<'_>) -> Vec<Due> {
    let due = |entry: RegisteredEvidence<'_>| {
        let until = entry.supports.iter().filter(|support| rests(assessment, support));
        let by = until.filter_map(|support| support.worth.until).min()?;
        Some(Due::new(DueKind::Paper, Some(by), &entry.item.title))
    };
    register(assessment).into_iter().filter_map(due).collect()
}

/// Whether an answer that counts rests on a document: it is current, or has run out and nothing else proves the answer.
fn rests(assessment: &Assessment<'_>, support: &Support) -> bool {
    let judged = &assessment.questions[support.question];
    match support.worth.state {
        EvidenceState::Expired => rests_on_expired(judged),
        state => state.is_current() && judged.backing.is_some(),
    }
}

fn answers(assessment: &Assessment<'_>) -> Option<Due> {
    let subject = &assessment.subject;
    let due = match subject.answers.answered {
        Some(of) => {
            let by = of.plus_months(subject.policy.answers_months);
            Due::new(DueKind::Answers, Some(by), &of.to_string())
        }
        None if subject.answers.is_undated() => Due::new(DueKind::Answers, None, UNDATED),
        None => return None,
    };
    Some(Due { key: DueKind::Answers.word().to_owned(), ..due })
}

/// Gives what has the same words as something before it a key of its own, by its number among them. It stands on a
/// line of its own, as no words do.
fn tell_apart<'d>(dues: impl Iterator<Item = &'d mut Due>) {
    let mut seen = HashMap::<String, usize>::new();
    for due in dues {
        let count = seen.entry(due.key.clone()).and_modify(|count| *count += 1).or_insert(1);
        if *count > 1 {
            due.key = format!("{}\n{count}", due.key);
        }
    }
}
