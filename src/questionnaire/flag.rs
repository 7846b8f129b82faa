//! Which red flags a questionnaire can raise: those it writes down, and one for each category that has a minimum.

use super::ids::{CategoryId, FlagId};
use super::model::{Category, Questionnaire};
use crate::words::clean::{Clean, Trusted};

/// A red flag of the questionnaire, or the built-in one of a category's minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagRef {
    /// One that the questionnaire writes down.
    Flag(FlagId),
    /// That of a category, and its minimum on 0..=100.
    Category(CategoryId, u8),
}

impl Questionnaire {
    /// Every red flag: its own, then one for each category that has a minimum.
    pub fn flag_refs(&self) -> Vec<FlagRef> {
        let own = self.flags.ids().map(FlagRef::Flag);
        let minimum = |(id, category): (CategoryId, &Category)| Some(FlagRef::Category(id, category.minimum?));
        own.chain(self.categories.with_ids().filter_map(minimum)).collect()
    }

    /// The id of a red flag; `category:ID` for a category's minimum.
    pub fn flag_name(&self, flag: FlagRef) -> Clean {
        match flag {
            FlagRef::Flag(at) => self.flags[at].id.clone(),
            FlagRef::Category(at, _) => "category:".and(&self.categories[at].id),
        }
    }
}
