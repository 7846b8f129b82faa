//! What falls due as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, a row each.

use super::list::DueList;
use super::row::{VendorDue, file, kind_in_words, standing_in_words};
use crate::report::csv::{BYTE_ORDER_MARK, record};
use crate::words::clean::{Clean, Trusted};
use crate::words::{Broken, Lang};

/// The whole table.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(list: &DueList, lang: Lang) -> Result<String, Broken> {
    let names = [
        lang.due_day(),
        lang.due_state(),
        lang.due_what(),
        lang.vendor(),
        lang.due_about(),
        lang.due_owner(),
        lang.due_computed(),
        lang.due_days_left(),
        lang.due_days_overdue(),
        lang.column_file(),
        lang.summary_day(),
    ];
    let mut text = format!("{BYTE_ORDER_MARK}{}", record(names.iter().map(Clean::capitalized), lang)?);
    for row in &list.rows {
        text += &record(cells(row, lang).into_iter(), lang)?;
    }
    Ok(text)
}

fn cells(row: &VendorDue, lang: Lang) -> [Clean; 11] {
    let due = &row.due;
    // two columns, since a number below zero would be guarded as a formula is
    let left = due.by.map(|by| by.days_since(row.as_of));
    let days = |days: Option<i64>| days.map(|days| days.clean()).unwrap_or_default();
    [
        due.by.map(|by| by.clean()).unwrap_or_default(),
        standing_in_words(row, lang),
        kind_in_words(due.kind, lang),
        row.vendor.clone(),
        row.about.clone(),
        row.owner().unwrap_or_default(),
        if due.is_computed { lang.yes() } else { lang.no() },
        days(left.filter(|left| *left >= 0)),
        days(left.filter(|left| *left < 0).map(|left| -left)),
        file(row),
        row.as_of.clean(),
    ]
}
