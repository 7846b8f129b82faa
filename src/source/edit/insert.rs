//! What was not there before: a key, or an entry at the end of a list.

use super::change::{Change, Refused, Step};
use super::editor::{Editor, Reached};
use crate::source::node::{Entry, Kind};
use crate::source::value::{self, NewValue};

impl Editor<'_, '_> {
    /// Puts a key that is not there yet into a map, or a map with it in the place of nothing.
    pub(super) fn with_new(
        &self,
        part: Reached<'_, '_>,
        change: &Change,
        depth: usize,
        value: &NewValue,
    ) -> Result<String, Refused> {
        let (way, rest) = change.path.split_at(depth);
        let Some((Step::Key(key), deeper)) = rest.split_first() else { return Err(Refused) };
        let mut value = value.clone();
        for step in deeper.iter().rev() {
            let Step::Key(key) = step else { return Err(Refused) };
            value = NewValue::Map(vec![(key.clone(), value)]);
        }
        match &part.node.kind {
            Kind::Map(entries) if !entries.is_empty() => self.inserted(part, entries, way, key, &value),
            Kind::Map(_) | Kind::Null => self.replaced(part, &NewValue::Map(vec![(key.clone(), value)])),
            _ => Err(Refused),
        }
    }

    /// Puts a key with its value into a map that has others.
    fn inserted(
        &self,
        part: Reached<'_, '_>,
        entries: &[Entry<'_>],
        way: &[Step],
        key: &str,
        value: &NewValue,
    ) -> Result<String, Refused> {
        let before = self.sibling_before(entries, way, key);
        if part.bracketed || self.places.is_bracketed(part.node) {
            let last = before.or(entries.last()).ok_or(Refused)?;
            return Ok(self.put(self.places.end_of_entry(last), &format!(", {}", self.entry_in_brackets(key, value))));
        }
        let column = self.places.column_of(part.node).ok_or(Refused)?;
        let line = line(column, key, value);
        let after = match (before, part.key) {
            (Some(before), _) => self.places.end_of_entry(before),
            (None, Some(owner)) => self.places.behind_colon(owner)?,
            (None, None) => self.places.end_of_entry(entries.last().ok_or(Refused)?),
        };
        Ok(self.put(self.places.end_of_line(after), &line))
    }

    /// The entry after which a new key belongs: the nearest before it in the proper order, else, where the map has
    /// none, the last.
    fn sibling_before<'n, 's>(&self, entries: &'n [Entry<'s>], way: &[Step], key: &str) -> Option<&'n Entry<'s>> {
        let Some(order) = (self.order)(way) else { return entries.last() };
        let rank = |key: &str| order.iter().position(|known| *known == key);
        let Some(own) = rank(key) else { return entries.last() };
        entries.iter().rev().find(|entry| rank(entry.key).is_some_and(|rank| rank < own))
    }

    /// Puts keys behind the others of a map that has some.
    pub(super) fn entered(&self, part: Reached<'_, '_>, new: &[(String, NewValue)]) -> Result<String, Refused> {
        let Kind::Map(entries) = &part.node.kind else { return Err(Refused) };
        let end = self.places.end_of_entry(entries.last().ok_or(Refused)?);
        if part.bracketed || self.places.is_bracketed(part.node) {
            let new = new.iter().map(|(key, value)| format!(", {}", self.entry_in_brackets(key, value)));
            return Ok(self.put(end, &new.collect::<String>()));
        }
        let column = self.places.column_of(part.node).ok_or(Refused)?;
        let lines: String = new.iter().map(|(key, value)| line(column, key, value)).collect();
        Ok(self.put(self.places.end_of_line(end), &lines))
    }

    /// Puts entries at the end of a list that has some.
    pub(super) fn appended(&self, part: Reached<'_, '_>, values: &[NewValue]) -> Result<String, Refused> {
        let Kind::List(items) = &part.node.kind else { return Err(Refused) };
        let last = items.last().ok_or(Refused)?;
        if part.bracketed || self.places.is_bracketed(part.node) {
            let new = values.iter().map(|value| format!(", {}", self.in_brackets(value)));
            return Ok(self.put(self.places.end_of(last), &new.collect::<String>()));
        }
        let dash = " ".repeat(self.places.column_of_dashes(part.node).ok_or(Refused)?);
        let lines: String = values.iter().map(|value| format!("\n{dash}- {}", value.in_brackets())).collect();
        Ok(self.put(self.places.end_of_line(self.places.end_of(last)), &lines))
    }
}

/// A key with its value on lines of its own.
fn line(column: usize, key: &str, value: &NewValue) -> String {
    format!("\n{}{}:{}", " ".repeat(column), value::quoted(key), value.after_key(column + 2))
}

