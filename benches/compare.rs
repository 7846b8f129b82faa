//! What comparing costs, against the assessments that it needs: two examples read and judged; twenty vendors with 300
//! questions and 20 categories; the share of all weightings of 20 categories.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot get its input has failed")]

#[path = "../tests/it/support/reading.rs"]
mod reading;

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use duly::internal::answers::Answers;
use duly::internal::assessment::{Assessment, Papers, Subject, assess};
use duly::internal::case::Origins;
use duly::internal::comparison::compare;
use duly::internal::comparison::weighting::acceptability;
use duly::internal::document::terminal;
use duly::internal::policy::{MustBe, Policy};
use duly::internal::questionnaire::{Questionnaire, built_in};
use duly::internal::report::compared::{self, Compared};
use duly::internal::review::{Review, read as read_review};
use duly::internal::source::{Date, Source};
use duly::internal::words::{Lang, NoGuide};
use reading::accepted;

fn example(name: &str) -> Arc<Source> {
    let path = format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    Source::new(name, std::fs::read_to_string(path).unwrap())
}

fn subject<'a>(read: &'a (Questionnaire, Answers, Review), policy: &'a Policy) -> Subject<'a> {
    let (questionnaire, answers, review) = read;
    Subject {
        questionnaire,
        answers,
        review: Some(review),
        papers: Papers::NONE,
        policy,
        as_of: Date::parse("2026-11-23").unwrap(),
    }
}

fn two_examples(criterion: &mut Criterion) {
    let files = ["nordkontakt", "billigsvar"]
        .map(|name| (example(&format!("{name}.yaml")), example(&format!("{name}.review.yaml"))));
    let read_all = || {
        files.each_ref().map(|(answers, review)| {
            let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
            let answers = accepted(reading::answers(answers, &questionnaire));
            let review = accepted(read_review::read(review, &questionnaire, &answers));
            (questionnaire, answers, review)
        })
    };
    let policy = Policy { must_be: MustBe::Named, ..Policy::default() };
    let names = ["a.yaml", "b.yaml"].map(|name| (name.to_owned(), Origins::default()));
    let shown = |assessments: &[Assessment<'_>]| {
        let comparison = compare(assessments).unwrap();
        let compared = Compared::new(&comparison, &names, Lang::En, (false, false), &NoGuide);
        terminal::render(&compared::document(&compared), 80, false)
    };
    let mut group = criterion.benchmark_group("two vendors");
    group.bench_function("read and judge", |bench| {
        bench.iter(|| {
            let read = read_all();
            black_box(read.each_ref().map(|read| assess(subject(read, &policy)).unwrap().remediations().len()))
        });
    });
    group.bench_function("read, judge and compare", |bench| {
        bench.iter(|| {
            let read = read_all();
            shown(&read.each_ref().map(|read| assess(subject(read, &policy)).unwrap()))
        });
    });
    let read = read_all();
    let assessments = read.each_ref().map(|read| assess(subject(read, &policy)).unwrap());
    group.bench_function("compare", |bench| bench.iter(|| compare(black_box(&assessments)).unwrap().pairs.len()));
    group.bench_function("compare and show", |bench| bench.iter(|| shown(black_box(&assessments))));
    group.finish();
}

/// Twenty categories of fifteen questions.
fn questionnaire() -> Questionnaire {
    let mut out = String::from("format: duly/questionnaire@1\nid: bench\nversion: 1.0.0\ntitle: Bench\ncategories:\n");
    for category in 0..20 {
        let _ = writeln!(
            out,
            "  - id: c{category}\n    title: Category {category}\n    weight: {}\n    questions:",
            category % 7 + 1
        );
        for question in 0..15 {
            let _ = writeln!(
                out,
                "      - {{id: q{question}, ask: How well is part {question} of area {category} protected today?, \
                    weight: {}, answer: yes-partial-no}}",
                question % 4 + 1
            );
        }
    }
    accepted(reading::questionnaire(&Source::new("questionnaire.yaml", out)))
}

/// Answers that differ from vendor to vendor.
fn answers(vendor: usize) -> Arc<Source> {
    let mut out =
        format!("format: duly/answers@1\nvendor: {{name: V{vendor}}}\nquestionnaire: bench@1.0.0\nanswers:\n");
    for at in 0..300 {
        let answer = ["yes", "partial", "no", ""][(at * 7 + vendor * 13 + at * vendor) % 11 % 4];
        let _ = writeln!(out, "  c{}.q{}: {answer}", at / 15, at % 15);
    }
    Source::new("answers.yaml", out)
}

fn twenty_vendors(criterion: &mut Criterion) {
    let questionnaire = questionnaire();
    let all: Vec<Answers> =
        (0..20).map(|vendor| accepted(reading::answers(&answers(vendor), &questionnaire))).collect();
    let policy = Policy { must_be: MustBe::Named, ..Policy::default() };
    let as_of = Date::parse("2026-11-23").unwrap();
    let judge = || -> Vec<Assessment<'_>> {
        let subjects = all.iter().map(|answers| Subject {
            questionnaire: &questionnaire,
            answers,
            review: None,
            papers: Papers::NONE,
            policy: &policy,
            as_of,
        });
        subjects.map(|subject| assess(subject).unwrap()).collect()
    };
    let name = |vendor| (format!("v{vendor}.yaml"), Origins::default());
    let names: Vec<_> = (0..20).map(name).collect();
    let mut group = criterion.benchmark_group("20 vendors, 300 questions");
    group.bench_function("judge", |bench| bench.iter(judge));
    let assessments = judge();
    group.bench_function("compare", |bench| bench.iter(|| compare(black_box(&assessments)).unwrap().pairs.len()));
    group.bench_function("judge, compare and show", |bench| {
        bench.iter(|| {
            let assessments = judge();
            let comparison = compare(&assessments).unwrap();
            let compared = Compared::new(&comparison, &names, Lang::En, (false, false), &NoGuide);
            terminal::render(&compared::document(&compared), 200, false)
        });
    });
    let comparison = compare(&assessments).unwrap();
    let pair = &comparison.pairs[0].pair;
    assert_eq!(pair.categories.len(), 20);
    group.bench_function("share of all weightings of 20 categories", |bench| {
        bench.iter(|| acceptability(black_box(pair)))
    });
    group.finish();
}

criterion_group!(benches, two_examples, twenty_vendors);
criterion_main!(benches);
