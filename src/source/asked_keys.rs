//! What a reader has asked a map for.

/// Most maps have no more keys.
const USUAL: usize = 6;

/// The keys that were asked for, in their order: the first few lie here, so that most maps need no memory.
#[derive(Debug, Default)]
pub(super) struct AskedKeys {
    first: [&'static str; USUAL],
    count: usize,
    more: Vec<&'static str>,
}

impl AskedKeys {
    /// Adds a key.
    pub(super) fn push(&mut self, key: &'static str) {
        match self.first.get_mut(self.count) {
            Some(place) => (*place, self.count) = (key, self.count + 1),
            None => self.more.push(key),
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.first.iter().take(self.count).chain(&self.more).copied()
    }
}
