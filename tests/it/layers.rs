//! A file imports only rooms below its own and, within its room, only files listed above it. A file that is not on
//! the list fails, and so does a list entry without a file. Only the command line touches the machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::{files_below, root};

/// The rooms from the bottom up, and the files of each from the bottom up. `mod` is the room's own door: it may name
/// every file of its room and is otherwise imported freely from above.
const ROOMS: &[(&str, &[&str])] = &[
    (
        "words",
        &[
            "lang",
            "marks",
            "clean",
            "clean/tests",
            "quotation",
            "reason",
            "references",
            "exact",
            "exact/tests",
            "number",
            "quantity",
            "phrases",
            "file_kinds",
            "broken",
            "hint",
            "documents",
            "letters",
            "catalogues",
            "chains",
            "duties",
            "conditions",
            "dues",
            "contracts",
            "comparisons",
            "boards",
            "overviews",
            "dialogues",
            "batches",
            "verdicts",
            "gates",
            "tables",
            "screenings",
            "remaking",
            "trends",
            "templates",
            "pages",
            "workbooks",
            "proposals",
            "renewals",
            "rules",
            "problem/mod",
            "problem/text",
            "problem/archives",
            "problem/backs",
            "problem/workbooks",
            "problem/trees",
            "problem/records",
            "problem/slips",
            "problem/questionnaire",
            "problem/answers",
            "problem/evidence",
            "problem/chains",
            "problem/forms",
            "problem/cells",
            "problem/mappings",
            "problem/foreign",
            "problem/controls",
            "problem/review",
            "problem/policy",
            "explanations",
            "exchanges",
            "matters/mod",
            "matters/draft",
            "matters/heard",
            "matters/oscal",
            "matters/table",
            "matters/vsaq",
            "matters/sheets",
            "matters/caiq",
            "matters/hecvat",
            "matters/draft_for",
            "elsewhere",
            "matters/ciso_assistant",
        ],
    ),
    (
        "source",
        &[
            "arena",
            "date",
            "cells",
            "fingerprint",
            "file",
            "checksum",
            "nearest",
            "node",
            "value",
            "diagnostic",
            "location",
            "snippet",
            "syntax",
            "plain/bytes",
            "plain/twice",
            "plain/cursor",
            "plain/scalar",
            "plain/block_text",
            "plain/flow",
            "plain/block",
            "plain/mod",
            "mend/line",
            "mend/places",
            "mend/head",
            "mend/shape",
            "mend/parts",
            "mend/aside",
            "mend/value",
            "mend/part_text",
            "mend/repair",
            "mend/mod",
            "entries",
            "yaml",
            "toml",
            "asked_keys",
            "remark",
            "fields",
            "edit/change",
            "edit/read_back",
            "edit/whereabouts",
            "edit/editor",
            "edit/replace",
            "edit/insert",
            "edit/remove",
            "edit/place",
            "edit/mod",
        ],
    ),
    (
        "document",
        &[
            "wrap",
            "grid",
            "text",
            "table",
            "figure",
            "tree",
            "bars",
            "canvas",
            "fit",
            "drawing",
            "height",
            "address",
            "markdown",
            "terminal/words",
            "terminal/table",
            "terminal/mod",
            "html/curve",
            "html",
            "word/archive",
            "word/lengths",
            "word/ink",
            "word/widths",
            "word/art",
            "word/piece",
            "word/flow",
            "word/tables",
            "word/mod",
        ],
    ),
    (
        "questionnaire",
        &[
            "ids",
            "level",
            "limits",
            "names",
            "text",
            "form",
            "number_asked",
            "condition",
            "model",
            "flag",
            "in_words",
            "built_in",
            "read/layer",
            "read/selection",
            "read/layout",
            "read/form",
            "read/condition",
            "read/definitions",
            "read/factors",
            "read/flags",
            "read/groups",
            "read/question",
            "read/gathering",
            "read/categories",
            "read/whole",
            "read/extending",
            "read/mod",
            "lint",
            "matching",
        ],
    ),
    (
        "answers",
        &[
            "registration",
            "answer",
            "chain",
            "evidence",
            "model",
            "kinship",
            "countries",
            "chain_at_odds",
            "idiom",
            "figures",
            "days",
            "read_answer",
            "read",
            "typed",
            "values",
            "proposals",
            "write",
            "personal_number",
            "lint",
            "sheet",
            "outline",
            "carried_over",
            "form_file",
            "renewal",
            "returned",
            "template",
            "whole",
        ],
    ),
    (
        "review",
        &[
            "conditions",
            "duties",
            "papers",
            "model",
            "read",
            "sent",
            "write_lists",
            "write_papers",
            "write",
            "renewed",
            "blank",
        ],
    ),
    ("policy", &["model", "read", "entries"]),
    (
        "assessment",
        &[
            "truth",
            "papers",
            "subject",
            "decision",
            "age",
            "effective",
            "worth",
            "scope",
            "paper",
            "assurance",
            "proved",
            "weigh",
            "score",
            "judged",
            "inherent",
            "flag",
            "rating",
            "remediation",
            "model",
            "next_review",
            "evidence",
            "requests",
            "improving",
            "paper_advice",
            "insight",
            "first_answers",
            "vendor_turn",
            "waiting",
            "word_for_word",
            "steps",
            "documents_alone",
            "gate",
            "judge",
            "advice",
            "trace",
        ],
    ),
    (
        "case",
        &[
            "origins",
            "world",
            "memory",
            "request",
            "text",
            "prepared",
            "shelf",
            "desk",
            "policy",
            "own_file",
            "kind",
            "kind/tests",
            "endings",
            "review_names",
            "whose",
            "glance",
            "folder",
            "folder/tests",
            "questionnaire",
            "review",
            "form",
            "papers",
            "model",
            "dialogue",
            "unjudged",
            "unused_reviews",
            "load",
            "prospect",
            "tests",
            "tests/watched",
            "tests/unused_reviews",
        ],
    ),
    (
        "comparison",
        &[
            "shared_papers",
            "chain",
            "side",
            "tie",
            "pair",
            "weighting",
            "overtake",
            "model",
            "unranked",
            "change",
            "unchanged",
            "trend",
        ],
    ),
    (
        "portfolio",
        &[
            "due",
            "days",
            "on_file",
            "foremost",
            "common_folder",
            "heat",
            "depends",
            "rests_on",
            "since",
            "falls_due",
            "overview",
            "facts",
            "known",
            "lacks",
            "held",
            "sums",
        ],
    ),
    (
        "report",
        &[
            "made_by",
            "naming",
            "vendors_words",
            "story/mod",
            "story/answers",
            "story/flags",
            "story/told",
            "story/demands",
            "story/reasons",
            "story/verdict",
            "story/way",
            "overview",
            "rules",
            "catalogue",
            "parts/mod",
            "parts/chain",
            "parts/verdict",
            "parts/categories",
            "parts/plan",
            "parts/evidence",
            "parts/flags",
            "parts/decision",
            "parts/overdue",
            "parts/open",
            "parts/stake",
            "parts/duties",
            "parts/scope",
            "parts/answers",
            "parts/method",
            "parts/basis",
            "screen/remarks",
            "screen/mod",
            "full",
            "board/sentence",
            "board/stakes",
            "board/flags",
            "board/recommend",
            "board/categories",
            "board/room",
            "board/mod",
            "letter/quoted",
            "letter/conditions",
            "letter/documents",
            "letter/changes",
            "letter/doubts",
            "letter/mod",
            "contract",
            "mending",
            "explained/shown",
            "explained/points",
            "explained/steps",
            "explained/question",
            "explained/way",
            "explained/mod",
            "compared/told",
            "compared/head",
            "compared/shown",
            "compared/verdicts",
            "compared/sureness",
            "compared/decides",
            "compared/every",
            "compared/chain",
            "compared/rivals",
            "compared/wording",
            "compared/over_time",
            "compared/several",
            "compared/choice",
            "compared/trend",
            "compared/protection",
            "compared/board",
            "compared/unranked",
            "compared/mod",
            "csv",
            "ciso_assistant",
            "vendor_rows",
            "overview_of_many/told",
            "overview_of_many/risk",
            "overview_of_many/due",
            "overview_of_many/later",
            "overview_of_many/head",
            "overview_of_many/moved",
            "overview_of_many/lacks",
            "overview_of_many/depends",
            "overview_of_many/undecided",
            "overview_of_many/basis",
            "overview_of_many/board",
            "overview_of_many/screen",
            "overview_of_many/mod",
            "vendors",
            "due/row",
            "due/of_vendor",
            "due/list",
            "due/table",
            "due/spreadsheet",
            "due/calendar",
            "due/mod",
            "json/text",
            "json/schema",
            "json/value",
            "json/word",
            "json/given",
            "json/scores",
            "json/chain",
            "json/duties",
            "json/evidence",
            "json/flags",
            "json/risk",
            "json/basis",
            "json/decided",
            "json/pair",
            "json/comparison",
            "json/due",
            "json/many",
            "json/since",
            "json/files_of_many",
            "json/overview",
            "json/problem",
            "json/summary",
            "json/mod",
            "json/stream",
            "oscal/value",
            "oscal/href",
            "oscal/parties",
            "oscal/resources",
            "oscal/observed",
            "oscal/found",
            "oscal/attested",
            "oscal/mod",
            "judgement",
            "side_by_side",
        ],
    ),
    (
        "recording",
        &[
            "pick",
            "landmarks",
            "prompt",
            "route",
            "form",
            "shown",
            "state",
            "register",
            "vendor_side",
            "our_forms",
            "our_papers",
            "documents",
            "decided",
            "our_side",
            "beginnings",
            "finding",
            "dialogue",
            "assigned",
        ],
    ),
    (
        "exchange",
        &[
            "archive",
            "script",
            "ledger",
            "back",
            "tree",
            "json",
            "json/tests",
            "record",
            "spreadsheet/mod",
            "spreadsheet/limits",
            "spreadsheet/number",
            "spreadsheet/xml",
            "spreadsheet/package",
            "spreadsheet/texts",
            "spreadsheet/styles",
            "spreadsheet/cells",
            "spreadsheet/table",
            "spreadsheet/read",
            "workbook/layout",
            "workbook/tables",
            "workbook/gathered",
            "workbook/listed",
            "workbook/cell_text",
            "workbook/languages",
            "workbook/lists",
            "workbook/names",
            "workbook/content",
            "workbook/columns",
            "workbook/plan",
            "workbook/standing",
            "workbook/formulas",
            "workbook/checks",
            "workbook/look",
            "workbook/sheet",
            "workbook/wording",
            "workbook/questions",
            "workbook/registers",
            "workbook/start",
            "workbook/mod",
            "workbook/sent",
            "workbook/read",
            "draft/mod",
            "draft/plain_id",
            "draft/condition",
            "draft/bounds",
            "draft/labels",
            "draft/settled",
            "draft/text",
            "kept_under",
            "heard",
            "foreign/mod",
            "foreign/asked",
            "foreign/oscal/prose",
            "foreign/oscal/catalog",
            "foreign/oscal/mod",
            "foreign/table/mapping",
            "foreign/table/read",
            "foreign/table/said",
            "foreign/table/heads",
            "foreign/table/places",
            "foreign/table/rows",
            "foreign/table/draft",
            "foreign/table/heard",
            "foreign/table/proposal",
            "foreign/table/mod",
            "foreign/markup",
            "foreign/vsaq/mod",
            "foreign/vsaq/expression",
            "foreign/vsaq/form",
            "foreign/vsaq/conditions",
            "foreign/vsaq/questions",
            "foreign/vsaq/answers",
            "foreign/version",
            "foreign/caiq/edition",
            "foreign/caiq/rows",
            "foreign/caiq/questions",
            "foreign/caiq/answers",
            "foreign/caiq/mod",
            "foreign/hecvat/rows",
            "foreign/hecvat/key",
            "foreign/hecvat/gates",
            "foreign/hecvat/questions",
            "foreign/hecvat/answers",
            "foreign/hecvat/mod",
            "draft_for/mod",
            "draft_for/caiq",
            "draft_for/statement",
            "foreign/ciso_assistant/mod",
            "foreign/ciso_assistant/library",
            "foreign/ciso_assistant/questions",
            "foreign/ciso_assistant/audit",
            "page/words",
            "page/facts",
            "page/mod",
            "arrived",
            "holding",
            "understood",
            "registers",
            "newer_day",
            "merge",
            "form_kind",
            "kept_report/mod",
            "kept_report/words",
            "kept_report/basis",
            "kept_report/difference",
        ],
    ),
    (
        "cli",
        &[
            "words/arguments",
            "words/files",
            "words/helps",
            "words/templates",
            "words/dialogues",
            "words/problems",
            "words/imports",
            "words/hints",
            "words/mod",
            "exit",
            "caught",
            "system",
            "stand_ins",
            "disk",
            "zone",
            "console",
            "args/about",
            "args/bad_value",
            "args/shown",
            "args/judged",
            "args/dialogue",
            "args/assess",
            "args/export",
            "args/diff",
            "args/due",
            "args/explain",
            "args/new",
            "args/foreign",
            "args/import",
            "args/record",
            "args/review",
            "args/check",
            "args/questionnaires",
            "args/policy",
            "args/stream",
            "args/generate",
            "args/groups",
            "args/placeholders",
            "args/language_first",
            "args/helped",
            "args/usage_error",
            "args/mod",
            "setting",
            "replace",
            "beside",
            "files",
            "papers_in",
            "held_back",
            "problems",
            "load",
            "judgement",
            "meant",
            "document_names",
            "batch",
            "overview",
            "recorder",
            "likeness",
            "menu",
            "face",
            "session",
            "record",
            "review",
            "told_apart",
            "made_by",
            "ending",
            "assess",
            "export",
            "diff",
            "due",
            "explain",
            "basis_file",
            "shell_words",
            "kept_files",
            "told_command",
            "remade",
            "doubts",
            "against",
            "told/checks",
            "told/github",
            "told/json",
            "told/sarif",
            "told/text",
            "told/mod",
            "check",
            "lines",
            "stream",
            "questionnaires",
            "file_name",
            "stakes",
            "begun_review",
            "chosen",
            "renewed",
            "new_answers",
            "new_said",
            "renew_folder",
            "draft_for",
            "new_file",
            "foreign_file",
            "incoming",
            "bring_in",
            "import_questionnaire",
            "import",
            "new_questionnaire",
            "policy",
            "new",
            "completions/mod",
            "man",
            "generate",
        ],
    ),
];

