//! `duly diff`: vendors side by side, or two dates of one.

use anyhow::bail;

use super::args::{DiffArgs, InputArgs};
use super::console::Console;
use super::exit::Exit;
use super::files;
use super::inputs::{self, Loaded};
use super::problems;
use crate::assessment::{Assessment, advice, assess};
use crate::comparison::compare;
use crate::comparison::model::Incomparable;
use crate::report::json;
use crate::words::Lang;

/// Runs the command.
pub fn run(args: &DiffArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let loaded = load(args, console);
    let Some(setting) = loaded.first().map(|loaded| loaded.setting) else { return Ok(Exit::Unusable) };
    let mut unusable = false;
    for (loaded, file) in loaded.iter().zip(&args.files) {
        let mut notes = loaded.notes.clone();
        if let Some(inputs) = &loaded.inputs {
            advice::advise(&assess(inputs.subject()), &mut notes);
        }
        problems::report(&notes, &file.to_string_lossy(), &setting, setting.lang(), console);
        unusable |= loaded.inputs.is_none();
    }
    if unusable {
        return Ok(Exit::Unusable);
    }
    let inputs: Vec<_> = loaded.iter().filter_map(|loaded| loaded.inputs.as_ref()).collect();
    let assessments: Vec<Assessment<'_>> = inputs.iter().map(|inputs| assess(inputs.subject())).collect();
    let lang = setting.lang_of(&inputs[0].questionnaire.languages);
    let comparison = match compare(&assessments) {
        Ok(comparison) => comparison,
        Err(why) => bail!("{}", in_words(why, args, lang)),
    };
    files::write(&json::comparison::render(&comparison), args.output.as_deref(), lang, console)?;
    Ok(Exit::Done)
}

/// Loads every file with its own review.
fn load(args: &DiffArgs, console: &mut Console) -> Vec<Loaded> {
    let of_file = |at: usize| InputArgs {
        review: args.inputs.review.get(at).cloned().into_iter().collect(),
        ..args.inputs.clone()
    };
    let files = args.files.iter().enumerate();
    files.map(|(at, file)| inputs::load(file, &of_file(at), &args.show, console)).collect()
}

fn in_words(why: Incomparable, args: &DiffArgs, lang: Lang) -> String {
    let name = |at: usize| args.files[at].display();
    match why {
        Incomparable::NothingCounts(at) => lang.nothing_to_compare(name(at)),
        Incomparable::NothingInCommon(a, b) => lang.nothing_in_common(name(a), name(b)),
    }
}
