//! What was answered and how it stands, and what a question asks for.

use super::Story;
use crate::answers::carried_over::since;
use crate::answers::model::Proposed;
use crate::answers::{Answer, Evidence, Value};
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::evidence::{RegisteredEvidence, register, supporting};
use crate::assessment::insight;
use crate::assessment::paper::EvidenceState;
use crate::assessment::scope::Status;
use crate::assessment::waiting::{self, NoAnswer};
use crate::assessment::word_for_word::{SaidBefore, WordForWord, word_for_word};
use crate::policy::Assurance;
use crate::questionnaire::form::{Counting, DateForm, Direction, NumberForm, Steps};
use crate::questionnaire::ids::{KindId, QuestionId};
use crate::questionnaire::{Form, Question, in_words};
use crate::report::naming::{assurance, status};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;
use crate::words::{Lang, Quantity};

/// That answers and comments are word for word those of another day, in a sentence.
pub fn in_words(same: &WordForWord, lang: Lang) -> Clean {
    let from = match &same.from {
        SaidBefore::Day(day) => day.in_words(lang),
        SaidBefore::File(name) => clean::one_line(name),
        SaidBefore::Form if same.is_all() => return lang.all_as_proposed(same.given),
        SaidBefore::Form => return lang.as_proposed(same.same, same.given),
    };
    match same.is_all() {
        true => lang.all_word_for_word(same.given, from),
        false => lang.word_for_word(same.same, same.given, from),
    }
}

impl<'s, 'a> Story<'s, 'a> {
    /// The effective answer to a question, in words.
    pub fn answer(&self, question: QuestionId) -> Clean {
        let lang = self.lang;
        match self.assessment.questions[question].effective {
            EffectiveAnswer::Vendor(value) | EffectiveAnswer::Ours(value) => self.value(question, value),
            EffectiveAnswer::Na | EffectiveAnswer::NaApproved | EffectiveAnswer::NaPending(_) => lang.not_applicable(),
            EffectiveAnswer::Unanswered => match self.assessment.subject.answers.answer(question) {
                Answer::Given(value) => self.value(question, value), // a date to come, or a claim that we withdrew
                Answer::NotApplicable => lang.no_answer(),
                Answer::Unknown => self.vendors_silence(question),
            },
        }
    }

    /// The vendor's answer in words, whatever counts instead.
    pub fn vendors_answer(&self, question: QuestionId) -> Clean {
        match self.assessment.subject.answers.answer(question) {
            Answer::Given(value) => self.value(question, value),
            Answer::NotApplicable => self.lang.not_applicable(),
            Answer::Unknown => self.vendors_silence(question),
        }
    }

    /// Who gave the vendor's answer, and when, as its file says.
    pub fn given_by(&self, question: QuestionId) -> Option<Clean> {
        let by = self.assessment.subject.answers.answers[question].as_ref()?.by.as_ref()?;
        let on = by.on.map(|on| ", ".and(on));
        Some(self.lang.quoted(within_quotes(&by.name)).and(on.unwrap_or_default()))
    }

    /// What is proposed as an answer and nobody has confirmed, with where it comes from; nothing beside an answer.
    pub fn proposed(&self, question: QuestionId) -> Option<Clean> {
        let given = self.assessment.subject.answers.answers[question].as_ref()?;
        let is_open = given.answer == Answer::Unknown && !given.not_known;
        let proposal = given.proposed.as_ref().filter(|_| is_open)?;
        let words = match &proposal.proposed {
            Proposed::Note(note) => self.lang.quoted(within_quotes(note)),
            answer => self.proposed_words(question, answer),
        };
        let comment = proposal.comment.as_deref().map(|comment| ". ".and(self.lang.quoted(within_quotes(comment))));
        let from = since(&proposal.from, self.lang);
        Some(self.lang.proposed_from(words.and(comment.unwrap_or_default()), from))
    }

    /// That answers and comments are word for word those of another day.
    pub fn word_for_word(&self) -> Option<Clean> {
        word_for_word(&self.assessment.subject).map(|same| in_words(&same, self.lang))
    }

    /// A proposal in words.
    pub fn proposed_words(&self, question: QuestionId, proposed: &Proposed) -> Clean {
        match proposed {
            Proposed::Answer(Answer::Given(value)) => self.value(question, value),
            Proposed::Answer(Answer::NotApplicable) => self.lang.not_applicable(),
            Proposed::Answer(Answer::Unknown) => self.lang.not_known(),
            Proposed::Note(note) => clean::one_line(note),
        }
    }

    /// That the vendor does not know, or that it says nothing.
    fn vendors_silence(&self, question: QuestionId) -> Clean {
        let given = self.assessment.subject.answers.answers[question].as_ref();
        match given.is_some_and(|given| given.not_known) {
            true => self.lang.not_known(),
            false => self.lang.no_answer(),
        }
    }

