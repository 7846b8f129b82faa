//! From the tree of a document to the paragraphs and tables of a Word file.

use std::collections::HashMap;

use super::art::Artwork;
use super::ink;
use super::lengths::Lengths;
use super::piece::{Leads, WordParagraph, WordPiece, WordRun};
use crate::document::{Block, Document, Layout, Link, Record, Run, Section, Style, Text, Verdict};
use crate::words::Clean;
use crate::words::clean::Trusted;

/// A document on its way into a Word file.
#[derive(Debug)]
pub struct Flow<'d> {
    /// How it is set.
    pub lengths: &'static Lengths,
    /// What stands on its pages, in order.
    pub pieces: Vec<WordPiece>,
    /// The pages that it leads to, each once.
    pub links: Vec<&'d str>,
    /// How many lists with numbers it has.
    pub orders: usize,
    anchors: HashMap<&'d str, usize>,
    pictures: usize,
}

/// The list of items without numbers, and the first with numbers: each of those begins at 1.
pub const BULLETS: usize = 1;

impl<'d> Flow<'d> {
    /// The whole of a document.
    pub fn of(document: &'d Document) -> Flow<'d> {
        let lengths = Lengths::of(document.layout);
        let mut anchors = HashMap::new();
        for anchor in document.anchors() {
            let number = anchors.len() + 1;
            anchors.entry(anchor).or_insert(number);
        }
        let mut flow = Flow { lengths, pieces: Vec::new(), links: Vec::new(), orders: 0, anchors, pictures: 0 };
        let title = flow.runs(&document.title);
        flow.push(WordParagraph::new("Title", title));
        flow.contents(document);
        flow.blocks(&document.blocks, 1);
        flow
    }

    /// The sections of a document of many pages, each with where it stands.
    fn contents(&mut self, document: &'d Document) {
        if document.layout != Layout::Report {
            return;
        }
        let sections = document.blocks.iter().filter_map(|block| match block {
            Block::Section(section) => Some(section),
            _ => None,
        });
        let sections: Vec<&Section> = sections.collect();
        if sections.is_empty() {
            return;
        }
        let head = WordRun::words(Some("Faint"), document.lang.contents());
        self.push(WordParagraph::new("Contents", vec![head]).kept(true));
        for (at, section) in sections.iter().enumerate() {
            let after = (at + 1 == sections.len()).then_some(self.lengths.around_headings[1][0]);
            let leads = self.anchors.get(section.anchor.as_str()).copied().map(Leads::Within);
            let words = WordRun::Words { style: Some("Hyperlink"), words: section.title.words(), leads };
            self.push(WordParagraph { after, ..WordParagraph::new("Contents", vec![words]) });
        }
    }

    fn blocks(&mut self, blocks: &'d [Block], level: usize) {
        blocks.iter().for_each(|block| self.block(block, level));
    }

    fn block(&mut self, block: &'d Block, level: usize) {
        match block {
            Block::Section(section) => {
                self.heading(&section.title, &section.anchor, level);
                self.blocks(&section.blocks, level + 1);
            }
            Block::Paragraph(text) => self.text("Normal", text),
            Block::Notice(text) => {
                let mut runs = vec![WordRun::words(Some("Strong"), "! ".clean())];
                runs.extend(self.runs(text));
                self.push(WordParagraph::new("Notice", runs));
            }
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::List(items) => self.items("ListBullet", items, BULLETS),
            Block::Steps(items) => {
                let list = self.next_order();
                self.items("ListNumber", items, list);
            }
            Block::Facts(facts) => self.facts(facts, false),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Records(records) => records.iter().for_each(|record| self.record(record, level)),
        }
    }

    /// Puts a paragraph behind the others.
    pub fn push(&mut self, paragraph: WordParagraph) {
        self.pieces.push(WordPiece::Paragraph(paragraph));
    }

    /// The number of a new list with numbers.
    pub fn next_order(&mut self) -> usize {
        self.orders += 1;
        BULLETS + self.orders
    }

    /// The number of the place that an anchor names.
    pub fn anchor(&self, name: &Clean) -> Option<usize> {
        self.anchors.get(name.as_str()).copied()
    }

    /// A picture, with a number of its own.
    pub fn art(&mut self, art: Artwork) -> WordRun {
        self.pictures += 1;
        WordRun::Art(Artwork { number: self.pictures, ..art })
    }

    fn text(&mut self, style: &'static str, text: &'d Text) {
        let runs = self.runs(text);
        self.push(WordParagraph::new(style, runs));
    }

    fn items(&mut self, style: &'static str, items: &'d [Text], list: usize) {
        for (at, item) in items.iter().enumerate() {
            let after = (at + 1 == items.len()).then_some(self.lengths.after);
            let paragraph = WordParagraph::new(style, self.runs(item));
            self.push(WordParagraph { list: Some(list), after, ..paragraph });
        }
    }

    fn heading(&mut self, title: &'d Text, anchor: &Clean, level: usize) {
        const LEVELS: [&str; 6] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];
        let style = LEVELS[level.clamp(1, LEVELS.len()) - 1];
        let runs = self.with_codes(title, "HeadingCode");
        if let Some(WordPiece::Paragraph(last @ WordParagraph { style: "AfterTable", .. })) = self.pieces.last_mut() {
            last.style = "BeforeHeading"; // which brings room of its own
        }
        let paragraph = WordParagraph::new(style, runs);
        let anchor = self.anchor(anchor);
        self.push(WordParagraph { anchor, ..paragraph });
    }

