//! A form of VSAQ as a questionnaire in the making. What an answer is worth it does not say, so questions count for
//! nothing, and its warnings are red flags.

use super::conditions::Conditions;
use super::form::{VsaqForm, VsaqItem};
use crate::exchange::draft::{
    Draft, DraftCategory, DraftCondition, DraftFlag, DraftForm, DraftOption, DraftQuestion, DraftText,
};
use crate::exchange::foreign::markup::{on_one_line, plain};
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::questionnaire::Level;
use crate::questionnaire::level::Importance;
use crate::words::clean::one_line;
use crate::words::matters::{draft as known, vsaq as matter};

/// What VSAQ offers behind the options of a group that asks for it.
const NONE_OF_THEM: (&str, &str) = ("none-of-the-above", "None of the above.");

/// What an item must have to be a rule for an answer.
const CHECKS: [&str; 3] = ["required", "inputPattern", "maxlength"];

/// The questionnaire in a form, under an id for want of one in the file.
pub(super) fn draft(form: &VsaqForm<'_>, id: &str) -> (Draft, Ledger) {
    let mut making =
        VsaqQuestions { form, conditions: Conditions::of(form), ledger: Ledger::default(), flags: Vec::new() };
    let mut items: Vec<Vec<usize>> = vec![Vec::new(); form.blocks.len()];
    (0..).zip(&form.items).for_each(|(at, item)| items[item.block].push(at));
    let categories = (0..).zip(items).filter_map(|(block, items)| making.category(block, items)).collect();
    let draft = Draft {
        id: id.to_owned(),
        version: "1.0.0".to_owned(),
        languages: vec!["en".to_owned()],
        title: DraftText::one(on_one_line(form.title)),
        about: None,
        frameworks: vec![(kept_under::VSAQ.to_owned(), "VSAQ".to_owned())],
        flags: making.flags,
        categories,
    };
    (draft, making.ledger)
}

struct VsaqQuestions<'f, 't> {
    form: &'f VsaqForm<'t>,
    conditions: Conditions,
    ledger: Ledger,
    flags: Vec<DraftFlag>,
}

impl VsaqQuestions<'_, '_> {
    /// A block with something in it that is no block.
    fn category(&mut self, block: usize, items: Vec<usize>) -> Option<DraftCategory> {
        let form = self.form;
        let (mut about, mut questions) = (Vec::new(), Vec::new());
        for (at, item) in items.into_iter().map(|at| (at, &form.items[at])) {
            self.count_losses(item);
            if self.conditions.items[at].never {
                self.ledger.note(Fate::Lost, &matter::NEVER_SHOWN, one_line(&item.id));
                continue;
            }
            match item.kind() {
                "info" => {
                    let text = item.tree.say("text").map(plain).unwrap_or_default();
                    self.advice(item, text, &mut about);
                }
                "tip" => self.tip(at, item, &mut about, &mut questions),
                "spacer" => {}
                _ => questions.extend(self.question(at, item)),
            }
        }
        about.retain(|text| !text.is_empty());
        if questions.is_empty() {
            if !about.is_empty() {
                let block = form.blocks[block].tree;
                let name = block.say("id").or(block.say("text")).unwrap_or_default();
                self.ledger.note(Fate::Lost, &matter::LONE_TEXTS, one_line(name));
            }
            return None;
        }
        self.ledger.count(Fate::Read, &known::CATEGORIES, 1);
        let titles = form.around(block).into_iter().map(|at| form.blocks[at].tree.say("text").unwrap_or_default());
        let titles: Vec<String> = titles.map(on_one_line).filter(|title| !title.is_empty()).collect();
        // the outermost is the form itself, and its name stands above all of them
        let title = if titles.len() > 1 { titles[1..].join(" – ") } else { titles.concat() };
        let id = form.blocks[block].tree.say("id").map_or_else(|| titles.last().cloned(), |id| Some(id.to_owned()));
        let about = Some(DraftText::one(about.join("\n\n"))).filter(|about| !about.is_empty());
        Some(DraftCategory { id: id.unwrap_or_default(), title: DraftText::one(title), about, questions })
    }

    fn count_losses(&mut self, item: &VsaqItem<'_>) {
        let is_set = |key: &&str| item.tree.say(key).is_some_and(|value| !["", "false", "no"].contains(&value));
        if CHECKS.iter().any(is_set) {
            self.ledger.note(Fate::Lost, &matter::CHECKS, one_line(&item.id));
        }
        let conditions = item.tree.get("choicesConds").map_or(0, |conditions| conditions.items().len());
        self.ledger.count(Fate::Lost, &matter::OPTION_CONDITIONS, conditions);
    }

    /// Something to answer; `None` of what is no question.
    fn question(&mut self, at: usize, item: &VsaqItem<'_>) -> Option<DraftQuestion> {
        let Some(form) = answered(item) else {
            self.ledger.note(Fate::Lost, &matter::OTHER_ITEMS, one_line(&item.id));
            return None;
        };
        if form != DraftForm::Text {
            self.ledger.note(Fate::Decide, &known::UNWEIGHED, one_line(&item.id));
        }
        let own = item.tree.say("text").map(on_one_line).unwrap_or_default();
        let ask = if own.is_empty() {
            self.ledger.note(Fate::Mapped, &matter::CONTINUED, one_line(&item.id));
            let block = self.form.blocks[item.block].tree.say("text");
            on_one_line(item.before.or(block).unwrap_or(&item.id))
        } else {
            own
        };
        let hints = ["placeholder", "inputTitle"].into_iter().filter_map(|key| item.tree.say(key)).map(on_one_line);
        let help = DraftText::one(hints.filter(|hint| !hint.is_empty()).collect::<Vec<_>>().join(" "));
        let help = Some(help).filter(|help| !help.is_empty());
        Some(DraftQuestion { help, ..self.asked(at, ask, form) })
    }

