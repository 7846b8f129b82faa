//! Conditions in words.

use super::condition::Condition;
use super::form::{Counting, DateForm, Form, NumberForm};
use super::model::Questionnaire;
use super::text::TextLanguage;
use crate::words::{Lang, clean};

/// A condition in words.
pub fn condition(condition: &Condition, questionnaire: &Questionnaire, lang: Lang) -> String {
    let language = questionnaire.language(lang);
    let several = |parts: &[Condition], word: String| {
        let parts: Vec<String> = parts.iter().map(|part| self::condition(part, questionnaire, lang)).collect();
        let joined = parts.join(&format!(" {word} "));
        if parts.len() > 1 { lang.all_of(joined) } else { joined }
    };
    match condition {
        Condition::All(parts) => several(parts, lang.and()),
        Condition::Any(parts) => several(parts, lang.or()),
        Condition::Not(part) => lang.not(self::condition(part, questionnaire, lang)),
        Condition::Options { question, options } => {
            let question = &questionnaire.questions[*question];
            let labels = options.iter().filter_map(|at| question.form.option_label(*at));
            let labels: Vec<_> = labels.map(|label| clean::one_line(label.get(language))).collect();
            format!("{}: {}", question.id, labels.join(" | "))
        }
        Condition::Never { question } => format!("{} = {}", questionnaire.questions[*question].id, lang.never()),
        Condition::Within { question, above, below } => {
            let question = &questionnaire.questions[*question];
            let said = |bound: i64| quantity(bound, &question.form, language, lang);
            let bounds = [above.map(|bound| lang.above(said(bound))), below.map(|bound| lang.below(said(bound)))];
            let bounds: Vec<String> = bounds.into_iter().flatten().collect();
            format!("{} {}", question.id, bounds.join(&format!(" {} ", lang.and())))
        }
        Condition::Factor { factor, options } => {
            let factor = &questionnaire.factors[*factor];
            let labels = options.iter().map(|at| clean::one_line(factor.options[*at].label.get(language)));
            let labels: Vec<_> = labels.collect();
            format!("{}: {}", factor.id, labels.join(" | "))
        }
    }
}

/// A number as the form of its question means it: with its unit, or as days of a date.
fn quantity(number: i64, form: &Form, language: TextLanguage, lang: Lang) -> String {
    match form {
        Form::Number(NumberForm { unit: Some(unit), .. }) => format!("{number} {}", unit.get(language)),
        Form::Date(DateForm { counts: Counting::DaysSince, .. }) => lang.days_back(number),
        Form::Date(DateForm { counts: Counting::DaysLeft, .. }) => lang.days_left(number),
        _ => number.to_string(),
    }
}
