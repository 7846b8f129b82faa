//! What happens at the stops of our review: who reviews, what is at stake, what we found, which flags somebody accepts,
//! what was decided.

use super::form::DialogueForm;
use super::landmarks::Landmark;
use super::pick::{ObservationPick, Pick};
use super::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said, picked};
use super::route::{Stop, duties_left};
use super::state::{After, Phase, Purpose, Reply, State, help, not_on_the_list};
use super::{our_forms, shown, vendor_side};
use crate::answers::Answer;
use crate::assessment::effective::overruling;
use crate::assessment::flag::Flag;
use crate::assessment::improving;
use crate::assessment::insight::{self, Told};
use crate::document::{Style, Tone};
use crate::questionnaire::ids::{FactorId, FactorOptionId, QuestionId};
use crate::questionnaire::model::{Factor, FactorOption, NotApplicable};
use crate::questionnaire::names::UNKNOWN;
use crate::questionnaire::{FlagRef, Translations};
use crate::report::naming::{self, level, loud, outcome};
use crate::report::story::Story;
use crate::review::write::ReviewEdit;
use crate::review::{Duty, Outcome};
use crate::source::fields::Word;
use crate::words::clean::{self, Clean, Trusted};

/// What is asked at a stop.
pub(super) fn prompt(story: &Story<'_, '_>, stop: Stop, places: &[Landmark]) -> Prompt {
    use MenuCommand::{Back, Find, Help, Leave, Next};
    let lang = story.lang;
    let one = |choices: Vec<MenuChoice>| PromptKind::One { choices, now: None, free: false };
    let (lines, label, kind) = match stop {
        Stop::Reviewer => {
            let ask = DialogueLine { indent: 0, style: Style::Strong, text: lang.reviewer_ask() };
            (vec![ask], lang.answer_label(), PromptKind::Words)
        }
        Stop::Stakes => (vec![heading(lang.place_stakes())], lang.stakes_label(), one(factors(story))),
        Stop::Stake(factor) => stake_prompt(story, factor),
        Stop::Observation(question) => {
            (observation(story, question), lang.observation_label(), one(observations(story, question)))
        }
        Stop::Flags => {
            let flags =
                insight::flags_where(story.assessment, |flag| flag.state.bounds() || story.waiver(flag).is_some());
            let none = flags.is_empty().then(|| DialogueLine::plain(lang.no_flags_left()));
            let lines = [heading(lang.place_flags())].into_iter().chain(none).collect();
            (lines, lang.flags_label(), one(flags.into_iter().map(|flag| flag_choice(story, flag)).collect()))
        }
        Stop::Flag(flag) => (flag_lines(story, flag), lang.flag_label(), one(about_flag(story, flag))),
        Stop::Duties => {
            let choice = |duty: Duty| MenuChoice::new(Pick::Duty(duty), duty.word(), naming::duty(duty, lang));
            let left = duties_left(story).into_iter().map(choice).collect();
            (vec![heading(lang.our_duties())], lang.duties_label(), one(left))
        }
        Stop::Decision => {
            let choice =
                |(word, value): &(&str, Outcome)| MenuChoice::new(Pick::Outcome(*value), *word, outcome(*value, lang));
            (decision_lines(story), lang.decision_label(), one(Outcome::ALL.iter().map(choice).collect()))
        }
        Stop::Question(question) => return vendor_side::prompt(story, question),
    };
    let mut commands = vec![Help, Next, Back, Find];
    commands.extend(places.iter().copied().map(MenuCommand::Go));
    commands.push(Leave);
    commands.retain(|command| *command != Next || stop != Stop::Reviewer);
    Prompt { lines, label, hint: Clean::default(), enter: None, kind, commands }
}

/// What is at stake, each factor with what is stated.
fn factors(story: &Story<'_, '_>) -> Vec<MenuChoice> {
    let choice = |(id, factor): (FactorId, &Factor)| {
        let stated = stated(story, id).map(|option| story.say(&factor.options[option].label));
        let stated = stated.unwrap_or_else(|| story.lang.stake_unstated());
        MenuChoice::new(Pick::Factor(id), factor.id.as_str(), story.say(&factor.ask).and(" ").and(stated))
    };
    story.questionnaire().factors.with_ids().map(choice).collect()
}

