//! What comes out for a record of a stream: one line of JSON, whether it could be judged or not.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::problem::{CodeJson, CountJson, ProblemJson, counts};
use super::summary::SummaryJson;
use super::text::finished;
use super::{AssessmentJson, FORMAT, document, schema as schemas};
use crate::assessment::gate::GateOutcome;
use crate::case::Origins;
use crate::report::made_by::MadeBy;
use crate::report::story::Story;
use crate::source::Diagnostics;
use crate::words::{Broken, Guide, Lang};

/// The JSON Schema of a line.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn schema() -> Result<String, Broken> {
    schemas::of::<StreamJson<'_>>()
}

/// What came of a record.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "duly judged line", extend("$id" = "urn:duly:stream-out@1"))]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
enum StreamJson<'a> {
    /// A vendor in a few figures.
    Summary {
        /// The id of the record.
        id: &'a str,
        /// That it was judged.
        #[schemars(extend("const" = true))]
        judged: bool,
        /// How many warnings there are of each code, at most 1,000 in all: what is doubtful, and stops no judgement.
        warnings: BTreeMap<CodeJson, CountJson>,
        /// The figures.
        summary: SummaryJson<'a>,
    },
    /// A vendor in full.
    Full {
        /// The id of the record.
        id: &'a str,
        /// That it was judged.
        #[schemars(extend("const" = true))]
        judged: bool,
        /// How many warnings there are of each code, at most 1,000 in all: what is doubtful, and stops no judgement.
        warnings: BTreeMap<CodeJson, CountJson>,
        /// The figures.
        summary: SummaryJson<'a>,
        /// What is doubtful.
        problems: Vec<ProblemJson<'a>>,
        /// The whole assessment.
        #[schemars(schema_with = "assessment")]
        assessment: AssessmentJson<'a>,
    },
    /// What could not be judged.
    Unjudged {
        /// The id of the record.
        id: &'a str,
        /// That it was not judged.
        #[schemars(extend("const" = false))]
        judged: bool,
        /// What is wrong, and what else is doubtful.
        #[schemars(length(min = 1))]
        problems: Vec<ProblemJson<'a>>,
    },
    /// What could not be judged, and of which no id could be read.
    Unread {
        /// That there is no id.
        id: (),
        /// The line of the stream, from 1.
        #[schemars(range(min = 1))]
        line: usize,
        /// That it was not judged.
        #[schemars(extend("const" = false))]
        judged: bool,
        /// What is wrong, and what else is doubtful.
        #[schemars(length(min = 1))]
        problems: Vec<ProblemJson<'a>>,
    },
}

/// The assessment has a schema of its own.
fn assessment(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "description": "The whole assessment: a document of that format, which has a schema of its own.",
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"const": FORMAT}},
        "additionalProperties": true
    })
}

/// A record that was judged, and what is told of it.
#[derive(Clone, Copy)]
pub struct JudgedRecord<'r, 'i> {
    /// Its id.
    pub id: &'r str,
    /// The judgement.
    pub story: &'r Story<'r, 'i>,
    /// What came of the rules that must hold.
    pub gate: &'r GateOutcome,
    /// Where the texts came from.
    pub origins: &'r Origins,
    /// What is doubtful.
    pub notes: &'r Diagnostics,
}

/// The line of a record that was judged, in a few figures.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn summary(of: JudgedRecord<'_, '_>) -> Result<String, Broken> {
    let JudgedRecord { id, story, gate, origins, notes } = of;
    let summary = SummaryJson::of(story, gate, origins);
    line(&StreamJson::Summary { id, judged: true, warnings: counts(notes), summary })
}

/// The line of a record that was judged, in full.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn full(of: JudgedRecord<'_, '_>, made_by: &MadeBy, guide: &dyn Guide) -> Result<String, Broken> {
    let JudgedRecord { id, story, gate, origins, notes } = of;
    let summary = SummaryJson::of(story, gate, origins);
    let assessment = document(story, gate, (origins, made_by))?;
    let problems = ProblemJson::all(notes, guide, story.lang);
    line(&StreamJson::Full { id, judged: true, warnings: counts(notes), summary, problems, assessment })
}

/// The line of a record that was not judged: by its id, else by its number in the stream.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn unjudged(
    (id, number): (Option<&str>, usize),
    notes: &Diagnostics,
    guide: &dyn Guide,
    lang: Lang,
) -> Result<String, Broken> {
    let problems = ProblemJson::all(notes, guide, lang);
    line(&match id {
        Some(id) => StreamJson::Unjudged { id, judged: false, problems },
        None => StreamJson::Unread { id: (), line: number, judged: false, problems },
    })
}

fn line(of: &StreamJson<'_>) -> Result<String, Broken> {
    finished(serde_json::to_string(of))
}
