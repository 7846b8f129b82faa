//! What an answers file that is to be made needs to know.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::{Desk, beside};
use super::form::out_of_scope;
use super::model::{Case, Loaded};
use super::origins::ReviewOrigin;
use super::request::Input;
use super::shelf::Shelf;
use super::world::World;
use crate::answers::Reference;
use crate::answers::read::{self as read_answers, is_path};
use crate::assessment::Papers;
use crate::assessment::inherent::{InherentRisk, inherent_risk};
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::built_in;
use crate::questionnaire::ids::QuestionId;
use crate::review::read as read_review;
use crate::source::{Arena, Date, Diagnostics, Source};

/// What an answers file that is to be made needs to know.
#[derive(Debug)]
pub struct Prospect {
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// How the file is to name it.
    pub reference: Reference,
    /// Whether that leads to a questionnaire that our policy accepts.
    pub is_accepted: bool,
    /// What we accept.
    pub policy: Arc<Policy>,
    /// Where our review belongs; for answers that will lie nowhere there is no place.
    pub review: Option<PathBuf>,
}

impl Prospect {
    /// Loads everything that is needed to make an answers file, or answers that will lie nowhere: the questionnaire
    /// that is named, else the first one that our policy accepts, else the first built-in one.
    pub fn load(
        file: Option<&Path>,
        questionnaire: Option<&str>,
        policy: Option<&Input>,
        world: &dyn World,
    ) -> Loaded<Prospect> {
        let shelf = Shelf::default();
        let mut desk = Desk::new(world, &shelf);
        let vendor = desk.vendor_folder(file); // the file is still to be made
        let policy = desk.policy(policy, vendor.as_deref());
        let language = policy.as_ref().and_then(|policy| policy.display.language);
        let found = policy.and_then(|policy| desk.prospect(file, questionnaire, policy));
        Loaded { value: found.filter(|_| !desk.notes.has_errors()), notes: desk.notes, language }
    }

    /// What another round of answers to the same questions needs; it will lie here, or nowhere.
    pub fn of_case(case: Case, file: Option<&Path>, world: &dyn World) -> Prospect {
        let shelf = Shelf::default();
        let mut desk = Desk::new(world, &shelf);
        let reference = desk.reference_to(&case.questionnaire, file);
        let Case { questionnaire, answers, review, policy, .. } = case;
        let review = match review {
            Some((review, _)) => Some(review.source.path.clone()),
            None => desk.review_place(&answers.source.path, &policy).map(|(path, _)| path),
        };
        Prospect { questionnaire, reference, is_accepted: true, policy, review }
    }

    /// What another round of a vendor needs that has answered before: the questionnaire that is named, else the newest
    /// version of the one that it answered.
    pub fn renewed(case: &Case, named: Option<&str>, file: Option<&Path>, world: &dyn World) -> Loaded<Prospect> {
        let shelf = Shelf::default();
        let mut desk = Desk::new(world, &shelf);
        let policy = case.policy.clone();
        let language = policy.display.language;
        let questionnaire = match named {
            Some(named) => desk.named_questionnaire(named),
            None => desk.newest(&case.questionnaire, &policy),
        };
        let value = questionnaire.and_then(|questionnaire| desk.asking(questionnaire, file, policy));
        Loaded { value: value.filter(|_| !desk.notes.has_errors()), notes: desk.notes, language }
    }

    /// The questions that do not apply to answers that have this text and our review: read and judged like
    /// any other, as of a day.
    ///
    /// # Errors
    /// What stands against the text or the review.
    pub fn out_of_scope(
        &self,
        answers: &Arc<Source>,
        review: Option<&Arc<Source>>,
        as_of: Date,
    ) -> Result<Vec<QuestionId>, Diagnostics> {
        let Case { questionnaire, answers, review, policy, .. } = self.case(answers, review, as_of)?;
        let review = review.map(|(review, _)| review);
        Ok(out_of_scope(&questionnaire, &answers, review.as_ref(), &policy, as_of))
    }

    /// What is at stake by our review of answers that have this text; `None` where neither can be read.
    pub fn inherent_risk(
        &self,
        answers: &Arc<Source>,
        review: Option<&Arc<Source>>,
        as_of: Date,
    ) -> Option<InherentRisk> {
        let case = self.case(answers, review, as_of).ok()?;
        Some(inherent_risk(&case.subject()))
    }

    /// What answers of this text and our review would be judged as, on a day. No documents are looked for.
    ///
    /// # Errors
    /// What stands against the text or the review.
    pub(crate) fn case(
        &self,
        answers: &Arc<Source>,
        review: Option<&Arc<Source>>,
        as_of: Date,
    ) -> Result<Case, Diagnostics> {
        let Prospect { questionnaire, reference, policy, .. } = self;
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let answers = read_answers::tree(answers, &arena, &mut notes).and_then(|root| {
            let checked = read_answers::read(&root, answers, reference, questionnaire);
            notes.append(checked.diagnostics);
            checked.value
        });
        let Some(answers) = answers else { return Err(notes) };
        let review = review.and_then(|review| {
            let checked = read_review::read(review, questionnaire, &answers);
            notes.append(checked.diagnostics);
            checked.value
        });
        if notes.has_errors() {
            return Err(notes);
        }
        Ok(Case {
            questionnaire: Arc::clone(questionnaire),
            answers,
            papers: Papers::default(),
            review: review.map(|review| (review, ReviewOrigin::BesideAnswers)),
            policy: Arc::clone(policy),
            as_of,
            gate_day: as_of,
            vendors_own_questionnaire: false,
            found_policy: false,
        })
    }
}

impl Desk<'_> {
    fn prospect(&mut self, file: Option<&Path>, named: Option<&str>, policy: Arc<Policy>) -> Option<Prospect> {
        let listed = policy.questionnaires.iter().flatten().next();
        let questionnaire = match (named, listed) {
            (Some(named), _) => self.named_questionnaire(named),
            (None, Some(id)) if built_in::named(id).is_some() => self.named_questionnaire(id),
            (None, Some(path)) => self.questionnaire_file(&beside(&policy, path)),
            (None, None) => self.named_questionnaire(built_in::ALL.first()?.id),
        }?;
        self.asking(questionnaire, file, policy)
    }

    /// What asking this questionnaire needs, for answers that will lie here, or nowhere.
    fn asking(
        &mut self,
        questionnaire: Arc<Questionnaire>,
        file: Option<&Path>,
        policy: Arc<Policy>,
    ) -> Option<Prospect> {
        let reference = self.reference_to(&questionnaire, file);
        let is_found = matches!(reference, Reference::Path(_)) || built_in::find(&questionnaire.id).is_some();
        let is_accepted = self.is_accepted(&questionnaire, None, &policy).unwrap_or(is_found);
        let review = match file {
            None => None,
            Some(file) => Some(self.review_place(file, &policy)?.0),
        };
        Some(Prospect { questionnaire, reference, is_accepted, policy, review })
    }

    /// How answers name their questionnaire: by its path if it lies beside them and is none of ours, else by its id.
    fn reference_to(&self, questionnaire: &Questionnaire, file: Option<&Path>) -> Reference {
        let by_id = Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() };
        let main = questionnaire.main_source().filter(|_| built_in::find(&questionnaire.id).is_none());
        let real = main.and_then(|main| self.world.real(&main.path).ok());
        let within = real.zip(self.vendor_folder(file));
        let within =
            within.and_then(|(file, folder)| Some(file.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/")));
        within.map(|path| format!("./{path}")).filter(|path| is_path(path)).map_or(by_id, Reference::Path)
    }
}
