//! What each column is for: proposals with their reasons, from the words of the headers and from what the columns hold.

use serde::{Deserialize, Serialize};

use super::inspection::ColumnReport;
use super::labels::is_label;
use super::ranks::{
    Candidate, MOST_KINDS, PURCHASES_PER_CUSTOMER, amount_rank, cost_rank, customer_rank, date_rank,
    discount_rank, has_all_addresses, knows_persons, order_rank, price_rank, quantity_rank, some_price_rank,
};
use super::sales::{counts_sales, is_of_sales};
use super::words::Concept;
use super::{ColumnType, Personal, Shape};
use crate::Statement;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Role {
    /// Says which customer a row belongs to.
    CustomerId,
    /// Says which lines were bought together.
    OrderId,
    /// When it was bought.
    Date,
    /// What the line cost in all.
    Amount,
    /// How many pieces.
    Quantity,
    /// What one piece cost.
    UnitPrice,
    /// What was taken off the price.
    Discount,
    /// What was bought.
    Product,
    /// Of which kind it is.
    Category,
    /// By which way it was sold.
    Channel,
    /// Where.
    Location,
    /// A number to compare customers by.
    Feature,
    /// One of a few kinds to compare customers by.
    Categorical,
    /// Not used.
    Ignore,
}

/// What was decided about one column.
#[derive(Debug, Clone)]
pub(super) struct Proposal {
    pub(super) role: Role,
    pub(super) why: Statement,
    pub(super) personal: Personal,
}

/// A rank behind those of all columns that would do.
const AFTER_ALL: u32 = 100;

/// Rows a customer has on average at least, in tenths, where a table of customers with a few repeated ones can be ruled out.
const ROWS_PER_CUSTOMER: u64 = 15;

impl Role {
    /// Those that only one column can have.
    pub const SINGLE: [Role; 7] = [
        Role::CustomerId,
        Role::OrderId,
        Role::Date,
        Role::Amount,
        Role::Quantity,
        Role::UnitPrice,
        Role::Discount,
    ];

    /// Those that only numbers can have, in the order in which they are offered.
    pub const OF_NUMBERS: [Role; 5] =
        [Role::Feature, Role::Amount, Role::Quantity, Role::UnitPrice, Role::Discount];

    /// Those that every column can have, in the order in which they are offered.
    pub const OF_ANYTHING: [Role; 8] = [
        Role::CustomerId,
        Role::OrderId,
        Role::Product,
        Role::Category,
        Role::Channel,
        Role::Location,
        Role::Categorical,
        Role::Ignore,
    ];

    /// Those that say nothing of a purchase, and so play no part in a file of purchases.
    pub const OF_CUSTOMERS: [Role; 2] = [Role::Feature, Role::Categorical];

    /// Whether only one column can have it.
    pub(crate) fn is_single(self) -> bool {
        Role::SINGLE.contains(&self)
    }
}

/// Roles for all columns and the shape that follows. `chosen` holds what the user decided, column by column; a single role that is
/// chosen is not proposed again. Without a `header` the values alone speak.
pub(super) fn propose(
    columns: &[ColumnReport],
    rows: u64,
    header: bool,
    chosen: &[Option<Role>],
) -> (Shape, Vec<Proposal>) {
    propose_as(None, columns, rows, header, chosen)
}

