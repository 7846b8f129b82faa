//! Values exactly on a limit: on which side they fall.

use serde_json::Value;

use duly::internal::answers::{Answer, Value as Given};
use duly::internal::assessment::{Subject, assess};
use duly::internal::policy::Policy;
use duly::internal::source::Date;

use crate::support::judging::{self, nth};
use crate::support::{DAY, Folder, duly_on_day};

const QUESTIONNAIRE: &str = "format: duly/questionnaire@1\nid: edge\nversion: 1.0.0\ntitle: Edge\n\
    red_flags:\n  - {id: slow, title: Slow, severity: high, when: {a.hours: {above: 24}}}\n  - {id: fast, title: Fast, severity: low, when: {a.hours: {below: 24}}}\n\
    categories:\n  - id: a\n    title: A\n    minimum: 60\n    questions:\n\
    \x20     - {id: mfa, ask: X?, importance: low, answer: yes-no}\n\
    \x20     - {id: hours, ask: Y?, importance: info, answer: {number: {max: 100, steps: [{at_most: 24, value: 100}]}}}\n";

/// The report on answers to the questionnaire above, as of 23 November 2026.
fn report(answers: &str, policy: &str) -> Value {
    let desk = Folder::new();
    let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: edge@1.0.0\n";
    desk.write("q.yaml", QUESTIONNAIRE);
    desk.write("p.pdf", "P");
    desk.write("v.yaml", format!("{head}{answers}"));
    desk.write("p.toml", format!("format = \"duly/policy@1\"\n{policy}"));
    let with = ["--questionnaire", "q.yaml", "--policy", "p.toml"];
    duly_on_day(&desk, &[&["export", "v.yaml", "-f", "json", "-q"], &with[..]].concat()).done().json()
}

fn flag<'v>(report: &'v Value, id: &str) -> &'v str {
    let flags = report["flags"].as_array().unwrap();
    flags.iter().find(|flag| flag["id"].as_str().unwrap().contains(id)).unwrap()["state"].as_str().unwrap()
}

#[test]
fn a_category_on_its_minimum_reaches_it() {
    let answers = "answers: {a.mfa: yes, a.hours: 24}\n";
    let met = report(answers, "");
    assert_eq!(met["overall"]["assured"], "60", "a mere yes counts 60");
    assert_eq!(flag(&met, "category:a"), "clear");
    assert_eq!(flag(&report("answers: {a.mfa: no, a.hours: 24}\n", ""), "category:a"), "triggered");
}

#[test]
fn above_and_below_do_not_hold_on_the_number_itself() {
    let on = report("answers: {a.mfa: yes, a.hours: 24}\n", "");
    assert_eq!((flag(&on, "slow"), flag(&on, "fast")), ("clear", "clear"));
    assert_eq!(flag(&report("answers: {a.mfa: yes, a.hours: 25}\n", ""), "slow"), "triggered");
    assert_eq!(flag(&report("answers: {a.mfa: yes, a.hours: 23}\n", ""), "fast"), "triggered");
}

#[test]
fn a_document_counts_from_the_day_of_its_issue_to_the_last_day_of_its_validity() {
    let assurance = |issued: &str, until: &str| {
        let evidence = format!("{{title: P, issued: {issued}, valid_until: {until}, location: p.pdf}}");
        let report = report(&format!("answers:\n  a.mfa: {{answer: yes, evidence: [{evidence}]}}\n"), "");
        report["questions"][0]["assurance"].as_str().unwrap().to_owned()
    };
    assert_eq!(assurance("2026-11-23", "2026-11-23"), "documented");
    assert_eq!(assurance("2026-11-24", "2027-11-23"), "claimed");
    assert_eq!(assurance("2026-01-01", "2026-11-22"), "expired");
}

/// No reader lets such an answer through, and a program that hands one in is told; it is not worth nothing in silence.
#[test]
fn an_answer_that_does_not_fit_its_question_is_not_judged() {
    let questionnaire = judging::questionnaire(&QUESTIONNAIRE.replace("id: edge", "id: small").replace("info", "low"));
    let policy = Policy::default();
    let mut vendor = judging::vendor(&questionnaire, "answers: {a.mfa: yes, a.hours: 24}\n", None);
    let Answer::Given(Given::Options(chosen)) = vendor.answers.answer(nth(0)).clone() else { panic!("a choice") };
    let as_of = Date::parse(DAY).unwrap();
    let mut broken = |question: usize, given: Given| {
        let answer = |vendor: &mut judging::Vendor, answer: Answer| {
            std::mem::replace(&mut vendor.answers.answers[nth(question)].as_mut().unwrap().answer, answer)
        };
        let before = answer(&mut vendor, Answer::Given(given));
        let judging::Vendor { answers, review: _, papers } = &vendor;
        let subject = Subject { questionnaire: &questionnaire, answers, review: None, papers, policy: &policy, as_of };
        let said = assess(subject).err().map(|broken| broken.to_string());
        answer(&mut vendor, before);
        said
    };
    assert_eq!(broken(1, Given::Number(30)), None);
    assert_eq!(broken(0, Given::Options(chosen.clone())), None);
    let twice = Given::Options([chosen.clone(), chosen.clone()].concat());
    let misfits = [
        (0, Given::Options(Vec::new())),
        (0, twice),
        (0, Given::Number(1)),
        (1, Given::Options(chosen)),
        (1, Given::Never),
        (1, Given::Text("24".to_owned())),
    ];
    for (question, given) in misfits {
        let id = ["a.mfa", "a.hours"][question];
        let said = broken(question, given.clone()).unwrap_or_default();
        assert!(said.contains(&format!("what is answered to {id} does not fit its form")), "{given:?}: {said}");
    }
}
