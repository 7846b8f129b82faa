//! Completions as people have them: a line is typed into a real shell on a terminal, then the tabulator.

#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::support::{Folder, HANGS, PROGRAM, duly};

/// What is typed, and what stands there after the tabulator, in every shell.
const TYPED: &[(&str, &str)] = &[
    ("duly gener", "duly generate "),
    ("duly new pol", "duly new policy "),
    ("duly help ass", "duly help assess "),
    ("duly assess --fail", "duly assess --fail-on "),
    ("duly assess --lang s", "duly assess --lang sv "),
    ("duly assess --lang=s", "duly assess --lang=sv "),
    ("duly assess vendor.yaml --as-of a", "duly assess vendor.yaml --as-of answered "),
    ("duly check --explain unknown-opt", "duly check --explain unknown-option "),
    ("duly generate schema rev", "duly generate schema review "),
    // files, also behind options and other values, and with names that a shell would read otherwise
    ("duly assess ven", "duly assess vendor.yaml "),
    ("duly assess -q --lang sv ven", "duly assess -q --lang sv vendor.yaml "),
    ("duly assess --review ven", "duly assess --review vendor.yaml "),
    ("duly assess --policy=ven", "duly assess --policy=vendor.yaml "),
    ("duly assess two", r"duly assess two\ words.yaml "),
    (r"duly assess two\ w", r"duly assess two\ words.yaml "),
    ("duly assess \"tw", "duly assess \"two words.yaml\" "),
    ("duly assess dol", r"duly assess dollar\$\(x\).yaml "),
    ("duly assess ~/at", "duly assess ~/at-home.yaml "),
    ("duly assess $HOME/at", "duly assess $HOME/at-home.yaml "),
    ("duly assess cust", "duly assess customers/"),
    ("duly export vendor.yaml -o customers/in", "duly export vendor.yaml -o customers/inner.yaml "),
    ("duly generate man -o cust", "duly generate man -o customers/"),
    // ids, beside files and behind them
    ("duly questionnaires customer-", "duly questionnaires customer-service "),
    ("duly questionnaires ven", "duly questionnaires vendor.yaml "),
    ("duly assess --questionnaire custo", "duly assess --questionnaire customer"),
    ("duly explain vendor.yaml access.mf", "duly explain vendor.yaml access.mfa "),
    ("duly record vendor.yaml access.mf", "duly record vendor.yaml access.mfa="),
    (
        "duly record vendor.yaml access.mfa=all access.offboarding-h",
        "duly record vendor.yaml access.mfa=all access.offboarding-hours=",
    ),
    ("duly record vendor.yaml access.mfa=all-", "duly record vendor.yaml access.mfa=all-resistant "),
    // an id that does not exist yet
    ("duly new questionnaire --id custo", "duly new questionnaire --id custo"),
];

/// A folder with files for vendors, a home, and a place for the program and the script.
fn folder(shell: &str) -> Folder {
    let folder = Folder::new();
    ["bin", "home", "here/customers"].iter().for_each(|below| folder.make(below));
    for name in ["vendor.yaml", "two words.yaml", "dollar$(x).yaml", "customers/inner.yaml"] {
        folder.write(format!("here/{name}"), "");
    }
    folder.write("home/at-home.yaml", "");
    std::os::unix::fs::symlink(PROGRAM, folder.at("bin/duly")).unwrap();
    folder.write("_duly", duly(&folder, &["generate", "completions", shell]).done().out);
    folder
}

/// What stands on the line of a shell after each of some lines and the tabulator. The shell is prepared by a line of
/// its own language that takes up the script and has Control-G write the line that it stands on to `../line`.
fn lines(program: &[&str], shell: &str, prepared: &str, typed: &[&str]) -> Vec<String> {
    let folder = folder(shell);
    let pair = native_pty_system().openpty(PtySize { rows: 50, cols: 200, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(program[0]);
    command.args(&program[1..]);
    command.cwd(folder.at("here"));
    command.env_clear();
    let path = format!("{}:{}", folder.at("bin").display(), std::env::var("PATH").unwrap());
    command.env("PATH", path);
    command.env("HOME", folder.at("home"));
    for (name, value) in [("TERM", "xterm"), ("LC_ALL", "C.UTF-8")] {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut screen = pair.master.try_clone_reader().unwrap();
    let reading = std::thread::spawn(move || {
        let mut shown = Vec::new();
        let _ = screen.read_to_end(&mut shown); // it ends with an error where the shell was killed
        String::from_utf8_lossy(&shown).into_owned()
    });
    let mut keys = pair.master.take_writer().unwrap();
    let mut press = |text: &str| keys.write_all(text.as_bytes()).and_then(|()| keys.flush()).unwrap();
    press(&format!("{prepared}; echo ready > ../ready\n"));
    let mut found = vec![written(&folder.at("ready"))];
    for line in typed {
        press(&format!("{line}\t\u{7}"));
        found.push(written(&folder.at("line")));
        press("\u{5}\u{15}"); // to the end, and all of it away
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop((keys, pair.master));
    let shown = reading.join().unwrap();
    let found: Option<Vec<String>> = found.into_iter().collect();
    assert!(found.is_some(), "{shell} is silent:\n{shown}");
    found.unwrap().split_off(1)
}

/// What is written into a file that is taken away then, up to the end of its last line; `None` if nothing comes.
fn written(file: &Path) -> Option<String> {
    let until = Instant::now() + HANGS;
    while Instant::now() < until {
        if let Some(text) = fs::read_to_string(file).ok().filter(|text| text.ends_with('\n')) {
            fs::remove_file(file).unwrap();
            return Some(text.trim_end_matches('\n').to_owned());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    None
}

fn assert_completed(program: &[&str], shell: &str, prepared: &str) {
    let typed: Vec<&str> = TYPED.iter().map(|(typed, _)| *typed).collect();
    let found = lines(program, shell, prepared, &typed);
    let wrong: Vec<_> = TYPED.iter().zip(&found).filter(|((_, expected), found)| expected != found).collect();
    assert!(wrong.is_empty(), "{shell}:\n{wrong:#?}");
}

#[test]
fn bash_completes() {
    let prepared = r#"source ../_duly; bind -x '"\C-g": printf "%s\n" "$READLINE_LINE" > ../line'"#;
    assert_completed(&["bash", "--norc", "--noprofile", "-i"], "bash", prepared);
}

/// As it is installed: a function in a folder of them.
#[test]
#[ignore = "needs zsh, which .ci/run installs"]
fn zsh_completes() {
    let prepared = "fpath=(${PWD:h} $fpath); autoload -U compinit; compinit -u -D; \
         line() { print -r -- $BUFFER > ../line }; zle -N line; bindkey '^G' line";
    assert_completed(&["zsh", "-f", "-i"], "zsh", prepared);
}

#[test]
#[ignore = "needs fish, which .ci/run installs"]
fn fish_completes() {
    let prepared = "source ../_duly; function line; commandline > ../line; end; bind \\cg line";
    assert_completed(&["fish", "--no-config", "-i"], "fish", prepared);
}
