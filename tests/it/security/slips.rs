//! What goes wrong when people fill a form in with a text editor: every kind of slip, alone and in pairs, in real forms.
//! Each is told within a line of where it is, none hides another, and everything else is read as if nothing had
//! happened.

use std::collections::BTreeMap;
use std::sync::Arc;

use duly::internal::answers::form_file::{FilledIn, FormFile};
use duly::internal::answers::model::Reference;
use duly::internal::answers::outline::Outline;
use duly::internal::answers::read as read_answers;
use duly::internal::answers::template;
use duly::internal::questionnaire::{Questionnaire, built_in};
use duly::internal::source::node::Kind;
use duly::internal::source::{Arena, Diagnostics, Node, Source};
use duly::internal::words::Lang;

use crate::support::{example, reading};

/// Lines in the place of one, and which of them is wrong.
type Lines = Option<(Vec<String>, usize)>;

/// A slip: what it makes of a line, if it can happen there. The line that is wrong is the first that it gives, or as
/// many below as it says.
struct Slip {
    name: &'static str,
    of: fn(&str) -> Lines,
}

/// One line in the place of another.
fn one(line: String) -> Lines {
    Some((vec![line], 0))
}

/// The line as it is, and others below it.
fn below(line: &str, more: &[&str]) -> Lines {
    Some(([line].iter().chain(more).map(|line| (*line).to_owned()).collect(), 1))
}

/// What a line holds that is a key of an answer with a value: what stands before the key, the key, and the value.
fn field(line: &str) -> Option<(&str, &str, &str)> {
    let bare = line.trim_start();
    let (key, value) = bare.split_once(": ")?;
    let lead = &line[..line.len() - bare.len()];
    let is_field = lead.len() == 4 && ["answer", "comment"].contains(&key) && !value.trim().is_empty();
    (is_field && !value.trim().starts_with(['|', '{', '[', '"', '\''])).then_some((lead, key, value))
}

/// The text of a comment on its line.
fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("    comment: ").filter(|text| text.len() > 20 && !text.starts_with(['|', '"', '\'']))
}

/// The id of a question whose keys stand below it.
fn entry(line: &str) -> Option<&str> {
    let id = line.strip_prefix("  ")?.strip_suffix(':')?;
    (id.contains('.') && !id.contains([' ', '#'])).then_some(id)
}

/// A line of a text below `comment: |`.
fn content(line: &str) -> Option<&str> {
    let text = line.strip_prefix("      ")?;
    (text.starts_with(|letter: char| letter.is_uppercase()) && !text.contains(": ")).then_some(text)
}

/// An answer within braces.
fn braces(line: &str) -> Option<(&str, &str)> {
    let (id, rest) = line.split_once(": {")?;
    (id.contains('.') && !id.contains('#') && rest.contains("comment: ")).then_some((id, rest))
}

