//! A fact of a judgement is one, whoever tells it: screen, Markdown, page, tables, JSON, board, letter, explanation,
//! comparison, warnings and dialogues, all asked about the same case.

use serde_json::Value;

use crate::support::{DAY, Folder, command, files_below, root, run, told};

/// Two questions of equal weight; of a category, a fifth may be n/a without our approval.
const TWO: &str = "\
format: duly/questionnaire@1
id: two
version: 1.0.0
title: Two
categories:
  - id: a
    title: House
    questions:
      - {id: door, ask: Is the door locked?, weight: 1, answer: yes-no}
      - {id: roof, ask: Is the roof tight?, weight: 1, answer: yes-no}
";

/// Every way in which an n/a is without effect, and one that is left out.
const PENDING: &str = "\
format: duly/questionnaire@1
id: pending
version: 1.0.0
title: Pending
categories:
  - id: a
    title: House
    questions:
      - {id: always, ask: Is the door locked?, weight: 1, answer: yes-no, not_applicable: forbidden}
      - {id: refused, ask: Is the roof tight?, weight: 1, answer: yes-no}
      - {id: silent, ask: Does the cellar stay dry?, weight: 1, answer: yes-no}
      - {id: asked, ask: Who keeps the keys?, weight: 1, answer: yes-no, not_applicable: approval}
      - {id: within, ask: Are there bars at windows?, weight: 1, answer: yes-no}
      - {id: said, ask: Has a fence been built?, weight: 5, answer: yes-no}
";

const BEYOND: &str = "not applicable beyond our limit, awaits our approval";

/// A folder with a questionnaire of ours, answers, and our reviews.
struct Desk(Folder);

/// A text on one line, so that nothing depends on where lines break.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Desk {
    fn new(questionnaire: &str) -> Desk {
        Desk(Folder::with(&[("q.yaml", questionnaire)]))
    }

    /// Answers of a vendor, without the head of the file.
    fn answers(&self, name: &str, vendor: &str, lines: &str) {
        let head = format!("format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: ./q.yaml\n");
        self.0.write(name, format!("{head}answered: 2026-11-02\n{lines}"));
    }

    /// The same answers, given again on another day.
    fn again(&self, name: &str, later: &str) {
        self.0.write(later, self.0.read(name).replace("2026-11-02", "2026-11-20"));
    }

    fn review(&self, name: &str, vendor: &str, answers: &str) {
        let head = format!("format: duly/review@1\nvendor: {vendor}\nreviewer: Security office\n");
        self.0.write(name, format!("{head}reviewed: 2026-11-10\nanswers:\n{answers}"));
    }

    /// What a dialogue says to lines that are typed.
    fn hear(&self, args: &[&str], typed: &str) -> String {
        let args = [args, &["--questionnaire", "q.yaml"]].concat();
        on_one_line(&told(command(&self.0, &args), typed).said())
    }

    fn say(&self, args: &[&str]) -> String {
        on_one_line(&run(command(&self.0, &[args, &["--questionnaire", "q.yaml", "--as-of", DAY]].concat())).out)
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.say(&[args, &["-f", "json"]].concat())).unwrap()
    }

    /// Everything that is told about one vendor, each with its name.
    fn everything(&self, file: &str, question: &str) -> Vec<(&'static str, String)> {
        let ways: [(&str, &[&str]); 10] = [
            ("screen", &["assess", file]),
            ("whole screen", &["assess", file, "--all"]),
            ("Markdown", &["export", file]),
            ("page", &["export", file, "-f", "html"]),
            ("table", &["export", file, "-f", "csv"]),
            ("JSON", &["export", file, "-f", "json"]),
            ("board", &["export", file, "--for", "board"]),
            ("letter", &["export", file, "--for", "vendor"]),
            ("points", &["explain", file]),
            ("question", &["explain", file, question]),
        ];
        ways.map(|(name, args)| (name, self.say(args))).to_vec()
    }
}

/// Who tells some words, whether or not they begin a sentence.
fn holds(told: &[(&'static str, String)], words: &str) -> Vec<&'static str> {
    let (first, rest) = words.split_at(1);
    let capital = first.to_uppercase() + rest;
    told.iter().filter(|(_, text)| text.contains(words) || text.contains(&capital)).map(|(name, _)| *name).collect()
}

/// Markdown without emphasis, code and links.
fn plain(markdown: &str) -> String {
    let bare = markdown.replace(['*', '`', '['], "");
    let links = bare.split("](#").enumerate();
    links.map(|(at, part)| if at == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) }).collect()
}

fn beyond_the_cap() -> Desk {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers:\n  a.door: yes\n  a.roof: {answer: n/a, comment: There is none.}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: yes, a.roof: yes}\n");
    desk
}

// ---------------------------------------------------------------- what is open

