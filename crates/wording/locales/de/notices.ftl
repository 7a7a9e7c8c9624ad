### Hinweise: was überstanden wurde und gesagt wird. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Beim Lesen

rows-without-customer = { $count ->
        [one] Eine Zeile nennt keinen Kunden und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen nennen keinen Kunden und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
rows-without-date = { $count ->
        [one] Eine Zeile hat kein lesbares Datum und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen haben kein lesbares Datum und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
rows-without-amount = { $count ->
        [one] Eine Zeile hat keinen lesbaren Betrag und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen haben keinen lesbaren Betrag und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
rows-after-reference-day = { $count ->
        [one] Eine Zeile ist vom Tag, bis zu dem gezählt wird, oder später und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen sind vom Tag, bis zu dem gezählt wird, oder später und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
ragged-rows = { $count ->
        [one] Eine Zeile hat mehr oder weniger Zellen als die Kopfzeile
       *[other] { COUNT($count) } Zeilen haben mehr oder weniger Zellen als die Kopfzeile
    } (Zeile { FIRST($rows, $count) }). Fehlende Zellen gelten als leer; überzählige wurden ausgelassen.
rows-within-quotes = { $count ->
        [one] Eine Zeile, die wie ein Datensatz aussieht, fehlt
       *[other] { COUNT($count) } Zeilen, die wie Datensätze aussehen, fehlen
    }: Davor öffnet sich ein Anführungszeichen, und alles bis zum nächsten gilt als Text einer Zelle (Zeile { FIRST($rows, $count) }). Nehmen Sie das verirrte Zeichen aus der Datei oder verdoppeln Sie es.
cells-not-read = In der Spalte { NAME($column) } { $count ->
        [one] passt eine Zelle nicht dazu, wie die Spalte gelesen wird, und gilt als leer
       *[other] passen { COUNT($count) } Zellen nicht dazu, wie die Spalte gelesen wird, und gelten als leer
    } (Zeile { FIRST($rows, $count) }){ $forms ->
        [none] .
       *[other] . Sie sehen so aus: { NAME($forms) }; 9 steht für eine Ziffer, A für einen Buchstaben.
    }
bytes-not-decoded = { $count ->
        [one] Ein Zeichen war in der Kodierung der Datei nicht lesbar und wurde ersetzt
       *[other] { COUNT($count) } Zeichen waren in der Kodierung der Datei nicht lesbar und wurden ersetzt
    } (Zeile { FIRST($rows, $count) }).
sheet-read = Die Datei ist eine Arbeitsmappe; gelesen wurde ihr Blatt { NAME($sheet) }{ $others ->
        [0] .
        [one] , ein anderes nicht.
       *[other] , { COUNT($others) } andere nicht.
    }
of-file = { $name ->
        [none] Datei { COUNT($file) }
       *[other] { NAME($name) }
    }: { $notice }
lead-lines = { $count ->
        [one] Die erste Zeile der Datei gehört nicht zur Tabelle und wurde übersprungen.
       *[other] Die ersten { COUNT($count) } Zeilen der Datei gehören nicht zur Tabelle und wurden übersprungen.
    }
repeated-headers = { $count ->
        [one] Eine Zeile wiederholt die Kopfzeile und wurde übersprungen
       *[other] { COUNT($count) } Zeilen wiederholen die Kopfzeile und wurden übersprungen
    } (Zeile { FIRST($rows, $count) }).
lines-beside = { $count ->
        [one] Eine Zeile gehört nicht zur Tabelle und wurde übersprungen
       *[other] { COUNT($count) } Zeilen gehören nicht zur Tabelle und wurden übersprungen
    }: Summen, Linien aus Strichen, leere Zeilen oder was unter einer Tabelle steht (Zeile { FIRST($rows, $count) }).
empty-columns-left-out = { $count ->
        [one] Eine Spalte am Ende hat weder Namen noch Werte und wurde ausgelassen.
       *[other] { COUNT($count) } Spalten am Ende haben weder Namen noch Werte und wurden ausgelassen.
    }
date-order-assumed = In der Spalte { NAME($column) } lässt sich jedes Datum auf mehr als eine Art lesen. Angenommen wurde: { $order ->
        [dmy] der Tag zuerst
        [mdy] der Monat zuerst
       *[ymd] das Jahr zuerst
    }. Stimmt das nicht, geben Sie es für diese Spalte an: Sonst stimmt nichts, was in Tagen gezählt wird.
decimal-mark-assumed = In der Spalte { NAME($column) } lässt sich das Zeichen in den Zahlen auf zwei Arten lesen. Angenommen wurde: { MARK($mark) ->
        [comma] Komma vor den Nachkommastellen (3,99)
       *[point] Punkt vor den Nachkommastellen (3.99)
    }. Stimmt das nicht, geben Sie es für diese Spalte an: Sonst sind ihre Zahlen tausendmal zu groß oder zu klein.
cells-too-narrow = In der Spalte { NAME($column) } { $count ->
        [one] enthält eine Zelle nichts als ##### und gilt
       *[other] enthalten { COUNT($count) } Zellen nichts als ##### und gelten
    } als leer (Zeile { FIRST($rows, $count) }). Die Spalte war beim Speichern in der Tabellenkalkulation zu schmal; machen Sie sie breiter und speichern Sie noch einmal.
dates-without-day = { $count ->
        [one] In der Spalte { NAME($column) } nennt ein Datum nur den Monat oder die Woche, keinen Tag. Es wurde
       *[other] In der Spalte { NAME($column) } nennen { COUNT($count) } Daten nur den Monat oder die Woche, keinen Tag. Sie wurden
    } als deren erster Tag gelesen; Tage zwischen Käufen sind also nur auf den Monat oder die Woche genau.
days-swapped = In der Spalte { NAME($column) } sind { COUNT($count) } Zellen ein Datum, dessen Tag und Monat höchstens 12 sind, und { COUNT($others) } sind Text mit einem späteren Tag. Das geschieht, wenn eine Tabellenkalkulation eines anderen Landes eine Liste öffnet: Sie hält für ein Datum, was sie kann, und vertauscht dabei Tag und Monat. Das wurde zurückgetauscht. Ist es falsch, wählen Sie für diese Spalte eine andere Reihenfolge von Tag und Monat.
dates-of-two-orders = In der Spalte { NAME($column) } { $count ->
        [one] beginnt eine Angabe
       *[other] beginnen { COUNT($count) } Angaben
    } mit dem Jahr, { $others ->
        [one] eine
       *[other] { COUNT($others) }
    } nicht. Jede wurde nach ihrer Reihenfolge gelesen.
solar-hijri-dates = Die Tage in der Spalte { NAME($column) } sind nach dem persischen Kalender gezählt (Sonnen-Hidschra). Sie wurden als Tage des gewöhnlichen Kalenders gelesen.
births-of-two-digits = In der Spalte { NAME($column) } haben die Jahre zwei Ziffern. Niemand ist nach den anderen Tagen der Datei geboren; die Geburten werden daher als { $first } bis { $last } gelesen.
date-in-several-columns = Jahr, Monat und Tag stehen in eigenen Spalten ({ NAME($columns) }). Schreiben Sie sie in eine Spalte zusammen, etwa 2024-03-05; erst dann lassen sich Käufe nach Tagen zählen.
customers-go-on = { $count ->
        [one] Eine Zeile nennt in der Spalte { NAME($column) } keinen Kunden, wie in Listen, die jeden Kunden nur einmal schreiben: Sie wurde
       *[other] { COUNT($count) } Zeilen nennen in der Spalte { NAME($column) } keinen Kunden, wie in Listen, die jeden Kunden nur einmal schreiben: Sie wurden
    } dem Kunden darüber zugerechnet.
rows-go-on = { $count ->
        [one] Eine Zeile hat weder Bestellnummer noch Tag noch Kunden, wie in Listen, die das nur einmal nennen: Sie wurde
       *[other] { COUNT($count) } Zeilen haben weder Bestellnummer noch Tag noch Kunden, wie in Listen, die das nur einmal nennen: Sie wurden
    } als weitere Position der Bestellung darüber gelesen.
order-total-not-counted = Alle Positionen einer Bestellung haben in der Spalte { NAME($column) } denselben Wert: Er ist die Summe der Bestellung. Zeile für Zeile zusammengezählt zählte er mehrfach; darum zählt die Spalte { NAME($counted) }, die sagt, was jede Position gekostet hat.
pieces-counted-for-order-total = Alle Positionen einer Bestellung haben in der Spalte { NAME($column) } denselben Wert: Er ist die Summe der Bestellung. Zeile für Zeile zusammengezählt zählte er mehrfach; darum wird als Preis jeder Position { NAME($quantity) } mal { NAME($price) } gerechnet.
order-total-counted-once = Alle Positionen einer Bestellung haben in der Spalte { NAME($column) } denselben Wert: Er ist die Summe der Bestellung und zählt für jede Bestellung einmal.
cancelled-rows = In der Spalte { NAME($column) } { $count ->
        [one] steht in einer Zeile
       *[other] steht in { COUNT($count) } Zeilen
    } „storniert“, „erstattet“, „angesehen“ oder Ähnliches. Solche Zeilen zählen als Käufe, wenn der Betrag nicht negativ ist; nur sein Vorzeichen sagt hier, was eine Rückgabe ist. Nehmen Sie sie aus der Datei, wenn dafür nichts bezahlt wurde.
rows-not-bought = Die Spalte { NAME($column) } nennt { $count ->
        [one] eine Zeile
       *[other] { COUNT($count) } Zeilen
    } storniert, noch nicht bezahlt oder Ähnliches. Dort wurde nichts gekauft. Sie bleiben weg, mit Beträgen von zusammen { MONEY($money) }.
rows-taken-back = Die Spalte { NAME($column) } nennt { $count ->
        [one] eine Zeile Gutschrift, Erstattung oder Ähnliches. Sie gibt Geld zurück; ihr Betrag wird
       *[other] { COUNT($count) } Zeilen Gutschrift, Erstattung oder Ähnliches. Sie geben Geld zurück; ihre Beträge werden
    } von den Käufen abgezogen: zusammen { MONEY($money) }.
rows-taken-back-or-not-bought = Die Spalte { NAME($column) } nennt { $count ->
        [one] eine Zeile
       *[other] { COUNT($count) } Zeilen
    } Gutschrift, Erstattung, storniert oder Ähnliches, mit Beträgen von zusammen { MONEY($money) }. Was Geld zurückgibt, wird von den Käufen abgezogen; was storniert oder noch nicht bezahlt ist, bleibt weg.
credit-takes-back = Nach der Spalte { NAME($column) } { $count ->
        [one] steht eine Zeile
       *[other] stehen { COUNT($count) } Zeilen
    } im Haben. Dort geht Geld an den Kunden zurück: Beträge von zusammen { MONEY($money) } werden von den Käufen abgezogen.
debit-takes-back = Nach der Spalte { NAME($column) } { $count ->
        [one] steht eine Zeile
       *[other] stehen { COUNT($count) } Zeilen
    } im Soll. Dort geht Geld an den Kunden zurück: Beträge von zusammen { MONEY($money) } werden von den Käufen abgezogen.
negative-pieces = { $count ->
        [one] Eine Zeile hat
       *[other] { COUNT($count) } Zeilen haben
    } in der Spalte { NAME($column) } eine negative Stückzahl und einen positiven Betrag. Dort kam Ware zurück: Beträge von zusammen { MONEY($money) } werden von den Käufen abgezogen.
rows-of-nobody = In der Spalte { NAME($column) } { $count ->
        [one] nennt eine Zeile
       *[other] nennen { COUNT($count) } Zeilen
    } niemanden: Laufkunde, Barverkauf oder Ähnliches. Sie gehören keinem Kunden, mit Beträgen von zusammen { MONEY($money) }.
one-customer-of-many = Ein Kunde hat { COUNT($count) } Zeilen, { SHARE($share) } von allen; der nächste hat { COUNT($next) }. Das ist oft eine Sammelnummer für alle, die man nicht kennt, in der Spalte { NAME($column) }. Dann lassen Sie diesen Kunden weg: Setzen Sie die Nummer auf die Liste der Widersprüche.
orders-begin-again = In der Spalte { NAME($column) } { $count ->
        [one] steht eine Nummer
       *[other] stehen { COUNT($count) } Nummern
    } bei mehreren Kunden oder an weit entfernten Tagen: Die Nummern beginnen von vorn, jeden Tag oder jedes Jahr. Darum ist eine Bestellung eine Nummer zusammen mit ihrem Tag.
ids-look-alike = In der Spalte { NAME($column) } ist bei { $count ->
        [one] einem Kunden
       *[other] { COUNT($count) } Kunden
    } dieselbe Kennung verschieden geschrieben (Leerzeichen, Akzente, unsichtbare Zeichen). Jeder von ihnen zählt als ein Kunde.
ids-differ-in-capitals = In der Spalte { NAME($column) } unterscheiden sich { COUNT($count) } Kennungen von einer anderen nur in Großbuchstaben. Sie zählen als eigene Kunden. Sind sie es nicht, schreiben Sie sie gleich.
cut-ids = In der Spalte { NAME($column) } hat eine Tabellenkalkulation { $count ->
        [one] eine Kennung
       *[other] { COUNT($count) } Kennungen
    } abgeschnitten: Sie schrieb sie als 6,20451E+12 oder setzte Nullen an die Stelle der letzten Ziffern. Sie unterscheiden keine Kunden mehr; darum sagt die Spalte nicht, wer gekauft hat. Exportieren Sie die Datei neu und öffnen Sie sie vorher nicht in einer Tabellenkalkulation.
things-for-spending = Keine Spalte sagt, wie viel bezahlt wurde. Darum steht das, was jede Zeile in der Spalte { NAME($column) } nennt, für die Ausgaben: Kunden unterscheiden sich darin, wie lange ihr Kauf her ist, wie oft sie kauften und wie viele Artikel. „Ausgaben“ heißt hier Zahl der Artikel.
few-customers = { COUNT($count) } Kunden kauften alles, was in der Datei steht (Spalte { NAME($column) }). Das sind zu wenige für Segmente; jeder lässt sich einzeln ansehen.
stray-days = In der Spalte { NAME($column) } { $count ->
        [one] liegt ein Tag
       *[other] liegen { COUNT($count) } Tage
    } Jahre von allen anderen entfernt, am weitesten der { DAY($stray) }. Die anderen reichen vom { DAY($first) } bis zum { DAY($last) }. Solche Tage sind Tippfehler oder bedeuten „nicht bekannt“; ihre Zeilen gelten als Zeilen ohne Tag und bleiben weg.
headers-change = { $count ->
        [one] Weiter unten steht noch eine Zeile mit Spaltennamen
       *[other] Weiter unten stehen noch { COUNT($count) } Zeilen mit Spaltennamen
    }, in anderer Reihenfolge oder mit anderen Spalten (Zeile { FIRST($rows, $count) }). Die Zeilen darunter werden nach diesen Namen gelesen.{ $lacking ->
        [0] {""}
        [one] {" "}Eine Spalte der ersten Kopfzeile fehlt dort und bleibt leer.
       *[other] {" "}{ COUNT($lacking) } Spalten der ersten Kopfzeile fehlen dort und bleiben leer.
    }
refunds-not-taken-off = Die Spalte { NAME($column) } enthält zurückgezahltes Geld. Es wird nicht von dem abgezogen, was bezahlt wurde; abgezogen werden nur Zeilen mit negativem Betrag.
discount-not-taken-off = Bezahlt wurde hier Stückzahl mal Preis. Die Rabatte der Spalte { NAME($column) } stehen bei den Merkmalen und werden davon nicht abgezogen; besser ist eine Spalte mit dem, was jede Position am Ende gekostet hat.
several-currencies = Die Spalte { NAME($column) } nennt { COUNT($count) } Währungen. Beträge werden ohne Umrechnung zusammengezählt; behalten Sie eine Währung oder rechnen Sie vorher um.
currencies-in-cells = Die Beträge in der Spalte { NAME($column) } haben { COUNT($count) } Währungen ({ NAME($currencies) }). Sie werden ohne Umrechnung zusammengezählt; behalten Sie eine Währung oder rechnen Sie vorher um.
far-value-kept = In der Spalte { NAME($column) } haben { COUNT($count) } Zellen denselben Wert, weit weg von allen anderen, wie ein Zeichen für „nicht bekannt“. Er zählt, wie er dasteht; ist er ein solches Zeichen, nehmen Sie ihn aus der Datei.
labels-left-out = { LENGTH($columns) ->
        [one] Die Spalte { NAME($columns) } enthält Bezeichnungen
       *[other] Die Spalten { NAME($columns) } enthalten Bezeichnungen
    }: Nummern von Gruppen oder nebeneinandergestellte Noten. Sie messen nichts und dienen nicht dem Vergleich von Kunden, außer Sie wählen sie.
orders-without-customer = Die Zeilen sehen nach Bestellungen aus, und keine Spalte sagt, von wem. Tut es doch eine, geben Sie ihr die Rolle „{ WORD("role", "customerId") }“; sonst lassen sich die Zeilen nicht zu Kunden zusammenfassen.
customers-without-purchases = Dieselben Kunden stehen in mehreren Zeilen, und kein Datum und Betrag sagt, was sie kauften. Geben Sie den Spalten mit beidem diese Rollen, oder wählen Sie Zahlen zum Vergleichen; dann zählt jede Zeile als eigener Kunde.
no-header = Die Datei hat keine Kopfzeile; die Spalten sind stattdessen nummeriert.
columns-without-name = { $count ->
        [one] Eine Spalte hat in der Kopfzeile keinen Namen und bekam einen.
       *[other] { COUNT($count) } Spalten haben in der Kopfzeile keinen Namen und bekamen einen.
    }
duplicate-column-names = { $count ->
        [one] Eine Spalte heißt wie eine andere und bekam zur Unterscheidung eine Nummer.
       *[other] { COUNT($count) } Spalten heißen wie eine andere und bekamen zur Unterscheidung eine Nummer.
    }
personal-column-left-out = Die Spalte { NAME($column) } sieht nach personenbezogenen Daten aus. Sie wird nicht verwendet und nicht gezeigt.

## Beim Bilden der Kunden

source-read = Datei { COUNT($file) } wurde gelesen als { WORD("source", $kind) }.
rows-in-several-files = { $count ->
        [one] Eine Zeile steht in mehr als einer Datei und zählt einmal
       *[other] { COUNT($count) } Zeilen stehen in mehr als einer Datei und zählen einmal
    } (Zeile { FIRST($rows, $count) } der späteren Datei).
rows-alike-in-several-files = { $count ->
        [one] Eine Zeile sagt über Kunde, Tag und Geld dasselbe wie eine Zeile einer früheren Datei und weicht in einer anderen Spalte ab
       *[other] { COUNT($count) } Zeilen sagen über Kunde, Tag und Geld dasselbe wie eine Zeile einer früheren Datei und weichen in einer anderen Spalte ab
    } (Zeile { FIRST($rows, $count) } der späteren Datei). Sie zählen als eigene Käufe. Sind es dieselben Käufe, lassen Sie eine der Dateien weg.
lines-of-unknown-orders = { $count ->
        [one] Eine Position gehört zu einer Bestellung, die in der Datei der Bestellungen fehlt
       *[other] { COUNT($count) } Positionen gehören zu Bestellungen, die in der Datei der Bestellungen fehlen
    } (Zeile { FIRST($rows, $count) }). Niemand weiß, wer sie wann gekauft hat.
orders-without-lines = { $count ->
        [one] Eine Bestellung hat keine Position; was für sie bezahlt wurde, zählt nicht.
       *[other] { COUNT($count) } Bestellungen haben keine Positionen; was für sie bezahlt wurde, zählt nicht.
    }
customers-who-never-bought = { $count ->
        [one] Ein Kunde der Liste hat nie gekauft und bleibt weg.
       *[other] { COUNT($count) } Kunden der Liste haben nie gekauft und bleiben weg.
    }
customers-not-listed = { $count ->
        [one] Ein Kunde, der gekauft hat, fehlt in der Kundenliste; was die Liste über Kunden sagt, fehlt bei ihm.
       *[other] { COUNT($count) } Kunden, die gekauft haben, fehlen in der Kundenliste; was die Liste über Kunden sagt, fehlt bei ihnen.
    }
duplicate-customers = { $count ->
        [one] Eine Zeile wiederholt den Kunden einer anderen
       *[other] { COUNT($count) } Zeilen wiederholen den Kunden einer anderen
    } (Zeile { FIRST($rows, $count) }). Jede Zeile zählt als eigener Kunde.
customers-listed-twice = { $count ->
        [one] Eine Zeile der Liste wiederholt den Kunden einer anderen
       *[other] { COUNT($count) } Zeilen der Liste wiederholen den Kunden einer anderen
    } (Zeile { FIRST($rows, $count) }). Es zählt, was eine der Zeilen eines Kunden sagt.
duplicate-rows-not-sought = Die Datei hat mehr als { COUNT($limit) } verschiedene Zeilen, deshalb wurde nicht nach wiederholten gesucht; alle zählen.
too-many-kinds = Eine Spalte unterscheidet mehr als { COUNT($limit) } Warengruppen oder Vertriebswege: zu viele, um Kunden danach zu vergleichen.
addresses-written-differently = { $count ->
        [one] Die E-Mail-Adresse eines Kunden ist
       *[other] Die E-Mail-Adressen von { COUNT($count) } Kunden sind
    } mal mit, mal ohne Großbuchstaben geschrieben. Jede zählt als ein Kunde.
several-ids-each = Nach der Kundenliste stehen { COUNT($ids) } Nummern für { COUNT($customers) } Kunden: Was unter einer Nummer gekauft wurde, zählt bei dem Kunden, der dahinter steht.
everybody-bought-once = Jeder der { COUNT($count) } Kunden hat genau einmal gekauft. Vergibt Ihr Laden mit jeder Bestellung eine neue Kundennummer, so wählen Sie die Spalte, die sagt, wer es ist, etwa ein Konto oder eine E-Mail-Adresse; bei mehreren Dateien in der Kundenliste.
returns-only-customers = { $count ->
        [one] Ein Kunde hat nur Rückgaben und wurde beiseitegelegt.
       *[other] { COUNT($count) } Kunden haben nur Rückgaben und wurden beiseitegelegt.
    }
net-spend-not-positive = { $count ->
        [one] Ein Kunde zahlte im Ganzen nichts, weil es umsonst war oder zurückging, und wurde beiseitegelegt.
       *[other] { COUNT($count) } Kunden zahlten im Ganzen nichts, weil es umsonst war oder zurückging, und wurden beiseitegelegt.
    }
clipped-to-zero = Im Merkmal { NAME(WORD("feature-short", $feature)) } { $count ->
        [one] wurde ein Wert unter null als null genommen
       *[other] wurden { COUNT($count) } Werte unter null als null genommen
    }, weil der Logarithmus (log1p) es verlangt.
constant-feature = Alle Kunden haben im Merkmal { NAME(WORD("feature-short", $feature)) } denselben Wert. Es unterscheidet niemanden und wurde ausgelassen.
missing-values-filled-in = Bei { $count ->
        [one] einem Kunden ist
       *[other] { COUNT($count) } Kunden ist
    } eine Zelle leer in einer Spalte, die verwendet wird; dort wurde der mittlere Wert (Median) der Spalte genommen (Zeile { FIRST($rows, $count) }).
customers-far-from-all = { $count ->
        [one] Ein Kunde hat Werte weit ab von allen anderen und wurde beiseitegelegt.
       *[other] { COUNT($count) } Kunden haben Werte weit ab von allen anderen und wurden beiseitegelegt.
    }
identifier-feature = { NAME(WORD("feature-short", $feature)) } zählt die Kunden nur durch. Es wurde weggelassen.
mostly-missing-feature = { NAME(WORD("feature-short", $feature)) } fehlt bei { SHARE($share) } der Kunden. Es wurde weggelassen.
redundant-feature = { NAME(WORD("feature-short", $feature)) } sagt fast dasselbe wie { NAME(WORD("feature-short", $other)) } (Rangkorrelation { NUMBER($correlation, 2) }). Es wurde weggelassen.
customers-with-missing-values = { $count ->
        [one] Ein Kunde hat eine leere Zelle in einer verwendeten Spalte und wurde ausgelassen
       *[other] { COUNT($count) } Kunden haben eine leere Zelle in einer verwendeten Spalte und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).

## Beim Bilden der Segmente

not-converged = Mit { COUNT($k) } Segmenten wurde die Suche angehalten, bevor sie zur Ruhe kam. Die Segmente sind brauchbar; mehr Runden könnten einige Kunden verschieben.
sampled-silhouette = Die Trennung (Silhouette) und ob es natürliche Gruppen gibt, wurde an { COUNT($sample) } von { COUNT($customers) } Kunden gemessen.
sampled-starts = Die Anfänge der Segmente wurden an { COUNT($sample) } von { COUNT($customers) } Kunden gesucht; angepasst sind die Segmente an alle.
max-k-reduced = Versucht wurden bis zu { COUNT($to) } statt { COUNT($from) } Segmente, weil es für mehr zu wenige verschiedene Kunden gibt.
labels-unmatched = { $count ->
        [one] Ein Kunde ist nur in den Zuordnungen oder nur in den Daten und wurde ausgelassen.
       *[other] { COUNT($count) } Kunden sind nur in den Zuordnungen oder nur in den Daten und wurden ausgelassen.
    }
