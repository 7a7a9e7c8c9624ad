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

report-base-customers = Etwa { COUNT($customers) } Kunden
report-base-period = Käufe von { DAY($first) } bis { DAY($last) }
report-base-features = Merkmale: { WORD("feature", $features) }
report-about-customers = etwa { COUNT($count) } Kunden ({ SHARE($share) })
report-map-note = Eine Ellipse deckt die Mitte eines Segments ab (1,5 Standardabweichungen um sein Zentrum), auf einem groben Raster. Kein Kunde ist eingezeichnet.
report-cells = Mediane in den Einheiten der Datei. Bei Ja/Nein-Spalten der Anteil der Kunden mit einem Ja.
report-other-method = Segmente sind { WORD("method", $method) }. Die empfohlene Anzahl ist die des üblichen Verfahrens (K-Means).
report-foresight-about = Die Kunden wurden so in { COUNT($k) } Segmente geteilt, als hätte es das letzte Quartal ({ DAY($from) } bis { DAY($to) }) noch nicht gegeben. Wie viel der Unterschiede zwischen den Kunden in diesem Quartal verrät das?

## Tabellenköpfe

report-column-segment = Segment
report-column-customers = Kunden (etwa)
report-column-share = Anteil
report-column-revenue = Anteil am Umsatz

## Die Regeln

rule-minimum-size = Kein Segment mit weniger als { COUNT($needed) } Kunden wird veröffentlicht.
rule-persons = Gezählt werden Kunden, nicht Zeilen.
rule-noise = Anzahlen tragen ein wenig Rauschen, höchstens ±{ COUNT($by) }. Dieselben Kunden erhalten in jeder Zusammenfassung dasselbe Rauschen.
rule-rounding = Danach werden Anzahlen auf Vielfache von { COUNT($base) } gerundet. Anteile sind die der veröffentlichten Anzahlen.
rule-medians = Ein Median wird nur veröffentlicht, wenn auf jeder Seite mindestens { COUNT($needed) } Kunden mit einem Wert stehen.
rule-shared-medians = Ein Median wird gerundet, bis mindestens { COUNT($count) } Kunden ihn gemeinsam haben.
rule-significant = Werte haben höchstens { COUNT($digits) } gültige Ziffern.
rule-no-extremes = Kein kleinster Wert, kein größter Wert und keine Spanne wird veröffentlicht.
rule-no-rows = Keine einzelne Zeile und keine Kundennummer ist enthalten.
rule-no-dates = Statt Tagen werden Monate genannt.
rule-charts = Schaubilder zeigen, was veröffentlicht wird, auf einem groben Raster. Ein oder zwei Kunden ergeben nie eine Ellipse.
rule-dominance = Kein Anteil am Umsatz wird veröffentlicht, den wenige Kunden zu einem großen Teil ausmachen.
rule-alike = Haben fast alle Kunden eines Segments denselben Wert, fehlt diese Spalte in allen Segmenten und in allen Namen.
rule-secret-others = Ab wie vielen abweichenden Kunden eine Spalte nicht mehr als allen gemeinsam gilt, bleibt das Geheimnis des Ladens: mindestens zehn.
rule-flags = Der Anteil einer Ja/Nein-Spalte wird nur veröffentlicht, wenn in jedem Segment und außerhalb mindestens { COUNT($needed) } Kunden ein Ja und { COUNT($needed) } ein Nein haben.
rule-flag-bounds = Ein solcher Anteil wird nie kleiner als 5 % oder größer als 95 % angegeben.
rule-kinds = Eine Warengruppe oder ein Kanal wird nur genannt, wenn dort mindestens { COUNT($needed) } Kunden des Segments gekauft haben und ebenso viele andere.
rule-ranks = Unterschiede zwischen Segmenten sind die von Rängen, in Zehnteln.
rule-words = Warum es so viele Segmente sind und wie sicher das ist, wird in Worten gesagt.
rule-personal-names = Spaltenköpfe und Namen, die nach einem Menschen, einer Anschrift oder einer Nummer aussehen, fehlen.
rule-memory = Das Verzeichnis des Absenders merkt sich frühere Zusammenfassungen. Eine, die sich von ihnen in nur wenigen Kunden unterscheidet, wird abgelehnt, ebenso eine unter anderen Grenzen.
rule-few = Bei weniger als etwa { COUNT($count) } Kunden werden nur die Größen der Segmente veröffentlicht.
rule-not-protected = Diese Regeln senken das Risiko, dass jemand wiedererkannt wird; sie beseitigen es nicht. Geben Sie die Zusammenfassung nur denen, die sie brauchen.

## Was zurückgehalten wurde

held-back-nothing = Es musste nichts zurückgehalten werden.
held-back-merged = { $count ->
        [one] Ein Segment war zu klein und wurde mit einem anderen zusammengelegt.
       *[other] { COUNT($count) } Segmente waren zu klein und wurden mit anderen zusammengelegt.
    }
held-back-feature = { CAPITAL(WORD("feature-short", $feature)) }: fehlt nach diesen Regeln in allen Segmenten.
held-back-few = Es sind weniger als etwa { COUNT($count) } Kunden. Bei so wenigen wird nur veröffentlicht, wie groß die Segmente sind.
held-back-headers = { $count ->
        [one] Eine Spalte fehlt, weil ihr Kopf nach einem Menschen aussieht oder danach, wie man ihn erreicht.
       *[other] { COUNT($count) } Spalten fehlen, weil ihre Köpfe nach Menschen aussehen oder danach, wie man sie erreicht.
    }
held-back-kinds = { $count ->
        [one] Der Anteil einer Warengruppe oder eines Kanals fehlt, weil weniger als { COUNT($needed) } Kunden dort gekauft haben.
       *[other] Die Anteile von { COUNT($count) } Warengruppen oder Kanälen fehlen, weil jeweils weniger als { COUNT($needed) } Kunden dort gekauft haben.
    }
held-back-medians = Einige Mediane fehlen: Auf einer Seite stehen zu wenige Kunden, oder zu wenige haben den gerundeten Wert gemeinsam.
held-back-ellipse = Es steht nicht auf der Karte.
held-back-revenue = Anteile am Umsatz fehlen. In einem Segment machen ihn wenige Kunden zu einem großen Teil aus, oder es hat keinen; die anderen Anteile würden ihn verraten.
held-back-mark = zurückgehalten
share-at-most = 5 % oder weniger
share-at-least = 95 % oder mehr

caution-few-customers = Das sind weniger als etwa { COUNT($count) } Kunden. Bei so wenigen sagen Zahlen wenig, und wer den Laden kennt, erkennt vielleicht jemanden wieder.
caution-several-rows = Manche Kunden haben mehrere Zeilen in der Datei. Hier zählt jeder einmal in jedem Segment, in dem eine seiner Zeilen liegt.

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
report-method-effect = Farben zeigen, wie oft ein Kunde des Segments mehr hat als ein Kunde außerhalb, abzüglich des umgekehrten Falls (Cliffs Delta), in Zehnteln.
report-method-rounding = All das wurde mit den genauen Werten gerechnet. Erst danach wurden die Regeln angewandt.
