//! The languages that `duly` itself speaks.

/// A language of the screen, the documents and the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// English.
    En,
    /// Swedish.
    Sv,
}

impl Lang {
    /// Every language, in the order in which they are listed to a user.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Sv];

    /// The two-letter code of ISO 639-1, as it stands in questionnaires and policies.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Sv => "sv",
        }
    }

    /// Reads a code (`sv`) or a POSIX locale (`sv_SE.UTF-8`); `None` for a language that `duly` does not speak.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let language = code_of(locale);
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }
}

/// The language of a POSIX locale by its code: `sv` of `sv_SE.UTF-8`.
pub fn code_of(locale: &str) -> &str {
    locale.split(['_', '.', '-', '@']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_read_by_their_language() {
        assert_eq!(Lang::from_locale("sv_SE.UTF-8"), Some(Lang::Sv));
        assert_eq!(Lang::from_locale("en"), Some(Lang::En));
        assert_eq!(Lang::from_locale("C"), None);
        assert_eq!(Lang::from_locale(""), None);
    }
}
