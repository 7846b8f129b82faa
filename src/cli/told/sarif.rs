//! Problems as SARIF 2.1.0, which code hosts, editors and continuous integration read.

use std::path::Path;

use serde::Serialize;

use super::checks::{Checks, Location, Unchecked, slashed};
use crate::cli::words::CommandLine;
use crate::report::json::text::finished;
use crate::source::Diagnostic;
use crate::words::clean::{Trusted, one_line};
use crate::words::problem::{Code, all as all_codes};
use crate::words::{Broken, Lang};

#[derive(Serialize)]
struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun {
    tool: SarifTool,
    language: &'static str,
    column_kind: &'static str,
    invocations: [SarifInvocation; 1],
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
struct SarifTool {
    driver: SarifDriver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifDriver {
    name: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<SarifRule>,
}

/// A code of ours.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRule {
    id: &'static str,
    short_description: SarifWords,
    full_description: SarifWords,
    help: SarifWords,
    default_configuration: SarifDefault,
}

#[derive(Serialize)]
struct SarifDefault {
    level: &'static str,
}

#[derive(Clone, Serialize)]
struct SarifWords {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifInvocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<SarifNotification>,
}

/// A file that was not checked.
#[derive(Serialize)]
struct SarifNotification {
    level: &'static str,
    message: SarifWords,
    locations: [SarifLocation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: SarifWords,
    locations: [SarifLocation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLocation {
    physical_location: SarifPhysical,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[SarifCell; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifPhysical {
    artifact_location: SarifFile,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion>,
}

#[derive(Serialize)]
struct SarifFile {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// A cell of a workbook, as formulas name it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifCell {
    name: String,
    fully_qualified_name: String,
    kind: &'static str,
}

/// All problems of all files, and the files of folders that were not checked; paths as seen from a folder. What the
/// codes mean is said in `lang`.
///
/// # Errors
/// A mistake of the program.
pub fn of(all: &[Checks], unchecked: &[Unchecked], seen_from: &Path, lang: Lang) -> Result<String, Broken> {
    let found: Vec<(&Diagnostic, Lang)> = all
        .iter()
        .flat_map(|checks| checks.notes.sorted().into_iter().map(|found| (found, checks.setting.lang())))
        .collect();
    let is_met = |code: &&Code| found.iter().any(|(found, _)| found.problem.code.id == code.id);
    let rules: Vec<SarifRule> = all_codes().filter(is_met).map(|code| rule(code, lang)).collect();
    let results = found.iter().map(|(found, lang)| result(found, &rules, seen_from, *lang)).collect();
    let left_out = unchecked.iter().map(|file| SarifNotification {
        level: "error",
        message: words(&file.why),
        locations: [SarifLocation { physical_location: physical(&file.file, seen_from), logical_locations: None }],
    });
    let invocation = SarifInvocation {
        execution_successful: unchecked.is_empty(),
        tool_execution_notifications: left_out.collect(),
    };
    let (name, semantic_version, language) = ("duly", env!("CARGO_PKG_VERSION"), lang.code());
    let run = SarifRun {
        tool: SarifTool { driver: SarifDriver { name, semantic_version, language, rules } },
        language,
        column_kind: "unicodeCodePoints",
        invocations: [invocation],
        results,
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    finished(serde_json::to_string_pretty(&SarifLog { schema, version: "2.1.0", runs: [run] }))
}

fn rule(code: &Code, lang: Lang) -> SarifRule {
    let about = code.about(lang);
    let first = about.split_once(". ").map_or(about, |(first, _)| first);
    SarifRule {
        id: code.id,
        short_description: words(first.trim_end_matches('.')),
        full_description: words(about),
        help: words(about),
        default_configuration: SarifDefault { level: code.severity.name() },
    }
}

fn result(found: &Diagnostic, rules: &[SarifRule], seen_from: &Path, lang: Lang) -> SarifResult {
    let code = found.problem.code;
    let mut physical_location = physical(&found.source.path, seen_from);
    let (mut message, mut logical_locations) = (found.problem.message(lang).clone(), None);
    match Location::of(found) {
        Location::Lines(start, end) => {
            physical_location.region = Some(SarifRegion {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            });
        }
        Location::Cell(cell) => {
            message = cell.said(lang).and(": ").and(message); // not everybody shows logical locations
            let (name, whole) = (cell.at.to_string(), one_line(&cell.to_string()).into());
            logical_locations = Some([SarifCell { name, fully_qualified_name: whole, kind: "cell" }]);
        }
        Location::File => {}
    }
    let help = lang.help_title().and(": ").and(found.problem.guided(&CommandLine::default(), lang));
    SarifResult {
        rule_id: code.id,
        rule_index: rules.iter().position(|rule| rule.id == code.id),
        level: code.severity.name(),
        message: words(&format!("{message}\n{help}")),
        locations: [SarifLocation { physical_location, logical_locations }],
    }
}

/// A text as a message: what would be a placeholder is doubled, as the standard has it, and what would be a link is
/// none.
fn words(text: &str) -> SarifWords {
    SarifWords { text: text.replace('{', "{{").replace('}', "}}").replace("](", "] (") }
}

fn physical(path: &Path, seen_from: &Path) -> SarifPhysical {
    SarifPhysical { artifact_location: SarifFile { uri: uri(&slashed(path, seen_from)) }, region: None }
}

/// A path as a URI, relative where the path is.
fn uri(path: &[u8]) -> String {
    let mut out = if path.starts_with(b"/") { "file://".to_owned() } else { String::new() };
    for byte in path {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(*byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::cells::{CellAt, CellMap, SheetCell};
    use crate::source::{Diagnostics, Source, Span};
    use crate::words::problem::text;

    #[test]
    fn a_path_is_a_relative_uri_whatever_its_name() {
        let seen = |path: &str| uri(&slashed(Path::new(path), Path::new("/repo")));
        assert_eq!(seen("./vendors/å b.yaml"), "vendors/%C3%A5%20b.yaml");
        assert_eq!(seen("javascript:alert(1).yaml"), "javascript%3Aalert%281%29.yaml");
        assert_eq!(seen("/repo/a?#.yaml"), "a%3F%23.yaml");
        assert_eq!(seen("/tmp/a.yaml"), "file:///tmp/a.yaml");
    }

    #[test]
    fn a_cell_of_a_workbook_is_the_place() {
        let mut cells = CellMap::default();
        cells.note(0, SheetCell { sheet: "Åtkomst\u{202e}".to_owned(), at: CellAt { row: 13, column: 3 } });
        let mut notes = Diagnostics::default();
        notes.note(&Source::of_cells("back.xlsx", "x: two\n", cells), Span::from(3..6), text::not_a_list());
        let result = result(notes.sorted()[0], &[], Path::new("/"), Lang::Sv);
        assert!(result.message.text.starts_with("blad Åtkomst\\u{{202e}}, D14: "), "{}", result.message.text);
        let [location] = result.locations;
        assert!(location.physical_location.region.is_none());
        assert_eq!(location.physical_location.artifact_location.uri, "back.xlsx");
        let [cell] = location.logical_locations.unwrap();
        assert_eq!((cell.name.as_str(), cell.fully_qualified_name.as_str()), ("D14", "Åtkomst\\u{202e}!D14"));
    }

    #[test]
    fn what_others_wrote_is_no_placeholder_and_no_link() {
        assert_eq!(words("{0} [here](https://x.example)").text, "{{0}} [here] (https://x.example)");
    }
}
