//! Many vendors at once: a table of them on the screen, a row each in a spreadsheet, and what happens to files that
//! cannot be judged.

use crate::support::{DAY, Folder, Ran, command, duly_on_day, example, example_papers, names_in, run};

/// `duly` in a folder, as of a fixed day, with something of its own in its environment.
fn with(folder: &Folder, name: &str, value: &str, args: &[&str]) -> Ran {
    let mut command = command(folder, &[args, &["--as-of", DAY]].concat());
    command.env(name, value);
    run(command)
}

/// A desk with a folder of vendors: one of each risk, with reviews, a questionnaire and other things beside them.
fn desk() -> Folder {
    let desk = Folder::new();
    for name in ["nordkontakt.yaml", "nordkontakt.review.yaml", "halvklar.yaml", "allyes.yaml", "allyes.review.yaml"] {
        desk.write(format!("vendors/{name}"), example(name));
    }
    example_papers().iter().for_each(|(name, text)| desk.write(format!("vendors/{name}"), text));
    desk.write("vendors/billigsvar.yml", example("billigsvar.yaml"));
    desk.write("vendors/questionnaire.yaml", example("small/questionnaire.yaml"));
    desk.write("vendors/compose.yaml", "services: {web: {image: x}}\n");
    desk.write("vendors/notes.txt", "vendor: phoned them\n");
    desk
}

const BROKEN: &str = "format: duly/answers@1\nvendor: {name: Trasig AB}\nquestionnaire: customer-service@9.9.9\n";

/// The place of each word in a text, which must be there.
fn places(text: &str, words: &[&str]) -> Vec<usize> {
    words.iter().map(|word| text.find(word).ok_or_else(|| format!("{word} is not in\n{text}")).unwrap()).collect()
}

// ---------------------------------------------------------------- which files

