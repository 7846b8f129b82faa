//! From `duly.toml` to [`Policy`], with every problem noted.

use std::sync::Arc;

use super::model::{Assurance, Band, Display, Gate, Policy};
use crate::questionnaire::level::Importance;
use crate::questionnaire::{Level, built_in};
use crate::source::fields::{Fields, Reading, Word, fixed_words};
use crate::source::{Arena, Checked, Diagnostics, Node, Source, toml};
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::Scale;
use crate::words::problem::{policy as problem, text as text_problem};

/// The format of a policy file.
pub const FORMAT: &str = "duly/policy@1";
/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("policy.schema.json");
/// A larger policy is refused, in bytes.
pub const LARGEST: usize = 1 << 20;

/// Reads a policy; every key that is not given keeps its default.
pub fn read(source: &Arc<Source>) -> Checked<Policy> {
    let (arena, mut reading) = (Arena::default(), Reading::of(source));
    let root = toml::parse(source, &arena, &mut reading.notes);
    if reading.notes.has_errors() && !names_format(&source.text) {
        reading.notes = Diagnostics::default();
        reading.notes.note_file(source, text_problem::no_format(FORMAT)); // no line of prose is a slip in TOML
    }
    if reading.notes.has_errors() {
        return Checked::new(None, reading.notes); // what broken syntax leaves behind would be called wrong once more
    }
    let value = policy(&root, &mut reading);
    if let Some(policy) = &value {
        lint(&root, policy, &mut reading);
    }
    Checked::new(value, reading.notes)
}

/// Whether a line says that a file is a policy.
fn names_format(text: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches([' ', '\t', '{', '"', '\'', '\u{feff}']).starts_with("format"))
}

fn policy(root: &Node<'_>, reading: &mut Reading<'_>) -> Option<Policy> {
    let mut policy = Policy { source: Some(Arc::clone(reading.source)), ..Policy::default() };
    let mut fields = reading.head(root, FORMAT)?;
    set(&mut policy.dated, fields.optional("dated"), reading, |n, r| r.date(n).map(Some));
    set(&mut policy.default_inherent_risk, fields.optional("default_inherent_risk"), reading, |n, r| r.word(n));
    set(&mut policy.category_minimum_severity, fields.optional("category_minimum_severity"), reading, |n, r| r.word(n));
    set(&mut policy.minimum_coverage, fields.optional("minimum_coverage"), reading, percentage);
    set(&mut policy.not_applicable_cap, fields.optional("not_applicable_cap"), reading, percentage);
    set(&mut policy.scope_by_claim, fields.optional("scope_by_claim"), reading, percentage);
    set(&mut policy.answers_months, fields.optional("answers_months"), reading, |n, r| r.integer(n, 1..=120));
    set(&mut policy.ruled_out_by, fields.optional("ruled_out_by"), reading, |n, r| r.word(n));
    set(&mut policy.reviews, fields.optional("reviews"), reading, |n, r| Some(Some(r.filled_text(n)?.to_owned())));
    set(&mut policy.questionnaires, fields.optional("questionnaires"), reading, |n, r| Some(Some(listed(n, r))));
    section(&mut fields, "evidence", reading, |fields, reading| {
        let months = |node: &Node<'_>, reading: &mut Reading<'_>| reading.integer(node, 1..=120);
        set(&mut policy.must_be, fields.optional("must_be"), reading, |node, reading| reading.word(node));
        set(&mut policy.papers, fields.optional("folder"), reading, |n, r| Some(Some(r.filled_text(n)?.to_owned())));
        set(&mut policy.evidence_months, fields.optional("months"), reading, months);
        set(&mut policy.verified_months, fields.optional("verified_months"), reading, months);
    });
    section(&mut fields, "review_months", reading, |fields, reading| review_months(fields, &mut policy, reading));
    section(&mut fields, "screening", reading, |fields, reading| {
        set(&mut policy.screening_up_to, fields.optional("up_to"), reading, |n, r| r.word(n).map(Some));
    });
    section(&mut fields, "importance", reading, |fields, reading| importance(fields, &mut policy, reading));
    section(&mut fields, "assurance", reading, |fields, reading| assurance(fields, &mut policy, reading));
    section(&mut fields, "bands", reading, |fields, reading| bands(fields, &mut policy, reading));
    section(&mut fields, "residual_risk", reading, |fields, reading| residual_risk(fields, &mut policy, reading));
    section(&mut fields, "red_flags", reading, |fields, reading| red_flags(fields, &mut policy, reading));
    section(&mut fields, "display", reading, |fields, reading| display(fields, &mut policy.display, reading));
    section(&mut fields, "gate", reading, |fields, reading| gate(fields, &mut policy.gate, reading));
    fields.finish(reading);
    Some(policy)
}

