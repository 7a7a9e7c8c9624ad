//! Records as they are handed on: cells by their place in a text, many rows at a time.

/// Where a record stands: its row in the file, and its cells among the bounds of its block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) row: u64,
    /// The bound where its first cell begins.
    pub(super) first: u32,
    /// The bound after its last cell.
    pub(super) last: u32,
    /// Whether a quote stands in it.
    pub(super) quoted: bool,
}

/// A cell with doubled quotes, by the bound after it, and where in another text it stands with single ones.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rewritten {
    pub(super) cell: u32,
    pub(super) begin: u32,
    pub(super) end: u32,
}

/// Records one after the other. Whoever looks at them column by column has the same work again and again, which processors do much faster
/// than many kinds in turn.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    text: &'a [u8],
    /// Where cells begin, and after each record one more.
    bounds: &'a [u32],
    rows: &'a [Row],
    /// Bytes between the end of a cell and the beginning of the next.
    gap: usize,
    rewritten: &'a [Rewritten],
    /// The text that these stand in.
    other: &'a [u8],
    /// Whether a cell may hold a line end.
    broken: bool,
}

/// One row of cells.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Where it stands in the file; the first line is row 1.
    pub(super) row: u64,
    block: Block<'a>,
    at: Row,
}

impl Row {
    /// Number of cells.
    pub(super) fn cells(&self) -> usize {
        (self.last - self.first) as usize
    }
}

impl<'a> Block<'a> {
    /// Records whose cells stand end to end in `text`.
    pub(super) fn joined(text: &'a [u8], bounds: &'a [u32], rows: &'a [Row]) -> Self {
        Block { text, bounds, rows, gap: 0, rewritten: &[], other: b"", broken: true }
    }

    /// Records whose cells stand in `text` as in the file, one byte apart and some of them quoted; those with doubled quotes stand in
    /// `other` as well, without. `broken` where a line end may stand within quotes.
    pub(super) fn separated(
        text: &'a [u8],
        bounds: &'a [u32],
        rows: &'a [Row],
        (rewritten, other): (&'a [Rewritten], &'a [u8]),
        broken: bool,
    ) -> Self {
        Block { text, bounds, rows, gap: 1, rewritten, other, broken }
    }

    /// Number of records.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where it holds none.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// False where no cell holds a line end.
    pub(super) fn may_hold_line_ends(&self) -> bool {
        self.broken
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

    /// The block of some of its records.
    pub(super) fn with_rows<'b>(self, rows: &'b [Row]) -> Block<'b>
    where
        'a: 'b,
    {
        Block { rows, ..self }
    }

    /// The block of the record at `at` alone.
    pub(super) fn only(self, at: usize) -> Block<'a> {
        Block { rows: self.rows.get(at..=at).unwrap_or_default(), ..self }
    }

    /// The block of the first `count` records, and the block of the others.
    pub(super) fn split_at(self, count: usize) -> (Block<'a>, Block<'a>) {
        let (first, rows) = self.rows.split_at(count.min(self.rows.len()));
        (Block { rows: first, ..self }, Block { rows, ..self })
    }

    /// All records in order.
    pub(super) fn records(self) -> impl Iterator<Item = Record<'a>> {
        self.rows.iter().map(move |row| self.record(row))
    }

    /// Hands out the cells at `index` as they stand, empty where a record is too short: each with the rows that hold it one after the
    /// other, since exports repeat themselves.
    #[inline(always)]
    pub(super) fn each_run(self, index: usize, mut take: impl FnMut(&'a [u8], &'a [Row])) {
        let Some(row) = self.rows.first() else { return };
        let (mut cell, mut begin, mut end) = (self.cell(row, index), 0, 0);
        loop {
            end += 1;
            let next = self.rows.get(end).map(|row| self.cell(row, index));
            if next.is_some_and(|next| is_same(next, cell)) {
                continue;
            }
            take(cell, &self.rows[begin..end]);
            let Some(next) = next else { return };
            (cell, begin) = (next, end);
        }
    }

    /// The cell at `index` of a row, as it stands; empty where the row is too short.
    #[inline(always)]
    pub(super) fn cell(self, row: &Row, index: usize) -> &'a [u8] {
        let next = row.first as usize + index + 1;
        if next > row.last as usize {
            return b"";
        }
        let cell = &self.text[self.bounds[next - 1] as usize..self.bounds[next] as usize - self.gap];
        if self.gap == 1 && cell.first() == Some(&b'"') { self.unquoted(cell, next as u32) } else { cell }
    }

    /// A cell of one to eight bytes as it stands, quotes and all: the bytes as a word, the first lowest, and how many they are. `None` for
    /// any other, and close to the end of the text. Where cells are short, but not equally so, this is much quicker than a look at each
    /// length.
    #[inline(always)]
    pub(super) fn word(self, row: &Row, index: usize) -> Option<(u64, usize)> {
        let next = row.first as usize + index + 1;
        if next > row.last as usize {
            return None;
        }
        let begin = self.bounds[next - 1] as usize;
        let length = self.bounds[next] as usize - self.gap - begin;
        let eight = self.text.get(begin..)?.first_chunk::<8>()?;
        let kept = u64::MAX >> (64 - 8 * length.clamp(1, 8));
        (1..=8).contains(&length).then(|| (u64::from_le_bytes(*eight) & kept, length))
    }

    /// The first cells of a row as they stand, one byte apart, and where in that text each ends; `None` where they do not stand so: a row
    /// with a quote in it, or with fewer cells.
    pub(super) fn plain_cells(
        self,
        row: &Row,
        cells: usize,
    ) -> Option<(&'a [u8], impl Iterator<Item = usize>)> {
        let bounds = self.bounds.get(row.first as usize..=row.first as usize + cells)?;
        let (&begin, ends) = bounds.split_first()?;
        let end = *ends.last()?;
        (self.gap == 1 && !row.quoted && row.cells() >= cells).then(|| {
            let text = &self.text[begin as usize..end as usize - 1];
            (text, ends.iter().map(move |bound| (bound - 1 - begin) as usize))
        })
    }

    #[inline(never)]
    fn unquoted(self, cell: &'a [u8], next: u32) -> &'a [u8] {
        match self.rewritten.binary_search_by_key(&next, |rewritten| rewritten.cell) {
            Ok(at) => &self.other[self.rewritten[at].begin as usize..self.rewritten[at].end as usize],
            Err(_) => &cell[1..cell.len() - 1],
        }
    }

    fn record(self, row: &Row) -> Record<'a> {
        Record { row: row.row, block: self, at: *row }
    }
}

