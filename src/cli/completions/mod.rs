//! Completions for shells. A script has the shell ask this program what can follow the words so far, and clap's engine
//! answers; files are for the shell to complete, which knows how its own names are quoted. An argument says by its
//! value name what it takes: `ID|FILE` is a built-in id or a file, `en|sv` one of these words. So a new command is
//! completed without a word here.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};
use clap_complete::{Shell, generate};

use super::console::Console;
use super::exit::Exit;
use crate::case::prepared;
use crate::questionnaire::{Question, built_in};
use crate::words::problem;

/// What a script calls `duly` with, before the words of the command line up to the cursor.
const ASKED: &str = "--complete";

/// The script for a shell.
pub fn script(shell: Shell, mut command: Command) -> String {
    match shell {
        Shell::Bash => include_str!("duly.bash").to_owned(),
        Shell::Zsh => include_str!("duly.zsh").to_owned(),
        Shell::Fish => include_str!("duly.fish").to_owned(),
        _ => {
            let mut bytes = Vec::new();
            generate(shell, &mut command, "duly", &mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        }
    }
}

/// The words of a command line, when a script asks what can follow.
pub fn asked(args: &[OsString]) -> Option<&[OsString]> {
    let (first, words) = args.get(1..)?.split_first()?;
    (first == ASKED).then_some(words)
}

/// Answers a script: a line that says whether files or folders can follow, and a line for each word that can, with
/// what it is for behind a tab.
pub fn answer(words: &[OsString], command: Command, console: &mut Console) -> Exit {
    let (paths, words) = following(words, command);
    let mut text = format!("{}\n", paths.map_or("nothing", PathKind::kind));
    for (word, about) in words {
        let tab = if about.is_empty() { "" } else { "\t" };
        text.push_str(&format!("{word}{tab}{about}\n"));
    }
    if console.print(&text).is_ok() { Exit::Done } else { Exit::Unusable }
}

/// The kind of paths that an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PathKind {
    Files,
    Folders,
}

impl PathKind {
    fn kind(self) -> &'static str {
        match self {
            PathKind::Files => "files",
            PathKind::Folders => "folders",
        }
    }

    /// What stands for them among the words that can follow.
    fn candidate(self) -> CompletionCandidate {
        CompletionCandidate::new("").id(Some(self.kind().to_owned()))
    }

    fn of(candidate: &CompletionCandidate) -> Option<PathKind> {
        let id = candidate.get_id()?;
        [PathKind::Files, PathKind::Folders].into_iter().find(|paths| paths.kind() == id)
    }
}

/// What can be in place of the last word: paths, and words with what they are for. Options are offered to a word that
/// begins like one, or where nothing else can follow.
fn following(words: &[OsString], command: Command) -> (Option<PathKind>, Vec<(String, String)>) {
    let Some((last, before)) = words.split_last() else { return (None, Vec::new()) };
    let begins = |word: &OsStr, with: &str| word.as_encoded_bytes().starts_with(with.as_bytes());
    // to clap's engine a single dash asks for short options first, and hides the long ones that they stand for
    let asked = if last == "-" { OsString::from("--") } else { last.clone() };
    let words = [before, &[asked]].concat();
    let at = before.len();
    let mut found = complete(&mut told(command), words, at, None).unwrap_or_default();
    let is_dashed = |candidate: &CompletionCandidate| begins(candidate.get_value(), "-");
    if found.iter().any(|candidate| is_dashed(candidate) == begins(last, "-")) {
        found.retain(|candidate| is_dashed(candidate) == begins(last, "-"));
    }
    let paths = found.iter().find_map(PathKind::of);
    found.retain(|candidate| PathKind::of(candidate).is_none());
    let about = |candidate: &CompletionCandidate| candidate.get_help().map(ToString::to_string).unwrap_or_default();
    let line = |about: String| about.lines().next().unwrap_or_default().to_owned();
    let word = |candidate: &CompletionCandidate| candidate.get_value().to_string_lossy().into_owned();
    (paths, found.iter().map(|candidate| (word(candidate), line(about(candidate)))).collect())
}

/// The command with what the values of its arguments may be.
fn told(mut command: Command) -> Command {
    let commands = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    command.build();
    below(command, &commands)
}

fn below(command: Command, commands: &Vec<String>) -> Command {
    let takes_any = |arg: &Arg| arg.get_action().takes_values() && arg.get_possible_values().is_empty();
    command
        .mut_args(|arg| if takes_any(&arg) { with_values(arg, commands.clone()) } else { arg })
        .mut_subcommands(|sub| below(sub, commands))
}

