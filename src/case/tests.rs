//! A vendor's folder must not judge itself: each rule, in a world in memory.

mod unused_reviews;
pub(crate) mod watched;

use std::sync::Arc;

use super::{Case, Input, Memory, Origins, Prospect, Request, ReviewOrigin, Shelf, WhichReview, folder, load};
use crate::answers::Reference;
use crate::questionnaire::built_in;
use crate::source::{Date, Diagnostics, Source};

/// What the tests of this room ask.
pub(super) const ASKED: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
categories:
  - {id: a, title: Access, questions: [{id: mfa, ask: Is it?, importance: high, answer: yes-no}]}
";
const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Vendor AB}
questionnaire: ./small.yaml
answered: 2026-11-02
answers: {a.mfa: yes}
";
const REVIEW: &str = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n";
const POLICY: &str = "format = \"duly/policy@1\"\n";
/// The code of every judgement by the vendor's own questions.
const OWN: &str = "vendors-own-questionnaire";
/// The code of a review that lies where a policy says that nobody named.
const FOUND: &str = "review-by-found-policy";

/// A world of ours, in which the vendor's files lie in `vendor/`.
fn ours() -> Memory {
    let today = Date::parse("2026-11-23").unwrap();
    Memory::new(today).with("vendor/v.yaml", ANSWERS).with("vendor/small.yaml", ASKED)
}

/// The text with one part in the place of another, which must be there.
fn with(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replace(old, new)
}

fn answers_to(questionnaire: &str) -> String {
    with(ANSWERS, "./small.yaml", questionnaire)
}

fn policy(line: &str) -> String {
    format!("{POLICY}{line}\n")
}

fn codes(notes: &Diagnostics) -> Vec<&'static str> {
    notes.sorted().into_iter().map(|found| found.problem.code.id).collect()
}

fn loaded(request: &Request, world: &Memory) -> (Option<Case>, Vec<&'static str>) {
    let loaded = load::case(request, world, &Shelf::default());
    let codes = codes(&loaded.notes);
    (loaded.value, codes)
}

/// What the vendor's file comes to where nothing is named.
fn usual(world: &Memory) -> (Option<Case>, Vec<&'static str>) {
    loaded(&Request::new("vendor/v.yaml"), world)
}

/// The case, which must be there, and its codes.
fn judged(request: &Request, world: &Memory) -> (Case, Vec<&'static str>) {
    let (case, codes) = loaded(request, world);
    assert!(case.is_some(), "{codes:?}");
    (case.unwrap(), codes)
}

fn usually_judged(world: &Memory) -> (Case, Vec<&'static str>) {
    judged(&Request::new("vendor/v.yaml"), world)
}

fn origins(world: &Memory) -> Origins {
    usually_judged(world).0.origins()
}

// ---------------------------------------------------------------- reviews

#[test]
fn a_review_beside_the_answers_is_used_and_named() {
    let (case, codes) = usually_judged(&ours().with("vendor/v.review.yaml", REVIEW));
    assert_eq!(case.review.as_ref().unwrap().1, ReviewOrigin::BesideAnswers);
    assert_eq!(codes, [OWN, "review-beside-answers"]);
    assert!(case.origins().review_beside_answers);
}

#[test]
fn a_review_that_we_name_is_ours_wherever_it_lies() {
    for place in ["vendor/v.review.yaml", "ours/other.yaml"] {
        let world = ours().with("vendor/v.review.yaml", REVIEW).with(place, REVIEW);
        let request = Request { review: WhichReview::Named(place.into()), ..Request::new("vendor/v.yaml") };
        let (case, codes) = judged(&request, &world);
        assert_eq!((case.review.as_ref().unwrap().1, codes), (ReviewOrigin::Named, vec![OWN]), "{place}");
        assert!(!case.origins().review_beside_answers);
    }
}

#[test]
fn without_a_review_means_without() {
    let world = ours().with("vendor/v.review.yaml", REVIEW);
    let request = Request { review: WhichReview::Without, ..Request::new("vendor/v.yaml") };
    let (case, codes) = judged(&request, &world);
    assert!(case.review.is_none() && codes == [OWN]);
}

