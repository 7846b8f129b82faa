//! A form that comes back is held against the form that was sent.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{Folder, duly, root};

/// What only a form that came back can do wrong.
pub const FORM_CODES: [&str; 8] = [
    "form-in-other-language",
    "form-not-back",
    "form-text-changed",
    "other-form",
    "other-questionnaire-sent",
    "proposals-changed",
    "question-gone",
    "written-in-comment",
];

/// A folder with a form that was sent, and our review that says so.
fn sent(lang: &str) -> Folder {
    let desk = Folder::new();
    let stakes = "data=special,systems=ours";
    let made = duly(&desk, &["new", "--vendor", "V AB", "--inherent", stakes, "-o", "v.yaml", "--lang", lang]);
    made.done();
    desk
}

/// Code, line and message of every warning about the form as it is.
fn told(desk: &Folder, more: &[&str]) -> Vec<(String, u64, String)> {
    let args = [&["check", "v.yaml", "-f", "json"], more].concat();
    let found: Value = serde_json::from_str(&duly(desk, &args).out).unwrap();
    let found = found.as_array().unwrap().iter().map(|problem| {
        let text = |key: &str| problem[key].as_str().unwrap().to_owned();
        (text("code"), problem["line"].as_u64().unwrap_or(0), text("message"))
    });
    found.filter(|(code, ..)| !["review-beside-answers"].contains(&code.as_str())).collect()
}

/// What is told once the form is changed.
fn after(lang: &str, change: impl Fn(&str) -> String) -> Vec<(String, u64, String)> {
    let desk = sent(lang);
    let before = desk.read("v.yaml");
    let changed = change(&before);
    assert_ne!(changed, before, "nothing was changed");
    desk.write("v.yaml", changed);
    told(&desk, &[])
}

fn codes(found: &[(String, u64, String)]) -> Vec<&str> {
    found.iter().map(|(code, ..)| code.as_str()).collect()
}

/// Takes a question with its lines out of a form.
fn without(text: &str, id: &str) -> String {
    let key = format!("  {id}:\n");
    let (before, rest) = text.split_once(&key).unwrap();
    let rest: String = rest.split_inclusive('\n').skip_while(|line| line.starts_with("    ")).collect();
    format!("{before}{rest}")
}

#[test]
fn our_review_says_what_was_sent_and_the_form_names_itself() {
    for lang in ["en", "sv"] {
        let desk = sent(lang);
        let [form, review] = ["v.yaml", "v.review.yaml"].map(|name| desk.read(name));
        let named = form.lines().find_map(|line| line.strip_prefix("filled: {form: ")).unwrap().trim_end_matches('}');
        assert_eq!(named.len(), 64);
        let noted = format!("form: {named}\n");
        assert!(review.contains(&noted) && review.contains(&format!("    lang: {lang}\n")), "{review}");
        assert!(review.contains("  - questionnaire: customer-service@"), "{review}");
        assert_eq!(told(&desk, &[]), [], "it came back as it was sent");
        let other = duly(
            &desk,
            &["new", "--vendor", "W AB", "--inherent", "data=special,systems=ours", "-o", "w.yaml", "--lang", lang],
        );
        other.done();
        assert!(desk.read("w.review.yaml").contains(&noted), "to whom it is sent does not matter");
    }
}

#[test]
fn where_no_review_is_written_it_is_said_what_to_note() {
    let desk = Folder::new();
    let said = duly(&desk, &["new", "--vendor", "V AB", "-o", "v.yaml"]).done().err;
    let form = desk.read("v.yaml");
    let named = form.lines().find_map(|line| line.strip_prefix("filled: {form: ")).unwrap().trim_end_matches('}');
    let line = said.lines().find(|line| line.contains("noted in no review")).unwrap();
    let (_, noted) = line.split_once("our review: ").unwrap();
    assert!(noted.contains(named), "{said}");
    let head = "format: duly/review@1\nvendor: V AB\nreviewer: R\nreviewed: 2026-11-20\n";
    desk.write("v.review.yaml", format!("{head}{noted}\n"));
    assert_eq!(told(&desk, &["--review", "v.review.yaml"]), []);
}

