//! Every key of a policy file, in the order of the file: what it means, and its value as the file would say it.

use std::sync::Arc;

use super::model::{Assurance, Band, Policy};
use super::read::{Bound, FORMAT};
use crate::questionnaire::Level;
use crate::questionnaire::level::Importance;
use crate::source::fields::Word;
use crate::source::{Arena, Diagnostics, Node, Source, toml};
use crate::words::clean::{Clean, Trusted, toml_text};
use crate::words::{Hint, Lang};

/// A phrase, to be said in a language.
pub type Phrase = fn(Lang) -> Clean;

/// A section of the file.
#[derive(Debug)]
pub struct PolicySection {
    /// Its name and words; `None` for the keys before the first one.
    pub heading: Option<Heading>,
    /// Its keys.
    pub entries: Vec<PolicyEntry>,
}

/// The name of a section, and what it is about.
#[derive(Debug)]
pub struct Heading {
    /// As it stands in the file.
    pub name: &'static str,
    /// What it is about, in a line.
    pub title: Phrase,
    /// The step that the title speaks of.
    pub hint: Option<Hint>,
    /// What may stand in it, and what a change does.
    pub detail: Phrase,
}

/// A key of a section.
#[derive(Debug)]
pub struct PolicyEntry {
    /// As it stands in the file.
    pub key: &'static str,
    /// What it means, what it may be, and what a change does.
    pub about: Phrase,
    /// The step that this speaks of.
    pub hint: Option<Hint>,
    /// What stands behind it.
    pub value: PolicyValue,
}

/// The value of a key, as TOML.
#[derive(Debug)]
pub enum PolicyValue {
    /// What holds.
    Set(Clean),
    /// Nothing is set; what might be, and what holds instead.
    Unset {
        /// What might be set.
        example: &'static str,
        /// What holds instead.
        instead: Phrase,
    },
}

/// Every key with its value in a policy.
pub fn entries(policy: &Policy) -> Vec<PolicySection> {
    vec![
        PolicySection { heading: None, entries: top(policy) },
        section("evidence", [Lang::rule_evidence, Lang::rule_evidence_detail], evidence(policy)),
        section("review_months", [Lang::rule_review_months, Lang::rule_review_months_detail], review_months(policy)),
        section("screening", [Lang::rule_screening, Lang::rule_screening_detail], screening(policy)),
        section("importance", [Lang::rule_importance, Lang::rule_importance_detail], importance(policy)),
        section("assurance", [Lang::rule_assurance, Lang::rule_assurance_detail], assurance(policy)),
        section("bands", [Lang::rule_bands, Lang::rule_bands_detail], bands(policy)),
        section("residual_risk", [Lang::rule_residual_risk, Lang::rule_residual_risk_detail], residual_risk(policy)),
        section("red_flags", [Lang::rule_red_flags, Lang::rule_red_flags_detail], red_flags(policy)),
        section("display", [Lang::rule_display, Lang::rule_display_detail], display(policy)),
        PolicySection {
            heading: Some(Heading {
                name: "gate",
                title: Lang::rule_gate,
                hint: Some(Hint::NoticeShortfall),
                detail: Lang::rule_gate_detail,
            }),
            entries: gate(policy),
        },
    ]
}

fn section(name: &'static str, [title, detail]: [Phrase; 2], entries: Vec<PolicyEntry>) -> PolicySection {
    PolicySection { heading: Some(Heading { name, title, hint: None, detail }), entries }
}

fn set(key: &'static str, about: Phrase, value: impl Trusted) -> PolicyEntry {
    PolicyEntry { key, about, hint: None, value: PolicyValue::Set(value.clean()) }
}

fn optional(
    key: &'static str,
    about: Phrase,
    value: Option<Clean>,
    example: &'static str,
    instead: Phrase,
) -> PolicyEntry {
    PolicyEntry {
        key,
        about,
        hint: None,
        value: value.map_or(PolicyValue::Unset { example, instead }, PolicyValue::Set),
    }
}

