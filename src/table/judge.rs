//! What stands beside the amounts is obeyed: rows that were not bought are left out, what was taken back is taken off, and whoever is
//! called nobody is nobody.

use foldhash::quality::FixedState;
use hashbrown::HashMap;

use super::beside_amount::is_yes;
use super::block::{Block, Row};
use super::cells::trim;
use super::dictionary::Dictionary;
use super::row_words::{Nobodies, Said, is_credit, said};
use super::values::hash;
use super::wrapping::bare_text;
use super::{Batch, Beside, Cells, MISSING, Reading, Role, Shape};

/// Judges the rows of a file by the columns that say what they are.
pub(super) struct Judges {
    judges: Vec<Judge>,
    /// The rows that stay, and what is to be done with each.
    kept: Vec<Row>,
    changes: Vec<Change>,
    /// The column whose sign is turned: of amounts, else of pieces.
    money: Option<usize>,
    customer: Option<usize>,
}

struct Judge {
    column: usize,
    beside: Beside,
    /// What each different cell says, by its hash.
    known: HashMap<u64, Change, FixedState>,
    /// The names that are nobody's, where it looks for them.
    names: Option<Nobodies>,
}

/// What is to be done with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    None,
    Nobody,
    TakenBack,
    LeftOut,
}

/// Different cells that are remembered: no column that speaks of its rows has as many.
const MOST_KNOWN: usize = 1 << 12;

impl Judges {
    /// For a file of purchases in which a column speaks of its rows; not where rows go on with those above, one of which might be left out.
    pub(super) fn new(reading: &Reading) -> Option<Self> {
        let goes_on = reading.columns.iter().any(|column| column.goes_on_with.is_some());
        let speaks = reading.columns.iter().enumerate();
        let speaks = speaks.filter_map(|(at, column)| Some((at, column.beside?)));
        let judges: Vec<Judge> = speaks
            .filter(|(_, beside)| !matches!(beside, Beside::PiecesTakeBack | Beside::Things))
            .map(|(column, beside)| Judge {
                column,
                beside,
                known: HashMap::default(),
                names: (beside == Beside::Nobody).then(Nobodies::default),
            })
            .collect();
        let fits = reading.shape == Shape::Transactions && !judges.is_empty() && !goes_on;
        fits.then(|| Judges {
            judges,
            kept: Vec::new(),
            changes: Vec::new(),
            money: reading.position(Role::Amount).or(reading.position(Role::Quantity)),
            customer: reading.position(Role::CustomerId),
        })
    }

    /// Looks at the rows of a block: those that stay.
    pub(super) fn take(&mut self, block: Block) -> &[Row] {
        self.kept.clear();
        self.changes.clear();
        for row in block.rows() {
            let change =
                self.judges.iter_mut().map(|judge| judge.of(trim(block.cell(row, judge.column)))).max();
            let change = change.unwrap_or(Change::None);
            if change != Change::LeftOut {
                self.kept.push(*row);
                self.changes.push(change);
            }
        }
        &self.kept
    }

    /// Does what is to be done with the rows taken last, the first of which is at `first` of the batch; `customers` holds the ids.
    pub(super) fn change(&self, batch: &mut Batch, first: usize, customers: Option<&mut Dictionary>) {
        let changed = |wanted: Change| {
            let changes = self.changes.iter().enumerate();
            changes.filter(move |(_, change)| **change == wanted).map(move |(at, _)| first + at)
        };
        if let Some(Cells::Exact { units, .. }) = self.money.map(|at| &mut batch.columns[at]) {
            changed(Change::TakenBack).for_each(|at| units[at] = taken_back(units[at]));
        }
        if let (Some(Cells::Texts(texts)), Some(customers)) =
            (self.customer.map(|at| &mut batch.columns[at]), customers)
        {
            for at in changed(Change::Nobody) {
                let nobody = customers.empty(texts);
                texts.set_number(at, nobody);
            }
        }
    }
}

impl Judge {
    fn of(&mut self, cell: &[u8]) -> Change {
        if cell.is_empty() {
            return Change::None;
        }
        let hash = hash(cell);
        if let Some(known) = self.known.get(&hash) {
            return *known;
        }
        let change = self.change(&bare_text(cell));
        if self.known.len() < MOST_KNOWN {
            self.known.insert(hash, change);
        }
        change
    }

    /// What a cell asks for.
    fn change(&self, cell: &[u8]) -> Change {
        let beside = self.beside;
        let if_so = |so: bool, change: Change| if so { change } else { Change::None };
        match beside {
            Beside::Sort | Beside::Status => match said(cell, beside == Beside::Status) {
                Some(Said::NotBought) => Change::LeftOut,
                Some(Said::TakenBack) => Change::TakenBack,
                None => Change::None,
            },
            Beside::SignedSort => if_so(said(cell, false) == Some(Said::NotBought), Change::LeftOut),
            Beside::Undone => if_so(is_yes(cell), Change::LeftOut),
            Beside::CreditTakesBack => if_so(is_credit(cell) == Some(true), Change::TakenBack),
            Beside::DebitTakesBack => if_so(is_credit(cell) == Some(false), Change::TakenBack),
            Beside::Nobody => if_so(self.names.as_ref().is_some_and(|names| names.has(cell)), Change::Nobody),
            Beside::PiecesTakeBack | Beside::Things => Change::None,
        }
    }
}

/// An amount that goes back to the customer, whatever its sign.
pub(super) fn taken_back(units: i64) -> i64 {
    if units == MISSING { units } else { -units.abs() }
}
