//! What the drop-downs show: all lists below each other in one column of a sheet that nobody sees. A list in the cell
//! itself may have 255 letters.

use std::collections::HashMap;

use super::layout::LISTS;
use crate::words::Clean;

/// The lists of a workbook.
#[derive(Debug, Default)]
pub struct Lists {
    /// The words, a row each.
    pub words: Vec<Clean>,
    starts: HashMap<Vec<Clean>, usize>,
}

/// A list: its first row and how many words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAt {
    start: usize,
    count: usize,
}

impl Lists {
    /// Where a list stands; the same words stand once.
    pub fn at(&mut self, words: Vec<Clean>) -> ListAt {
        let count = words.len();
        if let Some(start) = self.starts.get(&words) {
            return ListAt { start: *start, count };
        }
        let start = self.words.len();
        self.words.extend(words.iter().cloned());
        self.starts.insert(words, start);
        ListAt { start, count }
    }
}

impl ListAt {
    /// The whole of it, as a formula names it.
    pub fn all(self) -> String {
        self.first(self.count)
    }

    /// So many words from its beginning.
    pub fn first(self, count: usize) -> String {
        format!("{LISTS}!$A${}:$A${}", self.start + 1, self.start + count.max(1))
    }

    /// One of its words, from 0.
    pub fn word(self, at: usize) -> String {
        format!("{LISTS}!$A${}", self.start + at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::one_line;

    #[test]
    fn the_same_list_stands_once() {
        let mut lists = Lists::default();
        let words = |words: &[&str]| words.iter().map(|word| one_line(word)).collect::<Vec<_>>();
        let first = lists.at(words(&["Yes", "No"]));
        let other = lists.at(words(&["Yes"]));
        assert_eq!(lists.at(words(&["Yes", "No"])), first);
        assert_eq!(lists.words, words(&["Yes", "No", "Yes"]));
        assert_eq!([first.all(), other.all(), first.word(1)], ["lists!$A$1:$A$2", "lists!$A$3:$A$3", "lists!$A$2"]);
    }
}
