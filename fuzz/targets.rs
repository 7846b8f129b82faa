//! The bodies of the fuzz targets: bytes in, a law checked. Run by cargo-fuzz and, on stable Rust, by
//! `tests/it/security/fuzz.rs`.
//! Each says whether the bytes got as far as its law, so that a test can see that the law is met at all.

#![allow(dead_code, reason = "each fuzz target runs one of them")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "what cannot be had is a find")]

#[path = "read_back.rs"]
mod read_back;
#[path = "../tests/it/support/reading.rs"]
#[allow(
    clippy::duplicate_mod,
    reason = "these bodies are a crate of their own for libFuzzer, and a module of the tests"
)]
mod reading;
#[path = "writer.rs"]
mod writing;
#[path = "../tests/it/support/zipped.rs"]
#[allow(clippy::duplicate_mod, reason = "as above")]
mod zipped;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use duly::internal::answers::write::{AnswersEdit, NewEvidence, put_answers};
use duly::internal::answers::{self, Answers, read as read_answers};
use duly::internal::assessment::{Assessment, Papers, Subject, advice, assess};
use duly::internal::case::load::flawed_case;
use duly::internal::case::{Memory, Origins, Request, Shelf};
use duly::internal::cli::replace::replace;
use duly::internal::document::Document;
use duly::internal::exchange::json as lax;
use duly::internal::exchange::record::StreamRecord;
use duly::internal::exchange::spreadsheet::{CellValue, read as read_sheets};
use duly::internal::exchange::tree::{Tree, TreeKind};
use duly::internal::policy::{self, Policy};
use duly::internal::questionnaire::ids::EvidenceId;
use duly::internal::questionnaire::{self, Questionnaire, built_in};
use duly::internal::report::csv as table;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::story::Story;
use duly::internal::report::{full, letter};
use duly::internal::review::read as read_review;
use duly::internal::source::edit::{Change, Step, edit};
use duly::internal::source::mend::{self, Mended};
use duly::internal::source::value::{NewValue, quoted};
use duly::internal::source::{Arena, Checked, Date, Diagnostics, Source, Span, snippet, yaml};
use duly::internal::words::problem::Problem;
use duly::internal::words::{Lang, NoGuide, clean};

use writing::{Fault, File, Folder};

const MOST: usize = 10_000;
/// As the questionnaire names itself in answers files.
const HEAD: &str = "format: duly/answers@1\nquestionnaire: small@1.0.0\n";

/// The small questionnaire of the tests, which has every form of answer, and the built-in one.
fn questionnaires() -> &'static [Questionnaire; 2] {
    static READ: OnceLock<[Questionnaire; 2]> = OnceLock::new();
    READ.get_or_init(|| {
        let small = Source::new("small.yaml", include_str!("../tests/nine/small.yaml"));
        [reading::questionnaire(&small).value.unwrap(), built_in::ALL[0].read().value.unwrap()]
    })
}

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// Every problem lies inside its file and can be shown in both languages, with nothing hidden in what is shown.
fn show(notes: &Diagnostics) {
    for diagnostic in notes.sorted() {
        if let Some(span) = diagnostic.span {
            assert!(diagnostic.source.text.get(span.range()).is_some(), "outside of the file: {span:?}");
        }
        for lang in Lang::ALL {
            let shown = snippet::render(diagnostic, &NoGuide, lang, false);
            assert!(!shown.is_empty() && !shown.lines().any(clean::has_hidden), "{shown:?}");
        }
    }
}

fn source(name: &str, bytes: &[u8]) -> Option<Arc<Source>> {
    Source::from_bytes(name, bytes.to_vec(), read_answers::LARGEST).ok()
}

fn judged<'a>(questionnaire: &'a Questionnaire, answers: &'a Answers, policy: &'a Policy) -> Assessment<'a> {
    assess(Subject { questionnaire, answers, review: None, papers: Papers::NONE, policy, as_of: today() }).unwrap()
}

/// A reader gives a value exactly if it notes no error.
fn settled<T>(checked: &Checked<T>) -> bool {
    show(&checked.diagnostics);
    assert_eq!(checked.value.is_none(), checked.diagnostics.has_errors());
    checked.value.is_some()
}

