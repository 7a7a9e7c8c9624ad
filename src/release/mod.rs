//! What may leave: a disclosure-controlled summary of segments, by the rules that statistical offices use for theirs.
//!
//! [`release`] is the only maker of [`Released`], and everything that is made to be shared (summary, report, chart) is made
//! from that. Files about single customers need an [`Internal`], which is made only by an explicit request.
//!
//! With the default [`Policy`] (at least 10 customers, counts in steps of 5):
//!
//! | rule | what it does | after |
//! |---|---|---|
//! | P1 | No segment of fewer than 10 customers is published. | threshold rule of ACRO/SACRO, ABS DataLab and ONS |
//! | P2 | A smaller one is merged with the segment whose centroid is nearest, until all are large enough; the merged one is described anew. | ONS; pg_diffix's suppress bin |
//! | P3 | Counts are rounded to multiples of 5; totals and shares are computed from rounded counts. | "10–5" of ONS; OpenSAFELY |
//! | P4 | No smallest or largest value, quartile, exact date, row or text; a median only with 10 customers on each side; 3 significant digits, 2 for means of fewer than 100 customers. | ABS quantile rule; ACRO refuses minima and maxima |
//! | P5 | A mean only where the largest value is at most 50 % of the sum of magnitudes, the largest two at most 67 %, and the others at least 10 % of the largest. | (1,50) and (2,67) dominance of ABS DataLab; p % rule of ACRO |
//! | P6 | A value that all customers of a segment share is not published; that they are alike is said. | class disclosure: ACRO's check of equal values |
//! | P7 | Charts are drawn from what passed: an ellipse a segment (centre and spread, 2 significant digits, the rule P5 for what makes its spread), never a point. | ABS DataLab: charts are outputs too |
//! | P10 | With the partition held fixed, one customer more or less moves a count by at most one rounding step. | neighbouring tables, as in differential privacy |
//! | P11 | Fewer than 5 × 10 customers: nothing is released; under about 100: a caution stands in it. | ACRO's degrees of freedom; UK LLC |
//! | P13 | It lists the rules it obeys and what was held back, and is never called more than a disclosure-controlled summary. | WP29 opinion 05/2014 on what such words claim |
//!
//! What is held back must not follow from what is not. Shares of revenue add up to one, and distances from everyone,
//! weighted by size, to zero: where one of them fails P5, the whole column is held back. Whether something is held back
//! for want of customers depends on published counts alone, so that it narrows none of them.
//!
//! Rules on fields (P8) follow from the types here and are tested by planted values in `tests/canary.rs`. What these rules
//! do not do: they lower the risk that somebody is recognised, they do not remove it; and repeated releases of changed data
//! can be compared with each other.

mod advice;
mod dominance;
mod ellipse;
mod merge;
mod policy;
mod profile;
mod released;
mod round;

pub use ellipse::Ellipse;
pub use policy::{Internal, Policy};
pub use profile::{ReleasedColumn, ReleasedFeature};
pub use released::{Released, ReleasedSegment, Source, release};
