//! Signs, codes and short names of currencies, as they stand before or after an amount.

use std::borrow::Cow;

/// Active codes of ISO 4217, and a few that shops still write.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR \
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
    MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SEK \
    SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF \
    XPF YER ZAR ZMW ZWL DEM FRF ITL ESP ATS NLG";

/// What people write instead of a sign or a code, the longer before what it begins or ends with.
const NAMES: [&str; 63] = [
    "Euros",
    "Euro",
    "euros",
    "euro",
    "SFr.",
    "Fr.",
    "FS",
    "zł",
    "zl",
    "Kčs",
    "Kč",
    "Kc",
    "kr.",
    "kr",
    "Kr.",
    "Kr",
    "Ft",
    "lei",
    "Lei",
    "din.",
    "din",
    "дин.",
    "лв.",
    "лв",
    "руб.",
    "руб",
    "р.",
    "грн.",
    "грн",
    "Rs.",
    "Rs",
    "Rp.",
    "Rp",
    "RM",
    "TL",
    "NT$",
    "US$",
    "AU$",
    "NZ$",
    "HK$",
    "CA$",
    "MX$",
    "S/.",
    "R$",
    "A$",
    "C$",
    "S$",
    "Mex$",
    "Bs.",
    "円",
    "元",
    "圓",
    "圆",
    "원",
    "บาท",
    "د.إ",
    "ر.س",
    "ج.م",
    "د.ك",
    "ريال",
    "ریال",
    "دينار",
    "تومان",
];

/// Words for pieces, as they stand after a quantity.
const PIECES: [&str; 26] = [
    " x", "×", "Stk.", "Stk", "Stück", "St.", "pcs.", "pcs", "pc.", "pc", "pièces", "uds.", "uds", "ud.",
    "unid.", "pz.", "pz", "szt.", "szt", "шт.", "шт", "adet", "個", "点", "件", "개",
];

/// What is left of an amount when one currency before or after it is taken away; `None` where there is none.
pub(super) fn strip(amount: &[u8]) -> Option<&[u8]> {
    let (first, last) = (amount.first()?, amount.last()?);
    // Where Japanese encodings have their yen, others have a backslash.
    let yen = *first == b'\\' && amount.get(1).is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-');
    if *first == b'$' || yen {
        return Some(&amount[1..]);
    }
    let hopeful = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80 || byte == b'$';
    if !hopeful(*first) && !hopeful(*last) && *last != b'.' {
        return None;
    }
    if let Some((_, rest)) = amount.split_first_chunk::<3>().filter(|(code, _)| is_code(code)) {
        return Some(rest);
    }
    if let Some((rest, _)) = amount.split_last_chunk::<3>().filter(|(_, code)| is_code(code)) {
        return Some(rest);
    }
    let name =
        |name: &str| amount.strip_prefix(name.as_bytes()).or_else(|| amount.strip_suffix(name.as_bytes()));
    NAMES
        .iter()
        .find_map(|listed| name(listed))
        .or_else(|| strip_sign(amount))
        .or_else(|| strip_pieces(amount))
}

/// What the same currency is called, after its code: signs and names that stand for several (`kr`, `¥`) are none's.
const CALLED: [(&str, &[&str]); 36] = [
    ("EUR", &["€", "Euros", "Euro", "euros", "euro", "eur", "Eur"]),
    ("USD", &["$", "US$", "usd", "＄", "﹩"]),
    ("GBP", &["£", "￡", "gbp"]),
    ("CHF", &["SFr.", "Fr.", "FS", "chf"]),
    ("PLN", &["zł", "zl"]),
    ("CZK", &["Kč", "Kc", "Kčs"]),
    ("HUF", &["Ft"]),
    ("RON", &["lei", "Lei"]),
    ("RSD", &["din.", "din", "дин."]),
    ("BGN", &["лв.", "лв"]),
    ("RUB", &["руб.", "руб", "р.", "₽"]),
    ("UAH", &["грн.", "грн", "₴"]),
    ("INR", &["₹", "Rs.", "Rs", "₨"]),
    ("IDR", &["Rp.", "Rp"]),
    ("MYR", &["RM"]),
    ("TRY", &["TL", "₺"]),
    ("TWD", &["NT$"]),
    ("AUD", &["AU$", "A$"]),
    ("NZD", &["NZ$"]),
    ("HKD", &["HK$"]),
    ("CAD", &["CA$", "C$"]),
    ("MXN", &["MX$", "Mex$"]),
    ("SGD", &["S$"]),
    ("BRL", &["R$"]),
    ("PEN", &["S/."]),
    ("JPY", &["円"]),
    ("CNY", &["元", "圓", "圆", "RMB"]),
    ("KRW", &["원", "₩", "￦"]),
    ("THB", &["บาท", "฿"]),
    ("ILS", &["₪"]),
    ("NGN", &["₦"]),
    ("VND", &["₫"]),
    ("AED", &["د.إ"]),
    ("SAR", &["ر.س"]),
    ("EGP", &["ج.م"]),
    ("KWD", &["د.ك"]),
];