/// Replaces a default where the key is given and reads well.
fn set<T>(
    target: &mut T,
    node: Option<&Node<'_>>,
    reading: &mut Reading<'_>,
    read: impl Fn(&Node<'_>, &mut Reading<'_>) -> Option<T>,
) {
    if let Some(value) = node.and_then(|node| read(node, reading)) {
        *target = value;
    }
}

fn section<'n, 't>(
    fields: &mut Fields<'n, 't>,
    key: &'static str,
    reading: &mut Reading<'_>,
    read: impl FnOnce(&mut Fields<'n, 't>, &mut Reading<'_>),
) {
    let Some(node) = fields.optional(key) else { return };
    let Some(mut inner) = reading.fields(node) else { return };
    read(&mut inner, reading);
    inner.finish(reading);
}

fn percentage(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<u8> {
    reading.integer(node, 0..=100)
}

/// Questionnaires; a version of a built-in one that there is not is refused here, before answers come that name it.
fn listed(node: &Node<'_>, reading: &mut Reading<'_>) -> Vec<String> {
    let items = reading.filled_list(node, "questionnaires");
    let mut listed = Vec::new();
    for item in items {
        let Some(written) = reading.filled_text(item) else { continue };
        if built_in::is_named(written) && built_in::named(written).is_none() {
            reading.note(item.span, built_in::unknown(written));
        }
        listed.push(written.to_owned());
    }
    listed
}

fn review_months(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    for (word, tier) in Level::ALL {
        set(&mut policy.review_months[tier.index()], fields.optional(word), reading, |node, reading| {
            reading.integer(node, 1..=120).map(Some)
        });
    }
}

fn importance(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    for (word, importance) in Importance::ALL {
        set(&mut policy.importance[importance.index()], fields.optional(word), reading, |node, reading| {
            reading.integer(node, 0..=10_000)
        });
    }
}

fn assurance(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    for (word, assurance) in Assurance::ALL {
        set(&mut policy.assurance[assurance.index()], fields.optional(word), reading, percentage);
    }
    if !policy.assurance.is_sorted() || policy.credit(Assurance::Verified) != 100 {
        reading.note(fields.span, problem::assurance_order());
    }
}

fn bands(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    for band in [Band::Strong, Band::Adequate, Band::Weak] {
        set(&mut policy.bands[band.index()], fields.optional(band.word()), reading, percentage);
    }
    let [strong, adequate, weak] = policy.bands;
    if !(strong > adequate && adequate > weak && weak > 0) {
        reading.note(fields.span, problem::bands_order());
    }
}

fn residual_risk(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    let span = fields.span;
    for (word, tier) in Level::ALL {
        set(&mut policy.residual_risk[tier.index()], fields.optional(word), reading, |node, reading| {
            row(node, reading, |cell, reading| reading.word(cell))
        });
    }
    let names = |row: usize, column: usize| level(row).and(" × ").and(Band::ALL[column].word());
    falls(&policy.residual_risk, names).iter().for_each(|cell| reading.note(span, problem::matrix_falls(cell)));
}

/// The bound of a flag as it is written in a policy: the lowest rating that is possible, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound(pub Option<Level>);

impl Word for Bound {
    const ALL: &'static [(&'static str, Self)] = &[
        ("none", Bound(None)),
        ("low", Bound(Some(Level::Low))),
        ("medium", Bound(Some(Level::Medium))),
        ("high", Bound(Some(Level::High))),
        ("critical", Bound(Some(Level::Critical))),
    ];

    fn word(self) -> &'static str {
        self.0.map_or("none", Level::word)
    }
}

