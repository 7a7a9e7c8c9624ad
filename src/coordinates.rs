//! Customers as points: rows of coordinates, each number in 8 bytes or, where that loses nothing, in 4.

use std::borrow::Cow;

use crate::Matrix;

/// Rows that are made double at a time: so few that they stay near the processor, and a multiple of every lane count.
const PIECE: usize = 256;

/// Columns up to which a single row is made double without asking for memory.
const NARROW: usize = 64;

/// The points that are clustered, customers × features: held in single precision where every number is one of that.
///
/// That is so of very many customers, whose coordinates are rounded to it ([`Preparation`](crate::customers::Preparation)), so that each copy takes half the
/// memory. Numbers are handed out as doubles, so that whoever computes gets the same to the last bit either way.
#[derive(Debug, Clone, PartialEq)]
pub struct Coordinates(Held);

#[derive(Debug, Clone, PartialEq)]
enum Held {
    Double(Matrix),
    Single { columns: usize, values: Vec<f32> },
}

/// Points row by row, wherever they are held.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a>(View<'a>);

#[derive(Debug, Clone, Copy)]
enum View<'a> {
    Double(&'a Matrix),
    Single { columns: usize, values: &'a [f32] },
}

impl Coordinates {
    /// No rows yet, and room for `rows` of so many columns.
    pub fn with_capacity(columns: usize, rows: usize) -> Self {
        Coordinates(Held::Single { columns, values: Vec::with_capacity(columns * rows) })
    }

    /// Appends numbers, row after row. From the first one on that is no single, all are held as doubles.
    pub fn extend(&mut self, numbers: &[f64]) {
        if let Held::Single { columns, values } = &mut self.0 {
            let before = values.len();
            values.extend(numbers.iter().map(|&number| number as f32));
            let lossless =
                values[before..].iter().zip(numbers).all(|(&held, &number)| f64::from(held) == number);
            if lossless {
                return;
            }
            let room = values.capacity() / *columns;
            let mut doubles = Matrix::with_capacity(*columns, room);
            doubles.extend(values[..before].iter().map(|&value| f64::from(value)));
            self.0 = Held::Double(doubles);
        }
        if let Held::Double(matrix) = &mut self.0 {
            matrix.extend(numbers.iter().copied());
        }
    }

    /// All of them in doubles.
    pub fn into_matrix(self) -> Matrix {
        match self.0 {
            Held::Double(matrix) => matrix,
            Held::Single { .. } => self.rows().to_matrix().into_owned(),
        }
    }

    /// The points row by row.
    pub fn rows(&self) -> Rows<'_> {
        Rows(match &self.0 {
            Held::Double(matrix) => View::Double(matrix),
            Held::Single { columns, values } => View::Single { columns: *columns, values },
        })
    }
}

impl From<Matrix> for Coordinates {
    fn from(matrix: Matrix) -> Self {
        Coordinates(Held::Double(matrix))
    }
}

impl<'a> From<&'a Coordinates> for Rows<'a> {
    fn from(coordinates: &'a Coordinates) -> Self {
        coordinates.rows()
    }
}

impl<'a> From<&'a Matrix> for Rows<'a> {
    fn from(matrix: &'a Matrix) -> Self {
        Rows(View::Double(matrix))
    }
}

impl<'a> From<&'a Cow<'_, Matrix>> for Rows<'a> {
    fn from(matrix: &'a Cow<'_, Matrix>) -> Self {
        Rows(View::Double(matrix))
    }
}

impl<'a> Rows<'a> {
    /// Number of rows.
    pub fn count(self) -> usize {
        self.numbers().checked_div(self.columns()).unwrap_or(0)
    }

    /// Number of columns.
    pub fn columns(self) -> usize {
        match self.0 {
            View::Double(matrix) => matrix.columns(),
            View::Single { columns, .. } => columns,
        }
    }

    /// Numbers in all: rows × columns.
    pub fn numbers(self) -> usize {
        match self.0 {
            View::Double(matrix) => matrix.values().len(),
            View::Single { values, .. } => values.len(),
        }
    }

    /// The number in row `row` and column `column`.
    pub fn number(self, row: usize, column: usize) -> f64 {
        match self.0 {
            View::Double(matrix) => matrix.row(row)[column],
            View::Single { columns, values } => f64::from(values[row * columns + column]),
        }
    }

