//! A judgement of short texts.

use duly::internal::answers::Answers;
use duly::internal::answers::evidence::stays_inside;
use duly::internal::assessment::{Assessment, Papers, Presence, Subject, assess};
use duly::internal::policy::Policy;
use duly::internal::questionnaire::Questionnaire;
use duly::internal::questionnaire::ids::{ById, QuestionId};
use duly::internal::review::{Review, read as read_review};
use duly::internal::source::{Date, Fingerprint, Source};

use super::reading::{self, accepted};

/// A questionnaire; its id and version must be `small@1.0.0`.
pub fn questionnaire(text: &str) -> Questionnaire {
    accepted(reading::questionnaire(&Source::new("small.yaml", text)))
}

/// What a vendor says, and our review of it.
pub struct Vendor {
    pub answers: Answers,
    pub review: Option<Review>,
    /// Every document that is said to lie beside the answers does.
    pub papers: Papers,
}

/// A vendor, from an answers file and a review without their heads.
pub fn vendor(questionnaire: &Questionnaire, answers: &str, review: Option<&str>) -> Vendor {
    let head = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n";
    let source = Source::new("v.yaml", format!("{head}{answers}"));
    let answers = accepted(reading::answers(&source, questionnaire));
    let head = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Security office\n";
    let review = review.map(|review| {
        let source = Source::new("v.review.yaml", format!("{head}{review}"));
        accepted(read_review::read(&source, questionnaire, &answers))
    });
    let papers = all_here(&answers);
    Vendor { answers, review, papers }
}

/// The judgement as of [`super::DAY`].
pub fn judge<'a>(questionnaire: &'a Questionnaire, vendor: &'a Vendor, policy: &'a Policy) -> Assessment<'a> {
    let as_of = Date::parse(super::DAY).unwrap();
    let Vendor { answers, review, papers } = vendor;
    assess(Subject { questionnaire, answers, review: review.as_ref(), papers, policy, as_of }).unwrap()
}

/// A file at every place that a document names and that a file can have.
pub fn all_here(answers: &Answers) -> Papers {
    let places = answers.evidence.iter().filter_map(|item| item.location.as_deref());
    let files = places.filter(|place| stays_inside(place) && !place.contains("://"));
    files.map(|place| (place, Presence::Here(Fingerprint::of([place])))).collect()
}

/// A question by its number in its questionnaire, from 0.
pub fn nth(number: usize) -> QuestionId {
    let questions: ById<QuestionId, usize> = (0..=number).collect();
    questions.find(|other| *other == number).unwrap()
}
