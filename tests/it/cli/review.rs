//! Our review line by line: documents that we hold elsewhere, what was said earlier, the decision and its conditions.

use std::fs;
use std::process::Command;

use crate::support::{Folder, Ran, command, told};

const ANSWERS: &str = "format: duly/answers@1
vendor: {name: Provföretaget AB}
questionnaire: customer-service@1.1.0
answered: 2026-11-02
evidence:
  dpa: {title: The agreement, kind: dpa, issued: 2026-10-01, location: 'S:\\vendors\\dpa.pdf'}
  iso: {title: The certificate, kind: roles, issued: 2026-09-01, location: iso.pdf}
answers:
  access.mfa: all
  access.rbac: {answer: fields, evidence: [iso]}
  gdpr.dpa: {answer: complete, evidence: [dpa]}
  gdpr.instructions: {answer: register, evidence: [dpa]}
";

/// A folder with a vendor's answers, of whose documents one is here, and our review.
struct Office(Folder);

impl Office {
    fn new(more: &str) -> Office {
        let review =
            "format: duly/review@1\nvendor: Provföretaget AB\nreviewer: Anna\nreviewed: 2026-11-02\n".to_owned();
        let stakes = "inherent_risk: {data: special, volume: large, access: change, systems: shared, \
                      location: eea, criticality: hours}\n";
        let review = review + stakes + more;
        Office(Folder::with(&[("v.yaml", ANSWERS), ("v.review.yaml", &review), ("iso.pdf", "a certificate")]))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = command(&self.0, args);
        command.env("LC_ALL", "C.UTF-8").env("COLUMNS", "100");
        command
    }

    fn run(&self, args: &[&str], lines: &[&str]) -> Ran {
        told(self.command(args), &(lines.join("\n") + "\n"))
    }

    /// Reviews line by line; gives what was said, with single blanks.
    fn review(&self, lines: &[&str]) -> String {
        on_one_line(&self.run(&["review", "v.yaml", "--lang", "en"], lines).done().out)
    }

    fn record(&self, lines: &[&str]) -> String {
        on_one_line(&self.run(&["record", "v.yaml", "--lang", "en"], lines).done().out)
    }

    fn file(&self) -> String {
        self.0.read("v.review.yaml")
    }

    fn json(&self) -> serde_json::Value {
        self.run(&["export", "v.yaml", "-f", "json", "-q"], &[]).json()
    }
}

fn on_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The assurance of the answer to a question.
fn assurance(json: &serde_json::Value, id: &str) -> String {
    let questions = json["questions"].as_array().unwrap();
    questions.iter().find(|question| question["id"] == id).unwrap()["assurance"].as_str().unwrap_or("").to_owned()
}

#[test]
fn a_document_on_a_file_server_is_received_with_two_lines() {
    let office = Office::new("");
    assert_eq!(assurance(&office.json(), "gdpr.dpa"), "claimed");
    // the first stop of a review that says what is at stake is the document that is not here
    let said = office.review(&["1", "!"]);
    assert!(said.contains("The agreement") && said.contains(r"We have received it: “S:\vendors\dpa.pdf”"), "{said}");
    let review = office.file();
    assert!(
        review.contains("received:\n  - {title: The agreement, kind: dpa, issued: 2026-10-01, \"on\": 20"),
        "{review}"
    );
    assert!(review.contains(r"S:\vendors\dpa.pdf"), "{review}");
    assert_eq!(assurance(&office.json(), "gdpr.dpa"), "documented");
    let said = office.review(&["/documents", "dpa", "not-received", "!"]);
    assert!(said.contains("received: 20") && !office.file().contains("received"), "{said}\n{}", office.file());
    let said = office.review(&["/dokument", "dpa", "elsewhere", r"\\srv\papers\dpa.pdf", "!"]);
    assert!(
        office.file().contains(r"location: \\srv\papers\dpa.pdf") || office.file().contains(r"\\srv\papers"),
        "{said}"
    );
    assert_eq!(assurance(&office.json(), "gdpr.dpa"), "documented");
}

