//! What the words of a header speak of.

use super::lexicon::{DAY_FIRST, WORDS};

/// What a word in a header speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Concept {
    Customer,
    Order,
    Product,
    Id,
    Date,
    Amount,
    Quantity,
    /// Of one piece.
    Unit,
    /// Of one line of an order.
    Line,
    Price,
    Discount,
    Category,
    Channel,
    Location,
    Row,
    /// A group that somebody or some program put the row into.
    Label,
    /// Points that somebody or some program gave.
    Score,
    /// A part of money that is not what the customer pays for goods: tax, shipping, profit.
    Charge,
    /// What something costs: the shop, or whoever buys it.
    Cost,
    /// Not of one purchase but of many: average, rate.
    Mean,
    /// A date that is not the purchase's: delivery, update, sign-up.
    OtherEvent,
    Email,
    Phone,
    Name,
    /// A part of a person's name, which many share.
    NamePart,
    /// Those who sell.
    Staff,
    Address,
    /// Where somebody lives, as degrees.
    Place,
    Card,
    Iban,
    /// Numbers by which a state knows a person or a firm.
    Identity,
    FreeText,
    Birth,
    Gender,
    Postcode,
    /// Money before something was taken off, or with tax; alone it is an amount.
    Gross,
    /// Money after that, or without tax; alone it is an amount.
    Net,
    /// Money given back, or the day it was.
    Refund,
    Currency,
    /// Paid: an amount that was, or the day it was.
    Paid,
    /// Says nothing by itself: of, the, my.
    Filler,
}

use Concept::*;

/// Words after which a tax is only mentioned.
const WITH_OR_WITHOUT: [&str; 14] = [
    "inc",
    "incl",
    "inkl",
    "including",
    "inclusive",
    "ex",
    "excl",
    "exkl",
    "excluding",
    "exclusive",
    "zzgl",
    "ohne",
    "mit",
    "hors",
];

/// Words that one of Chinese or Japanese is made of at most.
const EASTERN_PARTS: usize = 4;

/// What the words of a header speak of, in order; `None` for a word that is not listed.
pub(super) fn concepts(header: &str) -> Vec<Option<Concept>> {
    let mut found = Vec::new();
    let words = words(header);
    // By itself it is where somebody lives; `bill to name` says what else it is.
    if let [word] = words.as_slice()
        && matches!(word.as_str(), "shipto" | "billto")
    {
        return vec![Some(Address)];
    }
    // A price with tax in it is a price.
    let mut with_or_without = false;
    for word in words {
        let concepts = match lookup(&word) {
            Some(concept) => vec![Some(concept)],
            None => compound(&word).unwrap_or_else(|| vec![None]),
        };
        let passed = with_or_without && matches!(concepts[..], [Some(Charge | Cost)]);
        found.extend(concepts.into_iter().filter(|concept| *concept != Some(Filler) && !passed));
        with_or_without = WITH_OR_WITHOUT.contains(&word.as_str());
    }
    found
}

/// The words of a header, folded to lower case without accents: `CustomerID` is `customer` and `id`.
pub(crate) fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous_lower = false;
    let mut previous_upper = false;
    let letters: Vec<char> = header.chars().filter(|letter| !is_tone(*letter)).collect();
    for (index, &letter) in letters.iter().enumerate() {
        let next_lower = letters.get(index + 1).is_some_and(|next| next.is_lowercase());
        let starts = letter.is_uppercase() && (previous_lower || (previous_upper && next_lower));
        if starts
            || !letter.is_alphabetic()
            || script_changes(index.checked_sub(1).map(|before| letters[before]), letter)
        {
            words.push(String::new());
        }
        if letter.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase().flat_map(fold));
        }
        previous_lower = letter.is_lowercase();
        previous_upper = letter.is_uppercase();
    }
    words.retain(|word| !word.is_empty());
    rejoin(words)
}

/// True where two columns or more are named in a language that writes the day before the month.
pub(super) fn speaks_day_first(names: &[String]) -> bool {
    let cyrillic = |word: &String| word.chars().any(|letter| ('а'..='я').contains(&letter));
    let says =
        |word: &String| cyrillic(word) || DAY_FIRST.split_ascii_whitespace().any(|known| known == word);
    names.iter().filter(|name| words(name).iter().any(says)).count() >= 2
}

