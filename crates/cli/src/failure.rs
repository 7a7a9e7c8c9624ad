//! What ends a command early, and how it is told.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ringfence::Error;
use ringfence_wording::{Language, Param, Params, Statement, say, sentence};
use ringfence_xlsx::WorkbookError;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input cannot be used.
    Engine(Error),
    /// The workbook cannot be read.
    Workbook(WorkbookError),
    /// One of several files cannot be used.
    OfFile(PathBuf, Box<Failure>),
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

    /// The same, said of the file at `path`; a file that cannot be opened is named as it is.
    pub(crate) fn of_file(self, path: &Path) -> Self {
        match self {
            Failure::Engine(_) | Failure::Workbook(_) => Failure::OfFile(path.to_owned(), Box::new(self)),
            other => other,
        }
    }

    /// Prints `error[code]: sentence` on standard error and gives the exit status.
    pub(crate) fn report(&self, language: Language) -> ExitCode {
        let Some((code, text, status)) = self.sentence(language) else { return ExitCode::SUCCESS };
        eprintln!("error[{code}]: {text}");
        ExitCode::from(status)
    }

    /// What the engine or the workbook says.
    fn statement(&self) -> Option<Statement> {
        match self {
            Failure::Engine(error) => Statement::of(error),
            Failure::Workbook(error) => Statement::of(error),
            _ => None,
        }
    }

    /// Code, sentence and exit status; nothing where nobody is there to read them.
    fn sentence(&self, language: Language) -> Option<(String, String, u8)> {
        let file =
            |path: &Path| Params::from([("file".to_owned(), path.display().to_string().as_str().into())]);
        Some(match self {
            Failure::Engine(error) => (error.code(), say(language, error), 2),
            Failure::Workbook(error) => (error.code().to_owned(), say(language, error), 2),
            Failure::Usage(key, params) => ((*key).to_owned(), sentence(language, key, params), 2),
            Failure::Read(path) => ("io-read".to_owned(), sentence(language, "io-read", &file(path)), 2),
            Failure::Write(path) => ("io-write".to_owned(), sentence(language, "io-write", &file(path)), 1),
            Failure::OfFile(path, failure) => {
                let (code, _, status) = failure.sentence(language)?;
                let mut params = Params::from([("name".to_owned(), file_name(path).into())]);
                if let Some(statement) = failure.statement() {
                    params.insert("notice".to_owned(), Param::Statement(statement));
                }
                (code, sentence(language, "of-file", &params), status)
            }
            Failure::Closed => return None,
        })
    }
}

/// What a file is called, without its folders.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
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