/// Bytes are a questionnaire or problems that can be shown.
pub fn questionnaire(bytes: &[u8]) -> bool {
    let Some(source) = source("questionnaire.yaml", bytes) else { return false };
    let read = reading::questionnaire(&source);
    if let Some(value) = &read.value {
        let mut notes = Diagnostics::default();
        questionnaire::lint::lower_sets(value, &mut notes);
        questionnaire::lint::near_duplicates(value, &mut notes);
        show(&notes);
    }
    settled(&read)
}

/// Bytes are answers, which can be judged, or problems that can be shown.
pub fn answers(bytes: &[u8]) -> bool {
    let Some(source) = source("answers.yaml", bytes) else { return false };
    let reached = questionnaires().each_ref().map(|questionnaire| {
        let read = reading::answers(&source, questionnaire);
        if let Some(value) = &read.value {
            let mut notes = Diagnostics::default();
            answers::lint::lint(value, questionnaire, |_| false, &mut notes);
            let policy = Policy::default();
            advice::advise(&judged(questionnaire, value, &policy), &mut notes);
            show(&notes);
        }
        settled(&read)
    });
    reached.contains(&true)
}

/// Bytes are a review, which can be judged, or problems that can be shown.
pub fn review(bytes: &[u8]) -> bool {
    static VENDORS: OnceLock<[Answers; 2]> = OnceLock::new();
    let vendors = VENDORS.get_or_init(|| {
        let small = include_str!("../tests/nine/vendor.yaml");
        let large = include_str!("../examples/nordkontakt.yaml");
        let [small_one, large_one] = questionnaires();
        [(small, small_one), (large, large_one)]
            .map(|(text, asked)| reading::answers(&Source::new("answers.yaml", text), asked).value.unwrap())
    });
    let Some(source) = source("answers.review.yaml", bytes) else { return false };
    let mut reached = false;
    for (questionnaire, answers) in questionnaires().iter().zip(vendors) {
        let read = read_review::read(&source, questionnaire, answers);
        reached |= settled(&read);
        if read.value.is_some() {
            let (review, policy) = (read.value.as_ref(), Policy::default());
            let mut notes = Diagnostics::default();
            let subject =
                Subject { questionnaire, answers, review, papers: Papers::NONE, policy: &policy, as_of: today() };
            advice::advise(&assess(subject).unwrap(), &mut notes);
            show(&notes);
        }
    }
    reached
}

/// Bytes are a policy or problems that can be shown.
pub fn policy(bytes: &[u8]) -> bool {
    source("duly.toml", bytes).is_some_and(|source| settled(&policy::read::read(&source)))
}

/// A broken file that is mended is YAML, has nothing more to mend, and holds every line that was in it, as a line or as a
/// comment; what was wrong stands in the broken file.
pub fn slips(bytes: &[u8]) -> bool {
    let Some(source) = source("any.yaml", bytes) else { return false };
    let Some(Mended { text, places, wrong }) = mend::mend(&source.text, &read_answers::SHAPE) else { return false };
    for (span, _) in &wrong {
        assert!(source.text.get(span.range()).is_some(), "outside of the file: {span:?}");
    }
    let mended = Source::new("mended.yaml", text.as_str());
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let tree = yaml::parse_all(&mended, &arena, MOST, &mut notes);
    assert!(tree.is_some() || !notes.was_read_whole() || notes.is_crowded(), "{text:?}: {:?}", notes.sorted());
    assert_eq!(text.matches('\n').count(), source.text.matches('\n').count(), "{text:?}");
    let all = places.before(Span::from(0..text.len()));
    assert!(source.text.get(all.range()).is_some(), "outside of the file: {all:?}");
    true
}

/// What is read directly is what the parser reads, and where the parser finds a mistake, so does who reads.
pub fn yaml(bytes: &[u8]) -> bool {
    let Some(source) = source("any.yaml", bytes) else { return false };
    let (arena, mut notes, mut all) = (Arena::default(), Diagnostics::default(), Diagnostics::default());
    let read = yaml::parse(&source, &arena, MOST, &mut notes);
    assert_eq!(read, yaml::parse_all(&source, &arena, MOST, &mut all));
    assert_eq!(notes.len(), all.len());
    read.is_some()
}

