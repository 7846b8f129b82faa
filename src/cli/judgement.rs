//! What every command shares that judges a vendor: load, judge, talk about problems, and the exit code.

use std::path::Path;

use super::args::{InputArgs, JudgeArgs, ShowArgs};
use super::console::Console;
use super::exit::{self, Exit};
use super::setting::Setting;
use super::{load, problems};
use crate::assessment::gate::{self, FailedRule};
use crate::assessment::{Assessment, advice, assess};
use crate::case::Case;
use crate::policy::model::Gate;
use crate::report::naming::failed_rule;
use crate::words::Clean;
use crate::words::Lang;
use crate::words::clean::shown;

/// A judgement, ready to be shown.
#[derive(Debug)]
pub struct JudgedCase<'i> {
    /// What was judged, and where it came from.
    pub case: &'i Case,
    /// What came out.
    pub assessment: Assessment<'i>,
    /// The rules that are not met.
    pub failed: Vec<FailedRule>,
    /// How it is shown.
    pub setting: Setting,
    /// In which language.
    pub lang: Lang,
}

impl<'i> JudgedCase<'i> {
    /// Judges by no rules.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn new(case: &'i Case, setting: Setting) -> anyhow::Result<Self> {
        let lang = setting.lang_of(&case.questionnaire.languages);
        let assessment = assess(case.subject()).map_err(exit::broken(lang))?;
        Ok(JudgedCase { case, assessment, failed: Vec::new(), setting, lang })
    }
}

/// What the result tells of where the files came from: what it tells is not talked about once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// That our review lay beside the answers.
    WhoseReview,
    /// Nothing that somebody who only looks at it would see.
    Nothing,
}

/// Judges a vendor and shows the result; talks about problems behind it, and names the rules that are not met.
pub fn judge(
    file: &Path,
    args: &JudgeArgs,
    tells: Tells,
    console: &mut Console,
    show: impl FnOnce(&JudgedCase<'_>, &mut Console) -> anyhow::Result<()>,
) -> anyhow::Result<Exit> {
    look(file, (&args.inputs, &args.show), tells, console, |mut judgement, console| {
        judgement.failed = failed(&judgement, args);
        show(&judgement, console)?;
        Ok((judgement.failed, judgement.lang))
    })
    .map(|judged| judged.map_or(Exit::Unusable, |(failed, lang)| exit(file, &failed, lang, console)))
}

/// Judges a vendor by no rules and shows the result; talks about problems behind it. `None` if it cannot be judged.
pub fn look<T>(
    file: &Path,
    (inputs, show): (&InputArgs, &ShowArgs),
    tells: Tells,
    console: &mut Console,
    then: impl FnOnce(JudgedCase<'_>, &mut Console) -> anyhow::Result<T>,
) -> anyhow::Result<Option<T>> {
    let opened = load::load(file, inputs, show, console);
    let (setting, mut notes) = (opened.setting, opened.notes);
    let typed = inputs.typed(file, show.lang);
    let Some(case) = &opened.case else {
        problems::report(&notes, &typed, &setting, setting.lang(), console);
        return Ok(None);
    };
    let judgement = JudgedCase::new(case, setting)?;
    let lang = judgement.lang;
    advice::advise(&judgement.assessment, &mut notes);
    let shown = then(judgement, console)?;
    let told = usize::from(tells == Tells::WhoseReview && case.origins().review_beside_answers);
    problems::warnings(&notes, told, &typed, (&setting, lang), console);
    Ok(Some(shown))
}

/// The rules of the policy and the command line that are not met.
pub fn failed(judgement: &JudgedCase<'_>, args: &JudgeArgs) -> Vec<FailedRule> {
    let gate = judgement.case.policy.gate;
    let gate = Gate { rating: args.fail_on.into_iter().chain(gate.rating).min(), ..gate };
    gate::failed(&judgement.assessment, &gate)
}

/// Names the rules that a file does not meet.
pub fn exit(file: &Path, failed: &[FailedRule], lang: Lang, console: &mut Console) -> Exit {
    if failed.is_empty() {
        return Exit::Done;
    }
    let rules = Clean::joined(failed.iter().map(|rule| failed_rule(*rule, lang)), "; ");
    console.say(lang.gate_failed(shown(file.display()), rules));
    Exit::FallsShort
}
