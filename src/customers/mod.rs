//! Batches become features: one row per customer.
//!
//! A [`Builder`] takes the batches of either shape of file and ends in [`Features`], in the file's own units and sorted by
//! customer. [`select`] judges them; [`prepare`] then chooses, cleans, transforms, encodes and scales them into the matrix that is
//! clustered, and remembers the fitted parameters of every step in a [`Preparation`], so that new customers can be put on the same
//! scale.
//!
//! Of several files [`Sources`] says what each is, and a [`Joint`] takes their batches in place of a `Builder`.

mod aggregate;
mod build;
mod called;
mod category;
mod clean;
mod collect;
mod columns;
mod correlate;
mod dip;
mod dip_table;
mod encode;
mod features;
mod fit;
mod ids;
mod impute;
mod interner;
mod join;
mod joint;
mod money;
mod non_products;
mod opt_outs;
mod options;
mod ordinal;
mod outliers;
mod pass;
mod persons;
mod preparation;
mod prepare;
mod scale;
mod select;
mod sources;
mod spellings;
mod transform;
mod yeo_johnson;

pub(crate) use aggregate::{is_made_when_asked, is_share_of_kind};
pub use build::Builder;
pub(crate) use called::column_of;
pub use category::Category;
pub use clean::{CleaningKind, CleaningStep, DuplicateChoice, RepeatedChoice};
pub use correlate::{Correlations, spearman};
pub use dip::{dip, dip_p};
pub use encode::{Level, PreparedCategory};
pub use features::{Features, Measure, Month, Span, Status};
pub(crate) use fit::shaped;
pub use ids::Ids;
pub use impute::MissingChoice;
pub use joint::Joint;
pub use non_products::NonProduct;
pub use opt_outs::OptOuts;
pub use options::{CustomerOptions, FeatureChoice, FeatureOptions};
pub use outliers::{Beyond, Limits, OutlierChoice};
pub use pass::Pass;
pub use preparation::{Preparation, PreparedFeature, Replay};
pub use prepare::{Prepared, prepare, prepare_all};
pub use scale::{Scale, ScaleChoice};
use select::suggested;
pub use select::{Dip, Selection, Verdict, select};
pub(crate) use select::{explored, has_several_modes};
pub use sources::{Source, SourceKind, SourceOptions, Sources};
pub use transform::{Transform, TransformChoice, skewness};

/// Names of the features made from transactions, in order.
pub const RFM: [&str; 3] = ["recency", "frequency", "monetary"];
