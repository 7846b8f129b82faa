//! The dialogue: where it is, what it asks, and what follows from what was said.

use super::form::{DialogueForm, Field, Slot};
use super::landmarks::Landmark;
use super::pick::{Given, Pick};
use super::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said, picked};
use super::route::{Route, Stop};
use super::state::{After, Phase, Purpose, Reply, State, help, not_on_the_list};
use super::{beginnings, decided, documents, finding, our_forms, our_papers, our_side, vendor_side};
use crate::assessment::{insight, vendor_turn};
use crate::document::{Style, Tone};
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::report::story::Story;
use crate::review::write::ReviewEdit;
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};

/// A dialogue about a vendor's answers, or about our review of them.
#[derive(Debug)]
pub struct Dialogue(State);

impl Dialogue {
    /// A dialogue along a route. `today` is the day on which it is held.
    pub fn new(route: Route, today: Date) -> Dialogue {
        Dialogue(State { route, phase: Phase::Stop, after: After::Stay, today, aside: Vec::new(), drafted: None })
    }

    /// The same with what was written below some questions and could not be read.
    #[must_use]
    pub fn beside(mut self, aside: Vec<(QuestionId, Clean)>) -> Dialogue {
        self.0.aside = aside;
        self
    }

    /// What is asked now, by what has been written so far.
    pub fn prompt(&mut self, story: &Story<'_, '_>) -> Prompt {
        self.follow(story);
        match &self.0.phase {
            Phase::Form(form) => {
                let mut prompt = form_prompt(form, self.0.route.places(), story);
                if form.is_at(Slot::What) {
                    prompt.lines.extend(decided::so_far(&self.0));
                }
                prompt
            }
            Phase::Evidence(question) => vendor_side::evidence_prompt(story, *question),
            Phase::Found(word, hits) => found_prompt(story, word, hits),
            Phase::Stop => match self.0.route.stop() {
                Some(Stop::Question(question)) => {
                    let mut prompt = vendor_side::prompt(story, question, self.0.route.places());
                    prompt.lines.extend(self.put_aside(question, story.lang));
                    prompt
                }
                Some(Stop::Documents) => self.documents(None, story),
                Some(Stop::Document(document)) => self.documents(Some(document), story),
                Some(stop) => our_side::prompt(story, stop, self.0.route.places()),
                None => self.end_prompt(story),
            },
        }
    }

    /// What was written below a question and became a comment, because it could not be read.
    fn put_aside(&self, question: QuestionId, lang: Lang) -> Vec<DialogueLine> {
        let aside = self.0.aside.iter().filter(|(at, _)| *at == question);
        aside.map(|(_, text)| DialogueLine::styled(Style::Tag(Tone::Careful), lang.was_put_aside(text))).collect()
    }

    fn documents(&self, document: Option<EvidenceId>, story: &Story<'_, '_>) -> Prompt {
        let route = &self.0.route;
        documents::prompt(story, document, route.places(), !route.is_of_questions())
    }

    /// Whether it is over without being left.
    pub fn ends(&mut self, story: &Story<'_, '_>) -> bool {
        self.follow(story);
        matches!(self.0.phase, Phase::Stop) && self.0.route.ends()
    }

    /// Goes where the last answer leads, now that it has been written.
    fn follow(&mut self, story: &Story<'_, '_>) {
        match std::mem::replace(&mut self.0.after, After::Stay) {
            After::Stay => {}
            After::Evidence(question) if vendor_side::wants_evidence(story, question) => {
                self.0.phase = Phase::Evidence(question);
            }
            After::Forward | After::Evidence(_) => self.0.route.forward(story),
        }
        self.0.route.settle(story);
    }

    /// Takes what was said.
    pub fn take(&mut self, said: Said, story: &Story<'_, '_>) -> Reply {
        let prompt = self.prompt(story);
        let may_look_for = prompt.commands.contains(&MenuCommand::Find) && matches!(said, Said::Given(Given::Words(_)));
        let mut reply = match beginnings::completed(&self.0, &prompt.kind, said, story) {
            Err(several) => Reply::problem(several),
            Ok((said, completed)) => {
                let reply = self.answered(said, story);
                let completed = completed.map(|text| DialogueLine::styled(Style::Faint, text));
                Reply { say: completed.into_iter().chain(reply.say).collect(), ..reply }
            }
        };
        // words that are no answer may have been meant as a search
        let is_refused = reply.say.last().is_some_and(|line| line.style == Style::Tag(Tone::Careful));
        if may_look_for && is_refused {
            reply.say.push(DialogueLine::styled(Style::Faint, story.lang.to_go_elsewhere()));
        }
        if !reply.review.is_empty() {
            reply.review.push(ReviewEdit::Reviewed(self.0.today));
        }
        reply
    }

