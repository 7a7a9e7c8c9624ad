//! An even sample of a table's rows, whatever their number: how columns are spread is seen in a few thousand of them.

use super::block::Block;
use super::kept_rows::KeptRows;
use super::values::hash;

/// One row of each span of 2^`level` rows, and so all rows of a small table. Which rows these are depends on nothing but their number
/// and, where cells are long, their length.
#[derive(Default)]
pub(super) struct Sample {
    kept: KeptRows,
    level: u32,
    /// Rows that went by.
    seen: u64,
    /// The next row to keep, counted from 0.
    next: u64,
}

/// A table of fewer rows is kept whole.
const WHOLE: usize = 1 << 13;

/// Of a longer one fewer rows are kept, and fewer bytes: at so many, spans are doubled and every other row goes.
const ROWS: usize = 1 << 12;
const BYTES: usize = 1 << 22;

impl Sample {
    /// Looks at more rows of a table with so many columns.
    // Within the loop that calls it, it would make that slower for all other rows.
    #[inline(never)]
    pub(super) fn take(&mut self, block: Block, columns: usize) {
        let end = self.seen + block.len() as u64;
        while self.next < end {
            self.keep(block, columns);
        }
        self.seen = end;
    }

    /// The rows that were kept.
    pub(super) fn rows(&self) -> &KeptRows {
        &self.kept
    }

    /// Keeps the next row, which is one of these. It is called for few of them.
    #[cold]
    fn keep(&mut self, block: Block, columns: usize) {
        let row = &block.rows()[(self.next - self.seen) as usize];
        self.kept.push(block, row, columns);
        while self.is_full() {
            self.level += 1;
            let level = self.level;
            self.kept.retain(|at| half(at as u64 / 2, level) == at as u64 % 2);
        }
        self.next = standing_for(self.kept.len() as u64, self.level);
    }

    fn is_full(&self) -> bool {
        let most = if self.level == 0 { WHOLE } else { ROWS };
        self.kept.len() >= most || self.kept.bytes() >= BYTES
    }
}

/// The row that stands for a span of 2^`level` rows: of its two halves one, and so on down. Every n-th row would not do: lists
/// alternate (an article and its postage, two lines an order), and all rows kept would be of one sort.
fn standing_for(span: u64, level: u32) -> u64 {
    (1..=level).rev().fold(span, |span, level| span * 2 + half(span, level))
}

/// Which half of a span is kept, 0 or 1: as good as by chance, and always the same.
fn half(span: u64, level: u32) -> u64 {
    hash(&(span << 6 | u64::from(level)).to_le_bytes()) & 1
}

#[cfg(test)]
mod tests {
    use super::super::block::Row;
    use super::*;

    /// A sample of one-celled rows that come so many at a time.
    fn sample(cells: &[String], at_once: usize) -> Sample {
        sample_of(1, cells, at_once)
    }

    fn sample_of(columns: usize, cells: &[String], at_once: usize) -> Sample {
        let mut sample = Sample::default();
        for cells in cells.chunks(at_once * columns) {
            let ends = cells.iter().scan(0, |end, cell| {
                *end += cell.len() as u32;
                Some(*end)
            });
            let bounds: Vec<u32> = std::iter::once(0).chain(ends).collect();
            let row = |first: usize| Row {
                row: 1,
                first: first as u32,
                last: (first + columns) as u32,
                quoted: false,
            };
            let rows: Vec<Row> = (0..cells.len()).step_by(columns).map(row).collect();
            sample.take(Block::joined(cells.concat().as_bytes(), &bounds, &rows), columns);
        }
        sample
    }

    /// The cells of a sample as the numbers they are.
    fn numbers(sample: &Sample) -> Vec<u64> {
        let cells = sample.rows().values(0).map(|cell| std::str::from_utf8(cell).unwrap());
        cells.map(|cell| cell.parse().unwrap()).collect()
    }

    fn counted(rows: usize) -> Vec<String> {
        (0..rows).map(|row| row.to_string()).collect()
    }

    #[test]
    fn few_rows_are_all_kept() {
        let rows = counted(WHOLE - 1);
        assert_eq!(numbers(&sample(&rows, 100)), (0..WHOLE as u64 - 1).collect::<Vec<_>>());
    }

    #[test]
    fn each_span_of_many_rows_has_one() {
        for rows in [WHOLE, WHOLE + 1, 100_000, 262_143, 262_144, 300_001] {
            let found = sample(&counted(rows), 10_000);
            let kept = numbers(&found);
            let spans: Vec<u64> = kept.iter().map(|row| row >> found.level).collect();
            assert_eq!(spans, (0..kept.len() as u64).collect::<Vec<_>>(), "{rows}");
            // All whole spans stand for themselves; of the last one the row may still be to come.
            assert!(kept.len() as u64 >= rows as u64 >> found.level, "{rows}");
            assert!((ROWS / 2..ROWS).contains(&kept.len()), "{rows}: {}", kept.len());
        }
    }

    #[test]
    fn rows_come_as_they_like() {
        let rows = counted(40_000);
        let whole = numbers(&sample(&rows, rows.len()));
        for at_once in [1, 7, 4_096, 16_385] {
            assert_eq!(numbers(&sample(&rows, at_once)), whole, "{at_once}");
        }
    }

    #[test]
    fn lists_that_alternate_are_not_taken_in_step() {
        for period in [2, 3, 4, 8, 64] {
            let rows: Vec<String> =
                (0..200_000).map(|row| u64::from(row % period == 0).to_string()).collect();
            let kept = numbers(&sample(&rows, 9_999));
            let share = kept.iter().sum::<u64>() as f64 / kept.len() as f64;
            // Four standard errors of a share by chance.
            let expect = 1.0 / f64::from(period);
            let error = (expect * (1.0 - expect) / kept.len() as f64).sqrt();
            assert!((share - expect).abs() < 4.0 * error, "{period}: {share}");
        }
    }

    #[test]
    fn long_cells_leave_fewer_rows() {
        let cells: Vec<String> = (0..3_000 * 66).map(|cell| format!("{:0>130}", cell / 66)).collect();
        let found = sample_of(66, &cells, 1_000);
        let rows = found.rows();
        // 4 MB are 512 rows of 64 cells of 128 bytes.
        assert!((256..512).contains(&rows.len()), "{}", rows.len());
        assert!(rows.values(63).all(|cell| cell.len() == 128) && rows.values(64).next().is_none());
    }
}
