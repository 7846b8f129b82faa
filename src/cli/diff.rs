//! `duly diff`: vendors side by side, or dates of one.

use std::collections::BTreeSet;
use std::mem;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{DiffArgs, DiffFormat};
use super::batch::tell_shared;
use super::console::Console;
use super::ending::{self, Endings};
use super::exit::{self, Exit};
use super::files::{self, May};
use super::load::{self, Opened};
use super::made_by;
use super::meant;
use super::problems;
use super::setting::Setting;
use super::told_apart::told_apart;
use super::words::CommandLine;
use crate::answers::Answers;
use crate::answers::kinship::{VendorIdentity, is_newer_first};
use crate::assessment::{Assessment, advice, assess};
use crate::case::{Case, Origins, Shelf, SoughtReviews, UnusedReview, World};
use crate::comparison::model::Incomparable;
use crate::comparison::shared_papers::SharedPapers;
use crate::comparison::trend::{NoOrder, order_of_days};
use crate::comparison::unranked::{Unranked, unranked};
use crate::comparison::{Comparison, compare};
use crate::document::{html, markdown, terminal, word};
use crate::questionnaire::ids::{ById, QuestionId, VendorId};
use crate::report::compared::{self, Compared};
use crate::report::json;
use crate::words::Clean;
use crate::words::clean::{Trusted, shown};
use crate::words::problem::Severity;
use crate::words::{Guide, Lang, NoGuide};

/// Runs the command.
pub fn run(args: &DiffArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let format = format(args, lang)?;
    if format == DiffFormat::Docx {
        ending::keep_off_a_terminal(args.output.as_deref(), lang, &console.machine)?;
    }
    let files = meant::without_reviews(&args.files, &console.machine);
    if let [one] = &files[..] {
        bail!("{}", lang.diff_needs_two(shown(one.display())));
    }
    if let Some(folder) = files.iter().find(|file| meant::is_folder(file, &console.machine)) {
        bail!("{}", lang.diff_of_folders(shown(folder.display())));
    }
    fits(&files, args, format, lang)?;
    let may = May::replace(args.force);
    files::may_write(args.output.as_deref(), may, lang, &console.machine)?;
    let opened = open(&files, args, console);
    let (setting, assessments) = usable(&opened, &files, console)?;
    let Some(setting) = setting else { return Ok(Exit::Unusable) };
    let cases = opened.iter().filter_map(|opened| opened.case.as_ref());
    let mut named: Vec<NamedCase<'_>> = files.iter().map(PathBuf::as_path).zip(cases).collect();
    let as_named = named.clone();
    let lang = setting.lang_of(&named[0].1.questionnaire.languages);
    let (turned, assessments) = put_in_order((&mut named, assessments), format, lang)?;
    let lang = setting.lang_of(&named[0].1.questionnaire.languages);
    let (comparison, unscored) = match (compare(&assessments), unranked(&assessments)) {
        (Ok(comparison), _) => (comparison, None),
        (Err(_), Some(Unranked { comparison, questions })) => (comparison, Some(questions)),
        (Err(why), None) => bail!("{}", in_words(why, &named, lang)),
    };
    if unscored.is_some() {
        fits_unscored(args, format, lang)?;
    }
    if let [one, other] = &files[..]
        && one == other
        && !args.show.quiet
    {
        console.say(lang.same_file(shown(one.display())));
    }
    let mut papers = SharedPapers::default();
    for (file, case) in &named {
        papers.add(&file.to_path_buf(), &VendorIdentity::of(&case.answers), &case.papers.files());
    }
    tell_shared(&papers, &setting, lang, console);
    let mut compared = to_tell(&comparison, (&named, turned), args, lang);
    compared.made_by = made_by::compared(if turned { &as_named } else { &named }, args, (format, &setting), lang);
    let rendered = rendered(&compared, unscored.as_deref(), args, format, &setting)?;
    files::write(&rendered, args.output.as_deref(), may, lang, console)?;
    let differs = || match &unscored {
        Some(questions) => compared::unranked::differs(&compared, questions),
        None => differs(&comparison),
    };
    Ok(if args.exit_code && differs() { Exit::FallsShort } else { Exit::Done })
}

/// A file as it was named, and what was read for it.
type NamedCase<'n> = (&'n Path, &'n Case);

