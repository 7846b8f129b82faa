//! Recording and reviewing line by line: what is typed, what is said, what is in the file then.

use std::fs;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Folder, HANGS, Ran, SMALL, command, finish, run, told};

const ANSWERS: &str = "format: duly/answers@1
vendor: {name: Provföretaget AB}   # invented
questionnaire: customer-service@1.0.0
answered: 2026-11-02
answers:
  # level 3

  access.mfa: all   # they say so
  access.offboarding-hours:
    answer: 48
    comment: |
      Two days at most.
";

/// For so long it is tried what happens when the program is killed.
const ENOUGH: Duration = Duration::from_secs(10);

/// A folder with a vendor's answers in `v.yaml`.
struct Desk(Folder);

impl std::ops::Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    fn new(answers: &str) -> Desk {
        Desk(Folder::with(&[("v.yaml", answers)]))
    }

    /// `duly`, on a screen that is wider than most lines.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = command(&self.0, args);
        command.env("LC_ALL", "C.UTF-8").env("COLUMNS", "100");
        command
    }

    fn run(&self, args: &[&str], input: &str) -> Ran {
        told(self.command(args), input)
    }

    /// Records line by line, and gives what was said.
    fn record(&self, args: &[&str], lines: &[&str]) -> String {
        self.run(&[&["record", "v.yaml"], args].concat(), &(lines.join("\n") + "\n")).done().out
    }
}

#[test]
fn an_answer_of_today_does_not_date_what_stands_undated_in_the_file() {
    let hint = "no day of answering is given: nobody can say how old the answers are";
    let desk = Desk::new(&ANSWERS.replace("answered: 2026-11-02\n", ""));
    let said = desk.run(&["record", "v.yaml", "access.rbac=case"], "").done().err;
    assert!(!desk.read("v.yaml").contains("answered:"), "{}", desk.read("v.yaml"));
    assert!(said.contains(hint) && said.contains("write it after `answered:` in v.yaml"), "{said}");
    let ran = desk.run(&["record", "v.yaml"], "/access.mfa\nsome\n!\n").done();
    assert!(!desk.read("v.yaml").contains("answered:") && ran.err.contains(hint), "{} {}", ran.out, ran.err);
    // where nothing was said before, today is the day; a day that is given stays
    let desk = Desk::new(ANSWERS.split("answered:").next().unwrap());
    let said = desk.run(&["record", "v.yaml", "access.mfa=all"], "").done().err;
    assert!(desk.read("v.yaml").contains("answered: 20") && !said.contains(hint), "{said}");
    let said = desk.run(&["record", "v.yaml", "access.rbac=case"], "").done().err;
    assert!(!said.contains(hint), "{said}");
}

/// A dialogue that has been told some lines and waits for more.
struct Waiting {
    child: Child,
    said: Vec<u8>,
}

impl Waiting {
    fn start(desk: &Desk, args: &[&str], lines: &[&str], until: &str) -> Waiting {
        let mut child = desk.command(args).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.as_mut().unwrap().write_all((lines.join("\n") + "\n").as_bytes()).unwrap();
        let (mut said, mut byte) = (Vec::new(), [0]);
        while !String::from_utf8_lossy(&said).contains(until) {
            let count = child.stdout.as_mut().unwrap().read(&mut byte).unwrap();
            assert!(count > 0, "{until} is never said");
            said.extend(byte);
        }
        Waiting { child, said }
    }

    /// Says the rest; gives how it ended and everything that was said.
    fn end(mut self, lines: &[&str]) -> Ran {
        let mut input = self.child.stdin.take().unwrap();
        input.write_all((lines.join("\n") + "\n").as_bytes()).unwrap();
        drop(input);
        let ran = finish(self.child, "a dialogue");
        Ran { out: String::from_utf8(self.said).unwrap() + &ran.out, ..ran }
    }
}

#[test]
fn an_answer_is_in_the_file_and_nothing_else_is_touched() {
    let desk = Desk::new(ANSWERS);
    desk.record(&[], &["/access.mfa", "none", "!"]);
    assert_eq!(desk.read("v.yaml"), ANSWERS.replace("access.mfa: all ", "access.mfa: none "));
}

#[test]
fn answers_are_taken_in_both_languages_by_number_and_by_words() {
    let desk = Desk::new(ANSWERS);
    desk.record(
        &["--lang", "sv"],
        &["/access.shared-accounts", "1", "", "/gdpr.dpo", "JA", "", "/human.awareness", "vet ej", "!"],
    );
    let Ran { code, err: stderr, .. } = desk.run(&["check", "v.yaml"], "");
    assert_eq!(code, 0, "{stderr}\n{}", desk.read("v.yaml"));
}

#[test]
fn a_wrong_answer_says_what_would_be_right_and_asks_again() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&[], &["/access.offboarding-hours", "two days", "72", "!"]);
    assert!(said.contains("`two days` is not a whole number"), "{said}");
    assert!(desk.read("v.yaml").contains("    answer: 72\n    comment: |\n      Two days at most.\n"));
    let said = desk.record(&[], &["/access.mfa", "sometimes", "!"]);
    assert!(said.contains("choose one of: “"), "{said}");
    let Ran { code, err, .. } = desk.run(&["record", "v.yaml", "access.mfa=sometimes"], "");
    let err = err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(code == 2 && err.contains("” (none)") && err.contains("(remote-admin)"), "labels with their ids: {err}");
}

/// The unit of a question in any usual form is one; another one is no answer.
#[test]
fn a_number_may_bear_its_unit_in_a_short_form() {
    let desk = Desk::new(ANSWERS);
    for (typed, number) in [("24 h", 24), ("36 tim", 36), ("12hrs", 12), ("5 timmar", 5)] {
        desk.record(&[], &["/access.offboarding-hours", typed, "!"]);
        assert!(desk.read("v.yaml").contains(&format!("    answer: {number}\n")), "{typed}: {}", desk.read("v.yaml"));
    }
    let said = desk.record(&[], &["/access.offboarding-hours", "2 dygn", "!"]);
    assert!(said.contains("`2 dygn` is not a whole number: write a whole number (hours)"), "{said}");
}

