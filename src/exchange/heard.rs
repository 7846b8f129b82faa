//! Answers to questions of others, on their way into an answers file: every word with the place that it came from.

use std::collections::BTreeMap;

use super::draft::plain_id::plain_id;
use super::kept_under;
use super::ledger::{Fate, Ledger};
use super::script::{Script, date, key};
use super::workbook::read::Transcript;
use crate::answers::Reference;
use crate::answers::read::FORMAT;
use crate::answers::read_answer::is_answer;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::names::{folded, is_reserved};
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::source::cells::CameFrom;
use crate::source::value::NewValue;
use crate::words::clean::{Trusted, one_line, shown};
use crate::words::matters::heard as matter;
use crate::words::problem::foreign as problem;

/// Answers as they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Who answers, if the file says so.
    pub vendor: Option<HeardWords>,
    /// What the service is.
    pub service: Option<HeardWords>,
    /// When it was answered.
    pub answered: Option<HeardWords>,
    /// The answers, in the order of the file.
    pub answers: Vec<HeardAnswer>,
}

/// What was said of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardAnswer {
    /// The question, as the source knows it; empty where it has no id: then it is an answer to no question.
    pub id: String,
    /// Where it stands.
    pub at: CameFrom,
    /// The answer: ids or labels of options, or words; several where several may be chosen.
    pub answer: Vec<HeardWords>,
    /// What is added.
    pub comments: Vec<HeardWords>,
    /// Who says so.
    pub by: Option<HeardWords>,
}

/// Words, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardWords {
    /// The words, as the file has them: not cleaned.
    pub words: String,
    /// Where they stand.
    pub at: CameFrom,
}

impl Heard {
    /// Who answers, if the file says so in so many words.
    pub fn named(&self) -> Option<&str> {
        self.vendor.as_ref().map(|told| told.words.trim()).filter(|name| !name.is_empty())
    }

    /// The text of an answers file of a vendor to a questionnaire, under the name of the file that came in. What is no
    /// answer to its question stands in its comment, and what belongs to no question is a problem.
    pub fn transcript(
        &self,
        name: &str,
        (reference, questionnaire): (&Reference, &Questionnaire),
        vendor: &str,
        ledger: &mut Ledger,
    ) -> Transcript {
        let start = CameFrom::Line(1);
        let mut script = Script::default();
        script.line(&format!("format: {FORMAT}"), &start);
        let at = self.vendor.as_ref().map_or(&start, |told| &told.at);
        script.line("vendor:", at);
        script.value((2, "name"), &NewValue::text(vendor), at);
        if let Some(service) = &self.service {
            script.value((0, "service"), &NewValue::text(service.words.trim()), &service.at);
        }
        script.value((0, "questionnaire"), &NewValue::text(reference.to_string()), &start);
        if let Some(answered) = &self.answered {
            script.value((0, "answered"), &date(&answered.words), &answered.at);
        }
        self.answers(questionnaire, &mut script, ledger);
        let (source, notes) = script.finish(name);
        Transcript { source, notes, is_nameless: false }
    }

    fn answers(&self, questionnaire: &Questionnaire, script: &mut Script, ledger: &mut Ledger) {
        let known = OriginalIds::of(questionnaire);
        let said = self.answers.iter().filter(|heard| heard.says_something());
        let found = said.map(|heard| (heard, known.find(&heard.id)));
        let (asked, stray): (Vec<_>, Vec<_>) = found.partition(|(_, at)| at.is_some());
        for (heard, _) in stray {
            // what has no id is known by its place
            let name = match (&heard.at, heard.id.is_empty()) {
                (CameFrom::Cell(cell), true) => shown(cell),
                _ => one_line(&heard.id),
            };
            ledger.note(Fate::Lost, &matter::STRAY, name.clone());
            let said = if heard.id.is_empty() { heard.words() } else { format!("{}: {}", heard.id, heard.words()) };
            script.aside(0, &said, &heard.at, problem::answers_no_question(name));
        }
        if let Some((first, _)) = asked.first() {
            script.line("answers:", &first.at);
        }
        let mut again: BTreeMap<QuestionId, Vec<&HeardAnswer>> = BTreeMap::new();
        let mut once: Vec<(&HeardAnswer, QuestionId)> = Vec::new();
        for (heard, at) in asked.into_iter().filter_map(|(heard, at)| Some((heard, at?))) {
            match again.get_mut(&at) {
                Some(others) => others.push(heard),
                None => {
                    again.insert(at, Vec::new());
                    once.push((heard, at));
                }
            }
        }
        for (heard, at) in once {
            let others = again.remove(&at).unwrap_or_default();
            heard.written(&questionnaire.questions[at], &others, script, ledger);
        }
    }
}

impl HeardAnswer {
    fn says_something(&self) -> bool {
        self.answer.iter().chain(&self.comments).any(|told| !told.words.trim().is_empty())
    }

