//! What stands beside an amount and says whether it counts, and with which sign: found by the first pass in a sample of the rows, obeyed
//! by the second.

use std::collections::BTreeSet;

use foldhash::quality::FixedState;
use hashbrown::{HashMap, HashSet};

use super::kept_rows::KeptRows;
use super::questions::{Answer, Question};
use super::ranks::MOST_KINDS;
use super::row_words::{Nobodies, Said, is_credit, said};
use super::words::{Concept, concepts, words};
use super::{Beside, ColumnChoice, ColumnReport, ColumnType, Role};
use crate::{Notice, RowsOf, Statement};

/// What is known of rows in a sample.
pub(super) struct Rows<'a> {
    pub(super) sample: &'a KeptRows,
    /// Rows of the file.
    pub(super) all: u64,
    pub(super) reports: &'a [ColumnReport],
}

/// What one column says of the rows of the sample.
struct Found {
    column: usize,
    beside: Beside,
    rows: BTreeSet<usize>,
}

/// Words of headers for orders that were undone, folded.
const UNDONE: &[&str] = &[
    "cancelled",
    "canceled",
    "cancellation",
    "cancel",
    "storno",
    "storniert",
    "stornodatum",
    "stornierungsdatum",
    "stornierung",
    "annule",
    "annulee",
    "annulation",
    "anulacion",
    "anulado",
    "anulada",
    "cancelacion",
    "cancelado",
    "cancelada",
    "cancelamento",
    "annullato",
    "annullata",
    "annullamento",
    "geannuleerd",
    "annulering",
    "annuleringsdatum",
    "anulowano",
    "anulowane",
    "anulowania",
    "annullerad",
    "annulleret",
    "avbruten",
    "peruttu",
    "zruseno",
    "iptal",
    "отменен",
    "отменено",
    "отмены",
    "аннулирован",
    "void",
    "voided",
    "returned",
    "refunded",
    "retourniert",
    "erstattet",
    "reversed",
    "取消",
    "取消时间",
    "キャンセル",
    "キャンセル日",
    "취소",
];

/// Words of headers for how an order stands.
const STATUS: &[&str] = &[
    "status",
    "state",
    "zustand",
    "statut",
    "etat",
    "estado",
    "stato",
    "situacao",
    "stav",
    "tila",
    "durum",
    "allapot",
    "stadium",
    "статус",
    "состояние",
    "стан",
    "κατασταση",
    "状态",
    "狀態",
    "订单状态",
    "交易状态",
    "状況",
    "ステータス",
    "상태",
    "stanje",
    "fulfillment",
    "fulfilment",
    "event",
    "eventtype",
    "action",
    "behavior",
    "behaviour",
];

/// Words of headers for the side of an account.
const SIDES: &[&str] = &[
    "soll",
    "haben",
    "debit",
    "credit",
    "debet",
    "sh",
    "dc",
    "cd",
    "drcr",
    "dr",
    "cr",
    "sign",
    "vorzeichen",
    "kennzeichen",
    "sens",
    "segno",
    "signo",
    "debe",
    "haber",
    "dare",
    "avere",
    "impact",
    "indicator",
    "side",
    "wn",
    "ma",
    "дебет",
    "кредит",
    "借贷",
    "借貸",
    "貸借",
    "strana",
    "naturaleza",
    "borc",
    "alacak",
];

/// Customers of a hundred whose figures have to depend on an answer before it is asked for.
const FEW_IN: usize = 100;

/// What is said beside the amounts.
#[derive(Default)]
pub(super) struct Spoken {
    /// The columns that are heard, and how.
    pub(super) said: Vec<(usize, Beside)>,
    /// All columns that speak of rows, heard or not.
    pub(super) columns: Vec<usize>,
    /// The rows of the sample that they speak of.
    pub(super) rows: BTreeSet<usize>,
    pub(super) notices: Vec<Notice>,
    pub(super) questions: Vec<Question>,
}

