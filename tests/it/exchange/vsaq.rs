//! Questionnaires of VSAQ and their answers, in a form of the same shape and in our own words.

use std::path::Path;

use duly::internal::answers::Reference;
use duly::internal::exchange::foreign::{Foreign, SaidOfFile, fitting, vsaq::FORMAT as VSAQ};
use duly::internal::exchange::ledger::{Fate, Ledger};
use duly::internal::questionnaire::{Level, Questionnaire};
use duly::internal::source::Source;
use duly::internal::words::clean::one_line;
use duly::internal::words::matters::{Matter, draft as known, vsaq as matter};
use duly::internal::words::{Lang, problem::Problem};

use crate::support::{Folder, duly, duly_on_day, reading};

/// Everything that such a form has: comments, texts in pieces, blocks within blocks, options without a name above
/// them, warnings with and without a condition, a place to explain, what is never shown, rules for answers, an upload.
pub(super) const FORM: &str = r#"
// A form as people keep it.
{
  "questionnaire": [{
    "type": "block", "text": "Warehouse &amp; yard",
    "items": [
      {"type": "block", "id": "block_yard", "text": "The yard", "items": [
        {"type": "info", "text": "<b>Why this matters:</b> trucks stand here \x26 wait. See <a href='https://yard.example/'>ours</a>."},
        {"type": "radiogroup", "text": "Is there a yard?", "choices": [
          {"yard_own": "Yes, our own."}, {"yard_shared": "Yes, shared with others."}, {"yard_none": "Never"}]},
        {"type": "box", "id": "yard_sharing", "cond": "yard_shared", "required": true, "maxlength": 500,
          "text": "Who " + // in two pieces
            "else uses it?"},
        {"type": "checkgroup", "cond": "!yard_none", "text": "What guards it?", "defaultChoice": true,
          "choices": [{"guard_gate": "A gate"}, {"guard_camera": "Cameras"}], "choicesConds": [{"guard_camera": "yard_own"}]},
        {"type": "checkgroup", "cond": "!yard_none", "choices": [{"guard_light": "Light"}, {"guard_dog": "A dog"}]},
        {"type": "tip", "id": "warn_gate", "cond": "(yard_own || yard_shared) && !guard_gate", "warn": "yes",
          "name": "No gate", "text": "Put up a <i>gate</i>.", "severity": "high", "why": "Explain what else keeps people out:"},
        {"type": "tip", "id": "tip_camera", "cond": "guard_camera", "text": "Tell people about cameras.", "warn": "no"},
        {"type": "block", "text": "Keys", "cond": "guard_gate", "items": [
          {"type": "yesno", "id": "keys_listed", "cond": "!yard_none", "text": "Are keys listed?", "yes": "All of them", "no": "No"},
          {"type": "check", "id": "keys_counted", "cond": "keys_listed/yes", "text": "We count them every year."},
          {"type": "tip", "id": "warn_keys", "cond": "keys_listed/no", "warn": "yes", "text": "List your keys."},
          {"type": "line", "id": "keys_plan", "cond": "^warn_keys", "text": "When will they be listed?"},
          {"type": "line", "id": "keys_note", "cond": "keys_listed/no && contains(keys_plan/value, \"never\")", "text": "Why not?"},
          {"type": "tip", "id": "warn_note", "cond": "matches(keys_plan/value, \"x\")", "warn": "yes", "text": "A plan is no list."},
          {"type": "upload", "id": "keys_file", "text": "Send the list."}
        ]}
      ]},
      {"type": "block", "text": "Last words", "items": [
        {"type": "line", "id": "hidden", "cond": "false", "text": "Nobody sees this."},
        {"type": "spacer"},
        {"type": "box", "id": "feedback", "text": "What else?"},
      ]}
    ]
  }]
}
"#;

fn opened(name: &str, text: &str) -> Foreign {
    Foreign::of(Path::new(name), text.as_bytes().to_vec()).map_err(|found| found.message(Lang::En).clone()).unwrap()
}

fn wanted() -> SaidOfFile {
    SaidOfFile { stem: "warehouse".to_owned(), ..SaidOfFile::default() }
}

/// The text of the questionnaire that comes in, and the account.
fn brought_in(form: &str) -> (String, Ledger) {
    let asked = (VSAQ.questionnaire)(&opened("warehouse.json", form), &wanted());
    let (draft, mut ledger) = asked.map_err(|refused| refused.problem).unwrap();
    let draft = draft.settled(&mut ledger);
    (draft.text(&ledger, &one_line("warehouse.json"), Lang::En), ledger)
}

fn read(text: &str) -> Questionnaire {
    let read = reading::questionnaire(&Source::new("warehouse.yaml", text));
    let notes: Vec<_> = read.diagnostics.sorted().iter().map(|note| note.problem.message(Lang::En).clone()).collect();
    assert!(read.value.is_some(), "{notes:?}\n{text}");
    read.value.unwrap()
}

