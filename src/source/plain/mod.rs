//! The plain part of YAML, read directly: what people and `duly` itself write into these files.
//!
//! This is a shortcut, not a second opinion. It gives the very tree that the parser of [`yaml`](super::yaml) gives, or
//! nothing; whatever is rare, misleading or wrong (anchors, tags, tabs, values over several lines, a key twice) is left
//! to the parser, which alone decides what is an error. Tests and fuzzing compare the two.

mod block;
mod block_text;
mod bytes;
mod cursor;
mod flow;
mod scalar;
mod twice;

use std::ops::Range;

use self::cursor::Cursor;
use crate::source::arena::Arena;
use crate::source::node::Node;

/// The tree of a text that is plain throughout, nested at most `deepest` and with at most `most_nodes` values.
pub fn read<'s>(text: &'s str, arena: &'s Arena, deepest: usize, most_nodes: usize) -> Option<Node<'s>> {
    if has_rare_characters(text.as_bytes()) {
        return None;
    }
    let mut cursor = Cursor::new(text, arena, deepest, most_nodes);
    cursor.skip_to_token();
    let root = cursor.block(0)?;
    (cursor.at == text.len()).then_some(root)
}

/// So many bytes are looked at together.
const PART: usize = 64;

/// Control characters, line ends of other kinds, marks of byte order, and all beyond the basic plane.
fn has_rare_characters(bytes: &[u8]) -> bool {
    let (parts, _) = bytes.as_chunks::<PART>();
    let (next, rest) = bytes.get(1..).unwrap_or_default().as_chunks::<PART>();
    let behind = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let has_rare = |mut within: Range<usize>| within.any(|at| is_rare(bytes[at], behind(at + 1), behind(at + 2)));
    let mut pairs = parts.iter().zip(next).zip((0..).step_by(PART));
    pairs.any(|((part, next), at)| !is_common(part) && may_hold_rare(part, next) && has_rare(at..at + PART))
        || has_rare(bytes.len().saturating_sub(rest.len() + 1)..bytes.len())
}

// There is no branch in these two, so that the compiler takes many bytes at a time.

/// Whether bytes are letters, digits and signs of ASCII, and line breaks.
fn is_common(bytes: &[u8; PART]) -> bool {
    let is_common = |byte: u8| ((byte.cast_signed() >= 0x20) & (byte != 0x7f)) | (byte == b'\n');
    bytes.iter().fold(true, |common, byte| common & is_common(*byte))
}

/// Whether a rare character may begin among bytes, each of which has another one behind it.
fn may_hold_rare(bytes: &[u8; PART], next: &[u8; PART]) -> bool {
    let may_be = |first: u8, second: u8| is_control(first, second) | (first == 0xe2) | (first >= 0xef);
    bytes.iter().zip(next).fold(false, |found, (first, second)| found | may_be(*first, *second))
}

/// Whether a control character begins with the first of two bytes.
fn is_control(first: u8, second: u8) -> bool {
    ((first < b' ') & (first != b'\n')) | (first == 0x7f) | ((first == 0xc2) & (second < 0xa0))
}

/// Whether a rare character begins with the first of three bytes.
fn is_rare(first: u8, second: u8, third: u8) -> bool {
    let is_line_end = (first == 0xe2) & (second == 0x80) & (third & 0xfe == 0xa8);
    is_control(first, second) | is_line_end | ((first == 0xef) & (second >= 0xbb)) | (first >= 0xf0)
}

#[cfg(test)]
mod tests {
    use proptest::test_runner::Config;

    use super::*;
    use crate::questionnaire::built_in;
    use crate::source::{Diagnostics, Source, yaml};

    const DEEPEST: usize = 16;
    const MOST_NODES: usize = 20_000;

    /// Whether a text is plain; then the parser must give the same tree and find nothing wrong.
    fn is_plain(text: &str) -> bool {
        let arena = Arena::default();
        let Some(tree) = read(text, &arena, DEEPEST, MOST_NODES) else { return false };
        let source = Source::new("test.yaml", text);
        let mut notes = Diagnostics::default();
        assert_eq!(Some(&tree), yaml::parse_all(&source, &arena, MOST_NODES, &mut notes).as_ref(), "{text:?}");
        assert!(notes.is_empty(), "{text:?}");
        true
    }

    #[test]
    fn the_built_in_questionnaires_are_plain() {
        let files = built_in::ALL.iter().flat_map(|built_in| built_in.files());
        files.for_each(|(name, text)| assert!(is_plain(text), "{name}"));
    }

