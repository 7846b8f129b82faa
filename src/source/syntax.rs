//! Whether a text is YAML at all, by the parser underneath, and its reasons where it is not.

use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Options, Parser};

use super::diagnostic::Diagnostics;
use super::file::{Source, Span};
use super::value::is_json;
use crate::words::clean::shown;
use crate::words::problem::{Problem, text};

/// No file of `duly` is nested deeper.
pub(super) const DEPTH: usize = 16;

/// The limits of the parser, for a file that may be so deep.
pub(super) fn options(depth: usize) -> Options {
    granit_parser::options! { flow_nesting_limit: depth * 2, block_nesting_limit: depth * 2 }
}

/// What a text is to the parser.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sound {
    /// One map with one key.
    OneEntry,
    /// Something else.
    Other,
    /// No YAML, from this byte on.
    Broken(usize),
}

/// What a text is.
pub(super) fn sound(text: &str) -> Sound {
    let (mut depth, mut nodes, mut is_map) = (0_usize, 0_usize, false);
    for event in Parser::new_from_str_with_options(text, options(DEPTH)) {
        let event = match event {
            Ok((event, _)) => event,
            Err(error) => return Sound::Broken(error.marker().byte_offset().unwrap_or(0).min(text.len())),
        };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                is_map |= depth == 0 && matches!(event, Event::MappingStart(..));
                nodes += usize::from(depth <= 1);
                depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => depth = depth.saturating_sub(1),
            Event::Scalar(..) | Event::Alias(..) => nodes += usize::from(depth <= 1),
            Event::DocumentStart(..) if nodes > 0 => return Sound::Other,
            _ => {}
        }
    }
    if is_map && nodes == 3 { Sound::OneEntry } else { Sound::Other }
}

/// Why a text is no YAML, if it is none.
pub(super) fn reason(text: &str) -> Option<Problem> {
    let mut events = Parser::new_from_str_with_options(text, options(DEPTH));
    events.find_map(Result::err).map(|error| problem(error.kind(), DEPTH))
}

/// Where a mistake is. The parser places a tab in front of a line at the beginning of the value that goes on there.
pub(super) fn place(text: &str, at: usize, kind: &ErrorKind) -> usize {
    let behind = text.get(at..).filter(|_| matches!(kind, ErrorKind::TabInPlainScalar)).unwrap_or_default();
    let is_lead = |before: &str| before.rsplit_once('\n').is_some_and(|(_, lead)| lead.trim().is_empty());
    let tab = behind.match_indices('\t').find(|(tab, _)| is_lead(&behind[..*tab]));
    at + tab.map_or(0, |(tab, _)| tab)
}

/// The parser's reasons, gathered into the few mistakes that people make; a file may be so deep.
pub(super) fn problem(kind: &ErrorKind, depth: usize) -> Problem {
    use ErrorKind as E;
    match kind {
        E::RecursionLimitExceeded => text::too_deep(depth),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => text::yaml_tab(),
        E::UnclosedQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar
        | E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarIndent => text::yaml_unclosed_quote(),
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofFlowSequence => text::yaml_unclosed_bracket(),
        E::MappingValueNotAllowed | E::InvalidColonPlacement => text::yaml_colon(),
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::InvalidIndentation
        | E::MappingKeyNotAllowed
        | E::BlockSequenceEntryNotAllowed => text::yaml_indentation(),
        E::UnknownAnchor => text::yaml_anchor(),
        E::UnexpectedCharacter { character } if character.is_control() => text::control_character(shown(character)),
        E::BomInsideDocument => text::control_character(shown('\u{feff}')),
        other => text::yaml_syntax(shown(other)),
    }
}

/// Signs that ended a line in YAML 1.1, as some programs still read it, and end none in YAML 1.2.
const ENDS_ELSEWHERE: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// Notes each sign at which a line ends for some who read the file and not for others, so that a comment seems to go
/// on, or to end: a carriage return where other lines end as usual, and what ends lines in YAML 1.1 only. JSON knows
/// neither comments nor such ends.
pub fn odd_line_ends(source: &Arc<Source>, notes: &mut Diagnostics) {
    let (whole, bytes) = (&*source.text, source.text.as_bytes());
    let is_alone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    // old files end every line with it
    let are_mixed = memchr::memchr(b'\n', bytes).is_some();
    let returns = memchr::memchr_iter(b'\r', bytes).filter(is_alone).filter(|_| are_mixed);
    // all of these begin with one of two bytes, and few other signs of a usual text do
    let is_one = |at: &usize| whole.get(*at..).is_some_and(|rest| rest.starts_with(ENDS_ELSEWHERE));
    let mut elsewhere: Vec<usize> = memchr::memchr2_iter(0xC2, 0xE2, bytes).filter(is_one).collect();
    if !elsewhere.is_empty() && is_json(whole) {
        elsewhere.clear();
    }
    for at in returns.chain(elsewhere) {
        if !notes.count_error_if_full() {
            let length = whole[at..].chars().next().map_or(0, char::len_utf8);
            notes.note(source, Span::from(at..at + length), text::lone_return());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_line_for_some_is_refused_wherever_it_stands() {
        let places = |text: &str| -> Vec<usize> {
            let (source, mut notes) = (Source::new("t.yaml", text), Diagnostics::default());
            odd_line_ends(&source, &mut notes);
            notes.sorted().iter().filter_map(|found| Some(found.span?.range().start)).collect()
        };
        assert_eq!(places("a: b # c\u{2028}d: e\u{85}\nf: \"g\u{2029}\"\rh: i\n"), [8, 15, 23, 27]);
        assert!(places("a: b\r\n# c\r\n").is_empty());
        assert!(places("a: b\r# c\r").is_empty(), "every line ends so");
        assert!(places("{\"a\": \"b\u{2028}c\"}\n").is_empty(), "JSON has no such ends");
        assert_eq!(places("{a: \"b\u{2028}c\"}\n"), [6], "and this is none");
    }

    #[test]
    fn an_entry_is_told_from_more_and_from_what_is_broken() {
        for one in ["a: b\n", "  a:\n    b: c\n    d: [e, f]\n", "a: |\n  b: c\n", "# x\na:\n", "a: {b: c, d: e}"] {
            assert_eq!(sound(one), Sound::OneEntry, "{one}");
        }
        for other in ["", "# a\n", "a", "- a", "a: b\nc: d\n", "a: b\n---\nc: d\n", "[a, b, c]"] {
            assert_eq!(sound(other), Sound::Other, "{other}");
        }
        assert_eq!(sound("a: b: c"), Sound::Broken(4));
        assert_eq!(sound("a: *b"), Sound::Broken(3));
    }
}