/// Puts dates of one vendor in their order, with what came out of each; says whether two were named the newer one
/// first. In JSON two stay as they were named.
fn put_in_order<'a>(
    (named, mut assessments): (&mut Vec<NamedCase<'_>>, Vec<Assessment<'a>>),
    format: DiffFormat,
    lang: Lang,
) -> anyhow::Result<(bool, Vec<Assessment<'a>>)> {
    if let [(_, a), (_, b)] = named[..] {
        let turned = format != DiffFormat::Json && is_newer_first(&a.answers, &b.answers);
        if turned {
            named.reverse();
            assessments.reverse();
        }
        return Ok((turned, assessments));
    }
    let answers: Vec<&Answers> = named.iter().map(|(_, case)| &case.answers).collect();
    match order_of_days(&answers) {
        None => {}
        Some(Ok(order)) => {
            let mut left: Vec<_> = mem::take(named).into_iter().zip(assessments).map(Some).collect();
            let in_order = order.into_iter().filter_map(|at| left.get_mut(at)?.take());
            (*named, assessments) = in_order.unzip();
        }
        Some(Err(NoOrder::NoDay(at))) => bail!("{}", lang.trend_without_day(place(named[at]))),
        Some(Err(NoOrder::SameDay(one, other))) => {
            let [one, other] = [named[one], named[other]];
            bail!("{}", lang.trend_on_one_day(place(one), place(other), one.1.answers.answered.unwrap_or_default()))
        }
    }
    Ok((false, assessments))
}

/// A file and where in it stands when it was answered.
fn place((file, case): NamedCase<'_>) -> Clean {
    let at = case.answers.source.position(case.answers.answered_span.start);
    shown(file.display()).and(":").and(at.line).and(":").and(at.column)
}

