//! Values over dates as a picture of a page.

use askama::Template;

use crate::document::drawing::{self, Point};
use crate::document::{Curve, CurvePoint, Figure};

/// The picture.
#[derive(Template)]
#[template(path = "curve.html", config = "src/document/html/askama.toml")]
pub struct CurvePicture<'d> {
    pub(super) figure: &'d Figure,
    pub(super) curve: &'d Curve,
    /// How the words below each date sound, as the style sheet calls it.
    pub(super) tones: Vec<&'static str>,
}

impl CurvePicture<'_> {
    fn width(&self) -> i128 {
        drawing::curve_width(self.curve.points.len())
    }

    /// The points of the lower or the upper line.
    fn line(&self, which: usize) -> Vec<Point> {
        drawing::along(self.curve.points.iter().map(|point| point.values[which]))
    }

    /// Lines at nothing, half and the whole, from the top, each with its number.
    fn scale(&self) -> [(i128, u8); 3] {
        let (floor, top) = (drawing::CURVE_FLOOR, drawing::CURVE_TOP);
        [(floor, 0), ((floor + top) / 2, 50), (top, 100)]
    }

    /// The same as a polyline has them.
    fn polyline(&self, which: usize) -> String {
        self.line(which).iter().map(Point::to_string).collect::<Vec<_>>().join(" ")
    }

    /// Where the lower value of each date lies, the date, and how its words sound.
    fn dates(&self) -> Vec<(Point, &CurvePoint, &'static str)> {
        let dates = self.line(0).into_iter().zip(&self.curve.points).zip(&self.tones);
        dates.map(|((place, point), tone)| (place, point, *tone)).collect()
    }
}
