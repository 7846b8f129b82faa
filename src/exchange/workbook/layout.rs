//! What stands where in a workbook that is a form, for whoever writes or reads one.
//!
//! Every sheet that holds answers has a [`FormMark`] in its first cell, A1. The row of the mark holds the ids of the
//! columns ([`ColumnId`]), the column of the mark the ids of the rows ([`RowId`]); both are hidden. Rows and columns
//! without an id are for people only. A sheet without a mark, such as [`LISTS`], holds no answer. Nothing else is
//! promised: not the names and the order of sheets, not the order of rows and columns, and not that the mark still
//! stands in A1 when another program has saved the workbook again.
//!
//! What a sheet holds, its columns say:
//!
//! | columns | sheet | rows |
//! |---|---|---|
//! | `answer` alone | instructions and head, the first sheet | [`RowId::Head`] |
//! | `answer`, `comment`, `evidence`, perhaps `by`, `proposed.*` | category | [`RowId::Question`], [`RowId::Option`] |
//! | `id`, `title`, `kind`, `issued`, `valid_until`, `location` | documents | [`RowId::Document`] |
//! | `name`, `country`, `registration`, `does` | sub-processors | [`RowId::Company`] |
//!
//! * A choice of one is answered at its question, by the words of [`option_words`], or by what is said in its place
//!   ([`fixed_words_of`]). So are numbers, dates and texts.
//! * A choice of several is answered by a word for yes at the rows of its options, which follow its question; among
//!   them are `n/a` and `unknown`. The cell at its question is locked and empty.
//! * The documents of an answer are ids of the sheet of documents with commas between them.
//! * A document or a company whose row holds nothing but its id is none. Rows below the first of them that somebody
//!   has added have no id of a row, and are meant all the same.
//! * `by` is a name, and behind it, after a comma, perhaps a day: `Anna Berg, 2026-11-20`. Where it is empty, the name
//!   of the head holds.
//! * A proposal stands as an answer would, in a column of its own: its answer in `proposed.answer` (at the rows of
//!   options, too), or its note in `proposed.note`, in `proposed.comment` the comment that was given with it, and in
//!   `proposed.from` where it comes from. A column of these that would be empty is not there. Whoever says
//!   [`STILL_SO`] in `proposed.confirmed` gives the answer that is proposed, with its comment unless another one is
//!   written.
//! * A cell holds at most [`LONGEST_TEXT`] units of UTF-16. What is longer goes on in the same column of rows
//!   [`RowId::More`] directly below.
//! * What stands in a drop-down is shortened by [`option_words`] and [`kind_words`], never what somebody wrote.

use std::fmt;

use crate::questionnaire::Form;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, folded};
use crate::questionnaire::text::Named;
use crate::source::Fingerprint;
use crate::source::fields::{Word, fixed_words};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// The format of such a workbook; the mark of every sheet begins with it.
pub const FORMAT: &str = "duly/workbook@1";
/// The sheet that holds what the drop-downs show. No reader needs it, and programs may drop it.
pub const LISTS: &str = "lists";
/// A cell holds no longer text, in units of UTF-16.
pub const LONGEST_TEXT: usize = 32_767;
/// What a drop-down shows has at most so many characters, without the id behind it.
const LONGEST_CHOICE: usize = 230;
/// What stands at an option that was chosen; a drop-down says it in the languages of the form.
pub const YES: &str = "yes";
/// What confirms a proposal; a drop-down says it in the languages of the form.
pub const STILL_SO: &str = "still so";
/// Between the languages of a form that is in two.
const BETWEEN: &str = " / ";

/// By what a sheet of a form is known: `duly/workbook@1 FINGERPRINT QUESTIONNAIRE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormMark {
    /// The fingerprint of the form.
    pub form: Fingerprint,
    /// The questionnaire as an answers file names it: `id@version`, or a path.
    pub questionnaire: String,
}

