//! What the first part of a file tells: that it is a text table at all, how its cells stand beside each other, where the table begins
//! and whether it names its columns.

use super::cells::is_missing;
use super::lines::Layout;
use super::records::Records;
use super::top::{Narrow, Table, has_header, is_typed, rows_above, titles, too_narrow, units};
use super::wrapping::bare;
use crate::Error;

/// How the records of a file are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    pub(super) layout: Layout,
    /// Rows above the table.
    pub(super) lead: u64,
    pub(super) header: bool,
    /// Rows between the header and the first row of data: units.
    pub(super) under: u64,
    /// Whether the header has no name for the first column, which holds names of rows.
    pub(super) row_names: bool,
}

/// Delimiters that are tried; among equals the first wins.
const DELIMITERS: [u8; 6] = [b',', b';', b'\t', b'|', b'~', b'^'];

/// Records that are looked at; more do not change the picture.
const RECORDS: usize = 1_000;

/// First bytes of workbooks (zip archives, and the older compound files).
const WORKBOOKS: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// First bytes of compressed files that are not unpacked: bzip2, xz, zstd, 7z, rar.
const COMPRESSED: [&[u8]; 5] =
    [b"BZh91AY&SY", b"\xFD7zXZ\0", b"\x28\xB5\x2F\xFD", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07"];

/// Refuses what its first bytes show to be no text.
///
/// # Errors
/// [`Error::SpreadsheetFile`], [`Error::CompressedFile`], [`Error::NotATable`].
pub(super) fn refuse_signature(head: &[u8]) -> Result<(), Error> {
    let starts = |signatures: &[&[u8]]| signatures.iter().any(|signature| head.starts_with(signature));
    if starts(&WORKBOOKS) {
        return Err(Error::SpreadsheetFile);
    }
    if starts(&COMPRESSED) {
        return Err(Error::CompressedFile);
    }
    if starts(&[b"%PDF-", b"\x89PNG", b"GIF8", b"\xFF\xD8\xFF"]) { Err(Error::NotATable) } else { Ok(()) }
}

/// Refuses decoded text with so many bytes in it that no text holds that it is none. A few are what a program left behind that broke off.
///
/// # Errors
/// [`Error::NotATable`].
pub(super) fn refuse_controls(text: &[u8]) -> Result<(), Error> {
    let controls =
        text.iter().filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    if controls * 100 > text.len() { Err(Error::NotATable) } else { Ok(()) }
}

/// Decides on the dialect by `text`, the file's first part; `whole` where it is all of it.
///
/// # Errors
/// [`Error::OneColumn`] where nothing separates cells, [`Error::DecimalCommasCut`] where commas do and stand in numbers too.
pub(super) fn dialect(text: &[u8], whole: bool) -> Result<Dialect, Error> {
    let declared = declared(text);
    let delimiters = declared.as_slice();
    let delimiters = if delimiters.is_empty() { &DELIMITERS } else { delimiters };
    let lead = u64::from(declared.is_some());
    let read = |layout: Layout| {
        let tables =
            delimiters.iter().map(|delimiter| Sample::read(text, whole, *delimiter, layout.clone(), lead));
        let scored = tables.filter_map(|table| Some((table.consistency()?, table)));
        // Among equals the first wins.
        scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, table)| table)
    };
    let separated = read(Layout::Separated).map(|sample| or_loose(sample, text, whole, lead));
    let lined_up =
        separated.as_ref().filter(|sample| sample.cuts_numbers()).and_then(|_| by_blanks(text, whole));
    let found = lined_up.or(separated).or_else(|| read(Layout::Quoted)).or_else(|| by_blanks(text, whole));
    found.ok_or(Error::OneColumn)?.dialect()
}