fn content(source: &Arc<Source>) -> Option<NewValue> {
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let root = yaml::parse(source, &arena, MOST, &mut notes).filter(|_| !notes.has_errors());
    root.map(|root| NewValue::of(&root))
}

/// The entries of a map, by key.
fn entries(value: &NewValue) -> &[(String, NewValue)] {
    if let NewValue::Map(entries) = value { entries } else { &[] }
}

fn get<'v>(value: &'v NewValue, key: &str) -> Option<&'v NewValue> {
    entries(value).iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

fn no_order(_: &[Step]) -> Option<Vec<&'static str>> {
    None
}

/// A change of one entry is found when the file is read again, every other entry is as it was, and what stands before
/// the entry too. The last two bytes choose the entry and the value.
pub fn editor(bytes: &[u8]) -> bool {
    let Some((text, &[entry, choice])) = bytes.split_last_chunk::<2>() else { return false };
    let Some(before) = source("t.yaml", text) else { return false };
    let Some(old) = content(&before) else { return false };
    let keys: Vec<&str> = entries(&old).iter().map(|(key, _)| key.as_str()).chain(["new.key"]).collect();
    let key = keys[usize::from(entry) % keys.len()];
    let tail = String::from_utf8_lossy(&text[text.len().saturating_sub(usize::from(choice))..]).into_owned();
    let value = match choice % 5 {
        0 => NewValue::word("some"),
        1 => NewValue::text(tail),
        2 => NewValue::text("first: line\n\n  second # line\n"),
        3 => NewValue::List(vec![NewValue::word("a"), NewValue::text(tail)]),
        _ => NewValue::Map(vec![("answer".into(), NewValue::word("n/a")), ("comment".into(), NewValue::text(tail))]),
    };
    let Ok(after) = edit(&before, &[Change::set(&[key], value.clone())], &no_order, MOST) else { return false };
    let new = content(&Source::new("t.yaml", after.clone()));
    let new = new.unwrap_or_else(|| panic!("does not read back: {after:?}"));
    assert_eq!(get(&new, key), Some(&value.as_read()), "{after:?}");
    for other in keys.iter().filter(|other| **other != key) {
        assert_eq!(get(&new, other), get(&old, other), "{other} in {after:?}");
    }
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let span = yaml::parse(&before, &arena, MOST, &mut notes)
        .and_then(|root| match root.kind {
            duly::internal::source::node::Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        })
        .map(|entry| entry.key_span.range());
    if let Some(span) = span {
        assert!(after.starts_with(&before.text[..span.start]), "before the entry: {after:?}");
    }
    true
}

/// An answers file whose texts are these bytes, in pieces between zeros; and the reports on it.
fn with_reports(bytes: &[u8], law: impl Fn(&Document)) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let pieces: Vec<String> = text.split('\0').map(|piece| piece.chars().take(100).collect()).collect();
    let piece = |at: usize| pieces[at % pieces.len()].as_str();
    let asked = &questionnaires()[0];
    let name = quoted(piece(0));
    let head = Source::new("answers.yaml", format!("{HEAD}vendor: {{name: V}}\n"));
    let evidence =
        NewEvidence { title: piece(2).to_owned(), location: Some(piece(3).to_owned()), ..NewEvidence::default() };
    let Some(first) = asked.questions.ids().next() else { return false };
    let edits = [
        AnswersEdit::Document("paper".to_owned(), evidence),
        AnswersEdit::Answer(first, answers::Answer::Unknown),
        AnswersEdit::Comment(first, piece(1).to_owned()),
        AnswersEdit::Cite(first, "paper".to_owned()),
    ];
    let Ok(written) = put_answers(&head, asked, &edits) else { return false };
    let written = written.replace("{name: V}", &format!("{{name: {name}}}"));
    let read = reading::answers(&Source::new("answers.yaml", written), asked);
    if !settled(&read) {
        return false;
    }
    let (answers, policy) = (read.value.unwrap(), Policy::default());
    let assessment = judged(asked, &answers, &policy);
    for lang in Lang::ALL {
        let story = Story::new(&assessment, lang);
        law(&full::document(&story, &Origins::default(), &MadeBy::default()));
        law(&letter::document(&story, None));
    }
    true
}

/// Whatever a vendor writes, a report in Markdown read back has the words of the report and no other markup.
pub fn markdown(bytes: &[u8]) -> bool {
    with_reports(bytes, read_back::from_markdown)
}

