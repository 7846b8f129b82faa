//! A ZIP archive of a few parts, as much of it as office documents need: packed by deflate, no clock, no owner, in the
//! order that was asked for. The same parts give the same bytes.

use miniz_oxide::deflate::compress_to_vec;

use crate::source::checksum::Checksum;
use crate::words::Broken;

/// How hard to pack, from 0 to 10.
const PACKED: u8 = 6;

/// The first day that the format can write, 1980-01-01, where others put the time of the machine.
const NO_DAY: u16 = 0x21;

/// The version of the format that an archive needs whose parts are packed, 2.0.
const VERSION: u16 = 20;

/// Packed by deflate.
const DEFLATED: u16 = 8;

/// What a part, its line in the list and the end of the archive begin with (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
const PART: u32 = 0x0403_4b50;
const LISTED: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// An archive of named parts. Names are ASCII.
///
/// # Errors
/// A mistake of the program: more parts or bytes than the format has numbers for.
pub fn archive(parts: &[(&str, &str)]) -> Result<Vec<u8>, Broken> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let packed = compress_to_vec(text.as_bytes(), PACKED);
        let mut about = Vec::new();
        about.extend([VERSION, 0, DEFLATED, 0, NO_DAY].into_iter().flat_map(u16::to_le_bytes));
        let sizes = [Checksum::of(text.as_bytes()), size(packed.len())?, size(text.len())?];
        about.extend(sizes.into_iter().flat_map(u32::to_le_bytes));
        about.extend([count(name.len())?, 0].into_iter().flat_map(u16::to_le_bytes));
        list.extend(LISTED.to_le_bytes());
        list.extend(VERSION.to_le_bytes());
        list.extend(&about);
        list.extend([0; 10]); // no comment, the first disk, nothing about the part that a system has set
        list.extend(size(out.len())?.to_le_bytes());
        list.extend(name.bytes());
        out.extend(PART.to_le_bytes());
        out.extend(about);
        out.extend(name.bytes());
        out.extend(packed);
    }
    let (start, parts) = (size(out.len())?, count(parts.len())?);
    let length = size(list.len())?;
    out.extend(list);
    out.extend(END.to_le_bytes());
    out.extend([0, 0, parts, parts].into_iter().flat_map(u16::to_le_bytes));
    out.extend([length, start].into_iter().flat_map(u32::to_le_bytes));
    out.extend([0; 2]);
    Ok(out)
}

fn size(bytes: usize) -> Result<u32, Broken> {
    u32::try_from(bytes).map_err(|_| Broken::new("a document has more bytes than its archive has numbers for"))
}

fn count(number: usize) -> Result<u16, Broken> {
    u16::try_from(number).map_err(|_| Broken::new("an archive has more parts than numbers for them"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_begins_with_its_first_part_and_ends_with_its_list() {
        let bytes = archive(&[("a.xml", "<a/>"), ("b/c.xml", "<c>åäö</c>")]).unwrap();
        assert!(bytes.starts_with(b"PK\x03\x04") && bytes[30..].starts_with(b"a.xml"));
        let end = &bytes[bytes.len() - 22..];
        assert!(end.starts_with(b"PK\x05\x06") && end[10] == 2);
        let number = |at: usize| u32::from_le_bytes(end[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(12) + number(16) + 22, bytes.len());
        assert!(bytes[number(16)..].starts_with(b"PK\x01\x02"));
    }
}
