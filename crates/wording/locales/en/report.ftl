### The report and the summary: what may leave. How to write a message is said in errors.ftl.
###
### An export is a disclosure-controlled summary, with the rules it obeys listed in it. It is never called more than that.

## Headings

report-title = Customer segments
report-kind = Disclosure-controlled summary
report-looked-at = What was looked at
report-segments = The segments
report-profiles = The segments in numbers
report-charts = Charts
report-how-many = Why this many segments, and how sure that is
report-rules = Rules this summary obeys
report-held-back = What was held back
report-method = How it was done
report-made-with = Made with Ringfence { $version }, on the maker’s own device.

## What was looked at

report-base-customers = { COUNT($customers) } customers (rounded)
report-base-period = Purchases from { DAY($first) } to { DAY($last) }
report-base-features = Features: { WORD("feature", $features) }
report-about-customers = about { COUNT($count) } customers ({ SHARE($share) })
report-map-note = An ellipse covers the middle of a segment (1.5 standard deviations around its centre). No customer is drawn.
report-cell-mean = mean { QUANTITY($value, $feature) }
report-cells = A median, or else a mean where it says so, in the units of the file.
report-other-method = Segments are { WORD("method", $method) }. The number advised and the figures for each number are those of the usual way (K-means).
report-separation = The { COUNT($k) } segments are { $separation }, on a scale from −1 to 1.

## Table headings

report-column-segment = Segment
report-column-customers = Customers (rounded)
report-column-share = Share
report-column-revenue = Share of revenue
report-column-k = Segments (k)

## The rules

rule-minimum-size = No segment with fewer than { COUNT($needed) } customers is published.
rule-merging = Smaller segments are merged with their nearest neighbour.
rule-rounding = Counts are rounded to multiples of { COUNT($base) }; shares are computed from the rounded counts.
rule-medians = A median is published only where at least { COUNT($needed) } customers lie on each side of it.
rule-significant = Values are rounded to { COUNT($digits) } significant digits, averages of few customers further.
rule-no-extremes = No smallest value, no largest value and no range is published.
rule-no-rows = No single row and no customer number is in it.
rule-no-dates = No exact date of a purchase is in it.
rule-charts = Charts are drawn from this summary, not from the customers.
rule-dominance = No average and no share of revenue is published where one or two customers make up most of it.
rule-alike = A value that all customers of a segment share is not published.
rule-not-protected = These rules lower the risk that somebody is recognised; they do not remove it. Share the summary with people who need it.

## What was held back

held-back-nothing = Nothing had to be held back.
held-back-merged = { $count ->
        [one] One segment was too small and was merged with another.
       *[other] { COUNT($count) } segments were too small and were merged with others.
    }
held-back-kinds = { $count ->
        [one] The share of one category or channel is left out, because fewer than { COUNT($needed) } customers bought it.
       *[other] The shares of { COUNT($count) } categories or channels are left out, because fewer than { COUNT($needed) } customers bought each.
    }
held-back-medians = Medians are left out: too few customers for half of them on each side.
held-back-mean = { CAPITAL(WORD("feature-short", $feature)) }: the mean is left out, because one or two customers make up most of it.
held-back-alike = { CAPITAL(WORD("feature-short", $feature)) }: left out, because all customers have the same value.
held-back-ellipse = It is not on the map: one or two customers make up most of its spread, or it has none.
held-back-distances = { CAPITAL(WORD("feature-short", $feature)) }: how far each segment is from everyone is left out, because in one of them one or two customers make up most of it.
held-back-revenue = Shares of revenue are left out, because in one segment one or two customers make up most of it, or it has none. From the other shares it could be worked out.
held-back-mark = held back

caution-few-customers = These are fewer than about { COUNT($count) } customers. With so few, figures say little, and people who know the shop may recognise somebody.

## What sets a segment apart, where a figure was held back

trait-above-everyone = { CAPITAL(WORD("feature-short", $feature)) }: more than everyone
trait-below-everyone = { CAPITAL(WORD("feature-short", $feature)) }: less than everyone
trait-near-everyone = { CAPITAL(WORD("feature-short", $feature)) }: close to everyone

## How it was done

report-method-kmeans = Customers were grouped by K-means: each belongs to the segment whose centre is nearest. Many starts were made for each number of segments, and the tightest was kept.
report-method-mixture = Customers were grouped by a Gaussian mixture that began with the segments of K-means: segments may be wide or narrow and overlap, and each customer belongs to the one that most probably fits.
report-method-ward = Customers were grouped by Ward’s hierarchy: the two most alike groups became one, again and again, until as many were left as there are segments.
report-method-transform = Values of { NAME(WORD("feature-short", $feature)) }: { WORD("transform", $transform) }
report-method-transforms = Values went into the grouping like this:
report-method-definition = Recency is the number of days from the last purchase to the reference day; frequency is the number of orders; monetary is what was spent, returns taken off.
report-method-effect = Colours show how far the mean of a segment is from the mean of everyone, in standard deviations, after that transform.
report-method-rounding = All this was worked out on the exact values; only then were the rules applied.
