//! What a file is, by what it says of itself.

use std::path::Path;
use std::sync::Arc;

use super::desk::Desk;
use super::own_file::{OURS, RESULTS, as_seen, begins_as, is_written_by_people};
use super::text;
use crate::answers::read as read_answers;
use crate::policy;
use crate::questionnaire::read as read_questionnaire;
use crate::review::read as read_review;
use crate::source::nearest::nearest;
use crate::source::{Arena, Diagnostics, Node, Source, yaml};
use crate::words::clean::{Clean, one_line};
use crate::words::problem::{Problem, text as problem};

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

/// What there is to say of a file that cannot be read as it should be and does not say near its top that it is one for
/// this program: only that, or that it is a policy. No line of it is a slip.
pub fn not_ours(source: &Source, notes: &Diagnostics, expected: &'static str) -> Option<Problem> {
    if !notes.has_errors() || !notes.was_read_whole() || holds_nothing(source) {
        return None;
    }
    let lines = source.text.lines().filter(|line| is_content(line.trim())).take(TOP_LINES);
    let top = lines.map(|line| format!("{line}\n")).collect::<String>();
    let begins_as = |formats: &[&str]| begins_as(top.as_bytes(), formats) == Some(true);
    let policy = [kind_of(policy::read::FORMAT)];
    if begins_as(&policy) {
        return Some(problem::wrong_format(policy::read::FORMAT, expected).helped(|lang| lang.is_a_policy()));
    }
    let is_ours = begins_as(OURS) || has_line(&top, "format") || is_written_by_people(Path::new(""), top.as_bytes());
    (!is_ours).then(|| problem::no_format(expected))
}

impl Desk<'_> {
    /// Notes of a file that it is not one for this program, where what is wrong with it shows no more; says whether.
    pub(super) fn is_not_ours(&mut self, source: &Arc<Source>, wrong: &Diagnostics, expected: &'static str) -> bool {
        let problem = not_ours(source, wrong, expected);
        let is_not = problem.is_some();
        problem.into_iter().for_each(|problem| self.notes.note_file(source, problem));
        is_not
    }
}

/// So many lines of content are near the top.
const TOP_LINES: usize = 20;

/// Whether a file that has the ending of answers may be meant to hold some: it says so, in whatever version; or it says
/// nothing that this program knows and has keys of answers, a slip in its format, or another format beside it. Its
/// reader then says what is wrong with it.
pub fn holds_answers(source: &Arc<Source>) -> bool {
    is_as_seen(source, &|source| match said(source) {
        Some(FileFormat::Answers) => true,
        Some(_) => has_format_of_answers(&source.text) || has_both_keys(source),
        None if is_report(source) => false,
        None => names_format_of_answers(&source.text) || has_keys_of_answers(source, &KEYS),
    })
}

/// Whether a file that is named as answers are was meant to hold some: of one that holds nothing its reader says so.
pub fn is_meant(source: &Arc<Source>) -> bool {
    holds_answers(source) || holds_nothing(source)
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
        Some(_) => has_format_of_answers(&source.text) || has_key_of_answers_alone(source),
        // the other keys of answers stand in a review, too
        None => names_format_of_answers(&source.text) || has_keys_of_answers(source, &KEYS[..1]),
    })
}

/// Whether a file under any other name says, in its first key, that it holds answers; or has the keys of some.
fn is_of_answers(source: &Arc<Source>) -> bool {
    is_as_seen(source, &|source| {
        begins_as(source.text.as_bytes(), &[ALMOST]) == Some(true) || says_what_is_answered(source)
    })
}

/// Whether a text of keys says at its top which questionnaire is answered, and has another key of answers.
fn says_what_is_answered(source: &Arc<Source>) -> bool {
    if !is_in_braces(&source.text) {
        let first = source.text.lines().find(|line| is_content(line.trim())).and_then(|line| line.split_once(':'));
        let begins_with_key = first.is_some_and(|(key, _)| !bare(key).contains(char::is_whitespace));
        let names_one = value_of_line(&source.text, KEYS[0]).is_some_and(names_questionnaire);
        return begins_with_key && names_one && KEYS[1..].iter().any(|key| has_line(&source.text, key));
    }
    let arena = Arena::default();
    let at_top = |key: &&str| yaml::peek(source, &arena, key, read_answers::MOST_NODES, &mut Diagnostics::default());
    let named = at_top(&KEYS[0]).and_then(|node| node.text().map(names_questionnaire));
    named == Some(true) && KEYS[1..].iter().any(|key| at_top(key).is_some())
}

/// Whether a value names a questionnaire by its version or its file.
fn names_questionnaire(written: &str) -> bool {
    let written = written.split(" #").next().map(bare).unwrap_or_default();
    let has_version =
        written.split_once('@').is_some_and(|(_, version)| version.starts_with(|it: char| it.is_numeric()));
    has_version || read_answers::is_path(written)
}