/// An argument with what its value may be, by the name of the value.
fn with_values(arg: Arg, commands: Vec<String>) -> Arg {
    let name = arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string).unwrap_or_default();
    let own_id = arg.get_long() == Some("id"); // one that does not exist yet
    let values = move |begun: &OsStr| {
        let begun = begun.to_string_lossy();
        let parts = || name.split('|');
        let mut words: Vec<String> = parts().flat_map(|part| values(part, &begun, &commands)).collect();
        let mut seen = HashSet::new(); // two versions of a questionnaire have most questions in common
        words.retain(|word| !own_id && word.starts_with(&*begun) && seen.insert(word.clone()));
        let files = parts().any(|part| matches!(part, "FILE" | "ANSWERS")).then_some(PathKind::Files);
        let folders = parts().any(|part| part == "FOLDER").then_some(PathKind::Folders);
        let paths = files.or(folders).map(PathKind::candidate); // where files are offered, folders are, too
        words.into_iter().map(CompletionCandidate::new).chain(paths).collect()
    };
    arg.add(ArgValueCompleter::new(values))
}

/// The words behind a part of a value's name; a part in small letters is a word itself. A question is offered before
/// what can be answered to it.
fn values(part: &str, begun: &str, commands: &[String]) -> Vec<String> {
    let built_in = || built_in::ALL.iter().filter_map(|built_in| prepared::questionnaire(built_in));
    let questions = || built_in().flat_map(|found| &found.questions);
    match part {
        "ID" => built_in::ALL.iter().map(|built_in| built_in.id.to_owned()).collect(),
        "QUESTION" => questions().map(|question| question.id.to_string()).collect(),
        "QUESTION=ANSWER" if begun.contains('=') => questions().flat_map(answers).collect(),
        "QUESTION=ANSWER" => questions().map(|question| format!("{}=", question.id)).collect(),
        "CODE" => problem::all().map(|code| code.id.to_owned()).collect(),
        "COMMAND" => commands.to_vec(),
        "" => Vec::new(),
        _ if part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') => vec![part.to_owned()],
        _ => Vec::new(),
    }
}

