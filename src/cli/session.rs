//! A dialogue under way: what it says goes to the terminal, what it writes goes to the disk before anything more is
//! asked.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::bail;

use super::console::Console;
use super::exit::{self, Exit};
use super::face::Face;
use super::problems;
use super::recorder::{Recorder, Saved};
use super::setting::Setting;
use super::system;
use crate::answers::Answers;
use crate::answers::write::{AnswersEdit, free_the_ids, no_longer_given, put_answers};
use crate::assessment::assess;
use crate::case::{Case, ReviewOrigin};
use crate::document::{Style, Tone};
use crate::questionnaire::ids::QuestionId;
use crate::recording::Dialogue;
use crate::recording::prompt::{DialogueLine, Prompt, Said};
use crate::report::story::Story;
use crate::review::read as read_review;
use crate::review::write::{ReviewEdit, put_review};
use crate::source::edit::Refused;
use crate::source::{Diagnostics, Source};
use crate::words::Lang;
use crate::words::clean::{Clean, one_line, shell_word, shown};

/// What a dialogue is about, and the files that it writes to.
#[derive(Debug)]
pub struct Session {
    /// What is judged, as the files hold it now.
    pub case: Case,
    /// The answers file.
    pub answers: Recorder,
    /// The review.
    pub review: Recorder,
    /// How it is shown.
    pub setting: Setting,
    /// In which language.
    pub lang: Lang,
    changed: bool,
    /// Whether an answer was written.
    has_answered: bool,
    /// Who gave answers that were changed since, once for each.
    no_longer_by: Vec<String>,
}

impl Session {
    /// A session that has written nothing yet.
    pub fn new(case: Case, answers: Recorder, review: Recorder, setting: Setting, lang: Lang) -> Session {
        let (changed, has_answered, no_longer_by) = (false, false, Vec::new());
        Session { case, answers, review, setting, lang, changed, has_answered, no_longer_by }
    }

    /// The same session about a file that cannot be read as it is.
    #[must_use]
    pub fn in_place_of(mut self, broken: &Arc<Source>) -> Session {
        self.answers = Recorder::instead(broken, &self.case.answers.source);
        self
    }

    /// Holds a dialogue to its end. `file` is what it writes to, for the last word.
    ///
    /// # Errors
    /// Input, output or a file fails.
    pub fn hold(
        &mut self,
        dialogue: Dialogue,
        face: &Face,
        file: &Path,
        console: &mut Console,
    ) -> anyhow::Result<Exit> {
        let is_written = self.talk_through(dialogue, face, console)? || face.comfortable;
        self.say_last(file, console);
        Ok(if is_written { Exit::Done } else { Exit::Unusable })
    }

    /// Says what became of the file, for the last word.
    pub fn say_last(&self, file: &Path, console: &mut Console) {
        let (lang, path) = (self.lang, shown(file.display()));
        if self.setting.quiet {
            return;
        }
        let undated = (self.has_answered && self.case.answers.is_undated()).then(|| lang.undated_answers(&path));
        console.say(if self.changed { lang.left_saved(path) } else { lang.left_unchanged(path) });
        undated.into_iter().chain(no_longer_by(&self.no_longer_by, lang)).for_each(|line| console.say(line));
    }

    /// Talks through a dialogue, and says whether somebody has heard it to its end and all of it is written.
    ///
    /// # Errors
    /// Input, output or a file fails.
    pub fn talk_through(&mut self, mut dialogue: Dialogue, face: &Face, console: &mut Console) -> anyhow::Result<bool> {
        if face.comfortable {
            system::give_the_terminal_back();
        }
        let mut told: Option<Prompt> = None;
        loop {
            let assessment = assess(self.case.subject()).map_err(exit::broken(self.lang))?;
            let story = Story::new(&assessment, self.lang);
            if dialogue.ends(&story) {
                return Ok(true);
            }
            let prompt = dialogue.prompt(&story);
            let again = told.as_ref() == Some(&prompt);
            let said = face.ask(&prompt, again, console)?;
            // where lines end, all has been said; somebody who breaks off on a terminal has said nothing
            let Some(said) = said.or((!face.comfortable).then_some(Said::Leave)) else {
                face.show(dialogue.lost(&story).as_slice(), console)?;
                return Ok(false);
            };
            told = Some(prompt);
            let reply = dialogue.take(said, &story);
            face.show(&reply.say, console)?;
            if reply.is_elsewhere {
                let file = shell_word(&self.case.answers.source.name);
                face.show(&[DialogueLine::plain(self.lang.belongs_to_review(file))], console)?;
            }
            let done = self.write(&reply.answers, &reply.review, console)?;
            if let Err(why_not) = &done {
                dialogue.not_written();
                face.show(why_not, console)?;
            }
            // what was told on leaving and could not be written is asked for again, as long as somebody is there
            if reply.over && (done.is_ok() || !face.comfortable) {
                return Ok(done.is_ok());
            }
        }
    }

