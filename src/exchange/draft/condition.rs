//! Conditions of other formats, made as simple as they can be said. A condition that was made simpler holds, does not
//! hold and is not known for the same answers as before.

use crate::source::value::NewValue;

use super::DraftCondition;

/// So many maps and lists within each other a condition may have: the reader's limit, less those around a question.
pub const DEEPEST: usize = 10;

/// A condition that is too deep is said as a list of cases, of which there may be so many.
const MOST_CASES: usize = 64;

/// The options of a question other than some, where being answered with one of those is the same as not being answered
/// with one of these: it is always asked, is answered by one option, and cannot be "not applicable".
pub type OtherOptions<'a> = &'a dyn Fn(&str, &[String]) -> Option<Vec<String>>;

impl DraftCondition {
    /// The same in the fewest words: what lies within its like is drawn out, what is there twice goes, one alone stands
    /// for itself, and several answers of one question are a list. `None` if nothing is left to look at.
    pub fn simplified(self, others: OtherOptions<'_>) -> Option<DraftCondition> {
        match self {
            DraftCondition::All(parts) => one_of(drawn_out(parts, true, others), DraftCondition::All),
            DraftCondition::Any(parts) => one_of(lists(drawn_out(parts, false, others)), DraftCondition::Any),
            DraftCondition::Not(part) => Some(match part.simplified(others)? {
                DraftCondition::Not(inner) => *inner,
                DraftCondition::Chosen { question, options } => match others(&question, &options) {
                    Some(options) if !options.is_empty() => DraftCondition::Chosen { question, options },
                    _ => DraftCondition::Not(Box::new(DraftCondition::Chosen { question, options })),
                },
                part => DraftCondition::Not(Box::new(part)),
            }),
            DraftCondition::Chosen { question, options } => {
                let mut kept: Vec<String> = Vec::new();
                options.into_iter().for_each(|option| push_new(&mut kept, option));
                (!kept.is_empty()).then_some(DraftCondition::Chosen { question, options: kept })
            }
        }
    }

    /// A simplified condition no deeper than a reader takes it: what is too deep in it is said as a list of cases.
    /// Where there are too many of them, that part is left out, so that the whole holds more often, never less often;
    /// whether that was so is said, too. `None` if nothing is left.
    pub fn within_reach(self, others: OtherOptions<'_>) -> (Option<DraftCondition>, bool) {
        if self.depth() <= DEEPEST {
            return (Some(self), false);
        }
        let parts = if let DraftCondition::All(parts) = self { parts } else { vec![self] };
        let mut is_cut = false;
        let mut kept = Vec::new();
        for part in parts {
            // a part of several stands two deeper than alone
            let found = if part.depth() + 2 <= DEEPEST { Some(part) } else { part.in_cases(others) };
            is_cut |= found.is_none();
            kept.extend(found);
        }
        (DraftCondition::All(kept).simplified(others), is_cut)
    }

    /// The same as cases of which one holds, each a list of what is chosen and not chosen; `None` if there are too
    /// many.
    fn in_cases(self, others: OtherOptions<'_>) -> Option<DraftCondition> {
        let cases = cases(self, true)?;
        DraftCondition::Any(cases.into_iter().map(DraftCondition::All).collect()).simplified(others)
    }

    /// All questions that it looks at.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            DraftCondition::All(parts) | DraftCondition::Any(parts) => {
                parts.iter().flat_map(DraftCondition::questions).collect()
            }
            DraftCondition::Not(part) => part.questions(),
            DraftCondition::Chosen { question, .. } => vec![question],
        }
    }

    /// How many maps and lists lie within each other when it is written.
    pub fn depth(&self) -> usize {
        depth(&self.value())
    }

    /// As it stands in a file.
    pub fn value(&self) -> NewValue {
        match self {
            DraftCondition::All(parts) => as_map(parts).unwrap_or_else(|| listed("all", parts)),
            DraftCondition::Any(parts) => listed("any", parts),
            DraftCondition::Not(part) => NewValue::Inline(vec![("not".to_owned(), part.value())]),
            DraftCondition::Chosen { question, options } => NewValue::Inline(vec![(question.clone(), words(options))]),
        }
    }
}

