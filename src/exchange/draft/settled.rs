//! A draft made valid: what a reader of ours would refuse is changed, and the account says what.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::set_apart;
use super::plain_id::{TakenIds, plain_id};
use super::{Draft, DraftCategory, DraftCondition, DraftFlag, DraftForm, DraftOption, DraftQuestion, DraftText};
use crate::exchange::ledger::{Fate, Ledger};
use crate::questionnaire::built_in;
use crate::questionnaire::level::Importance;
use crate::questionnaire::limits::{MOST_OPTIONS, MOST_POINTS};
use crate::questionnaire::names::{is_id, is_version};
use crate::words::clean::one_line;
use crate::words::matters::draft as matter;

impl Draft {
    /// The same as a reader takes it: ids plain, unique and not reserved, labels apart, conditions simple and on what
    /// is there. Conditions name questions by their whole ids now.
    #[must_use]
    pub fn settled(mut self, ledger: &mut Ledger) -> Draft {
        let mut own = Ledger::default();
        self.settle(&mut own);
        let questions = || self.categories.iter().flat_map(|category| &category.questions);
        ledger.count(Fate::Mapped, &matter::CATEGORIES, self.categories.len());
        ledger.count(Fate::Mapped, &matter::QUESTIONS, questions().count());
        ledger.count(Fate::Mapped, &matter::CONDITIONS, questions().filter(|question| question.when.is_some()).count());
        ledger.count(Fate::Mapped, &matter::FLAGS, self.flags.len());
        ledger.append(own);
        self
    }

    fn settle(&mut self, ledger: &mut Ledger) {
        self.settle_head();
        self.label_options();
        self.keep_within_bounds(ledger);
        self.frameworks.iter_mut().for_each(|(id, _)| *id = plain_id(id));
        let own = self.frameworks.first().map(|(id, _)| id.clone());
        let (mut taken, mut known) = (TakenIds::default(), KnownQuestions::default());
        for category in &mut self.categories {
            category.id = made_plain(&category.id, &mut taken, ledger);
            let mut taken = TakenIds::default();
            category.questions.retain(|question| has_words(question, ledger));
            for question in &mut category.questions {
                let original = question.id.clone();
                question.id = made_plain(&original, &mut taken, ledger);
                if let Some(own) = own.as_ref().filter(|_| question.id != original) {
                    question.keep_original(own, &original);
                }
                let options = question.settle(ledger);
                known.add(original, format!("{}.{}", category.id, question.id), question, options);
            }
        }
        self.categories.retain(|category| !category.questions.is_empty());
        self.categories.iter_mut().flat_map(|category| &mut category.questions).for_each(|question| {
            question.when = question.when.take().and_then(|when| known.condition(when, &question.id, ledger));
        });
        let mut taken = TakenIds::default();
        let flags = std::mem::take(&mut self.flags).into_iter();
        self.flags = flags.filter_map(|flag| flag.settled(&known, &mut taken, ledger)).collect();
        without_circles(&mut self.categories, ledger);
        let refs = self.categories.iter().flat_map(|category| &category.questions).flat_map(|question| &question.refs);
        let used: BTreeSet<&String> = refs.map(|(framework, _)| framework).collect();
        self.frameworks.retain(|(id, _)| used.contains(id));
        ledger.remark(Fate::Decide, &matter::STAKES);
    }

    /// An option without a label is called by its id.
    fn label_options(&mut self) {
        for question in self.categories.iter_mut().flat_map(|category| &mut category.questions) {
            if let DraftForm::One(options) | DraftForm::Many { options, .. } = &mut question.form {
                let unlabelled = options.iter_mut().filter(|option| option.label.is_empty());
                unlabelled.for_each(|option| option.label = DraftText::one(option.id.clone()));
            }
        }
    }

    fn settle_head(&mut self) {
        self.id = TakenIds::default().free(plain_id(&self.id));
        if built_in::find(&self.id).is_some() {
            self.id.insert_str(0, "our-"); // its own id stands for what the program carries
        }
        if !is_version(&self.version) {
            let original = std::mem::take(&mut self.version);
            self.version = three_numbers(&original);
            if !original.trim().is_empty() {
                let about = self.about.take().filter(|about| !about.is_empty());
                self.about = Some(match about {
                    Some(about) => about.map(|text| format!("{} ({})", text.trim(), original.trim())),
                    None => self.title.clone().map(|text| format!("{} ({})", text.trim(), original.trim())),
                });
            }
        }
        let mut known = TakenIds::default();
        self.languages.retain(|code| is_id(code) && known.take(code));
        if self.languages.is_empty() {
            self.languages = vec!["en".to_owned()];
        }
        if self.title.is_empty() {
            self.title = DraftText::one(self.id.clone());
        }
    }
}

/// The first numbers of a version as one of three: `v3.0-20231109` is 3.0.0.
fn three_numbers(version: &str) -> String {
    let start = version.find(|letter: char| letter.is_ascii_digit()).unwrap_or(version.len());
    let found = version.get(start..).unwrap_or_default();
    let end = found.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(found.len());
    let mut numbers: Vec<String> = found.get(..end).unwrap_or_default().split('.').map(number).collect();
    numbers.resize(3, "0".to_owned());
    if numbers.iter().all(|number| number == "0") { "1.0.0".to_owned() } else { numbers.join(".") }
}

