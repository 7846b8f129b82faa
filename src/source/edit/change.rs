//! What may become of a place in a file.

use crate::source::value::NewValue;

/// A step from a part of a file to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an entry of a list, from 0.
    At(usize),
}

/// A change of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, from the top of the file. Keys that are not there yet come into being.
    pub path: Vec<Step>,
    /// What.
    pub to: To,
}

/// What becomes of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// It has this value.
    Set(NewValue),
    /// These are the last entries of its list.
    Append(Vec<NewValue>),
    /// These keys, which are not there yet, are the last of its map.
    Enter(Vec<(String, NewValue)>),
    /// The key is gone, and its value with it.
    Remove,
}

impl Change {
    /// A value for the place that these keys lead to.
    pub fn set(keys: &[&str], value: NewValue) -> Change {
        Change { path: path(keys), to: To::Set(value) }
    }

    /// One entry more for the list that these keys lead to.
    pub fn append(keys: &[&str], value: NewValue) -> Change {
        Change::append_all(keys, vec![value])
    }

    /// Entries more for the list that these keys lead to.
    pub fn append_all(keys: &[&str], values: Vec<NewValue>) -> Change {
        Change { path: path(keys), to: To::Append(values) }
    }

    /// Keys more for the map that these keys lead to.
    pub fn enter(keys: &[&str], entries: Vec<(String, NewValue)>) -> Change {
        Change { path: path(keys), to: To::Enter(entries) }
    }

    /// The key that these keys lead to goes; nothing happens where it is not there.
    pub fn remove(keys: &[&str]) -> Change {
        Change { path: path(keys), to: To::Remove }
    }

    /// An entry of the list that these keys lead to goes, from 0.
    pub fn remove_at(keys: &[&str], at: usize) -> Change {
        Change { path: path(keys).into_iter().chain([Step::At(at)]).collect(), to: To::Remove }
    }
}

fn path(keys: &[&str]) -> Vec<Step> {
    keys.iter().map(|key| Step::Key((*key).to_owned())).collect()
}

/// Where a new key belongs: the keys of the map that is reached by some keys, in their proper order; `None` for a map
/// in which new keys come last.
pub type Order<'o> = dyn Fn(&[Step]) -> Option<Vec<&'o str>> + 'o;

/// The file is written in a way in which the change cannot be put in without touching something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;
