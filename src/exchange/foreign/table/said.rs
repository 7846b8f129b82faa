//! How a table is to be read, as it is said on a command line.

use super::mapping::{Mapping, NAMED, TableColumn, TableScale, squeezed};
use super::read::{FIXED, Meanings, is_shared};
use crate::exchange::spreadsheet::limits;
use crate::questionnaire::limits::MOST_OPTIONS;
use crate::source::fields::Word;
use crate::source::nearest::nearest;
use crate::words::clean::{Clean, one_line};
use crate::words::problem::{Problem, mappings as problem, text as text_problem};

/// The row of the heads, among columns.
const HEADER: &str = "header";

/// What a command line says of a table; each as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSaid {
    /// Sheets that are read: `Access`.
    pub sheets: Vec<String>,
    /// Columns by letter or head: `id=A,question=B,answer="Answer, final"`. `header=3` is the row of the heads.
    pub columns: Option<String>,
    /// What answers are worth: `yes=100,partly=50,no=0`; words alone: `yes,no`; or the name of a scale.
    pub values: Option<String>,
}

impl Mapping {
    /// The mapping that holds: of a file that was named, with what the command line says instead. `None` where neither
    /// says anything.
    ///
    /// # Errors
    /// Something on the command line cannot be read.
    pub fn with(file: Option<Mapping>, said: &TableSaid) -> Result<Option<Mapping>, Problem> {
        let is_silent = said.sheets.is_empty() && said.columns.is_none() && said.values.is_none();
        if is_silent {
            return Ok(file);
        }
        let mut mapping = file.unwrap_or_default();
        if !said.sheets.is_empty() {
            mapping.sheets.clone_from(&said.sheets);
        }
        if let Some(columns) = &said.columns {
            let (header, columns) = self::columns(columns)?;
            mapping.header = header;
            mapping.columns = columns;
        }
        if let Some(values) = &said.values {
            mapping.scale = scale(values)?;
            if let TableScale::Words(values) = &mapping.scale {
                // words for answers that there are no longer
                let is_known = |name: &str| FIXED.contains(&name) || values.iter().any(|(known, _)| known == name);
                mapping.words.retain(|(name, _)| is_known(name));
            }
        }
        Ok(Some(mapping))
    }
}

/// Where parts stand, as somebody wrote it.
type SaidColumns = Vec<(TableColumn, String)>;

fn columns(said: &str) -> Result<(Option<u32>, SaidColumns), Problem> {
    let mut header = None;
    let mut columns = SaidColumns::new();
    for part in parts(said) {
        let (key, at) = part.as_pair().ok_or_else(|| problem::column_unsaid(one_line(&part.0)))?;
        let twice = || problem::column_twice(one_line(&key));
        if key == HEADER {
            let row = at.parse().ok().filter(|row| (1..=limits::ROWS).contains(row));
            let row: u32 = row.ok_or_else(|| text_problem::out_of_range(one_line(&at), 1, limits::ROWS))?;
            if header.replace(row).is_some() {
                return Err(twice());
            }
            continue;
        }
        let column = TableColumn::of(&key).ok_or_else(|| {
            let known = || TableColumn::ALL.iter().map(|(word, _)| *word).chain([HEADER]);
            let problem = problem::no_such_part(one_line(&key), Clean::joined(known(), ", "));
            problem.did_you_mean(nearest(&key, known()))
        })?;
        if columns.iter().any(|(other, _)| *other == column) {
            return Err(twice());
        }
        columns.push((column, at));
    }
    columns.sort_by_key(|(column, _)| *column);
    for (index, (column, at)) in columns.iter().enumerate() {
        let mut before = columns[..index].iter();
        let other = before.find(|(other, place)| squeezed(place) == squeezed(at) && !is_shared(*other, *column));
        if let Some((other, _)) = other {
            return Err(problem::column_shared(one_line(at), other.word(), column.word()));
        }
    }
    Ok((header, columns))
}

fn scale(said: &str) -> Result<TableScale, Problem> {
    if let Some((_, scale)) = NAMED.iter().find(|(name, _)| *name == said.trim()) {
        return Ok(scale.clone());
    }
    let (mut meanings, mut values) = (Meanings::default(), Vec::new());
    for part in parts(said) {
        let (word, value) = match part.as_pair() {
            Some((word, value)) => {
                let digits = Some(&value).filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
                let number = digits.and_then(|value| value.parse().ok()).filter(|number| *number <= 100);
                (word, Some(number.ok_or_else(|| problem::not_worth(one_line(&part.0)))?))
            }
            None => (unquoted(&part.0), None),
        };
        if word.is_empty() {
            return Err(problem::not_worth(one_line(&part.0)));
        }
        if FIXED.iter().any(|fixed| squeezed(&word) == *fixed) {
            return Err(problem::fixed_value(one_line(&word)));
        }
        meanings.put(&word, &word)?;
        values.push((word, value));
    }
    let bare = values.iter().find(|(_, value)| value.is_none());
    if let Some((word, _)) = bare.filter(|_| values.iter().any(|(_, value)| value.is_some())) {
        return Err(problem::not_worth(one_line(word)));
    }
    if values.is_empty() || values.len() > MOST_OPTIONS {
        return Err(text_problem::out_of_range(values.len(), 1, MOST_OPTIONS));
    }
    Ok(TableScale::Words(values))
}