fn to_tell<'s, 'a>(
    comparison: &'s Comparison<'s, 'a>,
    (named, turned): (&[NamedCase<'_>], bool),
    args: &DiffArgs,
    lang: Lang,
) -> Compared<'s, 'a> {
    let files: Vec<&Path> = named.iter().map(|(file, _)| *file).collect();
    let files = told_apart(&files).into_iter().zip(named).map(|(file, (_, case))| (file, case.origins()));
    let files: Vec<(String, Origins)> = files.collect();
    let for_board = args.audience.is_some();
    // who reads a page for a board has no command line
    let guide: &'static dyn Guide = if for_board { &NoGuide } else { &CommandLine { typed: None } };
    let mut compared = Compared::new(comparison, &files, lang, (args.all, for_board), guide);
    compared.turned = turned;
    compared
}

fn rendered(
    compared: &Compared<'_, '_>,
    unscored: Option<&[ById<VendorId, QuestionId>]>,
    args: &DiffArgs,
    format: DiffFormat,
    setting: &Setting,
) -> anyhow::Result<Vec<u8>> {
    let lang = compared.lang;
    let document = || match unscored {
        Some(questions) => compared::unscored(compared, questions),
        None => compared::document(compared),
    };
    let text = match format {
        DiffFormat::Docx => return word::render(&document()).map_err(exit::broken(lang)),
        DiffFormat::Text => terminal::render(&document(), setting.width, setting.colour && args.output.is_none()),
        DiffFormat::Markdown => markdown::render(&document()),
        DiffFormat::Html => html::render(&document()).map_err(exit::broken(lang))?,
        DiffFormat::Json => json::comparison::render(compared.comparison, &compared.origins, &compared.made_by)
            .map_err(exit::broken(lang))?,
    };
    Ok(text.into_bytes())
}

const ENDINGS: Endings<DiffFormat> = &[
    (DiffFormat::Text, &["txt"]),
    (DiffFormat::Markdown, &["md", "markdown"]),
    (DiffFormat::Html, &["html", "htm"]),
    (DiffFormat::Docx, &["docx"]),
    (DiffFormat::Json, &["json"]),
];

/// The format that was asked for, or that the ending of the output names.
fn format(args: &DiffArgs, lang: Lang) -> anyhow::Result<DiffFormat> {
    let formats = (DiffFormat::Text, ENDINGS);
    ending::format(args.format, args.output.as_deref(), formats, lang, |ending| lang.no_such_diff_format(ending))
}

/// So many vendors have room on a page for a board.
const ON_A_PAGE: usize = 6;

/// Whether the options fit each other.
fn fits(files: &[PathBuf], args: &DiffArgs, format: DiffFormat, lang: Lang) -> anyhow::Result<()> {
    if args.audience.is_some() && format == DiffFormat::Json {
        bail!("{}", lang.board_is_no_json());
    }
    if args.audience.is_some() && files.len() > ON_A_PAGE {
        bail!("{}", lang.board_is_for_few(ON_A_PAGE, files.len()));
    }
    args.inputs.fit(files.len(), lang)
}

/// Whether what is wanted can be said of vendors for whom nothing counts.
fn fits_unscored(args: &DiffArgs, format: DiffFormat, lang: Lang) -> anyhow::Result<()> {
    if format == DiffFormat::Json {
        bail!("{}", lang.unscored_is_no_json());
    }
    if args.audience.is_some() {
        bail!("{}", lang.unscored_is_no_board());
    }
    Ok(())
}

/// Loads every file with its own review.
fn open(files: &[PathBuf], args: &DiffArgs, console: &mut Console) -> Vec<Opened> {
    let shelf = Shelf::default();
    let open = |(at, file): (usize, &PathBuf)| {
        load::load_one_of_several(file, &args.inputs.of_file(at), &args.show, (console, &shelf))
    };
    files.iter().enumerate().map(open).collect()
}

/// What is told of reviews that lie beside any of the files and are not used.
fn unused_reviews(opened: &[Opened], world: &dyn World) -> Vec<UnusedReview> {
    let mut sought = SoughtReviews::default();
    opened.iter().for_each(|opened| sought.add(opened.sought(world)));
    sought.beside_answers(world)
}

/// Judges, and talks about the problems of every file, each once, though two may share a questionnaire or our policy;
/// how things are shown, if all can be judged, and what came out of each.
fn usable<'o>(
    opened: &'o [Opened],
    files: &[PathBuf],
    console: &mut Console,
) -> anyhow::Result<(Option<Setting>, Vec<Assessment<'o>>)> {
    let Some(first) = opened.first() else { return Ok((None, Vec::new())) };
    let setting = first.setting;
    let (mut told, mut assessments, world) = (BTreeSet::new(), Vec::new(), console.machine.disk());
    let unused = unused_reviews(opened, &world);
    for (opened, file) in opened.iter().zip(files) {
        let mut notes = opened.notes.clone();
        let unused = unused.iter().filter(|unused| unused.answers == *file);
        unused.for_each(|unused| notes.push(unused.note.clone()));
        notes.retain(|found| {
            told.insert(problems::key(found, &world)) || found.problem.code.severity == Severity::Warning
        });
        if let Some(case) = &opened.case {
            let assessment = assess(case.subject()).map_err(exit::broken(setting.lang()))?;
            advice::advise(&assessment, &mut notes);
            assessments.push(assessment);
        }
        problems::report(&notes, shown(file.to_string_lossy()), &setting, setting.lang(), console);
    }
    Ok(((assessments.len() == opened.len()).then_some(setting), assessments))
}

/// Whether anything that counts differs between any two.
fn differs(comparison: &Comparison<'_, '_>) -> bool {
    let worst = |assessment: &Assessment<'_>| assessment.rating.as_ref().map(|rating| rating.worst);
    let ratings = comparison.assessments.iter().map(|assessment| worst(assessment)).collect::<Vec<_>>();
    let moves = |held: &crate::comparison::model::Held| {
        !held.pair.headline.is_zero()
            || held
                .pair
                .questions
                .iter()
                .any(|question| !question.delta.is_zero() || question.open[0] != question.open[1])
            || !held.matching.changed.is_empty()
    };
    ratings.windows(2).any(|two| two[0] != two[1]) || comparison.pairs.iter().any(moves)
}

fn in_words(why: Incomparable, named: &[NamedCase<'_>], lang: Lang) -> Clean {
    let name = |at: usize| shown(named[at].0.display());
    match why {
        Incomparable::NothingCounts(at) => lang.nothing_to_compare(name(at)),
        Incomparable::NothingInCommon(a, b) => lang.nothing_in_common(name(a), name(b)),
    }
}
