### Fehler: was die Arbeit anhält. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Die Datei

empty-file = Die Datei ist leer. Wählen Sie eine Datei mit einer Kopfzeile und mindestens einer Datenzeile.
header-only = Die Datei hat eine Kopfzeile und darunter keine Daten. Exportieren Sie sie noch einmal mit den Zeilen.
not-a-table = Das ist keine Texttabelle; es sieht nach einem Bild, einem Programm oder einer anderen Art von Datei aus. Exportieren Sie Ihre Daten als CSV und wählen Sie diese Datei.
other-format = { $format ->
        [html] Diese Datei ist eine Webseite, wie auch immer sie heißt. Öffnen Sie sie in Ihrer Tabellenkalkulation, speichern Sie sie als CSV oder xlsx und wählen Sie diese Datei.
        [json] Diese Datei ist JSON, wie es Programme untereinander austauschen, wie auch immer sie heißt. Exportieren Sie Ihre Daten als CSV und wählen Sie diese Datei.
        [sql] Diese Datei enthält Anweisungen für eine Datenbank, keine Tabelle. Exportieren Sie das Ergebnis einer Abfrage als CSV und wählen Sie diese Datei.
       *[other] Diese Datei ist XML, wie es Programme untereinander austauschen, wie auch immer sie heißt. Exportieren Sie Ihre Daten als CSV und wählen Sie diese Datei.
    }
spreadsheet-file = Das ist eine Arbeitsmappe (Excel oder ähnlich), die für eine Texttabelle gehalten wurde. Wählen Sie sie noch einmal, wie sie ist, oder speichern Sie das Blatt als CSV und wählen Sie das.
workbook-damaged = Diese Arbeitsmappe ist beschädigt, abgeschnitten oder gar keine. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu und wählen Sie sie noch einmal.
workbook-protected = Diese Arbeitsmappe ist mit einem Kennwort gesperrt. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie ohne Kennwort (oder das Blatt als CSV) und wählen Sie das.
workbook-too-old = Diese Arbeitsmappe stammt von einem Excel aus der Zeit vor 1997. Öffnen Sie sie in einem neueren Programm, speichern Sie sie als xlsx und wählen Sie das.
workbook-kind-unknown = Das ist ein Archiv oder Dokument, aber keine Arbeitsmappe, die gelesen werden kann. Wählen Sie eine Datei mit der Endung xlsx, xls oder ods, oder speichern Sie das Blatt als CSV.
workbook-binary = Das ist eine binäre Arbeitsmappe (xlsb); sie kann nicht gelesen werden. Öffnen Sie sie in Excel, speichern Sie sie als xlsx und wählen Sie diese Datei.
workbook-of-numbers = Das ist eine Datei von Apples Numbers; sie kann nicht gelesen werden. Öffnen Sie sie in Numbers, wählen Sie „Ablage“, „Exportieren“, „Excel“ oder „CSV“, und wählen Sie hier jene Datei.
zip-of-tables = Das ist ein Zip-Archiv. Entpacken Sie es und wählen Sie die Tabellen darin; es dürfen mehrere sein.
workbook-empty = In den Zellen dieser Arbeitsmappe steht nichts. Wählen Sie eine, in der Ihre Kunden oder Bestellungen stehen.
workbook-too-large = Diese Arbeitsmappe ist größer als { BYTES($limit) }. Speichern Sie das Blatt als CSV und wählen Sie das; eine CSV-Datei darf viel größer sein.
workbook-unpacks-too-far = Diese Arbeitsmappe wird entpackt mehr als { COUNT($limit) }-mal so groß, oder größer, als sie angibt. Das tun Arbeitsmappen nicht; wenn Sie ihr trauen, öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie das Blatt als CSV.
workbook-too-many-cells = Die Zellen dieser Arbeitsmappe reichen weiter als { COUNT($limit) } Zellen. Vielleicht steht weit rechts oder weit unten ein verirrter Wert: Löschen Sie ihn oder speichern Sie die Tabelle als CSV.
workbook-too-many-parts = Diese Arbeitsmappe hat mehr Texte, Formate oder Blätter, als gelesen werden können. Speichern Sie das Blatt, das Sie brauchen, als CSV und wählen Sie das.
unknown-sheet = In dieser Datei gibt es kein Blatt { NAME($sheet) }. Prüfen Sie die Schreibweise oder geben Sie die Nummer des Blattes an.
compressed-file = Diese Datei ist gepackt. Entpacken Sie sie zuerst und wählen Sie die CSV-Datei darin.
compressed-file-damaged = Diese gzip-Datei ist beschädigt oder abgeschnitten. Kopieren oder exportieren Sie sie noch einmal.
unpacks-too-far = Diese gzip-Datei wird entpackt mehr als { COUNT($limit) }-mal so groß. Das tun Tabellen nicht; ist es doch eine, entpacken Sie sie zuerst und wählen Sie die CSV-Datei darin.
too-many-columns = Die Datei hat { COUNT($found) } Spalten; möglich sind { COUNT($limit) }. Prüfen Sie, ob das richtige Trennzeichen erkannt wurde, oder exportieren Sie weniger Spalten.
too-many-rows = Die Datei hat mehr als { COUNT($limit) } Zeilen. Exportieren Sie einen kürzeren Zeitraum oder teilen Sie die Datei.
too-many-rows-to-compare = Die Datei hat mehr als { COUNT($limit) } verschiedene Zeilen, zu viele, um zu sagen, welche eine andere wiederholen. Behalten Sie wiederholte Zeilen oder exportieren Sie einen kürzeren Zeitraum.
too-many-customers = Die Datei hat mehr als { COUNT($limit) } Kunden. Exportieren Sie einen kürzeren Zeitraum oder teilen Sie die Datei. Auf der Kommandozeile haben mehr Platz als im Browser.
record-too-long = Die Zeile, die bei Zeile { COUNT($row) } beginnt, ist länger als { BYTES($limit) }. Wahrscheinlich wird ein Anführungszeichen dort geöffnet und nie geschlossen. Schließen Sie es und versuchen Sie es noch einmal.
unclosed-quote = Die Datei endet innerhalb einer Anführung, die in Zeile { COUNT($row) } beginnt. Schließen Sie dort das Anführungszeichen und versuchen Sie es noch einmal.
decimal-commas-cut = Die Zeilen haben mehr Zellen als die Kopfzeile Namen: Kommas trennen die Spalten, und auch in den Beträgen stehen Kommas, sodass jeder Betrag in zwei Teile zerfällt. Speichern Sie die Datei mit Semikolons zwischen den Spalten oder mit Anführungszeichen um die Beträge.
one-column = Es wurde nur eine Spalte gefunden. Prüfen Sie, ob die Spalten durch Komma, Semikolon oder Tabulator getrennt sind.

