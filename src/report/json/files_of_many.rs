//! The files that an overview rests on.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::FingerprintJson;
use crate::portfolio::overview::Overview;
use crate::portfolio::rests_on::{ManyFiles, NamedFile, RestsOn};
use crate::report::made_by::MadeBy;
use crate::words::Clean;

/// The files that were judged, so that the overview can be made again.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "basis-of-many")]
pub(super) struct ManyBasisJson<'a> {
    /// The files of now.
    now: FilesOfYearJson<'a>,
    /// The files that these were held against, or null where none were named.
    before: Option<FilesOfYearJson<'a>>,
    /// The command that made the document, for a shell: only what has an effect; null where none made it, and where it
    /// named single files instead of folders.
    command: Option<&'a Clean>,
}

/// The files of one year.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "files-of-year")]
struct FilesOfYearJson<'a> {
    /// The vendors' answers.
    answers: ManyFilesJson,
    /// Our reviews of them.
    reviews: ManyFilesJson,
    /// The questionnaires, each once.
    questionnaires: Vec<NamedFileJson<'a>>,
    /// Our policies: one, or none where the defaults were used for all.
    policies: Vec<NamedFileJson<'a>>,
}

/// Many files of a kind.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "many-files")]
struct ManyFilesJson {
    /// How many files.
    files: usize,
    /// The fingerprint of their list: a line for each, sorted, of its fingerprint, two blanks and its name, each with a
    /// line break.
    sha256: FingerprintJson,
}

/// A questionnaire or a policy.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "named-file")]
struct NamedFileJson<'a> {
    /// The id and the version of the questionnaire, or the name of the policy's file.
    name: &'a Clean,
    /// Its fingerprint.
    sha256: FingerprintJson,
}

impl<'a> ManyBasisJson<'a> {
    /// What an overview rests on.
    pub(super) fn of(overview: &'a Overview, made_by: &'a MadeBy) -> ManyBasisJson<'a> {
        ManyBasisJson {
            now: of_year(&overview.files),
            before: overview.files_before.as_ref().map(of_year),
            command: made_by.command(),
        }
    }
}

fn of_year(files: &RestsOn) -> FilesOfYearJson<'_> {
    FilesOfYearJson {
        answers: many(&files.answers),
        reviews: many(&files.reviews),
        questionnaires: files.asked.iter().map(named).collect(),
        policies: files.rules.iter().map(named).collect(),
    }
}

fn many(files: &ManyFiles) -> ManyFilesJson {
    ManyFilesJson { files: files.count, sha256: FingerprintJson(files.sha256.to_string()) }
}

fn named(file: &NamedFile) -> NamedFileJson<'_> {
    NamedFileJson { name: &file.name, sha256: FingerprintJson(file.sha256.clone()) }
}
