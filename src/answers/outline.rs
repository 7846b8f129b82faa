//! What a form asks, whatever it is written as: the questions in one language with their answers. Every form is written
//! from here, so that what comes back can be held against what was sent.

use crate::questionnaire::condition::Condition;
use crate::questionnaire::form::{DateForm, NumberForm, Ticks};
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::questionnaire::in_words::condition;
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Question, Questionnaire, Translations};
use crate::source::Fingerprint;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Lang, Quantity};

/// What a form asks.
#[derive(Clone, Debug)]
pub struct Outline<'q> {
    /// The questionnaire.
    pub questionnaire: &'q Questionnaire,
    /// The language of the explanations, and of the questions where the questionnaire is written in it.
    pub lang: Lang,
    /// What is asked, in the questionnaire's order.
    pub questions: Vec<OutlineQuestion>,
}

/// A question as its reader sees it.
#[derive(Clone, Debug)]
pub struct OutlineQuestion {
    /// Which.
    pub question: QuestionId,
    /// Title and introduction of the category that begins here.
    pub category: Option<(Clean, Option<Clean>)>,
    /// Which one of how many, with its id.
    pub place: Clean,
    /// What is asked.
    pub ask: Clean,
    /// Help with it.
    pub help: Option<Clean>,
    /// Who is to answer it, where it is not everybody.
    pub only_if: Option<Clean>,
    /// The same for programs: it looks at questions of this form alone.
    pub when: Option<Condition>,
    /// What can be answered; of a choice, the words before its options.
    pub how: Clean,
    /// The options with what they mean.
    pub options: Vec<(Clean, Clean)>,
    /// When it may be said that it does not apply, where that is not always.
    pub not_applicable: Option<Clean>,
    /// The documents to attach.
    pub evidence: Option<Clean>,
}

impl<'q> Outline<'q> {
    /// A blank form of all questions but some, in a language.
    pub fn of(questionnaire: &'q Questionnaire, leave_out: &[QuestionId], lang: Lang) -> Outline<'q> {
        let asked: Vec<QuestionId> = questionnaire.questions.ids().filter(|at| !leave_out.contains(at)).collect();
        let writer = Writer { questionnaire, lang, language: questionnaire.language(lang), asked: &asked };
        let mut before = None;
        let questions = asked.iter().enumerate().map(|(number, at)| {
            let question = &questionnaire.questions[*at];
            let begins = before.replace(question.category) != Some(question.category);
            writer.question(*at, number + 1, begins.then_some(question.category))
        });
        Outline { questionnaire, lang, questions: questions.collect() }
    }

    /// What the form is known by: the SHA-256 of what it asks, in its words. To whom it is sent and what is filled in
    /// does not matter.
    pub fn fingerprint(&self) -> Fingerprint {
        let head = [self.questionnaire.reference(), self.code().clean()];
        let lines = self.questions.iter().flat_map(|asked| {
            let id = self.questionnaire.questions[asked.question].id.clone();
            [id].into_iter().chain(asked.paragraphs())
        });
        // no text holds a line break, so that no two forms have the same lines
        Fingerprint::of(head.into_iter().chain(lines).map(|line| format!("{line}\n")))
    }

    /// The language of the form, by its code.
    pub fn code(&self) -> &'static str {
        self.lang.code()
    }
}

impl OutlineQuestion {
    /// All that stands at the question, part by part, in the order in which it is read.
    pub fn paragraphs(&self) -> Vec<Clean> {
        let category = self.category.iter().flat_map(|(title, about)| [Some(title.clone()), about.clone()]);
        let before = [Some(self.place.clone()), Some(self.ask.clone()), self.help.clone(), self.only_if.clone()];
        let options = self.options.iter().map(|(id, label)| Some(id.clone().and(" ").and(label)));
        let behind = [self.not_applicable.clone(), self.evidence.clone()];
        let all = category.chain(before).chain([Some(self.how.clone())]).chain(options).chain(behind);
        all.flatten().collect()
    }
}

