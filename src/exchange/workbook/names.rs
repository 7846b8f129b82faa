//! The names of sheets: what every spreadsheet program takes, and in a formula is nothing but a name.

use std::collections::BTreeSet;

use crate::words::clean::{Clean, Trusted, one_line};

/// A name has at most so many units of UTF-16.
const LONGEST: usize = 31;

/// Names that were given, without case.
#[derive(Debug, Default)]
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name of these words that no other sheet has. Of signs, those stay that mean nothing in a formula and in a
    /// path.
    pub fn name(&mut self, words: &Clean) -> Clean {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | ',' | '.' | '&');
        let plain = |c: char| match c {
            '/' => '-',
            c if is_plain(c) => c,
            _ => ' ',
        };
        let plain: String = words.chars().map(plain).collect();
        let plain = one_line(&plain);
        let numbered = (2_usize..).map(|number| {
            let behind = " ".and(number);
            one_line(&fitting(&plain, LONGEST.saturating_sub(behind.len())).and(behind))
        });
        let mut names = [fitting(&plain, LONGEST)].into_iter().chain(numbered);
        names.find(|name| !name.is_empty() && self.0.insert(name.to_lowercase())).unwrap_or_default()
    }
}

/// As many of the words as have room; the last one is cut only where it would leave half of it empty.
fn fitting(words: &Clean, room: usize) -> Clean {
    let mut left = room;
    let end = words.char_indices().find(|(_, c)| {
        let is_over = c.len_utf16() > left;
        left = left.saturating_sub(c.len_utf16());
        is_over
    });
    let Some(kept) = end.and_then(|(end, _)| words.get(..end)) else { return words.clone() };
    let whole = kept.rfind(' ').filter(|at| at * 2 >= kept.len() && !words[kept.len()..].starts_with(' '));
    one_line(whole.and_then(|at| kept.get(..at)).unwrap_or(kept).trim_end_matches([',', '&', '-', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_program_takes_and_stands_once() {
        let mut names = SheetNames::default();
        let mut name = |words: &str| String::from(names.name(&one_line(words)));
        assert_eq!(name("1 Access & accounts"), "1 Access & accounts");
        assert_eq!(name("1 ACCESS & accounts"), "1 ACCESS & accounts 2", "programs do not tell capitals apart");
        assert_eq!(name("'=SUM(A1)/[x]:*?\\'"), "SUM A1 - x");
        assert_eq!(name("Documents / Dokument"), "Documents - Dokument");
        assert_eq!(name("1 Certifications and attestations"), "1 Certifications and");
        assert_eq!(name(&"å".repeat(40)), "å".repeat(31));
        assert_eq!(name(&"å".repeat(41)), format!("{} 2", "å".repeat(29)));
        assert_eq!(name(&"😀😀x".repeat(20)), "x x x x x x x x x x x x x x x x");
        assert_eq!([name("[]"), name("'")], ["2", "3"]);
        assert_eq!(name(&"𝒜".repeat(20)), "𝒜".repeat(15), "a letter is not cut in two");
    }
}
