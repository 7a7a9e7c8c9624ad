//! Writing CSV lines.

use crate::catalogue::Product;

/// The header line, with its line feed.
pub(crate) const HEADER: &str =
    "OrderID,OrderDate,CustomerID,Email,Product,Category,Quantity,UnitPrice,Channel\n";

/// Appends a number in decimal.
pub(crate) fn write_number(number: u32, out: &mut Vec<u8>) {
    let mut digits = [0u8; 10];
    let mut start = digits.len();
    let mut rest = number;
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

/// Appends cents as an amount with two decimals: `1490` as `14.90`.
pub(crate) fn write_money(cents: u32, out: &mut Vec<u8>) {
    write_number(cents / 100, out);
    out.push(b'.');
    write_two_digits(cents % 100, out);
}

/// Appends a second of the day as `hh:mm:ss`.
pub(crate) fn write_time(second: u32, out: &mut Vec<u8>) {
    write_two_digits(second / 3600, out);
    out.push(b':');
    write_two_digits(second / 60 % 60, out);
    out.push(b':');
    write_two_digits(second % 60, out);
}

/// The cells of a product, name and category, each with the comma after it; quoted as RFC 4180 has it where
/// need be.
pub(crate) fn product_cells(product: Product) -> Vec<u8> {
    let name = if product.name.contains([',', '"']) {
        format!("\"{}\"", product.name.replace('"', "\"\""))
    } else {
        product.name.to_owned()
    };
    format!("{name},{},", product.category).into_bytes()
}

fn write_two_digits(number: u32, out: &mut Vec<u8>) {
    out.push(b'0' + (number / 10) as u8);
    out.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_those_of_the_standard_library() {
        for number in [0, 7, 10, 99, 100, 12_345, 1_000_000_000, u32::MAX] {
            assert_eq!(written(|out| write_number(number, out)), number.to_string());
        }
    }

    #[test]
    fn money_and_time_keep_their_zeros() {
        assert_eq!(written(|out| write_money(5, out)), "0.05");
        assert_eq!(written(|out| write_money(1490, out)), "14.90");
        assert_eq!(written(|out| write_time(0, out)), "00:00:00");
        assert_eq!(written(|out| write_time(86_399, out)), "23:59:59");
    }

    #[test]
    fn a_name_is_quoted_where_need_be() {
        let cells = |name| product_cells(Product { name, category: "Home", cents: 1 });
        assert_eq!(cells("Mirror"), b"Mirror,Home,");
        assert_eq!(cells("Mirror, round"), b"\"Mirror, round\",Home,");
        assert_eq!(cells("Frame 7\""), b"\"Frame 7\"\"\",Home,");
    }
}
