//! From a workbook that came back to the text of an answers file: the vendor's own words, each with its cell, for the
//! readers of answers to give them their meaning. Only what drop-downs say is turned back into ids.

use std::sync::Arc;

use super::gathered::{Gathered, GatheredQuestion, gathered, part};
use super::layout::{ColumnId, HeadRow, STILL_SO, YES, fixed_word_named, in_languages, option_named};
use super::listed;
use super::sent;
use super::tables::CellWords;
use crate::answers::read::FORMAT;
use crate::exchange::script::{Script, date, key, one_day};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::form::Ticks;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, folded};
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::source::cells::SheetCell;
use crate::source::value::NewValue;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{Clean, one_line, shown};
use crate::words::problem::{answers as answers_problem, cells as problem, text as text_problem};

/// Stands for a name that is missing while the rest is read; it is written nowhere.
pub const NAMELESS: &str = "?";

/// A workbook as the text of an answers file.
#[derive(Clone, Debug)]
pub struct Transcript {
    /// The text, whose places are cells.
    pub source: Arc<Source>,
    /// What is wrong with cells before anybody reads what they say.
    pub notes: Diagnostics,
    /// Whether it does not say who answers.
    pub is_nameless: bool,
}

/// Words for a mark that an option was chosen, and for one that it was not, in small letters. So say people and
/// programs.
const MARKED: [&str; 16] =
    ["x", "yes", "ja", "y", "j", "true", "sant", "1", "on", "[x]", "(x)", "✓", "✔", "☑", "☒", "×"];
const UNMARKED: [&str; 13] = ["no", "nej", "n", "false", "falskt", "0", "off", "-", "–", "—", "[ ]", "[]", "☐"];

/// What a workbook says, under its name; `None` if it is no form of ours. The questionnaire, where it is known, tells
/// what the words of its drop-downs mean. A name that is given stands for the vendor's.
pub fn read(
    name: &str,
    workbook: &Spreadsheet,
    questionnaire: Option<&Questionnaire>,
    vendor: Option<&str>,
) -> Option<Transcript> {
    let mut found = gathered(workbook)?;
    questionnaire.iter().for_each(|known| sent::compare(workbook, &mut found, known));
    let is_nameless = part(&found.head, HeadRow::Name).is_none();
    let mut writer = TranscriptWriter { found: &found, questionnaire, script: Script::default() };
    writer.head(vendor);
    writer.companies();
    let cited = listed::documents(&found, questionnaire, &mut writer.script);
    if !found.questions.is_empty() {
        writer.script.line("answers:", &found.mark_cell);
    }
    found.questions.iter().for_each(|question| writer.question(question, &cited));
    let (source, notes) = writer.script.finish(name);
    Some(Transcript { source, notes, is_nameless })
}

struct TranscriptWriter<'w> {
    found: &'w Gathered,
    questionnaire: Option<&'w Questionnaire>,
    script: Script,
}

