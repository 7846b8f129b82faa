//! What is explained of random worlds: the arithmetic that is told is the one that was done, and tables add up on the
//! page.

use duly::internal::assessment::trace::trace;
use duly::internal::case::Origins;
use duly::internal::document::terminal;
use duly::internal::document::{Block, Cell, ColumnKind, Document, RowKind, Table};
use duly::internal::report::explained::{self, Asked};
use duly::internal::report::story::Story;
use duly::internal::words::{Clean, Exact, Lang, NoGuide};
use proptest::prelude::*;

use super::facts::Files;
use super::generate::Shape;
use super::{check_worlds, rational, whole};

/// The fractions that are told give the share and its parts exactly.
#[test]
fn the_steps_lead_to_the_points() {
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        for (at, judged) in assessment.questions.with_ids() {
            let trace = trace(&assessment, at).unwrap();
            let points = |grains: &Exact| rational(&assessment.points(grains.clone()));
            let total = rational(&trace.total);
            if total == whole(0) {
                prop_assert!(assessment.overall.is_none());
                continue;
            }
            let share = whole(100) * rational(&trace.live) / total;
            prop_assert_eq!(&share, &rational(&assessment.share(at)));
            match (trace.worth.as_ref().map(rational), trace.credit) {
                (Some(worth), Some(credit)) => {
                    let by_itself = &worth * whole(u64::from(credit)) / whole(100);
                    let proved = trace.before.as_ref().map_or(by_itself, rational);
                    prop_assert_eq!(points(&judged.parts.assured), &share * &proved);
                    prop_assert_eq!(points(&judged.parts.evidence_gap), &share * (&worth - proved));
                    prop_assert_eq!(points(&judged.parts.control_gap), share * (whole(1) - worth));
                }
                _ => prop_assert_eq!(points(&judged.parts.unknown), share),
            }
        }
        Ok(())
    });
}

/// The tenths of a cell.
fn tenths(cell: &Cell) -> u64 {
    let text = match cell {
        Cell::Text(text) => text.words(),
        Cell::Bar(_) | Cell::Balance(_) => Clean::default(), // no number, which fails
    };
    text.replace('·', "0.0").replace('.', "").parse().unwrap()
}

/// The tables of points, which have nothing but numbers behind their names.
fn tables(document: &Document) -> Vec<&Table> {
    let inner = document.blocks.iter().flat_map(|block| match block {
        Block::Section(section) => &section.blocks[..],
        block => std::slice::from_ref(block),
    });
    let tables = inner.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.filter(|table| table.columns.iter().skip(1).all(|column| column.kind == ColumnKind::Number)).collect()
}

/// Every row adds up to its share, every column to its total, and the categories to what their questions have.
#[test]
fn the_points_add_up_on_the_page() {
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        let story = Story::new(&assessment, Lang::En);
        let document = explained::document(&story, &Origins::default(), Asked::Points, &NoGuide).unwrap();
        let tables = tables(&document);
        prop_assert_eq!(tables.is_empty(), assessment.overall.is_none());
        let mut of_categories = [0; 5];
        for (place, table) in tables.iter().enumerate() {
            let mut sums = [0; 5];
            for row in &table.rows {
                let cells: Vec<u64> = row.cells[1..].iter().map(tenths).collect();
                prop_assert_eq!(cells[..4].iter().sum::<u64>(), cells[4]);
                match row.kind {
                    RowKind::Total => prop_assert_eq!(&cells[..], &sums[..]),
                    RowKind::Group => {} // the sum of the members below it, which are counted themselves
                    _ => sums.iter_mut().zip(&cells).for_each(|(sum, cell)| *sum += cell),
                }
            }
            match place {
                0 => prop_assert_eq!(sums[4], 1000),
                _ => of_categories.iter_mut().zip(sums).for_each(|(all, sum)| *all += sum),
            }
        }
        prop_assert!(tables.is_empty() || of_categories[4] == 1000);
        Ok(())
    });
}

/// Whatever the world, every question can be explained and drawn, in both languages.
#[test]
fn every_question_can_be_explained() {
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        for lang in Lang::ALL {
            let story = Story::new(&assessment, lang);
            for at in assessment.questions.ids() {
                let document = explained::document(&story, &Origins::default(), Asked::Question(at), &NoGuide).unwrap();
                let drawn = terminal::render(&document, 80, false);
                prop_assert!(drawn.contains(files.questionnaire.questions[at].id.as_str()), "{drawn}");
            }
        }
        Ok(())
    });
}
