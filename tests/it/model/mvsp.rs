//! The built-in questionnaire `mvsp`: one question for each control of Minimum Viable Secure Product 3.0.

use std::collections::BTreeSet;
use std::path::PathBuf;

use duly::internal::questionnaire::{Form, Questionnaire, built_in};

use super::customer_service::{
    asks_the_same, claims_no_more_than_is_known, critical_with_a_flag, has_files_without_a_fault, is_in_both_languages,
    says_what_to_show, without_a_fault,
};
use crate::support::{Folder, duly, duly_on_day, root};

fn folder() -> PathBuf {
    root().join("questionnaires/mvsp")
}

fn questionnaire() -> Questionnaire {
    without_a_fault("mvsp")
}

/// How many controls each of the four chapters has.
const CONTROLS: [(&str, usize); 4] = [("business", 8), ("design", 8), ("implementation", 5), ("operations", 4)];

fn controls() -> Vec<String> {
    let chapters = CONTROLS.iter().zip(1..);
    chapters.flat_map(|((_, many), chapter)| (1..=*many).map(move |control| format!("{chapter}.{control}"))).collect()
}

#[test]
fn nothing_is_wrong_with_it() {
    has_files_without_a_fault("mvsp");
}

#[test]
fn it_has_what_it_says_it_has() {
    let q = questionnaire();
    assert_eq!(q.reference(), "mvsp@1.0.0");
    assert_eq!((q.questions.len(), q.categories.len(), q.flags.len(), q.factors.len()), (25, 4, 9, 4));
    let categories: Vec<&str> = q.categories.iter().map(|category| category.id.as_str()).collect();
    assert_eq!(categories, CONTROLS.map(|(category, _)| category));
    assert_eq!(q.categories.iter().filter_map(|category| category.weight).sum::<u32>(), 100);
    assert!(q.flags.iter().all(|flag| flag.remedy.is_some() && flag.basis.is_some()));
    assert!(q.evidence.iter().all(|kind| kind.valid_months.is_some()));
    assert_eq!(critical_with_a_flag(&q), 2);
    assert_eq!(q.questions.iter().filter(|question| question.screening).count(), 8);
    says_what_to_show(&q);
    is_in_both_languages(&q);
    claims_no_more_than_is_known("mvsp");
    asks_the_same(built_in::find("mvsp").unwrap().as_one_file("ours"), &q);
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    assert!(readme.contains("version 1.0.0") && readme.contains("25 questions in 4 categories"));
    assert!(readme.contains("Eight questions make up the short form"));
}

#[test]
fn where_it_comes_from_is_told_to_everybody() {
    for lang in ["en", "sv"] {
        let shown = duly(root(), &["questionnaires", "mvsp", "--lang", lang]).done().out;
        assert!(shown.contains("MVSP") && shown.contains("CC0 1.0"), "{shown}");
    }
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    assert!(readme.contains("https://mvsp.dev") && readme.contains("CC0 1.0"));
}

/// Each control has one question, in its order, and the README says which.
#[test]
fn every_control_is_asked_for_once() {
    let q = questionnaire();
    let mvsp = q.frameworks.find(|known| known.id == "mvsp").unwrap();
    let referring = |question: &duly::internal::questionnaire::Question| -> Vec<String> {
        question.refs.iter().filter(|(at, _)| *at == mvsp).flat_map(|(_, refs)| refs.iter().cloned()).collect()
    };
    let asked: Vec<(String, String)> = q
        .questions
        .iter()
        .flat_map(|question| referring(question).into_iter().map(|control| (control, question.id.to_string())))
        .collect();
    assert_eq!(asked.iter().map(|(control, _)| control.clone()).collect::<Vec<_>>(), controls());
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [control, _, question] = cells.try_into().ok()?;
        Some((control.to_owned(), question.strip_prefix('`')?.strip_suffix('`')?.to_owned()))
    });
    assert_eq!(rows.collect::<Vec<_>>(), asked);
}

