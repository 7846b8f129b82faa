//! What `docs/ci/` hands out does what it says: the problem matcher reads the real output, the hooks stop a real
//! commit, and the shell of the jobs runs as a runner would run it.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::exchange::import;
use crate::support::{Folder, PROGRAM, Ran, duly_on_day, example, example_papers, root, run, told};

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
fn the_budgets_of_what_must_hold_add_up_to_the_hour_that_it_names() {
    let script = fs::read_to_string(root().join(".ci/run")).unwrap();
    let budgets = script.lines().filter_map(|line| line.strip_prefix("step ")?.split(' ').next()?.parse::<u32>().ok());
    let in_all: u32 = budgets.sum();
    assert!(in_all > 0 && script.contains(&format!("of {in_all}:00\\n'")), "{in_all} minutes");
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
        for name in ["halvklar.yaml", "billigsvar.yaml"] {
            fs::copy(root().join("examples").join(name), folder.at("vendors").join(name)).unwrap();
        }
        let desk = Desk(folder);
        desk.ran("git init -q && git config user.name A && git config user.email a@example.com").done();
        desk
    }

    /// Lines of a shell, with nothing of this machine but what is on its path.
    fn ran(&self, script: &str) -> Ran {
        let path = format!("{}:{}", self.0.at("bin").display(), std::env::var("PATH").unwrap());
        self.ran_by(&["/bin/sh"], script, &[("PATH".to_owned(), path)])
    }

    fn ran_by(&self, shell: &[&str], script: &str, variables: &[(String, String)]) -> Ran {
        let (program, options) = shell.split_first().unwrap();
        let mut shell = Command::new(program);
        shell.current_dir(self.0.path()).args(options).args(["-c", script]).env_clear();
        shell.env("HOME", self.0.at("home")).env("LC_ALL", "C.UTF-8").envs(variables.iter().cloned());
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
        // the vendor beside it has warnings
        assert!(!refused.said().contains("warning["), "{}", refused.said());
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

/// How runners run the shell of a step.
const BASH: &[&str] = &["/bin/bash", "--noprofile", "--norc", "-e", "-o", "pipefail"];

fn pair(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

fn job(name: &str) -> Value {
    let text = fs::read_to_string(root().join("docs/ci").join(name)).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// A folder with a job in it: `duly` is not on the path, and lies in an archive.
struct Runner {
    desk: Desk,
    sha256: String,
}

impl Runner {
    fn new() -> Runner {
        let desk = Desk::new();
        fs::rename(desk.0.at("bin"), desk.0.at("duly-0.0.0-any")).unwrap();
        let sha256 = desk.ran("tar -c -z -f a.tar.gz duly-0.0.0-any && sha256sum a.tar.gz").done().out[..64].to_owned();
        fs::remove_dir_all(desk.0.at("duly-0.0.0-any")).unwrap();
        Runner { desk, sha256 }
    }

    fn archive(&self) -> String {
        format!("file://{}", self.desk.0.at("a.tar.gz").display())
    }

    /// What the vendor's file says is no key of ours.
    fn is_spoilt(&self) {
        let good = self.desk.0.read("vendors/halvklar.yaml");
        self.desk.0.write("vendors/halvklar.yaml", good + "nonsense: x\n");
    }

    /// The steps of the action, one after the other until one fails: the last, and the summary.
    fn action(&self, sha256: &str) -> (Ran, String) {
        let action = job("github-action.yml");
        let given = |expression: &str| {
            let input = expression.strip_prefix("${{ inputs.").unwrap().strip_suffix(" }}").unwrap();
            let declared = &action["inputs"][input];
            assert!(declared.is_object(), "there is no input {input}");
            let default = || declared["default"].as_str().unwrap().to_owned();
            [("archive", self.archive()), ("sha256", sha256.to_owned())]
                .into_iter()
                .find_map(|(name, value)| (name == input).then_some(value))
                .unwrap_or_else(default)
        };
        let files = ["path", "summary"].map(|name| self.desk.0.at(name).display().to_string());
        files.iter().for_each(|file| fs::write(file, "").unwrap());
        let mut last = None;
        for step in action["runs"]["steps"].as_array().unwrap() {
            assert_eq!(step["shell"], "bash");
            let added = fs::read_to_string(&files[0]).unwrap().replace('\n', ":");
            let mut variables = vec![
                pair("PATH", added + &std::env::var("PATH").unwrap()),
                pair("RUNNER_TEMP", self.desk.0.at("home").display().to_string()),
                pair("GITHUB_PATH", &files[0]),
                pair("GITHUB_STEP_SUMMARY", &files[1]),
            ];
            let environment = step["env"].as_object().unwrap();
            variables.extend(environment.iter().map(|(name, value)| pair(name, given(value.as_str().unwrap()))));
            let ran = self.desk.ran_by(BASH, step["run"].as_str().unwrap(), &variables);
            let failed = ran.code != 0;
            last = Some(ran);
            if failed {
                break;
            }
        }
        (last.unwrap(), fs::read_to_string(&files[1]).unwrap())
    }

    /// The lines of GitLab's job, in one shell.
    fn gitlab(&self, sha256: &str) -> Ran {
        let job = &job("gitlab-ci.yml")["vendors"];
        let lines = ["before_script", "script"].iter().flat_map(|part| job[part].as_array().unwrap());
        let script: Vec<&str> = lines.map(|line| line.as_str().unwrap()).collect();
        let path = pair("PATH", std::env::var("PATH").unwrap());
        let variables = [path, pair("DULY_ARCHIVE", self.archive()), pair("DULY_SHA256", sha256)];
        self.desk.ran_by(BASH, &script.join("\n"), &variables)
    }
}

#[test]
#[ignore = "needs bash, curl and tar: see CONTRIBUTING.md"]
fn the_action_for_github_stops_what_cannot_be_judged() {
    let runner = Runner::new();
    let (shown, summary) = runner.action(&runner.sha256);
    shown.done();
    assert!(summary.contains("Halvklar"), "{summary}");
    runner.is_spoilt();
    let (stopped, summary) = runner.action(&runner.sha256);
    assert_eq!((stopped.code, summary.as_str()), (2, ""), "{}", stopped.said());
    assert!(stopped.out.starts_with("::error file=vendors/halvklar.yaml,line="), "{}", stopped.said());
    assert!(stopped.out.ends_with(" warnings\n") && !stopped.out.contains("::warning"), "{}", stopped.said());
    let (refused, _) = runner.action(&"0".repeat(64));
    assert!(refused.code == 1 && refused.said().contains("FAILED"), "{}", refused.said());
}

#[test]
#[ignore = "needs bash, curl and tar: see CONTRIBUTING.md"]
fn the_job_for_gitlab_stops_what_cannot_be_judged() {
    let runner = Runner::new();
    let shown = runner.gitlab(&runner.sha256).done();
    assert!(!shown.said().contains("warning["), "{}", shown.said());
    let page = job("gitlab-ci.yml")["vendors"]["artifacts"]["paths"][0].as_str().unwrap().to_owned();
    assert!(runner.desk.0.read(&page).contains("Halvklar"));
    runner.is_spoilt();
    let stopped = runner.gitlab(&runner.sha256);
    assert!(stopped.code == 2 && stopped.said().contains("error[unknown-key]"), "{}", stopped.said());
    let refused = runner.gitlab(&"0".repeat(64));
    assert!(refused.code == 1 && refused.said().contains("FAILED"), "{}", refused.said());
}

/// What the comments say of a gate that is to stop a job: the rules are named, and so is where the reviews lie.
#[test]
fn the_gate_of_a_job_can_be_passed_as_its_comment_says() {
    let folder = Folder::with(&[("vendors/nordkontakt.yaml", &example("nordkontakt.yaml"))]);
    example_papers().iter().for_each(|(name, text)| folder.write(format!("vendors/{name}"), text));
    let gate = "format = \"duly/policy@1\"\n[gate]\nrating = \"critical\"\n";
    let text = fs::read_to_string(root().join("docs/ci/gitlab-ci.yml")).unwrap();
    let typed = |begin: &str| {
        let line = text.lines().find_map(|line| line.trim_start().strip_prefix(begin)).unwrap();
        line.split(" || ").next().unwrap().split(' ').map(str::to_owned).collect::<Vec<_>>()
    };
    let (job, named) = (typed("- duly export"), typed("# - duly export"));
    let ends_with = |line: &[String]| {
        let line: Vec<&str> = line.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        duly_on_day(&folder, &[&["export", "-q"], &line[..]].concat()).code
    };
    folder.write("duly.toml", gate);
    folder.write("vendors/nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    assert_eq!((ends_with(&job), ends_with(&named)), (1, 1), "the review lies beside the answers");
    folder.write("duly.toml", gate.replace("[gate]", "reviews = \"reviews\"\n[gate]"));
    folder.write("reviews/nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    fs::remove_file(folder.at("vendors/nordkontakt.review.yaml")).unwrap();
    assert_eq!((ends_with(&job), ends_with(&named)), (1, 0), "the rules are only found, or named");
    let action = fs::read_to_string(root().join("docs/ci/github-action.yml")).unwrap();
    assert!(action.contains("`policy: duly.toml`") && action.contains("`reviews = \"reviews\"`"));
}