    fn record(&mut self, record: &'d Record, level: usize) {
        self.heading(&record.head, &record.anchor, level);
        if !record.aside.is_empty() {
            let runs = self.runs(&record.aside);
            self.push(WordParagraph::new("Aside", runs).kept(!record.facts.is_empty()));
        }
        if !record.facts.is_empty() {
            self.facts(&record.facts, true);
        }
    }

    fn verdict(&mut self, verdict: &'d Verdict) {
        let style = ink::verdict(verdict.tone);
        let runs = [
            WordRun::words(Some("VerdictLabel"), verdict.label.clone().and(" ")),
            WordRun::words(Some("VerdictValue"), verdict.value.clone()),
        ];
        self.push(WordParagraph::new(style, runs.to_vec()).kept(true));
        for (at, text) in verdict.outlook.iter().enumerate() {
            let runs = self.runs(text);
            self.push(WordParagraph::new(style, runs).kept(at + 1 < verdict.outlook.len()));
        }
    }

    /// The pieces of a text, each with where it leads.
    pub fn runs(&mut self, text: &'d Text) -> Vec<WordRun> {
        let run = |run: &'d Run| {
            let leads = run.link.as_ref().and_then(|link| self.leads(link));
            let style = match leads {
                Some(_) if run.style == Style::Code => Some("LinkedCode"),
                Some(_) => Some("Hyperlink"),
                None => ink::letters(run.style),
            };
            WordRun::Words { style, words: run.words.clone(), leads }
        };
        text.0.iter().map(run).collect()
    }

    /// The same, where names that programs know stand back, in a style of their own; those that lead somewhere do not.
    pub fn with_codes(&mut self, text: &'d Text, style: &'static str) -> Vec<WordRun> {
        let mut runs = self.runs(text);
        for run in &mut runs {
            if let WordRun::Words { style: code @ Some("Code"), .. } = run {
                *code = Some(style);
            }
        }
        runs
    }

    /// Where a piece leads; nowhere if this document has no such place.
    fn leads(&mut self, link: &'d Link) -> Option<Leads> {
        match link {
            Link::Within(anchor) => self.anchor(anchor).map(Leads::Within),
            Link::Web(address) => {
                let known = self.links.iter().position(|known| *known == address.as_str());
                let number = known.unwrap_or(self.links.len());
                if known.is_none() {
                    self.links.push(address);
                }
                Some(Leads::Web(number))
            }
        }
    }
}
