//! What others wrote, as cells hold it: every sign that cannot be seen as a visible escape, lines kept as lines.

use super::layout::LONGEST_TEXT;
use crate::words::Clean;
use crate::words::clean::visible;

/// A text of several lines, clean.
pub fn lines_of(text: &str) -> Vec<Clean> {
    let with_blanks = |line: &str| visible(&line.replace('\t', "    "));
    text.trim_end().lines().map(with_blanks).collect()
}

/// The same in as many parts as cells need; none where there is no text.
pub fn parts(text: &str) -> Vec<String> {
    let lines: Vec<String> = lines_of(text).into_iter().map(String::from).collect();
    let (mut parts, mut part, mut left) = (Vec::new(), String::new(), LONGEST_TEXT);
    for c in lines.join("\n").chars() {
        if c.len_utf16() > left {
            parts.push(std::mem::take(&mut part));
            left = LONGEST_TEXT;
        }
        left -= c.len_utf16();
        part.push(c);
    }
    parts.extend((!part.is_empty()).then_some(part));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_lines_and_nothing_is_hidden() {
        assert_eq!(parts("a\r\n\tb\u{202e}\u{0}\u{fffe}\n\n c \n"), ["a\n    b\\u{202e}\\u{0}\\u{fffe}\n\n c"]);
        assert_eq!(parts(" \n "), Vec::<String>::new());
    }

    #[test]
    fn a_long_text_goes_on_in_the_next_part_and_no_letter_is_cut_in_two() {
        let long = format!("x{}", "😀".repeat(40_000));
        let parts = parts(&long);
        assert_eq!(parts.concat(), long);
        let units: Vec<usize> = parts.iter().map(|part| part.encode_utf16().count()).collect();
        assert_eq!(units, [32_767, 32_766, 14_468]);
    }
}
