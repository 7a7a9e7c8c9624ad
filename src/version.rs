//! Versions of the documents that are read, asked before anything else of them: a later version has fields that this one does not know, and is
//! not misspelt.

use serde::Deserialize;

use crate::Error;

#[derive(Deserialize)]
struct Head {
    version: Option<u32>,
}

/// Refuses a document of a later version than `supported`. One without a version, or that is no such document, is for its reader to refuse.
///
/// # Errors
/// [`Error::WrongVersion`].
pub(crate) fn check_version(json: &str, supported: u32) -> Result<(), Error> {
    match serde_json::from_str(json) {
        Ok(Head { version: Some(found) }) if found > supported => {
            Err(Error::WrongVersion { found: found.into(), supported: supported.into() })
        }
        _ => Ok(()),
    }
}
