//! Problems in places, collected while reading.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::{Source, Span};
use crate::words::problem::{Code, Problem, Severity, text};

/// One problem in one place of one file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// The file.
    pub source: Arc<Source>,
    /// Where in it; `None` when the whole file is meant.
    pub span: Option<Span>,
}

/// The problems found so far, in the order in which they were noted.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
    kept_errors: usize,
    left_out: usize,
    /// Whether none is kept.
    is_count: bool,
}

/// More errors than this, and more warnings, are counted but not kept: nobody reads them, and a hostile file could have
/// a million. However many warnings there are, they never push out an error.
const KEPT: usize = 1000;

impl Diagnostics {
    /// How many problems there are, and no more of them: nobody will read them.
    pub fn mere_count() -> Diagnostics {
        Diagnostics { is_count: true, ..Diagnostics::default() }
    }

    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let severity = diagnostic.problem.code.severity;
        self.errors += usize::from(severity == Severity::Error);
        if self.has_room(severity) {
            self.kept_errors += usize::from(severity == Severity::Error);
            self.list.push(diagnostic);
        } else {
            self.left_out += 1;
        }
    }

    /// Whether one more of a severity is kept.
    fn has_room(&self, severity: Severity) -> bool {
        let kept = match severity {
            Severity::Error => self.kept_errors,
            Severity::Warning => self.list.len() - self.kept_errors,
        };
        kept < KEPT && !self.is_count
    }

    /// Notes a problem of a place in a file.
    pub fn note(&mut self, source: &Arc<Source>, span: Span, problem: Problem) {
        self.push(Diagnostic { problem, source: Arc::clone(source), span: Some(span) });
    }

    /// Notes a warning of a place in a file; it is put into words only if it is kept.
    pub fn warn(&mut self, source: &Arc<Source>, span: Span, warning: impl FnOnce() -> Problem) {
        if !self.count_if_full(Severity::Warning) {
            let warning = warning();
            debug_assert_eq!(warning.code.severity, Severity::Warning, "{warning:?}");
            self.note(source, span, warning);
        }
    }

    /// Notes a problem of a whole file.
    pub fn note_file(&mut self, source: &Arc<Source>, problem: Problem) {
        self.push(Diagnostic { problem, source: Arc::clone(source), span: None });
    }

    /// Takes over everything that another collection holds.
    pub fn append(&mut self, other: Diagnostics) {
        self.errors += other.errors - other.kept_errors;
        self.left_out += other.left_out;
        other.list.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Lets go of kept problems; those that were only counted stay counted.
    pub fn retain(&mut self, mut keep: impl FnMut(&Diagnostic) -> bool) {
        let list = std::mem::take(&mut self.list);
        self.errors -= self.kept_errors;
        self.kept_errors = 0;
        list.into_iter().filter(|diagnostic| keep(diagnostic)).for_each(|diagnostic| self.push(diagnostic));
    }

    /// The same problems in other places, of another file.
    pub fn moved(mut self, source: &Arc<Source>, to: impl Fn(Span) -> Span) -> Diagnostics {
        for diagnostic in &mut self.list {
            diagnostic.source = Arc::clone(source);
            diagnostic.span = diagnostic.span.map(&to);
        }
        self
    }

    /// Whether nothing was noted that bounds how much is read.
    pub fn is_mere_syntax(&self) -> bool {
        !self.has(text::too_deep(0).code) && !self.has(text::too_many_values(0).code)
    }

    /// Whether a problem of this kind was noted.
    pub fn has(&self, code: &Code) -> bool {
        self.list.iter().any(|found| found.problem.code.id == code.id)
    }

    /// Whether anything stops the judgement.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether no further error would be kept.
    pub fn is_full(&self) -> bool {
        self.kept_errors >= KEPT
    }

    /// How many errors there are, those left out included.
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// How many problems there are, those left out included.
    pub fn len(&self) -> usize {
        self.list.len() + self.left_out
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many problems of each kind are kept, in the order of their codes.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        self.list.iter().for_each(|found| *counts.entry(found.problem.code.id).or_default() += 1);
        counts
    }

    /// The kept problems of some kinds, by the ids of their codes.
    pub fn of_kinds(&self, kinds: &[&str]) -> Diagnostics {
        let mut chosen = Diagnostics::default();
        let is_chosen = |found: &&Diagnostic| kinds.contains(&found.problem.code.id);
        self.list.iter().filter(is_chosen).for_each(|found| chosen.push(found.clone()));
        chosen
    }

    /// The kept problems: by file as first met, then by place.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut files: Vec<&Arc<Source>> = Vec::new();
        let mut keyed: Vec<((usize, Option<Span>), &Diagnostic)> = Vec::with_capacity(self.list.len());
        for diagnostic in &self.list {
            let file = files.iter().position(|known| Arc::ptr_eq(known, &diagnostic.source)).unwrap_or_else(|| {
                files.push(&diagnostic.source);
                files.len() - 1
            });
            keyed.push(((file, diagnostic.span), diagnostic));
        }
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, diagnostic)| diagnostic).collect()
    }

    /// Counts a problem without keeping it, if no more are kept; says whether it did. Spares a hostile file's hundred
    /// thousand mistakes from being put into words.
    pub fn count_if_full(&mut self, severity: Severity) -> bool {
        let full = !self.has_room(severity);
        if full {
            self.errors += usize::from(severity == Severity::Error);
            self.left_out += 1;
        }
        full
    }

    /// Whether more problems than are ever shown have been noted, so that costly suggestions are not worth it.
    pub fn is_crowded(&self) -> bool {
        self.list.len() >= KEPT / 10
    }
}

