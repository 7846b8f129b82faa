//! The plain part of YAML, read directly: what people and `duly` itself write into these files.
//!
//! This is a shortcut, not a second opinion. It gives the very tree that the parser of [`yaml`](super::yaml) gives, or
//! nothing; whatever is rare, misleading or wrong (anchors, tags, tabs, values over several lines, a key twice) is left
//! to the parser, which alone decides what is an error. Tests and fuzzing compare the two.

use std::borrow::Cow;

use crate::source::file::Span;
use crate::source::node::{Entries, Entry, Kind, Node, is_null};

/// Longer keys are left to the parser.
const LONGEST_KEY: usize = 128;

/// The tree of a text that is plain throughout, nested at most `deepest` and with at most `most_nodes` values.
pub fn read(text: &str, deepest: usize, most_nodes: usize) -> Option<Node<'_>> {
    if has_rare_characters(text.as_bytes()) {
        return None;
    }
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, line: 0, deepest, nodes_left: most_nodes };
    reader.skip_to_token();
    let root = reader.block(0)?;
    (reader.at == text.len()).then_some(root)
}

/// Control characters, line ends of other kinds, marks of byte order, and all beyond the basic plane.
fn has_rare_characters(bytes: &[u8]) -> bool {
    // every byte with the two behind it, without a branch: so the compiler takes many at a time
    let (second, third) = (bytes.get(1..).unwrap_or(&[]), bytes.get(2..).unwrap_or(&[]));
    let threes = bytes.iter().zip(second).zip(third);
    let is_in_threes = threes.fold(false, |found, ((first, second), third)| found | is_rare(*first, *second, *third));
    let last = &bytes[bytes.len().saturating_sub(2)..];
    is_in_threes || (0..last.len()).any(|at| is_rare(last[at], *last.get(at + 1).unwrap_or(&0), 0))
}

/// Whether a rare character begins with the first of three bytes.
fn is_rare(first: u8, second: u8, third: u8) -> bool {
    let is_control = ((first < b' ') & (first != b'\n')) | (first == 0x7f) | ((first == 0xc2) & (second < 0xa0));
    let is_line_end = (first == 0xe2) & (second == 0x80) & (third & 0xfe == 0xa8);
    is_control | is_line_end | ((first == 0xef) & (second >= 0xbb)) | (first >= 0xf0)
}

struct Reader<'s> {
    text: &'s str,
    bytes: &'s [u8],
    /// The next byte.
    at: usize,
    /// Where the line of that byte begins.
    line: usize,
    deepest: usize,
    nodes_left: usize,
}

/// Where a scalar without quotes stands.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Block,
    Flow,
}

