//! The assessment: what was judged, and what came out.

use std::sync::OnceLock;

use super::flag::Flag;
use super::inherent::InherentRisk;
use super::judged::{CategoryResult, Judged};
use super::paper::PaperWorth;
use super::rating::Rating;
use super::remediation::{Paths, Remediation, paths, remediations};
use super::scope::Scope;
use super::score::{Parts, Score, Tenths, shown_tenths};
use super::subject::Subject;
use crate::questionnaire::ids::{ById, CategoryId, ContradictionId, GroupId, QuestionId};
use crate::words::Exact;

/// What came out. All numbers are exact; scores and shares lie on 0..=100.
#[derive(Debug)]
#[non_exhaustive]
pub struct Assessment<'a> {
    /// What was judged.
    pub subject: Subject<'a>,
    /// What the documents of the vendor are worth.
    pub papers: PaperWorth,
    /// One entry per question.
    pub questions: ById<QuestionId, Judged<'a>>,
    /// One entry per category.
    pub categories: ById<CategoryId, CategoryResult>,
    /// One entry per group of the questionnaire: its score, `None` if nothing in it counts.
    pub groups: ById<GroupId, Option<Score>>,
    /// The whole; `None` when nothing counts.
    pub overall: Option<Score>,
    /// The assured score by how far answers are proved.
    pub assured_by: Option<AssuredBy>,
    /// What was not counted.
    pub scope: NotCounted,
    /// What is at stake.
    pub inherent_risk: InherentRisk,
    /// The red flags: those of the questionnaire, then those of categories with a minimum and live questions.
    pub flags: Vec<Flag>,
    /// The contradictions that the answers hold.
    pub contradictions: Vec<ContradictionId>,
    /// The risk; `None` when nothing counts.
    pub rating: Option<Rating>,
    /// What is worked out when somebody first asks: most of those who judge many vendors never do.
    pub(crate) when_asked: WhenAsked,
}

/// See the functions of [`Assessment`] that have these names.
#[derive(Debug, Default)]
pub(crate) struct WhenAsked {
    pub(crate) remediations: OnceLock<Vec<Remediation>>,
    paths: OnceLock<Option<Paths>>,
    tenths: OnceLock<ById<QuestionId, Tenths>>,
}

/// The assured score by how far answers are proved, in the order of [`crate::policy::Assurance`]; adds up to it.
#[derive(Debug)]
pub struct AssuredBy {
    /// Exact points.
    pub points: [Exact; 4],
    /// Tenths of points, apportioned so that they add up to the shown total.
    pub tenths: [u64; 4],
}

/// What was not counted, in percent of the questionnaire's weight.
#[derive(Debug)]
pub struct NotCounted {
    /// The vendor was not sent it.
    pub not_asked: Exact,
    /// Not asked here.
    pub out_of_scope: Exact,
    /// The part of it that rests on answers which we have not verified.
    pub by_claim: Exact,
    /// These answers.
    pub unverified_gates: Vec<QuestionId>,
    /// Not applicable, by the vendor's reason, within the cap.
    pub na: Exact,
    /// Not applicable, accepted by us.
    pub na_approved: Exact,
}

impl Assessment<'_> {
    /// The share of a question in the 100 points.
    pub fn share(&self, question: QuestionId) -> Exact {
        self.points(self.questions[question].parts.whole())
    }

    /// A part of the whole in points: of all questions together 100. 0 when nothing counts.
    pub fn points(&self, grains: Exact) -> Exact {
        self.overall.as_ref().map_or(Exact::ZERO, |score| score.points(grains))
    }

    /// What would give back points, largest first.
    pub fn remediations(&self) -> &[Remediation] {
        let all = || {
            let effective = self.questions.map(|_, judged| judged.effective);
            remediations(&Scope::decide(&self.subject, &effective), &self.questions)
        };
        self.when_asked.remediations.get_or_init(all)
    }

    /// How far the remediations lead; `None` when nothing counts.
    pub fn paths(&self) -> Option<&Paths> {
        let ways = || {
            let score = self.overall.as_ref()?;
            Some(paths(&self.subject, score, &self.inherent_risk, &self.flags, self.remediations()))
        };
        self.when_asked.paths.get_or_init(ways).as_ref()
    }

    /// The parts of a question as shown: apportioned so that those of all questions add up to the shown totals.
    pub fn tenths(&self, question: QuestionId) -> Tenths {
        let all = || {
            let parts: ById<QuestionId, &Parts> = self.questions.iter().map(|judged| &judged.parts).collect();
            let categories = self.subject.questionnaire.categories.iter().map(|category| &category.questions[..]);
            shown_tenths(&parts, &categories.collect::<Vec<_>>())
        };
        self.when_asked.tenths.get_or_init(all)[question]
    }

    /// The share of a category in the 100 points; `None` when nothing in it counts.
    pub fn category_share(&self, category: CategoryId) -> Option<Exact> {
        let score = self.categories[category].score.as_ref()?;
        Some(self.points(score.parts().whole()))
    }

    /// How much is known, in percent of the weight that counts; `None` when nothing counts.
    pub fn coverage(&self) -> Option<Exact> {
        self.overall.as_ref().map(Score::known)
    }

    /// Whether too little is known to speak of a rating, or too much is left out on the vendor's word.
    pub fn is_provisional(&self) -> bool {
        self.is_too_little_known() || self.is_too_much_left_out()
    }

    /// Whether answers that we have not verified take more out of the questions than the policy allows.
    pub fn is_too_much_left_out(&self) -> bool {
        self.overall.is_some() && self.scope.by_claim > Exact::from(self.subject.policy.scope_by_claim)
    }

    /// Whether less is known than the policy asks for.
    pub fn is_too_little_known(&self) -> bool {
        self.overall.as_ref().is_some_and(|score| !score.is_enough_known(self.subject.policy))
    }
}
