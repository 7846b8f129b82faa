//! What falls due on the screen: what is overdue, what is in time, and what has no day, a line each where it fits.

use super::list::DueList;
use super::row::{VendorDue, day, kind_in_words};
use crate::document::grid::{Grid, Lane, Room, Spacing, joined};
use crate::document::wrap::{Margins, columns, wrapped};
use crate::words::clean::{Clean, Trusted};
use crate::words::{Guide, Hint, Lang, hint};

const COLUMNS: usize = 5;
const VENDOR: usize = 2;
const ABOUT: usize = 3;
const OWNER: usize = 4;
/// What goes on in a second line where there is no room, in this order, and how narrow it becomes at most.
const LEAST: [(usize, usize); 6] = [(ABOUT, 32), (VENDOR, 14), (OWNER, 11), (ABOUT, 12), (VENDOR, 8), (OWNER, 8)];
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
    let said = |lines: Vec<Clean>| -> String { lines.iter().map(|line| said(line, width)).collect() };
    let (head, end) = (said(head(list, lang)), said(below(list, unjudged, guide, lang)));
    let grid = grid(list, width, lang);
    let heads = Grid { lanes: grid.iter().map(|(_, lane)| lane.clone()).collect(), spacing: SPACING }.head();
    let end = if end.is_empty() { end } else { format!("\n{end}") };
    let shown: Vec<(usize, Lane)> =
        grid.into_iter().map(|(at, lane)| (at, Lane { head: Clean::default(), ..lane })).collect();
    let mut rest = list.rows.as_slice();
    let parts = parts(list, lang).into_iter().map(|(count, title)| {
        let rows;
        (rows, rest) = rest.split_at(count.min(rest.len()));
        (rows, title)
    });
    let parts: Vec<(&[VendorDue], Clean)> = parts.filter(|(rows, _)| !rows.is_empty()).collect();
    let lines = parts.into_iter().flat_map(move |(rows, title)| {
        let above = format!("\n{}{heads}", self::said(&title, width));
        let shown = shown.clone();
        std::iter::once(above).chain(rows.chunks(AT_A_TIME).map(move |rows| lines(rows, &shown, width, lang)))
    });
    std::iter::once(head).chain(lines).chain(std::iter::once(end))
}

/// The parts of the list, each with how many rows it has and what stands above them.
fn parts(list: &DueList, lang: Lang) -> [(usize, Clean); 3] {
    let in_time = match list.within.until(list.as_of) {
        Some(until) => lang.due_part_in_time_until(until),
        None => lang.due_part_in_time(),
    };
    let [overdue, due, undated] = list.counts();
    [(overdue, lang.due_part_overdue()), (due, in_time), (undated, lang.due_part_undated())]
        .map(|(count, head)| (count, lang.due_part(head, count)))
}

fn said(line: &Clean, width: usize) -> String {
    wrapped(line, width, MARGINS).into_iter().map(|line| line + "\n").collect()
}

/// Rows below each other; what is too long for its column goes on in it.
fn lines(rows: &[VendorDue], shown: &[(usize, Lane)], width: usize, lang: Lang) -> String {
    let grid = Grid { lanes: shown.iter().map(|(_, lane)| lane.clone()).collect(), spacing: SPACING };
    let rows = rows.iter().map(|row| {
        let mut cells = cells(row, lang);
        shown.iter().map(|(at, _)| std::mem::take(&mut cells[*at])).collect()
    });
    let laid = grid.laid_out(rows, width).into_iter().flatten();
    laid.map(|line| joined(line.into_iter()) + "\n").collect()
}

/// What the list is, and that nothing stands in it.
fn head(list: &DueList, lang: Lang) -> Vec<Clean> {
    let title = match list.within.until(list.as_of) {
        Some(until) => lang.dues_until(until, list.as_of),
        None => lang.dues_all(list.as_of),
    };
    let nothing = list.rows.is_empty().then(|| lang.nothing_due());
    std::iter::once(title).chain(nothing).collect()
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
    let heads: [Clean; COLUMNS] = [lang.due_day(), lang.due_what(), lang.vendor(), lang.due_about(), lang.due_owner()];
    let mut widths = heads.each_ref().map(|word| columns(word));
    for row in &list.rows {
        widths.iter_mut().zip(&cells(row, lang)).for_each(|(widest, cell)| *widest = columns(cell).max(*widest));
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
    let owner = row.owner().unwrap_or_else(|| "–".clean());
    [day(row, lang), kind_in_words(row.due.kind, lang), row.vendor_told(lang), row.about_in_words(lang), owner]
}
