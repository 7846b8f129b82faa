//! The table for spreadsheets: what the vendor says and what we say stand in columns of their own.

use std::collections::BTreeMap;

use crate::support::{Folder, duly_on_day};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: q
version: 1.0.0
title: Q
evidence:
  - {id: log, ask: A log of the last month, valid_months: 12}
red_flags:
  - {id: low-one, title: Low, severity: low, when: {a.door: [open]}}
  - {id: open-door, title: Open door, severity: critical, when: {any: [{a.door: [open]}, {a.door: [ajar]}]}}
  - {id: wet, title: Wet, severity: high, when: {a.cellar: [\"no\"]}}
categories:
  - id: a
    title: House
    minimum: 90
    questions:
      - id: door
        ask: Is the door locked?
        importance: critical
        evidence: [log]
        remedy: Lock it.
        answer:
          choose_one:
            - {id: locked, label: Locked, value: 100}
            - {id: ajar, label: Ajar, value: 50, remedy: Close it first.}
            - {id: open, label: Open, value: 0}
      - {id: roof, ask: Is the roof tight?, weight: 1, answer: yes-no, remedy: Mend it.}
      - {id: cellar, ask: Is the cellar dry?, weight: 2, answer: yes-no}
      - {id: fence, ask: Is there a fence?, weight: 1, answer: yes-no}
      - {id: keys, ask: Who keeps the keys?, importance: info, answer: text}
";

const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Alfa}
questionnaire: ./q.yaml
answered: 2026-11-02
evidence:
  round: {title: Log of rounds, kind: log, issued: 2026-10-01, location: papers/rounds.txt}
  menu: {title: \"=Menu; current: forged\", issued: 2026-10-01, location: papers/menu.txt}
answers:
  a.door: {answer: locked, comment: \"=Every night\", evidence: [round, menu]}
  a.roof: yes
  a.cellar: {answer: n/a, comment: There is none.}
  a.fence: {answer: n/a, comment: No garden.}
  a.keys: The caretaker
";

const REVIEW: &str = "\
format: duly/review@1
vendor: Alfa
reviewer: Security office
reviewed: 2026-11-10
answers:
  a.door:
    saw: locked
    answer: ajar
    because: It stood ajar at noon.
    verified: [{title: Our visit, issued: 2026-11-09, valid_until: 2026-12-01}]
  a.roof: {answer: unknown, because: Nobody could show it.}
  a.cellar: {not_applicable: accepted, because: Seen.}
  a.fence: {not_applicable: refused, because: There is a garden.}
";

type Row = BTreeMap<String, String>;

fn desk() -> Folder {
    let desk = Folder::with(&[("q.yaml", QUESTIONNAIRE), ("a.yaml", ANSWERS), ("a.review.yaml", REVIEW)]);
    desk.make("papers");
    desk.write("papers/rounds.txt", "Rounds of September");
    desk.write("papers/menu.txt", "Soup");
    desk
}

/// The names of the columns in their order, and a row for each id with its cells by name.
fn table(desk: &Folder, lang: &str) -> (Vec<String>, BTreeMap<String, Row>) {
    let out = duly_on_day(desk, &["export", "a.yaml", "-f", "csv", "-q", "--lang", lang]).out;
    let bytes = out.strip_prefix('\u{feff}').unwrap().to_owned().into_bytes();
    let delimiter = if lang == "sv" { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(&bytes[..]);
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |record: csv::StringRecord| -> (String, Row) {
        let cells = heads.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        (record[0].to_owned(), cells)
    };
    let rows = reader.records().map(|record| row(record.unwrap())).collect();
    (heads, rows)
}

fn cells<'r>(row: &'r Row, names: &[&str]) -> Vec<&'r str> {
    names.iter().map(|name| row[*name].as_str()).collect()
}

#[test]
fn its_columns_have_names_of_one_kind_and_keep_their_order() {
    let (english, _) = table(&desk(), "en");
    assert_eq!(
        english.join(";"),
        "Id;Category;Question;Vendor's answer;Vendor's comment;Vendor's evidence;Our answer;Our reason;Our evidence;\
         Our verdict on not applicable;Status;Proof;Importance;Red flags;What to require;Share;Assured;Evidence missing;\
         Control missing;Not known yet;Points;References"
    );
    let (swedish, _) = table(&desk(), "sv");
    assert_eq!(
        swedish.join(";"),
        "Id;Kategori;Fråga;Leverantörens svar;Leverantörens kommentar;Leverantörens underlag;Vårt svar;Vårt skäl;\
         Våra underlag;Vårt besked om ej tillämpligt;Status;Styrkt;Betydelse;Röda flaggor;Krav;Andel;Tillgodoräknat;\
         Underlag saknas;Skydd saknas;Ännu oklart;Poäng;Hänvisningar"
    );
}

#[test]
fn what_the_vendor_says_and_what_we_say_stand_apart() {
    let desk = desk();
    let (_, rows) = table(&desk, "en");
    let theirs = ["Vendor's answer", "Vendor's comment", "Vendor's evidence"];
    let ours = ["Our answer", "Our reason", "Our evidence", "Our verdict on not applicable"];
    let door = &rows["a.door"];
    let rounds = "current: “Log of rounds” [log, issued 2026-10-01, valid until 2027-10-01 (our limit)]";
    let menu = "its kind is missing, proves nothing: “=Menu; current: forged” [issued 2026-10-01, valid \
                until 2028-10-01 (our limit)]";
    assert_eq!(cells(door, &theirs), ["Locked", "'=Every night", &format!("{rounds}; {menu}")]);
    let visit = "expires within 90 days: “Our visit” [issued 2026-11-09, valid until 2026-12-01]";
    assert_eq!(cells(door, &ours), ["Ajar", "It stood ajar at noon.", visit, ""]);
    let roof = &rows["a.roof"];
    assert_eq!(cells(roof, &theirs), ["Yes", "", ""]);
    assert_eq!(cells(roof, &ours), ["does not count until it is shown", "Nobody could show it.", "", ""]);
    assert_eq!(cells(&rows["a.cellar"], &theirs), ["not applicable", "There is none.", ""]);
    assert_eq!(cells(&rows["a.cellar"], &ours), ["", "Seen.", "", "accepted"]);
    assert_eq!(cells(&rows["a.fence"], &ours), ["", "There is a garden.", "", "refused"]);
    assert_eq!(cells(&rows["a.keys"], &theirs), ["The caretaker", "", ""]);
    // without our review, all that is ours is empty
    let alone = duly_on_day(&desk, &["export", "a.yaml", "-f", "csv", "-q", "--no-review"]).out;
    assert!(!alone.contains("ajar at noon") && !alone.contains("Our visit"), "{alone}");
    assert!(alone.contains("“Log of rounds” [log, issued 2026-10-01"), "{alone}");
}

#[test]
fn importance_flags_and_what_to_require_stand_beside_the_points() {
    let (_, rows) = table(&desk(), "en");
    let names = ["Importance", "Red flags", "What to require"];
    let flags = "open-door (raised); low-one (ruled out: verified by us)";
    assert_eq!(cells(&rows["a.door"], &names), ["critical", flags, "Close it first."]);
    assert_eq!(cells(&rows["a.roof"], &names), ["weight 1", "", ""]);
    assert_eq!(cells(&rows["a.keys"], &names), ["for information", "", ""]);
    let total: f64 = rows.values().map(|row| row["Share"].parse::<f64>().unwrap()).sum();
    assert!((total - 100.0).abs() < 0.01, "{total}");
}

#[test]
fn in_swedish_the_same_stands_with_a_decimal_comma() {
    let (_, english) = table(&desk(), "en");
    let (_, swedish) = table(&desk(), "sv");
    let names = ["Leverantörens svar", "Vårt svar", "Vårt besked om ej tillämpligt", "Status"];
    assert_eq!(
        cells(&swedish["a.fence"], &names),
        ["ej tillämpligt", "", "underkänt", "ej tillämpligt, underkänt av oss"]
    );
    let visit = "går ut inom 90 dagar: ”Our visit” [utfärdat 2026-11-09, gäller t.o.m. 2026-12-01]";
    assert_eq!(swedish["a.door"]["Våra underlag"], visit);
    assert_eq!(swedish["a.door"]["Andel"].replace(',', "."), english["a.door"]["Share"]);
    assert!(swedish["a.door"]["Andel"].contains(','));
}
