//! Our own duties as controller: what no answer of a vendor can do for us.

use crate::answers::read_answer::required_text;
use crate::source::fields::{Reading, Word, fixed_words};
use crate::source::{Date, Node};

/// A duty of whoever decides why and how personal data is processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// To assess the impact on people before high risks are taken, or to note why that is not needed.
    Dpia,
    /// To keep a record of the processing, with the vendor in it.
    Record,
    /// To tell people who processes what about them.
    Information,
    /// To instruct the vendor in writing.
    Instructions,
}

fixed_words!(Duty { Dpia: "dpia", Record: "record", Information: "information", Instructions: "instructions" });

/// A duty that was seen to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyDone {
    /// Which.
    pub duty: Duty,
    /// When.
    pub done: Date,
    /// Where that can be found.
    pub place: String,
}

/// Reads the duties that were seen to, in their fixed order.
pub(super) fn read(node: &Node<'_>, reading: &mut Reading<'_>) -> Vec<DutyDone> {
    let Some(mut fields) = reading.fields(node) else { return Vec::new() };
    let found = Duty::ALL.iter().map(|(word, duty)| (*duty, fields.optional(word))).collect::<Vec<_>>();
    fields.finish(reading);
    found.into_iter().filter_map(|(duty, node)| done(duty, node?, reading)).collect()
}

fn done(duty: Duty, node: &Node<'_>, reading: &mut Reading<'_>) -> Option<DutyDone> {
    let mut fields = reading.fields(node)?;
    let done = fields.required("done", reading).and_then(|node| reading.date(node));
    let place = required_text(&mut fields, "where", reading);
    fields.finish(reading);
    Some(DutyDone { duty, done: done?, place: place? })
}
