//! What rows of one product tell together: which number counts its pieces, and whether money that is called a price is what one piece
//! cost or all of them.

use std::collections::BTreeMap;

use super::kept_rows::KeptRows;
use super::ranks::{Candidate, amount_rank, quantity_rank};
use super::roles::Proposal;
use super::speaks::Told;
use super::words::Concept;
use super::{ColumnReport, Role};

/// Times that a product went in other numbers which must agree, at least; how often as many as say otherwise; one in how many that
/// say either.
const ENOUGH: usize = 20;
const CLEAR: usize = 5;
const OFTEN: usize = 4;

/// In the middle no more pieces than this are bought at a time, where only the rows tell that they are pieces.
const USUAL_PIECES: f64 = 5.0;

/// How prices go with pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Price {
    OfPiece,
    OfLine,
}

/// What rows tell that headers do not. Where a product costs twice as much when two are bought, its price is the line's; where sales are
/// the same for two, they are the piece's; where money that is hardly ever more than a few goes up and the price goes with it, or does
/// not, that money is pieces.
pub(super) fn pieces(
    rows: &KeptRows,
    reports: &[ColumnReport],
    proposals: &[Proposal],
) -> Vec<(usize, Told)> {
    let columns = || rows.columns_of(reports);
    let candidates: Vec<Candidate> = columns().map(|at| Candidate::new(&reports[at], 0)).collect();
    let numbers = || columns().filter(|at| candidates[*at].is_number());
    let is_money = |at: usize| amount_rank(&candidates[at]).is_some();
    let called_so: Vec<usize> = numbers().filter(|at| candidates[*at].says(Concept::Price)).collect();
    let is_price_called = !called_so.is_empty();
    // Where nothing is called a price, money may be one.
    let prices = if is_price_called { called_so } else { numbers().filter(|at| is_money(*at)).collect() };
    if prices.is_empty() {
        return Vec::new();
    }
    let bought: Vec<usize> =
        columns().filter(|at| matches!(proposals[*at].role, Role::Product | Role::Category)).collect();
    let called: Vec<usize> = numbers().filter(|at| quantity_rank(&candidates[*at]).is_some()).collect();
    let few = || numbers().filter(|at| is_money(*at) && are_few(rows, *at, &reports[*at]));
    let is_called = !called.is_empty();
    let quantities = match (is_called, is_price_called) {
        (true, _) => called,
        (false, true) => few().collect(),
        (false, false) => Vec::new(),
    };
    let mut told = Vec::new();
    for price in prices {
        let found = quantities.iter().filter(|quantity| **quantity != price).find_map(|quantity| {
            let mut lines =
                bought.iter().map(|product| by_product(rows, reports, [*product, *quantity, price]));
            Some((*quantity, lines.find_map(|lines| price_of(&lines))?))
        });
        let Some((quantity, found)) = found else { continue };
        match found {
            Price::OfLine if !is_price_called => {}
            Price::OfLine => told.push((price, Told::LineTotal)),
            Price::OfPiece if is_money(price) => told.push((price, Told::PiecePrice)),
            Price::OfPiece => {}
        }
        if !is_called && !told.contains(&(quantity, Told::Pieces)) {
            told.push((quantity, Told::Pieces));
        }
    }
    told
}

/// Whether a column holds whole numbers of which half are no more than a few.
fn are_few(rows: &KeptRows, at: usize, report: &ColumnReport) -> bool {
    let values = (0..rows.len()).filter_map(|row| rows.number(row, at, report));
    let (few, more): (Vec<f64>, Vec<f64>) = values.partition(|value| value.abs() <= USUAL_PIECES);
    report.scale == 0 && few.len() > more.len()
}

/// The pieces and the price in each row of each product, as far as something was bought.
fn by_product<'a>(
    rows: &'a KeptRows,
    reports: &[ColumnReport],
    [product, quantity, price]: [usize; 3],
) -> BTreeMap<&'a [u8], Vec<(f64, f64)>> {
    let mut lines: BTreeMap<&[u8], Vec<(f64, f64)>> = BTreeMap::new();
    for row in (0..rows.len()).filter(|row| rows.has(*row, product)) {
        let number = |at: usize| rows.number(row, at, &reports[at]).filter(|number| *number > 0.0);
        if let (Some(pieces), Some(price)) = (number(quantity), number(price)) {
            lines.entry(rows.cell(row, product)).or_default().push((pieces, price));
        }
    }
    lines
}

/// What the price is of, where enough products say so: each time that one was bought in another number than the time before, its
/// price is as it was, or goes up as its pieces do, or tells nothing.
fn price_of(lines: &BTreeMap<&[u8], Vec<(f64, f64)>>) -> Option<Price> {
    let near = |a: f64, b: f64| (a - b).abs() <= 0.005 * a.max(b);
    let (mut all, mut of_piece, mut of_line) = (0, 0, 0);
    for times in lines.values().flat_map(|lines| lines.windows(2)) {
        let ((pieces, price), (next_pieces, next_price)) = (times[0], times[1]);
        if pieces != next_pieces {
            all += 1;
            of_piece += usize::from(near(price, next_price));
            of_line += usize::from(near(price * next_pieces, next_price * pieces));
        }
    }
    let clear = |some: usize, others: usize| some >= ENOUGH && some >= CLEAR * others && some * OFTEN >= all;
    match () {
        () if clear(of_line, of_piece) => Some(Price::OfLine),
        () if clear(of_piece, of_line) => Some(Price::OfPiece),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of one product, bought so often in these numbers at these prices.
    fn told(times: usize, lines: &[(f64, f64)]) -> Option<Price> {
        let lines = lines.iter().copied().cycle().take(times).collect();
        price_of(&BTreeMap::from([(b"tea".as_slice(), lines)]))
    }

    #[test]
    fn twice_the_price_for_two_is_the_lines() {
        assert_eq!(told(30, &[(1.0, 2.99), (2.0, 5.98), (5.0, 14.95)]), Some(Price::OfLine));
        assert_eq!(told(30, &[(1.0, 2.99), (2.0, 2.99), (5.0, 2.99)]), Some(Price::OfPiece));
        // Ten is cheaper by the piece: most of the others still say so.
        assert_eq!(told(60, &[(1.0, 2.99), (2.0, 2.99), (1.0, 2.99), (10.0, 2.5)]), Some(Price::OfPiece));
    }

    #[test]
    fn too_little_tells_nothing() {
        assert_eq!(told(20, &[(1.0, 2.99), (2.0, 5.98)]), None, "nineteen times");
        assert_eq!(told(21, &[(1.0, 2.99), (2.0, 5.98)]), Some(Price::OfLine), "twenty times");
        assert_eq!(told(90, &[(3.0, 2.99)]), None, "always three");
        assert_eq!(told(90, &[(1.0, 2.99), (2.0, 3.5), (3.0, 1.0), (1.0, 7.0)]), None, "any price");
        let either = [(1.0, 2.0), (2.0, 4.0), (1.0, 4.0), (2.0, 8.0), (4.0, 8.0), (2.0, 8.0)];
        assert_eq!(told(90, &either), None, "now so, now so");
    }
}
