//! What falls due by the answers of one vendor, and what its review settles of what was agreed earlier.

use std::sync::Arc;

use uuid::Uuid;

use super::row::VendorDue;
use crate::portfolio::due::{agreed, dues};
use crate::portfolio::on_file::OnFile;
use crate::portfolio::{Due, DueKind, DueStanding, DueWithin};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::Outcome;
use crate::source::Date;
use crate::source::fields::Word;
use crate::words::Clean;
use crate::words::clean::one_line;
use crate::words::quotation::within_quotes;

/// What falls due by the answers of one vendor.
#[derive(Debug)]
pub struct DuesOfVendor {
    /// What stands on file.
    pub(super) on_file: Arc<OnFile>,
    /// What is listed; of what is agreed, what falls due later, too.
    pub(super) rows: Vec<(Due, Clean)>,
    /// What was agreed and is settled.
    pub(super) settled: Vec<(Due, Clean)>,
    /// How many documents are not listed, and how many of them have run out.
    pub(super) papers: [usize; 2],
    vendor: Clean,
    file: String,
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
        let told = |due: Due| {
            let about = about(story, &due);
            (due, about)
        };
        let agreed = agreed(story.assessment);
        let on_file = Arc::new(OnFile::new(story.assessment, &agreed));
        let all = dues(story.assessment).into_iter();
        let seen = all.filter(|due| due.kind.is_agreed() || within.sees(due.by, as_of));
        let (papers, listed): (Vec<Due>, Vec<Due>) = seen.partition(|due| !with_papers && due.kind == DueKind::Paper);
        let overdue = papers.iter().filter(|due| due.standing(as_of) == DueStanding::Overdue).count();
        DuesOfVendor {
            on_file,
            rows: listed.into_iter().map(told).collect(),
            settled: agreed.settled.into_iter().map(told).collect(),
            papers: [papers.len(), overdue],
            vendor: one_line(&subject.answers.vendor),
            file: file.to_owned(),
        }
    }

    /// Something of it as it is listed.
    pub(super) fn row(&self, (due, about): (Due, Clean), uid: Uuid, as_of: Date) -> VendorDue {
        VendorDue { due, about, uid, as_of, vendor: self.vendor.clone(), file: self.file.clone() }
    }
}

fn about(story: &Story<'_, '_>, due: &Due) -> Clean {
    match (due.kind, due.flag, Outcome::of(&due.about)) {
        (DueKind::Review, _, Some(outcome)) => naming::outcome(outcome, story.lang),
        (DueKind::Waiver, Some(flag), _) => story.flag_title(flag),
        (DueKind::Answers, ..) if due.by.is_none() => story.lang.answers_without_day(),
        (DueKind::Answers, ..) => story.lang.answers_of(one_line(&due.about)),
        (DueKind::Paper, ..) => story.lang.quoted(within_quotes(&due.about)),
        _ => one_line(&due.about),
    }
}
