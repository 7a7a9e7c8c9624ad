//! The batches of several files become those of one.

use std::hash::BuildHasher;

use hashbrown::{HashMap, HashSet};

use super::interner::{FixedState, Interner};
use super::persons::Persons;
use super::sources::{SourceKind, Sources, is_lines};
use super::{Builder, CustomerOptions, Features, OptOuts};
use crate::table::{Batch, Cells, MISSING, Personal, Reading, Role, Tally, Texts, canonical_id};
use crate::{Error, Notice};

/// Takes the batches of several files, each as it is read under its own [`Reading`], and ends in [`Features`].
#[derive(Debug)]
pub struct Joint {
    sources: Sources,
    builder: Builder,
    customers: Vec<Option<Builder>>,
    persons: Persons,
    /// Whom to leave out, until it is known who is behind each id.
    opt_outs: Option<OptOuts>,
    /// Who is left out.
    left_out: OptOuts,
    orders: Orders,
    repeated: Repeated,
    unknown_orders: Tally,
    notices: Vec<Notice>,
}

/// Who gave each order, and when.
#[derive(Debug, Default)]
struct Orders {
    ids: Interner,
    customers: Interner,
    /// For each order the customer and the moment; and whether a line of it went by.
    given: Vec<(u32, i64)>,
    met: Vec<bool>,
}

/// Rows of earlier files, by two hashes, and how often each stood in one file at most. The hashes are of what is read of a row; of a
/// purchase without the number of an order one is of all its cells, where the files have the same ones: what a customer paid on a day
/// may be paid in another shop as well.
#[derive(Debug, Default)]
struct Repeated {
    /// The column of orders' numbers.
    order: Option<usize>,
    /// Whether equal rows of the files are written alike.
    alike: bool,
    earlier: HashMap<(u64, u64), u32, FixedState>,
    here: HashMap<(u64, u64), u32, FixedState>,
    /// Rows of this file that were left out.
    left_out: Tally,
    /// What was read of rows of earlier files that are compared by all their cells.
    read: HashSet<u64, FixedState>,
    /// Rows that agree with one of these and yet differ.
    differing: Tally,
}

impl Joint {
    /// A joint of files that are read by `sources`.
    ///
    /// # Errors
    /// As [`Builder::new`].
    pub fn new(sources: Sources, options: &CustomerOptions) -> Result<Self, Error> {
        let builder = Builder::new(&sources.joined, options)?;
        let own = |reading: &Reading| Builder::new(reading, options);
        let customers = sources.files.iter().map(|source| match source.kind {
            // A list that says nothing to compare by still says who is a customer; nothing is joined then.
            SourceKind::Customers => own(&source.reading).map(Some).or_else(|error| match error {
                Error::NoFeatureColumns => Ok(None),
                error => Err(error),
            }),
            _ => Ok(None),
        });
        let customers = customers.collect::<Result<Vec<_>, Error>>()?;
        Ok(Joint {
            orders: Orders::default(),
            repeated: Repeated::new(&sources),
            persons: Persons::default(),
            opt_outs: None,
            left_out: OptOuts::default(),
            unknown_orders: Tally::default(),
            notices: Vec::new(),
            sources,
            builder,
            customers,
        })
    }

    /// The same joint without the customers on the list: neither their purchases nor what lists of customers say of them is looked at.
    ///
    /// # Errors
    /// As [`Builder::without`].
    pub fn without(mut self, opt_outs: OptOuts) -> Result<Self, Error> {
        let lists = self.customers.into_iter();
        let lists = lists.map(|list| list.map(|list| list.without(opt_outs.clone())).transpose());
        self.customers = lists.collect::<Result<_, Error>>()?;
        self.opt_outs = Some(opt_outs);
        Ok(self)
    }

