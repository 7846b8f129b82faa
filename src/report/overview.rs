//! The categories with subtotals for groups: weight, scores, protection, what is open, flags.

use super::story::Story;
use crate::assessment::{Score, insight};
use crate::document::RowKind;
use crate::policy::Band;
use crate::questionnaire::ids::CategoryId;
use crate::words::clean::Clean;

/// A line of the overview: a category, the sum of a group, or the whole.
#[derive(Clone, Debug)]
pub struct Line<'s> {
    /// What it is among the others.
    pub kind: RowKind,
    /// Its name.
    pub title: Clean,
    /// Its score; `None` when nothing in it counts.
    pub score: Option<&'s Score>,
    /// Its categories.
    pub categories: Vec<CategoryId>,
}

/// What the overview says of a line that counts.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Its part of the whole, in per cent.
    pub weight: Clean,
    /// The assured score.
    pub counted: Clean,
    /// The claimed score.
    pub claimed: Clean,
    /// The potential score.
    pub at_most: Clean,
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
    let mut grouped = questionnaire.categories.map(|_, _| false);
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
    let loose = grouped.with_ids().filter(|(_, is_grouped)| !**is_grouped);
    lines.extend(loose.map(|(at, _)| category_line(story, at)));
    let (title, score) = (story.lang.total(), story.assessment.overall.as_ref());
    lines.push(Line { kind: RowKind::Total, title, score, categories: grouped.ids().collect() });
    lines
}

/// The line of one category.
pub fn category_line<'s>(story: &Story<'s, '_>, at: CategoryId) -> Line<'s> {
    let title = story.say(&story.questionnaire().categories[at].title);
    let score = story.assessment.categories[at].score.as_ref();
    Line { kind: RowKind::Plain, title, score, categories: vec![at] }
}

/// The figures of a line; `None` when nothing in it counts.
pub fn figures(story: &Story<'_, '_>, line: &Line<'_>) -> Option<Figures> {
    let (assessment, score) = (story.assessment, line.score?);
    let policy = assessment.subject.policy;
    let categories = &story.questionnaire().categories;
    let questions = line.categories.iter().flat_map(|at| categories[*at].questions.iter().copied());
    Some(Figures {
        weight: story.percent(&assessment.points(score.parts().whole())),
        counted: story.score(&score.assured()),
        claimed: story.score(&score.claimed()),
        at_most: story.score(&score.potential()),
        band: score.is_enough_known(policy).then(|| policy.band(&score.assured())),
        open: insight::open_in(assessment, questions),
        flags: insight::flags_looking_at(assessment, &line.categories).len(),
    })
}
