//! `duly assess`: the report on the screen.

use std::path::Path;

use super::args::AssessArgs;
use super::console::Console;
use super::exit::Exit;
use super::inputs::ReviewOrigin;
use super::judgement::{Judgement, judge};
use crate::report::screen::{self, View};

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
    judge(&args.judge, console, |judgement, console| {
        Ok(console.print(&screen::render(&judgement.assessment, &view(args, judgement)))?)
    })
}

fn view(args: &AssessArgs, judgement: &Judgement<'_>) -> View {
    let Judgement { inputs, setting, lang, .. } = judgement;
    let review = inputs.review.as_ref();
    View {
        lang: *lang,
        width: setting.width,
        colour: setting.colour,
        all: args.all,
        arguments: args.judge.typed(),
        found_policy: inputs.policy.source.as_ref().filter(|_| inputs.found_policy).map(|source| source.name.clone()),
        review: review.map(|(review, origin)| (file_name(&review.source.name), *origin == ReviewOrigin::BesideAnswers)),
        vendors_own_questionnaire: inputs.vendors_own_questionnaire,
    }
}

/// The last part of a path.
fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path).to_owned()
}
