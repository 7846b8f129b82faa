//! Questionnaires, answers and reviews from short texts, for tests of the judgement itself: no process, no file.

#![allow(clippy::panic, reason = "a test that cannot get its input has failed")]

use std::sync::Arc;

use duly::answers::{Answers, read as read_answers};
use duly::assessment::{Assessment, Subject, assess};
use duly::policy::Policy;
use duly::questionnaire::{self, Questionnaire};
use duly::review::{Review, read as read_review};
use duly::source::{Date, Diagnostics, Source};
use duly::words::problem::{Problem, text};

/// A questionnaire; its id and version must be `small@1.0.0`.
pub fn questionnaire(written: &str) -> Questionnaire {
    let no_file = |_: &str| -> Result<Arc<Source>, Problem> { Err(text::empty_file()) };
    let read = questionnaire::read(&Source::new("small.yaml", written), &no_file);
    read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics))
}

/// What a vendor says, and our review of it.
pub struct Vendor {
    pub answers: Answers,
    pub review: Option<Review>,
}

/// A vendor, from an answers file and a review without their heads.
pub fn vendor(questionnaire: &Questionnaire, answers: &str, review: Option<&str>) -> Vendor {
    let head = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n";
    let source = Source::new("v.yaml", format!("{head}{answers}"));
    let root = read_answers::tree(&source, &mut Diagnostics::default()).unwrap();
    let (reference, _) = read_answers::reference(&root, &source).value.unwrap();
    let read = read_answers::read(&root, &source, &reference, questionnaire);
    let answers = read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics));
    let review = review.map(|review| {
        let head = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Security office\n";
        let source = Source::new("v.review.yaml", format!("{head}{review}"));
        let read = read_review::read(&source, questionnaire, &answers);
        read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics))
    });
    Vendor { answers, review }
}

/// The judgement as of 23 November 2026.
pub fn judge<'a>(questionnaire: &'a Questionnaire, vendor: &'a Vendor, policy: &'a Policy) -> Assessment<'a> {
    let as_of = Date::new(2026, 11, 23).unwrap();
    assess(Subject { questionnaire, answers: &vendor.answers, review: vendor.review.as_ref(), policy, as_of })
}
