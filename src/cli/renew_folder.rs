//! `duly new --renew FOLDER`: next year's form for every vendor of a folder, from its newest answers.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{InputArgs, NewAnswersArgs, RenewedAs};
use super::console::{self, Console};
use super::exit::Exit;
use super::meant::{self, Turn};
use super::setting::Setting;
use super::{files, load, new_answers};
use crate::answers::kinship::VendorIdentity;
use crate::case::Shelf;
use crate::portfolio::known::KnownVendors;
use crate::questionnaire::ids::VendorId;
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::shown;

/// Makes the forms. A vendor of which none can be made is told, and the others are made.
///
/// # Errors
/// The arguments do not fit together, the folder cannot be read, or two forms would lie in one place.
pub fn run(args: &NewAnswersArgs, folder: &Path, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let Some(target) = args.output.as_deref().filter(|target| !files::is_standard(target)) else {
        bail!("{}", lang.name_the_folder());
    };
    let (found, mut failed) = found(args, folder, lang, console)?;
    let newest = newest(&found);
    let (mut forms, mut made) = (Vec::new(), 0);
    for earlier in &found {
        match earlier.newer(&newest) {
            Some(_) if setting.quiet => {}
            Some(newer) => {
                console.say(lang.earlier_answers_left_out(shown(earlier.path.display()), shown(newer.display())))
            }
            None => forms
                .push((earlier, target_of(&earlier.path, (folder, target), args.renewed_as, console.machine.today))),
        }
    }
    stay_apart(&forms, lang)?;
    for (earlier, output) in forms {
        let path = &earlier.path;
        let made_one = files::make_folders(&output, lang, console).and_then(|()| {
            let args =
                NewAnswersArgs { renew: Some(path.clone()), output: Some(output), renewed_as: None, ..args.clone() };
            new_answers::run(&args, console)
        });
        match made_one {
            Ok(Exit::Done) => made += 1,
            Ok(_) => failed += 1,
            Err(error) => {
                failed += 1;
                let error = error.context(shown(path.display()).to_string());
                console.talk(&console::line_of(&error, lang));
            }
        }
    }
    if !setting.quiet || failed > 0 {
        console.say(lang.renewed_forms(made, shown(target.display()), failed));
    }
    Ok(if failed == 0 { Exit::Done } else { Exit::Unusable })
}

/// Who answers what, and whether the file says so by a registration.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Round {
    vendor: VendorId,
    asked: String,
    is_registered: bool,
}

/// Answers that lie in the folder.
struct EarlierAnswers {
    path: PathBuf,
    /// Whose they are; `None` where they cannot be read, which is told when their form is to be made.
    round: Option<Round>,
    answered: Option<Date>,
}

impl EarlierAnswers {
    /// The file with newer answers of the same vendor to the same questions, if there is one. What is not dated is not
    /// known to be earlier.
    fn newer<'f>(&self, newest: &HashMap<Round, (Date, &'f Path)>) -> Option<&'f Path> {
        let (day, file) = newest.get(self.round.as_ref()?)?;
        self.answered.is_some_and(|answered| answered < *day).then_some(*file)
    }
}

/// The answers of a folder, and how many files could hold some and are not read, which has been told.
fn found(
    args: &NewAnswersArgs,
    folder: &Path,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<(Vec<EarlierAnswers>, usize)> {
    let (disk, shelf) = (console.machine.disk(), Shelf::default());
    let inputs = InputArgs { policy: args.policy.clone(), ..InputArgs::default() };
    let (mut found, mut told) = (Vec::new(), 0);
    for file in meant::answers_in(folder, lang, &disk)? {
        let input = match file.turn(&disk) {
            Turn::Aside => continue,
            Turn::Told(why) => {
                told += 1;
                console.talk(&console::line_of(&meant::not_judged(&file.path, &why, lang), lang));
                continue;
            }
            Turn::Judged(input) => input,
        };
        let opened = load::load_one_of_many(input, &inputs, &args.show, (&console.machine, &shelf));
        let case = opened.case.or(opened.flawed);
        let round = case.as_ref().map(|case| (VendorIdentity::of(&case.answers), case.questionnaire.id.to_string()));
        let answered = case.and_then(|case| case.answers.answered);
        found.push((file.path, round, answered));
    }
    Ok((whose(found), told))
}

/// A file, who answers what in it by its own words, and its day.
type AnswersFound = (PathBuf, Option<(VendorIdentity, String)>, Option<Date>);

/// Whose the files are: those with a registration are met first, so that a name alone is not taken for a vendor that
/// comes later.
fn whose(found: Vec<AnswersFound>) -> Vec<EarlierAnswers> {
    let mut known = KnownVendors::default();
    let named = || found.iter().filter_map(|(_, round, _)| Some(&round.as_ref()?.0));
    let registered = |vendor: &&VendorIdentity| vendor.registration().is_some();
    for vendor in named().filter(registered) {
        known.meet(vendor);
    }
    let of = |(path, round, answered): AnswersFound| {
        let round = round.map(|(vendor, asked)| Round {
            vendor: known.meet(&vendor).vendor,
            asked,
            is_registered: vendor.registration().is_some(),
        });
        EarlierAnswers { path, round, answered }
    };
    found.into_iter().map(of).collect()
}

/// The newest answers of each vendor, by the day that they give: for those that give its registration the newest that
/// give it, too.
fn newest(found: &[EarlierAnswers]) -> HashMap<Round, (Date, &Path)> {
    let mut newest: HashMap<Round, (Date, &Path)> = HashMap::new();
    for earlier in found {
        let Some((round, day)) = earlier.round.as_ref().zip(earlier.answered) else { continue };
        for is_registered in [round.is_registered, false] {
            let known = newest.entry(Round { is_registered, ..round.clone() }).or_insert((day, &earlier.path));
            if known.0 < day {
                *known = (day, &earlier.path);
            }
        }
    }
    newest
}

/// No form may take the place of another one.
fn stay_apart(forms: &[(&EarlierAnswers, PathBuf)], lang: Lang) -> anyhow::Result<()> {
    let mut taken: HashMap<&Path, &Path> = HashMap::new();
    for (earlier, form) in forms.iter().filter(|(earlier, _)| earlier.round.is_some()) {
        if let Some(first) = taken.insert(form, &earlier.path) {
            let [first, second] = [first, &*earlier.path].map(|path| shown(path.display()));
            bail!("{}", lang.two_give_one_form(first, second, shown(form.display())));
        }
    }
    Ok(())
}

/// Where the form of a file of the folder goes: by the year in its name, so that our review of it is another one.
fn target_of(file: &Path, (folder, target): (&Path, &Path), kind: Option<RenewedAs>, today: Date) -> PathBuf {
    let beside = file.strip_prefix(folder).unwrap_or(file);
    let ending = kind.unwrap_or(RenewedAs::Yaml).ending();
    let mut name = next_name(file, today);
    name.push(".");
    name.push(ending);
    target.join(beside.with_file_name(name))
}

/// `nordkontakt-2025.yaml` and `nordkontakt.yaml` become `nordkontakt-2026`, in 2026.
fn next_name(file: &Path, today: Date) -> OsString {
    let stem = file.file_stem().unwrap_or_default();
    let (_, _, year) = today.day_month_year();
    let without = stem.to_str().map(|name| match name.rsplit_once('-') {
        Some((name, year)) if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => name,
    });
    let mut next = without.map_or_else(|| stem.to_owned(), OsString::from);
    next.push(format!("-{year}"));
    next
}
