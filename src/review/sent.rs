//! A form that is sent, as our review notes it, so that what comes back can be held against it.

use crate::answers::form_file::FormFile;
use crate::answers::proposals;
use crate::source::value::NewValue;
use crate::source::{Date, Fingerprint};
use crate::words::Clean;
use crate::words::clean::one_line;

/// A form that is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSent {
    /// The questionnaire, by id and version.
    pub questionnaire: Clean,
    /// Its fingerprint.
    pub form: Fingerprint,
    /// When.
    pub on: Date,
    /// In which language, by its code.
    pub lang: &'static str,
    /// The fingerprint of what it proposes beside its questions; `None` where it proposes nothing.
    pub proposed: Option<Fingerprint>,
    /// The ids of the questions that it asks; `None` where it asks all that apply.
    pub asked: Option<Vec<Clean>>,
    /// Whether it is the short form.
    pub screening: bool,
}

/// How much of what applies a form asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All.
    All,
    /// Some questions, by a choice of ours.
    Part,
    /// The short form.
    Screening,
}

impl FormSent {
    /// The form that asks this, sent on a day.
    pub fn of(form: &FormFile<'_>, extent: Extent, on: Date) -> FormSent {
        let (outline, questionnaire) = (&form.outline, form.questionnaire());
        let asked = outline.questions.iter().map(|asked| asked.question);
        let proposed = asked.filter_map(|at| Some((at, form.prefilled(at).proposed.as_ref()?)));
        let ids = outline.questions.iter().map(|asked| questionnaire.questions[asked.question].id.clone());
        FormSent {
            questionnaire: questionnaire.reference(),
            form: outline.fingerprint(),
            proposed: proposals::fingerprint(proposed, questionnaire),
            on,
            lang: outline.code(),
            asked: (extent != Extent::All).then(|| ids.collect()),
            screening: extent == Extent::Screening,
        }
    }

    /// What stands in a review, by its keys.
    pub(super) fn entries(&self) -> Vec<(String, NewValue)> {
        let asked = self.asked.as_ref().map(|ids| NewValue::List(ids.iter().map(NewValue::word).collect()));
        let entries = [
            ("questionnaire", Some(NewValue::text(&*self.questionnaire))),
            ("form", Some(NewValue::text(self.form.to_string()))),
            ("proposed", self.proposed.as_ref().map(|proposed| NewValue::text(proposed.to_string()))),
            ("on", Some(NewValue::word(self.on))),
            ("lang", Some(NewValue::word(self.lang))),
            ("asked", asked),
            ("screening", self.screening.then(|| NewValue::word(true))),
        ];
        entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
    }

    /// The same on one line.
    pub fn on_one_line(&self) -> Clean {
        let sent = vec![("sent".to_owned(), NewValue::List(vec![NewValue::Inline(self.entries())]))];
        one_line(NewValue::Inline(sent).in_brackets().trim_matches(['{', '}']))
    }
}
