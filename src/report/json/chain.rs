//! Whom a vendor has do a part of the service in turn, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::NameJson;
use crate::answers::SubProcessor;
use crate::assessment::Assessment;
use crate::comparison::chain::companies;

/// A company that does a part of the service for the vendor, in the vendor's words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "sub-processor")]
pub(super) struct SubProcessorJson<'a> {
    /// The name of the company.
    name: NameJson<'a>,
    /// Where it is established, or null if the file does not say.
    country: Option<&'a str>,
    /// The number under which it is registered, or null if the file does not say.
    registration: Option<&'a str>,
    /// What it does, or null if the file does not say.
    does: Option<&'a str>,
}

impl<'a> SubProcessorJson<'a> {
    pub(super) fn of(company: &'a SubProcessor) -> Self {
        SubProcessorJson {
            name: NameJson(&company.name),
            country: company.country.as_deref(),
            registration: company.registration.as_deref(),
            does: company.does.as_deref(),
        }
    }
}

/// The companies that do a part of the service for two vendors, by name.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "chains")]
pub(super) struct ChainsJson<'a> {
    /// Those that both list, as A calls them.
    both: Vec<NameJson<'a>>,
    /// Those that A alone lists.
    only_a: Vec<NameJson<'a>>,
    /// Those that B alone lists.
    only_b: Vec<NameJson<'a>>,
}

impl<'a> ChainsJson<'a> {
    pub(super) fn of(a: &Assessment<'a>, b: &Assessment<'a>) -> Self {
        let mut chains = ChainsJson { both: Vec::new(), only_a: Vec::new(), only_b: Vec::new() };
        for listed in companies(&[a, b].into_iter().collect()) {
            let mut told = listed.iter().copied();
            match (told.next().flatten(), told.next().flatten()) {
                (Some(of_a), Some(_)) => chains.both.push(NameJson(&of_a.name)),
                (Some(of_a), None) => chains.only_a.push(NameJson(&of_a.name)),
                (None, of_b) => chains.only_b.extend(of_b.map(|company| NameJson(&company.name))),
            }
        }
        chains
    }
}
