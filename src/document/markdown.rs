//! A document as Markdown: CommonMark with the tables of GitHub Flavored Markdown. A paragraph, an item, a row is one
//! line, so that two reports differ line by line. Words never turn into markup: what could is escaped here.

use std::mem;
use std::ops::Range;

use super::address;
use super::bars::{SHADES, drawn, leaning};
use super::{
    Block, Cell, Column, ColumnKind, Document, Drawing, Fact, Figure, Heat, Link, Matrix, Record, Row, RowKind, Run,
    Style, Table, Text, Verdict,
};
use crate::words::clean::{Clean, Trusted};

/// Deeper headings than this do not exist.
const DEEPEST: usize = 6;

/// The document, with a final line break.
pub fn render(document: &Document) -> String {
    let mut page = MarkdownPage { out: String::new() };
    page.line(&format!("# {}", inline(&document.title, Surrounding::Line)));
    page.blocks(&document.blocks, 2);
    page.out
}

/// Words that read as they are where a format takes its texts as Markdown.
pub fn of_words(words: &Clean) -> String {
    escaped(words.trim_matches(' '), Surrounding::Line)
}

struct MarkdownPage {
    out: String,
}

impl MarkdownPage {
    /// A block of one line, with an empty line before it.
    fn line(&mut self, line: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block], level: usize) {
        blocks.iter().for_each(|block| self.block(block, level));
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Section(section) => {
                self.heading(&section.title, level);
                self.blocks(&section.blocks, level + 1);
            }
            Block::Paragraph(text) => self.line(&inline(text, Surrounding::Line)),
            Block::Notice(text) => self.line(&format!("> **!** {}", inline(text, Surrounding::Inside))),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::List(items) => self.items(items.iter().map(|item| format!("- {}", inline(item, Surrounding::Line)))),
            Block::Steps(items) => {
                let numbered = items.iter().enumerate();
                self.items(numbered.map(|(at, item)| format!("{}. {}", at + 1, inline(item, Surrounding::Line))));
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Records(records) => records.iter().for_each(|record| self.record(record, level)),
        }
    }

    fn heading(&mut self, title: &Text, level: usize) {
        self.line(&format!("{} {}", "#".repeat(level.min(DEEPEST)), inline(title, Surrounding::Line)));
    }

    /// A list; its items stand without empty lines between them.
    fn items(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|item| item.trim_end().to_owned()).collect();
        self.line(&items.join("\n"));
    }

    fn facts(&mut self, facts: &[Fact]) {
        let fact = |fact: &Fact| {
            format!("- **{}:** {}", escaped(&fact.name, Surrounding::Inside), inline(&fact.text, Surrounding::Inside))
        };
        self.items(facts.iter().map(fact));
    }

    fn verdict(&mut self, verdict: &Verdict) {
        let [label, value] = [&verdict.label, &verdict.value].map(|words| escaped(words, Surrounding::Inside));
        self.line(&format!("**{label}: {value}**"));
        if !verdict.outlook.is_empty() {
            self.block(&Block::List(verdict.outlook.clone()), DEEPEST);
        }
    }

    fn record(&mut self, record: &Record, level: usize) {
        self.heading(&record.head, level);
        if !record.aside.is_empty() {
            self.line(&inline(&record.aside, Surrounding::Line));
        }
        if !record.facts.is_empty() {
            self.facts(&record.facts);
        }
    }

    fn table(&mut self, table: &Table) {
        let heads = table.columns.iter().map(|column| escaped(&column.title, Surrounding::Cell));
        let mut lines = vec![row(heads), row(table.columns.iter().map(|column| rule(column).to_owned()))];
        lines.extend(table.rows.iter().map(table_row));
        self.line(&lines.join("\n"));
        if let Some(legend) = &table.legend {
            let parts = SHADES
                .iter()
                .zip(legend)
                .map(|(shade, name)| format!("{shade} {}", escaped(name, Surrounding::Inside)));
            self.line(&parts.collect::<Vec<_>>().join(" · "));
        }
    }

    /// A matrix is a table here; the numbers of a radar stand in a table already.
    fn figure(&mut self, figure: &Figure) {
        let Drawing::Matrix(matrix) = &figure.drawing else { return };
        self.line(&format!("**{}**", escaped(&figure.title, Surrounding::Inside)));
        self.table(&as_table(matrix));
        if matrix.heat.is_none() {
            self.line(&escaped(&figure.text, Surrounding::Line)); // of counts, the table says the same
        }
    }
}

