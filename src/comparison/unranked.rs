//! Vendors who were all asked the same questions, none of which is scored: they are told side by side, without order.

use super::model::Comparison;
use crate::assessment::Assessment;
use crate::assessment::weigh::weight;
use crate::questionnaire::ids::{ById, QuestionId, VendorId};
use crate::questionnaire::matching::matching;

/// Vendors side by side of whom nobody is ahead.
#[derive(Debug)]
pub struct Unranked<'c, 'a> {
    /// The assessments, ranked as they were named; no two are held against each other by points.
    pub comparison: Comparison<'c, 'a>,
    /// Every question as each was asked it, in the order of the first's questionnaire.
    pub questions: Vec<ById<VendorId, QuestionId>>,
}

/// Puts vendors side by side where no question is scored; `None` where one is, whatever its answer, or where not all
/// were asked the same.
pub fn unranked<'c, 'a: 'c>(assessments: impl IntoIterator<Item = &'c Assessment<'a>>) -> Option<Unranked<'c, 'a>> {
    let vendors: ById<VendorId, &Assessment<'a>> = assessments.into_iter().collect();
    let first = vendors.iter().next()?.subject.questionnaire;
    let mut questions: Vec<Vec<QuestionId>> = vec![Vec::new(); first.questions.ids().count()];
    for assessment in &vendors {
        let asked = assessment.subject.questionnaire;
        let is_scored = |question| weight(&assessment.subject, question) > 0;
        let found = matching(first, asked);
        let is_another = !found.only_first.is_empty() || !found.only_second.is_empty() || !found.changed.is_empty();
        if is_another || asked.questions.ids().any(is_scored) {
            return None;
        }
        questions.iter_mut().zip(&found.common).for_each(|(all, (_, own))| all.push(*own));
    }
    let questions = questions.into_iter().map(|own| own.into_iter().collect()).collect();
    let comparison = Comparison { ranking: vendors.ids().collect(), assessments: vendors, pairs: Vec::new() };
    Some(Unranked { comparison, questions })
}
