use super::*;
use crate::words::Lang;

fn told(text: &str) -> String {
    read(text).map_or_else(|found| found.message(Lang::En).to_string(), |tree| said(&tree))
}

fn said(tree: &Tree) -> String {
    match &tree.kind {
        TreeKind::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(",")),
        TreeKind::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key}:{}", said(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
        TreeKind::Null => "null".to_owned(),
        _ => tree.words().unwrap().to_owned(),
    }
}

#[test]
fn what_people_write_is_read() {
    let written = "// all\n{\"b\": [1, -2.5e3, true, null,], /* x * / */ \"a\": \"x\" + // y\n \"z\",}\n// end";
    assert_eq!(told(written), "{b:[1,-2.5e3,true,null],a:xz}");
    assert_eq!(told(r#""\x41\u00e5\n\"\/\\\ud83d\ude00\ud83d!""#), "Aå\n\"/\\😀\u{fffd}!");
    assert_eq!([told("[]"), told("{}"), told("[[],{}]"), told("7")], ["[]", "{}", "[[],{}]", "7"]);
    assert_eq!(told("[\"http://a/*b*/\"]"), "[http://a/*b*/]");
}

#[test]
fn lines_are_counted_through_comments_and_texts() {
    let tree = read("{\n/*\n\n*/ \"a\": \"x\" +\n\"y\", \"b\":\n [1,\n2]}").unwrap();
    assert_eq!((tree.line, ["a", "b"].map(|key| tree.get(key).unwrap().line)), (1, [4, 6]));
    assert_eq!(tree.get("b").unwrap().items()[1].line, 7);
}

#[test]
fn what_does_not_belong_is_named_with_its_line() {
    for (text, expected) in [
        ("{\"a\": 1 \"b\": 2}", "line 1: `\"` stands"),
        ("{\n\"a\" 1}", "line 2: `1` stands"),
        ("[1,,2]", "line 1: `,` stands"),
        ("[,]", "line 1: `,` stands"),
        ("{,}", "line 1: `,` stands"),
        ("{\n'a': 1}", "line 2: `'` stands"),
        ("[yes]", "line 1: `yes` stands"),
        ("[01x]", "line 1: `01x` stands"),
        ("[1] 2", "line 1: `2` stands"),
        ("[\"a\" + 1]", "line 1: `1` stands"),
        ("[\"a\u{1}b\"]", "line 1: `\\u{1}` stands"),
        ("[1}", "line 1: `}` stands"),
        ("\n[1,\n", "line 2: something"),
        ("{\"a\"", "line 1: something"),
        ("[\"a\n\"]", "line 1: something"),
        ("[1]\n/* x", "line 2: something"),
        (r#"["\q"]"#, r"line 1: `\q` stands for no"),
        (r#"["\x4"]"#, r"line 1: `\x4` stands for no"),
        (r#"["\u+123"]"#, r"line 1: `\u+123` stands for no"),
        ("{\"a\": 1,\n\"a\": 2}", "line 2: `a` is given twice"),
        ("", "there is nothing"),
        ("// only this", "there is nothing"),
    ] {
        assert!(told(text).starts_with(expected), "{text}: {}", told(text));
    }
}

#[test]
fn a_line_for_programs_is_read_as_any_other_reader_does_or_refused() {
    let strict = |text: &str| read_line(text, 7, 9).map(|tree| said(&tree));
    for text in [
        "[1] // c",
        "/**/[1]",
        r#"["a"+"b"]"#,
        r#"{"a"+"b": 1}"#,
        "[1,]",
        "{\"a\":1,}",
        r#"["\x41"]"#,
        "[\"a\tb\"]",
        "[01]",
        "[-00.5]",
        r#"["\ud800"]"#,
        r#"["\udc00"]"#,
        r#"["\ud83d!"]"#,
        r#"["\ud83d\u0041"]"#,
    ] {
        assert!(read(text).is_ok() && serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        let refused = strict(text).unwrap_err().message(Lang::En).to_string();
        assert!(refused.starts_with("line 7: `") && !refused.contains("``"), "{text}: {refused}");
    }
    for text in [r#" {"a": ["\ud83d\ude00\n", 0, -0.5e+7, true, null]} "#, "[]", "{}", "7"] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
        assert_eq!(strict(text).unwrap(), told(text), "{text}");
    }
    assert!(strict("[1,1,1,1,1,1,1,1]").is_ok());
    let many = strict("[1,1,1,1,1,1,1,1,1]").unwrap_err();
    assert!(many.message(Lang::En).contains("more than 9"), "{}", many.message(Lang::En));
    let key = "k".repeat(1_000_000);
    assert!(told(&format!("{{\"{key}\":1,\"{key}\":2}}")).len() < 200);
}

#[test]
fn too_much_of_anything_is_refused() {
    assert!(told(&"[".repeat(5_000_000)).contains("deeper than 64"));
    let nested = |depth: usize| format!("{}{}", "{\"a\":[".repeat(depth / 2), "]}".repeat(depth / 2));
    assert!(read(&nested(DEPTH)).is_ok() && read(&nested(DEPTH + 2)).is_err());
    assert!(told(&format!("[{}]", "1,".repeat(NODES))).contains("more than 1000000"));
    assert!(told(&format!("[{}]", "1,".repeat(NODES - 1))).len() > NODES);
}

#[test]
fn json_is_told_from_yaml() {
    let told = [" {", "// c\n/**/[", "{\"a\": 1}", "a: 1", "", "\"a\"", "/* never closed", "- 1"].map(is_json);
    assert_eq!(told, [true, true, true, false, false, false, false, false]);
}
