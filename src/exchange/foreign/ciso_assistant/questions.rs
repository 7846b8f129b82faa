//! A framework of CISO Assistant as a questionnaire in the making.

use std::collections::BTreeMap;

use super::library::{Library, asked, own_part};
use crate::exchange::draft::{Draft, DraftCategory, DraftCondition, DraftForm, DraftOption, DraftQuestion, DraftText};
use crate::exchange::foreign::markup::on_one_line;
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::tree::{Tree, TreeKind};
use crate::questionnaire::level::Importance;
use crate::words::clean::one_line;
use crate::words::matters::{ciso_assistant as matter, draft as known};

/// The questionnaire in a library, under an id for want of one in the file.
pub(super) fn draft(library: &Library<'_>, id: &str) -> (Draft, Ledger) {
    let mut reading = Requirements { library, ledger: Ledger::default(), ids: BTreeMap::new(), named: BTreeMap::new() };
    reading.name_questions();
    let categories = reading.categories();
    let said =
        |key: &str| library.said(library.framework, key, on_one_line).or(library.said(library.tree, key, on_one_line));
    let own = library.framework.say("ref_id").or(library.tree.say("ref_id")).unwrap_or(id);
    let version = library.tree.say("version").unwrap_or_default();
    let is_one_number = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.is_empty();
    let title = said("name").unwrap_or_else(|| DraftText::one(own));
    let lost = library.partial_languages().len();
    reading.ledger.count(Fate::Lost, &matter::LANGUAGES, lost);
    let draft = Draft {
        id: own.to_owned(),
        version: if is_one_number { format!("{version}.0.0") } else { version.to_owned() },
        languages: library.languages.clone(),
        frameworks: vec![(kept_under::CISO_ASSISTANT.to_owned(), title.get(&library.languages[0]).to_owned())],
        title,
        about: said("description"),
        flags: Vec::new(),
        categories,
    };
    (draft, reading.ledger)
}

struct Requirements<'l, 't> {
    library: &'l Library<'t>,
    ledger: Ledger,
    /// Questions by their names in the file; `None` where several have the same.
    ids: BTreeMap<&'t str, Option<String>>,
    /// How many questions have an id.
    named: BTreeMap<String, usize>,
}

