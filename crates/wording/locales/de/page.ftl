### Die Seite: Schritte, Knöpfe, Tabellen, leere Zustände. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Überall

page-title = Ringfence
page-tagline = Lernen Sie Ihre Kunden kennen
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
page-next = Weiter
page-back = Zurück
page-undo = Rückgängig
page-redo = Wiederholen
page-cancel = Abbrechen
page-close = Schließen
page-more = Mehr
page-less = Weniger
page-start-over = Mit einer anderen Datei neu beginnen
page-clear = Datei vergessen
page-theme = Aussehen
page-theme-light = Hell
page-theme-dark = Dunkel
page-theme-auto = Wie das Gerät
page-language = Sprache
page-skip = Zum Inhalt springen
page-yes = Ja
page-no = Nein
page-loading = Einen Moment
page-ready = Bereit

## Ablegen

page-drop-title = Wer sind Ihre Kunden?
page-drop-here = CSV-Datei hier ablegen
page-drop-release = Loslassen, um die Datei zu lesen
page-choose-file = Datei wählen
page-try-sample = Einen Beispielladen ausprobieren
page-sample-about = Ein erfundener Laden: etwa 2.000 Kunden und 30.000 Käufe.
page-sample-name = Beispielladen
page-file-kinds = Es geht mit einer Tabelle von Kunden (je eine Zeile) oder von Käufen (Kunde, Datum, Betrag), als CSV oder Text.
page-get-segments = Gruppen von Kunden mit Namen
page-get-charts = Schaubilder, die zeigen, was sie unterscheidet
page-get-summary = Eine Zusammenfassung zum Weitergeben
page-one-file = Bitte legen Sie immer nur eine Datei ab.

## Fortschritt

page-reading = Lesen: { BYTES($done) } von { BYTES($total) }
page-reading-rows = { COUNT($rows) } Zeilen gelesen
page-making-customers = Aus Zeilen werden Kunden
page-fitting = Zahlen von Segmenten versuchen: { COUNT($done) } von { COUNT($total) } Anläufen
page-measuring = Messen, wie gut die Segmente getrennt sind
page-naming = Die Segmente benennen
page-drawing = Zeichnen
page-cancelled = Abgebrochen. Was vorher da war, ist noch da.
page-done = Fertig: { COUNT($customers) } Kunden in { $k ->
        [one] einem Segment
       *[other] { COUNT($k) } Segmenten
    }.

## Ansehen

page-look-title = Was die Datei ist
page-look-transactions = { COUNT($rows) } Zeilen, { COUNT($customers) } Kunden, { DAY($first) } bis { DAY($last) }.
page-look-customers = { COUNT($rows) } Zeilen, eine je Kunde.
page-look-unknown = { COUNT($rows) } Zeilen. Sagen Sie unten, welche Spalte der Kunde ist und welche verglichen werden sollen.
page-columns = Spalten
page-column-name = Name
page-column-type = Was es ist
page-column-role = Verwendet als
page-column-missing = Fehlend
page-column-distinct = Verschiedene Werte
page-column-personal = Personenbezug
page-column-example = Beispiel
page-column-hidden = nicht gezeigt
page-missing-none = nichts fehlt
page-missing-share = { SHARE($share) } fehlen
page-change-role = Ändern, als was { NAME($column) } verwendet wird
page-questions = Fragen
page-notices = Anmerkungen
page-no-notices = Nichts anzumerken.
page-file-details = Wie die Datei gelesen wurde
page-encoding = Kodierung
page-delimiter = Trennzeichen
page-header = Kopfzeile
page-reference-day = Tage zählen bis zum
page-to-segments = Segmente bilden

## Segmente

page-segments-title = Ihre Kunden in { $k ->
        [one] einem Segment
       *[other] { COUNT($k) } Segmenten
    }
page-segments-empty = Es gibt noch keine Segmente. Wählen Sie zuerst eine Datei.
page-number = Zahl der Segmente
page-number-advised = empfohlen: { COUNT($k) }
page-number-auto = Wie empfohlen
page-why-number = Warum { COUNT($k) }?
page-features = Merkmale
page-transform = Umformung
page-scale = Gewichte
page-settings = Einstellungen
page-seed = Startwert
page-restarts = Anläufe
page-map = Karte
page-profiles = Profile
page-how-many = Wie viele Segmente
page-cards = Segmente
page-profile-table = Segmente und ihre typischen Werte (Mediane)
page-rename = { NAME(WORD("name", $segment)) } umbenennen
page-rename-label = Name des Segments
page-suggested-name = Den vorgeschlagenen Namen nehmen
page-sets-apart = Was sie unterscheidet
page-separation = Wie gut getrennt
page-set-aside = Beiseitegestellt: { $count ->
        [one] ein Kunde
       *[other] { COUNT($count) } Kunden
    }

## Handeln

page-act-title = Was mit jedem Segment zu tun ist
page-act-empty = Es gibt noch keine Segmente. Wählen Sie zuerst eine Datei.
page-audience = Empfängerliste speichern (personenbezogene Daten)
page-audience-help = Eine Zeile je Kunde dieses Segments, für Ihr Mailprogramm. Personenbezogene Daten: behalten Sie die Liste im Haus.
page-audience-title = Empfängerlisten

## Weitergeben

page-share-title = Was weitergegeben werden kann
page-share-empty = Es gibt noch nichts weiterzugeben. Bilden Sie zuerst Segmente.
page-share-preview = Genau das geht hinaus.
page-summary = Zusammenfassung mit Offenlegungsschutz
page-summary-html = Bericht speichern (HTML)
page-summary-json = Zusammenfassung speichern (JSON)
page-summary-csv = Zusammenfassung speichern (CSV)
page-recipe = Rezept speichern
page-recipe-help = Alle Ihre Einstellungen, keine Daten. Damit lassen sich dieselben Segmente wieder bilden.
page-recipe-open = Rezept öffnen
page-model = Modell speichern (intern)
page-model-help = Gibt neuen Kunden ihr Segment. Es enthält genaue Werte der Segmente: behalten Sie es im Haus.
page-assignments = Segment jedes Kunden speichern (personenbezogene Daten)
page-assignments-help = Eine Zeile je Kunde. Personenbezogene Daten: behalten Sie die Datei im Haus.
page-personal-title = Dateien mit personenbezogenen Daten
page-personal-warning = Diese Dateien nennen einzelne Kunden. Sie sind keine Zusammenfassung; geben Sie sie nicht weiter.
page-personal-confirm = Verstanden; die Datei mit personenbezogenen Daten speichern
page-saved = { NAME($file) } gespeichert.

## Wenn etwas nicht klappt

page-error-title = Das hat nicht geklappt
page-error-code = Code: { $code }
page-try-again = Noch einmal versuchen
page-choose-another = Eine andere Datei wählen
page-unsupported = Dieser Browser ist zu alt für Ringfence: er kann WebAssembly nicht ausführen. Nehmen Sie eine aktuelle Version von Firefox, Chrome, Edge oder Safari.