fn number(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.chars().take(9).collect() }
}

fn made_plain(original: &str, taken: &mut TakenIds, ledger: &mut Ledger) -> String {
    let plain = plain_id(original);
    if plain != original.trim() {
        ledger.note(Fate::Mapped, &matter::PLAIN_IDS, one_line(original));
    }
    let id = taken.free(plain.clone());
    if id != plain {
        ledger.note(Fate::Mapped, &matter::SAME_IDS, one_line(original));
    }
    id
}

fn has_words(question: &DraftQuestion, ledger: &mut Ledger) -> bool {
    if question.ask.is_empty() {
        ledger.note(Fate::Lost, &matter::WORDLESS, one_line(&question.id));
    }
    !question.ask.is_empty()
}

/// The ids of options: as the source has them, and as they are now.
type OptionIds = Vec<(String, String)>;

impl DraftQuestion {
    fn keep_original(&mut self, framework: &str, original: &str) {
        let original = original.trim().to_owned();
        match self.refs.iter_mut().find(|(known, _)| known == framework) {
            Some((_, points)) if points.contains(&original) => {}
            Some((_, points)) => points.insert(0, original),
            None => self.refs.insert(0, (framework.to_owned(), vec![original])),
        }
    }

    /// Settles how it is answered and what it counts.
    fn settle(&mut self, ledger: &mut Ledger) -> OptionIds {
        self.refs.iter_mut().for_each(|(framework, _)| *framework = plain_id(framework));
        let of = one_line(&self.id);
        let ids = if let DraftForm::One(options) | DraftForm::Many { options, .. } = &mut self.form {
            if options.len() > MOST_OPTIONS {
                ledger.count(Fate::Lost, &matter::OPTIONS, options.len() - MOST_OPTIONS);
                options.truncate(MOST_OPTIONS);
            }
            let ids = plain_options(options);
            (0..set_apart(options)).for_each(|_| ledger.note(Fate::Mapped, &matter::LABELS, of.clone()));
            ids
        } else {
            self.form.option_ids().iter().map(|id| ((*id).to_owned(), (*id).to_owned())).collect()
        };
        if ids.is_empty() {
            self.form = DraftForm::Text;
        }
        self.weigh(ledger);
        ids
    }

    fn weigh(&mut self, ledger: &mut Ledger) {
        let of = one_line(&self.id);
        let is_scored = self.weight.is_none_or(|weight| weight > 0) && self.importance != Some(Importance::Info);
        if self.form == DraftForm::Text {
            (self.importance, self.weight) = (Some(Importance::Info), None);
        } else if is_scored && !self.form.is_valued() {
            (self.importance, self.weight) = (Some(Importance::Info), None);
            let why = if self.form.lacks_a_full_answer() { &matter::NONE_WORTH_ALL } else { &matter::UNWEIGHED };
            ledger.note(Fate::Decide, why, of);
        } else if self.importance.is_none() && self.weight.is_none() {
            self.importance = Some(Importance::Medium);
            ledger.note(Fate::Decide, &matter::AS_MEDIUM, of);
        }
        self.weight = self.weight.map(|weight| weight.min(10 * MOST_POINTS));
    }
}

impl DraftForm {
    /// Whether it is known what every answer is worth, and none of them is worth everything.
    fn lacks_a_full_answer(&self) -> bool {
        let DraftForm::One(options) = self else { return false };
        options.iter().all(|option| option.value.is_some_and(|value| value < 100))
    }

    /// Whether it is known what every answer is worth, and one of them is worth everything.
    fn is_valued(&self) -> bool {
        let given = |options: &[DraftOption]| options.iter().all(|option| option.value.is_some());
        match self {
            DraftForm::Text => false,
            DraftForm::YesNo | DraftForm::YesPartialNo => true,
            DraftForm::One(options) => given(options) && options.iter().any(|option| option.value == Some(100)),
            DraftForm::Many { full_at, options } => {
                let all: u64 = options.iter().filter_map(|option| option.value).map(u64::from).sum();
                given(options) && full_at.is_some_and(|full| full > 0 && u64::from(full) <= all)
            }
        }
    }
}

fn plain_options(options: &mut [DraftOption]) -> OptionIds {
    let mut taken = TakenIds::default();
    let plain = |option: &mut DraftOption| {
        let original = std::mem::take(&mut option.id);
        option.id = taken.free(plain_id(&original));
        (original, option.id.clone())
    };
    options.iter_mut().map(plain).collect()
}

/// Questions by the ids of the source: their whole ids, and their options.
#[derive(Default)]
struct KnownQuestions {
    by_original: BTreeMap<String, (String, OptionIds)>,
    /// The options of those that are always asked, answered by one of them, and never not applicable; by whole ids.
    always_answered: BTreeMap<String, Vec<String>>,
}

