//! How a table is to be read: which sheet and columns hold what, and what the words in them mean. Somebody says it
//! once, and keeps it in a file.

use crate::questionnaire::level::Importance;
use crate::questionnaire::names::folded;
use crate::source::fields::{Word, fixed_words};
use crate::words::clean::{Clean, toml_text};

/// The format of a mapping file.
pub const FORMAT: &str = "duly/mapping@1";

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableColumn {
    /// The id of a question. Where it is the column of questions, their own words make the ids.
    Id,
    /// What is asked.
    Question,
    /// What was answered.
    Answer,
    /// What was added to the answer.
    Comment,
    /// What a question belongs to.
    Category,
    /// What helps to answer.
    Help,
    /// How much a question matters.
    Importance,
    /// Who answered.
    By,
}

fixed_words!(TableColumn {
    Id: "id",
    Question: "question",
    Answer: "answer",
    Comment: "comment",
    Category: "category",
    Help: "help",
    Importance: "importance",
    By: "by",
});

/// How questions of a table are answered. What an answer is worth, nobody but the user says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TableScale {
    /// Nobody said: in words of one's own.
    #[default]
    Unsaid,
    /// Yes or no, worth 100 and 0.
    YesNo,
    /// Yes, in part, no: worth 100, 50 and 0.
    YesPartialNo,
    /// One of these words, each with what it is worth, 0..=100; none of them is worth anything, or each is.
    Words(Vec<(String, Option<u8>)>),
}

/// Scales that have a name.
pub const NAMED: [(&str, TableScale); 2] =
    [("yes-no", TableScale::YesNo), ("yes-partial-no", TableScale::YesPartialNo)];

/// How a table is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The id of the questionnaire that the table becomes.
    pub id: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The language of its words, such as `en`.
    pub language: Option<String>,
    /// The sheets that are read; the first with the named heads where there is none here.
    pub sheets: Vec<String>,
    /// The row of the heads, from 1; found by the heads where it is not said.
    pub header: Option<u32>,
    /// Where each part stands: the letter of a column, or its head.
    pub columns: Vec<(TableColumn, String)>,
    /// How questions are answered.
    pub scale: TableScale,
    /// Other words that stand in the column of answers: for an answer, `n/a` or `unknown`.
    pub words: Vec<(String, Vec<String>)>,
    /// What the words for importance mean.
    pub importance: Vec<(String, Importance)>,
}

impl Mapping {
    /// Where a part stands, as somebody wrote it.
    pub fn column(&self, column: TableColumn) -> Option<&str> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, written)| written.as_str())
    }

    /// The answer, `n/a` or `unknown`, that a word in the column of answers stands for.
    pub fn meant(&self, written: &str) -> Option<&str> {
        let wanted = squeezed(written);
        let is_meant = |(_, words): &&(String, Vec<String>)| words.iter().any(|word| squeezed(word) == wanted);
        let values: &[(String, Option<u8>)] = if let TableScale::Words(values) = &self.scale { values } else { &[] };
        let own = values.iter().map(|(name, _)| name.as_str()).find(|name| squeezed(name) == wanted);
        own.or_else(|| self.words.iter().find(is_meant).map(|(name, _)| name.as_str()))
    }

    /// What a word for importance means: as the mapping says, or one of ours.
    pub fn weighed(&self, written: &str) -> Option<Importance> {
        let wanted = squeezed(written);
        let said = self.importance.iter().find(|(word, _)| squeezed(word) == wanted).map(|(_, meaning)| *meaning);
        said.or_else(|| Importance::of(&wanted)).or_else(|| in_swedish(&wanted))
    }

    /// The mapping as a file that can be kept and named again.
    pub fn text(&self) -> String {
        let mut lines = vec![format!("format = {}", toml_text(FORMAT))];
        let texts =
            [("id", &self.id), ("version", &self.version), ("title", &self.title), ("language", &self.language)];
        let given = |(key, text): (&str, &Option<String>)| Some(format!("{key} = {}", toml_text(text.as_deref()?)));
        lines.extend(texts.into_iter().filter_map(given));
        match &self.sheets[..] {
            [] => {}
            [only] => lines.push(format!("sheet = {}", toml_text(only))),
            several => lines.push(format!("sheet = {}", list(several))),
        }
        lines.extend(self.header.map(|header| format!("header = {header}")));
        let named = NAMED.iter().find(|(_, scale)| *scale == self.scale).map(|(name, _)| toml_text(name));
        let bare = match &self.scale {
            TableScale::Words(words) if words.iter().any(|(_, value)| value.is_none()) => {
                Some(list(&words.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()))
            }
            _ => named,
        };
        let is_table = bare.is_none();
        lines.extend(bare.map(|bare| format!("values = {bare}")));
        section(&mut lines, "columns", self.columns.iter().map(|(column, at)| (column.word(), toml_text(at))));
        if let (TableScale::Words(words), true) = (&self.scale, is_table) {
            let worth = |(name, value): &'_ (String, Option<u8>)| (name.clone(), value.unwrap_or_default());
            section(&mut lines, "values", words.iter().map(worth));
        }
        section(&mut lines, "words", self.words.iter().map(|(name, words)| (name, list(words))));
        let weights = self.importance.iter().map(|(word, meaning)| (word, toml_text(meaning.word())));
        section(&mut lines, "importance", weights);
        lines.push(String::new());
        lines.join("\n")
    }
}

