//! Where the points of a picture lie, in whole numbers, so that they are the same on every machine.

use super::{Matrix, Waterfall};
use crate::words::Clean;

/// The radius of a whole value, and where the centre lies.
const RADIUS: i128 = 150;
const CENTRE: i128 = 200;

/// What 1 is in the whole numbers below.
const ONE: i128 = 1_000_000_000;

/// Half a turn, in those numbers.
const HALF_TURN: i128 = 3_141_592_654;

/// A point of a picture, in tenths of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i128,
    /// From the top.
    pub y: i128,
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{},{}", tenths(self.x), tenths(self.y))
    }
}

/// Tenths as a decimal number.
pub fn tenths(value: i128) -> String {
    format!("{}.{}", value / 10, (value % 10).abs())
}

impl Point {
    /// From the left, as a decimal number.
    pub fn left(&self) -> String {
        tenths(self.x)
    }

    /// From the top, as a decimal number.
    pub fn top(&self) -> String {
        tenths(self.y)
    }
}

/// Points around the centre of a picture of 400 by 400, clockwise from the top, at distances in thousandths of the
/// radius.
pub fn around(distances: impl Iterator<Item = u64>) -> Vec<Point> {
    let distances: Vec<(i128, u64)> = (0..).zip(distances).collect();
    let count = distances.last().map_or(1, |(last, _)| last + 1);
    let point = |(at, distance)| {
        let angle = 2 * HALF_TURN * at / count;
        let (sine, cosine) = sine_and_cosine(angle);
        let distance = RADIUS * i128::from(distance);
        // thousandths and tenths: 10 / 1000
        let along = |part: i128| CENTRE * 10 + part * distance / ONE / 100;
        Point { x: along(sine), y: along(-cosine) }
    };
    distances.into_iter().map(point).collect()
}

/// The sine and the cosine of an angle between 0 and a whole turn, by their Taylor series around the nearest quarter.
fn sine_and_cosine(angle: i128) -> (i128, i128) {
    let quarter = HALF_TURN / 2;
    let quarters = (angle + quarter / 2) / quarter;
    let rest = angle - quarters * quarter; // at most an eighth of a turn
    let (sine, cosine) = series(rest);
    match quarters % 4 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

fn series(angle: i128) -> (i128, i128) {
    let (mut sine, mut cosine, mut term) = (0, 0, ONE);
    for power in 1..=14 {
        match power % 4 {
            1 => cosine += term,
            2 => sine += term,
            3 => cosine -= term,
            _ => sine -= term,
        }
        term = term * angle / ONE / power;
    }
    (sine, cosine)
}

/// Where the lowest and the highest value of a curve lie, from the top; what lies below them is for words.
pub const CURVE_FLOOR: i128 = 190;
/// The highest value.
pub const CURVE_TOP: i128 = 30;
/// How far apart its dates lie, and how far from the edges.
const CURVE_GAP: i128 = 110;
const CURVE_MARGIN: i128 = 60;

/// The width of a curve over so many dates.
pub fn curve_width(dates: usize) -> i128 {
    let gaps = i128::try_from(dates).unwrap_or(0).saturating_sub(1).max(1);
    2 * CURVE_MARGIN + gaps * CURVE_GAP
}

/// Where the points of a line lie, by their values in thousandths of the whole.
pub fn along(values: impl Iterator<Item = u64>) -> Vec<Point> {
    let point = |(at, value): (i128, u64)| Point {
        x: (CURVE_MARGIN + at * CURVE_GAP) * 10,
        // thousandths and tenths: 10 / 1000
        y: CURVE_FLOOR * 10 - (CURVE_FLOOR - CURVE_TOP) * i128::from(value.min(1000)) / 100,
    };
    (0..).zip(values).map(point).collect()
}

/// A row of a picture of steps: a bar that begins where the one before it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaterfallRow {
    /// What the row is.
    pub name: Clean,
    /// Its size as shown.
    pub shown: Clean,
    /// An end, a step up or a step down.
    pub class: &'static str,
    /// Where the bar begins, from the left.
    pub left: i64,
    /// How long it is; at least 1, so that it can be seen.
    pub width: i64,
}

/// The width of a picture of steps.
pub const STEPS_WIDTH: i64 = 440;

