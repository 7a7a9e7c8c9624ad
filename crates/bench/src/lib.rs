//! The task that readers of tables are compared by, done with the engine's own reader.
//!
//! The columns are known and named as in UCI's Online Retail: `InvoiceNo`, `Quantity`, `InvoiceDate`, `UnitPrice`, `CustomerID`. Rows
//! without a customer and invoices that begin with C are passed over; each customer's last date, distinct invoices and sum of
//! quantity × price are wanted. The product does far more with a file; this is what every other reader can be asked for too.

mod by_customer;
#[cfg(feature = "wasm")]
mod wasm;

pub use by_customer::{ByCustomer, Totals};

use ringfence::Error;
use ringfence::table::{ColumnChoice, Inspection, Inspector, Reader, Reading, ReadingOptions, Role, Shape};

/// A file on its way to its customers, or a part of one that begins and ends with whole rows.
#[derive(Debug)]
pub struct Task {
    reader: Reader,
    customers: ByCustomer,
}

/// The columns that matter and what they are.
const COLUMNS: [(&str, Role); 5] = [
    ("InvoiceNo", Role::OrderId),
    ("Quantity", Role::Quantity),
    ("InvoiceDate", Role::Date),
    ("UnitPrice", Role::UnitPrice),
    ("CustomerID", Role::CustomerId),
];

impl Task {
    /// A task on a file that begins with `head`: enough of it to tell how its numbers and dates are written. `first` where the part
    /// begins with the header.
    ///
    /// # Errors
    /// `head` is no table, or lacks a column.
    pub fn new(head: &[u8], first: bool) -> Result<Self, Error> {
        let inspection = inspected(head)?;
        let role = |name: &str| {
            COLUMNS.iter().find(|(known, _)| *known == name).map_or(Role::Ignore, |(_, role)| *role)
        };
        let choice = |name: &str| ColumnChoice { role: Some(role(name)), ..ColumnChoice::default() };
        let columns =
            inspection.columns.iter().map(|column| (column.name.clone(), choice(&column.name))).collect();
        let reading = inspection.reading(&ReadingOptions { columns, ..ReadingOptions::default() })?;
        // Of no shape, since the task does not ask which rows are repeated.
        let reading = Reading { header: first && reading.header, shape: Shape::Unknown, ..reading };
        Ok(Task { reader: Reader::new(&reading), customers: ByCustomer::new(&reading)? })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Those of [`Reader::push`].
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Task { reader, customers } = self;
        reader.push(bytes, &mut |batch| {
            customers.push(batch);
            Ok(())
        })
    }

    /// Whether what came so far ends with a whole row, so that another may have read on from here.
    pub fn is_between_rows(&self) -> bool {
        self.reader.is_between_rows()
    }

    /// The customers.
    ///
    /// # Errors
    /// Those of [`Reader::finish`].
    pub fn finish(self) -> Result<ByCustomer, Error> {
        let Task { reader, mut customers } = self;
        reader.finish(&mut |batch| {
            customers.push(batch);
            Ok(())
        })?;
        Ok(customers)
    }
}

/// What the whole rows of `head` are. It may end anywhere, so also within a quoted cell, which may hold line ends: then as many rows are
/// left out as it takes.
fn inspected(head: &[u8]) -> Result<Inspection, Error> {
    let line_ends = head.iter().enumerate().rev().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let mut found = Err(Error::EmptyFile);
    for end in std::iter::once(head.len()).chain(line_ends) {
        let mut inspector = Inspector::new();
        found = inspector.push(&head[..end]).and_then(|()| inspector.finish());
        if !matches!(found, Err(Error::UnclosedQuote { .. })) {
            break;
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const TEXT: &[u8] =
        b"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n\
        1,a,\"x, \"\"y\"\"\",2,2010-12-01 08:26:00,2.55,17850,UK\n\
        1,b,y,1,2010-12-01 08:26:00,0.45,17850,UK\n\
        C2,a,x,-2,2010-12-02 08:26:00,2.55,17850,UK\n\
        3,a,x,1,2010-12-03 09:00:00,1.00,,UK\n\
        4,a,x,10,2010-12-03 09:00:00,0.10,13047,UK\n\
        5,b,y,3,2010-12-04 10:00:00,1.00,17850,UK\n";

    /// By hand: 17850 bought invoices 1 and 5 for 5.10 + 0.45 + 3.00, 13047 invoice 4 for 1.00.
    const EXPECT: Totals = Totals { customers: 2, orders: 3, hundredths: 955, last: 1_291_456_800 };

    #[test]
    fn whole() {
        let mut task = Task::new(TEXT, true).unwrap();
        task.push(TEXT).unwrap();
        assert_eq!(task.finish().unwrap().totals(), EXPECT);
    }

    #[test]
    fn in_two_parts() {
        // Rows of nobody, since no reader can be sure of the first kilobyte before it has it all.
        let nobody = b"7,a,x,1,2010-12-03 09:00:00,1.00,,UK\n".repeat(40);
        let text =
            [TEXT, &nobody, &TEXT[TEXT.iter().position(|byte| *byte == b'\n').unwrap() + 1..], &nobody]
                .concat();
        let lines = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let expect = Totals { hundredths: 2 * EXPECT.hundredths, ..EXPECT };
        for cut in lines.filter(|cut| *cut > 1_500 && text.len() - cut > 1_500) {
            let (front, back) = text.split_at(cut);
            let (mut one, mut other) = (Task::new(&text, true).unwrap(), Task::new(&text, false).unwrap());
            one.push(front).unwrap();
            other.push(back).unwrap();
            assert!(one.is_between_rows(), "{cut}");
            let mut customers = one.finish().unwrap();
            customers.merge(&other.finish().unwrap().to_bytes());
            assert_eq!(customers.totals(), expect);
        }
    }

    #[test]
    fn a_head_may_end_within_a_quoted_cell() {
        let quoted =
            b"6,a,\"of several\nlines, \"\"all\"\" of them\nquoted\",1,2010-12-05 10:00:00,1.00,17850,UK\n";
        let text = [TEXT, quoted].concat();
        let within = 5..quoted.iter().rposition(|byte| *byte == b'"').unwrap();
        for end in within.map(|at| TEXT.len() + at).chain([text.len()]) {
            let mut task = Task::new(&text[..end], true).unwrap();
            task.push(&text).unwrap();
            // One more order, of 1.00, a day later than the last one.
            let expect = Totals { orders: 4, hundredths: 1_055, last: EXPECT.last + 86_400, ..EXPECT };
            assert_eq!(task.finish().unwrap().totals(), expect, "{end}");
        }
    }
}