#[test]
fn questions_that_are_gone_or_renamed_are_told() {
    let gone = after("en", |form| without(&without(form, "access.mfa"), "encryption.in-transit"));
    assert_eq!(codes(&gone), ["question-gone"]);
    assert!(gone[0].2.contains("(2): access.mfa, encryption.in-transit"), "{gone:?}");
    let desk = Folder::new();
    duly(&desk, &["new", "--vendor", "V AB", "-o", "v.yaml"]).done();
    desk.write("v.yaml", desk.read("v.yaml").replace("\n  access.mfa:\n", "\n  access.mfaa:\n"));
    let renamed = told(&desk, &[]);
    assert_eq!(codes(&renamed), ["question-gone", "unknown-question"], "{renamed:?}");
}

#[test]
fn where_answers_stand_alone_what_is_not_there_was_not_answered() {
    let desk = sent("en");
    duly(&desk, &["record", "v.yaml", "access.mfa=all"]).done();
    duly(&desk, &["import", "v.yaml", "-o", "short.yaml"]).done();
    desk.write("short.review.yaml", desk.read("v.review.yaml"));
    let codes = duly(&desk, &["check", "short.yaml", "-f", "json"]).codes();
    assert_eq!(codes, ["review-beside-answers"]);
    // a form that was stripped of its explanations still leaves something blank
    let short = desk.read("short.yaml");
    for blank in
        ["  access.rbac:\n", "  access.rbac:\n    answer:\n", "  access.rbac: {answer: , comment: '', evidence: []}\n"]
    {
        desk.write("short.yaml", format!("{short}{blank}"));
        let codes = duly(&desk, &["check", "short.yaml", "-f", "json"]).codes();
        assert_eq!(codes, ["review-beside-answers", "question-gone"], "{blank}");
    }
}

#[test]
fn what_import_wrote_short_accuses_nobody_of_having_deleted_questions() {
    let desk = sent("en");
    let form = desk.read("v.yaml");
    let answer = |form: &str, id: &str, said: &str| {
        let key = format!("\n  {id}:\n    answer:");
        assert!(form.contains(&key), "{id}");
        form.replacen(&key, &format!("{key} {said}"), 1)
    };
    let filled = answer(&answer(&form, "access.mfa", "all"), "access.rbac", "sort of");
    let filled = filled.replacen(
        "\n  encryption.cards:\n    answer:\n    comment: |\n",
        "\n  encryption.cards:\n    answer:\n    comment: |\n      Being looked at.\n",
        1,
    );
    desk.write("back.yaml", &filled);
    desk.write("back.review.yaml", desk.read("v.review.yaml"));
    assert_eq!(duly(&desk, &["import", "back.yaml", "-o", "short.yaml"]).code, 2, "one of them is not understood");
    let short = desk.read("short.yaml");
    assert!(short.contains("sort of") && short.contains("Being looked at."), "{short}");
    assert!(short.contains("    answer:\n"), "left open: {short}");
    desk.write("short.review.yaml", desk.read("v.review.yaml"));
    let codes = duly(&desk, &["check", "short.yaml", "-f", "json"]).codes();
    assert_eq!(codes, ["answers-undated", "review-beside-answers"]);
    // what came back to import was the form itself, and that is held against what was sent
    desk.write("back.yaml", without(&answer(&form, "access.mfa", "all"), "access.rbac"));
    desk.write("less.review.yaml", desk.read("v.review.yaml"));
    let said = duly(&desk, &["import", "back.yaml", "-o", "less.yaml"]);
    assert!(said.err.contains("warning[question-gone]"), "{}", said.err);
}

