//! Where our review is, and whether it is surely ours.

use std::path::{Path, PathBuf};

use super::desk::{Desk, beside};
use super::origins::ReviewOrigin;
use super::policy::is_found;
use super::request::{Input, Request, WhichReview};
use super::review_names::review_name;
use super::world::FileKind;
use crate::answers::Answers;
use crate::answers::read::LARGEST;
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::review::{Review, read as read_review};
use crate::source::Source;
use crate::words::clean::{one_line, shown};
use crate::words::problem::{policy as policy_problem, review as problem};

impl Desk<'_> {
    pub(super) fn review(
        &mut self,
        request: &Request,
        (questionnaire, answers, policy): (&Questionnaire, &Answers, &Policy),
    ) -> Option<(Review, ReviewOrigin)> {
        let (input, origin) = self.which_review(request, policy)?;
        let source = self.read(&input, LARGEST)?;
        if origin == ReviewOrigin::BesideAnswers {
            self.notes.note_file(&source, problem::review_beside_answers(one_line(&source.name)));
        }
        if origin == ReviewOrigin::Policy && is_found(request, policy) {
            self.notes.note_file(&source, problem::review_by_found_policy(one_line(&source.name)));
        }
        let (review, wrong) = read_review::read_on(&source, questionnaire, answers);
        if self.is_not_ours(&source, &wrong, read_review::FORMAT) {
            return None;
        }
        self.notes.append(wrong);
        review.map(|review| (review, origin))
    }

    /// Which review is used: the one that is named, else the one where reviews are, if it is there. One of answers that
    /// lie nowhere is never found.
    pub(super) fn which_review(&mut self, request: &Request, policy: &Policy) -> Option<(Input, ReviewOrigin)> {
        let file = match (&request.review, &request.answers) {
            (WhichReview::Without, _) | (WhichReview::Usual, Input::Given(..)) => return None,
            (WhichReview::Named(named), _) => return Some((named.clone(), ReviewOrigin::Named)),
            (WhichReview::Usual, Input::File(file) | Input::Opened(file, _)) => file,
        };
        let (path, origin) = self.review_place(file, policy)?;
        let is_there = self.is_there(&path);
        if !is_there && origin == ReviewOrigin::Policy {
            let answers = Source::new(request.answers.name(), "");
            self.notes.note_file(&answers, problem::no_review_found(shown(path.display())));
        }
        is_there.then_some((Input::File(path), origin))
    }

    /// Where the review of an answers file belongs, if that folder is there; a missing one is noted.
    pub(super) fn review_place(&mut self, file: &Path, policy: &Policy) -> Option<(PathBuf, ReviewOrigin)> {
        if policy.reviews.is_some() {
            self.reviews_folder(policy)?;
        }
        Some(place(file, policy))
    }

    /// The folder in which the policy says that reviews are; a missing one is noted.
    fn reviews_folder(&mut self, policy: &Policy) -> Option<()> {
        let path = beside(policy, policy.reviews.as_deref()?);
        if self.world.kind(&path) == Some(FileKind::Folder) {
            return Some(());
        }
        let problem = policy_problem::reviews_folder_missing(shown(path.display()));
        policy.source.iter().for_each(|source| self.notes.note_file(source, problem.clone()));
        None
    }
}

/// Where the review of an answers file is, or would be, if nobody names it: where the policy says and nowhere else,
/// else beside the answers.
pub fn place(answers: &Path, policy: &Policy) -> (PathBuf, ReviewOrigin) {
    let name = review_name(answers);
    match &policy.reviews {
        Some(folder) => (beside(policy, folder).join(name), ReviewOrigin::Policy),
        None => (answers.with_file_name(name), ReviewOrigin::BesideAnswers),
    }
}