impl<'a> Record<'a> {
    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.at.cells()
    }

    /// The cell at `index`, as it stands; empty where the record is too short.
    pub(super) fn cell(&self, index: usize) -> &'a [u8] {
        self.block.cell(&self.at, index)
    }

    /// Whether the cell at `index` may hold what else would end it.
    #[inline]
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        let Block { text, bounds, gap, .. } = self.block;
        gap == 0 || text.get(bounds[self.at.first as usize + index] as usize) == Some(&b'"')
    }

    /// All cells as they stand between delimiters, where they do and none is quoted.
    pub(super) fn plain(&self) -> Option<&'a [u8]> {
        let Block { text, bounds, gap, .. } = self.block;
        let text =
            &text[bounds[self.at.first as usize] as usize..bounds[self.at.last as usize] as usize - gap];
        (gap == 1 && !self.at.quoted).then_some(text)
    }

    /// The cells from one index up to another as they stand between delimiters, with those: `None` where they stand otherwise.
    #[inline]
    pub(super) fn between(&self, from: usize, to: usize) -> Option<&'a [u8]> {
        let Block { text, bounds, gap, .. } = self.block;
        let bound = |index: usize| bounds[self.at.first as usize + index] as usize;
        (gap == 1).then(|| &text[bound(from)..bound(to)])
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).map(move |index| self.cell(index))
    }
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
        fn words_are_the_short_cells(cells in proptest::collection::vec("[0-9]{0,10}", 1..20)) {
            let text = cells.join(",").into_bytes();
            let ends = cells.iter().scan(0, |end, cell| {
                *end += cell.len() as u32 + 1;
                Some(*end)
            });
            let bounds: Vec<u32> = std::iter::once(0).chain(ends).collect();
            let rows = [Row { row: 1, first: 0, last: cells.len() as u32, quoted: false }];
            let block = Block::separated(&text, &bounds, &rows, (&[], b""), false);
            for (index, cell) in cells.iter().enumerate() {
                let expect = cell.bytes().rev().fold(0, |word, byte| word << 8 | u64::from(byte));
                let near_the_end = bounds[index] as usize + 8 > text.len();
                let has_word = (1..=8).contains(&cell.len()) && !near_the_end;
                prop_assert_eq!(block.word(&rows[0], index), has_word.then_some((expect, cell.len())));
            }
            prop_assert_eq!(block.word(&rows[0], cells.len()), None);
        }

        #[test]
        fn runs_make_up_the_column(cells in proptest::collection::vec(0u8..3, 0..40)) {
            let text: Vec<u8> = cells.iter().map(|cell| b'a' + cell).collect();
            let bounds: Vec<u32> = (0..=text.len() as u32).collect();
            let rows: Vec<Row> =
                bounds.windows(2).map(|pair| Row { row: 1, first: pair[0], last: pair[1], quoted: false }).collect();
            let block = Block::joined(&text, &bounds, &rows);
            let mut runs: Vec<(&[u8], &[Row])> = Vec::new();
            block.each_run(0, |cell, rows| runs.push((cell, rows)));
            let all: Vec<u8> =
                runs.iter().flat_map(|(cell, rows)| vec![cell[0]; rows.len()]).collect();
            prop_assert_eq!(&all, &text);
            prop_assert!(runs.windows(2).all(|pair| pair[0].0 != pair[1].0));
        }
    }
}
