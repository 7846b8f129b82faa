//! Vendors of whom nobody is ahead, since nothing that they were asked is scored: their red flags, and the questions
//! that they answer differently.

use std::collections::HashMap;

use super::told::Compared;
use super::{board, chain, decides, head};
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::document::{Block, Cell, Column, Document, Layout, Row, Section, Table, Text};
use crate::questionnaire::ids::{ById, CategoryId, QuestionId, VendorId};
use crate::words::clean::{Clean, Trusted};

/// The longest answer that is shown whole, unless everything is wanted.
const LONGEST_ANSWER: usize = 300;

/// A question as each was asked it.
type AskedOfEach = ById<VendorId, QuestionId>;

/// The document without its foot, of every question as each was asked it.
pub fn document(compared: &Compared<'_, '_>, questions: &[AskedOfEach]) -> Document {
    let lang = compared.lang;
    let said = if compared.over_time { lang.unscored_over_time() } else { lang.unscored() };
    let mut blocks = vec![Block::Paragraph(Text::strong(said))];
    blocks.extend(head::head(compared));
    blocks.push(decides::red_flags(compared));
    blocks.push(answers(compared, questions));
    blocks.extend(chain::section(compared));
    Document { lang, layout: Layout::Report, title: board::title(compared), blocks }
}

/// Whether a red flag stands otherwise, or a question is answered otherwise, for any two.
pub fn differs(compared: &Compared<'_, '_>, questions: &[AskedOfEach]) -> bool {
    let flags = |at: VendorId| -> HashMap<Clean, FlagState> {
        let (story, all) = (&compared.stories[at], &compared.stories[at].assessment.flags);
        all.iter().map(|flag| (story.questionnaire().flag_name(flag.flag), flag.state)).collect()
    };
    let flags: Vec<HashMap<Clean, FlagState>> = compared.names.ids().map(flags).collect();
    flags.windows(2).any(|two| two[0] != two[1]) || questions.iter().any(|asked| found(compared, asked).is_none())
}

/// How a question stands that is the same for all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    /// All give the same answer.
    Answered,
    /// Nobody has answered it.
    Open,
    /// It is asked of nobody.
    NotAsked,
}

/// How a question stands for all; `None` where it differs.
fn found(compared: &Compared<'_, '_>, asked: &AskedOfEach) -> Option<Alike> {
    let stands = |(at, question): (VendorId, &QuestionId)| {
        let assessment = compared.stories[at].assessment;
        match assessment.questions[*question].status {
            Status::NotAsked | Status::OutOfScope => Alike::NotAsked,
            _ if insight::is_open(assessment, *question) => Alike::Open,
            _ => Alike::Answered,
        }
    };
    let mut all = asked.with_ids().map(stands);
    let first = all.next()?;
    let mut words = asked.with_ids().map(|(at, question)| said(compared, at, *question));
    let first_words = words.next()?;
    let is_alike = all.all(|other| other == first) && (first != Alike::Answered || words.all(|own| own == first_words));
    is_alike.then_some(first)
}

/// The answer in words, or that the question is not asked.
fn said(compared: &Compared<'_, '_>, at: VendorId, question: QuestionId) -> Clean {
    let story = &compared.stories[at];
    match story.assessment.questions[question].status {
        Status::NotAsked | Status::OutOfScope => story.status(question),
        _ => story.answer(question),
    }
}

/// How many questions are answered alike, and by category those that are not, with everybody's answer.
fn answers(compared: &Compared<'_, '_>, questions: &[AskedOfEach]) -> Block {
    let lang = compared.lang;
    let stand: Vec<Option<Alike>> = questions.iter().map(|asked| found(compared, asked)).collect();
    let count = |what: Option<Alike>| stand.iter().filter(|one| **one == what).count();
    let alike = [
        (count(Some(Alike::Answered)), lang.answered_alike(count(Some(Alike::Answered)))),
        (count(Some(Alike::Open)), lang.open_for_all(count(Some(Alike::Open)))),
        (count(Some(Alike::NotAsked)), lang.asked_of_nobody(count(Some(Alike::NotAsked)))),
    ];
    let alike = alike.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    let counted = [lang.not_alike(count(None), questions.len())].into_iter().chain(alike);
    let mut blocks = vec![Block::Paragraph(Text::plain(Clean::joined(counted, "; ").and(".")))];
    let differing = questions.iter().zip(&stand).filter(|(_, stands)| stands.is_none()).map(|(asked, _)| asked);
    let mut by_category: Vec<(CategoryId, Vec<Row>)> = Vec::new();
    for asked in differing {
        let Some((first, question)) = asked.with_ids().next() else { continue };
        let category = compared.stories[first].questionnaire().questions[*question].category;
        let row = row(compared, asked, compared.asked(first, *question));
        match by_category.last_mut() {
            Some((known, rows)) if *known == category => rows.push(row),
            _ => by_category.push((category, vec![row])),
        }
    }
    let first = compared.stories.iter().next();
    for (category, rows) in by_category {
        let title = first.map(|story| story.say(&story.questionnaire().categories[category].title));
        let title = title.unwrap_or_default();
        let mut columns = vec![Column::words(lang.question())];
        columns.extend(compared.names.iter().cloned().map(Column::words));
        blocks.push(Block::Paragraph(Text::strong(&title)));
        blocks.push(Block::Table(Table { caption: title, columns, rows, legend: None }));
    }
    Section::block("answers", lang.answers_differ(), blocks)
}

fn row(compared: &Compared<'_, '_>, asked: &AskedOfEach, question: Text) -> Row {
    let most = if compared.all { usize::MAX } else { LONGEST_ANSWER };
    let mut cells = vec![Cell::Text(question)];
    let answers = asked.with_ids().map(|(at, question)| said(compared, at, *question).cut_at_word(most));
    cells.extend(answers.map(|answer| Cell::Text(Text::plain(answer))));
    Row::plain(cells)
}
