//! P9: what was released before, so that two summaries cannot be held against each other.
//!
//! For every segment released the ledger has sketches: one of who was in it, and one of their values in each feature. A sketch is a row
//! of sums of keyed hashes, so those of several segments together are sums of sketches, and two differ in at most as many places as
//! customers differ. It names nobody; who has the ledger *and* the customers can tell who was in which segment, so it stays in the shop.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::Gate;
use super::noise::NoiseKey;
use super::policy::Policy;
use super::rules::Rule;
use crate::customers::Features;
use crate::version::check_version;
use crate::{Error, limits};

/// Newest version of a ledger.
const VERSION: u32 = 1;

/// Sums of a sketch. Two customers share one once in so many times: then ten who differ look like nine, which errs on the safe side.
const PLACES: usize = 256;

/// Up to so many segments all their unions are compared; of more, those of one and of two, and what these leave of everyone.
const ALL_UNIONS: usize = 10;

/// Up to so many customers who differ are told from more by the places in which sketches differ, whatever the minimum.
const TOLD_APART: u64 = 64;

/// Features that have a sketch each; more have one together.
const FEATURES: usize = 32;

/// Most releases that a ledger remembers.
const RELEASES: usize = 1_000;

/// What was released before, and the shop's secret that decides the noise of counts. For internal use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ledger {
    kind: String,
    version: u32,
    key: NoiseKey,
    releases: Vec<Entry>,
}

/// One release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Entry {
    policy: Policy,
    cells: Vec<Cell>,
}

/// One segment of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Cell {
    /// Its customers as they were published.
    size: u64,
    /// Who was in it.
    members: Sketch,
    /// Their values in each feature, by the keyed hash of its name.
    values: BTreeMap<String, Sketch>,
}

/// Sums of keyed hashes, each customer's in the place that their hash says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Sketch(Vec<u32>);

impl Ledger {
    /// What `kind` says in every ledger.
    pub const KIND: &str = "ringfence-ledger";

    /// An empty ledger for these customers. Its secret is made of all that is known of them: without a ledger the same file has the same
    /// noise however often it is exported, and whoever does not have the file cannot know it.
    pub fn new(features: &Features) -> Self {
        let rows = (0..features.len()).map(|row| {
            let values = features.values.row(row).iter().flat_map(|value| value.to_bits().to_le_bytes());
            features.ids.get(row).unwrap_or_default().bytes().chain(values).collect()
        });
        Ledger {
            kind: Ledger::KIND.to_owned(),
            version: VERSION,
            key: NoiseKey::of(rows),
            releases: Vec::new(),
        }
    }

    /// Reads a ledger.
    ///
    /// # Errors
    /// [`Error::BadLedger`] with the place in the document, or [`Error::WrongVersion`].
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let bad = |line: usize, column: usize| Error::BadLedger { line: line as u64, column: column as u64 };
        check_version(json, VERSION)?;
        let ledger: Ledger = serde_json::from_str(json).map_err(|at| bad(at.line(), at.column()))?;
        let cells = |entry: &Entry| (1..=limits::MOST_SEGMENTS).contains(&entry.cells.len());
        if ledger.kind != Ledger::KIND
            || ledger.releases.len() > RELEASES
            || !ledger.releases.iter().all(cells)
        {
            return Err(bad(0, 0));
        }
        Ok(ledger)
    }

    /// Writes the ledger, with a newline at the end.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).map(|json| json + "\n").unwrap_or_default()
    }

    /// How many releases it remembers.
    pub fn releases(&self) -> usize {
        self.releases.len()
    }

    /// Remembers what was released; the oldest is forgotten where there are too many. The same once more is the same.
    pub fn record(&mut self, released: &super::Released) {
        if !self.releases.contains(released.entry()) {
            self.releases.push(released.entry().clone());
            let surplus = self.releases.len().saturating_sub(RELEASES);
            self.releases.drain(..surplus);
        }
    }

    pub(super) fn key(&self) -> NoiseKey {
        self.key
    }

    /// What a release of these segments, of the published `sizes`, is remembered by.
    ///
    /// # Errors
    /// [`Error::ReleasedUnderOtherPolicy`], or [`Error::ReleasedAlmostTheSame`] where segments, alone or together, differ from what was
    /// released before in fewer customers than the minimum.
    pub(super) fn entry(&self, gate: Gate<'_>, sizes: &[u64]) -> Result<Entry, Error> {
        let other = |entry: &&Entry| gate.rules.has(Rule::OnePolicy) && entry.policy != *gate.policy;
        if let Some(Entry { policy, .. }) = self.releases.iter().find(other) {
            let (minimum, base) = (policy.minimum_size, policy.round_to);
            return Err(Error::ReleasedUnderOtherPolicy { minimum, base });
        }
        let cells = gate.groups.iter().zip(sizes).map(|(rows, &size)| Cell::of(gate, rows, size, self.key));
        let entry = Entry { policy: gate.policy.clone(), cells: cells.collect() };
        let needed = gate.policy.minimum_size;
        let fewest = needed.min(TOLD_APART) as usize;
        let near = |before: &Entry| entry.is_near(before, fewest);
        if gate.rules.has(Rule::Memory) && self.releases.iter().any(near) {
            return Err(Error::ReleasedAlmostTheSame { needed });
        }
        Ok(entry)
    }
}

