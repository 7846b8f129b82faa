//! Many vendors: a small row for each, the table of them on the screen, and the same for spreadsheets.

use crate::assessment::age::old_answers;
use std::cmp::Reverse;
use std::path::Path;

use super::csv::{BYTE_ORDER_MARK, record};
use super::naming::{level, loud, outcome};
use super::parts::{overdue, verdict};
use super::story::Story;
use crate::assessment::decision;
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::assessment::next_review::{NextReview, next_review};
use crate::assessment::vendor_turn;
use crate::case::Origins;
use crate::document::grid::{Grid, Lane, Room, Spacing};
use crate::document::wrap::{Margins, columns, wrapped};
use crate::questionnaire::Level;
use crate::review::Outcome;
use crate::source::Date;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{fixed, localized};
use crate::words::{Broken, Exact, Lang};

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
/// Of so many vendors it is named what is overdue.
const NAMED: usize = 5;
/// So many rows are laid out together.
const AT_A_TIME: usize = 100;

/// What is kept of a vendor among many.
#[derive(Clone, Debug)]
pub struct VendorRow {
    /// Its name, cleaned.
    pub vendor: Clean,
    /// The file of its answers.
    pub file: String,
    /// What is known of its risk; `None` when nothing counts.
    pub found: Option<Found>,
    /// How many questions are open.
    pub open: usize,
    /// How many flags are raised, not yet ruled out and accepted for a time.
    pub flags: [usize; 3],
    /// What was decided, `None` where that is none on the answers at hand, and when to look again.
    pub decision: Option<(Option<Outcome>, Option<NextReview>)>,
    /// The day of the judgement.
    pub as_of: Date,
    /// The day of the answers, where they are old.
    pub old_answers: Option<Date>,
    /// What is overdue of what was agreed, in few words.
    pub overdue: Option<Clean>,
    /// That our rules were found and not named, where they were.
    pub found_rules: Option<Clean>,
    /// Whether it was asked a part of the questions only.
    pub is_screened: bool,
    /// Whether our rules ask for more than that.
    pub is_beyond_screening: bool,
}

/// What is known of a vendor's risk.
#[derive(Clone, Debug)]
pub struct Found {
    /// The headline.
    pub worst: Level,
    /// The headline, if every claim were proved.
    pub if_proved: Level,
    /// The other end of the range: if everything that is open turns out well.
    pub best: Level,
    /// Whether enough is known to speak of a rating.
    pub is_rated: bool,
    /// The assured and the claimed score, exact, for the order.
    exact: [Exact; 2],
    /// The assured, the claimed and the potential score as digits on the policy's scale.
    digits: [Clean; 3],
    /// How much is known, in per cent, as digits.
    known: Clean,
}

impl VendorRow {
    /// What is kept of a judgement.
    pub fn new(story: &Story<'_, '_>, origins: &Origins, file: &str) -> VendorRow {
        let assessment = story.assessment;
        let subject = &assessment.subject;
        let flags = |state: FlagState| assessment.flags.iter().filter(|flag| flag.state == state).count();
        let decision = decision::decision(subject)
            .map(|(decision, standing)| (Some(decision.outcome).filter(|_| standing.holds()), next_review(assessment)));
        VendorRow {
            vendor: clean::one_line(&subject.answers.vendor),
            file: file.to_owned(),
            found: found(story),
            open: insight::open_counts(assessment).all(),
            flags: [FlagState::Triggered, FlagState::Open, FlagState::Waived].map(flags),
            decision,
            as_of: subject.as_of,
            is_screened: vendor_turn::screening(assessment).is_some(),
            is_beyond_screening: vendor_turn::beyond_screening(assessment).is_some(),
            old_answers: old_answers(subject).map(|old| old.of),
            overdue: overdue::in_short(story),
            found_rules: origins.found_policy.as_ref().map(|found| verdict::found_rules(found, story.lang)),
        }
    }
}

