//! Our own duties as controller, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::DateJson;
use super::word::WordJson;
use crate::assessment::Subject;
use crate::review::Duty;
use crate::source::fields::Word;

/// A duty of ours as controller.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "our-duty")]
pub(super) struct DutyJson<'a> {
    /// Which duty it is.
    duty: WordJson<Duty>,
    /// The day on which it was seen to, or null if nothing is on file.
    done: Option<DateJson>,
    /// Where that can be found, or null if nothing is on file.
    #[serde(rename = "where")]
    place: Option<&'a str>,
}

/// All of them, in their fixed order.
pub(super) fn all<'a>(subject: &Subject<'a>) -> Vec<DutyJson<'a>> {
    let duty = |(_, duty): &(&str, Duty)| {
        let found = subject.review.and_then(|review| review.duty(*duty));
        DutyJson {
            duty: WordJson(*duty),
            done: found.map(|found| DateJson::of(found.done)),
            place: found.map(|found| found.place.as_str()),
        }
    };
    Duty::ALL.iter().map(duty).collect()
}
