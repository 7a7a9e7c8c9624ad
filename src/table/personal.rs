//! Which columns speak of persons, decided before any value is shown.
//!
//! A verdict is for a whole column, from the words of its header and the shape of its values. Shapes that prove little alone (digits
//! that pass a check sum, two capitalised words) count only together with a header, or with more of the same.

use serde::{Deserialize, Serialize};

use super::ColumnType;
use super::shapes::Shapes;
use super::words::Concept;

/// What a column says of persons, and so what may be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Personal {
    /// Nothing.
    #[default]
    None,
    /// It names or reaches a person: not shown, not used unless asked for.
    Drop,
    /// It tells customers apart and is used for that alone.
    KeyOnly,
    /// It narrows down who somebody is (birth date, postcode, gender): off unless asked for.
    Quasi,
}

/// Kinds of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum PersonalData {
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Names of persons or firms.
    Name,
    /// Streets, internet addresses of machines.
    Address,
    /// Payment cards, identity papers.
    Card,
    /// Bank accounts.
    Iban,
    /// Sentences somebody wrote.
    FreeText,
    /// Date or year of birth.
    Birth,
    /// Gender or form of address.
    Gender,
    /// Postal codes.
    Postcode,
}

impl PersonalData {
    /// What may be done with a column of it.
    pub(super) fn verdict(self) -> Personal {
        match self {
            PersonalData::Birth | PersonalData::Gender | PersonalData::Postcode => Personal::Quasi,
            _ => Personal::Drop,
        }
    }

    /// Key of the sentence that says what was recognised.
    pub(super) fn why(self) -> &'static str {
        match self {
            PersonalData::Email => "personal-email",
            PersonalData::Phone => "personal-phone",
            PersonalData::Name => "personal-name",
            PersonalData::Address => "personal-address",
            PersonalData::Card => "personal-card",
            PersonalData::Iban => "personal-iban",
            PersonalData::FreeText => "personal-free-text",
            PersonalData::Birth => "personal-birth",
            PersonalData::Gender => "personal-gender",
            PersonalData::Postcode => "personal-postcode",
        }
    }
}

/// The personal data in a column with these header concepts, type and shapes; `varied` where hardly a text stands twice.
pub(super) fn recognise(
    header: &[Option<Concept>],
    kind: ColumnType,
    shapes: &Shapes,
    varied: bool,
) -> Option<PersonalData> {
    let most = |count: u64| shapes.cells > 0 && count * 5 >= shapes.cells * 4;
    // Nothing else looks like an address of mail, so a few among other things are enough.
    if shapes.cells > 0 && shapes.email * 10 >= shapes.cells {
        return Some(PersonalData::Email);
    }
    if most(shapes.iban) {
        return Some(PersonalData::Iban);
    }
    if most(shapes.card) {
        return Some(PersonalData::Card);
    }
    let says = |concept| header.contains(&Some(concept));
    let text = kind == ColumnType::Text;
    if says(Concept::Birth) {
        return Some(PersonalData::Birth);
    }
    if says(Concept::Postcode) {
        return Some(PersonalData::Postcode);
    }
    if says(Concept::Gender) {
        return Some(PersonalData::Gender);
    }
    // A header of these words over numbers or yes/no counts something: "e-mails opened", "newsletter by mail".
    if says(Concept::Email) && text {
        return Some(PersonalData::Email);
    }
    // `Contact no`: a number of a person that can be dialled.
    let numbered = says(Concept::Phone) || (says(Concept::Name) && says(Concept::Id));
    if (numbered && most(shapes.dialled)) || phone_by_shape(kind, shapes) {
        return Some(PersonalData::Phone);
    }
    if says(Concept::Iban) && text {
        return Some(PersonalData::Iban);
    }
    let of_taxes = says(Concept::Charge) && says(Concept::Id) && most(shapes.codes);
    if of_taxes || (says(Concept::Identity) && (text || most(shapes.codes))) {
        return Some(PersonalData::Card);
    }
    if says(Concept::Card) && most(shapes.codes) && most(shapes.long) {
        return Some(PersonalData::Card);
    }
    if (says(Concept::Address) && text) || most(shapes.machine) || (text && most(shapes.street)) {
        return Some(PersonalData::Address);
    }
    if says(Concept::Place) && matches!(kind, ColumnType::Number | ColumnType::Text) {
        return Some(PersonalData::Address);
    }
    let names = [Concept::Name, Concept::NamePart, Concept::Staff].into_iter().any(says);
    if names && text && names_persons(header, shapes) {
        return Some(PersonalData::Name);
    }
    // Descriptions of goods come again and again; what is written once, at length, somebody wrote.
    let written = text && varied && shapes.cells >= 10 && most(shapes.sentence) && !says(Concept::Product);
    // What somebody is described as, most often by name.
    let described = text && says(Concept::Customer) && says(Concept::Product) && !says(Concept::Id);
    ((says(Concept::FreeText) && text) || written || described).then_some(PersonalData::FreeText)
}