fn word(word: impl Word) -> Clean {
    toml_text(word.word())
}

fn truth(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

fn list(items: impl IntoIterator<Item = Clean>) -> Clean {
    "[".and(Clean::joined(items, ", ")).and("]")
}

fn top(policy: &Policy) -> Vec<PolicyEntry> {
    let dated = policy.dated.map(|day| day.clean());
    let reviews = policy.reviews.as_deref().map(toml_text);
    let accepted = policy.questionnaires.as_ref().map(|named| list(named.iter().map(|named| toml_text(named))));
    let (of_reviews, of_accepted) = (Lang::rule_reviews_unset, Lang::rule_questionnaires_unset);
    let [at_stake, severity] = [policy.default_inherent_risk, policy.category_minimum_severity].map(word);
    vec![
        set("format", Lang::rule_format, toml_text(FORMAT)),
        optional("dated", Lang::rule_dated, dated, "2026-11-01", Lang::rule_dated_unset),
        set("default_inherent_risk", Lang::rule_default_inherent_risk, at_stake),
        set("category_minimum_severity", Lang::rule_category_minimum_severity, severity),
        set("minimum_coverage", Lang::rule_minimum_coverage, policy.minimum_coverage),
        set("not_applicable_cap", Lang::rule_not_applicable_cap, policy.not_applicable_cap),
        set("scope_by_claim", Lang::rule_scope_by_claim, policy.scope_by_claim),
        set("answers_months", Lang::rule_answers_months, policy.answers_months),
        set("ruled_out_by", Lang::rule_ruled_out_by, word(policy.ruled_out_by)),
        optional("reviews", Lang::rule_reviews, reviews, "\"reviews\"", of_reviews),
        optional("questionnaires", Lang::rule_questionnaires, accepted, "[\"customer-service\"]", of_accepted),
    ]
}

fn evidence(policy: &Policy) -> Vec<PolicyEntry> {
    let papers = policy.papers.as_deref().map(toml_text);
    vec![
        set("must_be", Lang::rule_must_be, word(policy.must_be)),
        optional("folder", Lang::rule_papers, papers, "\"papers\"", Lang::rule_papers_unset),
        set("months", Lang::rule_evidence_months, policy.evidence_months),
        set("verified_months", Lang::rule_verified_months, policy.verified_months),
    ]
}

fn screening(policy: &Policy) -> Vec<PolicyEntry> {
    let up_to = policy.screening_up_to.map(word);
    vec![optional("up_to", Lang::rule_screening_up_to, up_to, "\"medium\"", Lang::rule_screening_unset)]
}

/// A key for each of a set of words, with what it means and its value.
fn keyed<T: Word>(words: &[(T, Phrase)], value: impl Fn(T) -> Clean) -> Vec<PolicyEntry> {
    words.iter().map(|(key, about)| set(key.word(), *about, value(*key))).collect()
}

fn review_months(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Level, Phrase, &str); 4] = [
        (Level::Critical, Lang::rule_review_months_critical, "6"),
        (Level::High, Lang::rule_review_months_high, "12"),
        (Level::Medium, Lang::rule_review_months_medium, "18"),
        (Level::Low, Lang::rule_review_months_low, "24"),
    ];
    let entry = |(tier, about, example): (Level, Phrase, &'static str)| {
        let months = policy.review_months[tier.index()].map(|months| months.clean());
        optional(tier.word(), about, months, example, Lang::rule_review_months_unset)
    };
    ABOUT.map(entry).into()
}

fn importance(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Importance, Phrase); 5] = [
        (Importance::Critical, Lang::rule_importance_critical),
        (Importance::High, Lang::rule_importance_high),
        (Importance::Medium, Lang::rule_importance_medium),
        (Importance::Low, Lang::rule_importance_low),
        (Importance::Info, Lang::rule_importance_info),
    ];
    keyed(&ABOUT, |importance| policy.weight(importance).clean())
}

