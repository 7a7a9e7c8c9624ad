//! Text that holds a table, but not as lines of cells: web pages, XML, JSON, the statements of databases.

use crate::Error;

/// Refuses text that begins as such a format does.
///
/// # Errors
/// [`Error::OtherFormat`].
pub(super) fn refuse_other_formats(text: &[u8]) -> Result<(), Error> {
    let format = match text.trim_ascii_start() {
        [b'<', rest @ ..] => markup(rest),
        [b'{' | b'[', rest @ ..] => is_json(rest).then_some("json"),
        _ => is_sql(text).then_some("sql"),
    };
    format.map_or(Ok(()), |format| Err(Error::OtherFormat { format: format.to_owned() }))
}

/// Headers may stand in angle brackets (`<DATE>,<CLOSE>`), but no element of theirs is closed.
fn markup(rest: &[u8]) -> Option<&'static str> {
    let found = |word: &[u8]| rest.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word));
    let declared = matches!(rest.first(), Some(b'?' | b'!'));
    let html = [b"<table".as_slice(), b"<html", b"doctype html", b"<tr"].into_iter().any(found);
    let starts = [b"table".as_slice(), b"html"]
        .iter()
        .any(|tag| rest.len() >= tag.len() && rest[..tag.len()].eq_ignore_ascii_case(tag));
    match (html || starts, declared || found(b"</") || found(b"/>")) {
        (_, false) => None,
        (true, true) => Some("html"),
        (false, true) => Some("xml"),
    }
}

/// After the first bracket comes a name, a text, or another bracket; headers in brackets (`[Order ID],[Date]`) go on with a letter.
fn is_json(rest: &[u8]) -> bool {
    matches!(rest.trim_ascii_start().first(), Some(b'"' | b'{' | b'['))
}

/// A line of the first few thousand bytes begins with a statement.
fn is_sql(text: &[u8]) -> bool {
    const STATEMENTS: [&[u8]; 4] = [b"insert into ", b"create table ", b"drop table ", b"copy public."];
    let head = &text[..text.len().min(1 << 14)];
    let begins = |line: &[u8]| {
        let line = line.trim_ascii();
        STATEMENTS.iter().any(|statement| {
            line.len() > statement.len() && line[..statement.len()].eq_ignore_ascii_case(statement)
        })
    };
    head.split(|byte| matches!(byte, b'\n' | b'\r')).any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let found = refuse_other_formats(text.as_bytes()).err();
        assert_eq!(found, expect.map(|format| Error::OtherFormat { format: format.to_owned() }), "{text}");
    }

    #[test]
    fn formats_by_how_they_begin() {
        check("<html><body><table><tr><td>1</td></tr></table></body></html>", Some("html"));
        check("\n<TABLE border=1>\n<tr><td>1</td></tr></TABLE>", Some("html"));
        check("<!DOCTYPE html>\n<p>", Some("html"));
        check("<?xml version=\"1.0\"?><orders><order id=\"1\"/></orders>", Some("xml"));
        check("[\n {\n \"id\": 1 }]", Some("json"));
        check("{\"id\": 1, \"x\": 2}\n{\"id\": 2, \"x\": 3}\n", Some("json"));
        check("-- dump\nCREATE TABLE `orders` (id int);\nINSERT INTO `orders` VALUES (1,2);", Some("sql"));
    }

    #[test]
    fn tables_are_none_of_them() {
        check("<DATE>,<CLOSE>\n20200102,5\n", None);
        check("[Order ID],[Date]\n17,2020-01-02\n", None);
        check("id,statement\n1,\"insert into the form\"\n", None);
        check("id,x\n1,2\n", None);
        check("", None);
    }
}