fn red_flags(fields: &mut Fields<'_, '_>, policy: &mut Policy, reading: &mut Reading<'_>) {
    let span = fields.span;
    for (word, severity) in Level::ALL {
        set(&mut policy.red_flags[severity.index()], fields.optional(word), reading, |node, reading| {
            row(node, reading, |cell, reading| reading.word::<Bound>(cell).map(|bound| bound.0))
        });
    }
    let names = |row: usize, column: usize| level(row).and(" × ").and(level(column));
    falls(&policy.red_flags, names).iter().for_each(|cell| reading.note(span, problem::matrix_falls(cell)));
}

/// The word of a level by its row or column in a table.
fn level(index: usize) -> &'static str {
    Level::ALL.get(index).map_or("", |(word, _)| word)
}

fn row<T>(
    node: &Node<'_>,
    reading: &mut Reading<'_>,
    read: impl Fn(&Node<'_>, &mut Reading<'_>) -> Option<T>,
) -> Option<[T; 4]> {
    let cells = reading.list(node);
    let values: Vec<T> = cells.iter().filter_map(|cell| read(cell, reading)).collect();
    if cells.len() != 4 {
        reading.note(node.span, problem::table_length(4));
    }
    values.try_into().ok()
}

/// The cells that are lower than the one before them in the row or above them in the column.
fn falls<T: PartialOrd>(table: &[[T; 4]; 4], names: impl Fn(usize, usize) -> Clean) -> Vec<Clean> {
    let mut found = Vec::new();
    for (r, row) in table.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let left = c > 0 && row[c - 1] > *cell;
            let above = r > 0 && table[r - 1][c] > *cell;
            if left || above {
                found.push(names(r, c));
            }
        }
    }
    found
}

fixed_words!(Rounding { Floor: "floor", HalfEven: "half-even", HalfUp: "half-up" });

fn display(fields: &mut Fields<'_, '_>, display: &mut Display, reading: &mut Reading<'_>) {
    set(&mut display.language, fields.optional("language"), reading, |node, reading| {
        let written = reading.text(node)?;
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == written);
        if lang.is_none() {
            reading.note(node.span, problem::unsupported_language(clean::one_line(written)));
        }
        Some(lang)
    });
    let number =
        |most: u32, least: u32| move |node: &Node<'_>, reading: &mut Reading<'_>| reading.integer(node, least..=most);
    let Scale { top, decimals, rounding } = &mut display.scale;
    set(top, fields.optional("scale"), reading, number(1000, 1));
    set(decimals, fields.optional("decimals"), reading, number(6, 0));
    set(rounding, fields.optional("rounding"), reading, |node, reading| reading.word(node));
}

fn gate(fields: &mut Fields<'_, '_>, gate: &mut Gate, reading: &mut Reading<'_>) {
    set(&mut gate.rating, fields.optional("rating"), reading, |node, reading| reading.word(node).map(Some));
    set(&mut gate.coverage, fields.optional("coverage"), reading, |node, reading| percentage(node, reading).map(Some));
    set(&mut gate.red_flags, fields.optional("red_flags"), reading, |node, reading| reading.truth(node));
    set(&mut gate.expired_evidence, fields.optional("expired_evidence"), reading, |node, reading| reading.truth(node));
    set(&mut gate.decision, fields.optional("decision"), reading, |node, reading| reading.truth(node));
}

/// Doubtful but legal: wide steps in the risk matrix.
fn lint(root: &Node<'_>, policy: &Policy, reading: &mut Reading<'_>) {
    let Some(section) = root.get("residual_risk") else { return };
    let table = &policy.residual_risk;
    for (r, row) in table.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let far = |other: Option<&Level>| other.is_some_and(|other| cell.index().abs_diff(other.index()) > 1);
            let from_tier = cell.index().abs_diff(r) > 1;
            let left = c.checked_sub(1).and_then(|c| row.get(c));
            let above = r.checked_sub(1).and_then(|r| table[r].get(c));
            if from_tier || far(left) || far(above) {
                let cell = level(r).and(" × ").and(Band::ALL[c].word()).and(" = ").and(cell.word());
                reading.note(section.span, problem::matrix_jump(cell));
            }
        }
    }
}
