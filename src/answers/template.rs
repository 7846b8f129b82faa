//! An answers file to fill in: every question with an empty answer, and above it what the vendor needs to know. What
//! answers are worth, what a good one looks like and what is at stake stays with us.

use super::model::{Proposal, Proposed, Reference};
use super::outline::{Outline, OutlineQuestion};
use super::read::FORMAT;
use super::write::written;
use crate::answers::sheet::Sheet;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Questionnaire, Translations};
use crate::source::value::{NewValue, quoted};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// What an answers file is made from.
#[derive(Clone, Copy, Debug)]
pub struct Blank<'b> {
    /// What is asked.
    pub questionnaire: &'b Questionnaire,
    /// How the file names it.
    pub reference: &'b Reference,
    /// The vendor's name.
    pub vendor: &'b str,
    /// Questions that are not asked.
    pub leave_out: &'b [QuestionId],
    /// The language of questions and explanations.
    pub lang: Lang,
}

impl<'b> Blank<'b> {
    /// The text of the file.
    pub fn text(&self) -> String {
        self.text_of(&self.outline())
    }

    /// What it asks.
    pub fn outline(&self) -> Outline<'b> {
        Outline::of(self.questionnaire, self.leave_out, self.lang)
    }

    /// The text of a file that asks this, with what is filled in before it is sent.
    pub fn text_of(&self, outline: &Outline<'_>) -> String {
        let language = self.questionnaire.language(self.lang);
        let mut page = BlankPage { blank: *self, outline, language, sheet: Sheet::default() };
        page.guide();
        page.head();
        page.evidence();
        page.answers();
        page.sheet.finish()
    }
}

struct BlankPage<'b> {
    blank: Blank<'b>,
    outline: &'b Outline<'b>,
    language: TextLanguage,
    sheet: Sheet,
}

