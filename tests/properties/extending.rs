//! What is taken over of another questionnaire.

use std::collections::BTreeSet;
use std::sync::Arc;

use duly::internal::questionnaire::{self, Questionnaire};
use duly::internal::source::{Checked, Source};
use duly::internal::words::problem::{Problem, text};
use proptest::prelude::*;

use super::check_worlds;
use super::generate::Shape;

/// A questionnaire that extends another one and says this besides.
fn extending(base: &str, rest: &str) -> Checked<Questionnaire> {
    let load = |name: &str| -> Result<Arc<Source>, Problem> {
        if name == "base.yaml" { Ok(Source::new(name, base)) } else { Err(text::empty_file("x")) }
    };
    let head = "format: duly/questionnaire@1\nid: ours\nversion: 1.0.0\ntitle: Ours\nextends: ./base.yaml\n";
    questionnaire::read(&Source::new("ours.yaml", format!("{head}{rest}")), &load)
}

fn keep(ids: &BTreeSet<String>) -> String {
    format!("keep: [{}]\n", ids.iter().cloned().collect::<Vec<_>>().join(", "))
}

/// Everything that decides a result. What nothing uses is not taken over, so kinds are named by their ids.
fn asked(read: &Questionnaire) -> String {
    let kinds = |ids: &[_]| ids.iter().map(|id| read.evidence[*id].id.to_string()).collect::<Vec<_>>();
    let questions = read.questions.iter().map(|question| {
        let evidence = kinds(&question.evidence);
        let question = questionnaire::Question { evidence: Vec::new(), refs: Vec::new(), ..question.clone() };
        format!(
            "{:?} {evidence:?}",
            (question.id, question.weight, question.form, question.when, question.not_applicable)
        )
    });
    let questions: Vec<String> = questions.collect();
    let flags: Vec<String> =
        read.flags.iter().map(|flag| format!("{:?}", (&flag.id, &flag.severity, &flag.when))).collect();
    let categories: Vec<String> = read.categories.iter().map(|category| format!("{category:?}")).collect();
    format!("{questions:#?}{flags:#?}{categories:#?}{:#?}{:#?}{:?}", read.contradictions, read.factors, read.groups)
}

/// What extends a questionnaire whole, or keeps all of its questions, asks and judges the same.
#[test]
fn all_of_a_questionnaire_is_the_questionnaire() {
    check_worlds(Shape::default(), |case| {
        let base = case.world.questionnaire_text();
        let all: BTreeSet<String> = case.world.ids().into_iter().collect();
        let original = super::reading::questionnaire(&Source::new("base.yaml", base.as_str())).value;
        prop_assume!(original.is_some());
        let original = original.unwrap();
        for rest in [String::new(), keep(&all)] {
            let read = extending(&base, &rest);
            prop_assert!(read.value.is_some(), "{:?}", read.diagnostics);
            let read = read.value.unwrap();
            prop_assert_eq!(asked(&read), asked(&original));
            let taken = read.base.as_deref().unwrap();
            prop_assert_eq!((taken.questions_left_out, taken.flags_left_out.len()), (0, 0));
            prop_assert_eq!(&taken.fingerprint, &original.fingerprint());
        }
        Ok(())
    });
}

/// Whatever is kept, what it needs comes along and nothing is wrong; every red flag that is left looks at questions
/// that are left, and every one that looked at none but these is left whole.
#[test]
fn a_part_of_a_questionnaire_stands_by_itself() {
    check_worlds(Shape::default(), |mut case| {
        let base = case.world.questionnaire_text();
        let ids = case.world.ids();
        let some: BTreeSet<String> = ids.iter().filter(|_| case.dice.between(0, 2) == 0).cloned().collect();
        prop_assume!(!some.is_empty());
        let original = super::reading::questionnaire(&Source::new("base.yaml", base.as_str())).value;
        prop_assume!(original.is_some());
        let original = original.unwrap();
        let read = extending(&base, &keep(&some));
        prop_assert!(read.value.is_some() && read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let read = read.value.unwrap();
        let left: BTreeSet<String> = read.questions.iter().map(|question| question.id.to_string()).collect();
        prop_assert!(some.is_subset(&left));
        for flag in &original.flags {
            let looks_at = flag.when.questions();
            let is_whole = looks_at.iter().all(|at| left.contains(&*original.questions[*at].id));
            let found = read.flags.iter().find(|found| found.id == flag.id);
            prop_assert!(found.is_some() || !is_whole, "{}", flag.id);
            let size = |flag: &questionnaire::model::RedFlag| flag.when.questions().len();
            prop_assert!(!is_whole || found.is_some_and(|found| size(found) == size(flag)), "{}", flag.id);
        }
        Ok(())
    });
}
