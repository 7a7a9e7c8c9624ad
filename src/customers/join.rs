//! What a list says of customers stands beside what they bought.

use super::{Category, Features, Measure, OptOuts};
use crate::{Matrix, Notice};

impl Features {
    /// These customers with the features of `list` beside their own, `NaN` where the list does not have them. Both are sorted by id; of a
    /// customer who stands in the list twice, the first counts. Of customers who were left out nothing is told.
    #[must_use]
    pub(super) fn joined(mut self, list: &Features, left_out: &OptOuts) -> Self {
        let names: Vec<String> = list.names.iter().map(|name| self.own_name(name)).collect();
        let width = self.names.len();
        let mut values = Matrix::with_capacity(width + names.len(), self.len());
        let mut row = vec![f64::NAN; width + names.len()];
        let (mut at, mut met, mut unknown) = (0, 0, 0);
        let mut listed_as = Vec::with_capacity(self.len());
        for (index, id) in self.ids.iter().enumerate() {
            while list.ids.get(at).is_some_and(|other| other < id) {
                at += 1;
            }
            row[..width].copy_from_slice(self.values.row(index));
            if list.ids.get(at) == Some(id) {
                // A list of kinds only has one column of numbers that nobody means.
                row[width..].copy_from_slice(&list.values.row(at)[..names.len()]);
                met += 1;
                listed_as.push(Some(at));
            } else {
                row[width..].fill(f64::NAN);
                unknown += 1;
                listed_as.push(None);
            }
            values.push(&row);
        }
        let mut listed: Vec<&str> = list.ids.iter().filter(|id| !left_out.contains(id)).collect();
        listed.dedup();
        let never = listed.len() as u64 - met;
        self.notices.extend(list.notices.iter().cloned());
        if never > 0 {
            self.notices.push(Notice::CustomersWhoNeverBought { count: never });
        }
        if unknown > 0 {
            self.notices.push(Notice::CustomersNotListed { count: unknown });
        }
        self.categories.extend(list.categories.iter().map(|category| {
            Category {
                name: category.name.clone(),
                levels: category.levels.clone(),
                codes: listed_as
                    .iter()
                    .map(|at| at.and_then(|at| category.codes.get(at).copied().flatten()))
                    .collect(),
            }
        }));
        self.measures.resize(width, Measure::Number);
        self.measures.extend(list.measures.iter().cloned());
        self.measures.resize(width + names.len(), Measure::Number);
        self.table_day = self.table_day.or(list.table_day);
        self.values = values;
        self.names.extend(names);
        self
    }

    /// A name that no feature has yet.
    fn own_name(&self, name: &str) -> String {
        let taken = |name: &String| self.names.contains(name);
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let own = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name));
        own.unwrap_or_default()
    }
}
