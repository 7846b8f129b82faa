//! The built-in questionnaires as they were prepared when the program was built, see `build.rs`.

use crate::questionnaire::Questionnaire;
use crate::questionnaire::built_in::BuiltIn;
use crate::source::{Checked, Diagnostics};

/// Takes what was prepared under a key into the program.
macro_rules! prepared {
    ($($key:literal),* $(,)?) => {
        &[$(($key, include_bytes!(concat!(env!("OUT_DIR"), "/", $key)))),*]
    };
}

/// What was prepared, by key. What nobody asks for costs a run nothing.
const PREPARED: &[(&str, &[u8])] = prepared!["customer-service", "customer-service-1.0.0", "mvsp"];

/// A built-in questionnaire, ready for use.
pub fn questionnaire(built_in: &BuiltIn) -> Checked<Questionnaire> {
    match prepared(built_in) {
        Some(found) => Checked::new(Some(found), Diagnostics::default()),
        None => built_in.read(), // never: a test proves that all are prepared
    }
}

fn prepared(built_in: &BuiltIn) -> Option<Questionnaire> {
    let (_, bytes) = PREPARED.iter().find(|(key, _)| *key == built_in.key)?;
    built_in.prepared(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::built_in;

    #[test]
    fn what_is_prepared_is_what_its_texts_say() {
        for built_in in built_in::ALL {
            let read = built_in.read();
            assert!(read.diagnostics.is_empty());
            assert_eq!(prepared(built_in), read.value, "{}", built_in.key);
        }
    }
}