#[test]
fn a_document_that_proves_nothing_is_refused_with_its_file() {
    let office = Office::new("");
    assert_eq!(assurance(&office.json(), "access.rbac"), "documented");
    office.review(&["/p", "iso", "refuse", "It is of another company", "!"]);
    let review = office.file();
    assert!(
        review.contains("refused:\n  - {title: The certificate, kind: roles, issued: 2026-09-01, sha256: "),
        "{review}"
    );
    assert!(review.contains("because: It is of another company}"), "{review}");
    assert_eq!(assurance(&office.json(), "access.rbac"), "claimed");
    office.review(&["/p", "iso", "not-refused", "!"]);
    assert!(!office.file().contains("refused"), "{}", office.file());
}

/// What we write stands where the file has its like: stakes and duties in the order in which they are asked, questions
/// in that of the questionnaire, and what we saw before what we say of it.
#[test]
fn what_is_written_into_a_review_stands_where_it_belongs() {
    let office = Office::new("answers:\n  gdpr.dpa:\n    note: Ask again\n");
    office.review(&[
        "/access.mfa",
        "1",
        "The console",
        "",
        "2099-06-30",
        "/gdpr.dpa",
        "1",
        "The file",
        "",
        "2099-06-30",
        "!",
    ]);
    let answers = office.file().split_once("answers:\n").unwrap().1.to_owned();
    let at = |words: &str| answers.find(words).unwrap_or_else(|| panic!("{words}: {answers}"));
    assert!(at("access.mfa:") < at("gdpr.dpa:"), "{answers}");
    let dpa = &answers[at("gdpr.dpa:")..];
    assert!(dpa.find("saw:") < dpa.find("verified:") && dpa.find("verified:") < dpa.find("note:"), "{answers}");
}

/// Two documents of one title are two where their kinds or their days differ.
#[test]
fn a_document_is_known_by_title_kind_and_day() {
    let office = Office::new("");
    let second = "  old: {title: The agreement, kind: dpa, issued: 2025-10-01, location: 'S:\\vendors\\old.pdf'}\n";
    let answers = ANSWERS.replace("  iso: {", &format!("{second}  iso: {{"));
    office.0.write("v.yaml", answers.replace("evidence: [dpa]}\n  gdpr.ins", "evidence: [dpa, old]}\n  gdpr.ins"));
    office.review(&["/documents", "dpa", "received", "/documents", "old", "received", "!"]);
    assert_eq!(office.file().matches("title: The agreement").count(), 2, "{}", office.file());
    office.review(&["/documents", "old", "not-received", "!"]);
    let file = office.file();
    assert!(file.contains("issued: 2026-10-01") && !file.contains("issued: 2025-10-01"), "{file}");
}

#[test]
fn one_document_is_verified_for_the_answers_that_are_chosen() {
    let office = Office::new("");
    let said = office.review(&["/documents", "dpa", "proves", "gdpr.nosuch", "2", "2026-11-20", "2099-11-01", "!"]);
    assert!(said.contains("`gdpr.nosuch` is not on the list"), "{said}");
    let review = office.file();
    assert!(review.contains("  gdpr.instructions:\n    saw: register\n    verified:\n"), "{review}\n{said}");
    assert!(
        review.contains("title: The agreement, issued: 2026-11-20") && !review.contains("  gdpr.dpa:\n"),
        "{review}"
    );
    office.review(&["/documents", "dpa", "proves", "all", "", "2099-12-01", "!"]);
    assert_eq!(office.file().matches("valid_until: 2099-12-01").count(), 2, "{}", office.file());
}

#[test]
fn what_was_said_earlier_is_seen_changed_and_taken_back() {
    let office = Office::new("");
    office.review(&["/access.mfa", "1", "The console", "", "2099-06-30", "/access.mfa", "note", "Ask in March", "!"]);
    let review = office.file();
    assert!(review.contains("title: The console") && review.contains("    note: Ask in March\n"), "{review}");
    assert_eq!(assurance(&office.json(), "access.mfa"), "verified", "a note overrules nothing");
    let report = office.run(&["export", "v.yaml", "-f", "md", "-q", "--lang", "en"], &[]).done().out;
    assert!(report.contains("Ask in March"), "{report}");
    let said = office.review(&["/access.mfa", "unsee-The console", "", "!"]);
    assert!(said.contains("verified by us: “The console” · valid until 2099-06-30"), "{said}");
    assert!(said.contains("Our note: Ask in March"), "{said}");
    assert!(!office.file().contains("The console") && !office.file().contains("saw:"), "{}", office.file());
    office.review(&["/access.mfa", "overrule", "none", "Seen otherwise", "!"]);
    let said = office.review(&["/access.mfa", "restore", "!"]);
    assert!(said.contains("we say: ") && said.contains("Seen otherwise"), "{said}");
    let review = office.file();
    assert!(review.contains("note: Ask in March") && !review.contains("Seen otherwise"), "{review}");
    office.review(&["/access.mfa", "no-note", "!"]);
    assert!(!office.file().contains("access.mfa"), "{}", office.file());
    office.review(&["/duties", "dpia", "2026-10-20", "DPIA-17", "!"]);
    assert!(office.file().contains("duties:\n  dpia: {done: 2026-10-20, where: DPIA-17}\n"), "{}", office.file());
    let said = office.review(&["/plikter", "no-dpia", "!"]);
    assert!(said.contains("done on 2026-10-20: DPIA-17") && !office.file().contains("DPIA-17"), "{}", office.file());
}

