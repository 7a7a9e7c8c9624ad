//! What the words of a cell say of its row: that goods were taken back, that nothing was bought, or that nobody is known.

use foldhash::quality::FixedState;
use hashbrown::HashSet;

use super::traits::is_void;
use super::values::hash;
use super::words::words;

/// What a cell says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Money goes back to the customer, whatever the sign of the amount.
    TakenBack,
    /// Nothing was bought, or not yet.
    NotBought,
}

/// Words and runs of words for what is taken back, folded as [`words`] does, with bars between them.
const TAKEN_BACK: &[&str] = &[
    "credit note|credit notes|credit memo|credit memos|creditnote|creditmemo|credit invoice|refund|refunds|return|returns|chargeback|chargebacks",
    "charge back|reversal|reversals|clawback|gutschrift|gutschriften|ruckgabe|retoure|retouren|erstattung|erstattungen|ruckerstattung|ruckzahlung",
    "ruckbuchung|ruckbelastung|stornorechnung|rechnungskorrektur|korrekturrechnung|rechnungsgutschrift|kundengutschrift|warenrucknahme|avoir|avoirs",
    "facture d avoir|remboursement|remboursements|note de credit|retour|retours|nota di credito|note di credito|nota credito|nota accredito",
    "nota di accredito|reso|resi|rimborso|rimborsi|nota de credito|notas de credito|devolucion|devoluciones|devolucao|devolucoes|reembolso|reembolsos|abono",
    "abonos|rectificativa|factura rectificativa|estorno|estornos|creditnota|creditfactuur|creditering|terugbetaling|terugbetalingen|retourzending|korekta",
    "faktura korygujaca|korygujaca|zwrot|zwroty|kreditnota|kreditfaktura|kredittnota|retur|returer|aterbetalning|refusjon|tilbagebetaling|hyvityslasku",
    "hyvitys|palautus|dobropis|dobropisy|vratka|vraceni|jovairas|sztorno szamla|visszaterites|iade|iade faturasi|odobrenje|povrat|возврат|возвраты",
    "возврат товара|кредит нота|сторно|повернення|πιστωτικο|πιστωτικο τιμολογιο|επιστροφη|מזכה|זיכוי|החזר|مرتجع|استرداد|اشعار دائن|إشعار دائن",
];

/// What is neither bought nor taken back: cancelled, refused, not paid yet, only asked for, or given back in the meantime.
const NOT_BOUGHT: &[&str] = &[
    "cancelled|canceled|canceling|cancelling|voided|failed|failure|declined|denied|rejected|pending|authorized|authorised|authorization|authorisation",
    "general authorization|expired|abandoned|draft|quote|quotation|proforma|pro forma|refunded|returned|reversed|charged back|on hold|held|memo|uncaptured",
    "awaiting payment|payment pending|unpaid cancelled|no show|noshow|storniert|stornierte|abgebrochen|abgelehnt|fehlgeschlagen|ausstehend|autorisiert",
    "autorisierung|entwurf|angebot|erstattet|ruckerstattet|retourniert|zuruckgegeben|zuruckgebucht|reserviert|annulliert|ungultig|annule|annulee|annules",
    "annulees|echoue|echouee|refuse|refusee|en attente|autorise|autorisee|autorisation|brouillon|devis|rembourse|remboursee|expire|expiree|cancelado",
    "cancelada|cancelados|anulado|anulada|rechazado|rechazada|pendiente|pendiente de pago|autorizado|autorizada|autorizacion|borrador|presupuesto",
    "reembolsado|reembolsada|devuelto|devuelta|fallido|fallida|annullato|annullata|annullati|rifiutato|rifiutata|in attesa|in sospeso|autorizzato",
    "autorizzazione|rimborsato|rimborsata|stornato|stornata|bozza|preventivo|recusado|recusada|pendente|autorizacao|devolvido|devolvida|estornado|estornada",
    "orcamento|geannuleerd|mislukt|geweigerd|afgewezen|in afwachting|geautoriseerd|terugbetaald|geretourneerd|concept|offerte|anulowane|anulowany|anulowana",
    "anulowano|odrzucone|odrzucona|oczekujace|oczekuje|zwrocone|zwrocony|avbruten|annullerad|makulerad|annulleret|afbrudt|kansellert|aterbetald|refunderet",
    "refundert|peruttu|peruutettu|palautettu|zruseno|zrusena|zrusene|zrusen|stornovano|stornovana|iptal|iptal edildi|iade edildi|beklemede|torolt|anulat",
    "anulata|otkazano|отменен|отменена|отменено|отмена|аннулирован|аннулировано|возвращен|возвращено|ожидание|в ожидании|ожидает оплаты|не оплачен|черновик",
    "скасовано|скасований|ακυρωμενο|ακυρωθηκε|εκκρεμει|בוטל|מבוטל|ממתין|ملغى|ملغي|معلق|ยกเลิก|dibatalkan|batal|đa huy",
];

