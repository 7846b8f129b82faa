//! References to what lies elsewhere: only what cannot be anything but a web address or a file beside the document.

use std::fmt::Write;

/// A web address as OSCAL can hold it; `None` where it is none that a reader would recognise.
pub(super) fn web(address: &str) -> Option<String> {
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| Some((scheme, address.strip_prefix(scheme)?)));
    let (scheme, rest) = rest?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let is_port = port.len() <= 5 && port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit());
    let is_named = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(is_of_name);
    let kept = |c: char| matches!(c, '/' | '?' | '=' | '&' | '+' | ',' | ';' | ':' | '@' | '!' | '%');
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, behind)| (path, Some(behind)));
    let fragment = fragment.map(|behind| format!("#{}", escaped(behind, kept))).unwrap_or_default();
    (is_named && is_port).then(|| format!("{scheme}{host}{}{fragment}", escaped(path, kept)))
}

/// A file by its path from the document; no scheme, host or folder above can come of it.
pub(super) fn beside(path: &str) -> String {
    escaped(path.trim_start_matches('/'), |c| c == '/')
}

/// A text in which only letters, digits, what is never special and what is `kept` stand as they are. A `%` that begins
/// an escape already stays one where it is kept.
fn escaped(text: &str, kept: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins_escape =
            || text.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let is_plain = c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
        if is_plain || kept(c) && (c != '%' || begins_escape()) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}"); // writing to a String cannot fail
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_web_addresses() {
        for (written, held) in [
            ("https://a.example/b c?d=ö&e=%20%zz#f#g", "https://a.example/b%20c?d=%C3%B6&e=%20%25zz#f%23g"),
            ("http://a.example:8080", "http://a.example:8080"),
            ("https://a.example?x[]=\"<>", "https://a.example?x%5B%5D=%22%3C%3E"),
        ] {
            assert_eq!(web(written).as_deref(), Some(held));
        }
        let others = [
            "javascript:alert(1)",
            "file:///x",
            "//a",
            "https://",
            "https://a b/",
            "https://[::1]/",
            "https://u@h/",
            "https://a:99999/",
            "https://a:x/",
            "https://a:+1/",
            "https://räka.example",
            "HTTPS",
            "https://-a/",
        ];
        for other in others {
            assert_eq!(web(other), None, "{other}");
        }
    }

    #[test]
    fn a_file_stays_beside_the_document() {
        assert_eq!(beside("v/iso 27001.pdf"), "v/iso%2027001.pdf");
        assert_eq!(beside("//evil.example/x"), "evil.example/x");
        assert_eq!(beside("javascript:alert(1)?#%41"), "javascript%3Aalert%281%29%3F%23%2541");
    }
}
