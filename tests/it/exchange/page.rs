//! The page that a vendor fills in: every byte of it tells nothing of ours, its policy allows its own script and style
//! and nothing else, and whatever a questionnaire or a vendor wrote stays a text in it. What it does in browsers,
//! `page_in_browser` shows.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use duly::internal::answers::form_file::{FilledIn, FormFile};
use duly::internal::answers::outline::Outline;
use duly::internal::answers::{Reference, template};
use duly::internal::exchange::form_kind::FormKind;
use duly::internal::exchange::page;
use duly::internal::questionnaire::{Questionnaire, Translations, built_in};
use duly::internal::source::Source;
use duly::internal::words::Lang;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::support::reading::{self, accepted};
use crate::support::{Folder, duly, files_below, root};

const SMALL: &str = include_str!("../../../examples/small/questionnaire.yaml");

fn built_in_questionnaire() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

fn questionnaire(text: &str) -> Questionnaire {
    accepted(reading::questionnaire(&Source::new("questionnaire.yaml", text)))
}

/// A page of all questions.
fn page_of(questionnaire: &Questionnaire, lang: Lang, filled_in: FilledIn) -> String {
    let reference = Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() };
    let outline = Outline::of(questionnaire, &[], lang);
    page::write(&FormFile { reference: &reference, outline, second: None, filled_in }).unwrap()
}

fn blank(questionnaire: &Questionnaire, lang: Lang) -> String {
    page_of(questionnaire, lang, FilledIn::of_vendor("NordKontakt AB"))
}

/// What stands between two marks, of which there is one each.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    assert_eq!(page.matches(from).count(), 1, "{from}");
    page.split_once(from).unwrap().1.split_once(to).unwrap().0
}

fn facts(page: &str) -> Json {
    serde_json::from_str(between(page, "<script type=\"application/json\" id=\"facts\">", "</script>")).unwrap()
}

/// All texts and names of JSON.
fn words<'j>(json: &'j Json, found: &mut Vec<&'j str>) {
    match json {
        Json::String(text) => found.push(text),
        Json::Array(items) => items.iter().for_each(|item| words(item, found)),
        Json::Object(entries) => entries.iter().for_each(|(key, value)| {
            found.push(key);
            words(value, found);
        }),
        _ => {}
    }
}

#[test]
fn nothing_that_only_we_may_know_is_told() {
    for questionnaire in [built_in_questionnaire(), questionnaire(SMALL)] {
        for lang in Lang::ALL {
            let page = blank(&questionnaire, lang);
            let (facts, mut told) = (facts(&page), Vec::new());
            words(&facts, &mut told);
            let whole = told.join("\n");
            let mut secrets: Vec<&Translations> = Vec::new();
            for question in &questionnaire.questions {
                let only_ours = [&question.good, &question.weak, &question.remedy, &question.follow_up];
                secrets.extend(only_ours.into_iter().flatten());
                let advice =
                    question.form.advice().into_iter().flat_map(|(_, advice)| [&advice.follow_up, &advice.remedy]);
                secrets.extend(advice.flatten());
                assert!(Lang::ALL.iter().all(|lang| whole.contains(question.ask.get(questionnaire.language(*lang)))));
            }
            secrets.extend(
                questionnaire.flags.iter().flat_map(|flag| [Some(&flag.title), flag.remedy.as_ref()]).flatten(),
            );
            secrets.extend(questionnaire.contradictions.iter().map(|contradiction| &contradiction.title));
            secrets.extend(questionnaire.factors.iter().map(|factor| &factor.ask));
            secrets.extend(questionnaire.factors.iter().flat_map(|factor| &factor.options).map(|option| &option.label));
            assert!(secrets.len() > 10);
            let options = questionnaire.questions.iter().flat_map(|question| question.form.options());
            let public: Vec<&str> = options.flat_map(|(_, _, label)| label.all()).collect();
            for secret in secrets.into_iter().flat_map(Translations::all) {
                // an answer may happen to have the words of what is at stake
                let is_public = public.iter().any(|label| label.contains(secret));
                assert!(is_public || !(whole.contains(secret) || page.contains(secret)), "{secret}");
            }
            let flags = questionnaire.flags.iter().map(|flag| flag.id.as_str());
            let kinds: BTreeSet<&str> = questionnaire.evidence.iter().map(|kind| kind.id.as_str()).collect();
            flags.filter(|id| !kinds.contains(id)).for_each(|id| assert!(!told.contains(&id), "{id}"));
            for key in ["value", "points", "weight", "importance", "full_at", "steps", "good", "weak", "remedy", "refs"]
            {
                assert!(!page.contains(&format!("\"{key}\":")), "{key}");
            }
        }
    }
}

