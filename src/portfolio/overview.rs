//! What many vendors are together: what is shown of a whole company's vendors.

use super::common_folder::CommonFolder;
use super::days::DaySpan;
use super::depends::Dependency;
use super::falls_due::FallsDue;
use super::foremost::Foremost;
use super::heat::HeatMap;
use super::rests_on::RestsOn;
use super::since::{NamedVendor, SinceBefore};
use crate::answers::kinship::Kinship;
use crate::questionnaire::Level;
use crate::words::number::{Scale, placed};
use crate::words::{Clean, Exact};

/// So many are shown of what is ranked.
pub const TOP: usize = 10;

/// So many vendors are named where they are only examples of those that are counted.
pub const FEW: usize = 5;

/// What many vendors are together. Names are cleaned and shortened; every order is the same on every run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The day or days of the judgements.
    pub as_of: DaySpan,
    /// How many files could not be judged, and so are nowhere in here.
    pub unjudged: usize,
    /// Of how many vendors the files are. What is missing, raised or depended on counts each vendor once, however many
    /// files are its; every other number counts each file for a vendor of its own.
    pub vendors: usize,
    /// The vendors of whom several files are counted, those of most files first: [`TOP`].
    pub several: Foremost<SeveralFiles>,
    /// The folder in which all files lie.
    pub lie_in: CommonFolder,
    /// Vendors whose names look alike, or are the same though their registrations differ, the first [`FEW`] pairs,
    /// each with which of the two it is.
    pub alike: Vec<(Kinship, [NamedVendor; 2])>,
    /// The vendors by what is at stake and by the risk that is left.
    pub risks: HeatMap,
    /// What changed since the files that were named to be held against these; `None` where none were.
    pub since: Option<SinceBefore>,
    /// What is overdue of what was agreed, and what falls due soon.
    pub due: FallsDue,
    /// What becomes of it if nobody does anything.
    pub later: WorseLater,
    /// The questions at which most points are missing, the most first: [`TOP`].
    pub lacks: Foremost<Lack>,
    /// The red flags that are raised most often, the most often first: [`TOP`]. Those that no vendor raises and that
    /// are open somewhere are counted, too.
    pub flags: Foremost<RaisedFlag>,
    /// The companies on which two or more vendors depend: [`TOP`].
    pub companies: Foremost<Dependency>,
    /// The countries in which two or more vendors, or companies that they depend on, are established: [`TOP`].
    pub countries: Foremost<Dependency>,
    /// Where nothing is decided, or not on these answers.
    pub undecided: Undecided,
    /// The files of these vendors.
    pub files: RestsOn,
    /// The files that these were held against.
    pub files_before: Option<RestsOn>,
    /// On which scale scores are told: that of the first vendor's policy.
    pub scale: Scale,
}

impl Overview {
    /// How many files were judged, each of a vendor; where [`Overview::several`] names any, of fewer vendors.
    pub fn judged(&self) -> usize {
        self.risks.all()
    }

    /// A score, or a difference of scores, as digits with a decimal point: a difference below zero with a minus.
    pub fn digits(&self, steps: i64) -> Clean {
        placed(&Exact::from(steps), self.scale.shown_decimals())
    }
}

/// A vendor of whom several files are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeveralFiles {
    /// Its name, as the first of these files gives it.
    pub vendor: Clean,
    /// How many files.
    pub files: usize,
    /// The first [`FEW_FILES`] of them, as they were named or found.
    pub first: Vec<Clean>,
}

impl SeveralFiles {
    /// One more.
    pub(super) fn add(&mut self, file: Clean) {
        self.files += 1;
        self.first.extend((self.files <= FEW_FILES).then_some(file));
    }
}

/// So many files of one vendor are named.
pub const FEW_FILES: usize = 3;

/// The vendors whose risk is worse if the same files are judged twelve months later, and nothing else changes:
/// documents run out, answers age, waivers end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorseLater {
    /// The day or days of that judgement.
    pub by: DaySpan,
    /// Those vendors, the highest risk first and of one risk the longest way first: [`TOP`].
    pub vendors: Foremost<Worsening>,
}

/// A vendor whose risk gets worse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worsening {
    /// The vendor.
    pub who: NamedVendor,
    /// The risk as of the day of the judgement.
    pub from: Level,
    /// The risk twelve months later, which is higher.
    pub to: Level,
}

/// What vendors lack: a question at which points are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The id of the questionnaire, in whatever version.
    pub questionnaire: Clean,
    /// The id of the question.
    pub question: Clean,
    /// The words of the question, by the first vendor that was asked it.
    pub ask: Clean,
    /// The points of all files together that are not assured, in tenths, as each vendor's report shows them.
    pub tenths: u64,
    /// How many vendors lose any.
    pub vendors: usize,
}

/// A red flag over all vendors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaisedFlag {
    /// The id of the questionnaire, in whatever version.
    pub questionnaire: Clean,
    /// Its id; of a category's minimum `category:` and the category's.
    pub id: Clean,
    /// What it is about.
    pub title: Clean,
    /// How severe it is; where policies or versions differ, the highest.
    pub severity: Level,
    /// With how many vendors it is raised.
    pub raised: usize,
    /// With how many vendors it is not yet ruled out.
    pub open: usize,
}

/// The vendors about which nothing stands decided on the answers at hand. A vendor may stand in several lists. Each
/// names the worst risk first and of one risk what is most at stake: [`FEW`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// No decision is on file.
    pub none: Foremost<NamedVendor>,
    /// What was decided was decided on other answers, or is older than these.
    pub on_others: Foremost<NamedVendor>,
    /// What was decided does not say on which answers.
    pub unbound: Foremost<NamedVendor>,
    /// The decision on file is not to use the vendor.
    pub rejected: Foremost<NamedVendor>,
    /// Too little is known to rate it.
    pub unrated: Foremost<NamedVendor>,
    /// No question counts: there is nothing to rate.
    pub nothing: Foremost<NamedVendor>,
}
