//! `duly generate`: manual pages that hold every command and option, and scripts that shells can read.

use std::process::Command;

use crate::support::{Folder, duly, root};

fn printed(args: &[&str]) -> String {
    duly(root(), args).done().out
}

/// Every command with its path.
fn commands(command: &clap::Command, path: &[String]) -> Vec<(Vec<String>, clap::Command)> {
    let mut found = vec![(path.to_vec(), command.clone())];
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        found.extend(commands(sub, &[path, &[sub.get_name().to_owned()]].concat()));
    }
    found
}

fn every_command() -> Vec<(Vec<String>, clap::Command)> {
    let mut whole = duly::internal::cli::command();
    whole.build();
    commands(&whole, &[])
}

/// Roff as plain words: signs that roff spells otherwise, and no fonts.
fn plain(roff: &str) -> String {
    let signs = [("\\-", "-"), ("\\*(Aq", "'"), ("\\fB", ""), ("\\fI", ""), ("\\fR", ""), ("\\\\", "\\")];
    signs.iter().fold(roff.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn a_manual_page_holds_every_option_and_value() {
    let mut options = 0;
    for (path, command) in every_command() {
        let words: Vec<&str> = ["generate", "man"].into_iter().chain(path.iter().map(String::as_str)).collect();
        let page = plain(&printed(&words));
        let name = [&["DULY".to_owned()], &path[..]].concat().join("-").to_uppercase();
        assert!(page.contains(&format!(".TH {name} 1 ")), "{page}");
        let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
        for option in shown.filter_map(clap::Arg::get_long) {
            assert!(page.contains(&format!("--{option}")), "{path:?}: {option}");
            options += 1;
        }
        let values = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        for value in values.flat_map(clap::Arg::get_value_names).flatten() {
            assert!(page.contains(value.as_str()), "{path:?}: {value}");
        }
        for sub in command.get_subcommands().map(clap::Command::get_name).filter(|sub| *sub != "help") {
            let is_listed = page.lines().any(|line| line.starts_with(sub) || line.ends_with(&format!("-{sub}(1)")));
            assert!(is_listed, "{path:?}: {sub}");
        }
        let falls_short = name != "DULY-STREAM"; // no record of a stream makes it fall short
        for code in ["0", "1", "2"].into_iter().filter(|code| falls_short || *code != "1") {
            assert!(page.contains(&format!("\n.TP\n{code}\n")), "{path:?}: exit code {code}");
        }
        assert_eq!(page.matches(".SH NAME").count(), 1);
        assert_eq!(page.matches(".ie ").count(), 1, "the preamble stands once");
    }
    assert!(options > 60, "{options}");
}

#[test]
fn a_manual_page_keeps_the_lines_of_its_examples() {
    let mut examples = 0;
    for (path, command) in every_command() {
        let words: Vec<&str> = ["generate", "man"].into_iter().chain(path.iter().map(String::as_str)).collect();
        let page = plain(&printed(&words));
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let Some((_, block)) = help.split_once("Examples:\n") else { continue };
        let lines: Vec<&str> = block.lines().map(|line| line.strip_prefix("  ").unwrap()).collect();
        assert!(page.contains(&format!("\n.SH EXAMPLES\n.nf\n{}\n.fi\n", lines.join("\n"))), "{path:?}\n{page}");
        examples += lines.len();
    }
    assert!(examples > 30, "{examples}");
}

/// Lines that are a table are not filled like words.
#[test]
fn a_manual_page_keeps_the_lines_of_a_table() {
    let page = plain(&printed(&["generate", "man", "record"]));
    let table = page.split_once("\n.PP\n.nf\n  ?        help  ").map(|(_, rest)| rest.split("\n.fi\n").next().unwrap());
    assert!(table.is_some_and(|table| table.lines().count() == 7 && table.ends_with("/end (/slut) the end")), "{page}");
}

#[test]
fn a_manual_page_has_the_exit_codes_of_its_command() {
    let codes = |command: &str| {
        let page = plain(&printed(&["generate", "man", command]));
        let table = page.split_once(".SH \"EXIT STATUS\"\n").and_then(|(_, rest)| rest.split("\n.SH").next());
        table.unwrap_or_else(|| panic!("{page}")).to_owned()
    };
    let (stream, assess) = (codes("stream"), codes("assess"));
    assert_eq!((stream.matches(".TP").count(), assess.matches(".TP").count()), (2, 3), "{stream}{assess}");
    assert!(!stream.contains("fail-on") && assess.contains("fail-on"), "{stream}{assess}");
    assert!(stream.contains("also those that could not be judged"), "{stream}");
}

#[test]
fn all_pages_are_written_into_a_folder() {
    let folder = Folder::new();
    assert_eq!(duly(&folder, &["generate", "man", "-o", "."]).done().out, "");
    let found = folder.names();
    let mut expected: Vec<String> = every_command()
        .iter()
        .map(|(path, _)| format!("{}.1", [&["duly".to_owned()], &path[..]].concat().join("-")))
        .collect();
    expected.sort();
    assert_eq!(found, expected);
    assert!(found.contains(&"duly-new-questionnaire.1".to_owned()));
    let page = folder.read("duly-assess.1");
    assert_eq!(page, printed(&["generate", "man", "assess"]));
    duly(&folder, &["generate", "man", "-o", "share/man/man1"]).done();
    assert_eq!(folder.read("share/man/man1/duly-assess.1"), page);
}

#[test]
fn a_page_or_folder_that_is_not_there_is_named() {
    let folder = Folder::new();
    folder.write("a.file", "");
    for (args, said) in [
        (&["generate", "man", "asess"][..], "`asess`; there are: assess, "),
        (&["generate", "man", "-o", "a.file"], "a.file"),
        (&["generate", "man", "assess", "-o", "."], "cannot be used with"),
    ] {
        let ran = duly(&folder, args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

/// bash, zsh and fish ask the program; `completions.rs` types into them.
#[test]
fn a_script_that_asks_nobody_has_commands_and_options() {
    for shell in ["powershell", "elvish"] {
        let script = printed(&["generate", "completions", shell]);
        for word in ["assess", "questionnaires", "policy", "fail-on", "as-of"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

/// What a program says of a text; nothing, if it finds nothing wrong.
fn problems(program: &str, args: &[&str], text: &str) -> String {
    let folder = Folder::new();
    folder.write("text", text);
    let output = Command::new(program).current_dir(&folder).args(args).arg("text").output().unwrap();
    format!("{}{}", output.status.code().unwrap_or(1), String::from_utf8_lossy(&output.stderr))
}

#[test]
#[ignore = "needs zsh and fish, which .ci/run installs"]
fn shells_find_no_mistake_in_their_scripts() {
    for shell in ["bash", "zsh", "fish"] {
        assert_eq!(problems(shell, &["-n"], &printed(&["generate", "completions", shell])), "0", "{shell}");
        assert_ne!(problems(shell, &["-n"], "case x in\n"), "0", "{shell} would find one");
    }
}

#[test]
#[ignore = "needs groff, which .ci/run installs"]
fn groff_sets_every_page_without_a_warning() {
    for (path, _) in every_command() {
        let words: Vec<&str> = ["generate", "man"].into_iter().chain(path.iter().map(String::as_str)).collect();
        assert_eq!(problems("groff", &["-man", "-Tutf8", "-ww"], &printed(&words)), "0", "{path:?}");
    }
    assert_ne!(problems("groff", &["-man", "-Tutf8", "-ww"], ".NOSUCH\n"), "0", "groff would warn");
}

/// The lines of the README that sign a report and verify it, typed with a key of their own; of a report in which a word
/// was changed the signature is refused.
#[cfg(unix)]
#[test]
#[ignore = "needs ssh-keygen"]
fn a_report_is_signed_and_verified_as_the_readme_says_with_tools() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("ssh-keygen ")).collect();
    let [sign, verify] = lines[..] else { panic!("{lines:#?}") };
    let folder = Folder::with(&[("report.html", "<p>VENDOR RISK HIGH</p>\n")]);
    folder.make(".ssh");
    let typed = |line: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(folder.path()).env("HOME", folder.path());
        shell.output().unwrap().status.success()
    };
    assert!(typed("ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519"));
    folder.write("signers", format!("officer@example.com {}", folder.read(".ssh/id_ed25519.pub")));
    assert!(typed(sign) && typed(verify), "{lines:#?}");
    folder.write("report.html", "<p>VENDOR RISK LOW</p>\n");
    assert!(!typed(verify), "a changed word is noticed");
}