/// Words that mean one thing of an order that was undone, and the other of a paper that undoes another.
const EITHER: &[&str] = &[
    "storno|stornos|stornierung|stornierungen|cancellation|cancellations|cancel|void|annulation|anulacion|cancelacion|annullamento|annulering|cancelamento",
    "annullering|sztorno|annullierung|аннулирование",
];

/// The same in scripts that part no words, looked for anywhere in a cell.
const EASTERN: [(&str, Said); 2] = [
    (
        "待付款|未付款|未支付|待支付|取消|关闭|關閉|已退款|已退貨|已退货|キャンセル|保留|返金済|취소",
        Said::NotBought,
    ),
    ("退款|退货|退貨|红冲|冲红|红字|折讓|返金|返品|赤伝|환불|반품", Said::TakenBack),
];

/// Words that turn what follows round, or make it a part of the row only.
const NOT_SO: &[&str] = &[
    "not|no|non|never|nicht|kein|keine|keiner|ohne|sans|pas|aucun|sin|sem|senza|nessun|niet|geen|nie|bez|ei|ikke|inte|не|без|нет|partially|partial|partly",
    "teilweise|teil|partiel|partielle|partiellement|parcial|parcialmente|parziale|parzialmente|gedeeltelijk|czesciowo|delvis|частично|частичный|eligible",
    "free|possible|policy",
];

/// What tills and shops write where they do not know who bought.
const NOBODY: &[&str] = &[
    "guest|guests|guest user|guest checkout|guest customer|guest account|walk in|walkin|walk in customer|walk in client|walkin customer|walk ins|cash",
    "cash customer|cash sale|cash sales|cash client|counter sale|counter sales|over the counter|no customer|no name|unknown|unknown customer|anonymous",
    "anonymous customer|default|default customer|one time customer|onetime customer|casual customer|retail customer|general customer|general public|public",
    "not registered|unregistered|sundry|sundry debtor|sundry debtors|sundry customer|miscellaneous customer|misc customer|pos customer|till customer|dummy",
    "dummy customer|gast|gastbestellung|gastkunde|laufkunde|laufkunden|laufkundschaft|barverkauf|barverkaufe|barkunde|barkunden|bar verkauf|anonym",
    "anonymer kunde|unbekannt|unbekannter kunde|diverse|diverse kunden|divers|diverser kunde|kunde diverse|einmalkunde|standardkunde|tageskunde|kassenkunde",
    "kasse|thekenverkauf|ladenverkauf|ladenkunde|privatkunde diverse|conto pro diverse|cpd|cpd kunde|cpd konto|invite|anonyme|client anonyme",
    "client comptoir|comptoir|client de passage|client divers|clients divers|client passage|vente comptoir|passage|client inconnu|inconnu|invitado|anonimo",
    "publico en general|publico general|cliente general|cliente mostrador|mostrador|venta mostrador|venta de mostrador|cliente contado|contado",
    "cliente ocasional|cliente generico|consumidor final|cliente varios|clientes varios|varios|cliente de contado|sin cliente|desconocido",
    "cliente desconocido|ospite|cliente occasionale|cliente al banco|vendita al banco|banco|clienti vari|cliente vario|cliente di passaggio",
    "cliente sconosciuto|privato|consumidor|cliente balcao|balcao|venda balcao|venda ao consumidor|cliente padrao|cliente avulso",
    "consumidor nao identificado|nao identificado|cliente diverso|clientes diversos|diversos|klant onbekend|onbekend|onbekende klant|contante klant|contant",
    "passant|passanten|balieverkoop|losse klant|diverse klanten|anonieme klant|winkelklant|contantverkoop|klient detaliczny|detaliczny|klient indywidualny",
    "klient anonimowy|paragon|klient jednorazowy|gosc|nieznany|kontantkund|kontantkunde|kontantsalg|kontantforsaljning|kontant|diverse kunder|kateisasiakas",
    "kateismyynti|satunnainen asiakas|okand|ukendt|ukjent|gjest|gaest|host|neznamy|neregistrovany|hotovostni zakaznik|maloobchod|vevo ismeretlen|lakossagi",
    "lakossagi vevo|perakende|perakende musteri|perakende satis|nihai tuketici|muhtelif|muhtelif musteri|misafir|persoana fizica|client persoana fizica",
    "kupac gradanin|maloprodaja|розничный покупатель|розница|розничный клиент|частное лицо|физическое лицо|физлицо|гость|аноним|неизвестно|неизвестныи",
    "неизвестный|покупатель|кассовыи клиент|роздрібний покупець|гість|πελατης λιανικης|λιανικη|λιανικης|αγνωστος|לקוח מזדמן|מזדמן|לקוח כללי|זבון נקדי",
    "عميل نقدي|نقدي|زبون نقدي|عميل عام|ضيف|مشتری عمومی|مشتری متفرقه|مهمان|散客|散户|散戶|零售客户|零售客戶|普通顾客|普通顧客|现金客户|現金客戶|匿名|游客|访客|訪客|非会员|非會員|过路客|過路客|一般顧客|一般客|非会員",
    "ゲスト|未登録|不明|現金売上|店頭販売|フリー客|비회원|손님|게스트|일반고객|pelanggan umum|umum|tamu|khach le|khach vang lai|ลูกคาทัวไป|ทัวไป|เงินสด",
];