## Die Spalten

source-not-understood = Datei { COUNT($file) } passt nicht zu den anderen: Sie enthält weder Käufe noch Bestellungen, weder Positionen noch Kunden, oder keine Nummer, die auch die anderen haben. Lassen Sie sie weg oder prüfen Sie ihre Spalten.
no-purchases-file = Keine der Dateien enthält Käufe. Nehmen Sie die Datei hinzu, die sagt, wer wann für wie viel gekauft hat, oder die Bestellungen mit ihren Positionen.
no-feature-columns = Keine Spalte kann Kunden unterscheiden. Geben Sie mindestens einer Zahlenspalte die Rolle „{ WORD("role", "feature") }“.
ids-cut = Eine Tabellenkalkulation hat die Kennungen in der Spalte { NAME($column) } abgeschnitten: Sie schrieb sie als 6,20451E+12 oder setzte Nullen an die Stelle der letzten Ziffern. Sie unterscheiden keine Kunden mehr. Exportieren Sie die Datei neu, öffnen Sie sie vorher nicht in einer Tabellenkalkulation, oder wählen Sie eine andere Spalte, die sagt, wer der Kunde ist.
no-customer-column = Keine Spalte sagt, wer der Kunde ist. Geben Sie einer Spalte die Rolle „{ WORD("role", "customerId") }“.
opt-outs-without-customers = Die Liste der Kunden, die widersprochen haben, lässt sich nicht beachten: Keine Spalte sagt, wer der Kunde ist. Geben Sie einer Spalte die Rolle „{ WORD("role", "customerId") }“ und lassen Sie die Kunden dann weg.
dates-not-understood = Die Spalte { NAME($column) } sagt, wann, aber ihre { COUNT($count) } Zellen haben eine unbekannte Form: { NAME($forms) }; 9 steht für eine Ziffer, A für einen Buchstaben. Schreiben Sie die Tage wie 2024-03-05, oder geben Sie einer anderen Spalte die Rolle „{ WORD("role", "date") }“.
amounts-not-understood = Die Spalte { NAME($column) } sagt, wie viel, aber ihre { COUNT($count) } Zellen haben eine unbekannte Form: { NAME($forms) }; 9 steht für eine Ziffer, A für einen Buchstaben. Schreiben Sie die Beträge wie 1234.50, oder geben Sie einer anderen Spalte die Rolle „{ WORD("role", "amount") }“.
no-date-column = Keine Spalte sagt, wann etwas gekauft wurde. Geben Sie einer Spalte die Rolle „{ WORD("role", "date") }“.
no-amount-column = Keine Spalte sagt, wie viel bezahlt wurde. Geben Sie einer Spalte die Rolle „{ WORD("role", "amount") }“, oder geben Sie Menge und Stückpreis an.
role-given-twice = Die Spalten { NAME($first) } und { NAME($second) } haben dieselbe Rolle, und nur eine kann sie haben. Wählen Sie eine davon.
bad-reference-day = Der Tag, bis zu dem gezählt wird, ist kein Datum. Schreiben Sie ihn als Jahr, Monat und Tag, etwa 2011-12-10.
unknown-column = Es gibt in der Datei keine Spalte { NAME($name) }. Prüfen Sie die Schreibweise; Groß- und Kleinschreibung zählt.
column-not-numeric = Die Spalte { NAME($column) } enthält keine Zahlen. Lassen Sie sie weg oder prüfen Sie, wie ihre Zahlen geschrieben sind.
column-not-date = Die Spalte { NAME($column) } enthält keine Daten (Tage). Wählen Sie eine andere Spalte oder prüfen Sie, wie ihre Tage geschrieben sind.
bad-band = Die Breite der Stufen für die Spalte { NAME($column) } ist keine Zahl über null. Berichtigen Sie sie, oder lassen Sie sie weg.
not-finite = Die Spalte { NAME($column) } enthält eine Zahl, die zu groß oder keine Zahl ist. Berichtigen Sie sie in der Datei oder lassen Sie die Spalte weg.
amount-too-large = Bei Zeile { COUNT($row) } ergeben die Beträge mehr, als sich genau zählen lässt. Prüfen Sie die Beträge dieser Zeile.
no-variation = Alle Kunden sind in den gewählten Merkmalen gleich und lassen sich nicht unterscheiden. Wählen Sie andere Merkmale.

