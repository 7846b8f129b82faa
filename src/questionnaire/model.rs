//! The questionnaire.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::form::Form;
use super::ids::{
    ById, CategoryId, ContradictionId, FactorId, FactorOptionId, FileId, FlagId, FrameworkId, GroupId, Ids, KindId,
    QuestionId,
};
use super::level::{Importance, Level};
use super::text::{TextLanguage, Translations};
use crate::source::fields::fixed_words;
use crate::source::{Source, Span};
use crate::words::clean::Trusted;
use crate::words::{Clean, Lang};

/// A whole questionnaire. What refers to a thing within it holds its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Questionnaire {
    /// Its id.
    pub id: Clean,
    /// Its version, `major.minor.patch`.
    pub version: Clean,
    /// Language codes; the first is the default.
    pub languages: Vec<String>,
    /// Its name.
    pub title: Translations,
    /// What it is about.
    pub about: Option<Translations>,
    /// What is at stake before any control.
    pub factors: ById<FactorId, Factor>,
    /// Answers that bound the risk rating from below.
    pub flags: ById<FlagId, RedFlag>,
    /// Answers that cannot both be true.
    pub contradictions: ById<ContradictionId, Contradiction>,
    /// Kinds of evidence.
    pub evidence: ById<KindId, EvidenceKind>,
    /// What references point to.
    pub frameworks: ById<FrameworkId, Framework>,
    /// Categories that are shown together.
    pub groups: ById<GroupId, Group>,
    /// The categories, in report order.
    pub categories: ById<CategoryId, Category>,
    /// The questions of all categories, in order.
    pub questions: ById<QuestionId, Question>,
    /// The questions, each after those that its condition looks at.
    pub asking_order: Vec<QuestionId>,
    /// What it extends.
    pub base: Option<Box<Base>>,
    /// The files it was read from, the main one first, those of what it extends last.
    #[serde(skip)]
    pub sources: ById<FileId, Arc<Source>>,
    /// See [`Questionnaire::fingerprint`].
    pub(super) fingerprint: String,
    /// The language of its texts, where the reader asked for one that `duly` itself does not speak.
    #[serde(skip)]
    pub(super) told_in: Option<TextLanguage>,
    pub(super) own_files: usize,
    pub(super) by_id: Ids<QuestionId>,
    pub(super) factor_ids: Ids<FactorId>,
    pub(super) kind_ids: Ids<KindId>,
}

/// A questionnaire that another one extends, and what that one leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Base {
    /// Its id.
    pub id: Clean,
    /// Its version.
    pub version: Clean,
    /// See [`Questionnaire::fingerprint`].
    pub fingerprint: String,
    /// How many questions it has.
    pub questions: usize,
    /// How many of them are left out.
    pub questions_left_out: usize,
    /// How many red flags it has.
    pub flags: usize,
    /// The ids of those that are left out, because they look at questions that are.
    pub flags_left_out: Vec<Clean>,
    /// The ids of those that look at fewer questions, because the others are left out.
    pub flags_narrowed: Vec<Clean>,
    /// What it extends itself.
    pub base: Option<Box<Base>>,
}

impl Base {
    /// `id@version`.
    pub fn reference(&self) -> Clean {
        self.id.clone().and("@").and(&self.version)
    }

    /// It, what it extends, and so on.
    pub fn and_below(&self) -> impl Iterator<Item = &Base> {
        std::iter::successors(Some(self), |base| base.base.as_deref())
    }
}

/// A factor of inherent risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Factor {
    /// Its id.
    pub id: Clean,
    /// What the buyer is asked.
    pub ask: Translations,
    /// The answers, each with its tier; never empty.
    pub options: ById<FactorOptionId, FactorOption>,
}

/// An answer to a factor of inherent risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct FactorOption {
    /// Its id.
    pub id: Clean,
    /// What the buyer reads.
    pub label: Translations,
    /// How much is at stake then.
    pub tier: Level,
}

/// Where something stands: which of the questionnaire's files, and where in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The part of it.
    pub span: Span,
}

/// A red flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RedFlag {
    /// Its id.
    pub id: Clean,
    /// What is the matter.
    pub title: Translations,
    /// What to require of the vendor.
    pub remedy: Option<Translations>,
    /// How severe it is.
    pub severity: Level,
    /// What it rests on.
    pub basis: Option<Basis>,
    /// When it is raised.
    pub when: Condition,
    /// Where it stands.
    pub origin: Origin,
}

/// What a red flag rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// A duty in law.
    Legal,
    /// A judgement of risk.
    Risk,
}

fixed_words!(Basis { Legal: "legal", Risk: "risk" });

/// Answers that cannot both be true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Contradiction {
    /// Its id.
    pub id: Clean,
    /// What does not add up.
    pub title: Translations,
    /// When it does not.
    pub when: Condition,
}

/// A kind of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct EvidenceKind {
    /// Its id.
    pub id: Clean,
    /// What to ask for.
    pub ask: Translations,
    /// How long after its issue it is current; `None` where it does not say.
    pub valid_months: Option<Validity>,
    /// The other kinds that it proves as much as; what those stand for is not among them.
    pub stands_for: Vec<KindId>,
}

/// How long documents of a kind are current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Validity {
    /// So many months, 1..=120.
    Months(u32),
    /// For ever: a contract does not age.
    Never,
}

