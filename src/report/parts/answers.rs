//! Every question with its answer, what was said about it, what proves it, and what it gave.

use super::evidence::titled;
use crate::answers::{Evidence, Value};
use crate::assessment::assurance::BackedBy;
use crate::assessment::effective::EffectiveAnswer;
use crate::document::{Block, Fact, Record, Section, Style, Text, Tone};
use crate::questionnaire::Category;
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::{Trusted, one_line};

/// All answers, category by category.
pub fn section(story: &Story<'_, '_>) -> Block {
    let categories = story.questionnaire().categories.with_ids();
    let blocks = categories.map(|(at, category)| category_section(story, at, category)).collect();
    Section::block("answers", story.lang.all_answers(), blocks)
}

fn category_section(story: &Story<'_, '_>, at: CategoryId, category: &Category) -> Block {
    let score = story.assessment.categories[at].score.as_ref();
    let title = Text::plain(story.say(&category.title));
    let mut blocks = Vec::new();
    blocks.extend(score.map(|score| {
        let weight = story.assessment.points(score.parts().whole());
        let sum = story.lang.category_reaches(
            story.score(&score.assured()),
            story.score(&score.claimed()),
            story.percent(&weight),
        );
        Block::Paragraph(Text::plain(sum))
    }));
    blocks.push(Block::Records(category.questions.iter().map(|at| record(story, *at)).collect()));
    Section::block("answers-".and(&category.id), title, blocks)
}

fn record(story: &Story<'_, '_>, at: QuestionId) -> Record {
    let lang = story.lang;
    let question = &story.questionnaire().questions[at];
    let counts = !story.assessment.questions[at].parts.whole().is_zero();
    let points = if counts { Text::strong(story.points_of_share(at)).and(", ") } else { Text::default() };
    let mut facts = said(story, at);
    let evidence = evidence(story, at);
    facts.extend((!evidence.is_empty()).then(|| Fact::new(lang.evidence(), Text::joined(evidence, "; "))));
    facts.extend(story.references(question).map(|refs| Fact::new(lang.refers_to(), refs)));
    Record {
        anchor: question.id.clone(),
        head: Text::code(&question.id).and(" ").and(story.say(&question.ask)),
        aside: points.and(story.standing(at)),
        facts,
    }
}

/// The effective answer, and what both sides said about it.
pub fn said(story: &Story<'_, '_>, at: QuestionId) -> Vec<Fact> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = vec![Fact::new(lang.answer(), answer(story, at))];
    if let EffectiveAnswer::Ours(_) = story.assessment.questions[at].effective {
        facts.push(Fact::new(lang.vendor_answered(), story.vendors_answer(at)));
    }
    facts.extend(story.verified_before(at).map(|seen| Fact::new(lang.verified_before(), seen)));
    facts.extend(
        subject.answers.comment(at).map(|comment| Fact::new(lang.comment_of_vendor(), vendors_words(comment, lang))),
    );
    facts.extend(story.given_by(at).map(|by| Fact::new(lang.answered_by(), by)));
    facts.extend(story.proposed(at).map(|proposed| Fact::new(lang.proposed_answer(), proposed)));
    let observation = subject.review.and_then(|review| review.observation(at));
    let because = observation.and_then(|observation| observation.because.as_ref());
    facts.extend(because.map(|because| Fact::new(lang.our_reason(), Text::plain(one_line(because)))));
    let note = observation.and_then(|observation| observation.note.as_ref());
    facts.extend(note.map(|note| Fact::new(lang.our_note(), Text::plain(one_line(note)))));
    facts
}

/// The effective answer: what the vendor chose of ours, or its own words.
pub fn answered(story: &Story<'_, '_>, at: QuestionId) -> Text {
    match story.assessment.questions[at].effective {
        EffectiveAnswer::Vendor(Value::Text(words)) => vendors_words(words, story.lang),
        _ => Text::strong(story.answer(at)),
    }
}

fn answer(story: &Story<'_, '_>, at: QuestionId) -> Text {
    let text = answered(story, at);
    match story.assessment.questions[at].effective {
        EffectiveAnswer::Ours(_) => text.and(" ").then(Text::tag(Tone::Careful, story.lang.overruled_by_us())),
        _ => text,
    }
}

/// The documents of an answer, the one that proves it best marked.
fn evidence(story: &Story<'_, '_>, at: QuestionId) -> Vec<Text> {
    let subject = &story.assessment.subject;
    let by = story.assessment.questions[at].backing.and_then(|backing| backing.by);
    let cited = subject.answers.answers[at].iter().flat_map(|given| &given.evidence);
    let theirs =
        cited.map(|item| document(story, &subject.answers.evidence[*item], by == Some(BackedBy::Vendor(*item))));
    let observation = subject.review.and_then(|review| review.observation(at));
    let seen = observation.iter().flat_map(|observation| observation.verified.with_ids());
    let ours = seen.map(|(id, item)| {
        let document = document(story, item, by == Some(BackedBy::Ours(id)));
        Text::plain(story.lang.seen_by_us().and(": ")).then(document)
    });
    theirs.chain(ours).collect()
}

fn document(story: &Story<'_, '_>, item: &Evidence, decides: bool) -> Text {
    let title = titled(item, story.lang);
    match decides {
        true => title.and(" ").styled(Style::Faint, "(".and(story.lang.this_counts()).and(")")),
        false => title,
    }
}
