//! What the result rests on: the program, the files with their fingerprints, the policy in force, the frameworks; and
//! what was decided.

use crate::assessment::age::old_answers;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::schema::complete;
use super::value::{DateJson, FingerprintJson, IdJson, NameJson, PercentJson, VersionJson, WeightJson};
use super::word::WordJson;
use crate::assessment::Subject;
use crate::assessment::decision::bound_to;
use crate::assessment::gate::{GateOutcome, Rule};
use crate::assessment::word_for_word::{SaidBefore, WordForWord, word_for_word};
use crate::case::Origins;
use crate::policy::{Assurance, Bound, MustBe, Policy, Proof};
use crate::questionnaire::model::Base;
use crate::questionnaire::{Importance, Level};
use crate::report::made_by::MadeBy;
use crate::report::naming;
use crate::report::story::Story;
use crate::source::fields::Word;
use crate::words::Clean;
use crate::words::clean::one_line;

/// What made the document.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "tool")]
pub(super) struct ToolJson {
    /// The name of the program.
    #[schemars(extend("const" = TOOL.name))]
    name: &'static str,
    /// The version of the program.
    #[schemars(regex(pattern = r"^[0-9]+\.[0-9]+\.[0-9]+"))]
    version: &'static str,
}

/// This program.
pub(super) const TOOL: ToolJson = ToolJson { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// The files that were judged, so that the result can be reproduced.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "basis")]
pub(super) struct BasisJson<'a> {
    /// The questionnaire.
    questionnaire: QuestionnaireBasisJson<'a>,
    /// The vendor's answers.
    answers: AnswersBasisJson,
    /// Our review, or null if there was none.
    review: Option<ReviewBasisJson<'a>>,
    /// Our policy, or null if the defaults were used.
    policy: Option<PolicyBasisJson>,
    /// The command that made the document, for a shell: only what has an effect, files by their names alone; in a
    /// line of many the one that makes it alone; null where none made it.
    command: Option<Clean>,
}

/// A questionnaire that was answered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "questionnaire-basis")]
struct QuestionnaireBasisJson<'a> {
    /// The id of the questionnaire.
    id: IdJson<'a>,
    /// The version of the questionnaire.
    version: VersionJson<'a>,
    /// The name of the questionnaire.
    title: Clean,
    /// The fingerprint of the main file and then the category files, each preceded by its length as 8 bytes, little
    /// endian.
    sha256: FingerprintJson,
    /// The questionnaire that it extends, or null.
    extends: Option<Box<BaseJson<'a>>>,
    /// Whether the questionnaire lies in the vendor's folder and nobody of ours named it: whoever writes the questions
    /// decides the result.
    vendors_own: bool,
}

/// A questionnaire that another one extends, and what that one leaves out of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "extended")]
pub(super) struct BaseJson<'a> {
    /// The id of the questionnaire that is extended.
    id: IdJson<'a>,
    /// Its version.
    version: VersionJson<'a>,
    /// Its fingerprint.
    sha256: FingerprintJson,
    /// How many questions it has.
    questions: usize,
    /// How many of them are left out.
    questions_left_out: usize,
    /// How many red flags it has.
    red_flags: usize,
    /// The red flags that are left out, because they look at questions that are.
    red_flags_left_out: Vec<IdJson<'a>>,
    /// The red flags that look at fewer questions, because the others are left out.
    red_flags_narrowed: Vec<IdJson<'a>>,
    /// The questionnaire that it extends itself, or null.
    extends: Option<Box<BaseJson<'a>>>,
}

impl<'a> BaseJson<'a> {
    /// What a questionnaire extends.
    pub(super) fn of(base: &'a Base) -> Box<BaseJson<'a>> {
        let ids = |ids: &'a [Clean]| ids.iter().map(|id| IdJson(id)).collect();
        Box::new(BaseJson {
            id: IdJson(&base.id),
            version: VersionJson(&base.version),
            sha256: FingerprintJson(base.fingerprint.clone()),
            questions: base.questions,
            questions_left_out: base.questions_left_out,
            red_flags: base.flags,
            red_flags_left_out: ids(&base.flags_left_out),
            red_flags_narrowed: ids(&base.flags_narrowed),
            extends: base.base.as_deref().map(BaseJson::of),
        })
    }
}

/// The answers that were judged.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "answers-basis")]
struct AnswersBasisJson {
    /// The day of the answers, or null if the file does not say.
    answered: Option<DateJson>,
    /// Whether they are older than the policy's `answers_months`.
    old: bool,
    /// The fingerprint of the file.
    sha256: FingerprintJson,
    /// The fingerprints of the documents that are here, each file once, rising.
    #[schemars(extend("uniqueItems" = true))]
    papers_sha256: Vec<FingerprintJson>,
    /// What a decision on these answers is bound to: the fingerprint of a list of the answers and of every document
    /// that names a place, with what lies there; of answers that name none the same as `sha256`.
    bound_sha256: FingerprintJson,
    /// How many answers are, with their comments, word for word those of another day that were proposed for them;
    /// missing where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    word_for_word: Option<WordForWordJson>,
}

/// Answers that are word for word those of another day.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "word_for_word")]
struct WordForWordJson {
    /// How many are the same.
    same: usize,
    /// How many answers are given.
    given: usize,
    /// The other day, or null where the proposals are of none, or of several.
    from: Option<DateJson>,
}

/// The review that was judged with.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "review-basis")]
struct ReviewBasisJson<'a> {
    /// Who signed the review.
    reviewer: NameJson<'a>,
    /// For whom we review, or null if the review does not say.
    client: Option<&'a str>,
    /// The day of the review.
    reviewed: DateJson,
    /// The fingerprint of the file.
    sha256: FingerprintJson,
    /// Whether the review lay beside the vendor's file and nobody of ours named it: make sure that it is ours.
    beside_answers: bool,
    /// Whether somebody of ours named it, or a policy that somebody of ours named says where it lies.
    named: bool,
}

