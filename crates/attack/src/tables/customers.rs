//! Customers of a shop, one a row: a mixture of habits, and what is special about some of them.

use ringfence::documents::Recipe;
use ringfence_sample::Blobs;

use super::{Column, Kind, Table, written};
use crate::draws::Draws;

/// A habit: medians and rates of its customers.
struct Habit {
    spend: f64,
    orders: f64,
    income: f64,
    subscribed: f64,
}

/// A table of that kind.
pub(super) fn table(kind: Kind, mut recipe: Recipe, draws: &mut Draws) -> Table {
    let rows = libm::exp(draws.between(libm::log(52.0), libm::log(1500.0))) as usize;
    let (mut far_out, mut ids) = (0, (1..=rows as u32).collect::<Vec<u32>>());
    let mut columns = match kind {
        Kind::Blobs => blobs(rows, draws),
        _ => habits(rows, if kind == Kind::Alike { 3 } else { draws.whole(2, 4) }, draws),
    };
    match kind {
        Kind::Gaps => ["income", "visits"].iter().for_each(|name| gaps(&mut columns, name, draws)),
        Kind::Alike => alike(&mut columns, rows, draws),
        Kind::Dominated => {
            columns.retain(|column| column.name != "income");
            let share = draws.between(0.23, 0.9);
            let others: f64 = columns[0].values.iter().skip(1).flatten().sum();
            columns[0].values[0] = Some((share / (1.0 - share) * others).round());
        }
        Kind::Lone | Kind::FarOut => {
            far_out = match (kind, draws.chance(0.5)) {
                (Kind::Lone, _) => 1,
                (_, true) => draws.whole(2, 9),
                _ => draws.whole(10, 39).min(rows / 3),
            };
            columns.truncate(2);
            put_far_out(&mut columns, far_out, draws);
        }
        Kind::Repeated => repeat(&mut ids, &mut columns, draws),
        _ => {}
    }
    recipe.features.columns = Some(columns.iter().map(|column| column.name.clone()).collect());
    Table { kind, csv: written(&ids, &columns), ids, columns, recipe, far_out }
}

/// Customers of so many habits: money first, then counts, then flags, two of them rare.
fn habits(rows: usize, count: usize, draws: &mut Draws) -> Vec<Column> {
    let mut habit = || Habit {
        spend: draws.lognormal(200.0, 1.2),
        orders: draws.between(0.5, 9.0),
        income: draws.lognormal(40_000.0, 0.4),
        subscribed: draws.between(0.05, 0.95),
    };
    let habits: Vec<Habit> = (0..count).map(|_| habit()).collect();
    let (complaining, refunding) = (draws.between(0.01, 0.05), draws.between(0.01, 0.05));
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); 7];
    for row in 0..rows {
        let habit = &habits[row % count];
        let orders = 1 + draws.poisson(habit.orders);
        let values = [
            cents(draws.lognormal(habit.spend, 0.6)),
            f64::from(orders),
            draws.lognormal(habit.income, 0.3).round(),
            f64::from(draws.poisson(4.0)),
            f64::from(u8::from(draws.chance(habit.subscribed))),
            f64::from(u8::from(draws.chance(complaining))),
            f64::from(draws.poisson(refunding)),
        ];
        columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
    }
    let names = ["spend", "orders", "income", "visits", "subscribed", "complained", "refunds"];
    let present = |(name, values): (&str, Vec<f64>)| column(name, values);
    names.into_iter().zip(columns).map(present).filter(varies).collect()
}

/// Round groups in two to five columns.
fn blobs(rows: usize, draws: &mut Draws) -> Vec<Column> {
    let (columns, k) = (draws.whole(2, 5), draws.whole(2, 5));
    let planted = Blobs::equal(rows as u32, columns as u32, k as u32, draws.below(1 << 30) as u64).plant();
    let of = |at: usize| {
        let values = planted.values.iter().skip(at).step_by(columns);
        column(&format!("measure {}", at + 1), values.map(|value| cents(value * 10.0)).collect())
    };
    (0..columns).map(of).collect()
}

/// Takes 10 to 49 % of a column away.
fn gaps(columns: &mut [Column], name: &str, draws: &mut Draws) {
    let share = draws.between(0.10, 0.49);
    let found = columns.iter_mut().filter(|column| column.name == name);
    found
        .flat_map(|column| &mut column.values)
        .filter(|_| draws.chance(share))
        .for_each(|value| *value = None);
}