/// A framework that references point to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Framework {
    /// Its id.
    pub id: Clean,
    /// Its name and edition.
    pub title: Translations,
    /// Where to read it.
    pub link: Option<String>,
}

/// Categories that are shown together with a subtotal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Group {
    /// Its id.
    pub id: Clean,
    /// Its name.
    pub title: Translations,
    /// Its categories.
    pub categories: Vec<CategoryId>,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Category {
    /// Its id.
    pub id: Clean,
    /// Its name.
    pub title: Translations,
    /// What it is about.
    pub about: Option<Translations>,
    /// What it counts, 0..=10,000: all categories have one, or none.
    pub weight: Option<u32>,
    /// An assured score below it raises a built-in red flag, 1..=100.
    pub minimum: Option<u8>,
    /// Its questions, in order.
    pub questions: Vec<QuestionId>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Question {
    /// Its full id, `category.question`.
    pub id: Clean,
    /// Its category.
    pub category: CategoryId,
    /// The question as the vendor reads it.
    pub ask: Translations,
    /// Help for the vendor.
    pub help: Option<Translations>,
    /// What a good answer looks like; for the assessor only.
    pub good: Option<Translations>,
    /// What a weak answer looks like; for the assessor only.
    pub weak: Option<Translations>,
    /// What it counts.
    pub weight: Weight,
    /// How it is answered.
    pub form: Form,
    /// Whether it may be answered with n/a.
    pub not_applicable: NotApplicable,
    /// The kinds of evidence to ask for.
    pub evidence: Vec<KindId>,
    /// What to ask when the answer is weak, where the option that was chosen says nothing of its own.
    pub follow_up: Option<Translations>,
    /// What to require of the vendor, likewise.
    pub remedy: Option<Translations>,
    /// Frameworks, and what in them.
    pub refs: Vec<(FrameworkId, Vec<String>)>,
    /// Asked only if this holds.
    pub when: Option<Condition>,
    /// Its full ids in earlier versions, none of which is in use.
    pub was: Vec<Clean>,
    /// Whether it is one of those that decide most, which the short form asks.
    pub screening: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// What a question counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// By the policy's table.
    Importance(Importance),
    /// So much, 0..=10,000.
    Direct(u32),
}

/// Whether a question may be answered with n/a.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotApplicable {
    /// Yes, with a reason and up to the policy's cap.
    Allowed,
    /// Only if the reviewer accepts it.
    Approval,
    /// No.
    Forbidden,
}

fixed_words!(NotApplicable { Allowed: "allowed", Approval: "approval", Forbidden: "forbidden" });

impl Questionnaire {
    /// A question by its full id.
    pub fn find(&self, id: &str) -> Option<QuestionId> {
        self.by_id.get(id)
    }

    /// A factor of inherent risk by its id.
    pub fn find_factor(&self, id: &str) -> Option<FactorId> {
        self.factor_ids.get(id)
    }

    /// A kind of evidence by its id.
    pub fn find_kind(&self, id: &str) -> Option<KindId> {
        self.kind_ids.get(id)
    }

    /// The questions of the short form, in order: those that are marked, and the gates that decide whether they are
    /// asked. Empty where none is marked.
    pub fn short_form(&self) -> Vec<QuestionId> {
        let mut is_in = self.questions.map(|_, question| question.screening);
        for at in self.asking_order.iter().rev().filter(|at| self.questions[**at].when.is_some()) {
            if is_in[*at] {
                let gates = self.questions[*at].when.iter().flat_map(Condition::questions);
                gates.for_each(|gate| is_in[gate] = true);
            }
        }
        self.questions.ids().filter(|at| is_in[*at]).collect()
    }

    /// The language in which its texts are told to a reader to whom `duly` speaks this one: the language itself, else
    /// the first; whatever it is, the one that [`Questionnaire::tell_in`] set.
    pub fn language(&self, lang: Lang) -> TextLanguage {
        self.told_in.unwrap_or_else(|| TextLanguage::of(lang.code(), &self.languages))
    }

    /// Whether its texts are written in a language, by its code.
    pub fn is_written_in(&self, code: &str) -> bool {
        self.languages.iter().any(|known| known == code)
    }

    /// Has its texts told in a language that `duly` itself may not speak, by its code; the first if it has none in it.
    pub fn tell_in(&mut self, code: &str) {
        self.told_in = Some(TextLanguage::of(code, &self.languages));
    }

    /// The code of the language that [`Questionnaire::tell_in`] set.
    pub fn told_in(&self) -> Option<&str> {
        self.told_in.and_then(|language| language.code(&self.languages))
    }

    /// The main file that it was read from.
    pub fn main_source(&self) -> Option<&Arc<Source>> {
        self.sources.iter().next()
    }

    /// The file that it was read from, if that is the only one; what it extends lies in others.
    pub fn only_source(&self) -> Option<&Arc<Source>> {
        self.main_source().filter(|_| self.own_files == 1)
    }

    /// `id@version`.
    pub fn reference(&self) -> Clean {
        self.id.clone().and("@").and(&self.version)
    }

    /// The SHA-256 of the main file and then the category files in order, each preceded by its length as 8 bytes,
    /// little endian; lower-case hexadecimal. What it extends has its own.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.clone()
    }
}
