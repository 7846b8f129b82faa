//! What stands under the lists of the screen: evidence, what does not add up or was left out, what is at stake and the
//! decision, each in a few words; and what it all rests on.

use crate::assessment::decision;
use crate::assessment::insight;
use crate::assessment::next_review::{NextReview, next_review};
use crate::document::{Fact, Style, Text, Tone};
use crate::policy::Assurance;
use crate::questionnaire::ids::FactorId;
use crate::report::naming;
use crate::report::parts::{basis, chain, decision as decision_part, duties};
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};

/// So many digits of a fingerprint have room on a screen, by which people tell files apart.
const DIGITS: usize = 12;

/// How much of everything is told.
#[derive(Clone, Copy, Debug)]
pub struct ScreenRoom {
    /// The most entries of each list. With none, the reasons above say the most.
    pub entries: usize,
    /// Whether entries are short, and no empty lines stand between them.
    pub terse: bool,
    /// Whether everything is asked for.
    pub all: bool,
}

/// What the rest of the report comes to, each in a few words. Of `aging` evidence, some has expired and some soon will.
pub fn remarks(story: &Story<'_, '_>, aging: &[Vec<Clean>; 2], room: ScreenRoom) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(evidence(story, aging, room));
    let mut name = story.lang.answers();
    for at in &story.assessment.contradictions {
        let title = story.say(&story.questionnaire().contradictions[*at].title);
        let said = story.lang.contradict_each_other(title);
        facts.push(Fact::new(std::mem::take(&mut name), Text::tag(Tone::Careful, said)));
    }
    let left_out = if room.terse { story.left_out_in_short() } else { story.left_out() };
    facts.extend((!left_out.is_empty()).then(|| Fact::new(story.lang.not_counted(), Clean::joined(left_out, " · "))));
    facts.extend((!room.terse).then(|| sub_processors(story, room)).flatten());
    facts.extend(at_stake(story, room));
    let tells_duties = room.all || !room.terse && !duties::left_open(story).is_empty();
    facts.extend(tells_duties.then(|| our_duties(story)).flatten());
    facts.push(Fact::new(story.lang.decision(), decision(story, room)));
    facts
}

fn evidence(story: &Story<'_, '_>, [expired, expiring]: &[Vec<Clean>; 2], room: ScreenRoom) -> Option<Fact> {
    story.assessment.overall.as_ref()?;
    let lang = story.lang;
    let (answers, gain) = insight::claims_alone(story.assessment);
    let mut parts: Vec<Clean> = Vec::new();
    if !expired.is_empty() {
        parts.push(lang.evidence_expired(expired.len(), listed(expired, room, lang)));
    }
    if !expiring.is_empty() {
        parts.push(lang.evidence_expiring(expiring.len(), listed(expiring, room, lang)));
    }
    if answers > 0 {
        let gain = story.points(&gain);
        parts.push(if room.terse { lang.word_only(answers) } else { lang.evidence_claimed(answers, gain) });
    }
    if parts.is_empty() && insight::open_counts(story.assessment).all() == 0 {
        parts.push(lang.evidence_fine());
    }
    let style = if expired.is_empty() { Style::Plain } else { Style::Tag(Tone::Careful) };
    (!parts.is_empty()).then(|| Fact::new(lang.evidence(), Text::default().styled(style, Clean::joined(parts, " · "))))
}

/// How many of our own duties were seen to.
fn our_duties(story: &Story<'_, '_>) -> Option<Fact> {
    let (done, all) = duties::on_file(story)?;
    Some(Fact::new(story.lang.our_duties_in_short(), story.lang.duties_in_short(done, all)))
}

/// Whom the vendor has do a part of the service.
fn sub_processors(story: &Story<'_, '_>, room: ScreenRoom) -> Option<Fact> {
    let chain = story.assessment.subject.answers.chain.iter();
    let companies: Vec<Clean> = chain.map(|company| chain::in_short(company, story.lang)).collect();
    let count = companies.len().clean();
    (!companies.is_empty())
        .then(|| Fact::new(story.lang.sub_processors(), count.and(listed(&companies, room, story.lang))))
}

