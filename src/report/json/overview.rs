//! The overview of many vendors as JSON: counts, shown scores and differences of them.

use schemars::JsonSchema;
use serde::Serialize;

use super::basis::{TOOL, ToolJson};
use super::files_of_many::ManyBasisJson;
use super::many::{DaysJson, ListJson, RiskCountsJson, VendorNameJson, counts, days, list, named};
use super::schema::{self};
use super::since::{BeforeJson, before};
use super::text::finished;
use super::value::{DateJson, FlagIdJson, IdJson, QuestionIdJson, TenthsJson};
use super::word::{LangJson, WordJson};
use crate::portfolio::depends::Dependency;
use crate::portfolio::falls_due::{DueCounts, FallsDue, OverdueVendor};
use crate::portfolio::heat::{HeatMap, STAKES, Stake};
use crate::portfolio::overview::{Lack, Overview, RaisedFlag, Undecided, Worsening};
use crate::questionnaire::Level;
use crate::report::made_by::MadeBy;
use crate::words::number::tenths;
use crate::words::{Broken, Clean, Lang};

/// The format of the document.
pub const FORMAT: &str = "duly/overview@1";

/// The JSON Schema of the document.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn schema() -> Result<String, Broken> {
    schema::of::<OverviewJson<'_>>()
}

/// The overview as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(overview: &Overview, made_by: &MadeBy, lang: Lang) -> Result<String, Broken> {
    finished(serde_json::to_string_pretty(&document(overview, made_by, lang)))
}

/// What many vendors are together. Names of vendors, companies and countries, and the words of questions and flags, are
/// cleaned and may be shortened; they are still other people's words: escape them wherever you show them.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "duly overview", extend("$id" = schema::urn(FORMAT)))]
struct OverviewJson<'a> {
    /// What kind of document this is.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// What made the document.
    tool: ToolJson,
    /// The language of the texts.
    lang: LangJson,
    /// The files that were judged, so that the overview can be made again.
    basis: ManyBasisJson<'a>,
    /// The day of the judgements.
    as_of: DaysJson,
    /// How many files were judged. Every number in here counts each of them for a vendor of its own, but for those of
    /// what is missing, raised or depended on: there a vendor of several files counts once.
    judged: usize,
    /// Of how many vendors these files are.
    vendors: usize,
    /// The vendors of whom several files are counted, those of most files first.
    several_files: ListJson<SeveralFilesJson<'a>>,
    /// How many files could not be judged, and so are nowhere in here.
    unjudged: usize,
    /// The vendors judged, by what is at stake before any protection: critical first, and last those of which our
    /// review states nothing.
    #[schemars(length(min = 5, max = 5))]
    risks: Vec<StakeJson>,
    /// The same by the risk that is left only.
    by_risk: RiskCountsJson,
    /// What changed since last year's files, or null where none were named.
    before: Option<BeforeJson<'a>>,
    /// What is overdue, and what falls due within ninety days, documents left out.
    due: FallsDueJson<'a>,
    /// The vendors whose risk is worse if the same files are judged twelve months later.
    worse_later: WorseLaterJson<'a>,
    /// The questions at which points are missing, the most first.
    lacks: ListJson<LackJson<'a>>,
    /// The red flags that are raised or not ruled out, those that are raised most often first.
    flags: ListJson<RaisedFlagJson<'a>>,
    /// The companies on which two or more vendors depend, those of the highest stake first.
    companies: ListJson<DependencyJson<'a>>,
    /// The countries in which two or more vendors, or companies that they depend on, are established, those of the
    /// highest stake first.
    countries: ListJson<DependencyJson<'a>>,
    /// The vendors about which nothing stands decided on the answers at hand.
    undecided: UndecidedJson<'a>,
}

/// A vendor of whom several files are counted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "several-files")]
struct SeveralFilesJson<'a> {
    /// The vendor's name, as the first of these files gives it.
    vendor: &'a Clean,
    /// How many files.
    #[schemars(range(min = 2))]
    files: usize,
    /// The first three of them.
    first: &'a [Clean],
}

/// The vendors of one stake.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "stake")]
struct StakeJson {
    /// What is at stake, at its upper end, or null where it is not stated.
    stake: Option<WordJson<Level>>,
    /// These vendors, by the risk that is left.
    vendors: RiskCountsJson,
}

