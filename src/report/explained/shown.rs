//! Numbers and names as explanations show them.

use crate::assessment::score::{Parts, Tenths};
use crate::document::Cell;
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{fixed, localized};
use crate::words::{Exact, Lang};

/// A number with at most two decimals; `…` where more follow.
pub fn cut(number: &Exact, lang: Lang) -> Clean {
    let digits = fixed(number, 2, Rounding::Floor);
    let is_exact = (number * 100).is_whole();
    let shown =
        if is_exact { digits.part(|digits| digits.trim_end_matches('0').trim_end_matches('.')) } else { digits };
    localized(shown, lang).and(if is_exact { "" } else { "…" })
}

/// A part of the whole in percent, likewise.
pub fn percent(part: &Exact, lang: Lang) -> Clean {
    cut(&(part * 100), lang)
}

/// What the four parts are called, in the order in which they are shown.
pub fn names(lang: Lang) -> [Clean; 4] {
    [lang.counted(), lang.assurance_missing(), lang.protection_missing(), lang.not_known_yet()]
}

/// The four parts exactly and as shown, in that order.
pub fn in_order(parts: &Parts, tenths: Tenths) -> [(&Exact, u64); 4] {
    [
        (&parts.assured, tenths.assured),
        (&parts.evidence_gap, tenths.evidence_gap),
        (&parts.control_gap, tenths.control_gap),
        (&parts.unknown, tenths.unknown),
    ]
}

/// Points as shown; where there is nothing at all, no more than a dot.
pub fn points(story: &Story<'_, '_>, exactly: &Exact, tenths: u64) -> Clean {
    if *exactly == Exact::ZERO { "·".clean() } else { story.tenths(tenths) }
}

/// The four parts and the share as cells, each column a number.
pub fn cells(story: &Story<'_, '_>, parts: &Parts, tenths: Tenths) -> Vec<Cell> {
    let mut cells: Vec<Cell> =
        in_order(parts, tenths).into_iter().map(|(exactly, shown)| points(story, exactly, shown).into()).collect();
    cells.push(points(story, &parts.whole(), tenths.whole()).into());
    cells
}

/// The parts that are not nothing, in one sentence.
pub fn sentence(story: &Story<'_, '_>, parts: &Parts, tenths: Tenths) -> Clean {
    let lang = story.lang;
    let named = names(lang).into_iter().zip(in_order(parts, tenths));
    let named = named.filter(|(_, (exactly, _))| **exactly != Exact::ZERO);
    let named: Vec<Clean> = named.map(|(name, (_, shown))| lang.named_points(name, story.tenths(shown))).collect();
    lang.of_points(story.tenths(tenths.whole()), Clean::joined(named, " · ")).capitalized()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_says_so() {
        let ratio = |n: i64, d: i64| Exact::ratio(n, d).unwrap();
        assert_eq!(
            [(100, 1), (3, 2), (1, 100), (0, 1)].map(|(n, d)| cut(&ratio(n, d), Lang::En)),
            ["100", "1.5", "0.01", "0"]
        );
        assert_eq!(cut(&ratio(2, 3), Lang::Sv), "0,66…");
        assert_eq!(cut(&ratio(1, 1000), Lang::En), "0.00…");
        assert_eq!(percent(&ratio(1, 4), Lang::En), "25");
    }
}
