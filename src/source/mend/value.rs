//! What stands behind a key, and what was probably meant where it is no value.

use std::ops::Range;

use super::line::{TextLine, is_blank, is_unseen};
use super::shape::EntrySection;
use crate::source::syntax::{self, Sound, sound};
use crate::words::clean::shown;
use crate::words::problem::{Problem, slips, text};

/// So many further lines a value in quotes or brackets may take that is not closed on its own.
pub(super) const FURTHER: usize = 40;
/// So long may such a value be, in bytes, whatever stands on its own line.
const MOST_JOINED: usize = 1 << 16;
/// So many places are tried at which it might be closed.
const TRIED: usize = 4;
/// Quotes of books and letters, which hold nothing together in a file.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '«', '»', '‚'];

/// What stands behind a key.
pub(super) enum Behind {
    /// Nothing.
    Nothing,
    /// The head of a block of text, which stands on the lines below.
    Block,
    /// A value, which may go on below.
    Sound,
    /// A value that is closed so many lines below.
    Further(usize),
    /// No value; what was meant, and where it is wrong.
    Wrong {
        /// Why.
        problem: Problem,
        /// Where.
        place: Range<usize>,
        /// What was probably meant, as YAML.
        meant: String,
    },
}

/// What stands behind a key: `range` of the text, and the lines below up to the next key.
pub(super) fn value(
    whole: &str,
    range: Range<usize>,
    below: &[TextLine<'_>],
    section: Option<&EntrySection>,
) -> Behind {
    let written = &whole[range.clone()];
    if written.is_empty() || written.starts_with('#') {
        return Behind::Nothing;
    }
    if opens_block(written) {
        return Behind::Block;
    }
    if is_whole(written) {
        return Behind::Sound;
    }
    let is_open = written.starts_with(['"', '\'', '[', '{']);
    if let Some(further) = closed_below(written, below).filter(|_| is_open) {
        return Behind::Further(further);
    }
    unseen(written, &range).unwrap_or_else(|| wrong(written, &range, section))
}

/// Whether a value is sound on its line.
fn is_whole(value: &str) -> bool {
    sound(&format!("k: {value}\n")) == Sound::OneEntry
}

/// Whether a text on lines of its own follows.
fn opens_block(written: &str) -> bool {
    let Some(rest) = written.strip_prefix(['|', '>']) else { return false };
    let marks = rest.trim_start_matches(|sign: char| matches!(sign, '+' | '-' | '1'..='9'));
    rest.len() - marks.len() <= 2 && (marks.is_empty() || marks.starts_with(" #"))
}

/// How many lines below a value is closed that goes on there.
fn closed_below(written: &str, below: &[TextLine<'_>]) -> Option<usize> {
    let closing = closing(written.chars().next()?);
    let mut joined = format!("k: {written}\n");
    let mut tried = 0;
    for (at, line) in below.iter().enumerate() {
        if joined.len() > MOST_JOINED {
            return None;
        }
        joined.extend([line.text, "\n"]);
        if line.text.contains(closing) && tried < TRIED {
            tried += 1;
            if sound(&joined) == Sound::OneEntry {
                return Some(at + 1);
            }
        }
    }
    None
}

/// What closes what a sign opens.
fn closing(sign: char) -> char {
    match sign {
        '[' => ']',
        '{' => '}',
        quote => quote,
    }
}

/// Why something is no value, and what was meant by it.
fn wrong(written: &str, range: &Range<usize>, section: Option<&EntrySection>) -> Behind {
    let first = written.chars().next().unwrap_or(' ');
    let sign = range.start..range.start + first.len_utf8();
    let of = |problem, place, text: &str| Behind::Wrong { problem, place, meant: in_quotes(text) };
    match first {
        '"' | '\'' => of(text::yaml_unclosed_quote(), sign, unquoted(written, first)),
        '[' | '{' if is_whole(&format!("{written}{}", closing(first))) => {
            let meant = format!("{written}{}", closing(first));
            Behind::Wrong { problem: text::yaml_unclosed_bracket(), place: range.clone(), meant }
        }
        '{' => braces(written, range, section),
        _ if CURLY.contains(&first) => of(slips::curly_quotes(), sign, written.trim_matches(CURLY)),
        '|' | '>' => of(slips::special_sign(shown(first)), sign, written[1..].trim_start()),
        '*' | '&' => of(text::yaml_anchor(), sign, written),
        '@' | '`' | '%' | '!' | '?' | '-' | '[' | ']' | '}' | ',' => {
            of(slips::special_sign(shown(first)), sign, written)
        }
        _ => match written.find(": ").or_else(|| written.ends_with(':').then(|| written.len() - 1)) {
            Some(at) => of(text::yaml_colon(), range.start + at..range.start + at + 1, written),
            None => {
                let reason = syntax::reason(&format!("k: {written}\n"));
                of(reason.unwrap_or_else(text::yaml_indentation), range.clone(), written)
            }
        },
    }
}

/// A sign within a value that cannot be seen; without it the value may be sound.
fn unseen(written: &str, range: &Range<usize>) -> Option<Behind> {
    let (at, sign) = written.char_indices().find(|(_, sign)| is_unseen(*sign))?;
    let place = range.start + at..range.start + at + sign.len_utf8();
    let bare: String = written.chars().filter(|sign| !is_unseen(*sign)).collect();
    let meant = if is_whole(&bare) { bare } else { in_quotes(&bare) };
    Some(Behind::Wrong { problem: text::control_character(shown(sign)), place, meant })
}

/// A text without the quotes that were meant to hold it: both if it ends with one, else the first if there is no other.
fn unquoted(written: &str, quote: char) -> &str {
    let inner = &written[quote.len_utf8()..];
    match inner.strip_suffix(quote) {
        Some(inner) => inner,
        None if inner.contains(quote) => written,
        None => inner,
    }
}

/// A text in quotes, on one line.
fn in_quotes(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Keys with values in braces that are not quite that: what stands between the keys that are known is taken for their
/// values.
fn braces(written: &str, range: &Range<usize>, section: Option<&EntrySection>) -> Behind {
    let found = known_keys(written, section);
    if found.is_empty() {
        let problem = text::yaml_unclosed_bracket();
        return Behind::Wrong { problem, place: range.clone(), meant: in_quotes(written) };
    }
    let mut entries = Vec::with_capacity(found.len());
    let mut place = None;
    for (at, (key, _, start)) in found.iter().enumerate() {
        let end = found.get(at + 1).map_or(written.len(), |(_, start, _)| *start);
        let value = written[*start..end].trim_matches(|sign| is_blank(sign) || sign == ',');
        let is_last = at + 1 == found.len();
        let value = if is_last { value.strip_suffix('}').unwrap_or(value).trim_end() } else { value };
        let is_sound = sound(&format!("{{k: {value}}}\n")) == Sound::OneEntry;
        if !is_sound && place.is_none() {
            let at = range.start + start + (written[*start..end].len() - written[*start..end].trim_start().len());
            place = Some(at..at + value.len());
        }
        let value = if is_sound { value.to_owned() } else { in_quotes(value.trim_matches(['"', '\''])) };
        entries.push(format!("{key}: {value}"));
    }
    let meant = format!("{{{}}}", entries.join(", "));
    match place {
        Some(place) => Behind::Wrong { problem: slips::text_in_braces(), place, meant },
        None => Behind::Wrong { problem: text::yaml_unclosed_bracket(), place: range.clone(), meant },
    }
}

/// The keys within braces that are known, where each begins, and where its value does.
fn known_keys<'w>(written: &'w str, section: Option<&EntrySection>) -> Vec<(&'w str, usize, usize)> {
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    let begins = |at: usize| at == 0 || written[..at].ends_with(|sign| is_blank(sign) || matches!(sign, ',' | '{'));
    for (colon, _) in written.match_indices(':') {
        let before = written[..colon].trim_end_matches(is_blank);
        let start = before.rfind(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_')).map_or(0, |at| at + 1);
        let Some(key) = before.get(start..).filter(|key| !key.is_empty()) else { continue };
        let is_known = section.is_some_and(|section| section.has_field(key)) || key == "name";
        if is_known && begins(start) && !found.iter().any(|(known, ..)| *known == key) {
            found.push((key, start, colon + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::mend::line::lines;

    const ANSWERS: EntrySection =
        EntrySection { key: "answers", fields: &["answer", "comment", "evidence"], is_by_question: true };

    fn read(text: &str) -> (&'static str, String) {
        let end = text.find('\n').unwrap_or(text.len());
        let below = lines(text);
        match value(text, 0..end, &below[1..], Some(&ANSWERS)) {
            Behind::Nothing => ("nothing", String::new()),
            Behind::Block => ("block", String::new()),
            Behind::Sound => ("sound", String::new()),
            Behind::Further(lines) => ("further", lines.to_string()),
            Behind::Wrong { problem, place, meant } => (problem.code.id, format!("{} <- {}", meant, &text[place])),
        }
    }

    #[test]
    fn what_stands_behind_a_key_is_known() {
        for (text, expected) in [
            ("all", ("sound", "")),
            ("[a, b]  # c", ("sound", "")),
            ("# c", ("nothing", "")),
            ("|", ("block", "")),
            (">-2 # c", ("block", "")),
            ("\"a\n  b\"", ("further", "1")),
            ("[a,\n  b,\n  c]", ("further", "2")),
            ("\"a\n", ("yaml-unclosed-quote", "\"a\" <- \"")),
            ("\"a\" (b)", ("yaml-unclosed-quote", "\"\\\"a\\\" (b)\" <- \"")),
            ("'don't know'", ("yaml-unclosed-quote", "\"don't know\" <- '")),
            ("\"C:\\path\"", ("yaml-unclosed-quote", "\"C:\\\\path\" <- \"")),
            ("a: b", ("yaml-colon", "\"a: b\" <- :")),
            ("“a: b”", ("curly-quotes", "\"a: b\" <- “")),
            ("@a", ("special-sign", "\"@a\" <- @")),
            ("| a", ("special-sign", "\"a\" <- |")),
            ("*a* b", ("yaml-anchor", "\"*a* b\" <- *")),
            ("[a, b", ("yaml-unclosed-bracket", "[a, b] <- [a, b")),
            ("{answer: a, comment: b", ("yaml-unclosed-bracket", "{answer: a, comment: b} <- {answer: a, comment: b")),
            ("{answer: a comment: b}", ("yaml-unclosed-bracket", "{answer: a, comment: b} <- {answer: a comment: b}")),
            (
                "{answer: a, comment: see #1, and more}",
                ("text-in-braces", "{answer: a, comment: \"see #1, and more\"} <- see #1, and more"),
            ),
            ("{answer: a, comment: b: c}", ("text-in-braces", "{answer: a, comment: \"b: c\"} <- b: c")),
            ("a\u{1}b", ("control-character", "ab <- \u{1}")),
        ] {
            assert_eq!(read(text), (expected.0, expected.1.to_owned()), "{text}");
        }
    }
}
