//! What a file is, by what it says of itself.

use std::path::Path;
use std::sync::Arc;

use super::own_file::{RESULTS, as_seen, begins_as};
use super::text;
use crate::answers::read as read_answers;
use crate::policy;
use crate::questionnaire::read as read_questionnaire;
use crate::review::read as read_review;
use crate::source::nearest::nearest;
use crate::source::{Arena, Diagnostics, Node, Source, yaml};
use crate::words::clean::{Clean, one_line};
use crate::words::problem::text as problem;

/// What a file is, by its `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// What the vendor says.
    Answers,
    /// What we know and decide.
    Review,
    /// What is asked.
    Questionnaire,
    /// A category of a questionnaire, which means nothing without it.
    Category,
    /// What we accept.
    Policy,
}

/// The formats that there are.
const FORMATS: [(&str, FileFormat); 5] = [
    (read_answers::FORMAT, FileFormat::Answers),
    (read_review::FORMAT, FileFormat::Review),
    (read_questionnaire::FORMAT, FileFormat::Questionnaire),
    (read_questionnaire::CATEGORY_FORMAT, FileFormat::Category),
    (policy::read::FORMAT, FileFormat::Policy),
];

/// What a YAML file says that it is; an unknown format is noted with those that there are.
pub fn format(source: &Arc<Source>, notes: &mut Diagnostics) -> Option<FileFormat> {
    let arena = Arena::default();
    let node = yaml::peek(source, &arena, "format", read_questionnaire::MOST_NODES, notes);
    let known = FORMATS.map(|(format, _)| format);
    let Some(written) = node.as_ref().and_then(Node::text) else {
        if notes.is_empty() {
            notes.note_file(source, problem::no_format(Clean::joined(known, " | ")));
        }
        return None;
    };
    let found = FORMATS.into_iter().find(|(format, _)| *format == written).map(|(_, format)| format);
    if found.is_none() {
        let problem = problem::wrong_format(one_line(written), Clean::joined(known, " | "));
        let span = node.as_ref().map(|node| node.span).unwrap_or_default();
        notes.note(source, span, problem.did_you_mean(nearest(written, known)));
    } else {
        *notes = Diagnostics::default(); // the reader of the format says it again, with more
    }
    found
}

/// Whether a file that has the ending of answers may be meant to hold some: it says so, in whatever version; or it says
/// nothing that this program knows and has keys of answers, a slip in its format, or another format beside it. Its
/// reader then says what is wrong with it.
pub fn holds_answers(source: &Arc<Source>) -> bool {
    is_as_seen(source, &|source| match said(source) {
        Some(FileFormat::Answers) => true,
        Some(_) => has_format_of_answers(&source.text) || KEYS[..2].iter().all(|key| has_line(&source.text, key)),
        None if is_report(source) => false,
        None => names_format_of_answers(&source.text) || has_keys_of_answers(source, &KEYS),
    })
}

/// Whether a file says nothing at all.
pub fn holds_nothing(source: &Source) -> bool {
    !source.text.trim_start_matches('\u{feff}').lines().any(|line| is_content(line.trim()))
}

/// Whether something holds of a text, or of what a reader sees of it: signs that cannot be seen, letters that only look
/// like others and breaks of other kinds make no file another.
fn is_as_seen(source: &Arc<Source>, holds: &dyn Fn(&Arc<Source>) -> bool) -> bool {
    let is_odd = |byte: &u8| !byte.is_ascii() || (byte.is_ascii_control() && *byte != b'\n');
    holds(source) || source.text.as_bytes().iter().any(is_odd) && holds(&Source::new("", as_seen(&source.text)))
}

/// Whether a file that has the name of a review holds answers instead.
pub fn is_no_review(source: &Arc<Source>) -> bool {
    is_as_seen(source, &|source| match said(source) {
        Some(FileFormat::Answers) => true,
        Some(_) => has_format_of_answers(&source.text),
        // the other keys of answers stand in a review, too
        None => names_format_of_answers(&source.text) || has_keys_of_answers(source, &KEYS[..1]),
    })
}

/// Whether the beginning of a file under any other name says, in its first key, that it holds answers.
fn begins_as_answers(source: &Arc<Source>) -> bool {
    is_as_seen(source, &|source| begins_as(source.text.as_bytes(), &[ALMOST]) == Some(true))
}

/// The beginning of a file, and whether its first key says that it holds answers. So many bytes of it are asked for,
/// and more where it says nothing so far.
pub fn beginning(mut read: impl FnMut(usize) -> Option<Vec<u8>>) -> Option<(Vec<u8>, bool)> {
    let beginning = read(BEGINNING)?;
    let text = text::roughly(Path::new(""), beginning.clone());
    let goes_on = beginning.len() == BEGINNING && says_little(&text);
    let text = if goes_on { text::roughly(Path::new(""), read(read_answers::LARGEST)?) } else { text };
    Some((beginning, begins_as_answers(&text)))
}

/// Whether a text says too little so far, remarks and blanks aside, for anybody to know how it goes on.
fn says_little(source: &Source) -> bool {
    let said = source.text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    said.filter(|line| is_content(line)).map(str::len).sum::<usize>() < LITTLE
}

