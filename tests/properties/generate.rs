//! Random worlds. A stream of numbers decides everything; where the stream ends or is zero, the simplest comes out, so
//! that a failing world shrinks to a small one.

use duly::internal::policy::Proof;
use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::model::NotApplicable;
use duly::internal::review::NaVerdict;
use duly::internal::source::Date;
use proptest::prelude::*;

use super::world::{
    Answer, Category, Cited, Condition, Document, Factor, Flag, Form, Given, Kind, Observation, Policy, Question,
    Steps, Waiver, Weight, World, option,
};

const LEVELS: [Level; 4] = [Level::Low, Level::Medium, Level::High, Level::Critical];
const BOUNDS: [Option<Level>; 5] =
    [None, Some(Level::Low), Some(Level::Medium), Some(Level::High), Some(Level::Critical)];

/// What a property asks of its worlds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    /// Red flags look at choices of one and factors only, without `not`, and name lower sets of options.
    pub lower_sets: bool,
    /// Conditions of questions look at unscored ones only.
    pub fixable: bool,
    /// Answers may contradict each other.
    pub contradictory: bool,
    /// Every question has an answer, none is n/a, and everything that is at stake is stated.
    pub complete: bool,
}

/// A stream of decisions.
#[derive(Clone, Debug)]
pub struct Dice(std::vec::IntoIter<u16>);

/// A world, and decisions for the changes that a test makes to it.
#[derive(Clone)]
pub struct Case {
    pub world: World,
    pub dice: Dice,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{:?}", self.world)
    }
}

/// Random worlds of a shape.
pub fn cases(shape: Shape) -> impl Strategy<Value = Case> {
    let streams = (dice(40), dice(1200));
    streams.prop_map(move |(dice, mut stream)| Case { world: world(&mut stream, shape), dice })
}

/// Random decisions.
pub fn dice(most: usize) -> impl Strategy<Value = Dice> {
    proptest::collection::vec(any::<u16>(), most / 2..=most).prop_map(|numbers| Dice(numbers.into_iter()))
}

impl Dice {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % limit
    }

    /// A number within bounds, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + u32::from(self.0.next().unwrap_or(0)) % (most - least + 1)
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of several.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// One of several, if there are any.
    pub fn pick_any<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| self.pick(from))
    }

    /// Some of several; each in so many of a hundred cases.
    pub fn some<T: Clone>(&mut self, from: &[T], percent: usize) -> Vec<T> {
        from.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    /// Puts things into another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        (1..things.len()).rev().for_each(|at| things.swap(at, self.below(at + 1)));
    }
}

/// How often a vendor leaves something open, in percent: some never do, some often.
struct Mood {
    silent: usize,
    not_applicable: usize,
    reviewed: usize,
}

fn world(dice: &mut Dice, shape: Shape) -> World {
    let as_of = Date::new(2026, 1, 1).unwrap().plus_days(dice.below(400) as i32);
    let mut world = World {
        as_of,
        policy: policy(dice),
        kinds: kinds(dice),
        factors: (0..dice.below(4)).map(|_| factor(dice, shape)).collect(),
        flags: Vec::new(),
        categories: Vec::new(),
        contradictions: Vec::new(),
        received: Vec::new(),
        refused: Vec::new(),
        groups: Vec::new(),
        register: Vec::new(),
        waivers: Vec::new(),
        sent: None,
    };
    categories(dice, shape, &mut world);
    let vendor = Mood {
        silent: if shape.complete { 0 } else { dice.pick(&[0, 8, 30]) },
        not_applicable: if shape.complete { 0 } else { dice.pick(&[0, 10, 35]) },
        reviewed: dice.pick(&[0, 20, 50]),
    };
    world.register = (0..dice.below(3)).map(|_| document(dice, &world)).collect();
    for id in world.ids() {
        let given = given(dice, &world, &id, &vendor);
        world.question_mut(&id).given = given;
        if dice.chance(vendor.reviewed) {
            let observation = observation(dice, &world, &id, shape.complete);
            world.question_mut(&id).observation = observation;
        }
    }
    if !shape.complete && !shape.fixable && dice.chance(15) {
        world.sent = Some(part(dice, &world));
    }
    world.flags = (0..dice.below(5)).filter_map(|at| flag(dice, &world, at, shape)).collect();
    world.waivers = waivers(dice, &world);
    papers(dice, &mut world);
    if shape.contradictory {
        let questions: Vec<Question> = world.questions().cloned().collect();
        let seen: Vec<&Question> = questions.iter().collect();
        world.contradictions = (0..dice.below(3)).filter_map(|_| condition(dice, &seen, &[], Logic::Any, 1)).collect();
    }
    if dice.chance(30) {
        reorder(dice, &mut world);
    }
    world
}

