//! A paper proves what it is about, once it is here: every way in which one proves nothing, with the warning that names
//! what is missing.

use serde_json::Value;

use crate::support::{DAY, Folder, Ran, command, duly_on_day, told};

/// Three doors, of which two ask for a policy; a contradiction; a report that stands for a policy.
const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: doors
version: 1.0.0
title: Doors
evidence:
  - {id: policy, ask: The policy, valid_months: 12, stands_for: []}
  - {id: log, ask: The log, valid_months: never}
  - {id: report, ask: A report by others, valid_months: 15, stands_for: [policy]}
contradictions:
  - {id: keys, title: Locked without keys, when: {all: [{a.front: ['yes']}, {a.keys: ['no']}]}}
categories:
  - id: a
    title: A
    questions:
      - {id: front, ask: Is the front door locked?, weight: 1, answer: yes-no, evidence: [policy]}
      - {id: back, ask: Who lets people into the yard?, weight: 1, answer: yes-no, evidence: [policy, log]}
      - {id: keys, ask: Does anybody keep keys?, weight: 1, answer: yes-no}
";

/// Codes of warnings about papers, each of which a test of this file shows.
pub const PAPER_CODES: [&str; 15] = [
    "evidence-is-address",
    "evidence-not-here",
    "evidence-without-folder",
    "evidence-other-capitals",
    "evidence-empty",
    "evidence-is-link",
    "evidence-is-no-file",
    "evidence-too-large",
    "evidence-unreadable",
    "evidence-read-by-us",
    "evidence-refused",
    "evidence-in-disguise",
    "evidence-other-kind",
    "evidence-contradicted",
    "evidence-behind-many",
];

const POLICY: &str = "{title: Rules, kind: policy, issued: 2026-10-01, location: p.pdf}";

/// A folder of ours with a vendor's, whose front door is proved by these papers.
fn desk(papers: &[&str]) -> Folder {
    let answers = format!("answers:\n  a.front: {{answer: yes, evidence: [{}]}}\n  a.keys: yes\n", papers.join(", "));
    let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: doors@1.0.0\nanswered: 2026-11-02\n";
    Folder::with(&[("q.yaml", QUESTIONNAIRE), ("v/v.yaml", &format!("{head}{answers}"))])
}

fn run(folder: &Folder, args: &[&str]) -> Ran {
    duly_on_day(folder, &[args, &["--questionnaire", "q.yaml"]].concat())
}

fn json(folder: &Folder, more: &[&str]) -> Value {
    run(folder, &[&["export", "v/v.yaml", "-f", "json", "-q"], more].concat()).done().json()
}

/// How far the front door is proved.
fn front(folder: &Folder, more: &[&str]) -> String {
    json(folder, more)["questions"][0]["assurance"].as_str().unwrap().to_owned()
}

fn codes(folder: &Folder, more: &[&str]) -> Vec<String> {
    run(folder, &[&["check", "v/v.yaml", "-f", "json"], more].concat()).codes()
}

fn review(folder: &Folder, text: &str) {
    let head = "format: duly/review@1\nvendor: V\nreviewer: Office\nreviewed: 2026-11-10\n";
    folder.write("ours.review.yaml", format!("{head}{text}"));
}

const OURS: [&str; 2] = ["--review", "ours.review.yaml"];

#[test]
fn a_file_in_the_vendors_folder_is_here_whatever_it_holds() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", [0xff, 0, 7]);
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("documented", vec![]));
    let told = &json(&folder, &[])["evidence"][0];
    assert_eq!(told["sha256"], "8288fa614808ec70410a0840aefef60938fce67a0dc00b3caa59e6b7fd5805a7");
    assert_eq!(json(&folder, &[])["basis"]["answers"]["papers_sha256"][0], told["sha256"]);
}

