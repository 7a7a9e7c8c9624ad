//! A file of customers or purchases: text, or a sheet of a workbook that is handed on as text.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use ringfence::customers::{Features, Pass};
use ringfence::table::{Inspection, Inspector, Reading};
use ringfence::{Error, Notice};
use ringfence_xlsx::{Workbook, WorkbookError, is_workbook};

use crate::failure::Failure;
use crate::files;

/// Bytes read at a time.
const CHUNK: usize = 1 << 20;

/// What is read, twice.
#[derive(Debug)]
pub(crate) enum Source {
    Text(PathBuf),
    Sheet { workbook: Workbook, sheet: usize, bytes: u64 },
}

impl Source {
    /// The file at `path`; of a workbook the sheet of that name or number, or the first one with a table.
    pub(crate) fn open(path: &Path, sheet: Option<&str>) -> Result<Self, Failure> {
        if !Source::is_workbook(path)? {
            let unknown = |sheet: &str| WorkbookError::UnknownSheet { sheet: sheet.to_owned() };
            return sheet
                .map_or_else(|| Ok(Source::Text(path.to_owned())), |sheet| Err(unknown(sheet).into()));
        }
        let bytes = files::bytes(path)?;
        let size = bytes.len() as u64;
        let workbook = Workbook::open(bytes)?;
        let sheet = sheet.map_or_else(|| Ok(workbook.first_table()), |name| workbook.find(name))?;
        Ok(Source::Sheet { workbook, sheet, bytes: size })
    }

    /// Whether the file at `path` is a workbook.
    pub(crate) fn is_workbook(path: &Path) -> Result<bool, Failure> {
        let mut head = Vec::new();
        let file = File::open(path).map_err(|_| Failure::read(path))?;
        file.take(8).read_to_end(&mut head).map_err(|_| Failure::read(path))?;
        Ok(is_workbook(&head))
    }

    /// Pass 1.
    pub(crate) fn inspect(&self) -> Result<Inspection, Failure> {
        let mut inspector = match self {
            Source::Text(_) => Inspector::new(),
            Source::Sheet { .. } => Inspector::for_workbook(),
        };
        self.stream(|bytes| inspector.push(bytes))?;
        let mut inspection = inspector.finish()?;
        if let Source::Sheet { workbook, sheet, bytes } = self {
            let others = workbook.filled().filter(|other| other != sheet).count() as u64;
            let name = workbook.sheets().get(*sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
            inspection.notices.insert(0, Notice::SheetRead { sheet: name, others });
            inspection.bytes = *bytes;
        }
        Ok(inspection)
    }

    /// Hands the file over to pass 2, in which it is the one in this place.
    pub(crate) fn read(&self, pass: &mut Pass, place: usize) -> Result<(), Failure> {
        pass.begin(place)?;
        self.stream(|bytes| pass.push(bytes))?;
        Ok(pass.end()?)
    }

    /// The customers of this file alone, and how it was read.
    pub(crate) fn customers(&self, mut pass: Pass) -> Result<(Features, Reading), Failure> {
        self.read(&mut pass, 0)?;
        Ok(pass.finish()?)
    }

    /// Hands the text to `take`, piece by piece.
    fn stream(&self, mut take: impl FnMut(&[u8]) -> Result<(), Error>) -> Result<(), Failure> {
        match self {
            Source::Text(path) => stream_file(path, take),
            Source::Sheet { workbook, sheet, .. } => {
                let mut csv = workbook.csv(*sheet)?;
                while let Some(chunk) = csv.next_chunk()? {
                    take(chunk)?;
                }
                Ok(())
            }
        }
    }
}

fn stream_file(path: &Path, mut take: impl FnMut(&[u8]) -> Result<(), Error>) -> Result<(), Failure> {
    let mut file = File::open(path).map_err(|_| Failure::read(path))?;
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(count) => take(&chunk[..count])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(Failure::read(path)),
        }
    }
}