fn count(ledger: &Ledger, part: Fate, of: &'static Matter) -> usize {
    super::counted(ledger, part, of)
}

#[test]
fn a_form_becomes_a_questionnaire_with_red_flags() {
    let (text, ledger) = brought_in(FORM);
    assert_eq!(brought_in(FORM).0, text, "twice the same");
    let found = read(&text);
    let categories: Vec<&str> = found.categories.iter().map(|category| &*category.id).collect();
    assert_eq!(categories, ["block_yard", "Keys", "Last-words"]);
    let questions: Vec<&str> = found.questions.iter().map(|question| &*question.id).collect();
    let expected = [
        "block_yard.yard",
        "block_yard.yard_sharing",
        "block_yard.guard",
        "block_yard.guard_light",
        "block_yard.warn_gate",
        "Keys.keys_listed",
        "Keys.keys_counted",
        "Keys.keys_plan",
        "Keys.keys_note",
        "Last-words.feedback",
    ];
    assert_eq!(questions, expected);
    let flags: Vec<_> = found.flags.iter().map(|flag| (&*flag.id, flag.severity)).collect();
    assert_eq!(flags, [("warn_gate", Level::High), ("warn_keys", Level::Medium)]);
    for (of, expected) in
        [(&known::CATEGORIES, 3), (&known::QUESTIONS, 10), (&known::CONDITIONS, 8), (&matter::WARNINGS, 3)]
    {
        assert_eq!(count(&ledger, Fate::Read, of), expected, "{}", of.id);
    }
    for (of, expected) in [
        (&matter::CHECKS, 1),
        (&matter::OPTION_CONDITIONS, 1),
        (&matter::UNSAYABLE, 1),
        (&matter::LOST_WARNINGS, 1),
        (&matter::OTHER_ITEMS, 1),
        (&matter::NEVER_SHOWN, 1),
    ] {
        assert_eq!(count(&ledger, Fate::Lost, of), expected, "{}", of.id);
    }
    assert_eq!(count(&ledger, Fate::Decide, &known::UNWEIGHED), 5);
    assert_eq!(count(&ledger, Fate::Decide, &matter::SEVERITY), 1);
}

#[test]
fn texts_and_conditions_are_said_as_simply_as_can_be() {
    let (text, _) = brought_in(FORM);
    for part in [
        "title: Warehouse & yard\n",
        "Why this matters: trucks stand here & wait. See ours (https://yard.example/).",
        "ask: Who else uses it?",
        "title: The yard – Keys",
        "label: “Never”",
        "No gate: Explain what else keeps people out:",
        "Tell people about cameras.",
        // a gate that has a guard has a yard: what the question asks for itself need not be said again
        "when: {block_yard.guard: [guard_gate]}",
        "when: {block_yard.yard: [yard_own, yard_shared], not: {block_yard.guard: [guard_gate]}}",
        "when: {Keys.keys_listed: [\"no\"]}",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("value") && !text.contains("points") && !text.contains("yes-no"), "{text}");
    assert_eq!(text.matches("importance: info").count(), 10);
}

