//! What happens at the stops of our review: who reviews, what is at stake, what we found, which flags somebody accepts,
//! what was decided.

use super::form::{Field, FieldKind, Form};
use super::prompt::{Choice, Command, Kind, Line, Prompt, Said, named};
use super::route::Stop;
use super::state::{After, Phase, Purpose, Reply, State, help};
use super::{shown, vendor_side};
use crate::answers::write::NewEvidence;
use crate::answers::{Answer, Evidence};
use crate::document::{Style, Tone};
use crate::questionnaire::model::NotApplicable;
use crate::report::naming::{level, loud, outcome};
use crate::report::story::Story;
use crate::review::read::flag_name;
use crate::review::write::ReviewEdit;
use crate::review::{FlagRef, Outcome};
use crate::source::Date;
use crate::source::fields::Word;
use crate::words::clean;

/// What we saw holds so many months unless somebody says otherwise: a year, as most certificates are looked at.
const MONTHS: u32 = 12;

const VERIFY: &str = "verify";
const OVERRULE: &str = "overrule";
const WITHDRAW: &str = "withdraw";
const ACCEPT: &str = "accept";
const REFUSE: &str = "refuse";
const WAIVE: &str = "waive";
const YES: &str = "yes";
const NO: &str = "no";

/// What is asked at a stop.
pub(super) fn prompt(story: &Story<'_, '_>, stop: Stop) -> Prompt {
    use Command::{Back, Find, Help, Leave, Next};
    let lang = story.lang;
    let one = |choices: Vec<Choice>| Kind::One { choices, now: None, free: false };
    let (lines, label, kind) = match stop {
        Stop::Reviewer => {
            let ask = Line { indent: 0, style: Style::Strong, text: lang.reviewer_ask() };
            (vec![ask], lang.answer_label(), Kind::Words)
        }
        Stop::Stake(factor) => stake_prompt(story, factor),
        Stop::Observation(question) => {
            (observation(story, question), lang.observation_label(), one(observations(story, question)))
        }
        Stop::Flag(flag) => {
            (flag_lines(story, flag), lang.flag_label(), one(vec![Choice::new(WAIVE, lang.do_waive())]))
        }
        Stop::Decision => {
            let outcomes = Outcome::ALL.iter().map(|(word, value)| Choice::new(*word, outcome(*value, lang)));
            (decision_lines(story), lang.decision_label(), one(outcomes.collect()))
        }
        Stop::Question(question) => return vendor_side::prompt(story, question),
    };
    let mut commands = vec![Help, Next, Back, Find, Leave];
    commands.retain(|command| *command != Next || stop != Stop::Reviewer);
    Prompt { lines, label, hint: String::new(), enter: None, kind, commands }
}

fn heading(text: String) -> Line {
    Line { indent: 0, style: Style::Faint, text }
}

fn stake_prompt(story: &Story<'_, '_>, factor: usize) -> (Vec<Line>, String, Kind) {
    let factors = &story.questionnaire().factors;
    let place = story.lang.stake_place(factor + 1, factors.len());
    let ask = Line { indent: 0, style: Style::Strong, text: story.say(&factors[factor].ask) };
    let options = factors[factor].options.iter().map(|option| Choice::new(&option.id, story.say(&option.label)));
    let kind = Kind::One { choices: options.collect(), now: None, free: false };
    (vec![heading(place), ask], story.lang.answer_label(), kind)
}

