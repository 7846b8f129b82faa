//! Names for the documents of many files in one folder.

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::meant::{Meant, Turn};
use crate::case::World;

/// The name of the document of each file: `vendors/nordkontakt.yaml` → `nordkontakt.html`. Where two would have the
/// same, as of `a.yaml` and `a.yml` or of two folders, as much of their paths goes into it as tells them apart; what
/// turns out to hold no answers gets no document, and counts for nothing.
pub fn of(files: &[Meant], ending: &str, world: &dyn World) -> HashMap<PathBuf, OsString> {
    let paths: Vec<&Path> = files.iter().map(|file| &*file.path).collect();
    let is_judged = |at: usize| matches!(files[at].turn(world), Turn::Judged(_));
    let names = apart(&paths, is_judged);
    let named = |(path, mut name): (&Path, OsString)| {
        name.push(".");
        name.push(ending);
        (path.to_path_buf(), name)
    };
    paths.iter().copied().zip(names).map(named).collect()
}

/// A name for each path, so that none has that of another in any capitals. Only of paths that share one it is asked
/// whether they count.
fn apart(paths: &[&Path], counts: impl Fn(usize) -> bool) -> Vec<OsString> {
    let mut parts = vec![0; paths.len()];
    let mut counted: HashMap<usize, bool> = HashMap::new();
    let mut names: Vec<OsString> = paths.iter().map(|path| name(path, 0)).collect();
    loop {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            groups.entry(name.to_string_lossy().to_lowercase()).or_default().push(at);
        }
        groups.retain(|_, same| same.len() > 1);
        groups.values_mut().for_each(|same| same.retain(|at| *counted.entry(*at).or_insert_with(|| counts(*at))));
        groups.retain(|_, same| same.len() > 1);
        if groups.is_empty() {
            return names;
        }
        for same in groups.into_values() {
            let grown: Vec<(usize, OsString)> = same.iter().map(|at| (*at, name(paths[*at], parts[*at] + 1))).collect();
            let is_spelled_alike = grown.iter().all(|(at, name)| *name == names[*at]);
            for (number, (at, name)) in grown.into_iter().enumerate() {
                parts[at] += 1;
                match is_spelled_alike {
                    true => names[at].push(format!("-{}", number + 1)),
                    false => names[at] = name,
                }
            }
        }
    }
}

/// The name of a file without its ending, or so many parts of its path.
fn name(path: &Path, parts: usize) -> OsString {
    if parts == 0 {
        return path.file_stem().unwrap_or_default().to_owned();
    }
    let normal = |part: Component<'_>| matches!(part, Component::Normal(_)).then(|| part.as_os_str().to_owned());
    let all: Vec<OsString> = path.components().filter_map(normal).collect();
    all[all.len().saturating_sub(parts)..].join("-".as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[&str]) -> Vec<String> {
        let paths: Vec<&Path> = paths.iter().map(Path::new).collect();
        apart(&paths, |at| !paths[at].starts_with("other"))
            .into_iter()
            .map(|name| name.into_string().unwrap())
            .collect()
    }

    #[test]
    fn names_that_would_be_the_same_are_told_apart_and_no_others_change() {
        assert_eq!(names(&["v/a.yaml", "v/b.yaml"]), ["a", "b"]);
        assert_eq!(names(&["v/a.yaml", "v/a.yml", "v/b.yaml"]), ["a.yaml", "a.yml", "b"]);
        assert_eq!(names(&["v/x/a.yaml", "v/y/a.yaml", "v/y/b.yaml"]), ["x-a.yaml", "y-a.yaml", "b"]);
        assert_eq!(names(&["v/a.yaml", "w/A.yaml"]), ["v-a.yaml", "w-A.yaml"]);
        assert_eq!(names(&["v/a.yaml", "v/a.yml", "v/a.yaml.yaml"]), ["v-a.yaml", "a.yml", "a.yaml.yaml"]);
        assert_eq!(names(&["a.yaml", "w/a.yaml"]), ["a.yaml", "w-a.yaml"]);
        assert_eq!(names(&["v/a.yaml", "other/a.yaml"])[0], "a");
    }

    #[test]
    fn paths_that_are_spelled_alike_are_numbered() {
        assert_eq!(names(&["a.yaml", "./a.yaml"]), ["a.yaml-1", "a.yaml-2"]);
    }
}
