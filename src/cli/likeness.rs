//! Which rows of a list are meant by what is typed above it.

use crate::questionnaire::names::folded;
use crate::recording::pick::Pick;

/// What a row is named by: its key, the word that chooses it where lines are typed, its label; case left out.
pub type Names = [String; 3];

/// What a row is named by.
pub fn names(row: [&str; 3]) -> Names {
    row.map(|name| folded(name).into_owned())
}

/// How well what is typed names a row: as its key, as its word or whole label, as the beginning of its label, or of a
/// word in it; `None` where it does not. Letters within a word name nothing: `no` is not meant by `notice`.
fn likeness([key, word, label]: &Names, typed: &str) -> Option<u8> {
    let begins = |text: &str| text.starts_with(typed);
    let mut words = label.split(|letter: char| !letter.is_alphanumeric());
    match typed {
        "" => None,
        _ if key == typed => Some(0),
        _ if word == typed || label == typed => Some(1),
        _ if begins(label) || begins(word) => Some(2),
        _ if words.any(begins) || label.split(' ').any(begins) => Some(3),
        _ => None,
    }
}

/// How well what is typed names the rows that it names best.
fn best(known: &[Names], typed: &str) -> Option<u8> {
    known.iter().filter_map(|row| likeness(row, typed)).min()
}

/// What is meant by the boxes that are ticked, those that were before, and what was typed and names choices: what is
/// named, where nobody touched a box; both, where somebody did. `None` where all that was done was to type what names
/// nothing.
pub fn meant(mut picks: Vec<Pick>, before: &[Pick], named: &[Pick], has_typed: bool) -> Option<Vec<Pick>> {
    let is_touched = picks.len() != before.len() || picks.iter().any(|pick| !before.contains(pick));
    match (is_touched, named) {
        (false, []) => (!has_typed).then_some(picks),
        (false, named) => Some(named.to_vec()),
        (true, named) => {
            // what was ticked before and is not now was searched for to be cleared
            let is_new = |pick: &&Pick| !before.contains(pick);
            named.iter().filter(is_new).for_each(|pick| picks.extend((!picks.contains(pick)).then_some(*pick)));
            Some(picks)
        }
    }
}

/// Whether what is typed is a sign with which no choice begins.
pub fn is_sign(typed: &str) -> bool {
    typed.starts_with(['/', '?', '<', '!', '+', '&', '='])
}

/// Whether a row belongs to what has been typed, and how early: those that it names best; else the row for what is
/// none.
pub fn fits(input: &str, (at, is_for_typed): (usize, bool), known: &[Names]) -> Option<i64> {
    let typed = folded(input.trim());
    let order = -i64::try_from(at).unwrap_or(0);
    let best = best(known, &typed).filter(|_| !is_sign(&typed));
    let fits = match best {
        _ if typed.is_empty() => !is_for_typed,
        Some(_) => !is_for_typed && known.get(at).and_then(|row| likeness(row, &typed)) == best,
        None => is_for_typed,
    };
    fits.then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that stay when something is typed, by their labels.
    fn stay<'l>(rows: &[(&str, &'l str)], typed: &str) -> Vec<&'l str> {
        let numbered = rows.iter().enumerate();
        let known: Vec<Names> =
            numbered.map(|(at, (word, label))| names([&(at + 1).to_string(), word, label])).collect();
        let all = rows.iter().map(|(_, label)| (*label, false)).chain([("typed", true)]).enumerate();
        all.filter_map(|(at, (label, is_for_typed))| fits(typed, (at, is_for_typed), &known).map(|_| label)).collect()
    }

    #[test]
    fn boxes_and_what_is_typed_are_both_meant() {
        let [one, two, three] = [Pick::OpenQuestions, Pick::Waiver, Pick::ProvesOthers(true)];
        let what = |picks: &[Pick], before: &[Pick], named: &[Pick], has_typed| {
            meant(picks.to_vec(), before, named, has_typed)
        };
        assert_eq!(what(&[one], &[one], &[], false), Some(vec![one]), "nothing was done");
        assert_eq!(what(&[one], &[one], &[two], true), Some(vec![two]), "its number, in the place of what was ticked");
        assert_eq!(what(&[one, three], &[one], &[two], true), Some(vec![one, three, two]));
        assert_eq!(what(&[], &[one], &[], true), Some(vec![]), "a box was cleared behind a search");
        assert_eq!(what(&[one], &[one, two], &[two], true), Some(vec![one]), "the same, searched for by its number");
        assert_eq!(what(&[two], &[], &[], true), Some(vec![two]), "a box was ticked behind a search");
        assert_eq!(what(&[], &[], &[], true), None, "words that name nothing are no answer");
        assert_eq!(what(&[one], &[one], &[], true), None);
    }

    #[test]
    fn what_is_typed_names_no_row_by_letters_within_a_word() {
        let audit = [("full", "Yes, at reasonable notice"), ("limited", "Yes, but limited"), ("none", "No")];
        assert_eq!(stay(&audit, "no"), ["No"], "not `notice`, and not `none` first");
        assert_eq!(stay(&audit, "none"), ["No"], "by its word");
        assert_eq!(stay(&audit, "not"), ["Yes, at reasonable notice"], "the beginning of a word");
        assert_eq!(stay(&audit, "otice"), ["typed"], "no word begins so");
        let mfa = [("all-resistant", "All, and it resists phishing"), ("all", "All"), ("some", "Some"), ("no", "None")];
        assert_eq!(stay(&mfa, "all"), ["All"]);
        assert_eq!(stay(&mfa, "NO"), ["None"], "the word before the beginning of a label");
        assert_eq!(stay(&mfa, "2"), ["All"], "by its number");
        assert_eq!(stay(&mfa, "/d"), ["typed"]);
        assert_eq!(stay(&mfa, " ").len(), 4);
        let later = [("later", "Yes, but not before data is shared"), ("refused", "No, we do not sign")];
        assert_eq!(stay(&later, "no"), ["No, we do not sign"], "a label that begins so, before a word in another");
    }
}
