//! The largest files that are legal, in every shape that could cost more than its size. What the program does grows
//! with a file and not with its square; `benches/hostile.py` measures the whole sizes.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{DAY, Folder, duly};

/// An answers file or a review, and a questionnaire, may have so many bytes.
const ANSWERS: usize = 4 << 20;
const QUESTIONNAIRE: usize = 16 << 20;

/// Files of one shape, with what is run in their folder.
#[derive(Clone)]
struct Largest {
    name: String,
    files: Vec<(String, String)>,
    commands: Vec<String>,
}

/// A text of so many words of a letter each, in an order without a pattern.
fn words(count: usize, seed: u64) -> String {
    let mut state = seed;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
    };
    (0..count).fold(String::new(), |mut text, at| {
        text.extend((at > 0).then_some(' '));
        text.push(letter());
        text
    })
}

/// Something for each number, one after the other.
fn each(count: usize, of: impl Fn(usize) -> String) -> String {
    (0..count).map(of).collect()
}

fn head(questionnaire: &str, vendor: &str, day: u32) -> String {
    let vendor = format!("vendor: {{name: \"{vendor}\"}}");
    format!("format: duly/answers@1\n{vendor}\nquestionnaire: {questionnaire}\nanswered: 2026-11-{day:02}\n")
}

const BUILT_IN: &str = "customer-service@1.1.0";

fn answers(body: &str) -> String {
    format!("{}{body}", head(BUILT_IN, "X AB", 16))
}

fn comment(text: &str, vendor: &str, day: u32) -> String {
    format!("{}answers:\n  access.mfa: {{answer: all, comment: \"{text}\"}}\n", head(BUILT_IN, vendor, day))
}

fn review(body: &str) -> String {
    format!("format: duly/review@1\nvendor: X AB\nreviewer: Office\nreviewed: 2026-11-17\n{body}")
}

/// Everything that one vendor's file is put into, and a date before and another vendor to hold against it.
fn of_one(name: &str, mut files: Vec<(&str, String)>, key: &str, value: &str) -> Largest {
    let with = if files.iter().any(|(file, _)| *file == "q.yaml") { " --questionnaire q.yaml" } else { "" };
    for (file, vendor) in [("old.yaml", "X AB"), ("other.yaml", "Quite Another AB")] {
        if files.iter().all(|(known, _)| *known != file) {
            files.push((file, comment("a b c", vendor, 1)));
        }
    }
    let lines = [
        "check v.yaml",
        "check v.yaml -f json",
        "assess v.yaml",
        "assess v.yaml --all",
        &format!("explain v.yaml {key}"),
        "explain v.yaml",
        "explain v.yaml --to low",
        "export v.yaml -f markdown",
        "export v.yaml -f html",
        "export v.yaml -f csv",
        "export v.yaml -f json",
        "export v.yaml --for board",
        "export v.yaml --for vendor",
        "diff old.yaml v.yaml",
        "diff old.yaml v.yaml --all",
        "diff old.yaml v.yaml -f json",
        "diff other.yaml v.yaml --all",
        "diff other.yaml v.yaml --all -f html",
        "diff other.yaml v.yaml --for board",
        &format!("record v.yaml {key}={value}"),
        "review --plain v.yaml",
    ];
    let mut commands: Vec<String> = lines.iter().map(|line| format!("{line}{with} --as-of {DAY}")).collect();
    if !with.is_empty() {
        commands.extend(["questionnaires q.yaml".to_owned(), "check q.yaml".to_owned()]);
    }
    let files = files.into_iter().map(|(file, text)| (file.to_owned(), text)).collect();
    Largest { name: name.to_owned(), files, commands }
}

fn of_answers(name: &str, files: Vec<(&str, String)>) -> Largest {
    of_one(name, files, "access.mfa", "all")
}

/// One comment as long as it may be, of one sign again and again.
fn comments(share: usize) -> Vec<Largest> {
    let units = [
        ("one word", "x"),
        ("combining marks", "\u{300}"),
        ("hidden letters", "\u{200b}"),
        ("joined emoji", "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}"),
        ("marks of direction", "\u{202e}"),
        ("words of a letter", " x"),
        ("line breaks", "\\n a"),
        ("bars", "|"),
        ("backticks", "` "),
        ("brackets", "["),
        ("tags", "<"),
        ("ampersands", "&"),
        ("wide letters", "日"),
        ("addresses", "http://a "),
    ];
    let room = ANSWERS / share - 300;
    let of = |(name, unit): (&str, &str)| {
        of_answers(
            &format!("a comment of {name}"),
            vec![("v.yaml", comment(&format!("a{}", unit.repeat(room / unit.len())), "X AB", 16))],
        )
    };
    let mut all: Vec<Largest> = units.into_iter().map(of).collect();
    let long = |seed: u64, vendor: &str, day: u32| comment(&words(room / 2, seed), vendor, day);
    let three = vec![
        ("v.yaml", long(1, "X AB", 16)),
        ("old.yaml", long(2, "X AB", 1)),
        ("other.yaml", long(3, "Quite Another AB", 1)),
    ];
    all.push(of_answers("other words in a comment", three));
    all
}