/// Up to three kinds of evidence, of which the first may stand for others.
fn kinds(dice: &mut Dice) -> Vec<Kind> {
    let count = dice.below(4);
    let others: Vec<usize> = (1..count).collect();
    let kind = |dice: &mut Dice, at: usize| Kind {
        months: dice.chance(70).then(|| dice.between(1, 24)),
        stands_for: if at == 0 { dice.some(&others, 50) } else { Vec::new() },
    };
    (0..count).map(|at| kind(dice, at)).collect()
}

/// What our review received and refused, now and then.
fn papers(dice: &mut Dice, world: &mut World) {
    let documents: Vec<Document> = world.documents().cloned().collect();
    if dice.chance(25) {
        let named = |document: &Document| Some((document.kind, document.issued?));
        world.received = dice.pick_any(&documents).as_ref().and_then(named).into_iter().collect();
    }
    if dice.chance(15) {
        let place = dice.pick_any(&documents).and_then(|document| document.location);
        world.refused = place.and_then(|place| world.papers().file(Some(&place))).into_iter().collect();
    }
}

/// Puts categories, and questions within them, into another order.
pub fn reorder(dice: &mut Dice, world: &mut World) {
    dice.shuffle(&mut world.categories);
    world.categories.iter_mut().for_each(|category| dice.shuffle(&mut category.questions));
}

pub fn policy(dice: &mut Dice) -> Policy {
    let mut credits = [(); 3].map(|()| dice.below(101) as u8);
    credits.sort_unstable();
    let weak = dice.between(1, 80);
    let adequate = dice.between(weak + 1, 90);
    let strong = dice.between(adequate + 1, 100);
    Policy {
        importance: if dice.chance(50) { [(); 5].map(|()| dice.between(0, 40)) } else { [4, 3, 2, 1, 0] },
        assurance: dice.chance(70).then_some([credits[0], credits[1], credits[2], 100]),
        bands: dice.chance(70).then_some([strong as u8, adequate as u8, weak as u8]),
        residual_risk: dice.chance(70).then(|| rising_table(dice, LEVELS)),
        red_flags: dice.chance(70).then(|| rising_table(dice, BOUNDS)),
        default_inherent_risk: dice.pick(&LEVELS),
        category_minimum_severity: dice.pick(&LEVELS),
        not_applicable_cap: dice.pick(&[20, 0, 50, 100, 35, 1]),
        scope_by_claim: dice.pick(&[25, 0, 10, 100]),
        ruled_out_by: dice.pick(&[Proof::Claimed, Proof::Claimed, Proof::Documented, Proof::Verified]),
    }
}

/// A table that falls neither along its rows nor down its columns.
pub fn rising_table<T: Copy, const N: usize>(dice: &mut Dice, levels: [T; N]) -> [[T; 4]; 4] {
    let mut places = [[0_usize; 4]; 4];
    for row in 0..4 {
        for column in 0..4 {
            let above = if row > 0 { places[row - 1][column] } else { 0 };
            let left = if column > 0 { places[row][column - 1] } else { 0 };
            let step = dice.pick(&[0, 0, 1, 0, 1, 2]);
            places[row][column] = (above.max(left) + step).min(N - 1);
        }
    }
    places.map(|row| row.map(|place| levels[place]))
}

fn factor(dice: &mut Dice, shape: Shape) -> Factor {
    let tiers: Vec<Level> = (0..=dice.below(4)).map(|_| dice.pick(&LEVELS)).collect();
    let is_stated = dice.chance(70) || shape.complete;
    let stated = is_stated.then(|| dice.below(tiers.len()));
    Factor { tiers, stated }
}