/// Without a header only numbers written as text with a leading `+` or `0` in nearly every cell are telephones.
fn phone_by_shape(kind: ColumnType, shapes: &Shapes) -> bool {
    kind == ColumnType::Text && shapes.cells >= 5 && shapes.phone * 20 >= shapes.cells * 19
}

/// A name of a product or a shop is nobody's; `#1001` in a column called name is an order.
fn names_persons(header: &[Option<Concept>], shapes: &Shapes) -> bool {
    use Concept::{Amount, Category, Channel, Discount, Location, Price, Product};
    let of_a_thing = [Product, Category, Channel, Location, Amount, Price, Discount];
    !of_a_thing.iter().any(|concept| header.contains(&Some(*concept)))
        && shapes.codes * 2 < shapes.cells.max(1)
}

#[cfg(test)]
mod tests {
    use super::super::shapes::shape;
    use super::super::words::concepts;
    use super::*;

    fn check(header: &str, kind: ColumnType, cells: &[&str], expect: Option<PersonalData>) {
        let digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
        let all: Vec<u32> = cells.iter().map(|cell| shape(cell.as_bytes(), digits(cell))).collect();
        let with = |wanted: u32| all.iter().filter(|shape| **shape & wanted != 0).count() as u64;
        let shapes = Shapes::new(cells.len() as u64, &with);
        assert_eq!(recognise(&concepts(header), kind, &shapes, true), expect, "{header} {cells:?}");
    }

    #[test]
    fn by_header() {
        use ColumnType::{Boolean, Number, Text};
        check("Customer Name", Text, &["Claire Gute"], Some(PersonalData::Name));
        check("Product Name", Text, &["Bush Bookcase"], None);
        check("Name", Text, &["#1001", "#1002"], None);
        check("Name", Text, &["Müller 2", "Meyer 3"], Some(PersonalData::Name));
        check("Vorname", Text, &["Jürgen"], Some(PersonalData::Name));
        check("Salesperson", Text, &["Mitchell Admin"], Some(PersonalData::Name));
        check("Contact owner", Text, &["Petra König"], Some(PersonalData::Name));
        check("Latitude", Number, &["51.3371"], Some(PersonalData::Address));
        check("E-Mail", Text, &["hidden"], Some(PersonalData::Email));
        check("Email opened", Number, &["3"], None);
        check("Newsletter by mail", Boolean, &["yes", "no"], None);
        check("Telefon", Text, &["0341/123456", "+49 341 123456"], Some(PersonalData::Phone));
        check("Mobile", Number, &["4915112345678", "4915187654321"], Some(PersonalData::Phone));
        check("Phone", Text, &["555-123-4567"], Some(PersonalData::Phone));
        check("Straße", Text, &["Hauptstr. 5"], Some(PersonalData::Address));
        check("Year_Birth", Number, &["1957"], Some(PersonalData::Birth));
        check("Geschlecht", Text, &["Male"], Some(PersonalData::Gender));
        check("Postal Code", Number, &["42420"], Some(PersonalData::Postcode));
        check("PLZ", Text, &["01067"], Some(PersonalData::Postcode));
        check("Bemerkungen", Text, &["bitte klingeln"], Some(PersonalData::FreeText));
        check("Age", Number, &["19"], None);
        check("Annual Income (k$)", Number, &["15"], None);
    }

