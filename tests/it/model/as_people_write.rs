//! Answers as people write them: a file, our review and a typed line understand the same.

use duly::internal::answers::values::written;
use duly::internal::answers::{Answer, typed};
use duly::internal::questionnaire::Questionnaire;
use duly::internal::source::Source;
use duly::internal::words::Lang;

use crate::support::{Folder, duly, judging, reading};

const QUESTIONNAIRE: &str = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\nlanguages: [en, sv]\n\
    title: {en: Small, sv: Liten}\ncategories:\n  - id: a\n    title: {en: A, sv: A}\n    questions:\n\
    \x20     - {id: mfa, ask: One?, importance: low, answer: yes-partial-no}\n\
    \x20     - {id: where, ask: Where?, importance: low, answer: {choose_one: [{id: eu, label: {en: In the EU, sv: I EU}, value: 100}, \
    {id: na, label: {en: \"NA.\", sv: Nordamerika}, value: 0}]}}\n\
    \x20     - {id: papers, ask: Which?, importance: low, answer: {choose_many: {full_at: 2, options: [\
    {id: iso, label: {en: \"ISO, any\", sv: \"ISO, någon\"}, points: 1}, {id: soc, points: 1}, {id: y, points: 1}, \
    {id: none, label: {en: None, sv: Inget}, points: 0, exclusive: true}]}}}\n\
    \x20     - {id: hours, ask: How long?, importance: low, answer: {number: {unit: {en: hours, sv: timmar}, max: 2000, steps: [{at_most: 24, value: 100}]}}}\n\
    \x20     - {id: tested, ask: When?, importance: low, answer: {date: {counts: days-since, never: 0, steps: [{at_most: 366, value: 100}]}}}\n\
    \x20     - {id: uptime, ask: How much?, importance: low, answer: {number: {unit: \"%\", decimals: 1, max: 2000, steps: [{at_least: 99.9, value: 100}]}}}\n\
    \x20     - {id: words, ask: What?, importance: info, answer: text}\n";

/// What stands in a file for an answer that was read from `text`, or the codes of what is wrong with it.
fn read(questionnaire: &Questionnaire, id: &str, text: &str) -> Result<String, Vec<&'static str>> {
    let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\n";
    let source = Source::new("v.yaml", format!("{head}answers:\n  a.{id}: {text}\n"));
    let checked = reading::answers(&source, questionnaire);
    let codes: Vec<_> = checked.diagnostics.sorted().iter().map(|note| note.problem.code.id).collect();
    if !codes.is_empty() {
        return Err(codes);
    }
    let question = questionnaire.find(&format!("a.{id}")).unwrap();
    Ok(in_file(checked.value.unwrap().answer(question), questionnaire, id))
}

fn in_file(answer: &Answer, questionnaire: &Questionnaire, id: &str) -> String {
    let question = questionnaire.find(&format!("a.{id}")).unwrap();
    written(answer, &questionnaire.questions[question]).in_brackets()
}

/// A question, what is written, and what a file has for it.
const UNDERSTOOD: &[(&str, &str, &str)] = &[
    ("mfa", "Ja", "yes"),
    ("mfa", "JA.", "yes"),
    ("mfa", "Delvis", "partial"),
    ("mfa", "partly", "partial"),
    ("mfa", "n", "no"),
    ("mfa", "Vet ej", "unknown"),
    ("mfa", "Not applicable.", "n/a"),
    ("mfa", "Ej tillämpligt", "n/a"),
    ("mfa", "N/A", "n/a"),
    ("mfa", "NA", "n/a"),
    ("mfa", "Inte tillämpligt", "n/a"),
    ("where", "NA", "na"),
    ("where", "in the eu.", "eu"),
    ("where", "nordamerika", "na"),
    ("papers", "ISO, någon", "iso"),
    ("papers", "soc, iso", "[iso, soc]"),
    ("papers", "ISO; SOC", "[iso, soc]"),
    ("papers", "Inget", "none"),
    ("papers", "vet inte", "unknown"),
    ("papers", "y", "y"),
    ("hours", "1 000", "1000"),
    ("hours", "1\u{a0}000", "1000"),
    ("hours", "1 000 timmar", "1000"),
    ("hours", "48 Hours", "48"),
    ("hours", "1,500", "1500"),
    ("hours", "48.0", "48"),
    ("hours", "Vet ej", "unknown"),
    ("uptime", "99.9", "99.9"),
    ("uptime", "99,9 %", "99.9"),
    ("uptime", "99.90%", "99.9"),
    ("uptime", "1 000,5", "1000.5"),
    ("uptime", "1,000.5", "1000.5"),
    ("uptime", "100", "100"),
    ("tested", "20260331", "2026-03-31"),
    ("tested", "31 mars 2026", "2026-03-31"),
    ("tested", "31/03/2026", "2026-03-31"),
    ("tested", "Aldrig", "never"),
    ("tested", "n/a", "n/a"),
    ("words", "Ja", "Ja"),
    ("words", "NA", "NA"),
    ("words", "Vet ej", "unknown"),
    ("words", "Not applicable", "n/a"),
    ("words", "Vet ej om Norge", "Vet ej om Norge"),
];

#[test]
fn a_file_and_a_typed_line_understand_the_same() {
    let questionnaire = judging::questionnaire(QUESTIONNAIRE);
    for (id, text, meant) in UNDERSTOOD.iter().copied() {
        assert_eq!(read(&questionnaire, id, text).as_deref(), Ok(meant), "{id}: {text}");
        assert_eq!(read(&questionnaire, id, &format!("{{answer: \"{text}\"}}")).as_deref(), Ok(meant), "{id}: {text}");
        let question = questionnaire.find(&format!("a.{id}")).unwrap();
        let typed = typed::answer(text, &questionnaire.questions[question]);
        assert!(typed.diagnostics.is_empty(), "{id}: {text}");
        assert_eq!(in_file(&typed.value.unwrap(), &questionnaire, id), meant, "{id}: {text}");
        let review = format!("reviewed: 2026-11-20\nanswers: {{a.{id}: {{saw: \"{text}\"}}}}\n");
        let vendor = judging::vendor(&questionnaire, "answers: {}\n", Some(&review));
        let review = vendor.review.unwrap();
        let saw = review.observation(question).unwrap().saw.as_ref().unwrap();
        assert_eq!(in_file(saw, &questionnaire, id), meant, "{id}: {text}");
    }
    for (text, meant) in
        [("[SOC., ISO]", "[iso, soc]"), ("[Ej tillämpligt]", "n/a"), ("[\"ISO, any\", soc]", "[iso, soc]")]
    {
        assert_eq!(read(&questionnaire, "papers", text).as_deref(), Ok(meant), "{text}");
    }
    assert_eq!(read(&questionnaire, "mfa", "[Ja]").as_deref(), Ok("yes"));
}

/// Units are understood, so nobody is told to leave them out. No number is an example of all that is asked for; the
/// range is told where there is one; and what stands there is quoted with the unit that it was written with.
#[test]
fn what_is_no_number_is_met_with_what_is_asked_for() {
    let questionnaire = judging::questionnaire(QUESTIONNAIRE);
    let question = questionnaire.find("a.hours").unwrap();
    for written in ["2 days", "soon", "1.5", "ca 30 hours", "5 working hours"] {
        let found = typed::answer(written, &questionnaire.questions[question]).diagnostics;
        let found = found.sorted();
        let helps = Lang::ALL.map(|lang| found[0].problem.help(lang).to_string());
        assert_eq!(helps[0], "write a whole number (hours), 0 to 2000", "{written}");
        assert_eq!(helps[1], "skriv ett heltal (timmar), 0 till 2000", "{written}");
        let said = found[0].problem.message(Lang::En).to_string();
        assert!(said.contains(&format!("`{written}`")), "{written}: {said}");
    }
}

#[test]
fn what_means_two_things_or_nothing_is_no_answer() {
    let questionnaire = judging::questionnaire(QUESTIONNAIRE);
    for (id, text, code) in [
        ("hours", "1.000", "ambiguous-answer"),
        ("hours", "24,000 hours", "ambiguous-answer"),
        ("hours", "1.5", "not-an-integer"),
        ("hours", "1 00", "not-an-integer"),
        ("hours", "48 days", "not-an-integer"),
        ("hours", "3 000", "out-of-range"),
        ("hours", "Aldrig", "not-an-integer"),
        ("uptime", "99.95", "not-a-number"),
        ("uptime", "99.999", "not-a-number"),
        ("uptime", "1,500", "ambiguous-answer"),
        ("uptime", "-0,5", "out-of-range"),
        ("tested", "03/04/2026", "ambiguous-answer"),
        ("tested", "31/3/26", "not-a-date"),
        ("tested", "Ja", "not-a-date"),
        ("mfa", "Ja, delvis", "unknown-option"),
        ("mfa", "[Ja, Nej]", "several-answers"),
        ("papers", "iso, vet ej", "unknown-option"),
        ("papers", "','", "unknown-option"),
        ("papers", "iso, inget", "exclusive-option"),
        ("papers", "iso, ISO", "option-twice"),
        ("where", "Ja", "unknown-option"),
    ] {
        assert_eq!(read(&questionnaire, id, text), Err(vec![code]), "{id}: {text}");
    }
    assert_eq!(read(&questionnaire, "mfa", "true"), Err(vec!["boolean-answer"]), "it counts, and is told");
}

#[test]
fn what_is_ambiguous_is_told_with_both_meanings() {
    let questionnaire = judging::questionnaire(QUESTIONNAIRE);
    let told = |id: &str, text: &str| {
        let question = questionnaire.find(id).unwrap();
        let typed = typed::answer(text, &questionnaire.questions[question]);
        let notes = typed.diagnostics.sorted();
        [Lang::En, Lang::Sv].map(|lang| notes[0].problem.message(lang).to_string())
    };
    let [en, sv] = told("a.tested", "03/04/2026");
    assert_eq!(en, "`03/04/2026` can mean 2026-04-03 or 2026-03-04");
    assert_eq!(sv, "`03/04/2026` kan betyda 2026-04-03 eller 2026-03-04");
    assert_eq!(told("a.hours", "1.000 timmar")[0], "`1.000 timmar` can mean 1 or 1000");
}

#[test]
fn a_form_says_how_a_number_is_written() {
    let ask = |unit: &str, decimals: u8| {
        let answer =
            format!("{{number: {{{unit}decimals: {decimals}, max: 50, steps: [{{at_least: 5, value: 100}}]}}}}");
        let head =
            "format: duly/questionnaire@1\nid: one\nversion: 1.0.0\ntitle: One\ncategories:\n- id: a\n  title: A\n";
        let folder = Folder::new();
        let question = format!("- {{id: b, ask: How much?, importance: low, answer: {answer}}}");
        folder.write("q.yaml", format!("{head}  questions:\n  {question}\n"));
        let args = ["new", "--questionnaire", "q.yaml", "--vendor", "V", "-o", "v.yaml", "--lang", "en"];
        duly(&folder, &args).done();
        let form = folder.read("v.yaml");
        form.lines().filter_map(|line| line.split_once("Answer: ")).map(|(_, how)| how.to_owned()).next_back().unwrap()
    };
    assert_eq!(ask("", 0), "a whole number, 0 to 50");
    assert_eq!(ask("unit: hours, ", 0), "a whole number, 0 to 50 (hours)");
    assert_eq!(ask("", 1), "a number in steps of 0.1, 0 to 50");
    assert_eq!(ask("unit: \"%\", ", 2), "a number in steps of 0.01, 0 to 50 (%)");
}
