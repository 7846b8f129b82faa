//! What happens at the stops of our review: who reviews and for whom, what is at stake, what we found, which flags
//! somebody accepts, what was decided.

use super::form::DialogueForm;
use super::landmarks::Landmark;
use super::pick::{ObservationPick, Pick};
use super::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said, picked};
use super::route::{Stop, duties_left};
use super::state::{After, Phase, Purpose, Reply, State, help, not_on_the_list};
use super::{decided, documents, our_forms, shown, vendor_side};
use crate::answers::Answer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::improving;
use crate::assessment::insight;
use crate::document::{Style, Tone};
use crate::questionnaire::ids::{FactorId, FactorOptionId, QuestionId, SeenId};
use crate::questionnaire::model::{Factor, FactorOption, NotApplicable};
use crate::questionnaire::names::UNKNOWN;
use crate::questionnaire::{FlagRef, Translations};
use crate::report::naming::{self, level};
use crate::report::story::{Quoting, Story};
use crate::review::NaVerdict;
use crate::review::write::ReviewEdit;
use crate::source::fields::Word;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// What is asked at a stop.
pub(super) fn prompt(story: &Story<'_, '_>, stop: Stop, places: &[Landmark]) -> Prompt {
    use MenuCommand::{Back, Find, Help, Leave, Next};
    let lang = story.lang;
    let one = |choices: Vec<MenuChoice>| PromptKind::One { choices, now: None, free: false };
    let (lines, label, kind) = match stop {
        Stop::Reviewer => {
            (name_lines(lang.reviewer_ask(), reviewer_now(story), lang), lang.answer_label(), PromptKind::Words)
        }
        Stop::Client => {
            (name_lines(lang.client_ask(), client_now(story), lang), lang.answer_label(), PromptKind::Words)
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
        Stop::Duties => (vec![heading(lang.our_duties())], lang.duties_label(), one(duties(story))),
        Stop::Decision => (decided::lines(story), lang.decision_label(), one(decided::choices(story))),
        Stop::Question(question) => return vendor_side::prompt(story, question, places),
        Stop::Documents => return documents::prompt(story, None, places, true),
        Stop::Document(document) => return documents::prompt(story, Some(document), places, true),
    };
    let mut commands = vec![Help, Next, Back, Find];
    commands.extend(places.iter().copied().map(MenuCommand::Go));
    commands.push(Leave);
    match places.is_empty() {
        true => commands.retain(|command| *command != Find), // at the beginning there is nowhere else to go
        false if reviewer_now(story).is_none() => {
            commands.retain(|command| *command != Next || stop != Stop::Reviewer);
        }
        false => {}
    }
    Prompt { lines, label, hint: Clean::default(), enter: None, kind, commands }
}

/// What is asked about a name, and which it is now.
fn name_lines(ask: Clean, now: Option<&str>, lang: Lang) -> Vec<DialogueLine> {
    let ask = DialogueLine { indent: 0, style: Style::Strong, text: ask };
    let now = now.map(|name| DialogueLine::plain(lang.now_is(clean::one_line(name))));
    [ask].into_iter().chain(now).collect()
}

/// What is at stake, each factor with what is stated.
fn factors(story: &Story<'_, '_>) -> Vec<MenuChoice> {
    let choice = |(id, factor): (FactorId, &Factor)| {
        let stated = stated(story, id).map(|option| story.say(&factor.options[option].label));
        let stated = stated.unwrap_or_else(|| story.lang.stake_unstated());
        MenuChoice::new(Pick::Factor(id), factor.id.as_str(), story.say(&factor.ask).and(" · ").and(stated))
    };
    story.questionnaire().factors.with_ids().map(choice).collect()
}

fn stated(story: &Story<'_, '_>, factor: FactorId) -> Option<FactorOptionId> {
    story.assessment.subject.review.and_then(|review| review.inherent_risk[factor])
}

fn flag_choice(story: &Story<'_, '_>, flag: &Flag) -> MenuChoice {
    let told = story.flag_told(flag, Quoting::Whole);
    let severity = story.lang.severity(level(flag.severity, story.lang));
    let label = Clean::joined([told.what, Clean::joined([severity, told.state], ", ")], " · ");
    MenuChoice::new(Pick::Flag(flag.flag), story.questionnaire().flag_name(flag.flag).as_str(), label)
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
    lines.extend(flags.map(|flag| match flag.state {
        FlagState::Open => DialogueLine::plain(lang.holds_flag(story.flag_told(flag, Quoting::Whole).words())),
        _ => DialogueLine::styled(Style::Tag(Tone::Bad), lang.holds_flag(story.flag_title(flag.flag))),
    }));
    lines.extend(said_by_us(story, question));
    let has_our_word = story.assessment.subject.review.is_some_and(|review| review.observation(question).is_some());
    let good = asked.good.as_ref().filter(|_| !has_our_word);
    lines.extend(good.map(|good| DialogueLine::styled(Style::Faint, lang.good(story.say(good)))));
    lines
}

/// What we have said of an answer.
fn said_by_us(story: &Story<'_, '_>, question: QuestionId) -> Vec<DialogueLine> {
    let lang = story.lang;
    let Some(observation) = story.assessment.subject.review.and_then(|review| review.observation(question)) else {
        return Vec::new();
    };
    let seen = observation.verified.iter().map(|item| {
        let until = item.valid_until.map(|day| lang.document_valid_until(day));
        lang.we_saw(Clean::joined([lang.quoted(within_quotes(&item.title).cut(80))].into_iter().chain(until), " · "))
    });
    let ours = observation.overruled.as_ref().map(|answer| match answer {
        Answer::Given(value) => lang.we_say(story.value(question, value)),
        Answer::Unknown | Answer::NotApplicable => lang.we_withdrew(),
    });
    let verdict = observation.not_applicable.map(|verdict| match verdict {
        NaVerdict::Accepted => lang.we_accept_na(),
        NaVerdict::Refused => lang.we_refuse_na(),
    });
    let because = observation.because.as_ref().map(|why| lang.our_reason().and(": ").and(clean::one_line(why)));
    let note = observation.note.as_ref().map(|note| lang.our_note().and(": ").and(clean::one_line(note)));
    let said = seen.chain(ours).chain(verdict).chain(because).chain(note);
    said.map(|text| DialogueLine::styled(Style::Strong, text)).collect()
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
            ObservationPick::Note => lang.do_note(),
            ObservationPick::NoNote => lang.do_unnote(),
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
    let said = story.assessment.subject.review.and_then(|review| review.observation(question));
    let departs = said.is_some_and(|said| said.overruled.is_some() || said.not_applicable.is_some());
    let has_note = said.is_some_and(|said| said.note.is_some());
    let more = [Some(ObservationPick::Note), has_note.then_some(ObservationPick::NoNote)];
    let more = more.into_iter().chain([departs.then_some(ObservationPick::Restore)]).flatten();
    let unsee = said.into_iter().flat_map(|said| said.verified.with_ids()).map(|(at, item)| {
        let label = lang.do_unsee(within_quotes(&item.title).cut(80));
        MenuChoice::new(Pick::Unseen(at), format!("unsee-{}", item.title), label)
    });
    picks.iter().copied().chain(more).map(choice).chain(unsee).collect()
}

fn flag_lines(story: &Story<'_, '_>, flag: FlagRef) -> Vec<DialogueLine> {
    let lang = story.lang;
    let Some(found) = story.assessment.flags.iter().find(|known| known.flag == flag) else { return Vec::new() };
    let told = story.flag_told(found, Quoting::Whole);
    let is_raised = found.state == FlagState::Triggered;
    let style = if is_raised { Style::Tag(Tone::Bad) } else { Style::Strong };
    let mut lines = vec![heading(lang.flag_place(told.state)), DialogueLine { indent: 0, style, text: told.what }];
    let bound = story.bound(found).filter(|_| is_raised);
    lines.extend(bound.map(|bound| DialogueLine::plain(lang.flag_bound(story.bound_in_words(found, bound)))));
    lines.extend(told.aside.map(DialogueLine::plain));
    // what to require of somebody who has not answered yet would accuse it
    let remedy = story.flag_remedy(flag).filter(|_| is_raised);
    lines.extend(remedy.map(|remedy| DialogueLine::plain(lang.remedy(remedy))));
    lines
}

/// Our duties: first those of which nothing is on file.
fn duties(story: &Story<'_, '_>) -> Vec<MenuChoice> {
    let lang = story.lang;
    let left = duties_left(story);
    let review = story.assessment.subject.review;
    let done = review.map_or(&[][..], |review| &review.duties);
    let open = left.iter().map(|duty| MenuChoice::new(Pick::Duty(*duty), duty.word(), naming::duty(*duty, lang)));
    let seen_to = done.iter().map(|done| {
        let when = lang.duty_done_on(done.done, clean::shortened(&done.place, 60));
        let label = Clean::joined([naming::duty(done.duty, lang), when], " · ");
        MenuChoice::new(Pick::Duty(done.duty), done.duty.word(), label)
    });
    let undone = done.iter().map(|done| {
        let label = lang.do_undo_duty(naming::duty(done.duty, lang));
        MenuChoice::new(Pick::NoDuty(done.duty), format!("no-{}", done.duty.word()), label)
    });
    open.chain(seen_to).chain(undone).collect()
}

/// Takes what was said at a stop.
pub(super) fn take(state: &mut State, stop: Stop, said: Said, story: &Story<'_, '_>) -> Reply {
    let given = match said {
        Said::Given(given) => given,
        Said::Help => return help(about(story, stop), story),
        _ if stop == Stop::Reviewer && reviewer_now(story).is_none() && !state.route.places().is_empty() => {
            return Reply::problem(story.lang.needed());
        }
        _ => {
            state.after = After::Forward;
            return Reply::default();
        }
    };
    let pick = picked(&given, prompt(story, stop, &[]).kind.choices());
    match (stop, pick) {
        (Stop::Reviewer, _) => name(state, given.words(), ReviewEdit::Reviewer, story),
        (Stop::Client, _) => name(state, given.words(), ReviewEdit::Client, story),
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
                None if found == ObservationPick::NoNote => write(state, ReviewEdit::Note(question, None)),
                // whatever was said about it is to be said anew
                None => write(state, ReviewEdit::Restored(question)),
            }
        }
        (Stop::Observation(question), Some(Pick::Unseen(at))) => unsee(question, at, story),
        (Stop::Flags, Some(Pick::Flag(flag))) => visit(state, Stop::Flag(flag)),
        (Stop::Flag(_), Some(Pick::Question(question))) => visit(state, Stop::Observation(question)),
        (Stop::Flag(flag), Some(Pick::NoWaiver)) => {
            write(state, ReviewEdit::NoWaiver(story.questionnaire().flag_name(flag).into()))
        }
        (Stop::Flag(flag), Some(Pick::Waiver)) => open(state, our_forms::waiver(flag, state.today, story)),
        (Stop::Duties, Some(Pick::Duty(duty))) => open(state, our_forms::duty(duty, state.today, story)),
        (Stop::Duties, Some(Pick::NoDuty(duty))) => {
            Reply { review: vec![ReviewEdit::NoDuty(duty)], ..Reply::default() } // there may be others
        }
        (Stop::Decision, Some(Pick::NoDecision)) => {
            Reply { review: vec![ReviewEdit::NoDecision], ..Reply::default() } // there may be another
        }
        (Stop::Decision, Some(Pick::Met(at))) => open(state, decided::when_met(at, state.today, story)),
        (Stop::Decision, Some(Pick::ChangeCondition(at))) => {
            decided::change(at, state.today, story).map_or_else(Reply::default, |form| open(state, form))
        }
        (Stop::Decision, Some(Pick::NotMet(at) | Pick::NoCondition(at))) => decided::taken_back(at, pick, story),
        (Stop::Decision, Some(Pick::Outcome(outcome))) => open(state, decided::form(outcome, state.today, story)),
        _ => not_on_the_list(&given, story),
    }
}

