//! Whether a key stands twice in a map.

use crate::source::node::Entry;

/// So few keys are compared each with each.
const FEW: usize = 8;
/// A key is looked for in so many places; of any keys that nobody chose for that, none needs half of them. Whoever does
/// choose keys that all belong in the same places gains nothing by it.
const MOST_STEPS: usize = 64;

/// Where the keys of a map are, found by what they are made of.
#[derive(Default)]
pub(super) struct KeysSeen {
    /// The numbers of the keys from 1, and 0 where none is; at least half of them.
    places: Vec<u32>,
}

impl KeysSeen {
    /// Whether each key is certainly another. Where that would take long to find out, it is not.
    pub(super) fn are_distinct(&mut self, entries: &[Entry<'_>]) -> bool {
        if entries.len() <= FEW {
            let is_new = |(at, entry): (usize, &Entry<'_>)| entries[..at].iter().all(|known| known.key != entry.key);
            return entries.iter().enumerate().all(is_new);
        }
        self.places.clear();
        self.places.resize((entries.len() * 2).next_power_of_two(), 0);
        entries.iter().zip(1..).all(|(entry, number)| self.is_new(entry.key, number, entries))
    }

    /// Keeps the number of a key that is certainly new.
    fn is_new(&mut self, key: &str, number: u32, entries: &[Entry<'_>]) -> bool {
        let (mut at, mask) = (scattered(key), self.places.len() - 1);
        for step in 1..=MOST_STEPS {
            let place = &mut self.places[at & mask];
            if *place == 0 {
                *place = number;
                return true;
            }
            if entries[*place as usize - 1].key == key {
                return false;
            }
            at = at.wrapping_add(step); // further each time, so that keys do not queue
        }
        false
    }
}

/// A number that differs for keys that differ, mostly. A multiplication carries differences to the higher bits only, so
/// they are turned to the lower ones before the next.
fn scattered(key: &str) -> usize {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = key.as_bytes().as_chunks::<8>();
    let rest = rest.iter().fold(key.len() as u64, |rest, byte| (rest << 8) | u64::from(*byte));
    let mixed = |sum: u64, word: u64| (sum.rotate_left(29) ^ word).wrapping_mul(ODD);
    let sum = words.iter().map(|word| u64::from_le_bytes(*word)).fold(mixed(0, rest), mixed);
    (mixed(sum, 0) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::file::Span;
    use crate::source::node::{Kind, Node};

    fn are_distinct(keys: &[String]) -> bool {
        let nothing = Node { span: Span::default(), kind: Kind::Null };
        let entry = |key| Entry { key, key_span: Span::default(), value: nothing };
        KeysSeen::default().are_distinct(&keys.iter().map(|key| entry(key)).collect::<Vec<_>>())
    }

    #[test]
    fn a_key_is_found_again_wherever_it_stands() {
        for count in [1, 2, FEW, FEW + 1, 100, 3_000] {
            let mut keys: Vec<String> = (0..count).map(|at| format!("category-{}.question-{at}", at % 7)).collect();
            assert!(are_distinct(&keys), "{count}");
            for twice in [0, count / 2, count - 1] {
                keys.insert(count / 3, keys[twice].clone());
                assert!(!are_distinct(&keys), "{count}: {twice}");
                keys.remove(count / 3);
            }
        }
    }

    #[test]
    fn keys_chosen_to_be_in_the_same_place_are_left_to_the_parser() {
        let mask = (2 * (MOST_STEPS + 1)).next_power_of_two() - 1;
        let in_one_place = (0..u32::MAX).map(|at| format!("k{at}")).filter(|key| scattered(key) & mask == 0);
        let keys: Vec<String> = in_one_place.take(MOST_STEPS + 1).collect();
        assert!(are_distinct(&keys[..MOST_STEPS]) && !are_distinct(&keys));
    }

    #[test]
    fn keys_that_nobody_chose_need_few_steps() {
        for keys in [|at: u32| format!("a.q{at}"), |at: u32| format!("{at}"), |at: u32| format!("k-{:x}", at * 4096)] {
            for count in [20_u32, 129, 1_025, 65_537] {
                assert!(are_distinct(&(0..count).map(keys).collect::<Vec<_>>()), "{count}: {}", keys(count));
            }
        }
    }
}
