//! The JSON of a judgement: what a program finds in it without any other file.

use serde_json::Value;

use crate::support::{DAY, Folder, Ran, duly, duly_on_day, example};

fn desk() -> Folder {
    let desk = Folder::new();
    for name in ["nordkontakt", "billigsvar"] {
        desk.write(format!("v/{name}.yaml"), example(&format!("{name}.yaml")));
        desk.write(format!("v/{name}.review.yaml"), example(&format!("{name}.review.yaml")));
    }
    desk
}

fn export(desk: &Folder, file: &str, day: &str) -> Value {
    duly(desk, &["export", file, "-f", "json", "-q", "--as-of", day]).done().json()
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_names_the_file_and_the_vendor() {
    let desk = desk();
    desk.write("v/old/nordkontakt.yaml", example("nordkontakt-2025.yaml"));
    let ran = duly_on_day(&desk, &["export", "v", "-f", "json", "-q"]).done();
    let found = lines(&ran);
    let files: Vec<&str> = found.iter().map(|line| line["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["v/billigsvar.yaml", "v/nordkontakt.yaml", "v/old/nordkontakt.yaml"]);
    let about = |key: &str| found.iter().map(|line| line[key].clone()).collect::<Vec<_>>();
    assert_eq!(about("id"), ["billigsvar", "nordkontakt", "nordkontakt"]);
    assert_eq!(about("country")[1], "SE");
    assert!(about("registration")[1].as_str().is_some_and(|number| number.starts_with("559")), "{found:?}");
}

#[test]
fn the_same_files_give_the_same_document_wherever_they_lie() {
    let desk = desk();
    let [outside, inside] = [(desk.at(""), "v/nordkontakt.yaml"), (desk.at("v"), "nordkontakt.yaml")]
        .map(|(at, file)| duly(&at, &["export", file, "-f", "json", "-q", "--as-of", DAY]).done().out);
    assert_eq!(outside, inside);
    assert!(outside.contains("\"file\": \"nordkontakt.yaml\""), "{outside}");
}

#[test]
fn what_comes_by_standard_input_has_no_file() {
    let mut command = crate::support::command(&Folder::new(), &["export", "-", "-f", "json", "-q", "--as-of", DAY]);
    command.current_dir(crate::support::root());
    let found: Value = crate::support::told(command, &example("halvklar.yaml")).done().json();
    assert!(found["file"].is_null() && found["id"].is_null(), "{found}");
}

#[test]
fn a_lapsed_waiver_stands_at_its_flag() {
    let desk = desk();
    let waived = |day: &str| {
        let found = export(&desk, "v/nordkontakt.yaml", day);
        let flags = found["flags"].as_array().unwrap().clone();
        let of = |flag: &Value| flag["waiver"].is_object() || flag["lapsed_waiver"].is_object();
        flags.into_iter().find(of).unwrap()
    };
    let in_force = waived(DAY);
    assert!(in_force["waiver"].is_object() && in_force["lapsed_waiver"].is_null(), "{in_force}");
    let until = in_force["waiver"]["until"].as_str().unwrap();
    assert_eq!(waived(until)["waiver"], in_force["waiver"], "the last day counts");
    let lapsed = waived("2028-01-01");
    assert!(lapsed["waiver"].is_null(), "{lapsed}");
    assert_eq!(lapsed["lapsed_waiver"], in_force["waiver"]);
}

#[test]
fn the_flag_of_a_minimum_has_one_title_and_its_numbers_beside_it() {
    let desk = desk();
    let of_minimums = |file: &str| -> Vec<Value> {
        let found = export(&desk, file, DAY);
        let flags = found["flags"].as_array().unwrap().clone();
        let (of_category, others): (Vec<Value>, Vec<Value>) =
            flags.into_iter().partition(|flag| flag["id"].as_str().unwrap().starts_with("category:"));
        assert!(others.iter().all(|flag| flag["figure"].is_null()));
        of_category
    };
    let [one, other] = ["v/nordkontakt.yaml", "v/billigsvar.yaml"].map(of_minimums);
    assert!(!one.is_empty());
    for (one, other) in one.iter().zip(&other) {
        assert_eq!((&one["id"], &one["title"]), (&other["id"], &other["title"]));
        let title = one["title"].as_str().unwrap();
        let figures = [&one["figure"]["minimum"].to_string(), one["figure"]["assured_display"].as_str().unwrap()];
        assert!(figures.iter().all(|figure| !title.contains(*figure)), "{one}");
        assert!(one["figure"]["minimum"].as_u64().unwrap() > 0, "{one}");
        assert!(one["figure"]["assured_display"].as_str().unwrap().contains('.'), "{one}");
        assert_ne!(one["figure"]["assured"], other["figure"]["assured"]);
    }
}

/// A fraction in millionths, rounded half to even.
fn millionths(fraction: &str) -> i128 {
    let (above, below) = fraction.split_once('/').unwrap_or((fraction, "1"));
    let [above, below] = [above, below].map(|part| part.parse::<i128>().unwrap());
    let (whole, rest) = ((above * 1_000_000).div_euclid(below), (above * 1_000_000).rem_euclid(below));
    whole + i128::from(rest * 2 > below || (rest * 2 == below && whole % 2 == 1))
}

/// Every decimal of a document, and the fraction that it stands for.
fn pairs(found: &Value, all: &mut Vec<(String, String)>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match found {
        Value::Object(object) => {
            for (key, value) in object {
                if key == "decimal" {
                    let inner = value.as_object().unwrap();
                    all.extend(inner.iter().map(|(key, value)| (text(value).unwrap(), text(&object[key]).unwrap())));
                } else if let Some(of) = key.strip_suffix("_decimal") {
                    match (value, &object[of]) {
                        (Value::Object(many), of) => {
                            all.extend(many.iter().map(|(key, value)| (text(value).unwrap(), text(&of[key]).unwrap())))
                        }
                        (value, of) => all.extend(text(value).zip(text(of))),
                    }
                }
                pairs(value, all);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| pairs(value, all)),
        _ => {}
    }
}

#[test]
fn decimals_are_the_fractions_beside_them() {
    let desk = desk();
    let mut all = Vec::new();
    pairs(&export(&desk, "v/nordkontakt.yaml", DAY), &mut all);
    assert!(all.len() > 400, "{}", all.len());
    assert!(all.iter().any(|(_, fraction)| fraction.contains('/')));
    for (decimal, fraction) in all {
        assert_eq!(decimal.replace('.', "").parse::<i128>().unwrap(), millionths(&fraction), "{decimal} {fraction}");
        assert_eq!(decimal.split_once('.').unwrap().1.len(), 6, "{decimal}");
    }
}
