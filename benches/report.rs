//! What documents cost, against reading the files that they tell of: the built-in questionnaire of 95 questions, a
//! vendor's answers and our review. Making and rendering a document should cost less than reading did.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot get its input has failed")]

#[path = "../tests/it/support/reading.rs"]
#[allow(dead_code, reason = "the questionnaire is the built-in one")]
mod reading;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use duly::internal::answers::Answers;
use duly::internal::assessment::gate::GateOutcome;
use duly::internal::assessment::{Papers, Subject, assess};
use duly::internal::case::Origins;
use duly::internal::document::{html, markdown};
use duly::internal::policy::{MustBe, Policy};
use duly::internal::questionnaire::{Questionnaire, built_in};
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::story::Story;
use duly::internal::report::{board, csv, full, json, letter};
use duly::internal::review::{Review, read as read_review};
use duly::internal::source::{Date, Source};
use duly::internal::words::Lang;
use reading::accepted;

fn source(name: &str) -> Arc<Source> {
    let path = format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    Source::new(name, std::fs::read_to_string(path).unwrap())
}

fn read(answers: &Arc<Source>, review: &Arc<Source>) -> (Questionnaire, Answers, Review) {
    let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
    let said = accepted(reading::answers(answers, &questionnaire));
    let found = accepted(read_review::read(review, &questionnaire, &said));
    (questionnaire, said, found)
}

fn documents(criterion: &mut Criterion) {
    let (answers, review) = (source("nordkontakt.yaml"), source("nordkontakt.review.yaml"));
    let (questionnaire, said, found) = read(&answers, &review);
    let policy = Policy { must_be: MustBe::Named, ..Policy::default() };
    let as_of = Date::parse("2026-11-23").unwrap();
    let subject = Subject {
        questionnaire: &questionnaire,
        answers: &said,
        review: Some(&found),
        papers: Papers::NONE,
        policy: &policy,
        as_of,
    };
    let assessment = assess(subject).unwrap();
    let story = || Story::new(black_box(&assessment), Lang::En);
    let origins = Origins::default();
    let gate = GateOutcome { as_of, failed: Vec::new() };
    let mut group = criterion.benchmark_group("95 questions");
    group.bench_function("read the files", |bench| bench.iter(|| read(black_box(&answers), black_box(&review))));
    group.bench_function("judge", |bench| bench.iter(|| assess(black_box(subject))));
    let whole = || full::document(&story(), &origins, &MadeBy::default());
    group.bench_function("make the document", |bench| bench.iter(whole));
    group.bench_function("markdown", |bench| bench.iter(|| markdown::render(&whole())));
    group.bench_function("html", |bench| bench.iter(|| html::render(&whole())));
    group.bench_function("board, html", |bench| {
        bench.iter(|| html::render(&board::document(&story(), &origins, &MadeBy::default())))
    });
    group.bench_function("letter, markdown", |bench| {
        bench.iter(|| markdown::render(&letter::document(&story(), Some(as_of))));
    });
    group.bench_function("csv", |bench| bench.iter(|| csv::rows(&story(), Lang::En, false).unwrap()));
    group.bench_function("json", |bench| {
        bench.iter(|| json::render(&story(), &gate, &origins, &MadeBy::default()).unwrap())
    });
    group.finish();
}

criterion_group!(benches, documents);
criterion_main!(benches);