/// The policy that was judged by.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "policy-basis")]
struct PolicyBasisJson {
    /// The fingerprint of the file.
    sha256: FingerprintJson,
    /// Whether it was found by its place and not named: make sure that it is ours.
    found: bool,
    /// The name of its file where it was found and not named, else null.
    place: Option<Clean>,
    /// The day that it gives itself, or null.
    dated: Option<DateJson>,
}

/// The policy in force.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "policy")]
pub(super) struct PolicyJson {
    /// The weight behind each importance.
    #[schemars(transform = complete)]
    importance: BTreeMap<WordJson<Importance>, WeightJson>,
    /// What counts by each level of proof, in per cent.
    #[schemars(transform = complete)]
    assurance: BTreeMap<WordJson<Assurance>, PercentJson>,
    /// The lowest scores that are strong, adequate and weak, on 0..100.
    bands: [PercentJson; 3],
    /// By what is at stake: the risk that remains if the protection is strong, adequate, weak, poor.
    #[schemars(transform = complete)]
    residual_risk: BTreeMap<WordJson<Level>, RisksJson>,
    /// By the severity of a flag: the lowest rating possible if what is at stake is low, medium, high, critical.
    #[schemars(transform = complete)]
    red_flags: BTreeMap<WordJson<Level>, BoundsJson>,
    /// The per cent of the weight that must be known for a rating.
    minimum_coverage: PercentJson,
    /// The per cent of a category that may be not applicable without our acceptance.
    not_applicable_cap: PercentJson,
    /// The per cent of the weight that answers which we have not verified may leave out.
    scope_by_claim: PercentJson,
    /// For how many months what we verified is current, where neither it nor its kind says how long.
    verified_months: u32,
    /// Answers that are older than so many months are called old.
    answers_months: u32,
    /// By what is at stake: for how many months after a decision that names no next review the vendor is looked at
    /// again, or null where no day follows.
    #[schemars(transform = complete)]
    review_months: BTreeMap<WordJson<Level>, MonthsJson>,
    /// When a document of the vendor counts as here.
    must_be: WordJson<MustBe>,
    /// For how many months a document of the vendor is current, where its kind says nothing.
    evidence_months: u32,
    /// What rules a red flag out; one that less rules out stays open.
    ruled_out_by: WordJson<Proof>,
    /// What may be at stake at most where only a part of the questions was asked; null: whatever is.
    screening_up_to: Option<WordJson<Level>>,
}

/// A number of months, or null where none is set.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "months")]
struct MonthsJson(Option<u32>);

/// The risk that remains, by the band of the protection: strong, adequate, weak, poor.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "risks")]
struct RisksJson([WordJson<Level>; 4]);

/// The lowest rating possible, by what is at stake: low, medium, high, critical.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "bounds")]
struct BoundsJson([WordJson<Bound>; 4]);

/// A law, standard or guide that questions refer to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "framework")]
pub(super) struct FrameworkJson<'a> {
    /// Its name and edition.
    title: Clean,
    /// Where to read it, or null if the questionnaire does not say.
    link: Option<&'a str>,
}

/// What had to hold by the policy and the command line.
#[derive(Serialize, JsonSchema)]
#[schemars(
    rename = "gate",
    extend(
        "if" = {"properties": {"passed": {"const": true}}},
        "then" = {"properties": {"failed": {"maxItems": 0}}},
        "else" = {"properties": {"failed": {"minItems": 1}}}
    )
)]
pub(super) struct GateJson {
    /// The day on which what has run out counts: the day of the judgement, but today where that is the answers' own.
    as_of: DateJson,
    /// Whether everything held.
    passed: bool,
    /// The rules that did not hold.
    #[schemars(extend("uniqueItems" = true))]
    failed: Vec<WordJson<Rule>>,
    /// The same rules in words.
    in_words: Vec<Clean>,
}

