//! Names for the documents of many files in one folder.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
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
    let mut is_numbered = vec![false; paths.len()];
    let mut counted: HashMap<usize, bool> = HashMap::new();
    let mut names: Vec<OsString> = paths.iter().map(|path| name(path, 0)).collect();
    loop {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            groups.entry(in_any_capitals(name)).or_default().push(at);
        }
        let taken: HashSet<String> = groups.keys().cloned().collect();
        groups.retain(|_, same| same.len() > 1);
        groups.values_mut().for_each(|same| same.retain(|at| *counted.entry(*at).or_insert_with(|| counts(*at))));
        groups.retain(|_, same| same.len() > 1 && !same.iter().all(|at| is_numbered[*at]));
        if groups.is_empty() {
            return names;
        }
        for same in groups.into_values() {
            let may_grow = |at: &usize| !is_numbered[*at] && parts[*at] < normal_parts(paths[*at]).len();
            let growing: Vec<usize> = same.iter().copied().filter(may_grow).collect();
            for at in &growing {
                parts[*at] += 1;
                names[*at] = name(paths[*at], parts[*at]);
            }
            // paths that differ in capitals alone get a number, and keep it
            let alike = same.into_iter().filter(|at| growing.is_empty() && !is_numbered[*at]).collect::<Vec<_>>();
            let mut number = 0;
            for at in alike {
                let free =
                    (number + 1..).find(|number| !taken.contains(&in_any_capitals(&numbered(&names[at], *number))));
                number = free.unwrap_or(number + 1);
                names[at] = numbered(&names[at], number);
                is_numbered[at] = true;
            }
        }
    }
}

fn in_any_capitals(name: &OsStr) -> String {
    name.to_string_lossy().to_lowercase()
}

fn numbered(name: &OsStr, number: usize) -> OsString {
    let mut name = name.to_owned();
    name.push(format!("-{number}"));
    name
}

/// The name of a file without its ending, or so many parts of its path.
fn name(path: &Path, parts: usize) -> OsString {
    if parts == 0 {
        return path.file_stem().unwrap_or_default().to_owned();
    }
    let all = normal_parts(path);
    all[all.len().saturating_sub(parts)..].join("-".as_ref())
}

/// The parts of a path that name a folder or a file.
fn normal_parts(path: &Path) -> Vec<OsString> {
    let normal = |part: Component<'_>| matches!(part, Component::Normal(_)).then(|| part.as_os_str().to_owned());
    path.components().filter_map(normal).collect()
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
        let spelled = names(&["a.yaml", "A.yaml", "a.yaml-1", "a.yaml-2"]);
        let mut told: Vec<String> = spelled.iter().map(|name| name.to_lowercase()).collect();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), 4, "{spelled:?}");
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
