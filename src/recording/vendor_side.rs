//! What happens at the questions that the vendor answers: the answer, a comment, the documents that show it.

use smallvec::smallvec;

use super::form::{Days, DialogueForm, Field, FieldEntry, FieldKind, Slot};
use super::landmarks::Landmark;
use super::pick::{AnswerPick, DocumentPick, Given, Pick};
use super::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said};
use super::register::{self, OTHER, document_kinds};
use super::shown;
use super::state::{After, Phase, Purpose, Reply, State, help, not_on_the_list};
use crate::answers::evidence::is_reachable;
use crate::answers::model::{Proposal, Proposed};
use crate::answers::write::{AnswersEdit, NewEvidence};
use crate::answers::{Answer, Evidence, Value, typed};
use crate::document::{Style, Tone};
use crate::questionnaire::form::Counting;
use crate::questionnaire::ids::{EvidenceId, OptionId, QuestionId};
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::names::{NOT_APPLICABLE, UNKNOWN, folded};
use crate::questionnaire::text::Named;
use crate::questionnaire::{Form, Question};
use crate::report::story::Story;
use crate::source::{Checked, Date, Diagnostic, Diagnostics};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::problem::answers::unknown_option;
use crate::words::quotation::within_quotes;

/// So many letters of what is to be attached stand beside a question: less than two lines.
const MOST_OF_EVIDENCE: usize = 140;

/// So many letters of an option stand where all of them are told in a few lines.
const MOST_OF_OPTION: usize = 60;

/// A question, and how it can be answered.
pub(super) fn prompt(story: &Story<'_, '_>, question: QuestionId, places: &[Landmark]) -> Prompt {
    let mut lines = vec![shown::place(story, question)];
    lines.extend(shown::question(story, question));
    let attach = story.evidence_asked(question).map(|asked| story.lang.attach(asked));
    // the question and its answers come first on a low screen; help and the attaching tell the rest
    lines.extend(
        attach
            .map(|text| clean::shortened(&text, MOST_OF_EVIDENCE))
            .map(|text| DialogueLine::styled(Style::Faint, text)),
    );
    lines.extend(shown::said_so_far(story, question));
    let (kind, hint) = shown::answers(story, question, false);
    use MenuCommand::{Back, Comment, Confirm, Evidence, Find, Help, Leave, Next};
    let confirm = proposal(story, question).map(|_| Confirm);
    let places = places.iter().copied().map(MenuCommand::Go);
    let commands =
        confirm.into_iter().chain([Help, Next, Back, Find, Comment, Evidence]).chain(places).chain([Leave]).collect();
    Prompt { lines, label: story.lang.answer_label(), hint, enter: None, kind, commands }
}

/// Takes what was said to a question.
pub(super) fn take(state: &mut State, question: QuestionId, said: Said, story: &Story<'_, '_>) -> Reply {
    match said {
        Said::Given(given) => answer(state, question, &given, story),
        Said::Comment(text) if text.is_empty() => {
            state.phase = comment_form(question, After::Stay, story);
            Reply::default()
        }
        Said::Comment(text) if clean::has_hidden(&text) => Reply::problem(story.lang.hidden_letters()),
        Said::Comment(text) if !clean::says_something(&text) => Reply::problem(story.lang.needed()),
        Said::Comment(text) => {
            let mut reply = Reply::word(Style::Faint, story.lang.comment_is(clean::one_line(&text)));
            reply.answers.push(AnswersEdit::Comment(question, text));
            reply
        }
        Said::Evidence => {
            state.phase = Phase::Evidence(question);
            Reply::default()
        }
        Said::Confirm => confirmed(state, question, story),
        Said::Help => help(Some(about(story, question)), story),
        _ => {
            state.after = After::Forward;
            Reply::default()
        }
    }
}

/// The answer that is proposed for a question that has none.
fn proposal<'s>(story: &Story<'s, '_>, question: QuestionId) -> Option<(&'s Answer, &'s Proposal)> {
    let given = story.assessment.subject.answers.answers[question].as_ref()?;
    let is_open = given.answer == Answer::Unknown && !given.not_known;
    let proposal = given.proposed.as_ref().filter(|_| is_open)?;
    match &proposal.proposed {
        Proposed::Answer(answer) => Some((answer, proposal)),
        Proposed::Note(_) => None,
    }
}

/// Makes what is proposed the answer, with the comment that was given with it unless there is another one.
fn confirmed(state: &mut State, question: QuestionId, story: &Story<'_, '_>) -> Reply {
    let Some((answer, proposal)) = proposal(story, question) else { return Reply::default() };
    state.after = After::Evidence(question);
    let has_comment = story.assessment.subject.answers.comment(question).is_some();
    let comment = proposal.comment.as_ref().filter(|_| !has_comment);
    let edits = [AnswersEdit::Answer(question, answer.clone())].into_iter();
    let edits = edits.chain(comment.map(|comment| AnswersEdit::Comment(question, comment.clone())));
    Reply { answers: edits.collect(), ..Reply::default() }
}