    fn answered(&mut self, said: Said, story: &Story<'_, '_>) -> Reply {
        match said {
            Said::Leave | Said::Go(_) => return self.turned_away(said, story),
            Said::Find(word) => return self.find(&word, story),
            Said::Back => return self.back(story),
            _ => {}
        }
        match std::mem::replace(&mut self.0.phase, Phase::Stop) {
            Phase::Form(form) => self.fill(form, said, story),
            Phase::Evidence(question) => vendor_side::evidence(&mut self.0, question, said, story),
            Phase::Found(word, hits) => self.choose_found(word, hits, said, story),
            Phase::Stop => match self.0.route.stop() {
                Some(Stop::Question(question)) => vendor_side::take(&mut self.0, question, said, story),
                Some(Stop::Documents) => documents::take(&mut self.0, None, said, story),
                Some(Stop::Document(document)) => documents::take(&mut self.0, Some(document), said, story),
                Some(stop) => our_side::take(&mut self.0, stop, said, story),
                None => self.at_end(said, story),
            },
        }
    }

    /// Leaves, or goes to a place. Where only more of a list is asked for, the list is told, and what it belongs to is
    /// written; what has only begun is not, and that is said.
    fn turned_away(&mut self, said: Said, story: &Story<'_, '_>) -> Reply {
        let ends_list = matches!(&self.0.phase, Phase::Form(form) if form.ends_list());
        let written = if ends_list { decided::decide(&mut self.0, story).review } else { Vec::new() };
        let lost = self.lost(story);
        let mut reply = match said {
            Said::Go(place) => {
                self.0.after = After::Stay;
                self.go(place, story)
            }
            _ => Reply::over(),
        };
        reply.say.splice(0..0, lost.filter(|_| !reply.is_elsewhere));
        self.0.drafted = None;
        Reply { review: written, ..reply }
    }

    /// What there is to say to somebody who stops here, where that loses what has begun.
    pub fn lost(&self, story: &Story<'_, '_>) -> Option<DialogueLine> {
        let has_begun = match &self.0.phase {
            Phase::Form(form) => form.is_begun() || matches!(form.purpose, Purpose::ReasonNa(_)),
            _ => false,
        };
        let is_lost = has_begun || self.0.drafted.is_some();
        is_lost.then(|| DialogueLine::styled(Style::Strong, story.lang.begun_is_lost()))
    }

    /// Lets go of what was said last: it could not be written. The stop is asked again.
    pub fn not_written(&mut self) {
        self.0.phase = Phase::Stop;
        self.0.after = After::Stay;
        self.0.drafted = None;
    }

    fn back(&mut self, story: &Story<'_, '_>) -> Reply {
        let within_form = if let Phase::Form(form) = &mut self.0.phase { form.back() } else { false };
        let before = if within_form { None } else { decided::back(&mut self.0) };
        match (&self.0.phase, before) {
            _ if within_form => {}
            (_, Some(form)) => self.0.phase = Phase::Form(form),
            (Phase::Stop, None) => self.0.route.back(story),
            _ => self.0.phase = Phase::Stop,
        }
        Reply::default()
    }