/// A part of a list with commas between its parts.
struct SaidPart(String);

impl SaidPart {
    /// What stands before the first `=`, and behind it, both without quotes; `None` if one of them is missing.
    fn as_pair(&self) -> Option<(String, String)> {
        let mut is_quoted = false;
        let at = self.0.char_indices().find(|(_, sign)| {
            is_quoted ^= *sign == '"';
            *sign == '=' && !is_quoted
        });
        let (key, value) = self.0.split_at_checked(at?.0)?;
        let (key, value) = (unquoted(key), unquoted(value.strip_prefix('=')?));
        (!key.is_empty() && !value.is_empty()).then_some((key, value))
    }
}

fn unquoted(words: &str) -> String {
    let words = words.trim();
    let bare = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
    bare.unwrap_or(words).trim().to_owned()
}

/// The parts of a list; a comma within quotes ends none.
fn parts(said: &str) -> Vec<SaidPart> {
    let mut is_quoted = false;
    let parts = said.split(|sign: char| {
        is_quoted ^= sign == '"';
        sign == ',' && !is_quoted
    });
    parts.filter(|part| !part.trim().is_empty()).map(|part| SaidPart(part.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(columns: &str, values: &str) -> TableSaid {
        let given = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        TableSaid { sheets: Vec::new(), columns: given(columns), values: given(values) }
    }

    fn code(columns: &str, values: &str) -> &'static str {
        Mapping::with(None, &said(columns, values)).err().map_or("read", |problem| problem.code.id)
    }

    #[test]
    fn columns_and_values_are_said_in_words() {
        let said =
            said("question=B, id=A ,header=3,answer=\"Answer, final = sent\"", "yes=100,\"in part, so far\"=50,no=0");
        let mapping = Mapping::with(None, &said).unwrap().unwrap();
        assert_eq!(mapping.header, Some(3));
        let columns: Vec<_> = mapping.columns.iter().map(|(column, at)| (column.word(), at.as_str())).collect();
        assert_eq!(columns, [("id", "A"), ("question", "B"), ("answer", "Answer, final = sent")]);
        let TableScale::Words(values) = mapping.scale else { panic!("words") };
        let values: Vec<_> = values.iter().map(|(word, value)| (word.as_str(), *value)).collect();
        assert_eq!(values, [("yes", Some(100)), ("in part, so far", Some(50)), ("no", Some(0))]);
    }

    #[test]
    fn a_scale_has_a_name_or_words_that_are_worth_nothing() {
        let scale = |values: &str| Mapping::with(None, &said("", values)).unwrap().unwrap().scale;
        assert_eq!(scale(" yes-partial-no"), TableScale::YesPartialNo);
        assert_eq!(scale("yes,no"), TableScale::Words(vec![("yes".to_owned(), None), ("no".to_owned(), None)]));
        assert_eq!(Mapping::with(None, &said("", "")).unwrap(), None);
    }

    #[test]
    fn the_command_line_stands_above_the_file() {
        let file = Mapping::with(None, &said("id=A,question=B,header=2", "yes=100,no=0")).unwrap();
        let words = vec![("no".to_owned(), vec!["N".to_owned()]), ("n/a".to_owned(), vec!["-".to_owned()])];
        let file = file.map(|file| Mapping { words, ..file });
        let both = Mapping::with(file.clone(), &said("", "yes=90,never=0")).unwrap().unwrap();
        assert_eq!((both.header, both.columns.len(), both.words.len()), (Some(2), 2, 1));
        assert_eq!(Mapping::with(file.clone(), &TableSaid::default()).unwrap(), file);
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_name() {
        for (columns, values, expected) in [
            ("id", "", "column-unsaid"),
            ("id=", "", "column-unsaid"),
            ("=A", "", "column-unsaid"),
            ("id=A,anwser=B", "", "no-such-part"),
            ("id=A,id=B", "", "column-twice"),
            ("id=A,question=B,answer=b", "", "column-shared"),
            ("id=A,question=A", "", "read"),
            ("id=A,header=0", "", "out-of-range"),
            ("id=A,header=x", "", "out-of-range"),
            ("header=1,header=2", "", "column-twice"),
            ("", "yes=101", "not-worth"),
            ("", "yes=+1", "not-worth"),
            ("", "yes=1.5", "not-worth"),
            ("", "yes=100,no", "not-worth"),
            ("", "\"\",no", "not-worth"),
            ("", "yes=100,YES=0", "word-again"),
            ("", "yes=100,N/A=0", "fixed-value"),
            ("", ",", "out-of-range"),
        ] {
            assert_eq!(code(columns, values), expected, "{columns} {values}");
        }
    }
}