/// What is overdue and what falls due soon.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "falls-due")]
struct FallsDueJson<'a> {
    /// What is overdue.
    overdue: DueCountsJson,
    /// What falls due within ninety days.
    soon: DueCountsJson,
    /// The vendors for which something that was agreed is overdue, the longest first.
    vendors: ListJson<OverdueVendorJson<'a>>,
}

/// How many things of each kind there are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "due-counts")]
struct DueCountsJson {
    /// Next reviews.
    reviews: usize,
    /// How many of these have a day that is computed by the policy, and on which nobody agreed.
    reviews_computed: usize,
    /// Conditions of decisions that are not met.
    conditions: usize,
    /// Accepted flags.
    waivers: usize,
    /// Answers that are called old from then on, on which nobody agreed; those that give no day are among the overdue.
    answers: usize,
}

/// A vendor for which something that was agreed is overdue.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "overdue-vendor")]
struct OverdueVendorJson<'a> {
    /// The vendor's name.
    vendor: &'a Clean,
    /// The file of its answers.
    file: &'a Clean,
    /// The earliest day that has passed.
    since: DateJson,
    /// What is overdue.
    overdue: DueCountsJson,
}

/// The vendors whose risk is worse later, if nothing else changes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "worse-later")]
struct WorseLaterJson<'a> {
    /// The day of that judgement.
    by: DaysJson,
    /// Those vendors, the highest risk first.
    vendors: ListJson<WorseningJson<'a>>,
}

/// A vendor whose risk gets worse.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "worsening")]
struct WorseningJson<'a> {
    /// The vendor's name.
    vendor: &'a Clean,
    /// The file of its answers.
    file: &'a Clean,
    /// The risk as of the day of the judgement.
    from: WordJson<Level>,
    /// The risk twelve months later.
    to: WordJson<Level>,
}

/// A question at which vendors lose points.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "lack")]
struct LackJson<'a> {
    /// The id of the questionnaire, in whatever version.
    questionnaire: IdJson<'a>,
    /// The question.
    question: QuestionIdJson<'a>,
    /// The words of the question.
    ask: &'a Clean,
    /// The points of all vendors together that are not assured, as their reports show them.
    points: TenthsJson,
    /// How many vendors lose any.
    vendors: usize,
}

/// A red flag over all vendors.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "raised-flag")]
struct RaisedFlagJson<'a> {
    /// The id of the questionnaire, in whatever version.
    questionnaire: IdJson<'a>,
    /// The id of the flag.
    id: FlagIdJson,
    /// What it is about.
    title: &'a Clean,
    /// How severe it is; where policies or versions differ, the highest.
    severity: WordJson<Level>,
    /// With how many vendors it is raised.
    raised: usize,
    /// With how many vendors it is not yet ruled out.
    open: usize,
}

/// A company, or a country, on which several vendors depend.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "dependency")]
struct DependencyJson<'a> {
    /// Its name, as the first of these vendors gives it.
    name: &'a Clean,
    /// The first two of the other names that vendors give under its registration.
    other_names: &'a [Clean],
    /// How many vendors depend on it.
    #[schemars(range(min = 2))]
    vendors: usize,
    /// The same by what is at stake with them.
    by_stake: StakeCountsJson,
}

/// How many vendors there are of each stake.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "stake-counts")]
struct StakeCountsJson {
    /// The stake is critical.
    critical: usize,
    /// The stake is high.
    high: usize,
    /// The stake is medium.
    medium: usize,
    /// The stake is low.
    low: usize,
    /// It is not stated.
    not_stated: usize,
}

/// The vendors about which nothing stands decided. A vendor may stand in several lists.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "undecided")]
struct UndecidedJson<'a> {
    /// No decision is on file.
    no_decision: ListJson<VendorNameJson<'a>>,
    /// What was decided was decided on other answers, or is older than these.
    not_on_these_answers: ListJson<VendorNameJson<'a>>,
    /// What was decided does not say on which answers.
    on_unnamed_answers: ListJson<VendorNameJson<'a>>,
    /// The decision on file is not to use the vendor.
    rejected: ListJson<VendorNameJson<'a>>,
    /// Too little is known to rate it.
    not_rated: ListJson<VendorNameJson<'a>>,
    /// No question counts: there is nothing to rate.
    nothing_to_rate: ListJson<VendorNameJson<'a>>,
}