#[test]
fn where_the_policy_says_where_reviews_are_none_is_taken_from_elsewhere() {
    let world = ours().with("vendor/v.review.yaml", REVIEW).with("duly.toml", policy("reviews = \"ours\""));
    let (case, codes) = usual(&world);
    assert!(case.is_none() && codes == [OWN, "reviews-folder-missing"], "{codes:?}");
    let world = world.with("ours/w.review.yaml", REVIEW);
    let (case, codes) = usually_judged(&world);
    let expected = [OWN, "no-review-found", "review-not-used"];
    assert!(case.review.is_none() && codes == expected, "{codes:?}");
    let world = world.with("ours/v.review.yaml", with(REVIEW, "Office", "Our office"));
    let (case, codes) = usually_judged(&world);
    let (review, origin) = case.review.as_ref().unwrap();
    assert_eq!(
        (review.reviewer.as_str(), *origin, codes),
        ("Our office", ReviewOrigin::Policy, vec![OWN, FOUND, "review-not-used"])
    );
    assert!(case.origins().unnamed_review, "nobody named the policy");
    let request = Request { policy: Some("duly.toml".into()), ..Request::new("vendor/v.yaml") };
    let (case, codes) = judged(&request, &world);
    assert_eq!(
        (codes, case.origins().unnamed_review, case.origins().found_policy),
        (vec![OWN, "review-not-used"], false, None)
    );
}

#[test]
fn a_review_of_another_vendor_stops_the_judgement() {
    let (case, codes) = usual(&ours().with("vendor/v.review.yaml", with(REVIEW, "Vendor AB", "Vendor BA")));
    assert!(case.is_none() && codes.contains(&"review-of-another-vendor"), "{codes:?}");
}

#[test]
fn answers_that_lie_nowhere_have_no_review_beside_them() {
    let world = ours().with("v.review.yaml", REVIEW).with("-.review.yaml", REVIEW).with("small.yaml", ASKED);
    let answers = Input::Given("-".to_owned(), Ok(Source::new("-", ANSWERS)));
    let (case, codes) = judged(&Request::new(answers), &world);
    assert!(case.review.is_none() && codes == [OWN]);
}

// ---------------------------------------------------------------- policies

#[test]
fn a_policy_in_the_vendors_folder_or_below_is_never_found() {
    let easy = policy("minimum_coverage = 1");
    let world = ours().with("vendor/duly.toml", easy.as_str()).with("vendor/deep/duly.toml", easy);
    for (here, skipped) in [("", 0), ("vendor", 1), ("vendor/deep", 2)] {
        let (case, codes) = judged(&Request::new("/vendor/v.yaml"), &world.clone().standing_in(here));
        assert!(case.policy.source.is_none() && !case.found_policy, "{here}");
        assert_eq!(codes.iter().filter(|code| **code == "policy-beside-answers").count(), skipped, "{here}");
    }
    let above = world.with("duly.toml", POLICY).standing_in("vendor");
    let (case, _) = judged(&Request::new("v.yaml"), &above);
    let found = case.origins().found_policy.map(|found| (found.file, found.is_above));
    assert_eq!(found, Some(("duly.toml".to_owned(), true)), "found past the vendor's, and named");
}

#[test]
fn a_link_does_not_hide_whose_policy_it_is() {
    let world = ours().with("vendor/duly.toml", POLICY).with_link("link", "vendor");
    for (here, file) in [("vendor", "/link/v.yaml"), ("link", "/vendor/v.yaml"), ("link", "v.yaml")] {
        let (case, codes) = judged(&Request::new(file), &world.clone().standing_in(here));
        assert!(case.policy.source.is_none() && codes.contains(&"policy-beside-answers"), "{here} {file}");
    }
}

#[test]
fn a_policy_is_not_taken_from_where_answers_without_a_place_may_have_come_from() {
    let world = ours().with("vendor/duly.toml", POLICY).standing_in("vendor");
    let answers = Input::Given("-".to_owned(), Ok(Source::new("-", ANSWERS)));
    let (case, codes) = judged(&Request::new(answers), &world);
    assert!(case.policy.source.is_none() && codes.contains(&"policy-beside-answers"));
    let (_, codes) = loaded(&Request::new("gone.yaml"), &world);
    assert_eq!(codes, ["no-such-file"], "what is not there is nobody's folder");
}