impl KnownQuestions {
    fn add(&mut self, original: String, id: String, question: &DraftQuestion, options: OptionIds) {
        let is_of_one = !matches!(question.form, DraftForm::Text | DraftForm::Many { .. });
        if is_of_one && question.when.is_none() && !question.may_be_not_applicable {
            self.always_answered.insert(id.clone(), options.iter().map(|(_, ours)| ours.clone()).collect());
        }
        self.by_original.entry(original).or_insert((id, options));
    }

    /// A condition on what is there; `None` if nothing is left of it, or it is too deep.
    fn condition(&self, when: DraftCondition, of: &str, ledger: &mut Ledger) -> Option<DraftCondition> {
        let Some(found) = self.resolved(when) else {
            ledger.note(Fate::Lost, &matter::LOOSE_CONDITIONS, one_line(of));
            return None;
        };
        let others = |question: &str, options: &[String]| self.others(question, options);
        let (found, is_cut) = found.simplified(&others)?.within_reach(&others);
        if is_cut {
            ledger.note(Fate::Lost, &matter::DEEP_CONDITIONS, one_line(of));
        }
        found
    }

    /// See [`OtherOptions`](super::condition::OtherOptions).
    fn others(&self, question: &str, options: &[String]) -> Option<Vec<String>> {
        let all = self.always_answered.get(question)?;
        Some(all.iter().filter(|option| !options.contains(option)).cloned().collect())
    }

    /// The same by our ids; `None` if it names anything that is not there.
    fn resolved(&self, when: DraftCondition) -> Option<DraftCondition> {
        let all =
            |parts: Vec<DraftCondition>| parts.into_iter().map(|part| self.resolved(part)).collect::<Option<Vec<_>>>();
        Some(match when {
            DraftCondition::All(parts) => DraftCondition::All(all(parts)?),
            DraftCondition::Any(parts) => DraftCondition::Any(all(parts)?),
            DraftCondition::Not(part) => DraftCondition::Not(Box::new(self.resolved(*part)?)),
            DraftCondition::Chosen { question, options } => {
                let (id, known) = self.by_original.get(&question)?;
                let ours = |option: &String| Some(known.iter().find(|(theirs, _)| theirs == option)?.1.clone());
                DraftCondition::Chosen {
                    question: id.clone(),
                    options: options.iter().map(ours).collect::<Option<_>>()?,
                }
            }
        })
    }
}

impl DraftFlag {
    fn settled(mut self, known: &KnownQuestions, taken: &mut TakenIds, ledger: &mut Ledger) -> Option<DraftFlag> {
        let of = one_line(&self.id);
        let others = |question: &str, options: &[String]| known.others(question, options);
        let found = known.resolved(self.when).and_then(|when| when.simplified(&others));
        // one that is raised more often than it should be accuses
        let Some((Some(when), false)) = found.map(|found| found.within_reach(&others)) else {
            ledger.note(Fate::Lost, &matter::LOOSE_FLAGS, of);
            return None;
        };
        self.when = when;
        self.id = made_plain(&self.id, taken, ledger);
        if self.title.is_empty() {
            self.title = DraftText::one(self.id.clone());
        }
        Some(self)
    }
}

/// Takes the conditions from questions that wait for each other.
fn without_circles(categories: &mut [DraftCategory], ledger: &mut Ledger) {
    let in_circles = in_circles(categories);
    for category in categories {
        for question in &mut category.questions {
            if in_circles.contains(&format!("{}.{}", category.id, question.id)) {
                question.when = None;
                ledger.note(Fate::Lost, &matter::CIRCLES, one_line(&question.id));
            }
        }
    }
}

/// Questions that wait for each other, or stand between two that do, by their whole ids.
fn in_circles(categories: &[DraftCategory]) -> BTreeSet<String> {
    let mut waits: Vec<(String, String)> = Vec::new();
    for category in categories {
        for question in &category.questions {
            let looked_at = question.when.as_ref().map_or_else(Vec::new, DraftCondition::questions);
            let id = format!("{}.{}", category.id, question.id);
            waits.extend(looked_at.into_iter().map(|other| (id.clone(), other.to_owned())));
        }
    }
    // whoever waits for nobody is asked, and whoever nobody waits for is in no circle: what is left are circles
    let forwards = peeled(waits);
    let backwards = peeled(forwards.into_iter().map(|(id, other)| (other, id)).collect());
    backwards.into_iter().flat_map(|(one, other)| [one, other]).collect()
}

/// The pairs that are left when whoever waits for nobody is taken away, again and again.
fn peeled(waits: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    let mut behind: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, other) in &waits {
        *left.entry(id).or_default() += 1;
        left.entry(other).or_default();
        behind.entry(other).or_default().push(id);
    }
    let mut free: Vec<&str> = left.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = free.pop() {
        left.remove(id);
        for waiting in behind.get(id).into_iter().flatten() {
            let Some(count) = left.get_mut(waiting) else { continue };
            *count -= 1;
            if *count == 0 {
                free.push(waiting);
            }
        }
    }
    let kept: BTreeSet<String> = left.into_keys().map(str::to_owned).collect();
    waits.into_iter().filter(|(id, other)| kept.contains(id) && kept.contains(other)).collect()
}