/// As [`propose`], for rows that are known to be of a shape: the file need not show it.
pub(super) fn propose_as(
    known: Option<Shape>,
    columns: &[ColumnReport],
    rows: u64,
    header: bool,
    chosen: &[Option<Role>],
) -> (Shape, Vec<Proposal>) {
    let candidates: Vec<Candidate> = columns.iter().map(|report| Candidate::new(report, rows)).collect();
    let choice = |index: usize| chosen_role(chosen, index);
    let given = |role: Role| (0..columns.len()).find(|index| choice(*index) == Some(role));
    // Without a decision of the user's, the best-placed column wins and the leftmost among equals.
    let best = |role: Role, rank: &dyn Fn(&Candidate) -> Option<u32>| {
        given(role).or_else(|| {
            let ranked = candidates.iter().enumerate().filter(|(index, _)| choice(*index).is_none());
            let ranked = ranked.filter_map(|(index, candidate)| Some((rank(candidate)?, index)));
            ranked.min().map(|(_, index)| index)
        })
    };
    let order = best(Role::OrderId, &order_rank);
    let date = best(Role::Date, &date_rank);
    let quantity = best(Role::Quantity, &quantity_rank);
    let price = best(Role::UnitPrice, &price_rank);
    let discount = best(Role::Discount, &discount_rank);
    let nameless = !header && date.is_some();
    // The total of an order counts where nothing says what its lines cost.
    let of_line =
        |candidate: &Candidate| amount_rank(candidate).filter(|_| candidate.report.once_per.is_none());
    let amount = best(Role::Amount, &of_line)
        .or_else(|| best(Role::Amount, &amount_rank).filter(|_| price.is_none()))
        .map(|amount| after_discounts(&candidates, chosen, amount, discount));
    let amount = amount.or_else(|| best(Role::Amount, &cost_rank).filter(|_| price.is_none()));
    let amount = amount.or_else(|| guess_amount(&candidates, chosen).filter(|_| nameless));
    let price = match (amount, price, given(Role::Amount)) {
        (None, None, None) => best(Role::UnitPrice, &some_price_rank),
        _ => price,
    };
    // Where nothing is counted, one of everything was bought at its price.
    let (amount, price) = if amount.is_none() && quantity.is_none() && given(Role::UnitPrice).is_none() {
        (price, None)
    } else {
        (amount, price)
    };
    let money = amount.is_some() || (quantity.is_some() && price.is_some());
    let dated_money = date.is_some() && money;
    let persons = candidates.iter().filter(|candidate| dated_money && knows_persons(candidate));
    let persons = persons.map(|candidate| candidate.report.distinct).min();
    let mailed = candidates.iter().any(has_all_addresses);
    let whole_names = !candidates.iter().any(|candidate| candidate.says(Concept::NamePart));
    let customer = best(Role::CustomerId, &|candidate| {
        let rank = customer_rank(candidate, dated_money, order.is_some(), whole_names, persons)?;
        // Ids that many do not have, such as guests, give way to addresses that all have.
        Some(rank + if mailed && candidate.has_gaps() { AFTER_ALL } else { 0 })
    })
    .or_else(|| guess_customer(&candidates, chosen).filter(|_| nameless && dated_money));

    let customer =
        customer.map(|customer| who_returns(&candidates, chosen, customer, order.filter(|_| dated_money)));

    let asked = |roles: &[Role]| roles.iter().any(|role| given(*role).is_some());
    let shape = if let Some(known) = known {
        known
    } else if asked(&[Role::Date, Role::Amount, Role::Quantity, Role::UnitPrice])
        && dated_money
        && customer.is_some()
    {
        Shape::Transactions
    } else {
        // Dated rows with pieces and a price, or without any names, were sold to somebody whom no column tells.
        let sold = nameless || (quantity.is_some() && price.is_some() && date.is_some());
        let orders = order.is_some() || (customer.is_none() && sold);
        let things = candidates.iter().any(|candidate| kind_of_thing(candidate) == Some(Role::Product));
        let dated = date.filter(|date| is_of_sales(&candidates[*date]));
        let sold_to_nobody =
            customer.is_none() && dated.is_some() && (money || things || counts_sales(&candidates));
        let customer = customer.map(|index| &candidates[index]);
        match shape_of(customer, orders || sold_to_nobody, date.is_some(), money || things) {
            // Features that the user names are a table of customers, whatever else the file may be.
            Shape::Unknown if asked(&[Role::Feature]) => Shape::Customers,
            shape => shape,
        }
    };
    let singles = [
        (Role::CustomerId, customer),
        (Role::OrderId, order),
        (Role::Date, date),
        (Role::Quantity, quantity),
        (Role::UnitPrice, price),
        (Role::Discount, discount),
        (Role::Amount, amount),
    ];
    let proposals = candidates.iter().enumerate().map(|(index, candidate)| {
        let single = singles.iter().find(|(role, found)| *found == Some(index) && fits_shape(*role, shape));
        let (role, key) = match (choice(index), single) {
            (Some(role), _) => (role, "role-by-user"),
            (None, Some((role, _))) => (*role, candidate.single_why(*role, header)),
            (None, None) => rest(candidate, shape),
        };
        let personal = match candidate.report.personal_data {
            _ if role == Role::CustomerId => Personal::KeyOnly,
            _ if candidate.names_customers() => Personal::Drop,
            Some(data) => data.verdict(),
            None => Personal::None,
        };
        Proposal { role, why: Statement::new(key), personal }
    });
    (shape, proposals.collect())
}

