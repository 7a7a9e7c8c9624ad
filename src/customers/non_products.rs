//! Lines that sell no product: postage, fees, corrections and their like, told by their words.
//!
//! A text is of a kind when *every* word in it is listed here: "Next Day Carriage" is postage, "Horse Carriage Ornament" is not.
//! Nothing is left out for it unless the recipe says so.

use serde::{Deserialize, Serialize};

use super::CleaningKind;
use crate::table::words;

/// Why a line sells no product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum NonProduct {
    /// Postage, carriage, delivery.
    Postage,
    /// Fees, bank charges, commissions.
    Fees,
    /// Corrections by hand, bad debt.
    Adjustments,
    /// A discount booked as a line of its own.
    Discounts,
    /// Vouchers and gift cards: money that is spent later.
    Vouchers,
    /// Samples.
    Samples,
    /// A price of zero or below.
    NoPrice,
}

/// Single words, parted by blanks, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Chinese, Japanese;
/// folded to lower case without accents.
const WORDS: &[(NonProduct, &str)] = &[
    (NonProduct::Postage, "postage carriage shipping freight delivery courier"),
    (
        NonProduct::Postage,
        "versand versandkosten porto fracht frachtkosten lieferkosten versandkostenpauschale",
    ),
    (
        NonProduct::Postage,
        "livraison affranchissement envio envios portes spedizione spedizioni frete verzending",
    ),
    (
        NonProduct::Postage,
        "verzendkosten bezorgkosten dostawa wysylka przesylka доставка пересылка 运费 運費 邮费 邮资",
    ),
    (NonProduct::Postage, "送料 配送料 配送费"),
    (NonProduct::Fees, "fee fees commission surcharge amazonfee paypal"),
    (
        NonProduct::Fees,
        "gebuhr gebuhren bankgebuhr bankgebuhren bearbeitungsgebuhr mahngebuhr provision bankspesen",
    ),
    (
        NonProduct::Fees,
        "comision comisiones commissione commissioni comissao taxa toeslag provisie oplata prowizja",
    ),
    (NonProduct::Fees, "комиссия сбор 手续费 手續費 手数料"),
    (NonProduct::Adjustments, "manual adjust adjustment adjustments correction rounding"),
    (
        NonProduct::Adjustments,
        "korrektur manuell ausgleich rundung rundungsdifferenz regularisation ajuste ajustes",
    ),
    (NonProduct::Adjustments, "rettifica arrotondamento correctie afronding korekta корректировка 调整 調整"),
    (
        NonProduct::Discounts,
        "discount discounts rebate rabatt rabatte nachlass skonto remise rabais descuento",
    ),
    (
        NonProduct::Discounts,
        "descuentos sconto sconti desconto korting rabat znizka скидка 折扣 割引 値引 値引き",
    ),
    (NonProduct::Vouchers, "voucher vouchers giftcard giftvoucher gutschein gutscheine geschenkgutschein"),
    (
        NonProduct::Vouchers,
        "geschenkkarte cadeaubon voucherkarte waardebon kadobon kupon ваучер 礼品卡 禮品卡 商品券",
    ),
    (NonProduct::Vouchers, "ギフト券 ギフトカード"),
    (
        NonProduct::Samples,
        "sample samples muster warenprobe warenproben echantillon echantillons muestra muestras",
    ),
    (
        NonProduct::Samples,
        "campione campioni amostra amostras monster monsters probka probki образец образцы 样品 樣品",
    ),
    (NonProduct::Samples, "サンプル"),
];

/// Whole texts, without the words of [`AROUND`], whose single words would say something else.
const PHRASES: &[(NonProduct, &str)] = &[
    (
        NonProduct::Postage,
        "post and packing|postage and packing|postage packing|packing charge|handling|gastos de envio",
    ),
    (
        NonProduct::Postage,
        "frais de port|frais de livraison|costes de envio|spese di spedizione|koszt wysylki|koszty wysylki",
    ),
    (NonProduct::Postage, "custos de envio|porto und verpackung|verpackung und versand|стоимость доставки"),
    (
        NonProduct::Fees,
        "bank charges|bank charge|frais bancaires|gastos bancarios|spese bancarie|despesas bancarias",
    ),
    (NonProduct::Fees, "cruk commission|amazon fee|amazon fees|bankkosten"),
    (NonProduct::Adjustments, "bad debt|adjust bad debt|manual correction|schuld afschrijving"),
    (
        NonProduct::Vouchers,
        "gift voucher|gift vouchers|gift card|gift cards|gift certificate|gift certificates",
    ),
    (
        NonProduct::Vouchers,
        "bon cadeau|bon d achat|carte cadeau|cheque cadeau|tarjeta regalo|tarjeta de regalo|buono regalo",
    ),
    (NonProduct::Vouchers, "vale presente|vale oferta|cartao presente|bon podarunkowy|karta podarunkowa"),
    (NonProduct::Vouchers, "подарочный сертификат|подарочная карта"),
    (NonProduct::Samples, "free sample|free samples|gratis muster"),
];

