//! The overview of many vendors as people see it: the same numbers everywhere, nothing that is empty, one page for a
//! board and some 25 lines on a screen.

use duly::Lang;
use duly::internal::document::{height, html, markdown};
use duly::internal::portfolio::overview::Overview;
use duly::internal::report::overview_of_many::{board, document, screen};

use crate::support::overviews::{NAMES, made_by, overview, untroubled};

const LANGS: [Lang; 2] = [Lang::En, Lang::Sv];

#[test]
fn the_board_gets_one_page_of_three_vendors_and_of_three_hundred_whatever_they_are_called() {
    let long = [("W", 200), ("ord ", 60), ("\u{fdfd}", 90), ("", 1)].map(|(letters, times)| letters.repeat(times));
    let names: Vec<&str> = NAMES.into_iter().chain(long.iter().map(String::as_str)).collect();
    for (vendors, name) in [3, 300].into_iter().flat_map(|vendors| names.iter().map(move |name| (vendors, *name))) {
        for lang in LANGS {
            let page = board::document(&overview(vendors, name), &made_by(), lang);
            assert!(height::fits(&page), "{vendors} {name} {lang:?}\n{}", markdown::render(&page));
        }
    }
}

fn on_screen(overview: &Overview, lang: Lang) -> String {
    let shown = screen::render(overview, lang, 80, false);
    let widest = shown.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or_default();
    assert!(widest <= 80, "{widest}\n{shown}");
    shown
}

#[test]
fn a_screen_has_the_verdict_first_and_some_twenty_five_lines() {
    for (vendors, name) in [(3, "Nordkontakt AB"), (300, "Nordkontakt AB"), (300, NAMES[1])] {
        for lang in LANGS {
            let shown = on_screen(&overview(vendors, name), lang);
            assert!((10..=40).contains(&shown.lines().count()), "{}\n{shown}", shown.lines().count());
            assert!(shown.lines().nth(1).unwrap().trim_start().starts_with("risk "), "{shown}");
        }
    }
}

#[test]
fn the_numbers_of_an_overview_are_the_same_in_every_part_and_add_up() {
    let of_300 = overview(300, "Alfa");
    let page = markdown::render(&document(&of_300, &made_by(), Lang::En));
    let line = |start: &str| {
        let found = page.lines().rfind(|line| line.starts_with(start)).map(str::to_owned);
        assert!(found.is_some(), "{start} in\n{page}");
        found.unwrap()
    };
    let numbers = |line: &str| -> Vec<usize> { line.split('|').filter_map(|cell| cell.trim().parse().ok()).collect() };
    let (mut columns, mut all) = (vec![0; 6], 0);
    for stake in ["critical", "high", "medium", "low", "not stated"] {
        let row = numbers(&line(&format!("| **{stake}** |")).replace('·', "0"));
        let (sum, cells) = row.split_last().unwrap();
        assert_eq!(cells.iter().sum::<usize>(), *sum);
        columns.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell);
        all += sum;
    }
    let last = page.lines().rfind(|line| line.starts_with("| **All** |")).unwrap();
    assert_eq!(numbers(&last.replace('·', "0")), [columns, vec![all]].concat());
    assert_eq!(all, 300);
    let moved = line("| Alfa 0 | **medium** → **high** |");
    assert!(moved.contains("| 51.2 | 21.2 | **−30.0** | −3.1 | −26.9 |"), "{moved}");
    assert!(page.contains("If nobody does anything, 60 vendors are at a worse risk by 23 November 2027"), "{page}");
}

/// Whoever reads a table aloud has its heads alone to tell columns apart.
#[test]
fn no_table_has_two_columns_of_one_name() {
    for lang in LANGS {
        let page = markdown::render(&document(&overview(300, "Alfa"), &made_by(), lang));
        let lines: Vec<&str> = page.lines().collect();
        let heads: Vec<&str> = lines.windows(2).filter(|two| two[1].starts_with("| ---")).map(|two| two[0]).collect();
        assert!(heads.len() >= 9, "{heads:?}");
        for head in heads {
            let names: Vec<&str> = head.trim_matches('|').split('|').map(str::trim).collect();
            let apart: std::collections::BTreeSet<&&str> = names.iter().collect();
            assert_eq!(apart.len(), names.len(), "{head}");
        }
    }
}

#[test]
fn what_there_is_nothing_of_is_left_out() {
    for lang in LANGS {
        let page = markdown::render(&document(&untroubled(12), &made_by(), lang));
        let titles: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(titles, ["## Risk".to_owned(), format!("## {}", lang.basis())], "{page}");
        let board = board::document(&untroubled(12), &made_by(), lang);
        assert!(markdown::render(&board).lines().all(|line| !line.starts_with("## ")), "{board:?}");
        assert!(on_screen(&untroubled(12), lang).lines().count() <= 6);
    }
    let shown = on_screen(&untroubled(12), Lang::En);
    let expected = "12 vendors, judged as of 23 November 2026\n  risk  LOW 12\n  at stake / risk low medium high \
                    critical All\n  low              12      ·    ·        ·  12\n  All              12      ·    \
                    ·        ·  12\n";
    assert_eq!(shown, expected);
}

#[test]
fn a_name_stays_a_name() {
    for name in NAMES {
        let overview = overview(300, name);
        for page in [document(&overview, &made_by(), Lang::En), board::document(&overview, &made_by(), Lang::En)] {
            let text = html::render(&page).unwrap();
            assert!(!text.contains("<script") && !text.contains('\u{202e}'), "{text}");
        }
    }
}
