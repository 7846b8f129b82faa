//! A world: everything that one judgement rests on, as plain values that a test can change and then write as files.

use duly::internal::assessment::{Absence, Papers, Presence};
use duly::internal::policy::{Band, Proof};
use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::model::NotApplicable;
use duly::internal::review::NaVerdict;
use duly::internal::source::{Date, Fingerprint};

/// Questionnaire, answers, review, policy and date. What is said about a question lies beside the question.
#[derive(Clone)]
pub struct World {
    pub as_of: Date,
    pub policy: Policy,
    /// Kinds of evidence.
    pub kinds: Vec<Kind>,
    pub factors: Vec<Factor>,
    pub flags: Vec<Flag>,
    pub categories: Vec<Category>,
    /// Conditions that contradict each other where they hold.
    pub contradictions: Vec<Condition>,
    /// Documents that our review received, by kind and day.
    pub received: Vec<(Option<usize>, Date)>,
    /// Files that our review refuses.
    pub refused: Vec<Fingerprint>,
    /// Places of the categories of each group.
    pub groups: Vec<Vec<String>>,
    /// The vendor's register of documents.
    pub register: Vec<Document>,
    pub waivers: Vec<Waiver>,
    /// The questions that the vendor was sent, where that is not all.
    pub sent: Option<Vec<String>>,
}

/// A kind of evidence: how many months it is current, and the kinds that it stands for.
#[derive(Clone)]
pub struct Kind {
    pub months: Option<u32>,
    pub stands_for: Vec<usize>,
}

/// A policy; `None` leaves a section to its default.
#[derive(Clone)]
pub struct Policy {
    pub importance: [u32; 5],
    pub assurance: Option<[u8; 4]>,
    pub bands: Option<[u8; 3]>,
    pub residual_risk: Option<[[Level; 4]; 4]>,
    pub red_flags: Option<[[Option<Level>; 4]; 4]>,
    pub default_inherent_risk: Level,
    pub category_minimum_severity: Level,
    pub not_applicable_cap: u32,
    pub ruled_out_by: Proof,
    pub scope_by_claim: u32,
}

/// A factor of inherent risk: the tiers of its options, and which one the review states.
#[derive(Clone)]
pub struct Factor {
    pub tiers: Vec<Level>,
    pub stated: Option<usize>,
}

#[derive(Clone)]
pub struct Flag {
    pub id: String,
    pub severity: Level,
    pub when: Condition,
}

#[derive(Clone)]
pub struct Category {
    pub id: String,
    pub weight: Option<u32>,
    pub minimum: Option<u32>,
    pub questions: Vec<Question>,
}

/// A question, with what the vendor and the review say about it.
#[derive(Clone)]
pub struct Question {
    /// `category.question`.
    pub id: String,
    pub weight: Weight,
    pub form: Form,
    pub not_applicable: NotApplicable,
    pub when: Option<Condition>,
    /// Kinds of evidence that it asks for.
    pub asks: Vec<usize>,
    pub given: Given,
    pub observation: Observation,
}

#[derive(Clone, Copy)]
pub enum Weight {
    /// Place in the policy's table.
    Importance(usize),
    Direct(u32),
}

#[derive(Clone)]
pub enum Form {
    /// A scale that every questionnaire knows, or options written out; each with its value.
    One {
        scale: Option<&'static str>,
        options: Vec<(String, u32)>,
    },
    /// Points of the options, and whether each excludes the others.
    Many {
        full_at: u32,
        options: Vec<(u32, bool)>,
    },
    Number(Steps),
    Date {
        since: bool,
        never: Option<u32>,
        steps: Steps,
    },
    Text,
}

#[derive(Clone)]
pub struct Steps {
    pub at_most: bool,
    pub steps: Vec<(i32, u32)>,
}

#[derive(Clone)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// Question and options; `never` is the option of a date.
    Options(String, Vec<String>),
    /// Question, above, below.
    Within(String, Option<i32>, Option<i32>),
    /// Factor and options.
    Factor(usize, Vec<usize>),
}

/// What the vendor says.
#[derive(Clone, Default)]
pub struct Given {
    pub answer: Answer,
    pub comment: bool,
    pub evidence: Vec<Cited>,
}

#[derive(Clone, Default, PartialEq)]
pub enum Answer {
    #[default]
    Silent,
    Unknown,
    NotApplicable,
    /// Ids of options; exactly one for a choice of one.
    Options(Vec<String>),
    Number(u32),
    Date(Date),
    Never,
    Words,
}

#[derive(Clone)]
pub enum Cited {
    Register(usize),
    Inline(Document),
}

#[derive(Clone)]
pub struct Document {
    pub kind: Option<usize>,
    pub issued: Option<Date>,
    pub valid_until: Option<Date>,
    pub location: Option<String>,
}

impl Document {
    /// Whether its file is here.
    pub fn is_here(&self) -> bool {
        self.location.as_deref().is_some_and(|place| matches!(presence(place), Presence::Here(_)))
    }
}

