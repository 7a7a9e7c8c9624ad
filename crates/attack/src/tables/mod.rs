//! Tables to be attacked: random customers of stated kinds, as a shop would export them, and the settings they are segmented with.

mod customers;
mod settings;

pub use settings::quick;

use ringfence::documents::Recipe;
use ringfence_sample::{Options, Shop};

use crate::draws::Draws;

/// What is special about a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Money, counts and flags of a mixture of habits; 1 to 5 % complain or ask for a refund.
    Customers,
    /// The same with 10 to 49 % of a column missing.
    Gaps,
    /// One group shares a value of money, of a count and of a flag, all of it or all but a few.
    Alike,
    /// One customer has 23 to 90 % of the money.
    Dominated,
    /// One customer is far from all others.
    Lone,
    /// 2 to 39 customers are far from all others.
    FarOut,
    /// Customers stand in several rows: months of the same few, or 24 rows of one person among others.
    Repeated,
    /// Lines of a till.
    Transactions,
    /// Lines of a till, a fifth to nine tenths of the money from one customer.
    Wholesale,
    /// Round groups of numbers.
    Blobs,
}

/// A column of a customer table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// A value for each row, `None` where it is missing.
    pub values: Vec<Option<f64>>,
}

/// A table and how it is segmented.
#[derive(Debug, Clone)]
pub struct Table {
    /// What is special about it.
    pub kind: Kind,
    /// The customer of each row; empty for the lines of a till.
    pub ids: Vec<u32>,
    /// Its columns; none for the lines of a till.
    pub columns: Vec<Column>,
    /// The file.
    pub csv: Vec<u8>,
    /// The settings.
    pub recipe: Recipe,
    /// How many of the rows, from the first on, were put far from all others.
    pub far_out: usize,
}

impl Kind {
    /// All kinds, in the order in which tables are drawn.
    pub const ALL: [Kind; 10] = [
        Kind::Customers,
        Kind::Gaps,
        Kind::Alike,
        Kind::Dominated,
        Kind::Lone,
        Kind::FarOut,
        Kind::Repeated,
        Kind::Transactions,
        Kind::Wholesale,
        Kind::Blobs,
    ];
}

impl Table {
    /// The table of that kind and seed.
    pub fn draw(kind: Kind, seed: u64) -> Table {
        let draws = &mut Draws::new(seed, kind as u64);
        let recipe = settings::settings(kind, draws);
        match kind {
            Kind::Transactions | Kind::Wholesale => till(kind, recipe, draws),
            _ => customers::table(kind, recipe, draws),
        }
    }

    /// The same customer table without some of its rows (ascending).
    pub fn without(&self, rows: &[usize]) -> Table {
        let kept = |row: &usize| rows.binary_search(row).is_err();
        let ids: Vec<u32> = (0..self.ids.len()).filter(kept).map(|row| self.ids[row]).collect();
        let of = |column: &Column| Column {
            name: column.name.clone(),
            values: (0..self.ids.len()).filter(kept).map(|row| column.values[row]).collect(),
        };
        let columns: Vec<Column> = self.columns.iter().map(of).collect();
        let far_out = self.far_out - rows.iter().filter(|&&row| row < self.far_out).count();
        Table {
            kind: self.kind,
            csv: written(&ids, &columns),
            recipe: self.recipe.clone(),
            ids,
            columns,
            far_out,
        }
    }
}

/// A customer table as CSV.
pub(crate) fn written(ids: &[u32], columns: &[Column]) -> Vec<u8> {
    let mut text = String::from("customer_id");
    columns.iter().for_each(|column| text.extend([",", &column.name]));
    for (row, id) in ids.iter().enumerate() {
        text += &format!("\nC{id:05}");
        for column in columns {
            text += &column.values[row].map(|value| format!(",{value}")).unwrap_or_else(|| ",".to_owned());
        }
    }
    (text + "\n").into_bytes()
}

/// Lines of a till; where one customer is a wholesaler, its lines have their quantities multiplied.
fn till(kind: Kind, recipe: Recipe, draws: &mut Draws) -> Table {
    let customers = draws.whole(80, 400) as u32;
    let options = Options { customers, months: 12, seed: draws.below(1 << 30) as u64 };
    let mut csv = Shop::csv(&options);
    if kind == Kind::Wholesale {
        let whole = Shop::id_of(draws.below(customers as usize) as u32).to_string();
        csv = customers::with_one_large(&csv, &whole, draws.between(0.2, 0.9));
    }
    Table { kind, ids: Vec::new(), columns: Vec::new(), csv, recipe, far_out: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_table_and_rows_can_be_left_out() {
        for kind in Kind::ALL {
            assert_eq!(Table::draw(kind, 5).csv, Table::draw(kind, 5).csv, "{kind:?}");
            assert_ne!(Table::draw(kind, 5).csv, Table::draw(kind, 6).csv, "{kind:?}");
        }
        let table = Table::draw(Kind::Lone, 3);
        let fewer = table.without(&[0, 4]);
        assert_eq!((fewer.ids.len(), fewer.far_out), (table.ids.len() - 2, 0));
        assert_eq!(fewer.columns[0].values[0], table.columns[0].values[1]);
    }
}
