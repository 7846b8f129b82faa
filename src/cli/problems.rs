//! Diagnostics on their way to people.

use std::cmp::Reverse;

use std::path::{Path, PathBuf};

use super::console::Console;
use super::setting::Setting;
use super::words::CommandLine;
use crate::case::World;
use crate::source::{Diagnostic, Diagnostics, Span, snippet};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// More problems than this are counted, not shown one by one: nobody reads them.
const SHOWN: usize = 100;

/// Every problem with its place, its line and what helps, what stops the judgement first; then how many there are.
pub fn text(notes: &Diagnostics, lang: Lang, colour: bool) -> String {
    let mut out = String::new();
    let mut sorted = notes.sorted();
    sorted.sort_by_key(|diagnostic| Reverse(diagnostic.problem.code.severity));
    for diagnostic in sorted.into_iter().take(SHOWN) {
        out.push_str(&snippet::render(diagnostic, &CommandLine::default(), lang, colour));
        out.push('\n');
    }
    if !notes.is_empty() {
        out.push_str(&counts(notes, lang));
        out.push('\n');
    }
    out
}

/// What tells one problem from another.
pub fn key(found: &Diagnostic, world: &dyn World) -> (PathBuf, Option<Span>, &'static str, Clean) {
    let Diagnostic { problem, source, span } = found;
    let file = Path::new(&source.name); // spelled one way here and another there
    let file = world.real(file).unwrap_or_else(|_| file.to_path_buf());
    (file, *span, problem.code.id, problem.message(Lang::En).clone())
}

/// `2 errors, 1 warning`, and how many of them are not shown.
fn counts(notes: &Diagnostics, lang: Lang) -> Clean {
    let (errors, warnings) = (notes.error_count(), notes.len() - notes.error_count());
    let said = lang.problem_counts(lang.errors(errors), lang.warnings(warnings));
    let hidden = notes.len().saturating_sub(SHOWN);
    if hidden > 0 { said.and(" ").and(lang.not_shown(hidden)) } else { said }
}

/// Talks about the problems of a file that stops a judgement in full, and about mere warnings in one line that says
/// where to read them.
pub fn report(notes: &Diagnostics, arguments: impl Trusted, setting: &Setting, lang: Lang, console: &mut Console) {
    if notes.has_errors() {
        console.talk(&text(notes, lang, setting.colour_talk));
    } else {
        warnings(notes, 0, arguments, (setting, lang), console);
    }
}

/// Talks about warnings in one line that says where to read them, unless the result has told them all.
pub fn warnings(
    notes: &Diagnostics,
    told: usize,
    arguments: impl Trusted,
    (setting, lang): (&Setting, Lang),
    console: &mut Console,
) {
    let count = notes.len().saturating_sub(told);
    if count > 0 && !setting.quiet {
        let warnings = if told > 0 { lang.besides_that(lang.warnings(count)) } else { lang.warnings(count) };
        console.say(lang.warnings_summary(warnings, arguments));
    }
}
