//! YAML text to a tree with places.
//!
//! The parser underneath accepts all of YAML. What a hostile or careless file could mislead with is refused here:
//! anchors and aliases, merge keys, tags, second documents, duplicate keys, excessive depth and size.

use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, StrInput};

use super::arena::Arena;
use super::diagnostic::Diagnostics;
use super::entries::Entries;
use super::file::{Source, Span};
use super::mend::{self, Mended, Shape};
use super::node::{Entry, Kind, Node, is_null};
use super::plain;
use super::syntax::{self, DEPTH};
use crate::words::clean::one_line;
use crate::words::problem::text;

/// Reads a file of at most `most_nodes` values. `None` when its structure is broken; then the reason is noted.
/// A tree with noted problems is still returned where its structure holds, so that readers can go on.
pub fn parse<'s>(
    source: &'s Arc<Source>,
    arena: &'s Arena,
    most_nodes: usize,
    notes: &mut Diagnostics,
) -> Option<Node<'s>> {
    plain::read(&source.text, arena, DEPTH, most_nodes).or_else(|| parse_all(source, arena, most_nodes, notes))
}

/// Reads a file that may be broken: each slip in it is noted in its place, and all else is read as it was probably
/// meant. The tree is for finding what else is wrong, not for changing the file.
pub fn parse_or_mend<'s>(
    source: &'s Arc<Source>,
    arena: &'s Arena,
    shape: &Shape,
    most_nodes: usize,
    notes: &mut Diagnostics,
) -> Option<Node<'s>> {
    let plain = plain::read(&source.text, arena, DEPTH, most_nodes);
    if let Some(tree) = plain.filter(|tree| !shape.is_shifted(tree)) {
        return Some(tree);
    }
    let mut own = Diagnostics::default();
    let tree = parse_all(source, arena, most_nodes, &mut own);
    let Some(Mended { text, places, wrong }) = mended_where_broken(source, shape, tree.as_ref(), &own) else {
        notes.append(own);
        return tree;
    };
    wrong.into_iter().for_each(|(span, problem)| notes.note(source, span, problem));
    let (mended, for_mended) = (source.with_text(text), Arena::default());
    let mut found = Diagnostics::default();
    let tree = parse_all(&mended, &for_mended, most_nodes, &mut found);
    notes.append(found.moved(source, |span| places.before(span)));
    tree.map(|tree| tree.moved(arena, &|span| places.before(span)))
}

/// A file as it was probably meant, where it is broken: what came of reading it decides whether it is.
fn mended_where_broken(source: &Source, shape: &Shape, tree: Option<&Node<'_>>, notes: &Diagnostics) -> Option<Mended> {
    let is_in_place = tree.is_some_and(|tree| !shape.is_shifted(tree));
    let is_whole = is_in_place && !notes.has(text::second_document().code);
    let is_to_be_mended = !is_whole || mend::has_unseen_blanks(&source.text);
    let may_be_mended = tree.is_some() || (notes.was_read_whole() && !notes.is_crowded());
    if is_to_be_mended && may_be_mended { mend::mend(&source.text, shape) } else { None }
}

/// The text of a broken file as it was probably meant; `None` for one that is not broken, or cannot be mended.
pub fn mended(source: &Arc<Source>, shape: &Shape, most_nodes: usize) -> Option<String> {
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let tree = parse(source, &arena, most_nodes, &mut notes);
    mended_where_broken(source, shape, tree.as_ref(), &notes).map(|mended| mended.text)
}

/// The same through the parser, whatever the file holds.
pub fn parse_all<'s>(
    source: &'s Arc<Source>,
    arena: &'s Arena,
    most_nodes: usize,
    notes: &mut Diagnostics,
) -> Option<Node<'s>> {
    parse_deep(source, arena, DEPTH, most_nodes, notes)
}

