//! The letter to a vendor and the annex to its contract: each document once, nothing that is there already, questions in words, in the language of
//! the form that was sent.

use std::collections::BTreeSet;

use duly::internal::questionnaire::built_in;
use duly::internal::source::Fingerprint;
use serde_json::Value;

use crate::support::{DAY, Folder, SMALL, duly, duly_on_day, example, root};

const VENDORS: [&str; 4] = ["nordkontakt", "allyes", "billigsvar", "halvklar"];

fn letter_of(vendor: &str, args: &[&str]) -> String {
    let file = format!("{vendor}.yaml");
    duly(root().join("examples"), &[&["export", &file, "--for", "vendor", "--as-of", DAY, "-q"], args].concat()).out
}

fn section<'l>(letter: &'l str, title: &str) -> &'l str {
    let part = letter.split("\n## ").find(|part| part.starts_with(title));
    part.unwrap_or_default()
}

/// What stands between backticks.
fn ids(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn each_document_is_asked_for_once_and_each_answer_under_one() {
    for vendor in VENDORS {
        for (lang, title) in [("en", "Documents to send"), ("sv", "Dokument att skicka in")] {
            let letter = letter_of(vendor, &["--lang", lang]);
            let rows: Vec<&str> =
                section(&letter, title).lines().filter(|line| line.starts_with("| ")).skip(2).collect();
            let asks: Vec<&str> = rows.iter().map(|row| row.split(" · ").next().unwrap()).collect();
            let asks: Vec<&str> =
                asks.iter().map(|ask| ask.split_once(". ").unwrap().1.split(" | ").next().unwrap()).collect();
            let once: BTreeSet<&&str> = asks.iter().collect();
            assert_eq!(asks.len(), once.len(), "{vendor} {lang}: {asks:?}");
            // one that lacks something may support what another document is asked for, too
            let kinds: Vec<&str> =
                rows.iter().copied().filter(|row| !row.contains(". “") && !row.contains(". ”")).collect();
            let all = kinds.join("\n");
            let supported = ids(&all);
            let once: BTreeSet<&&str> = supported.iter().collect();
            assert!(!supported.is_empty(), "{vendor} {lang}: {letter}");
            assert_eq!(supported.len(), once.len(), "{vendor} {lang}: {supported:?}");
        }
    }
}

#[test]
fn no_question_is_named_by_its_id_alone() {
    let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let letter = letter_of(vendor, &["--lang", lang]);
            let mut pieces = letter.split('`');
            let mut before = pieces.next().unwrap();
            let mut count = 0;
            while let (Some(id), after) = (pieces.next(), pieces.next()) {
                let words = before.trim_end();
                let is_id = questionnaire.find(id).is_some(); // what looks like an address stands so, too
                assert!(!is_id || words.ends_with(['”', '?', '.', ')']), "{vendor} {lang}: {id} after {words}");
                before = after.unwrap_or_default();
                count += usize::from(is_id);
            }
            assert!(count > 20, "{vendor} {lang}: {count}");
        }
    }
}

#[test]
fn what_was_sent_and_fits_is_not_asked_for() {
    for vendor in VENDORS {
        let figures =
            duly(root().join("examples"), &["export", &format!("{vendor}.yaml"), "-f", "json", "--as-of", DAY, "-q"]);
        let figures: Value = figures.json();
        let letter = letter_of(vendor, &["--lang", "en"]);
        let mut current = 0;
        for document in figures["evidence"].as_array().unwrap() {
            let (title, state) = (document["title"].as_str().unwrap(), &document["state"]);
            if document["by"] == "vendor" && *state == "current" {
                let asked = letter.matches(&format!("“{title}”")).count();
                let sent = letter.matches(&format!("you have sent “{title}”")).count();
                assert_eq!(asked, sent, "{vendor}: {title}");
                current += 1;
            }
        }
        assert!(current > 0 || vendor != "nordkontakt");
    }
}

#[test]
fn nobody_is_accused_of_what_is_only_open() {
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let figures = duly(
                root().join("examples"),
                &["export", &format!("{vendor}.yaml"), "-f", "json", "--as-of", DAY, "-q", "--lang", lang],
            );
            let figures: Value = figures.json();
            let letter = letter_of(vendor, &["--lang", lang]);
            for flag in figures["flags"].as_array().unwrap() {
                let title = flag["title"].as_str().unwrap();
                assert!(!letter.contains(title), "{vendor} {lang}: {title}");
            }
        }
    }
}

