//! `duly check REPORT --against FOLDER`: a report is what its files give, or it is said where it begins to differ.

use std::fs;
use std::path::Path;

use crate::support::{DAY, Folder, Ran, duly, example, example_papers};

/// The examples with the documents that they cite.
fn vendors() -> Folder {
    let folder = Folder::new();
    for name in ["nordkontakt", "nordkontakt-2025", "billigsvar", "allyes", "halvklar"] {
        folder.write(format!("{name}.yaml"), example(&format!("{name}.yaml")));
        if name != "halvklar" {
            folder.write(format!("{name}.review.yaml"), example(&format!("{name}.review.yaml")));
        }
    }
    example_papers().iter().for_each(|(name, text)| folder.write(name, text));
    folder
}

/// One small vendor with a questionnaire of its own.
fn small() -> Folder {
    let folder = Folder::new();
    for name in ["brevduvan.yaml", "brevduvan.review.yaml", "questionnaire.yaml"] {
        folder.write(name, example(&format!("small/{name}")));
    }
    folder
}

/// Makes a report in a folder, and gives its bytes.
#[track_caller]
fn made(folder: impl AsRef<Path>, args: &[&str]) -> Vec<u8> {
    let target = Folder::new();
    let file = target.at("report");
    duly(folder, &[args, &["-q", "-o", file.to_str().unwrap()]].concat());
    let bytes = fs::read(&file);
    assert!(bytes.is_ok(), "{args:?} makes nothing");
    bytes.unwrap()
}

/// Holds bytes against a folder.
fn held(report: &[u8], folder: &Folder) -> Ran {
    held_in(report, folder, "en")
}

/// The same, told in a language.
fn held_in(report: &[u8], folder: &Folder, lang: &str) -> Ran {
    let desk = Folder::new();
    desk.write("kept.report", report);
    duly(&desk, &["check", "kept.report", "--lang", lang, "--against", folder.path().to_str().unwrap()])
}

#[track_caller]
fn assert_same(report: &[u8], folder: &Folder, about: &str) -> Ran {
    let ran = held(report, folder);
    let is_told = ["byte for byte", "part by part"].iter().any(|how| ran.out.contains(how));
    assert!(ran.code == 0 && is_told, "{about}: {}{}", ran.out, ran.err);
    ran
}

/// Every document that has a basis: the command, and the options beside the day.
const DOCUMENTS: &[&[&str]] = &[
    &["export", "nordkontakt.yaml", "-f", "markdown", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "html", "--lang", "sv", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "docx", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "json", "--fail-on", "high", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "json", "--as-of", "answered"],
    &["export", "nordkontakt.yaml", "-f", "oscal", "--as-of", DAY],
    &["export", "halvklar.yaml", "-f", "markdown", "--lang", "sv", "--as-of", DAY],
    &["export", "halvklar.yaml", "-f", "docx", "--lang", "sv", "--for", "board", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "html", "--for", "board", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "markdown", "--for", "board", "--no-review", "--as-of", DAY],
    &["export", "nordkontakt.yaml", "-f", "markdown", "--review", "nordkontakt.review.yaml", "--as-of", DAY],
    &["export", "allyes.yaml", "-f", "html", "--questionnaire", "customer-service", "--as-of", "answered"],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "-f", "text", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "-f", "text", "--all", "--lang", "sv", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "-f", "markdown", "--no-review", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "-f", "json", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "allyes.yaml", "-f", "html", "--lang", "sv", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "allyes.yaml", "billigsvar.yaml", "-f", "docx", "--for", "board", "--as-of", DAY],
    &["diff", "nordkontakt.yaml", "allyes.yaml", "-f", "text", "--for", "board", "--lang", "sv", "--as-of", DAY],
    &["diff", "nordkontakt-2025.yaml", "nordkontakt.yaml", "-f", "markdown", "--as-of", "answered"],
    &["diff", "nordkontakt.yaml", "nordkontakt-2025.yaml", "-f", "docx", "--lang", "sv", "--as-of", "answered"],
    &["diff", "nordkontakt-2025.yaml", "nordkontakt.yaml", "-f", "html", "--for", "board", "--as-of", "answered"],
    &["diff", "nordkontakt.yaml", "billigsvar.yaml", "-f", "text", "--color", "always", "--as-of", DAY],
];

#[test]
fn every_document_is_what_its_files_give() {
    let folder = vendors();
    for args in DOCUMENTS {
        let report = made(&folder, args);
        let ran = assert_same(&report, &folder, &args.join(" "));
        assert!(ran.out.contains("NordKontakt AB") || ran.out.contains("AB"), "{}", ran.out);
        assert!(ran.out.contains("): answers "), "{}", ran.out);
        assert!(ran.err.lines().all(|line| line.starts_with("warning: ")), "{args:?}: {}", ran.err);
    }
}

const HOUSE: &str = "\
format: duly/questionnaire@1
id: house
version: 1.0.0
languages: [en, sv]
title: {en: House, sv: Hus}
categories:
  - id: a
    title: {en: Walls, sv: Väggar}
    questions:
      - {id: door, ask: {en: Is it locked?, sv: Är den låst?}, weight: 1, answer: yes-no}
";

/// A vendor at three dates, by two versions of a questionnaire, with rules that can be found or named.
fn dates() -> Folder {
    let folder = Folder::with(&[("one.yaml", HOUSE), ("two.yaml", &HOUSE.replace("1.0.0", "1.1.0"))]);
    folder.write("duly.toml", "format = \"duly/policy@1\"\n[assurance]\nclaimed = 10\n");
    for (year, version) in [(2024, "one"), (2025, "one"), (2026, "two")] {
        let head = format!("format: duly/answers@1\nvendor: {{name: Alfa AB}}\nquestionnaire: ./{version}.yaml\n");
        folder.write(format!("v/{year}.yaml"), format!("{head}answered: {year}-05-01\nanswers: {{a.door: yes}}\n"));
        folder.write(format!("v/{version}.yaml"), folder.read(&format!("{version}.yaml")));
    }
    folder
}

