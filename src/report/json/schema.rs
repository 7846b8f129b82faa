//! The schema of a document, made of its types: their keys, their shapes and what is said about them.

use schemars::JsonSchema;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, RestrictFormats};
use serde_json::{Value, json};

use super::text::finished;
use crate::words::Broken;

/// The JSON Schema, draft 2020-12, of what a type is written as, with a final line break; the same on every run.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub(super) fn of<T: JsonSchema>() -> Result<String, Broken> {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RestrictFormats::default())
        .with_transform(RecursiveTransform(close))
        .with_transform(RecursiveTransform(unwrap));
    finished(serde_json::to_string_pretty(&settings.into_generator().into_root_schema_for::<T>()))
}

/// The id of the schema of a format: `duly/assessment@1` has `urn:duly:assessment@1`.
pub(super) fn urn(format: &str) -> String {
    format!("urn:{}", format.replace('/', ":"))
}

/// An object has the keys that are described, and no others.
fn close(schema: &mut Schema) {
    let has_keys = schema.get("properties").is_some() && schema.get("additionalProperties").is_none();
    if has_keys && schema.get("type").is_some_and(|kind| kind == "object") {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// A description is a line, however the comment was broken that it is made of.
fn unwrap(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
}

/// A table has every one of its words as a key.
pub(super) fn complete(schema: &mut Schema) {
    let words = schema.get("properties").and_then(Value::as_object);
    let words: Option<Vec<Value>> = words.map(|words| words.keys().map(|word| json!(word)).collect());
    if let Some(words) = words {
        schema.insert("required".to_owned(), Value::Array(words));
    }
}
