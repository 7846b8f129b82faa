//! Which form came back, and whether it is the one that was sent.

use super::desk::{Desk, Spot};
use crate::answers::outline::Outline;
use crate::answers::{Answers, FilledForm, Reference, proposals, returned};
use crate::assessment::effective::effective;
use crate::assessment::scope::Scope;
use crate::assessment::truth::Truth;
use crate::assessment::{Papers, Subject};
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::review::Review;
use crate::review::model::SentForm;
use crate::source::{Date, Fingerprint, Node};
use crate::words::Lang;
use crate::words::clean::{Clean, one_line};
use crate::words::problem::forms as problem;

/// A shorter beginning of a fingerprint names no form.
const SHORTEST: usize = 8;

/// What a form is told apart by.
pub(super) struct CameBack<'r> {
    pub(super) questionnaire: &'r Questionnaire,
    /// How the answers name it.
    pub(super) reference: &'r Reference,
    /// The form, as it names itself.
    pub(super) filled: Option<FilledForm>,
    /// Our side of answers that could be read.
    pub(super) ours: Option<Ours<'r>>,
}

/// What we know of a form.
pub(super) struct Ours<'r> {
    pub(super) answers: &'r Answers,
    pub(super) review: &'r Review,
    pub(super) policy: &'r Policy,
}

impl Desk<'_> {
    /// Holds a form that came back against the one that was sent, as our review notes it, or as the form says itself.
    pub(super) fn form(&mut self, returned: &CameBack<'_>, root: &Node<'_>, at: &Spot<'_>) {
        let sent: &[SentForm] = returned.ours.as_ref().map_or(&[], |ours| &ours.review.sent);
        self.other_questionnaire(returned, at);
        self.proposals(returned, at);
        let filled = returned.filled.as_ref();
        let mut named: Vec<&SentForm> = sent.iter().filter(|sent| sent.form.is_some()).collect();
        let answered = returned.ours.as_ref().and_then(|ours| ours.answers.answered);
        if let Some(answered) = answered {
            // which form they are to the answers may say themselves; the day says it where they do not
            let came = named.iter().filter(|sent| filled.is_some_and(|filled| names(sent, &filled.form)));
            let known = came.map(|sent| sent.on).min().map_or(answered, |sent| sent.max(answered));
            let later = named.iter().map(|sent| sent.on).filter(|on| *on > known).max();
            if let Some(on) = later {
                self.notes.note(at.source, at.span, problem::form_not_back(answered, on));
            }
            // nobody answered a form before it was sent; which one it was, the answers may say themselves
            named.retain(|sent| sent.on <= answered || filled.is_some());
        }
        if filled.is_none() && named.is_empty() {
            return;
        }
        let forms = Forms { returned, named: &named };
        let is_sent = |form: &Fingerprint| named.iter().any(|sent| names(sent, form));
        let outline = match filled {
            Some(filled) => {
                let found = forms.find(&|form| *form == filled.form);
                if !named.is_empty() && !is_sent(&filled.form) {
                    self.notes.note(at.source, filled.span, forms.another(&filled.form, found.as_ref()));
                }
                found.or_else(|| forms.find(&is_sent))
            }
            None => forms.find(&is_sent),
        };
        if let Some(outline) = outline {
            returned::hold(root, at.source, &outline, &mut self.notes);
        }
    }

    /// Holds what is proposed in a form against what was sent: the form that came back, if that proposed anything, else
    /// all that did. Which form came back, the vendor alone says.
    fn proposals(&mut self, returned: &CameBack<'_>, at: &Spot<'_>) {
        let Some(ours) = &returned.ours else { return };
        let proposing = ours.review.sent.iter().filter_map(|sent| Some((sent, sent.proposed.as_ref()?)));
        let mut proposing: Vec<(&SentForm, &String)> = proposing.collect();
        let is_named = |sent: &SentForm| returned.filled.as_ref().is_some_and(|filled| names(sent, &filled.form));
        if proposing.iter().any(|(sent, _)| is_named(sent)) {
            proposing.retain(|(sent, _)| is_named(sent));
        }
        let is_same = |(sent, proposed): &(&SentForm, &String)| {
            let is_asked = |at: &QuestionId| sent.asked.as_ref().is_none_or(|asked| asked.contains(at));
            let given = ours.answers.answers.with_ids().filter(|(at, _)| is_asked(at));
            let given = given.filter_map(|(at, given)| Some((at, given.as_ref()?.proposed.as_deref()?)));
            let found = proposals::fingerprint(given, returned.questionnaire);
            found.is_some_and(|found| found.to_string().starts_with(&proposed.to_lowercase()))
        };
        if !proposing.is_empty() && !proposing.iter().any(is_same) {
            let span = returned.filled.as_ref().map_or(at.span, |filled| filled.span);
            self.notes.note(at.source, span, problem::proposals_changed());
        }
    }

    fn other_questionnaire(&mut self, returned: &CameBack<'_>, at: &Spot<'_>) {
        let answered = [returned.questionnaire.reference().to_string(), returned.reference.to_string()];
        let sent = returned.ours.as_ref().and_then(|ours| ours.review.sent_others(&answered));
        if let Some(sent) = sent {
            let sent = Clean::joined(sent.into_iter().map(one_line), ", ");
            let problem = problem::other_questionnaire_sent(returned.questionnaire.reference(), sent);
            self.notes.note(at.source, at.span, problem);
        }
    }
}

