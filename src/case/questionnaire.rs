//! Which questionnaire was answered, and whether it is one of ours or the vendor's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::{Desk, Spot, beside};
use super::request::{Request, WhichPapers};
use super::shelf;
use super::world::World;
use super::{kind, prepared, text};
use crate::answers::Reference;
use crate::policy::Policy;
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::{self, Questionnaire, lint};
use crate::source::{Checked, Diagnostics, Source};
use crate::words::clean::{one_line, shown};
use crate::words::problem::{Problem, answers as problem, questionnaire as q_problem};

impl Desk<'_> {
    /// The questionnaire that was answered, and whether it is the vendor's own.
    pub(super) fn questionnaire(
        &mut self,
        request: &Request,
        reference: &Reference,
        policy: &Policy,
        at: &Spot<'_>,
    ) -> Option<(Arc<Questionnaire>, bool)> {
        let (questionnaire, path) = match (&request.questionnaire, reference) {
            (Some(named), _) => (self.named_questionnaire(named)?, None),
            (None, Reference::Named { id, version }) => {
                (self.questionnaire_by_id((id, version), (request, policy), at)?, None)
            }
            (None, Reference::Path(path)) if matches!(request.papers, WhichPapers::Told(_)) => {
                self.notes.note(
                    at.source,
                    at.span,
                    problem::questionnaire_not_here(one_line(path), built_in::newest()),
                );
                return None;
            }
            (None, Reference::Path(path)) => {
                let (shown, real) = self.vendors_path(path, request.answers.path(), at)?;
                let checked = self.read_questionnaire((&shown, &real))?; // a vendor's own: no other file needs it
                (self.checked(shelf::shared(checked))?, Some(shown))
            }
        };
        if let Reference::Named { id, version } = reference
            && (questionnaire.id != *id || questionnaire.version != *version)
        {
            let is_for_others = request.questionnaire.is_some() && questionnaire.id != *id;
            let (named, given) = (shown(reference), questionnaire.reference());
            let other = match is_for_others {
                true => problem::named_for_others(named, given),
                false => problem::other_questionnaire(named, given),
            };
            self.notes.note(at.source, at.span, other);
        }
        let accepted = self.is_accepted(&questionnaire, path.as_deref(), policy);
        if accepted == Some(false) && request.questionnaire.is_none() {
            let problem = problem::questionnaire_not_allowed(questionnaire.reference());
            let others = policy.questionnaires.iter().flatten().filter_map(|listed| built_in::named(listed));
            let is_renewed = others.into_iter().any(|listed| *listed.id == *questionnaire.id);
            self.notes.note(at.source, at.span, if is_renewed { problem.to_be_renewed() } else { problem });
        }
        let own = path.is_some() && accepted.is_none();
        if own {
            self.notes.note(at.source, at.span, problem::vendors_own_questionnaire(shown(reference)));
        }
        Some((questionnaire, own))
    }

    /// The file that the answers name, as it is shown and as it is opened. It lies in the vendor's folder or below it.
    fn vendors_path(&mut self, path: &str, answers: Option<&Path>, at: &Spot<'_>) -> Option<(PathBuf, PathBuf)> {
        let folder = self.vendor_folder(answers).unwrap_or_default();
        let real = text::inside(self.world, &folder, path);
        let real = real.map_err(|problem| self.notes.note(at.source, at.span, problem)).ok()?;
        Some((answers.and_then(Path::parent).unwrap_or(Path::new("")).join(path), real))
    }

    /// Whether the policy accepts a questionnaire; `None` if it names none.
    pub(super) fn is_accepted(
        &self,
        questionnaire: &Questionnaire,
        path: Option<&Path>,
        policy: &Policy,
    ) -> Option<bool> {
        let accepted = policy.questionnaires.as_ref()?;
        let same = |listed: &Path| {
            let real = |path: &Path| self.world.real(path).ok();
            questionnaire.main_source().is_some_and(|main| {
                let file = path.unwrap_or(&main.path);
                listed == file || real(listed).is_some_and(|listed| Some(listed) == real(file))
            })
        };
        let is_it = |listed: &BuiltIn| questionnaire.id == *listed.id && questionnaire.version == *listed.version;
        Some(accepted.iter().any(|listed| built_in::named(listed).is_some_and(is_it) || same(&beside(policy, listed))))
    }

    /// A questionnaire by built-in id, alone or with its version, or by path, as one of ours names it.
    pub(super) fn named_questionnaire(&mut self, named: &str) -> Option<Arc<Questionnaire>> {
        if let Some(built_in) = built_in::named(named) {
            return carried(built_in);
        }
        let is_path = named.contains(['/', '\\', '.']) && !built_in::is_named(named);
        if is_path || self.is_there(Path::new(named)) {
            return self.questionnaire_file(Path::new(named));
        }
        self.notes.note_file(&Source::new(named, ""), built_in::unknown(named));
        None
    }

    /// A questionnaire by id and version: built in, or one of the files that the policy lists. Where only other
    /// versions are at hand, it is the first of them.
    fn questionnaire_by_id(
        &mut self,
        (id, version): (&str, &str),
        (request, policy): (&Request, &Policy),
        at: &Spot<'_>,
    ) -> Option<Arc<Questionnaire>> {
        if let Some(built_in) = built_in::version(id, version).or_else(|| built_in::find(id)) {
            return carried(built_in);
        }
        let mut other = None;
        for listed in policy.questionnaires.iter().flatten().filter(|listed| !built_in::is_named(listed)) {
            let found = self.questionnaire_file(&beside(policy, listed)).filter(|found| found.id == id);
            match found {
                Some(found) if found.version == version => return Some(found),
                found => other = other.or(found),
            }
        }
        if other.is_none() {
            let is_told = matches!(request.papers, WhichPapers::Told(_));
            let unknown = if is_told { built_in::not_at_hand(id) } else { built_in::unknown(id) };
            self.notes.note(at.source, at.span, unknown);
        }
        other
    }

    /// Reads every questionnaire that the policy lists and that is not built in.
    pub(super) fn listed_questionnaires(&mut self, policy: &Policy) {
        let listed = policy.questionnaires.iter().flatten().filter(|listed| !built_in::is_named(listed));
        listed.for_each(|listed| drop(self.questionnaire_file(&beside(policy, listed))));
    }

    /// The questionnaires by which a case may be judged: the one that is named, else those that the policy lists, else
    /// those that are built in.
    pub(super) fn possible_questionnaires(&mut self, policy: &Policy, named: Option<&str>) -> Vec<Arc<Questionnaire>> {
        if let Some(named) = named {
            return self.named_questionnaire(named).into_iter().collect();
        }
        let Some(listed) = &policy.questionnaires else {
            return built_in::ALL.iter().filter_map(carried).collect();
        };
        let of = |listed: &String| match built_in::named(listed) {
            Some(built_in) => carried(built_in),
            None => self.questionnaire_file(&beside(policy, listed)),
        };
        listed.iter().filter_map(of).collect()
    }

    /// The newest version of a questionnaire: of those that the policy lists, else of those that are built in, else
    /// itself.
    pub(super) fn newest(&mut self, asked: &Arc<Questionnaire>, policy: &Policy) -> Option<Arc<Questionnaire>> {
        let mut newest: Option<Arc<Questionnaire>> = None;
        for listed in policy.questionnaires.iter().flatten() {
            let found = match built_in::named(listed) {
                Some(listed) if *listed.id == *asked.id => carried(listed),
                Some(_) => None,
                None => self.questionnaire_file(&beside(policy, listed)).filter(|found| found.id == asked.id),
            };
            let is_newer = |found: &Arc<Questionnaire>| {
                newest.as_ref().is_none_or(|known| by_number(&known.version) < by_number(&found.version))
            };
            if let Some(found) = found.filter(is_newer) {
                newest = Some(found);
            }
        }
        match (newest, built_in::find(&asked.id)) {
            (Some(newest), _) => Some(newest),
            (None, Some(newest)) => carried(newest),
            (None, None) => Some(Arc::clone(asked)),
        }
    }

    /// A questionnaire that one of ours names, from its file or from the shelf.
    pub(super) fn questionnaire_file(&mut self, path: &Path) -> Option<Arc<Questionnaire>> {
        let shelf = self.shelf;
        let kept = shelf.questionnaire(path, || self.read_questionnaire((path, path)))?;
        self.checked(kept)
    }

    /// Reads a file by the path that is shown and the one by which it is opened.
    fn read_questionnaire(&mut self, (shown, path): (&Path, &Path)) -> Option<Checked<Questionnaire>> {
        let source = text::read_as(self.world, (shown, path), questionnaire::read::LARGEST);
        let note = |problem| self.notes.note_file(&Source::new(shown.to_string_lossy(), ""), problem);
        let source = source.map_err(note).ok()?;
        let read = read(&source, shown, self.world);
        let Some(problem) = kind::not_ours(&source, &read.diagnostics, questionnaire::read::FORMAT) else {
            return Some(read);
        };
        let mut notes = Diagnostics::default();
        notes.note_file(&source, problem);
        Some(Checked::new(None, notes))
    }

    fn checked(&mut self, checked: Checked<Arc<Questionnaire>>) -> Option<Arc<Questionnaire>> {
        self.notes.append(checked.diagnostics);
        checked.value
    }
}

