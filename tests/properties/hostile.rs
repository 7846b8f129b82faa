//! What must be refused is refused, and nothing that anybody writes makes the program stop.

use duly::internal::answers;
use duly::internal::assessment::gate::GateOutcome;
use duly::internal::assessment::{Papers, Subject, advice, assess};
use duly::internal::case::Origins;
use duly::internal::policy;
use duly::internal::questionnaire::{self, Level};
use duly::internal::report::json;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::story::Story;
use duly::internal::review::read as read_review;
use duly::internal::source::{Diagnostics, Source, snippet};
use duly::internal::words::{Lang, NoGuide};
use proptest::prelude::*;

use super::facts::Files;
use super::generate::{self, Dice, Shape, rising_table};
use super::reading::{self, accepted};
use super::world::{Policy, World};
use super::{check, check_worlds};

const LEVELS: [Level; 4] = [Level::Low, Level::Medium, Level::High, Level::Critical];
const BOUNDS: [Option<Level>; 5] =
    [None, Some(Level::Low), Some(Level::Medium), Some(Level::High), Some(Level::Critical)];

fn is_accepted(policy: &Policy) -> bool {
    policy::read::read(&Source::new("duly.toml", policy.to_string())).value.is_some()
}

/// Whether no cell is below one that lies before it in both directions.
fn rises<T: PartialOrd>(table: &[[T; 4]; 4]) -> bool {
    let places = || (0..4).flat_map(|row| (0..4).map(move |column| (row, column)));
    let pairs = places().flat_map(|from| places().map(move |to| (from, to)));
    pairs
        .filter(|(from, to)| from.0 <= to.0 && from.1 <= to.1)
        .all(|(from, to)| table[from.0][from.1] <= table[to.0][to.1])
}

/// A table that rises, but for one cell that may be anything.
fn doubtful_table<T: Copy, const N: usize>(dice: &mut Dice, levels: [T; N]) -> [[T; 4]; 4] {
    let mut table = rising_table(dice, levels);
    table[dice.below(4)][dice.below(4)] = dice.pick(&levels);
    table
}

/// Further: a policy with a table that is not monotone is always refused, and every other one is accepted.
#[test]
fn a_policy_is_accepted_if_its_tables_are_monotone() {
    check(&generate::dice(120), |mut dice| {
        let mut policy = generate::policy(&mut dice);
        let risk = doubtful_table(&mut dice, LEVELS);
        let flags = doubtful_table(&mut dice, BOUNDS);
        (policy.residual_risk, policy.red_flags) = (Some(risk), None);
        prop_assert_eq!(is_accepted(&policy), rises(&risk), "{}", policy);
        (policy.residual_risk, policy.red_flags) = (None, Some(flags));
        prop_assert_eq!(is_accepted(&policy), rises(&flags), "{}", policy);
        Ok(())
    });
}

/// Further: the credits of proof must not fall and end at 100; the cuts of the bands must fall and end above 0.
#[test]
fn a_policy_is_accepted_if_its_numbers_are_in_order() {
    check(&generate::dice(120), |mut dice| {
        let mut policy = generate::policy(&mut dice);
        let credits = [(); 4].map(|()| dice.pick(&[100_u8, 60, 85, 0]));
        let cuts = [(); 3].map(|()| dice.pick(&[50_u8, 70, 90, 0, 100]));
        policy.assurance = Some(credits);
        let credits_rise = credits.windows(2).all(|pair| pair[0] <= pair[1]) && credits[3] == 100;
        prop_assert_eq!(is_accepted(&policy), credits_rise, "{}", policy);
        (policy.assurance, policy.bands) = (None, Some(cuts));
        let cuts_fall = cuts.windows(2).all(|pair| pair[0] > pair[1]) && cuts[2] > 0;
        prop_assert_eq!(is_accepted(&policy), cuts_fall, "{}", policy);
        Ok(())
    });
}

/// Pieces that mean something to a reader of YAML, TOML or answers.
const PIECES: [&str; 36] = [
    "\n",
    " ",
    "  ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!!map ",
    "\"",
    "'",
    "# ",
    "|\n",
    "? ",
    "<<: ",
    "---\n",
    "~",
    "null",
    "n/a",
    "unknown",
    "never",
    "true",
    "yes",
    "0",
    "-1",
    "99999999999999999999",
    "2026-02-30",
    "\u{202e}",
    "\t",
    "å",
    "\u{feff}",
    "\r\n",
];

