//! What the HTML report promises, in a real browser: it asks for nothing, runs nothing that somebody wrote into a
//! file, fits every window, reads well with assistive technology, in light and dark, and prints as it should. And what
//! the CSV promises, in a real spreadsheet. `tests/browser/check.mjs` drives Chromium and tells what it saw; what is
//! right is said here. What was printed stays in `target/tmp/browser`, to be looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{DAY, Folder, command, example, overviews, root};

const CHROMIUM: &str = "/usr/bin/chromium";
const EXAMPLES: [&str; 4] = ["nordkontakt", "allyes", "billigsvar", "halvklar"];
/// Those of which only the page for a board is looked at.
const BOARD_ONLY: [&str; 2] = ["nordkontakt-2025", "small/brevduvan"];
/// For whom, and the arguments that ask for it.
const KINDS: [(&str, &[&str]); 4] = [
    ("full", &[]),
    ("board", &["--for", "board"]),
    ("letter", &["--for", "vendor", "--reply-by", "2026-12-15"]),
    ("contract", &["--for", "contract"]),
];
/// What is put side by side: two vendors, one at two dates, several.
const COMPARED: [&[&str]; 5] = [
    &["nordkontakt", "billigsvar"],
    &["allyes", "halvklar"],
    &["nordkontakt-2025", "nordkontakt"],
    &["nordkontakt", "allyes", "billigsvar", "halvklar"],
    &["nordkontakt", "allyes", "billigsvar", "halvklar", "nordkontakt-2025", "nordkontakt"],
];
/// For whom a comparison is, and the arguments that ask for it.
const COMPARED_KINDS: [(&str, &[&str]); 2] = [("compared", &["--all"]), ("compared_board", &["--for", "board"])];
/// Windows from the narrowest that WCAG 2.2 asks for (1.4.10) to a large screen.
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 1600];

// ---------------------------------------------------------------- programs that must be there

/// What to run first where something is missing.
const INSTALL: &str = "on Debian: apt-get install chromium nodejs npm poppler-utils fonts-liberation fonts-dejavu-core \
                       libreoffice-calc-nogui; then `npm ci` in tests/browser";

/// Runs a program to its end and gives what it printed.
fn printed(command: &mut Command) -> Vec<u8> {
    let output =
        command.output().map_err(|error| format!("{:?} does not start: {error}; {INSTALL}", command.get_program()));
    assert!(output.is_ok(), "{}", output.unwrap_err());
    let output = output.unwrap();
    assert!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Fails with what to install, rather than with what goes wrong later for want of it.
fn browser_is_there() {
    let modules = root().join("tests/browser/node_modules/playwright-core");
    for needed in [Path::new(CHROMIUM), &modules] {
        assert!(needed.exists(), "{} is missing; {INSTALL}", needed.display());
    }
}

/// An empty folder of this name for what a test makes.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
    let _ = fs::remove_dir_all(&folder); // it may not be there
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Exports from a folder to a file. A gate or a warning may speak up; an error may not.
fn export(from: &Path, answers: &str, to: &Path, args: &[&str]) {
    write("export", from, &[answers], to, args);
}

/// Writes a document of answers in a folder by a command.
fn write(by: &str, from: &Path, answers: &[&str], to: &Path, args: &[&str]) {
    let mut command = command(from, &[by, "-q", "--as-of", DAY, "-o"]);
    printed(command.arg(to).args(args).arg("--").args(answers));
}

// ---------------------------------------------------------------- what the browser saw

/// One page, as `check.mjs` tells of it.
#[derive(Debug, Deserialize)]
struct Seen {
    name: String,
    /// Addresses that were asked for besides the page itself.
    requests: Vec<String>,
    /// Why requests failed.
    failures: Vec<String>,
    /// Lines of the console, and errors of scripts.
    problems: Vec<String>,
    dialogs: Vec<String>,
    /// Windows that opened.
    opened: Vec<String>,
    /// How many elements of each kind there are.
    elements: BTreeMap<String, usize>,
    /// Attributes that run, fetch or style something.
    handlers: Vec<String>,
    links: Vec<String>,
    /// Links to places that the page does not have.
    dangling: Vec<String>,
    /// Labels that stick out of their picture.
    clipped: Vec<String>,
    title: String,
    words: String,
    widths: Vec<Width>,
    /// What axe-core finds.
    axe: Vec<String>,
    paper: Option<Paper>,
}

/// How wide a page is in a window of some width.
#[derive(Debug, Deserialize)]
struct Width {
    needs: u32,
    has: u32,
    culprits: Vec<String>,
}

/// How a page is printed.
#[derive(Debug, Deserialize)]
struct Paper {
    needs: u32,
    has: u32,
    culprits: Vec<String>,
    ink: String,
    ground: String,
}

/// Opens the pages of a folder in the browser, once.
fn look(folder: &Path, pages: &[Value]) -> Vec<Seen> {
    let job = folder.join("job.json");
    fs::write(&job, json!({ "chromium": CHROMIUM, "pages": pages }).to_string()).unwrap();
    let mut node = Command::new("node");
    let out = printed(node.arg(root().join("tests/browser/check.mjs")).stdin(fs::File::open(&job).unwrap()));
    serde_json::from_slice(&out).unwrap()
}

/// The documents of every example, in both languages, with all that can be seen of them.
static OF_EXAMPLES: LazyLock<(PathBuf, Vec<Seen>)> = LazyLock::new(|| {
    let folder = empty_folder("examples");
    let mut pages = Vec::new();
    let mut add = |by: &str, vendors: &[&str], kind: &str, args: &[&str]| {
        let answers: Vec<String> = vendors.iter().map(|vendor| format!("examples/{vendor}.yaml")).collect();
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        for lang in ["en", "sv"] {
            let name = format!("{}-{kind}-{lang}", vendors.join("+")).replace('/', "-");
            let (file, pdf) = (folder.join(format!("{name}.html")), folder.join(format!("{name}.pdf")));
            write(by, root(), &answers, &file, &[&["--lang", lang], args].concat());
            pages.push(json!({ "name": name, "file": file, "widths": WIDTHS, "axe": true, "pdf": pdf }));
        }
    };
    for vendor in EXAMPLES {
        KINDS.iter().for_each(|(kind, args)| add("export", &[vendor], kind, args));
    }
    BOARD_ONLY.iter().for_each(|vendor| add("export", &[vendor], KINDS[1].0, KINDS[1].1));
    for vendors in COMPARED {
        // The whole comparison of six is a table for a screen; on paper six have their page for the board.
        let kinds = COMPARED_KINDS.iter().filter(|(kind, _)| vendors.len() < 6 || kind.contains("board"));
        kinds.for_each(|(kind, args)| add("diff", vendors, kind, args));
    }
    let seen = look(&folder, &pages);
    (folder, seen)
});

/// The documents of the examples, seen once for all tests.
fn of_examples() -> &'static (PathBuf, Vec<Seen>) {
    browser_is_there();
    &OF_EXAMPLES
}

