//! The page that a vendor fills in, in real browsers: Chromium and Firefox do the same and save the same bytes, `duly`
//! reads them without complaint, nothing is asked of any network, and the page can be filled in, read and printed by
//! everybody. `tests/browser/form.mjs` drives both browsers and tells what it saw; what is right is said here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use duly::internal::answers::form_file::{FilledIn, FormFile, Prefilled};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::{Answer, Answers, Reference, Value, template};
use duly::internal::assessment::scope::Scope;
use duly::internal::assessment::truth::Truth;
use duly::internal::exchange::page;
use duly::internal::questionnaire::form::Ticks;
use duly::internal::questionnaire::{Condition, Form, Question, Questionnaire, built_in};
use duly::internal::source::Source;
use duly::internal::words::{Lang, clean};
use duly::model::{GivenBy, NotApplicable, Proposal, Proposed};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::support::reading::{self, accepted};
use crate::support::{Folder, duly, judging, root};

const BROWSERS: [(&str, &str); 2] = [("chromium", "/usr/bin/chromium"), ("firefox", "/usr/bin/firefox-esr")];
const INSTALL: &str = "on Debian: apt-get install chromium firefox-esr nodejs npm poppler-utils fonts-liberation \
                       fonts-dejavu-core; then `npm ci` in tests/browser";
/// Windows from the narrowest that WCAG 2.2 asks for (1.4.10) to a large screen.
const WIDTHS: [u32; 5] = [320, 375, 768, 1280, 1600];
const EXAMPLES: [&str; 5] = ["nordkontakt", "nordkontakt-2025", "allyes", "billigsvar", "halvklar"];
const LOOKED: &str = "nordkontakt";
const SMALL: &str = include_str!("../../../examples/small/questionnaire.yaml");
const CONDITIONS: &str = include_str!("conditions.yaml");
const VENDOR: &str = "Kundtjänst Öst AB";
const SERVICE: &str = "Kundtjänst per telefon \u{2013} \"40\" medarbetare: # & {x}";
/// What nobody should see, and what is markup or YAML elsewhere.
const SLY: &str =
    "a\u{202e}b\u{200b}c\u{feff} </script><img src=x onerror=alert(1)> \u{2028}- x: |\t#{\"'\\ \u{1F600}\r\n  end";

fn built_in_questionnaire() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

fn read_questionnaire(text: &str) -> Questionnaire {
    accepted(reading::questionnaire(&Source::new("questionnaire.yaml", text)))
}

fn read_answers(text: &str, questionnaire: &Questionnaire) -> Answers {
    let checked = reading::answers(&Source::new("answers.yaml", text), questionnaire);
    assert!(checked.diagnostics.is_empty(), "{:?}\n{text}", checked.diagnostics);
    accepted(checked)
}

fn reference(questionnaire: &Questionnaire) -> Reference {
    Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() }
}

fn page_of(questionnaire: &Questionnaire, filled_in: FilledIn) -> String {
    let (reference, outline) = (&reference(questionnaire), Outline::of(questionnaire, &[], Lang::En));
    page::write(&FormFile { reference, outline, second: None, filled_in }).unwrap()
}

fn example(name: &str) -> (Answers, Questionnaire) {
    let questionnaire = built_in_questionnaire();
    let text = fs::read_to_string(root().join(format!("examples/{name}.yaml"))).unwrap();
    let named = text.lines().find_map(|line| line.strip_prefix("questionnaire: ")).unwrap();
    let questionnaire = match named.trim() {
        "customer-service@1.1.0" => questionnaire,
        named => built_in::named(named).unwrap().read().value.unwrap(),
    };
    (accepted(reading::answers(&Source::new("answers.yaml", text), &questionnaire)), questionnaire)
}

// ---------------------------------------------------------------- what is filled in

/// An answer of the plan by which both browsers fill in the page.
struct Planned {
    id: String,
    /// As a file has it.
    answer: Json,
    comment: Option<&'static str>,
    document: Option<Json>,
}