    /// How the files become one.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Takes one batch of a file, counted from 0. All of a file has to come before the next, in the order of [`Sources::order`], and
    /// [`Joint::end`] after each.
    ///
    /// # Errors
    /// As [`Builder::push`].
    pub fn push(&mut self, file: usize, batch: &Batch) -> Result<(), Error> {
        let Some(source) = self.sources.files.get(file) else { return Ok(()) };
        match source.kind {
            SourceKind::Orders => {
                self.orders.take(&source.reading, batch);
                Ok(())
            }
            SourceKind::Customers => {
                if let (Some(id), Some(person)) = (source.id, source.reading.position(Role::CustomerId)) {
                    self.persons.take(batch, id, person);
                }
                match &mut self.customers[file] {
                    Some(builder) => builder.push(batch),
                    None => Ok(()),
                }
            }
            SourceKind::Purchases | SourceKind::Lines => {
                if let Some(opt_outs) = self.opt_outs.take() {
                    self.left_out = self.persons.opted_out(&opt_outs);
                    self.builder.leave_out(self.left_out.clone())?;
                }
                let mut batch = in_place(&self.sources.joined, &source.places, batch);
                if source.kind == SourceKind::Lines {
                    self.orders.complete(&self.sources.joined, &mut batch, &mut self.unknown_orders);
                }
                if let Some(customer) = self.sources.joined.position(Role::CustomerId) {
                    self.persons.rename(&mut batch, customer);
                }
                self.repeated.leave_out(&mut batch);
                self.builder.push(&batch)
            }
        }
    }

    /// All of a file went by.
    pub fn end(&mut self, file: usize) {
        if !self.sources.files.get(file).is_some_and(|source| is_lines(source.kind)) {
            return;
        }
        let mut notices = self.builder.notices_of_rows();
        notices.extend(self.repeated.end());
        let unknown = std::mem::take(&mut self.unknown_orders);
        notices.extend(unknown.told(|count, rows| Notice::LinesOfUnknownOrders { count, rows }));
        self.notices.extend(notices.into_iter().map(|notice| notice.of_file(file)));
    }

    /// The customers, sorted.
    ///
    /// # Errors
    /// As [`Builder::finish`].
    pub fn finish(self) -> Result<Features, Error> {
        let Joint { sources, builder, customers, orders, persons, left_out, notices: of_files, .. } = self;
        let mut features = builder.finish()?;
        let named = (1..).zip(&sources.files);
        let mut notices: Vec<Notice> = named
            .map(|(file, source)| Notice::SourceRead { file, kind: source.kind.name().to_owned() })
            .collect();
        notices.extend(sources.files.iter().enumerate().flat_map(|(file, source)| {
            source.assumed.iter().map(move |notice| notice.clone().of_file(file))
        }));
        notices.extend(of_files);
        let without = orders.met.iter().filter(|met| !**met).count() as u64;
        let lines = sources.files.iter().any(|source| source.kind == SourceKind::Lines);
        if lines && without > 0 {
            notices.push(Notice::OrdersWithoutLines { count: without });
        }
        notices.extend(persons.several().map(|(ids, customers)| Notice::SeveralIdsEach { ids, customers }));
        notices.append(&mut features.notices);
        features.notices = notices;
        let day = features.reference_day();
        for (file, list) in customers.into_iter().enumerate() {
            let Some(mut list) = list else { continue };
            // Of one table all days are counted to one day, which a model remembers.
            day.into_iter().for_each(|day| list.count_to(day));
            let mut list = list.finish()?;
            let told = list.notices.into_iter().filter_map(|notice| of_list(notice, sources.files[file].id));
            list.notices = told.map(|notice| notice.of_file(file)).collect();
            features = features.joined(&list, &left_out);
        }
        Ok(features)
    }
}

/// What is told of a list of customers that is joined. Who is behind several ids stands in it as often, as it should be.
fn of_list(notice: Notice, id: Option<usize>) -> Option<Notice> {
    match notice {
        Notice::DuplicateCustomers { .. } if id.is_some() => None,
        Notice::DuplicateCustomers { count, rows } => Some(Notice::CustomersListedTwice { count, rows }),
        notice => Some(notice),
    }
}