fn stated(story: &Story<'_, '_>, factor: FactorId) -> Option<FactorOptionId> {
    story.assessment.subject.review.and_then(|review| review.inherent_risk[factor])
}

fn flag_choice(story: &Story<'_, '_>, flag: &Flag) -> MenuChoice {
    let label = Clean::joined([story.flag_title(flag.flag), story.flag_state(flag)], " · ");
    MenuChoice::new(Pick::Flag(flag.flag), story.flag_name(flag.flag).as_str(), label)
}

/// What can be said of a red flag, and where one can go from it.
fn about_flag(story: &Story<'_, '_>, flag: FlagRef) -> Vec<MenuChoice> {
    let lang = story.lang;
    let mut choices = vec![MenuChoice::new(Pick::Waiver, "waive", lang.do_waive())];
    let found = story.assessment.flags.iter().find(|known| known.flag == flag);
    let is_waived = story.assessment.subject.review.is_some_and(|review| {
        review.waivers.iter().any(|waiver| waiver.flag == flag) //
    });
    choices.extend(is_waived.then(|| MenuChoice::new(Pick::NoWaiver, "withdraw", lang.do_unwaive())));
    let questions = &story.questionnaire().questions;
    let cause = |at: &QuestionId| {
        let question = &questions[*at];
        MenuChoice::new(Pick::Question(*at), question.id.as_str(), lang.do_look_at(&question.id))
    };
    choices.extend(found.into_iter().flat_map(|flag| &flag.cause).map(cause));
    choices
}

fn heading(text: Clean) -> DialogueLine {
    DialogueLine { indent: 0, style: Style::Faint, text }
}

fn stake_prompt(story: &Story<'_, '_>, factor: FactorId) -> (Vec<DialogueLine>, Clean, PromptKind) {
    let factors = &story.questionnaire().factors;
    let place = story.lang.stake_place(factors.number(factor), factors.len());
    let ask = DialogueLine { indent: 0, style: Style::Strong, text: story.say(&factors[factor].ask) };
    let options = factors[factor].options.with_ids();
    let choice = |(id, option): (FactorOptionId, &FactorOption)| {
        MenuChoice::new(Pick::Stake(id), option.id.as_str(), story.say(&option.label))
    };
    let now = stated(story, factor);
    let mut choices: Vec<MenuChoice> = options.map(choice).collect();
    choices.extend(now.map(|_| MenuChoice::new(Pick::StakeOpen, UNKNOWN, story.lang.stake_leave_open())));
    let kind = PromptKind::One { choices, now: now.map(Pick::Stake), free: false };
    (vec![heading(place), ask], story.lang.answer_label(), kind)
}

fn observation(story: &Story<'_, '_>, question: QuestionId) -> Vec<DialogueLine> {
    let lang = story.lang;
    let questionnaire = story.questionnaire();
    let asked = &questionnaire.questions[question];
    let category = story.say(&questionnaire.categories[asked.category].title);
    let place = Clean::joined([lang.observation_place(category)].into_iter().chain(shown::score(story)), " · ");
    let mut lines = vec![heading(place)];
    lines.extend(shown::question(story, question));
    lines.push(DialogueLine::plain(lang.vendor_says(story.vendors_answer(question))));
    lines.extend(
        story
            .assessment
            .subject
            .answers
            .comment(question)
            .map(|text| DialogueLine::plain(lang.vendor_adds(clean::one_line(text)))),
    );
    let titles = shown::cited(story, question);
    lines.extend((!titles.is_empty()).then(|| DialogueLine::plain(lang.attached(Clean::joined(titles, "; ")))));
    lines.push(DialogueLine::plain(lang.it_counts(story.points_of_share(question), story.standing(question))));
    let flags = story.assessment.flags.iter().filter(|flag| flag.state.bounds() && flag.cause.contains(&question));
    lines.extend(
        flags.map(|flag| DialogueLine::styled(Style::Tag(Tone::Bad), lang.holds_flag(story.flag_title(flag.flag)))),
    );
    lines.extend(asked.good.as_ref().map(|good| DialogueLine::styled(Style::Faint, lang.good(story.say(good)))));
    lines
}