#[test]
fn what_comes_in_has_no_errors_and_can_be_judged() {
    let (text, _) = brought_in(FORM);
    let answers = |vendor: &str, said: &str| heard(vendor, said, &text);
    let open = answers("Open AB", r#"{"yard_own": "checked", "yard_shared": "", "guard_camera": "checked"}"#);
    let shut = answers("Shut AB", r#"{"yard_shared": "checked", "guard_gate": "checked", "keys_listed": "yes"}"#);
    let desk = Folder::with(&[("warehouse.yaml", &text), ("open.yaml", &open), ("shut.yaml", &shut)]);
    let checked = duly_on_day(&desk, &["check", "warehouse.yaml", "-f", "json"]);
    assert_eq!((checked.code, checked.out.contains("\"error\"")), (0, false), "{}", checked.out);
    let with = ["--questionnaire", "warehouse.yaml"];
    for file in ["open.yaml", "shut.yaml"] {
        assert_eq!(duly_on_day(&desk, &[&["check", file], &with[..]].concat()).code, 0, "{file}");
        assert_eq!(duly_on_day(&desk, &[&["assess", file], &with[..]].concat()).code, 0, "{file}");
    }
}

/// The text of the answers file that comes in.
fn heard(vendor: &str, said: &str, questionnaire: &str) -> String {
    let questionnaire = read(questionnaire);
    let reply = VSAQ.answers.unwrap()(&opened("answers", said), &questionnaire, &wanted());
    let (heard, mut ledger) = reply.map_err(|refused| refused.problem).unwrap();
    let reference = Reference::Path("./warehouse.yaml".to_owned());
    heard.transcript("answers", (&reference, &questionnaire), vendor, &mut ledger).source.text.to_string()
}

#[test]
fn an_option_says_which_question_it_answers() {
    let (text, _) = brought_in(FORM);
    let said = r#"{
        "yard_own": "", "yard_shared": "checked", "yard_sharing": "Two\nothers: \"A\" & B", "guard_gate": "checked",
        "guard_camera": "checked", "guard_dog": "", "keys_listed": "no", "keys_counted": "checked", "warn_gate": "",
        "vsaq_todo_warn_gate": "checked", "gone_yes": "checked", "feedback": "\u202eevil\u001b[2J"}"#;
    let answers = heard("Yard AB", said, &text);
    for part in [
        "name: Yard AB",
        "block_yard.yard:\n    answer: yard_shared\n",
        "block_yard.guard:\n    answer:\n      - guard_gate\n      - guard_camera\n",
        "Keys.keys_listed:\n    answer: \"no\"\n",
        "Keys.keys_counted:\n    answer: \"yes\"\n",
        "# gone_yes: checked",
    ] {
        assert!(answers.contains(part), "{part}\n{answers}");
    }
    assert!(!answers.contains("todo") && !answers.contains("guard_light"), "{answers}");
    assert!(!answers.contains('\u{202e}') && !answers.contains('\u{1b}'), "{answers}");
}

#[test]
fn the_format_is_known_by_what_is_in_a_file() {
    let fits = |text: &str| fitting(&opened("x.json", text)).iter().any(|format| format.id == "vsaq");
    assert!(fits(FORM) && fits(r#"{"yard_own": "checked", "other": ""}"#));
    for other in [r#"{"catalog": {}}"#, r#"{"questionnaire": [{"type": "line"}]}"#, r#"{"a": "b"}"#, "[]"] {
        assert!(!fits(other), "{other}");
    }
    assert!(!fits("format: duly/answers@1\nvendor: \"yes\"\n"));
    let refused = |refused: Result<_, Box<duly::internal::exchange::foreign::NotTakenIn>>| -> Problem {
        refused.map(|_: (duly::internal::exchange::heard::Heard, Ledger)| ()).unwrap_err().problem
    };
    let questionnaire = read(&brought_in(FORM).0);
    let as_answers = VSAQ.answers.unwrap()(&opened("x.json", FORM), &questionnaire, &wanted());
    assert_eq!(refused(as_answers).code.id, "foreign-no-answers");
    let nothing = r#"{"questionnaire": [{"type": "block", "items": [{"type": "info", "text": "x"}]}]}"#;
    let asked = (VSAQ.questionnaire)(&opened("x.json", nothing), &wanted());
    assert_eq!(asked.unwrap_err().problem.code.id, "foreign-without-questions");
}

/// A warning that denies a choice of a question that may not be asked, alone and within others.
const DENIED: &str = r#"{"questionnaire": [{"type": "block", "text": "Office", "items": [
  {"type": "block", "id": "empty", "text": "Read me", "items": [{"type": "info", "text": "Nothing is asked here."}]},
  {"type": "block", "id": "office", "text": "Office", "items": [
    {"type": "info", "cond": "shared_no", "text": "Only you."},
    {"type": "radiogroup", "text": "Shared?", "choices": [{"shared_yes": "Yes"}, {"shared_no": "No"}]},
    {"type": "checkgroup", "cond": "shared_no", "text": "Controls?", "choices": [{"controls_card": "Cards"}, {"controls_key": "Keys"}]},
    {"type": "tip", "id": "warn_card", "cond": "(shared_yes || shared_no) && !controls_card", "warn": "yes", "name": "No cards",
      "text": "Get cards.", "why": "Why none?"},
    {"type": "tip", "id": "warn_any", "cond": "!(controls_card || controls_key)", "warn": "yes", "text": "Nothing at all."},
    {"type": "tip", "id": "warn_both", "cond": "!(controls_card && shared_yes)", "warn": "yes", "text": "Not both."}
  ]}]}]}"#;

