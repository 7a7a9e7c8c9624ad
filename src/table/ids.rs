//! Ids of customers and orders.

use std::borrow::Cow;

/// The id that `id` means: spreadsheets and data frames write whole numbers as `17850.0`, which is customer `17850`; and an e-mail
/// address is one whether or not it is written in capitals. RFC 5321 would tell `Eva@` from `eva@`; no mail provider does.
pub fn canonical_id(id: &str) -> Cow<'_, str> {
    if super::shapes::is_email(id.as_bytes()) {
        let capitals = id.chars().any(|letter| letter.is_uppercase());
        return if capitals { id.to_lowercase().into() } else { id.into() };
    }
    let Some((whole, fraction)) = id.split_once('.') else { return id.into() };
    let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    if zeros && digits { whole.into() } else { id.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_were_numbers() {
        for (id, expect) in [
            ("17850.0", "17850"),
            ("17850", "17850"),
            ("1.2.0", "1.2.0"),
            ("A.0", "A.0"),
            (".0", ".0"),
            ("5.", "5."),
        ] {
            assert_eq!(canonical_id(id), expect);
        }
    }

    #[test]
    fn addresses_in_capitals() {
        for (id, expect) in [
            ("Eva.Meyer@Example.COM", "eva.meyer@example.com"),
            ("eva.meyer@example.com", "eva.meyer@example.com"),
            ("JÜRGEN@example.de", "jürgen@example.de"),
            ("@Eva", "@Eva"),
            ("A7@B", "A7@B"),
            ("Ab12", "Ab12"),
        ] {
            assert_eq!(canonical_id(id), expect);
        }
    }
}
