//! One question: what its answer gives and why, what looks at it, and what to do about it.

use super::steps;
use crate::assessment::assurance::BackedBy;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::evidence::{RegisteredEvidence, evidence_of};
use crate::assessment::flag::Flag;
use crate::assessment::improving;
use crate::assessment::insight::{self, AnswerQuality};
use crate::case::Origins;
use crate::document::{Block, Document, Fact, Layout, Section, Style, Text, Tone, Verdict};
use crate::policy::Assurance;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::{Condition, Question};
use crate::report::naming::condition;
use crate::report::parts::verdict;
use crate::report::parts::{answers, evidence, flags, open};
use crate::report::story::{Quoting, Story};
use crate::words::Broken;
use crate::words::clean::{Clean, Trusted};

/// Everything about one question.
///
/// # Errors
/// A mistake of the program: its answer does not fit it.
pub fn document(story: &Story<'_, '_>, origins: &Origins, at: QuestionId) -> Result<Document, Broken> {
    let lang = story.lang;
    let question = &story.questionnaire().questions[at];
    let mut blocks = verdict::head_blocks(story, origins);
    blocks.push(Block::Verdict(points(story, at)));
    blocks.push(Block::Facts(said(story, at, question)));
    blocks.extend(assurance(story, at));
    blocks.push(steps::section(story, at)?);
    blocks.extend(looks_at_it(story, at));
    blocks.extend(when_asked(story, at, question));
    blocks.extend(what_to_look_for(story, at, question));
    blocks.extend(what_it_would_give(story, at));
    let title = lang.explanation_of(verdict::vendor(story), &question.id);
    Ok(Document { lang, layout: Layout::Report, title: Text::plain(title), blocks })
}

/// How many of its points count.
fn points(story: &Story<'_, '_>, at: QuestionId) -> Verdict {
    let lang = story.lang;
    let counts = insight::counts(story.assessment, at);
    let standing = Some(story.standing(at)).filter(|standing| !standing.is_empty());
    let value = match counts {
        true => lang.points_count(story.points_of_share(at)),
        false => lang.no_points(standing.clone().unwrap_or_else(|| lang.does_not_count())),
    };
    let tone = match insight::quality(story.assessment, at) {
        Some(AnswerQuality::Good) => Tone::Good,
        Some(AnswerQuality::Weak) => Tone::Bad,
        None if counts => Tone::Careful,
        None => Tone::Plain,
    };
    let outlook = standing.filter(|_| counts).into_iter().map(Text::plain).collect();
    Verdict { tone, label: lang.points_label(), value, outlook }
}

/// The question, and what was answered.
fn said(story: &Story<'_, '_>, at: QuestionId, question: &Question) -> Vec<Fact> {
    let lang = story.lang;
    let category = &story.questionnaire().categories[question.category];
    let mut facts = vec![
        Fact::new(lang.category(), story.say(&category.title)),
        Fact::new(lang.question(), story.say(&question.ask)),
    ];
    let whose = match story.assessment.questions[at].effective {
        EffectiveAnswer::Vendor(_) => Some(lang.claimed_means()),
        EffectiveAnswer::Ours(_) => Some(lang.overruled_by_us()),
        _ => None,
    };
    let mut said = answers::said(story, at);
    if let (Some(whose), Some(answer)) = (whose, said.first_mut()) {
        answer.text = answers::answered(story, at).and(" (".and(whose).and(")"));
    }
    facts.append(&mut said);
    facts
}

