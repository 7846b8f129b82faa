//! `duly export`: the result as a document.

use std::path::Path;

use anyhow::bail;

use super::args::{ExportArgs, ExportFormat};
use super::console::Console;
use super::exit::Exit;
use super::files;
use super::judgement::judge;
use super::setting::Setting;
use crate::report::json;
use crate::words::Lang;

/// Runs the command.
pub fn run(args: &ExportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.judge.show, None, console).lang();
    let format = format(args, lang)?;
    judge(&args.judge, console, |judgement, console| {
        let document = match format {
            ExportFormat::Json => json::render(&judgement.assessment, &judgement.failed, judgement.inputs.origins()),
        };
        files::write(&document, args.output.as_deref(), judgement.lang, console)
    })
}

/// The format that was asked for, or that the ending of the output names.
fn format(args: &ExportArgs, lang: Lang) -> anyhow::Result<ExportFormat> {
    let ending = args.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    match (args.format, ending) {
        (Some(format), _) => Ok(format),
        (None, None | Some("json")) => Ok(ExportFormat::Json),
        (None, Some(ending)) => {
            bail!("{}", lang.no_such_format(ending))
        }
    }
}