/// The same of a file that is none of ours and may be so deep.
pub fn parse_deep<'s>(
    source: &'s Arc<Source>,
    arena: &'s Arena,
    depth: usize,
    most_nodes: usize,
    notes: &mut Diagnostics,
) -> Option<Node<'s>> {
    syntax::odd_line_ends(source, notes);
    let events = Parser::new_from_str_with_options(&source.text, syntax::options(depth));
    let mut builder = Builder { source, arena, notes, events, depth, nodes_left: most_nodes, most_nodes };
    builder.document().ok()
}

/// The value of a key at the top of a file, read no further than that. `None` when there is no such key; then what is
/// wrong with the file may have been noted.
pub fn peek<'s>(
    source: &'s Arc<Source>,
    arena: &'s Arena,
    key: &str,
    most_nodes: usize,
    notes: &mut Diagnostics,
) -> Option<Node<'s>> {
    let events = Parser::new_from_str(&source.text);
    let mut builder = Builder { source, arena, notes, events, depth: DEPTH, nodes_left: most_nodes, most_nodes };
    builder.entry_at_top(key).ok().flatten()
}

/// The structure of the file is broken, and the reason has been noted.
struct Stopped;

struct Builder<'s, 'd> {
    source: &'s Arc<Source>,
    arena: &'s Arena,
    notes: &'d mut Diagnostics,
    events: Parser<'s, StrInput<'s>>,
    /// It may be so deep.
    depth: usize,
    nodes_left: usize,
    most_nodes: usize,
}

/// The format that a file of this name usually has, by which somebody who left it empty finds on.
fn usual_format(name: &str) -> &'static str {
    let (name, ends) = (name.to_ascii_lowercase(), [".review.yaml", ".review.yml"]);
    if ends.iter().any(|end| name.ends_with(end)) { "duly/review@1" } else { "duly/answers@1" }
}