/// The documents of the answer with their state and age, and what to ask for.
fn assurance(story: &Story<'_, '_>, at: QuestionId) -> Option<Block> {
    let lang = story.lang;
    let entries = evidence_of(story.assessment, at);
    let counts = insight::counts(story.assessment, at);
    if entries.is_empty() && !counts {
        return None;
    }
    let mut blocks = Vec::new();
    let judged = &story.assessment.questions[at];
    match judged.effective {
        EffectiveAnswer::Ours(_) if judged.rests_on(Assurance::Verified) => {
            blocks.push(Block::Paragraph(lang.our_answer_counts().into()));
        }
        EffectiveAnswer::Ours(_) => blocks.push(Block::Paragraph(lang.our_answer_is_a_word().into())),
        _ if entries.is_empty() => blocks.push(Block::Paragraph(lang.no_document().into())),
        _ => {}
    }
    if !entries.is_empty() {
        blocks.push(Block::List(entries.iter().map(|entry| document_line(story, at, entry)).collect()));
    }
    let asked = story.evidence_asked(at).filter(|_| counts);
    blocks.extend(asked.map(|asked| Block::Facts(vec![Fact::new(lang.what_to_ask_for(), asked)])));
    Some(Section::block("evidence", lang.evidence(), blocks))
}

fn document_line(story: &Story<'_, '_>, at: QuestionId, entry: &RegisteredEvidence<'_>) -> Text {
    let (lang, subject) = (story.lang, &story.assessment.subject);
    let issued = entry.item.issued.map(|day| match usize::try_from(subject.as_of.days_since(day)) {
        Ok(age) => lang.issued_on(day, lang.days_ago(age)),
        Err(_) => lang.issued_later(day),
    });
    let until =
        entry.until.map(|day| lang.runs_until(if entry.is_our_limit() { lang.our_limit(day) } else { day.clean() }));
    let dates: Vec<Clean> = issued.into_iter().chain(until).collect();
    let dates = if dates.is_empty() { Clean::default() } else { "; ".and(Clean::joined(dates, ", ")) };
    let (state, by) = evidence::state(story, entry);
    let by = by.map(|by| ", ".and(by)).unwrap_or_default();
    let line = evidence::title(story, entry).and(": ").then(state).and(by).and(dates);
    match is_decisive(story, at, entry) {
        true => line.and(" ").styled(Style::Strong, "(".and(lang.this_counts()).and(")")),
        false => line,
    }
}

/// Whether a document is the one by which the answer counts.
fn is_decisive(story: &Story<'_, '_>, at: QuestionId, entry: &RegisteredEvidence<'_>) -> bool {
    let subject = &story.assessment.subject;
    let by = story.assessment.questions[at].backing.and_then(|backing| backing.by);
    let decisive = by.and_then(|by| match by {
        BackedBy::Vendor(id) => subject.answers.evidence.get(id),
        BackedBy::Ours(id) => subject.review?.observation(at)?.verified.get(id),
    });
    decisive.is_some_and(|item| std::ptr::eq(item, entry.item))
}

/// Red flags and contradictions that look at the answer.
fn looks_at_it(story: &Story<'_, '_>, at: QuestionId) -> Vec<Block> {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let looks = |flag: &Flag| match flag.flag {
        FlagRef::Flag(flag) => questionnaire.flags[flag].when.questions().contains(&at),
        FlagRef::Category(category, _) => {
            category == questionnaire.questions[at].category && insight::counts(story.assessment, at)
        }
    };
    let looking = insight::flags_where(story.assessment, looks);
    let mut blocks = Vec::new();
    if !looking.is_empty() {
        let lines = looking.into_iter().map(|flag| flags::line(story, flag, Quoting::Short)).collect();
        blocks.push(Section::block("red-flags", lang.flags_look(), vec![Block::List(lines)]));
    }
    let known = questionnaire.contradictions.with_ids();
    let lines: Vec<Text> = known
        .filter(|(_, known)| known.when.questions().contains(&at))
        .map(|(id, known)| {
            let state = match story.assessment.contradictions.contains(&id) {
                true => Text::tag(Tone::Careful, lang.does_not_add_up()),
                false => Text::plain(lang.adds_up().capitalized()),
            };
            state.and(": ").and(story.say(&known.title))
        })
        .collect();
    blocks.extend(
        (!lines.is_empty())
            .then(|| Section::block("contradictions", lang.contradictions_look(), vec![Block::List(lines)])),
    );
    blocks
}