const NAMED: &str = "format: duly/answers@1
vendor: {name: Provföretaget AB}
questionnaire: customer-service@1.1.0
answered: 2026-11-02
answers:
  access.mfa: {answer: all, by: {name: Kalle}}
  access.rbac: {answer: fields, comment: By role., by: {name: Kalle, on: 2026-11-01}}
  gdpr.dpo: {answer: dpo, by: {name: Kalle}}
  gdpr.dpa: {answer: complete, by: {name: Anna}}
";

/// What somebody else has changed is not theirs who answered before.
#[test]
fn an_answer_that_is_changed_loses_the_name_of_who_gave_it() {
    let desk = Desk::new(NAMED);
    let args = ["record", "v.yaml", "access.mfa=none", "access.rbac.comment=By hand.", "gdpr.dpo=dpo"];
    let Ran { code, err: said, .. } = desk.run(&args, "");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("what was changed here no longer bears the name of who answered: Kalle (2)\n"), "{said}");
    let file = desk.read("v.yaml");
    assert!(file.contains("  access.mfa: {answer: none}\n"), "{file}");
    assert!(file.contains("  access.rbac: {answer: fields, comment: By hand.}\n"), "{file}");
    assert!(file.contains("gdpr.dpo: {answer: dpo, by: {name: Kalle}}"), "the same again is no change: {file}");
    let said = desk.run(&["record", "v.yaml", "--lang", "sv"], "/gdpr.dpa\nlater\n\n/gdpr.dpo\n+ Ny\n!\n").done();
    assert!(said.err.contains("bär inte längre namnet på den som svarade: Anna (1), Kalle (1)"), "{}", said.err);
    assert!(!desk.read("v.yaml").contains("by:"), "{}", desk.read("v.yaml"));
    let broken = NAMED.replace("answer: fields", "answer: felds");
    let [flat, tall] = ["{answer: all, by: {name: Kalle}}", "\n    answer: al\n    by: {name: Kalle}"];
    let broken = broken.replace(&format!(" {flat}"), tall);
    let desk = Desk::new(&broken);
    let said = desk.run(&["record", "v.yaml", "access.mfa=none"], "").done().err;
    assert!(said.contains("Kalle (1)") && !desk.read("v.yaml").contains("    by:"), "{said}{}", desk.read("v.yaml"));
}

#[test]
fn not_applicable_asks_for_its_reason() {
    let desk = Desk::new(ANSWERS);
    desk.record(&["--lang", "sv"], &["/encryption.file-transfer", "ej tillämpligt", "", "Inga filer utbyts.", "!"]);
    let file = desk.read("v.yaml");
    assert!(file.contains("  encryption.file-transfer:\n    answer: n/a\n    comment: Inga filer utbyts.\n"), "{file}");
    let said = desk.record(&[], &["/certifications.held", "n/a", "!"]);
    assert!(said.contains("cannot be answered with not applicable"), "{said}");
}

#[test]
fn a_date_to_come_is_not_an_answer() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&[], &["/backups.last-restore-test", "2999-01-01", "2026-02-30", "never", "!"]);
    assert!(said.contains("this has not happened yet") && said.contains("2026-02-30"), "{said}");
    assert!(desk.read("v.yaml").contains("  backups.last-restore-test: never\n"));
}

#[test]
fn a_document_is_entered_once_and_cited_by_later_answers() {
    let desk = Desk::new(ANSWERS);
    let lines = [
        "/access.mfa",
        "all",
        "ISO certificate 4711",
        "1",
        "2026-01-01",
        "",
        "/etc/passwd",
        "evidence/iso.pdf",
        "",
        "/access.rbac",
        "2",
        "1",
        "",
        "!",
    ];
    let said = desk.record(&[], &lines);
    assert!(said.contains("leads out of the folder"), "{said}");
    let file = desk.read("v.yaml");
    assert_eq!(file.matches("ISO certificate 4711").count(), 1, "{file}");
    assert!(file.contains("issued: 2026-01-01, location: evidence/iso.pdf}"), "{file}");
    let Ran { code, out: said, .. } = desk.run(&["check", "v.yaml"], "");
    assert_eq!((code, said.contains("error[")), (0, false), "{said}\n{file}");
}

/// One that is named by its id and one that stands at the answer itself; what else is cited there stays.
#[test]
fn a_document_is_taken_off_an_answer_by_itself() {
    let own = "{title: Paper three, issued: 2026-10-01}";
    let papers = ["one", "two"].map(|id| format!("  {id}: {{title: Paper {id}, issued: 2026-10-01}}\n")).concat();
    let head = ANSWERS.split("answers:\n").next().unwrap();
    let cited = |all: &str| format!("{head}evidence:\n{papers}answers:\n  access.mfa: {{answer: all{all}}}\n");
    let all = format!(", evidence: [one, {own}, two]");
    for (number, left) in [("1", format!("{own}, two")), ("2", format!("one, {own}")), ("3", "one, two".to_owned())] {
        let desk = Desk::new(&cited(&all));
        desk.record(&[], &["/documents", number, "access.mfa", "!"]);
        assert_eq!(desk.read("v.yaml"), cited(&format!(", evidence: [{left}]")), "{number}");
    }
    let desk = Desk::new(&cited(", evidence: [two]"));
    desk.record(&[], &["/documents", "2", "access.mfa", "!"]);
    assert!(!desk.read("v.yaml").contains("evidence: []"), "{}", desk.read("v.yaml"));
}