/// The sample, or the same text with quotes read [loosely](Layout::Loose), where that is why its records do not agree or where nearly all
/// cells stand between apostrophes.
fn or_loose(sample: Sample, text: &[u8], whole: bool, lead: u64) -> Sample {
    let cells = || sample.table.iter().flatten().filter(|cell| !is_missing(cell));
    let apostrophes = cells().filter(|cell| matches!(cell.as_slice(), [b'\'', .., b'\''])).count();
    // Numbers are numbers between apostrophes, too, so that reading them loosely may look no better.
    let apostrophes = apostrophes * 2 >= cells().count();
    if sample.agreeing == sample.table.len() && !apostrophes {
        return sample;
    }
    let loose = Sample::read(text, whole, sample.delimiter, Layout::Loose, lead);
    let agrees = loose.agreeing * 50 >= loose.table.len() * 49;
    let better = loose.consistency() > sample.consistency();
    let as_good = apostrophes && loose.consistency() >= sample.consistency();
    if agrees && (better || as_good) { loose } else { sample }
}

/// As [`dialect`], for a workbook's sheet, whose cells are separated by commas.
///
/// # Errors
/// [`Error::OneColumn`] where no row has two cells.
pub(super) fn dialect_of_workbook(text: &[u8], whole: bool) -> Result<Dialect, Error> {
    let sample = Sample::read(text, whole, b',', Layout::Separated, 0);
    if sample.table.iter().all(|cells| cells.len() < 2) { Err(Error::OneColumn) } else { sample.dialect() }
}

/// The delimiter of a first line `sep=;`, which spreadsheets obey.
fn declared(text: &[u8]) -> Option<u8> {
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let (word, rest) = line.split_first_chunk::<4>()?;
    let rest = rest.strip_suffix(b"\"").unwrap_or(rest);
    match rest {
        [delimiter] if word.eq_ignore_ascii_case(b"sep=") && delimiter.is_ascii() => Some(*delimiter),
        _ => None,
    }
}

/// The first records as one way of reading makes them.
struct Sample {
    delimiter: u8,
    layout: Layout,
    /// Rows above the table.
    lead: u64,
    /// The table's own records.
    table: Table,
    /// The number of cells that most of them have.
    width: usize,
    /// How many have that.
    agreeing: usize,
}

impl Sample {
    fn read(text: &[u8], whole: bool, delimiter: u8, layout: Layout, lead: u64) -> Self {
        let mut records = first_records(text, whole, delimiter, &layout, lead);
        let mut widths: Vec<usize> = records.iter().map(|(_, cells)| cells.len()).collect();
        widths.sort_unstable();
        let (mut width, mut agreeing) = (0, 0);
        for run in widths.chunk_by(|one, other| one == other) {
            if run.len() >= agreeing {
                (width, agreeing) = (run[0], run.len());
            }
        }
        let narrow = rows_above(&records, width);
        let (rows, mut table): (Vec<u64>, Table) = records.drain(..).skip(narrow).unzip();
        let above = titles(&table, width);
        table.drain(..above);
        let lead = if narrow + above > 0 { rows.get(above).map_or(lead, |row| row - 1) } else { lead };
        Sample { delimiter, layout, lead, table, width, agreeing }
    }

    /// True where what separates cells are the decimal commas of a table that is lined up with blanks.
    fn cuts_numbers(&self) -> bool {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let cut = |cells: &&Vec<Vec<u8>>| {
            let lined_up = cells.iter().any(|cell| cell.windows(2).any(|two| two == b"  "));
            lined_up && cells.windows(2).all(|two| digit(two[0].last()) && digit(two[1].first()))
        };
        self.delimiter == b',' && self.table.iter().filter(cut).count() * 20 >= self.table.len() * 19
    }

    fn dialect(mut self) -> Result<Dialect, Error> {
        let row_names = match too_narrow(&self.table, self.width) {
            Some(Narrow::RowNames) => {
                self.table[0].insert(0, Vec::new());
                true
            }
            Some(Narrow::CutNumbers) if self.delimiter == b',' => return Err(Error::DecimalCommasCut),
            _ => false,
        };
        let header = has_header(&self.table);
        let under = u64::from(header && units(&self.table));
        let Sample { delimiter, layout, lead, .. } = self;
        Ok(Dialect { delimiter, layout, lead, header, under, row_names: row_names && header })
    }
}