/// Chinese, Japanese, Korean and Thai do not part words by blanks, but from Latin letters they part themselves: `顧客ID`.
fn script_changes(before: Option<char>, letter: char) -> bool {
    before.is_some_and(|before| before.is_alphabetic() && is_eastern(before) != is_eastern(letter))
}

/// Marks above the letters of Thai, which part no words.
fn is_tone(letter: char) -> bool {
    ('\u{e47}'..='\u{e4e}').contains(&letter)
}

fn is_eastern(letter: char) -> bool {
    ('\u{e01}'..='\u{e46}').contains(&letter)
        || ('\u{3040}'..='\u{9fff}').contains(&letter)
        || ('\u{ac00}'..='\u{d7a3}').contains(&letter)
}

/// `e-mail` is one word; so is `number of`, which counts, and `bill to`, which is no bill. `USt` and `кол-во` are short for one word.
fn rejoin(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match (joined.last_mut(), word.as_str()) {
            (Some(last), "mail" | "mails" | "mailadresse" | "mailaddress") if last == "e" => {
                *last = "email".to_owned()
            }
            (Some(last), "of") if matches!(last.as_str(), "number" | "no" | "nr" | "num") => {
                *last = "numberof".to_owned()
            }
            (Some(last), "id" | "number" | "no" | "nr") if last == "national" => *last = "ssn".to_owned(),
            (Some(last), "security") if last == "social" => *last = "ssn".to_owned(),
            (Some(last), "to") if matches!(last.as_str(), "bill" | "ship" | "sold") => last.push_str("to"),
            (Some(last), "posta" | "post") if last == "e" => *last = "email".to_owned(),
            // A sale that has a number is an order.
            (Some(last), "id" | "no" | "nr" | "number" | "nummer")
                if matches!(last.as_str(), "sale" | "sales") =>
            {
                *last = "order".to_owned();
                joined.push(word);
            }
            (Some(last), "order" | "orders") if matches!(last.as_str(), "sale" | "sales") => {
                *last = "order".to_owned()
            }
            (Some(last), "id" | "no" | "number") if matches!(last.as_str(), "payment" | "rental") => {
                *last = "receipt".to_owned();
                joined.push(word);
            }
            // What is counted, not added up: `total items`, `unit sales`.
            (Some(last), "items" | "units" | "pieces" | "articles" | "products") if last == "total" => {
                *last = "units".to_owned()
            }
            (Some(last), "sales") if last == "unit" => *last = "units".to_owned(),
            // The name of a thing is a word for the thing.
            (Some(last), "name") if THINGS.contains(&last.as_str()) => {}
            // Of an address, what the last word says.
            (Some(last), "state" | "country" | "city" | "province" | "region") if last == "address" => {
                *last = word
            }
            // Magento's word for the number of an order.
            (Some(last), "id") if last == "increment" => *last = "orderid".to_owned(),
            (Some(last), "sold") if matches!(last.as_str(), "item" | "items") => *last = "units".to_owned(),
            (Some(last), "due") if matches!(last.as_str(), "amount" | "total") => {}
            (Some(last), "revenue" | "sales") if last == "n" => {
                *last = "net".to_owned();
                joined.push(word);
            }
            (Some(last), "name") if last == "family" => *last = "surname".to_owned(),
            (Some(last), "code") if last == "pin" => last.push_str("code"),
            (Some(last), "account") if last == "bank" => *last = "iban".to_owned(),
            (Some(last), "by") if matches!(last.as_str(), "created" | "served") => *last = "staff".to_owned(),
            (Some(last), "to") if last == "assigned" => *last = "staff".to_owned(),
            (Some(last), "commission") if last == "avant" => *last = "brut".to_owned(),
            (Some(last), "out") if last == "check" => *last = "departure".to_owned(),
            (Some(last), "ta") if last == "q" => last.push_str("ta"),
            (Some(last), "st") if last == "u" => last.push_str("st"),
            (Some(last), "во") if last == "кол" => last.push_str("во"),
            _ => joined.push(word),
        }
    }
    joined
}

/// What has a name and is no person.
const THINGS: [&str; 16] = [
    "brand",
    "campaign",
    "coupon",
    "carrier",
    "event",
    "restaurant",
    "hotel",
    "venue",
    "method",
    "plan",
    "tax",
    "model",
    "service",
    "supplier",
    "manufacturer",
    "file",
];

