//! A policy as it is shown is a policy: it reads back as the same, and says truly where each value comes from.

use duly::internal::policy::model::{Display, Gate, MustBe, Policy};
use duly::internal::policy::read;
use duly::internal::questionnaire::Level;
use duly::internal::report::rules::{HowFound, effective, template};
use duly::internal::source::{Date, Source};
use duly::internal::words::exact::Rounding;
use duly::internal::words::number::Scale;
use duly::internal::words::{Lang, NoGuide};
use proptest::prelude::*;

use super::check;
use super::generate::{self, Dice, dice};

const LEVELS: [Level; 4] = [Level::Low, Level::Medium, Level::High, Level::Critical];
const LANGS: [Lang; 2] = [Lang::En, Lang::Sv];

/// Texts that a careless writer would break a line, a string or a comment with.
const TEXTS: [&str; 6] = ["reviews", "våra granskningar", "a\"b\\c", "x\ny = 1", "# [gate]", "\u{202e}\u{7}x"];

fn policy(dice: &mut Dice) -> Policy {
    let drawn = generate::policy(dice);
    let default = Policy::default();
    let maybe = |dice: &mut Dice| dice.chance(50);
    Policy {
        dated: maybe(dice).then(Date::default),
        importance: drawn.importance,
        assurance: drawn.assurance.unwrap_or(default.assurance),
        bands: drawn.bands.unwrap_or(default.bands),
        residual_risk: drawn.residual_risk.unwrap_or(default.residual_risk),
        red_flags: drawn.red_flags.unwrap_or(default.red_flags),
        default_inherent_risk: drawn.default_inherent_risk,
        category_minimum_severity: drawn.category_minimum_severity,
        minimum_coverage: dice.below(101) as u8,
        not_applicable_cap: drawn.not_applicable_cap as u8,
        must_be: dice.pick(&[MustBe::Received, MustBe::Named]),
        papers: maybe(dice).then(|| dice.pick(&TEXTS).to_owned()),
        evidence_months: dice.between(1, 120),
        verified_months: dice.between(1, 120),
        answers_months: dice.between(1, 120),
        review_months: [(); 4].map(|_| maybe(dice).then(|| dice.between(1, 120))),
        scope_by_claim: drawn.scope_by_claim as u8,
        ruled_out_by: drawn.ruled_out_by,
        reviews: maybe(dice).then(|| dice.pick(&TEXTS).to_owned()),
        questionnaires: maybe(dice).then(|| (0..=dice.below(3)).map(|_| dice.pick(&TEXTS).to_owned()).collect()),
        screening_up_to: maybe(dice).then(|| dice.pick(&LEVELS)),
        display: Display {
            language: maybe(dice).then(|| dice.pick(&LANGS)),
            scale: Scale {
                top: dice.between(1, 1000),
                decimals: dice.between(0, 6),
                rounding: dice.pick(&[Rounding::Floor, Rounding::HalfEven, Rounding::HalfUp]),
            },
        },
        gate: Gate {
            rating: maybe(dice).then(|| dice.pick(&LEVELS)),
            coverage: maybe(dice).then(|| dice.below(101) as u8),
            red_flags: maybe(dice),
            expired_evidence: maybe(dice),
            decision: maybe(dice),
        },
        source: None,
    }
}

fn read_back(name: &str, text: &str) -> Policy {
    let checked = read(&Source::new(name, text));
    let found = checked.diagnostics.sorted();
    let found: Vec<_> = found.iter().map(|diagnostic| diagnostic.problem.message(Lang::En)).collect();
    assert!(checked.value.is_some(), "refused: {found:?}\n{text}");
    checked.value.unwrap()
}

fn bare(policy: &Policy) -> Policy {
    Policy { source: None, ..policy.clone() }
}

