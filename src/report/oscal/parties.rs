//! Who takes part: the vendor, who reviewed, for whom, who decided, who accepts what; and the roles that they have.

use std::collections::HashSet;

use serde::Serialize;

use super::value::{OscalId, OscalMoment, OscalProp, OscalProse, OscalString};
use crate::assessment::insight;
use crate::report::made_by::MadeBy;
use crate::report::parts::basis::TOOL;
use crate::report::parts::verdict;
use crate::report::story::Story;
use crate::words::clean::{Clean, one_line};

/// The version of OSCAL that is written.
const VERSION: &str = "1.2.1";

/// The role of who reviewed, as OSCAL names it.
const PREPARED_BY: &str = "prepared-by";
/// The role of for whom it was, as OSCAL names it.
const PREPARED_FOR: &str = "prepared-for";
/// The role of who decided.
pub(super) const DECIDED_BY: &str = "decision-maker";
/// The role of who is judged.
const VENDOR: &str = "vendor";

/// What kind of party somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartyKind {
    Person,
    Organization,
}

impl PartyKind {
    fn word(self) -> &'static str {
        match self {
            PartyKind::Person => "person",
            PartyKind::Organization => "organization",
        }
    }

    /// The id of a party: the same for the same name, whoever is judged.
    pub(super) fn id(self, name: &str) -> OscalId {
        OscalId::of(self.word(), &one_line(name))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct MetadataOscal {
    title: OscalProse,
    last_modified: OscalMoment,
    version: OscalString,
    oscal_version: &'static str,
    props: Vec<OscalProp>,
    roles: Vec<RoleOscal>,
    parties: Vec<PartyOscal>,
    responsible_parties: Vec<ResponsibleOscal>,
    remarks: OscalProse,
}

#[derive(Serialize)]
struct RoleOscal {
    id: &'static str,
    title: OscalProse,
}

#[derive(Serialize)]
struct PartyOscal {
    uuid: OscalId,
    #[serde(rename = "type")]
    kind: &'static str,
    name: OscalString,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<OscalProp>,
}

/// Who has a role.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleOscal {
    role_id: &'static str,
    party_uuids: [OscalId; 1],
}

impl ResponsibleOscal {
    pub(super) fn of(role_id: &'static str, party: OscalId) -> ResponsibleOscal {
        ResponsibleOscal { role_id, party_uuids: [party] }
    }
}

/// The head of the document.
pub(super) fn metadata(story: &Story<'_, '_>, made_by: &MadeBy) -> MetadataOscal {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut props = vec![OscalProp::of("made-with", TOOL), OscalProp::word("language", lang.code())];
    props.extend(made_by.command().map(|command| OscalProp::of("made-by", command)));
    let responsible = responsible(story);
    let roles = responsible.iter().map(|(role, title, _)| RoleOscal { id: role, title: OscalProse::line(title) });
    MetadataOscal {
        title: OscalProse::line(&lang.report_title(verdict::vendor(story))),
        last_modified: OscalMoment::start(subject.as_of),
        version: OscalString::of(subject.as_of),
        oscal_version: VERSION,
        props,
        roles: roles.collect(),
        parties: parties(story),
        responsible_parties: responsible
            .iter()
            .filter_map(|(role, _, party)| Some(ResponsibleOscal::of(role, (*party)?)))
            .collect(),
        remarks: OscalProse::line(&lang.disclaimer_in_full()),
    }
}

/// The roles, with their names, and who has each in the whole document.
fn responsible(story: &Story<'_, '_>) -> Vec<(&'static str, Clean, Option<OscalId>)> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut roles = vec![(VENDOR, lang.vendor(), Some(PartyKind::Organization.id(&subject.answers.vendor)))];
    let Some(review) = subject.review else { return roles };
    roles.push((PREPARED_BY, lang.prepared_by(), Some(PartyKind::Person.id(&review.reviewer))));
    let client = review.client.as_deref().map(|client| PartyKind::Organization.id(client));
    roles.extend(client.map(|client| (PREPARED_FOR, lang.client(), Some(client))));
    roles.extend(review.decision.as_ref().map(|_| (DECIDED_BY, lang.decided_by(), None)));
    roles
}

/// Everybody who is named, once.
fn parties(story: &Story<'_, '_>) -> Vec<PartyOscal> {
    let subject = &story.assessment.subject;
    let about = [("country", &subject.answers.country), ("registration", &subject.answers.registration)];
    let about = about.into_iter().filter_map(|(name, text)| Some(OscalProp::foreign(name, text.as_deref()?)));
    let service = subject.answers.service.as_deref().map(|service| OscalProp::foreign("service", service));
    let vendor = (PartyKind::Organization, subject.answers.vendor.as_str(), about.chain(service).collect());
    let mut all = vec![vendor];
    if let Some(review) = subject.review {
        let client = review.client.iter().map(|name| (PartyKind::Organization, name));
        let people = [Some(&review.reviewer), review.decision.as_ref().map(|decision| &decision.by)];
        let waivers = insight::flags_to_tell(story.assessment, |_| true).into_iter();
        let waivers = waivers.filter_map(|flag| story.waiver(flag)).map(|waiver| &waiver.by);
        let people = people.into_iter().flatten().chain(waivers).map(|name| (PartyKind::Person, name));
        all.extend(client.chain(people).map(|(kind, name)| (kind, name.as_str(), Vec::new())));
    }
    let mut known = HashSet::new();
    let party = |(kind, name, props): (PartyKind, &str, Vec<OscalProp>)| {
        let uuid = kind.id(name);
        let party = PartyOscal { uuid, kind: kind.word(), name: OscalString::foreign(name), props };
        known.insert(uuid).then_some(party)
    };
    all.into_iter().filter_map(party).collect()
}