/// An answer to every question: some that do not apply, some that are not known, comments and documents here and there.
fn plan(questionnaire: &Questionnaire) -> Vec<Planned> {
    let conditions = questionnaire.questions.iter().filter_map(|question| question.when.as_ref());
    let gates: Vec<_> = conditions.flat_map(Condition::questions).collect();
    let planned = questionnaire.questions.with_ids().enumerate().map(|(number, (at, question))| {
        let may_not_apply = question.not_applicable == NotApplicable::Allowed;
        let (answer, reason) = match number % 11 {
            _ if gates.contains(&at) => (given(question, number), None),
            3 if may_not_apply => (json!("n/a"), Some("We have no such system in this service.")),
            7 => (json!("unknown"), None),
            _ => (given(question, number), None),
        };
        let is_partly = answer == "partial";
        let comment =
            reason.or((is_partly || number % 5 == 0).then_some(if number % 2 == 0 { SLY } else { "From March." }));
        let document = (number % 9 == 4 && !question.evidence.is_empty()).then(|| {
            json!({ "title": format!("Document {number}: \"signed\""), "issued": "2026-05-17",
                    "location": format!("evidence/{number}.pdf") })
        });
        Planned { id: question.id.to_string(), answer, comment, document }
    });
    planned.collect()
}

fn given(question: &Question, number: usize) -> Json {
    match &question.form {
        Form::ChooseOne(choices) => json!(choices.iter().nth(number % choices.len()).unwrap().id),
        Form::ChooseMany(Ticks { options, .. }) => {
            let joint = options.iter().filter(|tick| !tick.exclusive).map(|tick| tick.id.as_str());
            json!(joint.take(1 + number % 3).collect::<Vec<_>>())
        }
        Form::Number(form) => json!(form.min.to_string()),
        Form::Date(_) => json!("2026-05-17"),
        Form::Text => json!(SLY),
    }
}

/// The same as an answers file, of the questions that were asked.
fn as_file(plan: &[Planned], answered: &[String], day: &str, name: &str, form: &str) -> String {
    let text = |text: &str| serde_json::to_string(&cleaned(text)).unwrap();
    let mut file = format!(
        "format: duly/answers@1\nvendor: {{name: {VENDOR}, country: SE}}\nservice: {}\nquestionnaire: {name}\n\
         filled: {{form: {form}, on: {day}}}\nanswered: {day}\nchain: [{{name: Fjällton AB, does: telephony}}]\n",
        text(SERVICE)
    );
    let mut register = String::new();
    let mut answers = String::new();
    let questionnaire = built_in_questionnaire();
    for planned in plan.iter().filter(|planned| answered.contains(&planned.id)) {
        let question = &questionnaire.questions[questionnaire.find(&planned.id).unwrap()];
        let answer = match (&planned.answer, &question.form) {
            (Json::String(answer), Form::Text) => text(answer),
            (answer, _) => answer.to_string(),
        };
        answers.push_str(&format!("  {}:\n    answer: {answer}\n", planned.id));
        planned.comment.iter().for_each(|comment| answers.push_str(&format!("    comment: {}\n", text(comment))));
        if let Some(document) = &planned.document {
            let kind = &questionnaire.evidence[question.evidence[0]].id;
            let taken = register.lines().filter(|line| line.contains(&format!("kind: \"{kind}\""))).count();
            let id = if taken == 0 { kind.to_string() } else { format!("{kind}-{}", taken + 1) };
            let [title, issued, location] = ["title", "issued", "location"].map(|key| &document[key]);
            register.push_str(&format!(
                "  {id}: {{title: {title}, kind: \"{kind}\", issued: {issued}, location: {location}}}\n"
            ));
            answers.push_str(&format!("    evidence: [{id}]\n"));
        }
        answers.push_str(&format!("    by: {{name: Åsa Ek, on: {day}}}\n"));
    }
    file.push_str(&format!("evidence:\n{register}answers:\n{answers}"));
    file
}