    #[test]
    fn by_values() {
        use ColumnType::{Number, Text};
        check("contact_1", Text, &["a.b@example.com", "c@example.co.uk"], Some(PersonalData::Email));
        check("x", Text, &["@twitter", "a@b"], None);
        check("x", Text, &["Eva Meyer <eva@example.com>", "+49 341 123456"], Some(PersonalData::Email));
        check(
            "Info",
            Text,
            &["Eva Meyer eva@example.com", "called", "rang twice"],
            Some(PersonalData::Email),
        );
        // Published test numbers of the card schemes, one of them of the 2-series, one of 19 digits.
        check("x", Number, &["4111111111111111", "2223003122003222", "6304000000000000000"], None);
        check(
            "x",
            Number,
            &["4111 1111 1111 1111", "2223003122003222", "378282246310005"],
            Some(PersonalData::Card),
        );
        check("x", Number, &["4000000000000000006"], Some(PersonalData::Card));
        check(
            "x",
            Text,
            &["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"],
            Some(PersonalData::Iban),
        );
        check("x", Text, &["DE88370400440532013000"], None);
        // Milliseconds and order numbers are no cards, whatever their check sums say.
        let stamps: Vec<String> = (0..50u64).map(|n| (1_700_000_000_000 + n * 7_919).to_string()).collect();
        check("ts", Number, &stamps.iter().map(String::as_str).collect::<Vec<_>>(), None);
        let orders: Vec<String> = (0..50u64).map(|n| (4_000_000_000_000_000 + n).to_string()).collect();
        check("order", Number, &orders.iter().map(String::as_str).collect::<Vec<_>>(), None);
        check("x", Text, &["+49 341 1234567"; 6], Some(PersonalData::Phone));
        check("when", Text, &["01.12.2010 08:26"; 6], None);
        check("guid", Text, &["123e4567-e89b-12d3-a456-426614174000"; 6], None);
        check("guid", Text, &["01234567-1234-1234-1234-123456789012"; 6], None);
        check("order", Number, &["0123456789012345"; 6], None);
        check(
            "Phone",
            Text,
            &["'+1 555-010-2030", "=\"+4915112345678\"", "tel:+4934112345"],
            Some(PersonalData::Phone),
        );
        check("ID", Text, &["000000001", "000000002", "000000003", "000000004", "000000005"], None);
        check(
            "x",
            Text,
            &["XXXXXXXXXXXX1001", "**** **** **** 2002", "411111******1003"],
            Some(PersonalData::Card),
        );
        check("x", Text, &["12 High Street, Leeds", "4 Mill Road, York"], Some(PersonalData::Address));
        check("x", Text, &["Hauptstraße 12a", "Am Weg 5"], Some(PersonalData::Address));
        check("x", Text, &["STREET LAMP 12 LED", "SET OF 3 CUPS"], None);
        check("visitor", Text, &["192.168.0.1", "10.0.0.7"], Some(PersonalData::Address));
        check("x", Text, &["1.2.2020", "10.0.1"], None);
        check("geo", Text, &["51.3400, 12.3700", "-33.86882,151.20929"], Some(PersonalData::Address));
        check("x", Text, &["12.50, 13.70", "1.2345, 200.1234"], None);
        let letter = "Please ring twice, the bell is hard to hear";
        check("x", Text, &[letter; 10], Some(PersonalData::FreeText));
        check("Description", Text, &[letter; 10], None);
    }
}
