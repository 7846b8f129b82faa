//! The answers as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, a row per question. What the vendor
//! says and what we say stand in columns of their own. Swedish gets semicolons and decimal commas, as Swedish Excel
//! expects.

use std::fmt::Display;

use csv::{Terminator, WriterBuilder};

use super::naming;
use super::parts::{chain, evidence};
use super::story::Story;
use crate::answers::{Answer, SubProcessor};
use crate::assessment::evidence::{RegisteredEvidence, evidence_of};
use crate::assessment::flag::Flag;
use crate::assessment::paper::EvidenceOrigin;
use crate::assessment::{improving, insight};
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::questionnaire::model::Weight;
use crate::review::{NaVerdict, Observation};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{fixed, localized, tenths};
use crate::words::{Broken, Exact, Lang};

/// Tells a spreadsheet that the file is UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Digits after the decimal sign of shares and their parts.
const DECIMALS: u32 = 4;

/// So many columns has a table of one vendor. Whoever reads it by their order relies on it.
const COLUMNS: usize = 22;

/// The byte order mark and the names of the columns; with one for the vendor where a table holds several.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn head(lang: Lang, with_vendor: bool) -> Result<String, Broken> {
    let names: [Clean; COLUMNS] = [
        lang.table_id(),
        lang.category(),
        lang.question(),
        lang.table_their_answer(),
        lang.table_their_comment(),
        lang.table_their_evidence(),
        lang.table_our_answer(),
        lang.table_our_reason(),
        lang.table_our_evidence(),
        lang.table_our_verdict(),
        lang.what_it_is(),
        lang.table_proof(),
        lang.table_importance(),
        lang.red_flags(),
        lang.what_to_require(),
        lang.table_share(),
        lang.counted(),
        lang.assurance_missing(),
        lang.protection_missing(),
        lang.not_known_yet(),
        lang.table_points(),
        lang.refers_to(),
    ];
    let vendor = with_vendor.then(|| lang.vendor());
    let names = vendor.iter().chain(&names).map(Clean::capitalized);
    Ok(format!("{BYTE_ORDER_MARK}{}", record(names, lang)?))
}

/// A row per question, and then one per sub-processor, in the language of the head.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn rows(story: &Story<'_, '_>, lang: Lang, with_vendor: bool) -> Result<String, Broken> {
    let vendor = with_vendor.then(|| clean::one_line(&story.assessment.subject.answers.vendor));
    let flags = flags(story);
    let questions = flags.with_ids().map(|(at, flags)| cells(story, at, flags, lang));
    let companies = story.assessment.subject.answers.chain.iter().map(|company| of_company(company, lang));
    questions.chain(companies).map(|cells| record(vendor.iter().cloned().chain(cells), lang)).collect()
}

/// The red flags that look at each question, in the order in which flags are told. That of a category's minimum looks
/// at all of its questions alike, and stands at none.
fn flags<'s>(story: &Story<'s, '_>) -> ById<QuestionId, Vec<&'s Flag>> {
    let mut flags = story.assessment.questions.map(|_, _| Vec::new());
    for flag in insight::flags_where(story.assessment, |_| true) {
        let FlagRef::Flag(at) = flag.flag else { continue };
        for question in story.questionnaire().flags[at].when.questions() {
            if !flags[question].contains(&flag) {
                flags[question].push(flag);
            }
        }
    }
    flags
}

fn cells(story: &Story<'_, '_>, at: QuestionId, flags: &[&Flag], lang: Lang) -> [Clean; COLUMNS] {
    let questionnaire = story.questionnaire();
    let (question, judged) = (&questionnaire.questions[at], &story.assessment.questions[at]);
    let points = |grains: Exact| localized(fixed(&story.assessment.points(grains), DECIMALS, Rounding::Floor), lang);
    let comment = story.assessment.subject.answers.comment(at).unwrap_or_default();
    let ours = story.assessment.subject.review.and_then(|review| review.observation(at));
    let documents = evidence_of(story.assessment, at);
    let remedy = improving::remedy(story.assessment, at).filter(|_| !judged.parts.control_gap.is_zero());
    [
        question.id.clone(),
        story.say(&questionnaire.categories[question.category].title),
        story.say(&question.ask),
        story.vendors_answer(at),
        clean::one_line(comment),
        shown(story, &documents, EvidenceOrigin::Vendor),
        our_answer(story, at, ours),
        ours.and_then(|ours| ours.because.as_deref()).map(clean::one_line).unwrap_or_default(),
        shown(story, &documents, EvidenceOrigin::Ours),
        ours.and_then(|ours| ours.not_applicable).map(|verdict| of_verdict(verdict, lang)).unwrap_or_default(),
        Some(story.status(at)).filter(|status| !status.is_empty()).unwrap_or_else(|| lang.table_answered()),
        story.assurance(at),
        match question.weight {
            Weight::Importance(importance) => naming::importance(importance, lang),
            Weight::Direct(weight) => lang.weight_of(weight),
        },
        Clean::joined(flags.iter().map(|flag| of_flag(story, flag)), "; "),
        remedy.map(|remedy| story.say(remedy)).unwrap_or_default(),
        points(judged.parts.whole()),
        points(judged.parts.assured.clone()),
        points(judged.parts.evidence_gap.clone()),
        points(judged.parts.control_gap.clone()),
        points(judged.parts.unknown.clone()),
        localized(tenths(story.assessment.tenths(at).assured), lang),
        story.references(question).unwrap_or_default(),
    ]
}

