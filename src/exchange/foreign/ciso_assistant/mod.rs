//! CISO Assistant: frameworks of its libraries as questionnaires, and the table of an audit as answers.

mod audit;
mod library;
mod questions;

use super::{Drafted, Foreign, Format, Replied, SaidOfFile};
use crate::questionnaire::Questionnaire;
use crate::words::problem::foreign as problem;

/// The format.
pub const FORMAT: Format =
    Format { id: "ciso-assistant", title: "CISO Assistant", fits, questionnaire, answers: Some(replied) };

fn fits(opened: &Foreign) -> bool {
    match opened {
        Foreign::Tree(tree) => library::fits(tree),
        Foreign::Cells(cells) => audit::heads(cells).is_some(),
    }
}

fn questionnaire(opened: &Foreign, wanted: &SaidOfFile) -> Drafted {
    let library = if let Foreign::Tree(tree) = opened { library::Library::of(tree) } else { None };
    let found = library.map(|library| questions::draft(&library, &wanted.stem));
    match found.filter(|(draft, _)| !draft.categories.is_empty()) {
        Some(found) => Ok(found),
        None => Err(problem::foreign_without_questions(FORMAT.title).into()),
    }
}

fn replied(opened: &Foreign, questionnaire: &Questionnaire, _: &SaidOfFile) -> Replied {
    match opened {
        Foreign::Cells(cells) if audit::heads(cells).is_some() => Ok(audit::heard(cells, questionnaire)),
        _ => Err(problem::foreign_no_answers(FORMAT.title).into()),
    }
}