    #[test]
    fn what_people_write_is_plain() {
        for text in [
            "a: b\n",
            "a: b",
            "# c\n\na: b # c\n\n# d\n",
            "a:\n  b: c\n  # d\nc:\n",
            "a:\n- b\n- c\nd:\n  - e: f\n    g: h\n  - - i\n",
            "a: [b, {c: d, e: }, \"f, g\", 'h', ]\ni: {j: k,}\nl: []\nm: {}\n",
            "a: \"b \\\"c\\\" \\\\\"  # d\nb: 'it''s'\nc: ''\nd: \"\"\n",
            "a: https://example.org/x#y:z\nb: -5\nc: ~\nd: null\ne: åäö – “x”\n",
            "a: |\n  b\n\n    c\n\n\nd: |\ne: >-\n  f g\n  h\n\n# i\n",
            "- a\n- b: c\n  d: e\n",
            "  a: b\n  c: d\n",
        ] {
            assert!(is_plain(text), "{text:?}");
        }
        assert!(is_plain(FILE));
    }

    #[test]
    fn what_is_rare_is_left_to_the_parser() {
        for text in [
            "",
            "# a\n",
            "a",
            "a: b: c\n",
            "a: &b c\n",
            "a: *b\n",
            "a: !b c\n",
            "a: @b\n",
            "a: b\na: c\n",
            "a: b\n  c\n",
            "a:\tb\n",
            "a: b\r\n",
            "a: \u{2028}\n",
            "a: \u{feff}\n",
            "a: \u{85}\n",
            "a: 😀\n",
            "---\na: b\n",
            "a: b\n...\n",
            "a: [b,\n c]\n",
            "a: [b\n",
            "a: [,]\n",
            "a: {b}\n",
            "a: {b: c: d}\n",
            "a: [b: c]\n",
            "a: \"\\n\"\n",
            "a: \"b\n",
            "a: |\n  b",
            "a: |+\n  b\n",
            "a: |2\n  b\n",
            "a: >-\n  b\n\n  c\n",
            "? a\n",
            "null: a\n",
            "<<: a\n",
            "a : b\n",
            "a:\n    b: c\n  d: e\n",
            "a: b\n- c\n",
            "a: [b]#c\n",
            "a: - b\n",
            "a: [b] c\n",
            "a: >-\n  b \n  c\n",
        ] {
            assert!(!is_plain(text), "{text:?}");
        }
        let is_read = |text: &str, most| read(text, &Arena::default(), DEEPEST, most).is_some();
        assert!(!is_read(&"- ".repeat(20), 100), "too deep");
        assert!(!is_read("a: [b, c, d]\n", 5) && is_read("a: [b, c, d]\n", 6));
    }

    /// Pieces of YAML, so that random rows of them are often nearly right.
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "a", "b", "c-d", "e.f", "1", "å", "–", "\u{202e}", "\u{a0}", "\u{fdd0}", "\u{d7ff}", " ", "  ", ":", ": ", ": ",
        ": ", ":\n", "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n\n", "- ", "- ", "\n- ", "\n  - ", "-", "[", "]",
        "{", "}", ",", ", ", "#", " # g", "\n# h", "\"", "'", "''", "\\", "\\\"", ": |\n  ", ": >-\n  ", ": |-\n    ",
        "|", ">", "~", "null", "!",
    ];

    proptest::proptest! {
        #![proptest_config(Config { cases: 5_000, failure_persistence: None, ..Config::default() })]

        #[test]
        fn a_plain_text_is_read_as_the_parser_reads_it(pieces in proptest::collection::vec(0..PIECES.len(), 1..24)) {
            let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            is_plain(&text);
            is_plain(&format!("k{text}"));
            is_plain(&format!("k: {text}"));
            is_plain(&format!("k:\n  - l: {text}\n"));
        }

        #[test]
        fn so_is_a_file_with_something_in_it_changed(
            (at, length) in (0..FILE.len(), 0..12_usize), pieces in proptest::collection::vec(0..PIECES.len(), 0..4),
        ) {
            let cut = |at: usize| (0..=at.min(FILE.len())).rev().find(|at| FILE.is_char_boundary(*at)).unwrap();
            let pieces: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            is_plain(&format!("{}{pieces}{}", &FILE[..cut(at)], &FILE[cut(at + length)..]));
        }
    }

    /// Everything that is plain.
    const FILE: &str = r#"# Ett
format: duly/answers@1
vendor: {name: Å B, country: }

evidence:
  soa: {title: "A \"b\"", kind: 'c''d', issued: 2026-01-02}   # e
answers:
  # f
  a.b:
    answer: [g, h]
    comment: |
      i j

      k # l
    evidence:
    - m: n
      o: >-
        p q
        r
    - s
  c.d:
    answer:
    comment: |
    evidence: []
  e.f: {answer: yes, comment: https://example.org/#t}
"#;
}