    /// An answer to a question in words.
    pub fn value(&self, question: QuestionId, value: &Value) -> Clean {
        let form = &self.questionnaire().questions[question].form;
        match value {
            Value::Options(chosen) => Clean::joined(form.labels(chosen).into_iter().map(|label| self.say(label)), "; "),
            Value::Number(number) => match form {
                Form::Number(form) => self.with_unit(form, *number),
                _ => number.shown(self.lang),
            },
            Value::Date(date) => date.clean(),
            Value::Never => self.lang.never(),
            Value::Text(text) => clean::one_line(text),
        }
    }

    /// Why a question counts or not, or how far its answer is proved.
    pub fn standing(&self, question: QuestionId) -> Clean {
        let judged = &self.assessment.questions[question];
        match (judged.effective, judged.backing) {
            (EffectiveAnswer::Ours(_), Some(_)) if judged.rests_on(Assurance::Verified) => self.lang.word_ours(),
            (EffectiveAnswer::Ours(_), Some(_)) => self.lang.word_ours_unverified(),
            (_, Some(_)) => self.assurance(question),
            (_, None) => self.status(question),
        }
    }

    /// How far the answer is proved; nothing where there is none that counts.
    pub fn assurance(&self, question: QuestionId) -> Clean {
        let judged = &self.assessment.questions[question];
        match judged.backing {
            _ if judged.counts_before().is_some() => self.lang.word_verified_before(),
            backing => backing.map(|backing| assurance(backing.assurance, self.lang)).unwrap_or_default(),
        }
    }

    /// The answer that we verified before the vendor bettered it, where that may count still.
    pub fn verified_before(&self, question: QuestionId) -> Option<Clean> {
        self.assessment.questions[question].before.as_ref()?;
        let observation = self.assessment.subject.review?.observation(question)?;
        match &observation.saw {
            Some(Answer::Given(seen)) => Some(self.value(question, seen)),
            _ => None,
        }
    }

    /// Why a question counts or not, whatever proves its answer; nothing of an answer that counts.
    pub fn status(&self, question: QuestionId) -> Clean {
        let why = waiting::no_answer(self.assessment, question).filter(|why| *why != NoAnswer::Silent);
        match (self.assessment.questions[question].status, why) {
            (Status::Unanswered, Some(why)) => self.no_answer_in_words(why),
            (known, _) => status(known, insight::open(self.assessment, question), self.lang),
        }
    }

    /// A step of a number or a date in words: `at most 24 hours`.
    pub fn step(&self, steps: &Steps, bound: Quantity, name: impl Fn(Quantity) -> Clean) -> Clean {
        match steps.direction {
            Direction::AtMost => self.lang.number_at_most(name(bound)),
            Direction::AtLeast => self.lang.number_at_least(name(bound)),
        }
    }

    /// A number with the unit of its form: `24 hours`.
    pub fn with_unit(&self, form: &NumberForm, number: Quantity) -> Clean {
        let unit = form.unit.as_ref().map(|unit| " ".and(self.say(unit)));
        number.shown(self.lang).and(unit.unwrap_or_default())
    }

    /// Days as the form of a date counts them: `96 days ago`.
    pub fn days(&self, form: &DateForm, days: Quantity) -> Clean {
        match form.counts {
            Counting::DaysSince => self.lang.days_since(days),
            Counting::DaysLeft => self.lang.days_left(days),
        }
    }

    /// The kinds of evidence that a question asks for and for which there is no current document yet.
    pub fn evidence_to_attach(&self, question: QuestionId, register: &[RegisteredEvidence<'_>]) -> Option<Clean> {
        let is_there = |kind: &&KindId| {
            let of_kind = register.iter().filter(|entry| entry.item.kind == Some(**kind));
            of_kind.clone().any(|entry| entry.state.is_current())
        };
        let kinds = self.questionnaire().questions[question].evidence.iter().filter(|kind| !is_there(kind));
        let asks: Vec<Clean> = kinds.map(|kind| self.say(&self.questionnaire().evidence[*kind].ask)).collect();
        (!asks.is_empty()).then(|| Clean::joined(asks, " · "))
    }

    /// The kinds of evidence that a question asks for.
    pub fn evidence_asked(&self, question: QuestionId) -> Option<Clean> {
        in_words::evidence_asked(&self.questionnaire().questions[question], self.questionnaire(), self.lang)
    }

    /// What a question refers to in other frameworks.
    pub fn references(&self, question: &Question) -> Option<Clean> {
        in_words::references(question, self.questionnaire(), self.lang)
    }

    /// The documents whose time has run out for answers that count, and those that expire soon: name and day.
    pub fn aging_evidence(&self) -> [Vec<Clean>; 2] {
        let register = register(self.assessment);
        let aging = |state: EvidenceState| {
            let title = |item: &Evidence| within_quotes(&item.title).cut(super::LONGEST_TITLE);
            let titled = |(until, item): (_, &Evidence)| (until, self.lang.quoted(title(item)));
            let mut aging: Vec<_> = supporting(self.assessment, &register, state).into_iter().map(titled).collect();
            aging.sort();
            aging.dedup();
            let named = aging.into_iter().filter_map(|(until, title)| Some(title.and(" (").and(until?).and(")")));
            named.collect()
        };
        [aging(EvidenceState::Expired), aging(EvidenceState::ExpiresSoon)]
    }
}