impl<'t> Requirements<'_, 't> {
    fn name_questions(&mut self) {
        for node in &self.library.nodes {
            let all = asked(node);
            for (urn, _) in &all {
                let id = question_id(node, urn, all.len());
                *self.named.entry(id.clone()).or_default() += 1;
                self.ids.entry(urn).and_modify(|known| *known = None).or_insert(Some(id));
            }
            if all.is_empty() && is_true(node, "assessable") {
                *self.named.entry(requirement_id(node)).or_default() += 1;
            }
        }
    }

    fn categories(&mut self) -> Vec<DraftCategory> {
        let library = self.library;
        let mut categories: Vec<DraftCategory> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for node in &library.nodes {
            let questions = self.questions(node);
            if questions.is_empty() {
                continue;
            }
            let above = library.above(node);
            let outer = above.iter().find(|above| !is_true(above, "assessable")).or(above.last()).copied();
            let of = outer.unwrap_or(node);
            let place = *places.entry(of.say("urn").unwrap_or_default()).or_insert_with(|| {
                categories.push(self.category(of));
                categories.len() - 1
            });
            categories[place].questions.extend(questions);
        }
        self.ledger.count(Fate::Read, &known::CATEGORIES, categories.len());
        categories
    }

    fn category(&self, node: &Tree) -> DraftCategory {
        let name = self.library.said(node, "name", on_one_line);
        let description = self.library.said(node, "description", str::to_owned);
        let id = requirement_id(node);
        match name {
            Some(title) => DraftCategory { id, title, about: description, questions: Vec::new() },
            None => DraftCategory { id, title: description.unwrap_or_default(), about: None, questions: Vec::new() },
        }
    }

    /// The questions of a node; none of one that only stands above others.
    fn questions(&mut self, node: &'t Tree) -> Vec<DraftQuestion> {
        let all = asked(node);
        if !is_true(node, "assessable") && all.is_empty() {
            return Vec::new();
        }
        self.count_losses(node);
        let texts = (self.text(node, "name"), self.text(node, "description"));
        if all.is_empty() {
            self.ledger.count(Fate::Read, &known::QUESTIONS, 1);
            let ask = match texts {
                (Some(name), Some(description)) => together(&name, &description, &self.library.languages),
                (name, description) => name.or(description).unwrap_or_default(),
            };
            let help = self.text(node, "annotation");
            let (id, refs) = (requirement_id(node), requirement_refs(node));
            let form = DraftForm::YesPartialNo;
            let question = DraftQuestion { id, ask, help, form, refs, ..DraftQuestion::default() };
            return vec![self.weighed(question, node)];
        }
        let help = texts.1.or(texts.0);
        let each = all.iter().map(|(urn, question)| (question_id(node, urn, all.len()), *question));
        each.map(|(id, question)| self.question(node, (id, question), help.clone())).collect()
    }

    fn question(&mut self, node: &'t Tree, (id, of): (String, &'t Tree), help: Option<DraftText>) -> DraftQuestion {
        self.ledger.count(Fate::Read, &known::QUESTIONS, 1);
        let form = self.form(node, of, &id);
        let depends = of.get("depends_on");
        self.ledger.count(Fate::Read, &known::CONDITIONS, usize::from(depends.is_some()));
        let when = depends.and_then(|depends| self.when(depends));
        if depends.is_some() && when.is_none() {
            self.ledger.note(Fate::Lost, &known::LOOSE_CONDITIONS, one_line(&id));
        }
        let own = self.text(of, "text");
        let (ask, help) = match own {
            Some(ask) => (ask, help),
            None => (help.unwrap_or_default(), None),
        };
        let question =
            DraftQuestion { id, ask, help, form, when, refs: requirement_refs(node), ..DraftQuestion::default() };
        let weight = if of.get("weight").is_some() { of } else { node };
        self.weighed(question, weight)
    }

    fn text(&self, of: &Tree, key: &str) -> Option<DraftText> {
        self.library.said(of, key, on_one_line)
    }

    fn count_losses(&mut self, node: &Tree) {
        let has = |key: &str| node.get(key).is_some_and(|list| !list.items().is_empty());
        self.ledger.count(Fate::Lost, &matter::GROUPS, usize::from(has("implementation_groups")));
        self.ledger.count(Fate::Lost, &matter::LINKS, usize::from(has("threats") || has("reference_controls")));
    }

    fn weighed(&mut self, mut question: DraftQuestion, of: &Tree) -> DraftQuestion {
        let weight = of.get("weight").map(|weight| weight.words().and_then(|weight| weight.trim().parse().ok()));
        if weight == Some(None) {
            self.ledger.note(Fate::Lost, &matter::WEIGHTS, one_line(&question.id));
        }
        question.weight = weight.flatten();
        question.importance = match of.say("importance") {
            Some("critical") => Some(Importance::Critical),
            Some("high" | "mandatory") => Some(Importance::High),
            Some("medium" | "recommended") => Some(Importance::Medium),
            Some("low" | "nice_to_have") => Some(Importance::Low),
            Some("info") => Some(Importance::Info),
            _ => None,
        };
        if of.say("importance").is_some_and(|word| ["mandatory", "recommended", "nice_to_have"].contains(&word)) {
            self.ledger.note(Fate::Decide, &matter::IMPORTANCE, one_line(&question.id));
        }
        question
    }

    /// How a question is answered. What a choice adds is measured against the most and the least of the framework.
    fn form(&mut self, node: &Tree, of: &Tree, id: &str) -> DraftForm {
        let old = node.get("question");
        let kind = of.say("type").or(old.and_then(|old| old.say("question_type"))).unwrap_or("text");
        let choices =
            of.get("choices").or(old.and_then(|old| old.get("question_choices"))).map_or(&[][..], Tree::items);
        let limits = ["min_score", "max_score"].map(|key| self.library.framework.say(key).and_then(number));
        let [least, most] = [limits[0].unwrap_or(0), limits[1].unwrap_or(100)];
        let scale = (most - least).max(1);
        match kind {
            "unique_choice" => DraftForm::One(self.options(choices, id, &|score| percent(score - least, scale))),
            "multiple_choice" => {
                let options = self.options(choices, id, &|score| u32::try_from(score).ok());
                let all: u64 = options.iter().filter_map(|option| option.value).map(u64::from).sum();
                let full = u32::try_from(scale).unwrap_or(1).min(u32::try_from(all).unwrap_or(u32::MAX));
                DraftForm::Many { full_at: (full > 0).then_some(full), options }
            }
            "text" => DraftForm::Text,
            _ => {
                self.ledger.note(Fate::Lost, &matter::FORMS, one_line(kind));
                DraftForm::Text
            }
        }
    }

    fn options(&mut self, choices: &[Tree], id: &str, worth: &dyn Fn(i64) -> Option<u32>) -> Vec<DraftOption> {
        let mut options = Vec::new();
        for choice in choices {
            let label = match &choice.kind {
                TreeKind::Map(_) => self.text(choice, "value").unwrap_or_default(),
                _ => DraftText::one(choice.words().unwrap_or_default()),
            };
            let words = label.get(&self.library.languages[0]).trim().to_lowercase();
            let result = choice.say("compute_result");
            if ["n/a", "na", "not applicable"].contains(&words.as_str()) || result == Some("not_applicable") {
                self.ledger.note(Fate::Mapped, &matter::NOT_APPLICABLE, one_line(id));
                continue;
            }
            let computed = match result {
                Some("true" | "compliant") => Some(100),
                Some("partially_compliant") => Some(50),
                Some("false" | "non_compliant") => Some(0),
                _ => None,
            };
            let value = choice.say("add_score").and_then(number).and_then(worth).or(computed);
            options.push(DraftOption { id: choice_id(choice), label, value, exclusive: false });
        }
        options
    }

    /// When a question is asked: after certain choices of another one; `None` if it is not clear of which.
    fn when(&self, depends: &'t Tree) -> Option<DraftCondition> {
        let id = self.ids.get(depends.say("question")?)?.as_ref();
        let question = id.filter(|id| self.named.get(*id) == Some(&1))?.clone();
        let chosen: Vec<String> = depends.get("answers")?.items().iter().map(choice_id).collect();
        if chosen.is_empty() {
            return None;
        }
        Some(match depends.say("condition") {
            Some("all") => {
                let one = |option: String| DraftCondition::Chosen { question: question.clone(), options: vec![option] };
                DraftCondition::All(chosen.into_iter().map(one).collect())
            }
            _ => DraftCondition::Chosen { question, options: chosen },
        })
    }
}