    /// Writes what a dialogue or a command line says. Inside: why it was not written, and what somebody else has.
    ///
    /// # Errors
    /// A file fails.
    pub fn write(
        &mut self,
        answers: &[AnswersEdit],
        review: &[ReviewEdit],
        console: &mut Console,
    ) -> anyhow::Result<Result<(), Vec<DialogueLine>>> {
        if !answers.is_empty() {
            let written = self.write_answers(answers, console)?;
            if written.is_err() {
                return Ok(written);
            }
        }
        if review.is_empty() { Ok(Ok(())) } else { self.write_review(review, console) }
    }

    fn write_answers(
        &mut self,
        edits: &[AnswersEdit],
        console: &mut Console,
    ) -> anyhow::Result<Result<(), Vec<DialogueLine>>> {
        let mut edits = edits.to_vec();
        let answers_something = edits.iter().any(|edit| matches!(edit, AnswersEdit::Answer(..)));
        // what is said today makes nothing else new that the file says: where that has no day, it has none
        let is_first = self.case.answers.answered.is_none() && !self.case.answers.is_undated();
        if answers_something && is_first {
            edits.push(AnswersEdit::Answered(console.machine.today));
        }
        loop {
            let case = &self.case;
            let (edits_and_names, names) = under_no_name(&case.answers, &edits);
            let saved = self.answers.save(
                |source| {
                    let text = put_answers(source, &case.questionnaire, &edits_and_names)?;
                    let reads = case.reread_answers(&source.with_text(text.clone())).value.is_some();
                    if reads { Ok(text) } else { Err(Refused) }
                },
                self.lang,
                console,
            )?;
            match saved {
                Saved::Written(source) => {
                    self.no_longer_by.extend(names);
                    let answers = self.reread(&source, console)?;
                    self.case.go_on_with(answers, &console.machine.disk());
                    self.changed = true;
                    self.has_answered |= answers_something;
                    return Ok(Ok(()));
                }
                Saved::Meanwhile(source) => {
                    console.say(self.lang.file_changed_meanwhile(one_line(&source.name)));
                    let theirs = self.reread(&source, console)?;
                    let clash = self.clash(&edits, &theirs);
                    free_the_ids(&mut edits, &theirs.evidence);
                    self.case.go_on_with(theirs, &console.machine.disk());
                    if let Some(question) = clash {
                        return Ok(Err(vec![self.changed_by_others(question)?]));
                    }
                }
                Saved::Refused => return Ok(Err(self.refused(&self.answers))),
            }
        }
    }

    fn reread(&self, source: &Arc<Source>, console: &mut Console) -> anyhow::Result<Answers> {
        let checked = self.case.reread_answers(source);
        match checked.value {
            Some(answers) => Ok(answers),
            None => self.broken(&checked.diagnostics, source, console),
        }
    }

    /// Somebody else left a file that cannot be read.
    fn broken<T>(&self, notes: &Diagnostics, source: &Source, console: &mut Console) -> anyhow::Result<T> {
        console.talk(&problems::text(notes, self.lang, &self.setting));
        bail!("{}", self.lang.file_broken_meanwhile(one_line(&source.name)))
    }

