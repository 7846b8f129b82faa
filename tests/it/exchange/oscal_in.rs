//! OSCAL catalogs come in as questionnaires: groups as categories, controls as questions, in JSON and in YAML, with what
//! was lost counted; what comes out is read without an error and is the same every time.

use std::path::Path;

use duly::internal::exchange::draft::Draft;
use duly::internal::exchange::foreign::{self, Foreign, SaidOfFile};
use duly::internal::exchange::ledger::{Fate, Ledger};
use duly::internal::questionnaire::{self, Questionnaire};
use duly::internal::source::Source;
use duly::internal::words::Lang;
use duly::internal::words::clean::{self, shown};
use duly::internal::words::matters::{Matter, draft, oscal};
use duly::internal::words::problem::text as problem;
use serde_json::{Value, json};

use crate::support::{Folder, duly, duly_on_day};

/// Words that a catalog could hold to get more than words into a file of ours.
const ATTACKS: [&str; 8] = [
    "x\nformat: duly/policy@1",
    "a: b # c\n  - d",
    "\u{202e}txt.exe\u{200b}\u{1b}[2J\u{7}",
    "{{ insert: param, }} {{{{ }}",
    "never",
    "*anchor &anchor !!tag |- >+ %YAML",
    "\"quoted\" 'once' \\ \u{feff}",
    "åäö 日本語 \u{1f600}",
];

fn part(name: &str, prose: &str) -> Value {
    json!({"name": name, "prose": prose})
}

fn label(value: &str) -> Value {
    json!({"name": "label", "value": value})
}

/// A catalog of the shapes that catalogs come in: groups in groups, headings, enhancements, questions of their own,
/// withdrawn controls, parameters, items with labels, titles that only repeat the id.
pub(super) fn catalog() -> Value {
    let enhancement = json!({"id": "hk-1.1", "class": "X-enhancement", "title": "Keys of guests", "props": [label("HK-1(1)")],
        "parts": [part("statement", "Guests hand in their keys {{ insert: param, hk-1.1_prm_1 }}.")],
        "params": [{"id": "hk-1.1_prm_1", "select": {"choice": ["{{ insert: param, hk-1_prm_1 }}", "at once"]}}]});
    let keys = json!({"id": "hk-1", "class": "X", "title": "Keys", "controls": [enhancement],
        "props": [{"name": "label", "class": "old", "value": "HK-01"}, label("HK-1")],
        "params": [{"id": "hk-1_prm_1", "label": "after a time that is set"}], "links": [{"href": "#hk-2", "rel": "related"}],
        "parts": [
            {"name": "statement", "prose": "Whoever has a key:", "parts": [
                {"name": "item", "props": [label("a.")], "prose": "signs for it; and"},
                {"name": "item", "props": [label("b.")], "prose": "gives it back {{ insert: param, hk-1_prm_1 }}."}]},
            {"name": "guidance", "title": "What is meant", "prose": "\nA list of keys.\n\nIt is current."},
            part("assessment-objective", "determine whether")]});
    let gone = json!({"id": "hk-2", "title": "Seals", "props": [{"name": "status", "value": "withdrawn"}],
        "controls": [{"id": "hk-2.1", "title": "Wax", "props": [{"name": "status", "value": "Withdrawn"}]}]});
    let heading = json!({"id": "RM.01", "class": "category", "title": "Rooms", "parts": [part("statement", "Rooms are known")],
        "controls": [
            {"id": "RM.01-01", "class": "subcategory", "title": "RM.01-01", "props": [label("RM.01-01"), {"name": "sort-id", "value": "1"}, {"name": "risk-party", "value": "3rd"}],
             "parts": [part("statement", "Every room is on a plan"), part("example", "Draw a plan")]},
            {"id": "RM.01-02", "class": "subcategory", "title": "RM.01-02",
             "parts": [part("statement", "First.\n\nSecond.")]}]});
    let asked = json!({"id": "DO-01", "title": "Doors", "controls": [
        {"id": "DO-01.1", "class": "caiq-question", "title": "Is every door locked?"},
        {"id": "DO-01.2", "class": "caiq-question", "title": "DO-01.2", "parts": [part("statement", "Is it tried?")]},
        {"id": "DO-01.3", "title": "Keys"}]});
    json!({"catalog": {
        "uuid": "2b5f2b0e-9f0b-4f43-8d4c-0d6e3f5d6a11",
        "metadata": {"title": "House  controls", "version": "v2.1-draft", "oscal-version": "1.1.2", "remarks": "Free to use.",
            "last-modified": "2026-01-01T00:00:00Z"},
        "groups": [
            {"id": "hk", "title": "Housekeeping", "parts": [part("overview", "What belongs to the house")], "controls": [keys, gone]},
            {"id": "s2", "title": "Building", "groups": [
                {"id": "s2.1", "title": "Inside", "controls": [heading]}, {"title": "Outside", "controls": [asked]},
                {"id": "empty", "title": "Nothing"}]},
        ],
        "controls": [{"id": "top", "title": "Someone is in charge"}],
    }})
}

