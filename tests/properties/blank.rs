//! Files to fill in, of any questionnaire: they are read without a remark, and nothing in them is answered.

use duly::internal::answers::form_file::{FilledIn, FormFile, Prefilled};
use duly::internal::answers::model::{GivenBy, Proposal, Proposed};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::template;
use duly::internal::answers::whole::{Unread, WholeFile};
use duly::internal::answers::write::NewEvidence;
use duly::internal::answers::{Answer, Answers, Reference, SubProcessor, lint};
use duly::internal::questionnaire::Questionnaire;
use duly::internal::review::blank::BlankReview;
use duly::internal::review::read as read_review;
use duly::internal::review::sent::{Extent, FormSent};
use duly::internal::source::{Checked, Diagnostics, Source};
use duly::internal::words::Lang;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::generate::Shape;
use super::reading::{self, accepted};
use super::{check, check_worlds};

fn reference(questionnaire: &Questionnaire) -> Reference {
    Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() }
}

/// Reads a file as every command does, and says what was remarked but for the name: that is an odd one here.
fn answers(text: &str, questionnaire: &Questionnaire) -> (Option<Answers>, Diagnostics) {
    let Checked { value, diagnostics: mut notes } = reading::answers(&Source::new("answers.yaml", text), questionnaire);
    if let Some(answers) = &value {
        lint::lint(answers, questionnaire, |_| false, &mut notes);
    }
    notes.retain(|note| note.problem.code.id != "name-reads-on");
    (value, notes)
}

#[test]
fn a_blank_file_of_any_questionnaire_is_read_without_a_remark() {
    check_worlds(Shape::default(), |mut case| {
        let asked =
            accepted(reading::questionnaire(&Source::new("questionnaire.yaml", case.world.questionnaire_text())));
        let all: Vec<_> = asked.questions.ids().collect();
        let leave_out = case.dice.some(&all, 20);
        for lang in Lang::ALL {
            let reference = reference(&asked);
            let outline = Outline::of(&asked, &leave_out, lang);
            let filled_in = FilledIn::of_vendor("A: b");
            let form = FormFile { reference: &reference, outline, second: None, filled_in };
            let text = template::text(&form);
            let (read, notes) = answers(&text, &asked);
            prop_assert!(notes.is_empty(), "{notes:?}\n{text}");
            let read = read.unwrap();
            prop_assert_eq!(&read.vendor, "A: b");
            for at in all.iter().copied() {
                let stands = text.contains(&format!("\n  {}:\n", asked.questions[at].id));
                prop_assert_eq!(stands, !leave_out.contains(&at));
                prop_assert_eq!(read.answer(at), &Answer::Unknown);
                prop_assert_eq!(read.comment(at), None);
            }
            let mut stated = case.world.factors.iter();
            let stakes = asked
                .factors
                .map(|_, factor| factor.options.ids().nth(stated.next().and_then(|factor| factor.stated)?));
            let review = BlankReview {
                before: None,
                client: None,
                questionnaire: &asked,
                vendor: "A: b",
                reviewer: None,
                reviewed: case.world.as_of,
                stakes: &stakes,
                sent: Some(&FormSent::of(&form, Extent::All, case.world.as_of)),
                lang,
            };
            let checked = read_review::read(&Source::new("answers.review.yaml", review.text()), &asked, &read);
            prop_assert!(checked.diagnostics.is_empty(), "{:?}\n{}", checked.diagnostics, review.text());
            let review = checked.value.unwrap();
            prop_assert_eq!(review.inherent_risk, stakes);
            let form = read.filled.as_ref().map(|filled| filled.form.to_string());
            prop_assert_eq!(&review.sent[0].form, &form);
            prop_assert_eq!(review.sent[0].lang.as_deref(), Some(lang.code()));
        }
        Ok(())
    });
}

