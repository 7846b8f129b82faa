//! What a stop of a dialogue is about, in lines to read.

use super::pick::{AnswerPick, Pick};
use super::prompt::{DialogueLine, MenuChoice, PromptKind};
use crate::answers::{Answer, Value};
use crate::assessment::vendor_turn;
use crate::document::Style;
use crate::questionnaire::Form;
use crate::questionnaire::ids::{OptionId, QuestionId};
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::names::{NOT_APPLICABLE, UNKNOWN};
use crate::questionnaire::text::Named;
use crate::report::story::Story;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// Where the dialogue is among the questions that are asked, and how the score stands.
pub fn place(story: &Story<'_, '_>, question: QuestionId) -> DialogueLine {
    let asked = vendor_turn::asked(story.assessment);
    let all = asked.iter().filter(|asked| **asked).count();
    let at = asked.with_ids().filter(|(at, asked)| *at < question && **asked).count() + 1;
    let category = &story.questionnaire().categories[story.questionnaire().questions[question].category];
    let place = story.lang.place(story.say(&category.title), at, all);
    DialogueLine {
        indent: 0, style: Style::Faint, text: Clean::joined([place].into_iter().chain(score(story)), " · ")
    }
}

/// How the score stands: what counts, and what it could be at most.
pub fn score(story: &Story<'_, '_>) -> Option<Clean> {
    let score = story.assessment.overall.as_ref()?;
    Some(story.lang.range_of_score(story.score(&score.assured()), story.score(&score.potential())))
}

/// The question with its id and its text.
pub fn question(story: &Story<'_, '_>, question: QuestionId) -> Vec<DialogueLine> {
    let asked = &story.questionnaire().questions[question];
    vec![
        DialogueLine { indent: 0, style: Style::Strong, text: story.say(&asked.ask) },
        DialogueLine::styled(Style::Faint, asked.id.clone()), //
    ]
}

/// What the vendor has said to a question so far: answer, comment, documents.
pub fn said_so_far(story: &Story<'_, '_>, question: QuestionId) -> Vec<DialogueLine> {
    let lang = story.lang;
    let answers = story.assessment.subject.answers;
    let mut lines = Vec::new();
    if *answers.answer(question) != Answer::Unknown {
        lines.push(DialogueLine::plain(lang.now_is(story.vendors_answer(question))));
    }
    lines.extend(answers.comment(question).map(|comment| DialogueLine::plain(lang.comment(clean::one_line(comment)))));
    lines.extend(story.given_by(question).map(|by| DialogueLine::plain(lang.answered_by().and(": ").and(by))));
    let proposed = story.proposed(question).map(|proposed| lang.proposed_answer().and(": ").and(proposed));
    lines.extend(proposed.map(DialogueLine::plain));
    let titles = cited(story, question);
    if !titles.is_empty() {
        lines.push(DialogueLine::plain(lang.attached(Clean::joined(titles, "; "))));
    }
    lines
}

/// The titles of the documents that an answer cites.
pub fn cited(story: &Story<'_, '_>, question: QuestionId) -> Vec<Clean> {
    let answers = story.assessment.subject.answers;
    let cited = answers.answers[question].iter().flat_map(|given| &given.evidence);
    cited.map(|item| story.lang.quoted(within_quotes(&answers.evidence[*item].title).cut(80))).collect()
}

/// What a question can be answered with, by the vendor or by us; "not applicable" is never ours to say.
pub fn answers(story: &Story<'_, '_>, question: QuestionId, ours: bool) -> (PromptKind, Clean) {
    let lang = story.lang;
    let asked = &story.questionnaire().questions[question];
    let chosen = match story.assessment.subject.answers.answer(question) {
        Answer::Given(Value::Options(chosen)) => chosen.as_slice(),
        _ => &[],
    };
    let mut chosen = chosen.iter().map(|option| Pick::Answer(AnswerPick::Option(*option)));
    let can_be_na = !ours && asked.not_applicable != NotApplicable::Forbidden;
    let or = if can_be_na { lang.or_unknown_or_na() } else { lang.or_unknown() };
    let choices = || {
        let options = asked.form.options().into_iter();
        let choice = |(option, id, label): Named<'_, OptionId>| {
            MenuChoice::new(Pick::Answer(AnswerPick::Option(option)), id, story.say(label))
        };
        let mut choices: Vec<MenuChoice> = options.map(choice).collect();
        choices.push(MenuChoice::new(Pick::Answer(AnswerPick::Unknown), UNKNOWN, lang.not_known()));
        let na = || MenuChoice::new(Pick::Answer(AnswerPick::NotApplicable), NOT_APPLICABLE, lang.na_with_reason());
        choices.extend(can_be_na.then(na));
        choices
    };
    match &asked.form {
        Form::ChooseOne(_) => (PromptKind::One { choices: choices(), now: chosen.next(), free: false }, lang.say_one()),
        Form::ChooseMany(_) => (PromptKind::Many { choices: choices(), now: chosen.collect() }, lang.say_several()),
        Form::Number(form) => {
            let number = form.asked_for(form.unit.as_ref().map(|unit| story.say(unit)), lang);
            (PromptKind::Words, number.and("; ").and(or))
        }
        Form::Date(form) => {
            let date = if form.never.is_some() { lang.say_date_or_never() } else { lang.say_date() };
            (PromptKind::Words, date.and("; ").and(or))
        }
        Form::Text => (PromptKind::Words, lang.say_text().and("; ").and(or)),
    }
}