/// What a requirement is called: by its own id, or by the end of its name.
fn requirement_id(node: &Tree) -> String {
    let own = node.say("ref_id").map(str::trim).filter(|id| !id.is_empty());
    own.map_or_else(|| own_part(node.say("urn").unwrap_or_default()), str::to_owned)
}

/// What a question of several is called: by the end of its name. One that is the only one has the id of its
/// requirement, since results are told by that.
fn question_id(node: &Tree, urn: &str, of: usize) -> String {
    if of == 1 || urn.is_empty() { requirement_id(node) } else { own_part(urn) }
}

/// What a requirement is called there: its id, then its name, by which the table of an audit knows it.
fn requirement_refs(node: &Tree) -> Vec<(String, Vec<String>)> {
    let id = requirement_id(node);
    let urn = node.say("urn").map(str::trim).filter(|urn| !urn.is_empty() && *urn != id).map(str::to_owned);
    let all: Vec<String> = Some(id).filter(|id| !id.is_empty()).into_iter().chain(urn).collect();
    if all.is_empty() { Vec::new() } else { vec![(kept_under::CISO_ASSISTANT.to_owned(), all)] }
}

/// What a choice is called: the end of its name, or its words where it has no name.
fn choice_id(choice: &Tree) -> String {
    let name = choice.say("urn").or(choice.words()).or(choice.say("value")).unwrap_or_default();
    match name.starts_with("urn:") {
        true => name.rsplit_once(":choice:").map_or_else(|| own_part(name), |(_, end)| format!("choice-{end}")),
        false => name.trim().to_lowercase(),
    }
}

fn is_true(node: &Tree, key: &str) -> bool {
    node.say(key) == Some("true")
}

fn number(words: &str) -> Option<i64> {
    words.trim().parse::<i32>().ok().map(i64::from)
}

fn percent(score: i64, of: i64) -> Option<u32> {
    u32::try_from((score * 100) / of).ok().filter(|value| *value <= 100)
}

/// A name and what it stands for, in each language.
fn together(name: &DraftText, description: &DraftText, languages: &[String]) -> DraftText {
    let each = |code: &String| {
        let (name, description) = (name.get(code).trim_end_matches(['.', ':']), description.get(code));
        (code.clone(), format!("{name}: {description}"))
    };
    DraftText::each(languages.iter().map(each).collect::<Vec<_>>())
}
