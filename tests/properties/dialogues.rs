//! The dialogues with anybody who types anything: nothing ends them but leaving, what they write can be read, and it
//! changes what it names and nothing else.

use std::cell::Cell;

use duly::internal::answers::write::{AnswersEdit, CitedDocument, put_answers};
use duly::internal::answers::{Answers, Evidence};
use duly::internal::assessment::{Subject, assess};
use duly::internal::questionnaire::Questionnaire;
use duly::internal::questionnaire::ids::QuestionId;
use duly::internal::recording::Dialogue;
use duly::internal::recording::prompt::Said;
use duly::internal::recording::prompt::{Prompt, understood};
use duly::internal::recording::route::{Only, Route};
use duly::internal::recording::state::Reply;
use duly::internal::report::story::Story;
use duly::internal::review::blank::BlankReview;
use duly::internal::review::read as read_review;
use duly::internal::review::write::{ReviewEdit, put_review};
use duly::internal::review::{Decision, NaVerdict, Observation, Review, Waiver};
use duly::internal::source::{Source, Span};
use duly::internal::words::{Lang, clean};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::facts::Files;
use super::generate::{Dice, Shape, cases, dice};
use super::reading::{self, accepted};
use super::world::World;
use super::{check, config};

/// So many lines are typed in a dialogue.
const LINES: usize = 40;

/// What people type, what they should not, and what YAML would take for something else.
const WORDS: [&str; 36] = [
    "yes",
    "no",
    "partial",
    "o0",
    "o1",
    "o0, o1",
    "o1;o0",
    "never",
    "48",
    "0",
    "2026-01-15",
    "2025-02-28",
    "2999-01-01",
    "2026-02-30",
    "vet ej",
    "not known",
    "n/a",
    "Ej tillämpligt",
    "open",
    "accepted",
    "Anna",
    "*",
    "\u{1b}[2J",
    "\u{0}",
    "\u{202e}txt",
    "null",
    "~",
    "a: b # c",
    "- dash",
    "| pipe",
    "'q' \"q\"",
    "  {x: [y",
    "&anchor",
    "evidence/a.pdf",
    "../up",
    "tab\there",
];

/// A line: a command, the number of a choice, or words.
fn line(dice: &mut Dice, world: &World) -> String {
    let words = dice.pick(&WORDS);
    match dice.below(24) {
        0 | 1 => String::new(),
        2 => "?".to_owned(),
        3 => "<".to_owned(),
        4 => "&".to_owned(),
        5 => format!("+{words}"),
        6 => format!("/{words}"),
        7 => format!("/{}", dice.pick(&["", "q", "c0", "Q1", "c1"])),
        8..11 => format!("/{}", dice.pick(&world.ids())),
        11..18 => dice.between(0, 7).to_string(),
        18 => format!("{}, {}", dice.between(0, 5), dice.between(1, 5)),
        _ => words.to_owned(),
    }
}

/// The files of a world as a dialogue changes them.
struct Desk<'w> {
    world: &'w World,
    files: Files,
    review: Option<Review>,
    lang: Lang,
}

impl<'w> Desk<'w> {
    fn new(world: &'w World, lang: Lang) -> Desk<'w> {
        let mut files = Files::of(world);
        let review = files.review.take();
        Desk { world, files, review, lang }
    }

    fn subject(&self) -> Subject<'_> {
        let Files { questionnaire, answers, papers, policy, .. } = &self.files;
        Subject { questionnaire, answers, review: self.review.as_ref(), papers, policy, as_of: self.world.as_of }
    }

    fn dialogue(&self, ours: bool, only: Option<Only>) -> Dialogue {
        let assessment = assess(self.subject()).unwrap();
        let story = Story::new(&assessment, self.lang);
        let has_reviewer = self.review.is_some();
        let route = match ours {
            true => Route::of_review(&story, only, has_reviewer),
            false => Route::of_questions(&story, only, &[]),
        };
        Dialogue::new(route, self.world.as_of)
    }

