//! The documents about the house are true: what they name is there. And what SECURITY.md promises of the source holds.

use std::fs;
use std::path::PathBuf;

use crate::support::{files_below, names_in, root};

/// The pages for users, in the order in which they are read: a page may go on with the files of those before it.
pub const PAGES: [&str; 11] = [
    "README.md",
    "docs/year.md",
    "docs/files.md",
    "docs/forms.md",
    "docs/import.md",
    "docs/policy.md",
    "docs/numbers.md",
    "docs/scripting.md",
    "docs/analysis.md",
    "docs/spark.md",
    "docs/editors.md",
];

/// The documents, with their paths from the root.
fn documents() -> Vec<(String, String)> {
    let inside = names_in(&root().join("docs")).into_iter().filter(|name| name.ends_with(".md"));
    let inside = inside.map(|name| format!("docs/{name}"));
    // the pages for users name files of theirs, see `super::readme`
    let inside = inside.filter(|name| !PAGES.contains(&name.as_str()));
    let names = inside.chain(["CONTRIBUTING.md", "SECURITY.md"].map(str::to_owned));
    names.map(|name| (name.clone(), fs::read_to_string(root().join(name)).unwrap())).collect()
}

/// What stands between backticks, outside of fenced blocks.
fn code_spans(text: &str) -> Vec<String> {
    let prose: String = text.split("```").step_by(2).collect();
    prose.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect()
}

/// Whether a span is meant as a path: it has a slash or an ending of a file of this project.
fn is_path(span: &str) -> bool {
    let letters = span.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let endings = [".rs", ".md", ".toml", ".yaml", ".json", ".lock"];
    // what users have in their own folder, what climbs out of it, and an answer
    let not_ours = ["duly.toml", "../"].contains(&span);
    letters && !not_ours && (span.contains('/') || endings.iter().any(|ending| span.ends_with(ending)))
}

/// How a source file defines a name: the lines just above, and the definition.
fn definition<'s>(source: &'s str, name: &str) -> Option<&'s str> {
    let kinds = ["fn", "struct", "enum", "const", "static", "trait", "macro_rules!"];
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    kinds.iter().find_map(|kind| {
        let written = format!("{kind} {name}");
        let (at, _) = source.match_indices(&written).find(|(at, _)| ends(&source[at + written.len()..]))?;
        let above = source[..at].rfind("\n\n").map_or(0, |above| above + 2);
        Some(&source[above..at + written.len()])
    })
}

/// A name in a file, as `file::name`.
fn named(span: &str) -> Option<(&str, &str)> {
    span.split_once("::").filter(|(file, _)| is_path(file))
}

#[test]
fn every_path_and_name_is_there() {
    let mut found = 0;
    for (document, text) in documents() {
        for span in code_spans(&text) {
            let path = named(&span).map_or(span.as_str(), |(file, _)| file);
            if !is_path(path) {
                continue;
            }
            found += 1;
            assert!(root().join(path).exists(), "{document}: there is no {path}");
            if let Some((file, name)) = named(&span) {
                let source = fs::read_to_string(root().join(file)).unwrap();
                assert!(definition(&source, name).is_some(), "{document}: {file} defines no {name}");
            }
        }
    }
    assert!(found > 150, "only {found} paths and names found");
}

#[test]
fn every_link_leads_somewhere() {
    for (document, text) in documents() {
        let folder = root().join(&document).parent().unwrap().to_path_buf();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(folder.join(target).is_file(), "{document} links to {target}, which is not there");
        }
    }
}

/// A threat is met by tests, or says that it is not.
#[test]
fn every_threat_names_tests_that_are_run() {
    let security = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let (told, table) = security.split_once("## Threats\n").unwrap();
    let (_, told) = told.split_once("`cargo test` runs everything in the table below except").unwrap();
    let left_out = code_spans(told.split_once(". ").unwrap().0);
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() > 25, "{}", rows.len());
    for row in rows {
        let tests = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let spans = code_spans(tests);
        assert!(tests == "not tested" || !spans.is_empty(), "{row}");
        for span in spans {
            let (file, name) = named(&span).unwrap();
            let source = fs::read_to_string(root().join(file)).unwrap();
            let is_test = definition(&source, name).is_some_and(|lines| lines.contains("#[test]"));
            assert!(is_test, "SECURITY.md: {span} is no test");
            let is_run = definition(&source, name).is_some_and(|lines| !lines.contains("#[ignore"));
            let is_left_out = left_out.iter().any(|out| *out == span || out == file);
            assert!(is_run != is_left_out, "SECURITY.md: whether {span} is run by `cargo test`");
        }
    }
}

#[test]
fn a_name_is_found_only_where_it_is_defined() {
    let source = "/// One.\n#[test]\nfn one_two() {}\n\nfn one() { two() }\n";
    assert!(definition(source, "one").is_some_and(|lines| !lines.contains("#[test]")));
    assert!(definition(source, "one_two").is_some_and(|lines| lines.contains("#[test]")));
    assert!(definition(source, "two").is_none());
    assert!(is_path("src/a.rs") && is_path("Cargo.lock") && !is_path("duly assess") && !is_path("version"));
}

#[test]
fn the_program_names_neither_network_nor_other_programs() {
    let files = files_below(&root().join("src"));
    let files: Vec<&PathBuf> =
        files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect();
    assert!(files.len() > 100, "{}", files.len());
    for path in files {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("\nmod tests").next().unwrap();
        for never in ["std::net", "process::Command", "process::{", "os::unix::net", "os::unix::process", "std::{"] {
            assert!(!code.contains(never), "{} names {never}", path.display());
        }
    }
}
