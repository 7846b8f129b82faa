//! The values of the JSON: a type for each kind of text and number that has a shape, so that the schema can say it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::source::Date;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::fixed;

/// An exact number: a fraction n/d in lowest terms, or n when it is whole.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "exact")]
pub(super) struct ExactJson(#[schemars(regex(pattern = r"^-?[0-9]+(/[0-9]+)?$"))] Clean);

impl ExactJson {
    pub(super) fn of(number: &Exact) -> ExactJson {
        ExactJson(number.clean())
    }
}

/// The exact number beside it as decimal digits with a point: six places, rounded half to even. What is rounded one by
/// one need not add up.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "decimal")]
pub(super) struct DecimalJson(#[schemars(regex(pattern = r"^-?[0-9]+\.[0-9]{6}$"))] Clean);

/// A number in one of the two ways in which it stands: as a fraction, or as decimal digits.
pub(super) trait NumberJson {
    fn of(number: &Exact) -> Self;
}

impl NumberJson for ExactJson {
    fn of(number: &Exact) -> ExactJson {
        ExactJson::of(number)
    }
}

impl NumberJson for DecimalJson {
    fn of(number: &Exact) -> DecimalJson {
        DecimalJson(fixed(number, 6, Rounding::HalfEven))
    }
}

/// Decimal digits with a point, in the scale and rounding of the policy.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "shown")]
pub(super) struct ShownJson(#[schemars(regex(pattern = r"^[0-9]+(\.[0-9]{1,6})?$"))] pub(super) Clean);

/// Decimal digits with one decimal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "tenths")]
pub(super) struct TenthsJson(#[schemars(regex(pattern = r"^[0-9]+\.[0-9]$"))] pub(super) Clean);

/// Per cent, 0 to 100.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "percent")]
pub(super) struct PercentJson(#[schemars(range(max = 100))] pub(super) u8);

/// A weight, 0 or more. It has no unit: what counts is its part of the sum of the weights beside it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "weight")]
pub(super) struct WeightJson(pub(super) u32);

/// An id.
#[derive(Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[schemars(rename = "id")]
pub(super) struct IdJson<'a>(#[schemars(regex(pattern = r"^[A-Za-z0-9_-]{1,64}$"))] pub(super) &'a str);

/// The id of a question, category.question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "question-id")]
pub(super) struct QuestionIdJson<'a>(
    #[schemars(regex(pattern = r"^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{1,64}$"))] pub(super) &'a str,
);

/// The id of a red flag, or category: and the id of a category for its minimum.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "flag-id")]
pub(super) struct FlagIdJson(#[schemars(regex(pattern = r"^(category:)?[A-Za-z0-9_-]{1,64}$"))] pub(super) Clean);

/// The version of a questionnaire, three numbers.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "version")]
pub(super) struct VersionJson<'a>(
    #[schemars(regex(pattern = r"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$"))] pub(super) &'a str,
);

/// A name: it says something.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "name")]
pub(super) struct NameJson<'a>(#[schemars(regex(pattern = r"\S"))] pub(super) &'a str);

/// A day, year-month-day.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "date")]
pub(super) struct DateJson(#[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))] String);

impl DateJson {
    pub(super) fn of(day: Date) -> DateJson {
        DateJson(day.to_string())
    }
}

/// A SHA-256 in lower-case hexadecimal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "sha256")]
pub(super) struct FingerprintJson(#[schemars(regex(pattern = r"^[0-9a-f]{64}$"))] pub(super) String);

/// Words of a report are texts like any other.
impl JsonSchema for Clean {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
