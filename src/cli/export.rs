//! `duly export`: the result as a document.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{Audience, ExportArgs, ExportFormat};
use super::batch::UnjudgedTold;
use super::console::{Console, Machine};
use super::ending::{self, Endings};
use super::exit::{self, Exit};
use super::files::{self, May, Writing};
use super::held_back::HeldBack;
use super::judgement::{JudgedCase, Tells, judge};
use super::load::Opened;
use super::meant::{self, Meant, Turn};
use super::setting::Setting;
use super::{batch, document_names, load, made_by, overview, problems};
use crate::case::{AsOf, Returned};
use crate::document::Document;
use crate::document::{html, markdown, word};
use crate::portfolio::overview::Overview;
use crate::report::made_by::MadeBy;
use crate::report::story::Story;
use crate::report::vendor_rows::VendorRow;
use crate::report::vendors;
use crate::report::{board, ciso_assistant, contract, csv, full, json, letter, mending, oscal, overview_of_many};
use crate::review::Outcome;
use crate::words::Clean;
use crate::words::clean::{Trusted, shell_word, visible};
use crate::words::problem::Severity;
use crate::words::{Broken, Lang};

/// Runs the command.
pub fn run(args: &ExportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.judge.show, None, &console.machine).lang();
    let named = meant::without_reviews(&args.files, &console.machine);
    let is_many = meant::is_many(&named, &console.machine);
    let format = format(args, is_many, lang)?;
    fits(args, format, lang)?;
    if format == ExportFormat::Docx {
        ending::keep_off_a_terminal(args.output.as_deref(), lang, &console.machine)?;
    }
    if !is_many || is_one_file(args, console) {
        files::may_write(args.output.as_deref(), may(args), lang, &console.machine)?;
    }
    match &named[..] {
        named if args.summary && format != ExportFormat::Csv => together(named, args, format, console),
        [file] if !is_many => one(file, args, format, console),
        named => several(named, args, format, console),
    }
}

const ENDINGS: Endings<ExportFormat> = &[
    (ExportFormat::Markdown, &["md", "markdown"]),
    (ExportFormat::Html, &["html", "htm"]),
    (ExportFormat::Docx, &["docx"]),
    (ExportFormat::Json, &["json", "jsonl", "ndjson"]),
    (ExportFormat::Csv, &["csv"]),
];

/// What OSCAL files end in, which are JSON, too.
const OSCAL_ENDING: &str = "oscal.json";

/// The format that was asked for, or that the ending of the output names.
fn format(args: &ExportArgs, is_many: bool, lang: Lang) -> anyhow::Result<ExportFormat> {
    let file = args.output.as_deref().filter(|_| !is_many || args.format.is_none());
    let name = file.and_then(Path::file_name).map(|name| name.to_string_lossy().to_lowercase());
    if args.format.is_none() && name.is_some_and(|name| name.ends_with(&format!(".{OSCAL_ENDING}"))) {
        return Ok(ExportFormat::Oscal);
    }
    let formats = (ExportFormat::Markdown, ENDINGS);
    ending::format(args.format, file, formats, lang, |ending| lang.no_such_format(ending))
}

/// Whether the options fit each other.
fn fits(args: &ExportArgs, format: ExportFormat, lang: Lang) -> anyhow::Result<()> {
    if args.audience.is_some() && !is_document(format) {
        bail!("{}", lang.documents_only());
    }
    if args.reply_by.is_some() && args.audience != Some(Audience::Vendor) {
        bail!("{}", lang.due_for_letters_only());
    }
    if args.summary && matches!(format, ExportFormat::Oscal | ExportFormat::CisoAssistant) {
        bail!("{}", lang.summary_formats());
    }
    if args.summary && matches!(args.audience, Some(Audience::Vendor | Audience::Contract)) {
        bail!("{}", lang.summary_readers());
    }
    if args.before.is_some() && format == ExportFormat::Csv {
        bail!("{}", lang.before_in_overviews());
    }
    Ok(())
}

/// Whether a format is for people: one document of one vendor, with a head that tells whose it is.
fn is_document(format: ExportFormat) -> bool {
    match format {
        ExportFormat::Markdown | ExportFormat::Html | ExportFormat::Docx => true,
        ExportFormat::Json | ExportFormat::Csv | ExportFormat::Oscal | ExportFormat::CisoAssistant => false,
    }
}

/// Whether several vendors come into one file, one behind the other.
fn is_joined(format: ExportFormat) -> bool {
    matches!(format, ExportFormat::Json | ExportFormat::Csv)
}

