### Die Seite: Schritte, Knöpfe, Tabellen, leere Zustände. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Überall

page-title = Ringfence
page-privacy = Diese Seite darf sich mit nichts verbinden. Ihre Datei bleibt auf diesem Gerät.
page-how-to-check = Wie man das prüft
page-how-to-check-text = Schalten Sie das Netz aus und arbeiten Sie weiter, oder öffnen Sie die Entwicklerwerkzeuge Ihres Browsers und beobachten Sie die Netzwerkanalyse: sie bleibt leer. Die Regeln der Seite, in ihren ersten Zeilen, verbieten ihr jede Verbindung (Content-Security-Policy, connect-src 'none').
page-requests = { $count ->
        [one] 1 Anfrage
       *[other] { COUNT($count) } Anfragen
    }
page-requests-help = So oft hat diese Seite versucht, etwas zu laden, seit sie geöffnet wurde.
page-steps = Schritte
page-step-drop = Ablegen
page-step-look = Ansehen
page-step-segments = Segmente
page-step-act = Handeln
page-step-share = Weitergeben
page-undo = Rückgängig
page-redo = Wiederholen
page-cancel = Abbrechen
page-close = Schließen
page-clear = Datei vergessen
page-theme = Aussehen
page-theme-light = Hell
page-theme-dark = Dunkel
page-theme-auto = Gerät
page-language = Sprache
page-skip = Zum Inhalt springen
page-yes = Ja
page-no = Nein
page-loading = Einen Moment
page-progress = Laufende Arbeit

## Ablegen

page-drop-title = Wer sind Ihre Kunden?
page-drop-here = CSV-Datei hier ablegen
page-drop-release = Loslassen, um die Datei zu lesen
page-choose-file = Datei wählen
page-try-sample = Einen Beispielladen ausprobieren
page-sample-about = Ein erfundener Laden: etwa 2.000 Kunden und 30.000 Käufe.
page-sample-name = Beispielladen
page-file-kinds = Es geht mit einer Tabelle von Kunden (je eine Zeile) oder von Käufen (Kunde, Datum, Betrag), als CSV, Text oder Arbeitsmappe (xlsx, xls, ods).
page-get-segments = Gruppen von Kunden mit Namen
page-get-charts = Schaubilder, die zeigen, was sie unterscheidet
page-get-summary = Eine Zusammenfassung zum Weitergeben
page-recipe-waiting = Das Rezept ist geöffnet. Es gilt für die nächste Datei.

## Fortschritt

page-reading = Die Kunden lesen: { BYTES($done) } von { BYTES($total) }
page-cancelled = Abgebrochen. Was vorher da war, ist noch da.
page-done = Fertig: { COUNT($customers) } Kunden in { $k ->
        [one] einem Segment
       *[other] { COUNT($k) } Segmenten
    }.
page-unpacking = Die Arbeitsmappe auspacken: { COUNT($done) } von { COUNT($total) } Zeilen
page-inspecting = Die Datei durchsehen: { BYTES($done) } von { BYTES($total) }
page-unpacking-begun = Die Arbeitsmappe wird ausgepackt
page-inspecting-begun = Die Datei wird durchgesehen
page-reading-begun = Die Kunden werden gelesen
page-fitting = Verschiedene Anzahlen von Segmenten werden ausprobiert: { NUMBER($percent, 0) } %
page-judging = Es wird geprüft, wie viele Segmente es gibt: { NUMBER($percent, 0) } %
page-drawing = Kunden werden neu gezogen, um zu sehen, welche Segmente wiederkehren: { NUMBER($percent, 0) } %
page-weighing = Wie wichtig ist jedes Merkmal? { NUMBER($percent, 0) } %
page-fitting-begun = Verschiedene Anzahlen von Segmenten werden ausprobiert
page-judging-begun = Es wird geprüft, wie viele Segmente es gibt
page-drawing-begun = Kunden werden neu gezogen, um zu sehen, welche Segmente wiederkehren
page-weighing-begun = Wie wichtig ist jedes Merkmal?

## Ansehen

