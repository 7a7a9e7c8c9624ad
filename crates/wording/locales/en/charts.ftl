### Charts: the title is the finding, the subtitle what is shown, the axes are in words. How to write a message is said in errors.ftl.
###
### chart-X-mark is the sentence read out for the mark under the pointer or the arrow keys.

## Every chart

chart-keys = Left and right arrow keys read out the chart, mark by mark.
chart-as-table = Show as a table
chart-as-chart = Show as a chart
chart-customers = Customers
chart-everyone = Everyone
chart-segment = Segment
chart-empty = There is nothing to draw yet.

## Map: scatter of the first two principal components

chart-map-title = { $k ->
        [one] One segment of customers
       *[other] { COUNT($k) } segments of customers, side by side
    }
chart-map-subtitle = Near each other means alike. The two axes show { SHARE($share) } of all differences (principal components).
chart-map-sampled = { COUNT($shown) } of { COUNT($customers) } customers are drawn.
chart-map-x = Largest difference (first principal component, { SHARE($share) })
chart-map-y = Second largest difference (second principal component, { SHARE($share) })
chart-map-mark = A customer in { WORD("name", $segment) }

## Elbow

chart-elbow-title = After { COUNT($k) } segments, more of them gain little
chart-elbow-title-none = There is no clear elbow: every further segment gains about as much
chart-elbow-mark = { COUNT($k) } segments: spread { SIGNIFICANT($value) }

## Silhouette by number of segments

chart-silhouette-x = Number of segments (k)
chart-silhouette-mark = { COUNT($k) } segments: separation { NUMBER($value, 3) }
chart-advised = advised: { COUNT($k) }
chart-chosen = chosen: { COUNT($k) }
chart-number-title = With { COUNT($k) } segments, any two stand apart
chart-number-title-none = With no number of segments do all of them stand apart
chart-ashman-mark = { COUNT($k) } segments: distance of the nearest two { NUMBER($value, 2) }
chart-ashman-threshold = two crowds from { NUMBER($value, 1) } on
chart-strength-threshold = asked for: { NUMBER($value, 1) }
chart-strength-mark = { COUNT($k) } segments: prediction strength { NUMBER($value, 2) }

## Tree of groups

chart-tree-title = { COUNT($k) } segments, and how they come about
chart-tree-subtitle = Read from below: the two groups that are most alike become one, again and again; the higher they join, the more different they are. The tree begins with { COUNT($leaves) } groups and is cut where { COUNT($k) } are left.
chart-tree-x = Groups of customers, by segment
chart-tree-y = How different they are (Ward’s distance)
chart-tree-cut = { COUNT($k) } segments
chart-tree-mark = { COUNT($from) } groups become { COUNT($to) }: { COUNT($left) } and { COUNT($right) } customers join at { SIGNIFICANT($height) }
chart-tree-left = Groups left
chart-tree-one = Customers of one
chart-tree-other = Customers of the other
chart-tree-height = Distance

## Profile heat map

chart-profile-title = { WORD("name", $segment) }: { WORD("feature-short", $feature) } far { $direction ->
        [low] below everyone’s
       *[high] above everyone’s
    }
chart-profile-subtitle = Colour: how far a segment is from everyone (standard deviations). In the cell: its middle value (median).
report-profile-subtitle = Colour: how often customers of a segment have more than others, less how often they have less. In the cell: the middle value (median).
chart-profile-scale-low = lower than everyone
chart-profile-scale-high = higher than everyone
chart-profile-mark = { WORD("name", $segment) }, { WORD("feature-short", $feature) }: { QUANTITY($value, $feature) }, { NUMBER($deviations, 1) } standard deviations from everyone

## Features, months, correlations

chart-spread-title = How { NAME(WORD("feature-short", $feature)) } is spread
chart-spread-after = The same, prepared: { WORD("transform", $transform) }
chart-spread-skewness = Number of customers by value; skewness { NUMBER($skewness, 1) } (0 is even, above 1 the tail is long).
chart-spread-mark = { SIGNIFICANT($from) } to { SIGNIFICANT($to) }: { $count ->
        [one] one customer
       *[other] { COUNT($count) } customers
    }
chart-months-title = { $what } by month: most in { $month }
chart-months-explanation = By calendar month; the first and the last month may be incomplete.
chart-months-choose = What is shown by month
chart-months-revenue = Revenue
chart-months-orders = Orders
chart-months-customers = Customers who bought
chart-month = Month
chart-correlation = Rank correlation
chart-correlations-title-together = The higher { NAME(WORD("feature-short", $one)) }, the higher { NAME(WORD("feature-short", $other)) }: no two features are tied more closely (rank correlation { NUMBER($rho, 2) })
chart-correlations-title-against = The higher { NAME(WORD("feature-short", $one)) }, the lower { NAME(WORD("feature-short", $other)) }: no two features are tied more closely (rank correlation { NUMBER($rho, 2) })
chart-correlations-none = No two features are tied to each other
chart-correlations-explanation = For each pair of features: does one rise with the other? Of two near 1 or −1 one is enough (Spearman’s rank correlation).
chart-correlations-against = one falls as the other rises
chart-correlations-together = both rise together