impl<'s> Reader<'s> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn column(&self) -> usize {
        self.at - self.line
    }

    /// One more value at this depth, if there may be one.
    fn spend(&mut self, depth: usize) -> Option<()> {
        self.nodes_left = self.nodes_left.checked_sub(1).filter(|_| depth <= self.deepest)?;
        Some(())
    }

    fn skip_blanks(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn skip_line(&mut self) {
        self.at += first_line(&self.text[self.at..]).len();
    }

    /// To the next thing that is neither blank nor comment.
    fn skip_to_token(&mut self) {
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b'\n') => {
                    self.at += 1;
                    self.line = self.at;
                }
                Some(b'#') if self.at == 0 || matches!(self.bytes[self.at - 1], b' ' | b'\n') => self.skip_line(),
                _ => return,
            }
        }
    }

    /// After a value on a line nothing but a comment may follow.
    fn end_of_line(&mut self) -> Option<()> {
        let end = self.at;
        self.skip_blanks();
        match self.peek() {
            None | Some(b'\n') => Some(()),
            Some(b'#') if self.at > end => Some(()),
            _ => None,
        }
    }

    /// Whether an entry of a block list begins here.
    fn is_entry(&self) -> bool {
        self.peek() == Some(b'-') && matches!(self.bytes.get(self.at + 1), None | Some(b' ' | b'\n'))
    }

    /// A list or a map whose first line begins here.
    fn block(&mut self, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        if self.is_entry() { self.list(depth) } else { self.map(depth) }
    }

    fn list(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, column) = (self.at, self.column());
        self.list_from(start, column, depth)
    }

    fn list_from(&mut self, start: usize, column: usize, depth: usize) -> Option<Node<'s>> {
        let mut items = Vec::new();
        loop {
            self.at += 1;
            items.push(self.value(column, false, depth + 1)?);
            self.skip_to_token();
            if !self.goes_on(column)? || !self.is_entry() {
                return Some(self.ended(start, Kind::List(items)));
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, column) = (self.at, self.column());
        let mut entries = Entries::default();
        loop {
            let (key, key_span) = self.key(depth + 1)?;
            let value = self.value(column, true, depth + 1)?;
            entries.push(Entry { key, key_span, value }).ok()?;
            self.skip_to_token();
            if !self.goes_on(column)? {
                return Some(self.ended(start, Kind::Map(entries.all())));
            }
        }
    }

    /// Whether a block at a column goes on here; a line that is indented deeper belongs to nothing that is plain.
    fn goes_on(&self, column: usize) -> Option<bool> {
        match self.peek() {
            None => Some(false),
            Some(_) if self.column() > column => None,
            Some(_) => Some(self.column() == column),
        }
    }

    /// A block reaches to the next token, without the blanks before it.
    fn ended(&self, start: usize, kind: Kind<'s>) -> Node<'s> {
        let text = self.text[start..self.at].trim_end();
        Node { span: Span::from(start..start + text.len()), kind }
    }

    /// A key and its colon.
    fn key(&mut self, depth: usize) -> Option<(Cow<'s, str>, Span)> {
        self.spend(depth)?;
        let start = self.at;
        let letters = self.bytes[start..].iter().take(LONGEST_KEY + 1);
        let length = letters.take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte)).count();
        let key = &self.text[start..start + length];
        let is_plain = key.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && length <= LONGEST_KEY;
        let ends = matches!(self.bytes.get(start + length + 1), None | Some(b' ' | b'\n'));
        if !is_plain || is_null(key) || self.bytes.get(start + length) != Some(&b':') || !ends {
            return None;
        }
        self.at = start + length + 1;
        Some((Cow::Borrowed(key), Span::from(start..start + length)))
    }

    /// What follows the colon of a key, or the dash of an entry, of a block at a column.
    fn value(&mut self, column: usize, is_in_map: bool, depth: usize) -> Option<Node<'s>> {
        let colon = self.at - 1;
        self.skip_blanks();
        match self.peek() {
            Some(b'|' | b'>') => self.block_text(column, depth),
            None | Some(b'\n' | b'#') => {
                self.skip_to_token();
                self.value_below(column, is_in_map, colon, depth)
            }
            Some(_) if !is_in_map && self.begins_block() => self.block(depth),
            Some(_) => {
                let found = self.inline(Within::Block, depth)?;
                self.end_of_line()?;
                Some(found)
            }
        }
    }

    /// What stands on the lines below a key or a dash; it must be indented, but a list may stand right below its key.
    fn value_below(&mut self, column: usize, is_in_map: bool, colon: usize, depth: usize) -> Option<Node<'s>> {
        if self.at < self.bytes.len() && self.column() > column {
            return self.block(depth);
        }
        self.spend(depth)?;
        if is_in_map && self.column() == column && self.is_entry() {
            // the parser lets such a list begin behind its first dash
            let rest = &self.bytes[self.at + 1..];
            let blanks = rest.iter().position(|byte| *byte != b' ').filter(|at| !b"\n#".contains(&rest[*at]))?;
            return self.list_from(self.at + 1 + blanks, column, depth);
        }
        is_in_map.then(|| Node { span: Span::from(colon..colon), kind: Kind::Null }) // an empty entry is rare
    }

    /// Whether a list or a map begins on the line of a dash.
    fn begins_block(&self) -> bool {
        let line = first_line(&self.text[self.at..]).as_bytes();
        let is_open = |byte: &u8| matches!(byte, b'"' | b'\'' | b'[' | b'{');
        self.is_entry() || (!line.first().is_some_and(is_open) && has_colon(line))
    }

    /// A value on one line.
    fn inline(&mut self, within: Within, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        match self.peek()? {
            b'[' => self.flow_list(depth),
            b'{' => self.flow_map(depth),
            b'"' => self.double_quoted(),
            b'\'' => self.single_quoted(),
            _ => self.bare(within),
        }
    }

    fn flow_list(&mut self, depth: usize) -> Option<Node<'s>> {
        let start = self.at;
        let mut items = Vec::new();
        while self.flow_goes_on(start, b']')? {
            items.push(self.inline(Within::Flow, depth + 1)?);
        }
        Some(Node { span: Span::from(start..self.at), kind: Kind::List(items) })
    }

    fn flow_map(&mut self, depth: usize) -> Option<Node<'s>> {
        let start = self.at;
        let mut entries = Entries::default();
        while self.flow_goes_on(start, b'}')? {
            let (key, key_span) = self.key(depth + 1)?;
            let colon = self.at - 1;
            self.skip_blanks();
            let value = match self.peek()? {
                b',' | b'}' => {
                    self.spend(depth + 1)?;
                    Node { span: Span::from(colon..colon), kind: Kind::Null }
                }
                _ => self.inline(Within::Flow, depth + 1)?,
            };
            entries.push(Entry { key, key_span, value }).ok()?;
        }
        Some(Node { span: Span::from(start..self.at), kind: Kind::Map(entries.all()) })
    }

    /// To the next entry between brackets, or past the closing one.
    fn flow_goes_on(&mut self, start: usize, closing: u8) -> Option<bool> {
        if self.at > start {
            self.skip_blanks();
            match self.peek()? {
                b',' => {}
                found if found == closing => {
                    self.at += 1;
                    return Some(false);
                }
                _ => return None,
            }
        }
        self.at += 1;
        self.skip_blanks();
        let closes = self.peek()? == closing;
        self.at += usize::from(closes);
        Some(!closes)
    }

    fn double_quoted(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let mut inner = &self.text[start + 1..];
        let mut value = Cow::Borrowed("");
        loop {
            let stop = inner.bytes().position(|byte| matches!(byte, b'"' | b'\\' | b'\n'))?;
            append(&mut value, &inner[..stop]);
            match &inner.as_bytes()[stop..] {
                [b'"', ..] => break self.at = self.text.len() - inner.len() + stop + 1,
                [b'\\', b'"' | b'\\', ..] => append(&mut value, &inner[stop + 1..stop + 2]),
                _ => return None,
            }
            inner = &inner[stop + 2..];
        }
        Some(Node { span: Span::from(start..self.at), kind: Kind::Quoted(value) })
    }

    fn single_quoted(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let mut inner = &self.text[start + 1..];
        let mut value = Cow::Borrowed("");
        loop {
            let stop = inner.bytes().position(|byte| matches!(byte, b'\'' | b'\n'))?;
            append(&mut value, &inner[..stop]);
            match &inner.as_bytes()[stop..] {
                [b'\'', b'\'', ..] => append(&mut value, "'"),
                [b'\'', ..] => break self.at = self.text.len() - inner.len() + stop + 1,
                _ => return None,
            }
            inner = &inner[stop + 2..];
        }
        Some(Node { span: Span::from(start..self.at), kind: Kind::Quoted(value) })
    }

    /// A text without quotes, on one line.
    fn bare(&mut self, within: Within) -> Option<Node<'s>> {
        let start = self.at;
        let rest = &self.text[start..];
        let begins = match rest.as_bytes() {
            [b'-', next, ..] => next.is_ascii_alphanumeric(),
            [first, ..] => first.is_ascii_alphanumeric() || *first >= 0x80 || b"(/.~+_<=$".contains(first),
            [] => false,
        };
        let length = length_of_bare(rest, within).filter(|_| begins)?;
        let value = self.text[start..start + length].trim_end_matches(' ');
        self.at = start + value.len();
        let kind = if is_null(value) { Kind::Null } else { Kind::Plain(Cow::Borrowed(value)) };
        Some(Node { span: Span::from(start..self.at), kind })
    }

    /// A text in lines of its own, after `|` or `>`.
    fn block_text(&mut self, column: usize, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        let is_folded = self.peek() == Some(b'>');
        let is_stripped = self.bytes.get(self.at + 1) == Some(&b'-');
        self.at += 1 + usize::from(is_stripped);
        let lines = self.lines(column)?;
        let (start, end) = match lines.span {
            Some(span) => span,
            None => (self.at, self.at),
        };
        let value = match &lines.texts[..] {
            [] => Cow::Borrowed(""),
            [one] if is_stripped => Cow::Borrowed(*one),
            texts if is_folded && texts.iter().any(|line| line.is_empty() || line.starts_with(' ')) => return None,
            texts => {
                let joined = texts.join(if is_folded { " " } else { "\n" });
                Cow::Owned(if is_stripped { joined } else { joined + "\n" })
            }
        };
        Some(Node { span: Span::from(start..end), kind: Kind::Quoted(value) })
    }

    /// The lines that are indented deeper than a column, up to one that is not; empty ones at the end do not count.
    fn lines(&mut self, column: usize) -> Option<Lines<'s>> {
        if self.peek() != Some(b'\n') {
            return None;
        }
        self.at += 1;
        let mut lines = Lines::default();
        let (mut indent, mut empty) = (0, 0);
        loop {
            self.line = self.at;
            self.skip_blanks();
            match (self.peek(), self.column()) {
                (None, 0) if lines.texts.is_empty() => return None,
                (None, 0) => break,
                (Some(b'\n'), 0) => empty += 1,
                (None | Some(b'\n'), _) => return None,
                (Some(_), deep) if lines.texts.is_empty() && deep > column => {
                    if empty > 0 {
                        return None;
                    }
                    indent = deep;
                    lines.span = Some((self.at, self.at));
                    self.whole_line(&mut lines)?;
                }
                (Some(_), deep) if deep <= column => break,
                (Some(_), deep) if deep < indent => return None,
                (Some(_), _) => {
                    lines.texts.extend(std::iter::repeat_n("", empty));
                    empty = 0;
                    self.at = self.line + indent;
                    self.whole_line(&mut lines)?;
                }
            }
            self.at += 1;
        }
        lines.span = lines.span.map(|(start, _)| (start, self.at));
        Some(lines)
    }

    /// The rest of a line, which must be ended and must not end with a blank.
    fn whole_line(&mut self, lines: &mut Lines<'s>) -> Option<()> {
        let start = self.at;
        self.skip_line();
        let line = &self.text[start..self.at];
        lines.texts.push(line);
        (self.peek().is_some() && !line.ends_with(' ')).then_some(())
    }
}

