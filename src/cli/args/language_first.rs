//! The language where clap knows no option: before the command, and behind `help`.

use std::ffi::{OsStr, OsString};

use crate::questionnaire::names;

/// The option, alone and with its value behind it.
const OPTION: &str = "--lang";

/// The same arguments as clap can read them. Where help is asked for, or nothing, the language is left out: it has been
/// read by then. One that stands before a command stands behind all of it instead.
pub fn placed(args: &[OsString]) -> Vec<OsString> {
    let Some((program, words)) = args.split_first() else { return Vec::new() };
    let (first, behind) = words.split_at(leading(words));
    let end = behind.iter().position(|word| word == "--").unwrap_or(behind.len());
    let (ours, rest) = behind.split_at(end);
    let is_asked = |word: &OsString| ["--help", "-h", "--version", "-V"].iter().any(|asked| word == asked);
    let is_help = ours.first().is_none_or(|word| word == "help") || ours.iter().any(is_asked);
    let words = if is_help { without_language(ours) } else { [ours, first].concat() };
    [std::slice::from_ref(program), &words, rest].concat()
}

/// The arguments without those that name a language.
fn without_language(words: &[OsString]) -> Vec<OsString> {
    let (mut kept, mut left) = (Vec::new(), words);
    while let Some((word, others)) = left.split_first() {
        left = match taken(left) {
            0 => {
                kept.push(word.clone());
                others
            }
            taken => left.get(taken..).unwrap_or_default(),
        };
    }
    kept
}

/// How many arguments at the beginning name a language.
fn leading(words: &[OsString]) -> usize {
    let mut count = 0;
    while let Some(more) = words.get(count..).map(taken).filter(|more| *more > 0) {
        count += more;
    }
    count
}

/// How many arguments the language takes that is named first among these: none if it is not.
fn taken(words: &[OsString]) -> usize {
    let is_language = |code: Option<&str>| code.is_some_and(names::is_id);
    let [word, value] = [0, 1].map(|place| words.get(place).map(OsString::as_os_str).and_then(OsStr::to_str));
    match word.and_then(|word| word.strip_prefix(OPTION)) {
        Some("") if is_language(value) => 2,
        Some(joined) if is_language(joined.strip_prefix('=')) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(call: &str) -> String {
        let words: Vec<OsString> = call.split(' ').map(OsString::from).collect();
        placed(&words).join(OsStr::new(" ")).into_string().unwrap()
    }

    #[test]
    fn help_is_asked_for_without_a_language() {
        for call in ["duly --lang sv help due", "duly help --lang sv due", "duly help due --lang=sv"] {
            assert_eq!(told(call), "duly help due");
        }
        assert_eq!(told("duly due --lang sv --help"), "duly due --help");
        assert_eq!(told("duly --lang sv"), "duly");
        assert_eq!(told("duly --lang=sv --version"), "duly --version");
        assert_eq!(told("duly help --lang"), "duly help --lang");
        assert_eq!(told("duly help --lang ?"), "duly help --lang ?");
    }

    #[test]
    fn a_command_has_its_language_behind_it() {
        assert_eq!(told("duly --lang sv due a.yaml"), "duly due a.yaml --lang sv");
        assert_eq!(told("duly --lang=sv due -- a.yaml"), "duly due --lang=sv -- a.yaml");
        assert_eq!(told("duly due a.yaml --lang sv"), "duly due a.yaml --lang sv");
        assert_eq!(told("duly due -- --lang sv --help"), "duly due -- --lang sv --help");
    }
}
