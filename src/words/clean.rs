//! Cleaning of untrusted text: what a vendor wrote must not steer a terminal, hide words or reorder them. Whether a
//! text has been cleaned, its type says: [`Clean`].

use std::borrow::{Borrow, Cow};
use std::fmt::{self, Display, Write};
use std::num::NonZeroU32;
use std::ops::Deref;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::marks::is_mark;

/// Words on one line, without a character that cannot be seen. They are made of foreign text by cleaning it
/// ([`one_line`], [`visible`], [`shortened`]), once, by whoever takes it from a file; of what is [`Trusted`]; and of
/// other such words. Nothing else can be shown, so nothing is shown uncleaned:
///
/// ```compile_fail
/// duly::internal::words::Lang::En.comment(String::from("of a vendor")); // a text of a file is no argument of a phrase
/// ```
/// ```compile_fail
/// duly::internal::words::Lang::En.comment("of a vendor".to_owned().as_str()); // nor is a part of one
/// ```
/// ```compile_fail
/// duly::internal::document::Text::plain("of a vendor".to_owned().as_str()); // nor does it reach a page
/// ```
/// ```
/// use duly::{Clean, model::Trusted};
///
/// #[derive(Clone)]
/// struct Sly;
/// impl std::fmt::Display for Sly {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("a\u{202e}b")
///     }
/// }
/// impl Trusted for Sly {}
/// assert_eq!([Sly.clean(), Clean::from("a\u{202e}b")], ["a\\u{202e}b"; 2]); // whoever calls it clean, it is cleaned
/// ```
/// ```
/// use duly::internal::words::{Lang, clean};
///
/// let comment = clean::one_line("\u{1b}[2J of\na vendor");
/// assert_eq!(Lang::En.comment(comment).as_str(), "comment: \\u{1b}[2J of a vendor");
/// ```
#[derive(Clone, Debug, Default, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(Cow<'static, str>);

/// What may stand among words as it is: words that are clean, what the program itself says, numbers, days. It is for no
/// type that can hold what somebody else wrote; what hides something nevertheless is cleaned.
pub trait Trusted: Display + Clone {
    /// The same as clean words.
    fn clean(self) -> Clean {
        visible(&self.to_string())
    }

    /// The same with more behind it.
    #[must_use]
    fn and(self, more: impl Trusted) -> Clean {
        let (mut whole, more) = (self.clean(), more.clean());
        if whole.is_empty() {
            return more;
        }
        whole.0.to_mut().push_str(&more);
        whole
    }
}

impl Trusted for Clean {
    fn clean(self) -> Clean {
        self
    }
}

impl Trusted for &'static str {
    fn clean(self) -> Clean {
        if hides_nothing(self) { Clean(Cow::Borrowed(self)) } else { visible(self) }
    }
}

impl<T: Trusted> Trusted for &T {
    fn clean(self) -> Clean {
        self.clone().clean()
    }
}

/// Types whose values show as digits.
macro_rules! digits {
    ($($number:ty),+) => { $(impl Trusted for $number {})+ };
}

digits!(u8, u16, u32, u64, usize, i32, i64, NonZeroU32);

impl Clean {
    /// Words that a table or a number has made of trusted parts. Only [`phrases`](super::phrases) and
    /// [`number`](super::number) may: `tests/it/house/clean.rs` sees to it.
    pub(crate) fn made_of_trusted(words: String) -> Clean {
        debug_assert!(!words.chars().any(is_hidden), "{words:?}");
        Clean(Cow::Owned(words))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Words with something between them.
    pub fn joined<T: Trusted>(all: impl IntoIterator<Item = T>, between: impl Trusted) -> Clean {
        let (mut all, between) = (all.into_iter(), between.clean());
        let first = all.next().map(Trusted::clean).unwrap_or_default();
        all.fold(first, |mut whole, words| {
            let longer = whole.0.to_mut();
            longer.push_str(&between);
            longer.push_str(&words.clean());
            whole
        })
    }

    /// The words in capitals.
    pub fn in_capitals(&self) -> Clean {
        Clean(Cow::Owned(self.to_uppercase()))
    }

    /// The words, the first letter of them as a capital.
    pub fn capitalized(&self) -> Clean {
        let mut letters = self.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        Clean(Cow::Owned(first.chain(letters).collect()))
    }

    /// The words as they stand within a sentence: their first letter small, unless they begin with an abbreviation.
    #[must_use]
    pub fn within_sentence(&self) -> Clean {
        let mut letters = self.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
                Clean(Cow::Owned(first.to_lowercase().chain(self.chars().skip(1)).collect()))
            }
            _ => self.clone(),
        }
    }

    /// The words, cut to at most `most` characters with an ellipsis.
    #[must_use]
    pub fn cut(self, most: usize) -> Clean {
        if self.len() <= most || self.chars().count() <= most {
            return self;
        }
        let end = self.char_indices().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
        self.cut_at(end)
    }

    /// The same, cut between words where one ends in the second half of what is left.
    #[must_use]
    pub fn cut_at_word(self, most: usize) -> Clean {
        if self.chars().nth(most).is_none() {
            return self;
        }
        let last = self.char_indices().nth(most.saturating_sub(1));
        let (end, after) = last.map_or((0, 0), |(at, sign)| (at, at + sign.len_utf8()));
        let between = self.get(..after).and_then(|kept| kept.rfind(' ')).filter(|at| at * 2 >= end);
        self.cut_at(between.unwrap_or(end))
    }

    /// A part of the words, or a word of the program.
    pub fn part(&self, of: impl for<'w> FnOnce(&'w str) -> &'w str) -> Clean {
        visible(of(self))
    }

    /// The words up to a byte where a character begins, and an ellipsis.
    #[must_use]
    pub(crate) fn cut_at(mut self, end: usize) -> Clean {
        let words = self.0.to_mut();
        words.truncate(end);
        words.push('…');
        self
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&'static str> for Clean {
    fn from(words: &'static str) -> Clean {
        words.clean()
    }
}

