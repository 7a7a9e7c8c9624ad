//! Records as they are handed on: cells by their place in a text, many rows at a time.

/// First byte of a cell and the one after its last, in the text of its block; in the second text where [`OWN`] is set in the first.
pub(super) type Span = (u32, u32);

/// Marks a span in the second text of its block.
pub(super) const OWN: u32 = 1 << 31;

/// Where a record stands: its row in the file, and its cells among the spans of its block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) row: u64,
    pub(super) first: u32,
    pub(super) end: u32,
}

impl Row {
    /// Number of cells.
    pub(super) fn cells(&self) -> usize {
        (self.end - self.first) as usize
    }
}

/// Records one after the other. Whoever looks at them column by column has the same work again and again, which processors do much faster
/// than many kinds in turn.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    /// What was read, and the cells that had to be written anew.
    texts: [&'a [u8]; 2],
    spans: &'a [Span],
    rows: &'a [Row],
}

/// One row of cells.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Where it stands in the file; the first line is row 1.
    pub(super) row: u64,
    texts: [&'a [u8]; 2],
    spans: &'a [Span],
}

impl<'a> Block<'a> {
    /// Records with these cells.
    pub(super) fn new(texts: [&'a [u8]; 2], spans: &'a [Span], rows: &'a [Row]) -> Self {
        Block { texts, spans, rows }
    }

    /// Number of records.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where it holds none.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where its records stand.
    pub(super) fn rows(self) -> &'a [Row] {
        self.rows
    }

    /// The first record, and the block of the others.
    pub(super) fn split_first(self) -> Option<(Record<'a>, Block<'a>)> {
        let (first, rows) = self.rows.split_first()?;
        Some((self.record(first), Block { rows, ..self }))
    }

    /// The block of the first record alone.
    pub(super) fn only_first(self) -> Block<'a> {
        Block { rows: &self.rows[..self.rows.len().min(1)], ..self }
    }

    /// All records in order.
    pub(super) fn records(self) -> impl Iterator<Item = Record<'a>> {
        self.rows.iter().map(move |row| self.record(row))
    }

    /// The cells at `index` as they stand, empty where a record is too short: each with the rows that hold it one after the other, since
    /// exports repeat themselves.
    #[inline]
    pub(super) fn runs(self, index: usize) -> Runs<'a> {
        let next = self.rows.first().map_or(b"".as_slice(), |row| self.cell(row, index));
        Runs { block: self, index, next }
    }

    #[inline]
    fn cell(self, row: &Row, index: usize) -> &'a [u8] {
        let at = row.first as usize + index;
        if at < row.end as usize { cell(self.texts, self.spans[at]) } else { b"" }
    }

    fn record(self, &Row { row, first, end }: &Row) -> Record<'a> {
        Record { row, texts: self.texts, spans: &self.spans[first as usize..end as usize] }
    }
}

/// Walks over the runs of equal cells in a column.
pub(super) struct Runs<'a> {
    /// What is still ahead.
    block: Block<'a>,
    index: usize,
    /// The first cell ahead.
    next: &'a [u8],
}

impl<'a> Iterator for Runs<'a> {
    type Item = (&'a [u8], &'a [Row]);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (rows, cell) = (self.block.rows, self.next);
        let mut length = 1.min(rows.len());
        while let Some(row) = rows.get(length) {
            self.next = self.block.cell(row, self.index);
            if !is_same(self.next, cell) {
                break;
            }
            length += 1;
        }
        let (run, rest) = rows.split_at(length);
        self.block.rows = rest;
        (!run.is_empty()).then_some((cell, run))
    }
}

impl<'a> Record<'a> {
    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The cell at `index`, as it stands; empty where the record is too short.
    pub(super) fn cell(&self, index: usize) -> &'a [u8] {
        self.spans.get(index).map_or(b"", |span| cell(self.texts, *span))
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        self.spans.iter().map(move |span| cell(self.texts, *span))
    }
}

#[inline]
fn cell(texts: [&[u8]; 2], (start, end): Span) -> &[u8] {
    &texts[(start >> 31) as usize][(start & !OWN) as usize..end as usize]
}

/// Equality of short slices without a call: whole words, the last of which may overlap with the one before.
#[inline]
pub(super) fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    if let ([a_words @ .., a_last], [b_words @ .., b_last]) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0) {
        let tails = a.last_chunk::<8>() == b.last_chunk::<8>();
        return tails && a_last == b_last && a_words.iter().zip(b_words).all(|(a, b)| a == b);
    }
    if let (Some(a_first), Some(b_first)) = (a.first_chunk::<4>(), b.first_chunk::<4>()) {
        return a_first == b_first && a.last_chunk::<4>() == b.last_chunk::<4>();
    }
    a.iter().zip(b).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn same_as_equality(a in "[ab]{0,30}", b in "[ab]{0,30}", at in 0usize..30) {
            prop_assert_eq!(is_same(a.as_bytes(), b.as_bytes()), a == b);
            let mut other = a.clone().into_bytes();
            prop_assert!(is_same(a.as_bytes(), &other));
            if let Some(byte) = other.get_mut(at) {
                *byte = b'c';
                prop_assert!(!is_same(a.as_bytes(), &other));
            }
        }

        #[test]
        fn runs_make_up_the_column(cells in proptest::collection::vec(0u8..3, 0..40)) {
            let text: Vec<u8> = cells.iter().map(|cell| b'a' + cell).collect();
            let spans: Vec<Span> = (0..).zip(&cells).map(|(at, _)| (at, at + 1)).collect();
            let rows: Vec<Row> =
                (0..).zip(&cells).map(|(at, _)| Row { row: at.into(), first: at, end: at + 1 }).collect();
            let block = Block::new([&text, b""], &spans, &rows);
            let runs: Vec<(&[u8], &[Row])> = block.runs(0).collect();
            let all: Vec<u8> =
                runs.iter().flat_map(|(cell, rows)| vec![cell[0]; rows.len()]).collect();
            prop_assert_eq!(&all, &text);
            prop_assert!(runs.windows(2).all(|pair| pair[0].0 != pair[1].0));
        }
    }
}