#[test]
fn places_that_are_no_file_are_words() {
    for (place, code) in [
        ("gone.pdf", "evidence-not-here"),
        ("tbd", "evidence-not-here"),
        ("on request", "evidence-not-here"),
        ("'-'", "evidence-not-here"),
        ("https://vendor.example/p.pdf", "evidence-is-address"),
        ("P.pdf", "evidence-other-capitals"),
        ("empty.pdf", "evidence-empty"),
        ("folder", "evidence-is-no-file"),
        ("folder/p.pdf/p.pdf", "evidence-not-here"),
        ("folder//p.pdf", "evidence-not-here"),
        ("v.yaml", "evidence-read-by-us"),
        ("theirs.toml", "evidence-read-by-us"),
        ("quoted.json", "evidence-read-by-us"),
        ("duly.toml", "evidence-read-by-us"),
    ] {
        let folder = desk(&[&POLICY.replace("p.pdf", place)]);
        folder.add(&[("v/p.pdf", "P"), ("v/empty.pdf", ""), ("v/folder/p.pdf", "P"), ("v/duly.toml", "x = 1")]);
        folder.add(&[("v/theirs.toml", "format = \"duly/policy@1\""), ("v/quoted.json", "{\"format\": \"duly/x@1\"}")]);
        let found: Vec<String> = codes(&folder, &[]).into_iter().filter(|code| code.starts_with("evidence")).collect();
        assert_eq!((front(&folder, &[]).as_str(), found), ("claimed", vec![code.to_owned()]), "{place}");
    }
}

#[test]
fn a_file_in_which_nothing_can_be_seen_is_empty() {
    let archive = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    let blanks = " \r\n\t".repeat(30_000);
    let unseen = "\u{2800}\u{301}\n".repeat(20_000); // more than is looked at first
    let signs = "\u{a0}\u{200b}\u{2800}\u{3164}\u{ffa0}\u{ad}\u{2028}\u{3000}\u{fe0f}\u{e0041}\u{301}";
    let signs: Vec<String> = signs.chars().map(String::from).chain([signs.to_owned(), unseen]).collect();
    let bytes = [&b" "[..], b"\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe \0", &archive, blanks.as_bytes()];
    for bytes in bytes.into_iter().chain(signs.iter().map(String::as_bytes)) {
        let folder = desk(&[POLICY]);
        folder.write("v/p.pdf", bytes);
        let told = (front(&folder, &[]), codes(&folder, &[]));
        assert_eq!((told.0.as_str(), told.1), ("claimed", vec!["evidence-empty".to_owned()]), "{:?}", &bytes[..1]);
    }
}

#[test]
fn a_remark_before_the_first_key_hides_no_file_of_ours() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", format!("{}format: duly/answers@1\n", "# a remark\n".repeat(20_000)));
    assert_eq!(codes(&folder, &[]), ["evidence-read-by-us"]);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_what_nobody_may_read_are_not_here() {
    use std::os::unix::fs::{FileExt, PermissionsExt, symlink};
    let folder = desk(&[&POLICY.replace("p.pdf", "deep/p.pdf")]);
    folder.write("elsewhere/p.pdf", "P");
    symlink(folder.at("elsewhere"), folder.at("v/deep")).unwrap();
    assert_eq!(codes(&folder, &[]), ["evidence-is-link"]);
    let folder = desk(&[POLICY]);
    folder.make_pipe("v/p.pdf");
    assert_eq!(codes(&folder, &[]), ["evidence-is-no-file"]);
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "P");
    std::fs::set_permissions(folder.at("v/p.pdf"), std::fs::Permissions::from_mode(0o0)).unwrap();
    let is_root = std::fs::read(folder.at("v/p.pdf")).is_ok();
    assert_eq!(codes(&folder, &[]), if is_root { vec![] } else { vec!["evidence-unreadable"] });
    let large = std::fs::File::create(folder.at("v/large.pdf")).unwrap();
    large.write_all_at(b"P", 0).unwrap();
    large.write_all_at(b"P", 256 << 20).unwrap(); // takes no room on the disk
    folder.write("v/v.yaml", folder.read("v/v.yaml").replace("p.pdf", "large.pdf"));
    assert_eq!(codes(&folder, &[]), ["evidence-too-large"]);
    let paper = |at: usize| POLICY.replace("p.pdf", &format!("{at}.pdf")).replace("Rules", &format!("Rules {at}"));
    let folder = desk(&[&paper(0), &paper(1), &paper(2)]);
    for at in 0..3 {
        let paper = std::fs::File::create(folder.at(format!("v/{at}.pdf"))).unwrap();
        paper.write_all_at(b"P", 100 << 20).unwrap();
        paper.write_all_at(b"P", 0).unwrap();
    }
    assert_eq!(codes(&folder, &[]), ["evidence-too-large"], "two of a hundred are read, and the third is too much");
}

