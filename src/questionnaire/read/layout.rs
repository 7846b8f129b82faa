//! What is read of a questionnaire and of those that it extends: each entry with its file, what is replaced in the
//! place of what it replaces, what is left out no more.
//!
//! Nothing is noted here but what is wrong with `keep` and `leave_out`: entries are taken as they are, and whoever
//! reads them says what is wrong with them.

use std::collections::{HashMap, HashSet};

use super::layer::{Layer, Numbered};
use super::selection::{self, Chosen, Selection};
use crate::questionnaire::ids::FileId;
use crate::source::fields::Reading;
use crate::source::node::{Entry, Kind};
use crate::source::{Arena, Node, Span};
use crate::words::clean::one_line;
use crate::words::problem::questionnaire as problem;

/// A part of a file, and which file it is.
pub(super) struct Placed<T> {
    pub(super) file: FileId,
    pub(super) part: T,
}

/// What one file says of a category, its questions aside.
pub(super) struct CategoryHead<'l> {
    pub(super) file: FileId,
    pub(super) node: &'l Node<'l>,
    /// Whether it has a file of its own.
    pub(super) is_part: bool,
    /// The entry in the main file.
    pub(super) entry: (FileId, Span),
}

/// A category: what is said of it, by what is extended first, and its questions.
pub(super) struct LaidCategory<'l> {
    pub(super) heads: Vec<CategoryHead<'l>>,
    pub(super) questions: Vec<Placed<&'l Node<'l>>>,
}

impl<'l> LaidCategory<'l> {
    fn id(&self) -> Option<&'l str> {
        self.heads.first()?.node.get("id")?.text()
    }
}

/// What of the questionnaire that is extended is not taken over.
#[derive(Default)]
pub(super) struct NotTaken {
    pub(super) questions: usize,
    pub(super) flags: Vec<String>,
    pub(super) narrowed: Vec<String>,
}

/// Everything that is read but the heads of the main files.
#[derive(Default)]
pub(super) struct Merged<'l> {
    pub(super) scales: Vec<Placed<&'l Entry<'l>>>,
    pub(super) frameworks: Vec<Placed<&'l Entry<'l>>>,
    pub(super) evidence: Vec<Placed<&'l Node<'l>>>,
    pub(super) factors: Vec<Placed<&'l Node<'l>>>,
    pub(super) groups: Vec<Placed<&'l Node<'l>>>,
    pub(super) flags: Vec<Placed<&'l Node<'l>>>,
    pub(super) contradictions: Vec<Placed<&'l Node<'l>>>,
    pub(super) categories: Vec<LaidCategory<'l>>,
    /// The first file of what is extended; those before it are of the questionnaire itself.
    pub(super) base: Option<FileId>,
    /// Names of what was left out, which files of what is extended may still mention.
    pub(super) gone: HashSet<&'l str>,
    pub(super) left_out: NotTaken,
}

fn items<'l>(root: &'l Node<'l>, key: &str) -> &'l [Node<'l>] {
    match root.get(key).map(|node| &node.kind) {
        Some(Kind::List(items)) => items,
        _ => &[],
    }
}

fn entries<'l>(root: &'l Node<'l>, key: &str) -> &'l [Entry<'l>] {
    match root.get(key).map(|node| &node.kind) {
        Some(Kind::Map(entries)) => entries,
        _ => &[],
    }
}

fn id_of<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    node.get("id")?.text()
}

/// Puts what has the id of something in its place, once, and all else behind.
fn merge<T>(all: &mut Vec<T>, own: impl IntoIterator<Item = T>, id: impl Fn(&T) -> Option<&str>) {
    let known = all.iter().enumerate().filter_map(|(at, old)| Some((id(old)?.to_owned(), at)));
    let mut known: HashMap<String, usize> = known.collect();
    for new in own {
        let place = id(&new).and_then(|id| known.remove(id));
        match place.and_then(|at| all.get_mut(at)) {
            Some(old) => *old = new,
            None => all.push(new),
        }
    }
}

/// The full id of a question, as it is written.
fn full_id(category: Option<&str>, question: &Node<'_>) -> Option<String> {
    Some(format!("{}.{}", category?, id_of(question)?))
}

