//! Layouts in which a line is not simply cells between delimiters.

use serde::{Deserialize, Serialize};

/// How the cells of a line stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Layout {
    /// Separated by the delimiter, quoted where needed.
    #[default]
    Separated,
    /// As `Separated`, but each whole line is one quoted cell: what becomes of a CSV file that went through a spreadsheet as text.
    Quoted,
    /// Separated by the delimiter and quoted as people and small programs do: after a blank, by apostrophes, or with a backslash before
    /// the quotes within. No cell holds a line end.
    Loose,
    /// Separated by runs of at least so many blanks.
    Blanks(u32),
    /// In columns of fixed width, each from the character given (counted from 0) to the next.
    Fixed(Vec<u32>),
}

impl Layout {
    /// True for cells between delimiters and nothing more to it.
    pub(super) fn is_separated(&self) -> bool {
        *self == Layout::Separated
    }
}

/// The cells of one line, end to end.
#[derive(Default)]
pub(super) struct Cells {
    pub(super) text: Vec<u8>,
    /// Where each cell ends in `text`, a 0 before them.
    pub(super) bounds: Vec<u32>,
}

impl Cells {
    /// Forgets the cells, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.bounds.clear();
        self.bounds.push(0);
    }

    fn push(&mut self, cell: &[u8]) {
        self.text.extend_from_slice(cell);
        self.bounds.push(self.text.len() as u32);
    }
}

/// Splits one line after the other.
pub(super) struct Lines {
    layout: Layout,
    delimiter: u8,
    inner: csv_core::Reader,
    line: Vec<u8>,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Lines {
    /// `None` for the layout that needs no second look at a line.
    pub(super) fn new(delimiter: u8, layout: &Layout) -> Option<Self> {
        if layout.is_separated() {
            return None;
        }
        let inner = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let (line, text, ends) = (Vec::new(), Vec::new(), Vec::new());
        Some(Lines { layout: layout.clone(), delimiter, inner, line, text, ends })
    }

    /// Appends the cells of `line`.
    pub(super) fn split(&mut self, line: &[u8], cells: &mut Cells) {
        match &self.layout {
            Layout::Blanks(least) => between_blanks(line, *least as usize, cells),
            Layout::Fixed(starts) => at_places(line, starts, cells),
            Layout::Loose => loosely(line, self.delimiter, cells),
            Layout::Quoted | Layout::Separated => self.unquoted(line, cells),
        }
    }

    fn unquoted(&mut self, line: &[u8], cells: &mut Cells) {
        self.line.clear();
        self.line.extend_from_slice(line);
        self.line.push(b'\n');
        self.text.resize(self.line.len() + 1, 0);
        self.ends.resize(self.line.len() + 1, 0);
        self.inner.reset();
        let (_, _, used, found) = self.inner.read_record(&self.line, &mut self.text, &mut self.ends);
        let mut begin = 0;
        for &end in &self.ends[..found] {
            cells.push(&self.text[begin..end]);
            begin = end;
        }
        // A quote that the line leaves open has no place to close: what came so far is one cell.
        if used > begin {
            cells.push(self.text[begin..used].trim_ascii_end());
        }
    }
}

fn loosely(line: &[u8], delimiter: u8, cells: &mut Cells) {
    let mut rest = line;
    loop {
        let begin = rest.iter().position(|byte| *byte != b' ').unwrap_or(rest.len());
        let after = quoted(&rest[begin..], delimiter, cells).unwrap_or_else(|| {
            let end = rest.iter().position(|byte| *byte == delimiter).unwrap_or(rest.len());
            cells.push(rest[..end].trim_ascii());
            &rest[end..]
        });
        let Some((_, next)) = after.split_first() else { return };
        rest = next;
    }
}

/// Takes a cell within quotes and answers with what follows it, the delimiter first; `None`, and nothing taken, where `rest` does not begin
/// with such a cell.
fn quoted<'l>(rest: &'l [u8], delimiter: u8, cells: &mut Cells) -> Option<&'l [u8]> {
    let (&quote, _) = rest.split_first().filter(|(quote, _)| matches!(**quote, b'"' | b'\''))?;
    let begun = cells.text.len();
    let mut at = 1;
    while let Some(&byte) = rest.get(at) {
        let next = rest.get(at + 1).copied();
        let doubled = byte == quote && next == Some(quote);
        if doubled || (byte == b'\\' && next.is_some_and(|next| next == quote || next == b'\\')) {
            cells.text.extend(next);
            at += 2;
        } else if byte == quote {
            let after = &rest[at + 1..];
            let blanks = after.iter().position(|byte| *byte != b' ').unwrap_or(after.len());
            let after = &after[blanks..];
            if after.first().is_none_or(|byte| *byte == delimiter) {
                cells.bounds.push(cells.text.len() as u32);
                return Some(after);
            }
            cells.text.push(byte);
            at += 1;
        } else {
            cells.text.push(byte);
            at += 1;
        }
    }
    cells.text.truncate(begun);
    None
}

