//! The categories with subtotals for groups: weight, scores, protection, what is open, flags; and the table of them on
//! the terminal.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use num_bigint::BigInt;
use num_rational::BigRational;

use super::naming;
use super::story::Story;
use crate::assessment::Score;
use crate::document::RowKind;
use crate::policy::Band;

/// From this width on, every column is shown.
const WIDE: usize = 100;

/// A line of the overview: a category, the sum of a group, or the whole.
#[derive(Clone, Debug)]
pub struct Line<'s> {
    /// What it is among the others.
    pub kind: RowKind,
    /// Its name.
    pub title: String,
    /// Its score; `None` when nothing in it counts.
    pub score: Option<&'s Score>,
    /// Places of its categories.
    pub categories: Vec<usize>,
}

/// What the overview says of a line that counts.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Its part of the whole, in per cent.
    pub weight: String,
    /// The assured score.
    pub counted: String,
    /// The claimed score.
    pub claimed: String,
    /// The potential score.
    pub at_most: String,
    /// How good the protection is; `None` where too little is known.
    pub band: Option<Band>,
    /// How many questions are open.
    pub open: usize,
    /// How many flags that bound the rating look at it.
    pub flags: usize,
}

/// Groups with their categories under them, a group of one category as that category, other categories, and the whole.
pub fn lines<'s>(story: &Story<'s, '_>) -> Vec<Line<'s>> {
    let questionnaire = story.questionnaire();
    let mut lines = Vec::new();
    let mut grouped = vec![false; questionnaire.categories.len()];
    for (group, score) in questionnaire.groups.iter().zip(&story.assessment.groups) {
        group.categories.iter().for_each(|at| grouped[*at] = true);
        let is_sum = group.categories.len() > 1;
        if is_sum {
            let categories = group.categories.clone();
            lines.push(Line {
                kind: RowKind::Group,
                title: story.say(&group.title),
                score: score.as_ref(),
                categories,
            });
        }
        let kind = if is_sum { RowKind::Member } else { RowKind::Plain };
        lines.extend(group.categories.iter().map(|at| Line { kind, ..category_line(story, *at) }));
    }
    let loose = (0..grouped.len()).filter(|at| !grouped[*at]);
    lines.extend(loose.map(|at| category_line(story, at)));
    let (title, score) = (story.lang.total(), story.assessment.overall.as_ref());
    lines.push(Line { kind: RowKind::Total, title, score, categories: (0..grouped.len()).collect() });
    lines
}

/// The line of one category.
pub fn category_line<'s>(story: &Story<'s, '_>, at: usize) -> Line<'s> {
    let title = story.say(&story.questionnaire().categories[at].title);
    let score = story.assessment.categories[at].score.as_ref();
    Line { kind: RowKind::Plain, title, score, categories: vec![at] }
}

/// The figures of a line; `None` when nothing in it counts.
pub fn figures(story: &Story<'_, '_>, line: &Line<'_>) -> Option<Figures> {
    let (assessment, score) = (story.assessment, line.score?);
    let policy = assessment.subject.policy;
    let categories = &story.questionnaire().categories;
    let questions = line.categories.iter().flat_map(|at| categories[*at].questions.clone());
    let known = BigRational::from(BigInt::from(100)) - score.unknown();
    let enough = known >= BigRational::from(BigInt::from(policy.minimum_coverage));
    Some(Figures {
        weight: story.percent(&assessment.points(score.parts().whole())),
        counted: story.score(&score.assured()),
        claimed: story.score(&score.claimed()),
        at_most: story.score(&score.potential()),
        band: enough.then(|| policy.band(&score.assured())),
        open: story.open_in(questions),
        flags: story.flags_looking_at(&line.categories).len(),
    })
}

/// The table on the terminal, laid out for a width; with the line of the whole if everything is asked for.
pub fn table(story: &Story<'_, '_>, width: usize, all: bool) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(80));
    let lang = story.lang;
    let head = [
        lang.category(),
        lang.column_weight(),
        lang.column_counted(),
        lang.column_claimed(),
        lang.column_at_most(),
        lang.column_protection(),
        lang.column_open(),
        lang.column_flags(),
    ];
    table.set_header(fitting(head, width));
    for line in lines(story).iter().filter(|line| all || line.kind != RowKind::Total) {
        table.add_row(fitting(cells(story, line), width));
    }
    let protection = table.column_count().saturating_sub(3);
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((if at == 0 { 2 } else { 1 }, 0));
        if at != 0 && at != protection {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.to_string()
}

/// The columns that fit: a narrow screen does without "at most", which the bars above show for the whole.
fn fitting(row: [String; 8], width: usize) -> Vec<String> {
    row.into_iter().enumerate().filter(|(at, _)| width >= WIDE || *at != 4).map(|(_, cell)| cell).collect()
}

fn cells(story: &Story<'_, '_>, line: &Line<'_>) -> [String; 8] {
    let indent = if line.kind == RowKind::Member { "  " } else { "" };
    let title = format!("{indent}{}", line.title);
    let Some(figures) = figures(story, line) else {
        let empty = String::new;
        return [title, "–".to_owned(), empty(), empty(), empty(), empty(), empty(), empty()];
    };
    let number = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    let protection = figures.band.map_or_else(|| story.lang.unclear(), |band| naming::band(band, story.lang));
    let Figures { weight, counted, claimed, at_most, open, flags, .. } = figures;
    [title, weight, counted, claimed, at_most, protection, number(open), number(flags)]
}
