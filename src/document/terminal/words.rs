//! The words of a document as the terminal shows them.

use crate::document::canvas::Piece;
use crate::document::{Run, Style, Text};
use crate::words::clean::{Clean, Trusted};

/// The pieces of a text; what is set as usual is set so.
pub fn pieces(text: &Text, usual: Style) -> Vec<Piece> {
    let style = |span: &Run| if matches!(span.style, Style::Plain | Style::Quoted) { usual } else { span.style };
    text.0.iter().map(|span| (style(span), marked(span))).collect()
}

/// What is gone and what is new is told apart without colour, too.
fn marked(span: &Run) -> Clean {
    match span.style {
        Style::Removed => "[-".and(&span.words).and("-]"),
        Style::Added => "{+".and(&span.words).and("+}"),
        _ => span.words.clone(),
    }
}
