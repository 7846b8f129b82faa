//! Files of other programs as text: JSON that nobody could have meant, or that is made to fill the memory.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use duly::internal::exchange::json::read;
use duly::internal::exchange::tree::{DEPTH, NODES, Tree};
use duly::internal::source::Source;
use duly::internal::words::problem::{Code, trees};
use duly::internal::words::{Lang, clean};

/// What can be wrong with JSON; each is met below.
pub const CODES: &[&Code] = trees::CODES;

/// A text, and the code and the line of what is wrong with it.
fn hostile() -> Vec<(String, &'static str, usize)> {
    let wide = |piece: &str| format!("[\n{}0]", piece.repeat(NODES));
    vec![
        (String::new(), "nothing-in-file", 0),
        ("// nothing but this".to_owned(), "nothing-in-file", 0),
        ("{\n  \"a\": yes\n}".to_owned(), "json-stray", 2),
        ("{\"a\": 1}\n{\"a\": 1}".to_owned(), "json-stray", 2),
        ("{\"a\": \"x\u{1b}[2J\"}".to_owned(), "json-stray", 1),
        ("\n{\"a\": [1, 2".to_owned(), "json-unclosed", 2),
        ("[\"never\nclosed\"]".to_owned(), "json-unclosed", 1),
        ("/* ".repeat(1 << 20), "json-unclosed", 1),
        ("[\n\n\"\\q\"]".to_owned(), "json-escape", 3),
        ("{\"__proto__\": 1,\n \"__proto__\": 2}".to_owned(), "duplicate-key", 2),
        ("{\"a\": 1, \"\\u0061\": 2}".to_owned(), "duplicate-key", 1),
        ("[".repeat(4 << 20), "too-deep", 1),
        ("{\"a\":\n".repeat(DEPTH + 1), "too-deep", DEPTH + 1),
        (wide("0,"), "too-many-values", 2),
        (wide("{},"), "too-many-values", 2),
    ]
}

#[test]
fn hostile_json_is_refused_by_name_with_its_line() {
    let mut met = BTreeSet::new();
    for (text, code, line) in hostile() {
        let begun = Instant::now();
        let problem = read(&text).unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(5), "{code}");
        assert_eq!(problem.code.id, code);
        for lang in Lang::ALL {
            let (message, help) = (problem.message(lang), problem.help(lang));
            assert!(!help.is_empty() && ![message, help].iter().any(|words| clean::has_hidden(words)), "{message}");
            let place = if lang == Lang::En { format!("line {line}: ") } else { format!("rad {line}: ") };
            assert_eq!(message.starts_with(&place), line > 0, "{message}");
        }
        met.insert(code);
    }
    assert!(CODES.iter().all(|code| met.contains(code.id)));
}

#[test]
fn misleading_yaml_of_another_program_is_refused_with_its_line() {
    let deep: String = (0..DEPTH + 2).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for (text, code, line) in [
        ("a: &x [1]\nb: [*x, *x]\n", "yaml-anchor", 1),
        ("a: 1\nb: !!python/object x\n", "yaml-tag", 2),
        ("a: 1\n---\nb: 1\n", "second-document", 2),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        (deep.as_str(), "too-deep", DEPTH + 1),
    ] {
        let problem = Tree::of_yaml(&Source::new("library.yaml", text)).unwrap_err();
        assert_eq!(problem.code.id, code);
        assert!(problem.message(Lang::En).starts_with(&format!("line {line}: ")), "{}", problem.message(Lang::En));
    }
}
