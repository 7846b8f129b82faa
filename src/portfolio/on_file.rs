//! What stands on file of a vendor by each of its answers, and what of the earlier ones still stands: one rule for
//! every list and every sum.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::days::newness;
use super::due::{AgreedDues, Due, DueKind};
use crate::answers::Answer;
use crate::answers::kinship::{Kinship, VendorIdentity};
use crate::assessment::Assessment;
use crate::assessment::decision::decision;
use crate::review::Outcome;
use crate::source::Date;
use crate::words::Clean;

/// What stands on file of a vendor by some of its answers, however far ahead.
#[derive(Clone, Debug)]
pub struct OnFile {
    /// Who answers.
    pub who: VendorIdentity,
    /// The questionnaire, without its version.
    pub asked: Clean,
    /// The day of the answers.
    pub answered: Option<Date>,
    /// Whether enough is known by them for a rating.
    is_known_enough: bool,
    /// How many questions they answer.
    given: usize,
    /// The day of the decision, if there is one, and whether it is not to use the vendor.
    pub decided: Option<(Date, bool)>,
    /// The keys of all that is agreed, settled or not.
    agreed: Box<[String]>,
    /// The names of the flags that are not ruled out.
    flags: Box<[Clean]>,
}

impl OnFile {
    /// What stands on file by answers that were judged, of which this was agreed.
    pub fn new(assessment: &Assessment<'_>, agreed: &AgreedDues) -> OnFile {
        let subject = &assessment.subject;
        OnFile {
            who: VendorIdentity::of(subject.answers),
            asked: subject.questionnaire.id.clone(),
            answered: subject.answers.answered,
            is_known_enough: assessment.overall.is_some() && !assessment.is_too_little_known(),
            given: subject.answers.answers.iter().flatten().filter(|given| given.answer != Answer::Unknown).count(),
            decided: decision(subject).map(|(decision, _)| (decision.on, decision.outcome == Outcome::Rejected)),
            agreed: agreed.open.iter().chain(&agreed.settled).map(|due| due.key.clone()).collect(),
            flags: names_of_flags(assessment),
        }
    }

    /// What of all that is on file of the same vendor stands beside this.
    pub fn beside<'f>(&self, all: impl Iterator<Item = &'f OnFile> + Clone) -> OtherFiles<'f> {
        // a form that is hardly filled in takes no place
        let may_follow = |of: &&OnFile| of.is_known_enough || of.given >= self.given;
        let newest = all.clone().filter(may_follow).filter_map(|of| of.answered).max();
        OtherFiles {
            is_earlier: self.answered.is_some_and(|answered| newest.is_some_and(|newest| answered < newest)),
            decided: self.decided,
            newer: all.filter(|other| newness(other.answered) > newness(self.answered)).collect(),
        }
    }

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
        let is_ruled_out = due.kind == DueKind::Waiver && !self.flags.iter().any(|name| name.as_str() == due.about);
        is_decided || is_ruled_out || self.agreed.contains(&due.key)
    }
}

/// The names of the flags that bound a vendor's rating, or would unless they were accepted.
fn names_of_flags(assessment: &Assessment<'_>) -> Box<[Clean]> {
    let counts = assessment.flags.iter().filter(|flag| flag.waiver.is_some() || flag.state.bounds());
    counts.map(|flag| assessment.subject.questionnaire.flag_name(flag.flag)).collect()
}

/// What stands beside some answers of a vendor.
#[derive(Debug)]
pub struct OtherFiles<'f> {
    /// Whether newer answers do.
    pub is_earlier: bool,
    decided: Option<(Date, bool)>,
    newer: Vec<&'f OnFile>,
}

impl OtherFiles<'_> {
    /// Whether something that falls due by these answers still does: of earlier ones what was agreed and nothing newer
    /// took the place of.
    pub fn stands(&self, due: &Due) -> bool {
        !self.is_earlier || due.kind.is_agreed() && !self.newer.iter().any(|newer| newer.replaces(due, self.decided))
    }
}

/// All answers of each vendor to the same questions, the newest first, and by what those are known: its name and what
/// was asked, so that it stays when a registration comes later or our review names us otherwise. Only of namesakes the
/// registration counts, too. Whoever writes the registration of another one is not that one, and settles nothing of it;
/// nor does who gives the name alone in answers that are newer than all that give the registration, too.
pub fn told_apart<T>(all: Vec<T>, on_file: impl Fn(&T) -> &OnFile) -> Vec<(Vec<String>, Vec<T>)> {
    let registration = |of: &T| on_file(of).who.registration().map(str::to_owned);
    // by registration first, so that who gives none is no bridge between namesakes
    let (mut order, unregistered): (Vec<T>, Vec<T>) = all.into_iter().partition(|of| registration(of).is_some());
    order.extend(unregistered);
    let mut named: BTreeMap<[String; 2], Vec<Vec<T>>> = BTreeMap::new();
    for of in order {
        let OnFile { who, asked, .. } = on_file(&of);
        let namesakes = named.entry([who.name().to_owned(), asked.as_str().to_owned()]).or_default();
        let is_it = |of_one: &&mut Vec<T>| may_be_of(on_file(&of), of_one.iter().map(&on_file));
        match namesakes.iter_mut().find(is_it) {
            Some(of_one) => of_one.push(of),
            None => namesakes.push(vec![of]),
        }
    }
    let told = named.into_iter().flat_map(|(key, namesakes)| {
        let registered = namesakes.iter().filter(|of_one| of_one.first().and_then(registration).is_some()).count();
        namesakes.into_iter().map(move |of_one| (key.clone(), registered, of_one))
    });
    let told = told.map(|(key, registered, mut of_one)| {
        let more = match of_one.first().and_then(registration) {
            Some(own) => Some(own).filter(|_| registered > 1),
            None => (registered > 0).then(|| NAME_ALONE.to_owned()),
        };
        of_one.sort_by_key(|of| Reverse(newness(on_file(of).answered)));
        (key.into_iter().chain(more).collect(), of_one)
    });
    told.collect()
}

/// Stands in the place of a registration, which has no blank.
const NAME_ALONE: &str = "name alone";

/// Whether some answers are of the vendor of some others.
fn may_be_of<'f>(of: &OnFile, mut others: impl Iterator<Item = &'f OnFile> + Clone) -> bool {
    let Some(first) = others.clone().next() else { return false };
    let is_registered = |of: &OnFile| of.who.registration().is_some();
    let is_no_newer = |other: &OnFile| is_registered(other) && newness(of.answered) <= newness(other.answered);
    let may_be = is_registered(of) || !is_registered(first) || others.any(is_no_newer);
    may_be && first.who.kinship(&of.who) == Kinship::Same
}
