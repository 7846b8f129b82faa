//! Nothing is lost by writing: no result takes the place of what people wrote or of what it is made of, no file changes
//! hands, and none is open to others while it is written.

use std::fs;

use crate::support::{Folder, Ran, duly_on_day, example, example_papers};

/// Nordkontakt with its papers and our review, in `v/`, and answers of nobody that are not read.
fn desk() -> Folder {
    let folder = Folder::new();
    for name in ["nordkontakt.yaml", "nordkontakt.review.yaml", "billigsvar.yaml"] {
        folder.write(format!("v/{name}"), example(name));
    }
    for (name, text) in example_papers() {
        folder.write(format!("v/{name}"), text);
    }
    folder.write("duly.toml", "format = \"duly/policy@1\"\n");
    folder.write("other.yaml", example("halvklar.yaml"));
    folder
}

/// Nothing is written, and one sentence says why.
#[track_caller]
fn refused(folder: &Folder, args: &[&str], target: &str, said: &str) {
    let before = fs::read(folder.at(target)).unwrap();
    let ran = duly_on_day(folder, args);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
    let last = ran.err.lines().last().unwrap_or_default();
    assert!(last.starts_with("error: cannot write") && last.contains(said), "{args:?}: {}", ran.err);
    assert!(fs::read(folder.at(target)).unwrap() == before, "{args:?} wrote over {target}");
}

const READ: &str = "the result is made of this file; name another file to write to";
const PEOPLE: &str = "it holds answers, a review, a policy or a questionnaire; write to another file, or overwrite it \
                      with --force";

