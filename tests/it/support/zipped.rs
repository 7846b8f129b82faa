//! ZIP archives as nobody should write them, and workbooks made of parts.

use duly::internal::source::checksum::Checksum;
use miniz_oxide::deflate::compress_to_vec;

/// A part of an archive. Every number can be made to lie.
#[derive(Clone)]
pub struct Zipped {
    /// The name in the list, and the one that the part gives itself.
    pub name: Vec<u8>,
    pub own_name: Vec<u8>,
    /// The bytes as they are packed.
    pub packed: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    /// Checksum, packed and unpacked size in the list, and as the part gives them itself.
    pub says: [u32; 3],
    pub own_says: [u32; 3],
    /// What a system notes about the part.
    pub attributes: u32,
    /// Where the list says that the part begins, if not where it does.
    pub start: Option<u32>,
    /// The flags that the part gives itself, if not those of the list, and what stands behind its bytes.
    pub own_flags: Option<u16>,
    pub behind: Vec<u8>,
}

impl Zipped {
    /// Packed by deflate, and honest.
    pub fn new(name: &str, bytes: &[u8]) -> Zipped {
        Zipped { packed: compress_to_vec(bytes, 1), method: 8, ..Zipped::plain(name, bytes) }.honest(bytes)
    }

    /// Not packed, and honest.
    pub fn plain(name: &str, bytes: &[u8]) -> Zipped {
        let name = name.as_bytes().to_vec();
        let packed = bytes.to_vec();
        let own_name = name.clone();
        let (says, own_says) = ([0; 3], [0; 3]);
        let (method, flags, attributes, start) = (0, 0, 0, None);
        let (own_flags, behind) = (None, Vec::new());
        Zipped { name, own_name, packed, method, flags, says, own_says, attributes, start, own_flags, behind }
            .honest(bytes)
    }

    fn honest(mut self, bytes: &[u8]) -> Zipped {
        self.says = [Checksum::of(bytes), self.packed.len() as u32, bytes.len() as u32];
        self.own_says = self.says;
        self
    }

    fn about(&self, flags: u16, [checksum, packed, size]: [u32; 3], name: &[u8]) -> Vec<u8> {
        let mut about = Vec::new();
        about.extend([20, flags, self.method, 0, 0x21].into_iter().flat_map(u16::to_le_bytes));
        about.extend([checksum, packed, size].into_iter().flat_map(u32::to_le_bytes));
        about.extend([name.len() as u16, 0].into_iter().flat_map(u16::to_le_bytes));
        about
    }
}

/// An archive of parts, one behind the other.
pub fn zip(parts: &[Zipped]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let start = part.start.unwrap_or(out.len() as u32);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(part.about(part.flags, part.says, &part.name));
        list.extend([0; 6]);
        list.extend(part.attributes.to_le_bytes());
        list.extend(start.to_le_bytes());
        list.extend(&part.name);
        out.extend(b"PK\x03\x04");
        out.extend(part.about(part.own_flags.unwrap_or(part.flags), part.own_says, &part.own_name));
        out.extend(&part.own_name);
        out.extend(&part.packed);
        out.extend(&part.behind);
    }
    let start = out.len() as u32;
    out.extend(&list);
    end(&mut out, [parts.len() as u16; 2], list.len() as u32, start);
    out
}

/// What an archive ends with.
pub fn end(out: &mut Vec<u8>, counts: [u16; 2], list: u32, start: u32) {
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(counts.into_iter().flat_map(u16::to_le_bytes));
    out.extend([list, start].into_iter().flat_map(u32::to_le_bytes));
    out.extend([0; 2]);
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part of a workbook with this outermost element.
pub fn xml(outermost: &str, inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{outermost} xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{inner}</{outermost}>"
    )
}

/// A sheet of these rows.
pub fn sheet(rows: &str) -> String {
    xml("worksheet", &format!("<sheetData>{rows}</sheetData>"))
}

/// The parts of a workbook, by name.
#[derive(Clone)]
pub struct Book(pub Vec<(String, Vec<u8>)>);

impl Book {
    /// A workbook with one sheet of these rows, called Answers.
    pub fn new(rows: &str) -> Book {
        let relation = |id: u8, kind: &str, part: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{part}\"/>")
        };
        let shared = "<si><t>yes</t></si><si><r><t xml:space=\"preserve\">in </t></r><r><rPr><b/></rPr><t>parts</t></r><rPh sb=\"0\" eb=\"1\"><t>not read</t></rPh></si>";
        let looks = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>";
        let inside = [
            relation(1, "worksheet", "worksheets/sheet1.xml"),
            relation(2, "sharedStrings", "sharedStrings.xml"),
            relation(3, "styles", "styles.xml"),
        ];
        let book = Book(Vec::new());
        book.with(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        )
        .with("_rels/.rels", relations(&relation(1, "officeDocument", "xl/workbook.xml")))
        .with("xl/workbook.xml", xml("workbook", &format!("<sheets>{}</sheets>", tab(1))))
        .with("xl/_rels/workbook.xml.rels", relations(&inside.concat()))
        .with("xl/sharedStrings.xml", xml("sst", shared))
        .with("xl/styles.xml", xml("styleSheet", looks))
        .with("xl/worksheets/sheet1.xml", sheet(rows))
    }

    /// The same with another part of this name, at the end where there was none.
    pub fn with(mut self, name: &str, part: impl Into<Vec<u8>>) -> Book {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = part.into(),
            None => self.0.push((name.to_owned(), part.into())),
        }
        self
    }

    /// The same without a part.
    pub fn without(mut self, name: &str) -> Book {
        self.0.retain(|(known, _)| known != name);
        self
    }

    /// As parts of an archive.
    pub fn parts(&self) -> Vec<Zipped> {
        self.0.iter().map(|(name, bytes)| Zipped::new(name, bytes)).collect()
    }

    /// As a file.
    pub fn file(&self) -> Vec<u8> {
        zip(&self.parts())
    }
}

/// A list of relations.
pub fn relations(inner: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
    )
}

/// A sheet as a workbook lists it, by the number of its relation.
pub fn tab(number: usize) -> String {
    let name = if number == 1 { "Answers".to_owned() } else { format!("Sheet {number}") };
    format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")
}

/// A relation to a sheet.
pub fn to_sheet(id: usize, part: &str) -> String {
    format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/worksheet\" Target=\"{part}\"/>")
}