#[test]
fn what_is_written_into_the_explanations_is_told_where_it_stands() {
    let line_of = |form: &str, part: &str| form.lines().position(|line| line.contains(part)).unwrap() as u64 + 1;
    for (mark, shown) in
        [("  # X all ", "X all"), ("  #  [x] all ", "[x] all"), ("  #   -> all ", "-> all"), ("  # ✓all ", "✓all")]
    {
        let desk = sent("en");
        let form = desk.read("v.yaml").replacen("  #   all ", mark, 1);
        let line = line_of(&form, mark);
        desk.write("v.yaml", form);
        let found = told(&desk, &[]);
        assert_eq!(codes(&found), ["written-in-comment"], "{found:?}");
        assert_eq!(found[0].1, line);
        assert!(found[0].2.contains(shown), "{found:?}");
    }
    let remark = after("sv", |form| form.replacen("  access.mfa:\n", "  # Vi har Okta.\n  access.mfa:\n", 1));
    assert_eq!(codes(&remark), ["written-in-comment"]);
    assert!(remark[0].2.contains("`Vi har Okta.`"), "{remark:?}");
    let behind =
        after("en", |form| form.replacen("  access.mfa:\n    answer:\n", "  access.mfa:\n    answer:  # all\n", 1));
    assert_eq!(codes(&behind), ["written-in-comment"], "{behind:?}");
    assert!(behind[0].2.contains("`all`"), "{behind:?}");
    let blank = "  access.mfa:\n    answer:\n    comment: |\n    evidence: []\n";
    let behind = after("en", |form| form.replacen(blank, "  access.mfa:  # all of them\n", 1));
    assert_eq!(codes(&behind), ["written-in-comment"], "{behind:?}");
}

#[test]
fn a_question_or_an_option_with_other_words_is_told() {
    let desk = sent("en");
    let form = desk.read("v.yaml");
    let at = form.find("· access.mfa\n").unwrap();
    let ask = form[at..].lines().nth(1).unwrap().trim_start_matches("  # ").to_owned();
    let replaced = form.replacen(&ask, "Could you offer a second factor if somebody asked for one?", 1);
    desk.write("v.yaml", replaced);
    let found = told(&desk, &[]);
    assert_eq!(codes(&found), ["form-text-changed"], "{found:?}");
    assert!(found[0].2.contains("access.mfa"), "{found:?}");
    let blank = "  access.mfa:\n    answer:\n    comment: |\n    evidence: []\n";
    let listed = "  access.mfa:\n    answer: all\n    evidence:\n      - {title: A, issued: 2026-10-01}\n";
    let asked = "How closely is access tied to roles";
    let below_a_list = after("en", |form| form.replacen(blank, listed, 1).replacen(asked, "Could we hear some day", 1));
    let changed = below_a_list.iter().find(|(code, ..)| code == "form-text-changed");
    assert!(changed.is_some_and(|(_, _, message)| message.contains("access.rbac")), "{below_a_list:?}");
    let edited = after("en", |form| form.replacen("  #   all ", "  #   all  or nearly ", 1));
    assert!(["form-text-changed", "written-in-comment"].contains(&codes(&edited)[0]), "{edited:?}");
}

#[test]
fn a_form_that_an_editor_saved_anew_is_the_same_form() {
    let desk = sent("sv");
    let form = desk.read("v.yaml");
    let lines = form.lines();
    let trailing: String = lines.clone().map(|line| format!("{line}  \n")).collect();
    let bare: String =
        lines.clone().filter(|line| !line.trim_start().starts_with('#')).map(|line| format!("{line}\n")).collect();
    let mut narrow = String::new();
    for line in lines {
        match line.strip_prefix("  # ") {
            None => writeln!(narrow, "{line}").unwrap(),
            Some(said) => said.split_whitespace().for_each(|word| writeln!(narrow, "  # {word}").unwrap()),
        }
    }
    for (name, changed) in
        [("CRLF", form.replace('\n', "\r\n")), ("blanks", trailing), ("bare", bare), ("narrow", narrow)]
    {
        desk.write("v.yaml", changed);
        assert_eq!(told(&desk, &[]), [], "{name}");
    }
}

