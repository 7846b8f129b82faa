//! `duly new`: the files that it makes are read as they are and when filled in, tell a vendor nothing of ours, and are
//! never written over others.

use std::fs;

use duly::internal::answers::form_file::{FilledIn, FormFile};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::template;
use duly::internal::answers::{Answers, Reference, Value};
use duly::internal::questionnaire::{Form, Questionnaire, Translations, built_in};
use duly::internal::source::Source;
use duly::internal::words::Lang;

use crate::support::reading::{self, accepted};
use crate::support::{Folder, Ran, duly};

const SMALL: &str = include_str!("../../../examples/small/questionnaire.yaml");
const POLICY: &str = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n";

/// A folder of ours with a policy that says where reviews are.
fn ours() -> Folder {
    let folder = Folder::new();
    folder.make("vendors");
    folder.make("reviews");
    folder.write("duly.toml", POLICY);
    folder
}

fn built_in_questionnaire() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

fn small() -> Questionnaire {
    accepted(reading::questionnaire(&Source::new("questionnaire.yaml", SMALL)))
}

fn reference(questionnaire: &Questionnaire) -> Reference {
    Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() }
}

fn blank(questionnaire: &Questionnaire, lang: Lang) -> String {
    let filled_in = FilledIn::of_vendor("NordKontakt AB");
    let (reference, outline) = (&reference(questionnaire), Outline::of(questionnaire, &[], lang));
    template::text(&FormFile { reference, outline, second: None, filled_in })
}

fn read_back(text: &str, questionnaire: &Questionnaire) -> Answers {
    let checked = reading::answers(&Source::new("answers.yaml", text), questionnaire);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    accepted(checked)
}

/// The comments as running text.
fn told(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_start().trim_start_matches('#').trim());
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_that_only_we_may_know_is_told() {
    for questionnaire in [built_in_questionnaire(), small()] {
        for lang in Lang::ALL {
            let text = blank(&questionnaire, lang);
            let (told, language) = (told(&text), questionnaire.language(lang));
            let mut secrets: Vec<&Translations> = Vec::new();
            for question in &questionnaire.questions {
                let only_ours = [&question.good, &question.weak, &question.remedy, &question.follow_up];
                secrets.extend(only_ours.into_iter().flatten());
                assert!(told.contains(question.ask.get(language)), "{}", question.id);
            }
            secrets.extend(
                questionnaire.flags.iter().flat_map(|flag| [Some(&flag.title), flag.remedy.as_ref()]).flatten(),
            );
            secrets.extend(questionnaire.contradictions.iter().map(|contradiction| &contradiction.title));
            secrets.extend(questionnaire.factors.iter().map(|factor| &factor.ask));
            secrets.extend(questionnaire.factors.iter().flat_map(|factor| &factor.options).map(|option| &option.label));
            assert!(secrets.len() > 10);
            let public: Vec<&str> = questionnaire
                .questions
                .iter()
                .flat_map(|question| question.form.options())
                .map(|(_, _, label)| label.get(language))
                .collect();
            for secret in secrets.into_iter().map(|secret| secret.get(language)) {
                // an answer may happen to have the words of what is at stake
                let is_public = public.iter().any(|label| label.contains(secret));
                assert!(is_public || !told.contains(secret), "{secret}");
            }
            for sign in ["→", "\t", "inherent_risk", "weight:", "importance:", "value:", "points:", "full_at"] {
                assert!(!text.contains(sign), "{sign}");
            }
            assert!(text.lines().all(|line| line.chars().count() <= 110), "a line is too long");
            assert!(!text.lines().any(|line| line.ends_with(' ')), "a line ends with a blank");
        }
    }
}

