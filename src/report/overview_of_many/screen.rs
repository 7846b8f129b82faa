//! The overview on a screen, above the table of the vendors: some 25 lines, the verdict first.

use super::told::OverviewTold;
use super::{depends, due, head, later, moved, risk, undecided};
use crate::document::terminal;
use crate::document::{Block, Document, Fact, Layout, Text};
use crate::portfolio::falls_due::SOON_DAYS;
use crate::portfolio::heat::RiskTold;
use crate::portfolio::overview::{FEW, Overview};
use crate::words::Lang;
use crate::words::clean::Clean;
use crate::words::number::{localized, tenths};

/// The longest name of a vendor, in twentieths of a letter's height: some 28 letters.
const NAME: usize = 340;

/// So many lines has each list, of those that moved each way.
const MOVED: usize = 2;
const LACKS: usize = 3;
const FLAGS: usize = 2;
const DEPENDS: usize = 1;

/// So many stakes are told of what several depend on.
const PARTS: usize = 2;

/// The longest words of a flag, in letters.
const TITLE: usize = 40;

/// The overview for a terminal of so many columns.
pub fn render(overview: &Overview, lang: Lang, width: usize, colour: bool) -> String {
    terminal::render(&document(overview, lang), width, colour)
}

fn document(overview: &Overview, lang: Lang) -> Document {
    let told = OverviewTold { overview, lang, name_room: NAME };
    let mut verdict = head::verdict(&told);
    verdict.outlook.clear();
    verdict.label = lang.overview_row_risk();
    let mut blocks = vec![Block::Verdict(verdict), Block::Facts(first(&told))];
    blocks.push(Block::Figure(risk::heat(&told, true)));
    if let Some(since) = &overview.since {
        let ways = moved::ways_of_all(&told, since);
        let left_out = moved::left_out_line(&told, since).map(|line| Fact::new("", line));
        blocks.push(Block::Facts([Fact::new(lang.overview_row_moved(), ways)].into_iter().chain(left_out).collect()));
        blocks.extend(moved::short_table(&told, since, MOVED).map(Block::Table));
    }
    let last = last(&told);
    blocks.extend((!last.is_empty()).then_some(Block::Facts(last)));
    Document { lang, layout: Layout::Screen { spaced: false }, title: Text::plain(head::when(&told)), blocks }
}

/// What stands between the verdict and the counts.
fn first(told: &OverviewTold<'_>) -> Vec<Fact> {
    let (lang, overview) = (told.lang, told.overview);
    let unrated = told.unrated(|risk| overview.risks.of_risk(risk));
    let is_told = overview.risks.all() == unrated_of(overview);
    let mut facts: Vec<Fact> = head::several(told, FEW).map(|names| Fact::new("", names)).into_iter().collect();
    facts.extend((!unrated.is_empty() && !is_told).then(|| Fact::new("", Clean::joined(unrated, ", "))));
    let before = overview.since.as_ref().filter(|since| since.both() > 0);
    facts.extend(before.map(|since| {
        let then = lang.overview_of_them(since.both(), told.all_risks(&since.then));
        Fact::new(lang.overview_row_before(), then)
    }));
    let overdue = match (due::overdue(told), due::soon(told)) {
        (Some(overdue), Some(soon)) => Some(lang.overview_overdue_and_soon(overdue, soon, SOON_DAYS)),
        (None, Some(soon)) => Some(lang.overview_only_soon(soon, SOON_DAYS)),
        (overdue, None) => overdue,
    };
    facts.extend(overdue.map(|overdue| Fact::new(lang.overview_row_overdue(), overdue)));
    facts.extend(later::in_short(told).map(|sentence| Fact::new(lang.overview_row_later(), sentence)));
    let undecided = undecided::counts(told);
    facts.extend((!undecided.is_empty()).then(|| Fact::new(lang.overview_row_undecided(), undecided)));
    facts
}

/// How many vendors have no rating.
fn unrated_of(overview: &Overview) -> usize {
    [RiskTold::NotYet, RiskTold::Nothing].map(|risk| overview.risks.of_risk(risk)).iter().sum()
}

/// Lines of which the first has a name.
fn named(name: Clean, lines: Vec<Text>) -> Vec<Fact> {
    let names = std::iter::once(name).chain(std::iter::repeat_with(Clean::default));
    names.zip(lines).map(|(name, line)| Fact::new(name, line)).collect()
}

/// What stands between what has changed and the table of the vendors.
fn last(told: &OverviewTold<'_>) -> Vec<Fact> {
    let (lang, overview) = (told.lang, told.overview);
    let lacks = overview.lacks.first.iter().take(LACKS).map(|lack| {
        let points = localized(tenths(lack.tenths), lang);
        let line = lang.overview_lack_line(points, lang.vendors_counted(lack.vendors));
        Text::code(&lack.question).and(": ").and(line)
    });
    let mut facts = named(lang.overview_row_lacks(), lacks.collect());
    let flags = overview.flags.first.iter().take(FLAGS).map(|flag| {
        let raised = (flag.raised > 0).then(|| lang.overview_raised_count(flag.raised));
        let open = (flag.open > 0).then(|| lang.overview_open_count(flag.open));
        let counts = Clean::joined(raised.into_iter().chain(open), ", ");
        Text::plain(flag.title.clone().cut_at_word(TITLE)).and(": ").and(counts)
    });
    facts.extend(named(lang.overview_row_flags(), flags.collect()));
    facts.extend(named(lang.overview_row_depends(), depends::lines(told, DEPENDS, PARTS)));
    facts
}
