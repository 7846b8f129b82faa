//! An invented company that lets vendors handle its customers' data, over two years: the same seed gives the same
//! files. Most vendors are decent, a few are very good, some are poor or hardly answered; some were not asked again,
//! some left, some are new. Last year's files lie in `then/`, today's in `now/`, our rules beside them in
//! `policy.toml`. What tests say of it they work out from its files, not from here.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use duly::Date;
use duly::internal::questionnaire::form::{Choices, Counting, DateForm, Steps, Ticks};
use duly::internal::questionnaire::model::{Factor, NotApplicable};
use duly::internal::questionnaire::{Form, Level, Question, Questionnaire, built_in};
use duly::internal::source::Fingerprint;

/// A company with so many vendors today.
#[derive(Clone, Copy, Debug)]
pub struct Company {
    pub seed: u64,
    pub vendors: usize,
}

/// A stream of numbers that follow from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// One of several, each as likely as its weight says.
    fn weighed<T: Copy>(&mut self, from: &[(usize, T)]) -> T {
        let mut at = self.below(from.iter().map(|(weight, _)| weight).sum());
        let found = from.iter().find(|(weight, _)| match at.checked_sub(*weight) {
            Some(left) => {
                at = left;
                false
            }
            None => true,
        });
        found.unwrap().1
    }
}

/// How a vendor is: in percent, how often its answer is the best one, how often it cites a document, how often we have
/// verified an answer, and how often it leaves one open.
#[derive(Clone, Copy)]
struct Manner {
    good: usize,
    papers: usize,
    verified: usize,
    silent: usize,
}

const MANNERS: [(usize, Manner); 6] = [
    (14, Manner { good: 100, papers: 100, verified: 75, silent: 0 }),
    (22, Manner { good: 99, papers: 95, verified: 25, silent: 0 }),
    (26, Manner { good: 97, papers: 80, verified: 8, silent: 1 }),
    (18, Manner { good: 90, papers: 50, verified: 3, silent: 3 }),
    (13, Manner { good: 70, papers: 25, verified: 0, silent: 6 }),
    (7, Manner { good: 60, papers: 10, verified: 0, silent: 55 }),
];

const STAKES: [(usize, Level); 4] = [(26, Level::Low), (36, Level::Medium), (28, Level::High), (10, Level::Critical)];

const NAMES: [&str; 20] = [
    "Norrsvar",
    "Ekdal",
    "Ljusning",
    "Samtalet",
    "Havsbris",
    "Talgox",
    "Kundhamn",
    "Fjärdsund",
    "Ringmo",
    "Almsvar",
    "Björkvik",
    "Ordning",
    "Svarsborg",
    "Tornio",
    "Vinterdal",
    "Kvarnby",
    "Lyssnaren",
    "Midvik",
    "Stenhäll",
    "Öresvar",
];
const COUNTRIES: [(usize, &str); 7] = [(58, "SE"), (12, "FI"), (10, "NO"), (6, "DK"), (6, "DE"), (4, "PL"), (4, "IN")];
/// Sub-processors: name, country, registration, what it does. The first serve the most.
const CHAIN: [(&str, &str, &str, &str); 9] = [
    ("Molnlagret Inc", "US", "0000-001", "hosting"),
    ("Fjällton Telefoni AB", "SE", "559000-0010", "telephony"),
    ("Skymningen Ltd", "IE", "0000-002", "ticket system"),
    ("Pikaviesti Oy", "FI", "0000000-1", "chat"),
    ("Night Desk Pvt", "IN", "0000-003", "answers at night"),
    ("Talspår GmbH", "DE", "0000-004", "recordings"),
    ("Schemalagt AS", "NO", "0000-005", "scheduling"),
    ("Tolkverket ApS", "DK", "0000-006", "interpreters"),
    ("Drömtext SAS", "FR", "0000-007", "suggested answers"),
];
const OWNERS: [&str; 4] = ["IT", "Purchasing", "Data protection office", "Head of customer service"];
const CONDITIONS: [&str; 4] = [
    "A restore test with a protocol",
    "A new penetration test by somebody from outside",
    "The list of sub-processors, brought up to date",
    "Access ends on the day people leave",
];

