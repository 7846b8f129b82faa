//! The letter that asks a vendor to mend a file that cannot be read as it was meant: each place with its question, what
//! stands there, what is wrong with it and what may be written. No codes, no terms of programs.

use super::letter::is_cut;
use super::naming;
use crate::case::{AnsweredKey, Returned};
use crate::document::{Block, Document, Fact, Layout, Record, Section, Text};
use crate::questionnaire::form::DateForm;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Translations};
use crate::source::value::unquoted;
use crate::source::{Date, Diagnostic, Diagnostics};
use crate::words::clean::{self, Clean, Trusted, one_line, shown, visible};
use crate::words::quotation::named;
use crate::words::{Lang, NoGuide};

/// More places than these are counted, not listed: nobody mends more at a time.
const LISTED: usize = 100;
/// The code of an answer that is none of those that there are.
const UNKNOWN_OPTION: &str = "unknown-option";
/// More of a line is not quoted, in characters.
const QUOTED: usize = 120;

/// The letter, of a day, with the day by which we want the file back.
pub fn document(returned: &Returned, notes: &Diagnostics, (day, due): (Date, Option<Date>), lang: Lang) -> Document {
    let letter = Letter { returned, language: returned.questionnaire.language(lang), lang };
    let places = returned.to_mend(notes);
    let mut facts = Vec::new();
    facts.extend(
        returned.vendor.as_ref().map(|name| Fact::new(lang.letter_to(), Text::strong(named(name, lang, |name| name)))),
    );
    facts.push(Fact::new(lang.letter_day(), day));
    facts.extend(due.map(|due| Fact::new(lang.letter_due(), Text::strong(due))));
    let name = std::path::Path::new(&returned.source.name).file_name().unwrap_or_default();
    let file = shown(name.to_string_lossy());
    let asked = match due {
        Some(due) => lang.mending_asked_by(file, places.len(), naming::day(due, lang)),
        None => lang.mending_asked(file, places.len()),
    };
    let mut blocks = vec![
        Block::Facts(facts),
        Block::Paragraph(Text::plain(lang.letter_thanks_undated().and(" ").and(asked))),
        Section::block("mend", lang.mending_places(), letter.records(&places)),
    ];
    if places.len() > LISTED {
        blocks.push(Block::Paragraph(Text::plain(lang.mending_more(places.len() - LISTED))));
    }
    let is_in_cells = returned.source.cell_at(0).is_some();
    let mut how = match is_in_cells {
        true => vec![lang.mending_how_cells(), lang.fill_in_unknown()],
        false => vec![lang.mending_how_lines(), lang.mending_how_quotes(), lang.fill_in_unknown()],
    };
    how.extend(blocks.iter().any(is_cut).then(|| lang.letter_cut()));
    let how = Block::List(how.into_iter().map(Text::plain).collect());
    blocks.push(Section::block(
        "how",
        if is_in_cells { lang.mending_how_form() } else { lang.mending_how() },
        vec![how],
    ));
    blocks.push(Block::Paragraph(Text::plain(lang.letter_regards())));
    blocks.push(Block::Paragraph(Text::plain(lang.letter_sender())));
    let title = lang.mending_title(returned.questionnaire.title.said(letter.language));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

struct Letter<'r> {
    returned: &'r Returned,
    language: TextLanguage,
    lang: Lang,
}

