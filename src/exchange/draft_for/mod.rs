//! A first draft of a form from what a vendor has said elsewhere: beside each question stands what the vendor says of
//! the controls that the question refers to. It answers nothing: somebody has to read it and to answer.

pub mod caiq;
pub mod statement;

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::form_file::FilledIn;
use crate::answers::model::{Proposal, Proposed};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::names::folded;
use crate::questionnaire::{Question, Questionnaire};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shortened};
use crate::words::matters::draft_for as matter;
use crate::words::problem::{Problem, controls as problem};

/// So many places are quoted beside one question; that there are more is said.
const MOST_PLACES: usize = 8;

/// So much of each is quoted, in letters.
const LONGEST_QUOTE: usize = 400;

/// So many letters of the name of a place are shown.
const LONGEST_NAME: usize = 60;

/// What a vendor says of controls in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidElsewhere {
    /// What the source is called: `CAIQ`.
    pub source: Clean,
    /// The place in it: `IAM-14.1`.
    pub place: String,
    /// The controls that it is said of: their frameworks, as built-in questionnaires name them, and their ids.
    pub controls: Vec<(&'static str, String)>,
    /// What is said, as the source has it: not cleaned.
    pub words: String,
}

/// All that a file says of controls, and the account of it.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    /// What is said, place by place.
    pub said: Vec<SaidElsewhere>,
    /// What was read, and what was lost.
    pub ledger: Ledger,
}

impl Elsewhere {
    /// Puts what is said beside the questions of a form, and gives the account.
    pub fn beside(self, questionnaire: &Questionnaire, form: &mut FilledIn, lang: Lang) -> Ledger {
        let Elsewhere { said, mut ledger } = self;
        let hints = hints(&said, questionnaire, lang);
        ledger.count(Fate::Mapped, &matter::USED, hints.used);
        hints.unused.into_iter().for_each(|place| ledger.note(Fate::Lost, &matter::UNUSED, place));
        for (at, proposal) in hints.proposals {
            form.answers.entry(at).or_default().proposed = Some(proposal);
        }
        ledger
    }
}

/// What may help to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// By the question beside which it stands.
    pub proposals: BTreeMap<QuestionId, Proposal>,
    /// How many places are quoted.
    pub used: usize,
    /// The places that say something of controls to which no question refers.
    pub unused: Vec<Clean>,
}

/// What a vendor says of controls in a workbook: a CAIQ, or a table with a column of controls.
///
/// # Errors
/// It says nothing of controls that a question could refer to.
pub fn said_in(workbook: &Spreadsheet, ledger: &mut Ledger) -> Result<Vec<SaidElsewhere>, Problem> {
    let said = match caiq::said_in(workbook, ledger)? {
        Some(said) => said,
        None => statement::said_in(workbook, ledger)?,
    };
    if said.iter().all(|place| place.words.trim().is_empty()) { Err(problem::no_controls()) } else { Ok(said) }
}

/// Puts what is said elsewhere beside the questions that refer to the same controls. How the places are put together is
/// said in a language.
pub fn hints(said: &[SaidElsewhere], questionnaire: &Questionnaire, lang: Lang) -> Hints {
    let said: Vec<&SaidElsewhere> = said.iter().filter(|said| !said.words.trim().is_empty()).collect();
    let mut by_control: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, place) in said.iter().enumerate() {
        for (framework, control) in &place.controls {
            by_control.entry((framework, control_key(control))).or_default().push(at);
        }
    }
    let mut hints = Hints::default();
    let mut used = BTreeSet::new();
    for (id, question) in questionnaire.questions.with_ids() {
        let found: BTreeSet<usize> = references(question, questionnaire)
            .filter_map(|(framework, control)| by_control.get(&(framework, control_key(control))))
            .flatten()
            .copied()
            .collect();
        let places: Vec<&SaidElsewhere> = found.iter().filter_map(|at| said.get(*at).copied()).collect();
        if let Some(proposal) = proposal(&places, lang) {
            hints.proposals.insert(id, proposal);
            used.extend(found);
        }
    }
    hints.used = used.len();
    let is_unused = |(at, place): &(usize, &&SaidElsewhere)| !place.controls.is_empty() && !used.contains(at);
    hints.unused = said.iter().enumerate().filter(is_unused).map(|(_, place)| one_line(&place.place)).collect();
    hints
}