    /// The numbers of column `index` in row order.
    pub fn column(self, index: usize) -> impl ExactSizeIterator<Item = f64> + 'a {
        (0..self.count()).map(move |row| self.number(row, index))
    }

    /// What `look` makes of row `index`.
    #[inline]
    pub fn with<R>(self, index: usize, look: impl FnOnce(&[f64]) -> R) -> R {
        let mut narrow;
        let wide: Vec<f64>;
        look(match self.0 {
            View::Double(matrix) => matrix.row(index),
            View::Single { columns, values } => {
                let row = &values[index * columns..(index + 1) * columns];
                if columns <= NARROW {
                    narrow = [0.0; NARROW];
                    widen(row, &mut narrow);
                    &narrow[..columns]
                } else {
                    wide = row.iter().map(|&value| value.into()).collect();
                    &wide
                }
            }
        })
    }

    /// Row `index` of so many columns as there are.
    #[inline(always)]
    pub(crate) fn array<const D: usize>(self, index: usize) -> [f64; D] {
        match self.0 {
            View::Double(matrix) => matrix.values().as_chunks::<D>().0[index],
            View::Single { values, .. } => values.as_chunks::<D>().0[index].map(f64::from),
        }
    }

    /// Shows all rows in order, each with its number.
    #[inline]
    pub fn each(self, mut look: impl FnMut(usize, &[f64])) {
        let columns = self.columns().max(1);
        self.in_pieces(|first, values| {
            values.chunks_exact(columns).enumerate().for_each(|(at, row)| look(first + at, row));
        });
    }

    /// Shows all rows in order, several at a time and row-major, with the number of the first: all at once, or, but for the last time, a multiple of 16.
    #[inline]
    pub(crate) fn in_pieces(self, mut look: impl FnMut(usize, &[f64])) {
        let (columns, rows) = (self.columns(), self.count());
        let (each, mut room) = match self.0 {
            View::Double(_) => (rows.max(1), Vec::new()),
            View::Single { .. } => (PIECE, vec![0.0; PIECE * columns]),
        };
        // In one place, so that what looks is compiled but once.
        for first in (0..rows).step_by(each) {
            look(
                first,
                match self.0 {
                    View::Double(matrix) => matrix.values(),
                    View::Single { values, .. } => {
                        let piece = &values[first * columns..(first + PIECE).min(rows) * columns];
                        widen(piece, &mut room);
                        &room[..piece.len()]
                    }
                },
            );
        }
    }

    /// A matrix of the rows at `indices`, in that order.
    pub fn select(self, indices: impl IntoIterator<Item = usize>) -> Matrix {
        let mut chosen = Matrix::with_capacity(self.columns(), 0);
        indices.into_iter().for_each(|index| self.with(index, |row| chosen.push(row)));
        chosen
    }

    /// All of them in doubles: what is there, or a copy.
    pub fn to_matrix(self) -> Cow<'a, Matrix> {
        match self.0 {
            View::Double(matrix) => Cow::Borrowed(matrix),
            View::Single { .. } => Cow::Owned(self.select(0..self.count())),
        }
    }

    /// Copies numbers, row-major, from the one numbered `from` on, as far as there is room, and gives how many it was.
    pub fn copy(self, from: usize, room: &mut [f64]) -> usize {
        match self.0 {
            View::Double(matrix) => {
                let rest = matrix.values().get(from..).unwrap_or_default();
                let count = room.len().min(rest.len());
                room[..count].copy_from_slice(&rest[..count]);
                count
            }
            View::Single { values, .. } => {
                let rest = values.get(from..).unwrap_or_default();
                widen(rest, room);
                room.len().min(rest.len())
            }
        }
    }

    /// How many rows differ from each other, but no more than `most`: as soon as so many are known to differ nothing more is looked at.
    pub fn distinct_up_to(self, most: usize) -> usize {
        let mut found = Matrix::with_capacity(self.columns(), most);
        for index in 0..self.count() {
            if found.rows() >= most {
                break;
            }
            self.with(index, |row| {
                if !found.iter().any(|other| other == row) {
                    found.push(row);
                }
            });
        }
        found.rows()
    }
}

/// Writes these numbers as doubles, as far as there is room.
fn widen(values: &[f32], room: &mut [f64]) {
    room.iter_mut().zip(values).for_each(|(double, &value)| *double = f64::from(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(numbers: &[f64]) -> Coordinates {
        let mut coordinates = Coordinates::with_capacity(2, numbers.len() / 2);
        numbers.chunks(3).for_each(|some| coordinates.extend(some));
        coordinates
    }

    #[test]
    fn numbers_come_back_as_they_were() {
        let singles: Vec<f64> = (0..2_000_u32).map(|i| f64::from(i) * 0.375).collect();
        let mut doubles = singles.clone();
        doubles[1_999] = 0.1;
        for (numbers, single) in [(&singles, true), (&doubles, false)] {
            let coordinates = held(numbers);
            assert_eq!(matches!(coordinates.0, Held::Single { .. }), single);
            let rows = coordinates.rows();
            assert_eq!((rows.count(), rows.columns(), rows.numbers()), (1_000, 2, 2_000));
            assert_eq!(rows.to_matrix().values(), numbers);
            let mut seen = Vec::new();
            rows.each(|row, values| {
                assert_eq!((row * 2, values), (seen.len(), &rows.array::<2>(row)[..]));
                seen.extend_from_slice(values);
            });
            assert_eq!(&seen, numbers);
            let mut room = [0.0; 5];
            assert_eq!((rows.copy(1_997, &mut room), &room[..3]), (3, &numbers[1_997..]));
            assert_eq!(rows.copy(2_001, &mut room), 0);
            assert_eq!(rows.select([999, 0]).values(), [numbers[1_998], numbers[1_999], 0.0, 0.375]);
            assert_eq!(rows.column(1).nth(3), Some(7.0 * 0.375));
        }
    }

    #[test]
    fn what_single_precision_cannot_hold_stays_double() {
        for number in [1e300, 1e-300, 1.0 + f64::EPSILON, 16_777_217.0] {
            assert_eq!(held(&[0.5, number]).rows().number(0, 1), number);
        }
    }

    #[test]
    fn different_rows_are_counted_as_far_as_asked() {
        let coordinates = held(&[1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 1.0, 4.0]);
        assert_eq!([0, 2, 9].map(|most| coordinates.rows().distinct_up_to(most)), [0, 2, 3]);
    }
}