/// Categories with their questions, and groups of them. A condition looks at questions made before, so that none
/// waits for itself.
fn categories(dice: &mut Dice, shape: Shape, world: &mut World) {
    let weighted = dice.chance(50);
    let count = 1 + dice.below(5);
    for at in 0..count {
        let weight = weighted.then(|| if dice.chance(10) { 0 } else { dice.between(1, 100) });
        let minimum = dice.chance(40).then(|| dice.between(1, 100));
        world.categories.push(Category { id: format!("c{at}"), weight, minimum, questions: Vec::new() });
        for number in 0..=dice.below(8) {
            let question = question(dice, shape, world, format!("c{at}.q{number}"));
            world.categories[at].questions.push(question);
        }
    }
    let mut ids: Vec<String> = world.categories.iter().map(|category| category.id.clone()).collect();
    while !ids.is_empty() && dice.chance(60) {
        let rest = ids.split_off(1 + dice.below(ids.len()));
        world.groups.push(std::mem::replace(&mut ids, rest));
    }
}

fn question(dice: &mut Dice, shape: Shape, world: &World, id: String) -> Question {
    let weight = match dice.below(10) {
        0..6 => Weight::Importance(dice.below(5)),
        6..9 => Weight::Direct(dice.between(1, 40)),
        _ => Weight::Direct(0),
    };
    let sees = |question: &&Question| !shape.fixable || world.weight(question) == 0;
    let seen: Vec<&Question> = world.questions().filter(sees).collect();
    let when = dice.chance(35).then(|| condition(dice, &seen, &world.factors, Logic::Any, 2)).flatten();
    Question {
        id,
        weight,
        form: form(dice),
        not_applicable: dice.pick(&[
            NotApplicable::Allowed,
            NotApplicable::Allowed,
            NotApplicable::Allowed,
            NotApplicable::Approval,
            NotApplicable::Forbidden,
        ]),
        when,
        asks: if dice.chance(40) { dice.some(&(0..world.kinds.len()).collect::<Vec<_>>(), 50) } else { Vec::new() },
        given: Given::default(),
        observation: Observation::default(),
    }
}

/// A form with an answer that is worth everything.
fn form(dice: &mut Dice) -> Form {
    let value = |dice: &mut Dice| dice.pick(&[0, 100, 50, 30, 73]);
    match dice.below(12) {
        0..2 => {
            let yes_no: &[(&str, u32)] = &[("yes", 100), ("no", 0)];
            let three: &[(&str, u32)] = &[("yes", 100), ("partial", 50), ("no", 0)];
            let (scale, options) = dice.pick(&[("yes-no", yes_no), ("yes-partial-no", three)]);
            let options = options.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
            Form::One { scale: Some(scale), options }
        }
        2..6 => {
            let count = 2 + dice.below(4);
            let mut options: Vec<(String, u32)> = (0..count).map(|at| (option(at), value(dice))).collect();
            options[0].1 = 100;
            Form::One { scale: None, options }
        }
        6..8 => {
            let mut options: Vec<(u32, bool)> =
                (0..=dice.below(4)).map(|_| (dice.between(0, 9), dice.chance(15))).collect();
            options[0].0 = options[0].0.max(1);
            let points =
                |exclusive: bool| options.iter().filter(move |option| option.1 == exclusive).map(|option| option.0);
            let best = points(false).sum::<u32>().max(points(true).max().unwrap_or(0));
            let full_at = dice.between(1, 12).min(best);
            Form::Many { full_at, options }
        }
        8..10 => Form::Number(steps(dice)),
        10 => {
            let never = dice.chance(50).then(|| value(dice));
            Form::Date { since: dice.chance(60), never, steps: steps(dice) }
        }
        _ => Form::Text,
    }
}

/// Some of the questions, as many as a short form may ask; at least one.
pub fn part(dice: &mut Dice, world: &World) -> Vec<String> {
    let all = world.ids();
    some_or_first(dice, &all)
}

fn steps(dice: &mut Dice) -> Steps {
    let mut steps: Vec<(i32, u32)> = Vec::new();
    for _ in 0..=dice.below(3) {
        let bound = dice.between(0, 400) as i32;
        if steps.iter().all(|(known, _)| *known != bound) {
            steps.push((bound, dice.pick(&[100, 0, 50, 41])));
        }
    }
    steps[0].1 = 100;
    steps.sort_unstable();
    Steps { at_most: dice.chance(50), steps }
}

