//! An answers file to fill in: every question with an empty answer, and above it what the vendor needs to know. What
//! answers are worth, what a good one looks like and what is at stake stays with us.

use super::model::Reference;
use super::read::FORMAT;
use crate::answers::sheet::Sheet;
use crate::questionnaire::form::{DateForm, NumberForm, Ticks};
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::in_words::condition;
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Category, Form, Question, Questionnaire, Translations};
use crate::source::value::{NewValue, quoted};
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::{Lang, Quantity};

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

impl Blank<'_> {
    /// The text of the file.
    pub fn text(&self) -> String {
        let mut page =
            BlankPage { blank: *self, language: self.questionnaire.language(self.lang), sheet: Sheet::default() };
        page.guide();
        page.head();
        page.evidence();
        page.answers();
        page.sheet.finish()
    }

    /// The questions that are asked, in their order.
    pub fn asked(&self) -> Vec<QuestionId> {
        self.questionnaire.questions.ids().filter(|at| !self.leave_out.contains(at)).collect()
    }
}

struct BlankPage<'b> {
    blank: Blank<'b>,
    language: TextLanguage,
    sheet: Sheet,
}

impl<'b> BlankPage<'b> {
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
        let asked = self.blank.asked();
        let first = asked.first().map(|at| questionnaire.questions[*at].id.clone()).unwrap_or_default();
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
        self.sheet.gap();
    }

    fn answers(&mut self) {
        self.sheet.line("answers:");
        let asked = self.blank.asked();
        let questionnaire = self.blank.questionnaire;
        let mut category = None;
        for (number, at) in asked.iter().enumerate() {
            let question = &questionnaire.questions[*at];
            if number > 0 {
                self.sheet.gap();
            }
            if category != Some(question.category) {
                category = Some(question.category);
                self.category(&questionnaire.categories[question.category]);
            }
            let number = self.blank.lang.question_number(number + 1, asked.len(), &question.id);
            self.sheet.comment(2, "", &number);
            self.question(question, &asked);
        }
    }

    fn category(&mut self, category: &'b Category) {
        self.sheet.banner(2, &self.say(&category.title));
        if let Some(about) = &category.about {
            self.sheet.comment(2, "", &self.say(about));
        }
        self.sheet.gap();
    }

    fn question(&mut self, question: &'b Question, asked: &[QuestionId]) {
        let (questionnaire, lang) = (self.blank.questionnaire, self.blank.lang);
        self.sheet.comment(2, "", &self.say(&question.ask));
        if let Some(help) = &question.help {
            self.sheet.comment(2, "  ", &self.say(help));
        }
        let told = question.when.as_ref().and_then(|when| when.told(&|at| asked.contains(&at)));
        if let Some(when) = told {
            self.sheet.comment(2, "", &lang.only_if(condition(&when, questionnaire, lang)));
        }
        self.form(&question.form);
        match question.not_applicable {
            NotApplicable::Allowed => {}
            NotApplicable::Approval => self.sheet.comment(2, "", &lang.na_needs_approval()),
            NotApplicable::Forbidden => self.sheet.comment(2, "", &lang.na_is_not_possible()),
        }
        let kinds = question.evidence.iter().map(|kind| &questionnaire.evidence[*kind]);
        let kinds = Clean::joined(kinds.map(|kind| self.say(&kind.ask).and(" (").and(&kind.id).and(")")), "; ");
        if !kinds.is_empty() {
            self.sheet.comment(2, "", &lang.evidence_to_attach(kinds));
        }
        self.sheet.line(&format!("  {}:", quoted(&question.id)));
        self.sheet.line(if question.form == Form::Text { "    answer: |" } else { "    answer:" });
        self.sheet.line("    comment: |");
        self.sheet.line("    evidence: []");
    }

    /// What can be answered.
    fn form(&mut self, form: &'b Form) {
        let lang = self.blank.lang;
        let plain = match form {
            Form::ChooseOne(choices) => {
                self.sheet.comment(2, "", &lang.answer_one());
                let rows = choices.iter().map(|choice| (&choice.id, self.say(&choice.label)));
                let rows: Vec<_> = rows.collect();
                return self.sheet.list(2, &rows);
            }
            Form::ChooseMany(ticks) => return self.ticks(ticks),
            Form::Number(form) => self.number(form),
            Form::Date(DateForm { never: Some(_), .. }) => lang.answer_date_or_never(),
            Form::Date(DateForm { never: None, .. }) => lang.answer_date(),
            Form::Text => lang.answer_text(),
        };
        self.sheet.comment(2, "", &plain);
    }

    fn number(&self, form: &NumberForm) -> Clean {
        let lang = self.blank.lang;
        let [step, min, max] = [Quantity::step(form.decimals), form.min, form.max].map(|number| number.shown(lang));
        match form.unit.as_ref().map(|unit| self.say(unit)) {
            Some(unit) if form.decimals == 0 => lang.answer_number_of(unit, min, max),
            None if form.decimals == 0 => lang.answer_number(min, max),
            Some(unit) => lang.answer_decimal_of(unit, step, min, max),
            None => lang.answer_decimal(step, min, max),
        }
    }

    fn ticks(&mut self, ticks: &'b Ticks) {
        let lang = self.blank.lang;
        let joinable = ticks.options.iter().filter(|tick| !tick.exclusive).take(2);
        let first = ticks.options.iter().take(if joinable.clone().next().is_some() { 0 } else { 1 });
        let example = Clean::joined(joinable.chain(first).map(|tick| &tick.id), ", ");
        self.sheet.comment(2, "", &lang.answer_many("[".and(example).and("]")));
        let rows = ticks.options.iter().map(|tick| {
            let label = self.say(&tick.label);
            let label = if tick.exclusive { label.and(" (").and(lang.only_alone()).and(")") } else { label };
            (&tick.id, label)
        });
        let rows: Vec<_> = rows.collect();
        self.sheet.list(2, &rows);
    }
}
