### Was Segmente sind: Merkmale, Namen, Karten, Empfehlung ihrer Anzahl. Wie man eine Meldung schreibt, steht in en/errors.ftl.

## Merkmale

feature-recency = wie lange ihr letzter Kauf her ist (Recency, Tage)
feature-frequency = wie oft sie gekauft haben (Frequency, Bestellungen)
feature-monetary = wie viel sie ausgegeben haben (Monetary, im Geld der Datei)
feature-average-order-value = wie viel sie jeweils ausgeben (mittlerer Bestellwert)
feature-tenure = wie lange sie schon Kunden sind (Tenure, Tage)
feature-median-gap = wie viele Tage gewöhnlich zwischen Käufen liegen (mittlerer Abstand, Tage)
feature-gap-variation = wie unregelmäßig sie kaufen (Variation der Abstände zwischen Käufen)
feature-lines-per-order = wie viele Positionen eine Bestellung hat (Positionen je Bestellung)
feature-units-per-order = wie viele Stück eine Bestellung hat (Stück je Bestellung)
feature-price-per-unit = was ein Stück im Mittel kostet (Preis je Stück)
feature-category-diversity = aus wie vielen Warengruppen sie wirklich kaufen (Vielfalt, exp der Entropie)
feature-other-categories-share = Anteil der Ausgaben für alle anderen Warengruppen
feature-discount-rate = wie viel vom Preis abging (Rabattquote)
feature-discounted-orders = Anteil der Bestellungen mit Rabatt
feature-return-rate = wie viel vom Gekauften zurückkam (Rückgabequote)
feature-quarter1-share = Anteil der Ausgaben von Januar bis März
feature-quarter2-share = Anteil der Ausgaben von April bis Juni
feature-quarter3-share = Anteil der Ausgaben von Juli bis September
feature-quarter4-share = Anteil der Ausgaben von Oktober bis Dezember
feature-nov-dec-share = Anteil der Ausgaben im November und Dezember
feature-weekend-share = Anteil der Bestellungen am Samstag oder Sonntag
feature-evening-share = Anteil der Bestellungen ab 18:00 Uhr
feature-other-channels-share = Anteil der Ausgaben über alle anderen Wege
feature-category-share = Anteil der Ausgaben für { NAME($name) }
feature-channel-share = Anteil der Ausgaben über { NAME($name) }
feature-column = { $name }

feature-short-recency = Tage seit dem letzten Kauf
feature-short-frequency = Anzahl der Bestellungen
feature-short-monetary = Ausgaben
feature-short-average-order-value = Ausgaben je Bestellung
feature-short-tenure = Tage als Kunde
feature-short-median-gap = Tage zwischen Käufen
feature-short-gap-variation = Unregelmäßigkeit der Käufe
feature-short-lines-per-order = Positionen je Bestellung
feature-short-units-per-order = Stück je Bestellung
feature-short-price-per-unit = Preis je Stück
feature-short-category-diversity = Anzahl der Warengruppen, nach Ausgaben gewichtet
feature-short-other-categories-share = Anteil der Ausgaben für alle anderen Warengruppen
feature-short-discount-rate = Rabattquote
feature-short-discounted-orders = Anteil der Bestellungen mit Rabatt
feature-short-return-rate = Rückgabequote
feature-short-quarter1-share = Anteil der Ausgaben von Januar bis März
feature-short-quarter2-share = Anteil der Ausgaben von April bis Juni
feature-short-quarter3-share = Anteil der Ausgaben von Juli bis September
feature-short-quarter4-share = Anteil der Ausgaben von Oktober bis Dezember
feature-short-nov-dec-share = Anteil der Ausgaben im November und Dezember
feature-short-weekend-share = Anteil der Bestellungen am Wochenende
feature-short-evening-share = Anteil der Bestellungen am Abend
feature-short-other-channels-share = Anteil der Ausgaben über alle anderen Wege
feature-short-category-share = Anteil der Ausgaben für { NAME($name) }
feature-short-channel-share = Anteil der Ausgaben über { NAME($name) }
feature-short-column = { $name }

