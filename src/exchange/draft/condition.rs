//! Conditions of other formats, made as simple as they can be said.

use crate::source::value::NewValue;

use super::Wish;

/// So many maps and lists within each other a condition may have: the reader's limit, less those around a question.
pub const DEEPEST: usize = 10;

impl Wish {
    /// The same in the fewest words: what lies within its like is drawn out, what is there twice goes, one alone stands
    /// for itself, and several answers of one question are a list. `None` if nothing is left to look at.
    pub fn simplified(self) -> Option<Wish> {
        match self {
            Wish::All(parts) => one_of(drawn_out(parts, true), Wish::All),
            Wish::Any(parts) => one_of(lists(drawn_out(parts, false)), Wish::Any),
            Wish::Not(part) => match part.simplified()? {
                Wish::Not(inner) => Some(*inner),
                part => Some(Wish::Not(Box::new(part))),
            },
            Wish::Chosen { question, options } => {
                let mut kept: Vec<String> = Vec::new();
                options.into_iter().for_each(|option| push_new(&mut kept, option));
                (!kept.is_empty()).then_some(Wish::Chosen { question, options: kept })
            }
        }
    }

    /// All questions that it looks at.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Wish::All(parts) | Wish::Any(parts) => parts.iter().flat_map(Wish::questions).collect(),
            Wish::Not(part) => part.questions(),
            Wish::Chosen { question, .. } => vec![question],
        }
    }

    /// How many maps and lists lie within each other when it is written.
    pub fn depth(&self) -> usize {
        depth(&self.value())
    }

    /// As it stands in a file.
    pub fn value(&self) -> NewValue {
        match self {
            Wish::All(parts) => as_map(parts).unwrap_or_else(|| listed("all", parts)),
            Wish::Any(parts) => listed("any", parts),
            Wish::Not(part) => NewValue::Inline(vec![("not".to_owned(), part.value())]),
            Wish::Chosen { question, options } => NewValue::Inline(vec![(question.clone(), words(options))]),
        }
    }
}

fn words(options: &[String]) -> NewValue {
    NewValue::List(options.iter().map(NewValue::text).collect())
}

fn listed(key: &str, parts: &[Wish]) -> NewValue {
    NewValue::Inline(vec![(key.to_owned(), NewValue::List(parts.iter().map(Wish::value).collect()))])
}

/// Several keys mean all of them: where each part looks at another question, or is of another kind, the keys say it.
fn as_map(parts: &[Wish]) -> Option<NewValue> {
    let mut keys: Vec<(String, NewValue)> = Vec::new();
    for part in parts {
        let NewValue::Inline(entries) = part.value() else { return None };
        for (key, value) in entries {
            if keys.iter().any(|(known, _)| *known == key) {
                return None;
            }
            keys.push((key, value));
        }
    }
    Some(NewValue::Inline(keys))
}

fn depth(value: &NewValue) -> usize {
    match value {
        NewValue::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        NewValue::Map(entries) | NewValue::Inline(entries) => {
            1 + entries.iter().map(|(_, value)| depth(value)).max().unwrap_or(0)
        }
        NewValue::Nothing | NewValue::Word(_) | NewValue::Text(_) => 0,
    }
}

/// The parts, simplified; what lies within its like is one of them, and each is there once.
fn drawn_out(parts: Vec<Wish>, are_all: bool) -> Vec<Wish> {
    let mut kept = Vec::new();
    for part in parts.into_iter().filter_map(Wish::simplified) {
        match part {
            Wish::All(inner) if are_all => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
            Wish::Any(inner) if !are_all => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
            part => push_new(&mut kept, part),
        }
    }
    kept
}

/// The same with one list for the answers of each question.
fn lists(parts: Vec<Wish>) -> Vec<Wish> {
    let mut kept: Vec<Wish> = Vec::new();
    for part in parts {
        let Wish::Chosen { question, options } = part else {
            push_new(&mut kept, part);
            continue;
        };
        let same = kept.iter_mut().find_map(|known| match known {
            Wish::Chosen { question: of, options } if *of == question => Some(options),
            _ => None,
        });
        match same {
            Some(known) => options.into_iter().for_each(|option| push_new(known, option)),
            None => kept.push(Wish::Chosen { question, options }),
        }
    }
    kept
}

fn one_of(mut parts: Vec<Wish>, several: fn(Vec<Wish>) -> Wish) -> Option<Wish> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(several(parts)),
    }
}

fn push_new<T: PartialEq>(kept: &mut Vec<T>, part: T) {
    if !kept.contains(&part) {
        kept.push(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(question: &str, options: &[&str]) -> Wish {
        Wish::Chosen { question: question.to_owned(), options: options.iter().map(|id| (*id).to_owned()).collect() }
    }

    #[test]
    fn answers_of_one_question_are_a_list_and_different_questions_are_keys() {
        let any = Wish::Any(vec![chosen("a", &["x"]), Wish::Any(vec![chosen("a", &["w"]), chosen("a", &["x"])])]);
        assert_eq!(any.clone().simplified(), Some(chosen("a", &["x", "w"])));
        let all = Wish::All(vec![any, Wish::All(vec![chosen("b", &["z"])])]).simplified().expect("a condition");
        assert_eq!(all.value().in_brackets(), "{a: [x, w], b: [z]}");
        assert_eq!(all.depth(), 2);
    }

    #[test]
    fn a_denial_of_a_denial_is_none() {
        let not = |part| Wish::Not(Box::new(part));
        assert_eq!(not(not(chosen("a", &["x", "x"]))).simplified(), Some(chosen("a", &["x"])));
        assert_eq!(not(Wish::All(Vec::new())).simplified(), None);
    }
}
