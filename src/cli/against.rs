//! `duly check REPORT --against FOLDER`: whether a report is what the files give that it rests on.

use std::io::Read;
use std::path::Path;

use anyhow::{anyhow, bail};

use super::args::CheckArgs;
use super::console::{Console, Machine};
use super::doubts::{PinnedFiles, named};
use super::exit::Exit;
use super::files;
use super::kept_files::KeptFiles;
use super::meant;
use super::remade::Remade;
use crate::case::{AsOf, text};
use crate::exchange::kept_report::basis::{ToldBasis, ToldFiles};
use crate::exchange::kept_report::difference::{Against, DiffersAt, FirstDifference};
use crate::exchange::kept_report::{KeptReport, LARGEST, NoReport};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shown};

/// The version of this program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// So many ways are tried to take files that are the same.
const MOST_WAYS: usize = 16;

/// Holds every report against the files of a folder.
///
/// # Errors
/// The folder or a file that was named cannot be read, or nobody can be told.
pub fn run(args: &CheckArgs, folder: &Path, lang: Lang, console: &mut Console) -> anyhow::Result<Exit> {
    let kept = KeptFiles::of(folder, console.machine.disk());
    let mut kept =
        kept.map_err(|error| anyhow!("{}", text::unreadable(&folder.to_string_lossy(), &error).message(lang)))?;
    for (path, why) in kept.closed().iter().filter(|_| !args.show.quiet) {
        console.say(lang.warning().and(": ").and(shown(path.display())).and(": ").and(meant::why_not(path, why, lang)));
    }
    let pinned = PinnedFiles::of(args, &console.machine, lang)?;
    pinned.add_to(&mut kept);
    let folder = KeptFolder { folder, kept: &kept, pinned: &pinned, lang };
    let mut worst = Exit::Done;
    for report in &args.files {
        let exit = match folder.held(report, console) {
            Ok((said, doubts, exit)) => {
                console.print(&format!("{}: {said}\n", shown(report.display())))?;
                for doubt in doubts.iter().filter(|_| !args.show.quiet) {
                    console.say(lang.warning().and(": ").and(shown(report.display())).and(": ").and(doubt));
                }
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

/// What reports are held against.
struct KeptFolder<'k> {
    folder: &'k Path,
    kept: &'k KeptFiles,
    pinned: &'k PinnedFiles,
    lang: Lang,
}

impl KeptFolder<'_> {
    /// What came of one report and what is doubtful about it, or why nothing can.
    fn held(&self, report: &Path, console: &mut Console) -> anyhow::Result<(Clean, Vec<Clean>, Exit)> {
        let lang = self.lang;
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
        if basis.is_of_many && self.pinned.has_reviews() {
            bail!("{}", lang.against_reviews_of_many());
        }
        match self.pinned.gainsay(&basis, lang) {
            Some(said) => Ok((said, Vec::new(), Exit::FallsShort)),
            None => self.made_again(&report, &basis, &console.machine),
        }
    }

    /// Makes it again, of files that are the same in every way, until it is what they give.
    fn made_again(
        &self,
        report: &KeptReport,
        basis: &ToldBasis,
        machine: &Machine,
    ) -> anyhow::Result<(Clean, Vec<Clean>, Exit)> {
        let (lang, mut nearest, mut why, mut ways) = (self.lang, None, None, 1);
        for turn in 0..MOST_WAYS {
            if turn >= ways {
                break;
            }
            let remade = Remade::new(basis, self.folder, self.kept, (lang, machine), turn)?;
            ways = remade.ways().min(MOST_WAYS);
            for document in remade.documents(machine) {
                let document = match document {
                    Ok(document) => document,
                    Err(error) => {
                        why.get_or_insert(error);
                        continue;
                    }
                };
                let made = KeptReport::of(document).map_err(|what| refused(what, lang))?;
                let how = match report.against(&made) {
                    Against::Same => lang.byte_for_byte(),
                    Against::SameParts => lang.part_by_part(),
                    other => {
                        if is_nearer(&other, nearest.as_ref().map(|(known, _)| known)) {
                            nearest = Some((other, self.other_lists(basis, &made)));
                        }
                        continue;
                    }
                };
                let doubts = self.pinned.doubts(&remade, basis, self.kept, lang);
                return Ok((self.same(how, &remade), doubts, Exit::Done));
            }
        }
        let said = match (&nearest, why) {
            (None, Some(why)) => return Err(why),
            (Some((Against::Differs(difference), _)), _) => differs(difference, lang),
            _ => lang.against_line_ends(),
        };
        let others = nearest.map(|(_, others)| others).filter(|others| !others.is_empty());
        let said = others.into_iter().fold(said, |said, others| said.and(" ").and(lang.against_other_lists(others)));
        let said = if ways > 1 { said.and(" ").and(lang.against_several(ways)) } else { said };
        Ok((said, Vec::new(), Exit::FallsShort))
    }

    /// The lists of files of an overview that are others here.
    fn other_lists(&self, told: &ToldBasis, made: &KeptReport) -> Clean {
        let lang = self.lang;
        let made = made.basis().filter(|made| told.is_of_many && made.is_of_many).unwrap_or_else(|| told.clone());
        let [told, made] = [told, &made].map(|basis| (basis.vendors.first().cloned(), basis.before.clone()));
        let of = |files: &Option<ToldFiles>| {
            files.as_ref().map(|files| (files.answers.clone(), files.review.clone())).unwrap_or_default()
        };
        let [(now, before), (now_here, before_here)] = [told, made].map(|(now, before)| (of(&now), of(&before)));
        let names = [
            (now.0 != now_here.0).then(|| lang.answers_file()),
            (now.1 != now_here.1).then(|| lang.review_file()),
            (before.0 != before_here.0).then(|| lang.overview_answers_before()),
            (before.1 != before_here.1).then(|| lang.overview_reviews_before()),
        ];
        Clean::joined(names.into_iter().flatten().map(|name| name.within_sentence()), ", ")
    }

    fn same(&self, how: Clean, remade: &Remade<'_>) -> Clean {
        let (lang, vendors) = (self.lang, Clean::joined(remade.vendors(), ", "));
        let files = named(remade, self.kept, lang);
        if !remade.folders().is_empty() {
            return match remade.as_of() {
                Some(AsOf::Day(day)) => lang.against_same_many(how, day, files),
                _ => lang.against_same_many_each_day(how, files),
            };
        }
        match remade.as_of() {
            Some(AsOf::Day(day)) => lang.against_same(how, vendors, day, files),
            _ => lang.against_same_each_day(how, vendors, files),
        }
    }
}

/// Whether something differs less.
fn is_nearer(other: &Against, known: Option<&Against>) -> bool {
    let count = |of: &Against| match of {
        Against::Differs(difference) => difference.differing,
        Against::Same | Against::SameParts | Against::LineEnds => 0,
    };
    known.is_none_or(|known| count(known) > count(other))
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
        NoReport::Unnamed => lang.unnamed_have_no_basis(),
        NoReport::Dues => lang.a_list_of_dues_has_no_basis(),
        NoReport::Screen => lang.a_screen_has_no_basis(),
        NoReport::Ours => lang.is_read_for_judgements(),
        NoReport::Other => lang.is_no_report(),
    };
    anyhow!("{said}")
}

fn differs(difference: &FirstDifference, lang: Lang) -> Clean {
    let FirstDifference { place, says, gives, differing } = difference;
    let at = match place {
        DiffersAt::Line(line) => lang.the_line(line),
        DiffersAt::Paragraph(number) => lang.the_paragraph(number),
        DiffersAt::Key(key) => key.clone(),
        DiffersAt::UnseenLine(line) => return lang.against_unseen(lang.the_line(line)),
        DiffersAt::UnseenPart(part) => return lang.against_unseen(part),
        DiffersAt::PartsOrder => return lang.against_unseen(lang.order_of_parts()),
        DiffersAt::BesideParts => return lang.against_unseen(lang.beside_its_parts()),
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