impl<'s> Builder<'s, '_> {
    fn document(&mut self) -> Result<Node<'s>, Stopped> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => {
                    self.notes.note_file(self.source, text::empty_file(usual_format(&self.source.name)));
                    return Err(Stopped);
                }
                (event, span) => {
                    let root = self.node(event, span, 0)?;
                    self.end()?;
                    return Ok(root);
                }
            }
        }
    }

    fn entry_at_top(&mut self, key: &str) -> Result<Option<Node<'s>>, Stopped> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::MappingStart(..), _) => break,
                (Event::StreamEnd | Event::DocumentEnd, _) => {
                    self.notes.note_file(self.source, text::empty_file(usual_format(&self.source.name)));
                    return Err(Stopped);
                }
                _ => return Ok(None),
            }
        }
        loop {
            let (event, span) = self.next()?;
            if let Event::MappingEnd = event {
                return Ok(None);
            }
            let found = self.node(event, span, 1)?;
            let (event, span) = self.next()?;
            let value = self.node(event, span, 1)?;
            if found.text() == Some(key) {
                return Ok(Some(value));
            }
        }
    }

    /// After the first document there must be nothing more.
    fn end(&mut self) -> Result<(), Stopped> {
        loop {
            match self.next()? {
                (Event::DocumentEnd, _) => {}
                (Event::StreamEnd, _) => return Ok(()),
                (_, span) => {
                    self.notes.note(self.source, span, text::second_document());
                    return Ok(());
                }
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'s>, Span), Stopped> {
        match self.events.next_event() {
            Some(Ok((event, span))) => match span.byte_range() {
                Some(range) => Ok((event, Span::from(range))),
                None => Err(self.lost()),
            },
            Some(Err(error)) => {
                let problem = syntax::problem(error.kind(), self.depth);
                match error.marker().byte_offset() {
                    Some(at) => {
                        let at = syntax::place(&self.source.text, at, error.kind());
                        self.notes.note(self.source, Span::from(at..at), problem);
                    }
                    None => self.notes.note_file(self.source, problem),
                }
                Err(Stopped)
            }
            None => Err(self.lost()),
        }
    }

    /// The parser gave no place for what it read, or nothing more before its end. It never does, and a guess would put
    /// the next change where it does not belong.
    fn lost(&mut self) -> Stopped {
        self.notes.note_file(self.source, text::yaml_syntax("its parts have no places; please report this as a bug"));
        Stopped
    }

    fn node(&mut self, event: Event<'s>, start: Span, depth: usize) -> Result<Node<'s>, Stopped> {
        self.spend(start, depth)?;
        self.refuse_features(&event, start)?;
        match event {
            Event::Scalar(value, style, ..) => Ok(Node { span: start, kind: scalar(self.arena.kept(value), style) }),
            Event::SequenceStart(..) => self.list(start, depth),
            Event::MappingStart(..) => self.map(start, depth),
            _ => Ok(Node { span: start, kind: Kind::Null }), // an alias: refused above, and it stands for nothing
        }
    }

    fn spend(&mut self, span: Span, depth: usize) -> Result<(), Stopped> {
        let problem = if depth > self.depth {
            text::too_deep(self.depth)
        } else if self.nodes_left == 0 {
            text::too_many_values(self.most_nodes)
        } else {
            self.nodes_left -= 1;
            return Ok(());
        };
        self.notes.note(self.source, span, problem);
        Err(Stopped)
    }

    /// Notes anchors, aliases and tags. A file that is full of them is not read on.
    fn refuse_features(&mut self, event: &Event<'s>, span: Span) -> Result<(), Stopped> {
        let is_anchored = event.anchor_id().is_some() || event.is_alias();
        let is_tagged = event.tag().is_some();
        if (is_anchored || is_tagged) && self.notes.count_error_if_full() {
            return Err(Stopped);
        }
        if is_anchored {
            self.notes.note(self.source, span, text::yaml_anchor());
        }
        if is_tagged {
            self.notes.note(self.source, span, text::yaml_tag());
        }
        Ok(())
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Stopped> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, span) => {
                    return Ok(Node { span: self.joined(start, span)?, kind: Kind::List(self.arena.all(&items)) });
                }
                (event, span) => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Stopped> {
        let mut entries = Entries::default();
        loop {
            let (event, span) = match self.next()? {
                (Event::MappingEnd, span) => {
                    return Ok(Node {
                        span: self.joined(start, span)?,
                        kind: Kind::Map(self.arena.all(&entries.list)),
                    });
                }
                next => next,
            };
            let key_node = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            let Some(key) = self.key(key_node.kind, key_node.span) else { continue };
            if let Err(again) = entries.push(Entry { key, key_span: key_node.span, value })
                && !self.notes.count_error_if_full()
            {
                self.notes.note(self.source, again.key_span, text::duplicate_key(one_line(again.key)));
            }
        }
    }

    /// The span of a collection: from its start to where it ended, without the blank lines that follow a block.
    fn joined(&mut self, start: Span, end: Span) -> Result<Span, Stopped> {
        let start = start.range().start;
        let Some(text) = self.source.text.get(start..end.range().end) else { return Err(self.lost()) };
        Ok(Span::from(start..start + text.trim_end().len()))
    }

    fn key(&mut self, kind: Kind<'s>, span: Span) -> Option<&'s str> {
        match kind {
            Kind::Plain("<<") => {
                self.notes.note(self.source, span, text::yaml_anchor());
                None
            }
            Kind::Plain(key) | Kind::Quoted(key) => Some(key),
            Kind::Null | Kind::List(_) | Kind::Map(_) => {
                self.notes.note(self.source, span, text::not_a_text());
                None
            }
        }
    }
}

fn scalar(value: &str, style: ScalarStyle) -> Kind<'_> {
    match style {
        ScalarStyle::Plain if is_null(value) => Kind::Null,
        ScalarStyle::Plain => Kind::Plain(value),
        _ => Kind::Quoted(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let source = Source::new("test.yaml", text);
        let mut notes = Diagnostics::default();
        let _ = parse(&source, &Arena::default(), 1000, &mut notes);
        notes.sorted().iter().map(|found| found.problem.code.id).collect()
    }

    #[test]
    fn values_keep_their_text_and_their_place() {
        let source = Source::new("test.yaml", "a: no\nb: [010, \"x\"]\nc:\n");
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let root = parse(&source, &arena, 1000, &mut notes).unwrap();
        assert!(notes.is_empty());
        let a = root.get("a").unwrap();
        assert_eq!((a.text(), &source.text[a.span.range()]), (Some("no"), "no"));
        let Kind::List(items) = root.get("b").unwrap().kind else { panic!("a list") };
        assert_eq!(items[0].kind, Kind::Plain("010"));
        assert_eq!(items[1].kind, Kind::Quoted("x"));
        assert!(root.get("c").is_none());
    }

    #[test]
    fn misleading_features_are_refused() {
        assert_eq!(codes("a: &x 1\nb: *x"), ["yaml-anchor", "yaml-anchor"]);
        assert_eq!(codes("a: !!str 1\nb: !own 2"), ["yaml-tag", "yaml-tag"]);
        assert_eq!(codes("a: {<<: {b: 1}}"), ["yaml-anchor"]);
        assert_eq!(codes("a: 1\n---\nb: 2"), ["second-document"]);
        assert_eq!(codes("a: 1\na: 2\na: 3"), ["duplicate-key", "duplicate-key"]);
        assert_eq!(codes("? [a]\n: 1"), ["not-a-text"]);
        assert_eq!(codes("# only a comment\n"), ["empty-file"]);
        assert_eq!(codes(""), ["empty-file"]);
        assert_eq!(codes("a: 1\n...\n"), Vec::<&str>::new());
    }

    #[test]
    fn broken_syntax_is_named_after_the_mistake() {
        assert_eq!(codes("a: b: c\n"), ["yaml-colon"]);
        assert_eq!(codes("a: \"b\nc: d\n"), ["yaml-unclosed-quote"]);
        assert_eq!(codes("a: [1, 2\n"), ["yaml-unclosed-bracket"]);
        assert_eq!(codes("a: 1\n  b: 2\n"), ["yaml-colon"]);
        assert_eq!(codes("a:\n\tb: 1\n"), ["yaml-tab"]);
        assert_eq!(codes("a:\n    b: 1\n  c: 2\n"), ["yaml-indentation"]);
        assert_eq!(codes("a: *b\n"), ["yaml-anchor"]);
        assert_eq!(codes("a: @b\n"), ["yaml-syntax"]);
        assert_eq!(codes("a: b\u{1b}c\n"), ["control-character"]);
        assert_eq!(codes("a: b\n\u{feff}c: d\n"), ["control-character"]);
    }

    #[test]
    fn bombs_are_refused() {
        assert_eq!(codes(&"[".repeat(100_000)), ["too-deep"]);
        assert_eq!(codes(&format!("a: [{}]", "1,".repeat(2000))), ["too-many-values"]);
        let nested: String = (0..40).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert_eq!(codes(&nested), ["too-deep"]);
    }

    #[test]
    fn a_key_at_the_top_is_found_without_reading_on() {
        let source = Source::new("test.yaml", "a: {format: x}\nformat: duly/answers@1\nb: [broken\n");
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let found = peek(&source, &arena, "format", 100, &mut notes).unwrap();
        assert_eq!(found.text(), Some("duly/answers@1"));
        assert!(notes.is_empty());
        assert!(peek(&source, &arena, "c", 100, &mut notes).is_none() && notes.has_errors());
    }

    #[test]
    fn thousands_of_comment_lines_are_fine() {
        assert_eq!(codes(&format!("{}a: 1", "# a comment\n".repeat(3000))), Vec::<&str>::new());
        assert_eq!(codes("a: 1\r\nb: 2\r\n"), Vec::<&str>::new());
    }
}
