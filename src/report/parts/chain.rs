//! Whom the vendor has do a part of the service in turn.

use crate::answers::SubProcessor;
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::report::story::Story;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// The longest name or text that is shown whole.
const LONGEST: usize = 200;

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
