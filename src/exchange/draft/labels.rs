//! Labels of options that stand apart: an answer by any of them means one option.

use std::collections::BTreeMap;

use super::{DraftOption, DraftText};
use crate::questionnaire::names::{folded, is_reserved};

/// Changes what must be changed, so that no label says what another option's label or id says, or has a meaning of its
/// own: its id stands behind it. How many labels were changed.
pub(super) fn set_apart(options: &mut [DraftOption]) -> usize {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for option in options.iter() {
        owners.insert(folded(&option.id).into_owned(), option.id.clone());
    }
    let mut changed = 0;
    for option in options {
        let is_free = |text: &str, owners: &BTreeMap<String, String>| {
            !is_reserved(text) && owners.get(&*folded(text)).is_none_or(|owner| *owner == option.id)
        };
        if option.label.is_empty() {
            option.label = DraftText::default(); // the id serves
        } else if !option.label.0.iter().all(|(_, text)| is_free(text, &owners)) {
            changed += 1;
            let label = std::mem::take(&mut option.label);
            option.label = label.map(|text| apart(text.trim(), &option.id, &|text| is_free(text, &owners)));
        }
        for (_, text) in &option.label.0 {
            owners.entry(folded(text).into_owned()).or_insert_with(|| option.id.clone());
        }
    }
    changed
}

/// A word that has a meaning of its own stands in quotes; another label's words get the id behind them, and a number
/// where that is taken as well.
fn apart(text: &str, id: &str, is_free: &dyn Fn(&str) -> bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let quoted = is_reserved(text).then(|| format!("“{text}”"));
    let numbered = (2..).map(|number: usize| format!("{text} ({id}, {number})"));
    let mut labels = quoted.into_iter().chain([format!("{text} ({id})")]).chain(numbered);
    labels.find(|label| is_free(label)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_clash_get_their_ids() {
        let option = |id: &str, label: &str| DraftOption {
            id: id.to_owned(),
            label: DraftText::one(label),
            ..DraftOption::default()
        };
        let mut options = [option("a", "Yes"), option("b", "yes "), option("c", "Unknown"), option("d", "A")];
        assert_eq!(set_apart(&mut options), 3);
        let labels: Vec<&str> = options.iter().map(|option| option.label.get("en")).collect();
        assert_eq!(labels, ["Yes", "yes (b)", "“Unknown”", "A (d)"]);
        for (labels, told) in [
            (["Unknown", "Unknown", "B"], ["“Unknown”", "Unknown (b)", "B (c)"]),
            (["X (c)", "X", "X"], ["X (c)", "X", "X (c, 2)"]),
        ] {
            let mut options =
                [("a", labels[0]), ("b", labels[1]), ("c", labels[2])].map(|(id, label)| option(id, label));
            set_apart(&mut options);
            assert_eq!(options.each_ref().map(|option| option.label.get("en")), told);
        }
    }
}