#[test]
fn a_policy_that_we_name_counts_wherever_it_lies() {
    let world = ours().with("vendor/duly.toml", POLICY).with("duly.toml", POLICY);
    let request = Request { policy: Some("vendor/duly.toml".into()), ..Request::new("vendor/v.yaml") };
    let (case, codes) = judged(&request, &world);
    assert_eq!(case.policy.source.as_ref().unwrap().name, "vendor/duly.toml");
    assert_eq!((case.origins().found_policy, codes), (None, vec![OWN]));
}

#[test]
fn a_policy_is_a_regular_file() {
    let world = ours().with("over/duly.toml/x", "").with_pipe("duly.toml").standing_in("over");
    let (case, _) = judged(&Request::new("/vendor/v.yaml"), &world);
    assert!(case.policy.source.is_none(), "a folder and a pipe of that name are passed over");
}

// ---------------------------------------------------------------- questionnaires

#[test]
fn a_questionnaire_beside_the_answers_is_the_vendors_own() {
    let world = ours().with("ours.yaml", ASKED);
    assert!(origins(&world).vendors_own_questionnaire);
    let request = Request { questionnaire: Some("ours.yaml".to_owned()), ..Request::new("vendor/v.yaml") };
    let (case, codes) = judged(&request, &world);
    assert!(!case.origins().vendors_own_questionnaire && codes.is_empty(), "{codes:?}");
}

#[test]
fn where_the_policy_lists_questionnaires_no_other_is_accepted() {
    let listing = |listed: &str| ours().with("duly.toml", policy(&format!("questionnaires = [{listed}]")));
    for listed in ["\"customer-service\"", "\"ours/small.yaml\"", "\"small\""] {
        let (case, codes) = usual(&listing(listed).with("ours/small.yaml", ASKED));
        assert!(case.is_none() && codes == ["questionnaire-not-allowed"], "{listed}: {codes:?}");
    }
    for listed in ["\"vendor/small.yaml\"", "\"link.yaml\"", "\"./vendor/../vendor/small.yaml\""] {
        let (case, codes) = usually_judged(&listing(listed).with_link("link.yaml", "vendor/small.yaml"));
        assert!(!case.vendors_own_questionnaire && codes.is_empty(), "{listed}: the same file, {codes:?}");
    }
    let built_in = answers_to("customer-service@1.0.0").replace("answers: {a.mfa: yes}\n", "");
    let (_, codes) = usual(&listing("\"vendor/small.yaml\"").with("vendor/v.yaml", built_in.as_str()));
    assert_eq!(codes, ["older-questionnaire", "questionnaire-not-allowed"]);
    let (_, codes) = usual(&listing("\"customer-service@1.0.0\"").with("vendor/v.yaml", built_in));
    assert_eq!(codes, ["older-questionnaire"]);
}

#[test]
fn an_id_means_a_questionnaire_of_ours_and_never_the_vendors() {
    let world = ours().with("vendor/v.yaml", answers_to("small@1.0.0"));
    let (_, codes) = usual(&world);
    assert_eq!(codes, ["unknown-questionnaire"], "the one beside the answers is not looked for");
    let listed = policy("questionnaires = [\"ours/small.yaml\"]");
    let world = world.with("ours/small.yaml", with(ASKED, "title: Small", "title: Ours")).with("duly.toml", listed);
    let (case, codes) = usually_judged(&world);
    assert_eq!((case.questionnaire.main_source().unwrap().name.as_str(), codes.len()), ("ours/small.yaml", 0));
}