impl From<Clean> for String {
    fn from(words: Clean) -> String {
        words.0.into_owned()
    }
}

impl<T: Trusted> FromIterator<T> for Clean {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Clean {
        Clean::joined(all, "")
    }
}

impl<S: AsRef<str> + ?Sized> PartialEq<S> for Clean {
    fn eq(&self, other: &S) -> bool {
        self.0 == other.as_ref()
    }
}

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// What is read is cleaned; what is there for good and clean already is not copied.
impl<'de: 'static> Deserialize<'de> for Clean {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Clean, D::Error> {
        struct Cleaning;
        impl Visitor<'static> for Cleaning {
            type Value = Clean;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Clean, E> {
                Ok(one_line(text))
            }

            fn visit_borrowed_str<E>(self, text: &'static str) -> Result<Clean, E> {
                Ok(if is_tidy(text) { Clean(Cow::Borrowed(text)) } else { one_line(text) })
            }
        }
        deserializer.deserialize_str(Cleaning)
    }
}

/// The text on one line: white space runs become one space, hidden characters become visible escapes such as
/// `\u{1b}`.
pub fn one_line(text: &str) -> Clean {
    if is_tidy(text) {
        return Clean(Cow::Owned(text.to_owned()));
    }
    Clean::joined(text.split_whitespace().map(visible), " ")
}

/// What shows as foreign text, such as a path or the reason of an error, on one line.
pub fn shown(foreign: impl Display) -> Clean {
    one_line(&foreign.to_string())
}

/// Whether a text is on one line already, and hides nothing.
fn is_tidy(text: &str) -> bool {
    let has_tidy_blanks = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    let is_odd = |c: char| is_hidden(c) || (c.is_whitespace() && c != ' ');
    has_tidy_blanks && (is_ordinary(text) || !text.chars().any(is_odd))
}

/// The text with every control, bidirectional and zero-width character written as a visible escape. Line breaks and
/// tabs are control characters too.
pub fn visible(text: &str) -> Clean {
    if hides_nothing(text) {
        return Clean(Cow::Owned(text.to_owned()));
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c)); // writing to a String cannot fail
        } else {
            out.push(c);
        }
    }
    Clean(Cow::Owned(out))
}

/// Whether a text holds hidden characters other than the line breaks and tabs that belong to prose.
pub fn has_hidden(text: &str) -> bool {
    let is_usual = |byte: u8| is_ordinary_byte(byte) | matches!(byte, b'\n' | b'\r' | b'\t');
    let is_usual = text.bytes().fold(true, |usual, byte| usual & is_usual(byte));
    !is_usual && text.chars().any(|c| is_hidden(c) && !matches!(c, '\n' | '\r' | '\t'))
}

/// Whether a text has no hidden character at all.
fn hides_nothing(text: &str) -> bool {
    is_ordinary(text) || !text.chars().any(is_hidden)
}

/// Whether a text is nothing but ASCII and the letters À to ÿ, as most are: they begin with the byte C3, which the
/// bytes 80 to BF continue.
fn is_ordinary(text: &str) -> bool {
    text.bytes().fold(true, |ordinary, byte| ordinary & is_ordinary_byte(byte))
}

fn is_ordinary_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xc3)
}

/// A line of a file as it may be quoted: one sign for every hidden character, so that columns stay where they are. Tabs
/// are kept.
pub fn blotted(line: &str) -> String {
    line.chars().map(|c| if is_hidden(c) && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// JSON in which hidden characters inside texts stand as `\u` escapes: the same values for a program, and harmless on
/// a terminal. JSON has hidden characters inside texts only, apart from its line breaks.
pub fn json_escaped(json: String) -> String {
    if !json.chars().any(|c| c != '\n' && is_hidden(c)) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if c == '\n' || !is_hidden(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}"); // writing to a String cannot fail
            }
        }
    }
    out
}

/// A text as a TOML string on one line, hidden characters as escapes: the same value when it is read.
pub fn toml_text(text: &str) -> Clean {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_hidden(c) => {
                let _ = write!(out, "\\U{:08x}", u32::from(c)); // writing to a String cannot fail
            }
            c => out.push(c),
        }
    }
    out.push('"');
    Clean(Cow::Owned(out))
}

/// Whether a text says anything: it has a letter or a digit that can be seen and is more than a mark of another one.
pub fn says_something(text: &str) -> bool {
    text.chars().any(|c| c.is_alphanumeric() && !is_hidden(c) && !is_mark(c))
}

/// Whether nothing of a text can be seen by itself.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c) || is_mark(c))
}

/// A name as one word of a shell command, in quotes where a shell would take it apart.
pub fn shell_word(name: &str) -> Clean {
    let line = one_line(name);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',' | ':' | '@' | '%');
    if line.chars().all(is_plain) { line } else { Clean(Cow::Owned(format!("'{}'", line.replace('\'', "'\\''")))) }
}

/// The text on one line, cut to at most `most` characters with an ellipsis.
pub fn shortened(text: &str, most: usize) -> Clean {
    one_line(text).cut(most)
}

/// Characters that a reader cannot see but a terminal or a browser obeys: controls, what Unicode calls default
/// ignorable (it reorders, joins or breaks text, or is nothing at all), line separators and a blank in disguise. And
/// noncharacters, which no file may hold that is meant to be read as XML.
fn is_hidden(c: char) -> bool {
    if c < '\u{ad}' {
        return c.is_control(); // most text ends here
    }
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    is_noncharacter
        || matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{2800}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1345f}'
        | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests;