#[test]
fn an_na_beyond_the_cap_awaits_our_approval_and_is_nowhere_unanswered() {
    let desk = beyond_the_cap();
    let told = desk.everything("a.yaml", "a.roof");
    let counted = "medium to critical, 1 of 2 awaiting our approval";
    assert_eq!(holds(&told, counted), ["screen", "whole screen", "Markdown", "page", "JSON", "board", "points"]);
    let way = "accept that 1 question does not apply, or have it answered";
    assert_eq!(holds(&told, way), ["screen", "whole screen", "Markdown", "page", "JSON", "board", "points"]);
    assert_eq!(holds(&told, BEYOND), ["whole screen", "Markdown", "page", "table", "JSON", "question"]);
    let demand = "have it answered, or accept that it does not apply (it is then left out): Is the roof tight?";
    assert_eq!(holds(&told, demand), ["Markdown", "page", "JSON", "question"]);
    let step = "we accept that it does not apply, or have it answered: “Is the roof tight?”";
    assert_eq!(holds(&told, step), ["screen", "whole screen"]);
    for untrue in ["unanswered", "answer missing", "ask: Is the roof tight?", "Open questions for the vendor"] {
        assert_eq!(holds(&told, untrue), [""; 0], "{untrue}");
    }
    assert_eq!(holds(&told, "1 of 2 open"), ["screen", "whole screen"], "it is open: a part of it is not known");
    assert_eq!(holds(&told, "What awaits our approval"), ["Markdown", "page"]);
    let letter = &told.iter().find(|(name, _)| *name == "letter").unwrap().1;
    assert!(!letter.contains("a.roof"), "the vendor has said what it has to say: {letter}");
}

#[test]
fn of_an_na_beyond_the_cap_programs_read_the_status_and_why_it_is_open() {
    let desk = beyond_the_cap();
    let json = desk.json(&["export", "a.yaml"]);
    let roof = &json["questions"][1];
    assert_eq!((roof["status"].as_str(), roof["open"].as_str()), (Some("na"), Some("na_beyond_cap")));
    assert_eq!((roof["unknown"].as_str(), roof["standing"].as_str()), (Some("75/2"), Some(BEYOND)));
    assert_eq!(json["questions"][0]["open"], Value::Null);
    assert_eq!(json["fixes"][0]["id"], "a.roof");
    assert_eq!(json["fixes"][0]["kind"], "approval_missing");
}

#[test]
fn a_comparison_says_that_what_is_said_not_to_apply_moves_the_score() {
    let desk = beyond_the_cap();
    let why = "Effect of what is said not to apply: Alfa −22.5, Beta +0.0.";
    let roof = format!("Alfa: {BEYOND}; Beta: claim only");
    for format in ["text", "markdown", "html"] {
        let told = desk.say(&["diff", "a.yaml", "b.yaml", "-f", format]);
        assert!(told.contains(why) && told.contains(&roof), "{format}: {told}");
        assert!(told.contains("Nothing differs on the questions that count for both."), "{format}");
        for untrue in ["not being asked the same", "Nothing that counts differs", "unanswered"] {
            assert!(!told.contains(untrue), "{format}: {untrue}");
        }
    }
    let pair = &desk.json(&["diff", "a.yaml", "b.yaml"])["pairs"][0];
    let left_out = serde_json::json!([{"id": "a.roof", "A": "na", "B": "answered"}]);
    assert_eq!((&pair["not_compared"], &pair["scope_effect"]["A"]), (&left_out, &Value::from("-45/2")));
    assert_eq!(pair["by_question"], serde_json::json!([]), "it is no part of what is compared");
}

#[test]
fn what_was_not_asked_and_what_does_not_apply_are_told_apart() {
    let gated = "Is the roof tight?, weight: 1, answer: yes-no, when: {a.door: [\"yes\"]}}";
    let cellar = "      - {id: cellar, ask: Is it dry?, weight: 2, answer: yes-no}";
    let asked = TWO.replace("Is the roof tight?, weight: 1, answer: yes-no}", &format!("{gated}\n{cellar}"));
    let desk = Desk::new(&asked);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: no, a.cellar: yes}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: yes, a.roof: no, a.cellar: yes}\n");
    let scope = desk.say(&["diff", "a.yaml", "b.yaml"]);
    assert!(scope.contains("Effect of different questions: Alfa") && !scope.contains("said not to apply"), "{scope}");
    let na = "answers:\n  a.door: yes\n  a.roof: yes\n  a.cellar: {answer: n/a, comment: We have none.}\n";
    desk.answers("b.yaml", "Beta", na);
    let both = desk.say(&["diff", "a.yaml", "b.yaml"]);
    assert!(both.contains("Effect of different questions, and of what is said not to apply: Alfa"), "{both}");
}

