//! The table that CISO Assistant takes in as an audit: its columns and words and no others, what is only said never
//! compliant, a vendor's words no formulas, and the ids that the library had.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::formats::{ATTACKS, attacked};
use crate::support::{Folder, Ran, duly_on_day, example, names_in, root};

const HEAD: &str = "urn,assessable,ref_id,name,description,compliance_result,requirement_progress,score,\
                    implementation_score,documentation_score,observations\r\n";

fn export(folder: impl AsRef<Path>, args: &[&str]) -> Ran {
    duly_on_day(folder, &[&["export", "-q", "-f", "ciso-assistant"], args].concat())
}

/// The rows under the head.
fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.strip_prefix(HEAD).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_has_the_columns_and_words_of_ciso_assistant() {
    let results = ["not_assessed", "partially_compliant", "non_compliant", "compliant", "not_applicable"];
    let progress = ["to_do", "in_progress", "in_review", "done"];
    let mut met = BTreeSet::new();
    for vendor in ["nordkontakt.yaml", "allyes.yaml", "billigsvar.yaml", "halvklar.yaml"] {
        for lang in ["en", "sv"] {
            let table = rows(&export(root().join("examples"), &[vendor, "--lang", lang]).done().out);
            let json = duly_on_day(root().join("examples"), &["export", "-q", vendor, "-f", "json"]).done().out;
            let json: Value = serde_json::from_str(&json).unwrap();
            let questions = json["questions"].as_array().unwrap();
            assert_eq!(table.len(), questions.len(), "{vendor}");
            for (row, question) in table.iter().zip(questions) {
                assert_eq!((row.len(), &*row[0], &*row[1], &*row[2]), (11, "", "x", question["id"].as_str().unwrap()));
                assert!(results.contains(&&*row[5]) && progress.contains(&&*row[6]), "{row:?}");
                assert!(row[7..10].iter().all(String::is_empty) && !row[10].is_empty(), "{row:?}");
                if row[5] == "compliant" {
                    let gaps = ["evidence_gap", "unknown"].map(|part| question[part].as_str().unwrap());
                    assert_eq!((gaps, &question["assurance"]), (["0", "0"], &Value::from("verified")), "{row:?}");
                }
                met.insert((row[5].clone(), row[6].clone()));
            }
        }
    }
    assert!(met.len() >= 8, "{met:?}");
}

#[test]
fn requirements_go_by_the_ids_of_the_library_that_asked() {
    let desk = Folder::new();
    let question =
        |id: &str, refs: &str| format!("{{id: {id}, ask: Is {id} there?, importance: high, answer: yes-no{refs}}}");
    let questions = [
        question("A1", ""),
        question("a-2-1", ", refs: {ciso-assistant: [\"A.2/1\"]}"),
        question("n-3", ", refs: {ciso-assistant: [\"urn:x:risk:req_node:y:n.3\"]}"),
    ];
    let library = |framework: &str, id: &str| {
        format!(
            "format: duly/questionnaire@1\nid: {id}\nversion: 1.0.0\ntitle: T\nframeworks: {{{framework}: {{title: F}}}}\n\
             categories: [{{id: c, title: C, questions: [{}]}}]\n",
            questions.join(", ").replace("ciso-assistant", framework)
        )
    };
    desk.write("theirs.yaml", library("ciso-assistant", "theirs"));
    desk.write("other.yaml", library("iso", "other"));
    let answers = |file: &str| {
        format!(
            "format: duly/answers@1\nvendor: {{name: V}}\nquestionnaire: ./{file}\nanswers: {{c.A1: \"no\", c.a-2-1: \"yes\"}}\n"
        )
    };
    desk.write("a.yaml", answers("theirs.yaml"));
    desk.write("b.yaml", answers("other.yaml"));
    let named = |file: &str| -> Vec<[String; 4]> {
        let table = rows(&export(&desk, &[file]).done().out);
        table.into_iter().map(|row| [0, 2, 5, 6].map(|at| row[at].clone())).collect()
    };
    assert_eq!(
        named("a.yaml"),
        [
            ["", "A1", "non_compliant", "done"],
            ["", "A.2/1", "not_assessed", "in_progress"],
            ["urn:x:risk:req_node:y:n.3", "", "not_assessed", "to_do"],
        ]
    );
    let ids: Vec<String> = named("b.yaml").into_iter().map(|[_, id, _, _]| id).collect();
    assert_eq!(ids, ["c.A1", "c.a-2-1", "c.n-3"]);
}

