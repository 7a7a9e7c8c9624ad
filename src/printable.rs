//! Texts of strangers without characters that nobody sees.

use std::borrow::Cow;

/// Longest text that is kept whole, in characters; what names a column or a segment is far shorter.
const LONGEST: usize = 200;

/// The text without control characters, marks that turn the direction of writing, and characters of no width, cut after 200 characters
/// with an ellipsis. Tabs and breaks become blanks.
///
/// A header with U+202E is read backwards by whoever opens the file; one with U+200B is another than it seems. Joiners within words (U+200C,
/// U+200D), which Persian and emoji need, stay where they stand between two other characters.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().count() <= LONGEST && !text.chars().any(is_unseen) {
        return Cow::from(text);
    }
    let mut kept = String::with_capacity(text.len().min(4 * LONGEST));
    let mut letters =
        text.chars().filter(|&letter| is_joiner(letter) || !is_unseen(letter) || letter.is_whitespace());
    let mut count = 0;
    let mut joiner = None;
    for letter in letters.by_ref() {
        if is_joiner(letter) {
            joiner =
                Some(letter).filter(|_| kept.chars().next_back().is_some_and(|last| !last.is_whitespace()));
            continue;
        }
        if count == LONGEST {
            kept.push('…');
            break;
        }
        let letter = if is_unseen(letter) { ' ' } else { letter };
        kept.extend(joiner.take().filter(|_| !letter.is_whitespace()));
        kept.push(letter);
        count += 1;
    }
    Cow::from(kept)
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Controls (with tabs and breaks), marks of direction, and characters of no width.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p17_what_nobody_sees_is_taken_out() {
        for (text, expected) in [
            ("spend", "spend"),
            ("\u{202e}gnp.exe", "gnp.exe"),
            ("sp\u{200b}end\u{feff}", "spend"),
            ("two\nlines\tand\0 NUL\u{1b}[31m", "two lines and NUL[31m"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{200d}x\u{200d}", "x"),
            ("", ""),
        ] {
            assert_eq!(printable(text), expected, "{text:?}");
        }
        assert_eq!(printable(&"ä".repeat(3_000)), "ä".repeat(200) + "…");
        assert_eq!(printable(&"ä".repeat(200)), "ä".repeat(200));
    }
}
