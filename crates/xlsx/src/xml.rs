//! What the readers of `.xlsx` and `.ods` see of XML: elements by local name, and text without entities.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::WorkbookError;
use crate::limits::UNPACKED_RATIO;
use crate::zip::Part;

/// A part on the way by.
pub(crate) struct Xml {
    reader: Reader<Part>,
    buffer: Vec<u8>,
}

/// What comes next.
pub(crate) enum Token<'a> {
    /// An element begins; an empty one ends right after.
    Start(Element<'a>),
    /// The element of this local name ends.
    End(Cow<'a, str>),
    /// Text in the element that is open.
    Text(Cow<'a, str>),
    /// The part ends.
    Eof,
}

/// The beginning of an element.
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Xml {
    pub(crate) fn new(part: Part) -> Self {
        let mut reader = Reader::from_reader(part);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Xml { reader, buffer: Vec::new() }
    }

    pub(crate) fn next(&mut self) -> Result<Token<'_>, WorkbookError> {
        self.buffer.clear();
        // Comments, declarations and instructions say nothing here; each is passed by as an empty text.
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|error| told(&error))? {
            Event::Start(start) => Token::Start(Element(start)),
            Event::End(end) => Token::End(Cow::Owned(end.local_name().as_ref().to_owned())),
            Event::Text(text) => Token::Text(text.xml10_content()),
            Event::CData(text) => Token::Text(text.into_inner()),
            Event::GeneralRef(entity) => Token::Text(match entity.resolve_char_ref() {
                Ok(Some(letter)) => Cow::Owned(letter.to_string()),
                _ => Cow::Borrowed(quick_xml::escape::resolve_xml_entity(&entity).unwrap_or_default()),
            }),
            Event::Eof => Token::Eof,
            _ => Token::Text(Cow::Borrowed("")),
        })
    }
}

impl Element<'_> {
    /// The name without its prefix.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// Whether the name is one of these, without its prefix.
    pub(crate) fn is_any(&self, names: &[&str]) -> bool {
        names.contains(&self.0.local_name().as_ref())
    }

    /// The attribute of that name, without its prefix; the first one where several namespaces have it.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        // The check for doubled names takes the square of their number.
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        Some(text_of(&found.value))
    }

    /// The attribute of that full name, prefix and all.
    pub(crate) fn attribute_as_written(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|one| one.key.as_ref() == name)?;
        Some(text_of(&found.value))
    }
}

/// An attribute's value without entities; as it stands where one is unknown.
fn text_of(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), Cow::into_owned)
}

fn told(error: &quick_xml::Error) -> WorkbookError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
            WorkbookError::WorkbookUnpacksTooFar { limit: UNPACKED_RATIO }
        }
        _ => WorkbookError::WorkbookDamaged,
    }
}
