//! A key that goes.

use super::change::Refused;
use super::editor::Editor;
use crate::source::node::{Entry, Kind, Node};

impl Editor<'_, '_> {
    /// Takes a key out of a map that has others, with its value and what stands on its lines.
    pub(super) fn without(&self, map: &Node<'_>, entry: &Entry<'_>, bracketed: bool) -> Result<String, Refused> {
        let Kind::Map(entries) = &map.kind else { return Err(Refused) };
        let at = entries.iter().position(|known| known.key == entry.key).ok_or(Refused)?;
        let (start, end) = (entry.key_span.range().start, self.layout.end_of_entry(entry));
        if bracketed {
            return Ok(match (entries.get(at + 1), at.checked_sub(1).and_then(|before| entries.get(before))) {
                (Some(next), _) => self.swapped(start, next.key_span.range().start, ""),
                (None, Some(before)) => self.swapped(self.layout.end_of_entry(before), end, ""),
                (None, None) => self.swapped(start, end, ""),
            });
        }
        // the line break before it goes with it, so that a file without a last one stays so
        let line_start = self.layout.text[..start].rfind('\n').ok_or(Refused)?;
        let is_alone = entries.len() == 1 || !self.layout.text[line_start..start].trim().is_empty();
        let (from, to) =
            (self.layout.before_line_break(line_start), self.layout.before_line_break(self.layout.end_of_line(end)));
        if is_alone { Err(Refused) } else { Ok(self.swapped(from, to, "")) }
    }
}
