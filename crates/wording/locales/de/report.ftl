### Der Bericht und die Zusammenfassung: was hinausgehen darf. Wie man eine Meldung schreibt, steht in en/errors.ftl.
###
### Eine Ausgabe zum Weitergeben ist eine „Zusammenfassung mit Offenlegungsschutz“ (disclosure-controlled summary), und nie mehr als das.

## Überschriften

report-title = Kundensegmente
report-kind = Zusammenfassung mit Offenlegungsschutz (disclosure-controlled summary)
report-looked-at = Was betrachtet wurde
report-segments = Die Segmente
report-charts = Schaubilder
report-how-many = Warum so viele Segmente
report-rules = Regeln, denen diese Zusammenfassung folgt
report-held-back = Was zurückgehalten wurde
report-notices = Anmerkungen zu den Daten
report-method = Wie es gemacht wurde
report-made-with = Erstellt mit Ringfence { $version }, auf dem eigenen Gerät.

## Was betrachtet wurde

report-base-customers = { COUNT($customers) } Kunden (gerundet)
report-base-period = Käufe von { $first } bis { $last }
report-base-features = Merkmale: { WORD("feature", $features) }
report-segment-line = { WORD("name", $segment) }: etwa { COUNT($count) } Kunden ({ SHARE($share) })
report-centre = Typischer Wert (gerundet)

## Tabellenköpfe

report-column-segment = Segment
report-column-customers = Kunden (gerundet)
report-column-share = Anteil
report-column-revenue = Anteil am Umsatz

## Die Regeln

rule-minimum-size = Kein Segment mit weniger als { COUNT($needed) } Kunden wird veröffentlicht.
rule-merging = Kleinere Segmente werden mit ihrem nächsten Nachbarn zusammengelegt.
rule-rounding = Anzahlen sind auf Vielfache von { COUNT($base) } gerundet; Anteile sind aus den gerundeten Anzahlen berechnet.
rule-significant = Werte sind auf { COUNT($digits) } gültige Ziffern gerundet.
rule-no-extremes = Kein kleinster Wert, kein größter Wert und keine Spanne wird veröffentlicht.
rule-no-rows = Keine einzelne Zeile und keine Kundennummer ist enthalten.
rule-no-dates = Kein genaues Kaufdatum ist enthalten.
rule-charts = Die Schaubilder sind aus dieser Zusammenfassung gezeichnet, nicht aus den Kunden.
rule-dominance = Kein Durchschnitt wird veröffentlicht, den ein oder zwei Kunden zum größten Teil ausmachen.
rule-not-protected = Diese Regeln senken das Risiko, dass jemand wiedererkannt wird; sie beseitigen es nicht. Geben Sie die Zusammenfassung nur denen, die sie brauchen.

## Was zurückgehalten wurde

held-back-nothing = Es musste nichts zurückgehalten werden.
held-back-merged = { $count ->
        [one] Ein Segment war zu klein und wurde mit einem anderen zusammengelegt.
       *[other] { COUNT($count) } Segmente waren zu klein und wurden mit anderen zusammengelegt.
    }
held-back-values = { $count ->
        [one] Ein Wert wurde weggelassen, weil zu wenige Kunden hinter ihm stehen.
       *[other] { COUNT($count) } Werte wurden weggelassen, weil zu wenige Kunden hinter ihnen stehen.
    }
held-back-feature = { NAME(WORD("feature-short", $feature)) } fehlt bei { WORD("name", $segment) }.
held-back-mark = zurückgehalten

## Wie es gemacht wurde

report-method-kmeans = Die Kunden wurden mit K-means gruppiert: jeder gehört zu dem Segment, dessen Zentrum am nächsten ist. Für jede Zahl von Segmenten wurde { $restarts ->
        [one] einmal
       *[other] { COUNT($restarts) }-mal
    } begonnen und das engste Ergebnis behalten (Startwert { $seed }).
report-method-transform = Werte: { WORD("transform", $transform) }. Gewichte: { WORD("scale", $scale) }.
report-method-definition = Recency ist die Zahl der Tage vom letzten Kauf bis zum { $day }; Frequency ist die Zahl der Bestellungen; Monetary ist, was ausgegeben wurde, Rückgaben abgezogen.
