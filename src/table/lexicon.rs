//! The words that headers are made of, in the languages shops write them in.
//!
//! They stand here without accents and in lower case, as [`words`](super::words::words) folds them; compounds are taken apart
//! (`bestelldatum` is `bestell` and `datum`), so only their parts are listed.

use super::words::Concept::{self, *};

/// Words that only languages have whose days stand before their months, folded; none that English has as well.
pub(super) const DAY_FIRST: &str = "kunde kunden kundennummer kundennr bestellung bestelldatum rechnung datum menge preis betrag umsatz ort \
    artikel stuckpreis commande facture achat quantite montant prix ville libelle prenom produit fecha pedido cantidad precio \
    importe ciudad articulo producto cliente compra venta ordine fattura acquisto quantita prezzo citta importo articolo prodotto \
    quantidade preco cidade encomenda produto valor klant klantnummer aantal prijs bestelling bedrag plaats omschrijving klient \
    klienta zamowienie zamowienia ilosc cena miasto towar kwota musteri tutar siparis tarih adet urun sehir zakaznik objednavka \
    mnozstvi mesto castka kund ordre belopp belob pris antal telefon dato zamowien";

/// Words by what they speak of, parted by blanks: English first, then German, then French, Spanish, Italian, Portuguese, Dutch, Polish,
/// Russian, then Chinese and Japanese; below these the languages of fewer shops.
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Customer,
        "customer cust client clients buyer shopper member subscriber user account household consumer patron visitor",
    ),
    (
        Customer,
        "kunde kunden kd kaufer mitglied mitglieds besteller debitor debitoren visiteur besucher alici",
    ),
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
    (
        Customer,
        "guest compradora donor patient patienten paziente paciente debiteur debiteuren tenant student pupil traveller passenger passengers rider riders fahrgast passager pasajero passeggero passageiro пассажир 乗客 乘客 gast gaste",
    ),
    (
        Staff,
        "driver drivers chauffeur fahrer conductor conducente autista motorista kierowca водитель 司机 司機 運転手",
    ),
    (Order, "ride trip rides trips fahrt trajet viaje viagem поездка"),
    (Location, "table tisch tische mesa tavolo tavoli tafel stolik столик стол 桌号 桌 餐桌 テーブル 卓"),
    (Staff, "referral referrer referred affiliate sponsor"),
    (Staff, "trainer practitioner doctor stylist therapist instructor therapeut behandler medico"),
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
    (
        Id,
        "id ids no nr n num number key code ref reference hash sequential identifier uid guid uuid numer numeru",
    ),
    (
        Id,
        "nummer nummern schlussel kennung numero identifiant codigo identificador codice identificativo identyfikator kod",
    ),
    (Id, "login username nickname benutzername nutzername kennziffer codi numarasi 单号 ナンバー"),
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
    (Gross, "gross brutto ttc bruto lordo bruta brut"),
    (Net, "net netto ht netti neto liquido"),
    (Amount, "ventes vendita incasso payable takings gmv zahlbetrag 总 總 支払 請求"),
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
    (Unit, "unit each per einzel stuck einheits unitaire unitario unidad birim"),
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
    (
        Label,
        "cluster clusters klaster clustering kmeans segment segments segmento segmenti segmentation group groups groupe gruppe gruppo grupo groep label labels",
    ),
    (
        Label,
        "etikett etiqueta etichetta klasse klassen clase klasa tier quintile quantile decile rfm offset timezone кластер сегмент класс метка 聚类 聚類 分群 群组",
    ),
    (
        Label,
        "群組 分组 分組 标签 標籤 簇 クラスタ クラスター グループ セグメント ラベル 군집 그룹 세그먼트 خوشه بخش grupp ryhma skupina kume grup",
    ),
    (
        Score,
        "score scores scoring punktwert puntuacion punteggio pontuacao punktacja оценка балл баллы 评分 評分 得分 スコア 점수 امتیاز skor poang",
    ),
    (Row, "row index zeile unnamed lfd ligne fila riga record linha rij wiersz строка 行 序号 序號 連番"),
    (Charge, "tax taxes vat shipping freight fee profit margin tip balance commission duties"),
    (
        Charge,
        "mwst ust steuer versand versandkosten gebuhr gewinn marge tva iva frais gastos imposto frete lucro",
    ),
    (
        Charge,
        "btw verzendkosten winst podatek dostawa zysk налог доставка прибыль 税 税额 税額 消費税 运费 運費 送料 利润 利益",
    ),
    (Charge, "installments installment instalments instalment raten parcelas"),
    (Cost, "cost costs kosten koszt custo cout costo coste"),
    (
        Mean,
        "average avg mean median durchschnitt durchschnittlicher moyen moyenne promedio gemiddeld srednia",
    ),
    (
        Paid,
        "paid payed bezahlt gezahlt zahlungs paye payee pagado pagada pagato pago oplacone zaplacono оплачено оплата betaald 付款 支付 实付 實付 入金",
    ),
    (
        OtherEvent,
        "ship shipped delivery delivered due updated modified signup registration registered fulfilled",
    ),
    (OtherEvent, "joined cancelled expiry exported since"),
    (OtherEvent, "liefer lieferung lieferungs versanddatum falligkeits geandert anmelde registrierungs"),
    (
        OtherEvent,
        "anderungs seit livraison entrega consegna levering wysylki dostawy доставки 发货 發貨 配送 出荷 更新 登録 注册",
    ),
    (Email, "email mail mails emails courriel correo почта 邮箱 郵箱 电子邮件 メール メールアドレス"),
    (
        Phone,
        "phone telephone tel mobile whatsapp msisdn telemovel cell cellphone fax telefon handy mobil telefono telefone portable movil",
    ),
    (Phone, "cellulare celular telefoon mobiel gsm komorka телефон моб 电话 電話 手机 手機 携帯"),
    (Name, "name names full fullname company contact instagram"),
    (
        Name,
        "empfanger recipient consignee receiver receivers addressee ontvanger mottagare mottaker modtager vastaanottaja prijemce penerima",
    ),
    (
        Name,
        "kontakt kontaktperson contacto contatto contato contactpersoon контакт контактное 联系人 聯絡人 連絡先 담당자 yhteyshenkilo",
    ),
    (
        Name,
        "nick nicks spitzname rufname pseudo pseudonyme surnom apodo apelido soprannome bijnaam ник никнейм прозвище 昵称 暱稱 ニックネーム 별명 닉네임",
    ),
    (
        Name,
        "收件人 收貨 お届け先 届け先 수령인 המקבל מקבל المستلم مستلم گیرنده παραληπτης receptor recebedor cimzett",
    ),
    (Name, "ragione razon raison inhaber destinataire destinatario odbiorca получатель 收货人 收貨人 受取人"),
    (Name, "firma firmen ansprechpartner nombre"),
    (Name, "naam bedrijf nazwa"),
    (Name, "фио 名 姓名 名字 名前 お名前 氏名 名称 名稱 会社 公司"),
    (Address, "address street addr adresse anschrift strasse str hausnummer rue direccion calle indirizzo"),
    (Address, "ip endereco adresi rua adres straat ulica адрес улица 地址 住所 收货地址"),
    (
        Card,
        "card creditcard karte karten kreditkarte kreditkarten pan tarjeta carte cartao kaart karta карта 卡号 卡片",
    ),
    (
        Identity,
        "ssn bsn kimlik personnummer passport ausweis nif dni cif nie cpf cnpj pesel nip inn инн снилс паспорт 身份证 税号 ustid ustidnr siret siren fiscale",
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
        "gender sex geschlecht anrede salutation civilite sexe genero sexo genere sesso geslacht plec пол 性别 性別",
    ),
    (
        Postcode,
        "zip zipcode postcode postal plz postleitzahl pincode cep cap pocztowy индекс 邮编 郵遞區號 郵便番号",
    ),
    (
        Customer,
        "auftraggeber auftraggeb regnskab asiakas asiakkaan kund zakaznik zakaznika odberatel odberatele vevo musteri πελατης πελατη 고객",
    ),
    (Customer, "klijent kupac kupca kupec покупець покупця клієнт клієнта замовник destinatar cumparator"),
    (
        Order,
        "transaktion transaktions bestillings bestilling kvittering kvitto tilaus tilauksen lasku laskun kuitti objednavka objednavky doklad dokladu",
    ),
    (
        Order,
        "rendeles rendelesi szamla siparis παραγγελια παραγγελιας τιμολογιο comanda comenzii zamovlennya замовлення narudzba racun 주문 ordina",
    ),
    (Product, "tuote tuotteen nazev zbozi termek urun προιον produs produsului proizvod 상품 varer varunamn"),
    (Id, "cod numar cislo cisla szam szama kodu kodi αριθμος αρ κωδικος broj 번호 tunnus"),
    (
        Date,
        "dato pvm paivamaara paiva datuma tarih tarihi datumu ημερομηνια ωρα 날짜 일자 일시 tidspunkt idopont",
    ),
    (
        Amount,
        "belob belopp belop summa yhteensa celkem castka osszeg osszesen tutar tutari toplam ποσο συνολο valoare ukupno iznos сума вартість 금액 합계 omsetning omsattning forsaljning liikevaihto ciro",
    ),
    (
        Quantity,
        "antal antall maara mnozstvi mnozstvo mennyiseg darab adet miktar ποσοτητα cantitate kolicina кількість 수량 stycken",
    ),
    (Unit, "kus kusu kpl yksikko kappale одиниця"),
    (Price, "pris hinta egysegar fiyat fiyati τιμη pret cijena ціна 단가 가격"),
    (Discount, "alennus sleva kedvezmeny indirim εκπτωση reducere popust знижка 할인"),
    (Category, "varegruppe varugrupp tuoteryhma kategori csoport κατηγορια kategorija категорія 분류"),
    (
        Location,
        "butik butikk myymala kaupunki mesto mesta varos sehir πολη χωρα oras grad місто 도시 매장 maa",
    ),
    (Charge, "moms mva alv dph afa kdv φπα pdv fragt frakt toimitus postovne szallitas kargo 배송비"),
    (Email, "epost sahkoposti eposta 이메일"),
    (Phone, "puhelin τηλεφωνο 전화 telefonszam"),
    (
        Name,
        "navn namn nimi jmeno meno nev isim unvan ονομα επωνυμια nume ime foretag yritys firmanavn ceg τιτλος 이름 성명",
    ),
    (
        NamePart,
        "firstname lastname fname lname cardholder holder kontoinhaber suchname surname forename vorname nachname familienname prenom nom apellido apellidos nome cognome sobrenome",
    ),
    (
        NamePart,
        "voornaam achternaam imie nazwisko имя фамилия отчество 姓 fornavn etternavn efternavn fornamn efternamn etunimi sukunimi",
    ),
    (
        NamePart,
        "prijmeni priezvisko vezeteknev keresztnev adi soyad soyadi επωνυμο prenume prezime прізвище ім",
    ),
    (
        Staff,
        "cashier employee staff salesperson salesrep server waiter waitress clerk operator owner agent seller mitarbeiter kassierer bediener verkaufer",
    ),
    (
        Staff,
        "kellner sachbearbeiter bearbeiter betreuer vendeur serveur vendedor cajero camarero commesso operatore cameriere verkoper medewerker sprzedawca",
    ),
    (Staff, "кассир ответственныи ответственный автор менеджер продавец 担当者 店员 店員 销售员"),
    (Address, "osoite cim cime διευθυνση adresa 주소 lieferanschrift"),
    (
        Place,
        "latitud longitud latitudine longitudine geo gps coordinate coordenadas coordonnees coordinata koordinaten koordinate koordinater",
    ),
    (
        Place,
        "широта долгота координаты координата 纬度 緯度 经度 經度 坐标 座標 위도 경도 좌표 breddegrad lengdegrad enlem boylam szerokosc dlugosc",
    ),
    (Phone, "telefax faks факс 传真 傳真 ファックス ファクス 팩스 فاكس فکس"),
    (Place, "latitude longitude lat lng lon geolocation coordinates breitengrad langengrad"),
    (Postcode, "postnummer postinumero psc iranyitoszam τκ 우편"),
    (
        Refund,
        "refund refunded refunds reimbursed erstattet erstattung erstattungs ruckerstattung rembourse remboursement reembolso reembolsado rimborso rimborsato",
    ),
    (Refund, "terugbetaling terugbetaald zwrot возврат 返金 退款"),
    (
        Refund,
        "возвраты возвращено возвращен 退货 退貨 返品 払戻 払戻し 払い戻し 환불 반품 zwroty retur returer palautus vraceni iade استرداد החזר",
    ),
    (Line, "line position positions zeilen"),
    (Currency, "currency wahrung devise moneda valuta waluta moeda валюта 通貨 币种 幣種 mena"),
    (
        Order,
        "appointment appointments booking bookings reservation reservations doc document παραγγελιων τιμολογιου αποδειξης",
    ),
    (Paid, "결제"),
    // Indonesian, Vietnamese (`đ`, `ơ` and `ổ` are letters of their own), Arabic, Persian, Hebrew, Thai (without the marks of tones).
    (
        Customer,
        "pelanggan pembeli khach العميل عميل الزبون زبون المشتري مشتری خریدار לקוח הלקוח לקוחות ลูกคา ผูซือ สมาชิก",
    ),
    (
        Order,
        "pesanan transaksi faktur đơn hoa الطلب طلب الفاتورة فاتورة سفارش فاکتور הזמנה חשבונית ใบสังซือ คำสังซือ ออเดอร ใบเสรจ",
    ),
    (Id, "nomor ma số رقم رمز كود کد شماره מספר קוד รหัส เลขที หมายเลข"),
    (Date, "tanggal ngay التاريخ تاريخ תאריך วันที เวลา تاریخ"),
    (Amount, "tổng tiền المبلغ مبلغ الإجمالي إجمالي المجموع جمع סכום יתרה ยอดรวม ยอดเงิน จำนวนเงิน รวม"),
    (Quantity, "jumlah lượng الكمية كمية تعداد כמות จำนวน"),
    (Price, "harga السعر سعر قیمت מחיר ราคา"),
    (Unit, "satuan الوحدة יחידה หนวย"),
    (Product, "produk barang phẩm المنتج منتج الصنف کالا محصول מוצר פריט สินคา"),
    (Location, "kota المدينة مدينة شهر עיר סניף จังหวัด สาขา"),
    (Name, "nama الاسم اسم نام שם ชือ facebook twitter linkedin tiktok"),
    (NamePart, "họ"),
    (Phone, "telepon thoại الجوال جوال الهاتف هاتف موبایل تلفن טלפון נייד เบอรโทร โทรศัพท มือถือ"),
    (Address, "alamat địa العنوان عنوان آدرس כתובת ทีอยู"),
    (Email, "البريد ایمیل מייל דואל อีเมล"),
    (Discount, "diskon الخصم خصم تخفیف הנחה สวนลด"),
    (
        Filler,
        "hang الإلكتروني ريال ریال grand base sociale billto shipto soldto inkl incl zzgl inclusive exkl excl exclusive 联系 實際 实际 应付 應付",
    ),
    (
        Filler,
        "of the de du da di del des der la le my in usd eur gbp chf euro at on do van het z dnia w pln rub em o e и по",
    ),
];
