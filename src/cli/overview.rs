//! The overview of many vendors: summed up while they are judged, and held against last year's files.

use std::path::Path;

use anyhow::bail;

use super::args::{InputArgs, JudgeArgs};
use super::batch::{self, Batch};
use super::console::Console;
use super::exit::{self, Exit};
use super::judgement::JudgedCase;
use super::meant::{self, Meant};
use super::setting::Setting;
use crate::case::{AsOf, World};
use crate::portfolio::facts::{EarlierFacts, VendorFacts};
use crate::portfolio::held::EarlierVendors;
use crate::portfolio::overview::Overview;
use crate::portfolio::sums::VendorSums;
use crate::words::Lang;
use crate::words::clean::{Clean, shown};

/// How many vendors were judged and summed up.
#[derive(Debug)]
pub struct SummedUp {
    /// How judging them went.
    pub batch: Batch,
    /// What they are together; `None` where none could be judged.
    pub overview: Option<Overview>,
    /// How judging last year's files went.
    pub before: Exit,
}

/// Judges many vendors, and last year's files of them before, whose folder is called something, sums them up, and makes
/// something else of each besides, which is handed on in the order of the files.
///
/// # Errors
/// The arguments do not fit together, a folder cannot be read, there are no answers in it, or none of last year's can
/// be judged: what was then is not known, and who is new neither.
pub fn sum_up<T: Send>(
    files: &[Meant],
    before: Option<(&Path, Clean)>,
    args: &JudgeArgs,
    console: &mut Console,
    make: impl Fn(&Path, &JudgedCase<'_>) -> T + Sync,
    mut take: impl FnMut(T),
) -> anyhow::Result<SummedUp> {
    let earlier = before.map(|(folder, called)| earlier(folder, called, args, console)).transpose()?;
    let (earlier, before) = earlier.map_or((None, Exit::Done), |(earlier, exit)| (Some(earlier), exit));
    let mut sums = VendorSums::new(earlier);
    let facts = |path: &Path, judgement: &JudgedCase<'_>, lang: Lang| {
        let facts = VendorFacts::new(judgement.case, &judgement.assessment, &path.to_string_lossy(), lang);
        Ok((make(path, judgement), facts.map_err(exit::broken(lang))?))
    };
    let batch = batch::judge(files, args, console, facts, |_, (made, facts), _, _| {
        sums.add(facts);
        take(made);
        Ok(())
    })?;
    let overview = sums.finish(batch.unjudged);
    Ok(SummedUp { batch, overview, before })
}

/// Last year's vendors, each judged as of its own day, and by the same rules as those of now.
fn earlier(
    folder: &Path,
    called: Clean,
    args: &JudgeArgs,
    console: &mut Console,
) -> anyhow::Result<(EarlierVendors, Exit)> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let today = match args.inputs.as_of {
        None => console.machine.today,
        Some(AsOf::Day(day)) => day,
        Some(AsOf::Answered) => bail!("{}", lang.before_as_of_one_day()),
    };
    let inputs = InputArgs { review: Vec::new(), as_of: Some(AsOf::Answered), ..args.inputs.clone() };
    let then = JudgeArgs { fail_on: None, inputs, show: args.show.clone() };
    if console.machine.disk().kind(folder).is_none() {
        bail!("{}", lang.no_folder_before(shown(folder.display())));
    }
    let files = meant::expanded(&[folder.to_path_buf()], &then, &console.machine)?;
    let mut earlier = EarlierVendors::new(called);
    let make = |path: &Path, judgement: &JudgedCase<'_>, lang: Lang| {
        let facts = EarlierFacts::new(judgement.case, &judgement.assessment, &path.to_string_lossy(), today);
        facts.map_err(exit::broken(lang))
    };
    let batch = batch::judge(&files, &then, console, make, |_, facts, _, _| {
        earlier.add(facts);
        Ok(())
    })?;
    batch.tell_unused_reviews(console);
    if batch.judged == 0 {
        bail!("{}", lang.nothing_judged_before(shown(folder.display())));
    }
    earlier.could_not_be_judged(batch.unjudged);
    Ok((earlier, if batch.unjudged > 0 { Exit::Unusable } else { Exit::Done }))
}
