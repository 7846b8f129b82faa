//! "Did you mean": the known name that is closest to what was written.

use strsim::osa_distance;

/// Longer names than this are not compared: no id is that long.
const LONGEST: usize = 130;

/// The candidate with the fewest edits to `written`, if few enough to be a slip of the hand; the earlier one wins a
/// tie. Case does not count. An edit is a letter more, less or another, or two neighbours in each other's place.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = Folded::of(written)?;
    let allowed = (written.letters / 3).clamp(1, 3);
    let close = candidates.into_iter().filter_map(|name| Some((written.edits(&Folded::of(name)?, allowed)?, name)));
    close.min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// A name without case, and how long it is.
struct Folded {
    name: String,
    letters: usize,
}

impl Folded {
    /// `None` for a name that is too long to be one: what a file can hold must cost nothing here.
    fn of(name: &str) -> Option<Folded> {
        let name: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LONGEST + 1).collect();
        (name.len() <= LONGEST).then(|| Folded { letters: name.len(), name: name.into_iter().collect() })
    }

    /// How many edits lie between two names, if no more than `allowed`.
    fn edits(&self, other: &Folded, allowed: usize) -> Option<usize> {
        // each edit makes a name longer or shorter by one letter at most
        let is_comparable = self.letters.abs_diff(other.letters) <= allowed;
        is_comparable.then(|| osa_distance(&self.name, &other.name)).filter(|edits| *edits <= allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known = ["access.mfa", "access.rbac", "encryption.at-rest"];
        assert_eq!(nearest("access.mfa2", known), Some("access.mfa"));
        assert_eq!(nearest("acess.rbca", known), Some("access.rbac"));
        assert_eq!(nearest("Encryption.at_rest", known), Some("encryption.at-rest"));
        assert_eq!(nearest("backups", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn the_fewest_edits_win_and_then_the_earlier_name() {
        assert_eq!(nearest("backup", ["backuppa", "backups"]), Some("backups"));
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
        assert_eq!(nearest("cat", ["cart", "cat"]), Some("cat"));
    }

    #[test]
    fn a_short_name_may_have_one_slip_and_a_long_one_three() {
        for (written, name, is_near) in [
            ("ab", "b", true),
            ("ab", "c", false),
            ("abcde", "abcdx", true),
            ("abcde", "abcxy", false),
            ("abcdef", "abcdxy", true),
            ("abcdef", "abcxyz", false),
            ("abcdefghi", "abcdefxyz", true),
            ("abcdefghijklmno", "abcdefghijkwxyz", false),
            ("", "a", true),
            ("", "ab", false),
            ("ab", "ba", true),
        ] {
            assert_eq!(nearest(written, [name]).is_some(), is_near, "{written} {name}");
        }
    }

    #[test]
    fn letters_are_letters_in_every_script() {
        assert_eq!(nearest("ÅTKOMST", ["åtkomst"]), Some("åtkomst"));
        assert_eq!(nearest("säkehret", ["säkerhet"]), Some("säkerhet"), "a swap is one edit, whatever its bytes");
        assert_eq!(nearest("доступ", ["дотсуп"]), Some("дотсуп"));
        assert_eq!(nearest("İd", ["i\u{307}d"]), Some("i\u{307}d"), "one letter that is two in lower case");
        assert_eq!(nearest("a\u{1f600}", ["b"]), None);
    }

    #[test]
    fn what_is_too_long_for_a_name_is_not_compared() {
        let [most, more, huge] = [LONGEST, LONGEST + 1, 10_000_000].map(|length| "a".repeat(length));
        assert_eq!(nearest(&most, [most.as_str()]), Some(most.as_str()));
        assert_eq!(nearest(&more, [more.as_str()]), None);
        assert_eq!(nearest(&most, [huge.as_str(), &most]), Some(most.as_str()));
        assert_eq!(nearest(&huge, [huge.as_str(), &most]), None);
        // its lower case is longer than itself
        assert_eq!(nearest(&"İ".repeat(LONGEST), [most.as_str()]), None);
    }
}
