//! Many vendors: a small row for each, the table of them on the screen, and the same for spreadsheets.

use std::cmp::Reverse;
use std::path::Path;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};
use num_bigint::BigInt;
use num_rational::BigRational;
use unicode_width::UnicodeWidthStr;

use super::csv::{BYTE_ORDER_MARK, record};
use super::naming::{level, loud, outcome};
use super::story::Story;
use crate::answers::review::Outcome;
use crate::assessment::flag::FlagState;
use crate::questionnaire::Level;
use crate::source::Date;
use crate::words::number::{Rounding, fixed, localized};
use crate::words::{Lang, clean};

/// Place of the column with the file.
const FILE: usize = 7;

/// What is kept of a vendor among many.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name, cleaned.
    pub vendor: String,
    /// The file of its answers.
    pub file: String,
    /// What is known of its risk; `None` when nothing counts.
    pub found: Option<Found>,
    /// How many questions are open.
    pub open: usize,
    /// How many flags are raised, not yet ruled out and accepted for a time.
    pub flags: [usize; 3],
    /// What was decided, and when to look again.
    pub decision: Option<(Outcome, Option<Date>)>,
    /// The day of the judgement.
    pub as_of: Date,
}

/// What is known of a vendor's risk.
#[derive(Clone, Debug)]
pub struct Found {
    /// The headline.
    pub worst: Level,
    /// The other end of the range.
    pub best: Level,
    /// Whether enough is known to speak of a rating.
    pub is_rated: bool,
    /// The assured and the claimed score, exact, for the order.
    exact: [BigRational; 2],
    /// The assured, the claimed and the potential score as digits on the policy's scale.
    digits: [String; 3],
    /// How much is known, in per cent, as digits.
    known: String,
}

impl Row {
    /// What is kept of a judgement.
    pub fn new(story: &Story<'_, '_>, file: &str) -> Row {
        let assessment = story.assessment;
        let subject = &assessment.subject;
        let flags = |state: FlagState| assessment.flags.iter().filter(|flag| flag.state == state).count();
        let decision = subject.review.and_then(|review| review.decision.as_ref());
        Row {
            vendor: clean::one_line(&subject.answers.vendor).into_owned(),
            file: file.to_owned(),
            found: found(story),
            open: story.open_of_all().0,
            flags: [FlagState::Triggered, FlagState::Open, FlagState::Waived].map(flags),
            decision: decision.map(|decision| (decision.outcome, decision.next_review)),
            as_of: subject.as_of,
        }
    }
}

fn found(story: &Story<'_, '_>) -> Option<Found> {
    let assessment = story.assessment;
    let (rating, score) = (assessment.rating.as_ref()?, assessment.overall.as_ref()?);
    let scale = assessment.subject.policy.display.scale;
    let exact = [score.assured(), score.claimed()];
    let known = BigRational::from(BigInt::from(100)) - score.unknown();
    Some(Found {
        worst: rating.worst,
        best: rating.best,
        is_rated: !assessment.is_provisional(),
        digits: [scale.digits(&exact[0]), scale.digits(&exact[1]), scale.digits(&score.potential())],
        exact,
        known: fixed(&known, 1, Rounding::Floor),
    })
}

