//! Taking a tree apart: each helper gives the value, or notes what is wrong and gives nothing, so that reading goes on.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::asked_keys::AskedKeys;
use super::date::Date;
use super::diagnostic::Diagnostics;
use super::file::{Source, Span};
use super::nearest::{nearest, nearest_within};
use super::node::{Entry, Kind, Node};
use super::remark;
use crate::words::Quantity;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::problem::{Problem, slips, text};

/// A set of fixed words, such as `low | medium | high | critical`, and what they mean.
pub trait Word: Copy + PartialEq + 'static {
    /// Every word with its meaning, in the order in which they are listed to a user.
    const ALL: &'static [(&'static str, Self)];

    /// The word for a meaning, as it stands in files and JSON.
    fn word(self) -> &'static str;

    /// The meaning of a word.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
    }
}

/// Gives each variant of an enumeration its word, in the order in which they are listed to a user; one without a word
/// does not compile.
macro_rules! fixed_words {
    ($kind:ident { $($variant:ident: $word:literal),+ $(,)? }) => {
        impl $crate::source::fields::Word for $kind {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, $kind::$variant)),+];

            fn word(self) -> &'static str {
                match self {
                    $($kind::$variant => $word),+
                }
            }
        }
    };
}
pub(crate) use fixed_words;

/// A kind of whole number, such as `u8`, in which the values of a range are kept.
pub trait Whole: TryFrom<i64> + PartialOrd + Trusted {}

impl<N: TryFrom<i64> + PartialOrd + Trusted> Whole for N {}

/// The reading of one file: the file, and what was noted so far.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The file.
    pub source: &'s Arc<Source>,
    /// What is wrong with it.
    pub notes: Diagnostics,
    /// How many pairs of letters were compared to suggest what was meant.
    compared: usize,
    /// Whether it is somebody else's, who may say in a remark what is not to be read.
    pub is_of_others: bool,
}

impl<'s> Reading<'s> {
    /// Starts to read a file.
    pub fn of(source: &'s Arc<Source>) -> Self {
        Reading::with(source, Diagnostics::default())
    }

    /// Goes on to read a file of which something was noted.
    pub fn with(source: &'s Arc<Source>, notes: Diagnostics) -> Self {
        Reading { source, notes, compared: 0, is_of_others: false }
    }

    /// Notes a problem of a place.
    pub fn note(&mut self, span: Span, problem: Problem) {
        self.notes.note(self.source, span, problem);
    }

