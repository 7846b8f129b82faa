//! Questions and answers as observations: what was said, how it was found out, what it rests on and until when.

use serde::Serialize;

use super::parties::PartyKind;
use super::resources::document_id;
use super::value::{JudgedBasis, OscalId, OscalMoment, OscalProp, OscalProse};
use crate::assessment::assurance::BackedBy;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::evidence::{RegisteredEvidence, Support, evidence_of};
use crate::assessment::paper::EvidenceState;
use crate::assessment::scope::Status;
use crate::assessment::{Assessment, insight};
use crate::policy::{Assurance, Proof};
use crate::questionnaire::ids::{ById, QuestionId};
use crate::report::naming::state_of;
use crate::report::parts::answers::said;
use crate::report::parts::evidence::named;
use crate::report::story::Story;
use crate::source::Date;
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ObservationOscal {
    uuid: OscalId,
    title: OscalProse,
    description: OscalProse,
    props: Vec<OscalProp>,
    methods: [&'static str; 1],
    origins: [OriginOscal; 1],
    subjects: [SubjectOscal; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relevant_evidence: Vec<EvidenceOscal>,
    collected: OscalMoment,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<OscalMoment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<OscalProse>,
}

/// Who said it.
#[derive(Serialize)]
struct OriginOscal {
    actors: [ActorOscal; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ActorOscal {
    #[serde(rename = "type")]
    kind: &'static str,
    actor_uuid: OscalId,
}

impl OriginOscal {
    /// One of the parties.
    fn of(party: OscalId) -> OriginOscal {
        OriginOscal { actors: [ActorOscal { kind: "party", actor_uuid: party }] }
    }
}

/// Whom it is about.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SubjectOscal {
    subject_uuid: OscalId,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// A document, as it stands for this answer.
#[derive(Serialize)]
struct EvidenceOscal {
    href: String,
    description: OscalProse,
    props: Vec<OscalProp>,
}

/// A reference to an observation.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedObservation {
    observation_uuid: OscalId,
}

impl RelatedObservation {
    /// To those of some questions that are observed.
    pub(super) fn all(
        assessment: &Assessment<'_>,
        basis: &JudgedBasis,
        questions: &[QuestionId],
    ) -> Vec<RelatedObservation> {
        let observed = questions.iter().filter(|at| is_observed(assessment, **at));
        observed.map(|at| RelatedObservation { observation_uuid: observation_id(assessment, basis, *at) }).collect()
    }
}

/// Whether a question was or may be asked of this vendor.
pub(super) fn is_observed(assessment: &Assessment<'_>, at: QuestionId) -> bool {
    !matches!(assessment.questions[at].status, Status::NotAsked | Status::OutOfScope)
}

fn observation_id(assessment: &Assessment<'_>, basis: &JudgedBasis, at: QuestionId) -> OscalId {
    basis.id("observation", &assessment.subject.questionnaire.questions[at].id)
}

/// An observation for each question that was or may be asked.
pub(super) fn observations(
    story: &Story<'_, '_>,
    basis: &JudgedBasis,
    register: &[RegisteredEvidence<'_>],
) -> Vec<ObservationOscal> {
    let assessment = story.assessment;
    let mut supports = assessment.questions.map(|_, _| Vec::new());
    for (number, entry) in register.iter().enumerate() {
        entry.supports.iter().for_each(|support| supports[support.question].push((number, entry, support)));
    }
    let observed = assessment.questions.ids().filter(|at| is_observed(assessment, *at));
    observed.map(|at| observation(story, basis, &supports, at)).collect()
}

type Supports<'r, 'a> = ById<QuestionId, Vec<(usize, &'r RegisteredEvidence<'a>, &'r Support)>>;

fn observation(
    story: &Story<'_, '_>,
    basis: &JudgedBasis,
    supports: &Supports<'_, '_>,
    at: QuestionId,
) -> ObservationOscal {
    let assessment = story.assessment;
    let question = &story.questionnaire().questions[at];
    let vendor = PartyKind::Organization.id(&assessment.subject.answers.vendor);
    let collected = collected(assessment, at);
    let told = said(story, at).into_iter().map(|fact| fact.name.and(": ").and(fact.text.words()));
    let evidence = supports[at].iter().map(|(number, entry, support)| EvidenceOscal {
        href: document_id(basis, *number).here(),
        description: OscalProse::line(&cited(story, entry, support.worth.state)),
        props: vec![
            OscalProp::word("shown-by", entry.source.word()),
            OscalProp::word("state", support.worth.state.word()),
        ],
    });
    ObservationOscal {
        uuid: observation_id(assessment, basis, at),
        title: OscalProse::line(&story.say(&question.ask)),
        description: OscalProse::paragraphs(&told.collect::<Vec<_>>()),
        props: props(story, at),
        methods: [method(assessment, at)],
        origins: [OriginOscal::of(whose(assessment, at).unwrap_or(vendor))],
        subjects: [SubjectOscal { subject_uuid: vendor, kind: "party" }],
        relevant_evidence: evidence.collect(),
        collected: OscalMoment::start(collected.unwrap_or(assessment.subject.as_of)),
        expires: expires(assessment, at).map(OscalMoment::end),
        remarks: collected.is_none().then(|| OscalProse::line(&story.lang.day_of_judgement())),
    }
}

/// A document and what it is worth for this answer.
fn cited(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>, state: EvidenceState) -> Clean {
    state_of(entry.item, state, story.lang).and(": ").and(named(story, entry))
}

fn props(story: &Story<'_, '_>, at: QuestionId) -> Vec<OscalProp> {
    let (assessment, questionnaire) = (story.assessment, story.questionnaire());
    let (question, judged) = (&questionnaire.questions[at], &assessment.questions[at]);
    let mut props = vec![OscalProp::of("question", &question.id), OscalProp::word("status", judged.status.word())];
    props.extend(judged.backing.map(|backing| OscalProp::word("assurance", backing.assurance.word())));
    props.extend(insight::open(assessment, at).map(|open| OscalProp::word("open", open.word())));
    props.extend(question.refs.iter().flat_map(|(framework, points)| {
        let framework = &questionnaire.frameworks[*framework].id;
        points.iter().map(move |point| OscalProp::foreign("refers-to", point).class(framework))
    }));
    props
}

/// Who says what counts: we, where we answered or saw it ourselves; `None` for the vendor.
fn whose(assessment: &Assessment<'_>, at: QuestionId) -> Option<OscalId> {
    let judged = &assessment.questions[at];
    let is_ours = matches!(judged.effective, EffectiveAnswer::Ours(_)) || judged.rests_on(Assurance::Verified);
    assessment.subject.review.filter(|_| is_ours).map(|review| PartyKind::Person.id(&review.reviewer))
}

/// How it was found out: what rests on a word, or on proof that has run out, by an interview; what rests on a paper or
/// on what we saw by an examination.
fn method(assessment: &Assessment<'_>, at: QuestionId) -> &'static str {
    match assessment.questions[at].backing.map(|backing| backing.assurance.proof()) {
        Some(Proof::Documented | Proof::Verified) => "EXAMINE",
        Some(Proof::Claimed) | None => "INTERVIEW",
    }
}

/// When it was found out: when we saw it, or when it was answered; `None` where nobody says.
fn collected(assessment: &Assessment<'_>, at: QuestionId) -> Option<Date> {
    let subject = &assessment.subject;
    let observation = subject.review.and_then(|review| review.observation(at));
    let seen = match assessment.questions[at].backing.and_then(|backing| backing.by) {
        Some(BackedBy::Ours(seen)) => observation.and_then(|observation| observation.verified.get(seen)),
        _ => None,
    };
    let is_ours = seen.is_some() || matches!(assessment.questions[at].effective, EffectiveAnswer::Ours(_));
    let reviewed = subject.review.filter(|_| is_ours).map(|review| review.reviewed);
    let given = subject.answers.answers[at].as_ref().and_then(|given| given.by.as_ref()?.on);
    let days = [seen.and_then(|seen| seen.issued), reviewed, given, subject.answers.answered];
    days.into_iter().flatten().next()
}

/// The last day on which what proves it best is current; `None` where nothing does, or it does not age.
fn expires(assessment: &Assessment<'_>, at: QuestionId) -> Option<Date> {
    let by = assessment.questions[at].backing?.by?;
    let subject = &assessment.subject;
    let item = match by {
        BackedBy::Vendor(document) => &subject.answers.evidence[document],
        BackedBy::Ours(seen) => subject.review?.observation(at)?.verified.get(seen)?,
    };
    let documents = evidence_of(assessment, at);
    let proof = documents.iter().find(|document| std::ptr::eq(document.item, item))?;
    proof.until
}