fn rule(column: &Column) -> &'static str {
    match column.kind {
        ColumnKind::Number => "---:",
        ColumnKind::Words | ColumnKind::Day | ColumnKind::Bar => "---",
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.fold("|".to_owned(), |line, cell| format!("{line} {cell} |"))
}

fn table_row(line: &Row) -> String {
    let cells = line.cells.iter().enumerate().map(|(at, cell)| match (cell, line.kind) {
        (Cell::Bar(bar), _) => drawn(bar).into(),
        (Cell::Balance(balance), _) => code(&leaning(balance), Surrounding::Cell),
        (Cell::Text(text), RowKind::Group | RowKind::Total) if at == 0 => {
            format!("**{}**", escaped(&text.words(), Surrounding::Cell))
        }
        (Cell::Text(text), RowKind::Member) if at == 0 => format!("– {}", inline(text, Surrounding::Cell)),
        (Cell::Text(text), _) => inline(text, Surrounding::Cell),
    });
    row(cells)
}

pub(super) fn as_table(matrix: &Matrix) -> Table {
    let column = if matrix.heat.is_some() { Column::number } else { Column::words };
    let mut columns = vec![Column::words(Clean::joined(&matrix.axes, " / "))];
    columns.extend(matrix.columns.iter().chain(matrix.heat.iter().map(|heat| &heat.sum)).cloned().map(column));
    let rows = matrix.rows.iter().zip(&matrix.cells).enumerate().map(|(row, (name, cells))| {
        let mut out: Vec<Cell> = vec![Text::strong(name).into()];
        out.extend(cells.iter().enumerate().map(|(column, (_, words))| {
            let marks = matrix.marks.iter().filter(|mark| mark.row == row && mark.column == column);
            let marks = Clean::joined(marks.map(|mark| &mark.name), ", ");
            let cell = if marks.is_empty() {
                Text::plain(words)
            } else {
                Text::strong(words.clone().and(" (").and(marks).and(")"))
            };
            cell.into()
        }));
        out.extend(matrix.heat.iter().map(|heat| Heat::shown(heat.of_row(row)).into()));
        Row::plain(out)
    });
    let sums = matrix.heat.as_ref().map(|heat| {
        let sums = (0..matrix.columns.len()).map(|column| heat.of_column(column)).chain([heat.all()]).map(Heat::shown);
        Row { kind: RowKind::Total, cells: [Cell::from(&heat.sum)].into_iter().chain(sums.map(Cell::from)).collect() }
    });
    Table { caption: Clean::default(), columns, rows: rows.chain(sums).collect(), legend: None }
}

/// Where words stand, which decides what could be taken for markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Surrounding {
    /// At the beginning of a line, where `#`, `-` or `1.` mean something.
    Line,
    /// Within a line.
    Inside,
    /// In a cell of a table.
    Cell,
}

fn inline(text: &Text, place: Surrounding) -> String {
    let mut out = String::new();
    for span in &together(text) {
        let place = if place == Surrounding::Line && !out.is_empty() { Surrounding::Inside } else { place };
        out.push_str(&piece(span, place));
    }
    if place == Surrounding::Cell { out.trim().to_owned() } else { out }
}

/// The runs of a text; those that look alike here are one, so that no address is put together of two.
fn together(text: &Text) -> Vec<Run> {
    let is_plain = |run: &Run| matches!(run.style, Style::Plain | Style::Faint | Style::Quoted) && run.link.is_none();
    let mut runs: Vec<Run> = Vec::new();
    for run in &text.0 {
        match runs.last_mut() {
            Some(last) if is_plain(last) && is_plain(run) => last.words = mem::take(&mut last.words).and(&run.words),
            _ => runs.push(run.clone()),
        }
    }
    runs
}