/// What a condition may be made of.
#[derive(Clone, Copy, PartialEq)]
enum Logic {
    Any,
    LowerSets,
}

/// A random condition over questions and factors, if there is anything to look at.
fn condition(dice: &mut Dice, seen: &[&Question], factors: &[Factor], logic: Logic, depth: usize) -> Option<Condition> {
    let kind = if depth == 0 { 0 } else { dice.below(10) };
    let parts = |dice: &mut Dice| {
        let count = 1 + dice.below(3);
        (0..count).map(|_| condition(dice, seen, factors, logic, depth - 1)).collect::<Option<Vec<Condition>>>()
    };
    match kind {
        0..6 => atom(dice, seen, factors, logic),
        6 => parts(dice).map(Condition::All),
        7 => parts(dice).map(Condition::Any),
        _ if logic == Logic::LowerSets => atom(dice, seen, factors, logic),
        _ => condition(dice, seen, factors, logic, depth - 1).map(|part| Condition::Not(Box::new(part))),
    }
}

fn atom(dice: &mut Dice, seen: &[&Question], factors: &[Factor], logic: Logic) -> Option<Condition> {
    let may_look = |question: &&&Question| match question.form {
        Form::Text => false,
        Form::One { .. } => true,
        _ => logic == Logic::Any,
    };
    let seen: Vec<&Question> = seen.iter().filter(may_look).copied().collect();
    if seen.is_empty() || (!factors.is_empty() && dice.chance(20)) {
        let factor = (!factors.is_empty()).then(|| dice.below(factors.len()))?;
        let all: Vec<usize> = (0..factors[factor].tiers.len()).collect();
        return Some(Condition::Factor(factor, some_or_first(dice, &all)));
    }
    let question = dice.pick(&seen);
    let id = question.id.clone();
    Some(match &question.form {
        Form::One { options, .. } if logic == Logic::LowerSets => Condition::Options(id, lower_set(dice, options)),
        Form::One { options, .. } => {
            let all: Vec<String> = options.iter().map(|(id, _)| id.clone()).collect();
            Condition::Options(id, some_or_first(dice, &all))
        }
        Form::Many { options, .. } => {
            let all: Vec<String> = (0..options.len()).map(option).collect();
            Condition::Options(id, some_or_first(dice, &all))
        }
        Form::Date { never: Some(_), .. } if dice.chance(40) => Condition::Options(id, vec!["never".to_owned()]),
        _ => {
            let bound = dice.between(0, 400) as i32;
            let upper = bound + dice.between(2, 200) as i32;
            let (above, below) = dice.pick(&[(Some(bound), None), (None, Some(bound)), (Some(bound), Some(upper))]);
            Condition::Within(id, above, below)
        }
    })
}

fn some_or_first<T: Clone>(dice: &mut Dice, all: &[T]) -> Vec<T> {
    let some = dice.some(all, 50);
    if some.is_empty() { vec![all[0].clone()] } else { some }
}

/// An option, and every option that is worth less.
fn lower_set(dice: &mut Dice, options: &[(String, u32)]) -> Vec<String> {
    let (best, value) = dice.pick(options);
    options.iter().filter(|(id, other)| *other < value || *id == best).map(|(id, _)| id.clone()).collect()
}

/// A red flag, if there is anything to look at.
fn flag(dice: &mut Dice, world: &World, at: usize, shape: Shape) -> Option<Flag> {
    let logic = if shape.lower_sets { Logic::LowerSets } else { Logic::Any };
    let seen: Vec<&Question> = world.questions().collect();
    let severity = dice.pick(&LEVELS);
    let when = condition(dice, &seen, &world.factors, logic, 2)?;
    Some(Flag { id: format!("flag{at}"), severity, when })
}

fn waivers(dice: &mut Dice, world: &World) -> Vec<Waiver> {
    let own = world.flags.iter().map(|flag| flag.id.clone());
    let minimums = world.categories.iter().filter(|category| category.minimum.is_some());
    let all: Vec<String> = own.chain(minimums.map(|category| format!("category:{}", category.id))).collect();
    let waived = if dice.chance(50) { dice.some(&all, 40) } else { Vec::new() };
    let mut until = || world.as_of.plus_days(dice.pick(&[0, 100, -1, -50]));
    waived.into_iter().map(|flag| Waiver { flag, until: until() }).collect()
}