#[test]
fn an_na_beyond_the_cap_is_for_our_review_and_not_for_the_vendor() {
    let desk = beyond_the_cap();
    let vendor = desk.hear(&["record", "a.yaml", "--only", "open"], "\n");
    assert!(vendor.contains("There is nothing to go through"), "{vendor}");
    desk.review("a.review.yaml", "Alfa", "  a.door: {saw: yes, verified: [{title: Seen, valid_until: 2027-11-01}]}\n");
    let ours = desk.hear(&["review", "a.yaml", "--only", "open"], "\n");
    assert!(ours.contains("Is the roof tight?") && ours.contains(BEYOND), "{ours}");
    assert!(ours.contains("It does not apply, I accept that"), "{ours}");
}

#[test]
fn what_we_accepted_since_is_a_change_though_the_answer_is_the_same() {
    let desk = beyond_the_cap();
    desk.again("a.yaml", "later.yaml");
    let accepted = "  a.roof: {not_applicable: accepted, because: Confirmed on the call.}\n";
    desk.review("later.review.yaml", "Alfa", accepted);
    let told = desk.say(&["diff", "a.yaml", "later.yaml"]);
    assert!(!told.contains("Nothing changed"), "{told}");
    assert!(told.contains(&format!("({BEYOND})")) && told.contains("(not applicable, accepted)"), "{told}");
}

// ---------------------------------------------------------------- why an n/a is pending

fn pending() -> Desk {
    let desk = Desk::new(PENDING);
    let na = "answer: n/a, comment: There is none.";
    let given = [
        format!("a.always: {{{na}}}"),
        "a.refused: {answer: n/a}".to_owned(),
        "a.silent: {answer: n/a}".to_owned(),
        format!("a.asked: {{{na}}}"),
        format!("a.within: {{{na}}}"),
        "a.said: yes".to_owned(),
    ];
    desk.answers("v.yaml", "Alfa", &format!("answers:\n  {}\n", given.join("\n  ")));
    desk.review("v.review.yaml", "Alfa", REFUSED);
    desk
}

const REFUSED: &str = "  a.refused: {not_applicable: refused, because: There is a roof.}\n";

const WHYS: [(&str, &str, &str); 4] = [
    ("a.always", "not applicable, not allowed here", "na_forbidden"),
    ("a.refused", "not applicable, refused by us", "na_refused"),
    ("a.silent", "not applicable, no reason given", "na_no_reason"),
    ("a.asked", "not applicable, awaits our approval", "na_awaits_approval"),
];

#[test]
fn why_an_na_is_pending_is_the_same_everywhere() {
    let desk = pending();
    for (id, why, _) in WHYS {
        let told = desk.everything("v.yaml", id);
        assert_eq!(holds(&told, why), ["whole screen", "Markdown", "page", "table", "JSON", "question"], "{why}");
        let table = &told.iter().find(|(name, _)| *name == "table").unwrap().1;
        let row = table.split(&format!("{id},")).nth(1).unwrap();
        assert!(row.split("a.").next().unwrap().contains(&format!("\"{why}\"")), "{id}: {row}");
    }
    let questions = &desk.json(&["export", "v.yaml"])["questions"];
    for (at, (id, why, open)) in WHYS.into_iter().enumerate() {
        let question = &questions[at];
        assert_eq!((question["id"].as_str(), question["status"].as_str()), (Some(id), Some("na_pending")));
        assert_eq!((question["standing"].as_str(), question["open"].as_str()), (Some(why), Some(open)));
    }
    assert_eq!((questions[4]["status"].as_str(), questions[4]["open"].as_str()), (Some("na"), None));
}

#[test]
fn what_we_refused_is_not_asked_for_a_reason_again() {
    let desk = pending();
    let checked = desk.say(&["check", "v.yaml"]);
    assert!(checked.contains("`a.silent` is answered \"not applicable\" without a reason"), "{checked}");
    assert!(checked.contains("`a.always` must be answered"), "{checked}");
    assert!(!checked.contains("a.refused") && !checked.contains("a.asked"), "{checked}");
    let letter = desk.say(&["export", "v.yaml", "--for", "vendor"]);
    let says =
        |id: &str, what: &str| letter.split(id).skip(1).any(|after| after.split("a.").next().unwrap().contains(what));
    assert!(says("a.refused", "We do not agree that this does not apply."), "{letter}");
    assert!(says("a.silent", "Please give the reason, or answer the question."), "{letter}");
    assert!(!letter.contains("a.asked"), "the reason is there; the rest is ours: {letter}");
}

