//! A library of CISO Assistant as it stands in its file: the requirements of its framework, each with those above it,
//! and their texts in the languages in which all of them are there.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::draft::DraftText;
use crate::exchange::tree::Tree;

/// A library with a framework.
pub(super) struct Library<'t> {
    pub(super) tree: &'t Tree,
    pub(super) framework: &'t Tree,
    pub(super) nodes: Vec<&'t Tree>,
    /// Nodes by what other nodes call them.
    by_urn: BTreeMap<&'t str, usize>,
    /// Codes of the languages, that of the library first.
    pub(super) languages: Vec<String>,
}

/// So many languages beside its own are taken.
const MOST_LANGUAGES: usize = 30;

/// Nodes are within each other no further than this.
const DEEPEST: usize = 32;

/// Whether a file is a library with a framework.
pub(super) fn fits(tree: &Tree) -> bool {
    framework(tree).is_some()
}

/// The framework of a library, and its nodes.
fn framework(tree: &Tree) -> Option<(&Tree, Vec<&Tree>)> {
    let objects = tree.get("objects")?;
    let several = objects.get("frameworks").and_then(|all| all.items().first());
    let framework = objects.get("framework").or(several)?;
    Some((framework, framework.get("requirement_nodes")?.items().iter().collect()))
}

impl<'t> Library<'t> {
    /// The library in a file; `None` if there is none, or none with a framework.
    pub(super) fn of(tree: &'t Tree) -> Option<Library<'t>> {
        let (framework, nodes) = framework(tree)?;
        let by_urn = nodes.iter().enumerate().rev().filter_map(|(at, node)| Some((node.say("urn")?, at))).collect();
        let own = tree.say("locale").unwrap_or("en").to_owned();
        let mut library = Library { tree, framework, nodes, by_urn, languages: vec![own] };
        library.find_languages();
        Some(library)
    }

    /// A language counts if it has every text that is asked.
    fn find_languages(&mut self) {
        let mut texts: Vec<(&'t Tree, &str)> = Vec::new();
        for node in &self.nodes {
            texts.extend(["name", "description"].iter().map(|key| (*node, *key)));
            for (_, question) in asked(node) {
                texts.push((question, "text"));
                let choices = question.get("choices").map_or(&[][..], Tree::items);
                texts.extend(choices.iter().map(|choice| (choice, "value")));
            }
        }
        texts.retain(|(of, key)| of.say(key).is_some_and(|text| !text.trim().is_empty()));
        let codes = |(of, key): &(&'t Tree, &str)| -> BTreeSet<&'t str> {
            let translations = of.get("translations").map_or(&[][..], Tree::entries).iter();
            translations.filter(|(_, texts)| texts.say(key).is_some()).map(|(code, _)| code.as_str()).collect()
        };
        let whole = texts.iter().map(codes).reduce(|all, more| &all & &more).unwrap_or_default();
        let others = whole.into_iter().filter(|code| *code != self.languages[0]).take(MOST_LANGUAGES);
        let others: Vec<String> = others.map(str::to_owned).collect();
        self.languages.extend(others);
    }

    /// How many languages are there in part.
    pub(super) fn partial_languages(&self) -> BTreeSet<&'t str> {
        let all = self.nodes.iter().flat_map(|node| node.get("translations").map_or(&[][..], Tree::entries));
        all.map(|(code, _)| code.as_str()).filter(|code| !self.languages.iter().any(|known| known == code)).collect()
    }

    /// A text in every language of the library; `None` if there is none.
    pub(super) fn said(&self, of: &Tree, key: &str, change: impl Fn(&str) -> String) -> Option<DraftText> {
        let own = of.say(key).map(&change).filter(|text| !text.trim().is_empty())?;
        let other = |code: &str| of.get("translations").and_then(|all| all.get(code)?.say(key)).map(&change);
        let each = self.languages.iter().map(|code| (code.clone(), other(code).unwrap_or_else(|| own.clone())));
        Some(DraftText::each(each))
    }

    /// The nodes around a node, the nearest first; of a circle, a part.
    pub(super) fn above(&self, node: &'t Tree) -> Vec<&'t Tree> {
        let up =
            |node: &&'t Tree| node.say("parent_urn").and_then(|urn| self.by_urn.get(urn)).map(|at| self.nodes[*at]);
        std::iter::successors(up(&node), up).take(DEEPEST).collect()
    }
}

/// What a requirement asks, under the name of each: by `questions`, or all of one kind by `question`.
pub(super) fn asked(node: &Tree) -> Vec<(&str, &Tree)> {
    if let Some(questions) = node.get("questions") {
        return questions.entries().iter().map(|(urn, question)| (urn.as_str(), question)).collect();
    }
    let several = node.get("question").and_then(|question| question.get("questions")).map_or(&[][..], Tree::items);
    several.iter().map(|question| (question.say("urn").unwrap_or_default(), question)).collect()
}

/// The end of a name, which is its own: behind what says of which framework it is.
pub(super) fn own_part(urn: &str) -> String {
    let parts: Vec<&str> = urn.split(':').collect();
    let behind = if urn.starts_with("urn:") { parts.get(5..) } else { None };
    behind.filter(|own| !own.is_empty()).map_or_else(|| urn.to_owned(), |own| own.join("."))
}
