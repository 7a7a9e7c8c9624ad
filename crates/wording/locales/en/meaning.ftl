### What segments are: features, names, cards, advice on their number. How to write a message is said in errors.ftl.
###
### A feature of ours has three messages: feature-X (in the shopkeeper's words, with the textbook's), feature-short-X (for
### tables and names) and amount-X (a value with its unit, from $value). A column of the file is a feature under its own name.
### A feature about something the file names (`categoryShare:Tea`) passes it as $name. `column:tenure` is a column of the file that
### bears one of our names: it has its own name and no unit.

## Features

feature-recency = how recently they bought (recency, days)
feature-frequency = how often they bought (frequency, orders)
feature-monetary = how much they spent (monetary, in the file’s money)
feature-average-order-value = how much they spend at a time (average order value)
feature-tenure = how long they have been customers (tenure, days)
feature-median-gap = how many days usually lie between purchases (median gap, days)
feature-gap-variation = how irregularly they buy (variation of the gaps between purchases)
feature-lines-per-order = how many different lines an order has (lines per order)
feature-units-per-order = how many pieces an order has (units per order)
feature-price-per-unit = what a piece costs on average (price per unit)
feature-category-diversity = how many categories they really buy from (diversity, exp of the entropy)
feature-other-categories-share = share of spending on all other categories
feature-discount-rate = how much was taken off the price (discount rate)
feature-discounted-orders = share of orders with a discount
feature-return-rate = how much of what they bought came back (return rate)
feature-quarter1-share = share of spending from January to March
feature-quarter2-share = share of spending from April to June
feature-quarter3-share = share of spending from July to September
feature-quarter4-share = share of spending from October to December
feature-nov-dec-share = share of spending in November and December
feature-weekend-share = share of orders on a Saturday or Sunday
feature-evening-share = share of orders from 18:00 on
feature-other-channels-share = share of spending by all other channels
feature-category-share = share of spending on { NAME($name) }
feature-channel-share = share of spending by { NAME($name) }
feature-column = { $name }

feature-short-recency = days since the last purchase
feature-short-frequency = number of orders
feature-short-monetary = spending
feature-short-average-order-value = spending per order
feature-short-tenure = days as a customer
feature-short-median-gap = days between purchases
feature-short-gap-variation = irregularity of purchases
feature-short-lines-per-order = lines per order
feature-short-units-per-order = pieces per order
feature-short-price-per-unit = price per piece
feature-short-category-diversity = number of categories, weighted by spending
feature-short-other-categories-share = share of spending on all other categories
feature-short-discount-rate = discount rate
feature-short-discounted-orders = share of orders with a discount
feature-short-return-rate = return rate
feature-short-quarter1-share = share of spending from January to March
feature-short-quarter2-share = share of spending from April to June
feature-short-quarter3-share = share of spending from July to September
feature-short-quarter4-share = share of spending from October to December
feature-short-nov-dec-share = share of spending in November and December
feature-short-weekend-share = share of orders at the weekend
feature-short-evening-share = share of orders in the evening
feature-short-other-channels-share = share of spending by all other channels
feature-short-category-share = share of spending on { NAME($name) }
feature-short-channel-share = share of spending by { NAME($name) }
feature-short-column = { $name }

amount-recency = { NUMBER($value, 0) ->
        [one] { NUMBER($value, 0) } day
       *[other] { NUMBER($value, 0) } days
    }
amount-frequency = { SIGNIFICANT($value) ->
        [one] { SIGNIFICANT($value) } order
       *[other] { SIGNIFICANT($value) } orders
    }
amount-monetary = { SIGNIFICANT($value) }
amount-average-order-value = { SIGNIFICANT($value) }
amount-tenure = { NUMBER($value, 0) ->
        [one] { NUMBER($value, 0) } day
       *[other] { NUMBER($value, 0) } days
    }