/// What helps to answer a question.
fn about(story: &Story<'_, '_>, question: QuestionId) -> Vec<Clean> {
    let asked = &story.questionnaire().questions[question];
    let mut about: Vec<Clean> = asked.help.iter().map(|help| story.say(help)).collect();
    if asked.not_applicable == NotApplicable::Forbidden {
        about.push(story.lang.na_cannot_be_said());
    }
    about.extend(story.evidence_asked(question).map(|asked| story.lang.attach(asked)));
    if !asked.evidence.is_empty() {
        about.push(story.lang.document_help());
    }
    about
}

fn comment_form(question: QuestionId, after: After, story: &Story<'_, '_>) -> Phase {
    let lang = story.lang;
    let ask = match after {
        After::Stay => lang.comment_on(&story.questionnaire().questions[question].id),
        _ => lang.comment_partly(),
    };
    let field = Field::new(Slot::Comment, ask, FieldKind::Words).optional();
    Phase::Form(DialogueForm::new(Purpose::Comment(question, after), vec![field]))
}

/// The answer that was given, or what is wrong with it.
pub(super) fn understood(given: &Given, question: QuestionId, story: &Story<'_, '_>) -> Result<Answer, Vec<Clean>> {
    let lang = story.lang;
    let asked = &story.questionnaire().questions[question];
    let checked = read(given, asked);
    let in_words = |found: &&Diagnostic| {
        let is_no_option = found.problem.code.id == unknown_option("", "").code.id;
        let help = if is_no_option { options(story, question) } else { found.problem.help(lang).clone() };
        found.problem.message(lang).clone().and(": ").and(help)
    };
    let Some(answer) = checked.value else {
        return Err(checked.diagnostics.sorted().iter().map(in_words).collect());
    };
    if clean::has_hidden(given.words()) {
        return Err(vec![lang.hidden_letters()]);
    }
    let today = story.assessment.subject.as_of;
    match (&answer, &asked.form) {
        (Answer::NotApplicable, _) if asked.not_applicable == NotApplicable::Forbidden => {
            Err(vec![lang.na_cannot_be_said()])
        }
        (Answer::Given(Value::Date(date)), Form::Date(form)) if form.counts == Counting::DaysSince && *date > today => {
            Err(vec![lang.date_is_in_future(today)])
        }
        _ => Ok(answer),
    }
}

/// The options of a question as they are shown, with their ids, which are shorter to write.
fn options(story: &Story<'_, '_>, question: QuestionId) -> Clean {
    let lang = story.lang;
    let option = |(_, id, label): Named<'_, OptionId>| {
        let label = clean::shortened(&story.say(label), MOST_OF_OPTION);
        lang.option_and_id(lang.quoted(label), clean::one_line(id))
    };
    let options = story.questionnaire().questions[question].form.options();
    lang.choose_an_option(Clean::joined(options.into_iter().map(option), ", "))
}

/// Reads what was given as an answer: words as people use them; what was chosen as nothing but itself.
fn read(given: &Given, asked: &Question) -> Checked<Answer> {
    let answers = given.picks().iter().filter_map(|pick| match pick {
        Pick::Answer(answer) => Some(*answer),
        _ => None,
    });
    let known = |answer| Checked::new(Some(answer), Diagnostics::default());
    match &answers.collect::<Vec<AnswerPick>>()[..] {
        [] => typed::answer(given.words(), asked),
        [AnswerPick::Unknown] => known(Answer::Unknown),
        [AnswerPick::NotApplicable] => known(Answer::NotApplicable),
        [AnswerPick::Option(at)] => known(Answer::Given(Value::Options(smallvec![*at]))),
        chosen => {
            let options = asked.form.options();
            let ids = chosen.iter().map(|answer| match answer {
                AnswerPick::Option(at) => options[*at].1,
                AnswerPick::Unknown => UNKNOWN,
                AnswerPick::NotApplicable => NOT_APPLICABLE,
            });
            typed::chosen(&ids.collect::<Vec<_>>(), asked)
        }
    }
}

