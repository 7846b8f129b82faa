//! Reading of a workbook or a table, told by what is in it.

use std::collections::BTreeSet;
use std::path::Path;

use super::cells::{self, RoomLeft, Shared};
use super::package::Package;
use super::styles::Looks;
use super::texts::SharedTexts;
use super::{Spreadsheet, limits, table};
use crate::exchange::archive::is_archive;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, archives, cells as cell_problems, workbooks};

/// Reads what a workbook says. Only the parts that hold its cells are opened: no macro, no picture, no other file.
/// A file whose name ends with `.csv`, `.tsv` or `.txt` and that is nothing else is a table; one whose name ends as
/// that of an archive, and that is none, has lost its beginning.
///
/// # Errors
/// It is in another format, cannot be read as a whole, or holds more than it may; see [`limits`].
pub fn read(name: &Path, bytes: &[u8]) -> Result<Spreadsheet, Problem> {
    if is_archive(bytes) {
        return workbook(bytes);
    }
    if let Some(problem) = other_format(bytes) {
        return Err(problem);
    }
    let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "csv" | "tsv" | "txt" => table::read(&name.to_string_lossy(), bytes),
        _ if bytes.is_ascii() && !bytes.is_empty() => Err(workbooks::not_a_workbook(".txt")),
        "xlsx" | "zip" => Err(archives::archive_cut_off()),
        _ => Err(cell_problems::no_form(one_line(&name.to_string_lossy()))),
    }
}

/// Beginnings of files that are no workbooks, in small letters.
const OTHERS: [(&[u8], &str); 6] = [
    (b"%pdf-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"\x1f\x8b", ".gz"),
    (b"7z\xbc\xaf", ".7z"),
];

/// Marks of workbooks as one XML file, or as a page, which Excel opens under any name.
const WRITTEN_OUT: [(&str, &str); 4] = [
    ("urn:schemas-microsoft-com:office:spreadsheet", ".xml"),
    ("urn:oasis:names:tc:opendocument", ".fods"),
    ("<html", ".html"),
    ("<table", ".html"),
];

/// What a file is that is neither an archive nor a table; `None` if that cannot be told.
fn other_format(bytes: &[u8]) -> Option<Problem> {
    let begins = |magic: &[u8]| {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        text.get(..magic.len()).is_some_and(|start| start.to_ascii_lowercase() == magic)
    };
    if begins(b"\xd0\xcf\x11\xe0") {
        return Some(old_office(bytes));
    }
    if let Some((_, format)) = OTHERS.iter().find(|(magic, _)| begins(magic)) {
        return Some(workbooks::not_a_workbook(*format));
    }
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let (_, format) = WRITTEN_OUT.iter().find(|(mark, _)| begins(b"<") && beginning.contains(mark))?;
    Some(if *format == ".html" {
        workbooks::not_a_workbook(*format)
    } else {
        workbooks::other_workbook_format(*format)
    })
}

/// An old Office file, or a new one that is encrypted: both are a small file system whose files are named in UTF-16.
fn old_office(bytes: &[u8]) -> Problem {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).any(|entry| entry.starts_with(&name))
    };
    match () {
        () if holds("EncryptedPackage") => workbooks::workbook_locked(),
        () if holds("WordDocument") => workbooks::not_a_workbook(".doc"),
        () if holds("PowerPoint Document") => workbooks::not_a_workbook(".ppt"),
        () => workbooks::other_workbook_format(".xls"),
    }
}

/// A sheet as the workbook lists it.
struct Tab {
    name: String,
    hidden: bool,
    relation: String,
}

fn workbook(bytes: &[u8]) -> Result<Spreadsheet, Problem> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let (listed, since_1904) = list(&mut package, &main)?;
    let relations = package.relations(&main)?;
    let part_of = |kind: &str| relations.iter().find(|one| one.kind == kind).and_then(|one| one.part.as_deref());
    let texts = match part_of("sharedStrings") {
        Some(part) => SharedTexts::read(package.xml(part, "sst")?)?,
        None => SharedTexts::default(),
    };
    let looks = match part_of("styles") {
        Some(part) => Looks::read(package.xml(part, "styleSheet")?)?,
        None => Looks::default(),
    };
    let mut shared = Shared { texts, looks, since_1904, room: RoomLeft::default() };
    let (mut sheets, mut names, mut parts) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for Tab { name, hidden, relation } in listed {
        let damaged = || workbooks::workbook_damaged(one_line(&main));
        let relation = relations.iter().find(|one| one.id == relation).ok_or_else(damaged)?;
        if relation.kind != "worksheet" {
            continue;
        }
        let part = relation.part.as_deref().ok_or_else(damaged)?;
        if !names.insert(name.to_lowercase()) || !parts.insert(part.to_lowercase()) {
            return Err(workbooks::sheet_twice(one_line(&name)));
        }
        let sheet = cells::read(package.xml(part, "worksheet")?, name, &mut shared)?;
        sheets.push(super::Worksheet { hidden, ..sheet });
    }
    if sheets.is_empty() { Err(workbooks::no_sheet()) } else { Ok(Spreadsheet { sheets }) }
}

/// The sheets that a workbook lists, and whether it counts days since 1904.
fn list(package: &mut Package, main: &str) -> Result<(Vec<Tab>, bool), Problem> {
    let mut xml = package.xml(main, "workbook")?;
    let (mut listed, mut since_1904) = (Vec::new(), false);
    while xml.child(1)? {
        if xml.is("workbookPr") {
            since_1904 = xml.attribute("date1904")?.is_some_and(|says| says == "1" || says == "true");
        }
        let of_sheets = xml.is("sheets");
        while of_sheets && xml.child(2)? {
            if !xml.is("sheet") {
                continue;
            }
            let name = xml.attribute("name")?.filter(|name| name.len() <= LONGEST_NAME).ok_or_else(|| xml.damaged())?;
            let hidden = xml.attribute("state")?.is_some_and(|state| state != "visible");
            listed.push(Tab { name, hidden, relation: xml.relation()?.ok_or_else(|| xml.damaged())? });
            if listed.len() > limits::SHEETS {
                return Err(workbooks::too_many_sheets(limits::SHEETS));
            }
        }
    }
    xml.end()?;
    Ok((listed, since_1904))
}

/// A sheet has a name of at most 31 letters; this is how many bytes are let pass.
const LONGEST_NAME: usize = 400;
