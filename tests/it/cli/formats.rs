//! What every format must hold alike: the same figures, no more than the reader may see, and a vendor's words as words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use duly::internal::questionnaire::built_in;
use duly::internal::words::{clean, quotation};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{Folder, duly_on_day, root};

const VENDORS: [&str; 4] = ["nordkontakt", "allyes", "billigsvar", "halvklar"];

fn examples() -> PathBuf {
    root().join("examples")
}

fn export(folder: impl AsRef<Path>, args: &[&str]) -> String {
    duly_on_day(folder, &[&["export", "-q"], args].concat()).done().out
}

/// The rows of every table of a Markdown text, without marks of emphasis.
fn markdown_rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| "));
    let cells = |row: &str| row.split(" | ").map(|cell| cell.replace(['|', '*', '–'], "").trim().to_owned()).collect();
    rows.map(cells).collect()
}

/// The rows of every table of a page.
fn html_rows(page: &str) -> Vec<Vec<String>> {
    let tree = parsed(page);
    let words = |node: roxmltree::Node<'_, '_>| -> String {
        let texts =
            node.descendants().filter(|part| part.is_text() && !part.ancestors().any(|up| up.has_tag_name("svg")));
        texts.filter_map(|part| part.text()).collect::<String>().trim().to_owned()
    };
    let rows = tree.descendants().filter(|node| node.has_tag_name("tr"));
    rows.map(|row| row.children().filter(roxmltree::Node::is_element).map(words).collect()).collect()
}

fn parsed(page: &str) -> roxmltree::Document<'_> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(page, options).unwrap()
}

#[test]
fn every_format_holds_the_same_figures() {
    for vendor in VENDORS {
        let file = format!("{vendor}.yaml");
        let of = |format: &str| export(examples(), &[&file, "-f", format]);
        let figures: Value = serde_json::from_str(&of("json")).unwrap();
        let (markdown, page) = (markdown_rows(&of("markdown")), html_rows(&of("html")));
        let mut compared = 0;
        for category in figures["categories"].as_array().unwrap() {
            let shown = &category["score"]["display"];
            let expected: Vec<&str> =
                ["assured", "claimed", "potential"].map(|key| shown[key].as_str().unwrap()).to_vec();
            for rows in [&markdown, &page] {
                let title = category["title"].as_str().unwrap();
                let row = rows.iter().find(|row| row[0] == title && row.len() == 9).unwrap();
                assert_eq!(row[2..5], expected, "{vendor} {title}");
                compared += 1;
            }
        }
        assert_eq!(compared, 24);
        let total = &figures["overall"]["display"];
        for (name, key) in [("Assured", "assured"), ("Claimed", "claimed"), ("At most", "potential")] {
            for rows in [&markdown, &page] {
                let row = rows.iter().find(|row| row[0] == name && row.len() == 3).unwrap();
                assert_eq!(row[1], total[key].as_str().unwrap(), "{vendor} {name}");
            }
        }
        assert_eq!(csv_points(&of("csv")), tenths(total["assured"].as_str().unwrap()), "{vendor}");
    }
}

fn tenths(digits: &str) -> u64 {
    digits.replace('.', "").parse().unwrap()
}

/// The sum of the column of points, in tenths.
fn csv_points(text: &str) -> u64 {
    let bytes = text.strip_prefix('\u{feff}').unwrap().to_owned().into_bytes();
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let column = reader.headers().unwrap().iter().position(|name| name == "Points").unwrap();
    // what is no question has no points: the sub-processors
    let points = reader.records().map(|row| row.unwrap().get(column).unwrap().to_owned());
    points.filter(|points| !points.is_empty()).map(|points| tenths(&points)).sum()
}

// ---------------------------------------------------------------- the letter

#[test]
fn a_letter_holds_nothing_that_only_the_assessor_reads() {
    let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let file = format!("{vendor}.yaml");
            let letter = export(examples(), &[&file, "--for", "vendor", "--lang", lang, "-f", "html"]);
            let figures = export(examples(), &[&file, "-f", "json", "--lang", lang]);
            let figures: Value = serde_json::from_str(&figures).unwrap();
            let text: String = parsed(&letter).descendants().filter_map(|node| node.text()).collect();
            for question in &questionnaire.questions {
                let secret = question.good.iter().chain(&question.weak).flat_map(|text| text.all());
                // a text that is also part of an option or a question cannot be told apart
                let told =
                    |words: &str| format!("{:?}", (&question.form, &question.ask, &question.remedy)).contains(words);
                for words in secret.filter(|words| words.len() > 25 && !told(words.trim_end_matches('.'))) {
                    assert!(!text.contains(clean::one_line(words).as_ref()), "{vendor} {lang}: {words}");
                }
            }
            let notes =
                figures["questions"].as_array().unwrap().iter().filter_map(|question| question["because"].as_str());
            let waivers =
                figures["flags"].as_array().unwrap().iter().filter_map(|flag| flag["waiver"]["because"].as_str());
            let seen = figures["evidence"].as_array().unwrap().iter().filter(|document| document["by"] == "us");
            let seen = seen.filter_map(|document| document["title"].as_str());
            for words in notes.chain(waivers).chain(seen) {
                assert!(!text.contains(words), "{vendor} {lang}: {words}");
            }
            let score = figures["overall"]["display"]["assured"].as_str().unwrap();
            let is_score = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()) == score;
            assert!(
                !text.split_whitespace().any(is_score) && !text.contains("HIGH") && !text.contains("KRITISK"),
                "{vendor} {lang}"
            );
        }
    }
}

