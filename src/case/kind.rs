//! What a file is, by what it says of itself.

use std::sync::Arc;

use crate::answers::read as read_answers;
use crate::policy;
use crate::questionnaire::read as read_questionnaire;
use crate::review::read as read_review;
use crate::source::nearest::nearest;
use crate::source::{Diagnostics, Node, Source, yaml};
use crate::words::clean::{Clean, one_line};
use crate::words::problem::text as problem;

/// What a file is, by its `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// What the vendor says.
    Answers,
    /// What we know and decide.
    Review,
    /// What is asked.
    Questionnaire,
    /// A category of a questionnaire, which means nothing without it.
    Category,
    /// What we accept.
    Policy,
}

/// The formats that there are.
const FORMATS: [(&str, FileFormat); 5] = [
    (read_answers::FORMAT, FileFormat::Answers),
    (read_review::FORMAT, FileFormat::Review),
    (read_questionnaire::FORMAT, FileFormat::Questionnaire),
    (read_questionnaire::CATEGORY_FORMAT, FileFormat::Category),
    (policy::read::FORMAT, FileFormat::Policy),
];

/// What a YAML file says that it is; an unknown format is noted with those that there are.
pub fn format(source: &Arc<Source>, notes: &mut Diagnostics) -> Option<FileFormat> {
    let node = yaml::peek(source, "format", read_questionnaire::MOST_NODES, notes);
    let known = FORMATS.map(|(format, _)| format);
    let Some(written) = node.as_ref().and_then(Node::text) else {
        if notes.is_empty() {
            notes.note_file(source, problem::no_format(Clean::joined(known, " | ")));
        }
        return None;
    };
    let found = FORMATS.into_iter().find(|(format, _)| *format == written).map(|(_, format)| format);
    if found.is_none() {
        let problem = problem::wrong_format(one_line(written), Clean::joined(known, " | "));
        let span = node.as_ref().map(|node| node.span).unwrap_or_default();
        notes.note(source, span, problem.did_you_mean(nearest(written, known)));
    } else {
        *notes = Diagnostics::default(); // the reader of the format says it again, with more
    }
    found
}

/// Whether a text says that it holds answers, of whatever version. One that is broken may be meant to: its reader says
/// what is wrong.
pub fn holds_answers(source: &Arc<Source>) -> bool {
    let name = |format: &str| format.split('@').next().unwrap_or_default().to_owned();
    let mut notes = Diagnostics::default();
    let format = yaml::peek(source, "format", read_answers::MOST_NODES, &mut notes);
    match format.as_ref().and_then(Node::text) {
        Some(format) => name(format) == name(read_answers::FORMAT),
        None => notes.has_errors() && source.text.contains(read_answers::FORMAT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_to_hold_answers_is_never_passed_over() {
        let holds = |text: &str| holds_answers(&Source::new("v.yaml", text));
        for answers in ["format: duly/answers@1\n", "format: duly/answers@7\n", "x: [y\nformat: duly/answers@1\n"] {
            assert!(holds(answers), "{answers}");
        }
        for other in ["format: duly/review@1\n", "services: {web: {image: x}}\n", "services: [x\n", ""] {
            assert!(!holds(other), "{other}");
        }
    }
}