fn observation(story: &Story<'_, '_>, question: usize) -> Vec<Line> {
    let lang = story.lang;
    let questionnaire = story.questionnaire();
    let asked = &questionnaire.questions[question];
    let category = story.say(&questionnaire.categories[asked.category].title);
    let place =
        [lang.observation_place(category)].into_iter().chain(shown::score(story)).collect::<Vec<_>>().join(" · ");
    let mut lines = vec![heading(place)];
    lines.extend(shown::question(story, question));
    lines.push(Line::plain(lang.vendor_says(story.vendors_answer(question))));
    lines.extend(story.assessment.subject.answers.comment(question).map(|text| Line::plain(lang.vendor_adds(text))));
    let titles = shown::cited(story, question);
    lines.extend((!titles.is_empty()).then(|| Line::plain(lang.attached(titles.join("; ")))));
    lines.push(Line::plain(lang.it_counts(story.points_of_share(question), story.standing(question))));
    let flags = story.assessment.flags.iter().filter(|flag| flag.state.bounds() && flag.cause.contains(&question));
    lines.extend(flags.map(|flag| Line::styled(Style::Tag(Tone::Bad), lang.holds_flag(story.flag_title(flag.flag)))));
    lines.extend(asked.good.as_ref().map(|good| Line::styled(Style::Faint, lang.good(story.say(good)))));
    lines
}

fn observations(story: &Story<'_, '_>, question: usize) -> Vec<Choice> {
    let lang = story.lang;
    let may_be_na = story.questionnaire().questions[question].not_applicable != NotApplicable::Forbidden;
    match story.assessment.subject.answers.answer(question) {
        Answer::Given(_) => vec![
            Choice::new(VERIFY, lang.do_verify()),
            Choice::new(OVERRULE, lang.do_overrule()),
            Choice::new(WITHDRAW, lang.do_withdraw()),
        ],
        Answer::NotApplicable if !may_be_na => vec![Choice::new(OVERRULE, lang.do_overrule())],
        Answer::NotApplicable => vec![
            Choice::new(ACCEPT, lang.do_accept_na()),
            Choice::new(REFUSE, lang.do_refuse_na()),
            Choice::new(OVERRULE, lang.do_overrule()),
        ],
        Answer::Unknown => vec![Choice::new(OVERRULE, lang.do_overrule())],
    }
}

fn flag_lines(story: &Story<'_, '_>, flag: FlagRef) -> Vec<Line> {
    let lang = story.lang;
    let found = story.assessment.flags.iter().find(|known| known.flag == flag);
    let state = found.map(|flag| story.flag_state(flag)).unwrap_or_default();
    let mut lines = vec![heading(lang.flag_place(state))];
    lines.push(Line { indent: 0, style: Style::Tag(Tone::Bad), text: story.flag_title(flag) });
    let highest = story.assessment.inherent_risk.highest;
    let bound = found.and_then(|flag| story.assessment.subject.policy.bound(flag.severity, highest));
    lines.extend(bound.map(|bound| Line::plain(lang.flag_bound(level(bound, lang)))));
    lines.extend(found.and_then(|flag| story.flag_cause(flag)).map(Line::plain));
    lines.extend(story.flag_remedy(flag).map(|remedy| Line::plain(lang.remedy(remedy))));
    lines
}

fn decision_lines(story: &Story<'_, '_>) -> Vec<Line> {
    let lang = story.lang;
    let mut lines = vec![heading(lang.decision_place())];
    let rating = story.assessment.rating.as_ref().filter(|_| !story.assessment.is_provisional());
    let risk = rating.map_or_else(|| lang.not_yet_rated(), |rating| loud(rating.worst, lang));
    lines.push(Line { indent: 0, style: Style::Strong, text: lang.decision_now(risk) });
    lines.extend(shown::score(story).map(Line::plain));
    lines
}

/// Takes what was said at a stop.
pub(super) fn take(state: &mut State, stop: Stop, said: Said, story: &Story<'_, '_>) -> Reply {
    let words = match said {
        Said::Words(words) => named(&words, prompt(story, stop).kind.choices()).unwrap_or(words),
        Said::Help => return help(about(story, stop), story),
        _ if stop == Stop::Reviewer => return Reply::problem(story.lang.needed()),
        _ => {
            state.after = After::Forward;
            return Reply::default();
        }
    };
    match stop {
        Stop::Reviewer => reviewer(state, &words, story),
        Stop::Stake(factor) => stake(state, factor, &words, story),
        Stop::Observation(question) => choose_observation(state, question, &words, story),
        Stop::Flag(flag) if words == WAIVE => open(state, waiver_form(state, flag, story)),
        Stop::Decision => match Outcome::of(&words) {
            Some(outcome) => open(state, decision_form(state, outcome, story)),
            None => not_on_the_list(&words, story),
        },
        Stop::Flag(_) | Stop::Question(_) => not_on_the_list(&words, story),
    }
}

