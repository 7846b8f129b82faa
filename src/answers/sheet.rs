//! A YAML file that is written for people: its lines, and explanations in comments that no text can break out
//! of: it is clean.

use crate::document::wrap::{Margins, columns, padded, wrapped};
use crate::words::Clean;

/// Comments are wrapped so that a line has at most so many columns, if its words allow.
const COLUMNS: usize = 100;
/// A word in the left column of a list may be this wide before the texts beside it stop lining up.
const LEFT: usize = 24;

/// So begins a comment that is said to one vendor: no form asks it, and what comes back is not held against it.
pub(crate) const FILLED_IN: &str = "#!";

/// A file in the making.
#[derive(Debug, Default)]
pub(crate) struct Sheet(String);

impl Sheet {
    /// A line of the file itself.
    pub(crate) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A line of nothing.
    pub(crate) fn gap(&mut self) {
        self.line("");
    }

    /// A comment of one line that is shown as it stands; not for text of people.
    pub(crate) fn exactly(&mut self, indent: usize, text: &str) {
        let line = format!("{}# {text}", " ".repeat(indent));
        self.line(line.trim_end());
    }

    /// A heading across the sheet.
    pub(crate) fn banner(&mut self, indent: usize, title: &Clean) {
        let rest = COLUMNS.saturating_sub(indent + 8 + columns(title));
        self.exactly(indent, &format!("==== {title} {}", "=".repeat(rest)));
    }

    /// A comment, wrapped. It starts with `lead`, and further lines start below its text.
    pub(crate) fn comment(&mut self, indent: usize, lead: &str, text: &Clean) {
        let [first, rest] =
            [lead.to_owned(), " ".repeat(columns(lead))].map(|lead| format!("{}# {lead}", " ".repeat(indent)));
        let margins = Margins { first: &first, rest: &rest, cuts: false };
        wrapped(text, COLUMNS, margins).iter().for_each(|line| self.line(line));
    }

    /// A comment that belongs to what is filled in and not to the form: see [`FILLED_IN`].
    pub(crate) fn mark(&mut self, indent: usize, text: &Clean) {
        let margin = format!("{}{FILLED_IN} ", " ".repeat(indent));
        let margins = Margins { first: &margin, rest: &margin, cuts: false };
        wrapped(text, COLUMNS, margins).iter().for_each(|line| self.line(line));
    }

    /// Words with what they mean, a line each, the meanings below each other.
    pub(crate) fn list(&mut self, indent: usize, rows: &[(&Clean, Clean)]) {
        let width = rows.iter().map(|(word, _)| columns(word)).filter(|width| *width <= LEFT).max().unwrap_or(0);
        for (word, meaning) in rows {
            self.comment(indent, &format!("  {}  ", padded(word, width)), meaning);
        }
    }

    /// The finished file.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::{Trusted, one_line};

    #[test]
    fn no_text_breaks_out_of_a_comment() {
        for evil in
            ["a\nb: c", "a\r\nb: c", "a\u{85}b: c", "a\u{2028}b: c", "a\u{2029}b: c", "a\u{b}\u{c}\u{1b}[2Jb: c"]
        {
            let mut sheet = Sheet::default();
            let evil = one_line(evil);
            sheet.comment(2, "  ", &evil);
            sheet.banner(2, &evil);
            sheet.list(2, &[(&"x".clean(), evil)]);
            let text = sheet.finish();
            assert_eq!(text.lines().count(), 3, "{text:?}");
            assert!(text.lines().all(|line| line.starts_with("  # ")), "{text:?}");
            assert!(!text.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{1b}']), "{text:?}");
        }
    }

    #[test]
    fn comments_are_wrapped_below_their_text() {
        let mut sheet = Sheet::default();
        sheet.list(2, &[(&"yes".clean(), one_line(&"word ".repeat(30))), (&"unknown".clean(), Clean::default())]);
        let text = sheet.finish();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("  #   yes      word word"), "{text}");
        assert!(lines[1].starts_with("  #            word word"), "{text}");
        assert_eq!(lines[2], "  #   unknown");
        assert!(lines.iter().all(|line| columns(line) <= COLUMNS));
    }
}