#[test]
fn answers_that_lie_nowhere_have_no_papers_beside_them() {
    let folder = desk(&[POLICY]);
    folder.write("p.pdf", "P");
    let check = ["check", "-", "-f", "json", "--questionnaire", "q.yaml", "--as-of", DAY];
    let ran = told(command(&folder, &check), &folder.read("v/v.yaml"));
    assert_eq!(ran.codes(), ["evidence-without-folder"]);
}

#[test]
fn a_paper_must_be_of_a_kind_that_is_asked_for_or_of_one_that_stands_for_it() {
    for (kind, expected) in [("policy", "documented"), ("report", "documented"), ("log", "claimed")] {
        let folder = desk(&[&POLICY.replace("policy", kind)]);
        folder.write("v/p.pdf", "P");
        let told = if expected == "claimed" { vec!["evidence-other-kind"] } else { vec![] };
        assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), (expected, str_vec(&told)), "{kind}");
        let warning = "\"Rules\" is not of a kind that is asked for at a.front, and counts there as a claim only";
        assert_eq!(run(&folder, &["check", "v/v.yaml"]).out.contains(warning), expected == "claimed", "{kind}");
    }
    let folder = desk(&["{title: Rules, issued: 2026-10-01, location: p.pdf}"]);
    folder.write("v/p.pdf", "P");
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("claimed", str_vec(&["evidence-other-kind"])));
}

fn str_vec(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn one_content_is_not_two_papers() {
    let other = "{title: Report, kind: report, issued: 2026-10-01, location: r.pdf}";
    let folder = desk(&[POLICY, other]);
    folder.add(&[("v/p.pdf", "one"), ("v/r.pdf", "one")]);
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("claimed", str_vec(&["evidence-in-disguise"; 2])));
    folder.write("v/r.pdf", "another");
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("documented", vec![]));
    folder.write("v/r.pdf", "one");
    review(
        &folder,
        "received: [{title: Rules, kind: policy, issued: 2026-10-01, on: 2026-11-05, location: 'S:\\x'}]\n",
    );
    assert_eq!(front(&folder, &OURS), "documented", "what we received counts, as that");
    let same = POLICY.replace("Rules", "The same rules");
    let folder = desk(&[POLICY, &same]);
    folder.write("v/p.pdf", "one");
    assert_eq!(front(&folder, &[]), "documented", "of one kind and day it is one paper under two titles");
}

#[test]
fn what_we_received_counts_as_long_as_the_vendor_names_it_so() {
    let folder = desk(&[&POLICY.replace("p.pdf", "on request")]);
    review(&folder, "received: [{title: Rules, kind: policy, issued: 2026-10-01}]\n");
    assert_eq!((front(&folder, &OURS).as_str(), codes(&folder, &OURS)), ("documented", vec![]));
    for (from, to) in [("Rules", "Old rules"), ("kind: policy", "kind: report"), ("2026-10-01", "2026-10-02")] {
        let text = folder.read("v/v.yaml");
        folder.write("v/v.yaml", text.replace(from, to));
        assert_eq!(front(&folder, &OURS), "claimed", "{to}");
        assert_eq!(codes(&folder, &OURS), ["evidence-not-here", "received-not-cited"]);
        folder.write("v/v.yaml", text);
    }
}

#[test]
fn what_we_received_is_not_said_to_be_nowhere() {
    let folder = desk(&[&POLICY.replace(", location: p.pdf", "")]);
    assert_eq!(
        (front(&folder, &[]).as_str(), codes(&folder, &[])),
        ("claimed", str_vec(&["evidence-without-location"]))
    );
    review(&folder, "received: [{title: Rules, kind: policy, issued: 2026-10-01}]\n");
    assert_eq!((front(&folder, &OURS).as_str(), codes(&folder, &OURS)), ("documented", vec![]));
}

