//! The companies that several vendors have do a part of the service, each once.

use crate::answers::SubProcessor;
use crate::assessment::Assessment;
use crate::questionnaire::ids::{ById, VendorId};

/// A company, as each of the vendors lists it, if it does.
pub type Employed<'a> = ById<VendorId, Option<&'a SubProcessor>>;

/// Every company that one of the vendors lists, in the order in which they come first.
pub fn companies<'a>(assessments: &ById<VendorId, &Assessment<'a>>) -> Vec<Employed<'a>> {
    let mut all: Vec<Employed<'a>> = Vec::new();
    for (vendor, assessment) in assessments.with_ids() {
        for company in &assessment.subject.answers.chain {
            let is_it = |known: &&mut Employed<'a>| {
                known[vendor].is_none() && known.iter().flatten().any(|other| other.is_same(company))
            };
            if let Some(known) = all.iter_mut().find(is_it) {
                known[vendor] = Some(company);
                continue;
            }
            let mut new: Employed<'a> = assessments.map(|_, _| None);
            new[vendor] = Some(company);
            all.push(new);
        }
    }
    all
}
