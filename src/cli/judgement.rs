//! What every command shares that judges a vendor: load, judge, talk about problems, and the exit code.

use std::path::Path;

use super::args::{InputArgs, JudgeArgs, ShowArgs};
use super::console::Console;
use super::exit::{self, Exit};
use super::load::Opened;
use super::setting::Setting;
use super::words::CommandLine;
use super::{load, problems};
use crate::assessment::gate::{FailedRule, GateOutcome};
use crate::assessment::{Assessment, advice, assess};
use crate::case::Case;
use crate::policy::model::Gate;
use crate::report::judgement::gate_outcome;
use crate::report::naming::failed_rule;
use crate::source::Date;
use crate::words::clean::shown;
use crate::words::hint::{self, Hint};
use crate::words::{Broken, Clean, Lang};

/// A judgement, ready to be shown.
#[derive(Debug)]
pub struct JudgedCase<'i> {
    /// What was judged, and where it came from.
    pub case: &'i Case,
    /// What came out.
    pub assessment: Assessment<'i>,
    /// What came of the rules that must hold.
    pub gate: GateOutcome,
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
    pub fn new(case: &'i Case, setting: Setting) -> Result<Self, Broken> {
        let lang = setting.lang_of(&case.questionnaire.languages);
        let assessment = assess(case.subject())?;
        let gate = GateOutcome { as_of: case.gate_day, failed: Vec::new() };
        Ok(JudgedCase { case, assessment, gate, setting, lang })
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

/// Judges a vendor whose files have been loaded, and shows the result; talks about problems behind it, and names the
/// rules that are not met.
pub fn judge(
    opened: Opened,
    (file, args): (&Path, &JudgeArgs),
    tells: Tells,
    console: &mut Console,
    show: impl FnOnce(&JudgedCase<'_>, &mut Console) -> anyhow::Result<()>,
) -> anyhow::Result<Exit> {
    look_at(opened, (file, &args.inputs, &args.show), tells, console, |mut judgement, console| {
        judgement.gate = gate(&judgement, args)?;
        show(&judgement, console)?;
        Ok((Shortfall::of(&judgement), judgement.lang))
    })
    .map(|judged| judged.map_or(Exit::Unusable, |(shortfall, lang)| exit(file, shortfall.as_ref(), lang, console)))
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
    look_at(opened, (file, inputs, show), tells, console, then)
}

fn look_at<T>(
    opened: Opened,
    (file, inputs, show): (&Path, &InputArgs, &ShowArgs),
    tells: Tells,
    console: &mut Console,
    then: impl FnOnce(JudgedCase<'_>, &mut Console) -> anyhow::Result<T>,
) -> anyhow::Result<Option<T>> {
    let (setting, mut notes) = (opened.setting, opened.notes);
    let typed = inputs.typed(file, show.lang.as_ref());
    let Some(case) = &opened.case else {
        problems::report(&notes, &typed, &setting, setting.lang(), console);
        return Ok(None);
    };
    let judgement = JudgedCase::new(case, setting).map_err(exit::broken(setting.lang()))?;
    let lang = judgement.lang;
    advice::advise(&judgement.assessment, &mut notes);
    let shown = then(judgement, console)?;
    let told = usize::from(tells == Tells::WhoseReview && case.origins().unnamed_review);
    problems::warnings(&notes, told, &typed, (&setting, lang), console);
    Ok(Some(shown))
}

/// What came of the rules of the policy and the command line.
///
/// # Errors
/// A mistake of the program.
pub fn gate(judgement: &JudgedCase<'_>, args: &JudgeArgs) -> anyhow::Result<GateOutcome> {
    let gate = judgement.case.policy.gate;
    let gate = Gate { rating: args.fail_on.into_iter().chain(gate.rating).min(), ..gate };
    gate_outcome(judgement.case, &judgement.assessment, &gate).map_err(exit::broken(judgement.lang))
}

/// So many of the files that fall short together are named.
const NAMED_TOGETHER: usize = 3;

/// The rules that a file does not meet, and the day that counted for them where it is another one than the result's.
#[derive(Debug, PartialEq, Eq)]
pub struct Shortfall {
    rules: Vec<FailedRule>,
    on: Option<Date>,
}

impl Shortfall {
    /// The shortfall of a judgement, if it is one.
    pub fn of(judgement: &JudgedCase<'_>) -> Option<Shortfall> {
        let GateOutcome { as_of, failed } = &judgement.gate;
        let on = Some(*as_of).filter(|day| *day != judgement.case.as_of);
        (!failed.is_empty()).then(|| Shortfall { rules: failed.clone(), on })
    }

    /// The rules, and how the files are named that it was judged by.
    fn in_words(&self, lang: Lang) -> Clean {
        let named = |rule: &FailedRule| {
            let hint = match rule {
                FailedRule::UnnamedPolicy => Hint::NamePolicy,
                FailedRule::UnnamedReview => Hint::NameReview,
                FailedRule::UnnamedQuestionnaire => Hint::NameQuestionnaire,
                _ => return failed_rule(*rule, lang),
            };
            hint::behind(&failed_rule(*rule, lang), hint.told(&CommandLine::default(), lang))
        };
        Clean::joined(self.rules.iter().map(named), "; ")
    }

    /// Names several files that do not meet the same rules, on one line.
    pub fn tell_together(&self, files: &[&Path], lang: Lang, console: &mut Console) -> Exit {
        let first = files.iter().take(NAMED_TOGETHER).map(|file| shown(file.display()));
        let left = files.len().saturating_sub(NAMED_TOGETHER);
        let named = Clean::joined(first.chain((left > 0).then(|| lang.and_more(left))), ", ");
        let (count, rules) = (files.len(), self.in_words(lang));
        console.say(match self.on {
            Some(day) => lang.gate_failed_together_on(count, named, day, rules),
            None => lang.gate_failed_together(count, named, rules),
        });
        Exit::FallsShort
    }
}

/// Names the rules that a file does not meet.
pub fn exit(file: &Path, shortfall: Option<&Shortfall>, lang: Lang, console: &mut Console) -> Exit {
    let Some(shortfall) = shortfall else { return Exit::Done };
    let (file, rules) = (shown(file.display()), shortfall.in_words(lang));
    console.say(match shortfall.on {
        Some(day) => lang.gate_failed_on(file, day, rules),
        None => lang.gate_failed(file, rules),
    });
    Exit::FallsShort
}
