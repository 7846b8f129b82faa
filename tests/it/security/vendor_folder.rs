//! A vendor's folder must not judge itself: each rule with the vendor's attempt to get round it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Folder, SMALL, command, duly_on_day, root as project, told};

const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Vendor AB}
questionnaire: ./small.yaml
answered: 2026-11-02
answers:
  a.mfa: yes
  a.cards: no
";
/// What a vendor would like to have seen by us.
const REVIEW: &str = "\
format: duly/review@1
vendor: Vendor AB
reviewer: Security office
reviewed: 2026-11-10
inherent_risk: {data: contact}
answers:
  a.mfa: {saw: yes, verified: [{title: Seen in the console, issued: 2026-11-09, valid_until: 2027-11-09}]}
  a.cards: {saw: no, verified: [{title: Seen in the shop, issued: 2026-11-09, valid_until: 2027-11-09}]}
";
/// What a vendor would like us to accept: a word is worth as much as a check.
const EASY: &str = "format = \"duly/policy@1\"\n[assurance]\nclaimed = 100\nexpired = 100\ndocumented = 100\n";
const LIES_BESIDE: &str = "! our review lay beside the vendor's file: make sure that it is ours";
const ITS_OWN: &str = "! the questionnaire lies among the vendor's files";

/// A folder of ours, in which the vendor's files lie in `vendor/`.
fn ours(files: &[(&str, &str)]) -> Folder {
    Folder::with(&[&[("vendor/v.yaml", ANSWERS), ("vendor/small.yaml", SMALL)], files].concat())
}

fn vendor(root: &Folder) -> PathBuf {
    root.at("vendor")
}

fn judged(folder: &Path, args: &[&str]) -> Value {
    duly_on_day(folder, &[&["export", "-f", "json"], args].concat()).done().json()
}

/// How far the answer to a question is proved.
fn assurance(assessment: &Value, question: &str) -> String {
    one(assessment, "questions", question)["assurance"].as_str().unwrap_or("nothing").to_owned()
}

fn status(assessment: &Value, question: &str) -> String {
    one(assessment, "questions", question)["status"].as_str().unwrap().to_owned()
}

fn flag(assessment: &Value, id: &str) -> String {
    one(assessment, "flags", id)["state"].as_str().unwrap().to_owned()
}

fn one<'a>(assessment: &'a Value, list: &str, id: &str) -> &'a Value {
    assessment[list].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap()
}

/// The codes that `duly check` finds, in order.
fn codes(folder: &Path, args: &[&str]) -> Vec<String> {
    duly_on_day(folder, &[&["check", "-f", "json"], args].concat()).codes()
}

/// The files are refused: nothing is judged, the code and words are said, and by `duly check` too.
fn refused(folder: &Path, args: &[&str], code: &str, said: &[&str]) {
    let ran = duly_on_day(folder, &[&["assess"], args].concat());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
    assert!(ran.err.contains(&format!("error[{code}]: ")), "{args:?}: expected {code}\n{}", ran.err);
    said.iter().for_each(|words| assert!(ran.err.contains(words), "{words}: {}", ran.err));
    assert!(codes(folder, args).contains(&code.to_owned()), "{args:?}");
}

/// The file with one text in the place of another, which must be there.
fn with(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replace(old, new)
}

// ---------------------------------------------------------------- reviews

#[test]
fn a_review_beside_the_answers_is_used_but_named_and_warned_about() {
    let root = ours(&[("vendor/v.review.yaml", REVIEW)]);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]);
    assert!(ran.out.contains("our review: v.review.yaml, Security office, 2026-11-10\n"), "{}", ran.out);
    assert!(ran.out.contains(LIES_BESIDE), "{}", ran.out);
    assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire", "review-beside-answers"]);
    let assessment = judged(root.path(), &["vendor/v.yaml"]);
    assert_eq!(assurance(&assessment, "a.mfa"), "verified");
    assert_eq!(assessment["basis"]["review"]["reviewer"], "Security office");
}