    /// Everything that was said, on one line.
    fn words(&self) -> String {
        let all = self.answer.iter().chain(&self.comments).map(|told| told.words.trim());
        all.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// The answer, and what was said of the same question once more.
    fn written(&self, question: &Question, others: &[&HeardAnswer], script: &mut Script, ledger: &mut Ledger) {
        script.line(&format!("  {}:", key(&question.id)), &self.at);
        for other in others {
            ledger.note(Fate::Lost, &matter::TWICE, one_line(&other.id));
            script.aside(4, &other.words(), &other.at, problem::answered_once_more(one_line(&other.id)));
        }
        let said = self.answer.iter().filter(|told| !told.words.trim().is_empty());
        let said: Vec<HeardWords> = said.map(|told| told.as_our_option(question)).collect();
        let (answers, aside): (Vec<&HeardWords>, Vec<&HeardWords>) =
            said.iter().partition(|told| is_answer(told.words.trim(), question));
        let is_whole = aside.is_empty() || question.form == Form::Text;
        match &answers[..] {
            [] => script.line("    answer:", &self.at),
            // a part of what was chosen would be another answer
            [..] if !is_whole => script.line("    answer:", &self.at),
            [only] => script.value((4, "answer"), &NewValue::text(only.words.trim()), &only.at),
            several => {
                script.line("    answer:", &several[0].at);
                several.iter().for_each(|told| script.line(&format!("      - {}", key(told.words.trim())), &told.at));
            }
        }
        if is_whole && !answers.is_empty() {
            ledger.count(Fate::Mapped, &matter::ANSWERS, 1);
        }
        if !is_whole {
            let at = aside.first().map_or(&self.at, |told| &told.at);
            ledger.note(Fate::Open, &matter::ASIDE, one_line(&self.id).and(" ").and(shown(at)));
        }
        let left = if is_whole { Vec::new() } else { self.answer.iter().collect() };
        self.comment(&left, script, ledger);
        if let Some(by) = self.by.as_ref().filter(|by| !by.words.trim().is_empty()) {
            let name = vec![("name".to_owned(), NewValue::text(by.words.trim()))];
            script.value((4, "by"), &NewValue::Inline(name), &by.at);
        }
    }

    /// What was added, behind what was said and is no answer.
    fn comment(&self, left: &[&HeardWords], script: &mut Script, ledger: &mut Ledger) {
        let all: Vec<&HeardWords> = left.iter().copied().chain(&self.comments).collect();
        let words: Vec<&str> = all.iter().map(|told| told.words.trim()).filter(|words| !words.is_empty()).collect();
        let Some(first) = all.first().filter(|_| !words.is_empty()) else { return };
        script.value((4, "comment"), &NewValue::text(words.join("\n")), &first.at);
        ledger.count(Fate::Mapped, &matter::COMMENTS, 1);
    }
}

impl HeardWords {
    /// The same by our id of an option that a reserved word means in the source.
    fn as_our_option(&self, question: &Question) -> HeardWords {
        let ours = Some(plain_id(&self.words)).filter(|id| {
            is_reserved(&self.words) && !is_answer(self.words.trim(), question) && is_answer(id, question)
        });
        HeardWords { words: ours.unwrap_or_else(|| self.words.clone()), at: self.at.clone() }
    }
}

/// Questions by what their source calls them.
#[derive(Debug, Default)]
pub struct OriginalIds {
    /// By what `refs` keep; `None` where several have the same.
    by_refs: BTreeMap<String, Option<QuestionId>>,
    /// By their ids in their category; `None` where several have the same.
    by_ids: BTreeMap<String, Option<QuestionId>>,
}

impl OriginalIds {
    /// Those of a questionnaire that came in, of which nobody has changed the ids.
    pub fn of(questionnaire: &Questionnaire) -> OriginalIds {
        let mut known = OriginalIds::default();
        let frameworks = questionnaire.frameworks.with_ids();
        let own = frameworks.into_iter().find(|(_, it)| kept_under::ALL.contains(&it.id.as_str())).map(|(at, _)| at);
        for (at, question) in questionnaire.questions.with_ids() {
            let refs = question.refs.iter().filter(|(framework, _)| Some(*framework) == own);
            for (_, points) in refs {
                for point in points {
                    add(&mut known.by_refs, point.trim(), at);
                    // an id that several have is nobody's however it is written
                    add(&mut known.by_ids, &folded(&plain_id(point)), at);
                }
            }
            let id = question.id.rsplit_once('.').map_or(question.id.as_str(), |(_, id)| id);
            add(&mut known.by_ids, &folded(id), at);
            add(&mut known.by_ids, &folded(&question.id), at);
        }
        known
    }

    /// The question that a source calls so; `None` if there is none, or if several are.
    pub fn find(&self, original: &str) -> Option<QuestionId> {
        let original = original.trim();
        let by_id = |id: &str| self.by_ids.get(&*folded(id)).copied().flatten();
        match self.by_refs.get(original) {
            Some(found) => *found,
            None => by_id(original).or_else(|| by_id(&plain_id(original))),
        }
    }
}

fn add(known: &mut BTreeMap<String, Option<QuestionId>>, id: &str, at: QuestionId) {
    let found = known.entry(id.to_owned()).or_insert(Some(at));
    if *found != Some(at) {
        *found = None;
    }
}
