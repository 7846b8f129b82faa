//! A vendor in a few figures, for programs: what a row of the table of many holds, in words that depend on no language.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::{DateJson, NameJson, ShownJson, TenthsJson};
use super::word::WordJson;
use crate::assessment::gate::{GateOutcome, Rule};
use crate::case::Origins;
use crate::questionnaire::Level;
use crate::report::story::Story;
use crate::report::vendor_rows::{Found, VendorRow};
use crate::review::Outcome;
use crate::words::Clean;

/// What came out for a vendor, in a few figures.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "summary")]
pub struct SummaryJson<'a> {
    /// The vendor's name.
    vendor: NameJson<'a>,
    /// The questionnaire and its version.
    questionnaire: Clean,
    /// The day of the judgement.
    as_of: DateJson,
    /// Whether enough is known to speak of a rating.
    rated: bool,
    /// The day of our review, or null where none was used.
    reviewed: Option<DateJson>,
    /// The risk if everything unknown turns out badly: the one that is reported. Null when nothing counts. This one and
    /// the two below are three separate cases, and no range.
    worst: Option<WordJson<Level>>,
    /// The risk if every claim were proved and what is open stayed unknown, or null.
    if_proved: Option<WordJson<Level>>,
    /// The risk if what is open turned out well and no claim were proved beyond what is, or null: it may be worse than
    /// `if_proved`.
    best: Option<WordJson<Level>>,
    /// The points that count, on the policy's scale, or null.
    assured: Option<ShownJson>,
    /// The points if what the vendor says counted in full, or null.
    claimed: Option<ShownJson>,
    /// The points if everything that is open turned out well, or null.
    potential: Option<ShownJson>,
    /// How much of the weight is known, in per cent, rounded down; or null.
    known: Option<TenthsJson>,
    /// The red flags.
    flags: FlagCountsJson,
    /// How many questions are open.
    open: usize,
    /// Whether the vendor was asked a part of the questions only.
    screened: bool,
    /// The day of the answers where they are older than our rules allow, or null.
    old_answers: Option<DateJson>,
    /// Whether the vendor answers and does not say on which day, so that nobody can say how old its answers are.
    undated_answers: bool,
    /// What was decided, or null where nothing is on file.
    decision: Option<DecidedJson>,
    /// The rules of our policy's gate that are not met: none where all are, and null where no rule must hold, since
    /// there is no policy, or none with a gate.
    #[schemars(extend("uniqueItems" = true))]
    short: Option<Vec<WordJson<Rule>>>,
}

/// How many red flags there are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "flag-counts")]
struct FlagCountsJson {
    /// Those that are raised.
    raised: usize,
    /// Those that are not yet ruled out.
    open: usize,
    /// Those that somebody of ours accepts for a time.
    accepted: usize,
}

/// What was decided, in short.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "decided")]
struct DecidedJson {
    /// Whether the vendor may be used; null where that was decided on other answers than these.
    outcome: Option<WordJson<Outcome>>,
    /// When to look again, or null if nothing is agreed and the policy says nothing.
    next_review: Option<DateJson>,
    /// Whether that day follows from the policy, and nobody agreed on it.
    next_review_computed: bool,
}

impl<'a> SummaryJson<'a> {
    /// The figures of a judgement.
    pub fn of(story: &Story<'_, 'a>, gate: &GateOutcome, origins: &Origins) -> SummaryJson<'a> {
        let subject = &story.assessment.subject;
        let row = VendorRow::new(story, origins, &subject.answers.source.name);
        let found = row.found.as_ref();
        let digits = |at: usize| found.map(|found| ShownJson(found.digits[at].clone()));
        let level = |of: fn(&Found) -> Level| found.map(|found| WordJson(of(found)));
        let short = gate.failed.iter().map(|failed| WordJson(failed.rule()));
        let [raised, open, accepted] = row.flags;
        SummaryJson {
            vendor: NameJson(&subject.answers.vendor),
            questionnaire: subject.questionnaire.reference(),
            as_of: DateJson::of(row.as_of),
            reviewed: subject.review.map(|review| DateJson::of(review.reviewed)),
            rated: found.is_some_and(|found| found.is_rated),
            worst: level(|found| found.worst),
            if_proved: level(|found| found.if_proved),
            best: level(|found| found.best),
            assured: digits(0),
            claimed: digits(1),
            potential: digits(2),
            known: found.map(|found| TenthsJson(found.known.clone())),
            flags: FlagCountsJson { raised, open, accepted },
            open: row.open,
            screened: row.is_screened,
            old_answers: row.old_answers.map(DateJson::of),
            undated_answers: row.has_undated_answers,
            decision: row.decision.map(|(outcome, next)| DecidedJson {
                outcome: outcome.map(WordJson),
                next_review: next.map(|next| DateJson::of(next.day)),
                next_review_computed: next.is_some_and(|next| next.is_computed),
            }),
            short: subject.policy.gate.is_set().then(|| short.collect()),
        }
    }
}
