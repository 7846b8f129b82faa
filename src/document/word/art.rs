//! Pictures of a Word file: shapes that Word draws itself (DrawingML), so that they are sharp on paper and need no
//! picture file. No words of anybody stand in them; what they show, the text beside them says, and the description for
//! who does not see them.

use askama::Template;

use super::ink::{ACCENT, EDGE, LIGHT, LINE, MIDDLE, PAPER};
use crate::document::drawing::{self, Point};
use crate::document::{Balance, Bar, Curve, Radar};
use crate::words::Clean;

/// Shapes on a ground, in a line of text.
#[derive(Clone, Debug, Template)]
#[template(path = "art.xml", config = "src/document/word/askama.toml")]
pub struct Artwork {
    /// Its number, unique in the document, from 1.
    pub number: usize,
    /// The same in words.
    pub label: Clean,
    /// Its width and height, in 914,400ths of an inch as all lengths here.
    pub size: [i128; 2],
    /// What is drawn, from the ground up.
    pub shapes: Vec<ArtShape>,
}

/// A shape.
#[derive(Clone, Debug)]
pub struct ArtShape {
    /// From the left and from the top.
    pub at: [i128; 2],
    /// Its width and height.
    pub size: [i128; 2],
    /// What it is.
    pub kind: ArtKind,
    /// What fills it.
    pub fill: Fill,
    /// The colour of its edge, and whether that is dashed.
    pub edge: Option<(&'static str, bool)>,
}

/// What a shape is.
#[derive(Clone, Debug)]
pub enum ArtKind {
    /// A rectangle.
    Rectangle,
    /// An ellipse.
    Ellipse,
    /// Lines from corner to corner, and whether they end where they began. Its corners lie on the ground.
    Path(Vec<[i128; 2]>, bool),
    /// A number.
    Number(usize),
}

/// What fills a shape.
#[derive(Clone, Copy, Debug)]
pub enum Fill {
    /// Nothing.
    Clear,
    /// A colour.
    Solid(&'static str),
    /// A colour through which what lies below is seen.
    Glass(&'static str),
}

/// Twentieths of a point as 914,400ths of an inch.
fn fine(twips: usize) -> i128 {
    i128::try_from(twips).unwrap_or(0) * 635
}

/// The height of the picture of a curve, in tenths.
const CURVE_HEIGHT: i128 = 2_400;

/// How parts of a bar are filled: the first is the darkest, and each is lighter, on the screen and on paper. Patterns
/// would be drawn coarsely by some and finely by others.
const PARTS: [Fill; 3] = [Fill::Solid(ACCENT), Fill::Solid(MIDDLE), Fill::Solid(LIGHT)];

impl Artwork {
    /// An empty ground of a width and a height in twentieths of a point. What draws it keeps its measures only if a
    /// shape fills it.
    fn new(label: &Clean, width: usize, height: usize) -> Artwork {
        let size = [fine(width), fine(height)];
        let ground = ArtShape { at: [0; 2], size, kind: ArtKind::Rectangle, fill: Fill::Clear, edge: None };
        Artwork { number: 0, label: label.clone(), size, shapes: vec![ground] }
    }

    /// A bar from one thousandth of the width to another.
    fn bar(&mut self, from: i128, to: i128, fill: Fill) {
        let [left, right] = [from, to].map(|thousandths| self.size[0] * thousandths / 1_000);
        if right > left {
            let size = [right - left, self.size[1]];
            self.shapes.push(ArtShape { at: [left, 0], size, kind: ArtKind::Rectangle, fill, edge: None });
        }
    }

    /// A stacked bar; nothing where there is nothing.
    pub fn stack(bar: &Bar, width: usize, height: usize) -> Option<Artwork> {
        if bar.parts.iter().sum::<u64>() == 0 {
            return None;
        }
        let mut art = Artwork::new(&bar.label, width, height);
        art.edged();
        let mut from = 0;
        for (part, fill) in bar.parts.iter().zip(PARTS) {
            let to = from + i128::from(*part);
            art.bar(from, to, fill);
            from = to;
        }
        Some(art)
    }

    /// A bar on one side of the middle.
    pub fn lean(balance: &Balance, width: usize, height: usize) -> Artwork {
        let mut art = Artwork::new(&balance.label, width, height);
        let reach = i128::from(balance.reach);
        art.bar(500 + reach.min(0) / 2, 500 + reach.max(0) / 2, Fill::Solid(ACCENT));
        art.bar(497, 503, Fill::Solid(EDGE));
        art
    }

    /// A bar from one place of so many to another.
    pub fn stretch(label: &Clean, [from, to, of]: [i64; 3], fill: Fill, [width, height]: [usize; 2]) -> Artwork {
        let mut art = Artwork::new(label, width, height);
        let place = |at: i64| i128::from(at) * 1_000 / i128::from(of.max(1));
        art.bar(place(from), place(to).max(place(from) + 1), fill);
        art
    }

    /// What a part of a bar looks like; the last is the rest.
    pub fn swatch(part: usize, label: &Clean, height: usize) -> Artwork {
        let mut art = Artwork::new(label, height * 2, height);
        art.edged();
        if let Some(fill) = PARTS.get(part) {
            art.bar(0, 1_000, *fill);
        }
        art
    }

    /// The number of a shape among all of the document, which no picture has.
    fn shape(&self, at: &usize) -> usize {
        self.number * 10_000 + at
    }

    /// With its ground seen.
    fn edged(&mut self) {
        if let Some(ground) = self.shapes.first_mut() {
            (ground.fill, ground.edge) = (Fill::Solid(PAPER), Some((EDGE, false)));
        }
    }

    /// A line of a radar in small.
    pub fn radar_swatch(is_inner: bool, label: &Clean, height: usize) -> Artwork {
        let mut art = Artwork::new(label, height * 2, height);
        if let Some(ground) = art.shapes.first_mut() {
            (ground.fill, ground.edge) = series(is_inner);
        }
        art
    }

    /// Values around a centre. The picture of `drawing.rs` is 400 wide.
    pub fn radar(radar: &Radar, label: &Clean, width: usize) -> Artwork {
        let mut art = Artwork::new(label, width, width);
        let whole = art.size[0];
        let on = |tenths: i128| tenths * whole / 4_000;
        for quarters in 1..=4 {
            art.circle([2_000; 2], 375 * quarters, Fill::Clear, Some((LINE, false)));
        }
        let values = |at: usize| drawing::around(radar.axes.iter().map(|axis| axis.values[at]));
        let around = |distance: u64| drawing::around(radar.axes.iter().map(|_| distance));
        let place = |point: &Point| [on(point.x), on(point.y)];
        for end in &around(1_000) {
            art.path(vec![[on(2_000); 2], place(end)], false, (Fill::Clear, Some((LINE, false))));
        }
        art.path(values(1).iter().map(place).collect(), true, series(false));
        art.path(values(0).iter().map(place).collect(), true, series(true));
        for corner in &values(0) {
            art.circle([corner.x, corner.y], 30, Fill::Solid(ACCENT), None);
        }
        for (at, label) in around(1_130).iter().enumerate() {
            art.number(at + 1, label);
        }
        art.number(50, &Point { x: 2_110, y: 1_240 });
        art.number(100, &Point { x: 2_150, y: 490 });
        art
    }

    /// Values at one date after the other, each date with its number, in a square as a radar.
    pub fn curve(curve: &Curve, label: &Clean, width: usize) -> Artwork {
        let mut art = Artwork::new(label, width, width);
        let across = drawing::curve_width(curve.points.len()) * 10;
        let place = |point: &Point| Point { x: point.x * 4_000 / across, y: point.y * 4_000 / CURVE_HEIGHT };
        let whole = art.size[0];
        let on = |point: &Point| [point.x * whole / 4_000, point.y * whole / 4_000];
        let level = |y: i128| [0, across].map(|x| on(&place(&Point { x, y: y * 10 })));
        for y in [drawing::CURVE_TOP, (drawing::CURVE_TOP + drawing::CURVE_FLOOR) / 2, drawing::CURVE_FLOOR] {
            art.path(level(y).to_vec(), false, (Fill::Clear, Some((LINE, false))));
        }
        for (which, is_dashed) in [(1, true), (0, false)] {
            let points: Vec<Point> =
                drawing::along(curve.points.iter().map(|point| point.values[which])).iter().map(place).collect();
            art.path(points.iter().map(on).collect(), false, (Fill::Clear, Some((ACCENT, is_dashed))));
            for point in points.iter().filter(|_| !is_dashed) {
                art.circle([point.x, point.y], 40, Fill::Solid(ACCENT), None);
            }
        }
        for (at, point) in drawing::along(curve.points.iter().map(|_| 0)).iter().enumerate() {
            art.number(at + 1, &place(&Point { x: point.x, y: point.y + 200 }));
        }
        art
    }

    fn path(&mut self, corners: Vec<[i128; 2]>, ends: bool, (fill, edge): (Fill, Option<(&'static str, bool)>)) {
        let kind = ArtKind::Path(corners, ends);
        self.shapes.push(ArtShape { at: [0; 2], size: self.size, kind, fill, edge });
    }

    /// A circle around a point, in tenths of the picture of `drawing.rs`.
    fn circle(&mut self, [x, y]: [i128; 2], radius: i128, fill: Fill, edge: Option<(&'static str, bool)>) {
        let on = |tenths: i128| tenths * self.size[0] / 4_000;
        let shape = ArtShape {
            at: [on(x - radius), on(y - radius)],
            size: [on(2 * radius); 2],
            kind: ArtKind::Ellipse,
            fill,
            edge,
        };
        self.shapes.push(shape);
    }

    fn number(&mut self, number: usize, middle: &Point) {
        let on = |tenths: i128| tenths * self.size[0] / 4_000;
        let size = [on(300), on(220)];
        let at = [on(middle.x) - size[0] / 2, on(middle.y) - size[1] / 2];
        self.shapes.push(ArtShape { at, size, kind: ArtKind::Number(number), fill: Fill::Clear, edge: None });
    }
}

/// How the inner or the outer line of a radar is drawn.
fn series(is_inner: bool) -> (Fill, Option<(&'static str, bool)>) {
    let fill = if is_inner { Fill::Glass(ACCENT) } else { Fill::Clear };
    (fill, Some((ACCENT, !is_inner)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangles(art: &Artwork) -> Vec<[i128; 2]> {
        art.shapes[1..].iter().map(|shape| [shape.at[0], shape.at[0] + shape.size[0]]).collect()
    }

    #[test]
    fn bars_are_as_long_as_their_parts() {
        let bar = |parts| Artwork::stack(&Bar { parts, label: Clean::default() }, 1_000, 100);
        assert_eq!(
            rectangles(&bar([500, 250, 0, 250]).unwrap()),
            [[0, 500 * 635], [500 * 635, 750 * 635]],
            "an empty part is no shape, and the last is the ground"
        );
        assert!(bar([0; 4]).is_none());
    }

    #[test]
    fn a_balance_leans_to_its_side() {
        let lean = |reach| rectangles(&Artwork::lean(&Balance { reach, label: Clean::default() }, 1_000, 100))[0];
        assert_eq!(lean(-1_000), [0, 500 * 635]);
        assert_eq!(lean(500), [500 * 635, 750 * 635]);
    }
}