fn not_on_the_list(words: &str, story: &Story<'_, '_>) -> Reply {
    Reply::problem(story.lang.not_on_the_list(clean::shortened(words, 40)))
}

fn about(story: &Story<'_, '_>, stop: Stop) -> Option<Vec<String>> {
    let lang = story.lang;
    Some(match stop {
        Stop::Reviewer => vec![lang.reviewer_help()],
        Stop::Stake(_) => vec![lang.stake_help()],
        Stop::Flag(_) => vec![lang.waive_help()],
        Stop::Decision => vec![lang.decision_help()],
        Stop::Observation(question) | Stop::Question(question) => {
            let asked = &story.questionnaire().questions[question];
            let said = |text: &Option<crate::questionnaire::Text>| text.as_ref().map(|text| story.say(text));
            let texts = [
                said(&asked.good).map(|text| lang.good(text)),
                said(&asked.weak).map(|text| lang.weak_answer(text)),
                said(&asked.follow_up).map(|text| lang.ask_the_vendor(text)),
                story.evidence_asked(question).map(|text| lang.ask_for(text)),
            ];
            texts.into_iter().flatten().collect()
        }
    })
}

fn open(state: &mut State, form: Form<Purpose>) -> Reply {
    state.phase = Phase::Form(form);
    Reply::default()
}

fn reviewer(state: &mut State, words: &str, story: &Story<'_, '_>) -> Reply {
    if !clean::says_something(words) || clean::has_hidden(words) {
        return Reply::problem(story.lang.needed());
    }
    state.after = After::Forward;
    Reply { review: vec![ReviewEdit::Reviewer(words.to_owned())], ..Reply::default() }
}

fn stake(state: &mut State, factor: usize, words: &str, story: &Story<'_, '_>) -> Reply {
    let folded = words.to_lowercase();
    let named = |option: &crate::questionnaire::model::FactorOption| {
        option.id.to_lowercase() == folded || option.label.all().any(|label| label.to_lowercase() == folded)
    };
    let Some(option) = story.questionnaire().factors[factor].options.iter().position(named) else {
        return not_on_the_list(words, story);
    };
    state.after = After::Forward;
    Reply { review: vec![ReviewEdit::Stake(factor, option)], ..Reply::default() }
}

fn choose_observation(state: &mut State, question: usize, words: &str, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    if !observations(story, question).iter().any(|choice| choice.word == words) {
        return not_on_the_list(words, story);
    }
    let because = || Field::new(lang.because_ask(), FieldKind::Words).with_help(lang.because_help());
    let form = match words {
        VERIFY => verify_form(state.today, question, story),
        OVERRULE => {
            let (kind, hint) = shown::answers(story, question, true);
            let ask = lang.overrule_ask_with(hint);
            let kind = match kind {
                Kind::Words => FieldKind::Words,
                Kind::One { choices, .. } => FieldKind::OneOrWords(choices),
                Kind::Many { choices, .. } => FieldKind::ManyOrWords(choices),
            };
            Form::new(Purpose::Overrule(question), vec![Field::new(ask, kind), because()])
        }
        WITHDRAW => Form::new(Purpose::Withdraw(question), vec![because()]),
        other => Form::new(Purpose::NotApplicable(question, other == ACCEPT), vec![because()]),
    };
    open(state, form)
}