/// Longest cell that is looked at: what a till writes is short.
const LONGEST: usize = 60;

/// What a cell says of its row; `of_status` where its column speaks of how an order stands, and not of what sort a paper is.
pub(super) fn said(cell: &[u8], of_status: bool) -> Option<Said> {
    if cell.len() > LONGEST || !cell.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80) {
        return None;
    }
    let text = String::from_utf8_lossy(cell);
    let eastern = || {
        EASTERN
            .iter()
            .find(|(known, _)| known.split('|').any(|word| text.contains(word)))
            .map(|(_, said)| *said)
    };
    let said = words(&text);
    let has = |phrases: &'static [&'static str]| listed(phrases).any(|phrase| holds(&said, phrase));
    // A credit memo is one, whatever a memo alone is.
    let is_paper =
        || listed(TAKEN_BACK).filter(|phrase| phrase.contains(' ')).any(|phrase| holds(&said, phrase));
    let found = match () {
        () if said.iter().any(|word| listed(NOT_SO).any(|known| known == word)) => None,
        () if is_paper() => Some(Said::TakenBack),
        () if has(NOT_BOUGHT) => Some(Said::NotBought),
        () if has(EITHER) => Some(if of_status { Said::NotBought } else { Said::TakenBack }),
        () if has(TAKEN_BACK) => Some(Said::TakenBack),
        () => eastern(),
    };
    match found {
        // How an order stands is the order's own: one that was given back was not bought in the end.
        Some(Said::TakenBack) if of_status => Some(Said::NotBought),
        None if is_void(cell) && !said.iter().any(|word| listed(NOT_SO).any(|known| known == word)) => {
            Some(Said::NotBought)
        }
        found => found,
    }
}

/// The names that are nobody's, by their hashes: there may be a million different names of customers to look up.
#[derive(Debug)]
pub(super) struct Nobodies(HashSet<u64, FixedState>);

impl Default for Nobodies {
    fn default() -> Self {
        Nobodies(listed(NOBODY).map(|name| hash(name.as_bytes())).collect())
    }
}

impl Nobodies {
    /// Whether a cell names nobody.
    pub(super) fn has(&self, cell: &[u8]) -> bool {
        let plain = |byte: &u8| !byte.is_ascii_digit() && *byte != b'@';
        if cell.len() > LONGEST || cell.is_empty() || !cell.iter().all(plain) {
            return false;
        }
        if !cell.is_ascii() {
            return self.0.contains(&hash(words(&String::from_utf8_lossy(cell)).join(" ").as_bytes()));
        }
        let (mut folded, mut length) = ([0; LONGEST], 0);
        for byte in cell {
            if byte.is_ascii_alphabetic() {
                folded[length] = byte.to_ascii_lowercase();
                length += 1;
            } else if length > 0 && folded[length - 1] != b' ' {
                folded[length] = b' ';
                length += 1;
            }
        }
        self.0.contains(&hash(folded[..length].trim_ascii_end()))
    }
}