    /// Notes a problem with the closest of the known names as suggestion.
    pub fn note_near<'a>(
        &mut self,
        span: Span,
        problem: Problem,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let close = match self.notes.is_crowded() {
            true => None,
            false => nearest_within(written, known, &mut self.compared),
        };
        let problem = match close {
            Some(meant) => problem.did_you_mean(close).but_looks_alike(written, meant),
            None => problem,
        };
        self.note(span, problem);
    }

    /// A text of any length.
    pub fn text<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let found = node.text();
        match found {
            None => self.note(node.span, text::not_a_text()),
            Some(value) if clean::has_hidden(value) => self.note(node.span, text::hidden_characters()),
            Some(_) => {}
        }
        found
    }

    /// A text in words of people. Without quotes it ends at a blank with a `#` behind it, which nobody expects who
    /// writes of ticket #4711.
    pub fn free_text<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        self.note_what_is_cut_off(node);
        self.text(node)
    }

    /// Notes what stands behind a value and is read as a comment, though it was hardly meant as one; in a file that
    /// somebody else wrote, every one: it may say that the value is not to be taken at its word.
    pub fn note_what_is_cut_off(&mut self, node: &Node<'_>) {
        let Some((blanks, remark)) = remark::behind(&self.source.text, node.span) else { return };
        let end = node.span.range().end + blanks + remark.len();
        let is_set_apart = blanks > 1 && remark.starts_with("# "); // as comments are
        if self.is_of_others || (matches!(node.kind, Kind::Plain(_)) && !is_set_apart) {
            self.note(Span::from(node.span.range().start..end), slips::cut_by_comment(clean::shortened(remark, 60)));
        }
    }

    /// A text in words of people that says something.
    pub fn filled_text<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let value = self.free_text(node)?;
        if clean::is_blank(value) {
            self.note(node.span, text::not_a_text());
            return None;
        }
        Some(value)
    }

    /// A whole number within a range, written without quotes.
    pub fn integer<N: Whole>(&mut self, node: &Node<'_>, range: RangeInclusive<N>) -> Option<N> {
        let Kind::Plain(digits) = &node.kind else {
            let written = node.text().map_or_else(|| "…".to_owned(), |text| format!("\"{text}\""));
            self.note(node.span, text::not_an_integer(clean::one_line(&written)));
            return None;
        };
        self.number(node.span, digits, range)
    }

    /// A whole number within a range, from digits.
    pub fn number<N: Whole>(&mut self, span: Span, digits: &str, range: RangeInclusive<N>) -> Option<N> {
        let bare = digits.strip_prefix('-').unwrap_or(digits);
        if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
            self.note(span, text::not_an_integer(clean::one_line(digits)));
            return None;
        }
        let number = digits.parse::<i64>().ok().and_then(|number| N::try_from(number).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            self.note(span, text::out_of_range(clean::shortened(digits, 30), range.start(), range.end()));
        }
        number
    }

    /// A number within a range with at most so many decimals, written without quotes.
    pub fn quantity(&mut self, node: &Node<'_>, decimals: u8, range: RangeInclusive<Quantity>) -> Option<Quantity> {
        match &node.kind {
            Kind::Plain(digits) => self.decimal(node.span, digits, decimals, range),
            _ => self.integer(node, 0..=0_u8).and(None), // notes what stands there instead
        }
    }

    /// A number within a range with at most so many decimals, from digits and a point.
    pub fn decimal(
        &mut self,
        span: Span,
        digits: &str,
        decimals: u8,
        range: RangeInclusive<Quantity>,
    ) -> Option<Quantity> {
        let Some(number) = Quantity::parse(digits, decimals) else {
            let found = clean::one_line(digits);
            self.note(
                span,
                if decimals == 0 {
                    text::not_an_integer(found)
                } else {
                    text::not_a_number(found, Quantity::step(decimals))
                },
            );
            return None;
        };
        let number = Some(number).filter(|number| range.contains(number));
        if number.is_none() {
            self.note(span, text::out_of_range(clean::shortened(digits, 30), range.start(), range.end()));
        }
        number
    }

    /// A date.
    pub fn date(&mut self, node: &Node<'_>) -> Option<Date> {
        let written = self.text(node)?;
        let date = Date::parse(written.trim());
        if date.is_none() {
            self.note(node.span, text::not_a_date(clean::one_line(written)));
        }
        date
    }

    /// One of a set of fixed words.
    pub fn word<T: Word>(&mut self, node: &Node<'_>) -> Option<T> {
        let written = self.text(node)?;
        let meaning = T::of(written);
        if meaning.is_none() {
            let known = || T::ALL.iter().map(|(word, _)| *word);
            let problem = text::unknown_word(clean::one_line(written), Clean::joined(known(), ", "));
            self.note_near(node.span, problem, written, known());
        }
        meaning
    }

    /// `true` or `false`.
    pub fn truth(&mut self, node: &Node<'_>) -> Option<bool> {
        #[derive(Clone, Copy, PartialEq)]
        struct TrueOrFalse(bool);
        impl Word for TrueOrFalse {
            const ALL: &'static [(&'static str, Self)] = &[("true", TrueOrFalse(true)), ("false", TrueOrFalse(false))];

            fn word(self) -> &'static str {
                if self.0 { "true" } else { "false" }
            }
        }
        self.word::<TrueOrFalse>(node).map(|truth| truth.0)
    }

    /// The entries of a list.
    pub fn list<'n, 't>(&mut self, node: &'n Node<'t>) -> &'n [Node<'t>] {
        match &node.kind {
            Kind::List(items) => items,
            _ => {
                self.note(node.span, text::not_a_list());
                &[]
            }
        }
    }

    /// The entries of a list that must not be empty.
    pub fn filled_list<'n, 't>(&mut self, node: &'n Node<'t>, key: impl Trusted) -> &'n [Node<'t>] {
        let items = self.list(node);
        if items.is_empty() && matches!(node.kind, Kind::List(_)) {
            self.note(node.span, text::empty_list(key));
        }
        items
    }

    /// The keys of a map whose keys are free.
    pub fn entries<'n, 't>(&mut self, node: &'n Node<'t>) -> &'n [Entry<'t>] {
        match &node.kind {
            Kind::Map(entries) => entries,
            _ => {
                self.note(node.span, text::not_a_map());
                &[]
            }
        }
    }

    /// The keys of a map whose keys are fixed.
    pub fn fields<'n, 't>(&mut self, node: &'n Node<'t>) -> Option<Fields<'n, 't>> {
        match &node.kind {
            Kind::Map(entries) => {
                Some(Fields { entries, next: 0, span: node.span, asked: AskedKeys::default(), found: 0 })
            }
            _ => {
                self.note(node.span, text::not_a_map());
                None
            }
        }
    }

    /// The keys of a file, whose `format` must be the expected one: what another kind of file lacks, or has besides,
    /// helps nobody.
    pub fn head<'n, 't>(&mut self, root: &'n Node<'t>, expected: &'static str) -> Option<Fields<'n, 't>> {
        let Some(node) = root.get("format") else {
            self.notes.note_file(self.source, text::no_format(expected));
            return None;
        };
        let found = self.text(node)?;
        if found != expected {
            self.note(node.span, text::wrong_format(clean::one_line(found), expected));
            nearest(found, [expected])?; // the right kind, written a little wrong, is read on
        }
        let mut fields = self.fields(root)?;
        let _ = fields.optional("format");
        Some(fields)
    }
}

