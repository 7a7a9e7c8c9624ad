//! What all columns have in common: blanks, and words for "missing".

/// `trim_ascii` that finds out quickly that there is nothing to trim.
#[inline]
pub(super) fn trim(cell: &[u8]) -> &[u8] {
    match cell {
        [first, .., last] | [first @ last] if *first > b' ' && *last > b' ' => cell,
        _ => cell.trim_ascii(),
    }
}

/// Lower-case words that mean that there is no value.
const MISSING_WORDS: [&str; 24] = [
    "-",
    "--",
    "—",
    "–",
    "?",
    ".",
    "na",
    "n/a",
    "n.a.",
    "n.d.",
    "nan",
    "nat",
    "null",
    "(null)",
    "none",
    "nil",
    "\\n",
    "k.a.",
    "keine angabe",
    "not available",
    "(blank)",
    "<na>",
    "<null>",
    "undefined",
];

/// True where a trimmed cell holds no value: empty, a word that says so, or a spreadsheet's error.
#[inline]
pub(super) fn is_missing(cell: &[u8]) -> bool {
    match cell {
        [] => true,
        [b'0'..=b'9', ..] => false,
        [b'-', b'0'..=b'9', ..] => false,
        [b'#', ..] => is_spreadsheet_error(cell),
        _ if cell.len() > 13 => false,
        [b'A'..=b'Z' | b'a'..=b'z', ..] if !matches!(cell[0] | 0x20, b'n' | b'k' | b'u') => false,
        _ => MISSING_WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes())),
    }
}

/// `#####`: the number or date was there, and the column of the spreadsheet too narrow to write it.
pub(super) fn is_narrow(cell: &[u8]) -> bool {
    cell.len() > 1 && cell.iter().all(|byte| *byte == b'#')
}

/// `#DIV/0!`, `#VALUE!`, `#N/A` and their like, in whatever language the spreadsheet speaks (`#WERT!`, `#NOME?`).
fn is_spreadsheet_error(cell: &[u8]) -> bool {
    let word = &cell[1..];
    let ends = word.ends_with(b"!") || word.ends_with(b"?");
    let named =
        ends && word.iter().all(|byte| byte.is_ascii_uppercase() || *byte >= 0x80 || b"/0!?_".contains(byte));
    named
        || word.iter().all(|byte| *byte == b'#')
        || [b"N/A".as_slice(), b"NV", b"NA", b"N/D"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_words() {
        for cell in [
            "", "NULL", "n/a", "NaN", "-", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#######", "<NA>", "None",
            "#NV", "#WERT!",
        ] {
            assert!(is_missing(cell.as_bytes()), "{cell}");
        }
        for cell in ["0", "no", "-1", "Nadine", "#1001", "#A!B", "null and void", "unbekannt?"] {
            assert!(!is_missing(cell.as_bytes()), "{cell}");
        }
    }
}
