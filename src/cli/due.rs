//! `duly due`: what falls due for vendors, a line each, for a program, or for a calendar.

use std::path::Path;

use anyhow::bail;

use super::args::{DueArgs, DueFormat, JudgeArgs};
use super::batch::{self, UnjudgedTold};
use super::console::Console;
use super::ending::{self, Endings};
use super::exit::{self, Exit};
use super::files::{self, May, Writing};
use super::judgement::JudgedCase;
use super::meant;
use super::setting::Setting;
use super::words::CommandLine;
use crate::case::AsOf;
use crate::report::due::{DueList, DuesOfVendor, VendorDue, calendar, row, spreadsheet, table};
use crate::report::json;
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::shown;

const ENDINGS: Endings<DueFormat> = &[
    (DueFormat::Text, &["txt"]),
    (DueFormat::Csv, &["csv"]),
    (DueFormat::Json, &["json"]),
    (DueFormat::Ics, &["ics"]),
];

/// So many of what is overdue are named when the command ends for it.
const NAMED: usize = 20;

/// Runs the command.
pub fn run(args: &DueArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let output = args.output.as_deref();
    let formats = (DueFormat::Text, ENDINGS);
    let format = ending::format(args.format, output, formats, lang, |ending| lang.no_such_due_format(ending))?;
    let may = May::replace(args.force);
    files::may_write(output, may, lang, &console.machine)?;
    let judge = JudgeArgs { fail_on: None, inputs: args.inputs.clone(), show: args.show.clone() };
    let named = meant::without_reviews(&args.files, &console.machine);
    let files = meant::expanded(&named, &judge, &console.machine)?;
    let day = match args.inputs.as_of {
        Some(AsOf::Day(day)) => day,
        None => console.machine.today,
        Some(AsOf::Answered) => bail!("{}", lang.due_as_of_one_day()), // whoever sends answers chooses their day
    };
    let mut vendors = Vec::new();
    let of_vendor = |path: &Path, judgement: &JudgedCase<'_>, lang: Lang| {
        let story = Story::new(&judgement.assessment, lang);
        Ok(DuesOfVendor::new(&story, &path.to_string_lossy(), (day, args.within), args.proof))
    };
    let batch = batch::judge(&files, &judge, console, of_vendor, |_, vendor, _, _| {
        vendors.push(vendor);
        Ok(())
    })?;
    let list = DueList::of(vendors, (day, args.within));
    let (lang, unjudged) = (batch.lang, batch.unjudged);
    let mut counted = UnjudgedTold::Nowhere;
    if list.vendors > 0 {
        let mut writing = Writing::begin(output, may, lang, &console.machine)?;
        match format {
            DueFormat::Text => {
                counted = UnjudgedTold::InTable;
                let width = batch.setting.width;
                let mut pieces = table::pieces(&list, (unjudged, width), &CommandLine::default(), lang);
                pieces.try_for_each(|piece| writing.put(&piece, console))?;
            }
            DueFormat::Csv => writing.put(&spreadsheet::render(&list, lang).map_err(exit::broken(lang))?, console)?,
            DueFormat::Json => {
                writing.put(&json::due::render(&list, unjudged, lang).map_err(exit::broken(lang))?, console)?;
            }
            DueFormat::Ics => writing.put(&calendar::render(&list, lang), console)?,
        }
        writing.finish(&console.machine)?;
    }
    let left_out = if format == DueFormat::Ics { calendar::left_out(&list) } else { 0 };
    if left_out > 0 && !args.show.quiet {
        console.say(lang.calendar_leaves_out(left_out));
    }
    let exit = batch.by_no_rules().finish(counted, console);
    Ok(if args.fail_on.is_some() { exit.max(overdue(&list, lang, console)) } else { exit })
}

/// Names what is overdue; how it ended.
fn overdue(list: &DueList, lang: Lang, console: &mut Console) -> Exit {
    let line = |row: &VendorDue| lang.of_file(shown(&row.file), row::overdue_in_words(row, lang));
    let count = list.overdue().count();
    list.overdue().take(NAMED).map(line).for_each(|line| console.say(line));
    if count > NAMED {
        console.say(lang.and_more(count - NAMED));
    }
    if count > 0 { Exit::FallsShort } else { Exit::Done }
}