#[test]
fn another_form_another_language_and_another_questionnaire_are_told() {
    let desk = sent("en");
    let elsewhere = sent("sv");
    desk.write("v.yaml", elsewhere.read("v.yaml"));
    assert_eq!(codes(&told(&desk, &[])), ["form-in-other-language"]);
    duly(&desk, &["new", "--vendor", "V AB", "-o", "other.yaml"]).done();
    desk.write("v.yaml", desk.read("other.yaml"));
    assert_eq!(codes(&told(&desk, &[])), ["other-form"], "one that leaves nothing out");
    let other = after("en", |form| form.to_owned() + "\n");
    assert_eq!(other, []);
    let desk = sent("en");
    desk.write(
        "v.review.yaml",
        desk.read("v.review.yaml")
            .replace("questionnaire: customer-service@1.1.0", "questionnaire: customer-service@1.0.0"),
    );
    assert_eq!(codes(&told(&desk, &[])), ["other-questionnaire-sent"]);
    let unmet = |desk: &Folder| {
        let ran = duly(desk, &["assess", "v.yaml", "--review", "v.review.yaml", "--fail-on", "critical"]);
        (ran.code, ran.err.contains("the questionnaire that our review says was sent must be the one that is answered"))
    };
    assert_eq!((unmet(&desk), unmet(&sent("en")).1), ((1, true), false), "answers to other questions pass no gate");
}

#[test]
fn without_a_review_a_form_is_held_against_what_it_says_it_is() {
    let desk = Folder::new();
    duly(&desk, &["new", "--vendor", "V AB", "-o", "v.yaml", "--lang", "sv"]).done();
    assert_eq!(told(&desk, &["--no-review"]), []);
    desk.write("v.yaml", without(&desk.read("v.yaml"), "access.mfa"));
    assert_eq!(codes(&told(&desk, &["--no-review"])), ["question-gone"]);
    let by_hand = "format: duly/answers@1\nvendor: {name: V AB}\nquestionnaire: customer-service@1.1.0\n\
        answered: 2026-11-02\nanswers:\n  # X all of them, says IT\n  access.mfa: all\n";
    desk.write("v.yaml", by_hand);
    assert_eq!(told(&desk, &["--no-review"]), [], "a file by hand is no form");
}

/// The vendor is told of it where it is asked to mend the file.
#[test]
fn a_letter_that_asks_to_mend_names_what_stands_in_the_comments() {
    let desk = Folder::new();
    duly(&desk, &["new", "--vendor", "V AB", "-o", "v.yaml"]).done();
    let form = desk.read("v.yaml");
    let (before, behind) = form.split_at(form.find("  access.mfa:\n").unwrap());
    let behind = behind.replacen("    answer:", "    answer:all", 1);
    desk.write("v.yaml", format!("{before}  # X all of them, says IT\n{behind}"));
    let letter = duly(&desk, &["export", "v.yaml", "--for", "vendor", "--no-review"]);
    assert_eq!(letter.code, 2, "{}", letter.err);
    for told in ["there is no space after the colon", "says IT", "an answer behind `answer:`, anything else below"] {
        assert!(letter.out.contains(told), "{told}:\n{}", letter.out);
    }
}

#[test]
fn the_examples_came_back_as_they_were_sent() {
    for name in ["nordkontakt", "nordkontakt-2025", "billigsvar", "allyes", "halvklar"] {
        let found = duly(root(), &["check", &format!("examples/{name}.yaml"), "-f", "json"]);
        assert!(FORM_CODES.iter().all(|code| !found.out.contains(code)), "{name}: {}", found.out);
    }
}