/// A text as the page takes it: as people see it.
fn cleaned(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}', '\u{85}'], "\n");
    lines.chars().filter(|c| *c == '\n' || *c == '\t' || !clean::has_hidden(&c.to_string())).collect()
}

// ---------------------------------------------------------------- what both browsers saw

#[derive(Debug, Deserialize)]
struct Seen {
    requests: Vec<String>,
    problems: Vec<String>,
    violations: u32,
    filled: Json,
    resumed: Json,
    small: Json,
    others: Json,
    conditions: SeenConditions,
    looks: Json,
    hostile: Json,
    drafts: Json,
    shapes: BTreeMap<String, Json>,
}

#[derive(Debug, Deserialize)]
struct SeenConditions {
    truths: Vec<Truths>,
    hidden: Vec<u32>,
}

/// Answers by the ids of their questions, as files have them.
type GivenAnswers = BTreeMap<String, Json>;
/// Whether questions are asked; `None` is not known.
type Truths = BTreeMap<String, Option<bool>>;

/// Answers to the questionnaire of conditions, the same on every run, with what Rust makes of them.
fn cases() -> Vec<(GivenAnswers, Truths)> {
    let questionnaire = judging::questionnaire(CONDITIONS);
    let mut seed = 20_261_128_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let case = |_| {
        let mut given = GivenAnswers::new();
        for question in &questionnaire.questions {
            let answer = match (random(8), &question.form) {
                (0, _) => continue,
                (1, _) => json!("unknown"),
                (2, _) => json!("n/a"),
                (_, Form::ChooseOne(choices)) => json!(choices.iter().nth(random(choices.len())).unwrap().id),
                (_, Form::ChooseMany(ticks)) => {
                    let joint = ticks.options.iter().filter(|tick| !tick.exclusive).map(|tick| tick.id.as_str());
                    let chosen: Vec<&str> = joint.filter(|_| random(2) == 0).collect();
                    if chosen.is_empty() { continue } else { json!(chosen) }
                }
                (_, Form::Number(_)) => json!(["0", "9.99", "10", "10.01", "99.9", "100"][random(6)]),
                (_, Form::Date(_)) => {
                    json!(["never", "2026-11-23", "2026-11-22", "2026-08-25", "2026-08-24", "2027-01-02"][random(6)])
                }
                (_, Form::Text) => json!("words"),
            };
            given.insert(question.id.to_string(), answer);
        }
        let lines: String = given
            .iter()
            .map(|(id, answer)| format!("  {id}: {{answer: {answer}, comment: We have no such thing here.}}\n"))
            .collect();
        let answers = format!("answers:{}{lines}", if lines.is_empty() { " {}\n" } else { "\n" });
        let vendor = judging::vendor(&questionnaire, &answers, None);
        let policy = duly::Policy::default();
        let assessment = judging::judge(&questionnaire, &vendor, &policy);
        let effective = assessment.questions.map(|_, judged| judged.effective);
        let scope = Scope::decide(&assessment.subject, &effective);
        let truth = |at| match scope.asked(at) {
            Truth::True => Some(true),
            Truth::False => Some(false),
            Truth::Unknown => None,
        };
        let truths = questionnaire.questions.with_ids().map(|(at, question)| (question.id.to_string(), truth(at)));
        let truths = truths.collect();
        (given, truths)
    };
    (0..600).map(case).collect()
}

/// A questionnaire and a vendor that write what is markup elsewhere.
fn hostile_page() -> String {
    let markup = serde_json::to_string("</script><img src=x onerror=alert(1)><b>&lt;").unwrap();
    let text = SMALL.replacen("{en: Newsletter service, sv: Nyhetsbrevstjänst}", &markup, 1);
    let text = text.replacen("{en: Only in the EU/EEA, sv: Endast i EU/EES}", &markup, 1);
    assert_ne!(text, SMALL);
    let questionnaire = read_questionnaire(&text);
    let sly = || Some(SLY.to_owned());
    let mut filled_in = FilledIn::of_vendor("<svg onload=alert(1)> & \u{202e}Co");
    (filled_in.country, filled_in.service) = (sly(), sly());
    for (at, question) in questionnaire.questions.with_ids() {
        let answer = (question.form == Form::Text).then(|| Answer::Given(Value::Text(SLY.to_owned())));
        let by = answer.as_ref().map(|_| GivenBy { name: "<i>x</i>".to_owned(), on: None });
        filled_in.answers.insert(at, Prefilled { answer, comment: sly(), by, ..Prefilled::default() });
    }
    page_of(&questionnaire, filled_in)
}

