//! How `duly` is run on something hostile: in time, without a panic, and without a character that steers.

use std::io::Read;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

/// Generous: a guard against hanging, not a measure of speed.
const HANGS: Duration = Duration::from_secs(5);

pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs a command to its end, which must come in time, without a panic, in UTF-8.
pub fn run(mut command: Command) -> Ran {
    let child = command.spawn().unwrap();
    finish(child, &format!("{command:?}"))
}

/// What a started command says until its end.
pub fn finish(mut child: Child, about: &str) -> Ran {
    let started = Instant::now();
    let (out, err) = (child.stdout.take().map(gather), child.stderr.take().map(gather));
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if started.elapsed() > HANGS => child.kill().unwrap(),
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let text = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        String::from_utf8(reader.map(|reader| reader.join().unwrap()).unwrap_or_default()).unwrap()
    };
    let (out, err) = (text(out), text(err));
    assert!(started.elapsed() < HANGS, "{about} hangs");
    assert!(!err.contains("panicked"), "{about}: {err}");
    Ran { code: status.code().unwrap(), out, err }
}

fn gather(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).map(|_| bytes).unwrap_or_default()
    })
}

/// Whether a character steers a terminal, hides, or reorders text.
fn is_raw(c: char) -> bool {
    let unseen = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{feff}'];
    let ranges = ['\u{200b}'..='\u{200f}', '\u{2028}'..='\u{202e}', '\u{2060}'..='\u{206f}', '\u{e0000}'..='\u{e0fff}'];
    (c.is_control() && c != '\n') || unseen.contains(&c) || ranges.iter().any(|range| range.contains(&c))
}

pub fn assert_clean(ran: &Ran, about: &str) {
    for text in [&ran.out, &ran.err] {
        let raw = text.char_indices().find(|(_, c)| is_raw(*c));
        let near = raw.map(|(at, _)| text[..at].lines().last().unwrap_or_default().to_owned());
        assert_eq!(raw, None, "{about}: raw after {near:?}");
    }
}
