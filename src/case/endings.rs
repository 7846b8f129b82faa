//! What the names of files say of them.

use std::ffi::OsStr;
use std::path::Path;

/// Endings of files that are nothing for an editor of texts, and of documents that are shown.
const OTHER_PROGRAMS: [&str; 35] = [
    "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "heic", "tif", "tiff", "bmp", "doc", "docx", "odt", "rtf",
    "xls", "ods", "ppt", "pptx", "odp", "htm", "html", "xml", "eml", "msg", "zip", "gz", "7z", "rar", "p7s", "p7m",
    "mp4", "toml", "md", "markdown",
];

/// What the name of a file says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// `x.yaml`, `x.YML`
    Yaml,
    /// `x.json`
    Json,
    /// `x.review.yaml`
    Review,
    /// `x.yaml.txt`, `x.yml~`
    YamlAndMore,
    /// `x.xlsx`, `x.csv`
    Cells,
    /// `x.zip`
    Packed,
    /// Anything else.
    Other,
}

/// What the name of a file says of it.
pub(super) fn ending(path: &Path) -> Ending {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = name.trim_end_matches(['~', '.', ' ']);
    let endings: Vec<&str> = plain.split('.').skip(1).collect();
    let is_yaml = |ending: &&str| matches!(*ending, "yaml" | "yml");
    match endings[..] {
        [.., "review", "yaml" | "yml"] if plain == name => Ending::Review,
        [.., "yaml" | "yml"] if plain == name => Ending::Yaml,
        [.., "json"] if plain == name => Ending::Json,
        _ if endings.iter().any(is_yaml) => Ending::YamlAndMore,
        [.., "xlsx"] if name.starts_with("~$") => Ending::Other, // says who has opened the other
        [.., "xlsx" | "csv" | "tsv"] if plain == name => Ending::Cells,
        [.., "zip"] if plain == name => Ending::Packed,
        _ => Ending::Other,
    }
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