/// What a Swedish word for importance means.
fn in_swedish(word: &str) -> Option<Importance> {
    match word {
        "kritisk" => Some(Importance::Critical),
        "hög" => Some(Importance::High),
        "medel" | "medelhög" => Some(Importance::Medium),
        "låg" => Some(Importance::Low),
        _ => None,
    }
}

/// A section of a file, unless there is nothing in it.
fn section<K: AsRef<str>, V: std::fmt::Display>(
    lines: &mut Vec<String>,
    name: &str,
    entries: impl Iterator<Item = (K, V)>,
) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    lines.extend([String::new(), format!("[{name}]")]);
    lines.extend(entries.map(|(name, value)| format!("{} = {value}", key(name.as_ref()))));
}

fn key(name: &str) -> Clean {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match !name.is_empty() && name.bytes().all(is_bare) {
        true => crate::words::clean::one_line(name),
        false => toml_text(name),
    }
}

fn list(words: &[String]) -> Clean {
    let words = words.iter().map(|word| toml_text(word));
    Clean::joined(["[".into(), Clean::joined(words, ", "), "]".into()], "")
}

/// How words of tables are compared: without case, and with one blank for any.
pub fn squeezed(words: &str) -> String {
    folded(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::foreign::table::read::read;
    use crate::source::Source;

    fn whole() -> Mapping {
        let pair =
            |name: &str, words: &[&str]| (name.to_owned(), words.iter().map(|word| (*word).to_owned()).collect());
        Mapping {
            id: Some("our-set".to_owned()),
            version: Some("2026.0.0".to_owned()),
            title: Some("Our \"set\"".to_owned()),
            language: Some("sv".to_owned()),
            sheets: vec!["Åtkomst".to_owned(), "B, C".to_owned()],
            header: Some(3),
            columns: vec![(TableColumn::Id, "A".to_owned()), (TableColumn::Answer, "Svar, kort".to_owned())],
            scale: TableScale::Words(vec![("yes".to_owned(), Some(100)), ("in part".to_owned(), Some(50))]),
            words: vec![pair("yes", &["Y", "Ja\u{202e}"]), pair("n/a", &["-"])],
            importance: vec![("Must have".to_owned(), Importance::Critical)],
        }
    }

    #[test]
    fn a_mapping_is_read_as_it_is_written() {
        let without = |scale| Mapping { scale, ..Mapping { columns: whole().columns, ..Mapping::default() } };
        let bare = TableScale::Words(vec![("yes".to_owned(), None), ("no".to_owned(), None)]);
        let scales = [TableScale::Unsaid, TableScale::YesNo, TableScale::YesPartialNo, bare].map(without);
        for mapping in [vec![whole()], scales.to_vec()].concat() {
            let text = mapping.text();
            let read = read(&Source::new("m.toml", text.as_str()));
            // a hidden letter is written as an escape, and told when it is read
            assert!(!read.diagnostics.has_errors() || text.contains("\\U"), "{text}\n{:?}", read.diagnostics.sorted());
            assert_eq!(read.value.as_ref(), Some(&mapping), "{text}");
        }
    }

    #[test]
    fn words_are_known_in_any_case_and_with_any_blanks() {
        let mapping = whole();
        let meant = ["YES", " in\u{a0}\n Part", "y", "-", "no", ""].map(|word| mapping.meant(word));
        assert_eq!(meant, [Some("yes"), Some("in part"), Some("yes"), Some("n/a"), None, None]);
        let swedish = ["Kritisk", "HÖG", "medelhög", "Medel", " låg "].map(|word| mapping.weighed(word));
        let levels =
            [Importance::Critical, Importance::High, Importance::Medium, Importance::Medium, Importance::Low].map(Some);
        assert_eq!(swedish, levels);
        let weighed = ["must  HAVE", "High", "high ", "urgent"].map(|word| mapping.weighed(word));
        assert_eq!(weighed, [Some(Importance::Critical), Some(Importance::High), Some(Importance::High), None]);
    }
}
