//! What the names of files say of them.

use std::ffi::OsStr;
use std::path::Path;

/// Endings of files that are nothing for an editor of texts, and of documents that are shown: they are not opened.
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
    /// Anything else that may be a text.
    Other,
}

/// What the name of a file says of it; `None` for a file of another program.
pub(super) fn ending(path: &Path) -> Option<Ending> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let plain = name.trim_end_matches(['~', '.', ' ']);
    let endings: Vec<&str> = plain.split('.').skip(1).collect();
    let is_yaml = |ending: &&str| matches!(*ending, "yaml" | "yml");
    Some(match endings[..] {
        [.., "review", "yaml" | "yml"] if plain == name => Ending::Review,
        [.., "yaml" | "yml"] if plain == name => Ending::Yaml,
        [.., "json"] if plain == name => Ending::Json,
        _ if endings.iter().any(is_yaml) => Ending::YamlAndMore,
        [.., "xlsx"] if name.starts_with("~$") => return None, // says who has opened the other
        [.., "xlsx" | "csv" | "tsv"] if plain == name => Ending::Cells,
        [.., "zip"] if plain == name => Ending::Packed,
        [.., last] if OTHER_PROGRAMS.contains(&last) => return None,
        _ => Ending::Other,
    })
}

/// The file of which this is the copy that an editor kept.
pub(super) fn copied(name: &OsStr) -> Option<&str> {
    let name = name.to_str()?;
    ["~", ".bak", ".orig"].into_iter().find_map(|ending| name.strip_suffix(ending))
}
