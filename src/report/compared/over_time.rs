//! One vendor at two dates, told as a change.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::told::Compared;
use super::wording::Wording;
use super::{chain, decides, every, head, rivals, shown, verdicts};
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::comparison::Pair;
use crate::comparison::change::{AnswerChange, ChangeKind, FlagChange, changes, flags_changed, moved, redated};
use crate::comparison::model::Held;
use crate::comparison::unchanged::unchanged;
use crate::document::fit::at_most;
use crate::document::{Block, Document, Fact, Layout, Record, Section, Text};
use crate::questionnaire::ids::{EvidenceId, QuestionId, VendorId};
use crate::report::story::word_for_word_in_words;
use crate::review::Waiver;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;
use crate::words::{Exact, Lang};

/// So many lines of mere proof or words are told unless everything is asked for.
const LINES: usize = 10;

/// So many documents are named that are the same under newer days.
const NAMED: usize = 5;

/// What is told.
pub(super) struct Retold<'t, 'a> {
    pub(super) compared: &'t Compared<'t, 'a>,
    pub(super) held: &'t Held,
    /// The questions that changed, in the order of the questionnaire.
    pub(super) changes: Vec<AnswerChange>,
    /// The points that they move.
    pub(super) moved: HashMap<QuestionId, &'t Exact>,
    wording: Wording,
}

impl<'t, 'a> Retold<'t, 'a> {
    pub(super) fn of(compared: &'t Compared<'t, 'a>, held: &'t Held) -> Self {
        let [before, after] = [held.pair.a, held.pair.b].map(|at| compared.comparison.assessments[at]);
        let changes = changes(before, after, &held.matching);
        let wording = Wording::of(changes.iter().filter(|change| change.reworded).count(), compared.lang);
        Retold { compared, held, changes, moved: moved(&held.pair), wording }
    }

    /// The points that a change moves. The pair counts the first less the second: what changed is the other way round.
    fn points(&self, change: &AnswerChange) -> Option<Clean> {
        self.moved.get(&change.before).map(|delta| shown::signed(&-*delta, self.compared.lang))
    }
}

/// What changed between two dates.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let lang = compared.lang;
    let [held] = &compared.comparison.pairs[..] else { return rivals::empty(compared) };
    let [before, after] = [held.pair.a, held.pair.b].map(|at| &compared.names[at]);
    let title = lang.change_title(compared.vendor(), before, after);
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks: told(compared, held) }
}

fn told(compared: &Compared<'_, '_>, held: &Held) -> Vec<Block> {
    let changed = Retold::of(compared, held);
    let mut blocks = vec![since_then(compared, held)];
    blocks.extend(word_for_word(compared, held));
    blocks.extend(same_files(compared, held));
    blocks.extend(head::head(compared));
    blocks.extend([verdicts::section(compared), what_changed(&changed)]);
    blocks.extend(flags(compared, &held.pair));
    blocks.extend(waivers(compared, &held.pair));
    blocks.extend(chain::changes(compared));
    blocks.push(decides::categories(compared, held));
    blocks.extend(decides::questionnaires(compared, &held.pair, &held.matching));
    if compared.all {
        blocks.push(every::section(compared, [held.pair.a, held.pair.b], &held.matching));
    }
    blocks
}

/// That documents are the same files as before, under newer days.
fn same_files(compared: &Compared<'_, '_>, held: &Held) -> Option<Block> {
    let [before, after] = [held.pair.a, held.pair.b].map(|at| compared.comparison.assessments[at]);
    let same = redated(before, after);
    let title = |at: &EvidenceId| compared.lang.quoted(within_quotes(&after.subject.answers.evidence[*at].title));
    let left = same.len().saturating_sub(NAMED);
    let more = (left > 0).then(|| compared.lang.and_more(left));
    let titles = Clean::joined(same.iter().take(NAMED).map(title).chain(more), ", ");
    (!same.is_empty()).then(|| Block::Notice(Text::plain(compared.lang.redated(same.len(), titles))))
}

/// How many of the answers are word for word those of the date before.
pub(super) fn word_for_word(compared: &Compared<'_, '_>, held: &Held) -> Option<Block> {
    let [before, after] = [held.pair.a, held.pair.b].map(|at| compared.comparison.assessments[at]);
    let same = unchanged(before, after, &held.matching).map(|same| word_for_word_in_words(&same, compared.lang));
    same.map(|same| Block::Paragraph(Text::plain(same.capitalized().and("."))))
}

/// Whether the risk is worse, which is less, or better at the later of two dates.
pub(super) fn by_risk(compared: &Compared<'_, '_>, dates: [VendorId; 2]) -> Ordering {
    match dates.map(|at| insight::told_rating(compared.comparison.assessments[at]).rated()) {
        [Some(was), Some(is)] => was.worst.cmp(&is.worst), // a greater level is worse
        _ => Ordering::Equal,
    }
}

