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
mod workbook;