/// A vendor's files of a year.
struct Year {
    answers: String,
    review: String,
}

/// What stays the same about a vendor from year to year.
struct Vendor {
    name: String,
    registration: String,
    country: &'static str,
    manner: Manner,
    stakes: Level,
    chain: Vec<usize>,
}

impl Company {
    /// Writes its files into a folder.
    pub fn lay_out(self, folder: &Path) {
        fs::create_dir_all(folder.join("then")).unwrap();
        fs::create_dir_all(folder.join("now")).unwrap();
        fs::write(folder.join("policy.toml"), POLICY).unwrap();
        let read = |id: &str| built_in::version("customer-service", id).unwrap().read().value.unwrap();
        let (old, new) = (read("1.0.0"), read("1.1.0"));
        for at in 0..self.vendors + self.vendors / 40 {
            let mut dice = Dice(self.seed.wrapping_mul(1_000_003).wrapping_add(at as u64));
            let vendor = vendor(at, &mut dice);
            let is_new = at < self.vendors && dice.chance(8);
            let then = (!is_new).then(|| {
                let asked = if dice.chance(70) { &old } else { &new };
                let day = Date::new(2025, 1, 7).unwrap().plus_days(i32::try_from(dice.below(320)).unwrap());
                year(&vendor, asked, day, &mut dice)
            });
            if let Some(year) = &then {
                write(&folder.join("then"), at, year);
            }
            if at >= self.vendors {
                continue; // it left
            }
            match then {
                Some(then) if dice.chance(18) => write(&folder.join("now"), at, &then), // nobody asked it again
                _ => {
                    let manner = if dice.chance(25) { dice.weighed(&MANNERS) } else { vendor.manner };
                    let day = Date::new(2026, 1, 7).unwrap().plus_days(i32::try_from(dice.below(285)).unwrap());
                    write(&folder.join("now"), at, &year(&Vendor { manner, ..vendor }, &new, day, &mut dice));
                }
            }
        }
    }
}

const POLICY: &str = "\
format = \"duly/policy@1\"
dated = 2026-01-02

[review_months]
critical = 6
high = 12
medium = 18
low = 24
";

fn write(folder: &Path, at: usize, year: &Year) {
    fs::write(folder.join(format!("v{at:05}.yaml")), &year.answers).unwrap();
    fs::write(folder.join(format!("v{at:05}.review.yaml")), &year.review).unwrap();
}

fn vendor(at: usize, dice: &mut Dice) -> Vendor {
    let place = NAMES[at % NAMES.len()];
    let name = if at < NAMES.len() { format!("{place} AB") } else { format!("{place} {} AB", at / NAMES.len() + 1) };
    let chain = (0..CHAIN.len()).filter(|company| dice.chance(if *company < 2 { 35 } else { 9 })).collect();
    Vendor {
        name,
        registration: format!("559{:03}-{:04}", at / 10_000, at % 10_000),
        country: dice.weighed(&COUNTRIES),
        manner: dice.weighed(&MANNERS),
        stakes: dice.weighed(&STAKES),
        chain,
    }
}