impl<'l> Merged<'l> {
    /// Of a questionnaire and what it extends, that first; what is wrong with the selection of the last is noted.
    pub(super) fn of(layers: &[Numbered<'l>], main: &mut Reading<'_>) -> Self {
        let mut layout = Merged::default();
        if let [extended @ .., own] = layers {
            // what is extended has been read before: nothing is wrong with it
            extended.iter().for_each(|base| layout.extend(base, &mut Reading::of(base.layer.source)));
            layout.extend(own, main);
        }
        layout.base = layers.len().checked_sub(2).and_then(|at| layers.get(at)).map(|base| base.main);
        if layout.base.is_some() {
            layout.drop_unused();
        }
        layout
    }

    /// Whether a file is of the questionnaire itself, and not of what it extends.
    pub(super) fn is_own(&self, file: FileId) -> bool {
        self.base.is_none_or(|base| file < base)
    }

    /// Whether a file of what is extended names something that was left out.
    pub(super) fn is_gone(&self, file: FileId, name: &Node<'_>) -> bool {
        !self.is_own(file) && name.text().is_some_and(|name| self.gone.contains(name))
    }

    fn extend(&mut self, numbered: &Numbered<'l>, reading: &mut Reading<'_>) {
        let root = numbered.layer.root;
        let base = self.question_ids();
        let categories: Vec<&'l str> = self.categories.iter().filter_map(LaidCategory::id).collect();
        let selection = match base.is_empty() {
            true => Selection::Everything,
            false => Selection::read(root, &base, &categories, reading),
        };
        let flags: Vec<String> = self.flags.iter().filter_map(|flag| id_of(flag.part)).map(str::to_owned).collect();
        self.merge_definitions(numbered);
        self.merge_categories(numbered);
        let is_own = |file: FileId| file == numbered.main || numbered.parts.contains(&Some(file));
        self.select(selection, &is_own, reading);
        let left: HashSet<String> = self.question_ids().into_iter().collect();
        self.left_out = NotTaken::default();
        self.left_out.questions = base.iter().filter(|id| !left.contains(*id)).count();
        self.left_out.narrowed = restrict(&mut self.flags, &left, &is_own, numbered.layer.arena);
        restrict(&mut self.contradictions, &left, &is_own, numbered.layer.arena);
        let still: HashSet<&str> = self.flags.iter().filter_map(|flag| id_of(flag.part)).collect();
        self.left_out.flags = flags.into_iter().filter(|id| !still.contains(id.as_str())).collect();
        self.gone.extend(categories.iter().filter(|id| self.categories.iter().all(|left| left.id() != Some(id))));
    }

    fn question_ids(&self) -> Vec<String> {
        let of = |category: &LaidCategory<'l>| -> Vec<String> {
            category.questions.iter().filter_map(|question| full_id(category.id(), question.part)).collect()
        };
        self.categories.iter().flat_map(of).collect()
    }

    fn merge_definitions(&mut self, numbered: &Numbered<'l>) {
        let (root, file) = (numbered.layer.root, numbered.main);
        let listed = |key| items(root, key).iter().map(move |part| Placed { file, part });
        let mapped = |key| entries(root, key).iter().map(move |part| Placed { file, part });
        merge(&mut self.scales, mapped("scales"), |placed| Some(placed.part.key));
        merge(&mut self.frameworks, mapped("frameworks"), |placed| Some(placed.part.key));
        for (all, key) in
            [(&mut self.evidence, "evidence"), (&mut self.factors, "inherent_risk"), (&mut self.groups, "groups")]
        {
            merge(all, listed(key), |placed| id_of(placed.part));
        }
        for (all, key) in [(&mut self.flags, "red_flags"), (&mut self.contradictions, "contradictions")] {
            merge(all, listed(key), |placed| id_of(placed.part));
        }
    }

    fn merge_categories(&mut self, numbered: &Numbered<'l>) {
        let Layer { root, trees, parts, .. } = numbered.layer;
        let known = self.categories.iter_mut().filter_map(|category| Some((category.id()?, category)));
        let (mut known, mut added): (HashMap<&str, _>, _) = (known.collect(), Vec::new());
        for (((entry, tree), part), file) in
            items(root, "categories").iter().zip(*trees).zip(*parts).zip(&numbered.parts)
        {
            let (node, file, is_part) = match (tree, file) {
                (Some(tree), Some(file)) => (tree, *file, true),
                _ if part.is_none() && entry.text().is_none() => (entry, numbered.main, false),
                _ => continue, // a file that could not be had or parsed: already noted
            };
            let head = CategoryHead { file, node, is_part, entry: (numbered.main, entry.span) };
            let questions = items(node, "questions").iter().map(|part| Placed { file, part });
            match id_of(node).and_then(|id| known.remove(id)) {
                Some(category) => {
                    category.heads.push(head);
                    merge(&mut category.questions, questions, |placed| id_of(placed.part));
                }
                None => added.push(LaidCategory { heads: vec![head], questions: questions.collect() }),
            }
        }
        self.categories.extend(added);
    }