/// What is not changed stays as it was written, quotes and remarks with it.
#[test]
fn of_a_document_nothing_but_what_was_corrected_changes() {
    let head = ANSWERS.split("answers:\n").next().unwrap();
    let paper =
        |issued: &str| format!("  one: {{title: 'Paper one', issued: {issued}, location: \"in the vault\"}}  # seen\n");
    let file = |issued: &str| [head, "evidence:\n", &paper(issued), "answers:\n  access.mfa: all\n"].concat();
    let desk = Desk::new(&file("\"2026-10-01\""));
    desk.record(&[], &["/documents", "1", "correct", "", "", "", "", "", "!"]);
    assert_eq!(desk.read("v.yaml"), file("\"2026-10-01\""), "nothing was corrected");
    desk.record(&[], &["/documents", "1", "correct", "", "", "2026-10-05", "", "", "!"]);
    assert_eq!(desk.read("v.yaml"), file("2026-10-05"));
}

#[test]
fn a_number_that_is_no_choice_is_no_document() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&[], &["/access.rbac", "2", "24", "2026-03-01", "", "!"]);
    assert!(said.contains("`24` is not on the list") && said.contains("`2026-03-01` is not on the list"), "{said}");
    assert!(!desk.read("v.yaml").contains("evidence"), "{}", desk.read("v.yaml"));
}

#[test]
fn a_share_is_a_hundred_per_cent_at_most() {
    let desk = Desk::new(ANSWERS);
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "human.data-training-pct=850"], "");
    assert!(code == 2 && said.contains("850"), "{said}");
}

#[test]
fn a_category_is_found_by_its_heading() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&["--lang", "sv"], &["/nivå 4: kryptering", "!"]);
    assert!(said.contains("\n  encryption."), "{said}");
}

#[test]
fn going_back_in_a_form_keeps_what_was_given() {
    let desk = Desk::new(ANSWERS);
    let lines =
        ["/access.rbac", "2", "A matrix", "1", "2026-01-01", "2028-03-13", "<", "<", "", "", "evidence/m.pdf", "", "!"];
    let said = desk.record(&[], &lines);
    assert!(said.contains("Enter: 2028-03-13") && said.contains("Enter: 2026-01-01"), "{said}");
    assert!(desk.read("v.yaml").contains("issued: 2026-01-01, valid_until: 2028-03-13,"), "{}", desk.read("v.yaml"));
}

#[test]
fn the_line_that_was_chosen_is_recorded() {
    for key in ["0", "1", "3", "5"] {
        let desk = Desk::new(ANSWERS);
        desk.record(&[], &["/human.usable-security", key, "!"]);
        let said = desk.record(&[], &["/human.usable-security", "!"]);
        let line = said.lines().find(|line| line.trim_start().starts_with(&format!("{key}* "))).unwrap().trim();
        let label = line.split_once(' ').unwrap().1.trim();
        let now = said.lines().find(|line| line.contains("now: ")).unwrap();
        assert_eq!(now.trim(), format!("now: {label}"), "{said}");
    }
}

#[test]
fn a_gate_opens_and_closes_its_questions_at_once() {
    let desk = Desk::new(ANSWERS);
    let closed = desk.record(&[], &["/certifications.held", "9", "!"]);
    let open = desk.record(&[], &["/certifications.held", "1", "", "!"]);
    let total = |said: &str| said.rsplit_once("· 2 of ").map(|(_, rest)| rest[..2].to_owned());
    assert_ne!(total(&closed), total(&open), "{closed}\n=====\n{open}");
}

#[test]
fn it_resumes_after_the_last_answer_and_goes_through_the_weak_alone() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&[], &["!"]);
    let next = said.lines().find(|line| line.trim_start().starts_with("access.")).unwrap().trim().to_owned();
    assert_ne!(next, "access.mfa");
    desk.record(&[], &["/access.mfa", "none", "!"]);
    let weak = desk.record(&["--only", "weak"], &["!"]);
    assert!(weak.contains("  access.mfa\n"), "{weak}");
    let expired = desk.record(&["--only", "expired"], &["!"]);
    assert!(expired.contains("There is nothing to go through."), "{expired}");
}

#[test]
fn back_next_find_help_and_the_end() {
    let desk = Desk::new(ANSWERS);
    let said = desk.record(&[], &["/access.mfa", "", "<", "?", "/kryp", "/monitoring", "/zebra", "!"]);
    assert_eq!(said.matches("  access.mfa\n").count(), 2, "{said}");
    assert!(said.contains("no question has “kryp” in it") && said.contains("no question has “zebra” in it"), "{said}");
    let all = vec![""; 200];
    let end = desk.record(&[], &all);
    assert!(end.contains("That was the last question.") && end.contains("are still open."), "{end}");
    assert_eq!(desk.read("v.yaml"), ANSWERS);
}

#[test]
fn the_input_may_end_anywhere() {
    let desk = Desk::new(ANSWERS);
    for input in ["", "/access.mfa", "/access.mfa\nnone", "/access.mfa\nn/a\n", "\u{0}\n", "/access.mfa\n\u{1b}[2J\n"] {
        let Ran { code, .. } = desk.run(&["record", "v.yaml"], input);
        assert_eq!(code, 0, "{input:?}");
    }
    let Ran { code, .. } = desk.run(&["check", "v.yaml"], "");
    assert_eq!(code, 0);
}