/// Puts the worst first: by the risk at worst, then by fewer points counted, then claimed; what is alike, and what has
/// nothing to rate, stays as it was.
pub fn sort(rows: &mut [Row]) {
    rows.sort_by(|a, b| match (&a.found, &b.found) {
        (Some(a), Some(b)) => Reverse(a.worst).cmp(&Reverse(b.worst)).then_with(|| a.exact.cmp(&b.exact)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

/// The table on the terminal, a line for each row where there is room, and how many there are of each risk.
pub fn screen(rows: &[Row], unjudged: usize, width: usize, lang: Lang) -> String {
    let folder = common_folder(rows);
    let place = folder.map(|folder| format!(" · {}", lang.files_in(folder.display()))).unwrap_or_default();
    let mut out = format!("{}{place}\n\n", title(rows, lang));
    for line in table(rows, folder, width, lang).lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push('\n');
    out.push_str(&counted(rows, lang));
    if unjudged > 0 {
        out.push_str(&format!("{}\n", lang.could_not_be_judged(unjudged)));
    }
    out
}

fn table(rows: &[Row], folder: Option<&Path>, width: usize, lang: Lang) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(80));
    table.set_header(head(lang));
    let mut widest = 0;
    for row in rows {
        let file = Path::new(&row.file);
        let shown = folder.and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(file).to_string_lossy();
        let shown = clean::visible(&shown).into_owned();
        widest = widest.max(shown.width());
        table.add_row(cells(row, shown, lang));
    }
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((u16::from(at > 0), 0));
        if (2..=5).contains(&at) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if at == FILE {
            let least = u16::try_from(widest.min(width * 3 / 10)).unwrap_or(u16::MAX) + 1; // a name is to be copied
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        }
    }
    table
}

/// The folder in which all files lie, if it is one and has a name.
fn common_folder(rows: &[Row]) -> Option<&Path> {
    let first = Path::new(&rows.first()?.file).parent()?;
    let is_common = rows.iter().all(|row| Path::new(&row.file).parent() == Some(first));
    (is_common && first != Path::new("")).then_some(first)
}

fn title(rows: &[Row], lang: Lang) -> String {
    match rows {
        [first, rest @ ..] if rest.iter().all(|row| row.as_of == first.as_of) => lang.vendors_as_of(first.as_of),
        _ => lang.vendors_own_days(),
    }
}

fn head(lang: Lang) -> [String; 8] {
    [
        lang.column_risk(),
        lang.vendor(),
        lang.column_counted(),
        lang.column_claimed(),
        lang.column_open(),
        lang.column_raised(),
        lang.decision(),
        lang.column_file(),
    ]
}

fn cells(row: &Row, file: String, lang: Lang) -> [String; 8] {
    let number = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    let points = |at: usize| row.found.as_ref().map(|found| localized(&found.digits[at], lang)).unwrap_or_default();
    let decision = row.decision.map_or_else(|| "–".to_owned(), |(decided, _)| outcome(decided, lang));
    [risk(row, lang), row.vendor.clone(), points(0), points(1), number(row.open), number(row.flags[0]), decision, file]
}

fn risk(row: &Row, lang: Lang) -> String {
    match &row.found {
        None => lang.nothing_to_rate(),
        Some(found) if found.is_rated => loud(found.worst, lang),
        Some(found) if found.best == found.worst => lang.not_rated_cell(level(found.worst, lang)),
        Some(found) => lang.not_rated_cell(lang.range(level(found.best, lang), level(found.worst, lang))),
    }
}

/// How many there are of each risk.
fn counted(rows: &[Row], lang: Lang) -> String {
    let rated = |risk: Level| {
        let of_risk = |row: &&Row| row.found.as_ref().is_some_and(|found| found.is_rated && found.worst == risk);
        (rows.iter().filter(of_risk).count(), risk)
    };
    let by_risk = [Level::Critical, Level::High, Level::Medium, Level::Low].map(rated);
    let unrated = rows.iter().filter(|row| row.found.as_ref().is_some_and(|found| !found.is_rated)).count();
    let nothing = rows.iter().filter(|row| row.found.is_none()).count();
    let mut parts: Vec<String> = by_risk
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, risk)| lang.of_risk(loud(risk, lang), count))
        .collect();
    parts.extend((unrated > 0).then(|| lang.none_yet_rated(unrated)));
    parts.extend((nothing > 0).then(|| lang.nothing_rated(nothing)));
    format!("{}\n", lang.vendors_judged(rows.len(), parts.join(", ")))
}

/// A table for spreadsheets: a row for each vendor.
pub fn table_of_all(rows: &[Row], lang: Lang) -> String {
    let names = [
        lang.vendor(),
        lang.column_file(),
        lang.summary_worst(),
        lang.summary_best(),
        lang.summary_rated(),
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
    ];
    let mut out = format!("{BYTE_ORDER_MARK}{}", record(names.into_iter(), lang));
    rows.iter().for_each(|row| out.push_str(&record(summary(row, lang).into_iter(), lang)));
    out
}

fn summary(row: &Row, lang: Lang) -> [String; 16] {
    let of = |take: &dyn Fn(&Found) -> String| row.found.as_ref().map(take).unwrap_or_default();
    let digits = |at: usize| of(&|found| localized(&found.digits[at], lang));
    let [raised, open, accepted] = row.flags.map(|count| count.to_string());
    let rated = row.found.as_ref().is_some_and(|found| found.is_rated);
    [
        row.vendor.clone(),
        clean::visible(&row.file).into_owned(),
        of(&|found| level(found.worst, lang).to_owned()),
        of(&|found| level(found.best, lang).to_owned()),
        if rated { lang.yes() } else { lang.no() },
        digits(0),
        digits(1),
        digits(2),
        of(&|found| localized(&found.known, lang)),
        raised,
        open,
        accepted,
        row.open.to_string(),
        row.decision.map(|(decided, _)| outcome(decided, lang)).unwrap_or_default(),
        row.decision.and_then(|(_, next)| next).map(|next| next.to_string()).unwrap_or_default(),
        row.as_of.to_string(),
    ]
}
