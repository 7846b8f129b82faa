//! `duly assess`: the report on the screen; of several vendors a table.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::AssessArgs;
use super::console::Console;
use super::exit::Exit;
use super::judgement::{Judgement, judge};
use super::setting::Setting;
use super::{batch, files};
use crate::report::screen::{self, View};
use crate::report::vendors::{self, Row};

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    match &args.files[..] {
        [file] if !batch::is_many(&args.files, &console.machine) => one(file, args, console),
        files => several(files, args, console),
    }
}

fn one(file: &Path, args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    judge(file, &args.judge, console, |judgement, console| {
        let report = screen::render(&judgement.assessment, &view(file, args, judgement));
        files::write(&report, None, judgement.lang, console)
    })
}

fn view(file: &Path, args: &AssessArgs, judgement: &Judgement<'_>) -> View {
    View {
        lang: judgement.lang,
        width: judgement.setting.width,
        colour: judgement.setting.colour,
        all: args.all,
        arguments: args.judge.inputs.typed(file, args.judge.show.lang),
        origins: judgement.inputs.origins(),
    }
}

fn several(named: &[PathBuf], args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    if args.all {
        bail!("{}", Setting::new(&args.judge.show, None, &console.machine).lang().one_vendor_in_full());
    }
    let mut batch = batch::judge(named, &args.judge, console)?;
    vendors::sort(&mut batch.rows);
    if let Some(worst) = batch.rows.first() {
        let lang = batch.lang;
        let table = vendors::screen(&batch.rows, batch.unjudged, batch.setting.width, lang);
        let report = format!("{table}{}\n", lang.see_one(format!("duly assess {}", typed(worst, named, args))));
        files::write(&report, None, lang, console)?;
    }
    Ok(batch.finish(console))
}

/// A vendor's file and the options, as they would be typed to see it in full.
fn typed(row: &Row, named: &[PathBuf], args: &AssessArgs) -> String {
    let file = Path::new(&row.file);
    let at = named.iter().position(|path| path == file).unwrap_or(named.len());
    args.judge.inputs.of_file(at).typed(file, args.judge.show.lang)
}
