//! What the page knows: what the vendor may see of the questionnaire, in every language of the page, and what is filled
//! in before it is sent. Nothing of ours is among it: no value, no remedy, no red flag.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::words;
use crate::answers::form_file::{FilledIn, FormFile, Prefilled};
use crate::answers::model::{GivenBy, Proposal, Proposed};
use crate::answers::outline::{Outline, OutlineQuestion};
use crate::answers::read::{FORMAT, LONGEST_NAME};
use crate::answers::{Answer, Value};
use crate::questionnaire::form::{Counting, DateForm, NumberForm};
use crate::questionnaire::ids::{KindId, OptionId};
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, RESERVED, UNKNOWN};
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{Condition, Form, Question, Questionnaire, Translations};
use crate::source::fields::Word;
use crate::words::clean::one_line;
use crate::words::{Clean, Lang};

/// A text in the languages of the page; one where all are the same.
type Texts = Vec<Clean>;

/// All that the page knows.
#[derive(Serialize)]
pub(super) struct PageFacts {
    format: &'static str,
    questionnaire: String,
    form: String,
    languages: Vec<PageLanguage>,
    title: Texts,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Texts>,
    kinds: Vec<PageKind>,
    questions: Vec<PageQuestion>,
    filled: Json,
    reserved: [&'static str; RESERVED.len()],
    longest_name: usize,
}

/// A language of the page, with all that it says itself.
#[derive(Serialize)]
struct PageLanguage {
    code: &'static str,
    /// The language of the questionnaire's texts, which may be another one.
    questions: String,
    words: BTreeMap<&'static str, Clean>,
}

/// A kind of document.
#[derive(Serialize)]
struct PageKind {
    id: Clean,
    ask: Texts,
}

/// A question as its reader sees it.
#[derive(Serialize)]
struct PageQuestion {
    id: Clean,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<PageCategory>,
    ask: Texts,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_if: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Json>,
    /// Which form its answer has.
    form: &'static str,
    /// What a number may be, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<PageNumber>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<PageOption>,
    #[serde(skip_serializing_if = "is_false")]
    never: bool,
    /// Whether a day is one on which something happened, and has come.
    #[serde(skip_serializing_if = "is_false")]
    past: bool,
    /// Whether it may be said that it does not apply; left out where it may.
    #[serde(skip_serializing_if = "Option::is_none")]
    na: Option<&'static str>,
    /// The kinds of documents to attach, by their places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<usize>,
}

/// The category that begins with a question.
#[derive(Serialize)]
struct PageCategory {
    title: Texts,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Texts>,
}

/// An option of a choice: its id, what it says, and whether it stands alone. There are many of them, so they have no
/// names for their parts.
#[derive(Serialize)]
struct PageOption(Clean, Texts, u8);

/// The numbers that are answers.
#[derive(Serialize)]
struct PageNumber {
    decimals: u8,
    min: String,
    max: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Texts>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// What a form asks about, and whom, in a language.
pub(super) fn heading(form: &FormFile<'_>, lang: Lang) -> Clean {
    let questionnaire = form.questionnaire();
    let title = questionnaire.title.said(questionnaire.language(lang));
    match &form.filled_in.vendor {
        Some(vendor) => lang.questions_to(title, one_line(vendor)),
        None => title,
    }
}

impl PageFacts {
    /// What the page of a form knows.
    pub(super) fn of(form: &FormFile<'_>) -> PageFacts {
        let mut outlines = vec![form.outline.clone()];
        outlines.extend(form.second.clone().or_else(|| second(&form.outline)));
        let writer = FactWriter { questionnaire: form.questionnaire(), outlines: &outlines };
        let questionnaire = writer.questionnaire;
        let langs: Vec<Lang> = outlines.iter().map(|outline| outline.lang).collect();
        PageFacts {
            format: FORMAT,
            questionnaire: form.reference.to_string(),
            form: form.fingerprint().to_string(),
            languages: outlines.iter().map(|outline| language(questionnaire, outline.lang)).collect(),
            title: folded(outlines.iter().map(|outline| heading(form, outline.lang))),
            about: questionnaire.about.as_ref().map(|about| writer.said(about)),
            kinds: questionnaire
                .evidence
                .iter()
                .map(|kind| PageKind { id: kind.id.clone(), ask: writer.said(&kind.ask) })
                .collect(),
            questions: form.outline.questions.iter().map(|asked| writer.question(asked)).collect(),
            filled: filled(&form.filled_in, questionnaire, &langs),
            reserved: RESERVED,
            longest_name: LONGEST_NAME,
        }
    }
}

/// The same questions in the other language, where the questionnaire is written in it, too.
fn second<'q>(first: &Outline<'q>) -> Option<Outline<'q>> {
    let questionnaire = first.questionnaire;
    let is_another = |lang: &Lang| {
        let differs = questionnaire.language(*lang) != questionnaire.language(first.lang);
        differs && questionnaire.is_written_in(lang.code())
    };
    let lang = Lang::ALL.into_iter().find(is_another)?;
    let is_asked = |at| first.questions.iter().any(|asked| asked.question == at);
    let left_out: Vec<_> = questionnaire.questions.ids().filter(|at| !is_asked(*at)).collect();
    Some(Outline::of(questionnaire, &left_out, lang))
}

