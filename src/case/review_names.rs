//! What reviews are called: by its name alone a review belongs to answers.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::endings::{Ending, ending};

/// How the name of a review's file ends.
const ENDING: &str = ".review.yaml";

/// The name by which the review of answers is found: `nordkontakt.yaml` → `nordkontakt.review.yaml`.
pub fn review_name(answers: &Path) -> OsString {
    let mut name = answers.file_stem().unwrap_or_default().to_owned();
    name.push(ENDING);
    name
}

/// What the answers are called, but for their ending, of which a file is the review by its name:
/// `nordkontakt.review.yaml` → `nordkontakt`. `None` if it is not named as a review.
pub fn answers_stem(review: &Path) -> Option<&OsStr> {
    let named = Path::new(review.file_stem()?);
    (ending(review) == Ending::Review).then(|| named.file_stem()).flatten()
}

/// Whether a file is named as answers are that are judged.
pub fn is_named_as_answers(path: &Path) -> bool {
    matches!(ending(path), Ending::Yaml | Ending::Json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_of_the_answers_that_have_its_name() {
        for (answers, review) in [
            ("v/nordkontakt.yaml", "nordkontakt.review.yaml"),
            ("nordkontakt.yml", "nordkontakt.review.yaml"),
            ("a.b.JSON", "a.b.review.yaml"),
            ("Nord kontakt.xlsx", "Nord kontakt.review.yaml"),
        ] {
            assert_eq!(review_name(Path::new(answers)), review);
            assert_eq!(answers_stem(Path::new(review)), Path::new(answers).file_stem());
        }
        for review in ["v/x.review.yml", "X.Review.YAML"] {
            assert!(answers_stem(Path::new(review)).is_some_and(|stem| stem.eq_ignore_ascii_case("x")), "{review}");
        }
        for other in ["x.yaml", "review.yaml", "x-review.yaml", "x.review.json", "x.review.yaml.txt", "x.review", ""] {
            assert_eq!(answers_stem(Path::new(other)), None, "{other}");
        }
    }
}
