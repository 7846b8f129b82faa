//! Groups of categories.

use super::layer::Readings;
use super::layout::{Merged, Placed};
use crate::questionnaire::ids::{ById, CategoryId, GroupId};
use crate::questionnaire::model::{Category, Group};
use crate::questionnaire::names::Unique;
use crate::questionnaire::text;
use crate::source::Node;
use crate::source::fields::Reading;
use crate::words::clean::one_line;
use crate::words::problem::questionnaire as problem;

pub(super) fn groups(
    layout: &Merged<'_>,
    languages: &[String],
    categories: &ById<CategoryId, Category>,
    readings: &mut Readings<'_>,
) -> ById<GroupId, Group> {
    let mut ids = Unique::default();
    let mut grouped: Vec<CategoryId> = Vec::new();
    let mut groups = ById::default();
    for Placed { file, part: item } in &layout.groups {
        let reading = &mut readings[*file];
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let list = fields.required("categories", reading);
        let members = list.map_or_else(Vec::new, |list| {
            let items = reading.filled_list(list, "categories").iter();
            let there: Vec<&Node<'_>> = items.filter(|item| !layout.is_gone(*file, item)).collect();
            members(&there, categories, &mut grouped, reading)
        });
        fields.finish(reading);
        let is_gone = !layout.is_own(*file) && members.is_empty();
        if let Some((id, title)) = id.zip(title).filter(|_| !is_gone) {
            groups.push(Group { id, title, categories: members });
        }
    }
    groups
}

fn members(
    items: &[&Node<'_>],
    categories: &ById<CategoryId, Category>,
    grouped: &mut Vec<CategoryId>,
    reading: &mut Reading<'_>,
) -> Vec<CategoryId> {
    let mut members = Vec::new();
    for item in items {
        let Some(name) = reading.text(item) else { continue };
        let Some(at) = categories.find(|category| category.id == name) else {
            let known = categories.iter().map(|category| category.id.as_str());
            reading.note_near(item.span, problem::unknown_category(one_line(name)), name, known);
            continue;
        };
        if grouped.contains(&at) {
            reading.note(item.span, problem::category_in_two_groups(one_line(name)));
        }
        grouped.push(at);
        members.push(at);
    }
    members
}
