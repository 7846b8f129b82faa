//! Answers that one vendor gave at two dates in the same words.

use crate::assessment::Assessment;
use crate::assessment::word_for_word::{SaidBefore, WordForWord, WordsGiven};
use crate::questionnaire::matching::Matching;

/// How many of the later answers are, with their comments, word for word the earlier ones; `None` for none.
pub fn unchanged(before: &Assessment<'_>, after: &Assessment<'_>, matching: &Matching) -> Option<WordForWord> {
    let [old, new] = [before, after].map(|assessment| assessment.subject.answers);
    let from = old.answered.map_or_else(|| SaidBefore::File(old.source.name.clone()), SaidBefore::Day);
    said_again((&WordsGiven::of(old), &WordsGiven::of(new)), matching, from)
}

/// The same of what was said then and is said now to the questions of two questionnaires; `from` is the day of then.
pub fn said_again(
    (old, new): (&WordsGiven, &WordsGiven),
    matching: &Matching,
    from: SaidBefore,
) -> Option<WordForWord> {
    let is_same = |was, is| old.at(was).is_some_and(|said| new.at(is) == Some(said));
    let same = matching.common.iter().filter(|(was, is)| is_same(*was, *is)).count();
    (same > 0).then(|| WordForWord { same, given: new.given(), from })
}
