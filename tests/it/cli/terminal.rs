//! The dialogues on a terminal: a real one as far as the program can tell, with keys, signs, signals and its own size.

#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::{Folder, HANGS, PROGRAM, SMALL, assert_kept, root};

const ANSWERS: &str = "format: duly/answers@1
vendor: {name: Åkerö Röst AB}
questionnaire: customer-service@1.0.0
answered: 2026-11-02
answers:
  access.mfa: all   # they say so
";

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const ESCAPE: &str = "\u{1b}";
const CTRL_C: &str = "\u{3}";

/// How a prompt says that a text may be pasted into it, and that it is over.
const PROMPT_BEGINS: &str = "\u{1b}[?2004h";
const PROMPT_ENDS: &str = "\u{1b}[?2004l";

/// A terminal with a shell that runs one command between two looks at the terminal's settings.
struct Terminal {
    folder: Folder,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    screen: Receiver<Vec<u8>>,
    /// All that was shown, and where it begins that came after the last keys.
    shown: Vec<u8>,
    since: usize,
    /// How many keys have been pressed.
    pressed: usize,
}

impl Terminal {
    fn new(args: &str, term: &str) -> Terminal {
        Terminal::of_size(args, term, size(100, 40))
    }

    fn of_size(args: &str, term: &str, size: PtySize) -> Terminal {
        Terminal::beside(&[("v.yaml", ANSWERS)], args, term, size)
    }

