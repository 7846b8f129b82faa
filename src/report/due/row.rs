//! What falls due, with whose it is and in words.

use uuid::Uuid;

use crate::portfolio::{Due, DueKind, DueStanding};
use crate::source::Date;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::quotation::named;
use crate::words::{Lang, clean};

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

impl VendorDue {
    /// How it stands on that day.
    pub fn standing(&self) -> DueStanding {
        self.due.standing(self.as_of)
    }

    /// Who sees to it, cleaned.
    pub fn owner(&self) -> Option<Clean> {
        self.due.owner.as_deref().map(one_line)
    }

    /// The vendor's name among words of ours.
    pub fn vendor_told(&self, lang: Lang) -> Clean {
        named(&self.vendor, lang, |name| name)
    }

    /// What it is about, and that its day is computed where it is.
    pub fn about_in_words(&self, lang: Lang) -> Clean {
        self.marked(&self.about, lang)
    }

    /// Words, and that the day is computed where it is.
    pub fn marked(&self, words: &impl Trusted, lang: Lang) -> Clean {
        if self.due.is_computed { lang.computed_by_rules(words) } else { words.clean() }
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

/// How it stands, in a word: what has no day is neither in time nor late, but for answers, which have to have one.
pub fn standing_in_words(row: &VendorDue, lang: Lang) -> Clean {
    match row.standing() {
        DueStanding::Overdue => lang.due_overdue(),
        DueStanding::Due if row.due.by.is_none() => lang.due_no_day(),
        DueStanding::Due => lang.due_in_time(),
    }
}

/// That something is overdue, and since when.
pub fn overdue_in_words(row: &VendorDue, lang: Lang) -> Clean {
    let kind = kind_in_words(row.due.kind, lang);
    match row.due.by {
        Some(by) => lang.overdue_since(kind, &row.about, row.marked(&by, lang)),
        None => lang.never_in_time(kind, &row.about),
    }
}

/// A file as it is shown.
pub(super) fn file(row: &VendorDue) -> Clean {
    clean::visible(&row.file)
}

/// The day, or that there is none.
pub(super) fn day(row: &VendorDue, lang: Lang) -> Clean {
    row.due.by.map_or_else(|| lang.due_no_day(), |by| by.clean())
}
