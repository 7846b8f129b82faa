//! `duly` as people run it: a process in a folder, of which this machine is to be seen nowhere.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;

/// The day of every judgement, where a test names no other.
pub const DAY: &str = "2026-11-23";

/// What takes longer hangs. It is no measure of speed: a busy machine may need a hundred times as long as an idle one,
/// and what things cost is measured in `benches/`.
pub const HANGS: Duration = Duration::from_secs(120);

/// Where the program lies, for what starts it in another way: a shell, a terminal.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_duly");

/// How a program ended, and what it said.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error, without the lines that only say how far it is: whether they come depends on the machine.
    pub err: String,
}

impl Ran {
    /// The same, if the exit code is 0.
    #[track_caller]
    pub fn done(self) -> Ran {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// Standard output and standard error, one after the other.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Standard output, which is JSON.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        let read = serde_json::from_str(&self.out);
        assert!(read.is_ok(), "no JSON: {}{}", self.out, self.err);
        read.unwrap()
    }

    /// The codes of the problems that `duly check -f json` lists, in order.
    #[track_caller]
    pub fn codes(&self) -> Vec<String> {
        let problems: Vec<Value> = self.json();
        problems.iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Nothing that was said steers a terminal, hides, or reorders text.
    #[track_caller]
    pub fn assert_clean(&self, about: &str) {
        for text in [&self.out, &self.err] {
            let raw = text.char_indices().find(|(_, c)| steers(*c));
            let near = raw.map(|(at, _)| text[..at].lines().last().unwrap_or_default().to_owned());
            assert_eq!(raw, None, "{about}: raw after {near:?}");
        }
    }
}

fn steers(c: char) -> bool {
    let unseen = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{feff}'];
    let ranges = ['\u{200b}'..='\u{200f}', '\u{2028}'..='\u{202e}', '\u{2060}'..='\u{206f}', '\u{e0000}'..='\u{e0fff}'];
    (c.is_control() && c != '\n') || unseen.contains(&c) || ranges.iter().any(|range| range.contains(&c))
}

/// Runs `duly` in a folder.
pub fn duly(folder: impl AsRef<Path>, args: &[&str]) -> Ran {
    run(command(folder, args))
}

/// Runs `duly` in a folder as of [`DAY`].
pub fn duly_on_day(folder: impl AsRef<Path>, args: &[&str]) -> Ran {
    duly(folder, &[args, &["--as-of", DAY]].concat())
}

/// `duly` in a folder, to be run: in English, with nothing else in its environment and nothing on its input.
pub fn command(folder: impl AsRef<Path>, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(args).env_clear().env("LC_ALL", "C");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs lines of a shell in a folder, in which `$0` is `duly`.
#[cfg(unix)]
pub fn shell(folder: impl AsRef<Path>, script: &str) -> Ran {
    let mut shell = Command::new("/bin/sh");
    shell.current_dir(folder).args(["-c", script, PROGRAM]);
    shell.env_clear().env("LC_ALL", "C").env("PATH", std::env::var_os("PATH").unwrap());
    shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    run(shell)
}

/// Runs a command to its end.
pub fn run(mut command: Command) -> Ran {
    finish(command.spawn().unwrap(), &format!("{command:?}"))
}

/// Runs a command to its end, with a text on its input.
pub fn told(mut command: Command, input: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let (mut pipe, input) = (child.stdin.take().unwrap(), input.to_owned());
    thread::spawn(move || pipe.write_all(input.as_bytes())); // a dialogue may end before its input
    finish(child, &format!("{command:?}"))
}

/// What a started program says until its end, which must come before it [`HANGS`], in UTF-8, without a panic or a
/// signal.
pub fn finish(mut child: Child, about: &str) -> Ran {
    let until = Instant::now() + HANGS;
    let (out, err) = (child.stdout.take().map(gather), child.stderr.take().map(gather));
    let [out, err] = [out, err].map(|said| {
        let bytes = said.map(|said| said.recv_timeout(until.saturating_duration_since(Instant::now())));
        bytes.transpose().ok().map(Option::unwrap_or_default)
    });
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break Some(status),
            None if Instant::now() > until => break None,
            None => thread::sleep(Duration::from_millis(1)),
        }
    };
    if status.is_none() {
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(status.is_some() && out.is_some() && err.is_some(), "{about} hangs");
    let [out, err] = [out, err].map(|bytes| String::from_utf8(bytes.unwrap()).unwrap());
    assert!(!err.contains("panicked"), "{about}: {err}");
    let code = status.unwrap().code();
    assert!(code.is_some(), "{about} was ended by a signal: {err}");
    Ran { code: code.unwrap(), out, err: without_progress(&err) }
}

/// All that comes out of a pipe, when it is closed.
fn gather(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (send, all) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        send.send(bytes)
    });
    all
}

/// A text without lines such as `3 judged so far`, which come once a second of those that take longer.
fn without_progress(text: &str) -> String {
    let is_progress = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [done, said @ ..] = &words[..] else { return false };
        let is_said = [&["judged", "so", "far"][..], &["bedömda", "hittills"]].contains(&said);
        done.parse::<usize>().is_ok() && is_said
    };
    text.split_inclusive('\n').filter(|line| !is_progress(line)).collect()
}
