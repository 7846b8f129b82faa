//! The door: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    duly::run(std::env::args_os(), &mut duly::Console::real()).into()
}
