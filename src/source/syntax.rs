//! Whether a text is YAML at all, by the parser underneath, and its reasons where it is not.

use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Options, Parser};

use super::diagnostic::Diagnostics;
use super::file::{Source, Span};
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

/// Notes each carriage return that ends a line where others end as usual: most programs show what follows as a part of
/// the line before, so that a comment seems to go on.
pub fn lone_returns(source: &Arc<Source>, notes: &mut Diagnostics) {
    let bytes = source.text.as_bytes();
    if memchr::memchr(b'\n', bytes).is_none() {
        return; // old files end every line so
    }
    for at in memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')) {
        if !notes.count_error_if_full() {
            notes.note(source, Span::from(at..at + 1), text::lone_return());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
