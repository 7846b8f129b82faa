//! The questionnaires that `duly` carries.

use std::sync::Arc;

use super::model::Questionnaire;
use crate::source::Source;
use crate::source::nearest::nearest;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::problem::answers::{questionnaire_not_at_hand, unknown_questionnaire};
use crate::words::problem::{Problem, text as problem};

/// A file that the program carries: its name, and its text.
type File = (&'static str, &'static str);

/// A version of a built-in questionnaire: its files, by the names that its main file uses.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// Its version; a test proves that its text says the same.
    pub version: &'static str,
    /// What it is prepared under, see `build.rs`: no two have the same.
    pub key: &'static str,
    /// The folder of its files, in that of all questionnaires.
    folder: &'static str,
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

/// Every version of every built-in questionnaire; of one id the newest first. A version that was ever built in stays.
pub const ALL: &[BuiltIn] = &[
    BuiltIn {
        id: "customer-service",
        version: "1.1.0",
        key: "customer-service",
        folder: "customer-service",
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
    },
    BuiltIn {
        id: "customer-service",
        version: "1.0.0",
        key: "customer-service-1.0.0",
        folder: "earlier",
        main: file!("earlier", "customer-service-1.0.0.yaml"),
        parts: &[],
    },
    BuiltIn {
        id: "mvsp",
        version: "1.0.0",
        key: "mvsp",
        folder: "mvsp",
        main: file!("mvsp", "questionnaire.yaml"),
        parts: files!("mvsp", ["business.yaml", "design.yaml", "implementation.yaml", "operations.yaml"]),
    },
];

/// The built-in questionnaire with an id, in its newest version.
pub fn find(id: &str) -> Option<&'static BuiltIn> {
    ALL.iter().find(|built_in| built_in.id == id)
}

/// The built-in questionnaire with an id and a version.
pub fn version(id: &str, version: &str) -> Option<&'static BuiltIn> {
    ALL.iter().find(|built_in| built_in.id == id && built_in.version == version)
}

/// The built-in questionnaire that is named by `id`, which means the newest version, or by `id@version`.
pub fn named(written: &str) -> Option<&'static BuiltIn> {
    match written.split_once('@') {
        Some((id, number)) => version(id, number),
        None => find(written),
    }
}

/// Whether a text names a file and not a built-in questionnaire.
pub fn is_path(written: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|ending| written.ends_with(ending))
}

/// Whether the id of a built-in questionnaire is named, with a version or without; it need not be one that there is.
pub fn is_named(written: &str) -> bool {
    find(written.split_once('@').map_or(written, |(id, _)| id)).is_some()
}

/// The built-in questionnaire whose id another one could be taken for: by its letters and digits, great or small, in
/// which those that are drawn alike are one.
pub fn alike(id: &str) -> Option<&'static BuiltIn> {
    let looks = |id: &str| -> String {
        let drawn = |sign: char| match sign.to_ascii_lowercase() {
            'i' | '1' => 'l',
            '0' => 'o',
            other => other,
        };
        id.chars().filter(char::is_ascii_alphanumeric).map(drawn).collect()
    };
    ALL.iter().find(|built_in| looks(built_in.id) == looks(id))
}

/// What to say of a name that no built-in questionnaire has, with the nearest one that there is.
pub fn unknown(written: &str) -> Problem {
    unknown_questionnaire(one_line(written)).did_you_mean(near(written).as_deref())
}

/// The same where nothing is looked for that was not named at the start.
pub fn not_at_hand(written: &str) -> Problem {
    questionnaire_not_at_hand(one_line(written), newest()).did_you_mean(near(written).as_deref())
}

/// Those that there are, each in its newest version.
pub fn newest() -> Clean {
    let newest = ALL.iter().filter(|built_in| find(built_in.id).is_some_and(|it| it.version == built_in.version));
    Clean::joined(newest.map(BuiltIn::reference), ", ")
}

/// The nearest name that there is.
fn near(written: &str) -> Option<String> {
    match written.split_once('@').and_then(|(id, _)| find(id)) {
        Some(newest) => Some(newest.reference().into()),
        None => nearest(written, ALL.iter().map(|built_in| built_in.id)).map(str::to_owned),
    }
}

impl Questionnaire {
    /// The newest version of a built-in questionnaire of which this is an earlier one.
    pub fn newest(&self) -> Option<&'static str> {
        let mut versions =
            ALL.iter().filter(|built_in| self.id.as_str() == built_in.id).map(|built_in| built_in.version);
        let newest = versions.next()?; // it comes first
        versions.any(|earlier| self.version.as_str() == earlier).then_some(newest)
    }
}

impl BuiltIn {
    /// It as it was prepared when the program was built, by reading its texts: so that no start has to. Its texts are
    /// not copied. A test proves that it is the same.
    pub fn prepared(&self, bytes: &'static [u8]) -> Option<Questionnaire> {
        let mut questionnaire: Questionnaire = postcard::from_bytes(bytes).ok()?;
        questionnaire.sources = self.files().map(|file| self.source(file)).collect();
        Some(questionnaire)
    }

    /// All files, the main one first.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        [&self.main].into_iter().chain(self.parts)
    }

    fn source(&self, (name, text): &File) -> Arc<Source> {
        Source::built_in(format!("questionnaires/{}/{name}", self.folder), text)
    }

    /// Its main file.
    pub fn main_source(&self) -> Arc<Source> {
        self.source(&self.main)
    }

    /// One of its category files.
    ///
    /// # Errors
    /// It has none of that name.
    pub fn part_source(&self, name: &str) -> Result<Arc<Source>, Problem> {
        let found = self.parts.iter().find(|(known, _)| *known == name);
        found.map(|part| self.source(part)).ok_or_else(|| problem::unreadable_file(one_line(name), "not built in"))
    }

    /// `id@version`.
    pub fn reference(&self) -> Clean {
        self.id.and("@").and(self.version)
    }

    /// The shortest that names it: the newest version needs its id only.
    pub fn name(&self) -> Clean {
        let is_newest = find(self.id).is_some_and(|newest| newest.version == self.version);
        if is_newest { Clean::default().and(self.id) } else { self.reference() }
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
