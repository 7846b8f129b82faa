//! Many vendors: the table of them on the screen, and the same for spreadsheets.

use std::path::Path;

use super::csv::{BYTE_ORDER_MARK, record};
use super::naming::{level, loud, more_to_see, outcome};
use super::parts::overdue;
use super::vendor_rows::{Found, VendorList, VendorRow};
use crate::document::grid::{Grid, Lane, Room, Spacing};
use crate::document::wrap::{Margins, columns, wrapped};
use crate::portfolio::falls_due::OverdueVendor;
use crate::portfolio::foremost::Foremost;
use crate::portfolio::heat::{RiskCounts, RiskTold};
use crate::portfolio::overview::FEW;
use crate::questionnaire::Level;
use crate::review::Outcome;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::number::localized;
use crate::words::quotation::named;
use crate::words::{Broken, Guide, Lang};

const COLUMNS: usize = 8;
const FILE: usize = 1;
const VENDOR: usize = 2;
const NUMBERS: std::ops::Range<usize> = 3..7;
const DECISION: usize = 7;
/// What is left out first where there is no room: decision, open, claimed, raised, counted, and last the vendor's name.
const SPARE: [usize; 6] = [DECISION, 5, 4, 6, 3, VENDOR];
/// Names are not cut shorter than this.
const LEAST: [(usize, usize); 2] = [(VENDOR, 12), (FILE, 20)];

const SPACING: Spacing = Spacing { indent: 0, gap: 1, end: 0 };
/// So many rows are laid out together.
const AT_A_TIME: usize = 100;

/// The table on the terminal: a line for each vendor, and how many there are of each risk. Lines are made some at a
/// time, so that ten thousand of them need no room.
#[derive(Debug)]
pub struct VendorTable<'r> {
    list: &'r VendorList,
    /// The columns that are shown.
    shown: Vec<usize>,
    grid: Grid,
    width: usize,
    lang: Lang,
}

