use super::*;
use crate::case::Memory;
use crate::source::Date;

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@1.0.0\n";
const REVIEW: &str = "format: duly/review@1\nvendor: V\nanswers: {}\n";

fn empty() -> Memory {
    Memory::new(Date::default())
}

/// What becomes of what lies in the folder `v`, a line each; what is plainly something else is not on it.
fn standings(world: &Memory) -> Vec<String> {
    all_standings(world).into_iter().filter(|line| !line.ends_with(" came")).collect()
}

/// The same with what may be a form that came back.
fn all_standings(world: &Memory) -> Vec<String> {
    let found = files_in("v".as_ref(), world).unwrap();
    let told = |file: FoundFile| {
        let name = file.path.strip_prefix("v").unwrap().display().to_string();
        match file.standing(world) {
            FileStanding::Judged(Ok(_)) => Some(name),
            FileStanding::Judged(Err(problem)) => Some(format!("{name} {}", problem.code.id)),
            FileStanding::Told(why) => Some(format!("{name} {why:?}")),
            FileStanding::Packed(..) => Some(format!("{name} came")),
            FileStanding::Aside => None,
        }
    };
    found.into_iter().filter_map(told).collect()
}

fn becomes(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    standings(&empty().with("v/-", "").with(format!("v/{name}"), bytes)).join(", ")
}

#[test]
fn what_could_hold_answers_is_judged_or_told() {
    for (name, text, becomes_this) in [
        ("a.yaml", ANSWERS, "a.yaml"),
        ("a.YAML", ANSWERS, "a.YAML"),
        ("a.Yml", ANSWERS, "a.Yml"),
        ("a.v2.yaml", ANSWERS, "a.v2.yaml"),
        ("a.json", "{\"format\": \"duly/answers@1\"}", "a.json"),
        ("a.JSON", "{\"vendor\": {},\n \"questionnaire\": \"x@1.0.0\"}", "a.JSON"),
        ("a.json", ANSWERS, "a.json"),
        ("a.yaml", "format: duly/answer@1\n", "a.yaml"),
        ("a.yaml", "\tformat: duly/answers@1\n", "a.yaml"),
        ("a.yaml", "vendor: {name: V}\n", "a.yaml"),
        ("a.yaml", "", "a.yaml"),
        ("a.yaml", "# nothing yet\n\n", "a.yaml"),
        ("a.yaml", "---\n...\n", "a.yaml"),
        ("a.json", "", "a.json"),
        ("a.review.yaml", ANSWERS, "a.review.yaml ReviewName"),
        ("a.Review.YML", ANSWERS, "a.Review.YML ReviewName"),
        ("a.review.yaml", "format: duly/review@1\nformat: duly/answers@1\n", "a.review.yaml ReviewName"),
        ("a.yaml.txt", ANSWERS, "a.yaml.txt OtherEnding"),
        ("a.yaml.txt", "vendor: {name: V}\n", "a.yaml.txt OtherEnding"),
        ("a.yaml~", ANSWERS, "a.yaml~ OtherEnding"),
        ("a.yaml.bak", ANSWERS, "a.yaml.bak OtherEnding"),
        ("a.yaml ", ANSWERS, "a.yaml  OtherEnding"),
        ("a.ymal", ANSWERS, "a.ymal OtherEnding"),
        ("a.txt", ANSWERS, "a.txt OtherEnding"),
        ("a", ANSWERS, "a OtherEnding"),
        ("a.toml", "format: dulyanswers@1\nvendor: {name: V}\nquestionnaire: x@1.0.0\n", "a.toml OtherEnding"),
        ("a.html", "vendor: {name: V}\nquestionnaire: x@1.0.0\n", "a.html OtherEnding"),
        ("a.csv", "formt: duly/answers@1\nvendor: {name: V}\nquestionnaire: x@1.0.0\n", "a.csv OtherEnding"),
        ("a.eml", "From: v\n\nformat: duly/answers@1\n", "a.eml OtherEnding"),
        (
            "a.review.yaml",
            "format: duly/review@1\nvendor: {name: V}\nservice: Calls\nanswers: {}\n",
            "a.review.yaml ReviewName",
        ),
        ("old/2025/a.yaml", ANSWERS, "old/2025/a.yaml"),
        ("old.yaml/a.yaml", ANSWERS, "old.yaml/a.yaml"),
    ] {
        assert_eq!(becomes(name, text), becomes_this, "{name}: {text}");
    }
}

