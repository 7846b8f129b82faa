//! What a dialogue needs of a case: where our review belongs, and the answers as it has changed them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::model::Case;
use super::origins::ReviewOrigin;
use super::shelf::Shelf;
use super::world::World;
use super::{papers, review};
use crate::answers::{Answers, read as read_answers};
use crate::review::Review;
use crate::source::{Arena, Checked, Diagnostics, Source};
use crate::words::clean::shown;
use crate::words::problem::answers as problem;

impl Case {
    /// Where our review of these answers would be if there were one and nobody named it.
    pub(crate) fn review_place(&self, answers: &Path) -> (PathBuf, ReviewOrigin) {
        review::place(answers, &self.policy)
    }

    /// Goes on with our review, which is being written: what it says counts from its day, and so nothing is asked again
    /// that it says, whatever day is looked at.
    pub(crate) fn go_on_with_review(&mut self, review: Review, origin: ReviewOrigin) {
        self.as_of = self.as_of.max(review.reviewed);
        self.review = Some((review, origin));
    }

    /// Goes on with answers that have been read again, and looks anew which of their documents are here. Gives back the
    /// answers from before.
    pub(crate) fn go_on_with(&mut self, answers: Answers, world: &dyn World) -> Answers {
        let file = answers.source.path.clone(); // a dialogue writes to a file
        self.papers = papers::look(&answers, Some(&file), &self.policy, (world, &Shelf::default()));
        std::mem::replace(&mut self.answers, answers)
    }

    /// Reads the answers again, which have been changed since; they must still name the same questionnaire.
    pub(crate) fn reread_answers(&self, source: &Arc<Source>) -> Checked<Answers> {
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let Some(root) = read_answers::tree(source, &arena, &mut notes) else { return Checked::new(None, notes) };
        let reference = read_answers::reference(&root, source);
        notes.append(reference.diagnostics);
        let Some((reference, span)) = reference.value else { return Checked::new(None, notes) };
        if reference != self.answers.questionnaire {
            notes.note(source, span, problem::other_questionnaire(shown(&reference), self.questionnaire.reference()));
        }
        let mut checked = read_answers::read(&root, source, &reference, &self.questionnaire);
        checked.diagnostics.append(notes);
        Checked::new(checked.value, checked.diagnostics)
    }
}
