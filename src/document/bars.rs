//! Bars drawn with letters, for texts.

use super::{Balance, Bar};

/// Cells of a bar.
const BAR: u64 = 20;

/// What the cells of a bar are drawn with, part by part.
pub const SHADES: [&str; 4] = ["█", "▒", "░", "▁"];

/// Cells of each side of a balance.
const SIDE: u8 = 8;

/// A bar in cells: each part ends at the cell that its end falls into.
pub fn drawn(bar: &Bar) -> String {
    let (mut out, mut end, mut cells) = (String::new(), 0, 0);
    for (part, shade) in bar.parts.iter().zip(SHADES) {
        end += part;
        let until = end * BAR / 1000;
        (cells..until).for_each(|_| out.push_str(shade));
        cells = until;
    }
    out
}

/// A balance in cells: a bar on one side of the middle.
pub fn leaning(balance: &Balance) -> String {
    let reach = balance.reach.unsigned_abs();
    let is_filled = |cell: &u8| u64::from(*cell) * 1000 < reach * u64::from(SIDE);
    let filled = (0..SIDE).filter(is_filled).count();
    let empty = |cells: usize| " ".repeat(cells);
    let (side, bar) = (usize::from(SIDE), "█".repeat(filled));
    match balance.reach {
        reach if reach < 0 => format!("{}{bar}│{}", empty(side - filled), empty(side)),
        _ => format!("{}│{bar}{}", empty(side), empty(side - filled)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_parts() {
        let bar = |parts| drawn(&Bar { parts, label: String::new() });
        assert_eq!(bar([712, 150, 38, 100]), "██████████████▒▒▒░▁▁");
        assert_eq!(bar([1000, 0, 0, 0]).chars().count(), 20);
        assert_eq!(bar([0; 4]), "");
    }

    #[test]
    fn a_balance_leans_to_its_side() {
        let lean = |reach| leaning(&Balance { reach, label: String::new() });
        assert_eq!(lean(-500), "    ████│        ");
        assert_eq!(lean(1000), "        │████████");
        assert_eq!(lean(0), "        │        ");
        assert_eq!(lean(1), "        │█       ", "what leans at all is seen");
        assert_eq!(lean(-125), "       █│        ");
        assert_eq!(lean(-126), "      ██│        ");
    }
}