#[test]
fn assignments_are_recorded_all_or_none() {
    let desk = Desk::new(ANSWERS);
    let args = ["record", "v.yaml", "access.mfa=none", "acces.rbac=all", "gdpr.dpa=maybe", "nonsense"];
    let Ran { code, err: said, .. } = desk.run(&args, "");
    assert_eq!(code, 2);
    assert!(
        said.contains("did you mean `access.rbac`?") && said.contains("`maybe`") && said.contains("`nonsense`"),
        "{said}"
    );
    assert_eq!(desk.read("v.yaml"), ANSWERS);
    let args = [
        "record",
        "v.yaml",
        "access.mfa=NONE",
        "access.mfa.comment=Planned for May",
        "backups.last-restore-test=2026-05-14",
        "encryption.file-transfer=ej tillämpligt",
        "encryption.file-transfer.comment=No files: none at all",
    ];
    let Ran { code, err: said, .. } = desk.run(&args, "");
    assert_eq!(code, 0, "{said}");
    let file = desk.read("v.yaml");
    let expected = "  access.mfa:   # they say so\n    answer: none\n    comment: Planned for May\n";
    assert!(file.contains(expected), "{file}");
    assert!(file.contains("    comment: \"No files: none at all\"\n"), "{file}");
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "encryption.voice-chat=n/a"], "");
    assert!(code == 2 && said.contains("encryption.voice-chat.comment="), "{said}");
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "access.mfa=all", "access.mfa=none"], "");
    assert!(code == 2 && said.contains("is given twice"), "{said}");
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let windows = format!("\u{feff}{}", ANSWERS.replace('\n', "\r\n"));
    let desk = Desk::new(&windows);
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "access.mfa=none", "gdpr.dpa=complete"], "");
    assert_eq!(code, 0, "{said}");
    let file = desk.read("v.yaml");
    assert!(file.starts_with('\u{feff}') && file.matches('\n').count() == file.matches("\r\n").count(), "{file:?}");
}

#[test]
fn a_file_that_is_written_too_oddly_is_left_alone() {
    let odd = ANSWERS.replace("  access.mfa: all ", "  ? access.mfa\n  : all ");
    let desk = Desk::new(&odd);
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "access.mfa=none"], "");
    assert!(code == 2 && said.contains("write it by hand"), "{said}");
    assert_eq!(desk.read("v.yaml"), odd);
}

#[test]
fn a_missing_file_a_broken_one_and_standard_input_are_told_apart() {
    let desk = Desk::new("format: duly/answers@1\nvendor: {name: A\n");
    let Ran { code, err: said, .. } = desk.run(&["record", "none.yaml"], "");
    assert!(code == 2 && said.contains("duly new --vendor"), "{said}");
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml"], "");
    assert!(code == 2 && said.contains("v.yaml:"), "{said}");
    let Ran { code, err: said, .. } = desk.run(&["record", "-"], "");
    assert!(code == 2 && said.contains("not on standard input"), "{said}");
}

#[test]
fn two_that_record_at_once_do_not_lose_each_others_answers() {
    let desk = Desk::new(ANSWERS);
    let questions =
        ["access.mfa=none", "gdpr.dpa=complete", "backups.last-restore-test=2026-05-14", "access.offboarding-hours=24"];
    let start = |assignment: &&str| desk.command(&["record", "v.yaml", assignment]).spawn().unwrap();
    let children: Vec<Child> = questions.iter().map(start).collect();
    for (child, assignment) in children.into_iter().zip(questions) {
        finish(child, assignment).done();
    }
    let file = desk.read("v.yaml");
    for part in ["access.mfa: none", "gdpr.dpa: complete", "last-restore-test: 2026-05-14", "answer: 24"] {
        assert!(file.contains(part), "{part} is lost:\n{file}");
    }
}

#[test]
fn the_second_to_answer_a_question_is_told() {
    let desk = Desk::new(ANSWERS);
    let waiting = Waiting::start(&desk, &["record", "v.yaml"], &["/access.mfa"], "access.mfa");
    let Ran { code, .. } = desk.run(&["record", "v.yaml", "access.mfa=some", "gdpr.dpa=complete"], "");
    assert_eq!(code, 0);
    let Ran { out: said, err: talk, .. } = waiting.end(&["none", "!"]);
    assert!(talk.contains("was changed by somebody else"), "{talk}");
    assert!(said.contains("was answered by somebody else in the meantime"), "{said}");
    let file = desk.read("v.yaml");
    assert!(file.contains("access.mfa: some") && file.contains("gdpr.dpa: complete"), "{file}");
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let desk = Desk::new(ANSWERS);
    let started = Instant::now();
    desk.run(&["record", "v.yaml", "access.mfa=none"], "").done();
    let step = started.elapsed() / 50;
    let changed = ANSWERS.replace("access.mfa: all ", "access.mfa: none ");
    let (mut old, mut new, mut wait) = (0, 0, Duration::ZERO);
    // as many as a few seconds allow, but some of each
    while old == 0 || new == 0 || old + new < 300 && started.elapsed() < ENOUGH {
        assert!(started.elapsed() < HANGS, "killed too early or too late every time: {old} old, {new} new");
        desk.write("v.yaml", ANSWERS);
        let mut child = desk.command(&["record", "v.yaml", "access.mfa=none", "-q"]).spawn().unwrap();
        std::thread::sleep(wait);
        let has_ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        let file = desk.read("v.yaml");
        assert!(file == changed || file == ANSWERS && !has_ended, "{file}");
        *if file == changed { &mut new } else { &mut old } += 1;
        // a little later each time, until one has ended by itself: however busy the machine is, some die early
        wait = if has_ended { Duration::ZERO } else { wait + step };
    }
    desk.run(&["record", "v.yaml", "access.mfa=most"], "").done();
    assert_eq!(desk.names(), ["v.yaml"], "what a killed one left is cleared away by the next");
}

#[test]
fn a_full_disk_ends_the_dialogue_and_leaves_the_file() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let desk = Desk::new(ANSWERS);
    let mut command = desk.command(&["record", "v.yaml"]);
    command.stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    assert_eq!(run(command).code, 2);
    assert_eq!(desk.read("v.yaml"), ANSWERS);
}

