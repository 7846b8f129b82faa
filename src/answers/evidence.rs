//! Documents: what the vendor shows, and what we saw.

use std::collections::{HashMap, HashSet};

use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::KindId;
use crate::questionnaire::model::Validity;
use crate::questionnaire::names::is_id;
use crate::source::{Date, Span};

/// One document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Its id in the vendor's register, if it stands there.
    pub id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Its kind.
    pub kind: Option<KindId>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// The last day on which it is valid, as it says itself.
    pub valid_until: Option<Date>,
    /// Where it can be found, as written. What lies there is counted and hashed, never interpreted.
    pub location: Option<String>,
    /// Where it stands in its file.
    pub span: Span,
}

impl Evidence {
    /// The last day on which it is current: what it says itself, or its issue plus the months of its kind, whichever
    /// comes first; `None` when it does not age. Where its kind says nothing, or it has none, it is current for
    /// `otherwise` months.
    pub fn current_until(&self, questionnaire: &Questionnaire, otherwise: u32) -> Option<Date> {
        let months = match self.kind.and_then(|kind| questionnaire.evidence[kind].valid_months) {
            Some(Validity::Never) => None,
            Some(Validity::Months(months)) => Some(months),
            None => Some(otherwise),
        };
        let by_kind = self.issued.zip(months).map(|(issued, months)| issued.plus_months(months));
        [self.valid_until, by_kind].into_iter().flatten().min()
    }

    /// The place that it names, without blanks around it, if it names one.
    pub fn named_place(&self) -> Option<&str> {
        self.location.as_deref().map(str::trim).filter(|place| !place.is_empty())
    }

    /// Whether it says where somebody else could find it.
    pub fn is_findable(&self) -> bool {
        self.location.as_deref().is_some_and(is_reachable)
    }
}

/// The ids that documents have, so that new ones get others. However many are asked for, each is found at once.
#[derive(Clone, Debug, Default)]
pub struct FreeIds {
    taken: HashSet<String>,
    /// The last number that was tried behind an id.
    last: HashMap<String, usize>,
}

impl FreeIds {
    /// Takes an id; `false` if it was taken before.
    pub fn take(&mut self, id: impl Into<String>) -> bool {
        self.taken.insert(id.into())
    }

    /// Takes an id that no document has: that of its kind, with a number behind it where that is taken.
    pub fn free(&mut self, kind: Option<&str>) -> String {
        let stem = kind.filter(|kind| is_id(kind)).unwrap_or("document");
        let number = self.last.entry(stem.to_owned()).or_default();
        loop {
            *number += 1;
            let id = if *number == 1 { stem.to_owned() } else { format!("{stem}-{number}") };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

impl<T: Into<String>> FromIterator<T> for FreeIds {
    fn from_iter<I: IntoIterator<Item = T>>(ids: I) -> FreeIds {
        FreeIds { taken: ids.into_iter().map(Into::into).collect(), last: HashMap::new() }
    }
}

/// Whether a location can be followed by somebody else: a web address, or a path that stays inside the vendor's folder.
pub fn is_reachable(location: &str) -> bool {
    let location = location.trim();
    let web = location.starts_with("https://") || location.starts_with("http://");
    let begins = |scheme: &&str| location.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let other_scheme = location.contains("://") || ["file:", "javascript:", "vbscript:", "data:"].iter().any(begins);
    web || (!other_scheme && stays_inside(location))
}

/// Whether a path is relative and does not climb out of its folder, by the rules of every common system.
pub fn stays_inside(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    let rooted = path.starts_with(['/', '\\', '~']);
    let climbs = path.contains("..") && path.split(['/', '\\']).any(|part| part == "..");
    let has_control = match path.is_ascii() {
        true => path.bytes().fold(false, |found, byte| found | byte.is_ascii_control()),
        false => path.contains(char::is_control),
    };
    !path.is_empty() && !drive && !rooted && !climbs && !has_control
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_the_folder_are_recognised() {
        for inside in ["evidence/iso.pdf", "./a.pdf", "a..b.pdf", "https://example.com/x", "data room, folder 3"] {
            assert!(is_reachable(inside), "{inside}");
        }
        for outside in [
            "file:///x",
            "ftp://x/y",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "/etc/passwd",
            "../x.pdf",
            "a/../../x",
            "C:\\x.pdf",
            "\\\\server\\x",
            "~/x",
            "a\\..\\x",
            "",
        ] {
            assert!(!is_reachable(outside), "{outside}");
        }
    }
}