/// Whether it is better or worse than then: by the risk or, where that is the same or not known, by the points.
pub fn since_then(compared: &Compared<'_, '_>, held: &Held) -> Block {
    let (lang, sides) = (compared.lang, [held.pair.a, held.pair.b]);
    let change = &held.pair.scores[1] - &held.pair.scores[0];
    let how = match by_risk(compared, sides).then(change.cmp(&Exact::ZERO)) {
        Ordering::Greater => lang.better_since(),
        Ordering::Less => lang.worse_since(),
        Ordering::Equal => lang.as_before(),
    };
    let [was, is] = sides.map(|at| verdicts::risk(&compared.stories[at]).words());
    Block::Paragraph(Text::strong(lang.since_then(how, shown::signed(&change, lang), was, is)))
}

/// Every change by its kind: what counts first, mere words last.
fn what_changed(told: &Retold<'_, '_>) -> Block {
    let lang = told.compared.lang;
    let mut blocks = Vec::new();
    for kind in ChangeKind::ALL {
        let of_kind: Vec<&AnswerChange> = told.changes.iter().filter(|change| change.kind == kind).collect();
        if !of_kind.is_empty() {
            let title = kind_in_words(kind, lang).and(" (").and(of_kind.len()).and(")");
            blocks.push(Section::block("changed-".and(anchor(kind)), title, told_of(told, kind, &of_kind)));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.nothing_changed())));
    }
    Section::block("changed", lang.what_changed(), blocks)
}

/// A line for each change that counts, red flags first: of words alone a board need not know. Nothing where it is not
/// one vendor at two dates.
pub fn in_short(compared: &Compared<'_, '_>) -> Vec<Text> {
    let [held] = &compared.comparison.pairs[..] else { return Vec::new() };
    if !compared.over_time {
        return Vec::new();
    }
    let (told, lang) = (Retold::of(compared, held), compared.lang);
    let counts = ChangeKind::ALL.into_iter().filter(|kind| *kind != ChangeKind::Reworded);
    let changes = counts.flat_map(|kind| told.changes.iter().filter(move |change| change.kind == kind));
    let line = |change: &AnswerChange| {
        let asked = compared.asked_words(held.pair.b, change.after);
        let kind = Text::strong(kind_in_words(change.kind, lang)).and(": ").and(asked).and(" ");
        kind.and(what(&told, change))
    };
    let flag = |line: Text| Text::strong(lang.red_flags()).and(": ").then(line);
    flag_lines(compared, &held.pair).into_iter().map(flag).chain(changes.map(line)).collect()
}

/// The changes of a kind: in full where an answer changed, a line each where only proof or words did, so that those,
/// which are many, do not drown the rest.
fn told_of(told: &Retold<'_, '_>, kind: ChangeKind, changes: &[&AnswerChange]) -> Vec<Block> {
    let compared = told.compared;
    let in_short = matches!(
        kind,
        ChangeKind::Lapsed | ChangeKind::Removed | ChangeKind::Renewed | ChangeKind::StillOpen | ChangeKind::Reworded
    );
    if !in_short {
        return vec![Block::Records(changes.iter().map(|change| record(told, change)).collect())];
    }
    let most =
        if compared.all || matches!(kind, ChangeKind::Lapsed | ChangeKind::Removed) { usize::MAX } else { LINES };
    let lines = changes.iter().map(|change| line(told, change));
    vec![Block::List(at_most(lines, most, |left| compared.more(left)))]
}

/// A change in one line: how the proof stands, or which words are new.
fn line(told: &Retold<'_, '_>, change: &AnswerChange) -> Text {
    let (compared, held) = (told.compared, told.held);
    let id = &compared.stories[held.pair.b].questionnaire().questions[change.after].id;
    let head = Text::default().reference(id);
    if change.kind == ChangeKind::Reworded {
        return head.and(": ").then(comments(told, change));
    }
    let points = told.points(change).map(|points| " ".and(points));
    head.and(points.unwrap_or_default().and(": ").and(what(told, change)))
}

/// From which answer to which or, where that is the same, how its proof stands.
pub(super) fn what(told: &Retold<'_, '_>, change: &AnswerChange) -> Clean {
    let (compared, held) = (told.compared, told.held);
    let lang = compared.lang;
    let [had, has] = [(held.pair.a, change.before), (held.pair.b, change.after)]
        .map(|(at, asked)| compared.stories[at].answer(asked));
    if had != has {
        return lang.from_to(had, has);
    }
    let (was, is) =
        (compared.stories[held.pair.a].standing(change.before), compared.stories[held.pair.b].standing(change.after));
    if was == is { lang.newer_document(is) } else { lang.from_to(was, is) }
}

/// Both comments in one, word by word.
fn comments(told: &Retold<'_, '_>, change: &AnswerChange) -> Text {
    let (compared, held) = (told.compared, told.held);
    let comment = |at: VendorId, question: QuestionId| {
        clean::one_line(compared.comparison.assessments[at].subject.answers.comment(question).unwrap_or_default())
    };
    told.wording.changed(&comment(held.pair.a, change.before), &comment(held.pair.b, change.after))
}