    fn fill(&mut self, mut form: DialogueForm<Purpose>, said: Said, story: &Story<'_, '_>) -> Reply {
        let taken = match said {
            Said::Given(given) => fits(&form, &given, story).and_then(|()| form.take(&given, story.lang)),
            Said::Help => {
                let help = form.field().and_then(|field| field.help.clone());
                self.0.phase = Phase::Form(form);
                return Reply::word(Style::Plain, help.unwrap_or_else(|| story.lang.help_none()));
            }
            _ => form.skip(story.lang),
        };
        // where no further condition is told, nothing more is asked of it
        let is_no_condition = form.is_at(Slot::Owner) && form.given(Slot::What).is_none();
        if taken.is_ok() && (form.field().is_none() || is_no_condition) {
            return match form.purpose {
                Purpose::Decide(outcome) => decided::filled(&mut self.0, outcome, &form, story),
                Purpose::Condition => decided::condition_told(&mut self.0, &form, story),
                Purpose::Met(condition) => decided::met(&mut self.0, condition, &form, story),
                Purpose::ConditionChange(condition) => decided::changed(&mut self.0, condition, &form, story),
                Purpose::Comment(..)
                | Purpose::ReasonNa(_)
                | Purpose::Document(_)
                | Purpose::Correct(_)
                | Purpose::Detach(..) => vendor_side::filled(&mut self.0, &form, story),
                Purpose::Keep(document) | Purpose::RefusePaper(document) | Purpose::Prove(document) => {
                    our_papers::filled(&mut self.0, document, &form, story)
                }
                _ => our_forms::filled(&mut self.0, &form, story),
            };
        }
        our_forms::suggest(&mut form, self.0.today, story);
        self.0.phase = Phase::Form(form);
        taken.map_or_else(Reply::problem, |()| Reply::default())
    }

    /// Goes to the question that a word means, or lists those that it can mean.
    fn find(&mut self, word: &str, story: &Story<'_, '_>) -> Reply {
        match finding::meant(word, story)[..] {
            [] => Reply::problem(story.lang.found_nothing(clean::shortened(word, 40))),
            [only] => self.go_to(only, story),
            ref hits => {
                self.0.phase = Phase::Found(word.to_owned(), hits.to_vec());
                Reply::default()
            }
        }
    }

    /// Goes to a place; what belongs to our review is no part of a dialogue about the vendor's answers.
    fn go(&mut self, place: Landmark, story: &Story<'_, '_>) -> Reply {
        let route = &mut self.0.route;
        if place.is_ours() && route.is_of_questions() {
            return Reply { is_elsewhere: true, ..Reply::default() };
        }
        self.0.phase = Phase::Stop;
        match place {
            Landmark::Stakes => route.visit(Stop::Stakes),
            Landmark::Flags => route.visit(Stop::Flags),
            Landmark::Duties => route.visit(Stop::Duties),
            Landmark::Decision => route.visit(Stop::Decision),
            Landmark::Reviewer => {
                route.visit(Stop::Client);
                route.visit(Stop::Reviewer);
            }
            Landmark::End => route.go_to_end(),
            Landmark::Open if route.go_to_open(story) => {}
            Landmark::Open => return Reply::word(Style::Plain, story.lang.nothing_is_open()),
            Landmark::Documents => route.visit(Stop::Documents),
        }
        Reply::default()
    }

    fn go_to(&mut self, question: QuestionId, story: &Story<'_, '_>) -> Reply {
        self.0.phase = Phase::Stop;
        if !vendor_turn::is_asked(story.assessment, question) {
            return Reply::problem(story.lang.is_not_asked(&story.questionnaire().questions[question].id));
        }
        self.0.route.go_to(question);
        Reply::default()
    }

    fn choose_found(&mut self, word: String, hits: Vec<QuestionId>, said: Said, story: &Story<'_, '_>) -> Reply {
        match said {
            Said::Given(Given::Chosen(Pick::Question(question))) => self.go_to(question, story),
            Said::Given(given) => match story.questionnaire().find(given.words().trim()) {
                Some(question) => self.go_to(question, story),
                None => {
                    self.0.phase = Phase::Found(word, hits);
                    not_on_the_list(&given, story)
                }
            },
            _ => Reply::default(),
        }
    }

    fn end_prompt(&self, story: &Story<'_, '_>) -> Prompt {
        let lang = story.lang;
        let mut lines = vec![DialogueLine { indent: 0, style: Style::Strong, text: lang.review_done() }];
        if self.0.route.is_empty() {
            lines = vec![DialogueLine { indent: 0, style: Style::Strong, text: lang.nothing_to_go_through() }];
        } else if self.0.route.is_of_questions() {
            let (open, all) = open_and_asked(story);
            let state = if open > 0 { lang.still_open(open, all) } else { lang.nothing_open(all) };
            lines =
                vec![DialogueLine { indent: 0, style: Style::Strong, text: lang.recording_done().and(" ").and(state) }];
        }
        lines.extend(score(story));
        let kind = PromptKind::One { choices: self.end_choices(story), now: None, free: false };
        let places = self.0.route.places().iter().copied().map(MenuCommand::Go);
        let commands = [MenuCommand::Back, MenuCommand::Find].into_iter().chain(places).collect();
        let enter = Some(lang.leave_now());
        Prompt { lines, label: lang.what_next(), hint: Clean::default(), enter, kind, commands }
    }

