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
    /// How many there are of each kind, kept or not, by the ids of their codes.
    kinds: BTreeMap<&'static str, usize>,
    /// Whether none is kept, nor told by its kind.
    is_count: bool,
}

/// More errors than this, and more warnings of one kind, are counted but not kept: nobody reads them, and a hostile
/// file could have a million. However many there are of one kind, they push out no warning of another, and no error.
const KEPT: usize = 1000;

impl Diagnostics {
    /// How many problems there are, and no more of them: nobody will read them.
    pub fn mere_count() -> Diagnostics {
        Diagnostics { is_count: true, ..Diagnostics::default() }
    }

    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let code = diagnostic.problem.code;
        let is_error = code.severity == Severity::Error;
        self.errors += usize::from(is_error);
        if self.is_count {
            self.left_out += 1;
            return;
        }
        let of_its_kind = self.kinds.entry(code.id).or_default();
        *of_its_kind += 1;
        if if is_error { self.kept_errors < KEPT } else { *of_its_kind <= KEPT } {
            self.kept_errors += usize::from(is_error);
            self.list.push(diagnostic);
        } else {
            self.left_out += 1;
        }
    }

    /// Notes a problem of a place in a file.
    pub fn note(&mut self, source: &Arc<Source>, span: Span, problem: Problem) {
        self.push(Diagnostic { problem, source: Arc::clone(source), span: Some(span) });
    }

    /// Notes a warning of a place in a file; it is put into words only where some are kept.
    pub fn warn(&mut self, source: &Arc<Source>, span: Span, warning: impl FnOnce() -> Problem) {
        if self.is_count {
            self.left_out += 1;
            return;
        }
        let warning = warning();
        debug_assert_eq!(warning.code.severity, Severity::Warning, "{warning:?}");
        self.note(source, span, warning);
    }

    /// Notes a problem of a whole file.
    pub fn note_file(&mut self, source: &Arc<Source>, problem: Problem) {
        self.push(Diagnostic { problem, source: Arc::clone(source), span: None });
    }

    /// Takes over everything that another collection holds.
    pub fn append(&mut self, other: Diagnostics) {
        self.errors += other.errors - other.kept_errors;
        self.left_out += other.left_out;
        let not_kept = other.not_kept();
        other.list.into_iter().for_each(|diagnostic| self.push(diagnostic));
        for (kind, count) in not_kept {
            *self.kinds.entry(kind).or_default() += count;
        }
    }

    /// How many of each kind were only counted.
    fn not_kept(&self) -> BTreeMap<&'static str, usize> {
        let mut kinds = self.kinds.clone();
        for found in &self.list {
            kinds.entry(found.problem.code.id).and_modify(|count| *count -= 1);
        }
        kinds.retain(|_, count| *count > 0);
        kinds
    }

    /// Lets go of kept problems; those that were only counted stay counted.
    pub fn retain(&mut self, mut keep: impl FnMut(&Diagnostic) -> bool) {
        self.kinds = self.not_kept();
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

    /// Whether nothing was noted that ended the reading because there is too much.
    pub fn was_read_whole(&self) -> bool {
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

    /// How many problems of each kind there are, those left out included, in the order of their codes.
    pub fn counts(&self) -> &BTreeMap<&'static str, usize> {
        &self.kinds
    }

    /// The problems of some kinds, by the ids of their codes.
    pub fn of_kinds(&self, kinds: &[&str]) -> Diagnostics {
        let mut chosen = Diagnostics { kinds: self.not_kept(), ..Diagnostics::default() };
        chosen.kinds.retain(|kind, _| kinds.contains(kind));
        chosen.left_out = chosen.kinds.values().sum();
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

    /// Counts an error without keeping it, if no more are kept; says whether it did. Spares a hostile file's hundred
    /// thousand mistakes from being put into words.
    pub fn count_error_if_full(&mut self) -> bool {
        let is_full = self.is_full() || self.is_count;
        self.errors += usize::from(is_full);
        self.left_out += usize::from(is_full);
        is_full
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::problem::slips;

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
        assert!(!notes.count_error_if_full());
        notes.note_file(&source, text::empty_file("x"));
        all.append(notes);
        let kept = |severity| all.list.iter().filter(|found| found.problem.code.severity == severity).count();
        assert_eq!((kept(Severity::Warning), kept(Severity::Error)), (KEPT, 1));
        assert_eq!((all.len(), all.error_count()), (KEPT + 6, 1));
    }

    #[test]
    fn however_many_there_are_of_one_kind_those_of_others_are_kept_and_all_are_counted() {
        let source = Source::new("v.yaml", "");
        let (many, one) = (text::hidden_characters().code.id, slips::cut_by_comment("x").code.id);
        let mut notes = Diagnostics::default();
        (0..KEPT + 5).for_each(|_| notes.warn(&source, Span::default(), text::hidden_characters));
        notes.warn(&source, Span::default(), || slips::cut_by_comment("x"));
        let mut all = Diagnostics::default();
        all.append(notes.clone());
        all.append(notes);
        let counted: Vec<_> = all.counts().iter().map(|(kind, count)| (*kind, *count)).collect();
        assert_eq!((counted, all.len()), (vec![(one, 2), (many, 2 * KEPT + 10)], 2 * KEPT + 12));
        assert_eq!(all.list.len(), KEPT + 2);
        assert_eq!((all.of_kinds(&[many]).len(), all.of_kinds(&[one]).len()), (2 * KEPT + 10, 2));
        all.retain(|found| found.problem.code.id == many);
        assert_eq!((all.len(), all.counts().get(one), all.counts()[many]), (2 * KEPT + 10, None, 2 * KEPT + 10));
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