/// The currency that stands in a cell beside its number: its code where it has one sign or name to itself, else as it is written.
pub(super) fn of(cell: &[u8]) -> Option<Cow<'static, str>> {
    let outer = |byte: &u8| byte.is_ascii_digit() || b" +-().,'%".contains(byte);
    let at_ends = !cell.first().is_none_or(&outer) || !cell.last().is_none_or(outer);
    if !at_ends && !cell.iter().any(|byte| *byte >= 0x80 || byte.is_ascii_alphabetic()) {
        return None;
    }
    let text = std::str::from_utf8(cell).ok()?;
    let around =
        |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "+-−–—()%".contains(letter);
    let parts = [text.trim_matches(around)].into_iter().flat_map(|text| {
        let digit = |letter: char| letter.is_ascii_digit();
        let first = text.find(digit).map_or(text, |at| &text[..at]);
        let last = text.rfind(digit).map_or("", |at| &text[at + 1..]);
        [first, last]
    });
    let mut named = parts.map(|part| part.trim_matches(around)).filter(|part| !part.is_empty());
    named.find_map(|part| {
        let rest = strip(part.as_bytes()).filter(|rest| rest.iter().all(|byte| b" .,-'".contains(byte)))?;
        let name = &part[..part.len() - if part.as_bytes().ends_with(rest) { rest.len() } else { 0 }];
        let called = CALLED.iter().find(|(code, names)| *code == name || names.contains(&name));
        Some(called.map_or_else(|| Cow::Owned(name.to_owned()), |(code, _)| Cow::Borrowed(*code)))
    })
}

/// A word for pieces, in whichever case, after the digits of a quantity.
fn strip_pieces(amount: &[u8]) -> Option<&[u8]> {
    PIECES.iter().find_map(|word| {
        let (number, last) = amount.split_at_checked(amount.len().checked_sub(word.len())?)?;
        let counted = number.trim_ascii_end().last().is_some_and(u8::is_ascii_digit);
        (counted && last.eq_ignore_ascii_case(word.as_bytes())).then_some(number)
    })
}

fn is_code(code: &[u8; 3]) -> bool {
    code.iter().all(u8::is_ascii_uppercase)
        && CODES.as_bytes().split(|byte| *byte == b' ').any(|listed| listed == code)
        || matches!(code, b"eur" | b"usd" | b"gbp" | b"chf" | b"Eur")
}

/// One character of Unicode's category of currency signs at either end.
fn strip_sign(amount: &[u8]) -> Option<&[u8]> {
    let width = |lead: u8| if lead >= 0xE0 { 3 } else { 2 };
    let front = amount.get(..amount.first().map_or(0, |lead| if *lead < 0x80 { 1 } else { width(*lead) }))?;
    if is_sign(front) {
        return Some(&amount[front.len()..]);
    }
    let back = [1, 2, 3].into_iter().find_map(|length| {
        let at = amount.len().checked_sub(length)?;
        (amount[at] & 0xC0 != 0x80).then_some(&amount[at..])
    })?;
    is_sign(back).then(|| &amount[..amount.len() - back.len()])
}

fn is_sign(character: &[u8]) -> bool {
    let Some(sign) = std::str::from_utf8(character).ok().and_then(|text| text.chars().next()) else {
        return false;
    };
    matches!(sign, '$' | '¢'..='¥' | '֏' | '؋' | '৲' | '৳' | '૱' | '௹' | '฿' | '៛' | '₠'..='⃏' | '﷼' | '﹩' | '＄' | '￠' | '￡' | '￥' | '￦')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(amount: &str, expect: Option<&str>) {
        assert_eq!(strip(amount.as_bytes()), expect.map(str::as_bytes), "{amount}");
    }

    #[test]
    fn before_and_after() {
        for amount in [
            "$5",
            "\\5",
            "5$",
            "€5",
            "5€",
            "£5",
            "5£",
            "¥5",
            "￥5",
            "₹5",
            "5₽",
            "₺5",
            "5₴",
            "₩5",
            "₪5",
            "5₫",
            "฿5",
            "₦5",
            "₿5",
            "US$5",
            "R$5",
            "EUR5",
            "5EUR",
            "5CHF",
            "PLN5",
            "5zł",
            "5Kč",
            "5kr.",
            "kr5",
            "5Ft",
            "5руб.",
            "5р.",
            "5лв",
            "Rs.5",
            "5円",
            "5元",
            "5원",
            "5บาท",
            "5Stk.",
            "5Stück",
            "5 X",
            "5PCS",
            "5шт",
            "5個",
        ] {
            check(amount, Some("5"));
        }
        for amount in ["5", "5x", "x5", "5.", "ABC5", "5 kg", "", "5°", "5%"] {
            check(amount, None);
        }
    }
}
