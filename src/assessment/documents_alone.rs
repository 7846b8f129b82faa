//! What documents alone would do: the rating if the vendor sent some of those that are asked for, and nothing else
//! changed, before anybody has verified them.

use super::flag::{Flag, FlagState};
use super::model::Assessment;
use super::requests::{DocumentRequest, document_requests, on_paper};
use super::score::Score;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::words::Exact;

/// That documents alone lead to a better rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentsAlone {
    /// The rating that they lead to, at most.
    pub rating: Level,
    /// Which: the first of those that are asked for, as few as do.
    pub documents: Vec<DocumentRequest>,
}

/// The fewest of the documents that are asked for, the largest gain first, which alone lead to a better rating; `None`
/// where not even all of them do. What only they could rule out otherwise is left as it is, so that the vendor can rely
/// on it.
pub fn documents_alone(assessment: &Assessment<'_>) -> Option<DocumentsAlone> {
    let now = assessment.rating.as_ref()?.worst;
    let mut requests = document_requests(assessment);
    requests.sort_by(|a, b| b.on_paper.cmp(&a.on_paper)); // stable: ties keep the order of what is asked for
    // more documents never make it worse, so the fewest are found by halves
    let counts: Vec<usize> = (1..=requests.len()).collect();
    let too_few = counts.partition_point(|count| worst_with(assessment, &requests[..*count]) >= Some(now));
    requests.truncate(*counts.get(too_few)?);
    let rating = worst_with(assessment, &requests)?;
    Some(DocumentsAlone { rating, documents: requests })
}

/// The worst rating with some documents more.
fn worst_with(assessment: &Assessment<'_>, documents: &[DocumentRequest]) -> Option<Level> {
    let policy = assessment.subject.policy;
    let overall = assessment.overall.as_ref()?;
    let proved: Vec<QuestionId> = documents.iter().flat_map(|document| document.questions.iter().copied()).collect();
    let tier = assessment.inherent_risk.highest;
    let all: Exact = proved.iter().map(|at| on_paper(assessment, *at)).sum();
    let matrix = policy.risk(tier, policy.band(&assured_with(overall, all)));
    let bounds = assessment.flags.iter().filter(|flag| still_bounds(assessment, flag, &proved));
    Some(bounds.filter_map(|flag| policy.bound(flag.severity, tier)).fold(matrix, Level::max))
}

/// Whether a flag still bounds the rating: of the minimum of a category that is reached it does not.
fn still_bounds(assessment: &Assessment<'_>, flag: &Flag, proved: &[QuestionId]) -> bool {
    match (flag.state, flag.flag) {
        (FlagState::Triggered | FlagState::Open, FlagRef::Flag(_)) => true,
        (FlagState::Triggered | FlagState::Open, FlagRef::Category(at, minimum)) => {
            let score = assessment.categories[at].score.as_ref();
            let more: Exact = of_category(assessment, at, proved).map(|at| on_paper(assessment, at)).sum();
            score.is_none_or(|score| assured_with(score, more) < Exact::from(minimum))
        }
        (FlagState::Clear | FlagState::Waived | FlagState::NotAsked, _) => false,
    }
}

fn of_category<'p>(
    assessment: &'p Assessment<'_>,
    category: CategoryId,
    proved: &'p [QuestionId],
) -> impl Iterator<Item = QuestionId> + 'p {
    let questions = &assessment.subject.questionnaire.questions;
    proved.iter().copied().filter(move |at| questions[*at].category == category)
}

/// The assured score with some grains more.
fn assured_with(score: &Score, more: Exact) -> Exact {
    score.points(&score.parts().assured + more)
}
