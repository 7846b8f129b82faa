//! Below the command line no text names a command or an option: a hint there is a value (`src/words/hint.rs`), and the
//! command line puts it into words (`src/cli/words/hints.rs`).

use std::fs;
use std::path::Path;

use crate::support::{duly, root};

/// What can be typed: the names of commands, and options with their signs.
struct Typed {
    commands: Vec<String>,
    options: Vec<String>,
}

impl Typed {
    /// As clap has them.
    fn all() -> Typed {
        let mut whole = duly::internal::cli::command();
        whole.build();
        let mut typed = Typed { commands: Vec::new(), options: Vec::new() };
        typed.add(&whole);
        assert!(typed.commands.len() > 15 && typed.options.len() > 40, "{:?} {:?}", typed.commands, typed.options);
        typed
    }

    fn add(&mut self, command: &clap::Command) {
        for sub in command.get_subcommands() {
            self.commands.push(format!("duly {}", sub.get_name()));
            self.commands.extend(sub.get_all_aliases().map(|alias| format!("duly {alias}")));
            self.add(sub);
        }
        for arg in command.get_arguments() {
            self.options
                .extend(arg.get_long_and_visible_aliases().into_iter().flatten().map(|long| format!("--{long}")));
            self.options
                .extend(arg.get_short_and_visible_aliases().into_iter().flatten().map(|short| format!("-{short}")));
        }
    }

    /// What of it a text names.
    fn named_in(&self, text: &str) -> Option<&str> {
        let begins = |c: char| !c.is_alphanumeric() && c != '-';
        let ends = |c: char| !c.is_alphanumeric() && c != '-' && c != '_';
        let names = |wanted: &str| {
            text.match_indices(wanted).any(|(at, _)| {
                text[..at].chars().next_back().is_none_or(begins)
                    && text[at + wanted.len()..].chars().next().is_none_or(ends)
            })
        };
        self.commands.iter().chain(&self.options).map(String::as_str).find(|typed| names(typed))
    }
}

/// The texts in quotes of a source file, without comments, each with its line.
fn texts(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (before, here) = rest.split_at(at);
        let line = code[..code.len() - here.len()].matches('\n').count() + 1;
        let hashes = before.len() - before.trim_end_matches('#').len();
        let is_raw = before[..before.len() - hashes].ends_with('r');
        let length = match here.as_bytes() {
            [b'/', b'/', ..] => here.find('\n').unwrap_or(here.len()),
            [b'"', ..] if is_raw => {
                let end = format!("\"{}", "#".repeat(hashes));
                let inner = here[1..].find(&end).unwrap();
                found.push((line, here[1..=inner].to_owned()));
                1 + inner + end.len()
            }
            [b'"', ..] => {
                let mut escaped = false;
                let end = here[1..].find(|c| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                });
                let inner = end.unwrap();
                found.push((line, here[1..=inner].to_owned()));
                inner + 2
            }
            [b'\'', b'\\', ..] => 2 + here[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').unwrap().0 + 1,
            [b'\'', ..] if here[1..].chars().nth(1) == Some('\'') => 2 + here[1..].chars().next().unwrap().len_utf8(),
            _ => 1,
        };
        rest = &here[length..];
    }
    found
}

fn named_below(folder: &Path, typed: &Typed, wrong: &mut Vec<String>) -> usize {
    let mut seen = 0;
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("src/cli") {
            seen += named_below(&path, typed, wrong);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("src/main.rs") {
            let code = fs::read_to_string(&path).unwrap();
            for (line, text) in texts(code.split("\nmod tests").next().unwrap()) {
                seen += 1;
                let named = typed.named_in(&text);
                wrong.extend(named.map(|named| format!("{}:{line} names `{named}`: {text}", path.display())));
            }
        }
    }
    seen
}

#[test]
fn no_text_below_the_command_line_names_a_command_or_an_option() {
    let mut wrong = Vec::new();
    let seen = named_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &Typed::all(), &mut wrong);
    assert!(seen > 2000, "texts are found: {seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_names_a_command_or_an_option_would_be_found() {
    let typed = Typed::all();
    for text in
        ["see `duly check FILE`", "and {count} more, see --all", "write it (-f markdown)", "--as-of", "duly new"]
    {
        assert!(typed.named_in(text).is_some(), "{text}");
    }
    for text in ["duly checks nothing", "duly.toml", "a-o", "--alley", "x--all", "write `- `", "--no such"] {
        assert!(typed.named_in(text).is_none(), "{text}: {:?}", typed.named_in(text));
    }
    let code =
        "// \"no\"\nlet a = ('\"', '\\'', \"one \\\" two\", 'x');\nf::<'a>(r#\"raw \" text\"#, \"last\"); // \"no\"";
    let found = texts(code);
    let found: Vec<(usize, &str)> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(found, [(2, "one \\\" two"), (3, "raw \" text"), (3, "last")]);
}

/// Whoever reads the help of a command types what it names. Of another command it names an option behind that.
#[test]
fn the_help_of_a_command_names_no_option_that_it_has_not() {
    let mut whole = duly::internal::cli::command();
    whole.build();
    let told: usize =
        whole.get_subcommands().filter(|sub| sub.get_name() != "help").map(|sub| options_in_help(sub, &[])).sum();
    assert!(told > 300, "{told}");
}

/// How many options the help of a command names, and of those below it.
fn options_in_help(command: &clap::Command, above: &[&str]) -> usize {
    let path = [above, &[command.get_name()]].concat();
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    let own: Vec<String> = shown.filter_map(|arg| arg.get_long()).map(|long| format!("--{long}")).collect();
    let mut told = 0;
    for lang in ["en", "sv"] {
        let help = duly(root(), &[&path[..], &["--help", "--lang", lang]].concat()).done().out;
        let spans = help.split('`').enumerate();
        let prose = spans.filter(|(at, span)| at % 2 == 0 || !span.starts_with("duly ")).map(|(_, span)| span);
        let words = prose.flat_map(|span| span.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'));
        for option in words.filter(|word| word.len() > 2 && word.starts_with("--")) {
            assert!(own.iter().any(|known| known == option), "duly {}: {option}", path.join(" "));
            told += 1;
        }
    }
    let below = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    told + below.map(|sub| options_in_help(sub, &path)).sum::<usize>()
}
