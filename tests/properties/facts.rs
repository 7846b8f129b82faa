//! What comes out of a world: it is written, read by the real readers, judged, and every number is taken down.

use duly::internal::answers::Answers;
use duly::internal::assessment::effective::EffectiveAnswer;
use duly::internal::assessment::flag::{Flag, FlagState};
use duly::internal::assessment::inherent::InherentRisk;
use duly::internal::assessment::rating::Rating;
use duly::internal::assessment::remediation::{Remediation, ToRating};
use duly::internal::assessment::scope::Status;
use duly::internal::assessment::score::Parts;
use duly::internal::assessment::{Assessment, Papers, Score, Subject, assess};
use duly::internal::policy::{self, Assurance, Policy, Proof};
use duly::internal::questionnaire::ids::{CategoryId, QuestionId};
use duly::internal::questionnaire::{Category, Level, Questionnaire};
use duly::internal::review::{Review, read as read_review};
use duly::internal::source::Source;
use duly::internal::words::Exact;
use num_rational::BigRational;

use super::rational;
use super::reading::{self, accepted};
use super::world::World;

/// A world as the readers see it.
pub struct Files {
    pub questionnaire: Questionnaire,
    pub answers: Answers,
    pub review: Option<Review>,
    pub papers: Papers,
    pub policy: Policy,
}

impl Files {
    /// Writes a world and reads it.
    pub fn of(world: &World) -> Files {
        let questionnaire =
            accepted(reading::questionnaire(&Source::new("questionnaire.yaml", world.questionnaire_text())));
        let answers = accepted(reading::answers(&Source::new("answers.yaml", world.answers_text()), &questionnaire));
        let review = world.is_reviewed().then(|| {
            read_review::read(&Source::new("answers.review.yaml", world.review_text()), &questionnaire, &answers)
        });
        let review = review.map(accepted);
        let policy = accepted(policy::read::read(&Source::new("duly.toml", world.policy.to_string())));
        let papers = world.papers();
        Files { questionnaire, answers, review, papers, policy }
    }

    /// Judges it.
    pub fn assess(&self, world: &World) -> Assessment<'_> {
        let Files { questionnaire, answers, review, papers, policy } = self;
        let as_of = world.as_of;
        assess(Subject { questionnaire, answers, review: review.as_ref(), papers, policy, as_of }).unwrap()
    }
}

/// The bounds and parts of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    pub assured: BigRational,
    pub claimed: BigRational,
    pub assured_best: BigRational,
    pub potential: BigRational,
    pub evidence_gap: BigRational,
    pub control_gap: BigRational,
    pub unknown: BigRational,
}

#[derive(Clone, Debug, PartialEq)]
pub struct QuestionFacts {
    pub id: String,
    pub status: Status,
    /// Whether there is an answer, or an n/a that we accepted.
    pub is_settled: bool,
    pub assurance: Option<Assurance>,
    pub share: BigRational,
    /// Assured, evidence gap, control gap, unknown.
    pub parts: [BigRational; 4],
    /// The same as displayed.
    pub tenths: [u64; 4],
}

#[derive(Clone, Debug, PartialEq)]
pub struct CategoryFacts {
    pub id: String,
    pub points: Option<Points>,
    pub share: Option<BigRational>,
    pub na_kept: BigRational,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FlagFacts {
    pub name: String,
    pub severity: Level,
    pub state: FlagState,
    pub if_proved: FlagState,
    pub ruled_out_by: Option<Proof>,
    pub causes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FixFacts {
    pub id: String,
    pub gain: BigRational,
    pub evidence_only: BigRational,
}

/// What it takes to reach a rating: flags to clear, and how many remediations.
pub type Way = Option<(Vec<String>, usize)>;

/// Everything that came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub overall: Option<Points>,
    pub coverage: Option<BigRational>,
    pub assured_by: Option<[BigRational; 4]>,
    pub assured_by_tenths: [u64; 4],
    /// Out of scope, n/a, accepted n/a.
    pub scope: [BigRational; 3],
    pub questions: Vec<QuestionFacts>,
    pub categories: Vec<CategoryFacts>,
    pub groups: Vec<Option<Points>>,
    pub inherent_risk: InherentRisk,
    pub flags: Vec<FlagFacts>,
    pub rating: Option<Rating>,
    pub remediations: Vec<FixFacts>,
    pub to_band: Option<[Option<usize>; 3]>,
    pub to_rating: Option<[Way; 3]>,
}

/// Judges a world.
pub fn facts(world: &World) -> Facts {
    let files = Files::of(world);
    Facts::of(&files.assess(world))
}

impl Points {
    fn of(score: &Score) -> Points {
        Points {
            assured: rational(&score.assured()),
            claimed: rational(&score.claimed()),
            assured_best: rational(&score.assured_best()),
            potential: rational(&score.potential()),
            evidence_gap: rational(&score.evidence_gap()),
            control_gap: rational(&score.control_gap()),
            unknown: rational(&score.unknown()),
        }
    }

