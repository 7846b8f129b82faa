//! The documents and companies of several answers files as one: what is one of them in two files, and what ids
//! documents get.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::answers::evidence::FreeIds;
use crate::answers::form_file::FilledIn;
use crate::answers::registration::registration_key;
use crate::answers::write::{AnswersEdit, NewEvidence};
use crate::answers::{Answers, Evidence, SubProcessor};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::names::folded;
use crate::source::Date;

/// What becomes of an answer where both files give one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Ours stays: what differs is a conflict.
    Fill,
    /// Theirs is newer.
    Replace,
}

/// The register of the file into which others are brought.
#[derive(Debug)]
pub struct Registers {
    /// Its documents with their ids.
    listed: Vec<(String, NewEvidence)>,
    /// Where each stands among them, by its id.
    by_id: HashMap<String, usize>,
    /// The same by what it is; the first of several.
    by_about: HashMap<OneDocument, usize>,
    /// The same by what it is and where it lies.
    by_location: HashMap<(OneDocument, Option<String>), usize>,
    ids: FreeIds,
    /// Documents that are written out at an answer.
    written_out: HashSet<(QuestionId, OneDocument)>,
}

/// What makes two one document: title, kind and days.
type OneDocument = (String, Option<String>, Option<Date>, Option<Date>);

/// Something that a newer file says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Its id in our register.
    pub id: String,
    /// The key.
    pub key: &'static str,
    /// What stood there, if anything did.
    pub old: Option<String>,
    /// What stands there now.
    pub new: String,
}

impl Registers {
    /// The documents of a file; `filled_in` is what it says, by the ids that it gives to those written out.
    pub fn of(answers: &Answers, filled_in: &FilledIn, questionnaire: &Questionnaire) -> Registers {
        let new = |item: &Evidence| NewEvidence {
            title: item.title.clone(),
            kind: item.kind.map(|kind| questionnaire.evidence[kind].id.to_string()),
            issued: item.issued,
            valid_until: item.valid_until,
            location: item.location.clone(),
        };
        let cited = answers.answers.with_ids().flat_map(|(question, given)| {
            let cited = given.iter().flat_map(|given| &given.evidence).map(|at| &answers.evidence[*at]);
            cited.filter(|item| item.id.is_none()).map(|item| (question, about(&new(item)))).collect::<Vec<_>>()
        });
        let mut registers = Registers {
            listed: Vec::new(),
            by_id: HashMap::new(),
            by_about: HashMap::new(),
            by_location: HashMap::new(),
            ids: filled_in.documents.iter().map(|(id, _)| id.as_str()).collect(),
            written_out: cited.collect(),
        };
        let listed = answers.evidence.iter().filter_map(|item| Some((item.id.clone()?, new(item))));
        listed.for_each(|(id, document)| {
            registers.list(id, document);
        });
        registers
    }

    fn list(&mut self, id: String, document: NewEvidence) -> usize {
        let at = self.listed.len();
        self.by_id.insert(id.clone(), at);
        self.listed.push((id, document));
        self.find_by(at);
        at
    }

    /// Makes a document be found by what is said of it now.
    fn find_by(&mut self, at: usize) {
        let Some((_, document)) = self.listed.get(at) else { return };
        let about = about(document);
        self.by_about.entry(about.clone()).or_insert(at);
        self.by_location.entry((about, document.location.clone())).or_insert(at);
    }

    /// Brings in documents; what is one of ours already is that. Says which id of ours each of their ids means, and
    /// what was said otherwise of ours. The same id with another title is another document.
    pub fn bring(
        &mut self,
        theirs: &[(String, NewEvidence)],
        ways: Ways,
        edits: &mut Vec<AnswersEdit>,
    ) -> (BTreeMap<String, String>, Vec<Corrected>) {
        let mut claimed = HashSet::new();
        let same: Vec<Option<usize>> =
            theirs.iter().map(|(id, document)| self.same(id, document, &mut claimed)).collect();
        let (mut ids, mut corrected, mut later) = (BTreeMap::new(), Vec::new(), Vec::new());
        for ((id, document), same) in theirs.iter().zip(same) {
            let at = same.or_else(|| self.same(id, document, &mut claimed));
            let at = at.or_else(|| self.other_edition(id, document, ways, &mut claimed));
            let at = match at {
                Some(at) => {
                    self.correct(at, document, ways, (&mut later, &mut corrected));
                    at
                }
                None => {
                    let is_free = self.ids.take(id);
                    let free = if is_free { id.clone() } else { self.ids.free(document.kind.as_deref()) };
                    edits.push(AnswersEdit::Document(free.clone(), document.clone()));
                    let at = self.list(free, document.clone());
                    claimed.insert(at);
                    at
                }
            };
            if let Some((ours, _)) = self.listed.get(at) {
                ids.insert(id.clone(), ours.clone());
            }
        }
        edits.append(&mut later); // new ones come first, and all at once
        (ids, corrected)
    }