#[test]
fn a_decision_has_its_reason_and_its_conditions_one_by_one() {
    let office = Office::new("");
    let said = office.review(&[
        "/decision",
        "2",
        "Head of service",
        "",
        "The open points are small",
        "2099-11-01",
        "Restore test before go-live",
        "IT",
        "2099-12-15",
        "backups.last-restore-tests",
        "backups.last-restore-test, access.mfa",
        "Access lists each month",
        "",
        "",
        "",
        "",
        "!",
    ]);
    assert!(said.contains("did you mean `backups.last-restore-test`?"), "{said}");
    let review = office.file();
    for part in [
        "  because: The open points are small\n",
        "{what: Restore test before go-live, owner: IT, due: 2099-12-15, \
         questions: [backups.last-restore-test, access.mfa]}\n",
        "    - Access lists each month\n",
    ] {
        assert!(review.contains(part), "{part:?} in\n{review}\n{said}");
    }
    let said = office.review(&["/beslut", "5", "", "/beslut", "4", "", "!"]);
    assert!(said.contains("decided: ") && said.contains("Our reason: The open points are small"), "{said}");
    let review = office.file();
    assert!(review.contains("- {what: Access lists each month, met: 20"), "{review}\n{said}");
    assert!(review.contains("access.mfa], met: 20"), "{review}");
    office.review(&["/d", "4", "!"]);
    assert!(!office.file().contains("access.mfa], met"), "{}", office.file());
    office.review(&["/d", "9", "!"]);
    assert!(!office.file().contains("Access lists"), "{}", office.file());
    office.review(&["/d", "withdraw", "!"]);
    assert!(!office.file().contains("decision"), "{}", office.file());
}

#[test]
fn a_decision_says_when_it_was_made_and_a_rejection_asks_for_no_next_review() {
    let office = Office::new("");
    let said = office.review(&["/d", "rejected", "Board", "2099-01-01", "2026-11-03", "Too little is known", "!"]);
    let review = office.file();
    assert!(review.contains("outcome: rejected\n") && review.contains("\"on\": 2026-11-03\n"), "{said}{review}");
    assert!(said.contains("this has not happened yet"), "{said}");
    assert!(!said.contains("When to look again?") && !review.contains("next_review"), "{said}{review}");
    let office = Office::new("");
    let as_of = ["review", "v.yaml", "--lang", "en", "--as-of", "2026-11-04"];
    office.run(&as_of, &["/d", "1", "Board", "", "It holds", "2099-01-01", "!"]).done();
    assert!(office.file().contains("\"on\": 2026-11-04\n"), "{}", office.file());
}

#[test]
fn a_condition_can_be_said_otherwise() {
    let office = Office::new("");
    let conditions = ["Restore test", "IT", "2099-12-15", "access.mfa", "Log kept", "", "", "", ""];
    office.review(&[&DECIDED[..], &conditions, &["/d", "5", "", "!"]].concat());
    let said = office.review(&["/d", "6", "", "Operations", "2099-12-31", "", "!"]);
    let agreed = "- {what: Restore test, owner: Operations, due: 2099-12-31, questions: [access.mfa]}\n";
    assert!(office.file().contains(agreed), "{said}{}", office.file());
    office.review(&["/d", "7", "Log kept a year", "IT", "", "", "!"]);
    let review = office.file();
    assert!(review.contains("- {what: Log kept a year, owner: IT, met: 20"), "it stays met: {review}");
    office.review(&["/d", "6", "", "-", "-", "-", "!"]);
    assert!(office.file().contains("    - Restore test\n"), "{}", office.file());
}

