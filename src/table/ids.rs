//! Ids of customers and orders.

/// The id that `id` means: spreadsheets and data frames write whole numbers as `17850.0`, which is customer `17850`.
pub fn canonical_id(id: &str) -> &str {
    let Some((whole, fraction)) = id.split_once('.') else { return id };
    let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    if zeros && digits { whole } else { id }
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
}