    fn prompt(&self, dialogue: &mut Dialogue) -> Prompt {
        dialogue.prompt(&Story::new(&assess(self.subject()).unwrap(), self.lang))
    }

    fn take(&self, dialogue: &mut Dialogue, said: Said) -> Reply {
        dialogue.take(said, &Story::new(&assess(self.subject()).unwrap(), self.lang))
    }

    /// Writes what the vendor's side says: it can be read, and nothing else is different.
    fn write_answers(&mut self, edits: &[AnswersEdit]) -> Result<(), TestCaseError> {
        let before = &self.files.answers;
        let text = put_answers(&before.source, &self.files.questionnaire, edits);
        prop_assert!(text.is_ok(), "refused: {edits:?} in\n{}", before.source.text);
        let after = accepted(reading::answers(&Source::new("answers.yaml", text.unwrap()), &self.files.questionnaire));
        let text = &after.source.text;
        for at in self.files.questionnaire.questions.ids() {
            let answer = edits.iter().find_map(|edit| match edit {
                AnswersEdit::Answer(question, answer) => (*question == at).then_some(answer),
                _ => None,
            });
            let comment = edits.iter().find_map(|edit| match edit {
                AnswersEdit::Comment(question, text) => (*question == at).then_some(text.as_str()),
                _ => None,
            });
            let cited = edits.iter().filter_map(|edit| match edit {
                AnswersEdit::Cite(question, id) => (*question == at).then(|| titled(&after, id)),
                _ => None,
            });
            prop_assert_eq!(after.answer(at), answer.unwrap_or(before.answer(at)), "{}", text);
            let comment = comment.or(before.comment(at));
            prop_assert_eq!(after.comment(at), comment, "{}", text);
            let taken_off = |item: &Evidence| {
                let cited = item.id.clone().map_or(CitedDocument::Here(item.span), CitedDocument::Listed);
                edits.iter().any(|edit| matches!(edit, AnswersEdit::Uncite(of, it) if *of == at && *it == cited))
            };
            let given = before.answers[at].iter().flat_map(|given| &given.evidence);
            let kept = given.map(|cited| &before.evidence[*cited]).filter(|item| !taken_off(item)).map(placeless);
            let as_it_is_now = |item: Evidence| item.id.as_ref().map(|id| titled(&after, id)).unwrap_or(item);
            let expected: Vec<Evidence> = kept.map(as_it_is_now).chain(cited).collect();
            prop_assert_eq!(documents(&after, at), expected, "{}", text);
        }
        for item in before.evidence.iter().filter_map(|item| item.id.as_ref()) {
            let corrected = edits.iter().find_map(|edit| match edit {
                AnswersEdit::Corrected(id, evidence) => (id == item).then_some(evidence),
                _ => None,
            });
            let now = titled(&after, item);
            match corrected {
                Some(said) => {
                    let kind = now.kind.map(|kind| self.files.questionnaire.evidence[kind].id.to_string());
                    prop_assert_eq!((&now.title, &kind), (&said.title, &said.kind), "{}", text);
                    let said = (said.issued, said.valid_until, &said.location);
                    prop_assert_eq!((now.issued, now.valid_until, &now.location), said, "{}", text);
                }
                None => prop_assert_eq!(now, titled(before, item), "{}", text),
            }
        }
        self.files.answers = after;
        Ok(())
    }

