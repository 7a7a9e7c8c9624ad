### Hinweise: was überstanden wurde und gesagt wird. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Beim Lesen

rows-without-customer = { $count ->
        [one] Eine Zeile nennt keinen Kunden und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen nennen keinen Kunden und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
rows-unreadable = { $count ->
        [one] Eine Zeile war nicht lesbar und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen waren nicht lesbar und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
ragged-rows = { $count ->
        [one] Eine Zeile hat mehr oder weniger Zellen als die Kopfzeile
       *[other] { COUNT($count) } Zeilen haben mehr oder weniger Zellen als die Kopfzeile
    } (Zeile { FIRST($rows, $count) }). Fehlende Zellen gelten als leer; überzählige wurden ausgelassen.
cells-not-read = In der Spalte { NAME($column) } { $count ->
        [one] passt eine Zelle nicht dazu, wie die Spalte gelesen wird, und gilt als leer
       *[other] passen { COUNT($count) } Zellen nicht dazu, wie die Spalte gelesen wird, und gelten als leer
    } (Zeile { FIRST($rows, $count) }).
bytes-not-decoded = { $count ->
        [one] Ein Zeichen war in der Kodierung der Datei nicht lesbar und wurde ersetzt
       *[other] { COUNT($count) } Zeichen waren in der Kodierung der Datei nicht lesbar und wurden ersetzt
    } (Zeile { FIRST($rows, $count) }).
blank-lines = { $count ->
        [one] Eine leere Zeile wurde übersprungen.
       *[other] { COUNT($count) } leere Zeilen wurden übersprungen.
    }
lead-lines = { $count ->
        [one] Eine Zeile über der Kopfzeile wurde übersprungen.
       *[other] { COUNT($count) } Zeilen über der Kopfzeile wurden übersprungen.
    }
no-header = Die Datei hat keine Kopfzeile; die Spalten sind stattdessen nummeriert.
columns-without-name = { $count ->
        [one] Eine Spalte hat in der Kopfzeile keinen Namen und heißt hier { NAME($columns) }.
       *[other] { COUNT($count) } Spalten haben in der Kopfzeile keinen Namen und heißen hier { NAME($columns) }.
    }
duplicate-column-names = { LENGTH($columns) ->
        [one] Der Spaltenname { NAME($columns) } kommt mehrmals vor; die späteren wurden nummeriert.
       *[other] Die Spaltennamen { NAME($columns) } kommen mehrmals vor; die späteren wurden nummeriert.
    }
unterminated-quote = Ein Anführungszeichen, das in Zeile { COUNT($row) } geöffnet wird, wird nie geschlossen; alles danach wurde als eine Zelle gelesen.
personal-column-left-out = Die Spalte { NAME($column) } sieht nach { WORD("kind", $kind) } aus. Sie wird nicht verwendet und nicht gezeigt.
quasi-column-left-out = Die Spalte { NAME($column) } ({ WORD("kind", $kind) }) könnte helfen, Menschen wiederzuerkennen. Sie wird nur verwendet, wenn Sie es verlangen.

## Beim Bilden der Kunden

duplicate-rows = { $count ->
        [one] Eine Zeile ist die genaue Wiederholung einer anderen. Sie wurde behalten; entfernen Sie sie aus der Datei, wenn sie ein Versehen ist.
       *[other] { COUNT($count) } Zeilen sind genaue Wiederholungen anderer. Sie wurden behalten; entfernen Sie sie aus der Datei, wenn sie ein Versehen sind.
    }
duplicate-customers = { $count ->
        [one] Ein Kunde kommt mehrmals vor; nur die erste Zeile wurde verwendet
       *[other] { COUNT($count) } Kunden kommen mehrmals vor; nur die jeweils erste Zeile wurde verwendet
    } (wiederholt in Zeile { FIRST($rows, $count) }).
returns-only-customers = { $count ->
        [one] Ein Kunde hat nur Rückgaben und wurde beiseitegestellt.
       *[other] { COUNT($count) } Kunden haben nur Rückgaben und wurden beiseitegestellt.
    }
net-spend-not-positive = { $count ->
        [one] Ein Kunde gab so viel zurück, wie er kaufte, oder mehr, und wurde beiseitegestellt.
       *[other] { COUNT($count) } Kunden gaben so viel zurück, wie sie kauften, oder mehr, und wurden beiseitegestellt.
    }
clipped-to-zero = Im Merkmal { NAME(WORD("feature-short", $feature)) } { $count ->
        [one] wurde ein Wert unter null als null genommen
       *[other] wurden { COUNT($count) } Werte unter null als null genommen
    }, weil der Logarithmus (log1p) es verlangt.
rows-left-out-missing = { $count ->
        [one] Eine Zeile hat in einer gewählten Spalte eine leere Zelle und wurde ausgelassen
       *[other] { COUNT($count) } Zeilen haben in einer gewählten Spalte eine leere Zelle und wurden ausgelassen
    } (Zeile { FIRST($rows, $count) }).
constant-feature = Alle Kunden haben im Merkmal { NAME(WORD("feature-short", $feature)) } denselben Wert; das unterscheidet niemanden.
no-order-column = Keine Spalte enthält eine Bestellnummer; alle Käufe eines Kunden an einem Tag zählen als eine Bestellung.
customers-left-out = { $count ->
        [one] Einem Kunden fehlt ein Wert in einem gewählten Merkmal; er wurde ausgelassen.
       *[other] { COUNT($count) } Kunden fehlt ein Wert in einem gewählten Merkmal; sie wurden ausgelassen.
    }

## Beim Bilden der Segmente

not-converged = Mit { COUNT($k) } Segmenten wurde die Suche angehalten, bevor sie zur Ruhe kam. Die Segmente sind brauchbar; mehr Runden könnten einige Kunden verschieben.
sampled-silhouette = Die Trennung (Silhouette) wurde an { COUNT($sample) } von { COUNT($customers) } Kunden gemessen.
k-reduced = Verlangt waren { COUNT($from) } Segmente; gebildet wurden { COUNT($to) }, weil sich nicht mehr Kunden unterscheiden.
max-k-reduced = Versucht wurden bis zu { COUNT($to) } statt { COUNT($from) } Segmente, weil es für mehr zu wenige Kunden gibt.
segment-merged = { $count ->
        [one] Ein Segment war kleiner als { COUNT($needed) } Kunden und wurde mit seinem nächsten Nachbarn zusammengelegt.
       *[other] { COUNT($count) } Segmente waren kleiner als { COUNT($needed) } Kunden und wurden mit ihren nächsten Nachbarn zusammengelegt.
    }
labels-not-matched = { $count ->
        [one] Ein Kunde aus der Datei mit den Zuordnungen ist nicht in den Daten und wurde ausgelassen.
       *[other] { COUNT($count) } Kunden aus der Datei mit den Zuordnungen sind nicht in den Daten und wurden ausgelassen.
    }
customers-without-label = { $count ->
        [one] Ein Kunde der Daten hat keine Zuordnung und wurde ausgelassen.
       *[other] { COUNT($count) } Kunden der Daten haben keine Zuordnung und wurden ausgelassen.
    }
