//! `duly new --renew`: next year's form of the newest version, with earlier answers as proposals beside its questions,
//! what is new, changed and gone said, and nothing of ours in it.

use std::fs;

use duly::internal::exchange::archive::{Archive, ArchiveLimits};
use serde_json::Value;

use crate::support::{Folder, duly, example, example_papers};

const FIRST: &str = "\
format: duly/questionnaire@1
id: bank
version: 1.9.0
languages: [en, sv]
title: {en: Bank, sv: Bank}
evidence:
  - {id: report, ask: {en: A report, sv: En rapport}, valid_months: never}
inherent_risk:
  - id: data
    ask: {en: OURSTAKE?, sv: OURSTAKE?}
    options:
      - {id: few, label: {en: OURFEW, sv: OURFEW}, tier: low}
      - {id: many, label: {en: OURMANY, sv: OURMANY}, tier: high}
categories:
  - id: a
    title: {en: House, sv: Hus}
    questions:
      - {id: lock, ask: {en: Is it locked?, sv: Är det låst?}, weight: 2, answer: yes-no, evidence: [report],
         good: {en: OURGOOD, sv: OURGOOD}, remedy: {en: OURREMEDY, sv: OURREMEDY}}
      - id: roof
        ask: {en: Is the roof tight?, sv: Är taket tätt?}
        weight: 2
        answer: {choose_many: {full_at: 2, options: [{id: slate, label: {en: Slate, sv: Skiffer}, points: 1},
          {id: straw, label: {en: Straw, sv: Halm}, points: 1}]}}
      - {id: days, ask: {en: After how many days?, sv: Efter hur många dagar?}, weight: 1,
         answer: {number: {min: 0, max: 90, steps: [{at_most: 30, value: 100}]}}}
      - {id: words, ask: {en: Who sees to it?, sv: Vem sköter det?}, weight: 1, answer: text}
      - {id: moat, ask: {en: Is there a moat?, sv: Finns en vallgrav?}, weight: 2, answer: yes-no}
      - {id: open, ask: {en: Is it open?, sv: Är det öppet?}, weight: 1, answer: yes-no, not_applicable: allowed}
