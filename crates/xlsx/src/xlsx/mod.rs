//! `.xlsx` and `.xlsm`: Office Open XML (ECMA-376), both of its dialects.

mod parts;
mod sheet;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::WorkbookError;
use crate::cells::Strings;
use crate::value::{Epoch, Format};
use crate::workbook::Tab;
use crate::xml::{Token, Xml};
use crate::zip::Archive;

/// An opened `.xlsx`: what its sheets share, and where each of them is.
pub(crate) struct Xlsx {
    archive: Archive,
    shared: Rc<Shared>,
    sheets: Vec<String>,
}

/// What the cells of all sheets refer to.
pub(crate) struct Shared {
    strings: Strings,
    formats: Vec<Format>,
    epoch: Epoch,
}

/// Where a part refers to, and as what.
struct Relation {
    kind: String,
    target: String,
}

/// Reads everything but the sheets themselves.
pub(crate) fn open(archive: Archive) -> Result<(Xlsx, Vec<Tab>), WorkbookError> {
    let root = relations(&archive, "")?;
    let main = root.values().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target.clone());
    if !archive.has(&main) || main.ends_with(".bin") {
        return Err(WorkbookError::WorkbookKindUnknown);
    }
    let relations = relations(&archive, &main)?;
    let (listed, epoch) = listed(&archive, &main)?;
    let part =
        |kind: &str| relations.values().find(|relation| relation.kind == kind).map(|found| &found.target);
    let strings =
        part("sharedStrings").map_or(Ok(Strings::default()), |name| parts::strings(&archive, name))?;
    let formats = part("styles").map_or(Ok(Vec::new()), |name| parts::formats(&archive, name))?;
    let (mut sheets, mut tabs) = (Vec::new(), Vec::new());
    for (id, tab) in listed {
        // Sheets of charts and macros are no tables.
        let Some(relation) = relations.get(&id).filter(|relation| relation.kind == "worksheet") else {
            continue;
        };
        sheets.push(relation.target.clone());
        tabs.push(tab);
    }
    if tabs.is_empty() {
        return Err(WorkbookError::WorkbookKindUnknown);
    }
    let shared = Rc::new(Shared { strings, formats, epoch });
    Ok((Xlsx { archive, shared, sheets }, tabs))
}

impl Xlsx {
    /// The cells of one sheet.
    pub(crate) fn cells(&self, sheet: usize) -> Result<sheet::SheetCells, WorkbookError> {
        let name = self.sheets.get(sheet).ok_or(WorkbookError::WorkbookDamaged)?;
        Ok(sheet::SheetCells::new(Xml::new(self.archive.part(name)?), Rc::clone(&self.shared)))
    }
}

/// The sheets in order, each with the id of its relation, and the day that dates count from.
fn listed(archive: &Archive, main: &str) -> Result<(Vec<(String, Tab)>, Epoch), WorkbookError> {
    let mut xml = Xml::new(archive.part(main)?);
    let (mut sheets, mut epoch) = (Vec::new(), Epoch::Y1900);
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("workbookPr") => {
                let given = element.attribute("date1904");
                if given.is_some_and(|given| given == "1" || given.eq_ignore_ascii_case("true")) {
                    epoch = Epoch::Y1904;
                }
            }
            Token::Start(element) if element.is("sheet") => {
                let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                let name = element.attribute("name").unwrap_or_default();
                sheets.push((element.attribute("id").unwrap_or_default(), Tab { name, hidden }));
            }
            Token::Eof => return Ok((sheets, epoch)),
            _ => {}
        }
    }
}

/// What a part refers to, by id; nothing where it refers to nothing. The name `""` stands for the archive itself.
fn relations(archive: &Archive, part: &str) -> Result<BTreeMap<String, Relation>, WorkbookError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let mut found = BTreeMap::new();
    if !archive.has(&name) {
        return Ok(found);
    }
    let mut xml = Xml::new(archive.part(&name)?);
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("Relationship") => {
                let (Some(id), Some(kind), Some(target)) =
                    (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
                else {
                    continue;
                };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(id, Relation { kind, target: resolved(folder, &target) });
            }
            Token::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The name of the part that `target` means within `folder`.
fn resolved(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn targets() {
        for (target, expect) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/a.xml", "/xl/a.xml"),
            ("../b.xml", "b.xml"),
        ] {
            assert_eq!(super::resolved("xl", target), expect);
        }
    }
}