/// The files of a vendor that answered on a day.
fn year(vendor: &Vendor, asked: &Questionnaire, answered: Date, dice: &mut Dice) -> Year {
    let mut answers = format!(
        "format: duly/answers@1\nvendor: {{name: {}, country: {}, registration: \"{}\"}}\nquestionnaire: {}\n\
         answered: {answered}\n",
        vendor.name,
        vendor.country,
        vendor.registration,
        asked.reference()
    );
    if !vendor.chain.is_empty() {
        answers += "chain:\n";
        for (name, country, registration, does) in vendor.chain.iter().map(|at| CHAIN[*at]) {
            let registration = format!("registration: \"{registration}\"");
            writeln!(answers, "  - {{name: {name}, country: {country}, {registration}, does: {does}}}").unwrap();
        }
    }
    let mut papers = Vec::new();
    for kind in asked.evidence.iter().filter(|_| vendor.manner.papers > 0) {
        if dice.chance(vendor.manner.papers) {
            papers.push((kind.id.to_string(), answered.plus_days(-i32::try_from(dice.below(300)).unwrap())));
        }
    }
    answers += if papers.is_empty() { "" } else { "evidence:\n" };
    for (kind, issued) in &papers {
        writeln!(answers, "  {kind}: {{title: \"Document {kind}\", kind: {kind}, issued: {issued}}}").unwrap();
    }
    answers += "answers:\n";
    let reviewed = answered.plus_days(i32::try_from(3 + dice.below(20)).unwrap());
    let mut seen = String::new();
    for question in &asked.questions {
        if dice.chance(vendor.manner.silent) {
            continue;
        }
        let answer = answer(question, vendor.manner, answered, dice);
        let cited = question.evidence.iter().map(|kind| asked.evidence[*kind].id.as_str());
        let cited: Vec<&str> = cited.filter(|kind| papers.iter().any(|(held, _)| held == kind)).collect();
        let comment = if dice.chance(15) { ", comment: \"Holds for all of our sites.\"" } else { "" };
        let reason = if answer == "n/a" { ", comment: \"We have none of that here.\"" } else { comment };
        writeln!(answers, "  {}: {{answer: {answer}{reason}, evidence: [{}]}}", question.id, cited.join(", ")).unwrap();
        if answer != "n/a" && dice.chance(vendor.manner.verified) {
            let item = format!("{{title: Seen on the visit, issued: {reviewed}}}");
            writeln!(seen, "  {}: {{saw: {answer}, verified: [{item}]}}", question.id).unwrap();
        }
    }
    let review = review(vendor, asked, (&answers, &papers, &seen), reviewed, dice);
    Year { answers, review }
}

/// What a vendor of a manner answers, as it stands in a file.
fn answer(question: &Question, manner: Manner, day: Date, dice: &mut Dice) -> String {
    if question.not_applicable == NotApplicable::Allowed && dice.chance(2) {
        return "n/a".to_owned();
    }
    let is_good = dice.chance(manner.good);
    match &question.form {
        Form::ChooseOne(choices) => one(choices, is_good, dice),
        Form::ChooseMany(ticks) => many(ticks, is_good, dice),
        Form::Number(form) => number(&form.steps, is_good, dice).max(form.min.to_string().parse().unwrap()).to_string(),
        Form::Date(form) => date(form, day, is_good, dice),
        Form::Text => "\"As our handbook says.\"".to_owned(),
    }
}

/// The best option, or one of the others, the better ones more often.
fn one(choices: &Choices, is_good: bool, dice: &mut Dice) -> String {
    let mut sorted: Vec<_> = choices.iter().collect();
    sorted.sort_by_key(|choice| std::cmp::Reverse(choice.value)); // what is alike stays in order
    let at =
        if is_good || sorted.len() == 1 { 0 } else { 1 + dice.below(sorted.len() - 1).min(dice.below(sorted.len())) };
    format!("\"{}\"", sorted[at.min(sorted.len() - 1)].id)
}

/// Every option that does not stand alone, or some of them.
fn many(ticks: &Ticks, is_good: bool, dice: &mut Dice) -> String {
    let all: Vec<&str> = ticks.options.iter().filter(|tick| !tick.exclusive).map(|tick| tick.id.as_str()).collect();
    let first = dice.below(all.len());
    let some: Vec<&str> = all.iter().copied().filter(|id| is_good || *id == all[first] || dice.chance(40)).collect();
    format!("[{}]", some.join(", "))
}

