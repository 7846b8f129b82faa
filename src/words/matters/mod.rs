//! What is counted when questions or answers of others come in: what was read, what became of it, what was lost, what
//! is to be decided. The matters of each format stand in a file of their own.

pub mod caiq;
pub mod ciso_assistant;
pub mod draft;
pub mod draft_for;
pub mod heard;
pub mod hecvat;
pub mod oscal;
pub mod sheets;
pub mod table;
pub mod vsaq;

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

/// Something that is counted: `rules for how an answer must be written`.
#[derive(Clone, Copy, Debug)]
pub struct Matter {
    /// By which it is known; no two have the same.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// In Swedish.
    pub sv: &'static str,
}

impl Matter {
    /// Its words.
    pub fn said(&self, lang: Lang) -> Clean {
        let words = match lang {
            Lang::En => self.en,
            Lang::Sv => self.sv,
        };
        words.clean()
    }
}

phrases! {
    ledger_read(matters) { "read: {matters}", "läst: {matters}" }
    ledger_mapped(matters) { "mapped: {matters}", "överfört: {matters}" }
    ledger_lost(matters) { "lost: {matters}", "gick förlorat: {matters}" }
    ledger_decide(matters) { "to decide: {matters}", "att avgöra: {matters}" }
    ledger_line(matter, count) { "{matter}: {count}", "{matter}: {count}" }
    ledger_examples(line, of) { "{line} ({of})", "{line} ({of})" }
    ledger_more(of) { "{of}, ...", "{of}, ..." }
}
