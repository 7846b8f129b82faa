//! Whom the vendor has do a part of the service in turn: listed, compared, never scored.

use super::registration::registration_key;
use crate::source::Node;
use crate::source::fields::{Fields, Reading};
use crate::words::problem::text as problem;

/// A longer list is refused: nobody could look through it.
const MOST: usize = 200;

/// A company that does a part of the service for the vendor: a sub-processor, or one of a sub-processor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubProcessor {
    /// Its name.
    pub name: String,
    /// Where it is established.
    pub country: Option<String>,
    /// The number under which it is registered.
    pub registration: Option<String>,
    /// What it does.
    pub does: Option<String>,
}

impl SubProcessor {
    /// Whether two are one company: by their registrations where both have one, else by their names.
    pub fn is_same(&self, other: &SubProcessor) -> bool {
        let registered = |company: &SubProcessor| company.registration.as_deref().and_then(registration_key);
        match registered(self).zip(registered(other)) {
            Some((one, other)) => one == other,
            None => self.name_key() == other.name_key(),
        }
    }

    /// Its name as it is compared: without blanks and signs, in small letters.
    pub fn name_key(&self) -> String {
        self.name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }
}

/// Reads the list.
pub(super) fn read(node: &Node<'_>, reading: &mut Reading<'_>) -> Vec<SubProcessor> {
    let items = reading.list(node);
    if items.len() > MOST {
        reading.note(node.span, problem::out_of_range(items.len(), 0, MOST));
    }
    items.iter().filter_map(|item| sub_processor(item, reading)).collect()
}

fn sub_processor(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<SubProcessor> {
    let mut fields = reading.fields(node)?;
    let name = fields.required("name", reading).and_then(|node| reading.filled_text(node));
    let [country, registration, does] = ["country", "registration", "does"].map(|key| said(&mut fields, key, reading));
    fields.finish(reading);
    Some(SubProcessor { name: name?.trim().to_owned(), country, registration, does })
}

fn said(fields: &mut Fields<'_, '_>, key: &'static str, reading: &mut Reading<'_>) -> Option<String> {
    let node = fields.optional(key)?;
    reading.filled_text(node).map(|text| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(name: &str, registration: Option<&str>) -> SubProcessor {
        let registration = registration.map(str::to_owned);
        SubProcessor { name: name.to_owned(), country: None, registration, does: None }
    }

    #[test]
    fn a_company_is_known_by_its_registration_before_its_name() {
        let puzzel = company("Puzzel AS", Some("NO 985 161 238"));
        assert!(puzzel.is_same(&company("Intelecom", Some("no985161238"))));
        assert!(!puzzel.is_same(&company("Puzzel AS", Some("1"))));
        assert!(puzzel.is_same(&company("puzzel as", None)), "the name where one has no registration");
        assert!(!puzzel.is_same(&company("Puzzle AS", None)));
    }
}