fn first_records(
    text: &[u8],
    whole: bool,
    delimiter: u8,
    layout: &Layout,
    lead: u64,
) -> Vec<(u64, Vec<Vec<u8>>)> {
    let mut table = Vec::new();
    let mut records = Records::new(delimiter, layout, lead);
    // Lines above the table are read over one by one, whatever quotes stand in them; so those within cells count too.
    let mut within = 0;
    let mut sink = |block: super::block::Block<'_>| {
        let rows = block.records().take(RECORDS - table.len());
        table.extend(rows.map(|record| {
            let line = record.row + within;
            within += record.cells().map(line_ends).sum::<u64>();
            (line, record.cells().map(|cell| unguarded(cell.trim_ascii())).collect())
        }));
        // Any error stops the reading; the ones of the file itself are met again when it is read in earnest.
        if table.len() < RECORDS { Ok(()) } else { Err(Error::NotATable) }
    };
    let read = records.push(text, &mut sink);
    // The last record of a part may be cut, so it counts only where there is nothing else.
    let rest_counts = read.is_ok() && (whole || records.row() == lead + 1);
    if rest_counts {
        let _ = records.finish(&mut sink);
    }
    table
}

/// What a cell says; what stands between apostrophes shows [how quotes are written](or_loose), and stays between them.
fn unguarded(cell: &[u8]) -> Vec<u8> {
    match cell {
        [b'\'', .., b'\''] => cell.to_vec(),
        _ => bare(cell).into_owned(),
    }
}

/// Line ends within a cell; CR and LF together are one.
fn line_ends(cell: &[u8]) -> u64 {
    let returns = cell.iter().filter(|byte| **byte == b'\r').count();
    let feeds = cell
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte == b'\n' && at.checked_sub(1).is_none_or(|before| cell[before] != b'\r'));
    (returns + feeds.count()) as u64
}

/// Tables that people line up with blanks: separated by two of them or more, by one, or else in columns of fixed width.
fn by_blanks(text: &[u8], whole: bool) -> Option<Sample> {
    let layouts = [Layout::Blanks(2), Layout::Blanks(1)].into_iter().chain(fixed_places(text, whole));
    let samples = layouts.map(|layout| {
        let sample = Sample::read(text, whole, b' ', layout.clone(), 0);
        // Names of several words, one blank apart as the cells are, are no header that can be read.
        let (names, rows) = (sample.table.first().map_or(0, Vec::len), sample.table.len());
        match names > sample.width && sample.agreeing + 1 == rows && rows > 2 && layout == Layout::Blanks(1) {
            true => Sample::read(text, whole, b' ', layout, sample.lead + 1),
            false => sample,
        }
    });
    let mut fitting = samples.filter(|sample| sample.table.len() >= 2).filter_map(|sample| {
        let cells = sample.table.iter().skip(1).flatten().filter(|cell| !cell.is_empty());
        let (typed, all) =
            cells.fold((0, 0), |(typed, all), cell| (typed + usize::from(is_typed(cell)), all + 1));
        // Prose has blanks as well, and neither numbers in a third of its words nor lines of equally many.
        let agreed = sample.agreeing * 20 >= sample.table.len() * 19 && sample.table[0].len() == sample.width;
        (sample.width >= 2 && agreed && typed * 3 >= all && all > 0).then_some((typed == all, sample))
    });
    let (numbers_only, first) = fitting.next()?;
    if numbers_only {
        return Some(first);
    }
    // Numbers that stand only one blank apart look like text when they are taken for one.
    fitting.find(|(numbers_only, _)| *numbers_only).map(|(_, sample)| sample).or(Some(first))
}

/// The characters at which columns begin: after those that are blank in every line.
fn fixed_places(text: &[u8], whole: bool) -> Option<Layout> {
    // The last character of a part may be cut.
    let text = text.utf8_chunks().next()?.valid();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let lines = &lines[..lines.len().min(RECORDS).saturating_sub(usize::from(!whole))];
    let longest = lines.iter().map(|line| line.chars().count()).max()?;
    let mut filled = vec![false; longest];
    for line in lines {
        filled.iter_mut().zip(line.chars()).for_each(|(filled, letter)| *filled |= !letter.is_whitespace());
    }
    let begins = (0..longest).filter(|at| filled[*at] && (*at == 0 || !filled[at - 1]));
    let mut starts: Vec<u32> = begins.map(|at| at as u32).collect();
    starts.first_mut().into_iter().for_each(|first| *first = 0);
    Some(Layout::Fixed(starts))
}