fn assurance(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Assurance, Phrase); 4] = [
        (Assurance::Claimed, Lang::rule_assurance_claimed),
        (Assurance::Expired, Lang::rule_assurance_expired),
        (Assurance::Documented, Lang::rule_assurance_documented),
        (Assurance::Verified, Lang::rule_assurance_verified),
    ];
    keyed(&ABOUT, |assurance| policy.credit(assurance).clean())
}

fn bands(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Band, Phrase); 3] = [
        (Band::Strong, Lang::rule_bands_strong),
        (Band::Adequate, Lang::rule_bands_adequate),
        (Band::Weak, Lang::rule_bands_weak),
    ];
    keyed(&ABOUT, |band| policy.cut(band).clean())
}

fn residual_risk(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Level, Phrase); 4] = [
        (Level::Low, Lang::rule_residual_risk_low),
        (Level::Medium, Lang::rule_residual_risk_medium),
        (Level::High, Lang::rule_residual_risk_high),
        (Level::Critical, Lang::rule_residual_risk_critical),
    ];
    keyed(&ABOUT, |tier| list(policy.residual_risk[tier.index()].map(word)))
}

fn red_flags(policy: &Policy) -> Vec<PolicyEntry> {
    const ABOUT: [(Level, Phrase); 4] = [
        (Level::Low, Lang::rule_red_flags_low),
        (Level::Medium, Lang::rule_red_flags_medium),
        (Level::High, Lang::rule_red_flags_high),
        (Level::Critical, Lang::rule_red_flags_critical),
    ];
    keyed(&ABOUT, |severity| list(policy.red_flags[severity.index()].map(|bound| word(Bound(bound)))))
}

fn display(policy: &Policy) -> Vec<PolicyEntry> {
    let language = policy.display.language.map(|lang| toml_text(lang.code()));
    let scale = policy.display.scale;
    let language =
        optional("language", Lang::rule_display_language, language, "\"sv\"", Lang::rule_display_language_unset);
    vec![
        PolicyEntry { hint: Some(Hint::NameLanguage), ..language },
        set("scale", Lang::rule_display_scale, scale.top),
        set("decimals", Lang::rule_display_decimals, scale.decimals),
        set("rounding", Lang::rule_display_rounding, word(scale.rounding)),
    ]
}

fn gate(policy: &Policy) -> Vec<PolicyEntry> {
    let gate = &policy.gate;
    let coverage = gate.coverage.map(|coverage| coverage.clean());
    let without = Lang::rule_gate_unset;
    vec![
        optional("rating", Lang::rule_gate_rating, gate.rating.map(word), "\"high\"", without),
        optional("coverage", Lang::rule_gate_coverage, coverage, "80", without),
        set("red_flags", Lang::rule_gate_red_flags, truth(gate.red_flags)),
        set("expired_evidence", Lang::rule_gate_expired_evidence, truth(gate.expired_evidence)),
        set("decision", Lang::rule_gate_decision, truth(gate.decision)),
    ]
}

/// The lines of a policy file on which its values stand.
#[derive(Debug)]
pub struct Lines<'s> {
    source: &'s Source,
    root: Node<'s>,
}

impl<'s> Lines<'s> {
    /// Reads the places of a file that is known to be a valid policy.
    pub fn of(source: &'s Arc<Source>, arena: &'s Arena) -> Lines<'s> {
        Lines { source, root: toml::parse(source, arena, &mut Diagnostics::default()) }
    }

    /// The line of a key, from 1; `None` if the file does not give it.
    pub fn line(&self, section: Option<&str>, key: &str) -> Option<usize> {
        let table = section.map_or(Some(&self.root), |section| self.root.get(section))?;
        Some(self.source.position(table.get(key)?.span.start).line)
    }
}
