use super::*;

fn source(text: &str) -> Arc<Source> {
    Source::new("v.yaml", text)
}

#[test]
fn a_line_begins_with_a_key_only_where_something_follows_it() {
    assert!(has_line("answers:\n", "answers") && has_line("# remark\n  ANSWERS : {}\n", "answers"));
    assert!(!has_line("answers\n", "answers") && !has_line("more: x\n  answers: y\n", "answers"));
}

#[test]
fn what_is_meant_to_hold_answers_is_never_passed_over() {
    for answers in [
        "\u{200b}format\u{200b}: duly\u{200b}/answers@1\n",
        "f\u{43e}rmat: dul\u{443}/answers@1\n\u{430}nswers:\n",
        "\u{ff46}ormat: \u{ff44}uly/answers@1\n",
        "# remark\u{2028}format: duly/answers@1\n",
        "# remark\u{b}format: duly/answers@1\n",
        "format: duly/review@1\nvendor: V\nquestionnaire: customer-service@1.1.0\nanswers: {}\n",
        "format: duly/answers@1\n",
        "format: duly/answers@7\n",
        "# a remark\n---\nformat: duly/answers@1\n",
        "x: [y\nformat: duly/answers@1\n",
        "\tformat: duly/answers@1\nvendor: {name: V}\n",
        "format: duly/answer@1\n",
        "format: Duly/Answers@1\n",
        "format: duly/answers\n",
        "format: [duly/answers@1]\n",
        "format:\n  - duly/answers@1\n",
        "Format: duly/answers@1\n",
        "  format: duly/answers@1\n",
        "- format: duly/answers@1\n  vendor: {name: V}\n",
        "\"\\x66ormat\": \"duly/\\x61nswers@1\"\n",
        "format: x\nformat: duly/answers@1\n",
        "format: duly/review@1\nformat: duly/answers@1\n",
        "format: duly/assessment@1\nformat: duly/answers@1\n",
        "format: duly/assessment@1\nvendor: {name: V}\n",
        "format: duly/overview@1\ntool: {name: duly}\nquestionnaire: x@1.0.0\n",
        "{format: duly/due@1, vendor: {name: V}, answers: {}}",
        "{format: duly/due@1, tool: {name: duly}, vendor: {name: V}, lines: [{questionnaire: x}]}",
        "{\"format\": \"duly/comparison@1\", \"tool\": {}, \"vendor\": \"V\", \"answers\": {}}",
        "{\"format\": \"duly/assessment@1\", \"tool\": {}, \"questionnaire\": \"x@1.0.0\", \"vendor\": {}}",
        "format: answers@1\nvendor: {name: V}\n",
        "{\"format\": \"duly/answers@1\", \"vendor\": {}}",
        "{\"vendor\": {}, \"format\": \"duly/answer@1\"}",
        "{\"vendor\": {}, \"questionnaire\": \"x@1.0.0\"}",
        "vendor: {name: V}\n",
        "\"\\x76endor\": {name: V}\n",
        "Answers:\n  access.mfa: all\n",
        "questionnaire : customer-service@1.0.0\n",
    ] {
        assert!(holds_answers(&source(answers)), "{answers}");
    }
}

#[test]
fn what_is_plainly_something_else_is_left_aside() {
    for other in [
        "format: duly/review@1\nvendor: V\nanswers: {}\n",
        "format: duly/questionnaire@1\n",
        "format: duly/category@1\n",
        "format: duly/policy@1\n",
        "{\"format\": \"duly/assessment@1\", \"tool\": {}, \"vendor\": \"V\", \"basis\": {\"questionnaire\": 1}}",
        "{\n \"format\": \"duly/comparison@1\", \"tool\": {}, \"vendors\": [{\"vendor\": \"V\", \"answers\": 3}]}",
        "{\"format\": \"duly/overview@1\", \"tool\": {}, \"lacks\": [{\"vendor\": \"V\", \"questionnaire\": 1}]}",
        "{\"format\": \"duly/due@1\", \"tool\": {}, \"dues\": [{\"vendor\": \"V\", \"questionnaire\": 1}]}",
        "services: {web: {image: x}}\n",
        "services:\n  web:\n    vendor: x\n",
        "# format: duly/answers@1\nname: x\n",
        "{\"name\": \"x\", \"vendor\": \"y\"}",
        "services: [x\n",
        "",
    ] {
        assert!(!holds_answers(&source(other)), "{other}");
    }
}

#[test]
fn a_review_is_no_answers_whatever_is_wrong_with_it() {
    for review in ["format: duly/review@1\n", "vendor: V\nanswers: {}\n", "format: duly/reviews@1\n", "x: [\n", ""] {
        assert!(!is_no_review(&source(review)), "{review}");
    }
    for answers in ["format: duly/answers@1\n", "format: duly/answer@1\n", "questionnaire: x@1.0.0\nvendor: {}\n"] {
        assert!(is_no_review(&source(answers)), "{answers}");
    }
}

#[test]
fn answers_are_no_review_whatever_they_call_themselves() {
    for key in ["questionnaire: x@1.0.0", "service: Calls", "\"\\x71uestionnaire\": x@1.0.0", "answered: 2026-11-02"] {
        for format in ["review", "questionnaire", "policy"] {
            let text = format!("format: duly/{format}@1\nvendor: {{name: V}}\n{key}\nanswers: {{}}\n");
            assert!(is_no_review(&source(&text)), "{text}");
        }
    }
    let braces = "{format: duly/review@1, vendor: V, sent: [{on: 2026-01-01, questionnaire: x@1.0.0}]}";
    assert!(!is_no_review(&source(braces)));
}

