//! When something of a form is shown: its own condition and those of all blocks around it, as conditions on questions.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{self, Expression};
use super::form::{VsaqForm, VsaqTarget};
use crate::exchange::draft::DraftCondition;
use crate::exchange::tree::Tree;

/// So many answers all conditions together may look at: more than any form has, and little memory.
const MOST: usize = 100_000;

/// So many answers a single one may look at.
const MOST_OF_ONE: usize = 400;

/// What is shown when something shown is shown, and so on, is looked up no further.
const FURTHEST: usize = 8;

/// What a condition comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ConditionMeans {
    Always,
    Never,
    If(DraftCondition),
}

/// When something is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct ShownIf {
    /// If all of these hold.
    pub(super) all: Vec<DraftCondition>,
    /// Never.
    pub(super) never: bool,
    /// So many conditions could not be said.
    pub(super) unsayable: usize,
}

/// When everything is shown.
pub(super) struct Conditions {
    /// Of each block, with those around it.
    blocks: Vec<ShownIf>,
    /// Of each item, with its blocks.
    pub(super) items: Vec<ShownIf>,
    /// Items by what they are called.
    by_id: BTreeMap<String, usize>,
}

impl Conditions {
    pub(super) fn of(form: &VsaqForm<'_>) -> Conditions {
        let read = |tree: &Tree| tree.say("cond").map(str::trim).filter(|cond| !cond.is_empty()).map(expression::read);
        let mut meaning = ConditionReader {
            form,
            blocks: form.blocks.iter().map(|block| read(block.tree)).collect(),
            items: form.items.iter().map(|item| read(item.tree)).collect(),
            left: MOST,
        };
        let own: Vec<ShownIf> = (0..form.blocks.len()).map(|at| meaning.own(VsaqTarget::Block(at))).collect();
        let blocks: Vec<ShownIf> = (0..own.len())
            .map(|at| form.around(at).into_iter().fold(ShownIf::default(), |all, at| meaning.and(all, &own[at])))
            .collect();
        let mut items: Vec<ShownIf> = (0..form.items.len())
            .map(|at| {
                let own = meaning.own(VsaqTarget::Item(at));
                meaning.and(blocks[form.items[at].block].clone(), &own)
            })
            .collect();
        let by_id = form.items.iter().enumerate().rev().map(|(at, item)| (item.id.clone(), at)).collect();
        let asked = AskedQuestions { form, items: &items, by_id: &by_id };
        let warnings = (0..items.len()).filter(|at| form.items[*at].is_warning());
        let warnings: Vec<_> = warnings.map(|at| (at, asked.warning(&items[at], &mut meaning.left))).collect();
        warnings.into_iter().for_each(|(at, shown)| items[at] = shown);
        Conditions { blocks, items, by_id }
    }

    /// The condition of an item without what goes without saying: that a question is asked at all to which an answer is
    /// needed anyway. `None` if nothing is left of it.
    pub(super) fn when(&self, item: usize) -> Option<DraftCondition> {
        let mut parts: Vec<DraftCondition> = Vec::new();
        for part in &self.items[item].all {
            if !parts.contains(part) {
                parts.push(part.clone());
            }
        }
        let mut at = 0;
        while at < parts.len() {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
            let needed: BTreeSet<&str> = others.flat_map(|(_, part)| needs(part)).collect();
            let asked = needed.iter().filter_map(|question| self.by_id.get(*question));
            let mut conditions = asked.filter(|asked| **asked != item).map(|asked| &self.items[*asked].all);
            if conditions.any(|all| all.contains(&parts[at])) {
                parts.remove(at);
            } else {
                at += 1;
            }
        }
        (!parts.is_empty()).then_some(DraftCondition::All(parts))
    }

    /// Whether some of what an item itself asks for could not be said.
    pub(super) fn is_partly_said(&self, item: usize, form: &VsaqForm<'_>) -> bool {
        self.items[item].unsayable > self.blocks[form.items[item].block].unsayable
    }
}

/// The questions without an answer to which a condition cannot hold.
fn needs(wish: &DraftCondition) -> BTreeSet<&str> {
    match wish {
        DraftCondition::Chosen { question, .. } => BTreeSet::from([question.as_str()]),
        DraftCondition::All(parts) => parts.iter().flat_map(needs).collect(),
        DraftCondition::Any(parts) => {
            let mut each = parts.iter().map(needs);
            let first = each.next().unwrap_or_default();
            each.fold(first, |all, these| all.intersection(&these).copied().collect())
        }
        DraftCondition::Not(_) => BTreeSet::new(),
    }
}

/// When questions are asked, for warnings: who was not asked has not said no.
struct AskedQuestions<'c, 'f> {
    form: &'c VsaqForm<'f>,
    items: &'c [ShownIf],
    by_id: &'c BTreeMap<String, usize>,
}