#[test]
fn values_do_not_change_a_letter_of_what_the_vendor_sees() {
    let changed: String = SMALL
        .lines()
        .map(|line| match line.split_once(", value: ") {
            Some((before, after)) => {
                format!("{before}, value: 100{}\n", after.trim_start_matches(|c: char| c.is_ascii_digit()))
            }
            None => format!("{}\n", line.replace("points: 2", "points: 9").replace("weight: 3 ", "weight: 8 ")),
        })
        .collect();
    assert!(!changed.contains("value: 0}") && changed.contains("points: 9"));
    let changed = accepted(reading::questionnaire(&Source::new("questionnaire.yaml", changed)));
    for lang in Lang::ALL {
        assert_eq!(blank(&changed, lang), blank(&small(), lang));
    }
}

#[test]
fn an_answer_behind_the_colon_and_a_comment_below_are_read() {
    for questionnaire in [built_in_questionnaire(), small()] {
        for lang in Lang::ALL {
            let mut text = blank(&questionnaire, lang);
            for question in &questionnaire.questions {
                let answer = match &question.form {
                    Form::ChooseOne(choices) => choices.iter().next().unwrap().id.to_string(),
                    Form::ChooseMany(ticks) => format!("[{}]", ticks.options.iter().next().unwrap().id),
                    Form::Number(form) => form.min.to_string(),
                    Form::Date(_) => "2026-11-01".to_owned(),
                    Form::Text => "|\n      # Our words: all".to_owned(),
                };
                let empty = if question.form == Form::Text { " |" } else { "" };
                let before = format!("  {}:\n    answer:{empty}\n    comment: |\n", question.id);
                let after = format!(
                    "  {}:\n    answer: {answer}\n    comment: |\n      Also: \"{}\" # and\n      more\n",
                    question.id, question.id
                );
                assert_eq!(text.matches(&before).count(), 1, "{}", question.id);
                text = text.replace(&before, &after);
            }
            let answers = read_back(&text, &questionnaire);
            for (at, question) in questionnaire.questions.with_ids() {
                let expected = format!("Also: \"{}\" # and\nmore\n", question.id);
                assert_eq!(answers.comment(at), Some(expected.as_str()));
                let duly::internal::answers::Answer::Given(value) = answers.answer(at) else {
                    panic!("{}", question.id)
                };
                if question.form == Form::Text {
                    assert_eq!(*value, Value::Text("# Our words: all\n".to_owned()));
                }
            }
        }
    }
}

#[test]
fn the_example_of_a_document_can_be_used_as_it_says() {
    for lang in Lang::ALL {
        let questionnaire = built_in_questionnaire();
        let id = lang.example_document_id();
        let mut text = String::new();
        let mut is_example = false;
        for line in blank(&questionnaire, lang).lines() {
            is_example = (is_example || line == format!("  # {id}:")) && !line.is_empty();
            let line = if is_example { line.replacen("# ", "", 1) } else { line.to_owned() };
            text.push_str(&line);
            text.push('\n');
        }
        let text = text.replacen("evidence: []", &format!("evidence: [{id}]"), 1);
        let answers = read_back(&text, &questionnaire);
        assert_eq!(answers.evidence.len(), 1);
        assert!(answers.evidence.iter().all(|item| item.is_findable()), "{:?}", answers.evidence);
    }
}

#[test]
fn the_pair_is_valid_as_it_stands() {
    for (lang, verdict) in [("en", "NOT YET RATED"), ("sv", "ÄNNU EJ BEDÖMD")] {
        let folder = ours();
        let args =
            ["new", "--vendor", "Å # Söner", "-o", "vendors/a.yaml", "--lang", lang, "--inherent", "data=special"];
        let ran = duly(&folder, &args);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        let ran = duly(
            &folder,
            &["check", "vendors/a.yaml", "reviews/a.review.yaml", "--deny-warnings", "--policy", "duly.toml"],
        );
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
        let ran = duly(&folder, &["assess", "vendors/a.yaml", "--lang", lang]);
        assert!(ran.out.contains(verdict), "{}", ran.out);
        assert!(!ran.err.contains("duly check"), "{}", ran.err);
        let review = folder.read("reviews/a.review.yaml");
        let nobody = if lang == "sv" { "reviewer: ännu ej namngiven" } else { "reviewer: to be named" };
        assert!(review.contains(nobody) && review.contains("\n  data: special\n"), "{review}");
        assert!(review.contains("\n  volume:\n"), "{review}");
    }
}

