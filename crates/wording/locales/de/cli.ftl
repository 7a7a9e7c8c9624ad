### Die Befehlszeile: Hilfe, Überschriften, was getan wurde. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Hilfe

cli-about = Findet Gruppen ähnlicher Kunden in der CSV-Datei eines Ladens. Nichts verlässt diesen Rechner.
cli-usage = Aufruf
cli-commands = Befehle
cli-arguments = Argumente
cli-options = Optionen
cli-see-help = „ringfence BEFEHL --help“ erklärt einen Befehl.

cli-about-inspect = Sagt Spalte für Spalte, was die Datei ist und was an ihr nicht stimmt
cli-about-features = Schreibt eine Zeile je Kunde: Kundennummer, Merkmale in ihren Einheiten, Status
cli-about-segment = Macht die ganze Arbeit: von der Datei zu benannten Segmenten
cli-about-evaluate = Misst, wie gut eine gegebene Zuordnung die Kunden trennt
cli-about-score = Gibt neuen Kunden ihr Segment, nach einem gespeicherten Modell

cli-argument-file = Datei, die gelesen wird: CSV oder eine Arbeitsmappe (xlsx, xls, ods); mehrere werden verbunden: Monate, oder Bestellungen, ihre Positionen und die Kunden
cli-argument-model = Modelldatei, wie „segment“ sie schreibt

cli-option-help = zeigt diese Hilfe
cli-option-version = zeigt die Version
cli-option-json = gibt JSON für andere Programme aus statt Sätzen
cli-option-sheet = Blatt einer Arbeitsmappe, mit Namen oder Nummer; sonst das erste mit einer Tabelle
cli-option-recipe = Rezept, dem gefolgt wird, wie „segment“ oder die Seite es schreibt
cli-option-opt-outs = Liste von Kunden, die außen vor bleiben: eine Kundennummer je Zeile oder die erste Spalte einer CSV-Datei
cli-option-ledger = was früher herausgegeben wurde, damit sich Zusammenfassungen nicht vergleichen lassen; sonst segments.ledger.json im Ordner
cli-option-output = Datei, die geschrieben wird
cli-option-output-folder = Ordner, in den die Dateien geschrieben werden
cli-option-k = Anzahl der Segmente, oder „auto“ für eine Empfehlung
cli-option-max-k = größte Anzahl von Segmenten, die versucht wird
cli-option-columns = Spalten, die verwendet werden, durch Komma getrennt; bei Transaktionen sind es Merkmale
cli-option-transform = auto, none, log1p oder yeo-johnson: wie die Werte umgeformt werden
cli-option-scale = standard, robust, min-max oder none: wie die Merkmale gleiches Gewicht bekommen
cli-option-foresight = auch sagen, wie viel des letzten Quartals Segmente verraten hätten, die ohne es gemacht sind (Einkäufe über ein Jahr)
cli-option-restarts = wie oft jede Anzahl von Segmenten neu begonnen wird
cli-option-method = kmeans (das Übliche), oder als zweite Meinung dazu: mixture-diagonal, mixture-full oder ward
cli-option-seed = Zahl, aus der aller Zufall kommt; dieselbe Zahl gibt dieselben Segmente
cli-option-threads = wie viele Threads arbeiten; das Ergebnis hängt nicht davon ab
cli-option-labels-in = CSV-Datei mit der Kundennummer und einer Spalte für jede Zuordnung
cli-option-labels-out = CSV-Datei, in die das Segment jedes Kunden geschrieben wird; das sind personenbezogene Daten
cli-option-language = Sprache der Sätze: { $languages }

## Überschriften und Zeilen

cli-question = Frage
cli-rows = { $rows ->
        [one] eine Zeile
       *[other] { COUNT($rows) } Zeilen
    }
cli-columns = { $columns ->
        [one] eine Spalte
       *[other] { COUNT($columns) } Spalten
    }
cli-column = Spalte
cli-type = Art
cli-role = Rolle
cli-personal = Personenbezug
cli-missing = Fehlend
cli-distinct = Verschiedene Werte
cli-feature = Merkmal
cli-suggested = Genommen
cli-why = Warum
cli-encoding = Kodierung
cli-delimiter = Trennzeichen
cli-header = Kopfzeile
cli-yes = ja
cli-no = nein
cli-segment = Segment
cli-name = Name
cli-size = Kunden
cli-share = Anteil
cli-labels = Zuordnung
cli-k = Segmente
cli-wrote = { NAME($file) } geschrieben.
cli-wrote-personal = { NAME($file) } geschrieben. Die Datei enthält eine Zeile je Kunde: personenbezogene Daten, nur für den internen Gebrauch.
cli-wrote-internal = { NAME($file) } geschrieben. Nur für den internen Gebrauch.
cli-segment-done = { COUNT($customers) } Kunden in { $k ->
        [one] einem Segment
       *[other] { COUNT($k) } Segmenten
    }.
cli-score-done = { $customers ->
        [one] Ein Kunde hat ein Segment bekommen.
       *[other] { COUNT($customers) } Kunden haben ihr Segment bekommen.
    }