/// A lower-case letter without its accent; two letters for those that stand for two.
pub(super) fn fold(letter: char) -> impl Iterator<Item = char> {
    let pair = match letter {
        'ß' => ['s', 's'],
        'æ' => ['a', 'e'],
        'œ' => ['o', 'e'],
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ă' | 'ā' => ['a', NONE],
        'ç' | 'ć' | 'č' => ['c', NONE],
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' | 'ē' | 'ė' => ['e', NONE],
        'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ī' | 'į' => ['i', NONE],
        'ñ' | 'ń' | 'ň' => ['n', NONE],
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => ['o', NONE],
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' | 'ų' => ['u', NONE],
        'ł' => ['l', NONE],
        'ř' => ['r', NONE],
        'ś' | 'š' | 'ş' | 'ș' => ['s', NONE],
        'ț' | 'ţ' | 'ť' => ['t', NONE],
        'ý' | 'ÿ' => ['y', NONE],
        'ź' | 'ż' | 'ž' => ['z', NONE],
        'ğ' => ['g', NONE],
        'ά' => ['α', NONE],
        'έ' => ['ε', NONE],
        'ή' => ['η', NONE],
        'ί' | 'ϊ' | 'ΐ' => ['ι', NONE],
        'ό' => ['ο', NONE],
        'ύ' | 'ϋ' => ['υ', NONE],
        'ώ' => ['ω', NONE],
        'ё' => ['е', NONE],
        // What is left of a dotted capital I in lower case, and the raised letters of `nº`.
        '\u{307}' | 'º' | 'ª' => [NONE, NONE],
        _ => [letter, NONE],
    };
    pair.into_iter().filter(|letter| *letter != NONE)
}

/// Stands for no letter.
const NONE: char = '\0';

/// What a word speaks of, also where it is the plural of a listed one by an `s`.
fn lookup(word: &str) -> Option<Concept> {
    let listed = |word: &str| WORDS.iter().find(|(_, words)| words.split(' ').any(|listed| listed == word));
    let singular = word.strip_suffix('s').filter(|singular| singular.len() > 3);
    listed(word).or_else(|| listed(singular?)).map(|(concept, _)| *concept)
}

/// Bytes beyond which no word is taken apart: the longest compounds of headers have some thirty letters.
const LONGEST_COMPOUND: usize = 48;

/// A word made of listed ones: of two, the shorter not below two letters; in Chinese and Japanese, which part no words, of up to
/// [`EASTERN_PARTS`]. Or of an unlisted one and `id`.
fn compound(word: &str) -> Option<Vec<Option<Concept>>> {
    if word.len() > LONGEST_COMPOUND {
        return None;
    }
    if word.chars().all(is_eastern) {
        return parts(word, EASTERN_PARTS);
    }
    let split = (2..word.len().saturating_sub(1)).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
        let (first, second) = word.split_at(at);
        Some(vec![Some(lookup(first)?), Some(lookup(second)?)])
    });
    split.or_else(|| (word.len() > 4 && word.ends_with("id")).then(|| vec![None, Some(Id)]))
}

