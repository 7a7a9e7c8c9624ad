//! The end of the file: sums become features.

use super::calendar::{MINUTES, iso_month, month_of};
use super::measures::{Measures, asked_kinds, orders};
use super::split::{Shares, Split};
use super::visits::Visit;
use super::{Account, Aggregate, CleaningKind, DuplicateChoice};
use crate::customers::{CleaningStep, Features, Month, Span, Status};
use crate::{Error, Matrix, Notice, limits};

impl Aggregate {
    pub(in crate::customers) fn finish(mut self) -> Result<Features, Error> {
        let needed = limits::FEWEST_CUSTOMERS as u64;
        let (first_day, last_day) = self.days.ok_or(Error::TooFewCustomers { found: 0, needed })?;
        let reference_day = self.reference_day.unwrap_or(last_day + 1);
        let mut notices = self.notices_of_rows();
        self.duplicates.forget_lines();
        let visits = std::mem::take(&mut self.visits).sorted();
        let mut buyers: Vec<(&str, u32, (i32, i32))> = (0..)
            .zip(&self.ledger)
            .filter_map(|(customer, account)| {
                Some((self.customers.get(customer), customer, account.purchases?))
            })
            .collect();
        buyers.sort_unstable();
        let status: Vec<Status> = buyers
            .iter()
            .map(|&(_, customer, _)| match self.ledger[customer as usize].net {
                1.. => Status::Ok,
                _ => Status::NetSpendNotPositive,
            })
            .collect();
        notices.extend(self.notices(&status));
        let (asked_categories, asked_channels) = asked_kinds(&self.options.asked);
        let customers = self.ledger.len();
        let mut shares = |split: Option<Split>, asked: &[&str]| -> Option<Shares> {
            let split = split?;
            if split.is_overfull() {
                notices.push(Notice::TooManyKinds { limit: limits::KINDS as u64 });
                return None;
            }
            Some(split.finish(customers, asked))
        };
        let shares = (
            shares(self.categories.take(), &asked_categories),
            shares(self.channels.take(), &asked_channels),
        );
        let measures = Measures::new(&self, shares, &visits, reference_day);
        if measures.everybody_bought_once(buyers.len(), last_day - first_day) {
            notices.push(Notice::EverybodyBoughtOnce { count: buyers.len() as u64 });
        }
        let features = measures.features(&self.options.asked);
        let mut values = Matrix::with_capacity(features.len(), buyers.len());
        let mut row = Vec::with_capacity(features.len());
        for &(_, customer, days) in &buyers {
            row.clear();
            row.extend(features.iter().map(|feature| measures.value(feature, customer, days)));
            values.push(&row);
        }
        let money = &self.columns.money;
        let span = Span {
            first_day,
            last_day,
            reference_day,
            tenure: buyers
                .iter()
                .map(|(_, _, (first, _))| (reference_day - i64::from(*first)) as f64)
                .collect(),
            median_gap: measures.median_gap(),
            revenue: money.to_f64(self.revenue),
            revenue_without_customer: money.to_f64(self.tallies.of(CleaningKind::WithoutCustomer).revenue),
        };
        Ok(Features {
            id_header: Some(self.id_header.clone()),
            ids: buyers.iter().map(|(id, _, _)| id).collect(),
            names: features.iter().map(|feature| measures.name(feature)).collect(),
            values,
            months: self.by_month(&visits),
            cleaning: self.steps(),
            status,
            span: Some(span),
            rows: self.rows,
            notices,
            ..Features::default()
        })
    }

    /// What was sold month by month.
    fn by_month(&self, visits: &[Visit]) -> Vec<Month> {
        let revenue = self.months.without_gaps();
        let first = revenue.first().map_or(0, |(month, _)| *month);
        let mut counts = vec![(0_u64, 0_u64); revenue.len()];
        for order in orders(self, visits) {
            counts[(month_of(order.minute.div_euclid(MINUTES)) - first) as usize].0 += 1;
        }
        let in_month = |visit: &Visit| (visit.customer, month_of(visit.day));
        for of_one in visits.chunk_by(|a, b| in_month(a) == in_month(b)) {
            counts[(month_of(of_one[0].day) - first) as usize].1 += 1;
        }
        let months = revenue.into_iter().zip(counts);
        months
            .map(|((month, revenue), (orders, customers))| Month {
                month: iso_month(month),
                revenue: self.columns.money.to_f64(revenue),
                orders,
                customers,
            })
            .collect()
    }