fn source_folder() -> PathBuf {
    root().join("src")
}

/// A `.rs` file as a path from `src`, without its ending.
fn module(path: &Path) -> Option<String> {
    let name = path.strip_prefix(source_folder()).unwrap().to_str().unwrap().strip_suffix(".rs")?;
    Some(name.replace('\\', "/"))
}

/// What a file holds besides its tests.
fn program_code(module: &str) -> String {
    let code = std::fs::read_to_string(source_folder().join(format!("{module}.rs"))).unwrap();
    code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// The paths that a file names: everything after `crate::` or `super::`, up to what no longer is a path of modules.
fn imports(name: &str, code: &str) -> Vec<(usize, Vec<String>)> {
    let room = name.split('/').next().unwrap_or_default();
    let is_door = name.ends_with("/mod");
    let mut found = Vec::new();
    for (at, line) in whole_lines(code).iter().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        for (marker, base) in [("crate::", vec![]), ("super::", super_path(room, name, is_door))] {
            for (start, _) in line.match_indices(marker) {
                if line[..start].ends_with("super::") || line[..start].ends_with('$') {
                    continue;
                }
                let path = line[start + marker.len()..].replace("super::", "");
                for leaf in leaves(&path) {
                    found.push((*at, base.iter().cloned().chain(leaf).collect()));
                }
            }
        }
    }
    found
}

