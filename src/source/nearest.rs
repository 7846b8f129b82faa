//! "Did you mean": the known name that is closest to what was written.

use strsim::osa_distance;

/// Longer names than this are not compared: no id is that long.
const LONGEST: usize = 130;

/// So many pairs of letters are compared for suggestions at most: for one name, and for all of a file.
pub const MOST_PAIRS: usize = 50_000_000;

/// What it costs to look at a candidate, in pairs of letters.
const LOOK: usize = 100;

/// The candidate with the fewest edits to `written`, if few enough to be a slip of the hand; the earlier one wins a
/// tie. Case does not count. An edit is a letter more, less or another, or two neighbours in each other's place.
/// `None`, too, where there are too many candidates to compare.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(written, candidates, &mut 0)
}

/// The same; `pairs` is how many pairs of letters were compared so far, of [`MOST_PAIRS`] at most.
pub fn nearest_within<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    pairs: &mut usize,
) -> Option<&'a str> {
    let written = Folded::of(written)?;
    let allowed = (written.0.len() / 3).clamp(1, 3);
    let mut nearest = None;
    for name in candidates {
        if *pairs > MOST_PAIRS {
            return None;
        }
        *pairs += LOOK;
        // no letter has more than four bytes
        let is_near = name.len() <= 4 * (written.0.len() + allowed);
        let edits = Folded::of(name).filter(|_| is_near).and_then(|name| written.edits(&name, allowed, pairs));
        match (edits, nearest) {
            (Some(edits), Some((fewest, _))) if edits >= fewest => {}
            (Some(edits), _) => nearest = Some((edits, name)),
            (None, _) => {}
        }
    }
    nearest.map(|(_, name)| name)
}

/// The letters of a name without case.
struct Folded(Vec<char>);

impl Folded {
    /// `None` for a name that is too long to be one: what a file can hold must cost nothing here.
    fn of(name: &str) -> Option<Folded> {
        let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LONGEST + 1).collect();
        (letters.len() <= LONGEST).then_some(Folded(letters))
    }

    /// How many edits lie between two names, if no more than `allowed`. Letters that they have in common at their ends
    /// need none.
    fn edits(&self, other: &Folded, allowed: usize, pairs: &mut usize) -> Option<usize> {
        let (mut a, mut b) = (&self.0[..], &other.0[..]);
        if a.len().abs_diff(b.len()) > allowed {
            return None; // each edit makes a name longer or shorter by one letter at most
        }
        let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        (a, b) = (&a[same..], &b[same..]);
        let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
        *pairs += a.len() * b.len();
        let [a, b] = [a, b].map(|letters| letters.iter().collect::<String>());
        Some(osa_distance(&a, &b)).filter(|edits| *edits <= allowed)
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

    #[test]
    fn where_there_are_too_many_names_to_compare_none_is_suggested() {
        let names: Vec<String> = (0..20_000).map(|at| format!("{at:06}{}", "x".repeat(100))).collect();
        let known = || names.iter().map(String::as_str).chain(["nearby"]);
        let mut pairs = 0;
        assert_eq!(nearest_within("nearbv", known(), &mut pairs), Some("nearby"));
        assert_eq!(pairs, 20_001 * LOOK + 1);
        let written = format!("{}654321", "y".repeat(100));
        assert_eq!(nearest_within(&written, known(), &mut pairs), None);
        assert!((MOST_PAIRS..MOST_PAIRS + LONGEST * LONGEST + LOOK).contains(&pairs), "{pairs}");
        assert_eq!(nearest_within("nearbv", known(), &mut pairs), None);
    }
}
