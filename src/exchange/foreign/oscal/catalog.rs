//! A catalog as a questionnaire: a group is a category, a control a question.

use std::collections::BTreeMap;

use super::prose::{Parameters, Prose, label};
use crate::exchange::draft::{Draft, DraftCategory, DraftForm, DraftQuestion, DraftText};
use crate::exchange::foreign::SaidOfFile;
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::tree::Tree;
use crate::words::clean::one_line;
use crate::words::matters::oscal as matter;

/// Parts that say what should be in place.
const STATEMENT: &[&str] = &["statement"];

/// Parts that say what good looks like.
const GUIDANCE: &[&str] = &["guidance", "example"];

/// Parts of a group that say what it is about.
const ABOUT: &[&str] = &["overview", "statement", "instruction"];

/// Properties that are read, or say no more than the order of the catalog.
const READ_PROPERTIES: &[&str] = &["label", "status", "sort-id"];

/// A statement that is no longer than this is asked itself, where a title says nothing.
const LONGEST_ASK: usize = 400;

/// A group is named with so many letters: its name stands before those of all groups within it.
const LONGEST_NAME: usize = 160;

/// A catalog as a questionnaire, and the account of it.
pub fn draft(catalog: &Tree, wanted: &SaidOfFile) -> (Draft, Ledger) {
    let parameters = Parameters::of(catalog);
    let mut titles = BTreeMap::new();
    count_titles(catalog, &mut titles);
    let mut walk = CatalogWalk { parameters: &parameters, titles, ledger: Ledger::default(), categories: Vec::new() };
    let metadata = catalog.get("metadata");
    let said = |key: &str| metadata.and_then(|metadata| metadata.say(key)).unwrap_or_default();
    let title = one_line(said("title")).to_string();
    walk.group(catalog, &title, &[]);
    let CatalogWalk { ledger, categories, .. } = walk;
    let about = Some(said("remarks")).filter(|remarks| !remarks.trim().is_empty());
    let found = Draft {
        id: if wanted.stem.trim().is_empty() { "catalog".to_owned() } else { wanted.stem.clone() },
        version: one_line(said("version")).to_string(),
        languages: vec!["en".to_owned()],
        frameworks: vec![(kept_under::OSCAL.to_owned(), title.clone())],
        title: DraftText::one(title),
        about: about.map(|remarks| DraftText::one(one_line(remarks))),
        flags: Vec::new(),
        categories,
    };
    (found, ledger)
}

fn items<'t>(of: &'t Tree, key: &str) -> &'t [Tree] {
    of.get(key).map_or(&[], Tree::items)
}

/// How often each title stands in a catalog.
fn count_titles<'t>(of: &'t Tree, titles: &mut BTreeMap<&'t str, usize>) {
    for control in items(of, "controls") {
        *titles.entry(control.say("title").unwrap_or_default()).or_default() += 1;
        count_titles(control, titles);
    }
    items(of, "groups").iter().for_each(|group| count_titles(group, titles));
}

struct CatalogWalk<'t> {
    parameters: &'t Parameters,
    titles: BTreeMap<&'t str, usize>,
    ledger: Ledger,
    categories: Vec<DraftCategory>,
}

