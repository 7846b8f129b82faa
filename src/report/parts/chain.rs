//! Whom the vendor has do a part of the service in turn.

use crate::answers::SubProcessor;
use crate::answers::chain_at_odds::{ChainAtOdds, Odds, chain_at_odds};
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// The longest name or text that is shown whole.
const LONGEST: usize = 200;

/// So many of some companies are named.
const SOME: usize = 3;

/// A text of the list, as it is shown.
pub fn shown(text: &str) -> Clean {
    clean::shortened(text, LONGEST)
}

/// A company in a few words of the vendor: its name, and where it is established.
pub fn named(company: &SubProcessor) -> Clean {
    let country = company.country.as_deref().map(|country| " (".and(shown(country)).and(")"));
    shown(&company.name).and(country.unwrap_or_default())
}

/// The same among words of ours.
pub fn in_short(company: &SubProcessor, lang: Lang) -> Clean {
    lang.quoted(within_quotes(&named(company)))
}

/// What an answer says that the list does not.
pub fn at_odds(story: &Story<'_, '_>) -> Vec<Clean> {
    let lang = story.lang;
    let told = |told: ChainAtOdds<'_>| {
        let id = &story.questionnaire().questions[told.question].id;
        match told.odds {
            Odds::Denied => lang.chain_denied_told(id, some(&told.companies, lang)),
            Odds::Outside => lang.chain_outside_told(id, some(&told.companies, lang)),
        }
    };
    chain_at_odds(story.assessment.subject.answers, story.questionnaire()).into_iter().map(told).collect()
}

/// The first of some companies, and how many more there are.
pub fn some(companies: &[&SubProcessor], lang: Lang) -> Clean {
    let left = companies.len().saturating_sub(SOME);
    let named = companies.iter().take(SOME).map(|company| in_short(company, lang));
    Clean::joined(named.chain((left > 0).then(|| lang.and_more(left))), ", ")
}

/// The list as the vendor gives it.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let chain = &story.assessment.subject.answers.chain;
    let cell = |text: &Option<String>| -> Cell { Text::plain(text.as_deref().map(shown).unwrap_or_default()).into() };
    let row = |company: &SubProcessor| {
        let name = Text::plain(shown(&company.name)).into();
        Row::plain(vec![name, cell(&company.country), cell(&company.registration), cell(&company.does)])
    };
    let table = Table {
        caption: lang.sub_processors(),
        columns: [lang.company(), lang.country(), lang.registration(), lang.what_it_does()].map(Column::words).to_vec(),
        rows: chain.iter().map(row).collect(),
        legend: None,
    };
    let told = Block::Paragraph(Text::plain(lang.sub_processors_listed(chain.len())));
    (!chain.is_empty()).then(|| Section::block("chain", lang.sub_processors(), vec![told, Block::Table(table)]))
}
