//! Which documents of the vendor are here, as far as anybody looked: a file is counted and hashed, never interpreted.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Fingerprint;

/// What was found at the places that documents of the vendor name. Where nothing was looked for, nothing is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    found: BTreeMap<String, Presence>,
}

impl Papers {
    /// Nothing is here.
    pub const NONE: &'static Papers = &Papers { found: BTreeMap::new() };

    /// What is at a place, as a document of the vendor names it.
    pub fn at(&self, location: &str) -> Presence {
        self.found.get(location.trim()).copied().unwrap_or(Presence::Missing(Absence::NoFolder))
    }

    /// The file at the place that a document names, if it names one and the file is here.
    pub fn file(&self, location: Option<&str>) -> Option<Fingerprint> {
        self.at(location?).file()
    }

    /// The files that are here, each once.
    pub fn files(&self) -> BTreeSet<Fingerprint> {
        self.found.values().filter_map(|presence| presence.file()).collect()
    }
}

impl<L: AsRef<str>> FromIterator<(L, Presence)> for Papers {
    fn from_iter<I: IntoIterator<Item = (L, Presence)>>(found: I) -> Papers {
        let place = |location: L| location.as_ref().trim().to_owned();
        Papers { found: found.into_iter().map(|(location, presence)| (place(location), presence)).collect() }
    }
}

/// What is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// A regular file with something in it.
    Here(Fingerprint),
    /// No file that could prove anything.
    Missing(Absence),
}

impl Presence {
    /// The file, if it is here.
    pub fn file(self) -> Option<Fingerprint> {
        match self {
            Presence::Here(fingerprint) => Some(fingerprint),
            Presence::Missing(_) => None,
        }
    }
}

/// Why a document is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The place is no relative path that stays in its folder: words, an address, a way out.
    NotAPath,
    /// The answers lie in no folder, so nothing lies beside them.
    NoFolder,
    /// Nothing lies there.
    NothingThere,
    /// Nothing is looked for, and nobody told that it is here.
    NotTold,
    /// Something lies there that is spelled with other capitals.
    OtherCapitals,
    /// Nothing is looked for, and it was told with other capitals.
    ToldInOtherCapitals,
    /// A part of the path is a link.
    Link,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The file is empty.
    Empty,
    /// It is larger than any document.
    TooLarge,
    /// It is a file that this program reads, such as the answers themselves.
    ReadByUs,
    /// It cannot be read.
    Unreadable,
}
