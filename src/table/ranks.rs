//! How well a column would serve in a role: 0 is best, `None` not at all.

use super::inspection::ColumnReport;
use super::speaks::Told;
use super::words::{Concept, concepts, words};
use super::{ColumnType, Personal, PersonalData, Role};
use crate::limits::FEWEST_CUSTOMERS;

/// Most different values of a column whose values are kinds.
pub(super) const MOST_KINDS: u64 = 20;

/// Rows a customer has on average at least, in tenths, where the rows are purchases.
pub(super) const PURCHASES_PER_CUSTOMER: u64 = 11;

/// Rows from which on a handful of different values are tills, accounts or sellers, not customers.
const MANY_ROWS: u64 = 500;

/// What dates of first purchases are called by, folded.
const FIRST: [&str; 8] = ["first", "erste", "erster", "erstes", "premiere", "primera", "prima", "primeira"];

/// Words for accounts, folded: a few of these may be the shop's own.
const ACCOUNTS: [&str; 9] =
    ["account", "accounts", "acct", "konto", "compte", "cuenta", "conto", "conta", "rekening"];

/// What the end of a stay is called by, folded: the purchase was before.
const DEPARTURES: [&str; 16] = [
    "departure",
    "departures",
    "checkout",
    "abreise",
    "abreisedatum",
    "abreisetag",
    "depart",
    "partenza",
    "salida",
    "partida",
    "saida",
    "vertrek",
    "vertrekdatum",
    "wyjazd",
    "выезд",
    "退房",
];

/// A column and the concepts in its header.
pub(super) struct Candidate<'a> {
    pub(super) report: &'a ColumnReport,
    pub(super) concepts: Vec<Option<Concept>>,
    pub(super) rows: u64,
}

/// As the one that says who bought; `dated_money` where the file has dates and money, so rows may be purchases, and `orders` where
/// another column tells orders apart, so that they are. `whole_names` where no other column holds a part of them; `persons`
/// are told apart by e-mail or name in another column, so many of them.
pub(super) fn customer_rank(
    candidate: &Candidate,
    dated_money: bool,
    orders: bool,
    whole_names: bool,
    persons: Option<u64>,
) -> Option<u32> {
    use Concept::{Customer, Id, Name};
    let report = candidate.report;
    if report.cut_ids > 0 {
        return None;
    }
    let few = report.distinct < FEWEST_CUSTOMERS as u64 && candidate.rows >= MANY_ROWS;
    let customer = candidate.says(Customer);
    let named = customer && candidate.says(Id) && candidate.only(&[Customer, Id, Concept::Row]);
    // Google's ids of clients are two numbers with a point between them; no money has as many places.
    let parted = customer && candidate.says(Id) && report.scale > 4;
    let counts = candidate.counts() || report.kind == ColumnType::Boolean;
    // A firm with a handful of customers still has those.
    let account = words(&report.name).iter().any(|word| ACCOUNTS.contains(&word.as_str()));
    let called = customer && candidate.only(&[Customer, Id, Name, Concept::Row]) && !counts && !account;
    let few_are_known = few && (named || called) && report.kind != ColumnType::Date && report.distinct > 1;
    if few_are_known && dated_money && candidate.is_whole() {
        return Some(13);
    }
    if report.distinct < 2 || few || report.kind == ColumnType::Date || !(candidate.is_whole() || parted) {
        return None;
    }
    if named {
        // Who rents a shop in a mall is a customer only where nobody else is.
        let tenant = words(&report.name).iter().any(|word| word == "tenant");
        return Some(if tenant { 2 } else { 0 });
    }
    if customer && candidate.only(&[Customer]) && !counts {
        return Some(1);
    }
    // A card that regulars show at the till.
    let card = customer && candidate.says(Concept::Card) && candidate.only(&[Customer, Concept::Card, Id]);
    let known = candidate.concepts.iter().flatten().all(|concept| matches!(concept, Customer | Id));
    if card || (customer && candidate.says(Id) && report.personal_data.is_none() && known) {
        return Some(2);
    }
    // What follows says only that it tells something apart: customers, if it repeats among purchases or is unique in a table.
    let repeats = dated_money && candidate.repeats(PURCHASES_PER_CUSTOMER);
    // Beside those who are known by e-mail a number is theirs only if there are as many: not a parcel's, nor a house's.
    let theirs = persons.is_none_or(|persons| report.distinct.abs_diff(persons) * 50 <= persons);
    let unique = candidate.is_nearly_unique() && !(dated_money && orders);
    let bare = candidate.only(&[Id]) && candidate.says(Id) && theirs;
    let weak = candidate.is_weak_id() && theirs;
    let addresses = candidate.holds_addresses();
    let several = orders || report.distinct > MOST_KINDS;
    let email = addresses && (report.distinct > MOST_KINDS || (repeats && orders));
    match () {
        () if bare && repeats => Some(3),
        () if weak && repeats => Some(4),
        () if email && repeats => Some(5),
        () if bare && unique => Some(6),
        () if weak && unique => Some(7),
        () if email => Some(8),
        // Names are no ids, but better than not to know who it was.
        () if candidate.names_whole_customers() && repeats => Some(9),
        () if whole_names && repeats && orders && candidate.is_text() && candidate.is_only(Name) => Some(10),
        () if report.personal_data == Some(PersonalData::Phone) && repeats && several => Some(11),
        () if candidate.is_only(Concept::Identity) && repeats && several => Some(12),
        () => None,
    }
}

