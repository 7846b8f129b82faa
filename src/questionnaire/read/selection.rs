//! What a questionnaire takes over of the one that it extends, and what conditions look at.

use std::collections::{HashMap, HashSet};

use crate::source::fields::Reading;
use crate::source::node::{Entry, Kind};
use crate::source::{Arena, Node, Span};
use crate::words::clean::one_line;
use crate::words::problem::questionnaire as problem;

/// Full ids of questions, with the place at which each is named, alone or with its category.
pub(super) type Chosen = HashMap<String, Span>;

/// What is named of a questionnaire that is extended: what is taken over, or what is not.
pub(super) enum Selection {
    /// All of it is taken over.
    Everything,
    /// These questions, and those that they need.
    Keep(Chosen),
    /// All but these questions.
    LeaveOut(Chosen),
}

impl Selection {
    /// Reads `keep` or `leave_out`: full ids of questions, or ids of categories for all questions of one.
    pub(super) fn read(root: &Node<'_>, questions: &[String], categories: &[&str], reading: &mut Reading<'_>) -> Self {
        let mut by_name: HashMap<&str, Vec<&String>> = categories.iter().map(|id| (*id, Vec::new())).collect();
        for id in questions {
            let category = id.split_once('.').map(|(category, _)| category);
            [Some(id.as_str()), category]
                .into_iter()
                .flatten()
                .for_each(|name| by_name.entry(name).or_default().push(id));
        }
        let known = || questions.iter().map(String::as_str).chain(categories.iter().copied());
        let mut named = |node: &Node<'_>, key: &'static str| {
            let (mut chosen, mut seen) = (Chosen::new(), HashSet::new());
            for item in reading.filled_list(node, key) {
                let Some(name) = reading.text(item) else { continue };
                if !seen.insert(name) {
                    reading.note(item.span, problem::duplicate_id(one_line(name)));
                    continue;
                }
                match by_name.get(name) {
                    Some(ids) => chosen.extend(ids.iter().map(|id| ((*id).clone(), item.span))),
                    None => reading.note_near(item.span, problem::nothing_to_take_over(one_line(name)), name, known()),
                }
            }
            chosen
        };
        match (root.get("keep"), root.get("leave_out")) {
            (None, None) => Selection::Everything,
            (Some(node), None) => Selection::Keep(named(node, "keep")),
            (None, Some(node)) => Selection::LeaveOut(named(node, "leave_out")),
            (Some(_), Some(node)) => {
                reading.note(node.span, problem::keep_and_leave_out());
                Selection::Everything
            }
        }
    }
}

/// The full ids of the questions that a condition looks at, as they are written.
pub(super) fn looked_at<'n>(condition: &'n Node<'_>, found: &mut Vec<&'n str>) {
    let Kind::Map(entries) = condition.kind else { return };
    for Entry { key, value, .. } in entries {
        match (*key, value.kind) {
            ("all" | "any", Kind::List(parts)) => parts.iter().for_each(|part| looked_at(part, found)),
            ("not", _) => looked_at(value, found),
            (id, _) if !id.starts_with("inherent_risk.") => found.push(id),
            _ => {}
        }
    }
}

/// What of a condition looks at questions that are there; `None` if nothing is left that holds only where all of it
/// would: of parts of which any is enough, those that are there are; of parts that are all needed, none may be missing.
pub(super) fn restricted<'t>(
    condition: &Node<'t>,
    is_there: &dyn Fn(&str) -> bool,
    arena: &'t Arena,
) -> Option<Node<'t>> {
    let Kind::Map(entries) = condition.kind else { return Some(*condition) };
    let mut left = Vec::with_capacity(entries.len());
    for entry in entries {
        let value = match (entry.key, entry.value.kind) {
            ("any", Kind::List(parts)) => {
                let parts: Vec<_> = parts.iter().filter_map(|part| restricted(part, is_there, arena)).collect();
                (!parts.is_empty()).then(|| Node { kind: Kind::List(arena.all(&parts)), ..entry.value })
            }
            ("all", Kind::List(parts)) => {
                let parts: Option<Vec<_>> = parts.iter().map(|part| restricted(part, is_there, arena)).collect();
                parts.map(|parts| Node { kind: Kind::List(arena.all(&parts)), ..entry.value })
            }
            ("not", _) => {
                let mut needed = Vec::new();
                looked_at(&entry.value, &mut needed);
                needed.iter().all(|id| is_there(id)).then_some(entry.value)
            }
            (id, _) => (id.starts_with("inherent_risk.") || is_there(id)).then_some(entry.value),
        };
        left.push(Entry { value: value?, ..*entry });
    }
    Some(Node { span: condition.span, kind: Kind::Map(arena.all(&left)) })
}
