//! The answers as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, a row per question. Swedish gets
//! semicolons and decimal commas, as Swedish Excel expects.

use std::fmt::Display;

use csv::{Terminator, WriterBuilder};

use super::naming;
use super::parts::chain;
use super::story::Story;
use crate::answers::SubProcessor;
use crate::assessment::insight;
use crate::questionnaire::ids::QuestionId;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{fixed, localized, tenths};
use crate::words::{Broken, Exact, Lang};

/// Tells a spreadsheet that the file is UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Digits after the decimal sign of shares and their parts.
const DECIMALS: u32 = 4;

/// The byte order mark and the names of the columns; with one for the vendor where a table holds several.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn head(lang: Lang, with_vendor: bool) -> Result<String, Broken> {
    let names = [
        lang.csv_id(),
        lang.category(),
        lang.question(),
        lang.answer(),
        lang.comment_of_vendor(),
        lang.what_it_is(),
        lang.csv_assurance(),
        lang.csv_share(),
        lang.counted(),
        lang.assurance_missing(),
        lang.protection_missing(),
        lang.not_known_yet(),
        lang.csv_points(),
        lang.refers_to(),
    ];
    let vendor = with_vendor.then(|| lang.vendor());
    Ok(format!("{BYTE_ORDER_MARK}{}", record(vendor.into_iter().chain(names), lang)?))
}

/// A row per question, and then one per sub-processor, in the language of the head.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn rows(story: &Story<'_, '_>, lang: Lang, with_vendor: bool) -> Result<String, Broken> {
    let vendor = with_vendor.then(|| clean::one_line(&story.assessment.subject.answers.vendor));
    let questions = story.assessment.questions.ids().map(|at| cells(story, at, lang));
    let companies = story.assessment.subject.answers.chain.iter().map(|company| of_company(company, lang));
    questions.chain(companies).map(|cells| record(vendor.iter().cloned().chain(cells), lang)).collect()
}

fn cells(story: &Story<'_, '_>, at: QuestionId, lang: Lang) -> [Clean; 14] {
    let questionnaire = story.questionnaire();
    let (question, judged) = (&questionnaire.questions[at], &story.assessment.questions[at]);
    let points = |grains: Exact| localized(fixed(&story.assessment.points(grains), DECIMALS, Rounding::Floor), lang);
    let comment = story.assessment.subject.answers.comment(at).unwrap_or_default();
    let status = match naming::status(judged.status, insight::open(story.assessment, at), lang) {
        none if none.is_empty() => lang.csv_answered(),
        status => status,
    };
    [
        question.id.clone(),
        story.say(&questionnaire.categories[question.category].title),
        story.say(&question.ask),
        story.answer(at),
        clean::one_line(comment),
        status,
        story.assurance(at),
        points(judged.parts.whole()),
        points(judged.parts.assured.clone()),
        points(judged.parts.evidence_gap.clone()),
        points(judged.parts.control_gap.clone()),
        points(judged.parts.unknown.clone()),
        localized(tenths(story.assessment.tenths(at).assured), lang),
        story.references(question).unwrap_or_default(),
    ]
}

/// A row for a company that does a part of the service: what counts is empty, since nothing of it does.
fn of_company(company: &SubProcessor, lang: Lang) -> [Clean; 14] {
    let said = |text: &Option<String>| text.as_deref().map(clean::one_line).unwrap_or_default();
    let mut cells: [Clean; 14] = Default::default();
    cells[0] = "chain".clean();
    cells[1] = lang.sub_processors();
    cells[2] = chain::in_short(company);
    cells[3] = said(&company.does);
    cells[4] = said(&company.registration);
    cells
}

/// A row of a table.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub(super) fn record(cells: impl Iterator<Item = Clean>, lang: Lang) -> Result<String, Broken> {
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Sv => b';',
    };
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells.map(|cell| String::from(guarded(cell)))).map_err(unwritten)?;
    let bytes = writer.into_inner().map_err(unwritten)?;
    String::from_utf8(bytes).map_err(unwritten)
}

fn unwritten(why: impl Display) -> Broken {
    Broken::new(format_args!("a row cannot be written as CSV: {why}"))
}

/// A cell that a spreadsheet does not take for a formula: an apostrophe stands before the signs that begin one, their
/// full-width forms included (OWASP, "CSV Injection"). Tabs and line breaks, which begin one, too, no clean text holds.
fn guarded(cell: Clean) -> Clean {
    let begins_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if begins_formula { "'".and(cell) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for bad in ["=1+1", "+1", "-1", "@x", " =x", "\u{a0}=x", "＝1"] {
            assert_eq!(guarded(bad.clean()), "'".and(bad));
        }
        for good in ["1.5", "a=b", "", "'x"] {
            assert_eq!(guarded(good.clean()), good);
        }
    }

    #[test]
    fn cells_are_quoted_as_rfc_4180_says() {
        let cells = || ["a,b", "c;d", "say \"no\""].map(Trusted::clean).into_iter();
        assert_eq!(record(cells(), Lang::En).unwrap(), "\"a,b\",c;d,\"say \"\"no\"\"\"\r\n");
        assert_eq!(record(cells(), Lang::Sv).unwrap(), "a,b;\"c;d\";\"say \"\"no\"\"\"\r\n");
    }
}
