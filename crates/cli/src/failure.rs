//! What ends a command early, and how it is told.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ringfence::Error;
use ringfence_wording::{Language, Params, say, sentence};
use ringfence_xlsx::WorkbookError;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input cannot be used.
    Engine(Error),
    /// The workbook cannot be read.
    Workbook(WorkbookError),
    /// A word on the command line is not understood.
    Usage(&'static str, Params),
    /// A file cannot be read.
    Read(PathBuf),
    /// A file cannot be written.
    Write(PathBuf),
    /// Whoever reads our output has gone: no failure at all to a pipe that has seen enough.
    Closed,
}

impl Failure {
    /// A failure to read `path`.
    pub(crate) fn read(path: &Path) -> Self {
        Failure::Read(path.to_owned())
    }

    /// A failure to write `path`.
    pub(crate) fn write(path: &Path) -> Self {
        Failure::Write(path.to_owned())
    }

    /// Prints `error[code]: sentence` on standard error and gives the exit status.
    pub(crate) fn report(&self, language: Language) -> ExitCode {
        let file =
            |path: &Path| Params::from([("file".to_owned(), path.display().to_string().as_str().into())]);
        let (code, text, status) = match self {
            Failure::Engine(error) => (error.code(), say(language, error), 2),
            Failure::Workbook(error) => (error.code().to_owned(), say(language, error), 2),
            Failure::Usage(key, params) => ((*key).to_owned(), sentence(language, key, params), 2),
            Failure::Read(path) => ("io-read".to_owned(), sentence(language, "io-read", &file(path)), 2),
            Failure::Write(path) => ("io-write".to_owned(), sentence(language, "io-write", &file(path)), 1),
            Failure::Closed => return ExitCode::SUCCESS,
        };
        eprintln!("error[{code}]: {text}");
        ExitCode::from(status)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Engine(error)
    }
}

impl From<WorkbookError> for Failure {
    fn from(error: WorkbookError) -> Self {
        Failure::Workbook(error)
    }
}
