//! Which files are of this program, by how they begin: a document of the vendor is none of them, and no result takes
//! the place of one that people write.

use std::path::Path;

use super::policy;
use crate::source::{Arena, Diagnostics, Node, Source, yaml};

/// So much of a file says what it is, in bytes, unless it begins with nothing but remarks.
pub const HEAD: usize = 4 << 20;

/// How the formats of this program begin.
pub const OURS: &[&str] = &["duly/"];

/// How those begin that people write: what is read for a judgement.
const OF_PEOPLE: &[&str] = &["duly/answers", "duly/review", "duly/policy", "duly/questionnaire", "duly/category"];

/// How those begin that this program writes for other programs; a test beside their writers holds that none is missing.
pub const RESULTS: &[&str] = &["duly/assessment", "duly/comparison", "duly/overview", "duly/due"];

/// Keys at the edge of what people write; two of them are no accident.
const PEOPLES_KEYS: &[&str] = &["vendor", "questionnaire", "answers", "reviewer", "reviewed"];

/// Whether a line begins with a key, at its edge.
fn is_key(line: &str, key: &str) -> bool {
    let line = line.trim_start_matches(['"', '\'', '“', '>', ' ']);
    line.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))
        && line.get(key.len()..).is_some_and(|rest| rest.trim_start_matches(['"', '\'', '”', ' ']).starts_with(':'))
}

/// The key that says what a file is comes early.
const MOST_NODES: usize = 1000;

/// Whether a file has the name by which policies are found.
pub fn is_policy_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(policy::NAME))
}

/// Whether a file that begins so is one that people write: answers, a review, a policy or a questionnaire. In doubt it
/// is: a line that says so is enough, wherever it stands.
pub fn is_written_by_people(path: &Path, head: &[u8]) -> bool {
    let text = as_seen(&String::from_utf8_lossy(head).replace('\0', ""));
    let lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches(['>', '|', ' '])).collect();
    let is_result = begins_as(head, RESULTS) == Some(true);
    let says_so = |at: usize| says_so(&lines[at..lines.len().min(at + 3)], OF_PEOPLE);
    let keys = || PEOPLES_KEYS.iter().filter(|key| text.lines().any(|line| is_key(line, key))).count();
    is_policy_file(path)
        || begins_as(head, OF_PEOPLE) == Some(true)
        || (!is_result && ((0..lines.len()).any(says_so) || keys() > 1))
}

/// Whether a text is of one of these formats: its first key is `format` and names one, in whatever way it is written.
/// `None` if it is nothing but remarks so far.
pub fn begins_as(bytes: &[u8], formats: &[&str]) -> Option<bool> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#')) {
        return None;
    }
    let is_one = |written: &str| formats.iter().any(|format| written.trim().starts_with(format));
    let (source, arena) = (Source::new("", text), Arena::default());
    let peeked = yaml::peek(&source, &arena, "format", MOST_NODES, &mut Diagnostics::default());
    let lines: Vec<&str> = text.lines().collect();
    Some(says_so(&lines, formats) || peeked.as_ref().and_then(Node::text).is_some_and(is_one))
}

/// Whether lines say so at their beginning, as YAML, JSON and TOML are usually written; of a part of a file, too.
fn says_so(lines: &[&str], formats: &[&str]) -> bool {
    let said = lines.iter().filter_map(|line| line.split(" #").next()).map(str::trim);
    let said = said.filter(|line| !line.is_empty() && !line.starts_with(['#', '%']) && *line != "---" && *line != "{");
    let start = said.take(2).collect::<Vec<_>>().join(" ");
    let bare = |text: &str| text.trim_start_matches([' ', '\t', '"', '\'', '{', '?', '-']).to_owned();
    let value = bare(&start).strip_prefix("format").map(bare);
    let value = value.as_deref().and_then(|rest| rest.strip_prefix([':', '=']).map(bare));
    value.is_some_and(|it| formats.iter().any(|format| it.starts_with(format)))
}

