//! One vendor at two dates, told as a change.

use similar::{ChangeTag, TextDiff};

use super::{Compared, decides, every, shown, verdicts};
use crate::answers::review::Waiver;
use crate::comparison::change::{Change, Kind, changes, flags_changed, moved};
use crate::comparison::model::Held;
use crate::report::document::{Block, Document, Fact, Layout, Record, Section, Style, Text};
use crate::words::{Lang, clean};

/// What changed between two dates.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let lang = compared.lang;
    let blocks = match &compared.comparison.pairs[..] {
        [held] => told(compared, held),
        _ => Vec::new(),
    };
    let title = lang.change_title(compared.vendor(), &compared.names[0], &compared.names[1]);
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

fn told(compared: &Compared<'_, '_>, held: &Held) -> Vec<Block> {
    let mut blocks = vec![verdicts::section(compared), decides::categories(compared, &held.pair, true)];
    blocks.push(what_changed(compared, held));
    blocks.extend(flags(compared));
    blocks.extend(waivers(compared));
    blocks.extend(decides::questionnaires(compared, &held.pair, &held.matching));
    if compared.all {
        blocks.push(every::section(compared, [0, 1], &held.matching));
    }
    blocks
}

/// Every change by its kind: what counts first, mere words last.
fn what_changed(compared: &Compared<'_, '_>, held: &Held) -> Block {
    let lang = compared.lang;
    let [before, after] = [0, 1].map(|at| &compared.comparison.assessments[at]);
    let all = changes(before, after, &held.matching);
    let parts = Kind::ALL.iter().filter_map(|kind| {
        let records = all.iter().filter(|change| change.kind == *kind).map(|change| record(compared, held, change));
        let records: Vec<Record> = records.collect();
        let title = format!("{} ({})", kind_in_words(*kind, lang), records.len());
        (!records.is_empty())
            .then(|| Section::block(format!("changed-{}", anchor(*kind)), title, vec![Block::Records(records)]))
    });
    let mut blocks: Vec<Block> = parts.collect();
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.nothing_changed())));
    }
    Section::block("changed", lang.what_changed(), blocks)
}

fn kind_in_words(kind: Kind, lang: Lang) -> String {
    match kind {
        Kind::Better => lang.change_better(),
        Kind::Worse => lang.change_worse(),
        Kind::Answered => lang.change_answered(),
        Kind::Withdrawn => lang.change_withdrawn(),
        Kind::Scope => lang.change_scope(),
        Kind::Renewed => lang.change_renewed(),
        Kind::Lapsed => lang.change_lapsed(),
        Kind::Removed => lang.change_removed(),
        Kind::Reworded => lang.change_reworded(),
    }
}

fn anchor(kind: Kind) -> &'static str {
    match kind {
        Kind::Better => "better",
        Kind::Worse => "worse",
        Kind::Answered => "answered",
        Kind::Withdrawn => "withdrawn",
        Kind::Scope => "scope",
        Kind::Renewed => "renewed",
        Kind::Lapsed => "lapsed",
        Kind::Removed => "removed",
        Kind::Reworded => "reworded",
    }
}

fn record(compared: &Compared<'_, '_>, held: &Held, change: &Change) -> Record {
    let lang = compared.lang;
    let [was, is] = [(0, change.before), (1, change.after)].map(|(at, question)| {
        let story = &compared.stories[at];
        format!("{} ({})", story.answer(question), story.standing(question))
    });
    let mut facts = Vec::new();
    if change.kind != Kind::Reworded {
        facts.push(Fact::new(lang.before(), was));
        facts.push(Fact::new(lang.after(), is));
    }
    if change.reworded {
        let comment = |at: usize, question: usize| {
            clean::one_line(compared.comparison.assessments[at].subject.answers.comment(question).unwrap_or_default())
        };
        let words = word_by_word(&comment(0, change.before), &comment(1, change.after));
        facts.push(Fact::new(lang.comment_change(), words));
    }
    // the pair counts the first less the second: what changed is the other way round
    let points = moved(&held.pair, change).map(|delta| shown::signed(&-delta, lang));
    Record {
        anchor: compared.stories[1].questionnaire().questions[change.after].id.clone(),
        head: compared.asked(1, change.after),
        aside: points.map(Text::strong).unwrap_or_default(),
        facts,
    }
}

/// What is gone and what is new, word by word.
fn word_by_word(before: &str, after: &str) -> Text {
    let diff = TextDiff::from_words(before, after);
    let mut pieces: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match pieces.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push_str(change.value()),
            _ => pieces.push((change.tag(), change.value().to_owned())),
        }
    }
    pieces.into_iter().fold(Text::default(), |text, (tag, words)| {
        text.styled(
            match tag {
                ChangeTag::Equal => Style::Quoted,
                ChangeTag::Delete => Style::Removed,
                ChangeTag::Insert => Style::Added,
            },
            words,
        )
    })
}

fn flags(compared: &Compared<'_, '_>) -> Option<Block> {
    let [before, after] = [0, 1].map(|at| &compared.comparison.assessments[at]);
    let lines = flags_changed(before, after).into_iter().map(|(old, new)| {
        let was =
            old.map_or_else(|| compared.lang.flag_absent(), |old| compared.stories[0].flag_state(&before.flags[old]));
        let is = compared.stories[1].flag_state(&after.flags[new]);
        let title = compared.stories[1].flag_title(after.flags[new].flag);
        Text::plain(title).and(": ").and(compared.lang.from_to(was, is))
    });
    let lines: Vec<Text> = lines.collect();
    let title = compared.lang.flags_changed();
    (!lines.is_empty()).then(|| Section::block("red-flags", title, vec![Block::List(lines)]))
}

/// Waivers that held before and have run out since.
fn waivers(compared: &Compared<'_, '_>) -> Option<Block> {
    let [before, after] = [0, 1].map(|at| &compared.comparison.assessments[at].subject);
    let lapsed = |waiver: &&Waiver| waiver.until >= before.as_of && waiver.until < after.as_of;
    let all = before.review.iter().chain(&after.review).flat_map(|review| &review.waivers).filter(lapsed);
    let mut lines: Vec<Text> = Vec::new();
    for waiver in all {
        let line = Text::plain(compared.stories[0].flag_title(waiver.flag))
            .and(": ")
            .and(compared.lang.accepted_until(waiver.until));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let title = compared.lang.waivers_lapsed();
    (!lines.is_empty()).then(|| Section::block("waivers", title, vec![Block::List(lines)]))
}
