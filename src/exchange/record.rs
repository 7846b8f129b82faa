//! A record of a stream: a line of JSON with a vendor's answers as text, perhaps our review of them, and which of the
//! papers that they name are here. Everything that is wrong with it is noted in one run, and what can be read of it is
//! its id, by which whoever sent it knows it again.

use std::collections::HashSet;

use super::json;
use super::tree::{Tree, TreeKind};
use crate::answers::read::LARGEST;
use crate::case::{Input, LONGEST_PLACE, Request, ToldPaper, WhichPapers, WhichReview, way};
use crate::source::nearest::nearest;
use crate::source::{Diagnostics, Fingerprint, Source};
use crate::words::clean::{Trusted, one_line, shortened};
use crate::words::problem::{Problem, records as problem, text};
use crate::words::{Clean, Lang};

/// The JSON Schema of a record.
pub const SCHEMA: &str = include_str!("record.schema.json");

/// A line has so many bytes at most: answers and a review as large as they may be, some of it in escapes.
pub const LONGEST: usize = 16 << 20;

/// An id has so many characters at most: every problem of a record repeats it, and what cannot be seen in it as a code.
/// Without any nobody would know the record again.
const LONGEST_ID: usize = 256;

/// A record has so many values at most: a paper has four, and no vendor sends ten thousand.
const MOST_VALUES: usize = 100_000;

/// So much of what is wrong is shown, in characters.
const SHOWN: usize = 80;

/// The name of the stream in messages.
const STREAM: &str = "-";

/// The keys of a record, and of a paper in it.
const KEYS: [&str; 4] = ["id", "answers", "review", "papers"];
const PAPER_KEYS: [&str; 3] = ["location", "bytes", "sha256"];

/// A vendor's answers, with what belongs to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamRecord {
    /// By what whoever sent it knows it again: any text.
    pub id: String,
    answers: String,
    review: Option<String>,
    papers: Vec<ToldPaper>,
}

/// A line that is no record, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct NoRecord {
    /// The id, where it could be read.
    pub id: Option<String>,
    /// What is wrong.
    pub notes: Diagnostics,
}

impl NoRecord {
    /// A line of which nothing could be read.
    pub fn whole(problem: Problem) -> NoRecord {
        NoRecord::of(None, problem)
    }

    /// A record with a problem as a whole.
    pub fn of(id: Option<String>, problem: Problem) -> NoRecord {
        let mut notes = Diagnostics::default();
        notes.note_file(&Source::new(STREAM, ""), problem);
        NoRecord { id, notes }
    }
}

impl StreamRecord {
    /// Reads the line of a stream that has this number.
    ///
    /// # Errors
    /// It is no record.
    pub fn read(line: &[u8], number: usize) -> Result<StreamRecord, NoRecord> {
        let text = str::from_utf8(line)
            .map_err(|_| NoRecord::whole(text::not_utf8(number).helped(Lang::decompress_stream)))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text); // the mark of a file, of several put together, too
        if text.trim().is_empty() {
            return Err(NoRecord::whole(problem::record_not_an_object()));
        }
        let tree = json::read_line(text, number, MOST_VALUES);
        let tree = tree.map_err(|problem| NoRecord::of(id_of_refused(text, number), problem))?;
        let TreeKind::Map(entries) = tree.kind else {
            return Err(NoRecord::whole(problem::record_not_an_object()));
        };
        let mut reading = RecordReading::default();
        let [id, answers, review, papers] = reading.fields(entries, "", KEYS);
        let id = reading.needed("id", id).and_then(|value| reading.id(value));
        let answers = reading
            .needed("answers", answers)
            .and_then(|value| reading.text("answers", value, Lang::write_text_of_file));
        let review = review.and_then(|value| reading.text("review", value, Lang::write_text_of_file));
        let papers = papers.map(|value| reading.papers(value)).unwrap_or_default();
        match (id, answers) {
            (Some(id), Some(answers)) if !reading.notes.has_errors() => {
                Ok(StreamRecord { id, answers, review, papers })
            }
            (id, _) => Err(NoRecord { id, notes: reading.notes }),
        }
    }

    /// What is to be judged, by what is ours: all that the record holds, and nothing that lies anywhere. Its texts go
    /// by its id, as files would.
    pub fn request(self, ours: &Request) -> Request {
        let given = |text: String, ending: &str| {
            let name = format!("{}{ending}", self.id);
            let source = Source::from_bytes(&name, text.into_bytes(), LARGEST);
            Input::Given(name, source.map_err(as_in_a_record))
        };
        Request {
            answers: given(self.answers, ".yaml"),
            review: self.review.map_or(WhichReview::Without, |text| WhichReview::Named(given(text, ".review.yaml"))),
            papers: WhichPapers::Told(self.papers),
            ..ours.clone()
        }
    }
}