#[test]
fn a_requirement_of_several_questions_is_one_row_with_the_worst_of_them() {
    let desk = Folder::new();
    let refs = |own: &str, id: &str| format!("refs: {{ciso-assistant: [{own}{id}, \"urn:x:risk:req_node:y:{id}\"]}}");
    let asked =
        |id: &str, refs: &str| format!("{{id: {id}, ask: \"Is {id}?\", importance: high, answer: yes-no, {refs}}}");
    let told =
        |id: &str, refs: &str| format!("{{id: {id}, ask: \"Which {id}?\", importance: info, answer: text, {refs}}}");
    let questions = [
        asked("a-3-1", &refs("a.3.question.1, ", "A.3")),
        asked("b-1", &refs("", "B.1")),
        asked("a-3-2", &refs("a.3.question.2, ", "A.3")),
        told("a-3-3", &refs("a.3.question.3, ", "A.3")),
        asked("c-1", &refs("c.1.question.1, ", "C.1")),
        told("c-2", &refs("c.1.question.2, ", "C.1")),
    ];
    desk.write(
        "q.yaml",
        format!(
            "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: T\nframeworks: {{ciso-assistant: {{title: F}}}}\n\
             categories: [{{id: c, title: C, questions: [{}]}}]\n",
            questions.join(", ")
        ),
    );
    desk.write(
        "a.yaml",
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\n\
         answers: {c.a-3-2: {answer: \"no\", comment: Not yet}, c.b-1: \"yes\", c.c-1: \"no\"}\n",
    );
    let table = rows(&export(&desk, &["a.yaml"]).done().out);
    let named: Vec<[&str; 4]> = table.iter().map(|row| [0, 2, 5, 6].map(|at| row[at].as_str())).collect();
    assert_eq!(
        named,
        [
            ["urn:x:risk:req_node:y:A.3", "A.3", "non_compliant", "to_do"],
            ["urn:x:risk:req_node:y:B.1", "B.1", "not_assessed", "in_progress"],
            ["urn:x:risk:req_node:y:C.1", "C.1", "non_compliant", "done"],
        ]
    );
    let observed = &table[0][10];
    for part in ["Is a-3-1? ", "Is a-3-2? ", "Not yet", "Which a-3-3? "] {
        assert!(observed.contains(part), "{observed}");
    }
}

#[test]
fn a_vendors_words_are_no_formulas_there() {
    for attack in ATTACKS {
        let table = rows(&export(&attacked(attack), &["v.yaml"]).done().out);
        assert_eq!(table.len(), 3, "{attack}");
        for cell in table.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !cell.contains('\n'), "{attack}: {cell}");
        }
    }
}

#[test]
fn several_vendors_are_a_table_each() {
    let desk = Folder::new();
    for name in ["halvklar.yaml", "billigsvar.yaml"] {
        desk.write(name, example(name));
    }
    desk.make("out");
    export(&desk, &["halvklar.yaml", "billigsvar.yaml", "-o", "out"]).done();
    assert_eq!(names_in(&desk.at("out")), ["billigsvar.csv", "halvklar.csv"]);
    assert!(desk.read("out/halvklar.csv").starts_with(HEAD));
    let ran = export(&desk, &["halvklar.yaml", "billigsvar.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("need a folder"), "{}", ran.err);
}
