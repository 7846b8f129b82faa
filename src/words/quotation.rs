//! Somebody else's words between quotation marks of ours. Decided here and nowhere else.

use super::clean::{Clean, one_line};

/// What could end a quotation: double marks, in whichever language and width.
const MARKS: [char; 16] = ['"', '“', '”', '„', '‟', '«', '»', '＂', '〝', '〞', '〟', '❝', '❞', '″', 'ʺ', 'ˮ'];

/// Words as they stand between quotation marks, on one line: none of their own ends these.
pub fn within_quotes(text: &str) -> Clean {
    one_line(&text.replace(MARKS, "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_the_quotation_in_which_they_stand() {
        let forged = within_quotes("A” (this counts); seen by us: „B");
        assert_eq!(forged.as_str(), "A' (this counts); seen by us: 'B");
        assert!(MARKS.iter().all(|mark| within_quotes(&mark.to_string()).as_str() == "'"));
    }
}
