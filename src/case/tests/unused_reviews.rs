//! Reviews of a vendor that lie beside its answers and are not used: what is told, what is not, and at what cost.

use super::super::{Request, Shelf, SoughtReview, SoughtReviews, WhichReview, World, load};
use super::watched::Watched;
use super::{ANSWERS, OWN, REVIEW, judged, ours, usually_judged, with};
use crate::words::Lang;

/// The code of a review of a vendor that nobody looks for.
const OTHER_NAME: &str = "review-under-other-name";

#[test]
fn a_review_under_another_name_beside_the_answers_is_told_and_not_used() {
    for name in [
        "v-2026.review.yaml",
        "V.review.yaml",
        "v-review.yaml",
        "VendorReview.yaml",
        "v.rewiev.yaml",
        "v.review.yml",
        "v.review.yaml.txt",
        "review",
        "granskning v.yaml",
    ] {
        for review in [REVIEW.to_owned(), with(REVIEW, "Vendor AB", "VENDOR ab ")] {
            let (case, codes) = usually_judged(&ours().with(format!("vendor/{name}"), review));
            assert!(case.review.is_none(), "{name}");
            assert_eq!(codes, [OWN, OTHER_NAME], "{name}");
        }
    }
}

#[test]
fn no_other_file_beside_the_answers_is_told_as_a_review_of_them() {
    let of_another = with(REVIEW, "Vendor AB", "Rival AB");
    let of_the_form_that_is_out = format!("{REVIEW}sent: [{{on: 2026-11-20}}]\n");
    let other_answers = with(ANSWERS, "2026-11-02", "2025-11-02");
    for (name, text) in [
        ("rival-review.yaml", &*of_another),
        ("rival.review.yaml", &*of_another),
        ("v-2025.review.yaml", REVIEW), // of the answers of that year, which lie there, too
        ("v-2027.review.yaml", &*of_the_form_that_is_out),
        ("v.yaml.bak", REVIEW),
        ("our-review.docx", REVIEW),
        ("review.yaml", ANSWERS),
        ("review.txt", "vendor: Vendor AB\n"),
        ("review.md", "# Review of Vendor AB\n"),
    ] {
        let world = ours().with("vendor/v-2025.yaml", &*other_answers).with("vendor/v-2027.xlsx", "PK");
        assert_eq!(usually_judged(&world.with(format!("vendor/{name}"), text)).1, [OWN], "{name}");
    }
    let world = ours().with("vendor/v.review.yaml", REVIEW).with("vendor/v-review.yaml", REVIEW);
    assert_eq!(usually_judged(&world).1, [OWN, "review-beside-answers"], "one is used");
    let world = ours().with("vendor/v-review.yaml", REVIEW);
    let request = Request { review: WhichReview::Without, ..Request::new("vendor/v.yaml") };
    assert_eq!(judged(&request, &world).1, [OWN], "none is wanted");
}

#[test]
fn a_form_that_nobody_has_filled_in_is_no_answers_of_which_a_review_is() {
    let blank = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: ./small.yaml\nanswers:\n";
    let entry = "  a.mfa:\n    answer:\n    comment: |\n    evidence: []\n    proposed: {answer: yes, from: 2025}\n";
    let told = |form: &str, text: &str| {
        let world = ours().with("vendor/form.review.yaml", REVIEW).with(format!("vendor/{form}"), text);
        usually_judged(&world).1.contains(&OTHER_NAME)
    };
    for form in ["form.xlsx", "form.html", "form.csv"] {
        assert!(told(form, "PK"), "{form}");
    }
    for form in ["form.yaml", "form.yml", "form.json"] {
        assert!(told(form, blank) && told(form, &format!("{blank}{entry}")), "{form}");
        for given in ["answer: no", "comment: On paper.", "evidence: [dpa]"] {
            let key = given.split(':').next().unwrap();
            let old = entry.lines().find(|line| line.trim().starts_with(key)).unwrap();
            let filled_in = with(entry, old, &format!("    {given}"));
            assert!(!told(form, &format!("{blank}{filled_in}")), "{form} {given}");
        }
        assert!(!told(form, ANSWERS) && !told(form, "answers: [\n"), "{form}");
    }
}