/// On every list, and where several choices begin so they are named.
#[test]
fn a_beginning_is_enough_where_it_is_that_of_one_choice() {
    let office = Office::new("");
    let said = office.review(&["/d", "appr", "rej", "Board", "", "Too little is known", "!"]);
    assert!(said.contains("`appr` can be one of these: “approved”, “approved on conditions”"), "{said}");
    assert!(office.file().contains("outcome: rejected"), "{said}{}", office.file());
    office.review(&["/stakes", "dat", "spec", "!"]);
    assert!(office.file().contains("data: special"), "{}", office.file());
    office.review(&["/access.mfa", "overr", "rem", "Seen otherwise", "!"]);
    assert!(office.file().contains("answer: remote-admin"), "{}", office.file());
    let said = office.record(&["/access.mfa", "a", "rem", "", "!"]);
    assert!(said.contains("`a` can be one of these: “"), "{said}");
    assert!(office.0.read("v.yaml").contains("access.mfa: remote-admin"), "{said}{}", office.0.read("v.yaml"));
    let said = office.record(&["/access.mfa", "zzz", "!"]);
    assert!(said.contains("`zzz` is not an answer to this question"), "{said}");
    assert!(said.contains("to look for a question instead, write / and a word"), "{said}");
}

/// Nobody's word is made another one: "none" is no "nonetheless", and whatever is completed is told.
#[test]
fn an_answer_is_begun_by_whole_words_and_what_is_completed_is_told() {
    let office = Office::new("");
    let swedish = |lines: &[&str]| on_one_line(&office.run(&["record", "v.yaml", "--lang", "sv"], lines).done().out);
    let said = swedish(&["/incident.prior", "ingen", "!"]);
    assert!(said.contains("`ingen` är inget av frågans svarsalternativ"), "{said}");
    assert!(said.contains("”Ingenting, inte ens en avidentifierad sammanfattning” (refused)"), "{said}");
    assert!(!office.0.read("v.yaml").contains("incident.prior"), "{}", office.0.read("v.yaml"));
    let said = swedish(&["/incident.prior", "ingenting", "", "!"]);
    assert!(said.contains("uppfattat som: ”Ingenting, inte ens en avidentifierad sammanfattning”"), "{said}");
    assert!(office.0.read("v.yaml").contains("incident.prior: refused"), "{said}");
    let said = swedish(&["/incident.prior", "reg", "", "!"]);
    assert!(said.contains("uppfattat som: ”Ett register"), "an id may be begun anywhere: {said}");
    assert!(!swedish(&["/incident.prior", "refused", "", "!"]).contains("uppfattat som"), "it was not completed");
    let said = office.review(&["/d", "rej", "!"]);
    assert!(said.contains("understood as: “rejected”"), "{said}");
}

#[test]
fn what_was_seen_has_the_day_on_which_it_was_seen() {
    let office = Office::new("");
    let said = office.review(&["/access.mfa", "verify", "The console", "20 november 2026", "30 juni 2099", "!"]);
    assert!(said.contains("When did you see it?") && said.contains("Answer (Enter: 20"), "{said}");
    let seen = "{title: The console, issued: 2026-11-20, valid_until: 2099-06-30}";
    assert!(office.file().contains(seen), "{}", office.file());
    let said = office.review(&["/d", "approved", "Board", "", "Small", "03/04/2099", "den 15 december 2099", "!"]);
    assert!(said.contains("`03/04/2099` can mean 2099-04-03 or 2099-03-04: write which"), "{said}");
    assert!(office.file().contains("next_review: 2099-12-15"), "{}", office.file());
}

/// A name before a word, and the beginning of a word before letters within one.
#[test]
fn a_question_is_found_by_the_end_of_its_name_and_by_how_words_begin() {
    let office = Office::new("");
    let swedish = |word: &str| on_one_line(&office.run(&["record", "v.yaml", "--lang", "sv"], &[word, "!"]).done().out);
    let said = swedish("/mfa");
    assert!(said.contains(" access.mfa ") && !said.contains("Frågor med"), "{said}");
    let said = swedish("/leverantör");
    assert!(said.contains("Frågor med") && !said.contains("underleverantör"), "{said}");
    let said = swedish("/nderleverantör");
    assert!(said.contains("underleverantör"), "letters within a word find it where no word begins so: {said}");
}

