//! Customers who are known by several ids: shops that give out a new one with every order keep a list of who is behind each.

use super::OptOuts;
use super::interner::Interner;
use crate::table::{Batch, Cells, Texts, canonical_id};

/// Who is behind each id by which purchases know a customer.
#[derive(Debug, Default)]
pub(super) struct Persons {
    ids: Interner,
    names: Interner,
    /// For each id the person.
    of: Vec<u32>,
}

impl Persons {
    /// Takes rows of a list that has ids in column `id` and says in column `person` who that is. Of an id that stands twice, the first
    /// person by name counts, whatever the order of the rows.
    pub(super) fn take(&mut self, batch: &Batch, id: usize, person: usize) {
        let (Some(Cells::Texts(ids)), Some(Cells::Texts(persons))) =
            (batch.columns.get(id), batch.columns.get(person))
        else {
            return;
        };
        for (id, person) in ids.iter().zip(persons.iter()) {
            let (id, person) = (canonical_id(id), canonical_id(person));
            if id.is_empty() || person.is_empty() {
                continue;
            }
            let (id, person_number) = (self.ids.intern(&id) as usize, self.names.intern(&person));
            match self.of.get_mut(id) {
                None => self.of.push(person_number),
                Some(known) if *person < *self.names.get(*known) => *known = person_number,
                Some(_) => {}
            }
        }
    }

    /// The person behind an id; the id itself where no list says who that is.
    pub(super) fn behind<'a>(&'a self, id: &'a str) -> &'a str {
        let number = self.ids.find(id).and_then(|id| self.of.get(id as usize));
        number.map_or(id, |number| self.names.get(*number))
    }

    /// Puts persons in place of the ids in a column.
    pub(super) fn rename(&self, batch: &mut Batch, column: usize) {
        let Some(Cells::Texts(ids)) = batch.columns.get_mut(column).filter(|_| !self.of.is_empty()) else {
            return;
        };
        let mut persons = Texts::default();
        ids.iter().for_each(|id| persons.push(self.behind(&canonical_id(id))));
        *ids = persons;
    }

    /// The same list of opt-outs by persons: whoever gave one of their ids is left out with all of them.
    pub(super) fn opted_out(&self, list: &OptOuts) -> OptOuts {
        list.clone().renamed(|id| self.behind(id).to_owned())
    }

    /// How many ids stand for how many persons; `None` where each has one.
    pub(super) fn several(&self) -> Option<(u64, u64)> {
        let (ids, persons) = (self.ids.len() as u64, self.names.len() as u64);
        (persons < ids).then_some((ids, persons))
    }
}
