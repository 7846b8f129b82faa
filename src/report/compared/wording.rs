//! How a text changed, word by word, within a bound: finding the fewest changes costs the square of the words that
//! differ, and what people write in a comment is short.

use similar::{ChangeTag, TextDiff};

use crate::document::{Style, Text};
use crate::words::Lang;
use crate::words::clean::{Clean, visible};

/// So many pairs of a word before and one after are held against each other at most, in all texts together.
const PAIRS: usize = 20_000_000;

/// So many words of a text may differ at most.
const WORDS: usize = 1000;

/// The words of so many texts held against each other.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// So many words of each, before and after, may differ.
    most: usize,
    lang: Lang,
}

impl Wording {
    /// So many texts changed.
    pub fn of(texts: usize, lang: Lang) -> Wording {
        Wording { most: (PAIRS / texts.max(1)).isqrt().min(WORDS), lang }
    }

    /// What is gone and what is new, word by word. Where too much differs, that is shown as a whole, and said. Both
    /// texts are on one line.
    pub fn changed(self, before: &Clean, after: &Clean) -> Text {
        let (head, tail) = ends(before, after);
        let [gone, new] = [before, after].map(|text| &text[head..text.len() - tail]);
        let [head, tail] = [&before[..head], &before[before.len() - tail..]];
        let is_too_much = |words: &str| words.split_ascii_whitespace().nth(self.most).is_some();
        if is_too_much(gone) || is_too_much(new) {
            let piece = |text: Text, style: Style, words: &str| text.styled(style, visible(words));
            let shown =
                piece(piece(piece(Text::default(), Style::Quoted, head), Style::Removed, gone), Style::Added, new);
            return piece(shown, Style::Quoted, tail).and(self.lang.too_much_to_compare(self.most));
        }
        let mut pieces = vec![(ChangeTag::Equal, head.to_owned())];
        let found = TextDiff::from_words(gone, new);
        let changes = found.iter_all_changes().map(|change| (change.tag(), change.value()));
        for (tag, words) in changes.chain([(ChangeTag::Equal, tail)]) {
            match pieces.last_mut() {
                Some((last, all)) if *last == tag => all.push_str(words),
                _ => pieces.push((tag, words.to_owned())),
            }
        }
        pieces.into_iter().fold(Text::default(), |text, (tag, words)| {
            text.styled(
                match tag {
                    ChangeTag::Equal => Style::Quoted,
                    ChangeTag::Delete => Style::Removed,
                    ChangeTag::Insert => Style::Added,
                },
                visible(&words), // a part of what is clean already
            )
        })
    }
}

/// How many bytes of whole words two texts have in common at their beginning, and at their end behind it.
fn ends(before: &str, after: &str) -> (usize, usize) {
    let is_same = |(a, b): &(u8, u8)| a == b;
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    let [a, b] = [before, after].map(str::as_bytes);
    let same = a.iter().copied().zip(b.iter().copied()).take_while(is_same).count();
    let last_blank = || a[..same].iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
    let head = if is_edge(a.get(same)) && is_edge(b.get(same)) { same } else { last_blank() };
    let [a, b] = [&a[head..], &b[head..]];
    let same = a.iter().rev().copied().zip(b.iter().rev().copied()).take_while(is_same).count();
    let before_tail = |text: &[u8]| is_edge(text[..text.len() - same].last());
    let first_blank = || a[a.len() - same..].iter().position(|byte| *byte == b' ').map_or(0, |at| same - at);
    (head, if before_tail(a) && before_tail(b) { same } else { first_blank() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::one_line;

    fn told(before: &str, after: &str, most: usize) -> String {
        let text = Wording { most, lang: Lang::En }.changed(&one_line(before), &one_line(after));
        let piece = |run: &crate::document::Run| match run.style {
            Style::Removed => format!("[-{}-]", run.words),
            Style::Added => format!("{{+{}+}}", run.words),
            _ => run.words.to_string(),
        };
        text.0.iter().map(piece).collect()
    }

    #[test]
    fn words_that_are_gone_and_new_stand_among_those_that_stay() {
        for (before, after, expected) in [
            ("a b c", "a x c", "a [-b-]{+x+} c"),
            ("a b c", "a c", "a [-b -]c"),
            ("a b", "a b c", "a b{+ c+}"),
            ("ab", "abc", "[-ab-]{+abc+}"),
            ("å", "ä", "[-å-]{+ä+}"),
            ("xå yå", "xå zå", "xå [-yå-]{+zå+}"),
            ("", "a", "{+a+}"),
            ("a a", "a a a", "a a{+ a+}"),
            ("one two three four", "zero two three five", "[-one-]{+zero+} two three [-four-]{+five+}"),
        ] {
            assert_eq!(told(before, after, WORDS), expected, "{before} / {after}");
        }
    }

    #[test]
    fn where_too_much_differs_it_is_shown_as_a_whole_and_said() {
        let note = " (more than 2 words in a row differ, and are not compared word by word)";
        assert_eq!(told("a b c d", "a x c y", 2), format!("a [-b c d-]{{+x c y+}}{note}"));
        assert_eq!(told("a b c d e", "a x c y e", 2), format!("a [-b c d-]{{+x c y+}} e{note}"));
        assert_eq!(told("a b c d e", "a e", 3), "a [-b c d -]e");
        assert_eq!(told("a b c e", "a e", 2), "a [-b c -]e");
        assert_eq!(told("a b c e", "a e", 1).matches(" 1 words ").count(), 1);
    }

    #[test]
    fn the_more_texts_there_are_the_less_of_each_is_compared() {
        let most = |texts: usize| Wording::of(texts, Lang::En).most;
        assert_eq!([0, 1, 20, 113, 50_000].map(most), [1000, 1000, 1000, 420, 20]);
    }
}