fn opened(name: &str, text: impl Into<Vec<u8>>) -> Foreign {
    Foreign::of(Path::new(name), text.into()).map_err(|problem| problem.message(Lang::En).to_string()).unwrap()
}

/// What comes in, as a questionnaire and as its text.
fn brought_in(opened: &Foreign, stem: &str) -> (Questionnaire, String, Ledger) {
    let formats: Vec<&str> = foreign::fitting(opened).iter().map(|format| format.id).collect();
    assert_eq!(formats, ["oscal"]);
    let wanted = SaidOfFile { stem: stem.to_owned(), ..SaidOfFile::default() };
    let read = || -> (Draft, Ledger) {
        let found = (foreign::named("oscal").unwrap().questionnaire)(opened, &wanted);
        let (draft, mut ledger) = found.map_err(|refused| refused.problem.message(Lang::En).to_string()).unwrap();
        (draft.settled(&mut ledger), ledger)
    };
    let (draft, ledger) = read();
    let text = draft.text(&ledger, &clean::one_line(stem), Lang::En);
    assert_eq!(text, read().0.text(&ledger, &clean::one_line(stem), Lang::En));
    let no_file = |name: &str| Err(problem::no_such_file(shown(name)));
    let read = questionnaire::read(&Source::new("q.yaml", text.clone()), &no_file);
    let notes: Vec<String> =
        read.diagnostics.sorted().iter().map(|note| note.problem.message(Lang::En).to_string()).collect();
    assert!(!read.diagnostics.has_errors(), "{notes:#?}\n{text}");
    (read.value.unwrap(), text, ledger)
}

