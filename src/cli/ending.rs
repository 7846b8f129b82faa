//! The format of a document: the one that was asked for, or the one that the ending of the file names.

use std::path::Path;

use anyhow::bail;

use super::console::Machine;
use super::files;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line};

/// The formats of a command with the endings of their files.
pub type Endings<F> = &'static [(F, &'static [&'static str])];

/// The format that was asked for, or that the ending of the output names, or the usual one.
///
/// # Errors
/// The ending names no format that can be written; `unknown` says which can.
pub fn format<F: Copy + PartialEq>(
    asked: Option<F>,
    output: Option<&Path>,
    (usual, endings): (F, Endings<F>),
    lang: Lang,
    unknown: impl FnOnce(Clean) -> Clean,
) -> anyhow::Result<F> {
    let ending = output.and_then(Path::extension).and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let named = |ending: &str| endings.iter().find(|(_, known)| known.contains(&ending)).map(|(format, _)| *format);
    match (asked, ending.as_deref()) {
        (_, Some("pdf")) => bail!("{}", lang.no_pdf()),
        (_, Some("doc" | "odt" | "rtf")) => bail!("{}", lang.no_old_word_file()),
        (Some(other), Some("docx")) if named("docx") != Some(other) => bail!("{}", lang.word_by_its_ending()),
        (Some(format), _) => Ok(format),
        (None, None) => Ok(usual),
        (None, Some(ending)) => named(ending).map_or_else(|| bail!("{}", unknown(one_line(ending))), Ok),
    }
}

/// Whether the output is a file that has a line for each vendor, be it one alone.
pub fn is_of_lines(output: Option<&Path>) -> bool {
    let ending = output.and_then(Path::extension);
    ending.is_some_and(|ending| ["jsonl", "ndjson"].iter().any(|of_lines| ending.eq_ignore_ascii_case(of_lines)))
}

/// Makes sure that a Word file goes to a file or to a program, and not onto a screen.
///
/// # Errors
/// It would go onto a screen.
pub fn keep_off_a_terminal(output: Option<&Path>, lang: Lang, machine: &Machine) -> anyhow::Result<()> {
    if output.is_none_or(files::is_standard) && machine.output_is_terminal {
        bail!("{}", lang.no_word_on_a_screen());
    }
    Ok(())
}