amount-median-gap = { NUMBER($value, 1) ->
        [one] { NUMBER($value, 1) } day
       *[other] { NUMBER($value, 1) } days
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

## Steps of cleaning

cleaning-opt-outs = Customers who opted out
cleaning-without-amount = Rows without an amount
cleaning-without-customer = Rows without a customer
cleaning-without-date = Rows without a date
cleaning-after-reference-day = Rows from the day counted to, or later
cleaning-duplicate-rows = Rows that repeat another in every cell
cleaning-postage = Postage and delivery
cleaning-fees = Fees and charges
cleaning-adjustments = Corrections by hand
cleaning-discounts = Discounts booked as a row
cleaning-vouchers = Vouchers and gift cards
cleaning-samples = Samples
cleaning-no-price = Price of zero or below
cleaning-returns = Returns, taken off what the customer bought
cleaning-returns-only = Customers with returns only
cleaning-net-spend-not-positive = Customers who returned as much as they bought, or more

## Segment names from the RFM map, and what each means

name-champions = Champions
name-loyal = Loyal customers
name-potential-loyalist = Potential loyalists
name-new = New customers
name-promising = Promising customers
name-needs-attention = Need attention
name-about-to-sleep = About to sleep
name-at-risk = At risk
name-cant-lose = Can’t lose them
name-hibernating = Hibernating
name-lost = Lost

name-champions-meaning = They bought recently, buy often and spend the most.
name-loyal-meaning = They come back regularly and spend well.
name-potential-loyalist-meaning = They bought recently and more than once; they could become regulars.
name-new-meaning = They bought for the first time a short while ago.
name-promising-meaning = They bought fairly recently, but have not bought much yet.
name-needs-attention-meaning = They are in the middle in everything and have not been in for a while.
name-about-to-sleep-meaning = They bought little, and their last purchase is some time ago.
name-at-risk-meaning = They used to buy often and spend well, but have not been in for a long time.
name-cant-lose-meaning = They were among the very best and have not bought for a very long time.
name-hibernating-meaning = They bought little, and long ago.
name-lost-meaning = They bought the least, and the longest ago.

## Names from features, and other names. A name already said can be passed as $name.

name-high = High { WORD("feature-short", $feature) }
name-low = Low { WORD("feature-short", $feature) }
name-high-low = High { WORD("feature-short", $high) }, low { WORD("feature-short", $low) }
name-high-high = High { WORD("feature-short", $first) } and { WORD("feature-short", $second) }
name-low-low = Low { WORD("feature-short", $first) } and { WORD("feature-short", $second) }
name-average = Close to average
name-numbered = { WORD("name", $name) } { COUNT($number) }
name-segment = Segment { COUNT($number) }
name-rest = The rest
name-rule-rfm = Named after its typical (median) customer: recency { COUNT($recency) }, frequency { COUNT($frequency) } and monetary { COUNT($monetary) } points, of 1 to 5 each (5 is best).
name-rule-features = Named after the features in which it differs most from everyone.
name-rule-user = You gave it this name.

## Segment cards

segment-size = { $count ->
        [one] one customer
       *[other] { COUNT($count) } customers
    } ({ SHARE($share) })
segment-revenue-share = { SHARE($share) } of revenue
trait-above = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, more than the typical { QUANTITY($everyone, $feature) }
trait-below = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, less than the typical { QUANTITY($everyone, $feature) }
trait-near = { CAPITAL(WORD("feature-short", $feature)) }: { QUANTITY($value, $feature) }, close to the typical { QUANTITY($everyone, $feature) }
trait-mostly = { NAME($category) }: { NAME($level) } for { SHARE($share) }, for { SHARE($everyone) } of everyone

## Which features, and why

select-kept = It tells customers apart.
select-offered = It can be added.
select-days-offered = Its dates count as the days since then. It can be added.
select-rfm = It is suggested because segments get their names from recency, frequency and spending (RFM).
select-kinds-offered = It holds kinds, not numbers. It can be added.
select-kinds-alike = Too few customers share a kind, or all of them do.
select-constant = All customers have the same value.
select-identifier = It only numbers the customers.
select-missing = { SHARE($share) } of the customers have no value.
select-redundant = It says nearly the same as { NAME(WORD("feature-short", $other)) } (rank correlation { NUMBER($correlation, 2) }).
select-several-modes = Its values gather in more than one place, which hints at groups (dip test).

importance-bound = It is bound up with the other features: mixing it up among the customers makes the segments looser.
importance-tied = It goes together with { NAME(WORD("feature-short", $other)) } (rank correlation { NUMBER($correlation, 2) }).
importance-several-modes = It stands alone, but its values gather in more than one place.
importance-loose = It stands alone: mixing it up among the customers leaves the segments as tight as they are.
importance-clearer-without = Without it the customers are better separated (simplified silhouette { NUMBER($after, 2) } instead of { NUMBER($before, 2) }).

## How many segments

advice-apart = { COUNT($k) } segments are advised: any two of them stand apart, with few customers in between (Ashman’s D { NUMBER($d, 1) } or more, where one crowd cut in two stays below 4).
advice-apart-held-out = { COUNT($k) } segments are advised: any two of them stand apart, with few customers in between (Ashman’s D { NUMBER($d, 1) } or more, where one crowd cut in two stays below 4), also among customers that they were not made of ({ NUMBER($heldOut, 1) }; 3.5 is asked for).
advice-valleys = { COUNT($k) } segments are advised: they overlap, and yet between any two neighbours there is a valley, with fewer customers than on either side, also among customers that they were not made of (Hartigan’s dip, p below { NUMBER($p, 2) }).
advice-wholly-apart = { COUNT($k) } segments are advised: within a segment, customers are alike, and there is nobody in between.
advice-levels = There are two levels: { COUNT($coarser) } coarse groups, which are separated better, and the { COUNT($k) } within them. Choose the one whose groups you will treat differently.
advice-agreement = Of { COUNT($asked) } measures, { COUNT($agreeing) } would choose the same number.
advice-gap-sees-one = The gap statistic sees one single group. It overlooks groups that lie in pairs or differ in size; look whether the segments make sense to you.
advice-one-crowd = However the customers are divided, some neighbours are one crowd cut in two: Ashman’s D is { NUMBER($d, 1) } at best, and asked for is { NUMBER($needed, 0) }, or a valley between any two neighbours.
advice-only-values = Where segments stand apart, it is by values that many customers share, such as yes and no, nothing, or round figures. Such values are no groups.
advice-only-flag = There are two kinds of customers by { NAME(WORD("feature-short", $feature)) } alone: { SHARE($share) } have the greater of its two values, all others the lesser. Apart from that they are one crowd.
advice-only-zeros = There are two kinds of customers by { NAME(WORD("feature-short", $feature)) } alone: { SHARE($share) } have 0 there, all others more. Apart from that they are one crowd.
advice-only-kinds = With { COUNT($k) }, the segments are the values of { NAME(WORD("feature-short", $feature)) } and nothing else. Apart from that the customers are one crowd.
advice-one-piece = Some segments stand apart and yet hang together: a way that is as full of customers leads from one to the other, as in a ring or a bow.
advice-none-holds = Some divisions set these customers apart, but others would not stand apart or would be divided differently, segments would be too small, or there are too few customers to tell.
advice-always-answers = Measures that always name a number, such as the silhouette, would name { COUNT($k) }.
advice-no-groups = There are no natural groups in these features; the segments are useful slices.
advice-overridden = You chose { COUNT($chosen) } segments; { COUNT($advised) } are advised.
reason-groups = { COUNT($k) } segments are advised: any two of them stand apart, with fewer customers in between.
reason-separation-strong = The segments are clearly separated.
reason-separation-reasonable = The segments are reasonably separated.
reason-separation-weak = The segments are weakly separated; neighbours overlap.
reason-separation-none = The segments are hardly separated: they are slices of one crowd.
reason-repeats = Other customers would be divided in the same way.
reason-varies = Other customers might be divided in another way.
reason-measures-most = Most measures would choose the same number.
reason-measures-some = Some measures would choose the same number, most would not.
reason-measures-none = Other measures would each choose another number.

favourite-number = { WORD("measure", $measure) }: { COUNT($k) } segments
favourite-one = { WORD("measure", $measure) }: no segments, everybody is one crowd
favourite-none = { WORD("measure", $measure) }: cannot tell

verdict-advised = With { COUNT($k) }, all segments stand apart, and more would not.
verdict-coarser = With { COUNT($k) }, all segments stand apart too, but more can be told apart.
verdict-cut = With { COUNT($k) }, at least two segments are one crowd cut in two (Ashman’s D { NUMBER($d, 1) }; asked for is 4, or a valley between any two neighbours).
verdict-by-chance = With { COUNT($k) }, the segments stand apart by chance: among customers that they were not made of, at least two are one crowd cut in two (Ashman’s D { NUMBER($d, 1) }; { NUMBER($needed, 1) } is asked for).
verdict-values = With { COUNT($k) }, the segments stand apart by values that many customers share, such as yes and no, nothing, or round figures; where chance decides among those with the same value, at least two are one crowd cut in two.
verdict-one-piece = With { COUNT($k) }, at least two segments hang together: a way as full of customers leads from one to the other, as in a ring or a bow.
verdict-unsteady = With { COUNT($k) }, other customers would be divided differently (prediction strength { NUMBER($strength, 2) }; 0.8 is asked for).
verdict-unsure = With { COUNT($k) }, the segments may stand apart by chance: nothing was split into halves, and there are too few customers to tell without.
verdict-too-small = With { COUNT($k) }, the smallest segment has { COUNT($smallest) } of the { COUNT($needed) } customers it should have.

certainty-groups = Groups: they exist. Between any two of them there are fewer customers than in them, and other customers would be divided in the same way.
certainty-slices-repeat = Slices that repeat: there is no gap between all of them, yet they are cut the same way each time, whichever of the customers are drawn.
certainty-slices-vary = Slices that do not repeat: there is no gap between all of them, and they are cut elsewhere when the customers are drawn anew. Do not rely on who is in which.
certainty-slices = Slices: there is no gap between all of them. Whether they repeat is not known.

stability-highly-stable = Comes back nearly unchanged when the customers are drawn anew (Jaccard { NUMBER($jaccard, 2) }).
stability-stable = Comes back when the customers are drawn anew (Jaccard { NUMBER($jaccard, 2) }).
stability-pattern = There is a pattern, but who belongs to it changes when the customers are drawn anew (Jaccard { NUMBER($jaccard, 2) }).
stability-doubtful = Often does not come back when the customers are drawn anew; do not rely on it (Jaccard { NUMBER($jaccard, 2) }).
stability-dissolved = Dissolves when the customers are drawn anew; it is a matter of chance (Jaccard { NUMBER($jaccard, 2) }).
stability-unknown = Whether it comes back is not known: it is so small that the sample of the customers that was drawn anew has fewer than ten of it.
stability-word-highly-stable = Repeats
stability-word-stable = Repeats
stability-word-pattern = Repeats in part
stability-word-doubtful = Does not repeat
stability-word-dissolved = Does not repeat
stability-word-unknown = Not known

note-hopkins = Hopkins statistic { NUMBER($value, 2) }: about 0.5 where customers are spread evenly, near 1 where they crowd together, in one crowd or in several. It can speak against groups, not for them.

silhouette-strong = clearly separated (silhouette { NUMBER($value, 2) })
silhouette-reasonable = fairly separated (silhouette { NUMBER($value, 2) })
silhouette-weak = overlapping (silhouette { NUMBER($value, 2) })
silhouette-none = hardly separated (silhouette { NUMBER($value, 2) })

## Another way to make segments, as a second opinion

method-kmeans = round, around centres (K-means, the usual way)
method-mixture-diagonal = wide or narrow, overlapping (Gaussian mixture, diagonal)
method-mixture-full = wide or narrow, slanted, overlapping (Gaussian mixture, full)
method-ward = joined step by step, the most alike first (Ward’s hierarchy)

opinion-agrees-nearly-wholly = The usual way (K-means) finds nearly the same segments: the agreement is { NUMBER($agreement, 2) }, where 1 is the very same and 0 is chance (adjusted Rand index).
opinion-agrees-well = The usual way (K-means) puts most customers together alike: the agreement is { NUMBER($agreement, 2) }, where 1 is the very same and 0 is chance (adjusted Rand index).
opinion-agrees-partly = The usual way (K-means) divides the customers alike in part only: the agreement is { NUMBER($agreement, 2) }, where 1 is the very same and 0 is chance (adjusted Rand index).
opinion-agrees-little = The usual way (K-means) divides the customers otherwise: the agreement is { NUMBER($agreement, 2) }, where 1 is the very same and 0 is chance (adjusted Rand index). Where one segment ends and the next begins depends on the method, so look whether the segments make sense to you.
opinion-bic-same = This method by itself would choose { COUNT($k) } too (BIC).
opinion-bic = This method by itself would choose { COUNT($k) } (BIC). The number advised is that of the usual way.
opinion-bic-one = This method by itself sees one crowd only, no segments (BIC).
opinion-fewer = Of { COUNT($k) } overlapping groups, { COUNT($found) } are the likeliest for anybody; these are the segments.
opinion-fine-groups = There are too many customers to join them one by one: { COUNT($groups) } fine groups of them were joined, and everyone belongs where the nearest of these does.

## Transforms, scaling and measures

transform-auto = chosen by shape
transform-yeo-johnson = power that evens out the tails (Yeo-Johnson)
transform-none = as they are
transform-evened = evened out, so that large values do not drown small ones
transform-log1p = logarithm, so that large values do not drown small ones (log1p)
scale-standard = equal weight for every feature (standard)
scale-robust = equal weight, little moved by extremes (robust)
scale-min-max = from 0 for the least value to 1 for the greatest (min-max)
scale-none = as they are

measure-inertia = Spread within segments (inertia)
measure-silhouette = Separation (silhouette)
measure-silhouette-simplified = Separation from centres (simplified silhouette)
measure-calinski-harabasz = Between against within (Calinski-Harabasz)
measure-davies-bouldin = Closeness of neighbours (Davies-Bouldin)
measure-bic = Fit against complexity (BIC)
measure-ashman-d = Distance of the nearest segments (Ashman’s D)
measure-gap = Tighter than without groups (gap statistic)
measure-prediction-strength = Same division of other customers (prediction strength)
measure-elbow = Elbow of the spread (kneedle)
not-measured-mark = –

measure-inertia-help = Sum of squared distances to the segment’s centre. Lower is tighter; it always falls with more segments.
measure-silhouette-help = From −1 to 1. Near 1, customers are much closer to their own segment than to the next; near 0 they lie on a border.
measure-silhouette-simplified-help = As the silhouette, with distances to the centres only. Higher is better separated.
measure-calinski-harabasz-help = Spread between segments against spread within them. Higher is better separated.
measure-davies-bouldin-help = How alike each segment is to its nearest neighbour. Lower is better separated.
measure-bic-help = How likely the customers are if each segment is a round heap, less a price for every segment. Higher is better.
measure-ashman-d-help = Distance of the two nearest segments in units of their spread along the line between them. From 4 they are two crowds, if they lie apart among other customers too. Below, they are two where a valley lies between them.
measure-gap-help = How much tighter the segments are than those of evenly spread customers.
measure-prediction-strength-help = Share of pairs that stay together when one half of the customers is divided by the segments of the other half, in the worst segment. From 0.8 they are taken to be real.

## Cleaning: the steps, and what can be decided

cleaning-missing-left-out = Customers with an empty cell, left out
cleaning-missing-filled-in = Empty cells, filled with the middle value (median)
cleaning-repeated-customers = Customers with more than one row
cleaning-outliers-winsorised = Values far from all others, moved to the limit (winsorised)
cleaning-outliers-set-aside = Customers with values far from all others, set aside
missing-auto = leave out up to 5 % of the customers, else fill in
missing-leave-out = leave the customers out
missing-median = fill in the middle value (median)
outliers-auto = move to the limit (winsorise) where values are prepared by shape
outliers-none = leave as they are
outliers-winsorise = move to the limit (winsorise)
outliers-set-aside = set these customers aside

## What segments tell in advance

foresight-intro = { COUNT($k) } segments made without the last quarter ({ DAY($from) } to { DAY($to) }) would have told about it, of the differences between customers:
foresight-spending = in spending { SHARE($segments) }; quintiles of recency, frequency and spending { SHARE($quintiles) }
foresight-orders = in orders { SHARE($segments) }; quintiles { SHARE($quintiles) }
foresight-returning = in whether they came back { SHARE($segments) }; quintiles { SHARE($quintiles) }
foresight-title = Does it matter for the business?
foresight-about = { COUNT($customers) } customers were put into { COUNT($k) } segments as if the last quarter ({ DAY($from) } to { DAY($to) }) had not happened yet. How much of the differences between customers in that quarter does this tell?
foresight-more = Segments would have told more about the last quarter than quintiles of recency, frequency and spending (RFM): on average { SHARE($segments) } of the differences, quintiles { SHARE($quintiles) }.
foresight-equal = Segments would have told about as much of the last quarter as quintiles of recency, frequency and spending (RFM): on average { SHARE($segments) } of the differences, quintiles { SHARE($quintiles) }.
foresight-less = Segments would have told less about the last quarter than quintiles of recency, frequency and spending (RFM): on average { SHARE($segments) } of the differences, quintiles { SHARE($quintiles) }. To choose whom to write to, quintiles do better; segments help to understand.
foresight-nothing = Segments would have told next to nothing about the last quarter: on average { SHARE($segments) } of the differences, quintiles (RFM) { SHARE($quintiles) }. They describe customers; they do not predict them.
foresight-outcome-spending = What they spent
foresight-outcome-orders = How often they ordered
foresight-outcome-returning = Whether they came back
foresight-by-segments = Segments
foresight-by-quintiles = Quintiles (RFM)
foresight-by-nothing = No groups
foresight-help = Share of the variance between groups, adjusted for their number (ε²); spending and orders as logarithms. Features and the number of segments were chosen with the whole file, the last quarter included.
foresight-working = Comparing with the last quarter
foresight-stopped = The comparison with the last quarter was stopped.
foresight-go-on = Compare with the last quarter
foresight-too-little = There is too little before the last quarter to compare with.