    /// Assured, claimed, assured at best, potential.
    pub fn bounds(&self) -> [&BigRational; 4] {
        [&self.assured, &self.claimed, &self.assured_best, &self.potential]
    }
}

impl Facts {
    pub fn of(assessment: &Assessment<'_>) -> Facts {
        let name = |at: QuestionId| assessment.subject.questionnaire.questions[at].id.to_string();
        let questions = assessment.questions.ids();
        let categories = assessment.subject.questionnaire.categories.with_ids();
        let category = |(at, category): (CategoryId, &Category)| CategoryFacts {
            id: category.id.to_string(),
            points: assessment.categories[at].score.as_ref().map(Points::of),
            share: assessment.category_share(at).as_ref().map(rational),
            na_kept: rational(&assessment.categories[at].na_kept),
        };
        let scope = &assessment.scope;
        let way = |way: &Option<ToRating>| {
            let names = |way: &ToRating| {
                way.flags.iter().map(|flag| assessment.subject.questionnaire.flag_name(*flag).into()).collect()
            };
            way.as_ref().map(|way| (names(way), way.remediations))
        };
        Facts {
            overall: assessment.overall.as_ref().map(Points::of),
            coverage: assessment.coverage().as_ref().map(rational),
            assured_by: assessment.assured_by.as_ref().map(|by| by.points.each_ref().map(rational)),
            assured_by_tenths: assessment.assured_by.as_ref().map_or([0; 4], |by| by.tenths),
            scope: [&scope.out_of_scope, &scope.na, &scope.na_approved].map(rational),
            questions: questions.map(|at| question_facts(assessment, at)).collect(),
            categories: categories.map(category).collect(),
            groups: assessment.groups.iter().map(|score| score.as_ref().map(Points::of)).collect(),
            inherent_risk: assessment.inherent_risk.clone(),
            flags: assessment.flags.iter().map(|flag| flag_facts(assessment, flag)).collect(),
            rating: assessment.rating.clone(),
            remediations: assessment
                .remediations()
                .iter()
                .map(|remediation| remediation_facts(assessment, name(remediation.question), remediation))
                .collect(),
            to_band: assessment.paths().map(|paths| paths.to_band),
            to_rating: assessment.paths().map(|paths| paths.to_rating.each_ref().map(way)),
        }
    }

    pub fn question(&self, id: &str) -> &QuestionFacts {
        self.questions.iter().find(|question| question.id == id).unwrap()
    }

    pub fn category(&self, id: &str) -> &CategoryFacts {
        self.categories.iter().find(|category| category.id == id).unwrap()
    }

    pub fn worst(&self) -> Option<Level> {
        self.rating.as_ref().map(|rating| rating.worst)
    }

    pub fn best(&self) -> Option<Level> {
        self.rating.as_ref().map(|rating| rating.best)
    }

    /// Ids of the questions of which something holds.
    pub fn ids(&self, holds: impl Fn(&QuestionFacts) -> bool) -> Vec<String> {
        self.questions.iter().filter(|question| holds(question)).map(|question| question.id.clone()).collect()
    }
}

fn question_facts(assessment: &Assessment<'_>, at: QuestionId) -> QuestionFacts {
    let judged = &assessment.questions[at];
    let Parts { assured, evidence_gap, control_gap, unknown } = &judged.parts;
    let points = |grains: &Exact| rational(&assessment.points(grains.clone()));
    let tenths = assessment.tenths(at);
    QuestionFacts {
        id: assessment.subject.questionnaire.questions[at].id.to_string(),
        status: judged.status,
        is_settled: judged.effective.value().is_some() || judged.effective == EffectiveAnswer::NaApproved,
        assurance: judged.backing.map(|backing| backing.assurance),
        share: rational(&assessment.points(judged.parts.whole())),
        parts: [assured, evidence_gap, control_gap, unknown].map(points),
        tenths: [tenths.assured, tenths.evidence_gap, tenths.control_gap, tenths.unknown],
    }
}

fn flag_facts(assessment: &Assessment<'_>, flag: &Flag) -> FlagFacts {
    let questionnaire = assessment.subject.questionnaire;
    FlagFacts {
        name: questionnaire.flag_name(flag.flag).into(),
        severity: flag.severity,
        state: flag.state,
        if_proved: flag.if_proved,
        ruled_out_by: flag.ruled_out_by,
        causes: flag.cause.iter().map(|at| questionnaire.questions[*at].id.to_string()).collect(),
    }
}

fn remediation_facts(assessment: &Assessment<'_>, id: String, remediation: &Remediation) -> FixFacts {
    let [gain, evidence_only] =
        [&remediation.gain, &remediation.evidence_only].map(|grains| rational(&assessment.points(grains.clone())));
    FixFacts { id, gain, evidence_only }
}
