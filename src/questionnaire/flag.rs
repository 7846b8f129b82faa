//! Which red flags a questionnaire can raise: those it writes down, and one for each category that has a minimum.

use super::ids::{CategoryId, FlagId};
use super::model::Questionnaire;
use crate::words::clean::{Clean, Trusted};

/// A red flag of the questionnaire, or the built-in one of a category's minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagRef {
    /// One that the questionnaire writes down.
    Flag(FlagId),
    /// That of this category's minimum.
    Category(CategoryId),
}

impl Questionnaire {
    /// Every red flag: its own, then one for each category that has a minimum.
    pub fn flag_refs(&self) -> Vec<FlagRef> {
        let own = self.flags.ids().map(FlagRef::Flag);
        let with_minimum = self.categories.with_ids().filter(|(_, category)| category.minimum.is_some());
        own.chain(with_minimum.map(|(id, _)| FlagRef::Category(id))).collect()
    }

    /// The id of a red flag; `category:ID` for a category's minimum.
    pub fn flag_name(&self, flag: FlagRef) -> Clean {
        match flag {
            FlagRef::Flag(at) => self.flags[at].id.clone(),
            FlagRef::Category(at) => "category:".and(&self.categories[at].id),
        }
    }
}
