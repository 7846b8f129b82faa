//! A letter to the vendor: what must be in place, what to answer, to send, to clarify and to improve, by when, in the
//! order that helps it most. No scores, no notes of ours, nothing that only the assessor reads.

use super::parts::{evidence, open, verdict};
use super::story::Story;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::evidence::{RegisteredEvidence, register};
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::improving;
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
use crate::assessment::remediation::RemediationKind;
use crate::assessment::requests::{DocumentRequest, document_requests};
use crate::assessment::scope::Status;
use crate::assessment::vendor_turn::{self, Doubt};
use crate::document::{Block, Document, Fact, Layout, Record, Section, Text};
use crate::questionnaire::ids::QuestionId;
use crate::source::Date;
use crate::words::clean::{self, Clean, Trusted};

/// The longest title of a document that is shown whole.
const LONGEST_TITLE: usize = 100;

/// The letter, with the day by which we want an answer.
pub fn document(story: &Story<'_, '_>, due: Option<Date>) -> Document {
    let lang = story.lang;
    let register = register(story.assessment);
    let mut blocks = head(story, due);
    let parts = [
        in_place(story),
        put_right(story),
        to_answer(story, &register),
        to_send(story, &register),
        to_clarify(story),
        to_improve(story),
    ];
    let before = blocks.len();
    blocks.extend(parts.into_iter().flatten());
    if blocks.len() == before {
        blocks.push(Block::Paragraph(Text::plain(lang.letter_nothing())));
    } else {
        let id = story.questionnaire().questions.iter().next().map(|question| question.id.clone()).unwrap_or_default();
        let how = [lang.letter_ids(id), lang.letter_documents(), lang.letter_not_applicable()];
        blocks.push(Section::block("how", lang.letter_how(), vec![Block::List(how.map(Text::plain).to_vec())]));
    }
    blocks.extend(signature(story));
    let title = lang.letter_title(story.say(&story.questionnaire().title));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

fn head(story: &Story<'_, '_>, due: Option<Date>) -> Vec<Block> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = vec![Fact::new(lang.letter_to(), Text::strong(verdict::vendor(story.assessment)))];
    let client = subject.review.and_then(|review| review.client.as_ref());
    facts.extend(client.map(|client| Fact::new(lang.letter_from(), Text::plain(clean::one_line(client)))));
    facts.push(Fact::new(lang.letter_day(), subject.as_of));
    facts.extend(
        subject
            .answers
            .service
            .as_ref()
            .map(|service| Fact::new(lang.service(), Text::quoted(clean::one_line(service)))),
    );
    facts.extend(due.map(|due| Fact::new(lang.letter_due(), Text::strong(due))));
    let thanks = match subject.answers.answered {
        Some(day) => lang.letter_thanks(day),
        None => lang.letter_thanks_undated(),
    };
    let request = match due {
        Some(due) => lang.letter_request_by(due),
        None => lang.letter_request(),
    };
    vec![Block::Facts(facts), Block::Paragraph(Text::plain(thanks.and(" ").and(request)))]
}

fn signature(story: &Story<'_, '_>) -> [Block; 2] {
    let lang = story.lang;
    let sender = match story.assessment.subject.review {
        Some(review) => {
            let client = review.client.as_ref().map(|client| ", ".and(clean::one_line(client))).unwrap_or_default();
            Text::plain(clean::one_line(&review.reviewer)).and(client)
        }
        None => Text::plain(lang.letter_sender()),
    };
    [Block::Paragraph(Text::plain(lang.letter_regards())), Block::Paragraph(sender)]
}

/// What every other point waits for: the remedies of the flags that keep the risk up, and the answers that would rule
/// one out.
fn in_place(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let helps = insight::holding_flags(story.assessment).into_iter().flat_map(|flag| match flag.state {
        FlagState::Open => {
            let is_theirs = |at: &&QuestionId| {
                let was_asked = story.assessment.questions[**at].status != Status::NotAsked;
                was_asked && !insight::may_be_accepted(story.assessment, **at)
            };
            let theirs = flag.cause.iter().filter(is_theirs);
            let ids =
                theirs.map(|at| match (story.is_to_be_proved(flag, *at), &story.questionnaire().questions[*at].id) {
                    (true, id) => lang.letter_first_prove(id),
                    (false, id) => lang.letter_first_answer(id),
                });
            ids.map(Text::plain).collect()
        }
        _ => help(story, flag).into_iter().collect::<Vec<Text>>(),
    });
    let mut told: Vec<Text> = Vec::new();
    for help in helps {
        // two flags may wait for the same answer
        if !told.contains(&help) {
            told.push(help);
        }
    }
    let helps = told;
    let title = lang.letter_in_place();
    (!helps.is_empty()).then(|| Section::block("in-place", title, vec![Block::Steps(helps)]))
}

