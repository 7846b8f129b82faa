//! Answers and documents as they stand in answers files and in reviews: the same in both.

use smallvec::smallvec;

use super::answer::{Answer, Few, Value};
use super::days::{self, Day};
use super::evidence::Evidence;
use super::figures::{self, Digits, Meaning};
use super::idiom;
use crate::questionnaire::form::{Choices, NumberForm, Ticks, named_choices, named_ticks};
use crate::questionnaire::ids::{KindId, OptionId, QuestionId};
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, folded};
use crate::questionnaire::text::{self, Named};
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::source::fields::Reading;
use crate::source::node::Kind;
use crate::source::{Date, Node, Span};
use crate::words::clean::{has_hidden, one_line, says_something};
use crate::words::problem::{answers as problem, questionnaire as questionnaire_problem, text as text_problem};
use crate::words::{Lang, Quantity};

/// Reads an answer; nothing, or `unknown`, is not answered. What names an option comes first, then the words that
/// people use, in either language.
pub(crate) fn answer(node: &Node<'_>, question: &Question, reading: &mut Reading<'_>) -> Option<Answer> {
    let only = match &node.kind {
        Kind::List(items) if items.len() == 1 => items.first()?,
        _ => node,
    };
    if is_empty(node) {
        return Some(Answer::Unknown);
    }
    if question.form != Form::Text {
        reading.note_what_is_cut_off(node);
    }
    if let Some(option) = only.text().and_then(|written| question.form.option_of_id(written)) {
        return Some(Answer::Given(Value::Options(smallvec![option]))); // nothing else can be meant
    }
    if let Some(answer) = only.text().and_then(|written| without_value(written, &question.form)) {
        return Some(answer);
    }
    let value = match &question.form {
        Form::ChooseOne(choices) => one_option(only, choices, reading),
        Form::ChooseMany(ticks) => options(node, ticks, reading),
        Form::Number(form) => number(node, form, reading),
        Form::Date(form) => date(node, form.never.is_some(), reading),
        Form::Text => reading.free_text(node).map(|text| Value::Text(text.to_owned())),
    };
    value.map(Answer::Given)
}

/// Whether words are an answer to a question, in whatever way people write it.
#[cfg(feature = "cli")]
pub(crate) fn is_answer(written: &str, question: &Question) -> bool {
    let source = crate::source::Source::new("", "");
    let mut reading = Reading::of(&source);
    let node = Node { span: Span::default(), kind: Kind::Quoted(written) };
    answer(&node, question, &mut reading).is_some() && !reading.notes.has_errors()
}

/// Whether an answer says that the vendor does not know: a word for it stands there.
pub(crate) fn is_not_known(answer: &Answer, node: &Node<'_>) -> bool {
    *answer == Answer::Unknown && !is_empty(node)
}

fn is_empty(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Null => true,
        Kind::List(items) => items.is_empty(),
        Kind::Map(_) => false,
        Kind::Plain(text) | Kind::Quoted(text) => text.chars().all(char::is_whitespace),
    }
}

/// What is said where no value is given: that it is not known, or does not apply. What names an option is one.
fn without_value(written: &str, form: &Form) -> Option<Answer> {
    let word = if *form == Form::Text { idiom::spelled_out(written) } else { idiom::meant(written) }?;
    let answer = match word {
        UNKNOWN => Answer::Unknown,
        NOT_APPLICABLE => Answer::NotApplicable,
        _ => return None,
    };
    // no option is called by one of the fixed words; by another word for the same it may be
    let is_fixed = || [UNKNOWN, NOT_APPLICABLE].contains(&written.trim());
    let is_option = || text::named(written, &form.options().into_iter().collect::<Vec<_>>()).is_some();
    (is_fixed() || !is_option()).then_some(answer)
}

fn one_option(node: &Node<'_>, choices: &Choices, reading: &mut Reading<'_>) -> Option<Value> {
    if matches!(node.kind, Kind::List(_)) {
        reading.note(node.span, problem::several_answers());
        return None;
    }
    let known = named_choices(choices);
    option(node, &known, reading).map(|at| Value::Options(smallvec![at]))
}

