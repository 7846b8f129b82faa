//! Diagnostics on their way to people.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::console::Console;
use super::setting::Setting;
use super::words::CommandLine;
use crate::case::World;
use crate::source::{Diagnostic, Diagnostics, Span, snippet};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::problem::Severity;
use crate::words::problem::review::UNUSED_REVIEWS;

/// More problems than this are counted, not shown one by one: nobody reads them.
const SHOWN: usize = 100;

/// Warnings of one kind that are more than this are folded: the first few are shown, the others counted. A vendor can
/// have as many papers that are not here, and each is asked for.
const MOST_OF_A_KIND: usize = 24;

/// How many of a kind are shown where the others are folded: enough to see what it is about.
const FIRST_OF_A_KIND: usize = 3;

/// What is said of problems beside a result: all of them, or only what stops the judgement where nothing else is to be
/// heard.
pub fn text(notes: &Diagnostics, lang: Lang, setting: &Setting) -> String {
    let say = if setting.quiet { errors } else { folded };
    say(notes, lang, setting.colour_talk)
}

/// Every problem with its place, its line and what helps, what stops the judgement first; then how many there are. Of
/// a kind of warning that comes by the dozen the first few, and how many more there are.
pub fn folded(notes: &Diagnostics, lang: Lang, colour: bool) -> String {
    laid_out(notes, &by_the_dozen(notes), SHOWN, lang, colour)
}

/// The same, with nothing folded and nothing left out.
pub fn whole(notes: &Diagnostics, lang: Lang, colour: bool) -> String {
    laid_out(notes, &BTreeMap::new(), usize::MAX, lang, colour)
}

/// Only what stops the judgement, and how much that is; nothing where nothing stops it.
pub fn errors(notes: &Diagnostics, lang: Lang, colour: bool) -> String {
    let is_error = |found: &&Diagnostic| found.problem.code.severity == Severity::Error;
    let errors = notes.sorted().into_iter().filter(is_error).take(SHOWN);
    let shown = errors.map(|error| format!("{}\n", snippet::render(error, &CommandLine::default(), lang, colour)));
    let mut out: String = shown.collect();
    if notes.has_errors() {
        let count = lang.errors(notes.error_count());
        out.extend([hiding(count, notes.error_count().saturating_sub(SHOWN), lang).as_str(), "\n"]);
    }
    out
}

/// Kinds of warning that come by the dozen, and how many there are. What stops a judgement is never among them.
fn by_the_dozen(notes: &Diagnostics) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    for code in notes.sorted().into_iter().map(|found| found.problem.code) {
        *kinds.entry(code.id).or_default() += usize::from(code.severity == Severity::Warning);
    }
    kinds.retain(|_, count| *count > MOST_OF_A_KIND);
    kinds
}

fn laid_out(
    notes: &Diagnostics,
    folded: &BTreeMap<&'static str, usize>,
    most: usize,
    lang: Lang,
    colour: bool,
) -> String {
    let mut out = String::new();
    let mut sorted = notes.sorted();
    sorted.sort_by_key(|diagnostic| Reverse(diagnostic.problem.code.severity));
    let (mut met, mut shown, mut counted) = (BTreeMap::new(), 0, 0);
    for diagnostic in sorted {
        let id = diagnostic.problem.code.id;
        let nth: &mut usize = met.entry(id).or_default();
        *nth += 1;
        let more = folded.get(id).map(|count| count - FIRST_OF_A_KIND);
        if shown == most || (more.is_some() && *nth > FIRST_OF_A_KIND) {
            continue;
        }
        shown += 1;
        out.push_str(&snippet::render(diagnostic, &CommandLine::default(), lang, colour));
        out.push('\n');
        if let Some(more) = more.filter(|_| *nth == FIRST_OF_A_KIND) {
            counted += more;
            out.extend([lang.more_of_a_kind(more, id).as_str(), "\n\n"]);
        }
    }
    if !notes.is_empty() {
        out.extend([counts(notes, notes.len() - shown - counted, lang).as_str(), "\n"]);
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

/// `2 errors, 1 warning`, and how many of them were neither shown nor counted by their kind.
fn counts(notes: &Diagnostics, hidden: usize, lang: Lang) -> Clean {
    let (errors, warnings) = (notes.error_count(), notes.len() - notes.error_count());
    hiding(lang.problem_counts(lang.errors(errors), lang.warnings(warnings)), hidden, lang)
}

/// How many there are, and how many of them were not shown.
fn hiding(said: Clean, hidden: usize, lang: Lang) -> Clean {
    if hidden > 0 { said.and(" ").and(lang.not_shown(hidden)) } else { said }
}

/// Talks about the problems of a file that stops a judgement in full, and about mere warnings in one line that says
/// where to read them.
pub fn report(notes: &Diagnostics, arguments: impl Trusted, setting: &Setting, lang: Lang, console: &mut Console) {
    if notes.has_errors() {
        console.talk(&text(notes, lang, setting));
    } else {
        warnings(notes, 0, arguments, (setting, lang), console);
    }
}

/// Talks about reviews of ours that lie here and are not used, a line each: what they reject counts for nothing, and no
/// figure shows that.
pub fn unused_reviews(notes: &Diagnostics, shown_in: (&Setting, Lang), console: &mut Console) {
    let unused = notes.of_kinds(UNUSED_REVIEWS);
    tell_unused_reviews(&unused.sorted(), shown_in, console);
}

/// The same of what is told of them alone.
pub fn tell_unused_reviews(unused: &[&Diagnostic], (setting, lang): (&Setting, Lang), console: &mut Console) {
    if setting.quiet {
        return;
    }
    for Diagnostic { problem, source, .. } in unused.iter().take(SHOWN) {
        let said = lang.warning().and(": ").and(one_line(&source.name)).and(": ").and(problem.message(lang));
        console.say(said.and("; ").and(problem.help(lang)));
    }
    let left = unused.len().saturating_sub(SHOWN);
    if left > 0 {
        console.say(lang.and_more(left));
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
    unused_reviews(notes, (setting, lang), console);
    let count = notes.len().saturating_sub(told);
    if count > 0 && !setting.quiet {
        let warnings = if told > 0 { lang.besides_that(lang.warnings(count)) } else { lang.warnings(count) };
        console.say(lang.warnings_summary(warnings, arguments));
    }
}
