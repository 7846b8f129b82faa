//! The texts of a catalog: prose with its parts and labels, and the parameters in it by their labels.

use std::collections::BTreeMap;

use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::tree::Tree;
use crate::questionnaire::limits::LONGEST_TEXT;
use crate::words::Clean;
use crate::words::clean::one_line;
use crate::words::matters::oscal as matter;

/// The label of a parameter is shown with so many letters.
const LONGEST_LABEL: usize = 160;

/// What stands around the place of a parameter: `{{ insert: param, ac-1_prm_1 }}`.
const OPENS: &str = "{{";
const CLOSES: &[u8] = b"}}";

/// Between the two is no more than this, in bytes.
const LONGEST_INSERT: usize = 300;

/// The parameters of a catalog by their ids, wherever they are defined, each with the words that stand for it.
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// Those of a catalog.
    pub fn of(catalog: &Tree) -> Parameters {
        let mut found = Vec::new();
        gather(catalog, &mut found);
        let labels = |label: &dyn Fn(&Tree) -> Option<String>| -> BTreeMap<String, String> {
            let named = |param: &&Tree| Some((param.say("id")?.to_owned(), shortened(&label(param)?)));
            found.iter().filter_map(named).collect()
        };
        let plain = Parameters(labels(&|param| param.say("label").map(str::to_owned)));
        let chosen = labels(&|param| plain.choices(param));
        let mut all = chosen;
        all.extend(plain.0);
        Parameters(all)
    }

    /// What a parameter without a label can be: its values, or what is to be chosen from.
    fn choices(&self, param: &Tree) -> Option<String> {
        let values = param.get("values").or_else(|| param.get("select")?.get("choice"))?;
        let words = values.items().iter().filter_map(Tree::words).take(20);
        Some(words.map(|words| self.filled(words).0).collect::<Vec<_>>().join("; "))
    }

    /// A text in which labels in brackets stand for parameters, and for how many they do.
    fn filled(&self, text: &str) -> (String, usize) {
        let (mut out, mut rest, mut count) = (String::new(), text, 0);
        while let Some((before, behind)) = rest.split_once(OPENS) {
            out.push_str(before);
            let inserted = Some(behind).filter(|_| out.len() <= LONGEST_TEXT).and_then(insert);
            if let Some((id, after)) = inserted {
                let label = self.0.get(id).map_or(id, String::as_str);
                out.push_str(&format!("[{}]", without_brackets(label)));
                (rest, count) = (after, count + 1);
            } else {
                out.push_str(OPENS);
                rest = behind;
            }
        }
        out.push_str(rest);
        (out, count)
    }
}

/// A label that stands in brackets already, without them.
fn without_brackets(label: &str) -> &str {
    let inner = label.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.filter(|inner| !inner.contains(['[', ']'])).unwrap_or(label)
}

/// The parameters of a catalog, a group or a control, and of all within it.
fn gather<'t>(of: &'t Tree, found: &mut Vec<&'t Tree>) {
    found.extend(of.get("params").map_or(&[][..], Tree::items));
    for key in ["groups", "controls"] {
        of.get(key).map_or(&[][..], Tree::items).iter().for_each(|inner| gather(inner, found));
    }
}

/// The id of the parameter that is inserted where its place has been opened, and what stands behind that.
fn insert(behind: &str) -> Option<(&str, &str)> {
    let near = behind.as_bytes().get(..LONGEST_INSERT).unwrap_or(behind.as_bytes());
    let end = near.windows(CLOSES.len()).position(|signs| signs == CLOSES)?;
    Some((parameter(behind.get(..end)?)?, behind.get(end + CLOSES.len()..)?))
}

/// The id of the parameter that is to be inserted.
fn parameter(inner: &str) -> Option<&str> {
    let (kind, id) = inner.trim().strip_prefix("insert:")?.split_once(',')?;
    let id = id.trim();
    (kind.trim() == "param" && !id.is_empty() && !id.contains(char::is_whitespace)).then_some(id)
}

fn shortened(label: &str) -> String {
    one_line(label).cut_at_word(LONGEST_LABEL).to_string()
}

/// A reader of texts, which notes what becomes of them.
pub struct Prose<'p> {
    parameters: &'p Parameters,
    ledger: &'p mut Ledger,
}

