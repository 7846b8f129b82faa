//! A form as a workbook: every byte of it tells nothing of ours, whatever somebody wrote stays a text, its drop-downs
//! hold every answer, and its formulas say what our own judgement says. Where LibreOffice is there, it reckons them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use duly::internal::answers::form_file::{FilledIn, FormFile, Prefilled};
use duly::internal::answers::model::{GivenBy, Proposal, Proposed};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::write::NewEvidence;
use duly::internal::answers::{Answer, Answers, Reference, SubProcessor, Value};
use duly::internal::assessment::scope::Status;
use duly::internal::exchange::archive::{Archive, ArchiveLimits};
use duly::internal::exchange::spreadsheet::{CellValue, Spreadsheet, Worksheet, read};
use duly::internal::exchange::workbook;
use duly::internal::exchange::workbook::layout::{FormMark, LISTS};
use duly::internal::policy::Policy;
use duly::internal::questionnaire::form::Choice;
use duly::internal::questionnaire::model::NotApplicable;
use duly::internal::questionnaire::{Form, Questionnaire, Translations, built_in};
use duly::internal::source::cells::CellAt;
use duly::internal::source::{Date, Source};
use duly::internal::words::{Lang, Quantity};
use roxmltree::Document;

use crate::support::example;
use crate::support::judging::{Vendor, judge};
use crate::support::reading::{self, accepted};
use crate::support::zipped::{Zipped, zip};

const SMALL: &str = include_str!("../../../examples/small/questionnaire.yaml");

/// What a hostile questionnaire says wherever it can say something.
const EVIL: &str = "=HYPERLINK(\\\"http://127.0.0.1/\\\",\\\"x\\\")]]><f>1</f>&\\u202e\\u0001_x0041_ '{}\\\"";

fn built_in_questionnaire() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

fn questionnaire(text: &str) -> Questionnaire {
    accepted(reading::questionnaire(&Source::new("questionnaire.yaml", text)))
}

