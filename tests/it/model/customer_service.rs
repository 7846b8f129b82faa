//! The built-in questionnaire `customer-service` and the tables that trace it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use duly::internal::questionnaire::{Question, Questionnaire, Translations, built_in, lint};
use duly::internal::source::Source;

use crate::support::reading::{self, accepted};
use crate::support::{duly, root};

fn folder() -> PathBuf {
    root().join("questionnaires/customer-service")
}

fn questionnaire() -> Questionnaire {
    without_a_fault("customer-service")
}

/// A built-in questionnaire, in which nothing is wrong or doubtful.
pub(super) fn without_a_fault(id: &str) -> Questionnaire {
    let checked = built_in::find(id).unwrap().read();
    let mut notes = checked.diagnostics;
    let questionnaire = checked.value.unwrap();
    [lint::lower_sets, lint::near_duplicates].iter().for_each(|lint| lint(&questionnaire, &mut notes));
    assert!(notes.is_empty(), "{:?}", notes.sorted());
    questionnaire
}

/// Nothing is wrong with the files of a built-in questionnaire either.
pub(super) fn has_files_without_a_fault(id: &str) {
    let ran = duly(root().join("questionnaires").join(id), &["check", "questionnaire.yaml", "--deny-warnings"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn nothing_is_wrong_with_it() {
    has_files_without_a_fault("customer-service");
}

#[test]
fn it_has_what_it_says_it_has() {
    let q = questionnaire();
    assert_eq!(q.reference(), "customer-service@1.1.0");
    assert_eq!((q.questions.len(), q.categories.len(), q.flags.len()), (113, 12, 39));
    assert_eq!((q.contradictions.len(), q.factors.len(), q.groups.len()), (9, 6, 5));
    let five_levels = q.groups.iter().find(|group| group.id == "five-levels").unwrap();
    let levels: Vec<&str> = five_levels.categories.iter().map(|at| q.categories[*at].id.as_str()).collect();
    assert_eq!(levels, ["policies", "classification", "access", "encryption", "backups"]);
    let weight: u32 = q.categories.iter().filter_map(|category| category.weight).sum();
    assert_eq!(weight, 100);
    assert!(q.flags.iter().all(|flag| flag.remedy.is_some() && flag.basis.is_some()));
    says_what_to_show(&q);
}

/// Every question of a built-in questionnaire helps whoever answers and whoever reads, and can be proved.
pub(super) fn says_what_to_show(q: &Questionnaire) {
    let texts = |question: &Question| {
        [&question.help, &question.good, &question.weak, &question.follow_up, &question.remedy].map(Option::is_some)
    };
    let bare: Vec<&str> = q.questions.iter().filter(|at| texts(at) != [true; 5]).map(|at| at.id.as_str()).collect();
    assert_eq!(bare, Vec::<&str>::new(), "every question has help, good, weak, follow-up and remedy");
    assert!(q.questions.iter().all(|question| !question.evidence.is_empty()));
}

#[test]
fn the_short_form_asks_what_decides_most() {
    let q = questionnaire();
    let short: Vec<&str> = q.questions.iter().filter(|at| at.screening).map(|at| at.id.as_str()).collect();
    let decides = [
        "classification.recordings",
        "access.mfa",
        "access.rbac",
        "access.unique-accounts",
        "access.offboarding-hours",
        "access.exfiltration",
        "access.caller-verification",
        "access.reset-verification",
        "access.devices",
        "encryption.at-rest",
        "human.social-engineering",
        "human.confidentiality",
        "gdpr.dpa",
        "gdpr.purpose",
        "gdpr.subprocessors",
        "gdpr.locations",
        "gdpr.ai-tools",
        "contract.audit-rights",
        "incident.prior",
        "incident.notify-hours",
    ];
    assert_eq!(short, decides);
}

/// What is worst where it matters most is never only a lower score.
#[test]
fn every_critical_question_has_a_flag() {
    assert_eq!(critical_with_a_flag(&questionnaire()), 19);
}

/// How many critical questions a built-in questionnaire has, each of which a flag looks at.
pub(super) fn critical_with_a_flag(q: &Questionnaire) -> usize {
    let flagged: BTreeSet<_> = q.flags.iter().flat_map(|flag| flag.when.questions()).collect();
    let critical = q.questions.with_ids().filter(|(_, at)| format!("{:?}", at.weight) == "Importance(Critical)");
    let (critical, silent): (Vec<_>, Vec<_>) = critical.partition(|(id, _)| flagged.contains(id));
    assert_eq!(silent.iter().map(|(_, at)| at.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    critical.len()
}

/// Kinds of evidence decide what a paper proves: none may be easier to have than what the question asks.
#[test]
fn a_paper_proves_what_it_is_about() {
    let q = questionnaire();
    let kinds = |id: &str| -> Vec<&str> {
        let asked = &q.questions[q.find(id).unwrap()].evidence;
        asked.iter().map(|at| q.evidence[*at].id.as_str()).collect()
    };
    assert_eq!(kinds("certifications.iso27001"), ["iso27001"], "no other certificate");
    assert_eq!(kinds("certifications.assurance-report"), ["assurance"]);
    assert_eq!(kinds("access.mfa"), ["mfa"]);
    assert_eq!(kinds("monitoring.last-security-test"), ["pentest"], "a scan is no test");
    assert_eq!(kinds("gdpr.subprocessors"), ["dpa", "no-subprocessors"]);
    let ageless: Vec<&str> = q
        .evidence
        .iter()
        .filter(|kind| format!("{:?}", kind.valid_months) == "Some(Never)")
        .map(|kind| kind.id.as_str())
        .collect();
    assert_eq!(ageless, ["dpa", "dpo", "clause"], "contracts and appointments");
    let standing: Vec<&str> =
        q.evidence.iter().filter(|kind| !kind.stands_for.is_empty()).map(|kind| kind.id.as_str()).collect();
    assert_eq!(standing, ["assurance"]);
    for (at, kind) in q.evidence.with_ids() {
        let proved = q.questions.iter().filter(|question| question.evidence.contains(&at));
        let categories: BTreeSet<_> = proved.map(|question| question.category).collect();
        // Screenshots of settings are one each, and each shows a setting of its own.
        assert!(categories.len() <= 2 || kind.id.as_str() == "config", "{} proves in three categories", kind.id);
    }
}

#[test]
fn every_prose_text_is_in_both_languages() {
    is_in_both_languages(&questionnaire());
}

/// Every text of a built-in questionnaire has both languages.
pub(super) fn is_in_both_languages(q: &Questionnaire) {
    let mut texts: Vec<(&str, &Translations)> = vec![("title", &q.title)];
    texts.extend(q.about.iter().map(|text| ("about", text)));
    texts.extend(
        q.flags.iter().flat_map(|flag| [Some(&flag.title), flag.remedy.as_ref()]).flatten().map(|t| ("flag", t)),
    );
    texts.extend(q.evidence.iter().map(|kind| (kind.id.as_str(), &kind.ask)));
    texts.extend(q.categories.iter().map(|category| (category.id.as_str(), &category.title)));
    for question in &q.questions {
        let more = [&question.help, &question.good, &question.weak, &question.follow_up, &question.remedy];
        texts.push((&question.id, &question.ask));
        texts.extend(more.into_iter().flatten().map(|text| (question.id.as_str(), text)));
    }
    for (what, text) in texts {
        assert_eq!(text.all().count(), 2, "{what} has English and Swedish");
        assert!(text.all().all(|one| !one.trim().is_empty()), "{what}");
    }
}

#[test]
fn one_file_of_it_asks_the_same() {
    let text = built_in::find("customer-service").unwrap().as_one_file("ours");
    assert!(text.contains("# Level 3"), "comments are kept");
    asks_the_same(text, &questionnaire());
}

/// A questionnaire as one file, under another id, is what it was made of.
pub(super) fn asks_the_same(text: String, original: &Questionnaire) {
    let checked = reading::questionnaire(&Source::new("questionnaire.yaml", text));
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics.sorted());
    let copy = accepted(checked);
    assert_eq!(copy.id, "ours");
    let told = |q: &Questionnaire| {
        let questions = q.questions.iter().map(|a| format!("{} {:?} {:?} {:?}", a.id, a.ask, a.form, a.refs));
        let categories = q.categories.iter().map(|c| format!("{} {:?} {:?}", c.id, c.weight, c.minimum));
        questions.chain(categories).chain(q.flags.iter().map(|f| format!("{} {:?}", f.id, f.when))).collect::<Vec<_>>()
    };
    assert_eq!(told(&copy), told(original));
}

/// The fingerprint of every earlier version. None is ever changed: reports name it, and answers are judged by it.
const EARLIER: [(&str, &str); 1] =
    [("customer-service@1.0.0", "aa3b1ceddb397ab644cacf1ee2641807b491f7c2d7ec78106b5a091f88cd435e")];

#[test]
fn earlier_versions_stay_as_they_are() {
    let mut earlier = Vec::new();
    for built_in in built_in::ALL {
        let checked = built_in.read();
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics.sorted());
        let read = checked.value.unwrap();
        assert_eq!(read.reference(), built_in.reference(), "its text says the same");
        if built_in.name() != built_in.id {
            earlier.push((built_in.reference().to_string(), read.fingerprint()));
        }
    }
    assert_eq!(earlier, EARLIER.map(|(version, sha256)| (version.to_owned(), sha256.to_owned())));
    let files = std::fs::read_dir(root().join("questionnaires/earlier")).unwrap().count();
    assert_eq!(files, EARLIER.len(), "each is built in");
}

#[test]
fn old_answers_are_judged_by_the_text_that_they_answer() {
    let args = ["export", "examples/nordkontakt-2025.yaml", "--as-of", "2026-11-20", "-f", "json"];
    let ran = duly(root(), &args);
    let json = ran.json::<serde_json::Value>();
    let (version, sha256) = EARLIER[0];
    let basis = &json["basis"]["questionnaire"];
    assert_eq!(format!("{}@{}", basis["id"].as_str().unwrap(), basis["version"].as_str().unwrap()), version);
    assert_eq!(basis["sha256"], sha256);
    let by_the_newest = duly(root(), &[&args[..], &["--questionnaire", "customer-service"]].concat());
    let both = ["`customer-service@1.0.0`", "`customer-service@1.1.0`"];
    assert!(by_the_newest.code == 2 && both.iter().all(|named| by_the_newest.err.contains(named)));
    let by_its_own = duly(root(), &[&args[..], &["--questionnaire", version]].concat());
    let (named, unnamed) = (format!(" --questionnaire {version}"), "");
    assert_eq!(by_its_own.out.replace(&named, unnamed), ran.out, "but for the command that made it");
}

#[test]
fn a_version_is_shown_and_adapted_by_its_name() {
    for (name, version) in [("customer-service", "1.1.0"), ("customer-service@1.0.0", "1.0.0")] {
        let shown = duly(root(), &["questionnaires", name]);
        assert!(shown.code == 0 && shown.out.contains(&format!("(customer-service@{version})")), "{}", shown.err);
        let adapted = duly(root(), &["new", "questionnaire", "--from", name]);
        assert!(adapted.code == 0 && adapted.out.contains(&format!("\nversion: {version}\n")), "{}", adapted.err);
    }
    let unknown = duly(root(), &["questionnaires", "customer-service@7.0.0"]);
    assert_eq!(unknown.code, 2);
    let both = ["`customer-service@7.0.0`", "`customer-service@1.1.0`"];
    assert!(both.iter().all(|named| unknown.err.contains(named)), "{}", unknown.err);
}

/// The rows of the table under a heading: id, and the question ids in backticks.
fn table(heading: &str) -> Vec<(String, Vec<String>)> {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let section = readme.split("\n## ").find(|section| section.starts_with(heading)).unwrap().to_owned();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 3, "{row}");
        let ids = cells[2].split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (cells[0].to_owned(), ids)
    })
    .collect()
}