/// What a vendor says about a question.
fn given(dice: &mut Dice, world: &World, id: &str, mood: &Mood) -> Given {
    let question = world.question(id);
    let roll = dice.below(100);
    let answer = if roll >= 100 - mood.silent {
        dice.pick(&[Answer::Silent, Answer::Unknown])
    } else if roll < mood.not_applicable {
        Answer::NotApplicable
    } else {
        answer(dice, question, world.as_of, mood.silent > 0)
    };
    let comment = dice.chance(if answer == Answer::NotApplicable { 75 } else { 20 });
    let count = dice.pick(&[0, 0, 1, 2]);
    Given { answer, comment, evidence: (0..count).map(|_| cited(dice, world)).collect() }
}

/// An answer; of dates in the past sometimes one that has not come yet.
fn answer(dice: &mut Dice, question: &Question, as_of: Date, may_lie_ahead: bool) -> Answer {
    match question.form {
        Form::Date { since: true, .. } if may_lie_ahead && dice.chance(10) => Answer::Date(as_of.plus_days(3)),
        _ => dice.pick(&question.possible(as_of)),
    }
}

/// Anything at all that can be said about a question, by the vendor and by us.
pub fn anything(dice: &mut Dice, world: &World, id: &str) -> (Given, Observation) {
    let mut changed = world.clone();
    changed.question_mut(id).given = given(dice, world, id, &Mood { silent: 5, not_applicable: 40, reviewed: 0 });
    let observation = if dice.chance(60) { observation(dice, &changed, id, false) } else { Observation::default() };
    (changed.question(id).given.clone(), observation)
}

fn cited(dice: &mut Dice, world: &World) -> Cited {
    let register = world.register.len();
    if register > 0 && dice.chance(50) {
        Cited::Register(dice.below(register))
    } else {
        Cited::Inline(document(dice, world))
    }
}

/// A document: current, expired, of tomorrow, undated or nowhere to be found.
pub fn document(dice: &mut Dice, world: &World) -> Document {
    let day = |days: i32| world.as_of.plus_days(days);
    let kinds: Vec<usize> = (0..world.kinds.len()).collect();
    let issued = dice.pick(&[-20, 0, -30, -31, -365, -366, -700, 1]);
    let until = dice.pick(&[90, 0, -1, -300]);
    let issued = dice.chance(80).then(|| day(issued));
    Document {
        kind: if dice.chance(60) { dice.pick_any(&kinds) } else { None },
        issued,
        valid_until: dice.chance(45).then(|| day(until)).map(|until| issued.map_or(until, |issued| until.max(issued))),
        location: match dice.chance(10) {
            true => dice.pick(&[Some("https://a.example/"), None, Some("../e")]).map(str::to_owned),
            false => Some(format!("evidence/{}.pdf", dice.below(100))),
        },
    }
}

/// What the review says about a question.
fn observation(dice: &mut Dice, world: &World, id: &str, complete: bool) -> Observation {
    let question = world.question(id);
    let theirs = match &question.given.answer {
        Answer::Silent => Answer::Unknown,
        answer => answer.clone(),
    };
    let other = answer(dice, question, world.as_of, false);
    let lesser: Vec<Answer> = question.lesser(&theirs, world.as_of);
    let lesser = dice.pick_any(&lesser).unwrap_or_else(|| theirs.clone());
    let count = dice.pick(&[1, 0, 1, 2]);
    let verdicts = if theirs == Answer::NotApplicable { [50, 30] } else { [5, 5] };
    let [accepted, refused] = verdicts.map(|percent| dice.chance(percent));
    let overruled =
        dice.chance(20).then(|| if complete { other.clone() } else { dice.pick(&[other.clone(), Answer::Unknown]) });
    Observation {
        saw: dice.pick(&[None, Some(theirs), Some(other), Some(Answer::Unknown), Some(lesser.clone()), Some(lesser)]),
        verified: (0..count).map(|_| document(dice, world)).collect(),
        overruled,
        not_applicable: if accepted { Some(NaVerdict::Accepted) } else { refused.then_some(NaVerdict::Refused) },
    }
}