/// The longest words first; what follows has to be made of listed words as well.
fn parts(word: &str, most: usize) -> Option<Vec<Option<Concept>>> {
    if word.is_empty() {
        return Some(Vec::new());
    }
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.collect::<Vec<_>>().into_iter().rev().filter(|_| most > 0).find_map(|end| {
        let first = lookup(&word[..end])?;
        let mut found = parts(&word[end..], most - 1)?;
        found.insert(0, Some(first));
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expect: &[Option<Concept>]) {
        assert_eq!(concepts(header), expect, "{header}");
    }

    #[test]
    fn headers_speak() {
        check("CustomerID", &[Some(Customer), Some(Id)]);
        check("customer_id", &[Some(Customer), Some(Id)]);
        check("CUSTOMER ID", &[Some(Customer), Some(Id)]);
        check("KundenID", &[Some(Customer), Some(Id)]);
        check("Kundennummer", &[Some(Customer), Some(Id)]);
        check("kundenNr.", &[Some(Customer), Some(Id)]);
        check("Bestelldatum", &[Some(Order), Some(Date)]);
        check("Rechnungs-Nr", &[Some(Order), Some(Id)]);
        check("InvoiceNo", &[Some(Order), Some(Id)]);
        check("StockCode", &[Some(Product), Some(Id)]);
        check("UnitPrice", &[Some(Unit), Some(Price)]);
        check("Einzelpreis", &[Some(Unit), Some(Price)]);
        check("Stückpreis", &[Some(Unit), Some(Price)]);
        check("numéro de commande", &[Some(Id), Some(Order)]);
        check("E-Mail", &[Some(Email)]);
        check("Número do pedido", &[Some(Id), Some(Order)]);
        check("Number of Items", &[Some(Quantity), Some(Product)]);
        check("Bill-to Name", &[Some(Name)]);
        check("Total (incl. VAT)", &[Some(Amount)]);
        check("Prijs excl. btw", &[Some(Price)]);
        check("Discounts", &[Some(Discount)]);
        check("Buyer User ID", &[Some(Customer), Some(Customer), Some(Id)]);
        check("注文者電話番号", &[Some(Customer), Some(Phone), Some(Id)]);
        check("订单创建时间", &[Some(Order), Some(Date), Some(Date)]);
        check("总金额", &[Some(Amount), Some(Amount)]);
        check("Valor total", &[Some(Amount), Some(Amount)]);
        check("Klantnummer", &[Some(Customer), Some(Id)]);
        check("Prijs per stuk", &[Some(Price), Some(Unit), Some(Unit)]);
        check("Numer zamówienia", &[Some(Id), Some(Order)]);
        check("Data zakupu", &[Some(Date), Some(Order)]);
        check("Дата заказа", &[Some(Date), Some(Order)]);
        check("Код клиента", &[Some(Id), Some(Customer)]);
        check("顧客ID", &[Some(Customer), Some(Id)]);
        check("注文番号", &[Some(Order), Some(Id)]);
        check("购买日期", &[Some(Order), Some(Date)]);
        check("订单编号", &[Some(Order), Some(Id)]);
        check("金額", &[Some(Amount)]);
        check("Created at", &[Some(Date)]);
        check("Lineitem quantity", &[Some(Product), Some(Quantity)]);
        check("Sale ID", &[Some(Order), Some(Id)]);
        check("Q.tà", &[Some(Quantity)]);
        check("Cód. cliente", &[Some(Id), Some(Customer)]);
        check("Transaktionscode", &[Some(Order), Some(Id)]);
        check("Avant commission", &[Some(Gross)]);
        check("Kundnummer", &[Some(Customer), Some(Id)]);
        check("Número de pedido", &[Some(Id), Some(Order)]);
        check("Číslo objednávky", &[Some(Id), Some(Order)]);
        check("Sipariş Tarihi", &[Some(Order), Some(Date)]);
        check("Rendelésszám", &[Some(Order), Some(Id)]);
        check("Asiakasnumero", &[Some(Customer), Some(Id)]);
        check("Κωδικός πελάτη", &[Some(Id), Some(Customer)]);
        check("주문번호", &[Some(Order), Some(Id)]);
        check("결제금액", &[Some(Paid), Some(Amount)]);
        check("Nr. comandă", &[Some(Id), Some(Order)]);
        check("Αρ. τιμολογίου", &[Some(Id), Some(Order)]);
        check("DocNo", &[Some(Order), Some(Id)]);
        check("ID Pelanggan", &[Some(Id), Some(Customer)]);
        check("Mã khách hàng", &[Some(Id), Some(Customer)]);
        check("Mã đơn hàng", &[Some(Id), Some(Order)]);
        check("رقم العميل", &[Some(Id), Some(Customer)]);
        check("کد مشتری", &[Some(Id), Some(Customer)]);
        check("מספר הזמנה", &[Some(Id), Some(Order)]);
        check("รหัสลูกค้า", &[Some(Id), Some(Customer)]);
        check("เลขที่ใบสั่งซื้อ", &[Some(Id), Some(Order)]);
        check("masterid", &[None, Some(Id)]);
        check("Dt_Customer", &[Some(Date), Some(Customer)]);
        check("Annual Income (k$)", &[None, None, None]);
        check("", &[]);
    }

    #[test]
    fn no_word_is_listed_twice() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
        let total = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), total);
        // Headers are folded before they are looked up, so a word that is not can never be found.
        assert!(
            all.iter().all(|word| words(word) == [*word]),
            "{:?}",
            all.iter().find(|word| words(word) != [**word])
        );
    }
}