impl FormMark {
    /// Reads a mark; `None` for any other text.
    pub fn parse(cell: &str) -> Option<FormMark> {
        let (form, questionnaire) = cell.trim().strip_prefix(FORMAT)?.strip_prefix(' ')?.split_once(' ')?;
        Some(FormMark { form: Fingerprint::parse(form)?, questionnaire: questionnaire.to_owned() })
    }
}

impl fmt::Display for FormMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FORMAT} {} {}", self.form, self.questionnaire)
    }
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowId {
    /// Something that is asked about the vendor: `#service`.
    Head(HeadRow),
    /// A question, by its full id: `access.mfa`.
    Question(String),
    /// An option of a question, by the ids of both, or `n/a` or `unknown`: `certifications.held#iso27001`.
    Option(String, String),
    /// A document: `#document`.
    Document,
    /// A sub-processor: `#company`.
    Company,
    /// What had no room in the row above: `#more`.
    More,
}

const DOCUMENT: &str = "#document";
const COMPANY: &str = "#company";
const MORE: &str = "#more";

impl RowId {
    /// Reads the id of a row; `None` where there is none.
    pub fn parse(cell: &str) -> Option<RowId> {
        match cell.trim() {
            "" => None,
            DOCUMENT => Some(RowId::Document),
            COMPANY => Some(RowId::Company),
            MORE => Some(RowId::More),
            id => match id.split_once('#') {
                Some(("", _)) => HeadRow::of(id).map(RowId::Head),
                Some((question, option)) => Some(RowId::Option(question.to_owned(), option.to_owned())),
                None => Some(RowId::Question(id.to_owned())),
            },
        }
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowId::Head(row) => f.write_str(row.word()),
            RowId::Question(id) => f.write_str(id),
            RowId::Option(question, option) => write!(f, "{question}#{option}"),
            RowId::Document => f.write_str(DOCUMENT),
            RowId::Company => f.write_str(COMPANY),
            RowId::More => f.write_str(MORE),
        }
    }
}

/// What is asked about the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadRow {
    /// Its name; locked where the form is for one vendor.
    Name,
    /// Where it is established.
    Country,
    /// Under which number it is registered.
    Registration,
    /// What the service is.
    Service,
    /// The day on which the answers were finished, a date.
    Answered,
    /// Who fills the form in.
    By,
}

fixed_words!(HeadRow {
    Name: "#vendor.name",
    Country: "#vendor.country",
    Registration: "#vendor.registration",
    Service: "#service",
    Answered: "#answered",
    By: "#by",
});

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnId {
    /// Answers, of the head and of questions.
    Answer,
    /// Comments on them.
    Comment,
    /// The ids of documents, with commas between them.
    Evidence,
    /// Who gave an answer, and when.
    By,
    /// An answer that is proposed.
    ProposedAnswer,
    /// Something that may help to answer.
    ProposedNote,
    /// The comment that was given with an answer that is proposed.
    ProposedComment,
    /// Where a proposal comes from.
    ProposedFrom,
    /// Whether the answer that is proposed is the answer.
    Confirmed,
    /// The id of a document, by which answers cite it.
    Id,
    /// What a document is called.
    Title,
    /// Its kind, by the words of [`kind_words`] or its id.
    Kind,
    /// When it was issued, a date.
    Issued,
    /// The last day on which it is valid, a date.
    ValidUntil,
    /// Where it can be found.
    Location,
    /// The name of a sub-processor.
    Name,
    /// Where it is established.
    Country,
    /// Under which number it is registered.
    Registration,
    /// What it does.
    Does,
}

fixed_words!(ColumnId {
    Answer: "answer",
    Comment: "comment",
    Evidence: "evidence",
    By: "by",
    ProposedAnswer: "proposed.answer",
    ProposedNote: "proposed.note",
    ProposedComment: "proposed.comment",
    ProposedFrom: "proposed.from",
    Confirmed: "proposed.confirmed",
    Id: "id",
    Title: "title",
    Kind: "kind",
    Issued: "issued",
    ValidUntil: "valid_until",
    Location: "location",
    Name: "name",
    Country: "country",
    Registration: "registration",
    Does: "does",
});

