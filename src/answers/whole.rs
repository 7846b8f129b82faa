//! An answers file as short as it can be: what is said, in the questionnaire's order, by ids. What came in and was not
//! understood stands as a comment at its question.

use super::form_file::{FilledIn, Prefilled};
use super::model::{FilledForm, Reference};
use super::read::FORMAT;
use super::sheet::Sheet;
use super::values::written;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::source::value::{NewValue, quoted};
use crate::words::Clean;

/// An answers file to be written.
#[derive(Clone, Debug)]
pub struct WholeFile<'f> {
    /// How it names its questionnaire.
    pub reference: &'f Reference,
    /// What is answered.
    pub questionnaire: &'f Questionnaire,
    /// The form that was filled in, if it names itself.
    pub filled: Option<&'f FilledForm>,
    /// When it was answered, if that is said.
    pub answered: Option<Date>,
    /// What is said.
    pub filled_in: &'f FilledIn,
    /// What was not understood.
    pub unread: &'f [Unread],
}

/// Something that came in and was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The question at which it stood; `None` if it stood at none.
    pub question: Option<QuestionId>,
    /// What it said, and where.
    pub said: Clean,
}

impl WholeFile<'_> {
    /// The text of the file.
    pub fn text(&self) -> String {
        let mut sheet = Sheet::default();
        self.head(&mut sheet);
        self.answers(&mut sheet);
        sheet.finish()
    }

    fn head(&self, sheet: &mut Sheet) {
        let filled_in = self.filled_in;
        sheet.line(&format!("format: {FORMAT}"));
        sheet.line(&format!("vendor: {}", filled_in.vendor_value().in_brackets()));
        if let Some(service) = &filled_in.service {
            sheet.line(&format!("service:{}", NewValue::text(service).after_key(2)));
        }
        sheet.line(&format!("questionnaire: {}", NewValue::text(self.reference.to_string()).in_brackets()));
        if let Some(filled) = self.filled {
            sheet.line(&format!("filled: {}", filled.value().in_brackets()));
        }
        if let Some(answered) = self.answered {
            sheet.line(&format!("answered: {answered}"));
        }
        if !filled_in.chain.is_empty() {
            sheet.line("chain:");
            filled_in.chain.iter().for_each(|company| sheet.line(&format!("  - {}", company.value().in_brackets())));
        }
        if !filled_in.documents.is_empty() {
            sheet.line("evidence:");
            for (id, document) in &filled_in.documents {
                sheet.line(&format!("  {}: {}", quoted(id), document.value().in_brackets()));
            }
        }
        let stray = self.unread.iter().filter(|unread| unread.question.is_none());
        stray.for_each(|unread| sheet.comment(0, "", &unread.said));
    }

    fn answers(&self, sheet: &mut Sheet) {
        sheet.line("answers:");
        for (at, question) in self.questionnaire.questions.with_ids() {
            let given = self.filled_in.answers.get(&at);
            let unread: Vec<&Unread> = self.unread.iter().filter(|unread| unread.question == Some(at)).collect();
            let id = quoted(&question.id);
            let answer = given.and_then(|given| given.answer.as_ref()).map(|answer| written(answer, question));
            match (given, answer) {
                (None, _) if unread.is_empty() => {}
                (Some(given), Some(answer)) if unread.is_empty() && given.is_answer_alone() => {
                    sheet.line(&format!("  {id}:{}", answer.after_key(4)));
                }
                (given, answer) => {
                    sheet.line(&format!("  {id}:"));
                    unread.iter().for_each(|unread| sheet.comment(4, "", &unread.said));
                    let answer = answer.unwrap_or(NewValue::Nothing);
                    let more = given.map(|given| given.more(question)).unwrap_or_default();
                    for (key, value) in [("answer", answer)].into_iter().chain(more) {
                        sheet.line(&format!("    {key}:{}", value.after_key(6)));
                    }
                }
            }
        }
    }
}

impl Prefilled {
    /// Whether nothing but an answer is given.
    fn is_answer_alone(&self) -> bool {
        let Prefilled { answer: _, comment, evidence, by, proposed, marks: _ } = self;
        comment.is_none() && evidence.is_empty() && by.is_none() && proposed.is_none()
    }

    /// What stands beside the answer.
    fn more(&self, question: &crate::questionnaire::Question) -> Vec<(&'static str, NewValue)> {
        let evidence = (!self.evidence.is_empty()).then(|| self.evidence.iter().map(NewValue::word).collect());
        let keys = [
            ("comment", self.comment.as_ref().map(NewValue::text)),
            ("evidence", evidence.map(NewValue::List)),
            ("by", self.by.as_ref().map(|by| by.value())),
            ("proposed", self.proposed.as_ref().map(|proposed| proposed.value(question))),
        ];
        keys.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}