amount-recency = { NUMBER($value, 0) ->
        [one] { NUMBER($value, 0) } Tag
       *[other] { NUMBER($value, 0) } Tage
    }
amount-frequency = { SIGNIFICANT($value) ->
        [one] { SIGNIFICANT($value) } Bestellung
       *[other] { SIGNIFICANT($value) } Bestellungen
    }
amount-monetary = { SIGNIFICANT($value) }
amount-average-order-value = { SIGNIFICANT($value) }
amount-tenure = { NUMBER($value, 0) ->
        [one] { NUMBER($value, 0) } Tag
       *[other] { NUMBER($value, 0) } Tage
    }
amount-median-gap = { NUMBER($value, 1) ->
        [one] { NUMBER($value, 1) } Tag
       *[other] { NUMBER($value, 1) } Tage
    }
amount-gap-variation = { SIGNIFICANT($value) }
amount-lines-per-order = { SIGNIFICANT($value) }
amount-units-per-order = { SIGNIFICANT($value) }
amount-price-per-unit = { SIGNIFICANT($value) }
amount-category-diversity = { SIGNIFICANT($value) }
amount-other-categories-share = { SHARE($value) }
amount-discount-rate = { SHARE($value) }
amount-discounted-orders = { SHARE($value) }
amount-return-rate = { SHARE($value) }
amount-quarter1-share = { SHARE($value) }
amount-quarter2-share = { SHARE($value) }
amount-quarter3-share = { SHARE($value) }
amount-quarter4-share = { SHARE($value) }
amount-nov-dec-share = { SHARE($value) }
amount-weekend-share = { SHARE($value) }
amount-evening-share = { SHARE($value) }
amount-other-channels-share = { SHARE($value) }
amount-category-share = { SHARE($value) }
amount-channel-share = { SHARE($value) }

## Schritte der Bereinigung

cleaning-opt-outs = Kunden, die widersprochen haben
cleaning-without-amount = Zeilen ohne Betrag
cleaning-without-customer = Zeilen ohne Kunden
cleaning-without-date = Zeilen ohne Datum
cleaning-after-reference-day = Zeilen ab dem Tag, bis zu dem gezählt wird
cleaning-duplicate-rows = Zeilen, die eine andere in jeder Zelle wiederholen
cleaning-postage = Porto und Versand
cleaning-fees = Gebühren
cleaning-adjustments = Korrekturen von Hand
cleaning-discounts = Rabatte als eigene Zeile
cleaning-vouchers = Gutscheine
cleaning-samples = Muster
cleaning-no-price = Preis null oder darunter
cleaning-returns = Rückgaben, vom Gekauften abgezogen
cleaning-returns-only = Kunden, die nur zurückgaben
cleaning-net-spend-not-positive = Kunden, die so viel zurückgaben, wie sie kauften, oder mehr

## Segmentnamen aus der RFM-Karte und was jeder bedeutet

name-champions = Spitzenkunden
name-loyal = Treue Kunden
name-potential-loyalist = Auf dem Weg zur Treue
name-new = Neue Kunden
name-promising = Vielversprechende
name-needs-attention = Brauchen Aufmerksamkeit
name-about-to-sleep = Schlafen bald ein
name-at-risk = Abwanderungsgefährdet
name-cant-lose = Nicht verlieren
name-hibernating = Im Winterschlaf
name-lost = Verlorene