/// Whether e-mail addresses say who it is in hardly any row not.
pub(super) fn has_all_addresses(candidate: &Candidate) -> bool {
    let of_customers = candidate.holds_addresses() && !candidate.says(Concept::Staff);
    of_customers && candidate.report.distinct > MOST_KINDS && !candidate.has_gaps()
}

/// Whether a column of purchases tells who bought by e-mail or by name, in hardly any row not.
pub(super) fn knows_persons(candidate: &Candidate) -> bool {
    (candidate.holds_addresses() || candidate.names_whole_customers())
        && candidate.repeats(PURCHASES_PER_CUSTOMER)
        && candidate.report.distinct > MOST_KINDS
        && !candidate.has_gaps()
}

/// As the one that says what was bought together. Of two that would serve alike, the ids that repeat tell orders, and those that do not
/// their lines; a column that is mostly empty tells few.
pub(super) fn order_rank(candidate: &Candidate) -> Option<u32> {
    let rank = order_name_rank(candidate)?;
    let repeats = candidate.is_id_like() && !candidate.is_nearly_unique();
    let sparse = candidate.report.missing * 2 > candidate.rows;
    Some(rank * 2 + u32::from(!repeats) + if sparse { 6 } else { 0 })
}

/// By what it is called.
fn order_name_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Id, Name, Order, Row};
    let report = candidate.report;
    // Shopify calls its order numbers (`#1001`) names.
    if report.numbered && candidate.only(&[Name, Id, Order]) {
        return Some(0);
    }
    if !candidate.says(Order)
        || report.kind == ColumnType::Date
        || !candidate.is_whole()
        || report.distinct < 2
    {
        return None;
    }
    match candidate.concepts.as_slice() {
        [Some(Order), Some(Id)] | [Some(Id), Some(Order)] => Some(0),
        _ if candidate.only(&[Order, Id, Row]) && candidate.says(Id) => Some(1),
        [Some(Order)] if report.kind == ColumnType::Text || candidate.is_id_like() => Some(2),
        _ => None,
    }
}

/// As the one that says when it was bought.
pub(super) fn date_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Birth, Customer, Date, Order, OtherEvent, Paid, Refund};
    if candidate.report.kind != ColumnType::Date || candidate.says(Birth) {
        return None;
    }
    let said = words(&candidate.report.name);
    let leaves = said.iter().any(|word| DEPARTURES.contains(&word.as_str()));
    let rank = match () {
        () if candidate.says_any(&[OtherEvent, Paid, Refund]) || leaves => 4,
        () if candidate.says(Customer) => 3,
        () if candidate.says(Order) => 0,
        () if candidate.says(Date) => 1,
        () => 2,
    };
    // Of the first and the last purchase, the last tells more.
    let first = said.first().is_some_and(|word| FIRST.contains(&word.as_str()));
    Some(rank * 2 + u32::from(first))
}