/// Deletes, doubles, moves and inserts at random.
fn fuzzed(dice: &mut Dice, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(4) {
        if letters.is_empty() {
            break;
        }
        let from = dice.below(letters.len());
        let to = (from + dice.pick(&[1, 3, 20, 200])).min(letters.len());
        let part: Vec<char> = letters[from..to].to_vec();
        let other = dice.below(letters.len());
        match dice.below(5) {
            0 => letters.splice(from..from, dice.pick(&PIECES).chars()).for_each(drop),
            1 => letters.splice(from..to, dice.pick(&PIECES).chars()).for_each(drop),
            2 => letters.drain(from..to).for_each(drop),
            3 => letters.splice(other..other, part).for_each(drop),
            _ => letters.swap(from, other),
        }
    }
    letters.into_iter().collect()
}

/// Every problem can be shown, in both languages.
fn show(notes: &Diagnostics) {
    for diagnostic in notes.sorted() {
        for lang in Lang::ALL {
            assert!(!snippet::render(diagnostic, &NoGuide, lang, false).is_empty());
        }
    }
}

/// Judges as far as the files can be read; gives whether they could.
fn judge(world: &World, questionnaire: &str, answers: &str, review: &str) -> bool {
    let asked = reading::questionnaire(&Source::new("questionnaire.yaml", questionnaire));
    let mut notes = asked.diagnostics;
    let Some(asked) = asked.value else {
        show(&notes);
        return false;
    };
    questionnaire::lint::lower_sets(&asked, &mut notes);
    questionnaire::lint::near_duplicates(&asked, &mut notes);
    let said = reading::answers(&Source::new("answers.yaml", answers), &asked);
    notes.append(said.diagnostics);
    let Some(said) = said.value else {
        show(&notes);
        return false;
    };
    answers::lint::lint(&said, &asked, |_| false, &mut notes);
    let found = read_review::read(&Source::new("answers.review.yaml", review), &asked, &said);
    notes.append(found.diagnostics);
    let policy = Files::of(&World { waivers: Vec::new(), ..world.clone() }).policy;
    let review = found.value.as_ref();
    let (papers, as_of) = (Papers::NONE, world.as_of);
    let subject = Subject { questionnaire: &asked, answers: &said, review, papers, policy: &policy, as_of };
    let assessment = assess(subject).unwrap();
    advice::advise(&assessment, &mut notes);
    show(&notes);
    let gate = GateOutcome { as_of: world.as_of, failed: Vec::new() };
    assert!(
        json::render(&Story::new(&assessment, Lang::En), &gate, &Origins::default(), &MadeBy::default())
            .unwrap()
            .ends_with("}\n")
    );
    found.value.is_some()
}

/// Further: a damaged answers file, review or questionnaire never makes the program panic; what still reads is judged.
#[test]
fn damaged_files_never_panic() {
    check_worlds(Shape::default(), |mut case| {
        let world = &case.world;
        let [questionnaire, answers, review] = [world.questionnaire_text(), world.answers_text(), world.review_text()];
        prop_assert!(judge(world, &questionnaire, &answers, &review));
        judge(world, &questionnaire, &fuzzed(&mut case.dice, &answers), &review);
        judge(world, &questionnaire, &answers, &fuzzed(&mut case.dice, &review));
        judge(world, &fuzzed(&mut case.dice, &questionnaire), &answers, &review);
        let policy = fuzzed(&mut case.dice, &world.policy.to_string());
        show(&policy::read::read(&Source::new("duly.toml", policy)).diagnostics);
        Ok(())
    });
}

/// Further: text and bytes that were never a file of ours do not make it panic either.
#[test]
fn arbitrary_files_never_panic() {
    let asked = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: T\ncategories:\n  - id: c\n    title: C\n    \
                 questions: [{id: q, ask: Q, importance: high, answer: yes-no}]\n";
    let asked = accepted(reading::questionnaire(&Source::new("questionnaire.yaml", asked)));
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..60);
    check(&(pieces, proptest::collection::vec(any::<u8>(), 0..100)), |(pieces, bytes)| {
        let text = pieces.concat();
        show(&reading::answers(&Source::new("answers.yaml", &*text), &asked).diagnostics);
        show(&reading::questionnaire(&Source::new("questionnaire.yaml", &text)).diagnostics);
        show(&policy::read::read(&Source::new("duly.toml", text)).diagnostics);
        if let Ok(source) = Source::from_bytes("answers.yaml", bytes, 50) {
            prop_assert!(source.text.len() <= 50);
            show(&reading::answers(&source, &asked).diagnostics);
        }
        Ok(())
    });
}
