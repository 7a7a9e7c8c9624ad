//! Records as they are handed on: cells by their place in a text, many rows at a time.

/// First byte of a cell and the one after its last.
pub(super) type Span = (usize, usize);

/// Where a record stands: its row in the file, and its cells among the spans of its block.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) row: u64,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Records that lie in one piece of text, one after the other. Whoever looks at them column by column has the same work again and again,
/// which processors do much faster than many kinds in turn.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    text: &'a [u8],
    spans: &'a [Span],
    rows: &'a [Row],
}

/// One row of cells.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Where it stands in the file; the first line is row 1.
    pub(super) row: u64,
    text: &'a [u8],
    spans: &'a [Span],
}

impl<'a> Block<'a> {
    /// Records with these cells in `text`.
    pub(super) fn new(text: &'a [u8], spans: &'a [Span], rows: &'a [Row]) -> Self {
        Block { text, spans, rows }
    }

    /// Number of records.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where it holds none.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
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

    /// The cells at `index` with their rows, as they stand; empty where a record is too short.
    #[inline]
    pub(super) fn column(self, index: usize) -> impl Iterator<Item = (&'a [u8], u64)> {
        self.rows.iter().map(move |&Row { row, first, end }| {
            let span = if first + index < end { self.spans[first + index] } else { (0, 0) };
            (&self.text[span.0..span.1], row)
        })
    }

    fn record(self, &Row { row, first, end }: &Row) -> Record<'a> {
        Record { row, text: self.text, spans: &self.spans[first..end] }
    }
}

impl<'a> Record<'a> {
    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The cell at `index`, as it stands; empty where the record is too short.
    pub(super) fn cell(&self, index: usize) -> &'a [u8] {
        self.spans.get(index).map_or(b"", |&(start, end)| &self.text[start..end])
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        self.spans.iter().map(move |&(start, end)| &self.text[start..end])
    }
}