#[test]
fn for_which_company_is_asked_behind_who_reviews_and_stands_in_the_letter() {
    let desk = Folder::with(&[("v.yaml", ANSWERS), ("iso.pdf", "a certificate")]);
    let run = |lines: &[&str]| {
        let mut command = command(&desk, &["review", "v.yaml", "--lang", "en"]);
        command.env("LC_ALL", "C.UTF-8").env("COLUMNS", "100");
        on_one_line(&told(command, &(lines.join("\n") + "\n")).done().out)
    };
    let letter = || told(command(&desk, &["export", "v.yaml", "--for", "vendor", "--lang", "en"]), "").done().out;
    let said = run(&["Anna", "", "/stakes", "data", "1", "!"]);
    assert!(
        said.contains("For which company") && letter().contains("sender"),
        "Enter leaves it open: {said}{}",
        letter()
    );
    let blank = desk.read("v.review.yaml");
    assert!(blank.contains("\nclient:    # Your company: letters and annexes go out in its name\n"), "{blank}");
    assert!(!run(&["!"]).contains("For which company"), "it is asked once");
    run(&["/reviewer", "", "Beställaren AB", "!"]);
    let review = desk.read("v.review.yaml");
    assert!(review.contains("client: Beställaren AB") && review.contains("reviewer: Anna"), "{review}");
    assert!(letter().contains("Beställaren AB") && !letter().contains("sender"), "{}", letter());
    assert!(run(&["/granskare", "", "", "!"]).contains("now: Beställaren AB"));
}

const DECIDED: [&str; 6] = ["/d", "2", "Head of service", "", "The open points are small", "2099-11-01"];
const TESTED: [&str; 4] = ["Restore test", "IT", "2099-12-15", ""];

/// Where only more conditions are asked for, leaving and going elsewhere say that there are no more.
#[test]
fn a_decision_is_written_however_its_list_of_conditions_is_left() {
    for (out, more) in
        [(&["!"][..], true), (&["/flags", "!"], true), (&["/d", "!"], true), (&[], true), (&["!"], false)]
    {
        let office = Office::new("");
        let told = if more { &TESTED[..] } else { &[] };
        let said = office.review(&[&DECIDED[..], told, out].concat());
        let review = office.file();
        assert!(review.contains("  outcome: conditional\n  by: Head of service\n"), "{out:?}\n{review}\n{said}");
        assert_eq!(review.contains("- {what: Restore test, owner: IT, due: 2099-12-15}\n"), more, "{review}");
        assert!(!said.contains("is not written"), "{said}");
    }
}

#[test]
fn a_condition_that_has_only_begun_is_lost_with_a_word() {
    for out in [&["!"][..], &["/flags", "!"], &[]] {
        let office = Office::new("");
        let said = office.review(&[&DECIDED[..], &TESTED, &["Log kept", "IT"], out].concat());
        assert!(!office.file().contains("decision"), "{}", office.file());
        assert_eq!(said.matches("What you had begun to enter here is not written").count(), 1, "{said}");
    }
    let office = Office::new("");
    let said = office.record(&["/gdpr.lawful-basis", "n/a", "!"]);
    assert!(said.contains("is not written") && !office.0.read("v.yaml").contains("n/a"), "{said}");
}

#[test]
fn from_a_list_of_conditions_one_goes_back_to_what_was_told_last() {
    let office = Office::new("");
    let said =
        office.review(&[&DECIDED[..], &["<", "2098-01-01"], &TESTED, &["<", "<", "2097-01-01", "", "", "!"]].concat());
    let review = office.file();
    assert!(review.contains("  next_review: 2098-01-01\n") && review.contains("due: 2097-01-01}\n"), "{review}{said}");
    let office = Office::new("");
    let back = ["<", "<", "<", "<"];
    let said = office.review(&[&DECIDED[..], &TESTED, &back, &["!"]].concat());
    assert!(said.contains("is not written") && !office.file().contains("decision"), "{said}{}", office.file());
    let said = office.review(&[&DECIDED[..], &TESTED, &back, &["-", "!"]].concat());
    assert!(office.file().contains("decision") && !office.file().contains("conditions"), "{said}{}", office.file());
}

