//! Changes to a YAML file that leave everything else in it as it was: comments, order, blank lines, quoting, line ends.
//!
//! A change is put into the text at the place of what it changes. Then the new text is read again: it must hold the old
//! content plus this change, or nothing is changed at all.

mod change;
mod editor;
mod insert;
mod place;
mod read_back;
mod remove;
mod replace;
mod whereabouts;

pub use self::change::{Change, Order, Refused, Step, To};
use self::editor::Editor;
use crate::source::file::Source;

/// The text of a file with changes put in, one after the other.
///
/// # Errors
/// The file is no YAML, a change leads through something that is no map or list, or what came out does not read back as
/// the old content plus the changes.
pub fn edit(source: &Source, changes: &[Change], order: &Order<'_>, most_nodes: usize) -> Result<String, Refused> {
    let mut text = source.text.to_string();
    for change in changes {
        text = read_back::checked(&source.name, text, change, most_nodes, |text, root, change| {
            Editor::of(text, order).edited(root, change)
        })?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::value::{self, NewValue};

    /// A file before a change and after it, and what it is about.
    pub(super) type Case = (&'static str, &'static str, &'static str);

    pub(super) fn no_order(_: &[Step]) -> Option<Vec<&'static str>> {
        None
    }

    pub(super) fn edited(text: &str, change: &Change) -> Result<String, Refused> {
        edit(&Source::new("t", text), std::slice::from_ref(change), &no_order, 1000)
    }

    pub(super) fn hold(change: &Change, cases: &[Case]) {
        for (about, before, after) in cases {
            assert_eq!(edited(before, change).as_deref(), Ok(*after), "{about}");
        }
    }

    pub(super) fn word(text: &str) -> NewValue {
        NewValue::word(text)
    }

    #[test]
    fn json_stays_json() {
        let whole = |text: &str, change: Change| {
            let after = edited(text, &change).unwrap();
            assert!(value::is_json(&after), "{after}");
            after
        };
        let text = "{\n  \"a\": {\n    \"x\": \"no\"\n  }, \"l\": [\"p\"], \"n\": null\n}\n";
        let map = NewValue::Map(vec![("answer".into(), word("48")), ("comment".into(), NewValue::text("a \"b\""))]);
        let long = whole(text, Change::set(&["a", "x"], map));
        assert!(long.contains(r#""x": {"answer": 48, "comment": "a \"b\""}"#), "{long}");
        let short = whole(text, Change::set(&["a", "y"], word("2026-01-01")));
        assert!(short.contains("\"x\": \"no\", \"y\": \"2026-01-01\"\n"), "{short}");
        assert!(whole(text, Change::append(&["l"], word("q"))).contains("[\"p\", \"q\"]"));
        assert!(whole(text, Change::set(&["n"], word("yes"))).contains("\"n\": \"yes\"\n"));
        assert!(whole(text, Change::remove(&["n"])).contains("\"l\": [\"p\"]\n}"));
        assert!(whole("{}\n", Change::set(&["n"], word("yes"))).contains("{\"n\": \"yes\"}"));
    }

    #[test]
    fn line_ends_stay_those_of_the_file() {
        let text = "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n  l:\r\n  - p\r\n";
        for (change, after) in [
            (
                Change::set(&["a", "x"], NewValue::text("one\ntwo")),
                "a:\r\n  x: |- # c\r\n    one\r\n    two\r\n  y: |\r\n    old\r\n  l:\r\n  - p\r\n",
            ),
            (
                Change::set(&["a", "y"], word("1")),
                "a:\r\n  x: no # c\r\n  y: 1\r\n  l:\r\n  - p\r\n", //
            ),
            (
                Change::set(&["a", "z"], word("1")),
                "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n  l:\r\n  - p\r\n  z: 1\r\n",
            ),
            (
                Change::append(&["a", "l"], word("q")),
                "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n  l:\r\n  - p\r\n  - q\r\n",
            ),
            (
                Change::remove(&["a", "y"]),
                "a:\r\n  x: no # c\r\n  l:\r\n  - p\r\n", //
            ),
        ] {
            assert_eq!(edited(text, &change).as_deref(), Ok(after));
        }
    }

    #[test]
    fn a_byte_order_mark_stays_where_it_was() {
        let source = Source::from_bytes("t", b"\xef\xbb\xbfx: no\n".to_vec(), 100).unwrap();
        let after = edit(&source, &[Change::set(&["x"], word("all"))], &no_order, 1000).unwrap();
        assert_eq!(source.with_text(after).bytes().flatten().copied().collect::<Vec<u8>>(), b"\xef\xbb\xbfx: all\n");
    }

    #[test]
    fn each_change_finds_what_the_one_before_it_left() {
        let changes = [
            Change::set(&["a", "x"], word("1")),
            Change::append(&["a", "l"], word("p")),
            Change::append(&["a", "l"], word("q")),
            Change::set(&["a", "x"], NewValue::Map(vec![("k".into(), word("2"))])),
            Change::remove(&["b"]),
        ];
        let whole = |text: &str| edit(&Source::new("t", text), &changes, &no_order, 1000);
        assert_eq!(whole("# c\nb: 0\na:\n").as_deref(), Ok("# c\na:\n  x:\n    k: 2\n  l: [p, q]\n"));
        assert_eq!(whole("# c\nb: 0\na: text\n"), Err(Refused), "one of them cannot be put in, so none is");
    }

    #[test]
    fn what_cannot_be_put_in_is_refused() {
        for (about, before, keys) in [
            ("no YAML", "a: b: c\n", &["a"][..]),
            ("nothing at all", "", &["a"]),
            ("comments alone", "# c\n\n", &["a"]),
            ("tabs", "a:\n\tx: 0\n", &["a", "x"]),
            ("an anchor", "a: &m\n  x: 0\n", &["a", "x"]),
            ("a key twice", "a: 0\na: 2\n", &["a"]),
            ("a second document", "a: 0\n---\nb: 0\n", &["a"]),
            ("a text on the way", "a: text\n", &["a", "b"]),
            ("a list on the way", "a: [1]\n", &["a", "b"]),
            ("a key without its colon beside it", "? a\n: 0\n", &["a"]),
        ] {
            assert_eq!(edited(before, &Change::set(keys, word("1"))), Err(Refused), "{about}");
        }
    }
}
