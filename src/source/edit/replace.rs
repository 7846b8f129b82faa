//! A value in the place of another.

use std::ops::Range;

use super::change::Refused;
use super::editor::{Editor, Reached};
use crate::source::node::{Entry, Node};
use crate::source::value::NewValue;

impl Editor<'_, '_> {
    /// Puts a value in the place of another.
    pub(super) fn replaced(&self, part: Reached<'_, '_>, value: &NewValue) -> Result<String, Refused> {
        let start = part.node.span.range().start;
        if part.bracketed {
            let end = self.places.end_of(part.node);
            return match part.key {
                Some(key) if part.node.is_null() && start == part.node.span.range().end => {
                    self.filled(key, &format!(" {}", self.in_brackets(value)))
                }
                _ => Ok(self.swapped(start, end, &self.in_brackets(value))),
            };
        }
        let Some(key) = part.key else {
            let end = self.places.end_of(part.node);
            return Ok(self.swapped(start, end, &self.in_brackets(value))); // an entry of a list, or the file
        };
        let indent = part.column + 2;
        let colon = self.places.behind_colon(key)?;
        let written = value.after_key(indent);
        let (line, below) =
            written.split_once('\n').map_or((&*written, ""), |(line, _)| (line, &written[line.len()..]));
        if below.is_empty() && !line.is_empty() && self.stands_below(colon, part.node) {
            return Ok(self.swapped(start, self.places.end_of(part.node), line.trim_start()));
        }
        // what is left on the line of the key behind the old value, a comment for instance, stays on that line
        let (cut, lines_end) = self.old_value(colon, part.node);
        let kept = &self.places.text[cut.end..self.places.end_of_line(cut.end)];
        let end = lines_end.max(self.places.end_of_line(cut.end));
        let mut new = self.places.text[..cut.start].to_owned();
        new.push_str(line);
        new.push_str(kept.trim_end());
        new.push_str(&self.lines(below));
        new.push_str(&self.places.text[self.places.before_line_break(end)..]);
        Ok(new)
    }

    /// What stands on the line of its key from an old value, and where the last line of the old value ends.
    fn old_value(&self, colon: usize, node: &Node<'_>) -> (Range<usize>, usize) {
        let start = node.span.range().start;
        let end = self.places.end_of(node);
        if node.is_null() && node.span.start == node.span.end {
            return (colon..colon, colon);
        }
        let between = &self.places.text[colon..start.max(colon)];
        let header = between.trim_start();
        if header.starts_with(['|', '>']) {
            let at = colon + between.len() - header.len();
            let mark = header.find(char::is_whitespace).unwrap_or(header.len());
            return (colon..at + mark, self.places.end_of_line(end.max(at + mark)));
        }
        if self.places.is_on_lines(node) || between.contains('\n') {
            return (colon..colon, self.places.end_of_line(end));
        }
        (colon..end, end)
    }

    /// Whether a value of one piece stands on a line below its key, where comments can come between the two.
    fn stands_below(&self, colon: usize, node: &Node<'_>) -> bool {
        let start = node.span.range().start.max(colon);
        let between = &self.places.text[colon..start];
        let is_block = between.trim_start().starts_with(['|', '>']);
        between.contains('\n') && node.span.start < node.span.end && !is_block && !self.places.is_on_lines(node)
    }

