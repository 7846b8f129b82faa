//! Which parts a workbook is made of, and how they name each other. What is no workbook in the format .xlsx is named.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::limits;
use super::xml::{RELATIONS, Xml};
use crate::exchange::archive::Archive;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, workbooks};

/// The parts of a workbook. Each is opened once.
pub struct Package<'a> {
    archive: Archive<'a>,
    opened: BTreeSet<String>,
    /// How many more elements may be read in all parts.
    elements: Rc<Cell<usize>>,
}

/// How a part names another.
pub struct Relation {
    /// Under which id.
    pub id: String,
    /// What the other is to it: `worksheet`, `styles`. Empty for what the standard does not know.
    pub kind: String,
    /// The name of the other; `None` if it lies outside of the file.
    pub part: Option<String>,
}

/// A workbook of sheets, and of what its parts may be relations to one part: no program writes more.
const RELATIONS_OF_ONE: usize = 1000;

impl<'a> Package<'a> {
    /// The parts of a file.
    ///
    /// # Errors
    /// It is no archive that can be read.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Problem> {
        let archive = Archive::open(bytes, &limits::WORKBOOK)?;
        Ok(Package { archive, opened: BTreeSet::new(), elements: Rc::new(Cell::new(limits::ELEMENTS)) })
    }

    /// The part that says what the workbook holds.
    ///
    /// # Errors
    /// It is no workbook, or one in another format.
    pub fn main(&mut self) -> Result<String, Problem> {
        if self.archive.part("_rels/.rels").is_none() {
            return Err(self.other_kind().unwrap_or_else(|| workbooks::not_a_workbook(".zip")));
        }
        let relations = self.relations("")?;
        let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main
            .and_then(|relation| relation.part)
            .ok_or_else(|| self.other_kind().unwrap_or_else(|| workbooks::workbook_damaged("_rels/.rels")))?;
        match main.split('/').next().unwrap_or_default() {
            "word" => Err(workbooks::not_a_workbook(".docx")),
            "ppt" => Err(workbooks::not_a_workbook(".pptx")),
            _ if main.ends_with(".bin") => Err(workbooks::other_workbook_format(".xlsb")),
            _ => Ok(main),
        }
    }

    /// What an archive is that is no workbook in the format .xlsx; `None` if that cannot be told.
    fn other_kind(&self) -> Option<Problem> {
        let is_numbers = |name: &str| name.ends_with(".iwa") || name.eq_ignore_ascii_case("index.zip");
        if self.archive.parts().iter().any(|part| is_numbers(&part.name)) {
            return Some(workbooks::other_workbook_format(".numbers"));
        }
        let kind = self.archive.part("mimetype").filter(|part| part.size < 200)?;
        let kind = self.archive.whole(kind).ok()?;
        let kind = kind.strip_prefix(b"application/vnd.oasis.opendocument.")?;
        Some(match kind {
            kind if kind.starts_with(b"spreadsheet") => workbooks::other_workbook_format(".ods"),
            kind if kind.starts_with(b"text") => workbooks::not_a_workbook(".odt"),
            _ => workbooks::not_a_workbook(".odp"),
        })
    }

    /// A part, read as XML.
    ///
    /// # Errors
    /// There is none of this name, it has been opened before, or its outermost element is not that.
    pub fn xml(&mut self, name: &str, outermost: &str) -> Result<Xml<'a>, Problem> {
        let part = self.archive.part(name).filter(|_| self.opened.insert(name.to_lowercase()));
        let part = part.ok_or_else(|| workbooks::workbook_damaged(one_line(name)))?;
        Xml::open((&part.name, self.archive.unpack(part)), outermost, &self.elements)
    }

    /// The relations of a part, none if it has none; the whole file is the part without a name.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Problem> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let part = format!("{folder}/_rels/{name}.rels").trim_start_matches('/').to_owned();
        if self.archive.part(&part).is_none() {
            return Ok(Vec::new());
        }
        let mut xml = self.xml(&part, "Relationships")?;
        let mut relations = Vec::new();
        while xml.child(1)? {
            if !xml.is("Relationship") {
                continue;
            }
            let says = |name| xml.attribute(name).map(Option::unwrap_or_default);
            let kind = says("Type")?;
            let kind = RELATIONS.iter().find_map(|space| kind.strip_prefix(space)?.strip_prefix('/'));
            let outside = says("TargetMode")?.eq_ignore_ascii_case("external");
            let part = if outside { None } else { within(folder, &says("Target")?) };
            relations.push(Relation { id: says("Id")?, kind: kind.unwrap_or_default().to_owned(), part });
            if relations.len() > RELATIONS_OF_ONE {
                return Err(xml.damaged());
            }
        }
        xml.end()?;
        Ok(relations)
    }
}

/// The name of the part that a path means, seen from a folder of the archive; `None` if it leads out of the archive.
fn within(folder: &str, path: &str) -> Option<String> {
    let (start, path) = match path.strip_prefix('/') {
        Some(path) => ("", path),
        None => (folder, path),
    };
    let mut steps: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_where_one_is() {
        let named = |folder, path| within(folder, path).unwrap_or_default();
        assert_eq!(named("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(named("xl", "/xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(named("xl/worksheets", "../styles.xml"), "xl/styles.xml");
        assert_eq!(within("xl", "../../etc/passwd"), None);
    }
}