fn options(node: &Node<'_>, ticks: &Ticks, reading: &mut Reading<'_>) -> Option<Value> {
    let known = named_ticks(ticks);
    let apart = taken_apart(node, &known);
    let items = match &node.kind {
        Kind::List(items) => items,
        _ => apart.as_deref().unwrap_or(std::slice::from_ref(node)),
    };
    let mut chosen: Vec<(OptionId, &Node<'_>)> = Vec::with_capacity(items.len());
    let written = |item: &Node<'_>| one_line(item.text().unwrap_or_default());
    for item in items {
        let at = option(item, &known, reading)?;
        if chosen.iter().any(|(other, _)| *other == at) {
            reading.note(item.span, problem::option_twice(written(item)));
        }
        chosen.push((at, item));
    }
    let exclusive = chosen.iter().find(|(at, _)| ticks.options[*at].exclusive);
    if let Some((_, item)) = exclusive.filter(|_| chosen.len() > 1) {
        reading.note(item.span, problem::exclusive_option(written(item)));
    }
    let mut options: Few<OptionId> = chosen.into_iter().map(|(option, _)| option).collect();
    options.sort_unstable();
    Some(Value::Options(options))
}

/// Several options that stand behind one another with commas or semicolons, without brackets. Commas alone are a slip.
fn taken_apart<'n>(node: &'n Node<'_>, known: &[Named<'_, OptionId>]) -> Option<Vec<Node<'n>>> {
    let written = node.text().filter(|written| written.contains([',', ';']) && named(written, known).is_none())?;
    let separator = if written.contains(';') { ';' } else { ',' };
    let items = written.split(separator).map(str::trim).filter(|item| !item.is_empty());
    let items: Vec<Node<'_>> = items.map(|item| Node { span: node.span, kind: Kind::Plain(item) }).collect();
    (!items.is_empty()).then_some(items)
}

/// The option that a text names by id, by label in any language, or by a word that people use for it.
fn named(written: &str, known: &[Named<'_, OptionId>]) -> Option<OptionId> {
    let by_name = text::named(written, known).or_else(|| text::named(idiom::bare(written), known));
    by_name.or_else(|| text::named(idiom::meant(written)?, known))
}

/// The same of a part of a file; what names none is noted.
fn option(node: &Node<'_>, known: &[Named<'_, OptionId>], reading: &mut Reading<'_>) -> Option<OptionId> {
    let written = reading.text(node)?;
    if let Some(at) = named(written, known) {
        return Some(at);
    }
    if let Some(at) = yes_or_no(node, &folded(written)).and_then(|word| text::named(word, known)) {
        let meant = known.iter().find(|(option, ..)| *option == at).map(|(_, id, _)| one_line(id)).unwrap_or_default();
        reading.note(node.span, problem::boolean_answer(one_line(written), meant));
        return Some(at);
    }
    // whoever fills in a cell sees labels in its list, and no ids
    let is_in_cell = reading.source.cell_at(node.span.start).is_some();
    let ids: Vec<&str> = known.iter().filter(|_| !is_in_cell).map(|(_, id, _)| *id).collect();
    let labels = known.iter().flat_map(|(_, _, label)| label.all());
    let near = ids.iter().copied().chain(labels);
    let problem = problem::unknown_option(one_line(written), one_line(&ids.join(", ")));
    let problem = if is_in_cell { problem.helped(Lang::choose_from_the_list) } else { problem };
    reading.note_near(node.span, problem, written, near);
    None
}

/// What a YAML 1.1 tool made of yes and no, turned back.
fn yes_or_no(node: &Node<'_>, wanted: &str) -> Option<&'static str> {
    match wanted {
        "true" if matches!(node.kind, Kind::Plain(_)) => Some("yes"),
        "false" if matches!(node.kind, Kind::Plain(_)) => Some("no"),
        _ => None,
    }
}

/// A number, whatever stands between its thousands, with or without the unit of its question.
fn number(node: &Node<'_>, form: &NumberForm, reading: &mut Reading<'_>) -> Option<Value> {
    let written = reading.text(node)?;
    if !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return reading.decimal(node.span, written, form.decimals, form.range()).map(Value::Number);
    }
    let bare = figures::without_unit(written, form);
    let (sign, digits) = bare.strip_prefix('-').map_or(("", bare), |digits| ("-", digits));
    let is_allowed = |decimal: &Digits| decimal.fraction.len() <= usize::from(form.decimals);
    let plain = match figures::meaning(digits) {
        Meaning::Two { decimal, grouped } if is_allowed(&decimal) => {
            let [one, other] = [decimal, grouped].map(|digits| one_line(&format!("{sign}{digits}")));
            reading.note(node.span, problem::ambiguous_answer(one_line(written), one, other));
            return None;
        }
        // decimals are never asked for here, so what stands here are thousands
        Meaning::Two { grouped, .. } if form.decimals == 0 => format!("{sign}{grouped}"),
        Meaning::One(digits) if is_allowed(&digits) => format!("{sign}{digits}"),
        Meaning::One(_) | Meaning::Two { .. } | Meaning::Nothing => bare.to_owned(),
    };
    if Quantity::parse(&plain, form.decimals).is_none() {
        let problem = match form.decimals {
            0 => text_problem::not_an_integer(one_line(written)),
            decimals => text_problem::not_a_number(one_line(written), Quantity::step(decimals)),
        };
        let asked = |lang: Lang| lang.write_this_kind(form.asked_for(form.unit_told(lang), lang));
        reading.note(node.span, problem.helped(asked));
        return None;
    }
    reading.decimal(node.span, &plain, form.decimals, form.range()).map(Value::Number)
}