#[test]
fn what_is_filled_in_before_a_form_is_sent_is_read_and_a_proposal_counts_for_nothing() {
    let asked = accepted(reading::questionnaire(&Source::new("q.yaml", hostile("Is it so?"))));
    let reference = reference(&asked);
    let outline = Outline::of(&asked, &[], Lang::En);
    let before = outline.fingerprint();
    let mut form = FormFile { reference: &reference, outline, second: None, filled_in: FilledIn::of_vendor("A") };
    let document = NewEvidence { title: "T: #1".to_owned(), kind: Some("k".to_owned()), ..NewEvidence::default() };
    form.filled_in.documents.push(("doc".to_owned(), document));
    let last = Proposal {
        proposed: Proposed::Note("yes: # so".to_owned()),
        comment: Some("# last: {year}".to_owned()),
        from: "2025-11-16".to_owned(),
    };
    let [first, .., other] = &form.outline.questions[..] else { panic!("several questions") };
    let (first, other) = (first.question, other.question);
    let given = Prefilled {
        answer: Some(Answer::NotApplicable),
        comment: Some("two\nlines: # here".to_owned()),
        evidence: vec!["doc".to_owned()],
        by: Some(GivenBy { name: "Anna: Ek".to_owned(), on: None }),
        proposed: None,
        marks: Vec::new(),
    };
    form.filled_in.answers.insert(first, given.clone());
    form.filled_in.answers.insert(other, Prefilled { proposed: Some(last.clone()), ..Prefilled::default() });
    assert_eq!(form.fingerprint(), before, "what is filled in does not make another form");
    let read = answers(&template::text(&form), &asked).0.unwrap();
    assert_eq!((read.answer(first), read.answer(other)), (&Answer::NotApplicable, &Answer::Unknown));
    assert_eq!(read.comment(first).map(str::trim_end), Some("two\nlines: # here"));
    assert_eq!(read.answers[first].as_ref().unwrap().evidence.len(), 1);
    assert_eq!(read.answers[first].as_ref().unwrap().by, given.by);
    assert_eq!(read.answers[other].as_ref().unwrap().proposed.as_deref(), Some(&last));
}

#[test]
fn what_answers_say_stands_in_the_form_of_the_next_round() {
    check_worlds(Shape::default(), |case| {
        let asked =
            accepted(reading::questionnaire(&Source::new("questionnaire.yaml", case.world.questionnaire_text())));
        let (read, _) = answers(&case.world.answers_text(), &asked);
        let filled_in = FilledIn::of_answers(&read.unwrap(), &asked);
        let outline = Outline::of(&asked, &[], Lang::Sv);
        let reference = reference(&asked);
        let form = FormFile { reference: &reference, outline, second: None, filled_in };
        let (again, notes) = answers(&template::text(&form), &asked);
        prop_assert!(!notes.has_errors(), "{notes:?}\n{}", template::text(&form));
        prop_assert_eq!(&FilledIn::of_answers(&again.unwrap(), &asked), &form.filled_in);
        Ok(())
    });
}

#[test]
fn a_whole_file_says_what_answers_say() {
    check_worlds(Shape::default(), |mut case| {
        let asked =
            accepted(reading::questionnaire(&Source::new("questionnaire.yaml", case.world.questionnaire_text())));
        let read = answers(&case.world.answers_text(), &asked).0.unwrap();
        let mut filled_in = FilledIn::of_answers(&read, &asked);
        let texts = ["yes", "- a: b # c", "two\nlines: # here", "1-2", "ends.\n", "'\"\\ {[, a", "null"];
        let mut text = || case.dice.chance(50).then(|| (*case.dice.pick(&texts)).to_owned());
        let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
        filled_in.service = text();
        (filled_in.country, filled_in.registration) = (trimmed(text()), trimmed(text()));
        let company =
            |name: &str, does| SubProcessor { name: name.to_owned(), country: None, registration: None, does };
        filled_in.chain = vec![company("A: b", trimmed(text())), company("#", None)];
        for given in filled_in.answers.values_mut() {
            given.comment = text();
            given.by = text().map(|_| GivenBy { name: "Anna: Ek".to_owned(), on: read.answered });
            let note = text().map(|note| Proposal {
                proposed: Proposed::Note(note),
                comment: None,
                from: "2025-11-16".to_owned(),
            });
            given.proposed = note;
        }
        filled_in.answers.retain(|_, given| *given != Prefilled::default());
        let unread: Vec<Unread> = [None]
            .into_iter()
            .chain(asked.questions.ids().map(Some))
            .filter_map(|question| {
                let said = duly::internal::words::clean::one_line(&text()?);
                Some(Unread { question, said })
            })
            .collect();
        let (reference, filled) = (reference(&asked), read.filled.as_ref());
        let file = WholeFile {
            reference: &reference,
            questionnaire: &asked,
            filled,
            answered: read.answered,
            filled_in: &filled_in,
            unread: &unread,
        };
        let (again, notes) = answers(&file.text(), &asked);
        prop_assert!(!notes.has_errors(), "{notes:?}\n{}", file.text());
        let again = again.unwrap();
        prop_assert_eq!(&FilledIn::of_answers(&again, &asked), &filled_in, "{}", file.text());
        prop_assert_eq!(again.answered, read.answered);
        prop_assert_eq!(again.filled.map(|filled| filled.form), read.filled.as_ref().map(|filled| filled.form));
        let noted = file.text().lines().filter(|line| line.trim_start().starts_with("# ")).count();
        prop_assert_eq!(noted, unread.len(), "{}", file.text());
        Ok(())
    });
}

