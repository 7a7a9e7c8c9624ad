### The report and the summary: what may leave. How to write a message is said in errors.ftl.
###
### An export is a disclosure-controlled summary, with the rules it obeys listed in it. It is never called more than that.

## Headings

report-title = Customer segments
report-kind = Disclosure-controlled summary
report-looked-at = What was looked at
report-segments = The segments
report-charts = Charts
report-how-many = Why this many segments
report-rules = Rules this summary obeys
report-held-back = What was held back
report-notices = Notes on the data
report-method = How it was done
report-made-with = Made with Ringfence { $version }, on the maker’s own device.

## What was looked at

report-base-customers = { COUNT($customers) } customers (rounded)
report-base-period = Purchases from { $first } to { $last }
report-base-features = Features: { WORD("feature", $features) }
report-segment-line = { WORD("name", $segment) }: about { COUNT($count) } customers ({ SHARE($share) })
report-centre = Typical value (rounded)

## Table headings

report-column-segment = Segment
report-column-customers = Customers (rounded)
report-column-share = Share
report-column-revenue = Share of revenue

## The rules

rule-minimum-size = No segment with fewer than { COUNT($needed) } customers is published.
rule-merging = Smaller segments are merged with their nearest neighbour.
rule-rounding = Counts are rounded to multiples of { COUNT($base) }; shares are computed from the rounded counts.
rule-significant = Values are rounded to { COUNT($digits) } significant digits.
rule-no-extremes = No smallest value, no largest value and no range is published.
rule-no-rows = No single row and no customer number is in it.
rule-no-dates = No exact date of a purchase is in it.
rule-charts = Charts are drawn from this summary, not from the customers.
rule-dominance = No average is published where one or two customers make up most of it.
rule-not-protected = These rules lower the risk that somebody is recognised; they do not remove it. Share the summary with people who need it.

## What was held back

held-back-nothing = Nothing had to be held back.
held-back-merged = { $count ->
        [one] One segment was too small and was merged with another.
       *[other] { COUNT($count) } segments were too small and were merged with others.
    }
held-back-values = { $count ->
        [one] One value was left out, because too few customers stand behind it.
       *[other] { COUNT($count) } values were left out, because too few customers stand behind them.
    }
held-back-feature = { NAME(WORD("feature-short", $feature)) } was left out of { WORD("name", $segment) }.
held-back-mark = held back

## How it was done

report-method-kmeans = Customers were grouped by K-means: each belongs to the segment whose centre is nearest. { COUNT($restarts) } starts were made for each number of segments and the tightest was kept (seed { $seed }).
report-method-transform = Values: { WORD("transform", $transform) }. Weights: { WORD("scale", $scale) }.
report-method-definition = Recency is the number of days from the last purchase to { $day }; frequency is the number of orders; monetary is what was spent, returns taken off.
