//! An answers file in the making, of which every line knows the place that it came from.

use std::ops::Range;
use std::sync::Arc;

use crate::answers::days::{Day, day};
use crate::source::cells::{CameFrom, CellMap};
use crate::source::value::NewValue;
use crate::source::{Date, Diagnostics, Source, Span};
use crate::words::clean::one_line;
use crate::words::problem::Problem;

/// The file, line by line.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Script {
    text: String,
    cells: CellMap,
    notes: Vec<(Range<usize>, Problem)>,
}

impl Script {
    /// A line that came from a place.
    pub(in crate::exchange) fn line(&mut self, line: &str, from: &(impl Clone + Into<CameFrom>)) {
        self.cells.note(self.text.len(), from.clone());
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A key with its value; the lines of the value begin with two blanks more than its own.
    pub(in crate::exchange) fn value(
        &mut self,
        (indent, key): (usize, &str),
        value: &NewValue,
        from: &(impl Clone + Into<CameFrom>),
    ) {
        let before = " ".repeat(indent);
        self.line(&format!("{before}{key}:{}", value.after_key(indent + 2)), from);
    }

    /// What stands somewhere and cannot be used: a comment, with what is wrong.
    pub(in crate::exchange) fn aside(
        &mut self,
        indent: usize,
        written: &str,
        from: &(impl Clone + Into<CameFrom>),
        problem: Problem,
    ) {
        let written = one_line(written);
        let start = self.text.len() + indent + 2;
        self.notes.push((start..start + written.len(), problem));
        self.line(&format!("{}# {written}", " ".repeat(indent)), from);
    }

    /// The finished file under the name of the workbook, and what is wrong in it.
    pub(in crate::exchange) fn finish(self, name: &str) -> (Arc<Source>, Diagnostics) {
        let source = Source::of_cells(name, self.text, self.cells);
        let mut notes = Diagnostics::default();
        self.notes.into_iter().for_each(|(place, problem)| notes.note(&source, Span::from(place), problem));
        (source, notes)
    }
}

/// A word of somebody as a key, on one line whatever it is.
pub(in crate::exchange) fn key(word: &str) -> String {
    NewValue::text(word).in_brackets()
}

/// A day as files have it, however it is typed, if it is one; else the words.
pub(in crate::exchange) fn date(written: &str) -> NewValue {
    one_day(written).map_or_else(|| NewValue::text(written.trim()), NewValue::word)
}

/// The day that words mean, if they mean one.
pub(in crate::exchange) fn one_day(written: &str) -> Option<Date> {
    match day(written) {
        Day::One(date) => Some(date),
        Day::Two(..) | Day::Nothing => None,
    }
}