#[test]
fn a_review_is_made_and_says_what_was_seen() {
    let desk = Desk::new(ANSWERS);
    let lines = [
        "Dataskyddsombudet",
        "Beställaren AB",
        "2",
        "1",
        "2",
        "1",
        "1",
        "1",
        "/access.mfa",
        "1",
        "Seen in the console",
        "",
        "2099-06-30",
        "/access.offboarding-hours",
        "2",
        "240",
        "The contract says ten days",
        "!",
    ];
    let Ran { code, out: said, err: talk } = desk.run(&["review", "v.yaml"], &(lines.join("\n") + "\n"));
    assert_eq!(code, 0, "{talk}");
    let review = desk.read("v.review.yaml");
    for part in [
        "vendor: Provföretaget AB\n",
        "client: Beställaren AB ",
        "reviewer: Dataskyddsombudet ",
        "  data: contact\n",
        "  access.mfa:\n    saw: all\n    verified:\n      - {title: Seen in the console, issued: ",
        "valid_until: 2099-06-30}\n",
        "  access.offboarding-hours:\n    saw: 48\n    answer: 240\n    because: The contract says ten days\n",
    ] {
        assert!(review.contains(part), "{part:?} in\n{review}\n{said}");
    }
    assert_eq!(desk.read("v.yaml"), ANSWERS, "the vendor's file is the vendor's");
    let Ran { code, out: said, .. } = desk.run(&["check", "v.yaml", "v.review.yaml"], "");
    assert!(code == 0 && !said.contains("error["), "{said}");
}

#[test]
fn a_review_waives_and_decides() {
    let desk = Desk::new(&ANSWERS.replace("answer: 48", "answer: 400"));
    let Ran { code, out: said, .. } = desk.run(&["review", "v.yaml"], "Anna\n\n\n\n\n\n\n\n!\n");
    assert_eq!(code, 0);
    assert!(said.contains("red flag:"), "{said}");
    let mut lines = vec![""; 200];
    let Ran { out: said, .. } = desk.run(&["review", "v.yaml"], &lines.join("\n"));
    let flags = said.matches("Do you accept this").count();
    let stops = said.matches("What have you found?").count() + flags + 6 + 1; // our own duties are one stop
    let first_flag = said.matches("What have you found?").count() + 6;
    lines[first_flag] = "1\nThe CISO\n2099-01-31\nThe programme starts in January";
    lines[stops] = "2\nHead of service\n\nThe points are small\n2099-11-01\nRestore test before go-live\n\n\n\n\
                    Access lists each month\n\n\n\n\n";
    let Ran { code, out: said, .. } = desk.run(&["review", "v.yaml"], &(lines.join("\n") + "\n"));
    assert_eq!(code, 0);
    let review = desk.read("v.review.yaml");
    assert!(review.contains("until: 2099-01-31"), "{review}\n{said}");
    assert!(review.contains("decision:\n  outcome: conditional\n  by: Head of service\n"), "{review}\n{said}");
    let json = desk.run(&["export", "v.yaml", "-f", "json", "-q"], "").json::<serde_json::Value>();
    let bound = format!("  answers: {}\n", json["basis"]["answers"]["sha256"].as_str().unwrap());
    assert!(review.contains(&bound) && json["decision"]["standing"] == "on_these", "{review}");
    assert!(review.contains("    - Restore test before go-live\n    - Access lists each month\n"), "{review}");
}

#[test]
fn one_document_is_verified_for_every_answer_that_cites_it() {
    let answers = format!(
        "{}  gdpr.dpa: {{answer: complete, evidence: [d]}}\n  access.rbac: {{answer: fields, evidence: [d]}}\n",
        ANSWERS.replace(
            "answers:\n",
            "evidence:\n  d: {title: The agreement, issued: 2026-10-01, location: d.pdf}\nanswers:\n"
        )
    );
    let desk = Desk::new(&answers);
    let lines = ["Anna", "", "", "", "", "", "", "/gdpr.dpa", "1", "1", "", "", "yes", "!"];
    let Ran { code, out: said, err: talk } = desk.run(&["review", "v.yaml"], &(lines.join("\n") + "\n"));
    assert_eq!(code, 0, "{talk}");
    let review = desk.read("v.review.yaml");
    assert_eq!(review.matches("title: The agreement").count(), 2, "{review}\n{said}\n{talk}");
    assert_eq!(review.matches("saw: ").count(), 2, "{review}");
    fs::remove_file(desk.at("v.review.yaml")).unwrap();
    let Ran { out: said, .. } = desk.run(&["review", "v.yaml", "--lang", "sv"], &(lines.join("\n") + "\n"));
    assert!(said.contains("(Enter: nej)"), "{said}");
}

#[test]
fn words_that_say_there_is_no_answer_are_no_text() {
    let desk = Desk::new(ANSWERS);
    desk.record(&["--lang", "sv"], &["/governance.experience", "Vet ej", "!"]);
    assert!(!desk.read("v.yaml").contains("Vet ej"), "{}", desk.read("v.yaml"));
    let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", "governance.experience=Ej tillämpligt"], "");
    assert!(code == 2 && said.contains("governance.experience.comment="), "{said}");
}

#[test]
fn the_reason_of_not_applicable_cannot_be_taken_away() {
    let na = "  encryption.file-transfer: {answer: n/a, comment: No files}\n";
    let desk = Desk::new(&format!("{ANSWERS}{na}"));
    for taken in ["encryption.file-transfer.comment=", "encryption.file-transfer.comment=~"] {
        let Ran { code, err: said, .. } = desk.run(&["record", "v.yaml", taken], "");
        assert!(code == 2 && said.contains("not applicable needs its reason"), "{said}");
    }
    let said = desk.record(&[], &["/encryption.file-transfer", "+ ~", "!"]);
    assert!(said.contains("this must be filled in") && desk.read("v.yaml").contains(na), "{said}");
}