#[test]
fn a_letter_to_who_sent_nothing_is_of_sensible_length() {
    for lang in ["en", "sv"] {
        let letter = letter_of("allyes", &["--lang", lang]);
        assert!(letter.lines().count() < 120 && letter.len() < 24_000, "{lang}: {}", letter.len());
    }
}

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: customer-service@1.1.0\n\
    answered: 2026-11-01\nanswers: {access.mfa: all}\n";
const REVIEW: &str = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-10\n";

#[test]
fn a_letter_is_in_the_language_of_the_form_that_was_sent_last() {
    let title = |sent: &str, args: &[&str]| {
        let desk = Folder::with(&[("v.yaml", ANSWERS), ("v.review.yaml", &format!("{REVIEW}{sent}"))]);
        let letter = duly_on_day(&desk, &[&["export", "v.yaml", "--for", "vendor", "-q"], args].concat()).out;
        letter.lines().next().unwrap().to_owned()
    };
    let (en, sv) = (
        "# Further questions on your answers: Outsourced customer service",
        "# Komplettering av era svar: Outsourcad kundtjänst",
    );
    let form = |lang: &str, on: &str| format!("{{questionnaire: customer-service@1.1.0, on: {on}, lang: {lang}}}");
    let (swedish, english) = (form("sv", "2026-09-01"), form("en", "2026-10-01"));
    assert_eq!(title("", &[]), en, "as all else is told");
    assert_eq!(title(&format!("sent: [{swedish}]\n"), &[]), sv);
    assert_eq!(title(&format!("sent: [{english}, {swedish}]\n"), &[]), en, "the last one sent, wherever it stands");
    assert_eq!(title(&format!("sent: [{swedish}]\n"), &["--lang", "en"]), en, "who names a language gets it");
    assert_eq!(title(&format!("sent: [{}]\n", form("fi", "2026-10-01")), &[]), en, "neither we nor the form know it");
    assert_eq!(title(&format!("sent: [{swedish}]\n"), &["-f", "html"]), "<!DOCTYPE html>");
    let desk = Folder::with(&[("v.yaml", ANSWERS), ("v.review.yaml", &format!("{REVIEW}sent: [{swedish}]\n"))]);
    let report = duly_on_day(&desk, &["export", "v.yaml", "-q"]).out;
    assert!(report.starts_with("# Risk report"), "only what the vendor reads: {report}");
}

#[test]
fn what_is_cut_is_said_to_be() {
    let cut = "- What ends with … is shortened in this letter.";
    let long = format!("{}\n", "a word ".repeat(30));
    let answers = |comment: &str| {
        format!(
            "format: duly/answers@1\nvendor: {{name: Alfa}}\nquestionnaire: ./small.yaml\nanswered: 2026-11-01\n\
             evidence:\n  p: {{title: {comment}}}\nanswers:\n  a.mfa: {{answer: yes, evidence: [p]}}\n"
        )
    };
    for (title, is_cut) in [("Short", false), (long.trim(), true)] {
        let desk = Folder::with(&[("small.yaml", SMALL), ("v.yaml", &answers(title))]);
        let letter = duly_on_day(&desk, &["export", "v.yaml", "--for", "vendor", "--no-review", "-q"]).out;
        assert_eq!((letter.contains(cut), letter.contains('…')), (is_cut, is_cut), "{letter}");
    }
    let broken = format!(
        "{}answers:\n  a.mfa:yes {long}",
        "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./small.yaml\n"
    );
    let desk = Folder::with(&[("small.yaml", SMALL), ("v.yaml", &broken)]);
    let letter = duly_on_day(&desk, &["export", "v.yaml", "--for", "vendor", "--no-review", "-q"]).out;
    assert!(letter.contains("Line 5") && letter.contains(cut), "{letter}");
}

#[test]
fn the_former_name_of_the_day_is_understood() {
    let [now, before] = ["--reply-by", "--due"].map(|option| letter_of("allyes", &[option, "2026-12-15"]));
    assert!(now.contains("2026-12-15"), "{now}");
    assert_eq!(now, before);
}