page-look-title = Was die Datei ist
page-look-transactions = { COUNT($rows) } Zeilen, { COUNT($customers) } Kunden, { DAY($first) } bis { DAY($last) }.
page-look-customers = { COUNT($rows) } Zeilen, eine je Kunde.
page-columns = Spalten
page-column-name = Name
page-column-type = Was es ist
page-column-role = Verwendet als
page-column-missing = Fehlend
page-column-distinct = Verschiedene Werte
page-column-hidden = nicht gezeigt
page-change-role = Ändern, als was { NAME($column) } verwendet wird
page-change-decimal-mark = Ändern, wie in { NAME($column) } die Nachkommastellen abgetrennt sind
page-change-date-order = Ändern, wie die Datumsangaben in { NAME($column) } gelesen werden
page-questions = Fragen
page-notices = Anmerkungen
page-no-notices = Nichts anzumerken.
page-encoding = Kodierung
page-delimiter = Trennzeichen
page-sheet = Blatt
page-choose-sheet = Blatt der Arbeitsmappe, das gelesen wird
page-sheet-about = { $sheet } ({ $rows ->
        [one] eine Zeile
       *[other] { COUNT($rows) } Zeilen
    }, { $columns ->
        [one] eine Spalte
       *[other] { COUNT($columns) } Spalten
    })
page-header = Kopfzeile
page-reference-day = Tage zählen bis zum (Jahr-Monat-Tag)
page-to-segments = Segmente bilden
page-look-empty = Es gibt noch keine Datei. Wählen Sie zuerst eine.
page-look-rows = { COUNT($rows) } Zeilen.
page-file = Datei
page-size = Größe
page-columns-help = Wofür jede Spalte gehalten wird. Ändern Sie, was nicht stimmt; alles Weitere folgt sofort.
page-column-range = Von – bis
page-column-half = die Hälfte zwischen { $lower } und { $upper }, Mitte { $median }
page-column-half-alike = die Hälfte oder mehr: { $median }
page-column-most-frequent = auf den häufigsten Wert entfallen { SHARE($share) }
page-columns-sampled = Wie die Werte verteilt sind, sagen { COUNT($rows) } gleichmäßig herausgegriffene Zeilen.
page-feature = Merkmal
page-median = Mittlerer Wert (Median)
page-middle-half = Mittlere Hälfte
page-see-segments = Segmente ansehen

page-features-title = Was über jeden Kunden bekannt ist ({ $customers ->
        [one] ein Kunde
       *[other] { COUNT($customers) } Kunden
    })
page-features-help = Verglichen werden die Kunden nach dem, was angehakt ist. Was empfohlen ist und warum, steht unter jedem Namen.
page-features-suggested = Das Empfohlene anhaken
page-feature-spread = Verteilung
page-feature-kinds = Arten
page-feature-kind = Art
page-feature-other-kinds = Alle anderen Arten
page-feature-closely = { NAME(WORD("feature-short", $feature)) } genauer ansehen
page-more = Mehr
page-less = Weniger
page-as-all = wie bei allen Merkmalen
page-explore = Was die Datei vor jeder Gruppierung zeigt
page-cleaning = Bereinigung
page-cleaning-help = Jede Zeile ist ein Schritt, der getan wurde oder möglich wäre, und was er betrifft. Nichts wird stillschweigend weggelassen, und jeder Schritt lässt sich zurücknehmen.
page-cleaning-none = Es gab nichts zu bereinigen.
page-cleaning-missing = Leere Zellen
page-cleaning-outliers = Werte weit weg von allen anderen
page-cleaning-step = Schritt
page-cleaning-done = Getan
page-cleaning-rows = Zeilen
page-cleaning-revenue = Umsatz
page-cleaning-leave-out = weglassen

page-repeated = { $count ->
        [one] Eine Zeile wiederholt den Kunden einer anderen Zeile.
       *[other] { COUNT($count) } Zeilen wiederholen den Kunden einer anderen Zeile.
    } Was soll zählen?
page-repeated-keep = Jede Zeile zählt als eigener Kunde
page-repeated-one = Jeder Kunde zählt einmal; behalten wird die Zeile mit den kleinsten Werten
page-repeated-segments = Hier zählt jede Zeile als Kunde, auch { $count ->
        [one] die eine, die
       *[other] die { COUNT($count) }, die
    } den Kunden einer anderen Zeile { $count ->
        [one] wiederholt
       *[other] wiederholen
    }. Die Zusammenfassung zählt Kunden.
page-repeated-decide = Wählen, was zählt