impl TranscriptWriter<'_> {
    fn head(&mut self, vendor: Option<&str>) {
        let Gathered { mark, mark_cell, name_cell, head, notes, .. } = self.found;
        let script = &mut self.script;
        script.line(&format!("format: {FORMAT}"), mark_cell);
        let name_cell = name_cell.as_ref().unwrap_or(mark_cell);
        let name = part(head, HeadRow::Name);
        if name.is_none() && vendor.is_none_or(|vendor| vendor == NAMELESS) {
            script.aside(0, "", name_cell, text_problem::missing_key("vendor"));
        }
        if name.is_some() || vendor.is_some() {
            script.line("vendor:", name_cell);
        }
        if let Some(name) = vendor.or(name.map(|said| said.words.trim())) {
            let cell = part(head, HeadRow::Name).map_or(name_cell, |said| &said.cell);
            script.value((2, "name"), &NewValue::text(name), cell);
            for (row, key) in [(HeadRow::Country, "country"), (HeadRow::Registration, "registration")] {
                let Some(said) = part(head, row) else { continue };
                script.value((2, key), &NewValue::text(said.words.trim()), &said.cell);
            }
        }
        if let Some(service) = part(head, HeadRow::Service) {
            script.value((0, "service"), &NewValue::text(&service.words), &service.cell);
        }
        script.value((0, "questionnaire"), &NewValue::text(&mark.questionnaire), mark_cell);
        script.line(&format!("filled: {{form: {}}}", mark.form), mark_cell);
        if let Some(answered) = part(head, HeadRow::Answered) {
            script.value((0, "answered"), &date(&answered.words), &answered.cell);
        }
        notes.iter().for_each(|note| script.aside(0, &note.written, &note.cell, note.problem.clone()));
    }

    fn companies(&mut self) {
        let script = &mut self.script;
        let (named, nameless): (Vec<_>, Vec<_>) =
            self.found.companies.iter().partition(|row| part(&row.parts, ColumnId::Name).is_some());
        if !named.is_empty() {
            script.line("chain:", &self.found.mark_cell);
        }
        for row in named {
            let mut lead = "  - ";
            for (column, key) in [
                (ColumnId::Name, "name"),
                (ColumnId::Country, "country"),
                (ColumnId::Registration, "registration"),
                (ColumnId::Does, "does"),
            ] {
                let Some(said) = part(&row.parts, column) else { continue };
                let value = NewValue::text(said.words.trim()).in_brackets();
                script.line(&format!("{lead}{key}: {value}"), &said.cell);
                lead = "    ";
            }
        }
        for row in nameless {
            let words: Vec<&str> = row.parts.iter().map(|(_, said)| said.words.trim()).collect();
            script.aside(0, &words.join(", "), &row.cell, text_problem::missing_key("name"));
        }
    }

    fn question(&mut self, row: &GatheredQuestion, cited: &listed::Documents) {
        let question = self.questionnaire.and_then(|known| Some(&known.questions[known.find(&row.id)?]));
        let is_known = question.is_some() || self.questionnaire.is_none();
        let says_nothing = row.parts.is_empty() && row.options.is_empty() && row.notes.is_empty();
        if says_nothing && !is_known {
            return; // a question of another version that nobody answered
        }
        let script = &mut self.script;
        script.line(&format!("  {}:", key(&row.id)), &row.cell);
        row.notes.iter().for_each(|note| script.aside(4, &note.written, &note.cell, note.problem.clone()));
        let is_confirmed = confirmation(row, question, script);
        let comment = row.part(ColumnId::Comment).or(row.part(ColumnId::ProposedComment).filter(|_| is_confirmed));
        if let Some(comment) = comment {
            script.value((4, "comment"), &NewValue::text(&comment.words), &comment.cell);
        }
        if let Some(evidence) = row.part(ColumnId::Evidence) {
            script.value((4, "evidence"), &cited.list(&evidence.words), &evidence.cell);
        }
        self.given_by(row);
        proposed(row, question, &mut self.script);
    }

    /// Who gave the answer: as it says at the question, else as the head says.
    fn given_by(&mut self, row: &GatheredQuestion) {
        let head = &self.found.head;
        let says = [ColumnId::Answer, ColumnId::Comment, ColumnId::Confirmed];
        let is_said = says.iter().any(|column| row.part(*column).is_some());
        let is_said = is_said || row.options.iter().any(|(_, column, _)| *column == ColumnId::Answer);
        let (name, on, cell) = match (row.part(ColumnId::By), part(head, HeadRow::By)) {
            (Some(said), _) => {
                let parts = said.words.rsplit_once(',').and_then(|(name, on)| Some((name, one_day(on)?)));
                let (name, on) = parts.map_or((&*said.words, None), |(name, on)| (name, Some(on)));
                (name, on, &said.cell)
            }
            (None, Some(said)) if is_said => {
                let answered = part(head, HeadRow::Answered).and_then(|answered| one_day(&answered.words));
                (&*said.words, answered, &said.cell)
            }
            _ => return,
        };
        let on = on.map(|on| ("on".to_owned(), NewValue::word(on)));
        let by = [("name".to_owned(), NewValue::text(name.trim()))].into_iter().chain(on);
        self.script.value((4, "by"), &NewValue::Inline(by.collect()), cell);
    }
}

