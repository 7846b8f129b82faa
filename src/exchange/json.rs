//! JSON as people write it by hand: with comments, texts put together with `+`, `\x41` and a comma too many. What else
//! is no JSON is refused, with its line and what to do about it; so is a key that a map has twice, and more depth or
//! more values than any file of this kind has. Without recursion. What one program writes for another is read as the
//! standard has it and not otherwise: whoever else reads the same line must find the same in it.

use std::collections::HashSet;

use super::tree::{DEPTH, NODES, Tree, TreeKind, is_number};
use crate::words::clean::{one_line, shortened, visible};
use crate::words::problem::{Problem, text as problem, trees};

/// So much of a key is shown, in characters.
const SHOWN: usize = 80;

/// Whether a text is JSON rather than YAML: behind blanks and comments, it opens a map or a list as JSON does.
pub fn is_json(text: &str) -> bool {
    let mut reader = JsonText::of(text);
    reader.skip().is_ok() && matches!(reader.peek(), Some(b'{' | b'['))
}

/// Reads a text.
///
/// # Errors
/// It is no JSON, names a key twice, or is too deep or too large; the place is told.
pub fn read(text: &str) -> Result<Tree, Problem> {
    JsonText::of(text).tree()
}

/// Reads one line of many, which has this number, as the standard has it: without comments, texts put together, a comma
/// too many, `\x41`, tabs in texts, zeros before a number, and halves of signs.
///
/// # Errors
/// It is no JSON, names a key twice, is too deep, or has more than so many values.
pub fn read_line(text: &str, number: usize, most: usize) -> Result<Tree, Problem> {
    JsonText { takes_halves: false, ..JsonText::of_line(text, number, most) }.tree()
}

/// The same line, with all values of a key that a map has twice and with halves of signs as U+FFFD: for what else can
/// be read in a line that was refused.
pub fn read_refused_line(text: &str, number: usize, most: usize) -> Option<Tree> {
    JsonText { takes_twice: true, ..JsonText::of_line(text, number, most) }.tree().ok()
}

/// A list or a map that is not closed yet.
struct NotClosed {
    line: usize,
    filling: NotYetWhole,
}

enum NotYetWhole {
    List(Vec<Tree>),
    Map { entries: Vec<(String, Tree)>, seen: HashSet<String>, key: String, key_line: usize },
}

impl NotClosed {
    fn put(&mut self, value: Tree, takes_twice: bool) -> Result<(), Problem> {
        match &mut self.filling {
            NotYetWhole::List(items) => items.push(value),
            NotYetWhole::Map { entries, seen, key, key_line } => {
                if !takes_twice && !seen.insert(key.clone()) {
                    return Err(problem::duplicate_key(shortened(key, SHOWN)).in_line(*key_line));
                }
                entries.push((std::mem::take(key), value));
            }
        }
        Ok(())
    }

    fn tree(self) -> Tree {
        let kind = match self.filling {
            NotYetWhole::List(items) => TreeKind::List(items),
            NotYetWhole::Map { entries, .. } => TreeKind::Map(entries),
        };
        Tree { line: self.line, kind }
    }

    fn closing(&self) -> u8 {
        if matches!(self.filling, NotYetWhole::List(_)) { b']' } else { b'}' }
    }
}

struct JsonText<'t> {
    text: &'t str,
    at: usize,
    /// The line at a place that was passed.
    counted: (usize, usize),
    nodes_left: usize,
    /// So many values it may have.
    most: usize,
    /// Whether only what the standard has is read.
    is_strict: bool,
    /// Whether half of a sign that needs two is read as the sign for what cannot be shown.
    takes_halves: bool,
    /// Whether a map may have a key twice.
    takes_twice: bool,
}

impl<'t> JsonText<'t> {
    fn of(text: &'t str) -> Self {
        JsonText {
            text,
            at: 0,
            counted: (0, 1),
            nodes_left: NODES,
            most: NODES,
            is_strict: false,
            takes_halves: true,
            takes_twice: false,
        }
    }

    /// One line of many, of which only what the standard has is read.
    fn of_line(text: &'t str, number: usize, most: usize) -> Self {
        JsonText { counted: (0, number), is_strict: true, nodes_left: most, most, ..JsonText::of(text) }
    }

