//! What an overview rests on and how it was made, so that it can be made again: of many files of a kind one
//! fingerprint.

use std::collections::BTreeSet;

use super::told::OverviewTold;
use crate::document::{Block, Fact, Section, Style, Text};
use crate::portfolio::rests_on::{ManyFiles, NamedFile, RestsOn};
use crate::report::made_by::MadeBy;
use crate::report::parts::basis::{FEWEST_DIGITS, TOOL, command, short};
use crate::words::clean::{Clean, Trusted};

/// So many questionnaires, and so many files of rules, are named.
const MOST_NAMED: usize = 5;

/// What it rests on, at the end of a page for a meeting.
pub fn section(told: &OverviewTold<'_>, made_by: &MadeBy) -> Block {
    let lang = told.lang;
    let mut facts = named(lang.questionnaire(), asked(told));
    if let Some(before) = &told.overview.files_before {
        facts.push(many(lang.overview_answers_before(), &before.answers, told));
        facts.push(many(lang.overview_reviews_before(), &before.reviews, told));
    }
    let files = &told.overview.files;
    facts.push(many(lang.answers_file(), &files.answers, told));
    facts.push(many(lang.review_file(), &files.reviews, told));
    let rules = named(lang.rules(), rules(told));
    let by_default = || vec![Fact::new(lang.rules(), lang.basis_policy_default())];
    facts.extend(if rules.is_empty() { by_default() } else { rules });
    facts.extend(made_by.command().map(|command| Fact::new(lang.made_by(), Text::code(command))));
    let faint = |words: Clean| Block::Paragraph(Text::default().styled(Style::Faint, words));
    let blocks = vec![Block::Facts(facts), faint(lang.overview_lists()), faint(lang.overview_basis(TOOL))];
    Section::block("basis", lang.basis(), blocks)
}

/// The same in the last lines of a page for a board.
pub fn foot(told: &OverviewTold<'_>, made_by: &MadeBy) -> Block {
    let (lang, files) = (told.lang, &told.overview.files);
    let digits = |sha256: &str| short(sha256, FEWEST_DIGITS);
    let mut pieces: Vec<Clean> = asked(told)
        .into_iter()
        .take(MOST_NAMED)
        .map(|asked| lang.basis_questionnaire(&asked.name, digits(&asked.sha256)))
        .collect();
    pieces.extend(
        rules(told).into_iter().take(MOST_NAMED).map(|rules| lang.basis_policy(&rules.name, digits(&rules.sha256))),
    );
    let digits_of = |of: &ManyFiles| digits(&of.sha256.to_string());
    pieces.push(lang.overview_answers_in_short(files.answers.count, digits_of(&files.answers)));
    pieces.push(lang.overview_reviews_in_short(files.reviews.count, digits_of(&files.reviews)));
    pieces.extend(told.overview.files_before.iter().flat_map(|RestsOn { answers, reviews, .. }| {
        [
            lang.overview_answers_before_in_short(answers.count, digits_of(answers)),
            lang.overview_reviews_before_in_short(reviews.count, digits_of(reviews)),
        ]
    }));
    let head = lang.overview_basis(TOOL).and(" ").and(lang.basis_in_short(FEWEST_DIGITS)).and(": ");
    let text = Text::default().styled(Style::Faint, head.and(Clean::joined(pieces, " · ")));
    Block::Paragraph(command(made_by, lang).into_iter().fold(text, |text, command| text.and(" · ").then(command)))
}

/// The questionnaires of both years.
fn asked<'o>(told: &OverviewTold<'o>) -> BTreeSet<&'o NamedFile> {
    of_both(told, |files| &files.asked)
}

/// The rules for both years.
fn rules<'o>(told: &OverviewTold<'o>) -> BTreeSet<&'o NamedFile> {
    of_both(told, |files| &files.rules)
}

fn of_both<'o>(
    told: &OverviewTold<'o>,
    of: impl Fn(&'o RestsOn) -> &'o BTreeSet<NamedFile>,
) -> BTreeSet<&'o NamedFile> {
    let years = [Some(&told.overview.files), told.overview.files_before.as_ref()];
    years.into_iter().flatten().flat_map(of).collect()
}

fn named(name: Clean, files: BTreeSet<&NamedFile>) -> Vec<Fact> {
    let fact = |file: &&NamedFile| Fact::new(&name, fingerprinted(file.name.clone(), &file.sha256));
    files.iter().take(MOST_NAMED).map(fact).collect()
}

fn many(name: Clean, files: &ManyFiles, told: &OverviewTold<'_>) -> Fact {
    Fact::new(name, fingerprinted(told.lang.files_counted(files.count), &files.sha256.to_string()))
}

fn fingerprinted(words: Clean, sha256: &str) -> Text {
    Text::plain(words).and(" · SHA-256 ").styled(Style::Code, short(sha256, sha256.len()))
}