/// What may be replaced.
fn may(args: &ExportArgs) -> May {
    May::replace(args.force)
}

/// Whether all comes into one file, and not into a folder that is there.
fn is_one_file(args: &ExportArgs, console: &Console) -> bool {
    args.output.as_deref().is_none_or(|path| !console.machine.folder.join(path).is_dir())
}

fn one(file: &Path, args: &ExportArgs, format: ExportFormat, console: &mut Console) -> anyhow::Result<Exit> {
    let letter = args.audience == Some(Audience::Vendor);
    let form = if letter { load::load_form(file, &args.judge.inputs, &args.judge.show, console) } else { None };
    let opened = form.unwrap_or_else(|| load::load(file, &args.judge.inputs, &args.judge.show, console));
    if let Some(returned) = to_mend(&opened, args, &console.machine) {
        return ask_to_mend(&returned, &opened, args, format, console);
    }
    if opened.is_form {
        let lang = opened.setting.lang();
        bail!("{}", lang.import_first("duly import ".and(shell_word(&file.to_string_lossy()))));
    }
    judge(opened, (file, &args.judge), tells(args, format), console, |judgement, console| {
        console.talk(&talked_doubts(judgement, args));
        let document = rendered(file, judgement, args, format).map_err(exit::broken(judgement.lang))?;
        files::write(&document, args.output.as_deref(), may(args), judgement.lang, console)
    })
}

/// Answers that cannot be judged, if a letter is wanted and what is wrong with them is for the vendor to mend.
fn to_mend(opened: &Opened, args: &ExportArgs, machine: &Machine) -> Option<Returned> {
    if args.audience != Some(Audience::Vendor) || opened.case.is_some() {
        return None;
    }
    let returned = opened.returned(machine)?;
    let has_errors = returned.to_mend(&opened.notes).iter().any(|place| place.problem.code.severity == Severity::Error);
    has_errors.then_some(returned)
}

/// Writes the letter that asks the vendor to mend its file, and says that nothing was judged.
fn ask_to_mend(
    returned: &Returned,
    opened: &Opened,
    args: &ExportArgs,
    format: ExportFormat,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let usual = || opened.setting.lang_of(&returned.questionnaire.languages);
    let form = returned.sent_in.filter(|_| args.judge.show.lang.is_none());
    let lang = form.unwrap_or_else(usual);
    let day = match args.judge.inputs.as_of {
        Some(AsOf::Day(day)) => day,
        Some(AsOf::Answered) | None => console.machine.today,
    };
    let letter = mending::document(returned, &opened.notes, (day, args.reply_by), lang);
    let document = match format {
        ExportFormat::Html => html::render(&letter).map(String::into_bytes).map_err(exit::broken(lang))?,
        ExportFormat::Docx => word::render(&letter).map_err(exit::broken(lang))?,
        _ => markdown::render(&letter).into_bytes(),
    };
    files::write(&document, args.output.as_deref(), may(args), lang, console)?;
    let mut ours = opened.notes.clone();
    ours.retain(|found| found.source != returned.source);
    if ours.has_errors() {
        console.talk(&problems::text(&ours, lang, &opened.setting));
    }
    let theirs = opened.notes.error_count() - ours.error_count();
    console.say(lang.error().and(": ").and(lang.asked_to_mend(lang.errors(theirs))));
    Ok(Exit::Unusable)
}

/// A report has a head that tells it; a letter and what programs read have none.
fn tells(args: &ExportArgs, format: ExportFormat) -> Tells {
    match args.audience {
        _ if is_theirs(args) => Tells::Nothing,
        _ if is_document(format) => Tells::WhoseReview,
        _ => Tells::Nothing,
    }
}

/// Whether the vendor reads it.
fn is_theirs(args: &ExportArgs) -> bool {
    matches!(args.audience, Some(Audience::Vendor | Audience::Contract))
}

/// The doubts about what the vendor reads, a line each, unless nobody wants to hear them.
fn talked_doubts(judgement: &JudgedCase<'_>, args: &ExportArgs) -> String {
    let is_wanted = is_theirs(args) && !judgement.setting.quiet;
    let doubts = if is_wanted { doubts(judgement, args) } else { Vec::new() };
    doubts.into_iter().map(|doubt| format!("{doubt}\n")).collect()
}

