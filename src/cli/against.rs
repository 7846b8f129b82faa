//! `duly check REPORT --against FOLDER`: whether a report is what the files give that it rests on.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};

use super::console::Console;
use super::exit::Exit;
use super::files;
use super::kept_files::KeptFiles;
use super::remade::Remade;
use crate::case::{AsOf, text};
use crate::exchange::kept_report::difference::{Against, DiffersAt, FirstDifference};
use crate::exchange::kept_report::{KeptReport, LARGEST, NoReport};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shown};

/// The version of this program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Holds every report against the files of a folder.
///
/// # Errors
/// The folder cannot be read, or nobody can be told.
pub fn run(reports: &[PathBuf], folder: &Path, lang: Lang, console: &mut Console) -> anyhow::Result<Exit> {
    let kept = KeptFiles::of(folder, console.machine.disk());
    let kept =
        kept.map_err(|error| anyhow!("{}", text::unreadable(&folder.to_string_lossy(), &error).message(lang)))?;
    let mut worst = Exit::Done;
    for report in reports {
        let exit = match held(report, folder, &kept, lang, console) {
            Ok((said, exit)) => {
                console.print(&format!("{}: {said}\n", shown(report.display())))?;
                exit
            }
            Err(why) => {
                console.talk_of(&why.context(report.display().to_string()), lang);
                Exit::Unusable
            }
        };
        worst = worst.max(exit);
    }
    Ok(worst)
}

/// What came of one report, or why nothing can.
fn held(
    report: &Path,
    folder: &Path,
    kept: &KeptFiles,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<(Clean, Exit)> {
    let bytes = bytes(report, lang, console)?;
    let report = KeptReport::of(bytes).map_err(|what| refused(what, lang))?;
    let version = report.version();
    if let Some(other) = version.as_deref().filter(|version| *version != VERSION) {
        bail!("{}", lang.remade_by_other_version(one_line(other).cut(20), VERSION));
    }
    let Some(basis) = report.basis() else {
        return Err(match (report.without_basis(), version) {
            (NoReport::Other | NoReport::Screen, Some(_)) => anyhow!("{}", lang.remade_by_nobody()),
            (what, _) => refused(what, lang),
        });
    };
    let remade = Remade::new(&basis, folder, kept, (lang, &console.machine))?;
    let mut first = None;
    for document in remade.documents(&console.machine)? {
        let made = KeptReport::of(document).map_err(|what| refused(what, lang))?;
        match report.against(&made) {
            Against::Same => return Ok((same(&remade, lang), Exit::Done)),
            other => first = first.or(Some(other)),
        }
    }
    Ok(match first {
        Some(Against::Differs(difference)) => (differs(&difference, lang), Exit::FallsShort),
        _ => (lang.against_line_ends(), Exit::FallsShort),
    })
}

fn bytes(report: &Path, lang: Lang, console: &mut Console) -> anyhow::Result<Vec<u8>> {
    if files::is_standard(report) {
        let mut bytes = Vec::new();
        console.input.by_ref().take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let bytes = text::bytes(&console.machine.disk(), (report, report), LARGEST);
    bytes.map_err(|problem| anyhow!("{}", problem.message(lang)))
}

/// Why a file is held against nothing.
fn refused(what: NoReport, lang: Lang) -> anyhow::Error {
    let said = match what {
        NoReport::Letter => lang.a_letter_has_no_basis(),
        NoReport::Contract => lang.an_annex_has_no_basis(),
        NoReport::Table => lang.a_table_has_no_basis(),
        NoReport::Many => lang.many_have_no_basis(),
        NoReport::Dues => lang.a_list_of_dues_has_no_basis(),
        NoReport::Screen => lang.a_screen_has_no_basis(),
        NoReport::Ours => lang.is_read_for_judgements(),
        NoReport::Other => lang.is_no_report(),
    };
    anyhow!("{said}")
}

fn same(remade: &Remade<'_>, lang: Lang) -> Clean {
    let vendors = Clean::joined(remade.vendors(), ", ");
    match remade.as_of() {
        Some(AsOf::Day(day)) => lang.against_same(vendors, day),
        _ => lang.against_same_each_day(vendors),
    }
}

fn differs(difference: &FirstDifference, lang: Lang) -> Clean {
    let FirstDifference { place, says, gives, differing } = difference;
    let at = match place {
        DiffersAt::Line(line) => lang.the_line(line),
        DiffersAt::Paragraph(number) => lang.the_paragraph(number),
        DiffersAt::Key(key) => key.clone(),
        DiffersAt::UnseenLine(line) => return lang.against_unseen(lang.the_line(line)),
        DiffersAt::UnseenPart(part) => return lang.against_unseen(part),
    };
    let first = match (says, gives) {
        (Some(says), Some(gives)) => lang.against_differs(at, says, gives),
        (Some(says), None) => lang.against_has_more(at, says),
        (None, gives) => lang.against_lacks(at, gives.clone().unwrap_or_default()),
    };
    let all = match place {
        DiffersAt::Key(_) => lang.values_differ(differing),
        _ => lang.lines_differ(differing),
    };
    lang.against_first().and(first).and(" ").and(all)
}
