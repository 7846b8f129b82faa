//! Somebody else's words between quotation marks of ours. Decided here and nowhere else.

use super::Lang;
use super::clean::{Clean, one_line};

/// What could end a quotation: double marks, in whichever language and width, and what looks like one.
const DOUBLE: &str = "\"“”„‟«»＂〝〞〟❝❞❠🙶🙷🙸⹂″‴⁗‶‷ʺˮ˝˵˶〃״\u{1cd3}≪≫《》";

/// What is an apostrophe by itself, and looks like a double mark beside another one.
const SINGLE: &str = "'‘’‚‛‹›❛❜❟＇`｀´′‵ʹʻʼʽʾʿˈˊˋ˴΄᾽᾿῾՚՝׳ߴߵꞌ";

fn is_double(sign: char) -> bool {
    DOUBLE.contains(sign)
}

fn is_mark(sign: char) -> bool {
    is_double(sign) || SINGLE.contains(sign)
}

/// Words as they stand between quotation marks, on one line: none of their own ends these. Marks that stand next to
/// each other are one plain apostrophe, as a double one is.
pub fn within_quotes(text: &str) -> Clean {
    let line = one_line(text);
    if !line.contains(is_mark) {
        return line;
    }
    let mut words = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let mut is_more = is_double(sign);
        while is_mark(sign) && signs.next_if(|next| is_mark(*next)).is_some() {
            is_more = true;
        }
        words.push(if is_more { '\'' } else { sign });
    }
    one_line(&words)
}

/// Words as they stand between the marks of code of a message, on one line: none of their own ends these.
pub fn within_code(text: &str) -> Clean {
    one_line(&text.replace('`', "'"))
}

/// A name that somebody gave itself, as it stands among words of ours, cut to the room that there is: between quotation
/// marks where it could pass for more than a name.
pub fn named(name: &str, lang: Lang, cut: impl FnOnce(Clean) -> Clean) -> Clean {
    if is_name_alone(name) { cut(one_line(name)) } else { lang.quoted(cut(within_quotes(name))) }
}

/// Forms of companies that stand behind a comma, or in brackets, at the end of a name.
const FORMS: [&str; 24] = [
    "a/s",
    "ab",
    "ag",
    "aps",
    "as",
    "bv",
    "co",
    "corp",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "pbc",
    "plc",
    "publ",
    "sa",
    "se",
];

/// What parts a list, a sentence or a remark of ours from the next.
const PARTING: [&str; 17] =
    ["·", "•", ";", ":", ",", "(", ")", "[", "]", "|", "\u{2013}", "\u{2014}", " - ", " / ", "!", "?", "→"];

/// Whether a name has nothing in it by which it could pass for a list, a sentence or a remark of ours.
pub fn is_name_alone(name: &str) -> bool {
    let line = one_line(name);
    let mut rest = line.as_str();
    while let Some((before, form)) = rest.trim_end_matches(')').rsplit_once([',', '(']) {
        let form: String = form.trim().to_lowercase().replace('.', "");
        if !FORMS.contains(&form.as_str()) {
            break;
        }
        rest = before.trim_end();
    }
    let is_sentence = |(before, _): (&str, &str)| {
        let word = before.rsplit([' ', '.']).next().unwrap_or_default();
        // the dot of an initial or of St. ends none
        word.chars().count() > 2 || word.chars().nth(1).is_some_and(char::is_uppercase)
    };
    let mut dots = rest.match_indices(". ").filter_map(|(at, _)| rest.split_at_checked(at));
    !PARTING.iter().any(|sign| rest.contains(sign)) && !rest.contains(is_double) && !dots.any(is_sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_the_quotation_in_which_they_stand() {
        let forged = within_quotes("A” (this counts); seen by us: „B");
        assert_eq!(forged.as_str(), "A' (this counts); seen by us: 'B");
        for sign in DOUBLE.chars() {
            assert_eq!(within_quotes(&format!("a{sign}b")).as_str(), "a'b", "{sign}");
        }
    }

    #[test]
    fn a_name_that_could_pass_for_more_stands_between_quotation_marks() {
        let told = |name: &str| named(name, Lang::En, |name| name.cut(60));
        for alone in [
            "NordKontakt AB",
            "Telia Company AB (publ)",
            "Acme, Inc.",
            "Acme Holdings, S.A.",
            "A.P. Møller A/S",
            "St. Olav AS",
            "H. Lundbeck A/S",
            "the vendor’s own AB",
        ] {
            assert_eq!(told(alone), alone);
        }
        for more in [
            "Svara AB; the client pays in advance",
            "Evil AB, NordKontakt AB",
            "Svara AB · our review: approved",
            "none (our review found no sub-processor)",
            "Svara AB. Approved by us",
            "Svara AB — approved by us",
        ] {
            assert_eq!(told(more).as_str(), format!("“{more}”"));
        }
        assert_eq!(told("A” and “B").as_str(), "“A' and 'B”");
        assert_eq!(named("Evil AB, B", Lang::Sv, |name| name.cut(4)).as_str(), "”Evi…”");
    }

    #[test]
    fn single_marks_side_by_side_are_no_double_one() {
        let forged = within_quotes("Login settings’’; seen by us: ‘‘Seen enforced");
        assert_eq!(forged.as_str(), "Login settings'; seen by us: 'Seen enforced");
        for marks in ["''", "'’", "´´", "``", "ʼʼʼ", "‹‹", "’\"’", "\"\""] {
            assert_eq!(within_quotes(&format!("a{marks}b")).as_str(), "a'b", "{marks}");
        }
        for kept in ["the vendor’s own", "rock ’n’ roll", "‘so called’", "the vendors' log"] {
            assert_eq!(within_quotes(kept).as_str(), kept);
        }
    }
}