    /// What cleaning touched, and what it did.
    fn steps(&self) -> Vec<CleaningStep> {
        let money = |units| self.columns.money.to_f64(units);
        let drops = self.options.duplicate_rows == DuplicateChoice::Drop;
        let excluded = |kind| self.options.non_products.iter().any(|excluded| excluded.step() == kind);
        let applied = |kind| match kind {
            CleaningKind::DuplicateRows => drops,
            CleaningKind::Postage
            | CleaningKind::Fees
            | CleaningKind::Adjustments
            | CleaningKind::Discounts
            | CleaningKind::Vouchers
            | CleaningKind::Samples
            | CleaningKind::NoPrice => excluded(kind),
            _ => true,
        };
        let touched = self.ledger.iter().map(|account| &account.touched);
        let mut steps = self.tallies.steps(touched, applied, money);
        if self.duplicates.is_overfull() {
            steps.retain(|step| step.kind != CleaningKind::DuplicateRows);
        }
        if let Some(ids) = self.opt_outs.as_ref().filter(|ids| !ids.is_empty()) {
            if steps.first().is_none_or(|step| step.kind != CleaningKind::OptOuts) {
                let none =
                    CleaningStep { revenue: Some(0.0), ..CleaningStep::new(CleaningKind::OptOuts, 0, true) };
                steps.insert(0, none);
            }
            steps[0].given = Some(ids.len() as u64);
            steps[0].customers = ids.values().filter(|met| **met).count() as u64;
        }
        let customers = self.ledger.iter().filter(|account| account.booked);
        let (buyers, returners): (Vec<&Account>, Vec<&Account>) =
            customers.partition(|account| account.purchases.is_some());
        let not_positive = buyers.into_iter().filter(|account| account.net <= 0).collect();
        let aside =
            [(CleaningKind::ReturnsOnly, returners), (CleaningKind::NetSpendNotPositive, not_positive)];
        steps.extend(aside.into_iter().filter(|(_, accounts)| !accounts.is_empty()).map(
            |(kind, accounts)| {
                let net = accounts.iter().fold(0_i128, |sum, account| sum.saturating_add(account.net));
                let customers = accounts.len() as u64;
                CleaningStep { customers, revenue: Some(money(net)), ..CleaningStep::new(kind, 0, true) }
            },
        ));
        steps
    }

    /// Customers who only ever returned.
    fn returns_only(&self, status: &[Status]) -> usize {
        self.ledger.iter().filter(|account| account.booked).count() - status.len()
    }

    /// What is to be told of lines that went by since this was asked last.
    pub(in crate::customers) fn notices_of_rows(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut tell = |step: CleaningKind, notice: fn(u64, Vec<u64>) -> Notice| {
            notices.extend(self.tallies.news(step, notice));
        };
        tell(CleaningKind::WithoutCustomer, |count, rows| Notice::RowsWithoutCustomer { count, rows });
        tell(CleaningKind::WithoutDate, |count, rows| Notice::RowsWithoutDate { count, rows });
        tell(CleaningKind::WithoutAmount, |count, rows| Notice::RowsWithoutAmount { count, rows });
        tell(CleaningKind::AfterReferenceDay, |count, rows| Notice::RowsAfterReferenceDay { count, rows });
        notices
    }

    fn notices(&self, status: &[Status]) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.duplicates.is_overfull() {
            notices.push(Notice::DuplicateRowsNotSought { limit: limits::LINES_COMPARED as u64 });
        }
        let several = self.spellings.several();
        if several > 0 {
            notices.push(Notice::AddressesWrittenDifferently { count: several });
        }
        let returns_only = self.returns_only(status);
        if returns_only > 0 {
            notices.push(Notice::ReturnsOnlyCustomers { count: returns_only as u64 });
        }
        let not_positive = status.iter().filter(|&&status| status != Status::Ok).count();
        if not_positive > 0 {
            notices.push(Notice::NetSpendNotPositive { count: not_positive as u64 });
        }
        notices
    }
}
