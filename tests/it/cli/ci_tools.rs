//! What `docs/ci/` hands out does what it says: the problem matcher reads the real output, and the hooks stop a real
//! commit.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::exchange::import;
use crate::support::{Folder, PROGRAM, Ran, duly_on_day, root, run, told};

/// Follows a problem matcher as GitHub Actions does: each of its patterns must match the line behind the one before, and
/// what is complete is one problem, whereupon all begin anew.
const MATCHING: &str = r#"
const fs = require("fs");
const matchers = JSON.parse(fs.readFileSync(process.argv[1])).problemMatcher;
const states = matchers.map(() => ({ at: 0, found: {} }));
const problems = [];
for (const line of fs.readFileSync(0, "utf8").split("\n")) {
  for (let i = 0; i < matchers.length; i++) {
    const patterns = matchers[i].pattern;
    const matched = () => line.match(new RegExp(patterns[states[i].at].regexp));
    let hit = matched();
    if (!hit && states[i].at > 0) { states[i] = { at: 0, found: {} }; hit = matched(); }
    if (!hit) continue;
    for (const [key, group] of Object.entries(patterns[states[i].at])) {
      if (key !== "regexp") states[i].found[key] = hit[group];
    }
    states[i].at += 1;
    if (states[i].at === patterns.length) {
      problems.push(states[i].found);
      states.forEach((_, other) => { states[other] = { at: 0, found: {} }; });
      break;
    }
  }
}
console.log(JSON.stringify(problems));
"#;

fn matched(text: &str) -> Vec<Value> {
    let mut node = Command::new("node");
    node.args(["-e", MATCHING]).arg(root().join("docs/ci/problem-matcher.json"));
    node.stdout(Stdio::piped()).stderr(Stdio::piped());
    told(node, text).done().json()
}

#[test]
#[ignore = "needs Node: see CONTRIBUTING.md"]
fn the_problem_matcher_reads_what_check_says() {
    let form = import::with_mistakes();
    let nine = root().join("tests/nine");
    let mut places = 0;
    for (folder, args) in [
        (nine.as_path(), &["answers.yaml", "policy.toml", "--questionnaire", "small.yaml"][..]),
        (root(), &["examples/billigsvar.yaml", "examples/halvklar.yaml"]),
        (root(), &["LICENSE-MIT", "no-such-file.yaml"]),
        (form.path(), &["back.csv"]),
    ] {
        let check = |format| duly_on_day(folder, &[&["check"], args, &["-f", format]].concat());
        let (found, problems) = (matched(&check("text").out), check("json").json::<Vec<Value>>());
        assert!(!problems.is_empty());
        // for people, what stops the judgement stands first in each file
        let sorted = |all: Vec<Value>| {
            let mut lines: Vec<String> = all.iter().map(Value::to_string).collect();
            lines.sort();
            lines
        };
        let expected = problems.into_iter().map(|problem| {
            let mut expected = serde_json::json!({});
            for key in ["severity", "code", "message", "file"] {
                expected[key] = problem[key].clone();
            }
            for key in ["line", "column"] {
                if let Some(number) = problem[key].as_u64() {
                    expected[key] = number.to_string().into();
                    places += 1;
                }
            }
            expected
        });
        assert_eq!(sorted(found), sorted(expected.collect()), "{args:?}");
    }
    assert!(places > 40, "{places}");
}

/// A folder under git with answers that can be judged, and with `duly` on the path.
struct Desk(Folder);

impl Desk {
    fn new() -> Desk {
        let folder = Folder::new();
        ["vendors", "bin", "home"].iter().for_each(|name| folder.make(name));
        std::os::unix::fs::symlink(PROGRAM, folder.at("bin/duly")).unwrap();
        folder.write(".gitignore", "/bin\n/home\n");
        folder.write("vendors/halvklar.yaml", fs::read_to_string(root().join("examples/halvklar.yaml")).unwrap());
        let desk = Desk(folder);
        desk.ran("git init -q && git config user.name A && git config user.email a@example.com").done();
        desk
    }

    /// Lines of a shell, with nothing of this machine but what is on its path.
    fn ran(&self, script: &str) -> Ran {
        let path = format!("{}:{}", self.0.at("bin").display(), std::env::var("PATH").unwrap());
        let mut shell = Command::new("/bin/sh");
        shell.current_dir(self.0.path()).args(["-c", script]).env_clear();
        shell.env("PATH", path).env("HOME", self.0.at("home")).env("LC_ALL", "C.UTF-8");
        shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        run(shell)
    }

    fn commit(&self) -> Ran {
        self.ran("git commit -qm x")
    }

    /// The hook lets through what can be judged and what is none of its business, and refuses what would be committed
    /// and cannot be judged, even where the file in the folder is right by now.
    fn is_guarded(&self) {
        self.ran("git add -A").done();
        self.commit().done();
        let good = self.0.read("vendors/halvklar.yaml");
        self.0.write(
            "vendors/halvklar.yaml",
            good.replace("format: duly/answers@1", "format: duly/answers@1\nnonsense: x"),
        );
        self.ran("git add -A").done();
        let refused = self.commit();
        assert_ne!(refused.code, 0, "{}", refused.said());
        assert!(refused.said().contains("[unknown-key]"), "{}", refused.said());
        self.0.write("vendors/halvklar.yaml", &good);
        let still = self.commit();
        assert!(still.code != 0 && still.said().contains("[unknown-key]"), "{}", still.said());
        self.ran("git add -A").done();
        self.0.write("notes.txt", "x");
        self.ran("git add notes.txt").done();
        self.commit().done();
        assert_eq!(self.ran("git log --oneline | wc -l").out.trim(), "2");
    }
}

#[test]
#[ignore = "needs git: see CONTRIBUTING.md"]
fn the_hook_for_git_guards_what_is_committed() {
    let desk = Desk::new();
    fs::copy(root().join("docs/ci/pre-commit"), desk.0.at(".git/hooks/pre-commit")).unwrap();
    desk.is_guarded();
}

#[test]
#[ignore = "needs git and pre-commit: see CONTRIBUTING.md"]
fn the_hook_for_pre_commit_guards_what_is_committed() {
    let desk = Desk::new();
    fs::copy(root().join("docs/ci/pre-commit-config.yaml"), desk.0.at(".pre-commit-config.yaml")).unwrap();
    desk.ran("pre-commit install").done();
    desk.is_guarded();
}