#[test]
fn a_letter_does_not_ask_for_what_is_there() {
    let letter = export(examples(), &["nordkontakt.yaml", "--for", "vendor"]);
    // on paper and current: ours to check, not the vendor's to send
    for there in ["Restore test", "Signed record of the latest restore test", "Draft data processing agreement"] {
        assert!(!letter.contains(there), "{there}: {letter}");
    }
    assert_eq!(letter.matches("“Sub-processor list”").count(), 1, "{letter}");
    assert!(letter.contains("“Sub-processor list”: is older than we can accept"), "{letter}");
    let wait = "1. **please answer first** What will you show us about security incidents";
    assert_eq!(letter.matches(wait).count(), 1, "two flags wait for it: {letter}");
}

// ---------------------------------------------------------------- hostile words, all the way

/// What programs that look for addresses in plain words make something to click on.
const CLICKABLE: &str = "xmpp:a@evil.example mailto:a@evil.example tel:+46701234567 a@evil.example @octocat evil.com";

/// What a vendor could write to get more than words onto a page.
pub const ATTACKS: [&str; 15] = [
    "<script>window.pwned=1</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></svg><svg onload=alert(1)>",
    "\"><a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1)) ![y](https://evil.example/z.png)",
    "<https://evil.example> https://evil.example www.evil.example",
    "| a | b |\n|---|---|\n| c | d |",
    "# heading\n\n- item\n\n> quote\n\n```\ncode",
    "=cmd|' /C calc'!A1",
    "\u{202e}txt.exe\u{200b}\u{1b}[2J\u{7}",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "*bold* _under_ ~~gone~~ $x$ `code` [^1]\n\n[^1]: note",
    "{{ 7*7 }} {% raw %} ${x}",
    "--><!-- ]]> <![CDATA[",
    CLICKABLE,
];

/// A folder with a vendor that writes an attack into everything it controls.
pub fn attacked(attack: &str) -> Folder {
    let desk = Folder::new();
    let questionnaire = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\ncategories:\n  - id: a\n    \
        title: House\n    questions:\n      - {id: door, ask: Is it locked?, weight: 2, answer: yes-partial-no}\n      \
        - {id: words, ask: Tell us., importance: info, answer: text}\n      - {id: roof, ask: Is it tight?, weight: 1, answer: yes-partial-no}\n";
    desk.write("small.yaml", questionnaire);
    let answers = json!({
        "format": "duly/answers@1", "vendor": {"name": format!("V {attack}")}, "service": attack,
        "questionnaire": "./small.yaml", "answered": "2026-11-01",
        "evidence": {"doc": {"title": attack, "issued": "2026-01-01", "location": attack}},
        "answers": {
            "a.door": {"answer": "partial", "comment": attack, "evidence": ["doc"]},
            "a.words": attack,
            "a.roof": {"answer": "n/a", "comment": attack},
        },
    });
    desk.write("v.yaml", answers.to_string());
    desk
}

#[test]
fn what_could_be_clicked_on_is_code_in_markdown_and_no_number_to_call_on_a_page() {
    let desk = attacked(CLICKABLE);
    let text = export(&desk, &["v.yaml"]);
    for word in CLICKABLE.split(' ') {
        let as_code = text.matches(&format!("`{word}`")).count();
        assert!(as_code > 0 && as_code == text.matches(word).count() - longer(&text, word), "{word}: {text}");
    }
    let page = export(&desk, &["v.yaml", "-f", "html"]);
    assert!(page.contains("name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\""));
}

/// How often a word stands in a longer one.
fn longer(text: &str, word: &str) -> usize {
    let whole = CLICKABLE.split(' ').filter(|other| *other != word && other.contains(word));
    whole.map(|other| text.matches(other).count()).sum()
}

