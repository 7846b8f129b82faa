//! The command that made a document, as it stands in the document: only what has an effect, always with the day. Files
//! go by their names alone; the vendors of a comparison and the folders of an overview by as much of their paths as
//! tells them apart, in the JSON of an overview as they were named. What is typed where they lie under these names
//! makes the same bytes.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::{Audience, DiffArgs, DiffFormat, ExportArgs, ExportFormat, InputArgs};
use super::console::Machine;
use super::judgement::JudgedCase;
use super::meant;
use super::setting::Setting;
use super::told_apart::told_apart;
use crate::case::{AsOf, Case, ReviewOrigin, file_name};
use crate::portfolio::overview::Overview;
use crate::questionnaire::built_in;
use crate::questionnaire::{Level, Questionnaire};
use crate::report::made_by::MadeBy;
use crate::source::Date;
use crate::source::fields::Word;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, shell_word};

/// The columns of a text where nobody says how many there are.
const USUAL_WIDTH: usize = 80;

/// What makes the document of one vendor.
pub fn exported(file: &Path, judgement: &JudgedCase<'_>, args: &ExportArgs, format: ExportFormat) -> MadeBy {
    of_one(file, judgement, &args.judge.inputs, (args.audience, args.judge.fail_on, format))
}

/// What makes the JSON of a record of a stream: the same from files that go by its id.
pub fn streamed(file: &Path, judgement: &JudgedCase<'_>, inputs: &InputArgs) -> MadeBy {
    of_one(file, judgement, inputs, (None, None, ExportFormat::Json))
}

fn of_one(
    file: &Path,
    judgement: &JudgedCase<'_>,
    inputs: &InputArgs,
    (audience, fail_on, format): (Option<Audience>, Option<Level>, ExportFormat),
) -> MadeBy {
    let case = judgement.case;
    // the gate counts today, and only what programs read tells it
    let is_json = format == ExportFormat::Json;
    let is_answered = is_json && inputs.as_of == Some(AsOf::Answered) && case.gate_day != case.as_of;
    let mut words = vec!["duly export".clean(), named(file), "-f".clean(), value(&format)];
    words.extend(audience.iter().flat_map(|audience| ["--for".clean(), value(audience)]));
    words.extend(asked(inputs));
    words.extend(inputs.no_review.then(|| "--no-review".clean()));
    words.extend(review(case));
    words.extend(policy(case));
    words.push(as_of(if is_answered { None } else { Some(case.as_of) }));
    words.extend(fail_on.filter(|_| is_json).into_iter().flat_map(|level| ["--fail-on".clean(), level.word().clean()]));
    typed(words, judgement.lang, [&*case.questionnaire])
}

/// What makes the overview of the vendors in these folders. Single files are not told: they can be very many.
pub fn summed_up(
    named_folders: &[PathBuf],
    overview: &Overview,
    args: &ExportArgs,
    (format, lang): (ExportFormat, Lang),
    machine: &Machine,
) -> MadeBy {
    let (folders, before) = called(named_folders, args, format);
    let inputs = &args.judge.inputs;
    if !inputs.review.is_empty() || !named_folders.iter().all(|folder| meant::is_folder(folder, machine)) {
        return MadeBy::default();
    }
    let mut words = vec!["duly export".clean()];
    words.extend(folders.iter().map(|folder| typed_path(folder)));
    words.extend(["--summary".clean(), "-f".clean(), value(&format)]);
    words.extend(args.audience.iter().flat_map(|audience| ["--for".clean(), value(audience)]));
    words.extend(before.iter().flat_map(|folder| ["--before".clean(), typed_path(folder)]));
    words.extend(asked(inputs));
    words.extend(inputs.no_review.then(|| "--no-review".clean()));
    let rules = overview.files.rules.iter().filter(|_| overview.files.are_rules_named);
    words.extend(rules.take(1).map(|rules| "--policy ".and(named(Path::new(&*rules.name)))));
    words.push(as_of(match inputs.as_of {
        None => Some(machine.today),
        Some(AsOf::Day(day)) => Some(day),
        Some(AsOf::Answered) => None,
    }));
    let other = args.judge.show.other_language();
    let spoken = other.map(|_| "LC_ALL=".and(lang.code()));
    let code = "--lang ".and(shell_word(other.unwrap_or(lang.code())));
    MadeBy::typed(Clean::joined(spoken.into_iter().chain(words).chain([code]), " "))
}

