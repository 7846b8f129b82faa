//! OSCAL assessment results of random worlds are valid, name nothing that is not there, and lose no point.

use duly::internal::case::Origins;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::oscal as assessment_results;
use duly::internal::report::story::Story;
use duly::internal::words::{Lang, clean};
use proptest::prelude::*;
use serde_json::Value;

use super::check_worlds;
use super::facts::Files;
use super::generate::Shape;
use super::oscal_checker::{OscalChecker, texts};

#[test]
fn results_of_any_world_are_valid_and_the_same_every_time() {
    let checker = OscalChecker::new();
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        for lang in Lang::ALL {
            let render = || {
                assessment_results::render(&Story::new(&assessment, lang), &Origins::default(), &MadeBy::default())
                    .unwrap()
            };
            let text = render();
            prop_assert_eq!(&text, &render());
            let document: Value = serde_json::from_str(&text).unwrap();
            let faults = checker.faults(&document);
            prop_assert!(faults.is_empty(), "{:?}\n{}", faults, text);
            prop_assert!(texts(&document).into_iter().all(|text| !clean::has_hidden(text)), "{}", text);
            let findings = &document["assessment-results"]["results"][0]["findings"];
            let counted = assessment.questions.iter().filter(|judged| !judged.parts.whole().is_zero()).count();
            prop_assert_eq!(findings.as_array().map_or(0, Vec::len), counted);
        }
        Ok(())
    });
}