/// What somebody may have overlooked who is about to send a letter, or an annex to a contract.
fn doubts(judgement: &JudgedCase<'_>, args: &ExportArgs) -> Vec<Clean> {
    let (subject, lang) = (&judgement.assessment.subject, judgement.lang);
    let decision = subject.review.and_then(|review| review.decision.as_ref());
    let is_rejected = decision.is_some_and(|decision| decision.outcome == Outcome::Rejected);
    let is_past = args.reply_by.is_some_and(|day| day < subject.as_of);
    let after_rejection = || match args.audience {
        Some(Audience::Contract) => lang.contract_after_rejection(),
        _ => lang.letter_after_rejection(),
    };
    let doubts = [is_rejected.then(after_rejection), is_past.then(|| lang.letter_due_is_past())];
    doubts.into_iter().flatten().collect()
}

fn rendered(
    file: &Path,
    judgement: &JudgedCase<'_>,
    args: &ExportArgs,
    format: ExportFormat,
) -> Result<Vec<u8>, Broken> {
    let (story, lang) = (told(judgement, args), judgement.lang);
    let made_by = made_by::exported(file, judgement, args, format);
    let document = || document(&story, judgement, args, &made_by);
    let text = match format {
        ExportFormat::Docx => return word::render(&document()),
        ExportFormat::Markdown => markdown::render(&document()),
        ExportFormat::Html => html::render(&document())?,
        ExportFormat::Json => {
            let render = if ending::is_of_lines(args.output.as_deref()) { json::line } else { json::render };
            render(&story, &judgement.gate, &judgement.case.origins(), &made_by)?
        }
        ExportFormat::Csv if args.summary => {
            let row = VendorRow::new(&story, &judgement.case.origins(), &file.to_string_lossy());
            vendors::summary_head(lang)? + &vendors::summary_row(&row, lang)?
        }
        ExportFormat::Csv => csv::head(lang, false)? + &csv::rows(&story, lang, false)?,
        ExportFormat::Oscal => oscal::render(&story, &judgement.case.origins(), &made_by)?,
        ExportFormat::CisoAssistant => ciso_assistant::render(&story)?,
    };
    Ok(text.into_bytes())
}

/// What is told, in the reader's language: of what the vendor reads, in that of the form that it was sent, unless
/// another one is named.
fn told<'s, 'i>(judgement: &'s JudgedCase<'i>, args: &ExportArgs) -> Story<'s, 'i> {
    let story = Story::new(&judgement.assessment, judgement.lang);
    if is_theirs(args) && args.judge.show.lang.is_none() { letter::in_language_of_form(story) } else { story }
}

fn document(story: &Story<'_, '_>, judgement: &JudgedCase<'_>, args: &ExportArgs, made_by: &MadeBy) -> Document {
    let origins = judgement.case.origins();
    match args.audience {
        None => full::document(story, &origins, made_by),
        Some(Audience::Board) => board::document(story, &origins, made_by),
        Some(Audience::Vendor) => letter::document(story, args.reply_by),
        Some(Audience::Contract) => contract::document(story),
    }
}

/// All vendors in one overview. Nothing is written if none can be judged.
fn together(named: &[PathBuf], args: &ExportArgs, format: ExportFormat, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.judge.show, None, &console.machine).lang();
    files::may_write(args.output.as_deref(), may(args), lang, &console.machine)?;
    let files = meant::expanded(named, &args.judge, &console.machine)?;
    let (_, called) = made_by::called(named, args, format);
    let before = args.before.as_deref().zip(called.map(|name| visible(&name)));
    let summed_up = overview::sum_up(&files, before, &args.judge, console, |_, _| (), |()| ())?;
    let (batch, overview) = (summed_up.batch, summed_up.overview);
    let lang = batch.lang;
    if let Some(overview) = &overview {
        let made_by = made_by::summed_up(named, overview, args, (format, lang), &console.machine);
        let document = of_many(overview, &made_by, args, (format, lang)).map_err(exit::broken(lang))?;
        files::write(&document, args.output.as_deref(), may(args), lang, console)?;
    }
    Ok(batch.finish(UnjudgedTold::Nowhere, console).max(summed_up.before))
}

/// The overview in a format.
fn of_many(
    overview: &Overview,
    made_by: &MadeBy,
    args: &ExportArgs,
    (format, lang): (ExportFormat, Lang),
) -> Result<Vec<u8>, Broken> {
    let document = || match args.audience {
        Some(Audience::Board) => overview_of_many::board::document(overview, made_by, lang),
        _ => overview_of_many::document(overview, made_by, lang),
    };
    let text = match format {
        ExportFormat::Docx => return word::render(&document()),
        ExportFormat::Html => html::render(&document())?,
        ExportFormat::Json => json::overview::render(overview, made_by, lang)?,
        _ => markdown::render(&document()),
    };
    Ok(text.into_bytes())
}

