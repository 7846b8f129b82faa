//! The forms that an answer can have, and what they are worth.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ids::{ById, OptionId};
use super::names::NEVER;
use super::text::{Named, TextLanguage, Translations};
use crate::source::fields::fixed_words;
use crate::words::{Clean, Quantity};

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Form {
    /// One of several options.
    ChooseOne(Arc<Choices>),
    /// Any number of options.
    ChooseMany(Ticks),
    /// A number.
    Number(NumberForm),
    /// A date, worth something by its distance from the day of the judgement.
    Date(DateForm),
    /// Free text; never scored.
    Text,
}

/// What to do about an answer that is not good enough, where what the question says of this does not fit it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Advice {
    /// What to ask.
    pub follow_up: Option<Translations>,
    /// What to require of the vendor.
    pub remedy: Option<Translations>,
}

/// The options of a choice of one.
pub type Choices = ById<OptionId, Choice>;

/// An option of a choice of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Choice {
    /// Its id.
    pub id: Clean,
    /// What the vendor reads.
    pub label: Translations,
    /// What it is worth, 0..=100; `None` where the questionnaire does not say, see [`Form::is_valued`].
    pub value: Option<u8>,
    /// What to do about it.
    pub advice: Advice,
}

/// The options of a choice of many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Ticks {
    /// So many points are worth 100, 1..=1000; `None` where the questionnaire does not say, see [`Form::is_valued`].
    pub full_at: Option<NonZeroU32>,
    /// The options.
    pub options: ById<OptionId, Tick>,
}

/// An option of a choice of many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Tick {
    /// Its id.
    pub id: Clean,
    /// What the vendor reads.
    pub label: Translations,
    /// What it adds, 0..=1000 points; `None` where the questionnaire does not say.
    pub points: Option<u32>,
    /// Whether it excludes all others.
    pub exclusive: bool,
    /// What to do about it.
    pub advice: Advice,
}

/// A number with its unit, its range and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct NumberForm {
    /// The unit, as shown behind the number.
    pub unit: Option<Translations>,
    /// In which of its languages the unit is told in each of ours.
    pub told_in: [TextLanguage; 2],
    /// How many decimals an answer may have, 0..=2; 0 by default.
    pub decimals: u8,
    /// Smallest number that is an answer, 0 by default.
    pub min: Quantity,
    /// Largest number that is an answer, 1,000,000 by default.
    pub max: Quantity,
    /// What numbers are worth.
    pub steps: Steps,
}

/// A date and what its distance is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct DateForm {
    /// Which way days are counted.
    pub counts: Counting,
    /// What `never` is worth, 0..=100, if it is an answer.
    pub never: Option<u8>,
    /// What to do about it.
    pub never_advice: Advice,
    /// What a number of days is worth.
    pub steps: Steps,
}

/// Which way the days of a date are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counting {
    /// Days from the date to the day of the judgement.
    DaysSince,
    /// Days from the day of the judgement to the date; negative when it has passed.
    DaysLeft,
}

fixed_words!(Counting { DaysSince: "days-since", DaysLeft: "days-left" });

/// Values by thresholds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// Whether bounds are upper (`at_most`) or lower (`at_least`).
    pub direction: Direction,
    /// Bounds, rising, with what they are worth, 0..=100; of a date they are days.
    pub steps: Vec<(Quantity, u8)>,
}

/// Which side of its bound a step holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The number is the bound or less.
    AtMost,
    /// The number is the bound or more.
    AtLeast,
}

impl Steps {
    /// What a number is worth: the value of the tightest step that holds, 0 if none does.
    pub fn value(&self, number: Quantity) -> u8 {
        self.holding(number).map_or(0, |(_, value)| value)
    }

    /// The tightest step that holds for a number.
    pub fn holding(&self, number: Quantity) -> Option<(Quantity, u8)> {
        let reached = self.steps.iter().filter(|(bound, _)| match self.direction {
            Direction::AtMost => number <= *bound,
            Direction::AtLeast => number >= *bound,
        });
        let tightest = match self.direction {
            Direction::AtMost => reached.min_by_key(|(bound, _)| *bound),
            Direction::AtLeast => reached.max_by_key(|(bound, _)| *bound),
        };
        tightest.copied()
    }

    /// The bound to reach for full value: of the steps that are worth 100 for some number in a range, the one that asks
    /// least; `None` if no number is worth that much.
    pub fn full_at(&self, range: RangeInclusive<Quantity>) -> Option<Quantity> {
        let is_full =
            |bound: &Quantity| self.holding((*bound).clamp(*range.start(), *range.end())) == Some((*bound, FULL));
        let full = self.steps.iter().map(|(bound, _)| *bound).filter(is_full);
        match self.direction {
            Direction::AtMost => full.max(),
            Direction::AtLeast => full.min(),
        }
    }
}