fn counts(ledger: &Ledger, of: &[(Fate, &'static Matter)]) -> Vec<usize> {
    of.iter().map(|(part, matter)| super::counted(ledger, *part, matter)).collect()
}

/// The English words of a text.
fn english(text: &questionnaire::Translations) -> String {
    text.all().next().unwrap().to_owned()
}

#[test]
fn a_catalog_becomes_a_questionnaire_with_an_account_of_it() {
    let (asked, text, ledger) = brought_in(&opened("house.json", catalog().to_string()), "house");
    assert_eq!((&*asked.id, &*asked.version), ("house", "2.1.0"));
    assert!(text.contains("v2.1-draft") && text.contains("Free to use."), "{text}");
    let ids: Vec<&str> = asked.questions.iter().map(|question| &*question.id).collect();
    assert_eq!(
        ids,
        [
            "House-controls.top",
            "hk.hk-1",
            "hk.hk-1-1",
            "s2-1.RM-01-01",
            "s2-1.RM-01-02",
            "Outside.DO-01-1",
            "Outside.DO-01-2",
            "Outside.DO-01-3"
        ]
    );
    let asks: Vec<String> = asked.questions.iter().map(|question| english(&question.ask)).collect();
    assert_eq!(
        asks,
        [
            "Someone is in charge: is this in place?",
            "Keys (HK-1): is this in place?",
            "Keys of guests: is this in place?",
            "RM.01-01: Every room is on a plan. Is this in place?",
            "RM.01-02: is this in place?",
            "Is every door locked?",
            "Is it tried?",
            "Keys (DO-01.3): is this in place?",
        ]
    );
    let titles: Vec<String> = asked.categories.iter().map(|category| english(&category.title)).collect();
    assert_eq!(titles, ["House controls", "Housekeeping", "Building: Inside", "Building: Outside"]);
    let of = [
        (Fate::Read, &oscal::GROUPS),
        (Fate::Read, &oscal::CONTROLS),
        (Fate::Mapped, &draft::CATEGORIES),
        (Fate::Mapped, &draft::QUESTIONS),
        (Fate::Lost, &oscal::WITHDRAWN),
        (Fate::Lost, &oscal::HEADINGS),
        (Fate::Lost, &oscal::PARTS),
        (Fate::Lost, &oscal::LINKS),
        (Fate::Lost, &oscal::PROPERTIES),
        (Fate::Mapped, &oscal::PARAMETERS),
        (Fate::Decide, &draft::AS_MEDIUM),
    ];
    assert_eq!(counts(&ledger, &of), [5, 12, 4, 8, 2, 2, 1, 1, 1, 2, 8], "{:#?}", ledger.lines(Lang::En));
}

#[test]
fn texts_keep_their_labels_and_show_parameters() {
    let (asked, text, _) = brought_in(&opened("house.json", catalog().to_string()), "house");
    let keys = asked.questions.iter().find(|question| question.id == "hk.hk-1").unwrap();
    let told = [&keys.help, &keys.good].map(|text| english(text.as_ref().unwrap()).replace('\n', " | "));
    assert_eq!(
        told,
        [
            "Whoever has a key: | a. signs for it; and | b. gives it back [after a time that is set].",
            "What is meant: A list of keys. | It is current.",
        ]
    );
    let guests = asked.questions.iter().find(|question| question.id == "hk.hk-1-1").unwrap();
    assert_eq!(
        english(guests.help.as_ref().unwrap()),
        "Guests hand in their keys [[after a time that is set]; at once]."
    );
    assert!(text.contains("refs: {oscal: [hk-1.1]}"), "{text}");
}

#[test]
fn yaml_gives_what_json_gives() {
    let from_json = brought_in(&opened("house.json", catalog().to_string()), "house").1;
    let yaml = serde_yaml::to_string(&catalog()).unwrap();
    assert!(yaml.starts_with("catalog:"), "{yaml}");
    assert_eq!(brought_in(&opened("house.yaml", yaml), "house").1, from_json);
}

#[test]
fn what_is_no_catalog_is_no_catalog() {
    for other in [
        json!({"catalog": {"groups": []}}),
        json!({"catalog": []}),
        json!({"profile": {"metadata": {}, "groups": []}}),
        json!({"metadata": {}, "groups": []}),
        json!([]),
    ] {
        assert!(foreign::fitting(&opened("x.json", other.to_string())).is_empty(), "{other}");
    }
    let bare = json!({"catalog": {"metadata": {"title": "T"}, "groups": [{"id": "g", "title": "G"}]}});
    let refused =
        (foreign::named("oscal").unwrap().questionnaire)(&opened("x.json", bare.to_string()), &SaidOfFile::default());
    let message = refused.unwrap_err().problem.message(Lang::En).to_string();
    assert!(message.starts_with("no question is found"), "{message}");
}

#[test]
fn what_is_oscal_and_no_catalog_is_refused_by_its_kind() {
    let results = json!({"assessment-results": {"uuid": "x", "metadata": {"title": "R"}, "results": []}});
    let desk = Folder::with(&[("r.json", &results.to_string())]);
    for args in [&["--as", "questionnaire"][..], &["--questionnaire", "mvsp", "--vendor", "Yard AB"]] {
        let ran = duly(&desk, &[&["import", "r.json", "-o", "x.yaml"], args].concat());
        assert!(ran.code == 2 && ran.err.contains("OSCAL of the kind assessment-results"), "{}", ran.err);
    }
}

#[test]
fn a_catalog_of_strange_words_is_read_as_words() {
    for attack in ATTACKS {
        let control = |id: &str| {
            json!({"id": id, "title": attack, "props": [label(attack)], "parts": [
            part("statement", attack), {"name": "guidance", "title": attack, "prose": attack}]})
        };
        let group =
            json!({"id": attack, "title": attack, "controls": [control(attack), control("b"), {"title": "nameless"}]});
        let catalog = json!({"catalog": {"metadata": {"title": attack, "version": attack, "remarks": attack}, "groups": [group, group]}});
        let (asked, text, ledger) = brought_in(&opened("x.json", catalog.to_string()), attack);
        assert_eq!(
            (asked.questions.iter().count(), super::counted(&ledger, Fate::Lost, &oscal::NAMELESS)),
            (4, 2),
            "{text}"
        );
        assert!(text.lines().all(|line| !clean::has_hidden(line)), "{attack}: {text}");
    }
}

#[test]
fn groups_within_groups_make_no_text_longer_than_the_file() {
    let long = "x".repeat(20_000);
    let innermost = json!({"id": "g", "title": long, "controls": [{"id": "c", "title": "C"}]});
    let groups = (0..20).fold(innermost, |inner, at| {
        json!({"id": format!("g{at}"), "title": long, "groups": [inner], "controls": [{"id": format!("c{at}"), "title": "C"}]})
    });
    let file = json!({"catalog": {"metadata": {"title": "T"}, "groups": [groups]}}).to_string();
    let (asked, text, _) = brought_in(&opened("x.json", file.clone()), "x");
    assert!(asked.categories.iter().count() == 21 && text.len() < file.len(), "{} of {}", text.len(), file.len());
}

#[test]
fn two_vendors_that_answer_a_catalog_are_judged_and_compared() {
    let desk = Folder::new();
    desk.write("house.json", catalog().to_string());
    let made = duly(&desk, &["import", "house.json", "--as", "questionnaire", "-o", "house.yaml"]);
    assert!(made.code == 0 && made.err.contains("withdrawn controls: 2 (hk-2, hk-2.1)"), "{}", made.err);
    let checked = duly(&desk, &["check", "house.yaml"]);
    assert!(checked.code == 0, "{}{}", checked.out, checked.err);
    for (file, lock) in [("a.yaml", "yes"), ("b.yaml", "no")] {
        let head = format!("format: duly/answers@1\nvendor: {{name: {file}}}\nquestionnaire: ./house.yaml\n");
        desk.write(
            file,
            format!("{head}answers: {{hk.hk-1: \"yes\", Outside.DO-01-1: \"{lock}\", s2-1.RM-01-01: partial}}\n"),
        );
        let ran = duly_on_day(&desk, &["assess", file]);
        assert!(ran.code == 0 && ran.out.contains(file), "{}{}", ran.out, ran.err);
    }
    let ran = duly_on_day(&desk, &["diff", "a.yaml", "b.yaml"]);
    assert!(ran.code == 0 && ran.out.contains("Outside.DO-01-1   +7.5"), "{}{}", ran.out, ran.err);
}
