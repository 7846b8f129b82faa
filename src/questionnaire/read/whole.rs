//! The reading of a questionnaire whose files have been had and laid out: first the head and the definitions, then the
//! categories with their questions, and last the conditions, which may name any question.

use std::borrow::Cow;
use std::sync::Arc;

use super::gathering::Gathering;
use super::layer::{Layer, Numbered};
use super::layout::Merged;
use super::{categories, condition, definitions, factors, flags, groups};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::ById;
use crate::questionnaire::model::Base;
use crate::questionnaire::names;
use crate::questionnaire::text;
use crate::source::fields::{Fields, Reading};
use crate::source::{Checked, Fingerprint, Source};
use crate::words::clean::one_line;
use crate::words::problem::questionnaire as problem;

/// The format of a questionnaire file.
pub const FORMAT: &str = "duly/questionnaire@1";

/// Reads the last of these questionnaires, each of which extends the one before.
pub(super) fn whole(layers: &[&Layer<'_>], base: Option<Questionnaire>) -> Checked<Questionnaire> {
    let mut readings = ById::default();
    let mut numbered: Vec<Numbered<'_>> = Vec::with_capacity(layers.len());
    for (at, layer) in layers.iter().rev().enumerate() {
        let notes = if at == 0 { layer.notes.clone() } else { Default::default() };
        let main = readings.push(Reading::with(layer.source, notes));
        let parts = layer.parts.iter().map(|part| Some(readings.push(Reading::of(part.as_ref()?)))).collect();
        numbered.push(Numbered { layer, main, parts });
    }
    let Some(main) = numbered.first().map(|own| own.main) else { return Checked::new(None, Default::default()) };
    let own_files = numbered.first().map_or(0, |own| 1 + own.parts.iter().flatten().count());
    numbered.reverse();
    let layout = Merged::of(&numbered, &mut readings[main]);
    let mut gathering = Gathering::new(main, readings);
    let value = gathering.questionnaire(&numbered, &layout, base).map(|found| Questionnaire {
        fingerprint: fingerprint(found.sources.iter().take(own_files)),
        own_files,
        ..found
    });
    Checked::new(value, gathering.finish())
}

/// The lists and maps at the top of a questionnaire file whose entries [`Merged`] holds: here only what they are.
const LISTS: [&str; 5] = ["inherent_risk", "red_flags", "contradictions", "evidence", "groups"];
const MAPS: [&str; 2] = ["scales", "frameworks"];

/// Checks what is read from the layout, and what is said of what is extended.
fn outer_shape(fields: &mut Fields<'_, '_>, is_extending: bool, reading: &mut Reading<'_>) {
    LISTS.into_iter().filter_map(|key| fields.optional(key)).for_each(|node| {
        reading.list(node);
    });
    MAPS.into_iter().filter_map(|key| fields.optional(key)).for_each(|node| {
        reading.entries(node);
    });
    for key in ["keep", "leave_out"] {
        if fields.optional(key).is_some() && !is_extending {
            reading.note(fields.key_span(key), problem::nothing_is_extended(key));
        }
    }
    let _ = fields.optional("extends"); // read before, see `extending`
}

impl<'l> Gathering<'l> {
    fn questionnaire(
        &mut self,
        layers: &[Numbered<'l>],
        layout: &Merged<'l>,
        base: Option<Questionnaire>,
    ) -> Option<Questionnaire> {
        let root = layers.last()?.layer.root;
        let main = &mut self.readings[self.main];
        let mut fields = main.head(root, FORMAT)?;
        let id = fields.required("id", main).and_then(|node| names::id(node, main));
        let version = fields.required("version", main).and_then(|node| names::version(node, main));
        let languages = languages(&mut fields, base.as_ref(), main);
        let title = fields.required("title", main).and_then(|node| text::read(node, &languages, main));
        let about = text::optional(&mut fields, "about", &languages, main);
        let about = about.or_else(|| base.as_ref()?.about.clone());
        outer_shape(&mut fields, base.is_some(), main);
        let entries = if base.is_some() { fields.optional("categories") } else { fields.required("categories", main) };
        entries.into_iter().for_each(|node| categories::outer_shape(node, main));
        if layout.categories.is_empty() && base.is_some() && !main.notes.has_errors() {
            main.note(fields.key_span("extends"), problem::nothing_is_left());
        }
        fields.finish(main);
        let definitions = definitions::definitions(languages, layout, &mut self.readings);
        let languages = &definitions.languages;
        let factors = factors::factors(&layout.factors, languages, &mut self.broken, &mut self.readings);
        self.categories(&layout.categories, &definitions);
        self.earlier_ids();
        let groups = groups::groups(layout, languages, &self.categories, &mut self.readings);
        let lookup = condition::Lookup::new(&self.questions, &factors, &self.broken, layout.base);
        if self.broken.is_empty() && !self.readings[self.main].notes.has_errors() {
            definitions::unused(layout, &definitions, &self.questions, &mut self.readings);
        }
        let flags = flags::flags(&layout.flags, languages, &lookup, &mut self.readings);
        let contradictions = flags::contradictions(&layout.contradictions, languages, &lookup, &mut self.readings);
        let (by_id, factor_ids) = lookup.into_ids();
        let asking_order = self.conditions(&factors, layout);
        let sources = self.readings.map(|_, reading| Arc::clone(reading.source));
        Some(Questionnaire {
            id: id?,
            version: version?,
            title: title?,
            about,
            factors,
            flags,
            contradictions,
            groups,
            categories: std::mem::take(&mut self.categories),
            questions: std::mem::take(&mut self.questions),
            base: base.map(|base| Box::new(extended(base, layout))),
            fingerprint: String::new(), // of the own files alone, see `whole`
            told_in: None,
            own_files: 0, // see `whole`
            sources,
            asking_order,
            by_id,
            factor_ids,
            kind_ids: definitions.kinds,
            languages: definitions.languages,
            evidence: definitions.evidence,
            frameworks: definitions.frameworks,
        })
    }
}

/// The languages of a questionnaire: those of what it extends.
fn languages(fields: &mut Fields<'_, '_>, base: Option<&Questionnaire>, reading: &mut Reading<'_>) -> Vec<String> {
    let Some(base) = base else { return definitions::languages(fields, reading) };
    if fields.optional("languages").is_some() {
        reading.note(fields.key_span("languages"), problem::languages_are_taken_over());
    }
    base.languages.clone()
}

/// What is extended, and what of it is left out.
fn extended(base: Questionnaire, layout: &Merged<'_>) -> Base {
    let told = |ids: &[String]| ids.iter().map(|id| one_line(id)).collect();
    Base {
        fingerprint: base.fingerprint(),
        id: base.id,
        version: base.version,
        questions: base.questions.len(),
        questions_left_out: layout.left_out.questions,
        flags: base.flags.len(),
        flags_left_out: told(&layout.left_out.flags),
        flags_narrowed: told(&layout.left_out.narrowed),
        base: base.base,
    }
}

fn fingerprint<'s>(sources: impl Iterator<Item = &'s Arc<Source>>) -> String {
    let parts = sources.flat_map(|source| {
        let length: usize = source.bytes().map(<[u8]>::len).sum();
        let length = Cow::from((length as u64).to_le_bytes().to_vec());
        [length].into_iter().chain(source.bytes().map(Cow::from))
    });
    Fingerprint::of(parts).to_string()
}
