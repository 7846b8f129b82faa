//! Answers that came in, brought into an answers file that is there: what is empty is filled, what is newer replaces
//! what is older, and where two say different things somebody decides.

use std::collections::{BTreeMap, HashSet};

use super::newer_day::{DayStays, given_by, not_given_again};
use super::registers::{Companies, Corrected, Registers, Ways};
use super::understood::{ArrivedAt, Understood};
use crate::answers::form_file::{FilledIn, Prefilled};
use crate::answers::values::written;
use crate::answers::write::AnswersEdit;
use crate::answers::{Answer, FilledForm, SubProcessor};
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::words::clean::{Clean, Trusted, one_line, shortened, shown};

/// Of a value so many letters are shown.
const SHOWN: usize = 80;

/// What is shown where nothing stood.
const NOTHING: &str = "-";

/// Whose part counts where two differ, as somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Theirs; else ours.
    pub theirs: bool,
    /// Of which questions, categories or keys of the head; of all where it is empty.
    pub of: Vec<String>,
}

/// Something of which two files say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The question, or a key of the head.
    pub what: Clean,
    /// What belongs to it, by its key; `None` where that is the answer, or all of it.
    pub key: Option<Clean>,
    /// What stood there.
    pub ours: Clean,
    /// Where, if that is known.
    pub ours_at: Option<ArrivedAt>,
    /// What came in.
    pub theirs: Clean,
    /// Where, if that is known.
    pub theirs_at: Option<ArrivedAt>,
}

/// An answers file into which others are brought.
#[derive(Debug)]
pub struct Merging<'o> {
    ours: &'o Understood,
    ways: Ways,
    decided: &'o [Decided],
    now: FilledIn,
    answered: Option<Date>,
    filled: Option<FilledForm>,
    places: BTreeMap<QuestionId, ArrivedAt>,
    heads: BTreeMap<&'static str, ArrivedAt>,
    registers: Registers,
    companies: Companies,
    /// What is to be changed in the file.
    pub edits: Vec<AnswersEdit>,
    /// What nobody has decided.
    pub conflicts: Vec<Difference>,
    /// What was replaced.
    pub changes: Vec<Difference>,
    /// How many answers were filled in.
    pub filled_in: usize,
}

/// The keys of the head, as decisions name them.
pub const HEAD: [&str; 4] = ["vendor.country", "vendor.registration", "service", "chain"];