#[test]
fn what_is_at_stake_leaves_questions_out() {
    let folder = Folder::new();
    let new = |stakes: &[&str]| {
        let args = [&["new", "--vendor", "A AB", "-o", "-"], stakes].concat();
        duly(&folder, &args)
    };
    let all = new(&[]);
    let few = new(&["--inherent", "systems=ours"]);
    let asked = |ran: &Ran| ran.out.lines().filter(|line| *line == "    evidence: []").count();
    assert_eq!((asked(&all), asked(&few)), (113, 107));
    assert!(few.out.contains("# 107 of 107 · "), "{}", few.out);
    assert!(few.err.contains("no review is written"), "{}", few.err);
    assert_eq!(asked(&new(&["--inherent", "systems=vendor"])), 113);
    assert!(folder.names().is_empty(), "nothing is written to the folder");
}

#[test]
fn nothing_is_overwritten_unasked_and_neither_file_alone() {
    let folder = ours();
    let (answers, review) = (folder.at("vendors/a.yaml"), folder.at("reviews/a.review.yaml"));
    let new = |more: &[&str]| {
        duly(
            &folder,
            &[&["new", "--vendor", "A AB", "-o", "vendors/a.yaml", "--inherent", "data=contact"], more].concat(),
        )
    };
    fs::write(&review, "ours").unwrap();
    let ran = new(&[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("reviews/a.review.yaml exists already"), "{}", ran.err);
    assert!(!answers.exists(), "the answers are not written alone");
    fs::remove_file(&review).unwrap();
    fs::write(&answers, "theirs").unwrap();
    let ran = new(&[]);
    assert!(ran.code == 2 && ran.err.contains("vendors/a.yaml exists already"), "{}", ran.err);
    assert!(!review.exists(), "the review is not written alone");
    assert_eq!(fs::read_to_string(&answers).unwrap(), "theirs");
    assert_eq!(new(&["--force"]).code, 0);
    assert!(fs::read_to_string(&answers).unwrap().contains("format: duly/answers@1"));
    assert!(fs::read_to_string(&review).unwrap().contains("\n  data: contact\n"));
}

#[test]
fn no_force_takes_anything_out_of_a_review() {
    let decided = "format: duly/review@1\nvendor: A AB\nreviewer: Us    # the office\nreviewed: 2026-11-02\n\
        inherent_risk:\n  data: contact\nanswers:\n  access.mfa: {saw: all, note: Seen it.}\ndecision:\n  \
        outcome: rejected\n  by: CISO\n  on: 2026-11-03\n  because: No contract.\n";
    for form in ["a.html", "a.xlsx", "a.yaml"] {
        let folder = Folder::with(&[("a.review.yaml", decided)]);
        let new = |more: &[&str]| duly(&folder, &[&["new", "--vendor", "A AB", "-o", form], more].concat());
        let ran = new(&["--inherent", "data=contact,systems=ours"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let why = "a.review.yaml exists already; leave out --inherent and --reviewer to take it as it is";
        assert!(ran.err.contains(why), "{}", ran.err);
        assert_eq!(folder.names(), ["a.review.yaml"], "nothing is written");
        let ran = new(&["--inherent", "data=contact,systems=ours", "--reviewer", "Office", "--force", "--lang", "en"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains("(107 questions)"), "what is stated decides what is asked: {}", ran.err);
        assert!(ran.err.contains("what you state is put into a.review.yaml"), "{}", ran.err);
        let now = folder.read("a.review.yaml");
        for line in decided.lines().filter(|line| !line.starts_with("reviewer:")) {
            assert!(now.lines().any(|kept| kept == line), "{form}: {line} is lost\n{now}");
        }
        let put_in = ["\nreviewer: Office    # the office\n", "\n  systems: ours\n", "\nsent:\n"];
        assert!(put_in.iter().all(|text| now.contains(text)), "{now}");
        let ran = new(&["--inherent", "data=special", "--force"]);
        assert!(ran.code == 0 && folder.read("a.review.yaml").contains("\n  data: special\n"), "{}", ran.err);
        assert_eq!(folder.read("a.review.yaml").matches("form: ").count(), 1, "the same form of the same day");
    }
}

#[test]
fn what_lies_in_the_place_of_our_review_and_cannot_be_read_as_one_stays() {
    let of_another = "format: duly/review@1\nvendor: B AB\nreviewer: Us\nreviewed: 2026-11-02\n";
    for there in ["ours", "", "format: duly/review@1\nvendor: A AB\nreviewer: [Us\n", of_another] {
        let folder = Folder::with(&[("a.review.yaml", there)]);
        for stated in [&["--inherent", "data=contact"][..], &["--reviewer", "Office"]] {
            let ran = duly(&folder, &[&["new", "--vendor", "A AB", "-o", "a.html", "--force"], stated].concat());
            assert_eq!(ran.code, 2, "{there}: {}", ran.err);
            assert!(ran.err.contains("a.review.yaml"), "{there}: {}", ran.err);
            assert_eq!(folder.names(), ["a.review.yaml"], "{there}");
            assert_eq!(folder.read("a.review.yaml"), there);
        }
    }
}

#[test]
fn a_review_that_is_there_decides_and_stays_but_for_a_note_of_what_was_sent() {
    let folder = ours();
    let path = folder.at("reviews/a-ab.review.yaml");
    let ours =
        "format: duly/review@1\nvendor: A AB\nreviewer: Us\nreviewed: 2026-11-02\ninherent_risk: {systems: ours}\n";
    fs::write(&path, ours).unwrap();
    let args = ["new", "--vendor", "A AB", "-o", "vendors/a-ab.yaml"];
    let ran = duly(&folder, &args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("(107 questions)") && ran.err.contains("is taken from reviews/a-ab.review.yaml"),
        "{}",
        ran.err
    );
    let noted = fs::read_to_string(&path).unwrap();
    let others: String =
        noted.split_inclusive('\n').filter(|line| !line.contains("sent:") && !line.contains("form:")).collect();
    assert_eq!(others, ours, "what was sent is noted, and nothing else");
    assert!(noted.contains("\nsent:\n  - {questionnaire: customer-service@1.1.0, form: "), "{noted}");
    fs::write(&path, ours.replace("A AB", "Another AB")).unwrap();
    let ran = duly(&folder, &[&args[..], &["--force"]].concat());
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn without_a_terminal_nobody_is_asked_and_no_review_is_written() {
    let folder = Folder::new();
    let ran = duly(&folder, &["new", "--vendor", "Jajamän Kundservice AB"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("--inherent") && ran.err.contains("`duly review jajaman-kundservice-ab.yaml`"),
        "{}",
        ran.err
    );
    assert_eq!(folder.names(), ["jajaman-kundservice-ab.yaml"]);
    let ran = duly(&folder, &["new", "answers", "--vendor", "B", "--reviewer", "Säkerhet", "-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let review = folder.read("b.review.yaml");
    assert!(review.contains("reviewer: Säkerhet "), "{review}");
}

#[test]
fn names_that_a_report_cannot_show_are_refused() {
    let folder = Folder::new();
    let long = "x".repeat(121);
    for (name, said) in [
        ("", "is empty"),
        (" \u{a0}", "is empty"),
        ("A\nB", "nobody can see"),
        ("A\u{202e}B", "nobody can see"),
        ("A\u{1b}[2J", "nobody can see"),
        (&long, "longer than 120"),
    ] {
        let ran = duly(&folder, &["new", "--vendor", name]);
        assert_eq!(ran.code, 2, "{name:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}') && !ran.err.contains('\u{202e}'));
        let ran = duly(&folder, &["new", "--vendor", "A", "--reviewer", name]);
        assert!(ran.code == 2 && ran.err.contains(said), "{}", ran.err);
    }
    assert_eq!(duly(&folder, &["new", "--vendor", &long[..120]]).code, 0);
    let ran = duly(&folder, &["new", "--vendor", "A", "-o", "none/a.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("the folder none does not exist"), "{}", ran.err);
}

#[test]
fn a_questionnaire_is_named_so_that_it_is_found_again() {
    let folder = ours();
    folder.write("vendors/own.yaml", SMALL);
    folder.write("bank.yaml", SMALL);
    let head = |file: &str| {
        let text = folder.read(file);
        text.lines().find(|line| line.starts_with("questionnaire:")).unwrap().to_owned()
    };
    let new =
        |file: &str, named: &[&str]| duly(&folder, &[&["new", "--vendor", "A", "-o", file], named].concat()).done().err;
    new("vendors/a.yaml", &[]);
    assert_eq!(head("vendors/a.yaml"), "questionnaire: customer-service@1.1.0");
    let said = new("vendors/old.yaml", &["--questionnaire", "customer-service@1.0.0"]);
    assert_eq!(head("vendors/old.yaml"), "questionnaire: customer-service@1.0.0");
    assert!(!said.contains("does not name"), "{said}");
    assert_ne!(duly(&folder, &["assess", "vendors/old.yaml"]).code, 2);
    let said = new("vendors/b.yaml", &["--questionnaire", "vendors/own.yaml"]);
    assert_eq!(head("vendors/b.yaml"), "questionnaire: ./own.yaml");
    assert!(!said.contains("does not name"), "{said}");
    assert_ne!(duly(&folder, &["assess", "vendors/b.yaml"]).code, 2);
    let said = new("vendors/c.yaml", &["--questionnaire", "bank.yaml"]);
    assert_eq!(head("vendors/c.yaml"), "questionnaire: newsletter-tool@1.0.0");
    assert!(said.contains("does not name newsletter-tool@1.0.0"), "{said}");
    assert_ne!(duly(&folder, &["assess", "vendors/c.yaml", "--questionnaire", "bank.yaml"]).code, 2);
    folder.write("duly.toml", format!("{POLICY}questionnaires = [\"bank.yaml\"]\n"));
    let said = new("vendors/d.yaml", &[]);
    assert_eq!(head("vendors/d.yaml"), "questionnaire: newsletter-tool@1.0.0", "the first that is accepted");
    assert!(!said.contains("does not name"), "{said}");
    assert_ne!(duly(&folder, &["assess", "vendors/d.yaml"]).code, 2);
    let said = new("vendors/e.yaml", &["--questionnaire", "customer-service"]);
    assert!(said.contains("does not name customer-service@1.1.0"), "{said}");
}

#[test]
fn a_policy_in_the_vendors_folder_is_not_used_before_the_file_is_there_either() {
    let folder = ours();
    let ran = duly(&folder, &["new", "--vendor", "A", "--inherent", "data=contact"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("policy-beside-answers"), "{}", ran.err);
    assert!(folder.at("a.review.yaml").exists(), "where assess will look for it");
    assert!(!duly(&folder, &["assess", "a.yaml"]).out.contains("our review: none"));
}

/// Our policy may list what is built in, too: the first of its list is asked.
#[test]
fn a_form_asks_the_first_questionnaire_that_our_policy_lists() {
    for (listed, expected) in
        [("mvsp", "questionnaire: mvsp@"), ("customer-service@1.0.0", "questionnaire: customer-service@1.0.0")]
    {
        let folder = Folder::new();
        folder.write("duly.toml", format!("format = \"duly/policy@1\"\nquestionnaires = [\"{listed}\"]\n"));
        folder.make("vendors");
        duly(&folder, &["new", "--vendor", "V", "-o", "vendors/v.yaml"]).done();
        assert!(folder.read("vendors/v.yaml").contains(expected), "{listed}");
    }
}