// ---------------------------------------------------------------- reading on a screen

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn a_page_asks_for_nothing_and_nothing_goes_wrong_in_it() {
    let (_, pages) = of_examples();
    assert_eq!(
        pages.len(),
        (EXAMPLES.len() * KINDS.len() + BOARD_ONLY.len() + COMPARED.len() * COMPARED_KINDS.len() - 1) * 2
    );
    for page in pages {
        let told = [&page.requests, &page.failures, &page.problems, &page.dialogs, &page.opened];
        assert!(told.iter().all(|told| told.is_empty()), "{}: {told:?}", page.name);
        assert_eq!(page.handlers, Vec::<String>::new(), "{}", page.name);
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn a_link_leads_to_a_place_of_the_page_that_is_there() {
    for page in &of_examples().1 {
        assert_eq!(page.dangling, Vec::<String>::new(), "{}", page.name);
        assert_eq!(page.links.iter().find(|link| !link.starts_with('#')), None, "{}", page.name);
        assert!(!page.links.is_empty() || !page.name.contains("full"), "{}", page.name);
    }
}

fn assert_fits(page: &Seen) {
    for width in &page.widths {
        let (name, culprits) = (&page.name, &width.culprits);
        assert!(width.needs <= width.has, "{name} needs {} of {} pixels: {culprits:?}", width.needs, width.has);
    }
    assert_eq!(page.clipped, Vec::<String>::new(), "{}", page.name);
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn no_page_is_wider_than_its_window() {
    for page in &of_examples().1 {
        assert_eq!(page.widths.len(), WIDTHS.len(), "{}", page.name);
        assert_fits(page);
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn axe_finds_nothing_in_light_and_in_dark() {
    let found = of_examples()
        .1
        .iter()
        .flat_map(|page| page.axe.iter().map(|observation| format!("{}, {observation}", page.name)));
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found[..found.len().min(10)].join("\n"));
}

// ---------------------------------------------------------------- printing

/// The text of every page of a PDF, laid out as on the page.
fn pages_of(pdf: &Path) -> Vec<String> {
    let out = printed(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-"));
    let text = String::from_utf8(out).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// The sizes of all pages of a PDF.
fn sizes_of(pdf: &Path) -> Vec<String> {
    let out = String::from_utf8(printed(Command::new("pdfinfo").args(["-f", "1", "-l", "9999"]).arg(pdf))).unwrap();
    let sizes = out.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:"));
    sizes.map(|line| line.split_once(" size:").unwrap().1.trim().to_owned()).collect()
}

/// Every page is A4, has its number and how many there are, and nothing was wider than the paper.
fn assert_printed(folder: &Path, page: &Seen) {
    let paper = page.paper.as_ref().unwrap();
    assert!(paper.needs <= paper.has, "{} is wider than A4: {:?}", page.name, paper.culprits);
    let pdf = folder.join(format!("{}.pdf", page.name));
    let (sizes, texts) = (sizes_of(&pdf), pages_of(&pdf));
    assert_eq!(sizes.iter().find(|size| !size.ends_with("(A4)")), None, "{}", page.name);
    assert_eq!(sizes.len(), texts.len(), "{}", page.name);
    for (at, text) in texts.iter().enumerate() {
        let last = text.trim_end().lines().last().unwrap_or_default().trim();
        assert_eq!(last.replace(' ', ""), format!("{}/{}", at + 1, texts.len()), "{}, page {}", page.name, at + 1);
    }
    if page.name.contains("board") {
        assert_eq!(texts.len(), 1, "{} has more than one page", page.name);
    }
    if page.name.starts_with("allyes-letter") {
        assert!(
            texts.len() <= 3,
            "{}: who answered everything and sent nothing reads {} pages",
            page.name,
            texts.len()
        );
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn documents_are_printed_on_numbered_pages_of_a4_and_the_board_gets_one() {
    let (folder, pages) = of_examples();
    for page in pages {
        assert_printed(folder, page);
    }
}

/// The brightness of the first page of a PDF, dot by dot, small: 0 is black, 255 is white.
fn dots_of(pdf: &Path) -> Vec<u8> {
    let mut command = Command::new("pdftoppm");
    let image = printed(command.args(["-gray", "-r", "20", "-f", "1", "-l", "1"]).arg(pdf)); // P5, size, 255, dots
    let at = image.iter().enumerate().filter(|(_, byte)| byte.is_ascii_whitespace()).nth(3).unwrap().0;
    assert!(image.starts_with(b"P5") && image.len() > at + 1000, "{}", pdf.display());
    image[at + 1..].to_vec()
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn paper_is_white_for_who_prefers_dark() {
    let (folder, pages) = of_examples();
    for page in pages {
        let paper = page.paper.as_ref().unwrap();
        assert_eq!((&*paper.ground, &*paper.ink), ("rgb(255, 255, 255)", "rgb(28, 33, 38)"), "{}", page.name);
        let dots = dots_of(&folder.join(format!("{}.pdf", page.name)));
        let white = dots.iter().filter(|dot| **dot > 250).count();
        assert!(white * 2 > dots.len(), "{}: {white} of {} dots are white", page.name, dots.len());
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn a_table_over_several_pages_repeats_its_head() {
    let (folder, _) = of_examples();
    for (lang, first, last) in [("en", "Question", "What to require"), ("sv", "Fråga", "Krav")] {
        let is_head = |line: &str| line.starts_with(first) && line.trim_end().ends_with(last);
        let pages = pages_of(&folder.join(format!("nordkontakt-full-{lang}.pdf")));
        let with_head: Vec<usize> = (0..pages.len()).filter(|at| pages[*at].lines().any(is_head)).collect();
        assert!(with_head.len() > 3, "the plan of 79 fixes fills several pages, {lang}: {with_head:?}");
        assert_eq!(with_head.last().unwrap() - with_head[0] + 1, with_head.len(), "{lang}: {with_head:?}");
    }
}

/// The size of the letters, in half points, of the lowest line of every page above its number.
fn lowest_lines(pdf: &Path) -> Vec<(u32, String)> {
    let out = printed(Command::new("pdftohtml").args(["-xml", "-i", "-stdout", "-zoom", "2"]).arg(pdf));
    let xml = String::from_utf8(out).unwrap();
    let mut sizes = BTreeMap::new();
    let mut lowest = Vec::new();
    for page in xml.split("<page ").skip(1) {
        let mut lines = Vec::new();
        for line in page.lines() {
            let attribute = |name: &str| {
                let value = line.split_once(&format!(" {name}=\""))?.1;
                value.split_once('"')?.0.parse::<u32>().ok()
            };
            match (attribute("id"), attribute("size"), attribute("top"), attribute("font")) {
                (Some(id), Some(size), ..) => drop(sizes.insert(id, size)),
                (.., Some(top), Some(font)) => lines.push((top, sizes[&font], line.to_owned())),
                _ => {}
            }
        }
        lines.sort();
        lowest.extend(lines.into_iter().rev().nth(1).map(|(_, size, line)| (size, line))); // the last is the number
    }
    lowest
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn no_heading_is_the_last_line_of_a_page() {
    let (folder, pages) = of_examples();
    let mut looked_at = 0;
    for page in pages.iter().filter(|page| !page.name.contains("board")) {
        // Headings are set in 11 points and more, all that may end a page in less than 10.
        for (at, (size, line)) in lowest_lines(&folder.join(format!("{}.pdf", page.name))).into_iter().enumerate() {
            assert!(size < 21, "{}, page {}: {line}", page.name, at + 1);
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

// ---------------------------------------------------------------- what others wrote

/// Texts that would do something if a page took them for more than text. Each fits into a vendor's name.
const PAYLOADS: [&str; 8] = [
    "</title></style></textarea></svg></script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)><svg onload=alert(1)></svg>",
    "' onfocus='alert(1)' onmouseover=\"alert(1)\" onmouseover='alert(1)' x=\"",
    "<a href=\"javascript:alert(1)\">x</a><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<!--><form action=http://127.0.0.1:9/><input autofocus onfocus=alert(1)></form><!---->",
    "]]><style>@import 'http://127.0.0.1:9/a';*{background:url(http://127.0.0.1:9/b)}</style>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;",
];
/// The name of the answers file; a file name holds no slash.
const FILE_NAME: &str = "<img src=x onerror=alert(1)>";
/// What stands for a text of somebody else in the files below.
const MARK: char = '¤';

const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: ¤, country: ¤, ¤: ¤}
service: ¤
questionnaire: own@1.0.0
answered: 2026-11-02
evidence:
  p: {title: ¤, kind: log, issued: 2026-10-24, location: https ¤}
  old: {title: ¤, kind: log, issued: 2020-10-24, location: https ¤}
  undated: {title: ¤, location: ¤}
answers:
  a.one: {answer: all, comment: ¤, evidence: [p, {title: ¤, issued: 2026-11-02, location: https ¤}]}
  a.many: {answer: [most], comment: ¤, evidence: [old]}
  a.hours: {answer: 5, comment: ¤, evidence: [undated]}
  a.words: ¤
  a.gone: {answer: n/a, comment: ¤}
  a.no: {answer: no, comment: ¤}
";
const REVIEW: &str = "\
format: duly/review@1
vendor: ¤
client: ¤
reviewer: ¤
reviewed: 2026-11-10
inherent_risk: {data: special}
answers:
  a.one: {saw: all, verified: [{title: ¤, issued: 2026-11-02, location: https ¤}], because: ¤}
  a.hours: {answer: 7, because: ¤}
  a.gone: {not_applicable: refused, because: ¤}
waivers: [{flag: g, by: ¤, until: 2027-01-01, because: ¤}]
decision: {outcome: conditional, by: ¤, on: 2026-11-12, next_review: 2027-01-01, conditions: [¤, ¤]}
";
const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: own
version: 1.0.0
title: ¤
about: ¤
scales: {how: [{id: all, label: ¤, value: 100}, {id: none, value: 0}]}
inherent_risk: [{id: data, ask: ¤, options: [{id: special, label: ¤, tier: high}]}]
red_flags:
  - {id: f, title: ¤, remedy: ¤, severity: high, basis: legal, when: {a.one: [all, none]}}
  - {id: g, title: ¤, remedy: ¤, severity: high, when: {a.no: [\"no\"]}}
  - {id: h, title: ¤, remedy: ¤, severity: low, when: {a.open: [\"no\"]}}
contradictions: [{id: c, title: ¤, when: {a.one: [all]}}]
evidence: [{id: log, ask: ¤}]
frameworks: {gdpr: {title: ¤, link: ¤}, page: {title: ¤, link: \"https://example.org/law\"}}
groups: [{id: g, title: ¤, categories: [a, b, c]}]
categories:
  - id: a
    title: ¤
    about: ¤
    minimum: 99
    questions:
      - {id: one, ask: ¤, help: ¤, good: ¤, weak: ¤, follow_up: ¤, remedy: ¤, importance: critical, answer: how, evidence: [log], refs: {gdpr: [¤], page: [¤]}}
      - {id: many, ask: ¤, remedy: ¤, importance: high, answer: {choose_many: {full_at: 2, options: [{id: most, label: ¤, points: 1}, {id: rest, points: 1}]}}}
      - {id: hours, ask: ¤, remedy: ¤, importance: high, answer: {number: {unit: ¤, steps: [{at_most: 1, value: 100}]}}}
      - {id: words, ask: ¤, importance: info, answer: text}
      - {id: gone, ask: ¤, importance: low, answer: yes-no}
      - {id: no, ask: ¤, remedy: ¤, follow_up: ¤, importance: low, answer: yes-no}
      - {id: open, ask: ¤, help: ¤, importance: low, answer: yes-no, evidence: [log]}
  - {id: b, title: ¤, questions: [{id: one, ask: ¤, importance: low, answer: yes-no}]}
  - {id: c, title: ¤, questions: [{id: one, ask: ¤, importance: low, answer: yes-no}]}
";

/// Writes a vendor's folder with a text in every place that holds one, below a folder with rules of ours.
fn folder_with(text: &str, files: [String; 3]) -> Folder {
    let quoted = Value::from(text).to_string(); // a text of JSON is one of YAML
    let reachable = Value::from(format!("https://example.org/{text}")).to_string();
    // so long may a vendor's name be, and the title of a document
    let [name, title] = [120, 200].map(|most| Value::from(text.chars().take(most).collect::<String>()).to_string());
    let folder = Folder::new();
    folder.make("vendor");
    folder.write("duly.toml", "format = \"duly/policy@1\"\n");
    for (ending, file) in ["yaml", "review.yaml", "own.yaml"].into_iter().zip(files) {
        let file = file.replace("name: ¤", &format!("name: {name}")).replace("vendor: ¤", &format!("vendor: {name}"));
        let is_questionnaire = ending == "own.yaml";
        let file = if is_questionnaire { file } else { file.replace("title: ¤", &format!("title: {title}")) };
        let file = file.replace("https ¤", &reachable).replace(MARK, &quoted);
        folder.write(format!("vendor/{FILE_NAME}.{ending}"), &file);
        if ending == "yaml" {
            let other = file.replace("a.no: {answer: no", "a.no: {answer: yes").replace("answer: 5", "answer: 1");
            folder.write("vendor/other.yaml", other);
        }
    }
    folder
}

/// Exports such a folder, and says where its files are.
fn export_own(folder: &Folder, to: &Path, args: &[&str]) {
    write_own("export", folder, &[], to, args);
}

/// Writes a document of such a folder by a command, from the answers and what is beside them.
fn write_own(by: &str, folder: &Folder, others: &[&str], to: &Path, args: &[&str]) {
    let [answers, questionnaire] = ["yaml", "own.yaml"].map(|ending| format!("vendor/{FILE_NAME}.{ending}"));
    let answers = [&[&*answers], others].concat();
    write(by, folder.path(), &answers, to, &[&["--questionnaire", &questionnaire], args].concat());
}

/// Writes every document of such a folder; gives the name and the file of each.
fn documents_with(text: &str, files: [String; 3], to: &Path, name: &str) -> Vec<(String, PathBuf)> {
    let folder = folder_with(text, files);
    let one = |by: &str, others: &[&str], kind: &str, args: &[&str]| {
        let name = format!("{name}-{kind}");
        let file = to.join(format!("{name}.html"));
        write_own(by, &folder, others, &file, args);
        (name, file)
    };
    let alone = KINDS.iter().map(|(kind, args)| one("export", &[], kind, args));
    let compared = COMPARED_KINDS.iter().map(|(kind, args)| one("diff", &["vendor/other.yaml"], kind, args));
    alone.chain(compared).collect()
}

/// Pages with harmless words in every place, and with each payload, opened without the policy of the page itself, so
/// that nothing but escaping stands between a payload and the reader. Then pages in which the payloads stand raw: with
/// that policy, and without.
static OF_PAYLOADS: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    let folder = empty_folder("payloads");
    let mut pages = Vec::new();
    let mut add = |name: &str, file: &Path, bypass: bool| {
        pages.push(json!({ "name": name, "file": file, "bypassCsp": bypass, "provoke": true, "widths": [360] }));
    };
    let payloads = PAYLOADS.iter().enumerate().map(|(at, text)| (format!("payload{at}"), *text));
    for (name, text) in std::iter::once(("harmless".to_owned(), "harmless")).chain(payloads) {
        let files = [ANSWERS, REVIEW, QUESTIONNAIRE].map(str::to_owned);
        documents_with(text, files, &folder, &name).iter().for_each(|(name, file)| add(name, file, true));
    }
    let good = fs::read_to_string(folder.join("harmless-full.html")).unwrap();
    for (at, raw) in PAYLOADS.iter().map(|payload| raw(payload)).enumerate() {
        let guarded = good.replace("</main>", &format!("{raw}</main>"));
        let bare = format!("<!DOCTYPE html><html><body><p style='width: 400px'>{raw}</p></body></html>");
        for (name, html, bypass) in [("guarded", guarded, false), ("bare", bare, true)] {
            let file = folder.join(format!("{name}{at}.html"));
            fs::write(&file, html).unwrap();
            add(name, &file, bypass);
        }
    }
    look(&folder, &pages)
});

/// A payload as a page would hold it that escapes nothing, in every kind of place.
fn raw(payload: &str) -> String {
    // One of them is for a page that takes back the escaping.
    let text = payload.replace("&lt;", "<").replace("&gt;", ">").replace("&#60;", "<").replace("&#62;", ">");
    format!("<b title=\"{text}\">1</b><b title='{text}'>2</b><a href=\"{text}\">3</a><title>{text}</title>{text}")
}

/// The pages of a name, or of its documents for a board and a vendor.
fn of_payloads(name: &str) -> Vec<&'static Seen> {
    browser_is_there();
    OF_PAYLOADS.iter().filter(|page| page.name.split('-').next() == Some(name)).collect()
}

/// Each page with a payload, with the payload and the same page with harmless words.
fn evil_pages() -> Vec<(&'static Seen, &'static str, &'static Seen)> {
    let harmless = of_payloads("harmless");
    let evil = PAYLOADS
        .iter()
        .enumerate()
        .flat_map(|(at, payload)| of_payloads(&format!("payload{at}")).into_iter().map(move |page| (page, *payload)));
    let pairs: Vec<_> =
        evil.zip(harmless.iter().cycle()).map(|((page, payload), good)| (page, payload, *good)).collect();
    assert_eq!(pairs.len(), PAYLOADS.len() * (KINDS.len() + COMPARED_KINDS.len()));
    pairs
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn nothing_that_somebody_wrote_runs_or_fetches() {
    for (page, payload, _) in evil_pages() {
        let told = [&page.requests, &page.failures, &page.problems, &page.dialogs, &page.opened, &page.handlers];
        assert!(told.iter().all(|told| told.is_empty()), "{payload} in {}: {told:?}", page.name);
        // A questionnaire that we named may lead to a framework on the web; nothing else leads out of the page.
        let leads_out: Vec<&String> = page.links.iter().filter(|link| !link.starts_with('#')).collect();
        let expected: &[&str] = if page.name.contains("full") { &["https://example.org/law"] } else { &[] };
        assert_eq!(leads_out, expected, "{payload} in {}", page.name);
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn what_somebody_wrote_is_shown_as_it_is_and_adds_no_element() {
    for (page, payload, harmless) in evil_pages() {
        // A page for a board tells less where texts are longer, and a comparison has short names; of the others each
        // text is there as often as any other.
        let tags = |page: &Seen| page.elements.keys().cloned().collect::<BTreeSet<_>>();
        let is_known = if page.name.contains("board") { BTreeSet::is_subset } else { BTreeSet::eq };
        assert!(is_known(&tags(page), &tags(harmless)), "{payload} in {}: {:?}", page.name, tags(page));
        // A sentence may begin with it, and then it has a capital letter.
        // A title stands between quotation marks, and has single ones of its own.
        let single = |text: &str| text.to_lowercase().replace('"', "'");
        let shown = |page: &Seen, text: &str| single(&page.words).matches(&single(text)).count();
        // A long text is cut short in a title and in a comparison; what is left of it is still its own characters.
        let begins: String = payload.chars().take(35).collect();
        let sought = if page.name.contains("compared") { &*begins } else { payload };
        let (found, expected) = (shown(page, sought), shown(harmless, "harmless"));
        assert!(found > 3, "{payload} in {}: {found} times", page.name);
        if !page.name.contains("board") && !page.name.contains("compared") {
            assert_eq!(found, expected, "{payload} in {}", page.name);
            assert_eq!(page.elements, harmless.elements, "{payload} in {}", page.name);
        }
        assert!(
            single(&page.title).contains(&single(&begins)) || page.name.contains("letter"),
            "{payload}: {}",
            page.title
        );
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn the_policy_of_the_page_stops_what_escaping_would_let_in() {
    let pages = of_payloads("guarded");
    assert_eq!(pages.len(), PAYLOADS.len());
    for (page, payload) in pages.into_iter().zip(PAYLOADS) {
        assert!(page.dialogs.is_empty() && page.opened.is_empty(), "{payload}: {page:?}");
        assert!(!page.problems.is_empty(), "the browser says what it stopped: {payload}");
        assert!(page.failures.len() == page.requests.len() && page.failures.iter().all(|why| why == "csp"), "{page:?}");
    }
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn what_would_go_wrong_is_seen() {
    let pages = of_payloads("bare");
    assert_eq!(pages.len(), PAYLOADS.len());
    for (page, payload) in pages.into_iter().zip(PAYLOADS) {
        assert!(!page.dialogs.is_empty() || !page.requests.is_empty(), "{payload}: {page:?}");
        assert!(page.widths[0].needs > page.widths[0].has, "{payload}: {page:?}");
    }
}

// ---------------------------------------------------------------- what is too long

/// Texts that need room: one word, prose, letters of double width, one of the widest letters there are.
fn long_texts() -> [(&'static str, String); 4] {
    [
        ("word", "W".repeat(3000)),
        ("prose", "The vendor has more to say about this than anybody will read. ".repeat(20)),
        ("double", "漢".repeat(600)),
        ("widest", format!("a{}", "﷽".repeat(299))), // one letter, or it says nothing
    ]
}

/// The questionnaire with forty categories more, each a red flag, with the longest ids; a review with thirty
/// conditions.
fn long_files() -> [String; 3] {
    let category = |at: usize| {
        let id = format!("{at:a>64}");
        format!(
            "  - {{id: {id}, title: ¤, minimum: 99, questions: [{{id: {id}, ask: ¤, remedy: ¤, importance: low, \
                answer: yes-no}}]}}\n"
        )
    };
    let answer = |at: usize| format!("  {0}.{0}: {{answer: no, comment: ¤}}\n", format!("{at:a>64}"));
    let categories: String = (0..40).map(category).collect();
    let answers: String = (0..40).map(answer).collect();
    let conditions = format!("conditions: [{}]", ["¤"; 30].join(", "));
    let review = REVIEW.replace("conditions: [¤, ¤]", &conditions);
    let head = ANSWERS.replace(", ¤: ¤}", "}"); // YAML allows a key no more than 1,024 letters
    [format!("{head}{answers}"), review, format!("{QUESTIONNAIRE}{categories}")]
}

/// Pages for a board of a vendor who writes too much, as Word files.
pub fn boards_of_long_texts(to: &Path) {
    for (name, text) in long_texts() {
        let (folder, board) = (folder_with(&text, long_files()), ["--for", "board"]);
        write_own("export", &folder, &[], &to.join(format!("{name}.docx")), &board);
        write_own("diff", &folder, &["vendor/other.yaml"], &to.join(format!("{name}-choice.docx")), &board);
    }
}

/// The documents of a vendor who writes too much.
static OF_LONG_TEXTS: LazyLock<(PathBuf, Vec<Seen>)> = LazyLock::new(|| {
    let folder = empty_folder("long");
    let mut pages = Vec::new();
    for (name, text) in long_texts() {
        for (name, file) in documents_with(&text, long_files(), &folder, name) {
            let pdf = file.with_extension("pdf");
            pages.push(json!({ "name": name, "file": file, "widths": WIDTHS, "pdf": pdf }));
        }
    }
    // The fullest page that the examples can make: every kind of line that a page for a board begins with.
    let crowded = Folder::new();
    crowded.write("duly.toml", "format = \"duly/policy@1\"\n");
    crowded.make("vendor");
    for file in ["billigsvar.yaml", "billigsvar.review.yaml"] {
        crowded.write(format!("vendor/{file}"), example(file));
    }
    let (file, pdf) = (folder.join("crowded-board.html"), folder.join("crowded-board.pdf"));
    export(crowded.path(), "vendor/billigsvar.yaml", &file, &["--for", "board"]);
    pages.push(json!({ "name": "crowded-board", "file": file, "widths": WIDTHS, "pdf": pdf }));
    let seen = look(&folder, &pages);
    (folder, seen)
});

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn no_word_is_too_long_for_a_window() {
    browser_is_there();
    OF_LONG_TEXTS.1.iter().for_each(assert_fits);
}

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn whatever_somebody_wrote_the_board_gets_one_page() {
    browser_is_there();
    let (folder, pages) = &*OF_LONG_TEXTS;
    pages.iter().for_each(|page| assert_printed(folder, page));
}

// ---------------------------------------------------------------- many vendors at a glance

/// The overview of few vendors and of many, whatever they are called, in both languages.
static OF_OVERVIEWS: LazyLock<(PathBuf, Vec<Seen>)> = LazyLock::new(|| {
    let folder = empty_folder("overviews");
    overviews::lay_out(&folder);
    let files = crate::support::names_in(&folder);
    let pages = files.iter().filter(|name| name.ends_with(".html")).map(|name| {
        let (file, name) = (folder.join(name), name.trim_end_matches(".html"));
        json!({ "name": name, "file": file, "widths": WIDTHS, "axe": true, "pdf": file.with_extension("pdf") })
    });
    let pages: Vec<Value> = pages.collect();
    let seen = look(&folder, &pages);
    (folder, seen)
});

#[test]
#[ignore = "needs Chromium and Node: see CONTRIBUTING.md"]
fn an_overview_fits_every_window_and_the_board_gets_one_page_of_it() {
    browser_is_there();
    let (folder, pages) = &*OF_OVERVIEWS;
    assert_eq!(pages.len(), 2 * 2 * 2 * overviews::NAMES.len());
    for page in pages {
        assert_fits(page);
        assert_printed(folder, page);
        assert_eq!((&page.axe, &page.handlers, &page.dangling), (&vec![], &vec![], &vec![]), "{}", page.name);
    }
}

// ---------------------------------------------------------------- the table, in a spreadsheet

/// A cell as a spreadsheet understands it.
#[derive(Debug, Default)]
struct SheetCell {
    /// `string`, `float`, `date`; nothing where it is empty.
    kind: String,
    /// The number, with a decimal point whatever the language.
    value: String,
    words: String,
    is_formula: bool,
}

/// What a spreadsheet reads from a CSV: the rows with their cells. `options` are those of LibreOffice's CSV filter:
/// delimiter, quote, UTF-8, first line, and the language, which says what a decimal sign is.
fn opened(folder: &Path, csv: &Path, options: &str) -> Vec<Vec<SheetCell>> {
    let mut office = Command::new("soffice");
    // A profile of its own, so that one that runs already is not asked to do it.
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    office.args(["--headless", &format!("--infilter=CSV:{options}"), "--convert-to", "fods", "--outdir"]);
    let said = printed(office.arg(folder).arg(csv));
    let file = folder.join(csv.with_extension("fods").file_name().unwrap());
    assert!(file.exists(), "LibreOffice wrote no sheet: {}; {INSTALL}", String::from_utf8_lossy(&said));
    let sheet = fs::read_to_string(file).unwrap();
    sheet.split("<table:table-row").skip(1).map(cells_of).collect()
}

/// The cells of a row of a flat OpenDocument sheet.
fn cells_of(row: &str) -> Vec<SheetCell> {
    let row = row.split("</table:table-row>").next().unwrap();
    let mut cells = Vec::new();
    for cell in row.split("<table:table-cell").skip(1) {
        let (head, inner) = cell.split_once('>').unwrap();
        let attribute = |name: &str| head.split_once(&format!("{name}=\""))?.1.split('"').next();
        let paragraph = |part: &str| part.split("</text:p>").next().unwrap().to_owned();
        let inner = inner.replace("<text:s/>", " ");
        let words: Vec<String> = inner.split("<text:p>").skip(1).map(paragraph).collect();
        let times = attribute("number-columns-repeated").map_or(1, |times| times.parse().unwrap());
        for _ in 0..times {
            cells.push(SheetCell {
                kind: attribute("office:value-type").unwrap_or_default().to_owned(),
                value: attribute("office:value").unwrap_or_default().to_owned(),
                words: words
                    .join("\n")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&apos;", "'")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"),
                is_formula: head.contains("table:formula"),
            });
        }
    }
    cells
}

/// The languages, and the options of the CSV filter for each.
const SHEETS: [(&str, &str); 2] = [("en", "44,34,76,1,,1033"), ("sv", "59,34,76,1,,1053")];
/// The columns of a table of one vendor, and those of them that are numbers.
const COLUMNS: usize = 22;
const NUMBERS: std::ops::Range<usize> = 15..21;

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn a_spreadsheet_reads_rows_numbers_and_letters_in_both_languages() {
    let folder = empty_folder("csv");
    let [english, swedish] = SHEETS.map(|(lang, options)| {
        let csv = folder.join(format!("{lang}.csv"));
        export(root(), "examples/nordkontakt.yaml", &csv, &["--lang", lang]);
        opened(&folder, &csv, options)
    });
    for (rows, heads) in [(&english, ["Id", "Question", "References"]), (&swedish, ["Id", "Fråga", "Hänvisningar"])] {
        assert_eq!(rows.len(), 1 + 113 + 2, "the head, the questions and two sub-processors: {heads:?}");
        assert_eq!(rows.iter().find(|row| row.len() != COLUMNS).map(Vec::len), None, "{heads:?}");
        assert_eq!([0, 2, 21].map(|at| &*rows[0][at].words), heads, "no byte order mark is left in the first");
        assert!(rows.iter().flatten().any(|cell| cell.words.starts_with("Luleå, Vaasa")), "{heads:?}");
        let numbers = rows[1..=113]
            .iter() // sub-processors have no points
            .flat_map(|row| &row[NUMBERS]);
        assert_eq!(numbers.filter(|cell| cell.kind != "float").map(|cell| &*cell.words).next(), None, "{heads:?}");
    }
    let values = |rows: &[Vec<SheetCell>]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row[NUMBERS].iter().map(|cell| cell.value.clone()).collect()).collect()
    };
    assert_eq!(values(&english[1..]), values(&swedish[1..]), "a comma is a decimal sign in Swedish");
}

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn what_somebody_wrote_never_becomes_a_formula() {
    let folder = empty_folder("formulas");
    let hostile = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1;1)",
        "=HYPERLINK(\"http://127.0.0.1:9/\";\"x\")",
        " =1+1",
        "＝1+1",
        "see;=40+2;end",
        "see,=40+2,end",
        "see; \"=40+2\", +1",
    ];
    let lines: String = hostile.iter().map(|text| format!("\"{}\"\n", text.replace('"', "\"\""))).collect();
    let bare = folder.join("bare.csv");
    fs::write(&bare, lines).unwrap();
    let seen = opened(&folder, &bare, SHEETS[1].1).into_iter().flatten().filter(|cell| cell.is_formula).count();
    assert!(seen >= 1, "LibreOffice makes formulas of such texts where nothing stops it: {seen}");
    for text in hostile {
        let from = folder_with(text, [ANSWERS, REVIEW, QUESTIONNAIRE].map(str::to_owned));
        for (lang, options) in SHEETS {
            let csv = folder.join("guarded.csv");
            export_own(&from, &csv, &["--lang", lang]);
            let rows = opened(&folder, &csv, options);
            assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [COLUMNS; 10], "{text}");
            let shown = rows.iter().flatten().filter(|cell| cell.words.replace('\'', "").trim() == text.trim());
            assert!(shown.count() > 20, "{text} is there to be seen");
            let wrong = rows[1..].iter().flat_map(|row| row[..NUMBERS.start].iter().chain(&row[NUMBERS.end..]));
            let wrong: Vec<&SheetCell> = wrong.filter(|cell| !matches!(&*cell.kind, "" | "string")).collect();
            assert!(wrong.is_empty() && !rows.iter().flatten().any(|cell| cell.is_formula), "{text}: {wrong:?}");
            let others: &[&str] = if text.contains("40+2") { &["44", "59", "9", "44/59/9"] } else { &["44/59/9"] };
            for separators in others {
                let rows = opened(&folder, &csv, &format!("{separators},34,76,1"));
                let formula = rows.iter().flatten().find(|cell| cell.is_formula);
                assert!(formula.is_none(), "{text}, {lang}, opened with {separators}: {formula:?}");
            }
        }
    }
}
