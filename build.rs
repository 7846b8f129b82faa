//! Prepares the built-in questionnaires: reads their texts with the readers of the program itself, and keeps what they
//! say in a form that takes no reading, so that every start is spared it.

#![allow(dead_code, unused_imports, reason = "the readers are those of the program, which uses more of them")]
#![allow(clippy::wrong_self_convention, reason = "what the program exports is private here, and checked more strictly")]

use std::path::Path;
use std::{env, fs};

#[path = "src/questionnaire/mod.rs"]
mod questionnaire;
#[path = "src/source/mod.rs"]
mod source;
#[path = "src/words/mod.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    ["build.rs", "src/questionnaire", "src/source", "src/words", "questionnaires"]
        .iter()
        .for_each(|path| println!("cargo::rerun-if-changed={path}"));
    let folder = env::var("OUT_DIR")?;
    for built_in in questionnaire::built_in::ALL {
        let read = built_in.read();
        let value = read.value.ok_or_else(|| format!("{}: {:?}", built_in.key, read.diagnostics.sorted()))?;
        fs::write(Path::new(&folder).join(built_in.key), postcard::to_allocvec(&value)?)?;
    }
    Ok(())
}