#[test]
fn a_text_is_cut_between_words() {
    for letters in 1..12 {
        let title = format!("{} {}", "a".repeat(letters), "customers data ".repeat(9));
        let answers = format!(
            "format: duly/answers@1\nvendor: {{name: Alfa}}\nquestionnaire: ./small.yaml\nanswered: 2026-11-01\n\
             evidence:\n  p: {{title: {}}}\nanswers:\n  a.mfa: {{answer: yes, evidence: [p]}}\n",
            title.chars().take(102).collect::<String>().trim()
        );
        let desk = Folder::with(&[("small.yaml", SMALL), ("v.yaml", &answers)]);
        let letter = duly_on_day(&desk, &["export", "v.yaml", "--for", "vendor", "--no-review", "-q"]).out;
        let ends = letter.matches('…').count() - letter.matches("ends with …").count();
        let whole = letter.matches("customers…").count() + letter.matches("data…").count();
        assert_eq!(ends, whole, "{letter}");
    }
}

#[test]
fn an_annex_that_may_lack_something_says_so() {
    let (annex, _) = annex("halvklar", &["--lang", "en", "--no-review"]);
    let said = "No decision is on file. Not yet rated: 59 questions are open, so this list is incomplete.";
    assert!(annex.contains(said), "{annex}");
}

#[test]
fn a_letter_reads_as_a_person_would_write_it() {
    let letter = letter_of("nordkontakt", &["--lang", "en", "--reply-by", "2026-12-15"]);
    let asked = "Thank you for your answers of 2 November 2026. Please let us have the following by 15 December 2026: \
                 28 documents, 4 answers, 1 clarification and your plan for 11 changes.";
    assert!(letter.contains(asked), "{letter}");
    let letter = letter_of("nordkontakt", &["--lang", "sv", "--no-review"]);
    assert!(
        letter.contains("Tack för era svar av den 2 november 2026.") && letter.contains("- **Från:** \\[avsändare\\]")
    );
    for (lang, instruction, answer) in [("en", "(say what", "“Partly”"), ("sv", "(ange vad", "”Delvis”")] {
        let letter = letter_of("billigsvar", &["--lang", lang]);
        assert!(letter.contains(answer) && !letter.contains(instruction), "the form's words are not the vendor's");
    }
    let odd = "In your answers this does not seem to agree: No incidents and proof that detection works, yet";
    assert!(letter_of("billigsvar", &["--lang", "en"]).contains(odd));
    let led = letter_of("allyes", &["--lang", "en"]).matches("**first**").count();
    let told = duly(root().join("examples"), &["assess", "allyes.yaml", "--as-of", DAY, "-q"]).out;
    assert!(told.contains(&format!("{led} documents alone give MEDIUM")), "{led}: {told}");
    let twice = "Everyone is bound to confidentiality before go-live";
    assert!(!letter_of("billigsvar", &["--lang", "en"]).contains(twice), "the remedy of its red flag says it");
}

/// The vendor has to know what it was approved on, in every language and format of the letter.
#[test]
fn a_letter_carries_the_conditions_of_the_decision_with_who_by_when_and_whether_they_are_met() {
    for (lang, title, due, met, holds) in [
        ("en", "Conditions of the decision of 12 November 2026", "due on 2026-12-04", "met on 2026-11-20", "holds"),
        (
            "sv",
            "Villkor i beslutet av den 12 november 2026",
            "ska göras senast 2026-12-04",
            "uppfyllt den 2026-11-20",
            "gäller, även",
        ),
    ] {
        let letter = letter_of("nordkontakt", &["--lang", lang, "--reply-by", "2026-12-15"]);
        let told = section(&letter, title);
        let prior = "Summary of incidents for 36 months before go-live (";
        assert!(
            told.contains(prior) && told.contains(&format!("`incident.prior`) | NordKontakt | {due} |")),
            "{letter}"
        );
        assert!(told.contains(met) && told.contains(holds), "{told}");
        let later = letter_of("nordkontakt", &["--lang", lang, "--reply-by", "2026-12-01"]);
        assert!(!section(&later, title).contains(holds), "no condition comes before that day: {later}");
        let html = letter_of("nordkontakt", &["--lang", lang, "-f", "html"]);
        assert!(html.contains(title) && html.contains("Summary of incidents for 36 months before go-live"), "{html}");
        let none = letter_of("nordkontakt", &["--lang", lang, "--no-review"]);
        assert!(!none.contains(prior), "{none}");
    }
}

