//! What is open: what the vendor has still to say, answers that do not add up, and what awaits our approval.

use crate::assessment::evidence::{RegisteredEvidence, register};
use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::document::{Block, Fact, Record, Section, Text};
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::Trusted;

/// Open questions to send back to the vendor, those that weigh most first.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let open = heaviest_first(story, false);
    let register = register(story.assessment);
    let contradictions = &story.assessment.contradictions;
    if open.is_empty() && contradictions.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    if !open.is_empty() {
        blocks.push(Block::Records(open.iter().map(|at| record(story, *at, &register)).collect()));
    }
    if !contradictions.is_empty() {
        blocks.push(Section::block("contradictions", lang.does_not_add_up(), vec![Block::List(odd(story))]));
    }
    Some(Section::block("open-questions", lang.open_questions(), blocks))
}

/// Questions of which the vendor says, with a reason, that they do not apply, and of which we have to accept it.
pub fn awaiting_approval(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let awaiting = heaviest_first(story, true);
    if awaiting.is_empty() {
        return None;
    }
    let records = awaiting.iter().map(|at| record_of(story, *at, vec![reason(story, *at)])).collect();
    let blocks = vec![Block::Paragraph(Text::plain(lang.awaits_approval_explained())), Block::Records(records)];
    Some(Section::block("awaiting-approval", lang.awaits_approval(), blocks))
}

/// The open questions that the vendor has to answer, or those that await our approval: first those that keep a flag
/// from being ruled out, then by what they weigh.
pub fn heaviest_first(story: &Story<'_, '_>, awaiting_approval: bool) -> Vec<QuestionId> {
    let assessment = story.assessment;
    let holding = insight::holding_flags(assessment);
    let holds = |at: &QuestionId| holding.iter().any(|flag| flag.cause.contains(at));
    let mut open = insight::open_questions(assessment, awaiting_approval);
    open.sort_by_cached_key(|at| (!holds(at), std::cmp::Reverse(assessment.questions[*at].parts.unknown.clone()), *at));
    open
}

/// The contradictions that the answers hold, each with the questions that it looks at.
pub fn odd(story: &Story<'_, '_>) -> Vec<Text> {
    let known = &story.questionnaire().contradictions;
    let named = story.assessment.contradictions.iter().map(|at| {
        let questions = distinct(known[*at].when.questions());
        Text::plain(story.say(&known[*at].title))
            .and(" (")
            .then(super::evidence::references(story, &questions))
            .and(")")
    });
    named.collect()
}

/// Each once, in their order.
pub fn distinct<I: PartialEq>(ids: Vec<I>) -> Vec<I> {
    let mut once: Vec<I> = Vec::new();
    ids.into_iter().for_each(|id| once.extend((!once.contains(&id)).then_some(id)));
    once
}

fn record(story: &Story<'_, '_>, at: QuestionId, register: &[RegisteredEvidence<'_>]) -> Record {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let question = &questionnaire.questions[at];
    let judged = &story.assessment.questions[at];
    let mut facts = Vec::new();
    if judged.status == Status::NaPending {
        facts.push(reason(story, at));
    }
    facts.extend(question.help.as_ref().map(|help| Fact::new(lang.to_bear_in_mind(), story.say(help))));
    facts.extend(story.evidence_to_attach(at, register).map(|asks| Fact::new(lang.to_attach(), asks)));
    if let Some(remediation) = story
        .assessment
        .remediations()
        .iter()
        .find(|remediation| remediation.question == at && !remediation.needs.is_empty())
    {
        facts.push(Fact::new(lang.depends_on(), super::evidence::references(story, &remediation.needs)));
    }
    record_of(story, at, facts)
}

/// Why the vendor says that a question does not apply.
fn reason(story: &Story<'_, '_>, at: QuestionId) -> Fact {
    let said = story.assessment.subject.answers.comment(at);
    let text = said.map_or_else(|| Text::plain(story.lang.no_reason_given()), |said| vendors_words(said, story.lang));
    Fact::new(story.lang.not_applicable_because(), text)
}

fn record_of(story: &Story<'_, '_>, at: QuestionId, facts: Vec<Fact>) -> Record {
    let question = &story.questionnaire().questions[at];
    Record {
        anchor: "open.".and(&question.id), // no id of a question has two dots
        head: Text::default().reference(&question.id).and(" ").and(story.say(&question.ask)),
        aside: Text::plain(story.standing(at)),
        facts,
    }
}