name-champions-meaning = Sie haben kürzlich gekauft, kaufen oft und geben am meisten aus.
name-loyal-meaning = Sie kommen regelmäßig wieder und geben viel aus.
name-potential-loyalist-meaning = Sie haben kürzlich und mehr als einmal gekauft; sie könnten Stammkunden werden.
name-new-meaning = Sie haben vor Kurzem zum ersten Mal gekauft.
name-promising-meaning = Ihr letzter Kauf ist nicht lange her, aber sie haben noch nicht viel gekauft.
name-needs-attention-meaning = Sie liegen in allem in der Mitte und waren eine Weile nicht da.
name-about-to-sleep-meaning = Sie haben wenig gekauft, und ihr letzter Kauf liegt einige Zeit zurück.
name-at-risk-meaning = Sie haben oft gekauft und viel ausgegeben, waren aber lange nicht da.
name-cant-lose-meaning = Sie gehörten zu den Allerbesten und haben sehr lange nichts gekauft.
name-hibernating-meaning = Sie haben wenig gekauft, und das vor langer Zeit.
name-lost-meaning = Sie haben am wenigsten gekauft, und ihr letzter Kauf liegt am längsten zurück.

## Namen aus Merkmalen und andere Namen

name-high = { WORD("feature-short", $feature) } hoch
name-low = { WORD("feature-short", $feature) } niedrig
name-high-low = { WORD("feature-short", $high) } hoch, { WORD("feature-short", $low) } niedrig
name-high-high = { WORD("feature-short", $first) } und { WORD("feature-short", $second) } hoch
name-low-low = { WORD("feature-short", $first) } und { WORD("feature-short", $second) } niedrig
name-average = Nahe am Durchschnitt
name-numbered = { WORD("name", $name) } { COUNT($number) }
name-segment = Segment { COUNT($number) }
name-rest = Die übrigen
name-rule-rfm = Benannt nach dem typischen Kunden (Median): Recency { COUNT($recency) }, Frequency { COUNT($frequency) } und Monetary { COUNT($monetary) } Punkte, jeweils von 1 bis 5 (5 ist am besten).
name-rule-features = Benannt nach den Merkmalen, in denen es sich am meisten von allen unterscheidet.
name-rule-user = Sie haben ihm diesen Namen gegeben.

## Segmentkarten

segment-size = { $count ->
        [one] ein Kunde
       *[other] { COUNT($count) } Kunden
    } ({ SHARE($share) })
segment-revenue-share = { SHARE($share) } des Umsatzes
trait-above = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, mehr als üblich ({ QUANTITY($everyone, $feature) })
trait-below = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, weniger als üblich ({ QUANTITY($everyone, $feature) })
trait-near = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, etwa wie üblich ({ QUANTITY($everyone, $feature) })
trait-mostly = { NAME($category) }: { NAME($level) } bei { SHARE($share) }, bei allen { SHARE($everyone) }

## Welche Merkmale, und warum

select-kept = Es unterscheidet die Kunden.
select-offered = Es kann hinzugenommen werden.
select-days-offered = Seine Daten zählen als die Tage, die seither vergangen sind. Es kann hinzugenommen werden.
select-rfm = Es ist empfohlen, weil Segmente nach Recency, Frequency und Ausgaben (RFM) benannt werden.
select-kinds-offered = Es enthält Arten, keine Zahlen. Es kann hinzugenommen werden.
select-kinds-alike = Zu wenige Kunden teilen eine Art, oder alle tun es.
select-constant = Alle Kunden haben denselben Wert.
select-identifier = Es zählt die Kunden nur durch.
select-missing = { SHARE($share) } der Kunden haben keinen Wert.
select-redundant = Es sagt fast dasselbe wie { NAME(WORD("feature-short", $other)) } (Rangkorrelation { NUMBER($correlation, 2) }).
select-several-modes = Seine Werte häufen sich an mehr als einer Stelle, was auf Gruppen hindeutet (Dip-Test).

importance-bound = Es hängt mit den anderen Merkmalen zusammen: Mischt man es unter den Kunden, werden die Segmente lockerer.
importance-tied = Es geht mit { NAME(WORD("feature-short", $other)) } zusammen (Rangkorrelation { NUMBER($correlation, 2) }).
importance-several-modes = Es steht für sich, aber seine Werte häufen sich an mehr als einer Stelle.
importance-loose = Es steht für sich: Mischt man es unter den Kunden, bleiben die Segmente so dicht, wie sie sind.
importance-clearer-without = Ohne es sind die Kunden besser getrennt (vereinfachte Silhouette { NUMBER($after, 2) } statt { NUMBER($before, 2) }).