#[test]
fn what_is_plainly_something_else_is_left_aside() {
    for (name, text) in [
        ("a.review.yaml", REVIEW),
        ("a.review.yaml", "vendor: V\nanswers: {}\n"),
        ("a.review.yaml", "format: [\n"),
        ("questionnaire.yaml", "format: duly/questionnaire@1\n"),
        ("duly.toml", "format = \"duly/policy@1\"\n"),
        ("compose.yaml", "services: {web: {image: x}}\n"),
        (
            "a.json",
            "{\"format\": \"duly/assessment@1\", \"tool\": {}, \"vendor\": \"V\", \"basis\": {\"questionnaire\": 1}}",
        ),
        ("all.jsonl", "{\"format\":\"duly/assessment@1\",\"tool\":{},\"vendor\":\"V\"}"),
        ("scan.json", "{\"vendor\": \"x\", \"findings\": []}"),
        ("a.md", "# V: high\n\nIts first line was `format: duly/answers@1`.\n"),
        ("a.html", "<!DOCTYPE html>\n"),
        ("a.csv", "Vendor,File\n"),
        ("README", "Write `format: duly/answers@1` into the first line.\n"),
        ("README.md", "```yaml\nformat: duly/answers@1\n```\n"),
        ("notes.txt", "vendor: phoned them\n"),
        ("report.pdf", "%PDF-1.7\n1 0 obj\nformat: duly/answers@1\n"),
        ("duly.toml", "[weights]\nformat = \"duly/answers@1\"\n"),
        (".hidden.yaml", ANSWERS),
        (".git/a.yaml", ANSWERS),
        ("evidence/a.yaml", ANSWERS),
    ] {
        assert_eq!(becomes(name, text), "", "{name}: {text}");
    }
}

#[test]
fn no_ending_and_no_report_hides_answers() {
    let names = "a.md a.toml duly.toml a.html a.csv a.doc a.docx a.rtf a.xml a.eml a.msg a.pdf a.png a.xlsx a.zip a.7z";
    for name in names.split(' ') {
        let remarks = "# remark\n".repeat(400);
        for text in
            [ANSWERS.to_owned(), format!("{remarks}\n{ANSWERS}"), format!("{{\"format\":\"{}\"", "duly/answers@1")]
        {
            assert_eq!(becomes(name, text.as_str()), format!("{name} OtherEnding"), "{text}");
        }
    }
    for report in ["assessment", "comparison", "overview", "due"] {
        let text = ANSWERS.replace("answers", report);
        assert_eq!(becomes("a.yaml", text.as_str()), "a.yaml", "{text}");
        assert_eq!(becomes("a.yaml.txt", text.as_str()), "a.yaml.txt OtherEnding", "{text}");
        let json =
            format!("{{\"format\": \"duly/{report}@1\", \"tool\": {{}}, \"vendor\": {{}}, \"questionnaire\": \"x\"}}");
        assert_eq!(becomes("a.json", json.as_str()), "a.json", "{json}");
    }
}

/// A message is looked through, and what is behind a long text at its beginning is found.
#[test]
fn what_stands_further_down_is_found_in_messages_and_behind_a_key() {
    let late = |lines: usize| format!("{}{ANSWERS}", "We are glad to answer.\n".repeat(lines));
    for name in ["a.txt", "a.eml", "a.MD"] {
        assert_eq!(becomes(name, late(200)), format!("{name} OtherEnding"));
        assert_eq!(becomes(name, late(4000)), "", "there is an end to what is looked through");
    }
    let long = format!("vendor: {{name: V}}\nservice: {}\nquestionnaire: x@1.0.0\n", "x".repeat(3000));
    assert_eq!(becomes("a.pdf", long), "a.pdf OtherEnding");
    let long = format!("{{\"vendor\": {{\"name\": \"{}\"}}, \"questionnaire\": \"x@1.0.0\"}}", "V".repeat(3000));
    assert_eq!(becomes("a.txt", long), "a.txt OtherEnding");
}