    /// The whole text as one value.
    fn tree(mut self) -> Result<Tree, Problem> {
        let mut open: Vec<NotClosed> = Vec::new();
        loop {
            let Some(mut value) = self.value(&mut open)? else { continue };
            loop {
                let Some(around) = open.last_mut() else { return self.end().map(|()| value) };
                around.put(value, self.takes_twice)?;
                if self.goes_on(around)? {
                    break;
                }
                let Some(whole) = open.pop() else { break };
                value = whole.tree();
            }
        }
    }

    /// The next value, if it is whole; a list or a map with something in it is opened instead.
    fn value(&mut self, open: &mut Vec<NotClosed>) -> Result<Option<Tree>, Problem> {
        self.skip()?;
        let line = self.line();
        let too_many = || problem::too_many_values(self.most).in_line(line);
        self.nodes_left = self.nodes_left.checked_sub(1).ok_or_else(too_many)?;
        let kind = match self.peek() {
            Some(b'"') => TreeKind::Text(self.texts()?),
            Some(b'{') => return self.opened(open, line),
            Some(b'[') => return self.opened(open, line),
            Some(byte) if byte == b'-' || byte.is_ascii_alphanumeric() => self.word()?,
            None if open.is_empty() => return Err(trees::nothing_in_file()),
            _ => return Err(self.stray(open.last())),
        };
        Ok(Some(Tree { line, kind }))
    }

    fn opened(&mut self, open: &mut Vec<NotClosed>, line: usize) -> Result<Option<Tree>, Problem> {
        if open.len() >= DEPTH {
            return Err(problem::too_deep(DEPTH).in_line(line));
        }
        let filling = match self.peek() {
            Some(b'[') => NotYetWhole::List(Vec::new()),
            _ => NotYetWhole::Map { entries: Vec::new(), seen: HashSet::new(), key: String::new(), key_line: line },
        };
        self.at += 1;
        let mut opened = NotClosed { line, filling };
        self.skip()?;
        if self.takes(opened.closing()) {
            return Ok(Some(opened.tree()));
        }
        self.key(&mut opened)?;
        open.push(opened);
        Ok(None)
    }

    /// Behind a value: whether another one follows, or what is around it is closed.
    fn goes_on(&mut self, around: &mut NotClosed) -> Result<bool, Problem> {
        self.skip()?;
        let is_parted = self.takes(b',');
        self.skip()?;
        if !(is_parted && self.is_strict) && self.takes(around.closing()) {
            return Ok(false);
        }
        if !is_parted {
            return Err(self.stray(Some(around)));
        }
        self.key(around)?;
        Ok(true)
    }

    /// The key of the next value, where there is to be one.
    fn key(&mut self, around: &mut NotClosed) -> Result<(), Problem> {
        let line = self.line();
        if self.peek() != Some(b'"') && matches!(around.filling, NotYetWhole::Map { .. }) {
            return Err(self.stray(Some(around)));
        }
        if let NotYetWhole::Map { key, key_line, .. } = &mut around.filling {
            (*key, *key_line) = (self.texts()?, line);
            self.skip()?;
            if !self.takes(b':') {
                return Err(self.stray(Some(around)));
            }
        }
        Ok(())
    }

    /// After the value there must be nothing more.
    fn end(&mut self) -> Result<(), Problem> {
        self.skip()?;
        if self.at == self.text.len() { Ok(()) } else { Err(self.stray(None)) }
    }

    /// A text, or several with `+` between them.
    fn texts(&mut self) -> Result<String, Problem> {
        let mut whole = String::new();
        loop {
            self.quoted(&mut whole)?;
            self.skip()?;
            if self.is_strict || !self.takes(b'+') {
                return Ok(whole);
            }
            self.skip()?;
            if self.peek() != Some(b'"') {
                return Err(self.stray(None));
            }
        }
    }