/// Conditions were agreed on what the vendor said then; whoever reads them has to know that it has changed since.
#[test]
fn conditions_of_a_decision_on_earlier_answers_say_so_and_stand_until_a_new_one() {
    let other = format!("answers: {}", "0".repeat(64));
    for (decided, is_earlier) in [("on: 2026-11-12", false), ("on: 2026-10-01", true), ("on: 2026-11-12", true)] {
        let bound = if decided == "on: 2026-11-12" && is_earlier { &other } else { "because: Soon" };
        let decision = format!(
            "decision:\n  outcome: conditional\n  by: Board\n  {decided}\n  {bound}\n  conditions: [{{what: Locks \
             changed}}]\n"
        );
        let desk = Folder::with(&[("v.yaml", ANSWERS), ("v.review.yaml", &format!("{REVIEW}{decision}"))]);
        for (lang, title, says) in [
            (
                "en",
                "Conditions of the decision of",
                "made on earlier answers or documents of the vendor, and a new one is still to come. Until then these \
                 conditions stand.",
            ),
            (
                "sv",
                "Villkor i beslutet av",
                "om leverantörens tidigare svar eller dokument, och ett nytt är ännu inte fattat. Tills dess gäller \
                 villkoren.",
            ),
        ] {
            for paper in ["vendor", "contract"] {
                let args = ["export", "v.yaml", "--for", paper, "-q", "--lang", lang];
                let paper = duly_on_day(&desk, &args).out;
                let (_, conditions) = paper.split_once(title).unwrap_or_else(|| panic!("{paper}"));
                let before = conditions.split("Locks changed").next().unwrap();
                assert_eq!(before.contains(says), is_earlier, "{decided}: {paper}");
            }
        }
    }
}

/// Who cites a document of no kind, or of another, has to be told which are asked for at these answers.
#[test]
fn a_letter_names_the_kinds_that_are_asked_for_where_a_document_is_of_none() {
    let cited = |kind: &str| {
        let paper = format!("{{title: A paper,{kind} issued: 2026-10-01, location: p.txt}}");
        let answers =
            ANSWERS.replace("{access.mfa: all}", &format!("{{access.mfa: {{answer: all, evidence: [{paper}]}}}}"));
        let desk = Folder::with(&[("v.yaml", answers.as_str()), ("p.txt", "A paper.")]);
        ["en", "sv"].map(|lang| {
            let letter = duly_on_day(&desk, &["export", "v.yaml", "--for", "vendor", "-q", "--lang", lang]).out;
            let check = duly_on_day(&desk, &["check", "v.yaml", "--lang", lang]);
            let report = duly_on_day(&desk, &["export", "v.yaml", "-q", "--lang", lang]).out;
            (letter, check.out + &check.err, report)
        })
    };
    let [english, swedish] = cited("");
    for ((letter, check, report), words) in [
        (
            english,
            [
                "its kind is missing; please state it. Asked for here: ",
                "the kind of \"A paper\" is missing",
                "its kind is missing, proves nothing",
            ],
        ),
        (
            swedish,
            [
                "dess slag saknas; ange det. Här efterfrågas: ",
                "slaget för ”A paper” saknas",
                "dess slag saknas, styrker inget",
            ],
        ),
    ] {
        let asked = letter.split(words[0]).nth(1).unwrap_or_else(|| panic!("{letter}"));
        assert!(asked.chars().next().is_some_and(char::is_alphabetic), "{letter}");
        assert!(check.contains(words[1]) && check.contains("`kind`") && report.contains(words[2]), "{check}\n{report}");
    }
    let [(letter, check, _), _] = cited(" kind: exit,");
    assert!(letter.contains("is not of a kind that supports these answers; asked for here: "), "{letter}");
    assert!(check.contains("is not of a kind that is asked for"), "{check}");
}

// ---------------------------------------------------------------- the annex to the contract

/// The annex of a vendor, and what is said besides.
fn annex(vendor: &str, args: &[&str]) -> (String, String) {
    let file = format!("{vendor}.yaml");
    let ran = duly(root().join("examples"), &[&["export", &file, "--for", "contract", "--as-of", DAY], args].concat());
    (ran.out, ran.err)
}