pub(super) fn kind_in_words(kind: ChangeKind, lang: Lang) -> Clean {
    match kind {
        ChangeKind::Better => lang.change_better(),
        ChangeKind::Worse => lang.change_worse(),
        ChangeKind::Answered => lang.change_answered(),
        ChangeKind::Withdrawn => lang.change_withdrawn(),
        ChangeKind::StillOpen => lang.change_still_open(),
        ChangeKind::Scope => lang.change_scope(),
        ChangeKind::Renewed => lang.change_renewed(),
        ChangeKind::Lapsed => lang.change_lapsed(),
        ChangeKind::Removed => lang.change_removed(),
        ChangeKind::Reworded => lang.change_reworded(),
    }
}

fn anchor(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Better => "better",
        ChangeKind::Worse => "worse",
        ChangeKind::Answered => "answered",
        ChangeKind::Withdrawn => "withdrawn",
        ChangeKind::StillOpen => "still-open",
        ChangeKind::Scope => "scope",
        ChangeKind::Renewed => "renewed",
        ChangeKind::Lapsed => "lapsed",
        ChangeKind::Removed => "removed",
        ChangeKind::Reworded => "reworded",
    }
}

fn record(told: &Retold<'_, '_>, change: &AnswerChange) -> Record {
    let (compared, held) = (told.compared, told.held);
    let lang = compared.lang;
    let [was, is] = [(held.pair.a, change.before), (held.pair.b, change.after)].map(|(at, question)| {
        let story = &compared.stories[at];
        story.answer(question).and(" (").and(story.standing(question)).and(")")
    });
    let mut facts = Vec::new();
    facts.push(Fact::new(lang.before(), was));
    facts.push(Fact::new(lang.after(), is));
    if change.reworded {
        facts.push(Fact::new(lang.comment_change(), comments(told, change)));
    }
    Record {
        anchor: compared.stories[held.pair.b].questionnaire().questions[change.after].id.clone(),
        head: compared.asked(held.pair.b, change.after),
        aside: told.points(change).map(Text::strong).unwrap_or_default(),
        facts,
    }
}

fn flags(compared: &Compared<'_, '_>, pair: &Pair) -> Option<Block> {
    let lines = flag_lines(compared, pair);
    let title = compared.lang.flags_changed();
    (!lines.is_empty()).then(|| Section::block("red-flags", title, vec![Block::List(lines)]))
}

/// What became of each flag that changed. One that is open is told as what is asked, which accuses nobody.
pub(super) fn flag_lines(compared: &Compared<'_, '_>, pair: &Pair) -> Vec<Text> {
    let [before, after] = [pair.a, pair.b].map(|at| compared.comparison.assessments[at]);
    let (then, now) = (&compared.stories[pair.a], &compared.stories[pair.b]);
    let lines = flags_changed(before, after).into_iter().map(|flag| {
        let (old, new) = match flag {
            FlagChange::State(old, new) => (old, new),
            FlagChange::Gone(old) => {
                let change = compared.lang.from_to(then.flag_state(old), compared.lang.flag_not_asked_now());
                return Text::plain(then.flag_title(old.flag).and(": ").and(change));
            }
        };
        let was = old.map(|old| then.flag_state(old));
        let was = was.unwrap_or_else(|| compared.lang.flag_not_asked_then());
        let change = compared.lang.from_to(was, now.flag_state(new));
        let about = match (new.state, new.cause.first()) {
            (FlagState::Open, Some(asked)) => {
                return Text::plain(compared.lang.asked_and_how(compared.asked_words(pair.b, *asked), change));
            }
            (FlagState::Open, None) => now.flag_name(new.flag).and(": "),
            _ => now.flag_title(new.flag).and(": "),
        };
        Text::plain(about).and(change)
    });
    lines.collect()
}

fn waivers(compared: &Compared<'_, '_>, pair: &Pair) -> Option<Block> {
    let lines = lapsed_waivers(compared, pair);
    let title = compared.lang.waivers_lapsed();
    (!lines.is_empty()).then(|| Section::block("waivers", title, vec![Block::List(lines)]))
}

/// Waivers that held before and have run out since.
pub(super) fn lapsed_waivers(compared: &Compared<'_, '_>, pair: &Pair) -> Vec<Text> {
    let [before, after] = [pair.a, pair.b].map(|at| &compared.comparison.assessments[at].subject);
    let lapsed = |waiver: &&Waiver| waiver.until >= before.as_of && waiver.until < after.as_of;
    let all = before.review.iter().chain(&after.review).flat_map(|review| &review.waivers).filter(lapsed);
    let mut lines: Vec<Text> = Vec::new();
    for waiver in all {
        let line = Text::plain(compared.stories[pair.a].flag_title(waiver.flag))
            .and(": ")
            .and(compared.lang.accepted_until(waiver.until));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
