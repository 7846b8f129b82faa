//! A questionnaire, readable: what is asked, what answers are worth, what raises a flag.

use super::naming::{self, condition, extended_words, level};
use crate::document::{Block, Document, Fact, Layout, Record, Section, Style, Text, Tone};
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::condition::Condition;
use crate::questionnaire::form::{Counting, Direction, Steps};
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::in_words::{evidence_asked, references};
use crate::questionnaire::model::{Category, FactorOption, Weight};
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Form, Question, Questionnaire, Translations};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::{Guide, Hint, Lang, Quantity};

/// The built-in questionnaires, a few lines each.
pub fn list(questionnaires: &[&Questionnaire], guide: &dyn Guide, lang: Lang) -> Document {
    let records = questionnaires.iter().map(|questionnaire| listed(questionnaire, guide, lang)).collect();
    let title = Text::strong(lang.built_in_questionnaires());
    Document { lang, layout: SCREEN, title, blocks: vec![Block::Records(records)] }
}

fn listed(questionnaire: &Questionnaire, guide: &dyn Guide, lang: Lang) -> Record {
    let title = questionnaire.title.said(questionnaire.language(lang));
    let counts =
        lang.catalogue_counts(questionnaire.questions.len(), questionnaire.categories.len(), questionnaire.flags.len());
    let known = built_in::version(&questionnaire.id, &questionnaire.version);
    let id = || known.map_or_else(|| questionnaire.reference(), BuiltIn::name).into();
    let show = Hint::ShowQuestionnaire { id: id() }.told(guide, lang).map(|how| Fact::new(lang.show_one(), how));
    let adapt = Hint::AdaptQuestionnaire { id: id() }.told(guide, lang).map(|how| Fact::new(lang.adapt_one(), how));
    Record {
        anchor: questionnaire.reference(),
        head: Text::code(questionnaire.reference()).and(" · ").and(title),
        aside: counts.and(" (").and(clean::one_line(&questionnaire.languages.join(", "))).and(")").into(),
        facts: show.into_iter().chain(adapt).collect(),
    }
}

/// One questionnaire, question by question.
pub fn show(questionnaire: &Questionnaire, lang: Lang) -> Document {
    let short_form = questionnaire.short_form();
    let catalogue = Catalogue { questionnaire, lang, language: questionnaire.language(lang), short_form };
    let title = catalogue.say(&questionnaire.title).and(" (").and(questionnaire.reference()).and(")");
    let about = questionnaire.about.as_ref().map(|about| Block::Paragraph(catalogue.say(about).into()));
    let categories = questionnaire.categories.iter().map(|category| catalogue.category(category));
    let extended = questionnaire.base.iter().flat_map(|base| base.and_below());
    let extended: Vec<Fact> = extended.map(|base| Fact::new(lang.extends(), extended_words(base, lang))).collect();
    let blocks = about
        .into_iter()
        .chain((!extended.is_empty()).then_some(Block::Facts(extended)))
        .chain(catalogue.in_short())
        .chain(catalogue.at_stake())
        .chain(categories)
        .chain(catalogue.flags());
    let blocks = blocks.chain(catalogue.contradictions()).collect();
    Document { lang, layout: SCREEN, title: Text::strong(title), blocks }
}

const SCREEN: Layout = Layout::Screen { spaced: true };

struct Catalogue<'q> {
    questionnaire: &'q Questionnaire,
    lang: Lang,
    language: TextLanguage,
    /// The questions of the short form, rising.
    short_form: Vec<QuestionId>,
}

