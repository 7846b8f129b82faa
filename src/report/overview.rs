//! The table of categories, with subtotals for groups: weight, scores, protection, what is open, flags.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use num_bigint::BigInt;
use num_rational::BigRational;

use super::story::{self, Story};
use crate::assessment::Score;

/// From this width on, every column is shown.
const WIDE: usize = 100;

/// The table, laid out for a width; with a row for the whole if everything is asked for.
pub fn table(story: &Story<'_, '_>, width: usize, all: bool) -> String {
    let overview = Overview { story, width, all };
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(80));
    let lang = story.lang;
    table.set_header(overview.fitting([
        lang.category(),
        lang.column_weight(),
        lang.column_counted(),
        lang.column_claimed(),
        lang.column_at_most(),
        lang.column_protection(),
        lang.column_open(),
        lang.column_flags(),
    ]));
    for row in overview.rows() {
        table.add_row(overview.fitting(row));
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

struct Overview<'o, 's, 'a> {
    story: &'o Story<'s, 'a>,
    width: usize,
    all: bool,
}

impl Overview<'_, '_, '_> {
    /// The columns that fit: a narrow screen does without "at most", which the bars above show for the whole.
    fn fitting(&self, row: [String; 8]) -> Vec<String> {
        let narrow = self.width < WIDE;
        row.into_iter().enumerate().filter(|(at, _)| !(narrow && *at == 4)).map(|(_, cell)| cell).collect()
    }

    /// Groups with their categories under them; a group of one category is shown as that category.
    fn rows(&self) -> Vec<[String; 8]> {
        let questionnaire = self.story.questionnaire();
        let mut rows = Vec::new();
        let mut grouped = vec![false; questionnaire.categories.len()];
        for (group, score) in questionnaire.groups.iter().zip(&self.story.assessment.groups) {
            group.categories.iter().for_each(|at| grouped[*at] = true);
            if group.categories.len() > 1 {
                rows.push(self.row(&self.story.say(&group.title), score.as_ref(), &group.categories));
            }
            let indent = if group.categories.len() > 1 { "  " } else { "" };
            rows.extend(group.categories.iter().map(|at| self.category_row(*at, indent)));
        }
        let loose = (0..grouped.len()).filter(|at| !grouped[*at]);
        rows.extend(loose.map(|at| self.category_row(at, "")));
        let all: Vec<usize> = (0..grouped.len()).collect();
        if self.all {
            rows.push(self.row(&self.story.lang.total(), self.story.assessment.overall.as_ref(), &all));
        }
        rows
    }

    fn category_row(&self, at: usize, indent: &str) -> [String; 8] {
        let title = self.story.say(&self.story.questionnaire().categories[at].title);
        let score = self.story.assessment.categories[at].score.as_ref();
        self.row(&format!("{indent}{title}"), score, &[at])
    }

    fn row(&self, title: &str, score: Option<&Score>, categories: &[usize]) -> [String; 8] {
        let assessment = self.story.assessment;
        let Some(score) = score else {
            let empty = String::new;
            return [title.to_owned(), "–".to_owned(), empty(), empty(), empty(), empty(), empty(), empty()];
        };
        let weight = assessment.points(score.parts().whole());
        let questions = categories.iter().flat_map(|at| self.story.questionnaire().categories[*at].questions.clone());
        let open = self.story.open_in(questions);
        let flags = self.story.flags_of_categories(categories);
        let number = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
        let band = assessment.subject.policy.band(&score.assured());
        let known = BigRational::from(BigInt::from(100)) - score.unknown();
        let enough = known >= BigRational::from(BigInt::from(assessment.subject.policy.minimum_coverage));
        let protection = if enough { story::band(band, self.story.lang) } else { self.story.lang.unclear() };
        [
            title.to_owned(),
            self.story.percent(&weight),
            self.story.score(&score.assured()),
            self.story.score(&score.claimed()),
            self.story.score(&score.potential()),
            protection,
            number(open),
            number(flags),
        ]
    }
}