#[test]
fn only_what_awaits_our_approval_is_counted_as_that() {
    let desk = pending();
    let told = desk.everything("v.yaml", "a.asked");
    let counted = "3 of 6 unanswered, 1 awaiting our approval";
    assert_eq!(holds(&told, counted), ["screen", "whole screen", "Markdown", "page", "JSON", "board", "points"]);
    assert_eq!(holds(&told, "awaits our approval: 1"), ["screen", "whole screen", "Markdown", "page"]);
    let json = desk.json(&["export", "v.yaml"]);
    let kinds: Vec<(&str, &str)> = json["fixes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fix| (fix["id"].as_str().unwrap(), fix["kind"].as_str().unwrap()))
        .collect();
    let kind = |id: &str| kinds.iter().find(|(known, _)| *known == id).unwrap().1;
    assert_eq!([kind("a.always"), kind("a.refused"), kind("a.silent")], ["answer_missing"; 3]);
    assert_eq!(kind("a.asked"), "approval_missing");
    let ours = desk.hear(&["review", "v.yaml"], "\n\n\n\n\n\n\n\n\n");
    assert!(ours.contains("Who keeps the keys?") && ours.contains("Does the cellar stay dry?"), "{ours}");
    assert!(!ours.contains("Is the roof tight?"), "it is decided: {ours}");
}

#[test]
fn a_refusal_is_a_change_though_nothing_counts_otherwise() {
    let desk = pending();
    desk.again("v.yaml", "later.yaml");
    let both = format!("{REFUSED}  a.asked: {{not_applicable: refused, because: You have keys.}}\n");
    desk.review("later.review.yaml", "Alfa", &both);
    let told = desk.say(&["diff", "v.yaml", "later.yaml"]);
    let change = "a.asked +0.0: not applicable, awaits our approval → not applicable, refused by us";
    assert!(told.contains("Still open, otherwise than before (1)") && told.contains(change), "{told}");
}

// ---------------------------------------------------------------- what rests on an n/a

#[test]
fn what_waits_for_an_na_waits_for_us() {
    let flag = "red_flags: [{id: open, title: The roof leaks, severity: high, when: {a.roof: [\"no\"]}}]\n";
    let tiles = "{id: tiles, ask: Are all tiles there?, weight: 1, answer: yes-no, when: {a.roof: [\"yes\"]}}";
    let gated = TWO.replace("categories:", &format!("{flag}categories:")) + &format!("      - {tiles}\n");
    let desk = Desk::new(&gated);
    desk.answers("a.yaml", "Alfa", "answers:\n  a.door: yes\n  a.roof: {answer: n/a, comment: There is none.}\n");
    let told = desk.everything("a.yaml", "a.tiles");
    assert_eq!(holds(&told, "waits for our approval of a.roof"), ["JSON"]);
    let waits = "waits for our approval: “Is the roof tight?”";
    assert_eq!(holds(&told, waits), ["Markdown", "page"], "{}", told[0].1);
    let demand = "first accept that it does not apply, or have it answered: “Is the roof tight?” (a.roof)";
    assert_eq!(holds(&told, demand), ["Markdown", "page", "JSON", "question"]);
    assert_eq!(holds(&told, "first answer “Is the roof"), [""; 0]);
    let letter = &told.iter().find(|(name, _)| *name == "letter").unwrap().1;
    assert!(!letter.contains("a.roof"), "{letter}");
}

// ---------------------------------------------------------------- what a document is worth

/// A document without a kind proves nothing where kinds are asked for: the roof, and not the door.
fn papers() -> Desk {
    let asked = TWO.replace("categories:", "evidence: [{id: log, ask: The log, valid_months: 12}]\ncategories:");
    let asked =
        asked.replace("locked?, weight: 1, answer: yes-no", "locked?, weight: 1, answer: yes-no, evidence: [log]");
    let desk = Desk::new(&asked);
    let paper = "evidence:\n  book: {title: House book, issued: 2026-03-01, location: book.pdf}\n";
    let cited = "answers:\n  a.door: {answer: yes, evidence: [book]}\n  a.roof: {answer: yes, evidence: [book]}\n";
    desk.answers("a.yaml", "Alfa", &format!("{paper}{cited}"));
    desk.0.write("book.pdf", "Every door and every roof.");
    desk
}

#[test]
fn a_document_that_proves_one_answer_and_not_another_is_told_so_everywhere() {
    let desk = papers();
    let json = desk.json(&["export", "a.yaml"]);
    let proved: Vec<&str> =
        json["questions"].as_array().unwrap().iter().map(|one| one["assurance"].as_str().unwrap()).collect();
    assert_eq!(proved, ["claimed", "documented"]);
    let book = &json["evidence"][0];
    let each = serde_json::json!([{"id": "a.door", "state": "other_kind"}, {"id": "a.roof", "state": "current"}]);
    assert_eq!((book["state"].as_str(), &book["by_question"]), (Some("current"), &each));
    assert_eq!(json["to_check"][0]["questions"], serde_json::json!(["a.roof"]));
    let report = desk.say(&["export", "a.yaml"]);
    let both = "its kind is missing, proves nothing (a.door); current (a.roof)";
    assert!(plain(&report).contains(both), "{report}");
    let [door, roof] = ["a.door", "a.roof"].map(|id| desk.say(&["explain", "a.yaml", id]));
    assert!(on_one_line(&door).contains("its kind is missing, proves nothing; issued"), "{door}");
    assert!(on_one_line(&roof).contains("current, documented and not verified; issued"), "{roof}");
}

#[test]
fn a_document_that_has_expired_is_told_so_everywhere() {
    let desk = papers();
    let said = desk.0.read("a.yaml").replace("issued: 2026-03-01", "kind: log, issued: 2025-03-01");
    desk.0.write("a.yaml", said);
    let json = desk.json(&["export", "a.yaml"]);
    assert_eq!(
        (json["evidence"][0]["state"].as_str(), json["to_check"].as_array().unwrap().len()),
        (Some("expired"), 0)
    );
    let page = desk.say(&["export", "a.yaml", "-f", "html"]);
    assert!(page.contains(">expired<"), "{page}");
    let screen = desk.say(&["assess", "a.yaml"]);
    assert!(screen.contains("expired (1): “House book” (2026-03-01)"), "{screen}");
    let table = desk.say(&["export", "a.yaml", "-f", "csv"]);
    assert!(table.contains("answered,evidence expired,"), "{table}");
    desk.0.write("ours.toml", "format = \"duly/policy@1\"\n[gate]\nexpired_evidence = true\n");
    let gate = &desk.json(&["export", "a.yaml", "--policy", "ours.toml"])["gate"];
    assert_eq!(gate["failed"], serde_json::json!(["expired_evidence"]));
    assert_eq!(gate["in_words"][0], "no answer may rest on expired proof, 2 do (expired_evidence)");
}

#[test]
fn what_we_saw_for_two_answers_stands_for_the_one_that_is_still_given() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: no}\n");
    let tour = "verified: [{title: Tour, issued: 2026-11-09, valid_until: 2027-11-09}]";
    desk.review("a.review.yaml", "Alfa", &format!("  a.door: {{saw: yes, {tour}}}\n  a.roof: {{saw: yes, {tour}}}\n"));
    let json = desk.json(&["export", "a.yaml"]);
    let proved: Vec<&str> =
        json["questions"].as_array().unwrap().iter().map(|one| one["assurance"].as_str().unwrap()).collect();
    assert_eq!(proved, ["verified", "claimed"]);
    let each = serde_json::json!([{"id": "a.door", "state": "current"}, {"id": "a.roof", "state": "other_answer"}]);
    assert_eq!((json["evidence"][0]["state"].as_str(), &json["evidence"][0]["by_question"]), (Some("current"), &each));
    let report = desk.say(&["export", "a.yaml"]);
    let both = "current (a.door); seen for another answer than the one given now, proves nothing (a.roof)";
    assert!(plain(&report).contains(both), "{report}");
}

