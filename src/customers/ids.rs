//! What identifies customers, a million of them without a million allocations.

use std::ops::Index;

/// Ids in the order of their customers, end to end in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ids {
    text: String,
    /// Where each ends in `text`.
    ends: Vec<usize>,
}

impl Ids {
    /// Appends one.
    pub(crate) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len());
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, count: usize) {
        self.ends.reserve_exact(count);
    }

    /// The id of customer `index`; `None` where there is none.
    pub fn get(&self, index: usize) -> Option<&str> {
        (index < self.len()).then(|| &self[index])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where there is none: customers are known by their rows.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|index| &self[index])
    }

    /// Bytes with which all of them begin.
    pub(super) fn shared(&self) -> usize {
        let Some(first) = self.get(0) else { return 0 };
        self.iter().fold(first.len(), |shared, id| {
            let alike = first.as_bytes()[..shared].iter().zip(id.as_bytes()).take_while(|(a, b)| a == b);
            alike.count()
        })
    }

    /// Those of the customers at these places, in that order.
    pub(super) fn in_order(&self, order: &[u32]) -> Self {
        let mut ids =
            Ids { text: String::with_capacity(self.text.len()), ends: Vec::with_capacity(order.len()) };
        order.iter().for_each(|&index| ids.push(&self[index as usize]));
        ids
    }
}

impl Index<usize> for Ids {
    type Output = str;

    fn index(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[index]]
    }
}

impl<S: AsRef<str>> FromIterator<S> for Ids {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let mut ids = Ids::default();
        all.into_iter().for_each(|id| ids.push(id.as_ref()));
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_back_in_any_order() {
        let ids: Ids = ["anna", "", "Ünal", "7"].into_iter().collect();
        assert_eq!(ids.iter().collect::<Vec<_>>(), ["anna", "", "Ünal", "7"]);
        assert_eq!((&ids[2], ids.get(1), ids.get(4), ids.len()), ("Ünal", Some(""), None, 4));
        assert_eq!(ids.in_order(&[3, 0]).iter().collect::<Vec<_>>(), ["7", "anna"]);
        assert!(Ids::default().is_empty());
        let shared = |ids: &[&str]| ids.iter().collect::<Ids>().shared();
        assert_eq!(
            ["a", "C-01 C-02 C-0", "é è", "x xy"].map(|ids| shared(&ids.split(' ').collect::<Vec<_>>())),
            [1, 3, 1, 1]
        );
    }
}
