//! Values exactly on a limit: on which side they fall.

use serde_json::Value;

use duly::internal::answers::{Answer, Value as Given};
use duly::internal::assessment::first_answers::first_to_answer;
use duly::internal::assessment::{Subject, assess};
use duly::internal::policy::Policy;
use duly::internal::source::Date;

use crate::support::judging::{self, nth};
use crate::support::{DAY, Folder, duly, duly_on_day};

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
fn a_number_with_decimals_is_judged_exactly_at_its_bound() {
    let questionnaire = "format: duly/questionnaire@1\nid: edge\nversion: 1.0.0\nlanguages: [en, sv]\n\
        title: {en: Edge, sv: Kant}\n\
        red_flags: [{id: down, title: Down, severity: high, when: {a.uptime: {below: 99.5}}}]\n\
        categories:\n  - id: a\n    title: A\n    questions:\n\
        \x20     - {id: uptime, ask: X?, importance: low, answer: {number: {unit: \"%\", decimals: 1, max: 100, \
        steps: [{at_least: 99.5, value: 50}, {at_least: 99.9, value: 100}]}}}\n";
    let desk = Folder::new();
    desk.write("q.yaml", questionnaire);
    let with = ["--questionnaire", "q.yaml", "-q"];
    let judged = |answer: &str| -> Value {
        let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: edge@1.0.0\n";
        desk.write("v.yaml", format!("{head}answers: {{a.uptime: \"{answer}\"}}\n"));
        duly_on_day(&desk, &[&["export", "v.yaml", "-f", "json"], &with[..]].concat()).done().json()
    };
    for (answer, worth, state) in [
        ("99.4", "0", "triggered"),
        ("99.5", "30", "clear"),
        ("99,8 %", "30", "clear"),
        ("99.9", "60", "clear"),
        ("100", "60", "clear"),
    ] {
        let report = judged(answer);
        assert_eq!(report["overall"]["assured"], worth, "{answer}: a mere word counts 60");
        assert_eq!(flag(&report, "down"), state, "{answer}");
    }
    judged("99.8");
    let told = |args: &[&str]| duly_on_day(&desk, &[args, &with[..]].concat()).done().out;
    let explained = told(&["explain", "v.yaml", "a.uptime", "--lang", "sv"]);
    assert!(explained.contains("99,8 %") && explained.contains("minst 99,5 %"), "{explained}");
    let csv = told(&["export", "v.yaml", "-f", "csv"]);
    assert!(csv.contains("99.8 %"), "{csv}");
    let asked = duly(&desk, &["questionnaires", "./q.yaml", "--lang", "sv"]).done().out;
    assert!(asked.contains("minst 99,9 %") && asked.contains("mindre än 99,5 %"), "{asked}");
    let form = ["new", "--vendor", "V", "--questionnaire", "q.yaml", "-o", "-", "--lang", "sv"];
    let form = duly(&desk, &form).done().out;
    assert!(form.contains("Svara med ett tal i steg om 0,1, 0 till 100 (%)"), "{form}");
    duly(&desk, &["record", "v.yaml", "a.uptime=99,9", "--questionnaire", "q.yaml"]).done();
    assert!(desk.read("v.yaml").contains("99.9"), "written with a point: {}", desk.read("v.yaml"));
    desk.write("w.yaml", desk.read("v.yaml").replace("99.9", "99.85"));
    let refused = duly(&desk, &["check", "w.yaml", "--questionnaire", "q.yaml"]);
    assert!(refused.out.contains("`99.85` is not a number in steps of 0.1"), "{}", refused.out);
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
    assert_eq!(broken(1, Given::Number(30.into())), None);
    assert_eq!(broken(0, Given::Options(chosen.clone())), None);
    let twice = Given::Options(chosen.iter().chain(&chosen).copied().collect());
    let misfits = [
        (0, Given::Options([].into_iter().collect())),
        (0, twice),
        (0, Given::Number(1.into())),
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

/// What is accepted as not applicable is no part of the whole any more, so that what is left open is more of it.
#[test]
fn one_more_answer_is_needed_where_one_is_only_accepted() {
    let question = |at: usize| {
        let accepted = if at == 0 { ", not_applicable: approval" } else { "" };
        format!("\x20     - {{id: q{at}, ask: Q{at}?, importance: low, answer: yes-no{accepted}}}\n")
    };
    let head = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Ten\ncategories:\n  - id: a\n    title: A\n    questions:\n";
    let questionnaire = judging::questionnaire(&format!("{head}{}", (0..10).map(question).collect::<String>()));
    let answered: String = (3..10).map(|at| format!("  a.q{at}: yes\n")).collect();
    let answers = format!("answers:\n  a.q0: {{answer: n/a, comment: We have none.}}\n{answered}");
    let vendor = judging::vendor(&questionnaire, &answers, None);
    let policy = Policy::default();
    let first = first_to_answer(&judging::judge(&questionnaire, &vendor, &policy));
    assert_eq!((first.questions, first.may_be_accepted), (vec![nth(0), nth(1)], true));
}

/// Many more may be, and are looked for in steps that grow.
#[test]
fn where_much_is_accepted_many_more_answers_are_needed() {
    let accepted: String = (0..10)
        .map(|at| format!("      - {{id: n{at}, ask: N{at}?, weight: 4, answer: yes-no, not_applicable: approval}}\n"))
        .collect();
    let others: String =
        (0..40).map(|at| format!("      - {{id: u{at}, ask: U{at}?, weight: 1, answer: yes-no}}\n")).collect();
    let head = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\ncategories:\n  - id: a\n    title: A\n    questions:\n";
    let questionnaire = judging::questionnaire(&[head, &accepted, &others].concat());
    let said: String = (0..10).map(|at| format!("  a.n{at}: {{answer: n/a, comment: We have none.}}\n")).collect();
    let vendor = judging::vendor(&questionnaire, &format!("answers:\n{said}"), None);
    let policy = Policy::default();
    let first = first_to_answer(&judging::judge(&questionnaire, &vendor, &policy));
    // of 80 that weigh, 16 may be unknown: ten of 4 and 24 of 1, were they all answered; accepted, they leave 40, of
    // which 8 may be unknown: 42 of the 50 are needed, and 34 + 1 + 2 + 4 + 8 are shown
    assert_eq!((first.questions.len(), first.may_be_accepted), (49, true));
}
