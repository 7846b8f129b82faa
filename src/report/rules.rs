//! Policy files as text: the one in force with where each value comes from, and one to adapt. Both are valid policies.

use crate::document::wrap::{Margins, columns, padded, wrapped};
use crate::policy::Policy;
use crate::policy::entries::{Heading, Lines, PolicyEntry, PolicySection, PolicyValue, entries};
use crate::source::Arena;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::hint::{self, Guide, Hint};

/// How the policy in force was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowFound {
    /// The command line named it.
    Named,
    /// It lies in this folder.
    Here,
    /// It lies in a folder above this one.
    Above,
}

/// Columns of a comment.
const COLUMNS: usize = 80;

/// A line longer than this does not push the comments of its section to the right.
const LONGEST: usize = 56;

/// The policy in force; behind each value stands where it comes from.
pub fn effective(policy: &Policy, found: HowFound, guide: &dyn Guide, lang: Lang) -> String {
    let arena = Arena::default();
    let lines = policy.source.as_ref().map(|source| (source.name.as_str(), Lines::of(source, &arena)));
    let mut out = String::new();
    for text in head(policy, found, guide, lang) {
        comment(&text, &mut out);
    }
    for PolicySection { heading, entries } in entries(policy) {
        let name = heading.as_ref().map(|heading| heading.name);
        if let Some(Heading { name, title, hint, .. }) = heading {
            out.push('\n');
            comment(&guided(&title(lang), hint.as_ref(), guide, lang), &mut out);
            out.push_str(&format!("[{name}]\n"));
        }
        let origin = |entry: &PolicyEntry| {
            let line = lines.as_ref().and_then(|(file, lines)| Some((file, lines.line(name, entry.key)?)));
            match (&entry.value, line) {
                (PolicyValue::Unset { instead, .. }, _) => lang.rule_unset(instead(lang)),
                (PolicyValue::Set(_), Some((file, line))) => lang.rule_line(one_line(file), line),
                (PolicyValue::Set(_), None) => lang.rule_default(),
            }
        };
        aligned(&entries.iter().map(|entry| (written(entry), origin(entry))).collect::<Vec<_>>(), &mut out);
    }
    out
}

fn head(policy: &Policy, found: HowFound, guide: &dyn Guide, lang: Lang) -> Vec<Clean> {
    let Some(file) = policy.source.as_ref().map(|source| &source.name) else {
        return vec![lang.rules_default()];
    };
    let named = |text: Clean| guided(&text, Some(&Hint::NamePolicy), guide, lang);
    match found {
        HowFound::Named => vec![named(lang.rules_named(one_line(file))), lang.rules_legend()],
        HowFound::Here => vec![lang.rules_found_here(one_line(file)), named(lang.rules_not_for()), lang.rules_legend()],
        HowFound::Above => {
            vec![lang.rules_found_above(one_line(file)), named(lang.rules_not_for()), lang.rules_legend()]
        }
    }
}

/// A policy file to adapt: each key at its default, with what it means, what it may be, and what a change does.
pub fn template(guide: &dyn Guide, lang: Lang) -> String {
    let mut out = String::new();
    let steps = Hint::CheckPolicy.told(guide, lang).zip(Hint::ShowPolicy.told(guide, lang));
    let steps = steps.map(|(check, show)| lang.rules_head_steps(check, show));
    let head = [Some(lang.rules_head()), steps, Some(lang.rules_head_examples()), Some(lang.rules_head_levels())];
    for text in head.iter().flatten() {
        comment(text, &mut out);
    }
    for PolicySection { heading, entries } in entries(&Policy::default()) {
        if let Some(Heading { name, title, hint, detail }) = heading {
            out.push('\n');
            comment(&guided(&title(lang), hint.as_ref(), guide, lang), &mut out);
            comment(&detail(lang), &mut out);
            out.push_str(&format!("[{name}]\n"));
        }
        for entry in &entries {
            out.push('\n');
            comment(&guided(&(entry.about)(lang), entry.hint.as_ref(), guide, lang), &mut out);
            out.extend([written(entry).as_str(), "\n"]);
        }
    }
    out
}

/// A sentence with how the step that it speaks of is taken.
fn guided(text: &Clean, hint: Option<&Hint>, guide: &dyn Guide, lang: Lang) -> Clean {
    hint::behind(text, hint.and_then(|hint| hint.told(guide, lang)))
}

/// A key with its value; one that is not set as a comment.
fn written(entry: &PolicyEntry) -> Clean {
    match &entry.value {
        PolicyValue::Set(value) => entry.key.and(" = ").and(value),
        PolicyValue::Unset { example, .. } => "# ".and(entry.key).and(" = ").and(*example),
    }
}

/// Lines with their comments in one column.
fn aligned(lines: &[(Clean, Clean)], out: &mut String) {
    let column = lines.iter().map(|(line, _)| columns(line)).filter(|width| *width <= LONGEST).max().unwrap_or(0);
    for (line, comment) in lines {
        out.push_str(&format!("{}  # {comment}\n", padded(line, column)));
    }
}

/// A text as a comment, wrapped.
fn comment(text: &Clean, out: &mut String) {
    let margins = Margins { first: "# ", rest: "# ", cuts: true };
    wrapped(text, COLUMNS, margins).iter().for_each(|line| out.extend([line, "\n"]));
}
