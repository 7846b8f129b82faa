//! How answers and questions get in and out in what people have.

mod caiq;
mod ciso_assistant;
pub mod draft_for;
mod hecvat;
pub mod import;
mod made;
mod oscal_in;
pub mod others;
mod page;
mod page_in_browser;
mod rounds;
mod saved_again;
mod shown;
pub mod tables;
mod vsaq;
mod words_of_a_form;
mod workbook;

use duly::internal::exchange::ledger::{Fate, Ledger};
use duly::internal::words::Lang;
use duly::internal::words::matters::Matter;

/// How often a matter came up, as an account tells it.
fn counted(ledger: &Ledger, fate: Fate, matter: &Matter) -> usize {
    let begin = match fate {
        Fate::Read => "read: ",
        Fate::Mapped => "mapped: ",
        Fate::Lost | Fate::Open => "lost: ",
        Fate::Decide => "to decide: ",
    };
    let lines = ledger.lines(Lang::En);
    let told = lines.iter().filter_map(|line| line.strip_prefix(begin)).map(|said| format!(", {said}"));
    let number = |said: String| {
        let (_, behind) = said.split_once(&format!(", {}: ", matter.en))?;
        behind.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<usize>().ok()
    };
    told.filter_map(number).sum()
}
