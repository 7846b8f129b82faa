//! The words of a web page or of a Word file, line by line, without its tags.

/// What stands between two tags of these is for no reader.
const UNSEEN: [&str; 2] = ["style", "script"];

/// The words. What is no tag is a word: nobody is misled who gets to see more than a reader would.
pub fn of_tags(text: &str) -> Vec<String> {
    let mut out = String::with_capacity(text.len() / 2);
    let (mut rest, mut unseen) = (text, None);
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        if unseen.is_none() {
            out.push_str(&plain(words));
        }
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, behind) = tag.split_at(end);
        rest = behind;
        let name = tag.trim_start_matches('<').trim_end_matches('>');
        let first: &str = name.split([' ', '\n', '>']).next().unwrap_or_default();
        match (unseen, first.strip_prefix('/')) {
            (Some(open), Some(closed)) if open == closed => unseen = None,
            (Some(_), _) => {}
            (None, Some(closed)) => close(closed, &mut out),
            (None, None) => unseen = UNSEEN.into_iter().find(|tag| *tag == first),
        }
    }
    if unseen.is_none() {
        out.push_str(&plain(rest));
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A text without the signs by which a screen is told colours.
pub fn uncoloured(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let behind = piece.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ';');
        out.push_str(behind.strip_prefix('m').unwrap_or(piece));
    }
    out
}

/// What follows what a tag closes: another line, or a sign between two cells.
fn close(tag: &str, out: &mut String) {
    match tag {
        "p" | "div" | "li" | "tr" | "title" | "h1" | "h2" | "h3" | "h4" | "dl" | "w:p" => out.push('\n'),
        "dt" | "td" | "th" => out.push_str(": "),
        "w:tc" => {
            let kept = out.trim_end_matches('\n').len();
            out.truncate(kept);
            out.push_str(": ");
        }
        "w:tr" => {
            let kept = out.trim_end_matches([' ', ':']).len();
            out.truncate(kept);
            out.push('\n');
        }
        _ => {}
    }
}

/// Words with their entities as the signs that they stand for.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let end = entity.char_indices().take(10).find(|(_, sign)| *sign == ';').map(|(end, _)| end);
        let sign = end.and_then(|end| entity.get(1..end)).and_then(sign);
        match (sign, end) {
            (Some(sign), Some(end)) => {
                out.push(sign);
                rest = entity.get(end + 1..).unwrap_or_default();
            }
            _ => {
                out.push('&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

fn sign(entity: &str) -> Option<char> {
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    };
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => entity.strip_prefix('#').and_then(number).and_then(char::from_u32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_off_and_nothing_else() {
        assert_eq!(uncoloured("a \u{1b}[1m\u{1b}[31mHIGH\u{1b}[0m b"), "a HIGH b");
        assert_eq!(uncoloured("[1m \u{1b}[2J\u{1b}[38;5;9mx"), "[1m 2Jx");
    }

    #[test]
    fn tags_become_lines_and_entities_signs() {
        let page = "<style>p{a}</style><h1 id=x>A &amp; B</h1><dl><div><dt>Made</dt><dd><code>x \
                    &#39;y&#x27;</code></dd></div>";
        assert_eq!(of_tags(page), ["A & B", "Made: x 'y'"]);
        let word = "<w:tr><w:tc><w:p>Name</w:p></w:tc><w:tc><w:p>a</w:p></w:tc></w:tr><w:p>&lt;&bad;& b</w:p>";
        assert_eq!(of_tags(word), ["Name: a", "<&bad;& b"]);
        assert_eq!(of_tags("a<b"), ["a"]);
        assert_eq!(of_tags("<style>never closed"), Vec::<String>::new());
    }
}