/// What our review answers itself, also where it says the same as the vendor.
fn our_answer(story: &Story<'_, '_>, at: QuestionId, ours: Option<&Observation>) -> Clean {
    match ours.and_then(|ours| ours.overruled.as_ref()) {
        None => Clean::default(),
        Some(Answer::Given(value)) => story.value(at, value),
        Some(Answer::NotApplicable) => story.lang.not_applicable(),
        Some(Answer::Unknown) => story.lang.table_claim_withdrawn(),
    }
}

fn of_verdict(verdict: NaVerdict, lang: Lang) -> Clean {
    match verdict {
        NaVerdict::Accepted => lang.table_na_accepted(),
        NaVerdict::Refused => lang.table_na_refused(),
    }
}

/// The id of a flag and its state.
fn of_flag(story: &Story<'_, '_>, flag: &Flag) -> Clean {
    story.questionnaire().flag_name(flag.flag).and(" (").and(story.flag_state(flag)).and(")")
}

/// The documents of one side, each with its kind, its days and what it is worth for this answer.
fn shown(story: &Story<'_, '_>, documents: &[RegisteredEvidence<'_>], side: EvidenceOrigin) -> Clean {
    let of_side = documents.iter().filter(|document| document.source == side);
    Clean::joined(of_side.map(|document| of_document(story, document)), "; ")
}

/// What it is worth stands first: a title may end in any words.
fn of_document(story: &Story<'_, '_>, document: &RegisteredEvidence<'_>) -> Clean {
    let (lang, item) = (story.lang, document.item);
    let until = match document.until {
        None => lang.no_end_date(),
        Some(_) => lang.table_valid_until(evidence::valid_until(story, document)),
    };
    let kind = item.kind.map(|kind| story.questionnaire().evidence[kind].id.clone());
    let about = kind.into_iter().chain(item.issued.map(|day| lang.table_issued(day))).chain([until]);
    let state = naming::state_of(item, document.state, lang);
    state.and(": ").and(evidence::named(story, document)).and(" [").and(Clean::joined(about, ", ")).and("]")
}

/// A row for a company that does a part of the service: what counts is empty, since nothing of it does.
fn of_company(company: &SubProcessor, lang: Lang) -> [Clean; COLUMNS] {
    let said = |text: &Option<String>| text.as_deref().map(clean::one_line).unwrap_or_default();
    let mut cells: [Clean; COLUMNS] = Default::default();
    cells[0] = "chain".clean();
    cells[1] = lang.sub_processors();
    cells[2] = chain::named(company);
    cells[3] = said(&company.does);
    cells[4] = said(&company.registration);
    cells
}

/// A row of a table.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn record(cells: impl Iterator<Item = Clean>, lang: Lang) -> Result<String, Broken> {
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Sv => b';',
    };
    let cells: Vec<String> = cells.map(|cell| guarded(&cell)).collect();
    // with less than a cell needs, the writer looks through all of the rest of it each time that it has made room
    let longest = cells.iter().map(String::len).max().unwrap_or_default();
    let mut builder = WriterBuilder::new();
    builder.delimiter(delimiter).terminator(Terminator::CRLF).buffer_capacity(ROW.max(2 * longest + 2));
    let mut writer = builder.from_writer(Vec::new());
    writer.write_record(cells).map_err(unwritten)?;
    let bytes = writer.into_inner().map_err(unwritten)?;
    String::from_utf8(bytes).map_err(unwritten)
}

fn unwritten(why: impl Display) -> Broken {
    Broken::new(format_args!("a row cannot be written as CSV: {why}"))
}

/// Most rows have no more bytes.
const ROW: usize = 512;

/// Signs that begin a formula (OWASP, "CSV Injection"), and those that become one of them where a text is normalised.
const BEGINS_FORMULA: &[char] = &[
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '⁼', '⁺', '⁻', '₌', '₊', '₋', '−', '≠', '⩵',
    '⩶', '\u{fb29}',
];

/// Signs that begin a cell where a table is opened with another separator than its own, and those that become one of
/// them. Tabs and line breaks no clean text holds.
const SEPARATES: &[char] = &[',', ';', '|', '，', '﹐', '︐', '；', '﹔', '︔', '\u{37e}', '｜'];

/// A cell of which a spreadsheet takes nothing for a formula, with whatever separator it is opened: an apostrophe
/// stands before each sign that begins one, at the beginning of the cell and behind a separator, blanks and quotes
/// aside.
fn guarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for c in cell.chars() {
        if begins && BEGINS_FORMULA.contains(&c) {
            out.push('\'');
        }
        begins = SEPARATES.contains(&c) || begins && (c.is_whitespace() || c == '"');
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for (bad, shown) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            (" =x", " '=x"),
            ("\u{a0}\u{3000}=x", "\u{a0}\u{3000}'=x"),
            ("＝1", "'＝1"),
            ("﹣1", "'﹣1"),
            ("see;=40+2;end", "see;'=40+2;end"),
            ("see, \"=40+2\"; -1", "see, \"'=40+2\"; '-1"),
            ("a;;+1，@x", "a;;'+1，'@x"),
        ] {
            assert_eq!(guarded(bad), shown);
        }
        for good in ["1.5", "a=b", "", "'x", "'=x", "a - b", "1, 2; 3", "x; y=z", "a+b@c"] {
            assert_eq!(guarded(good), good);
        }
    }

    #[test]
    fn cells_are_quoted_as_rfc_4180_says() {
        let cells = || ["a,b", "c;d", "say \"no\""].map(Trusted::clean).into_iter();
        assert_eq!(record(cells(), Lang::En).unwrap(), "\"a,b\",c;d,\"say \"\"no\"\"\"\r\n");
        assert_eq!(record(cells(), Lang::Sv).unwrap(), "a,b;\"c;d\";\"say \"\"no\"\"\"\r\n");
    }
}