impl BlankPage<'_> {
    fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    /// How the file is filled in, and what the questions are about.
    fn guide(&mut self) {
        let (questionnaire, lang) = (self.blank.questionnaire, self.blank.lang);
        let title = lang.questions_to(self.say(&questionnaire.title), one_line(self.blank.vendor));
        self.sheet.comment(0, "", &title);
        self.sheet.exactly(0, "");
        self.sheet.banner(0, &lang.how_to_fill_in());
        let first = self.outline.questions.first();
        let first = first.map(|asked| questionnaire.questions[asked.question].id.clone()).unwrap_or_default();
        self.sheet.comment(0, "", &lang.fill_in_text(first));
        let rules = [
            lang.fill_in_answer(),
            lang.fill_in_unknown(),
            lang.fill_in_na(),
            lang.fill_in_comment(),
            lang.fill_in_evidence(),
            lang.fill_in_only_if(),
        ];
        rules.iter().for_each(|rule| self.sheet.comment(0, "* ", rule));
        self.sheet.comment(0, "", &lang.filled_in_example());
        let example = [
            "  example.question:".to_owned(),
            "    answer: yes".to_owned(),
            "    comment: |".to_owned(),
            format!("      {}", lang.example_comment()),
            format!("    evidence: [{}]", lang.example_document_id()),
        ];
        example.iter().for_each(|line| self.sheet.exactly(0, line));
        if let Some(about) = &questionnaire.about {
            self.sheet.exactly(0, "");
            self.sheet.banner(0, &lang.about_the_questions());
            self.sheet.comment(0, "", &self.say(about));
        }
        self.sheet.gap();
    }

    fn head(&mut self) {
        let lang = self.blank.lang;
        let name = NewValue::Inline(vec![("name".to_owned(), NewValue::text(self.blank.vendor))]);
        let reference = NewValue::text(self.blank.reference.to_string());
        self.sheet.line(&format!("format: {FORMAT}"));
        self.sheet.line(&format!("vendor: {}", name.in_brackets()));
        self.sheet.comment(0, "", &lang.service_asked().and(" (").and(lang.service_example()).and(")"));
        self.sheet.line("service:");
        self.sheet.line(&format!("questionnaire: {}", reference.in_brackets()));
        self.sheet.comment(0, "", &lang.filled_asked());
        self.sheet.line(&format!("filled: {{form: {}}}", self.outline.fingerprint()));
        self.sheet.comment(0, "", &lang.answered_asked());
        self.sheet.line("answered:");
        self.sheet.comment(0, "", &lang.chain_asked());
        self.sheet.line("chain:");
        self.sheet.exactly(2, &format!("- {}", lang.chain_example()));
        self.sheet.gap();
    }

    /// The register of documents, empty, with an example of an entry and the kinds that there are.
    fn evidence(&mut self) {
        let (questionnaire, lang) = (self.blank.questionnaire, self.blank.lang);
        self.sheet.comment(0, "", &lang.evidence_asked());
        if !questionnaire.evidence.is_empty() {
            self.sheet.comment(0, "", &lang.kinds_of_documents());
            let kinds = questionnaire.evidence.iter();
            let rows: Vec<_> = kinds.map(|kind| (&kind.id, self.say(&kind.ask))).collect();
            self.sheet.list(0, &rows);
        }
        self.sheet.line("evidence:");
        self.sheet.comment(2, "", &lang.evidence_example());
        let kind = questionnaire.evidence.iter().next();
        let kind = kind.map(|kind| format!("  kind: {}    # {}", quoted(&kind.id), lang.example_kind()));
        let example = [
            Some(format!("{}:", lang.example_document_id())),
            Some(format!("  title: {}", lang.example_document())),
            kind,
            Some("  issued: 2026-03-01".to_owned()),
            Some(format!("  valid_until: 2029-02-28    # {}", lang.example_valid_until())),
            Some(format!("  location: {}", lang.example_location())),
        ];
        example.iter().flatten().for_each(|line| self.sheet.exactly(2, line));
        for (id, document) in &self.outline.documents {
            self.sheet.line(&format!("  {}: {}", quoted(id), document.value().in_brackets()));
        }
        self.sheet.gap();
    }

    fn answers(&mut self) {
        self.sheet.line("answers:");
        let mut is_first = true;
        for asked in &self.outline.questions {
            if !std::mem::replace(&mut is_first, false) {
                self.sheet.gap();
            }
            self.question(asked);
        }
    }

    fn question(&mut self, asked: &OutlineQuestion) {
        if let Some((title, about)) = &asked.category {
            self.sheet.banner(2, title);
            about.iter().for_each(|about| self.sheet.comment(2, "", about));
            self.sheet.gap();
        }
        self.sheet.comment(2, "", &asked.place);
        self.sheet.comment(2, "", &asked.ask);
        asked.help.iter().for_each(|help| self.sheet.comment(2, "  ", help));
        asked.only_if.iter().for_each(|when| self.sheet.comment(2, "", when));
        self.sheet.comment(2, "", &asked.how);
        let options: Vec<_> = asked.options.iter().map(|(id, label)| (id, label.clone())).collect();
        self.sheet.list(2, &options);
        let more = asked.not_applicable.iter().chain(&asked.evidence);
        more.for_each(|line| self.sheet.comment(2, "", line));
        self.entry(asked);
    }

    /// The lines of the file at which the question is answered.
    fn entry(&mut self, asked: &OutlineQuestion) {
        let question = &self.blank.questionnaire.questions[asked.question];
        let given = &asked.prefilled;
        self.sheet.line(&format!("  {}:", quoted(&question.id)));
        let answer = given.answer.as_ref().map(|answer| written(answer, question).after_key(6));
        let empty = if question.form == Form::Text { " |" } else { "" };
        self.sheet.line(&format!("    answer:{}", answer.as_deref().unwrap_or(empty)));
        let comment = given.comment.as_ref().map(|comment| NewValue::text(comment).after_key(6));
        self.sheet.line(&format!("    comment:{}", comment.as_deref().unwrap_or(" |")));
        let evidence = NewValue::List(given.evidence.iter().map(NewValue::word).collect());
        self.sheet.line(&format!("    evidence:{}", evidence.after_key(6)));
        if let Some(Proposal { proposed, from }) = &given.proposed {
            let proposed = match proposed {
                Proposed::Answer(answer) => ("answer".to_owned(), written(answer, question)),
                Proposed::Note(note) => ("note".to_owned(), NewValue::text(note)),
            };
            let proposal = NewValue::Inline(vec![proposed, ("from".to_owned(), NewValue::text(from))]);
            self.sheet.line(&format!("    proposed:{}", proposal.after_key(6)));
        }
    }
}
