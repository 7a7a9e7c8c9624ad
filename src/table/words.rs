//! The words that headers are made of, in the languages shops write them in, and what they speak of.
//!
//! Words stand here without accents and in lower case, as [`concepts`] folds them; German compounds are taken apart
//! (`bestelldatum` is `bestell` and `datum`), so only their parts are listed.

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
    Unit,
    Price,
    Discount,
    Category,
    Channel,
    Location,
    Row,
    /// A part of money that is not what the customer pays for goods: tax, shipping, profit.
    Charge,
    /// A date that is not the purchase's: delivery, update, sign-up.
    OtherEvent,
    Email,
    Phone,
    Name,
    Address,
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
    /// Paid: an amount that was, or the day it was.
    Paid,
    /// Says nothing by itself: of, the, my.
    Filler,
}

use Concept::*;

/// Words by what they speak of, parted by blanks: English first, then German, then French, Spanish, Italian, Portuguese, Dutch, Polish,
/// Russian, then Chinese and Japanese.
const WORDS: &[(Concept, &str)] = &[
    (
        Customer,
        "customer cust client clients buyer shopper member subscriber user account household consumer patron",
    ),
    (Customer, "kunde kunden kd kaufer mitglied mitglieds besteller debitor debitoren"),
    (
        Customer,
        "acheteur membre cliente comprador klant klanten klient klienta acquirente socio koper nabywca kupujacy",
    ),
    (
        Customer,
        "клиент клиента покупатель покупателя заказчик 客户 客戶 顾客 顧客 会员 會員 会員 买家 買家 得意先 お客様 購入者 用户",
    ),
    (
        Customer,
        "kunder konsument kupujacego klientow nabywcy 注文者 购买者 購買者 contraente контрагент контрагента плательщик",
    ),
    (Customer, "guest compradora donor"),
    (Order, "order orders invoice bill receipt transaction trans tran purchase basket ticket checkout cart"),
    (Order, "bestellung bestell bestellungs rechnung rechnungs auftrag auftrags beleg bon kauf verkaufs"),
    (
        Order,
        "purchased ordered bought sold comprada vendida comprado vendido продажа продажи реализация オーダー 成交 ordre orden pedidos",
    ),
    (Order, "buchungs vorgangs bestelling bestel factuur aankoop kassabon"),
    (
        Order,
        "commande facture achat vente pedido factura compra venta ordine fattura acquisto scontrino encomenda fatura",
    ),
    (
        Order,
        "recibo zamowienie zamowienia faktura faktury paragon zakup zakupu rachunek заказ заказа чек чека счет покупка покупки",
    ),
    (Order, "订单 訂單 注文 購入 购买 購買 受注 請求書 发票 發票 取引 交易 伝票 売上伝票 下单"),
    (
        Product,
        "product products item sku article stock ean gtin asin description merchandise lineitem vendor",
    ),
    (Product, "номенклатура номенклатуры 宝贝 标题 標題 タイトル アイテム varenavn vare"),
    (Product, "produkt produktu artikel ware bezeichnung artikelbezeichnung artikelnummer omschrijving"),
    (
        Product,
        "produit producto articulo prodotto articolo produto artigo towar towaru opis designation libelle descripcion",
    ),
    (
        Product,
        "descrizione descricao товар товара артикул наименование описание 商品 产品 產品 製品 品名 货品 貨品",
    ),
    (Id, "id ids no nr n num number key code ref reference hash identifier uid guid uuid numer numeru"),
    (
        Id,
        "nummer nummern schlussel kennung numero identifiant codigo identificador codice identificativo identyfikator kod",
    ),
    (Id, "login username nickname benutzername kennziffer codi 单号 ナンバー"),
    (Id, "номер код ид 编号 編號 番号 号码 號碼 コード 代码 号"),
    (
        Date,
        "date datetime dt day time timestamp ts created epoch datum tag zeit zeitpunkt zeitstempel uhrzeit",
    ),
    (
        Date,
        "jour fecha dia hora data giorno heure tijd dzien czas дата день время 日期 日付 日 日時 时间 時間 年月日 datetimeutc",
    ),
    (
        Date,
        "erstellt erstellungs angelegt creado criado creato utworzenia создан создания 创建 創建 作成 ora godzina",
    ),
    (Amount, "amount amt total sales sale revenue turnover spend spent value payment subtotal sum"),
    (Gross, "gross brutto ttc bruto lordo bruta"),
    (Net, "net netto ht netti neto liquido"),
    (Amount, "ventes vendita incasso 总 總 支払 請求"),
    (Amount, "umsatz betrag summe gesamt gesamtsumme wert erlos warenwert bedrag totaal omzet"),
    (
        Amount,
        "montant somme importe monto ventas importo totale vendite ricavo valor vendas montante kwota wartosc suma",
    ),
    (
        Amount,
        "obrot razem сумма итого стоимость выручка оборот 金额 金額 总额 總額 合计 合計 総額 売上 销售额 銷售額 売上高 总价 總價",
    ),
    (Quantity, "quantity qty units pieces pcs volume count cds"),
    (
        Quantity,
        "menge anzahl stuckzahl stk quantite qte cantidad cant unidades quantita qta pezzi quantidade qtd qtde",
    ),
    (Quantity, "numberof pz szt uds"),
    (Quantity, "aantal hoeveelheid ilosc liczba количество кол колво шт 数量 數量 件数 個数 数"),
    (Unit, "unit each per einzel stuck einheits unitaire unitario unidad line position positions zeilen"),
    (Unit, "unidade eenheid eenheids stuks stuk jednostka jednostkowa za единицу штуку 单 單 単"),
    (
        Price,
        "vk price preis prix precio prezzo preco prijs stukprijs cena ceny цена rate 价格 價格 価格 单价 單價 単価 价 値段",
    ),
    (
        Discount,
        "discount rebate rabatt nachlass remise descuento sconto desconto korting rabat znizka скидка скидки markdown",
    ),
    (Discount, "折扣 割引 值引 値引 优惠 優惠"),
    (Category, "category categories department subcategory genre family class"),
    (
        Category,
        "kategorie warengruppe warengruppen produktgruppe sparte categorie categoria rayon reparto kategoria grupa",
    ),
    (Category, "категория группа раздел 类别 類別 分类 分類 品类 カテゴリ カテゴリー 部門"),
    (
        Channel,
        "device terminal register kasse caisse caja cassa касса channel kanal vertriebskanal vertriebsweg canal canale medium kanaal sprzedazy канал 渠道 チャネル",
    ),
    (Location, "country city state region location store shop branch county province area district town"),
    (Location, "land stadt ort bundesland filiale laden gebiet bezirk markt"),
    (
        Location,
        "pays ville magasin pais ciudad tienda provincia paese citta negozio regione departement cidade loja estado",
    ),
    (Location, "plaats winkel regio kraj miasto sklep wojewodztwo страна город магазин регион область"),
    (Location, "склад склада филиал warehouse lager depot almacen magazzino"),
    (Location, "国家 國家 国 城市 市 地区 地區 地域 门店 門店 店铺 店舗 店 都道府県 省"),
    (Row, "row index zeile unnamed lfd ligne fila riga record linha rij wiersz строка 行 序号 序號 連番"),
    (
        Charge,
        "tax taxes vat shipping freight fee cost costs profit margin tip refund balance commission duties",
    ),
    (
        Charge,
        "mwst ust steuer versand versandkosten gebuhr kosten gewinn marge tva iva frais gastos imposto frete lucro custo",
    ),
    (
        Charge,
        "btw verzendkosten winst podatek dostawa koszt zysk налог доставка прибыль 税 税额 税額 消費税 运费 運費 送料 利润 利益",
    ),
    (
        Paid,
        "paid payed bezahlt gezahlt zahlungs paye payee pagado pagada pagato pago oplacone zaplacono оплачено оплата betaald 付款 支付 实付 實付 入金",
    ),
    (
        OtherEvent,
        "ship shipped delivery delivered due updated modified signup registration registered fulfilled",
    ),
    (OtherEvent, "joined cancelled expiry exported since refunded"),
    (OtherEvent, "liefer lieferung lieferungs versanddatum falligkeits geandert anmelde registrierungs"),
    (
        OtherEvent,
        "anderungs seit livraison entrega consegna levering wysylki dostawy доставки 发货 發貨 配送 出荷 更新 登録 注册",
    ),
    (Email, "email mail mails emails courriel correo почта 邮箱 郵箱 电子邮件 メール メールアドレス"),
    (
        Phone,
        "phone telephone tel mobile cell cellphone fax telefon handy mobil telefono telefone portable movil",
    ),
    (Phone, "cellulare celular telefoon mobiel gsm komorka телефон моб 电话 電話 手机 手機 携帯"),
    (Name, "name names firstname lastname surname forename full fullname company contact"),
    (
        Name,
        "cashier employee staff mitarbeiter kassierer bediener verkaufer vendeur vendedor commesso кассир менеджер empfanger recipient consignee",
    ),
    (
        Name,
        "ragione razon raison inhaber destinataire destinatario odbiorca получатель 收货人 收貨人 受取人 担当者",
    ),
    (Name, "vorname nachname familienname firma firmen ansprechpartner nom prenom nombre apellido"),
    (Name, "apellidos nome cognome sobrenome naam voornaam achternaam bedrijf imie nazwisko nazwa"),
    (Name, "имя фамилия отчество фио 名 姓名 名字 名前 氏名 名称 名稱 姓 会社 公司"),
    (Address, "address street addr adresse anschrift strasse str hausnummer rue direccion calle indirizzo"),
    (Address, "ip endereco rua adres straat ulica адрес улица 地址 住所 收货地址"),
    (
        Card,
        "card creditcard karte karten kreditkarte kreditkarten pan tarjeta carte cartao kaart karta карта 卡号 卡片",
    ),
    (
        Identity,
        "ssn passport ausweis nif dni cif nie cpf cnpj pesel nip inn инн снилс паспорт 身份证 税号 ustid ustidnr siret siren fiscale",
    ),
    (Iban, "iban bic kontonummer konto bankverbindung rekening"),
    (FreeText, "comment comments note notes remark remarks message feedback opmerking opmerkingen"),
    (
        FreeText,
        "observaciones observacoes osservazioni bemerkung bemerkungen kommentar notiz notizen nachricht commentaire remarque comentario",
    ),
    (FreeText, "nota uwagi komentarz комментарий примечание 备注 備註 備考 コメント"),
    (Birth, "birth birthday birthdate dob born geburt geburts geburtstag geburtsdatum naissance"),
    (
        Birth,
        "nacimiento nascita nascimento geboorte geboortedatum urodzenia рождения 生日 出生 誕生日 生年月日",
    ),
    (
        Gender,
        "gender sex geschlecht anrede salutation sexe genero sexo genere sesso geslacht plec пол 性别 性別",
    ),
    (
        Postcode,
        "zip zipcode postcode postal plz postleitzahl pincode cep cap pocztowy индекс 邮编 郵遞區號 郵便番号",
    ),
    (
        Filler,
        "grand base sociale billto shipto soldto inkl incl zzgl inclusive exkl excl exclusive 联系 實際 实际 应付 應付",
    ),
    (
        Filler,
        "of the de du da di del des der la le my in usd eur gbp chf euro at on do van het z dnia w pln rub em o e и по",
    ),
];

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
    // A price with tax in it is a price.
    let mut with_or_without = false;
    for word in words(header) {
        let concepts = match lookup(&word) {
            Some(concept) => vec![Some(concept)],
            None => compound(&word).unwrap_or_else(|| vec![None]),
        };
        let passed = with_or_without && concepts == [Some(Charge)];
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
    let letters: Vec<char> = header.chars().collect();
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

/// Chinese and Japanese do not part words by blanks, but from Latin letters they part themselves: `顧客ID`.
fn script_changes(before: Option<char>, letter: char) -> bool {
    before.is_some_and(|before| before.is_alphabetic() && is_eastern(before) != is_eastern(letter))
}

fn is_eastern(letter: char) -> bool {
    ('\u{3040}'..='\u{9fff}').contains(&letter)
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
            (Some(last), "to") if matches!(last.as_str(), "bill" | "ship" | "sold") => last.push_str("to"),
            (Some(last), "st") if last == "u" => last.push_str("st"),
            (Some(last), "во") if last == "кол" => last.push_str("во"),
            _ => joined.push(word),
        }
    }
    joined
}

/// A lower-case letter without its accent; two letters for those that stand for two.
pub(super) fn fold(letter: char) -> impl Iterator<Item = char> {
    let pair = match letter {
        'ß' => ['s', 's'],
        'æ' => ['a', 'e'],
        'œ' => ['o', 'e'],
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => ['a', NONE],
        'ç' | 'ć' | 'č' => ['c', NONE],
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => ['e', NONE],
        'ì' | 'í' | 'î' | 'ï' | 'ı' => ['i', NONE],
        'ñ' | 'ń' | 'ň' => ['n', NONE],
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => ['o', NONE],
        'ù' | 'ú' | 'û' | 'ü' | 'ů' => ['u', NONE],
        'ł' => ['l', NONE],
        'ř' => ['r', NONE],
        'ś' | 'š' | 'ş' => ['s', NONE],
        'ý' | 'ÿ' => ['y', NONE],
        'ź' | 'ż' | 'ž' => ['z', NONE],
        'ğ' => ['g', NONE],
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

/// A word made of listed ones: of two, the shorter not below two letters; in Chinese and Japanese, which part no words, of up to
/// [`EASTERN_PARTS`]. Or of an unlisted one and `id`.
fn compound(word: &str) -> Option<Vec<Option<Concept>>> {
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
