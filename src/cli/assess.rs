//! `duly assess`: the report on the screen.

use super::args::AssessArgs;
use super::console::Console;
use super::exit::Exit;
use super::inputs::{self, Inputs, ReviewOrigin};
use super::problems;
use super::setting::Setting;
use crate::assessment::gate::{self, Failed};
use crate::assessment::{Assessment, advice, assess as judge};
use crate::policy::model::Gate;
use crate::questionnaire::Level;
use crate::report::screen::{self, View};
use crate::report::story::failed_rule;
use crate::words::Lang;

/// Runs the command.
pub fn run(args: &AssessArgs, console: &mut Console) -> anyhow::Result<Exit> {
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
    let report = screen::render(&assessment, &view(args, inputs, &loaded.setting, lang));
    console.print(&report)?;
    problems::report(&notes, &file, &loaded.setting, lang, console);
    Ok(exit(&failed(&assessment, args.fail_on), lang, console))
}

fn view(args: &AssessArgs, inputs: &Inputs, setting: &Setting, lang: Lang) -> View {
    let review = inputs.review.as_ref();
    View {
        lang,
        width: setting.width,
        colour: setting.colour,
        all: args.all,
        file: args.file.display().to_string(),
        review: review.map(|(review, origin)| (file_name(&review.source.name), *origin == ReviewOrigin::BesideAnswers)),
        vendors_own_questionnaire: inputs.vendors_own_questionnaire,
    }
}

/// The last part of a path.
fn file_name(path: &str) -> String {
    let name = std::path::Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path).to_owned()
}

/// The rules that are not met: the policy's gate, and `--fail-on` in place of its rating.
pub fn failed(assessment: &Assessment<'_>, fail_on: Option<Level>) -> Vec<Failed> {
    let gate = assessment.subject.policy.gate;
    gate::failed(assessment, &Gate { rating: fail_on.or(gate.rating), ..gate })
}

/// The exit code that follows; the rules that are not met are named.
pub fn exit(failed: &[Failed], lang: Lang, console: &mut Console) -> Exit {
    if failed.is_empty() {
        return Exit::Done;
    }
    let rules: Vec<String> = failed.iter().map(|rule| failed_rule(*rule, lang)).collect();
    console.talk(&format!("{}\n", lang.gate_failed(rules.join("; "))));
    Exit::FallsShort
}
