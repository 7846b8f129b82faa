//! Files as their readers see them: from the text of a file to what is read of it. No process, no disk. Tests,
//! properties, benchmarks and fuzzing read in this way.

use std::sync::Arc;

use duly::internal::answers::{Answers, read as read_answers};
use duly::internal::questionnaire::{self, Questionnaire};
use duly::internal::source::{Arena, Checked, Diagnostics, Source};
use duly::internal::words::problem::{Problem, text};

/// A questionnaire that holds its categories itself.
pub fn questionnaire(source: &Arc<Source>) -> Checked<Questionnaire> {
    let no_file = |_: &str| -> Result<Arc<Source>, Problem> { Err(text::empty_file("x")) };
    questionnaire::read(source, &no_file)
}

/// A vendor's answers to a questionnaire.
pub fn answers(source: &Arc<Source>, questionnaire: &Questionnaire) -> Checked<Answers> {
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let Some(root) = read_answers::tree_or_mended(source, &arena, &mut notes) else { return Checked::new(None, notes) };
    let reference = read_answers::reference(&root, source);
    notes.append(reference.diagnostics);
    let Some((reference, _)) = reference.value else { return Checked::new(None, notes) };
    let read = read_answers::read(&root, source, &reference, questionnaire);
    notes.append(read.diagnostics);
    Checked::new(read.value, notes)
}

/// What was read; that it can be is a part of every test.
#[track_caller]
pub fn accepted<T>(checked: Checked<T>) -> T {
    assert!(checked.value.is_some(), "refused: {:?}", checked.diagnostics);
    checked.value.unwrap()
}