/// Names behind a count, as many as there is room for.
fn listed(items: &[Clean], room: ScreenRoom, lang: Lang) -> Clean {
    if room.terse {
        return Clean::default();
    }
    let most = room.entries.min(items.len());
    let shown = Clean::joined(&items[..most], ", ");
    let more = items.len() - most;
    if more > 0 { ": ".and(shown).and(" ").and(lang.and_more(more)) } else { ": ".and(shown) }
}

fn at_stake(story: &Story<'_, '_>, room: ScreenRoom) -> Option<Fact> {
    let (assessment, lang) = (story.assessment, story.lang);
    let (found, factors) = (&assessment.inherent_risk, &story.questionnaire().factors);
    if factors.is_empty() || (found.lowest == found.highest && !room.all) {
        return None; // the reasons say how much is at stake
    }
    let tier = story.range(found.lowest, found.highest);
    let mut text = lang.at_stake_is(tier);
    let stated = |at: &FactorId| {
        let option = assessment.subject.review?.inherent_risk[*at]?;
        Some(story.say(&factors[*at].options[option].label))
    };
    let decisive: Vec<Clean> = found.decisive.iter().filter_map(stated).collect();
    if !decisive.is_empty() {
        text = text.and(": ").and(Clean::joined(decisive, "; "));
    }
    if !found.missing.is_empty() {
        let most = if room.all { found.missing.len() } else { 1 };
        let asks = found.missing.iter().take(most).map(|at| lang.quoted(story.say(&factors[*at].ask)));
        let left = found.missing.len() - most;
        let missing: Vec<Clean> = asks.chain((left > 0).then(|| lang.and_more(left))).collect();
        text = text.and(" (").and(lang.not_stated()).and(": ").and(Clean::joined(missing, "; ")).and(")");
    }
    Some(Fact::new(lang.at_stake(), text))
}

fn decision(story: &Story<'_, '_>, room: ScreenRoom) -> Text {
    let lang = story.lang;
    let Some((decision, standing)) = decision::decision(&story.assessment.subject) else {
        return faint(lang.not_decided());
    };
    let outcome = naming::outcome(decision.outcome, lang);
    let count = decision.conditions.len();
    let outcome = if room.terse && count > 0 { outcome.and(" (").and(count).and(")") } else { outcome };
    let next = next_review(story.assessment);
    let in_words = |next: NextReview| naming::next_review(next, lang);
    let doubt = naming::decision_doubt(standing, lang);
    if room.terse {
        return match doubt {
            Some(doubt) => outcome.and(" · ").and(doubt).into(),
            None => lang.decided(outcome, clean::one_line(&decision.by), decision.on).into(),
        };
    }
    let mut parts = vec![lang.decided(outcome, clean::one_line(&decision.by), decision.on)];
    parts.extend(doubt);
    parts.extend(next.map(|next| lang.next_review(in_words(next))));
    if !decision.conditions.is_empty() {
        let shown =
            decision.conditions.iter().take(room.entries).map(|condition| decision_part::condition(story, condition));
        let mut conditions: Vec<Clean> = shown.collect();
        let left = decision.conditions.len() - conditions.len();
        conditions.extend((left > 0).then(|| lang.and_more(left)));
        parts.push(lang.on_condition(Clean::joined(conditions, "; ")));
    }
    Clean::joined(parts, " · ").into()
}

/// What the report rests on: versions and fingerprints of what was judged.
pub fn rests_on(story: &Story<'_, '_>, all: bool) -> Clean {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let rules = basis::rules_in_short(story, str::to_owned, DIGITS);
    let mut parts = [basis::asked_in_short(story, DIGITS), basis::said_in_short(story, DIGITS), vec![rules]].concat();
    if all {
        let credit = |assurance: Assurance| subject.policy.credit(assurance);
        parts.push(lang.credits(
            credit(Assurance::Claimed),
            credit(Assurance::Documented),
            credit(Assurance::Verified),
        ));
    }
    parts.push(lang.disclaimer());
    lang.basis().and(": ").and(Clean::joined(parts, " · "))
}

/// Words that can be passed over.
pub fn faint(words: impl Trusted) -> Text {
    Text::default().styled(Style::Faint, words)
}
