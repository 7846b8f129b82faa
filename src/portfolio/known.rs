//! The vendors that are known already, each once, found again by registration, else by name.

use std::collections::HashMap;

use crate::comparison::kinship::VendorIdentity;
use crate::questionnaire::ids::{ById, VendorId};

/// The vendors that are known, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownVendors {
    all: ById<VendorId, VendorIdentity>,
    by_registration: HashMap<String, VendorId>,
    by_name: HashMap<String, Vec<VendorId>>,
}

impl KnownVendors {
    /// The vendor that this one is, if it is known: the first of its registration, else the first of its name that is
    /// not known to be another one.
    pub fn find(&self, vendor: &VendorIdentity) -> Option<VendorId> {
        let registered = vendor.registration().and_then(|key| self.by_registration.get(key)).copied();
        let named = || self.by_name.get(vendor.name()).into_iter().flatten().copied();
        registered.or_else(|| named().find(|at| self.all[*at].kinship(vendor).is_one()))
    }

    /// Makes a vendor known that is not yet.
    pub fn add(&mut self, vendor: VendorIdentity) -> VendorId {
        let (name, registration) = (vendor.name().to_owned(), vendor.registration().map(str::to_owned));
        let at = self.all.push(vendor);
        self.by_name.entry(name).or_default().push(at);
        if let Some(key) = registration {
            self.by_registration.insert(key, at);
        }
        at
    }
}