#[test]
fn what_we_refused_stays_refused_under_another_name() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "abc");
    let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let refused = format!("refused: [{{title: Another, sha256: {sha256}, because: It is of another company.}}]\n");
    review(&folder, &refused);
    assert_eq!((front(&folder, &OURS).as_str(), codes(&folder, &OURS)), ("claimed", str_vec(&["evidence-refused"])));
    folder.write("v/p.pdf", "abd");
    assert_eq!(front(&folder, &OURS), "documented");
    review(&folder, "refused: [{title: Rules, kind: policy, issued: 2026-10-01, because: It is a menu.}]\n");
    assert_eq!(front(&folder, &OURS), "claimed", "a byte more makes no other paper of it");
    let renamed =
        folder.read("v/v.yaml").replace(POLICY, &format!("{POLICY}, {}", POLICY.replace("Rules", "Our rules")));
    folder.write("v/v.yaml", renamed);
    assert_eq!(front(&folder, &OURS), "claimed", "nor does another title for the same file");
    let letter = run(&folder, &[&["export", "v/v.yaml", "--for", "vendor", "-q"][..], &OURS].concat()).out;
    assert!(letter.contains("could not be accepted as proof") && !letter.contains("menu"), "{letter}");
}

#[test]
fn papers_prove_no_answer_that_contradicts_another() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "P");
    let said = folder.read("v/v.yaml");
    folder.write("v/v.yaml", said.replace("a.keys: yes", "a.keys: no"));
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("claimed", str_vec(&["evidence-contradicted"])));
    let told = run(&folder, &["check", "v/v.yaml"]).out;
    assert!(told.contains("the answers to a.front, a.keys contradict each other"), "{told}");
}

#[test]
fn a_paper_behind_many_answers_is_remarked_unless_it_is_an_independent_report() {
    let ids: Vec<String> = (0..11).map(|at| format!("q{at}")).collect();
    let asked: String = ids
        .iter()
        .map(|id| format!("      - {{id: {id}, ask: {id}?, weight: 1, answer: yes-no, evidence: [policy]}}\n"))
        .collect();
    let answers: String = ids.iter().map(|id| format!("  a.{id}: {{answer: yes, evidence: [p]}}\n")).collect();
    let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: doors@1.0.0\nanswered: 2026-11-02\n";
    let cited = |paper: &str, answers: &str| {
        let text = format!("{head}evidence: {{p: {paper}}}\nanswers:\n{answers}");
        let folder =
            Folder::with(&[("q.yaml", &format!("{QUESTIONNAIRE}{asked}")), ("v/v.yaml", &text), ("v/p.pdf", "P")]);
        codes(&folder, &[])
    };
    assert_eq!(cited(POLICY, &answers), ["evidence-behind-many"]);
    assert_eq!(cited(&POLICY.replace("policy", "report"), &answers), [""; 0]);
    assert_eq!(cited(POLICY, &answers.replace("  a.q10: {answer: yes, evidence: [p]}\n", "")), [""; 0]);
}

#[test]
fn papers_may_lie_in_the_folder_that_the_policy_names() {
    let folder = desk(&[POLICY]);
    folder.write("duly.toml", "format = \"duly/policy@1\"\n[evidence]\nfolder = \"papers\"\n");
    folder.write("papers/v/p.pdf", "P");
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("documented", vec![]));
    let folder = desk(&[POLICY]);
    folder.write("duly.toml", "format = \"duly/policy@1\"\n[evidence]\nfolder = \"papers\"\n");
    folder.write("papers/w/p.pdf", "P");
    assert_eq!(codes(&folder, &[]), ["evidence-not-here"], "the papers of another vendor are not its own");
    let said = folder.read("v/v.yaml").replace("p.pdf", "w/p.pdf");
    folder.add(&[("v/..yaml", &said), ("v/...yaml", &said.replace("w/p.pdf", "q.yaml"))]);
    for named in ["v/..yaml", "v/...yaml"] {
        let codes = run(&folder, &["check", named, "-f", "json"]).codes();
        assert_eq!(codes, ["evidence-not-here"], "{named}: no name of a file leads out of the folder of its papers");
    }
}

#[test]
fn a_policy_may_let_a_place_in_words_suffice() {
    let folder = desk(&[&POLICY.replace("p.pdf", "data room")]);
    folder.write("duly.toml", "format = \"duly/policy@1\"\n[evidence]\nmust_be = \"named\"\n");
    assert_eq!((front(&folder, &[]).as_str(), codes(&folder, &[])), ("documented", vec![]));
    let other = "{title: Report, kind: report, issued: 2026-10-01, location: p.pdf}";
    let folder = desk(&[POLICY, other]);
    folder.add(&[("v/p.pdf", "one"), ("duly.toml", "format = \"duly/policy@1\"\n[evidence]\nmust_be = \"named\"\n")]);
    assert_eq!(front(&folder, &[]), "claimed", "one file is not two papers there either");
}