fn language(questionnaire: &Questionnaire, lang: Lang) -> PageLanguage {
    let told = questionnaire.language(lang);
    let is_told = |code: &&String| TextLanguage::of(code, &questionnaire.languages) == told;
    let questions = questionnaire.languages.iter().find(is_told).cloned();
    let code = lang.code();
    PageLanguage { code, questions: questions.unwrap_or_else(|| code.to_owned()), words: words::all(lang) }
}

struct FactWriter<'w> {
    questionnaire: &'w Questionnaire,
    outlines: &'w [Outline<'w>],
}

impl FactWriter<'_> {
    /// A text of the questionnaire in the languages of the page.
    fn said(&self, text: &Translations) -> Texts {
        folded(self.outlines.iter().map(|outline| text.said(self.questionnaire.language(outline.lang))))
    }

    fn question(&self, asked: &OutlineQuestion) -> PageQuestion {
        let question = &self.questionnaire.questions[asked.question];
        let is_it = |other: &&OutlineQuestion| other.question == asked.question;
        let everywhere = self.outlines.iter().filter_map(|outline| outline.questions.iter().find(is_it)).collect();
        let everywhere = InLanguages(everywhere);
        let category = asked.category.as_ref().map(|_| &self.questionnaire.categories[question.category]);
        let number = match &question.form {
            Form::Number(form) => Some(self.number(form)),
            _ => None,
        };
        PageQuestion {
            id: question.id.clone(),
            category: category.map(|category| PageCategory {
                title: self.said(&category.title),
                about: category.about.as_ref().map(|about| self.said(about)),
            }),
            ask: everywhere.told(|asked| Some(asked.ask.clone())).unwrap_or_default(),
            help: everywhere.told(|asked| asked.help.clone()),
            only_if: everywhere.told(|asked| asked.only_if.clone()),
            when: asked.when.as_ref().map(|when| condition(when, self.questionnaire)),
            form: match question.form {
                Form::ChooseOne(_) => "one",
                Form::ChooseMany(_) => "many",
                Form::Number(_) => "number",
                Form::Date(_) => "date",
                Form::Text => "text",
            },
            how: number.as_ref().and_then(|_| everywhere.told(|asked| Some(asked.how.clone()))),
            number,
            options: everywhere.options(question),
            never: matches!(question.form, Form::Date(DateForm { never: Some(_), .. })),
            past: matches!(question.form, Form::Date(DateForm { counts: Counting::DaysSince, .. })),
            na: match question.not_applicable {
                NotApplicable::Allowed => None,
                other => Some(other.word()),
            },
            kinds: question.evidence.iter().filter_map(|kind| self.place_of(*kind)).collect(),
        }
    }

    fn place_of(&self, kind: KindId) -> Option<usize> {
        self.questionnaire.evidence.ids().position(|known| known == kind)
    }

    fn number(&self, form: &NumberForm) -> PageNumber {
        PageNumber {
            decimals: form.decimals,
            min: form.min.to_string(),
            max: form.max.to_string(),
            unit: form.unit.as_ref().map(|unit| self.said(unit)),
        }
    }
}

/// A question as it is told in each language.
struct InLanguages<'l>(Vec<&'l OutlineQuestion>);

impl InLanguages<'_> {
    /// A part of it in each language; nothing where there is no such part.
    fn told(&self, part: impl Fn(&OutlineQuestion) -> Option<Clean>) -> Option<Texts> {
        Some(folded(self.0.iter().filter_map(|asked| part(asked)))).filter(|told| !told.is_empty())
    }

    /// The options with the words that the outlines have for them.
    fn options(&self, question: &Question) -> Vec<PageOption> {
        let alone: Vec<&Clean> = match &question.form {
            Form::ChooseMany(ticks) => {
                ticks.options.iter().filter(|tick| tick.exclusive).map(|tick| &tick.id).collect()
            }
            _ => Vec::new(),
        };
        let option = |id: &str| {
            let label = self.told(|asked| {
                let named = asked.options.iter().find(|(known, _)| known == id);
                named.map(|(_, label)| label.clone())
            });
            let is_alone = alone.iter().any(|known| **known == id);
            PageOption(one_line(id), label.unwrap_or_default(), u8::from(is_alone))
        };
        question.form.options().iter().map(|(_, id, _)| option(id)).collect()
    }
}

/// Texts that are all the same stand once.
fn folded(texts: impl Iterator<Item = Clean>) -> Texts {
    let mut texts: Texts = texts.collect();
    if texts.iter().all(|text| texts.first() == Some(text)) {
        texts.truncate(1);
    }
    texts
}

