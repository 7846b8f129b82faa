//! On whom and on which countries several vendors depend, by what is at stake.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::foremost::{Foremost, Ranking};
use super::heat::{STAKES, Stake, stake_index};
use crate::answers::SubProcessor;
use crate::answers::countries::code;
use crate::answers::registration::registration_key;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{IdSet, VendorId};
use crate::words::Clean;
use crate::words::clean::{one_line, shortened};

/// Names are kept no longer than this.
pub const LONGEST_NAME: usize = 80;

/// A company, or a country, on which two or more vendors depend. They stand in the order of the highest stake among
/// these vendors, then of their number, the most first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Its name, as the first of these vendors gives it.
    pub name: Clean,
    /// The first [`OTHER_NAMES`] of the other names that vendors give under its registration.
    pub other_names: Vec<Clean>,
    /// How many vendors of each stake depend on it.
    by_stake: [usize; 5],
}

/// So many other names of a company are kept.
pub const OTHER_NAMES: usize = 2;

impl Dependency {
    /// One on which so many vendors of each stake depend.
    pub fn new(name: Clean, of: impl Fn(Stake) -> usize) -> Dependency {
        let mut by_stake = [0; 5];
        STAKES.into_iter().for_each(|stake| by_stake[stake_index(stake)] = of(stake));
        Dependency { name, other_names: Vec::new(), by_stake }
    }

    /// How many vendors of a stake depend on it.
    pub fn of(&self, stake: Stake) -> usize {
        self.by_stake[stake_index(stake)]
    }

    /// How many vendors depend on it.
    pub fn vendors(&self) -> usize {
        self.by_stake.iter().sum()
    }

    /// The highest stake of a vendor that depends on it; `None` where none is stated.
    pub fn highest(&self) -> Stake {
        STAKES.into_iter().flatten().find(|level| self.of(Some(*level)) > 0)
    }
}

/// What a vendor depends on, as it is named and as it is known again.
#[derive(Clone, Debug)]
pub(super) struct DependsOn {
    name: Clean,
    registration: Option<String>,
    key: String,
}

impl DependsOn {
    /// A company that does a part of the service.
    pub fn company(company: &SubProcessor) -> DependsOn {
        let key = Some(company.name_key()).filter(|key| !key.is_empty()).unwrap_or_else(|| company.name.clone());
        let registration = company.registration.as_deref().and_then(registration_key);
        DependsOn { name: shortened(&company.name, LONGEST_NAME), registration, key }
    }

    /// A country, by its name or its code in whatever letters; the code is told where it is known.
    pub fn country(country: &str) -> DependsOn {
        let country = one_line(country);
        let written = code(&country).unwrap_or(&country);
        DependsOn { name: shortened(written, LONGEST_NAME), registration: None, key: written.to_lowercase() }
    }
}

/// What all vendors depend on, added one vendor after the other: a line for each company or country, however many
/// vendors name it. A company is known by its registration, else by its name: one that first came without a
/// registration takes the first that comes under its name.
#[derive(Clone, Debug, Default)]
pub(super) struct DependencySums {
    /// What each is summed up under.
    registered: HashMap<String, Arc<str>>,
    named: HashMap<String, Arc<str>>,
    sums: HashMap<Arc<str>, DependencySum>,
    /// The highest stake that a file of a vendor gives.
    stakes: HashMap<VendorId, Stake>,
}

/// One of them, and how many came before it.
#[derive(Clone, Debug)]
struct DependencySum {
    /// Its names with the keys by which they are compared, the first one first.
    names: Vec<(String, Clean)>,
    vendors: IdSet<VendorId>,
    is_registered: bool,
    before: usize,
}

impl DependencySum {
    /// Takes a name: another one is kept beside those before it, while there is room.
    fn is_called(&mut self, key: &str, name: Clean) {
        if self.names.len() <= OTHER_NAMES && !self.names.iter().any(|(known, _)| known == key) {
            self.names.push((key.to_owned(), name));
        }
    }
}

impl DependencySums {
    /// What a vendor depends on, each once, however many of its files name it: at stake is the most of what these say.
    pub fn add(&mut self, all: Vec<DependsOn>, (vendor, stake): (VendorId, Stake)) {
        let known = self.stakes.entry(vendor).or_insert(stake);
        *known = (*known).max(stake);
        for one in all {
            let key = self.key_of(one);
            if let Some(sum) = self.sums.get_mut(&key) {
                sum.vendors.insert(vendor);
            }
        }
    }

    /// Under what it is summed up, which is made where it is new.
    fn key_of(&mut self, one: DependsOn) -> Arc<str> {
        let DependsOn { name, registration, key } = one;
        if let Some(known) = registration.as_ref().and_then(|number| self.registered.get(number)) {
            let known = Arc::clone(known);
            self.sums.get_mut(&known).into_iter().for_each(|sum| sum.is_called(&key, name.clone()));
            self.named.entry(key).or_insert_with(|| Arc::clone(&known));
            return known;
        }
        let same_name = self.named.get(&key).map(Arc::clone);
        let is_open = |known: &Arc<str>| self.sums.get(known).is_some_and(|sum| !sum.is_registered);
        let known = same_name.filter(|known| registration.is_none() || is_open(known));
        let own =
            || Arc::from(registration.as_ref().map_or_else(|| format!("name {key}"), |it| format!("number {it}")));
        let under: Arc<str> = known.unwrap_or_else(own);
        let before = self.sums.len();
        let new = || DependencySum { names: Vec::new(), vendors: IdSet::default(), is_registered: false, before };
        let sum = self.sums.entry(Arc::clone(&under)).or_insert_with(new);
        sum.is_called(&key, name);
        sum.is_registered |= registration.is_some();
        registration.into_iter().for_each(|number| drop(self.registered.insert(number, Arc::clone(&under))));
        self.named.entry(key).or_insert_with(|| Arc::clone(&under));
        under
    }

