//! The entries of a map, as the parser gives them one by one.

use std::collections::HashSet;

use super::node::Entry;

/// The entries of a map in the making: each key once.
#[derive(Default)]
pub(super) struct Entries<'s> {
    /// In their order.
    pub(super) list: Vec<Entry<'s>>,
    seen: HashSet<&'s str>,
}

impl<'s> Entries<'s> {
    /// Most maps are small and need no set to look a key up.
    const SMALL: usize = 16;

    /// Adds an entry, or gives it back if its key is there.
    pub(super) fn push(&mut self, entry: Entry<'s>) -> Result<(), Entry<'s>> {
        let is_new = if self.list.len() < Self::SMALL {
            self.list.iter().all(|known| known.key != entry.key)
        } else {
            if self.seen.is_empty() {
                self.seen.extend(self.list.iter().map(|known| known.key));
            }
            self.seen.insert(entry.key)
        };
        if is_new {
            self.list.push(entry);
            return Ok(());
        }
        Err(entry)
    }
}
