//! Problems as one JSON list, for editors and continuous integration.

use super::checks::Checks;
use crate::cli::words::CommandLine;
use crate::report::json::problem::ProblemJson;
use crate::report::json::text::finished;
use crate::words::Broken;

/// All problems of all files.
///
/// # Errors
/// A mistake of the program.
pub fn of(all: &[Checks]) -> Result<String, Broken> {
    let of_file = |checks| {
        let Checks { notes, setting, .. }: &Checks = checks;
        ProblemJson::all(notes, &CommandLine::default(), setting.lang())
    };
    finished(serde_json::to_string_pretty(&all.iter().flat_map(of_file).collect::<Vec<_>>()))
}