/// A questionnaire of every form, whose author writes formulas, markup and signs that are not seen.
fn hostile() -> Questionnaire {
    let text = "\
format: duly/questionnaire@1
id: evil
version: 1.0.0
title: \"¤\"
about: \"¤\"
evidence: [{id: k, ask: \"¤\"}]
red_flags: [{id: secret-flag, title: \"our secret\", severity: high, when: {a.one: [x]}}]
categories:
  - id: a
    title: \"¤\"
    about: \"¤\"
    questions:
      - {id: one, ask: \"¤\", help: \"¤\", good: \"our secret\", weight: 1, evidence: [k],
         answer: {choose_one: [{id: x, label: \"¤\", value: 100}, {id: y, label: Vet ej, value: 0}]}}
      - {id: many, ask: \"¤\", weight: 1, when: {a.one: [x]},
         answer: {choose_many: {full_at: 1, options: [{id: x, label: \"¤\", points: 1}, {id: y, label: B, points: 0}]}}}
      - {id: words, ask: \"¤\", weight: 0, answer: text}
  - {id: b, title: \"¤\", questions: [{id: one, ask: \"¤\", weight: 1, answer: yes-no, when: {a.many: [y]}}]}
";
    questionnaire(&text.replace('¤', EVIL))
}

fn reference(questionnaire: &Questionnaire) -> Reference {
    Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() }
}

/// A form in one language, or in two.
fn book(questionnaire: &Questionnaire, langs: &[Lang], filled_in: FilledIn) -> Vec<u8> {
    let reference = reference(questionnaire);
    let mut outlines = langs.iter().map(|lang| Outline::of(questionnaire, &[], *lang));
    let (outline, second) = (outlines.next().unwrap(), outlines.next());
    workbook::write(&FormFile { reference: &reference, outline, second, filled_in }).unwrap()
}

const LANGUAGES: [&[Lang]; 4] = [&[Lang::En], &[Lang::Sv], &[Lang::En, Lang::Sv], &[Lang::Sv, Lang::En]];

/// The parts of a workbook, by their names.
pub fn parts(book: &[u8]) -> BTreeMap<String, String> {
    let limits = ArchiveLimits { file: 16 << 20, part: 32 << 20, all: 64 << 20, parts: 400 };
    let archive = Archive::open(book, &limits).unwrap();
    let text = |part| String::from_utf8(archive.whole(part).unwrap()).unwrap();
    archive.parts().iter().map(|part| (part.name.clone(), text(part))).collect()
}

fn opened(book: &[u8]) -> Spreadsheet {
    read::read(Path::new("x.xlsx"), book).unwrap()
}

/// The sheets in which something is answered.
fn marked(book: &Spreadsheet) -> impl Iterator<Item = &Worksheet> {
    book.sheets.iter().filter(|sheet| FormMark::parse(&sheet.said(CellAt::default())).is_some())
}

/// The column of a sheet that has an id.
fn column(sheet: &Worksheet, id: &str) -> Option<u32> {
    sheet.row(0).find(|(_, value)| value.said() == id).map(|(at, _)| at.column)
}

/// What stands in a column, by the ids of its rows.
fn said(book: &Spreadsheet, id: &str) -> BTreeMap<String, CellValue> {
    let mut all = BTreeMap::new();
    for sheet in marked(book) {
        let Some(column) = column(sheet, id) else { continue };
        for row in sheet.rows().skip(1) {
            let named = sheet.said(CellAt { row, column: 0 });
            if let Some(value) = sheet.cell(CellAt { row, column }).filter(|_| !named.is_empty()) {
                all.insert(named.into_owned(), value.clone());
            }
        }
    }
    all
}

/// How each question stands, by the last column that is seen of its sheet.
fn statuses(sheets: &[(String, Vec<Vec<String>>)], head: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (_, rows) in sheets {
        let Some(at) = rows.get(2).and_then(|heads| heads.iter().position(|words| words == head)) else { continue };
        let rows = rows.iter().skip(3).filter(|row| row[0].contains('.') && !row[0].contains('#'));
        all.extend(rows.map(|row| (row[0].clone(), row[at].clone())));
    }
    all
}

/// The cells of a workbook as rows of texts.
fn as_rows(book: &Spreadsheet) -> Vec<(String, Vec<Vec<String>>)> {
    let rows = |sheet: &Worksheet| {
        let last = sheet.cells().map(|(at, _)| (at.row, at.column));
        let (height, width) = last.fold((0, 0), |most, at| (most.0.max(at.0), most.1.max(at.1)));
        let cell = |row, column| sheet.said(CellAt { row, column }).into_owned();
        (0..=height).map(|row| (0..=width).map(|column| cell(row, column)).collect()).collect()
    };
    book.sheets.iter().map(|sheet| (sheet.name.clone(), rows(sheet))).collect()
}

#[test]
fn nothing_that_only_we_may_know_is_told_in_any_part() {
    for questionnaire in [built_in_questionnaire(), questionnaire(SMALL), hostile()] {
        for langs in LANGUAGES {
            let parts = parts(&book(&questionnaire, langs, FilledIn::of_vendor("NordKontakt AB")));
            let mut secrets: Vec<&Translations> = Vec::new();
            for question in &questionnaire.questions {
                let only_ours = [&question.good, &question.weak, &question.remedy, &question.follow_up];
                secrets.extend(only_ours.into_iter().flatten());
                let advice = question.form.advice().into_iter();
                secrets.extend(advice.flat_map(|(_, advice)| [&advice.follow_up, &advice.remedy]).flatten());
            }
            let flags = questionnaire.flags.iter();
            secrets.extend(flags.flat_map(|flag| [Some(&flag.title), flag.remedy.as_ref()]).flatten());
            secrets.extend(questionnaire.contradictions.iter().map(|contradiction| &contradiction.title));
            secrets.extend(questionnaire.factors.iter().map(|factor| &factor.ask));
            secrets.extend(questionnaire.factors.iter().flat_map(|factor| &factor.options).map(|option| &option.label));
            assert!(!secrets.is_empty());
            let options = questionnaire.questions.iter().flat_map(|question| question.form.options());
            let public: Vec<&str> = options.flat_map(|(_, _, label)| label.all()).collect();
            for (name, part) in &parts {
                let told: String =
                    Document::parse(part).unwrap().descendants().filter_map(|node| node.text()).collect();
                for secret in secrets.iter().flat_map(|secret| secret.all()) {
                    // an answer may happen to have the words of what is at stake
                    let is_public = public.iter().any(|label| label.contains(secret)) || secret.contains("Not known");
                    assert!(is_public || !(told.contains(secret) || part.contains(secret)), "{name}: {secret}");
                }
                for flag in &questionnaire.flags {
                    let is_public = questionnaire.find_kind(&flag.id).is_some();
                    assert!(is_public || !part.contains(&format!(">{}<", flag.id)), "{name}: {}", flag.id);
                }
                for word in ["inherent", "full_at", "red_flag", "points:", "weight:", "importance:"] {
                    assert!(!part.contains(word), "{name}: {word}");
                }
            }
        }
    }
}

#[test]
fn values_do_not_change_a_byte_of_what_the_vendor_sees() {
    let changed = SMALL.replace("value: 0}", "value: 100}").replace("points: 2", "points: 9");
    assert_ne!(changed, SMALL);
    let [one, other] = [SMALL, &changed].map(questionnaire);
    for langs in LANGUAGES {
        let [one, other] = [&one, &other].map(|it| book(it, langs, FilledIn::default()));
        assert!(one == other, "the same form is not the same file");
    }
}

#[test]
fn a_text_of_somebody_is_a_text_and_nothing_else() {
    let questionnaire = hostile();
    let evil = "=HYPERLINK(\"http://127.0.0.1/\")\u{202e}\u{1}\n@SUM(1+1)*cmd|' /C calc'!A0 ]]><f>2</f>\u{fffe}";
    let mut filled_in = FilledIn::of_vendor(evil);
    [&mut filled_in.country, &mut filled_in.registration, &mut filled_in.service]
        .into_iter()
        .for_each(|text| *text = Some(evil.to_owned()));
    let company =
        SubProcessor { name: evil.to_owned(), country: None, registration: None, does: Some(evil.to_owned()) };
    filled_in.chain = vec![company];
    let document = NewEvidence { title: evil.to_owned(), location: Some(evil.to_owned()), ..NewEvidence::default() };
    filled_in.documents = vec![("d1".to_owned(), document)];
    for question in questionnaire.questions.ids() {
        let answer = match &questionnaire.questions[question].form {
            Form::Text => Answer::Given(Value::Text(evil.to_owned())),
            _ => Answer::NotApplicable,
        };
        let proposal = Proposal {
            proposed: Proposed::Note(evil.to_owned()),
            comment: Some(evil.to_owned()),
            from: evil.to_owned(),
        };
        let given = Prefilled {
            answer: Some(answer),
            comment: Some(evil.to_owned()),
            evidence: vec!["d1".to_owned()],
            by: Some(GivenBy { name: evil.to_owned(), on: None }),
            proposed: Some(proposal),
            marks: Vec::new(),
        };
        filled_in.answers.insert(question, given);
    }
    for langs in LANGUAGES {
        let book = book(&questionnaire, langs, filled_in.clone());
        for (name, part) in parts(&book) {
            let tree = Document::parse(&part).unwrap();
            for node in tree.descendants().filter(|node| node.is_element()) {
                let element = node.tag_name().name();
                assert!(!["hyperlink", "hyperlinks", "externalReference", "oleObject"].contains(&element), "{name}");
                assert_eq!(node.attribute("TargetMode"), None, "{name}: leads out");
                if matches!(element, "f" | "formula" | "formula1") {
                    let formula = node.text().unwrap();
                    let is_ours = |c: char| c.is_ascii() && !"{}[]\\_*".contains(c) || "åäöÅÄÖ".contains(c);
                    // the name of a sheet stands in quotes, and holds none
                    let words: String = formula.split('\'').step_by(2).collect();
                    assert!(words.chars().all(is_ours) && !words.contains("127.0"), "{name}: {formula}");
                }
            }
            let footers = tree.descendants().filter(|node| node.has_tag_name((MAIN, "oddFooter")));
            footers.for_each(|footer| assert!(!footer.text().unwrap().contains("& ]"), "a sign steers the footer"));
        }
        let read = opened(&book);
        let clean =
            "=HYPERLINK(\"http://127.0.0.1/\")\\u{202e}\\u{1}\n@SUM(1+1)*cmd|' /C calc'!A0 ]]><f>2</f>\\u{fffe}";
        assert_eq!(said(&read, "answer")["a.words"], CellValue::Text(clean.to_owned()));
        assert_eq!(said(&read, "comment")["a.one"], CellValue::Text(clean.to_owned()));
        assert_eq!(said(&read, "location")["#document"], CellValue::Text(clean.to_owned()));
        let names: Vec<&str> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let is_name =
            |name: &&str| name.chars().count() <= 31 && !name.contains(['\\', '/', '[', ']', ':', '*', '?', '\'']);
        assert!(names.iter().all(is_name), "{names:?}");
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

#[test]
fn the_same_form_is_the_same_file_and_every_part_is_sound() {
    let questionnaire = built_in_questionnaire();
    for langs in LANGUAGES {
        let one = book(&questionnaire, langs, FilledIn::of_vendor("A"));
        assert!(one == book(&questionnaire, langs, FilledIn::of_vendor("A")));
        for (name, part) in parts(&one) {
            assert!(Document::parse(&part).is_ok(), "{name}");
        }
        assert!(!parts(&one)["docProps/core.xml"].contains(&Date::parse(crate::support::DAY).unwrap().to_string()));
    }
}

/// The words of each drop-down, by the sheet and the cell in which it is.
fn drop_downs(book: &[u8]) -> BTreeMap<(usize, String), Vec<String>> {
    let (parts, read) = (parts(book), opened(book));
    let lists = read.sheets.iter().find(|sheet| sheet.name == LISTS).unwrap();
    assert!(lists.hidden);
    let mut all = BTreeMap::new();
    for number in 0..read.sheets.len() {
        let tree = Document::parse(&parts[&format!("xl/worksheets/sheet{}.xml", number + 1)]).unwrap();
        let checks = tree.descendants().filter(|node| node.attribute("type") == Some("list"));
        for check in checks {
            let range = check.descendants().find_map(|node| node.text()).unwrap();
            let rows: Vec<u32> = range.split('$').filter_map(|word| word.trim_end_matches(':').parse().ok()).collect();
            let words = (rows[0]..=rows[1]).map(|row| lists.said(CellAt { row: row - 1, column: 0 }).into_owned());
            all.insert((number, check.attribute("sqref").unwrap().to_owned()), words.collect());
        }
    }
    all
}

#[test]
fn drop_downs_hold_every_option_and_what_can_be_said_instead() {
    for questionnaire in [built_in_questionnaire(), questionnaire(SMALL)] {
        for langs in LANGUAGES {
            let book = book(&questionnaire, langs, FilledIn::default());
            let (lists, read) = (drop_downs(&book), opened(&book));
            let mut looked_at = 0;
            for (number, sheet) in read.sheets.iter().enumerate() {
                let Some(answers) = column(sheet, "answer") else { continue };
                for row in sheet.rows() {
                    let id = sheet.said(CellAt { row, column: 0 }).into_owned();
                    let shown = lists.get(&(number, CellAt { row, column: answers }.to_string()));
                    let Some(question) = questionnaire.find(&id).map(|at| &questionnaire.questions[at]) else {
                        let is_option = id.contains('#') && !id.starts_with('#');
                        assert_eq!(shown.map(Vec::len), is_option.then_some(1), "{id}");
                        continue;
                    };
                    let Form::ChooseOne(choices) = &question.form else { continue };
                    let shown = shown.unwrap();
                    for lang in langs {
                        let language = questionnaire.language(*lang);
                        let is_shown = |choice: &Choice| {
                            // two long labels have no room beside each other: the id stands behind them
                            let (label, end) = (choice.label.get(language), format!("… ({})", choice.id));
                            shown.iter().any(|words| words.contains(label) || langs.len() > 1 && words.ends_with(&end))
                        };
                        assert!(choices.iter().all(is_shown), "{id}: {shown:?}");
                    }
                    let can_be_na = question.not_applicable != NotApplicable::Forbidden;
                    assert_eq!(shown.len(), choices.len() + 1 + usize::from(can_be_na), "{id}: {shown:?}");
                    looked_at += 1;
                }
            }
            assert!(looked_at > 2);
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_goes_on_below_and_formulas_look_past_it() {
    let questionnaire = questionnaire(SMALL);
    let long = format!("{}end", "wörd ".repeat(20_000));
    let mut filled_in = FilledIn { service: Some(long.clone()), ..FilledIn::of_vendor("A") };
    for question in questionnaire.questions.ids() {
        let given = Prefilled { comment: Some(long.clone()), ..Prefilled::default() };
        filled_in.answers.insert(question, given);
    }
    let read = opened(&book(&questionnaire, &[Lang::En], filled_in));
    let mut texts = 0;
    for sheet in marked(&read) {
        let columns: Vec<u32> = ["comment", "answer"].iter().filter_map(|id| column(sheet, id)).collect();
        for row in sheet.rows().filter(|row| sheet.said(CellAt { row: row + 1, column: 0 }) == "#more") {
            if sheet.said(CellAt { row, column: 0 }) == "#more" {
                continue;
            }
            let more = (row + 1..).take_while(|row| sheet.said(CellAt { row: *row, column: 0 }) == "#more");
            let rows: Vec<u32> = [row].into_iter().chain(more).collect();
            let whole = |column: u32| -> String {
                let cells = rows.iter().filter_map(|row| sheet.cell(CellAt { row: *row, column }));
                cells.map(|cell| if let CellValue::Text(text) = cell { text.as_str() } else { "" }).collect()
            };
            assert!(columns.iter().any(|column| whole(*column) == long), "{}", sheet.said(CellAt { row, column: 0 }));
            texts += 1;
        }
    }
    assert_eq!(texts, questionnaire.questions.len() + 1);
}

#[test]
fn numbers_and_days_are_numbers_and_days_and_words_are_texts() {
    let text = "\
format: duly/questionnaire@1
id: forms
version: 1.0.0
title: Forms
categories:
  - id: a
    title: A
    questions:
      - {id: number, ask: A?, weight: 1,
         answer: {number: {decimals: 1, steps: [{at_least: 1, value: 100}]}}}
      - {id: day, ask: B?, weight: 1, answer: {date: {counts: days-since, never: 0, steps: [{at_most: 9, value: 100}]}}}
      - {id: not, ask: C?, weight: 1, answer: {date: {counts: days-since, never: 0, steps: [{at_most: 9, value: 100}]}}}
      - {id: early, ask: D?, weight: 1, answer: {date: {counts: days-since, never: 0, steps: [{at_most: 9, value: 100}]}}}
      - {id: words, ask: E?, weight: 0, answer: text}
";
    let questionnaire = questionnaire(text);
    let mut filled_in = FilledIn::default();
    let mut answer = |id: &str, value: Value| {
        let given = Prefilled { answer: Some(Answer::Given(value)), ..Prefilled::default() };
        filled_in.answers.insert(questionnaire.find(id).unwrap(), given);
    };
    answer("a.number", Value::Number(Quantity::parse("99.5", 1).unwrap()));
    answer("a.day", Value::Date(Date::parse("2026-03-31").unwrap()));
    answer("a.not", Value::Never);
    answer("a.early", Value::Date(Date::parse("1899-03-31").unwrap()));
    answer("a.words", Value::Text("1-2".to_owned()));
    for (langs, never) in LANGUAGES.iter().zip(["Never", "Aldrig", "Never", "Aldrig"]) {
        let said = said(&opened(&book(&questionnaire, langs, filled_in.clone())), "answer");
        assert_eq!(said["a.number"], CellValue::Number("99.5".to_owned()));
        assert_eq!(said["a.day"], CellValue::Date(Date::parse("2026-03-31").unwrap()));
        assert_eq!(said["a.not"], CellValue::Text(never.to_owned()));
        assert_eq!(said["a.early"], CellValue::Text("1899-03-31".to_owned()));
        assert_eq!(said["a.words"], CellValue::Text("1-2".to_owned()));
    }
}

#[test]
fn a_form_of_more_subjects_than_sheets_can_be_read_again() {
    let mut text = "format: duly/questionnaire@1\nid: long\nversion: 1.0.0\ntitle: Long\ncategories:\n".to_owned();
    for at in 0..200 {
        let when = if at == 0 { String::new() } else { format!(", when: {{c{}.q: [\"yes\"]}}", at - 1) };
        text += &format!(
            "  - {{id: c{at}, title: Subject {at}, questions: [{{id: q, ask: Is it {at}?, weight: 1, answer: yes-no{when}}}]}}\n"
        );
    }
    let questionnaire = questionnaire(&text);
    let first = questionnaire.questions.iter().next().unwrap().form.options().ids().next().unwrap();
    let yes = Answer::Given(Value::Options([first].into_iter().collect()));
    let answers =
        questionnaire.questions.ids().map(|at| (at, Prefilled { answer: Some(yes.clone()), ..Prefilled::default() }));
    let filled_in = FilledIn { answers: answers.collect(), ..FilledIn::default() };
    let read = opened(&book(&questionnaire, &[Lang::En], filled_in));
    let rows = as_rows(&read);
    let whole: Vec<&String> = rows.iter().flat_map(|(_, rows)| rows.iter().flatten()).collect();
    assert!((0..200).all(|at| whole.contains(&&format!("Subject {at}"))), "every subject has a title");
    let statuses = statuses(&rows, "Status");
    assert_eq!(statuses.len(), 200);
    assert!(statuses.values().all(|status| status == "Answered"), "{statuses:?}");
}

#[test]
fn a_condition_without_room_in_a_formula_is_taken_as_not_known() {
    let options =
        (0..150).map(|at| format!("{{id: o{at}, label: Option {at}, value: 0}}")).collect::<Vec<_>>().join(", ");
    let named = (0..150).map(|at| format!("o{at}")).collect::<Vec<_>>().join(", ");
    let deep = format!("{}{{a.one: [o1]}}{}", "{not: ".repeat(6), "}".repeat(6));
    let text = format!(
        "\
format: duly/questionnaire@1
id: long
version: 1.0.0
title: Long
categories:
  - id: a
    title: A
    questions:
      - {{id: one, ask: One?, weight: 1, answer: {{choose_one: [{options}, {{id: x, label: X, value: 100}}]}}}}
      - {{id: two, ask: Two?, weight: 1, answer: yes-no, when: {{a.one: [{named}]}}}}
      - {{id: deep, ask: Deep?, weight: 1, answer: yes-no, when: {deep}}}
"
    );
    let questionnaire = questionnaire(&text);
    let one = questionnaire.find("a.one").unwrap();
    let last = questionnaire.questions[one].form.options().ids().last().unwrap();
    let answer = Some(Answer::Given(Value::Options([last].into_iter().collect())));
    let answers = [(one, Prefilled { answer, ..Prefilled::default() })].into();
    let book = book(&questionnaire, &[Lang::En], FilledIn { answers, ..FilledIn::default() });
    let statuses = statuses(&as_rows(&opened(&book)), "Status");
    let said = ["a.one", "a.two", "a.deep"].map(|id| statuses[id].as_str());
    assert_eq!(said, ["Answered", "Open", "Not asked"], "what is not known is open, never not asked");
    for (name, part) in parts(&book) {
        let tree = Document::parse(&part).unwrap();
        for formula in tree.descendants().filter(|node| node.has_tag_name((MAIN, "f"))).filter_map(|node| node.text()) {
            assert!(formula.len() <= 8_192, "{name}: {}", formula.len());
            let depths = formula.chars().scan(0, |depth, c| {
                *depth += i32::from(c == '(') - i32::from(c == ')');
                Some(*depth)
            });
            assert!(depths.max().unwrap_or(0) <= 60, "{name}: {formula}");
        }
    }
}

/// The examples, with the questionnaire that they answer.
fn examples() -> Vec<(String, Vendor, Questionnaire)> {
    let of = |name: &str, questionnaire: Questionnaire| {
        let source = Source::new(format!("{name}.yaml"), example(&format!("{name}.yaml")));
        let answers: Answers = accepted(reading::answers(&source, &questionnaire));
        (name.replace('/', "-"), Vendor { answers, review: None, papers: Default::default() }, questionnaire)
    };
    let names = ["nordkontakt", "halvklar", "allyes", "billigsvar"];
    let mut all: Vec<_> = names.map(|name| of(name, built_in_questionnaire())).into();
    all.push(of("small/brevduvan", questionnaire(SMALL)));
    all
}

/// How our own judgement says that each question stands for the vendor.
fn standing(vendor: &Vendor, questionnaire: &Questionnaire) -> BTreeMap<String, String> {
    let policy = Policy::default();
    let assessment = judge(questionnaire, vendor, &policy);
    let word = |question| {
        let judged = &assessment.questions[question];
        match judged.status {
            Status::OutOfScope => "Not asked",
            _ if judged.effective.says_something() => "Answered",
            _ => "Open",
        }
    };
    let questions = questionnaire.questions.with_ids();
    questions.map(|(at, question)| (question.id.to_string(), word(at).to_owned())).collect()
}

#[test]
fn how_questions_stand_is_what_our_own_judgement_says() {
    let mut seen = BTreeMap::new();
    for (name, vendor, questionnaire) in examples() {
        let filled_in = FilledIn::of_answers(&vendor.answers, &questionnaire);
        let book = opened(&book(&questionnaire, &[Lang::En], filled_in));
        let statuses = statuses(&as_rows(&book), "Status");
        assert_eq!(statuses, standing(&vendor, &questionnaire), "{name}");
        statuses.into_values().for_each(|status| *seen.entry(status).or_insert(0) += 1);
        // the sums of the first sheet are those of all others
        let start = &as_rows(&book)[0].1;
        let all = start.iter().find(|row| row.get(1).is_some_and(|label| label == "All")).unwrap();
        let sum: usize = all[2..5].iter().map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(sum, questionnaire.questions.len(), "{name}");
    }
    assert!(["Open", "Answered", "Not asked"].iter().all(|status| seen[*status] > 3), "{seen:?}");
}

/// The workbook without what its formulas come to, so that whoever opens it has to reckon.
fn unreckoned(book: &[u8]) -> Vec<u8> {
    let parts = parts(book).into_iter().map(|(name, mut part)| {
        while let Some(start) = part.find("</f><v>") {
            let end = start + part[start..].find("</v>").unwrap();
            part.replace_range(start + 4..end + 4, "");
        }
        Zipped::new(&name, part.as_bytes())
    });
    zip(&parts.collect::<Vec<_>>())
}

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn libreoffice_reckons_how_the_questions_stand_as_we_do() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbook");
    let _ = fs::remove_dir_all(&folder); // it may not be there
    fs::create_dir_all(&folder).unwrap();
    let mut office = Command::new("soffice");
    // a profile of its own, so that one that runs already is not asked to do it
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    let all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    office.args(["--headless", "--convert-to", all_sheets, "--outdir"]).arg(&folder);
    for (name, vendor, questionnaire) in examples() {
        let filled_in = FilledIn::of_answers(&vendor.answers, &questionnaire);
        let file = folder.join(format!("{name}.xlsx"));
        fs::write(&file, unreckoned(&book(&questionnaire, &[Lang::En], filled_in))).unwrap();
        office.arg(file);
    }
    let ran = office.output().expect("soffice is there: see CONTRIBUTING.md");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    for (name, vendor, questionnaire) in examples() {
        let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let begins = format!("{name}-");
        let is_sheet = |path: &std::path::PathBuf| {
            let file = path.file_name().unwrap().to_str().unwrap();
            file.starts_with(&begins) && file.ends_with(".csv")
        };
        let sheets: Vec<(String, Vec<Vec<String>>)> = files.filter(is_sheet).map(|path| table(&path)).collect();
        assert!(sheets.len() > 4, "{name}: {}", sheets.len());
        assert_eq!(statuses(&sheets, "Status"), standing(&vendor, &questionnaire), "{name}");
        let start = sheets.iter().find(|(file, _)| file.ends_with("-Start.csv")).unwrap();
        let all = start.1.iter().find(|row| row[1] == "All").unwrap();
        let sum: usize = all[2..5].iter().map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(sum, questionnaire.questions.len(), "{name}");
    }
}

/// A table with its name.
fn table(path: &Path) -> (String, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (path.file_name().unwrap().to_str().unwrap().to_owned(), rows)
}