#[test]
fn a_file_of_another_vendor_is_told_where_many_are_judged() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "P");
    folder.write("v/w.yaml", folder.read("v/v.yaml").replace("{name: V}", "{name: W}"));
    for args in [&["assess", "v/v.yaml", "v/w.yaml"][..], &["diff", "v/v.yaml", "v/w.yaml"]] {
        let ran = run(&folder, args);
        let told = "stands behind documents of two vendors: v/v.yaml, v/w.yaml\n";
        assert_eq!(ran.err.matches(told).count(), 1, "{}", ran.err);
    }
    folder.write("v/w.yaml", folder.read("v/v.yaml"));
    let ran = run(&folder, &["diff", "v/v.yaml", "v/w.yaml"]);
    assert!(!ran.err.contains("two vendors"), "two dates of one vendor have papers in common: {}", ran.err);
    let numbered = |name: &str, number: &str| format!("{{name: {name}, registration: {number}}}");
    for (other, is_told) in [(numbered("W", "5590000000"), 0), (numbered("W", "pending"), 1), (numbered("V", "77"), 1)]
    {
        let of = |vendor: &str| folder.read("v/w.yaml").replace("{name: V}", vendor);
        folder.write("v/x.yaml", of(&numbered("V", if other.contains("pending") { "pending" } else { "559000-0000" })));
        folder.write("v/y.yaml", of(&other));
        let ran = run(&folder, &["assess", "v/x.yaml", "v/y.yaml"]);
        assert_eq!(ran.err.matches("documents of two vendors").count(), is_told, "{other}: {}", ran.err);
    }
}

/// The promise of the whole tool: who cites one brochure for everything has proved nothing by it.
#[test]
fn the_same_file_under_a_newer_day_is_no_newer_document() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "P");
    let later = folder.read("v/v.yaml").replace("issued: 2026-10-01", "issued: 2026-11-01");
    folder.write("v/w.yaml", later.replace("p.pdf", "q.pdf"));
    let told = "documents that are the same files as before under newer dates (1): “Rules”";
    let compared =
        || run(&folder, &["diff", "v/v.yaml", "v/w.yaml"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    for (content, is_told) in [("P", true), ("another one", false)] {
        folder.write("v/q.pdf", content);
        assert_eq!(compared().contains(told), is_told, "{}", compared());
    }
}

#[test]
fn of_many_that_show_one_file_the_first_are_named_and_the_others_counted() {
    let folder = desk(&[POLICY]);
    folder.write("v/p.pdf", "The policy");
    let answers = folder.read("v/v.yaml");
    let vendor = answers.lines().find(|line| line.starts_with("vendor:")).unwrap();
    for at in 0..25 {
        folder.write(format!("v/w{at:02}.yaml"), answers.replace(vendor, &format!("vendor: {{name: W{at}}}")));
    }
    let said = run(&folder, &["assess", "v", "--no-review"]).err;
    assert_eq!(said.matches("stands behind documents of two vendors").count(), 20, "{said}");
    assert!(said.contains("v/v.yaml, v/w19.yaml\nand 5 more\n"), "{said}");
}

#[test]
fn a_paper_that_does_not_exist_proves_nothing_at_all() {
    let folder = desk(&[POLICY]);
    let [with, without] = [folder, desk(&[])].map(|folder| json(&folder, &[])["overall"].clone());
    assert_eq!(with, without);
}

/// Where a place in words is enough, one that leads nowhere for anybody is none.
#[test]
fn a_place_that_nobody_can_go_to_is_none_where_a_place_is_enough() {
    for (place, expected) in [
        ("in the safe", "documented"),
        ("https://papers.example/p.pdf", "documented"),
        ("/home/vendor/p.pdf", "claimed"),
        ("file:p.pdf", "claimed"),
        ("../p.pdf", "claimed"),
    ] {
        let folder = desk(&[&POLICY.replace("p.pdf", &format!("\"{place}\""))]);
        folder.write("duly.toml", "format = \"duly/policy@1\"\n[evidence]\nmust_be = \"named\"\n");
        assert_eq!(front(&folder, &[]), expected, "{place}");
    }
}
