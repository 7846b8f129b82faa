//! What a newer file gives again of what is answered: the day of answers is one of all of them.

use std::collections::HashSet;

use super::registers::Ways;
use super::understood::Understood;
use crate::answers::form_file::{FilledIn, Prefilled};
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;

/// A day that was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayStays {
    /// The day that stands there, if one does.
    pub ours: Option<Date>,
    /// The day of what came in.
    pub theirs: Date,
    /// So many answers that are there it does not give.
    pub left: usize,
}

/// What a file says of questions. Of what was not understood whole, no part replaces anything.
pub fn given_by(theirs: &Understood, ways: Ways) -> impl Iterator<Item = (&QuestionId, &Prefilled)> {
    let unread = |at: &QuestionId| theirs.unread.iter().any(|unread| unread.question == Some(*at));
    theirs.filled_in.answers.iter().filter(move |(at, _)| ways == Ways::Fill || !unread(at))
}

/// So many questions are answered that another file does not answer.
pub fn not_given_again(ours: &FilledIn, theirs: &Understood, ways: Ways) -> usize {
    let again: HashSet<&QuestionId> =
        given_by(theirs, ways).filter(|it| it.1.answer.is_some()).map(|it| it.0).collect();
    ours.answers.iter().filter(|(at, given)| given.answer.is_some() && !again.contains(at)).count()
}
