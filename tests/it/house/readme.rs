//! The README and the pages for users in `docs` are true: their screens are the real ones, their commands run and print
//! what they show, their files are read, their tables hold the default policy, their links lead somewhere. A block that
//! this test cannot prove fails it.

#![cfg(unix)] // the commands are written for a Unix shell

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use duly::internal::policy::Assurance;
use duly::internal::policy::model::Policy;
use duly::internal::questionnaire::Level;
use duly::internal::source::fields::Word;

use super::documents::PAGES;
use crate::support::{Folder, PROGRAM, duly, example, example_papers, files_below, root};

/// A line of a page, as messages name it.
#[derive(Clone, Copy, Debug)]
struct Place {
    page: &'static str,
    line: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.page, self.line)
    }
}

/// A fenced block.
struct Block {
    kind: String,
    /// Where it opens.
    line: Place,
    /// The paragraph before it.
    intro: String,
    body: Vec<String>,
}

/// A command of a block, and what must come of it.
#[derive(Debug)]
struct Step {
    line: Place,
    command: String,
    /// What it prints, with `...` for lines left out; `None` where the block does not show it.
    shown: Option<Vec<String>>,
    code: i32,
}

/// Where the commands run.
struct Rooms {
    /// A clone: the examples.
    clone: PathBuf,
    /// The reader's own folder, which the pages fill.
    own: PathBuf,
    _folder: Folder,
}

fn text(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap()
}

/// The blocks of a page, and the text around them.
fn split(page: &'static str) -> (Vec<Block>, String) {
    let readme = text(page);
    let (mut blocks, mut prose, mut intro) = (Vec::new(), String::new(), String::new());
    let mut lines = readme.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let body = lines.by_ref().map(|(_, line)| line.to_owned()).take_while(|line| line != "```").collect();
            blocks.push(Block {
                kind: kind.to_owned(),
                line: Place { page, line: number + 1 },
                intro: std::mem::take(&mut intro),
                body,
            });
            continue;
        }
        // the blank line between a paragraph and its block does not end it
        if !line.is_empty() && prose.ends_with("\n\n") {
            intro.clear();
        }
        intro = format!("{intro}{line}\n");
        prose = format!("{prose}{line}\n");
    }
    (blocks, prose)
}

/// What stands between backticks.
fn code_spans(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect()
}

/// The file that a block is, by the last name before it.
fn file_name(block: &Block) -> String {
    let ending = format!(".{}", block.kind);
    let named = code_spans(&block.intro).into_iter().rev().find(|span| span.ends_with(&ending) && !span.contains(' '));
    assert!(named.is_some(), "{}: nothing before this block names its file", block.line);
    named.unwrap()
}

/// The commands of a block. Lines after `$ ` are commands and the others what they print; in `sh` all are commands.
fn steps(block: &Block) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (at, line) in block.body.iter().enumerate() {
        let line_number = Place { line: block.line.line + 1 + at, ..block.line };
        let command = if block.kind == "sh" { Some(line.as_str()) } else { line.strip_prefix("$ ") };
        if let Some(code) = line.strip_prefix("# exit code ") {
            steps.last_mut().unwrap().code = code.parse().unwrap();
        } else if let Some(command) = command {
            let shown = (block.kind == "console").then(Vec::new);
            steps.push(Step { line: line_number, command: command.to_owned(), shown, code: 0 });
        } else {
            steps.last_mut().unwrap().shown.as_mut().unwrap().push(line.clone());
        }
    }
    assert!(!steps.is_empty(), "{}: a block without commands", block.line);
    steps
}

/// A `text` block is what the last command before it prints.
fn screen(block: &Block) -> Step {
    let command = code_spans(&block.intro).into_iter().rev().find(|span| span.starts_with("duly "));
    assert!(command.is_some(), "{}: nothing before this block names its command", block.line);
    Step { line: block.line, command: command.unwrap(), shown: Some(block.body.clone()), code: 0 }
}

fn rooms() -> Rooms {
    let folder = Folder::new();
    let (clone, own) = (folder.at("clone"), folder.at("own"));
    folder.make("own");
    for path in files_below(&root().join("examples")) {
        folder.write(Path::new("clone").join(path.strip_prefix(root()).unwrap()), fs::read(&path).unwrap());
    }
    Rooms { clone, own, _folder: folder }
}