fn document<'o>(overview: &'o Overview, made_by: &'o MadeBy, lang: Lang) -> OverviewJson<'o> {
    OverviewJson {
        format: FORMAT,
        tool: TOOL,
        lang: LangJson(lang),
        basis: ManyBasisJson::of(overview, made_by),
        as_of: days(overview.as_of),
        judged: overview.judged(),
        vendors: overview.vendors,
        several_files: list(&overview.several, |of| SeveralFilesJson {
            vendor: &of.vendor,
            files: of.files,
            first: &of.first,
        }),
        unjudged: overview.unjudged,
        risks: STAKES.map(|stake| row(&overview.risks, stake)).into(),
        by_risk: counts(|risk| overview.risks.of_risk(risk)),
        before: overview.since.as_ref().map(|since| before(since, overview)),
        due: falls_due(&overview.due),
        worse_later: WorseLaterJson { by: days(overview.later.by), vendors: list(&overview.later.vendors, worsening) },
        lacks: list(&overview.lacks, lack),
        flags: list(&overview.flags, raised_flag),
        companies: list(&overview.companies, dependency),
        countries: list(&overview.countries, dependency),
        undecided: undecided(&overview.undecided),
    }
}

fn row(risks: &HeatMap, stake: Stake) -> StakeJson {
    StakeJson { stake: stake.map(WordJson), vendors: counts(|risk| risks.count(stake, risk)) }
}

fn falls_due(due: &FallsDue) -> FallsDueJson<'_> {
    FallsDueJson {
        overdue: due_counts(due.overdue),
        soon: due_counts(due.soon),
        vendors: list(&due.vendors, overdue_vendor),
    }
}

fn due_counts(of: DueCounts) -> DueCountsJson {
    let DueCounts { reviews, computed: reviews_computed, conditions, waivers, answers } = of;
    DueCountsJson { reviews, reviews_computed, conditions, waivers, answers }
}

fn overdue_vendor(of: &OverdueVendor) -> OverdueVendorJson<'_> {
    let since = DateJson::of(of.since);
    OverdueVendorJson { vendor: &of.who.vendor, file: &of.who.file, since, overdue: due_counts(of.overdue) }
}

fn worsening(of: &Worsening) -> WorseningJson<'_> {
    WorseningJson { vendor: &of.who.vendor, file: &of.who.file, from: WordJson(of.from), to: WordJson(of.to) }
}

fn lack(lack: &Lack) -> LackJson<'_> {
    LackJson {
        questionnaire: IdJson(&lack.questionnaire),
        question: QuestionIdJson(&lack.question),
        ask: &lack.ask,
        points: TenthsJson(tenths(lack.tenths)),
        vendors: lack.vendors,
    }
}

fn raised_flag(flag: &RaisedFlag) -> RaisedFlagJson<'_> {
    RaisedFlagJson {
        questionnaire: IdJson(&flag.questionnaire),
        id: FlagIdJson(flag.id.clone()),
        title: &flag.title,
        severity: WordJson(flag.severity),
        raised: flag.raised,
        open: flag.open,
    }
}

fn dependency(of: &Dependency) -> DependencyJson<'_> {
    let rated = |level| of.of(Some(level));
    DependencyJson {
        name: &of.name,
        other_names: &of.other_names,
        vendors: of.vendors(),
        by_stake: StakeCountsJson {
            critical: rated(Level::Critical),
            high: rated(Level::High),
            medium: rated(Level::Medium),
            low: rated(Level::Low),
            not_stated: of.of(None),
        },
    }
}

fn undecided(undecided: &Undecided) -> UndecidedJson<'_> {
    UndecidedJson {
        no_decision: list(&undecided.none, named),
        not_on_these_answers: list(&undecided.on_others, named),
        on_unnamed_answers: list(&undecided.unbound, named),
        rejected: list(&undecided.rejected, named),
        not_rated: list(&undecided.unrated, named),
        nothing_to_rate: list(&undecided.nothing, named),
    }
}
