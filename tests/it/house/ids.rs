//! What is named by an id is named by nothing else: no number stands for a question, a category, a flag or a document.

use std::path::Path;

use crate::support::{files_below, root};

/// What has ids, as comments call it.
const THINGS: &[&str] = &[
    "question",
    "categor",
    "flag",
    "factor",
    "option",
    "document",
    "kind",
    "framework",
    "group",
    "waiver",
    "vendor",
    "contradiction",
];

/// The lists that hand out ids.
const LISTS: &[&str] = &[
    "questions",
    "categories",
    "flags",
    "factors",
    "options",
    "evidence",
    "kinds",
    "frameworks",
    "groups",
    "waivers",
    "contradictions",
    "answers",
    "stories",
];

/// Lines of a file that name a thing by a number: a field or a variant of numbers whose comment speaks of things and
/// not of how many they are, and a list of things that is counted through.
fn numbered(code: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut comment = String::new();
    for line in code.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            comment += &words.to_lowercase();
            continue;
        }
        let is_number = ["usize,", "usize>,", "usize>>,", "[usize],", "usize),", "usize>),"]
            .iter()
            .any(|end| line.ends_with(end) && !line.contains("fn "));
        let counts = ["how many", "so many", "number"].iter().any(|words| comment.contains(words));
        if is_number && !counts && THINGS.iter().any(|thing| comment.contains(thing)) {
            wrong.push(line.to_owned());
        }
        let counted = |list: &str| {
            line.contains(&format!("{list}.iter().enumerate()"))
                || line.contains(&format!("{list}.iter().position("))
                || (line.contains("0..") && line.contains(&format!("{list}.len()")))
        };
        if LISTS.iter().any(|list| counted(list)) {
            wrong.push(line.to_owned());
        }
        comment.clear();
    }
    wrong
}

/// What comes out as JSON holds numbers where a program that reads it counts, and files of the room `source` hold
/// places, which are no ids.
fn has_ids(file: &Path) -> bool {
    !["src/report/json", "src/source"].iter().any(|folder| file.starts_with(root().join(folder)))
}

#[test]
fn no_number_stands_for_a_thing_that_has_an_id() {
    let mut wrong = Vec::new();
    for file in files_below(&root().join("src")).iter().filter(|file| file.extension().is_some_and(|e| e == "rs")) {
        let code = std::fs::read_to_string(file).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        if has_ids(file) {
            wrong.extend(numbered(code).into_iter().map(|line| format!("{}: {line}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_number_that_stands_for_a_thing_would_be_found() {
    let found = |code: &str| numbered(code).len();
    assert_eq!(found("/// The question.\npub question: usize,"), 1);
    assert_eq!(found("/// Its options, rising.\nOptions(Vec<usize>),"), 1);
    assert_eq!(found("/// The flag that is waived.\npub flag: Option<usize>,"), 1);
    assert_eq!(found("for (at, question) in questionnaire.questions.iter().enumerate() {"), 1);
    assert_eq!(found("let all = (0..assessment.questions.len()).filter(is_open);"), 1);
    assert_eq!(found("/// How many questions are open.\npub open: usize,"), 0);
    assert_eq!(found("/// The question.\npub question: QuestionId,"), 0);
    assert_eq!(found("/// The widest column, in letters.\npub width: usize,"), 0);
}