/// Three rounds of a vendor's answers, each with its review and papers, tagged by their years in the git of the reader's
/// own folder; where there is no git, laid out as that would.
fn rounds_in_git(rooms: &Rooms) {
    let git = |tree: &Path, args: &[&str]| {
        let mut command = Command::new("git");
        let who = ["-c", "user.name=Reader", "-c", "user.email=reader@example.com"];
        command.args(who).arg("--git-dir").arg(rooms.own.join(".git")).arg("--work-tree").arg(tree).args(args);
        command.env("HOME", &rooms.own).output().is_ok_and(|output| output.status.success())
    };
    let has_git = git(&rooms.own, &["init", "-q"]);
    for (year, name, day) in
        [("2024", "-2025", "2024-11-12"), ("2025", "-2025", "2025-11-10"), ("2026", "", "2026-11-02")]
    {
        let round = Folder::new();
        let tree = if has_git { round.path().to_owned() } else { rooms.own.join("then").join(year) };
        let vendors = tree.join("vendors");
        let papers = format!("nordkontakt{name}");
        fs::create_dir_all(vendors.join(&papers)).unwrap();
        for (ending, as_named) in [(".yaml", "nordkontakt.yaml"), (".review.yaml", "nordkontakt.review.yaml")] {
            let text = example(&format!("{papers}{ending}"));
            fs::write(vendors.join(as_named), text.replace("answered: 2025-11-10", &format!("answered: {day}")))
                .unwrap();
        }
        for (path, text) in example_papers().iter().filter(|(path, _)| path.starts_with(&format!("{papers}/"))) {
            fs::write(vendors.join(path), text).unwrap();
        }
        let is_kept = git(&tree, &["add", "."]) && git(&tree, &["commit", "-qm", year]) && git(&tree, &["tag", year]);
        assert_eq!(is_kept, has_git, "{year}");
    }
}

/// What a command line comes to here. `cargo run --release -- X` is the program with the arguments X: to compile it
/// again inside a test would take minutes and prove nothing more.
fn as_run(command: &str) -> String {
    command.strip_prefix("cargo run --release -- ").map_or_else(|| command.to_owned(), |rest| format!("duly {rest}"))
}