    fn beside(files: &[(&str, &str)], args: &str, term: &str, size: PtySize) -> Terminal {
        let folder = Folder::with(files);
        let pair = native_pty_system().openpty(size).unwrap();
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", &format!("stty -g; '{PROGRAM}' {args}; echo code=$?; stty -g; echo the end")]);
        shell.cwd(folder.path());
        shell.env_clear();
        for (name, value) in [("TERM", term), ("LC_ALL", "C.UTF-8"), ("PATH", &std::env::var("PATH").unwrap())] {
            shell.env(name, value);
        }
        let child = pair.slave.spawn_command(shell).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let (send, screen) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = output.read(&mut bytes) {
                if count == 0 || send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = Some(pair.master.take_writer().unwrap());
        Terminal { folder, master: Some(pair.master), keys, child, screen, shown: Vec::new(), since: 0, pressed: 0 }
    }

    /// What has been shown since the last keys.
    fn seen(&self) -> String {
        String::from_utf8_lossy(&self.shown[self.since..]).into_owned()
    }

    /// Waits until what has been shown is as it should be.
    fn wait_until(&mut self, about: &str, is_so: impl Fn(&Terminal) -> bool) {
        let until = Instant::now() + HANGS;
        while !is_so(self) {
            let bytes = self.screen.recv_timeout(until.saturating_duration_since(Instant::now()));
            assert!(bytes.is_ok(), "no {about} in what was shown:\n{}", plain(&self.seen()));
            self.shown.extend(bytes.unwrap());
        }
    }

    /// Waits until something has been shown since the last keys.
    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |terminal| plain(&terminal.seen()).contains(text));
    }

    /// Whether a prompt takes keys: before that they would be the terminal's, which makes a signal of Ctrl-C.
    fn takes_keys(&self) -> bool {
        let last = |mark: &str| self.shown.windows(mark.len()).rposition(|part| part == mark.as_bytes());
        last(PROMPT_BEGINS) > last(PROMPT_ENDS)
    }

    /// Types keys into a prompt, as soon as it takes them; what was shown before is forgotten.
    fn type_keys(&mut self, keys: &str) {
        self.wait_until("prompt", Terminal::takes_keys);
        self.type_line(keys);
    }

    /// The same where lines are read, which the terminal keeps until then.
    fn type_line(&mut self, line: &str) {
        self.pressed += line.replace(DOWN, "v").chars().count();
        self.since = self.shown.len();
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(line.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits for the end; the exit code, and whether the terminal is as it was.
    fn end(&mut self, first: &str) -> (String, bool) {
        self.wait_for("the end");
        let shown = plain(&self.seen());
        let code = shown.split("code=").nth(1).and_then(|rest| rest.lines().next()).unwrap().trim().to_owned();
        let last = shown.split("code=").nth(1).unwrap().lines().nth(1).unwrap().trim().to_owned();
        (code, last == first)
    }

    /// What the shell said of the terminal before the command ran.
    fn settings(&mut self) -> String {
        self.wait_for("\n");
        plain(&self.seen()).lines().next().unwrap().trim().to_owned()
    }

    fn file(&self) -> String {
        self.folder.read("v.yaml")
    }

    /// The process of `duly` itself, below the shell.
    fn process(&self) -> u32 {
        let shell = self.child.process_id().unwrap();
        let children = PathBuf::from(format!("/proc/{shell}/task/{shell}/children"));
        fs::read_to_string(children).unwrap().split_whitespace().next().unwrap().parse().unwrap()
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// What was shown without the sequences that move the cursor or colour the text.
fn plain(shown: &str) -> String {
    let mut out = String::new();
    let mut chars = shown.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\u{1b}' {
            out.push(c);
            continue;
        }
        if chars.next_if_eq(&'[').is_some() {
            while chars.next().is_some_and(|c| !c.is_ascii_alphabetic()) {}
        } else {
            chars.next();
        }
    }
    out
}

/// A line of a screen as SVG: its letters in the colours that the terminal gives them.
fn drawn(line: &str, top: usize) -> String {
    let (mut out, mut style, mut run) = (String::new(), Vec::<u32>::new(), String::new());
    let mut chars = line.chars().peekable();
    let mut end = |run: &mut String, style: &[u32]| {
        let text = std::mem::take(run).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        if text.is_empty() {
            return;
        }
        let colour = style.iter().rev().find_map(|code| match code {
            31 | 91 | 1009 => Some("#f28b82"),
            32 | 92 | 1010 => Some("#81c995"),
            33 | 93 | 1011 => Some("#fdd663"),
            34 | 94 | 1012 => Some("#8ab4f8"),
            36 | 96 | 1014 => Some("#78d9ec"),
            90 | 1008 => Some("#9aa0a6"),
            _ => None,
        });
        let colour = colour.or(style.contains(&2).then_some("#9aa0a6"));
        let bold = if style.contains(&1) { r#" font-weight="bold""# } else { "" };
        let fill = colour.map(|colour| format!(r#" fill="{colour}""#)).unwrap_or_default();
        out.push_str(&format!("<tspan{fill}{bold}>{text}</tspan>"));
    };
    while let Some(c) = chars.next() {
        if c != '\u{1b}' {
            run.extend((c != '\r').then_some(c));
            continue;
        }
        if chars.next_if_eq(&'[').is_none() {
            chars.next();
            continue;
        }
        let mut codes = String::new();
        while let Some(c) = chars.next_if(|c| !c.is_ascii_alphabetic()) {
            codes.push(c);
        }
        if chars.next() != Some('m') {
            continue;
        }
        end(&mut run, &style);
        let codes: Vec<u32> = codes.split(';').map(|code| code.parse().unwrap_or(0)).collect();
        match codes[..] {
            [38, 5, colour] => style.push(1000 + colour),
            [0] => style.clear(),
            [22] => style.retain(|code| *code > 2),
            [39] => style.retain(|code| *code < 30),
            _ => style.extend(codes),
        }
    }
    end(&mut run, &style);
    format!("  <text x=\"16\" y=\"{top}\" xml:space=\"preserve\">{out}</text>\n")
}

/// The picture of the README is the screen of a terminal of 80 columns, in its colours.
#[test]
fn the_picture_of_the_first_question_is_the_screen() {
    let empty = ANSWERS
        .replace("Åkerö Röst AB", "Ringlinjen AB")
        .replace("1.0.0", "1.1.0")
        .replace("answers:\n  access.mfa: all   # they say so\n", "");
    let mut terminal = Terminal::beside(
        &[("ringlinjen.yaml", &empty)],
        "record ringlinjen.yaml --lang en",
        "xterm-256color",
        size(80, 24),
    );
    let _ = terminal.settings();
    terminal.wait_until("prompt", Terminal::takes_keys);
    terminal.wait_for("not known");
    terminal.wait_for("Esc: menu]"); // the last that is drawn
    let seen = terminal.seen();
    let screen = seen.split_once('\n').unwrap().1;
    let mut lines: Vec<&str> = screen.lines().collect();
    while lines.last().is_some_and(|line| plain(line).trim().is_empty()) {
        lines.pop();
    }
    let (width, height) = (80 * 9 + 32, (lines.len() + 1) * 20 + 32);
    let command = r##"  <text x="16" y="32" xml:space="preserve"><tspan fill="#81c995">$</tspan> duly record ringlinjen.yaml</text>"##;
    let drawn: String = lines.iter().enumerate().map(|(at, line)| drawn(line, 52 + at * 20)).collect();
    let picture = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
  font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15" fill="#e8eaed" role="img">
  <title>A terminal: duly record asks the first question, with its answers as a list</title>
  <rect width="{width}" height="{height}" rx="8" fill="#202124"/>
{command}
{drawn}</svg>
"##
    );
    terminal.type_keys(CTRL_C);
    terminal.wait_for("the end");
    assert_kept("the_picture", [(root().join("docs/first-question.svg"), picture)]);
}

/// What `kill` is called for.
fn signal(process: u32, name: &str) {
    let status = std::process::Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status();
    assert!(status.unwrap().success());
}

#[test]
fn an_answer_is_chosen_with_arrows_and_the_terminal_is_given_back() {
    let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
    let settings = terminal.settings();
    terminal.wait_for("arrows and Enter");
    terminal.type_keys(&format!("{DOWN}{DOWN}{ENTER}"));
    terminal.wait_for("which document shows it?");
    terminal.wait_for("> none");
    terminal.type_keys(ENTER);
    terminal.wait_for("always work under an account of their own");
    terminal.type_keys(ESCAPE);
    terminal.wait_for("What do you want to do?");
    terminal.wait_for("Leave");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    assert!(terminal.file().contains("  access.rbac: fields\n"), "{}", terminal.file());
}

#[test]
fn ctrl_c_leaves_at_every_kind_of_prompt() {
    for way in [&["/access.mfa"][..], &["/certifications.held"], &["/backups.data-loss-hours"]] {
        let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
        let settings = terminal.settings();
        terminal.wait_for("arrows and Enter");
        terminal.type_keys(ESCAPE);
        terminal.wait_for("What do you want to do?");
        terminal.type_keys("Go to");
        terminal.type_keys(ENTER);
        terminal.wait_for("Question, category or word");
        terminal.type_keys(&format!("{}{ENTER}", way[0].trim_start_matches('/')));
        terminal.wait_for(way[0].trim_start_matches('/'));
        terminal.wait_for("Esc: menu");
        terminal.type_keys(CTRL_C);
        assert_eq!(terminal.end(&settings), ("0".into(), true), "{way:?}");
        assert_eq!(terminal.file(), ANSWERS);
    }
}

#[test]
fn a_terminal_of_one_column_or_none_does_no_harm() {
    for (columns, rows) in [(1, 1), (1, 40), (0, 0), (2, 3)] {
        let mut terminal = Terminal::of_size("assess v.yaml --no-review", "xterm-256color", size(columns, rows));
        let settings = terminal.settings();
        assert_eq!(terminal.end(&settings), ("0".into(), true), "{columns} x {rows}");
        let mut terminal = Terminal::of_size("record v.yaml", "xterm-256color", size(columns, rows));
        let settings = terminal.settings();
        terminal.type_keys(CTRL_C);
        assert_eq!(terminal.end(&settings), ("0".into(), true), "{columns} x {rows}: {}", plain(&terminal.seen()));
        assert_eq!(terminal.file(), ANSWERS);
    }
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (name, code) in [("TERM", "143"), ("HUP", "129"), ("INT", "130")] {
        let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
        let settings = terminal.settings();
        terminal.wait_for("arrows and Enter");
        signal(terminal.process(), name);
        assert_eq!(terminal.end(&settings), (code.into(), true), "{name}");
        assert_eq!(terminal.file(), ANSWERS);
    }
}

#[test]
fn a_signal_in_the_middle_of_drawing_leaves_the_cursor_to_be_seen() {
    for round in 0..30 {
        let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
        let settings = terminal.settings();
        terminal.wait_for("arrows and Enter");
        terminal.type_keys(&DOWN.repeat(40));
        std::thread::sleep(Duration::from_micros(500 * round));
        signal(terminal.process(), "TERM");
        assert_eq!(terminal.end(&settings), ("143".into(), true));
        let seen = terminal.seen();
        assert!(seen.rfind("\u{1b}[?25h") > seen.rfind("\u{1b}[?25l"), "round {round}: {seen:?}");
    }
}

#[test]
fn a_terminal_that_is_gone_ends_the_dialogue() {
    let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
    terminal.wait_for("arrows and Enter");
    terminal.type_keys(&format!("{DOWN}{DOWN}{ENTER}"));
    terminal.wait_for("which document shows it?");
    let process = terminal.process();
    terminal.keys = None;
    terminal.master = None;
    let until = Instant::now() + HANGS;
    // the reader keeps the terminal open until its own end, so the hang-up is sent as a system would
    signal(process, "HUP");
    while PathBuf::from(format!("/proc/{process}")).exists() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(!PathBuf::from(format!("/proc/{process}")).exists());
    assert!(terminal.file().contains("  access.rbac: fields\n"), "what was answered is on disk");
}

#[test]
fn enter_alone_records_nothing() {
    let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
    let settings = terminal.settings();
    for question in ["access.rbac", "access.unique-accounts"] {
        terminal.wait_for(question);
        terminal.wait_for("arrows and Enter");
        terminal.type_keys(ENTER);
    }
    terminal.wait_for("access.offboarding-hours");
    terminal.wait_for("Esc: menu");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    assert_eq!(terminal.file(), ANSWERS);
}

#[test]
fn letters_of_every_language_come_through() {
    let mut terminal = Terminal::new("record v.yaml --lang sv", "xterm-256color");
    let settings = terminal.settings();
    terminal.wait_for("pilar och Enter");
    terminal.type_keys(ESCAPE);
    terminal.wait_for("Vad vill du göra?");
    terminal.type_keys("Kommentar");
    terminal.type_keys(ENTER);
    terminal.wait_for("Vad vill du tillägga");
    terminal.type_keys(&format!("Åtkomst ges på begäran – prövas särskilt{ENTER}"));
    terminal.wait_for("pilar och Enter");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    assert!(terminal.file().contains("comment: Åtkomst ges på begäran – prövas särskilt\n"), "{}", terminal.file());
}

#[test]
fn a_window_may_change_its_size() {
    let mut terminal = Terminal::new("record v.yaml", "xterm-256color");
    let settings = terminal.settings();
    terminal.wait_for("arrows and Enter");
    for (cols, rows, key) in [(40, 10, DOWN), (10, 3, UP), (200, 60, DOWN), (80, 24, DOWN)] {
        terminal.master.as_ref().unwrap().resize(size(cols, rows)).unwrap();
        terminal.type_keys(key);
        std::thread::sleep(Duration::from_millis(50));
    }
    terminal.type_keys(ENTER);
    terminal.wait_for("> none");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    assert!(terminal.file().contains("  access.rbac: "), "{}", terminal.file());
}

#[test]
fn a_dumb_terminal_and_plain_mode_speak_in_lines() {
    for (args, term) in [("record v.yaml", "dumb"), ("record v.yaml --plain", "xterm-256color")] {
        let mut terminal = Terminal::new(args, term);
        let settings = terminal.settings();
        terminal.wait_for("Answer (number or words):");
        terminal.type_line("2\n");
        terminal.wait_for("Document (Enter: none):");
        let seen = terminal.seen();
        let moves = seen.split("\u{1b}[").skip(1).filter(|rest| {
            let end = rest.find(|c: char| c.is_ascii_alphabetic());
            end.is_none_or(|end| !rest[end..].starts_with('m'))
        });
        assert_eq!(moves.count(), 0, "the cursor is moved: {seen:?}");
        assert!(term != "dumb" || !seen.contains('\u{1b}'), "{seen:?}");
        terminal.type_line("!\n");
        assert_eq!(terminal.end(&settings), ("0".into(), true));
        assert!(terminal.file().contains("  access.rbac: fields\n"), "{}", terminal.file());
    }
}

#[test]
fn a_review_is_held_on_a_terminal() {
    let mut terminal = Terminal::new("review v.yaml", "xterm-256color");
    let settings = terminal.settings();
    terminal.wait_for("Who reviews");
    terminal.wait_for("Esc: menu");
    terminal.type_keys(&format!("Säkerhet{ENTER}"));
    terminal.wait_for("For which company");
    terminal.type_keys(ENTER);
    terminal.wait_for("Inherent risk · 1 of 6");
    terminal.wait_for("arrows and Enter");
    terminal.type_keys(&format!("{DOWN}{DOWN}{ENTER}"));
    terminal.wait_for("Inherent risk · 2 of 6");
    terminal.wait_for("arrows and Enter");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    let review = terminal.folder.read("v.review.yaml");
    assert!(review.contains("reviewer: Säkerhet ") && review.contains("data: contact\n"), "{review}");
}

/// Three keys from the first question of a review: a slash, a letter, Enter; or Esc, the letter, Enter.
#[test]
fn the_decision_is_three_keys_away_in_both_languages() {
    for (lang, keys, decision) in [
        ("en", ["/", "d", ENTER], "The decision"),
        ("en", ["/", "b", ENTER], "The decision"),
        ("sv", ["/", "b", ENTER], "Beslutet"),
        ("sv", [ESCAPE, "b", ENTER], "Beslutet"),
        ("en", [ESCAPE, "d", ENTER], "The decision"),
    ] {
        let mut terminal = Terminal::of_size(&format!("review v.yaml --lang {lang}"), "xterm-256color", size(80, 24));
        let settings = terminal.settings();
        for key in keys {
            terminal.type_keys(key);
            if key == ESCAPE {
                terminal.wait_for("? "); // a key that follows too soon would be taken for the rest of a sequence
                std::thread::sleep(Duration::from_millis(200));
            }
        }
        terminal.wait_for(decision);
        terminal.wait_for("1 ");
        terminal.type_keys(CTRL_C);
        assert_eq!(terminal.end(&settings), ("0".into(), true), "{lang} {keys:?}");
    }
}

/// What is typed on a line can be typed above a list, too; a word that is nothing is said to be nothing.
#[test]
fn what_is_typed_above_a_list_goes_somewhere_or_is_told_to_be_nothing() {
    let mut terminal = Terminal::of_size("record v.yaml", "xterm-256color", size(80, 24));
    let settings = terminal.settings();
    terminal.wait_for("arrows and Enter");
    terminal.type_keys(&format!("yes perhaps{ENTER}"));
    terminal.wait_for("`yes perhaps` is not an answer to this question");
    terminal.wait_for("to look for a question instead, write / and a word");
    terminal.type_keys(&format!("/zebra{ENTER}"));
    terminal.wait_for("no question has “zebra” in it");
    terminal.type_keys(&format!("/access.offboarding-hours{ENTER}"));
    terminal.wait_for("access.offboarding-hours");
    terminal.type_keys(&format!("/beslut{ENTER}"));
    terminal.wait_for("`duly review v.yaml` asks for it");
    terminal.type_keys(&format!("!{ENTER}"));
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    assert_eq!(terminal.file(), ANSWERS);
}

/// The first questions of both dialogues stand whole in a window of 80 by 24: no line is too long, no word is broken,
/// nothing is told twice, nothing scrolls off.
#[test]
fn a_first_question_has_room_in_a_small_window() {
    for (args, asks, last) in [
        ("record w.yaml", "Which of these certificates or assurance reports are valid today", "not known"),
        ("record w.yaml --lang sv", "Vilka av dessa certifikat", "vet ej"),
        ("record v.yaml", "How closely is access tied to roles", "not known"),
        ("review v.yaml", "Who reviews (your name or office)?", "Esc: menu"),
        ("review r.yaml", "Which personal data", "arrows and Enter"),
        ("review r.yaml --lang sv", "Vilka personuppgifter", "pilar och Enter"),
    ] {
        let empty = ANSWERS.replace("  access.mfa: all   # they say so\n", "").replace("answers:\n", "");
        let files = [
            ("v.yaml", ANSWERS),
            ("w.yaml", &empty),
            ("r.yaml", ANSWERS),
            ("r.review.yaml", "format: duly/review@1\nvendor: Åkerö Röst AB\nreviewer: Anna\nreviewed: 2026-11-02\n"),
        ];
        let mut terminal = Terminal::beside(&files, args, "xterm-256color", size(80, 24));
        let _ = terminal.settings();
        terminal.wait_until("prompt", Terminal::takes_keys);
        std::thread::sleep(Duration::from_millis(100));
        terminal.wait_for(last);
        let shown = plain(&terminal.seen());
        let lines: Vec<&str> = shown.lines().skip(1).map(str::trim_end).collect();
        assert!(lines.len() <= 24, "{args}: {} lines\n{shown}", lines.len());
        for line in &lines {
            assert!(line.chars().count() <= 80, "{args}: {line}");
        }
        let text = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        assert_eq!(text.matches(asks).count(), 1, "{args}\n{shown}");
        assert!(text.contains(last), "{args}\n{shown}");
        terminal.type_keys(CTRL_C);
        terminal.wait_for("the end");
    }
}

/// A Word file is no text: a screen would show signs of all kinds, and a terminal might obey some of them.
#[test]
fn a_word_file_does_not_go_onto_a_screen() {
    for args in ["export v.yaml -f docx", "export v.yaml -f docx -o -", "diff v.yaml v.yaml -f docx"] {
        let mut terminal = Terminal::new(args, "xterm");
        let settings = terminal.settings();
        assert_eq!(terminal.end(&settings), ("2".to_owned(), true));
        let shown = plain(&terminal.seen());
        assert!(shown.contains("name a file, for example with `-o report.docx`") && !shown.contains("PK"), "{shown}");
    }
}

const WRITTEN: &str = "format: duly/answers@1
vendor: {name: Alfa}
questionnaire: ./small.yaml
evidence:
  policy: {title: The policy, kind: policy, issued: 2026-10-01, location: 'S:\\alfa\\policy.pdf'}
answers: {}
";

/// What is waited for, and the keys that answer it.
type Step<'s> = (&'s str, &'s str);

/// All answers of a small vendor, each by its number; a document is chosen from the list.
const ALL_ANSWERS: [Step<'_>; 11] = [
    ("Is a second factor enforced?", "1\r"),
    ("The policy", "1\r"),
    ("The policy", ENTER),
    ("Are cards stored?", "1\r"),
    ("Is every use logged?", "1\r"),
    ("Which tools guard secrets?", " \r"),
    ("How many hours?", "10\r"),
    ("Last test?", "2026-10-01\r"),
    ("Who are you?", "Us\r"),
    ("Who watches the special data?", "1\r"),
    ("", ENTER),
];

/// A whole vendor on a terminal of 80 by 24: an answer from a list takes a number and Enter, a document that lies
/// elsewhere two keys, the decision three; and all of it is in the files.
#[test]
fn a_whole_vendor_goes_through_both_dialogues() {
    for (lang, all_answered, who, company, has_it, decided) in [
        (
            "en",
            "All 8 are answered.",
            "Who reviews",
            "For which company",
            "We have received it: “S:",
            "What has been decided?",
        ),
        (
            "sv",
            "Alla 8 är besvarade.",
            "Vem granskar",
            "För vilket företag",
            "Vi har fått det: ”S:",
            "Vad har beslutats?",
        ),
    ] {
        let files = [("small.yaml", SMALL), ("v.yaml", WRITTEN)];
        let args = format!("record v.yaml --lang {lang} && '{PROGRAM}' review v.yaml --lang {lang}");
        let mut terminal = Terminal::beside(&files, &args, "xterm-256color", size(80, 24));
        let settings = terminal.settings();
        for (asks, keys) in ALL_ANSWERS {
            terminal.wait_for(if asks.is_empty() { all_answered } else { asks });
            terminal.type_keys(keys);
        }
        // 14 of them are the letters of a number, a day and a text
        assert_eq!(terminal.pressed, 31, "{lang}: the keys of a whole vendor");
        terminal.wait_for(who);
        terminal.type_keys("Anna\r");
        terminal.wait_for(company);
        terminal.type_keys(ENTER);
        terminal.wait_for("Which data?");
        terminal.type_keys("2\r");
        terminal.wait_for(has_it);
        let before = terminal.pressed;
        terminal.type_keys("1\r");
        terminal.wait_for("a.mfa");
        assert_eq!(terminal.pressed - before, 2, "{lang}: a document is received");
        terminal.type_keys("/d\r");
        terminal.wait_for(decided);
        assert_eq!(terminal.pressed - before, 5, "{lang}: three keys to the decision");
        for keys in ["1\r", "Head\r", ENTER, "Small risk\r", ENTER] {
            terminal.type_keys(keys);
            terminal.wait_for("? ");
        }
        terminal.wait_for("a.mfa");
        terminal.type_keys("!\r");
        assert_eq!(terminal.end(&settings), ("0".into(), true), "{lang}");
        let (answers, review) = (terminal.file(), terminal.folder.read("v.review.yaml"));
        assert!(answers.contains("a.mfa:") && answers.contains("evidence: [policy]"), "{answers}");
        assert!(review.contains("- {title: The policy, kind: policy, issued: 2026-10-01, \"on\": "), "{review}");
        assert!(
            review.contains("location: S:\\alfa\\policy.pdf") && review.contains("because: Small risk"),
            "{review}"
        );
    }
}

/// What is at stake is asked as everything else: with back, and with nothing made where somebody breaks off.
#[test]
fn a_new_file_asks_what_is_at_stake_with_the_same_keys() {
    let new = "new --vendor 'Å AB' -o n.yaml --lang en";
    let mut terminal = Terminal::of_size(new, "xterm-256color", size(80, 24));
    let settings = terminal.settings();
    for (asks, keys) in [("1 of 6", "4\r"), ("2 of 6", "<\r"), ("1 of 6", "2\r"), ("2 of 6", "\r"), ("3 of 6", "!\r")] {
        terminal.wait_for(asks);
        terminal.type_keys(keys);
    }
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    let review = terminal.folder.read("n.review.yaml");
    assert!(review.contains("\n  data: contact"), "{review}");
    assert!(terminal.folder.at("n.yaml").exists());
    let mut terminal = Terminal::of_size(new, "xterm-256color", size(80, 24));
    let settings = terminal.settings();
    terminal.wait_for("1 of 6");
    terminal.type_keys(CTRL_C);
    assert_eq!(terminal.end(&settings), ("2".into(), true));
    assert!(!terminal.folder.at("n.yaml").exists() && !terminal.folder.at("n.review.yaml").exists());
    let plain = "new --vendor 'Å AB' -o n.yaml --plain --lang sv";
    let mut terminal = Terminal::of_size(plain, "xterm-256color", size(80, 24));
    let settings = terminal.settings();
    for (asks, line) in [
        ("1 av 6", "specal\n"),
        ("`specal`", "special\n"),
        ("2 av 6", "Fler än 100 000\n"),
        ("3 av 6", "?\n"),
        ("intervall", "\n"),
        ("4 av 6", "\n"),
        ("5 av 6", "\n"),
        ("6 av 6", "\n"),
        ("Vem granskar", "Dataskydd\n"),
        ("För vilket företag", "Beställaren\n"),
    ] {
        terminal.wait_for(asks);
        terminal.type_line(line);
    }
    assert_eq!(terminal.end(&settings), ("0".into(), true));
    let review = terminal.folder.read("n.review.yaml");
    assert!(review.contains("\n  data: special") && review.contains("\n  volume: large"), "{review}");
    assert!(review.contains("client: Beställaren ") && review.contains("reviewer: Dataskydd "), "{review}");
}