/// What is wrong with a text, and what helps where it lies in no file.
fn as_in_a_record(problem: Problem) -> Problem {
    match problem.code.id {
        "office-file" => problem.helped(Lang::put_text_into_record),
        "utf16-text" => problem.helped(Lang::decode_before),
        _ => problem,
    }
}

/// The id of a record that cannot be read since it names another key twice, or since some other text in it holds half
/// of a sign: what other programs write of a text that was cut.
fn id_of_refused(text: &str, number: usize) -> Option<String> {
    let TreeKind::Map(entries) = json::read_refused_line(text, number, MOST_VALUES)?.kind else { return None };
    let mut ids = entries.into_iter().filter(|(key, _)| key == "id");
    let (Some((_, Tree { kind: TreeKind::Text(id), .. })), None) = (ids.next(), ids.next()) else { return None };
    Some(id).filter(|id| is_sound(id) && !id.contains('\u{fffd}'))
}

/// Whether an id is one that every problem can repeat.
fn is_sound(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.chars().count())
}

/// What a value must be, in words.
type ValueRule = fn(Lang) -> Clean;

/// The reading of one record.
#[derive(Default)]
struct RecordReading {
    notes: Diagnostics,
}

impl RecordReading {
    fn note(&mut self, problem: Problem) {
        self.notes.note_file(&Source::new(STREAM, ""), problem);
    }

