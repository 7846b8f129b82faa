//! `duly assess`: the report on the screen; of several vendors a table.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::AssessArgs;
use super::batch::UnjudgedTold;
use super::console::Console;
use super::exit::Exit;
use super::files::{May, Writing};
use super::judgement::{JudgedCase, Tells, judge};
use super::load;
use super::meant::{self, Meant};
use super::setting::Setting;
use super::words::CommandLine;
use super::{files, overview};
use crate::portfolio::falls_due::FallsDue;
use crate::portfolio::overview::Overview;
use crate::report::overview_of_many;
use crate::report::screen::{self, View};
use crate::report::story::Story;
use crate::report::vendor_rows::{self, VendorRow, VendorRows};
use crate::report::vendors::VendorTable;
use crate::words::clean::{Clean, Trusted, visible};

/// Of fewer vendors the table alone says it all, unless they are held against last year's.
const ENOUGH: usize = 5;

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let files = meant::without_reviews(&args.files, &console.machine);
    match &files[..] {
        [_] if args.before.is_some() && !meant::is_many(&files, &console.machine) => {
            bail!("{}", Setting::new(&args.judge.show, None, &console.machine).lang().before_of_several())
        }
        [file] if !meant::is_many(&files, &console.machine) => one(file, args, console),
        files => several(files, args, console),
    }
}

fn one(file: &Path, args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let opened = load::load(file, &args.judge.inputs, &args.judge.show, console);
    judge(opened, (file, &args.judge), Tells::WhoseReview, console, |judgement, console| {
        let guide = CommandLine { typed: Some(args.judge.inputs.typed(file, args.judge.show.lang.as_ref())) };
        let report = screen::render(&judgement.assessment, &view(&guide, args, judgement));
        files::write(&report, None, May::Replace, judgement.lang, console)
    })
}

fn view<'v>(guide: &'v CommandLine, args: &AssessArgs, judgement: &JudgedCase<'_>) -> View<'v> {
    View {
        lang: judgement.lang,
        width: judgement.setting.width,
        colour: judgement.setting.colour,
        all: args.all,
        guide,
        origins: judgement.case.origins(),
    }
}

fn several(named: &[PathBuf], args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let files = meant::expanded(named, &args.judge, &console.machine)?;
    let mut rows = VendorRows::new(if args.all { usize::MAX } else { vendor_rows::SHOWN });
    let row = |path: &Path, judgement: &JudgedCase<'_>| {
        let story = Story::new(&judgement.assessment, judgement.lang);
        VendorRow::new(&story, &judgement.case.origins(), &path.to_string_lossy())
    };
    let before = args.before.as_deref().map(|folder| (folder, visible(&folder.to_string_lossy())));
    let summed_up = overview::sum_up(&files, before, &args.judge, console, row, |row| rows.add(row))?;
    let none = FallsDue::default();
    let due = summed_up.overview.as_ref().map_or(&none, |overview| &overview.due);
    let (batch, list) = (summed_up.batch, rows.finish(due));
    if let Some(worst) = list.rows.first.first() {
        let width = batch.setting.width;
        let see = batch.lang.see_one("duly assess ".and(typed(worst, &files, args)));
        let mut writing = Writing::begin(None, May::Replace, batch.lang, &console.machine)?;
        let is_told = |overview: &Overview| overview.since.is_some() || overview.judged() >= ENOUGH;
        if let Some(overview) = summed_up.overview.as_ref().filter(|overview| is_told(overview)) {
            let screen = overview_of_many::screen::render(overview, batch.lang, width, batch.setting.colour);
            writing.put(&format!("{screen}\n"), console)?;
        }
        let table = VendorTable::new(&list, width, batch.lang);
        let guide = CommandLine::default();
        table.pieces(batch.unjudged, &guide).try_for_each(|piece| writing.put(&piece, console))?;
        writing.put(&format!("{see}\n"), console)?;
        writing.finish(&console.machine)?;
    }
    let counted = if list.rows.all == 0 { UnjudgedTold::Nowhere } else { UnjudgedTold::InTable };
    Ok(batch.finish(counted, console).max(summed_up.before))
}

/// A vendor's file and the options, as they would be typed to see it in full.
fn typed(row: &VendorRow, files: &[Meant], args: &AssessArgs) -> Clean {
    let file = Path::new(&row.file);
    let at = files.iter().position(|meant| meant.path == file).unwrap_or(files.len());
    args.judge.inputs.of_file(at).typed(file, args.judge.show.lang.as_ref())
}