/// What lies at a place that a document names: the places of the generator with an even number have no file, the others
/// one of their own, but for two that have the same.
pub fn presence(location: &str) -> Presence {
    let number = location.strip_prefix("evidence/").and_then(|rest| rest.strip_suffix(".pdf"));
    match number.and_then(|number| number.parse::<u32>().ok()) {
        Some(number) if number % 2 == 1 => Presence::Here(Fingerprint::of([content(number).to_le_bytes()])),
        _ => Presence::Missing(Absence::NothingThere),
    }
}

fn content(number: u32) -> u32 {
    if SAME.contains(&number) { SAME.start } else { number }
}

/// Files with these numbers have the same content.
const SAME: std::ops::Range<u32> = 93..100;

/// What the review says about a question.
#[derive(Clone, Default)]
pub struct Observation {
    pub saw: Option<Answer>,
    pub verified: Vec<Document>,
    pub overruled: Option<Answer>,
    pub not_applicable: Option<NaVerdict>,
}

/// A red flag of the questionnaire or `category:ID`, accepted until a day.
#[derive(Clone)]
pub struct Waiver {
    pub flag: String,
    pub until: Date,
}

impl World {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.categories.iter().flat_map(|category| &category.questions)
    }

    pub fn questions_mut(&mut self) -> impl Iterator<Item = &mut Question> {
        self.categories.iter_mut().flat_map(|category| &mut category.questions)
    }

    pub fn question(&self, id: &str) -> &Question {
        self.questions().find(|question| question.id == id).unwrap()
    }

    pub fn question_mut(&mut self, id: &str) -> &mut Question {
        self.questions_mut().find(|question| question.id == id).unwrap()
    }

    pub fn ids(&self) -> Vec<String> {
        self.questions().map(|question| question.id.clone()).collect()
    }

    /// Whether the condition of any question looks at a question.
    pub fn is_gate(&self, id: &str) -> bool {
        self.questions().filter_map(|question| question.when.as_ref()).any(|when| when.looks_at(id))
    }

    /// Whether the condition of any red flag looks at a question.
    pub fn is_flagged(&self, id: &str) -> bool {
        self.flags.iter().any(|flag| flag.when.looks_at(id))
    }

    /// What a question counts by this policy, before category weights.
    pub fn weight(&self, question: &Question) -> u32 {
        match (&question.form, question.weight) {
            (Form::Text, _) => 0,
            (_, Weight::Importance(at)) => self.policy.importance[at],
            (_, Weight::Direct(weight)) => weight,
        }
    }

    /// The lowest scores of the bands of this policy.
    pub fn cut(&self, band: Band) -> u8 {
        let cuts = self.policy.bands.unwrap_or([90, 70, 50]);
        cuts.get(band.index()).copied().unwrap_or(0)
    }

    /// The documents that are here.
    pub fn papers(&self) -> Papers {
        let places = self.documents().filter_map(|document| document.location.as_deref());
        places.map(|place| (place, presence(place))).collect()
    }

    /// Every document of the vendor.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        let cited = self.questions().flat_map(|question| &question.given.evidence);
        let inline = cited.filter_map(|cited| match cited {
            Cited::Inline(document) => Some(document),
            Cited::Register(_) => None,
        });
        self.register.iter().chain(inline)
    }

    /// Whether the review says anything; without that there is none.
    pub fn is_reviewed(&self) -> bool {
        let stated = self.factors.iter().any(|factor| factor.stated.is_some());
        let papers = !self.received.is_empty() || !self.refused.is_empty();
        stated
            || papers
            || self.sent.is_some()
            || !self.waivers.is_empty()
            || self.questions().any(|question| !question.observation.is_empty())
    }

    /// Accepts a flag until a day, instead of any earlier waiver of it.
    pub fn waive(&mut self, flag: &str, until: Date) {
        self.waivers.retain(|waiver| waiver.flag != flag);
        self.waivers.push(Waiver { flag: flag.to_owned(), until });
    }
}

impl Question {
    /// The effective answer is ours where we gave one.
    pub fn effective(&self) -> &Answer {
        self.observation.overruled.as_ref().unwrap_or(&self.given.answer)
    }

    /// What an answer is worth, as a fraction; nothing if it is no answer that can be valued on that day.
    pub fn worth(&self, answer: &Answer, as_of: Date) -> Option<(u32, u32)> {
        match (&self.form, answer) {
            (Form::One { options, .. }, Answer::Options(chosen)) => {
                Some((options.iter().find(|(id, _)| chosen.contains(id))?.1, 100))
            }
            (Form::Many { full_at, options }, Answer::Options(chosen)) => {
                let ticked = options.iter().enumerate().filter(|(at, _)| chosen.contains(&option(*at)));
                Some((ticked.map(|(_, (points, _))| *points).sum::<u32>().min(*full_at), *full_at))
            }
            (Form::Number(steps), Answer::Number(number)) => Some((steps.value(i64::from(*number)), 100)),
            (Form::Date { never, .. }, Answer::Never) => Some(((*never)?, 100)),
            (Form::Date { since: true, .. }, Answer::Date(date)) if *date > as_of => None,
            (Form::Date { since: true, steps, .. }, Answer::Date(date)) => {
                Some((steps.value(as_of.days_since(*date)), 100))
            }
            (Form::Date { steps, .. }, Answer::Date(date)) => Some((steps.value(date.days_since(as_of)), 100)),
            _ => None,
        }
    }

