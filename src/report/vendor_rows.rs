//! What is kept of each vendor among many for a line of its own, and what is told of all of them above and below the
//! lines: no more lines are kept than are shown.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::parts::verdict;
use super::story::Story;
use crate::assessment::age::old_answers;
use crate::assessment::decision;
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::assessment::next_review::{NextReview, next_review};
use crate::assessment::vendor_turn;
use crate::case::Origins;
use crate::portfolio::days::DaySpan;
use crate::portfolio::falls_due::{FallsDue, OverdueVendor};
use crate::portfolio::foremost::{Foremost, Ranking};
use crate::portfolio::heat::{RiskCounts, RiskTold};
use crate::portfolio::overview::FEW;
use crate::questionnaire::Level;
use crate::review::Outcome;
use crate::source::Date;
use crate::words::Exact;
use crate::words::clean::{self, Clean};
use crate::words::exact::Rounding;
use crate::words::number::fixed;

/// So many lines has a table, unless all are asked for.
pub const SHOWN: usize = 20;

/// What is kept of a vendor among many.
#[derive(Clone, Debug)]
pub struct VendorRow {
    /// Its name, cleaned.
    pub vendor: Clean,
    /// The file of its answers.
    pub file: String,
    /// What is known of its risk; `None` when nothing counts.
    pub found: Option<Found>,
    /// How many questions are open.
    pub open: usize,
    /// How many flags are raised, not yet ruled out and accepted for a time.
    pub flags: [usize; 3],
    /// What was decided, `None` where that is none on the answers at hand, and when to look again.
    pub decision: Option<(Option<Outcome>, Option<NextReview>)>,
    /// The day of the judgement.
    pub as_of: Date,
    /// The day of the answers, where they are old.
    pub old_answers: Option<Date>,
    /// Whether the vendor answers and does not say on which day.
    pub has_undated_answers: bool,
    /// That our rules were found and not named, where they were.
    pub found_rules: Option<Clean>,
    /// Whether its questionnaire lies in its own folder, and nobody of ours named it.
    pub has_own_questions: bool,
    /// Whether our review lay among the vendor's files, and nobody of ours named it.
    pub has_review_beside: bool,
    /// Whether it was asked a part of the questions only.
    pub is_screened: bool,
    /// Whether our rules ask for more than that.
    pub is_beyond_screening: bool,
}

/// What is known of a vendor's risk.
#[derive(Clone, Debug)]
pub struct Found {
    /// The headline.
    pub worst: Level,
    /// The headline, if every claim were proved.
    pub if_proved: Level,
    /// The other end of the range: if everything that is open turns out well.
    pub best: Level,
    /// Whether enough is known to speak of a rating.
    pub is_rated: bool,
    /// The assured and the claimed score, exact, for the order.
    pub(super) exact: [Exact; 2],
    /// The assured, the claimed and the potential score as digits on the policy's scale.
    pub(super) digits: [Clean; 3],
    /// How much is known, in per cent, as digits.
    pub(super) known: Clean,
}

impl VendorRow {
    /// Its place among others.
    fn worst(&self) -> Worst {
        let found = self.found.as_ref();
        (found.is_none(), Reverse(found.map(|found| found.worst)), found.map(|found| found.exact.clone()))
    }

    /// What is told of its risk.
    pub(super) fn told(&self) -> RiskTold {
        match &self.found {
            None => RiskTold::Nothing,
            Some(found) if found.is_rated => RiskTold::Rated(found.worst),
            Some(_) => RiskTold::NotYet,
        }
    }

    /// What is kept of a judgement.
    pub fn new(story: &Story<'_, '_>, origins: &Origins, file: &str) -> VendorRow {
        let assessment = story.assessment;
        let subject = &assessment.subject;
        let flags = |state: FlagState| assessment.flags.iter().filter(|flag| flag.state == state).count();
        let decision = decision::decision(subject)
            .map(|(decision, standing)| (Some(decision.outcome).filter(|_| standing.holds()), next_review(assessment)));
        VendorRow {
            vendor: clean::one_line(&subject.answers.vendor),
            file: file.to_owned(),
            found: found(story),
            open: insight::open_counts(assessment).all(),
            flags: [FlagState::Triggered, FlagState::Open, FlagState::Waived].map(flags),
            decision,
            as_of: subject.as_of,
            has_own_questions: origins.vendors_own_questionnaire,
            has_review_beside: origins.review_beside_answers,
            is_screened: vendor_turn::screening(assessment).is_some(),
            is_beyond_screening: vendor_turn::beyond_screening(assessment).is_some(),
            old_answers: old_answers(subject).map(|old| old.of),
            has_undated_answers: subject.answers.is_undated(),
            found_rules: origins.found_policy.as_ref().map(|found| verdict::found_rules(found, story.lang)),
        }
    }
}

fn found(story: &Story<'_, '_>) -> Option<Found> {
    let assessment = story.assessment;
    let (rating, score) = (assessment.rating.as_ref()?, assessment.overall.as_ref()?);
    let scale = assessment.subject.policy.display.scale;
    let exact = [score.assured(), score.claimed()];
    let known = score.known();
    Some(Found {
        worst: rating.worst,
        if_proved: rating.if_proved,
        best: rating.best,
        is_rated: insight::told_rating(assessment).rated().is_some(),
        digits: [scale.digits(&exact[0]), scale.digits(&exact[1]), scale.digits(&score.potential())],
        exact,
        known: fixed(&known, 1, Rounding::Floor),
    })
}