/// The forms that can have been sent.
struct Forms<'f> {
    returned: &'f CameBack<'f>,
    named: &'f [&'f SentForm],
}

impl<'f> Forms<'f> {
    /// The first form that is wanted, of those that our review and the questionnaire give.
    fn find(&self, is_wanted: &dyn Fn(&Fingerprint) -> bool) -> Option<Outline<'f>> {
        let questionnaire = self.returned.questionnaire;
        let outlines = self
            .left_out()
            .into_iter()
            .flat_map(|left_out| self.langs().into_iter().map(move |lang| Outline::of(questionnaire, &left_out, lang)));
        outlines.into_iter().find(|outline| is_wanted(&outline.fingerprint()))
    }

    /// The languages, the one in which our review says that it was sent first.
    fn langs(&self) -> Vec<Lang> {
        let mut langs = Lang::ALL.to_vec();
        let sent = self.named.first().and_then(|sent| sent.lang.as_deref());
        langs.sort_by_key(|lang| Some(lang.code()) != sent);
        langs
    }

    /// What a form can have left out: what our review says, what does not apply by what is at stake, nothing, all but
    /// the short form.
    fn left_out(&self) -> Vec<Vec<QuestionId>> {
        let CameBack { questionnaire, ours, .. } = self.returned;
        let but = |asked: &[QuestionId]| questionnaire.questions.ids().filter(|at| !asked.contains(at)).collect();
        let noted = self.named.iter().filter_map(|sent| sent.asked.as_deref()).map(but);
        let mut left_out: Vec<Vec<QuestionId>> = noted.collect();
        if let Some(Ours { answers, review, policy }) = ours {
            left_out.push(out_of_scope(questionnaire, &answers.blank(), Some(review), policy, review.reviewed));
        }
        left_out.extend([Vec::new(), but(&questionnaire.short_form())]);
        left_out
    }

    /// How a form that was not sent differs: in its language alone, or in more.
    fn another(&self, filled: &Fingerprint, found: Option<&Outline<'_>>) -> crate::words::problem::Problem {
        let other_lang = found.and_then(|found| {
            let left_out: Vec<QuestionId> = {
                let asked: Vec<QuestionId> = found.questions.iter().map(|asked| asked.question).collect();
                self.returned.questionnaire.questions.ids().filter(|at| !asked.contains(at)).collect()
            };
            let others = Lang::ALL.into_iter().filter(|lang| *lang != found.lang);
            let mut others = others.map(|lang| Outline::of(self.returned.questionnaire, &left_out, lang));
            let sent = others.find(|other| self.named.iter().any(|sent| names(sent, &other.fingerprint())))?;
            Some(problem::form_in_other_language(found.code(), sent.code()))
        });
        other_lang.unwrap_or_else(|| {
            let sent = self.named.iter().filter_map(|sent| sent.form.as_deref());
            let sent = sent.map(|form| one_line(form).cut(12));
            problem::other_form(one_line(&filled.short()), Clean::joined(sent, ", "))
        })
    }
}

/// Whether our review says of a form that it was sent.
fn names(sent: &SentForm, form: &Fingerprint) -> bool {
    sent.form.as_ref().is_some_and(|named| is_form(named, form))
}

/// Whether a review names a form, by its fingerprint or a beginning of it.
pub(super) fn is_form(named: &str, form: &Fingerprint) -> bool {
    named.len() >= SHORTEST && form.to_string().starts_with(&named.to_lowercase())
}

/// The questions that do not apply, by answers and our review, as of a day.
pub(super) fn out_of_scope(
    questionnaire: &Questionnaire,
    answers: &Answers,
    review: Option<&Review>,
    policy: &Policy,
    as_of: Date,
) -> Vec<QuestionId> {
    let papers = Papers::NONE; // whether a question is asked does not depend on them
    let subject = Subject { questionnaire, answers, review, papers, policy, as_of };
    let effective = questionnaire.questions.map(|at, _| effective(&subject, at));
    let scope = Scope::decide(&subject, &effective);
    effective.ids().filter(|at| scope.asked(*at) == Truth::False).collect()
}