fn observations(story: &Story<'_, '_>, question: QuestionId) -> Vec<MenuChoice> {
    let lang = story.lang;
    let choice = |pick: ObservationPick| {
        let label = match pick {
            ObservationPick::Verify => lang.do_verify(),
            ObservationPick::Overrule => lang.do_overrule(),
            ObservationPick::Withdraw => lang.do_withdraw(),
            ObservationPick::Restore => lang.do_restore(),
            ObservationPick::AcceptNa => lang.do_accept_na(),
            ObservationPick::RefuseNa => lang.do_refuse_na(),
        };
        MenuChoice::new(Pick::Observation(pick), pick.word(), label)
    };
    let may_be_na = story.questionnaire().questions[question].not_applicable != NotApplicable::Forbidden;
    let picks: &[ObservationPick] = match story.assessment.subject.answers.answer(question) {
        Answer::Given(_) => &[ObservationPick::Verify, ObservationPick::Overrule, ObservationPick::Withdraw],
        Answer::NotApplicable if may_be_na => {
            &[ObservationPick::AcceptNa, ObservationPick::RefuseNa, ObservationPick::Overrule]
        }
        Answer::NotApplicable | Answer::Unknown => &[ObservationPick::Overrule],
    };
    let is_overruled = overruling(&story.assessment.subject, question).is_some();
    picks.iter().copied().chain(is_overruled.then_some(ObservationPick::Restore)).map(choice).collect()
}

fn flag_lines(story: &Story<'_, '_>, flag: FlagRef) -> Vec<DialogueLine> {
    let lang = story.lang;
    let found = story.assessment.flags.iter().find(|known| known.flag == flag);
    let state = found.map(|flag| story.flag_state(flag)).unwrap_or_default();
    let mut lines = vec![heading(lang.flag_place(state))];
    lines.push(DialogueLine { indent: 0, style: Style::Tag(Tone::Bad), text: story.flag_title(flag) });
    let highest = story.assessment.inherent_risk.highest;
    let bound = found.and_then(|flag| story.assessment.subject.policy.bound(flag.severity, highest));
    lines.extend(bound.map(|bound| DialogueLine::plain(lang.flag_bound(level(bound, lang)))));
    lines.extend(found.and_then(|flag| story.flag_cause(flag)).map(DialogueLine::plain));
    lines.extend(story.flag_remedy(flag).map(|remedy| DialogueLine::plain(lang.remedy(remedy))));
    lines
}

fn decision_lines(story: &Story<'_, '_>) -> Vec<DialogueLine> {
    let lang = story.lang;
    let mut lines = vec![heading(lang.decision_place())];
    let risk = match insight::told_rating(story.assessment) {
        Told::Nothing => lang.nothing_to_rate(),
        Told::NotYet(_) => lang.not_yet_rated(),
        Told::Rated(rating) => loud(rating.worst, lang),
    };
    lines.push(DialogueLine { indent: 0, style: Style::Strong, text: lang.decision_now(risk) });
    lines.extend(shown::score(story).map(DialogueLine::plain));
    lines
}