impl Catalogue<'_> {
    fn say(&self, text: &Translations) -> Clean {
        text.said(self.language)
    }

    /// How many questions the short form has, if there is one.
    fn in_short(&self) -> Option<Block> {
        let marked = self.questionnaire.questions.iter().filter(|question| question.screening).count();
        let told = match self.short_form.len() - marked {
            0 => self.lang.short_form_count(marked),
            gates => self.lang.short_form_counts(marked, gates),
        };
        (marked > 0).then(|| Block::Paragraph(told.into()))
    }

    fn at_stake(&self) -> Option<Block> {
        let records = self.questionnaire.factors.iter().map(|factor| {
            let option = |option: &FactorOption| {
                set_in(
                    option
                        .id
                        .clone()
                        .and(": ")
                        .and(self.say(&option.label))
                        .and(" → ")
                        .and(level(option.tier, self.lang)),
                )
            };
            Record {
                anchor: "stake-".and(&factor.id),
                head: Text::code(&factor.id),
                aside: self.say(&factor.ask).into(),
                facts: factor.options.iter().map(option).collect(),
            }
        });
        self.section("at-stake", self.lang.at_stake(), records.collect())
    }

    /// Records under a heading, if there are any.
    fn section(&self, anchor: &'static str, title: Clean, records: Vec<Record>) -> Option<Block> {
        (!records.is_empty()).then(|| Section::block(anchor, title, vec![Block::Records(records)]))
    }

    fn category(&self, category: &Category) -> Block {
        let weight = category.weight.map(|weight| self.lang.weight_of(weight));
        let minimum = category.minimum.map(|minimum| self.lang.minimum(minimum));
        let notes: Vec<Clean> = weight.into_iter().chain(minimum).collect();
        let notes = if notes.is_empty() { Clean::default() } else { " (".and(Clean::joined(notes, ", ")).and(")") };
        let about = category.about.as_ref().map(|about| Block::Paragraph(self.say(about).into()));
        let questions = category.questions.iter().map(|at| self.question(*at));
        let blocks = about.into_iter().chain([Block::Records(questions.collect())]).collect();
        Section::block("category-".and(&category.id), self.say(&category.title).and(notes), blocks)
    }

    fn question(&self, at: QuestionId) -> Record {
        let (lang, question) = (self.lang, &self.questionnaire.questions[at]);
        let weight = match question.weight {
            Weight::Importance(importance) => lang.importance(naming::importance(importance, lang)),
            Weight::Direct(weight) => lang.weight_of(weight),
        };
        let when = question.when.as_ref().map(|when| condition(when, self.questionnaire, lang));
        let mut facts: Vec<Fact> = self.answers(&question.form).into_iter().map(set_in).collect();
        facts.extend(when.map(|when| Fact::new(lang.asked_only_if(), Text::tag(Tone::Careful, when))));
        let say = |text: &Option<Translations>| text.as_ref().map(|text| self.say(text));
        let notes = [
            (lang.help_on_answering(), say(&question.help)),
            (lang.a_good_answer(), say(&question.good)),
            (lang.a_weak_answer(), say(&question.weak)),
            (lang.what_to_require(), say(&question.remedy)),
            (lang.evidence_to_ask_for(), evidence_asked(question, self.questionnaire, self.lang)),
            (lang.refers_to(), references(question, self.questionnaire, self.lang)),
        ];
        facts.extend(notes.into_iter().filter_map(|(name, text)| Some(noted(name, text?))));
        facts.extend(self.remedies(question));
        let in_short = match self.short_form.binary_search(&at) {
            Ok(_) if question.screening => " · ".and(lang.in_the_short_form()),
            Ok(_) => " · ".and(lang.comes_along_in_short()),
            Err(_) => Clean::default(),
        };
        Record {
            anchor: question.id.clone(),
            head: Text::code(&question.id).styled(Style::Faint, " · ".and(weight).and(in_short)),
            aside: self.say(&question.ask).into(),
            facts,
        }
    }

    /// What is required of a vendor that answers this or that, where the answer says it itself.
    fn remedies(&self, question: &Question) -> Vec<Fact> {
        let own = question.form.advice().into_iter().filter_map(|(id, advice)| Some((id, advice.remedy.as_ref()?)));
        let said = |(id, remedy)| noted(self.lang.what_to_require_at(clean::one_line(id)), self.say(remedy));
        own.map(said).collect()
    }

    /// The answers of a form and what they are worth, a line each.
    fn answers(&self, form: &Form) -> Vec<Clean> {
        let lang = self.lang;
        match form {
            Form::ChooseOne(choices) => choices
                .iter()
                .map(|choice| {
                    let worth = choice.value.map(|value| lang.worth(value));
                    choice.id.clone().and(": ").and(self.say(&choice.label)).and(behind(worth))
                })
                .collect(),
            Form::ChooseMany(ticks) => ticks
                .options
                .iter()
                .map(|tick| {
                    let worth = tick.points.zip(ticks.full_at).map(|(points, full)| lang.worth_points(points, full));
                    let alone =
                        if tick.exclusive { " (".and(lang.excludes_others()).and(")") } else { Clean::default() };
                    "[ ] ".and(&tick.id).and(": ").and(self.say(&tick.label)).and(behind(worth)).and(alone)
                })
                .collect(),
            Form::Number(form) => {
                let unit = form.unit.as_ref().map(|unit| " ".and(self.say(unit))).unwrap_or_default();
                self.steps(&form.steps, |bound| bound.shown(lang).and(&unit))
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

    fn steps(&self, steps: &Steps, name: impl Fn(Quantity) -> Clean) -> Vec<Clean> {
        let shown = steps.steps.iter().map(|(bound, value)| {
            let bound = match steps.direction {
                Direction::AtMost => self.lang.number_at_most(name(*bound)),
                Direction::AtLeast => self.lang.number_at_least(name(*bound)),
            };
            bound.and(" → ").and(self.lang.worth(value))
        });
        shown.collect()
    }

    fn flags(&self) -> Option<Block> {
        let lang = self.lang;
        let records = self.questionnaire.flags.iter().map(|flag| {
            let basis = flag.basis.map(|basis| Fact::new(lang.rests_on(), naming::basis(basis, lang)));
            let remedy = flag.remedy.as_ref().map(|remedy| noted(lang.what_to_require(), self.say(remedy)));
            Record {
                anchor: "flag-".and(&flag.id),
                head: self.named(&flag.id, &flag.title),
                aside: lang.severity(level(flag.severity, lang)).into(),
                facts: [Some(self.raised_if(&flag.when)), basis, remedy].into_iter().flatten().collect(),
            }
        });
        self.section("red-flags", lang.red_flags(), records.collect())
    }

    fn contradictions(&self) -> Option<Block> {
        let records = self.questionnaire.contradictions.iter().map(|contradiction| Record {
            anchor: "contradiction-".and(&contradiction.id),
            head: self.named(&contradiction.id, &contradiction.title),
            aside: Text::default(),
            facts: vec![self.raised_if(&contradiction.when)],
        });
        self.section("contradictions", self.lang.contradictions(), records.collect())
    }

    fn named(&self, id: &Clean, title: &Translations) -> Text {
        Text::code(id).and(" · ").and(self.say(title))
    }

    fn raised_if(&self, when: &Condition) -> Fact {
        noted(self.lang.raised_if(), condition(when, self.questionnaire, self.lang))
    }
}

/// What stands by itself under the line above it.
fn set_in(text: Clean) -> Fact {
    Fact::new("", text)
}

/// What can be passed over.
fn noted(name: Clean, text: Clean) -> Fact {
    Fact::new(name, Text::default().styled(Style::Faint, text))
}

/// What an answer is worth, behind it; nothing where the questionnaire does not say.
fn behind(worth: Option<Clean>) -> Clean {
    worth.map(|worth| " → ".and(worth)).unwrap_or_default()
}
