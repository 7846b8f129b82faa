//! A letter to the vendor: the conditions of our decision, the documents to send, each once with all that it would
//! support, the questions to answer, what has to be changed and what to clarify, by when; in each part first what helps
//! most. No scores, no notes of ours, nothing that only the assessor reads.

pub mod changes;
mod conditions;
mod documents;
mod doubts;
pub mod quoted;

use std::collections::BTreeSet;

use super::naming;
use super::parts::{open, verdict};
use super::story::Story;
use super::vendors_words;
use crate::assessment::vendor_turn;
use crate::document::{Block, Column, Document, Fact, Layout, Row, Section, Style, Table, Text};
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::text::TextLanguage;
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};

/// Of so many questions the letter also tells what to bear in mind; of more, the form does.
const HELPED: usize = 10;

/// The same story in the language of the form that was sent to the vendor, if our review names one.
pub fn in_language_of_form<'s, 'a>(story: Story<'s, 'a>) -> Story<'s, 'a> {
    let sent = story.assessment.subject.review.and_then(|review| review.sent_in());
    let spoken = |code: &str| Lang::ALL.into_iter().find(|lang| lang.code() == code);
    let questionnaire = story.questionnaire();
    match sent.map(|code| (code, spoken(code))) {
        Some((code, lang)) if lang.is_some() || questionnaire.is_written_in(code) => Story {
            lang: lang.unwrap_or(story.lang),
            language: TextLanguage::of(code, &questionnaire.languages),
            ..story
        },
        _ => story,
    }
}

/// The letter, with the day by which we want a reply.
pub fn document(story: &Story<'_, '_>, reply_by: Option<Date>) -> Document {
    let lang = story.lang;
    let first = quoted::first(story);
    let to_answer = to_answer(story);
    let parts = [documents::rows(story, &to_answer, &first), changes::rows(story), doubts::rows(story, &first)];
    let counts = [parts[0].len(), to_answer.len(), parts[2].len(), parts[1].len()];
    let mut blocks = head(story, reply_by, counts);
    let [documents, changes, doubts] = parts;
    blocks.extend(conditions::section(story, reply_by));
    let heads = [lang.letter_document(), lang.letter_supports()];
    blocks.extend(section("send", lang.letter_send(), Some(lang.letter_send_once()), &heads, documents));
    blocks.extend(answers(story, &to_answer, &first));
    let heads = [lang.letter_your_answer(), lang.letter_to_reach(), lang.letter_we_ask()];
    blocks.extend(section("change", lang.letter_change(), Some(lang.letter_what_and_when()), &heads, changes));
    let heads = [lang.letter_your_answer(), lang.letter_we_ask()];
    blocks.extend(section("clarify", lang.letter_clarify(), None, &heads, doubts));
    if counts == [0; 4] {
        blocks.push(Block::Paragraph(Text::plain(lang.letter_nothing())));
    } else {
        blocks.push(how(story, &blocks));
    }
    blocks.extend(signature(story));
    let title = lang.letter_title(story.say(&story.questionnaire().title));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

/// Who writes to whom, and what is asked for.
fn head(story: &Story<'_, '_>, reply_by: Option<Date>, counts: [usize; 4]) -> Vec<Block> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = vec![Fact::new(lang.letter_to(), Text::strong(verdict::vendor(story)))];
    let client = subject.review.and_then(|review| review.client.as_ref());
    let client = client.map_or_else(|| lang.letter_sender(), |client| clean::one_line(client));
    facts.push(Fact::new(lang.letter_from(), Text::plain(client)));
    facts.push(Fact::new(lang.letter_day(), subject.as_of));
    facts.extend(vendors_words::service(subject, lang));
    facts.extend(reply_by.map(|day| Fact::new(lang.letter_due(), Text::strong(day))));
    let thanks = match subject.answers.answered {
        Some(day) => lang.letter_thanks(naming::day(day, lang)),
        None if subject.answers.is_undated() => {
            lang.letter_thanks_undated().and(" ").and(lang.letter_say_the_day(lang.head_answered()))
        }
        None => lang.letter_thanks_undated(),
    };
    let mut asked: Vec<Clean> = lang.letter_counted(counts);
    let request = asked.pop().map(|last| {
        let asked = if asked.is_empty() { last } else { lang.board_and(Clean::joined(asked, ", "), last) };
        let day = reply_by.map(|day| naming::day(day, lang));
        " ".and(day.map_or_else(|| lang.letter_request(&asked), |day| lang.letter_request_by(&asked, day)))
    });
    vec![Block::Facts(facts), Block::Paragraph(Text::plain(thanks.and(request.unwrap_or_default())))]
}

