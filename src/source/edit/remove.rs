//! A key that goes, or an entry of a list.

use super::change::Refused;
use super::editor::Editor;
use crate::source::node::{Entry, Kind, Node};

impl Editor<'_, '_> {
    /// Takes a key out of a map that has others, with its value and what stands on its lines.
    pub(super) fn without(&self, map: &Node<'_>, entry: &Entry<'_>, bracketed: bool) -> Result<String, Refused> {
        let Kind::Map(entries) = &map.kind else { return Err(Refused) };
        let at = entries.iter().position(|known| known.key == entry.key).ok_or(Refused)?;
        let (start, end) = (entry.key_span.range().start, self.places.end_of_entry(entry));
        if bracketed {
            return Ok(match (entries.get(at + 1), at.checked_sub(1).and_then(|before| entries.get(before))) {
                (Some(next), _) => self.swapped(start, next.key_span.range().start, ""),
                (None, Some(before)) => self.swapped(self.places.end_of_entry(before), end, ""),
                (None, None) => self.swapped(start, end, ""),
            });
        }
        // the line break before it goes with it, so that a file without a last one stays so
        let line_start = self.places.text[..start].rfind('\n').ok_or(Refused)?;
        let is_alone = entries.len() == 1 || !self.places.text[line_start..start].trim().is_empty();
        let (from, to) =
            (self.places.before_line_break(line_start), self.places.before_line_break(self.places.end_of_line(end)));
        if is_alone { Err(Refused) } else { Ok(self.swapped(from, to, "")) }
    }

    /// Takes an entry out of a list, with what stands on its lines; where those are its own, the list must have others.
    pub(super) fn without_item(&self, list: &Node<'_>, item: &Node<'_>, bracketed: bool) -> Result<String, Refused> {
        let Kind::List(items) = &list.kind else { return Err(Refused) };
        let at = items.iter().position(|known| known.span == item.span).ok_or(Refused)?;
        let (start, end) = (item.span.range().start, self.places.end_of(item));
        if bracketed {
            return Ok(match (items.get(at + 1), at.checked_sub(1).and_then(|before| items.get(before))) {
                (Some(next), _) => self.swapped(start, next.span.range().start, ""),
                (None, Some(before)) => self.swapped(self.places.end_of(before), end, ""),
                (None, None) => self.swapped(start, end, ""),
            });
        }
        let line_start = self.places.text[..start].rfind('\n').ok_or(Refused)?;
        // a map begins behind its dash, and so does a list in most files
        let is_alone = items.len() == 1 || !matches!(self.places.text[line_start..start].trim(), "-" | "");
        let (from, to) =
            (self.places.before_line_break(line_start), self.places.before_line_break(self.places.end_of_line(end)));
        if is_alone { Err(Refused) } else { Ok(self.swapped(from, to, "")) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::{Change, Step, To};
    use super::super::tests::{edited, hold};
    use super::*;

    #[test]
    fn a_key_goes_with_its_lines() {
        hold(
            &Change::remove(&["a", "x"]),
            &[
                ("on a line", "a:\n  w: 0\n  x: 1 # c\n  y: 2\n", "a:\n  w: 0\n  y: 2\n"),
                ("the first", "a: # c\n  x: 1\n  y: 2\n", "a: # c\n  y: 2\n"),
                ("the last", "a:\n  y: 1 # c\n  x: 2\nz: 1\n", "a:\n  y: 1 # c\nz: 1\n"),
                ("on the last line", "a:\n  y: 1 # c\n  x:", "a:\n  y: 1 # c"),
                ("in quotes", "a:\n  'x': 1\n  y: 2\n", "a:\n  y: 2\n"),
                (
                    "with a block",
                    "a:\n  w: 0 # c\n  x: |  # why\n    old\n\n  # y\n  y: 1\n",
                    "a:\n  w: 0 # c\n\n  # y\n  y: 1\n",
                ),
                ("with a list", "a:\n  x:\n  - p # c\n  - q\n  # y\n  y: 1\n", "a:\n  # y\n  y: 1\n"),
                ("with brackets over lines", "a:\n  x: [p,\n    q] # c\n  y: 1", "a:\n  y: 1"),
                ("with a map", "a:\n  y: 1\n  x:\n    k: 1\n    l:\n", "a:\n  y: 1\n"),
                ("below a comment", "a:\n  # c\n  x: 1\n  y: 2\n", "a:\n  # c\n  y: 2\n"),
                ("from braces", "a: {w: [0], x: 1, y: 2}\n", "a: {w: [0], y: 2}\n"),
                ("the last of braces", "a: {w: [0], x: 1} # c\n", "a: {w: [0]} # c\n"),
                ("the only one of braces", "a: {x: 1}\n", "a: {}\n"),
                ("that is not there", "a:\n  y: 1\n", "a:\n  y: 1\n"),
                ("from what is not there", "b: 1\n", "b: 1\n"),
                ("from a text", "a: text\n", "a: text\n"),
            ],
        );
    }

    #[test]
    fn what_has_no_lines_of_its_own_is_not_taken_out() {
        for (about, before) in [
            ("the only key of a map", "a:\n  x: 1 # c\n"),
            ("a key beside the mark of a document", "--- # c\na:\n  x: 1\n"),
            ("a key beside another mark", "? a\n: x: 1\n  y: 1\n"),
        ] {
            assert_eq!(edited(before, &Change::remove(&["a", "x"])), Err(Refused), "{about}");
        }
        let beside_a_dash = vec![Step::Key("l".into()), Step::At(0), Step::Key("x".into())];
        assert_eq!(edited("l:\n  - x: 1\n    y: 2\n", &Change { path: beside_a_dash, to: To::Remove }), Err(Refused));
    }

    #[test]
    fn an_entry_of_a_list_goes_with_its_lines() {
        let second = Change { path: vec![Step::Key("l".into()), Step::At(1)], to: To::Remove };
        hold(
            &second,
            &[
                ("on a line", "l:\n  - p # c\n  - q # d\n  # e\n  - r\n", "l:\n  - p # c\n  # e\n  - r\n"),
                ("the last", "l:\n- p\n- q\nz: 1\n", "l:\n- p\nz: 1\n"),
                ("a map", "l:\n  - {a: 1}\n  - a: 2\n    b: |\n      x\n", "l:\n  - {a: 1}\n"),
                ("a map in braces", "l:\n  - {a: 1}\n  - {a: 2,\n     b: 1} # c", "l:\n  - {a: 1}"),
                ("from brackets", "l: [p, q, r] # c\n", "l: [p, r] # c\n"),
                ("the last of brackets", "l: [p, {a: 1}]\n", "l: [p]\n"),
                ("that is not there", "l: [p]\n", "l: [p]\n"),
            ],
        );
        let first = Change { path: vec![Step::Key("l".into()), Step::At(0)], to: To::Remove };
        assert_eq!(edited("l: [p]\n", &first).as_deref(), Ok("l: []\n"));
        assert_eq!(edited("l:\n  - p\n", &first), Err(Refused), "it would leave a key without a value");
        assert_eq!(edited("l:\n  - a: 1\n  - b\n", &first).as_deref(), Ok("l:\n  - b\n"));
    }
}