fn between_blanks(line: &[u8], least: usize, cells: &mut Cells) {
    let blank = |at: usize| matches!(line.get(at), Some(b' ' | b'\t'));
    let mut at = (0..line.len()).find(|at| !blank(*at)).unwrap_or(line.len());
    while at < line.len() {
        let (start, mut end) = (at, at);
        while at < line.len() {
            let run = (at..).take_while(|at| blank(*at)).count();
            if run >= least.max(1) {
                at += run;
                break;
            }
            at += run.max(1);
            end = at;
        }
        let cell = &line[start..end];
        cells.push(if end == line.len() { cell.trim_ascii_end() } else { cell });
    }
}

fn at_places(line: &[u8], starts: &[u32], cells: &mut Cells) {
    let place = |character: u32| match line.is_ascii() {
        true => (character as usize).min(line.len()),
        false => {
            let mut begins = (0..line.len()).filter(|at| line[*at] & 0xC0 != 0x80);
            begins.nth(character as usize).unwrap_or(line.len())
        }
    };
    let ends = starts.iter().skip(1).map(|next| place(*next)).chain([line.len()]);
    for (start, end) in starts.iter().map(|start| place(*start)).zip(ends) {
        cells.push(line[start..end].trim_ascii());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(layout: Layout, line: &str, expect: &[&str]) {
        let mut lines = Lines::new(b',', &layout).unwrap();
        let mut cells = Cells::default();
        cells.clear();
        lines.split(line.as_bytes(), &mut cells);
        let text = std::str::from_utf8(&cells.text).unwrap();
        let found: Vec<&str> =
            cells.bounds.windows(2).map(|pair| &text[pair[0] as usize..pair[1] as usize]).collect();
        assert_eq!(found, expect, "{line:?}");
    }

    #[test]
    fn whole_lines_in_quotes() {
        check(Layout::Quoted, "id,name,sum", &["id", "name", "sum"]);
        check(Layout::Quoted, "1,\"Meyer, Eva\",\"2,5\"", &["1", "Meyer, Eva", "2,5"]);
        check(Layout::Quoted, "1,\"Mey", &["1", "Mey"]);
        check(Layout::Quoted, "", &[]);
    }

    #[test]
    fn quoted_loosely() {
        check(Layout::Loose, "17, \"Tea, green\" ,5", &["17", "Tea, green", "5"]);
        check(Layout::Loose, r#"17,"5\" x 7\", black","a""b",5"#, &["17", "5\" x 7\", black", "a\"b", "5"]);
        check(Layout::Loose, "'17','Tea, green','it''s',''", &["17", "Tea, green", "it's", ""]);
        check(Layout::Loose, "17,'t Hooft, 5\" pipe,\"open,", &["17", "'t Hooft", "5\" pipe", "\"open", ""]);
        check(Layout::Loose, r#""C:\\","x""#, &["C:\\", "x"]);
        check(Layout::Loose, "", &[""]);
    }

    #[test]
    fn runs_of_blanks() {
        check(Layout::Blanks(1), "  17   2020-01-02 5.5  ", &["17", "2020-01-02", "5.5"]);
        check(Layout::Blanks(2), "17  New York   5.5", &["17", "New York", "5.5"]);
        check(Layout::Blanks(2), "17  New York ", &["17", "New York"]);
        check(Layout::Blanks(1), "a\t b", &["a", "b"]);
        check(Layout::Blanks(1), "", &[]);
    }

    #[test]
    fn fixed_places() {
        check(Layout::Fixed(vec![0, 5, 11]), "17   New Yor  5.5", &["17", "New Yo", "r  5.5"]);
        check(Layout::Fixed(vec![0, 5, 11]), "17   Köln     5.5", &["17", "Köln", "5.5"]);
        check(Layout::Fixed(vec![0, 5, 11]), "17", &["17", "", ""]);
    }
}
