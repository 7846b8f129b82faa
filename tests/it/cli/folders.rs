//! Folders, and names that a shell puts in place of a pattern: what is judged, what is told, and that nothing is passed
//! over in silence.

use crate::support::{Folder, Ran, duly, duly_on_day, example, names_in};

const BAD: &str = "billigsvar.yaml";

/// A folder with a vendor that is good enough, its review, and rules that say so.
fn desk() -> Folder {
    let desk = Folder::new();
    desk.write("v/nordkontakt.yaml", example("nordkontakt.yaml"));
    desk.write("v/nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    desk.write("ours.toml", "format = \"duly/policy@1\"\nreviews = \"v\"\n");
    desk
}

fn gate(desk: &Folder) -> Ran {
    duly_on_day(desk, &["assess", "v", "-q", "--fail-on", "critical", "--policy", "ours.toml"])
}

/// The answers of a vendor that is not good enough, changed in one place.
fn bad(of: &str, to: &str) -> String {
    let text = example(BAD);
    assert!(text.contains(of), "{of}");
    text.replacen(of, to, 1)
}

#[test]
fn no_way_to_name_or_to_begin_a_file_hides_a_vendor_from_the_gate() {
    let desk = desk();
    assert_eq!(gate(&desk).code, 0, "{}", gate(&desk).err);
    let format = "format: duly/answers@1";
    let json = r#"{"format": "duly/answers@1", "vendor": {"name": "Bad"}, "questionnaire": "customer-service@1.0.0"}"#;
    for (name, text, code) in [
        ("bad.yaml", example(BAD), 1),
        ("bad.YAML", example(BAD), 1),
        ("bad.Yml", example(BAD), 1),
        ("old/2025/bad.yaml", example(BAD), 1),
        ("nordkontakt/bad.yaml", example(BAD), 1),
        ("bad.json", json.to_owned(), 1),
        ("bad.yaml", bad(format, "format: duly/answer@1"), 2),
        ("bad.yaml", bad(format, "Format: duly/answers@1"), 2),
        ("bad.yaml", bad(format, "format: [duly/answers@1]"), 2),
        ("bad.yaml", bad(format, "format: \"duly/answers@1"), 2),
        ("bad.yaml", bad(format, ""), 2),
        ("bad.yaml", bad(format, "format: x\nformat: duly/answers@1"), 2),
        ("bad.yaml", bad(format, "format: duly/review@1\nformat: duly/answers@1"), 2),
        ("bad.yaml", bad(format, "\tformat: duly/answers@1"), 2),
        ("bad.review.yaml", example(BAD), 2),
        ("bad.yaml.txt", example(BAD), 2),
        ("bad.yaml", String::new(), 2),
        ("bad.txt", example(BAD), 2),
        ("bad", example(BAD), 2),
        ("bad.pdf", example(BAD), 2),
        ("bad.md", example(BAD), 2),
        ("duly.toml", example(BAD), 2),
        ("bad.yaml", bad(format, "format: duly/assessment@1"), 2),
        ("bad.yaml", bad(format, "format: duly/due@1"), 2),
    ] {
        desk.write(format!("v/{name}"), &text);
        let ran = gate(&desk);
        assert_eq!(ran.code, code, "{name}: {}", ran.err);
        assert!(ran.err.contains(name), "{name}: {}", ran.err);
        assert_eq!(ran.out.contains("\ncould not be judged: 1\n"), code == 2, "{name}: {}", ran.out);
        std::fs::remove_file(desk.at(format!("v/{name}"))).unwrap();
    }
}

