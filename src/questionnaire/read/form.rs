//! Answer forms: scales, choices, numbers, dates.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::questionnaire::form::{
    Advice, Choice, Choices, Counting, DateForm, Direction, Form, NumberForm, Steps, Tick, Ticks,
};
use crate::questionnaire::ids::ById;
use crate::questionnaire::limits::{MOST_OPTIONS, MOST_POINTS};
use crate::questionnaire::names::{self, Unique};
use crate::questionnaire::text::{self, TextLanguage, Translations};
use crate::source::fields::{Fields, Reading};
use crate::source::node::Kind;
use crate::source::{Node, Span};
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::problem::{questionnaire as problem, text as text_problem};
use crate::words::{Lang, Quantity};

/// An option of a fixed scale: id, English and Swedish label, value.
type FixedOption = (&'static str, &'static str, &'static str, u8);

/// Scales that every questionnaire knows.
const FIXED_SCALES: [(&str, &[FixedOption]); 2] = [
    ("yes-no", &[("yes", "Yes", "Ja", 100), ("no", "No", "Nej", 0)]),
    ("yes-partial-no", &[("yes", "Yes", "Ja", 100), ("partial", "Partly", "Delvis", 50), ("no", "No", "Nej", 0)]),
];

/// The name that stands for free text.
const TEXT: &str = "text";

/// Whether a name is taken by a scale that every questionnaire knows.
pub(super) fn is_fixed_scale(name: &str) -> bool {
    name == TEXT || FIXED_SCALES.iter().any(|(known, _)| *known == name)
}

/// The scales of a questionnaire.
#[derive(Default)]
pub(super) struct Scales {
    /// In their order, with their names.
    pub(super) all: Vec<(String, Arc<Choices>)>,
    /// To look one up by its name.
    pub(super) by_name: HashMap<String, Arc<Choices>>,
}

/// Reads the value of `answer`: the name of a scale, or one of the forms.
pub(super) fn read(node: &Node<'_>, languages: &[String], scales: &Scales, reading: &mut Reading<'_>) -> Option<Form> {
    match &node.kind {
        Kind::Map(_) => form(node, languages, reading),
        _ => scale(node, languages, scales, reading),
    }
}

fn scale(node: &Node<'_>, languages: &[String], scales: &Scales, reading: &mut Reading<'_>) -> Option<Form> {
    let name = reading.text(node)?;
    if name == TEXT {
        return Some(Form::Text);
    }
    if let Some(choices) = scales.by_name.get(name) {
        return Some(Form::ChooseOne(Arc::clone(choices)));
    }
    if let Some((_, options)) = FIXED_SCALES.iter().find(|(known, _)| *known == name) {
        return fixed_scale(options, languages).map(|choices| Form::ChooseOne(Arc::new(choices)));
    }
    let known = scales.all.iter().map(|(known, _)| known.as_str());
    let known = known.chain(FIXED_SCALES.iter().map(|(known, _)| *known)).chain([TEXT]);
    reading.note_near(node.span, problem::unknown_scale(one_line(name)), name, known);
    None
}

/// `None` where the questionnaire has no language, which has been noted.
fn fixed_scale(options: &[FixedOption], languages: &[String]) -> Option<Choices> {
    let label = |en: &str, sv: &str| {
        Translations::each(languages.iter().map(|code| if code == "sv" { sv } else { en }.to_owned()))
    };
    options
        .iter()
        .map(|(id, en, sv, value)| {
            Some(Choice { id: id.clean(), label: label(en, sv)?, value: Some(*value), advice: Advice::default() })
        })
        .collect()
}

fn form(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<Form> {
    let mut fields = reading.fields(node)?;
    let [one, many, number, date] = ["choose_one", "choose_many", "number", "date"].map(|key| fields.optional(key));
    let count = [one, many, number, date].iter().flatten().count();
    if count != 1 {
        reading.note(fields.span, problem::one_answer_form());
    }
    fields.finish(reading);
    match (one, many, number, date) {
        (Some(list), ..) => Some(Form::ChooseOne(choices(list, languages, reading))),
        (_, Some(node), ..) => ticks(node, languages, reading).map(Form::ChooseMany),
        (_, _, Some(node), _) => number_form(node, languages, reading).map(Form::Number),
        (_, _, _, Some(node)) => date_form(node, languages, reading).map(Form::Date),
        _ => None,
    }
}

/// Reads the options of a choice of one.
pub(super) fn choices(list: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Arc<Choices> {
    let mut names = OptionNames::default();
    let mut choices = Choices::default();
    for item in reading.filled_list(list, "choose_one") {
        let Some(mut fields) = reading.fields(item) else { continue };
        let named = names.read(&mut fields, languages, reading);
        let value = fields.optional("value").and_then(|node| reading.integer(node, 0..=100));
        let advice = advice(&mut fields, languages, reading);
        fields.finish(reading);
        // an option without a good value stays known, so that conditions that name it are not wrong, too
        named.map(|(id, label)| choices.push(Choice { id, label, value, advice }));
    }
    Arc::new(choices)
}

/// What an option says itself of what to ask and to require.
fn advice(fields: &mut Fields<'_, '_>, languages: &[String], reading: &mut Reading<'_>) -> Advice {
    let [follow_up, remedy] = ["follow_up", "remedy"].map(|key| text::optional(fields, key, languages, reading));
    Advice { follow_up, remedy }
}

fn percentage(fields: &mut Fields<'_, '_>, key: &'static str, reading: &mut Reading<'_>) -> Option<u8> {
    fields.required(key, reading).and_then(|node| reading.integer(node, 0..=100))
}

fn ticks(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<Ticks> {
    let mut fields = reading.fields(node)?;
    let full_at = fields.optional("full_at").map(|node| reading.integer(node, 1..=MOST_POINTS));
    let mut names = OptionNames::default();
    let mut options = ById::default();
    if let Some(list) = fields.required("options", reading) {
        for item in reading.filled_list(list, "options") {
            let Some(mut fields) = reading.fields(item) else { continue };
            let named = names.read(&mut fields, languages, reading);
            let points = fields.optional("points").and_then(|node| reading.integer(node, 0..=MOST_POINTS));
            let exclusive = fields.optional("exclusive").and_then(|node| reading.truth(node)).unwrap_or(false);
            let advice = advice(&mut fields, languages, reading);
            fields.finish(reading);
            named.map(|(id, label)| options.push(Tick { id, label, points, exclusive, advice }));
        }
    }
    fields.finish(reading);
    let full_at = full_at.map(|full_at| full_at.and_then(NonZeroU32::new));
    Some(Ticks { full_at: if let Some(full_at) = full_at { Some(full_at?) } else { None }, options })
}

fn number_form(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<NumberForm> {
    let mut fields = reading.fields(node)?;
    let unit = text::optional(&mut fields, "unit", languages, reading);
    let decimals = fields.optional("decimals");
    let decimals = decimals.and_then(|node| reading.integer(node, 0..=Quantity::MOST_DECIMALS)).unwrap_or(0);
    let limit = |node: Option<&Node<'_>>, least: Quantity, reading: &mut Reading<'_>| {
        node.and_then(|node| reading.quantity(node, decimals, least..=NumberForm::LARGEST))
    };
    let min = limit(fields.optional("min"), Quantity::default(), reading).unwrap_or_default();
    let max = limit(fields.optional("max"), min, reading).unwrap_or(NumberForm::LARGEST);
    let steps = fields.required("steps", reading).and_then(|node| steps(node, decimals, reading));
    fields.finish(reading);
    let told_in = Lang::ALL.map(|lang| TextLanguage::of(lang.code(), languages));
    Some(NumberForm { unit, told_in, decimals, min, max, steps: steps? })
}

fn date_form(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<DateForm> {
    let mut fields = reading.fields(node)?;
    let counts = fields.required("counts", reading).and_then(|node| reading.word::<Counting>(node));
    let never = fields.optional("never").map(|node| never(node, languages, reading));
    let steps = fields.required("steps", reading).and_then(|node| steps(node, 0, reading));
    fields.finish(reading);
    let (never, never_advice) = never.unwrap_or_default();
    Some(DateForm { counts: counts?, never, never_advice, steps: steps? })
}

/// What `never` is worth: a number, or a map with what to do about it besides.
fn never(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> (Option<u8>, Advice) {
    if !matches!(node.kind, Kind::Map(_)) {
        return (reading.integer(node, 0..=100), Advice::default());
    }
    let Some(mut fields) = reading.fields(node) else { return Default::default() };
    let value = percentage(&mut fields, "value", reading);
    let advice = advice(&mut fields, languages, reading);
    fields.finish(reading);
    (value, advice)
}

fn steps(node: &Node<'_>, decimals: u8, reading: &mut Reading<'_>) -> Option<Steps> {
    let mut direction: Option<Direction> = None;
    let mut steps: Vec<(Quantity, u8)> = Vec::new();
    for item in reading.filled_list(node, "steps") {
        let Some(mut fields) = reading.fields(item) else { continue };
        let bound = side(&mut fields, decimals, reading);
        let value = percentage(&mut fields, "value", reading);
        let span = fields.span;
        fields.finish(reading);
        let (Some((side, bound)), Some(value)) = (bound, value) else { continue };
        if *direction.get_or_insert(side) != side {
            reading.note(span, problem::mixed_steps());
        }
        if steps.iter().any(|(known, _)| *known == bound) {
            reading.note(span, problem::duplicate_step(bound));
        } else if let Some((before, _)) = steps.last().filter(|(before, _)| bound < *before) {
            reading.note(span, problem::falling_step(bound, *before));
        }
        steps.push((bound, value));
    }
    Some(Steps { direction: direction?, steps })
}

/// Reads the bound of a step or of a condition.
pub(super) fn bound(node: &Node<'_>, decimals: u8, reading: &mut Reading<'_>) -> Option<Quantity> {
    reading.quantity(node, decimals, -NumberForm::LARGEST..=NumberForm::LARGEST)
}

fn side(fields: &mut Fields<'_, '_>, decimals: u8, reading: &mut Reading<'_>) -> Option<(Direction, Quantity)> {
    match (fields.optional("at_most"), fields.optional("at_least")) {
        (Some(node), None) => bound(node, decimals, reading).map(|bound| (Direction::AtMost, bound)),
        (None, Some(node)) => bound(node, decimals, reading).map(|bound| (Direction::AtLeast, bound)),
        (None, None) => {
            reading.note(fields.span, text_problem::missing_key("at_most` / `at_least"));
            None
        }
        (Some(_), Some(_)) => {
            reading.note(fields.span, problem::mixed_steps());
            None
        }
    }
}

/// Ids and labels of the options of one question: an answer by either must name one option only.
#[derive(Default)]
struct OptionNames {
    ids: Unique,
    answers: HashMap<String, usize>,
    count: usize,
}

impl OptionNames {
    /// Reads `id` and `label` of an option; the label defaults to the id.
    fn read(
        &mut self,
        fields: &mut Fields<'_, '_>,
        languages: &[String],
        reading: &mut Reading<'_>,
    ) -> Option<(Clean, Translations)> {
        let id = fields.required("id", reading).and_then(|node| self.ids.id(node, reading));
        let label = text::optional(fields, "label", languages, reading);
        let id = id?;
        let label = label.unwrap_or_else(|| Translations::same(&id));
        self.claim(&id, fields.key_span("id"), reading);
        for text in label.all() {
            if names::is_reserved(text) {
                reading.note(fields.key_span("label"), problem::reserved_word(one_line(text)));
            }
            self.claim(text, fields.key_span("label"), reading);
        }
        self.count += 1;
        if self.count == MOST_OPTIONS + 1 {
            reading.note(fields.span, text_problem::out_of_range(self.count, 1, MOST_OPTIONS));
        }
        Some((id, label))
    }

    fn claim(&mut self, name: &str, span: Span, reading: &mut Reading<'_>) {
        let owner = *self.answers.entry(names::folded(name).into_owned()).or_insert(self.count);
        if owner != self.count {
            reading.note(span, problem::duplicate_label(one_line(name)));
        }
    }
}