#[test]
fn what_the_head_of_a_report_says_of_the_review_is_not_talked_about_again() {
    let root = ours(&[("vendor/v.review.yaml", REVIEW), ("ours.yaml", SMALL)]);
    let talk = |args: &[&str]| {
        let ran = duly_on_day(root.path(), &[args, &["vendor/v.yaml", "--questionnaire", "ours.yaml"]].concat());
        (ran.out.contains("ur review lay beside"), ran.done().err)
    };
    let says = [&["assess"][..], &["explain"], &["export"], &["export", "-f", "html"], &["export", "--for", "board"]];
    for command in says {
        assert_eq!(talk(command), (true, String::new()), "{command:?}");
    }
    let more = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]).done();
    assert_eq!(more.err, "besides, 1 warning: see `duly check vendor/v.yaml --as-of 2026-11-23`\n");
    for command in [&["export", "-f", "json"][..], &["export", "-f", "csv"], &["export", "--for", "vendor"]] {
        let (is_said, talk) = talk(command);
        assert!(!is_said && talk.contains("1 warning: see `duly check vendor/v.yaml"), "{command:?}: {talk}");
    }
    let many = duly_on_day(root.path(), &["assess", "vendor/v.yaml", "vendor", "--questionnaire", "ours.yaml"]).done();
    assert!(many.err.contains("1 warning in 1 file"), "{}", many.err);
}

#[test]
fn answers_and_their_review_are_checked_together_and_each_problem_is_told_once() {
    let late = with(REVIEW, "a.cards: {saw: no", "a.cards: {saw: yes");
    let root = ours(&[("vendor/v.review.yaml", &late), ("vendor/duly.toml", EASY)]);
    let files = ["v.yaml", "v.review.yaml"];
    let expected =
        ["policy-beside-answers", "review-beside-answers", "vendors-own-questionnaire", "verified-other-answer"];
    for order in [files, [files[1], files[0]]] {
        let mut found = codes(&vendor(&root), &order);
        found.sort();
        assert_eq!(found, expected, "{order:?}");
        let text = duly_on_day(vendor(&root), &[&["check"], &order[..]].concat()).done().out;
        expected.iter().for_each(|code| assert_eq!(text.matches(&format!("[{code}]")).count(), 1, "{text}"));
        assert!(!text.contains("no problems found"), "{text}");
        let denied = duly_on_day(vendor(&root), &[&["check", "--deny-warnings"], &order[..]].concat());
        assert_eq!(denied.code, 2);
    }
    root.write("vendor/v.yaml", with(ANSWERS, "a.mfa: yes", "a.mfa: perhaps"));
    let ran = duly_on_day(vendor(&root), &["check", "v.yaml", "v.review.yaml"]);
    assert_eq!((ran.code, ran.out.matches("error[unknown-option]").count()), (2, 1), "{}", ran.out);
}

#[test]
fn without_review_means_without() {
    let root = ours(&[("vendor/v.review.yaml", REVIEW)]);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml", "--no-review"]);
    assert!(ran.out.contains("our review: none") && !ran.out.contains(LIES_BESIDE), "{}", ran.out);
    assert_eq!(assurance(&judged(root.path(), &["vendor/v.yaml", "--no-review"]), "a.mfa"), "claimed");
}

#[test]
fn a_review_that_we_name_is_ours() {
    let root = ours(&[("vendor/v.review.yaml", REVIEW), ("mine.yaml", &with(REVIEW, "Security office", "Our office"))]);
    let args = ["vendor/v.yaml", "--review", "mine.yaml"];
    let ran = duly_on_day(root.path(), &[&["assess"], &args[..]].concat());
    assert!(ran.out.contains("our review: mine.yaml, Our office, ") && !ran.out.contains(LIES_BESIDE), "{}", ran.out);
    assert_eq!(codes(root.path(), &args), ["vendors-own-questionnaire"]);
}

/// What a review beside the answers rejects counts for nothing, whatever it is called and whether another one is used.
#[test]
fn every_review_that_lies_beside_and_is_not_used_is_told() {
    let policy = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n";
    let root = ours(&[("duly.toml", policy), ("reviews/v.review.yaml", REVIEW), ("vendor/old-review.yaml", REVIEW)]);
    let unused = || codes(root.path(), &["vendor/v.yaml"]).iter().filter(|code| *code == "review-not-used").count();
    assert_eq!(unused(), 1, "though one is used");
    root.write("vendor/v.review.yaml", with(REVIEW, "Vendor AB", "VENDOR ab"));
    assert_eq!(unused(), 2);
    root.write("vendor/v.review.yaml", with(REVIEW, "Vendor AB", "Other AB"));
    assert_eq!(unused(), 1, "one of another vendor");
    root.write("vendor/v.review.yaml", "A note on our review.\n");
    assert_eq!(unused(), 1, "a note is none");
    root.write("duly.toml", "format = \"duly/policy@1\"\nreviews = \"vendor\"\n");
    assert_eq!(unused(), 0, "the folder of reviews is that of the answers");
}

