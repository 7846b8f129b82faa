//! What can be counted of the source: no line, no function and no file is longer than a reader can take in.

use crate::support::{files_below, root};

/// The most letters of a line, lines of a file, and lines of a function.
const MOST: [usize; 3] = [120, 400, 60];

/// Every file of the program, with its name.
fn sources() -> Vec<(String, String)> {
    let files =
        files_below(&root().join("src")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    files.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap())).collect()
}

/// The functions of code as rustfmt writes it, each with its first line and how many lines it has.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let begins = |line: &str| {
        let words = line.trim_start().trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        let words = words.trim_start_matches("pub ").trim_start_matches("const ");
        words.starts_with("fn ")
    };
    let starts = (0..lines.len()).filter(|at| begins(lines[*at]));
    let length = |at: usize| {
        let indent = lines[at].len() - lines[at].trim_start().len();
        let end = format!("{}}}", " ".repeat(indent));
        lines[at..].iter().position(|line| **line == end).map(|end| (lines[at].trim(), end + 1))
    };
    starts.filter(|at| !lines[*at].ends_with([';', '}'])).filter_map(length).collect()
}

#[test]
fn lines_files_and_functions_are_short() {
    let [line_most, file_most, function_most] = MOST;
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (name, code) in sources() {
        let long = code.lines().enumerate().filter(|(_, line)| line.chars().count() > line_most);
        wrong.extend(long.map(|(at, _)| format!("{name}:{}: a line of more than {line_most} letters", at + 1)));
        let lines = code.lines().count();
        wrong.extend((lines > file_most).then(|| format!("{name}: {lines} lines")));
        let all = functions(&code);
        seen += all.len();
        let long = all.into_iter().filter(|(_, lines)| *lines > function_most);
        wrong.extend(long.map(|(first, lines)| format!("{name}: {first} has {lines} lines")));
    }
    assert!(seen > 1_500, "functions are found: {seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn functions_are_measured_from_their_first_line_to_their_last() {
    let code =
        "impl A {\n    pub(super) fn a(\n        b: u8,\n    ) {\n        b;\n    }\n}\nfn c() {}\nfn d() {\n}\n";
    assert_eq!(functions(code), [("pub(super) fn a(", 5), ("fn d() {", 2)]);
}
