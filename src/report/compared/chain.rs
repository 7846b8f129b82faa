//! Whom each vendor has do a part of the service in turn.

use super::told::Compared;
use crate::answers::SubProcessor;
use crate::comparison::chain::{Employed, companies};
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::report::parts::chain::{in_short, shown};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};
use crate::words::quotation::within_quotes;

/// Every company that one of them lists, with what it does for each.
pub fn section(compared: &Compared<'_, '_>) -> Option<Block> {
    let lang = compared.lang;
    let row = |listed: &Employed<'_>| {
        let first = *listed.iter().flatten().next()?;
        let mut cells: Vec<Cell> = vec![Text::plain(in_short(first, lang)).into()];
        cells.extend(listed.iter().map(|company| Cell::Text(Text::plain(does(compared, *company, first)))));
        Some(Row::plain(cells))
    };
    let rows: Vec<Row> = companies(&compared.comparison.assessments).iter().filter_map(row).collect();
    let mut columns = vec![Column::words(lang.company())];
    columns.extend(compared.names.iter().cloned().map(Column::words));
    let has_any = !rows.is_empty();
    let table = Table { caption: lang.sub_processors(), columns, rows, legend: None };
    has_any.then(|| Section::block("chain", lang.sub_processors(), vec![Block::Table(table)]))
}

/// What is new, gone, or done otherwise than before.
pub fn changes(compared: &Compared<'_, '_>) -> Option<Block> {
    let lang = compared.lang;
    let all = companies(&compared.comparison.assessments);
    let line = |listed: &Employed<'_>| {
        let mut told = listed.iter().copied();
        let (before, after) = (told.next()?, told.next()?);
        let is_as_before = before
            .zip(after)
            .is_some_and(|(before, after)| (&before.country, &before.does) == (&after.country, &after.does));
        let name = in_short(after.or(before)?, lang);
        let change = || lang.from_to(state(compared, before), state(compared, after));
        (!is_as_before).then(|| Text::plain(name.and(": ").and(change())))
    };
    let lines: Vec<Text> = all.iter().filter_map(line).collect();
    let title = lang.sub_processors_changed();
    (!lines.is_empty()).then(|| Section::block("chain", title, vec![Block::List(lines)]))
}

/// What it does for a vendor, in the vendor's words, which begin with its name where another vendor gives another one.
fn does(compared: &Compared<'_, '_>, company: Option<&SubProcessor>, first: &SubProcessor) -> Clean {
    let Some(company) = company else { return "–".clean() };
    let lang = compared.lang;
    let does = company.does.as_deref().map_or_else(|| lang.is_sub_processor(), |does| quoted(shown(does), lang));
    match company.name_key() == first.name_key() {
        true => does,
        false => in_short(company, lang).and(": ").and(does),
    }
}

fn quoted(words: Clean, lang: Lang) -> Clean {
    lang.quoted(within_quotes(&words))
}

/// How a company stands at a date: not listed, or where it is and what it does.
fn state(compared: &Compared<'_, '_>, company: Option<&SubProcessor>) -> Clean {
    let lang = compared.lang;
    let Some(company) = company else { return lang.no_sub_processor() };
    let told = [&company.does, &company.country].into_iter().flatten().map(|text| shown(text));
    let told: Vec<Clean> = told.collect();
    if told.is_empty() { lang.is_sub_processor() } else { quoted(Clean::joined(told, ", "), lang) }
}
