//! The fixed phrases of a decision's conditions: who sees to them, by when, and whether they are met.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    condition() { "Condition", "Villkor" }
    condition_owner() { "Who", "Vem" }
    condition_stands() { "State", "Läge" }
    condition_questions() { "Questions", "Frågor" }
    condition_open() { "open, no day agreed", "öppet, ingen dag bestämd" }
    condition_due(day) { "due on {day}", "ska göras senast {day}" }
    condition_overdue(day) { "overdue since {day}", "försenat sedan {day}" }
    condition_met(day) { "met on {day}", "uppfyllt den {day}" }
    conditions_still_open() {
        "Conditions of the last decision that are not met:",
        "Villkor i det senaste beslutet som inte är uppfyllda:"
    }
    several_overdue(count, day) {
        "{count} conditions overdue, the first since {day}",
        "{count} villkor försenade, det första sedan {day}"
    }
    one_overdue(day) { "1 condition overdue since {day}", "1 villkor försenat sedan {day}" }
}

impl Lang {
    /// "1 condition overdue since 2026-12-15", "2 conditions overdue, the first since 2026-12-15".
    pub fn conditions_overdue(self, count: usize, first: impl Trusted) -> Clean {
        if count == 1 { self.one_overdue(first) } else { self.several_overdue(count, first) }
    }
}