struct Writer<'o> {
    questionnaire: &'o Questionnaire,
    lang: Lang,
    language: TextLanguage,
    asked: &'o [QuestionId],
}

impl Writer<'_> {
    fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    fn question(&self, at: QuestionId, number: usize, begins: Option<CategoryId>) -> OutlineQuestion {
        let (questionnaire, lang) = (self.questionnaire, self.lang);
        let question = &questionnaire.questions[at];
        let category = begins.map(|category| &questionnaire.categories[category]);
        let told = question.when.as_ref().and_then(|when| when.told(&|at| self.asked.contains(&at)));
        let (how, options) = self.form(&question.form);
        OutlineQuestion {
            question: at,
            category: category.map(|it| (self.say(&it.title), it.about.as_ref().map(|about| self.say(about)))),
            place: lang.question_number(number, self.asked.len(), &question.id),
            ask: self.say(&question.ask),
            help: question.help.as_ref().map(|help| self.say(help)),
            only_if: told.as_ref().map(|when| lang.only_if(condition(when, questionnaire, lang))),
            when: told,
            how,
            options,
            not_applicable: match question.not_applicable {
                NotApplicable::Allowed => None,
                NotApplicable::Approval => Some(lang.na_needs_approval()),
                NotApplicable::Forbidden => Some(lang.na_is_not_possible()),
            },
            evidence: self.evidence(question),
        }
    }

    fn evidence(&self, question: &Question) -> Option<Clean> {
        let kinds = question.evidence.iter().map(|kind| &self.questionnaire.evidence[*kind]);
        let kinds = Clean::joined(kinds.map(|kind| self.say(&kind.ask).and(" (").and(&kind.id).and(")")), "; ");
        (!kinds.is_empty()).then(|| self.lang.evidence_to_attach(kinds))
    }

    /// What can be answered.
    fn form(&self, form: &Form) -> (Clean, Vec<(Clean, Clean)>) {
        let lang = self.lang;
        let plain = match form {
            Form::ChooseOne(choices) => {
                let rows = choices.iter().map(|choice| (choice.id.clone(), self.say(&choice.label)));
                return (lang.answer_one(), rows.collect());
            }
            Form::ChooseMany(ticks) => return self.ticks(ticks),
            Form::Number(form) => self.number(form),
            Form::Date(DateForm { never: Some(_), .. }) => lang.answer_date_or_never(),
            Form::Date(DateForm { never: None, .. }) => lang.answer_date(),
            Form::Text => lang.answer_text(),
        };
        (plain, Vec::new())
    }

    fn number(&self, form: &NumberForm) -> Clean {
        let lang = self.lang;
        let [step, min, max] = [Quantity::step(form.decimals), form.min, form.max].map(|number| number.shown(lang));
        match form.unit.as_ref().map(|unit| self.say(unit)) {
            Some(unit) if form.decimals == 0 => lang.answer_number_of(unit, min, max),
            None if form.decimals == 0 => lang.answer_number(min, max),
            Some(unit) => lang.answer_decimal_of(unit, step, min, max),
            None => lang.answer_decimal(step, min, max),
        }
    }

    fn ticks(&self, ticks: &Ticks) -> (Clean, Vec<(Clean, Clean)>) {
        let lang = self.lang;
        let joinable = ticks.options.iter().filter(|tick| !tick.exclusive).take(2);
        let first = ticks.options.iter().take(if joinable.clone().next().is_some() { 0 } else { 1 });
        let example = Clean::joined(joinable.chain(first).map(|tick| &tick.id), ", ");
        let rows = ticks.options.iter().map(|tick| {
            let label = self.say(&tick.label);
            let label = if tick.exclusive { label.and(" (").and(lang.only_alone()).and(")") } else { label };
            (tick.id.clone(), label)
        });
        (lang.answer_many("[".and(example).and("]")), rows.collect())
    }
}