/// The remedies of other flags that are raised.
fn put_right(story: &Story<'_, '_>) -> Option<Block> {
    let holding = insight::holding_flags(story.assessment);
    let others =
        insight::flags_in(story.assessment, FlagState::Triggered).into_iter().filter(|flag| !holding.contains(flag));
    let helps: Vec<Text> = others.filter_map(|flag| help(story, flag)).collect();
    let title = story.lang.letter_put_right();
    (!helps.is_empty()).then(|| Section::block("put-right", title, vec![Block::Steps(helps)]))
}

fn help(story: &Story<'_, '_>, flag: &Flag) -> Option<Text> {
    story.flag_remedy(flag.flag).map(Text::plain)
}

/// Open questions, those first that help most; before each the questions that decide whether it is asked.
fn to_answer(story: &Story<'_, '_>, register: &[RegisteredEvidence<'_>]) -> Option<Block> {
    let assessment = story.assessment;
    let mut needs = assessment.questions.map(|_, _| &[][..]);
    assessment.remediations.iter().for_each(|remediation| needs[remediation.question] = &remediation.needs);
    let by_weight = open::heaviest_first(story, false).into_iter();
    let all = by_weight.flat_map(|at| needs[at].iter().copied().chain([at]));
    let mut seen = assessment.questions.map(|_, _| false);
    let records = all
        .filter(|at| vendor_turn::is_unanswered(assessment, *at))
        .filter(|at| !std::mem::replace(&mut seen[*at], true));
    let records: Vec<Record> = records.map(|at| question(story, at, register)).collect();
    let title = story.lang.letter_answer();
    (!records.is_empty()).then(|| Section::block("answer", title, vec![Block::Records(records)]))
}

fn head_of(story: &Story<'_, '_>, at: QuestionId) -> Text {
    let question = &story.questionnaire().questions[at];
    Text::code(&question.id).and(" ").and(story.say(&question.ask))
}

fn question(story: &Story<'_, '_>, at: QuestionId, register: &[RegisteredEvidence<'_>]) -> Record {
    let lang = story.lang;
    let question = &story.questionnaire().questions[at];
    let mut facts = Vec::new();
    facts.extend(question.help.as_ref().map(|help| Fact::new(lang.to_bear_in_mind(), story.say(help))));
    facts.extend(story.evidence_to_attach(at, register).map(|asks| Fact::new(lang.to_attach(), asks)));
    record(story, at, facts)
}

fn record(story: &Story<'_, '_>, at: QuestionId, facts: Vec<Fact>) -> Record {
    let id = &story.questionnaire().questions[at].id;
    Record { anchor: id.clone(), head: head_of(story, at), aside: Text::default(), facts }
}

/// Proof of good answers, each kind of document once, then documents that have to be renewed, dated or made available.
fn to_send(story: &Story<'_, '_>, register: &[RegisteredEvidence<'_>]) -> Option<Block> {
    let wanted = wanted(story);
    let mut items: Vec<Text> = wanted.iter().flat_map(|missing| requests(story, missing, register)).collect();
    let asked_again = |entry: &RegisteredEvidence<'_>| {
        is_to_be_sent(entry)
            && entry.item.kind.is_some()
            && wanted.iter().any(|missing| missing.kind == entry.item.kind)
    };
    let others = register.iter().filter(|entry| entry.source == EvidenceOrigin::Vendor && !asked_again(entry));
    items.extend(others.filter_map(|entry| mend(story, entry)));
    let title = story.lang.letter_send();
    (!items.is_empty()).then(|| Section::block("send", title, vec![Block::Steps(items)]))
}

/// Whether a document of the vendor has to be sent, or sent again.
fn is_to_be_sent(entry: &RegisteredEvidence<'_>) -> bool {
    let states = [EvidenceState::Expired, EvidenceState::NotHere];
    entry.source == EvidenceOrigin::Vendor && states.contains(&entry.state)
}

/// Proof that is worth asking for: of answers that are good. To prove a weak one helps nobody.
fn wanted(story: &Story<'_, '_>) -> Vec<DocumentRequest> {
    let mut wanted = document_requests(story.assessment);
    let is_good = |at: &QuestionId| {
        let is_theirs = matches!(story.assessment.questions[*at].effective, EffectiveAnswer::Vendor(_));
        is_theirs && insight::quality(story.assessment, *at) == Some(AnswerQuality::Good)
    };
    wanted.iter_mut().for_each(|missing| missing.questions.retain(is_good));
    wanted.retain(|missing| !missing.questions.is_empty());
    wanted
}

/// One request for a kind of document, with what is out of date or has not come of it; where the questions name no
/// kind, one for each.
fn requests(story: &Story<'_, '_>, missing: &DocumentRequest, register: &[RegisteredEvidence<'_>]) -> Vec<Text> {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    let Some(kind) = missing.kind else {
        let ids = missing.questions.iter().map(|at| lang.letter_any_assurance(&questionnaire.questions[*at].id));
        return ids.map(Text::plain).collect();
    };
    let old = register.iter().filter(|entry| is_to_be_sent(entry) && entry.item.kind == Some(kind));
    let old = old.map(|entry| (entry.state, clean::shortened(&entry.item.title, LONGEST_TITLE)));
    let old = old.map(|(state, title)| match state {
        EvidenceState::NotHere => lang.letter_not_received(title),
        _ => lang.letter_out_of_date(title),
    });
    let old: Clean = old.map(|words| "; ".and(words)).collect();
    let what = story.say(&questionnaire.evidence[kind].ask);
    vec![Text::plain(what).and(" (").then(evidence::references(story, &missing.questions)).and(")".and(old))]
}

/// What a document of the vendor lacks.
fn mend(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Option<Text> {
    let lang = story.lang;
    let why = match (entry.state, entry.until) {
        (EvidenceState::Expired, _) if entry.is_our_limit() => lang.letter_too_old(),
        (EvidenceState::Expired, Some(day)) => lang.letter_expired(day),
        (EvidenceState::ExpiresSoon, Some(day)) if !entry.is_our_limit() => lang.letter_expires(day),
        (EvidenceState::NotHere, _) => lang.letter_not_here(),
        (EvidenceState::OtherKind, _) => {
            let ids = entry.supports.iter().map(|support| &story.questionnaire().questions[support.question].id);
            lang.letter_other_kind(Clean::joined(ids, ", "))
        }
        (EvidenceState::Refused, _) => lang.letter_refused(),
        (EvidenceState::InDisguise, _) => lang.letter_in_disguise(),
        (EvidenceState::NoPlace, _) => lang.letter_no_place(),
        (EvidenceState::NoDate, _) => lang.letter_no_date(),
        (EvidenceState::Later, _) => lang.letter_dated_later(),
        _ => return None,
    };
    Some(Text::quoted(clean::shortened(&entry.item.title, LONGEST_TITLE)).and(": ".and(why)))
}

/// Answers that do not add up, cannot be confirmed, differ from what we saw, or lack a reason.
fn to_clarify(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let odd = open::odd(story).into_iter().map(|title| Text::plain(lang.letter_odd()).and(" ").then(title));
    let mut items: Vec<Text> = odd.collect();
    for at in story.assessment.questions.ids() {
        items.extend(doubt(story, at).map(|why| head_of(story, at).and(" ").and(why)));
    }
    let title = lang.letter_clarify();
    (!items.is_empty()).then(|| Section::block("clarify", title, vec![Block::Steps(items)]))
}

/// What is unclear about an answer.
fn doubt(story: &Story<'_, '_>, at: QuestionId) -> Option<Clean> {
    let lang = story.lang;
    let given = || story.vendors_answer(at);
    vendor_turn::doubt(story.assessment, at).map(|doubt| match doubt {
        Doubt::NoReason => lang.letter_na(),
        Doubt::NotAgreed => lang.letter_na_refused(),
        Doubt::Differs => lang.letter_differs(given()),
        Doubt::Withdrawn => lang.letter_confirm(given()),
        Doubt::YetToCome => lang.letter_future(given()),
    })
}

/// Weak answers: what we ask about them, and what has to be reached.
fn to_improve(story: &Story<'_, '_>) -> Option<Block> {
    let weak = story
        .assessment
        .remediations
        .iter()
        .filter(|remediation| insight::kind(story.assessment, remediation) == RemediationKind::MustChange);
    let records: Vec<Record> = weak.map(|remediation| improvement(story, remediation.question)).collect();
    let title = story.lang.letter_improve();
    (!records.is_empty()).then(|| Section::block("improve", title, vec![Block::Records(records)]))
}

fn improvement(story: &Story<'_, '_>, at: QuestionId) -> Record {
    let lang = story.lang;
    let mut facts = Vec::new();
    if let EffectiveAnswer::Vendor(_) = story.assessment.questions[at].effective {
        facts.push(Fact::new(lang.letter_your_answer(), story.vendors_answer(at)));
        let comment = story.assessment.subject.answers.comment(at);
        facts.extend(
            comment.map(|comment| Fact::new(lang.letter_your_comment(), Text::quoted(clean::one_line(comment)))),
        );
    }
    let ask = improving::follow_up(story.assessment, at).map(|ask| story.say(ask));
    let remedy = improving::remedy(story.assessment, at);
    let ask = ask.or_else(|| remedy.is_none().then(|| lang.letter_what_and_when()));
    facts.extend(ask.map(|ask| Fact::new(lang.letter_we_ask(), ask)));
    facts.extend(remedy.map(|help| Fact::new(lang.letter_to_reach(), story.say(help))));
    record(story, at, facts)
}