/// So many documents an answer may cite.
const MOST_CITED: usize = 100;

/// An answer that shows so many documents.
fn of_items(count: usize) -> String {
    let items = each(count, |at| format!("      - {{title: t{at}, issued: 2026-01-01}}\n"));
    answers(&format!("answers:\n  access.mfa:\n    answer: all\n    evidence:\n{items}"))
}

/// Documents and companies without number.
fn documents(share: usize) -> Vec<Largest> {
    let register = each(62_000 / share, |at| format!("  d{at}: {{title: t{at}}}\n"));
    let register = answers(&format!("evidence:\n{register}answers: {{access.mfa: all}}\n"));
    let chain = each(200, |at| {
        format!("  - {{name: \"{}{at}\", does: \"{}\"}}\n", "日".repeat(100), "y".repeat(20_000 / share))
    });
    vec![
        of_answers("62,000 documents, cited by none", vec![("v.yaml", register)]),
        cited(share),
        of_answers(
            "200 companies in the chain",
            vec![("v.yaml", answers(&format!("chain:\n{chain}answers: {{access.mfa: all}}\n")))],
        ),
    ]
}

/// As many citations as a file may have, of titles as long as they may be.
fn cited(share: usize) -> Largest {
    let mut cited = asked("20,000 citations of long titles", [1, 200 / share], "", |_| yes_no(""), YES_OR_NO);
    let register = each(MOST_CITED, |at| format!("  d{at:02}: {{title: \"{}{at:02}\"}}\n", "x".repeat(198)));
    let ids = each(MOST_CITED, |at| format!("d{at:02}, "));
    let (_, text) = cited.files.iter_mut().find(|(name, _)| name == "v.yaml").unwrap();
    *text = text
        .replace("answers:\n", &format!("evidence:\n{register}answers:\n"))
        .replace(": yes\n", &format!(": {{answer: yes, evidence: [{ids}]}}\n"));
    cited
}

/// Mistakes without number.
fn mistakes(share: usize) -> Vec<Largest> {
    let hidden = |start: &str, end: &str| {
        answers(&format!(
            "evidence:{start}{}",
            each(45_000 / share, |at| format!(
                "d{at}: {{title: \"t\u{202e}\", location: \"\u{202e}{}\"}}{end}",
                "w".repeat(20)
            ))
        ))
    };
    vec![
        of_answers(
            "120,000 answers to no question",
            vec![("v.yaml", answers(&format!("answers:\n{}", each(120_000 / share, |at| format!("  k{at}: yes\n")))))],
        ),
        of_answers(
            "120,000 unknown keys",
            vec![("v.yaml", answers(&each(120_000 / share, |at| format!("k{at}: yes\n"))))],
        ),
        of_answers(
            "one answer 120,000 times",
            vec![("v.yaml", answers(&format!("answers:\n{}", "  access.mfa: all\n".repeat(120_000 / share))))],
        ),
        of_answers("hidden letters in 45,000 documents", vec![("v.yaml", hidden("\n  ", "\n  "))]),
        of_answers("hidden letters in 45,000 documents on a line", vec![("v.yaml", hidden(" {", ", ") + "}\n")]),
    ]
}

/// Reviews of as many entries as there can be.
fn reviews(share: usize) -> Vec<Largest> {
    vec![
        of_answers(
            "45,000 papers received",
            vec![
                ("v.yaml", of_items(MOST_CITED)),
                (
                    "v.review.yaml",
                    review(&format!(
                        "received:\n{}",
                        each(45_000 / share, |at| format!("  - {{title: t{at}, issued: 2026-01-01}}\n"))
                    )),
                ),
            ],
        ),
        of_answers(
            "35,000 papers refused",
            vec![
                ("v.yaml", of_items(MOST_CITED)),
                (
                    "v.review.yaml",
                    review(&format!(
                        "refused:\n{}",
                        each(35_000 / share, |at| format!(
                            "  - {{title: t{at}, issued: 2026-01-01, because: It is none}}\n"
                        ))
                    )),
                ),
            ],
        ),
        of_answers(
            "60,000 papers seen",
            vec![
                ("v.yaml", comment("c", "X AB", 16)),
                (
                    "v.review.yaml",
                    review(&format!(
                        "answers:\n  access.mfa:\n    saw: all\n    verified:\n{}",
                        each(60_000 / share, |at| format!("      - {{title: t{at}}}\n"))
                    )),
                ),
            ],
        ),
        of_answers(
            "40,000 forms sent",
            vec![
                ("v.yaml", comment("c", "X AB", 16)),
                (
                    "v.review.yaml",
                    review(&format!("sent:\n{}", "  - {on: 2026-01-01, asked: [access.mfa]}\n".repeat(40_000 / share))),
                ),
            ],
        ),
    ]
}