#[test]
fn dates_of_one_vendor_by_two_versions_and_rules_of_ours_are_made_again() {
    let folder = dates();
    let rows: [&[&str]; 3] = [
        &["v/2025.yaml", "v/2026.yaml"],
        &["v/2024.yaml", "v/2025.yaml"],
        &["v/2024.yaml", "v/2025.yaml", "v/2026.yaml"],
    ];
    let rules: [&[&str]; 2] = [&[], &["--policy", "duly.toml"]];
    let kinds: [&[&str]; 7] = [
        &["-f", "text"],
        &["-f", "markdown"],
        &["-f", "html"],
        &["-f", "docx"],
        &["-f", "json"],
        &["-f", "markdown", "--for", "board"],
        &["-f", "docx", "--for", "board"],
    ];
    for files in rows {
        for rules in rules {
            for kind in kinds {
                for lang in ["en", "sv"] {
                    let end = ["--lang", lang, "--as-of", "answered"];
                    let args = [&["diff"], files, rules, kind, &end].concat();
                    assert_same(&made(&folder, &args), &folder, &args.join(" "));
                }
            }
        }
    }
}

#[test]
fn what_a_screen_shows_in_colour_is_made_again() {
    let folder = vendors();
    for lang in ["en", "sv"] {
        let args = ["diff", "nordkontakt.yaml", "billigsvar.yaml", "-q", "--color", "always", "--as-of", DAY];
        let shown = duly(&folder, &[&args[..], &["--lang", lang]].concat()).done().out;
        assert!(shown.contains("\u{1b}[") && shown.contains("--color always"), "{shown}");
        assert_same(shown.as_bytes(), &folder, "in colour");
        let bare: String = shown
            .split("\u{1b}[")
            .map(|piece| {
                piece
                    .split_once('m')
                    .filter(|(code, _)| code.bytes().all(|it| it.is_ascii_digit()))
                    .map_or(piece, |(_, rest)| rest)
            })
            .collect();
        let ran = held(bare.as_bytes(), &folder);
        assert!(ran.code == 1 && ran.out.contains("not the same"), "bytes count: {}{}", ran.out, ran.err);
    }
}