page-sources = Dateien
page-sources-help = Diese Dateien werden eine Tabelle. Was jede ist, steht daneben; wählen Sie eine Datei, um ihre Spalten zu sehen.
page-sources-add = Eine weitere Datei dieses Ladens dazunehmen
page-sources-kind = Was { NAME($file) } enthält
page-opt-outs = Kunden weglassen, die widersprochen haben
page-opt-outs-help = Fügen Sie ihre Kundennummern ein, eine je Zeile, oder wählen Sie eine Datei mit den Nummern in der ersten Spalte. Sie werden weggelassen, bevor irgendetwas berechnet wird, und aus jeder Liste, die gespeichert wird. Die Liste wird mit der Datei vergessen und gehört zu keinem Rezept.
page-opt-outs-take = Diese Kunden weglassen
page-opt-outs-file = Eine Liste wählen
page-opt-outs-forget = Die Liste vergessen
page-opt-outs-found = { COUNT($found) } von { COUNT($given) } Kunden auf der Liste sind in der Datei und wurden weggelassen.

## Segmente

page-segments-title = Ihre Kunden in { $k ->
        [one] einem Segment
       *[other] { COUNT($k) } Segmenten
    }
page-segments-empty = Es gibt noch keine Segmente. Wählen Sie zuerst eine Datei.
page-stale = Das ist der Stand vor Ihrer letzten Änderung, die sich nicht ausführen ließ. Er ist nur zum Ansehen da: gespeichert wird davon nichts.
page-number = Anzahl der Segmente
page-number-each = Was für und gegen jede Anzahl spricht
page-number-auto = Wie empfohlen
page-why-number = Warum { COUNT($k) }?
page-features = Merkmale
page-transform = Wie Werte umgerechnet werden
page-scale = Wie viel jedes Merkmal zählt
page-settings = Einstellungen
page-seed = Zahl, mit der der Zufall beginnt (Seed)
page-seed-lower = Eins niedriger
page-seed-higher = Eins höher
page-map = Karte
page-profiles = Profile
page-cards = Segmente
page-profile-table = Segmente und ihre typischen Werte (Mediane)
page-rename = { NAME(WORD("name", $segment)) } umbenennen
page-suggested-name = Den vorgeschlagenen Namen nehmen
page-set-aside = Beiseitegelegt: { $count ->
        [one] ein Kunde
       *[other] { COUNT($count) } Kunden
    }
page-segments-lead = { $customers ->
        [one] Ein Kunde, bei denen, die ihm am ähnlichsten sind.
       *[other] { COUNT($customers) } Kunden, jeder bei denen, die ihm am ähnlichsten sind.
    }
page-segments-separated = Die Segmente sind { $separation }.
page-counted-to = Tage zählen bis zum { DAY($day) }.
page-first-look = Ein erster Blick. Wie viele Segmente es gibt, wird noch geprüft; was Sie sehen, wird an Ort und Stelle verfeinert.
page-first-look-stopped = Das ist ein erster Blick; die Prüfung, wie viele Segmente es gibt, wurde abgebrochen. Vorher lässt sich nichts speichern.
page-firmness = Kehrt es wieder
page-check-on = Prüfung zu Ende führen
page-doubtful = { $count ->
        [one] Ein Segment kehrt nicht verlässlich wieder, wenn die Kunden neu gezogen werden; verlassen Sie sich nicht darauf:
       *[other] { COUNT($count) } Segmente kehren nicht verlässlich wieder, wenn die Kunden neu gezogen werden; verlassen Sie sich nicht darauf:
    }
