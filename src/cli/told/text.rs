//! Problems for people: the place, the line, what helps.

use super::checks::Checks;
use crate::cli::problems;
use crate::words::{Lang, clean};

/// The problems of a file, or that there are none. Unless all are to be shown, kinds of warning that come by the dozen
/// are folded.
pub fn of(checks: &Checks, all: bool) -> String {
    let (lang, colour) = (checks.setting.lang(), checks.setting.colour);
    match checks.is_flawless {
        true => format!("{}\n", lang.nothing_wrong(clean::visible(&checks.file.to_string_lossy()))),
        false if all => problems::whole(&checks.notes, lang, colour),
        false => problems::folded(&checks.notes, lang, colour),
    }
}

/// What stops the judgement of a file; of one that can be judged nothing.
pub fn errors(checks: &Checks) -> String {
    problems::errors(&checks.notes, checks.setting.lang(), checks.setting.colour)
}

/// How many problems there are in all files, where there are several: each file has its own count, and the last is not
/// that of all.
pub fn in_all(all: &[Checks], lang: Lang) -> String {
    let errors: usize = all.iter().map(|checks| checks.notes.error_count()).sum();
    let warnings = all.iter().map(|checks| checks.notes.len()).sum::<usize>() - errors;
    if all.len() < 2 || errors + warnings == 0 {
        return String::new();
    }
    let counts = lang.problem_counts(lang.errors(errors), lang.warnings(warnings));
    format!("{}\n", lang.in_all_files(all.len(), counts))
}