    /// Which of ours this is: by title, kind and days. Of two of theirs that lie elsewhere each is one of its own.
    fn same(&self, id: &str, theirs: &NewEvidence, claimed: &mut HashSet<usize>) -> Option<usize> {
        let about = about(theirs);
        let own = self.by_id.get(id).copied();
        let is_same = |at: &usize| self.listed.get(*at).is_some_and(|(_, ours)| self::about(ours) == about);
        let by_location = || self.by_location.get(&(about.clone(), theirs.location.clone())).copied();
        let by_about = || self.by_about.get(&about).copied().filter(|at| !claimed.contains(at));
        let found = own.filter(is_same).or_else(by_location).or_else(by_about)?;
        claimed.insert(found);
        Some(found)
    }

    /// Which of ours this is by its id and title, where what else is said of it is newer, or more.
    fn other_edition(&self, id: &str, theirs: &NewEvidence, ways: Ways, claimed: &mut HashSet<usize>) -> Option<usize> {
        let at = self.by_id.get(id).copied().filter(|at| !claimed.contains(at))?;
        let (_, ours) = self.listed.get(at)?;
        let is_it = folded(&ours.title) == folded(&theirs.title) && (ways == Ways::Replace || agree(ours, theirs));
        (is_it && claimed.insert(at)).then_some(at)
    }

    /// What is empty in ours is filled, and what is newer replaces it; what is empty in theirs removes nothing.
    fn correct(
        &mut self,
        at: usize,
        theirs: &NewEvidence,
        ways: Ways,
        (edits, corrected): (&mut Vec<AnswersEdit>, &mut Vec<Corrected>),
    ) {
        let Some((id, ours)) = self.listed.get_mut(at) else { return };
        let before = ours.clone();
        let mut tell = |key, old, new| {
            corrected.extend((ways == Ways::Replace).then(|| Corrected { id: id.clone(), key, old, new }));
        };
        if let Some((old, new)) = taken(&mut ours.kind, theirs.kind.as_ref(), ways) {
            tell("kind", old, new);
        }
        for (key, ours, theirs) in
            [("issued", &mut ours.issued, &theirs.issued), ("valid_until", &mut ours.valid_until, &theirs.valid_until)]
        {
            if let Some((old, new)) = taken(ours, theirs.as_ref(), ways) {
                tell(key, old.map(|day| day.to_string()), new.to_string());
            }
        }
        if let Some((old, new)) = taken(&mut ours.location, theirs.location.as_ref(), ways) {
            tell("location", old, new);
        }
        if *ours != before {
            edits.push(AnswersEdit::Corrected(id.clone(), ours.clone()));
            let was = about(&before);
            self.by_location.remove(&(was.clone(), before.location));
            if was != about(ours) {
                self.by_about.remove(&was);
            }
            self.find_by(at);
        }
    }

    /// Whether an answer cites a document of the register by writing it out.
    pub fn cites(&self, question: QuestionId, id: &str) -> bool {
        let document = self.by_id.get(id).and_then(|at| self.listed.get(*at));
        document.is_some_and(|(_, document)| self.written_out.contains(&(question, about(document))))
    }
}

/// What was said and what is said now, if that is another.
fn taken<T: Clone + PartialEq>(ours: &mut Option<T>, theirs: Option<&T>, ways: Ways) -> Option<(Option<T>, T)> {
    let new = theirs.filter(|theirs| ours.as_ref() != Some(theirs))?;
    let is_taken = ours.is_none() || ways == Ways::Replace;
    is_taken.then(|| (ours.replace(new.clone()), new.clone()))
}

fn about(document: &NewEvidence) -> OneDocument {
    (folded(&document.title).into_owned(), document.kind.clone(), document.issued, document.valid_until)
}

/// Whether nothing is said of one that is said otherwise of the other.
fn agree(one: &NewEvidence, other: &NewEvidence) -> bool {
    fn fits<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
        one.zip(other).is_none_or(|(one, other)| one == other)
    }
    fits(one.kind.as_ref(), other.kind.as_ref())
        && fits(one.issued.as_ref(), other.issued.as_ref())
        && fits(one.valid_until.as_ref(), other.valid_until.as_ref())
        && fits(one.location.as_ref(), other.location.as_ref())
}

/// The companies of a list, as [`SubProcessor::is_same`] finds them.
#[derive(Debug, Default)]
pub struct Companies {
    by_registration: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    /// Those without a registration.
    unregistered: HashMap<String, usize>,
}

impl Companies {
    /// The companies of a list.
    pub fn of(chain: &[SubProcessor]) -> Companies {
        let mut companies = Companies::default();
        chain.iter().enumerate().for_each(|(at, company)| companies.list(at, company));
        companies
    }

    /// Makes the one at a place be found by what is said of it now.
    pub fn list(&mut self, at: usize, company: &SubProcessor) {
        let name = company.name_key();
        self.by_name.entry(name.clone()).or_insert(at);
        match company.registration.as_deref().and_then(registration_key) {
            Some(number) => {
                self.by_registration.entry(number).or_insert(at);
                if self.unregistered.get(&name) == Some(&at) {
                    self.unregistered.remove(&name);
                }
            }
            None => {
                self.unregistered.entry(name).or_insert(at);
            }
        }
    }

    /// Where the first stands that is the same.
    pub fn place_of(&self, company: &SubProcessor) -> Option<usize> {
        let name = company.name_key();
        match company.registration.as_deref().and_then(registration_key) {
            Some(number) => {
                self.by_registration.get(&number).into_iter().chain(self.unregistered.get(&name)).min().copied()
            }
            None => self.by_name.get(&name).copied(),
        }
    }
}
