//! The fuzz targets on stable Rust: every find that was kept, the seeds, and damaged copies of both. The same on every
//! run, and as many as fit into a few seconds.

#[path = "../../../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::PathBuf;

use crate::support::{files_below, root};

/// Pieces that mean something to a reader of YAML, TOML, Markdown or HTML.
const PIECES: [&str; 24] = [
    "\n",
    "  ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "\"",
    "'",
    "# ",
    "|\n",
    "~",
    "n/a",
    "unknown",
    "-1",
    "\u{202e}",
    "\u{1b}[31m",
    "<script>",
    "](javascript:x)",
    "\r\n",
    "\0",
];

/// So many seeds are tried with every line cut short.
const CUT_SHORT: usize = 8;

/// Small, fast and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// The files below a folder of the project with this ending.
fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let files = files_below(&root().join(folder)).into_iter();
    files.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

fn seeds(ending: &str) -> Vec<Vec<u8>> {
    let folders = ["tests/nine", "examples", "tests/vectors", "questionnaires"];
    let paths = folders.iter().flat_map(|folder| below(folder, ending));
    paths.map(|path| fs::read(path).unwrap()).filter(|bytes| bytes.len() < 20_000).collect()
}

fn damaged(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(3) {
        let from = dice.below(bytes.len());
        let to = (from + [1, 3, 20, 200][dice.below(4)]).min(bytes.len());
        let piece = PIECES[dice.below(PIECES.len())].bytes();
        match dice.below(5) {
            0 => drop(bytes.splice(from..from, piece)),
            1 => drop(bytes.splice(from..to, piece)),
            2 => drop(bytes.drain(from..to)),
            3 => bytes.extend_from_within(from..to),
            _ => drop(bytes.splice(from..to, other.iter().skip(dice.below(other.len())).take(50).copied())),
        }
    }
    bytes
}

/// A file with the end of each line cut off in turn: dates, numbers and names that are too short.
fn cut_short(seed: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let ends = seed.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    let cuts = ends.flat_map(|end| [1, 2, 6].map(|letters| (end - letters.min(end), end)));
    cuts.map(|(from, to)| [&seed[..from], &seed[to..]].concat())
}

/// Runs what was found before, the seeds and `count` damaged ones; some must get as far as the law.
fn run(name: &str, ending: &str, count: usize, target: fn(&[u8]) -> bool) {
    let kept = root().join("fuzz/regressions").join(name);
    for path in if kept.exists() { files_below(&kept) } else { Vec::new() } {
        target(&fs::read(path).unwrap());
    }
    let seeds = seeds(ending);
    let mut dice = Dice(20_261_124);
    let reached = seeds.iter().filter(|seed| target(seed)).count();
    assert!(reached > 0, "no seed of {} gets as far as the law of {name}", seeds.len());
    for _ in 0..count {
        let (seed, other) = (dice.below(seeds.len()), dice.below(seeds.len()));
        target(&damaged(&seeds[seed], &seeds[other], &mut dice));
    }
}

/// The same for what a reader takes apart, and the smallest seeds that it takes with each of their lines cut short.
fn run_reader(name: &str, ending: &str, count: usize, target: fn(&[u8]) -> bool) {
    run(name, ending, count, target);
    let mut seeds = seeds(ending);
    seeds.sort_by_key(Vec::len);
    let taken = seeds.iter().filter(|seed| target(seed)).take(CUT_SHORT);
    for bytes in taken.flat_map(|seed| cut_short(seed)) {
        target(&bytes);
    }
}

#[test]
fn questionnaire() {
    run_reader("questionnaire", "questionnaire.yaml", 120, targets::questionnaire);
}

#[test]
fn answers() {
    run_reader("answers", ".yaml", 120, targets::answers);
}

#[test]
fn review() {
    run_reader("review", ".review.yaml", 120, targets::review);
}

#[test]
fn policy() {
    run_reader("policy", ".toml", 500, targets::policy);
}