/// The assignments of a question that answer it by an option.
fn answers(question: &Question) -> Vec<String> {
    question.form.options().into_iter().map(|(_, option, _)| format!("{}={option}", question.id)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::cli::args;

    /// What can follow a line, as paths and words.
    fn after(line: &str) -> (Option<PathKind>, Vec<String>) {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let (paths, words) = following(&words, args::command());
        (paths, words.into_iter().map(|(word, _)| word).collect())
    }

    fn words(line: &str) -> Vec<String> {
        let (paths, words) = after(line);
        assert_eq!(paths, None, "{line}");
        words
    }

    #[test]
    fn commands_and_the_commands_below_them_follow() {
        assert_eq!(words("duly ass"), ["assess"]);
        assert_eq!(words("duly new pol"), ["policy"]);
        assert_eq!(words("duly help ex"), ["export", "explain"]);
        assert_eq!(words("duly generate man ass"), ["assess"]);
        assert_eq!(words("duly ").len(), 15);
    }

    #[test]
    fn values_follow_by_their_names() {
        assert_eq!(words("duly assess --lang "), ["en", "sv"]);
        assert_eq!(words("duly assess --lang=s"), ["--lang=sv"]);
        assert_eq!(words("duly assess v.yaml --fail-on h"), ["high"]);
        assert_eq!(words("duly assess --as-of a"), ["answered"]);
        assert_eq!(words("duly check --explain unknown-op"), ["unknown-option"]);
        assert_eq!(words("duly new questionnaire --from "), ["customer-service", "mvsp"]);
        assert_eq!(words("duly new questionnaire --id "), [""; 0]);
        assert_eq!(words("duly generate schema re"), ["review"]);
        assert_eq!(words("duly explain v.yaml access.mf"), ["access.mfa"]);
        assert_eq!(words("duly explain --to "), ["low", "medium", "high", "strong", "adequate", "weak"]);
        assert_eq!(words("duly record v.yaml access.mf"), ["access.mfa="]);
        assert_eq!(words("duly record v.yaml access.mfa=all gdpr.dpa"), ["gdpr.dpa="]);
        assert_eq!(words("duly record v.yaml access.mfa=al"), ["access.mfa=all-resistant", "access.mfa=all"]);
        assert_eq!(words("duly record v.yaml access.offboarding-hours="), [""; 0]);
    }

    #[test]
    fn paths_follow_alone_or_beside_words() {
        assert_eq!(after("duly assess "), (Some(PathKind::Files), Vec::new()));
        assert_eq!(after("duly explain "), (Some(PathKind::Files), Vec::new()));
        assert_eq!(after("duly export v.yaml --output=re"), (Some(PathKind::Files), Vec::new()));
        assert_eq!(after("duly generate man -o "), (Some(PathKind::Folders), Vec::new()));
        let both = |ids: &[&str]| (Some(PathKind::Files), ids.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(after("duly questionnaires cus"), both(&["customer-service"]));
        assert_eq!(after("duly assess --questionnaire "), both(&["customer-service", "mvsp"]));
    }

    #[test]
    fn options_follow_a_dash_and_where_nothing_else_can() {
        assert_eq!(words("duly assess --fail"), ["--fail-on"]);
        for line in ["duly check -", "duly check --"] {
            let words = words(line);
            assert!(words.contains(&"--deny-warnings".to_owned()) && words.iter().all(|word| word.starts_with("--")));
        }
        assert!(words("duly policy ").contains(&"--lang".to_owned()));
        assert_eq!(after("duly assess -- -"), (Some(PathKind::Files), Vec::new()));
        let (_, told) = following(&["duly", "assess", "--al"].map(OsString::from), args::command());
        assert_eq!(
            told,
            [(
                "--all".to_owned(),
                "Every category with its questions, every flag, every remediation; of several vendors every line"
                    .to_owned()
            )]
        );
    }

    /// What no shell can know stands here; a value with another name is not completed by mistake.
    #[test]
    fn every_value_is_completed_or_is_the_users_own() {
        fn names(command: &Command, own: &mut BTreeSet<String>) {
            let args = command.get_arguments().filter(|arg| arg.get_action().takes_values());
            for arg in args.filter(|arg| arg.get_possible_values().is_empty()) {
                let name = arg.get_value_names().unwrap()[0].to_string();
                let told = with_values(arg.clone(), vec!["assess".to_owned()]);
                if told.get::<ArgValueCompleter>().unwrap().complete(OsStr::new("")).is_empty() {
                    own.insert(format!("{} {name}", arg.get_id()));
                }
            }
            command.get_subcommands().for_each(|sub| names(sub, own));
        }
        let mut own = BTreeSet::new();
        let mut whole = args::command();
        whole.build();
        names(&whole, &mut own);
        let of_tables = ["columns PART=COLUMN,...", "sheet NAME", "values ANSWER=VALUE,..."];
        let ids = ["keep ID,...", "leave_out ID,...", "part ID,..."];
        let amounts = ["jobs N", "within TIME"];
        let others =
            ["as_of DATE", "id ID", "inherent FACTOR=OPTION,...", "reply_by DATE", "reviewer NAME", "vendor NAME"];
        let mut expected = [&ids[..], &of_tables[..], &amounts[..], &others[..]].concat();
        expected.sort_unstable();
        assert_eq!(own.into_iter().collect::<Vec<_>>(), expected);
    }

    /// What people type in any order, and what is no text, is answered; nothing panics.
    #[test]
    fn any_words_are_answered() {
        let parts = [
            "duly",
            "record",
            "man",
            "-",
            "--",
            "-q",
            "-qo",
            "-o=",
            "--output",
            "--lang=s",
            "--=",
            "=",
            "",
            "-9",
            "å",
            "\u{0}",
            "access.mfa=",
        ];
        let mut parts: Vec<OsString> = parts.into_iter().map(OsString::from).collect();
        #[cfg(unix)]
        parts.extend(
            [b"\xff".as_slice(), b"--lang=\xff", b"-\xff"]
                .map(|bytes| std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())),
        );
        let mut answered = 0;
        let mut line = |words: &[&OsString]| {
            let words: Vec<OsString> = words.iter().map(|word| (*word).clone()).collect();
            answered += following(&words, args::command()).1.len();
        };
        line(&[]);
        for first in &parts {
            line(&[first]);
            for second in &parts {
                line(&[&parts[0], first, second]);
                line(&[&parts[0], &parts[1], first, second]);
            }
        }
        assert!(answered > 1000, "{answered}");
    }
}