/// A form in which answers are proposed.
fn proposed_page() -> String {
    let questionnaire = read_questionnaire(SMALL);
    let find = |id: &str| questionnaire.find(id).unwrap();
    let at = find("subscribers.hosting");
    let options = questionnaire.questions[at].form.options();
    let first = options.iter().next().unwrap().0;
    let from = "our answers of 2025".to_owned();
    let proposed = Proposed::Answer(Answer::Given(Value::Options([first].into_iter().collect())));
    let mut filled_in = FilledIn::of_vendor("A AB");
    let answer = Prefilled {
        proposed: Some(Proposal { proposed, comment: Some("As <i>before</i>".to_owned()), from: from.clone() }),
        ..Prefilled::default()
    };
    filled_in.answers.insert(at, answer);
    let note = Proposal { proposed: Proposed::Note("CAIQ IAM-02: <b>yes</b>".to_owned()), comment: None, from };
    let answer = Prefilled { proposed: Some(note), ..Prefilled::default() };
    filled_in.answers.insert(find("account.two-factor"), answer);
    page_of(&questionnaire, filled_in)
}

/// What a page makes of files that it did not write: by name, the page and the text.
fn shapes(folder: &Path) -> Json {
    let (answers, questionnaire) = example("halvklar");
    let filled_in = FilledIn::of_answers(&answers, &questionnaire);
    let outline = Outline::of(&questionnaire, &[], Lang::En);
    let form = FormFile { reference: &reference(&questionnaire), outline, second: None, filled_in };
    let sheet = template::text(&form);
    let example = fs::read_to_string(root().join("examples/halvklar.yaml")).unwrap();
    let blank = folder.join("blank.html");
    let broken = "format: duly/answers@1\nvendor: {name: A}\nquestionnaire: customer-service@1.1.0\nanswers:\n  \
                  access.mfa: &x all\n";
    let wrong = broken.replace("&x all", "whatever");
    let other = broken.replace("customer-service@1.1.0", "bought-services@1.0.0").replace("&x ", "");
    let anywhere = broken.replace("  access.mfa: &x all", "  access.none: yes");
    json!({
        "sheet.yaml": { "page": blank, "text": sheet },
        "example.yaml": { "page": blank, "text": example },
        "broken.yaml": { "page": blank, "text": broken },
        "wrong.yaml": { "page": blank, "text": wrong },
        "other.yaml": { "page": blank, "text": other },
        "anywhere.yaml": { "page": blank, "text": anywhere },
        "nothing.yaml": { "page": blank, "text": "\u{202e}\n" },
    })
}

/// What the keys answer of the small questionnaire.
fn keys() -> Json {
    json!({
        "subscribers.agreement": "yes", "subscribers.hosting": "elsewhere", "account.two-factor": "admins",
        "account.safeguards": ["personal", "log"], "subscribers.deletion-days": "45",
        "company.about-you": "Elva personer i Uppsala",
    })
}

