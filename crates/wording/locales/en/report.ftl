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

report-base-customers = About { COUNT($customers) } customers
report-base-period = Purchases from { DAY($first) } to { DAY($last) }
report-base-features = Features: { WORD("feature", $features) }
report-about-customers = about { COUNT($count) } customers ({ SHARE($share) })
report-map-note = An ellipse covers the middle of a segment (1.5 standard deviations around its centre), drawn on a coarse grid. No customer is drawn.
report-cells = Medians in the units of the file. Of yes/no columns, the share of customers with a yes.
report-other-method = Segments are { WORD("method", $method) }. The number advised is that of the usual way (K-means).
report-foresight-about = Customers were put into { COUNT($k) } segments as if the last quarter ({ DAY($from) } to { DAY($to) }) had not happened yet. How much of the differences between customers in that quarter does this tell?

## Table headings

report-column-segment = Segment
report-column-customers = Customers (about)
report-column-share = Share
report-column-revenue = Share of revenue

## The rules

rule-minimum-size = No segment with fewer than { COUNT($needed) } customers is published.
rule-persons = Counts are of customers, not of rows.
rule-noise = Counts carry a little noise, at most ±{ COUNT($by) }. The same customers get the same noise in every summary.
rule-rounding = Counts are then rounded to multiples of { COUNT($base) }. Shares are those of the published counts.
rule-medians = A median is published only where at least { COUNT($needed) } customers with a value stand on each side of it.
rule-shared-medians = A median is rounded until at least { COUNT($count) } customers share it.
rule-significant = Values have { COUNT($digits) } significant digits at most.
rule-no-extremes = No smallest value, no largest value and no range is published.
rule-no-rows = No single row and no customer number is in it.
rule-no-dates = Days are given as months.
rule-charts = Charts show what is published, on a coarse grid. One or two customers never make up an ellipse.
rule-dominance = No share of revenue is published where a few customers make up much of it.
rule-alike = Where nearly all customers of a segment share a value, that column is left out of all segments and all names.
rule-secret-others = How many customers may differ before a column counts as shared by all is at least ten, and a secret of the shop.
rule-flags = The share of a yes/no column is published only where at least { COUNT($needed) } customers have a yes and { COUNT($needed) } a no, in each segment and outside it.
rule-flag-bounds = Such a share is never given as less than 5 % or more than 95 %.
rule-kinds = A category or channel is mentioned only where at least { COUNT($needed) } customers bought it, in the segment and elsewhere.
rule-ranks = Differences between segments are those of ranks, in tenths.
rule-words = Why this many segments, and how sure that is, is said in words.
rule-personal-names = Column headings and names that look like a person, an address or a number to reach somebody are left out.
rule-memory = The maker’s ledger remembers earlier summaries. One that differs from them in only a few customers is refused, and so is one under other limits.
rule-few = Of fewer than about { COUNT($count) } customers only the sizes of the segments are published.
rule-not-protected = These rules lower the risk that somebody is recognised; they do not remove it. Share the summary with people who need it.

## What was held back

held-back-nothing = Nothing had to be held back.
held-back-merged = { $count ->
        [one] One segment was too small and was merged with another.
       *[other] { COUNT($count) } segments were too small and were merged with others.
    }
held-back-feature = { CAPITAL(WORD("feature-short", $feature)) }: left out of all segments under these rules.
held-back-few = These are fewer than about { COUNT($count) } customers. With so few, only the sizes of the segments are published.
held-back-headers = { $count ->
        [one] One column is left out, because its heading looks like a person or a way to reach one.
       *[other] { COUNT($count) } columns are left out, because their headings look like persons or ways to reach them.
    }
held-back-kinds = { $count ->
        [one] The share of one category or channel is left out, because fewer than { COUNT($needed) } customers bought it.
       *[other] The shares of { COUNT($count) } categories or channels are left out, because fewer than { COUNT($needed) } customers bought each.
    }
held-back-medians = Some medians are left out: too few customers stand on each side, or too few share the rounded value.
held-back-ellipse = It is not on the map.
held-back-revenue = Shares of revenue are left out. In one segment a few customers make up much of it, or it has none; the other shares would give it away.
held-back-mark = held back
share-at-most = 5% or less
share-at-least = 95% or more

caution-few-customers = These are fewer than about { COUNT($count) } customers. With so few, figures say little, and people who know the shop may recognise somebody.
caution-several-rows = Some customers have several rows in the file. Here each counts once in every segment that one of the rows is in.

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
report-method-effect = Colours show how often a customer of the segment has more than a customer outside it, less how often the contrary (Cliff’s delta), in tenths.
report-method-rounding = All this was worked out on the exact values. Only then were the rules applied.