impl DateForm {
    /// The days that an answer can stand for: what has not come yet did not happen.
    pub fn range(&self) -> RangeInclusive<Quantity> {
        match self.counts {
            Counting::DaysSince => Quantity::whole(0)..=Quantity::MAX,
            Counting::DaysLeft => Quantity::MIN..=Quantity::MAX,
        }
    }
}

impl Ticks {
    /// The places of the options that are worth most together: all that add something, or an exclusive one that is
    /// worth more than they are.
    pub fn best(&self) -> Vec<OptionId> {
        let points = |at: &OptionId| self.options[*at].points.unwrap_or(0);
        let capped = |points: u32| self.full_at.map_or(points, |full| points.min(full.get()));
        let (alone, together): (Vec<OptionId>, Vec<OptionId>) =
            self.options.ids().filter(|at| points(at) > 0).partition(|at| self.options[*at].exclusive);
        let sum = capped(together.iter().map(points).sum());
        let alone = alone.into_iter().max_by_key(points).filter(|at| capped(points(at)) > sum);
        alone.map_or(together, |at| vec![at])
    }

    /// The points of some of the options.
    pub fn sum(&self, chosen: &[OptionId]) -> u32 {
        chosen.iter().filter_map(|at| self.options[*at].points).sum()
    }
}

/// What the best answer to a scored question is worth.
const FULL: u8 = 100;

impl Form {
    /// Whether an answer can be worth 100, as the best answer to every scored question is.
    pub fn has_full_value(&self) -> bool {
        match self {
            Form::ChooseOne(choices) => choices.iter().any(|choice| choice.value == Some(FULL)),
            Form::ChooseMany(ticks) => ticks.full_at.is_some_and(|full| ticks.sum(&ticks.best()) >= full.get()),
            Form::Number(form) => form.steps.full_at(form.range()).is_some(),
            Form::Date(form) => form.never == Some(FULL) || form.steps.full_at(form.range()).is_some(),
            Form::Text => true,
        }
    }

    /// Whether the questionnaire says what every answer is worth. A question of which it does not counts nothing.
    pub fn is_valued(&self) -> bool {
        match self {
            Form::ChooseOne(choices) => choices.iter().all(|choice| choice.value.is_some()),
            Form::ChooseMany(ticks) => {
                ticks.full_at.is_some() && ticks.options.iter().all(|tick| tick.points.is_some())
            }
            Form::Number(_) | Form::Date(_) | Form::Text => true,
        }
    }

    /// Whether the same can be answered and is worth the same. A label may differ in one language, which is then a
    /// correction, and so may what to ask and to require.
    pub fn is_same(&self, other: &Form) -> bool {
        match (self, other) {
            (Form::ChooseOne(one), Form::ChooseOne(other)) => each(one, other, |one, other| {
                (&one.id, one.value) == (&other.id, other.value) && one.label.agrees(&other.label)
            }),
            (Form::ChooseMany(one), Form::ChooseMany(other)) => {
                let tick = |tick: &Tick| (tick.id.clone(), tick.points, tick.exclusive);
                one.full_at == other.full_at
                    && each(&one.options, &other.options, |one, other| {
                        tick(one) == tick(other) && one.label.agrees(&other.label)
                    })
            }
            (Form::Number(one), Form::Number(other)) => {
                let unit = match (&one.unit, &other.unit) {
                    (Some(one), Some(other)) => one.agrees(other),
                    (one, other) => one.is_none() == other.is_none(),
                };
                unit && (one.decimals, one.min, one.max, &one.steps)
                    == (other.decimals, other.min, other.max, &other.steps)
            }
            (Form::Date(one), Form::Date(other)) => {
                (one.counts, one.never, &one.steps) == (other.counts, other.never, &other.steps)
            }
            (Form::Text, Form::Text) => true,
            _ => false,
        }
    }

    /// What answers say themselves of what to ask and to require, by the id of each.
    pub fn advice(&self) -> Vec<(&str, &Advice)> {
        match self {
            Form::ChooseOne(choices) => choices.iter().map(|choice| (choice.id.as_str(), &choice.advice)).collect(),
            Form::ChooseMany(ticks) => ticks.options.iter().map(|tick| (tick.id.as_str(), &tick.advice)).collect(),
            Form::Date(form) => vec![(NEVER, &form.never_advice)],
            Form::Number(_) | Form::Text => Vec::new(),
        }
    }