    /// A question of the edits that somebody else has answered in the meantime.
    fn clash(&self, edits: &[AnswersEdit], theirs: &Answers) -> Option<QuestionId> {
        let questions = edits.iter().filter_map(|edit| match edit {
            AnswersEdit::Answer(question, ours) if theirs.answer(*question) != ours => Some(*question),
            AnswersEdit::Comment(question, _) => Some(*question),
            _ => None,
        });
        let differs = |at: &QuestionId| {
            let before = &self.case.answers;
            before.answer(*at) != theirs.answer(*at) || before.comment(*at) != theirs.comment(*at)
        };
        questions.into_iter().find(differs)
    }

    fn refused(&self, file: &Recorder) -> Vec<DialogueLine> {
        vec![DialogueLine::styled(Style::Tag(Tone::Careful), self.lang.cannot_edit(one_line(&file.known.name)))]
    }

    fn changed_by_others(&self, question: QuestionId) -> anyhow::Result<DialogueLine> {
        let assessment = assess(self.case.subject()).map_err(exit::broken(self.lang))?;
        let answer = Story::new(&assessment, self.lang).vendors_answer(question);
        let id = &self.case.questionnaire.questions[question].id;
        Ok(DialogueLine::styled(Style::Tag(Tone::Careful), self.lang.answer_changed_meanwhile(id, answer)))
    }

    /// A question whose answer we have just reviewed and that the vendor has answered otherwise in the meantime.
    fn answered_otherwise(
        &mut self,
        edits: &[ReviewEdit],
        console: &mut Console,
    ) -> anyhow::Result<Option<QuestionId>> {
        let Some(source) = self.answers.news(console) else { return Ok(None) };
        console.say(self.lang.file_changed_meanwhile(one_line(&source.name)));
        let theirs = self.reread(&source, console)?;
        let before = self.case.go_on_with(theirs, &console.machine.disk());
        let differs = |at: &QuestionId| before.answer(*at) != self.case.answers.answer(*at);
        Ok(edits.iter().filter_map(ReviewEdit::question).find(differs))
    }

    fn write_review(
        &mut self,
        edits: &[ReviewEdit],
        console: &mut Console,
    ) -> anyhow::Result<Result<(), Vec<DialogueLine>>> {
        if let Some(question) = self.answered_otherwise(edits, console)? {
            return Ok(Err(vec![self.changed_by_others(question)?]));
        }
        loop {
            let case = &self.case;
            let read = |source: &Arc<Source>| read_review::read(source, &case.questionnaire, &case.answers);
            let saved = self.review.save(
                |source| {
                    let text = put_review(source, &case.questionnaire, edits)?;
                    let reads = read(&source.with_text(text.clone())).value.is_some();
                    if reads { Ok(text) } else { Err(Refused) }
                },
                self.lang,
                console,
            )?;
            let (source, written) = match saved {
                Saved::Written(source) => (source, true),
                Saved::Meanwhile(source) => (source, false),
                Saved::Refused => return Ok(Err(self.refused(&self.review))),
            };
            let checked = read(&source);
            let origin = self.case.review.as_ref().map(|(_, origin)| *origin);
            match checked.value {
                Some(review) => self.case.go_on_with_review(review, origin.unwrap_or(ReviewOrigin::BesideAnswers)),
                None => return self.broken(&checked.diagnostics, &source, console),
            }
            if written {
                self.changed = true;
                return Ok(Ok(()));
            }
            // what somebody else wrote into our review stays; ours is put in beside it, or in its place
            console.say(self.lang.file_changed_meanwhile(one_line(&source.name)));
        }
    }
}

/// Changes of answers without the names of those who gave what is changed; and these names.
pub fn under_no_name(answers: &Answers, edits: &[AnswersEdit]) -> (Vec<AnswersEdit>, Vec<String>) {
    let theirs = no_longer_given(answers, edits);
    let removed = theirs.iter().map(|(question, _)| AnswersEdit::By(*question, None));
    let edits = edits.iter().cloned().chain(removed).collect();
    (edits, theirs.into_iter().map(|(_, name)| name.to_owned()).collect())
}

/// Whose name was taken from how many answers.
pub fn no_longer_by(names: &[String], lang: Lang) -> Option<Clean> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    names.iter().for_each(|name| *counted.entry(name).or_default() += 1);
    let counted = counted.into_iter().map(|(name, count)| lang.name_and_count(one_line(name), count));
    (!names.is_empty()).then(|| lang.no_longer_by(Clean::joined(counted, ", ")))
}
