//! `duly import --draft-for`: a form to send, with what the vendor has said elsewhere beside its questions.

use std::path::Path;

use anyhow::bail;

use super::args::{ImportArgs, NewAnswersArgs};
use super::console::Console;
use super::exit::Exit;
use super::new_answers;
use super::problems;
use super::setting::Setting;
use crate::case::text;
use crate::exchange::arrived::LARGEST_FILE;
use crate::exchange::draft_for::{Elsewhere, said_in};
use crate::exchange::ledger::Ledger;
use crate::exchange::spreadsheet;
use crate::source::{Diagnostics, Source};
use crate::words::problem::Problem;

/// Runs the command, for a form of a questionnaire.
pub fn run(args: &ImportArgs, questionnaire: &str, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let [file] = &args.files[..] else { bail!("{}", lang.one_file_for_a_draft()) };
    let elsewhere = match read(file, console) {
        Ok(elsewhere) => elsewhere,
        Err(problem) => {
            let mut notes = Diagnostics::default();
            notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
            console.talk(&problems::text(&notes, lang, &setting));
            return Ok(Exit::Unusable);
        }
    };
    let form = NewAnswersArgs {
        vendor: args.vendor.clone(),
        from: None,
        renew: None,
        renewed_as: None,
        part: Vec::new(),
        screening: false,
        both_languages: false,
        questionnaire: Some(questionnaire.to_owned()),
        output: args.output.clone(),
        inherent: args.inherent.clone(),
        reviewer: args.reviewer.clone(),
        policy: args.policy.clone(),
        plain: false,
        force: args.force,
        show: args.show.clone(),
    };
    new_answers::make(&form, Some(elsewhere), console)
}

/// What a file says of controls.
fn read(file: &Path, console: &Console) -> Result<Elsewhere, Problem> {
    let bytes = text::bytes(&console.machine.disk(), (file, file), LARGEST_FILE)?;
    let workbook = spreadsheet::read::read(file, &bytes)?;
    let mut ledger = Ledger::default();
    let said = said_in(&workbook, &mut ledger)?;
    Ok(Elsewhere { said, ledger })
}