#[test]
fn a_line_of_its_own_quotes_answers_and_an_example_does_not() {
    for text in
        ["Hello,\n\nformat: duly/answers@1\nvendor: {name: V}\n", "From: v\n\nFormat:duly/answer\u{200b}s@1\r\n"]
    {
        assert!(quotes_answers(&source(text), true), "{text}");
    }
    for text in ["```yaml\nformat: duly/answers@1\n```\n", "Write `format: duly/answers@1` first.\n", "> format: x\n"] {
        assert!(!quotes_answers(&source(text), true), "{text}");
    }
}

#[test]
fn of_any_other_file_the_first_key_decides_or_two_keys_of_answers() {
    for keys in [
        "vendor: {name: V}\nquestionnaire: x@1.0.0\n",
        "format: duly/questionnaire@1\nvendor: {name: V}\nquestionnaire: 'x@1.0.0'\n",
        "formt: duly/answers@1\nquestionnaire: ./small.yaml\nanswers:\n",
        "{\"format\": \"duly/svar@1\", \"answers\": {}, \"questionnaire\": \"x@1.0.0\"}",
    ] {
        assert!(is_of_answers(&source(keys)), "{keys}");
    }
    for other in [
        "Vendor: V AB\nQuestionnaire: sent in May\nAnswers: none yet\n",
        "vendor: phoned them\nanswers: {}\n",
        "{\"basis\": {\"questionnaire\": \"x@1.0.0\"}, \"vendor\": \"V\"}",
    ] {
        assert!(!is_of_answers(&source(other)), "{other}");
    }
    for answers in ["format: duly/answers@1\n", "# remark\n\nformat: duly/answer@1", "{\"format\":\"duly/answers@1\"}"]
    {
        assert!(is_of_answers(&source(answers)), "{answers}");
    }
    for other in ["Report\n\nformat: duly/answers@1", "Write:\n\n    format: duly/answers@1\n", "%PDF", "", "f"] {
        assert!(!is_of_answers(&source(other)), "{other}");
    }
}

#[test]
fn answers_in_braces_are_none_the_less_answers_under_another_format() {
    let of = |format: &str, line: &str| {
        let pairs = [("format", format), ("vendor", "V"), ("questionnaire", "x@1.0.0"), ("answers", "none")];
        let pairs = pairs.map(|(key, value)| format!("{line}\"{key}\": \"{value}\""));
        format!("{{{}}}", pairs.join(","))
    };
    for format in ["duly/review@1", "duly/questionnaire@1", "duly/category@1", "duly/policy@1"] {
        for text in [of(format, ""), of(format, "\n  ")] {
            assert!(holds_answers(&source(&text)), "{text}");
        }
    }
    assert!(!holds_answers(&source("{\"format\": \"duly/review@1\", \"answers\": {}}")));
}

#[test]
fn a_message_quotes_answers_in_whatever_way_they_are_written() {
    for line in [
        "format: duly/answers@1",
        "format: \"duly/answers@1\"",
        "\"format\": duly/answers@1",
        "format : duly/answers@1",
    ] {
        assert!(quotes_answers(&source(&format!("Dear all,\n\n{line}\n")), true), "{line}");
        assert!(quotes_answers(&source(&format!("Dear all,\n~~~~\n{line}\n~~~~\n")), false), "no fence: {line}");
        assert!(!quotes_answers(&source(&format!("# Page\n```yaml\n{line}\n```\n")), true), "an example: {line}");
    }
    assert!(!quotes_answers(&source("Write\n    format: duly/answers@1\n"), false));
}

#[test]
fn only_what_this_program_writes_for_others_is_a_report() {
    for (text, expected) in [
        ("{\"format\": \"duly/due@1\", \"tool\": {\"name\": \"duly\"}}", true),
        (" {\"format\": \"duly/assessment@1\", \"tool\": {}, \"vendor\": \"V\"}", true),
        ("format: duly/due@1\ntool: {name: duly}\n", false),
        ("{\"format\": \"duly/due@1\", \"vendor\": \"V\"}", false),
        ("{\"format\": \"other/due@1\", \"tool\": {}}", false),
        ("{\"format\": \"duly/due@1\", \"tool\": {}, \"answers\": {}}", false),
        ("{\"format\": \"duly/due@1\", \"tool\": {}, \"vendor\": {\"name\": \"V\"}}", false),
        ("{\"format\": \"duly/due@1\", \"tool\": {},\n\"format\": \"duly/answers@1\"}", false),
    ] {
        assert_eq!(is_report(&source(text)), expected, "{text}");
    }
}

#[test]
fn a_key_in_braces_stands_by_itself_before_a_colon() {
    for text in ["{format: x}", "{\"FORMAT\" : x}", "x-format: y", "{'format':x}"] {
        assert!(has_in_braces(text, "format"), "{text}");
    }
    for text in ["{reformat: x}", "{_format: x}", "{format x}", "{formats: x}"] {
        assert!(!has_in_braces(text, "format"), "{text}");
    }
}

#[test]
fn what_stands_between_fences_is_an_example_and_what_follows_is_not() {
    let fenced = "text\n```\nformat: duly/answers@1\n```\n";
    for (text, has_fences, expected) in [
        (fenced.to_owned(), true, false),
        (fenced.to_owned(), false, true),
        (format!("{fenced}more\nformat: duly/answers@1\n"), true, true),
    ] {
        assert_eq!(quotes_answers(&source(&text), has_fences), expected, "{text}");
    }
}
