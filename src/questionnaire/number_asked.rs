//! Which number a question asks for, in words.

use std::ops::RangeInclusive;

use super::form::NumberForm;
use crate::words::clean::Trusted;
use crate::words::{Clean, Lang, Quantity};

impl NumberForm {
    /// No number that is asked for, and no bound, is larger.
    pub const LARGEST: Quantity = Quantity::whole(1_000_000);

    /// The unit, as it is told in one of our languages.
    pub fn unit_told(&self, lang: Lang) -> Option<Clean> {
        let [english, swedish] = self.told_in;
        let language = match lang {
            Lang::En => english,
            Lang::Sv => swedish,
        };
        self.unit.as_ref().map(|unit| unit.said(language))
    }

    /// What is asked for, with its unit as it is told: `a whole number (hours), 0 to 1000`. A range that the
    /// questionnaire does not name is none worth telling.
    pub fn asked_for(&self, unit: Option<Clean>, lang: Lang) -> Clean {
        let step = Quantity::step(self.decimals).shown(lang);
        let number = match unit {
            Some(unit) if self.decimals == 0 => lang.say_number_of(unit),
            None if self.decimals == 0 => lang.say_number(),
            Some(unit) => lang.say_decimal_of(unit, step),
            None => lang.say_decimal(step),
        };
        let is_limited = self.max < NumberForm::LARGEST || self.min > Quantity::default();
        let range = is_limited.then(|| lang.say_range(self.min.shown(lang), self.max.shown(lang)));
        range.into_iter().fold(number, |number, range| number.and(", ").and(range))
    }

    /// The numbers that are answers.
    pub fn range(&self) -> RangeInclusive<Quantity> {
        self.min..=self.max
    }
}