/// What a drop-down shows of an option: its label, in one or two languages; a long one is cut, and its id stands
/// behind it.
pub fn option_words(id: &Clean, labels: &[Clean]) -> Clean {
    let whole = in_languages(labels);
    if whole.chars().count() <= LONGEST_CHOICE { whole } else { with_id(whole, id) }
}

/// What a drop-down shows of a kind of document: what is asked for, in one or two languages, and its id.
pub fn kind_words(id: &Clean, labels: &[Clean]) -> Clean {
    with_id(in_languages(labels), id)
}

/// Words in one or two languages, one of them where both say the same.
pub fn in_languages(labels: &[Clean]) -> Clean {
    match labels {
        [one, other] if one == other => one.clone(),
        _ => Clean::joined(labels, BETWEEN),
    }
}

fn with_id(words: Clean, id: &Clean) -> Clean {
    words.cut_at_word(LONGEST_CHOICE).and(" (").and(id).and(")")
}

/// The id of the option that a drop-down's words name, in whatever languages the form was; `None` for other words,
/// among them those that have a meaning in every answers file.
pub fn option_named<'f>(written: &str, form: &'f Form) -> Option<&'f str> {
    form.options().iter().find(|option| is_named(written, option)).map(|(_, id, _)| *id)
}

fn is_named<I>(written: &str, (_, id, label): &Named<'_, I>) -> bool {
    let (wanted, id) = (folded(written), one_line(id));
    let labels: Vec<Clean> = label.all().map(one_line).collect();
    let pairs = labels.iter().flat_map(|one| labels.iter().map(move |other| [one.clone(), other.clone()]));
    pairs.map(|pair| option_words(&id, &pair)).any(|words| folded(&words) == wanted)
}

/// The id that stands in brackets at the end of the words of a kind of document; `None` where there is none.
pub fn kind_named(written: &str) -> Option<&str> {
    Some(written.trim_end().strip_suffix(')')?.rsplit_once('(')?.1)
}

/// What stands in a drop-down for a word that means the same at every question ([`YES`], `n/a`, `unknown`, `never`), in
/// the languages of the form. Where an option of the question is called the same, the word itself.
pub fn fixed_words_of(word: &'static str, languages: &[Lang], form: &Form) -> Clean {
    let said: Vec<Clean> = languages.iter().map(|lang| said(word, *lang)).collect();
    let words = in_languages(&said).capitalized();
    let is_taken = said.iter().chain([&words]).any(|words| option_named(words, form).is_some());
    if is_taken { word.clean() } else { words }
}

/// The word that a drop-down says, in whatever languages the form was; `None` for other words.
pub fn fixed_word_named(written: &str) -> Option<&'static str> {
    let wanted = folded(written);
    let is_wanted = |word: &'static str| {
        let pairs = Lang::ALL.iter().flat_map(|one| Lang::ALL.iter().map(move |other| [one, other]));
        pairs.map(|pair| in_languages(&pair.map(|lang| said(word, *lang)))).any(|words| folded(&words) == wanted)
    };
    [YES, NOT_APPLICABLE, UNKNOWN, NEVER, STILL_SO].into_iter().find(|word| is_wanted(word))
}