impl<'o> Merging<'o> {
    /// Begins with what a file says now.
    pub fn of(ours: &'o Understood, ways: Ways, decided: &'o [Decided]) -> Merging<'o> {
        Merging {
            ours,
            ways,
            decided,
            now: ours.filled_in.clone(),
            answered: ours.answers().answered,
            filled: ours.answers().filled.clone(),
            places: ours.places.clone(),
            heads: ours.heads.clone(),
            registers: Registers::of(ours.answers(), &ours.filled_in, ours.questionnaire()),
            companies: Companies::of(&ours.filled_in.chain),
            edits: Vec::new(),
            conflicts: Vec::new(),
            changes: Vec::new(),
            filled_in: 0,
        }
    }

    /// Brings in what another file says; both are of one vendor and answer one questionnaire. Where its day is not
    /// taken over, that is told.
    pub fn bring(&mut self, theirs: &Understood) -> Option<DayStays> {
        self.head(theirs);
        let stays = self.day_and_form(theirs);
        let (ids, corrected) = self.registers.bring(&theirs.filled_in.documents, self.ways, &mut self.edits);
        self.changes.extend(corrected.into_iter().map(|corrected| document_corrected(corrected, self.ours, theirs)));
        for (question, given) in given_by(theirs, self.ways) {
            let evidence = given.evidence.iter().filter_map(|id| ids.get(id)).cloned().collect();
            self.answer(*question, &Prefilled { evidence, ..given.clone() }, theirs);
        }
        stays
    }

    /// What becomes of what both say.
    pub fn ways(&self) -> Ways {
        self.ways
    }

    /// The file into which others are brought, as it was.
    pub fn ours(&self) -> &'o Understood {
        self.ours
    }

    /// Whose part of something counts; `None` where nobody has decided. What is decided last counts.
    fn whose(&self, what: &str) -> Option<bool> {
        let names =
            |of: &String| of == what || what.strip_prefix(of.as_str()).is_some_and(|rest| rest.starts_with('.'));
        let decided = self.decided.iter().rev().find(|decided| decided.of.is_empty() || decided.of.iter().any(names));
        decided.map(|decided| decided.theirs).or((self.ways == Ways::Replace).then_some(true))
    }

    /// Whether theirs is taken where both say something different; otherwise it may be a conflict.
    fn is_theirs(&mut self, difference: Difference) -> bool {
        match self.whose(&difference.what) {
            Some(true) => {
                self.changes.push(difference);
                true
            }
            Some(false) => false,
            None => {
                self.conflicts.push(difference);
                false
            }
        }
    }

    fn head(&mut self, theirs: &Understood) {
        let said = &theirs.filled_in;
        if let Some(country) = self.text("vendor.country", self.now.country.clone(), &said.country, theirs) {
            self.edits.push(AnswersEdit::Vendor("country", country.clone()));
            self.now.country = Some(country);
        }
        let registration = self.now.registration.clone();
        if let Some(number) = self.text("vendor.registration", registration, &said.registration, theirs) {
            self.edits.push(AnswersEdit::Vendor("registration", number.clone()));
            self.now.registration = Some(number);
        }
        if let Some(service) = self.text("service", self.now.service.clone(), &said.service, theirs) {
            self.edits.push(AnswersEdit::Service(service.clone()));
            self.now.service = Some(service);
        }
        said.chain.iter().for_each(|company| self.company(company, theirs));
    }

    /// A day and a form are those of all that is answered: they come in with what gives all of it again.
    fn day_and_form(&mut self, theirs: &Understood) -> Option<DayStays> {
        let left = not_given_again(&self.now, theirs, self.ways);
        // a day to come is told, and taken over by nobody
        let answered = theirs.answers().answered.filter(|day| *day <= theirs.case.gate_day);
        let is_newer = self.ways == Ways::Replace && answered > self.answered;
        let day = answered.filter(|_| self.answered.is_none() || is_newer);
        if let Some(day) = day.filter(|_| left == 0) {
            let is_told = self.ways == Ways::Replace;
            let ours = self.answered.map_or_else(|| NOTHING.clean(), shown);
            let [ours_at, theirs_at] = [self.ours, theirs].map(|of| of.heads.get("answered").cloned());
            let change =
                Difference { what: "answered".clean(), key: None, ours, ours_at, theirs: shown(day), theirs_at };
            self.changes.extend(is_told.then_some(change));
            self.edits.push(AnswersEdit::Answered(day));
            self.answered = Some(day);
        }
        let is_other = |form: &&FilledForm| match &self.filled {
            None => true,
            Some(known) => self.ways == Ways::Replace && left == 0 && known.form != form.form,
        };
        if let Some(form) = theirs.answers().filled.as_ref().filter(is_other).cloned() {
            self.edits.push(AnswersEdit::Filled(form.clone()));
            self.filled = Some(form);
        }
        day.filter(|_| left > 0).map(|theirs| DayStays { ours: self.answered, theirs, left })
    }

    /// The text that is to stand in the head now, if that is another one.
    fn text(
        &mut self,
        what: &'static str,
        ours: Option<String>,
        theirs: &Option<String>,
        from: &Understood,
    ) -> Option<String> {
        let theirs = theirs.as_ref()?;
        let is_taken = match ours {
            None => true,
            Some(ours) if ours.trim() == theirs.trim() => false,
            Some(ours) => {
                let (ours_at, theirs_at) = (self.heads.get(what).cloned(), from.heads.get(what).cloned());
                let [ours, theirs] = [&ours, theirs].map(|text| shortened(text, SHOWN));
                self.is_theirs(Difference { what: what.clean(), key: None, ours, ours_at, theirs, theirs_at })
            }
        };
        if is_taken && let Some(at) = from.heads.get(what) {
            self.heads.insert(what, at.clone());
        }
        is_taken.then(|| theirs.clone())
    }

    fn company(&mut self, theirs: &SubProcessor, from: &Understood) {
        let (ours_at, theirs_at) = (self.heads.get("chain").cloned(), from.heads.get("chain").cloned());
        let difference = |ours: Clean, theirs: Clean| {
            let [ours_at, theirs_at] = [&ours_at, &theirs_at].map(Clone::clone);
            Difference { what: "chain".clean(), key: None, ours, ours_at, theirs, theirs_at }
        };
        let Some(at) = self.companies.place_of(theirs) else {
            self.edits.push(AnswersEdit::Company(theirs.clone()));
            if self.ways == Ways::Replace {
                self.changes.push(difference(NOTHING.clean(), one_line(&theirs.name)));
            }
            self.companies.list(self.now.chain.len(), theirs);
            self.now.chain.push(theirs.clone());
            return;
        };
        let Some(mut ours) = self.now.chain.get(at).cloned() else { return };
        let (known, mut name) = (one_line(&ours.name), Some(ours.name.clone()));
        let other_name = (ours.name_key() != theirs.name_key()).then(|| theirs.name.clone());
        for (key, ours, said) in [
            ("name", &mut name, &other_name),
            ("country", &mut ours.country, &theirs.country),
            ("registration", &mut ours.registration, &theirs.registration),
            ("does", &mut ours.does, &theirs.does),
        ] {
            let Some(said) = said.as_ref().filter(|said| ours.as_ref() != Some(said)) else { continue };
            let of = |value: Clean| known.clone().and(": ").and(value);
            let old = ours.as_ref().map_or_else(|| NOTHING.clean(), |ours| shortened(ours, SHOWN));
            let change = difference(of(old), of(shortened(said, SHOWN)));
            if ours.is_none() {
                self.changes.extend(Some(change).filter(|_| self.ways == Ways::Replace));
            } else if !self.is_theirs(change) {
                continue;
            }
            self.edits.push(AnswersEdit::CompanySays(at, key, said.clone()));
            *ours = Some(said.clone());
        }
        ours.name = name.unwrap_or_default();
        self.companies.list(at, &ours);
        if let Some(now) = self.now.chain.get_mut(at) {
            *now = ours;
        }
    }

    fn answer(&mut self, at: QuestionId, theirs: &Prefilled, from: &Understood) {
        let ours = self.now.answers.get(&at).cloned().unwrap_or_default();
        let is_empty = ours.answer.is_none() && ours.comment.is_none();
        let theirs_is_empty = theirs.answer.is_none() && theirs.comment.is_none();
        let (contrary, more) = self.differences(at, &ours, theirs, from);
        let whose = self.whose(&self.ours.questionnaire().questions[at].id);
        match (contrary.first(), whose) {
            (Some(first), None) => return self.conflicts.push(first.clone()),
            (Some(_), Some(false)) => return,
            _ => {}
        }
        let is_other = |answer: &&Answer| ours.answer.as_ref().is_some_and(|ours| ours != *answer);
        if let Some(answer) = theirs.answer.as_ref().filter(is_other) {
            self.changes.extend(contrary.into_iter().chain(more));
            return self.afresh(at, answer, (&ours, theirs), from);
        }
        let mut now = ours.clone();
        if let Some(answer) = theirs.answer.as_ref().filter(|answer| ours.answer.as_ref() != Some(answer)) {
            self.edits.push(AnswersEdit::Answer(at, answer.clone()));
            now.answer = Some(answer.clone());
        }
        if let Some(comment) = theirs.comment.as_ref().filter(|comment| !is_same_text(ours.comment.as_ref(), comment)) {
            self.edits.push(AnswersEdit::Comment(at, comment.clone()));
            now.comment = Some(comment.clone());
        }
        let is_changed = now != ours;
        let before = now.evidence.clone();
        self.cite(at, &mut now, theirs);
        let is_told = self.ways == Ways::Replace && !(is_empty && before.is_empty());
        self.changes.extend(contrary.into_iter().chain(more.into_iter().filter(|_| is_told)));
        if is_told && before != now.evidence {
            let ids = |ids: &[String]| shortened(&format!("[{}]", ids.join(", ")), SHOWN);
            let difference = self.difference(at, (Some("evidence"), ids(&before), ids(&now.evidence)), from);
            self.changes.push(difference);
        }
        // who adds a comment has not given the answer
        if now.answer != ours.answer && theirs.by != ours.by {
            self.edits.push(AnswersEdit::By(at, theirs.by.clone()));
            now.by.clone_from(&theirs.by);
        }
        // beside an answer it shows that this is what was proposed
        let is_new = (is_empty && theirs_is_empty && ours.proposed.is_none()) || now.answer != ours.answer;
        let proposal = theirs.proposed.as_ref().filter(|theirs| is_new && ours.proposed.as_ref() != Some(theirs));
        if let Some(proposal) = proposal {
            self.edits.push(AnswersEdit::Proposed(at, proposal.clone()));
            now.proposed = Some(proposal.clone());
        }
        if is_changed {
            self.filled_in += usize::from(is_empty);
            from.places.get(&at).into_iter().for_each(|place| {
                self.places.insert(at, place.clone());
            });
        }
        self.now.answers.insert(at, now);
    }

    /// Takes another answer in the place of the one that is there, with what was said with it and nothing of what was
    /// said with that: a reason for the old answer is none for the new one, and neither is a document.
    fn afresh(&mut self, at: QuestionId, answer: &Answer, (ours, theirs): (&Prefilled, &Prefilled), from: &Understood) {
        self.edits.push(AnswersEdit::Afresh(at, answer.clone()));
        self.edits.extend(theirs.comment.iter().map(|comment| AnswersEdit::Comment(at, comment.clone())));
        self.edits.extend(theirs.evidence.iter().map(|id| AnswersEdit::Cite(at, id.clone())));
        self.edits.extend(theirs.by.iter().map(|by| AnswersEdit::By(at, Some(by.clone()))));
        self.edits.extend(theirs.proposed.iter().map(|proposal| AnswersEdit::Proposed(at, proposal.clone())));
        if let Some(comment) = ours.comment.as_ref().filter(|_| theirs.comment.is_none()) {
            let gone = (Some("comment"), shortened(comment, SHOWN), NOTHING.clean());
            self.changes.push(self.difference(at, gone, from));
        }
        if ours.evidence != theirs.evidence {
            let ids = |ids: &[String]| shortened(&format!("[{}]", ids.join(", ")), SHOWN);
            let cited = (Some("evidence"), ids(&ours.evidence), ids(&theirs.evidence));
            self.changes.push(self.difference(at, cited, from));
        }
        from.places.get(&at).into_iter().for_each(|place| {
            self.places.insert(at, place.clone());
        });
        self.now.answers.insert(at, theirs.clone());
    }

    /// What theirs says otherwise than ours, the answer before its comment; and what it says where ours says nothing.
    fn differences(
        &self,
        at: QuestionId,
        ours: &Prefilled,
        theirs: &Prefilled,
        from: &Understood,
    ) -> (Vec<Difference>, Vec<Difference>) {
        let question = &self.ours.questionnaire().questions[at];
        let answer = |answer: &Answer| shortened(&written(answer, question).in_brackets(), SHOWN);
        let comment = |comment: &String| shortened(comment, SHOWN);
        let answers = theirs.answer.as_ref().filter(|theirs| ours.answer.as_ref() != Some(theirs));
        let comments = theirs.comment.as_ref().filter(|theirs| !is_same_text(ours.comment.as_ref(), theirs));
        let said = [
            (None, ours.answer.as_ref().map(answer), answers.map(answer)),
            (Some("comment"), ours.comment.as_ref().map(comment), comments.map(comment)),
        ];
        let (mut contrary, mut more) = (Vec::new(), Vec::new());
        for (key, old, new) in said {
            let Some(new) = new else { continue };
            let kind = if old.is_some() { &mut contrary } else { &mut more };
            kind.push(self.difference(at, (key, old.unwrap_or_else(|| NOTHING.clean()), new), from));
        }
        (contrary, more)
    }

    fn difference(
        &self,
        at: QuestionId,
        (key, ours, theirs): (Option<&'static str>, Clean, Clean),
        from: &Understood,
    ) -> Difference {
        let what = self.ours.questionnaire().questions[at].id.clone();
        let (ours_at, theirs_at) = (self.places.get(&at).cloned(), from.places.get(&at).cloned());
        Difference { what, key: key.map(Trusted::clean), ours, ours_at, theirs, theirs_at }
    }

    /// Documents join those that are cited: what a newer list lacks may still be shown.
    fn cite(&mut self, at: QuestionId, now: &mut Prefilled, theirs: &Prefilled) {
        let mut cited: HashSet<String> = now.evidence.iter().cloned().collect();
        for id in &theirs.evidence {
            if !self.registers.cites(at, id) && cited.insert(id.clone()) {
                self.edits.push(AnswersEdit::Cite(at, id.clone()));
                now.evidence.push(id.clone());
            }
        }
    }
}

/// What a newer file says of a document, as a change.
fn document_corrected(of: Corrected, ours: &Understood, from: &Understood) -> Difference {
    let at = |file: &Understood| file.heads.get("evidence").cloned();
    let shown = |said: &String| shortened(said, SHOWN);
    Difference {
        what: "evidence".clean(),
        key: Some(one_line(&of.id).and(".").and(of.key)),
        ours: of.old.as_ref().map_or_else(|| NOTHING.clean(), shown),
        ours_at: at(ours),
        theirs: shown(&of.new),
        theirs_at: Some(at(from).unwrap_or_else(|| ArrivedAt::new(&from.source, 0))),
    }
}

fn is_same_text(one: Option<&String>, other: &str) -> bool {
    one.is_some_and(|one| one.trim() == other.trim())
}