    /// Leaves out what is not taken over.
    fn select(&mut self, selection: Selection, is_own: &dyn Fn(FileId) -> bool, reading: &mut Reading<'_>) {
        let (chosen, needed) = match selection {
            Selection::Everything => return,
            Selection::Keep(chosen) => (Chosen::new(), Some(self.needed(chosen.into_keys(), is_own))),
            Selection::LeaveOut(chosen) => (chosen, None),
        };
        let stays = |id: &str| needed.as_ref().map_or(!chosen.contains_key(id), |needed| needed.contains(id));
        for category in &mut self.categories {
            let id = category.id();
            let is_left = |placed: &Placed<&'l Node<'l>>| {
                is_own(placed.file) || full_id(id, placed.part).is_none_or(|id| stays(&id))
            };
            category.questions.retain(is_left);
        }
        self.categories
            .retain(|category| !category.questions.is_empty() || category.heads.iter().any(|head| is_own(head.file)));
        let left: HashSet<String> = self.question_ids().into_iter().collect();
        for category in &self.categories {
            for placed in category.questions.iter().filter(|placed| !is_own(placed.file)) {
                let gate = gates(placed.part).into_iter().find(|gate| !left.contains(*gate));
                if let Some((gate, span)) = gate.and_then(|gate| Some((gate, chosen.get(gate)?))) {
                    let question = full_id(category.id(), placed.part).unwrap_or_default();
                    reading.note(*span, problem::left_out_but_needed(one_line(gate), one_line(&question)));
                }
            }
        }
    }

    /// The questions that are kept, those of the file itself, and all that these and its flags look at.
    fn needed(&self, kept: impl Iterator<Item = String>, is_own: &dyn Fn(FileId) -> bool) -> HashSet<String> {
        let (mut questions, mut needed) = (HashMap::new(), HashSet::new());
        let mut waiting: Vec<String> = kept.collect();
        for category in &self.categories {
            for placed in &category.questions {
                let Some(id) = full_id(category.id(), placed.part) else { continue };
                waiting.extend(is_own(placed.file).then(|| id.clone()));
                questions.entry(id).or_insert(placed.part);
            }
        }
        let judged = self.flags.iter().chain(&self.contradictions).filter(|judged| is_own(judged.file));
        waiting.extend(judged.flat_map(|judged| gates(judged.part)).map(str::to_owned));
        while let Some(id) = waiting.pop() {
            let gates = questions.remove(&id).map_or_else(Vec::new, gates);
            waiting.extend(gates.into_iter().map(str::to_owned));
            needed.insert(id);
        }
        needed
    }

    /// Drops definitions of what is extended that nothing uses any more.
    fn drop_unused(&mut self) {
        let Some(base) = self.base else { return };
        let (mut kinds, mut others) = (HashSet::new(), HashSet::new());
        for question in self.categories.iter().flat_map(|category| &category.questions) {
            kinds.extend(items(question.part, "evidence").iter().filter_map(Node::text));
            others.extend(entries(question.part, "refs").iter().map(|entry| entry.key));
            others.extend(question.part.get("answer").and_then(Node::text));
        }
        let is_own = |file: FileId| file < base;
        self.scales.retain(|scale| is_own(scale.file) || others.contains(scale.part.key));
        self.frameworks.retain(|framework| is_own(framework.file) || others.contains(framework.part.key));
        let gone = &mut self.gone;
        self.evidence.retain(|kind| {
            let id = id_of(kind.part);
            let proves = id.into_iter().chain(items(kind.part, "stands_for").iter().filter_map(Node::text));
            let is_left = is_own(kind.file) || proves.into_iter().any(|id| kinds.contains(id));
            gone.extend(id.filter(|_| !is_left));
            is_left
        });
    }
}

/// The questions that the condition of an entry looks at.
fn gates<'n>(entry: &'n Node<'_>) -> Vec<&'n str> {
    let mut found = Vec::new();
    entry.get("when").into_iter().for_each(|when| selection::looked_at(when, &mut found));
    found
}

/// Drops what looks at questions that are left out, as far as it needs them; gives the ids of what looks at fewer now.
fn restrict<'l>(
    judged: &mut Vec<Placed<&'l Node<'l>>>,
    left: &HashSet<String>,
    is_own: &dyn Fn(FileId) -> bool,
    arena: &'l Arena,
) -> Vec<String> {
    let mut narrowed = Vec::new();
    let is_there = |id: &str| left.contains(id);
    judged.retain_mut(|placed| {
        if is_own(placed.file) || gates(placed.part).into_iter().all(is_there) {
            return true;
        }
        let when = placed.part.get("when").and_then(|when| selection::restricted(when, &is_there, arena));
        let (Some(when), Kind::Map(entries)) = (when, placed.part.kind) else { return false };
        narrowed.extend(id_of(placed.part).map(str::to_owned));
        let mut entries = entries.to_vec();
        entries.iter_mut().filter(|entry| entry.key == "when").for_each(|entry| entry.value = when);
        placed.part = arena.one(Node { kind: Kind::Map(arena.all(&entries)), ..*placed.part });
        true
    });
    narrowed
}