#[test]
fn a_document_is_cited_by_its_title_too_and_once() {
    let register = "evidence:\n  d: {title: The agreement, issued: 2026-10-01, location: d.pdf}\nanswers:\n";
    let desk = Desk::new(&ANSWERS.replace("answers:\n", register));
    desk.record(&[], &["/gdpr.dpa", "&", "the AGREEMENT", "", "!"]);
    let file = desk.read("v.yaml");
    assert!(file.contains("  gdpr.dpa:\n    evidence: [d]\n") && !file.contains("document"), "{file}");
    let Ran { code, err: said, .. } =
        desk.run(&["record", "v.yaml", "access.rbac=fields", "access.rbac.evidence=d,d", "access.rbac.evidence=d"], "");
    assert!(code == 0 && desk.read("v.yaml").contains("    evidence: [d]\n"), "{said}");
    assert!(!desk.read("v.yaml").contains("[d, d]"), "{}", desk.read("v.yaml"));
}

#[test]
fn two_new_documents_never_share_an_id() {
    let desk = Desk::new(ANSWERS);
    let first = ["/access.rbac", "&", "Ours", "something else", "2026-10-01", "", "ours.pdf"];
    let waiting = Waiting::start(&desk, &["record", "v.yaml"], &first[..2], "Evidence for access.rbac");
    let theirs = desk.record(&[], &["/gdpr.dpa", "&", "Theirs", "something else", "2026-10-02", "", "theirs.pdf", "!"]);
    let Ran { code, out: said, err: talk } = waiting.end(&[&first[2..], &["", "!"]].concat());
    let file = desk.read("v.yaml");
    assert_eq!(code, 0, "{theirs}{said}{talk}");
    assert!(talk.contains("was changed by somebody else"), "{talk}");
    assert!(file.contains("  document: {title: Theirs,") && file.contains("  document-2: {title: Ours,"), "{file}");
    assert!(file.contains("evidence: [document]\n") && file.contains("evidence: [document-2]\n"), "{file}");
}

/// A review with the name of the reviewer in it, and nothing else but what is added.
fn reviewed(more: &str) -> String {
    format!("format: duly/review@1\nvendor: Provföretaget AB\nreviewer: Anna\nreviewed: 2026-11-02\n{more}")
}

#[test]
fn a_review_never_writes_the_vendors_answers() {
    let desk = Desk::new(ANSWERS);
    desk.run(&["review", "v.yaml"], "Anna\n\n1\n1\n1\n1\n1\n1\n!\n");
    let lines = "/access.mfa\n2\nnone\nSeen otherwise\n!\n";
    let Ran { code, out: said, err: talk } = desk.run(&["review", "v.yaml", "--only", "expired"], lines);
    assert_eq!(code, 0, "{talk}");
    assert!(said.contains("Do you accept this for a time?") && said.contains("What have you found?"), "{said}");
    assert_eq!(desk.read("v.yaml"), ANSWERS);
    assert!(desk.read("v.review.yaml").contains("because: Seen otherwise"), "{said}");
}

/// What was left open is reached from everywhere, by words of either language, and can be taken back.
#[test]
fn what_is_at_stake_flags_duties_and_the_decision_are_reached_from_everywhere() {
    let desk = Desk::new(&ANSWERS.replace("answer: 48", "answer: 400"));
    let stated = reviewed(
        "inherent_risk: {data: special}\nwaivers:\n  - {flag: no-mfa, by: A, until: 2030-01-01, because: B}\n",
    );
    desk.write("v.review.yaml", stated.replace("no-mfa", "slow-offboarding"));
    let lines = ["/insats", "1", "unknown", "/s", "data", "contact", "/flags", "!"];
    let said = desk.run(&["review", "v.yaml"], &lines.join("\n")).done().out;
    assert!(said.contains("Inherent risk (what is at stake)") && said.contains("(not stated)"), "{said}");
    let review = desk.read("v.review.yaml");
    assert!(review.contains("inherent_risk:\n  data: contact\n"), "{review}\n{said}");
    for (word, place) in [
        ("/decision", "The decision"),
        ("/BESLUT", "The decision"),
        ("/flaggor", "Red flags"),
        ("/plikter", "Our own duties as controller"),
        ("/end", "That was the last"),
    ] {
        let said = desk.run(&["review", "v.yaml"], &format!("{word}\n!\n")).done().out;
        assert!(said.contains(place), "{word}: {said}");
    }
    let said = desk.run(&["review", "v.yaml"], "/flags\nslow-offboarding\nwithdraw\n!\n").done().out;
    assert!(!desk.read("v.review.yaml").contains("waivers"), "{}\n{said}", desk.read("v.review.yaml"));
    let said = desk.record(&["--lang", "sv"], &["/decision", "/insats", "/öppna", "!"]);
    assert_eq!(said.matches("`duly review v.yaml` frågar efter det").count(), 2, "{said}");
}

#[test]
fn what_was_found_last_is_what_holds() {
    let desk = Desk::new(ANSWERS);
    desk.write("v.review.yaml", reviewed(""));
    let withdrawn = ["/access.mfa", "3", "Not shown", "!"].join("\n");
    desk.run(&["review", "v.yaml"], &withdrawn);
    assert!(desk.read("v.review.yaml").contains("    answer: unknown\n    because: Not shown\n"));
    let seen = |until: &str| {
        desk.run(&["review", "v.yaml"], &["/access.mfa", "VERIFY", "The console", "", until, "!"].join("\n"))
    };
    seen("2030-01-01");
    let Ran { code, out: said, err: talk } = seen("2027-01-01");
    assert_eq!(code, 0, "{talk}");
    let review = desk.read("v.review.yaml");
    assert!(!review.contains("unknown") && !review.contains("because"), "{review}\n{said}");
    assert_eq!(review.matches("The console").count(), 1, "{review}");
    assert!(review.contains("valid_until: 2027-01-01}"), "{review}");
}

