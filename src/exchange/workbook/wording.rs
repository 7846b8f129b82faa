//! What is said at a question: what is asked, how it is answered, and which documents to attach.

use super::layout::fixed_words_of;
use super::look::{Font, PLAIN, STRONG, TINY};
use super::plan::{PlacedQuestion, Plan};
use crate::answers::outline::OutlineQuestion;
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN};
use crate::questionnaire::{Form, Question};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// No text of a questionnaire is longer in a cell.
pub const LONGEST: usize = 4_000;

/// The parts of the cell of a question.
pub struct AskWords {
    /// What is asked, help, the condition, and the id; empty where there is none.
    pub parts: [String; 4],
}

/// Their letters.
pub const FONTS: [Font; 4] = [STRONG, PLAIN, PLAIN, TINY];

impl AskWords {
    /// Of a question in one of the languages; the id stands in the first only.
    pub fn of(asked: &OutlineQuestion, question: &Question, language: usize) -> AskWords {
        let said =
            |words: Option<&Clean>| words.map_or(String::new(), |words| String::from(words.clone().cut(LONGEST)));
        let id = if language == 0 { question.id.to_string() } else { String::new() };
        AskWords { parts: [said(Some(&asked.ask)), said(asked.help.as_ref()), said(asked.only_if.as_ref()), id] }
    }
}

/// What can be answered, in each language.
pub fn how(plan: &Plan<'_, '_>, question: &Question, placed: &PlacedQuestion) -> String {
    let block = |(lang, asked): (&Lang, &&OutlineQuestion)| {
        let first = match &question.form {
            Form::ChooseOne(_) => lang.choose_one(),
            Form::ChooseMany(_) => lang.choose_many(),
            Form::Number(_) => asked.how.clone(),
            Form::Date(_) => lang.answer_date(),
            Form::Text => lang.own_words(),
        };
        let is_one = matches!(question.form, Form::ChooseOne(_));
        let labels = asked.options.iter().filter(|_| is_one).map(|(_, label)| "• ".and(label));
        let is_typed = asked.options.is_empty();
        let fixed = [
            (NEVER, !placed.words.never.is_empty()),
            (NOT_APPLICABLE, !placed.words.not_applicable.is_empty()),
            (UNKNOWN, true),
        ];
        let fixed = fixed.into_iter().filter(|(_, is_said)| *is_said);
        let said = |word| fixed_words_of(word, &[*lang], &question.form);
        let words = fixed.map(|(word, _)| said(word));
        let typed = is_typed.then(|| lang.or_words(Clean::joined(words, ", ")));
        let must_be_agreed = question.not_applicable == NotApplicable::Approval;
        let agreed = must_be_agreed.then(|| lang.na_if_we_agree(said(NOT_APPLICABLE)));
        let lines = [first].into_iter().chain(labels).chain(typed).chain(agreed);
        lines.map(String::from).collect::<Vec<_>>().join("\n")
    };
    let blocks: Vec<String> = plan.languages.langs.iter().zip(plan.asked(placed.question)).map(block).collect();
    shortened(&blocks.join("\n\n"))
}

/// The kinds of documents to attach.
pub fn attach(plan: &Plan<'_, '_>, question: &Question) -> String {
    let questionnaire = plan.form.questionnaire();
    let kinds = question.evidence.iter().map(|kind| &questionnaire.evidence[*kind]);
    let lines = kinds.map(|kind| {
        let asked = plan.languages.line(&kind.ask).and(" (").and(&kind.id).and(")");
        String::from(if question.evidence.len() > 1 { "• ".and(asked) } else { asked })
    });
    shortened(&lines.collect::<Vec<_>>().join("\n"))
}

/// A text of ours of several lines that is not longer than a cell takes well.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
