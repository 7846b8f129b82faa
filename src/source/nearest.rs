//! "Did you mean": the known name that is closest to what was written.

/// The candidate with the fewest edits to `written`, if few enough to be a slip of the hand; the earlier one wins a tie.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.chars().flat_map(char::to_lowercase).take(LONGEST + 1).collect();
    if written.len() > LONGEST {
        return None;
    }
    let allowed = (written.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|name| (distance(&written, name), name))
        .filter(|(edits, _)| *edits <= allowed)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// Longer names than this are not compared: no id is that long.
const LONGEST: usize = 130;

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, cb) in b.iter().enumerate() {
            let substituted = last[j] + usize::from(ca != cb);
            row[j + 1] = substituted.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *ca == b[j - 1] && a[i - 1] == *cb {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
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
        assert_eq!(nearest(&"a".repeat(500), known), None);
    }
}
