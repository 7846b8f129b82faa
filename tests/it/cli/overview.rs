//! The overview of many vendors as people use it: its sums against those of each vendor's own result, what changed
//! since last year, and what hostile files make of it.

use std::collections::{BTreeMap, BTreeSet};

use duly::{Date, Disk, Judgement, Request, Shelf, load};
use serde_json::Value;

use crate::support::company::Company;
use crate::support::{DAY, Folder, Ran, duly, duly_on_day, example};

const COMPANY: Company = Company { seed: 11, vendors: 60 };

fn company() -> Folder {
    let folder = Folder::new();
    COMPANY.lay_out(folder.path());
    folder
}

/// The results of every file of a folder, a line of JSON each.
fn results(folder: &Folder, files: &str, as_of: &str) -> Vec<Value> {
    let args = ["export", files, "-f", "json", "-q", "--policy", "policy.toml", "--as-of", as_of];
    let lines = duly(folder, &args).out;
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// By the registrations of vendors, which stay from year to year.
fn by_registration(results: Vec<Value>) -> BTreeMap<String, Value> {
    results.into_iter().map(|one| (text(&one["registration"]), one)).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// A shown number in tenths.
fn tenths(shown: &Value) -> i64 {
    let shown = text(shown);
    let (whole, tenth) = shown.split_once('.').unwrap();
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    whole.parse::<i64>().unwrap() * 10 + sign * tenth.parse::<i64>().unwrap()
}

/// What is told of the risk: whether it is rated, the table of all vendors says.
fn risk(result: &Value, rated: &BTreeSet<String>) -> String {
    match &result["rating"] {
        Value::Null => "nothing_to_rate".to_owned(),
        _ if !rated.contains(result["file"].as_str().unwrap()) => "not_yet_rated".to_owned(),
        rating => text(&rating["headline"]),
    }
}

/// The files whose vendors are rated.
fn rated(folder: &Folder, files: &str, as_of: &str) -> BTreeSet<String> {
    let options = ["--summary", "-f", "csv", "-q", "--policy", "policy.toml", "--as-of", as_of];
    let table = duly(folder, &[&["export", files], &options[..]].concat()).out;
    let rows = table.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[5] == "yes").map(|row| row[1].to_owned()).collect()
}

fn overview(folder: &Folder, args: &[&str]) -> Value {
    let ran = duly_on_day(folder, &[&["export", "--summary", "-f", "json", "-q"], args].concat());
    assert!(ran.code < 2, "{}", ran.err);
    ran.json()
}

fn of_company(folder: &Folder) -> Value {
    overview(folder, &["now", "--before", "then", "--policy", "policy.toml"])
}

const RISKS: [&str; 6] = ["low", "medium", "high", "critical", "not_yet_rated", "nothing_to_rate"];

/// The counts of a document by risk, which it sums up itself.
fn counts(of: &Value) -> BTreeMap<String, usize> {
    let counts: BTreeMap<String, usize> = RISKS.iter().map(|risk| ((*risk).to_owned(), count(&of[*risk]))).collect();
    assert_eq!(count(&of["all"]), counts.values().sum::<usize>(), "{of}");
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn tally<K: Ord>(all: impl IntoIterator<Item = K>) -> BTreeMap<K, usize> {
    let mut tally = BTreeMap::new();
    all.into_iter().for_each(|one| *tally.entry(one).or_default() += 1);
    tally
}

// ---------------------------------------------------------------- one year

#[test]
fn the_heat_map_is_the_sum_of_what_each_vendors_result_says() {
    let folder = company();
    let (found, now, rated) = (of_company(&folder), results(&folder, "now", DAY), rated(&folder, "now", DAY));
    assert_eq!((count(&found["judged"]), now.len()), (60, 60));
    let stake = |result: &Value| match &result["inherent_risk"] {
        risk if risk["missing"].as_array().unwrap().len() == risk["factors"].as_array().unwrap().len() => Value::Null,
        risk => risk["highest"].clone(),
    };
    let mut sum = 0;
    for row in found["risks"].as_array().unwrap() {
        let of_stake = now.iter().filter(|result| stake(result) == row["stake"]);
        assert_eq!(counts(&row["vendors"]), tally(of_stake.map(|result| risk(result, &rated))), "{row}");
        sum += count(&row["vendors"]["all"]);
    }
    assert_eq!(sum, 60, "the whole is the vendors judged");
    let by_risk = counts(&found["by_risk"]);
    assert_eq!(by_risk, tally(now.iter().map(|result| risk(result, &rated))));
    assert!(by_risk.len() > 3, "they are not all alike: {by_risk:?}");
}

#[test]
fn what_is_worse_later_is_what_judging_later_says() {
    let folder = company();
    let by = "2027-11-23";
    let found = of_company(&folder);
    assert_eq!(
        (found["worse_later"]["by"]["first"].as_str(), found["worse_later"]["by"]["last"].as_str()),
        (Some(by), Some(by))
    );
    let [now, later] = [DAY, by].map(|day| (results(&folder, "now", day), rated(&folder, "now", day)));
    let place = |level: &str| RISKS.iter().position(|risk| *risk == level).unwrap();
    let mut worse: Vec<(String, String, String)> = Vec::new();
    for (one, then) in now.0.iter().zip(&later.0) {
        assert_eq!(one["file"], then["file"]);
        let (from, to) = (risk(one, &now.1), risk(then, &later.1));
        if place(&from) < 4 && place(&to) < 4 && place(&to) > place(&from) {
            worse.push((text(&one["file"]), from, to));
        }
    }
    worse.sort_by_key(|(_, from, to)| (std::cmp::Reverse(place(to)), place(from)));
    let vendors = &found["worse_later"]["vendors"];
    let told = vendors["first"].as_array().unwrap().iter();
    let told: Vec<_> = told.map(|one| (text(&one["file"]), text(&one["from"]), text(&one["to"]))).collect();
    assert_eq!(count(&vendors["all"]), worse.len());
    assert_eq!(told, worse[..worse.len().min(10)]);
    assert!(worse.len() > 3, "{worse:?}");
}

#[test]
fn flags_companies_and_decisions_are_counted_as_the_results_tell_them() {
    let folder = company();
    let (found, now) = (of_company(&folder), results(&folder, "now", DAY));
    let flags = found["flags"]["first"].as_array().unwrap();
    for flag in flags {
        let in_state = |state: &str| {
            let has = |result: &&Value| {
                let flags = result["flags"].as_array().unwrap();
                flags.iter().any(|one| one["id"] == flag["id"] && one["state"] == state)
            };
            now.iter().filter(has).count()
        };
        assert_eq!(count(&flag["raised"]), in_state("triggered"), "{flag}");
        assert_eq!(count(&flag["open"]), in_state("open"), "{flag}");
    }
    assert!(flags.windows(2).all(|two| count(&two[0]["raised"]) >= count(&two[1]["raised"])));
    let chain = |result: &Value| -> BTreeSet<String> {
        result["chain"].as_array().unwrap().iter().map(|company| text(&company["name"])).collect()
    };
    let mut companies = tally(now.iter().flat_map(chain));
    companies.retain(|_, vendors| *vendors > 1);
    assert_eq!(count(&found["companies"]["all"]), companies.len());
    for company in found["companies"]["first"].as_array().unwrap() {
        assert_eq!(count(&company["vendors"]), companies[company["name"].as_str().unwrap()], "{company}");
        let by_stake: usize = company["by_stake"].as_object().unwrap().values().map(count).sum();
        assert_eq!(count(&company["vendors"]), by_stake, "{company}");
    }
    let undecided = &found["undecided"];
    assert_eq!(count(&undecided["no_decision"]["all"]), now.iter().filter(|one| one["decision"].is_null()).count());
    let standing = |is: &[&str]| {
        let standing = now.iter().filter_map(|one| one["decision"]["standing"].as_str());
        standing.filter(|one| is.contains(one)).count()
    };
    let on_others = standing(&["on_others", "older"]);
    assert_eq!(count(&undecided["not_on_these_answers"]["all"]), on_others);
    assert_eq!(count(&undecided["on_unnamed_answers"]["all"]), standing(&["unbound"]));
    for (list, risk) in [("not_rated", "not_yet_rated"), ("nothing_to_rate", "nothing_to_rate")] {
        assert_eq!(undecided[list]["all"], found["by_risk"][risk], "{list}");
    }
    let rejected = now.iter().filter(|one| one["decision"]["outcome"] == "rejected").count();
    assert_eq!(count(&undecided["rejected"]["all"]), rejected);
    assert!(on_others > 0 && rejected > 0);
}

/// What each vendor's report shows at each question, judged one by one: the tenths that are not assured.
fn missing(folder: &Folder, now: &[Value]) -> BTreeMap<String, (u64, usize)> {
    let world = Disk::new(folder.path(), Date::parse(DAY).unwrap());
    let mut missing: BTreeMap<String, (u64, usize)> = BTreeMap::new();
    for result in now {
        let mut request = Request::new(result["file"].as_str().unwrap());
        request.policy = Some("policy.toml".into());
        let case = load(&request, &world, &Shelf::default()).value.unwrap();
        let judgement = Judgement::of(&case).unwrap();
        for (at, question) in judgement.assessment().subject.questionnaire.questions.with_ids() {
            let tenths = judgement.assessment().tenths(at);
            let lost = tenths.evidence_gap + tenths.control_gap + tenths.unknown;
            let (sum, vendors) = missing.entry(question.id.to_string()).or_default();
            *sum += lost;
            *vendors += usize::from(lost > 0);
        }
    }
    missing
}

#[test]
fn what_vendors_lack_is_what_their_results_do_not_count() {
    let folder = company();
    let (found, now) = (of_company(&folder), results(&folder, "now", DAY));
    let mut missing: Vec<(String, (u64, usize))> = missing(&folder, &now).into_iter().collect();
    missing.sort_by_key(|(_, lost)| std::cmp::Reverse(*lost));
    let lacks = found["lacks"]["first"].as_array().unwrap();
    let told = lacks.iter().map(|lack| (u64::try_from(tenths(&lack["points"])).unwrap(), count(&lack["vendors"])));
    assert_eq!(told.collect::<Vec<_>>(), missing[..10].iter().map(|(_, lost)| *lost).collect::<Vec<_>>());
    let of = |lack: &Value| missing.iter().find(|(id, _)| lack["question"] == **id).unwrap().1;
    assert!(lacks.iter().all(|lack| u64::try_from(tenths(&lack["points"])).unwrap() == of(lack).0), "{lacks:?}");
    assert_eq!(count(&found["lacks"]["all"]), missing.iter().filter(|(_, (lost, _))| *lost > 0).count());
}

#[test]
fn what_falls_due_is_what_the_list_of_it_says() {
    let folder = company();
    let due = of_company(&folder)["due"].clone();
    let list = duly_on_day(&folder, &["due", "now", "-f", "json", "-q", "--policy", "policy.toml", "--within", "90d"]);
    let list: Value = list.json();
    let items = list["dues"].as_array().unwrap();
    for (state, of) in [("overdue", "overdue"), ("due", "soon")] {
        let dated = |item: &&Value| item["state"] == state && !item["by"].is_null();
        for (kind, key) in
            [("review", "reviews"), ("condition", "conditions"), ("waiver", "waivers"), ("answers", "answers")]
        {
            let listed = items.iter().filter(dated).filter(|item| item["kind"] == kind).count();
            assert_eq!(count(&due[of][key]), listed, "{of} {key}");
        }
        let computed = items.iter().filter(dated).filter(|item| item["computed"] == true).count();
        assert_eq!(count(&due[of]["reviews_computed"]), computed, "{of}");
    }
    assert!(count(&due["overdue"]["reviews"]) > 0 && count(&due["overdue"]["answers"]) > 0, "{due}");
}

#[test]
fn it_is_written_in_every_format_for_people_and_refused_where_it_makes_no_sense() {
    let folder = company();
    let options = ["--before", "then", "--policy", "policy.toml", "-q", "--fail-on", "critical"];
    let export = |more: &[&str]| duly_on_day(&folder, &[&["export", "now", "--summary"], &options[..], more].concat());
    let worst = text(&of_company(&folder)["before"]["worse"]["first"][0]["vendor"]);
    for (file, more) in [("a.html", &[][..]), ("a.md", &[]), ("board.html", &["--for", "board"]), ("a.docx", &[])] {
        let ran = export(&[&["-o", file], more].concat());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "a gate holds as ever: {}", ran.err);
        if !file.ends_with(".docx") {
            let document = folder.read(file);
            assert!(document.contains("60 vendors") && document.contains(&worst), "{file}: {document}");
        }
    }
    assert!(export(&[]).out.starts_with("# "), "Markdown, as every export");
    let without = ["export", "now", "--summary", "-f"];
    for (more, says) in [(&["oscal"][..], "--summary is an overview"), (&["html", "--for", "vendor"], "--for board")] {
        let ran = duly_on_day(&folder, &[&without, more].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}

#[test]
fn of_few_vendors_the_table_alone_is_shown_unless_they_are_held_against_last_years() {
    let desk = two_years();
    let assess = |more: &[&str]| {
        duly_on_day(&desk, &[&["assess", "now", "--questionnaire", "small.yaml", "-q"], more].concat()).out
    };
    assert!(assess(&[]).starts_with("Vendors, the worst risk first"), "{}", assess(&[]));
    let held = assess(&["--before", "then"]);
    assert!(held.starts_with("3 vendors") && held.contains("\n3 judged: "), "{held}");
}

// ---------------------------------------------------------------- since last year

#[test]
fn movers_are_what_the_results_of_both_years_say_and_their_causes_add_up() {
    let folder = company();
    let before = &of_company(&folder)["before"];
    let [then, today] = ["answered", DAY].map(|day| by_registration(results(&folder, "then", day)));
    let now = by_registration(results(&folder, "now", DAY));
    let (rated_then, rated_now) = (rated(&folder, "then", "answered"), rated(&folder, "now", DAY));
    let both: Vec<&String> = now.keys().filter(|vendor| then.contains_key(*vendor)).collect();
    let of = |all: Vec<&Value>, rated: &BTreeSet<String>| tally(all.into_iter().map(|one| risk(one, rated)));
    assert_eq!(counts(&before["then"]), of(both.iter().map(|at| &then[*at]).collect(), &rated_then));
    assert_eq!(counts(&before["now"]), of(both.iter().map(|at| &now[*at]).collect(), &rated_now));
    let new = now.iter().filter(|(vendor, _)| !then.contains_key(*vendor)).map(|(_, one)| one);
    assert_eq!(counts(&before["new"]), of(new.collect(), &rated_now));
    let gone = then.iter().filter(|(vendor, _)| !now.contains_key(*vendor)).map(|(_, one)| one);
    assert_eq!(counts(&before["gone"]), of(gone.collect(), &rated_then));
    let score = |one: &Value| tenths(&one["overall"]["display"]["assured"]);
    let mut moved: Vec<i64> = both.iter().map(|at| score(&now[*at]) - score(&then[*at])).collect();
    moved.sort_unstable();
    let signs = tally(moved.iter().map(|by| by.signum()));
    let by_score = ["worse", "same", "better", "unknown"].map(|way| count(&before["by_score"][way]));
    let [worse, same, better] = [-1, 0, 1].map(|sign| signs.get(&sign).copied().unwrap_or_default());
    assert_eq!(by_score, [worse, same, better, 0]);
    let movers = |way: &str| before[way]["first"].as_array().unwrap().clone();
    let whole = |movers: &[Value]| movers.iter().map(|one| tenths(&one["whole"])).collect::<Vec<_>>();
    assert_eq!(whole(&movers("worse")), moved[..10]);
    assert_eq!(
        whole(&movers("better")),
        moved.iter().rev().take_while(|by| **by > 0).take(10).copied().collect::<Vec<_>>()
    );
    for mover in [movers("worse"), movers("better")].concat() {
        let of = |all: &BTreeMap<String, Value>, file: &Value| {
            let found = all.values().find(|one| one["file"] == *file).unwrap();
            (score(found), text(&found["registration"]))
        };
        let [then, today, now] =
            [of(&then, &mover["file_then"]), of(&today, &mover["file_then"]), of(&now, &mover["file"])];
        assert!(then.1 == now.1 && today.1 == now.1, "{mover}");
        assert_eq!(["then", "then_today", "now"].map(|at| tenths(&mover[at])), [then.0, today.0, now.0], "{mover}");
        let [time, answers, whole] = ["time", "answers", "whole"].map(|part| tenths(&mover[part]));
        assert_eq!((time, answers, time + answers), (today.0 - then.0, now.0 - today.0, whole), "{mover}");
    }
    assert!(count(&before["word_for_word"]) > 0);
}

/// A desk with a year each of Alfa AB, whose files have other names, and of two that are called Beta AB.
fn two_years() -> Folder {
    let desk = Folder::new();
    let answers = |name: &str, registration: &str, day: &str, mfa: &str| {
        let registration =
            if registration.is_empty() { String::new() } else { format!(", registration: \"{registration}\"") };
        format!(
            "format: duly/answers@1\nvendor: {{name: {name}{registration}}}\nquestionnaire: small@1.0.0\n\
             answered: {day}\nanswers:\n  a.mfa: {{answer: {mfa}, comment: As ever.}}\n"
        )
    };
    desk.write("small.yaml", crate::support::SMALL);
    desk.write("then/one.yaml", answers("Alfa AB", "", "2025-11-10", "\"yes\""));
    desk.write("then/two.yaml", answers("Beta AB", "559000-0001", "2025-11-10", "\"no\""));
    desk.write("then/three.yaml", answers("Beta AB", "559000-0002", "2025-11-10", "partial"));
    desk.write("now/a.yaml", answers("Beta AB", "5590000002", "2026-11-10", "partial"));
    desk.write("now/b.yaml", answers("Alfa AB", "", "2026-11-10", "\"no\""));
    desk.write("now/two.yaml", answers("Gamma AB", "", "2026-11-10", "\"no\""));
    desk
}

const SMALL: &[&str] = &["now", "--before", "then", "--questionnaire", "small.yaml"];

#[test]
fn vendors_are_known_again_by_registration_then_name_and_never_by_their_files() {
    let before = &overview(&two_years(), SMALL)["before"];
    assert_eq!(["now", "new", "gone"].map(|of| count(&before[of]["all"])), [2, 1, 1], "{before}");
    assert_eq!(before["worse"]["first"][0]["file"], "now/b.yaml", "{before}");
    assert_eq!(before["worse"]["first"][0]["file_then"], "then/one.yaml");
    assert_eq!(count(&before["word_for_word"]), 1, "Beta AB says what it said: {before}");
}

#[test]
fn whoever_writes_the_registration_of_another_vendor_does_not_take_its_place() {
    let desk = two_years();
    let rival = |day: &str| {
        let text = desk.read("now/a.yaml").replace("Beta AB", "Rival AB").replace("\"5590000002\"", "\"559000-0001\"");
        text.replace("2026-11-10", day).replace("partial", "\"yes\"")
    };
    desk.write("now/two.yaml", desk.read("now/a.yaml").replace("\"5590000002\"", "\"559000-0001\""));
    for (name, day) in [("0.yaml", "2026-11-10"), ("zz.yaml", "2026-11-20")] {
        desk.write(format!("now/{name}"), rival(day));
        let before = &overview(&desk, SMALL)["before"];
        assert_eq!(["now", "new", "gone"].map(|of| count(&before[of]["all"])), [3, 0, 0], "{before}");
        let better = before["better"]["first"].as_array().unwrap();
        assert_eq!(better.iter().map(|one| text(&one["vendor"])).collect::<Vec<_>>(), ["Beta AB"], "{before}");
        let twice = before["twice"]["first"].as_array().unwrap();
        assert_eq!(twice.iter().map(|one| text(&one["vendor"])).collect::<Vec<_>>(), ["Rival AB"], "{before}");
        std::fs::remove_file(desk.at(format!("now/{name}"))).unwrap();
    }
}

#[test]
fn whoever_gives_the_name_alone_takes_no_place_of_who_gives_the_registration_too() {
    let desk = two_years();
    desk.write("now/two.yaml", desk.read("now/a.yaml").replace("\"5590000002\"", "\"559000-0001\""));
    let alone =
        desk.read("now/a.yaml").replace(", registration: \"5590000002\"", "").replace("2026-11-10", "2026-11-20");
    for (now, then) in [("now/0.yaml", "then/0.yaml"), ("now/zz.yaml", "then/zz.yaml")] {
        desk.write(now, &alone);
        desk.write(then, alone.replace("2026-11-20", "2025-11-20"));
        let before = &overview(&desk, SMALL)["before"];
        assert_eq!(["now", "new", "gone"].map(|of| count(&before[of]["all"])), [3, 0, 0], "{before}");
        let twice = before["twice"]["first"].as_array().unwrap();
        assert_eq!(twice.iter().map(|one| text(&one["file"])).collect::<Vec<_>>(), [then, now], "{before}");
        [now, then].iter().for_each(|file| std::fs::remove_file(desk.at(file)).unwrap());
    }
}

#[test]
fn names_that_look_alike_are_remarked_wherever_several_vendors_are_read() {
    let desk = two_years();
    desk.write("now/c.yaml", desk.read("now/b.yaml").replace("Alfa AB", "Аlfa AB"));
    let said = "Alfa AB (now/b.yaml) and Аlfa AB (now/c.yaml) look alike and are not the same name";
    let questionnaire = &["--questionnaire", "small.yaml"];
    for command in [&["assess", "now"][..], &["due", "now"], &["check", "now"], &["assess", "now", "--before", "then"]]
    {
        let told = duly_on_day(&desk, &[command, questionnaire].concat()).err;
        assert_eq!(told.matches(said).count(), 1, "{command:?}: {told}");
    }
    for page in [&["-f", "markdown"][..], &["-f", "markdown", "--for", "board"]] {
        let page = duly_on_day(&desk, &[&["export", "now", "--summary", "-q"], page, questionnaire].concat()).out;
        assert_eq!(page.matches("look alike and are not the same name").count(), 1, "{page}");
    }
}

#[test]
fn no_vendor_renames_what_another_one_lists() {
    let desk = two_years();
    let chain = |name: &str| format!("chain: [{{name: {name}, registration: \"559000-0010\"}}]\nanswers:");
    for (file, name) in
        [("now/a.yaml", "Sanctioned Bank"), ("now/b.yaml", "Telefoni AB"), ("now/two.yaml", "TELEFONI AB")]
    {
        desk.write(file, desk.read(file).replace("answers:\n", &format!("{}\n", chain(name))));
    }
    let document = overview(&desk, SMALL);
    let company = &document["companies"]["first"][0];
    assert_eq!(
        (&company["name"], &company["other_names"]),
        (&"Sanctioned Bank".into(), &serde_json::json!(["Telefoni AB"]))
    );
    let page =
        duly_on_day(&desk, &["export", "now", "--summary", "-q", "-f", "markdown", "--questionnaire", "small.yaml"]);
    assert!(page.out.contains("| Sanctioned Bank / Telefoni AB |"), "{}", page.out);
    assert!(page.out.contains("given by different vendors under one registration"), "{}", page.out);
    let told = duly_on_day(&desk, &["diff", "now/a.yaml", "now/b.yaml", "-q", "--questionnaire", "small.yaml"]).out;
    assert!(told.contains("“Telefoni AB”: listed"), "{told}");
}

#[test]
fn a_second_file_of_a_vendor_is_told_and_counted_once() {
    let desk = two_years();
    desk.write("now/c.yaml", desk.read("now/b.yaml"));
    desk.write("now/three.yaml", desk.read("now/two.yaml"));
    desk.write("then/z.yaml", desk.read("then/one.yaml"));
    let before = &overview(&desk, SMALL)["before"];
    assert_eq!(["now", "new", "gone"].map(|of| count(&before[of]["all"])), [2, 1, 1], "{before}");
    let twice = before["twice"]["first"].as_array().unwrap().iter().map(|one| text(&one["file"])).collect::<Vec<_>>();
    let document = overview(&desk, SMALL);
    assert_eq!((count(&document["judged"]), count(&document["vendors"])), (5, 3), "{document}");
    let several = document["several_files"]["first"].as_array().unwrap().iter();
    let several: Vec<_> = several.map(|one| (text(&one["vendor"]), count(&one["files"]))).collect();
    assert_eq!(several, [("Alfa AB".to_owned(), 2), ("Gamma AB".to_owned(), 2)]);
    assert_eq!(count(&document["lacks"]["first"][0]["vendors"]), 3, "{}", document["lacks"]);
    let files = ["b.yaml, c.yaml", "three.yaml, two.yaml"];
    let several = |files: [&str; 2]| {
        let [alfa, gamma] = files;
        format!("Several files of one vendor, each counted: Alfa AB (2{alfa}), Gamma AB (2{gamma})")
    };
    let by_name = several([&format!(": {}", files[0]), &format!(": {}", files[1])]);
    for (command, notice) in [
        (&["assess", "now", "--before", "then"][..], several(["", ""])),
        (&["export", "now", "--summary", "-f", "html"], by_name),
        (&["export", "now", "--summary", "-f", "html", "--for", "board"], several(["", ""])),
    ] {
        let told = duly_on_day(&desk, &[command, &["--questionnaire", "small.yaml", "-q"]].concat()).out;
        let tags = ["<strong>", "</strong>", "<bdi class=\"quoted\">", "</bdi>"];
        let told = tags.iter().fold(told, |told, tag| told.replace(tag, ""));
        let told = told.split_whitespace().collect::<Vec<_>>().join(" "); // a screen breaks its lines
        assert!(told.contains("3 vendors in 5 files") && told.contains(&notice), "{told}");
    }
    assert_eq!(
        (count(&before["twice"]["all"]), twice),
        (3, ["then/z.yaml", "now/c.yaml", "now/two.yaml"].map(str::to_owned).into())
    );
}

#[test]
fn copies_of_a_vendor_are_not_several_that_lack_something() {
    let answers = example("nordkontakt.yaml");
    let desk = Folder::with(&[("v/nk.yaml", &answers), ("v/nk2.yaml", &answers), ("v/nk3.yaml", &answers)]);
    let document = overview(&desk, &["v"]);
    let counted =
        |list: &str, key: &str| document[list]["first"].as_array().unwrap().iter().map(|one| count(&one[key])).max();
    assert_eq!([counted("lacks", "vendors"), counted("flags", "raised"), counted("flags", "open")], [Some(1); 3]);
    assert_eq!([counted("companies", "vendors"), counted("countries", "vendors")], [None; 2], "nothing is shared");
    let page = duly_on_day(&desk, &["export", "v", "--summary", "-f", "md", "-q"]).out;
    let raised = page.lines().find(|line| line.contains("`slow-offboarding`")).unwrap();
    assert!(raised.contains("| 1 | ████████████████████ |"), "of all vendors: {raised}");
}

#[test]
fn the_newest_file_of_a_vendor_stands_for_it_in_each_year() {
    let desk = two_years();
    let dated = |file: &str, from: &str, to: &str| desk.read(file).replace(from, to);
    desk.write("then/a.yaml", dated("then/one.yaml", "2025-11-10", "2025-02-01"));
    desk.write("now/aa.yaml", dated("now/b.yaml", "2026-11-10", "2026-11-12"));
    desk.write("now/z.yaml", dated("now/two.yaml", "2026-11-10", "2026-11-12"));
    let before = &overview(&desk, SMALL)["before"];
    let mover = &before["worse"]["first"][0];
    assert_eq!((&mover["file"], &mover["file_then"]), (&"now/aa.yaml".into(), &"then/one.yaml".into()), "{before}");
    let mut twice: Vec<_> = before["twice"]["first"].as_array().unwrap().iter().map(|one| text(&one["file"])).collect();
    twice.sort_unstable();
    assert_eq!(twice, ["now/b.yaml", "now/two.yaml", "then/a.yaml"]);
}

#[test]
fn answers_without_a_day_do_not_lose_to_older_ones_that_look_better() {
    let desk = two_years();
    let undated = desk.read("now/b.yaml").replace("answered: 2026-11-10\n", "");
    let older = desk.read("now/b.yaml").replace("2026-11-10", "2026-11-01").replace("\"no\"", "\"yes\"");
    for (bad, good) in [("now/b.yaml", "now/bb.yaml"), ("now/bb.yaml", "now/b.yaml")] {
        desk.write(bad, &undated);
        desk.write(good, &older);
        let before = &overview(&desk, SMALL)["before"];
        assert_eq!(before["worse"]["first"][0]["file"], bad, "{before}");
        assert_eq!(before["twice"]["first"][0]["file"], good, "{before}");
    }
    let told = duly_on_day(&desk, &[&["assess"], SMALL, &["-q"]].concat()).out;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Left out of this, as another file is of the same vendor: 1: Alfa AB"), "{told}");
}

/// The overview counts as word for word what a comparison of the same two files calls so.
#[test]
fn word_for_word_is_decided_as_the_comparison_decides_it() {
    let [asked, other_words] = ["Is it so?", "Is it really so?"];
    let questionnaire = |version: &str, first: &str, id: &str| {
        format!(
            "format: duly/questionnaire@1\nid: q\nversion: {version}\ntitle: Q\ncategories:\n  - id: a\n    title: A\n    \
             questions:\n      - {{id: {id}, ask: \"{first}\", weight: 1, answer: yes-no}}\n      - {{id: two, ask: \"Two?\", \
             weight: 1, answer: yes-no}}\n"
        )
    };
    let answers = |day: &str, given: &str| {
        format!(
            "format: duly/answers@1\nvendor: {{name: Alfa AB}}\nquestionnaire: ./q.yaml\nanswered: {day}\n\
                 answers:\n{given}"
        )
    };
    let said = "  a.one: {answer: \"yes\", comment: As ever.}\n";
    let (blank, both) = ("  a.one: {answer: \"yes\", comment: \"As ever. \"}\n", "  a.two: \"yes\"\n");
    let cases = [
        (asked, "one", said.to_owned(), 1),
        (asked, "one", blank.to_owned(), 1),
        (asked, "one", format!("{said}{both}"), 0),
        (asked, "new, was: [one]", said.replace("one:", "new:"), 1),
        (other_words, "one", said.to_owned(), 0),
    ];
    for (ask, id, now, expected) in cases {
        let desk = Folder::new();
        desk.write("then/a.yaml", answers("2025-11-10", said));
        desk.write("then/q.yaml", questionnaire("1.0.0", asked, "one"));
        desk.write("now/a.yaml", answers("2026-11-10", &now));
        desk.write("now/q.yaml", questionnaire("2.0.0", ask, id));
        let document = overview(&desk, &["now", "--before", "then"]);
        assert_eq!(count(&document["before"]["word_for_word"]), expected, "{ask} {id} {now} {document}");
        let told = duly_on_day(&desk, &["diff", "then/a.yaml", "now/a.yaml", "-f", "md", "-q"]).out;
        let is_all = told.to_lowercase().contains("all 1 answers and comments are word for word");
        assert_eq!(usize::from(is_all), expected, "{ask} {id} {now} {told}");
    }
}

#[test]
fn last_years_files_that_cannot_be_judged_are_named_and_counted() {
    let desk = two_years();
    desk.write("then/bad.yaml", "format: duly/answers@1\nvendor: {name: Trasig AB}\nquestionnaire: small@1.0.0\n");
    let ran = duly_on_day(&desk, &[&["export", "--summary", "-f", "json"], SMALL].concat());
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("then/bad.yaml") && ran.err.contains("answered"), "{}", ran.err);
    assert_eq!(count(&ran.json::<Value>()["before"]["unjudged"]), 1);
}

/// Nothing is said of what has changed since a year that nobody could read.
#[test]
fn where_last_years_files_cannot_be_read_nothing_is_written() {
    let desk = two_years();
    desk.write("broken/bad.yaml", "format: duly/answers@1\nvendor: {name: Trasig AB}\nquestionnaire: small@1.0.0\n");
    desk.write("none/x.txt", "nothing");
    for (before, why) in
        [("nowhere", "there is no such folder"), ("broken", "none of its files"), ("none", "no answers")]
    {
        let options = ["--before", before, "--questionnaire", "small.yaml", "--lang", "en"];
        for made in ["-o=x.html", "-o=x.md", "-o=x.docx", "-o=x.json"] {
            for board in [&[][..], &["--for", "board"]] {
                let made = made.replace("-o=", "-o");
                if made.ends_with("json") && !board.is_empty() {
                    continue;
                }
                let ran = duly(&desk, &[&["export", "now", "--summary", &made], &options[..], board].concat());
                assert!(ran.code == 2 && ran.err.contains(why), "{before} {made}: {}", ran.err);
            }
        }
        let ran = duly(&desk, &[&["assess", "now"], &options[..]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{before}: {}", ran.err);
        assert!(ran.err.contains(why), "{before}: {}", ran.err);
    }
    assert!(desk.names().iter().all(|name| !name.starts_with("x.")), "{:?}", desk.names());
}

#[test]
fn where_no_vendor_is_the_same_no_score_is_said_to_have_moved() {
    let desk = two_years();
    desk.write("others/one.yaml", desk.read("then/one.yaml").replace("Alfa AB", "Delta AB"));
    let page = |lang: &str, before: &str, format: &str, board: &[&str]| {
        let options = ["--before", before, "--questionnaire", "small.yaml", "-q", "--as-of", DAY, "--lang", lang];
        duly(&desk, &[&["export", "now", "--summary", "-f", format], &options[..], board].concat()).done().out
    };
    for (lang, new, score) in
        [("en", "new 3; no longer there 1", "Assured"), ("sv", "nya 3; finns inte längre 1", "Tillgodoräknat")]
    {
        for (format, board, told) in [
            ("markdown", &[][..], format!("- **{score}:**")),
            ("markdown", &["--for", "board"], format!("**{score}**: ")),
            ("html", &[], format!("<dt>{score}</dt>")),
            ("html", &["--for", "board"], format!("<strong>{score}</strong>: ")),
        ] {
            assert!(page(lang, "then", format, board).contains(&told), "{told} is how it is told");
            let page = page(lang, "others", format, board);
            assert!(!page.contains(&told), "{lang} {format} {board:?}: {page}");
            assert!(page.contains(new) || page.contains("nya 3") || page.contains("new 3"), "{page}");
        }
    }
}

/// Whose earlier answers cannot be read may be no new vendor, also where there is little room.
#[test]
fn a_board_is_told_of_last_years_files_that_could_not_be_judged() {
    let desk = two_years();
    desk.write("then/bad.yaml", "format: duly/answers@1\nvendor: {name: Trasig AB}\nquestionnaire: small@1.0.0\n");
    for command in [&["export", "--summary", "--for", "board"][..], &["assess"]] {
        let ran = duly_on_day(&desk, &[command, SMALL, &["--lang", "en"]].concat());
        let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == 2 && flat.contains("could not be judged last time 1"), "{}", ran.out);
    }
}

#[test]
fn what_does_not_fit_before_is_refused() {
    let desk = two_years();
    let cases = [
        (&["assess", "now/a.yaml", "--before", "then"][..], "use `duly diff`"),
        (&["assess", "now", "--before", "then", "--as-of", "answered"], "without --as-of answered"),
        (&["export", "now", "--before", "then", "-f", "json"], "--summary"),
        (&["export", "now", "--before", "then", "--summary", "-f", "csv"], "any format but CSV"),
        (&["assess", "now", "--before", "nowhere"], "--before nowhere: there is no such folder"),
    ];
    for (command, says) in cases {
        let Ran { code, out, err } = duly(&desk, command);
        assert_eq!((code, out.as_str()), (2, ""), "{command:?}");
        assert!(err.contains(says), "{command:?}: {err}");
    }
}

// ---------------------------------------------------------------- names

#[test]
fn a_hostile_name_is_clean_and_short() {
    let desk = Folder::new();
    let name = format!("\\e[31mNordKontakt\\u202E{}", "x".repeat(90));
    let hostile = example("nordkontakt.yaml").replace("name: NordKontakt AB", &format!("name: \"{name}\""));
    assert!(hostile.contains("u202E"));
    for file in ["a.yaml", "b.yaml"] {
        desk.write(format!("now/{file}"), &hostile);
    }
    let ran = duly_on_day(&desk, &["export", "now", "--summary", "-f", "json", "-q"]);
    let document: Value = ran.json();
    let named = text(&document["undecided"]["no_decision"]["first"][0]["vendor"]);
    assert!(named.contains("NordKontakt") && named.ends_with('…') && named.chars().count() == 80, "{named}");
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']) && !named.chars().any(char::is_control), "{named}");
}

// ---------------------------------------------------------------- the table

#[test]
fn the_table_ends_after_twenty_lines_unless_all_are_asked_for() {
    let folder = company();
    let assess =
        |more: &[&str]| duly_on_day(&folder, &[&["assess", "now", "--policy", "policy.toml", "-q"], more].concat()).out;
    let (short, all) = (assess(&[]), assess(&["--all"]));
    let rows = |text: &str| text.lines().filter(|line| line.contains("v000")).map(str::to_owned).collect::<Vec<_>>();
    let is_row =
        |line: &&String| line.ends_with(|last: char| last.is_ascii_digit() || last == '·') && !line.contains("--");
    let [short_rows, all_rows]: [Vec<String>; 2] = [&short, &all]
        .map(|text| rows(text).iter().filter(is_row).filter(|row| !row.starts_with([' ', '!'])).cloned().collect());
    assert_eq!((short_rows.len(), all_rows.len()), (20, 60), "{short}");
    let files = |rows: &[String]| -> Vec<String> {
        rows.iter().map(|row| row.split_whitespace().find(|word| word.starts_with("v0")).unwrap().to_owned()).collect()
    };
    assert_eq!(files(&short_rows), files(&all_rows)[..20], "the worst first in both");
    assert!(short.contains("\nand 40 more, see --all\n") && !all.contains("more, see --all"), "{short}");
    assert!(short.contains("\n60 judged: ") && all.contains("\n60 judged: "), "{short}");
}