#[test]
fn a_built_in_id_belongs_to_the_built_in_questionnaire() {
    let world = |id: &str| ours().with("vendor/small.yaml", with(ASKED, "id: small", &format!("id: {id}")));
    for id in ["customer-service", "Customer-Service", "customer_service", "customerserv1ce", "MVSP"] {
        let (case, codes) = usual(&world(id));
        assert!(case.is_none() && codes == ["built-in-id"], "{id}: {codes:?}");
    }
    let (case, codes) = usual(&world("customer-services"));
    assert!(case.is_some() && codes == ["vendors-own-questionnaire"], "{codes:?}");
    let world = world("customer-service");
    let request = Request { questionnaire: Some("vendor/small.yaml".to_owned()), ..Request::new("vendor/v.yaml") };
    assert_eq!(loaded(&request, &world).1, ["built-in-id"], "whoever names it");
}

#[test]
fn answers_to_another_version_are_not_judged() {
    let (_, codes) = usual(&ours().with("vendor/v.yaml", answers_to("customer-service@0.9.0")));
    assert!(codes.contains(&"other-questionnaire"), "{codes:?}");
    let request = Request { questionnaire: Some("vendor/small.yaml".to_owned()), ..Request::new("vendor/v.yaml") };
    let (case, codes) = loaded(&request, &ours().with("vendor/v.yaml", answers_to("small@2.0.0")));
    assert!(case.is_none() && codes == ["other-questionnaire"], "{codes:?}");
}

// ---------------------------------------------------------------- paths

#[test]
fn paths_in_answers_lead_to_regular_files_in_the_vendors_folder() {
    let world = ours()
        .with("outside.yaml", ASKED)
        .with("vendor/deep/small.yaml", ASKED)
        .with_link("vendor/out.yaml", "../outside.yaml")
        .with_link("vendor/up", "..")
        .with_link("vendor/in.yaml", "deep/small.yaml")
        .with("vendor/folder.yaml/small.yaml", ASKED)
        .with_pipe("vendor/pipe.yaml");
    let cases = [
        ("deep/small.yaml", OWN),
        ("./deep/small.yaml", OWN),
        ("in.yaml", OWN),
        ("../outside.yaml", "bad-path"),
        ("deep/../../outside.yaml", "bad-path"),
        ("/outside.yaml", "bad-path"),
        ("'C:\\outside.yaml'", "bad-path"),
        ("~/outside.yaml", "bad-path"),
        ("out.yaml", "bad-path"),
        ("up/outside.yaml", "bad-path"),
        ("pipe.yaml", "not-a-file"),
        ("folder.yaml", "not-a-file"),
        ("gone.yaml", "no-such-file"),
    ];
    for (path, code) in cases {
        assert_eq!(usual(&world.clone().with("vendor/v.yaml", answers_to(path))).1, [code], "{path}");
        let inside = world.clone().with("vendor/v.yaml", answers_to(path)).standing_in("vendor");
        assert_eq!(loaded(&Request::new("v.yaml"), &inside).1, [code], "{path}, seen from the vendor's folder");
    }
}

#[test]
fn category_files_lie_in_the_questionnaires_own_folder() {
    let category = "format: duly/category@1\nid: a\ntitle: A\n\
                    questions: [{id: mfa, ask: Is it?, importance: high, answer: yes-no}]\n";
    let asking = |path: &str| {
        let main = "format: duly/questionnaire@1\nid: split\nversion: 1.0.0\ntitle: Split\ncategories: ['PATH']\n";
        ours()
            .with("vendor/small.yaml", with(main, "PATH", path))
            .with("vendor/deep/a.yaml", category)
            .with("a.yaml", category)
            .with_link("vendor/out.yaml", "../a.yaml")
            .with_pipe("vendor/pipe.yaml")
    };
    for (path, code) in [("deep/a.yaml", OWN), ("../a.yaml", "bad-path"), ("/a.yaml", "bad-path")] {
        assert_eq!(usual(&asking(path)).1, [code], "{path}");
    }
    for (path, code) in [("out.yaml", "bad-path"), ("pipe.yaml", "not-a-file"), ("gone.yaml", "no-such-file")] {
        assert_eq!(usual(&asking(path)).1, [code], "{path}");
    }
}

