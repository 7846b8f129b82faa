//! A questionnaire of VSAQ as it stands in its file: blocks and what is in them, each under the id that it has or that
//! its options give it.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::tree::Tree;

/// The form.
pub(super) struct VsaqForm<'t> {
    /// What it is called.
    pub(super) title: &'t str,
    /// Its blocks, each after those around it.
    pub(super) blocks: Vec<VsaqBlock<'t>>,
    /// What is in them, in the order of the file.
    pub(super) items: Vec<VsaqItem<'t>>,
    /// What conditions may name.
    pub(super) targets: BTreeMap<&'t str, VsaqTarget>,
}

/// A block.
pub(super) struct VsaqBlock<'t> {
    /// The block around it.
    pub(super) around: Option<usize>,
    /// What it holds.
    pub(super) tree: &'t Tree,
}

/// Something in a block that is no block.
pub(super) struct VsaqItem<'t> {
    /// Its block.
    pub(super) block: usize,
    /// What it is called: its own id, or one that its options give.
    pub(super) id: String,
    /// What it holds.
    pub(super) tree: &'t Tree,
    /// The text that stands before it in its block.
    pub(super) before: Option<&'t str>,
}

/// What a condition names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VsaqTarget {
    /// A block.
    Block(usize),
    /// Something in a block.
    Item(usize),
    /// What can be chosen in one.
    OneOf(usize),
}

impl<'t> VsaqItem<'t> {
    pub(super) fn kind(&self) -> &'t str {
        self.tree.say("type").unwrap_or_default()
    }

    /// Whether it warns of something: a red flag.
    pub(super) fn is_warning(&self) -> bool {
        self.kind() == "tip" && self.tree.say("warn") == Some("yes")
    }

    /// Whether it has a condition of its own.
    pub(super) fn is_conditional(&self) -> bool {
        self.tree.say("cond").is_some_and(|cond| !cond.trim().is_empty())
    }

    /// Its options: ids and labels.
    pub(super) fn options(&self) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t> {
        let choices = self.tree.get("choices").map_or(&[][..], Tree::items).iter();
        choices.flat_map(Tree::entries).map(|(id, label)| (id.as_str(), label.words().unwrap_or_default()))
    }
}

impl<'t> VsaqForm<'t> {
    /// The form in a file; `None` if there is none.
    pub(super) fn of(tree: &'t Tree) -> Option<VsaqForm<'t>> {
        let [root] = tree.get("questionnaire")?.items() else { return None };
        if root.say("type") != Some("block") {
            return None;
        }
        let title = root.say("text").unwrap_or_default();
        let mut form = VsaqForm { title, blocks: Vec::new(), items: Vec::new(), targets: BTreeMap::new() };
        form.block(root, None);
        form.name_targets();
        Some(form)
    }

    /// No deeper than a file may be.
    fn block(&mut self, tree: &'t Tree, around: Option<usize>) {
        let block = self.blocks.len();
        self.blocks.push(VsaqBlock { around, tree });
        let mut before = None;
        for item in tree.get("items").map_or(&[][..], Tree::items) {
            if item.say("type") == Some("block") {
                self.block(item, Some(block));
                continue;
            }
            let id = item.say("id").unwrap_or_default().to_owned();
            self.items.push(VsaqItem { block, id, tree: item, before });
            before = item.say("text").or(before);
        }
    }

    /// Gives everything a name by which conditions find it. What has no id of its own takes what the ids of its options
    /// begin with, unless that is taken; then the first of them.
    fn name_targets(&mut self) {
        let blocks = self.blocks.iter().enumerate();
        let blocks = blocks.filter_map(|(at, block)| Some((block.tree.say("id")?, VsaqTarget::Block(at))));
        let of_item = |(at, item): (usize, &VsaqItem<'t>)| {
            let own = item.tree.say("id").map(|id| (id, VsaqTarget::Item(at)));
            own.into_iter().chain(item.options().map(move |(id, _)| (id, VsaqTarget::OneOf(at))))
        };
        for (id, target) in blocks.chain(self.items.iter().enumerate().flat_map(of_item)) {
            self.targets.entry(id).or_insert(target);
        }
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for item in self.items.iter_mut().filter(|item| item.id.is_empty()) {
            let ids: Vec<&str> = item.options().map(|(id, _)| id).collect();
            let shared = common_beginning(&ids);
            let is_free = !shared.is_empty() && !self.targets.contains_key(shared) && !taken.contains(shared);
            let first = ids.first().copied().or(item.tree.say("name")).or(item.tree.say("text"));
            item.id = if is_free { shared } else { first.unwrap_or_default() }.to_owned();
            taken.insert(item.id.clone());
        }
    }

    /// A block and those around it, the outermost first.
    pub(super) fn around(&self, block: usize) -> Vec<usize> {
        let mut chain: Vec<usize> = std::iter::successors(Some(block), |at| self.blocks[*at].around).collect();
        chain.reverse();
        chain
    }
}

/// What several ids begin with, up to where a word of theirs ends: `gate_shut` and `gate_open` begin with `gate`.
fn common_beginning<'t>(ids: &[&'t str]) -> &'t str {
    let [first, others @ ..] = ids else { return "" };
    let shared = others.iter().fold(first.len(), |shared, other| {
        first.bytes().zip(other.bytes()).take(shared).take_while(|(one, other)| one == other).count()
    });
    let beginning = (0..=shared).rev().find_map(|end| first.get(..end)).unwrap_or_default();
    let is_whole = others.is_empty() || ids.contains(&beginning);
    let words = if is_whole { beginning } else { beginning.rfind(['_', '-']).map_or("", |end| &beginning[..end]) };
    words.trim_end_matches(['_', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_give_their_question_a_name() {
        assert_eq!(common_beginning(&["gate_shut", "gate_open"]), "gate");
        assert_eq!(common_beginning(&["gate_open", "gate_often"]), "gate", "a word is not cut");
        assert_eq!(common_beginning(&["log_never", "log_never_ever"]), "log_never");
        assert_eq!(common_beginning(&["alone"]), "alone");
        assert_eq!(common_beginning(&["a", "b"]), "");
        assert_eq!(common_beginning(&["ö_1", "ö_2", "å_1"]), "");
        assert_eq!(common_beginning(&[]), "");
    }
}
