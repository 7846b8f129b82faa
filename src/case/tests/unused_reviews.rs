//! Reviews of a vendor that lie beside its answers and are not used: what is told, what is not, and at what cost.

use super::super::{Request, Shelf, WhichReview, load};
use super::watched::Watched;
use super::{ANSWERS, OWN, REVIEW, codes, judged, ours, usually_judged, with};

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
    let other_answers = with(ANSWERS, "2026-11-02", "2025-11-02");
    for (name, text) in [
        ("rival-review.yaml", &*of_another),
        ("rival.review.yaml", &*of_another),
        ("v-2025.review.yaml", REVIEW), // of the answers of that year, which lie there, too
        ("v-2027.review.yaml", REVIEW), // of the form that is out
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
fn a_folder_of_many_vendors_is_listed_once_for_reviews_under_other_names() {
    let world = ours().with("vendor/v1-review.yaml", REVIEW);
    let answers = |at: usize| format!("vendor/v{at}.yaml");
    let world = (0..40).fold(world, |world, at| world.with(answers(at), ANSWERS));
    let (world, shelf) = (Watched::new(world), Shelf::default());
    for at in 0..40 {
        let loaded = load::case(&Request::new(&*answers(at)), &world, &shelf);
        assert_eq!(codes(&loaded.notes), [OWN, OTHER_NAME], "{at}");
    }
    assert_eq!(world.listed.into_inner(), 1);
}
