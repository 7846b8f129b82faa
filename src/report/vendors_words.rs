//! What the vendor wrote, between quotation marks, so that nothing in it passes for what stands beside it.

use crate::assessment::subject::Subject;
use crate::document::{Fact, Text};
use crate::words::Lang;
use crate::words::quotation::within_quotes;

/// What the vendor calls its service is told in so many characters, but where all is told.
const LONGEST_SERVICE: usize = 200;

/// Words of the vendor.
pub fn vendors_words(words: &str, lang: Lang) -> Text {
    Text::plain(lang.quote_opens()).then(Text::quoted(within_quotes(words))).and(lang.quote_closes())
}

/// What the vendor calls its service, in short.
pub fn service(subject: &Subject<'_>, lang: Lang) -> Option<Fact> {
    let service = subject.answers.service.as_deref()?;
    Some(Fact::new(lang.service(), vendors_words(&within_quotes(service).cut(LONGEST_SERVICE), lang)))
}