#[test]
fn a_day_that_cannot_be_is_asked_for_again() {
    let office = Office::new("");
    let again = |said: &str, why: &str| assert_eq!(said.matches(why).count(), 1, "{why} in {said}");
    let decided =
        ["/d", "2", "Head", "", "Small", "2025-01-01", "2099-11-01", "Log", "IT", "2025-02-02", "2099-12-15", ""];
    let said = office.review(&[&decided[..], &["", "/d", "4", "2020-01-01", "2099-01-01", "", "!"]].concat());
    assert_eq!(said.matches("that day has passed: today is 20").count(), 2, "{said}");
    again(&said, "that is before the decision of 20");
    again(&said, "this has not happened yet: today is 20");
    let review = office.file();
    assert!(review.contains("due: 2099-12-15, met: 20") && review.contains("next_review: 2099-11-01"), "{review}");
    let said = office.review(&["/flags", "own-purposes", "waive", "CISO", "2020-01-01", "2099-01-01", "Soon", "!"]);
    again(&said, "that day has passed");
    assert!(office.file().contains("until: 2099-01-01"), "{said}{}", office.file());
    let said =
        office.review(&["/access.mfa", "verify", "The console", "2099-01-01", "", "2020-01-01", "2099-01-01", "!"]);
    again(&said, "that day has passed");
    again(&said, "this has not happened yet");
    let said = office.review(&["/duties", "dpia", "2099-01-01", "2026-10-20", "DPIA-17", "!"]);
    again(&said, "this has not happened yet");
    let said = office.record(&["/documents", "iso", "correct", "", "", "2099-01-01", "2026-09-02", "", "", "!"]);
    again(&said, "this has not happened yet");
    assert!(office.0.read("v.yaml").contains("issued: 2026-09-02"), "{said}");
}

#[test]
fn a_session_begins_at_the_first_stop_of_which_nothing_is_said() {
    let office = Office::new("");
    let first = |said: &str| said.split(" the vendor says").next().unwrap().rsplit(' ').next().unwrap().to_owned();
    office.review(&["1", "!"]); // the document
    let before = office.review(&["!"]);
    let id = first(&before);
    office.review(&["verify", "Seen", "", "2099-11-01", "!"]);
    let after = office.review(&["!"]);
    assert!(before.contains("What have you found?") && after.contains("What have you found?"), "{before}{after}");
    assert_ne!(id, first(&after), "what was verified is not asked again");
    let said = office.run(&["review", "v.yaml", "--only", "expired", "--lang", "en"], &[""; 90]).done().out;
    assert!(said.contains("What has been decided?") && said.contains("Do you accept this for a time?"), "{said}");
}

#[test]
fn the_vendor_corrects_a_document_and_takes_it_off_an_answer() {
    let office = Office::new("");
    let said = office.record(&["/documents", "iso", "correct", "Certificate 4711", "", "", "2027-09-01", "-", "!"]);
    let file = office.0.read("v.yaml");
    assert!(
        file.contains("iso: {title: Certificate 4711, kind: roles, issued: 2026-09-01, valid_until: 2027-09-01}"),
        "{file}{said}"
    );
    office.record(&["/dokument", "dpa", "gdpr.dpa", "!"]);
    let file = office.0.read("v.yaml");
    assert!(file.contains("  gdpr.dpa: {answer: complete}\n") && file.contains("evidence: [dpa]}"), "{file}");
    let said = office.record(&["/gdpr.instructions", "&", "dpa", "", "dpa", "yes", "", "!"]);
    assert!(said.contains("“The agreement” is attached. Take it off?"), "{said}");
    assert!(!office.0.read("v.yaml").contains("[dpa]"), "{}", office.0.read("v.yaml"));
}

#[test]
fn what_became_a_comment_is_shown_where_it_is_asked_again() {
    let office = Office::new("");
    fs::write(office.0.at("v.yaml"), ANSWERS.replace("access.mfa: all", "access.mfa: allihop utom tre")).unwrap();
    let said = office.record(&["!"]);
    assert!(said.contains("access.mfa: allihop utom tre") && said.contains("a comment in the file now"), "{said}");
    let Ran { code, err, .. } = office.run(&["record", "v.yaml", "nosuch.q.comment=x", "--lang", "en"], &[]);
    assert!(code == 2 && err.contains("there is no question `nosuch.q`"), "{err}");
}

