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

## Mehrere Dateien

source-purchases = Käufe
source-orders = Bestellungen: wer gekauft hat, und wann
source-lines = Positionen von Bestellungen: was gekauft wurde
source-customers = Kunden

## Rollen: zuerst die Worte des Ladens

role-customer-id = Kunde (Kundennummer)
role-order-id = Bestell- oder Belegnummer
role-date = Kaufdatum
role-date-of-customers = Datum, in Tagen gezählt
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
role-date-help = Sagt, wann gekauft wurde; daraus folgt, wie lange der letzte Kauf her ist und wie oft gekauft wird.
role-date-of-customers-help = Daraus wird die Anzahl der Tage seither.
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

role-by-user = Sie haben es so gewählt.
role-by-header = Der Name der Spalte sagt es.
role-by-number = Sie enthält Zahlen.
role-by-kind = Sie enthält nur wenige Arten.
role-amount-by-values = Die Werte sehen nach Geldbeträgen aus.
role-amount-of-line = Sie steigt mit der Stückzahl, ist also der Preis aller Stücke.
role-price-of-piece = Sie bleibt gleich, wie viele Stücke auch gekauft werden, ist also der Preis eines Stücks.
role-quantity-by-values = Die Werte sind Stückzahlen, wie die Preise der einzelnen Produkte zeigen.
role-date-by-values = Die Werte sind Kalendertage.
role-customer-by-values = Die Werte sehen nach Kundennummern aus.
role-ignore-empty = Sie ist leer.
role-ignore-personal = Sie sieht nach personenbezogenen Daten aus.
role-ignore-quasi = Sie könnte helfen, Menschen wiederzuerkennen.
role-ignore-row-number = Sie zählt nur die Zeilen.
role-ignore-second-date = Eine andere Spalte ist das Datum.
role-ignore-unused-number = Diese Zahl ist nicht nötig, um zu sagen, was Kunden kaufen.
role-ignore-order-total = Sie ist die Summe einer Bestellung, die alle ihre Positionen wiederholen.
role-ignore-label = Ihre Zahlen benennen Gruppen oder stellen Noten nebeneinander; sie messen nichts.
role-ignore-id = Sie nummeriert etwas, und jede Zeile hat ihre eigene Nummer.
role-ignore-text = Sie enthält zu viele verschiedene Texte, um Kunden danach zu vergleichen.

## Personenbezug: Urteile, und was erkannt wurde

personal-none = kein Personenbezug
personal-drop = personenbezogen: nicht verwendet, nicht gezeigt
personal-key-only = nur zum Unterscheiden der Kunden, nie gezeigt
personal-quasi = könnte helfen, Menschen wiederzuerkennen: aus, solange Sie es nicht verlangen

personal-key = Das sind die Nummern der Kunden.
personal-email = Das sieht nach E-Mail-Adressen aus.
personal-phone = Das sieht nach Telefonnummern aus.
personal-name = Das sieht nach Namen von Menschen oder Firmen aus.
personal-address = Das sieht nach Anschriften aus.
personal-card = Das sieht nach Nummern von Zahlungskarten oder Ausweisen aus.
personal-iban = Das sieht nach Kontonummern aus.
personal-free-text = Das sieht nach geschriebenen Sätzen aus.
personal-birth = Das sieht nach Geburtsdaten aus.
personal-gender = Das sieht nach Geschlecht oder Anrede aus.
personal-postcode = Das sieht nach Postleitzahlen aus.

## Trennzeichen

delimiter-comma = Komma
delimiter-semicolon = Semikolon
delimiter-tab = Tabulator
delimiter-pipe = senkrechter Strich
delimiter-blank = Leerzeichen

## Fragen: was nur der Mensch weiß

which-date-order = In der Spalte { NAME($column) } lässt sich jedes Datum auf mehr als eine Art lesen. Was stimmt?
date-order-consequence = { date-order-consequence-withheld }: die Daten reichen vom { DAY($first) } bis zum { DAY($last) }
date-order-consequence-withheld = { $order ->
        [dmy] Tag zuerst
        [mdy] Monat zuerst
       *[ymd] Jahr zuerst
    }
which-far-value = In der Spalte { NAME($column) } haben { COUNT($count) } Zeilen { $end ->
        [least] denselben kleinsten Wert, einen negativen; alle anderen Werte sind es nicht
        [greatest] denselben größten Wert, weit über allen anderen
       *[both] denselben kleinsten oder größten Wert, weit weg von allen anderen
    }. So schreiben Programme „nicht bekannt“. Was ist es?
far-value-is-value = Ein Wert wie alle anderen
far-value-is-missing = Ein Zeichen für „nicht bekannt“: Diese { COUNT($count) } Zeilen haben hier keinen Wert; die anderen liegen zwischen { SIGNIFICANT($least) } und { SIGNIFICANT($greatest) }
many-unread = In der Spalte { NAME($column) } sind { COUNT($count) } Zeilen ({ SHARE($share) }) nicht lesbar und werden ausgelassen. Wie soll sie gelesen werden?
unread-as-now = Wie jetzt: { COUNT($count) } Zellen werden gelesen, { COUNT($unread) } ausgelassen
unread-other-mark = { decimal-mark-consequence-withheld }: { COUNT($count) } Zellen werden gelesen, { COUNT($unread) } ausgelassen
unread-other-order = { date-order-consequence-withheld }: { COUNT($count) } Zellen werden gelesen, { COUNT($unread) } ausgelassen
unread-not-used = Diese Spalte nicht verwenden
distinct-about = etwa { COUNT($count) }
which-decimal-mark = In der Spalte { NAME($column) } lässt sich das Zeichen in den Zahlen auf zwei Arten lesen. Was stimmt?
decimal-mark-consequence = { decimal-mark-consequence-withheld }: die Werte sind im Mittel { SIGNIFICANT($mean) }
decimal-mark-consequence-withheld = { MARK($mark) ->
        [comma] Komma vor den Nachkommastellen (3,99)
       *[point] Punkt vor den Nachkommastellen (3.99)
    }
which-rows-count = Nach der Spalte { NAME($column) } sind einige Zeilen keine gewöhnlichen Käufe. Wie zählen sie?
rows-by-word-consequence = Wie sie sagt: { rows-in-question } von { customers-in-question } weglassen oder abziehen, mit Beträgen von zusammen { MONEY($money) }
rows-by-side-consequence = Als Rückgaben: { rows-in-question } von { customers-in-question } abziehen, mit Beträgen von zusammen { MONEY($money) }
rows-counted-consequence = Wie jede andere Zeile, mit dem Vorzeichen des Betrags: { rows-in-question } von { customers-in-question }, mit Beträgen von zusammen { MONEY($money) }
rows-in-question = { $count ->
        [one] eine Zeile
       *[other] { COUNT($count) } Zeilen
    }
customers-in-question = { $customers ->
        [one] einem Kunden
       *[other] { COUNT($customers) } Kunden
    }
