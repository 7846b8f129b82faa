//! What answers together say: red flags, and contradictions.

use super::condition;
use super::layer::Readings;
use super::layout::Placed;
use crate::questionnaire::ids::{ById, ContradictionId, FlagId};
use crate::questionnaire::model::{Basis, Contradiction, Origin, RedFlag};
use crate::questionnaire::names::Unique;
use crate::questionnaire::text;
use crate::source::Node;

pub(super) fn flags(
    items: &[Placed<&Node<'_>>],
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    readings: &mut Readings<'_>,
) -> ById<FlagId, RedFlag> {
    let mut ids = Unique::default();
    let mut flags = ById::default();
    for Placed { file, part: item } in items {
        let reading = &mut readings[*file];
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let remedy = text::optional(&mut fields, "remedy", languages, reading);
        let severity = fields.required("severity", reading).and_then(|node| reading.word(node));
        let basis = fields.optional("basis").and_then(|node| reading.word::<Basis>(node));
        let when = fields.required("when", reading);
        let origin = Origin { file: *file, span: fields.key_span("id") };
        fields.finish(reading);
        let when = when.and_then(|node| condition::read_in(node, *file, id.as_ref(), lookup, readings));
        if let (Some(id), Some(title), Some(severity), Some(when)) = (id, title, severity, when) {
            flags.push(RedFlag { id, title, remedy, severity, basis, when, origin });
        }
    }
    flags
}

pub(super) fn contradictions(
    items: &[Placed<&Node<'_>>],
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    readings: &mut Readings<'_>,
) -> ById<ContradictionId, Contradiction> {
    let mut ids = Unique::default();
    let mut found = ById::default();
    for Placed { file, part: item } in items {
        let reading = &mut readings[*file];
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let when = fields.required("when", reading);
        fields.finish(reading);
        let when = when.and_then(|node| condition::read_in(node, *file, id.as_ref(), lookup, readings));
        if let (Some(id), Some(title), Some(when)) = (id, title, when) {
            found.push(Contradiction { id, title, when });
        }
    }
    found
}