fn verify_form(today: Date, question: usize, story: &Story<'_, '_>) -> Form<Purpose> {
    let lang = story.lang;
    let choices = items(story, question).map(|(_, item)| Choice::new(&item.title, clean::shortened(&item.title, 80)));
    let in_a_year = today.plus_months(MONTHS).to_string();
    let fields = vec![
        Field::new(lang.seen_ask(), FieldKind::OneOrWords(choices.collect())).with_help(lang.because_help()),
        Field::new(lang.seen_until(), FieldKind::Date).or(Some(in_a_year)),
    ];
    Form::new(Purpose::Verify(question), fields)
}

/// Whether words name something that can be seen: a number of no choice is a slip, not a title.
pub(super) fn fits_seen(form: &Form<Purpose>, words: &str, story: &Story<'_, '_>) -> Result<(), String> {
    let is_choice = form.field().is_some_and(|field| named(words, field.prompt_kind().choices()).is_some());
    let is_title = is_choice || words.chars().any(char::is_alphabetic);
    if is_title { Ok(()) } else { Err(story.lang.not_on_the_list(clean::shortened(words, 40))) }
}

/// Whether words are an answer that can hold instead of the vendor's.
pub(super) fn fits_overruling(question: usize, words: &str, story: &Story<'_, '_>) -> Result<(), String> {
    match vendor_side::understood(words, question, story) {
        Ok(Answer::NotApplicable) => Err(story.lang.na_is_not_ours()),
        Ok(_) => Ok(()),
        Err(problems) => Err(problems.join("; ")),
    }
}

/// The documents that an answer cites, with their places.
fn items<'a>(story: &Story<'_, 'a>, question: usize) -> impl Iterator<Item = (usize, &'a Evidence)> {
    let answers = story.assessment.subject.answers;
    let cited = answers.answers[question].iter().flat_map(|given| &given.evidence);
    cited.map(|at| (*at, &answers.evidence[*at]))
}

/// Suggests for what was seen the last day that the document itself names, as long as that is to come.
pub(super) fn suggest(form: &mut Form<Purpose>, today: Date, story: &Story<'_, '_>) {
    let Purpose::Verify(question) = form.purpose else { return };
    let seen = items(story, question).find(|(_, item)| form.is_at(1) && item.title == form.given(0));
    let asked = &story.questionnaire().questions[question].evidence;
    let until = seen.and_then(|(_, item)| item.current_until(story.questionnaire(), asked));
    if let Some(until) = until.filter(|until| *until > today) {
        form.suggest(until.to_string());
    }
}

fn waiver_form(state: &State, flag: FlagRef, story: &Story<'_, '_>) -> Form<Purpose> {
    let lang = story.lang;
    let help = || lang.waive_help();
    let fields = vec![
        Field::new(lang.waive_by(), FieldKind::Words).with_help(help()),
        Field::new(lang.waive_until(), FieldKind::Date)
            .with_help(help())
            .or(Some(state.today.plus_months(3).to_string())),
        Field::new(lang.because_ask(), FieldKind::Words).with_help(help()),
    ];
    Form::new(Purpose::Waive(flag), fields)
}

fn decision_form(state: &State, outcome: Outcome, story: &Story<'_, '_>) -> Form<Purpose> {
    let lang = story.lang;
    let help = || lang.decision_help();
    let mut fields = vec![
        Field::new(lang.decision_by(), FieldKind::Words).with_help(help()),
        Field::new(lang.decision_next(), FieldKind::Date)
            .with_help(help())
            .or(Some(state.today.plus_months(MONTHS).to_string())),
    ];
    if outcome == Outcome::Conditional {
        fields.push(Field::new(lang.decision_conditions(), FieldKind::Lines).with_help(help()));
    }
    Form::new(Purpose::Decide(outcome), fields)
}

