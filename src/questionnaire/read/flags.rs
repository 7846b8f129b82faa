//! What answers together say: red flags, and contradictions.

use super::condition;
use crate::questionnaire::ids::{ById, ContradictionId, FileId, FlagId};
use crate::questionnaire::model::{Basis, Contradiction, Origin, RedFlag};
use crate::questionnaire::names::Unique;
use crate::questionnaire::text;
use crate::source::fields::{Fields, Reading};

pub(super) fn flags(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    file: FileId,
    reading: &mut Reading<'_>,
) -> ById<FlagId, RedFlag> {
    let mut ids = Unique::default();
    let mut flags = ById::default();
    let Some(node) = fields.optional("red_flags") else { return flags };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let remedy = text::optional(&mut fields, "remedy", languages, reading);
        let severity = fields.required("severity", reading).and_then(|node| reading.word(node));
        let basis = fields.optional("basis").and_then(|node| reading.word::<Basis>(node));
        let when = fields.required("when", reading).and_then(|node| condition::read(node, lookup, reading));
        let origin = Origin { file, span: fields.key_span("id") };
        fields.finish(reading);
        if let (Some(id), Some(title), Some(severity), Some(when)) = (id, title, severity, when) {
            flags.push(RedFlag { id, title, remedy, severity, basis, when, origin });
        }
    }
    flags
}

pub(super) fn contradictions(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    reading: &mut Reading<'_>,
) -> ById<ContradictionId, Contradiction> {
    let mut ids = Unique::default();
    let mut found = ById::default();
    let Some(node) = fields.optional("contradictions") else { return found };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let when = fields.required("when", reading).and_then(|node| condition::read(node, lookup, reading));
        fields.finish(reading);
        if let (Some(id), Some(title), Some(when)) = (id, title, when) {
            found.push(Contradiction { id, title, when });
        }
    }
    found
}