red_flags:
  - {id: unlocked, title: {en: OURFLAG, sv: OURFLAG}, severity: high, when: {a.lock: [\"no\"]}}
";

/// The same a year later: a lock is a door, straw is no roof any more, a moat is not asked about and a gate is.
fn second() -> String {
    let moat = "      - {id: moat, ask: {en: Is there a moat?, sv: Finns en vallgrav?}, weight: 2, answer: yes-no}\n";
    let gate = "      - {id: gate, ask: {en: Is there a gate?, sv: Finns en port?}, weight: 1, answer: yes-no}\n";
    let straw = ",\n          {id: straw, label: {en: Straw, sv: Halm}, points: 1}]";
    assert!(FIRST.contains(moat) && FIRST.contains(straw));
    FIRST
        .replace("version: 1.9.0", "version: 1.10.0")
        .replace("{id: lock, ask", "{id: door, was: [lock], ask")
        .replace("{a.lock: ", "{a.door: ")
        .replace(straw, ",\n          {id: tiles, label: {en: Tiles, sv: Tegel}, points: 1}]")
        .replace(moat, gate)
}

const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Slott AB, country: SE, registration: 556000-0001}
service: A castle
questionnaire: bank@1.9.0
answered: 2025-11-16
chain:
  - {name: Vakt AB, country: SE, does: the guards}
evidence:
  old: {title: Report 4711, kind: report, issued: 2024-01-15, valid_until: 2025-01-15,
    location: evidence/old.txt}
  new: {title: Report 4712, kind: report, issued: 2026-06-15, location: evidence/new.txt}
answers:
  a.lock: {answer: yes, comment: With three keys., evidence: [old, new], by: {name: Anna Berg, on: 2025-11-16}}
  a.roof: {answer: [slate, straw], comment: Mostly.}
  a.days: 14
  a.words: {answer: \"The guards: all of them\"}
  a.moat: yes
  a.open: {answer: n/a, comment: There is no such thing here.}
";

const REVIEW: &str = "\
format: duly/review@1
vendor: Slott AB
client: OURCLIENT
reviewer: OURREVIEWER
reviewed: 2025-11-20
inherent_risk: {data: many}
answers:
  a.days: {saw: 14, verified: [{title: OURSEEN, issued: 2025-11-18, valid_until: 2029-01-01}], note: OURNOTE}
  a.open: {not_applicable: accepted, because: OURBECAUSE of that}
received:
  - {title: Report 4712, kind: report, issued: 2026-06-15, on: 2026-06-20, location: OURSHELF}
  - {title: Report 4711, kind: report, issued: 2024-01-15, on: 2024-06-20}
waivers:
  - {flag: unlocked, by: OURBOSS, until: 2099-06-30, because: OURWAIVER for now}
  - {flag: \"category:a\", by: OURBOSS, until: 2026-01-01, because: OURWAIVER once}
decision:
  outcome: conditional
  by: OURBOSS
  on: 2025-11-24
  conditions:
    - {what: OURCONDITION of a lock, owner: OUROWNER, due: 2026-03-01}
    - {what: OURMET of a key, met: 2025-12-01}
";

const POLICY: &str = "format = \"duly/policy@1\"\nquestionnaires = [\"ours/bank-1.9.yaml\", \"ours/bank-1.10.yaml\"]\n";

/// The parts of a workbook, unpacked.
fn parts(book: &[u8]) -> Vec<String> {
    let limits = ArchiveLimits { file: 16 << 20, part: 32 << 20, all: 64 << 20, parts: 400 };
    let archive = Archive::open(book, &limits).unwrap();
    archive.parts().iter().map(|part| String::from_utf8(archive.whole(part).unwrap()).unwrap()).collect()
}

/// A desk with two versions and last year's answers, as of the day of the machine: the documents are dated from it.
fn desk() -> Folder {
    let desk = Folder::new();
    ["ours", "v", "v/evidence"].iter().for_each(|folder| desk.make(folder));
    let review =
        REVIEW.replace("  - {flag: \"category:a\", by: OURBOSS, until: 2026-01-01, because: OURWAIVER once}\n", "");
    desk.add(&[
        ("ours/bank-1.9.yaml", FIRST),
        ("ours/bank-1.10.yaml", &second()),
        ("duly.toml", POLICY),
        ("v/slott.yaml", ANSWERS),
        ("v/slott.review.yaml", &review),
        ("v/evidence/old.txt", "old"),
        ("v/evidence/new.txt", "new"),
    ]);
    desk
}

#[test]
fn answers_are_judged_by_the_version_that_they_name() {
    let desk = desk();
    for version in ["1.9.0", "1.10.0"] {
        let answers = ANSWERS.replace("bank@1.9.0", &format!("bank@{version}"));
        let answers = if version == "1.9.0" { answers } else { answers.replace("a.lock", "a.door") };
        let answers = if version == "1.9.0" {
            answers
        } else {
            answers.replace("  a.moat: yes\n", "").replace("[slate, straw]", "[slate, tiles]")
        };
        desk.write("v/other.yaml", answers);
        let json = duly(&desk, &["export", "v/other.yaml", "-f", "json", "-q"]).json::<Value>();
        assert_eq!(json["basis"]["questionnaire"]["version"], version);
    }
    let ran = duly(&desk, &["assess", "v", "-q"]);
    assert_eq!(ran.out.matches("Slott AB").count(), 2, "vendors of both versions, each by its own: {}", ran.out);
}

#[test]
fn a_version_that_is_not_at_hand_is_refused_and_renewing_is_named() {
    let desk = desk();
    desk.write("v/slott.yaml", ANSWERS.replace("bank@1.9.0", "bank@1.8.0"));
    let ran = duly(&desk, &["assess", "v/slott.yaml"]);
    assert_eq!(ran.code, 2);
    for said in ["`bank@1.8.0`", "`bank@1.9.0`", "`duly new --renew`"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert_eq!(duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml"]).code, 2);
    // of a built-in one only the newest is accepted where no version is listed
    desk.write("duly.toml", POLICY.replace("\"ours/bank-1.9.yaml\"", "\"customer-service\""));
    let head = "format: duly/answers@1\nvendor: {name: B}\nquestionnaire: customer-service@1.0.0\nanswers:\n";
    desk.write("v/old.yaml", format!("{head}  access.mfa: all\n"));
    let ran = duly(&desk, &["assess", "v/old.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("`duly new --renew`"), "{}", ran.err);
    duly(&desk, &["new", "--renew", "v/old.yaml", "-o", "v/old-2.yaml"]).done();
    assert!(desk.read("v/old-2.yaml").contains("questionnaire: customer-service@1.1.0"));
}

/// The lines of an entry of a form, without explanations of the form itself.
fn entry(text: &str, id: &str) -> String {
    let from = text.find(&format!("\n  {id}:\n")).unwrap();
    let rest = &text[from + 1..];
    let end = rest[3..].find("\n\n").map_or(rest.len(), |end| end + 4);
    rest[..end].to_owned()
}

#[test]
fn earlier_answers_stand_beside_the_questions_and_answer_nothing() {
    let desk = desk();
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/slott-2026.yaml", "--lang", "en"]).done();
    let text = desk.read("v/slott-2026.yaml");
    for line in [
        "vendor: {name: Slott AB, country: SE, registration: 556000-0001}",
        "service: A castle",
        "questionnaire: bank@1.10.0",
        "  - {name: Vakt AB, country: SE, does: the guards}",
        "  new: {title: Report 4712, kind: report, issued: 2026-06-15, location: evidence/new.txt}",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}\n{text}");
    }
    assert!(!text.contains("evidence/old.txt"), "what has run out is not carried over");
    let door = entry(&text, "a.door");
    let expected = "  a.door:\n    answer:\n    comment: |\n    evidence: [new]\n    proposed: {answer: yes, comment: \
                    With three keys., from: \"2025-11-16\"}\n";
    assert_eq!(door.trim_end(), expected.trim_end());
    assert!(text.contains("  #! “Report 4711” ran out on 15 January 2025: send its successor\n  a.door:"), "{text}");
    assert!(text.contains("  #! Changed since you answered\n  a.roof:"), "{text}");
    let roof = entry(&text, "a.roof");
    assert!(roof.contains("proposed: {note: Slate; Straw, comment: Mostly., from: \"2025-11-16\"}"), "{roof}");
    assert!(text.contains("  #! New: it was not asked last time\n  a.gate:"), "{text}");
    assert!(entry(&text, "a.open").contains("{answer: n/a, comment: There is no such thing here., from"), "{text}");
    for said in [
        "New questions (1): a.gate",
        "so that its answer is shown and not proposed (1): a.roof",
        "so that these answers are not carried over (1): a.moat",
        "No longer an option at a.roof: straw",
        "“Report 4711” ran out on 15 January 2025: the vendor is asked for its successor",
    ] {
        assert!(ran.err.contains(said), "{said}\n{}", ran.err);
        let head: String = text.lines().take_while(|line| !line.starts_with("format:")).collect::<Vec<_>>().join(" ");
        let head = head.replace('#', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let to_the_vendor = said.replace("its answer", "your answer").replace("the vendor is asked for", "send");
        assert!(head.contains(&to_the_vendor), "{to_the_vendor}\n{head}");
    }
    let json = duly(&desk, &["export", "v/slott-2026.yaml", "-f", "json", "-q"]).json::<Value>();
    let answered = json["questions"].as_array().unwrap().iter().filter(|it| !it["answer"].is_null());
    assert_eq!(answered.count(), 0, "nothing is answered");
    let proposed = &json["questions"].as_array().unwrap().iter().find(|it| it["id"] == "a.door").unwrap()["proposed"];
    assert_eq!(*proposed, serde_json::json!({"words": "Yes", "comment": "With three keys.", "from": "2025-11-16"}));
    // it is the form that the questionnaire asks, whatever is filled in
    duly(
        &desk,
        &["new", "--vendor", "B", "-o", "v/b.yaml", "--questionnaire", "ours/bank-1.10.yaml", "--lang", "en", "-q"],
    )
    .done();
    let form = |text: &str| text.lines().find(|line| line.starts_with("filled:")).unwrap().to_owned();
    assert_eq!(form(&text), form(&desk.read("v/b.yaml")));
    let checked = duly(&desk, &["check", "v/slott-2026.yaml", "--review", "v/slott-2026.review.yaml", "-f", "json"]);
    assert_eq!(checked.codes(), ["review-beside-answers"; 0], "{}", checked.err);
}

#[test]
fn the_next_review_begins_with_what_goes_on() {
    let desk = desk();
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/slott-2026.yaml"]).done();
    let review = desk.read("v/slott-2026.review.yaml");
    for kept in [
        "client: OURCLIENT",
        "  data: many",
        "{title: Report 4712, kind: report, issued: 2026-06-15, \"on\": 2026-06-20, location: OURSHELF}",
        "{flag: unlocked, by: OURBOSS, until: 2099-06-30, because: OURWAIVER for now}",
        "# * OURCONDITION of a lock (OUROWNER, due on 1 March 2026)",
        "questionnaire: bank@1.10.0",
    ] {
        assert!(review.contains(kept), "{kept}\n{review}");
    }
    for gone in
        ["OURREVIEWER", "OURSEEN", "OURNOTE", "OURBECAUSE", "decision:", "OURMET", "Report 4711", "not_applicable"]
    {
        assert!(!review.contains(gone), "{gone}\n{review}");
    }
    assert!(ran.err.contains("not met: OURCONDITION of a lock (OUROWNER, due on 1 March 2026)"), "{}", ran.err);
    let stay = "stay in the earlier review, and are met there; what falls due in both years: `duly due v`\n";
    assert_eq!(ran.err.matches(stay).count(), 1, "{}", ran.err);
    desk.make("next year");
    let elsewhere = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "next year/slott.yaml"]).done();
    assert!(elsewhere.err.contains("`duly due v 'next year'`"), "{}", elsewhere.err);
    assert!(ran.err.contains("confirm it in v/slott-2026.review.yaml"), "{}", ran.err);
    // one that is there only gets a note of what was sent
    desk.write(
        "v/slott-2026.review.yaml",
        "format: duly/review@1\nvendor: Slott AB\nreviewer: R\nreviewed: 2026-01-01\n",
    );
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/slott-2026.yaml", "--force"]).done();
    let review = desk.read("v/slott-2026.review.yaml");
    assert!(review.contains("sent:") && !review.contains("OUR"), "{review}");
}

#[test]
fn neither_the_earlier_answers_nor_our_review_of_them_are_taken_for_the_new_ones() {
    let desk = desk();
    let before = (desk.read("v/slott.yaml"), desk.read("v/slott.review.yaml"));
    for target in ["v/slott.yaml", "v/slott.xlsx", "./v/slott.html"] {
        let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", target, "--force"]);
        assert!(ran.code == 2 && ran.err.contains("give the form another name"), "{target}: {}", ran.err);
    }
    desk.make("reviews");
    desk.make("next");
    fs::rename(desk.at("v/slott.review.yaml"), desk.at("reviews/slott.review.yaml")).unwrap();
    desk.write("duly.toml", POLICY.to_owned() + "reviews = \"reviews\"\n");
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "next/slott.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("review of the earlier answers"), "{}", ran.err);
    assert_eq!((desk.read("v/slott.yaml"), desk.read("reviews/slott.review.yaml")), before);
}

#[test]
fn nothing_of_ours_is_in_a_form_of_any_kind() {
    let desk = desk();
    for ending in ["yaml", "xlsx", "html"] {
        let name = format!("v/slott-2026.{ending}");
        for more in [&[][..], &["--both-languages"]] {
            if ending == "yaml" && !more.is_empty() {
                continue;
            }
            duly(&desk, &[&["new", "--renew", "v/slott.yaml", "-o", &name, "--force"], more].concat()).done();
            let bytes = fs::read(desk.at(&name)).unwrap();
            let texts = match ending {
                "xlsx" => parts(&bytes),
                _ => vec![String::from_utf8(bytes).unwrap()],
            };
            let all = texts.concat();
            assert!(all.contains("With three keys.") && all.contains("Slott AB"), "{name}");
            assert!(all.contains("a.moat"), "{name}: what was not carried over is said");
            for ours in ["OUR", "2099-06-30", "2025-11-20"] {
                assert!(!all.contains(ours), "{name}: {ours}");
            }
        }
    }
}

/// The review says this and that of a vendor's documents: its form stays what it is, and the next review refuses still.
#[test]
fn a_form_depends_on_the_vendors_file_alone() {
    let desk = desk();
    let more = "  third: {title: Report 4713, kind: report, issued: 2026-02-01}\n  \
                fourth: {title: Report 4714, kind: report, issued: 2026-03-01, location: evidence/not-here.txt}\n";
    let answers = ANSWERS.replace("answers:\n  a.lock", &format!("{more}answers:\n  a.lock"));
    desk.write("v/slott.yaml", answers.replace("[old, new]", "[old, new, third, fourth]"));
    let head = "format: duly/review@1\nvendor: Slott AB\nreviewer: R\nreviewed: 2026-01-01\n";
    let refused = "refused:\n  - {title: Report 4712, kind: report, issued: 2026-06-15, because: OURREASON}\n";
    let received = "received:\n  - {title: Report 4713, kind: report, issued: 2026-02-01}\n";
    let ours = desk.read("v/slott.review.yaml");
    let reviews = [head.to_owned(), format!("{head}{refused}"), format!("{head}{received}"), ours];
    let mut forms = Vec::new();
    for (count, review) in std::iter::once(None).chain(reviews.iter().map(Some)).enumerate() {
        match review {
            Some(review) => desk.write("v/slott.review.yaml", review),
            None => fs::remove_file(desk.at("v/slott.review.yaml")).unwrap(),
        }
        let files = ["yaml", "xlsx", "html"].map(|ending| {
            let name = format!("v/next-{count}.{ending}");
            duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", &name, "--force"]).done();
            let bytes = fs::read(desk.at(&name)).unwrap();
            String::from_utf8_lossy(&bytes).replace(&format!("next-{count}"), "next")
        });
        forms.push(files);
    }
    let door = entry(&forms[0][0], "a.door");
    assert!(door.contains("    evidence: [new, third, fourth]\n"), "{door}");
    for (count, form) in forms.iter().enumerate() {
        assert_eq!(form[0], forms[0][0], "review {count}");
        assert!(form[1..] == forms[0][1..], "review {count}");
    }
    let next = desk.read("v/next-2.review.yaml");
    assert!(next.contains("{title: Report 4712, kind: report, issued: 2026-06-15, because: OURREASON}"), "{next}");
}

#[test]
fn the_terminal_speaks_to_us_and_of_many_papers_shortly() {
    let desk = desk();
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en"]).done();
    assert!(ran.err.contains("Changed since the vendor answered") && !ran.err.contains("you answered"), "{}", ran.err);
    let one = "“Report 4711” ran out on 15 January 2025: the vendor is asked for its successor";
    assert!(ran.err.contains(one), "{}", ran.err);
    assert!(desk.read("v/next.yaml").contains("Changed since you answered"));
    let places = ["OURCONDITION", "questions carry the answer", one].map(|said| ran.err.find(said).unwrap());
    assert!(places.is_sorted(), "what is not met comes first: {}", ran.err);
    let line = |at: usize| format!("  more-{at}: {{title: Paper {at}, issued: 2020-01-01, valid_until: 2021-01-01}}\n");
    let many: String = (0..12).map(line).collect();
    desk.write("v/slott.yaml", ANSWERS.replace("answers:\n  a.lock", &format!("{many}answers:\n  a.lock")));
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/many.yaml", "--lang", "en"]).done();
    assert!(
        ran.err.contains("(13): “Report 4711” (15 January 2025); “Paper 0” (1 January 2021); “Paper 1” ("),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("Paper 2” (") && desk.read("v/many.yaml").contains("“Paper 11” ran out"), "{}", ran.err);
    let ran = duly(&desk, &["new", "--renew", "v/slott.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("duly new --renew x.yaml -o"), "{}", ran.err);
}

#[test]
fn a_workbook_that_nobody_touched_holds_no_answers() {
    let desk = desk();
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.xlsx", "--lang", "en"]).done();
    let ran = duly(&desk, &["import", "v/next.xlsx", "--lang", "en"]);
    let said = "0 answers read, 0 taken over, 0 not understood; 1 with documents only; 1 document, 1 sub-processor; \
                proposals not confirmed, which count for nothing: 5; ask the vendor again";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert!(ran.err.contains("no day of answering is given"), "{}", ran.err);
}

#[test]
fn of_several_years_of_a_vendor_the_newest_is_renewed() {
    let desk = desk();
    fs::rename(desk.at("v/slott.yaml"), desk.at("v/slott-2025.yaml")).unwrap();
    fs::rename(desk.at("v/slott.review.yaml"), desk.at("v/slott-2025.review.yaml")).unwrap();
    let newer = ANSWERS.replace("answered: 2025-11-16", "answered: 2026-11-16").replace("a.days: 14", "a.days: 21");
    desk.write("v/slott.yaml", newer.replace("Slott AB", "Slott & Co AB")); // one vendor by its registration
    for force in [&[][..], &["--force"]] {
        let ran = duly(&desk, &[&["new", "--renew", "v", "-o", "next", "--lang", "en"], force].concat()).done();
        let said = "v/slott-2025.yaml: left out: earlier answers of the same vendor as v/slott.yaml";
        assert!(
            ran.err.contains(said) && ran.err.contains("forms made in next: 1; could not be made: 0"),
            "{}",
            ran.err
        );
        let names = crate::support::names_in(&desk.at("next"));
        let form = names.iter().find(|name| !name.contains(".review")).unwrap();
        let text = desk.read(&format!("next/{form}"));
        assert!(text.contains("{answer: 21, from: \"2026-11-16\"}") && !text.contains("2025-11-16"), "{text}");
    }
    // whoever gives the name alone takes no place
    desk.write("v/alone.yaml", newer.replace(", registration: 556000-0001", "").replace("2026-11-16", "2026-11-17"));
    assert!(!desk.read("v/alone.yaml").contains("556000-0001"), "{newer}");
    let ran = duly(&desk, &["new", "--renew", "v", "-o", "alone", "--lang", "en"]).done();
    assert!(ran.err.contains("forms made in alone: 2; could not be made: 0"), "{}", ran.err);
    fs::remove_file(desk.at("v/alone.yaml")).unwrap();
    // two that are not one, under names that give one: nothing is written
    let other = ANSWERS.replace("Slott AB", "Borg AB").replace("556000-0001", "556000-0002");
    desk.write("v/slott-2025.yaml", other);
    for force in [&[][..], &["--force"]] {
        let args = [&["new", "--renew", "v", "-o", "other", "--lang", "en"], force].concat();
        let ran = duly(&desk, &args);
        let said = "v/slott-2025.yaml and v/slott.yaml would both become other/slott-20";
        assert!(ran.code == 2 && ran.err.contains(said), "{}", ran.err);
        assert!(!desk.at("other").exists(), "nothing is written");
    }
    // what answers other questions, or stands undated, is not earlier
    fs::rename(desk.at("v/slott-2025.yaml"), desk.at("v/borg.yaml")).unwrap();
    desk.write(
        "v/slott-other.yaml",
        ANSWERS
            .replace("bank@1.9.0", "bank@1.10.0")
            .replace("answered: 2025-11-16\n", "")
            .replace("a.lock", "a.door")
            .replace("  a.moat: yes\n", "")
            .replace("[slate, straw]", "[slate, tiles]"),
    );
    let ran = duly(&desk, &["new", "--renew", "v", "-o", "third", "--lang", "en"]).done();
    assert!(ran.err.contains("forms made in third: 3; could not be made: 0"), "{}", ran.err);
}

#[test]
fn the_files_that_the_new_answers_need_beside_them_are_named() {
    let desk = desk();
    let said = |args: &[&str]| duly(&desk, &[&["new", "--renew"], args, &["--lang", "en"]].concat()).done().err;
    let beside = said(&["v/slott.yaml", "-o", "v/slott-2026.yaml"]);
    assert!(beside.contains("no file of a current document has to be copied"), "{beside}");
    desk.make("next");
    ["v/slott-2026.yaml", "v/slott-2026.review.yaml"].iter().for_each(|name| fs::remove_file(desk.at(name)).unwrap());
    let apart = said(&["v/slott.yaml", "-o", "next/slott-2026.yaml"]);
    assert!(apart.contains("lie beside the new answers, too; copy to next: evidence/new.txt\n"), "{apart}");
    let of_folder = said(&["v", "-o", "forms", "--as", "xlsx", "--force"]);
    assert!(of_folder.contains("copy to forms: evidence/new.txt\n"), "{of_folder}");
    desk.make("next/evidence");
    desk.write("next/evidence/new.txt", "new");
    let copied = said(&["v/slott.yaml", "-o", "next/slott-2026.yaml", "--force"]);
    assert!(copied.contains("no file of a current document has to be copied"), "{copied}");
}

#[test]
fn a_folder_gives_a_form_for_every_vendor_and_tells_those_that_cannot_be_read() {
    let desk = desk();
    desk.make("v/deep");
    desk.write("v/deep/other-2025.yaml", ANSWERS.replace("Slott AB", "Borg AB"));
    desk.write("v/bad.yaml", "format: duly/answers@1\nvendor: [\n");
    let ran = duly(&desk, &["new", "--renew", "v", "-o", "next", "--as", "xlsx"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("v/bad.yaml"), "{}", ran.err);
    assert!(ran.err.contains("forms made in next: 2; could not be made: 1"), "{}", ran.err);
    let year = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/x.yaml"]).done();
    assert!(!year.err.is_empty());
    let names = |folder: &str| crate::support::names_in(&desk.at(folder));
    let forms: Vec<String> = names("next").into_iter().filter(|name| name.ends_with(".xlsx")).collect();
    assert!(forms.len() == 1 && forms[0].starts_with("slott-20"), "{forms:?}");
    assert!(names("next").iter().any(|name| name.starts_with("slott-20") && name.ends_with(".review.yaml")));
    let deep = names("next/deep");
    assert!(deep.iter().any(|name| name.starts_with("other-20") && name.ends_with(".xlsx")), "{deep:?}");
    assert!(!deep.iter().any(|name| name.contains("2025")), "{deep:?}");
    fs::remove_file(desk.at("v/bad.yaml")).unwrap();
    fs::remove_file(desk.at("v/x.yaml")).unwrap();
    fs::remove_file(desk.at("v/x.review.yaml")).unwrap();
    duly(&desk, &["new", "--renew", "v", "-o", "pages", "--as", "html"]).done();
    assert_eq!(duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/y.html", "--as", "html"]).code, 2);
    assert_eq!(duly(&desk, &["new", "--renew", "v"]).code, 2, "the folder is to be named");
}

/// The answers and comments of a file, by question.
fn said(desk: &Folder, file: &str) -> Vec<(String, Value, Value)> {
    let json = duly(desk, &["export", file, "-f", "json", "-q", "--no-review"]).json::<Value>();
    let all = json["questions"].as_array().unwrap().iter();
    let said = all.map(|it| (it["id"].as_str().unwrap().to_owned(), it["answer"].clone(), it["comment"].clone()));
    said.collect()
}

#[test]
fn all_confirmed_are_last_years_answers() {
    let desk = Folder::new();
    desk.write("old.yaml", example("nordkontakt.yaml"));
    example_papers().into_iter().for_each(|(name, text)| {
        let path = desk.at(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    });
    duly(&desk, &["new", "--renew", "old.yaml", "-o", "next.yaml", "-q"]).done();
    let text = desk.read("next.yaml");
    // by hand: what is proposed is written as the answer
    let mut confirmed = String::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let proposed = lines[at + 1..].iter().take(3).find_map(|line| line.strip_prefix("    proposed: "));
        let key = |key: &str| {
            let inside = proposed?.strip_prefix("{answer: ")?;
            let (answer, rest) = inside.split_once(", comment: ").or_else(|| inside.rsplit_once(", from: "))?;
            let comment = rest.rsplit_once(", from: ").map(|(comment, _)| comment);
            if key == "answer" { Some(answer) } else { comment }
        };
        match *line {
            "    answer:" | "    answer: |" if key("answer").is_some() => {
                confirmed += &format!("    answer: {}\n", key("answer").unwrap());
            }
            "    comment: |"
                if lines[at + 2].contains("proposed: {answer") || lines[at + 1].contains("proposed: {answer") =>
            {
                let inside =
                    lines[at + 1..].iter().find_map(|line| line.strip_prefix("    proposed: {answer: ")).unwrap();
                match inside.split_once(", comment: ").and_then(|(_, rest)| rest.rsplit_once(", from: ")) {
                    Some((comment, _)) => confirmed += &format!("    comment: {comment}\n"),
                    None => confirmed += "    comment:\n",
                }
            }
            line => confirmed += &format!("{line}\n"),
        }
    }
    desk.write("next.yaml", confirmed.replace("answered:\n", "answered: 2026-11-20\n"));
    let (old, new) = (said(&desk, "old.yaml"), said(&desk, "next.yaml"));
    let differ: Vec<_> = old.iter().zip(&new).filter(|(old, new)| old != new).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// A vendor that answers the small questionnaire, with what was proposed beside its answers.
fn confirmed(answers: &[(&str, &str)]) -> Folder {
    let head =
        "format: duly/answers@1\nvendor: {name: Slott AB}\nquestionnaire: bank@1.9.0\nanswered: 2026-11-16\nanswers:\n";
    let desk = desk();
    let lines = answers.iter().map(|(id, said)| format!("  {id}: {said}\n"));
    desk.write("v/now.yaml", head.to_owned() + &lines.collect::<String>());
    desk
}

const SAME: [(&str, &str); 2] = [
    (
        "a.lock",
        "{answer: yes, comment: With three keys., proposed: {answer: yes, comment: With three keys., from: \"2025-11-16\"}}",
    ),
    ("a.days", "{answer: 14, proposed: {answer: 14, from: \"2025-11-16\"}}"),
];

#[test]
fn answers_that_are_word_for_word_last_years_are_said_to_be() {
    let said = |answers: &[(&str, &str)]| {
        let desk = confirmed(answers);
        let head: Vec<String> = duly(&desk, &["assess", "v/now.yaml", "-q"]).out.lines().map(str::to_owned).collect();
        let document = duly(&desk, &["export", "v/now.yaml", "-q"]).out;
        let json = duly(&desk, &["export", "v/now.yaml", "-q", "-f", "json"]).json::<Value>();
        let fact = json["basis"]["answers"]["word_for_word"].clone();
        (head[1].trim().to_owned(), head[2].trim().to_owned(), document, fact)
    };
    let (first, _, document, fact) = said(&SAME);
    let all = "all 2 answers and comments are word for word those of 16 November 2025";
    assert_eq!(first, all, "where all are, it is said first");
    assert!(document.contains(&all.replace("all 2", "All 2")), "{document}");
    assert_eq!(fact, serde_json::json!({"same": 2, "given": 2, "from": "2025-11-16"}));
    // another comment, another answer, and one that nobody proposed
    let more = [
        SAME[0],
        ("a.days", "{answer: 14, comment: Now written down., proposed: {answer: 14, from: \"2025-11-16\"}}"),
        ("a.open", "{answer: no, proposed: {answer: yes, from: \"2025-11-16\"}}"),
        ("a.words", "Somebody"),
        ("a.moat", "{proposed: {answer: yes, from: \"2025-11-16\"}}"),
    ];
    let (first, second, _, fact) = said(&more);
    assert!(first.starts_with("our review"), "{first}");
    assert_eq!(second, "1 of 4 answers and comments are word for word those of 16 November 2025");
    assert_eq!(fact["same"], 1);
    let (.., document, fact) = said(&more[1..]);
    assert!(fact.is_null() && !document.contains("word for word"), "{document}");
}

#[test]
fn what_a_vendor_writes_as_the_source_is_no_source() {
    let said = |from: [&str; 2]| {
        let answer = |from: &str| format!("{{answer: yes, proposed: {{answer: yes, from: \"{from}\"}}}}");
        let answers = from.map(answer);
        let desk = confirmed(&[("a.lock", &answers[0]), ("a.moat", &answers[1])]);
        let json = duly(&desk, &["export", "v/now.yaml", "-q", "-f", "json"]).json::<Value>();
        (duly(&desk, &["assess", "v/now.yaml", "-q"]).out, json["basis"]["answers"]["word_for_word"].clone())
    };
    let others =
        [["an audit by Big Four LLP"; 2], ["2025-11-16", "an audit by Big Four LLP"], ["2025-11-16", "2024-11-16"]];
    for from in others {
        let (out, fact) = said(from);
        let all = "all 2 answers and comments are word for word the ones that the form proposed";
        let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(all) && !out.contains("Big Four"), "{out}");
        assert_eq!(fact, serde_json::json!({"same": 2, "given": 2, "from": null}));
    }
}

#[test]
fn two_dates_say_how_many_answers_are_word_for_word_the_same() {
    let desk =
        confirmed(&[("a.lock", "{answer: yes, comment: With three keys.}"), ("a.days", "14"), ("a.words", "New")]);
    let ran = duly(&desk, &["diff", "v/slott.yaml", "v/now.yaml", "-q"]);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("2 of 3 answers and comments are word for word those of 16 November 2025."), "{said}");
}

#[test]
fn one_key_confirms_an_earlier_answer_with_its_comment() {
    let desk = desk();
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en", "-q"]).done();
    let command = crate::support::command(&desk, &["record", "v/next.yaml", "--plain", "--lang", "en"]);
    let ran = crate::support::told(command, "=\n!\n");
    assert!(ran.out.contains("= still so"), "{}{}", ran.out, ran.err);
    let door = entry(&desk.read("v/next.yaml"), "a.door");
    for line in
        ["    answer: yes\n", "    comment: With three keys.\n", "    evidence: [new]\n", "    proposed: {answer: yes"]
    {
        assert!(door.contains(line), "{line}\n{door}");
    }
    let ran = duly(&desk, &["assess", "v/next.yaml", "-q", "--no-review"]);
    assert!(ran.out.contains("all 1 answers and comments") || ran.out.contains("word for word"), "{}", ran.out);
}

/// What a table says whose proposals are confirmed, or not.
fn imported(rows: &str) -> (String, String) {
    let form = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let mark = format!("duly/workbook@1 {form} ./questionnaire.yaml");
    let columns = "answer,comment,evidence,proposed.answer,proposed.comment,proposed.from,proposed.confirmed";
    let head = format!("{mark},,answer\n#vendor.name,Who answers?,Brevduvan AB\n#by,Who?,Anna Berg\n");
    let heads = ",Question,Answer,Comment,Papers,Proposal,Its comment,From,Still so?\n";
    let folder = Folder::with(&[("back.csv", &format!("{head}{mark},,{columns}\n{heads}{rows}"))]);
    folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
    let ran = duly(&folder, &["import", "back.csv", "--lang", "en"]);
    (folder.read("back.yaml"), ran.err)
}

#[test]
fn still_so_in_a_workbook_is_the_answer_that_is_proposed() {
    let (text, err) = imported(
        "subscribers.agreement,,,,,Yes / Ja,As last year.,2025-11-16,Still so\n\
         subscribers.hosting,,,Ours.,,elsewhere,Theirs.,2025-11-16,stämmer fortfarande\n\
         subscribers.deletion-days,,,,,45,,2025-11-16,\n\
         account.safeguards,,,,,,,2025-11-16,x\n\
         account.safeguards#personal,,,,,Yes,,,\n\
         account.safeguards#log,,,,,Yes,,,\n",
    );
    for said in [
        "    answer: yes\n    comment: As last year.\n",
        "    answer: elsewhere\n    comment: Ours.\n",
        "    answer: [personal, log]\n",
        "  subscribers.deletion-days:\n    answer:\n    proposed: {answer: 45, from: \"2025-11-16\"}\n",
        "by: {name: Anna Berg}",
    ] {
        assert!(text.contains(said), "{said}\n{text}\n{err}");
    }
    assert_eq!(text.matches("    proposed: ").count(), 4, "what was proposed stays: {text}");
    // who says both, or neither, is asked
    let (text, err) = imported(
        "subscribers.agreement,,No,,,Yes,,2025-11-16,Still so\n\
         subscribers.hosting,,,,,elsewhere,,2025-11-16,perhaps\n\
         account.two-factor,,admins,,,admins,,2025-11-16,Still so\n",
    );
    assert!(text.contains("  subscribers.agreement:\n    # ") && text.contains("Still so"), "{text}{err}");
    assert!(text.contains("perhaps") && text.contains("    answer: admins\n"), "{text}{err}");
    assert!(!text.contains("answer: no") && !text.contains("answer: yes\n    comment"), "{text}");
}

/// The codes that are told of next year's form once it is changed.
fn told_once_changed(change: impl Fn(&str) -> String) -> Vec<String> {
    let desk = desk();
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en", "-q"]).done();
    assert_eq!(desk.read("v/next.review.yaml").matches("proposed: ").count(), 1, "our review notes what is proposed");
    desk.write("v/next.yaml", change(&desk.read("v/next.yaml")));
    let found: Vec<Value> = duly(&desk, &["check", "v/next.yaml", "-f", "json"]).json();
    found.iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_proposal_that_was_rewritten_or_taken_out_is_told() {
    let is_told = |change: &dyn Fn(&str) -> String| {
        told_once_changed(|text| change(text)).iter().any(|code| code == "proposals-changed")
    };
    assert!(!is_told(&str::to_owned), "as it was sent");
    let confirmed = |text: &str| text.replacen("    answer:\n", "    answer: yes\n", 1);
    assert!(!is_told(&confirmed), "what is answered beside it is no change of it");
    assert!(is_told(&|text| text.replace("proposed: {answer: 14", "proposed: {answer: 90")));
    assert!(is_told(&|text| text.replace("comment: With three keys.", "comment: With one key.")));
    assert!(is_told(&|text| text.replace("from: \"2025-11-16\"", "from: \"2026-11-16\"")));
    let without = |text: &str, all: bool| {
        let mut left = if all { usize::MAX } else { 1 };
        let is_kept = |line: &&str| {
            let is_gone = left > 0 && line.starts_with("    proposed: ");
            left -= usize::from(is_gone);
            !is_gone
        };
        text.split_inclusive('\n').filter(is_kept).collect::<String>()
    };
    assert!(is_told(&|text| without(text, false)) && is_told(&|text| without(text, true)));
}

/// A form without the lines of what it proposes and, perhaps, without the one that names the form.
fn without_proposals(form: &str, is_named: bool) -> String {
    let is_kept = |line: &&str| !line.starts_with("    proposed: ") && (is_named || !line.starts_with("filled: "));
    form.split_inclusive('\n').filter(is_kept).collect()
}

#[test]
fn a_form_that_proposes_is_noted_beside_one_that_asks_the_same() {
    let desk = desk();
    for (blank, renewed) in [("v/one.yaml", "v/one.xlsx"), ("v/two.xlsx", "v/two.yaml")] {
        let questions = ["--questionnaire", "ours/bank-1.10.yaml", "--reviewer", "R", "--lang", "en", "-q"];
        duly(&desk, &[&["new", "--vendor", "Slott AB", "-o", blank], &questions[..]].concat()).done();
        let again = ["new", "--renew", "v/slott.yaml", "-o", renewed, "--lang", "en", "-q", "--force"];
        for _ in 0..2 {
            duly(&desk, &again).done();
            let review = desk.read(format!("{}.review.yaml", &blank[..5]).as_str());
            let count = |key: &str| review.matches(key).count();
            assert_eq!((count("proposed: "), count("form: ")), (1, 2), "each is noted once: {review}");
        }
    }
    desk.write("v/two.yaml", without_proposals(&desk.read("v/two.yaml"), true));
    assert!(is_told(&desk, "v/two.yaml"));
}

fn is_told(desk: &Folder, file: &str) -> bool {
    let found: Vec<Value> = duly(desk, &["check", file, "-f", "json"]).json();
    found.iter().any(|problem| problem["code"] == "proposals-changed")
}

#[test]
fn who_was_sent_two_forms_takes_out_no_proposals_unseen() {
    let desk = desk();
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en", "-q"]).done();
    let (form, noted) = (desk.read("v/next.yaml"), desk.read("v/next.review.yaml"));
    let said = |text: &str, key: &str| {
        let value = text.split_once(key).unwrap().1;
        value.split(['\n', '}']).next().unwrap().trim_matches([' ', '"']).to_owned()
    };
    let (own, proposed) = (said(&form, "filled: {form: "), said(&noted, "proposed: "));
    let blank = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let renewal = format!("  - {{form: \"{own}\", proposed: \"{proposed}\", on: 2026-11-20}}\n");
    for on in ["2026-11-19", "2026-11-20", "2026-11-21"] {
        let head = "format: duly/review@1\nvendor: Slott AB\nreviewer: R\nreviewed: 2026-11-22\nsent:\n";
        desk.write("v/next.review.yaml", format!("{head}{renewal}  - {{form: \"{blank}\", on: {on}}}\n"));
        desk.write("v/next.yaml", &form);
        assert!(!is_told(&desk, "v/next.yaml"), "as it was sent: {on}");
        for changed in [
            without_proposals(&form, true),
            without_proposals(&form, false),
            without_proposals(&form.replace(&own, blank), true),
        ] {
            desk.write("v/next.yaml", &changed);
            assert!(is_told(&desk, "v/next.yaml"), "{on}: {changed}");
        }
    }
}

/// A kind that nobody asks for any more would be a mistake in the new form.
#[test]
fn a_document_of_a_kind_that_is_gone_is_carried_over_without_it() {
    let desk = desk();
    desk.write("ours/bank-1.10.yaml", second().replace("{id: report,", "{id: audit,").replace("[report]", "[audit]"));
    let to = "v/next.yaml";
    duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", to, "--lang", "en"]).done();
    let text = desk.read(to);
    let paper = "  new: {title: Report 4712, issued: 2026-06-15, location: evidence/new.txt}";
    assert!(text.lines().any(|line| line == paper), "{text}");
}

/// What was answered to another question is a note, in its own words.
#[test]
fn a_number_that_answered_another_question_is_a_note_with_its_unit() {
    let counted = |unit: &str| format!("max: 90, unit: {{en: {unit}, sv: {unit}}},");
    let desk = desk();
    desk.write("ours/bank-1.9.yaml", FIRST.replace("max: 90,", &counted("days")));
    desk.write("ours/bank-1.10.yaml", second().replace("max: 90,", &counted("weeks")));
    for (lang, said) in [("en", "14 days"), ("sv", "14 days")] {
        let to = format!("v/{lang}.yaml");
        let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", &to, "--lang", lang, "--force"]).done();
        let days = entry(&desk.read(&to), "a.days");
        assert!(days.contains(&format!("proposed: {{note: {said}, from: ")), "{days}{}", ran.err);
    }
}

/// A waiver goes on where it is in force and its flag is still there: neither is enough by itself.
#[test]
fn no_waiver_goes_on_that_has_ended_or_has_no_flag_any_more() {
    let desk = desk();
    let gone = "  - {id: moat-gone, title: {en: Moat, sv: Grav}, severity: low, when: {a.moat: [\"no\"]}}\n";
    desk.write("ours/bank-1.9.yaml", [FIRST, gone].concat());
    let review = desk.read("v/slott.review.yaml");
    let ours = "{flag: unlocked, by: OURBOSS, until: 2099-06-30";
    for (flag, until, is_told) in
        [("unlocked", "2099-01-01", true), ("unlocked", "2026-01-01", false), ("moat-gone", "2099-01-01", false)]
    {
        let waived = format!("{{flag: {flag}, by: OURBOSS, until: {until}");
        desk.write("v/slott.review.yaml", review.replace(ours, &waived));
        duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en", "--force"]).done();
        let next = desk.read("v/next.review.yaml");
        assert_eq!(next.contains("OURWAIVER"), is_told, "{flag} {until} {next}");
        fs::remove_file(desk.at("v/next.review.yaml")).unwrap();
    }
}

/// Many documents are named together, few one by one, and without any nothing is said.
#[test]
fn undated_documents_that_are_not_carried_over_are_named_up_to_a_dozen() {
    for (count, told) in [
        (0, None),
        (2, Some("(2): “Paper 0”; “Paper 1”")),
        (12, Some("(12): “Paper 0”; ")),
        (13, Some("(13): “Paper 0”; “Paper 1”; “Paper 2”; and 10 more")),
    ] {
        let desk = desk();
        let cited: Vec<String> = (0..count).map(|at| format!("u{at}")).collect();
        let papers: String = (0..count).map(|at| format!("  u{at}: {{title: Paper {at}, kind: report}}\n")).collect();
        let answers = ANSWERS.replace("evidence:\n", &format!("evidence:\n{papers}"));
        desk.write("v/slott.yaml", answers.replace("[old, new]", &format!("[new, {}]", cited.join(", "))));
        let ran = duly(&desk, &["new", "--renew", "v/slott.yaml", "-o", "v/next.yaml", "--lang", "en"]).done();
        let line = ran.err.lines().find(|line| line.starts_with("not carried over, since they bear no date"));
        assert_eq!(line.map(|line| told.is_some_and(|told| line.contains(told))), told.map(|_| true), "{}", ran.err);
        assert!(count != 12 || line.is_some_and(|line| line.contains("“Paper 11”")), "{}", ran.err);
        assert!(ran.err.contains(" carry the answer of 16 November 2025, "), "{}", ran.err);
    }
}

/// A part of the form says only what has changed in that part.
#[test]
fn a_part_of_a_form_tells_what_is_new_in_it_alone() {
    for (part, is_told) in [("a.gate", true), ("a.door", false)] {
        let desk = desk();
        let args = ["new", "--renew", "v/slott.yaml", "--part", part, "-o", "v/next.yaml", "--lang", "en"];
        let ran = duly(&desk, &args).done();
        assert_eq!(ran.err.contains("New questions (1): a.gate"), is_told, "{part} {}", ran.err);
    }
}

/// What our policy lists is what we ask, whatever is built in besides.
#[test]
fn the_next_form_is_of_the_newest_version_that_our_policy_lists() {
    let answers =
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@1.0.0\nanswered: 2026-11-02\n";
    for (listed, asked) in [
        ("\"customer-service@1.0.0\", \"mvsp\"", "customer-service@1.0.0"),
        ("\"customer-service@1.0.0\", \"customer-service\"", "customer-service@1.1.0"),
    ] {
        let policy = format!("format = \"duly/policy@1\"\nquestionnaires = [{listed}]\n");
        let desk = Folder::with(&[("v/v.yaml", answers), ("duly.toml", &policy)]);
        duly(&desk, &["new", "--renew", "v/v.yaml", "-o", "v/next.yaml", "--lang", "en"]).done();
        assert!(desk.read("v/next.yaml").contains(&format!("\nquestionnaire: {asked}\n")), "{listed}");
    }
}
