//! Where the parts of trees lie: one behind the other, and given back all at once.

use std::borrow::Cow;

use bumpalo::Bump;

/// The room that trees lie in, as long as it is there.
#[derive(Debug, Default)]
pub struct Arena(Bump);

impl Arena {
    /// Room for the tree of a text of so many bytes: trees mostly take no more than twice as many.
    pub fn for_text(bytes: usize) -> Arena {
        Arena(Bump::with_capacity(2 * bytes))
    }

    /// A text that is in no file, or is there in other words.
    pub fn text(&self, text: &str) -> &str {
        self.0.alloc_str(text)
    }

    /// The same of one that may be in the file as it is, and then stays there.
    pub fn kept<'a>(&'a self, text: Cow<'a, str>) -> &'a str {
        match text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.text(&text),
        }
    }

    /// The parts of a list or a map.
    pub fn all<T: Copy>(&self, parts: &[T]) -> &[T] {
        self.0.alloc_slice_copy(parts)
    }

    /// A part by itself.
    pub fn one<T: Copy>(&self, part: T) -> &T {
        self.0.alloc(part)
    }
}