/// Adds a fee, nights and a flag that the first group shares, all of it or all but one to nine.
fn alike(columns: &mut Vec<Column>, rows: usize, draws: &mut Draws) {
    let (fee, nights_shared, flag) = (draws.whole(20, 90) as f64, draws.whole(4, 9), draws.below(2));
    let exceptions = if draws.chance(0.5) { 0 } else { draws.whole(1, 9) };
    let except: Vec<usize> = draws.some(exceptions, rows.div_ceil(3)).iter().map(|at| at * 3).collect();
    let shares = |row: usize| row.is_multiple_of(3) && except.binary_search(&row).is_err();
    let mut fees = Vec::new();
    let mut nights = Vec::new();
    let mut flags = Vec::new();
    for row in 0..rows {
        let others = (cents(draws.lognormal(12.0, 0.5)), draws.whole(0, 3), draws.below(2));
        let (own_fee, own_nights, own_flag) = if shares(row) { (fee, nights_shared, flag) } else { others };
        fees.push(own_fee);
        nights.push(own_nights as f64);
        flags.push(own_flag as f64);
    }
    // The first group is set apart by its money, so that it is found.
    let spend = columns[0].values.iter_mut().enumerate().filter(|(row, _)| row.is_multiple_of(3));
    spend.for_each(|(_, value)| *value = value.map(|value| value + 3_000.0));
    columns.truncate(2);
    let own = [("fee", fees), ("nights", nights), ("member", flags)];
    columns.extend(own.map(|(name, values)| column(name, values)).into_iter().filter(varies));
}

/// Puts the first rows far from all others, close together.
fn put_far_out(columns: &mut [Column], count: usize, draws: &mut Draws) {
    for column in columns {
        let most = column.values.iter().flatten().fold(1.0, |most: f64, value| most.max(*value));
        let values = column.values.iter_mut().take(count);
        values.for_each(|value| *value = Some((most * draws.between(20.0, 22.0)).round()));
    }
}

/// Half the time every customer stands in 6 to 12 rows that are much alike; else one stands in 24 rows, far from the others.
fn repeat(ids: &mut [u32], columns: &mut [Column], draws: &mut Draws) {
    let rows = ids.len();
    let (months, one) = (draws.whole(6, 12), draws.chance(0.5));
    let first_of = |row: usize| if one { 0 } else { row - row % months };
    for row in 0..if one { 24 } else { rows } {
        ids[row] = ids[first_of(row)];
        for column in &mut *columns {
            let Some(value) = column.values[first_of(row)] else { continue };
            let moved = if value > 40.0 { cents(value * draws.between(0.97, 1.03)) } else { value };
            column.values[row] = Some(moved);
        }
    }
    if one {
        columns[0].values[..24].iter_mut().for_each(|value| *value = Some(9_000.0 + draws.below(60) as f64));
        columns[1].values[..24].iter_mut().for_each(|value| *value = Some(60.0 + draws.below(3) as f64));
    }
}

/// Lines of a till in which the customer `whole` has that share of the quantities.
pub(super) fn with_one_large(csv: &[u8], whole: &str, share: f64) -> Vec<u8> {
    let text = String::from_utf8_lossy(csv);
    let mine = |line: &&str| line.split(',').nth(2) == Some(whole);
    let count = |lines: Vec<&str>| lines.iter().filter_map(|line| amount(line)).sum::<f64>().max(1.0);
    let own = count(text.lines().skip(1).filter(|line| mine(line)).collect());
    let others = count(text.lines().skip(1).filter(|line| !mine(line)).collect());
    let factor = (share / (1.0 - share) * others / own).round().max(1.0);
    let changed = text.lines().map(|line| if mine(&line) { times(line, factor) } else { line.to_owned() });
    (changed.collect::<Vec<String>>().join("\n") + "\n").into_bytes()
}

/// Quantity times price, the third and second cell from the end.
fn amount(line: &str) -> Option<f64> {
    let mut cells = line.rsplit(',').skip(1);
    let price: f64 = cells.next()?.parse().ok()?;
    Some(price * cells.next()?.parse::<f64>().ok()?)
}

/// The line with its quantity multiplied.
fn times(line: &str, factor: f64) -> String {
    let cells: Vec<&str> = line.rsplitn(4, ',').collect();
    let [channel, price, quantity, before] = cells[..] else { return line.to_owned() };
    let quantity = quantity.parse::<f64>().unwrap_or(1.0) * factor;
    format!("{before},{quantity},{price},{channel}")
}

fn column(name: &str, values: Vec<f64>) -> Column {
    Column { name: name.to_owned(), values: values.into_iter().map(Some).collect() }
}

fn varies(column: &Column) -> bool {
    column.values.iter().any(|value| *value != column.values[0])
}

fn cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_customer_has_the_share() {
        let csv = b"OrderID,OrderDate,CustomerID,Email,Product,Category,Quantity,UnitPrice,Channel\n\
            1,2024-01-01,7,a,x,y,1,10.00,web\n2,2024-01-02,8,b,x,y,3,10.00,web\n";
        let changed = String::from_utf8(with_one_large(csv, "7", 0.9)).unwrap();
        assert!(changed.contains("7,a,x,y,27,10.00,web"), "{changed}");
    }

    #[test]
    fn repeated_customers_stand_in_many_rows() {
        let table = Table::draw(Kind::Repeated, 1);
        let mut ids = table.ids.clone();
        ids.dedup();
        assert!(ids.len() + 4 < table.ids.len());
    }
}
