//! How the hints of the rooms below are said on a command line: what to type.

use crate::words::clean::shell_word;
use crate::words::phrases::phrases;
use crate::words::{Clean, Guide, Hint, Lang};

phrases! {
    find_questionnaire() {
        "`duly questionnaires` lists them, --questionnaire names a file",
        "`duly questionnaires` visar dem, --questionnaire anger en fil"
    }
    leave_questionnaire_out() { "leave --questionnaire out", "utelämna --questionnaire" }
    form_that_came_back() {
        "a form of ours that came back is taken in by `duly import`",
        "ett formulär från oss som kommit tillbaka tas in med `duly import`"
    }
    hold_against() { "`duly check REPORT --against FOLDER`", "`duly check RAPPORT --against MAPP`" }
    formats_of_others() {
        "CAIQ, HECVAT and other tables: `duly import --help`",
        "CAIQ, HECVAT och andra tabeller: `duly import --help`"
    }
    name_answered() {
        "--questionnaire q.yaml; before that `duly import FILE --as questionnaire -o q.yaml`",
        "--questionnaire q.yaml; dessförinnan `duly import FIL --as questionnaire -o q.yaml`"
    }
    carry_over() {
        "`duly new --renew` carries the answers over to the newest version",
        "`duly new --renew` för över svaren till den nyaste versionen"
    }
    name_of_ours() { "ours.yaml", "vart.yaml" }
    name_of_full_form() { "full.xlsx", "fullt.xlsx" }
    exit_code_one() {
        "`duly assess` and `duly export` then end with exit code 1",
        "`duly assess` och `duly export` slutar då med kod 1"
    }
}

/// The command line as a guide.
#[derive(Clone, Debug, Default)]
pub struct CommandLine {
    /// The file that is judged and the options, as they would be typed again; `None` where nothing is judged.
    pub typed: Option<Clean>,
}

impl Guide for CommandLine {
    fn how(&self, hint: &Hint, lang: Lang) -> Option<String> {
        Some(match hint {
            Hint::FindQuestionnaire => lang.find_questionnaire().into(),
            Hint::NameQuestionnaire => "--questionnaire".to_owned(),
            Hint::NameNoQuestionnaire => lang.leave_questionnaire_out().into(),
            Hint::NameReview => "--review".to_owned(),
            Hint::NameReviewOrNone => "--review, --no-review".to_owned(),
            Hint::NamePolicy => "--policy, DULY_POLICY".to_owned(),
            Hint::NameDay => "--as-of".to_owned(),
            Hint::JudgeOnOwnDays => "--as-of answered".to_owned(),
            Hint::CheckTogether { answers, review } => {
                format!("`duly check {} {}`", shell_word(answers), shell_word(review))
            }
            Hint::ImportForm => lang.form_that_came_back().into(),
            Hint::HoldAgainst => lang.hold_against().into(),
            Hint::MapColumns { sheet, columns } => {
                let sheet = sheet.as_ref().map(|name| format!("--sheet {} ", shell_word(name))).unwrap_or_default();
                let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, ',' | '=');
                let columns = if columns.chars().all(is_plain) { columns.clone() } else { shell_word(columns).into() };
                format!("{sheet}--columns {columns}")
            }
            Hint::NameColumns => "--columns, --mapping".to_owned(),
            Hint::NameSheet => "--sheet".to_owned(),
            Hint::NameValues => "--values".to_owned(),
            Hint::ImportOthers => lang.formats_of_others().into(),
            Hint::NameFormat => "--source, --columns, --mapping".to_owned(),
            Hint::NameAnswered => lang.name_answered().into(),
            Hint::NameVendor => "--vendor".to_owned(),
            Hint::NameSource => "--source".to_owned(),
            Hint::TakeInQuestions => "--as questionnaire".to_owned(),
            Hint::SeeAll => "--all".to_owned(),
            Hint::SeeInFull => format!("duly assess {} --all", self.typed.as_ref()?),
            Hint::ExplainPoints => format!("duly explain {}", self.typed.as_ref()?),
            Hint::ExplainQuestion { id } => format!("duly explain {} {id}", self.typed.as_ref()?),
            Hint::ExplainWay { to } => format!("duly explain {} --to {to}", self.typed.as_ref()?),
            Hint::ShowQuestionnaire { id } => format!("duly questionnaires {id}"),
            Hint::RenewAnswers => lang.carry_over().into(),
            Hint::AdaptQuestionnaire { id } => format!("duly new questionnaire --from {id} -o {}", lang.name_of_ours()),
            Hint::AskInFull { answers } if answers == "-" => return None, // what came in cannot be read again
            Hint::AskInFull { answers } => {
                format!("`duly new --from {} -o {}`", shell_word(answers), lang.name_of_full_form())
            }
            Hint::CheckPolicy => "`duly check duly.toml`".to_owned(),
            Hint::ShowPolicy => "`duly policy`".to_owned(),
            Hint::NameLanguage => "--lang".to_owned(),
            Hint::ListPapers => "--proof".to_owned(),
            Hint::NoticeShortfall => lang.exit_code_one().into(),
        })
    }
}
