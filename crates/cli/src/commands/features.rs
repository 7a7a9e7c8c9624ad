//! `ringfence features FILE`

use ringfence::documents::features_csv;
use ringfence::release::Internal;
use ringfence_wording::Language;

use super::read;
use crate::args::Args;
use crate::failure::Failure;
use crate::{files, output};

/// Writes one row per customer: id, features in original units, status.
pub(crate) fn features(language: Language, args: &Args) -> Result<(), Failure> {
    let features = read(args)?.features;
    // Whoever calls this command asks for one row per customer.
    let csv = features_csv(&Internal::requested(), &features);
    match &args.output {
        Some(path) => {
            files::write(path, csv.as_bytes())?;
            output::wrote(language, "cli-wrote-personal", path);
        }
        None => output::print(&csv)?,
    }
    output::tell(language, &features.notices, &args.files);
    Ok(())
}
