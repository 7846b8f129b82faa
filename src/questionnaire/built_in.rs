//! The questionnaires that `duly` carries.

use std::sync::Arc;

use super::model::Questionnaire;
use super::read::read;
use crate::source::{Checked, Source};
use crate::words::clean::one_line;
use crate::words::problem::text as problem;

/// A file that the program carries: its name, and its text.
type File = (&'static str, &'static str);

/// A built-in questionnaire: its files, by the names that its main file uses.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// The main file: name and text.
    pub main: File,
    /// The category files.
    pub parts: &'static [File],
}

/// Takes a file of a folder into the program.
macro_rules! file {
    ($folder:literal, $file:literal) => {
        ($file, include_str!(concat!("../../questionnaires/", $folder, "/", $file)))
    };
}

/// The same for several.
macro_rules! files {
    ($folder:literal, [$($file:literal),* $(,)?]) => {
        &[$(file!($folder, $file)),*]
    };
}

/// Every built-in questionnaire.
pub const ALL: &[BuiltIn] = &[BuiltIn {
    id: "customer-service",
    main: file!("customer-service", "questionnaire.yaml"),
    parts: files!(
        "customer-service",
        [
            "certifications.yaml",
            "policies.yaml",
            "classification.yaml",
            "access.yaml",
            "encryption.yaml",
            "backups.yaml",
            "human.yaml",
            "gdpr.yaml",
            "governance.yaml",
            "contract.yaml",
            "incident.yaml",
            "monitoring.yaml",
        ]
    ),
}];

/// The built-in questionnaire with an id.
pub fn find(id: &str) -> Option<&'static BuiltIn> {
    ALL.iter().find(|built_in| built_in.id == id)
}

impl BuiltIn {
    /// Reads it from its texts. A test proves that nothing is noted.
    pub fn read(&self) -> Checked<Questionnaire> {
        let load = |name: &str| {
            let found = self.parts.iter().find(|(known, _)| *known == name);
            found.map(|part| self.source(part)).ok_or_else(|| problem::unreadable_file(one_line(name), "not built in"))
        };
        read(&self.source(&self.main), &load)
    }

    /// It as it was prepared when the program was built, by reading its texts: so that no start has to. A test proves
    /// that it is the same.
    pub fn prepared(&self, bytes: &[u8]) -> Option<Questionnaire> {
        let mut questionnaire: Questionnaire = postcard::from_bytes(bytes).ok()?;
        questionnaire.sources = self.files().map(|file| self.source(file)).collect();
        Some(questionnaire)
    }

    /// All files, the main one first.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        [&self.main].into_iter().chain(self.parts)
    }

    fn source(&self, (name, text): &File) -> Arc<Source> {
        Source::built_in(format!("questionnaires/{}/{name}", self.id), text)
    }

    /// The whole as one file with another id, comments kept: the category files stand where the main file names them.
    pub fn as_one_file(&self, id: &str) -> String {
        let mut out = String::with_capacity(self.files().map(|(_, text)| text.len()).sum());
        for line in self.main.1.lines() {
            let named = line.trim_start().strip_prefix("- ").map(str::trim);
            let part = named.and_then(|named| self.parts.iter().find(|(name, _)| *name == named));
            match part {
                Some((_, text)) => as_list_entry(text, line.len() - line.trim_start().len(), &mut out),
                None if *line == format!("id: {}", self.id) => out.push_str(&format!("id: {id}\n")),
                None => out.extend([line, "\n"]),
            }
        }
        out
    }
}

/// A category file, without its format line, indented as an entry of the list that named it.
fn as_list_entry(text: &str, indent: usize, out: &mut String) {
    let mut lead = format!("{}- ", " ".repeat(indent));
    let keys = text.lines().filter(|line| !line.starts_with("format:"));
    for line in keys.skip_while(|line| line.is_empty()) {
        if line.is_empty() {
            out.push('\n');
        } else if lead.trim().is_empty() || line.starts_with('#') {
            out.extend([&" ".repeat(indent + 2), line, "\n"]);
        } else {
            out.extend([&lead, line, "\n"]);
            lead = " ".repeat(indent + 2);
        }
    }
}