impl<'p> Prose<'p> {
    pub fn new(parameters: &'p Parameters, ledger: &'p mut Ledger) -> Prose<'p> {
        Prose { parameters, ledger }
    }

    /// A title on one line.
    pub fn line(&mut self, text: &str) -> Clean {
        one_line(&self.text(text))
    }

    /// The parts with some names, with all that is in them: a paragraph each, the label of each before it.
    pub fn parts(&mut self, of: &Tree, names: &[&str]) -> Vec<String> {
        let mut lines = Vec::new();
        let parts = of.get("parts").map_or(&[][..], Tree::items).iter();
        let wanted = parts.filter(|part| part.say("name").is_some_and(|name| names.contains(&name)));
        wanted.for_each(|part| self.part(part, &mut lines));
        let letters: usize = lines.iter().map(|line| line.len()).sum();
        if letters > LONGEST_TEXT {
            self.ledger.note(Fate::Lost, &matter::CUT, one_line(of.say("id").unwrap_or_default()));
            cut(&mut lines);
        }
        lines
    }

    /// How many parts have other names.
    pub fn others(of: &Tree, names: &[&str]) -> usize {
        let parts = of.get("parts").map_or(&[][..], Tree::items).iter();
        parts.filter(|part| part.say("name").is_none_or(|name| !names.contains(&name))).count()
    }

    fn part(&mut self, part: &Tree, lines: &mut Vec<String>) {
        let label = label(part).or_else(|| part.say("title")).map(|label| self.line(label)).unwrap_or_default();
        let prose = part.say("prose").map(|prose| self.text(prose)).unwrap_or_default();
        let mut paragraphs = prose.lines().map(|line| one_line(line).to_string()).filter(|line| !line.is_empty());
        if let Some(first) = paragraphs.next() {
            let between = if label.is_empty() || label.ends_with(['.', ')', ':']) { " " } else { ": " };
            lines.push(format!("{label}{between}{first}").trim().to_owned());
            lines.extend(paragraphs);
        }
        part.get("parts").map_or(&[][..], Tree::items).iter().for_each(|inner| self.part(inner, lines));
    }

    fn text(&mut self, text: &str) -> String {
        let (text, count) = self.parameters.filled(text);
        self.ledger.count(Fate::Mapped, &matter::PARAMETERS, count);
        text
    }
}

/// Keeps the first lines, as far as there is room.
fn cut(lines: &mut Vec<String>) {
    let mut room = LONGEST_TEXT;
    for line in lines.iter_mut() {
        if line.len() > room {
            *line = one_line(line).cut_at_word(room.max(1)).to_string();
            room = 0;
        }
        room = room.saturating_sub(line.len());
    }
    lines.retain(|line| !line.is_empty() && line != "…");
}

/// The label of a control or a part: the first that is of no other notation, else the first.
pub fn label(of: &Tree) -> Option<&str> {
    let props = of.get("props").map_or(&[][..], Tree::items);
    let labels = || props.iter().filter(|prop| prop.say("name") == Some("label"));
    let found = labels().find(|prop| prop.get("class").is_none()).or_else(|| labels().next())?;
    found.say("value").map(str::trim).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::json;

    fn filled(catalog: &str, text: &str) -> (String, usize) {
        Parameters::of(&json::read(catalog).unwrap()).filled(text)
    }

    #[test]
    fn parameters_stand_as_their_labels() {
        let catalog = r#"{"params": [{"id": "a", "label": "a time"}], "groups": [{"controls": [
            {"params": [{"id": "b", "select": {"choice": ["within {{ insert: param, a }}", "never"]}}],
             "controls": [{"params": [{"id": "c", "values": ["ten days"]}, {"id": "d"}]}]}]}]}"#;
        let text = "After {{ insert: param, a }}, {{insert:param,b}}, {{ insert: param, c }}, {{ insert: param, d }}.";
        let told = "After [a time], [within [a time]; never], [ten days], [d].";
        assert_eq!(filled(catalog, text), (told.to_owned(), 4));
        for other in
            ["{{ insert: link, a }}", "{{ a }}", "{{ insert: param, a", "}} {{", "{{{{", "{{ insert: param, a b }}"]
        {
            assert_eq!(filled(catalog, other), (other.to_owned(), 0));
        }
    }

    #[test]
    fn no_text_grows_without_end() {
        let catalog = format!(r#"{{"params": [{{"id": "a", "label": "{}"}}]}}"#, "x".repeat(100_000));
        let text = "{{ insert: param, a }}".repeat(100_000);
        assert!(filled(&catalog, &text).0.len() < text.len() + 2 * LONGEST_TEXT);
        let opened = OPENS.repeat(1_000_000) + "}}";
        assert_eq!(filled(&catalog, &opened), (opened.clone(), 0));
    }
}