/// What a reader gives: the value, unless an error stands against it, and everything that was noted.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value, valid by construction; `None` exactly when there are errors.
    pub value: Option<T>,
    /// Errors and warnings.
    pub diagnostics: Diagnostics,
}

impl<T> Checked<T> {
    /// Keeps the value only if nothing stands against it.
    pub fn new(value: Option<T>, diagnostics: Diagnostics) -> Self {
        Checked { value: value.filter(|_| !diagnostics.has_errors()), diagnostics }
    }
}

/// A place that outlives the reading of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Where in it.
    pub span: Span,
}

impl Diagnostics {
    /// Notes a problem of a place.
    pub fn note_at(&mut self, place: &Place, problem: Problem) {
        self.note(&place.source, place.span, problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_let_go_of_is_not_counted() {
        let source = Source::new("v.yaml", "");
        let mut notes = Diagnostics::default();
        [text::hidden_characters(), text::empty_file("x"), text::hidden_characters()]
            .into_iter()
            .for_each(|problem| notes.note_file(&source, problem));
        notes.retain(|found| found.problem.code.severity == Severity::Warning);
        assert_eq!((notes.len(), notes.error_count(), notes.has_errors()), (2, 0, false));
        notes.retain(|_| false);
        assert!(notes.is_empty());
    }

    #[test]
    fn however_many_warnings_there_are_an_error_is_kept() {
        let source = Source::new("v.yaml", "");
        let (mut notes, mut all) = (Diagnostics::default(), Diagnostics::default());
        (0..KEPT + 5).for_each(|_| notes.note_file(&source, text::hidden_characters()));
        assert!(notes.count_if_full(Severity::Warning) && !notes.count_if_full(Severity::Error));
        notes.note_file(&source, text::empty_file("x"));
        all.append(notes);
        let kept = |severity| all.list.iter().filter(|found| found.problem.code.severity == severity).count();
        assert_eq!((kept(Severity::Warning), kept(Severity::Error)), (KEPT, 1));
        assert_eq!((all.len(), all.error_count()), (KEPT + 7, 1));
    }

    #[test]
    fn what_is_only_counted_is_never_put_into_words() {
        let source = Source::new("v.yaml", "");
        let mut count = Diagnostics::mere_count();
        count.warn(&source, Span::default(), || unreachable!("nobody reads it"));
        count.note_file(&source, text::empty_file("x"));
        assert!(count.list.is_empty() && count.has_errors());
        let mut all = Diagnostics::default();
        all.warn(&source, Span::default(), text::hidden_characters);
        all.append(count);
        assert_eq!((all.list.len(), all.len(), all.error_count()), (1, 3, 1));
    }
}