/// As the one that says how many.
pub(super) fn quantity_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Amount, Line, Order, Product, Quantity, Refund, Unit};
    let fits = candidate.is_number() && candidate.says(Quantity);
    if candidate.report.told == Some(Told::Pieces) {
        return Some(0);
    }
    if !fits || !candidate.only(&[Quantity, Order, Product, Unit, Line, Amount, Refund]) {
        return None;
    }
    Some(candidate.concepts.len() as u32)
}

/// As the one that says what one piece cost.
pub(super) fn price_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Amount, Currency, Gross, Line, Mean, Net, Order, Price, Product, Unit};
    match candidate.report.told {
        Some(Told::LineTotal) => return None,
        Some(Told::PiecePrice) => return Some(0),
        _ if !candidate.is_number() => return None,
        _ => {}
    }
    // `Valor unitário` and `unit amount` are prices too.
    let each = candidate.says(Unit)
        && candidate.only(&[Unit, Price, Amount, Gross, Net, Product, Order, Line, Currency]);
    match candidate.says(Price) && !candidate.says(Amount) {
        true if candidate.says(Unit) => Some(1),
        true if candidate.only(&[Price, Product, Order, Line, Gross, Net, Currency, Mean]) => Some(2),
        false if each && candidate.says_any(&[Price, Amount]) => Some(1),
        _ => None,
    }
}

/// As the one that says what was taken off.
pub(super) fn discount_rank(candidate: &Candidate) -> Option<u32> {
    (candidate.is_number() && candidate.says(Concept::Discount)).then_some(candidate.concepts.len() as u32)
}

/// As the one that says what the line cost.
pub(super) fn amount_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Amount, Currency, Gross, Line, Location, Net, Order, Paid, Price, Product, Row};
    match candidate.report.told {
        Some(Told::Pieces | Told::PiecePrice) => return None,
        Some(Told::LineTotal) if !candidate.says(Amount) => return Some(6),
        _ => {}
    }
    let money = candidate.says(Amount) || (candidate.says_any(&[Gross, Net]) && !candidate.says(Price));
    let unknown = candidate.concepts.iter().filter(|concept| concept.is_none()).count() as u32;
    let known = candidate.concepts.iter().flatten().all(|concept| {
        matches!(
            concept,
            Amount | Currency | Gross | Line | Location | Net | Order | Paid | Price | Product | Row
        )
    });
    // What a shop sold, told from what its town or country did by nothing; so it comes last.
    let place = candidate.says(Location);
    let fits = candidate.is_number() && money && known && unknown <= 1;
    // `Total orders` are a number of orders, and what is only multiplied or always the same is no sum, if anything else is money.
    let counted = candidate.counts() && matches!(candidate.concepts.last(), Some(Some(Order | Product)));
    let constant = candidate.report.distinct < 2;
    let last = counted || constant || candidate.report.told == Some(Told::Factor);
    let price = u32::from(candidate.says(Price));
    fits.then_some(unknown * 2 + price + if place { 4 } else { 0 } + if last { 8 } else { 0 })
}

/// As the one that says what the line cost, where nothing else is money: `total cost`, `cost of the order`. What one piece cost, the shop
/// paid.
pub(super) fn cost_rank(candidate: &Candidate) -> Option<u32> {
    use Concept::{Amount, Cost, Line, Order};
    let fits = candidate.is_number() && candidate.says(Cost) && candidate.only(&[Amount, Cost, Line, Order]);
    fits.then_some(candidate.concepts.len() as u32)
}

/// As the one that says what one piece cost, where nothing else is money: `list price`, `selling price`.
pub(super) fn some_price_rank(candidate: &Candidate) -> Option<u32> {
    let known = candidate.concepts.iter().flatten().all(|concept| *concept == Concept::Price);
    (candidate.is_number() && candidate.says(Concept::Price) && known)
        .then_some(candidate.concepts.len() as u32)
}

impl<'a> Candidate<'a> {
    pub(super) fn new(report: &'a ColumnReport, rows: u64) -> Self {
        Candidate { report, concepts: concepts(&report.name), rows }
    }

    pub(super) fn says(&self, concept: Concept) -> bool {
        self.concepts.contains(&Some(concept))
    }

