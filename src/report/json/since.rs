//! What changed since last year's files, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use super::many::{DaysJson, ListJson, RiskCountsJson, VendorNameJson, counts, days, list, named};
use super::value::ShownJson;
use super::word::WordJson;
use crate::portfolio::heat::RiskCounts;
use crate::portfolio::overview::Overview;
use crate::portfolio::since::{Moved, Mover, SinceBefore};
use crate::questionnaire::Level;
use crate::words::Clean;

/// What changed since last year's files, each of which was judged as of the day of its answers, or of our review if
/// that is later. Vendors are known again by their registrations, else by their names.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "before")]
pub(super) struct BeforeJson<'a> {
    /// Where these files lie, as it was named.
    folder: &'a Clean,
    /// The days as of which they were judged, or null where none could be.
    as_of: Option<DaysJson>,
    /// How many of them could not be judged, and so are nowhere in here.
    unjudged: usize,
    /// The vendors that are in both, by their risk then.
    then: RiskCountsJson,
    /// The same vendors, by their risk now.
    now: RiskCountsJson,
    /// The vendors that are new, by their risk now.
    new: RiskCountsJson,
    /// The vendors that are gone, by their risk then.
    gone: RiskCountsJson,
    /// Files of either year of a vendor for which a newer one of the same year stands, or of the same day the first;
    /// they are in none of these counts.
    twice: ListJson<VendorNameJson<'a>>,
    /// How the risk of the vendors in both moved.
    by_risk: MovedJson,
    /// How the shown score of the vendors in both moved.
    by_score: MovedJson,
    /// Those whose score rose, the furthest first, and last those whose risk fell at the same score.
    better: ListJson<MoverJson<'a>>,
    /// Those whose score fell, the furthest first, and last those whose risk rose at the same score.
    worse: ListJson<MoverJson<'a>>,
    /// Of how many of the vendors in both every answer of now, with its comment, is word for word that of then, to the
    /// same question.
    word_for_word: usize,
}

/// How many vendors moved which way.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "moved")]
struct MovedJson {
    /// They moved for the better.
    better: usize,
    /// They moved for the worse.
    worse: usize,
    /// They did not move at all.
    same: usize,
    /// Nobody can say, since there is nothing to compare on one side.
    unknown: usize,
}

/// A vendor that moved. Scores and differences are as shown, in the scale and rounding of the first vendor's policy:
/// `time` and `answers` add up to `whole` exactly.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "mover")]
struct MoverJson<'a> {
    /// The vendor's name.
    vendor: &'a Clean,
    /// The file of its answers now.
    file: &'a Clean,
    /// The file of its answers then.
    file_then: &'a Clean,
    /// The risk then, or null where it was not rated.
    from: Option<WordJson<Level>>,
    /// The risk now, or null where it is not rated.
    to: Option<WordJson<Level>>,
    /// The assured score then.
    then: ShownJson,
    /// The assured score of the files of then, judged as of the day of now.
    then_today: ShownJson,
    /// The assured score now.
    now: ShownJson,
    /// What time did: documents ran out, answers aged, waivers ended.
    time: DifferenceJson,
    /// What other answers, documents and reviews did.
    answers: DifferenceJson,
    /// What both did.
    whole: DifferenceJson,
}

/// A difference of two shown scores, in decimal digits with a point.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "difference")]
struct DifferenceJson(#[schemars(regex(pattern = r"^-?[0-9]+(\.[0-9]{1,6})?$"))] Clean);

pub(super) fn before<'a>(since: &'a SinceBefore, overview: &Overview) -> BeforeJson<'a> {
    let counted = |of: &RiskCounts| counts(|risk| of.of(risk));
    let moved = |Moved { better, worse, same, unknown }: Moved| MovedJson { better, worse, same, unknown };
    BeforeJson {
        folder: &since.folder,
        as_of: since.days.map(days),
        unjudged: since.unjudged,
        then: counted(&since.then),
        now: counted(&since.now),
        new: counted(&since.new),
        gone: counted(&since.gone),
        twice: list(&since.twice, named),
        by_risk: moved(since.by_risk),
        by_score: moved(since.by_score),
        better: list(&since.better, |one| mover(one, overview)),
        worse: list(&since.worse, |one| mover(one, overview)),
        word_for_word: since.word_for_word,
    }
}

fn mover<'a>(mover: &'a Mover, overview: &Overview) -> MoverJson<'a> {
    let difference = |steps| DifferenceJson(overview.digits(steps));
    let shown = |steps| ShownJson(overview.digits(steps));
    MoverJson {
        vendor: &mover.who.vendor,
        file: &mover.who.file,
        file_then: &mover.file_then,
        from: mover.from.level().map(WordJson),
        to: mover.to.level().map(WordJson),
        then: shown(mover.then),
        then_today: shown(mover.then_today),
        now: shown(mover.now),
        time: difference(mover.time()),
        answers: difference(mover.answers()),
        whole: difference(mover.whole()),
    }
}