/// The answer of a question, from its own cell or from those of its options.
fn answer(row: &GatheredQuestion, question: Option<&Question>, script: &mut Script) {
    let own = row.part(ColumnId::Answer);
    let mut unclear = Vec::new();
    let chosen = chosen(row, ColumnId::Answer, &mut |said| unclear.push(said.clone()));
    for (number, said) in unclear.iter().enumerate() {
        // what is left of the answer would be another one
        let written = if number == 0 { marks(row) } else { said.words.clone() };
        script.aside(4, &written, &said.cell, problem::unclear_mark(one_line(&said.words)));
    }
    if let Some(first) = unclear.first() {
        return script.line("    answer:", &first.cell);
    }
    match (own, &chosen[..]) {
        (Some(own), []) if is_number_of_a_choice(own, question) => {
            script.aside(4, &own.words, &own.cell, problem::number_of_a_choice(one_line(&own.words)));
            script.line("    answer:", &own.cell);
        }
        (Some(own), []) => script.value((4, "answer"), &words(own, question.map(|it| &it.form)), &own.cell),
        (None, [(only, cell)]) => script.value((4, "answer"), &NewValue::text(only.as_str()), cell),
        (None, [(_, first), ..]) => {
            let alone = chosen.iter().find(|(id, _)| excludes_others(id, question));
            match alone {
                Some((id, cell)) => {
                    script.aside(4, &marks(row), cell, answers_problem::exclusive_option(called(id, (row, question))));
                    script.line("    answer:", first);
                }
                None => {
                    script.line("    answer:", first);
                    chosen.iter().for_each(|(id, cell)| script.line(&format!("      - {}", key(id)), cell));
                }
            }
        }
        (Some(own), [(_, cell), ..]) => {
            let marked = chosen.iter().map(|(id, _)| called(id, (row, question)));
            let place = shown(cell);
            let (one, other) = (one_line(&own.words), Clean::joined(marked, ", "));
            let twice = problem::answered_twice(one_line(&row.id), one, place, other);
            script.aside(4, &own.words, &own.cell, twice);
            script.line("    answer:", &own.cell);
        }
        (None, []) => script.line("    answer:", &row.cell),
    }
}

/// Whether a number stands where one of the words of a list belongs: an option may have it as its id, which nobody who
/// fills in a workbook sees, and who counts from the top means another.
fn is_number_of_a_choice(said: &CellWords, question: Option<&Question>) -> bool {
    let written = said.words.trim();
    let is_number = !written.is_empty() && written.bytes().all(|digit| digit.is_ascii_digit());
    let is_choice = |it: &&Question| matches!(it.form, Form::ChooseOne(_) | Form::ChooseMany(_));
    is_number && question.filter(is_choice).is_some_and(|it| option_named(written, &it.form).is_none())
}

/// All marks of a question with their options.
fn marks(row: &GatheredQuestion) -> String {
    let marks = row.options.iter().filter(|(_, column, _)| *column == ColumnId::Answer);
    marks.map(|(option, _, said)| format!("{option}: {}", said.words.trim())).collect::<Vec<_>>().join(", ")
}

/// What an option is called in this workbook, in each language in which that stands beside it; in every language where
/// it stands in none, and by its id where it is none of the question's.
fn called(option: &str, (row, question): (&GatheredQuestion, Option<&Question>)) -> Clean {
    let options = question.map(|it| it.form.options());
    let label = options.iter().flat_map(|options| options.iter()).find(|(_, id, _)| *id == option);
    let labels: Vec<Clean> = label.iter().flat_map(|(_, _, label)| label.all()).map(one_line).collect();
    let beside = row.labels.iter().filter(|(id, _)| id == option).flat_map(|(_, said)| said);
    let beside: Vec<Clean> = beside.map(|said| one_line(&said.words)).collect();
    let is_beside = |label: &&Clean| beside.iter().any(|said| said.contains(label.as_str()));
    let told: Vec<Clean> = labels.iter().filter(is_beside).cloned().collect();
    match (labels.is_empty(), told.is_empty()) {
        (true, _) => one_line(option),
        (false, true) => in_languages(&labels),
        (false, false) => in_languages(&told),
    }
}

/// Whether an option can be said only alone.
fn excludes_others(option: &str, question: Option<&Question>) -> bool {
    let is_exclusive = |ticks: &Ticks| ticks.options.iter().any(|tick| tick.exclusive && tick.id.as_str() == option);
    let is_of_form = question.is_some_and(|it| matches!(&it.form, Form::ChooseMany(ticks) if is_exclusive(ticks)));
    is_of_form || [NOT_APPLICABLE, UNKNOWN].contains(&option)
}

