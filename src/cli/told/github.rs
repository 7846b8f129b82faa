//! Problems as commands to the runner of GitHub Actions, which shows each beside its line.
//!
//! The runner takes every line of the output for a command that begins with `::`, and other lines that hold `##[`
//! anywhere. So every line here is one of ours, and what others wrote stands behind its name, escaped as the runner
//! undoes it: it can neither end its property, nor its line.

use std::path::Path;

use super::checks::{Checks, Location, Unchecked, slashed};
use crate::cli::words::CommandLine;
use crate::source::Diagnostic;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, visible};

/// All problems of all files, and the files of folders that were not checked; paths as seen from a folder.
pub fn of(all: &[Checks], unchecked: &[Unchecked], seen_from: &Path) -> String {
    let mut out = String::new();
    for checks in all {
        let lang = checks.setting.lang();
        checks.notes.sorted().into_iter().for_each(|found| problem(found, lang, seen_from, &mut out));
    }
    for file in unchecked {
        command("error", &[("file", path(&file.file, seen_from))], &file.why, &mut out);
    }
    out
}

fn problem(found: &Diagnostic, lang: Lang, seen_from: &Path, out: &mut String) {
    let mut properties = vec![("file", path(&found.source.path, seen_from))];
    let mut message = found.problem.message(lang).clone();
    match Location::of(found) {
        Location::Lines(start, end) => properties.extend([
            ("line", start.line.to_string()),
            ("col", start.column.to_string()),
            ("endLine", end.line.to_string()),
            ("endColumn", end.column.to_string()),
        ]),
        Location::Cell(cell) => message = cell.said(lang).and(": ").and(message), // annotations know no cells
        Location::File => {}
    }
    properties.push(("title", found.problem.code.id.to_owned()));
    let help = lang.help_title().and(": ").and(found.problem.guided(&CommandLine::default(), lang));
    let (mut lines, name) = (String::from(message), found.problem.code.severity.name());
    lines.extend(["\n", help.as_str()]);
    command(name, &properties, &lines, out);
}

/// One command: `::error file=a.yaml,line=1::what is wrong`.
fn command(name: &'static str, properties: &[(&'static str, String)], message: &str, out: &mut String) {
    let properties: Vec<String> =
        properties.iter().map(|(key, value)| format!("{key}={}", escaped(value, "%\r\n:,"))).collect();
    out.extend(["::", name, " ", &properties.join(","), "::", &escaped(message, "%\r\n"), "\n"]);
}

/// Each of some signs as the runner spells it: `%0A` for the end of a line.
fn escaped(text: &str, signs: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match signs.contains(c) {
            true => out.push_str(&format!("%{:02X}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

/// A path as the runner finds the file by it; what cannot be seen in its name can be seen here.
fn path(path: &Path, seen_from: &Path) -> String {
    let path: Clean = visible(&String::from_utf8_lossy(&slashed(path, seen_from)));
    path.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_its_property_or_its_line() {
        let mut out = String::new();
        command(
            "error",
            &[("file", "a:b,c=d%0A\r\n::warning::e.yaml".to_owned())],
            "100 %\r\n::stop-commands::x",
            &mut out,
        );
        assert_eq!(
            out,
            "::error file=a%3Ab%2Cc=d%250A%0D%0A%3A%3Awarning%3A%3Ae.yaml::100 %25%0D%0A::stop-commands::x\n"
        );
    }

    #[test]
    fn paths_are_seen_from_the_folder() {
        let seen = |file: &str| path(Path::new(file), Path::new("/work/repo"));
        assert_eq!(seen("./vendors/./a.yaml"), "vendors/a.yaml");
        assert_eq!(seen("/work/repo/vendors/a.yaml"), "vendors/a.yaml");
        assert_eq!(seen("/elsewhere/a.yaml"), "/elsewhere/a.yaml");
        assert_eq!(seen("../a\u{202e}.yaml"), "../a\\u{202e}.yaml");
    }
}
