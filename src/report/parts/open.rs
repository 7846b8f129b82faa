//! What the vendor has still to say: open questions, and answers that do not add up.

use crate::assessment::evidence::{RegisteredEvidence, register};
use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::document::{Block, Fact, Record, Section, Text};
use crate::report::story::Story;

/// Open questions to send back to the vendor, those that weigh most first.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let open = heaviest_first(story);
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

/// The open questions, those that keep a flag from being ruled out first, then by what they weigh.
pub fn heaviest_first(story: &Story<'_, '_>) -> Vec<usize> {
    let assessment = story.assessment;
    let holding = insight::holding_flags(assessment);
    let holds = |at: &usize| holding.iter().any(|flag| flag.cause.contains(at));
    let mut open: Vec<usize> = (0..assessment.questions.len()).filter(|at| insight::is_open(assessment, *at)).collect();
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
pub fn distinct(questions: Vec<usize>) -> Vec<usize> {
    let mut once: Vec<usize> = Vec::new();
    questions.into_iter().for_each(|at| once.extend((!once.contains(&at)).then_some(at)));
    once
}

fn record(story: &Story<'_, '_>, at: usize, register: &[RegisteredEvidence<'_>]) -> Record {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let question = &questionnaire.questions[at];
    let judged = &story.assessment.questions[at];
    let mut facts = Vec::new();
    if matches!(judged.status, Status::NaPending | Status::Na) {
        let said = story.assessment.subject.answers.comment(at);
        let text = said.map_or_else(|| Text::plain(lang.no_reason_given()), Text::quoted);
        facts.push(Fact::new(lang.not_applicable_because(), text));
    }
    facts.extend(question.help.as_ref().map(|help| Fact::new(lang.to_bear_in_mind(), story.say(help))));
    facts.extend(story.evidence_to_attach(at, register).map(|asks| Fact::new(lang.to_attach(), asks)));
    if let Some(remediation) = story
        .assessment
        .remediations
        .iter()
        .find(|remediation| remediation.question == at && !remediation.needs.is_empty())
    {
        facts.push(Fact::new(lang.depends_on(), super::evidence::references(story, &remediation.needs)));
    }
    Record {
        anchor: format!("open.{}", question.id), // no id of a question has two dots
        head: Text::default().reference(&question.id).and(" ").and(story.say(&question.ask)),
        aside: Text::plain(story.standing(at)),
        facts,
    }
}
