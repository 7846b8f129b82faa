//! OSCAL catalogs: controls as questions. A catalog says what should be in place and not what an answer is worth, so
//! each control becomes a question that is answered with yes, partly or no.

mod catalog;
mod prose;

use super::{Drafted, Foreign, Format, SaidOfFile};
use crate::exchange::tree::Tree;
use crate::words::clean::one_line;
use crate::words::problem::foreign as problem;

/// The format.
pub const FORMAT: Format = Format { id: "oscal", title: TITLE, fits, questionnaire, answers: None };

const TITLE: &str = "OSCAL catalog";

/// The catalog in a file, if there is one.
fn catalog(opened: &Foreign) -> Option<&Tree> {
    let Foreign::Tree(tree) = opened else { return None };
    let catalog = tree.get("catalog")?;
    (catalog.get("metadata").is_some() && ["groups", "controls"].iter().any(|key| catalog.get(key).is_some()))
        .then_some(catalog)
}

/// What else OSCAL has, none of which asks anything.
const OTHERS: [&str; 7] = [
    "assessment-results",
    "assessment-plan",
    "plan-of-action-and-milestones",
    "system-security-plan",
    "component-definition",
    "profile",
    "mapping-collection",
];

/// What a file of OSCAL holds that is no catalog.
pub fn other(opened: &Foreign) -> Option<&'static str> {
    let Foreign::Tree(tree) = opened else { return None };
    OTHERS.into_iter().find(|key| tree.get(key).is_some_and(|found| found.get("metadata").is_some()))
}

fn fits(opened: &Foreign) -> bool {
    catalog(opened).is_some()
}

fn questionnaire(opened: &Foreign, wanted: &SaidOfFile) -> Drafted {
    let (draft, ledger) = catalog(opened).map(|found| catalog::draft(found, wanted)).unwrap_or_default();
    if draft.categories.is_empty() {
        return Err(problem::foreign_without_questions(one_line(TITLE)).into());
    }
    Ok((draft, ledger))
}