    /// Answers that can be given on a day: every option, every side of every bound.
    pub fn possible(&self, as_of: Date) -> Vec<Answer> {
        match &self.form {
            Form::One { options, .. } => options.iter().map(|(id, _)| Answer::Options(vec![id.clone()])).collect(),
            Form::Many { options, .. } => ticks(options),
            Form::Number(steps) => {
                let numbers = steps.interesting().filter_map(|number| u32::try_from(number).ok());
                numbers.map(Answer::Number).collect()
            }
            Form::Date { since, never, steps } => {
                let days = |days: i32| as_of.plus_days(if *since { -days } else { days });
                let dates = steps.interesting().filter(|number| !since || *number >= 0).map(days).map(Answer::Date);
                dates.chain(never.map(|_| Answer::Never)).collect()
            }
            Form::Text => vec![Answer::Words],
        }
    }

    /// Other answers that are worth as much as an answer at most; of ticks, those that it holds.
    pub fn lesser(&self, than: &Answer, as_of: Date) -> Vec<Answer> {
        let Some((worth, of)) = self.worth(than, as_of) else { return Vec::new() };
        let is_lesser = |answer: &Answer| {
            let is_less = self.worth(answer, as_of).is_some_and(|(less, part)| less * of <= worth * part);
            answer != than && is_less && self.holds(than, answer)
        };
        self.possible(as_of).into_iter().filter(is_lesser).collect()
    }

    /// Whether an answer holds all ticks of another, where the question has ticks.
    pub fn holds(&self, answer: &Answer, other: &Answer) -> bool {
        match (&self.form, answer, other) {
            (Form::Many { .. }, Answer::Options(all), Answer::Options(some)) => {
                some.iter().all(|tick| all.contains(tick))
            }
            _ => true,
        }
    }

    /// An answer that is worth everything, if the form has one: the one in force where it already is.
    pub fn perfect(&self, as_of: Date) -> Option<Answer> {
        let is_perfect = |answer: &Answer| self.worth(answer, as_of).is_some_and(|(worth, of)| worth == of);
        let effective = [self.effective().clone()].into_iter();
        effective.chain(self.possible(as_of)).find(is_perfect)
    }

    /// Remediations the question and proves it, in one of two ways: the vendor does and we see it, or we say so ourselves
    /// and see it.
    pub fn remediation(&mut self, as_of: Date, ourselves: bool) {
        let perfect = self.perfect(as_of).unwrap();
        self.observation = Observation::default();
        if ourselves {
            self.observation.overruled = Some(perfect);
        } else {
            self.given.answer = perfect;
        }
        self.observation.verified.push(Document::current(as_of));
    }
}

/// All sets of options that may be ticked together.
fn ticks(options: &[(u32, bool)]) -> Vec<Answer> {
    let chosen = |set: u32| (0..options.len()).filter(move |at| (set >> at) & 1 == 1);
    let allowed = |set: &u32| set.count_ones() == 1 || chosen(*set).all(|at| !options[at].1);
    (1..1_u32 << options.len()).filter(allowed).map(|set| Answer::Options(chosen(set).map(option).collect())).collect()
}

impl Steps {
    /// The value of the tightest step that holds.
    fn value(&self, number: i64) -> u32 {
        let holds = |bound: i64| if self.at_most { number <= bound } else { number >= bound };
        let distance = |bound: i64| (number - bound).abs();
        let reached = self.steps.iter().filter(|(bound, _)| holds(i64::from(*bound)));
        reached.min_by_key(|(bound, _)| distance(i64::from(*bound))).map_or(0, |(_, value)| *value)
    }

    fn interesting(&self) -> impl Iterator<Item = i32> {
        self.steps.iter().flat_map(|(bound, _)| [*bound, bound - 1, bound + 1])
    }
}

impl Condition {
    pub fn looks_at(&self, id: &str) -> bool {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|part| part.looks_at(id)),
            Condition::Not(part) => part.looks_at(id),
            Condition::Options(question, _) | Condition::Within(question, ..) => question == id,
            Condition::Factor(..) => false,
        }
    }
}

impl Observation {
    pub fn is_empty(&self) -> bool {
        let Observation { saw, verified, overruled, not_applicable } = self;
        saw.is_none() && verified.is_empty() && overruled.is_none() && not_applicable.is_none()
    }
}

impl Document {
    /// A document that proves something on that day, for the last time.
    pub fn current(as_of: Date) -> Document {
        Document { kind: None, issued: None, valid_until: Some(as_of), location: Some("evidence/1.pdf".to_owned()) }
    }
}

/// The id of an option by its place.
pub fn option(at: usize) -> String {
    format!("o{at}")
}
