//! Which files of a folder are meant when the folder is named.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::world::{FileKind, World};

/// The files directly in a folder that have the name of one that holds answers, by their names. Whether they do, only
/// their texts can say.
///
/// # Errors
/// The folder cannot be read.
pub fn named_like_answers(folder: &Path, world: &dyn World) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in world.list(folder)?.into_iter().filter(|entry| may_hold_answers(&entry.name)) {
        let path = folder.join(entry.name);
        let leads_to = if entry.kind == FileKind::Link { world.kind(&path) } else { Some(entry.kind) };
        if leads_to != Some(FileKind::Folder) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn may_hold_answers(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    (name.ends_with(".yaml") || name.ends_with(".yml")) && !name.ends_with(".review.yaml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Memory;
    use crate::source::Date;

    #[test]
    fn of_a_folder_the_files_directly_in_it_are_meant_but_no_reviews() {
        let mut world = Memory::new(Date::default()).with_link("v/link.yaml", "b.yml").with_link("v/up.yaml", "..");
        for name in ["v/b.yml", "v/a.yaml", "v/a.review.yaml", "v/notes.txt", "v/old.yaml/older.yaml", "c.yaml"] {
            world = world.with(name, "");
        }
        let found = named_like_answers("v".as_ref(), &world).unwrap();
        assert_eq!(found, ["v/a.yaml", "v/b.yml", "v/link.yaml"].map(PathBuf::from));
    }
}
