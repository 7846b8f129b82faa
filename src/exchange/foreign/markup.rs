//! Texts that are written as HTML, as plain text: what is only look goes, what parts lines parts them, and the place
//! that a link leads to stands behind it.

/// Tags after and before which a new line begins.
const LINES: [&str; 13] = ["p", "br", "div", "ul", "ol", "li", "tr", "table", "h1", "h2", "h3", "h4", "hr"];

/// Names and numbers of signs are no longer, in bytes.
const LONGEST_NAME: usize = 8;

/// Signs by their names.
const SIGNS: [(&str, &str); 19] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bull", "•"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("sect", "§"),
];

/// The text on one line.
pub fn on_one_line(html: &str) -> String {
    plain(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its lines, without blanks around them; two lines that are empty are one.
pub fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut link: Option<String> = None;
    let mut rest = html;
    let ahead = Ahead::of(html);
    while let Some(next) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(next);
        out.push_str(before);
        rest = match tag(from, &ahead) {
            Some((name, attributes, behind)) => {
                begin_or_end(name, attributes, &mut link, &mut out);
                behind
            }
            None => sign(from, &mut out),
        };
    }
    out.push_str(rest);
    tidy(&out)
}

/// How much stands behind the last ends of tags and remarks: where no more is left, none is looked for, however many
/// are opened there.
struct Ahead {
    tags: usize,
    remarks: usize,
}

impl Ahead {
    fn of(html: &str) -> Ahead {
        let behind = |end: &str| html.rfind(end).map_or(html.len(), |at| html.len() - at - end.len());
        Ahead { tags: behind(">"), remarks: behind("-->") }
    }
}

/// A tag at the beginning: its name with the slash of its end, what else is in it, and what stands behind it.
fn tag<'t>(from: &'t str, ahead: &Ahead) -> Option<(&'t str, &'t str, &'t str)> {
    let inside = from.strip_prefix('<')?;
    let begins = inside.strip_prefix('/').unwrap_or(inside);
    if inside.starts_with("!--") {
        let end = Some(inside).filter(|inside| inside.len() > ahead.remarks)?.find("-->")?;
        return Some(("", "", inside.get(end + 3..)?));
    }
    if inside.len() <= ahead.tags || !begins.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let end = inside.find('>')?;
    let (whole, behind) = (inside.get(..end)?, inside.get(end + 1..)?);
    let parted = whole.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(whole.len());
    let (name, attributes) = whole.split_at(parted);
    Some((name, attributes, behind))
}

fn begin_or_end(name: &str, attributes: &str, link: &mut Option<String>, out: &mut String) {
    let lower = name.trim_end_matches('/').to_ascii_lowercase();
    let bare = lower.trim_start_matches('/');
    match lower.as_str() {
        "a" => *link = target(attributes),
        "/a" => {
            if let Some(place) = link.take().filter(|place| !out.ends_with(place.as_str())) {
                out.push_str(&format!(" ({place})"));
            }
        }
        "li" => out.push_str("\n- "),
        "/p" | "p" => out.push_str("\n\n"),
        _ if LINES.contains(&bare) => out.push('\n'),
        "td" | "th" | "/td" | "/th" => out.push(' '),
        _ => {}
    }
}

/// Where a link leads, if that is a place that can be named.
fn target(attributes: &str) -> Option<String> {
    let (_, behind) = attributes.split_once("href=")?;
    let quote = behind.chars().next().filter(|sign| ['"', '\''].contains(sign));
    let place = match quote {
        Some(quote) => behind.get(1..)?.split(quote).next()?,
        None => behind.split_ascii_whitespace().next()?,
    };
    let mut whole = String::new();
    let mut rest = place;
    while let Some(next) = rest.find('&') {
        let (before, from) = rest.split_at(next);
        whole.push_str(before);
        rest = sign(from, &mut whole);
    }
    whole.push_str(rest);
    let is_named = ["https://", "http://", "mailto:"].iter().any(|scheme| whole.starts_with(scheme));
    (is_named && !whole.contains(char::is_whitespace)).then_some(whole)
}

/// Takes the sign at the beginning, by its name or its number where it has one; what stands behind it.
fn sign<'t>(from: &'t str, out: &mut String) -> &'t str {
    let known = from.strip_prefix('&').and_then(|inside| {
        let end = inside.bytes().take(LONGEST_NAME + 1).position(|sign| sign == b';')?;
        let (name, behind) = (inside.get(..end)?, inside.get(end + 1..)?);
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let sign = match name.strip_prefix('#') {
            Some(code) => match code.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16)?.to_string(),
                None => number(code, 10)?.to_string(),
            },
            None => SIGNS.iter().find(|(known, _)| *known == name)?.1.to_owned(),
        };
        Some((sign, behind))
    });
    if let Some((sign, behind)) = known {
        out.push_str(&sign);
        return behind;
    }
    let mut letters = from.chars();
    out.extend(letters.next());
    letters.as_str()
}

fn tidy(text: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    for line in text.lines() {
        let line = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if line.is_empty() || line == "-" {
            gap = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if gap { "\n\n" } else { "\n" });
        }
        gap = false;
        out.push_str(&line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_goes_and_lines_and_links_stay() {
        assert_eq!(plain("<b>Why:</b> at <i>all</i> &mdash; a &lt; b &amp; c &#8217;&#x41; &bogus; <3"), {
            "Why: at all — a < b & c ’A &bogus; <3"
        });
        assert_eq!(
            plain("One<p>two<br/>three<ul><li>a</li><li>b</li></ul>end"),
            "One\n\ntwo\nthree\n\n- a\n\n- b\n\nend"
        );
        let link = "see <a href='https://x.example/?a=1&amp;b'>this</a>, <a href=\"javascript:x\">that</a>";
        assert_eq!(plain(link), "see this (https://x.example/?a=1&b), that");
        assert_eq!(on_one_line("  a\n <p>b</p>\tc "), "a b c");
        assert_eq!(plain("<!-- <b> -->x<script>y</script>"), "xy");
    }

    #[test]
    fn what_is_never_closed_stays_text() {
        assert_eq!(plain("a <b c"), "a <b c");
        assert_eq!(plain("a & b &;"), "a & b &;");
        assert_eq!(plain(&"<".repeat(100_000)).len(), 100_000);
        assert_eq!(plain(&"<a ".repeat(10_000)).len(), 29_999);
        for opened in ["&", "<!--", "<a"] {
            assert_eq!(plain(&opened.repeat(1_000_000)).len(), opened.len() * 1_000_000, "{opened}");
        }
    }
}