/// The letters of other alphabets that look like those of Latin, and these.
const ALIKE: [(&str, char); 14] = [
    ("аα", 'a'),
    ("её", 'e'),
    ("оοо", 'o'),
    ("рρ", 'p'),
    ("сϲ", 'c'),
    ("уү", 'y'),
    ("хχ", 'x'),
    ("іїı", 'i'),
    ("ѕ", 's'),
    ("ԁ", 'd'),
    ("ո", 'n'),
    ("սυ", 'u'),
    ("ԝѡ", 'w'),
    ("гꮁ", 'r'),
];

/// A text as it looks.
pub fn as_seen(text: &str) -> String {
    let seen = |sign: char| match sign {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{ff01}'..='\u{ff5e}' => u32::from(sign).checked_sub(0xfee0).and_then(char::from_u32),
        _ if sign == '\n' || (sign.is_ascii() && !sign.is_control()) => Some(sign),
        _ if sign.is_whitespace() => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' => None,
        _ if sign.is_control() => None,
        _ => Some(ALIKE.iter().find(|(others, _)| others.contains(sign)).map_or(sign, |(_, latin)| *latin)),
    };
    text.chars().filter_map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_of_a_text_is_left_out_and_blanks_are_blanks() {
        assert_eq!(as_seen("a\u{a0}b\u{1}c\u{85}d\u{ad}e"), "a bc\nde");
    }

    #[test]
    fn what_this_program_reads_is_known_by_its_first_key() {
        for ours in [
            "format: duly/answers@1\n",
            "\u{feff}# remark\r\n\r\n---\r\n\"format\" : 'duly/review@1'",
            "format: # a remark\n  duly/questionnaire@1",
            "{\n  \"format\": \"duly/assessment@1\"",
            "{\"format\":\"duly/answers@1\"}",
            "%YAML 1.2\n--- format: duly/category@1",
            "? format\n: duly/answers@1",
            "format: |-\n  duly/answers@1\n",
            "\"\\u0066ormat\": duly/answers@1\n",
            "'format': \"\\x64uly/answers@1\"\n",
            "format = \"duly/policy@1\"",
        ] {
            assert_eq!(begins_as(ours.as_bytes(), OURS), Some(true), "{ours}");
            let is_a_result = ours.contains("assessment");
            assert_eq!(is_written_by_people("x".as_ref(), ours.as_bytes()), !is_a_result, "{ours}");
        }
        for other in [
            "%PDF-1.7 format: duly/",
            "Report\nformat: duly/answers@1",
            "format: x",
            "formats: duly/x",
            "a",
            "x: [y\nformat",
        ] {
            assert_eq!(begins_as(other.as_bytes(), OURS), Some(false), "{other}");
        }
        assert_eq!(begins_as(b"# only\n# remarks\n", OURS), None);
    }

    #[test]
    fn what_people_write_is_known_in_whatever_order_and_state_it_is() {
        for theirs in [
            "vendor: {name: X}\nformat: duly/answers@1\n",
            "vendor: [\n\tformat: duly/answers@1\n",
            "{\"vendor\": {\"name\": \"X\"}, \"format\": \"duly/answers@1\"}",
            "questionnaires = []\r\nformat=\"duly/policy@1\"\r\n",
            "format:\n  duly/category@1",
            "<<<<<<< ours\nformat: duly/review@1\n",
        ] {
            assert!(is_written_by_people("x".as_ref(), theirs.as_bytes()), "{theirs}");
        }
        assert!(is_written_by_people("v/Duly.TOML".as_ref(), b""));
        let results = ["", "# Report\n", "id;answer\r\n", "<!doctype html>", "{\"format\": \"duly/comparison@1\"}"];
        for result in results {
            assert!(!is_written_by_people("x".as_ref(), result.as_bytes()), "{result}");
        }
    }
}
