//! Which questionnaire was answered, and whether it is one of ours or the vendor's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::{Desk, Spot, beside};
use super::request::Request;
use super::shelf::{self, ShelfMark};
use super::world::World;
use super::{prepared, text};
use crate::answers::Reference;
use crate::policy::Policy;
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::{self, Questionnaire, lint};
use crate::source::nearest::nearest;
use crate::source::{Checked, Source};
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
            (None, Reference::Named { id, .. }) => (self.questionnaire_by_id(id, policy, at)?, None),
            (None, Reference::Path(path)) => {
                let (shown, real) = self.vendors_path(path, request.answers.path(), at)?;
                let checked = self.read_questionnaire((&shown, &real))?; // a vendor's own: no other file needs it
                (self.checked(shelf::shared(checked))?, Some(shown))
            }
        };
        if let Reference::Named { id, version } = reference
            && (questionnaire.id != *id || questionnaire.version != *version)
        {
            self.notes.note(
                at.source,
                at.span,
                problem::other_questionnaire(shown(reference), questionnaire.reference()),
            );
        }
        let accepted = self.is_accepted(&questionnaire, path.as_deref(), policy);
        if accepted == Some(false) && request.questionnaire.is_none() {
            self.notes.note(at.source, at.span, problem::questionnaire_not_allowed(&questionnaire.id));
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
                let file = path.unwrap_or(Path::new(&main.name));
                real(listed).is_some_and(|listed| Some(listed) == real(file))
            })
        };
        let is_built_in = built_in::find(&questionnaire.id).is_some();
        Some(
            accepted.iter().any(|listed| (is_built_in && questionnaire.id == *listed) || same(&beside(policy, listed))),
        )
    }

    /// A questionnaire by built-in id or path, as one of ours names it.
    pub(super) fn named_questionnaire(&mut self, named: &str) -> Option<Arc<Questionnaire>> {
        let id = named.split_once('@').map_or(named, |(id, _)| id);
        match built_in::find(id) {
            Some(built_in) => self.built_in(built_in),
            None if self.is_there(Path::new(named)) || named.contains(['/', '\\', '.']) => {
                self.questionnaire_file(Path::new(named))
            }
            None => {
                self.notes.note_file(&Source::new(named, ""), unknown_id(named));
                None
            }
        }
    }

    /// A questionnaire by id: built in, or one of the files that the policy lists.
    fn questionnaire_by_id(&mut self, id: &str, policy: &Policy, at: &Spot<'_>) -> Option<Arc<Questionnaire>> {
        if let Some(built_in) = built_in::find(id) {
            return self.built_in(built_in);
        }
        for listed in policy.questionnaires.iter().flatten().filter(|listed| built_in::find(listed).is_none()) {
            let found = self.questionnaire_file(&beside(policy, listed));
            if let Some(found) = found.filter(|found| found.id == id) {
                return Some(found);
            }
        }
        self.notes.note(at.source, at.span, unknown_id(id));
        None
    }

    fn built_in(&mut self, built_in: &'static BuiltIn) -> Option<Arc<Questionnaire>> {
        let kept = self.shelf.get_or(ShelfMark::BuiltIn(built_in.id), || Some(prepared::questionnaire(built_in)))?;
        self.checked(kept)
    }

    /// A questionnaire that one of ours names, from its file or from the shelf.
    fn questionnaire_file(&mut self, path: &Path) -> Option<Arc<Questionnaire>> {
        let shelf = self.shelf;
        let kept = shelf.get_or(ShelfMark::File(path.to_path_buf()), || self.read_questionnaire((path, path)))?;
        self.checked(kept)
    }

    /// Reads a file by the path that is shown and the one by which it is opened.
    fn read_questionnaire(&mut self, (shown, path): (&Path, &Path)) -> Option<Checked<Questionnaire>> {
        let source = text::read_as(self.world, (shown, path), questionnaire::read::LARGEST);
        let note = |problem| self.notes.note_file(&Source::new(shown.to_string_lossy(), ""), problem);
        source.map_err(note).ok().map(|source| read(&source, shown, self.world))
    }

    fn checked(&mut self, checked: Checked<Arc<Questionnaire>>) -> Option<Arc<Questionnaire>> {
        self.notes.append(checked.diagnostics);
        checked.value
    }
}

/// Reads a questionnaire's text, doubtful things noted too; its category files lie in its own folder. A file that
/// carries a built-in id must be the built-in one.
pub fn read(source: &Arc<Source>, path: &Path, world: &dyn World) -> Checked<Questionnaire> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let load = |name: &str| -> Result<Arc<Source>, Problem> {
        let real = text::inside(world, folder, name)?;
        text::read_as(world, (&path.with_file_name(name), &real), questionnaire::read::LARGEST)
    };
    let mut checked = questionnaire::read(source, &load);
    let is_taken = |found: &Questionnaire| {
        let original = built_in::find(&found.id).and_then(|built_in| prepared::questionnaire(built_in).value);
        original.is_some_and(|original| original.fingerprint() != found.fingerprint())
    };
    if let Some(found) = checked.value.take_if(|found| is_taken(found)) {
        checked.diagnostics.note_file(source, q_problem::built_in_id(&found.id));
    }
    checked.value.iter().for_each(|found| lint::lint(found, &mut checked.diagnostics));
    Checked::new(checked.value, checked.diagnostics)
}

fn unknown_id(id: &str) -> Problem {
    problem::unknown_questionnaire(one_line(id))
        .did_you_mean(nearest(id, built_in::ALL.iter().map(|built_in| built_in.id)))
}
