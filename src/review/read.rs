//! From a review file to [`Review`], with every problem noted.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::conditions;
use super::duties;
use super::model::{Decision, Observation, Outcome, Review, SentForm, Waiver};
use super::papers::{NamedPapers, NamesPaper, PaperName, ReceivedPaper, RefusedPaper};
use crate::answers::answer::Answer;
use crate::answers::model::Answers;
use crate::answers::read::MOST_NODES;
use crate::answers::read_answer::{self, required_text};
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId, QuestionId, WaiverId};
use crate::questionnaire::{FlagRef, Questionnaire};
use crate::source::fields::{Fields, Reading};
use crate::source::mend::{EntrySection, Shape};
use crate::source::nearest::nearest;
use crate::source::{Arena, Checked, Date, Diagnostics, Fingerprint, Node, Source, yaml};
use crate::words::clean::{Clean, one_line, says_something};
use crate::words::problem::{questionnaire as questionnaire_problem, review as problem, text as text_problem};

/// The format of a review file.
pub const FORMAT: &str = "duly/review@1";
/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("review.schema.json");

/// What stands where in a review, in its proper order.
pub const SHAPE: Shape = Shape {
    top: &[
        "format",
        "vendor",
        "client",
        "reviewer",
        "reviewed",
        "sent",
        "inherent_risk",
        "answers",
        "received",
        "refused",
        "waivers",
        "duties",
        "decision",
    ],
    sections: &[EntrySection {
        key: "answers",
        fields: &["saw", "answer", "not_applicable", "because", "verified", "note"],
        is_by_question: true,
    }],
};

/// Reads the review of a vendor's answers.
pub fn read(source: &Arc<Source>, questionnaire: &Questionnaire, answers: &Answers) -> Checked<Review> {
    let (review, notes) = read_on(source, questionnaire, answers);
    Checked::new(review, notes)
}

/// The same, with what could be read of it where an error stands against it.
pub fn read_on(
    source: &Arc<Source>,
    questionnaire: &Questionnaire,
    answers: &Answers,
) -> (Option<Review>, Diagnostics) {
    let (arena, mut reading) = (Arena::default(), Reading::of(source));
    let root = yaml::parse_or_mend(source, &arena, &SHAPE, MOST_NODES, &mut reading.notes);
    let review = root.and_then(|root| review(&root, questionnaire, answers, &mut reading));
    (review, reading.notes)
}

fn review(
    root: &Node<'_>,
    questionnaire: &Questionnaire,
    answers: &Answers,
    reading: &mut Reading<'_>,
) -> Option<Review> {
    let mut fields = reading.head(root, FORMAT)?;
    let vendor = required_text(&mut fields, "vendor", reading);
    if let Some(theirs) = vendor.as_ref().filter(|name| **name != answers.vendor) {
        let span = fields.optional("vendor").map_or(fields.span, |node| node.span);
        let problem = problem::review_of_another_vendor(one_line(theirs), one_line(&answers.vendor));
        let is_alike = nearest(theirs, [answers.vendor.as_str()]).is_some();
        reading.note(span, if is_alike { problem.but_looks_alike(theirs, &answers.vendor) } else { problem });
    }
    let client = fields.optional("client").and_then(|node| reading.free_text(node)).map(str::to_owned);
    let reviewer = required_text(&mut fields, "reviewer", reading);
    let reviewed = fields.required("reviewed", reading).and_then(|node| reading.date(node));
    let sent = fields.optional("sent").map_or_else(Vec::new, |node| sent(node, questionnaire, answers, reading));
    let inherent = fields.optional("inherent_risk");
    let inherent_risk = match inherent {
        Some(node) => inherent_risk(node, questionnaire, reading),
        None => questionnaire.factors.map(|_, _| None),
    };
    let mut observations: ById<QuestionId, Option<Observation>> = questionnaire.questions.map(|_, _| None);
    if let Some(node) = fields.optional("answers") {
        let mut last = None;
        for entry in reading.entries(node) {
            let found = read_answer::question(entry.key, entry.key_span, (questionnaire, &mut last), reading);
            let Some(question) = found.filter(|_| !entry.value.is_null()) else { continue };
            let mut found = observation(&entry.value, questionnaire, question, answers, reading);
            found.iter_mut().for_each(|observation| observation.span = entry.key_span);
            observations[question] = found;
        }
    }
    let received = listed(&mut fields, "received", reading, |node, reading| received(node, questionnaire, reading));
    let refused = listed(&mut fields, "refused", reading, |node, reading| refused(node, questionnaire, reading));
    let waivers = fields.optional("waivers").map_or_else(ById::default, |node| waivers(node, questionnaire, reading));
    let duties = fields.optional("duties").map_or_else(Vec::new, |node| duties::read(node, reading));
    let decision = fields.optional("decision").and_then(|node| decision(node, questionnaire, reading));
    fields.finish(reading);
    Some(Review {
        vendor: vendor?,
        client,
        reviewer: reviewer?,
        reviewed: reviewed?,
        sent,
        inherent_risk,
        answers: observations,
        received,
        refused,
        waivers,
        duties,
        decision,
        source: Arc::clone(reading.source),
    })
}

