//! Completions for shells: what clap knows, and what stands behind the names of its values, such as the ids of
//! questions. An argument says by its value name what it takes: `ID|FILE` is a built-in id or a file, `en|sv` one of
//! these words. So a new command is completed without a word here.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use crate::case::prepared as built;
use crate::questionnaire::built_in;
use crate::words::problem;

/// The script for a shell.
pub fn script(shell: Shell, command: Command) -> String {
    let known = Known::of(&command);
    let generated = |command: &Command| {
        let mut bytes = Vec::new();
        clap_complete::generate(shell, &mut command.clone(), "duly", &mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    };
    match shell {
        Shell::Bash => bash(&generated(&prepared(command.clone(), &known, &offered)), &command, &known),
        Shell::Zsh => zsh(&generated(&prepared(command.clone(), &known, &marked)), &command, &known),
        Shell::Fish => fish(&generated(&prepared(command.clone(), &known, &marked)), &command, &known),
        _ => generated(&prepared(command, &known, &offered)),
    }
}

/// What stands behind the names of values.
struct Known {
    /// The ids of the built-in questionnaires.
    questionnaires: Vec<String>,
    /// The ids of their questions.
    questions: Vec<String>,
    /// The codes of problems.
    codes: Vec<String>,
    /// The commands.
    commands: Vec<String>,
}

impl Known {
    fn of(command: &Command) -> Known {
        let built_in = built_in::ALL.iter().filter_map(|built_in| built::questionnaire(built_in).value);
        let mut commands: Vec<String> = below(command).iter().map(|(path, _)| path.join(" ")).collect();
        commands.retain(|path| !path.is_empty() && !path.contains(' '));
        Known {
            questionnaires: built_in::ALL.iter().map(|built_in| built_in.id.to_owned()).collect(),
            questions: built_in.flat_map(|found| found.questions).map(|question| question.id).collect(),
            codes: problem::all().map(|code| code.id.to_owned()).collect(),
            commands,
        }
    }

    /// The words behind a part of a value name; a part in small letters is a word itself.
    fn words(&self, part: &str) -> Vec<String> {
        match part {
            "ID" => self.questionnaires.clone(),
            "QUESTION" => self.questions.clone(),
            "QUESTION=ANSWER" => self.questions.iter().map(|id| format!("{id}=")).collect(),
            "CODE" => self.codes.clone(),
            "COMMAND" => self.commands.clone(),
            "" => Vec::new(),
            _ if part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') => vec![part.to_owned()],
            _ => Vec::new(),
        }
    }
}

/// What an argument takes.
#[derive(PartialEq)]
struct Offer {
    words: Vec<String>,
    files: bool,
    folders: bool,
}

/// What an argument takes, by the name of its value.
fn offer(arg: &Arg, known: &Known) -> Offer {
    let name = arg.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
    let parts = || name.split('|');
    let own_id = arg.get_long() == Some("id"); // one that does not exist yet
    Offer {
        words: parts().filter(|_| !own_id).flat_map(|part| known.words(part)).collect(),
        files: parts().any(|part| matches!(part, "FILE" | "ANSWERS")),
        folders: parts().any(|part| part == "FOLDER"),
    }
}

impl Offer {
    /// Whether it is more than the list of words that clap can hold.
    fn is_more_than_words(&self) -> bool {
        !self.words.is_empty() && (self.files || self.words.iter().any(|word| word.ends_with('=')))
    }
}

/// Every command with the path to it.
fn below(command: &Command) -> Vec<(Vec<&str>, &Command)> {
    let mut found = vec![(Vec::new(), command)];
    for sub in command.get_subcommands() {
        found.extend(below(sub).into_iter().map(|(path, of)| ([vec![sub.get_name()], path].concat(), of)));
    }
    found
}

/// The command with what its arguments take, told in the way of a shell.
fn prepared(command: Command, known: &Known, tell: &impl Fn(Arg, &Known) -> Arg) -> Command {
    let is_value = |arg: &Arg| arg.get_action().takes_values() && arg.get_possible_values().is_empty();
    command
        .mut_args(|arg| if is_value(&arg) { tell(arg, known) } else { arg })
        .mut_subcommands(|sub| prepared(sub, known, tell))
}

/// An argument with the words that it takes, else with the kind of paths.
fn offered(arg: Arg, known: &Known) -> Arg {
    let Offer { words, files, folders } = offer(&arg, known);
    match (words.is_empty(), files, folders) {
        (false, ..) => arg.value_parser(PossibleValuesParser::new(words)),
        (true, true, true) => arg.value_hint(ValueHint::AnyPath),
        (true, true, false) => arg.value_hint(ValueHint::FilePath),
        (true, false, true) => arg.value_hint(ValueHint::DirPath),
        (true, false, false) => arg.value_hint(ValueHint::Other),
    }
}

/// The same, but where an argument takes more than words it has a mark, in place of which a shell puts its own way.
fn marked(arg: Arg, known: &Known) -> Arg {
    match offer(&arg, known) {
        more if more.is_more_than_words() => {
            let mark = mark(&arg);
            arg.value_parser(PossibleValuesParser::new([mark]))
        }
        _ => offered(arg, known),
    }
}

/// The name of what an argument takes, as a function of a shell may be called.
fn mark(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
    format!("_duly_{}", name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_"))
}

/// The arguments that take more than words, one for each mark.
fn marks(command: &Command, known: &Known) -> Vec<(String, Offer)> {
    let mut found: Vec<(String, Offer)> = Vec::new();
    for arg in below(command).iter().flat_map(|(_, command)| command.get_arguments()) {
        let (mark, offer) = (mark(arg), offer(arg, known));
        if offer.is_more_than_words() && !found.iter().any(|(known, _)| *known == mark) {
            found.push((mark, offer));
        }
    }
    found
}

/// How an option is typed.
fn typed(arg: &Arg) -> Vec<String> {
    let short = arg.get_short().map(|short| format!("-{short}"));
    short.into_iter().chain(arg.get_long().map(|long| format!("--{long}"))).collect()
}

/// Patterns of a `case` of bash; for no words one that no word of a command line is like.
fn patterns(mut words: Vec<String>) -> String {
    words.sort();
    words.dedup();
    if words.is_empty() { "' '".to_owned() } else { words.join("|") }
}

/// clap's function offers words or files, never both, and puts a blank behind `question=`: another one around it does.
fn bash(script: &str, command: &Command, known: &Known) -> String {
    let commands = below(command);
    let args = commands.iter().flat_map(|(_, command)| command.get_arguments());
    let options = args.filter(|arg| !arg.is_positional() && arg.get_action().takes_values());
    let (both, one): (Vec<&Arg>, Vec<&Arg>) = options.partition(|arg| {
        let offer = offer(arg, known);
        offer.files && !offer.words.is_empty()
    });
    let [both, one] = [both, one].map(|options| patterns(options.into_iter().flat_map(typed).collect()));
    let takes_files = |command: &Command| command.get_positionals().any(|arg| offer(arg, known).files);
    let of_files = command.get_subcommands().filter(|sub| takes_files(sub));
    let with_files = BASH
        .replace("BOTH", &both)
        .replace("ONE", &one)
        .replace("COMMANDS", &patterns(of_files.map(|sub| sub.get_name().to_owned()).collect()));
    let at = script.rfind("\nif [[").map_or(script.len(), |at| at + 1);
    let (function, registration) = script.split_at(at);
    format!("{function}{with_files}\n{}", registration.replace("-F _duly ", "-F _duly_and_files "))
}

const BASH: &str = r#"# What an argument takes beside words: files. And no blank behind `question=`.
_duly_and_files() {
    local file files=()
    _duly "$@"
    if [[ ${COMPREPLY[0]-} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    case "$2" in
        -*) return 0 ;;
    esac
    case "$3" in
        BOTH) ;;
        ONE) return 0 ;;
        *)
            [[ $COMP_CWORD -gt 1 ]] || return 0
            case "${COMP_WORDS[1]}" in
                COMMANDS) ;;
                *) return 0 ;;
            esac
            ;;
    esac
    while IFS= read -r file; do
        files+=("$file")
    done < <(compgen -f -- "$2")
    if [[ ${#files[@]} -gt 0 ]]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY+=("${files[@]}")
    fi
}
"#;

/// A function for each mark, which adds words and files.
fn zsh(script: &str, command: &Command, known: &Known) -> String {
    let mut functions = String::new();
    let mut script = script.to_owned();
    for (mark, offer) in marks(command, known) {
        script = script.replace(&format!("({mark})"), &mark);
        let words = offer.words.join(" ");
        let suffix = if words.ends_with('=') { " -S ''" } else { "" };
        let files = if offer.files { "    _files && ret=0\n" } else { "" };
        functions.push_str(&format!(
            "(( $+functions[{mark}] )) ||\n{mark}() {{\n    local expl ret=1\n    \
             _wanted words expl word compadd{suffix} -- {words} && ret=0\n{files}    return ret\n}}\n\n"
        ));
    }
    let at = script.rfind("\nif [").map_or(script.len(), |at| at + 1);
    script.insert_str(at, &functions);
    script
}

/// Words and files in place of a mark, and the words of arguments that are no options, which clap leaves out.
fn fish(script: &str, command: &Command, known: &Known) -> String {
    let mut script = script.to_owned();
    for (mark, offer) in marks(command, known) {
        let paths = if offer.files { "-F" } else { "-f" };
        let marked = format!("-r -f -a \"{mark}\\t''\"");
        script = script.replace(&marked, &format!("-r {paths} -a \"{}\"", offer.words.join(" ")));
    }
    for (path, command) in below(command) {
        let condition = match path[..] {
            [first] => format!("__fish_duly_using_subcommand {first}"),
            [first, second] => {
                format!("__fish_duly_using_subcommand {first}; and __fish_seen_subcommand_from {second}")
            }
            _ => continue,
        };
        let no_files = if command.get_positionals().any(|arg| offer(arg, known).files) { "" } else { " -f" };
        for arg in command.get_positionals() {
            let fixed = arg.get_possible_values().into_iter().map(|value| value.get_name().to_owned());
            let words: Vec<String> = fixed.chain(offer(arg, known).words).collect();
            if !words.is_empty() {
                let words = words.join(" ");
                script.push_str(&format!("complete -c duly -n \"{condition}\"{no_files} -a \"{words}\"\n"));
            }
        }
    }
    script
}

#[cfg(test)]
#[cfg(unix)] // shells are driven
mod tests {
    use std::fs;
    use std::process::Command as Process;

    use clap::ArgAction;

    use super::*;
    use crate::cli::args;

    /// Commands that are not there yet, with the value names that they will have.
    fn made_up() -> Command {
        let file = || Arg::new("file").value_name("ANSWERS").required(true);
        let given = Arg::new("given").value_name("QUESTION=ANSWER").num_args(0..).action(ArgAction::Append);
        let to = Arg::new("to").long("to").value_name("low|strong");
        Command::new("duly")
            .subcommand(Command::new("explain").arg(file()).arg(Arg::new("question").value_name("QUESTION")).arg(to))
            .subcommand(Command::new("record").arg(file()).arg(given))
    }

    /// Runs a shell in a folder with two files and a folder; the script is its first argument.
    fn shell(program: &[&str], script: &str, words: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("here/customers")).unwrap();
        for name in ["here/vendor.yaml", "here/two words.yaml", "_duly"] {
            fs::write(folder.path().join(name), script).unwrap();
        }
        let mut process = Process::new(program[0]);
        process.current_dir(folder.path().join("here")).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
        process.env("HOME", folder.path()).env("TERM", "dumb").env("LC_ALL", "C.UTF-8");
        let output = process.args(&program[1..]).arg("../_duly").args(words).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// What a real bash offers for the last of some words.
    fn in_bash(command: Command, words: &[&str]) -> Vec<String> {
        let driver = r#"source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            function=$(complete -p duly | sed 's/.*-F \([^ ]*\).*/\1/')
            "$function" duly "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
            [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}""#;
        shell(&["bash", "--norc", "-c", driver, "bash"], &script(Shell::Bash, command), words)
    }

    /// What a real fish offers.
    fn in_fish(command: Command, line: &str) -> Vec<String> {
        let driver = r#"source $argv[1]; complete -C $argv[2] | string replace -r "\t.*" ""; true"#;
        shell(&["fish", "--no-config", "-c", driver], &script(Shell::Fish, command), &[line])
    }

    /// Whether a real zsh makes of a line and a tab what is expected.
    fn in_zsh(command: Command, line: &str, expected: &str) {
        let driver = r#"zmodload zsh/zpty; zpty z zsh -f -i
            zpty -w z "fpath=(${1:a:h} \$fpath); autoload -U compinit; compinit -u -D; print READY''NOW"
            zpty -r z said '*READYNOW*'
            zpty -n -w z "$2"$'\t'
            zpty -r z said "*${(b)3}*""#;
        let words = ["20", "zsh", "-f", "-c", driver, "zsh"];
        shell(&[&["timeout"][..], &words].concat(), &script(Shell::Zsh, command), &[line, expected]);
    }

    #[test]
    fn bash_offers_commands_options_and_files() {
        let real = args::command;
        assert_eq!(in_bash(real(), &["duly", "ass"]), ["assess"]);
        assert_eq!(in_bash(real(), &["duly", "assess"]), ["assess"]);
        assert_eq!(in_bash(real(), &["duly", "assess", "--fail"]), ["--fail-on"]);
        assert_eq!(in_bash(real(), &["duly", "assess", "ve"]), ["vendor.yaml"]);
        let all = in_bash(real(), &["duly", "check", ""]);
        assert!(["--explain", "vendor.yaml", "two words.yaml"].iter().all(|word| all.iter().any(|a| a == word)));
        assert_eq!(in_bash(real(), &["duly", "new", "pol"]), ["policy"]);
        assert_eq!(in_bash(real(), &["duly", "generate", "schema", "re"]), ["review"]);
        assert_eq!(in_bash(real(), &["duly", "generate", "man", "ass"]), ["assess"]);
    }

    #[test]
    fn bash_offers_what_a_value_may_be() {
        let real = args::command;
        assert_eq!(in_bash(real(), &["duly", "assess", "--lang", ""]), ["en", "sv"]);
        assert_eq!(in_bash(real(), &["duly", "assess", "--fail-on", "h"]), ["high"]);
        assert_eq!(in_bash(real(), &["duly", "assess", "--as-of", "a"]), ["answered"]);
        assert_eq!(in_bash(real(), &["duly", "check", "--explain", "unknown-op"]), ["unknown-option"]);
        assert_eq!(in_bash(real(), &["duly", "new", "questionnaire", "--from", ""]), ["customer-service"]);
        assert_eq!(in_bash(real(), &["duly", "assess", "--review", "ve"]), ["vendor.yaml"]);
        assert_eq!(in_bash(real(), &["duly", "generate", "man", "-o", "ve"]), Vec::<String>::new());
    }

    #[test]
    fn bash_offers_built_in_ids_and_files_side_by_side() {
        let both = ["customer-service", "customers"];
        assert_eq!(in_bash(args::command(), &["duly", "questionnaires", "custom"]), both);
        assert_eq!(in_bash(args::command(), &["duly", "assess", "--questionnaire", "custom"]), both);
    }

    #[test]
    fn bash_offers_questions_by_the_name_of_a_value() {
        assert_eq!(in_bash(made_up(), &["duly", "explain", "vendor.yaml", "access.mf"]), ["access.mfa"]);
        assert_eq!(in_bash(made_up(), &["duly", "explain", "ve"]), ["vendor.yaml"]);
        assert_eq!(in_bash(made_up(), &["duly", "explain", "--to", ""]), ["low", "strong"]);
        assert_eq!(in_bash(made_up(), &["duly", "record", "vendor.yaml", "access.mf"]), ["access.mfa="]);
        let second = in_bash(made_up(), &["duly", "record", "vendor.yaml", "access.mfa=all", "gdpr.dp"]);
        assert!(second.contains(&"gdpr.dpa=".to_owned()), "{second:?}");
    }

    #[test]
    #[ignore = "needs fish, which .ci/run installs"]
    fn fish_offers_the_same() {
        let real = args::command;
        let mut both = in_fish(real(), "duly questionnaires custom");
        both.sort();
        assert_eq!(both, ["customer-service", "customers/"]);
        let mut both = in_fish(real(), "duly assess --questionnaire custom");
        both.sort();
        assert_eq!(both, ["customer-service", "customers/"]);
        assert_eq!(in_fish(real(), "duly check --explain unknown-op"), ["unknown-option"]);
        assert_eq!(in_fish(real(), "duly assess --lang "), ["en", "sv"]);
        assert_eq!(in_fish(real(), "duly generate schema re"), ["review"]);
        assert_eq!(in_fish(made_up(), "duly explain vendor.yaml access.mf"), ["access.mfa"]);
        assert_eq!(in_fish(made_up(), "duly record vendor.yaml access.mf"), ["access.mfa="]);
        assert_eq!(in_fish(made_up(), "duly explain ve"), ["vendor.yaml"]);
    }

    #[test]
    #[ignore = "needs zsh, which .ci/run installs"]
    fn zsh_offers_the_same() {
        in_zsh(args::command(), "duly questionnaires customer-", "customer-service");
        in_zsh(args::command(), "duly questionnaires vend", "vendor.yaml");
        in_zsh(args::command(), "duly assess --questionnaire ve", "vendor.yaml");
        in_zsh(args::command(), "duly check --explain unknown-opt", "unknown-option");
        in_zsh(made_up(), "duly explain vendor.yaml access.mf", "access.mfa");
        in_zsh(made_up(), "duly record vendor.yaml access.mf", "access.mfa=");
    }

    #[test]
    fn an_id_that_does_not_exist_yet_is_not_offered() {
        assert!(
            in_bash(args::command(), &["duly", "new", "questionnaire", "--id", "cus"]).iter().all(|id| id == "cus")
        );
    }

    #[test]
    fn no_mark_is_left_in_a_script() {
        for shell in [Shell::Bash, Shell::Fish, Shell::PowerShell, Shell::Elvish] {
            for command in [args::command(), made_up()] {
                let script = script(shell, command);
                assert!(!script.contains("_duly_id_file") && !script.contains("_duly_question"), "{shell}");
            }
        }
    }
}
