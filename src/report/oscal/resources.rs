//! What the result rests on, as resources that everything else refers to: the questionnaire, the answers, our review
//! and rules, and every document that is cited.

use serde::Serialize;

use super::href;
use super::value::{JudgedBasis, OscalId, OscalProp, OscalProse};
use crate::assessment::evidence::RegisteredEvidence;
use crate::report::parts::evidence::{named, state};
use crate::report::story::Story;
use crate::source::fields::Word;
use crate::words::clean::Clean;

/// The name of what came by standard input.
const NOWHERE: &str = "-";

/// The media type of our files.
const YAML: &str = "application/yaml";

#[derive(Serialize)]
pub(super) struct BackMatterOscal {
    resources: Vec<ResourceOscal>,
}

#[derive(Serialize)]
struct ResourceOscal {
    uuid: OscalId,
    title: OscalProse,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<OscalProse>,
    props: Vec<KindOscal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rlinks: Vec<PlaceOscal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<OscalProse>,
}

/// A property of OSCAL's own or of ours.
#[derive(Serialize)]
#[serde(untagged)]
enum KindOscal {
    Own(OscalProp),
    /// What kind of resource it is.
    Kind {
        name: &'static str,
        value: &'static str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PlaceOscal {
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hashes: Vec<HashOscal>,
}

#[derive(Serialize)]
struct HashOscal {
    algorithm: &'static str,
    value: String,
}

impl HashOscal {
    fn sha256(value: String) -> HashOscal {
        HashOscal { algorithm: "SHA-256", value }
    }
}

/// The id of the questionnaire that was answered, to which the plan of the assessment points: it is what was to be
/// asked.
pub(super) fn questionnaire_id(story: &Story<'_, '_>) -> OscalId {
    OscalId::of("questionnaire", &story.questionnaire().fingerprint())
}

/// The id of a document by its number in the register of evidence.
pub(super) fn document_id(basis: &JudgedBasis, number: usize) -> OscalId {
    basis.id("document", &number.to_string())
}

/// Everything that is referred to.
pub(super) fn back_matter(
    story: &Story<'_, '_>,
    basis: &JudgedBasis,
    register: &[RegisteredEvidence<'_>],
) -> BackMatterOscal {
    let documents = register.iter().enumerate().map(|(at, entry)| document(story, document_id(basis, at), entry));
    BackMatterOscal { resources: files(story, basis).into_iter().chain(documents).collect() }
}

fn files(story: &Story<'_, '_>, basis: &JudgedBasis) -> Vec<ResourceOscal> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let asked = story.questionnaire();
    let only = asked.only_source();
    let questionnaire = ResourceOscal {
        uuid: questionnaire_id(story),
        title: OscalProse::line(&story.say(&asked.title)),
        description: asked.about.as_ref().map(|about| OscalProse::line(&story.say(about))),
        props: vec![
            KindOscal::Kind { name: "type", value: "questionnaire" },
            KindOscal::Own(OscalProp::of("questionnaire", asked.reference())),
        ],
        rlinks: vec![PlaceOscal {
            href: format!("urn:duly:questionnaire:{}", asked.reference()),
            media_type: Some(YAML),
            hashes: vec![HashOscal::sha256(
                only.map_or_else(|| asked.fingerprint(), |only| only.fingerprint().to_string()),
            )],
        }],
        remarks: only.is_none().then(|| OscalProse::line(&lang.hash_of_several())),
    };
    let answers = &subject.answers.source;
    let mut files = vec![
        questionnaire,
        file(
            basis.id("file", "answers"),
            (lang.answers_file(), "raw-data"),
            (&answers.name, answers.fingerprint().to_string()),
        ),
    ];
    files.extend(subject.review.map(|review| {
        let (name, sha256) = (&review.source.name, review.source.fingerprint().to_string());
        file(basis.id("file", "review"), (lang.review_file(), "interview-notes"), (name, sha256))
    }));
    files.extend(subject.policy.source.as_ref().map(|source| {
        file(basis.id("file", "policy"), (lang.rules(), "policy"), (&source.name, source.fingerprint().to_string()))
    }));
    files
}

/// One of the files that were judged. It is called by its name alone: the same files give the same bytes, wherever they
/// lie.
fn file(uuid: OscalId, (title, kind): (Clean, &'static str), (name, sha256): (&str, String)) -> ResourceOscal {
    let name = std::path::Path::new(name).file_name().map(|name| name.to_string_lossy());
    let place = name.as_ref().filter(|name| *name != NOWHERE).map(|name| PlaceOscal {
        href: href::beside(name),
        media_type: None,
        hashes: vec![HashOscal::sha256(sha256.clone())],
    });
    ResourceOscal {
        uuid,
        title: OscalProse::line(&title),
        description: None,
        props: vec![
            KindOscal::Kind { name: "type", value: kind },
            KindOscal::Own(OscalProp::foreign("sha256", &sha256)),
        ],
        rlinks: place.into_iter().collect(),
        remarks: None,
    }
}

/// A document: what it is called, what it is worth today, and where it lies if that can be followed. A place that
/// cannot is told in words.
fn document(story: &Story<'_, '_>, uuid: OscalId, entry: &RegisteredEvidence<'_>) -> ResourceOscal {
    let item = entry.item;
    let kind = item.kind.map(|kind| story.questionnaire().evidence[kind].id.clone());
    let mut props = vec![KindOscal::Kind { name: "type", value: "evidence" }];
    let own = [
        Some(OscalProp::word("shown-by", entry.source.word())),
        Some(OscalProp::word("state", entry.state.word())),
        kind.map(|kind| OscalProp::of("kind", kind)),
        item.issued.map(|day| OscalProp::of("issued", day)),
        item.valid_until.map(|day| OscalProp::of("valid-until", day)),
        entry.until.map(|day| OscalProp::of("current-until", day)),
        item.location.as_deref().map(|place| OscalProp::foreign("location", place)),
    ];
    props.extend(own.into_iter().flatten().map(KindOscal::Own));
    let location = item.location.as_deref().unwrap_or_default();
    let hash = entry.file(story.assessment).map(|file| HashOscal::sha256(file.to_string()));
    let href = match &hash {
        Some(_) => Some(href::beside(location)),
        None => href::web(location.trim()),
    };
    let (words, more) = state(story, entry);
    let words = Clean::joined([words.words()].into_iter().chain(more), ", ");
    ResourceOscal {
        uuid,
        title: OscalProse::line(&named(story, entry)),
        description: OscalProse::some(&[words]),
        props,
        rlinks: href
            .map(|href| PlaceOscal { href, media_type: None, hashes: hash.into_iter().collect() })
            .into_iter()
            .collect(),
        remarks: None,
    }
}