#[test]
fn no_result_takes_the_place_of_what_it_is_made_of() {
    let folder = desk();
    let (own, review, rules) = ("v/nordkontakt.yaml", "v/nordkontakt.review.yaml", "duly.toml");
    let paper = example_papers().into_iter().find(|(name, _)| name.starts_with("nordkontakt/")).unwrap().0;
    let paper = format!("v/{paper}");
    for target in [own, review, rules, paper.as_str(), "v/../v/nordkontakt.yaml"] {
        for command in [&["export", own, "-f", "md"][..], &["export", own, "-f", "csv"], &["explain", own, "-f", "md"]]
        {
            let forced = [command, &["-o", target, "--force"]].concat();
            refused(&folder, &forced, target, READ);
            let said = if target == paper { READ } else { PEOPLE };
            refused(&folder, &forced[..forced.len() - 1], target, said);
        }
        let both = ["diff", own, "v/billigsvar.yaml", "-f", "md", "-o", target, "--force"];
        refused(&folder, &both, target, READ);
        let one_file = ["export", own, "v/billigsvar.yaml", "-f", "json", "-o", target, "--force"];
        refused(&folder, &one_file, target, READ);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_was_read_is_known_under_every_name() {
    let folder = desk();
    std::os::unix::fs::symlink("v/nordkontakt.yaml", folder.at("link.md")).unwrap();
    std::os::unix::fs::symlink("v", folder.at("w")).unwrap();
    let own = "v/nordkontakt.yaml";
    refused(&folder, &["export", own, "-o", "link.md", "--force"], "link.md", "a link that leads out of its folder");
    std::os::unix::fs::symlink("nordkontakt.yaml", folder.at("v/here.md")).unwrap();
    refused(&folder, &["export", own, "-o", "v/here.md", "--force"], "v/here.md", READ);
    std::os::unix::fs::symlink("nowhere.md", folder.at("v/dangling.md")).unwrap();
    let ran = duly_on_day(&folder, &["export", own, "-o", "v/dangling.md"]);
    assert!(ran.code == 2 && ran.err.contains("a link that leads out of its folder"), "{}", ran.err);
    refused(&folder, &["export", "w/nordkontakt.yaml", "-f", "md", "-o", own, "--force"], own, READ);
    fs::hard_link(folder.at(own), folder.at("second.md")).unwrap();
    refused(&folder, &["export", own, "-o", "second.md", "--force"], "second.md", "several names (hard links)");
    let line = "\"$0\" export - -f md -o other.yaml --force --as-of 2026-11-23 < other.yaml";
    let before = folder.read("other.yaml");
    let ran = crate::support::shell(&folder, line);
    assert!(ran.code == 2 && ran.err.contains(READ), "{}", ran.err);
    assert_eq!(folder.read("other.yaml"), before);
}

#[test]
fn what_people_wrote_is_overwritten_by_force_only() {
    let folder = desk();
    let own = "v/nordkontakt.yaml";
    let policy = ["new", "policy", "-o", "other.yaml"];
    let ran = duly_on_day(&folder, &["generate", "man", "-o", "v"]);
    assert_eq!(ran.code, 2, "{}", ran.err); // generate knows no day
    assert_eq!(crate::support::duly(&folder, &policy).code, 2);
    for (name, text) in [
        ("answers", example("halvklar.yaml")),
        ("review", example("nordkontakt.review.yaml")),
        ("json", "{\n  \"vendor\": {\"name\": \"A\"}, \"format\": \"duly/answers@1\"}".to_owned()),
        ("questionnaire", "format: duly/questionnaire@1\nid: [\n".to_owned()),
        ("category", "id: a\nformat: duly/category@1\n".to_owned()),
        ("policy", "# ours\n\nformat = \"duly/policy@1\"\n".to_owned()),
    ] {
        let target = format!("{name}.md");
        folder.write(&target, &text);
        let commands: [&[&str]; 3] =
            [&["export", own], &["explain", own], &["diff", own, "v/billigsvar.yaml", "-f", "md"]];
        for command in commands {
            folder.write(&target, &text);
            let plain = [command, &["-o", &target]].concat();
            refused(&folder, &plain, &target, PEOPLE);
            let forced = [&plain[..], &["--force", "-q"]].concat();
            assert_eq!(duly_on_day(&folder, &forced).code, 0, "{forced:?}");
            assert!(folder.read(&target).starts_with("# "), "{forced:?}");
            assert_eq!(duly_on_day(&folder, &plain).code, 0, "a result gives way to the next one");
        }
    }
    let swedish = ["export", own, "-f", "md", "-o", "other.yaml", "--lang", "sv"];
    let ran = duly_on_day(&folder, &swedish);
    assert!(ran.err.contains("den innehåller svar, en granskning, regler eller ett frågeformulär"), "{}", ran.err);
    folder.make("man");
    folder.write("man/duly-assess.1", "format: duly/answers@1\n");
    let man = |more: &[&str]| crate::support::duly(&folder, &[&["generate", "man", "-o", "man"], more].concat()).code;
    assert_eq!((man(&[]), folder.at("man/duly.1").exists()), (2, false), "nothing is begun");
    assert_eq!((man(&["--force"]), folder.at("man/duly.1").exists()), (0, true));
}

#[test]
fn of_many_results_none_takes_the_place_of_what_another_is_made_of() {
    let json = |name: &str| {
        let head = format!("{{\"format\": \"duly/answers@1\", \"vendor\": {{\"name\": \"{name} AB\"}}");
        format!("{head}, \"questionnaire\": \"customer-service@1.0.0\", \"answers\": {{\"access.mfa\": \"all\"}}}}\n")
    };
    let folder = Folder::with(&[("v/a.json", &json("A")), ("v/b.json", &json("B"))]);
    let named = ["export", "v/a.json", "v/b.json", "-f", "json", "-o", "v"];
    refused(&folder, &named, "v/a.json", PEOPLE);
    let forced = duly_on_day(&folder, &[&named[..], &["--force"]].concat());
    assert_eq!(forced.err.matches(READ).count(), 2, "{}", forced.err);
    assert_eq!((folder.read("v/a.json"), folder.read("v/b.json"), forced.code), (json("A"), json("B"), 2));
    // the report of the first would be a paper of the second, which is read after it
    let paper = "evidence: {p: {title: P, issued: 2026-01-01, location: a.md}}\n";
    let head = "format: duly/answers@1\nquestionnaire: customer-service@1.0.0\n";
    folder.write("w/a.yaml", format!("{head}vendor: {{name: A}}\nanswers: {{access.mfa: all}}\n"));
    let cites = "answers: {access.mfa: {answer: all, evidence: [p]}}\n";
    folder.write("w/b.yaml", format!("{head}vendor: {{name: B}}\n{paper}{cites}"));
    folder.write("w/a.md", "What B sent us\n");
    let Ran { code, err, .. } = duly_on_day(&folder, &["export", "w", "-f", "md", "-o", "w"]);
    assert!(code == 2 && err.contains(READ), "{err}");
    assert_eq!(folder.read("w/a.md"), "What B sent us\n");
    assert!(folder.read("w/b.md").starts_with("# "), "the others are written");
    // what lies there from last time was looked at, and nothing was made of it
    folder.write("x/a.yaml", format!("{head}vendor: {{name: A}}\nanswers: {{access.mfa: all}}\n"));
    for format in ["md", "html", "docx", "json", "csv", "oscal", "ciso-assistant"] {
        let again = || duly_on_day(&folder, &["export", "x", "-f", format, "-o", "x"]).code;
        assert_eq!([again(), again()], [0, 0], "{format}");
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    use super::*;
    use crate::support::{PROGRAM, command, run, shell};

    /// A link from `.duly-` to a name that follows from that of the target is in nobody's way, and nothing is written
    /// through it; nor is what a killed writer left.
    #[test]
    fn what_lies_where_the_next_file_is_made_is_cleared_away() {
        let folder = desk();
        folder.write("a.md", "old");
        let export = || duly_on_day(&folder, &["export", "v/nordkontakt.yaml", "-q", "-o", "a.md"]);
        let made = {
            // the name is seen in a folder that is watched while somebody writes into it again and again
            let watch = std::thread::spawn({
                let path = folder.path().to_path_buf();
                move || loop {
                    let names = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name());
                    if let Some(found) = names.into_iter().find(|name| name.as_bytes().starts_with(b".duly-")) {
                        return found;
                    }
                }
            });
            while !watch.is_finished() {
                assert_eq!(export().code, 0);
            }
            watch.join().unwrap()
        };
        folder.write(&made, "half a rep");
        assert_eq!(export().code, 0);
        assert!(!folder.at(&made).exists());
        folder.write("victim", "ours");
        symlink("victim", folder.at(&made)).unwrap();
        assert_eq!(export().code, 0);
        assert!(!folder.at(&made).is_symlink() && folder.read("victim") == "ours");
    }

    #[test]
    fn nobody_else_can_open_a_private_file_while_it_is_written() {
        let folder = desk();
        let own = folder.at("v/nordkontakt.yaml");
        fs::set_permissions(&own, PermissionsExt::from_mode(0o600)).unwrap();
        let stop = std::sync::atomic::AtomicBool::new(false);
        let seen = std::thread::scope(|scope| {
            let watch = scope.spawn(|| {
                let mut seen = Vec::new();
                while !stop.load(std::sync::atomic::Ordering::Relaxed) || seen.is_empty() {
                    for entry in fs::read_dir(folder.at("v")).unwrap().map(|entry| entry.unwrap()) {
                        let is_next = entry.file_name().as_bytes().starts_with(b".duly-");
                        seen.extend(entry.metadata().ok().filter(|_| is_next).map(|about| about.mode() & 0o777));
                    }
                }
                seen
            });
            let mut times = 0;
            while times < 20 || !watch.is_finished() && times < 2000 {
                let answer = ["access.mfa=none", "access.mfa=all"][times % 2];
                assert_eq!(shell(&folder, &format!("umask 0; \"$0\" record v/nordkontakt.yaml {answer}")).code, 0);
                times += 1;
                stop.store(times >= 20, std::sync::atomic::Ordering::Relaxed);
            }
            watch.join().unwrap()
        });
        assert!(seen.iter().all(|mode| mode & 0o077 == 0), "{seen:?}");
        assert_eq!(fs::metadata(&own).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_limit_on_the_size_of_files_leaves_the_old_file_and_nothing_else() {
        let folder = desk();
        let (before, names) = (folder.read("v/nordkontakt.yaml"), crate::support::names_in(&folder.at("v")));
        let ran = shell(&folder, "ulimit -f 8; exec \"$0\" record v/nordkontakt.yaml access.mfa=none");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("it would be larger than a file may be here"), "{}", ran.err);
        assert_eq!(folder.read("v/nordkontakt.yaml"), before);
        assert_eq!(crate::support::names_in(&folder.at("v")), names);
    }

    #[test]
    fn a_file_under_several_names_is_not_parted() {
        let folder = desk();
        fs::hard_link(folder.at("other.yaml"), folder.at("second.yaml")).unwrap();
        let said = "it is one file under several names (hard links)";
        for args in [&["record", "other.yaml", "access.mfa=none"][..], &["record", "second.yaml"]] {
            let ran = run(command(&folder, args));
            assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}", ran.err);
        }
        let inode = |name: &str| fs::metadata(folder.at(name)).unwrap().ino();
        assert!(inode("other.yaml") == inode("second.yaml") && folder.read("other.yaml") == example("halvklar.yaml"));
    }

    /// Only root can give a file away, and so can try this.
    #[test]
    fn a_file_keeps_its_owner_or_is_not_changed() {
        let folder = desk();
        let own = folder.at("v/nordkontakt.yaml");
        if chown(&own, Some(1234), Some(4321)).is_err() {
            return;
        }
        fs::set_permissions(&own, PermissionsExt::from_mode(0o646)).unwrap();
        assert_eq!(run(command(&folder, &["record", "v/nordkontakt.yaml", "access.mfa=none"])).code, 0);
        let about = fs::metadata(&own).unwrap();
        assert_eq!((about.uid(), about.gid(), about.mode() & 0o777), (1234, 4321, 0o646));
        // somebody else who may write into the folder
        for path in [folder.path(), &folder.at("v")] {
            fs::set_permissions(path, PermissionsExt::from_mode(0o777)).unwrap();
        }
        fs::copy(PROGRAM, folder.at("duly")).unwrap();
        let before = folder.read("v/nordkontakt.yaml");
        let mut other = Command::new(folder.at("duly"));
        other.args(["record", "v/nordkontakt.yaml", "access.mfa=all"]).current_dir(folder.path());
        other.env_clear().env("LC_ALL", "C").uid(2345).gid(2345);
        let ran = run({
            other.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            other
        });
        assert!(ran.code == 2 && ran.err.contains("it belongs to somebody else"), "{}", ran.err);
        assert_eq!(folder.read("v/nordkontakt.yaml"), before);
        assert!(!crate::support::names_in(&folder.at("v")).iter().any(|name| name.starts_with(".duly-")));
    }

    #[test]
    fn names_that_are_no_text_are_opened_as_what_they_are() {
        let folder = Folder::new();
        let (name, alike) = (OsStr::from_bytes(b"f\xff.yaml"), OsStr::from_bytes(b"f\xef\xbf\xbd.yaml"));
        let text = example("nordkontakt.yaml");
        folder.write(name, &text);
        let on = |args: &[&str], file: &OsStr| {
            let mut command = command(&folder, args);
            command.args([file]);
            command
        };
        let record = |answer: &str| {
            let mut record = on(&["record", "-q"], name);
            record.arg(answer);
            run(record)
        };
        assert_eq!(record("access.mfa=none").done().said(), "");
        let recorded = fs::read_to_string(folder.at(name)).unwrap();
        assert!(recorded != text && !folder.at(alike).exists());
        folder.write(alike, &text);
        record("access.mfa=all").done();
        assert_eq!(fs::read_to_string(folder.at(alike)).unwrap(), text, "its look-alike is another file");
        assert_ne!(fs::read_to_string(folder.at(name)).unwrap(), recorded);
        // our review of it, beside it, and the answers of that
        let review = OsStr::from_bytes(b"f\xff.review.yaml");
        folder.write(review, example("nordkontakt.review.yaml"));
        let checked = run(on(&["check", "--as-of", "2026-11-23"], review));
        assert!(!checked.out.contains("answers-not-found"), "{}", checked.out);
        let assessed = run(on(&["assess", "--as-of", "2026-11-23"], name)).done();
        assert!(assessed.out.contains("Cecilia Lindqvist") || assessed.out.contains("review"), "{}", assessed.out);
        let dialogue = crate::support::told(on(&["review", "--plain"], name), "q\n");
        assert_eq!(dialogue.code, 0, "{}", dialogue.err);
    }

    #[test]
    fn what_a_policy_names_is_found_below_a_folder_whose_name_is_no_text() {
        let folder = Folder::new();
        let place = std::path::Path::new(OsStr::from_bytes(b"p\xff"));
        folder.write(place.join("duly.toml"), "format = \"duly/policy@1\"\nreviews = \"reviews\"\n");
        folder.write(place.join("reviews/nordkontakt.review.yaml"), example("nordkontakt.review.yaml"));
        folder.write(place.join("v/nordkontakt.yaml"), example("nordkontakt.yaml"));
        fs::create_dir(folder.at(place.join("sub"))).unwrap();
        let at = folder.at(place.join("sub"));
        let assess = |more: &[&str]| {
            let args = [&["assess", "../v/nordkontakt.yaml", "--as-of", "2026-11-23"], more].concat();
            run(command(&at, &args)).done().said()
        };
        let found = assess(&[]);
        assert!(!found.contains("not-found") && !found.contains("is not there"), "{found}");
        let named = assess(&["--no-review"]);
        assert_ne!(found, named, "the review counts");
        let mut by_environment = command(&at, &["policy"]);
        by_environment.env("DULY_POLICY", folder.at(place.join("none.toml")));
        assert_eq!(run(by_environment).code, 2, "a policy that is named is not passed over");
    }

    #[test]
    fn what_the_system_makes_is_not_waited_for() {
        let folder = desk();
        for (at, target) in ["/proc/kmsg", "/proc/self/status", "/sys/kernel/uevent_seqnum"].into_iter().enumerate() {
            if !std::path::Path::new(target).exists() {
                continue;
            }
            symlink(target, folder.at(format!("v/x{at}.yaml"))).unwrap();
            let linked = format!("v/x{at}.yaml");
            for file in [target, &linked] {
                let ran = duly_on_day(&folder, &["check", file]);
                assert!(ran.code == 2 && ran.out.contains("error[not-a-file]"), "{file}: {}", ran.said());
            }
        }
        // what is handed in under such a name and is a file is one
        for line in ["\"$0\" check /dev/stdin < other.yaml", "\"$0\" check /dev/fd/3 3< other.yaml"] {
            assert_eq!(shell(&folder, line).code, 0, "{line}");
        }
    }
}
