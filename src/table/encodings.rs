//! Which encoding a file is in, where no byte order mark says so.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254};

/// UTF-16 without a mark, by the zeros that digits, delimiters and line ends put on one side of each pair.
pub(super) fn byte_order(start: &[u8]) -> Option<&'static Encoding> {
    let pairs = start.len() / 2;
    let zeros = |side: usize| start.chunks_exact(2).filter(|pair| pair[side] == 0).count();
    let one_sided = |many: usize, few: usize| pairs >= 2 && many * 4 >= pairs && few * 50 <= pairs;
    match (zeros(0), zeros(1)) {
        (high, low) if one_sided(low, high) => Some(UTF_16LE),
        (high, low) if one_sided(high, low) => Some(UTF_16BE),
        _ => None,
    }
}

/// True where valid characters of several bytes outnumber invalid ones by far. In another encoding a valid one is a rare accident;
/// in UTF-8 an invalid one is damage that should not change the reading of everything else.
pub(super) fn looks_like_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0usize, 0usize);
    let mut rest = bytes;
    loop {
        let (good, bad) = match std::str::from_utf8(rest) {
            Ok(text) => (text.as_bytes(), 0),
            Err(error) => {
                let (good, after) = rest.split_at(error.valid_up_to());
                let bad = error.error_len();
                invalid += usize::from(bad.is_some());
                rest = &after[bad.unwrap_or(after.len())..];
                (good, bad.unwrap_or(0))
            }
        };
        valid += good.iter().filter(|byte| **byte >= 0xC0).count();
        if bad == 0 {
            return invalid * 10 <= valid;
        }
    }
}

/// The encoding from before Unicode that `bytes` are most likely in; windows-1252 where they say too little.
pub(super) fn legacy(bytes: &[u8]) -> &'static Encoding {
    if only_signs(bytes) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, false);
    let found = detector.guess(None, Utf8Detection::Deny);
    // The detector was made for the web, where the encoding of old Macintoshes is not met; Excel for Mac still writes it.
    let mac = letters(bytes, MACINTOSH);
    match () {
        () if mac > 0 && mac > 2 * letters(bytes, found) => MACINTOSH,
        () if prices_as_letters(bytes, found) => WINDOWS_1252,
        () if [WINDOWS_1252, WINDOWS_1254].contains(&found) && is_hungarian(bytes) => WINDOWS_1250,
        () => found,
    }
}

/// True where õ and û, which windows-1252 and 1254 have where windows-1250 has ő and ű, stand among the letters of Hungarian: one of ö and ü, one
/// of á, é, í and ó, and no other. Portuguese writes õ and no ö, Estonian õ and no é, French û and no ö;
/// the letters that Turkish has for itself are others.
fn is_hungarian(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    let own = |letter: char| "ÁÉÍÓÖŐÚÜŰáéíóöőúüűÕÛõû".contains(letter);
    let others = text.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic() && !own(letter));
    has("ÕÛõû") && has("ÖÜöü") && has("ÁÉÍÓáéíó") && !others
}

/// True where the one thing beyond ASCII are signs (`£`, `€`, `°`) that touch no letter: in another encoding they would be letters all
/// by themselves.
fn only_signs(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let touches = before.is_alphabetic() || letters.peek().is_some_and(|after| after.is_alphabetic());
        if !letter.is_ascii() && (letter.is_alphabetic() || letter.is_control() || touches) {
            return false;
        }
        before = letter;
    }
    true
}

/// True where letters touch digits and no letter, which are signs in windows-1252: what is `£3` there, is `Ł3` in another encoding.
fn prices_as_letters(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let alone = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let letters: Vec<char> = text.chars().collect();
        letters.windows(3).any(|three| {
            let beside = [three[0], three[2]];
            three[1].is_alphabetic()
                && !three[1].is_ascii()
                && beside.iter().any(char::is_ascii_digit)
                && !beside.iter().any(|letter| letter.is_alphabetic())
        })
    };
    let fits = || letters(bytes, WINDOWS_1252) >= letters(bytes, encoding);
    // Most files are in windows-1252 and need no second look.
    let other = encoding != WINDOWS_1252 && encoding.is_single_byte();
    other && alone(encoding) && !alone(WINDOWS_1252) && fits()
}

/// How well the characters beyond ASCII fit into words: one for each small letter beside a letter, one less for each sign within a
/// word and each capital after a small letter, or between a capital and a small one.
fn letters(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut score = 0;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        // A ligature is how one encoding's ß shows in another; nobody types one.
        let ligature = ('\u{fb00}'..='\u{fb06}').contains(&letter);
        if !letter.is_ascii() && (before.is_alphabetic() || after.is_alphabetic()) {
            let within = before.is_alphabetic() && after.is_alphabetic();
            score += match () {
                () if ligature => -1,
                () if letter.is_uppercase() && before.is_lowercase() => -1,
                () if letter.is_uppercase() && before.is_uppercase() && after.is_lowercase() => -1,
                () if letter.is_alphabetic() => 1,
                () if within && letter != '’' => -1,
                () => 0,
            };
        }
        before = letter;
    }
    score
}