/// The lines of code, each with its number; a `use` that goes over several lines is one.
fn whole_lines(code: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in code.lines().enumerate() {
        match lines.last_mut() {
            Some((_, open)) if open.contains("use ") && open.contains("::{") && !open.contains(';') => {
                open.push_str(line.trim());
            }
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

/// The module that `super` means in a file.
fn super_path(room: &str, name: &str, is_door: bool) -> Vec<String> {
    let depth = name.matches('/').count();
    match (depth, is_door) {
        (1, true) => vec![],
        (1, false) => vec![room.to_owned()],
        (_, true) => vec![room.to_owned()],
        (_, false) => {
            name.rsplit_once('/').map_or_else(Vec::new, |(folder, _)| folder.split('/').map(str::to_owned).collect())
        }
    }
}

/// `a::b::{c, d::e}` names a::b::c and a::b::d::e.
fn leaves(path: &str) -> Vec<Vec<String>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let end = path.find(|c: char| !is_name(c)).unwrap_or(path.len());
    let head: Vec<String> = path[..end].split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let Some(inner) = path[end..].strip_prefix('{') else { return vec![head] };
    let inner = inner.split('}').next().unwrap_or_default();
    inner
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let tail = part.split(' ').next().unwrap_or_default();
            head.iter().cloned().chain(tail.split("::").map(str::to_owned)).collect()
        })
        .collect()
}

