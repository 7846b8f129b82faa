//! What a judgement costs, step by step, against the number of questions: reading the questionnaire, reading the
//! answers, judging, and the report. Cost should grow in proportion: compare the time per question (`elem/s`). And what
//! a vendor's file costs beside the bare events of the YAML parser, which is what others must pay at least.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot get its input has failed")]

#[path = "../tests/it/support/reading.rs"]
mod reading;

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use duly::internal::answers::{Answers, read as read_answers};
use duly::internal::assessment::gate::GateOutcome;
use duly::internal::assessment::{Papers, Subject, assess};
use duly::internal::case::Origins;
use duly::internal::policy::{MustBe, Policy};
use duly::internal::questionnaire::built_in;
use duly::internal::report::json;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::story::Story;
use duly::internal::source::{Arena, Date, Diagnostics, Source, yaml};
use duly::internal::words::Lang;
use reading::accepted;

const SIZES: [usize; 6] = [30, 100, 300, 1000, 3000, 10_000];

/// Questions in a category; there may be 200 categories.
const TOGETHER: usize = 50;

/// Full categories, with weights, minimums, gates and red flags, as questionnaires have them.
fn questionnaire_text(questions: usize) -> String {
    let mut out = String::from("format: duly/questionnaire@1\nid: bench\nversion: 1.0.0\ntitle: Bench\nred_flags:\n");
    for category in 0..questions.div_ceil(TOGETHER) {
        let _ = writeln!(
            out,
            "  - {{id: flag-{category}, title: No protection, severity: high, when: {{c{category}.q1: [\"no\"]}}}}"
        );
    }
    out.push_str("categories:\n");
    for category in 0..questions.div_ceil(TOGETHER) {
        let _ = writeln!(
            out,
            "  - id: c{category}\n    title: Category {category}\n    weight: {}\n    minimum: 40\n    questions:",
            category % 7 + 1
        );
        for question in 0..TOGETHER.min(questions - category * TOGETHER) {
            let _ = writeln!(
                out,
                "      - id: q{question}\n        ask: How well is part {question} of area {category} protected today?\n        \
                 importance: high\n        answer: yes-partial-no"
            );
            if question == 8 {
                let _ = writeln!(out, "        when: {{c{category}.q0: [\"yes\", partial]}}");
            }
        }
    }
    out
}

/// Half of the answers are word only, the others cite a document; one in nine is open.
fn answers_text(questions: usize) -> String {
    let mut out = String::from(
        "format: duly/answers@1\nvendor: {name: Bench AB}\nquestionnaire: bench@1.0.0\nanswered: 2026-11-02\nevidence:\n  \
         paper: {title: A paper, issued: 2026-05-01, valid_until: 2027-05-01, location: evidence/paper.pdf}\nanswers:\n",
    );
    for at in 0..questions {
        let (category, question) = (at / TOGETHER, at % TOGETHER);
        let answer = ["yes", "partial", "yes", "no"][at % 4];
        let _ = match at % 9 {
            0 => writeln!(out, "  c{category}.q{question}:"),
            1..=4 => writeln!(out, "  c{category}.q{question}: {answer}"),
            _ => writeln!(
                out,
                "  c{category}.q{question}: {{answer: {answer}, comment: As described in the paper., evidence: \
                    [paper]}}"
            ),
        };
    }
    out
}

