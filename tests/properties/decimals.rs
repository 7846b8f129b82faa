//! Numbers with decimals: what was written, or shown to a person in either language, is read as the same number.

use duly::internal::answers::values::written;
use duly::internal::answers::{Answer, Value, typed};
use duly::internal::questionnaire::Questionnaire;
use duly::internal::source::Source;
use duly::internal::words::{Lang, Quantity};
use proptest::prelude::*;

use super::check;
use super::reading::{self, accepted};

fn questionnaire(decimals: u8) -> Questionnaire {
    let text = format!(
        "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: T\ncategories:\n  - id: a\n    title: A\n    \
         questions:\n      - {{id: n, ask: A?, importance: low, answer: {{number: {{unit: '%', decimals: {decimals}, \
         steps: [{{at_most: 1, value: 100}}]}}}}}}\n"
    );
    accepted(reading::questionnaire(&Source::new("q.yaml", text)))
}

#[test]
fn a_number_is_read_as_it_was_written() {
    check(&(0_u8..=2, 0_u64..=1_000_000), |(decimals, steps)| {
        let questionnaire = questionnaire(decimals);
        let question = questionnaire.questions.iter().next().unwrap();
        let scale = 10_u64.pow(u32::from(decimals));
        let width = usize::from(decimals);
        let fraction = if decimals == 0 { String::new() } else { format!(".{:0>width$}", steps % scale) };
        let number = Quantity::parse(&format!("{}{fraction}", steps / scale), decimals).unwrap();
        let answer = Answer::Given(Value::Number(number));
        let text = written(&answer, question).in_brackets();
        let shown = [Lang::En, Lang::Sv].map(|lang| number.shown(lang).to_string());
        for text in [format!("{text} %"), text].into_iter().chain(shown) {
            prop_assert_eq!(accepted(typed::answer(&text, question)), answer.clone(), "{}", text);
        }
        Ok(())
    });
}

#[test]
fn numbers_are_in_the_order_of_their_hundredths() {
    check(&(0_u32..=200_000, 0_u32..=200_000), |(one, other)| {
        let number = |count: u32| Quantity::parse(&format!("{}.{:02}", count / 100, count % 100), 2).unwrap();
        prop_assert_eq!(number(one).cmp(&number(other)), one.cmp(&other));
        prop_assert_eq!(Quantity::parse(&number(one).to_string(), 2), Some(number(one)));
        Ok(())
    });
}
