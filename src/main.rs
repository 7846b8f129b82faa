//! The door: arguments in, exit code out.

use std::process::ExitCode;

/// The allocator of musl has one lock for all threads, which many files at once wait for.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    duly::run(std::env::args_os(), &mut duly::Console::real()).into()
}