## Wie viele Segmente

advice-apart = { COUNT($k) } Segmente sind empfohlen: Je zwei von ihnen liegen auseinander, dazwischen sind wenige Kunden (Ashmans D mindestens { NUMBER($d, 1) }; eine einzige, geteilte Menge bleibt unter 4).
advice-apart-held-out = { COUNT($k) } Segmente sind empfohlen: Je zwei von ihnen liegen auseinander, dazwischen sind wenige Kunden (Ashmans D mindestens { NUMBER($d, 1) }; eine einzige, geteilte Menge bleibt unter 4), auch unter Kunden, aus denen sie nicht gebildet sind ({ NUMBER($heldOut, 1) }; verlangt ist 3,5).
advice-valleys = { COUNT($k) } Segmente sind empfohlen: Sie überlappen sich, und doch liegt zwischen je zwei Nachbarn ein Tal mit weniger Kunden als auf beiden Seiten, auch unter Kunden, aus denen sie nicht gebildet sind (Hartigans Dip, p unter { NUMBER($p, 2) }).
advice-wholly-apart = { COUNT($k) } Segmente sind empfohlen: In jedem gleichen sich die Kunden, und dazwischen ist niemand.
advice-levels = Es gibt zwei Ebenen: { COUNT($coarser) } grobe Gruppen, die besser getrennt sind, und die { COUNT($k) } in ihnen. Wählen Sie die, deren Gruppen Sie verschieden behandeln werden.
advice-agreement = Von { COUNT($asked) } Maßen würden { COUNT($agreeing) } dieselbe Zahl wählen.
advice-gap-sees-one = Die Gap-Statistik sieht nur eine einzige Gruppe. Sie übersieht Gruppen, die paarweise liegen oder verschieden groß sind; sehen Sie nach, ob Ihnen die Segmente etwas sagen.
advice-one-crowd = Wie man die Kunden auch teilt, manche Nachbarn sind eine einzige, geteilte Menge: Ashmans D ist bestenfalls { NUMBER($d, 1) }; verlangt ist { NUMBER($needed, 0) } oder ein Tal zwischen je zwei Nachbarn.
advice-only-values = Wo Segmente auseinanderliegen, liegt es an Werten, die viele Kunden gemeinsam haben, wie ja und nein, nichts oder runde Zahlen. Solche Werte sind keine Gruppen.
advice-only-flag = Zwei Arten von Kunden gibt es allein nach { NAME(WORD("feature-short", $feature)) }: { SHARE($share) } haben dort den größeren der beiden Werte, alle anderen den kleineren. Davon abgesehen sind sie eine einzige Menge.
advice-only-zeros = Zwei Arten von Kunden gibt es allein nach { NAME(WORD("feature-short", $feature)) }: { SHARE($share) } haben dort 0, alle anderen mehr. Davon abgesehen sind sie eine einzige Menge.
advice-only-kinds = Bei { COUNT($k) } sind die Segmente die Werte von { NAME(WORD("feature-short", $feature)) } und sonst nichts. Davon abgesehen sind die Kunden eine einzige Menge.
advice-one-piece = Manche Segmente liegen auseinander und hängen doch zusammen: Ein ebenso dicht besetzter Weg führt vom einen zum anderen, wie in einem Ring oder einem Bogen.
advice-none-holds = Manche Einteilungen trennen diese Kunden, doch andere lägen nicht auseinander oder würden anders eingeteilt, Segmente würden zu klein, oder es sind zu wenige Kunden, um es zu sagen.
advice-always-answers = Maße, die immer eine Zahl nennen, wie die Silhouette, würden { COUNT($k) } nennen.
advice-no-groups = In diesen Merkmalen gibt es keine natürlichen Gruppen; die Segmente sind nützliche Abschnitte.
advice-overridden = Sie haben { COUNT($chosen) } Segmente gewählt; empfohlen sind { COUNT($advised) }.
reason-groups = Empfohlen werden { COUNT($k) } Segmente: Je zwei von ihnen liegen auseinander, mit weniger Kunden dazwischen.
reason-separation-strong = Die Segmente sind klar getrennt.
reason-separation-reasonable = Die Segmente sind recht gut getrennt.
reason-separation-weak = Die Segmente sind schwach getrennt; Nachbarn überlappen sich.
reason-separation-none = Die Segmente sind kaum getrennt: Sie sind Scheiben einer einzigen Menge.
reason-repeats = Andere Kunden würden ebenso geteilt.
reason-varies = Andere Kunden würden vielleicht anders geteilt.
reason-measures-most = Die meisten Maße würden dieselbe Anzahl wählen.
reason-measures-some = Einige Maße würden dieselbe Anzahl wählen, die meisten nicht.
reason-measures-none = Andere Maße würden jeweils eine andere Anzahl wählen.