/// Takes what was said at a stop.
pub(super) fn take(state: &mut State, stop: Stop, said: Said, story: &Story<'_, '_>) -> Reply {
    let given = match said {
        Said::Given(given) => given,
        Said::Help => return help(about(story, stop), story),
        _ if stop == Stop::Reviewer => return Reply::problem(story.lang.needed()),
        _ => {
            state.after = After::Forward;
            return Reply::default();
        }
    };
    let pick = picked(&given, prompt(story, stop, &[]).kind.choices());
    match (stop, pick) {
        (Stop::Reviewer, _) => reviewer(state, given.words(), story),
        (Stop::Stakes, Some(Pick::Factor(factor))) => visit(state, Stop::Stake(factor)),
        (Stop::Stake(factor), Some(Pick::Stake(option))) => write(state, ReviewEdit::Stake(factor, option)),
        (Stop::Stake(factor), Some(Pick::StakeOpen)) => write(state, ReviewEdit::NoStake(factor)),
        (Stop::Stake(factor), _) => match option_in_any_language(given.words(), factor, story) {
            Some(option) => write(state, ReviewEdit::Stake(factor, option)),
            None => not_on_the_list(&given, story),
        },
        (Stop::Observation(question), Some(Pick::Observation(found))) => {
            match our_forms::of_observation(found, question, state.today, story) {
                Some(form) => open(state, form),
                // whatever was said about it is to be said anew
                None => write(state, ReviewEdit::Restored(question)),
            }
        }
        (Stop::Flags, Some(Pick::Flag(flag))) => visit(state, Stop::Flag(flag)),
        (Stop::Flag(_), Some(Pick::Question(question))) => visit(state, Stop::Observation(question)),
        (Stop::Flag(flag), Some(Pick::NoWaiver)) => {
            write(state, ReviewEdit::NoWaiver(story.questionnaire().flag_name(flag).into()))
        }
        (Stop::Flag(flag), Some(Pick::Waiver)) => open(state, our_forms::waiver(flag, state.today, story)),
        (Stop::Duties, Some(Pick::Duty(duty))) => open(state, our_forms::duty(duty, state.today, story)),
        (Stop::Decision, Some(Pick::Outcome(outcome))) => open(state, our_forms::decision(outcome, state.today, story)),
        _ => not_on_the_list(&given, story),
    }
}

fn about(story: &Story<'_, '_>, stop: Stop) -> Option<Vec<Clean>> {
    let lang = story.lang;
    Some(match stop {
        Stop::Reviewer => vec![lang.reviewer_help()],
        Stop::Stakes | Stop::Stake(_) => vec![lang.stake_help()],
        Stop::Flags | Stop::Flag(_) => vec![lang.waive_help()],
        Stop::Duties => vec![lang.duties_help()],
        Stop::Decision => vec![lang.decision_help()],
        Stop::Observation(question) | Stop::Question(question) => {
            let asked = &story.questionnaire().questions[question];
            let said = |text: Option<&Translations>| text.map(|text| story.say(text));
            let texts = [
                said(asked.good.as_ref()).map(|text| lang.good(text)),
                said(asked.weak.as_ref()).map(|text| lang.weak_answer(text)),
                said(improving::follow_up(story.assessment, question)).map(|text| lang.ask_the_vendor(text)),
                story.evidence_asked(question).map(|text| lang.ask_for(text)),
            ];
            texts.into_iter().flatten().collect()
        }
    })
}

fn open(state: &mut State, form: DialogueForm<Purpose>) -> Reply {
    state.phase = Phase::Form(form);
    Reply::default()
}

fn visit(state: &mut State, stop: Stop) -> Reply {
    state.route.visit(stop);
    Reply::default()
}

/// Writes one thing, and goes on.
fn write(state: &mut State, edit: ReviewEdit) -> Reply {
    state.after = After::Forward;
    Reply { review: vec![edit], ..Reply::default() }
}

fn reviewer(state: &mut State, words: &str, story: &Story<'_, '_>) -> Reply {
    if !clean::says_something(words) || clean::has_hidden(words) {
        return Reply::problem(story.lang.needed());
    }
    write(state, ReviewEdit::Reviewer(words.to_owned()))
}

/// The option of what is at stake that has a word as its label in a language that is not the reader's.
fn option_in_any_language(words: &str, factor: FactorId, story: &Story<'_, '_>) -> Option<FactorOptionId> {
    let folded = words.to_lowercase();
    let named = |option: &FactorOption| option.label.all().any(|label| label.to_lowercase() == folded);
    story.questionnaire().factors[factor].options.find(named)
}
