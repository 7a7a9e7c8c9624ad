### Der Bericht und die Zusammenfassung: was hinausgehen darf. Wie man eine Meldung schreibt, steht in en/errors.ftl.
###
### Eine Ausgabe zum Weitergeben ist eine „Zusammenfassung mit Offenlegungsschutz“ (disclosure-controlled summary), und nie mehr als das.

## Überschriften

report-title = Kundensegmente
report-kind = Zusammenfassung mit Offenlegungsschutz (disclosure-controlled summary)
report-looked-at = Was betrachtet wurde
report-segments = Die Segmente
report-profiles = Die Segmente in Zahlen
report-charts = Schaubilder
report-how-many = Warum so viele Segmente, und wie sicher das ist
report-rules = Regeln, denen diese Zusammenfassung folgt
report-held-back = Was zurückgehalten wurde
report-method = Wie es gemacht wurde
report-made-with = Erstellt mit Ringfence { $version }, auf dem eigenen Gerät.

## Was betrachtet wurde

report-base-customers = { COUNT($customers) } Kunden (gerundet)
report-base-period = Käufe von { DAY($first) } bis { DAY($last) }
report-base-features = Merkmale: { WORD("feature", $features) }
report-about-customers = etwa { COUNT($count) } Kunden ({ SHARE($share) })
report-map-note = Eine Ellipse deckt die Mitte eines Segments ab (1,5 Standardabweichungen um sein Zentrum). Kein Kunde ist eingezeichnet.
report-cell-mean = Mittel { QUANTITY($value, $feature) }
report-cells = Ein Median, oder ein Mittelwert, wo es dabeisteht, in den Einheiten der Datei.
report-other-method = Segmente sind { WORD("method", $method) }. Die empfohlene Anzahl und die Werte je Anzahl sind die des üblichen Verfahrens (K-Means).
report-separation = Die { COUNT($k) } Segmente sind { $separation }, auf einer Skala von −1 bis 1.

## Tabellenköpfe

report-column-segment = Segment
report-column-customers = Kunden (gerundet)
report-column-share = Anteil
report-column-revenue = Anteil am Umsatz
report-column-k = Segmente (k)

## Die Regeln

rule-minimum-size = Kein Segment mit weniger als { COUNT($needed) } Kunden wird veröffentlicht.
rule-merging = Kleinere Segmente werden mit ihrem nächsten Nachbarn zusammengelegt.
rule-rounding = Anzahlen sind auf Vielfache von { COUNT($base) } gerundet; Anteile sind aus den gerundeten Anzahlen berechnet.
rule-medians = Ein Median wird nur veröffentlicht, wo auf jeder Seite mindestens { COUNT($needed) } Kunden liegen.
rule-significant = Werte sind auf { COUNT($digits) } gültige Ziffern gerundet, Mittelwerte weniger Kunden stärker.
rule-no-extremes = Kein kleinster Wert, kein größter Wert und keine Spanne wird veröffentlicht.
rule-no-rows = Keine einzelne Zeile und keine Kundennummer ist enthalten.
rule-no-dates = Kein genaues Kaufdatum ist enthalten.
rule-charts = Die Schaubilder sind aus dieser Zusammenfassung gezeichnet, nicht aus den Kunden.
rule-dominance = Kein Durchschnitt und kein Anteil am Umsatz wird veröffentlicht, den ein oder zwei Kunden zum größten Teil ausmachen.
rule-alike = Ein Wert, den alle Kunden eines Segments gemeinsam haben, wird nicht veröffentlicht.
rule-not-protected = Diese Regeln senken das Risiko, dass jemand wiedererkannt wird; sie beseitigen es nicht. Geben Sie die Zusammenfassung nur denen, die sie brauchen.

## Was zurückgehalten wurde

held-back-nothing = Es musste nichts zurückgehalten werden.
held-back-merged = { $count ->
        [one] Ein Segment war zu klein und wurde mit einem anderen zusammengelegt.
       *[other] { COUNT($count) } Segmente waren zu klein und wurden mit anderen zusammengelegt.
    }
held-back-kinds = { $count ->
        [one] Der Anteil einer Warengruppe oder eines Kanals fehlt, weil weniger als { COUNT($needed) } Kunden dort gekauft haben.
       *[other] Die Anteile von { COUNT($count) } Warengruppen oder Kanälen fehlen, weil jeweils weniger als { COUNT($needed) } Kunden dort gekauft haben.
    }
held-back-medians = Mediane fehlen: Es sind zu wenige Kunden für je eine Hälfte auf beiden Seiten.
held-back-mean = { CAPITAL(WORD("feature-short", $feature)) }: Der Mittelwert fehlt, weil ein oder zwei Kunden ihn zum größten Teil ausmachen.
held-back-alike = { CAPITAL(WORD("feature-short", $feature)) }: fehlt, weil alle Kunden denselben Wert haben.
held-back-ellipse = Es steht nicht auf der Karte: Ein oder zwei Kunden machen seine Streuung zum größten Teil aus, oder es hat keine.
held-back-distances = { CAPITAL(WORD("feature-short", $feature)) }: Wie weit jedes Segment von allen entfernt ist, fehlt, weil es in einem ein oder zwei Kunden zum größten Teil ausmachen.
held-back-revenue = Anteile am Umsatz fehlen, weil ihn in einem Segment ein oder zwei Kunden zum größten Teil ausmachen oder es keinen hat. Aus den anderen Anteilen ließe er sich errechnen.
held-back-mark = zurückgehalten

caution-few-customers = Das sind weniger als etwa { COUNT($count) } Kunden. Bei so wenigen sagen Zahlen wenig, und wer den Laden kennt, erkennt vielleicht jemanden wieder.

## Was ein Segment auszeichnet, wo eine Zahl zurückgehalten wurde

trait-above-everyone = { CAPITAL(WORD("feature-short", $feature)) }: mehr als bei allen
trait-below-everyone = { CAPITAL(WORD("feature-short", $feature)) }: weniger als bei allen
trait-near-everyone = { CAPITAL(WORD("feature-short", $feature)) }: etwa wie bei allen

## Wie es gemacht wurde

report-method-kmeans = Die Kunden wurden mit K-Means gruppiert: jeder gehört zu dem Segment, dessen Zentrum am nächsten ist. Für jede Anzahl von Segmenten wurde vielmals begonnen und das engste Ergebnis behalten.
report-method-mixture = Die Kunden wurden mit einer Gauß-Mischung gruppiert, die bei den Segmenten von K-Means begann: Segmente dürfen weit oder eng sein und einander überlappen, und jeder Kunde gehört zu dem, das am wahrscheinlichsten zu ihm passt.
report-method-ward = Die Kunden wurden mit der Hierarchie nach Ward gruppiert: Die zwei ähnlichsten Gruppen wurden eine, immer wieder, bis so viele übrig waren, wie es Segmente gibt.
report-method-transform = Werte von { NAME(WORD("feature-short", $feature)) }: { WORD("transform", $transform) }
report-method-transforms = So gingen die Werte in die Gruppierung ein:
report-method-definition = Recency ist die Anzahl der Tage vom letzten Kauf bis zum Stichtag; Frequency ist die Anzahl der Bestellungen; Monetary ist, was ausgegeben wurde, Rückgaben abgezogen.
report-method-effect = Farben zeigen, wie weit der Mittelwert eines Segments vom Mittelwert aller entfernt ist, in Standardabweichungen, nach dieser Umrechnung.
report-method-rounding = All das wurde mit den genauen Werten gerechnet; erst danach wurden die Regeln angewandt.
