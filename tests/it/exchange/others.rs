//! Every format of others from one end to the other: its questions become a questionnaire without errors, twice the
//! same; answers in it can be judged and compared; a returned file is brought into answers that are there.

use std::collections::BTreeMap;

use duly::internal::words::problem::{Code, foreign};

use super::{caiq, hecvat, oscal_in, tables, vsaq};
use crate::support::{Folder, duly};

/// What can be wrong with a file of others, whatever its format; each stands in a test below.
pub const CODES: &[&Code] = foreign::CODES;

/// How a format's files are named and brought in.
struct Others {
    /// The file with the questions.
    asked: &'static str,
    /// Files with the answers of two vendors; none where the format has none.
    replied: [&'static str; 2],
    /// What has to be said of them.
    said: &'static [&'static str],
}

const COLUMNS: &[&str] = &[
    "--columns",
    "header=2,id=ID,question=Control question,answer=Vendor response,comment=Remarks",
    "--values",
    "Implemented=100,Partly=50,No=0",
];

const ALL: [Others; 5] = [
    Others { asked: "yard.json", replied: ["yard-a.json", "yard-b.json"], said: &[] },
    Others { asked: "house.json", replied: ["", ""], said: &[] },
    Others { asked: "empty-caiq.xlsx", replied: ["caiq-a.xlsx", "caiq-b.xlsx"], said: &[] },
    Others { asked: "our-hecvat.xlsx", replied: ["hecvat-a.xlsx", "hecvat-b.xlsx"], said: &[] },
    Others { asked: "set.csv", replied: ["set-a.csv", "set-b.csv"], said: COLUMNS },
];

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("yard.json", vsaq::FORM);
    folder.write("yard-a.json", r#"{"yard_own": "checked", "guard_gate": "checked", "keys_listed": "no"}"#);
    folder.write("yard-b.json", r#"{"yard_shared": "checked", "yard_sharing": "A baker"}"#);
    folder.write("house.json", oscal_in::catalog().to_string());
    folder.write("empty-caiq.xlsx", caiq::caiq(&[]));
    folder.write("caiq-a.xlsx", caiq::caiq(&caiq::FILLED));
    folder.write("caiq-b.xlsx", caiq::caiq(&caiq::FILLED[..2]));
    folder.write("our-hecvat.xlsx", hecvat::hecvat(&[], &hecvat::KEY));
    folder.write("hecvat-a.xlsx", hecvat::hecvat(&hecvat::FILLED, &hecvat::KEY));
    folder.write("hecvat-b.xlsx", hecvat::hecvat(&hecvat::FILLED[..4], &hecvat::KEY));
    folder.write("set.csv", tables::TABLE);
    folder.write("set-a.csv", tables::TABLE);
    folder.write("set-b.csv", tables::TABLE.replace("Implemented", "No"));
    folder
}

fn run<'a>(words: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [words, more].concat()
}

