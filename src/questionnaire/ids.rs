//! What names the things of a questionnaire and of what is said about it, and the lists that are looked into by such a
//! name alone. A name is handed out by the list that holds the thing, and made nowhere else.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use self::ordinal::Ordinal;
use crate::words::Clean;

/// How a name finds its thing; for the lists of this file only.
mod ordinal {
    /// A name that stands for a position in a list.
    #[allow(unnameable_types, reason = "sealed: nobody else makes ids")]
    pub trait Ordinal: Copy {
        /// The name of the thing at a position.
        fn of(at: usize) -> Self;
        /// The position.
        fn at(self) -> usize;
    }
}

/// Declares names, each with what it names.
macro_rules! ids {
    ($($(#[doc = $what:literal])* $id:ident),* $(,)?) => {$(
        $(#[doc = $what])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $id(usize);

        impl Ordinal for $id {
            fn of(at: usize) -> Self {
                $id(at)
            }

            fn at(self) -> usize {
                self.0
            }
        }
    )*};
}

ids! {
    /// A question of a questionnaire.
    QuestionId,
    /// A category of questions.
    CategoryId,
    /// A group of categories.
    GroupId,
    /// A red flag that a questionnaire writes down.
    FlagId,
    /// Answers that cannot both be true.
    ContradictionId,
    /// An option of a question that is answered by choosing.
    OptionId,
    /// A factor of inherent risk.
    FactorId,
    /// An option of a factor.
    FactorOptionId,
    /// A kind of evidence.
    KindId,
    /// A framework that questions refer to.
    FrameworkId,
    /// A file that a questionnaire was read from.
    FileId,
    /// A document among those of a vendor.
    EvidenceId,
    /// A document that we saw, among those that verify one answer.
    SeenId,
    /// An accepted exception from a red flag, among those of a review.
    WaiverId,
    /// A vendor among those that are compared, or one of the dates of a vendor.
    VendorId,
}

/// Things by their ids, or what there is to say of each of them; in the order of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ById<I, T> {
    things: Vec<T>,
    ids: PhantomData<fn() -> I>,
}

impl<I: Ordinal, T> ById<I, T> {
    /// Puts a thing behind all others, and says by what id it is found.
    pub fn push(&mut self, thing: T) -> I {
        self.things.push(thing);
        I::of(self.things.len() - 1)
    }

    /// The ids of all things, rising.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.things.len()).map(I::of)
    }

    /// The thing with an id, unless the id is of a longer list than this one.
    pub fn get(&self, id: I) -> Option<&T> {
        self.things.get(id.at())
    }

    /// All things with their ids.
    pub fn with_ids(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        self.ids().zip(&self.things)
    }

    /// The id behind another one, or the first; `None` behind the last.
    pub fn after(&self, id: Option<I>) -> Option<I> {
        let at = id.map_or(0, |id| id.at() + 1);
        (at < self.things.len()).then(|| I::of(at))
    }

    /// Which one a thing is, counted from 1 as people count.
    pub fn number(&self, id: I) -> usize {
        id.at() + 1
    }

    /// The id of the first thing that is wanted.
    pub fn find(&self, is_wanted: impl FnMut(&T) -> bool) -> Option<I> {
        self.things.iter().position(is_wanted).map(I::of)
    }

    /// What there is to say of each thing, by the same ids.
    pub fn map<'t, U>(&'t self, mut say: impl FnMut(I, &'t T) -> U) -> ById<I, U> {
        self.with_ids().map(|(id, thing)| say(id, thing)).collect()
    }

    /// The same, unless something keeps it from being said.
    ///
    /// # Errors
    /// The first of what does.
    pub fn try_map<'t, U, E>(&'t self, mut say: impl FnMut(I, &'t T) -> Result<U, E>) -> Result<ById<I, U>, E> {
        let mut said = Vec::with_capacity(self.len()); // collecting would not know how many there are
        for (id, thing) in self.with_ids() {
            said.push(say(id, thing)?);
        }
        Ok(said.into_iter().collect())
    }
}