/// The rows of a picture of steps: where they begin, each step, where they end. The scale reaches from a little below
/// the lowest value to a little above the highest, so that small steps can be seen.
pub fn steps(waterfall: &Waterfall) -> Vec<WaterfallRow> {
    let reached = waterfall.steps.iter().scan(waterfall.start, |value, (_, size, _)| {
        *value += size;
        Some(*value)
    });
    let (lowest, highest) =
        reached.fold((waterfall.start, waterfall.start), |(a, b), value| (a.min(value), b.max(value)));
    let margin = (highest - lowest) / 10 + 10;
    let (from, span) = (lowest - margin, highest - lowest + 2 * margin);
    let place = |value: i64| (value - from) * STEPS_WIDTH / span;
    let row = |name: &Clean, shown: &Clean, class: &'static str, a: i64, b: i64| {
        let (left, right) = (place(a.min(b)), place(a.max(b)));
        WaterfallRow { name: name.clone(), shown: shown.clone(), class, left, width: (right - left).max(1) }
    };
    let end = |at: usize, value: i64| row(&waterfall.ends[at], &Clean::default(), "end", from, value);
    let (mut rows, mut value) = (vec![end(0, waterfall.start)], waterfall.start);
    for (name, size, shown) in &waterfall.steps {
        rows.push(row(name, shown, if *size < 0 { "down" } else { "up" }, value, value + size));
        value += size;
    }
    rows.push(end(1, value));
    rows
}

/// The room beside the cells of counts for the names of their rows.
pub const HEAT_NAMES: usize = 128;

/// The room above them for the names of their columns, and how far one cell is from the next.
const HEAT_HEADS: usize = 66;
const HEAT_PITCH: [usize; 2] = [88, 44];

/// Where a cell of counts begins, from the left and from the top.
pub fn heat_cell(row: usize, column: usize) -> [usize; 2] {
    [HEAT_NAMES + column * HEAT_PITCH[0], HEAT_HEADS + row * HEAT_PITCH[1]]
}

/// The width and the height of a picture of counts, their sums included.
pub fn heat_size(matrix: &Matrix) -> [usize; 2] {
    heat_cell(matrix.rows.len() + 1, matrix.columns.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_around_the_centre() {
        let four = around([1000, 1000, 1000, 1000].into_iter());
        let expected = [(2000, 500), (3500, 2000), (2000, 3500), (500, 2000)];
        for (found, (x, y)) in four.iter().zip(expected) {
            assert!((found.x - x).abs() <= 1 && (found.y - y).abs() <= 1, "{found:?}");
        }
        assert_eq!(around([0, 0, 0].into_iter())[1], Point { x: 2000, y: 2000 });
    }

    #[test]
    fn every_point_is_as_far_away_as_it_should_be() {
        for count in 3..40_usize {
            for point in around(std::iter::repeat_n(1000, count)) {
                let (x, y) = (point.x - 2000, point.y - 2000);
                let square = x * x + y * y;
                assert!((1498 * 1498..=1502 * 1502).contains(&square), "{count}: {point:?}");
            }
        }
    }

    #[test]
    fn a_curve_rises_with_its_values() {
        let points = along([0, 500, 1000].into_iter());
        assert_eq!(points, [(600, 1900), (1700, 1100), (2800, 300)].map(|(x, y)| Point { x, y }));
        assert!(points.iter().all(|point| point.x < curve_width(3) * 10));
    }

    #[test]
    fn each_step_begins_where_the_last_one_ended() {
        let named = |size: i64| (Clean::default(), size, Clean::default());
        let ends = [Clean::default(), Clean::default()];
        let rows = steps(&Waterfall { ends, start: 600, steps: vec![named(100), named(-50)] });
        assert_eq!(rows.iter().map(|row| row.class).collect::<Vec<_>>(), ["end", "up", "down", "end"]);
        assert_eq!(rows[1].left, rows[0].width);
        assert!((rows[1].left + rows[1].width - rows[2].left - rows[2].width).abs() <= 1);
        assert!(
            (rows[3].width - rows[2].left).abs() <= 1 && rows.iter().all(|row| row.left + row.width <= STEPS_WIDTH)
        );
    }

    #[test]
    fn sines_are_right() {
        let half = sine_and_cosine(HALF_TURN / 6).0;
        assert!((half - ONE / 2).abs() < 10, "{half}");
        let (sine, cosine) = sine_and_cosine(HALF_TURN * 5 / 4);
        assert!((sine - cosine).abs() < 20 && sine < 0, "{sine} {cosine}");
    }
}
