//! Overviews of many vendors as values, put together here and judged by nobody: with long and hostile names, of few
//! vendors and of many.

use std::fs;
use std::path::Path;

use duly::internal::document::{Document, html};
use duly::internal::portfolio::common_folder::CommonFolder;
use duly::internal::portfolio::days::DaySpan;
use duly::internal::portfolio::depends::Dependency;
use duly::internal::portfolio::falls_due::{DueCounts, FallsDue, OverdueVendor};
use duly::internal::portfolio::foremost::Foremost;
use duly::internal::portfolio::heat::{HeatMap, RiskCounts, RiskTold, STAKES};
use duly::internal::portfolio::overview::{
    FEW, Lack, Overview, RaisedFlag, SeveralFiles, TOP, Undecided, WorseLater, Worsening,
};
use duly::internal::portfolio::rests_on::{ManyFiles, NamedFile, RestsOn};
use duly::internal::portfolio::since::{Moved, Mover, NamedVendor, SinceBefore};
use duly::internal::questionnaire::Level;
use duly::internal::report::made_by::MadeBy;
use duly::internal::report::overview_of_many::{board, document};
use duly::internal::source::Fingerprint;
use duly::internal::words::clean::one_line;
use duly::internal::words::number::Scale;
use duly::{Date, Lang};

/// What vendors and questions are called: as usual, in long words, and trying what a name can.
pub const NAMES: [&str; 4] = ["Nordkontakt AB", HOSTILE, WIDE, PROSE];
const WIDE: &str = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";
const PROSE: &str =
    "Does the vendor keep what it is given apart from what others give it, and can it show that to you?";
const HOSTILE: &str = "</svg><script>alert(1)</script> \u{202e}| **VENDOR RISK: LOW** | \u{fdfd}\u{fdfd}\u{fdfd} \
                           WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW Gesellschaft für Datenverarbeitung";

fn first<T>(all: usize, most: usize, one: impl Fn(usize) -> T) -> Foremost<T> {
    Foremost { first: (0..all.min(most)).map(one).collect(), all }
}

fn named(name: &str, at: usize) -> NamedVendor {
    NamedVendor { vendor: one_line(&format!("{name} {at}")).cut(80), file: one_line("v.yaml") }
}

fn day(year: i16) -> DaySpan {
    DaySpan::day(Date::new(year, 11, 23).unwrap())
}

/// The command that a page tells.
pub fn made_by() -> MadeBy {
    let command = "duly export vendors-of-2026 --summary -f html --for board --before vendors-of-2025 --policy \
                   duly.toml --as-of 2026-11-23 --lang en";
    MadeBy::typed(one_line(command))
}

fn rests_on(vendors: usize) -> RestsOn {
    let sha256 = Fingerprint::of([b"many"]);
    let many = || ManyFiles { count: vendors, sha256 };
    let named = |name: &str| [NamedFile { name: one_line(name), sha256: sha256.to_string() }].into();
    let (asked, rules) = (named("customer-service@1.1.0"), named("duly.toml"));
    RestsOn { answers: many(), reviews: many(), asked, rules, are_rules_named: true }
}

/// So many vendors, named after a text, and the same a year ago.
pub fn overview(vendors: usize, name: &str) -> Overview {
    let text = |at: usize| one_line(&format!("{name} {at}")).cut(160);
    let mut risks = HeatMap::default();
    (0..vendors).for_each(|at| risks.add(STAKES[at % 5 * at % 5], RiskTold::ALL[at % 7 % 6]));
    let lack = |at: usize| Lack {
        questionnaire: one_line("q"),
        question: one_line("access.multi-factor-authentication"),
        ask: text(at),
        tenths: 9_100 - 400 * u64::try_from(at).unwrap(),
        vendors: vendors - at.min(vendors),
    };
    let flag = |at: usize| RaisedFlag {
        questionnaire: one_line("q"),
        id: one_line("no-processor-agreement"),
        title: text(at),
        severity: Level::Critical,
        raised: vendors.saturating_sub(3 * at),
        open: at,
    };
    let dependency =
        |at: usize| Dependency::new(text(at), |stake| (vendors / 9).saturating_sub(at + stake.map_or(0, Level::index)));
    let worsening = |at: usize| Worsening { who: named(name, at), from: Level::Medium, to: Level::High };
    let overdue = |at: usize| OverdueVendor {
        who: named(name, at),
        since: Date::new(2026, 5, 1).unwrap(),
        overdue: DueCounts {
            reviews: (at + 1) % 2,
            computed: usize::from(at % 4 == 2),
            conditions: 1 + at,
            ..DueCounts::default()
        },
    };
    Overview {
        lie_in: CommonFolder::default(),
        as_of: day(2026),
        unjudged: vendors / 100,
        vendors: vendors - vendors / 100,
        alike: Vec::new(),
        several: first(vendors / 100, TOP, |at| SeveralFiles {
            vendor: text(at).cut(80),
            files: 2,
            first: vec![text(at), text(at + 1)],
        }),
        risks,
        since: Some(since(vendors, name)),
        due: FallsDue {
            overdue: due_counts([5, 6, 4, 3, 8].map(|part| vendors / part)),
            soon: due_counts([6, 9, 7, 5, 9].map(|part| vendors / part)),
            vendors: first(vendors / 4, TOP, overdue),
            replaced: Vec::new(),
        },
        later: WorseLater { by: day(2027), vendors: first(vendors / 5, TOP, worsening) },
        lacks: first(vendors, TOP, lack),
        flags: first(vendors, TOP, flag),
        companies: first(vendors / 3, TOP, dependency),
        countries: first(vendors / 4, TOP, dependency),
        undecided: undecided(vendors, name),
        files: rests_on(vendors),
        files_before: (vendors > 0).then(|| rests_on(vendors)),
        scale: Scale::default(),
    }
}

