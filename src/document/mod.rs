//! What people keep or read: headings, paragraphs, lists, tables and figures as a tree that knows no model, fitted to a
//! page and rendered for a terminal, as Markdown, as HTML or for Word.

pub mod address;
pub mod bars;
pub mod canvas;
pub mod drawing;
pub mod figure;
pub mod fit;
pub mod grid;
pub mod height;
pub mod html;
pub mod markdown;
pub mod table;
pub mod terminal;
pub mod text;
pub mod tree;
pub mod word;
pub mod wrap;

pub use figure::*;
pub use table::*;
pub use text::*;
pub use tree::*;