/// What a text says that it is, of whatever version; `None` where it says nothing that is known.
fn said(source: &Arc<Source>) -> Option<FileFormat> {
    let written = peeked(source)?;
    FORMATS.into_iter().find(|(format, _)| kind_of(format) == kind_of(&written)).map(|(_, format)| format)
}

/// Whether a text is what this program writes for other programs: JSON, with the keys that it has there, and none that
/// holds what answers hold in it.
fn is_report(source: &Arc<Source>) -> bool {
    let is_one = peeked(source).is_some_and(|written| RESULTS.contains(&kind_of(&written)));
    let arena = Arena::default();
    let at_top = |key| yaml::peek(source, &arena, key, read_answers::MOST_NODES, &mut Diagnostics::default());
    let is_written = || source.text.trim_start().starts_with('{') && at_top("tool").is_some();
    let is_answered = || KEYS[..2].iter().any(|key| at_top(key).is_some()) || at_top(KEYS[2]).is_some_and(is_nested);
    is_one && !has_format_of_answers(&source.text) && is_written() && !is_answered()
}

fn is_nested(node: Node) -> bool {
    node.text().is_none()
}

fn peeked(source: &Arc<Source>) -> Option<String> {
    let arena = Arena::default();
    let format = yaml::peek(source, &arena, "format", read_answers::MOST_NODES, &mut Diagnostics::default());
    format.as_ref().and_then(Node::text).map(|format| format.trim().to_owned())
}

/// `duly/answers@1` → `duly/answers`.
fn kind_of(format: &str) -> &str {
    format.split('@').next().unwrap_or_default()
}

/// The keys at the top of answers. Only the first stands nowhere else.
const KEYS: [&str; 3] = ["questionnaire", "answers", "vendor"];

/// So much of a file says what it is, in bytes.
pub const BEGINNING: usize = 1 << 10;

/// In fewer letters no key and its value are sure to stand.
const LITTLE: usize = 64;

/// How the format of answers begins, with or without a slip in its end.
const ALMOST: &str = "duly/answer";

/// Whether a line, remarks aside, gives a format that was meant to be that of answers.
fn has_format_of_answers(text: &str) -> bool {
    let lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(':')).any(|(key, rest)| {
        bare(key).to_ascii_lowercase().ends_with("format") && rest.to_ascii_lowercase().contains(ALMOST)
    })
}

/// Whether a line, remarks aside, names that format in any way.
fn names_format_of_answers(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with('#'));
    lines.any(|line| line.to_ascii_lowercase().contains(ALMOST))
}

/// Whether a text has a key of answers at its top. Braces may be nested in any way: there it takes two of them.
fn has_keys_of_answers(source: &Arc<Source>, keys: &[&str]) -> bool {
    let is_flow = source.text.lines().map(str::trim).find(|line| is_content(line));
    if is_flow.is_some_and(|line| line.starts_with(['{', '['])) {
        let text = source.text.to_ascii_lowercase();
        let has = |key: &&&str| text.match_indices(**key).any(|(at, key)| is_key_at(&text, at, key.len()));
        return keys.iter().filter(has).count() >= keys.len().min(2);
    }
    let (arena, most) = (Arena::default(), read_answers::MOST_NODES);
    keys.iter().any(|key| has_line(&source.text, key))
        || keys.iter().any(|key| yaml::peek(source, &arena, key, most, &mut Diagnostics::default()).is_some())
}

/// Whether what stands here is a key in braces: a colon follows, quotes and blanks aside, and no letter goes before.
fn is_key_at(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].trim_start_matches(['"', '\'', ' ']);
    before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_') && after.starts_with(':')
}

/// Whether a line that is indented no further than the first begins with a key, in whatever capitals.
fn has_line(text: &str, key: &str) -> bool {
    let mut first = None;
    text.lines().filter(|line| is_content(line.trim())).any(|line| {
        let indent = line.len() - line.trim_start().len();
        let most = *first.get_or_insert(indent);
        let start = line.split(':').next().filter(|start| start.len() < line.len());
        indent <= most && start.is_some_and(|start| bare(start).eq_ignore_ascii_case(key))
    })
}

/// Whether a line holds more than a remark or a mark of YAML.
fn is_content(line: &str) -> bool {
    !line.is_empty() && !line.starts_with(['#', '%']) && line != "---" && line != "..."
}

/// A key or a value without what may stand around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || ['"', '\'', '?', '-', '\u{feff}'].contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Arc<Source> {
        Source::new("v.yaml", text)
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
        for review in ["format: duly/review@1\n", "vendor: V\nanswers: {}\n", "format: duly/reviews@1\n", "x: [\n", ""]
        {
            assert!(!is_no_review(&source(review)), "{review}");
        }
        for answers in ["format: duly/answers@1\n", "format: duly/answer@1\n", "questionnaire: x@1.0.0\nvendor: {}\n"] {
            assert!(is_no_review(&source(answers)), "{answers}");
        }
    }

    #[test]
    fn of_any_other_file_the_first_key_decides() {
        for answers in
            ["format: duly/answers@1\n", "# remark\n\nformat: duly/answer@1", "{\"format\":\"duly/answers@1\"}"]
        {
            assert!(begins_as_answers(&source(answers)), "{answers}");
        }
        for other in ["Report\n\nformat: duly/answers@1", "Write:\n\n    format: duly/answers@1\n", "%PDF", "", "f"] {
            assert!(!begins_as_answers(&source(other)), "{other}");
        }
    }
}