fn answer(state: &mut State, question: QuestionId, given: &Given, story: &Story<'_, '_>) -> Reply {
    let answer = match understood(given, question, story) {
        Ok(answer) => answer,
        Err(problems) => {
            let say = problems.into_iter().map(|text| DialogueLine::styled(Style::Tag(Tone::Careful), text)).collect();
            return Reply { say, ..Reply::default() };
        }
    };
    let answers = story.assessment.subject.answers;
    let has_comment = answers.comment(question).is_some();
    if answer == Answer::NotApplicable && answers.reason(question).is_none() {
        let field = Field::new(Slot::Because, story.lang.reason_na(), FieldKind::Reason);
        state.phase = Phase::Form(DialogueForm::new(Purpose::ReasonNa(question), vec![field]));
        return Reply::default();
    }
    if is_partly(story, question, &answer) && !has_comment {
        state.phase = comment_form(question, After::Evidence(question), story);
    } else {
        state.after = After::Evidence(question);
    }
    Reply { answers: vec![AnswersEdit::Answer(question, answer)], ..Reply::default() }
}

fn is_partly(story: &Story<'_, '_>, question: QuestionId, answer: &Answer) -> bool {
    let Answer::Given(Value::Options(chosen)) = answer else { return false };
    let options = story.questionnaire().questions[question].form.options();
    options.iter().any(|(option, id, _)| *id == "partial" && chosen.contains(option))
}

/// Whether an answer is worth a document and cites none.
pub(super) fn wants_evidence(story: &Story<'_, '_>, question: QuestionId) -> bool {
    let judged = &story.assessment.questions[question];
    let is_worth_something = judged.backing.is_some() && judged.parts.control_gap < judged.parts.whole();
    let asks = !story.questionnaire().questions[question].evidence.is_empty();
    asks && is_worth_something && shown::cited(story, question).is_empty()
}

/// Which document shows an answer.
pub(super) fn evidence_prompt(story: &Story<'_, '_>, question: QuestionId) -> Prompt {
    let lang = story.lang;
    let asked = &story.questionnaire().questions[question];
    let mut lines = vec![DialogueLine { indent: 0, style: Style::Strong, text: lang.evidence_for(&asked.id) }];
    lines.extend(story.evidence_asked(question).map(|asked| DialogueLine::styled(Style::Faint, lang.attach(asked))));
    let titles = shown::cited(story, question);
    let has_some = !titles.is_empty();
    lines.extend(has_some.then(|| DialogueLine::plain(lang.attached(Clean::joined(titles, "; ")))));
    let listed = story.assessment.subject.answers.evidence.with_ids();
    let choice = |(at, item): (EvidenceId, &Evidence)| {
        let pick = Pick::Document(DocumentPick::Listed(at));
        Some(MenuChoice::new(pick, item.id.clone()?, clean::shortened(&item.title, 80)))
    };
    let mut choices: Vec<MenuChoice> = listed.filter_map(choice).collect();
    choices.push(MenuChoice::new(Pick::Document(DocumentPick::New), OTHER, lang.another_document()));
    Prompt {
        lines,
        label: lang.evidence_label(),
        hint: Clean::default(),
        enter: Some(if has_some { lang.enter_done() } else { lang.enter_none() }),
        kind: PromptKind::One { choices, now: None, free: true },
        commands: vec![MenuCommand::Help, MenuCommand::Back, MenuCommand::Leave],
    }
}

/// Takes which document shows an answer.
pub(super) fn evidence(state: &mut State, question: QuestionId, said: Said, story: &Story<'_, '_>) -> Reply {
    match said {
        Said::Given(given) => match document(&given, story) {
            Some(DocumentPick::Listed(at)) if is_cited(story, question, at) => {
                state.phase = detach_form(question, at, story);
                Reply::default()
            }
            Some(DocumentPick::Listed(at)) => {
                state.phase = Phase::Evidence(question);
                cite(question, at, story)
            }
            Some(DocumentPick::New) => {
                state.phase = Phase::Form(document_form(question, story, state.today));
                Reply::default()
            }
            None if !given.words().chars().any(char::is_alphabetic) => {
                state.phase = Phase::Evidence(question); // a number of no choice is a slip, not a title
                not_on_the_list(&given, story)
            }
            None => {
                let mut form = document_form(question, story, state.today);
                let taken = form.take(&given, story.lang); // a title that is no good is asked for
                state.phase = Phase::Form(form);
                taken.map_or_else(Reply::problem, |()| Reply::default())
            }
        },
        Said::Help => {
            state.phase = Phase::Evidence(question);
            Reply::word(Style::Plain, story.lang.document_help())
        }
        _ => {
            state.after = After::Forward;
            Reply::default()
        }
    }
}

/// The document that was chosen, or is named by its id or its title. One without an id belongs to its own answer alone.
fn document(given: &Given, story: &Story<'_, '_>) -> Option<DocumentPick> {
    let word = match given {
        Given::Chosen(Pick::Document(chosen)) => return Some(*chosen),
        given => given.words(),
    };
    let is_it = |item: &Evidence| item.id.as_ref().is_some_and(|id| *id == word || folded(&item.title) == folded(word));
    let listed = story.assessment.subject.answers.evidence.find(is_it);
    listed.map(DocumentPick::Listed).or_else(|| (word == OTHER).then_some(DocumentPick::New))
}

