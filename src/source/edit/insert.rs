//! What was not there before: a key, or an entry at the end of a list.

use super::change::{Change, Refused, Step};
use super::editor::{Editor, Part};
use crate::source::node::{Entry, Kind};
use crate::source::value::{self, Value};

impl Editor<'_, '_> {
    /// Puts a key that is not there yet into a map, or a map with it in the place of nothing.
    pub(super) fn with_new(
        &self,
        part: Part<'_, '_>,
        change: &Change,
        depth: usize,
        value: &Value,
    ) -> Result<String, Refused> {
        let (way, rest) = change.path.split_at(depth);
        let Some((Step::Key(key), deeper)) = rest.split_first() else { return Err(Refused) };
        let mut value = value.clone();
        for step in deeper.iter().rev() {
            let Step::Key(key) = step else { return Err(Refused) };
            value = Value::Map(vec![(key.clone(), value)]);
        }
        match &part.node.kind {
            Kind::Map(entries) if !entries.is_empty() => self.inserted(part, entries, way, key, &value),
            Kind::Map(_) | Kind::Null => self.replaced(part, &Value::Map(vec![(key.clone(), value)])),
            _ => Err(Refused),
        }
    }

    /// Puts a key with its value into a map that has others.
    fn inserted(
        &self,
        part: Part<'_, '_>,
        entries: &[Entry<'_>],
        way: &[Step],
        key: &str,
        value: &Value,
    ) -> Result<String, Refused> {
        let before = self.sibling_before(entries, way, key);
        if part.bracketed || self.layout.is_bracketed(part.node) {
            let last = before.or(entries.last()).ok_or(Refused)?;
            return Ok(self.put(self.layout.end_of_entry(last), &format!(", {}", self.entry_in_brackets(key, value))));
        }
        let column = self.layout.column_of(part.node).ok_or(Refused)?;
        let line = format!("\n{}{}:{}", " ".repeat(column), value::quoted(key), value.after_key(column + 2));
        let after = match (before, part.key) {
            (Some(before), _) => self.layout.end_of_entry(before),
            (None, Some(owner)) => self.layout.behind_colon(owner)?,
            (None, None) => self.layout.end_of_entry(entries.last().ok_or(Refused)?),
        };
        Ok(self.put(self.layout.end_of_line(after), &line))
    }

    /// The entry after which a new key belongs: the nearest before it in the proper order, else, where the map has
    /// none, the last.
    fn sibling_before<'n, 's>(&self, entries: &'n [Entry<'s>], way: &[Step], key: &str) -> Option<&'n Entry<'s>> {
        let Some(order) = (self.order)(way) else { return entries.last() };
        let rank = |key: &str| order.iter().position(|known| *known == key);
        let Some(own) = rank(key) else { return entries.last() };
        entries.iter().rev().find(|entry| rank(&entry.key).is_some_and(|rank| rank < own))
    }

    /// Puts one entry more at the end of a list that has some.
    pub(super) fn appended(&self, part: Part<'_, '_>, value: &Value) -> Result<String, Refused> {
        let Kind::List(items) = &part.node.kind else { return Err(Refused) };
        let last = items.last().ok_or(Refused)?;
        if part.bracketed || self.layout.is_bracketed(part.node) {
            return Ok(self.put(self.layout.end_of(last), &format!(", {}", self.in_brackets(value))));
        }
        let first = items.first().ok_or(Refused)?.span.range().start;
        let line_start = self.layout.text[..first].rfind('\n').map_or(0, |at| at + 1);
        let dash = self.layout.text[line_start..first].find('-').ok_or(Refused)?;
        let line = format!("\n{}- {}", " ".repeat(dash), value.in_brackets());
        Ok(self.put(self.layout.end_of_line(self.layout.end_of(last)), &line))
    }
}