/// Which side of an account a cell names: true for credit.
pub(super) fn is_credit(cell: &[u8]) -> Option<bool> {
    let text = String::from_utf8_lossy(cell).to_lowercase();
    let is = |words: &'static [&'static str]| listed(words).any(|word| word == text.trim_end_matches('.'));
    match () {
        () if is(CREDIT) => Some(true),
        () if is(DEBIT) => Some(false),
        () => None,
    }
}

const CREDIT: &[&str] = &[
    "h|haben|c|cr|k|credit|crédit|kredit|haber|avere|a|ma|winien|dal|crédito|credito|hab|кредит|кт|к|贷|貸|貸方|贷方|alacak|πίστωση|hitel",
];
const DEBIT: &[&str] = &[
    "s|soll|d|dr|debit|débit|debet|debe|dare|dt|wn|md|má dáti|débito|debito|deb|db|дебет|дт|д|借|借方|borç|χρέωση|tartozik|deve|dbt",
];

/// The words of a list.
fn listed(words: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    words.iter().flat_map(|words| words.split('|'))
}

/// Whether a run of words stands among others.
fn holds(said: &[String], phrase: &str) -> bool {
    let wanted: usize = 1 + phrase.bytes().filter(|byte| *byte == b' ').count();
    said.windows(wanted).any(|run| run.iter().map(String::as_str).eq(phrase.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, of_status: bool, expect: Option<Said>) {
        assert_eq!(said(cell.as_bytes(), of_status), expect, "{cell}");
    }

    #[test]
    fn papers_that_take_back() {
        for cell in [
            "Customer Credit Note",
            "CREDIT MEMO",
            "Gutschrift",
            "Rechnungskorrektur",
            "Avoir client",
            "Nota di credito",
            "Nota de crédito",
            "Devolución",
            "Возврат товара",
            "退款",
            "返品",
            "Creditnota",
            "Faktura korygująca",
            "Dobropis",
            "Kreditnota",
            "Payment Refund",
            "ChargeBack",
            "Chargeback fee reversal",
            "Storno",
            "iade",
        ] {
            check(cell, false, Some(Said::TakenBack));
        }
        for cell in ["Storno", "Refund", "Gutschrift", "返金"] {
            check(cell, true, Some(Said::NotBought));
        }
    }

    #[test]
    fn what_was_not_bought() {
        for cell in [
            "Cancelled by customer",
            "General Authorization",
            "Pending",
            "storniert",
            "Annulée",
            "En attente",
            "Anulowane",
            "Отменён",
            "已取消",
            "订单已关闭",
            "キャンセル済",
            "İptal edildi",
            "refunded",
            "Draft order",
            "add_to_cart",
            "view",
        ] {
            check(cell, true, Some(Said::NotBought));
        }
        for cell in [
            "paid",
            "Not refunded",
            "partially refunded",
            "Completed",
            "nicht storniert",
            "Не отменён",
            "Rechnung",
            "free returns",
            "17",
            "",
            "Invoice",
        ] {
            check(cell, true, None);
            check(cell, false, None);
        }
    }

    #[test]
    fn nobody_by_name() {
        let nobodies = Nobodies::default();
        for cell in [
            "Walk-in Customer",
            "CASH SALE",
            "Diverse",
            "Público en general",
            "散客",
            "Laufkundschaft",
            "Розничный покупатель",
            "Client comptoir",
            "Consumidor Final",
            "Onbekend",
        ] {
            assert!(nobodies.has(cell.as_bytes()), "{cell}");
        }
        for cell in [
            "Guest & Sons",
            "Cash Converters",
            "Eva Meyer",
            "guest@example.com",
            "0",
            "",
            "Diverse GmbH",
            "M. Public",
        ] {
            assert!(!nobodies.has(cell.as_bytes()), "{cell}");
        }
    }
}