    fn end_choices(&self, story: &Story<'_, '_>) -> Vec<MenuChoice> {
        let offers_open = self.0.route.has_open(story);
        let label = if self.0.route.is_of_questions() { story.lang.go_to_open() } else { story.lang.go_to_unsaid() };
        let open = || MenuChoice::new(Pick::OpenQuestions, "open", label);
        offers_open.then(open).into_iter().collect()
    }

    fn at_end(&mut self, said: Said, story: &Story<'_, '_>) -> Reply {
        match said {
            Said::Given(given) => match picked(&given, &self.end_choices(story)) {
                Some(Pick::OpenQuestions) if self.0.route.go_to_open(story) => Reply::default(),
                _ => not_on_the_list(&given, story),
            },
            Said::Help => help(None, story),
            _ => Reply::over(),
        }
    }
}

/// How many of the questions that are asked are open, and how many are asked.
fn open_and_asked(story: &Story<'_, '_>) -> (usize, usize) {
    let asked = vendor_turn::asked(story.assessment);
    let open = asked.ids().filter(|at| asked[*at] && insight::is_open_for_vendor(story.assessment, *at)).count();
    (open, asked.iter().filter(|asked| **asked).count())
}

fn score(story: &Story<'_, '_>) -> Option<DialogueLine> {
    super::shown::score(story).map(DialogueLine::plain)
}

fn form_prompt(form: &DialogueForm<Purpose>, places: &[Landmark], story: &Story<'_, '_>) -> Prompt {
    let lang = story.lang;
    let enter = |field: &Field| match field.default_in_words() {
        None if form.ends_list() => Some(lang.enter_done()),
        None if field.optional => Some(lang.enter_none()),
        default => default,
    };
    let field = form.field();
    // where a place on a disk is asked for, a word behind a slash is one
    let places = places.iter().copied().filter(|_| !form.is_at(Slot::Location)).map(MenuCommand::Go);
    let commands =
        [MenuCommand::Help, MenuCommand::Back].into_iter().chain(places).chain([MenuCommand::Leave]).collect();
    let ask = field.map(|field| DialogueLine { indent: 0, style: Style::Strong, text: field.ask.clone() });
    Prompt {
        lines: ask.into_iter().collect(),
        label: lang.answer_label(),
        hint: Clean::default(),
        enter: field.and_then(enter),
        kind: field.map_or(PromptKind::Words, Field::prompt_kind),
        commands,
    }
}

/// Whether what was given is good for the field that is asked: what only the questionnaire or the disk's rules can
/// tell.
fn fits(form: &DialogueForm<Purpose>, given: &Given, story: &Story<'_, '_>) -> Result<(), Clean> {
    match form.purpose {
        Purpose::Document(_) | Purpose::Correct(_) if form.is_at(Slot::Location) => {
            vendor_side::fits_location(given.words(), story)
        }
        Purpose::Prove(document) if form.is_at(Slot::Proved) => our_papers::fits_proved(document, given, story),
        Purpose::Condition | Purpose::ConditionChange(_) if form.is_at(Slot::About) => {
            decided::about(given.words(), story).map(|_| ())
        }
        Purpose::Verify(_) if form.is_at(Slot::Seen) => our_forms::fits_seen(form, given, story),
        Purpose::Overrule(question) if form.is_at(Slot::Answer) => our_forms::fits_overruling(question, given, story),
        _ => Ok(()),
    }
}

fn found_prompt(story: &Story<'_, '_>, word: &str, hits: &[QuestionId]) -> Prompt {
    let questions = &story.questionnaire().questions;
    let choice = |at: &QuestionId| {
        let label = questions[*at].id.clone().and("  ").and(story.say(&questions[*at].ask));
        MenuChoice::new(Pick::Question(*at), questions[*at].id.as_str(), label)
    };
    let heading = story.lang.found_several(clean::shortened(word, 40));
    Prompt {
        lines: vec![DialogueLine { indent: 0, style: Style::Strong, text: heading }],
        label: story.lang.found_label(),
        hint: Clean::default(),
        enter: None,
        kind: PromptKind::One { choices: hits.iter().map(choice).collect(), now: None, free: false },
        commands: vec![MenuCommand::Back, MenuCommand::Leave],
    }
}
