//! What vendors lack and which red flags they raise, summed up by the ids of questionnaires, whatever their versions.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::facts::{VendorFacts, flag_title};
use super::foremost::{Foremost, Ranking};
use super::overview::{Lack, RaisedFlag};
use crate::assessment::flag::FlagState;
use crate::questionnaire::ids::{IdSet, VendorId};
use crate::words::Clean;

/// Of questionnaires that are the vendors' own no more questions and flags are kept, so that memory grows with what we
/// ask only.
const MOST_OF_THEIRS: usize = 1000;

/// Sums by what is asked: by the id of a questionnaire, whether it is a vendor's own, and the id of a question or a
/// flag in it; with how many came before each.
#[derive(Clone, Debug)]
struct ByAsked<T> {
    ours: HashMap<Clean, HashMap<Clean, (T, usize)>>,
    theirs: HashMap<Clean, HashMap<Clean, (T, usize)>>,
    counted: [usize; 2],
}

impl<T> Default for ByAsked<T> {
    fn default() -> Self {
        ByAsked { ours: HashMap::new(), theirs: HashMap::new(), counted: [0; 2] }
    }
}

impl<T> ByAsked<T> {
    /// The sum for an id, which is made where it is new; `None` where there are too many of the vendors' own.
    fn sum(&mut self, of: &VendorFacts, id: &Clean, new: impl FnOnce() -> T) -> Option<&mut T> {
        let [ours, theirs] = &mut self.counted;
        let (all, counted) = if of.is_theirs { (&mut self.theirs, theirs) } else { (&mut self.ours, ours) };
        let questionnaire = &of.questionnaire.id;
        if !all.contains_key(questionnaire) {
            all.insert(questionnaire.clone(), HashMap::new());
        }
        let known = all.get_mut(questionnaire)?;
        if !known.contains_key(id) {
            if of.is_theirs && *counted >= MOST_OF_THEIRS {
                return None;
            }
            known.insert(id.clone(), (new(), *counted));
            *counted += 1;
        }
        known.get_mut(id).map(|(sum, _)| sum)
    }

    /// All, each with what tells it from every other one: ours first, in the order in which they came.
    fn into_all(self) -> impl Iterator<Item = ((bool, usize), T)> {
        let all = |known: HashMap<Clean, HashMap<Clean, (T, usize)>>, is_theirs| {
            known.into_values().flatten().map(move |(_, (sum, before))| ((is_theirs, before), sum))
        };
        all(self.ours, false).chain(all(self.theirs, true))
    }
}

/// The points that are missing, by question.
#[derive(Clone, Debug, Default)]
pub(super) struct LackSums(ByAsked<(Lack, IdSet<VendorId>)>);

impl LackSums {
    /// Adds those by one of the files of a vendor.
    pub fn add(&mut self, of: &VendorFacts, vendor: VendorId) {
        for (at, tenths) in &of.lost {
            let question = &of.questionnaire.questions[*at];
            let new = || Lack {
                questionnaire: of.questionnaire.id.clone(),
                question: question.id.clone(),
                ask: question.ask.said(of.questionnaire.language(of.lang)),
                tenths: 0,
                vendors: 0,
            };
            if let Some((lack, vendors)) = self.0.sum(of, &question.id, || (new(), IdSet::default())) {
                lack.tenths += tenths;
                lack.vendors += usize::from(vendors.insert(vendor));
            }
        }
    }

    /// Those at which most is missing, so many.
    pub fn finish(self, most: usize) -> Foremost<Lack> {
        let mut ranking = Ranking::new(most);
        let all = self.0.into_all();
        all.for_each(|(at, (lack, _))| ranking.add((Reverse(lack.tenths), Reverse(lack.vendors), at), lack));
        ranking.finish()
    }
}

/// Red flags, by id.
#[derive(Clone, Debug, Default)]
pub(super) struct FlagSums(ByAsked<(RaisedFlag, [IdSet<VendorId>; 2])>);

impl FlagSums {
    /// Adds those by one of the files of a vendor.
    pub fn add(&mut self, of: &VendorFacts, vendor: VendorId) {
        for (flag, severity, state) in &of.flags {
            let id = of.questionnaire.flag_name(*flag);
            let new = || RaisedFlag {
                questionnaire: of.questionnaire.id.clone(),
                id: id.clone(),
                title: flag_title(&of.questionnaire, *flag, of.lang),
                severity: *severity,
                raised: 0,
                open: 0,
            };
            let with_none = || (new(), Default::default());
            let Some((sum, [raised, open])) = self.0.sum(of, &id, with_none) else { continue };
            sum.severity = sum.severity.max(*severity);
            match state {
                FlagState::Triggered => sum.raised += usize::from(raised.insert(vendor)),
                FlagState::Open => sum.open += usize::from(open.insert(vendor)),
                FlagState::Clear | FlagState::Waived | FlagState::NotAsked => {}
            }
        }
    }

    /// Those that are raised most often, so many.
    pub fn finish(self, most: usize) -> Foremost<RaisedFlag> {
        let mut ranking = Ranking::new(most);
        for (at, (flag, _)) in self.0.into_all() {
            ranking.add((Reverse(flag.raised), Reverse(flag.severity), Reverse(flag.open), at), flag);
        }
        ranking.finish()
    }
}
