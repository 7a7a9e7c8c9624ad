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
    FreeText,
    Birth,
    Gender,
    Postcode,
    /// Says nothing by itself: of, the, my.
    Filler,
}

use Concept::*;

/// Words by what they speak of, parted by blanks: English first, then German, then others.
const WORDS: &[(Concept, &str)] = &[
    (Customer, "customer cust client buyer shopper member subscriber user account household consumer"),
    (Customer, "kunde kunden kd kaufer mitglied mitglieds besteller debitor debitoren"),
    (Customer, "acheteur membre cliente comprador klant klient acquirente"),
    (Order, "order invoice bill receipt transaction trans tran purchase basket ticket checkout cart"),
    (Order, "bestellung bestell bestellungs rechnung rechnungs auftrag auftrags beleg bon kauf verkaufs"),
    (Order, "buchungs vorgangs"),
    (Order, "commande facture achat vente pedido factura compra venta ordine fattura acquisto scontrino"),
    (Product, "product item sku article stock ean gtin asin description merchandise"),
    (Product, "produkt artikel ware bezeichnung artikelbezeichnung artikelnummer"),
    (Product, "produit producto articulo prodotto articolo designation descripcion descrizione"),
    (Id, "id ids no nr n num number key code ref reference hash identifier uid guid uuid"),
    (Id, "nummer nummern schlussel kennung numero identifiant codigo identificador codice identificativo"),
    (Date, "date datetime dt day time timestamp datum tag zeit zeitpunkt zeitstempel uhrzeit"),
    (Date, "jour fecha dia hora data giorno heure"),
    (Amount, "amount amt total sales sale revenue turnover spend spent value payment paid subtotal sum"),
    (Amount, "gross net"),
    (Amount, "umsatz betrag summe gesamt gesamtsumme wert erlos brutto netto warenwert"),
    (Amount, "montant somme importe monto ventas importo totale vendite ricavo ttc"),
    (Quantity, "quantity qty units pieces pcs volume count cds"),
    (Quantity, "menge anzahl stuckzahl stk quantite qte cantidad cant unidades quantita qta pezzi"),
    (Unit, "unit each per einzel stuck einheits unitaire unitario unidad line position positions zeilen"),
    (Price, "price preis prix precio prezzo rate"),
    (Discount, "discount rebate rabatt nachlass remise descuento sconto markdown"),
    (Category, "category categories department subcategory genre family class"),
    (Category, "kategorie warengruppe warengruppen produktgruppe sparte categorie categoria rayon reparto"),
    (Channel, "channel kanal vertriebskanal vertriebsweg canal canale medium"),
    (Location, "country city state region location store shop branch county province area district"),
    (Location, "land stadt ort bundesland filiale laden gebiet bezirk markt"),
    (Location, "pays ville magasin pais ciudad tienda provincia paese citta negozio regione departement"),
    (Row, "row index zeile unnamed lfd ligne fila riga record"),
    (Charge, "tax vat shipping freight fee cost costs profit margin tip refund balance commission"),
    (Charge, "mwst ust steuer versand versandkosten gebuhr kosten gewinn marge tva iva frais gastos"),
    (OtherEvent, "ship shipped delivery delivered due updated modified signup registration registered"),
    (OtherEvent, "joined cancelled expiry exported since"),
    (OtherEvent, "liefer lieferung lieferungs versanddatum falligkeits geandert anmelde registrierungs"),
    (OtherEvent, "anderungs seit livraison entrega consegna"),
    (Email, "email mail mails emails courriel correo"),
    (Phone, "phone telephone tel mobile cell cellphone fax telefon handy mobil telefono portable movil"),
    (Phone, "cellulare"),
    (Name, "name names firstname lastname surname forename fullname username company contact"),
    (Name, "vorname nachname familienname firma firmen ansprechpartner nom prenom nombre apellido"),
    (Name, "apellidos nome cognome"),
    (Address, "address street addr adresse anschrift strasse str hausnummer rue direccion calle indirizzo"),
    (Address, "ip"),
    (Card, "card creditcard ssn passport kreditkarte kreditkarten ausweis pan tarjeta"),
    (Iban, "iban bic kontonummer konto bankverbindung"),
    (FreeText, "comment comments note notes remark remarks message feedback"),
    (FreeText, "bemerkung bemerkungen kommentar notiz notizen nachricht commentaire remarque comentario"),
    (FreeText, "nota"),
    (Birth, "birth birthday birthdate dob born geburt geburts geburtstag geburtsdatum naissance"),
    (Birth, "nacimiento nascita"),
    (Gender, "gender sex geschlecht anrede salutation sexe genero sexo genere sesso"),
    (Postcode, "zip zipcode postcode postal plz postleitzahl pincode"),
    (Filler, "of the de du da di del des der la le my in usd eur gbp chf euro"),
];

/// What the words of a header speak of, in order; `None` for a word that is not listed.
pub(super) fn concepts(header: &str) -> Vec<Option<Concept>> {
    words(header)
        .iter()
        .flat_map(|word| match lookup(word) {
            Some(concept) => vec![Some(concept)],
            None => compound(word).unwrap_or_else(|| vec![None]),
        })
        .filter(|concept| *concept != Some(Filler))
        .collect()
}

/// The words of a header, folded to lower case without accents: `CustomerID` is `customer` and `id`.
pub(super) fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous_lower = false;
    let mut previous_upper = false;
    let letters: Vec<char> = header.chars().collect();
    for (index, &letter) in letters.iter().enumerate() {
        let next_lower = letters.get(index + 1).is_some_and(|next| next.is_lowercase());
        let starts = letter.is_uppercase() && (previous_lower || (previous_upper && next_lower));
        if starts || !letter.is_alphabetic() {
            words.push(String::new());
        }
        if letter.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            letter.to_lowercase().for_each(|lower| fold(lower, word));
        }
        previous_lower = letter.is_lowercase();
        previous_upper = letter.is_uppercase();
    }
    words.retain(|word| !word.is_empty());
    rejoin(words)
}

/// `e-mail` is one word.
fn rejoin(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(last) if last == "e" && word.starts_with("mail") => *last = "email".to_owned(),
            _ => joined.push(word),
        }
    }
    joined
}

fn fold(letter: char, word: &mut String) {
    match letter {
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        _ => word.push(match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' | 'ń' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ł' => 'l',
            'ś' | 'š' => 's',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            _ => letter,
        }),
    }
}

fn lookup(word: &str) -> Option<Concept> {
    WORDS.iter().find(|(_, words)| words.split(' ').any(|listed| listed == word)).map(|(concept, _)| *concept)
}

/// A word made of two listed ones, the shorter not below two letters; or of an unlisted one and `id`.
fn compound(word: &str) -> Option<Vec<Option<Concept>>> {
    let split = (2..word.len().saturating_sub(1)).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
        let (first, second) = word.split_at(at);
        Some(vec![Some(lookup(first)?), Some(lookup(second)?)])
    });
    split.or_else(|| (word.len() > 4 && word.ends_with("id")).then(|| vec![None, Some(Id)]))
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
        assert!(all.iter().all(|word| word.chars().all(|letter| letter.is_ascii_lowercase())));
    }
}