fn said(word: &'static str, lang: Lang) -> Clean {
    match word {
        YES => lang.yes(),
        NOT_APPLICABLE => lang.not_applicable(),
        UNKNOWN => lang.not_known(),
        NEVER => lang.never(),
        STILL_SO => lang.still_so(),
        other => other.clean(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Translations;
    use crate::questionnaire::form::{Advice, Choice};

    fn choice(labels: [&[&str]; 2]) -> Form {
        let option = |(at, labels): (usize, &[&str])| Choice {
            id: one_line(["all", "some"][at]),
            label: Translations::each(labels.iter().map(|label| (*label).to_owned())).unwrap(),
            value: None,
            advice: Advice::default(),
        };
        Form::ChooseOne(std::sync::Arc::new(labels.into_iter().enumerate().map(option).collect()))
    }

    #[test]
    fn marks_and_ids_are_read_as_they_are_written() {
        let form = Fingerprint::of(["x"]);
        for questionnaire in ["customer-service@1.1.0", "our own/q.yaml"] {
            let mark = FormMark { form, questionnaire: questionnaire.to_owned() };
            assert_eq!(FormMark::parse(&format!(" {mark}\n")), Some(mark));
        }
        let short = format!("{FORMAT} {form}");
        for other in ["", FORMAT, &short, &format!("duly/workbook@2 {form} a@1.0.0"), &format!("{FORMAT} x a@1.0.0")] {
            assert_eq!(FormMark::parse(other), None, "{other}");
        }
        for id in ["#service", "access.mfa", "held.which#n/a", "held.which#iso-27001", "#document", "#company", "#more"]
        {
            assert_eq!(RowId::parse(id).map(|id| id.to_string()).as_deref(), Some(id));
        }
        assert_eq!(RowId::parse("held.which#n/a"), Some(RowId::Option("held.which".to_owned(), "n/a".to_owned())));
        assert_eq!(["", " ", "#other", "#"].map(RowId::parse), [None, None, None, None]);
    }

    #[test]
    fn what_a_drop_down_shows_names_its_option() {
        let long = ["x".repeat(LONGEST_CHOICE), format!("{}y", "x".repeat(LONGEST_CHOICE))];
        let form = choice([&["All of them", "Alla"], &[&long[0], &long[1]]]);
        let named = |words: &str| option_named(words, &form);
        let [all, some] = ["all", "some"].map(one_line);
        let both = option_words(&all, &["All of them", "Alla"].map(one_line));
        assert_eq!(both, "All of them / Alla");
        assert_eq!([named(&both), named("alla / ALL OF THEM"), named(" alla ")], [Some("all"); 3]);
        for labels in [vec![&long[0]], vec![&long[1]], vec![&long[0], &long[1]]] {
            let words = option_words(&some, &labels.iter().map(|label| one_line(label)).collect::<Vec<_>>());
            assert_eq!(named(&words), Some("some"), "{words}");
            assert!(words.chars().count() <= LONGEST_CHOICE + 7, "{words}");
        }
        assert_eq!([named("some"), named("x"), named("n/a")], [None; 3]);
        assert_eq!(kind_named(&kind_words(&all, &[one_line("A (b)"), one_line("C")])), Some("all"));
        assert_eq!([kind_named("all"), kind_named("(all) x")], [None; 2]);
    }

    #[test]
    fn words_of_every_answers_file_are_no_option_that_is_called_so() {
        let [plain, taken] = [choice([&["A"], &["B"]]), choice([&["Not applicable", "Vet ej"], &["B", "C"]])];
        let shown = |word, languages: &[Lang], form: &Form| String::from(fixed_words_of(word, languages, form));
        assert_eq!(shown(NOT_APPLICABLE, &[Lang::En], &plain), "Not applicable");
        assert_eq!(shown(NOT_APPLICABLE, &[Lang::Sv, Lang::En], &plain), "Ej tillämpligt / not applicable");
        assert_eq!(shown(NOT_APPLICABLE, &[Lang::Sv, Lang::En], &taken), "n/a");
        assert_eq!(shown(UNKNOWN, &[Lang::Sv], &taken), "unknown");
        for word in [YES, NOT_APPLICABLE, UNKNOWN, NEVER] {
            for languages in [&[Lang::En][..], &[Lang::Sv], &[Lang::En, Lang::Sv], &[Lang::Sv, Lang::En]] {
                let shown = shown(word, languages, &plain);
                assert_eq!(fixed_word_named(&shown), Some(word), "{shown}");
            }
        }
        assert_eq!(fixed_word_named("n/a"), None, "what an answers file says is for its reader");
    }
}
