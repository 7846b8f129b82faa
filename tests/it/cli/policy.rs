//! `duly policy` and `duly new policy`: what they print is a policy, and a file is never lost.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::support::{Folder, Ran, duly};

const OURS: &str = "format = \"duly/policy@1\"\nminimum_coverage = 90\n\n[display]\nlanguage = \"sv\"\n";

/// The keys of a policy, `section.key`, by its schema.
fn keys_of_the_schema() -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(duly::internal::policy::read::SCHEMA).unwrap();
    let mut keys = BTreeSet::new();
    for (key, value) in schema["properties"].as_object().unwrap() {
        match value["properties"].as_object() {
            Some(inner) => keys.extend(inner.keys().map(|name| format!("{key}.{name}"))),
            None => drop(keys.insert(key.clone())),
        }
    }
    keys
}

/// The keys of a policy file, those in comments too.
fn keys_of(text: &str) -> BTreeSet<String> {
    let mut section = String::new();
    let mut keys = BTreeSet::new();
    for line in text.lines() {
        let line = line.trim_start_matches("# ");
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = format!("{name}.");
        } else if let Some((key, _)) = line.split_once(" = ") {
            keys.insert(format!("{section}{key}"));
        }
    }
    keys
}

#[test]
fn every_key_there_is_is_shown() {
    let empty = Folder::new();
    let keys = keys_of_the_schema();
    assert!(keys.len() > 35);
    for args in [&["policy"][..], &["policy", "--lang", "sv"], &["new", "policy"], &["new", "policy", "--lang", "sv"]] {
        assert_eq!(keys_of(&duly(&empty, args).out), keys, "{args:?}");
    }
}

#[test]
fn the_nearest_policy_is_shown_with_how_it_was_found() {
    let there = Folder::with(&[("duly.toml", OURS), ("below/keep", "")]);
    let Ran { code, out: here, err: talk } = duly(&there, &["policy"]);
    assert_eq!((code, talk.as_str()), (0, ""));
    assert!(here.starts_with("# Gällande regler: duly.toml, som fanns i den här mappen.\n"), "{here}");
    assert!(here.contains("\nminimum_coverage = 90                    # duly.toml:2\n"), "{here}");
    assert!(here.contains("# förval\n"));
    let above = duly(there.at("below"), &["policy", "--lang", "en"]).out;
    let real = fs::canonicalize(there.path()).unwrap().join("duly.toml");
    assert!(above.contains("found in a folder above"), "{above}");
    assert!(above.contains(&format!("# {}:2\n", real.display())), "{above}");
    let named = duly(there.at("below"), &["policy", "--policy", "../duly.toml", "--lang", "en"]).out;
    assert!(
        named.starts_with("# The rules in force: ../duly.toml, which was named (--policy, DULY_POLICY).\n"),
        "{named}"
    );
    assert!(named.contains("language = \"sv\"     # ../duly.toml:5\n"), "{named}");
}

#[test]
fn what_is_shown_can_be_kept_as_a_policy() {
    let there = Folder::with(&[("ours.toml", OURS)]);
    let shown = duly(&there, &["policy", "--policy", "ours.toml"]).out;
    there.write("duly.toml", &shown);
    let Ran { code, out: said, .. } = duly(&there, &["check", "duly.toml", "--deny-warnings", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (0, "duly.toml: no problems found\n"));
}

#[test]
fn a_policy_that_does_not_hold_is_explained_and_not_shown() {
    let there = Folder::with(&[("duly.toml", "format = \"duly/policy@1\"\nminimum_coverage = 900\n")]);
    let Ran { code, out, err: talk } = duly(&there, &["policy"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(talk.contains("duly.toml:2:20") && talk.contains("1 error"), "{talk}");
    let Ran { code, out, err: talk } = duly(&there, &["policy", "--policy", "none.toml"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(talk.contains("none.toml"), "{talk}");
}

#[test]
fn a_doubtful_policy_is_shown_with_a_warning() {
    let wide = "format = \"duly/policy@1\"\n[residual_risk]\nlow = [\"low\", \"low\", \"low\", \"high\"]\n\
                medium = [\"low\", \"medium\", \"medium\", \"high\"]\n";
    let there = Folder::with(&[("our rules.toml", wide)]);
    let Ran { code, out, err: talk } = duly(&there, &["policy", "--policy", "our rules.toml"]);
    assert_eq!(code, 0);
    assert!(out.contains("# our rules.toml:3\n"), "{out}");
    assert!(talk.contains("see `duly check 'our rules.toml'`"), "{talk}");
}

/// The name of a file goes into comments: it must not get out of them.
#[cfg(unix)]
#[test]
fn a_file_name_stays_in_its_comment() {
    let name = "x\nminimum_coverage = 1 #.toml";
    let there = Folder::with(&[(name, OURS)]);
    let Ran { code, out, .. } = duly(&there, &["policy", "--policy", name]);
    assert_eq!(code, 0);
    let live: Vec<&str> = out.lines().filter(|line| line.starts_with("minimum_coverage")).collect();
    assert!(matches!(live[..], [line] if line.starts_with("minimum_coverage = 90")), "{out}");
}

#[test]
fn a_new_policy_is_silent_and_never_overwrites() {
    let there = Folder::new();
    for lang in ["en", "sv"] {
        let Ran { code, out, err: talk } =
            duly(&there, &["new", "policy", "-o", "duly.toml", "--lang", lang, "--force"]);
        assert_eq!((code, out.as_str()), (0, ""));
        assert!(talk.contains("duly.toml"), "{talk}");
        let Ran { code, out: said, .. } = duly(&there, &["check", "duly.toml", "--deny-warnings"]);
        assert_eq!((code, said.as_str()), (0, "duly.toml: no problems found\n"));
    }
    let before = there.read("duly.toml");
    let Ran { code, err: talk, .. } = duly(&there, &["new", "policy", "-o", "duly.toml", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(talk.contains("--force"), "{talk}");
    assert_eq!(there.read("duly.toml"), before);
}

/// The rules of the folder that one stands in hold where no vendor's file is at hand.
#[test]
fn the_policy_of_this_folder_chooses_the_language() {
    let there = Folder::with(&[("duly.toml", OURS)]);
    let Ran { code, out, err: talk } = duly(&there, &["questionnaires"]);
    assert_eq!((code, talk.as_str()), (0, ""));
    assert!(out.starts_with("Inbyggda frågeformulär"), "{out}");
}