/// What the columns beside the amounts say of their rows.
pub(super) fn beside_amounts(rows: &Rows) -> Spoken {
    let mut found: Vec<Found> = rows.columns().filter_map(|column| rows.found(column)).collect();
    // Of columns that say the same of the same rows, one is enough.
    found.sort_by_key(|found| (std::cmp::Reverse(found.rows.len()), found.column));
    let mut spoken = Spoken::default();
    for Found { column, beside, rows: of } in found {
        spoken.columns.push(column);
        if of.is_subset(&spoken.rows) {
            continue;
        }
        spoken.said.push((column, beside));
        spoken.notices.push(rows.told(column, beside, &of));
        spoken.questions.extend(rows.asked(column, beside, &of));
        spoken.rows.extend(of);
    }
    spoken
}

impl Rows<'_> {
    fn columns(&self) -> impl Iterator<Item = usize> {
        self.sample.columns_of(self.reports)
    }

    /// Where the column with a role stands, as far as its cells are kept.
    pub(super) fn role(&self, role: Role) -> Option<usize> {
        self.columns().find(|column| self.reports[*column].role == role)
    }

    fn number(&self, row: usize, column: usize) -> Option<f64> {
        self.sample.number(row, column, &self.reports[column])
    }

    /// What a row comes to as it stands.
    fn amount(&self, row: usize) -> Option<f64> {
        match self.role(Role::Amount) {
            Some(amount) => self.number(row, amount),
            None => Some(
                self.number(row, self.role(Role::Quantity)?)?
                    * self.number(row, self.role(Role::UnitPrice)?)?,
            ),
        }
    }

    /// How many rows of the file so many of the sample stand for.
    pub(super) fn in_all(&self, rows: usize) -> u64 {
        let kept = self.sample.len().max(1) as f64;
        if self.sample.len() as u64 == self.all {
            rows as u64
        } else {
            (rows as f64 * self.all as f64 / kept).round() as u64
        }
    }

    fn money(&self, of: &BTreeSet<usize>) -> f64 {
        let kept = self.sample.len().max(1) as f64;
        let sum: f64 = of.iter().filter_map(|row| self.amount(*row)).map(f64::abs).sum();
        let scale = if self.sample.len() as u64 == self.all { 1.0 } else { self.all as f64 / kept };
        (sum * scale * 100.0).round() / 100.0
    }

    /// What the column says of its rows, where it says anything that changes what they count.
    fn found(&self, column: usize) -> Option<Found> {
        let report = &self.reports[column];
        if report.role == Role::Quantity {
            return self.negative_pieces(column);
        }
        let free = matches!(
            report.role,
            Role::Ignore | Role::Categorical | Role::Location | Role::Channel | Role::Category
        );
        if !free || report.distinct == 0 {
            return None;
        }
        let header = concepts(&report.name);
        let says = |concept: Concept| header.contains(&Some(concept));
        let of_row = !says(Concept::Customer) && !says(Concept::Product);
        let few = report.distinct <= MOST_KINDS;
        let text = report.kind == ColumnType::Text;
        let of_its_row = match () {
            () if of_row && self.is_of_undoing(report) => self.undone(column),
            () if of_row && text && few => self.sides(column).or_else(|| self.by_words(column)),
            () => None,
        };
        let of_persons = says(Concept::Name) || report.personal_data.is_some() || says(Concept::Customer);
        of_its_row.or_else(|| self.nobody(column).filter(|_| text && of_persons))
    }

    /// A header that says nothing but that orders were undone, over days that few rows have, or over yes and no.
    fn is_of_undoing(&self, report: &ColumnReport) -> bool {
        let said = words(&report.name);
        let named = said.iter().any(|word| UNDONE.contains(&word.as_str()));
        let of_money = concepts(&report.name)
            .iter()
            .flatten()
            .any(|concept| matches!(concept, Concept::Amount | Concept::Quantity | Concept::Price));
        let rare = (self.all - report.missing.min(self.all)) * 2 < self.all;
        let range = report.extremes.range;
        let flag = match report.kind {
            ColumnType::Boolean => true,
            ColumnType::Number => {
                report.distinct <= 2 && range.is_some_and(|(least, most)| least >= 0.0 && most <= 1.0)
            }
            ColumnType::Date => rare,
            ColumnType::Text => false,
        };
        named && flag && !of_money
    }

    fn undone(&self, column: usize) -> Option<Found> {
        let rows = (0..self.sample.len()).filter(|row| is_yes(self.sample.cell(*row, column)));
        self.positive(Found { column, beside: Beside::Undone, rows: rows.collect() }, 10)
    }

    fn by_words(&self, column: usize) -> Option<Found> {
        let beside = sort_or_status(&self.reports[column].name);
        // A column of few kinds: each is judged once.
        let mut known: HashMap<&[u8], Option<Said>, FixedState> = HashMap::default();
        let (mut taken, mut not) = (BTreeSet::new(), BTreeSet::new());
        for row in 0..self.sample.len() {
            let cell = self.sample.cell(row, column);
            match known.entry(cell).or_insert_with(|| said(cell, beside == Beside::Status)) {
                Some(Said::TakenBack) => taken.insert(row),
                Some(Said::NotBought) => not.insert(row),
                None => continue,
            };
        }
        // Papers that take back have their sign already, or none of them has.
        let signed = self.negative(&taken) * 4 > taken.len();
        if self.negative(&not) * 10 > not.len() {
            return None;
        }
        let all = self.sample.len();
        let (beside, rows) = match (signed, taken.is_empty(), not.is_empty()) {
            (_, true, true) | (true, _, true) => return None,
            (true, ..) => (Beside::SignedSort, not),
            (false, ..) => (beside, taken.union(&not).copied().collect::<BTreeSet<usize>>()),
        };
        // A file of nothing else was made to hold it.
        (rows.len() * 10 < all * 9).then_some(Found { column, beside, rows })
    }

    fn sides(&self, column: usize) -> Option<Found> {
        let mut sides: [BTreeSet<usize>; 2] = Default::default();
        let mut letters = true;
        for row in (0..self.sample.len()).filter(|row| self.sample.has(*row, column)) {
            let cell = self.sample.cell(row, column);
            letters &= cell.len() < 4;
            sides[usize::from(is_credit(cell)?)].insert(row);
        }
        let header = words(&self.reports[column].name);
        let named = header.iter().any(|word| SIDES.contains(&word.as_str()));
        if sides.iter().any(BTreeSet::is_empty) || (letters && !named) {
            return None;
        }
        let [debit, credit] = sides;
        let (beside, rows) = if credit.len() <= debit.len() {
            (Beside::CreditTakesBack, credit)
        } else {
            (Beside::DebitTakesBack, debit)
        };
        self.positive(Found { column, beside, rows }, 4)
    }

    fn negative_pieces(&self, column: usize) -> Option<Found> {
        self.role(Role::Amount)?;
        let back = |row: &usize| self.number(*row, column).is_some_and(|pieces| pieces < 0.0);
        let rows = (0..self.sample.len()).filter(back).collect();
        self.positive(Found { column, beside: Beside::PiecesTakeBack, rows }, 4)
    }

    fn nobody(&self, column: usize) -> Option<Found> {
        let customer = self.role(Role::CustomerId)?;
        let names = Nobodies::default();
        let is = |row: &usize| self.sample.has(*row, customer) && names.has(self.sample.cell(*row, column));
        let rows: BTreeSet<usize> = (0..self.sample.len()).filter(is).collect();
        (!rows.is_empty()).then_some(Found { column, beside: Beside::Nobody, rows })
    }

    fn negative(&self, of: &BTreeSet<usize>) -> usize {
        of.iter().filter(|row| self.amount(**row).is_some_and(|amount| amount < 0.0)).count()
    }

    /// Rows whose amounts do not show it already: not one in `share` is negative.
    fn positive(&self, found: Found, share: usize) -> Option<Found> {
        let fits = !found.rows.is_empty() && self.negative(&found.rows) * share <= found.rows.len();
        fits.then_some(found)
    }

    fn told(&self, column: usize, beside: Beside, of: &BTreeSet<usize>) -> Notice {
        let rows = RowsOf {
            column: self.reports[column].name.clone(),
            count: self.in_all(of.len()),
            money: self.money(of),
        };
        let cells: HashSet<&[u8], FixedState> = of.iter().map(|row| self.sample.cell(*row, column)).collect();
        let says =
            |wanted: Said| cells.iter().any(|cell| said(cell, beside == Beside::Status) == Some(wanted));
        match beside {
            Beside::Nobody => Notice::RowsOfNobody(rows),
            Beside::Undone | Beside::SignedSort => Notice::RowsNotBought(rows),
            Beside::Sort | Beside::Status => match (says(Said::NotBought), says(Said::TakenBack)) {
                (true, true) => Notice::RowsTakenBackOrNotBought(rows),
                (true, false) => Notice::RowsNotBought(rows),
                (false, _) => Notice::RowsTakenBack(rows),
            },
            Beside::CreditTakesBack => Notice::CreditTakesBack(rows),
            Beside::DebitTakesBack => Notice::DebitTakesBack(rows),
            Beside::PiecesTakeBack | Beside::Things => Notice::NegativePieces(rows),
        }
    }

    /// Asks, where figures of more than a few customers depend on it.
    fn asked(&self, column: usize, beside: Beside, of: &BTreeSet<usize>) -> Option<Question> {
        let customer = self.role(Role::CustomerId)?;
        let who = |rows: &mut dyn Iterator<Item = usize>| -> usize {
            let named = rows.filter(|row| self.sample.has(*row, customer));
            named.map(|row| self.sample.cell(row, customer)).collect::<BTreeSet<_>>().len()
        };
        let (some, all) = (who(&mut of.iter().copied()), who(&mut (0..self.sample.len())));
        if beside == Beside::Nobody || some * FEW_IN <= all {
            return None;
        }
        let answer = |counts: bool, key: &str| Answer {
            choice: ColumnChoice { counts: Some(counts), ..ColumnChoice::default() },
            consequence: Statement::new(key)
                .with("count", self.in_all(of.len()))
                .with("customers", some as u64)
                .with("money", self.money(of)),
            proposed: !counts,
        };
        let key = match beside {
            Beside::Undone | Beside::Status | Beside::Sort | Beside::SignedSort => "rows-by-word-consequence",
            _ => "rows-by-side-consequence",
        };
        let name = self.reports[column].name.clone();
        Some(Question {
            ask: Statement::new("which-rows-count").with("column", name.as_str()),
            column: name,
            answers: vec![answer(false, key), answer(true, "rows-counted-consequence")],
        })
    }
}

/// By what a column is called, whether it tells how orders stand or of what sort papers are.
pub(super) fn sort_or_status(name: &str) -> Beside {
    let is = |word: &String| STATUS.contains(&word.as_str()) || word.ends_with("status");
    let status = words(name).iter().any(is);
    if status { Beside::Status } else { Beside::Sort }
}

/// Whether a cell says that it is so: a day, a word, anything but no.
pub(super) fn is_yes(cell: &[u8]) -> bool {
    const NO: [&str; 18] = [
        "0", "0.0", "no", "n", "false", "f", "nein", "non", "faux", "falsch", "falso", "não", "nee", "nie",
        "нет", "否", "hayır", "ei",
    ];
    let text = String::from_utf8_lossy(cell).to_lowercase();
    !super::cells::is_missing(cell) && !NO.contains(&text.as_str())
}
