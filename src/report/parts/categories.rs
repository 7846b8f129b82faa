//! Where the points went: the table of categories, the radar, and the groups one by one.

use crate::assessment::score::{Parts, apportioned_tenths};
use crate::assessment::{Score, insight};
use crate::document::{
    Axis, Bar, Block, Cell, Column, Drawing, Fact, Figure, Radar, Record, Row, Section, Table, Text, Tone,
};
use crate::policy::Band;
use crate::questionnaire::ids::CategoryId;
use crate::questionnaire::model::Group;
use crate::report::naming;
use crate::report::overview::{self, Line};
use crate::report::story::{Quoting, Story, each_once};
use crate::words::clean::{Clean, Trusted};
use crate::words::number::within;
use crate::words::{Exact, Lang};

/// So many remediations are named for each category of a group, and of a category that is a group by itself.
const NAMED_REMEDIATIONS: [usize; 2] = [3, 9];

/// The table of categories with subtotals, and the radar.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    story.assessment.overall.as_ref()?;
    let mut blocks = vec![Block::Table(table(story, Columns::All))];
    let needed = story.assessment.subject.policy.minimum_coverage;
    blocks.push(Block::Paragraph(Text::plain(story.lang.not_known_means(needed))));
    blocks.extend(radar(story).map(Block::Figure));
    Some(Section::block("categories", story.lang.categories(), blocks))
}

/// Which columns a table of categories has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Every one.
    All,
    /// Those that decide, for a page that has little room.
    Few,
    /// Those that a screen of so many columns has room for; what is none is a dot there, so that the rest stands out.
    Screen(usize),
}

impl Columns {
    /// Whether there is room for a column, by its number among all.
    fn show(self, at: usize) -> bool {
        match self {
            Columns::All => true,
            Columns::Few => !matches!(at, 1 | 4),
            Columns::Screen(width) => ON_SCREENS.get(at).copied().flatten().is_some_and(|least| width >= least),
        }
    }
}

/// From which width on a screen shows each column, by its number among all: what can be done without first is what the
/// bars above the table show for the whole.
const ON_SCREENS: [Option<usize>; 9] =
    [Some(0), Some(72), Some(0), Some(72), Some(100), None, Some(0), Some(56), Some(56)];

/// The table of categories with subtotals.
pub fn table(story: &Story<'_, '_>, columns: Columns) -> Table {
    let lang = story.lang;
    let heads = vec![
        Column::words(lang.category()),
        Column::number(lang.column_weight()),
        Column::number(lang.column_counted()),
        Column::number(lang.column_claimed()),
        Column::number(lang.column_at_most()),
        Column::bar(lang.where_the_points_went()),
        Column::words(lang.column_protection()),
        Column::number(lang.column_open()),
        Column::number(lang.column_flags()),
    ];
    fn keep<T>(all: Vec<T>, columns: Columns) -> Vec<T> {
        all.into_iter().enumerate().filter(|(at, _)| columns.show(*at)).map(|(_, one)| one).collect()
    }
    let rows = overview::lines(story)
        .into_iter()
        .map(|line| Row { kind: line.kind, cells: keep(cells(story, &line, columns), columns) });
    Table {
        caption: lang.categories(),
        columns: keep(heads, columns),
        rows: rows.collect(),
        legend: Some(legend(lang)),
    }
}

/// What the parts of a bar stand for.
pub fn legend(lang: Lang) -> [Clean; 4] {
    [lang.counted(), lang.assurance_missing(), lang.not_known_yet(), lang.protection_missing()]
        .map(|name| name.capitalized())
}

fn cells(story: &Story<'_, '_>, line: &Line<'_>, columns: Columns) -> Vec<Cell> {
    let Some(figures) = overview::figures(story, line) else {
        let mut cells: Vec<Cell> = vec![line.title.clone().into(), "–".clean().into()];
        cells.resize_with(9, || Clean::default().into());
        return cells;
    };
    let protection = figures.band.map_or_else(
        || Text::plain(story.lang.unclear()),
        |band| Text::tag(band_tone(band), naming::band(band, story.lang)),
    );
    let bar = line.score.filter(|_| columns.show(5)).map(|score| bar(story, score));
    let number = |count: usize| match columns {
        Columns::Screen(_) if count == 0 => "·".clean(),
        _ => count.clean(),
    };
    vec![
        line.title.clone().into(),
        figures.weight.into(),
        Text::strong(figures.counted).into(),
        figures.claimed.into(),
        figures.at_most.into(),
        bar.map_or_else(|| Clean::default().into(), Cell::Bar),
        protection.into(),
        number(figures.open).into(),
        number(figures.flags).into(),
    ]
}

/// The tone of a band of protection.
pub fn band_tone(band: Band) -> Tone {
    match band {
        Band::Strong | Band::Adequate => Tone::Good,
        Band::Weak => Tone::Careful,
        Band::Poor => Tone::Bad,
    }
}