    /// Writes what our side says: it can be read, and nothing else is different.
    fn write_review(&mut self, edits: &[ReviewEdit]) -> Result<(), TestCaseError> {
        let Files { questionnaire, answers, .. } = &self.files;
        let stakes = questionnaire.factors.map(|_, _| None);
        let blank = BlankReview {
            before: None,
            client: None,
            questionnaire,
            vendor: &answers.vendor,
            reviewer: None,
            reviewed: self.world.as_of,
            stakes: &stakes,
            sent: None,
            lang: self.lang,
        };
        let blank =
            || accepted(read_review::read(&Source::new("answers.review.yaml", blank.text()), questionnaire, answers));
        let before = self.review.take().unwrap_or_else(blank);
        let text = put_review(&before.source, questionnaire, edits);
        prop_assert!(text.is_ok(), "refused: {edits:?} in\n{}", before.source.text);
        let after =
            accepted(read_review::read(&Source::new("answers.review.yaml", text.unwrap()), questionnaire, answers));
        let text = &after.source.text;
        observed(&before, &after, questionnaire, edits)?;
        for (at, stake) in before.inherent_risk.with_ids() {
            let named = edits.iter().find_map(|edit| match edit {
                ReviewEdit::Stake(factor, option) => (*factor == at).then_some(*option),
                _ => None,
            });
            let is_withdrawn = edits.iter().any(|edit| matches!(edit, ReviewEdit::NoStake(factor) if *factor == at));
            let expected = named.or(stake.filter(|_| !is_withdrawn));
            prop_assert_eq!(after.inherent_risk[at], expected, "{}", text);
        }
        let named = |waiver: &&Waiver| {
            let id = questionnaire.flag_name(waiver.flag);
            edits.iter().any(|edit| match edit {
                ReviewEdit::Waiver { flag, .. } | ReviewEdit::NoWaiver(flag) => id == *flag,
                _ => false,
            })
        };
        let others = |review: &Review| -> Vec<Waiver> {
            let others = review.waivers.iter().filter(|waiver| !named(waiver));
            others.map(|waiver| Waiver { span: Span::default(), ..waiver.clone() }).collect()
        };
        prop_assert_eq!(others(&after), others(&before), "{}", text);
        let waived = edits.iter().filter(|edit| matches!(edit, ReviewEdit::Waiver { .. })).count();
        prop_assert_eq!(after.waivers.iter().filter(named).count(), waived, "{}", text);
        let is_decided = |edit: &ReviewEdit| matches!(edit, ReviewEdit::Decision { .. } | ReviewEdit::NoDecision);
        if !edits.iter().any(is_decided) {
            let decided = |review: &Review| {
                let decision = review.decision.clone();
                decision.map(|mut decision| {
                    decision.conditions.iter_mut().for_each(|condition| condition.span = Span::default());
                    Decision { span: Span::default(), ..decision }
                })
            };
            prop_assert_eq!(decided(&after), decided(&before), "{}", text);
        }
        self.review = Some(after);
        Ok(())
    }
}

/// What our review says of each answer is what the edits say, and nothing else is different.
fn observed(
    before: &Review,
    after: &Review,
    questionnaire: &Questionnaire,
    edits: &[ReviewEdit],
) -> Result<(), TestCaseError> {
    let text = &after.source.text;
    for at in questionnaire.questions.ids() {
        let edit = edits.iter().find(|edit| edit.question() == Some(at));
        let (now, then) = (observation(after, at), observation(before, at));
        match edit {
            Some(ReviewEdit::Unseen(_, place)) => {
                let seen = |review: &Review| review.observation(at).map_or(0, |said| said.verified.len());
                let mut stood = before.observation(at).into_iter().flat_map(|said| said.verified.iter());
                let stood = stood.any(|item| item.span == *place);
                prop_assert!(stood && seen(after) + 1 == seen(before), "{}", text);
            }
            Some(edit) => prop_assert!(is_found(&now, edit), "{edit:?} is not in {now:?}:\n{text}"),
            None => prop_assert_eq!(now, then, "{}", text),
        }
    }
    Ok(())
}

/// A document without its place in the file.
fn placeless(item: &Evidence) -> Evidence {
    Evidence { span: Span::default(), ..item.clone() }
}

fn documents(answers: &Answers, question: QuestionId) -> Vec<Evidence> {
    let cited = answers.answers[question].iter().flat_map(|given| &given.evidence);
    cited.map(|at| placeless(&answers.evidence[*at])).collect()
}

fn titled(answers: &Answers, id: &str) -> Evidence {
    placeless(answers.evidence.iter().find(|item| item.id.as_deref() == Some(id)).unwrap())
}