/// A condition, or its denial, as cases of choices and denied choices; `None` if they are too many.
fn cases(wish: DraftCondition, holds: bool) -> Option<Vec<Vec<DraftCondition>>> {
    match (wish, holds) {
        (DraftCondition::Not(part), holds) => cases(*part, !holds),
        (DraftCondition::All(parts), true) | (DraftCondition::Any(parts), false) => {
            let mut all: Vec<Vec<DraftCondition>> = vec![Vec::new()];
            for part in parts {
                let of_part = cases(part, holds)?;
                if all.len() * of_part.len() > MOST_CASES {
                    return None;
                }
                let with = |case: &Vec<DraftCondition>| {
                    let case = case.clone();
                    of_part.iter().map(move |more| joined(&case, more)).collect::<Vec<_>>()
                };
                all = all.iter().flat_map(with).collect();
            }
            Some(all)
        }
        (DraftCondition::Any(parts), true) | (DraftCondition::All(parts), false) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(cases(part, holds)?);
                if all.len() > MOST_CASES {
                    return None;
                }
            }
            Some(all)
        }
        (chosen @ DraftCondition::Chosen { .. }, true) => Some(vec![vec![chosen]]),
        (chosen @ DraftCondition::Chosen { .. }, false) => Some(vec![vec![DraftCondition::Not(Box::new(chosen))]]),
    }
}

fn joined(case: &[DraftCondition], more: &[DraftCondition]) -> Vec<DraftCondition> {
    let mut whole = case.to_vec();
    more.iter().for_each(|part| push_new(&mut whole, part.clone()));
    whole
}

fn words(options: &[String]) -> NewValue {
    NewValue::List(options.iter().map(NewValue::text).collect())
}

fn listed(key: &str, parts: &[DraftCondition]) -> NewValue {
    NewValue::Inline(vec![(key.to_owned(), NewValue::List(parts.iter().map(DraftCondition::value).collect()))])
}