/// The bit of an entry; those behind the first 64 have none.
fn bit(entry: usize) -> u64 {
    1_u64.checked_shl(u32::try_from(entry).unwrap_or(u32::MAX)).unwrap_or_default()
}

/// A map whose keys are fixed: each key is asked for once, and what nobody asked for is unknown.
#[derive(Debug)]
pub struct Fields<'n, 't> {
    entries: &'n [Entry<'t>],
    /// The entry behind the one that was found last: files mostly have their keys in the order in which they are read.
    next: usize,
    asked: AskedKeys,
    /// Which of the first entries were asked for, a bit for each.
    found: u64,
    /// Where the map stands.
    pub span: Span,
}

impl<'n, 't> Fields<'n, 't> {
    /// The value of a key, if it is there and not empty.
    pub fn optional(&mut self, key: &'static str) -> Option<&'n Node<'t>> {
        self.asked.push(key);
        let is_it = |entry: &Entry<'_>| entry.key == key;
        let is_next = self.entries.get(self.next).is_some_and(is_it);
        let found = if is_next { self.next } else { self.entries.iter().position(is_it)? };
        self.next = found + 1;
        self.found |= bit(found);
        Some(&self.entries[found].value).filter(|node| !node.is_null())
    }

    /// The value of a key that must be there.
    pub fn required(&mut self, key: &'static str, reading: &mut Reading<'_>) -> Option<&'n Node<'t>> {
        let found = self.optional(key);
        if found.is_none() {
            let empty = self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.key_span);
            reading.note(empty.unwrap_or(self.span), text::missing_key(key));
        }
        found
    }

    /// Where a key stands, or the whole map if it is not there.
    pub fn key_span(&self, key: &str) -> Span {
        self.entries.iter().find(|entry| entry.key == key).map_or(self.span, |entry| entry.key_span)
    }

    /// Whether something is no key, but the end of a text within braces that a comma cut off.
    fn is_cut_off(&self, entry: &Entry<'_>, reading: &Reading<'_>) -> bool {
        let written = |span: Span| reading.source.text.get(span.range()).unwrap_or_default();
        let behind = reading.source.text.get(entry.key_span.range().end..).unwrap_or_default().trim_start();
        entry.value.is_null() && written(self.span).starts_with('{') && !behind.starts_with(':')
    }

    /// Notes every key that was not asked for.
    pub fn finish(self, reading: &mut Reading<'_>) {
        if self.found.trailing_ones() as usize == self.entries.len() {
            return; // every entry was asked for
        }
        let asked = || self.asked.all();
        let not_found = self.entries.iter().enumerate().filter(|(at, _)| self.found & bit(*at) == 0);
        for (_, entry) in not_found.filter(|(_, entry)| asked().all(|known| known != entry.key)) {
            if reading.notes.count_error_if_full() {
                continue;
            }
            if self.is_cut_off(entry, reading) {
                reading.note(entry.key_span, slips::text_in_braces());
                continue;
            }
            let problem = text::unknown_key(clean::one_line(entry.key), Clean::joined(asked(), ", "));
            reading.note_near(entry.key_span, problem, entry.key, asked());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_within_its_range_or_a_problem() {
        let source = Source::new("v.yaml", "");
        for (digits, expected) in [
            ("0", Ok(0)),
            ("-0", Ok(0)),
            ("007", Ok(7)),
            ("100", Ok(100)),
            ("101", Err("out-of-range")),
            ("-1", Err("out-of-range")),
            ("256", Err("out-of-range")),
            ("99999999999999999999", Err("out-of-range")),
            ("", Err("not-an-integer")),
            ("-", Err("not-an-integer")),
            ("1.0", Err("not-an-integer")),
            ("+1", Err("not-an-integer")),
            ("１", Err("not-an-integer")),
        ] {
            let mut reading = Reading::of(&source);
            let found = reading.number(Span::default(), digits, 0..=100_u8);
            let code = reading.notes.sorted().first().map(|note| note.problem.code.id);
            assert_eq!((found, code), (expected.ok(), expected.err()), "{digits}");
        }
    }
}
