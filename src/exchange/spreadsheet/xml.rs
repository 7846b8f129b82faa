//! The XML of a part of a workbook, element by element as it is unpacked: nothing is kept but the element at hand, and
//! what no spreadsheet program writes is refused.

use std::cell::Cell;
use std::io::{self, BufRead, ErrorKind, Read};
use std::rc::Rc;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::limits;
use crate::exchange::archive::Unpacked;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, workbooks};

/// The namespaces whose elements are read: those of cells, in the two forms of the standard, and of relations.
const SPACES: [&str; 3] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
];

/// The namespaces of attributes that name a relation, and what the kinds of relations begin with.
pub const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// A part of a workbook, read from its beginning to its end.
pub struct Xml<'a> {
    reader: NsReader<Rationed<'a>>,
    buffer: Vec<u8>,
    /// The name of the part.
    part: String,
    /// The element that was opened last, as it stands there, and how long its name is.
    tag: String,
    named: usize,
    /// Whether it belongs to what is read.
    known: bool,
    /// How many elements are open.
    depth: usize,
    begun: bool,
    /// How many more may be opened in all parts.
    elements: Rc<Cell<usize>>,
    /// The text of the element that is listened to, and its depth.
    words: String,
    listening: Option<usize>,
}

/// What was met in the part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Opened,
    Closed,
    End,
    Other,
}

impl<'a> Xml<'a> {
    /// A part of this name. Its outermost element is to have the given name; so many elements it may have, and what is
    /// read after it the rest.
    ///
    /// # Errors
    /// The outermost has another name.
    pub fn open(
        (part, bytes): (&str, Unpacked<'a>),
        outermost: &str,
        elements: &Rc<Cell<usize>>,
    ) -> Result<Xml<'a>, Problem> {
        let mut reader = NsReader::from_reader(Rationed { bytes, left: 0 });
        reader.config_mut().expand_empty_elements = true;
        let mut xml = Xml {
            reader,
            buffer: Vec::new(),
            part: part.to_owned(),
            tag: String::new(),
            named: 0,
            known: false,
            depth: 0,
            begun: false,
            elements: Rc::clone(elements),
            words: String::new(),
            listening: None,
        };
        while xml.step()? != Met::Opened {}
        if xml.known && xml.is(outermost) { Ok(xml) } else { Err(xml.damaged()) }
    }

    /// Goes on to the next element directly within the one at a depth; the outermost is at depth 1. False when that has
    /// been closed.
    ///
    /// # Errors
    /// The part cannot be read on.
    pub fn child(&mut self, depth: usize) -> Result<bool, Problem> {
        loop {
            match self.step()? {
                Met::Opened if self.depth == depth + 1 && self.known => return Ok(true),
                Met::Closed if self.depth < depth => return Ok(false),
                Met::End => return Err(self.damaged()),
                _ => {}
            }
        }
    }

    /// The text directly within the element that was opened last, up to its end.
    ///
    /// # Errors
    /// The part cannot be read on, or the text is too long.
    pub fn text(&mut self) -> Result<&str, Problem> {
        self.words.clear();
        let depth = self.depth;
        self.listening = Some(depth);
        while self.depth >= depth {
            self.step()?;
        }
        self.listening = None;
        Ok(&self.words)
    }

    /// Goes to the end of the part, where it turns out whether it is whole.
    ///
    /// # Errors
    /// It is not.
    pub fn end(mut self) -> Result<(), Problem> {
        while self.step()? != Met::End {}
        Ok(())
    }

    /// Whether the element that was opened last has this name.
    pub fn is(&self, name: &str) -> bool {
        QName(&self.tag[..self.named]).local_name().as_ref() == name
    }