impl<'r> VendorTable<'r> {
    /// Lays the table out for a terminal of so many columns.
    pub fn new(list: &'r VendorList, width: usize, lang: Lang) -> VendorTable<'r> {
        let grid = Grid { lanes: Vec::new(), spacing: SPACING };
        let rows = &list.rows.first;
        let mut table = VendorTable { list, shown: Vec::new(), grid, width, lang };
        let heads = head(lang);
        let mut widths = heads.each_ref().map(|word| columns(word));
        for row in rows {
            let cells = table.cells(row);
            widths.iter_mut().zip(&cells).for_each(|(widest, cell)| *widest = columns(cell).max(*widest));
        }
        if rows.iter().all(|row| row.decision.is_none()) {
            widths[DECISION] = 0;
        }
        for (at, (head, width)) in
            heads.into_iter().zip(fitting(widths, width)).enumerate().filter(|(_, (_, width))| *width > 0)
        {
            table.shown.push(at);
            table.grid.lanes.push(Lane { head, at_the_right: NUMBERS.contains(&at), room: Room::Exactly(width) });
        }
        table
    }

    /// The text, piece by piece; how the others are seen, the guide says.
    pub fn pieces(&self, unjudged: usize, guide: &dyn Guide) -> impl Iterator<Item = String> {
        let (lang, list) = (self.lang, self.list);
        let folder = list.folder.as_ref().map(|folder| " · ".and(lang.files_in(clean::shown(folder.display()))));
        let title = list.day.map_or_else(|| lang.vendors_own_days(), |day| lang.vendors_as_of(day));
        let title = format!("{title}{}\n{}\n{}", folder.unwrap_or_default(), self.cautions(), self.grid.head());
        let rows = list.rows.first.chunks(AT_A_TIME);
        let lines = rows.map(|rows| self.grid.lines(rows.iter().map(|row| self.shown_of(row))));
        let more = list.rows.more();
        let more = (more > 0).then(|| format!("{}\n", more_to_see(more, guide, lang)));
        let missing = (unjudged > 0).then(|| format!("{}\n", lang.could_not_be_judged(unjudged)));
        let (more, missing) = (more.unwrap_or_default(), missing.unwrap_or_default());
        let end = format!("{more}\n{}\n{missing}", counted(&list.counts, lang));
        std::iter::once(title).chain(lines).chain(std::iter::once(end))
    }

    /// A vendor's file, without the folder in which all lie.
    fn file(&self, file: &str) -> Clean {
        let file = Path::new(file);
        let folder = self.list.folder.as_ref();
        let shown = folder.and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(file).to_string_lossy();
        clean::visible(&shown)
    }

    /// What to be careful about before believing any of it, each once.
    fn cautions(&self) -> String {
        let (lang, list) = (self.lang, self.list);
        let mut told = list.found_rules.clone();
        for (what, vendors) in
            [(lang.is_screened(), &list.screened), (lang.screened_too_little(), &list.beyond_screening)]
        {
            if vendors.all > 0 {
                told.push(what.and(": ").and(self.named(vendors, |name| called(name, lang))));
            }
        }
        let by_file = |files: &Foremost<String>, said: &dyn Fn(usize, Clean) -> Clean| {
            (files.all > 0).then(|| said(files.all, self.named(files, |file| self.file(file))))
        };
        told.extend(by_file(&list.own_questions, &|count, named| lang.vendors_with_own_questions(count, named)));
        if list.old_answers.all > 0 {
            let named = self.named(&list.old_answers, |(file, day)| self.file(file).and(" ").and(*day));
            told.push(lang.vendors_with_old_answers(list.old_answers.all, named));
        }
        told.extend(by_file(&list.undated_answers, &|count, named| lang.vendors_with_undated_answers(count, named)));
        if list.overdue.all > 0 {
            let what = |of: &OverdueVendor| overdue::in_short(of.overdue, lang);
            let named = self.named(&list.overdue, |of| lang.overdue_of(self.file(&of.who.file), what(of)));
            told.push(lang.vendors_overdue(list.overdue.all, named));
        }
        let margins = Margins { first: "! ", rest: "    ", cuts: true };
        told.iter().flat_map(|line| wrapped(line, self.width, margins)).map(|line| line + "\n").collect()
    }

    /// All of some vendors, or a few and how many more there are.
    fn named<T>(&self, some: &Foremost<T>, name: impl Fn(&T) -> Clean) -> Clean {
        let few = if some.more() > 0 { FEW } else { some.all };
        let more = (some.all > few).then(|| self.lang.and_more(some.all - few));
        Clean::joined(some.first.iter().take(few).map(name).chain(more), ", ")
    }

    fn shown_of(&self, row: &VendorRow) -> Vec<Clean> {
        let mut cells = self.cells(row);
        self.shown.iter().map(|at| std::mem::take(&mut cells[*at])).collect()
    }

    fn cells(&self, row: &VendorRow) -> [Clean; COLUMNS] {
        let lang = self.lang;
        let number = |count: usize| if count == 0 { "·".clean() } else { count.clean() };
        let points =
            |at: usize| row.found.as_ref().map(|found| localized(found.digits[at].clone(), lang)).unwrap_or_default();
        let decision = row.decision.map_or_else(
            || "–".clean(),
            |(decided, next)| {
                let decided = decided_in_words(decided, lang);
                let is_overdue = next.is_some_and(|next| next.is_overdue(row.as_of));
                if is_overdue { lang.decided_and_overdue(decided) } else { decided }
            },
        );
        let file = self.file(&row.file);
        let [raised, ..] = row.flags.map(number);
        [risk(row, lang), file, called(&row.vendor, lang), points(0), points(1), number(row.open), raised, decision]
    }
}

/// The name of a vendor among others.
fn called(vendor: &str, lang: Lang) -> Clean {
    named(vendor, lang, |name| name)
}

/// The widths of columns that fit a terminal: columns are left out where even cut names would not fit, then names are
/// cut.
fn fitting(natural: [usize; COLUMNS], room: usize) -> [usize; COLUMNS] {
    let needed = |widths: &[usize]| widths.iter().filter(|width| **width > 0).map(|width| width + 1).sum::<usize>() - 1;
    let cut_short = |widths: &[usize; COLUMNS]| {
        let mut widths = *widths;
        LEAST.iter().for_each(|(column, least)| widths[*column] = widths[*column].min(*least));
        needed(&widths)
    };
    let mut widths = natural;
    for column in SPARE {
        if cut_short(&widths) > room {
            widths[column] = 0;
        }
    }
    for (column, least) in LEAST {
        let over = needed(&widths).saturating_sub(room);
        widths[column] = widths[column].saturating_sub(over).max(least.min(widths[column]));
    }
    widths
}

fn head(lang: Lang) -> [Clean; COLUMNS] {
    [
        lang.column_risk(),
        lang.column_file(),
        lang.vendor(),
        lang.column_counted(),
        lang.column_claimed(),
        lang.column_open(),
        lang.column_raised(),
        lang.decision(),
    ]
}

fn decided_in_words(decided: Option<Outcome>, lang: Lang) -> Clean {
    decided.map_or_else(|| lang.decided_not_on_these(), |decided| outcome(decided, lang))
}

fn risk(row: &VendorRow, lang: Lang) -> Clean {
    match row.told() {
        RiskTold::Nothing => lang.nothing_to_rate(),
        RiskTold::Rated(worst) => loud(worst, lang),
        RiskTold::NotYet => lang.none_rated_yet(),
    }
}

/// The day of answers that are old, or that they have none.
fn aged(row: &VendorRow, lang: Lang) -> Clean {
    let undated = || row.has_undated_answers.then(|| lang.undated());
    row.old_answers.map(|day| day.clean()).or_else(undated).unwrap_or_default()
}

/// How many there are of each risk.
fn counted(counts: &RiskCounts, lang: Lang) -> Clean {
    let rated = |risk: Level| (counts.of(RiskTold::Rated(risk)), risk);
    let by_risk = [Level::Critical, Level::High, Level::Medium, Level::Low].map(rated);
    let [unrated, nothing] = [RiskTold::NotYet, RiskTold::Nothing].map(|risk| counts.of(risk));
    let mut parts: Vec<Clean> = by_risk
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, risk)| lang.of_risk(loud(risk, lang), count))
        .collect();
    parts.extend((unrated > 0).then(|| lang.none_yet_rated(unrated)));
    parts.extend((nothing > 0).then(|| lang.nothing_rated(nothing)));
    lang.vendors_judged(counts.all(), Clean::joined(parts, ", "))
}

