//! `duly new`: files to adapt.

use anyhow::bail;

use super::args::{NewArgs, NewCommand, NewQuestionnaireArgs};
use super::console::Console;
use super::exit::Exit;
use super::files;
use super::setting::Setting;
use crate::questionnaire::{built_in, names};
use crate::source::nearest::nearest;

/// Runs the command.
pub fn run(args: &NewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let NewCommand::Questionnaire(args) = &args.what;
    questionnaire(args, console)
}

fn questionnaire(args: &NewQuestionnaireArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let Some(original) = built_in::find(&args.from) else {
        let known: Vec<&str> = built_in::ALL.iter().map(|built_in| built_in.id).collect();
        let near = nearest(&args.from, known.iter().copied()).map(|id| format!("; did you mean `{id}`?"));
        bail!(
            "there is no built-in questionnaire `{}`{} Known: {}",
            args.from,
            near.unwrap_or_default(),
            known.join(", ")
        );
    };
    let id = args.id.clone().unwrap_or_else(|| format!("our-{}", original.id));
    if built_in::find(&id).is_some() || !names::is_id(&id) {
        bail!("`{id}` cannot be the id of your questionnaire: use letters, digits, - and _, and no built-in id");
    }
    let target = args.output.as_deref().filter(|path| !files::is_standard(path));
    if let Some(path) = target.filter(|path| !args.force && console.folder.join(path).exists()) {
        bail!("{} exists already; write to another file, or overwrite it with --force", path.display());
    }
    files::write(&original.as_one_file(&id), target, console)?;
    if let Some(path) = target {
        let setting = Setting::new(&args.show, None, console);
        if !setting.quiet {
            console.talk(&format!("{}\n", setting.lang().written(path.display())));
        }
    }
    Ok(Exit::Done)
}