#[test]
fn lists_and_screens_are_named_for_what_they_are() {
    let folder = vendors();
    for lang in ["en", "sv"] {
        let out = |args: &[&str]| duly(&folder, &[args, &["--as-of", DAY, "--lang", lang, "-q"]].concat()).out;
        let [list, screen] = match lang {
            "en" => ["a list of what falls due", "what is shown on a screen is to look at"],
            _ => ["en lista över det som ska göras", "det som visas på skärmen"],
        };
        for (said, args) in [
            (list, &["due", "."][..]),
            (list, &["due", ".", "--within", "all"]),
            (list, &["due", ".", "-f", "json"]),
            (list, &["due", ".", "-f", "ics"]),
            (screen, &["assess", "nordkontakt.yaml"]),
            (screen, &["assess", "nordkontakt.yaml", "--color", "always"]),
            (screen, &["assess", "."]),
            (screen, &["explain", "nordkontakt.yaml"]),
        ] {
            let shown = out(args);
            assert!(!shown.is_empty(), "{args:?}");
            let ran = held_in(shown.as_bytes(), &folder, lang);
            assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn names_and_places_of_the_files_do_not_matter_but_those_of_papers_do() {
    let folder = vendors();
    let report = made(&folder, &["export", "nordkontakt.yaml", "-f", "html", "--as-of", DAY]);
    let moved = Folder::new();
    moved.write("2026/v/svar.yaml", example("nordkontakt.yaml"));
    moved.write("reviews/ours.review.yaml", example("nordkontakt.review.yaml"));
    example_papers().iter().for_each(|(name, text)| moved.write(format!("2026/v/{name}"), text));
    assert_same(&report, &moved, "moved");
    let without = Folder::with(&[("nordkontakt.yaml", &example("nordkontakt.yaml"))]);
    without.write("nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    let ran = held(&report, &without);
    assert!(ran.code == 1 && ran.out.contains("these files give"), "{}{}", ran.out, ran.err);
}

#[test]
fn whose_hand_named_what_is_made_again() {
    let rules = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n[evidence]\nfolder = \"papers\"\n";
    let folder = small();
    folder.write("vendors/brevduvan.yaml", example("small/brevduvan.yaml"));
    folder.write("vendors/questionnaire.yaml", example("small/questionnaire.yaml"));
    folder.write("reviews/brevduvan.review.yaml", example("small/brevduvan.review.yaml"));
    folder.write("duly.toml", rules);
    folder.write("rules/strict.toml", "format = \"duly/policy@1\"\n[assurance]\nclaimed = 10\n");
    folder.make("below");
    folder.write("papers/brevduvan/evidence/login.png", "seen");
    let of_vendor = ["export", "vendors/brevduvan.yaml", "--as-of", DAY];
    let calls: &[(&str, &[&str])] = &[
        ("", &[]),
        ("", &["--policy", "duly.toml"]),
        ("", &["--policy", "rules/strict.toml"]),
        ("", &["--policy", "rules/strict.toml", "--review", "reviews/brevduvan.review.yaml"]),
        ("", &["--no-review"]),
        ("", &["--questionnaire", "vendors/questionnaire.yaml"]),
        ("", &["--for", "board"]),
        ("", &["-f", "json"]),
        ("", &["-f", "oscal"]),
    ];
    for (place, more) in calls {
        let report = made(folder.at(place), &[&of_vendor[..], more].concat());
        assert_same(&report, &folder, &more.join(" "));
    }
    // rules found in a folder above, and beside the answers, where they are not found
    let above = made(folder.at("below"), &["export", "../vendors/brevduvan.yaml", "--as-of", DAY]);
    assert!(String::from_utf8_lossy(&above).contains("in a folder above"), "found above");
    assert_same(&above, &folder, "above");
    let beside = made(folder.path(), &["export", "brevduvan.yaml", "--as-of", DAY]);
    assert!(!String::from_utf8_lossy(&beside).contains("Our rules: duly.toml"), "never beside the answers");
    assert_same(&beside, &folder, "beside");
    let typed = duly(folder.path(), &[&of_vendor[..], &["--policy", "rules/strict.toml"]].concat()).done().out;
    assert!(
        typed.contains("`duly export brevduvan.yaml -f markdown --policy strict.toml --as-of 2026-11-23"),
        "{typed}"
    );
}

#[test]
fn what_came_by_standard_input_and_names_that_a_shell_reads_are_made_again() {
    let folder = small();
    folder.write("it's; `a` name.yaml", example("small/brevduvan.yaml"));
    for args in [["-f", "markdown"], ["-f", "html"], ["-f", "docx"]] {
        let report = made(&folder, &[&["export", "it's; `a` name.yaml", "--as-of", DAY][..], &args].concat());
        assert_same(&report, &folder, args[1]);
    }
    let folder = vendors();
    for format in ["markdown", "json"] {
        let mut command = crate::support::command(&folder, &["export", "-", "--as-of", DAY, "-q", "-f", format]);
        command.stdin(fs::File::open(folder.at("billigsvar.yaml")).unwrap());
        let report = crate::support::run(command).done().out;
        assert_same(report.as_bytes(), &folder, "-");
    }
}

#[test]
fn what_somebody_changed_is_told_where_it_begins() {
    let folder = vendors();
    let report = made(&folder, &["export", "billigsvar.yaml", "-f", "markdown", "--as-of", DAY]);
    let report = String::from_utf8(report).unwrap();
    assert!(report.contains("VENDOR RISK: CRITICAL"), "{}", report.lines().take(20).collect::<Vec<_>>().join("\n"));
    let other = report.replacen("VENDOR RISK: CRITICAL", "VENDOR RISK: LOW", 1);
    let ran = held(other.as_bytes(), &folder);
    let line = report.lines().position(|line| line.contains("VENDOR RISK: CRITICAL")).unwrap() + 1;
    let said = format!(
        "kept.report: not the same: line {line} says “**VENDOR RISK: LOW**”; these files give “**VENDOR RISK: \
         CRITICAL**” (lines that differ: 1)\n"
    );
    assert_eq!((ran.code, ran.out.as_str()), (1, said.as_str()), "{}", ran.err);
    let sv = Folder::with(&[("r.md", &other)]);
    let ran = duly(&sv, &["check", "r.md", "--lang", "sv", "--against", folder.path().to_str().unwrap()]);
    let said = format!("rad {line} lyder ”**VENDOR RISK: LOW**”; de här filerna ger ");
    assert!(ran.out.contains(&said), "{}", ran.out);

    let page = made(&folder, &["export", "billigsvar.yaml", "-f", "html", "--as-of", DAY]);
    let page = String::from_utf8(page).unwrap();
    let changed = page.replacen("CRITICAL", "LOW", 1);
    let ran = held(changed.as_bytes(), &folder);
    assert!(ran.code == 1 && ran.out.contains("LOW") && !ran.out.contains('<'), "{}", ran.out);
    let unseen = page.replacen("<body>", "<body >", 1);
    let ran = held(unseen.as_bytes(), &folder);
    assert!(ran.code == 1 && ran.out.contains("no reader sees"), "{}", ran.out);

    let json = made(&folder, &["export", "billigsvar.yaml", "-f", "json", "--as-of", DAY]);
    let json = String::from_utf8(json).unwrap();
    let changed = json.replacen("\"headline\": \"critical\"", "\"headline\": \"low\"", 1);
    assert_ne!(json, changed);
    let ran = held(changed.as_bytes(), &folder);
    let said = "rating.headline says “low”; these files give “critical” (values that differ: 1)";
    assert!(ran.code == 1 && ran.out.contains(said), "{}{}", ran.out, ran.err);
    let spaced = json.replacen("\": ", "\":  ", 1);
    assert_eq!(held(spaced.as_bytes(), &folder).code, 1);

    for text in [&report, &page, &json] {
        let ran = held(text.replace('\n', "\r\n").as_bytes(), &folder);
        assert!(ran.code == 1 && ran.out.contains("line ends"), "{}{}", ran.out, ran.err);
    }
}

#[test]
fn a_word_file_is_compared_by_its_parts() {
    use crate::support::zipped::{Zipped, zip};
    let folder = vendors();
    let report = made(&folder, &["export", "billigsvar.yaml", "-f", "docx", "--as-of", DAY]);
    let parts = crate::support::office::parts(&report);
    let packed = |change: &dyn Fn(&str, String) -> String| {
        let part = |(name, text): &(String, String)| Zipped::new(name, change(name, text.clone()).as_bytes());
        zip(&parts.iter().map(part).collect::<Vec<_>>())
    };
    let ran = assert_same(&packed(&|_, text| text), &folder, "packed anew");
    assert!(ran.out.contains("the same, part by part, as these files give"), "{}", ran.out);
    assert!(assert_same(&report, &folder, "as it was").out.contains("byte for byte"));
    let with_comment = [&report[..report.len() - 2], b"\x03\0abc"].concat();
    let mut turned: Vec<Zipped> = parts.iter().map(|(name, text)| Zipped::new(name, text.as_bytes())).collect();
    turned.reverse();
    for (other, said) in [(with_comment, "what its archive holds beside its parts"), (zip(&turned), "the order of its")]
    {
        let ran = held(&other, &folder);
        assert!(ran.code == 1 && ran.out.contains(said), "{said}: {}{}", ran.out, ran.err);
    }
    let more = packed(&|_, text| text);
    let more = {
        let mut parts: Vec<Zipped> = crate::support::office::parts(&more)
            .iter()
            .map(|(name, text)| Zipped::new(name, text.as_bytes()))
            .collect();
        parts.push(Zipped::new("word/more.bin", b"x"));
        zip(&parts)
    };
    let ran = held(&more, &folder);
    assert!(ran.code == 1 && ran.out.contains("word/more.bin"), "{}{}", ran.out, ran.err);
    let ran = held(&packed(&|_, text| text.replace("CRITICAL", "LOW")), &folder);
    assert!(ran.code == 1 && ran.out.contains("paragraph") && ran.out.contains("LOW"), "{}{}", ran.out, ran.err);
    let ran = held(&packed(&|name, text| if name.contains("styles") { text + " " } else { text }), &folder);
    assert!(ran.code == 1 && ran.out.contains("word/styles.xml"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_file_that_is_not_here_or_was_changed_is_named() {
    let folder = vendors();
    let report = made(&folder, &["export", "billigsvar.yaml", "-f", "markdown", "--as-of", DAY]);
    let cannot = |files: &[(&str, String)], said: &str| {
        let other = Folder::new();
        other.make("here");
        files.iter().for_each(|(name, text)| other.write(name, text));
        let ran = held(&report, &other);
        assert!(ran.code == 2 && ran.err.contains(said), "{said}: {}{}", ran.out, ran.err);
    };
    let [answers, review] = ["billigsvar.yaml", "billigsvar.review.yaml"].map(example);
    cannot(&[], "answers billigsvar.yaml: no file here has this content (SHA-256 d5229d834694");
    cannot(&[("billigsvar.yaml", answers.clone())], "review billigsvar.review.yaml");
    cannot(&[("a/billigsvar.yaml", format!("{answers}# \n"))], "the file of that name here has another content");
    cannot(&[("billigsvar.yaml", answers.replace('\n', "\r\n"))], "has other line ends (CRLF or LF)");
    cannot(
        &[("billigsvar.yaml", answers), ("billigsvar.review.yaml", review + "# a word more\n")],
        "review billigsvar.review.yaml: the file of that name here has another content",
    );
    let text = String::from_utf8(report).unwrap();
    for (from, to, said) in [
        ("duly 0.1.0", "duly 0.0.9", "made by duly 0.0.9; this is duly 0.1.0"),
        ("03f51853335a", "13f51853335a", "questionnaire"),
        ("d5229d834694", "e5229d834694", "answers billigsvar.yaml: the file of that name here has another content"),
        ("`duly export billigsvar.yaml", "`duly assess billigsvar.yaml", "makes no such document"),
        ("--lang en`", "--lang en -o x`", "makes no such document"),
        ("- **Command:**", "- **Commando:**", "does not say by what command"),
    ] {
        let from = from.replace("0.1.0", env!("CARGO_PKG_VERSION"));
        let changed = text.replace(&from, to);
        assert_ne!(changed, text, "{from}");
        let ran = held(changed.as_bytes(), &folder);
        let said = said.replace("0.1.0", env!("CARGO_PKG_VERSION"));
        assert!(ran.code == 2 && ran.err.contains(&said), "{said}: {}{}", ran.out, ran.err);
    }
    let day = text.replace("--as-of 2026-11-23", "--as-of 2026-11-24");
    let ran = held(day.as_bytes(), &folder);
    assert!(ran.code == 1 && ran.out.contains("2026-11-2"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_folder_among_the_papers_of_a_vendor_stands_for_none() {
    let (here, there) = (Folder::new(), Folder::new());
    for name in ["allyes.yaml", "billigsvar.yaml", "halvklar.yaml"] {
        here.write(format!("vendors/{name}"), example(name));
        if name != "billigsvar.yaml" {
            let planted = ["vendors/Evidence/vendors", "vendors/vendors"].map(|place| format!("{place}/{name}"));
            planted.iter().for_each(|place| here.write(place, example(name)));
            there.write(format!("vendors/{name}"), example(name));
        }
    }
    let fraud = made(&there, &["export", "vendors", "--summary", "-f", "html", "--as-of", DAY]);
    let ran = held(&fraud, &here);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
}

#[test]
fn a_report_that_is_checked_alone_is_known_for_one() {
    let folder = vendors();
    for (format, name) in [("html", "x.html"), ("markdown", "x.md"), ("docx", "x.docx"), ("json", "x.json")] {
        folder.write(name, made(&folder, &["export", "halvklar.yaml", "--as-of", DAY, "-f", format]));
        let ran = duly(&folder, &["check", name, "--lang", "en"]);
        assert!(ran.code == 2 && format!("{}{}", ran.out, ran.err).contains("--against"), "{name}: {}", ran.err);
        let listed = duly(&folder, &["check", name, "-f", "json"]).out;
        assert!(listed.contains("\"made-by-duly\""), "{name}: {listed}");
    }
}

#[test]
fn what_has_no_basis_is_refused_by_name() {
    let folder = vendors();
    let of = |args: &[&str]| made(&folder, &[&["export", "billigsvar.yaml", "--as-of", DAY][..], args].concat());
    let many = duly(&folder, &["export", "billigsvar.yaml", "allyes.yaml", "-f", "json", "-q"]).out.into_bytes();
    for (report, said) in [
        (of(&["--for", "vendor"]), "a letter to a vendor"),
        (of(&["--for", "vendor", "-f", "html", "--lang", "sv"]), "a letter to a vendor"),
        (of(&["--for", "vendor", "-f", "docx"]), "a letter to a vendor"),
        (of(&["--for", "contract"]), "an annex to a contract"),
        (of(&["-f", "csv"]), "a table for spreadsheets"),
        (of(&["-f", "ciso-assistant"]), "a table for spreadsheets"),
        (many, "a line of JSON for each vendor"),
        (example("billigsvar.yaml").into_bytes(), "one of the files that reports are made of"),
        (b"{\"format\": \"x\"}".to_vec(), "no report that duly has made"),
        (b"# A title\n".to_vec(), "no report that duly has made"),
        (b"PK\x03\x04".to_vec(), "no report that duly has made"),
        (b"\xff\xfe\x00".to_vec(), "no report that duly has made"),
        (Vec::new(), "no report that duly has made"),
    ] {
        let ran = held(&report, &folder);
        assert!(ran.code == 2 && ran.err.contains(said), "{said}: {}{}", ran.out, ran.err);
    }
}

/// Every byte of a report, changed one by one: none goes unnoticed, and nothing breaks.
#[test]
fn no_changed_byte_goes_unnoticed() {
    let folder = small();
    let args = ["export", "brevduvan.yaml", "--for", "board", "-f", "markdown", "--as-of", DAY];
    let report = made(&folder, &args);
    let step = report.len().div_ceil(150).max(1);
    let desk = Folder::new();
    let mut names = Vec::new();
    for at in (0..report.len()).step_by(step) {
        let mut changed = report.clone();
        changed[at] ^= 1;
        let name = format!("{at}.md");
        desk.write(&name, changed);
        names.push(name);
    }
    for names in names.chunks(50) {
        let mut args: Vec<&str> = names.iter().map(String::as_str).collect();
        args.splice(0..0, ["check"]);
        args.extend(["--against", folder.path().to_str().unwrap()]);
        let ran = duly(&desk, &args);
        assert!(!ran.out.contains("the same, byte for byte"), "{}", ran.out);
        let told = ran.out.lines().filter(|line| line.contains("not the same")).count();
        let refused = ran.err.lines().filter(|line| line.starts_with("error: ")).count();
        assert_eq!(told + refused, names.len(), "{}{}", ran.out, ran.err);
        ran.assert_clean("changed");
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let folder = small();
    let report = made(&folder, &["export", "brevduvan.yaml", "-f", "markdown", "--as-of", DAY]);
    let outside = small();
    let inside = Folder::new();
    for name in ["brevduvan.yaml", "brevduvan.review.yaml", "questionnaire.yaml"] {
        std::os::unix::fs::symlink(outside.at(name), inside.at(name)).unwrap();
    }
    let ran = held(&report, &inside);
    assert!(ran.code == 2 && ran.err.contains("no file here has this content"), "{}{}", ran.out, ran.err);
}

/// A vendor's folder, and what is ours beside it.
fn buyer() -> Folder {
    let folder = Folder::new();
    folder.write("vendors/billigsvar/billigsvar.yaml", example("billigsvar.yaml"));
    folder.write("reviews/billigsvar.review.yaml", example("billigsvar.review.yaml"));
    folder.write("duly.toml", "format = \"duly/policy@1\"\nreviews = \"reviews\"\n");
    folder
}

/// Another review than ours, and laxer rules.
fn forged() -> (String, String) {
    let review = example("billigsvar.review.yaml") + "# all is well\n";
    (review, "format = \"duly/policy@1\"\nreviews = \"reviews\"\n[assurance]\nclaimed = 10\n".to_owned())
}

#[test]
fn no_document_of_a_vendor_stands_for_our_review_or_rules() {
    let (review, rules) = forged();
    let theirs = buyer();
    theirs.write("reviews/billigsvar.review.yaml", &review);
    theirs.write("lax.toml", &rules);
    let answers = "vendors/billigsvar/billigsvar.yaml";
    let of_review = made(&theirs, &["export", answers, "-f", "html", "--as-of", DAY]);
    let of_rules = made(&theirs, &["export", answers, "--policy", "lax.toml", "--no-review", "--as-of", DAY]);
    for (report, name, text) in [
        (&of_review, "vendors/billigsvar/dpa.pdf", &review),
        (&of_review, "vendors/billigsvar/evidence/x.review.yaml", &review),
        (&of_rules, "vendors/billigsvar/iso27001.txt", &rules),
        (&of_rules, "vendors/billigsvar/evidence/lax.toml", &rules),
    ] {
        let folder = buyer();
        folder.write(name, text);
        let ran = held(report, &folder);
        assert!(ran.code == 2 && ran.err.contains(&format!("only {name} has this content")), "{name}: {}", ran.err);
    }
    // what answers cite is a paper, whatever it is called
    let folder = buyer();
    let citing = example("billigsvar.yaml").replace("evidence/partners.pdf", "x.review.yaml");
    folder.write("vendors/billigsvar/again.yaml", citing);
    folder.write("vendors/billigsvar/x.review.yaml", &review);
    let ran = held(&of_review, &folder);
    assert!(ran.code == 2 && ran.err.contains("only vendors/billigsvar/x.review.yaml has"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_reader_sees_whose_the_files_are_and_pins_ours() {
    let (review, rules) = forged();
    let theirs = buyer();
    theirs.write("reviews/billigsvar.review.yaml", &review);
    theirs.write("lax.toml", &rules);
    let answers = "vendors/billigsvar/billigsvar.yaml";
    let false_one = made(&theirs, &["export", answers, "--policy", "lax.toml", "--as-of", DAY]);
    let folder = buyer();
    let real = made(&folder, &["export", answers, "--policy", "duly.toml", "--as-of", DAY]);
    folder.write("vendors/billigsvar/forged.review.yaml", &review);
    folder.write("vendors/billigsvar/lax.toml", &rules);
    folder.write("false.md", &false_one);
    folder.write("real.md", &real);
    let check = |args: &[&str]| duly(&folder, &[&["check"], args, &["--against", "."]].concat());
    let ran = check(&["false.md"]);
    assert!(ran.out.contains("review vendors/billigsvar/forged.review.yaml, our rules vendors/"), "{}", ran.out);
    for said in [
        "review vendors/billigsvar/forged.review.yaml lies in the folder of the vendor's answers",
        "our rules vendors/billigsvar/lax.toml lies in the folder of the vendor's answers",
        "other reviews of Billigsvar Ltd lie here, which the report does not rest on: reviews/billigsvar.review.yaml",
    ] {
        assert!(ran.code == 0 && ran.err.contains(said), "{said}: {}{}", ran.out, ran.err);
    }
    let swedish = check(&["false.md", "--lang", "sv"]);
    assert!(swedish.err.contains("andra granskningar av Billigsvar Ltd"), "{}", swedish.err);
    for (pin, said) in [
        (&["--policy", "duly.toml"][..], "it does not rest on the rules duly.toml"),
        (&["--review", "reviews/billigsvar.review.yaml"], "it does not rest on the review reviews/billigsvar"),
    ] {
        let ran = check(&[&["false.md"], pin].concat());
        assert!(ran.code == 1 && ran.out.contains(said), "{said}: {}{}", ran.out, ran.err);
    }
    let ran = check(&["real.md", "--policy", "duly.toml", "--review", "reviews/billigsvar.review.yaml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let files =
        "answers vendors/billigsvar/billigsvar.yaml, review reviews/billigsvar.review.yaml, our rules duly.toml";
    assert!(ran.out.contains(files), "{}", ran.out);
    // ours may be kept where no vendor can write
    let vendors = folder.at("vendors");
    let pins = ["--policy", "duly.toml", "--review", "reviews/billigsvar.review.yaml"];
    let at = ["check", "real.md", "--against", vendors.to_str().unwrap()];
    let ran = duly(&folder, &[&at[..], &pins].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn a_copy_elsewhere_makes_no_report_false() {
    let folder = Folder::new();
    folder.write("z/nordkontakt.yaml", example("nordkontakt.yaml"));
    example_papers().iter().for_each(|(name, text)| folder.write(format!("z/{name}"), text));
    let report = made(&folder, &["export", "z/nordkontakt.yaml", "--as-of", DAY]);
    folder.write("a/nordkontakt.yaml", example("nordkontakt.yaml"));
    let ran = assert_same(&report, &folder, "copied");
    assert!(ran.out.contains("answers z/nordkontakt.yaml"), "{}", ran.out);
    let changed = String::from_utf8(report).unwrap().replacen("NordKontakt AB", "NordKontakt Ltd", 1);
    let ran = held(changed.as_bytes(), &folder);
    assert!(ran.code == 1 && ran.out.contains("of 2 ways to take them") && ran.out.contains("Ltd"), "{}", ran.out);
}

/// Last year's files and this year's, our rules above both.
fn two_years() -> Folder {
    let folder = Folder::new();
    for (name, at) in [("nordkontakt", "2026"), ("billigsvar", "2026/north"), ("halvklar", "2026")] {
        folder.write(format!("{at}/{name}.yaml"), example(&format!("{name}.yaml")));
        if name != "halvklar" {
            folder.write(format!("{at}/{name}.review.yaml"), example(&format!("{name}.review.yaml")));
        }
    }
    for name in ["nordkontakt-2025.yaml", "nordkontakt-2025.review.yaml"] {
        folder.write(format!("2025/{name}"), example(name));
    }
    example_papers().iter().for_each(|(name, text)| folder.write(format!("2026/{name}"), text));
    folder
}

const RULES: &str = "format = \"duly/policy@1\"\n[assurance]\nclaimed = 10\n";

#[test]
fn overviews_of_many_are_made_again_in_every_format() {
    let folder = two_years();
    let kinds: [&[&str]; 6] = [
        &["-f", "markdown"],
        &["-f", "html"],
        &["-f", "docx"],
        &["-f", "json"],
        &["-f", "html", "--for", "board"],
        &["-f", "docx", "--for", "board"],
    ];
    let befores: [&[&str]; 2] = [&[], &["--before", "2025"]];
    for rules in [None, Some("duly.toml"), Some("ours.toml")] {
        let _ = fs::remove_file(folder.at("duly.toml"));
        rules.into_iter().for_each(|rules| folder.write(rules, RULES));
        let named: &[&str] = if rules == Some("ours.toml") { &["--policy", "ours.toml"] } else { &[] };
        for (kind, lang) in kinds.into_iter().zip(["en", "sv"].into_iter().cycle()) {
            for before in befores {
                let end = ["--as-of", DAY, "--lang", lang];
                let args = [&["export", "2026", "--summary"], kind, before, named, &end].concat();
                let ran = assert_same(&made(&folder, &args), &folder, &args.join(" "));
                assert!(ran.out.contains("folder 2026"), "{}", ran.out);
                assert_eq!(ran.out.contains("folder 2025"), !before.is_empty(), "{}", ran.out);
                assert_eq!(ran.out.contains("rules "), rules.is_some(), "{}", ran.out);
                assert!(ran.err.contains("reviews lie among the vendors' answers"), "{}", ran.err);
            }
        }
    }
}

/// Holds bytes against a folder in a folder.
fn held_at(report: &[u8], folder: &Folder, at: &str) -> Ran {
    let desk = Folder::new();
    desk.write("kept.report", report);
    duly(&desk, &["check", "kept.report", "--lang", "en", "--against", folder.at(at).to_str().unwrap()])
}

#[test]
fn an_overview_is_made_again_wherever_its_folders_lie_and_however_they_were_named() {
    let folder = two_years();
    for (year, files) in [("2026", ["nordkontakt", "billigsvar"]), ("2025", ["nordkontakt-2025", "allyes"])] {
        for name in files {
            folder.write(format!("kept/{year}/v/{name}.yaml"), example(&format!("{name}.yaml")));
        }
    }
    for format in ["json", "markdown"] {
        let named = ["export", "kept/2026/v", "--before", "kept/2025/v", "--summary", "-f", format, "--as-of", DAY];
        let report = made(&folder, &named);
        for at in ["", "kept"] {
            let ran = held_at(&report, &folder, at);
            assert!(ran.code == 0 && ran.out.contains("2025/v"), "{format} {at}: {}{}", ran.out, ran.err);
        }
        assert_eq!(String::from_utf8(report).unwrap().contains("kept/2026"), format == "json", "{format}");
    }
    let whole = folder.path().to_str().unwrap().to_owned();
    for (from, args, at) in [
        ("", &["2025", "2026"][..], ""),
        ("", &["2026/north", "2025"], ""),
        ("", &["2026/"], "2026"),
        ("2026", &["."], "2026"),
        ("2026", &["."], ""),
        ("2026", &[".", "--before", "../2025"], ""),
        ("2025", &[&whole], ""),
    ] {
        for format in ["json", "html"] {
            let args = [&["export"], args, &["--summary", "-f", format, "--as-of", DAY]].concat();
            let ran = held_at(&made(folder.at(from), &args), &folder, at);
            assert_eq!(ran.code, 0, "{from} {args:?} {at}: {}{}", ran.out, ran.err);
        }
    }
    let report = made(&folder, &["export", "2026", "--summary", "-f", "markdown", "--as-of", DAY]);
    fs::rename(folder.at("2026"), folder.at("archive")).unwrap();
    assert_eq!(held_at(&report, &folder, "archive").code, 0, "whatever the folder is called by now");
}

#[test]
fn an_overview_of_the_folder_somebody_stands_in_is_made_again_below_its_rules() {
    let folder = Folder::with(&[("ag/duly.toml", RULES)]);
    folder.write("ag/real/nordkontakt.yaml", example("nordkontakt.yaml"));
    folder.write("ag/fake/billigsvar.yaml", example("billigsvar.yaml"));
    let made = |format| made(folder.at("ag/real"), &["export", ".", "--summary", "-f", format, "--as-of", DAY]);
    let reports = ["html", "markdown", "json"].map(made);
    let assert_named = |about: &str| {
        for report in &reports {
            let ran = held_at(report, &folder, "ag");
            let is_it = ran.out.ends_with(": folder real, our rules duly.toml\n");
            assert!(ran.code == 0 && is_it, "{about}: {}{}", ran.out, ran.err);
        }
    };
    assert_named("beside another folder");
    fs::remove_dir_all(folder.at("ag/fake")).unwrap();
    assert_named("alone");
}

#[test]
fn a_folder_is_called_the_same_only_if_its_own_files_give_the_report() {
    let folder = Folder::new();
    for at in ["v2", "v3", "vendors"] {
        folder.write(format!("{at}/duly.toml"), RULES);
        folder.write(format!("{at}/s/nordkontakt.yaml"), example("nordkontakt.yaml"));
        let changed = if at == "vendors" { "" } else { "# later\n" };
        folder.write(format!("{at}/s/halvklar.yaml"), example("halvklar.yaml") + changed);
    }
    for format in ["html", "markdown", "json"] {
        let report = made(folder.at("vendors"), &["export", ".", "--summary", "-f", format, "--as-of", DAY]);
        let ran = held(&report, &folder);
        let said = ": folder vendors, our rules vendors/duly.toml\n";
        assert!(ran.code == 0 && ran.out.ends_with(said), "{}{}", ran.out, ran.err);
        for (at, code) in [("v2", 1), ("v3", 1), ("vendors", 0)] {
            let ran = held_at(&report, &folder, at);
            assert_eq!(ran.code, code, "{at}: {}{}", ran.out, ran.err);
        }
        fs::rename(folder.at("vendors"), folder.at("away")).unwrap();
        let ran = held(&report, &folder);
        assert!(ran.code == 0 && ran.out.contains("folder away, "), "{}{}", ran.out, ran.err);
        fs::remove_file(folder.at("away/s/halvklar.yaml")).unwrap();
        assert_eq!(held(&report, &folder).code, 1, "no folder has them");
        folder.write("away/s/halvklar.yaml", example("halvklar.yaml"));
        fs::rename(folder.at("away"), folder.at("vendors")).unwrap();
    }
}

#[test]
fn what_lies_elsewhere_is_asked_for_by_the_option_that_names_it() {
    let (answers, rules) = (example("nordkontakt.yaml"), RULES);
    let ours = Folder::with(&[("duly.toml", rules), ("v/nordkontakt.yaml", &answers)]);
    ours.write("v/nordkontakt.review.yaml", example("nordkontakt.review.yaml"));
    let ruled = made(&ours, &["export", "v/nordkontakt.yaml", "--as-of", DAY]);
    let lost = |name: &str| {
        let desk = Folder::new();
        desk.write("kept", &ruled);
        desk.write("v/nordkontakt.yaml", &answers);
        if name == "review" {
            desk.write("v/duly.toml", rules);
        }
        ["en", "sv"].map(|lang| duly(&desk, &["check", "kept", "--lang", lang, "--against", "v"]))
    };
    for (what, cures) in [
        ("rules", ["name it: `--policy FILE`", "ange den: `--policy FIL`"]),
        ("review", ["name it: `--review FILE`", "ange den: `--review FIL`"]),
    ] {
        for (ran, cure) in lost(what).iter().zip(cures) {
            assert!(ran.code == 2 && ran.err.trim_end().ends_with(cure), "{what}: {}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn a_report_that_is_checked_as_if_it_were_read_is_known_and_shown_the_way() {
    let folder = vendors();
    for format in ["html", "docx", "markdown", "json", "oscal"] {
        folder.write("r", made(&folder, &["export", "nordkontakt.yaml", "-f", format, "--as-of", DAY]));
        let [en, sv] = ["en", "sv"].map(|lang| duly(&folder, &["check", "r", "--lang", lang]));
        assert!(en.code == 2 && en.out.contains("this is a report that duly made"), "{format}: {}", en.out);
        assert!(en.out.contains("(`duly check REPORT --against FOLDER`)"), "{format}: {}", en.out);
        assert!(sv.out.contains("(`duly check RAPPORT --against MAPP`)"), "{format}: {}", sv.out);
        assert_eq!(en.out.matches("error[").count(), 1, "{format}: {}", en.out);
    }
    folder.write("r", "<!doctype html><p>something else</p>");
    let sv = duly(&folder, &["check", "r", "--lang", "sv"]).out;
    assert!(sv.contains("filen är en HTML-sida, inte en textfil"), "{sv}");
}

#[test]
fn an_overview_that_differs_says_where_and_of_whose_files() {
    let folder = two_years();
    let args = ["export", "2026", "--summary", "--before", "2025", "--as-of", DAY];
    for kind in [&["-f", "markdown"][..], &["-f", "json"], &["-f", "html", "--for", "board"]] {
        let report = made(&folder, &[&args[..], kind].concat());
        let changed = String::from_utf8(report.clone()).unwrap().replacen("NordKontakt", "Nordkontakt", 1);
        let ran = held(changed.as_bytes(), &folder);
        assert!(ran.code == 1 && ran.out.contains("Nordkontakt"), "{}{}", ran.out, ran.err);
        assert!(!ran.out.contains("others than those"), "{}", ran.out);
        let (now, before) = (example("billigsvar.yaml"), example("nordkontakt-2025.review.yaml"));
        folder.write("2026/north/billigsvar.yaml", format!("{now}# later\n"));
        folder.write("2025/nordkontakt-2025.review.yaml", format!("{before}# later\n"));
        let ran = held(&report, &folder);
        let lists = "(others than those that it was made of: answers, reviews last time)";
        assert!(ran.code == 1 && ran.out.contains(lists), "{kind:?}: {}{}", ran.out, ran.err);
        folder.write("2026/north/billigsvar.yaml", now);
        folder.write("2025/nordkontakt-2025.review.yaml", before);
        assert_same(&report, &folder, "as before");
    }
    let report = made(&folder, &args);
    let ran = held_at(&report, &folder, "2026");
    let said = "the folder of the files that it was held against, 2025, is not here";
    assert!(ran.code == 2 && ran.err.contains(said), "{}{}", ran.out, ran.err);
    let one_by_one = made(&folder, &["export", "2026/nordkontakt.yaml", "2026/halvklar.yaml", "--summary"]);
    let ran = held(&one_by_one, &folder);
    assert!(ran.code == 2 && ran.err.contains("make it of a folder"), "{}{}", ran.out, ran.err);
    let table = made(&folder, &["export", "2026", "--summary", "-f", "csv"]);
    let ran = held(&table, &folder);
    assert!(ran.code == 2 && ran.err.contains("keep the JSON beside it"), "{}{}", ran.out, ran.err);
    let desk = Folder::with(&[("kept", ""), ("ours.review.yaml", &example("nordkontakt.review.yaml"))]);
    desk.write("kept", &report);
    let against = folder.path().to_str().unwrap();
    let ran = duly(&desk, &["check", "kept", "--against", against, "--review", "ours.review.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("a review of each vendor"), "{}{}", ran.out, ran.err);
}

#[test]
fn an_overview_says_of_what_could_not_be_judged_the_same_again() {
    let folder = two_years();
    folder.write("2026/broken.yaml", "format: duly/answers@1\nvendor: 7\n");
    let report = made(&folder, &["export", "2026", "--summary", "-f", "json", "--as-of", DAY]);
    assert!(String::from_utf8_lossy(&report).contains("\"unjudged\": 1"));
    assert_same(&report, &folder, "with one that is broken");
    let deep = "d/".repeat(16);
    folder.write(format!("{deep}e/x.yaml"), "a: b\n");
    let ran = assert_same(&report, &folder, "beside what lies too deep");
    assert!(ran.err.contains("no folder is looked into that lies deeper than 16"), "{}", ran.err);
}

#[test]
fn two_files_of_one_name_are_told_apart_by_their_folders_and_made_again() {
    let folder = Folder::new();
    for (year, said) in [("2025", "\"no\""), ("2026", "\"yes\"")] {
        folder.write(format!("{year}/v/house.yaml"), HOUSE);
        let head = "format: duly/answers@1\nvendor: {name: Alfa AB}\nquestionnaire: ./house.yaml\n";
        folder.write(format!("{year}/v/x.yaml"), format!("{head}answers: {{a.door: {said}}}\n"));
    }
    for kind in
        [&["-f", "text"][..], &["-f", "markdown"], &["-f", "html"], &["-f", "docx"], &["-f", "html", "--for", "board"]]
    {
        let args = [&["diff", "2025/v/x.yaml", "2026/v/x.yaml", "--as-of", DAY], kind].concat();
        let report = made(&folder, &args);
        assert_same(&report, &folder, &args.join(" "));
        let text = String::from_utf8_lossy(&report);
        let is_told = |name: &str| text.matches(name).count() > 1;
        assert!(kind == ["-f", "docx"] || is_told("2025/v/x.yaml") && is_told("2026/v/x.yaml"), "{kind:?}: {text}");
    }
}