/// The order of lines: the worst risk first, then fewer points counted, then claimed; at last what has nothing to rate.
type Worst = (bool, Reverse<Option<Level>>, Option<[Exact; 2]>);

/// The lines of many vendors, as they are judged one after the other.
#[derive(Clone, Debug)]
pub struct VendorRows {
    rows: Ranking<Worst, VendorRow>,
    days: Option<DaySpan>,
    folder: Option<PathBuf>,
    counts: RiskCounts,
    found_rules: Vec<Clean>,
    screened: Ranking<Worst, Clean>,
    beyond_screening: Ranking<Worst, Clean>,
    old_answers: Ranking<Worst, (String, Date)>,
    undated_answers: Ranking<Worst, String>,
    own_questions: Ranking<Worst, String>,
}

impl VendorRows {
    /// None yet; so many lines are shown.
    pub fn new(most: usize) -> VendorRows {
        VendorRows {
            rows: Ranking::new(most),
            days: None,
            folder: None,
            counts: RiskCounts::default(),
            found_rules: Vec::new(),
            screened: Ranking::new(most),
            beyond_screening: Ranking::new(most),
            old_answers: Ranking::new(most),
            undated_answers: Ranking::new(most),
            own_questions: Ranking::new(most),
        }
    }

    /// Takes the next. What is alike, and what has nothing to rate, stays in the order in which it came.
    pub fn add(&mut self, row: VendorRow) {
        let parent = || Path::new(&row.file).parent().unwrap_or(Path::new("")).to_path_buf();
        let folder = if self.days.is_none() { parent() } else { self.folder.take().unwrap_or_default() };
        let common = folder.ancestors().find(|folder| Path::new(&row.file).starts_with(folder));
        self.folder = common.map(Path::to_path_buf);
        DaySpan::add(&mut self.days, row.as_of);
        self.counts.add(row.told());
        if let Some(rules) = row.found_rules.as_ref().filter(|rules| !self.found_rules.contains(rules)) {
            self.found_rules.push(rules.clone());
        }
        let key = row.worst();
        if row.is_beyond_screening {
            self.beyond_screening.add(key.clone(), row.vendor.clone());
        } else if row.is_screened {
            self.screened.add(key.clone(), row.vendor.clone());
        }
        if let Some(day) = row.old_answers {
            self.old_answers.add(key.clone(), (row.file.clone(), day));
        }
        if row.has_undated_answers {
            self.undated_answers.add(key.clone(), row.file.clone());
        }
        if row.has_own_questions {
            self.own_questions.add(key.clone(), row.file.clone());
        }
        self.rows.add(key, row);
    }

    /// The lines that are shown, and what is told of all, of which this falls due.
    pub fn finish(self, due: &FallsDue) -> VendorList {
        let mut rows = self.rows.finish();
        let is_replaced = |row: &&mut VendorRow| due.replaced.contains(&clean::visible(&row.file));
        for decision in rows.first.iter_mut().filter(is_replaced).filter_map(|row| row.decision.as_mut()) {
            decision.1 = None;
        }
        VendorList {
            rows,
            day: self.days.and_then(DaySpan::one),
            folder: self.folder.filter(|folder| folder.file_name().is_some()),
            counts: self.counts,
            found_rules: self.found_rules,
            screened: self.screened.finish(),
            beyond_screening: self.beyond_screening.finish(),
            old_answers: self.old_answers.finish(),
            undated_answers: self.undated_answers.finish(),
            own_questions: self.own_questions.finish(),
            overdue: Foremost { first: due.vendors.first.iter().take(FEW).cloned().collect(), all: due.vendors.all },
        }
    }
}

/// The lines of many vendors, the worst first, and what is told of all of them.
#[derive(Clone, Debug)]
pub struct VendorList {
    /// The lines.
    pub rows: Foremost<VendorRow>,
    /// The day of the judgements, where it is one.
    pub(super) day: Option<Date>,
    /// The folder in which or below which all files lie, if there is one that has a name.
    pub(super) folder: Option<PathBuf>,
    /// How many there are of each risk.
    pub(super) counts: RiskCounts,
    /// That our rules were found and not named, each of them once.
    pub(super) found_rules: Vec<Clean>,
    /// Those that were asked a part of the questions only, which our rules allow.
    pub(super) screened: Foremost<Clean>,
    /// Those of which our rules ask more than the part that they were asked.
    pub(super) beyond_screening: Foremost<Clean>,
    /// The files of old answers, with their days.
    pub(super) old_answers: Foremost<(String, Date)>,
    /// The files of answers that do not say their day.
    pub(super) undated_answers: Foremost<String>,
    /// The files that answer a questionnaire of the vendor's own folder.
    pub(super) own_questions: Foremost<String>,
    /// The vendors for which something is overdue that was agreed, the longest first.
    pub(super) overdue: Foremost<OverdueVendor>,
}
