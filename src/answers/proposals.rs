//! What a form proposes beside its questions, as one fingerprint: so it is seen whether the same comes back.

use super::model::Proposal;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::Fingerprint;
use crate::words::clean::one_line;

/// The fingerprint of what is proposed, in the order of the questions; `None` where nothing is.
pub fn fingerprint<'p>(
    proposed: impl IntoIterator<Item = (QuestionId, &'p Proposal)>,
    questionnaire: &Questionnaire,
) -> Option<Fingerprint> {
    let line = |(at, proposal): (QuestionId, &Proposal)| {
        let question = &questionnaire.questions[at];
        // blanks may be wrapped anew on the way
        format!("{} {}\n", question.id, one_line(&proposal.value(question).in_brackets()))
    };
    let lines: Vec<String> = proposed.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| Fingerprint::of(&lines))
}