/// What stands above the rows of a table for spreadsheets.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn summary_head(lang: Lang) -> Result<String, Broken> {
    let names = [
        lang.vendor(),
        lang.column_file(),
        lang.summary_worst(),
        lang.summary_proved(),
        lang.summary_best(),
        lang.summary_rated(),
        lang.screened_row(),
        lang.counted(),
        lang.claimed(),
        lang.at_most(),
        lang.summary_known(),
        lang.summary_flags_raised(),
        lang.summary_flags_open(),
        lang.summary_flags_accepted(),
        lang.open_questions_row(),
        lang.decision(),
        lang.reviewed_next(),
        lang.summary_day(),
        lang.summary_old_answers(),
        lang.summary_review_computed(),
        lang.summary_own_questions(),
        lang.summary_review_beside(),
    ];
    Ok(format!("{BYTE_ORDER_MARK}{}", record(names.iter().map(Clean::capitalized), lang)?))
}

/// A vendor's row of a table for spreadsheets.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn summary_row(row: &VendorRow, lang: Lang) -> Result<String, Broken> {
    let of = |take: &dyn Fn(&Found) -> Clean| row.found.as_ref().map(take).unwrap_or_default();
    let digits = |at: usize| of(&|found| localized(found.digits[at].clone(), lang));
    let [raised, open, accepted] = row.flags.map(|count| count.clean());
    let yes_or_no = |it_is: bool| if it_is { lang.yes() } else { lang.no() };
    let rated = row.found.as_ref().is_some_and(|found| found.is_rated);
    let next = row.decision.and_then(|(_, next)| next);
    let cells = [
        row.vendor.clone(),
        clean::visible(&row.file),
        of(&|found| level(found.worst, lang).clean()),
        of(&|found| level(found.if_proved, lang).clean()),
        of(&|found| level(found.best, lang).clean()),
        yes_or_no(rated),
        yes_or_no(row.is_screened),
        digits(0),
        digits(1),
        digits(2),
        of(&|found| localized(found.known.clone(), lang)),
        raised,
        open,
        accepted,
        row.open.clean(),
        row.decision.map(|(decided, _)| decided_in_words(decided, lang)).unwrap_or_default(),
        next.map(|next| next.day.clean()).unwrap_or_default(),
        row.as_of.clean(),
        aged(row, lang),
        next.map(|next| yes_or_no(next.is_computed)).unwrap_or_default(),
        yes_or_no(row.has_own_questions),
        yes_or_no(row.has_review_beside),
    ];
    record(cells.into_iter(), lang)
}
