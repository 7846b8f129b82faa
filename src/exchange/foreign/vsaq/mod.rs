//! VSAQ, Google's questionnaires for vendors: a form in JSON, and the answers that its page saves.

mod answers;
mod conditions;
mod expression;
mod form;
mod questions;

use super::{Drafted, Foreign, Format, Replied, SaidOfFile};
use crate::exchange::tree::Tree;
use crate::questionnaire::Questionnaire;
use crate::words::problem::foreign as problem;

/// The format.
pub const FORMAT: Format = Format { id: "vsaq", title: "VSAQ", fits, questionnaire, answers: Some(replied) };

fn tree(opened: &Foreign) -> Option<&Tree> {
    if let Foreign::Tree(tree) = opened { Some(tree) } else { None }
}

fn fits(opened: &Foreign) -> bool {
    tree(opened).is_some_and(|tree| form::VsaqForm::of(tree).is_some() || answers::fits(tree))
}

/// Whether a file holds words alone, some of them to what a questionnaire asks.
pub fn holds_words(opened: &Foreign, asked: &Questionnaire) -> bool {
    tree(opened).is_some_and(|tree| answers::are_words(tree, asked))
}

fn questionnaire(opened: &Foreign, wanted: &SaidOfFile) -> Drafted {
    let form = tree(opened).and_then(form::VsaqForm::of);
    let (draft, ledger) =
        questions::draft(&form.ok_or_else(|| problem::foreign_without_questions(FORMAT.title))?, &wanted.stem);
    if draft.categories.is_empty() {
        return Err(problem::foreign_without_questions(FORMAT.title).into());
    }
    Ok((draft, ledger))
}

fn replied(opened: &Foreign, questionnaire: &Questionnaire, _: &SaidOfFile) -> Replied {
    match tree(opened).filter(|tree| form::VsaqForm::of(tree).is_none()) {
        Some(tree) => Ok(answers::heard(tree, questionnaire)),
        None => Err(problem::foreign_no_answers(FORMAT.title).into()),
    }
}
