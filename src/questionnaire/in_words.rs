//! Conditions in words, and what a question asks for and refers to.

use super::condition::Condition;
use super::form::{Counting, DateForm, Form, NumberForm};
use super::model::{Question, Questionnaire};
use super::text::TextLanguage;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::references::point;
use crate::words::{Lang, Quantity};

/// A condition in words.
pub fn condition(condition: &Condition, questionnaire: &Questionnaire, lang: Lang) -> Clean {
    let language = questionnaire.language(lang);
    let several = |parts: &[Condition], word: Clean| {
        let all = parts.iter().map(|part| self::condition(part, questionnaire, lang));
        let joined = Clean::joined(all, between(word));
        if parts.len() > 1 { lang.all_of(joined) } else { joined }
    };
    match condition {
        Condition::All(parts) => several(parts, lang.and()),
        Condition::Any(parts) => several(parts, lang.or()),
        Condition::Not(part) => lang.not(self::condition(part, questionnaire, lang)),
        Condition::Options { question, options } => {
            let question = &questionnaire.questions[*question];
            let labels = question.form.labels(options).into_iter();
            named(&question.id, labels.map(|label| label.said(language)))
        }
        Condition::Never { question } => questionnaire.questions[*question].id.clone().and(" = ").and(lang.never()),
        Condition::Within { question, above, below } => {
            let question = &questionnaire.questions[*question];
            let said = |bound: Quantity| quantity(bound, &question.form, language, lang);
            let bounds = [above.map(|bound| lang.above(said(bound))), below.map(|bound| lang.below(said(bound)))];
            question.id.clone().and(" ").and(Clean::joined(bounds.into_iter().flatten(), between(lang.and())))
        }
        Condition::Factor { factor, options } => {
            let factor = &questionnaire.factors[*factor];
            let labels = options.iter().map(|at| factor.options[*at].label.said(language));
            named(&factor.id, labels)
        }
    }
}

/// The kinds of evidence that a question asks for; `None` if it asks for none.
pub fn evidence_asked(question: &Question, questionnaire: &Questionnaire, lang: Lang) -> Option<Clean> {
    let language = questionnaire.language(lang);
    let asks = question.evidence.iter().map(|kind| questionnaire.evidence[*kind].ask.said(language));
    (!question.evidence.is_empty()).then(|| Clean::joined(asks, "; "))
}

/// What a question refers to in other frameworks; `None` if to nothing.
pub fn references(question: &Question, questionnaire: &Questionnaire, lang: Lang) -> Option<Clean> {
    let language = questionnaire.language(lang);
    let named = question.refs.iter().map(|(at, points)| {
        let title = questionnaire.frameworks[*at].title.said(language);
        let points: Vec<String> = points.iter().map(|written| point(written, lang)).collect();
        title.and(" ").and(clean::one_line(&points.join(", ")))
    });
    (!question.refs.is_empty()).then(|| Clean::joined(named, "; "))
}

/// A word that stands between others.
fn between(word: Clean) -> Clean {
    " ".and(word).and(" ")
}

/// What is asked, and the answers that are meant.
fn named(id: &Clean, labels: impl Iterator<Item = Clean>) -> Clean {
    id.clone().and(": ").and(Clean::joined(labels, " | "))
}

/// A number as the form of its question means it: with its unit, or as days of a date.
fn quantity(number: Quantity, form: &Form, language: TextLanguage, lang: Lang) -> Clean {
    let number = number.shown(lang);
    match form {
        Form::Number(NumberForm { unit: Some(unit), .. }) => number.and(" ").and(unit.said(language)),
        Form::Date(DateForm { counts: Counting::DaysSince, .. }) => lang.days_back(number),
        Form::Date(DateForm { counts: Counting::DaysLeft, .. }) => lang.days_left(number),
        _ => number,
    }
}