fn is_cited(story: &Story<'_, '_>, question: QuestionId, document: EvidenceId) -> bool {
    let given = story.assessment.subject.answers.answers[question].as_ref();
    given.is_some_and(|given| given.evidence.contains(&document))
}

/// Asks whether a document that is attached already is to be taken off.
fn detach_form(question: QuestionId, document: EvidenceId, story: &Story<'_, '_>) -> Phase {
    let lang = story.lang;
    let title = within_quotes(&story.assessment.subject.answers.evidence[document].title);
    let [yes, no] = [true, false].map(Pick::ProvesOthers);
    let choices = FieldKind::One(vec![MenuChoice::new(yes, "yes", lang.yes()), MenuChoice::new(no, "no", lang.no())]);
    let field = Field::new(Slot::Does, lang.detach_it(title), choices).or(FieldEntry::Given(Given::Chosen(no)));
    Phase::Form(DialogueForm::new(Purpose::Detach(question, document), vec![field]))
}

fn cite(question: QuestionId, document: EvidenceId, story: &Story<'_, '_>) -> Reply {
    let answers = story.assessment.subject.answers;
    let item = &answers.evidence[document];
    let edit = item.id.clone().map(|id| AnswersEdit::Cite(question, id));
    Reply { answers: edit.into_iter().collect(), ..Reply::default() }
}

fn document_form(question: QuestionId, story: &Story<'_, '_>, today: Date) -> DialogueForm<Purpose> {
    let lang = story.lang;
    let choices = document_kinds(story, &story.questionnaire().questions[question].evidence);
    let help = || lang.document_help();
    let date = |slot, ask, days| Field::new(slot, ask, FieldKind::Date(days)).with_help(help()).optional();
    let fields = vec![
        Field::new(Slot::Title, lang.document_title(), FieldKind::Words).with_help(help()),
        Field::new(Slot::DocumentKind, lang.document_kind(), FieldKind::One(choices)).with_help(help()),
        date(Slot::Issued, lang.document_issued(), Days::Past(today)),
        date(Slot::Until, lang.document_until(), Days::Any),
        Field::new(Slot::Location, lang.document_place(), FieldKind::Words).with_help(help()).optional(),
    ];
    DialogueForm::new(Purpose::Document(question), fields)
}

/// Whether words say where a document can be found.
pub(super) fn fits_location(words: &str, story: &Story<'_, '_>) -> Result<(), Clean> {
    if is_reachable(words) { Ok(()) } else { Err(story.lang.place_climbs(clean::shortened(words, 60))) }
}

/// What follows from a form that is filled in.
pub(super) fn filled(state: &mut State, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    let mut reply = Reply::default();
    match form.purpose {
        Purpose::Comment(question, after) => {
            state.after = after;
            let text = form.words(Slot::Comment).to_owned();
            reply.answers.extend((!text.is_empty()).then_some(AnswersEdit::Comment(question, text)));
        }
        Purpose::ReasonNa(question) => {
            state.after = After::Forward;
            reply.answers.push(AnswersEdit::Answer(question, Answer::NotApplicable));
            reply.answers.push(AnswersEdit::Comment(question, form.words(Slot::Because).to_owned()));
        }
        Purpose::Document(question) => {
            state.phase = Phase::Evidence(question);
            let evidence = described(form, story);
            let id = evidence.free_id(&story.assessment.subject.answers.evidence);
            reply.answers.push(AnswersEdit::Document(id.clone(), evidence));
            reply.answers.push(AnswersEdit::Cite(question, id));
        }
        Purpose::Correct(document) => return register::corrected(document, described(form, story), story),
        Purpose::Detach(question, document) => {
            state.phase = Phase::Evidence(question);
            let detaches = form.pick(Slot::Does) == Some(Pick::ProvesOthers(true));
            return if detaches { register::detach(document, question, story) } else { reply };
        }
        _ => {}
    }
    reply
}

/// The document that a form describes.
fn described(form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> NewEvidence {
    let location = form.words(Slot::Location).to_owned();
    let kind = match form.pick(Slot::DocumentKind) {
        Some(Pick::DocumentKind(Some(at))) => Some(story.questionnaire().evidence[at].id.to_string()),
        _ => None,
    };
    NewEvidence {
        title: form.words(Slot::Title).to_owned(),
        kind,
        issued: form.date(Slot::Issued),
        valid_until: form.date(Slot::Until),
        location: Some(location).filter(|location| !location.is_empty()),
    }
}