/// The slips of whoever types.
#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    Slip { name: "a tab before a key", of: |line| field(line).and_then(|(_, key, value)| one(format!("\t{key}: {value}"))) },
    Slip { name: "a tab among the spaces", of: |line| field(line).and_then(|(_, key, value)| one(format!("  \t{key}: {value}"))) },
    Slip { name: "a tab before an id", of: |line| entry(line).and_then(|id| one(format!("\t{id}:"))) },
    Slip { name: "no space after the colon", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key}:{value}"))) },
    Slip { name: "a non-breaking space after the colon", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key}:\u{a0}{value}"))) },
    Slip { name: "non-breaking spaces before a key", of: |line| field(line).and_then(|(_, key, value)| one(format!("\u{a0}\u{a0}\u{a0}\u{a0}{key}: {value}"))) },
    Slip { name: "a sign without width before a key", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}\u{200b}{key}: {value}"))) },
    Slip { name: "a byte-order mark in the middle", of: |line| entry(line).and_then(|id| one(format!("\u{feff}  {id}:"))) },
    Slip { name: "one space too many", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead} {key}: {value}"))) },
    Slip { name: "one space too few", of: |line| field(line).and_then(|(_, key, value)| one(format!("   {key}: {value}"))) },
    Slip { name: "a key at the edge", of: |line| field(line).and_then(|(_, key, value)| one(format!("{key}: {value}"))) },
    Slip { name: "an id at the edge", of: |line| entry(line).and_then(|id| one(format!("{id}:"))) },
    Slip { name: "an id one space off", of: |line| entry(line).and_then(|id| one(format!("   {id}:"))) },
    Slip { name: "an id as far in as its keys", of: |line| entry(line).and_then(|id| one(format!("    {id}:"))) },
    Slip { name: "an id without its colon", of: |line| entry(line).and_then(|id| one(format!("  {id}"))) },
    Slip { name: "a key without its colon", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key} {value}"))) },
    Slip { name: "an equals sign", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key} = {value}"))) },
    Slip { name: "a semicolon", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key}; {value}"))) },
    Slip { name: "a wide colon", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}{key}：{value}"))) },
    Slip { name: "a dash before a key", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}- {key}: {value}"))) },
    Slip { name: "a bullet before a key", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}• {key}: {value}"))) },
    Slip { name: "the mark of a quoted mail", of: |line| field(line).and_then(|(lead, key, value)| one(format!("> {lead}{key}: {value}"))) },
    Slip { name: "curly quotes round a key", of: |line| field(line).and_then(|(lead, key, value)| one(format!("{lead}“{key}”: {value}"))) },
    Slip { name: "a merge marker", of: |line| field(line).and_then(|_| below(line, &["<<<<<<< HEAD"])) },
    Slip { name: "the end of a merge", of: |line| field(line).and_then(|_| below(line, &[">>>>>>> vendor"])) },
    Slip { name: "keys as far in as their id", of: |line| field(line).and_then(|(_, key, value)| one(format!("  {key}: {value}"))) },
    Slip { name: "the middle of a merge", of: |line| content(line).and_then(|_| below(line, &["======="])) },
    Slip { name: "a pasted line", of: |line| field(line).and_then(|_| below(line, &["We sent the rest of this to you by mail"])) },
    Slip { name: "a pasted line with a colon", of: |line| field(line).and_then(|_| below(line, &["From the mail of Monday: all of it is done"])) },
    Slip { name: "a rule of dashes", of: |line| field(line).and_then(|_| below(line, &["-------------"])) },
    Slip { name: "a second document", of: |line| field(line).and_then(|_| below(line, &["---"])) },
    Slip { name: "a lost quote at the end", of: |line| comment(line).and_then(|text| one(format!("    comment: \"{text}"))) },
    Slip { name: "a lost single quote", of: |line| comment(line).and_then(|text| one(format!("    comment: '{text}"))) },
    Slip { name: "words behind a quote", of: |line| comment(line).and_then(|text| one(format!("    comment: \"Yes\" {text}"))) },
    Slip { name: "an apostrophe in single quotes", of: |line| comment(line).and_then(|text| one(format!("    comment: 'We don't. {text}'"))) },
    Slip { name: "curly quotes round a text", of: |line| comment(line).and_then(|text| one(format!("    comment: “Note: {text}”"))) },
    Slip { name: "a backslash in quotes", of: |line| comment(line).and_then(|text| one(format!("    comment: \"C:\\papers {text}\""))) },
    Slip { name: "a colon in a text", of: |line| comment(line).and_then(|text| one(format!("    comment: Note: {text}"))) },
    Slip { name: "a text that begins with @", of: |line| comment(line).and_then(|text| one(format!("    comment: @all {text}"))) },
    Slip { name: "a text that begins with *", of: |line| comment(line).and_then(|text| one(format!("    comment: *new* {text}"))) },
    Slip { name: "a text that begins with %", of: |line| comment(line).and_then(|text| one(format!("    comment: % of {text}"))) },
    Slip { name: "a text on the line of its |", of: |line| comment(line).and_then(|text| one(format!("    comment: | {text}"))) },
    Slip { name: "a bracket that is not closed", of: |line| (line.trim() == "evidence: []").then(|| one("    evidence: [soa".to_owned())).flatten() },
    Slip { name: "a brace that is not closed", of: |line| braces(line).and_then(|_| one(line.replace('}', ""))) },
    Slip { name: "no comma in braces", of: |line| braces(line).and_then(|_| one(line.replace(", comment:", " comment:"))) },
    Slip { name: "a colon in braces", of: |line| braces(line).and_then(|_| one(line.replace("comment: ", "comment: Note: "))) },
    Slip { name: "a number sign in braces", of: |line| braces(line).and_then(|_| one(line.replace("comment: ", "comment: Ticket #4711 "))) },
    Slip { name: "a comma in braces", of: |line| braces(line).and_then(|_| one(line.replace("comment: ", "comment: Well, "))) },
    Slip { name: "a line of a text at the edge", of: |line| content(line).and_then(|text| one(text.to_owned())) },
    Slip { name: "a line of a text as far in as its key", of: |line| content(line).and_then(|text| one(format!("    {text}"))) },
    Slip { name: "a tab before a line of a text", of: |line| content(line).and_then(|text| one(format!("\t{text}"))) },
    Slip { name: "a control character", of: |line| comment(line).and_then(|text| one(format!("    comment: a\u{1}b {text}"))) },
];