favourite-number = { WORD("measure", $measure) }: { COUNT($k) } Segmente
favourite-one = { WORD("measure", $measure) }: keine Segmente, alle sind eine einzige Menge
favourite-none = { WORD("measure", $measure) }: kann es nicht sagen

verdict-advised = Bei { COUNT($k) } liegen alle Segmente auseinander, bei mehr nicht.
verdict-coarser = Auch bei { COUNT($k) } liegen alle Segmente auseinander, es lassen sich aber mehr unterscheiden.
verdict-cut = Bei { COUNT($k) } sind mindestens zwei Segmente eine einzige, geteilte Menge (Ashmans D { NUMBER($d, 1) }; verlangt ist 4 oder ein Tal zwischen je zwei Nachbarn).
verdict-by-chance = Bei { COUNT($k) } liegen die Segmente zufällig auseinander: Unter Kunden, aus denen sie nicht gebildet sind, sind mindestens zwei eine einzige, geteilte Menge (Ashmans D { NUMBER($d, 1) }; verlangt ist { NUMBER($needed, 1) }).
verdict-values = Bei { COUNT($k) } liegen die Segmente wegen Werten auseinander, die viele Kunden gemeinsam haben, wie ja und nein, nichts oder runde Zahlen; entscheidet unter gleichen Werten der Zufall, sind mindestens zwei eine einzige, geteilte Menge.
verdict-one-piece = Bei { COUNT($k) } hängen mindestens zwei Segmente zusammen: Ein ebenso dicht besetzter Weg führt vom einen zum anderen, wie in einem Ring oder einem Bogen.
verdict-unsteady = Bei { COUNT($k) } würden andere Kunden anders eingeteilt (Vorhersagestärke { NUMBER($strength, 2) }; verlangt ist 0,8).
verdict-unsure = Bei { COUNT($k) } liegen die Segmente vielleicht zufällig auseinander: Es wurde nichts in Hälften geteilt, und ohne das sind es zu wenige Kunden, um es zu sagen.
verdict-too-small = Bei { COUNT($k) } hat das kleinste Segment { COUNT($smallest) } der { COUNT($needed) } Kunden, die es haben sollte.

certainty-groups = Gruppen: Es gibt sie. Zwischen je zwei von ihnen sind weniger Kunden als in ihnen, und andere Kunden würden ebenso geteilt.
certainty-slices-repeat = Abschnitte, die wiederkehren: Nicht zwischen allen ist eine Lücke, doch sie werden jedes Mal ebenso geschnitten, welche der Kunden man auch zieht.
certainty-slices-vary = Abschnitte, die nicht wiederkehren: Nicht zwischen allen ist eine Lücke, und sie werden anderswo geschnitten, wenn die Kunden neu gezogen werden. Verlassen Sie sich nicht darauf, wer wohin gehört.
certainty-slices = Abschnitte: Nicht zwischen allen ist eine Lücke. Ob sie wiederkehren, ist nicht bekannt.