#[cfg(test)]
mod tests {
    use super::super::change::To;
    use super::super::edit;
    use super::super::tests::{edited, hold, word};
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_new_key_comes_behind_the_others() {
        hold(
            &Change::set(&["a", "x"], word("all")),
            &[
                ("on a line", "a:\n  y: 1\nz: 1\n", "a:\n  y: 1\n  x: all\nz: 1\n"),
                ("on the last line", "a:\n  y: 1", "a:\n  y: 1\n  x: all"),
                ("in the column of the others", "a:\n     y: 1\n", "a:\n     y: 1\n     x: all\n"),
                ("behind a comment", "a:\n  y: 1 # c\n\n# end\n", "a:\n  y: 1 # c\n  x: all\n\n# end\n"),
                ("behind nothing", "a:\n  y: # c\n", "a:\n  y: # c\n  x: all\n"),
                ("behind a block", "a:\n  y: |\n    p\n\n\nz: 1\n", "a:\n  y: |\n    p\n  x: all\n\n\nz: 1\n"),
                ("behind a block without its end", "a:\n  y: |-\n    p", "a:\n  y: |-\n    p\n  x: all"),
                ("behind a list", "a:\n  y:\n  - p # c\n# d\n", "a:\n  y:\n  - p # c\n  x: all\n# d\n"),
                ("behind brackets over lines", "a:\n  y: [p,\n  ] # c\n", "a:\n  y: [p,\n  ] # c\n  x: all\n"),
                ("behind a map", "a:\n  y:\n    k: 1\n", "a:\n  y:\n    k: 1\n  x: all\n"),
                ("behind a key in quotes", "a:\n  'y': 1\n", "a:\n  'y': 1\n  x: all\n"),
                ("in braces", "a: {y: 1} # c\n", "a: {y: 1, x: all} # c\n"),
                ("in braces over lines", "a: {y: 1,\n  z: 2 # c\n  }\n", "a: {y: 1,\n  z: 2, x: all # c\n  }\n"),
                ("in braces that end with a comma", "a: {y: 1, }\n", "a: {y: 1, x: all, }\n"),
                ("in braces around it all", "{a: {y: 1}}\n", "{a: {y: 1, x: all}}\n"),
            ],
        );
    }

    #[test]
    fn new_keys_come_into_being_on_every_level() {
        hold(
            &Change::set(&["a", "x", "answer"], word("all")),
            &[
                ("at the top", "f: 1\n", "f: 1\na:\n  x:\n    answer: all\n"),
                ("without a last line break", "f: 1", "f: 1\na:\n  x:\n    answer: all"),
                ("where nothing stands", "a:  # c\n  # d\n", "a:  # c\n  x:\n    answer: all\n  # d\n"),
                ("where an empty map stands", "a: {} # c\nz: 1\n", "a: # c\n  x:\n    answer: all\nz: 1\n"),
                ("in a map", "a:\n    y: 1\n", "a:\n    y: 1\n    x:\n      answer: all\n"),
                ("in braces", "a: {y: 1}\n", "a: {y: 1, x: {answer: all}}\n"),
                ("in braces with nothing", "a: {x: , y: 1}\n", "a: {x: {answer: all} , y: 1}\n"),
            ],
        );
    }

    #[test]
    fn new_keys_stand_in_their_proper_order() {
        let order = |way: &[Step]| (way.len() == 1).then(|| vec!["u", "v", "w"]);
        for (about, key, before, after) in [
            ("between two", "v", "a:\n  u: 0\n\n  # w\n  w: 0\n", "a:\n  u: 0\n  v: 1\n\n  # w\n  w: 0\n"),
            ("before all", "v", "a: # c\n  # w\n  w: 0\n", "a: # c\n  v: 1\n  # w\n  w: 0\n"),
            ("behind the nearest", "w", "a:\n  u: 0\n  q: 0\n", "a:\n  u: 0\n  w: 1\n  q: 0\n"),
            ("a key that has no place", "q", "a:\n  u: 0\n", "a:\n  u: 0\n  q: 1\n"),
            ("in braces", "v", "a: {u: 0, w: 0}\n", "a: {u: 0, v: 1, w: 0}\n"),
            ("in a file in another order", "v", "a:\n  w: 0\n  u: 0\n", "a:\n  w: 0\n  u: 0\n  v: 1\n"),
        ] {
            let change = Change::set(&["a", key], word("1"));
            let found = edit(&Source::new("t", before), &[change], &order, 1000);
            assert_eq!(found.as_deref(), Ok(after), "{about}");
        }
    }