#[test]
fn an_overruling_can_be_taken_back() {
    let desk = Desk::new(ANSWERS);
    desk.write("v.review.yaml", reviewed(""));
    let before = desk.read("v.review.yaml");
    let take = |lines: &[&str]| desk.run(&["review", "v.yaml"], &lines.join("\n"));
    let Ran { out: said, .. } = take(&["/access.mfa", "!"]);
    assert!(!said.contains("count again"), "there is nothing to take back: {said}");
    take(&["/access.mfa", "3", "Not shown", "!"]);
    assert!(desk.read("v.review.yaml").contains("    saw: "), "what was overruled is always said");
    let Ran { code, out: said, err: talk } = take(&["/access.mfa", "restore", "!"]);
    assert!(code == 0 && said.contains("Let the vendor's answer count again"), "{said}{talk}");
    let review = desk.read("v.review.yaml");
    assert!(!review.contains("access.mfa") && review.starts_with(before.lines().next().unwrap()), "{review}");
}

#[test]
fn we_cannot_answer_with_not_applicable_instead_of_the_vendor() {
    let desk = Desk::new(&format!("{ANSWERS}  encryption.file-transfer: yes\n"));
    desk.write("v.review.yaml", reviewed(""));
    let lines = ["/encryption.file-transfer", "2", "n/a", "no", "Seen", "!"].join("\n");
    let Ran { code, out: said, err: talk } = desk.run(&["review", "v.yaml"], &lines);
    assert_eq!(code, 0, "{talk}");
    assert!(said.contains("only the vendor can say") && !said.contains("not applicable (say why)"), "{said}");
    assert!(desk.read("v.review.yaml").contains("    answer: no\n    because: Seen\n"), "{said}");
}