/// A blank accuses nobody: where a question is open, the question stands, not what its answer might be.
#[test]
fn a_flag_that_only_waits_for_an_answer_is_told_as_a_question() {
    let office = Office::new("");
    let said = office.review(&["/flags", "own-purposes", "!"]);
    assert!(!said.contains("Uses our customers' data for its own purposes"), "{said}");
    assert_eq!(said.matches("“For which purposes of your own").count(), 2, "{said}");
    assert_eq!(said.matches("critical red flag, not answered yet").count(), 3, "{said}");
}

#[test]
fn a_question_is_found_by_its_number_and_the_reviewer_is_changed() {
    let office = Office::new("");
    let said = office.record(&["/3", "!"]);
    let number = said.rsplit(" of 1").nth(1).unwrap().rsplit(' ').next().unwrap();
    assert_eq!(number, "3", "{said}");
    let said = office.review(&["/granskare", "", "/r", "Bo Ek", "!"]);
    assert!(said.contains("now: Anna") && office.file().contains("reviewer: Bo Ek\n"), "{said}{}", office.file());
}

/// It is what the command writes; where answers are only judged or recorded, it may be left out.
#[test]
fn a_review_cannot_be_left_out_where_it_is_written() {
    let office = Office::new("");
    let before = office.file();
    for (lang, said) in [("en", "leave --no-review out"), ("sv", "utelämna --no-review")] {
        let ran = office.run(&["review", "v.yaml", "--no-review", "--lang", lang], &["Eva"]);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(said), "{}{}", ran.out, ran.err);
        assert_eq!(office.file(), before);
        let help = |command: &str| office.run(&[command, "--help", "--lang", lang], &[]).done().out;
        assert!(!help("review").contains("--no-review") && help("record").contains("--no-review"));
    }
}

#[test]
fn the_review_of_one_vendor_is_named_once() {
    let office = Office::new("");
    for command in ["review", "record", "explain"] {
        let ran = office.run(&[command, "v.yaml", "--review", "v.review.yaml", "--review", "other.yaml"], &[]);
        assert!(ran.code == 2 && ran.err.contains("--review"), "{command}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn stakes_and_duties_stand_in_the_order_in_which_they_are_asked() {
    let office = Office::new("");
    let begun = "format: duly/review@1\nvendor: Provföretaget AB\nreviewer: Anna\nreviewed: 2026-11-02\ninherent_risk:\n  \
                 volume: large\n  criticality: hours\nduties:\n  instructions: {done: 2026-10-01, where: Case 1}\n";
    office.0.write("v.review.yaml", begun);
    office.review(&["/stakes", "data", "special", "access", "change", "!"]);
    office.review(&["/duties", "dpia", "2026-10-20", "DPIA-17", "!"]);
    let file = office.file();
    let at = |words: &str| file.find(words).unwrap_or_else(|| panic!("{words}: {file}"));
    assert!(at("  data: ") < at("  volume: ") && at("  volume: ") < at("  criticality: "), "{file}");
    assert!(at("  dpia: ") < at("  instructions: "), "{file}");
    office.review(&["/access.mfa", "note", "Ask in March", "!"]);
    let file = office.file();
    let at = |words: &str| file.find(words).unwrap_or_else(|| panic!("{words}: {file}"));
    assert!(at("\ninherent_risk:") < at("\nanswers:") && at("\nanswers:") < at("\nduties:"), "{file}");
}

/// What we saw of an answer adds up; of another answer it says nothing.
#[test]
fn what_was_verified_of_one_answer_goes_when_another_is_verified() {
    let office = Office::new("");
    office.review(&["/access.mfa", "1", "The console", "", "", "!"]);
    office.review(&["/access.mfa", "1", "The log", "", "", "!"]);
    assert!(["The console", "The log"].iter().all(|paper| office.file().contains(paper)), "{}", office.file());
    let answers = office.0.read("v.yaml");
    let other = answers.replace("access.mfa: all", "access.mfa: most");
    assert_ne!(other, answers);
    office.0.write("v.yaml", other);
    office.review(&["/access.mfa", "1", "Another look", "", "", "!"]);
    let review = office.file();
    assert!(review.contains("Another look") && !review.contains("The log"), "{review}");
}