#[cfg(test)]
mod tests {
    use encoding_rs::*;

    use super::*;

    fn check(text: &str, encoding: &'static Encoding, expect: &'static Encoding) {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{text}");
        assert_eq!(legacy(&bytes).name(), expect.name(), "{text}");
    }

    #[test]
    fn encodings_by_their_words() {
        let german = "Käufer;Größe;Straße;Köln;München;Düsseldorf;Gläser für Äpfel;Übertöpfe;Süßigkeiten";
        let french = "Client;Libellé;Théière;Crème brûlée;Pâtes;Façade;Là-bas;Noël;Forêt";
        let polish = "Łódź;Kraków;Gdańsk;Częstochowa;koszulka żółta;świeca;ręcznik;książka;pościel";
        let russian = "Чашка;Кружка;Чайник;Скатерть;Свеча;Полотенце;Москва;Казань;Тверь";
        let japanese = "顧客番号;商品名;ガラスのコップ;湯のみ;お茶碗;東京;大阪;横浜市;タオル";
        let chinese = "客户编号;商品名称;玻璃杯;茶壶;毛巾;北京;上海;广州;蜡烛";
        for text in [german, french] {
            check(text, WINDOWS_1252, WINDOWS_1252);
            check(text, MACINTOSH, MACINTOSH);
        }
        check(polish, WINDOWS_1250, WINDOWS_1250);
        check(polish, ISO_8859_2, ISO_8859_2);
        check(russian, WINDOWS_1251, WINDOWS_1251);
        check(russian, KOI8_R, KOI8_U);
        check(japanese, SHIFT_JIS, SHIFT_JIS);
        check(japanese, EUC_JP, EUC_JP);
        check(chinese, GBK, GBK);
        let hungarian = "Vevőkód;Rendelésszám;Dátum;Termék;Összeg;Város;Törölköző;Gyűrű;Győr;Pécs";
        check(hungarian, WINDOWS_1250, WINDOWS_1250);
        check(hungarian, ISO_8859_2, WINDOWS_1250);
        let often = "Vevőkód;Összeg;Egységár;Dátum\n".to_owned() + &"őszi tű;Lantern red\n".repeat(60);
        check(&often, WINDOWS_1250, WINDOWS_1250);
        let turkish = "Müşteri;Tutar;Çay bardağı;Gümüş kaşık;Işık;Ütü;İstanbul;Öğütücü;Kâğıt;Ümit";
        check(turkish, WINDOWS_1254, WINDOWS_1254);
        let portuguese = "Não;Opções;Camões;Botões;Coração;Câmara;Você;Pão de açúcar";
        let estonian = "Tõlge;Küünal;Köök;Käterätik;Õlle;Tööriist;Mõõt;Kõrvarõngad;Küte;Sõrmus";
        check(portuguese, WINDOWS_1252, WINDOWS_1252);
        check(estonian, WINDOWS_1252, WINDOWS_1252);
        check("Coût;Goûter;Thé;Café;Août;Bûche", WINDOWS_1252, WINDOWS_1252);
        check("£", WINDOWS_1252, WINDOWS_1252);
        check(
            "City,Price\nZürich,£3.94\nLeeds,£1.82\nLeeds,£12.10\nYork,£7.25\n",
            WINDOWS_1252,
            WINDOWS_1252,
        );
        check("Łódź,Ł,żółć 5ł,Gdańsk", WINDOWS_1250, WINDOWS_1250);
        check("Zürich;12,50;Café tray;Zürich;3,94;Zürich", MACINTOSH, MACINTOSH);
        check("12,50 €", WINDOWS_1252, WINDOWS_1252);
    }

    #[test]
    fn byte_orders() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        for text in ["a,b\n1,2\n", "顧客,日付\n17,2020-01-02\n", "id;größe\r\n"] {
            assert_eq!(byte_order(&utf16(text, false)), Some(UTF_16LE), "{text}");
            assert_eq!(byte_order(&utf16(text, true)), Some(UTF_16BE), "{text}");
            assert_eq!(byte_order(text.as_bytes()), None, "{text}");
        }
        for nothing in [b"".as_slice(), b"a", b"id,x,y\n\0\0\0\n\0\0\0\n", &[0; 40]] {
            assert_eq!(byte_order(nothing), None);
        }
    }
}