/// The options that are marked in a column, by their ids; a mark that says neither is told.
fn chosen<'r>(
    row: &'r GatheredQuestion,
    column: ColumnId,
    unclear: &mut dyn FnMut(&CellWords),
) -> Vec<(&'r String, &'r SheetCell)> {
    let marks = row.options.iter().filter(|(_, of, said)| *of == column && said.problem.is_none());
    let is_marked = |(option, _, said): &'r (String, ColumnId, CellWords)| {
        let word = folded(&said.words);
        let is_yes = fixed_word_named(&said.words) == Some(YES) || MARKED.contains(&&*word);
        if !is_yes && !UNMARKED.contains(&&*word) {
            unclear(said);
        }
        is_yes.then_some((option, &said.cell))
    };
    marks.filter_map(is_marked).collect()
}

/// What is said in a cell of an answer: what a drop-down says as the word of an answers file, else the vendor's words.
fn words(said: &CellWords, form: Option<&Form>) -> NewValue {
    let Some(form) = form else { return NewValue::text(&said.words) };
    let written = said.words.trim();
    if let Some(id) = option_named(written, form) {
        return NewValue::word(id);
    }
    match fixed_word_named(written) {
        Some(word) if word != YES && (word != NEVER || *form != Form::Text) => NewValue::word(word),
        _ if *form == Form::Text => NewValue::text(&said.words),
        _ => NewValue::text(written),
    }
}

/// Writes the answer, and says whether it is the one that was proposed: because it is confirmed.
fn confirmation(row: &GatheredQuestion, question: Option<&Question>, script: &mut Script) -> bool {
    let proposed = said_in(row, ColumnId::ProposedAnswer, question);
    let Some((said, value)) = row.part(ColumnId::Confirmed).zip(proposed) else {
        answer(row, question, script);
        return false;
    };
    let word = folded(&said.words);
    let says_so = fixed_word_named(&said.words).is_some_and(|word| [YES, STILL_SO].contains(&word));
    let given = said_in(row, ColumnId::Answer, question);
    if says_so || MARKED.contains(&&*word) {
        match given {
            None => script.value((4, "answer"), &value, &said.cell),
            Some(given) if given == value => answer(row, question, script),
            Some(given) => {
                let (one, other) = (one_line(&said.words), one_line(&given.in_brackets()));
                let twice = problem::answered_twice(one_line(&row.id), one, shown(&row.cell), other);
                script.aside(4, &said.words, &said.cell, twice);
                script.line("    answer:", &row.cell);
                return false;
            }
        }
        return true;
    }
    if !UNMARKED.contains(&&*word) {
        script.aside(4, &said.words, &said.cell, problem::unclear_mark(one_line(&said.words)));
    }
    answer(row, question, script);
    false
}

/// What a column says as an answer, at the question or at its options.
fn said_in(row: &GatheredQuestion, column: ColumnId, question: Option<&Question>) -> Option<NewValue> {
    let marked = chosen(row, column, &mut |_| {});
    let options = match &marked[..] {
        [] => None,
        [(only, _)] => Some(NewValue::word(only)),
        several => Some(NewValue::List(several.iter().map(|(id, _)| NewValue::word(id)).collect())),
    };
    row.part(column).map(|own| words(own, question.map(|it| &it.form))).or(options)
}

/// What the form proposed, as it came back.
fn proposed(row: &GatheredQuestion, question: Option<&Question>, script: &mut Script) {
    let answer = said_in(row, ColumnId::ProposedAnswer, question);
    let text = |column| row.part(column).map(|said| NewValue::text(&said.words));
    let keys = [
        ("answer", answer),
        ("note", text(ColumnId::ProposedNote)),
        ("comment", text(ColumnId::ProposedComment)),
        ("from", text(ColumnId::ProposedFrom)),
    ];
    let keys: Vec<_> = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    let cell = [ColumnId::ProposedAnswer, ColumnId::ProposedNote, ColumnId::ProposedFrom];
    let cell = cell.iter().find_map(|column| row.part(*column)).map_or(&row.cell, |said| &said.cell);
    if keys.iter().any(|(key, _)| ["answer", "note"].contains(&key.as_str())) {
        script.value((4, "proposed"), &NewValue::Inline(keys), cell);
    }
}
