//! Every stated limit, in one place. Exceeding one is an [`Error`](crate::Error) or a [`Notice`](crate::Notice), never a hang.

/// Most columns a file may have.
pub const COLUMNS: usize = 2_000;

/// Most rows a file may have; row numbers and counts stay exact far beyond it, time does not.
pub const ROWS: u64 = 50_000_000;

/// Whether memory ends at 4 GB, as in a browser's tab (wasm32).
const IS_SMALL: bool = cfg!(target_pointer_width = "32");

/// Most customers that are clustered: natively 10 million; where memory ends at 4 GB, as many as their accounts, visits and features fit
/// into it.
pub const CUSTOMERS: usize = if IS_SMALL { 4_000_000 } else { 10_000_000 };

/// Most cells of a customer table that is clustered, features times customers: 16 GB of doubles, or 512 MB where memory ends at 4 GB,
/// since they are there three times while they are sorted.
pub const CELLS: usize = if IS_SMALL { 1 << 26 } else { 1 << 31 };

/// Longest row in bytes. Real rows are far shorter; what is longer is nearly always a quote that nobody closed.
pub const RECORD_BYTES: usize = 1 << 20;

/// Bytes from the start of the file on which encoding, delimiter and header are decided.
pub const SNIFF_BYTES: usize = 1 << 18;

/// Bytes that a compressed file may unpack to whatever its own size.
pub const UNPACKED_BYTES: u64 = 1 << 28;

/// How many times its own size a compressed file may unpack to beyond [`UNPACKED_BYTES`]. Tables shrink to a tenth or so; what
/// unpacks a hundred times further was made to fill memory and time.
pub const UNPACKED_RATIO: u64 = 200;

/// Row numbers that a notice lists.
pub const ROWS_LISTED: usize = 5;

/// Distinct values counted exactly in one column; beyond, they are estimated from a sample of the hashes.
pub const DISTINCT_HASHES: usize = 1 << 16;

/// Distinct values counted exactly in all columns together.
pub const DISTINCT_HASHES_IN_ALL: usize = 1 << 21;

/// Fewest customers of a level of a column of kinds that stands for itself; rarer ones go together.
pub const LEVEL_CUSTOMERS: usize = 10;

/// Most levels of a column of kinds that stand for themselves.
pub const LEVELS: usize = 20;

/// Customers whose correlations and dips are looked at while exploring; of more, a sample of this size.
pub const EXPLORED_CUSTOMERS: usize = 10_000;

/// Lines of transactions among which repetitions are sought: 7/8 of 2^24, what a table of 150 MB holds.
pub const LINES_COMPARED: usize = 14_680_064;

/// Categories (or channels) of a transactions file that are told apart.
pub const KINDS: usize = 1_000;

/// Categories (or channels) that have a share of their own among the features, each bought by at least [`LEVEL_CUSTOMERS`].
pub const KINDS_LISTED: usize = 10;

/// Codes and names of products whose meaning is remembered; beyond, each is read again.
pub const PRODUCTS_REMEMBERED: usize = 1 << 17;

/// Coordinates, customers times features, up to which they are clustered in double precision; of more, each is rounded to single
/// precision: half the memory.
pub const DOUBLE_COORDINATES: usize = 1 << 21;

/// Fewest customers that segments are made of.
pub const FEWEST_CUSTOMERS: usize = 10;

/// Fewest segments there can be: a single one says nothing of anybody.
pub const FEWEST_SEGMENTS: u32 = 2;

/// Most segments offered.
pub const MOST_SEGMENTS: usize = 20;

/// Customers up to which the silhouette is computed over all pairs while choosing k; beyond, over a sample of this size.
pub const SILHOUETTE_CUSTOMERS: usize = 10_000;

/// Customers on whom the importance of features is measured; of more, a sample of this size.
pub const IMPORTANCE_CUSTOMERS: usize = 2_000;

/// Customers on which gap, prediction strength and stability are computed at most; beyond, on a sample of this size.
pub const EVIDENCE_CUSTOMERS: usize = SILHOUETTE_CUSTOMERS;

/// Customers up to which K-means is fitted on everyone from every start; beyond, the starts are fitted on a sample, and the best of
/// them, for each number of segments, goes on with everyone.
pub const STARTS_ON_EVERYONE: usize = 50_000;

/// Size of that sample.
pub const START_SAMPLE: usize = 20_000;

/// Share of the customers that a segment has at least in an advised solution.
pub const SMALLEST_SHARE: f64 = 0.02;

/// Customers that a segment of an advised solution has at least, where the table is too small to be released.
pub const SMALLEST_SEGMENT: u64 = 5;

/// Rounds after which a fit stops, converged or not.
pub const ROUNDS: u32 = 1_000;

/// Rounds after which the fit of a Gaussian mixture stops, converged or not.
pub const MIXTURE_ROUNDS: u32 = 500;

/// Different customers up to which Ward's hierarchy is exact; beyond, it is built over [`FINE_GROUPS`].
pub const WARD_CUSTOMERS: usize = 20_000;

/// Features times the square of the number of different customers up to which Ward's hierarchy is exact: 30 features at
/// [`WARD_CUSTOMERS`]. Time grows with it.
pub const WARD_WORK: f64 = 1.2e10;

/// Fine groups that Ward's hierarchy of more customers starts from.
pub const FINE_GROUPS: usize = 2_000;

/// Customers on whom those fine groups are found; everyone then belongs to the nearest.
pub const FINE_SAMPLE: usize = 50_000;

/// Groups at the top of a hierarchy that its drawing begins with.
pub const TREE_LEAVES: usize = 31;

/// Points that a chart of customers draws at most.
pub const POINTS_DRAWN: usize = 4_000;

/// Least segment size and rounding step that may still be called disclosure-controlled (`docs/privacy.md`).
pub const RELEASE_FLOOR: u64 = 5;

/// Greatest segment size and rounding step of a release.
pub const RELEASE_CEILING: u64 = 10_000;

/// Most references, splits and bootstrap samples each that a recipe may ask for.
pub const RESAMPLES: u32 = 1_000;

/// Most restarts that a recipe may ask for.
pub const RESTARTS: u32 = 10_000;
