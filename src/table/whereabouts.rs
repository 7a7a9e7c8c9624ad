//! Where somebody is: addresses of machines, and degrees of a place on earth.

/// An IPv4 or IPv6 address, or the hardware address of a network card.
pub(super) fn is_machine(cell: &[u8]) -> bool {
    let parts = |by: u8| cell.split(move |byte| *byte == by);
    let four = parts(b'.').count() == 4
        && parts(b'.').all(|part| (1..=3).contains(&part.len()) && part.iter().all(u8::is_ascii_digit));
    let hexadecimal = |by: u8, widths: std::ops::RangeInclusive<usize>| {
        parts(by).all(|part| widths.contains(&part.len()) && part.iter().all(u8::is_ascii_hexdigit))
    };
    four || (parts(b':').count() >= 4 && cell.len() > 11 && hexadecimal(b':', 0..=4))
        || (parts(b'-').count() == 6 && hexadecimal(b'-', 2..=2))
}

/// `51.3400, 12.3700`: degrees north and east with three decimal places each, which is a hundred metres.
pub(super) fn is_place(cell: &[u8]) -> bool {
    let degrees = |text: &str, most: f64| {
        let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
        let exact = fraction.len() >= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
        exact && text.parse::<f64>().is_ok_and(|value| value.abs() <= most)
    };
    let both = std::str::from_utf8(cell).ok().and_then(|text| text.split_once([',', ';', ' ']));
    both.is_some_and(|(north, east)| degrees(north.trim(), 90.0) && degrees(east.trim(), 180.0))
}
