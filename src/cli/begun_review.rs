//! Our review as it stands when a form is made: what is at stake, who signs, and which form was sent.

use std::path::Path;
use std::sync::Arc;

use super::console::Console;
use super::files::{self, May};
use super::recorder::{Recorder, Saved};
use super::stakes::Stakes;
use crate::answers::read as read_answers;
use crate::questionnaire::Questionnaire;
use crate::review::blank::BlankReview;
use crate::review::renewed::RenewedReview;
use crate::review::sent::FormSent;
use crate::review::write::{ReviewEdit, put_review};
use crate::source::edit::Refused;
use crate::source::node::Kind;
use crate::source::{Arena, Date, Diagnostics, Node, Source};
use crate::words::Lang;

/// Our review, which decides what is asked.
#[derive(Debug)]
pub enum OurReview {
    /// There is none, and none is written.
    None,
    /// It is written.
    New(Begun),
    /// It decides what is asked and is not written: for a form that goes to standard output, or to whoever offers.
    Unwritten(Begun),
    /// It was there, and stays but for what is put into it.
    Old(OldReview),
}

/// A review that was there.
#[derive(Debug)]
pub struct OldReview {
    /// As it was.
    source: Arc<Source>,
    /// What is stated anew and put into it.
    stated: Vec<ReviewEdit>,
    /// With what is stated anew.
    next: Arc<Source>,
}

impl OldReview {
    /// A review that was there, with what is stated anew.
    ///
    /// # Errors
    /// It is written in a way that does not allow it.
    pub fn with(source: Arc<Source>, stated: Vec<ReviewEdit>, questionnaire: &Questionnaire) -> Result<Self, Refused> {
        let next = match &stated[..] {
            [] => Arc::clone(&source),
            edits => source.with_text(put_review(&source, questionnaire, edits)?),
        };
        Ok(OldReview { source, stated, next })
    }

    /// Whether anything is stated anew.
    pub fn is_changed(&self) -> bool {
        !self.stated.is_empty()
    }
}

/// What our review begins with.
#[derive(Debug)]
pub struct Begun {
    /// What is at stake.
    pub stakes: Stakes,
    /// Who signs.
    pub reviewer: Option<String>,
    /// For whom, where no earlier review says so.
    pub client: Option<String>,
    /// The day.
    pub today: Date,
    /// What goes on of an earlier review.
    pub before: Option<RenewedReview>,
}

/// Of whom and of what a review is.
#[derive(Clone, Copy, Debug)]
pub struct ReviewOf<'r> {
    /// The questionnaire.
    pub questionnaire: &'r Questionnaire,
    /// The vendor's name.
    pub vendor: &'r str,
    /// The language of explanations.
    pub lang: Lang,
}

impl Begun {
    /// The text of a review that begins with this.
    pub fn text(&self, of: ReviewOf<'_>, sent: Option<&FormSent>) -> String {
        let Begun { stakes, reviewer, client, today, before } = self;
        let (reviewer, client, reviewed) = (reviewer.as_deref(), client.as_deref(), *today);
        let ReviewOf { questionnaire, vendor, lang } = of;
        let before = before.as_ref();
        BlankReview { questionnaire, vendor, client, reviewer, reviewed, stakes, sent, before, lang }.text()
    }
}

impl OurReview {
    /// Its text, as far as it is known.
    pub fn source(&self, of: ReviewOf<'_>) -> Option<Arc<Source>> {
        match self {
            OurReview::None => None,
            OurReview::New(begun) | OurReview::Unwritten(begun) => Some(Source::new("-", begun.text(of, None))),
            OurReview::Old(old) => Some(Arc::clone(&old.next)),
        }
    }

    /// Notes a form that was sent, and says whether it is noted now: a review that is new is written with it, one that
    /// was there gets an entry.
    ///
    /// # Errors
    /// The review cannot be written.
    pub fn note(
        &self,
        (of, path): (ReviewOf<'_>, Option<&Path>),
        (sent, may): (&FormSent, May),
        console: &mut Console,
    ) -> anyhow::Result<bool> {
        match (self, path) {
            (OurReview::New(begun), Some(path)) => {
                files::write(&begun.text(of, Some(sent)), Some(path), may, of.lang, console)?;
                Ok(true)
            }
            (OurReview::Old(old), _) => {
                let is_noted = notes(&old.source, sent);
                let noting = (!is_noted).then(|| ReviewEdit::Sent(sent.clone()));
                let edits: Vec<ReviewEdit> = old.stated.iter().cloned().chain(noting).collect();
                if edits.is_empty() {
                    return Ok(true);
                }
                let put = |source: &Arc<Source>| put_review(source, of.questionnaire, &edits);
                Ok(matches!(Recorder::of(&old.source).save(put, of.lang, console)?, Saved::Written(_)))
            }
            _ => Ok(false),
        }
    }
}

/// Whether a review says of a form that it was sent on its day with what it proposes. The same form of another day is
/// another round, and the same questions with other proposals are another form.
fn notes(review: &Arc<Source>, sent: &FormSent) -> bool {
    let arena = Arena::default();
    let Some(root) = read_answers::tree(review, &arena, &mut Diagnostics::default()) else { return false };
    let Some(Kind::List(items)) = root.get("sent").map(|node| &node.kind) else { return false };
    let told = [
        ("form", Some(sent.form.to_string())),
        ("on", Some(sent.on.to_string())),
        ("proposed", sent.proposed.as_ref().map(ToString::to_string)),
    ];
    let says = |item: &Node<'_>, key: &str, value: Option<&str>| item.get(key).and_then(Node::text) == value;
    items.iter().any(|item| told.iter().all(|(key, value)| says(item, key, value.as_deref())))
}