/// A number that is worth everything, or a step less.
fn number(steps: &Steps, is_good: bool, dice: &mut Dice) -> i64 {
    let whole = |quantity: &dyn std::fmt::Display| quantity.to_string().split('.').next().unwrap().parse().unwrap();
    let mut sorted: Vec<(u8, i64)> = steps.steps.iter().map(|(bound, value)| (*value, whole(bound))).collect();
    sorted.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
    let at = if is_good { 0 } else { dice.below(sorted.len()) };
    sorted[at].1
}

fn date(form: &DateForm, day: Date, is_good: bool, dice: &mut Dice) -> String {
    let days = i32::try_from(number(&form.steps, is_good, dice)).unwrap();
    match form.counts {
        // answers are judged again a year later, when a day that was good on the last day no longer is
        Counting::DaysSince => day.plus_days(-(days / 3)).to_string(),
        Counting::DaysLeft => day.plus_days(days + 400).to_string(),
    }
}

/// Answers, the documents they cite and what we have verified, as they stand in a file.
type Said<'s> = (&'s str, &'s [(String, Date)], &'s str);

fn review(vendor: &Vendor, asked: &Questionnaire, said: Said<'_>, reviewed: Date, dice: &mut Dice) -> String {
    let (answers, papers, seen) = said;
    let stakes: Vec<String> = asked.factors.iter().map(|factor| stake(factor, vendor.stakes, dice)).collect();
    let mut review = format!(
        "format: duly/review@1\nvendor: {}\nreviewer: Data protection office\nreviewed: {reviewed}\n\
         inherent_risk: {{{}}}\n",
        vendor.name,
        stakes.join(", ")
    );
    review += if papers.is_empty() { "" } else { "received:\n" };
    for (kind, issued) in papers {
        let item = format!("title: \"Document {kind}\", kind: {kind}, issued: {issued}, on: {reviewed}");
        writeln!(review, "  - {{{item}}}").unwrap();
    }
    if !seen.is_empty() {
        write!(review, "answers:\n{seen}").unwrap();
    }
    if dice.chance(10) {
        let flag = &dice.pick(&asked.flags.iter().collect::<Vec<_>>()).id;
        let until = reviewed.plus_days(i32::try_from(60 + dice.below(400)).unwrap());
        let waiver = format!("flag: {flag}, by: CISO, until: {until}, because: The change is under way.");
        writeln!(review, "waivers:\n  - {{{waiver}}}").unwrap();
    }
    if dice.chance(88) {
        review += &decision(answers, reviewed, dice);
    }
    review
}

/// An option of what is at stake: at most of a tier, and of data that very one.
fn stake(factor: &Factor, most: Level, dice: &mut Dice) -> String {
    let fitting: Vec<_> = factor.options.iter().filter(|option| option.tier <= most).collect();
    let highest = factor.options.iter().find(|option| option.tier == most);
    let option = highest.filter(|_| factor.id.as_str() == "data").unwrap_or(fitting[dice.below(fitting.len())]);
    format!("{}: {}", factor.id, option.id)
}

fn decision(answers: &str, reviewed: Date, dice: &mut Dice) -> String {
    let on = reviewed.plus_days(2);
    let outcome = dice.weighed(&[(60, "approved"), (36, "conditional"), (4, "rejected")]);
    let decided_on = if dice.chance(93) { answers } else { "answers that came later" };
    let mut decision = format!(
        "decision:\n  outcome: {outcome}\n  by: Head of customer service\n  on: {on}\n  answers: {}\n",
        Fingerprint::of([decided_on])
    );
    if dice.chance(70) {
        writeln!(decision, "  next_review: {}", on.plus_months(12)).unwrap();
    }
    if outcome == "conditional" {
        decision += "  conditions:\n";
        for _ in 0..=dice.below(3) {
            let (what, owner) = (dice.pick(&CONDITIONS), dice.pick(&OWNERS));
            let due = on.plus_days(i32::try_from(30 + dice.below(200)).unwrap());
            let met = if dice.chance(55) { format!(", met: {}", due.plus_days(-9)) } else { String::new() };
            writeln!(decision, "    - {{what: \"{what}\", owner: {owner}, due: {due}{met}}}").unwrap();
        }
    }
    decision
}