    pub(super) fn says_any(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.says(*concept))
    }

    /// Every word of the header is known and speaks of one of these.
    pub(super) fn only(&self, concepts: &[Concept]) -> bool {
        self.concepts.iter().all(|found| found.is_some_and(|found| concepts.contains(&found)))
    }

    /// The header says this and nothing else.
    pub(super) fn is_only(&self, concept: Concept) -> bool {
        self.says(concept) && self.only(&[concept])
    }

    pub(super) fn is_text(&self) -> bool {
        self.report.kind == ColumnType::Text
    }

    fn holds_addresses(&self) -> bool {
        self.is_text() && self.says(Concept::Email)
    }

    /// `Customer name`, and nothing else.
    fn names_whole_customers(&self) -> bool {
        use Concept::{Customer, Name};
        self.is_text() && self.says(Customer) && self.says(Name) && self.only(&[Customer, Name])
    }

    pub(super) fn is_number(&self) -> bool {
        self.report.kind == ColumnType::Number && self.report.personal_data.is_none()
    }

    /// A number called by a plural counts: `Customers`, `Total orders`.
    pub(super) fn counts(&self) -> bool {
        let plural = |word: &String| word.len() > 4 && word.ends_with('s');
        self.report.kind == ColumnType::Number && words(&self.report.name).last().is_some_and(plural)
    }

    /// One row in twenty or more says nothing here.
    pub(super) fn has_gaps(&self) -> bool {
        self.report.missing * 20 > self.rows || self.report.zero_is_nobody
    }

    /// No fractions, which no id and no code has.
    pub(super) fn is_whole(&self) -> bool {
        self.report.kind != ColumnType::Number || self.report.scale == 0
    }

    pub(super) fn present(&self) -> u64 {
        self.rows.saturating_sub(self.report.missing)
    }

    /// Each value stands in so many tenths of a row on average.
    pub(super) fn repeats(&self, tenths: u64) -> bool {
        self.present() * 10 >= self.report.distinct.saturating_mul(tenths)
    }

    pub(super) fn is_nearly_unique(&self) -> bool {
        self.report.distinct > 1 && self.report.distinct * 100 >= self.present() * 95
    }

    /// Too many different whole numbers to be a count of something.
    pub(super) fn is_id_like(&self) -> bool {
        self.report.distinct * 20 >= self.present() && self.report.distinct > MOST_KINDS
    }

    /// `Customer` over text: where another column tells customers apart, it is their names.
    pub(super) fn names_customers(&self) -> bool {
        let text = self.report.kind == ColumnType::Text;
        text && self.says(Concept::Customer)
            && self.only(&[Concept::Customer])
            && self.report.distinct > MOST_KINDS
    }

    /// A header that ends in a word for id and otherwise says nothing known: `masterid`, `ref no`.
    pub(super) fn is_weak_id(&self) -> bool {
        let known_else = self.concepts.iter().flatten().any(|concept| *concept != Concept::Id);
        !known_else
            && self.concepts.last() == Some(&Some(Concept::Id))
            && self.report.kind != ColumnType::Date
            && self.is_whole()
            && self.report.distinct > MOST_KINDS.min(self.present() / 2)
    }

    pub(super) fn single_why(&self, role: Role, header: bool) -> &'static str {
        match role {
            Role::Amount if self.report.told == Some(Told::LineTotal) => "role-amount-of-line",
            Role::UnitPrice if self.report.told == Some(Told::PiecePrice) => "role-price-of-piece",
            Role::Quantity if self.report.told == Some(Told::Pieces) => "role-quantity-by-values",
            Role::Amount if !header => "role-amount-by-values",
            Role::Date if !self.says(Concept::Date) => "role-date-by-values",
            Role::CustomerId if !self.says(Concept::Customer) => "role-customer-by-values",
            _ => "role-by-header",
        }
    }
}

/// The first column of text that is called so, of cells that look like something and cannot be read.
pub(super) fn unreadable(reports: &[ColumnReport], concept: Concept) -> Option<&ColumnReport> {
    let other =
        |found: &Option<Concept>| matches!(found, Some(Concept::Id | Concept::Birth | Concept::OtherEvent));
    let is_called = |report: &ColumnReport| {
        let said = concepts(&report.name);
        said.contains(&Some(concept)) && !said.iter().any(other)
    };
    reports.iter().find(|report| {
        let free = matches!(report.role, Role::Ignore | Role::Categorical);
        let open = report.kind == ColumnType::Text && report.personal == Personal::None;
        open && free && !report.unreadable.1.is_empty() && is_called(report)
    })
}