/// Keys with their section that are in force in a policy file, with the comment behind each.
fn keys(text: &str) -> Vec<(String, String)> {
    let mut section = "";
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            section = line;
        } else if let Some((key, rest)) = line.split_once(" = ") {
            let comment = rest.rsplit_once("  # ").map_or("", |(_, comment)| comment);
            found.push((format!("{section}{key}"), comment.to_owned()));
        }
    }
    found
}

#[test]
fn the_policy_in_force_reads_back_as_itself() {
    check(&dice(120), |mut dice| {
        let policy = policy(&mut dice);
        let lang = dice.pick(&LANGS);
        let text = effective(&policy, HowFound::Named, &NoGuide, lang);
        let again = read_back("våra regler.toml", &text);
        prop_assert_eq!(&bare(&again), &policy);
        for found in [HowFound::Named, HowFound::Here, HowFound::Above] {
            prop_assert_eq!(&bare(&read_back("x", &effective(&again, found, &NoGuide, lang))), &policy);
        }
        Ok(())
    });
}

#[test]
fn each_value_names_the_line_on_which_it_stands() {
    check(&dice(120), |mut dice| {
        let whole = effective(&policy(&mut dice), HowFound::Named, &NoGuide, Lang::En);
        // Left-out keys are default ones; those that belong together stay together, so that what is left is valid.
        let free =
            ["default_", "category_", "minimum_", "not_app", "scale", "decimals", "rounding", "expired_", "info"];
        let is_kept = |line: &&str| !(free.iter().any(|start| line.starts_with(start)) && dice.chance(50));
        let file: Vec<&str> = whole.lines().filter(is_kept).collect();
        let given: Vec<String> = keys(&file.join("\n")).into_iter().map(|(key, _)| key).collect();
        let shown = effective(&read_back("p.toml", &file.join("\n")), HowFound::Named, &NoGuide, Lang::En);
        let mut lines = 0;
        for (key, origin) in keys(&shown) {
            let Some(line) = origin.strip_prefix("p.toml:") else {
                prop_assert_eq!(&origin, "default", "{}", key);
                prop_assert!(!given.contains(&key), "{} is given", key);
                continue;
            };
            let name = key.rsplit(']').next().unwrap_or_default();
            let stands = file[line.parse::<usize>().unwrap() - 1].starts_with(&format!("{name} = "));
            prop_assert!(stands, "{} on line {}", key, line);
            lines += 1;
        }
        prop_assert_eq!(lines, given.len());
        Ok(())
    });
}

#[test]
fn the_default_and_the_file_to_adapt_read_back_as_the_default() {
    for lang in LANGS {
        let shown = effective(&Policy::default(), HowFound::Here, &NoGuide, lang);
        assert_eq!(bare(&read_back("duly.toml", &shown)), Policy::default());
        let checked = read(&Source::new("duly.toml", template(&NoGuide, lang)));
        assert!(checked.diagnostics.is_empty());
        assert_eq!(bare(&checked.value.unwrap()), Policy::default());
    }
}

/// With its examples taken out of their comments the file to adapt is valid too, and holds every key there is.
#[test]
fn the_examples_of_the_file_to_adapt_are_valid() {
    for lang in LANGS {
        let is_example = |line: &&str| line.strip_prefix("# ").is_some_and(|line| line.contains(" = "));
        let text = template(&NoGuide, lang);
        assert_eq!(text.lines().filter(is_example).count(), 12);
        let live: Vec<&str> = text.lines().map(|line| if is_example(&line) { &line[2..] } else { line }).collect();
        let policy = read_back("duly.toml", &live.join("\n"));
        assert!(
            policy.reviews.is_some()
                && policy.review_months == [Some(24), Some(18), Some(12), Some(6)]
                && policy.papers.is_some()
                && policy.questionnaires.is_some()
                && policy.display.language.is_some()
        );
        assert!(policy.gate.rating.is_some() && policy.gate.coverage.is_some());
        assert!(text.lines().all(|line| line.chars().count() <= 80));
    }
}
