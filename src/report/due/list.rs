//! What falls due for many vendors: of each what its newest answers and their review say, and what was agreed earlier
//! and still stands.

use std::collections::HashSet;
use std::sync::Arc;

use uuid::Uuid;

use super::of_vendor::DuesOfVendor;
use super::row::VendorDue;
use crate::portfolio::on_file::{OnFile, told_apart};
use crate::portfolio::{Due, DueStanding, DueWithin};
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
        let root = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
        for (known_by, of_one) in told_apart(vendors, |of| &of.on_file) {
            list.add(Uuid::new_v5(&root, known_by.join("\n").as_bytes()), of_one);
        }
        let is_undated = |row: &VendorDue| row.due.by.is_none();
        let key = |row: &VendorDue| {
            let is_open = is_undated(row) && row.standing() == DueStanding::Due;
            (is_open, row.standing(), is_undated(row), row.due.by, row.due.kind)
        };
        list.rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.vendor.as_str().cmp(b.vendor.as_str())));
        let listed: HashSet<Uuid> = list.rows.iter().map(|row| row.uid).collect();
        list.settled.retain(|row| !listed.contains(&row.uid));
        list
    }

    /// Adds what falls due for one vendor, its newest answers first.
    fn add(&mut self, namespace: Uuid, of_one: Vec<DuesOfVendor>) {
        let all: Vec<Arc<OnFile>> = of_one.iter().map(|of| Arc::clone(&of.on_file)).collect();
        for mut of in of_one {
            let beside = of.on_file.beside(all.iter().map(|on_file| &**on_file));
            let (rows, settled) = (std::mem::take(&mut of.rows), std::mem::take(&mut of.settled));
            let (rows, replaced): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(due, _)| beside.stands(due));
            let replaced = replaced.into_iter().filter(|(due, _)| due.kind.is_agreed());
            let seen = rows.into_iter().filter(|(due, _)| self.within.sees(due.by, self.as_of));
            let row = |told: (Due, _)| {
                let uid = Uuid::new_v5(&namespace, told.0.key.as_bytes());
                of.row(told, uid, self.as_of)
            };
            self.rows.extend(seen.map(row));
            self.settled.extend(replaced.chain(settled).map(row));
            if beside.is_earlier {
                self.earlier += 1;
            } else {
                self.vendors += 1;
                self.undecided += usize::from(of.on_file.decided.is_none());
                self.papers.iter_mut().zip(of.papers).for_each(|(all, of)| *all += of);
            }
        }
    }

    /// What is overdue.
    pub fn overdue(&self) -> impl Iterator<Item = &VendorDue> {
        self.rows.iter().filter(|row| row.standing() == DueStanding::Overdue)
    }

    /// How many are overdue, in time, and without a day that somebody agreed on.
    pub fn counts(&self) -> [usize; 3] {
        let is_open = |row: &&VendorDue| row.due.by.is_none() && row.standing() == DueStanding::Due;
        let undated = self.rows.iter().filter(is_open).count();
        let overdue = self.overdue().count();
        [overdue, self.rows.len() - overdue - undated, undated]
    }
}