    #[test]
    fn many_keys_come_in_at_once_behind_the_others() {
        let two = vec![("x".to_owned(), word("1")), ("w".to_owned(), word("2"))];
        hold(
            &Change::enter(&["a"], two),
            &[
                ("on lines", "a:\n  u: 0 # c\n\nz: 1\n", "a:\n  u: 0 # c\n  x: 1\n  w: 2\n\nz: 1\n"),
                ("in braces", "a: {u: 0} # c\n", "a: {u: 0, x: 1, w: 2} # c\n"),
                ("in JSON", "{\"a\": {\"u\": 0}}\n", "{\"a\": {\"u\": 0, \"x\": 1, \"w\": 2}}\n"),
                ("where nothing stands", "a: # c\nz: 1\n", "a: # c\n  x: 1\n  w: 2\nz: 1\n"),
                ("where no key is", "z: 1\n", "z: 1\na:\n  x: 1\n  w: 2\n"),
            ],
        );
        let known = Change::enter(&["a"], vec![("u".to_owned(), word("1"))]);
        assert_eq!(edited("a:\n  u: 0\n", &known), Err(Refused), "a key that is there");
        assert_eq!(edited("a: text\n", &known), Err(Refused), "no map");
        hold(
            &Change::append_all(&["l"], vec![word("p"), word("q")]),
            &[
                ("on lines", "l:\n  - a # c\nz: 1\n", "l:\n  - a # c\n  - p\n  - q\nz: 1\n"),
                ("in brackets", "l: [a] # c\n", "l: [a, p, q] # c\n"),
                ("where nothing stands", "l:\n", "l: [p, q]\n"),
            ],
        );
    }

    #[test]
    fn lists_grow_at_their_end() {
        hold(
            &Change::append(&["l"], word("new")),
            &[
                ("on lines", "l:\n  - a # c\n  # d\nz: 1\n", "l:\n  - a # c\n  - new\n  # d\nz: 1\n"),
                ("in the column of their key", "l:\n- a\nz: 1\n", "l:\n- a\n- new\nz: 1\n"),
                ("on the last line", "l:\n  - a\n  - b", "l:\n  - a\n  - b\n  - new"),
                ("behind a map", "l:\n- a: 1\n  b: 2\nz: 1\n", "l:\n- a: 1\n  b: 2\n- new\nz: 1\n"),
                ("behind a list", "l:\n  - - a\n    - b\n", "l:\n  - - a\n    - b\n  - new\n"),
                ("behind nothing", "l:\n  - a\n  -\n", "l:\n  - a\n  -\n  - new\n"),
                ("behind a block", "l:\n  - |\n    a\n\nz: 1\n", "l:\n  - |\n    a\n  - new\n\nz: 1\n"),
                ("a block in the column of the key", "l:\n- |\n  a\nz: 1\n", "l:\n- |\n  a\n- new\nz: 1\n"),
                ("below their dashes", "l:\n  -\n    a\n", "l:\n  -\n    a\n  - new\n"),
                ("with dashes in their words", "l-m: 1\nl:\n  - a-b - c\n", "l-m: 1\nl:\n  - a-b - c\n  - new\n"),
                ("in brackets", "l: [a, b] # c\n", "l: [a, b, new] # c\n"),
                ("in brackets over lines", "l: [\n  a, # c\n  b # d\n]\n", "l: [\n  a, # c\n  b, new # d\n]\n"),
                ("in brackets that end with a comma", "l: [a, ]\n", "l: [a, new, ]\n"),
                ("from none", "l: []  # c\n", "l: [new]  # c\n"),
                ("from nothing", "l: # c\nz: 1\n", "l: [new] # c\nz: 1\n"),
                ("where there is no key", "z: 1\n", "z: 1\nl: [new]\n"),
            ],
        );
        let entry = NewValue::Inline(vec![("t".into(), NewValue::text("x"))]);
        let begun = edited("l:\nz: 1\n", &Change::append(&["l"], entry));
        assert_eq!(begun.as_deref(), Ok("l:\n  - {t: x}\nz: 1\n"));
    }

    #[test]
    fn lists_in_lists_grow() {
        let path = vec![Step::Key("l".into()), Step::At(0)];
        hold(
            &Change { path, to: To::Append(vec![word("new")]) },
            &[
                ("beside the dash", "l:\n  - - a\n    - b\n  - c\n", "l:\n  - - a\n    - b\n    - new\n  - c\n"),
                ("in the column of the key", "l:\n- - a\n- c\n", "l:\n- - a\n  - new\n- c\n"),
                ("below the dash", "l:\n  -\n    - a\n", "l:\n  -\n    - a\n    - new\n"),
                ("in brackets", "l:\n  - [a] # c\n", "l:\n  - [a, new] # c\n"),
            ],
        );
    }
}
