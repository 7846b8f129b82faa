//! Rounds of answers: what comes in again, into a file that is there; nothing is lost, and every change is told.

use std::fmt::Write;
use std::fs;

use crate::support::zipped::{Zipped, zip};
use crate::support::{Folder, Ran, duly, example};

const HEAD: &str = "format: duly/answers@1\nvendor: {name: Brevduvan AB}\nquestionnaire: ./questionnaire.yaml\n";

/// A folder with our file and one that came in.
fn folder(ours: &str, theirs: &str) -> Folder {
    let folder = Folder::with(&[("x.yaml", &[HEAD, ours].concat()), ("new.yaml", &[HEAD, theirs].concat())]);
    folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
    folder
}

fn updated(ours: &str, theirs: &str) -> (Folder, Ran) {
    let folder = folder(ours, theirs);
    let ran = duly(&folder, &["import", "new.yaml", "--update", "x.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let newer = folder.read("x.yaml");
    duly(&folder, &["check", "x.yaml"]).done();
    let again = duly(&folder, &["import", "new.yaml", "--update", "x.yaml"]);
    assert_eq!((again.code, again.out.as_str()), (0, ""), "{}\n{newer}", again.err);
    assert_eq!(folder.read("x.yaml"), newer, "twice the same");
    (folder, ran)
}

const CITED: &str = "evidence:\n  d1: {title: ISO 27001 certificate, kind: certificate, issued: 2024-01-01, location: \
    evidence/iso.pdf}\nanswers:\n  subscribers.agreement: {answer: yes, evidence: [d1]}\n\
    \x20 subscribers.hosting: {answer: eea, evidence: [d1]}\n";

#[test]
fn another_paper_under_the_same_id_is_another_document() {
    let theirs = "evidence:\n  d1: {title: Penetration test}\n\
        answers:\n  subscribers.agreement: {answer: yes, evidence: [d1]}\n";
    let (folder, ran) = updated(CITED, theirs);
    assert_eq!(ran.out, "subscribers.agreement.evidence: [d1] (x.yaml, line 7) -> [d1, document] (new.yaml, line 7)\n");
    assert!(ran.err.contains("written: x.yaml: 0 answers filled in, 1 replaced, 0 to decide\n"), "{}", ran.err);
    let newer = folder.read("x.yaml");
    for expected in [
        "  d1: {title: ISO 27001 certificate, kind: certificate, issued: 2024-01-01, location: evidence/iso.pdf}\n",
        "  document: {title: Penetration test}\n",
        "  subscribers.agreement: {answer: yes, evidence: [d1, document]}\n",
        "  subscribers.hosting: {answer: eea, evidence: [d1]}\n",
    ] {
        assert!(newer.contains(expected), "{expected}\n{newer}");
    }
}

#[test]
fn a_newer_edition_of_a_document_is_told_and_loses_nothing() {
    let theirs = "evidence:\n  d1: {title: iso 27001 CERTIFICATE, kind: certificate, issued: 2026-01-01}\nanswers:\n";
    let (folder, ran) = updated(CITED, theirs);
    assert_eq!(ran.out, "evidence.d1.issued: 2024-01-01 (x.yaml, line 5) -> 2026-01-01 (new.yaml, line 5)\n");
    let newer = folder.read("x.yaml");
    let expected =
        "  d1: {title: ISO 27001 certificate, kind: certificate, issued: 2026-01-01, location: evidence/iso.pdf}\n";
    assert!(newer.contains(expected), "{newer}");

    // where they are listed in another order, each stays what it is
    let two = |one: &str, other: &str| {
        format!(
            "evidence:\n  d1: {{title: Policy, issued: {one}}}\n  d2: {{title: Policy, issued: {other}}}\nanswers:\n"
        )
    };
    let (folder, ran) = updated(&two("2024-01-01", "2025-01-01"), &two("2025-01-01", "2024-01-01"));
    assert_eq!(ran.out, "");
    assert!(folder.read("x.yaml").ends_with(&two("2024-01-01", "2025-01-01")));
    // two that lie elsewhere are two
    let theirs = "evidence:\n  a: {title: Policy, location: a.pdf}\n  b: {title: Policy, location: b.pdf}\nanswers:\n";
    let (folder, _) = updated("answers:\n", theirs);
    let newer = folder.read("x.yaml");
    assert!(newer.contains("location: a.pdf}") && newer.contains("location: b.pdf}"), "{newer}");
}

#[test]
fn every_change_is_told_and_what_is_missing_at_an_answer_removes_nothing() {
    let ours = "service: Letters\nchain:\n  - {name: Puzzel AS, country: \"NO\", does: Voice}\nevidence:\n\
        \x20 d1: {title: One}\n  d2: {title: Two}\nanswers:\n\
        \x20 subscribers.agreement: {answer: yes, comment: Signed., evidence: [d1, d2]}\n\
        \x20 subscribers.hosting: {answer: eea, evidence: [d1, d2]}\n\
        \x20 company.delivered-pct: {answer: 90, comment: Measured.}\n";
    let theirs = "service: Newsletters\nchain:\n  - {name: Puzzel AS, country: SE}\n  - {name: Storm AS}\nevidence:\n\
        \x20 d1: {title: One}\n  d3: {title: Three, location: three.pdf}\nanswers:\n\
        \x20 subscribers.agreement: {answer: no, comment: It ran out., evidence: [d3]}\n\
        \x20 subscribers.hosting: {answer: eea, evidence: [d1]}\n\
        \x20 company.delivered-pct: {comment: Estimated.}\n";
    let (folder, ran) = updated(ours, theirs);
    let told: Vec<String> = ran
        .out
        .lines()
        .map(|line| {
            let (old, new) = line.split_once(" -> ").unwrap();
            [old, new].map(|part| part.split(" (").next().unwrap()).join(" -> ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "service: Letters -> Newsletters",
            "chain: Puzzel AS: NO -> Puzzel AS: SE",
            "chain: - -> Storm AS",
            "subscribers.agreement: yes -> no",
            "subscribers.agreement.comment: Signed. -> It ran out.",
            "subscribers.agreement.evidence: [d1, d2] -> [d3]",
            "company.delivered-pct.comment: Measured. -> Estimated.",
        ],
        "{}",
        ran.out
    );
    let newer = folder.read("x.yaml");
    for expected in [
        "  - {name: Puzzel AS, country: SE, does: Voice}\n",
        "  subscribers.agreement:\n    answer: no\n    comment: It ran out.\n    evidence: [d3]\n",
        "  subscribers.hosting: {answer: eea, evidence: [d1, d2]}\n",
        "  company.delivered-pct: {answer: 90, comment: Estimated.}\n",
    ] {
        assert!(newer.contains(expected), "{expected}\n{newer}");
    }
}

/// A company is known by its registration, and may go by another name.
#[test]
fn another_name_of_a_sub_processor_is_told_and_taken_over() {
    let chain = |name: &str, country: &str| {
        format!("chain:\n  - {{name: {name}, country: {country}, registration: \"985161238\"}}\nanswers:\n")
    };
    let (folder, ran) = updated(&chain("Puzzel AS", "SE"), &chain("Manila Desk", "PH"));
    for told in
        [("Puzzel AS", "Manila Desk"), ("SE", "PH")].map(|(old, new)| [old, new].map(|it| format!("Puzzel AS: {it} (")))
    {
        let is_told = |line: &str| told.iter().all(|part| line.contains(part));
        assert!(ran.out.lines().any(is_told), "{told:?} {}", ran.out);
    }
    assert!(folder.read("x.yaml").contains("  - {name: Manila Desk, country: PH, "), "{}", folder.read("x.yaml"));
    let (_, ran) = updated(&chain("Puzzel AS", "SE"), &chain("PUZZEL  AS", "SE"));
    assert!(!ran.out.contains("chain: "), "the same name: {}", ran.out);
}

#[test]
fn a_document_is_not_taken_for_one_that_is_written_out() {
    let ours = "answers:\n  subscribers.agreement: {answer: yes, evidence: [{title: One}]}\n";
    let theirs = "evidence:\n  document: {title: Two}\nanswers:\n\
        \x20 subscribers.agreement: {answer: yes, evidence: [document]}\n";
    let (folder, _) = updated(ours, theirs);
    let newer = folder.read("x.yaml");
    assert!(newer.contains("evidence: [{title: One}, document-2]"), "{newer}");
}

fn packed(answers: &str, papers: &[(&str, &str)]) -> Vec<u8> {
    let answers = [HEAD, answers].concat();
    let files = [("a.yaml", answers.as_str())].into_iter().chain(papers.iter().copied());
    zip(&files.map(|(name, text)| Zipped::new(name, text.as_bytes())).collect::<Vec<_>>())
}

const PAPERS: [(&str, &str); 1] = [("evidence/iso.pdf", "%PDF-1")];

#[test]
fn papers_are_unpacked_with_their_answers_or_not_at_all() {
    let ours = "answers:\n  subscribers.agreement: yes\n";
    let more = "answers:\n  subscribers.hosting: eea\n";
    for way in ["--into", "--update"] {
        let folder = folder(ours, "");
        let before = folder.read("x.yaml");
        // answers that cannot be read bring no papers
        let theirs = packed(more, &PAPERS);
        let unknown = HEAD.replace("./questionnaire.yaml", "no-such-thing@1.0.0");
        let parts = [("a.yaml", unknown.as_str()), PAPERS[0]];
        folder.write("bad.zip", zip(&parts.map(|(name, text)| Zipped::new(name, text.as_bytes()))));
        let ran = duly(&folder, &["import", "bad.zip", way, "x.yaml"]);
        assert!(ran.code == 2 && !folder.at("evidence").exists(), "{}", ran.err);
        assert!(!ran.err.contains("says all of it already") && !ran.err.contains("unpacked"), "{}", ran.err);

        // those of another vendor bring none either, nor what came before them
        folder.write("good.zip", &theirs);
        folder.write("other.yaml", HEAD.replace("Brevduvan", "Kampanjen"));
        let ran = duly(&folder, &["import", "good.zip", "other.yaml", way, "x.yaml"]);
        assert!(ran.code == 2 && !folder.at("evidence").exists(), "{}", ran.err);
        assert!(!ran.err.contains("unpacked"), "{}", ran.err);
        assert_eq!(folder.read("x.yaml"), before);

        // other papers lie there
        folder.write("evidence/other.pdf", "%PDF-2");
        let ran = duly(&folder, &["import", "good.zip", way, "x.yaml"]);
        assert!(ran.code == 2 && ran.err.contains("other papers lie in"), "{}", ran.err);
        assert_eq!(folder.read("x.yaml"), before, "the answers stay as they are");
        // an archive without papers says nothing of them
        folder.write("none.zip", packed(more, &[]));
        let ran = duly(&folder, &["import", "none.zip", way, "x.yaml"]);
        assert!(ran.code == 0 && !ran.err.contains("papers"), "{}", ran.err);

        folder.write("x.yaml", &before);
        fs::remove_dir_all(folder.at("evidence")).unwrap();
        let ran = duly(&folder, &["import", "good.zip", way, "x.yaml"]);
        assert!(ran.code == 0 && ran.err.contains("papers unpacked: 1, in "), "{}", ran.err);
        assert_eq!(folder.read("evidence/iso.pdf"), "%PDF-1");
        assert!(ran.err.starts_with("good.zip: 1 answer read, 1 taken over, 0 not understood\n"), "{}", ran.err);
        assert!(ran.err.contains("written: x.yaml: 1 answer filled in, 0 replaced"), "{}", ran.err);
    }
}

/// A file that is written so that nothing can be put in: nothing is told as changed, and no paper is left.
#[test]
fn what_was_not_written_is_not_told_as_done() {
    let folder = folder("", "");
    folder.write("x.yaml", [HEAD, "answers:\n  ? subscribers.agreement\n  : no\n"].concat());
    folder.write("good.zip", packed("answers:\n  subscribers.agreement: yes\n", &PAPERS));
    let before = folder.read("x.yaml");
    let ran = duly(&folder, &["import", "good.zip", "--update", "x.yaml"]);
    assert!(ran.code == 2 && ran.out.is_empty(), "{}{}", ran.out, ran.err);
    assert!(!folder.at("evidence").exists() && !ran.err.contains("unpacked"), "{}", ran.err);
    assert_eq!(folder.read("x.yaml"), before);
}

#[test]
fn conflicts_alone_are_named_once_each() {
    let ours = "answers:\n  subscribers.agreement: no\n  subscribers.hosting: eea\n";
    let theirs = "answers:\n  subscribers.agreement: yes\n  subscribers.hosting: elsewhere\n";
    let theirs = theirs.replace("elsewhere", "us-certified");
    let folder = folder(ours, &theirs);
    folder.write("other.yaml", folder.read("new.yaml"));
    let ran = duly(&folder, &["import", "new.yaml", "other.yaml", "--into", "x.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(!ran.err.contains("says all of it already"), "{}", ran.err);
    let decide = "decide with --take theirs=subscribers.agreement,subscribers.hosting or --take \
        ours=subscribers.agreement,subscribers.hosting\n";
    assert!(ran.err.ends_with(decide), "{}", ran.err);
}

#[test]
fn what_was_not_understood_is_not_said_to_be_there() {
    let folder = folder("answers:\n", "answers:\n  subscribers.agreement: perhaps\n");
    let ran = duly(&folder, &["import", "new.yaml", "--into", "x.yaml"]);
    assert!(ran.code == 2 && ran.err.ends_with("0 taken over, 1 not understood\n"), "{}", ran.err);
}

/// Thousands of documents: what is spent on each does not grow with how many there are.
#[test]
fn many_documents_take_little_time() {
    let written_out = |count: usize| {
        let papers = (0..count).map(|at| format!("{{title: t{}}}", at % 2)).collect::<Vec<_>>().join(", ");
        format!("answers:\n  subscribers.agreement: {{answer: yes, evidence: [{papers}]}}\n")
    };
    let folder = folder("answers:\n", &written_out(100));
    duly(&folder, &["import", "new.yaml", "-o", "whole.yaml"]).done();
    let whole = folder.read("whole.yaml");
    assert!(whole.contains("  document-100: {title: t1}\n"));
    let mut listed = "evidence:\n".to_owned();
    (0..8000).for_each(|at| writeln!(listed, "  p{at}: {{title: Paper {at}}}").unwrap());
    folder.write("new.yaml", [HEAD, &listed, "answers:\n"].concat());
    duly(&folder, &["import", "new.yaml", "--into", "x.yaml"]).done();
    assert!(folder.read("x.yaml").contains("  p7999: {title: Paper 7999}\n"));
    // documents that are cited come in at once, too, behind those that are
    let cited = (7900..8000).map(|at| format!("p{at}")).collect::<Vec<_>>().join(", ");
    let answers = format!("answers:\n  subscribers.agreement: {{answer: yes, evidence: [{cited}]}}\n");
    folder.write("new.yaml", [HEAD, &listed, &answers].concat());
    duly(&folder, &["import", "new.yaml", "--into", "x.yaml"]).done();
    assert!(folder.read("x.yaml").contains(", p7999]"));
    // as many corrections are refused, and none is made
    let before = folder.read("x.yaml");
    folder.write("new.yaml", [HEAD, &listed.replace("}\n", ", issued: 2026-01-01}\n"), "answers:\n"].concat());
    let ran = duly(&folder, &["import", "new.yaml", "--update", "x.yaml"]);
    assert!(ran.code == 2 && ran.out.is_empty(), "{}", ran.err);
    assert!(ran.err.contains("8000 entries of documents and sub-processors of x.yaml would change"), "{}", ran.err);
    assert_eq!(folder.read("x.yaml"), before);
}

#[test]
fn another_answer_takes_over_no_reason_and_no_paper_of_the_old_one() {
    let ours = "answers:\n  account.safeguards:\n    answer: [personal]\n    comment: doors are locked\n\
                \x20   evidence: [iso]\n    by: {name: Anna}\n  subscribers.agreement: {answer: yes, by: {name: Anna}}\n";
    let ours = format!("evidence:\n  iso: {{title: ISO certificate, kind: certificate}}\n{ours}");
    let theirs = "answers:\n  account.safeguards: n/a\n  subscribers.agreement: {comment: signed, by: {name: Bob}}\n";
    let (folder, ran) = updated(&ours, theirs);
    let after = folder.read("x.yaml");
    assert!(after.contains("  account.safeguards: n/a\n"), "{after}");
    assert!(!after.contains("doors are locked"), "{after}");
    assert!(ran.out.contains("account.safeguards.comment: doors are locked ("), "{}", ran.said());
    assert!(ran.out.contains("account.safeguards.evidence: [iso] ("), "{}", ran.said());
    assert!(after.contains("name: Anna") && !after.contains("name: Bob"), "who adds a comment gave no answer: {after}");
}

#[test]
fn only_what_answers_all_of_it_again_makes_answers_newer() {
    let answers = |day: &str, answers: &str| format!("{day}answers: {{{answers}}}\n");
    let both = "subscribers.agreement: yes, subscribers.hosting: eea";
    let newer = "answered: 2025-03-01\n";
    for (theirs, left) in [("", 2), ("subscribers.agreement: yes", 1), ("company.delivered-pct: 90", 2)] {
        let ours = "answered: 2024-06-01\n";
        let (folder, ran) = updated(&answers(ours, both), &answers(newer, theirs));
        let said = format!("x.yaml stays one of 2024-06-01: new.yaml of 2025-03-01 does not answer {left} of");
        assert!(ran.err.contains(&said) && folder.read("x.yaml").contains(ours), "{}", ran.err);
        assert!(!ran.out.contains("answered"), "{}", ran.out);
        // no day at all is as old
        for way in ["--update", "--into"] {
            folder.write("x.yaml", [HEAD, &answers("", both)].concat());
            let ran = duly(&folder, &["import", "new.yaml", way, "x.yaml"]);
            assert!(ran.err.contains("x.yaml stays without a day: new.yaml of 2025-03-01"), "{}", ran.err);
            assert!(!folder.read("x.yaml").contains("answered:"), "{}", folder.read("x.yaml"));
        }
    }
    // what cannot be read answers nothing
    let unread = "answers:\n  subscribers.agreement: yes\n  subscribers.hosting: perhaps\n";
    let folder = folder(&answers("answered: 2024-06-01\n", both), &[newer, unread].concat());
    let ran = duly(&folder, &["import", "new.yaml", "--update", "x.yaml"]);
    assert!(ran.err.contains("does not answer 1 of"), "{}", ran.err);

    let (_, ran) = updated(&answers("answered: 2024-06-01\n", both), &answers(newer, both));
    assert_eq!(ran.out, "answered: 2024-06-01 (x.yaml, line 4) -> 2025-03-01 (new.yaml, line 4)\n", "{}", ran.err);
    assert!(!ran.err.contains("stays"), "{}", ran.err);
    let (folder, ran) = updated(&answers("", ""), &answers(newer, both));
    assert!(ran.out.starts_with("answered: - (x.yaml) -> 2025-03-01 (new.yaml, line 4)\n"), "{}", ran.out);
    assert!(folder.read("x.yaml").contains(newer));
}

#[test]
fn neither_older_answers_nor_a_day_to_come_nor_another_company_come_in() {
    let ours = "answered: 2026-03-01\nanswers: {subscribers.agreement: yes}\n";
    for (theirs, code, part) in [
        ("answered: 2025-03-01\nanswers: {subscribers.agreement: no}\n", 2, "older answers replace no newer ones"),
        ("answered: 2099-03-01\nanswers: {subscribers.agreement: no}\n", 2, "answered-in-future"),
    ] {
        let folder = folder(ours, theirs);
        let ran = duly(&folder, &["import", "new.yaml", "--update", "x.yaml"]);
        assert!(ran.code == code && ran.err.contains(part), "{}", ran.err);
        assert!(folder.read("x.yaml").contains("answered: 2026-03-01\n"), "{}", folder.read("x.yaml"));
    }
    let [ours, theirs] = ["556677-8899", "999999-0000"].map(|number| {
        let vendor = format!("vendor: {{name: Brevduvan AB, registration: {number}}}\n");
        HEAD.replace("vendor: {name: Brevduvan AB}\n", &vendor) + "answers: {subscribers.agreement: yes}\n"
    });
    let folder = folder("", "");
    folder.write("x.yaml", &ours);
    folder.write("new.yaml", theirs);
    for ways in ["--into", "--update"] {
        let ran = duly(&folder, &["import", "new.yaml", ways, "x.yaml"]);
        assert!(ran.code == 2 && ran.err.contains("is of 999999-0000"), "{}", ran.err);
        assert_eq!(folder.read("x.yaml"), ours);
    }
}