/// Every answer at its best, or at its worst: whatever a form can be given.
fn answered(q: &Questionnaire, best: bool) -> String {
    let mut text = "format: duly/answers@1\nvendor: {name: Molnkraft AB}\nquestionnaire: mvsp@1.0.0\n".to_owned();
    text += "answered: 2026-11-20\nanswers:\n";
    for question in &q.questions {
        let answer = match &question.form {
            Form::ChooseOne(options) => {
                let worth = |best: bool| {
                    let sought = options.iter().map(|option| option.value);
                    if best { sought.max() } else { sought.min() }
                };
                options.iter().find(|option| Some(option.value) == worth(best)).unwrap().id.to_string()
            }
            Form::ChooseMany(ticks) => {
                let chosen = ticks.options.iter().filter(|option| option.exclusive != best);
                format!("[{}]", chosen.map(|option| option.id.as_str()).collect::<Vec<_>>().join(", "))
            }
            Form::Number(_) if question.id.as_str().ends_with("-pct") => if best { "100" } else { "0" }.to_owned(),
            Form::Number(_) => if best { "1" } else { "999" }.to_owned(),
            Form::Date(_) => if best { "2026-11-01" } else { "never" }.to_owned(),
            other => unreachable!("{other:?}"),
        };
        text += &format!("  {}: {answer}\n", question.id);
    }
    text
}

#[test]
fn each_flag_is_raised_by_the_worst_answers_and_ruled_out_by_the_best() {
    let q = questionnaire();
    let folder = Folder::with(&[("best.yaml", &answered(&q, true)), ("worst.yaml", &answered(&q, false))]);
    for (file, expected, claimed) in [("best.yaml", "clear", "100"), ("worst.yaml", "triggered", "0")] {
        let check = duly_on_day(&folder, &["check", file]);
        assert_eq!(check.out, format!("{file}: no problems found\n"));
        let json: serde_json::Value = duly_on_day(&folder, &["export", file, "-f", "json"]).json();
        let flags = json["flags"].as_array().unwrap();
        let states: BTreeSet<&str> = flags
            .iter()
            .filter(|flag| flag["id"].as_str().is_some())
            .map(|flag| flag["state"].as_str().unwrap())
            .collect();
        assert_eq!(states, BTreeSet::from([expected]), "{file}: {flags:#?}");
        assert_eq!(json["overall"]["claimed"], claimed, "{file}");
    }
}

#[test]
fn a_vendor_is_asked_and_judged_with_it() {
    let q = questionnaire();
    let folder = Folder::with(&[("a.yaml", &answered(&q, true)), ("b.yaml", &answered(&q, false))]);
    for lang in ["en", "sv"] {
        for form in [format!("{lang}.yaml"), format!("{lang}.xlsx"), format!("{lang}.html")] {
            let new = ["new", "--vendor", "Molnkraft AB", "--questionnaire", "mvsp", "--lang", lang, "-o", &form];
            duly(&folder, &new).done();
        }
        let short = ["new", "--vendor", "A", "--questionnaire", "mvsp", "--screening", "--lang", lang, "-o", "-"];
        assert_eq!(duly(&folder, &short).done().out.matches("\n    answer:").count(), 8);
        let back = ["import", &format!("{lang}.xlsx"), "-o", &format!("back-{lang}.yaml")];
        assert!(duly(&folder, &back).said().contains("0 answers"), "an empty form has none");
        for report in ["vendor", "contract", "board"] {
            let ran = duly_on_day(&folder, &["export", "b.yaml", "--for", report, "-f", "md", "--lang", lang]).done();
            assert!(ran.out.contains("MVSP 3.0"), "{}", ran.out);
        }
        let diff = duly_on_day(&folder, &["diff", "a.yaml", "b.yaml", "--lang", lang]).done().out;
        assert!(diff.contains("operations.access"), "{diff}");
    }
}
