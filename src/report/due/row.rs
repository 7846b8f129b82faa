//! What falls due, with whose it is and in words; and the list of many vendors.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::answers::registration::registration_key;
use crate::assessment::Subject;
use crate::assessment::decision::decision;
use crate::portfolio::{Due, DueKind, DueStanding, DueWithin, dues};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::Outcome;
use crate::source::Date;
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::{Lang, clean};

/// The namespace of the ids. It stands in no domain, so that nobody else can claim it.
const NAMESPACE: &str = "urn:duly:due@1";

/// Something that falls due, and whose it is.
#[derive(Clone, Debug)]
pub struct VendorDue {
    /// What falls due.
    pub due: Due,
    /// The vendor's name, cleaned.
    pub vendor: Clean,
    /// The file of its answers.
    pub file: String,
    /// What it is about, in words.
    pub about: Clean,
    /// The day from which on it is looked at.
    pub as_of: Date,
    /// Its id: the same for the same thing, whatever its day, so that a calendar that takes it in again moves it.
    pub uid: Uuid,
}

/// What falls due by the answers of one vendor.
#[derive(Debug)]
pub struct DuesOfVendor {
    /// Who it is: the vendor, what it was asked, and for whom we look.
    identity: Uuid,
    /// The day of the answers.
    answered: Option<Date>,
    /// What is agreed, however far ahead.
    agreed: Vec<Uuid>,
    rows: Vec<VendorDue>,
    papers: [usize; 2],
    is_undecided: bool,
}

/// What falls due for many vendors.
#[derive(Debug)]
pub struct DueList {
    /// What is listed: what is overdue first, each by its day, what has none last.
    pub rows: Vec<VendorDue>,
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

impl VendorDue {
    /// How it stands on that day.
    pub fn standing(&self) -> DueStanding {
        self.due.standing(self.as_of)
    }

    /// Who sees to it, cleaned.
    pub fn owner(&self) -> Option<Clean> {
        self.due.owner.as_deref().map(one_line)
    }

    /// What it is about, and that its day is computed where it is.
    pub fn about_in_words(&self, lang: Lang) -> Clean {
        if self.due.is_computed { lang.computed_by_rules(&self.about) } else { self.about.clone() }
    }
}

impl DuesOfVendor {
    /// What is overdue on a day or falls due within some time of it; documents are counted unless they are to be
    /// listed, too.
    pub fn new(
        story: &Story<'_, '_>,
        file: &str,
        (as_of, within): (Date, DueWithin),
        with_papers: bool,
    ) -> DuesOfVendor {
        let subject = &story.assessment.subject;
        let vendor = one_line(&subject.answers.vendor);
        let identity = identity(subject);
        let uid = |due: &Due| Uuid::new_v5(&identity, due.key.as_bytes());
        let all = dues(story.assessment);
        let agreed = all.iter().filter(|due| due.kind.is_agreed()).map(uid).collect();
        let seen = all.into_iter().filter(|due| within.sees(due.by, as_of));
        let (papers, told): (Vec<Due>, Vec<Due>) = seen.partition(|due| !with_papers && due.kind == DueKind::Paper);
        let overdue = papers.iter().filter(|due| due.standing(as_of) == DueStanding::Overdue).count();
        let row = |due: Due| VendorDue {
            about: about(story, &due),
            uid: uid(&due),
            vendor: vendor.clone(),
            file: file.to_owned(),
            as_of,
            due,
        };
        DuesOfVendor {
            identity,
            answered: subject.answers.answered,
            agreed,
            rows: told.into_iter().map(row).collect(),
            papers: [papers.len(), overdue],
            is_undecided: decision(subject).is_none(),
        }
    }
}

impl DueList {
    /// The list of several. What rests on answers beside which newer ones stand is left out, and so is what was agreed
    /// then and is agreed anew; what else was agreed then still stands.
    pub fn of(vendors: Vec<DuesOfVendor>, (as_of, within): (Date, DueWithin)) -> DueList {
        let mut list =
            DueList { rows: Vec::new(), within, vendors: 0, earlier: 0, undecided: 0, papers: [0; 2], as_of };
        let mut newest: HashMap<Uuid, Date> = HashMap::new();
        for vendor in &vendors {
            let Some(answered) = vendor.answered else { continue };
            newest.entry(vendor.identity).and_modify(|day| *day = answered.max(*day)).or_insert(answered);
        }
        let is_newest = |vendor: &DuesOfVendor| {
            vendor.answered.is_none_or(|answered| newest.get(&vendor.identity).is_none_or(|day| *day <= answered))
        };
        let (now, earlier): (Vec<DuesOfVendor>, Vec<DuesOfVendor>) = vendors.into_iter().partition(is_newest);
        let agreed: HashSet<Uuid> = now.iter().flat_map(|vendor| vendor.agreed.iter().copied()).collect();
        for vendor in now {
            list.vendors += 1;
            list.undecided += usize::from(vendor.is_undecided);
            list.papers.iter_mut().zip(vendor.papers).for_each(|(all, of)| *all += of);
            list.rows.extend(vendor.rows);
        }
        list.earlier = earlier.len();
        let stands = |row: &VendorDue| row.due.kind.is_agreed() && !agreed.contains(&row.uid);
        list.rows.extend(earlier.into_iter().flat_map(|vendor| vendor.rows).filter(stands));
        let key = |row: &VendorDue| (row.due.by.is_none(), row.standing(), row.due.by, row.due.kind);
        list.rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.vendor.as_str().cmp(b.vendor.as_str())));
        list
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

/// What falls due, in a word.
pub fn kind_in_words(kind: DueKind, lang: Lang) -> Clean {
    match kind {
        DueKind::Review => lang.due_review(),
        DueKind::Condition => lang.due_condition(),
        DueKind::Waiver => lang.due_waiver(),
        DueKind::Paper => lang.due_paper(),
        DueKind::Answers => lang.due_answers(),
    }
}

/// How it stands, in a word.
pub fn standing_in_words(standing: DueStanding, lang: Lang) -> Clean {
    match standing {
        DueStanding::Overdue => lang.due_overdue(),
        DueStanding::Due => lang.due_in_time(),
    }
}

fn about(story: &Story<'_, '_>, due: &Due) -> Clean {
    match (due.kind, due.flag, Outcome::of(&due.about)) {
        (DueKind::Review, _, Some(outcome)) => naming::outcome(outcome, story.lang),
        (DueKind::Waiver, Some(flag), _) => story.flag_title(flag),
        (DueKind::Answers, ..) => story.lang.answers_of(one_line(&due.about)),
        _ => one_line(&due.about),
    }
}

/// Of the vendor, by its registration or else its name, of what it was asked, and for whom we look.
fn identity(subject: &Subject<'_>) -> Uuid {
    let answers = subject.answers;
    let vendor = answers.registration.as_deref().and_then(registration_key);
    let client = subject.review.and_then(|review| review.client.as_deref()).unwrap_or_default();
    let parts = [vendor.as_deref().unwrap_or(&answers.vendor), subject.questionnaire.id.as_str(), client];
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
    Uuid::new_v5(&namespace, parts.join("\n").as_bytes())
}

/// A file as it is shown.
pub(super) fn file(row: &VendorDue) -> Clean {
    clean::visible(&row.file)
}

/// The day, or that there is none.
pub(super) fn day(row: &VendorDue, lang: Lang) -> Clean {
    row.due.by.map_or_else(|| lang.due_no_day(), |by| by.clean())
}