/// Everything that both browsers saw, once for all tests.
static SEEN: LazyLock<(PathBuf, BTreeMap<String, Seen>)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join("form");
    let _ = fs::remove_dir_all(&folder); // it may not be there
    fs::create_dir_all(&folder).unwrap();
    let put = |name: &str, text: &str| -> PathBuf {
        fs::write(folder.join(name), text).unwrap();
        folder.join(name)
    };
    let questionnaire = built_in_questionnaire();
    let blank = put("blank.html", &page_of(&questionnaire, FilledIn::default()));
    let examples: BTreeMap<&str, PathBuf> = EXAMPLES
        .iter()
        .map(|name| {
            let (answers, questionnaire) = example(name);
            let page = page_of(&questionnaire, FilledIn::of_answers(&answers, &questionnaire));
            (*name, put(&format!("{name}.html"), &page))
        })
        .collect();
    let plan: Vec<Json> = plan(&questionnaire)
        .into_iter()
        .map(|Planned { id, answer, comment, document }| {
            json!({ "id": id, "answer": answer, "comment": comment, "document": document })
        })
        .collect();
    let job = json!({
        "browsers": BTreeMap::from(BROWSERS),
        "folder": folder,
        "vendor": VENDOR,
        "service": SERVICE,
        "plan": plan,
        "keys": keys(),
        "cases": cases().into_iter().map(|(given, _)| given).collect::<Vec<_>>(),
        "day": crate::support::DAY,
        "widths": WIDTHS,
        "looked": LOOKED,
        "shapes": shapes(&folder),
        "pages": {
            "blank": blank,
            "small": put("small.html", &page_of(&read_questionnaire(SMALL), FilledIn::default())),
            "conditions": put("conditions.html", &page_of(&judging::questionnaire(CONDITIONS), FilledIn::default())),
            "hostile": put("hostile.html", &hostile_page()),
            "proposed": put("proposed.html", &proposed_page()),
            "printed": { "blank": blank, "filled": examples[LOOKED] },
            "examples": examples,
        },
    });
    fs::write(folder.join("job.json"), job.to_string()).unwrap();
    let mut node = Command::new("node");
    node.arg(root().join("tests/browser/form.mjs")).stdin(fs::File::open(folder.join("job.json")).unwrap());
    let out = node.output().unwrap();
    assert!(out.status.success(), "{}\n{INSTALL}", String::from_utf8_lossy(&out.stderr));
    let seen = serde_json::from_slice(&out.stdout).unwrap();
    (folder, seen)
});

fn seen() -> &'static BTreeMap<String, Seen> {
    for needed in [BROWSERS[0].1, BROWSERS[1].1] {
        assert!(Path::new(needed).exists(), "{needed} is missing; {INSTALL}");
    }
    assert!(root().join("tests/browser/node_modules/puppeteer-core").exists(), "puppeteer-core is missing; {INSTALL}");
    &SEEN.1
}

/// A text that a browser told.
fn text(json: &Json) -> &str {
    assert!(json.is_string(), "{json}");
    json.as_str().unwrap()
}