/// The role that the user gave a column.
fn chosen_role(chosen: &[Option<Role>], index: usize) -> Option<Role> {
    chosen.get(index).copied().flatten()
}

/// Of sales before and after discounts, what was paid are those after.
fn after_discounts(
    candidates: &[Candidate],
    chosen: &[Option<Role>],
    amount: usize,
    discount: Option<usize>,
) -> usize {
    let free = |index: usize| chosen_role(chosen, index).is_none();
    let gross = free(amount) && discount.is_some() && candidates[amount].says(Concept::Gross);
    let rank = amount_rank(&candidates[amount]);
    let net = |index: &usize| {
        free(*index) && candidates[*index].says(Concept::Net) && amount_rank(&candidates[*index]) == rank
    };
    (0..candidates.len()).filter(|_| gross).find(net).unwrap_or(amount)
}

/// Where customers get a new number with every order, the column that knows them again, if there is one.
fn who_returns(
    candidates: &[Candidate],
    chosen: &[Option<Role>],
    customer: usize,
    order: Option<usize>,
) -> usize {
    let distinct = |index: usize| candidates[index].report.distinct;
    let free = |index: usize| chosen_role(chosen, index).is_none();
    let anew = |order: usize| free(customer) && distinct(customer) * 50 >= distinct(order) * 49;
    let knows = |index: &usize| {
        let rank = customer_rank(&candidates[*index], true, true, true, None);
        free(*index)
            && rank.is_some_and(|rank| rank <= 2)
            && candidates[*index].is_id_like()
            && distinct(*index) * 50 < distinct(customer) * 49
    };
    (0..candidates.len()).filter(|_| order.is_some_and(anew)).find(knows).unwrap_or(customer)
}

/// The shape that proposed roles make. Where no money is known, things that were bought stand for it.
fn shape_of(customer: Option<&Candidate>, order: bool, date: bool, money: bool) -> Shape {
    let Some(customer) = customer else {
        // Orders that name nobody are no customers.
        return if order && (date || money) { Shape::Unknown } else { Shape::Customers };
    };
    let purchases = date && money;
    if purchases && (order || customer.repeats(PURCHASES_PER_CUSTOMER)) {
        Shape::Transactions
    } else if !purchases && customer.repeats(ROWS_PER_CUSTOMER) {
        Shape::Unknown
    } else {
        Shape::Customers
    }
}

/// Among columns without names: the leftmost whose values repeat as customers do, unless some column is unique, which makes the rows
/// customers themselves.
fn guess_customer(candidates: &[Candidate], chosen: &[Option<Role>]) -> Option<usize> {
    let key = |candidate: &Candidate| candidate.report.kind != ColumnType::Date && candidate.is_whole();
    if candidates.iter().any(|candidate| key(candidate) && candidate.is_nearly_unique()) {
        return None;
    }
    let repeats = |candidate: &Candidate| candidate.is_id_like() && candidate.repeats(PURCHASES_PER_CUSTOMER);
    let free = |index: &usize| chosen_role(chosen, *index).is_none();
    (0..candidates.len()).filter(free).find(|index| key(&candidates[*index]) && repeats(&candidates[*index]))
}