/// Words that may stand around the others and say nothing against them.
const AROUND: &str = "dotcom dotcomgiftshop standard express next day international domestic charge charges cost costs kosten \
                      pauschale frais gastos spese koszt flat rate dhl ups dpd gls fedex hermes eu uk";

/// Codes that tills and shops use by custom, where no description says more.
const CODES: [(&str, NonProduct); 3] =
    [("POST", NonProduct::Postage), ("DOT", NonProduct::Postage), ("C2", NonProduct::Postage)];

impl NonProduct {
    /// The step of cleaning that lists such lines.
    pub(super) fn step(self) -> CleaningKind {
        match self {
            NonProduct::Postage => CleaningKind::Postage,
            NonProduct::Fees => CleaningKind::Fees,
            NonProduct::Adjustments => CleaningKind::Adjustments,
            NonProduct::Discounts => CleaningKind::Discounts,
            NonProduct::Vouchers => CleaningKind::Vouchers,
            NonProduct::Samples => CleaningKind::Samples,
            NonProduct::NoPrice => CleaningKind::NoPrice,
        }
    }
}

/// What the code or the description of a product says; `None` where it may well be a product. It depends on the text alone.
pub(super) fn non_product(text: &str) -> Option<NonProduct> {
    // Products have long names; what is none is told in a few words.
    if text.len() > 80 {
        return None;
    }
    let code = text.trim();
    if let Some((_, kind)) = CODES.iter().find(|(known, _)| code.eq_ignore_ascii_case(known)) {
        return Some(*kind);
    }
    let spoken = words(text);
    let telling: Vec<&str> = spoken
        .iter()
        .map(String::as_str)
        .filter(|word| !AROUND.split(' ').any(|around| around == *word))
        .collect();
    let phrase = |words: &str| PHRASES.iter().find(|(_, all)| all.split('|').any(|one| one == words));
    if let Some((kind, _)) = phrase(&spoken.join(" ")).or_else(|| phrase(&telling.join(" "))) {
        return Some(*kind);
    }
    let kind = |word: &&str| WORDS.iter().find(|(_, all)| all.split(' ').any(|one| one == *word));
    let kinds: Option<Vec<NonProduct>> =
        telling.iter().map(|word| kind(word).map(|(kind, _)| *kind)).collect();
    kinds?.into_iter().min()
}

#[cfg(test)]
mod tests {
    use super::NonProduct::*;
    use super::*;

    fn check(text: &str, expect: Option<NonProduct>) {
        assert_eq!(non_product(text), expect, "{text}");
    }

    #[test]
    fn what_is_no_product_is_told_by_all_its_words() {
        // Codes and descriptions of UCI's Online Retail.
        check("POST", Some(Postage));
        check("POSTAGE", Some(Postage));
        check("DOTCOM POSTAGE", Some(Postage));
        check("Next Day Carriage", Some(Postage));
        check("CARRIAGE", Some(Postage));
        check("BANK CHARGES", Some(Fees));
        check("Bank Charges", Some(Fees));
        check("AMAZON FEE", Some(Fees));
        check("AMAZONFEE", Some(Fees));
        check("CRUK Commission", Some(Fees));
        check("Manual", Some(Adjustments));
        check("Adjust bad debt", Some(Adjustments));
        check("Discount", Some(Discounts));
        check("Dotcomgiftshop Gift Voucher £20.00", Some(Vouchers));
        check("SAMPLES", Some(Samples));
        // Other languages.
        check("Versandkosten DHL", Some(Postage));
        check("Frais de port", Some(Postage));
        check("Gastos de envío", Some(Postage));
        check("Spese di spedizione", Some(Postage));
        check("Verzendkosten", Some(Postage));
        check("Koszt wysyłki", Some(Postage));
        check("Доставка", Some(Postage));
        check("送料", Some(Postage));
        check("运费", Some(Postage));
        check("Geschenkgutschein 50 €", Some(Vouchers));
        check("Gebühr", Some(Fees));
    }

    #[test]
    fn products_are_products() {
        for text in [
            "",
            "85123A",
            "M",
            "POSTAGE STAMP ORNAMENT",
            "VINTAGE POST OFFICE BOX",
            "HORSE CARRIAGE ORNAMENT",
            "MANUAL COFFEE GRINDER",
            "SET OF 6 SAMPLE JARS",
            "DELIVERY VAN TOY",
            "PADS TO MATCH ALL CUSHIONS",
            "Standard",
            "CHARGE CARD HOLDER",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn words_are_listed_as_they_are_looked_up() {
        let all: Vec<&str> =
            WORDS.iter().flat_map(|(_, all)| all.split(' ')).chain(AROUND.split_whitespace()).collect();
        for word in &all {
            assert_eq!(words(word), [*word]);
        }
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), all.len(), "a word is listed twice");
        for phrase in PHRASES.iter().flat_map(|(_, all)| all.split('|')) {
            assert_eq!(words(phrase).join(" "), phrase);
        }
    }
}