/// A questionnaire of so many categories with so many questions each, and three vendors that answer them.
fn asked(
    name: &str,
    [categories, questions]: [usize; 2],
    definitions: &str,
    question: impl Fn(usize) -> String,
    given: [fn(usize) -> &'static str; 3],
) -> Largest {
    let mut text =
        format!("format: duly/questionnaire@1\nid: big\nversion: 1.0.0\ntitle: Big\n{definitions}categories:\n");
    for category in 0..categories {
        writeln!(text, "  - id: c{category}\n    title: C{category}\n    questions:").unwrap();
        for at in 0..questions {
            writeln!(text, "      - {{id: q{at}, importance: low, {}}}", question(category * questions + at)).unwrap();
        }
    }
    let answers = |of: fn(usize) -> &'static str, vendor: &str, day: u32| {
        let all = each(categories * questions, |at| format!("  c{}.q{}: {}\n", at / questions, at % questions, of(at)));
        format!("{}answers:\n{all}", head("big@1.0.0", vendor, day))
    };
    let files = vec![
        ("q.yaml", text),
        ("v.yaml", answers(given[0], "X AB", 16)),
        ("old.yaml", answers(given[1], "X AB", 1)),
        ("other.yaml", answers(given[2], "Quite Another AB", 1)),
    ];
    of_one(name, files, "c0.q0", given[0](0))
}