/// Among columns without names: the rightmost of those with the most decimal places.
fn guess_amount(candidates: &[Candidate], chosen: &[Option<Role>]) -> Option<usize> {
    let free = |index: &usize| chosen_role(chosen, *index).is_none();
    let numbers = (0..candidates.len()).filter(free).filter(|index| candidates[*index].is_number());
    numbers
        .filter(|index| candidates[*index].report.scale > 0)
        .max_by_key(|index| candidates[*index].report.scale)
}

/// In a table of customers a sum of money is one more number to compare by.
fn fits_shape(role: Role, shape: Shape) -> bool {
    matches!(role, Role::CustomerId | Role::Date) || shape != Shape::Customers
}

/// What a first column is called that has no name.
const FIRST_UNNAMED: &str = "column 1";

/// The role of a column that got none of the single ones.
fn rest(candidate: &Candidate, shape: Shape) -> (Role, &'static str) {
    let report = candidate.report;
    if report.distinct == 0 {
        return (Role::Ignore, "role-ignore-empty");
    }
    if let Some(data) = report.personal_data {
        let quasi = data.verdict() == Personal::Quasi;
        return (Role::Ignore, if quasi { "role-ignore-quasi" } else { "role-ignore-personal" });
    }
    if candidate.names_customers() {
        return (Role::Ignore, "role-ignore-personal");
    }
    // What a data frame numbers its rows by has no name, and gaps where rows were left out.
    let unnamed = report.name == FIRST_UNNAMED && candidate.is_whole() && candidate.is_nearly_unique();
    let index = report.sequence || (unnamed && report.kind == ColumnType::Number);
    if index || (candidate.says(Concept::Row) && candidate.only(&[Concept::Row, Concept::Id])) {
        return (Role::Ignore, "role-ignore-row-number");
    }
    if let Some(role) = kind_of_thing(candidate) {
        return (role, "role-by-header");
    }
    let names_something =
        candidate.is_weak_id() || candidate.says(Concept::Customer) || candidate.says(Concept::Order);
    let measures = candidate.says_any(&[Concept::Amount, Concept::Quantity, Concept::Mean]);
    let range = report.extremes.range;
    match report.kind {
        ColumnType::Date => (Role::Ignore, "role-ignore-second-date"),
        ColumnType::Number if report.once_per.is_some() => (Role::Ignore, "role-ignore-order-total"),
        ColumnType::Number if shape == Shape::Transactions => (Role::Ignore, "role-ignore-unused-number"),
        ColumnType::Number
            if names_something && !measures && candidate.is_whole() && candidate.is_nearly_unique() =>
        {
            (Role::Ignore, "role-ignore-id")
        }
        ColumnType::Number
            if candidate.is_whole()
                && report.unread == 0
                && is_label(report.distinct, range, (&candidate.concepts, &report.name)) =>
        {
            (Role::Ignore, "role-ignore-label")
        }
        ColumnType::Number => (Role::Feature, "role-by-number"),
        ColumnType::Boolean => (Role::Categorical, "role-by-kind"),
        ColumnType::Text if report.distinct <= MOST_KINDS => (Role::Categorical, "role-by-kind"),
        ColumnType::Text => (Role::Ignore, "role-ignore-text"),
    }
}