const NUMBERED: &str = "format: duly/questionnaire@1
id: numbered
version: 1.0.0
title: Numbered
languages: [en]
categories:
  - id: c
    title: Category
    questions:
      - {id: one, ask: One, importance: high, answer: {choose_one: [
          {id: \"2\", label: \"?\", value: 100}, {id: \"1\", label: \"!\", value: 50},
          {id: \"null\", label: nothing, value: 0}, {id: \"-\", label: dash, value: 0}]}}
      - {id: many, ask: Many, importance: high, answer: {choose_many: {full_at: 2, options: [
          {id: a, label: \"this, that\", points: 1}, {id: b, label: B, points: 1}, {id: c, label: C, points: 1}]}}}
";

#[test]
fn options_may_be_called_anything() {
    let desk = Desk::new("format: duly/answers@1\nvendor: {name: Provföretaget AB}\nquestionnaire: q.yaml\n");
    desk.write("q.yaml", NUMBERED);
    for (typed, id) in [("1", "1"), ("2", "2"), ("3", "\"null\""), ("-", "'-'"), ("nothing", "\"null\"")] {
        let said = desk.record(&[], &["/c.one", typed, "!"]);
        assert!(desk.read("v.yaml").contains(&format!("  c.one: {id}\n")), "{typed}: {said}");
    }
    desk.record(&[], &["/c.many", "1, 3", "!"]);
    assert!(desk.read("v.yaml").contains("  c.many: [a, c]\n"), "{}", desk.read("v.yaml"));
    desk.record(&[], &["/c.many", "this, that", "!"]);
    assert!(desk.read("v.yaml").contains("  c.many: a\n"), "{}", desk.read("v.yaml"));
    desk.write("v.review.yaml", reviewed(""));
    let lines = ["/c.many", "2", "2, 3", "Seen", "/c.one", "1", "&", "24", "Console", "", "", "!"].join("\n");
    let Ran { code, out: said, err: talk } = desk.run(&["review", "v.yaml"], &lines);
    assert_eq!(code, 0, "{talk}");
    assert!(said.contains("`&` is not on the list") && said.contains("`24` is not on the list"), "{said}");
    let review = desk.read("v.review.yaml");
    assert!(review.contains("    answer: [b, c]\n") && review.contains("title: Console"), "{review}");
}

const PLACES: &str = "format: duly/questionnaire@1
id: places
version: 1.0.0
title: Places
languages: [en]
evidence: [{id: report, ask: A report, valid_months: 12}]
categories:
  - id: c
    title: Category
    questions:
      - {id: many, ask: Where, importance: high, evidence: [report], answer: {choose_many: {full_at: 2, options: [
          {id: na, label: North America, points: 1}, {id: y, label: Yemen, points: 1},
          {id: eu, label: Europe, points: 1}, {id: none, label: Nowhere, points: 0, exclusive: true}]}}}
";

/// What is ticked is that option, even if its id is what people type for something else.
#[test]
fn what_is_chosen_is_taken_for_nothing_else() {
    let desk = Desk::new("format: duly/answers@1\nvendor: {name: Provföretaget AB}\nquestionnaire: q.yaml\n");
    desk.write("q.yaml", PLACES);
    for (typed, written) in [("1, 3", "[na, eu]"), ("2 3", "[y, eu]"), ("1", "na"), ("4", "none"), ("5", "unknown")] {
        let said = desk.record(&[], &["/c.many", typed, "!"]);
        let file = desk.read("v.yaml");
        assert!(file.contains(&format!("  c.many: {written}\n")), "{typed}: {said}\n{file}");
    }
    let said = desk.record(&[], &["/c.many", "1, 4", "1, 9", ",", "!"]);
    assert!(said.contains("`none` excludes the other answers"), "{said}");
    assert!(said.contains("`9` is not an answer") && said.contains("`,` is not an answer"), "{said}");
}

/// A choice that would lead nowhere is none: on the way through the weak answers no open question is a stop.
#[test]
fn what_is_offered_at_the_end_is_there() {
    let desk = Desk::new(&ANSWERS.replace("answer: 48", "answer: 400"));
    let open = "go through the open ones";
    let said = desk.record(&["--only", "weak"], &["", "", "!"]);
    assert!(said.contains("are still open") && !said.contains(open), "{said}");
    assert!(desk.record(&["--only", "open"], &vec![""; 200]).contains(open));
}

/// Whether it is asked may be ours to say: what the vendor has said then is no open question of its own.
#[test]
fn what_the_vendor_has_said_is_open_only_where_it_has_to_say_more() {
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n\
                   answers:\n  a.mfa: yes\n  a.cards: no\n  a.tools: [vault]\n  a.tested: 2026-10-01\n  a.about: A\n";
    for (more, open) in [
        ("  a.hours: 24\n  a.watched: yes\n", None),
        ("  a.hours: 24\n", Some("a.watched")),
        ("  a.hours: {answer: n/a}\n  a.watched: yes\n", Some("a.hours")),
    ] {
        let desk = Desk::new(&[answers, more].concat());
        desk.write("small.yaml", SMALL);
        let said = desk.record(&["--only", "open", "--questionnaire", "small.yaml"], &["!"]);
        let asked = said.lines().map(str::trim).find(|line| line.starts_with("a."));
        assert_eq!(asked, open, "{said}");
    }
}

/// Of two documents with one title the one that was chosen is the one that was seen.
#[test]
fn of_two_documents_with_one_title_the_chosen_one_is_seen() {
    let answers = "format: duly/answers@1
vendor: {name: Provföretaget AB}
questionnaire: q.yaml
evidence:
  old: {title: Audit, kind: report, issued: 2026-01-15, valid_until: 2027-01-15, location: a.pdf}
  new: {title: Audit, kind: report, issued: 2026-06-15, valid_until: 2027-06-15, location: b.pdf}
answers:
  c.many: {answer: [eu], evidence: [old, new]}
";
    let desk = Desk::new(answers);
    desk.write("q.yaml", PLACES);
    let said = desk.run(&["review", "v.yaml"], "Anna\n/c.many\n1\n2\n\n\n!\n").done().out;
    assert!(said.contains("(Enter: 2027-06-15)"), "{said}");
    assert!(desk.read("v.review.yaml").contains("valid_until: 2027-06-15}"), "{}", desk.read("v.review.yaml"));
}

#[test]
fn a_file_that_is_gone_is_named() {
    let desk = Desk::new(ANSWERS);
    let waiting = Waiting::start(&desk, &["record", "v.yaml", "--lang", "sv"], &["/access.mfa"], "access.mfa");
    fs::remove_file(desk.at("v.yaml")).unwrap();
    let Ran { code, err: talk, .. } = waiting.end(&["none", "!"]);
    assert!(code == 2 && talk.contains("v.yaml") && !talk.contains("os error"), "{talk}");
}

#[test]
fn an_answer_that_changes_while_it_is_reviewed_is_looked_at_again() {
    let desk = Desk::new(ANSWERS);
    desk.write("v.review.yaml", reviewed(""));
    let waiting = Waiting::start(&desk, &["review", "v.yaml"], &["/access.mfa", "1"], "What did you see?");
    let Ran { code, .. } = desk.run(&["record", "v.yaml", "access.mfa=some"], "");
    assert_eq!(code, 0);
    let Ran { code, out: said, err: talk } =
        waiting.end(&["The console", "", "", "1", "The other console", "", "", "!"]);
    assert_eq!(code, 0, "{talk}");
    assert!(talk.contains("was changed by somebody else"), "{talk}");
    assert!(said.contains("access.mfa was answered by somebody else in the meantime"), "{said}");
    let review = desk.read("v.review.yaml");
    assert!(review.contains("  access.mfa:\n    saw: some\n") && !review.contains("The console"), "{review}");
}

/// What is put into a file stands where its questionnaire asks it, and an answer before what is said beside it.
#[test]
fn what_is_recorded_stands_where_it_is_asked() {
    let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@1.1.0\nanswers:\n";
    let answers = "  access.offboarding-hours:\n    comment: Soon\n  access.exfiltration: [export, media]\n";
    let desk = Desk::new(&format!("{head}{answers}"));
    for given in [
        "access.mfa=none",
        "access.offboarding-hours=48",
        "access.exfiltration.comment=In use",
        "human.data-training-pct=85",
        "certifications.held=none",
    ] {
        let Ran { code, err, .. } = desk.run(&["record", "v.yaml", given], "");
        assert_eq!(code, 0, "{given}: {err}");
    }
    let expected = "
answers:
  certifications.held: none
  access.mfa: none
  access.offboarding-hours:
    answer: 48
    comment: Soon
  access.exfiltration:
    answer: [export, media]
    comment: In use
  human.data-training-pct: 85
";
    assert!(desk.read("v.yaml").ends_with(expected), "{}", desk.read("v.yaml"));
}

#[test]
fn a_question_is_found_by_its_id_in_whatever_capitals() {
    let questionnaire = "format: duly/questionnaire@1\nid: set\nversion: 1.0.0\ntitle: Set\ncategories:\n  - id: LOG\n    \
                         title: Logs\n    questions:\n      - {id: first, ask: Is there one?, importance: low, answer: \
                         yes-no}\n      - {id: LOG-02, ask: Is it kept?, importance: low, answer: yes-no}\n";
    let answers = "format: duly/answers@1\nvendor: {name: Alfa AB}\nquestionnaire: ./set.yaml\nanswered: 2026-11-02\nanswers: {}\n";
    for typed in ["/LOG.LOG-02", "/log.log-02", "/LOG-02", "/log-02"] {
        let desk = Desk::new(answers);
        desk.write("set.yaml", questionnaire);
        desk.record(&["--plain"], &[typed, "yes", "!"]);
        let written = desk.read("v.yaml");
        assert!(written.contains("LOG.LOG-02: yes") && !written.contains("LOG.first"), "{typed}: {written}");
    }
}