/// Of a file of another program the beginning is read and no more.
#[test]
fn what_says_something_else_first_is_left_aside() {
    let text = format!("{}\n{ANSWERS}", "A report of ours.\n".repeat(4));
    assert_eq!(becomes("a.pdf", text), "");
}

#[test]
fn another_encoding_hides_nothing() {
    let wide =
        |text: &str| [&[0xff, 0xfe][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat();
    assert_eq!(becomes("a.yaml", wide(ANSWERS)), "a.yaml utf16-text");
    assert_eq!(becomes("a.json", wide("{\"format\": \"duly/answers@1\"}")), "a.json utf16-text");
    assert_eq!(becomes("a.review.yaml", wide(ANSWERS)), "a.review.yaml ReviewName");
    assert_eq!(becomes("a.yaml.txt", wide(ANSWERS)), "a.yaml.txt OtherEnding");
    let old = [ANSWERS.as_bytes(), b"service: K\xf6ln\n"].concat();
    assert_eq!(becomes("a.yaml", old.clone()), "a.yaml not-utf8");
    assert_eq!(becomes("a.txt", old), "a.txt OtherEnding");
}

#[test]
fn of_a_copy_that_an_editor_kept_the_file_itself_is_judged() {
    let world = empty().with("v/a.yaml", ANSWERS).with("v/a.yaml~", ANSWERS).with("v/a.yaml.bak", ANSWERS);
    assert_eq!(standings(&world.with("v/b.yaml.orig", ANSWERS)), ["a.yaml", "b.yaml.orig OtherEnding"]);
}

#[test]
fn what_belongs_to_answers_is_left_aside_only_where_these_are_judged() {
    const OTHERS: [&str; 5] = ["a.csv", "a.yaml.bak", "a.yaml.orig", "a.yaml~", "a.zip"];
    let beside = |junk: Option<(&str, &str)>| {
        let world = OTHERS.into_iter().fold(empty(), |world, name| world.with(format!("v/{name}"), ANSWERS));
        let world = world.with("v/b.yaml", ANSWERS).with("out/papers.txt", "").with_link("v/a", "../out");
        let world = junk.into_iter().fold(world, |world, (name, text)| world.with(format!("v/{name}"), text));
        (all_standings(&world), all_standings(&world.with_link("v/a.yaml", "b.yaml")))
    };
    let told = [
        "a LeadsOut",
        "a.csv OtherEnding",
        "a.yaml.bak OtherEnding",
        "a.yaml.orig OtherEnding",
        "a.yaml~ OtherEnding",
        "a.zip OtherEnding",
        "b.yaml",
    ];
    // nothing beside them, and a link to answers that are judged once, where they lie
    assert_eq!(beside(None), (told.map(String::from).into(), told.map(String::from).into()));
    let empty_told = [&told[..2], &["a.yaml"], &told[2..]].concat();
    assert_eq!(beside(Some(("a.yaml", ""))).0, empty_told, "and what holds nothing stands for nothing");
    for junk in ["notes: hi\n", "format: duly/review@1\n", "format: duly/questionnaire@1\n"] {
        assert_eq!(beside(Some(("a.yaml", junk))).0, told, "{junk}");
    }
    assert_eq!(beside(Some(("a.yaml", ANSWERS))).0, ["a.yaml", "b.yaml"]);
    // of another vendor, or of nobody knows whom, but for the folder of papers
    for judged in [ANSWERS.replace("name: V", "name: W"), ANSWERS.replace("{name: V}", "[")] {
        let all = [&["a.csv OtherEnding", "a.yaml"], &told[2..]].concat();
        assert_eq!(beside(Some(("a.yaml", judged.as_str()))).0, all, "{judged}");
    }
    let other_ending = beside(Some(("a.YML", ANSWERS))).0;
    assert_eq!(
        other_ending,
        ["a.YML", "a.yaml.bak OtherEnding", "a.yaml.orig OtherEnding", "a.yaml~ OtherEnding", "b.yaml"]
    );
}

#[test]
fn links_are_not_followed_out_and_hide_nothing_within() {
    let world = empty().with("v/a.yaml", ANSWERS).with("v/.data/b.yaml", ANSWERS).with("out/c.yaml", ANSWERS);
    let world = world.with_link("v/again.yaml", "a.yaml").with_link("v/b.yaml", ".data/b.yaml");
    let world = world.with_link("v/c.yaml", "../out/c.yaml").with_link("v/gone.yaml", "nowhere");
    let world = world.with_link("v/more", "../out").with_link("v/a", "../out").with_link("v/up", ".");
    let world = world.with_link("v/seen.pdf", "../out/c.pdf").with("out/c.pdf", "%PDF");
    let world = world.with_link("v/shown.pdf", "../out/c.yaml");
    let told = ["c.yaml LeadsOut", "gone.yaml no-such-file", "more LeadsOut", "shown.pdf LeadsOut"];
    assert_eq!(standings(&world), [&["a.yaml", "b.yaml"], &told[..]].concat());
}

#[test]
fn what_cannot_be_opened_is_told_where_it_could_hold_answers() {
    let world = ["a.yaml", "b.json", "c.review.yaml", "d.sock", "e.pdf"];
    let world = world.into_iter().fold(empty(), |world, name| world.with_pipe(format!("v/{name}")));
    assert_eq!(standings(&world), ["a.yaml not-a-file", "b.json Unreadable", "c.review.yaml Unreadable"]);
}

#[test]
fn what_is_packed_is_known_by_its_name_or_by_its_beginning() {
    let came = |name: &str, bytes: &str| all_standings(&empty().with(format!("v/{name}"), bytes)).join(", ");
    let named = "a.csv a.xlsx a.XLSM a.xls a.ods a.xlsx~ a.xlsx. a.xlsx.bak a.xlsx.txt a.yaml.xlsx a.zip a.zip~ \
                 a.zip.txt a.zipx a.tgz a.7z";
    for name in named.split(' ').chain(["a.xlsx ", "a.zip .txt"]) {
        assert_eq!(came(name, "\u{1}"), format!("{name} came"));
    }
    for name in ["a", "a.txt", "a.pdf", "a.docx", "a.json", "a.review.yaml", "a.yaml.txt", "~$a.xlsx"] {
        assert_eq!(came(name, "PK\u{3}\u{4}"), format!("{name} came"));
        assert_eq!(came(name, "\u{1}"), "", "{name}");
    }
    assert_eq!(came("~$a.xlsx", &"\u{1}".repeat(5000)), "~$a.xlsx came");
    let world = empty().with_pipe("v/.data/b").with_link("v/b.xlsx", ".data/b").with_link("v/b.pdf", ".data/b");
    assert_eq!(standings(&world), ["b.xlsx Unreadable"]);
}

#[test]
fn where_a_folder_is_cut_short_is_told() {
    let deep = "d/".repeat(DEEPEST);
    let world = empty().with(format!("v/{deep}a.yaml"), ANSWERS).with(format!("v/{deep}d/b.yaml"), ANSWERS);
    assert_eq!(standings(&world), [format!("{deep}a.yaml"), format!("{deep}d TooDeep")]);
    let mut walk = FolderWalk { world: &world, root: "/v".into(), left: 3, found: Vec::new(), links: Vec::new() };
    walk.look("v".as_ref(), 0).unwrap();
    let closed = |path: &str| FoundFile {
        path: path.into(),
        found: FoundBy::Closed(PassedOver::TooMany),
        belongs_to: Vec::new(),
    };
    assert_eq!(walk.found, [closed("v/d/d/d/d")]);
}
