//! Words in lines: every text that is broken to fit a width, and every count of columns, goes through here.

use crate::words::clean::{Clean, Trusted};
pub use textwrap::core::display_width as columns;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// What stands before the lines of a text, and what happens to words that are too long for one.
#[derive(Clone, Copy, Debug)]
pub struct Margins<'m> {
    /// Before the first line.
    pub first: &'m str,
    /// Before each line after it.
    pub rest: &'m str,
    /// Whether a word that is wider than a whole line is cut. Otherwise it stays whole, and its line is too wide.
    pub cuts: bool,
}

/// A text in lines of at most so many columns, margins included. Each line holds as many words as have room; lines
/// break at blanks and nowhere else, so that ids and addresses stay in one piece, unless one alone is wider than a line
/// and may be cut.
pub fn wrapped(text: &str, width: usize, margins: Margins<'_>) -> Vec<String> {
    if text.is_empty() {
        return vec![margins.first.trim_end().to_owned()]; // no word, and so no line, is what textwrap makes of it
    }
    let options = Options::new(width)
        .initial_indent(margins.first)
        .subsequent_indent(margins.rest)
        .break_words(margins.cuts)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A text filled up with blanks to so many columns.
pub fn padded(text: &Clean, width: usize) -> Clean {
    let blanks = std::iter::repeat_n(" ", width.saturating_sub(columns(text)));
    text.clone().and(blanks.collect::<Clean>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::one_line;

    fn lines(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
        wrapped(text, width, Margins { first, rest, cuts: true })
    }

    #[test]
    fn lines_are_filled_one_after_the_other_and_begin_behind_their_margins() {
        assert_eq!(
            lines("it is so and not otherwise", 14, "# ", "#   "),
            ["# it is so and", "#   not", "#   otherwise"]
        );
        for cuts in [true, false] {
            assert_eq!(wrapped("", 14, Margins { first: "# ", rest: "# ", cuts }), ["#"]);
        }
    }

    #[test]
    fn ids_and_addresses_are_not_broken_where_a_sign_would_let_them() {
        let text = "see access.offboarding-hours at https://example.com/a-b/c now";
        let expected = ["see", "access.offboarding-hours", "at", "https://example.com/a-b/c", "now"];
        assert_eq!(lines(text, 26, "", ""), expected);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_or_stays_whole() {
        let long = "x".repeat(25);
        assert_eq!(lines(&long, 12, "  ", "    "), ["  xxxxxxxx", "    xxxxxxxx", "    xxxxxxxx", "    x"]);
        assert_eq!(wrapped(&long, 12, Margins { first: "", rest: "", cuts: false }), [long.as_str()]);
    }

    #[test]
    fn wide_letters_take_two_columns_and_accents_none() {
        assert_eq!(lines("日本語日本語 abc", 7, "", ""), ["日本語", "日本語", "abc"]);
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(padded(&one_line("å"), 3), "å  ");
        assert_eq!(padded(&one_line("語"), 3), "語 ");
        assert_eq!(padded(&one_line("long"), 3), "long");
    }

    #[test]
    fn blanks_within_a_line_are_kept_and_those_at_its_ends_are_not() {
        assert_eq!(lines("+1.4  access.mfa  is missing", 17, "", ""), ["+1.4  access.mfa", "is missing"]);
    }
}