    /// What the attribute of this name says, of the element that was opened last.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, Problem> {
        self.attribute_where(|key| key.as_ref() == name)
    }

    /// What the attribute says that names a relation.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn relation(&self) -> Result<Option<String>, Problem> {
        self.attribute_where(|key| {
            let (space, name) = self.reader.resolver().resolve_attribute(key);
            name.as_ref() == "id" && in_one_of(&space, &RELATIONS)
        })
    }

    fn attribute_where(&self, meant: impl Fn(QName) -> bool) -> Result<Option<String>, Problem> {
        let tag = BytesStart::from_content(self.tag.as_str(), self.named);
        let found = tag.attributes().with_checks(false).flatten().find(|attribute| meant(attribute.key));
        let value = found.map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).map(String::from));
        value.transpose().map_err(|_| self.damaged())
    }

    /// The part is not as a part of a workbook is.
    pub fn damaged(&self) -> Problem {
        workbooks::workbook_damaged(one_line(&self.part))
    }

    fn overgrown(&self) -> Problem {
        workbooks::workbook_overgrown(one_line(&self.part))
    }

    fn step(&mut self) -> Result<Met, Problem> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        self.reader.get_mut().left = limits::PIECE;
        let met = match self.reader.read_event_into(&mut buffer) {
            Ok(event) => self.met(&event),
            Err(quick_xml::Error::Namespace(_)) => Err(self.overgrown()),
            Err(_) if self.reader.get_mut().left == 0 => Err(self.overgrown()),
            Err(_) => Err(self.damaged()),
        };
        self.buffer = buffer;
        met
    }

    fn met(&mut self, event: &Event) -> Result<Met, Problem> {
        match event {
            Event::Start(start) => self.opened(start),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Met::Closed)
            }
            Event::Text(text) => self.said(&text.xml10_content()),
            Event::CData(text) => self.said(&text.xml10_content()),
            Event::GeneralRef(sign) => self.meant(sign),
            Event::DocType(_) => Err(workbooks::workbook_entities(one_line(&self.part))),
            Event::Decl(declared) => match declared.encoding() {
                Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(Met::Other),
                None => Ok(Met::Other),
                Some(_) => Err(self.damaged()),
            },
            Event::Eof if self.begun && self.depth == 0 => Ok(Met::End),
            Event::Eof => Err(self.damaged()),
            Event::Empty(_) | Event::Comment(_) | Event::PI(_) => Ok(Met::Other),
        }
    }

    fn opened(&mut self, start: &BytesStart) -> Result<Met, Problem> {
        if self.depth == 0 && self.begun {
            return Err(self.damaged());
        }
        self.begun = true;
        self.depth += 1;
        let mut attributes = 0;
        for attribute in start.attributes() {
            attribute.map_err(|_| self.damaged())?;
            attributes += 1;
            if attributes > limits::ATTRIBUTES {
                return Err(self.overgrown());
            }
        }
        match self.elements.get().checked_sub(2 + attributes).filter(|_| self.depth <= limits::DEPTH) {
            Some(left) => self.elements.set(left),
            None => return Err(self.overgrown()),
        }
        let (space, _) = self.reader.resolver().resolve_element(start.name());
        if matches!(space, ResolveResult::Unknown(_)) {
            return Err(self.damaged());
        }
        self.known = in_one_of(&space, &SPACES);
        self.tag.clear();
        self.tag.push_str(start);
        self.named = start.name().as_ref().len();
        Ok(Met::Opened)
    }

    fn said(&mut self, text: &str) -> Result<Met, Problem> {
        if self.listening == Some(self.depth) {
            if self.words.len() + text.len() > limits::PIECE {
                return Err(self.overgrown());
            }
            self.words.push_str(text);
        }
        Ok(Met::Other)
    }

    /// Takes what a reference stands for: a letter by its number, or one of the five that XML knows by name.
    fn meant(&mut self, sign: &BytesRef) -> Result<Met, Problem> {
        match sign.resolve_char_ref() {
            Ok(Some(letter)) => self.said(letter.encode_utf8(&mut [0; 4])),
            Ok(None) => match resolve_predefined_entity(sign) {
                Some(known) => self.said(known),
                None => Err(workbooks::workbook_entities(one_line(&self.part))),
            },
            Err(_) => Err(self.damaged()),
        }
    }
}

fn in_one_of(space: &ResolveResult, known: &[&str]) -> bool {
    matches!(space, ResolveResult::Bound(Namespace(space)) if known.contains(space))
}

/// A part that gives no more at once than one piece of XML may have: the reader keeps a piece in memory as a whole.
struct Rationed<'a> {
    bytes: Unpacked<'a>,
    left: usize,
}

impl BufRead for Rationed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let left = self.left;
        let ready = self.bytes.fill_buf()?;
        match ready.len().min(left) {
            0 if !ready.is_empty() => Err(ErrorKind::QuotaExceeded.into()),
            ready_now => Ok(&ready[..ready_now]),
        }
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.bytes.consume(amount);
    }
}

impl Read for Rationed<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let size = into.len().min(self.left);
        self.left -= size;
        self.bytes.read(&mut into[..size])
    }
}