fn found(story: &Story<'_, '_>) -> Option<Found> {
    let assessment = story.assessment;
    let (rating, score) = (assessment.rating.as_ref()?, assessment.overall.as_ref()?);
    let scale = assessment.subject.policy.display.scale;
    let exact = [score.assured(), score.claimed()];
    let known = score.known();
    Some(Found {
        worst: rating.worst,
        if_proved: rating.if_proved,
        best: rating.best,
        is_rated: insight::told_rating(assessment).rated().is_some(),
        digits: [scale.digits(&exact[0]), scale.digits(&exact[1]), scale.digits(&score.potential())],
        exact,
        known: fixed(&known, 1, Rounding::Floor),
    })
}

/// Puts the worst first: by the risk at worst, then by fewer points counted, then claimed; what is alike, and what has
/// nothing to rate, stays as it was.
pub fn sort(rows: &mut [VendorRow]) {
    rows.sort_by(|a, b| match (&a.found, &b.found) {
        (Some(a), Some(b)) => Reverse(a.worst).cmp(&Reverse(b.worst)).then_with(|| a.exact.cmp(&b.exact)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

/// The table on the terminal: a line for each vendor, and how many there are of each risk. Lines are made some at a
/// time, so that ten thousand of them need no room.
#[derive(Debug)]
pub struct VendorTable<'r> {
    rows: &'r [VendorRow],
    folder: Option<&'r Path>,
    /// The columns that are shown.
    shown: Vec<usize>,
    grid: Grid,
    width: usize,
    lang: Lang,
}

impl<'r> VendorTable<'r> {
    /// Lays the table out for a terminal of so many columns.
    pub fn new(rows: &'r [VendorRow], width: usize, lang: Lang) -> VendorTable<'r> {
        let grid = Grid { lanes: Vec::new(), spacing: SPACING };
        let mut table = VendorTable { rows, folder: common_folder(rows), shown: Vec::new(), grid, width, lang };
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

    /// The text, piece by piece.
    pub fn pieces(&self, unjudged: usize) -> impl Iterator<Item = String> {
        let folder = self.folder.map(|folder| " · ".and(self.lang.files_in(clean::shown(folder.display()))));
        let (title, head) = (title(self.rows, self.lang), self.grid.head());
        let title = format!("{title}{}\n{}\n{head}", folder.unwrap_or_default(), self.cautions());
        let missing = (unjudged > 0).then(|| format!("{}\n", self.lang.could_not_be_judged(unjudged)));
        let lines = self.rows.chunks(AT_A_TIME).map(|rows| self.grid.lines(rows.iter().map(|row| self.shown_of(row))));
        let end = format!("\n{}\n{}", counted(self.rows, self.lang), missing.unwrap_or_default());
        std::iter::once(title).chain(lines).chain(std::iter::once(end))
    }

    /// A vendor's file, without the folder in which all lie.
    fn file(&self, row: &VendorRow) -> Clean {
        let file = Path::new(&row.file);
        let shown = self.folder.and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(file).to_string_lossy();
        clean::visible(&shown)
    }

    /// What to be careful about before believing any of it, each once.
    fn cautions(&self) -> String {
        let mut told: Vec<&Clean> = Vec::new();
        for caution in self.rows.iter().filter_map(|row| row.found_rules.as_ref()) {
            if !told.contains(&caution) {
                told.push(caution);
            }
        }
        let screened = self.naming(self.lang.is_screened(), |row| row.is_screened && !row.is_beyond_screening);
        let beyond = self.naming(self.lang.screened_too_little(), |row| row.is_beyond_screening);
        told.extend(screened.iter().chain(&beyond));
        let old: Vec<Clean> =
            self.rows.iter().filter_map(|row| Some(self.file(row).and(" ").and(row.old_answers?))).collect();
        let old = (!old.is_empty()).then(|| self.lang.vendors_with_old_answers(old.len(), Clean::joined(old, ", ")));
        told.extend(&old);
        let overdue = self.overdue();
        told.extend(&overdue);
        let margins = Margins { first: "! ", rest: "    ", cuts: true };
        told.into_iter().flat_map(|line| wrapped(line, self.width, margins)).map(|line| line + "\n").collect()
    }

    /// What is to be said of some vendors, with their names; `None` where there are none.
    fn naming(&self, what: Clean, is_meant: impl Fn(&VendorRow) -> bool) -> Option<Clean> {
        let meant: Vec<&Clean> = self.rows.iter().filter(|row| is_meant(row)).map(|row| &row.vendor).collect();
        (!meant.is_empty()).then(|| what.and(": ").and(Clean::joined(meant, ", ")))
    }

    /// Of how many vendors something is overdue that was agreed, and what of the first few.
    fn overdue(&self) -> Option<Clean> {
        let all = || self.rows.iter().filter_map(|row| Some((row, row.overdue.as_ref()?)));
        let count = all().count();
        let first = all().take(NAMED).map(|(row, what)| self.lang.overdue_of(self.file(row), what));
        let left = (count > NAMED).then(|| self.lang.and_more(count - NAMED));
        let list: Vec<Clean> = first.chain(left).collect();
        (count > 0).then(|| self.lang.vendors_overdue(count, Clean::joined(list, ", ")))
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
        let file = self.file(row);
        let [raised, ..] = row.flags.map(number);
        [risk(row, lang), file, row.vendor.clone(), points(0), points(1), number(row.open), raised, decision]
    }
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

/// The folder in which or below which all files lie, if there is one that has a name.
fn common_folder(rows: &[VendorRow]) -> Option<&Path> {
    let first = Path::new(&rows.first()?.file).parent()?;
    let is_common = |folder: &&Path| rows.iter().all(|row| Path::new(&row.file).starts_with(folder));
    first.ancestors().find(is_common).filter(|folder| folder.file_name().is_some())
}

fn title(rows: &[VendorRow], lang: Lang) -> Clean {
    match rows {
        [first, rest @ ..] if rest.iter().all(|row| row.as_of == first.as_of) => lang.vendors_as_of(first.as_of),
        _ => lang.vendors_own_days(),
    }
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
    match &row.found {
        None => lang.nothing_to_rate(),
        Some(found) if found.is_rated => loud(found.worst, lang),
        Some(_) => lang.none_rated_yet(),
    }
}

/// How many there are of each risk.
fn counted(rows: &[VendorRow], lang: Lang) -> Clean {
    let rated = |risk: Level| {
        let of_risk = |row: &&VendorRow| row.found.as_ref().is_some_and(|found| found.is_rated && found.worst == risk);
        (rows.iter().filter(of_risk).count(), risk)
    };
    let by_risk = [Level::Critical, Level::High, Level::Medium, Level::Low].map(rated);
    let unrated = rows.iter().filter(|row| row.found.as_ref().is_some_and(|found| !found.is_rated)).count();
    let nothing = rows.iter().filter(|row| row.found.is_none()).count();
    let mut parts: Vec<Clean> = by_risk
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, risk)| lang.of_risk(loud(risk, lang), count))
        .collect();
    parts.extend((unrated > 0).then(|| lang.none_yet_rated(unrated)));
    parts.extend((nothing > 0).then(|| lang.nothing_rated(nothing)));
    lang.vendors_judged(rows.len(), Clean::joined(parts, ", "))
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
    let rated = row.found.as_ref().is_some_and(|found| found.is_rated);
    let next = row.decision.and_then(|(_, next)| next);
    let cells = [
        row.vendor.clone(),
        clean::visible(&row.file),
        of(&|found| level(found.worst, lang).clean()),
        of(&|found| level(found.if_proved, lang).clean()),
        of(&|found| level(found.best, lang).clean()),
        if rated { lang.yes() } else { lang.no() },
        if row.is_screened { lang.yes() } else { lang.no() },
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
        row.old_answers.map(|day| day.clean()).unwrap_or_default(),
        next.map(|next| if next.is_computed { lang.yes() } else { lang.no() }).unwrap_or_default(),
    ];
    record(cells.into_iter(), lang)
}
