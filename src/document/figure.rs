//! A picture of a document: what is drawn, as values. Where its points lie, [`drawing`](super::drawing) says.

use super::text::Tone;
use crate::words::clean::{Clean, Trusted};

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
    /// Values at one date after the other. Their numbers stand in a table beside it.
    Curve(Curve),
}

/// Two values at one date after the other, as lines. The dates lie equally far apart, whatever lies between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The names of the lower and the upper line.
    pub series: [Clean; 2],
    /// The dates, from the left.
    pub points: Vec<CurvePoint>,
}

/// A date of a [`Curve`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// What it is called.
    pub name: Clean,
    /// The lower and the upper value in thousandths of the whole.
    pub values: [u64; 2],
    /// The same as shown.
    pub shown: [Clean; 2],
    /// What stands below it in a word or two, and how that sounds.
    pub tag: (Tone, Clean),
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

/// Cells with rows and columns, some of them marked, or counts with their sums.
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
    /// What is counted, where the cells are counts.
    pub heat: Option<Heat>,
}

/// The counts behind the cells of a [`Matrix`], from which their sums follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The name of the sums.
    pub sum: Clean,
    /// How many there are, row by row.
    pub counts: Vec<Vec<usize>>,
}

impl Matrix {
    /// Cells that are counts, with their sums at the margins. Each has the tone of its column; a cell without any is a
    /// point.
    pub fn of_counts(
        axes: [Clean; 2],
        rows: Vec<Clean>,
        columns: Vec<(Tone, Clean)>,
        sum: Clean,
        counts: Vec<Vec<usize>>,
    ) -> Matrix {
        let cell = |(count, (tone, _)): (&usize, &(Tone, Clean))| {
            (if *count == 0 { Tone::Plain } else { *tone }, Heat::shown(*count))
        };
        let cells = counts.iter().map(|row| row.iter().zip(&columns).map(cell).collect()).collect();
        let columns = columns.into_iter().map(|(_, name)| name).collect();
        Matrix { axes, rows, columns, cells, marks: Vec::new(), heat: Some(Heat { sum, counts }) }
    }
}

impl Heat {
    /// A count, or a sum of counts, as it is shown: a dot where there is none.
    pub fn shown(count: usize) -> Clean {
        if count == 0 { "·".clean() } else { count.clean() }
    }

    /// The sum of a row.
    pub fn of_row(&self, row: usize) -> usize {
        self.counts.get(row).map_or(0, |row| row.iter().sum())
    }

    /// The sum of a column.
    pub fn of_column(&self, column: usize) -> usize {
        self.counts.iter().filter_map(|row| row.get(column)).sum()
    }

    /// The sum of all.
    pub fn all(&self) -> usize {
        self.counts.iter().flatten().sum()
    }

    /// A count in thousandths of the highest; at least 1, if there is any.
    pub fn share(&self, row: usize, column: usize) -> usize {
        let count = self.counts.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
        let highest = self.counts.iter().flatten().max().copied().unwrap_or_default();
        (count * 1_000).div_ceil(highest.max(1))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_at_both_margins_and_their_tone_is_that_of_the_column() {
        let names = |names: &[&'static str]| names.iter().map(|name| name.clean()).collect::<Vec<_>>();
        let columns = vec![(Tone::Worst, "critical".clean()), (Tone::Good, "low".clean())];
        let counts = vec![vec![3, 0], vec![1, 12]];
        let axes = ["stake".clean(), "risk".clean()];
        let matrix = Matrix::of_counts(axes, names(&["high", "low"]), columns, "all".clean(), counts);
        let heat = matrix.heat.as_ref().unwrap();
        assert_eq!([heat.of_row(0), heat.of_row(1), heat.of_row(2)], [3, 13, 0]);
        assert_eq!([heat.of_column(0), heat.of_column(1), heat.all()], [4, 12, 16]);
        assert_eq!([heat.share(1, 1), heat.share(0, 0), heat.share(0, 1), heat.share(1, 0)], [1_000, 250, 0, 84]);
        let shown = [(Tone::Worst, "3".clean()), (Tone::Plain, "·".clean())];
        assert_eq!(matrix.cells[0], shown);
        assert_eq!(matrix.columns, names(&["critical", "low"]));
    }
}
