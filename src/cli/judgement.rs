//! What every command shares that judges a vendor: load, judge, talk about problems, and the exit code.

use std::path::Path;

use super::args::JudgeArgs;
use super::console::Console;
use super::exit::Exit;
use super::inputs::{self, Inputs};
use super::problems;
use super::setting::Setting;
use crate::assessment::gate::{self, Failed};
use crate::assessment::{Assessment, advice, assess};
use crate::policy::model::Gate;
use crate::report::naming::failed_rule;
use crate::words::Lang;

/// A judgement, ready to be shown.
#[derive(Debug)]
pub struct Judgement<'i> {
    /// What was judged, and where it came from.
    pub inputs: &'i Inputs,
    /// What came out.
    pub assessment: Assessment<'i>,
    /// The rules that are not met.
    pub failed: Vec<Failed>,
    /// How it is shown.
    pub setting: Setting,
    /// In which language.
    pub lang: Lang,
}

/// Judges a vendor and shows the result; talks about problems behind it, and names the rules that are not met.
pub fn judge(
    file: &Path,
    args: &JudgeArgs,
    console: &mut Console,
    show: impl FnOnce(&Judgement<'_>, &mut Console) -> anyhow::Result<()>,
) -> anyhow::Result<Exit> {
    let loaded = inputs::load(file, &args.inputs, &args.show, console);
    let (setting, mut notes) = (loaded.setting, loaded.notes);
    let typed = args.typed(file);
    let Some(inputs) = &loaded.inputs else {
        problems::report(&notes, &typed, &setting, setting.lang(), console);
        return Ok(Exit::Unusable);
    };
    let lang = setting.lang_of(&inputs.questionnaire.languages);
    let assessment = assess(inputs.subject());
    advice::advise(&assessment, &mut notes);
    let gate = inputs.policy.gate;
    let failed = gate::failed(&assessment, &Gate { rating: args.fail_on.into_iter().chain(gate.rating).min(), ..gate });
    let judgement = Judgement { inputs, assessment, failed, setting, lang };
    show(&judgement, console)?;
    problems::report(&notes, &typed, &setting, lang, console);
    Ok(exit(file, &judgement.failed, lang, console))
}

fn exit(file: &Path, failed: &[Failed], lang: Lang, console: &mut Console) -> Exit {
    if failed.is_empty() {
        return Exit::Done;
    }
    let rules: Vec<String> = failed.iter().map(|rule| failed_rule(*rule, lang)).collect();
    console.talk(&format!("{}\n", lang.gate_failed(file.display(), rules.join("; "))));
    Exit::FallsShort
}