stability-highly-stable = Kehrt fast unverändert wieder, wenn die Kunden neu gezogen werden (Jaccard { NUMBER($jaccard, 2) }).
stability-stable = Kehrt wieder, wenn die Kunden neu gezogen werden (Jaccard { NUMBER($jaccard, 2) }).
stability-pattern = Ein Muster ist da, doch wer dazugehört, wechselt, wenn die Kunden neu gezogen werden (Jaccard { NUMBER($jaccard, 2) }).
stability-doubtful = Kehrt oft nicht wieder, wenn die Kunden neu gezogen werden; verlassen Sie sich nicht darauf (Jaccard { NUMBER($jaccard, 2) }).
stability-dissolved = Löst sich auf, wenn die Kunden neu gezogen werden; es ist Zufall (Jaccard { NUMBER($jaccard, 2) }).
stability-unknown = Ob es wiederkehrt, ist nicht bekannt: Es ist so klein, dass die Stichprobe der Kunden, aus der neu gezogen wurde, weniger als zehn davon enthält.
stability-word-highly-stable = Kehrt wieder
stability-word-stable = Kehrt wieder
stability-word-pattern = Kehrt teilweise wieder
stability-word-doubtful = Kehrt nicht wieder
stability-word-dissolved = Kehrt nicht wieder
stability-word-unknown = Nicht bekannt

note-hopkins = Hopkins-Statistik { NUMBER($value, 2) }: etwa 0,5, wo Kunden gleichmäßig verteilt sind, nahe 1, wo sie sich drängen, in einer Menge oder in mehreren. Sie kann gegen Gruppen sprechen, nicht für sie.

silhouette-strong = klar getrennt (Silhouette { NUMBER($value, 2) })
silhouette-reasonable = recht gut getrennt (Silhouette { NUMBER($value, 2) })
silhouette-weak = überlappend (Silhouette { NUMBER($value, 2) })
silhouette-none = kaum getrennt (Silhouette { NUMBER($value, 2) })

## Eine andere Art, Segmente zu machen, als zweite Meinung

method-kmeans = rund, um Mittelpunkte (K-Means, das Übliche)
method-mixture-diagonal = weit oder eng, einander überlappend (Gauß-Mischung, diagonal)
method-mixture-full = weit oder eng, schräg, einander überlappend (Gauß-Mischung, voll)
method-ward = Schritt für Schritt verbunden, die ähnlichsten zuerst (Hierarchie nach Ward)

opinion-agrees-nearly-wholly = Das übliche Verfahren (K-Means) findet fast dieselben Segmente: Die Übereinstimmung ist { NUMBER($agreement, 2) }; 1 wäre völlig gleich, 0 Zufall (adjustierter Rand-Index).
opinion-agrees-well = Das übliche Verfahren (K-Means) fasst die meisten Kunden ebenso zusammen: Die Übereinstimmung ist { NUMBER($agreement, 2) }; 1 wäre völlig gleich, 0 Zufall (adjustierter Rand-Index).
opinion-agrees-partly = Das übliche Verfahren (K-Means) teilt die Kunden nur zum Teil ebenso: Die Übereinstimmung ist { NUMBER($agreement, 2) }; 1 wäre völlig gleich, 0 Zufall (adjustierter Rand-Index).
opinion-agrees-little = Das übliche Verfahren (K-Means) teilt die Kunden anders: Die Übereinstimmung ist { NUMBER($agreement, 2) }; 1 wäre völlig gleich, 0 Zufall (adjustierter Rand-Index). Wo ein Segment aufhört und das nächste beginnt, hängt vom Verfahren ab; sehen Sie nach, ob Ihnen die Segmente etwas sagen.
opinion-bic-same = Auch dieses Verfahren selbst würde { COUNT($k) } wählen (BIC).
opinion-bic = Dieses Verfahren selbst würde { COUNT($k) } wählen (BIC). Empfohlen ist die Anzahl des üblichen Verfahrens.
opinion-bic-one = Dieses Verfahren selbst sieht nur eine einzige Menge, keine Segmente (BIC).
opinion-fewer = Von { COUNT($k) } einander überlappenden Gruppen sind { COUNT($found) } für irgendwen die wahrscheinlichste; diese sind die Segmente.
opinion-fine-groups = Es sind zu viele Kunden, um sie einzeln zu verbinden: { COUNT($groups) } feine Gruppen von ihnen wurden verbunden, und jeder gehört dorthin, wohin die nächste von ihnen gehört.

