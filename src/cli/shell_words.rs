//! A command taken apart, as a shell does that hands its words on.

/// The words of a command as a shell hands them on.
pub fn shell_words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut word, mut signs): (Option<String>, _) = (None, command.chars());
    while let Some(sign) = signs.next() {
        match sign {
            ' ' => words.extend(word.take()),
            '\'' => word.get_or_insert_default().extend(signs.by_ref().take_while(|sign| *sign != '\'')),
            '\\' => word.get_or_insert_default().extend(signs.next()),
            sign => word.get_or_insert_default().push(sign),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_taken_apart_as_it_was_quoted() {
        use crate::words::clean::shell_word;
        for name in ["a.yaml", "with blank.yaml", "it's.yaml", "''", "$HOME;`x`.yaml", "-"] {
            let typed = format!("duly export {} -f html", shell_word(name));
            assert_eq!(shell_words(&typed), ["duly", "export", name, "-f", "html"], "{typed}");
        }
        assert!(
            shell_words(" ' never closed").len() == 1 && shell_words("").is_empty() && shell_words("\\").len() == 1
        );
    }
}
