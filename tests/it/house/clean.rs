//! Only text that has been cleaned is shown (`src/words/clean.rs`): its type holds that, and here is held what the type
//! cannot hold by itself.

use std::fs;

use crate::support::{files_below, root};

/// Every file of the program, by its path from `src`, with what stands in it besides its tests.
fn program() -> Vec<(String, String)> {
    let folder = root().join("src");
    let files = files_below(&folder).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let code = |path: std::path::PathBuf| {
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
        let code = fs::read_to_string(&path).unwrap();
        (name, code.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
    };
    files.map(code).collect()
}

/// The files whose code holds one of some pieces.
fn with(pieces: &[&str]) -> Vec<String> {
    let holds = |code: &str| pieces.iter().any(|piece| code.contains(piece));
    let mut found: Vec<String> = program().into_iter().filter(|(_, code)| holds(code)).map(|(name, _)| name).collect();
    found.sort_unstable();
    found
}

#[test]
fn only_tables_and_numbers_call_words_clean_that_nobody_cleaned() {
    assert_eq!(with(&["made_of_trusted("]), ["words/clean.rs", "words/number.rs", "words/phrases.rs"]);
    assert_eq!(with(&["Clean(Cow::"]), ["words/clean.rs"]);
}

#[test]
fn only_words_numbers_and_days_are_trusted() {
    assert_eq!(
        with(&["Trusted for "]),
        ["source/date.rs", "source/fingerprint.rs", "words/clean.rs", "words/exact.rs", "words/quantity.rs"]
    );
}

/// What is handed to a document is clean, and renderers escape for their format and no more.
#[test]
fn no_document_is_cleaned_where_it_is_rendered() {
    let cleaning = with(&["one_line(", "shortened(", "visible(", "clean::shown("]);
    assert!(cleaning.iter().any(|name| name == "questionnaire/text.rs"), "{cleaning:?}");
    let where_it_is_rendered: Vec<&String> = cleaning.iter().filter(|name| name.starts_with("document/")).collect();
    assert!(where_it_is_rendered.is_empty(), "{where_it_is_rendered:?}");
}