pub(super) fn basis<'a>(story: &Story<'_, 'a>, origins: &Origins, made_by: &MadeBy) -> BasisJson<'a> {
    let subject: &Subject<'a> = &story.assessment.subject;
    let questionnaire = subject.questionnaire;
    BasisJson {
        questionnaire: QuestionnaireBasisJson {
            id: IdJson(&questionnaire.id),
            version: VersionJson(&questionnaire.version),
            title: story.say(&questionnaire.title),
            sha256: FingerprintJson(questionnaire.fingerprint()),
            extends: questionnaire.base.as_deref().map(BaseJson::of),
            vendors_own: origins.vendors_own_questionnaire,
        },
        answers: AnswersBasisJson {
            answered: subject.answers.answered.map(DateJson::of),
            old: old_answers(subject).is_some(),
            sha256: FingerprintJson(subject.answers.source.fingerprint().to_string()),
            papers_sha256: subject.papers.files().iter().map(|file| FingerprintJson(file.to_string())).collect(),
            bound_sha256: FingerprintJson(bound_to(subject).to_string()),
            word_for_word: word_for_word(subject).map(|WordForWord { same, given, from }| WordForWordJson {
                same,
                given,
                from: match from {
                    SaidBefore::Day(day) => Some(DateJson::of(day)),
                    SaidBefore::File(_) | SaidBefore::Form => None,
                },
            }),
        },
        review: subject.review.map(|review| ReviewBasisJson {
            reviewer: NameJson(&review.reviewer),
            client: review.client.as_deref(),
            reviewed: DateJson::of(review.reviewed),
            sha256: FingerprintJson(review.source.fingerprint().to_string()),
            beside_answers: origins.review_beside_answers,
            named: !origins.unnamed_review,
        }),
        policy: subject.policy.source.as_ref().map(|source| PolicyBasisJson {
            sha256: FingerprintJson(source.fingerprint().to_string()),
            found: origins.found_policy.is_some(),
            place: origins.found_policy.as_ref().map(|found| one_line(&found.file)),
            dated: subject.policy.dated.map(DateJson::of),
        }),
        command: made_by.command().cloned(),
    }
}

pub(super) fn policy(policy: &Policy) -> PolicyJson {
    let tiers = [Level::Low, Level::Medium, Level::High, Level::Critical];
    let risks = |tier: Level| RisksJson(policy.residual_risk[tier.index()].map(WordJson));
    let bounds = |severity: Level| BoundsJson(tiers.map(|tier| WordJson(Bound(policy.bound(severity, tier)))));
    let weight = |importance: Importance| WeightJson(policy.weight(importance));
    PolicyJson {
        importance: Importance::ALL.iter().map(|(_, of)| (WordJson(*of), weight(*of))).collect(),
        assurance: Assurance::ALL.iter().map(|(_, of)| (WordJson(*of), PercentJson(policy.credit(*of)))).collect(),
        bands: policy.bands.map(PercentJson),
        residual_risk: tiers.map(|tier| (WordJson(tier), risks(tier))).into(),
        red_flags: tiers.map(|severity| (WordJson(severity), bounds(severity))).into(),
        minimum_coverage: PercentJson(policy.minimum_coverage),
        not_applicable_cap: PercentJson(policy.not_applicable_cap),
        scope_by_claim: PercentJson(policy.scope_by_claim),
        verified_months: policy.verified_months,
        answers_months: policy.answers_months,
        review_months: tiers.map(|tier| (WordJson(tier), MonthsJson(policy.review_months[tier.index()]))).into(),
        must_be: WordJson(policy.must_be),
        evidence_months: policy.evidence_months,
        ruled_out_by: WordJson(policy.ruled_out_by),
        screening_up_to: policy.screening_up_to.map(WordJson),
    }
}

pub(super) fn frameworks<'a>(story: &Story<'_, 'a>) -> BTreeMap<IdJson<'a>, FrameworkJson<'a>> {
    let frameworks = story.questionnaire().frameworks.iter();
    let document = |title, link| FrameworkJson { title, link };
    frameworks
        .map(|framework| (IdJson(&framework.id), document(story.say(&framework.title), framework.link.as_deref())))
        .collect()
}

pub(super) fn gate(story: &Story<'_, '_>, gate: &GateOutcome) -> GateJson {
    let failed = &gate.failed;
    GateJson {
        as_of: DateJson::of(gate.as_of),
        passed: failed.is_empty(),
        failed: failed.iter().map(|failed| WordJson(failed.rule())).collect(),
        in_words: failed.iter().map(|rule| naming::failed_rule(*rule, story.lang)).collect(),
    }
}
