//! A document that people keep: headings, paragraphs, lists, tables, figures. It knows nothing of the model, and nothing
//! of Markdown or HTML; it is made once and then rendered.

use crate::words::{Lang, clean};

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language that it is written in.
    pub lang: Lang,
    /// How it is laid out.
    pub layout: Layout,
    /// What it is about; the first heading.
    pub title: Text,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// How a document is laid out where that makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Many pages, with a table of contents where the format has room for one.
    Report,
    /// One page of A4.
    Page,
    /// A letter.
    Letter,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading and what stands under it.
    Section(Section),
    /// A paragraph.
    Paragraph(Text),
    /// Something to be careful about.
    Notice(Text),
    /// The one thing to take away.
    Verdict(Verdict),
    /// Items without an order.
    List(Vec<Text>),
    /// Items in their order.
    Steps(Vec<Text>),
    /// Names and what they stand for.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Records, each with a head and facts.
    Records(Vec<Record>),
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// A name to point to, unique in the document: ASCII letters, digits, `-`, `_` and `.`.
    pub anchor: String,
    /// The heading.
    pub title: Text,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// The one thing to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How good or bad it is.
    pub tone: Tone,
    /// What is judged.
    pub label: String,
    /// How.
    pub value: String,
    /// What else could be.
    pub outlook: Vec<Text>,
}

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// What it stands for.
    pub text: Text,
}

/// A record: a head, something at its side, facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// A name to point to, as of a [`Section`].
    pub anchor: String,
    /// What it is about.
    pub head: Text,
    /// What to see at a glance.
    pub aside: Text,
    /// The details.
    pub facts: Vec<Fact>,
}

/// A table. Its first column names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Row>,
    /// What the parts of its bars stand for, if it has bars.
    pub legend: Option<[String; 4]>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands in it.
    pub title: String,
    /// What kind of thing that is.
    pub kind: ColumnKind,
}

/// What kind of thing stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Days, which stay on one line.
    Day,
    /// Numbers, which line up at the right.
    Number,
    /// Bars.
    Bar,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is among the others.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What a row is among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// One like any other.
    Plain,
    /// The sum of the [`RowKind::Member`] rows below it.
    Group,
    /// Belongs to the group above it.
    Member,
    /// The sum of all.
    Total,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words or a number.
    Text(Text),
    /// A stacked bar.
    Bar(Bar),
    /// A bar to the left or to the right of a middle.
    Balance(Balance),
}

/// A stacked bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its parts from the left in thousandths of the whole. They add up to 1000, or to 0 where there is nothing.
    pub parts: [u64; 4],
    /// The same in words.
    pub label: String,
}

/// A bar to the left or to the right of a middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// How far, in thousandths of the room on a side: to the left below 0, to the right above.
    pub reach: i64,
    /// The same in words.
    pub label: String,
}

/// A picture with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// A name to point to, as of a [`Section`].
    pub anchor: String,
    /// What it shows.
    pub title: String,
    /// The same in words, for who does not see it.
    pub text: String,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Values around a centre. Its numbers stand in a table beside it.
    Radar(Radar),
    /// Cells, some of them marked.
    Matrix(Matrix),
    /// Two rows of bars that face each other. Their numbers stand in a table beside it.
    Facing(Facing),
    /// Steps from one value to another. Their numbers stand in a table beside it.
    Waterfall(Waterfall),
}

/// Two rows of bars that face each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facing {
    /// Whose bars reach to the left, and whose to the right.
    pub sides: [String; 2],
    /// What is compared, from the top.
    pub rows: Vec<Axis>,
}

/// Steps from one value to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// Where the steps begin and where they end.
    pub ends: [String; 2],
    /// What is at the beginning, in thousandths of the whole.
    pub start: i64,
    /// The steps: name, size in thousandths of the whole, size as shown.
    pub steps: Vec<(String, i64, String)>,
}

/// Values around a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Radar {
    /// The names of the inner and the outer line.
    pub series: [String; 2],
    /// The axes, clockwise from the top.
    pub axes: Vec<Axis>,
}

/// An axis of a [`Radar`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Its name.
    pub name: String,
    /// The inner and the outer value in thousandths of the whole.
    pub values: [u64; 2],
    /// The same as shown.
    pub shown: [String; 2],
}

/// Cells with rows and columns, some of them marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What the rows and the columns stand for.
    pub axes: [String; 2],
    /// The names of the rows, from the top.
    pub rows: Vec<String>,
    /// The names of the columns, from the left.
    pub columns: Vec<String>,
    /// The cells, row by row.
    pub cells: Vec<Vec<(Tone, String)>>,
    /// What is marked.
    pub marks: Vec<Mark>,
}

/// A marked cell of a [`Matrix`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place of its row.
    pub row: usize,
    /// Place of its column.
    pub column: usize,
    /// What the mark says.
    pub name: String,
}

/// How good or bad something is. It is never said by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither.
    Plain,
    /// Good.
    Good,
    /// Worth a look.
    Careful,
    /// Bad.
    Bad,
    /// Very bad.
    Worst,
}

/// Words, piece by piece. What is not trusted is cleaned here, and nowhere else in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// How it is set.
    pub style: Style,
    /// The words: one line, without hidden characters.
    pub words: String,
    /// Where it leads.
    pub link: Option<Link>,
}