#[test]
fn what_counts_of_an_answer_that_became_better_is_named_as_the_earlier_one() {
    let scale = "{choose_one: [{id: all, value: 100}, {id: most, value: 75}, {id: none, value: 0}]}";
    let desk = Desk::new(&TWO.replace("answer: yes-no", &format!("answer: {scale}")));
    desk.answers("a.yaml", "Alfa", "answers: {a.door: all, a.roof: all}\n");
    let tour = "verified: [{title: Tour, issued: 2026-11-09}]";
    desk.review("a.review.yaml", "Alfa", &format!("  a.door: {{saw: most, {tour}}}\n"));
    let told = desk.everything("a.yaml", "a.door");
    assert_eq!(
        holds(&told, "an earlier answer verified by us"),
        ["whole screen", "Markdown", "page", "table", "JSON", "question"]
    );
    assert_eq!(holds(&told, "what we verified before"), ["whole screen", "Markdown", "page", "question"]);
    let door = &desk.json(&["export", "a.yaml"])["questions"][0];
    assert_eq!([&door["verified_answer"], &door["assured"], &door["evidence_gap"]], ["most", "75/2", "25/2"]);
    let question = desk.say(&["explain", "a.yaml", "a.door"]);
    assert!(question.contains("We verified an earlier answer (most), which is worth 75 %."), "{question}");
    assert!(question.contains("“Tour”: current, seen by us: Security office; issued 2026-11-09"), "{question}");
}