/// Whether a message or a note names the format of answers in a line of its own further down: then somebody's answers
/// may follow. In a page of Markdown what stands between fences is an example; elsewhere such lines are decoration.
pub fn quotes_answers(source: &Arc<Source>, has_fences: bool) -> bool {
    is_as_seen(source, &|source| {
        let mut is_fenced = false;
        source.text.lines().any(|line| {
            is_fenced ^= has_fences && ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
            let (key, rest) = line.split_once(':').unwrap_or_default();
            let names_it = bare(rest).to_ascii_lowercase().starts_with(ALMOST);
            let is_key = !key.starts_with(char::is_whitespace) && bare(key).eq_ignore_ascii_case("format");
            !is_fenced && names_it && is_key
        })
    })
}

/// The beginning of a file, and whether it says that it holds answers. So many bytes of it are asked for, and more
/// where it says nothing so far, or has one key of answers.
pub fn beginning(mut read: impl FnMut(usize) -> Option<Vec<u8>>) -> Option<(Vec<u8>, bool)> {
    let beginning = read(BEGINNING)?;
    let text = text::roughly(Path::new(""), beginning.clone());
    let is_in_braces = is_in_braces(&text.text);
    let has = |key: &&str| if is_in_braces { has_in_braces(&text.text, key) } else { has_line(&text.text, key) };
    let may_be = || says_little(&text) || KEYS.iter().any(has);
    let goes_on = beginning.len() == BEGINNING && may_be();
    let text = if goes_on { text::roughly(Path::new(""), read(read_answers::LARGEST)?) } else { text };
    Some((beginning, is_of_answers(&text)))
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

/// The keys at the top of answers that no other file of ours has there.
const OF_ANSWERS_ALONE: [&str; 5] = [KEYS[0], "service", "filled", "answered", "chain"];

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

/// Whether a text has a key at its top that stands in answers alone. Lines say so, unless it is written oddly.
fn has_key_of_answers_alone(source: &Arc<Source>) -> bool {
    let is_odd = || is_in_braces(&source.text) || source.text.contains('\\');
    OF_ANSWERS_ALONE.iter().any(|key| has_line(&source.text, key))
        || is_odd() && has_keys_of_answers(source, &OF_ANSWERS_ALONE)
}

/// Whether a text is written in braces, as JSON is.
fn is_in_braces(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| is_content(line));
    first.is_some_and(|line| line.starts_with(['{', '[']))
}

/// Whether a text names at its top both a questionnaire and answers.
fn has_both_keys(source: &Arc<Source>) -> bool {
    let arena = Arena::default();
    let at_top = |key| yaml::peek(source, &arena, key, read_answers::MOST_NODES, &mut Diagnostics::default()).is_some();
    let [first, second] = [KEYS[0], KEYS[1]];
    let by_lines = has_line(&source.text, first) && has_line(&source.text, second);
    by_lines || is_in_braces(&source.text) && at_top(first) && at_top(second)
}

/// Whether a text has a key of answers at its top. Braces may be nested in any way: there it takes two of them.
fn has_keys_of_answers(source: &Arc<Source>, keys: &[&str]) -> bool {
    if is_in_braces(&source.text) {
        return keys.iter().filter(|key| has_in_braces(&source.text, key)).count() >= keys.len().min(2);
    }
    let (arena, most) = (Arena::default(), read_answers::MOST_NODES);
    keys.iter().any(|key| has_line(&source.text, key))
        || keys.iter().any(|key| yaml::peek(source, &arena, key, most, &mut Diagnostics::default()).is_some())
}

/// Whether a text in braces has a key, in whatever capitals and however deep.
fn has_in_braces(text: &str, key: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.match_indices(key).any(|(at, key)| is_key_at(&text, at, key.len()))
}

/// Whether what stands here is a key in braces: a colon follows, quotes and blanks aside, and no letter goes before.
fn is_key_at(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].trim_start_matches(['"', '\'', ' ']);
    before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_') && after.starts_with(':')
}

/// Whether a line that is indented no further than the first begins with a key, in whatever capitals.
fn has_line(text: &str, key: &str) -> bool {
    value_of_line(text, key).is_some()
}

/// What stands behind the key in such a line.
fn value_of_line<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let mut first = None;
    text.lines().filter(|line| is_content(line.trim())).find_map(|line| {
        let indent = line.len() - line.trim_start().len();
        let most = *first.get_or_insert(indent);
        let (start, value) = line.split_once(':').filter(|_| indent <= most)?;
        bare(start).eq_ignore_ascii_case(key).then_some(value)
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
mod tests;