impl CatalogWalk<'_> {
    /// The catalog itself or a group, with the titles of those around it.
    fn group(&mut self, group: &Tree, title: &str, above: &[&str]) {
        let mut questions = Vec::new();
        self.controls(items(group, "controls"), &mut questions);
        let whole: Vec<&str> = above.iter().copied().chain([title]).collect();
        if !questions.is_empty() {
            let about = self.prose().parts(group, ABOUT).join("\n");
            self.categories.push(DraftCategory {
                id: group.say("id").unwrap_or(title).to_owned(),
                title: DraftText::one(whole.join(": ")),
                about: Some(DraftText::one(about)),
                questions,
            });
        }
        // what stands in the catalog itself has no group around it
        let around: &[&str] = if group.get("metadata").is_some() { &[] } else { &whole };
        for inner in items(group, "groups") {
            self.ledger.count(Fate::Read, &matter::GROUPS, 1);
            let name = inner.say("title").or_else(|| inner.say("id")).unwrap_or_default();
            let name = self.prose().line(name).cut_at_word(LONGEST_NAME);
            self.group(inner, &name, around);
        }
    }

    /// Controls with those within them.
    fn controls(&mut self, controls: &[Tree], questions: &mut Vec<DraftQuestion>) {
        for control in controls {
            self.ledger.count(Fate::Read, &matter::CONTROLS, 1);
            let id = one_line(control.say("id").unwrap_or_default());
            let inner = items(control, "controls");
            let is_heading = inner.iter().any(|inner| !is_withdrawn(inner) && !is_enhancement(inner));
            if is_withdrawn(control) {
                self.ledger.note(Fate::Lost, &matter::WITHDRAWN, id);
            } else if id.is_empty() {
                self.ledger.count(Fate::Lost, &matter::NAMELESS, 1);
            } else if is_heading {
                self.ledger.note(Fate::Lost, &matter::HEADINGS, id);
            } else {
                questions.push(self.question(control, &id));
            }
            self.controls(inner, questions);
        }
    }

    fn question(&mut self, control: &Tree, id: &str) -> DraftQuestion {
        let known: Vec<&str> = STATEMENT.iter().chain(GUIDANCE).copied().collect();
        self.ledger.count(Fate::Lost, &matter::PARTS, Prose::others(control, &known));
        self.ledger.count(Fate::Lost, &matter::LINKS, items(control, "links").len());
        let is_other = |prop: &&Tree| prop.say("name").is_none_or(|name| !READ_PROPERTIES.contains(&name));
        let others = items(control, "props").iter().filter(is_other).count();
        self.ledger.count(Fate::Lost, &matter::PROPERTIES, others);
        let statement = self.prose().parts(control, STATEMENT);
        let good = self.prose().parts(control, GUIDANCE);
        let (ask, help) = self.ask(control, id, statement);
        let texts = |texts: Vec<String>| (!texts.is_empty()).then(|| DraftText::one(texts.join("\n")));
        DraftQuestion {
            id: id.to_owned(),
            ask: DraftText::one(ask),
            help: texts(help),
            good: texts(good),
            form: DraftForm::YesPartialNo,
            ..DraftQuestion::default()
        }
    }

    /// What is asked, and what is left of the statement as help.
    fn ask(&mut self, control: &Tree, id: &str, statement: Vec<String>) -> (String, Vec<String>) {
        let own = control.say("title").unwrap_or_default();
        let is_repeated = self.titles.get(own).is_some_and(|count| *count > 1);
        let title = self.prose().line(own);
        let label = label(control).map_or_else(|| id.to_owned(), |label| one_line(label).to_string());
        let says_nothing = title.is_empty() || [id, &label].iter().any(|name| title.eq_ignore_ascii_case(name));
        match &statement[..] {
            _ if title.ends_with('?') => (title.to_string(), statement),
            [only] if only.ends_with('?') && only.len() <= LONGEST_ASK => (only.clone(), Vec::new()),
            [only] if says_nothing && only.len() <= LONGEST_ASK => {
                let end = if only.ends_with(['.', '!', ';', ':']) { "" } else { "." };
                (format!("{label}: {only}{end} Is this in place?"), Vec::new())
            }
            _ if says_nothing => (format!("{label}: is this in place?"), statement),
            _ if is_repeated => (format!("{title} ({label}): is this in place?"), statement),
            _ => (format!("{title}: is this in place?"), statement),
        }
    }

    fn prose(&mut self) -> Prose<'_> {
        Prose::new(self.parameters, &mut self.ledger)
    }
}

/// Whether a control is no longer one.
fn is_withdrawn(control: &Tree) -> bool {
    let is_status = |prop: &&Tree| prop.say("name").is_some_and(|name| name.eq_ignore_ascii_case("status"));
    let mut said = items(control, "props").iter().filter(is_status).filter_map(|prop| prop.say("value"));
    said.any(|value| value.trim().eq_ignore_ascii_case("withdrawn"))
}

/// Whether a control adds to the one that it stands in, which is then asked, too.
fn is_enhancement(control: &Tree) -> bool {
    control.say("class").is_some_and(|class| class.to_ascii_lowercase().contains("enhancement"))
}