/// On what it depends that the question is asked, and what depends on it.
fn when_asked(story: &Story<'_, '_>, at: QuestionId, question: &Question) -> Option<Block> {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let mut facts = Vec::new();
    if let Some(when) = &question.when {
        facts.push(Fact::new(lang.asked_only_if(), condition(when, questionnaire, lang)));
        let now = gates_now(story, when);
        facts.extend((!now.is_empty()).then(|| Fact::new(lang.now_answered(), Text::joined(now, "; "))));
    }
    let depends = |other: &QuestionId| {
        questionnaire.questions[*other].when.as_ref().is_some_and(|when| when.questions().contains(&at))
    };
    let dependent: Vec<QuestionId> = questionnaire.questions.ids().filter(depends).collect();
    facts.extend((!dependent.is_empty()).then(|| Fact::new(lang.gates(), evidence::references(story, &dependent))));
    (!facts.is_empty()).then(|| Section::block("asked-when", lang.when_asked(), vec![Block::Facts(facts)]))
}

/// What a condition looks at, as it stands now.
fn gates_now(story: &Story<'_, '_>, when: &Condition) -> Vec<Text> {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let questions = open::distinct(when.questions())
        .into_iter()
        .map(|gate| Text::default().reference(&questionnaire.questions[gate].id).and(": ".and(story.answer(gate))));
    let factors = open::distinct(when.factors()).into_iter().map(|at| {
        let factor = &questionnaire.factors[at];
        let stated = story.assessment.subject.review.and_then(|review| review.inherent_risk[at]);
        let stated = stated.map_or_else(|| lang.not_stated(), |option| story.say(&factor.options[option].label));
        Text::code(&factor.id).and(": ".and(stated))
    });
    questions.chain(factors).collect()
}

/// What the questionnaire tells the assessor.
fn what_to_look_for(story: &Story<'_, '_>, at: QuestionId, question: &Question) -> Option<Block> {
    let lang = story.lang;
    let counts = insight::counts(story.assessment, at);
    let told = [
        (lang.a_good_answer(), question.good.as_ref()),
        (lang.a_weak_answer(), question.weak.as_ref()),
        (lang.if_weak_ask(), improving::follow_up(story.assessment, at).filter(|_| counts)),
        (lang.what_to_require(), improving::remedy(story.assessment, at).filter(|_| counts)),
    ];
    let told = told.into_iter().filter_map(|(name, text)| Some(Fact::new(name, story.say(text?))));
    let mut facts: Vec<Fact> = told.collect();
    facts.extend(story.references(question).map(|references| Fact::new(lang.refers_to(), references)));
    (!facts.is_empty()).then(|| Section::block("look-for", lang.for_the_assessor(), vec![Block::Facts(facts)]))
}

/// What fixing or proving it gives back.
fn what_it_would_give(story: &Story<'_, '_>, at: QuestionId) -> Option<Block> {
    let lang = story.lang;
    if !insight::counts(story.assessment, at) {
        return None;
    }
    let remediation = story.assessment.remediations().iter().find(|remediation| remediation.question == at);
    let block = match remediation {
        None => Block::Paragraph(lang.nothing_to_gain().into()),
        Some(remediation) => {
            let gives = |grains| Text::strong(lang.gives_back(story.points(grains)));
            let kind = Fact::new(lang.what_is_lacking(), story.kind_in_words(remediation));
            let demand = Fact::new(lang.first_of_all(), story.demand(remediation).words.capitalized());
            let alone = !remediation.evidence_only.is_zero() && remediation.evidence_only != remediation.gain;
            let alone = alone.then(|| Fact::new(lang.assurance_alone(), gives(&remediation.evidence_only)));
            let full = Fact::new(lang.fixed_and_verified(), gives(&remediation.gain));
            Block::Facts([kind, demand].into_iter().chain(alone).chain([full]).collect())
        }
    };
    Some(Section::block("gives", lang.what_it_would_give(), vec![block]))
}