#[test]
fn what_is_not_judged_is_told_with_what_to_do() {
    let desk = desk();
    for (name, of) in [("e.yaml.txt", BAD), ("f.review.yaml", BAD)] {
        desk.write(format!("v/{name}"), example(of));
    }
    desk.write("v/g.yaml", example(BAD).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    desk.write("v/nordkontakt/policy.pdf", "%PDF");
    desk.write("v/README.md", "# Ours\n\n```yaml\nformat: duly/answers@1\n```\n");
    let ran = duly_on_day(&desk, &["assess", "v", "-q"]);
    let told = "\
error: v/e.yaml.txt: not judged: it holds answers, but its name does not end in .yaml; give it that ending, or take it out of the folder
error: v/f.review.yaml: not judged: it has the name of a review and holds answers; name it like vendor.yaml
error[utf16-text]: this is UTF-16 text
--> v/g.yaml
";
    assert!(ran.err.starts_with(told), "{}", ran.err);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("\n1 judged: HIGH 1\ncould not be judged: 3\n"), "{}", ran.out);
    let swedish = duly_on_day(&desk, &["export", "v", "-q", "-f", "json", "--lang", "sv"]);
    assert!(swedish.err.starts_with("fel: v/e.yaml.txt: inte bedömd: den innehåller svar"), "{}", swedish.err);
    assert_eq!(swedish.err.lines().last(), Some("kunde inte bedömas: 3"), "{}", swedish.err);
    assert_eq!((swedish.code, swedish.out.lines().count()), (2, 1));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_told_and_not_followed() {
    let desk = desk();
    desk.write("elsewhere/bad.yaml", example(BAD));
    std::os::unix::fs::symlink("../elsewhere/bad.yaml", desk.at("v/bad.yaml")).unwrap();
    std::os::unix::fs::symlink("nordkontakt.yaml", desk.at("v/again.yaml")).unwrap();
    std::os::unix::fs::symlink("..", desk.at("v/up")).unwrap();
    let ran = gate(&desk);
    assert_eq!(ran.code, 2);
    let out = "not judged: it is a link that leads out of the folder; name what it leads to as well";
    assert_eq!(ran.err, format!("error: v/bad.yaml: {out}\nerror: v/up: {out}\n"));
    assert!(ran.out.contains("\n1 judged"), "{}", ran.out);
}

/// One that leads nowhere is told where its name is that of answers, and else nobody misses it.
#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_by_its_name() {
    let desk = desk();
    for name in ["paper.pdf", "table.csv", "form.xlsx", "back.zip", "lost.yaml", "lost.yaml.txt"] {
        std::os::unix::fs::symlink("nowhere", desk.at(format!("v/{name}"))).unwrap();
    }
    let ran = gate(&desk);
    for told in ["error[no-such-file]: there is no file v/lost.yaml\n", "\nerror: v/lost.yaml.txt: not judged: "] {
        assert!(ran.err.contains(told), "{}", ran.err);
    }
    assert_eq!(ran.err.matches("error").count(), 3, "with the count of the first: {}", ran.err);
}

