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
use super::{batch, files};
use crate::report::screen::{self, View};
use crate::report::story::Story;
use crate::report::vendors::{self, VendorRow, VendorTable};
use crate::words::clean::{Clean, Trusted};

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let files = meant::without_reviews(&args.files, &console.machine);
    match &files[..] {
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
    if args.all {
        bail!("{}", Setting::new(&args.judge.show, None, &console.machine).lang().one_vendor_in_full());
    }
    let files = meant::expanded(named, &args.judge, &console.machine)?;
    let mut rows = Vec::new();
    let row = |path: &Path, judgement: &JudgedCase<'_>, _| {
        let story = Story::new(&judgement.assessment, judgement.lang);
        Ok(VendorRow::new(&story, &judgement.case.origins(), &path.to_string_lossy()))
    };
    let batch = batch::judge(&files, &args.judge, console, row, |_, row, _, _| {
        rows.push(row);
        Ok(())
    })?;
    vendors::sort(&mut rows);
    if let Some(worst) = rows.first() {
        let see = batch.lang.see_one("duly assess ".and(typed(worst, &files, args)));
        let mut writing = Writing::begin(None, May::Replace, batch.lang, &console.machine)?;
        let table = VendorTable::new(&rows, batch.setting.width, batch.lang);
        table.pieces(batch.unjudged).try_for_each(|piece| writing.put(&piece, console))?;
        writing.put(&format!("{see}\n"), console)?;
        writing.finish(&console.machine)?;
    }
    let counted = if rows.is_empty() { UnjudgedTold::Nowhere } else { UnjudgedTold::InTable };
    Ok(batch.finish(counted, console))
}

/// A vendor's file and the options, as they would be typed to see it in full.
fn typed(row: &VendorRow, files: &[Meant], args: &AssessArgs) -> Clean {
    let file = Path::new(&row.file);
    let at = files.iter().position(|meant| meant.path == file).unwrap_or(files.len());
    args.judge.inputs.of_file(at).typed(file, args.judge.show.lang.as_ref())
}