#[test]
fn what_others_ask_is_a_questionnaire_without_errors_and_twice_the_same() {
    let folder = folder();
    for Others { asked, said, .. } in &ALL {
        let first = duly(&folder, &run(&["import", asked, "--as", "questionnaire", "-o", "q.yaml"], said));
        assert_eq!(first.code, 0, "{asked}\n{}", first.err);
        let text = folder.read("q.yaml");
        let again = duly(&folder, &run(&["import", asked, "--as", "questionnaire", "-o", "q.yaml", "--force"], said));
        assert_eq!((again.err, folder.read("q.yaml")), (first.err.clone(), text.clone()), "{asked}");
        let checked = duly(&folder, &["check", "q.yaml"]);
        assert_eq!(checked.code, 0, "{asked}\n{}", checked.out);
        // the account stands at the head of the file as it was told
        let words = |text: &str| text.replace("\n#", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let told: Vec<&str> = first.err.lines().take_while(|line| !line.starts_with("written:")).collect();
        assert!(told.len() > 1 && told.iter().all(|line| words(&text).contains(&words(line))), "{asked}\n{text}");
        std::fs::remove_file(folder.at("q.yaml")).unwrap();
    }
}

#[test]
fn vendors_that_answered_in_it_are_judged_and_compared() {
    let folder = folder();
    for Others { asked, replied, said } in &ALL {
        let force = |words: &[&'static str]| run(words, &run(said, &["--force"]));
        duly(&folder, &force(&["import", asked, "--as", "questionnaire", "-o", "q.yaml"])).done();
        for (file, (vendor, to)) in replied.iter().zip([("Alfa AB", "a.yaml"), ("Beta AB", "b.yaml")]) {
            if file.is_empty() {
                duly(&folder, &["new", "--questionnaire", "q.yaml", "--vendor", vendor, "-o", to, "--force"]).done();
            } else {
                let words = ["import", file, "--questionnaire", "q.yaml", "--vendor", vendor, "-o", to];
                let ran = duly(&folder, &run(&words, &run(said, &["--force"])));
                assert!(ran.err.contains("mapped: "), "{file}\n{}", ran.err);
                let text = folder.read(to);
                duly(&folder, &run(&words, &run(said, &["--force"])));
                assert_eq!(folder.read(to), text, "{file}: twice the same");
                assert!(!text.contains("verified") && !text.contains("evidence:"), "claims alone\n{text}");
            }
            assert_eq!(duly(&folder, &["check", to]).code, 0, "{to} of {asked}");
            let assessed = duly(&folder, &["assess", to, "--no-review"]);
            assert!(assessed.code == 0 && assessed.out.contains(vendor), "{asked}\n{}{}", assessed.out, assessed.err);
        }
        let compared = duly(&folder, &["diff", "a.yaml", "b.yaml"]);
        assert!(compared.code == 0 && compared.out.contains("Beta AB"), "{asked}\n{}{}", compared.out, compared.err);
    }
}

#[test]
fn what_comes_in_is_merged_and_overwrites_nothing() {
    let folder = folder();
    let said = |words: &[&'static str]| run(words, COLUMNS);
    duly(&folder, &said(&["import", "set.csv", "--as", "questionnaire", "-o", "q.yaml"])).done();
    let first = ["import", "set-a.csv", "--questionnaire", "q.yaml", "--vendor", "Alfa", "-o", "a.yaml"];
    let ran = duly(&folder, &said(&first));
    assert!(ran.code == 2 && ran.err.contains("does not offer"), "two answers are left to look at: {}", ran.err);
    let before = folder.read("a.yaml");
    let same = duly(&folder, &said(&["import", "set-a.csv", "--vendor", "Alfa", "--into", "a.yaml"]));
    assert_eq!((same.code, folder.read("a.yaml")), (2, before.clone()), "{}", same.err);
    let other = duly(&folder, &said(&["import", "set-b.csv", "--vendor", "Alfa", "--into", "a.yaml"]));
    assert_eq!((other.code, folder.read("a.yaml")), (2, before), "{}", other.err);
    assert!(other.err.contains("AC-01-1: No (set-b.csv, C") || other.err.contains("AC-01-1"), "{}", other.err);
    let taken = duly(&folder, &said(&["import", "set-b.csv", "--vendor", "Alfa", "--update", "a.yaml"]));
    assert!(taken.code == 2 && taken.err.contains("does not offer"), "{}", taken.err);
    assert!(folder.read("a.yaml").contains("AC-01-1:\n    answer: No\n"), "{}", folder.read("a.yaml"));
}

#[test]
fn an_id_comes_from_the_source_wherever_it_stands() {
    let folder = folder();
    let lines: Vec<&str> = tables::TABLE.lines().collect();
    // the rows of the last section in another order, and one less
    let turned = tables::TABLE.replace(lines[lines.len() - 1], "").replace("BC-01;", "BC-09;");
    folder.write("turned.csv", &turned);
    let ids = |file: &str| -> BTreeMap<String, String> {
        duly(&folder, &run(&["import", file, "--as", "questionnaire", "-o", "q.yaml", "--force"], COLUMNS)).done();
        let text = folder.read("q.yaml");
        let found = text.split("      - id: ").skip(1).filter_map(|part| part.split_once("\n        ask:"));
        found.map(|(id, rest)| (id.trim().to_owned(), rest.lines().next().unwrap_or_default().to_owned())).collect()
    };
    let (one, other) = (ids("set.csv"), ids("turned.csv"));
    assert!(one.len() > 4 && other.keys().any(|id| id == "BC-09"), "{one:?} {other:?}");
    assert!(other.iter().all(|(id, ask)| id == "BC-09" || one.get(id) == Some(ask)), "{one:?} {other:?}");
}

#[test]
fn a_table_that_nobody_has_explained_stops_with_a_proposal() {
    let folder = folder();
    for more in
        [&["--as", "questionnaire", "-o", "q.yaml"][..], &["--questionnaire", "customer-service", "-o", "a.yaml"]]
    {
        let ran = duly(&folder, &run(&["import", "set.csv"], more));
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("--columns ") && ran.err.contains("format = \"duly/mapping@1\""), "{}", ran.err);
        assert!(!folder.at("q.yaml").exists() && !folder.at("a.yaml").exists());
    }
}

#[test]
fn answers_of_others_need_our_questionnaire() {
    let folder = folder();
    let ran = duly(&folder, &["import", "caiq-a.xlsx", "--vendor", "Alfa AB", "-o", "a.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error[foreign-needs-questionnaire]"), "{}", ran.err);
    let ran = duly(&folder, &["import", "house.json", "--questionnaire", "customer-service", "-o", "a.yaml"]);
    assert!(ran.code == 2 && ran.err.starts_with("error[foreign-no-answers]"), "{}", ran.err);
    folder.write("none.json", r#"{"questionnaire": [{"type": "block", "text": "x", "items": [{"type": "info"}]}]}"#);
    let ran = duly(&folder, &["import", "none.json", "--as", "questionnaire", "-o", "q.yaml"]);
    assert!(ran.code == 2 && ran.err.starts_with("error[foreign-without-questions]"), "{}", ran.err);
    let block = |number: usize| {
        format!(
            r#"{{"type": "block", "text": "{number}", "items": [{{"type": "line", "id": "x{number}", "text": "Who?"}}]}}"#
        )
    };
    let blocks: Vec<String> = (0..201).map(block).collect();
    folder
        .write("many.json", format!(r#"{{"questionnaire": [{{"type": "block", "items": [{}]}}]}}"#, blocks.join(", ")));
    let ran = duly(&folder, &["import", "many.json", "--as", "questionnaire", "-o", "q.yaml"]);
    let said = "error[foreign-too-many-categories]: this file has 201 parts that would be categories";
    assert!(ran.code == 2 && ran.err.starts_with(said), "{}", ran.err);
    for empty in ["empty.json", "empty.csv", "empty.xlsx"] {
        folder.write(empty, " \n");
        let ran = duly(&folder, &["import", empty, "--as", "questionnaire", "-o", "q.yaml"]);
        assert!(
            ran.code == 2 && ran.err.starts_with(&format!("error[foreign-empty]: {empty} is empty")),
            "{}",
            ran.err
        );
    }
    folder.write("what.json", "{\"a\": [1, 2]}");
    let ran = duly(&folder, &["import", "what.json", "--as", "questionnaire", "-o", "q.yaml"]);
    assert!(ran.code == 2 && ran.err.starts_with("error[foreign-unknown]"), "{}", ran.err);
}

#[test]
fn what_belongs_to_no_question_is_told_and_kept() {
    let folder = folder();
    duly(&folder, &["import", "yard.json", "--as", "questionnaire", "-o", "q.yaml"]).done();
    folder.write("stray.json", "{\n  \"yard_own\": \"checked\",\n  \"nowhere\": \"x\\n# y\"\n}");
    let words = ["import", "stray.json", "--questionnaire", "q.yaml", "--vendor", "Alfa AB", "-o", "a.yaml"];
    let ran = duly(&folder, &words);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[answers-no-question]: `nowhere`"), "{}", ran.err);
    assert!(ran.err.contains("--> stray.json: line 3\n"), "{}", ran.err);
    assert!(!ran.err.contains("--for vendor"), "no letter is written of such a file\n{}", ran.err);
    let text = folder.read("a.yaml");
    let (head, answers) = text.split_once("answers:").unwrap();
    assert!(
        head.contains("# not understood (stray.json, line 3): nowhere: x") && answers.contains("yard_own"),
        "{text}"
    );
}

#[test]
fn of_two_answers_the_first_counts_and_the_other_is_kept() {
    let folder = folder();
    let said = |words: &[&'static str]| run(words, COLUMNS);
    duly(&folder, &said(&["import", "set.csv", "--as", "questionnaire", "-o", "q.yaml"])).done();
    folder.write("twice.csv", format!("{}AC-02;Are shared accounts forbidden?;Implemented;;;;\n", tables::TABLE));
    let ran =
        duly(&folder, &said(&["import", "twice.csv", "--questionnaire", "q.yaml", "--vendor", "A", "-o", "a.yaml"]));
    assert!(ran.code == 2 && ran.err.contains("error[answered-once-more]: `AC-02`"), "{}", ran.err);
    let text = folder.read("a.yaml");
    assert!(text.contains("Access.AC-02:\n    # not understood (twice.csv, "), "{text}");
    assert!(text.contains("): Implemented\n    answer: No\n"), "{text}");
}

#[test]
fn a_questionnaire_goes_where_it_is_known_as_one() {
    let folder = folder();
    folder.make("sets");
    let run = |to: &str| duly(&folder, &["import", "yard.json", "--as", "questionnaire", "-o", to]);
    for to in ["q.xlsx", "q", "q.review.yaml", "yard.json"] {
        let ran = run(to);
        assert!(ran.code == 2 && ran.err.starts_with("error: "), "{to}\n{}", ran.err);
    }
    run("sets").done();
    assert!(folder.read("sets/yard.yaml").starts_with("format: duly/questionnaire@1\n"));
    folder.write("mvsp.json", vsaq::FORM);
    duly(&folder, &["import", "mvsp.json", "--as", "questionnaire", "-o", "own.yaml"]).done();
    assert!(folder.read("own.yaml").contains("\nid: our-mvsp\n"), "{}", folder.read("own.yaml"));
    assert_eq!(duly(&folder, &["check", "own.yaml"]).code, 0);
}

#[test]
fn a_round_in_which_a_question_is_answered_twice_replaces_no_answer_to_it() {
    let folder = folder();
    let said = |words: &[&'static str]| run(words, COLUMNS);
    duly(&folder, &said(&["import", "set.csv", "--as", "questionnaire", "-o", "q.yaml"])).done();
    let first = ["import", "set-a.csv", "--questionnaire", "q.yaml", "--vendor", "Alfa", "-o", "a.yaml"];
    duly(&folder, &said(&first));
    folder.write(
        "up.csv",
        "T;;;;\nID;Control question;Vendor response;Compliant answer;Remarks\n\
        AC-02;Are shared accounts forbidden?;Implemented;;\nAC-02;Are shared accounts forbidden?;No;;\n",
    );
    let ran = duly(&folder, &said(&["import", "up.csv", "--update", "a.yaml"]));
    assert!(ran.code == 2 && ran.err.contains("error[answered-once-more]"), "{}", ran.err);
    assert!(!ran.err.contains("missing-key"), "the file says who answers\n{}", ran.err);
    assert!(folder.read("a.yaml").contains("  Access.AC-02: No\n"), "{}", folder.read("a.yaml"));
}

#[test]
fn answers_belong_to_somebody_and_what_a_law_says_is_no_id() {
    let folder = folder();
    folder.write("own.csv", "ID;Q;S\n87;Do you bake bread?;yes\n");
    let words = ["import", "own.csv", "--questionnaire", "customer-service", "--columns", "id=ID,question=Q,answer=S"];
    let nameless = duly(&folder, &run(&words, &["-o", "a.yaml"]));
    assert!(nameless.code == 2 && nameless.err.starts_with("error[foreign-nameless]"), "{}", nameless.err);
    let ran = duly(&folder, &run(&words, &["-o", "a.yaml", "--vendor", "Alfa AB"]));
    assert!(ran.code == 2 && ran.err.contains("error[answers-no-question]: `87`"), "{}", ran.err);
}
