//! Which files are of this program, by how they begin: a document of the vendor is none of them, and no result takes
//! the place of one that people write.

use std::path::Path;

use super::policy;
use crate::source::{Diagnostics, Node, Source, yaml};

/// So much of a file says what it is, in bytes, unless it begins with nothing but remarks.
pub const HEAD: usize = 1 << 16;

/// How the formats of this program begin.
pub const OURS: &[&str] = &["duly/"];

/// How those begin that people write: what is read for a judgement.
const OF_PEOPLE: &[&str] = &["duly/answers", "duly/review", "duly/policy", "duly/questionnaire", "duly/category"];

/// The key that says what a file is comes early.
const MOST_NODES: usize = 1000;

/// Whether a file has the name by which policies are found.
pub fn is_policy_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(policy::NAME))
}

/// Whether a file that begins so is one that people write: answers, a review, a policy or a questionnaire. In doubt it
/// is: a line that says so is enough, wherever it stands.
pub fn is_written_by_people(path: &Path, head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let lines: Vec<&str> = text.lines().collect();
    let says_so = |at: usize| says_so(&lines[at..lines.len().min(at + 3)], OF_PEOPLE);
    is_policy_file(path) || begins_as(head, OF_PEOPLE) == Some(true) || (0..lines.len()).any(says_so)
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
    let source = Source::new("", text);
    let peeked = yaml::peek(&source, "format", MOST_NODES, &mut Diagnostics::default());
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

#[cfg(test)]
mod tests {
    use super::*;

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