/// Whatever a vendor writes, a report as a page read back has the words of the report, and nothing in it acts.
pub fn html(bytes: &[u8]) -> bool {
    with_reports(bytes, read_back::from_html)
}

/// Everything that was judged, without the places in files.
fn judgement(questionnaire: &Questionnaire, answers: &Answers) -> String {
    let policy = Policy::default();
    let judged = judged(questionnaire, answers, &policy);
    let ways = (judged.remediations(), judged.paths());
    let Assessment { overall, groups, inherent_risk, flags, contradictions, rating, .. } = &judged;
    format!("{:?}", (overall, groups, inherent_risk, flags, contradictions, rating, ways))
}

/// Answers that are written and read are the same answers and get the same judgement, written over the old file and
/// written anew.
pub fn differential(bytes: &[u8]) -> bool {
    let Some(source) = source("answers.yaml", bytes) else { return false };
    let reached = questionnaires().each_ref().map(|questionnaire| {
        let Some(old) = reading::answers(&source, questionnaire).value else { return false };
        let given = old.answers.with_ids().filter_map(|(at, given)| Some((at, given.as_ref()?)));
        let edits: Vec<AnswersEdit> = given.map(|(at, given)| AnswersEdit::Answer(at, given.answer.clone())).collect();
        let in_place = put_answers(&source, questionnaire, &edits);
        in_place.iter().for_each(|text| same(text, &old, questionnaire));
        let name = questionnaire_name(questionnaire);
        let head = format!("format: duly/answers@1\nvendor: {{name: V}}\nquestionnaire: {name}\n");
        let text = put_answers(&Source::new("answers.yaml", head), questionnaire, &all_of(&old, questionnaire));
        same(&text.unwrap(), &old, questionnaire);
        in_place.is_ok()
    });
    reached.contains(&true)
}

/// Whatever fails, and whenever the program ends, a file holds all that it held or all that it was to hold, is whose it
/// was, and is open to nobody else; nothing lies beside it but what a killed program or a disk that is gone left, which
/// the next writer clears away. The last bytes choose what is there, and what goes wrong.
pub fn writer(bytes: &[u8]) -> bool {
    let Some((text, &[there, fault, step, cut])) = bytes.split_last_chunk::<4>() else { return false };
    let (old, new) = text.split_at(usize::from(cut).min(text.len()));
    let mode = [0o600, 0o640, 0o644, 0o666, 0o400][usize::from(there >> 2) % 5];
    let old = File { bytes: old.to_vec(), owner: 1 + there % 3, mode, settled: true };
    let step = usize::from(step) % 16 + 1;
    let mut folder = Folder {
        target: (there & 1 == 0).then_some(old),
        beside: (there & 2 == 0).then(|| File { bytes: b"left".to_vec(), owner: 0, mode: 0, settled: false }),
        fault: [Fault::None, Fault::Fails(step), Fault::Killed(step), Fault::Gone(step)][usize::from(fault) % 4],
        rivals: usize::from(fault / 4) % 3,
        step: 0,
    };
    let before = folder.clone();
    let done = replace(&mut &new[..], &mut folder);
    let whole = |folder: &Folder| folder.target.as_ref().is_some_and(|file| file.bytes == new);
    let kept = |folder: &Folder| match (&before.target, &folder.target) {
        (Some(old), Some(new)) => (old.owner, old.mode) == (new.owner, new.mode),
        _ => true,
    };
    folder.check();
    assert!(whole(&folder) && kept(&folder) || folder.target == before.target, "{folder:?}");
    assert!(done.is_err() || whole(&folder));
    match folder.fault {
        Fault::None => assert!(done.is_ok() && folder.beside.is_none()),
        // what could not be cleared away is not ours to be cleared
        Fault::Fails(_) => assert!(folder.beside.is_none() || folder.beside == before.beside, "{folder:?}"),
        Fault::Killed(_) | Fault::Gone(_) => {}
    }
    folder.fault = Fault::None;
    assert!(replace(&mut &new[..], &mut folder).is_ok() && whole(&folder) && folder.beside.is_none());
    true
}