/// Category, channel, location or product by header; whole numbers only where they are codes of a few kinds, or ids.
fn kind_of_thing(candidate: &Candidate) -> Option<Role> {
    let roles = [
        (Concept::Category, Role::Category),
        (Concept::Channel, Role::Channel),
        (Concept::Product, Role::Product),
        (Concept::Location, Role::Location),
    ];
    let (concept, role) = *roles.iter().find(|(concept, _)| candidate.says(*concept))?;
    let only = |others: &[Concept]| {
        candidate
            .concepts
            .iter()
            .all(|found| found.is_some_and(|found| found == concept || others.contains(&found)))
    };
    let fits = match candidate.report.kind {
        ColumnType::Text | ColumnType::Boolean => true,
        ColumnType::Number if candidate.is_whole() => {
            let sold =
                if concept == Concept::Channel { [Concept::Id, Concept::Amount] } else { [Concept::Id; 2] };
            (only(&sold) && candidate.report.distinct <= MOST_KINDS)
                || (only(&[Concept::Id]) && candidate.says(Concept::Id))
        }
        _ => false,
    };
    fits.then_some(role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::report::tests::report;

    fn check(rows: u64, columns: &[(&str, ColumnType, u64)], shape: Shape, roles: &[Role]) {
        let reports: Vec<ColumnReport> =
            columns.iter().map(|(name, kind, distinct)| report(name, *kind, *distinct)).collect();
        let (found, proposals) = propose(&reports, rows, true, &[]);
        let found_roles: Vec<Role> = proposals.iter().map(|proposal| proposal.role).collect();
        assert_eq!((found, found_roles.as_slice()), (shape, roles), "{columns:?}");
    }

    use ColumnType::{Date, Number, Text};

    #[test]
    fn transactions() {
        check(
            100,
            &[
                ("Kundennr", Number, 30),
                ("Belegnummer", Text, 60),
                ("Kaufdatum", Date, 50),
                ("Betrag", Number, 90),
                ("Gewinn", Number, 80),
            ],
            Shape::Transactions,
            &[Role::CustomerId, Role::OrderId, Role::Date, Role::Amount, Role::Ignore],
        );
        check(
            100,
            &[
                ("masterid", Number, 40),
                ("sampleid", Number, 40),
                ("date", Date, 90),
                ("cds", Number, 30),
                ("sales", Number, 90),
            ],
            Shape::Transactions,
            &[Role::CustomerId, Role::Ignore, Role::Date, Role::Quantity, Role::Amount],
        );
    }

    #[test]
    fn customers() {
        check(
            100,
            &[
                ("ID", Number, 100),
                ("Dt_Customer", Date, 90),
                ("Income", Number, 80),
                ("Education", Text, 5),
                ("Motto", Text, 95),
            ],
            Shape::Customers,
            &[Role::CustomerId, Role::Date, Role::Feature, Role::Categorical, Role::Ignore],
        );
        check(
            440,
            &[
                ("Channel", Number, 2),
                ("Region", Number, 3),
                ("Fresh", Number, 433),
                ("NumStorePurchases", Number, 14),
            ],
            Shape::Customers,
            &[Role::Channel, Role::Location, Role::Feature, Role::Feature],
        );
    }

    #[test]
    fn neither() {
        check(
            100,
            &[("Invoice", Text, 60), ("Date", Date, 50), ("Total", Number, 90)],
            Shape::Unknown,
            &[Role::OrderId, Role::Date, Role::Amount],
        );
    }

    #[test]
    fn the_users_choice_makes_the_shape() {
        let reports = [
            report("Id", Number, 100),
            report("Date", Date, 20),
            report("Total", Number, 90),
            report("x", Number, 9),
        ];
        let shape = |chosen: &[Option<Role>]| propose(&reports, 100, true, chosen).0;
        assert_eq!(shape(&[]), Shape::Customers);
        assert_eq!(shape(&[Some(Role::CustomerId)]), Shape::Customers);
        assert_eq!(shape(&[None, None, Some(Role::Amount)]), Shape::Transactions);
        assert_eq!(shape(&[None, Some(Role::Ignore), Some(Role::Amount)]), Shape::Customers);
        let visits = [report("Customer", Text, 30), report("Visits", Number, 9)];
        assert_eq!(propose(&visits, 100, true, &[]).0, Shape::Unknown);
        assert_eq!(propose(&visits, 100, true, &[None, Some(Role::Feature)]).0, Shape::Customers);
    }

    #[test]
    fn the_users_choice_moves_a_single_role() {
        let reports = [
            report("Customer", Text, 40),
            report("Client", Text, 50),
            report("Date", Date, 20),
            report("Total", Number, 30),
        ];
        let (_, proposals) = propose(&reports, 100, true, &[None, Some(Role::CustomerId), None, None]);
        assert_eq!(proposals[0].role, Role::Ignore);
        assert_eq!(proposals[0].personal, Personal::Drop);
        assert_eq!(proposals[1].personal, Personal::KeyOnly);
    }
}