fn known_questions(rows: &[(String, Vec<String>)], questionnaire: &Questionnaire) {
    for (row, ids) in rows {
        for id in ids {
            assert!(questionnaire.find(id).is_some(), "{row} names {id}, which is no question");
        }
    }
}

#[test]
fn every_statement_of_the_guide_is_asked_for() {
    let q = questionnaire();
    let rows = table("What the guide says, and where it is asked");
    let ids: Vec<&str> = rows.iter().map(|(id, _)| id.as_str()).collect();
    let expected: Vec<String> = (1..=77).map(|n| format!("G{n:02}")).collect();
    assert_eq!(ids, expected);
    known_questions(&rows, &q);
    let nothing_to_ask = ["G01", "G05", "G09", "G64", "G71", "G73", "G77"];
    for (id, questions) in &rows {
        assert_eq!(questions.is_empty(), nothing_to_ask.contains(&id.as_str()), "{id}");
    }
}

#[test]
fn the_duties_of_law_are_covered_by_questions_that_refer_to_them() {
    let q = questionnaire();
    for (heading, framework, article, points) in
        [("GDPR Article 28(3)", "gdpr", "28(3)", 'a'..='h'), ("NIS2 Article 21(2)", "nis2", "21(2)", 'a'..='j')]
    {
        let rows = table(heading);
        known_questions(&rows, &q);
        let expected: Vec<String> = points.map(|point| format!("{article}({point})")).collect();
        assert_eq!(rows.iter().map(|(point, _)| point.clone()).collect::<Vec<_>>(), expected);
        let cited = q.frameworks.find(|known| known.id == framework).unwrap();
        for (point, ids) in rows {
            let refers =
                |question: &&Question| question.refs.iter().any(|(at, refs)| *at == cited && refs.contains(&point));
            let referring: BTreeSet<String> = q.questions.iter().filter(refers).map(|q| q.id.to_string()).collect();
            assert!(!referring.is_empty(), "{framework} {point}");
            assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), referring, "{framework} {point}");
        }
    }
    known_questions(&table("Other duties and subjects"), &q);
}

#[test]
fn it_never_claims_more_than_is_known() {
    claims_no_more_than_is_known("customer-service");
}

/// What no built-in questionnaire says of a vendor.
pub(super) fn claims_no_more_than_is_known(id: &str) {
    for (name, text) in built_in::find(id).unwrap().files() {
        let text = text.to_lowercase();
        for never in ["gdpr compliant", "gdpr-compliant", "nis2 compliant", "uppfyller gdpr", "nis2-godkänd"] {
            assert!(!text.contains(never), "{name}: {never}");
        }
    }
}
