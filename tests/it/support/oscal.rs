//! OSCAL assessment results, held against the schema of OSCAL and against themselves. `tests/properties` uses it, too.

use std::collections::BTreeSet;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

const SCHEMA: &str = include_str!("../../oscal/assessment-results-1.2.1.schema.json");

/// What holds assessment results to the schema.
pub struct OscalChecker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl OscalChecker {
    pub fn new() -> OscalChecker {
        let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
        // each part says where it stands once more, in a way that only draft 4 knew
        for part in schema["definitions"].as_object_mut().unwrap().values_mut() {
            part.as_object_mut().unwrap().remove("$id");
        }
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("urn:schema", schema).unwrap();
        compiler.enable_format_assertions();
        let index = compiler.compile("urn:schema", &mut schemas).unwrap();
        OscalChecker { schemas, index }
    }

    /// What is wrong with assessment results: by the schema, or because something is named that is not there.
    pub fn faults(&self, document: &Value) -> Vec<String> {
        let by_schema = self.schemas.validate(document, self.index).err().map(|error| format!("{error:#}"));
        by_schema.into_iter().chain(dangling(document)).collect()
    }
}

/// Every object and text of a document, with the key that it stands under.
fn walk<'v>(key: &'v str, value: &'v Value, visit: &mut impl FnMut(&'v str, &'v Value)) {
    visit(key, value);
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| walk(key, value, visit)),
        Value::Array(list) => list.iter().for_each(|value| walk(key, value, visit)),
        _ => {}
    }
}

/// Every text of a document.
pub fn texts(document: &Value) -> Vec<&str> {
    let mut texts = Vec::new();
    walk("", document, &mut |_, value| texts.extend(value.as_str()));
    texts
}

/// The texts under a key, wherever it stands.
pub fn under<'v>(document: &'v Value, wanted: &str) -> Vec<&'v str> {
    let mut texts = Vec::new();
    walk("", document, &mut |key, value| texts.extend(value.as_str().filter(|_| key == wanted)));
    texts
}

/// Ids that stand twice, and references to what is not there.
fn dangling(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for id in under(document, "uuid") {
        if !ids.insert(id) {
            faults.push(format!("{id} stands twice"));
        }
        if id.as_bytes()[14] != b'5' {
            faults.push(format!("{id} is not of version 5"));
        }
    }
    let roles: BTreeSet<&str> = document["assessment-results"]["metadata"]["roles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|role| role["id"].as_str().unwrap())
        .collect();
    let here = under(document, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
    let named = ["observation-uuid", "risk-uuid", "party-uuid", "party-uuids", "actor-uuid", "subject-uuid"];
    let named = named.iter().flat_map(|key| under(document, key)).chain(here);
    faults.extend(named.filter(|id| !ids.contains(id)).map(|id| format!("{id} is not there")));
    let used = under(document, "role-id");
    faults.extend(
        used.into_iter().filter(|role| !roles.contains(role)).map(|role| format!("the role {role} is not there")),
    );
    faults
}
