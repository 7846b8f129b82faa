//! Which red flags a questionnaire can raise: those it writes down, and one for each category that has a minimum.

use super::model::Questionnaire;

/// A red flag of the questionnaire, or the built-in one of a category's minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagRef {
    /// Place of the flag in the questionnaire.
    Flag(usize),
    /// Place of the category.
    Category(usize),
}

impl Questionnaire {
    /// Every red flag: its own, then one for each category that has a minimum.
    pub fn flag_refs(&self) -> Vec<FlagRef> {
        let own = (0..self.flags.len()).map(FlagRef::Flag);
        let with_minimum = |at: &usize| self.categories[*at].minimum.is_some();
        own.chain((0..self.categories.len()).filter(with_minimum).map(FlagRef::Category)).collect()
    }

    /// The id of a red flag; `category:ID` for a category's minimum.
    pub fn flag_name(&self, flag: FlagRef) -> String {
        match flag {
            FlagRef::Flag(at) => self.flags[at].id.clone(),
            FlagRef::Category(at) => format!("category:{}", self.categories[at].id),
        }
    }
}