#[test]
fn nobody_is_accused_of_what_was_not_asked() {
    let (text, ledger) = brought_in(DENIED);
    let desk = Folder::with(&[("q.yaml", &text)]);
    let state = |said: &str| {
        desk.write("a.yaml", heard("Office AB", said, &text));
        let ran = duly_on_day(&desk, &["export", "-q", "a.yaml", "--questionnaire", "q.yaml", "-f", "json"]);
        assert!(ran.code < 2, "{}", ran.err);
        let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let of = |list: &str, id: &str, key: &str| {
            let mut all = found[list].as_array().unwrap().iter().filter(|one| one["id"] == id);
            all.next().map_or(String::new(), |one| one[key].as_str().unwrap().to_owned())
        };
        let flags = ["warn_card", "warn_any", "warn_both"].map(|id| of("flags", id, "state"));
        (flags, of("questions", "office.warn_card", "status"))
    };
    let (flags, why) = state(r#"{"shared_yes": "checked"}"#);
    assert_eq!(flags[..2], ["clear", "clear"], "not asked");
    assert_eq!(why, "out_of_scope");
    let (flags, why) = state(r#"{"shared_no": "checked"}"#);
    assert_eq!(flags, ["open", "open", "triggered"], "asked, and not answered");
    assert_ne!(why, "out_of_scope");
    let (flags, why) = state(r#"{"shared_no": "checked", "controls_key": "checked"}"#);
    assert_eq!(flags, ["triggered", "clear", "triggered"]);
    assert_ne!(why, "out_of_scope");
    for of in [&matter::LONE_TEXTS, &matter::TEXT_CONDITIONS] {
        assert_eq!(count(&ledger, Fate::Lost, of), 1, "{}", of.id);
    }
}

#[test]
fn an_option_that_bears_a_reserved_word_is_found_by_it() {
    let form = r#"{"questionnaire": [{"type": "block", "id": "true", "text": "Q", "items": [
        {"type": "radiogroup", "id": "never", "text": "Since when?", "choices": [{"unknown": "Nobody knows"}, {"a.b": "Now"}]},
        {"type": "checkgroup", "id": "two", "text": "Which?", "choices": [{"x.y": "One"}, {"x y": "Two"}]},
        {"type": "line", "id": "unknown-2", "text": "More?"}]}]}"#;
    let (text, _) = brought_in(form);
    let answers = heard("Q AB", r#"{"unknown": "checked", "unknown-2": "no", "x.y": "", "x y": "checked"}"#, &text);
    for part in [
        "  true-id.never-id:\n    answer: unknown-id\n",
        "  true-id.unknown-2:\n    answer: \"no\"\n",
        "# x y: checked",
    ] {
        assert!(answers.contains(part), "{part}\n{answers}\n{text}");
    }
}

#[test]
fn words_alone_answer_a_form_that_is_named() {
    let desk =
        Folder::with(&[("form.json", FORM), ("said.json", r#"{"feedback": "All is well.", "yard_sharing": ""}"#)]);
    let run = |args: &[&str]| duly(&desk, &[&["import"], args].concat());
    assert_eq!(run(&["form.json", "--as", "questionnaire", "-o", "q.yaml"]).code, 0);
    let to = ["said.json", "--questionnaire", "q.yaml", "--vendor", "Yard AB", "-o"];
    let plain = run(&[&to[..], &["plain.yaml"]].concat());
    assert!(desk.read("plain.yaml").contains("feedback: All is well."), "{}", plain.err);
    let named = run(&[&to[..], &["named.yaml", "--source", "vsaq"]].concat());
    assert!(desk.read("named.yaml").contains("feedback: All is well."), "{}", named.err);
    let other = run(&["said.json", "--questionnaire", "mvsp", "--vendor", "Yard AB", "-o", "other.yaml"]);
    assert!(other.code == 2 && other.err.contains("--source") && !other.err.contains("--columns"), "{}", other.err);
}

/// What is shown when something is shown that is shown when the first is, and far too much of everything.
#[test]
fn a_hostile_form_takes_little_and_loses_what_cannot_be_said() {
    let line = |at: usize, cond: &str| format!(r#"{{"type": "line", "id": "q{at}", "cond": "{cond}", "text": "Q?"}}"#);
    let form = |items: Vec<String>| {
        let options = r#"{"type": "radiogroup", "id": "r", "text": "R?", "choices": [{"r_a": "A"}, {"r_b": "B"}]}"#;
        format!(
            r#"{{"questionnaire": [{{"type": "block", "id": "b", "text": "B", "cond": "r_a", "items": [{options}, {}]}}]}}"#,
            items.join(",")
        )
    };
    let circle = form((0..40).map(|at| line(at, &format!("^q{0} && ^q{0} || ^q{0}", (at + 1) % 40))).collect());
    let long = form((0..300).map(|at| line(at, &vec!["r_a || !r_b"; 2000].join(" && "))).collect());
    let missing = form(vec![line(1, "nobody"), line(2, "r_a &&"), line(3, "q1"), line(4, "b")]);
    for (text, lost) in [(circle, 40), (long, 300), (missing, 4)] {
        let begun = std::time::Instant::now();
        let (text, ledger) = brought_in(&text);
        assert!(begun.elapsed() < std::time::Duration::from_secs(20));
        read(&text);
        assert_eq!(count(&ledger, Fate::Lost, &matter::UNSAYABLE), lost);
    }
}
