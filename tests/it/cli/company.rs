//! A company of many vendors over two years.

use std::path::PathBuf;

use crate::support::company::Company;
use crate::support::{Folder, duly_on_day, files_below};

#[test]
fn the_same_seed_gives_the_same_company_and_all_of_it_is_judged() {
    let company = Company { seed: 7, vendors: 40 };
    let [one, other] = [(); 2].map(|()| {
        let folder = Folder::new();
        company.lay_out(folder.path());
        folder
    });
    let texts = |folder: &Folder| -> Vec<String> {
        files_below(folder.path()).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    };
    assert_eq!(texts(&one), texts(&other));
    for year in ["then", "now"] {
        let ran = duly_on_day(&one, &["export", year, "--summary", "-f", "csv", "--policy", "policy.toml", "-q"]);
        let vendors = one.names_in(year).iter().filter(|name| !name.ends_with(".review.yaml")).count();
        assert_eq!((ran.code, ran.out.lines().count()), (0, vendors + 1), "{}", ran.err);
        for risk in [",low,", ",medium,", ",high,", ",critical,"] {
            assert!(ran.out.contains(risk), "not all of them are alike: {}", ran.out);
        }
    }
}

#[test]
fn many_that_fall_short_of_the_same_rules_share_a_line() {
    let folder = Folder::new();
    Company { seed: 7, vendors: 40 }.lay_out(folder.path());
    let args = ["export", "now", "--summary", "-f", "csv", "--policy", "policy.toml", "--no-review", "-q"];
    let ran = duly_on_day(&folder, &[&args[..], &["--fail-on", "low"]].concat());
    assert_eq!(ran.code, 1);
    let counted = |line: &str| match line.split_once(" files fall short of our rules (") {
        Some((count, _)) => count.parse().unwrap(),
        None => usize::from(line.contains(" falls short of our rules: ")),
    };
    assert_eq!(ran.err.lines().map(counted).sum::<usize>(), 40, "{}", ran.err);
    assert!(ran.err.lines().count() < 20, "{}", ran.err);
    assert!(ran.err.contains("(now/v00000.yaml, now/v00001.yaml, now/v00002.yaml, and "), "{}", ran.err);
}

/// For measurements: a company of so many vendors in a folder.
#[test]
#[ignore = "lays out what benches/company.py measures"]
fn lay_out_the_company() {
    let folder = PathBuf::from(std::env::var_os("COMPANY_FOLDER").unwrap());
    let vendors = std::env::var("COMPANY_VENDORS").unwrap().parse().unwrap();
    Company { seed: 7, vendors }.lay_out(&folder);
}