impl Letter<'_> {
    fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    /// The places, those of one answer together.
    fn records(&self, places: &[&Diagnostic]) -> Vec<Block> {
        let mut records: Vec<(Option<&AnsweredKey>, Record)> = Vec::new();
        for (number, place) in places.iter().take(LISTED).enumerate() {
            let key = place.span.and_then(|span| self.returned.key_at(span));
            let facts = self.facts(place);
            match records.last_mut().filter(|(last, _)| *last == key) {
                Some((_, record)) => record.facts.extend(facts),
                None => records.push((key, self.record(number, key, facts))),
            }
        }
        let finish = |(key, mut record): (Option<&AnsweredKey>, Record)| {
            let question = key.and_then(|key| key.question);
            record.facts.extend(question.and_then(|at| self.may_be_written(at, &record)));
            record
        };
        vec![Block::Records(records.into_iter().map(finish).collect())]
    }

    fn record(&self, number: usize, key: Option<&AnsweredKey>, facts: Vec<Fact>) -> Record {
        let head = match key.map(|key| (key.question, key)) {
            Some((Some(at), _)) => {
                let question = &self.returned.questionnaire.questions[at];
                Text::code(&question.id).and(" ").and(self.say(&question.ask))
            }
            Some((None, key)) => Text::code(one_line(&key.written)),
            None => Text::plain(self.lang.mending_file()),
        };
        Record { anchor: "place-".and(number + 1), head, aside: Text::default(), facts }
    }

    /// What stands in a place, what is wrong with it, and what helps.
    fn facts(&self, place: &Diagnostic) -> Vec<Fact> {
        let (lang, problem) = (self.lang, &place.problem);
        let mut facts = Vec::new();
        if let Some(span) = place.span {
            let (_, line) = place.source.line_at(span.start);
            facts.push(match place.source.cell_at(span.start) {
                Some(cell) => {
                    let words = place.source.text.get(span.range()).unwrap_or_default();
                    Fact::new(
                        cell.said(lang).capitalized(),
                        Text::code(clean::shortened(unquoted(words).trim(), QUOTED)),
                    )
                }
                None => {
                    let number = place.source.position(span.start).line;
                    Fact::new(lang.mending_line(number), Text::code(clean::shortened(line.trim(), QUOTED)))
                }
            });
        }
        facts.push(Fact::new(lang.mending_wrong(), with_code(problem.message(lang))));
        // what may be answered stands below with its words; a name that is like another is our guess and not theirs
        let cure = match problem.code.id {
            UNKNOWN_OPTION if !self.is_in_cells() => lang.mending_choose_below(),
            _ => problem.without_guess().guided(&NoGuide, lang),
        };
        facts.push(Fact::new(lang.mending_cure(), with_code(&cure)));
        facts
    }

    /// What may be answered to a question, unless it has been said already.
    fn may_be_written(&self, at: QuestionId, record: &Record) -> Option<Fact> {
        let choices = self.choices(at);
        let is_said = record.facts.iter().any(|fact| fact.text.words().contains(choices.words().as_str()));
        (!is_said).then(|| Fact::new(self.lang.mending_may_be_written(), choices))
    }

    fn is_in_cells(&self) -> bool {
        self.returned.source.cell_at(0).is_some()
    }

    /// What may be answered to a question, in the words that whoever fills the form in has before them.
    fn choices(&self, at: QuestionId) -> Text {
        let lang = self.lang;
        let row = |id: &Clean, label: &Translations| match self.is_in_cells() {
            true => Text::quoted(self.say(label)),
            false => Text::code(id).and(" (".and(self.say(label)).and(")")),
        };
        let joined = |rows: Vec<Text>| {
            let mut rows = rows.into_iter();
            let first = rows.next().unwrap_or_default();
            rows.fold(first, |all, row| all.and("; ").then(row))
        };
        match &self.returned.questionnaire.questions[at].form {
            Form::ChooseOne(choices) => joined(choices.iter().map(|choice| row(&choice.id, &choice.label)).collect()),
            Form::ChooseMany(ticks) => joined(ticks.options.iter().map(|tick| row(&tick.id, &tick.label)).collect()),
            Form::Number(form) => {
                Text::plain(form.asked_for(form.unit.as_ref().map(|unit| self.say(unit)), lang)) //
            }
            Form::Date(DateForm { never: Some(_), .. }) => Text::plain(lang.mending_date_or_never()),
            Form::Date(DateForm { never: None, .. }) => Text::plain(lang.mending_date()),
            Form::Text => Text::plain(lang.mending_own_words()),
        }
    }
}

/// A sentence in which what is to be typed stands between backticks.
fn with_code(sentence: &Clean) -> Text {
    let parts = sentence.split('`').enumerate();
    parts.fold(Text::default(), |text, (at, part)| match at % 2 {
        0 => text.and(visible(part)),
        _ => text.then(Text::code(visible(part))),
    })
}