    /// Those on which two or more vendors depend, the first so many.
    pub fn finish(self, most: usize) -> Foremost<Dependency> {
        let mut ranking = Ranking::new(most);
        for DependencySum { names, vendors, before, .. } in self.sums.into_values() {
            let stakes: Vec<Stake> = vendors.iter().filter_map(|vendor| self.stakes.get(&vendor).copied()).collect();
            if stakes.len() < 2 {
                continue;
            }
            let mut names = names.into_iter().map(|(_, name)| name);
            let Some(first) = names.next() else { continue };
            let of = Dependency::new(first, |stake| stakes.iter().filter(|it| **it == stake).count());
            let of = Dependency { other_names: names.collect(), ..of };
            ranking.add((Reverse(of.highest().map(Level::index)), Reverse(of.vendors()), before), of);
        }
        ranking.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::ids::ById;

    /// Adds what each of some vendors depends on, every one another.
    fn summed_up(all: Vec<(Vec<DependsOn>, Stake)>) -> DependencySums {
        let (mut sums, mut vendors) = (DependencySums::default(), ById::<VendorId, ()>::default());
        all.into_iter().for_each(|(all, stake)| sums.add(all, (vendors.push(()), stake)));
        sums
    }

    fn company(name: &str, registration: Option<&str>) -> DependsOn {
        let registration = registration.map(str::to_owned);
        DependsOn::company(&SubProcessor { name: name.to_owned(), country: None, registration, does: None })
    }

    #[test]
    fn a_company_is_one_by_its_registration_else_by_its_name_and_counts_once_a_vendor() {
        let sums = summed_up(vec![
            (vec![company("Puzzel AS", None), company("PUZZEL, AS", None)], Some(Level::Low)),
            (vec![company("Puzzel AS", Some("NO 985"))], Some(Level::High)),
            (vec![company("Intelecom", Some("no985"))], None),
            (vec![company("Puzzel AS", Some("1")), company("Alone AB", None)], Some(Level::Critical)),
        ]);
        let found = sums.finish(10);
        let puzzel = &found.first[0];
        assert_eq!((found.all, puzzel.vendors(), puzzel.highest()), (1, 3, Some(Level::High)));
        assert_eq!(STAKES.map(|stake| puzzel.of(stake)), [0, 1, 0, 1, 1]);
    }

    #[test]
    fn every_name_of_a_registered_company_is_known_again() {
        let (short, whole) = ("Fjallton", "Fjällton Telefoni AB");
        let all = [(short, Some("0010")), (whole, Some("0010")), (whole, Some("0010")), (whole, None)];
        let all = all.map(|(name, registration)| (vec![company(name, registration)], Some(Level::Low)));
        let found = summed_up(all.into()).finish(10);
        assert_eq!((found.all, found.first[0].vendors()), (1, 4));
        assert_eq!((&found.first[0].name, &found.first[0].other_names[..]), (&short.into(), &[whole.into()][..]));
    }

    #[test]
    fn what_critical_vendors_depend_on_comes_first() {
        let both = || vec![DependsOn::country("SE"), DependsOn::country("Norway")];
        let stakes = [Some(Level::Low), Some(Level::Low), Some(Level::Low), None];
        let mut all: Vec<_> = stakes.map(|stake| (both(), stake)).into();
        all.push((vec![DependsOn::country(" norway ")], Some(Level::Critical)));
        let names: Vec<Clean> = summed_up(all).finish(10).first.into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["NO", "SE"]);
    }

    #[test]
    fn a_country_is_one_however_many_blanks_are_in_its_name() {
        let written = ["New Zealand", "New  Zealand", "new\tzealand "];
        let all = written.map(|country| (vec![DependsOn::country(country)], None));
        assert_eq!(summed_up(all.into()).finish(10).first[0].vendors(), 3);
        assert_eq!(DependsOn::country("Czech  Republic").name, "CZ");
    }

    #[test]
    fn a_vendor_of_several_files_counts_once() {
        let (mut sums, mut vendors) = (DependencySums::default(), ById::<VendorId, ()>::default());
        let one = vendors.push(());
        let files = [Some(Level::Low), Some(Level::High), None];
        files.into_iter().for_each(|stake| sums.add(vec![DependsOn::country("SE")], (one, stake)));
        assert_eq!(sums.clone().finish(10).all, 0, "nothing is shared");
        sums.add(vec![DependsOn::country("SE")], (vendors.push(()), None));
        let found = sums.finish(10);
        assert_eq!((found.first[0].vendors(), found.first[0].of(Some(Level::High))), (2, 1), "in whatever order");
    }
}