/// Where the points of a whole went, as a bar.
/// A score in its parts.
pub fn bar(story: &Story<'_, '_>, score: &Score) -> Bar {
    let Parts { assured, evidence_gap, unknown, control_gap } = score.parts();
    let parts = apportioned_tenths([assured, evidence_gap, unknown, control_gap], &score.parts().whole());
    let lang = story.lang;
    let named = [
        (lang.counted(), score.assured()),
        (lang.assurance_missing(), score.evidence_gap()),
        (lang.not_known_yet(), score.unknown()),
        (lang.protection_missing(), score.control_gap()),
    ];
    let label: Vec<Clean> = named.iter().map(|(name, part)| name.clone().and(" ").and(story.score(part))).collect();
    Bar { parts, label: Clean::joined(label, ", ") }
}

/// Counted against claimed over the categories that count; nothing for fewer than three.
fn radar(story: &Story<'_, '_>) -> Option<Figure> {
    let lang = story.lang;
    let categories = story.questionnaire().categories.iter().zip(&story.assessment.categories);
    let axis = |(category, result): (&crate::questionnaire::Category, &crate::assessment::judged::CategoryResult)| {
        let score = result.score.as_ref()?;
        let values = [score.assured(), score.claimed()];
        Some(Axis {
            name: story.say(&category.title),
            shown: [&values[0], &values[1]].map(|value| story.score(value)),
            values: values.each_ref().map(thousandths),
        })
    };
    let axes: Vec<Axis> = categories.filter_map(axis).collect();
    if axes.len() < 3 {
        return None;
    }
    let text: Vec<Clean> =
        axes.iter().map(|axis| lang.radar_axis(&axis.name, &axis.shown[0], &axis.shown[1])).collect();
    Some(Figure {
        anchor: "radar".clean(),
        title: lang.radar_title(),
        text: Clean::joined(text, "; "),
        drawing: Drawing::Radar(Radar { series: [lang.counted().capitalized(), lang.claimed().capitalized()], axes }),
    })
}

/// A score in thousandths of the whole, floored.
pub fn thousandths(score: &Exact) -> u64 {
    within(&(score * 10), 0..=1000).unsigned_abs()
}

/// The groups: how well each of their categories is met, and what is lacking.
pub fn groups(story: &Story<'_, '_>) -> Vec<Block> {
    let groups = story.questionnaire().groups.iter().zip(&story.assessment.groups);
    groups.filter_map(|(group, score)| Some(group_section(story, group, score.as_ref()?))).collect()
}

fn group_section(story: &Story<'_, '_>, group: &Group, score: &Score) -> Block {
    let (lang, name) = (story.lang, story.say(&group.title));
    let is_alone = group.categories.len() == 1;
    let records = group.categories.iter().map(|at| record(story, *at, NAMED_REMEDIATIONS[usize::from(is_alone)]));
    let records = Block::Records(records.collect());
    let sum = lang.group_reaches(story.score(&score.assured()), story.score(&score.claimed()));
    let (title, blocks) = match is_alone {
        true => (lang.how_well_it_is_met(name), vec![records]),
        false => (lang.how_well_met(name), vec![Block::Paragraph(Text::plain(sum)), records]),
    };
    Section::block("group-".and(&group.id), title, blocks)
}

/// A category, with so many of its remediations by name.
fn record(story: &Story<'_, '_>, at: CategoryId, named: usize) -> Record {
    let lang = story.lang;
    let category = &story.questionnaire().categories[at];
    let line = overview::category_line(story, at);
    let figures = overview::figures(story, &line);
    let aside = match figures.as_ref().map(|figures| (figures.band, &figures.counted)) {
        None => Text::plain(lang.does_not_count()),
        Some((None, counted)) => Text::strong(lang.protection_is(lang.unclear(), counted)),
        Some((Some(band), counted)) => {
            Text::tag(band_tone(band), lang.protection_is(naming::band(band, lang), counted))
        }
    };
    let [good, weak, open, out] = insight::answers_by_quality(story.assessment, category.questions.iter().copied());
    let mut facts = vec![Fact::new(lang.answers(), lang.answers_by_quality(good, weak, open, out))];
    facts.extend(lacking(story, at, named).map(|text| Fact::new(lang.lacks_most(), text)));
    let flags = insight::flags_looking_at(story.assessment, &[at]);
    let told = each_once(flags.iter().map(|flag| story.flag_told(flag, Quoting::Whole).words()).collect());
    facts.extend((!told.is_empty()).then(|| Fact::new(lang.red_flags(), Clean::joined(told, "; "))));
    Record { anchor: "level-".and(&category.id), head: story.say(&category.title).into(), aside, facts }
}

/// The remediations of a category that give back most.
fn lacking(story: &Story<'_, '_>, category: CategoryId, most: usize) -> Option<Text> {
    let lang = story.lang;
    let questions = &story.questionnaire().questions;
    let of_category = story
        .assessment
        .remediations()
        .iter()
        .filter(|remediation| questions[remediation.question].category == category);
    let named = of_category.filter(|remediation| !remediation.gain.is_zero()).take(most).map(|remediation| {
        let kind = story.kind_in_words(remediation);
        Text::default()
            .reference(&questions[remediation.question].id)
            .and(" (".and(kind).and(", ").and(lang.gives_back(story.points(&remediation.gain))).and(")"))
    });
    let named: Vec<Text> = named.collect();
    (!named.is_empty()).then(|| Text::joined(named, ", "))
}
