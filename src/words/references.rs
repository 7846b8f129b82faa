//! References to laws and standards, as a language writes them.

use super::Lang;

/// A point of a law or a standard, as a questionnaire names it: `32(1)(b)` is `32.1 b` to Swedish lawyers, and an annex
/// is a `bilaga`. What is written otherwise stays as it is.
pub fn point(written: &str, lang: Lang) -> String {
    match lang {
        Lang::En => written.to_owned(),
        Lang::Sv => in_swedish(written).unwrap_or_else(|| written.to_owned()),
    }
}

fn in_swedish(written: &str) -> Option<String> {
    let (annex, number) = match written.strip_prefix("Annex ") {
        Some(number) => ("bilaga ", number),
        None => ("", written),
    };
    let (number, parts) = number.split_once('(').map_or((number, ""), |(number, parts)| (number, parts));
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric());
    if !is_number || (annex.is_empty() && parts.is_empty()) {
        return None;
    }
    let mut told = format!("{annex}{number}");
    for part in parts.split('(').filter(|_| !parts.is_empty()) {
        let part = part.strip_suffix(')')?;
        let is_one = !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
        let mark = match part.starts_with(|c: char| c.is_ascii_digit()) {
            _ if !is_one => return None,
            true => '.',
            false => ' ',
        };
        told.push(mark);
        told.push_str(part);
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_written_as_the_language_does() {
        let others = ["32", "A.5.17", "PR.DS-02", "10.2.1", "SEF-05", "Annex"];
        let broken = ["", "32()", "32(1", "(1)", "1(2)x", "a(b)c(d)"];
        let same = others.into_iter().chain(broken);
        for written in same {
            assert_eq!(point(written, Lang::Sv), written);
        }
        let told = ["32(1)(b)", "33(2)", "21(2)(i)", "Annex III(1)(c)", "Annex I", "6(39)"];
        assert_eq!(told.map(|written| point(written, Lang::En)), told);
        let swedish = ["32.1 b", "33.2", "21.2 i", "bilaga III.1 c", "bilaga I", "6.39"];
        assert_eq!(told.map(|written| point(written, Lang::Sv)), swedish);
    }
}
