//! A picture of a document: what is drawn, as values. Where its points lie, [`drawing`](super::drawing) says.

use super::text::Tone;
use crate::words::Clean;

/// A picture with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// A name to point to, as of a [`Section`](super::tree::Section).
    pub anchor: Clean,
    /// What it shows.
    pub title: Clean,
    /// The same in words, for who does not see it.
    pub text: Clean,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Drawing {
    /// Values around a centre. Its numbers stand in a table beside it.
    Radar(Radar),
    /// Cells, some of them marked.
    Matrix(Matrix),
    /// Two rows of bars that face each other. Their numbers stand in a table beside it.
    Facing(Facing),
    /// Steps from one value to another. Their numbers stand in a table beside it.
    Waterfall(Waterfall),
}

/// Two rows of bars that face each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facing {
    /// Whose bars reach to the left, and whose to the right.
    pub sides: [Clean; 2],
    /// What is compared, from the top.
    pub rows: Vec<Axis>,
}

/// Steps from one value to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// Where the steps begin and where they end.
    pub ends: [Clean; 2],
    /// What is at the beginning, in thousandths of the whole.
    pub start: i64,
    /// The steps: name, size in thousandths of the whole, size as shown.
    pub steps: Vec<(Clean, i64, Clean)>,
}

/// Values around a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Radar {
    /// The names of the inner and the outer line.
    pub series: [Clean; 2],
    /// The axes, clockwise from the top.
    pub axes: Vec<Axis>,
}

/// An axis of a [`Radar`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Its name.
    pub name: Clean,
    /// The inner and the outer value in thousandths of the whole.
    pub values: [u64; 2],
    /// The same as shown.
    pub shown: [Clean; 2],
}

/// Cells with rows and columns, some of them marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What the rows and the columns stand for.
    pub axes: [Clean; 2],
    /// The names of the rows, from the top.
    pub rows: Vec<Clean>,
    /// The names of the columns, from the left.
    pub columns: Vec<Clean>,
    /// The cells, row by row.
    pub cells: Vec<Vec<(Tone, Clean)>>,
    /// What is marked.
    pub marks: Vec<Mark>,
}

/// A marked cell of a [`Matrix`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Its column, from 0 at the left.
    pub column: usize,
    /// What the mark says.
    pub name: Clean,
}