## Die Segmente

too-few-customers = Die Datei hat { $found ->
        [0] keinen brauchbaren Kunden
        [one] einen brauchbaren Kunden
       *[other] { COUNT($found) } brauchbare Kunden
    }; nötig sind mindestens { COUNT($needed) }. Exportieren Sie einen längeren Zeitraum oder verlangen Sie weniger Segmente.
k-too-large = Verlangt sind { COUNT($k) } Segmente, aber in den gewählten Merkmalen { $distinct ->
        [one] gibt es nur eine Art von Kunden
       *[other] unterscheiden sich nur { COUNT($distinct) } Kunden
    }. Verlangen Sie höchstens { COUNT($distinct) } oder wählen Sie mehr Merkmale.
k-out-of-range = Verlangt sind { COUNT($k) } Segmente. Wählen Sie eine Anzahl von { COUNT($min) } bis { COUNT($max) }.
invalid-option = Die Einstellung { NAME($option) } hat einen Wert, der nicht möglich ist. Berichtigen Sie ihn, oder lassen Sie ihn weg, dann gilt der übliche.

## Unsere Dateien

bad-recipe = Das Rezept ist in Zeile { COUNT($line) }, Spalte { COUNT($column) } nicht lesbar. Berichtigen Sie es dort oder speichern Sie ein neues Rezept.
bad-model = Das Modell ist in Zeile { COUNT($line) }, Spalte { COUNT($column) } nicht lesbar. Wählen Sie die Modelldatei so, wie sie gespeichert wurde.
unsound-model = „{ $part }“ im Modell passt nicht zum Rest. Wählen Sie die Modelldatei so, wie sie gespeichert wurde.
wrong-version = Diese Datei ist in Version { $found } ihres Formats geschrieben; lesbar ist Version { $supported }. Nehmen Sie die Version von Ringfence, die sie geschrieben hat, oder speichern Sie sie neu.
labels-mismatch = Die Datei mit den Zuordnungen und die Daten haben keinen Kunden gemeinsam. Prüfen Sie, ob beide dieselben Kundennummern verwenden, oder Zeilennummern, wo die Daten keine haben.
labels-unreadable = Die Datei mit den Zuordnungen ist in Zeile { COUNT($row) } nicht lesbar. Sie braucht eine Kopfzeile, in der ersten Spalte den Kunden und für jede Zuordnung eine weitere Spalte.
labels-degenerate = Die Zuordnung { NAME($name) } bildet weniger als zwei Gruppen oder stellt jeden Kunden allein. So lässt sich nichts messen; nehmen Sie eine mit mindestens zwei Gruppen.
too-few-to-release = Es sind { COUNT($customers) } Kunden; eine Zusammenfassung zum Weitergeben braucht mindestens { COUNT($needed) }. Darunter könnte sie zu viel über einzelne Menschen verraten. Hier können Sie mit den Segmenten weiterarbeiten.
policy-too-weak = Eine Zusammenfassung zum Weitergeben braucht Segmente von { COUNT($floor) } bis { COUNT($ceiling) } Kunden. Anzahlen müssen auf { COUNT($floor) } oder mehr gerundet sein, aber nicht auf mehr als die Größe eines Segments. Ändern Sie „minimumSize“ und „roundTo“ im Rezept und öffnen Sie es noch einmal.
released-under-other-policy = Eine frühere Zusammenfassung wurde mit Segmenten von mindestens { COUNT($minimum) } Kunden und auf { COUNT($base) } gerundeten Anzahlen gespeichert. Zwei Zusammenfassungen mit verschiedenen Grenzen lassen sich miteinander vergleichen. Verwenden Sie dieselben Grenzen. Hat die frühere Ihre Hände nicht verlassen, vergessen Sie sie zuerst.
released-almost-the-same = Diese Zusammenfassung unterscheidet sich von einer früher gespeicherten in weniger als { COUNT($needed) } Kunden. Nebeneinandergelegt würden beide etwas über sie verraten; darum wird sie zurückgehalten. Die frühere bleibt gültig. Hat sie Ihre Hände nicht verlassen, vergessen Sie sie zuerst; sonst wählen Sie eine andere Anzahl von Segmenten, oder warten Sie, bis sich mehr geändert hat.
bad-ledger = Das Verzeichnis ist in Zeile { COUNT($line) }, Spalte { COUNT($column) } nicht lesbar. Wählen Sie die Datei so, wie sie gespeichert wurde.
number-out-of-range = „{ $name }“ im Rezept muss zwischen { COUNT($min) } und { COUNT($max) } liegen. Berichtigen Sie es dort und öffnen Sie das Rezept noch einmal.

