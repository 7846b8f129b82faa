//! What is overdue of what was agreed: the next review, conditions, accepted flags.

use crate::portfolio::due::agreed;
use crate::portfolio::falls_due::DueCounts;
use crate::portfolio::{Due, DueKind, DueStanding};
use crate::report::naming;
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// What is overdue, in a line: each kind with how many, and since when the first; `None` where nothing is. Old answers
/// are told by themselves.
pub fn in_words(story: &Story<'_, '_>) -> Option<Clean> {
    let lang = story.lang;
    let overdue = of(story);
    let some = |kind: DueKind| {
        let of_kind = || overdue.iter().filter(|due| due.kind == kind);
        Some((of_kind().count(), of_kind().filter_map(|due| due.by).min()?))
    };
    let review =
        overdue.iter().find(|due| due.kind == DueKind::Review).and_then(|due| Some((due.by?, due.is_computed)));
    let parts = [
        review.map(|(by, is_computed)| lang.review_overdue_since(naming::computed_day(by.clean(), is_computed, lang))),
        some(DueKind::Condition).map(|(count, first)| lang.conditions_overdue(count, first)),
        some(DueKind::Waiver).map(|(count, first)| lang.lapsed_waivers(count, first)),
    ];
    let parts: Vec<Clean> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Clean::joined(parts, "; "))
}

/// How many there are of each kind, in few words.
pub fn in_short(overdue: DueCounts, lang: Lang) -> Clean {
    let some = |count: usize| Some(count).filter(|count| *count > 0);
    let parts = [
        some(overdue.reviews).map(|_| lang.due_review()),
        some(overdue.conditions).map(|count| lang.some_conditions(count)),
        some(overdue.waivers).map(|count| lang.some_waivers(count)),
    ];
    Clean::joined(parts.into_iter().flatten(), ", ")
}

fn of(story: &Story<'_, '_>) -> Vec<Due> {
    let as_of = story.assessment.subject.as_of;
    let agreed = agreed(story.assessment).open.into_iter();
    agreed.filter(|due| due.standing(as_of) == DueStanding::Overdue).collect()
}
