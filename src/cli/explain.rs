//! `duly explain`: where every point went, and the way to a better rating.

use anyhow::bail;

use super::args::{ExplainArgs, ExplainFormat};
use super::console::Console;
use super::ending::{self, Endings};
use super::exit::{self, Exit};
use super::files::{self, May};
use super::judgement::{JudgedCase, Tells, look};
use super::setting::Setting;
use super::words::CommandLine;
use crate::document::{html, markdown, terminal};
use crate::questionnaire::built_in;
use crate::report::explained::{self, Asked};
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::{Trusted, one_line};

/// Runs the command.
pub fn run(args: &ExplainArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let format = format(args, lang)?;
    let may = May::replace(args.force);
    files::may_write(args.output.as_deref(), may, lang, &console.machine)?;
    let shown = look(&args.file, (&args.inputs, &args.show), Tells::WhoseReview, console, |judgement, console| {
        let asked = asked(args, &judgement)?;
        let rendered = rendered(&judgement, args, asked, format)?;
        files::write(&rendered, args.output.as_deref(), may, judgement.lang, console)
    })?;
    Ok(shown.map_or(Exit::Unusable, |()| Exit::Done))
}

const ENDINGS: Endings<ExplainFormat> = &[
    (ExplainFormat::Text, &["txt"]),
    (ExplainFormat::Markdown, &["md", "markdown"]),
    (ExplainFormat::Html, &["html", "htm"]),
];

/// The format that was asked for, or that the ending of the output names.
fn format(args: &ExplainArgs, lang: Lang) -> anyhow::Result<ExplainFormat> {
    let formats = (ExplainFormat::Text, ENDINGS);
    ending::format(args.format, args.output.as_deref(), formats, lang, |ending| lang.no_such_explanation_format(ending))
}

/// What is to be explained.
fn asked(args: &ExplainArgs, judgement: &JudgedCase<'_>) -> anyhow::Result<Asked> {
    let (questionnaire, lang) = (&judgement.case.questionnaire, judgement.lang);
    match (&args.question, args.to) {
        (_, Some(target)) => Ok(Asked::Way(target)),
        (None, None) => Ok(Asked::Points),
        (Some(id), None) => match explained::find(questionnaire, id) {
            Ok(asked) => Ok(asked),
            Err(near) => {
                let problem = lang.no_such_question(one_line(id), questionnaire.reference());
                let near = near.map(|near| " ".and(lang.did_you_mean_question(one_line(near)))).unwrap_or_default();
                let list = built_in::version(&questionnaire.id, &questionnaire.version)
                    .map(|known| " ".and(lang.all_questions("duly questionnaires ".and(known.name()))));
                bail!("{problem};{near}{}", list.unwrap_or_default())
            }
        },
    }
}

fn rendered(
    judgement: &JudgedCase<'_>,
    args: &ExplainArgs,
    asked: Asked,
    format: ExplainFormat,
) -> anyhow::Result<String> {
    let story = Story::new(&judgement.assessment, judgement.lang);
    let typed = args.inputs.typed(&args.file, args.show.lang.as_ref());
    let guide = CommandLine { typed: Some(typed).filter(|_| format == ExplainFormat::Text) };
    let document =
        explained::document(&story, &judgement.case.origins(), asked, &guide).map_err(exit::broken(judgement.lang))?;
    let setting = &judgement.setting;
    Ok(match format {
        ExplainFormat::Text => terminal::render(&document, setting.width, setting.colour && args.output.is_none()),
        ExplainFormat::Markdown => markdown::render(&document),
        ExplainFormat::Html => html::render(&document).map_err(exit::broken(judgement.lang))?,
    })
}
