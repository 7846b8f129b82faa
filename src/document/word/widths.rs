//! How wide the columns of a table are: each at least as wide as its longest word, and what is left shared by how much
//! stands in them.

use crate::document::height;
use crate::document::{Bar, Cell, Column, ColumnKind, Table};

/// Twentieths of a point that so many hundredths of the height of letters take, in letters of so many half points. The
/// typeface of Word files is narrower than the widest that `height.rs` counts with.
fn twips(long: usize, letters: usize) -> usize {
    long * letters * 9 / 100
}

/// The longest word that a column makes room for, in hundredths of the height of its letters: an id of a question.
const LONGEST_WORD: usize = 1_300;

/// The room of a column of bars, in hundredths of the whole.
const BARS: usize = 22;

/// What a column asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What its longest word needs.
    pub least: usize,
    /// What its longest cell needs.
    pub most: usize,
}

impl Wish {
    /// What words ask for in letters of a size, with the room beside them.
    pub fn of(words: &str, letters: usize, padding: usize) -> Wish {
        let longest = words.split(' ').map(height::long).max().unwrap_or(0).min(LONGEST_WORD);
        let [least, most] = [longest, height::long(words)].map(|long| twips(long, letters) + 2 * padding);
        Wish { least, most }
    }

    /// Both wishes.
    #[must_use]
    pub fn and(self, other: Wish) -> Wish {
        Wish { least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    /// The same on one line.
    #[must_use]
    pub fn whole(self) -> Wish {
        Wish { least: self.most, most: self.most }
    }
}

/// What the columns of a table ask for, in letters of a size.
pub fn wishes(table: &Table, letters: usize, padding: usize, room: usize) -> Vec<Wish> {
    let column = |(at, column): (usize, &Column)| {
        let title = Wish::of(&column.title, letters, padding);
        let cells = table.rows.iter().filter_map(|row| match row.cells.get(at)? {
            Cell::Text(text) => Some(Wish::of(&text.words(), letters, padding)),
            Cell::Bar(Bar { .. }) | Cell::Balance(_) => None,
        });
        let cells = cells.reduce(Wish::and).unwrap_or(Wish { least: 0, most: 0 });
        match column.kind {
            ColumnKind::Words => cells.and(title),
            ColumnKind::Day | ColumnKind::Number => {
                let wish = cells.whole();
                wish.and(Wish { least: title.least, most: title.least })
            }
            ColumnKind::Bar => Wish { least: room * BARS / 100, most: room * BARS / 100 },
        }
    };
    table.columns.iter().enumerate().map(column).collect()
}

/// The widths of columns that fill the room exactly: all get what they need, and what is left by how much stands in
/// them, but less than twice as much where twice as much stands, so that one long cell does not take it all.
pub fn shared(wishes: &[Wish], room: usize) -> Vec<usize> {
    let least: usize = wishes.iter().map(|wish| wish.least).sum();
    let more = |wish: &Wish| wish.most.saturating_sub(wish.least);
    let most: usize = wishes.iter().map(more).sum();
    let mut widths: Vec<usize> = match room.checked_sub(least) {
        // nobody asks for more than the least: all of them get more
        Some(left) if most == 0 => wishes.iter().map(|wish| wish.least + left * wish.least / least.max(1)).collect(),
        Some(left) if most <= left => wishes.iter().map(|wish| wish.least + left * more(wish) / most).collect(),
        Some(left) => {
            wishes.iter().zip(portions(wishes.iter().map(more), left)).map(|(wish, more)| wish.least + more).collect()
        }
        None => wishes.iter().map(|wish| (wish.least * room / least).max(1)).collect(),
    };
    let used: usize = widths.iter().sum();
    if let Some(first) = widths.first_mut() {
        *first += room.saturating_sub(used); // what the divisions left over
    }
    widths
}

/// What each gets of what is left, by the square roots of what they ask for; nobody gets more than that.
fn portions(asked: impl Iterator<Item = usize>, mut left: usize) -> Vec<usize> {
    let asked: Vec<usize> = asked.collect();
    let mut given = vec![0; asked.len()];
    for _ in 0..asked.len() {
        let weight = |at: usize| if given[at] < asked[at] { asked[at].isqrt() } else { 0 };
        let weights: Vec<usize> = (0..asked.len()).map(weight).collect();
        let (whole, portion) = (weights.iter().sum::<usize>().max(1), left);
        for (at, weight) in weights.into_iter().enumerate() {
            let more = (portion * weight / whole).min(asked[at] - given[at]);
            given[at] += more;
            left -= more;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(least: usize, most: usize) -> Wish {
        Wish { least, most }
    }

    #[test]
    fn columns_fill_the_room_and_none_is_narrower_than_its_longest_word_if_there_is_room() {
        assert_eq!(shared(&[wish(100, 100), wish(100, 900)], 1_000), [100, 900]);
        assert_eq!(
            shared(&[wish(100, 500), wish(100, 1_700)], 1_000),
            [367, 633],
            "half of what four times as much asks for"
        );
        assert_eq!(shared(&[wish(100, 150), wish(100, 9_000)], 1_000), [150, 850], "no more than it asks for");
        assert_eq!(shared(&[wish(50, 50), wish(50, 50)], 1_000), [500, 500]);
        assert_eq!(shared(&[wish(900, 900), wish(900, 2_000)], 1_000), [500, 500]);
        assert_eq!(shared(&[], 1_000), Vec::<usize>::new());
    }

    /// Ten digits of 10 points take 55.6 points in the typeface of Word files; a point is 20.
    #[test]
    fn words_are_about_as_wide_as_word_sets_them() {
        let Wish { most, .. } = Wish::of("0123456789", 20, 0);
        assert!((1_112..1_400).contains(&most), "{most}");
    }

    #[test]
    fn a_word_that_is_longer_than_an_id_asks_for_no_more() {
        let long = "x".repeat(5_000);
        assert!(Wish::of(&long, 18, 80).least < 3_000);
        assert_eq!(Wish::of("12 34", 18, 80).whole().least, Wish::of("12 34", 18, 80).most);
    }
}
