//! The door: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    duly::cli::run(std::env::args_os(), &mut duly::cli::Console::real()).into()
}
