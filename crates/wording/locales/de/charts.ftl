### Schaubilder: der Titel ist der Befund, der Untertitel sagt, was man sieht. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Jedes Schaubild

chart-keys = Die Pfeiltasten links und rechts lesen das Schaubild Punkt für Punkt vor.
chart-as-table = Als Tabelle zeigen
chart-as-chart = Als Schaubild zeigen
chart-customers = Kunden
chart-everyone = Alle
chart-segment = Segment
chart-empty = Es gibt noch nichts zu zeichnen.

## Karte: Streubild der ersten zwei Hauptkomponenten

chart-map-title = { $k ->
        [one] Ein Segment von Kunden
       *[other] { COUNT($k) } Segmente von Kunden nebeneinander
    }
chart-map-subtitle = Nah beieinander heißt ähnlich. Die zwei Achsen zeigen { SHARE($share) } aller Unterschiede (Hauptkomponenten).
chart-map-sampled = Gezeichnet sind { COUNT($shown) } von { COUNT($customers) } Kunden.
chart-map-x = Größter Unterschied (erste Hauptkomponente, { SHARE($share) })
chart-map-y = Zweitgrößter Unterschied (zweite Hauptkomponente, { SHARE($share) })
chart-map-mark = Ein Kunde aus { WORD("name", $segment) }

## Knick

chart-elbow-title = Nach { COUNT($k) } Segmenten bringen weitere nur noch wenig
chart-elbow-title-none = Es gibt keinen klaren Knick: jedes weitere Segment bringt etwa gleich viel
chart-elbow-mark = { COUNT($k) } Segmente: Streuung { SIGNIFICANT($value) }

## Silhouette je Anzahl der Segmente

chart-silhouette-x = Anzahl der Segmente (k)
chart-silhouette-mark = { COUNT($k) } Segmente: Trennung { NUMBER($value, 3) }
chart-advised = empfohlen: { COUNT($k) }
chart-chosen = gewählt: { COUNT($k) }
chart-number-title = Bei { COUNT($k) } Segmenten liegen je zwei auseinander
chart-number-title-none = Bei keiner Anzahl von Segmenten liegen alle auseinander
chart-ashman-mark = { COUNT($k) } Segmente: Abstand der beiden nächsten { NUMBER($value, 2) }
chart-ashman-threshold = zwei Mengen ab { NUMBER($value, 1) }
chart-strength-threshold = verlangt: { NUMBER($value, 1) }
chart-strength-mark = { COUNT($k) } Segmente: Vorhersagestärke { NUMBER($value, 2) }

## Baum der Gruppen

chart-tree-title = { COUNT($k) } Segmente, und wie sie entstehen
chart-tree-subtitle = Von unten zu lesen: Die zwei ähnlichsten Gruppen werden eine, immer wieder; je höher sie sich verbinden, desto verschiedener sind sie. Der Baum beginnt mit { COUNT($leaves) } Gruppen und ist dort geschnitten, wo { COUNT($k) } übrig sind.
chart-tree-x = Gruppen von Kunden, nach Segment
chart-tree-y = Wie verschieden sie sind (Abstand nach Ward)
chart-tree-cut = { COUNT($k) } Segmente
chart-tree-mark = Aus { COUNT($from) } Gruppen werden { COUNT($to) }: { COUNT($left) } und { COUNT($right) } Kunden verbinden sich bei { SIGNIFICANT($height) }
chart-tree-left = Gruppen übrig
chart-tree-one = Kunden der einen
chart-tree-other = Kunden der anderen
chart-tree-height = Abstand

## Profil als Wärmebild

chart-profile-title = { WORD("name", $segment) }: { WORD("feature-short", $feature) } weit { $direction ->
        [low] unter dem Üblichen
       *[high] über dem Üblichen
    }
chart-profile-subtitle = Farbe: wie weit ein Segment von allen entfernt ist (Standardabweichungen). In der Zelle: der mittlere Wert (Median).
report-profile-subtitle = Farbe: wie oft Kunden eines Segments mehr haben als andere, abzüglich wie oft sie weniger haben. In der Zelle: der mittlere Wert (Median).
chart-profile-scale-low = niedriger als alle
chart-profile-scale-high = höher als alle
chart-profile-mark = { WORD("name", $segment) }, { WORD("feature-short", $feature) }: { QUANTITY($value, $feature) }, { NUMBER($deviations, 1) } Standardabweichungen von allen entfernt

## Merkmale, Monate, Korrelationen

chart-spread-title = Wie sich { NAME(WORD("feature-short", $feature)) } verteilt
chart-spread-after = Dasselbe, vorbereitet: { WORD("transform", $transform) }
chart-spread-skewness = Anzahl der Kunden je Wert; Schiefe { NUMBER($skewness, 1) } (0 ist ausgewogen, über 1 läuft es lang aus).
chart-spread-mark = { SIGNIFICANT($from) } bis { SIGNIFICANT($to) }: { $count ->
        [one] ein Kunde
       *[other] { COUNT($count) } Kunden
    }
chart-months-title = { $what } je Monat, am meisten { $month }
chart-months-explanation = Nach Kalendermonat; der erste und der letzte können unvollständig sein.
chart-months-choose = Was je Monat gezeigt wird
chart-months-revenue = Umsatz
chart-months-orders = Bestellungen
chart-months-customers = Kunden, die kauften
chart-month = Monat
chart-correlation = Rangkorrelation
chart-correlations-title-together = Je höher { NAME(WORD("feature-short", $one)) }, desto höher { NAME(WORD("feature-short", $other)) }: Keine zwei Merkmale hängen enger zusammen (Rangkorrelation { NUMBER($rho, 2) })
chart-correlations-title-against = Je höher { NAME(WORD("feature-short", $one)) }, desto niedriger { NAME(WORD("feature-short", $other)) }: Keine zwei Merkmale hängen enger zusammen (Rangkorrelation { NUMBER($rho, 2) })
chart-correlations-none = Keine zwei Merkmale hängen zusammen
chart-correlations-explanation = Für jedes Paar von Merkmalen: steigt das eine mit dem anderen? Von zweien nahe 1 oder −1 genügt eines (Rangkorrelation nach Spearman).
chart-correlations-against = eines fällt, wenn das andere steigt
chart-correlations-together = beide steigen zusammen
