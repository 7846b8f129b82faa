//! `duly assess`: the report on the screen.

use super::args::AssessArgs;
use super::console::Console;
use super::exit::Exit;
use super::files;
use super::judgement::{Judgement, judge};
use crate::report::screen::{self, View};

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    judge(&args.file, &args.judge, console, |judgement, console| {
        let report = screen::render(&judgement.assessment, &view(args, judgement));
        files::write(&report, None, judgement.lang, console)
    })
}

fn view(args: &AssessArgs, judgement: &Judgement<'_>) -> View {
    View {
        lang: judgement.lang,
        width: judgement.setting.width,
        colour: judgement.setting.colour,
        all: args.all,
        arguments: args.judge.inputs.typed(&args.file, args.judge.show.lang),
        origins: judgement.inputs.origins(),
    }
}
