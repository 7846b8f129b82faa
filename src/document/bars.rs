//! Bars drawn with letters, for texts.

use super::{Balance, Bar};
use crate::words::Clean;

/// Cells of a bar.
const BAR: u64 = 20;

/// What the cells of a bar are drawn with, part by part.
pub const SHADES: [&str; 4] = ["█", "▒", "░", "▁"];

/// Cells of each side of a balance.
const SIDE: u8 = 8;

/// A bar in cells: each part ends at the cell that its end falls into.
pub fn drawn(bar: &Bar) -> Clean {
    let (mut end, mut cells) = (0, 0);
    let parts = bar.parts.iter().zip(SHADES).flat_map(|(part, shade)| {
        end += part;
        let until = end * BAR / 1000;
        (std::mem::replace(&mut cells, until)..until).map(move |_| shade)
    });
    parts.collect()
}

/// A balance in cells: a bar on one side of the middle.
pub fn leaning(balance: &Balance) -> Clean {
    let reach = balance.reach.unsigned_abs();
    let is_filled = |cell: &u8| u64::from(*cell) * 1000 < reach * u64::from(SIDE);
    let (filled, empty): (Vec<u8>, Vec<u8>) = (0..SIDE).partition(is_filled);
    let drawn = |sign: &'static str, cells: Vec<u8>| cells.into_iter().map(move |_| sign);
    let (bar, rest, side) = (drawn("█", filled), drawn(" ", empty), drawn(" ", (0..SIDE).collect()));
    match balance.reach {
        reach if reach < 0 => rest.chain(bar).chain(["│"]).chain(side).collect(),
        _ => side.chain(["│"]).chain(bar).chain(rest).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_parts() {
        let bar = |parts| drawn(&Bar { parts, label: Clean::default() });
        assert_eq!(bar([712, 150, 38, 100]), "██████████████▒▒▒░▁▁");
        assert_eq!(bar([1000, 0, 0, 0]).chars().count(), 20);
        assert_eq!(bar([0; 4]), "");
    }

    #[test]
    fn a_balance_leans_to_its_side() {
        let lean = |reach| leaning(&Balance { reach, label: Clean::default() });
        assert_eq!(lean(-500), "    ████│        ");
        assert_eq!(lean(1000), "        │████████");
        assert_eq!(lean(0), "        │        ");
        assert_eq!(lean(1), "        │█       ", "what leans at all is seen");
        assert_eq!(lean(-125), "       █│        ");
        assert_eq!(lean(-126), "      ██│        ");
    }
}