#[test]
fn yaml() {
    run("yaml", ".yaml", 500, targets::yaml);
}

#[test]
fn slips() {
    run_reader("slips", ".yaml", 500, targets::slips);
}

/// A change that is refused is no find, so that of files as people write them none may be refused.
#[test]
fn editor() {
    run("editor", ".yaml", 100, targets::editor);
    for path in below("examples", ".yaml") {
        let seed = fs::read(&path).unwrap();
        for (entry, choice) in (0..3).flat_map(|entry| (200..205).map(move |choice| (entry, choice))) {
            let bytes = [&seed[..], &[entry, choice]].concat();
            assert!(targets::editor(&bytes), "{}, entry {entry}, value {choice}", path.display());
        }
    }
}

#[test]
fn markdown() {
    run("markdown", ".yaml", 40, targets::markdown);
}

#[test]
fn html() {
    run("html", ".yaml", 40, targets::html);
}

/// Tables of every short row of the signs that matter, too.
#[test]
fn csv() {
    run("csv", ".yaml", 200, targets::csv);
    let signs = ["=", "-", "＝", ";", ",", " ", "\"", "'", "a", "\u{1f}"];
    let row = |a: &str, b: &str, c: &str, d: &str| format!("see\u{1f}{a}{b}{c}{d}40+2\u{1f}end");
    for (a, b) in signs.iter().flat_map(|a| signs.iter().map(move |b| (a, b))) {
        let all = signs.iter().flat_map(|c| signs.iter().map(move |d| row(a, b, c, d)));
        assert!(targets::csv(all.collect::<Vec<_>>().join("\n").as_bytes()));
    }
}

/// Every fault at every step, of a file of every kind, and what comes of random ones.
#[test]
fn writer() {
    run("writer", ".yaml", 500, targets::writer);
    for (there, fault, step) in (0..20).flat_map(|there| (0..192).map(move |at| (there, at % 12, at / 12))) {
        let long = "answers\n".repeat(20_000); // more than one part
        for text in ["old and new", &long] {
            assert!(targets::writer(&[text.as_bytes(), &[there, fault, step, 4]].concat()));
        }
    }
}

/// Here, too: answers as people write them can be written over.
#[test]
fn differential() {
    run("differential", ".yaml", 40, targets::differential);
    for path in below("examples", ".yaml") {
        let seed = fs::read(&path).unwrap();
        let is_known = String::from_utf8_lossy(&seed).contains("\nquestionnaire: customer-service@");
        assert_eq!(targets::differential(&seed), is_known, "{}", path.display());
    }
}

/// Runs seeds of its own and damaged copies of them; so many of the seeds get as far as the law.
fn run_own_seeds(name: &str, sound: usize, count: usize, target: fn(&[u8]) -> bool) {
    let folders = ["seeds", "regressions"].map(|kind| root().join("fuzz").join(kind).join(name));
    let paths = folders.iter().filter(|folder| folder.exists()).flat_map(|folder| files_below(folder));
    let seeds: Vec<Vec<u8>> = paths.map(|path| fs::read(path).unwrap()).collect();
    assert!(seeds.iter().filter(|seed| target(seed)).count() >= sound);
    let mut dice = Dice(20_261_128);
    for _ in 0..count {
        let (seed, other) = (dice.below(seeds.len()), dice.below(seeds.len()));
        target(&damaged(&seeds[seed], &seeds[other], &mut dice));
    }
}

/// Workbooks of two programs, parts of one, and a table; and what is left of them when something is changed.
#[test]
fn workbook() {
    run_own_seeds("workbook", 4, 3000, targets::workbook);
}

/// A form as people write it, answers as a program writes them, and what is left of them.
#[test]
fn json() {
    run_own_seeds("json", 2, 5000, targets::json);
}

/// A record with all that one may hold, one with as little as it may, and what is left of them.
#[test]
fn record() {
    run_own_seeds("record", 2, 2000, targets::record);
}