/// Several keys mean all of them: where each part looks at another question, or is of another kind, the keys say it.
fn as_map(parts: &[DraftCondition]) -> Option<NewValue> {
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
fn drawn_out(parts: Vec<DraftCondition>, are_all: bool, others: OtherOptions<'_>) -> Vec<DraftCondition> {
    let mut kept = Vec::new();
    for part in parts.into_iter().filter_map(|part| part.simplified(others)) {
        match part {
            DraftCondition::All(inner) if are_all => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
            DraftCondition::Any(inner) if !are_all => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
            part => push_new(&mut kept, part),
        }
    }
    kept
}

/// The same with one list for the answers of each question.
fn lists(parts: Vec<DraftCondition>) -> Vec<DraftCondition> {
    let mut kept: Vec<DraftCondition> = Vec::new();
    for part in parts {
        let DraftCondition::Chosen { question, options } = part else {
            push_new(&mut kept, part);
            continue;
        };
        let same = kept.iter_mut().find_map(|known| match known {
            DraftCondition::Chosen { question: of, options } if *of == question => Some(options),
            _ => None,
        });
        match same {
            Some(known) => options.into_iter().for_each(|option| push_new(known, option)),
            None => kept.push(DraftCondition::Chosen { question, options }),
        }
    }
    kept
}

fn one_of(
    mut parts: Vec<DraftCondition>,
    several: fn(Vec<DraftCondition>) -> DraftCondition,
) -> Option<DraftCondition> {
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
    use proptest::prelude::*;

    use super::*;
    use crate::assessment::truth::Truth;

    fn chosen(question: &str, options: &[&str]) -> DraftCondition {
        DraftCondition::Chosen {
            question: question.to_owned(),
            options: options.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    fn not(part: DraftCondition) -> DraftCondition {
        DraftCondition::Not(Box::new(part))
    }

    /// Of the questions here `always` alone is always asked, answered by one option and never not applicable.
    fn others(question: &str, options: &[String]) -> Option<Vec<String>> {
        let others = ["x", "y", "z"].into_iter().filter(|id| !options.iter().any(|option| option == id));
        (question == "always").then(|| others.map(str::to_owned).collect())
    }

    fn simple(wish: DraftCondition) -> Option<DraftCondition> {
        wish.simplified(&others)
    }

    #[test]
    fn answers_of_one_question_are_a_list_and_different_questions_are_keys() {
        let any = DraftCondition::Any(vec![
            chosen("a", &["x"]),
            DraftCondition::Any(vec![chosen("a", &["w"]), chosen("a", &["x"])]),
        ]);
        assert_eq!(simple(any.clone()), Some(chosen("a", &["x", "w"])));
        let all = simple(DraftCondition::All(vec![any, DraftCondition::All(vec![chosen("b", &["z"])])]))
            .expect("a condition");
        assert_eq!(all.value().in_brackets(), "{a: [x, w], b: [z]}");
        assert_eq!(all.depth(), 2);
    }

    #[test]
    fn a_denial_of_a_denial_is_none_and_a_denied_choice_may_be_the_others() {
        assert_eq!(simple(not(not(chosen("a", &["x", "x"])))), Some(chosen("a", &["x"])));
        assert_eq!(simple(not(DraftCondition::All(Vec::new()))), None);
        assert_eq!(simple(not(chosen("always", &["x"]))), Some(chosen("always", &["y", "z"])));
        assert_eq!(simple(not(chosen("a", &["x"]))), Some(not(chosen("a", &["x"]))), "it may not be asked at all");
        let all = not(chosen("always", &["x", "y", "z"]));
        assert_eq!(simple(all.clone()), Some(all), "an empty list says nothing");
    }

    /// What has become of a question: answered with one of the options, not answered, not asked (where that can be).
    const STATES: [Option<Option<usize>>; 5] = [Some(Some(0)), Some(Some(1)), Some(Some(2)), Some(None), None];

    fn truth(wish: &DraftCondition, states: [usize; 3]) -> Truth {
        match wish {
            DraftCondition::All(parts) => Truth::all(parts.iter().map(|part| truth(part, states))),
            DraftCondition::Any(parts) => Truth::any(parts.iter().map(|part| truth(part, states))),
            DraftCondition::Not(part) => truth(part, states).negated(),
            DraftCondition::Chosen { question, options } => {
                let at = ["always", "a", "b"].iter().position(|id| id == question).unwrap();
                match STATES[states[at]] {
                    None => Truth::False, // not asked, or accepted as not applicable
                    Some(None) => Truth::Unknown,
                    Some(Some(option)) => options.contains(&["x", "y", "z"][option].to_owned()).into(),
                }
            }
        }
    }

    fn wishes() -> impl Strategy<Value = DraftCondition> {
        let options = proptest::sample::subsequence(vec!["x", "y", "z"], 1..=3);
        let leaf = (proptest::sample::select(vec!["always", "a", "b"]), options);
        let leaf = leaf.prop_map(|(question, options)| chosen(question, &options));
        leaf.prop_recursive(12, 48, 3, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 1..4).prop_map(DraftCondition::All),
                proptest::collection::vec(inner.clone(), 1..4).prop_map(DraftCondition::Any),
                inner.prop_map(not),
            ]
        })
    }

    fn all_states() -> impl Iterator<Item = [usize; 3]> {
        (0..4).flat_map(|first| (0..25).map(move |rest| [first, rest / 5, rest % 5]))
    }

    proptest! {
        #[test]
        fn what_is_simpler_is_just_as_true(wish in wishes()) {
            let simple = simple(wish.clone()).expect("it looks at something");
            for states in all_states() {
                prop_assert_eq!(truth(&wish, states), truth(&simple, states), "{:?}\n{:?}", wish, simple);
            }
            prop_assert_eq!(simple.clone().simplified(&others), Some(simple));
        }

        #[test]
        fn what_is_within_reach_is_just_as_true_or_holds_more_often(wish in wishes()) {
            let wish = simple(wish).expect("it looks at something");
            let (reached, is_cut) = wish.clone().within_reach(&others);
            if let Some(reached) = &reached {
                prop_assert!(reached.depth() <= DEEPEST, "{:?}", reached);
            }
            for states in all_states() {
                let after = reached.as_ref().map_or(Truth::True, |reached| truth(reached, states));
                if is_cut {
                    prop_assert!(after == Truth::True || truth(&wish, states) != Truth::True);
                } else {
                    prop_assert_eq!(truth(&wish, states), after);
                }
            }
        }
    }

    #[test]
    fn a_deep_chain_is_said_in_cases_and_too_many_are_cut() {
        let pair =
            |at: usize| DraftCondition::Any(vec![chosen(&format!("q{at}"), &["x"]), chosen(&format!("r{at}"), &["y"])]);
        let chain = |links: usize| {
            (0..links).fold(chosen("start", &["x"]), |whole, at| {
                DraftCondition::Any(vec![
                    DraftCondition::All(vec![whole, chosen(&format!("q{at}"), &["x"])]),
                    chosen(&format!("r{at}"), &["y"]),
                ])
            })
        };
        let deep = chain(20).simplified(&others).expect("a condition");
        assert!(deep.depth() > DEEPEST);
        let (reached, is_cut) = deep.within_reach(&others);
        assert!(!is_cut && reached.is_some_and(|reached| reached.depth() <= DEEPEST));
        let many = (0..12).fold(chain(20), |whole, at| {
            DraftCondition::Any(vec![DraftCondition::All(vec![whole, pair(at)]), chain(at)])
        });
        let (reached, is_cut) = DraftCondition::All(vec![chosen("a", &["x"]), many]).within_reach(&others);
        assert_eq!((reached, is_cut), (Some(chosen("a", &["x"])), true));
    }
}