fn date(node: &Node<'_>, has_never: bool, reading: &mut Reading<'_>) -> Option<Value> {
    let written = reading.text(node)?;
    if idiom::meant(written) == Some(NEVER) {
        if !has_never {
            reading.note(node.span, problem::no_never());
        }
        return Some(Value::Never);
    }
    match days::day(written) {
        Day::One(date) => return Some(Value::Date(date)),
        Day::Two(one, other) => reading.note(node.span, problem::ambiguous_answer(one_line(written), one, other)),
        Day::Nothing => reading.note(node.span, text_problem::not_a_date(one_line(written))),
    }
    None
}

/// So many characters has the title of a document at most: it stands at every answer that the document proves.
pub const LONGEST_TITLE: usize = 200;

/// Whether a title has more characters than that, as it is shown: a hidden one is shown by its number.
pub fn is_long_title(written: &str) -> bool {
    let is_long = |words: &str| words.chars().count() > LONGEST_TITLE;
    is_long(written) || has_hidden(written) && is_long(&one_line(written))
}

/// The title of a document. A longer one is noted.
fn title<'n>(node: &'n Node<'_>, reading: &mut Reading<'_>) -> Option<&'n str> {
    let written = reading.filled_text(node)?;
    if is_long_title(written) {
        reading.note(node.span, problem::title_too_long(LONGEST_TITLE));
    }
    Some(written)
}

/// Reads a document with its keys.
pub(crate) fn item(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<Evidence> {
    let mut fields = reading.fields(node)?;
    let title = fields.required("title", reading).and_then(|node| title(node, reading));
    let kind = fields.optional("kind").and_then(|node| kind(node, questionnaire, reading));
    let issued = optional_date(fields.optional("issued"), reading);
    let valid_until = optional_date(fields.optional("valid_until"), reading);
    let location = fields.optional("location").and_then(|node| reading.free_text(node)).map(str::to_owned);
    fields.finish(reading);
    Some(Evidence { id: None, title: title?.to_owned(), kind, issued, valid_until, location, span: node.span })
}

fn optional_date(node: Option<&Node<'_>>, reading: &mut Reading<'_>) -> Option<Date> {
    node.and_then(|node| reading.date(node))
}

/// The kind of a document, by its id; an unknown one is noted.
pub(crate) fn kind(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<KindId> {
    let written = reading.text(node)?;
    let found = questionnaire.find_kind(written);
    if found.is_none() {
        let known = questionnaire.evidence.iter().map(|kind| kind.id.as_str());
        reading.note_near(node.span, questionnaire_problem::unknown_evidence_kind(one_line(written)), written, known);
    }
    found
}

/// The question that a key names; an unknown one is noted. Answers mostly stand in the order of the questions, so it is
/// looked for behind the one that was found last.
pub(crate) fn question(
    key: &str,
    span: Span,
    (questionnaire, last): (&Questionnaire, &mut Option<QuestionId>),
    reading: &mut Reading<'_>,
) -> Option<QuestionId> {
    let questions = &questionnaire.questions;
    let next = questions.after(*last).filter(|at| questions[*at].id.as_str() == key);
    let found = next.or_else(|| questionnaire.find(key));
    *last = found.or(*last);
    if found.is_none() && !reading.notes.count_error_if_full() {
        let known = questionnaire.questions.iter().map(|question| question.id.as_str());
        reading.note_near(span, problem::unknown_question(one_line(key), questionnaire.reference()), key, known);
    }
    found
}

/// A text that must be there and say something.
pub(crate) fn required_text(
    fields: &mut crate::source::fields::Fields<'_, '_>,
    key: &'static str,
    reading: &mut Reading<'_>,
) -> Option<String> {
    let node = fields.required(key, reading)?;
    let text = reading.filled_text(node)?.trim();
    if !says_something(text) {
        reading.note(node.span, text_problem::says_nothing(one_line(text)));
    }
    Some(text.to_owned())
}

/// A map where one was expected, or nothing and a note.
pub(crate) fn expect_map(node: &Node<'_>, reading: &mut Reading<'_>) -> bool {
    let is_map = matches!(node.kind, Kind::Map(_));
    if !is_map {
        reading.note(node.span, text_problem::not_a_map());
    }
    is_map
}
