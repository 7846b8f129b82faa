//! What falls due as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::basis::{TOOL, ToolJson};
use super::schema::{self};
use super::text::finished;
use super::value::{DateJson, NameJson};
use super::word::WordJson;
use crate::portfolio::{DueKind, DueStanding};
use crate::report::due::row::{kind_in_words, standing_in_words};
use crate::report::due::{DueList, VendorDue};
use crate::words::{Broken, Clean, Lang, clean};

/// The format of the document.
pub const FORMAT: &str = "duly/due@1";

/// The JSON Schema of the document.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn schema() -> Result<String, Broken> {
    schema::of::<DueListJson<'_>>()
}

/// What falls due for vendors. What the review and the vendor wrote is as they wrote it: escape it wherever you show
/// it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "duly list of what falls due", extend("$id" = schema::urn(FORMAT)))]
struct DueListJson<'a> {
    /// What kind of document this is.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// What made the document.
    tool: ToolJson,
    /// The day from which on all is looked at.
    as_of: DateJson,
    /// The last day that is listed, or null where all is.
    until: Option<DateJson>,
    /// How many answers were judged beside which no newer ones of the same vendor stand.
    vendors: usize,
    /// Beside how many newer ones stand; only what is still agreed by them is listed.
    earlier: usize,
    /// How many files could not be judged; what falls due for them is not known.
    unjudged: usize,
    /// Of how many vendors no decision is on file, so that no review is due.
    undecided: usize,
    /// How many documents run out by then and are not listed.
    papers_not_listed: usize,
    /// How many of these have run out.
    papers_not_listed_overdue: usize,
    /// How many of the list are overdue.
    overdue: usize,
    /// What falls due: what is overdue first, each by its day, what has none last.
    dues: Vec<DueJson<'a>>,
}

/// Something that falls due.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "due")]
struct DueJson<'a> {
    /// Its id: the same for the same thing whatever its day, and the id of its entry in a calendar.
    uid: UidJson,
    /// What it is.
    kind: WordJson<DueKind>,
    /// The same as lists show it.
    kind_in_words: Clean,
    /// The last day on which it is in time, or null if nothing is agreed, or answers give no day.
    by: Option<DateJson>,
    /// How many days are left from `as_of` on, 0 on the last day, negative where it is overdue; null without a day.
    days_left: Option<i64>,
    /// How it stands on that day. Answers that give no day are overdue: nobody can say how old they are.
    state: WordJson<DueStanding>,
    /// The same as lists show it.
    state_in_words: Clean,
    /// Whether the day follows from the policy's `review_months` and nobody agreed on it.
    computed: bool,
    /// The vendor's name.
    vendor: Clean,
    /// The file of its answers, as it was named or found.
    file: Clean,
    /// What it is about: the words of the condition, the title of the document, the id of the flag, the word of the
    /// decision, the day of the answers or, where they give none, `undated`.
    about: NameJson<'a>,
    /// The same as lists show it.
    about_in_words: Clean,
    /// Who sees to it, or null if nobody is named.
    owner: Option<&'a str>,
}

/// An id: a UUID of version 5.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "uid")]
struct UidJson(#[schemars(regex(pattern = r"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$"))] String);

/// The list as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(list: &DueList, unjudged: usize, lang: Lang) -> Result<String, Broken> {
    let [papers, overdue] = list.papers;
    let document = DueListJson {
        format: FORMAT,
        tool: TOOL,
        as_of: DateJson::of(list.as_of),
        until: list.within.until(list.as_of).map(DateJson::of),
        vendors: list.vendors,
        earlier: list.earlier,
        unjudged,
        undecided: list.undecided,
        papers_not_listed: papers,
        papers_not_listed_overdue: overdue,
        overdue: list.overdue().count(),
        dues: list.rows.iter().map(|row| of_row(row, lang)).collect(),
    };
    finished(serde_json::to_string_pretty(&document))
}

fn of_row(row: &VendorDue, lang: Lang) -> DueJson<'_> {
    let due = &row.due;
    DueJson {
        uid: UidJson(row.uid.to_string()),
        kind: WordJson(due.kind),
        kind_in_words: kind_in_words(due.kind, lang),
        by: due.by.map(DateJson::of),
        days_left: due.by.map(|by| by.days_since(row.as_of)),
        state: WordJson(row.standing()),
        state_in_words: standing_in_words(row, lang),
        computed: due.is_computed,
        vendor: row.vendor.clone(),
        file: clean::visible(&row.file),
        about: NameJson(&due.about),
        about_in_words: row.about.clone(),
        owner: due.owner.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use crate::case::own_file::RESULTS;
    use crate::report::json;

    #[test]
    fn what_is_written_for_programs_is_known_by_its_beginning() {
        let written = [json::FORMAT, json::comparison::FORMAT, json::overview::FORMAT, super::FORMAT];
        let kinds = written.map(|format| format.trim_end_matches("@1"));
        assert!(kinds.iter().all(|kind| RESULTS.contains(kind)) && RESULTS.len() == kinds.len(), "{kinds:?}");
    }
}