/// What follows from a form that is filled in.
pub(super) fn filled(state: &mut State, form: &Form<Purpose>, story: &Story<'_, '_>) -> Reply {
    state.after = After::Forward;
    let vendors = |question: usize| story.assessment.subject.answers.answer(question).clone();
    let given = |field: usize| form.given(field).to_owned();
    let edit = match &form.purpose {
        Purpose::Verify(question) => return verified(state, *question, form, story),
        Purpose::VerifyAlso(questions, evidence) if form.given(0) == YES => {
            let edits = questions.iter().map(|question| seen(*question, evidence, story));
            return Reply { review: edits.collect(), ..Reply::default() };
        }
        Purpose::Overrule(question) => {
            let Ok(answer) = vendor_side::understood(form.given(0), *question, story) else { return Reply::default() };
            ReviewEdit::Overruled { question: *question, saw: vendors(*question), answer, because: given(1) }
        }
        Purpose::Withdraw(question) => {
            let saw = vendors(*question);
            ReviewEdit::Overruled { question: *question, saw, answer: Answer::Unknown, because: given(0) }
        }
        Purpose::NotApplicable(question, accepted) => {
            ReviewEdit::NotApplicable { question: *question, accepted: *accepted, because: given(0) }
        }
        Purpose::Waive(flag) => {
            let Some(until) = form.date(1) else { return Reply::default() };
            let flag = flag_name(*flag, story.questionnaire());
            ReviewEdit::Waiver { flag, by: given(0), until, because: given(2) }
        }
        Purpose::Decide(outcome) => ReviewEdit::Decision {
            outcome: *outcome,
            by: given(0),
            on: state.today,
            conditions: form.given(2).lines().filter(|line| clean::says_something(line)).map(str::to_owned).collect(),
            next_review: form.date(1),
        },
        _ => return Reply::default(),
    };
    Reply { review: vec![edit], ..Reply::default() }
}

/// Writes down what was seen; then, where other answers cite the same document, asks about those.
fn verified(state: &mut State, question: usize, form: &Form<Purpose>, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let cited = items(story, question).find(|(_, item)| item.title == form.given(0));
    let issued = if cited.is_some() { None } else { Some(state.today) };
    let evidence =
        NewEvidence { title: form.given(0).to_owned(), issued, valid_until: form.date(1), ..NewEvidence::default() };
    let review = vec![seen(question, &evidence, story)];
    let others = cited.map_or_else(Vec::new, |(document, _)| also_citing(story, question, document));
    if !others.is_empty() {
        let questions = &story.questionnaire().questions;
        let ids: Vec<&str> = others.iter().map(|at| questions[*at].id.as_str()).collect();
        let choices = vec![Choice::new(YES, lang.yes()), Choice::new(NO, lang.no())];
        let field = Field::new(lang.seen_also(ids.join(", ")), FieldKind::One(choices)).or(Some(NO.to_owned()));
        state.after = After::Stay;
        state.phase = Phase::Form(Form::new(Purpose::VerifyAlso(others, evidence), vec![field]));
    }
    Reply { review, ..Reply::default() }
}

fn seen(question: usize, evidence: &NewEvidence, story: &Story<'_, '_>) -> ReviewEdit {
    let saw = story.assessment.subject.answers.answer(question).clone();
    ReviewEdit::Verified { question, saw, evidence: evidence.clone() }
}

/// Other answers that cite a document and that we have not verified.
fn also_citing(story: &Story<'_, '_>, question: usize, document: usize) -> Vec<usize> {
    let assessment = story.assessment;
    let cites = |at: &usize| {
        let given = assessment.subject.answers.answers[*at].as_ref();
        let has_value = matches!(assessment.subject.answers.answer(*at), Answer::Given(_));
        has_value && given.is_some_and(|given| given.evidence.contains(&document))
    };
    let verified = |at: &usize| {
        let backing = assessment.questions[*at].backing;
        backing.is_some_and(|backing| backing.assurance == crate::policy::Assurance::Verified)
    };
    (0..assessment.questions.len()).filter(|at| *at != question && cites(at) && !verified(at)).collect()
}
