//! What can be counted of the source and clippy does not count: no line and no file is longer than a reader can take
//! in.

use crate::support::{files_below, root};

/// The most letters of a line.
const WIDEST: usize = 120;

/// The most lines of a file.
const LONGEST: usize = 400;

/// Every file of the program, with its name.
fn sources() -> Vec<(String, String)> {
    let files = files_below(&root().join("src")).into_iter().filter(|path| {
        path.extension().is_some_and(|end| ["rs", "html", "css", "js", "xml"].iter().any(|known| end == *known))
    });
    files.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn lines_and_files_are_short() {
    let (mut wrong, sources) = (Vec::new(), sources());
    for (name, code) in &sources {
        let wide = code.lines().enumerate().filter(|(_, line)| line.chars().count() > WIDEST);
        wrong.extend(wide.map(|(at, _)| format!("{name}:{}: a line of more than {WIDEST} letters", at + 1)));
        let lines = code.lines().count();
        wrong.extend((lines > LONGEST).then(|| format!("{name}: {lines} lines")));
    }
    assert!(sources.len() > 250, "the source is found: {}", sources.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