/// The place of a room, and of the file in it that a path of modules names; `None` for the file: the room's door.
fn place_of(path: &[String]) -> Option<(usize, Option<usize>)> {
    let room = ROOMS.iter().position(|(room, _)| path.first().is_some_and(|name| name == room))?;
    let deep = path.get(1..3).map(|parts| parts.join("/"));
    let near = path.get(1).cloned();
    let door = path.get(1).map(|name| format!("{name}/mod"));
    let file = [deep, near, door].into_iter().flatten().find_map(|name| ROOMS[room].1.iter().position(|f| *f == name));
    Some((room, file))
}

#[test]
fn every_file_is_on_the_list_and_every_entry_has_a_file() {
    let found: BTreeSet<String> = files_below(&source_folder()).iter().filter_map(|path| module(path)).collect();
    let mut listed: BTreeSet<String> = ["main", "lib"].map(str::to_owned).into();
    for (room, files) in ROOMS {
        listed.insert(format!("{room}/mod"));
        listed.extend(files.iter().map(|file| format!("{room}/{file}")));
    }
    assert_eq!(found, listed);
}

#[test]
fn files_import_downward_only() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (room, (name, files)) in ROOMS.iter().enumerate() {
        for (file, file_name) in files.iter().enumerate() {
            let path = format!("{name}/{file_name}");
            let code = program_code(&path);
            for (line, import) in imports(&path, &code) {
                let Some((other_room, other_file)) = place_of(&import) else { continue };
                seen += 1;
                let is_below = other_room < room || (other_room == room && other_file.is_none_or(|other| other < file));
                let is_own_table = other_room == room && other_file == Some(file);
                if !is_below && !is_own_table {
                    wrong.push(format!("src/{path}.rs:{line} imports {}", import.join("::")));
                }
            }
        }
    }
    assert!(seen > 300, "imports are found: {seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A room's own door may name every file of its room, and otherwise what any file of it may.
#[test]
fn doors_import_downward_only() {
    let mut wrong = Vec::new();
    for (room, (name, _)) in ROOMS.iter().enumerate() {
        let path = format!("{name}/mod");
        for (line, import) in imports(&path, &program_code(&path)) {
            if place_of(&import).is_some_and(|(other, _)| other > room) {
                wrong.push(format!("src/{path}.rs:{line} imports {}", import.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_upward_import_would_be_found() {
    let import =
        |name: &str, code: &str| imports(name, code).into_iter().map(|(_, path)| place_of(&path)).collect::<Vec<_>>();
    let place = |room: &str, file: &str| {
        let at = ROOMS.iter().position(|(known, _)| *known == room).unwrap();
        Some((at, ROOMS[at].1.iter().position(|known| *known == file)))
    };
    let args = place("cli", "args/mod");
    assert_eq!(import("words/lang", "use crate::cli::args::{A, B};"), [args, args]);
    assert_eq!(import("source/file", "use super::fields::Word;"), [place("source", "fields")]);
    let problems = place("words", "problem/mod");
    assert_eq!(import("words/problem/text", "use super::problems;"), [problems]);
    let two = [place("cli", "files"), place("cli", "load")];
    assert_eq!(import("cli/check", "use super::{files, load};"), two);
    assert_eq!(import("cli/check", "use super::{\n    files,\n    load,\n};"), two);
    assert_eq!(import("words/mod", "pub use crate::cli::args::A;"), [args]);
}

/// What only the command line may name: disk, terminal, clock, environment, other programs, and the crates for them.
const MACHINE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::io::Stdin",
    "std::io::Stdout",
    "std::io::Stderr",
    "std::time::Instant",
    "std::time::SystemTime",
    "jiff::Zoned",
    "jiff::ZonedDateTime",
    "jiff::Timestamp",
    "jiff::tz",
    "anyhow",
    "clap",
    "clap_complete",
    "clap_mangen",
    "crossterm",
    "inquire",
    "rayon",
    "signal_hook",
    "tempfile",
    "terminal_size",
];

/// Calls that look at disk, terminal or clock, whatever they are called on.
const LOOKS: &[&str] = &[
    "::now(",
    ".canonicalize(",
    ".exists(",
    ".is_dir(",
    ".is_file(",
    ".is_symlink(",
    ".metadata(",
    ".read_dir(",
    ".read_link(",
    ".symlink_metadata(",
    ".try_exists(",
    "io::stderr(",
    "io::stdin(",
    "io::stdout(",
];

/// Everything of the machine that code names, in a `use` with braces, too.
fn of_the_machine(code: &str) -> BTreeSet<String> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join(" ").replace("::{ ", "::{");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found: BTreeSet<String> =
        LOOKS.iter().filter(|look| code.contains(**look)).map(|look| look.to_string()).collect();
    for known in MACHINE {
        let (path, last) = known.rsplit_once("::").unwrap_or(("", known));
        let named = code.match_indices(known).any(|(at, _)| {
            let ends = !code[at + known.len()..].starts_with(is_name);
            let begins = !code[..at].ends_with(is_name) && !code[..at].ends_with(['.', ':']);
            ends && begins && (known.contains("::") || code[at + known.len()..].starts_with("::"))
        });
        let grouped = !path.is_empty()
            && in_braces(&code, path).any(|group| group.split(|c| !is_name(c)).any(|name| name == last));
        if named || grouped {
            found.insert((*known).to_owned());
        }
    }
    found
}

/// What stands between the braces of `use path::{...};`, inner braces and all.
fn in_braces<'c>(code: &'c str, path: &str) -> impl Iterator<Item = &'c str> {
    let opening = format!("{path}::{{");
    let root = path.split("::").next().unwrap_or_default();
    let from_root = format!("{root}::{{");
    let after = |opening: String| code.match_indices(&opening).map(|(at, _)| &code[at..]).collect::<Vec<_>>();
    let groups = [after(opening), after(from_root)].concat();
    groups.into_iter().map(|rest| rest.split(';').next().unwrap_or_default())
}

#[test]
fn only_the_command_line_touches_the_machine() {
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for module in files_below(&source_folder()).iter().filter_map(|path| module(path)) {
        let found = of_the_machine(&program_code(&module));
        if module.starts_with("cli/") || module == "main" {
            seen.extend(found);
        } else {
            wrong.extend(found.into_iter().map(|what| format!("src/{module}.rs names {what}")));
        }
    }
    assert!(seen.len() > 15, "what the command line names is found: {seen:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One file makes exact numbers of a library's; everybody else has them from it, so another library can take its place.
#[test]
fn one_file_names_the_libraries_of_numbers() {
    let names_one = |path: &&PathBuf| {
        let code = std::fs::read_to_string(path).unwrap();
        ["num_bigint", "num_integer", "num_rational", "num_traits"].iter().any(|library| code.contains(library))
    };
    let files = files_below(&source_folder());
    let found: Vec<String> = files.iter().filter(names_one).filter_map(|path| module(path)).collect();
    assert_eq!(found, ["words/exact"]);
}

#[test]
fn a_look_at_the_machine_would_be_found() {
    let found = |code: &str| of_the_machine(code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(found("use std::fs;"), "std::fs");
    assert_eq!(found("use std::{\n    fmt,\n    io::{self, Read},\n    env,\n};"), "std::env");
    assert_eq!(found("use std::io::{stdin, Read};"), "std::io::stdin");
    assert_eq!(found("use std::io;\nfn f() { io::stdout(); }"), "io::stdout(");
    assert_eq!(found("let now = Instant::now();"), "::now(");
    assert_eq!(found("use std::time::{Duration, SystemTime};"), "std::time::SystemTime");
    assert_eq!(found("let now = jiff::Zoned::now();"), "::now( jiff::Zoned");
    assert_eq!(found("fn f(path: &Path) -> bool { path.is_file() }"), ".is_file(");
    assert_eq!(found("anyhow::bail!(why)"), "anyhow");
    for fine in
        ["use std::io::{self, ErrorKind};", "use std::fmt;", "// std::fs", "let clap = 1;", "use std::time::Duration;"]
    {
        assert_eq!(found(fine), "", "{fine}");
    }
}

/// The types that code gives a name to. An associated type has the name of its trait's.
fn types_named(code: &str) -> Vec<&str> {
    let kinds = ["struct ", "enum ", "type ", "trait ", "union "];
    let name = |line: &'_ str| -> Option<usize> {
        let bare = line.trim_start();
        let bare = bare
            .strip_prefix("pub")
            .map_or(bare, |rest| rest.trim_start_matches("(crate)").trim_start_matches("(super)").trim_start());
        let rest = kinds.iter().find_map(|kind| bare.strip_prefix(kind))?;
        (!(bare.starts_with("type ") && line.starts_with("    "))).then(|| line.len() - rest.len())
    };
    let named = code.lines().filter_map(|line| Some(&line[name(line)?..]));
    named.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()).collect()
}

/// So a name means one thing wherever it is read, and whoever uses the library can name what it needs.
#[test]
fn no_type_name_stands_for_two_things() {
    let (mut known, mut twice) = (std::collections::BTreeMap::<String, String>::new(), Vec::new());
    for module in files_below(&source_folder()).iter().filter_map(|path| module(path)) {
        for name in types_named(&program_code(&module)) {
            if let Some(other) = known.insert(name.to_owned(), module.clone()) {
                twice.push(format!("{name} is a type of src/{other}.rs and of src/{module}.rs"));
            }
        }
    }
    assert!(known.len() > 350, "types are found: {}", known.len());
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn types_are_found_however_they_are_declared() {
    let code = "pub struct A<'a>(u8);\nenum B {\n    C,\n}\npub(super) trait D: E {\n    type F;\n}\npub type G = A;\n\
                pub enum H {}";
    assert_eq!(types_named(code), ["A", "B", "D", "G", "H"]);
}