/// Commands about the examples run in the clone, all others in the reader's own folder, which is also home; `duly`
/// is the program under test, 80 columns wide, in no language of the machine's.
fn run(command: &str, rooms: &Rooms) -> (i32, Vec<String>, String) {
    let programs = Path::new(PROGRAM).parent().unwrap().display().to_string();
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(if command.contains("examples/") { &rooms.clone } else { &rooms.own })
        .env("PATH", format!("{programs}:{}", std::env::var("PATH").unwrap()))
        .env("HOME", &rooms.own)
        .env("COLUMNS", "80")
        .env("LC_ALL", "C")
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    (output.status.code().unwrap(), printed, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Whether what is printed is what is shown, where `...` stands for any lines.
fn matches(shown: &[String], printed: &[String]) -> bool {
    let parts: Vec<&[String]> = shown.split(|line| line == "...").collect();
    let ([first, middle @ .., last], mut rest) = (&parts[..], printed) else { return shown == printed };
    let Some(after) = rest.strip_prefix(*first) else { return false };
    rest = after;
    for part in middle.iter().filter(|part| !part.is_empty()) {
        let Some(at) = rest.windows(part.len()).position(|lines| lines == *part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Runs a step, or, where it would run the tests or install something, proves that it is a command to trust.
fn prove(step: &Step, rooms: &Rooms) {
    let Step { line, command, shown, code } = step;
    if command.starts_with("cargo test") {
        let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
        assert!(ci.lines().any(|line| line == command), "{line}: .ci/run does not run `{command}`");
        return;
    }
    if command == "cargo install --locked --path ." {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.starts_with("[package]\nname = \"duly\"\n"), "{line}: installs something else");
        return;
    }
    if command.contains(".ssh/") || command.starts_with("ssh-keygen ") {
        return; // it needs a key: `tests/it/cli/tools.rs` types it with one
    }
    let command = as_run(command);
    assert!(!command.contains("cargo"), "{line}: this test does not know `{command}`");
    if command.contains("git worktree add") {
        rounds_in_git(rooms);
    }
    if command.contains("git ") && !rooms.own.join(".git").exists() {
        return; // there is no git here, and what it would do is done
    }
    let judges = ["duly assess", "duly export", "duly check"].iter().any(|judge| command.contains(judge));
    let may_age = shown.is_some() || *code != 0 || command.contains("--deny-warnings");
    let is_dated = ["--as-of ", "--explain ", "--against "].iter().any(|option| command.contains(option));
    assert!(!judges || !may_age || is_dated, "{line}: `{command}` depends on the day it runs");
    let (found, printed, said) = run(&command, rooms);
    assert_eq!(found, *code, "{line}: exit code of `{command}`\n{}", printed.join("\n"));
    let has_failed = said.lines().any(|line| line.starts_with("error"));
    assert!(*code != 0 || !has_failed, "{line}: `{command}` says\n{said}"); // in a pipe, too
    let Some(shown) = shown else { return };
    assert!(matches(shown, &printed), "{line}: `{command}` prints\n{}", printed.join("\n"));
}

/// Writes the file that a block is.
fn write(block: &Block, rooms: &Rooms) -> String {
    let (path, text) = (rooms.own.join(file_name(block)), block.body.join("\n") + "\n");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, &text).unwrap();
    text
}

/// What was typed so far.
#[derive(Default)]
struct Typed {
    /// The files that blocks are.
    files: Vec<String>,
    /// The schemas that settings of editors name.
    schemas: Vec<String>,
    /// All commands.
    ran: String,
}

impl Typed {
    /// Types a page, from top to bottom.
    fn page(&mut self, blocks: &[Block], rooms: &Rooms) {
        for block in blocks {
            match block.kind.as_str() {
                "text" => prove(&screen(block), rooms),
                "console" | "sh" => {
                    for step in steps(block) {
                        prove(&step, rooms);
                        self.ran = format!("{} {}", self.ran, step.command);
                    }
                }
                "json" => {
                    let settings: serde_json::Value = serde_json::from_str(&write(block, rooms)).unwrap();
                    self.schemas.extend(settings["yaml.schemas"].as_object().unwrap().keys().cloned());
                }
                "yaml" | "toml" => {
                    write(block, rooms);
                    self.files.push(file_name(block));
                }
                "sql" | "python" => {
                    assert_eq!(block.line.page, "docs/analysis.md", "tests/it/cli/analysis.rs runs those");
                }
                kind => assert_eq!(kind, "a kind of block that this test can prove", "{}", block.line),
            }
        }
    }
}

#[test]
fn every_block_is_proved() {
    let (rooms, pages) = (rooms(), PAGES.map(split));
    let prose: String = pages.iter().map(|(_, prose)| prose.as_str()).collect();
    let mut typed = Typed::default();
    for (_, (blocks, _)) in PAGES.iter().zip(&pages).filter(|(page, _)| !ALONE.contains(page)) {
        typed.page(blocks, &rooms);
    }
    let Typed { files, mut schemas, ran } = typed;
    for file in files {
        assert!(ran.split(' ').any(|word| word == file), "no command reads {file}");
    }
    let marks = ["# yaml-language-server: $schema=../", "#:schema "];
    let spans = code_spans(&prose);
    let named = spans.iter().filter_map(|span| marks.iter().find_map(|mark| span.strip_prefix(mark)));
    schemas.extend(named.map(str::to_owned));
    assert!(schemas.len() >= 4, "{schemas:?}");
    for schema in schemas {
        assert!(rooms.own.join(&schema).is_file(), "{schema} is named and not written out");
    }
}

/// Pages that say where they are typed, and behind which others; nothing else may be there.
const ALONE: [&str; 2] = ["docs/year.md", "docs/scripting.md"];

#[test]
fn the_page_about_a_year_is_typed_in_a_fresh_clone_and_its_overview_is_the_one_that_is_kept() {
    let rooms = rooms();
    let fresh = Rooms { own: rooms.clone.clone(), ..rooms };
    Typed::default().page(&split(ALONE[0]).0, &fresh);
    let [made, kept] = ["year/overview.md", "examples/reports/vendors.md"].map(|file| {
        let text = fs::read_to_string(fresh.clone.join(file)).unwrap();
        let is_told = |line: &&str| !line.starts_with("- **Our rules:** "); // of the examples or none
        text.lines().filter(is_told).map(str::to_owned).collect::<Vec<_>>()
    });
    assert!(made.len() > 100 && made == kept, "{}", made.join("\n"));
}

#[test]
fn the_page_about_scripts_is_typed_behind_the_one_about_files_and_needs_nothing_else() {
    let (rooms, mut typed) = (rooms(), Typed::default());
    typed.page(&split("docs/files.md").0, &rooms);
    typed.page(&split(ALONE[1]).0, &rooms);
}

/// The help of a command.
fn help(command: &[&str]) -> String {
    duly(root(), &[command, &["--help"]].concat()).done().out
}

/// The commands that a help lists: two columns in, then their description.
fn listed(help: &str) -> Vec<&str> {
    let is_name = |word: &&str| *word != "duly" && word.starts_with(|c: char| c.is_ascii_lowercase());
    let entries = help.lines().filter_map(|line| line.strip_prefix("  ")).filter(|entry| entry.contains("  "));
    entries.filter(|entry| !entry.starts_with(' ')).filter_map(|e| e.split(' ').next()).filter(is_name).collect()
}

/// Every help there is, of the commands below a command too.
fn every_help(command: &[&str]) -> String {
    let own = help(command);
    let below =
        listed(&own).into_iter().filter(|name| *name != "help").map(|name| every_help(&[command, &[name]].concat()));
    let below: String = below.collect();
    own + &below
}

/// Whether a help knows an option, as a word of its own.
fn knows(help: &str, option: &str) -> bool {
    help.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').any(|word| word == option)
}

/// The options of a command line.
fn options(line: &str) -> impl Iterator<Item = &str> {
    let is_option = |word: &&str| word.len() > 1 && word.starts_with('-') && *word != "--";
    line.split(' ').filter(is_option).filter_map(|word| word.split('=').next())
}

/// Proves that the command of a line exists and knows the options that stand there.
fn prove_call(call: &str) {
    let (mut command, mut text) = (Vec::new(), help(&[]));
    for word in call.split(' ').skip(1) {
        if !listed(&text).contains(&word) {
            break;
        }
        command.push(word);
        text = if word == "help" { String::new() } else { help(&command) };
    }
    assert!(!command.is_empty(), "`{call}`: there is no such command");
    for option in options(call) {
        assert!(knows(&text, option), "`{call}`: there is no {option}");
    }
}

#[test]
fn every_command_and_option_exists() {
    let pages = PAGES.map(split);
    let blocks = || pages.iter().flat_map(|(blocks, _)| blocks);
    let prose: String = pages.iter().map(|(_, prose)| prose.as_str()).collect();
    let is_script = |block: &&Block| ["console", "sh"].contains(&block.kind.as_str());
    let commands = blocks().filter(is_script).flat_map(steps).map(|step| as_run(&step.command));
    let mut calls = 0;
    for line in commands.chain(code_spans(&prose)) {
        for part in line.split(['|', '>']).map(str::trim).filter(|part| part.starts_with("duly ")) {
            prove_call(part);
            calls += 1;
        }
    }
    assert!(calls > 20, "only {calls} calls found");
    let everything = every_help(&[]);
    for span in code_spans(&prose).iter().filter(|span| span.starts_with('-')) {
        for option in options(span) {
            assert!(knows(&everything, option), "`{span}`: there is no {option}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut local = 0;
    for page in PAGES {
        let (_, prose) = split(page);
        let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("https://")) {
            let file = target.split('#').next().unwrap();
            assert!(root().join(page).with_file_name(file).is_file(), "{page} links to {target}, which is not there");
            local += 1;
        }
    }
    assert!(local >= 20, "{local}");
}

#[test]
fn the_tables_hold_the_default_policy() {
    let (_, prose) = split("docs/numbers.md");
    let policy = Policy::default();
    let key = |level: Level| level.word().to_owned();
    for &(_, tier) in Level::ALL {
        let protection = policy.residual_risk[tier.index()].into_iter().map(key);
        let flags =
            [Level::Medium, Level::High, Level::Critical].map(|severity| key(policy.bound(severity, tier).unwrap()));
        let cells: Vec<String> = std::iter::once(key(tier)).chain(protection).chain(flags).collect();
        let row = format!("| {} |\n", cells.join(" | "));
        assert!(prose.contains(&row), "no row {row}");
        assert_eq!(policy.bound(Level::Low, tier), None);
    }
    let credit = |assurance| policy.credit(assurance);
    let [strong, adequate, weak] = policy.bands;
    assert_eq!((credit(Assurance::Verified), credit(Assurance::Expired)), (100, credit(Assurance::Claimed)));
    let on_one_line = prose.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        format!("claim only counts {} %, a document {} %", credit(Assurance::Claimed), credit(Assurance::Documented)),
        format!("strong from {strong} assured points, adequate from {adequate}, weak from {weak}, else poor"),
        format!("below {} % the headline is NOT YET RATED", policy.minimum_coverage),
        format!("no more than {} % of a category", policy.not_applicable_cap),
    ] {
        assert!(on_one_line.contains(&said), "it does not say: {said}");
    }
}

/// The README is read before anything else: it is short.
#[test]
fn the_readme_is_short_and_its_first_story_is_typed() {
    let (blocks, _) = split(PAGES[0]);
    assert!(text(PAGES[0]).lines().count() <= 250);
    let story = blocks.iter().filter(|block| block.kind == "sh").flat_map(steps);
    for step in story {
        assert!(!step.command.contains('|') && !step.command.contains("examples/"), "{}: {}", step.line, step.command);
    }
}

#[test]
fn an_elision_stands_for_any_lines_and_nothing_else_does() {
    let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for (shown, printed, expected) in [
        ("a b", "a b", true),
        ("a b", "a b c", false),
        ("a ...", "a", true),
        ("... b ...", "a b c", true),
        ("... b", "a b c", false),
        ("a ... c", "a b c", true),
        ("... c ... b ...", "a b c", false),
        ("... a ... a", "a", false),
    ] {
        assert_eq!(matches(&lines(shown), &lines(printed)), expected, "{shown} / {printed}");
    }
}
