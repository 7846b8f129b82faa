//! What is summed up of one vendor, made where it is judged: small, and without the files.

use std::sync::Arc;

use super::depends::{DependsOn, LONGEST_NAME};
use super::falls_due::VendorFallsDue;
use super::heat::{RiskTold, Stake, stake_of};
use super::rests_on::VendorFiles;
use super::since::NamedVendor;
use crate::answers::Answers;
use crate::answers::kinship::VendorIdentity;
use crate::assessment::decision::{self, DecisionStanding};
use crate::assessment::flag::FlagState;
use crate::assessment::word_for_word::WordsGiven;
use crate::assessment::{Assessment, Score, Subject, assess};
use crate::case::Case;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::{FlagRef, Level, Questionnaire};
use crate::review::Outcome;
use crate::source::Date;
use crate::words::clean::{shortened, visible};
use crate::words::number::Scale;
use crate::words::{Broken, Clean, Exact, Lang};

/// In so many months the same files are judged once more.
pub const LATER_MONTHS: u32 = 12;

/// What is summed up of a vendor.
#[derive(Clone, Debug)]
pub struct VendorFacts {
    /// Who it is, and where its answers lie.
    pub(super) who: NamedVendor,
    /// What it was judged on.
    pub(super) files: VendorFiles,
    /// By what it is known.
    pub(super) identity: VendorIdentity,
    /// The day of the judgement.
    pub(super) as_of: Date,
    /// What is at stake.
    pub(super) stake: Stake,
    /// The risk that is left.
    pub(super) risk: RiskTold,
    /// The worst that must be assumed, told or not.
    pub(super) worst: Option<Level>,
    /// The exact score; `None` when nothing counts.
    pub(super) score: Option<Exact>,
    /// How its policy shows scores.
    pub(super) scale: Scale,
    /// What is overdue, and what falls due soon.
    pub(super) due: VendorFallsDue,
    /// The day twelve months later, and the risk of the same files then.
    pub(super) later: (Date, RiskTold),
    /// What was asked.
    pub(super) questionnaire: Arc<Questionnaire>,
    /// Whether it is the vendor's own.
    pub(super) is_theirs: bool,
    /// In which language titles are told.
    pub(super) lang: Lang,
    /// The questions at which points are missing, and how many, in tenths as shown.
    pub(super) lost: Vec<(QuestionId, u64)>,
    /// The red flags that are raised, and those that are not ruled out.
    pub(super) flags: Vec<(FlagRef, Level, FlagState)>,
    /// Whom it has do a part of the service.
    pub(super) companies: Vec<DependsOn>,
    /// The countries in which it or one of these is established.
    pub(super) countries: Vec<DependsOn>,
    /// The decision on file and how it stands to the answers.
    pub(super) decision: Option<(Outcome, DecisionStanding)>,
    /// The day of the answers.
    pub(super) answered: Option<Date>,
    /// What it says.
    pub(super) wording: WordsGiven,
}

impl VendorFacts {
    /// What is summed up of a vendor that was judged; `file` is where its answers lie, as it was named or found.
    ///
    /// # Errors
    /// A mistake of the program keeps it from being judged once more.
    pub fn new(case: &Case, assessment: &Assessment<'_>, file: &str, lang: Lang) -> Result<VendorFacts, Broken> {
        let later = case.as_of.plus_months(LATER_MONTHS);
        let then = RiskTold::of(&assess(Subject { as_of: later, ..case.subject() })?);
        let answers = &case.answers;
        let flags = assessment.flags.iter().filter(|flag| flag.state.bounds());
        let (companies, countries) = depends_on(answers);
        Ok(VendorFacts {
            who: named(answers, file),
            files: VendorFiles::of(case),
            identity: VendorIdentity::of(answers),
            as_of: case.as_of,
            stake: stake_of(assessment),
            risk: RiskTold::of(assessment),
            worst: assessment.rating.as_ref().map(|rating| rating.worst),
            score: assessment.overall.as_ref().map(Score::assured),
            scale: case.policy.display.scale,
            due: VendorFallsDue::new(assessment),
            later: (later, then),
            questionnaire: Arc::clone(&case.questionnaire),
            is_theirs: case.vendors_own_questionnaire,
            lang,
            lost: lost(assessment),
            flags: flags.map(|flag| (flag.flag, flag.severity, flag.state)).collect(),
            companies,
            countries,
            decision: decision::decision(&assessment.subject).map(|(decision, how)| (decision.outcome, how)),
            answered: answers.answered,
            wording: WordsGiven::of(answers),
        })
    }
}

