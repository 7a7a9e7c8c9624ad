//! The simulation, day by day.

use std::cmp::Reverse;

use crate::calendar::{self, Clock, Day};
use crate::catalogue::{self, RANGE};
use crate::draws::{Draws, Purpose};
use crate::kinds::{Habits, Kind, Taste};
use crate::line::{self, HEADER};
use crate::people::{Customer, FIRST_ID};

/// How large the shop is and how long it is observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many customers appear in the file; each has at least one order. 0 gives a header and no line.
    pub customers: u32,
    /// Whole months from January 2024. 0 gives a header and no line.
    pub months: u16,
    /// The same seed gives the same bytes.
    pub seed: u64,
}

impl Default for Options {
    /// The sample on the first screen: 2,000 customers, about 30,000 lines, January 2024 to June 2025.
    fn default() -> Self {
        Self { customers: 2_000, months: 18, seed: 1 }
    }
}

impl Options {
    /// A shop with about so many lines over 18 months: 15 to a customer, so from 100,000 lines on it is off by
    /// less than a tenth, at 10,000 by less than a fifth.
    pub fn with_lines(lines: u32, seed: u64) -> Self {
        Self { customers: lines.div_ceil(15), seed, ..Self::default() }
    }
}

/// A shop being simulated, and the lines of its till's export that are not yet written.
#[derive(Debug, Clone)]
pub struct Shop {
    days: Vec<Day>,
    /// One clock for each kind, in the order of [`Kind::ALL`].
    clocks: Vec<Clock>,
    customers: Vec<Customer>,
    products: Vec<Article>,
    /// Who comes on each day, and what is brought back; emptied as the days pass.
    visits: Vec<Vec<u32>>,
    returns: Vec<Vec<Return>>,
    next_day: usize,
    /// The orders of the day that is open, the latest first: the next one to write is taken off the end.
    orders: Vec<Order>,
    next_order: u32,
    timing: Draws,
    baskets: Draws,
}

/// A product, ready to be written.
#[derive(Debug, Clone)]
struct Article {
    cells: Vec<u8>,
    cents: u32,
}

#[derive(Debug, Clone)]
struct Order {
    today: usize,
    second: u32,
    web: bool,
    customer: u32,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    /// A basket, to be filled when it is written; whether the till knew who bought it.
    Purchase {
        known: bool,
    },
    Return(Item),
}

#[derive(Debug, Clone)]
struct Return {
    customer: u32,
    web: bool,
    item: Item,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    article: usize,
    /// Negative where they are brought back.
    pieces: i32,
    cents: u32,
}

/// A chunk is given out once it holds so many bytes.
const CHUNK: usize = 1 << 16;

const FIRST_ORDER: u32 = 500_001;
const MOST_LINES: u32 = 40;
const MOST_PIECES: u32 = 48;

/// Customers who do not show their card in the shop, in a thousand orders. With those on the web, where one is
/// known, it makes about 4 % of the lines.
const CARD_FORGOTTEN_PERMILLE: u32 = 100;

/// The hours of the day, as weights: the shop from nine to seven, the web with its evening.
const SHOP_HOURS: [u32; 24] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 9, 12, 11, 9, 10, 11, 13, 13, 7, 0, 0, 0, 0, 0];
const WEB_HOURS: [u32; 24] = [2, 1, 1, 0, 0, 1, 2, 4, 5, 5, 5, 5, 6, 5, 4, 4, 5, 6, 7, 9, 11, 10, 7, 4];

impl Shop {
    /// Opens a shop. It takes less than 64 bytes for each customer, however many lines there are: a million
    /// customers, fifteen million lines, are easily held even in wasm; a billion are not.
    pub fn new(options: &Options) -> Self {
        let days = calendar::days(options.months);
        let clocks: Vec<Clock> =
            Kind::ALL.iter().map(|kind| Clock::new(&days, |day| kind.habits().weight(day))).collect();
        let mut people = Draws::new(options.seed, Purpose::People);
        let mut visits = vec![Vec::new(); days.len()];
        let opened = if days.is_empty() { 0 } else { options.customers };
        let mut customers = Vec::with_capacity(opened as usize);
        for index in 0..opened {
            let mut customer = Customer::draw(&mut people);
            let (first, leaves) = join(customer.kind, &clocks, days.len(), &mut people);
            customer.leaves = leaves;
            visits[first].push(index);
            customers.push(customer);
        }
        Self {
            returns: vec![Vec::new(); days.len()],
            days,
            clocks,
            customers,
            products: catalogue::products()
                .map(|product| Article { cells: line::product_cells(product), cents: product.cents })
                .collect(),
            visits,
            next_day: 0,
            orders: Vec::new(),
            next_order: FIRST_ORDER,
            timing: Draws::new(options.seed, Purpose::Visits),
            baskets: Draws::new(options.seed, Purpose::Baskets),
        }
    }

