//! What is at stake, and who says so: asked line by line, or read from the command line.

use anyhow::bail;

use super::console::Console;
use crate::questionnaire::model::Factor;
use crate::questionnaire::names::folded;
use crate::questionnaire::{Questionnaire, Text, text};
use crate::source::nearest::nearest;
use crate::words::Lang;
use crate::words::clean::visible;

/// What is at stake: one entry per factor, `None` where it is left open.
pub type Stakes = Vec<Option<usize>>;

/// Asks factor by factor. The end of the input leaves the rest open.
pub fn ask(questionnaire: &Questionnaire, lang: Lang, console: &mut Console) -> Stakes {
    let factors = &questionnaire.factors;
    let mut stakes = vec![None; factors.len()];
    console.talk(&format!("{}\n{}\n", lang.stakes_intro(), lang.stakes_keys()));
    for (at, factor) in factors.iter().enumerate() {
        let language = questionnaire.language(lang);
        console.talk(&format!("\n{}\n", lang.stakes_number(at + 1, factors.len(), factor.ask.get(language))));
        let widest = factor.options.iter().map(|option| option.id.len()).max().unwrap_or(0);
        for (number, option) in factor.options.iter().enumerate() {
            let label = visible(option.label.get(language)).into_owned();
            console.talk(&format!("  {}  {:widest$}  {label}\n", number + 1, option.id));
        }
        match one(factor, lang, console) {
            Some(stated) => stakes[at] = stated,
            None => break,
        }
    }
    stakes
}

/// The answer for one factor, `Some(None)` for one that is left open; `None` when nothing more comes.
fn one(factor: &Factor, lang: Lang, console: &mut Console) -> Option<Option<usize>> {
    loop {
        console.talk("> ");
        let line = console.read_line()?;
        match line.as_str() {
            "" => return Some(None),
            "?" => console.talk(&format!("{}\n", lang.stakes_explained())),
            line => match choice(factor, line, lang) {
                Ok(at) => return Some(Some(at)),
                Err(problem) => console.talk(&format!("{problem}\n")),
            },
        }
    }
}

/// The place of an option that is named by id, label or number. An id that is a number goes before the number.
fn choice(factor: &Factor, line: &str, lang: Lang) -> Result<usize, String> {
    let numbered = || line.parse::<usize>().ok().filter(|number| (1..=factor.options.len()).contains(number));
    option(factor, line, lang).or_else(|problem| numbered().map(|number| number - 1).ok_or(problem))
}

fn option(factor: &Factor, written: &str, lang: Lang) -> Result<usize, String> {
    let known: Vec<(&str, &Text)> = factor.options.iter().map(|option| (option.id.as_str(), &option.label)).collect();
    text::named(written, &known).ok_or_else(|| {
        let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
        let labels = known.iter().flat_map(|(_, label)| label.all()).map(String::as_str);
        let near = nearest(written, ids.iter().copied().chain(labels));
        let near = near.map_or_else(
            || lang.choose_of(ids.join(", ")),
            |near| format!("{} {}", lang.perhaps(near), lang.choose_of(ids.join(", "))),
        );
        format!("{}; {near}", lang.no_such_stake(written, &factor.id))
    })
}

/// Asks who signs the review; nobody, if nothing is typed.
pub fn ask_reviewer(lang: Lang, console: &mut Console) -> Option<String> {
    console.talk(&format!("\n{}\n> ", lang.stakes_reviewer()));
    console.read_line().filter(|line| !line.is_empty())
}

/// Reads `data=special,volume=large`. A label may hold commas: what has no `=` belongs to the part before it.
///
/// # Errors
/// A factor or an option is not known, or a factor stands twice.
pub fn read(written: &[String], questionnaire: &Questionnaire, lang: Lang) -> anyhow::Result<Stakes> {
    let factors = &questionnaire.factors;
    if factors.is_empty() {
        bail!("{}", lang.no_factors(questionnaire.reference()));
    }
    let mut stakes = vec![None; factors.len()];
    for part in parts(written) {
        let Some((name, chosen)) = part.split_once('=') else { bail!("{}", lang.factor_without_option(&part)) };
        let Some(at) = factors.iter().position(|factor| folded(&factor.id) == folded(name)) else {
            let ids: Vec<&str> = factors.iter().map(|factor| factor.id.as_str()).collect();
            let near = nearest(name.trim(), ids.iter().copied()).map(|near| format!("{} ", lang.perhaps(near)));
            let known = format!("{}{}", near.unwrap_or_default(), lang.it_asks_for(ids.join(", ")));
            bail!("{}", lang.no_such_factor(name.trim(), known));
        };
        if stakes[at].is_some() {
            bail!("{}", lang.factor_twice(&factors[at].id));
        }
        stakes[at] = Some(option(&factors[at], chosen.trim(), lang).map_err(|problem| {
            anyhow::anyhow!("--inherent: {problem}") //
        })?);
    }
    Ok(stakes)
}

/// What stands between commas, rejoined where a comma belongs to a label.
fn parts(written: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for text in written {
        for (at, part) in text.split(',').enumerate() {
            match parts.last_mut() {
                Some(last) if at > 0 && !part.contains('=') => last.extend([",", part]),
                _ => parts.push(part.to_owned()),
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}
