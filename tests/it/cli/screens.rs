//! Whole screens: a command, and all that it prints. Each case is kept in `tests/screens/NAME.txt`; after a change
//! that is meant, `BLESS=1 cargo test --test it screens` writes them anew, and the diff shows what changed for people.

use crate::support::{DAY, assert_kept, command, duly, names_in, root, run};
use std::fmt::Write;

/// Name, arguments, and what is set in the environment.
type Case = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

const SMALL: &str = "examples/small/questionnaire.yaml";
/// Screens with this in their name are long: so many lines of them are kept.
const HEAD: (&str, usize) = ("-head", 60);

const CASES: &[Case] = &[
    ("welcome", &[], &[]),
    ("help", &["help"], &[]),
    ("help-assess", &["assess", "--help"], &[]),
    ("help-sv", &["help"], &[("LC_ALL", "sv_SE.UTF-8")]),
    ("help-assess-sv", &["assess", "--help", "--lang", "sv"], &[]),
    ("help-assess-short-sv", &["assess", "-h", "--lang", "sv"], &[]),
    ("help-new-sv", &["new", "--help", "--lang", "sv"], &[]),
    ("help-record-sv", &["record", "--help", "--lang", "sv"], &[]),
    ("usage-unknown-sv", &["assess", "x.yaml", "--lagn", "--lang=sv"], &[]),
    ("usage-missing-sv", &["diff", "--lang", "sv", "a.yaml"], &[]),
    ("usage-value-sv", &["explain", "x.yaml", "--to", "hihg", "--lang", "sv"], &[]),
    ("help-export", &["export", "--help"], &[]),
    ("help-check", &["check", "--help"], &[]),
    ("help-due", &["due", "--help"], &[]),
    ("help-due-sv", &["due", "--help", "--lang", "sv"], &[]),
    ("help-stream", &["stream", "--help"], &[]),
    ("help-stream-sv", &["stream", "--help", "--lang", "sv"], &[]),
    ("help-questionnaires", &["questionnaires", "--help"], &[]),
    ("help-new", &["new", "--help"], &[]),
    ("help-new-questionnaire", &["new", "questionnaire", "--help"], &[]),
    ("help-generate", &["generate", "--help"], &[]),
    ("help-generate-schema", &["generate", "schema", "--help"], &[]),
    ("help-generate-completions", &["generate", "completions", "--help"], &[]),
    ("help-generate-man", &["generate", "man", "--help"], &[]),
    ("generate-man-unknown", &["generate", "man", "asess"], &[]),
    ("file-as-command", &["nordkontakt.yaml"], &[]),
    ("no-such-file", &["assess", "examples/nordkontackt.yaml"], &[]),
    ("nordkontakt", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY], &[]),
    ("nordkontakt-sv", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("nordkontakt-wide", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY], &[("COLUMNS", "120")]),
    ("nordkontakt-colour", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--color", "always"], &[]),
    ("nordkontakt-all", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--all"], &[]),
    ("nordkontakt-all-sv", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--all", "--lang", "sv"], &[]),
    ("nordkontakt-no-review", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--no-review"], &[]),
    ("nordkontakt-a-year-later", &["assess", "examples/nordkontakt.yaml", "--as-of", "2027-11-23"], &[]),
    (
        "nordkontakt-our-rules",
        &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--policy", "examples/duly.toml"],
        &[],
    ),
    ("nordkontakt-fail-on", &["assess", "examples/nordkontakt.yaml", "--as-of", DAY, "--fail-on", "high", "-q"], &[]),
    ("allyes", &["assess", "examples/allyes.yaml", "--as-of", DAY], &[]),
    ("allyes-sv", &["assess", "examples/allyes.yaml", "--as-of", DAY], &[("LC_ALL", "sv_SE.UTF-8")]),
    ("billigsvar", &["assess", "examples/billigsvar.yaml", "--as-of", DAY], &[]),
    ("billigsvar-sv", &["assess", "examples/billigsvar.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("halvklar", &["assess", "examples/halvklar.yaml", "--as-of", DAY], &[]),
    ("halvklar-sv", &["assess", "examples/halvklar.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("empty", &["assess", "tests/screens/empty.yaml", "--as-of", DAY], &[]),
    ("empty-sv", &["assess", "tests/screens/empty.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("brevduvan", &["assess", "examples/small/brevduvan.yaml", "--as-of", DAY, "--all"], &[]),
    ("brevduvan-json", &["export", "examples/small/brevduvan.yaml", "-f", "json", "--as-of", DAY], &[]),
    ("nothing-to-rate", &["assess", "tests/vectors/V23/answers.yaml", "--as-of", "2026-06-01", "--lang", "sv"], &[]),
    ("stake-not-stated", &["assess", "tests/vectors/V17/answers.yaml", "--as-of", "2026-06-01"], &[]),
    ("vendors", &["assess", "examples", "--as-of", DAY], &[]),
    ("vendors-sv", &["assess", "examples", "--as-of", DAY, "--lang", "sv"], &[]),
    ("vendors-wide", &["assess", "examples", "--as-of", DAY], &[("COLUMNS", "120")]),
    ("due", &["due", "examples", "--as-of", DAY], &[]),
    ("due-sv", &["due", "examples", "--as-of", DAY, "--lang", "sv", "-q"], &[]),
    ("due-proof-wide", &["due", "examples", "--as-of", DAY, "--proof", "--within", "6m"], &[("COLUMNS", "120")]),
    ("due-ics", &["due", "examples/nordkontakt.yaml", "--as-of", DAY, "-f", "ics", "--within", "all"], &[]),
    ("due-json", &["due", "examples/nordkontakt.yaml", "--as-of", DAY, "-f", "json", "--within", "all", "-q"], &[]),
    ("vendors-one-bad", &["assess", "examples/halvklar.yaml", "examples/gone.yaml", "--as-of", DAY], &[]),
    ("help-diff", &["diff", "--help"], &[]),
    ("diff", &["diff", "examples/nordkontakt.yaml", "examples/billigsvar.yaml", "--as-of", DAY], &[]),
    ("diff-sv", &["diff", "examples/nordkontakt.yaml", "examples/allyes.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    (
        "diff-wide",
        &["diff", "examples/halvklar.yaml", "examples/allyes.yaml", "--as-of", DAY, "--lang", "en"],
        &[("COLUMNS", "140")],
    ),
    (
        "diff-over-time",
        &["diff", "examples/nordkontakt-2025.yaml", "examples/nordkontakt.yaml", "--as-of", "answered"],
        &[],
    ),
    (
        "diff-several",
        &["diff", "examples/nordkontakt.yaml", "examples/allyes.yaml", "examples/billigsvar.yaml", "--as-of", DAY],
        &[],
    ),
    ("help-explain", &["explain", "--help"], &[]),
    ("points", &["explain", "examples/nordkontakt.yaml", "--as-of", DAY], &[]),
    ("points-sv", &["explain", "examples/nordkontakt.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("points-category", &["explain", "examples/nordkontakt.yaml", "access", "--as-of", DAY], &[]),
    ("points-not-rated", &["explain", "examples/halvklar.yaml", "--as-of", DAY], &[]),
    ("points-nothing", &["explain", "tests/vectors/V23/answers.yaml", "--as-of", "2026-06-01", "--lang", "en"], &[]),
    ("question", &["explain", "examples/nordkontakt.yaml", "access.mfa", "--as-of", DAY], &[]),
    ("question-sv", &["explain", "examples/nordkontakt.yaml", "access.mfa", "--as-of", DAY, "--lang", "sv"], &[]),
    (
        "question-overruled",
        &["explain", "examples/nordkontakt.yaml", "certifications.iso27001-scope", "--as-of", DAY],
        &[],
    ),
    ("question-na", &["explain", "examples/nordkontakt.yaml", "encryption.file-transfer", "--as-of", DAY], &[]),
    ("question-na-kept", &["explain", "tests/vectors/V09/answers.yaml", "sec.q1", "--as-of", "2026-06-01"], &[]),
    ("question-out-of-scope", &["explain", "examples/nordkontakt.yaml", "gdpr.transfers", "--as-of", DAY], &[]),
    ("question-number", &["explain", "examples/nordkontakt.yaml", "access.offboarding-hours", "--as-of", DAY], &[]),
    (
        "question-date-sv",
        &["explain", "examples/nordkontakt.yaml", "backups.last-restore-test", "--as-of", DAY, "--lang", "sv"],
        &[],
    ),
    ("question-ticks", &["explain", "examples/nordkontakt.yaml", "classification.recordings", "--as-of", DAY], &[]),
    ("question-open", &["explain", "examples/nordkontakt.yaml", "incident.prior", "--as-of", DAY], &[]),
    ("question-unknown", &["explain", "examples/nordkontakt.yaml", "acess.mfa", "--as-of", DAY], &[]),
    ("way-to-medium", &["explain", "examples/nordkontakt.yaml", "--to", "medium", "--as-of", DAY], &[]),
    ("way-to-low", &["explain", "examples/nordkontakt.yaml", "--to", "low", "--as-of", DAY], &[]),
    (
        "way-to-adequate-sv",
        &["explain", "examples/nordkontakt.yaml", "--to", "adequate", "--as-of", DAY, "--lang", "sv"],
        &[],
    ),
    ("way-not-rated", &["explain", "examples/halvklar.yaml", "--to", "medium", "--as-of", DAY, "--lang", "en"], &[]),
    ("way-unknown", &["explain", "examples/nordkontakt.yaml", "--to", "mediun"], &[]),
    ("check-clean", &["check", "examples/halvklar.yaml", "examples/duly.toml", "--as-of", DAY], &[]),
    ("check-warnings", &["check", "examples/billigsvar.yaml", "--as-of", DAY], &[]),
    ("check-warnings-sv", &["check", "examples/allyes.yaml", "--as-of", DAY, "--lang", "sv"], &[]),
    ("codes", &["check", "--codes"], &[]),
    ("explain", &["check", "--explain", "unknown-option"], &[]),
    ("explain-sv", &["check", "--explain", "review-beside-answers", "--lang", "sv"], &[]),
    ("questionnaires", &["questionnaires"], &[]),
    ("questionnaires-sv", &["questionnaires", "--lang", "sv"], &[]),
    ("questionnaires-small", &["questionnaires", "examples/small/questionnaire.yaml"], &[]),
    ("questionnaires-small-sv", &["questionnaires", "examples/small/questionnaire.yaml", "--lang", "sv"], &[]),
    ("questionnaires-unknown", &["questionnaires", "customer-services"], &[]),
    ("help-new-answers", &["new", "answers", "--help"], &[]),
    ("new-no-vendor", &["new"], &[]),
    ("new-small", &["new", "--vendor", "Brevduvan AB", "--questionnaire", SMALL, "-o", "-"], &[]),
    (
        "new-small-sv",
        &[
            "new",
            "--vendor",
            "Brevduvan AB",
            "--questionnaire",
            SMALL,
            "--inherent",
            "list=small",
            "-o",
            "-",
            "--lang",
            "sv",
        ],
        &[],
    ),
    ("new-built-in-head", &["new", "--vendor", "NordKontakt AB", "-o", "-"], &[]),
    ("new-built-in-head-sv", &["new", "--vendor", "NordKontakt AB", "-o", "-", "--lang", "sv"], &[]),
    ("new-unknown-factor", &["new", "--vendor", "NordKontakt AB", "--inherent", "volum=large", "-o", "-"], &[]),
    (
        "new-unknown-option-sv",
        &["new", "--vendor", "X AB", "--inherent", "data=speciell", "-o", "-", "--lang", "sv"],
        &[],
    ),
    ("help-record", &["record", "--help"], &[]),
    ("help-import", &["import", "--help"], &[]),
    ("help-import-sv", &["import", "--help", "--lang", "sv"], &[]),
    ("help-review", &["review", "--help"], &[]),
    ("help-policy", &["policy", "--help"], &[]),
    ("policy", &["policy"], &[]),
    ("policy-sv", &["policy", "--lang", "sv"], &[]),
    ("policy-ours", &["policy", "--policy", "examples/duly.toml"], &[]),
    ("policy-ours-sv", &["policy", "--policy", "examples/duly.toml", "--lang", "sv"], &[]),
    ("help-new-policy", &["new", "policy", "--help"], &[]),
    ("new-policy", &["new", "policy"], &[]),
    ("new-policy-sv", &["new", "policy", "--lang", "sv"], &[]),
    ("new-unknown", &["new", "questionnaire", "--from", "customer-servic"], &[]),
];

/// What is kept of an output.
fn shown(case: &str, output: &str) -> String {
    if !case.contains(HEAD.0) {
        return output.to_owned();
    }
    let lines: Vec<&str> = output.split_inclusive('\n').collect();
    let rest = if lines.len() > HEAD.1 { "...\n" } else { "" };
    lines[..lines.len().min(HEAD.1)].concat() + rest
}

fn screen((case, args, environment): &Case) -> String {
    let mut command = command(root(), args);
    command.envs(environment.iter().copied());
    let ran = run(command);
    let mut text = String::new();
    for (name, value) in *environment {
        let _ = write!(text, "{name}={value} ");
    }
    let _ = writeln!(text, "duly {}\nexit code {}", args.join(" "), ran.code);
    for (name, said) in [("stdout", ran.out), ("stderr", ran.err)] {
        if !said.is_empty() {
            let _ = write!(text, "----- {name}\n{}", shown(case, &said));
        }
    }
    text
}

#[test]
fn every_screen_is_as_it_was() {
    let file = |case: &Case| root().join("tests/screens").join(format!("{}.txt", case.0));
    assert_kept("screens", CASES.iter().map(|case| (file(case), screen(case))));
}

#[test]
fn no_kept_screen_is_without_a_case() {
    let names = names_in(&root().join("tests/screens"));
    let mut kept: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".txt")).collect();
    let mut cases: Vec<&str> = CASES.iter().map(|case| case.0).collect();
    kept.sort_unstable();
    cases.sort_unstable();
    assert_eq!(kept, cases);
}

#[test]
fn a_report_fits_fifty_lines_of_eighty_columns() {
    for vendor in ["nordkontakt", "allyes", "billigsvar", "halvklar", "small/brevduvan"] {
        for lang in ["en", "sv"] {
            for day in [DAY, "2027-06-01"] {
                let file = format!("examples/{vendor}.yaml");
                let text = duly(root(), &["assess", &file, "--as-of", day, "--lang", lang]).out;
                assert!(text.lines().count() <= 50, "{vendor} {lang} {day}: {} lines", text.lines().count());
                let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
                assert!(widest <= 80, "{vendor} {lang} {day}: {widest} columns");
                assert!(text.trim_end().ends_with("--all"), "the last line names the next command");
            }
        }
    }
}

#[test]
fn colour_says_nothing_that_words_do_not() {
    let args = ["assess", "examples/billigsvar.yaml", "--as-of", DAY, "--color"];
    let [plain, coloured] = ["never", "always"].map(|when| duly(root(), &[&args[..], &[when]].concat()).out);
    let mut bare = String::new();
    for (at, part) in coloured.split('\u{1b}').enumerate() {
        bare.push_str(if at == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_ne!(coloured, plain);
    assert_eq!(bare, plain);
}

#[test]
fn what_is_forbidden_to_say_is_not_said() {
    for case in CASES {
        let text = screen(case).to_lowercase();
        for never in ["gdpr compliant", "nis2 compliant", "gdpr-compliant", "uppfyller gdpr", "nis2-godkänd"] {
            assert!(!text.contains(never), "{}: {never}", case.0);
        }
    }
}
