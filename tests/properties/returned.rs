//! Whatever answers say comes back from a workbook as it went out.

use std::path::Path;

use duly::internal::answers::form_file::{FilledIn, FormFile};
use duly::internal::answers::model::{GivenBy, Proposal, Proposed};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::write::NewEvidence;
use duly::internal::answers::{Answers, Reference, SubProcessor};
use duly::internal::exchange::spreadsheet;
use duly::internal::exchange::workbook;
use duly::internal::questionnaire::Questionnaire;
use duly::internal::source::Source;
use duly::internal::words::Lang;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::check_worlds;
use super::generate::{Dice, Shape};
use super::reading::{self, accepted};

/// Texts that mean something to a spreadsheet program or to YAML. None ends with a blank or holds a tab: a cell does not.
const TEXTS: &[&str] = &[
    "yes",
    "=1+1",
    "+46 8 123",
    "-1",
    "@cmd",
    "1-2",
    "007",
    "1.234",
    "two\nlines: # here",
    " blanks before",
    "_x000D_",
    "<b>&amp;</b>",
    "TRUE",
    "2026-03-01",
    "å \u{1f600}",
    "'quoted",
];

/// What is filled in of a form, with all that a file can hold beside answers.
fn embellished(mut filled_in: FilledIn, dice: &mut Dice) -> FilledIn {
    let mut text = || dice.chance(40).then(|| dice.pick(TEXTS).to_owned());
    filled_in.service = text();
    filled_in.country = text().map(|text| text.trim().to_owned());
    filled_in.registration = text().map(|text| text.trim().to_owned());
    let does = text().map(|text| text.trim().to_owned());
    filled_in.chain = vec![SubProcessor { name: "=Hyra AB".to_owned(), country: None, registration: None, does }];
    for (_, NewEvidence { location, .. }) in &mut filled_in.documents {
        *location = text();
    }
    for given in filled_in.answers.values_mut() {
        given.comment = text();
        given.by = text().map(|_| GivenBy { name: "Anna, Ek".to_owned(), on: None });
        let note = text().map(|note| Proposal {
            proposed: Proposed::Note(note),
            comment: None,
            from: "2025-11-16".to_owned(),
        });
        given.proposed = note;
    }
    filled_in.answers.retain(|_, given| *given != Default::default());
    filled_in
}

fn comes_back(
    asked: &Questionnaire,
    read: &Answers,
    filled_in: FilledIn,
    langs: (Lang, Option<Lang>),
) -> TestCaseResult {
    let reference = Reference::Named { id: asked.id.to_string(), version: asked.version.to_string() };
    let second = langs.1.map(|lang| Outline::of(asked, &[], lang));
    let form = FormFile { reference: &reference, outline: Outline::of(asked, &[], langs.0), second, filled_in };
    let bytes = workbook::write(&form).unwrap();
    let book = spreadsheet::read::read(Path::new("back.xlsx"), &bytes);
    prop_assert!(book.is_ok(), "{:?}", book.err());
    let told = workbook::read::read("back.xlsx", &book.unwrap(), Some(asked), None);
    let told = told.unwrap();
    prop_assert!(told.notes.is_empty(), "{:?}\n{}", told.notes, told.source.text);
    let checked = reading::answers(&told.source, asked);
    prop_assert!(!checked.diagnostics.has_errors(), "{:?}\n{}", checked.diagnostics, told.source.text);
    let back = checked.value.unwrap();
    let again = FilledIn::of_answers(&back, asked);
    for at in asked.questions.ids() {
        let [came, went] = [&again, &form.filled_in].map(|said| said.answers.get(&at));
        prop_assert_eq!(came, went, "{}", asked.questions[at].id);
    }
    prop_assert_eq!(&again, &form.filled_in, "{}", told.source.text);
    prop_assert_eq!(back.filled.map(|filled| filled.form), Some(form.fingerprint()));
    prop_assert!(read.answers.len() == back.answers.len());
    Ok(())
}

#[test]
fn a_workbook_comes_back_as_it_went_out() {
    check_worlds(Shape::default(), |mut case| {
        let asked =
            accepted(reading::questionnaire(&Source::new("questionnaire.yaml", case.world.questionnaire_text())));
        let read = reading::answers(&Source::new("answers.yaml", case.world.answers_text()), &asked).value.unwrap();
        let filled_in = embellished(FilledIn::of_answers(&read, &asked), &mut case.dice);
        let langs = [(Lang::En, None), (Lang::Sv, None), (Lang::Sv, Some(Lang::En)), (Lang::En, Some(Lang::Sv))];
        comes_back(&asked, &read, filled_in, case.dice.pick(&langs))
    });
}
