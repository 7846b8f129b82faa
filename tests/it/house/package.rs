//! The package that `cargo package` makes holds what a build needs and what must come with the program, and no more.

use std::fs;
use std::process::Command;

use miniz_oxide::deflate::compress_to_vec;

use crate::support::root;

/// The most files: the source has one for each subject.
const FILES: usize = 800;

/// The most bytes, packed.
const PACKED: usize = 1_700_000;

/// What is packed, by its path from the root.
fn packed() -> Vec<String> {
    let mut list = Command::new(env!("CARGO"));
    list.current_dir(root()).args(["package", "--list", "--allow-dirty", "--offline"]);
    let output = list.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line.replace('\\', "/")).collect()
}

#[test]
fn the_package_is_small() {
    let files = packed();
    // cargo writes some of them itself
    let contents = files.iter().filter_map(|name| fs::read(root().join(name)).ok());
    let bytes = compress_to_vec(&contents.flatten().collect::<Vec<u8>>(), 6).len();
    assert!(files.len() < FILES && bytes < PACKED, "{} files, {bytes} bytes packed", files.len());
}

#[test]
fn the_package_holds_the_source_and_what_must_come_with_it() {
    let files = packed();
    for needed in ["build.rs", "src/main.rs", "Cargo.lock", "LICENSE-MIT", "LICENSE-APACHE", "README.md"] {
        assert!(files.iter().any(|file| file == needed), "{needed} is left out");
    }
    let folders = ["src/", "questionnaires/"];
    let others: Vec<&String> =
        files.iter().filter(|file| !folders.iter().any(|folder| file.starts_with(folder))).collect();
    assert!(others.len() < 16, "{others:?}");
}