impl AskedQuestions<'_, '_> {
    /// When a warning holds: where it denies a choice, the question of that choice is asked, too. One for which that is
    /// more than can be said counts as one that cannot be said.
    fn warning(&self, shown: &ShownIf, left: &mut usize) -> ShownIf {
        let mut all: Vec<DraftCondition> = Vec::new();
        for part in &shown.all {
            match self.asked_too(part, false, &shown.all, left) {
                None => return ShownIf { unsayable: shown.unsayable + 1, ..shown.clone() },
                Some(DraftCondition::All(parts)) => all.extend(parts),
                Some(part) => all.push(part),
            }
        }
        ShownIf { all, ..shown.clone() }
    }

    /// A condition, or its denial, beside others that hold as well.
    fn asked_too(
        &self,
        wish: &DraftCondition,
        is_denied: bool,
        beside: &[DraftCondition],
        left: &mut usize,
    ) -> Option<DraftCondition> {
        let said = || if is_denied { DraftCondition::Not(Box::new(wish.clone())) } else { wish.clone() };
        let are_choices =
            |parts: &[DraftCondition]| parts.iter().all(|part| matches!(part, DraftCondition::Chosen { .. }));
        let mut each = |parts: &[DraftCondition]| {
            parts.iter().map(|part| self.asked_too(part, is_denied, beside, left)).collect::<Option<Vec<_>>>()
        };
        Some(match wish {
            DraftCondition::Not(part) => self.asked_too(part, !is_denied, beside, left)?,
            DraftCondition::Chosen { question, .. } if is_denied => {
                self.with([question.as_str()], said(), beside, left)?
            }
            DraftCondition::Any(parts) if is_denied && are_choices(parts) => {
                self.with(parts.iter().flat_map(DraftCondition::questions), said(), beside, left)?
            }
            DraftCondition::Any(parts) if is_denied => DraftCondition::All(each(parts)?),
            DraftCondition::All(parts) if is_denied => DraftCondition::Any(each(parts)?),
            DraftCondition::Any(parts) => DraftCondition::Any(each(parts)?),
            DraftCondition::All(parts) => DraftCondition::All(each(parts)?),
            DraftCondition::Chosen { .. } => said(),
        })
    }

    /// What is said, and that some questions are asked, as far as that does not go without saying.
    fn with<'q>(
        &self,
        questions: impl IntoIterator<Item = &'q str>,
        said: DraftCondition,
        beside: &[DraftCondition],
        left: &mut usize,
    ) -> Option<DraftCondition> {
        let mut all: Vec<DraftCondition> = Vec::new();
        for at in questions.into_iter().filter_map(|question| self.by_id.get(question)) {
            for part in &self.items[*at].all {
                if !all.contains(part) && !beside.contains(part) && !self.is_ruled_out(part, beside) {
                    *left = left.checked_sub(size(part))?;
                    all.push(part.clone());
                }
            }
        }
        if all.is_empty() {
            return Some(said);
        }
        all.push(said);
        Some(DraftCondition::All(all))
    }

    /// Whether a part denies what cannot be, for a question of one choice has another one.
    fn is_ruled_out(&self, part: &DraftCondition, beside: &[DraftCondition]) -> bool {
        let DraftCondition::Not(part) = part else { return false };
        let DraftCondition::Chosen { question, options } = &**part else { return false };
        let is_of_one = self.by_id.get(question).is_some_and(|at| self.form.items[*at].kind() != "checkgroup");
        is_of_one && beside.iter().any(|other| chooses_another(other, question, options))
    }
}

/// Whether a condition cannot hold but by other options of a question.
fn chooses_another(wish: &DraftCondition, question: &str, options: &[String]) -> bool {
    match wish {
        DraftCondition::Chosen { question: of, options: others } => {
            of == question && !others.iter().any(|option| options.contains(option))
        }
        DraftCondition::Any(parts) => parts.iter().all(|part| chooses_another(part, question, options)),
        DraftCondition::All(parts) => parts.iter().any(|part| chooses_another(part, question, options)),
        DraftCondition::Not(_) => false,
    }
}

struct ConditionReader<'f, 't> {
    form: &'f VsaqForm<'t>,
    /// The condition of each block, if it has one, and if it can be read.
    blocks: Vec<Option<Option<Expression>>>,
    items: Vec<Option<Option<Expression>>>,
    left: usize,
}

impl ConditionReader<'_, '_> {
    fn and(&mut self, mut all: ShownIf, more: &ShownIf) -> ShownIf {
        all.never |= more.never;
        all.unsayable += more.unsayable;
        let mut together: usize = all.all.iter().map(size).sum();
        for part in &more.all {
            together += size(part);
            match self.left.checked_sub(size(part)).filter(|_| together <= MOST_OF_ONE) {
                Some(left) => {
                    self.left = left;
                    all.all.push(part.clone());
                }
                None => all.unsayable += 1,
            }
        }
        all
    }