/// Of ticks, what we saw stays verified only where all of it is still ticked, however much the others are worth.
#[test]
fn other_ticks_than_those_that_we_saw_are_not_verified() {
    let ticks = "{choose_many: {full_at: 4, options: [{id: a, points: 3}, {id: b, points: 1}, {id: c, points: 4}]}}";
    let desk = Desk::new(&TWO.replace("answer: yes-no", &format!("answer: {ticks}")));
    let tour = "verified: [{title: Tour, issued: 2026-11-09, valid_until: 2027-11-09}]";
    for (now, expected) in [("[a]", "75/2"), ("[a, b]", "75/2"), ("[b, c]", "30")] {
        desk.answers("a.yaml", "Alfa", &format!("answers: {{a.door: {now}, a.roof: [a]}}\n"));
        desk.review("a.review.yaml", "Alfa", &format!("  a.door: {{saw: [a], {tour}}}\n"));
        let door = &desk.json(&["export", "a.yaml"])["questions"][0];
        assert_eq!(door["assured"], expected, "{now}: {door}");
    }
}

/// Other words than those that we saw are no better ones: words are worth nothing.
#[test]
fn other_words_than_those_that_we_saw_are_not_verified() {
    let desk = Desk::new(&TWO.replace("locked?, weight: 1, answer: yes-no", "locked?, importance: info, answer: text"));
    let tour = "verified: [{title: Tour, issued: 2026-11-09, valid_until: 2027-11-09}]";
    for (now, expected) in [("Yale", "current"), ("Assa", "other_answer")] {
        desk.answers("a.yaml", "Alfa", &format!("answers: {{a.door: {now}, a.roof: yes}}\n"));
        desk.review("a.review.yaml", "Alfa", &format!("  a.door: {{saw: Yale, {tour}}}\n"));
        assert_eq!(desk.json(&["export", "a.yaml"])["evidence"][0]["state"], expected, "{now}");
    }
}

#[test]
fn what_a_short_form_did_not_ask_is_told_everywhere_and_asked_of_nobody() {
    let flags = "red_flags:\n  - {id: leak, title: It leaks, severity: critical, when: {a.roof: [\"no\"]}}\n";
    let desk = Desk::new(&TWO.replace("categories:", &format!("{flags}categories:")));
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: no}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: yes, a.roof: yes}\n");
    desk.review("a.review.yaml", "Alfa", "");
    let review = desk.0.read("a.review.yaml").replace("answers:\n", "sent: [{on: 2026-10-01, asked: [a.door]}]\n");
    desk.0.write("a.review.yaml", review);
    let told = desk.everything("a.yaml", "a.roof");
    let everywhere = ["screen", "whole screen", "Markdown", "page", "board", "points", "question"];
    assert_eq!(holds(&told, "screened with a short form: 1 of 2 questions were asked"), everywhere, "{told:?}");
    assert_eq!(holds(&told, "1 question (50 % of the weight) and 1 red flag that nobody asked about"), everywhere);
    assert_eq!(
        holds(&told, "not asked of this vendor"),
        ["screen", "whole screen", "Markdown", "page", "table", "JSON", "points", "question"]
    );
    let json = desk.json(&["export", "a.yaml"]);
    assert_eq!((&json["screened"], &json["flags"][0]["state"]), (&Value::from(true), &Value::from("not_asked")));
    assert_eq!(
        (&json["scope"]["not_asked"], &json["questions"][1]["status"]),
        (&Value::from("50"), &Value::from("not_asked"))
    );
    let compared = desk.say(&["diff", "a.yaml", "b.yaml"]);
    assert!(compared.contains("Alfa: screened with a short form: 1 of 2 questions were asked"), "{compared}");
    let compared = desk.json(&["diff", "a.yaml", "b.yaml"]);
    assert_eq!([&compared["vendors"][0]["screened"], &compared["vendors"][1]["screened"]], [true, false]);
    let many = desk.say(&["assess", "a.yaml", "b.yaml"]);
    assert!(many.contains("! screened with a short form: Alfa"), "{many}");
    let letter = desk.say(&["export", "a.yaml", "--for", "vendor"]);
    assert!(!letter.contains("a.roof") && !letter.contains("leaks"), "{letter}");
    let dialogue = desk.hear(&["record", "a.yaml"], "/a.roof\n!\n");
    assert!(dialogue.contains("a.roof is not asked here"), "{dialogue}");
}

#[test]
fn a_review_of_a_later_day_counts_as_if_it_were_not_there() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: yes}\n");
    let seen = "{saw: yes, verified: [{title: Tour, issued: 2026-11-01}]}";
    desk.review("a.review.yaml", "Alfa", &format!("  a.door: {seen}\n  a.roof: {seen}\n"));
    let at = |day: &str| {
        let args = ["export", "a.yaml", "--questionnaire", "q.yaml", "-f", "json", "--as-of", day];
        let ran = run(command(&desk.0, &args));
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let checked = run(command(&desk.0, &["check", "a.review.yaml", "--questionnaire", "q.yaml", "--as-of", day]));
        (
            json["overall"]["assured"].clone(),
            json["basis"]["review"].is_null(),
            checked.said().contains("reviewed-in-future"),
        )
    };
    assert_eq!(at("2026-11-10"), ("100".into(), false, false));
    assert_eq!(at("2026-11-09"), ("60".into(), true, true));
    let told = ["assess", "explain"].map(|how| {
        let args = [how, "a.yaml", "--questionnaire", "q.yaml", "--as-of", "2026-11-09"];
        on_one_line(&run(command(&desk.0, &args)).out)
    });
    let words = "ur review a.review.yaml is of 2026-11-10, after the day of the judgement, and does not count";
    assert!(told.iter().all(|text| text.contains(words)), "{told:?}");
}

