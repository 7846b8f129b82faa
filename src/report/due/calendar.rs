//! What falls due as a calendar: iCalendar (RFC 5545), an entry of a whole day for each review, condition and waiver.
//! What was agreed and is settled stands there, too, as cancelled: so it goes from a calendar that has it.
//! What is overdue stands on the day of the judgement, where somebody sees it, and says since when: of a day that has
//! passed no calendar reminds anybody. Taken in again later, it moves on.
//! It knows no clock: its moments are the day of the judgement, so the same files give the same bytes.

use std::collections::HashMap;

use uuid::Uuid;

use super::list::DueList;
use super::row::{VendorDue, file, kind_in_words};
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::Clean;

/// A line has at most so many bytes; a longer one goes on in the next, behind a blank.
const LONGEST: usize = 75;

/// So long before its day an entry calls; one of something overdue, which stands on the day of the judgement, calls in
/// the morning of that day.
const ALARM: &str = "-P14D";
const ALARM_TODAY: &str = "PT9H";

/// The whole calendar.
pub fn render(list: &DueList, lang: Lang) -> String {
    let mut lines: Vec<String> = ["BEGIN:VCALENDAR", "VERSION:2.0"].map(str::to_owned).into();
    lines.push(format!("PRODID:-//duly//what falls due {}//{}", env!("CARGO_PKG_VERSION"), lang.code().to_uppercase()));
    lines.push("CALSCALE:GREGORIAN".to_owned());
    for (row, by) in entries(&list.rows) {
        lines.extend(entry(row, by, lang));
    }
    for (row, by) in entries(&list.settled) {
        lines.extend(cancelled(row, by, lang));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// How many have no day, so that no calendar can hold them.
pub fn left_out(list: &DueList) -> usize {
    list.rows.iter().filter(|row| row.due.kind.is_agreed() && row.due.by.is_none()).count()
}

/// What the calendar holds, with the day of each: every id once. Of two that are the same, what is later stands.
fn entries(rows: &[VendorDue]) -> Vec<(&VendorDue, Date)> {
    let dated = || rows.iter().filter(|row| row.due.kind.is_agreed()).filter_map(|row| Some((row, row.due.by?)));
    let mut last: HashMap<Uuid, Date> = HashMap::new();
    for (row, by) in dated() {
        last.entry(row.uid).and_modify(|last| *last = by.max(*last)).or_insert(by);
    }
    // taken out as it is met, so that two of one day are one entry, too
    dated().filter(|(row, by)| last.get(&row.uid) == Some(by) && last.remove(&row.uid).is_some()).collect()
}

fn entry(row: &VendorDue, by: Date, lang: Lang) -> Vec<String> {
    let computed = row.due.is_computed.then(|| lang.entry_computed());
    let more = [row.owner().map(|name| lang.entry_owner(name)), Some(lang.entry_file(file(row))), computed];
    let more: Vec<String> = more.iter().flatten().map(text).collect();
    let is_overdue = by < row.as_of;
    let (on, alarm) = if is_overdue { (row.as_of, ALARM_TODAY) } else { (by, ALARM) };
    let summary = if is_overdue { overdue(row, by, lang) } else { summary(row, lang) };
    let alarm = [
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{summary}"),
        format!("TRIGGER:{alarm}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    let mut lines = begun(row, on, &summary);
    lines.push(format!("DESCRIPTION:{}", more.join("\\n")));
    lines.push(format!("CATEGORIES:{}", text(&kind_in_words(row.due.kind, lang))));
    lines.extend(alarm);
    lines
}

/// An entry that stands no more.
fn cancelled(row: &VendorDue, by: Date, lang: Lang) -> Vec<String> {
    let mut lines = begun(row, by, &summary(row, lang));
    lines.extend(["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "END:VEVENT"].map(str::to_owned));
    lines
}

fn summary(row: &VendorDue, lang: Lang) -> String {
    let kind = kind_in_words(row.due.kind, lang).capitalized();
    text(&lang.due_entry(kind, &row.about, row.vendor_told(lang)))
}

fn overdue(row: &VendorDue, since: Date, lang: Lang) -> String {
    text(&lang.due_entry_overdue(since, kind_in_words(row.due.kind, lang), &row.about, row.vendor_told(lang)))
}

fn begun(row: &VendorDue, by: Date, summary: &str) -> Vec<String> {
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", row.uid),
        format!("DTSTAMP:{}T000000Z", compact(row.as_of)),
        format!("DTSTART;VALUE=DATE:{}", compact(by)),
        format!("SUMMARY:{summary}"),
    ]
}

/// A day without what stands between its parts.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text as a value: what would end it or part it is escaped.
fn text(clean: &Clean) -> String {
    let mut escaped = String::new();
    for sign in clean.as_str().chars() {
        if matches!(sign, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// A line with its end, folded where it is too long, never within a letter.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for sign in line.chars() {
        if used + sign.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(sign);
        used += sign.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::clean::one_line;

    /// What a reader of calendars makes of a text: lines joined again, signs unescaped.
    fn read_back(folded: &str) -> String {
        let line = folded.replace("\r\n ", "");
        let mut signs = line.strip_suffix("\r\n").unwrap().chars();
        let mut read = String::new();
        while let Some(sign) = signs.next() {
            read.push(if sign == '\\' { signs.next().unwrap() } else { sign });
        }
        read
    }

    proptest! {
        #[test]
        fn a_text_reads_back_and_no_line_is_too_long(written in any::<String>()) {
            let clean = one_line(&written);
            let folded = folded(&text(&clean));
            prop_assert_eq!(read_back(&folded), clean.as_str());
            let lines: Vec<&str> = folded.strip_suffix("\r\n").unwrap().split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= LONGEST && !line.contains(['\r', '\n'])));
            prop_assert!(lines.iter().skip(1).all(|line| line.starts_with(' ')));
        }
    }

    #[test]
    fn a_line_is_folded_at_the_last_letter_that_fits() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        assert_eq!(folded(&"å".repeat(38)), format!("{}\r\n å\r\n", "å".repeat(37)));
    }
}