// ---------------------------------------------------------------- the file that is saved

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn both_browsers_save_the_same_bytes() {
    let [one, other] = BROWSERS.map(|(name, _)| &seen()[name]);
    assert_eq!(text(&one.filled["saved"]), text(&other.filled["saved"]));
    assert_eq!(one.filled["answered"], other.filled["answered"]);
    assert_eq!(one.hostile, other.hostile);
    assert_eq!(one.shapes, other.shapes);
    assert_eq!(one.others["proposed"], other.others["proposed"]);
    assert_eq!(text(&one.small["saved"]), text(&other.small["saved"]));
    for seen in seen().values() {
        for again in ["again", "picked"] {
            assert_eq!(seen.filled[again], seen.filled["saved"], "another language, and another way to save: {again}");
        }
        assert_eq!(seen.filled["file"], "kundtjanst-ost-ab.yaml");
        assert_eq!(seen.resumed["saved"], seen.filled["saved"], "opened in a browser that nobody used before");
        let status = text(&seen.resumed["status"]);
        assert!(status.starts_with("Opened: mine.yaml. Answers: "), "{status}");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn what_is_saved_is_what_was_filled_in_and_duly_has_nothing_to_say_of_it() {
    let questionnaire = built_in_questionnaire();
    let filled = &seen()["firefox"].filled;
    let saved = text(&filled["saved"]);
    let answered: Vec<String> = serde_json::from_value(filled["answered"].clone()).unwrap();
    assert!(answered.len() > 80, "{}", answered.len());
    let answers = read_answers(saved, &questionnaire);
    let form = Outline::of(&questionnaire, &[], Lang::En).fingerprint().to_string();
    let day = answers.answered.unwrap().to_string();
    let meant = as_file(&plan(&questionnaire), &answered, &day, "customer-service@1.1.0", &form);
    let meant_answers = read_answers(&meant, &questionnaire);
    let [one, other] = [&answers, &meant_answers].map(|answers| FilledIn::of_answers(answers, &questionnaire));
    // an answer that was given before its gate closed stays in the page and is left out of the file
    let is_there = |at: &_| one.answers.contains_key(at);
    let mut other = other;
    other.answers.retain(|at, _| is_there(at));
    for (at, given) in &other.answers {
        assert_eq!(&one.answers[at], given, "{}", questionnaire.questions[*at].id);
    }
    assert_eq!(one.documents, other.documents);
    assert_eq!(one, other);
    assert_eq!(answers.filled.unwrap().form.to_string(), form);
    let folder = Folder::new();
    let stakes = questionnaire.factors.iter().map(|factor| {
        let option = &factor.options.iter().last().unwrap().id;
        format!("  {}: {option}\n", factor.id)
    });
    let review = format!(
        "format: duly/review@1\nvendor: {VENDOR}\nreviewer: Office\nreviewed: {day}\ninherent_risk:\n{}",
        stakes.collect::<String>()
    );
    folder.add(&[("vendors/page.yaml", saved), ("vendors/meant.yaml", &meant)]);
    folder.add(&[("reviews/page.review.yaml", &review), ("reviews/meant.review.yaml", &review)]);
    folder.write("duly.toml", "format = \"duly/policy@1\"\nreviews = \"reviews\"\n");
    (0..200).for_each(|number| folder.write(format!("vendors/evidence/{number}.pdf"), number.to_string()));
    let checked =
        duly(&folder, &["check", "vendors/page.yaml", "--policy", "duly.toml", "--as-of", &day, "-f", "json"]);
    // what was filled in says both that there are no sub-processors and which
    assert_eq!(checked.codes(), ["chain-denied"], "{}", checked.out);
    let judged = |file: &str| {
        let file = format!("vendors/{file}");
        let ran = duly(&folder, &["export", &file, "--policy", "duly.toml", "--as-of", &day, "-f", "json", "-q"]);
        let judged: Json = ran.json();
        // places in the file differ, and the fingerprints of both files
        ["overall", "rating", "coverage", "categories", "questions"].map(|key| judged[key].clone())
    };
    assert_eq!(judged("page.yaml"), judged("meant.yaml"));
    assert!(judged("page.yaml").iter().all(|part| !part.is_null()));
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn a_form_that_is_filled_in_is_saved_as_it_was() {
    for (browser, seen) in seen() {
        for name in EXAMPLES {
            let (answers, questionnaire) = example(name);
            let before = FilledIn::of_answers(&answers, &questionnaire);
            let saved = text(&seen.others["examples"][name]["saved"]);
            let after = FilledIn::of_answers(&read_answers(saved, &questionnaire), &questionnaire);
            for (at, given) in &before.answers {
                assert_eq!(
                    after.answers.get(at),
                    Some(given),
                    "{browser}, {name}: {}",
                    questionnaire.questions[*at].id
                );
            }
            assert_eq!(after, before, "{browser}, {name}");
        }
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn a_proposal_counts_when_it_is_confirmed() {
    let questionnaire = read_questionnaire(SMALL);
    let proposed = &seen()["chromium"].others["proposed"];
    let [before, after] = ["before", "after"].map(|key| read_answers(text(&proposed[key]), &questionnaire));
    let at = questionnaire.find("subscribers.hosting").unwrap();
    assert_eq!((before.answer(at), after.answer(at) == &Answer::Unknown), (&Answer::Unknown, false));
    let of = |answers: &Answers| answers.answers[at].as_ref().unwrap().proposed.is_some();
    assert_eq!((of(&before), of(&after)), (true, true), "what was confirmed can be seen");
    assert_eq!((before.comment(at), after.comment(at)), (None, Some("As <i>before</i>")), "its comment goes with it");
    let shown = proposed["shown"].to_string();
    assert!(shown.contains("As <i>before</i>"), "{shown}");
    assert!(shown.contains("our answers of 2025") && shown.contains("CAIQ IAM-02: <b>yes</b>"), "{shown}");
    assert!(
        text(&proposed["after"]).contains("note: \"CAIQ IAM-02: <b>yes</b>\""),
        "a note stays until it is answered"
    );
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn files_of_other_shapes_are_read_or_named_by_their_line() {
    let (answers, questionnaire) = example("halvklar");
    let before = FilledIn::of_answers(&answers, &questionnaire);
    let shapes = &seen()["chromium"].shapes;
    let status = |name: &str| text(&shapes[name]["status"]).to_owned();
    for name in ["sheet.yaml", "example.yaml"] {
        let saved = text(&shapes[name]["saved"]);
        let after = FilledIn::of_answers(&read_answers(saved, &questionnaire), &questionnaire);
        assert_eq!(after, before, "{name}: {}", status(name));
    }
    for (name, line) in [("broken.yaml", 5), ("wrong.yaml", 5), ("nothing.yaml", 1)] {
        assert!(status(name).starts_with(&format!("{name}, line {line}: ")), "{}", status(name));
    }
    assert!(status("other.yaml").contains("another questionnaire"), "{}", status("other.yaml"));
    assert!(status("anywhere.yaml").contains("access.none"), "{}", status("anywhere.yaml"));
    let blank = |name: &str| !text(&shapes[name]["saved"]).contains("access.mfa:\n    answer");
    assert!(["broken.yaml", "wrong.yaml", "other.yaml"].into_iter().all(blank), "nothing was opened");
}

// ---------------------------------------------------------------- what it decides

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn conditions_are_as_true_as_in_rust() {
    let cases = cases();
    let all: Vec<&Option<bool>> = cases.iter().flat_map(|(_, truths)| truths.values()).collect();
    for truth in [Some(true), Some(false), None] {
        assert!(all.iter().filter(|found| ***found == truth).count() > 300, "{truth:?} is rare");
    }
    for (browser, seen) in seen() {
        assert_eq!(seen.conditions.truths.len(), cases.len());
        for ((given, truths), found) in cases.iter().zip(&seen.conditions.truths) {
            assert_eq!(found, truths, "{browser}: {given:?}");
        }
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn nobody_is_shown_what_nobody_can_see() {
    let hidden: Vec<u32> = (0..=0x0010_ffff_u32)
        .filter(|code| match char::from_u32(*code) {
            None => true, // half a letter
            Some('\r' | '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}') => false,
            Some(sign) => clean::has_hidden(&sign.to_string()),
        })
        .collect();
    for (browser, seen) in seen() {
        assert_eq!(seen.conditions.hidden, hidden, "{browser}");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn what_is_open_is_listed_with_its_reason() {
    for seen in seen().values() {
        let open: Vec<&str> = seen.filled["open"].as_array().unwrap().iter().map(text).collect();
        assert_eq!(open, Vec::<&str>::new(), "everything that is asked was answered");
        assert!(seen.filled["openBefore"].as_u64().unwrap() > 90);
        let progress = text(&seen.filled["progress"]);
        let (done, all) = progress.strip_suffix(" answered").unwrap().split_once(" of ").unwrap();
        assert_eq!(done, all, "{progress}");
        assert!(text(&seen.filled["status"]).starts_with("Saved: "), "{}", seen.filled["status"]);
    }
}

// ---------------------------------------------------------------- by everybody, and by nobody else

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn nothing_is_requested_and_nothing_goes_wrong() {
    for (browser, seen) in seen() {
        assert_eq!(seen.requests, Vec::<String>::new(), "{browser}");
        assert_eq!(seen.problems, Vec::<String>::new(), "{browser}");
        assert_eq!(seen.violations, 0, "{browser}");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn keys_alone_are_enough() {
    let questionnaire = read_questionnaire(SMALL);
    for (browser, seen) in seen() {
        let small = &seen.small;
        assert_eq!((text(&small["skip"]), &small["isSaved"]), ("skip", &json!(true)), "{browser}: {small}");
        assert_eq!(small["meant"], keys(), "{browser}");
        let answers = read_answers(text(&small["saved"]), &questionnaire);
        assert_eq!(answers.vendor, VENDOR);
        let given = answers.answers.ids().filter(|at| *answers.answer(*at) != Answer::Unknown);
        assert_eq!(given.count(), keys().as_object().unwrap().len());
        assert!(questionnaire.find(text(&small["wentTo"])).is_some(), "a link of what is open leads to its question");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn every_window_is_wide_enough_and_everybody_can_read_it() {
    for (browser, seen) in seen() {
        let widths = seen.looks["widths"].as_array().unwrap();
        assert_eq!(widths.len(), WIDTHS.len() * 2, "{browser}");
        for width in widths {
            assert!(width["needs"].as_u64() <= width["width"].as_u64(), "{browser}: {width}");
        }
        assert_eq!(seen.looks["axe"], json!([]), "{browser}");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn what_others_wrote_stays_a_text() {
    for (browser, seen) in seen() {
        let tags: Vec<&str> = seen.hostile["tags"].as_array().unwrap().iter().map(text).collect();
        assert!(["img", "b", "i", "svg"].iter().all(|tag| !tags.contains(tag)), "{browser}: {tags:?}");
        assert!(text(&seen.hostile["words"]).contains("</script><img src=x onerror=alert(1)><b>&lt;"), "{browser}");
        let saved = text(&seen.hostile["saved"]);
        assert!(saved.chars().all(|sign| sign == '\n' || !clean::has_hidden(&sign.to_string())), "{browser}");
        assert_eq!(saved, text(&seen.hostile["again"]), "{browser}: {}", seen.hostile["status"]);
        assert!(saved.contains("<svg onload=alert(1)> & Co"), "{saved}");
    }
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn a_draft_is_kept_when_it_is_wanted_and_gone_when_it_is_finished() {
    let expected = json!({ "unasked": 0, "wanted": 1, "offered": true, "country": "NO", "finished": 0 });
    for (browser, seen) in seen() {
        assert_eq!(seen.drafts, expected, "{browser}");
    }
}

// ---------------------------------------------------------------- on paper

/// The words of a PDF, without blanks and line breaks.
fn on_paper(name: &str) -> String {
    seen();
    let out = Command::new("pdftotext").arg("-raw").arg(SEEN.0.join(format!("{name}.pdf"))).arg("-").output();
    let out = out.unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let words = String::from_utf8(out.stdout).unwrap();
    words.split_whitespace().collect()
}

#[test]
#[ignore = "needs Chromium, Firefox and Node: see CONTRIBUTING.md"]
fn on_paper_everything_is_open_and_nothing_is_cut_off() {
    let in_line = |text: &str| text.split_whitespace().collect::<String>(); // lines break where they must
    let questionnaire = built_in_questionnaire();
    let language = questionnaire.language(Lang::En);
    let [blank, filled] = ["blank", "filled"].map(on_paper);
    for question in &questionnaire.questions {
        assert!(blank.contains(&in_line(question.ask.get(language))), "{}", question.id);
        for (_, _, label) in &question.form.options() {
            assert!(blank.contains(&in_line(label.get(language))), "{}", question.id);
        }
    }
    let (answers, _) = example(LOOKED);
    for at in questionnaire.questions.ids() {
        let comment = answers.comment(at).map(in_line).unwrap_or_default();
        assert!(filled.contains(&comment), "{}: {comment}", questionnaire.questions[at].id);
    }
    assert!(seen()["chromium"].looks["pdf"] == json!({ "blank": 0, "filled": 0 }), "the screen is as it was before");
    assert!(filled.contains("Surveillanceaudit2026"), "documents are listed");
}