#[test]
fn answers_reviews_and_policies_are_regular_files() {
    let world = ours().with_pipe("pipe");
    assert_eq!(loaded(&Request::new("pipe"), &world).1, ["not-a-file"]);
    assert_eq!(loaded(&Request::new("vendor"), &world).1, ["not-a-file"]);
    let policy = Request { policy: Some("pipe".into()), ..Request::new("vendor/v.yaml") };
    assert_eq!(loaded(&policy, &world).1, ["not-a-file"]);
    let review = Request { review: WhichReview::Named("pipe".into()), ..Request::new("vendor/v.yaml") };
    assert_eq!(loaded(&review, &world).1, [OWN, "not-a-file"]);
    assert!(usual(&world.with_pipe("vendor/v.review.yaml")).1.contains(&"not-a-file"));
}

// ---------------------------------------------------------------- files that are still to be made

#[test]
fn a_file_that_is_to_be_made_takes_no_policy_from_its_folder() {
    let world = ours().with("vendor/duly.toml", POLICY).standing_in("vendor");
    for file in [Some("w.yaml".as_ref()), None] {
        let loaded = Prospect::load(file, None, None, &world);
        assert!(loaded.value.unwrap().policy.source.is_none());
        assert_eq!(codes(&loaded.notes), ["policy-beside-answers"]);
    }
}

#[test]
fn a_file_that_is_to_be_made_names_what_will_be_found() {
    let world = ours().with("ours/small.yaml", ASKED).with("duly.toml", policy("reviews = \"ours\""));
    let load = |file: &str, questionnaire: Option<&str>| {
        let found = Prospect::load(Some(file.as_ref()), questionnaire, None, &world).value.unwrap();
        let review = found.review.map(|path| path.to_string_lossy().into_owned());
        (found.reference, found.is_accepted, review.unwrap())
    };
    let by_id = |id: &str, version: &str| Reference::Named { id: id.to_owned(), version: version.to_owned() };
    let beside = Reference::Path("./small.yaml".to_owned());
    assert_eq!(load("vendor/w.yaml", Some("vendor/small.yaml")), (beside, true, "ours/w.review.yaml".to_owned()));
    let elsewhere = load("vendor/w.yaml", Some("ours/small.yaml"));
    assert_eq!((elsewhere.0, elsewhere.1), (by_id("small", "1.0.0"), false), "it must be listed first");
    assert_eq!(load("w.yaml", None).0, by_id("customer-service", built_in::ALL[0].version));
}

// ---------------------------------------------------------------- what was read already

#[test]
fn what_was_read_already_is_not_read_again_but_lies_where_it_lies() {
    let text: Arc<Source> = Source::new("vendor/v.yaml", with(ANSWERS, "a.mfa: yes", "a.mfa: no"));
    let world = ours().with("vendor/v.review.yaml", REVIEW);
    let request = Request::new(Input::Opened("vendor/v.yaml".into(), Ok(Arc::clone(&text))));
    let (case, codes) = judged(&request, &world);
    assert!(Arc::ptr_eq(&case.answers.source, &text));
    assert_eq!(codes, [OWN, "review-beside-answers"]);
}

#[test]
fn what_was_read_with_a_higher_limit_is_still_too_large() {
    let text = Source::new("vendor/v.yaml", format!("{ANSWERS}# {}\n", "x".repeat(5 << 20)));
    let request = Request::new(Input::Opened("vendor/v.yaml".into(), Ok(text)));
    assert_eq!(loaded(&request, &ours()).1, ["file-too-large"]);
}

#[test]
fn a_link_to_what_is_not_looked_at_is_told() {
    let world = Memory::new(Date::default())
        .with("v/.store/bad.yaml", "format: duly/answers@1\n")
        .with("v/evidence/bad.yaml", "format: duly/answers@1\n")
        .with("v/a.yaml", "format: duly/answers@1\n")
        .with_link("v/second", ".store")
        .with_link("v/third", "evidence")
        .with_link("v/bad.txt", ".store/bad.yaml");
    let found = folder::files_in("v".as_ref(), &world).unwrap();
    let told: Vec<_> =
        found.iter().filter(|file| matches!(file.standing(&world), folder::FileStanding::Told(_))).collect();
    let told: Vec<_> = told.iter().map(|file| file.path.to_string_lossy().into_owned()).collect();
    assert_eq!(told, ["v/bad.txt", "v/second", "v/third"]);
}
