//! Fitting what is told into the room that there is. How much room each part of a page has, the page says; that less
//! and less is told until it fits, and that what is left out is counted, stands here.

use super::text::Text;
use crate::words::Clean;

/// What is laid out with the most room that fits. The `usual` rooms are tried from the largest to the smallest; the
/// `least` one is taken in any case.
pub fn roomiest<Room, Laid>(
    usual: impl IntoIterator<Item = Room>,
    least: Room,
    lay_out: impl Fn(Room) -> Laid,
    fits: impl Fn(&Laid) -> bool,
) -> Laid {
    usual.into_iter().map(&lay_out).find(|laid| fits(laid)).unwrap_or_else(|| lay_out(least))
}

/// The same for rooms of which each holds all that the one before it held: they are tried from the smallest to the
/// largest, so that no more is laid out than is needed to see which one is too much.
pub fn fullest<Room, Laid>(
    growing: impl IntoIterator<Item = Room>,
    least: Room,
    lay_out: impl Fn(Room) -> Laid,
    fits: impl Fn(&Laid) -> bool,
) -> Laid {
    growing.into_iter().map(&lay_out).take_while(fits).last().unwrap_or_else(|| lay_out(least))
}

/// The first entries of a list, at most so many, and a last one that says how many more there are.
pub fn at_most(entries: impl IntoIterator<Item = Text>, most: usize, more: impl FnOnce(usize) -> Clean) -> Vec<Text> {
    let mut entries = entries.into_iter();
    let mut shown: Vec<Text> = entries.by_ref().take(most).collect();
    let left = entries.count();
    shown.extend((left > 0).then(|| Text::plain(more(left))));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::Trusted;

    #[test]
    fn the_most_room_that_fits_is_taken_and_the_least_in_any_case() {
        let fits = |laid: &usize| *laid < 5;
        assert_eq!(roomiest([9, 4, 2], 1, |room| room, fits), 4);
        assert_eq!(roomiest([9, 8], 7, |room| room, fits), 7);
        assert_eq!(fullest([2, 4, 9], 1, |room| room, fits), 4);
        assert_eq!(fullest([8, 9], 7, |room| room, fits), 7);
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let told = |most: usize| {
            let entries = ["a", "b", "c"].map(Text::plain);
            at_most(entries, most, |left| "and ".and(left).and(" more")).iter().map(Text::words).collect::<Vec<_>>()
        };
        assert_eq!(told(3), ["a", "b", "c"]);
        assert_eq!(told(1), ["a", "and 2 more"]);
        assert_eq!(told(0), ["and 3 more"]);
    }
}