/// A table is read by another reader as the cells that were given, but for apostrophes before what could be a formula;
/// and with whatever separator it is taken apart, no cell begins as one. Every line is a row of cells.
pub fn csv(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let rows = text.lines().map(|line| line.split('\u{1f}').flat_map(|part| part.split("  ")).map(clean::one_line));
    let rows: Vec<Vec<clean::Clean>> = rows.map(Iterator::collect).filter(|row: &Vec<_>| row.len() > 1).collect();
    for (lang, own) in [(Lang::En, b','), (Lang::Sv, b';')] {
        let written: String = rows.iter().map(|row| table::record(row.iter().cloned(), lang).unwrap()).collect();
        let bare = |text: &str| text.replace('\'', "");
        let read = read_csv(&written, own).into_iter().map(|row| row.iter().map(|cell| bare(cell)).collect());
        let given = rows.iter().map(|row| row.iter().map(|cell| bare(cell)).collect());
        assert_eq!(read.collect::<Vec<Vec<String>>>(), given.collect::<Vec<Vec<String>>>());
        let with_one = [b',', b';', b'\t', b'|'].into_iter().flat_map(|separator| read_csv(&written, separator));
        let with_any = written.split([',', ';', '\t', '|', '\r', '\n']).map(str::to_owned);
        for cell in with_one.flatten().chain(with_any) {
            let start = cell.trim_matches(|c: char| c.is_whitespace() || c == '"');
            assert!(!start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹣']), "{cell:?}");
        }
    }
    !rows.is_empty()
}

/// What a reader takes for the rows of a table with this separator.
fn read_csv(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn questionnaire_name(questionnaire: &Questionnaire) -> String {
    format!("{}@{}", questionnaire.id, questionnaire.version)
}

fn same(text: &str, old: &Answers, questionnaire: &Questionnaire) {
    let read = reading::answers(&Source::new("answers.yaml", text), questionnaire);
    assert!(settled(&read), "does not read back: {text}");
    let new = read.value.unwrap();
    for at in old.answers.ids() {
        assert_eq!(new.answer(at), old.answer(at), "{text}");
        assert_eq!(new.comment(at).map(str::trim), old.comment(at).map(str::trim), "{text}");
    }
    assert_eq!(judgement(questionnaire, &new), judgement(questionnaire, old), "{text}");
}

/// What writes answers anew: papers first, then each answer with what stands beside it.
fn all_of(old: &Answers, questionnaire: &Questionnaire) -> Vec<AnswersEdit> {
    let mut edits: Vec<AnswersEdit> = old.answered.map(AnswersEdit::Answered).into_iter().collect();
    let name = |id: EvidenceId| format!("paper-{}", old.evidence.number(id));
    for (id, item) in old.evidence.with_ids() {
        let evidence = NewEvidence {
            title: item.title.clone(),
            kind: item.kind.map(|kind| questionnaire.evidence[kind].id.to_string()),
            issued: item.issued,
            valid_until: item.valid_until,
            location: item.location.clone(),
        };
        edits.push(AnswersEdit::Document(name(id), evidence));
    }
    for (at, given) in old.answers.with_ids() {
        let Some(given) = given else { continue };
        edits.push(AnswersEdit::Answer(at, given.answer.clone()));
        edits.extend(given.comment.iter().map(|comment| AnswersEdit::Comment(at, comment.clone())));
        edits.extend(given.evidence.iter().map(|item| AnswersEdit::Cite(at, name(*item))));
    }
    edits
}

/// Bytes are a workbook, the parts of one, or a table, as what it says or as a problem that can be shown. What is read
/// keeps to the limits, and stands in order; its numbers are numbers that people write.
pub fn workbook(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK") {
        return read_cells("back.xlsx", bytes);
    }
    let mut parts = bytes.splitn(4, |byte| *byte == 0);
    let mut part = || String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let book = zipped::Book::new(&part());
    let book = book.with("xl/sharedStrings.xml", zipped::xml("sst", &part()));
    let book = book.with("xl/styles.xml", zipped::xml("styleSheet", &part()));
    let main = part();
    let book = if main.is_empty() { book } else { book.with("xl/workbook.xml", zipped::xml("workbook", &main)) };
    let parts: Vec<_> = book.0.iter().map(|(name, bytes)| zipped::Zipped::plain(name, bytes)).collect();
    let as_workbook = read_cells("back.xlsx", &zipped::zip(&parts));
    read_cells("back.csv", bytes) | as_workbook
}

fn read_cells(name: &str, bytes: &[u8]) -> bool {
    match read_sheets::read(Path::new(name), bytes) {
        Err(problem) => refused(&problem),
        Ok(read) => {
            let cells: Vec<_> = read.sheets.iter().flat_map(|sheet| sheet.cells()).collect();
            assert!(!read.sheets.is_empty() && read.sheets.len() <= 64 && cells.len() <= 300_000);
            for sheet in &read.sheets {
                assert!(sheet.cells().is_sorted_by(|(one, _), (next, _)| one < next));
            }
            let plain = |number: &str| {
                let digits = number.strip_prefix('-').unwrap_or(number);
                let (whole, part) = digits.split_once('.').unwrap_or((digits, "1"));
                let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
                digits(whole) && digits(part) && !part.ends_with('0') && (whole == "0" || !whole.starts_with('0'))
            };
            for (at, value) in &cells {
                assert!(at.row < 20_000 && at.column < 400);
                assert!(!matches!(value, CellValue::Number(number) if !plain(number)), "{value:?}");
                assert!(!matches!(value, CellValue::Text(text) if text.is_empty() || text.contains('\r')), "{value:?}");
            }
            true
        }
    }
}

/// A refusal can be shown.
fn refused(problem: &Problem) -> bool {
    for lang in Lang::ALL {
        let shown = [problem.message(lang), problem.help(lang)];
        assert!(shown.iter().all(|words| !words.is_empty() && !clean::has_hidden(words)), "{shown:?}");
    }
    false
}

/// What another reader takes as JSON is read with the same content, unless it names a key twice or is too deep.
/// Whatever is read is the same when it is written as plain JSON and read again. All else can be shown.
pub fn json(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let plain = serde_json::from_str::<serde_json::Value>(text);
    let tree = match lax::read(text) {
        Ok(tree) => tree,
        Err(problem) => {
            let is_ours = ["duplicate-key", "too-deep"].contains(&problem.code.id);
            assert!(plain.is_err() || is_ours, "{} is JSON: {text}", problem.code.id);
            return refused(&problem);
        }
    };
    let written = in_plain_json(&tree);
    let read = serde_json::from_str::<serde_json::Value>(&written);
    if let (Ok(plain), Ok(read)) = (&plain, &read) {
        assert_eq!(plain, read, "{text}");
    }
    assert_eq!(in_plain_json(&lax::read(&written).unwrap()), written, "{text}");
    assert_eq!(lax::is_json(text), matches!(tree.kind, TreeKind::List(_) | TreeKind::Map(_)), "{text}");
    true
}

/// A line of a stream is a record or problems that can be shown. A record is JSON for every other reader, too, and the
/// same record when that one writes it anew; and what it holds becomes a case or problems, though no path in it leads anywhere.
pub fn record(bytes: &[u8]) -> bool {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    let record = match StreamRecord::read(bytes, 7) {
        Ok(record) => record,
        Err(no_record) => {
            assert!(no_record.notes.has_errors());
            show(&no_record.notes);
            return false;
        }
    };
    let plain: serde_json::Value =
        serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).unwrap();
    assert_eq!(plain["id"], record.id.as_str());
    assert_eq!(StreamRecord::read(plain.to_string().as_bytes(), 7).unwrap(), record, "{plain}");
    let request = record.request(&Request::new("-"));
    let loaded = flawed_case(&request, &Memory::new(today()), SHELF.get_or_init(Shelf::default));
    show(&loaded.notes);
    assert!(loaded.value.is_some() || loaded.notes.has_errors());
    loaded.value.is_some()
}

fn in_plain_json(tree: &Tree) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    match &tree.kind {
        TreeKind::Null => "null".to_owned(),
        TreeKind::Bool(_) | TreeKind::Number(_) => tree.words().unwrap().to_owned(),
        TreeKind::Text(words) => text(words),
        TreeKind::List(items) => format!("[{}]", items.iter().map(in_plain_json).collect::<Vec<_>>().join(",")),
        TreeKind::Map(entries) => {
            let entry = |(key, value): &(String, Tree)| format!("{}:{}", text(key), in_plain_json(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
        }
    }
}
