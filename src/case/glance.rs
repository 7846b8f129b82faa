//! What a file may hold, by its name and by what it says, wherever it lies: in a folder, or in an archive.

use std::path::Path;

use super::endings::{Ending, begins_packed, ending, is_message, says_who_opened};
use super::kind;
use super::text;
use crate::answers::read::LARGEST;

/// So much of a message or a note is looked through, in bytes.
const MESSAGE: usize = 64 << 10;

/// What a look at a file shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Glance {
    /// It is named as answers are, and was meant to hold some.
    Meant,
    /// It holds answers, and its name ends otherwise.
    OtherEnding,
    /// It holds answers, and has the name of a review.
    ReviewName,
    /// It is named as a table, a workbook or an archive, or begins as what is packed does: so.
    Packed(Vec<u8>),
    /// It cannot be read.
    Unreadable,
    /// It is plainly something else.
    SomethingElse,
}

/// Looks at a file, whose first bytes are read, and more where these do not say what it is.
pub fn glance(path: &Path, mut read: impl FnMut(usize) -> Option<Vec<u8>>) -> Glance {
    let named = ending(path);
    let Some((beginning, begins_as_answers)) = kind::beginning(&mut read) else { return Glance::Unreadable };
    match named {
        _ if begins_packed(&beginning) => Glance::Packed(beginning),
        Ending::Yaml | Ending::Json | Ending::Review | Ending::YamlAndMore => of_text(path, named, read),
        _ if begins_as_answers || quotes_answers(path, &beginning, read) => Glance::OtherEnding,
        _ if says_who_opened(path) && beginning.len() < kind::BEGINNING => Glance::SomethingElse,
        Ending::Table | Ending::Workbook | Ending::Archive => Glance::Packed(beginning),
        Ending::Other => Glance::SomethingElse,
    }
}

/// What a file is whose name says that it may be a text of ours.
fn of_text(path: &Path, named: Ending, mut read: impl FnMut(usize) -> Option<Vec<u8>>) -> Glance {
    let Some(bytes) = read(LARGEST + 1) else { return Glance::Unreadable };
    let text = text::roughly(path, bytes);
    match named {
        Ending::Review if kind::is_no_review(&text) => Glance::ReviewName,
        Ending::YamlAndMore if kind::holds_answers(&text) => Glance::OtherEnding,
        Ending::Yaml | Ending::Json if kind::is_meant(&text) => Glance::Meant,
        _ => Glance::SomethingElse,
    }
}

/// Whether it is a message or a note that holds answers behind its beginning.
fn quotes_answers(path: &Path, beginning: &[u8], mut read: impl FnMut(usize) -> Option<Vec<u8>>) -> bool {
    let is_longer = beginning.len() == kind::BEGINNING;
    let more = || if is_longer { read(MESSAGE + 1) } else { Some(beginning.to_vec()) };
    let text = is_message(path).then(more).flatten();
    let has_fences = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    text.is_some_and(|bytes| kind::quotes_answers(&text::roughly(path, bytes), has_fences))
}