    /// The options of a choice with their names, by the ids by which answers and conditions name them.
    pub fn options(&self) -> ById<OptionId, Named<'_, OptionId>> {
        let named = match self {
            Form::ChooseOne(choices) => named_choices(choices),
            Form::ChooseMany(ticks) => named_ticks(ticks),
            Form::Number(_) | Form::Date(_) | Form::Text => Vec::new(),
        };
        named.into_iter().collect()
    }

    /// The option of a choice that has an id, written just so.
    pub fn option_of_id(&self, id: &str) -> Option<OptionId> {
        match self {
            Form::ChooseOne(choices) => choices.find(|choice| choice.id.as_str() == id),
            Form::ChooseMany(ticks) => ticks.options.find(|tick| tick.id.as_str() == id),
            Form::Number(_) | Form::Date(_) | Form::Text => None,
        }
    }

    /// What the vendor reads of some of the options.
    pub fn labels(&self, options: &[OptionId]) -> Vec<&Translations> {
        let known = self.options();
        options.iter().map(|option| known[*option].2).collect()
    }
}

/// Whether two lists are the same, thing by thing.
fn each<T>(one: &ById<OptionId, T>, other: &ById<OptionId, T>, is_same: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
}

/// The options of a choice of one with their names.
pub fn named_choices(choices: &Choices) -> Vec<Named<'_, OptionId>> {
    choices.with_ids().map(|(option, choice)| (option, choice.id.as_str(), &choice.label)).collect()
}

/// The options of a choice of many with their names.
pub fn named_ticks(ticks: &Ticks) -> Vec<Named<'_, OptionId>> {
    ticks.options.with_ids().map(|(option, tick)| (option, tick.id.as_str(), &tick.label)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean;

    fn steps<const N: usize>(direction: Direction, steps: [(i64, u8); N]) -> Steps {
        Steps { direction, steps: steps.map(|(bound, value)| (Quantity::whole(bound), value)).to_vec() }
    }

    fn full_at(steps: &Steps, least: i64, most: i64) -> Option<String> {
        steps.full_at(Quantity::whole(least)..=Quantity::whole(most)).map(|bound| bound.to_string())
    }

    #[test]
    fn the_tightest_step_counts_in_any_order() {
        let most = steps(Direction::AtMost, [(72, 20), (24, 100), (48, 50)]);
        assert_eq!([24, 25, 48, 72, 73].map(|hours| most.value(Quantity::whole(hours))), [100, 50, 50, 20, 0]);
        let least = steps(Direction::AtLeast, [(0, 40), (30, 70), (90, 100)]);
        assert_eq!([-1, 0, 29, 30, 90].map(|days| least.value(Quantity::whole(days))), [0, 40, 40, 70, 100]);
    }

    #[test]
    fn a_step_with_decimals_holds_on_its_bound_and_not_below() {
        let number = |text| Quantity::parse(text, 2).unwrap();
        let uptime = Steps { direction: Direction::AtLeast, steps: vec![(number("99.5"), 50), (number("99.9"), 100)] };
        let values = ["99.49", "99.5", "99.89", "99.9", "99.91"].map(|text| uptime.value(number(text)));
        assert_eq!(values, [0, 50, 50, 100, 100]);
        let most = Steps { direction: Direction::AtMost, steps: vec![(number("0.1"), 100)] };
        assert_eq!(["0.1", "0.11"].map(|text| most.value(number(text))), [100, 0]);
    }

    #[test]
    fn full_value_asks_for_the_least_that_somebody_can_reach() {
        let found = |bound: i64| Some(bound.to_string());
        let most = steps(Direction::AtMost, [(24, 100), (8, 100), (48, 50)]);
        assert_eq!([0, 24, 25].map(|least| full_at(&most, least, 99)), [found(24), found(24), None]);
        let least = steps(Direction::AtLeast, [(30, 100), (90, 100), (0, 40)]);
        assert_eq!([99, 30, 29].map(|most| full_at(&least, 0, most)), [found(30), found(30), None]);
        let dip = steps(Direction::AtMost, [(-5, 100), (24, 80)]);
        assert_eq!([i64::MIN, 0].map(|least| full_at(&dip, least, i64::MAX)), [found(-5), None]);
    }

    #[test]
    fn the_best_ticks_are_all_that_count_or_the_one_that_excludes_them() {
        let best = |full_at: u32, options: &[(u32, bool)]| -> Vec<u32> {
            let (id, label) = (clean::one_line("o"), Translations::same("o"));
            let tick = |&(points, exclusive): &(u32, bool)| Tick {
                id: id.clone(),
                label: label.clone(),
                points: Some(points),
                exclusive,
                advice: Advice::default(),
            };
            let ticks = Ticks { full_at: NonZeroU32::new(full_at), options: options.iter().map(tick).collect() };
            ticks.best().into_iter().filter_map(|at| ticks.options[at].points).collect()
        };
        assert_eq!(best(6, &[(4, false), (0, false), (2, false), (0, true)]), [4, 2], "none of them is worth nothing");
        assert_eq!(best(6, &[(1, false), (2, false), (6, true)]), [6], "none of them is best");
        assert_eq!(best(3, &[(1, false), (2, false), (6, true)]), [1, 2], "both are worth everything");
    }
}