const YES_OR_NO: [fn(usize) -> &'static str; 3] =
    [|_| "yes", |at| if at % 2 == 0 { "yes" } else { "no" }, |at| if at % 3 == 0 { "yes" } else { "no" }];
const ONE_OR_BOTH: [fn(usize) -> &'static str; 3] = [
    |at| if at % 2 == 0 { "[a]" } else { "[a, b]" },
    |at| if at % 2 == 0 { "[a, b]" } else { "[b]" },
    |at| if at % 3 == 0 { "[a]" } else { "[b]" },
];

/// A question that is answered with yes or no, and the rest of its keys.
fn yes_no(rest: &str) -> String {
    format!("ask: \"Is it so?\", answer: yes-no{rest}")
}

/// Many questions, and many that are counted in parts that have nothing in common.
fn questions(share: usize) -> Vec<Largest> {
    let primes: Vec<usize> =
        (500..1000).chain(2..500).filter(|number| (2..*number).all(|other| number % other != 0)).collect();
    let full_at = |at: usize| {
        let prime = primes[at % primes.len()];
        format!(
            "ask: \"Q{at}?\", answer: {{choose_many: {{full_at: {prime}, options: [{{id: a, points: {}}}, {}]}}}}",
            prime - 1,
            "{id: b, points: 1}"
        )
    };
    vec![
        asked(
            "50,000 questions",
            [50, 1_000 / share],
            "",
            |at| format!("ask: \"Is it number {at}?\", answer: yes-no"),
            YES_OR_NO,
        ),
        asked(
            "20,000 questions of 79 words",
            [50, 400 / share],
            "",
            |at| format!("ask: \"{}\", answer: yes-no", each(79, |word| format!("w{} ", at * 79 + word))),
            YES_OR_NO,
        ),
        asked("200 categories", [200 / share, 60], "", |_| yes_no(""), YES_OR_NO),
        asked("200 categories that have no factor in common", [200 / share, 1], "", full_at, ONE_OR_BOTH),
        asked("200 categories of 60 such questions", [200 / share, 60], "", full_at, ONE_OR_BOTH),
        asked(
            "conditions in a chain",
            [10, 2_000 / share],
            "",
            |at| {
                yes_no(&if at % (2_000 / share) == 0 {
                    String::new()
                } else {
                    format!(", when: {{c{}.q{}: [\"yes\"]}}", at / (2_000 / share), at % (2_000 / share) - 1)
                })
            },
            YES_OR_NO,
        ),
    ]
}

/// What questions refer to.
fn definitions(share: usize) -> Vec<Largest> {
    let (few, many) = (4_000 / share, 20_000 / share);
    let ids = |before: &str, after: &str, count: usize| each(count, |at| format!("  {before}{at}{after}\n"));
    vec![
        asked(
            "20,000 kinds of evidence",
            [10, 2_000 / share],
            &format!("evidence:\n{}", each(many, |at| format!("  - {{id: k{at}, ask: K{at}}}\n"))),
            |at| yes_no(&format!(", evidence: [k{at}]")),
            YES_OR_NO,
        ),
        asked(
            "20,000 frameworks",
            [10, 2_000 / share],
            &format!("frameworks:\n{}", ids("f", ": {title: F}", many)),
            |at| yes_no(&format!(", refs: {{f{at}: [\"1\"]}}")),
            YES_OR_NO,
        ),
        asked(
            "20,000 scales",
            [10, 2_000 / share],
            &format!(
                "scales:\n{}",
                ids("s", ": [{id: \"yes\", label: Y, value: 100}, {id: \"no\", label: N, value: 0}]", many)
            ),
            |at| format!("ask: \"Is it so?\", answer: s{at}"),
            YES_OR_NO,
        ),
        asked(
            "4,000 factors of risk",
            [10, few / 10],
            &format!(
                "inherent_risk:\n{}",
                ids("- {id: f", ", ask: Which?, options: [{id: a, tier: low}, {id: b, tier: high}]}", few)
            ),
            |at| yes_no(&format!(", when: {{inherent_risk.f{at}: [a]}}")),
            YES_OR_NO,
        ),
    ]
}

/// Red flags, each waived.
fn waived(share: usize) -> Largest {
    let flags = each(10_000 / share / 10 * 10, |at| {
        format!("  - {{id: f{at}, title: F{at}, severity: high, when: {{c{}.q{}: [\"no\"]}}}}\n", at % 10, at / 10)
    });
    let mut waived = asked(
        "10,000 red flags, each waived",
        [10, 10_000 / share / 10],
        &format!("red_flags:\n{flags}"),
        |_| yes_no(""),
        YES_OR_NO,
    );
    let waivers = each(10_000 / share / 10 * 10, |at| {
        format!("  - {{flag: f{at}, because: It is known, by: The Board, until: 2026-12-31}}\n")
    });
    waived.files.push(("v.review.yaml".to_owned(), review(&format!("waivers:\n{waivers}"))));
    waived
}

/// Answers to questions that are none.
fn unknown(share: usize) -> Largest {
    let mut unknown = asked("100 ids that none of 50,000 has", [50, 1_000 / share], "", |_| yes_no(""), YES_OR_NO);
    let (_, text) = unknown.files.iter_mut().find(|(name, _)| name == "q.yaml").unwrap();
    *text = text.replace("{id: q", &format!("{{id: {}", "a".repeat(50)));
    unknown.files.iter_mut().find(|(name, _)| name == "v.yaml").unwrap().1 = format!(
        "{}answers:\n{}",
        head("big@1.0.0", "X AB", 16),
        each(100, |at| format!("  c{}.{}x{at:06}: yes\n", at % 50, "a".repeat(50)))
    );
    unknown
}

/// Questionnaires without bounds but those of their size.
fn questionnaires(share: usize) -> Vec<Largest> {
    [questions(share), definitions(share), vec![waived(share), unknown(share)]].concat()
}

/// Twenty vendors with long names and long comments.
fn vendors(share: usize) -> Vec<Largest> {
    let of = |(name, sign): (&str, &str)| {
        let file = |at: usize| {
            (
                format!("v{at:02}.yaml"),
                comment(&words(ANSWERS / share / 2 - 500, at as u64), &format!("A{}{at:02}", sign.repeat(117)), 16),
            )
        };
        let files: Vec<(String, String)> = (0..20).map(file).collect();
        let all = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ");
        let lines = [
            format!("assess {all}"),
            "assess .".to_owned(),
            format!("diff {all}"),
            format!("diff --all {all}"),
            format!("diff -f json {all}"),
            "export . --summary -f csv".to_owned(),
        ];
        Largest {
            name: format!("20 vendors, named in {name}"),
            files,
            commands: lines.map(|line| format!("{line} --as-of {DAY}")).to_vec(),
        }
    };
    [("wide letters", "日"), ("combining marks", "\u{300}"), ("hidden letters", "\u{200b}")]
        .into_iter()
        .map(of)
        .collect()
}

/// Documents, companies, keys and mistakes without number.
fn lists(share: usize) -> Vec<Largest> {
    [documents(share), mistakes(share), reviews(share)].concat()
}

/// Every shape, of a `share`-th of the largest size.
fn all(share: usize) -> Vec<Largest> {
    [comments(share), lists(share), questionnaires(share), vendors(share)].into_iter().flatten().collect()
}

fn lay_out(case: &Largest, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    case.files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
}

/// The files are within the limits, and some near them.
fn assert_legal(cases: &[Largest]) {
    let mut largest = [0, 0];
    for case in cases {
        for (name, text) in &case.files {
            let (kind, most) = if name == "q.yaml" { (1, QUESTIONNAIRE) } else { (0, ANSWERS) };
            assert!(text.len() <= most, "{}: {name} has {} bytes", case.name, text.len());
            largest[kind] = text.len().max(largest[kind]);
        }
    }
    assert!(largest[0] > ANSWERS - 1000 && largest[1] > QUESTIONNAIRE / 2, "{largest:?}");
}

#[test]
fn documents_and_reviews_of_the_largest_files_are_judged() {
    for case in [documents(40), reviews(40)].concat() {
        let folder = Folder::new();
        lay_out(&case, folder.path());
        let line = case.commands.iter().find(|line| line.starts_with("assess v.yaml ")).unwrap();
        let ran = duly(&folder, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 0, "{}: {}", case.name, ran.err);
    }
}

/// For `benches/hostile.py`, which measures: every shape in a folder of its own, with the lines that run it.
#[test]
#[ignore = "lays out what benches/hostile.py measures"]
fn lay_out_the_largest() {
    let root = PathBuf::from(std::env::var_os("HOSTILE_FOLDER").unwrap());
    let (all, mut list) = (all(1), String::new());
    assert_legal(&all);
    for (at, case) in all.iter().enumerate() {
        let folder = root.join(at.to_string());
        lay_out(case, &folder);
        for command in &case.commands {
            writeln!(list, "{}\t{}\t{command}", case.name, folder.display()).unwrap();
        }
    }
    fs::write(root.join("commands.tsv"), list).unwrap();
}

#[cfg(target_os = "linux")]
mod growth {
    use std::process::Stdio;

    use super::*;
    use crate::support::command;

    /// Nanoseconds of a processor that a command took, and its exit code. Its parent asks before it is buried.
    fn processor_time(folder: &Folder, line: &str) -> (u64, i32) {
        let mut command = command(folder, &line.split(' ').collect::<Vec<_>>());
        command.env("RAYON_NUM_THREADS", "1");
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let about = |file: &str| fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap();
        while !about("stat").rsplit(") ").next().unwrap().starts_with('Z') {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        let took = about("schedstat").split(' ').next().unwrap().parse().unwrap();
        (took, child.wait().unwrap().code().unwrap())
    }

    /// Of four times as much a command may take so many times as much: what costs the square takes sixteen times.
    const MOST: u64 = 10;

    /// What starting takes counts for nothing, and what is little is not measured well.
    const LITTLE: u64 = 30_000_000;

    fn grows_with_its_size(of: fn(usize) -> Vec<Largest>, [small, large]: [usize; 2]) {
        let mut slow = String::new();
        for (small, large) in of(small).iter().zip(of(large)) {
            let folders = [Folder::new(), Folder::new()];
            lay_out(small, folders[0].path());
            lay_out(&large, folders[1].path());
            for line in &large.commands {
                let [(few, a), (many, b)] = [&folders[0], &folders[1]].map(|folder| processor_time(folder, line));
                assert!(a == b && (0..=2).contains(&a), "{}: {line}: {a} {b}", large.name);
                if many > MOST * few.max(LITTLE) {
                    writeln!(slow, "{}: {line}: {} and {} ms", large.name, few / 1_000_000, many / 1_000_000).unwrap();
                }
            }
        }
        assert!(slow.is_empty(), "of four times as much:\n{slow}");
    }

    #[test]
    fn what_a_long_comment_takes_grows_with_its_length() {
        grows_with_its_size(comments, [320, 80]);
    }

    #[test]
    fn what_a_long_list_takes_grows_with_its_length() {
        grows_with_its_size(lists, [160, 40]);
    }

    #[test]
    fn what_a_large_questionnaire_takes_grows_with_its_size() {
        grows_with_its_size(questionnaires, [200, 50]);
    }

    #[test]
    fn what_many_vendors_take_grows_with_their_files() {
        grows_with_its_size(vendors, [320, 80]);
    }
}