#[test]
fn a_review_beside_the_answers_is_ignored_where_the_policy_says_where_reviews_live() {
    let policy = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n";
    let root = ours(&[("vendor/v.review.yaml", REVIEW), ("duly.toml", policy)]);
    refused(root.path(), &["vendor/v.yaml"], "reviews-folder-missing", &["reviews"]);
    root.write("reviews/w.review.yaml", REVIEW);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]);
    assert!(ran.out.contains("our review: none") && !ran.out.contains(LIES_BESIDE), "{}", ran.out);
    assert_eq!(assurance(&judged(root.path(), &["vendor/v.yaml"]), "a.mfa"), "claimed");
    assert_eq!(
        codes(root.path(), &["vendor/v.yaml"]),
        ["vendors-own-questionnaire", "no-review-found", "review-not-used"]
    );
    root.write("reviews/v.review.yaml", with(REVIEW, "Security office", "Our office"));
    for folder in [root.path(), &vendor(&root)] {
        let file = if folder == root.path() { "vendor/v.yaml" } else { "v.yaml" };
        let ran = duly_on_day(folder, &["assess", file]);
        assert!(ran.out.contains("our review: v.review.yaml, Our office, "), "{}", ran.out);
        assert!(!ran.out.contains(LIES_BESIDE), "{}", ran.out);
        assert_eq!(assurance(&judged(folder, &[file]), "a.mfa"), "verified");
    }
}

#[test]
fn a_review_of_another_vendor_is_refused() {
    for name in ["Vendor A", "vendor ab", "Vеndor AB"] {
        let root = ours(&[("vendor/v.review.yaml", &with(REVIEW, "vendor: Vendor AB", &format!("vendor: {name}")))]);
        refused(root.path(), &["vendor/v.yaml"], "review-of-another-vendor", &[name, "Vendor AB"]);
    }
}

#[test]
fn an_answer_that_was_changed_after_it_was_verified_loses_the_verification() {
    let root = ours(&[("mine.yaml", REVIEW)]);
    let args = ["vendor/v.yaml", "--review", "mine.yaml"];
    assert_eq!(assurance(&judged(root.path(), &args), "a.cards"), "verified");
    root.write("vendor/v.yaml", with(ANSWERS, "a.cards: no", "a.cards: yes"));
    let assessment = judged(root.path(), &args);
    assert_eq!(
        (assurance(&assessment, "a.cards"), assurance(&assessment, "a.mfa")),
        ("claimed".into(), "verified".into())
    );
    assert_eq!(codes(root.path(), &args), ["vendors-own-questionnaire", "verified-other-answer"]);
}

#[test]
fn the_same_answer_in_other_words_keeps_the_verification() {
    let root = ours(&[("mine.yaml", REVIEW), ("vendor/v.yaml", &with(ANSWERS, "a.cards: no", "a.cards: \" NO \""))]);
    let assessment = judged(root.path(), &["vendor/v.yaml", "--review", "mine.yaml"]);
    assert_eq!(assurance(&assessment, "a.cards"), "verified");
}

// ---------------------------------------------------------------- policies

#[test]
fn a_policy_in_the_vendors_folder_or_below_is_never_found() {
    let root = ours(&[("vendor/duly.toml", EASY), ("vendor/deep/er/duly.toml", EASY)]);
    let cases = [("vendor", "v.yaml", 1), ("vendor/deep", "../v.yaml", 1), ("vendor/deep/er", "../../v.yaml", 2)];
    for (here, file, skipped) in cases {
        let folder = root.at(here);
        let assessment = judged(&folder, &[file]);
        assert_eq!(
            (&assessment["basis"]["policy"], assessment["overall"]["display"]["assured"].as_str()),
            (&Value::Null, judged(root.path(), &["vendor/v.yaml"])["overall"]["display"]["assured"].as_str())
        );
        let found = codes(&folder, &[file]);
        assert_eq!(found.iter().filter(|code| *code == "policy-beside-answers").count(), skipped, "{here}");
        assert!(duly_on_day(&folder, &["assess", file]).err.contains(&format!("{} warnings", 1 + skipped)), "{here}");
    }
}

#[test]
fn a_policy_above_the_current_folder_is_found_past_the_vendors() {
    let root = ours(&[("vendor/duly.toml", EASY), ("duly.toml", "format = \"duly/policy@1\"\nminimum_coverage = 1\n")]);
    for (here, file) in [("", "vendor/v.yaml"), ("vendor", "v.yaml")] {
        let assessment = judged(&root.at(here), &[file]);
        assert!(assessment["basis"]["policy"]["sha256"].is_string(), "{here}");
        assert_eq!(assessment["coverage"]["provisional"], false, "ours counts");
        assert_eq!(assurance(&assessment, "a.mfa"), "claimed");
    }
}