## Umformung, Skalierung und Maße

transform-auto = nach ihrer Form gewählt
transform-yeo-johnson = Potenz, die die Ausläufer ausgleicht (Yeo-Johnson)
transform-none = wie sie sind
transform-evened = ausgeglichen, damit große Werte die kleinen nicht erdrücken
transform-log1p = Logarithmus, damit große Werte die kleinen nicht erdrücken (log1p)
scale-standard = gleiches Gewicht für jedes Merkmal (standard)
scale-robust = gleiches Gewicht, von Ausreißern wenig bewegt (robust)
scale-min-max = von 0 für den kleinsten bis 1 für den größten Wert (Min-Max)
scale-none = wie sie sind

measure-inertia = Streuung innerhalb der Segmente (Inertia)
measure-silhouette = Trennung (Silhouette)
measure-silhouette-simplified = Trennung von den Zentren (vereinfachte Silhouette)
measure-calinski-harabasz = Zwischen gegen innerhalb (Calinski-Harabasz)
measure-davies-bouldin = Nähe der Nachbarn (Davies-Bouldin)
measure-bic = Anpassung gegen Aufwand (BIC)
measure-ashman-d = Abstand der nächsten Segmente (Ashmans D)
measure-gap = Enger als ohne Gruppen (Gap-Statistik)
measure-prediction-strength = Gleiche Einteilung anderer Kunden (Vorhersagestärke)
measure-elbow = Ellbogen der Streuung (Kneedle)
not-measured-mark = –

measure-inertia-help = Summe der quadrierten Abstände zum Zentrum des Segments. Niedriger ist enger; mit mehr Segmenten sinkt sie immer.
measure-silhouette-help = Von −1 bis 1. Nahe 1 sind Kunden ihrem Segment viel näher als dem nächsten; nahe 0 liegen sie auf einer Grenze.
measure-silhouette-simplified-help = Wie die Silhouette, nur mit Abständen zu den Zentren. Höher ist besser getrennt.
measure-calinski-harabasz-help = Streuung zwischen den Segmenten gegen Streuung in ihnen. Höher ist besser getrennt.
measure-davies-bouldin-help = Wie ähnlich jedes Segment seinem nächsten Nachbarn ist. Niedriger ist besser getrennt.
measure-bic-help = Wie wahrscheinlich die Kunden sind, wenn jedes Segment ein runder Haufen ist, abzüglich eines Preises für jedes Segment. Höher ist besser.
measure-ashman-d-help = Abstand der beiden nächsten Segmente in Einheiten ihrer Streuung längs der Linie zwischen ihnen. Ab 4 sind es zwei Mengen, wenn sie auch unter anderen Kunden auseinanderliegen. Darunter sind es zwei, wenn ein Tal zwischen ihnen liegt.
measure-gap-help = Wie viel enger die Segmente sind als die gleichmäßig verteilter Kunden.
measure-prediction-strength-help = Anteil der Paare, die beisammenbleiben, wenn die eine Hälfte der Kunden nach den Segmenten der anderen eingeteilt wird, im schlechtesten Segment. Ab 0,8 gelten sie als wirklich.

## Bereinigung: die Schritte, und was sich entscheiden lässt