/// A questionnaire in which every text is the same: one that could do harm.
fn hostile(text: &str) -> String {
    let text = serde_json::Value::from(text).to_string();
    format!(
        "format: duly/questionnaire@1\nid: foreign\nversion: 1.0.0\ntitle: {text}\nabout: {text}\n\
         inherent_risk:\n  - {{id: f, ask: {text}, options: [{{id: x, label: {text}, tier: low}}]}}\n\
         evidence:\n  - {{id: k, ask: {text}}}\n\
         categories:\n  - id: c\n    title: {text}\n    about: {text}\n    questions:\n\
         \x20     - id: one\n        ask: {text}\n        help: {text}\n        importance: high\n        evidence: [k]\n\
         \x20       answer: {{choose_one: [{{id: x, label: {text}, value: 100}}, {{id: y, label: {text}2, value: 0}}]}}\n\
         \x20     - id: many\n        ask: {text}\n        importance: high\n        when: {{c.one: [x]}}\n\
         \x20       answer: {{choose_many: {{full_at: 1, options: [{{id: x, label: {text}, points: 1}}]}}}}\n\
         \x20     - id: number\n        ask: {text}\n        importance: high\n        when: {{c.days: {{above: 3}}}}\n\
         \x20       answer: {{number: {{unit: {text}, steps: [{{at_most: 3, value: 100}}]}}}}\n\
         \x20     - id: days\n        ask: {text}\n        importance: high\n\
         \x20       answer: {{number: {{unit: {text}, steps: [{{at_most: 3, value: 100}}]}}}}\n\
         \x20     - id: words\n        ask: {text}\n        importance: info\n        answer: text\n"
    )
    .replace("\"2", "2\"")
}

/// Parts of a text that mean something to YAML, to a terminal or to a reader.
const PIECES: &[&str] = &[
    "\n",
    "\r",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{b}",
    "\u{c}",
    "\u{1b}[2J",
    "\u{202e}",
    "\t",
    "\0",
    "# ",
    "x: y",
    ": ",
    "  c.one: {answer: x}",
    "- ",
    "---",
    "...",
    "'",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "%",
    "@",
    "`",
    "word",
    "å",
    "null",
    "yes",
];

#[test]
fn no_text_of_a_questionnaire_and_no_name_breaks_out() {
    let texts = proptest::collection::vec(proptest::sample::select(PIECES), 1..12).prop_map(|parts| parts.concat());
    check(&texts, |text| {
        prop_assume!(text.chars().any(char::is_alphanumeric));
        let Some(asked) = reading::questionnaire(&Source::new("questionnaire.yaml", hostile(&text))).value else {
            return Err(TestCaseError::reject("no questionnaire"));
        };
        let vendor = duly::internal::words::clean::one_line(&text);
        Lang::ALL.into_iter().try_for_each(|lang| stays_in_its_place(&asked, &vendor, lang))
    });
}

fn stays_in_its_place(asked: &Questionnaire, vendor: &str, lang: Lang) -> TestCaseResult {
    let reference = reference(asked);
    let (outline, filled_in) = (Outline::of(asked, &[], lang), FilledIn::of_vendor(vendor));
    let text = template::text(&FormFile { reference: &reference, outline, second: None, filled_in });
    let hidden = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202e}');
    prop_assert!(!text.contains(hidden), "{text:?}");
    let live = text.lines().filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    prop_assert_eq!(live.count(), 9 + 5 * 4, "{}", text);
    let (read, notes) = answers(&text, asked);
    prop_assert!(notes.is_empty(), "{notes:?}\n{text}");
    let read = read.unwrap();
    prop_assert_eq!(&read.vendor, vendor.trim());
    let review = BlankReview {
        before: None,
        client: None,
        questionnaire: asked,
        vendor,
        reviewer: Some(vendor),
        reviewed: duly::internal::source::Date::default(),
        stakes: &asked.factors.map(|_, factor| factor.options.ids().next()),
        sent: None,
        lang,
    };
    let checked = read_review::read(&Source::new("answers.review.yaml", review.text()), asked, &read);
    prop_assert!(checked.diagnostics.is_empty(), "{:?}\n{}", checked.diagnostics, review.text());
    prop_assert_eq!(checked.value.unwrap().reviewer, vendor.trim());
    Ok(())
}
