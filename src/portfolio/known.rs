//! The vendors that are known already, each once, found again by registration, else by name.

use std::collections::HashMap;

use crate::answers::Few;
use crate::answers::kinship::VendorIdentity;
use crate::questionnaire::ids::{ById, VendorId};

/// The vendors that are known, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct KnownVendors {
    all: ById<VendorId, VendorIdentity>,
    by_registration: HashMap<String, VendorId>,
    by_name: HashMap<String, Few<VendorId>>,
}

/// A vendor that was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetVendor {
    /// Which it is.
    pub vendor: VendorId,
    /// Whether it was not known before.
    pub is_new: bool,
    /// Whether it was not known by this name.
    pub is_new_name: bool,
}

impl KnownVendors {
    /// The vendor that this one is, if it is known: the first of its registration, else the first of its name that is
    /// not known to be another one.
    pub fn find(&self, vendor: &VendorIdentity) -> Option<VendorId> {
        let registered = vendor.registration().and_then(|key| self.by_registration.get(key)).copied();
        let named = || self.by_name.get(vendor.name()).into_iter().flatten().copied();
        let may_be = |at: &VendorId| {
            let both = self.all[*at].registration().zip(vendor.registration());
            both.is_none_or(|(one, other)| one == other)
        };
        registered.or_else(|| named().find(may_be))
    }

    /// Each, in the order in which they came.
    pub fn all(&self) -> impl Iterator<Item = (VendorId, &VendorIdentity)> {
        self.all.with_ids()
    }

    /// The vendor that this one is. One that was known is known from now on by this name and this registration, too.
    pub fn meet(&mut self, vendor: &VendorIdentity) -> MetVendor {
        let found = self.find(vendor);
        let at = found.unwrap_or_else(|| self.all.push(vendor.clone()));
        let named = self.by_name.entry(vendor.name().to_owned()).or_default();
        let is_new_name = !named.contains(&at);
        if is_new_name {
            named.push(at);
        }
        if let Some(key) = vendor.registration() {
            self.by_registration.entry(key.to_owned()).or_insert(at);
            if self.all[at].registration().is_none() {
                self.all[at] = vendor.clone();
            }
        }
        MetVendor { vendor: at, is_new: found.is_none(), is_new_name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vendor_is_known_by_every_registration_and_name_under_which_it_came() {
        let identity = |name: &str, registration: Option<&str>| VendorIdentity::named(name, registration);
        let mut known = KnownVendors::default();
        let mut meet = |name: &str, registration: Option<&str>| known.meet(&identity(name, registration));
        let first = meet("Alfa AB", None);
        assert!(first.is_new && first.is_new_name);
        for (name, registration, is_new_name) in
            [("Alfa AB", Some("0010"), false), ("Alfa Nordic AB", Some("0010"), true), ("Alfa Nordic AB", None, false)]
        {
            assert_eq!(meet(name, registration), MetVendor { is_new: false, is_new_name, ..first }, "{name}");
        }
        assert!(meet("Alfa AB", Some("0020")).is_new, "another one of the same name");
    }
}
