//! What stands for something in a usage line, such as `FILE`, in the reader's language.

use crate::words::Lang;

/// The words that stand for values, and in Swedish.
const PLACEHOLDERS: [(&str, &str); 24] = [
    ("ANSWERS", "SVAR"),
    ("ANSWER", "SVAR"),
    ("QUESTION", "FRÅGA"),
    ("FOLDER", "MAPP"),
    ("FILE", "FIL"),
    ("NAME", "NAMN"),
    ("OF", "AV"),
    ("DATE", "DATUM"),
    ("CODE", "KOD"),
    ("COMMAND", "KOMMANDO"),
    ("OPTIONS", "VÄXLAR"),
    ("WHEN", "NÄR"),
    ("FORMAT", "FORMAT"),
    ("FACTOR", "FAKTOR"),
    ("OPTION", "ALTERNATIV"),
    ("SHELL", "SKAL"),
    ("TIME", "TID"),
    ("KIND", "SLAG"),
    ("PART", "DEL"),
    ("COLUMN", "KOLUMN"),
    ("VALUE", "VÄRDE"),
    ("WHAT", "VAD"),
    ("ID", "ID"),
    ("N", "N"),
];

/// The name of a value, word by word.
pub fn placeholder(name: &str, lang: Lang) -> String {
    let told = |word: &str| match PLACEHOLDERS.iter().find(|(en, _)| *en == word) {
        Some((_, sv)) if lang == Lang::Sv => (*sv).to_owned(),
        _ => word.to_owned(),
    };
    let mut said = String::new();
    for part in name.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        said.push_str(&told(word));
        said.push_str(part.strip_prefix(word).unwrap_or_default());
    }
    said
}

/// The same in a line of usage: between brackets, where nothing else stands.
pub fn placeholders(usage: &str, lang: Lang) -> String {
    let (mut said, mut name, mut depth) = (String::new(), String::new(), 0_usize);
    for c in usage.chars() {
        match c {
            '<' | '[' => depth += 1,
            '>' | ']' => {
                said.push_str(&placeholder(&std::mem::take(&mut name), lang));
                depth = depth.saturating_sub(1);
            }
            _ if depth > 0 => {
                name.push(c);
                continue;
            }
            _ => {}
        }
        said.push_str(&placeholder(&std::mem::take(&mut name), lang));
        said.push(c);
    }
    said + &name
}

/// Whether each word of a name that stands for something has its row; what is in small letters is typed as it is.
#[cfg(test)]
pub fn is_told(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_uppercase));
    words.all(|word| PLACEHOLDERS.iter().any(|(en, _)| *en == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_brackets_is_a_placeholder() {
        let told = |usage: &str| placeholders(usage, Lang::Sv);
        assert_eq!(told("duly new [OPTIONS] <FILE|FOLDER>... FILE"), "duly new [VÄXLAR] <FIL|MAPP>... FILE");
        assert_eq!(told("--inherent <FACTOR=OPTION,...>"), "--inherent <FAKTOR=ALTERNATIV,...>");
        assert_eq!(told("--x<FILE"), "--x<FILE");
        assert_eq!(placeholders("[OPTIONS] <FILE>", Lang::En), "[OPTIONS] <FILE>");
    }
}
