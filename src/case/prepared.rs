//! The built-in questionnaires as they were prepared when the program was built, see `build.rs`.

use std::sync::{Arc, OnceLock};

use crate::questionnaire::Questionnaire;
use crate::questionnaire::built_in::BuiltIn;

/// What was prepared, and what has been read of it.
struct Prepared {
    /// What it was prepared under.
    key: &'static str,
    bytes: &'static [u8],
    /// Nothing until somebody asks for it; then for as long as the program runs.
    read: OnceLock<Option<Arc<Questionnaire>>>,
}

/// Takes what was prepared under a key into the program.
macro_rules! prepared {
    ($($key:literal),* $(,)?) => {
        [$(Prepared {
            key: $key,
            bytes: include_bytes!(concat!(env!("OUT_DIR"), "/", $key)),
            read: OnceLock::new(),
        }),*]
    };
}

static PREPARED: [Prepared; 3] = prepared!["customer-service", "customer-service-1.0.0", "mvsp"];

/// A built-in questionnaire, ready for use. A test proves that there is each of them.
pub fn questionnaire(built_in: &BuiltIn) -> Option<&'static Arc<Questionnaire>> {
    let prepared = PREPARED.iter().find(|prepared| prepared.key == built_in.key)?;
    // its texts are read only where it is not prepared: never, as a test proves
    let read = || built_in.prepared(prepared.bytes).or_else(|| built_in.read().value).map(Arc::new);
    prepared.read.get_or_init(read).as_ref()
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
            let prepared = PREPARED.iter().find(|one| one.key == built_in.key).unwrap();
            assert_eq!(built_in.prepared(prepared.bytes), read.value, "{}", built_in.key);
            assert_eq!(questionnaire(built_in).map(|prepared| &**prepared), read.value.as_ref());
        }
    }
}