impl Sample {
    /// How well the records agree on one number of cells, with the share of cells that are numbers, dates or empty to tell delimiters
    /// from decimal marks; `None` where there is only one cell in most of them.
    fn consistency(&self) -> Option<f64> {
        let single = self.table.iter().filter(|cells| cells.len() < 2).count();
        if self.width < 2 || single * 2 > self.table.len() || self.table.is_empty() {
            return None;
        }
        let agreement = self.agreeing.min(self.table.len()) as f64 / self.table.len() as f64;
        let named = if self.table[0].len() == self.width { 1.0 } else { 0.5 };
        let cells: usize = self.table.iter().map(Vec::len).sum();
        let typed = self.table.iter().flatten().filter(|cell| is_missing(cell) || is_typed(cell)).count();
        // Cells that hold another delimiter may be cut at the wrong one: `12,50;S;700` by its decimal comma.
        let whole =
            |cell: &&Vec<u8>| cell.iter().any(|byte| b";\t|".contains(byte) && *byte != self.delimiter);
        let uncut = self.table.iter().flatten().filter(whole).count() as f64 / cells.max(1) as f64;
        Some(agreement * named * (1.0 + typed as f64 / cells.max(1) as f64) * (1.0 - uncut / 4.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Result<(char, bool), Error>) {
        let found =
            dialect(text.as_bytes(), true).map(|dialect| (char::from(dialect.delimiter), dialect.header));
        assert_eq!(found, expect, "{text}");
    }

    fn check_layout(text: &str, delimiter: u8, layout: Layout, lead: u64, header: bool) {
        let expect = Dialect { delimiter, layout, lead, header, under: 0, row_names: false };
        assert_eq!(dialect(text.as_bytes(), true), Ok(expect), "{text}");
    }

    #[test]
    fn what_stands_above_the_table() {
        let table = "id;date;sum\n17;2020-01-02;5\n18;2020-01-03;6\n";
        let below =
            |above: &str, lead| check_layout(&format!("{above}{table}"), b';', Layout::Separated, lead, true);
        below("", 0);
        below("sep=;\n", 1);
        below("\"SEP=;\"\r\n", 1);
        below("Sales report 2020\n", 1);
        below("Sales report\nfor all shops, 2020\n\n", 3);
        below("\"Sales report\nfor all shops, 2020\"\n", 2);
        below("\"Sales report\r\n\r\nfor all shops\";;\n\n", 4);
        below("# made by hand\n# id;date\n", 2);
        below("Sales report;;\n;;\n", 2);
        below("\n\n", 0);
        check_layout(",x,y\n1,2,3\n2,3,4\n", b',', Layout::Separated, 0, true);
        check_layout("#id,x,y\n1,2,3\n2,3,4\n", b',', Layout::Separated, 0, true);
        check_layout("sep=:\nid:x\n1:2\n", b':', Layout::Separated, 1, true);
    }

    #[test]
    fn other_layouts() {
        check_layout("\"id,name,x\"\n\"1,\"\"Meyer, Eva\"\",5\"\n", b',', Layout::Quoted, 0, true);
        check_layout("id;name;x\n\"1;Meyer, Eva;5\"\n\"2;Schulz;6\"\n", b';', Layout::Quoted, 0, true);
        check_layout(
            "id   name       x\n17   New York   5\n18   Bonn       6\n",
            b' ',
            Layout::Blanks(2),
            0,
            true,
        );
        check_layout("id x y\n17 5 1\n18 6 2\n", b' ', Layout::Blanks(1), 0, true);
        let words =
            "customer number day of order amount\n17 2024-01-03 5.5\n18 2024-01-04 6.5\n17 2024-02-01 1.5\n";
        check_layout(words, b' ', Layout::Blanks(1), 1, false);
        // As the first list of purchases that was studied by everybody is written.
        let cdnow = " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n 00002 19970112  5   77.00\n";
        check_layout(cdnow, b' ', Layout::Blanks(1), 0, false);
        check_layout("id, item, x\n1, \"Tea, green\", 5\n2, \"Mug\", 6\n", b',', Layout::Loose, 0, true);
        check_layout("id,item,x\n1,\"5\\\" x 7\\\", red\",5\n2,\"a\",6\n", b',', Layout::Loose, 0, true);
        check_layout("'id','item','x'\n'1','Tea','5'\n'2','Mug','6'\n", b',', Layout::Loose, 0, true);
        let fixed = "id  town       sum\n17  New York     5\n18              17\n20  Bonn       170\n";
        check_layout(fixed, b' ', Layout::Fixed(vec![0, 4, 15]), 0, true);
        let commas = "id      day          sum\n17      01.02.2024    5,50\n18      02.02.2024   17,25\n";
        check_layout(commas, b' ', Layout::Blanks(2), 0, true);
    }

    #[test]
    fn delimiters() {
        check("a,b\n1,2\n", Ok((',', true)));
        check("a;b (x, y)\n1;2\n3;4\n", Ok((';', true)));
        check("id;preis\n1;2,5\n3;4,5\n", Ok((';', true)));
        check("1;2,5\n3;4,5\n", Ok((';', false)));
        check("a\tb\nx, y\tz, w\nu\tv\n", Ok(('\t', true)));
        check("a|b|c\n1|2|3\n", Ok(('|', true)));
        check("a~b~c\n1~2~3\n", Ok(('~', true)));
        check("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", Ok((',', true)));
        check("a\n1\n2\n", Err(Error::OneColumn));
        check("Hello, world\nNo table\nat all\n", Err(Error::OneColumn));
    }

    #[test]
    fn headers() {
        check("Customer,City\nMeyer,Berlin\nSchulz,Bonn\n", Ok((',', true)));
        check("17,2010-12-01,3.5\n18,2010-12-02,4.5\n", Ok((',', false)));
        check("A17,2010-12-01,3.5\nA18,2010-12-02,4.5\n", Ok((',', false)));
        check(",x\n1,2\n2,3\n", Ok((',', true)));
        // Years and days may be names.
        check("customer_id,2019,2020,2021\n17,5.50,0,1\n18,1,2,3.5\n", Ok((',', true)));
        check("Kundennr;01.01.2020;01.02.2020\n17;5,50;0\n18;1;2\n", Ok((';', true)));
        check("17,2019,2020\n18,2018,2021\n19,2018,2021\n", Ok((',', false)));
    }

    #[test]
    fn rows_wider_than_the_header() {
        let found = |text: &str| dialect(text.as_bytes(), true).map(|found| (found.header, found.row_names));
        // R names its rows and not the column of their names.
        let rows = "\"1\",17,2020-01-02,5.5\n\"2\",18,2020-01-03,6.5\n\"3\",17,2020-01-04,7\n";
        assert_eq!(found(&format!("customer,date,amount\n{rows}")), Ok((true, true)));
        assert_eq!(found(&format!("\"\",customer,date,amount\n{rows}")), Ok((true, false)));
        // A decimal comma that nothing protects cuts each amount in two.
        let cut = "17,2020-01-02,12,50\n18,2020-01-03,6,05\n17,2020-01-04,7,99\n";
        assert_eq!(found(&format!("customer,date,amount\n{cut}")), Err(Error::DecimalCommasCut));
        assert_eq!(found(&format!("customer,date,amount,pence\n{cut}")), Ok((true, false)));
        // A remark that no name stands above is neither.
        let remarks = cut.replace(",50", ",late").replace(",05", ",").replace(",99", ",ok");
        assert_eq!(found(&format!("customer,date,amount\n{remarks}")), Ok((true, false)));
    }

    #[test]
    fn no_text() {
        assert_eq!(refuse_signature(b"PK\x03\x04rest"), Err(Error::SpreadsheetFile));
        assert_eq!(refuse_signature(b"BZh91AY&SY"), Err(Error::CompressedFile));
        assert_eq!(refuse_signature(b"PK,price\n"), Ok(()));
        assert_eq!(refuse_controls(b"a\0b"), Err(Error::NotATable));
        assert_eq!(refuse_controls(b"a,b\r\n\t1,2"), Ok(()));
        assert_eq!(refuse_controls(&[&[b'x'; 99][..], b"\0"].concat()), Ok(()));
    }
}