#[test]
fn values_do_not_change_a_byte_of_what_the_vendor_sees() {
    let changed: String = SMALL
        .lines()
        .map(|line| match line.split_once(", value: ") {
            Some((before, after)) => {
                format!("{before}, value: 100{}\n", after.trim_start_matches(|c: char| c.is_ascii_digit()))
            }
            None => format!("{}\n", line.replace("points: 2", "points: 9").replace("weight: 3 ", "weight: 8 ")),
        })
        .collect();
    assert!(!changed.contains("value: 0}") && changed.contains("points: 9"));
    for lang in Lang::ALL {
        assert_eq!(blank(&questionnaire(&changed), lang), blank(&questionnaire(SMALL), lang));
    }
}

#[test]
fn its_policy_allows_its_own_script_and_style_and_nothing_else() {
    let page = blank(&built_in_questionnaire(), Lang::Sv);
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let style = hash(between(&page, "<style>", "</style>"));
    let script = hash(between(&page, "<script>", "</script>"));
    let policy = between(&page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"/>");
    let allowed =
        format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'");
    assert_eq!(policy, allowed);
    assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\"/>"));
    assert_eq!(page.matches("<script").count(), 2, "the script and what it knows");
    for sign in
        ["http:", "https:", "src=", "style=", "innerHTML", "insertAdjacent", "document.write", "eval(", "fetch("]
    {
        assert!(!page.contains(sign), "{sign}");
    }
}

#[test]
fn what_others_wrote_stays_a_text() {
    let sly = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)> \u{202e}\u{2028}\u{feff} & \\\" ';";
    let escaped = serde_json::to_string(sly).unwrap().replace('\u{2028}', "\\u2028");
    let hostile = SMALL.replacen("{en: Newsletter service, sv: Nyhetsbrevstjänst}", &escaped, 1);
    assert_ne!(hostile, SMALL);
    let hostile = questionnaire(&hostile.replacen("{en: Only in the EU/EEA, sv: Endast i EU/EES}", &escaped, 1));
    let mut filled_in = FilledIn::of_vendor(sly);
    filled_in.service = Some(sly.to_owned());
    filled_in.answers = hostile
        .questions
        .ids()
        .map(|at| {
            let comment = Some(sly.to_owned());
            (at, duly::internal::answers::form_file::Prefilled { comment, ..Default::default() })
        })
        .collect();
    let page = page_of(&hostile, Lang::En, filled_in);
    assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (2, 2));
    assert!(!page.contains("<img") && !page.contains("<!--"), "markup of others");
    assert!(page.chars().all(|c| c == '\n' || !c.is_control() && !matches!(c, '\u{202e}' | '\u{2028}' | '\u{feff}')));
    let facts = facts(&page);
    assert_eq!(facts["filled"]["service"], sly, "the script gets it whole, and cleans it");
    let told = facts["title"][0].as_str().unwrap();
    assert!(told.contains("</script><script>alert(1)") && told.contains("\\u{202e}"), "{told}");
}

#[test]
fn every_phrase_that_the_script_asks_for_is_there_and_no_other() {
    let told = facts(&blank(&questionnaire(SMALL), Lang::En));
    let told: BTreeSet<&str> = told["languages"][0]["words"].as_object().unwrap().keys().map(String::as_str).collect();
    let folder = root().join("src/exchange/page");
    let scripts = files_below(&folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "js"));
    let script: String = scripts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let named = |name: &&str| script.contains(&format!("'{name}'")) || script.contains(&format!("{{ {name}:"));
    let unused: Vec<&str> = told.iter().copied().filter(|name| !named(name) && *name != "language").collect();
    assert_eq!(unused, Vec::<&str>::new());
    for asks in ["word('", "tell('", "button('"] {
        for at in script.split(asks).skip(1) {
            let name = at.split('\'').next().unwrap();
            assert!(told.contains(name), "{asks}{name}");
        }
    }
}

