//! How wide text is, without asking a font.
//!
//! A browser measures text through the document, which a worker has not and a strict content policy
//! resents; so widths come from a table. The advance widths of printable ASCII are Helvetica's, in
//! thousandths of the font size (Adobe Core 14 font metrics), which Arial shares and the common
//! interface fonts come near.

/// The family asked of the browser: the system's own, so that nothing is fetched.
pub(crate) const FAMILY: &str = "system-ui, sans-serif";

/// The one size of text in a chart, CSS pixels.
pub(crate) const SIZE: f64 = 12.5;

/// The height of a line of that text, CSS pixels.
pub(crate) const LINE: f64 = 16.0;

/// DejaVu Sans and Verdana run an eighth wider than Helvetica: room is kept for them.
const ALLOWANCE: f64 = 1.125;

/// Bold runs about a twelfth wider than regular.
const BOLD: f64 = 1.08;

#[rustfmt::skip]
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];

/// The width of a line of text of the given size, in that size's unit, rather too wide than too narrow.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u64 = text.chars().map(advance).sum();
    thousandths as f64 / 1000.0 * size * ALLOWANCE * if bold { BOLD } else { 1.0 }
}

/// The text itself where it fits into `room`, else as much of it as fits before an ellipsis; nothing
/// where not even one letter does.
pub(crate) fn elide(text: &str, size: f64, room: f64) -> String {
    if width(text, size, false) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept, size, false) + width("…", size, false) > room {
            kept.pop();
            break;
        }
    }
    let kept = kept.trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// The text on one line and without what XML 1.0 forbids (control characters, U+FFFE and U+FFFF):
/// one NUL from a column's header would make the whole drawing unreadable.
pub(crate) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}

fn advance(c: char) -> u64 {
    let code = c as u32;
    match code {
        0x20..=0x7e => u64::from(ASCII[code as usize - 0x20]),
        0..=0x1f | 0x7f..=0x9f => 278,
        // Marks that stand on the letter before them, and marks of direction.
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x64b..=0x65f | 0x200b..=0x200f | 0xfe00..=0xfe0f => {
            0
        }
        0xa0 | 0x2009 | 0x202f => 278,
        // Scripts drawn on a square: Hangul, Kana, Han, full-width forms, and pictures.
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f
        | 0xff00..=0xff60
        | 0x1f000..=0x3ffff => 1000,
        0x2014 | 0x2026 | 0x2030 => 1000,
        // Arrows, mathematics and shapes are drawn wide; capitals are wider than small letters.
        0x2190..=0x2bff => 900,
        _ if c.is_uppercase() => 740,
        _ => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adobe's metrics: H 722, e 556, l 222, o 556 make "Hello" 2278 thousandths.
    #[test]
    fn width_adds_up_the_published_advances() {
        assert!((width("Hello", 1000.0, false) - 2278.0 * 1.125).abs() < 1e-9);
        assert!((width("0123456789", 10.0, false) - 55.6 * 1.125).abs() < 1e-9);
        assert_eq!(width("e\u{301}", 10.0, false), width("e", 10.0, false));
    }

    #[test]
    fn elided_text_fits_and_says_so() {
        let text = "Detergents and paper";
        assert_eq!(elide(text, 12.5, 1000.0), text);
        for room in 0..200 {
            let short = elide(text, 12.5, f64::from(room));
            assert!(width(&short, 12.5, false) <= f64::from(room));
            assert!(short.is_empty() || short == text || short.ends_with('…'));
        }
        assert_eq!(elide(text, 12.5, 2.0), "");
    }

    #[test]
    fn one_line_keeps_no_control_character() {
        assert_eq!(one_line("a\0b\nc\u{7f}"), "a b c ");
    }
}