    fn quoted(&mut self, whole: &mut String) -> Result<(), Problem> {
        let start = self.line();
        self.at += 1;
        let is_strict = self.is_strict;
        let is_refused = |sign: char| sign < ' ' && (is_strict || sign != '\t');
        loop {
            let rest = self.rest();
            let Some(next) = rest.find(|sign: char| sign == '"' || sign == '\\' || is_refused(sign)) else {
                return Err(trees::json_unclosed().in_line(start));
            };
            whole.push_str(rest.get(..next).unwrap_or_default());
            self.at += next;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => whole.push(self.escaped()?),
                Some(b'\n' | b'\r') => return Err(trees::json_unclosed().in_line(start)),
                _ => return Err(self.stray(None)),
            }
        }
    }

    /// The sign that an escape stands for; half of one that needs two is the sign for what cannot be shown, or none.
    fn escaped(&mut self) -> Result<char, Problem> {
        let kind = self.rest().chars().nth(1);
        let known = match kind {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some(sign @ ('"' | '\\' | '/')) => sign,
            Some('u') => return self.by_number(4),
            Some('x') if !self.is_strict => return self.by_number(2),
            _ => return Err(self.no_escape()),
        };
        self.at += 2;
        Ok(known)
    }

    fn by_number(&mut self, digits: usize) -> Result<char, Problem> {
        let Some(code) = self.digits(0, digits) else { return Err(self.no_escape()) };
        let low = self.digits(6, 4).filter(|_| self.rest().get(6..8) == Some("\\u"));
        let pair = low.filter(|low| (0xdc00..0xe000).contains(low) && (0xd800..0xdc00).contains(&code));
        if let Some(low) = pair {
            self.at += 2 + digits + 6;
            return Ok(char::from_u32(0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}'));
        }
        let sign = char::from_u32(code);
        if sign.is_none() && !self.takes_halves {
            return Err(self.no_escape()); // read as another sign, two ids were one
        }
        self.at += 2 + digits;
        Ok(sign.unwrap_or('\u{fffd}'))
    }

    /// The number behind the two signs of an escape that stands so many bytes further on.
    fn digits(&self, further: usize, count: usize) -> Option<u32> {
        let digits = self.rest().get(further + 2..further + 2 + count)?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_number)
    }

    fn no_escape(&mut self) -> Problem {
        let written: String = self.rest().chars().take(6).take_while(|sign| *sign != '"' && *sign >= ' ').collect();
        trees::json_escape(one_line(&written)).in_line(self.line())
    }

    /// A number, or one of the three words.
    fn word(&mut self) -> Result<TreeKind, Problem> {
        let rest = self.rest();
        let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && !['+', '-', '.', '_'].contains(&sign));
        let word = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        let kind = match word {
            "true" => TreeKind::Bool(true),
            "false" => TreeKind::Bool(false),
            "null" => TreeKind::Null,
            _ if is_number(word) && !(self.is_strict && has_zeros_before(word)) => TreeKind::Number(word.to_owned()),
            _ => return Err(self.stray(None)),
        };
        self.at += word.len();
        Ok(kind)
    }

    /// Passes blanks and comments.
    fn skip(&mut self) -> Result<(), Problem> {
        loop {
            let rest = self.rest();
            let next = rest.find(|sign| ![' ', '\t', '\n', '\r'].contains(&sign)).unwrap_or(rest.len());
            self.at += next;
            let rest = self.rest();
            if self.is_strict {
                return Ok(());
            }
            if rest.starts_with("//") {
                self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                let start = self.line();
                let Some(end) = rest.get(2..).and_then(|inside| inside.find("*/")) else {
                    return Err(trees::json_unclosed().in_line(start));
                };
                self.at += end + 4;
            } else {
                return Ok(());
            }
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn takes(&mut self, sign: u8) -> bool {
        let is_here = self.peek() == Some(sign);
        self.at += usize::from(is_here);
        is_here
    }

    /// The line at hand, from 1.
    fn line(&mut self) -> usize {
        let (byte, line) = self.counted;
        let passed = self.text.as_bytes().get(byte..self.at).unwrap_or_default();
        self.counted = (self.at, line + passed.iter().filter(|byte| **byte == b'\n').count());
        self.counted.1
    }

    /// What stands here does not belong here; or nothing does, though something is open.
    fn stray(&mut self, around: Option<&NotClosed>) -> Problem {
        let line = self.line();
        let rest = self.rest();
        let is_word = |sign: &char| sign.is_alphanumeric() || ['_', '-', '.'].contains(sign);
        let word: String = rest.chars().take_while(is_word).take(20).collect();
        let found = if word.is_empty() { rest.chars().take(1).collect() } else { word };
        if found.is_empty() {
            return trees::json_unclosed().in_line(around.map_or(line, |around| around.line));
        }
        trees::json_stray(visible(&found)).in_line(line)
    }
}

/// Whether a number has a zero that another reader takes for a sign of base eight, or for none.
fn has_zeros_before(number: &str) -> bool {
    let digits = number.trim_start_matches('-').as_bytes();
    digits.first() == Some(&b'0') && digits.get(1).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests;