page-one-fewer = Zu { COUNT($k) } Segmenten zusammenlegen
page-stability-help = Ebenso viele Kunden werden viele Male neu gezogen und wieder gruppiert. Die Zahl ist der Anteil der Kunden, den ein Segment und sein nächstes Gegenstück gemeinsam haben, im Mittel (clusterweiser Jaccard, Hennig 2007): ab 0,75 kehrt es wieder, ab 0,6 teilweise. Gruppen kehren wieder, Schnitte durch eine einzige Menge manchmal auch.
page-slices = Keine Anzahl ist hier besser als eine andere. Nehmen Sie so viele Abschnitte, wie Sie wirklich verschieden behandeln:
page-slices-number = { COUNT($k) } Abschnitte
page-rfm-map = Dieselben Kunden auf der RFM-Karte
page-rfm-map-help = Eine Regel statt gefundener Gruppen: Jeder Kunde bekommt 1 bis 5 Punkte dafür, wie lange der letzte Kauf her ist, wie oft und für wie viel er gekauft hat, und die drei Punktzahlen ergeben den Namen. Das hilft zu entscheiden, wen man wie behandelt; eine Anzahl von Segmenten folgt daraus nicht.
page-slices-rfm = Nur nach letztem Kauf, Häufigkeit und Ausgaben vergleichen
page-rests-on-explanation = Für jede Anzahl von Segmenten: wie weit die beiden nächsten Segmente auseinanderliegen (verlangt ist 4 oder ein Tal zwischen je zwei Nachbarn), und ob andere Kunden ebenso eingeteilt würden (verlangt ist 0,8).
page-number-is-advised = { COUNT($k) } (empfohlen)
page-fewer = Ein Segment weniger
page-more-segments = Ein Segment mehr
page-features-chosen = Merkmale: { COUNT($chosen) } von { COUNT($all) }
page-preparation = Wie Werte aufbereitet werden
page-method = Wie Segmente gemacht werden
page-method-choose = Segmente sind
page-method-help = Eine andere Art ist eine zweite Meinung: Wo sie dieselben Segmente findet, hängen sie nicht am Verfahren. Empfohlen wird immer die Anzahl des üblichen Verfahrens.
page-opinion = Zweite Meinung
page-opinion-by = Hier sind Segmente { WORD("method", $method) }.
page-opinion-each = Dasselbe für jede Anzahl von Segmenten
page-opinion-agreement = Übereinstimmung (adjustierter Rand-Index)
page-favourites = Was jedes Maß für sich allein wählen würde
page-share-of-customers = Anteil der Kunden
page-share-of-revenue = Anteil am Umsatz
page-curves-explanation = Für jede Anzahl von Segmenten: wie viel näher Kunden ihrem eigenen Segment sind als dem nächsten (höher ist besser), und wie sehr sie sich darin noch unterscheiden (niedriger ist enger).
page-map-centre-x = Mitte, erste Achse
page-map-centre-y = Mitte, zweite Achse
page-to-act = Wer zu jedem Segment gehört

page-importance = Worauf die Segmente beruhen
page-importance-help = Für { COUNT($k) } Segmente: wie viel der Unterschiede in einem Merkmal zwischen den Segmenten liegt statt in ihnen (η²), und wie sehr die Segmente zerfallen, wenn seine Werte den Kunden zufällig zugeteilt werden (0 gar nicht, 1 ganz: Permutations-Wichtigkeit).
page-importance-explained = Verschieden je Segment
page-importance-permutation = Für die Segmente nötig
page-importance-keep = Lohnt sich
page-importance-why = Warum
page-importance-use = Vergleichen nach { $count ->
        [one] dem Merkmal, das sich lohnt
       *[other] den { COUNT($count) } Merkmalen, die sich lohnen
    }

## Handeln

page-act-title = Wer zu jedem Segment gehört
page-act-empty = Es gibt noch keine Segmente. Wählen Sie zuerst eine Datei.
page-audience = Empfängerliste speichern (personenbezogene Daten)
page-audience-help = Eine Zeile je Kunde dieses Segments, für Ihr Mailprogramm. Personenbezogene Daten: behalten Sie die Liste im Haus.
page-act-lead = Wie jedes Segment ist, in den Einheiten der Datei. Die Liste seiner Kunden ist einen Schritt weiter, für Ihr Mailprogramm.
page-to-share = Was weitergegeben werden kann
page-need-list = Ich brauche die Liste dieser Kunden
page-internal-only = Personenbezogene Daten. Nur für den internen Gebrauch.

## Weitergeben