fn sent(node: &Node<'_>, questionnaire: &Questionnaire, answers: &Answers, reading: &mut Reading<'_>) -> Vec<SentForm> {
    let names = [questionnaire.reference().into(), answers.questionnaire.to_string()];
    let earlier = questionnaire
        .questions
        .with_ids()
        .rev()
        .flat_map(|(at, question)| question.was.iter().map(move |was| (was.as_str(), at)));
    let known = Askable { questionnaire, names, earlier: earlier.collect() };
    reading.list(node).iter().filter_map(|item| sent_form(item, &known, reading)).collect()
}

/// What a form may have asked.
struct Askable<'q> {
    questionnaire: &'q Questionnaire,
    /// What the questionnaire that was answered is called.
    names: [String; 2],
    /// The questions by the ids that they had before.
    earlier: HashMap<&'q str, QuestionId>,
}

fn sent_form(node: &Node<'_>, known: &Askable<'_>, reading: &mut Reading<'_>) -> Option<SentForm> {
    let Askable { questionnaire, names, earlier } = known;
    let mut fields = reading.fields(node)?;
    let text = |node: Option<&Node<'_>>, reading: &mut Reading<'_>| {
        node.and_then(|node| reading.filled_text(node)).map(|text| text.trim().to_owned())
    };
    let named = text(fields.optional("questionnaire"), reading);
    let form = text(fields.optional("form"), reading);
    let proposed = text(fields.optional("proposed"), reading);
    let on = fields.required("on", reading).and_then(|node| reading.date(node));
    let lang = text(fields.optional("lang"), reading);
    // a form of another version may have asked what this one does not
    let is_of_other = named.as_ref().is_some_and(|named| !names.contains(named));
    let asked = fields.optional("asked").map(|list| {
        let items = reading.filled_list(list, "asked").iter();
        let found = items.filter_map(|item| {
            let id = reading.text(item)?;
            match questionnaire.find(id).or_else(|| earlier.get(id).copied()) {
                Some(found) => Some(found),
                None if is_of_other => None,
                _ => read_answer::question(id, item.span, (questionnaire, &mut None), reading),
            }
        });
        found.collect()
    });
    let screening = fields.optional("screening").and_then(|node| reading.truth(node)).unwrap_or(false);
    fields.finish(reading);
    Some(SentForm { questionnaire: named, form, proposed, on: on?, lang, asked, screening })
}

/// For each factor the option that is stated.
type Stated = ById<FactorId, Option<FactorOptionId>>;

fn inherent_risk(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Stated {
    let mut stated: Stated = questionnaire.factors.map(|_, _| None);
    for entry in reading.entries(node) {
        let Some(factor) = questionnaire.find_factor(entry.key) else {
            let known = questionnaire.factors.iter().map(|factor| factor.id.as_str());
            reading.note_near(entry.key_span, problem::unknown_factor(one_line(entry.key)), entry.key, known);
            continue;
        };
        if entry.value.is_null() {
            continue;
        }
        let Some(written) = reading.text(&entry.value) else { continue };
        let options = &questionnaire.factors[factor].options;
        stated[factor] = options.find(|option| option.id == written.trim());
        if stated[factor].is_none() {
            let known = options.iter().map(|option| option.id.as_str());
            let problem = questionnaire_problem::condition_unknown_option(one_line(written), one_line(entry.key));
            reading.note_near(entry.value.span, problem, written, known);
        }
    }
    stated
}

fn observation(
    node: &Node<'_>,
    questionnaire: &Questionnaire,
    question: QuestionId,
    answers: &Answers,
    reading: &mut Reading<'_>,
) -> Option<Observation> {
    let asked = &questionnaire.questions[question];
    let mut fields = reading.fields(node)?;
    let seen = fields.optional("saw");
    let saw = seen.and_then(|node| read_answer::answer(node, asked, reading));
    let mut verified = ById::default();
    if let Some(list) = fields.optional("verified") {
        if seen.is_none() {
            reading.note(fields.key_span("verified"), problem::verified_without_saw(&asked.id));
        }
        for item in reading.list(list) {
            read_answer::item(item, questionnaire, reading).map(|item| verified.push(item));
        }
    }
    let overruled = fields.optional("answer").and_then(|node| {
        let answer = read_answer::answer(node, asked, reading)?;
        if answer == Answer::NotApplicable {
            reading.note(node.span, problem::review_na(&asked.id));
            return None;
        }
        Some(answer)
    });
    let not_applicable = fields.optional("not_applicable").and_then(|node| reading.word(node));
    let because = fields.optional("because").and_then(|node| reading.filled_text(node));
    let because = because.filter(|text| says_something(text)).map(str::to_owned);
    let note = fields.optional("note").and_then(|node| reading.filled_text(node)).map(str::to_owned);
    let departs = overruled.as_ref().is_some_and(|ours| ours != answers.answer(question)) || not_applicable.is_some();
    if departs && because.is_none() {
        reading.note(fields.span, problem::missing_reason(&asked.id));
    }
    fields.finish(reading);
    Some(Observation { saw, verified, overruled, not_applicable, because, note, span: node.span })
}

/// The entries of a list that may be left out.
fn listed<T: NamesPaper>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    reading: &mut Reading<'_>,
    read: impl Fn(&Node<'_>, &mut Reading<'_>) -> Option<T>,
) -> NamedPapers<T> {
    let Some(list) = fields.optional(key) else { return NamedPapers::default() };
    reading.list(list).iter().filter_map(|item| read(item, reading)).collect()
}