#[test]
fn a_contract_gets_the_conditions_with_who_by_when_and_how_they_are_shown() {
    let (annex, _) = annex("nordkontakt", &["--lang", "en"]);
    let agreed = section(&annex, "Conditions of the decision of 12 November 2026");
    for expected in [
        "| Summary of incidents for 36 months before go-live (“What will you show us about security incidents",
        "`incident.prior`) | NordKontakt | 2026-12-04 | Anonymised list of incidents for 36 months, or a signed",
    ] {
        assert!(agreed.contains(expected), "{expected}: {agreed}");
    }
    let changes = section(&annex, "What the vendor changes");
    assert!(
        !agreed.contains("access.offboarding-hours")
            && annex.contains("until the feed is in place (met on 2026-11-20).")
    );
    assert!(annex.contains("The vendor's answers of 2 November 2026, and the documents"), "{annex}");
    assert_eq!(annex.matches("Signatures").count(), 1, "{annex}");
    assert!(changes.contains("`contract.exit-plan`) | NordKontakt AB |  | Exit plan with formats"), "{changes}");
    let stands = "`access.offboarding-hours`) | NordKontakt AB |";
    assert!(changes.contains(stands), "what was met for a time changed no answer, and its flag is raised: {changes}");
    assert!(!changes.contains("incident.prior"), "it is agreed above: {changes}");
    assert!(annex.contains("| Signature |  |  |"), "{annex}");
    assert!(annex.contains("Unless a day is filled in, periods run from the day of the last signature."), "{annex}");
    assert!(annex.contains("It is not legal advice; a lawyer must read it before it is signed."), "{annex}");
}

#[test]
fn an_annex_holds_no_score_and_nothing_of_our_review() {
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let file = format!("{vendor}.yaml");
            let args = ["export", &file, "-f", "json", "--as-of", DAY, "-q", "--lang", lang];
            let figures: Value = duly(root().join("examples"), &args).json();
            let (annex, _) = annex(vendor, &["--lang", lang, "-q"]);
            let questions = figures["questions"].as_array().unwrap().iter();
            let notes = questions.filter_map(|question| question["because"].as_str());
            let flags = figures["flags"].as_array().unwrap().iter();
            let titles = flags.clone().filter_map(|flag| flag["title"].as_str());
            let waivers = flags.filter_map(|flag| flag["waiver"]["because"].as_str());
            for words in notes.chain(titles).chain(waivers) {
                assert!(!annex.contains(words), "{vendor} {lang}: {words}");
            }
            let score = figures["overall"]["display"]["assured"].as_str().unwrap();
            let local = score.replace('.', ",");
            let said = annex.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            let told: Vec<&str> =
                said.filter(|word| [score, &local, "HIGH", "HÖG", "CRITICAL", "KRITISK"].contains(word)).collect();
            assert!(told.is_empty(), "{vendor} {lang}: {told:?}");
        }
    }
}

#[test]
fn nothing_that_the_vendor_writes_passes_for_a_term_of_the_annex() {
    let answers = std::fs::read_to_string(root().join("examples/nordkontakt.yaml")).unwrap();
    let terms = format!("Service on our terms”, which prevail: {}", "no liability ".repeat(40));
    let service = answers.lines().find(|line| line.starts_with("service:")).unwrap();
    let folder = Folder::with(&[("v.yaml", answers.replace(service, &format!("service: {terms:?}")).as_str())]);
    let annex = duly(&folder, &["export", "v.yaml", "--for", "contract", "-q", "--as-of", DAY]).out;
    let told = annex.lines().find(|line| line.contains("**Service:**")).unwrap();
    assert!(told.contains("“Service on our terms', which prevail: no liability") && told.ends_with("…”"), "{told}");
    assert!(told.chars().count() < 230, "{told}");
    assert!(
        annex.contains("They bind the vendor as statements of fact: no term, condition or reservation in them"),
        "{annex}"
    );
    let file = Fingerprint::of([folder.read("v.yaml")]);
    assert!(annex.contains(&file.to_string()), "{annex}");
}