#[test]
fn of_a_folder_the_answers_in_it_are_judged() {
    let desk = desk();
    let ran = duly_on_day(&desk, &["assess", "vendors", "-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("\n4 judged: CRITICAL 1, HIGH 2, not yet rated 1\n"), "{}", ran.out);
    let named = ["vendors/nordkontakt.yaml", "vendors/halvklar.yaml", "vendors/allyes.yaml", "vendors/billigsvar.yml"];
    let one_by_one = duly_on_day(&desk, &[&["assess", "-q"], &named[..]].concat());
    assert_eq!(ran.out, one_by_one.out, "what differs counts, not in which order files are named");
}

#[test]
fn a_folder_without_answers_is_an_error() {
    let desk = desk();
    desk.make("empty");
    for command in [&["assess", "empty"][..], &["export", "empty", "-f", "json"], &["assess", "vendors", "empty"]] {
        let ran = duly_on_day(&desk, command);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?}");
        assert!(ran.err.starts_with("error: there are no answers in the folder empty"), "{}", ran.err);
    }
}

#[test]
fn a_file_named_twice_is_judged_once() {
    let desk = desk();
    let ran = duly_on_day(&desk, &["assess", "vendors/allyes.yaml", "vendors/allyes.yaml", "-q"]);
    assert!(ran.out.contains("\n1 judged: HIGH 1\n"), "{}", ran.out);
}

#[test]
fn answers_in_a_folder_that_are_broken_are_not_passed_over() {
    let desk = desk();
    desk.write("vendors/a-broken.yaml", "vendor: {name: [x\nformat: duly/answers@1\n");
    desk.write("vendors/b-newer.yaml", "format: duly/answers@7\n");
    desk.write("vendors/c-other.yaml", "services: {web: [x\n");
    let ran = duly_on_day(&desk, &["assess", "vendors", "-q"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("\ncould not be judged: 2\n"), "{}", ran.out);
    let at = places(&ran.err, &["vendors/a-broken.yaml:", "vendors/b-newer.yaml:"]);
    assert!(at.is_sorted() && !ran.err.contains("c-other"), "{}", ran.err);
}

// ---------------------------------------------------------------- the table

#[test]
fn the_worst_risk_stands_first_and_within_a_risk_the_fewest_points() {
    let desk = desk();
    let ran = duly_on_day(&desk, &["assess", "vendors", "-q"]);
    let at = places(&ran.out, &["Billigsvar", "Halvklar", "Jajam", "NordKontakt"]);
    assert!(at.is_sorted(), "{}", ran.out);
    let last = ran.out.lines().last().unwrap();
    assert_eq!(last, format!("one in full: duly assess vendors/billigsvar.yml --as-of {DAY}"));
}

#[test]
fn a_table_fits_its_columns() {
    let desk = desk();
    for lang in ["en", "sv"] {
        let ran = duly_on_day(&desk, &["assess", "vendors", "-q", "--lang", lang]);
        let table: Vec<&str> = ran.out.lines().filter(|line| !line.contains("duly assess")).collect();
        let widest = table.iter().map(|line| line.chars().count()).max().unwrap();
        assert!(table.len() > 5 && widest <= 80, "{widest}\n{}", ran.out);
    }
}

#[test]
fn a_narrow_terminal_gets_fewer_columns_not_longer_lines() {
    let desk = desk();
    for columns in [40, 50, 60, 70] {
        let out = with(&desk, "COLUMNS", &columns.to_string(), &["assess", "vendors", "-q"]).out;
        let lines = out.lines().skip_while(|line| !line.starts_with("Vendors"));
        let table: Vec<&str> = lines.skip_while(|line| !line.starts_with("Risk")).take(5).collect();
        assert!(table[0].starts_with("Risk") && table[0].contains("File"), "{out}");
        assert!(table.iter().all(|line| line.chars().count() <= columns), "{columns}\n{out}");
    }
}

#[test]
fn names_of_vendors_and_files_are_cleaned() {
    let desk = desk();
    let answers = example("halvklar.yaml").replace("Halvklar Support AB", "\"\\e[31mRed\\u202eAB\"");
    desk.write("a\u{202e}b.yaml", answers);
    for command in [
        &["assess", "a\u{202e}b.yaml", "vendors"][..],
        &["export", "--summary", "-f", "csv", "a\u{202e}b.yaml", "vendors"],
    ] {
        let ran = duly_on_day(&desk, command);
        assert!(ran.out.contains("\\u{1b}[31mRe") && ran.out.contains("\\u{202e}"), "{}", ran.out);
        assert!(!ran.out.contains(['\u{1b}', '\u{202e}']) && !ran.err.contains(['\u{1b}', '\u{202e}']), "{}", ran.err);
    }
}

// ---------------------------------------------------------------- how it ends

#[test]
fn one_bad_file_is_reported_and_the_rest_is_done() {
    let desk = desk();
    desk.write("vendors/broken.yaml", BROKEN);
    let ran = duly_on_day(&desk, &["assess", "vendors", "gone.yaml", "-q"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.out.contains("4 judged") && ran.out.contains("could not be judged: 2"), "{}", ran.out);
    assert!(places(&ran.err, &["vendors/broken.yaml", "gone.yaml"]).is_sorted(), "{}", ran.err);
    let alone = duly_on_day(&desk, &["assess", "vendors/broken.yaml", "gone.yaml", "-q"]);
    assert_eq!((alone.code, alone.out.as_str()), (2, ""));
}

#[test]
fn what_falls_short_ends_with_1_and_what_cannot_be_judged_with_2() {
    let desk = desk();
    desk.write("ours.toml", "format = \"duly/policy@1\"\nreviews = \"vendors\"\n");
    let args = ["assess", "vendors", "-q", "--fail-on", "critical", "--policy", "ours.toml"];
    let short = duly_on_day(&desk, &args);
    assert_eq!(short.code, 1);
    let lines: Vec<&str> = short.err.lines().collect();
    assert!(lines.len() == 2 && lines[0].starts_with("vendors/billigsvar.yml falls short"), "{}", short.err);
    desk.write("vendors/broken.yaml", BROKEN);
    assert_eq!(duly_on_day(&desk, &args).code, 2);
}

#[test]
fn everything_is_the_same_however_many_threads_there_are() {
    let desk = desk();
    for number in 0..600 {
        let name = format!("vendors/v{number:03}.yaml");
        let text = match number % 97 {
            13 => BROKEN.to_owned(),
            _ => example("halvklar.yaml").replace("Halvklar", &format!("Halvklar {number}")),
        };
        desk.write(name, text);
    }
    let exported = ["csv", "json"].map(|format| ["export", "vendors", "--summary", "-f", format, "-q"]);
    for (command, last) in [
        (&["assess", "vendors", "-q"][..], "\n597 judged"),
        (&["assess", "vendors", "-q", "--all"], "v599"),
        (&exported[0], "v599"),
        (&exported[1], "\"judged\": 597"),
    ] {
        let [one, three] = ["1", "3"].map(|threads| with(&desk, "RAYON_NUM_THREADS", threads, command));
        assert_eq!((one.code, &one.out, &one.err), (three.code, &three.out, &three.err));
        assert!(one.code == 2 && one.out.contains(last), "{command:?} {}", one.err);
    }
}

// ---------------------------------------------------------------- what does not fit together

#[test]
fn each_file_has_its_own_review() {
    let desk = desk();
    let reviews = ["--review", "vendors/allyes.review.yaml", "--review", "vendors/nordkontakt.review.yaml"];
    let files = ["assess", "-q", "vendors/allyes.yaml", "vendors/nordkontakt.yaml"];
    let ran = duly_on_day(&desk, &[&files[..], &reviews].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);

    assert_eq!(ran.out.lines().last().unwrap().matches("--review vendors/allyes.review.yaml").count(), 1);
    let swapped = duly_on_day(&desk, &[&files[..], &[reviews[0], reviews[3], reviews[2], reviews[1]]].concat());
    assert_ne!(swapped.out, ran.out);
    let refused = duly_on_day(&desk, &[&files[..], &reviews[..2]].concat());
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--review stands 1 times for 2 files"), "{}", refused.err);
}

#[test]
fn a_file_named_twice_does_not_shift_the_reviews() {
    let desk = desk();
    let review = ["--review", "vendors/allyes.review.yaml"];
    let files = ["assess", "-q", "vendors/allyes.yaml", "vendors/allyes.yaml", "vendors/nordkontakt.yaml"];
    let last = ["--review", "vendors/nordkontakt.review.yaml"];
    let ran = duly_on_day(&desk, &[&files[..], &review, &review, &last].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("3 judged"), "{}", ran.out);
}

#[test]
fn what_means_nothing_for_many_is_refused() {
    let desk = desk();
    let cases = [
        (&["assess", "vendors", "--review", "vendors/allyes.review.yaml"][..], "--review names the review of a file"),
        (&["assess", "-", "vendors"], "`-` is read alone"),
        (&["assess", "vendors", "--policy", "-"], "`-` is read alone"),
        (&["export", "vendors", "--summary", "-f", "oscal"], "--summary is an overview or a table"),
        (&["export", "vendors", "-f", "html"], "several documents need a folder: name one with -o"),
        (&["export", "vendors", "-f", "html", "-o", "-"], "several documents need a folder: name one with -o"),
        (&["export", "vendors", "-o", "all.html"], "several documents need a folder: name one with -o"),
        (&["export", "vendors", "-o", "no/reports"], "the folder no does not exist; make it first"),
    ];
    for (command, says) in cases {
        let ran = duly_on_day(&desk, command);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?}");
        assert!(ran.err.contains(says), "{command:?}: {}", ran.err);
    }
}

// ---------------------------------------------------------------- export

#[test]
fn a_folder_for_documents_is_made_if_it_is_not_there() {
    let desk = desk();
    desk.write("taken", "a file");
    for (options, folder) in [
        (&["-o", "reports"][..], "reports"),
        (&["-o", "boards/", "--for", "board", "-f", "html"], "boards"),
        (&["-o", "letters", "--for", "vendor", "-f", "docx"], "letters"),
    ] {
        duly_on_day(&desk, &[&["export", "vendors", "-q"], options].concat());
        let ending = if options.contains(&"-f") { options[options.len() - 1] } else { "md" };
        let made = desk.names_in(folder);
        assert!(made.len() == 4 && made.iter().all(|name| name.ends_with(ending)), "{folder}: {made:?}");
    }
    let ran = duly_on_day(&desk, &["export", "vendors", "-q", "-o", "taken"]);
    assert!(ran.code == 2 && ran.err.contains("several documents need a folder"), "{}", ran.err);
    assert_eq!(desk.read("taken"), "a file");
}

#[test]
fn a_summary_has_a_row_for_each_vendor_and_the_figures_of_its_report() {
    let desk = desk();
    let ran = duly_on_day(&desk, &["export", "vendors", "--summary", "-o", "all.csv", "-q"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let text = desk.read("all.csv");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 5, "{text}");
    assert!(rows.iter().all(|row| row.len() == 22), "{text}");
    assert!(rows[0].iter().all(|name| !name.starts_with(char::is_lowercase)), "{text}");
    let nordkontakt = rows.iter().find(|row| row[0] == "NordKontakt AB").unwrap();
    let risks = ["Risk at worst", "Risk if every claim is verified", "Risk if the open questions are answered well"];
    assert_eq!(rows[0][2..5], risks);
    let figures = ["high", "high", "medium", "yes", "no", "67.9", "83.4", "86.1", "97.3", "1", "2", "1", "4"];
    assert_eq!(nordkontakt[1], "vendors/nordkontakt.yaml");
    assert_eq!(nordkontakt[2..15], figures);
    assert_eq!(nordkontakt[15..], ["approved on conditions", "2027-05-15", DAY, "", "no", "no", "yes"]);
    let one = duly_on_day(&desk, &["export", "vendors/nordkontakt.yaml", "--summary", "-f", "csv", "-q"]);
    assert_eq!(one.out.lines().nth(1).unwrap(), nordkontakt.join(","));
}

#[test]
fn a_folder_can_be_exported() {
    let desk = desk();
    let ran = duly_on_day(&desk, &["export", "vendors", "-f", "json", "-q"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 4), "{}", ran.err);
    desk.make("reports");
    assert_eq!(duly_on_day(&desk, &["export", "vendors", "-f", "html", "-o", "reports", "-q"]).code, 0);
    assert_eq!(names_in(&desk.at("reports")).len(), 4);
}

#[cfg(unix)]
#[test]
fn what_is_broken_off_leaves_nothing_behind() {
    let desk = desk();
    for number in 0..400 {
        desk.write(format!("vendors/v{number:03}.yaml"), example("halvklar.yaml"));
    }
    let mut command = command(&desk, &["export", "vendors", "-o", "all.jsonl", "-q", "--as-of", DAY]);
    for wait in [50, 150, 250] {
        let mut child = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let left: Vec<String> =
            desk.names().into_iter().filter(|name| name != "vendors" && name != "all.jsonl").collect();
        assert!(left.is_empty(), "after {wait} ms: {left:?}");
    }
}
