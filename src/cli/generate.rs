//! `duly generate`: completions, manual pages and JSON Schemas, for shells, `man` and editors.

use std::path::Path;

use anyhow::bail;

use super::args::{self, GenerateArgs, GenerateCommand, SchemaOf, ShowArgs};
use super::console::Console;
use super::exit::{self, Exit};
use super::files::{self, May};
use super::setting::Setting;
use super::{completions, man};
use crate::exchange::foreign::table::read as mapping;
use crate::exchange::record;
use crate::words::clean::{shown, visible};
use crate::words::{Broken, Lang};
use crate::{answers, policy, questionnaire, report, review};

/// Runs the command.
pub fn run(args: &GenerateArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&ShowArgs::default(), None, &console.machine).lang();
    let text = match &args.what {
        GenerateCommand::Completions { shell } => completions::script(*shell, args::command()),
        GenerateCommand::Man { command, output: None, .. } => page(&command.join(" "), lang)?,
        GenerateCommand::Schema { of } => schema(*of).map_err(exit::broken(lang))?,
        GenerateCommand::Man { output: Some(folder), force, .. } => {
            pages(folder, May::replace(*force), lang, console)?;
            return Ok(Exit::Done);
        }
    };
    files::write(&text, None, May::Replace, lang, console)?;
    Ok(Exit::Done)
}

/// Writes every manual page into a folder.
fn pages(folder: &Path, may: May, lang: Lang, console: &mut Console) -> anyhow::Result<()> {
    let pages = man::pages(args::command())?;
    files::make_folders(&folder.join("page"), lang, console)?;
    for page in &pages {
        files::may_write(Some(&folder.join(&page.file)), may, lang, &console.machine)?;
    }
    for page in &pages {
        files::write(&page.text, Some(&folder.join(&page.file)), may, lang, console)?;
    }
    console.say(lang.written(shown(folder.display())));
    Ok(())
}

/// The manual page of a command; of `duly` itself for none.
fn page(path: &str, lang: Lang) -> anyhow::Result<String> {
    let pages = man::pages(args::command())?;
    if let Some(page) = pages.iter().find(|page| page.path == path) {
        return Ok(page.text.clone());
    }
    let known: Vec<&str> = pages.iter().map(|page| page.path.as_str()).filter(|path| !path.is_empty()).collect();
    bail!("{}", lang.no_command(visible(path), visible(&known.join(", "))))
}

/// The schema of what is read stands beside its reader; that of what is written is made of its types.
fn schema(of: SchemaOf) -> Result<String, Broken> {
    let read = match of {
        SchemaOf::Questionnaire => questionnaire::read::SCHEMA,
        SchemaOf::Answers => answers::read::SCHEMA,
        SchemaOf::Review => review::read::SCHEMA,
        SchemaOf::Policy => policy::read::SCHEMA,
        SchemaOf::Mapping => mapping::SCHEMA,
        SchemaOf::Assessment => return report::json::schema(),
        SchemaOf::Comparison => return report::json::comparison::schema(),
        SchemaOf::Due => return report::json::due::schema(),
        SchemaOf::Overview => return report::json::overview::schema(),
        SchemaOf::StreamIn => record::SCHEMA,
        SchemaOf::StreamOut => return report::json::stream::schema(),
    };
    Ok(read.to_owned())
}