/// The lines of a text in a block, and where they stand.
#[derive(Default)]
struct Lines<'s> {
    texts: Vec<&'s str>,
    span: Option<(usize, usize)>,
}

/// Whether a colon in a line, or a part of one before a blank, is followed by a blank or by nothing.
fn has_colon(line: &[u8]) -> bool {
    line.ends_with(b":") || line.windows(2).any(|pair| pair == b": ")
}

/// A text up to the end of its line.
fn first_line(text: &str) -> &str {
    text.find('\n').map_or(text, |end| &text[..end])
}

/// How long a text without quotes is; `None` if it holds what is no text.
fn length_of_bare(rest: &str, within: Within) -> Option<usize> {
    match within {
        Within::Block => length_in_block(first_line(rest).as_bytes()),
        Within::Flow => length_in_flow(rest.as_bytes()),
    }
}

fn length_in_block(line: &[u8]) -> Option<usize> {
    let is_special = line.iter().fold(false, |found, byte| found | (*byte == b':') | (*byte == b'#'));
    if !is_special {
        return Some(line.len());
    }
    let comment = line.windows(2).position(|pair| pair == b" #");
    let text = &line[..comment.unwrap_or(line.len())];
    (!has_colon(text)).then_some(text.len())
}

fn length_in_flow(rest: &[u8]) -> Option<usize> {
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            b',' | b']' | b'}' => return Some(at),
            b'\n' | b'[' | b'{' => return None,
            b'#' if at > 0 && rest[at - 1] == b' ' => return None,
            b':' if rest.get(at + 1).is_none_or(|next| b" \n,[]{}".contains(next)) => return None,
            _ => {}
        }
    }
    None
}

