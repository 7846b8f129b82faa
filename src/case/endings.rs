//! What the names of files say of them.

use std::ffi::OsStr;
use std::path::Path;

/// Endings of files that are nothing for an editor of texts, and of documents that are shown.
const OTHER_PROGRAMS: [&str; 29] = [
    "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "heic", "tif", "tiff", "bmp", "doc", "docx", "odt", "rtf",
    "ppt", "pptx", "odp", "htm", "html", "xml", "eml", "msg", "p7s", "p7m", "mp4", "toml", "md", "markdown",
];

/// Endings of tables, of workbooks and of archives, whatever program reads them.
const TABLES: [&str; 2] = ["csv", "tsv"];
const WORKBOOKS: [&str; 10] = ["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods", "ots", "numbers"];
const ARCHIVES: [&str; 12] = ["zip", "zipx", "7z", "rar", "gz", "tgz", "tar", "bz2", "tbz", "xz", "txz", "zst"];

/// Endings that are put behind a whole name, for what was kept or cannot be sent otherwise.
const BEHIND: [&str; 5] = ["bak", "old", "orig", "tmp", "txt"];

/// How files begin that are packed, as a workbook is: ZIP, gzip, 7z, RAR, bzip2, xz, zstd.
const PACKED: [&[u8]; 9] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
];

/// What the name of a file says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// `x.yaml`, `x.YML`
    Yaml,
    /// `x.json`
    Json,
    /// `x.review.yaml`
    Review,
    /// `x.yaml.txt`, `x.yml~`
    YamlAndMore,
    /// `x.csv`
    Table,
    /// `x.xlsx`, `x.ods`, `x.xlsx.bak`
    Workbook,
    /// `x.zip`, `x.tgz`, `x.zip~`
    Archive,
    /// Anything else.
    Other,
}

/// What the name of a file says of it.
pub fn ending(path: &Path) -> Ending {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = name.trim_end_matches(['~', '.', ' ']);
    let endings: Vec<&str> = plain.split('.').skip(1).collect();
    let is_yaml = |ending: &&str| matches!(*ending, "yaml" | "yml");
    let last = endings.iter().map(|ending| ending.trim()).rfind(|ending| !BEHIND.contains(ending)).unwrap_or_default();
    match endings[..] {
        [.., "review", "yaml" | "yml"] if plain == name => Ending::Review,
        [.., "yaml" | "yml"] if plain == name => Ending::Yaml,
        [.., "json"] if plain == name => Ending::Json,
        _ if TABLES.contains(&last) => Ending::Table,
        _ if WORKBOOKS.contains(&last) => Ending::Workbook,
        _ if ARCHIVES.contains(&last) => Ending::Archive,
        _ if endings.iter().any(is_yaml) => Ending::YamlAndMore,
        _ => Ending::Other,
    }
}

/// Whether a file begins as one that is packed.
pub fn begins_packed(beginning: &[u8]) -> bool {
    PACKED.iter().any(|mark| beginning.starts_with(mark))
}

/// Whether a file is named as the one that says who has opened a workbook.
pub(super) fn says_who_opened(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$"))
}

/// Whether a file is a message or a note, by its name.
pub(super) fn is_message(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ["txt", "eml", "md"].contains(&ending.as_str()))
}

/// Whether a file is of another program, by its name.
pub(super) fn is_of_other_program(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| OTHER_PROGRAMS.contains(&ending.as_str()))
}

/// The file of which this is the copy that an editor kept.
pub(super) fn copied(name: &OsStr) -> Option<&str> {
    let name = name.to_str()?;
    ["~", ".bak", ".orig"].into_iter().find_map(|ending| name.strip_suffix(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_puts_behind_an_ending_makes_another_of_it() {
        for (name, expected) in [
            ("v.yaml", Ending::Yaml),
            ("V.YML", Ending::Yaml),
            ("v.yaml~", Ending::YamlAndMore),
            ("v.review.yaml", Ending::Review),
            ("v.review.yaml.", Ending::YamlAndMore),
            ("v.json", Ending::Json),
            ("v.json~", Ending::Other),
            ("v.zip~", Ending::Archive),
            ("v", Ending::Other),
        ] {
            assert_eq!(ending(Path::new(name)), expected, "{name}");
        }
    }
}
