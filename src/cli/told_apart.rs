//! Files and folders by their last parts: by no more of them than tells one from the other.

use std::ffi::OsStr;
use std::path::{Component, Path};

/// What each of these paths is called. One that ends in no name is called as it was named.
pub fn told_apart(paths: &[&Path]) -> Vec<String> {
    let parts: Vec<Vec<&OsStr>> = paths.iter().map(|path| names(path)).collect();
    let called = |(path, own): (&&Path, &Vec<&OsStr>)| {
        let is_clear = |count: &usize| parts.iter().all(|other| other == own || end(other, *count) != end(own, *count));
        let count = (1..=own.len()).find(is_clear).unwrap_or(own.len());
        let shown: Vec<_> = end(own, count).iter().map(|part| part.to_string_lossy()).collect();
        if shown.is_empty() { path.to_string_lossy().into_owned() } else { shown.join("/") }
    };
    paths.iter().zip(&parts).map(called).collect()
}

/// The last part of a path, whatever stands before it.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The last so many.
fn end<'p>(parts: &'p [&'p OsStr], count: usize) -> &'p [&'p OsStr] {
    &parts[parts.len().saturating_sub(count)..]
}

/// The names in a path, from the outermost folder on.
pub fn names(path: &Path) -> Vec<&OsStr> {
    let name = |part| if let Component::Normal(name) = part { Some(name) } else { None };
    path.components().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_told_than_tells_apart() {
        let of = |paths: &[&str]| told_apart(&paths.iter().map(Path::new).collect::<Vec<_>>());
        assert_eq!(of(&["/home/u/year/2026", "../2025/"]), ["2026", "2025"]);
        assert_eq!(of(&["a/x.yaml", "b/x.yaml", "b/y.yaml"]), ["a/x.yaml", "b/x.yaml", "y.yaml"]);
        assert_eq!(of(&["2025/v/x.yaml", "2026/v/x.yaml"]), ["2025/v/x.yaml", "2026/v/x.yaml"]);
        assert_eq!(of(&["x.yaml", "b/x.yaml"]), ["x.yaml", "b/x.yaml"]);
        assert_eq!(of(&["x.yaml", "x.yaml"]), ["x.yaml", "x.yaml"]);
        assert_eq!(of(&[".", "../.."]), [".", "../.."]);
    }
}