#[test]
fn an_annex_without_conditions_and_after_a_rejection_says_so() {
    let (_, talk) = annex("billigsvar", &[]);
    assert!(talk.contains("the decision on file is not to use this vendor: is there to be a contract?"), "{talk}");
    for (lang, title, no_paper, first) in [
        ("en", "# Annex", "is not to use this vendor. This list", "before we can go ahead"),
        ("sv", "# Bilaga", "är att inte anlita leverantören. Listan", "innan vi kan gå vidare"),
    ] {
        let (rejected, _) = annex("billigsvar", &["--lang", lang]);
        assert!(!rejected.contains("last signature") && !rejected.contains("sista underskriften"), "{rejected}");
        let mut lines = rejected.lines().filter(|line| !line.is_empty());
        assert!(lines.next().unwrap().starts_with(title), "{rejected}");
        assert!(lines.next().unwrap().contains(no_paper), "{rejected}");
        assert!(!rejected.contains("Signature") && !rejected.contains("Underskrift"), "{rejected}");
        assert!(!letter_of("billigsvar", &["--lang", lang]).contains(first));
    }
    let answers = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswers: {a.b: yes}\n";
    let small = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\ncategories:\n  - {id: a, title: A, \
                 questions: [{id: b, ask: Is it so?, weight: 1, answer: yes-no}]}\n";
    let desk = Folder::with(&[("q.yaml", small), ("v.yaml", answers)]);
    let annex = duly_on_day(&desk, &["export", "v.yaml", "--for", "contract", "--no-review", "-q"]).out;
    assert!(annex.contains("No conditions are agreed, and no answer calls for a change."), "{annex}");
    assert!(annex.contains("No decision is on file. Answers that are claims only: 1. See the letter"), "{annex}");
    assert!(annex.contains("| For \\[name\\] | For “Alfa” |"), "{annex}");
    assert!(annex.contains("**Contract:** \\[title, number, date\\]"), "{annex}");
    let we = "In this annex “we”, “us” and “our” are the client, \\[name\\]; “you” and “the vendor” are “Alfa”.";
    assert!(annex.contains(we), "{annex}");
    let dated = duly_on_day(&desk, &["export", "v.yaml", "--for", "contract", "--reply-by", "2026-12-15"]);
    assert!(dated.code == 2 && dated.err.contains("use it with --for vendor"), "{}", dated.err);
}

/// Nobody can say how old answers are that do not say their day, so the letter asks for it.
#[test]
fn a_letter_asks_for_the_day_of_undated_answers() {
    let folder = Folder::with(&[("v.yaml", &example("nordkontakt.yaml"))]);
    let letter = || duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor", "-q", "--lang", "en"]).done().out;
    let asks = "They do not say their day";
    assert!(letter().contains("answers of 2 November 2026") && !letter().contains(asks), "{}", letter());
    folder.write("v.yaml", folder.read("v.yaml").replace("answered: 2026-11-02\n", ""));
    assert!(letter().contains(asks), "{}", letter());
    // a day that stands there to be copied would be copied
    let places = "in the form at “The day on which you finished”, in a text file as answered: YYYY-MM-DD.";
    assert!(letter().contains(places), "{}", letter());
}

#[test]
fn nothing_is_unclear_about_an_answer_that_counts_nothing() {
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n\
                   answers: {a.mfa: yes, a.cards: no, a.card-log: yes, a.about: We answer calls.}\n";
    let seen = ["a.mfa: {answer: no", "a.card-log: {answer: no", "a.about: {answer: They answer mail"];
    let seen = seen.map(|seen| format!("  {seen}, because: We saw it.}}\n")).concat();
    let review = format!("format: duly/review@1\nvendor: V\nreviewer: Office\nreviewed: 2026-11-10\nanswers:\n{seen}");
    let desk = Folder::with(&[("v.yaml", answers), ("v.review.yaml", &review), ("small.yaml", SMALL)]);
    let args = ["export", "v.yaml", "--for", "vendor", "--questionnaire", "small.yaml"];
    let letter = duly_on_day(&desk, &args).done().out;
    let differs: Vec<&str> = letter.lines().filter(|line| line.contains("differs from what we found")).collect();
    assert!(matches!(differs[..], [line] if line.contains("second factor")), "{letter}");
}

/// It was given, so the vendor is not asked for an answer: it is asked about the one that it gave.
#[test]
fn a_day_to_come_is_unclear_and_not_missing() {
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n\
                   answers: {a.mfa: yes, a.tested: 2027-01-01}\n";
    let desk = Folder::with(&[("v.yaml", answers), ("small.yaml", SMALL)]);
    let args = ["export", "v.yaml", "--for", "vendor", "--questionnaire", "small.yaml"];
    let letter = duly_on_day(&desk, &args).done().out;
    let told: Vec<&str> = letter.lines().filter(|line| line.contains("Last test?")).collect();
    assert!(matches!(told[..], [line] if line.contains("2027")), "{letter}");
}