#[test]
fn only_our_check_is_missing_for_programs_too() {
    let desk = papers();
    let told = desk.everything("a.yaml", "a.roof");
    assert_eq!(holds(&told, "our check missing"), ["Markdown", "page", "question"]);
    assert_eq!(holds(&told, "we verify: “House book”"), ["screen", "whole screen"]);
    let json = desk.json(&["export", "a.yaml"]);
    let roof = json["fixes"].as_array().unwrap().iter().find(|fix| fix["id"] == "a.roof").unwrap();
    assert_eq!(
        (roof["kind"].as_str(), roof["what"].as_str()),
        (Some("check_missing"), Some("verify the document: “House book”"))
    );
}

#[test]
fn a_review_that_is_overdue_is_overdue_everywhere() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: yes}\n");
    let decided = |next: &str| {
        let bound = desk.json(&["export", "a.yaml", "--no-review"])["basis"]["answers"]["bound_sha256"].clone();
        let decision =
            format!("{{outcome: approved, by: Board, on: 2026-11-11, next_review: {next}, answers: {bound}}}");
        desk.review("a.review.yaml", "Alfa", &format!("  a.door: {{saw: yes}}\ndecision: {decision}\n"));
        let told = desk.everything("a.yaml", "a.roof");
        desk.0.write("ours.toml", "format = \"duly/policy@1\"\nreviews = \".\"\n[gate]\ndecision = true\n");
        let gate = desk.json(&["export", "a.yaml", "--policy", "ours.toml"])["gate"]["failed"].clone();
        (holds(&told, &format!("review overdue since {next}")), gate)
    };
    let everywhere = vec!["screen", "whole screen", "Markdown", "page", "board"];
    assert_eq!(decided("2026-11-22"), (everywhere, serde_json::json!(["decision"])));
    assert_eq!(decided(DAY), (vec![], serde_json::json!([])));
}

#[test]
fn flags_are_told_in_one_order_by_comparisons_too() {
    let flag = |id: &str, severity: &str, when: &str| {
        format!("  - {{id: {id}, title: About {id}, severity: {severity}, when: {{{when}: [no]}}}}\n")
    };
    let flags = [flag("small", "medium", "a.door"), flag("big", "critical", "a.roof"), flag("open", "high", "a.door")];
    let desk = Desk::new(&TWO.replace("categories:", &format!("red_flags:\n{}categories:", flags.concat())));
    desk.answers("a.yaml", "Alfa", "answers: {a.door: no, a.roof: yes}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: yes, a.roof: no}\n");
    let told = desk.say(&["diff", "a.yaml", "b.yaml"]);
    let at = |title: &str| told.split_once("Red flags").unwrap().1.find(title).unwrap();
    let order = ["About big", "About open", "About small"].map(at);
    assert!(order.is_sorted(), "{told}");
}

#[test]
fn what_a_report_says_of_its_sources_comparisons_say_too() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: yes}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: yes, a.roof: no}\n");
    desk.again("a.yaml", "later.yaml");
    desk.review("a.review.yaml", "Alfa", "  a.door: {saw: yes}\n");
    let ways: [&[&str]; 3] =
        [&["diff", "a.yaml", "b.yaml"], &["diff", "a.yaml", "later.yaml"], &["diff", "a.yaml", "b.yaml", "later.yaml"]];
    for (way, name) in ways.into_iter().zip(["Alfa", "2026-11-02", "Alfa (a.yaml)"]) {
        let told = desk.say(way);
        for said in [
            format!("Two 1.0.0 · as of {DAY}"),
            format!("{name}: our review: a.review.yaml, Security office, 2026-11-10"),
            format!("! {name}: our review lay beside the vendor's file: make sure that it is ours"),
        ] {
            assert!(told.contains(&said), "{way:?}: {said}: {told}");
        }
    }
    let page = desk.say(&["diff", "a.yaml", "b.yaml", "--for", "board"]);
    assert!(page.contains("! Alfa: our review lay beside the vendor's file: make sure that it is ours"), "{page}");
    assert!(!page.contains("a.review.yaml"), "a page has no room for what is no caution: {page}");
}