page-share-title = Was weitergegeben werden kann
page-share-empty = Es gibt noch nichts weiterzugeben. Bilden Sie zuerst Segmente.
page-share-first-look = Bevor geprüft ist, wie viele Segmente es gibt, lässt sich nichts weitergeben.
page-share-preview = Das geht hinaus: Jede Zahl der Datei steht hier, und was zurückgehalten wird, ist gekennzeichnet.
page-share-median = Median
page-share-yes = Anteil mit einem Ja
page-share-rest = Alle weiteren Zahlen darin
page-share-differences = Unterschiede zu allen anderen Kunden
page-share-differences-help = Wie oft ein Kunde des Segments mehr hat als einer außerhalb, abzüglich der umgekehrten Fälle: von −0,9 bis 0,9, und 0, wo sie sich gleichen (Cliffs Delta).
page-share-map = Orte auf der Karte
page-share-map-help = Eine Ellipse deckt die Mitte jedes Segments ab. Ihre Mitte und ihre Halbachsen sind in Standardabweichungen aller Kunden entlang der ersten Achse angegeben.
page-share-map-x = Mitte, erste Achse ({ SHARE($share) } aller Unterschiede)
page-share-map-y = Mitte, zweite Achse ({ SHARE($share) } aller Unterschiede)
page-share-map-major = Längere Halbachse
page-share-map-minor = Kürzere Halbachse
page-share-map-angle = Winkel
page-share-map-degrees = { NUMBER($degrees, 0) }°
page-share-traits = Was über jedes Segment gesagt wird
page-summary = Zusammenfassung mit Offenlegungsschutz
page-summary-html = Bericht speichern (HTML)
page-summary-json = Zusammenfassung speichern (JSON)
page-summary-csv = Zusammenfassung speichern (CSV)
page-recipe = Rezept speichern
page-recipe-help = Es enthält Ihre Einstellungen sowie die Spaltennamen und Wörter der Datei, die Sie gewählt haben: Warengruppen, Tabellenblätter, Namen von Segmenten. Werte eines Kunden enthält es nie. Damit lassen sich dieselben Segmente wieder bilden.
page-model-opened = Das Modell ist offen: Segmente behalten seine Nummern und Namen.
page-recipe-open = Rezept öffnen
page-model = Modell speichern (intern)
page-model-help = Gibt neuen Kunden ihr Segment. Es enthält genaue Werte der Segmente: behalten Sie es im Haus.
page-assignments = Segment jedes Kunden speichern (personenbezogene Daten)
page-assignments-help = Eine Zeile je Kunde. Personenbezogene Daten: behalten Sie die Datei im Haus.
page-personal-title = Dateien mit personenbezogenen Daten
page-personal-warning = Diese Dateien nennen einzelne Kunden. Sie sind keine Zusammenfassung; geben Sie sie nicht weiter.
page-ledger = Frühere Zusammenfassungen
page-ledger-count = { $count ->
        [0] Noch ist keine Zusammenfassung vermerkt. Jede, die Sie speichern, wird vermerkt.
        [one] Eine Zusammenfassung ist vermerkt. Eine neue, die sich von ihr in nur wenigen Kunden unterscheidet, wird zurückgehalten.
       *[other] { COUNT($count) } Zusammenfassungen sind vermerkt. Eine neue, die sich von einer davon in nur wenigen Kunden unterscheidet, wird zurückgehalten.
    }
page-ledger-help = Ohne das Verzeichnis sind nur die Zusammenfassungen dieser Sitzung vermerkt. Das Verzeichnis ist für den internen Gebrauch: Zusammen mit Ihrer Datei verrät es, wer in welchem Segment war.
page-ledger-save = Verzeichnis speichern (intern)
page-ledger-open = Verzeichnis öffnen
page-ledger-forget = Frühere Zusammenfassungen vergessen
page-ledger-forget-help = Vergessen Sie sie nur, wenn keine Ihre Hände verlassen hat. Wer zwei davon hat, die sich in wenigen Kunden unterscheiden, kann über diese etwas herausfinden.
page-ledger-opened = Das Verzeichnis ist offen. Es vermerkt { $count ->
        [0] keine Zusammenfassung
        [one] eine Zusammenfassung
       *[other] { COUNT($count) } Zusammenfassungen
    }.
page-ledger-forgotten = Frühere Zusammenfassungen sind vergessen.
page-saved = { NAME($file) } gespeichert.
page-summary-policy = mindestens { COUNT($size) } je Segment, Zahlen auf { COUNT($base) } gerundet
page-segments-count = { COUNT($k) } von { COUNT($of) } Segmenten
page-share-file = Die Datei der Zusammenfassung, Wort für Wort
page-own-files = Für Sie selbst
page-need-assignments = Ich brauche die Liste aller Kunden
page-audience-where = Listen einzelner Segmente gibt es im Schritt davor:

## Wenn etwas nicht klappt

page-error-title = Das hat nicht geklappt
page-error-code = Code: { $code }
page-try-again = Noch einmal versuchen
page-choose-another = Eine andere Datei wählen
