//! Words of a document, piece by piece: how each is set, and where it leads.

use crate::words::clean::{Clean, Trusted};

/// How good or bad something is. It is never said by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tone {
    /// Neither.
    Plain,
    /// Good.
    Good,
    /// Worth a look.
    Careful,
    /// Bad.
    Bad,
    /// Very bad.
    Worst,
}

/// Words, piece by piece. All of them are clean: nothing else reaches a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Run>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// How it is set.
    pub style: Style,
    /// The words; blanks at their ends count.
    pub words: Clean,
    /// Where it leads.
    pub link: Option<Link>,
}

/// How a piece is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// As usual.
    Plain,
    /// What the eye should meet first.
    Strong,
    /// What can be passed over.
    Faint,
    /// A name that programs know, such as an id.
    Code,
    /// Somebody else's words.
    Quoted,
    /// Words that are new.
    Added,
    /// Words that are gone.
    Removed,
    /// A word that says how good or bad something is.
    Tag(Tone),
}

/// Where a piece leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an anchor of the same document, if it has it.
    Within(Clean),
    /// To a page. Only `http`, `https` and `mailto` are followed; [`Text::web`] sees to that.
    Web(String),
}

impl Text {
    /// Words as usual.
    pub fn plain(words: impl Trusted) -> Text {
        Text::default().and(words)
    }

    /// Words that the eye should meet first.
    pub fn strong(words: impl Trusted) -> Text {
        Text::default().styled(Style::Strong, words)
    }

    /// A name that programs know.
    pub fn code(words: impl Trusted) -> Text {
        Text::default().styled(Style::Code, words)
    }

    /// Somebody else's words.
    pub fn quoted(words: impl Trusted) -> Text {
        Text::default().styled(Style::Quoted, words)
    }

    /// A word that says how good or bad something is.
    pub fn tag(tone: Tone, words: impl Trusted) -> Text {
        Text::default().styled(Style::Tag(tone), words)
    }

    /// With more words as usual.
    #[must_use]
    pub fn and(self, words: impl Trusted) -> Text {
        self.styled(Style::Plain, words)
    }

    /// With more words in a style.
    #[must_use]
    pub fn styled(self, style: Style, words: impl Trusted) -> Text {
        self.piece(style, words.clean(), None)
    }

    /// With an id that leads to its anchor in the same document.
    #[must_use]
    pub fn reference(self, id: impl Trusted) -> Text {
        let id = id.clean();
        self.piece(Style::Code, id.clone(), Some(Link::Within(id)))
    }

    /// With words that lead to a page; without the link where it is none that may be followed.
    #[must_use]
    pub fn web(self, words: impl Trusted, address: &str) -> Text {
        let may_follow = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\()[]{}|^*".contains(&byte));
        self.piece(Style::Plain, words.clean(), (may_follow && is_plain).then(|| Link::Web(address.to_owned())))
    }

    /// With another text behind it.
    #[must_use]
    pub fn then(mut self, other: Text) -> Text {
        self.0.extend(other.0);
        self
    }

    /// Texts with something between them.
    pub fn joined(texts: impl IntoIterator<Item = Text>, between: &'static str) -> Text {
        let mut texts = texts.into_iter();
        let first = texts.next().unwrap_or_default();
        texts.fold(first, |whole, text| whole.and(between).then(text))
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.words.is_empty())
    }

    /// The words without their styles.
    pub fn words(&self) -> Clean {
        self.0.iter().map(|span| &span.words).collect()
    }

    fn piece(mut self, style: Style, words: Clean, link: Option<Link>) -> Text {
        if !words.is_empty() {
            self.0.push(Run { style, words, link });
        }
        self
    }
}

impl<T: Trusted> From<T> for Text {
    fn from(words: T) -> Text {
        Text::plain(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_kept_as_they_are_and_empty_ones_are_none() {
        let text = Text::plain("a ").styled(Style::Quoted, "b").and("").and(" ").and("d");
        assert_eq!(text.words(), "a b d");
        assert_eq!(text.0.len(), 4);
        assert!(Text::plain("").is_empty());
    }

    #[test]
    fn only_harmless_addresses_become_links() {
        let link = |address: &str| Text::default().web("page", address).0[0].link.clone();
        assert!(link("https://eur-lex.europa.eu/eli/reg/2016/679/oj").is_some());
        for bad in ["javascript:alert(1)", "data:text/html,x", "//x", "https://x/\" onclick=\"y", "https://x/ y"] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }
}