fn customer_service() -> Arc<Questionnaire> {
    Arc::new(reading::accepted(built_in::find("customer-service").unwrap().read()))
}

/// A form as it comes back when nothing went wrong.
struct FilledForm {
    name: String,
    text: String,
    questionnaire: Arc<Questionnaire>,
}

/// A blank form whose answers were filled in in turn: in blocks, on a line, in braces.
fn filled(lang: Lang, name: &str) -> FilledForm {
    let questionnaire = customer_service();
    let reference = Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() };
    let leave_out: Vec<_> =
        questionnaire.questions.ids().enumerate().filter(|(at, _)| at % 5 != 0).map(|(_, id)| id).collect();
    let outline = Outline::of(&questionnaire, &leave_out, lang);
    let filled_in = FilledIn::of_vendor("Example AB");
    let blank = template::text(&FormFile { reference: &reference, outline, second: None, filled_in });
    let (mut text, mut number) = (String::new(), 0);
    for line in blank.lines() {
        number += usize::from(line == "    answer:");
        match (line, number % 4) {
            ("    answer:", 3) => {
                let id = text.trim_end_matches([':', '\n']).len();
                text.replace_range(id.., ": {answer: unknown, comment: We look at it every month}");
            }
            ("    comment: |" | "    evidence: []", 3) => continue,
            ("    answer:", _) if number == 4 => text += "    answer: [perhaps]",
            ("    answer:", _) => text += "    answer: unknown",
            ("    comment: |", 1) => text += "    comment: |\n      We look at it every month.\n      All of us do.",
            ("    comment: |", 2) => text += "    comment: We look at it every month, all of us",
            _ => text += line,
        }
        text.push('\n');
    }
    FilledForm { name: name.to_owned(), text, questionnaire }
}

fn forms() -> Vec<FilledForm> {
    let examples = ["nordkontakt.yaml", "billigsvar.yaml", "halvklar.yaml"].into_iter().map(|name| {
        let questionnaire = customer_service();
        FilledForm { name: name.to_owned(), text: example(name), questionnaire }
    });
    [filled(Lang::En, "a form in English"), filled(Lang::Sv, "a form in Swedish")].into_iter().chain(examples).collect()
}