## Alles andere

io-read = Die Datei { NAME($file) } lässt sich nicht lesen. Prüfen Sie, ob es sie gibt und ob Sie sie öffnen dürfen.
io-write = Die Datei { NAME($file) } lässt sich nicht schreiben. Prüfen Sie, ob es den Ordner gibt und ob Sie dort schreiben dürfen.
usage = Diesen Befehl kennt Ringfence nicht. „ringfence --help“ zeigt, was es gibt.
unknown-command = Den Befehl { NAME($command) } gibt es nicht. „ringfence --help“ zeigt, was es gibt.
unknown-option = Die Option { NAME($option) } ist hier nicht bekannt. „ringfence BEFEHL --help“ nennt die bekannten.
missing-option = Die Option { NAME($option) } ist hier nötig. „ringfence BEFEHL --help“ sagt, wofür.
missing-file = Der Befehl { NAME($command) } braucht andere Dateien als die genannten. „ringfence BEFEHL --help“ nennt sie.
threads-unavailable = So viele Threads ließen sich nicht starten. Verlangen Sie weniger, oder lassen Sie die Option weg.
engine-panicked = In Ringfence ist etwas schiefgegangen; das ist unser Fehler, nicht Ihrer. Die Arbeit wurde angehalten und neu gestartet. Ihre Datei ist unverändert: Bitte versuchen Sie es noch einmal.
unit-mismatch = Teile der Arbeit passten nicht zusammen; das ist unser Fehler, nicht Ihrer. Bitte versuchen Sie es noch einmal.
cancelled = Abgebrochen. Es wurde nichts verändert.