impl<I, T> ById<I, T> {
    /// All things.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.things.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}

impl<I, T> Default for ById<I, T> {
    fn default() -> Self {
        ById { things: Vec::new(), ids: PhantomData }
    }
}

impl<I, T> FromIterator<T> for ById<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(things: A) -> Self {
        ById { things: things.into_iter().collect(), ids: PhantomData }
    }
}

impl<'t, I, T> IntoIterator for &'t ById<I, T> {
    type Item = &'t T;
    type IntoIter = std::slice::Iter<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<I, T> IntoIterator for ById<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.things.into_iter()
    }
}

/// Some of the things of a list, by their ids: two bits for each where most are among them, and 16 bytes where few are.
#[derive(Clone, Debug)]
pub struct IdSet<I> {
    /// By 64 ids each, rising: which of these.
    some: Vec<(usize, u64)>,
    ids: PhantomData<fn() -> I>,
}

impl<I> Default for IdSet<I> {
    fn default() -> Self {
        IdSet { some: Vec::new(), ids: PhantomData }
    }
}

impl<I: Ordinal> IdSet<I> {
    /// Adds a thing; whether it was not among them.
    pub fn insert(&mut self, id: I) -> bool {
        let (block, bit) = (id.at() / 64, 1_u64 << (id.at() % 64));
        let at = self.some.binary_search_by_key(&block, |(block, _)| *block).unwrap_or_else(|at| {
            self.some.insert(at, (block, 0));
            at
        });
        let bits = &mut self.some[at].1;
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// The things, in the order of their list.
    pub fn iter(&self) -> impl Iterator<Item = I> + '_ {
        let of_block = |(block, bits): (usize, u64)| {
            (0..64).filter(move |bit| bits & (1 << bit) != 0).map(move |bit| I::of(block * 64 + bit))
        };
        self.some.iter().copied().flat_map(of_block)
    }
}

/// Things by what they are called, in the order of their names; of two of one name the first. To look up many: a file
/// may name as many as there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static, I: Deserialize<'de>"))]
pub struct Ids<I>(Vec<(Clean, I)>);

impl<I> Default for Ids<I> {
    fn default() -> Self {
        Ids(Vec::new())
    }
}

impl<I: Ordinal> Ids<I> {
    /// Of names, in the order of the things.
    pub fn of<'n>(named: impl Iterator<Item = (&'n Clean, I)>) -> Ids<I> {
        let mut all: Vec<(Clean, I)> = named.map(|(name, id)| (name.clone(), id)).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other)); // of one name the first stays before the others
        all.dedup_by(|(later, _), (first, _)| later == first);
        Ids(all)
    }

    /// The thing with a name.
    pub fn get(&self, name: &str) -> Option<I> {
        let at = self.0.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        self.0.get(at).map(|(_, id)| *id)
    }
}

/// # Panics
/// The id is of a longer list than this one, of another questionnaire: ask [`ById::get`] where that can be.
impl<I: Ordinal, T> Index<I> for ById<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.things[id.at()]
    }
}

impl<I: Ordinal, T> IndexMut<I> for ById<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.things[id.at()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_things_is_found_by_their_ids() {
        let mut words: ById<QuestionId, &str> = ById::default();
        let [one, three] = ["one", "three"].map(|word| words.push(word));
        let lengths = words.map(|id, word| (id, word.len()));
        assert_eq!((lengths[three], lengths[one]), ((three, 5), (one, 3)));
        assert_eq!([one, three].map(|id| lengths.number(id)), [1, 2]);
        assert_eq!(words.find(|word| word.len() == 5), Some(three));
        assert_eq!(words.with_ids().rev().collect::<Vec<_>>(), [(three, &"three"), (one, &"one")]);
    }

    #[test]
    fn a_thing_is_added_to_some_once() {
        let mut all: ById<QuestionId, ()> = ById::default();
        let ids: Vec<QuestionId> = (0..200).map(|_| all.push(())).collect();
        let mut some = IdSet::default();
        for at in [130, 3, 199, 63, 64, 0] {
            assert!(some.insert(ids[at]), "{at}");
        }
        assert!([130, 3, 199, 63, 64, 0].iter().all(|at| !some.insert(ids[*at])));
        assert!([1, 62, 65, 131, 198].iter().all(|at| some.insert(ids[*at])));
    }
}