/// What a question refers to: framework and place in it.
fn references<'q>(question: &'q Question, of: &'q Questionnaire) -> impl Iterator<Item = (&'q str, &'q str)> {
    let refs = question.refs.iter().map(|(framework, places)| (&of.frameworks[*framework].id, places));
    refs.flat_map(|(framework, places)| places.iter().map(move |place| (framework.as_str(), place.as_str())))
}

/// By which a control is known however it is written: `A.5.17` and `5.17`, `IAM-14` and `iam-14`.
fn control_key(control: &str) -> String {
    let folded = folded(control);
    folded.strip_prefix("a.").unwrap_or(&folded).to_owned()
}

/// The words of one place, or of several, each with its name.
fn proposal(places: &[&SaidElsewhere], lang: Lang) -> Option<Proposal> {
    let first = places.first()?;
    // a row that is repeated on another sheet says nothing new
    let mut seen = BTreeSet::new();
    let places: Vec<&SaidElsewhere> =
        places.iter().copied().filter(|place| seen.insert((&place.place, &place.words))).collect();
    let name = |place: &SaidElsewhere| shortened(&place.place, LONGEST_NAME);
    let words = |place: &SaidElsewhere| shortened(&place.words, LONGEST_QUOTE);
    let (shown, more) = places.split_at(places.len().min(MOST_PLACES));
    let note = match shown {
        [only] => words(only),
        several => Clean::joined(several.iter().map(|place| name(place).and(": ").and(words(place))), " | "),
    };
    let mut named = BTreeSet::new();
    let once = shown.iter().filter(|place| named.insert(&place.place));
    let names = Clean::joined(once.map(|place| name(place)), ", ");
    let (note, names) = match more.len() {
        0 => (note, names),
        left => (lang.hint_and_more(note, left), lang.hint_and_more(names, left)),
    };
    let from = first.source.clone().and(" ").and(names);
    let proposed = Proposed::Note(note.to_string());
    Some(Proposal { proposed, comment: None, from: one_line(&from).to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, words: &str) -> SaidElsewhere {
        let place = name.to_owned();
        SaidElsewhere { source: "CAIQ".clean(), place, words: words.to_owned(), ..SaidElsewhere::default() }
    }

    fn told(places: &[SaidElsewhere]) -> (String, String) {
        let places: Vec<&SaidElsewhere> = places.iter().collect();
        match proposal(&places, Lang::En) {
            Some(Proposal { proposed: Proposed::Note(note), from, .. }) => (note, from),
            _ => (String::new(), String::new()),
        }
    }

    #[test]
    fn one_place_is_quoted_and_several_are_named() {
        assert_eq!(told(&[]), (String::new(), String::new()));
        assert_eq!(told(&[place("IAM-14.1", "Yes: with keys")]), ("Yes: with keys".into(), "CAIQ IAM-14.1".into()));
        let two = [place("IAM-14.1", "Yes"), place("IAM-14.2", "No: \u{202e}later\n\nperhaps")];
        let note = "IAM-14.1: Yes | IAM-14.2: No: \\u{202e}later perhaps";
        assert_eq!(told(&two), (note.into(), "CAIQ IAM-14.1, IAM-14.2".into()));
    }

    #[test]
    fn a_place_is_named_once_and_quoted_once_in_the_same_words() {
        let (yes, no) = (place("IAM-14.1", "Yes"), place("IAM-14.1", "No"));
        assert_eq!(told(&[yes.clone(), yes.clone()]), ("Yes".into(), "CAIQ IAM-14.1".into()));
        assert_eq!(told(&[yes.clone(), no, yes]), ("IAM-14.1: Yes | IAM-14.1: No".into(), "CAIQ IAM-14.1".into()));
    }

    #[test]
    fn a_note_has_an_end_and_says_so() {
        let many: Vec<SaidElsewhere> =
            (1..=30).map(|number| place(&format!("IAM-14.{number}"), &"long ".repeat(1000))).collect();
        let (note, from) = told(&many);
        assert!(note.chars().count() < 4000, "{}", note.len());
        assert!(note.ends_with("(and 22 more)") && from.ends_with("IAM-14.8 (and 22 more)"), "{from}");
    }

    #[test]
    fn controls_are_known_however_they_are_written() {
        assert_eq!(
            ["A.5.17", " 5.17 ", "IAM-14", "iam-14", "PR.AA-03"].map(control_key),
            ["5.17", "5.17", "iam-14", "iam-14", "pr.aa-03"]
        );
    }
}
