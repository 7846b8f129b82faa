//! The fixed words of the JSON. Which there are, the tables of the model say; the schema lists those and no others.

use std::borrow::Cow;
use std::cmp::Ordering;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::assessment::decision::{ConditionState, DecisionStanding};
use crate::assessment::effective::NaPending;
use crate::assessment::flag::FlagState;
use crate::assessment::gate::Rule;
use crate::assessment::insight::Open;
use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
use crate::assessment::rating::End;
use crate::assessment::remediation::RemediationKind;
use crate::assessment::scope::Status;
use crate::assessment::waiting::NoAnswer;
use crate::comparison::Which;
use crate::policy::{Assurance, Band, Bound, MustBe, Proof};
use crate::portfolio::{DueKind, DueStanding};
use crate::questionnaire::model::Basis;
use crate::questionnaire::{Importance, Level};
use crate::review::{Duty, Outcome};
use crate::source::fields::{Word, fixed_words};
use crate::words::Lang;

/// A set of fixed words that has a name and a meaning of its own in the schema.
pub(super) trait NamedWord: Word {
    /// Its name among the definitions of the schema.
    const NAME: &'static str;
    /// What its words say.
    const MEANING: &'static str;
}

/// One word of a set.
#[derive(PartialEq)]
pub(super) struct WordJson<W>(pub(super) W);

impl<W: NamedWord> Serialize for WordJson<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<W: NamedWord> JsonSchema for WordJson<W> {
    fn schema_name() -> Cow<'static, str> {
        W::NAME.into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::{}", module_path!(), W::NAME).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = W::ALL.iter().map(|(word, _)| *word).collect();
        json_schema!({"description": W::MEANING, "type": "string", "enum": words})
    }
}

/// The order of the words themselves, in which keys of tables stand.
impl<W: NamedWord> Ord for WordJson<W> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.word().cmp(other.0.word())
    }
}

impl<W: NamedWord> PartialOrd for WordJson<W> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<W: NamedWord> Eq for WordJson<W> {}

/// Names sets of words.
macro_rules! named {
    ($($set:ty: $name:literal, $meaning:literal;)*) => {
        $(impl NamedWord for $set {
            const NAME: &'static str = $name;
            const MEANING: &'static str = $meaning;
        })*
    };
}

named! {
    Assurance: "assurance", "How far an answer is proved: claim only, evidence expired, documented, verified by us.";
    Band: "band", "How good the protection is, from the best to the worst.";
    Basis: "flag-basis", "Whether a red flag rests on a duty in law or a judgement of risk.";
    Bound: "bound", "The lowest rating that is possible; none bounds nothing.";
    ConditionState: "condition-state", "How a condition of a decision stands: not met and without a day, in time, past \
          its day, or met.";
    Duty: "duty", "A duty of ours as controller: the impact assessment, the record of processing, the information to \
          people, the instructions to the vendor.";
    DecisionStanding: "decision-standing", "How a decision stands to the answers at hand: made on them; it does not \
          say on which; made on others; older than they are. The last two are no decision for the gate.";
    DueKind: "due-kind", "What falls due: the next review of the vendor, a condition of the decision, a flag that is \
          accepted for a time, a document that runs out, answers that grow old.";
    DueStanding: "due-standing", "Whether the last day has passed.";
    End: "end", "An end of the range that the rating can still have.";
    FlagState: "flag-state", "Whether a red flag is raised, not ruled out, ruled out, or accepted for a time.";
    Importance: "importance", "How important a question is; its weight is the policy's.";
    Level: "level", "How much: of risk, of what is at stake, of the severity of a flag.";
    EvidenceOrigin: "origin", "Whether the vendor shows a document or we saw it.";
    Open: "open", "Why something of a question is not known: it is not answered; whether it is asked is not known; it \
          is said not to apply, which is not allowed, refused by us, without a reason or awaits our approval; or \
          more of its category is said not to apply than may be without our approval.";
    NoAnswer: "no-answer", "Why a question has no answer that counts: the vendor says nothing, or that it does not \
          know; a form proposes an answer that nobody has confirmed; we do not count the answer until it is shown; or \
          it is a day that has not come yet.";
    Outcome: "outcome", "Whether the vendor may be used, may be used on conditions, or may not be used.";
    MustBe: "must-be", "When a document of the vendor counts: once it is here, or where it says where it can be found.";
    Proof: "proof", "What something rests on: the vendor's word, a current document, or what we verified.";
    RemediationKind: "remediation-kind", "Whether only proof or only our check is missing, something must be \
          changed or can be better, the answer is missing, or it is for us to accept that the question does not apply.";
    Rule: "rule", "A rule of the gate of the policy or the command line.";
    EvidenceState: "evidence-state", "What a document is worth on the day of the judgement.";
    Status: "status", "Whether and how a question counts.";
    Which: "which", "One of the two that are compared.";
}

