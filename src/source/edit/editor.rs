//! What every kind of change needs: the text with something put in, and values as they are written in this file.

use super::change::Order;
use super::whereabouts::Whereabouts;
use crate::source::node::{Entry, Node};
use crate::source::value::{self, NewValue};

/// Puts changes into one text.
pub(super) struct Editor<'t, 'o> {
    pub(super) places: Whereabouts<'t>,
    /// Whether the file is JSON, which it stays.
    is_json: bool,
    pub(super) order: &'t Order<'o>,
}

/// A part of the file, and what it hangs on.
#[derive(Clone, Copy)]
pub(super) struct Reached<'n, 's> {
    pub(super) node: &'n Node<'s>,
    /// The key whose value it is; `None` for the whole file and for entries of lists.
    pub(super) key: Option<&'n Entry<'s>>,
    /// Whether it stands within brackets or braces.
    pub(super) bracketed: bool,
    /// The column of the map or list in which it stands, in blanks; children on lines of their own stand further in.
    pub(super) column: usize,
}

impl<'t, 'o> Editor<'t, 'o> {
    pub(super) fn of(text: &'t str, order: &'t Order<'o>) -> Self {
        Editor { places: Whereabouts { text }, is_json: value::is_json(text), order }
    }

    pub(super) fn in_brackets(&self, value: &NewValue) -> String {
        if self.is_json { value.in_json() } else { value.in_brackets() }
    }

    pub(super) fn entry_in_brackets(&self, key: &str, value: &NewValue) -> String {
        let map = self.in_brackets(&NewValue::Inline(vec![(key.to_owned(), value.clone())]));
        map[1..map.len() - 1].to_owned()
    }

    /// The text with something put in.
    pub(super) fn put(&self, at: usize, new: &str) -> String {
        let at = if new.starts_with('\n') { self.places.before_line_break(at) } else { at };
        self.swapped(at, at, &self.lines(new))
    }

    pub(super) fn swapped(&self, start: usize, end: usize, new: &str) -> String {
        format!("{}{new}{}", &self.places.text[..start], &self.places.text[end..])
    }

    /// New lines with the line ends that the file has.
    pub(super) fn lines(&self, new: &str) -> String {
        if self.places.text.contains("\r\n") { new.replace('\n', "\r\n") } else { new.to_owned() }
    }
}