/// Several vendors: a document each into a folder, or what can be put behind one another into one file. A file that
/// cannot be judged is talked about and left out; the others are done.
fn several(named: &[PathBuf], args: &ExportArgs, format: ExportFormat, console: &mut Console) -> anyhow::Result<Exit> {
    let folder = files::folder_for_several(args.output.as_deref(), !is_joined(format), &console.machine);
    if folder.is_none() && !is_joined(format) {
        bail!("{}", Setting::new(&args.judge.show, None, &console.machine).lang().name_a_folder());
    }
    let files = meant::expanded(named, &args.judge, &console.machine)?;
    match folder {
        Some(folder) => into_folder(&files, folder, args, format, console),
        None => into_one(&files, args, format, console),
    }
}

fn into_folder(
    files: &[Meant],
    folder: &Path,
    args: &ExportArgs,
    format: ExportFormat,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.judge.show, None, &console.machine).lang();
    let mut held_back = HeldBack::new(folder, lang, console)?;
    let ending = match format {
        ExportFormat::Markdown => "md",
        ExportFormat::Html => "html",
        ExportFormat::Docx => "docx",
        ExportFormat::Json => "json",
        ExportFormat::Csv | ExportFormat::CisoAssistant => "csv",
        ExportFormat::Oscal => OSCAL_ENDING,
    };
    let names = document_names::of(files, ending, &console.machine.disk());
    let target = |path: &Path| names.get(path).map(|name| folder.join(name)).unwrap_or_default();
    spares(files, target, args, lang, &console.machine)?;
    let make = |path: &Path, judgement: &JudgedCase<'_>, _| {
        let document = rendered(path, judgement, args, format).map_err(exit::broken(judgement.lang))?;
        Ok((document, talked_doubts(judgement, args)))
    };
    let batch = batch::judge(files, &args.judge, console, make, |path, (document, doubts), lang, console| {
        console.talk(&doubts);
        held_back.add(target(path), &document, lang)
    })?;
    let written = held_back.write(may(args), batch.lang, console);
    Ok(batch.finish(UnjudgedTold::Nowhere, console).max(if written { Exit::Done } else { Exit::Unusable }))
}

/// Makes sure that no document replaces what is not to be replaced.
fn spares(
    files: &[Meant],
    target: impl Fn(&Path) -> PathBuf,
    args: &ExportArgs,
    lang: Lang,
    machine: &Machine,
) -> anyhow::Result<()> {
    for file in files {
        if let Err(why_not) = files::may_write(Some(&target(&file.path)), may(args), lang, machine)
            && matches!(file.turn(&machine.disk()), Turn::Judged(_))
        {
            return Err(why_not);
        }
    }
    Ok(())
}

/// One behind the other. Nothing is written if none can be judged.
fn into_one(files: &[Meant], args: &ExportArgs, format: ExportFormat, console: &mut Console) -> anyhow::Result<Exit> {
    let mut writing: Option<Writing> = None;
    let make = |path: &Path, judgement: &JudgedCase<'_>, lang: Lang| {
        let story = Story::new(&judgement.assessment, judgement.lang);
        let piece = match format {
            ExportFormat::Csv if args.summary => {
                vendors::summary_row(&VendorRow::new(&story, &judgement.case.origins(), &path.to_string_lossy()), lang)
            }
            ExportFormat::Csv => csv::rows(&story, lang, true),
            _ => {
                let made_by = made_by::exported(path, judgement, args, format);
                json::line(&story, &judgement.gate, &judgement.case.origins(), &made_by)
            }
        };
        piece.map_err(exit::broken(lang))
    };
    let batch = batch::judge(files, &args.judge, console, make, |_, piece, lang, console| {
        let writing = match &mut writing {
            Some(writing) => writing,
            None => {
                let begun = writing.insert(Writing::begin(args.output.as_deref(), may(args), lang, &console.machine)?);
                begun.put(&head(args, format, lang).map_err(exit::broken(lang))?, console)?;
                begun
            }
        };
        writing.put(&piece, console)
    })?;
    writing.map_or(Ok(()), |writing| writing.finish(&console.machine))?;
    Ok(batch.finish(UnjudgedTold::Nowhere, console))
}

/// What stands above the rows of several vendors.
fn head(args: &ExportArgs, format: ExportFormat, lang: Lang) -> Result<String, Broken> {
    match format {
        ExportFormat::Csv if args.summary => vendors::summary_head(lang),
        ExportFormat::Csv => csv::head(lang, true),
        _ => Ok(String::new()),
    }
}
