//! An answers file to fill in: every question with an empty answer, and above it what the vendor needs to know. What
//! answers are worth, what a good one looks like and what is at stake stays with us.

use super::form_file::FormFile;
use super::outline::OutlineQuestion;
use super::read::FORMAT;
use super::values::written;
use crate::answers::sheet::Sheet;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Translations};
use crate::source::value::{NewValue, quoted};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// The text of the file.
pub fn text(form: &FormFile<'_>) -> String {
    let lang = form.outline.lang;
    let mut page = BlankPage { form, language: form.questionnaire().language(lang), lang, sheet: Sheet::default() };
    page.guide();
    page.head();
    page.evidence();
    page.answers();
    page.sheet.finish()
}

struct BlankPage<'b> {
    form: &'b FormFile<'b>,
    language: TextLanguage,
    lang: Lang,
    sheet: Sheet,
}

impl BlankPage<'_> {
    fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    /// How the file is filled in, and what the questions are about.
    fn guide(&mut self) {
        let (questionnaire, lang) = (self.form.questionnaire(), self.lang);
        let title = self.say(&questionnaire.title);
        let title = match &self.form.filled_in.vendor {
            Some(vendor) => lang.questions_to(title, one_line(vendor)),
            None => title,
        };
        self.sheet.comment(0, "", &title);
        self.sheet.exactly(0, "");
        if let Some(renewal) = &self.form.filled_in.renewal {
            let first = [lang.to_be_confirmed(renewal.since(lang)), lang.confirm_in_text()];
            first.iter().for_each(|line| self.sheet.comment(0, "", line));
            let told = renewal.told(questionnaire, lang);
            told.iter().for_each(|line| self.sheet.comment(0, "* ", line));
            self.sheet.exactly(0, "");
        }
        self.sheet.banner(0, &lang.how_to_fill_in());
        let first = self.form.outline.questions.first();
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
        let (lang, filled_in) = (self.lang, &self.form.filled_in);
        let reference = NewValue::text(self.form.reference.to_string());
        self.sheet.line(&format!("format: {FORMAT}"));
        let vendor = filled_in.vendor_value();
        if filled_in.vendor.is_none() {
            self.sheet.comment(0, "", &lang.vendor_asked());
        }
        self.sheet.line(&format!("vendor: {}", vendor.in_brackets()));
        self.sheet.comment(0, "", &lang.service_asked().and(" (").and(lang.service_example()).and(")"));
        self.sheet.line(&format!(
            "service:{}",
            NewValue::text(filled_in.service.as_deref().unwrap_or_default()).after_key(2)
        ));
        self.sheet.line(&format!("questionnaire: {}", reference.in_brackets()));
        self.sheet.comment(0, "", &lang.filled_asked());
        self.sheet.line(&format!("filled: {{form: {}}}", self.form.fingerprint()));
        self.sheet.comment(0, "", &lang.answered_asked());
        self.sheet.line("answered:");
        self.sheet.comment(0, "", &lang.chain_asked());
        self.sheet.line("chain:");
        self.sheet.exactly(2, &format!("- {}", lang.chain_example()));
        for company in &filled_in.chain {
            self.sheet.line(&format!("  - {}", company.value().in_brackets()));
        }
        self.sheet.gap();
    }

    /// The register of documents, empty, with an example of an entry and the kinds that there are.
    fn evidence(&mut self) {
        let (questionnaire, lang) = (self.form.questionnaire(), self.lang);
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
        for (id, document) in &self.form.filled_in.documents {
            self.sheet.line(&format!("  {}: {}", quoted(id), document.value().in_brackets()));
        }
        self.sheet.gap();
    }

    fn answers(&mut self) {
        self.sheet.line("answers:");
        let mut is_first = true;
        for asked in &self.form.outline.questions {
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
        let marks = &self.form.prefilled(asked.question).marks;
        marks.iter().for_each(|mark| self.sheet.mark(2, &mark.said(self.lang)));
        self.entry(asked);
    }

    /// The lines of the file at which the question is answered.
    fn entry(&mut self, asked: &OutlineQuestion) {
        let question = &self.form.questionnaire().questions[asked.question];
        let given = self.form.prefilled(asked.question);
        self.sheet.line(&format!("  {}:", quoted(&question.id)));
        let answer = given.answer.as_ref().map(|answer| written(answer, question).after_key(6));
        let empty = if question.form == Form::Text { " |" } else { "" };
        self.sheet.line(&format!("    answer:{}", answer.as_deref().unwrap_or(empty)));
        let comment = given.comment.as_ref().map(|comment| NewValue::text(comment).after_key(6));
        self.sheet.line(&format!("    comment:{}", comment.as_deref().unwrap_or(" |")));
        let evidence = NewValue::List(given.evidence.iter().map(NewValue::word).collect());
        self.sheet.line(&format!("    evidence:{}", evidence.after_key(6)));
        if let Some(by) = &given.by {
            self.sheet.line(&format!("    by:{}", by.value().after_key(6)));
        }
        if let Some(proposed) = &given.proposed {
            self.sheet.line(&format!("    proposed:{}", proposed.value(question).after_key(6)));
        }
    }
}