#[test]
fn our_own_exports_and_papers_are_not_told() {
    let desk = desk();
    for (name, format) in [("r.md", "markdown"), ("r.html", "html"), ("r.json", "json"), ("r.csv", "csv")] {
        let args = ["export", "v/nordkontakt.yaml", "-q", "-f", format, "-o", &format!("v/{name}")];
        assert_eq!(duly_on_day(&desk, &args).code, 0);
    }
    let args = ["export", "v/nordkontakt.yaml", "-q", "--for", "vendor", "-o", "v/letter.md"];
    assert_eq!(duly_on_day(&desk, &args).code, 0);
    let both = ["diff", "v/nordkontakt.yaml", "v/nordkontakt.yaml", "-f", "json", "-o", "v/diff.json"];
    assert_eq!(duly_on_day(&desk, &both).code, 0);
    for (command, file) in [(&["export", "v", "--summary"][..], "v/overview.json"), (&["due", "v"], "v/due.json")] {
        let ran = duly_on_day(&desk, &[command, &["-q", "-f", "json", "-o", file]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    desk.write("v/questionnaire.yaml", example("small/questionnaire.yaml"));
    desk.write("v/papers/scan.json", "{\"vendor\": \"x\", \"findings\": [1]}");
    desk.write("v/evidence/answers.yaml", example(BAD));
    let ran = gate(&desk);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("\n1 judged"), "{}", ran.out);
}

#[test]
fn a_form_that_nobody_has_filled_in_is_a_vendor_of_whom_nothing_is_known() {
    let desk = desk();
    let new = ["new", "--vendor", "Tomt AB", "-o", "v/tomt.yaml"];
    assert_eq!(duly(&desk, &new).code, 0);
    let ran = duly_on_day(&desk, &["assess", "v", "-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("2 judged: HIGH 1, not yet rated 1"), "{}", ran.out);
}

#[test]
fn check_takes_a_folder_by_the_same_rule() {
    let desk = desk();
    desk.write("v/old/bad.yaml", bad("format: duly/answers@1", "format: duly/answer@1"));
    desk.write("v/e.yaml.txt", example(BAD));
    let ran = duly_on_day(&desk, &["check", "v"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: v/e.yaml.txt: not judged: it holds answers"), "{}", ran.err);
    assert_eq!(ran.err.lines().last(), Some("could not be checked: 1"), "{}", ran.err);
    for place in ["v/nordkontakt.review.yaml", "--> v/old/bad.yaml:"] {
        assert!(ran.out.contains(place), "{place}: {}", ran.out);
    }
}

// ---------------------------------------------------------------- names that a shell puts in place of a pattern

#[test]
fn a_review_that_is_named_beside_its_answers_is_their_review() {
    let desk = desk();
    desk.write("v/halvklar.yaml", example("halvklar.yaml"));
    desk.make("out");
    let all = ["v/halvklar.yaml", "v/nordkontakt.review.yaml", "v/nordkontakt.yaml"];
    let without = ["v/halvklar.yaml", "v/nordkontakt.yaml"];
    for command in [&["assess", "-q"][..], &["export", "-q", "-f", "json"], &["diff", "-q"]] {
        let [with, without] = [&all[..], &without].map(|files| duly_on_day(&desk, &[command, files].concat()));
        assert_eq!((with.code, with.err, with.out), (without.code, without.err, without.out), "{command:?}");
    }
    let one = duly_on_day(&desk, &["assess", "-q", "v/nordkontakt.review.yaml", "v/nordkontakt.yaml"]);
    assert_eq!(one.out, duly_on_day(&desk, &["assess", "-q", "v/nordkontakt.yaml"]).out);
    let none = duly_on_day(&desk, &["diff", "v/nordkontakt.review.yaml", "v/nordkontakt.yaml"]);
    assert_eq!(none.code, 2);
    let told = "error: diff compares two or more: besides v/nordkontakt.yaml only its review is named\n";
    assert_eq!(none.err, told);
}

/// What is named and read by nobody is no review that is read anyway.
#[test]
fn a_file_that_is_named_is_left_out_only_where_it_is_read_as_a_review() {
    let desk = Folder::new();
    desk.write("x.yml", example("nordkontakt.yaml"));
    desk.write("x.review.yaml", example("nordkontakt.review.yaml"));
    assert_eq!(duly_on_day(&desk, &["assess", "x.yml", "x.review.yaml", "-q"]).code, 0);
    for name in ["x.review.yml", "x.review.pdf", "x.review.txt", "X.review.yaml"] {
        desk.write(name, "Something else.\n");
        for command in ["assess", "diff", "due"] {
            let ran = duly_on_day(&desk, &[command, "x.yml", name, "-q"]);
            assert!(ran.code == 2 && ran.err.contains(&format!("--> {name}")), "{command} {name}: {}", ran.err);
        }
    }
    desk.write("v/x.yaml", example("nordkontakt.yaml"));
    desk.write("v.review.yaml", "Something else.\n");
    let ran = duly_on_day(&desk, &["assess", "v", "v.review.yaml", "-q"]);
    assert!(ran.code == 2 && ran.err.contains("--> v.review.yaml"), "{}", ran.err);
}

#[test]
fn a_review_that_is_not_used_is_told_by_whoever_judges() {
    let desk = Folder::new();
    desk.write("v/nordkontakt.yaml", example("nordkontakt.yaml"));
    desk.write("v/NordKontakt-review.yaml", example("nordkontakt.review.yaml"));
    desk.write("v/billigsvar.yaml", example(BAD));
    desk.write("v/billigsvar.review.yaml", example("billigsvar.review.yaml"));
    desk.write("then/nordkontakt.yaml", example("nordkontakt-2025.yaml"));
    desk.write("then/nordkontakt-2024.review.yaml", example("nordkontakt-2025.review.yaml"));
    let told = "v/NordKontakt-review.yaml: this review of `NordKontakt AB` belongs to no answers here by its name, and \
                those of that vendor have none; if it is ours and of those answers, name it `nordkontakt.review.yaml`\n";
    let one = "v/nordkontakt.yaml";
    for command in [
        &["assess", one][..],
        &["assess", "v"],
        &["assess", one, "v/billigsvar.yaml"],
        &["export", one, "-o", "x.html"],
        &["export", "v", "--summary", "-o", "x.md"],
        &["export", "v", "-o", "x.jsonl"],
        &["export", one, "--for", "vendor"],
        &["explain", one, "access.mfa"],
        &["diff", one, "v/billigsvar.yaml"],
        &["due", "v"],
    ] {
        let ran = duly_on_day(&desk, &[command, &["--lang", "en"]].concat()).done();
        assert_eq!(ran.err.matches(&format!("warning: {told}")).count(), 1, "{command:?}: {}", ran.err);
        assert_eq!(ran.err.matches("belongs to no answers").count(), 1, "{command:?}: {}", ran.err);
        let quiet = duly_on_day(&desk, &[command, &["-q"]].concat()).done();
        assert!(!quiet.err.contains("NordKontakt-review"), "{command:?}: {}", quiet.err);
    }
    let ran = duly(&desk, &["review", one, "--lang", "en"]);
    assert!(ran.err.contains(&format!("warning: {told}")), "before another one is begun: {}", ran.err);
    assert_eq!(desk.names_in("v").len(), 4, "and nobody began it");
    let ran = duly_on_day(&desk, &["assess", "v", "--before", "then", "--lang", "en"]).done();
    assert!(ran.err.contains("warning: then/nordkontakt-2024.review.yaml: this review of"), "{}", ran.err);
    for checked in [one, "v"] {
        let out = duly_on_day(&desk, &["check", checked, "--lang", "sv"]).done().out;
        let place = "varning[review-under-other-name]: granskningen av `NordKontakt AB` hör genom sitt namn inte till \
                     några svar här, och leverantörens har ingen\n--> v/NordKontakt-review.yaml\n";
        assert_eq!(out.matches(place).count(), 1, "{checked}: {out}");
        assert_eq!(out.matches("[review-under-other-name]").count(), 1, "{checked}: {out}");
    }
}

/// Nothing is told twice, and nothing that contradicts it.
#[test]
fn each_review_that_is_not_used_is_told_once_however_many_answers_it_could_be_of() {
    let desk = Folder::new();
    let answers = |vendor: &str| example(BAD).replace("Billigsvar Ltd", vendor);
    let review = |vendor: &str| example("billigsvar.review.yaml").replace("Billigsvar Ltd", vendor);
    for at in 0..12 {
        desk.write(format!("many/a{at}.yaml"), answers("Alfa AB"));
        desk.write(format!("many/b{at}.review.yaml"), review("Alfa AB"));
    }
    desk.write("two/1.yaml", answers("ALFA AB"));
    desk.write("two/2.yaml", answers("Alfa AB"));
    desk.write("two/x.review.yaml", review("Alfa AB"));
    let count = |ran: &Ran| ran.err.matches("belongs to no answers").count();
    for command in [&["assess"][..], &["export", "--summary"], &["due"]] {
        assert_eq!(
            count(&duly_on_day(&desk, &[command, &["many", "--lang", "en"]].concat()).done()),
            12,
            "{command:?}"
        );
    }
    for files in [&["two"][..], &["two/1.yaml", "two/2.yaml"]] {
        for command in ["assess", "diff"] {
            if command == "assess" || files.len() > 1 {
                let ran = duly_on_day(&desk, &[&[command], files, &["--lang", "en"]].concat());
                assert!(
                    count(&ran) == 1 && ran.err.contains("name it `2.review.yaml`\n"),
                    "{command} {files:?}: {}",
                    ran.err
                );
            }
        }
        let checked = duly_on_day(&desk, &[&["check"], files].concat());
        assert_eq!(checked.out.matches("[review-under-other-name]").count(), 1, "{files:?}: {}", checked.out);
        assert!(checked.out.contains("name it `2.review.yaml`\n"), "{files:?}: {}", checked.out);
    }
    let one = duly_on_day(&desk, &["assess", "two/1.yaml", "--lang", "en"]).done();
    assert!(one.err.contains("name it `1.review.yaml` and write the vendor as they do, `ALFA AB`\n"), "{}", one.err);
}

#[test]
fn a_review_beside_the_answers_is_told_where_our_rules_name_another_place() {
    let desk = desk();
    desk.write("ours.toml", "format = \"duly/policy@1\"\nreviews = \"reviews\"\n");
    desk.make("reviews");
    for command in [&["assess", "v/nordkontakt.yaml"][..], &["assess", "v"], &["export", "v", "-o", "x.jsonl"]] {
        let ran = duly_on_day(&desk, &[command, &["--policy", "ours.toml", "--lang", "en"]].concat()).done();
        let told = "warning: v/nordkontakt.review.yaml: this review lies beside the answers and is not used: the policy \
                    names another place; if it is ours, move it to `reviews`\n";
        assert!(ran.err.contains(told), "{command:?}: {}", ran.err);
    }
    desk.write("reviews/nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    let ran = duly_on_day(&desk, &["assess", "v", "--policy", "ours.toml", "--lang", "en"]).done();
    assert!(ran.err.contains("beside the answers"), "though one is used: {}", ran.err);
}

/// What is only looked at to know whether it is a review is no part of the result.
#[test]
fn a_result_that_is_called_a_review_is_written_again() {
    let desk = Folder::with(&[("nordkontakt.yaml", &example("nordkontakt.yaml"))]);
    for _ in 0..2 {
        duly_on_day(&desk, &["export", "nordkontakt.yaml", "-o", "nordkontakt-review.json"]).done();
    }
}

#[test]
fn a_review_that_holds_answers_is_not_left_out() {
    let desk = desk();
    desk.write("v/nordkontakt.review.yaml", example(BAD));
    let ran = duly_on_day(&desk, &["assess", "-q", "--no-review", "v/nordkontakt.review.yaml", "v/nordkontakt.yaml"]);
    assert!(ran.out.contains("\n2 judged: CRITICAL 2\n"), "{}", ran.out);
}

#[test]
fn files_of_one_stem_get_a_report_each() {
    let desk = desk();
    desk.write("v/billigsvar.yaml", example(BAD));
    desk.write("v/billigsvar.yml", example(BAD));
    desk.write("v/old/nordkontakt.yaml", example("nordkontakt-2025.yaml"));
    desk.make("out");
    let ran = duly_on_day(&desk, &["export", "v", "-q", "-f", "html", "-o", "out"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let names = ["billigsvar.yaml.html", "billigsvar.yml.html", "old-nordkontakt.yaml.html", "v-nordkontakt.yaml.html"];
    assert_eq!(names_in(&desk.at("out")), names);
}

#[test]
fn what_is_wrong_with_a_questionnaire_of_two_is_told_once() {
    let desk = Folder::new();
    desk.write("q.yaml", "format: duly/questionnaire@1\nid: ours\nversion: 1\n");
    for name in ["a", "b"] {
        let text =
            format!("format: duly/answers@1\nvendor: {{name: {name}}}\nquestionnaire: ./q.yaml\nanswers: {{}}\n");
        desk.write(format!("{name}.yaml"), text);
    }
    let ran = duly_on_day(&desk, &["diff", "a.yaml", "b.yaml"]);
    assert_eq!(ran.code, 2);
    let of_first = duly_on_day(&desk, &["assess", "a.yaml"]).err;
    assert!(of_first.contains("q.yaml"), "{of_first}");
    assert_eq!(ran.err, of_first);
}

#[test]
fn a_file_of_another_program_is_called_by_its_name() {
    let desk = desk();
    desk.write("a.pdf", "%PDF-1.7\n");
    desk.write("a.docx", "PK\x03\x04");
    desk.write("a.html", "\n<!DOCTYPE HTML>\n<title>x</title>\n");
    for (name, kind) in [("a.pdf", "a PDF file"), ("a.docx", "a Word, Excel or ZIP file"), ("a.html", "an HTML page")] {
        let ran = duly_on_day(&desk, &["assess", name]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(&format!("error[office-file]: this is {kind}, not a text file")), "{}", ran.err);
    }
}

/// Prose and files of other programs are no YAML with slips in it.
#[test]
fn of_a_file_that_is_none_of_ours_only_that_is_said() {
    let desk = desk();
    desk.write("prose.txt", "Annex 1: instructions. Annex 2: measures.\n* a list: of: colons\n[and more\n".repeat(60));
    desk.write("other.toml", "[package]\nname = \"x\"\n");
    desk.write(
        "rules.toml",
        "# what we accept\nformat = \"duly/policy@1\"\nminimum_coverage = 80\n[bands]\nweak = 50\n",
    );
    let one = |args: &[&str]| {
        let ran = duly(&desk, args);
        assert!(ran.code == 2 && ran.err.ends_with("\n1 error, 0 warnings\n"), "{args:?}: {}", ran.err);
        ran.err
    };
    let answers = "v/nordkontakt.yaml";
    for args in [
        &["assess", "prose.txt"][..],
        &["assess", "other.toml"],
        &["record", "prose.txt"],
        &["import", "prose.txt"],
        &["assess", answers, "--review", "prose.txt"],
        &["assess", answers, "--questionnaire", "prose.txt"],
        &["assess", answers, "--policy", "prose.txt"],
    ] {
        let said = one(args);
        assert!(said.contains("error[no-format]: this file does not say that it is one for duly"), "{args:?}: {said}");
    }
    let said = one(&["assess", "rules.toml"]);
    assert!(said.contains("error[wrong-format]") && said.contains("this is a policy"), "{said}");
    // what says near its top what it is, or has two of the keys, is read on
    for head in
        ["format: duly/answers@1\n", "# mine\n\nFormat: duly/answers@1\n", "vendor: {name: V}\nquestionnaire: x\n"]
    {
        desk.write("ours.yaml", format!("{head}answers: [\n"));
        let said = duly_on_day(&desk, &["assess", "ours.yaml"]).err;
        assert!(said.contains("ours.yaml:"), "it is told where: {said}");
    }
}

#[test]
fn denied_warnings_are_told_apart_from_what_cannot_be_judged() {
    let desk = desk();
    let args = ["check", "v/nordkontakt.yaml", "--deny-warnings"];
    let ran = duly_on_day(&desk, &[&args[..], &["--all"]].concat());
    assert_eq!(ran.code, 2);
    let warnings = ran.out.matches("warning[").count();
    let told = format!("--deny-warnings: {warnings} warnings and no error; what was checked can be judged\n");
    assert_eq!(ran.err, told, "{}", ran.out);
    let swedish = duly_on_day(&desk, &[&args[..], &["--lang", "sv"]].concat());
    assert!(swedish.err.contains("varningar och inget fel"), "{}", swedish.err);
    desk.write("v/nordkontakt.yaml", bad("format: duly/answers@1", "format: duly/answer@1"));
    let broken = duly_on_day(&desk, &args);
    assert_eq!((broken.code, broken.err.as_str()), (2, ""), "{}", broken.out);
}