fixed_words!(End { Worst: "worst", Best: "best" });

fixed_words!(EvidenceOrigin { Vendor: "vendor", Ours: "us" });

impl Word for Open {
    const ALL: &'static [(&'static str, Open)] = &[
        ("unanswered", Open::Unanswered),
        ("scope_unknown", Open::ScopeUnknown),
        ("na_forbidden", Open::NaPending(NaPending::Forbidden)),
        ("na_refused", Open::NaPending(NaPending::Refused)),
        ("na_no_reason", Open::NaPending(NaPending::NoReason)),
        ("na_awaits_approval", Open::NaPending(NaPending::AwaitsApproval)),
        ("na_beyond_cap", Open::NaBeyondCap),
    ];

    fn word(self) -> &'static str {
        match self {
            Open::Unanswered => "unanswered",
            Open::ScopeUnknown => "scope_unknown",
            Open::NaPending(NaPending::Forbidden) => "na_forbidden",
            Open::NaPending(NaPending::Refused) => "na_refused",
            Open::NaPending(NaPending::NoReason) => "na_no_reason",
            Open::NaPending(NaPending::AwaitsApproval) => "na_awaits_approval",
            Open::NaBeyondCap => "na_beyond_cap",
        }
    }
}

fixed_words!(NoAnswer {
    Silent: "silent",
    NotKnown: "not_known",
    Proposed: "proposed",
    Withdrawn: "withdrawn",
    YetToCome: "yet_to_come",
});

fixed_words!(RemediationKind {
    EvidenceMissing: "proof_missing",
    CheckMissing: "check_missing",
    MustChange: "must_change",
    CouldBeBetter: "could_be_better",
    AnswerMissing: "answer_missing",
    ApprovalMissing: "approval_missing",
});

fixed_words!(EvidenceState {
    Current: "current",
    ExpiresSoon: "expires_soon",
    Expired: "expired",
    Later: "dated_later",
    NoPlace: "no_place",
    NoDate: "no_date",
    NotHere: "not_here",
    Refused: "refused",
    InDisguise: "in_disguise",
    OtherKind: "other_kind",
    Contradicted: "contradicted",
    OtherAnswer: "other_answer",
});

fixed_words!(Which { A: "A", B: "B" });

/// A language by its code.
pub(super) struct LangJson(pub(super) Lang);

impl Serialize for LangJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl JsonSchema for LangJson {
    fn schema_name() -> Cow<'static, str> {
        "lang".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A language by its code in ISO 639-1.", "type": "string", "enum": Lang::ALL.map(Lang::code)
        })
    }
}

/// The state of a red flag that bounds the rating.
pub(super) struct BoundingStateJson(pub(super) FlagState);

impl Serialize for BoundingStateJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WordJson(self.0).serialize(serializer)
    }
}

impl JsonSchema for BoundingStateJson {
    fn schema_name() -> Cow<'static, str> {
        "bounding-state".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let bounding = FlagState::ALL.iter().filter(|(_, state)| state.bounds());
        let words: Vec<&str> = bounding.map(|(word, _)| *word).collect();
        let description = "The state of a red flag that bounds the rating.";
        json_schema!({"description": description, "type": "string", "enum": words})
    }
}
