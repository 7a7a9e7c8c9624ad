//! Whether a single text, a header or a name that somebody gave, speaks of a person.

use super::shapes::{is_long_sentence, is_machine_or_place, reaches_somebody};
use super::words::concepts;
use crate::printable;

/// Fewest headers that are taken for persons together.
const TOGETHER: usize = 5;

/// True of an address of mail, a telephone number, an account, a card, a street, the address of a machine, a place in degrees, and a
/// text of eight words or more: what no header and no name of a segment is.
pub(crate) fn reaches_a_person(text: &str) -> bool {
    // As it would be read: a mark that nobody sees must not hide an address.
    let text = printable(text);
    let text = text.trim().as_bytes();
    reaches_somebody(text) || is_machine_or_place(text) || is_long_sentence(text)
}

/// True where headers look like the names of persons, as where a table was turned and its customers became columns: five or more, and
/// four in five of them two or three capitalised words that no header is known to have.
pub(crate) fn are_names_of_persons(headers: &[&str]) -> bool {
    let like_a_name = |header: &&&str| {
        let header = printable(header);
        let words: Vec<&str> = header.split_whitespace().collect();
        let capitalised = |word: &&str| {
            let mut letters = word.chars();
            let name = |letter: char| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’');
            letters.next().is_some_and(char::is_uppercase)
                && letters.clone().all(name)
                && letters.any(|letter| letter.is_lowercase() || letter == '.')
        };
        (2..=3).contains(&words.len())
            && words.iter().all(capitalised)
            && concepts(&header).iter().all(Option::is_none)
    };
    let alike = headers.iter().filter(like_a_name).count();
    alike >= TOGETHER && alike * 5 >= headers.len() * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p8_what_reaches_a_person_is_no_header() {
        for text in [
            "anna.schmidt@example.org",
            " +49 170 1234567 ",
            "anna@example.org\u{202c}",
            "\u{200b}+49 170 1234567",
            "DE89 3704 0044 0532 0130 00",
            "12 Station Road",
            "192.168.1.20",
            "the one who always comes on Mondays with her dog",
        ] {
            assert!(reaches_a_person(text), "{text}");
        }
        for text in ["Annual Income (k$)", "MntWines", "sales 2020", "2019", "Our regulars", "high & low", ""]
        {
            assert!(!reaches_a_person(text), "{text}");
        }
    }

    #[test]
    fn p8_a_turned_table_has_persons_for_headers() {
        let persons = ["Anna Schmidt", "Bob Meyer", "Zoë O'Neil", "Jean-Luc Petit", "Ida M. Berg", "total"];
        assert!(are_names_of_persons(&persons));
        assert!(!are_names_of_persons(&persons[..4]));
        assert!(!are_names_of_persons(&[
            "Order Date",
            "Unit Price",
            "Sales Amount",
            "Product Name",
            "Order Id"
        ]));
        assert!(!are_names_of_persons(&[
            "Fresh",
            "Milk",
            "Grocery",
            "Frozen",
            "Detergents_Paper",
            "Delicassen"
        ]));
    }
}
