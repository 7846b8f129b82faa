//! `duly new --renew FOLDER`: next year's form for every vendor of a folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{NewAnswersArgs, RenewedAs};
use super::console::{self, Console};
use super::exit::Exit;
use super::meant::{self, Turn};
use super::setting::Setting;
use super::{files, new_answers};
use crate::source::Date;
use crate::words::clean::shown;

/// Makes the forms. A vendor of which none can be made is told, and the others are made.
///
/// # Errors
/// The arguments do not fit together, or the folder cannot be read.
pub fn run(args: &NewAnswersArgs, folder: &Path, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let Some(target) = args.output.as_deref().filter(|target| !files::is_standard(target)) else {
        bail!("{}", lang.name_the_folder());
    };
    let disk = console.machine.disk();
    let found: Vec<meant::Meant> = meant::answers_in(folder, lang, &disk)?.collect();
    let (mut made, mut failed) = (0, 0);
    for file in found {
        match file.turn(&disk) {
            Turn::Aside => continue,
            Turn::Told(why) => {
                failed += 1;
                console.talk(&console::line_of(&meant::not_judged(&file.path, &why, lang), lang));
                continue;
            }
            Turn::Judged(_) => {}
        }
        let output = target_of(&file.path, (folder, target), args.renewed_as, console.machine.today);
        let made_one = files::make_folders(&output, lang, console).and_then(|()| {
            let args = NewAnswersArgs {
                renew: Some(file.path.clone()),
                output: Some(output),
                renewed_as: None,
                ..args.clone()
            };
            new_answers::run(&args, console)
        });
        match made_one {
            Ok(Exit::Done) => made += 1,
            Ok(_) => failed += 1,
            Err(error) => {
                failed += 1;
                let error = error.context(shown(file.path.display()).to_string());
                console.talk(&console::line_of(&error, lang));
            }
        }
    }
    if !setting.quiet || failed > 0 {
        console.say(lang.renewed_forms(made, shown(target.display()), failed));
    }
    Ok(if failed == 0 { Exit::Done } else { Exit::Unusable })
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
