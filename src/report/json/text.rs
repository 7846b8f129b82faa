//! The text of a document.

use crate::words::{Broken, clean};

/// A document with its final line break, without hidden characters.
///
/// # Errors
/// It could not be written as JSON, which only a mistake in its types could bring about.
pub fn finished(json: serde_json::Result<String>) -> Result<String, Broken> {
    let json = json.map_err(|error| Broken::new(format_args!("the result cannot be written as JSON: {error}")))?;
    Ok(clean::json_escaped(json + "\n"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_cannot_be_written_is_no_empty_document() {
        assert_eq!(finished(serde_json::to_string("a")).unwrap(), "\"a\"\n");
        let keyed_by_lists: BTreeMap<[u8; 2], u8> = [([1, 2], 3)].into();
        let broken = finished(serde_json::to_string(&keyed_by_lists)).unwrap_err();
        assert!(broken.to_string().contains("the result cannot be written as JSON: key must be a string"), "{broken}");
    }
}
