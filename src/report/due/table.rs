//! What falls due on the screen: a line each.

use super::row::{DueList, VendorDue, day, kind_in_words, standing_in_words};
use crate::document::grid::{Grid, Lane, Room, Spacing};
use crate::document::wrap::{Margins, columns, wrapped};
use crate::portfolio::DueStanding;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Guide, Hint, Lang, hint};

const COLUMNS: usize = 6;
const STATE: usize = 1;
const VENDOR: usize = 3;
const ABOUT: usize = 4;
const OWNER: usize = 5;
/// What is cut where there is no room, in this order, and how short at most.
const LEAST: [(usize, usize); 6] = [(ABOUT, 24), (VENDOR, 14), (OWNER, 10), (ABOUT, 12), (VENDOR, 8), (OWNER, 6)];
const SPACING: Spacing = Spacing { indent: 0, gap: 1, end: 0 };
/// So many rows are laid out together.
const AT_A_TIME: usize = 100;
/// Lines that are no rows are wrapped.
const MARGINS: Margins = Margins { first: "", rest: "  ", cuts: true };

/// The list for a terminal of so many columns, and how many files could not be judged, piece by piece.
pub fn pieces<'l>(
    list: &'l DueList,
    (unjudged, width): (usize, usize),
    guide: &dyn Guide,
    lang: Lang,
) -> impl Iterator<Item = String> + use<'l> {
    let said = |lines: Vec<Clean>| -> String {
        lines.iter().flat_map(|line| wrapped(line, width, MARGINS)).map(|line| line + "\n").collect()
    };
    let (head, end) = (said(head(list, lang)), said(below(list, unjudged, guide, lang)));
    let grid = grid(list, width, lang);
    let shown: Vec<usize> = grid.iter().map(|(at, _)| *at).collect();
    let grid = Grid { lanes: grid.into_iter().map(|(_, lane)| lane).collect(), spacing: SPACING };
    let above = if list.rows.is_empty() { head } else { format!("{head}\n{}", grid.head()) };
    let end = if end.is_empty() { end } else { format!("\n{end}") };
    let lines = list.rows.chunks(AT_A_TIME).map(move |rows| {
        grid.lines(rows.iter().map(|row| {
            let mut cells = cells(row, lang);
            shown.iter().map(|at| std::mem::take(&mut cells[*at])).collect()
        }))
    });
    std::iter::once(above).chain(lines).chain(std::iter::once(end))
}

/// What the list is, and how many there are of each standing.
fn head(list: &DueList, lang: Lang) -> Vec<Clean> {
    let title = match list.within.until(list.as_of) {
        Some(until) => lang.dues_until(until, list.as_of),
        None => lang.dues_all(list.as_of),
    };
    let counted: [fn(Lang, usize) -> Clean; 3] = [Lang::dues_overdue, Lang::dues_in_time, Lang::dues_undated];
    let counts = list.counts().into_iter().zip(counted).filter(|(count, _)| *count > 0);
    let counts: Vec<Clean> = counts.map(|(count, say)| say(lang, count)).collect();
    let counts = if counts.is_empty() { lang.nothing_due() } else { Clean::joined(counts, " · ") };
    vec![title, counts]
}

/// What is not in the list.
fn below(list: &DueList, unjudged: usize, guide: &dyn Guide, lang: Lang) -> Vec<Clean> {
    let papers = match list.papers {
        [0, _] => None,
        [count, 0] => Some(lang.dues_papers(count)),
        [count, overdue] => Some(lang.dues_papers_overdue(count, overdue)),
    };
    let papers = papers.map(|papers| hint::behind(&papers, Hint::ListPapers.told(guide, lang)));
    let undecided = (list.undecided > 0).then(|| lang.dues_undecided(list.undecided, list.vendors));
    let earlier = (list.earlier > 0).then(|| lang.dues_earlier(list.earlier));
    let unjudged = (unjudged > 0).then(|| lang.could_not_be_judged(unjudged));
    [papers, undecided, earlier, unjudged].into_iter().flatten().collect()
}

/// The columns that are shown, each with its place.
fn grid(list: &DueList, width: usize, lang: Lang) -> Vec<(usize, Lane)> {
    let heads: [Clean; COLUMNS] =
        [lang.due_day(), lang.due_state(), lang.due_what(), lang.vendor(), lang.due_about(), lang.due_owner()];
    let mut widths = heads.each_ref().map(|word| columns(word));
    for row in &list.rows {
        widths.iter_mut().zip(&cells(row, lang)).for_each(|(widest, cell)| *widest = columns(cell).max(*widest));
    }
    if list.overdue().next().is_none() {
        widths[STATE] = 0;
    }
    if list.rows.iter().all(|row| row.due.owner.is_none()) {
        widths[OWNER] = 0;
    }
    for (column, least) in LEAST {
        let needed = widths.iter().filter(|width| **width > 0).map(|width| width + 1).sum::<usize>() - 1;
        let over = needed.saturating_sub(width);
        widths[column] = widths[column].saturating_sub(over).max(least.min(widths[column]));
    }
    let lane = |(head, width): (Clean, usize)| Lane {
        head: head.capitalized(),
        at_the_right: false,
        room: Room::Exactly(width),
    };
    let shown = heads.into_iter().zip(widths).zip(0..).filter(|((_, width), _)| *width > 0);
    shown.map(|(column, at)| (at, lane(column))).collect()
}

fn cells(row: &VendorDue, lang: Lang) -> [Clean; COLUMNS] {
    let standing = row.standing();
    let state = if standing == DueStanding::Overdue { standing_in_words(standing, lang) } else { Clean::default() };
    let owner = row.owner().unwrap_or_else(|| "–".clean());
    [day(row, lang), state, kind_in_words(row.due.kind, lang), row.vendor.clone(), row.about_in_words(lang), owner]
}
