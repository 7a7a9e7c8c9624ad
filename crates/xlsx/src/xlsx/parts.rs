//! The parts of an `.xlsx` that its sheets share: strings and number formats.

use std::collections::BTreeMap;

use crate::WorkbookError;
use crate::cells::Strings;
use crate::limits::{STRING_BYTES, STYLES};
use crate::value::Format;
use crate::xml::{Token, Xml};
use crate::zip::Archive;

/// The strings that cells refer to by number. How many there are is counted, not believed.
pub(super) fn strings(archive: &Archive, name: &str) -> Result<Strings, WorkbookError> {
    let mut xml = Xml::new(archive.part(name)?);
    let mut strings = Strings::default();
    let mut text = SharedText::default();
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("t") => text.begin(),
            Token::Start(element) if element.is("rPh") => text.pass(true),
            Token::End(name) => match &*name {
                "t" => text.end(),
                "rPh" => text.pass(false),
                "si" => {
                    strings.open().push_str(&text.take());
                    strings.end();
                    if strings.bytes() > STRING_BYTES {
                        return Err(WorkbookError::WorkbookTooManyParts);
                    }
                }
                _ => {}
            },
            Token::Text(piece) => text.push(&piece),
            Token::Eof => return Ok(strings),
            Token::Start(_) => {}
        }
    }
}

/// What the number formats of the cells' styles mean, by the styles' numbers.
pub(super) fn formats(archive: &Archive, name: &str) -> Result<Vec<Format>, WorkbookError> {
    let mut xml = Xml::new(archive.part(name)?);
    let mut codes = BTreeMap::new();
    let mut formats = Vec::new();
    // Styles that other styles are made of look the same and are not those of cells.
    let mut of_cells = false;
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("numFmt") => {
                let id = element.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok());
                if let (Some(id), Some(code)) = (id, element.attribute("formatCode")) {
                    codes.insert(id, Format::by_code(&code));
                }
            }
            Token::Start(element) if element.is("cellXfs") => of_cells = true,
            Token::Start(element) if of_cells && element.is("xf") => {
                let id = element.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                formats.push(codes.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
            }
            Token::End(name) if &*name == "cellXfs" => of_cells = false,
            Token::Eof => return Ok(formats),
            _ => {}
        }
        if formats.len() > STYLES || codes.len() > STYLES {
            return Err(WorkbookError::WorkbookTooManyParts);
        }
    }
}

/// Text in runs (`<t>`), without the readings of Japanese words that may stand beside them (`<rPh>`).
#[derive(Default)]
pub(super) struct SharedText {
    text: String,
    inside: bool,
    passing: bool,
}

impl SharedText {
    pub(super) fn begin(&mut self) {
        self.inside = !self.passing;
    }

    pub(super) fn end(&mut self) {
        self.inside = false;
    }

    pub(super) fn pass(&mut self, passing: bool) {
        self.passing = passing;
    }

    pub(super) fn push(&mut self, piece: &str) {
        if self.inside {
            self.text.push_str(piece);
        }
    }

    /// The whole text, its escapes undone.
    pub(super) fn take(&mut self) -> String {
        unescape(std::mem::take(&mut self.text))
    }
}

/// `_x000D_` is how a character that XML cannot hold is written (ECMA-376, 22.9.2.19).
fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from.get(2..6).filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                plain.push(letter);
                rest = &from[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes() {
        for (text, expect) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00", "_x00"),
            ("a_xyz_", "a_xyz_"),
            ("_xé__x_", "_xé__x_"),
        ] {
            assert_eq!(unescape(text.to_owned()), expect);
        }
    }
}
