//! The first of many by some order, kept while they come one after the other.

/// The first of some, in their order, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foremost<T> {
    /// The first.
    pub first: Vec<T>,
    /// How many there are in all.
    pub all: usize,
}

impl<T> Default for Foremost<T> {
    fn default() -> Self {
        Foremost { first: Vec::new(), all: 0 }
    }
}

impl<T> Foremost<T> {
    /// How many are not among the first.
    pub fn more(&self) -> usize {
        self.all.saturating_sub(self.first.len())
    }
}

/// Keeps the first of those that come, by a key, and counts them all. Of those with the same key the one that came
/// first stands first.
#[derive(Clone, Debug)]
pub struct Ranking<K, T> {
    most: usize,
    kept: Vec<(K, T)>,
    all: usize,
}

impl<K: Ord, T> Ranking<K, T> {
    /// Keeps so many.
    pub fn new(most: usize) -> Ranking<K, T> {
        Ranking { most, kept: Vec::new(), all: 0 }
    }

    /// Takes the next.
    pub fn add(&mut self, key: K, one: T) {
        self.all += 1;
        self.kept.push((key, one));
        if self.kept.len() > self.most.saturating_mul(2) {
            self.leave_the_first();
        }
    }

    /// Those that come later stand behind those that are kept, so that a stable sort keeps their order.
    fn leave_the_first(&mut self) {
        self.kept.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.kept.truncate(self.most);
    }

    /// The first, in order.
    pub fn finish(mut self) -> Foremost<T> {
        self.leave_the_first();
        Foremost { first: self.kept.into_iter().map(|(_, one)| one).collect(), all: self.all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_those_of_a_whole_sort() {
        let all = [5, 3, 9, 3, 1, 7, 3, 2];
        let numbered: Vec<(i32, usize)> = all.into_iter().zip(0..).collect();
        let mut sorted = numbered.clone();
        sorted.sort_by_key(|(key, _)| *key);
        for most in 0..=all.len() + 1 {
            let mut ranking = Ranking::new(most);
            numbered.iter().for_each(|one| ranking.add(one.0, *one));
            let found = ranking.finish();
            assert_eq!(found.first, sorted[..most.min(all.len())]);
            assert_eq!((found.all, found.more()), (8, 8 - most.min(8)));
        }
    }
}