    /// When a block or an item is shown by its own condition: each part of it that can be said.
    fn own(&mut self, of: VsaqTarget) -> ShownIf {
        let mut shown = ShownIf::default();
        let parts = match self.condition(of) {
            None => return shown,
            Some(None) => return ShownIf { unsayable: 1, ..shown },
            Some(Some(Expression::All(parts))) => parts,
            Some(Some(other)) => vec![other],
        };
        for part in &parts {
            match self.meant(part, 0) {
                None => shown.unsayable += 1,
                Some(ConditionMeans::Always) => {}
                Some(ConditionMeans::Never) => shown.never = true,
                Some(ConditionMeans::If(wish)) => shown.all.push(wish),
            }
        }
        shown
    }

    fn condition(&self, of: VsaqTarget) -> Option<Option<Expression>> {
        match of {
            VsaqTarget::Block(at) => self.blocks[at].clone(),
            VsaqTarget::Item(at) | VsaqTarget::OneOf(at) => self.items[at].clone(),
        }
    }

    /// What a condition comes to; `None` if it cannot be said.
    fn meant(&mut self, expression: &Expression, further: usize) -> Option<ConditionMeans> {
        match expression {
            Expression::Never => Some(ConditionMeans::Never),
            Expression::Not(part) => Some(match self.meant(part, further)? {
                ConditionMeans::Always => ConditionMeans::Never,
                ConditionMeans::Never => ConditionMeans::Always,
                ConditionMeans::If(wish) => ConditionMeans::If(DraftCondition::Not(Box::new(wish))),
            }),
            Expression::All(parts) => {
                self.several(parts, further, (ConditionMeans::Never, ConditionMeans::Always), DraftCondition::All)
            }
            Expression::Any(parts) => {
                self.several(parts, further, (ConditionMeans::Always, ConditionMeans::Never), DraftCondition::Any)
            }
            Expression::Chosen(name) => self.chosen(name),
            Expression::Shown(name) => self.shown(name, further),
        }
    }

    /// Several parts, of which one that is `(decides, counts for nothing)`.
    fn several(
        &mut self,
        parts: &[Expression],
        further: usize,
        (decides, nothing): (ConditionMeans, ConditionMeans),
        all: fn(Vec<DraftCondition>) -> DraftCondition,
    ) -> Option<ConditionMeans> {
        let mut kept = Vec::new();
        for part in parts {
            match self.meant(part, further)? {
                meant if meant == decides => return Some(decides),
                meant if meant == nothing => {}
                ConditionMeans::If(wish) => kept.push(wish),
                ConditionMeans::Always | ConditionMeans::Never => {}
            }
        }
        Some(if kept.is_empty() { nothing } else { ConditionMeans::If(all(kept)) })
    }

    fn chosen(&mut self, name: &str) -> Option<ConditionMeans> {
        let bare = name.strip_suffix("/yes").or(name.strip_suffix("/no")).unwrap_or(name);
        let (VsaqTarget::Item(at) | VsaqTarget::OneOf(at)) = *self.form.targets.get(bare)? else { return None };
        let item = &self.form.items[at];
        let options: Vec<String> = match (item.kind(), self.form.targets.get(bare)?) {
            ("radiogroup" | "checkgroup", VsaqTarget::OneOf(_)) => vec![bare.to_owned()],
            ("radiogroup" | "checkgroup", _) => item.options().map(|(id, _)| id.to_owned()).collect(),
            ("yesno", _) => vec![if name.ends_with("/no") { "no" } else { "yes" }.to_owned()],
            ("check", _) => vec!["yes".to_owned()],
            _ => return None,
        };
        self.left = self.left.checked_sub(options.len())?;
        Some(ConditionMeans::If(DraftCondition::Chosen { question: item.id.clone(), options }))
    }

    /// When something is shown: by its own condition and those around it.
    fn shown(&mut self, name: &str, further: usize) -> Option<ConditionMeans> {
        self.left = self.left.checked_sub(1).filter(|_| further < FURTHEST)?;
        let of = *self.form.targets.get(name)?;
        let block = match of {
            VsaqTarget::Block(at) => self.form.blocks[at].around,
            VsaqTarget::Item(at) | VsaqTarget::OneOf(at) => Some(self.form.items[at].block),
        };
        let around = block.map_or_else(Vec::new, |block| self.form.around(block)).into_iter().map(VsaqTarget::Block);
        let mut kept = Vec::new();
        for of in around.chain([of]) {
            match self.condition(of) {
                None => {}
                Some(condition) => match self.meant(&condition?, further + 1)? {
                    ConditionMeans::Always => {}
                    ConditionMeans::Never => return Some(ConditionMeans::Never),
                    ConditionMeans::If(wish) => kept.push(wish),
                },
            }
        }
        Some(if kept.is_empty() { ConditionMeans::Always } else { ConditionMeans::If(DraftCondition::All(kept)) })
    }
}

fn size(wish: &DraftCondition) -> usize {
    match wish {
        DraftCondition::All(parts) | DraftCondition::Any(parts) => parts.iter().map(size).sum(),
        DraftCondition::Not(part) => size(part),
        DraftCondition::Chosen { options, .. } => options.len().max(1),
    }
}