    /// A question that counts for nothing, asked when its item is shown.
    fn asked(&mut self, at: usize, ask: String, form: DraftForm) -> DraftQuestion {
        self.ledger.count(Fate::Read, &known::QUESTIONS, 1);
        let shown = &self.conditions.items[at];
        let id = self.form.items[at].id.clone();
        if !shown.all.is_empty() || shown.unsayable > 0 {
            self.ledger.count(Fate::Read, &known::CONDITIONS, 1);
        }
        if shown.unsayable > 0 {
            self.ledger.note(Fate::Lost, &matter::UNSAYABLE, one_line(&id));
        }
        let when = self.conditions.when(at);
        let (ask, importance) = (DraftText::one(ask), Some(Importance::Info));
        DraftQuestion { id, ask, form, importance, when, ..DraftQuestion::default() }
    }

    /// A warning is a red flag, other advice is said of the category; a place to explain is a question.
    fn tip(&mut self, at: usize, item: &VsaqItem<'_>, about: &mut Vec<String>, questions: &mut Vec<DraftQuestion>) {
        let text = item.tree.say("text").map(plain).unwrap_or_default();
        let name = item.tree.say("name").map(on_one_line).unwrap_or_default();
        let when = self.conditions.when(at).filter(|_| !self.conditions.is_partly_said(at, self.form));
        if item.is_warning() {
            self.ledger.count(Fate::Read, &matter::WARNINGS, 1);
            match when {
                Some(when) => self.flag(item, (&name, &text), when),
                None => {
                    self.ledger.note(Fate::Lost, &matter::LOST_WARNINGS, one_line(&item.id));
                    about.push(named(&name, &text));
                }
            }
        } else {
            self.advice(item, named(&name, &text), about);
        }
        if let Some(why) = item.tree.say("why").map(on_one_line).filter(|why| !why.is_empty()) {
            let ask = named(&name, &why);
            questions.push(self.asked(at, ask, DraftForm::Text));
        }
    }

    /// Words that ask nothing: they are said of the category, whenever they were shown.
    fn advice(&mut self, item: &VsaqItem<'_>, text: String, about: &mut Vec<String>) {
        let is_said = !text.is_empty();
        self.ledger.count(Fate::Lost, &matter::TEXT_CONDITIONS, usize::from(is_said && item.is_conditional()));
        about.push(text);
    }

    fn flag(&mut self, item: &VsaqItem<'_>, (name, text): (&str, &str), when: DraftCondition) {
        let severity = match item.tree.say("severity") {
            Some("critical") => Level::Critical,
            Some("high") => Level::High,
            Some("low") => Level::Low,
            Some("medium") => Level::Medium,
            _ => {
                self.ledger.note(Fate::Decide, &matter::SEVERITY, one_line(&item.id));
                Level::Medium
            }
        };
        let title = if name.is_empty() { on_one_line(text) } else { name.to_owned() };
        let remedy = Some(DraftText::one(text)).filter(|remedy| !remedy.is_empty());
        let id = if item.id.is_empty() { title.clone() } else { item.id.clone() };
        self.flags.push(DraftFlag { id, title: DraftText::one(title), severity, remedy, when });
    }
}

/// A text under its name.
fn named(name: &str, text: &str) -> String {
    match (name.is_empty(), text.is_empty()) {
        (true, _) => text.to_owned(),
        (_, true) => name.to_owned(),
        _ => format!("{name}: {text}"),
    }
}

/// How something is answered; `None` of what is not answered, or in no way that we have.
fn answered(item: &VsaqItem<'_>) -> Option<DraftForm> {
    let options = || {
        let own = item.options().map(|(id, label)| option(id, label, false));
        let has_more = item.tree.say("defaultChoice") == Some("true");
        let none = has_more.then(|| option(NONE_OF_THEM.0, NONE_OF_THEM.1, true));
        own.chain(none).collect::<Vec<_>>()
    };
    Some(match item.kind() {
        "line" | "box" => DraftForm::Text,
        // our scale of yes and no would say what they are worth
        "check" => DraftForm::One(vec![option("yes", "Yes", false), option("no", "No", false)]),
        "yesno" => {
            let label = |key: &str| item.tree.say(key).map(on_one_line).filter(|label| !label.is_empty());
            let [yes, no] = [("yes", "Yes"), ("no", "No")]
                .map(|(key, otherwise)| option(key, &label(key).unwrap_or_else(|| otherwise.to_owned()), false));
            DraftForm::One(vec![yes, no])
        }
        "radiogroup" => {
            DraftForm::One(options().into_iter().map(|one| DraftOption { exclusive: false, ..one }).collect())
        }
        "checkgroup" => DraftForm::Many { full_at: None, options: options() },
        _ => return None,
    })
}

fn option(id: &str, label: &str, exclusive: bool) -> DraftOption {
    DraftOption { id: id.to_owned(), label: DraftText::one(on_one_line(label)), value: None, exclusive }
}