    /// The values of the keys that there are, in their order; others are noted, with the place in which they stand. A
    /// value that is nothing is none.
    fn fields<const N: usize>(
        &mut self,
        entries: Vec<(String, Tree)>,
        at: &str,
        keys: [&'static str; N],
    ) -> [Option<Tree>; N] {
        let mut found = [const { None }; N];
        for (key, value) in entries {
            match keys.iter().position(|known| *known == key) {
                Some(_) if value.kind == TreeKind::Null => {}
                Some(place) => found[place] = Some(value),
                None if self.notes.is_full() => {}
                None => {
                    let unknown = text::unknown_key(shortened(&format!("{at}{key}"), SHOWN), Clean::joined(keys, ", "));
                    self.note(unknown.did_you_mean(nearest(&key, keys)));
                }
            }
        }
        found
    }

    fn needed(&mut self, key: &str, value: Option<Tree>) -> Option<Tree> {
        if value.is_none() {
            self.note(text::missing_key(one_line(key)));
        }
        value
    }

    /// Notes that a value is another one than may be, and what may be.
    fn wrong<T>(&mut self, key: &str, value: &Tree, rule: ValueRule) -> Option<T> {
        let found = match &value.kind {
            TreeKind::List(_) => "[...]",
            TreeKind::Map(_) => "{...}",
            _ => value.words().map_or("null", |words| if words.is_empty() { "\"\"" } else { words }),
        };
        self.note(problem::record_value(one_line(key), shortened(found, SHOWN), rule(Lang::En), rule(Lang::Sv)));
        None
    }

    /// The id. Numbers are what many have for one: each is written as a text, since not every program reads it alike.
    fn id(&mut self, value: Tree) -> Option<String> {
        const RULE: ValueRule = Lang::write_id;
        let digits = match &value.kind {
            TreeKind::Text(id) if !is_sound(id) => return self.wrong("id", &value, RULE),
            TreeKind::Number(digits) if digits.len() <= SHOWN => one_line(digits),
            _ => return self.text("id", value, RULE),
        };
        let wrong = problem::record_value("id", &digits, RULE(Lang::En), RULE(Lang::Sv));
        self.note(wrong.to_be_written(&"\"id\": \"".and(&digits).and("\"")));
        None
    }

    fn text(&mut self, key: &str, value: Tree, rule: ValueRule) -> Option<String> {
        match value.kind {
            TreeKind::Text(text) => Some(text),
            _ => self.wrong(key, &value, rule),
        }
    }

    fn location(&mut self, key: &str, value: Tree) -> Option<String> {
        if value.words().is_some_and(|words| words.len() > LONGEST_PLACE) {
            self.wrong(key, &value, Lang::write_location)
        } else {
            self.text(key, value, Lang::write_location)
        }
    }

    /// The papers, each place once. Where nobody would read what is wrong with the next, none is looked at.
    fn papers(&mut self, value: Tree) -> Vec<ToldPaper> {
        let TreeKind::List(items) = value.kind else {
            return self.wrong("papers", &value, Lang::write_papers).unwrap_or_default();
        };
        let mut places = HashSet::new();
        let mut papers = Vec::new();
        for (at, item) in items.into_iter().enumerate() {
            if self.notes.is_full() {
                break;
            }
            let Some(paper) = self.paper(&format!("papers[{at}]"), item) else { continue };
            if places.insert(way(&paper.location)) {
                papers.push(paper);
            } else {
                self.note(text::duplicate_key(one_line(&format!("papers[{at}].location"))));
            }
        }
        papers
    }

    fn paper(&mut self, at: &str, value: Tree) -> Option<ToldPaper> {
        let TreeKind::Map(entries) = value.kind else { return self.wrong(at, &value, Lang::write_paper) };
        let [location, bytes, sha256] = self.fields(entries, &format!("{at}."), PAPER_KEYS);
        let keys = PAPER_KEYS.map(|key| format!("{at}.{key}"));
        let location = self.needed(&keys[0], location).and_then(|value| self.location(&keys[0], value));
        let bytes = self.needed(&keys[1], bytes).and_then(|value| self.count(&keys[1], &value));
        let sha256 = self.needed(&keys[2], sha256).and_then(|value| self.fingerprint(&keys[2], &value));
        Some(ToldPaper { location: location?, bytes: bytes?, sha256: sha256? })
    }

    fn count(&mut self, key: &str, value: &Tree) -> Option<u64> {
        let count = match &value.kind {
            TreeKind::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        count.or_else(|| self.wrong(key, value, Lang::write_bytes))
    }

    fn fingerprint(&mut self, key: &str, value: &Tree) -> Option<Fingerprint> {
        let fingerprint = match &value.kind {
            TreeKind::Text(digits) => Fingerprint::parse(digits),
            _ => None,
        };
        fingerprint.or_else(|| self.wrong(key, value, Lang::write_sha256))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(line: &str) -> Diagnostics {
        StreamRecord::read(line.as_bytes(), 1).unwrap_err().notes
    }

    #[test]
    fn nothing_is_looked_at_of_which_nobody_would_read_what_is_wrong() {
        let of = |papers: &str, more: &str| format!("{{\"id\":\"x\",\"answers\":\"\",\"papers\":[{papers}]{more}}}");
        let keys: String = (0..40_000).map(|at| format!(",\"k{at}\":1")).collect();
        let in_paper = format!("{{{}}}", keys.trim_start_matches(','));
        let id_last = format!("{{{},\"answers\":\"\",\"id\":\"x\"}}", keys.trim_start_matches(','));
        for line in [of(&vec!["7"; 50_000].join(","), ""), of("", &keys), of(&in_paper, ""), id_last] {
            let NoRecord { id, notes } = StreamRecord::read(line.as_bytes(), 1).unwrap_err();
            assert_eq!(id.as_deref(), Some("x"));
            assert_eq!(notes.sorted().len(), 1000);
            assert!(notes.error_count() < 1010, "{}", notes.error_count());
        }
    }

    #[test]
    fn what_is_wrong_with_a_record_is_told_in_few_words() {
        let long = "i".repeat(1_500_000);
        for line in [
            format!("{{\"id\":\"{long}\",\"answers\":\"\"}}"),
            format!("{{\"id\":\"x\",\"answers\":\"\",\"{long}\":1}}"),
            format!("{{\"id\":\"x\",\"answers\":\"\",\"papers\":\"{long}\"}}"),
            format!("{{\"id\":\"x\",\"answers\":\"\",\"papers\":[{{\"location\":\"{long}\",\"bytes\":\"{long}\"}}]}}"),
            format!("{{\"{long}\":1,\"{long}\":1}}"),
        ] {
            for found in refused(&line).sorted() {
                assert!(found.problem.message(Lang::En).len() < 200);
            }
        }
    }
}