    /// Puts the first value behind a key within braces.
    fn filled(&self, key: &Entry<'_>, written: &str) -> Result<String, Refused> {
        match self.places.behind_colon(key) {
            Ok(colon) => Ok(self.put(colon, written)),
            Err(Refused) => Ok(self.put(key.key_span.range().end, &format!(":{written}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::{Change, Step, To};
    use super::super::tests::{edited, hold, word};
    use super::*;

    #[test]
    fn a_value_is_replaced_wherever_it_stands() {
        hold(
            &Change::set(&["a", "x"], word("all")),
            &[
                ("on a line", "a:\n  x: no\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("on the last line", "a:\n  x: no", "a:\n  x: all"),
                ("behind a key in quotes", "a:\n  \"x\": no\n  'y': 1\n", "a:\n  \"x\": all\n  'y': 1\n"),
                ("behind a blank and a colon", "a:\n  x : no\n", "a:\n  x : all\n"),
                ("behind letters of several bytes", "a:\n  å: ö # é\n  x: ü\n", "a:\n  å: ö # é\n  x: all\n"),
                ("in braces", "a: {x: no, y: 1}\n", "a: {x: all, y: 1}\n"),
                ("in braces over lines", "a: {\n  x: no,\n  y: 1,\n}\n", "a: {\n  x: all,\n  y: 1,\n}\n"),
                ("in braces without blanks", "a: {\"x\":\"no\"}\n", "a: {\"x\":all}\n"),
                ("in a document with its marks", "---\na:\n  x: no\n...\n", "---\na:\n  x: all\n...\n"),
            ],
        );
    }

    #[test]
    fn every_kind_of_value_gives_way() {
        hold(
            &Change::set(&["a", "x"], word("all")),
            &[
                ("none", "a:\n  x:\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("none on the last line", "a:\n  x:", "a:\n  x: all"),
                ("none in braces", "a: {y: 1, x: }\n", "a: {y: 1, x: all }\n"),
                ("none in braces, nor a colon", "a: {y: 1, x}\n", "a: {y: 1, x: all}\n"),
                ("a tilde", "a:\n  x: ~\n", "a:\n  x: all\n"),
                ("a text in quotes", "a:\n  x: 'it''s: # so'\n", "a:\n  x: all\n"),
                ("a text in quotes over lines", "a:\n  x: \"p\n\n    q\"\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a bare text over lines", "a:\n  x: two\n    lines\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a block of lines", "a:\n  x: |\n    p\n\n     q\n\n  y: 1\n", "a:\n  x: all\n\n  y: 1\n"),
                ("a block that keeps its end", "a:\n  x: |+\n    p\n\n  y: 1\n", "a:\n  x: all\n\n  y: 1\n"),
                ("a block with its indentation", "a:\n  x: |2\n      p\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a folded block at the end", "a:\n  x: >-\n    p\n    q", "a:\n  x: all"),
                ("a list on lines", "a:\n  x:\n    - p\n\n    - q\n\n  y: 1\n", "a:\n  x: all\n\n  y: 1\n"),
                ("a list in the column of its key", "a:\n  x:\n  - p\n  - q\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("lists in a list", "a:\n  x:\n    - - p\n      - q\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a list in brackets over lines", "a:\n  x: [p,\n    q]\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a map on lines", "a:\n  x:\n    k: 1\n    l:\n  y: 1\n", "a:\n  x: all\n  y: 1\n"),
                ("a map in braces", "a: {x: {k: [1, {l: 2}]}, y: 1}\n", "a: {x: all, y: 1}\n"),
            ],
        );
    }

    #[test]
    fn comments_around_a_value_stay() {
        hold(
            &Change::set(&["a", "x"], word("all")),
            &[
                (
                    "above, behind and below it",
                    "# a\na: # b\n  # c\n  x: no  # d\n  # e\n  y: 1 # f\n# g\n",
                    "# a\na: # b\n  # c\n  x: all  # d\n  # e\n  y: 1 # f\n# g\n",
                ),
                ("behind nothing", "a:\n  x:   # c\n  y: 1\n", "a:\n  x: all   # c\n  y: 1\n"),
                ("behind the last line", "a:\n  x: no # c", "a:\n  x: all # c"),
                ("behind a tab", "a:\n  x: no\t# c\n", "a:\n  x: all\t# c\n"),
                ("behind the mark of a block", "a:\n  x: | # c\n    p\n  # d\n", "a:\n  x: all # c\n  # d\n"),
                ("behind the last of its lines", "a:\n  x: two\n    lines # c\n", "a:\n  x: all # c\n"),
                ("behind its bracket", "a:\n  x: [p,\n    q]  # c\n", "a:\n  x: all  # c\n"),
                ("below its lines", "a:\n  x:\n    - p\n  # c\n\n# d\n", "a:\n  x: all\n  # c\n\n# d\n"),
                ("in braces", "a: {\n  x: no, # c\n  # d\n}\n", "a: {\n  x: all, # c\n  # d\n}\n"),
                (
                    "between it and its key",
                    "a:\n  x: # c\n    # d\n    no # e\n",
                    "a:\n  x: # c\n    # d\n    all # e\n",
                ),
                ("between its bracket and its key", "a:\n  x:\n    [p,\n    q] # c\n", "a:\n  x:\n    all # c\n"),
            ],
        );
    }

    #[test]
    fn a_value_of_several_lines_takes_the_place_of_one() {
        let long = NewValue::Map(vec![("answer".into(), word("all")), ("comment".into(), NewValue::text("one\ntwo"))]);
        hold(
            &Change::set(&["a", "x"], long),
            &[
                (
                    "of a word",
                    "a:\n  x: no  # c\n  y: 1\n",
                    "a:\n  x:  # c\n    answer: all\n    comment: |-\n      one\n      two\n  y: 1\n",
                ),
                (
                    "of nothing",
                    "a:\n  x:\n\n  y: 1\n",
                    "a:\n  x:\n    answer: all\n    comment: |-\n      one\n      two\n\n  y: 1\n",
                ),
                (
                    "at the end of the file",
                    "a:\n    x: no",
                    "a:\n    x:\n      answer: all\n      comment: |-\n        one\n        two",
                ),
                ("in braces", "a: {x: no}\n", "a: {x: {answer: all, comment: \"one\\ntwo\"}}\n"),
            ],
        );
    }

    #[test]
    fn nothing_takes_the_place_of_a_value() {
        hold(
            &Change::set(&["a", "x"], NewValue::Nothing),
            &[
                ("on a line", "a:\n  x: no # c\n  y: 1\n", "a:\n  x: # c\n  y: 1\n"),
                ("on lines", "a:\n  x: |\n    p\n  y: 1\n", "a:\n  x:\n  y: 1\n"),
                ("in braces", "a: {x: no, y: 1}\n", "a: {x: , y: 1}\n"),
            ],
        );
    }

    #[test]
    fn an_entry_of_a_list_can_be_replaced() {
        let second = |text: &str| {
            let path = vec![Step::Key("l".into()), Step::At(1)];
            let entry = NewValue::Inline(vec![("flag".into(), word("f"))]);
            edited(text, &Change { path, to: To::Set(entry) })
        };
        for (about, before, after) in [
            ("a word", "l:\n  - a # c\n  - b # d\n  - e\n", "l:\n  - a # c\n  - {flag: f} # d\n  - e\n"),
            ("in brackets", "l: [a, b, c]\n", "l: [a, {flag: f}, c]\n"),
            (
                "a map",
                "l:\n  - {flag: a}\n  - flag: b\n    by: me\n# end\n",
                "l:\n  - {flag: a}\n  - {flag: f}\n# end\n",
            ),
            ("a list", "l:\n- - a\n- - b\n  - c\n- d\n", "l:\n- - a\n- {flag: f}\n- d\n"),
            ("the last", "l:\n- a\n- b", "l:\n- a\n- {flag: f}"),
        ] {
            assert_eq!(second(before).as_deref(), Ok(after), "{about}");
        }
        assert_eq!(second("l: [a]\n"), Err(Refused), "there is none");
        assert_eq!(second("l:\n  - a\n  - |\n    b\n"), Err(Refused), "the mark of the block would stay");
    }

    #[test]
    fn a_value_in_an_entry_of_a_list_can_be_replaced() {
        let path = vec![Step::Key("l".into()), Step::At(0), Step::Key("x".into())];
        hold(
            &Change { path, to: To::Set(NewValue::text("one\ntwo")) },
            &[
                ("beside the dash", "l:\n  - x: 1\n    y: 2\n", "l:\n  - x: |-\n      one\n      two\n    y: 2\n"),
                ("below it", "l:\n- y: 2\n  x: 1 # c\n- z\n", "l:\n- y: 2\n  x: |- # c\n    one\n    two\n- z\n"),
                ("in braces", "l: [{x: 1}, z]\n", "l: [{x: \"one\\ntwo\"}, z]\n"),
            ],
        );
    }
}
