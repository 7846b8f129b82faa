//! Words that a reader of Markdown, or whoever shows it, could make something to click on: addresses of pages, of mail
//! and of chats, numbers to call, names of domains and of people.

/// What may end the name of a domain: the domains of countries, and those that programs which look for links know.
const DOMAINS: &str = "\
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca \
    cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr \
    ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm \
    jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq \
    mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa \
    re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to \
    tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw biz com edu gov net org int mil pro \
    web xxx aero arpa asia cat coop info jobs mobi museum name post tel travel shop app dev cloud online site store \
    tech xyz example test рф";

/// What Swedish writes behind the colon of an abbreviation: `GDPR:s`, `AI:n`. No scheme leads to a place of that name.
const ENDINGS: [&str; 16] =
    ["s", "n", "ns", "en", "ens", "t", "ts", "et", "ets", "ar", "er", "or", "na", "arna", "erna", "orna"];

/// A word without the signs around it that belong to the sentence: what stands before it, the word, what stands behind.
pub fn bare(word: &str) -> (&str, &str, &str) {
    let rest = word.trim_start_matches(['(', '[', '{', '<', '"', '\'', '“', '”', '»', '«']);
    let before = &word[..word.len() - rest.len()];
    let core = rest.trim_end_matches([')', ']', '}', '>', '"', '\'', '”', '“', '»', '«', ',', ';', '.', ':', '!', '?']);
    (before, core, &rest[core.len()..])
}

/// Whether a word could be made something to click on.
pub fn is_one(word: &str) -> bool {
    let small = word.to_lowercase();
    small.contains("://")
        || small.contains("www.")
        || has_scheme(&small)
        || names_somebody(&small)
        || has_domain(&small)
}

/// `mailto:a`, `xmpp:a`, `tel:1`: a name of a scheme, a colon, and something behind it.
fn has_scheme(word: &str) -> bool {
    word.match_indices(':').any(|(at, _)| {
        let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let scheme = word[..at].trim_start_matches(|c| !is_of_scheme(c));
        let scheme = scheme.rsplit(|c| !is_of_scheme(c)).next().unwrap_or_default();
        let behind = word[at + 1..].chars().next();
        scheme.len() > 1
            && !ENDINGS.contains(&&word[at + 1..])
            && scheme.starts_with(|c: char| c.is_ascii_lowercase())
            && behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '/' | '?' | '%'))
    })
}

/// `a@b.example`, `@somebody`.
fn names_somebody(word: &str) -> bool {
    word.match_indices('@').any(|(at, _)| word[at + 1..].starts_with(char::is_alphabetic))
}

/// `b.example`, `b.example/path`.
fn has_domain(word: &str) -> bool {
    word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).any(|name| {
        let ends = name.trim_matches('.').rsplit_once('.');
        ends.is_some_and(|(before, end)| {
            before.ends_with(char::is_alphanumeric) && DOMAINS.split(' ').any(|known| known == end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_clicked_on_is_known() {
        for address in [
            "https://x.example",
            "HTTP://X",
            "www.x.y",
            "mailto:a@b.example",
            "xmpp:a@b.example/c",
            "tel:+46701",
            "see;sms:1",
            "tel:n1",
            "a.b+c@d.example",
            "@octocat",
            "x.com",
            "x.example.SE/path?q",
            "a,b.co.uk",
            "räksmörgås.se",
        ] {
            assert!(is_one(address), "{address}");
        }
        for word in [
            "word",
            "t.ex",
            "bl.a",
            "e.g",
            "12:30",
            "1.1.0",
            "access.mfa",
            "a:",
            "::",
            "5@3",
            "customer-service@1.1.0",
            "vendor.yaml",
            "C:",
            "and/or",
            "AB",
            ".com",
            "a b",
            "AI:n",
            "GDPR:s",
            "id:t",
        ] {
            assert!(!is_one(word), "{word}");
        }
    }

    #[test]
    fn the_signs_of_the_sentence_stay_outside() {
        assert_eq!(bare("(https://x.example),"), ("(", "https://x.example", "),"));
        assert_eq!(bare("word"), ("", "word", ""));
        assert_eq!(bare("..."), ("", "", "..."));
        assert_eq!(bare("\"\""), ("\"\"", "", ""));
    }
}