fn observation(review: &Review, question: QuestionId) -> Option<Observation> {
    let found = review.observation(question)?;
    let verified = found.verified.iter().map(placeless).collect();
    Some(Observation { span: Span::default(), verified, ..found.clone() })
}

/// Whether an observation holds what an edit says.
fn is_found(found: &Option<Observation>, edit: &ReviewEdit) -> bool {
    let Some(found) = found else {
        return matches!(edit, ReviewEdit::Restored(_) | ReviewEdit::Note(_, None));
    };
    match edit {
        ReviewEdit::Restored(_) => {
            let nothing = found.saw.is_none() && found.overruled.is_none() && found.not_applicable.is_none();
            nothing && found.verified.is_empty() && found.because.is_none() && found.note.is_some()
        }
        ReviewEdit::Note(_, note) => found.note == *note,
        ReviewEdit::Verified { saw, evidence, .. } => {
            let seen = found.verified.iter().any(|item| {
                item.title == evidence.title
                    && item.valid_until == evidence.valid_until
                    && item.issued == evidence.issued
            });
            found.saw.as_ref() == Some(saw) && seen && found.overruled.is_none()
        }
        ReviewEdit::Overruled { saw, answer, because, .. } => {
            found.saw.as_ref() == Some(saw)
                && found.overruled.as_ref() == Some(answer)
                && found.because.as_ref() == Some(because)
                && found.verified.is_empty()
        }
        ReviewEdit::NotApplicable { accepted, because, .. } => {
            let verdict = if *accepted { NaVerdict::Accepted } else { NaVerdict::Refused };
            found.not_applicable == Some(verdict)
                && found.because.as_ref() == Some(because)
                && found.overruled.is_none()
        }
        _ => true,
    }
}

/// Holds a dialogue on a world; says how often something was written.
fn hold(world: &World, dice: &mut Dice, ours: bool) -> Result<usize, TestCaseError> {
    let lang = dice.pick(&Lang::ALL);
    let mut desk = Desk::new(world, lang);
    let only = dice.pick(&[None, None, Some(Only::Open), Some(Only::Weak), Some(Only::Expired)]);
    let mut dialogue = desk.dialogue(ours, only);
    let mut written = 0;
    for _ in 0..LINES {
        let prompt = desk.prompt(&mut dialogue);
        prop_assert_eq!(&desk.prompt(&mut dialogue), &prompt, "what is asked changes by being asked");
        let shown = format!("{:?}{:?}", prompt.lines, prompt.kind.choices().iter().map(|choice| &choice.label));
        prop_assert!(!clean::has_hidden(&shown));
        let reply = desk.take(&mut dialogue, understood(&line(dice, world), &prompt));
        prop_assert!(reply.answers.is_empty() || !ours, "our review writes the vendor's answers: {:?}", reply.answers);
        prop_assert!(reply.review.is_empty() || ours, "the vendor writes our review: {:?}", reply.review);
        written += usize::from(!reply.answers.is_empty() || !reply.review.is_empty());
        if !reply.answers.is_empty() {
            desk.write_answers(&reply.answers)?;
        }
        if !reply.review.is_empty() {
            desk.write_review(&reply.review)?;
        }
    }
    let prompt = desk.prompt(&mut dialogue);
    prop_assert!(desk.take(&mut dialogue, understood("!", &prompt)).over);
    Ok(written)
}

fn dialogues_hold(ours: bool) {
    let written = Cell::new(0);
    let values = (cases(Shape::default()), dice(8 * LINES));
    check(&values, |(case, mut lines)| {
        written.set(written.get() + hold(&case.world, &mut lines, ours)?);
        Ok(())
    });
    assert!(written.get() > config().cases as usize, "hardly anything was written: {}", written.get());
}

#[test]
fn a_vendor_may_type_anything() {
    dialogues_hold(false);
}

#[test]
fn a_reviewer_may_type_anything() {
    dialogues_hold(true);
}