impl Orders {
    /// Of an order that stands twice, the earlier of both counts, whatever the order of the rows.
    fn take(&mut self, reading: &Reading, batch: &Batch) {
        let cells = |role: Role| reading.position(role).and_then(|at| batch.columns.get(at));
        let (Some(Cells::Texts(ids)), Some(Cells::Texts(customers)), Some(Cells::Moments(moments))) =
            (cells(Role::OrderId), cells(Role::CustomerId), cells(Role::Date))
        else {
            return;
        };
        for (at, &moment) in moments.iter().enumerate() {
            let (id, customer) = (canonical_id(ids.get(at)), canonical_id(customers.get(at)));
            if id.is_empty() {
                continue;
            }
            let order = self.ids.intern(&id) as usize;
            let number = self.customers.intern(&customer);
            match self.given.get_mut(order) {
                None => {
                    self.given.push((number, moment));
                    self.met.push(false);
                }
                Some(known) => {
                    if (moment, &*customer) < (known.1, self.customers.get(known.0)) {
                        *known = (number, moment);
                    }
                }
            }
        }
    }

    /// Puts who and when into the lines that do not say it themselves, and counts those whose order is not known.
    fn complete(&mut self, joined: &Reading, batch: &mut Batch, unknown: &mut Tally) {
        let place = |role: Role| joined.position(role);
        let (Some(order), Some(customer), Some(date)) =
            (place(Role::OrderId), place(Role::CustomerId), place(Role::Date))
        else {
            return;
        };
        let (mut ids, mut moments) = (Texts::default(), Vec::with_capacity(batch.len()));
        let Cells::Texts(orders) = &batch.columns[order] else { return };
        for (at, &row) in batch.rows.iter().enumerate() {
            let found = self.ids.find(&canonical_id(orders.get(at))).map(|order| order as usize);
            let given = found.and_then(|order| self.given.get(order));
            if let Some(met) = found.and_then(|order| self.met.get_mut(order)) {
                *met = true;
            } else {
                unknown.add(row);
            }
            let own = match &batch.columns[customer] {
                Cells::Texts(own) => own.get(at),
                _ => "",
            };
            ids.push(match (own, given) {
                ("", Some((customer, _))) => self.customers.get(*customer),
                (own, _) => own,
            });
            let own = match &batch.columns[date] {
                Cells::Moments(own) => own[at],
                _ => MISSING,
            };
            moments.push(match (own, given) {
                (MISSING, Some((_, moment))) => *moment,
                (own, _) => own,
            });
        }
        batch.columns[customer] = Cells::Texts(ids);
        batch.columns[date] = Cells::Moments(moments);
    }
}

impl Repeated {
    fn new(sources: &Sources) -> Self {
        Repeated {
            order: sources.joined.position(Role::OrderId),
            alike: sources.are_written_alike(),
            ..Repeated::default()
        }
    }

    /// Leaves out the rows that an earlier file had as often: within one file, equal rows are equal purchases.
    fn leave_out(&mut self, batch: &mut Batch) {
        let (first, second) = (FixedState::with_seed(1), FixedState::with_seed(2));
        let orders = match self.order.map(|at| &batch.columns[at]) {
            Some(Cells::Texts(orders)) => Some(orders),
            _ => None,
        };
        let mut kept = Vec::with_capacity(batch.len());
        for (at, &file_row) in batch.rows.iter().enumerate() {
            let row = key(batch, at);
            let read = first.hash_one(&row);
            let nameless = orders.is_none_or(|orders| orders.get(at).is_empty());
            let whole = batch.fingerprints.get(at).filter(|_| self.alike && nameless);
            let hash = (read, whole.copied().unwrap_or_else(|| second.hash_one(&row)));
            let here = self.here.entry(hash).or_default();
            *here += 1;
            let earlier = self.earlier.get(&hash).copied();
            kept.push(*here > earlier.unwrap_or_default());
            if earlier.is_none() && whole.is_some() && self.read.contains(&read) {
                self.differing.add(file_row);
            }
        }
        if kept.iter().all(|kept| *kept) {
            return;
        }
        let left_out = batch.rows.iter().zip(&kept).filter(|(_, kept)| !**kept).map(|(row, _)| *row);
        left_out.for_each(|row| self.left_out.add(row));
        *batch = only(batch, &kept);
    }

