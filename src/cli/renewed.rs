//! `duly new --renew` of one vendor: what is asked of it next, with its earlier answers beside the questions, and what
//! of our review goes on.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{InputArgs, NewAnswersArgs};
use super::console::Console;
use super::setting::{self, Setting};
use super::{files, load, problems};
use crate::answers::form_file::FilledIn;
use crate::answers::renewal::{EarlierPaper, Renewal};
use crate::assessment::Presence;
use crate::assessment::paper::EvidenceState;
use crate::case::{Case, Loaded, Prospect, World};
use crate::questionnaire::ById;
use crate::questionnaire::ids::EvidenceId;
use crate::review::papers::PaperName;
use crate::review::renewed::RenewedReview;
use crate::source::{Date, Source};
use crate::words::Lang;
use crate::words::clean::shown;
use crate::words::problem::answers::QUESTIONNAIRE_NOT_ALLOWED;

/// What is asked of a vendor that has answered before.
#[derive(Debug)]
pub struct RenewedForm {
    /// What is asked.
    pub prospect: Prospect,
    /// What stands beside it.
    pub filled_in: FilledIn,
    /// What of our review goes on; `None` where there is none.
    pub ours: Option<RenewedReview>,
    /// The files of documents that are current and do not lie beside the new answers yet, as the vendor names them.
    pub to_copy: Vec<String>,
    /// How things are shown.
    pub setting: Setting,
}

/// Holds a vendor's answers against the newest version of what they answer, for a form in a place; `None` where
/// something stands against it, which has been told.
///
/// # Errors
/// The form, or our review of it, would take the place of the earlier one.
pub fn renewed(
    args: &NewAnswersArgs,
    (from, place): (&Path, Option<&Path>),
    console: &mut Console,
) -> anyhow::Result<Option<RenewedForm>> {
    let inputs = InputArgs { policy: args.policy.clone(), ..InputArgs::default() };
    let mut opened = load::load(from, &inputs, &args.show, console);
    let lang = opened.setting.lang();
    // what is no longer accepted is what has to be asked anew
    opened.notes.retain(|note| note.problem.code.id != QUESTIONNAIRE_NOT_ALLOWED);
    let case = opened.case.or(opened.flawed).filter(|_| !opened.notes.has_errors());
    let Some(case) = case else {
        problems::report(&opened.notes, shown(from.display()), &opened.setting, lang, console);
        return Ok(None);
    };
    let disk = console.machine.disk();
    let Loaded { mut value, mut notes, language } =
        Prospect::renewed(&case, args.questionnaire.as_deref(), place, &disk);
    let setting = opened.setting;
    if let Some(prospect) = &mut value {
        let told = setting::tell_in_readers(&mut prospect.questionnaire, &args.show, language, &console.machine);
        if let Err(problem) = told {
            notes.note_file(&Source::new(prospect.questionnaire.reference().to_string(), ""), problem);
            value = None;
        }
    }
    let Some(prospect) = value else {
        problems::report(&notes, "", &setting, lang, console);
        return Ok(None);
    };
    stays_apart(&case, (from, place), prospect.review.as_deref(), (&disk, lang))?;
    let papers = papers(&case, console.machine.today);
    let lang = setting.lang_of(&prospect.questionnaire.languages);
    let next = &prospect.questionnaire;
    let renewal = Renewal { earlier: &case.questionnaire, answers: &case.answers, next, papers: &papers, lang };
    let filled_in = renewal.carried_over();
    let is_current = |named: &PaperName| {
        let is_it = |at: &EvidenceId| {
            let item = &case.answers.evidence[*at];
            (item.title.trim(), item.kind, item.issued) == (&*named.title, named.kind, named.issued)
        };
        case.answers.evidence.ids().filter(is_it).any(|at| papers[at] == EarlierPaper::Current)
    };
    let (asked, today) = ((&*case.questionnaire, &**next), console.machine.today);
    let ours = case.review.as_ref().map(|(review, _)| RenewedReview::of(review, asked, today, is_current));
    let to_copy = place.map(|place| to_copy(&case, &papers, place, &disk)).unwrap_or_default();
    Ok(Some(RenewedForm { filled_in, ours, to_copy, setting, prospect }))
}

/// The files of current documents that lie where the earlier answers are, and not where the new ones will.
fn to_copy(case: &Case, papers: &ById<EvidenceId, EarlierPaper>, place: &Path, world: &dyn World) -> Vec<String> {
    let folder = place.parent().unwrap_or(Path::new(""));
    let current = case.answers.evidence.ids().filter(|at| papers[*at] == EarlierPaper::Current);
    let named = current.filter_map(|at| case.answers.evidence[at].location.as_deref()).map(str::trim);
    let is_to_come = |location: &&str| {
        matches!(case.papers.at(location), Presence::Here(_)) && world.kind(&folder.join(location)).is_none()
    };
    let mut all: Vec<String> = named.filter(is_to_come).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}

/// What each document is worth on a day, by its own dates and its kind alone: what our review says of it, and whether
/// it is here, the vendor would read off the form.
fn papers(case: &Case, today: Date) -> ById<EvidenceId, EarlierPaper> {
    case.answers.evidence.map(|_, item| {
        let until = item.current_until(&case.questionnaire, case.policy.evidence_months);
        match (EvidenceState::by_age(until, today), until) {
            _ if item.issued.is_none_or(|issued| issued > today) => EarlierPaper::Void,
            (EvidenceState::Expired, Some(day)) => EarlierPaper::RanOut(day),
            _ => EarlierPaper::Current,
        }
    })
}

/// Neither the earlier answers nor our review of them may be taken for those of the new form.
fn stays_apart(
    case: &Case,
    (from, place): (&Path, Option<&Path>),
    review: Option<&Path>,
    (world, lang): (&dyn World, Lang),
) -> anyhow::Result<()> {
    let real = |path: &Path| -> Option<PathBuf> { world.real(path).ok() };
    let is_same = |one: &Path, other: Option<&Path>| other.and_then(real).is_some_and(|it| Some(it) == real(one));
    let answers = place.map(|place| place.with_extension("yaml"));
    if !files::is_standard(from) && (is_same(from, place) || is_same(from, answers.as_deref())) {
        bail!("{}", lang.renewed_over_itself(shown(from.display())));
    }
    let earlier = case.review.as_ref().map(|(earlier, _)| &*earlier.source.path);
    if let Some(earlier) = earlier.filter(|earlier| is_same(earlier, review)) {
        bail!("{}", lang.renewed_under_old_review(shown(earlier.display())));
    }
    Ok(())
}