#[test]
fn a_vendors_words_never_become_more_than_words() {
    for attack in ATTACKS {
        let desk = attacked(attack);
        for audience in [&[][..], &["--for", "board"], &["--for", "vendor"]] {
            let page = export(&desk, &[&["v.yaml", "-f", "html"], audience].concat());
            let tree = parsed(&page);
            let elements: BTreeSet<&str> =
                tree.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
            for never in ["script", "img", "iframe", "b", "i", "form", "object", "link"] {
                assert!(!elements.contains(never), "{attack}: <{never}>");
            }
            let links = tree.descendants().filter_map(|node| node.attribute("href"));
            links.for_each(|link| assert!(link.starts_with('#'), "{attack}: {link}"));
            let shown: String =
                tree.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
            if audience.is_empty() {
                assert!(
                    shown.contains(quotation::within_quotes(attack).as_ref()),
                    "{attack} is shown as it is: {shown}"
                );
            }
            for text in [&page, &export(&desk, &[&["v.yaml"], audience].concat())] {
                assert!(text.lines().all(|line| !clean::has_hidden(line)), "{attack}");
            }
        }
        let table = export(&desk, &["v.yaml", "-f", "csv"]);
        let bytes = table.strip_prefix('\u{feff}').unwrap().to_owned().into_bytes();
        for row in csv::Reader::from_reader(&bytes[..]).records().map(Result::unwrap) {
            assert_eq!(row.len(), 22, "{attack}");
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{attack}: {row:?}");
        }
        let markdown = export(&desk, &["v.yaml"]);
        for event in pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all()) {
            use pulldown_cmark::{Event, Tag};
            let is_active = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::FootnoteReference(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Strikethrough)
            );
            assert!(!is_active, "{attack}: {event:?}\n{markdown}");
        }
    }
}

// ---------------------------------------------------------------- web pages

#[test]
fn a_page_allows_its_own_style_and_nothing_else() {
    let page = export(examples(), &["nordkontakt.yaml", "-f", "html"]);
    let tree = parsed(&page);
    let style = tree.descendants().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
    let policy =
        tree.descendants().find(|node| node.attribute("http-equiv") == Some("Content-Security-Policy")).unwrap();
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    let expected = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert_eq!(policy.attribute("content").unwrap(), expected);
    assert!(!style.contains("url(http") && !style.contains("@import"), "{style}");
}

#[test]
fn a_page_has_one_of_every_name_and_headings_in_order() {
    for vendor in VENDORS {
        for audience in [&[][..], &["--for", "board"], &["--for", "vendor"]] {
            let page = export(examples(), &[&[&format!("{vendor}.yaml"), "-f", "html"], audience].concat());
            let tree = parsed(&page);
            let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{vendor}: a name stands twice");
            for link in tree.descendants().filter_map(|node| node.attribute("href")) {
                let is_there = link.strip_prefix('#').is_none_or(|name| ids.contains(&name));
                assert!(is_there, "{vendor}: {link} leads nowhere");
            }
            let levels =
                tree.descendants().filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse::<u8>().ok());
            let levels: Vec<u8> = levels.collect();
            assert_eq!(levels[0], 1);
            assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{vendor}: {levels:?}");
        }
    }
}

/// Ids that would be the same name on a page if a name said less about what it stands for.
#[test]
fn ids_of_a_questionnaire_do_not_become_one_name() {
    let desk = Folder::new();
    let questions = "questions: [{id: q, ask: Is it?, weight: 1, answer: yes-no}, {id: q-head, ask: Is it?, weight: \
        1, answer: yes-no}]";
    let category = |id: &str| format!("  - {{id: {id}, title: House, minimum: 90, {questions}}}\n");
    let questionnaire = format!(
        "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\nred_flags:\n  \
         - {{id: category-a, title: Bad, severity: high, when: {{a.q: [no]}}}}\ncategories:\n{}",
        ["a", "open-a", "open-a-title", "why", "why-title"].map(category).concat()
    );
    desk.write("small.yaml", questionnaire.replace("[no]", "[\"no\"]"));
    let answers =
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./small.yaml\nanswers: {a.q: no, why.q: yes}\n";
    desk.write("v.yaml", answers);
    for audience in [&[][..], &["--for", "board"], &["--for", "vendor"]] {
        let page = export(&desk, &[&["v.yaml", "-f", "html"], audience].concat());
        let tree = parsed(&page);
        let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
        let twice: Vec<&&str> = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
        assert_eq!(twice, Vec::<&&str>::new());
    }
}

#[test]
fn json_holds_every_text() {
    // the schema itself is held against every export in tests/it/house/schemas.rs; here: the texts are really there
    let figures: Value =
        serde_json::from_str(&export(examples(), &["nordkontakt.yaml", "-f", "json", "--lang", "sv"])).unwrap();
    assert_eq!(figures["lang"], "sv");
    let question =
        figures["questions"].as_array().unwrap().iter().find(|question| question["id"] == "access.mfa").unwrap();
    for key in ["ask", "help", "answer", "comment", "standing", "follow_up", "remedy"] {
        assert!(question[key].as_str().is_some_and(|text| text.len() > 3), "{key}");
    }
    assert_eq!(figures["method"].as_array().unwrap().len(), 10);
    assert!(figures["evidence"].as_array().unwrap().len() > 20);
}