/// A document of the vendor that we hold. One without a day could be another one tomorrow.
fn received(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<ReceivedPaper> {
    let mut fields = reading.fields(node)?;
    let name = paper_name(&mut fields, node, questionnaire, reading);
    if fields.optional("issued").is_none() {
        reading.note(fields.span, text_problem::missing_key("issued"));
    }
    let on = fields.optional("on").and_then(|node| reading.date(node));
    let location = fields.optional("location").and_then(|node| reading.free_text(node)).map(str::to_owned);
    fields.finish(reading);
    Some(ReceivedPaper { name: name?, on, location })
}

fn refused(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<RefusedPaper> {
    let mut fields = reading.fields(node)?;
    let name = paper_name(&mut fields, node, questionnaire, reading);
    let sha256 = fields.optional("sha256").and_then(|node| fingerprint(node, reading));
    let because = required_text(&mut fields, "because", reading);
    fields.finish(reading);
    Some(RefusedPaper { name: name?, sha256, because: because? })
}

fn paper_name(
    fields: &mut Fields<'_, '_>,
    node: &Node<'_>,
    questionnaire: &Questionnaire,
    reading: &mut Reading<'_>,
) -> Option<PaperName> {
    let title = required_text(fields, "title", reading);
    let kind = fields.optional("kind").and_then(|node| read_answer::kind(node, questionnaire, reading));
    let issued = fields.optional("issued").and_then(|node| reading.date(node));
    Some(PaperName { title: title?, kind, issued, span: node.span })
}

fn fingerprint(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Fingerprint> {
    let written = reading.text(node)?;
    let found = Fingerprint::parse(written.trim());
    if found.is_none() {
        reading.note(node.span, problem::not_a_fingerprint(one_line(written)));
    }
    found
}

fn waivers(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> ById<WaiverId, Waiver> {
    let mut waivers: ById<WaiverId, Waiver> = ById::default();
    let all = questionnaire.flag_refs();
    let flags: Vec<(Clean, FlagRef)> = all.into_iter().map(|flag| (questionnaire.flag_name(flag), flag)).collect();
    let known: HashMap<&str, FlagRef> = flags.iter().map(|(name, flag)| (name.as_str(), *flag)).collect();
    let mut waived = HashSet::new();
    for item in reading.list(node) {
        let Some(waiver) = waiver(item, (&flags, &known), reading) else { continue };
        if !waived.insert(questionnaire.flag_name(waiver.flag)) {
            let id = questionnaire.flag_name(waiver.flag);
            reading.note(item.span, problem::waived_twice(id));
        }
        waivers.push(waiver);
    }
    waivers
}

/// The red flags that can be waived by their names, in their order and to look one up.
type Flags<'f> = (&'f [(Clean, FlagRef)], &'f HashMap<&'f str, FlagRef>);

fn waiver(node: &Node<'_>, flags: Flags<'_>, reading: &mut Reading<'_>) -> Option<Waiver> {
    let mut fields = reading.fields(node)?;
    let flag = fields.required("flag", reading).and_then(|node| flag(node, flags, reading));
    let by = required_text(&mut fields, "by", reading);
    let until = fields.required("until", reading).and_then(|node| reading.date(node));
    let because = required_text(&mut fields, "because", reading);
    fields.finish(reading);
    Some(Waiver { flag: flag?, by: by?, until: until?, because: because?, span: node.span })
}

fn flag(node: &Node<'_>, (all, known): Flags<'_>, reading: &mut Reading<'_>) -> Option<FlagRef> {
    let written = reading.text(node)?;
    let found = known.get(written).copied();
    if found.is_none() {
        reading.note_near(
            node.span,
            problem::unknown_flag(one_line(written)),
            written,
            all.iter().map(|(name, _)| name.as_str()),
        );
    }
    found
}

fn decision(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<Decision> {
    let mut fields = reading.fields(node)?;
    let outcome = fields.required("outcome", reading).and_then(|node| reading.word::<Outcome>(node));
    let by = required_text(&mut fields, "by", reading);
    let on: Option<Date> = fields.required("on", reading).and_then(|node| reading.date(node));
    let because = fields.optional("because").and_then(|node| reading.filled_text(node)).map(str::to_owned);
    let conditions =
        fields.optional("conditions").map_or_else(Vec::new, |node| conditions::read(node, questionnaire, reading));
    let next_review = fields.optional("next_review").and_then(|node| reading.date(node));
    let answers = fields.optional("answers").and_then(|node| fingerprint(node, reading));
    fields.finish(reading);
    let span = node.span;
    Some(Decision { outcome: outcome?, by: by?, on: on?, because, conditions, next_review, answers, span })
}