/// A built-in questionnaire.
fn carried(built_in: &BuiltIn) -> Option<Arc<Questionnaire>> {
    prepared::questionnaire(built_in).cloned()
}

/// The numbers of a version, by which versions are in order.
fn by_number(version: &str) -> Vec<u64> {
    version.split('.').map(|number| number.parse().unwrap_or_default()).collect()
}

/// Reads a questionnaire's text, doubtful things noted too; its category files lie in its own folder. A file that
/// carries a built-in id must be the built-in one, in one of its versions; none carries one that looks like it.
pub fn read(source: &Arc<Source>, path: &Path, world: &dyn World) -> Checked<Questionnaire> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let load = |name: &str| -> Result<Arc<Source>, Problem> {
        let real = text::inside(world, folder, name)?;
        text::read_as(world, (&path.with_file_name(name), &real), questionnaire::read::LARGEST)
    };
    let mut checked = questionnaire::read(source, &load);
    let is_original = |found: &Questionnaire| {
        let original = built_in::version(&found.id, &found.version).and_then(prepared::questionnaire);
        original.is_some_and(|it| it.fingerprint() == found.fingerprint())
    };
    let alike = checked.value.as_ref().and_then(|found| built_in::alike(&found.id));
    if let Some(alike) = alike
        && let Some(found) = checked.value.take_if(|found| !is_original(found))
    {
        checked.diagnostics.note_file(source, q_problem::built_in_id(&found.id, alike.id));
    }
    checked.value.iter().for_each(|found| lint::lower_sets(found, &mut checked.diagnostics));
    Checked::new(checked.value, checked.diagnostics)
}