#[test]
fn what_one_was_not_asked_is_not_met_by_the_others_alone() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes, a.roof: yes}\n");
    desk.answers("b.yaml", "Beta", "answers: {a.door: no, a.roof: {answer: n/a, comment: A cellar.}}\n");
    desk.answers("c.yaml", "Gamma", "answers: {a.door: no, a.roof: no}\n");
    desk.review("b.review.yaml", "Beta", "  a.roof: {not_applicable: accepted, because: Seen.}\n");
    let told = desk.say(&["diff", "a.yaml", "b.yaml", "c.yaml"]);
    assert!(told.contains("Met by one only (1) · a.door: only Alfa"), "{told}");
}

#[test]
fn at_most_is_the_same_in_a_dialogue() {
    let desk = Desk::new(TWO);
    desk.answers("a.yaml", "Alfa", "answers: {a.door: yes}\n");
    assert!(desk.say(&["assess", "a.yaml"]).contains("at most 100.0 "));
    assert!(
        desk.hear(&["record", "a.yaml"], ".\n").contains("assured 30.0, at most 100.0"),
        "{}",
        desk.hear(&["record", "a.yaml"], ".\n")
    );
}

// ---------------------------------------------------------------- rated, not yet rated, nothing to rate

#[test]
fn what_is_not_rated_yet_is_so_for_programs_that_compare_too() {
    let desk = Desk::new(TWO);
    desk.answers("half.yaml", "Half", "answers: {a.door: yes}\n");
    desk.answers("whole.yaml", "Whole", "answers: {a.door: yes, a.roof: yes}\n");
    let compared = desk.json(&["diff", "half.yaml", "whole.yaml"]);
    for (file, vendor, expected) in [("half.yaml", "Half", true), ("whole.yaml", "Whole", false)] {
        assert_eq!(desk.json(&["export", file])["coverage"]["provisional"], expected, "{file}");
        assert_eq!(desk.say(&["assess", file]).contains("NOT YET RATED"), expected, "{file}");
        for list in ["vendors", "ranking"] {
            let one = compared[list].as_array().unwrap().iter().find(|one| one["vendor"] == vendor).unwrap();
            assert_eq!(one["provisional"], expected, "{list}: {one}");
        }
    }
}

#[test]
fn where_nothing_counts_the_dialogue_says_so_as_everybody_does() {
    let desk = Desk::new(TWO);
    let na = "{answer: n/a, comment: There is none.}";
    desk.answers("a.yaml", "Alfa", &format!("answers:\n  a.door: {na}\n  a.roof: {na}\n"));
    let accepted = "{not_applicable: accepted, because: Seen.}";
    desk.review("a.review.yaml", "Alfa", &format!("  a.door: {accepted}\n  a.roof: {accepted}\n"));
    let told = desk.everything("a.yaml", "a.door");
    assert_eq!(
        holds(&told, "NOTHING TO RATE"),
        ["screen", "whole screen", "Markdown", "page", "JSON", "board", "points"]
    );
    let ours = desk.hear(&["review", "a.yaml"], "\n\n\n\n");
    assert!(ours.contains("vendor risk now: NOTHING TO RATE"), "{ours}");
}

#[test]
fn no_room_below_the_judgement_decides_these_again() {
    let rooms = ["comparison", "report", "recording", "cli"].map(|room| root().join("src").join(room));
    let below = rooms.iter().flat_map(|room| files_below(room));
    let sources: Vec<_> = below.map(|path| (std::fs::read_to_string(&path).unwrap(), path)).collect();
    for (decides, ask) in [
        ("is_provisional()", "insight::told_rating"),
        ("Scope::decide(", "vendor_turn::asked"),
        (".assurance == ", "Judged::rests_on"),
    ] {
        let deciding = sources.iter().filter(|(code, _)| code.contains(decides)).map(|(_, path)| path);
        let deciding: Vec<_> = deciding.collect();
        assert!(deciding.is_empty(), "ask {ask}: {deciding:?}");
    }
}

// ---------------------------------------------------------------- our dialogue

#[test]
fn flags_are_told_in_one_order_by_our_dialogue_too() {
    let flag = |id: &str, severity: &str, when: &str| {
        format!("  - {{id: {id}, title: About {id}, severity: {severity}, when: {{{when}: [no]}}}}\n")
    };
    let flags = [flag("small", "medium", "a.door"), flag("big", "critical", "a.roof")];
    let desk = Desk::new(&TWO.replace("categories:", &format!("red_flags:\n{}categories:", flags.concat())));
    desk.answers("a.yaml", "Alfa", "answers: {a.door: no}\n");
    let ours = desk.hear(&["review", "a.yaml"], "Security office\n\n\n\n\n\n");
    let at = |title: &str| ours.rfind(title).unwrap_or_else(|| panic!("{title}: {ours}"));
    // of the critical one only the question stands there: a blank accuses nobody
    assert!(at("About small") < at("not answered yet"), "what is raised comes before what is open: {ours}");
    assert!(!ours.contains("About big"), "{ours}");
}
