//! What the program printed or wrote, kept in files, so that a change shows what changes for people.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use similar::TextDiff;

/// So many lines of difference are shown of a file.
const SHOWN: usize = 40;

/// Holds texts that the program makes against the files in which they are kept. With `BLESS=1` the files are written
/// anew; `tests` names the tests that do it.
pub fn assert_kept(tests: &str, made: impl IntoIterator<Item = (PathBuf, String)>) {
    let is_blessed = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for (file, made) in made {
        if is_blessed {
            fs::write(&file, &made).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        if kept != made {
            let diff = TextDiff::from_lines(&kept, &made).unified_diff().context_radius(0).to_string();
            let shown: String = diff.split_inclusive('\n').take(SHOWN).collect();
            let _ = writeln!(wrong, "===== {}\n{shown}", file.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}if this is meant: BLESS=1 cargo test --test it {tests}");
}
