//! How cells look, as far as that says what they hold: a number may be shown as a day.

use std::collections::BTreeMap;

use super::limits;
use super::number::{format_shows_a_day, known_format_shows_a_day};
use super::xml::Xml;
use crate::words::problem::Problem;

/// The ways that cells look: for each, whether it shows a number as a day.
#[derive(Debug, Default)]
pub struct Looks(Vec<bool>);

impl Looks {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// It cannot be read, or holds more than any program writes.
    pub fn read(mut xml: Xml) -> Result<Looks, Problem> {
        let mut formats: BTreeMap<u32, bool> = BTreeMap::new();
        let mut looks: Vec<u32> = Vec::new();
        while xml.child(1)? {
            let (of_formats, of_cells) = (xml.is("numFmts"), xml.is("cellXfs"));
            while (of_formats || of_cells) && xml.child(2)? {
                let id = xml.attribute("numFmtId")?.and_then(|id| id.parse().ok());
                if of_formats && xml.is("numFmt") {
                    let format = xml.attribute("formatCode")?.unwrap_or_default();
                    formats.extend(id.map(|id| (id, format_shows_a_day(&format))));
                } else if of_cells && xml.is("xf") {
                    looks.push(id.unwrap_or_default());
                }
                if formats.len() > limits::STYLES || looks.len() > limits::STYLES {
                    return Err(xml.damaged());
                }
            }
        }
        xml.end()?;
        let shows_a_day = |id: u32| formats.get(&id).copied().unwrap_or_else(|| known_format_shows_a_day(id));
        Ok(Looks(looks.into_iter().map(shows_a_day).collect()))
    }

    /// Whether a cell that looks so shows a day.
    pub fn show_a_day(&self, look: Option<&str>) -> bool {
        let look: usize = look.and_then(|look| look.parse().ok()).unwrap_or_default();
        self.0.get(look).copied().unwrap_or_default()
    }
}