impl Entry {
    /// Whether some segments, alone or together, differ from some of `before` in one to `fewest` − 1 customers: in what is known of them
    /// by a feature that both have, or where one has a feature that the other has not, in who they are.
    ///
    /// Where every value changed, as recency does from month to month, the same customers are no way to anybody's value, and their number
    /// is covered by the noise of counts.
    fn is_near(&self, before: &Entry, fewest: usize) -> bool {
        let shared: Vec<&String> =
            self.features().filter(|name| before.features().any(|other| other == *name)).collect();
        // Where a feature is not in both, who they are says what its values cannot.
        let comparable = shared.len() == self.features().count() && shared.len() == before.features().count();
        if !comparable || shared.is_empty() {
            let members = |entry: &Entry| entry.unions(|cell| &cell.members);
            if near(&members(self), &members(before), fewest) {
                return true;
            }
        }
        shared.into_iter().any(|name| {
            let of = |entry: &Entry| entry.unions(|cell| cell.values.get(name).unwrap_or(&cell.members));
            near(&of(self), &of(before), fewest)
        })
    }

    fn features(&self) -> impl Iterator<Item = &String> {
        self.cells.first().into_iter().flat_map(|cell| cell.values.keys())
    }

    /// A sketch of each union of segments.
    fn unions<'a>(&'a self, sketch: impl Fn(&'a Cell) -> &'a Sketch) -> Vec<Sketch> {
        let count = self.cells.len();
        let union = |set: u32| {
            let within = (0..count).filter(|at| set & (1 << at) != 0);
            within.fold(Sketch::empty(), |sum, at| sum.plus(sketch(&self.cells[at])))
        };
        let whole = (1_u32 << count) - 1;
        let few: Vec<u32> = (0..count).flat_map(|a| (a..count).map(move |b| 1 << a | 1 << b)).collect();
        if count > ALL_UNIONS {
            let rest = few.iter().map(|set| whole ^ set);
            return few.iter().copied().chain(rest).chain([whole]).map(union).collect();
        }
        (1..=whole).map(union).collect()
    }
}

/// Whether any two differ in one to `fewest` − 1 places.
fn near(own: &[Sketch], before: &[Sketch], fewest: usize) -> bool {
    own.iter().any(|own| before.iter().any(|before| (1..fewest).contains(&own.differing(before, fewest))))
}

impl Cell {
    fn of(gate: Gate<'_>, rows: &[usize], size: u64, key: NoiseKey) -> Self {
        let mut members = Sketch::empty();
        let columns = gate.columns_released();
        let apart = columns.len() <= FEATURES;
        // One sketch of very many features is that of these very features, and compared with no other.
        let together = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("\n");
        let named =
            |name: &str| format!("{:016x}", key.hash(if apart { name } else { &together }.as_bytes()));
        let names: Vec<String> = columns.iter().map(|(name, _)| named(name)).collect();
        let mut values: BTreeMap<&str, Sketch> =
            names.iter().map(|name| (&**name, Sketch::empty())).collect();
        for own in gate.people.each(rows) {
            let identity = gate.people.identity(own);
            // In the place of the person, so that one whose value changed counts once.
            let place = key.hash(&identity);
            members.add(place, place);
            for ((column, from), name) in columns.iter().zip(&names) {
                // To seven digits: a sum in another order is no other value.
                let value = gate.people.value(own, *from) as f32 + 0.0;
                let value = if value.is_nan() { u32::MAX } else { value.to_bits() };
                let hash = key.hash(&[&identity[..], column.as_bytes(), &value.to_le_bytes()].concat());
                if let Some(sketch) = values.get_mut(&**name) {
                    sketch.add(place, hash);
                }
            }
        }
        let values = values.into_iter().map(|(name, sketch)| (name.to_owned(), sketch)).collect();
        Cell { size, members, values }
    }
}

impl Sketch {
    fn empty() -> Self {
        Sketch(vec![0; PLACES])
    }

    fn add(&mut self, place: u64, value: u64) {
        let sum = &mut self.0[place as usize % PLACES];
        *sum = sum.wrapping_add((value >> 32) as u32);
    }

    fn plus(mut self, other: &Sketch) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(sum, value)| *sum = sum.wrapping_add(*value));
        self
    }

    /// In how many places the two differ, counted up to `most`.
    fn differing(&self, other: &Sketch, most: usize) -> usize {
        self.0.iter().zip(&other.0).filter(|(a, b)| a != b).take(most).count()
    }
}

impl From<Sketch> for String {
    fn from(sketch: Sketch) -> Self {
        sketch.0.iter().map(|sum| format!("{sum:08x}")).collect()
    }
}

impl TryFrom<String> for Sketch {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let sum = |at: usize| text.get(8 * at..8 * at + 8).and_then(|sum| u32::from_str_radix(sum, 16).ok());
        let sums: Option<Vec<u32>> = (0..PLACES).map(sum).collect();
        sums.filter(|_| text.len() == 8 * PLACES).map(Sketch).ok_or("2048 hexadecimal digits")
    }
}