/// A part of the letter, if it has rows.
fn section(anchor: &'static str, title: Clean, said: Option<Clean>, heads: &[Clean], rows: Vec<Row>) -> Option<Block> {
    if rows.is_empty() {
        return None;
    }
    let columns = heads.iter().map(Column::words).collect();
    let table = Table { caption: title.clone(), columns, rows, legend: None };
    let said = said.map(|said| Block::Paragraph(Text::plain(said)));
    Some(Section::block(anchor, title, said.into_iter().chain([Block::Table(table)]).collect()))
}

/// Open questions, those first that help most; before each the questions that decide whether it is asked.
fn to_answer(story: &Story<'_, '_>) -> Vec<QuestionId> {
    let assessment = story.assessment;
    let mut needs = assessment.questions.map(|_, _| &[][..]);
    assessment.remediations().iter().for_each(|remediation| needs[remediation.question] = &remediation.needs);
    let by_weight = open::heaviest_first(story, false).into_iter();
    let all = by_weight.flat_map(|at| needs[at].iter().copied().chain([at]));
    open::distinct(all.filter(|at| vendor_turn::is_unanswered(assessment, *at)).collect())
}

fn answers(story: &Story<'_, '_>, to_answer: &[QuestionId], first: &BTreeSet<QuestionId>) -> Option<Block> {
    let lang = story.lang;
    let item = |at: &QuestionId| {
        let asked = quoted::marked(first.contains(at), lang.letter_first()).then(quoted::whole(story, *at));
        let help = story.questionnaire().questions[*at].help.as_ref().filter(|_| to_answer.len() <= HELPED);
        help.map_or(asked.clone(), |help| asked.and(" ").styled(Style::Faint, story.say(help)))
    };
    let said = Block::Paragraph(Text::plain(lang.letter_form_explains()));
    let items = Block::Steps(to_answer.iter().map(item).collect());
    (!to_answer.is_empty()).then(|| Section::block("answer", lang.letter_answer(), vec![said, items]))
}

/// How to reply, and that texts are cut where some are.
fn how(story: &Story<'_, '_>, blocks: &[Block]) -> Block {
    let lang = story.lang;
    let id = story.questionnaire().questions.iter().next().map(|question| question.id.clone()).unwrap_or_default();
    let mut lines = vec![lang.letter_ids(id), lang.letter_documents(), lang.letter_not_applicable()];
    lines.extend(blocks.iter().any(is_cut).then(|| lang.letter_cut()));
    Section::block("how", lang.letter_how(), vec![Block::List(lines.into_iter().map(Text::plain).collect())])
}

/// Whether a part holds a text that is cut.
pub fn is_cut(block: &Block) -> bool {
    let cut = |text: &Text| text.words().contains('…');
    match block {
        Block::Section(section) => section.blocks.iter().any(is_cut),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| match cell {
            crate::document::Cell::Text(text) => cut(text),
            _ => false,
        }),
        Block::Records(records) => records.iter().flat_map(|record| &record.facts).any(|fact| cut(&fact.text)),
        Block::Steps(items) | Block::List(items) => items.iter().any(cut),
        _ => false,
    }
}

fn signature(story: &Story<'_, '_>) -> [Block; 2] {
    let lang = story.lang;
    let sender = match story.assessment.subject.review {
        Some(review) => {
            let client = review.client.as_ref().map(|client| ", ".and(clean::one_line(client))).unwrap_or_default();
            Text::plain(clean::one_line(&review.reviewer)).and(client)
        }
        None => Text::plain(lang.letter_sender()),
    };
    [Block::Paragraph(Text::plain(lang.letter_regards())), Block::Paragraph(sender)]
}