/// What was found and where, by line and code.
type Found = Vec<(usize, &'static str)>;

/// What a reading gives: what is wrong, and the answers by their questions.
fn read(text: &str, questionnaire: &Questionnaire) -> (Found, BTreeMap<String, String>) {
    let source = Source::new("v.yaml", text);
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let tree = read_answers::tree_or_mended(&source, &arena, &mut notes);
    if let Some(root) = &tree {
        let reference = read_answers::reference(root, &source);
        notes.append(reference.diagnostics);
        if let Some((reference, _)) = &reference.value {
            notes.append(read_answers::read(root, &source, reference, questionnaire).diagnostics);
        }
    }
    let place = |found: &&duly::internal::source::Diagnostic| {
        let line = found.span.map_or(0, |span| source.position(span.start).line);
        (line, found.problem.code.id)
    };
    let lines = notes.sorted().iter().map(place).collect();
    (lines, tree.as_ref().and_then(|root| root.get("answers")).map(by_question).unwrap_or_default())
}

fn by_question(answers: &Node<'_>) -> BTreeMap<String, String> {
    let Kind::Map(entries) = &answers.kind else { return BTreeMap::new() };
    let plain = |node: &Node<'_>| said(node);
    entries.iter().map(|entry| (entry.key.to_string(), plain(&entry.value))).collect()
}

/// A part of a file without its places.
fn said(node: &Node<'_>) -> String {
    match &node.kind {
        Kind::Null => "-".to_owned(),
        Kind::Plain(text) | Kind::Quoted(text) => format!("{text:?}"),
        Kind::List(items) => items.iter().map(said).collect::<Vec<_>>().join(" "),
        Kind::Map(entries) => {
            entries.iter().map(|entry| format!("({} {})", entry.key, said(&entry.value))).collect::<Vec<_>>().join(" ")
        }
    }
}

/// The question that a line belongs to.
fn question(lines: &[&str], at: usize) -> Option<String> {
    let id = |line: &&str| line.strip_prefix("  ").and_then(|rest| rest.split(':').next()).map(str::to_owned);
    let is_id = |line: &&&str| line.starts_with("  ") && !line.starts_with("   ") && !line.trim().starts_with('#');
    lines[..=at].iter().rev().find(|line| is_id(line) && !line.trim().is_empty()).and_then(id)
}

/// A text with slips at some lines, and where each is then, from 1.
fn with_slips(text: &str, slips: &[(usize, &Slip)]) -> (String, Vec<usize>) {
    let (mut out, mut places, mut line_number) = (String::new(), Vec::new(), 0);
    for (at, line) in text.lines().enumerate() {
        let slip = slips.iter().find(|(place, _)| *place == at).map(|(_, slip)| (slip.of)(line).unwrap());
        let (lines, wrong) = slip.clone().unwrap_or_else(|| (vec![line.to_owned()], 0));
        if slip.is_some() {
            places.push(line_number + wrong + 1);
        }
        line_number += lines.len();
        lines.iter().for_each(|line| out.extend([line.as_str(), "\n"]));
    }
    (out, places)
}

/// The lines at which a slip can happen.
fn all_places(text: &str, slip: &Slip) -> Vec<usize> {
    text.lines().enumerate().filter(|(_, line)| (slip.of)(line).is_some()).map(|(at, _)| at).collect()
}

/// Of the lines at which a slip can happen the first, the last, and one between.
fn places(text: &str, slip: &Slip) -> Vec<usize> {
    let all = all_places(text, slip);
    let some = [0, all.len() / 2, all.len().saturating_sub(1)];
    let mut some: Vec<usize> = some.iter().filter_map(|at| all.get(*at).copied()).collect();
    some.dedup();
    some
}

#[derive(Default)]
struct Tally {
    cases: usize,
    misplaced: Vec<String>,
    lost: Vec<String>,
}

impl Tally {
    /// Reads a form with slips; whether each is told in its place, and nothing else is lost.
    fn case(&mut self, form: &FilledForm, slips: &[(usize, &Slip)], sound: &(Found, BTreeMap<String, String>)) {
        self.cases += 1;
        let names: Vec<&str> = slips.iter().map(|(_, slip)| slip.name).collect();
        let (text, wrong) = with_slips(&form.text, slips);
        // editors of Windows end lines in their own way
        let text = if self.cases.is_multiple_of(3) { text.replace('\n', "\r\n") } else { text };
        let (found, answers) = read(&text, &form.questionnaire);
        for (line, name) in wrong.iter().zip(&names) {
            if !found.iter().any(|(place, _)| place.abs_diff(*line) <= 1) {
                let shown = text.lines().nth(line - 1).unwrap_or_default();
                self.misplaced.push(format!("{}: {names:?}: {name} in line {line} `{shown}`: {found:?}", form.name));
            }
        }
        let codes = |found: &Found, code: &str| found.iter().filter(|(_, other)| *other == code).count();
        for (_, code) in sound.0.iter().filter(|(_, code)| codes(&found, code) < codes(&sound.0, code)) {
            self.misplaced.push(format!("{}: {names:?}: hides {code}: {found:?}", form.name));
        }
        let lines: Vec<&str> = form.text.lines().collect();
        let hit: Vec<String> = slips
            .iter()
            .flat_map(|(at, _)| [question(&lines, *at), question(&lines, at.saturating_sub(4))])
            .flatten()
            .collect();
        let differs = |(id, answer): &(&String, &String)| !hit.contains(id) && answers.get(*id) != Some(answer);
        if let Some((id, answer)) = sound.1.iter().find(differs) {
            self.lost.push(format!(
                "{}: {names:?} at {wrong:?}: {id} was {answer}, is {:?}",
                form.name,
                answers.get(id)
            ));
        }
    }
}

/// A place for one slip and one for another below it: right below, or far.
fn apart(form: &FilledForm, first: &Slip, second: &Slip, is_near: bool) -> Option<(usize, usize)> {
    let a = *places(&form.text, first).first()?;
    let mut later = all_places(&form.text, second).into_iter().filter(|b| a + 2 < *b);
    let b = if is_near { later.next()? } else { later.next_back()? };
    Some((a, b))
}

#[test]
#[allow(clippy::print_stderr, reason = "the figures, for whoever asks with --nocapture")]
fn every_slip_is_told_in_its_place_and_costs_nothing_else() {
    let mut tally = Tally::default();
    let forms: Vec<_> = forms().into_iter().map(|form| (read(&form.text, &form.questionnaire), form)).collect();
    for (sound, form) in &forms {
        assert!(sound.1.len() > 5, "{}: {:?}", form.name, sound.0);
        for slip in SLIPS {
            places(&form.text, slip).into_iter().for_each(|at| tally.case(form, &[(at, slip)], sound));
        }
    }
    let pairs = (0..SLIPS.len()).flat_map(|one| (one..SLIPS.len()).map(move |other| (&SLIPS[one], &SLIPS[other])));
    for (number, (one, other)) in pairs.enumerate() {
        let (first, second) = if number % 4 < 2 { (one, other) } else { (other, one) };
        let in_turn = (0..forms.len()).map(|at| &forms[(number + at) % forms.len()]);
        let found = in_turn
            .into_iter()
            .find_map(|(sound, form)| Some((sound, form, apart(form, first, second, number % 2 == 0)?)));
        let Some((sound, form, (a, b))) = found else { panic!("no form for {} and {}", first.name, second.name) };
        tally.case(form, &[(a, first), (b, second)], sound);
    }
    let (wrong, lost) = (tally.misplaced.len(), tally.lost.len());
    eprintln!(
        "{} kinds, {} cases, {wrong} misplaced or hidden, {lost} with something else lost",
        SLIPS.len(),
        tally.cases
    );
    assert!(tally.cases > SLIPS.len() * SLIPS.len() / 2, "{}", tally.cases);
    let shown = |list: &[String]| list.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong + lost == 0, "{wrong} misplaced:\n{}\n{lost} lost:\n{}", shown(&tally.misplaced), shown(&tally.lost));
}
