//! Changes to a YAML file that leave everything else in it as it was: comments, order, blank lines, quoting, line ends.
//!
//! A change is put into the text at the place of what it changes. Then the new text is read again: it must hold the old
//! content plus this change, or nothing is changed at all.

mod change;
mod editor;
mod insert;
mod layout;
mod place;
mod read_back;
mod remove;
mod replace;

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
    use crate::source::value::{self, Value};

    fn no_order(_: &[Step]) -> Option<Vec<&'static str>> {
        None
    }

    fn edited(text: &str, change: Change) -> String {
        edit(&Source::new("t", text), &[change], &no_order, 1000).unwrap()
    }

    fn word(text: &str) -> Value {
        Value::word(text)
    }

    #[test]
    fn a_value_is_replaced_and_its_comment_stays() {
        let set = |text: &str| edited(text, Change::set(&["a", "x"], word("all")));
        assert_eq!(set("a:\n  x: no  # why\n  y: 1\n"), "a:\n  x: all  # why\n  y: 1\n");
        assert_eq!(set("a:\n  x:   # why\n  y: 1\n"), "a:\n  x: all   # why\n  y: 1\n");
        assert_eq!(set("a:\n  x: |  # why\n    old\n\n  # y\n  y: 1\n"), "a:\n  x: all  # why\n\n  # y\n  y: 1\n");
        assert_eq!(set("a:\n  x:\n    - p # q\n    - r\n\n  y: 1\n"), "a:\n  x: all\n\n  y: 1\n");
        assert_eq!(set("a: {x: no, y: 1} # c\n"), "a: {x: all, y: 1} # c\n");
        assert_eq!(set("a: {y: 1, x}\n"), "a: {y: 1, x: all}\n");
        assert_eq!(set("a: {y: 1, x: }\n"), "a: {y: 1, x: all }\n");
        assert_eq!(set("a:\n  x: two\n    lines # c"), "a:\n  x: all # c");
        assert_eq!(set("a:\n  x: [p,\n    q]  # c\n"), "a:\n  x: all  # c\n");
    }

    #[test]
    fn comments_between_a_key_and_its_value_stay() {
        let set = |text: &str| edited(text, Change::set(&["a", "x"], word("all")));
        assert_eq!(set("a:\n  x: # one\n    # two\n    no # three\n"), "a:\n  x: # one\n    # two\n    all # three\n");
        assert_eq!(set("a:\n  x:\n    [p,\n    q] # c\n"), "a:\n  x:\n    all # c\n");
    }

    #[test]
    fn json_stays_json() {
        let whole = |text: &str, change: Change| {
            let after = edited(text, change);
            assert!(value::is_json(&after), "{after}");
            after
        };
        let text = "{\n  \"a\": {\n    \"x\": \"no\"\n  }, \"l\": [\"p\"], \"n\": null\n}\n";
        let map = Value::Map(vec![("answer".into(), word("48")), ("comment".into(), Value::text("a \"b\""))]);
        let long = whole(text, Change::set(&["a", "x"], map));
        assert!(long.contains(r#""x": {"answer": 48, "comment": "a \"b\""}"#), "{long}");
        let short = whole(text, Change::set(&["a", "y"], word("2026-01-01")));
        assert!(short.contains("\"x\": \"no\", \"y\": \"2026-01-01\"\n"), "{short}");
        assert!(whole(text, Change::append(&["l"], word("q"))).contains("[\"p\", \"q\"]"));
        assert!(whole(text, Change::set(&["n"], word("yes"))).contains("\"n\": \"yes\"\n"));
        assert!(whole("{}\n", Change::set(&["n"], word("yes"))).contains("{\"n\": \"yes\"}"));
    }

    #[test]
    fn a_value_of_several_lines_takes_the_place_of_one() {
        let long = || Value::Map(vec![("answer".into(), word("all")), ("comment".into(), Value::text("one\ntwo"))]);
        let set = |text: &str| edited(text, Change::set(&["a", "x"], long()));
        let lines = "\n    answer: all\n    comment: |-\n      one\n      two\n";
        assert_eq!(set("a:\n  x: no  # why\n  y: 1\n"), format!("a:\n  x:  # why{lines}  y: 1\n"));
        assert_eq!(set("a:\n  x:\n\n  y: 1\n"), format!("a:\n  x:{lines}\n  y: 1\n"));
        assert_eq!(set("a: {x: no}\n"), "a: {x: {answer: all, comment: \"one\\ntwo\"}}\n");
    }

    #[test]
    fn new_keys_come_into_being_on_every_level() {
        let set = |text: &str| edited(text, Change::set(&["a", "x", "answer"], word("all")));
        assert_eq!(set("f: 1\n"), "f: 1\na:\n  x:\n    answer: all\n");
        assert_eq!(set("f: 1"), "f: 1\na:\n  x:\n    answer: all");
        assert_eq!(set("a:  # c\n  # d\n"), "a:  # c\n  x:\n    answer: all\n  # d\n");
        assert_eq!(set("a: {}\nz: 1\n"), "a:\n  x:\n    answer: all\nz: 1\n");
        assert_eq!(set("a:\n    y: 1 # c\n\n# end\n"), "a:\n    y: 1 # c\n    x:\n      answer: all\n\n# end\n");
        assert_eq!(set("a: {y: 1,\n  z: 2 # c\n  }\n"), "a: {y: 1,\n  z: 2, x: {answer: all} # c\n  }\n");
    }

    #[test]
    fn new_keys_stand_in_their_proper_order() {
        let order = |way: &[Step]| (way.len() == 1).then(|| vec!["u", "v", "w"]);
        let put = |text: &str, key: &str| {
            edit(&Source::new("t", text), &[Change::set(&["a", key], word("1"))], &order, 1000).unwrap()
        };
        assert_eq!(put("a:\n  u: 0\n\n  # about w\n  w: 0\n", "v"), "a:\n  u: 0\n  v: 1\n\n  # about w\n  w: 0\n");
        assert_eq!(put("a:\n  # about w\n  w: 0\n", "v"), "a:\n  v: 1\n  # about w\n  w: 0\n");
        assert_eq!(put("a:\n  u: 0\n", "q"), "a:\n  u: 0\n  q: 1\n");
    }

    #[test]
    fn lists_grow_at_their_end() {
        let append = |text: &str| edited(text, Change::append(&["l"], word("new")));
        assert_eq!(append("l: []  # c\n"), "l: [new]  # c\n");
        assert_eq!(append("l: [a, b] # c\n"), "l: [a, b, new] # c\n");
        assert_eq!(append("l:\n  - a # c\n  # d\nz: 1\n"), "l:\n  - a # c\n  - new\n  # d\nz: 1\n");
        assert_eq!(append("l:\n- a: 1\n  b: 2\nz: 1\n"), "l:\n- a: 1\n  b: 2\n- new\nz: 1\n");
        assert_eq!(append("z: 1\n"), "z: 1\nl: [new]\n");
        let item = Value::Inline(vec![("t".into(), Value::text("x"))]);
        assert_eq!(edited("l:\nz: 1\n", Change::append(&["l"], item)), "l:\n  - {t: x}\nz: 1\n");
    }

    #[test]
    fn line_ends_stay_those_of_the_file() {
        let text = "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n";
        assert_eq!(
            edited(text, Change::set(&["a", "x"], Value::text("one\ntwo"))),
            "a:\r\n  x: |- # c\r\n    one\r\n    two\r\n  y: |\r\n    old\r\n"
        );
        assert_eq!(
            edited(text, Change::set(&["a", "z"], word("1"))),
            "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n  z: 1\r\n"
        );
    }

    #[test]
    fn an_entry_of_a_list_can_be_replaced() {
        let change = Change {
            path: vec![Step::Key("w".into()), Step::At(1)],
            to: To::Set(Value::Inline(vec![("flag".into(), word("f"))])),
        };
        let text = "w:\n  - {flag: a}\n  - flag: b\n    by: me\n# end\n";
        assert_eq!(edited(text, change), "w:\n  - {flag: a}\n  - {flag: f}\n# end\n");
    }

    #[test]
    fn a_key_goes_with_its_lines() {
        let without = |text: &str| edited(text, Change::remove(&["a", "x"]));
        assert_eq!(
            without("a:\n  w: 0 # c\n  x: |  # why\n    old\n\n  # y\n  y: 1\n"),
            "a:\n  w: 0 # c\n\n  # y\n  y: 1\n"
        );
        assert_eq!(without("a:\n  x: [p,\n    q] # c\n  y: 1"), "a:\n  y: 1");
        assert_eq!(without("a:\n  y: 1 # c\n  x:"), "a:\n  y: 1 # c");
        assert_eq!(without("a:\r\n  y: 1\r\n  x: 2\r\n  z: 3\r\n"), "a:\r\n  y: 1\r\n  z: 3\r\n");
        assert_eq!(without("a: {x: 1, y: 2}\n"), "a: {y: 2}\n");
        assert_eq!(without("a: {w: [0], x: 1} # c\n"), "a: {w: [0]} # c\n");
        assert_eq!(without("a: {x: 1}\n"), "a: {}\n");
        assert_eq!(without("a:\n  y: 1\n"), "a:\n  y: 1\n");
    }

    #[test]
    fn what_cannot_be_put_in_is_refused() {
        let refused =
            |text: &str, keys: &[&str]| edit(&Source::new("t", text), &[Change::set(keys, word("1"))], &no_order, 1000);
        assert_eq!(refused("a: b: c\n", &["a"]), Err(Refused));
        assert_eq!(refused("a: text\n", &["a", "b"]), Err(Refused));
        assert_eq!(refused("a: [1]\n", &["a", "b"]), Err(Refused));
        assert_eq!(refused("? a\n: 1\n", &["a"]), Err(Refused));
    }
}