/// A condition as the page decides it.
fn condition(condition: &Condition, questionnaire: &Questionnaire) -> Json {
    let parts =
        |parts: &[Condition]| -> Vec<Json> { parts.iter().map(|part| self::condition(part, questionnaire)).collect() };
    match condition {
        Condition::All(all) => json!({ "all": parts(all) }),
        Condition::Any(any) => json!({ "any": parts(any) }),
        Condition::Not(part) => json!({ "not": self::condition(part, questionnaire) }),
        Condition::Options { question, options } => {
            let question = &questionnaire.questions[*question];
            json!({ "question": question.id, "options": ids(options, question) })
        }
        Condition::Never { question } => {
            json!({ "question": questionnaire.questions[*question].id, "never": true })
        }
        Condition::Within { question, above, below } => {
            let question = &questionnaire.questions[*question];
            let days = match &question.form {
                Form::Date(form) => Some(if form.counts == Counting::DaysLeft { "left" } else { "since" }),
                _ => None,
            };
            let [above, below] = [above, below].map(|bound| bound.map(|bound| bound.to_string()));
            json!({ "question": question.id, "above": above, "below": below, "days": days })
        }
        Condition::Factor { .. } => Json::Null, // no outline tells one
    }
}

fn ids(chosen: &[OptionId], question: &Question) -> Vec<String> {
    let options = question.form.options();
    chosen.iter().map(|option| options[*option].1.to_owned()).collect()
}

/// What is filled in, as an answers file says it.
fn filled(filled_in: &FilledIn, questionnaire: &Questionnaire, langs: &[Lang]) -> Json {
    let FilledIn { vendor, country, registration, service, chain, documents, answers, renewal } = filled_in;
    let chain = chain.iter().map(|company| {
        json!({ "name": company.name, "country": company.country, "registration": company.registration,
                "does": company.does })
    });
    let documents = documents.iter().map(|(id, document)| {
        let [issued, valid_until] = [document.issued, document.valid_until].map(|day| day.map(|day| day.to_string()));
        json!({ "id": id, "title": document.title, "kind": document.kind, "issued": issued,
                "valid_until": valid_until, "location": document.location })
    });
    let answers = answers.iter().map(|(at, given)| {
        let question = &questionnaire.questions[*at];
        (question.id.to_string(), prefilled(given, question, langs))
    });
    let each = langs.iter().map(|lang| {
        let told = renewal.iter().flat_map(|renewal| renewal.told(questionnaire, *lang));
        renewal.iter().map(|renewal| lang.to_be_confirmed(renewal.since(*lang))).chain(told).collect()
    });
    let each: Vec<Vec<Clean>> = each.collect();
    json!({
        "vendor": { "name": vendor, "country": country, "registration": registration },
        "service": service,
        "chain": chain.collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
        "answers": answers.collect::<serde_json::Map<_, _>>(),
        "renewal": in_each(&each),
    })
}

/// What is said in each language, text by text.
fn in_each(each: &[Vec<Clean>]) -> Vec<Texts> {
    let count = each.first().map_or(0, Vec::len);
    (0..count).map(|at| folded(each.iter().filter_map(|texts| texts.get(at).cloned()))).collect()
}

fn prefilled(given: &Prefilled, question: &Question, langs: &[Lang]) -> Json {
    let Prefilled { answer, comment, evidence, by, proposed, marks } = given;
    let by = by.as_ref().map(|GivenBy { name, on }| json!({ "name": name, "on": on.map(|on| on.to_string()) }));
    let proposed = proposed.as_ref().map(|Proposal { proposed, comment, from }| match proposed {
        Proposed::Answer(answer) => json!({ "answer": written(answer, question), "comment": comment, "from": from }),
        Proposed::Note(note) => json!({ "note": note, "comment": comment, "from": from }),
    });
    let marks: Vec<Vec<Clean>> = langs.iter().map(|lang| marks.iter().map(|mark| mark.said(*lang)).collect()).collect();
    let answer = answer.as_ref().map(|answer| written(answer, question));
    json!({ "answer": answer, "comment": comment, "evidence": evidence, "by": by, "proposed": proposed,
            "marks": in_each(&marks) })
}

fn written(answer: &Answer, question: &Question) -> Json {
    match answer {
        Answer::Unknown => json!(UNKNOWN),
        Answer::NotApplicable => json!(NOT_APPLICABLE),
        Answer::Given(Value::Never) => json!(NEVER),
        Answer::Given(Value::Number(number)) => json!(number.to_string()),
        Answer::Given(Value::Date(date)) => json!(date.to_string()),
        Answer::Given(Value::Text(text)) => json!(text),
        Answer::Given(Value::Options(chosen)) => match (&question.form, ids(chosen, question).as_slice()) {
            (Form::ChooseOne(_), [only]) => json!(only),
            (_, chosen) => json!(chosen),
        },
    }
}