    /// The header line of the CSV, line feed included. The fields: the order's number, `C` before it where
    /// goods were brought back; when it was given (ISO 8601, local time); the customer's number and e-mail
    /// address, both empty where the till did not know who bought; product and category; pieces, negative
    /// for what was brought back; the price of one piece; `shop` or `web`.
    pub fn header() -> &'static str {
        HEADER
    }

    /// Replaces what is in `chunk` with the next whole lines of the CSV, about 64 KiB of them, without the
    /// header. Returns whether there were any.
    pub fn next_chunk(&mut self, chunk: &mut Vec<u8>) -> bool {
        chunk.clear();
        while chunk.len() < CHUNK && self.write_order(chunk) {}
        !chunk.is_empty()
    }

    /// The whole CSV at once, header included.
    pub fn csv(options: &Options) -> Vec<u8> {
        let mut shop = Self::new(options);
        let mut csv = HEADER.as_bytes().to_vec();
        while shop.write_order(&mut csv) {}
        csv
    }

    /// How many customers there are.
    pub fn customers(&self) -> u32 {
        self.customers.len() as u32
    }

    /// The number in the column `CustomerID` of the customer with this index, from 0.
    pub fn id_of(index: u32) -> u32 {
        FIRST_ID.saturating_add(index)
    }

    /// What kind of buyer the customer with this index, from 0, truly is.
    pub fn kind_of(&self, index: u32) -> Option<Kind> {
        self.customers.get(index as usize).map(|customer| customer.kind)
    }

    /// Appends the lines of the next order; false, and nothing, after the last.
    fn write_order(&mut self, out: &mut Vec<u8>) -> bool {
        loop {
            if let Some(order) = self.orders.pop() {
                match order.content {
                    Content::Purchase { known } => self.write_purchase(&order, known, out),
                    Content::Return(item) => {
                        self.write_order_cells(&order, true, out);
                        self.write_item(item, order.web, out);
                    }
                }
                self.next_order += 1;
                return true;
            }
            if self.next_day == self.days.len() {
                return false;
            }
            self.open_day(self.next_day);
            self.next_day += 1;
        }
    }

    /// Gathers the orders of a day and settles when their customers come again.
    fn open_day(&mut self, today: usize) {
        let open = self.days[today].doors_open();
        for index in std::mem::take(&mut self.visits[today]) {
            let customer = &mut self.customers[index as usize];
            let habits = customer.kind.habits();
            let web = !open || self.timing.chance(habits.web_permille);
            // Whoever joins is known with that order, so that every customer is in the file.
            let known = customer.orders == 0 || web || !self.timing.chance(CARD_FORGOTTEN_PERMILLE);
            let second = second_of_day(&mut self.timing, web);
            self.orders.push(Order {
                today,
                second,
                web,
                customer: index,
                content: Content::Purchase { known },
            });
            customer.orders += 1;
            let clock = &self.clocks[customer.kind as usize];
            let gap = customer.gap * self.timing.erlang(habits.gap_shape);
            let next = clock.day_of(clock.at(today + 1) + gap);
            if next < customer.leaves && customer.orders < habits.orders_at_most {
                self.visits[next].push(index);
            }
        }
        for Return { customer, web, item } in std::mem::take(&mut self.returns[today]) {
            let web = web || !open;
            let second = second_of_day(&mut self.timing, web);
            self.orders.push(Order { today, second, web, customer, content: Content::Return(item) });
        }
        self.orders.sort_by_key(|order| Reverse(order.second));
    }

    /// Fills a basket and appends its lines; settles what of it comes back, and when.
    fn write_purchase(&mut self, order: &Order, known: bool, out: &mut Vec<u8>) {
        let start = out.len();
        self.write_order_cells(order, known, out);
        let cells = start..out.len();
        let customer = &self.customers[order.customer as usize];
        let (habits, size) = (customer.kind.habits(), customer.size);
        let lines = 1 + self.baskets.geometric(habits.lines * size - 1.0, MOST_LINES - 1);
        let sale = self.days[order.today].sale();
        for line in 0..lines {
            if line > 0 {
                out.extend_from_within(cells.clone());
            }
            let item = self.draw_item(habits, size, sale);
            self.write_item(item, order.web, out);
            if known && self.baskets.chance(habits.returned_permille) {
                self.bring_back(item, order);
            }
        }
    }

    fn draw_item(&mut self, habits: &Habits, size: f64, sale: bool) -> Item {
        let draws = &mut self.baskets;
        let shelf = draws.weighted(&habits.categories);
        let places = [draws.below(RANGE as u32), draws.below(RANGE as u32)];
        let place = match habits.taste {
            Taste::Cheap => places[0].min(places[1]),
            Taste::Any => places[0],
            Taste::Dear => places[0].max(places[1]),
        };
        let article = shelf * RANGE + place as usize;
        let full = self.products[article].cents;
        let reduced = draws.chance(habits.reduced_permille[usize::from(!sale)]);
        let cents = if reduced { full / 5 * 4 } else { full };
        Item {
            article,
            pieces: 1 + draws.geometric(habits.pieces * size - 1.0, MOST_PIECES - 1) as i32,
            cents,
        }
    }

    /// One to all pieces of an item come back after two days to a month, if that is still observed.
    fn bring_back(&mut self, item: Item, order: &Order) {
        let draws = &mut self.baskets;
        let pieces = 1 + draws.below(item.pieces.unsigned_abs()) as i32;
        let day = order.today + 2 + draws.geometric(8.0, 28) as usize;
        if let Some(returns) = self.returns.get_mut(day) {
            let item = Item { pieces: -pieces, ..item };
            returns.push(Return { customer: order.customer, web: order.web, item });
        }
    }

    /// Appends the cells that are the same in every line of an order, each with the comma after it.
    fn write_order_cells(&self, order: &Order, known: bool, out: &mut Vec<u8>) {
        if matches!(order.content, Content::Return(_)) {
            out.push(b'C');
        }
        line::write_number(self.next_order, out);
        out.push(b',');
        out.extend_from_slice(self.days[order.today].text.as_bytes());
        out.push(b'T');
        line::write_time(order.second, out);
        out.push(b',');
        if known {
            let id = Self::id_of(order.customer);
            line::write_number(id, out);
            out.push(b',');
            self.customers[order.customer as usize].write_email(id, out);
            out.push(b',');
        } else {
            out.extend_from_slice(b",,");
        }
    }

    fn write_item(&self, item: Item, web: bool, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.products[item.article].cells);
        if item.pieces < 0 {
            out.push(b'-');
        }
        line::write_number(item.pieces.unsigned_abs(), out);
        out.push(b',');
        line::write_money(item.cents, out);
        out.extend_from_slice(if web { b",web\n" } else { b",shop\n" });
    }
}

/// Draws the day of a customer's first order and the end of the time in which others may follow. Within the
/// time in which customers of the kind join, more join when more is going on.
fn join(kind: Kind, clocks: &[Clock], days: usize, draws: &mut Draws) -> (usize, usize) {
    let (habits, clock) = (kind.habits(), &clocks[kind as usize]);
    let share = |share: f64| (share * days as f64) as usize;
    let [from, to] = habits.joins.map(share);
    let reading = draws.between([clock.at(from), clock.at(to.max(from + 1))]);
    let first = clock.day_of(reading).min(days - 1);
    let leaves = first + share(draws.between(habits.stays));
    (first, leaves.min(days))
}

fn second_of_day(draws: &mut Draws, web: bool) -> u32 {
    let hour = draws.weighted(if web { &WEB_HOURS } else { &SHOP_HOURS }) as u32;
    hour * 3600 + draws.below(3600)
}
