//! The decision as an attestation: what was decided, by whom, on which answers, and on which conditions.

use serde::Serialize;

use super::parties::{DECIDED_BY, PartyKind, ResponsibleOscal};
use super::value::{NAMESPACE, OscalProp, OscalProse};
use crate::assessment::decision::{condition_state, decision};
use crate::assessment::next_review::next_review;
use crate::report::naming;
use crate::report::parts::decision::condition;
use crate::report::story::Story;
use crate::review::AgreedCondition;
use crate::source::fields::Word;
use crate::words::clean::one_line;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AttestationOscal {
    responsible_parties: [ResponsibleOscal; 1],
    parts: Vec<PartOscal>,
}

/// The decision itself, or one of its conditions.
#[derive(Serialize)]
struct PartOscal {
    name: &'static str,
    ns: &'static str,
    props: Vec<OscalProp>,
    prose: OscalProse,
}

impl PartOscal {
    fn of(name: &'static str, props: Vec<OscalProp>, prose: OscalProse) -> PartOscal {
        PartOscal { name, ns: NAMESPACE, props, prose }
    }
}

/// What was decided; `None` if nothing is on file.
pub(super) fn attestation(story: &Story<'_, '_>) -> Option<AttestationOscal> {
    let (decision, standing) = decision(&story.assessment.subject)?;
    let outcome = naming::outcome(decision.outcome, story.lang).capitalized();
    let because = decision.because.as_deref().map(one_line);
    let doubt = naming::decision_doubt(standing, story.lang).map(|doubt| doubt.capitalized());
    let words: Vec<_> = [Some(outcome), because, doubt].into_iter().flatten().collect();
    let mut props = vec![
        OscalProp::word("outcome", decision.outcome.word()),
        OscalProp::of("decided", decision.on),
        OscalProp::word("standing", standing.word()),
    ];
    let next = next_review(story.assessment);
    props.extend(next.map(|next| OscalProp::of("next-review", next.day)));
    props.extend(next.filter(|next| next.is_computed).map(|_| OscalProp::of("next-review-computed", "yes")));
    props.extend(decision.answers.map(|answers| OscalProp::of("decided-on-sha256", answers)));
    let whole = PartOscal::of("decision", props, OscalProse::paragraphs(&words));
    let conditions = decision.conditions.iter().map(|agreed| of_condition(story, agreed));
    Some(AttestationOscal {
        responsible_parties: [ResponsibleOscal::of(DECIDED_BY, PartyKind::Person.id(&decision.by))],
        parts: [whole].into_iter().chain(conditions).collect(),
    })
}

fn of_condition(story: &Story<'_, '_>, agreed: &AgreedCondition) -> PartOscal {
    let (state, _) = condition_state(agreed, story.assessment.subject.as_of);
    let questions = agreed.questions.iter().map(|at| &story.questionnaire().questions[*at].id);
    let mut props = vec![OscalProp::word("state", state.word())];
    props.extend(agreed.owner.as_deref().map(|owner| OscalProp::foreign("owner", owner)));
    props.extend(agreed.due.map(|day| OscalProp::of("due", day)));
    props.extend(agreed.met.map(|day| OscalProp::of("met", day)));
    props.extend(questions.map(|id| OscalProp::of("question", id)));
    PartOscal::of("condition", props, OscalProse::line(&condition(story, agreed)))
}
