//! What to ask the vendor for: documents that would prove its answers, each once, with all that it would settle.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::effective::EffectiveAnswer;
use super::evidence::unchecked_document;
use super::model::Assessment;
use super::paper::EvidenceState;
use crate::policy::Assurance;
use crate::questionnaire::ids::{ById, KindId, QuestionId};
use crate::words::Exact;

/// A document to ask for: one of its kind proves all these answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRequest {
    /// The kind; `None` for answers that no kind is asked for.
    pub kind: Option<KindId>,
    /// The questions whose answers it would prove, the largest gain first.
    pub questions: Vec<QuestionId>,
    /// Grains gained once it is here and fits, before anybody has checked it: exactly, for one that settles all these
    /// questions and says nothing that it should not.
    pub on_paper: Exact,
    /// Grains gained once we have checked it as well.
    pub gain: Exact,
}

/// What to ask for, the largest gain first. A question that takes several kinds stands under the one of which the
/// vendor has named a document that does not count yet, else under the one that proves most of all; so that as few
/// documents as may be are asked for. Left out is what no document of the vendor can prove: what we say in its place,
/// what contradicts another answer, and what is proved on paper already.
pub fn document_requests(assessment: &Assessment<'_>) -> Vec<DocumentRequest> {
    requests_for(assessment, |_| true)
}

/// The same for some questions.
pub fn requests_for(assessment: &Assessment<'_>, is_wanted: impl Fn(QuestionId) -> bool) -> Vec<DocumentRequest> {
    let kinds = &assessment.subject.questionnaire.evidence;
    let mut proves = kinds.map(|_, _| Exact::ZERO);
    let wanted: Vec<_> =
        assessment.remediations().iter().filter(|way| may_be_proved(assessment, way.question)).collect();
    for way in &wanted {
        let asked = &assessment.subject.questionnaire.questions[way.question].evidence;
        asked.iter().for_each(|kind| proves[*kind] += &way.evidence_only);
    }
    let (mut all, mut rows): (Vec<DocumentRequest>, HashMap<Option<KindId>, usize>) = Default::default();
    for way in wanted.into_iter().filter(|way| is_wanted(way.question)) {
        let kind = kind_for(assessment, way.question, &proves);
        let row = *rows.entry(kind).or_insert_with(|| {
            all.push(DocumentRequest { kind, questions: Vec::new(), on_paper: Exact::ZERO, gain: Exact::ZERO });
            all.len() - 1
        });
        all[row].questions.push(way.question);
        all[row].on_paper += &on_paper(assessment, way.question);
        all[row].gain += &way.evidence_only;
    }
    all.sort_by(|a, b| b.gain.cmp(&a.gain)); // stable: ties keep the order of the remediations
    all
}

/// Whether a document of the vendor would prove more of an answer than is proved.
fn may_be_proved(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    let judged = &assessment.questions[question];
    let is_ours = matches!(judged.effective, EffectiveAnswer::Ours(_));
    !judged.parts.evidence_gap.is_zero()
        && !is_ours
        && !assessment.papers.is_contradicted(question)
        && unchecked_document(assessment, question).is_none()
}

/// The kind under which a question is asked for.
fn kind_for(assessment: &Assessment<'_>, question: QuestionId, proves: &ById<KindId, Exact>) -> Option<KindId> {
    let subject = &assessment.subject;
    let asked = &subject.questionnaire.questions[question].evidence;
    let cited = subject.answers.answers[question].iter().flat_map(|given| &given.evidence);
    let mut named = cited.filter_map(|item| {
        let state = assessment.papers.for_question(subject, question, *item).state;
        let may_yet_count = matches!(
            state,
            EvidenceState::NotHere | EvidenceState::NoPlace | EvidenceState::NoDate | EvidenceState::Expired
        );
        subject.answers.evidence[*item].kind.filter(|kind| may_yet_count && asked.contains(kind))
    });
    let most = || asked.iter().copied().max_by_key(|kind| (&proves[*kind], Reverse(*kind)));
    named.next().or_else(most)
}

/// Grains that a current document which fits gives an answer, unchecked.
pub fn on_paper(assessment: &Assessment<'_>, question: QuestionId) -> Exact {
    let parts = &assessment.questions[question].parts;
    let said = &parts.assured + &parts.evidence_gap;
    let credit = assessment.subject.policy.credit(Assurance::Documented);
    let gain = Exact::ratio(said * credit, Exact::from(100)).unwrap_or_default() - &parts.assured;
    if gain.is_positive() { gain } else { Exact::ZERO }
}

/// The kind of document to ask for with each of some questions that are not answered yet, or whose answer has to
/// change, next to what is asked for already: of the kinds that the question takes, one that is asked for anyway, else
/// the one that most of these questions take. Left out are those that take none, and those that take a kind of which
/// the vendor has sent a document that is current.
pub fn kinds_to_come(
    assessment: &Assessment<'_>,
    requests: &[DocumentRequest],
    questions: &[QuestionId],
) -> Vec<(QuestionId, KindId)> {
    let subject = &assessment.subject;
    let taken = |at: QuestionId| &subject.questionnaire.questions[at].evidence;
    let mut wanted = subject.questionnaire.evidence.map(|_, _| (false, 0_usize));
    for kind in requests.iter().filter_map(|request| request.kind) {
        wanted[kind].0 = true;
    }
    for kind in questions.iter().flat_map(|at| taken(*at)) {
        wanted[*kind].1 += 1;
    }
    let is_here = |kind: &KindId| {
        let of_kind = subject.answers.evidence.with_ids().filter(|(_, item)| item.kind == Some(*kind));
        of_kind.into_iter().any(|(at, _)| assessment.papers.alone(at).state.is_current())
    };
    let to_ask = questions.iter().filter(|at| !taken(**at).iter().any(is_here));
    let chosen = to_ask.filter_map(|at| {
        let most = taken(*at).iter().copied().max_by_key(|kind| (wanted[*kind], Reverse(*kind)));
        Some((*at, most?))
    });
    chosen.collect()
}
