//! The one error that is nobody's but the program's own.

use std::fmt;

use super::Lang;
use super::clean::{Clean, shown};

/// A law of `duly` itself that did not hold: a mistake in the program, never in a file. It is handed up to the command,
/// which writes no result, says so and ends with exit code 2; it never becomes a 0, an empty page or empty JSON.
///
/// By itself it shows as the whole sentence in English; [`Broken::told`] says it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    what: Clean,
}

impl Broken {
    /// What should always hold and did not, in a few English words for whoever mends it: they stand in the report that
    /// is asked for.
    pub fn new(what: impl fmt::Display) -> Broken {
        Broken { what: shown(what) }
    }

    /// What did not hold, alone.
    pub fn what(&self) -> &Clean {
        &self.what
    }

    /// The sentence for the user: what did not hold, that no result was written, and the request to report it.
    pub fn told(&self, lang: Lang) -> Clean {
        lang.broken_invariant(&self.what)
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl std::error::Error for Broken {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_broke_is_said_with_a_request_to_report_it() {
        let broken = Broken::new("the parts make 99 of 100");
        let said = "this should not happen: the parts make 99 of 100; no result was written; please report it, \
                    with the files if they may be shared";
        assert_eq!(broken.to_string(), said);
        assert_eq!(broken.told(Lang::En), said);
        assert!(broken.told(Lang::Sv).starts_with("det här ska inte kunna hända: the parts make 99 of 100; inget"));
    }
}