fn piece(span: &Run, place: Surrounding) -> String {
    let words = span.words.trim_matches(' ');
    if words.is_empty() {
        return span.words.to_string();
    }
    let start = if span.words.starts_with(' ') { " " } else { "" };
    let end = if span.words.ends_with(' ') { " " } else { "" };
    let inner = match span.style {
        Style::Plain | Style::Faint | Style::Quoted => escaped(words, place),
        Style::Strong | Style::Tag(_) => {
            format!("**{}**", escaped(words, if place == Surrounding::Cell { place } else { Surrounding::Inside }))
        }
        Style::Added => format!("**{}**", escaped(words, place)),
        Style::Removed => format!("~~{}~~", escaped(words, place)),
        Style::Code => code(words, place),
    };
    match &span.link {
        Some(Link::Web(address)) => format!("{start}[{inner}]({address}){end}"),
        Some(Link::Within(_)) | None => format!("{start}{inner}{end}"),
    }
}

/// A code span: fenced by more backticks than it holds. In a cell, a bar is escaped even there.
fn code(words: &str, place: Surrounding) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    let words = if place == Surrounding::Cell { words.replace('|', "\\|") } else { words.to_owned() };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// Words as they are read, whatever signs they hold. What looks like an address is set as code: no escape keeps every
/// reader from making it something to click on, and that does.
fn escaped(words: &str, place: Surrounding) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut done = 0;
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        let (before, core, _) = address::bare(word.trim_end_matches(' '));
        if address::is_one(core) {
            let from = at + before.len();
            out.push_str(&signs_escaped(words, done..from, place));
            out.push_str(&code(core, place));
            done = from + core.len();
        }
        at += word.len();
    }
    out.push_str(&signs_escaped(words, done..words.len(), place));
    out
}

/// A part of words, with a backslash before what could be taken for markup.
fn signs_escaped(words: &str, part: Range<usize>, place: Surrounding) -> String {
    let mut out = String::with_capacity(part.len() + 8);
    let mut before = match words[..part.start].chars().next_back() {
        None if place == Surrounding::Line => None,
        before => Some(before.unwrap_or(' ')),
    };
    for (offset, c) in words[part.clone()].char_indices() {
        let at = part.start + offset;
        let behind = &words[at + c.len_utf8()..];
        if is_markup(c, before, behind, words, at, place) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Whether a sign could be taken for markup where it stands.
fn is_markup(c: char, before: Option<char>, behind: &str, words: &str, at: usize, place: Surrounding) -> bool {
    let starts = place == Surrounding::Line && at == 0;
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' | '{' | '}' | '^' => true,
        '&' => behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'), // an entity
        '#' => before.is_none_or(|before| before == ' '),                           // a heading, or its end
        '+' | '-' | '=' | '>' => starts,
        ':' => starts,
        '.' | ')' if place == Surrounding::Line => is_number(&words[..at]),
        _ => false,
    }
}

/// `1.` at the beginning of a line would be the first item of a list.
fn is_number(start: &str) -> bool {
    !start.is_empty() && start.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stay_signs() {
        assert_eq!(escaped("# a *b* [c](d) <e> 1|2", Surrounding::Line), "\\# a \\*b\\* \\[c\\](d) \\<e> 1\\|2");
        assert_eq!(escaped("1. first", Surrounding::Line), "1\\. first");
        assert_eq!(escaped("24. or - 5", Surrounding::Inside), "24. or - 5");
        assert_eq!(escaped("- no", Surrounding::Line), "\\- no");
        assert_eq!(escaped("R&D, &amp; AT&T; 5 & 6", Surrounding::Inside), "R\\&D, \\&amp; AT\\&T; 5 & 6");
        assert_eq!(
            escaped("# (https://x.example), xmpp:a@b.c *", Surrounding::Line),
            "\\# (`https://x.example`), `xmpp:a@b.c` \\*"
        );
    }

    #[test]
    fn code_spans_hold_backticks_and_bars() {
        assert_eq!(code("a`b", Surrounding::Inside), "``a`b``");
        assert_eq!(code("`", Surrounding::Inside), "`` ` ``");
        assert_eq!(code("a|b", Surrounding::Cell), "`a\\|b`");
    }
}