cleaning-missing-left-out = Kunden mit leerer Zelle, weggelassen
cleaning-missing-filled-in = Leere Zellen, mit dem mittleren Wert (Median) gefüllt
cleaning-repeated-customers = Kunden mit mehr als einer Zeile
cleaning-outliers-winsorised = Werte weit weg von allen anderen, an die Grenze gerückt (winsorisiert)
cleaning-outliers-set-aside = Kunden mit Werten weit weg von allen anderen, beiseitegelegt
missing-auto = bis zu 5 % der Kunden weglassen, sonst auffüllen
missing-leave-out = die Kunden weglassen
missing-median = mit dem mittleren Wert (Median) auffüllen
outliers-auto = an die Grenze rücken (winsorisieren), wo Werte nach Form vorbereitet werden
outliers-none = lassen, wie sie sind
outliers-winsorise = an die Grenze rücken (winsorisieren)
outliers-set-aside = diese Kunden beiseitelegen

## Was Segmente im Voraus verraten

foresight-intro = { COUNT($k) } Segmente, die ohne das letzte Quartal ({ DAY($from) } bis { DAY($to) }) gemacht sind, hätten darüber verraten, an Unterschieden zwischen den Kunden:
foresight-spending = bei den Ausgaben { SHARE($segments) }; Fünftel nach Recency, Frequency und Ausgaben { SHARE($quintiles) }
foresight-orders = bei den Bestellungen { SHARE($segments) }; Fünftel { SHARE($quintiles) }
foresight-returning = darin, ob sie wiederkamen, { SHARE($segments) }; Fünftel { SHARE($quintiles) }
foresight-title = Hat es Bedeutung fürs Geschäft?
foresight-about = { COUNT($customers) } Kunden wurden so in { COUNT($k) } Segmente geteilt, als hätte es das letzte Quartal ({ DAY($from) } bis { DAY($to) }) noch nicht gegeben. Wie viel der Unterschiede zwischen den Kunden in diesem Quartal verrät das?
foresight-more = Segmente hätten über das letzte Quartal mehr verraten als Fünftel nach Recency, Frequency und Ausgaben (RFM): im Mittel { SHARE($segments) } der Unterschiede, Fünftel { SHARE($quintiles) }.
foresight-equal = Segmente hätten über das letzte Quartal etwa so viel verraten wie Fünftel nach Recency, Frequency und Ausgaben (RFM): im Mittel { SHARE($segments) } der Unterschiede, Fünftel { SHARE($quintiles) }.
foresight-less = Segmente hätten über das letzte Quartal weniger verraten als Fünftel nach Recency, Frequency und Ausgaben (RFM): im Mittel { SHARE($segments) } der Unterschiede, Fünftel { SHARE($quintiles) }. Um auszuwählen, wem Sie schreiben, taugen Fünftel mehr; Segmente helfen zu verstehen.
foresight-nothing = Segmente hätten über das letzte Quartal so gut wie nichts verraten: im Mittel { SHARE($segments) } der Unterschiede, Fünftel (RFM) { SHARE($quintiles) }. Sie beschreiben Kunden; sie sagen sie nicht voraus.
foresight-outcome-spending = Was sie ausgaben
foresight-outcome-orders = Wie oft sie bestellten
foresight-outcome-returning = Ob sie wiederkamen
foresight-by-segments = Segmente
foresight-by-quintiles = Fünftel (RFM)
foresight-by-nothing = Keine Gruppen
foresight-help = Anteil der Varianz zwischen den Gruppen, um deren Zahl bereinigt (ε²); Ausgaben und Bestellungen als Logarithmen. Merkmale und Zahl der Segmente sind mit der ganzen Datei gewählt, das letzte Quartal eingeschlossen.
foresight-working = Vergleich mit dem letzten Quartal
foresight-stopped = Der Vergleich mit dem letzten Quartal wurde abgebrochen.
foresight-go-on = Mit dem letzten Quartal vergleichen
foresight-too-little = Vor dem letzten Quartal ist zu wenig, um zu vergleichen.