/// What folders are called in an overview, and the one of last year's files: in JSON, which names files as they were
/// named, as they were named themselves.
pub fn called(folders: &[PathBuf], args: &ExportArgs, format: ExportFormat) -> (Vec<String>, Option<String>) {
    let all: Vec<&Path> = folders.iter().chain(&args.before).map(PathBuf::as_path).collect();
    let mut names = match format {
        ExportFormat::Json => all.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        _ => told_apart(&all),
    };
    let before = args.before.as_ref().and_then(|_| names.pop());
    (names, before)
}

/// What makes a comparison of these files, as they were named.
pub fn compared(
    named_cases: &[(&Path, &Case)],
    args: &DiffArgs,
    (format, setting): (DiffFormat, &Setting),
    lang: Lang,
) -> MadeBy {
    let cases = || named_cases.iter().map(|(_, case)| *case);
    let Some(first) = cases().next() else { return MadeBy::default() };
    let is_text = format == DiffFormat::Text;
    let width = (is_text && setting.width != USUAL_WIDTH).then(|| "COLUMNS=".and(setting.width));
    let mut words: Vec<Clean> = width.into_iter().collect();
    words.push("duly diff".clean());
    let files: Vec<&Path> = named_cases.iter().map(|(file, _)| *file).collect();
    words.extend(told_apart(&files).iter().map(|file| typed_path(file)));
    words.extend(["-f".clean(), value(&format)]);
    words.extend(args.audience.iter().flat_map(|audience| ["--for".clean(), value(audience)]));
    words.extend((args.all && args.audience.is_none() && format != DiffFormat::Json).then(|| "--all".clean()));
    words.extend(asked(&args.inputs));
    words.extend(args.inputs.no_review.then(|| "--no-review".clean()));
    words.extend(cases().filter_map(review));
    words.extend(cases().find_map(policy));
    let is_one_day = cases().all(|case| case.as_of == first.as_of);
    words.push(as_of(is_one_day.then_some(first.as_of)));
    let is_coloured = is_text && setting.colour && args.output.is_none();
    words.extend(is_coloured.then(|| "--color always".clean()));
    typed(words, lang, cases().map(|case| &*case.questionnaire))
}

/// The words with the language in which all is told: ours, which the environment says where the questionnaires are told
/// in one that we do not speak.
fn typed<'q>(words: Vec<Clean>, lang: Lang, asked: impl IntoIterator<Item = &'q Questionnaire>) -> MadeBy {
    let other = asked.into_iter().find_map(Questionnaire::told_in);
    let spoken = other.map(|_| "LC_ALL=".and(lang.code()));
    let code = "--lang ".and(shell_word(other.unwrap_or(lang.code())));
    MadeBy::typed(Clean::joined(spoken.into_iter().chain(words).chain([code]), " "))
}

/// A file by its name alone, which no program takes for an option.
fn named(file: &Path) -> Clean {
    typed_path(&file_name(&file.to_string_lossy()))
}

/// A path, which no program takes for an option.
fn typed_path(path: &str) -> Clean {
    if path.len() > 1 && path.starts_with('-') { shell_word(&format!("./{path}")) } else { shell_word(path) }
}

/// A questionnaire that was named: a built-in one as it was named, else the name of its file.
fn asked(inputs: &InputArgs) -> Option<Clean> {
    let asked = inputs.questionnaire.as_deref()?;
    let name = file_name(asked);
    let word = match built_in::named(asked) {
        Some(_) => shell_word(asked),
        None if built_in::is_named(&name) => shell_word(&format!("./{name}")), // a file that has such a name
        None => named(Path::new(asked)),
    };
    Some("--questionnaire ".and(word))
}

/// Our review, if somebody of ours named it.
fn review(case: &Case) -> Option<Clean> {
    let (review, _) = case.review.as_ref().filter(|(_, origin)| *origin == ReviewOrigin::Named)?;
    Some("--review ".and(named(Path::new(&review.source.name))))
}

/// Our rules, if somebody of ours named them.
fn policy(case: &Case) -> Option<Clean> {
    let source = case.policy.source.as_ref().filter(|_| !case.found_policy)?;
    Some("--policy ".and(named(Path::new(&source.name))))
}

/// The day of the judgement; for several that are judged each as of its own, that.
fn as_of(day: Option<Date>) -> Clean {
    "--as-of ".and(day.map_or_else(|| "answered".clean(), |day| day.clean()))
}

/// A value as it is typed.
fn value(of: &impl ValueEnum) -> Clean {
    of.to_possible_value().map(|value| value.get_name().to_owned()).map(|name| shell_word(&name)).unwrap_or_default()
}