    /// The file ends: what is to be told of its rows.
    fn end(&mut self) -> Vec<Notice> {
        for (hash, count) in self.here.drain() {
            let most = self.earlier.entry(hash).or_default();
            *most = count.max(*most);
            if self.alike {
                self.read.insert(hash.0);
            }
        }
        let left_out = std::mem::take(&mut self.left_out);
        let differing = std::mem::take(&mut self.differing);
        let told = [
            left_out.told(|count, rows| Notice::RowsInSeveralFiles { count, rows }),
            differing.told(|count, rows| Notice::RowsAlikeInSeveralFiles { count, rows }),
        ];
        told.into_iter().flatten().collect()
    }
}

/// All that is read of a row, each cell with its length, so that no two rows are written alike.
fn key(batch: &Batch, at: usize) -> Vec<u8> {
    let mut key = Vec::with_capacity(64);
    for cells in &batch.columns {
        match cells {
            Cells::Unread => {}
            Cells::Numbers(numbers) => key.extend(numbers[at].to_bits().to_le_bytes()),
            Cells::Exact { units, .. } | Cells::Moments(units) => key.extend(units[at].to_le_bytes()),
            Cells::Texts(texts) => {
                let text = canonical_id(texts.get(at));
                key.extend((text.len() as u64).to_le_bytes());
                key.extend(text.as_bytes());
            }
        }
    }
    key
}

/// A file's batch with its columns where the joined table has them, and blanks where the file has none.
fn in_place(joined: &Reading, places: &[Option<usize>], batch: &Batch) -> Batch {
    let columns = joined.columns.iter().zip(places).map(|(column, place)| {
        let cells = place.and_then(|at| batch.columns.get(at));
        cells.filter(|cells| !matches!(cells, Cells::Unread)).cloned().unwrap_or_else(|| match column.role {
            Role::Amount | Role::Quantity | Role::UnitPrice | Role::Discount => {
                Cells::Exact { units: vec![MISSING; batch.len()], scale: column.scale }
            }
            Role::Date => Cells::Moments(vec![MISSING; batch.len()]),
            Role::CustomerId | Role::OrderId | Role::Product | Role::Category | Role::Channel
                if column.personal != Personal::Drop =>
            {
                let mut texts = Texts::default();
                (0..batch.len()).for_each(|_| texts.push(""));
                Cells::Texts(texts)
            }
            _ => Cells::Unread,
        })
    });
    let (rows, fingerprints) = (batch.rows.clone(), batch.fingerprints.clone());
    Batch { rows, fingerprints, columns: columns.collect() }
}

/// The rows that are kept.
fn only(batch: &Batch, kept: &[bool]) -> Batch {
    fn of<T: Copy>(all: &[T], kept: &[bool]) -> Vec<T> {
        all.iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| *one).collect()
    }
    let columns = batch.columns.iter().map(|cells| match cells {
        Cells::Unread => Cells::Unread,
        Cells::Numbers(numbers) => Cells::Numbers(of(numbers, kept)),
        Cells::Exact { units, scale } => Cells::Exact { units: of(units, kept), scale: *scale },
        Cells::Moments(moments) => Cells::Moments(of(moments, kept)),
        Cells::Texts(texts) => {
            let mut left = Texts::default();
            texts.iter().zip(kept).filter(|(_, kept)| **kept).for_each(|(text, _)| left.push(text));
            Cells::Texts(left)
        }
    });
    let (rows, fingerprints) = (of(&batch.rows, kept), of(&batch.fingerprints, kept));
    Batch { rows, fingerprints, columns: columns.collect() }
}