fn against_questions(criterion: &mut Criterion) {
    let policy = Policy { must_be: MustBe::Named, ..Policy::default() };
    let as_of = Date::parse("2026-11-23").unwrap();
    for size in SIZES {
        let asked = Source::new("questionnaire.yaml", questionnaire_text(size));
        let answered = Source::new("answers.yaml", answers_text(size));
        let questionnaire = accepted(reading::questionnaire(&asked));
        let answers = accepted(reading::answers(&answered, &questionnaire));
        assert_eq!(answers.answers.len(), size);
        let subject = Subject {
            questionnaire: &questionnaire,
            answers: &answers,
            review: None,
            papers: Papers::NONE,
            policy: &policy,
            as_of,
        };
        let mut group = criterion.benchmark_group("questions");
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("read questionnaire", size), |bench| {
            bench.iter(|| accepted(reading::questionnaire(black_box(&asked))));
        });
        group.bench_function(BenchmarkId::new("read answers", size), |bench| {
            bench.iter(|| accepted(reading::answers(black_box(&answered), &questionnaire)));
        });
        group.bench_function(BenchmarkId::new("assess", size), |bench| bench.iter(|| assess(black_box(subject))));
        let assessment = assess(subject).unwrap();
        let gate = GateOutcome { as_of, failed: Vec::new() };
        group.bench_function(BenchmarkId::new("json", size), |bench| {
            bench.iter(|| {
                json::render(
                    &Story::new(black_box(&assessment), Lang::En),
                    &gate,
                    &Origins::default(),
                    &MadeBy::default(),
                )
                .unwrap()
            });
        });
        group.finish();
    }
}

/// The example, step by step, against the parser's events of the same bytes.
fn against_events(criterion: &mut Criterion) {
    let built_in = &built_in::ALL[0];
    let source = Source::new("nordkontakt.yaml", include_str!("../examples/nordkontakt.yaml"));
    let questionnaire = built_in.read().value.unwrap();
    let answers = accepted(reading::answers(&source, &questionnaire));
    let (policy, as_of) = (Policy { must_be: MustBe::Named, ..Policy::default() }, Date::parse("2026-11-23").unwrap());
    let judged = |answers: &Answers| {
        let _ = black_box(assess(Subject {
            questionnaire: &questionnaire,
            answers,
            review: None,
            papers: Papers::NONE,
            policy: &policy,
            as_of,
        }));
    };
    let mut group = criterion.benchmark_group("example");
    group.throughput(Throughput::Bytes(source.text.len() as u64));
    group.bench_function("events of the parser", |bench| bench.iter(|| events(black_box(&source.text))));
    group.bench_function("tree of the parser", |bench| {
        bench.iter(|| {
            let (arena, mut notes) = (Arena::default(), Diagnostics::default());
            yaml::parse_all(black_box(&source), &arena, read_answers::MOST_NODES, &mut notes).is_some()
        });
    });
    group.bench_function("tree, read directly", |bench| {
        bench.iter(|| {
            let (arena, mut notes) = (Arena::default(), Diagnostics::default());
            yaml::parse(black_box(&source), &arena, read_answers::MOST_NODES, &mut notes).is_some()
        });
    });
    group.bench_function("answers", |bench| {
        bench.iter(|| accepted(reading::answers(black_box(&source), &questionnaire)))
    });
    group.bench_function("answers, judged", |bench| {
        bench.iter(|| judged(&accepted(reading::answers(black_box(&source), &questionnaire))))
    });
    group.bench_function("judged", |bench| bench.iter(|| judged(black_box(&answers))));
    group.finish();
    let mut group = criterion.benchmark_group("built-in questionnaire");
    group.throughput(Throughput::Bytes(built_in.files().map(|(_, text)| text.len() as u64).sum()));
    group.bench_function("events of the parser", |bench| {
        bench.iter(|| built_in.files().for_each(|(_, text)| events(text)));
    });
    group.bench_function("read", |bench| bench.iter(|| built_in.read()));
    let prepared = include_bytes!(concat!(env!("OUT_DIR"), "/customer-service"));
    group.bench_function("prepared", |bench| bench.iter(|| built_in.prepared(black_box(prepared))));
    group.finish();
}

/// All events of a text.
fn events(text: &str) {
    granit_parser::Parser::new_from_str(text).for_each(|event| drop(black_box(event)));
}

criterion_group!(benches, against_events, against_questions);
criterion_main!(benches);
