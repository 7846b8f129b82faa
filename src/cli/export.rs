//! `duly export`: the result as a document.

use std::path::Path;

use anyhow::bail;

use super::args::{ExportArgs, ExportFormat};
use super::console::Console;
use super::exit::Exit;
use super::{assess, files, inputs, problems};
use crate::assessment::{advice, assess as judge};
use crate::report::json;

/// Runs the command.
pub fn run(args: &ExportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let ExportFormat::Json = format(args)?;
    let loaded = inputs::load(&args.file, &args.inputs, &args.show, console);
    let file = args.file.display().to_string();
    let mut notes = loaded.notes;
    let Some(inputs) = &loaded.inputs else {
        problems::report(&notes, &file, &loaded.setting, loaded.setting.lang(), console);
        return Ok(Exit::Unusable);
    };
    let lang = loaded.setting.lang_of(&inputs.questionnaire.languages);
    let assessment = judge(inputs.subject());
    advice::advise(&assessment, &mut notes);
    problems::report(&notes, &file, &loaded.setting, lang, console);
    let failed = assess::failed(&assessment, args.fail_on);
    files::write(&json::render(&assessment, &failed), args.output.as_deref(), console)?;
    Ok(assess::exit(&failed, lang, console))
}

/// The format that was asked for, or that the ending of the output names.
fn format(args: &ExportArgs) -> anyhow::Result<ExportFormat> {
    let ending = args.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    match (args.format, ending) {
        (Some(format), _) => Ok(format),
        (None, None | Some("json")) => Ok(ExportFormat::Json),
        (None, Some(ending)) => {
            bail!("`.{ending}` names no format that can be written; use -f json or name a .json file")
        }
    }
}