fn about(story: &Story<'_, '_>, stop: Stop) -> Option<Vec<Clean>> {
    let lang = story.lang;
    Some(match stop {
        Stop::Reviewer => vec![lang.reviewer_help()],
        Stop::Client => vec![lang.client_help()],
        Stop::Documents | Stop::Document(_) => vec![lang.kept_help()],
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

/// What was seen no longer proves the answer; there may be more to say of it.
fn unsee(question: QuestionId, at: SeenId, story: &Story<'_, '_>) -> Reply {
    let said = story.assessment.subject.review.and_then(|review| review.observation(question));
    let place = said.and_then(|said| said.verified.get(at)).map(|item| item.span);
    let edit = place.map(|place| ReviewEdit::Unseen(question, place));
    Reply { review: edit.into_iter().collect(), ..Reply::default() }
}

/// Who reviews, where that has been said.
fn reviewer_now<'a>(story: &Story<'_, 'a>) -> Option<&'a str> {
    let named = story.assessment.subject.review.map(|review| review.reviewer.as_str());
    named.filter(|name| Lang::ALL.iter().all(|lang| lang.reviewer_to_be_named() != *name))
}

/// For whom we review, where that has been said.
fn client_now<'a>(story: &Story<'_, 'a>) -> Option<&'a str> {
    story.assessment.subject.review?.client.as_deref()
}

fn name(state: &mut State, words: &str, edit: impl Fn(String) -> ReviewEdit, story: &Story<'_, '_>) -> Reply {
    if !clean::says_something(words) || clean::has_hidden(words) {
        return Reply::problem(story.lang.needed());
    }
    write(state, edit(words.to_owned()))
}

/// The option of what is at stake that has a word as its label in a language that is not the reader's.
pub(super) fn option_in_any_language(words: &str, factor: FactorId, story: &Story<'_, '_>) -> Option<FactorOptionId> {
    let folded = words.to_lowercase();
    let named = |option: &FactorOption| option.label.all().any(|label| label.to_lowercase() == folded);
    story.questionnaire().factors[factor].options.find(named)
}
