//! What falls due for many vendors: of each what its newest answers and their review say, and what was agreed earlier
//! and still stands.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::of_vendor::{DuesOfVendor, OnFile};
use super::row::VendorDue;
use crate::comparison::kinship::Kinship;
use crate::portfolio::{Due, DueKind, DueStanding, DueWithin};
use crate::source::Date;

/// The namespace of the ids. It stands in no domain, so that nobody else can claim it.
const NAMESPACE: &str = "urn:duly:due@1";

/// What falls due for many vendors.
#[derive(Debug)]
pub struct DueList {
    /// What is listed: what is overdue first, each by its day, what has none last.
    pub rows: Vec<VendorDue>,
    /// What was agreed and falls due no more, however far ahead: it is met, ruled out, or something newer took its
    /// place. Nothing of it is listed.
    pub settled: Vec<VendorDue>,
    /// How far ahead it looks.
    pub within: DueWithin,
    /// How many answers were judged that no newer ones stand beside.
    pub vendors: usize,
    /// Beside how many newer answers stand, of the same vendor to the same questions.
    pub earlier: usize,
    /// Of how many no decision is on file.
    pub undecided: usize,
    /// How many documents run out that are not listed, and how many of them have run out.
    pub papers: [usize; 2],
    /// The day from which on all is looked at.
    pub as_of: Date,
}

impl DueList {
    /// The list of several. What rests on answers beside which newer ones stand is left out, and so is what was agreed
    /// then and a newer review has settled or agreed anew; what else was agreed then still stands.
    pub fn of(vendors: Vec<DuesOfVendor>, (as_of, within): (Date, DueWithin)) -> DueList {
        let mut list = DueList {
            rows: Vec::new(),
            settled: Vec::new(),
            within,
            vendors: 0,
            earlier: 0,
            undecided: 0,
            papers: [0; 2],
            as_of,
        };
        for (namespace, of_one) in told_apart(vendors) {
            list.add(namespace, of_one);
        }
        let key = |row: &VendorDue| (row.due.by.is_none(), row.standing(), row.due.by, row.due.kind);
        list.rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.vendor.as_str().cmp(b.vendor.as_str())));
        let listed: HashSet<Uuid> = list.rows.iter().map(|row| row.uid).collect();
        list.settled.retain(|row| !listed.contains(&row.uid));
        list
    }

    /// Adds what falls due for one vendor, its newest answers first.
    fn add(&mut self, namespace: Uuid, of_one: Vec<DuesOfVendor>) {
        let newest = of_one.iter().filter_map(|of| of.answered).max();
        let mut newer: Vec<OnFile> = Vec::new();
        let mut same_day: (Option<Date>, Vec<OnFile>) = (None, Vec::new());
        for mut of in of_one {
            let uid = |due: &Due| Uuid::new_v5(&namespace, due.key.as_bytes());
            if same_day.0 != of.answered {
                newer.append(&mut same_day.1);
                same_day.0 = of.answered;
            }
            let is_earlier = of.answered.is_some_and(|answered| newest.is_some_and(|newest| answered < newest));
            let (rows, settled) = (std::mem::take(&mut of.rows), std::mem::take(&mut of.settled));
            let rows = rows.into_iter().filter(|(due, _)| !is_earlier || due.kind.is_agreed());
            let decided = of.on_file.decided;
            let stands = |due: &Due| !is_earlier || !newer.iter().any(|newer| newer.replaces(due, decided));
            let (rows, replaced): (Vec<_>, Vec<_>) = rows.partition(|(due, _)| stands(due));
            let seen = rows.into_iter().filter(|(due, _)| self.within.sees(due.by, self.as_of));
            let row = |told: (Due, _)| {
                let uid = uid(&told.0);
                of.row(told, uid, self.as_of)
            };
            self.rows.extend(seen.map(row));
            self.settled.extend(replaced.into_iter().chain(settled).map(row));
            if is_earlier {
                self.earlier += 1;
            } else {
                self.vendors += 1;
                self.undecided += usize::from(decided.is_none());
                self.papers.iter_mut().zip(of.papers).for_each(|(all, of)| *all += of);
            }
            same_day.1.push(of.on_file);
        }
    }

    /// What is overdue.
    pub fn overdue(&self) -> impl Iterator<Item = &VendorDue> {
        self.rows.iter().filter(|row| row.standing() == DueStanding::Overdue)
    }

    /// How many are overdue, in time, and without a day.
    pub fn counts(&self) -> [usize; 3] {
        let undated = self.rows.iter().filter(|row| row.due.by.is_none()).count();
        let overdue = self.overdue().count();
        [overdue, self.rows.len() - overdue - undated, undated]
    }
}

impl OnFile {
    /// Whether what stands on file here takes the place of something that was agreed with earlier answers, whose
    /// decision was made on a day. A newer decision brings its own day of review and waivers; a condition stands until
    /// one of the same words is met, unless the vendor is no longer to be used. A flag that is ruled out needs no
    /// waiver.
    fn replaces(&self, due: &Due, decided_then: Option<(Date, bool)>) -> bool {
        let decided = self.decided.filter(|(on, _)| decided_then.is_none_or(|(then, _)| then <= *on));
        let is_decided = match due.kind {
            DueKind::Condition => decided.is_some_and(|(_, is_rejected)| is_rejected),
            _ => decided.is_some(),
        };
        let is_ruled_out = due.kind == DueKind::Waiver && !self.flags.contains(&due.key);
        is_decided || is_ruled_out || self.agreed.contains(&due.key)
    }
}

/// All answers of each vendor to the same questions, the newest first, and the namespace of the ids of what falls due
/// for it. That is made of its name and of what was asked: it stays when a registration comes later or our review names
/// us otherwise. Only of namesakes the registration counts, too. Whoever writes the registration of another one is
/// not that one, and settles nothing of it.
fn told_apart(vendors: Vec<DuesOfVendor>) -> Vec<(Uuid, Vec<DuesOfVendor>)> {
    // by registration first, so that who gives none is no bridge between namesakes
    let (mut order, unregistered): (Vec<DuesOfVendor>, Vec<DuesOfVendor>) =
        vendors.into_iter().partition(|of| of.who.registration().is_some());
    order.extend(unregistered);
    let mut named: BTreeMap<[String; 2], Vec<Vec<DuesOfVendor>>> = BTreeMap::new();
    for of in order {
        let namesakes = named.entry([of.who.name().to_owned(), of.asked.clone()]).or_default();
        let is_it = |of_one: &&mut Vec<DuesOfVendor>| {
            of_one.first().is_some_and(|first| first.who.kinship(&of.who) == Kinship::Same)
        };
        match namesakes.iter_mut().find(is_it) {
            Some(of_one) => of_one.push(of),
            None => namesakes.push(vec![of]),
        }
    }
    let root = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
    let told = named.into_iter().flat_map(|(key, namesakes)| {
        let are_several = namesakes.len() > 1;
        namesakes.into_iter().map(move |mut of_one| {
            let registration = of_one.first().and_then(|of| of.who.registration()).filter(|_| are_several);
            let parts: Vec<&str> = key.iter().map(String::as_str).chain(registration).collect();
            let namespace = Uuid::new_v5(&root, parts.join("\n").as_bytes());
            of_one.sort_by_key(|of| Reverse((of.answered.is_none(), of.answered)));
            (namespace, of_one)
        })
    });
    told.collect()
}
