//! Labels of options that stand apart: an answer by any of them means one option.

use std::collections::BTreeMap;

use super::{DraftOption, Said};
use crate::questionnaire::names::{folded, is_reserved};

/// Changes what must be changed, so that no label says what another option's label or id says, or has a meaning of its
/// own: its id stands behind it. How many labels were changed.
pub(super) fn set_apart(options: &mut [DraftOption]) -> usize {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (at, option) in options.iter().enumerate() {
        taken.insert(folded(&option.id).into_owned(), at);
    }
    let mut changed = 0;
    for (at, option) in options.iter_mut().enumerate() {
        let is_free = |text: &str, taken: &BTreeMap<String, usize>| {
            !is_reserved(text) && taken.get(&*folded(text)).is_none_or(|owner| *owner == at)
        };
        let texts: Vec<String> = option.label.0.iter().map(|(_, text)| text.trim().to_owned()).collect();
        if option.label.is_empty() {
            option.label = Said::default(); // the id serves
        } else if !texts.iter().all(|text| is_free(text, &taken)) {
            changed += 1;
            let id = option.id.clone();
            option.label = std::mem::take(&mut option.label).map(|text| with_id(text.trim(), &id));
        }
        for (_, text) in &option.label.0 {
            taken.entry(folded(text).into_owned()).or_insert(at);
        }
    }
    changed
}

fn with_id(text: &str, id: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text} ({id})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_clash_get_their_ids() {
        let option = |id: &str, label: &str| DraftOption {
            id: id.to_owned(),
            label: Said::one(label),
            ..DraftOption::default()
        };
        let mut options = [option("a", "Yes"), option("b", "yes "), option("c", "Unknown"), option("d", "A")];
        assert_eq!(set_apart(&mut options), 3);
        let labels: Vec<&str> = options.iter().map(|option| option.label.get("en")).collect();
        assert_eq!(labels, ["Yes", "yes (b)", "Unknown (c)", "A (d)"]);
    }
}