fn undecided(vendors: usize, name: &str) -> Undecided {
    let examples = |all: usize| first(all, FEW, |at| named(name, at));
    Undecided {
        none: examples(vendors / 3),
        on_others: examples(vendors / 5),
        unbound: examples(vendors / 8),
        rejected: examples(vendors / 9),
        unrated: examples(vendors / 7),
        nothing: examples(vendors / 10),
    }
}

fn due_counts([reviews, computed, conditions, waivers, answers]: [usize; 5]) -> DueCounts {
    DueCounts { reviews, computed, conditions, waivers, answers }
}

fn since(vendors: usize, name: &str) -> SinceBefore {
    let mut then = RiskCounts::default();
    (0..vendors).for_each(|at| then.add(RiskTold::ALL[at % 4]));
    let mover = |sign: i64| {
        move |at: usize| Mover {
            who: named(name, at),
            file_then: one_line("old.yaml"),
            from: RiskTold::Rated(Level::Medium),
            to: RiskTold::Rated(if sign < 0 { Level::High } else { Level::Low }),
            then: 512,
            then_today: 512 - 31,
            now: 512 + sign * (300 - i64::try_from(at).unwrap() * 20),
        }
    };
    let moved = Moved { better: vendors / 4, worse: vendors / 3, same: vendors / 5, unknown: 0 };
    SinceBefore {
        lie_in: CommonFolder::default(),
        folder: one_line("then"),
        days: Some(day(2025)),
        then,
        now: then,
        by_risk: moved,
        by_score: moved,
        better: first(vendors / 4, TOP, mover(1)),
        worse: first(vendors / 3, TOP, mover(-1)),
        word_for_word: vendors / 6,
        unjudged: vendors / 90,
        new: RiskCounts::default(),
        gone: RiskCounts::default(),
        twice: Foremost::default(),
    }
}

/// Vendors of which nothing is to be told but that they are all well.
pub fn untroubled(vendors: usize) -> Overview {
    let mut risks = HeatMap::default();
    (0..vendors).for_each(|_| risks.add(Some(Level::Low), RiskTold::Rated(Level::Low)));
    Overview {
        risks,
        unjudged: 0,
        vendors,
        since: None,
        due: FallsDue::default(),
        later: WorseLater { by: day(2027), vendors: Foremost::default() },
        lacks: Foremost::default(),
        flags: Foremost::default(),
        companies: Foremost::default(),
        countries: Foremost::default(),
        undecided: Undecided::default(),
        ..overview(0, "")
    }
}

/// The pages of all of them in a folder.
pub fn lay_out(folder: &Path) {
    for (vendors, (at, name)) in
        [3, 300].into_iter().flat_map(|vendors| NAMES.iter().enumerate().map(move |of| (vendors, of)))
    {
        for lang in [Lang::En, Lang::Sv] {
            let overview = overview(vendors, name);
            let write = |kind: &str, page: &Document| {
                let file = folder.join(format!("{vendors}-{at}-{kind}-{}.html", lang.code()));
                fs::write(file, html::render(page).unwrap()).unwrap();
            };
            write("full", &document(&overview, &made_by(), lang));
            write("board", &board::document(&overview, &made_by(), lang));
        }
    }
}
