//! Cleaning, by what becomes of hidden characters.

use super::*;

#[test]
fn escape_sequences_and_direction_marks_become_visible() {
    assert_eq!(visible("a\u{1b}[31mb\u{202e}c"), "a\\u{1b}[31mb\\u{202e}c");
    assert_eq!(visible("åäö – ”ja”"), "åäö – ”ja”");
}

#[test]
fn what_is_ordinary_hides_nothing() {
    for c in ('\0'..='\u{ffff}').chain('\u{1f600}'..='\u{1f60f}') {
        assert!(!is_ordinary(&format!("a{c}")) || !is_hidden(c), "{c:?}");
    }
    assert!(is_ordinary("Räksmörgås À la ÿ~") && !is_ordinary("–"));
}

#[test]
fn characters_that_are_nothing_become_visible() {
    assert_eq!(visible("\u{fffe}\u{1ffff}\u{fdd0}"), "\\u{fffe}\\u{1ffff}\\u{fdd0}");
    assert_eq!(visible("\u{180b}\u{fff0}\u{1bca0}\u{1d173}"), "\\u{180b}\\u{fff0}\\u{1bca0}\\u{1d173}");
}

#[test]
fn lines_are_joined_and_cut_by_characters() {
    assert_eq!(one_line(" two \n lines\t here "), "two lines here");
    assert_eq!(one_line("a\u{2028}b\u{7}"), "a b\\u{7}");
    assert_eq!(shortened("åäöåäö", 4), "åäö…");
}

#[test]
fn shell_words_are_quoted_where_they_must_be() {
    assert_eq!(shell_word("vendors/nordköp.yaml"), "vendors/nordköp.yaml");
    assert_eq!(shell_word("a b; rm -r x"), "'a b; rm -r x'");
    assert_eq!(shell_word("it's"), "'it'\\''s'");
}

#[test]
fn toml_texts_are_one_line_and_hide_nothing() {
    assert_eq!(toml_text("våra \"regler\"\\x"), "\"våra \\\"regler\\\"\\\\x\"");
    assert_eq!(toml_text("a\nb\u{202e}"), "\"a\\U0000000ab\\U0000202e\"");
}

#[test]
fn json_keeps_its_values() {
    let json = json_escaped("{\n  \"a\": \"x\u{202e}\u{e0001}\"\n}".to_owned());
    assert_eq!(json, "{\n  \"a\": \"x\\u202e\\udb40\\udc01\"\n}");
}

#[test]
fn blanks_in_disguise_say_nothing() {
    assert!(!says_something(" \u{2800}.-"));
    assert!(says_something("å"));
    assert!(is_blank("\u{2800}\u{3164} \n") && is_blank("") && !is_blank("-"));
}

#[test]
fn nothing_that_is_made_of_hidden_signs_hides_them() {
    let shown = "a\\u{202e}";
    assert_eq!([Clean::from("a\u{202e}"), Clean::from("b").part(|_| "a\u{202e}")], [shown; 2]);
    let as_it_stands_and_copied = ["\"a\u{202e}\"", "\"a\\u202e\""].map(serde_json::from_str);
    assert_eq!(as_it_stands_and_copied.map(Result::<Clean, _>::unwrap), [shown; 2]);
}

#[test]
fn prose_breaks_are_not_called_hidden() {
    assert!(!has_hidden("a\nb\tc"));
    assert!(has_hidden("a\u{200b}b"));
    for c in ('\0'..='\u{ffff}').chain('\u{1f600}'..='\u{1f60f}') {
        assert_eq!(has_hidden(&format!("å{c}\n")), is_hidden(c) && !"\n\r\t".contains(c), "{c:?}");
    }
}