/// What is kept of a vendor of an earlier year, until its files of now are judged.
#[derive(Clone, Debug)]
pub struct EarlierFacts {
    /// Who it is, and where its answers lie.
    pub(super) who: NamedVendor,
    /// What it was judged on, until that is summed up.
    pub(super) files: Option<Box<VendorFiles>>,
    /// By what it is known.
    pub(super) identity: VendorIdentity,
    /// The day of the judgement then.
    pub(super) as_of: Date,
    /// The risk then.
    pub(super) risk: RiskTold,
    /// The exact score then, and that of the same files today.
    pub(super) scores: Option<(Exact, Exact)>,
    /// The day of the answers.
    pub(super) answered: Option<Date>,
    /// What was asked.
    pub(super) questionnaire: Arc<Questionnaire>,
    /// What it said.
    pub(super) wording: WordsGiven,
}

impl EarlierFacts {
    /// What is kept of a vendor that was judged as of a day of its own; `today` is the day of the judgements of now.
    ///
    /// # Errors
    /// A mistake of the program keeps it from being judged once more.
    pub fn new(case: &Case, then: &Assessment<'_>, file: &str, today: Date) -> Result<EarlierFacts, Broken> {
        let now = assess(Subject { as_of: today, ..case.subject() })?;
        Ok(EarlierFacts {
            who: named(&case.answers, file),
            files: Some(Box::new(VendorFiles::of(case))),
            identity: VendorIdentity::of(&case.answers),
            as_of: case.as_of,
            risk: RiskTold::of(then),
            scores: then.overall.as_ref().zip(now.overall.as_ref()).map(|(then, now)| (then.assured(), now.assured())),
            answered: case.answers.answered,
            questionnaire: Arc::clone(&case.questionnaire),
            wording: WordsGiven::of(&case.answers),
        })
    }
}

fn named(answers: &Answers, file: &str) -> NamedVendor {
    NamedVendor { vendor: shortened(&answers.vendor, LONGEST_NAME), file: visible(file) }
}

/// The questions at which points are missing: not known, not in place or not proved.
fn lost(assessment: &Assessment<'_>) -> Vec<(QuestionId, u64)> {
    let missing = |at: QuestionId| {
        let tenths = assessment.tenths(at);
        (at, tenths.whole() - tenths.assured)
    };
    assessment.questions.ids().map(missing).filter(|(_, tenths)| *tenths > 0).collect()
}

/// The companies and the countries on which a vendor depends.
fn depends_on(answers: &Answers) -> (Vec<DependsOn>, Vec<DependsOn>) {
    let countries = answers.country.iter().chain(answers.chain.iter().filter_map(|company| company.country.as_ref()));
    (
        answers.chain.iter().map(DependsOn::company).collect(),
        countries.map(|country| DependsOn::country(country)).collect(),
    )
}

/// What a red flag is about, in words that hold for every vendor.
pub(super) fn flag_title(questionnaire: &Questionnaire, flag: FlagRef, lang: Lang) -> Clean {
    let language = questionnaire.language(lang);
    match flag {
        FlagRef::Flag(at) => questionnaire.flags[at].title.said(language),
        FlagRef::Category(at, _) => lang.below_minimum(questionnaire.categories[at].title.said(language)),
    }
}
