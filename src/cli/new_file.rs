//! Writing a file that somebody then fills in or adapts.

use std::path::Path;

use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::setting::Setting;
use crate::words::clean::shown;

/// Writes a new file, over another one only by force.
pub fn write(
    document: &str,
    output: Option<&Path>,
    force: bool,
    setting: &Setting,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let lang = setting.lang();
    let target = output.filter(|path| !files::is_standard(path));
    if let Some(path) = target {
        files::may_be_new(path, force, lang, console)?;
    }
    files::write(document, target, May::replace(force), lang, console)?;
    if let Some(path) = target.filter(|_| !setting.quiet) {
        console.say(lang.written(shown(path.display())));
    }
    Ok(Exit::Done)
}