#[test]
fn it_has_both_languages_where_the_questionnaire_has() {
    let codes = |page: &str| -> Vec<String> {
        let facts = facts(page);
        facts["languages"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&blank(&built_in_questionnaire(), Lang::Sv)), ["sv", "en"]);
    assert_eq!(codes(&blank(&built_in_questionnaire(), Lang::En)), ["en", "sv"]);
    let one = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\nlanguages: [de]\ntitle: Fragen\ncategories:\n  \
               - id: a\n    title: A\n    questions: [{id: b, ask: Wer?, importance: info, answer: text}]\n";
    let page = blank(&questionnaire(one), Lang::Sv);
    assert_eq!(codes(&page), ["sv"]);
    assert_eq!(facts(&page)["languages"][0]["questions"], "de");
}

#[test]
fn it_is_written_by_its_ending_and_small() {
    for name in ["x.html", "x.HTM"] {
        assert_eq!(FormKind::of(std::path::Path::new(name)), Some(FormKind::Page));
    }
    for (key, most) in [("customer-service@1.0.0", 200_000), ("customer-service", 226_000)] {
        let page = blank(&built_in::named(key).unwrap().read().value.unwrap(), Lang::En);
        assert!(page.len() < most, "{key}: {} bytes", page.len());
    }
    let questionnaire = questionnaire(SMALL);
    let reference = Reference::Named { id: "x".to_owned(), version: "1.0.0".to_owned() };
    let outline = Outline::of(&questionnaire, &[], Lang::En);
    let form = FormFile { reference: &reference, outline, second: None, filled_in: FilledIn::default() };
    let written = String::from_utf8(FormKind::Page.written(&form).unwrap()).unwrap();
    assert_eq!(facts(&written)["form"], form.fingerprint().to_string(), "a form is known whatever it is written as");
    assert!(template::text(&form).contains(&form.fingerprint().to_string()));
}

/// Somebody sends the page back in place of what its button saves.
#[test]
fn a_page_that_came_back_is_known_as_the_form_itself() {
    let folder = Folder::new();
    duly(&folder, &["new", "--vendor", "Alfa", "-o", "alfa.html"]).done();
    let page = folder.read("alfa.html");
    folder.write("v/alfa.html", &page);
    let saved =
        page.replacen("<!DOCTYPE html>", "<!DOCTYPE html>\n<!-- saved from url=(0027)file:///home/x/alfa.html -->", 1);
    folder.write("v/saved.html", saved.replace("\"/>", "\">"));
    let cure = "ask for the .yaml file that its button saves";
    for args in
        [["import", "v/alfa.html"], ["assess", "v/alfa.html"], ["check", "v/saved.html"], ["assess", "v/saved.html"]]
    {
        let ran = duly(&folder, &args);
        let said = ran.said();
        assert!(ran.code == 2 && said.contains("error[own-page]") && said.contains(cure), "{args:?}: {said}");
        assert!(!said.contains("duly import"), "{said}");
    }
    let ran = duly(&folder, &["assess", "v"]);
    assert!(ran.code == 2 && ran.err.contains("v/alfa.html") && ran.err.contains(cure), "{}", ran.err);
}

#[test]
fn a_page_is_made_by_the_ending_of_its_name() {
    let folder = Folder::new();
    let made = duly(&folder, &["new", "--vendor", "A & B <AB>", "--inherent", "data=contact", "-o", "ab.html"]).done();
    assert!(made.err.contains("`duly assess ab.yaml`"), "what it saves comes back: {}", made.err);
    let blank = duly(&folder, &["new", "--vendor", "B", "-o", "b.html"]).done();
    assert!(blank.err.contains("`duly review b.yaml`"), "a page is no answers file: {}", blank.err);
    let page = folder.read("ab.html");
    assert!(page.contains("<title>Outsourced customer service: questions to A &#38; B &#60;AB&#62;</title>"), "{page}");
    let form = facts(&page)["form"].as_str().unwrap().to_owned();
    assert!(folder.read("ab.review.yaml").contains(&form), "our review notes what was sent");
    let all = facts(&page)["questions"].as_array().unwrap().len();
    duly(&folder, &["new", "--part", "access", "-o", "it.html"]).done();
    let page = folder.read("it.html");
    let part = facts(&page);
    assert!(part["questions"].as_array().unwrap().len() < all && part["filled"]["vendor"]["name"].is_null());
}