/// Adds a piece to a text, which is copied only if it has more than one.
fn append<'s>(value: &mut Cow<'s, str>, piece: &'s str) {
    if value.is_empty() {
        *value = Cow::Borrowed(piece);
    } else {
        value.to_mut().push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::built_in;
    use crate::source::{Diagnostics, Source, yaml};

    const DEEPEST: usize = 16;

    /// Whether a text is plain; then the parser must give the same tree and find nothing wrong.
    fn is_plain(text: &str) -> bool {
        let Some(tree) = read(text, DEEPEST, 10_000) else { return false };
        let source = Source::new("test.yaml", text);
        let mut notes = Diagnostics::default();
        assert_eq!(Some(&tree), yaml::parse_all(&source, 10_000, &mut notes).as_ref(), "{text:?}");
        assert!(notes.is_empty(), "{text:?}");
        true
    }

    #[test]
    fn the_built_in_questionnaires_are_plain() {
        let files = built_in::ALL.iter().flat_map(|built_in| built_in.files);
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
        assert!(read(&"- ".repeat(20), DEEPEST, 100).is_none(), "too deep");
        assert!(read("a: [b, c, d]\n", DEEPEST, 5).is_none() && read("a: [b, c, d]\n", DEEPEST, 6).is_some());
    }

    /// Pieces of YAML, so that random rows of them are often nearly right.
#[rustfmt::skip]
    const PIECES: &[&str] = &[
        "a", "b", "c-d", "e.f", "1", "å", "–", "\u{202e}", "\u{a0}", "\u{fdd0}", "\u{d7ff}", " ", "  ", ":", ": ", ": ", ": ", ":\n",
        "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n\n", "- ", "- ", "\n- ", "\n  - ", "-", "[", "]", "{", "}", ",", ", ",
        "#", " # g", "\n# h", "\"", "'", "''", "\\", "\\\"", ": |\n  ", ": >-\n  ", ": |-\n    ", "|", ">", "~", "null", "!",
    ];

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { cases: 5_000, failure_persistence: None, ..Default::default() })]
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
            let cut = |at: usize| FILE.floor_char_boundary(at);
            let pieces: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            is_plain(&format!("{}{pieces}{}", &FILE[..cut(at)], &FILE[cut(at + length)..]));
        }
    }

    /// Everything that is plain.
    const FILE: &str = "# Ett\nformat: duly/answers@1\nvendor: {name: Å B, country: }\n\nevidence:\n  soa: {title: \"A \\\"b\\\"\", \
        kind: 'c''d', issued: 2026-01-02}   # e\nanswers:\n  # f\n  a.b:\n    answer: [g, h]\n    comment: |\n      i j\n\n      \
        k # l\n    evidence:\n    - m: n\n      o: >-\n        p q\n        r\n    - s\n  c.d:\n    answer:\n    comment: |\n\
        \x20   evidence: []\n  e.f: {answer: yes, comment: https://example.org/#t}\n";
}
