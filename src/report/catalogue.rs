//! A questionnaire, readable: what is asked, what answers are worth, what raises a flag.

use super::naming::{self, condition, level};
use crate::document::canvas::Canvas;
use crate::document::{Style, Tone};
use crate::questionnaire::form::{Counting, Direction, Steps};
use crate::questionnaire::model::{Category, Weight};
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Question, Questionnaire, Translations};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::{Guide, Hint, Lang};

/// How it is shown.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueView {
    /// The reader's language.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
}

/// The built-in questionnaires, a few lines each.
pub fn list(questionnaires: &[Questionnaire], guide: &dyn Guide, view: CatalogueView) -> String {
    let lang = view.lang;
    let mut canvas = Canvas::new(view.width, view.colour);
    canvas.text(Style::Strong, lang.built_in_questionnaires());
    for questionnaire in questionnaires {
        let language = questionnaire.language(lang);
        canvas.blank();
        let title = "  ".and(clean::one_line(questionnaire.title.get(language)));
        canvas.paragraph(2, 4, &[(Style::Strong, questionnaire.reference()), (Style::Plain, title)]);
        let counts = lang.catalogue_counts(
            questionnaire.questions.len(),
            questionnaire.categories.len(),
            questionnaire.flags.len(),
        );
        canvas.paragraph(
            4,
            4,
            &[(Style::Plain, counts.and(" (").and(clean::one_line(&questionnaire.languages.join(", "))).and(")"))],
        );
        let id = || questionnaire.id.to_string();
        let show = Hint::ShowQuestionnaire { id: id() }.told(guide, lang).map(|how| lang.show_one(how));
        let adapt = Hint::AdaptQuestionnaire { id: id() }.told(guide, lang).map(|how| lang.adapt_one(how));
        show.into_iter().chain(adapt).for_each(|line| canvas.paragraph(4, 4, &[(Style::Faint, line)]));
    }
    canvas.finish()
}

/// One questionnaire, question by question.
pub fn show(questionnaire: &Questionnaire, view: CatalogueView) -> String {
    let canvas = Canvas::new(view.width, view.colour);
    let mut page = Catalogue { questionnaire, lang: view.lang, language: questionnaire.language(view.lang), canvas };
    page.head();
    for category in &questionnaire.categories {
        page.category(category);
    }
    page.flags();
    page.canvas.finish()
}

struct Catalogue<'q> {
    questionnaire: &'q Questionnaire,
    lang: Lang,
    language: TextLanguage,
    canvas: Canvas,
}