/// How a piece is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As usual.
    Plain,
    /// What the eye should meet first.
    Strong,
    /// What can be passed over.
    Faint,
    /// A name that programs know, such as an id.
    Code,
    /// Somebody else's words.
    Quoted,
    /// Words that are new.
    Added,
    /// Words that are gone.
    Removed,
    /// A word that says how good or bad something is.
    Tag(Tone),
}

/// Where a piece leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an anchor of the same document, if it has it.
    Within(String),
    /// To a page. Only `http`, `https` and `mailto` are followed; [`Text::web`] sees to that.
    Web(String),
}

impl Text {
    /// Words as usual.
    pub fn plain(words: impl AsRef<str>) -> Text {
        Text::default().and(words)
    }

    /// Words that the eye should meet first.
    pub fn strong(words: impl AsRef<str>) -> Text {
        Text::default().styled(Style::Strong, words)
    }

    /// A name that programs know.
    pub fn code(words: impl AsRef<str>) -> Text {
        Text::default().styled(Style::Code, words)
    }

    /// Somebody else's words.
    pub fn quoted(words: impl AsRef<str>) -> Text {
        Text::default().styled(Style::Quoted, words)
    }

    /// A word that says how good or bad something is.
    pub fn tag(tone: Tone, words: impl AsRef<str>) -> Text {
        Text::default().styled(Style::Tag(tone), words)
    }

    /// With more words as usual.
    #[must_use]
    pub fn and(self, words: impl AsRef<str>) -> Text {
        self.styled(Style::Plain, words)
    }

    /// With more words in a style. Blanks at their ends are kept; everything else is cleaned.
    #[must_use]
    pub fn styled(self, style: Style, words: impl AsRef<str>) -> Text {
        self.piece(style, words.as_ref(), None)
    }

    /// With an id that leads to its anchor in the same document.
    #[must_use]
    pub fn reference(self, id: &str) -> Text {
        self.piece(Style::Code, id, Some(Link::Within(id.to_owned())))
    }

    /// With words that lead to a page; without the link where it is none that may be followed.
    #[must_use]
    pub fn web(self, words: impl AsRef<str>, address: &str) -> Text {
        let may_follow = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\()[]{}|^*".contains(&byte));
        self.piece(Style::Plain, words.as_ref(), (may_follow && is_plain).then(|| Link::Web(address.to_owned())))
    }

    /// With another text behind it.
    #[must_use]
    pub fn then(mut self, other: Text) -> Text {
        self.0.extend(other.0);
        self
    }

    /// Texts with something between them.
    pub fn joined(texts: impl IntoIterator<Item = Text>, between: &str) -> Text {
        let mut texts = texts.into_iter();
        let first = texts.next().unwrap_or_default();
        texts.fold(first, |whole, text| whole.and(between).then(text))
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.words.is_empty())
    }

    /// The words without their styles.
    pub fn words(&self) -> String {
        self.0.iter().map(|span| span.words.as_str()).collect()
    }

    fn piece(mut self, style: Style, words: &str, link: Option<Link>) -> Text {
        let clean = clean::one_line(words);
        if clean.is_empty() && words.is_empty() {
            return self;
        }
        let blank = |at_end: bool| if at_end { " " } else { "" };
        let words = match clean.is_empty() {
            true => " ".to_owned(),
            false => format!("{}{clean}{}", blank(words.starts_with(' ')), blank(words.ends_with(' '))),
        };
        self.0.push(Span { style, words, link });
        self
    }
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text::plain(words)
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Cell {
        Cell::Text(text)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Cell {
        Cell::Text(Text::plain(words))
    }
}

impl Fact {
    /// A name and what it stands for.
    pub fn new(name: impl Into<String>, text: impl Into<Text>) -> Fact {
        Fact { name: name.into(), text: text.into() }
    }
}

impl Section {
    /// A heading and what stands under it, as a part of a document.
    pub fn block(anchor: impl Into<String>, title: impl Into<Text>, blocks: Vec<Block>) -> Block {
        Block::Section(Section { anchor: anchor.into(), title: title.into(), blocks })
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: String) -> Column {
        Column { title, kind: ColumnKind::Words }
    }

    /// A column of days.
    pub fn day(title: String) -> Column {
        Column { title, kind: ColumnKind::Day }
    }

    /// A column of numbers.
    pub fn number(title: String) -> Column {
        Column { title, kind: ColumnKind::Number }
    }

    /// A column of bars.
    pub fn bar(title: String) -> Column {
        Column { title, kind: ColumnKind::Bar }
    }
}

impl Row {
    /// A row like any other.
    pub fn plain(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Plain, cells }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cleaned_and_blanks_at_their_ends_kept() {
        let text = Text::plain("a ").styled(Style::Quoted, "b\u{202e}\n c").and(" ").and("d");
        assert_eq!(text.words(), "a b\\u{202e} c d");
        assert!(Text::plain("").is_empty());
    }

    #[test]
    fn only_harmless_addresses_become_links() {
        let link = |address: &str| Text::default().web("page", address).0[0].link.clone();
        assert!(link("https://eur-lex.europa.eu/eli/reg/2016/679/oj").is_some());
        for bad in ["javascript:alert(1)", "data:text/html,x", "//x", "https://x/\" onclick=\"y", "https://x/ y"] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }
}