#[test]
fn a_policy_that_we_name_counts_wherever_it_lies() {
    let root = ours(&[("vendor/duly.toml", EASY)]);
    let assessment = judged(&vendor(&root), &["v.yaml", "--policy", "duly.toml"]);
    assert!(assessment["basis"]["policy"]["sha256"].is_string());
    assert_eq!(codes(&vendor(&root), &["v.yaml", "--policy", "duly.toml"]), ["vendors-own-questionnaire"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_vendors_folder_does_not_hide_whose_policy_it_is() {
    let root = ours(&[("vendor/duly.toml", EASY)]);
    std::os::unix::fs::symlink(vendor(&root), root.at("link")).unwrap();
    let file = root.at("link/v.yaml");
    for here in ["vendor", "link"] {
        let assessment = judged(&root.at(here), &[file.to_str().unwrap()]);
        assert_eq!(assessment["basis"]["policy"], Value::Null, "{here}");
    }
}

// ---------------------------------------------------------------- questionnaires

#[test]
fn a_questionnaire_beside_the_answers_is_named_as_the_vendors() {
    let root = ours(&[("ours.yaml", SMALL)]);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]);
    assert!(ran.out.contains(ITS_OWN), "{}", ran.out);
    assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire"]);
    let args = ["vendor/v.yaml", "--questionnaire", "ours.yaml"];
    assert!(!duly_on_day(root.path(), &[&["assess"], &args[..]].concat()).out.contains(ITS_OWN));
    assert_eq!(codes(root.path(), &args), Vec::<String>::new());
    let line = "! answered are questions from the vendor's own folder (1): v.yaml\n";
    let table = |more: &[&str]| duly_on_day(root.path(), &[&["assess", "vendor"], more].concat()).out;
    assert!(table(&[]).contains(line) && !table(&args[1..]).contains(line), "{}", table(&[]));
    let row = |more: &[&str]| {
        let args = [&["export", "vendor", "--summary", "-f", "csv", "-q"], more].concat();
        let table = duly_on_day(root.path(), &args).out;
        let [names, row] = [0, 1].map(|at| table.lines().nth(at).unwrap().split(',').map(str::to_owned).collect());
        let (names, row): (Vec<String>, Vec<String>) = (names, row);
        let at = names.iter().position(|name| name == "Questions from the vendor's folder").unwrap();
        row[at].clone()
    };
    assert_eq!([row(&[]), row(&args[1..])], ["yes", "no"]);
}

fn accepting(list: &str) -> String {
    format!("format = \"duly/policy@1\"\nquestionnaires = [{list}]\n")
}

#[test]
fn the_policy_decides_which_versions_are_accepted() {
    let [old, new] = ["1.0.0", "1.1.0"].map(|version| {
        let answers = with(ANSWERS, "./small.yaml", &format!("customer-service@{version}"));
        with(&answers, "  a.mfa: yes\n  a.cards: no\n", "  access.mfa: all\n")
    });
    let root = ours(&[("vendor/old.yaml", &old), ("vendor/new.yaml", &new)]);
    let accepted = |list: &str| {
        root.write("duly.toml", accepting(list));
        ["vendor/old.yaml", "vendor/new.yaml"].map(|file| {
            let codes: Vec<_> = codes(root.path(), &[file]);
            let others: Vec<_> = codes.into_iter().filter(|code| code != "older-questionnaire").collect();
            assert!(others.iter().all(|code| code == "questionnaire-not-allowed"), "{others:?}");
            others.is_empty()
        })
    };
    assert_eq!(accepted("\"customer-service\""), [false, true], "without a version the newest only");
    assert_eq!(accepted("\"customer-service@1.0.0\""), [true, false]);
    assert_eq!(accepted("\"customer-service\", \"customer-service@1.0.0\""), [true, true]);
    root.write("duly.toml", accepting("\"customer-service@7.0.0\""));
    let both = ["`customer-service@7.0.0`", "`customer-service@1.1.0`"];
    refused(root.path(), &["vendor/new.yaml"], "unknown-questionnaire", &both);
}

#[test]
fn of_two_versions_of_ours_the_one_that_was_answered_is_asked() {
    let second = with(SMALL, "version: 1.0.0", "version: 2.0.0");
    let root = ours(&[("ours/one.yaml", SMALL), ("ours/two.yaml", &second)]);
    root.write("duly.toml", accepting("\"ours/one.yaml\", \"ours/two.yaml\""));
    for version in ["1.0.0", "2.0.0"] {
        root.write("vendor/v.yaml", with(ANSWERS, "./small.yaml", &format!("small@{version}")));
        assert_eq!(judged(root.path(), &["vendor/v.yaml"])["basis"]["questionnaire"]["version"], version);
    }
    root.write("vendor/v.yaml", with(ANSWERS, "./small.yaml", "small@3.0.0"));
    let both = ["`small@3.0.0`", "`small@1.0.0`"];
    refused(root.path(), &["vendor/v.yaml"], "other-questionnaire", &both);
}

#[test]
fn the_policy_decides_which_questionnaires_are_accepted() {
    let policy = accepting;
    let root = ours(&[("ours/small.yaml", SMALL), ("duly.toml", &policy("\"customer-service\", \"ours/small.yaml\""))]);
    refused(root.path(), &["vendor/v.yaml"], "questionnaire-not-allowed", &["`small@1.0.0`"]);
    refused(&vendor(&root), &["v.yaml"], "questionnaire-not-allowed", &["`small@1.0.0`"]);
    let by_id = with(ANSWERS, "./small.yaml", "small@1.0.0");
    let easier = with(SMALL, "importance: critical", "importance: info");
    root.add(&[("vendor/v.yaml", &by_id), ("vendor/small.yaml", &easier)]);
    let sha = |file: &str| judged(root.path(), &[file])["basis"]["questionnaire"]["sha256"].clone();
    let asked = sha("vendor/v.yaml");
    root.add(&[
        ("vendor/small.yaml", SMALL),
        ("vendor/v.yaml", ANSWERS),
        ("duly.toml", &policy("\"vendor/small.yaml\"")),
    ]);
    assert_eq!(asked, sha("vendor/v.yaml"), "the file that we list was asked, not the easier one");
    root.write("duly.toml", policy("\"ours/small.yaml\""));
    let built_in = with(ANSWERS, "./small.yaml", "customer-service@1.0.0");
    let built_in = with(&built_in, "  a.mfa: yes\n  a.cards: no\n", "  access.mfa: all\n");
    root.write("vendor/v.yaml", &built_in);
    refused(root.path(), &["vendor/v.yaml"], "questionnaire-not-allowed", &["`customer-service@1.0.0`"]);
}

#[test]
fn a_questionnaire_with_a_built_in_id_is_refused() {
    let taken = with(SMALL, "id: small", "id: customer-service");
    let policy = "format = \"duly/policy@1\"\nquestionnaires = [\"customer-service\"]\n";
    for policy in [&[][..], &[("duly.toml", policy)]] {
        let root = ours(&[("vendor/small.yaml", &taken)]);
        root.add(policy);
        refused(root.path(), &["vendor/v.yaml"], "built-in-id", &["`customer-service`"]);
        refused(root.path(), &["vendor/v.yaml", "--questionnaire", "vendor/small.yaml"], "built-in-id", &[]);
    }
}

#[test]
fn answers_to_another_version_are_refused_with_both_versions() {
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@0.9.0\n";
    let root = ours(&[("vendor/v.yaml", answers)]);
    let both = ["`customer-service@0.9.0`", "`customer-service@1.1.0`"];
    refused(root.path(), &["vendor/v.yaml"], "other-questionnaire", &both);
    root.write("vendor/v.yaml", with(ANSWERS, "./small.yaml", "small@2.0.0"));
    let both = ["`small@2.0.0`", "`small@1.0.0`"];
    refused(root.path(), &["vendor/v.yaml", "--questionnaire", "vendor/small.yaml"], "other-questionnaire", &both);
}

/// A vendor's folder whose answers name a questionnaire by a path, with the same questionnaire at hand outside.
fn naming(path: &str) -> Folder {
    let answers = with(ANSWERS, "./small.yaml", &format!("'{path}'"));
    ours(&[("vendor/v.yaml", &answers), ("outside.yaml", SMALL), ("vendor/deep/small.yaml", SMALL)])
}

#[test]
fn a_path_that_leaves_the_vendors_folder_is_refused() {
    let absolute = project().join("tests/nine/small.yaml");
    let climbing = ["../outside.yaml", "deep/../../outside.yaml", "./../outside.yaml", "..\\outside.yaml"];
    let rooted = ["C:\\outside.yaml", "c:outside.yaml", "\\\\server\\outside.yaml", "~/outside.yaml", "/etc/x.yaml"];
    for path in climbing.iter().chain(&rooted).copied().chain(absolute.to_str()) {
        let root = naming(path);
        refused(root.path(), &["vendor/v.yaml"], "bad-path", &[path]);
        refused(&vendor(&root), &["v.yaml"], "bad-path", &[path]);
    }
    for path in ["deep/small.yaml", "./deep/small.yaml", "deep/./small.yaml"] {
        let root = naming(path);
        assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire"], "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_vendors_folder_is_refused() {
    use std::os::unix::fs::symlink;
    for target in ["../outside.yaml", "/dev/zero", "/dev/stdin"] {
        let root = naming("link.yaml");
        symlink(target, vendor(&root).join("link.yaml")).unwrap();
        refused(root.path(), &["vendor/v.yaml"], "bad-path", &["link.yaml"]);
    }
    let root = naming("linked/outside.yaml");
    symlink("..", vendor(&root).join("linked")).unwrap();
    refused(root.path(), &["vendor/v.yaml"], "bad-path", &["linked/outside.yaml"]);
    let root = naming("link.yaml");
    symlink("deep/small.yaml", vendor(&root).join("link.yaml")).unwrap();
    assert_eq!(
        codes(root.path(), &["vendor/v.yaml"]),
        ["vendors-own-questionnaire"],
        "a link that stays inside is fine"
    );
}

#[cfg(unix)]
#[test]
fn only_regular_files_are_opened() {
    let root = naming("pipe.yaml");
    root.make_pipe("vendor/pipe.yaml");
    refused(root.path(), &["vendor/v.yaml"], "not-a-file", &["pipe.yaml"]);
    let root = naming("folder.yaml");
    root.make("vendor/folder.yaml");
    refused(root.path(), &["vendor/v.yaml"], "not-a-file", &["folder.yaml"]);
    refused(root.path(), &["vendor"], "not-a-file", &["vendor"]);
    refused(root.path(), &["/dev/zero"], "not-a-file", &["/dev/zero"]);
    let root = naming("small.yaml");
    refused(root.path(), &["vendor/v.yaml", "--questionnaire", "/dev/zero"], "not-a-file", &["/dev/zero"]);
    root.make_pipe("vendor/v.review.yaml");
    refused(root.path(), &["vendor/v.yaml"], "not-a-file", &["v.review.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_answers_or_review_leads_no_writing_elsewhere() {
    use std::os::unix::fs::symlink;
    const NOTES: &str = "what: notes of ours\n";
    for (link, command) in [("v.yaml", &["record", "vendor/v.yaml", "a.mfa=no"][..]), ("v.review.yaml", &["review"])] {
        let root = ours(&[("notes.yaml", NOTES)]);
        let _ = std::fs::remove_file(vendor(&root).join(link));
        symlink("../notes.yaml", vendor(&root).join(link)).unwrap();
        let file = if link == "v.yaml" { &[][..] } else { &["vendor/v.yaml"] };
        let ran = duly_on_day(root.path(), &[command, file].concat());
        assert!(ran.code == 2 && ran.err.contains("error[no-format]"), "{link}: {}", ran.err);
        assert_eq!(root.read("notes.yaml"), NOTES, "{link}");
    }
    let root = ours(&[]);
    let review = vendor(&root).join("v.review.yaml");
    symlink("../new.yaml", &review).unwrap();
    told(command(&root, &["review", "vendor/v.yaml", "--plain"]), "Our office\n!\n").done();
    assert!(!root.at("new.yaml").exists(), "a link to nothing is replaced, not followed");
    assert!(review.is_file() && !review.is_symlink());
}

/// A vendor's questionnaire whose one category is said to be a file.
fn with_category(path: &str) -> Folder {
    let category = "format: duly/category@1\nid: a\ntitle: Access\n\
        questions: [{id: mfa, ask: X?, importance: low, answer: yes-no}, {id: cards, ask: Y?, importance: low, \
        answer: yes-no}]\n";
    let main =
        format!("format: duly/questionnaire@1\nid: split\nversion: 1.0.0\ntitle: Split\ncategories: ['{path}']\n");
    ours(&[("vendor/small.yaml", &main), ("a.yaml", category), ("vendor/deep/a.yaml", category)])
}

#[test]
fn category_files_lie_in_the_questionnaires_own_folder() {
    let root = with_category("deep/a.yaml");
    assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire"]);
    for path in ["../a.yaml", "deep/../../a.yaml", "/etc/passwd", "~/a.yaml", "C:\\a.yaml"] {
        let root = with_category(path);
        refused(root.path(), &["vendor/v.yaml"], "bad-path", &[path]);
        assert_eq!(codes(root.path(), &["vendor/small.yaml"]), ["bad-path"], "{path}");
    }
}

#[cfg(unix)]
#[test]
fn category_files_are_regular_and_no_links_to_the_outside() {
    let root = with_category("link.yaml");
    std::os::unix::fs::symlink("../a.yaml", vendor(&root).join("link.yaml")).unwrap();
    refused(root.path(), &["vendor/v.yaml"], "bad-path", &["link.yaml"]);
    let root = with_category("pipe.yaml");
    root.make_pipe("vendor/pipe.yaml");
    refused(root.path(), &["vendor/v.yaml"], "not-a-file", &["pipe.yaml"]);
}

// ---------------------------------------------------------------- evidence and answers

/// The vendor's answers, with the second factor proved by a document with these keys, and a file of that name.
fn proved_by(keys: &str) -> Folder {
    let answer = format!("a.mfa: {{answer: yes, evidence: [{{title: Screenshot, kind: policy, {keys}}}]}}");
    ours(&[("vendor/v.yaml", &with(ANSWERS, "a.mfa: yes", &answer)), ("vendor/screen.png", "S"), ("screen.png", "S")])
}

#[test]
fn a_vendors_own_document_counts_as_documented_at_most() {
    let dated = "issued: 2026-11-01";
    let cases = [
        ("issued: 2026-11-01, location: screen.png", "documented"),
        ("issued: 2026-11-23, location: 'https://vendor.example/screen'", "claimed"),
        ("valid_until: 2026-11-23, location: screen.png", "claimed"),
        ("issued: 2026-11-01, valid_until: 2026-11-22, location: screen.png", "expired"),
        ("issued: 2026-11-24, location: screen.png", "claimed"),
        (dated, "claimed"),
        ("location: screen.png", "claimed"),
        ("issued: 2026-11-01, location: ''", "claimed"),
        ("issued: 2026-11-01, location: ../screen.png", "claimed"),
        ("issued: 2026-11-01, location: /etc/passwd", "claimed"),
        ("issued: 2026-11-01, location: 'deep/../../screen.png'", "claimed"),
        ("issued: 2026-11-01, location: 'file:///etc/passwd'", "claimed"),
        ("issued: 2026-11-01, location: 'C:\\screen.png'", "claimed"),
        ("issued: 2026-11-01, location: '\\\\server\\screen.png'", "claimed"),
        ("issued: 2026-11-01, location: '~/screen.png'", "claimed"),
    ];
    for (keys, expected) in cases {
        assert_eq!(assurance(&judged(proved_by(keys).path(), &["vendor/v.yaml"]), "a.mfa"), expected, "{keys}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_never_opened() {
    let root = proved_by("issued: 2026-11-01, location: pipe.pdf");
    root.make_pipe("vendor/pipe.pdf");
    assert_eq!(assurance(&judged(root.path(), &["vendor/v.yaml"]), "a.mfa"), "claimed", "opening a pipe would hang");
    let root = proved_by("issued: 2026-11-01, location: link.pdf");
    std::os::unix::fs::symlink("/dev/zero", vendor(&root).join("link.pdf")).unwrap();
    assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire", "evidence-is-link"]);
}

#[test]
fn evidence_dated_tomorrow_counts_tomorrow() {
    let root = proved_by("issued: 2026-11-24, location: screen.png");
    assert_eq!(codes(root.path(), &["vendor/v.yaml"]), ["vendors-own-questionnaire", "evidence-from-the-future"]);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]);
    assert!(!ran.out.contains("documented and not verified"), "{}", ran.out);
}

#[test]
fn keys_of_a_review_are_refused_in_answers() {
    let head = [
        "inherent_risk: {data: contact}",
        "reviewer: Security office",
        "reviewed: 2026-11-10",
        "client: Exempelhandeln AB",
        "decision: {outcome: approved, by: CISO, on: 2026-11-10}",
        "waivers: [{flag: no-mfa, by: CISO, until: 2027-01-01, because: Soon.}]",
        "verified: [a.mfa]",
    ];
    let entry = [
        "verified: [{title: Seen}]",
        "saw: yes",
        "not_applicable: accepted",
        "because: It is so.",
        "assurance: verified",
        "value: 100",
    ];
    let of_entry = |keys: &&str| with(ANSWERS, "a.mfa: yes", &format!("a.mfa: {{answer: yes, {keys}}}"));
    let all = head.iter().map(|keys| format!("{ANSWERS}{keys}\n")).chain(entry.iter().map(of_entry));
    for text in all {
        let root = ours(&[("vendor/v.yaml", &text)]);
        refused(root.path(), &["vendor/v.yaml"], "unknown-key", &[]);
    }
    let of_item = proved_by("issued: 2026-11-01, location: a.png, verified: true");
    refused(of_item.path(), &["vendor/v.yaml"], "unknown-key", &["`verified`"]);
}

#[test]
fn a_file_is_never_both_answers_and_review() {
    let root = ours(&[("vendor/v.review.yaml", ANSWERS)]);
    refused(root.path(), &["vendor/v.yaml"], "wrong-format", &["duly/answers@1", "duly/review@1"]);
    let root = ours(&[("vendor/v.yaml", REVIEW)]);
    let ran = duly_on_day(root.path(), &["assess", "vendor/v.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[wrong-format]"), "{}", ran.err);
}

#[test]
fn two_answers_to_one_question_are_refused() {
    for second in ["a.mfa: no", "\"a.mfa\": no", "'a.mfa': yes", "a.mfa:", "\"a\\u002emfa\": no", "? a.mfa\n  : no"] {
        let root = ours(&[("vendor/v.yaml", &format!("{ANSWERS}  {second}\n"))]);
        refused(root.path(), &["vendor/v.yaml"], "duplicate-key", &["`a.mfa`"]);
    }
    let twice = format!("{ANSWERS}answers:\n  a.mfa: no\n");
    refused(ours(&[("vendor/v.yaml", &twice)]).path(), &["vendor/v.yaml"], "duplicate-key", &["`answers`"]);
    for near in ["A.mfa: no", "\"a.mfa \": no", "\"a.mfa\\u200b\": no"] {
        let root = ours(&[("vendor/v.yaml", &format!("{ANSWERS}  {near}\n"))]);
        refused(root.path(), &["vendor/v.yaml"], "unknown-question", &[]);
    }
}

#[test]
fn not_applicable_never_switches_off_a_gate() {
    let cases = [
        ("n/a", "na_pending", "scope_unknown"),
        ("{answer: n/a, comment: We have no cards.}", "na", "scope_unknown"),
        ("unknown", "unanswered", "scope_unknown"),
        ("yes", "answered", "answered"),
        ("no", "answered", "out_of_scope"),
    ];
    for (answer, gate, gated) in cases {
        let text = with(ANSWERS, "a.cards: no", &format!("a.cards: {answer}\n  a.card-log: no"));
        let root = ours(&[("vendor/v.yaml", &text), ("mine.yaml", REVIEW)]);
        let assessment = judged(root.path(), &["vendor/v.yaml", "--no-review"]);
        assert_eq!(
            (status(&assessment, "a.cards"), status(&assessment, "a.card-log")),
            (gate.into(), gated.into()),
            "{answer}"
        );
    }
    let accepted = "  a.cards: {not_applicable: accepted, because: Confirmed.}\n";
    let review = format!("{}{accepted}", REVIEW.split_once("  a.cards").unwrap().0);
    let text = with(ANSWERS, "a.cards: no", "a.cards: {answer: n/a, comment: No cards.}\n  a.card-log: no");
    let root = ours(&[("vendor/v.yaml", &text), ("mine.yaml", &review)]);
    let assessment = judged(root.path(), &["vendor/v.yaml", "--review", "mine.yaml"]);
    assert_eq!(status(&assessment, "a.card-log"), "out_of_scope", "only our acceptance switches it off");
}

#[test]
fn not_applicable_never_clears_a_red_flag() {
    for (answer, state) in [
        ("n/a", "open"),
        ("{answer: n/a, comment: No.}", "open"),
        ("unknown", "open"),
        ("no", "triggered"),
        ("yes", "clear"),
    ] {
        let root = ours(&[("vendor/v.yaml", &with(ANSWERS, "a.mfa: yes", &format!("a.mfa: {answer}")))]);
        assert_eq!(flag(&judged(root.path(), &["vendor/v.yaml"]), "no-mfa"), state, "{answer}");
    }
}

#[test]
fn what_is_at_stake_is_never_for_the_vendor_to_say() {
    let text = with(ANSWERS, "  a.mfa: yes\n", "  a.mfa: yes\n  inherent_risk.data: contact\n");
    refused(
        ours(&[("vendor/v.yaml", &text)]).path(),
        &["vendor/v.yaml"],
        "unknown-question",
        &["`inherent_risk.data`"],
    );
    let assessment = judged(ours(&[]).path(), &["vendor/v.yaml"]);
    assert_eq!(assessment["inherent_risk"]["highest"], "critical", "what nobody of ours stated may be the worst");
}