impl Catalogue<'_> {
    fn say(&self, text: &Translations) -> Clean {
        clean::one_line(text.get(self.language))
    }

    fn head(&mut self) {
        let title = self.say(&self.questionnaire.title);
        self.canvas.text(Style::Strong, title.and(" (").and(self.questionnaire.reference()).and(")"));
        if let Some(about) = &self.questionnaire.about {
            self.canvas.text(Style::Plain, self.say(about));
        }
        self.canvas.blank();
        if self.questionnaire.factors.is_empty() {
            return;
        }
        self.canvas.text(Style::Strong, self.lang.at_stake());
        for factor in &self.questionnaire.factors {
            self.line(2, Style::Strong, factor.id.clone().and("  ").and(self.say(&factor.ask)));
            for option in &factor.options {
                let tier = level(option.tier, self.lang);
                self.line(
                    6,
                    Style::Plain,
                    option.id.clone().and(": ").and(self.say(&option.label)).and(" → ").and(tier),
                );
            }
        }
        self.canvas.blank();
    }

    fn line(&mut self, indent: usize, style: Style, text: impl Trusted) {
        self.canvas.paragraph(indent, indent + 2, &[(style, text.clean())]);
    }

    fn category(&mut self, category: &Category) {
        let mut notes: Vec<Clean> = Vec::new();
        notes.extend(category.weight.map(|weight| self.lang.weight_and_minimum(weight)));
        notes.extend(category.minimum.map(|minimum| self.lang.minimum(minimum)));
        let title = self.say(&category.title);
        let notes = if notes.is_empty() { Clean::default() } else { " (".and(Clean::joined(notes, ", ")).and(")") };
        self.canvas.text(Style::Strong, title.and(notes));
        if let Some(about) = &category.about {
            self.line(2, Style::Plain, self.say(about));
        }
        for at in category.questions.clone() {
            self.canvas.blank();
            self.question(&self.questionnaire.questions[at]);
        }
        self.canvas.blank();
    }

    fn question(&mut self, question: &Question) {
        let lang = self.lang;
        let weight = match question.weight {
            Weight::Importance(importance) => lang.importance(naming::importance(importance, lang)),
            Weight::Direct(weight) => lang.weight_and_minimum(weight),
        };
        let head = [(Style::Strong, question.id.clone()), (Style::Faint, "  ".and(weight))];
        self.canvas.paragraph(2, 4, &head);
        self.line(4, Style::Plain, self.say(&question.ask));
        if let Some(when) = &question.when {
            self.line(4, Style::Tag(Tone::Careful), lang.asked_if(condition(when, self.questionnaire, lang)));
        }
        for answer in self.answers(&question.form) {
            self.line(6, Style::Plain, answer);
        }
        let say = |text: &Option<Translations>| text.as_ref().map(|text| self.say(text));
        let notes = [
            say(&question.help).map(|text| lang.help(text)),
            say(&question.good).map(|text| lang.good(text)),
            say(&question.weak).map(|text| lang.weak_answer(text)),
            say(&question.remedy).map(|text| lang.remedy(text)),
        ];
        notes.into_iter().flatten().for_each(|note| self.line(4, Style::Faint, note));
        let asks = question.evidence.iter().map(|kind| self.say(&self.questionnaire.evidence[*kind].ask));
        let asks: Vec<Clean> = asks.collect();
        if !asks.is_empty() {
            self.line(4, Style::Faint, lang.ask_for(Clean::joined(asks, "; ")));
        }
        let refs = question.refs.iter().map(|(framework, points)| {
            self.say(&self.questionnaire.frameworks[*framework].title).and(" ").and(clean::one_line(&points.join(", ")))
        });
        let refs: Vec<Clean> = refs.collect();
        if !refs.is_empty() {
            self.line(4, Style::Faint, lang.references(Clean::joined(refs, "; ")));
        }
    }

    /// The answers of a form and what they are worth, a line each.
    fn answers(&self, form: &Form) -> Vec<Clean> {
        let lang = self.lang;
        match form {
            Form::ChooseOne(choices) => choices
                .iter()
                .map(|choice| {
                    choice.id.clone().and(": ").and(self.say(&choice.label)).and(" → ").and(lang.worth(choice.value))
                })
                .collect(),
            Form::ChooseMany(ticks) => ticks
                .options
                .iter()
                .map(|tick| {
                    let worth = lang.worth_points(tick.points, ticks.full_at);
                    let alone =
                        if tick.exclusive { " (".and(lang.excludes_others()).and(")") } else { Clean::default() };
                    "[ ] ".and(&tick.id).and(": ").and(self.say(&tick.label)).and(" → ").and(worth).and(alone)
                })
                .collect(),
            Form::Number(form) => {
                let unit = form.unit.as_ref().map(|unit| " ".and(self.say(unit))).unwrap_or_default();
                self.steps(&form.steps, |bound| bound.and(&unit))
            }
            Form::Date(form) => {
                let mut lines = self.steps(&form.steps, |bound| match form.counts {
                    Counting::DaysSince => lang.days_since(bound),
                    Counting::DaysLeft => lang.days_left(bound),
                });
                lines.extend(form.never.map(|value| lang.never().and(" → ").and(lang.worth(value))));
                lines
            }
            Form::Text => vec![lang.free_text()],
        }
    }

    fn steps(&self, steps: &Steps, name: impl Fn(i64) -> Clean) -> Vec<Clean> {
        let shown = steps.steps.iter().map(|(bound, value)| {
            let bound = match steps.direction {
                Direction::AtMost => self.lang.number_at_most(name(*bound)),
                Direction::AtLeast => self.lang.number_at_least(name(*bound)),
            };
            bound.and(" → ").and(self.lang.worth(value))
        });
        shown.collect()
    }

    fn flags(&mut self) {
        let lang = self.lang;
        self.canvas.text(Style::Strong, lang.red_flags());
        for flag in &self.questionnaire.flags {
            let severity = lang.severity(level(flag.severity, lang));
            let basis = flag.basis.map(|basis| ", ".and(story_basis(basis, lang))).unwrap_or_default();
            let head = flag.id.clone().and("  ").and(self.say(&flag.title)).and(" (").and(severity).and(basis).and(")");
            self.line(2, Style::Plain, head);
            self.line(6, Style::Faint, lang.raised_if(condition(&flag.when, self.questionnaire, lang)));
            if let Some(remedy) = &flag.remedy {
                self.line(6, Style::Faint, lang.remedy(self.say(remedy)));
            }
        }
        if self.questionnaire.contradictions.is_empty() {
            return;
        }
        self.canvas.blank();
        self.canvas.text(Style::Strong, lang.contradictions());
        for contradiction in &self.questionnaire.contradictions {
            self.line(2, Style::Plain, contradiction.id.clone().and("  ").and(self.say(&contradiction.title)));
            let when = condition(&contradiction.when, self.questionnaire, lang);
            self.line(6, Style::Faint, lang.raised_if(when));
        }
    }
}

fn story_basis(basis: crate::questionnaire::model::Basis, lang: Lang) -> Clean {
    match basis {
        crate::questionnaire::model::Basis::Legal => lang.basis_legal(),
        crate::questionnaire::model::Basis::Risk => lang.basis_risk(),
    }
}
