//! Answers that one vendor gave at two dates in the same words.

use crate::assessment::Assessment;
use crate::assessment::word_for_word::{SaidBefore, WordForWord, answers_given, is_word_for_word};
use crate::questionnaire::matching::Matching;

/// How many of the later answers are, with their comments, word for word the earlier ones; `None` for none.
pub fn unchanged(before: &Assessment<'_>, after: &Assessment<'_>, matching: &Matching) -> Option<WordForWord> {
    let [old, new] = [before, after].map(|assessment| assessment.subject.answers);
    let same = matching.common.iter().filter(|(was, is)| is_word_for_word((old, *was), (new, *is))).count();
    let from = old.answered.map_or_else(|| SaidBefore::File(old.source.name.clone()), SaidBefore::Day);
    (same > 0).then(|| WordForWord { same, given: answers_given(new), from })
}
