//! Whole runs: the start of the program beside one that does nothing, and many vendors at once beside what nobody can
//! do without, reading the files and their YAML events on the same cores.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot get its input has failed")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

const EXAMPLE: &str = include_str!("../examples/nordkontakt.yaml");
const VENDORS: [usize; 5] = [1, 10, 100, 1000, 10_000];
/// The cost of a core is compared at this number.
const COMPARED: usize = 1000;

fn process(program: &str, args: &[&str]) {
    let mut command = Command::new(program);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().unwrap().success());
}

fn start(criterion: &mut Criterion) {
    let duly = env!("CARGO_BIN_EXE_duly");
    let mut group = criterion.benchmark_group("whole process");
    group.bench_function("a program that does nothing", |bench| bench.iter(|| process("true", &[])));
    group.bench_function("duly --version", |bench| bench.iter(|| process(duly, &["--version"])));
    let assess = ["assess", "examples/nordkontakt.yaml", "--as-of", "2026-11-23", "-q"];
    group.bench_function("duly assess, the example", |bench| bench.iter(|| process(duly, &assess)));
    group.finish();
}

/// So many files of the example's size, each with a vendor of its own.
fn vendors(count: usize) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let path = |at: usize| folder.path().join(format!("{at:05}.yaml"));
    (0..count).for_each(|at| fs::write(path(at), EXAMPLE.replace("NordKontakt", &format!("Kontakt {at}"))).unwrap());
    let paths = (0..count).map(path).collect();
    (folder, paths)
}

fn summary(folder: &Path) {
    let folder = folder.to_str().unwrap();
    process(env!("CARGO_BIN_EXE_duly"), &["export", folder, "--summary", "-f", "csv", "--as-of", "2026-11-23", "-q"]);
}

fn read(path: &PathBuf) -> String {
    String::from_utf8(fs::read(path).unwrap()).unwrap()
}

fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("vendors");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for count in VENDORS {
        let (folder, paths) = vendors(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("duly export --summary", count), |bench| {
            bench.iter(|| summary(folder.path()));
        });
        if count == COMPARED {
            group.bench_function(BenchmarkId::new("reading and UTF-8", count), |bench| {
                bench.iter(|| paths.par_iter().for_each(|path| drop(black_box(read(path)))));
            });
            group.bench_function(BenchmarkId::new("YAML events of the parser", count), |bench| {
                let events =
                    |path| granit_parser::Parser::new_from_str(&read(path)).for_each(|event| drop(black_box(event)));
                bench.iter(|| paths.par_iter().for_each(events));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, start, many);
criterion_main!(benches);
