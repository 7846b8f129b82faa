//! A line taken as a key with a value, also where it is not quite one.

use std::ops::Range;

use super::line::{TextLine, is_blank};

/// Signs that people and mail programs put before a line.
const MARKS: [char; 9] = ['-', '*', '•', '–', '—', '·', '>', '+', '▪'];
/// Quotes that people put round a key.
const QUOTES: [char; 5] = ['"', '\'', '“', '”', '’'];

/// A key, what stands between it and its value, and the value; all in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyLine<'s> {
    /// The key.
    pub(super) key: &'s str,
    /// Where it stands.
    pub(super) key_range: Range<usize>,
    /// Signs before it that do not belong there.
    pub(super) mark: Option<char>,
    /// How it is separated from its value.
    pub(super) colon: Colon,
    /// The value, without the blanks around it.
    pub(super) value: Range<usize>,
}

/// How a key is separated from its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colon {
    /// By a colon and a space, or by a colon at the end of the line.
    Good,
    /// By a colon without a space.
    NoSpace,
    /// By a colon and a blank that is no space.
    OddBlank(char),
    /// By another sign.
    Other(char),
    /// Not at all.
    Missing,
}

/// Whether a sign may stand in a key.
fn is_key_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.')
}

/// Whether a program that keeps versions left a mark of two of them here.
pub(super) fn is_merge_marker(line: TextLine<'_>) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.text.starts_with(mark))
}

/// A line as a key with its value. Without a colon it is one only if the key is the whole line or `is_known`.
pub(super) fn head<'s>(line: TextLine<'s>, is_known: impl Fn(&str) -> bool) -> Option<KeyLine<'s>> {
    if is_merge_marker(line) {
        return None;
    }
    let body = line.body();
    let mark = body.chars().next().filter(|sign| MARKS.contains(sign));
    let bare = body.trim_start_matches(|sign| MARKS.contains(&sign) || is_blank(sign));
    let quote = bare.chars().next().filter(|sign| QUOTES.contains(sign));
    let inner = &bare[quote.map_or(0, char::len_utf8)..];
    let length = inner.find(|sign| !is_key_sign(sign)).unwrap_or(inner.len());
    let key = inner[..length].trim_end_matches('.');
    if key.is_empty() || (mark.is_some() && !is_known(key)) {
        return None;
    }
    let start = line.text_end() - inner.len();
    let mut rest = &inner[key.len()..];
    if quote.is_some() {
        rest = rest.strip_prefix(QUOTES)?;
    }
    let (colon, rest) = colon(rest);
    let is_said = matches!(colon, Colon::Good | Colon::NoSpace | Colon::OddBlank(_));
    if (!is_said && !is_known(key)) || (colon == Colon::NoSpace && !is_known(key)) {
        return None;
    }
    let trimmed = rest.trim_matches(is_blank);
    let value = line.text_end() - rest.trim_start_matches(is_blank).len();
    Some(KeyLine { key, key_range: start..start + key.len(), mark, colon, value: value..value + trimmed.len() })
}

/// What separates a key from its value, and what stands behind it.
fn colon(rest: &str) -> (Colon, &str) {
    let behind = rest.trim_start_matches(is_blank);
    let Some(sign) = behind.chars().next() else { return (Colon::Missing, behind) };
    let value = &behind[sign.len_utf8()..];
    let colon = match sign {
        ':' => match value.chars().next() {
            None | Some(' ') => Colon::Good,
            Some(odd) if is_blank(odd) => Colon::OddBlank(odd),
            Some(_) => Colon::NoSpace,
        },
        '：' | '﹕' | '꞉' | 'ː' | ';' | '=' => Colon::Other(sign),
        _ if behind.len() < rest.len() => return (Colon::Missing, behind),
        _ => return (Colon::Missing, rest),
    };
    (colon, value)
}

/// Whether a key may be the id of a question, which is a category's id and its own.
pub(super) fn is_dotted(key: &str) -> bool {
    let has_dot = key.bytes().any(|byte| byte == b'.'); // few of all the keys that are asked have one
    has_dot
        && key.split_once('.').is_some_and(|(category, own)| {
            let is_id = !category.is_empty() && !own.is_empty() && !own.contains('.');
            is_id && key.starts_with(|c: char| c.is_alphanumeric())
        })
}

/// Whether a text has blanks in front of a line or behind a key that are none to YAML, though it is sound.
pub(super) fn has_odd_blanks(lines: &[TextLine<'_>]) -> bool {
    let odd = |sign: char| sign != ' ' && sign != '\t' && is_blank(sign);
    lines.iter().any(|line| {
        let marks = if line.start == 0 { "\u{feff}" } else { "" }; // of byte order, which harm nobody there
        let before = line.lead().trim_start_matches(|sign| marks.contains(sign)).contains(odd);
        before || head(*line, |_| false).is_some_and(|head| matches!(head.colon, Colon::OddBlank(sign) if odd(sign)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn read(text: &str) -> Option<(&str, Option<char>, Colon, &str)> {
        let line = lines(text).into_iter().next()?;
        let found = head(line, |key| ["answer", "comment"].contains(&key) || is_dotted(key))?;
        Some((found.key, found.mark, found.colon, &text[found.value]))
    }

    #[test]
    fn a_key_is_known_in_every_disguise() {
        for (text, expected) in [
            ("  answer: all", ("answer", None, Colon::Good, "all")),
            ("answer:", ("answer", None, Colon::Good, "")),
            ("answer:complete", ("answer", None, Colon::NoSpace, "complete")),
            ("answer:\u{a0}all", ("answer", None, Colon::OddBlank('\u{a0}'), "all")),
            ("answer:\tall", ("answer", None, Colon::OddBlank('\t'), "all")),
            ("answer ; all ", ("answer", None, Colon::Other(';'), "all")),
            ("answer = all", ("answer", None, Colon::Other('='), "all")),
            ("answer：all", ("answer", None, Colon::Other('：'), "all")),
            ("answer all", ("answer", None, Colon::Missing, "all")),
            ("access.mfa", ("access.mfa", None, Colon::Missing, "")),
            ("- answer: all", ("answer", Some('-'), Colon::Good, "all")),
            ("• answer: all", ("answer", Some('•'), Colon::Good, "all")),
            ("> > access.mfa: all", ("access.mfa", Some('>'), Colon::Good, "all")),
            ("\"access.mfa\": all", ("access.mfa", None, Colon::Good, "all")),
            ("“answer”: all", ("answer", None, Colon::Good, "all")),
            ("other: all", ("other", None, Colon::Good, "all")),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_sentence_is_no_key() {
        for text in
            ["We do that", "- soa", "http://example.org", "other = all", "other all", ": all", "\"answer: x", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
