//! The texts of a workbook: most cells name one by its number.

use super::limits;
use super::xml::Xml;
use crate::words::clean::Trusted;
use crate::words::problem::{Problem, workbooks};

/// The texts that cells share, one behind the other.
#[derive(Debug, Default)]
pub struct SharedTexts {
    all: String,
    ends: Vec<u32>,
}

impl SharedTexts {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// It cannot be read, or holds more than cells may.
    pub fn read(mut xml: Xml) -> Result<SharedTexts, Problem> {
        let mut texts = SharedTexts::default();
        while xml.child(1)? {
            if !xml.is("si") {
                continue;
            }
            if texts.ends.len() == limits::CELLS {
                return Err(workbooks::too_many_cells(limits::CELLS));
            }
            texts.all.push_str(&rich(&mut xml, 2)?);
            if texts.all.len() > limits::TEXT {
                return Err(too_much_text());
            }
            texts.ends.push(u32::try_from(texts.all.len()).map_err(|_| too_much_text())?);
        }
        xml.end()?;
        Ok(texts)
    }

    /// The text of a number, from 0.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.all.get(start..end)
    }
}

/// The texts are longer than they may be.
pub fn too_much_text() -> Problem {
    workbooks::too_much_text((limits::TEXT >> 20).and(" MB"))
}

/// The text of the element at a depth, in one piece or in several that look different. How it is pronounced is left
/// out.
///
/// # Errors
/// The part cannot be read on, or the text is too long.
pub fn rich(xml: &mut Xml, depth: usize) -> Result<String, Problem> {
    let mut whole = String::new();
    while xml.child(depth)? {
        if xml.is("t") {
            whole.push_str(xml.text()?);
        } else if xml.is("r") {
            while xml.child(depth + 1)? {
                if xml.is("t") {
                    whole.push_str(xml.text()?);
                }
            }
        }
        if whole.len() > limits::PIECE {
            return Err(too_much_text());
        }
    }
    Ok(plain(&whole))
}

/// A text without the escapes that the format has for letters that XML has none for: `_x000D_` is a carriage return,
/// `_x005F_` the sign `_` before what looks like one. Lines end with `\n`.
pub fn plain(text: &str) -> String {
    let mut signs: Vec<u16> = Vec::new();
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    let settle = |signs: &mut Vec<u16>, whole: &mut String| {
        let letters = char::decode_utf16(signs.drain(..)).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        whole.extend(letters);
    };
    while let Some(at) = rest.find("_x") {
        let sign = rest.get(at + 2..at + 6).filter(|_| rest[at..].get(6..7) == Some("_"));
        let hexadecimal = sign.filter(|sign| sign.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let (kept, skipped) = if hexadecimal.is_some() { (at, at + 7) } else { (at + 1, at + 1) };
        if kept > 0 {
            settle(&mut signs, &mut whole);
            whole.push_str(&rest[..kept]);
        }
        signs.extend(hexadecimal.and_then(|sign| u16::from_str_radix(sign, 16).ok()));
        rest = &rest[skipped..];
    }
    settle(&mut signs, &mut whole);
    whole.push_str(rest);
    plain_lines(whole)
}

/// A text whose lines end with `\n`.
pub fn plain_lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_letters() {
        for (written, meant) in [
            ("a_x000D_\nb", "a\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_!", "\u{fffd}!"),
            ("_x0000_", "\0"),
            ("snake_x_case _x12_ _xzzzz_ _x", "snake_x_case _x12_ _xzzzz_ _x"),
            ("_x__x0041_", "_x_A"),
            ("å_x00E4_ö_xå", "åäö_xå"),
            ("one\rtwo\r\nthree", "one\ntwo\nthree"),
        ] {
            assert_eq!(plain(written), meant, "{written}");
        }
    }
}