/// Nobody answered a form before it was sent.
#[test]
fn the_review_of_a_form_that_is_out_is_none_of_earlier_answers() {
    let form = "b15e31cde04efff3763857966a699f365717ac59fe6e2958bd51bf7b9150c162";
    let sent = |on: &str| format!("{REVIEW}sent: [{{on: {on}, form: {form}}}]\n");
    let told = |answers: &str, review: String| {
        let world = ours().with("vendor/v.yaml", answers).with("vendor/v-2027.review.yaml", review);
        usually_judged(&world).1.contains(&OTHER_NAME)
    };
    assert!(told(ANSWERS, sent("2026-11-02")));
    assert!(!told(ANSWERS, sent("2026-11-03")));
    assert!(told(&format!("{ANSWERS}filled: {{form: {form}}}\n"), sent("2026-11-03")), "they name it");
    assert!(told(&with(ANSWERS, "answered: 2026-11-02\n", ""), sent("2026-11-03")), "they say no day");
}

/// What is told of the reviews beside some answers, which are looked at together.
fn told_of(files: &[&str], world: &dyn World) -> Vec<String> {
    let (shelf, mut sought) = (Shelf::default(), SoughtReviews::default());
    for file in files {
        let request = Request::new(*file);
        let case = load::flawed_case(&request, world, &shelf).value.unwrap();
        sought.add(SoughtReview::of(&request, &case, world));
    }
    let told = sought.beside_answers(world).into_iter();
    told.map(|unused| format!("{}: {}", unused.path.display(), unused.note.problem.help(Lang::En).as_str())).collect()
}

#[test]
fn a_review_is_told_once_for_the_answers_that_it_is_most_likely_of() {
    let form = "b15e31cde04efff3763857966a699f365717ac59fe6e2958bd51bf7b9150c162";
    let world = ours()
        .with("vendor/1.yaml", with(ANSWERS, "Vendor AB", "VENDOR AB"))
        .with("vendor/2.yaml", ANSWERS)
        .with("vendor/3.yaml", format!("{ANSWERS}filled: {{form: {form}}}\n"))
        .with("vendor/x.review.yaml", REVIEW)
        .with("vendor/y.review.yaml", format!("{REVIEW}sent: [{{on: 2026-10-01, form: {form}}}]\n"))
        .with("vendor/z.review.yaml", with(REVIEW, "Vendor AB", "vendor ab"));
    let all = ["vendor/3.yaml", "vendor/1.yaml", "vendor/2.yaml"];
    let named =
        |review: &str, name: &str| format!("vendor/{review}: if it is ours and of those answers, name it `{name}`");
    let spelled = |name: &str, vendor: &str| format!("{name} and write the vendor as they do, `{vendor}`");
    assert_eq!(
        told_of(&all, &world),
        [
            named("x.review.yaml", "2.review.yaml"),
            named("y.review.yaml", "3.review.yaml"),
            spelled(&named("z.review.yaml", "1.review.yaml"), "VENDOR AB"),
        ]
    );
    // whoever does what is said has a review that is used
    let world = world.with("vendor/1.review.yaml", with(REVIEW, "Vendor AB", "VENDOR AB"));
    assert!(judged(&Request::new("vendor/1.yaml"), &world).0.review.is_some());
    assert_eq!(told_of(&all[..2], &world)[0], named("x.review.yaml", "3.review.yaml"));
}

#[test]
fn a_folder_of_many_vendors_is_listed_once_and_each_review_is_told_once() {
    let names: Vec<String> = (0..40).map(|at| format!("vendor/v{at}.yaml")).collect();
    let world = names.iter().fold(ours(), |world, name| world.with(name, ANSWERS));
    let world = (0..40).fold(world, |world, at| world.with(format!("vendor/w{at}.review.yaml"), REVIEW));
    let world = Watched::new(world);
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(told_of(&files, &world).len(), 40);
    assert_eq!(world.listed.into_inner(), 1);
}
