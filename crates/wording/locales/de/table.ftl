### Was die Datei ist: Spalten, Rollen, Arten, Personenbezug, Fragen. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Tage

period = { DAY($first) } bis { DAY($last) }

## Form der Datei

shape-customers = eine Zeile je Kunde
shape-transactions = eine Zeile je Kauf (Transaktionen)
shape-unknown = noch nicht klar

## Arten von Spalten

type-number = Zahl
type-date = Datum
type-text = Text
type-boolean = ja oder nein

## Rollen: zuerst die Worte des Ladens

role-customer-id = Kunde (Kundennummer)
role-order-id = Bestell- oder Belegnummer
role-date = Kaufdatum
role-amount = bezahlter Betrag
role-quantity = Menge
role-unit-price = Preis je Stück (Stückpreis)
role-discount = Rabatt
role-product = Artikel
role-category = Warengruppe
role-channel = Verkaufsweg (Kanal)
role-location = Ort oder Land
role-feature = Zahl, nach der Kunden verglichen werden (Merkmal)
role-categorical = Gruppe, nach der Kunden verglichen werden (kategoriales Merkmal)
role-ignore = nicht verwendet

## Wofür jede Rolle ist

role-customer-id-help = Unterscheidet die Kunden. Sie wird nie gezeigt und gelangt nie hinaus.
role-order-id-help = Zeilen mit derselben Nummer sind eine Bestellung.
role-date-help = Sagt, wann gekauft wurde; daraus folgt, wie kürzlich und wie oft.
role-amount-help = Was für die Zeile bezahlt wurde. Rückgaben liegen unter null.
role-quantity-help = Wie viele Stück. Mal dem Preis je Stück ergibt das den Betrag.
role-unit-price-help = Der Preis eines Stücks. Mal der Menge ergibt das den Betrag.
role-discount-help = Was vom Preis abging.
role-product-help = Was gekauft wurde.
role-category-help = Die Art der Ware.
role-channel-help = Laden, Webshop, Marktstand und Ähnliches.
role-location-help = Wo der Kunde ist.
role-feature-help = Kunden, die darin nah beieinander liegen, gelten als ähnlich.
role-categorical-help = Kunden derselben Gruppe gelten als ähnlich.
role-ignore-help = Diese Spalte spielt keine Rolle.

## Warum eine Rolle vorgeschlagen wurde

reason-header = Der Name der Spalte sagt es.
reason-values = Die Werte sehen danach aus.
reason-only = Es ist die einzige Spalte, die passt.
reason-user = Sie haben es so gewählt.
reason-personal = Sie sieht nach personenbezogenen Daten aus.
reason-constant = Sie hat überall denselben Wert.
reason-none = Nichts an ihr ist eindeutig.

## Personenbezug: Urteile, Arten und Gründe

personal-none = kein Personenbezug
personal-drop = personenbezogen: nicht verwendet, nicht gezeigt
personal-key-only = nur zum Unterscheiden der Kunden, nie gezeigt
personal-quasi = könnte helfen, Menschen wiederzuerkennen: aus, solange Sie es nicht verlangen

kind-email = E-Mail-Adressen
kind-phone = Telefonnummern
kind-name = Namen von Menschen
kind-address = Anschriften
kind-card = Zahlungskartennummern
kind-iban = Kontonummern (IBAN)
kind-free-text = freiem Text
kind-customer-id = Kundennummern
kind-birth-date = Geburtsdaten
kind-postcode = Postleitzahlen
kind-gender = Geschlecht

personal-reason-header = Der Name der Spalte sieht nach { WORD("kind", $kind) } aus.
personal-reason-values = { SHARE($share) } der Werte sehen nach { WORD("kind", $kind) } aus.
personal-reason-both = Der Name der Spalte und { SHARE($share) } der Werte sehen nach { WORD("kind", $kind) } aus.

## Trennzeichen

delimiter-comma = Komma
delimiter-semicolon = Semikolon
delimiter-tab = Tabulator
delimiter-pipe = senkrechter Strich

## Fragen: was nur der Mensch weiß

date-order = In der Spalte { NAME($column) } lässt sich jedes Datum mit dem Tag zuerst oder mit dem Monat zuerst lesen. Was stimmt?
date-order-dmy = Tag zuerst: vom { DAY($firstDmy) } bis zum { DAY($lastDmy) }
date-order-mdy = Monat zuerst: vom { DAY($firstMdy) } bis zum { DAY($lastMdy) }
decimal-mark = In der Spalte { NAME($column) } lässt sich eine Zahl wie 1,234 auf zwei Arten lesen. Was stimmt?
decimal-mark-comma = Das Komma trennt Ganze und Bruchteile: der größte Wert ist { NUMBER($largestComma, 3) }
decimal-mark-point = Das Komma trennt Tausender: der größte Wert ist { NUMBER($largestPoint, 3) }
