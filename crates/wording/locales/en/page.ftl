### The page: steps, buttons, tables, empty states. How to write a message is said in errors.ftl.
###
### Buttons are verbs. What holds personal data says so on the button itself.

## Everywhere

page-title = Ringfence
page-privacy = This page has no permission to connect to anything. Your file stays on this device.
page-how-to-check = How to check this
page-how-to-check-text = Switch off the network and go on working, or open your browser’s developer tools and watch the network panel: it stays empty. The page’s own rules, in its first lines, forbid it to connect to anything (Content-Security-Policy, connect-src 'none').
page-requests = { $count ->
        [one] 1 request
       *[other] { COUNT($count) } requests
    }
page-requests-help = So many times has this page tried to fetch something since it was opened.
page-steps = Steps
page-step-drop = Drop
page-step-look = Look
page-step-segments = Segments
page-step-act = Act
page-step-share = Share
page-undo = Undo
page-redo = Redo
page-cancel = Cancel
page-close = Close
page-clear = Forget the file
page-theme = Appearance
page-theme-light = Light
page-theme-dark = Dark
page-theme-auto = Device
page-language = Language
page-skip = Skip to the content
page-yes = Yes
page-no = No
page-loading = One moment
page-progress = Work in progress

## Drop

page-drop-title = Who are your customers?
page-drop-here = Drop a CSV file here
page-drop-release = Let go to read the file
page-choose-file = Choose a file
page-try-sample = Try a sample shop
page-sample-about = An invented shop: about 2,000 customers and 30,000 purchases.
page-sample-name = Sample shop
page-file-kinds = It works with a table of customers (one row each) or of purchases (customer, date, amount), as CSV, text or a workbook (xlsx, xls, ods).
page-get-segments = Groups of customers with names
page-get-charts = Charts that show what sets them apart
page-get-summary = A summary that can be shared
page-recipe-waiting = The recipe is open. It will be used for the next file.

## Progress

page-reading = Reading the customers: { BYTES($done) } of { BYTES($total) }
page-cancelled = Cancelled. What was there before is still there.
page-done = Done: { COUNT($customers) } customers in { $k ->
        [one] one segment
       *[other] { COUNT($k) } segments
    }.
page-unpacking = Unpacking the workbook: { COUNT($done) } of { COUNT($total) } rows
page-inspecting = Looking through the file: { BYTES($done) } of { BYTES($total) }
page-unpacking-begun = Unpacking the workbook
page-inspecting-begun = Looking through the file
page-reading-begun = Reading the customers
page-fitting = Trying numbers of segments: { NUMBER($percent, 0) }%
page-judging = Checking how many segments there are: { NUMBER($percent, 0) }%
page-drawing = Drawing the customers anew, to see which segments come back: { NUMBER($percent, 0) }%
page-weighing = How much does each feature matter? { NUMBER($percent, 0) }%
page-fitting-begun = Trying numbers of segments
page-judging-begun = Checking how many segments there are
page-drawing-begun = Drawing the customers anew, to see which segments come back
page-weighing-begun = How much does each feature matter?

## Look

page-look-title = What the file is
page-look-transactions = { COUNT($rows) } rows, { COUNT($customers) } customers, { DAY($first) } to { DAY($last) }.
page-look-customers = { COUNT($rows) } rows, one per customer.
page-columns = Columns
page-column-name = Name
page-column-type = What it is
page-column-role = Used as
page-column-missing = Missing
page-column-distinct = Different values
page-column-hidden = not shown
page-change-role = Change what { NAME($column) } is used as
page-change-decimal-mark = Change how the decimals in { NAME($column) } are marked
page-change-date-order = Change how the dates in { NAME($column) } are read
page-questions = Questions
page-notices = Notes
page-no-notices = Nothing to remark.
page-encoding = Encoding
page-delimiter = Separator
page-sheet = Sheet
page-choose-sheet = Sheet of the workbook to read
page-sheet-about = { $sheet } ({ $rows ->
        [one] one row
       *[other] { COUNT($rows) } rows
    }, { $columns ->
        [one] one column
       *[other] { COUNT($columns) } columns
    })
page-header = Header row
page-reference-day = Count days up to (year-month-day)
page-to-segments = Make segments
page-look-empty = There is no file yet. Choose one first.
page-look-rows = { COUNT($rows) } rows.
page-file = File
page-size = Size
page-columns-help = What each column is taken for. Change what is wrong; everything below follows at once.
page-column-range = From – to
page-column-half = half between { $lower } and { $upper }, middle { $median }
page-column-half-alike = half or more are { $median }
page-column-most-frequent = the most frequent has { SHARE($share) }
page-columns-sampled = How values are spread is told from { COUNT($rows) } rows, evenly taken.
page-feature = Feature
page-median = Middle value (median)
page-middle-half = Middle half
page-see-segments = See the segments

page-features-title = What is known of each customer ({ $customers ->
        [one] one customer
       *[other] { COUNT($customers) } customers
    })
page-features-help = Customers are compared by what is ticked. What is suggested, and why, stands below each name.
page-features-suggested = Tick what is suggested
page-feature-spread = Spread
page-feature-kinds = kinds
page-feature-kind = Kind
page-feature-other-kinds = All other kinds
page-feature-closely = Look closely at { NAME(WORD("feature-short", $feature)) }
page-more = More
page-less = Less
page-as-all = as for all features
page-explore = What the file tells before any grouping
page-cleaning = Cleaning
page-cleaning-help = Each line is a step that was taken or could be, and what it touches. Nothing is left out in silence, and every step can be undone.
page-cleaning-none = There was nothing to clean.
page-cleaning-missing = Empty cells
page-cleaning-outliers = Values far from all others
page-cleaning-step = Step
page-cleaning-done = Done
page-cleaning-rows = Rows
page-cleaning-revenue = Revenue
page-cleaning-leave-out = leave out

page-repeated = { $count ->
        [one] One row repeats the customer of another row.
       *[other] { COUNT($count) } rows repeat the customer of another row.
    } What should count?
page-repeated-keep = Every row counts as a customer of its own
page-repeated-one = Each customer counts once; the row with the least values is kept
page-repeated-segments = Here every row counts as a customer, also { $count ->
        [one] the one that repeats
       *[other] the { COUNT($count) } that repeat
    } the customer of another row. The summary counts customers.
page-repeated-decide = Choose what counts

page-sources = Files
page-sources-help = These files become one table. What each is stands beside it; choose a file to see its columns.
page-sources-add = Add another file of this shop
page-sources-kind = What { NAME($file) } holds
page-opt-outs = Leave out customers who opted out
page-opt-outs-help = Paste their customer ids, one a line, or choose a file with the ids in its first column. They are left out before anything is computed, and from every list that is saved. The list is forgotten with the file and is no part of a recipe.
page-opt-outs-take = Leave these customers out
page-opt-outs-file = Choose a list
page-opt-outs-forget = Forget the list
page-opt-outs-found = { COUNT($found) } of { COUNT($given) } customers on the list are in the file and were left out.

## Segments

page-segments-title = Your customers in { $k ->
        [one] one segment
       *[other] { COUNT($k) } segments
    }
page-segments-empty = There are no segments yet. Choose a file first.
page-stale = This was made before your last change, which could not be carried out. It is only to look at: nothing of it is saved.
page-number = Number of segments
page-number-each = What speaks for and against each number
page-number-auto = As advised
page-why-number = Why { COUNT($k) }?
page-features = Features
page-transform = How values are converted
page-scale = How much each feature counts
page-settings = Settings
page-seed = Number that chance starts from (seed)
page-seed-lower = One lower
page-seed-higher = One higher
page-map = Map
page-profiles = Profiles
page-cards = Segments
page-profile-table = Segments and their typical values (medians)
page-rename = Rename { NAME(WORD("name", $segment)) }
page-suggested-name = Use the suggested name
page-set-aside = Set aside: { $count ->
        [one] one customer
       *[other] { COUNT($count) } customers
    }
page-segments-lead = { $customers ->
        [one] One customer, grouped with those most alike.
       *[other] { COUNT($customers) } customers, each grouped with those most alike.
    }
page-segments-separated = The segments are { $separation }.
page-counted-to = Days are counted to { DAY($day) }.
page-first-look = A first look. How many segments there are is still being checked; what you see is refined in place.
page-first-look-stopped = This is a first look; the check of how many segments there are was stopped. Nothing can be saved before it is done.
page-firmness = Does it repeat
page-check-on = Finish the check
page-doubtful = { $count ->
        [one] One segment does not come back reliably when the customers are drawn anew; do not rely on it:
       *[other] { COUNT($count) } segments do not come back reliably when the customers are drawn anew; do not rely on them:
    }
page-one-fewer = Merge into { COUNT($k) } segments
page-stability-help = As many customers are drawn anew many times over and grouped again. The figure is the share of customers that a segment and its nearest match have in common, on average (clusterwise Jaccard, Hennig 2007): from 0.75 it repeats, from 0.6 in part. Groups repeat, and so may cuts through one crowd.
page-slices = No number is better than another here. Take as many slices as you will really treat differently:
page-slices-number = { COUNT($k) } slices
page-rfm-map = The same customers on the RFM map
page-rfm-map-help = A rule instead of groups that were found: everybody is scored from 1 to 5 by how recently, how often and for how much they bought, and the three scores give the name. Useful for deciding whom to treat how; no number of segments follows from it.
page-slices-rfm = Compare by recency, frequency and spending only
page-rests-on-explanation = For each number of segments: how far apart the two nearest segments are (asked for is 4, or a valley between any two neighbours), and whether other customers would be divided the same way (0.8 is asked for).
page-number-is-advised = { COUNT($k) } (advised)
page-fewer = One segment fewer
page-more-segments = One segment more
page-features-chosen = Features: { COUNT($chosen) } of { COUNT($all) }
page-preparation = How values are prepared
page-method = How segments are made
page-method-choose = Segments are
page-method-help = Another way is a second opinion: where it finds the same segments, they do not hang on the method. The number advised is always that of the usual way.
page-opinion = Second opinion
page-opinion-by = Here, segments are { WORD("method", $method) }.
page-opinion-each = The same for each number of segments
page-opinion-agreement = Agreement (adjusted Rand index)
page-favourites = What each measure would choose by itself
page-share-of-customers = Share of customers
page-share-of-revenue = Share of revenue
page-curves-explanation = For each number of segments: how much closer customers are to their own segment than to the next (higher is better), and how much they still differ within it (lower is tighter).
page-map-centre-x = Middle, first axis
page-map-centre-y = Middle, second axis
page-to-act = Who is in each segment

page-importance = What the segments rest on
page-importance-help = For { COUNT($k) } segments: how much of the differences in a feature lies between the segments rather than within them (η²), and how far the segments fall apart when its values are dealt out to the customers at random (0 not at all, 1 wholly: permutation importance).
page-importance-explained = Differs between segments
page-importance-permutation = Needed by the segments
page-importance-keep = Worth keeping
page-importance-why = Why
page-importance-use = Compare by { $count ->
        [one] the feature worth keeping
       *[other] the { COUNT($count) } features worth keeping
    }

## Act

page-act-title = Who is in each segment
page-act-empty = There are no segments yet. Choose a file first.
page-audience = Save the audience list (personal data)
page-audience-help = One row per customer of this segment, for your mail tool. Personal data: keep it inside the shop.
page-act-lead = What each segment is like, in the file’s own units. The list of its customers is one step further, for your mail tool.
page-to-share = What can be shared
page-need-list = I need the list of these customers
page-internal-only = Personal data. For internal use only.

## Share

page-share-title = What can be shared
page-share-empty = There is nothing to share yet. Make segments first.
page-share-first-look = There is nothing to share before the check of how many segments there are is done.
page-share-preview = This is what leaves: every number of the file stands here, and whatever is held back is marked.
page-share-median = median
page-share-yes = share with a yes
page-share-rest = All other numbers in it
page-share-differences = Differences from all other customers
page-share-differences-help = How often a customer of the segment has more than one outside it, less how often the contrary: from −0.9 to 0.9, and 0 where they are alike (Cliff’s delta).
page-share-map = Places on the map
page-share-map-help = An ellipse covers the middle of each segment. Its centre and half axes are in standard deviations of all customers along the first axis.
page-share-map-x = Centre, first axis ({ SHARE($share) } of all differences)
page-share-map-y = Centre, second axis ({ SHARE($share) } of all differences)
page-share-map-major = Longer half axis
page-share-map-minor = Shorter half axis
page-share-map-angle = Angle
page-share-map-degrees = { NUMBER($degrees, 0) }°
page-share-traits = What is said of each segment
page-summary = Disclosure-controlled summary
page-summary-html = Save the report (HTML)
page-summary-json = Save the summary (JSON)
page-summary-csv = Save the summary (CSV)
page-recipe = Save the recipe
page-recipe-help = It holds your settings, and the column names and words of the file that you chose: categories, sheets, names of segments. It never holds a customer’s values. With it the same segments can be made again.
page-model-opened = The model is open: segments keep its numbers and names.
page-recipe-open = Open a recipe
page-model = Save the model (internal)
page-model-help = Gives new customers their segments. It holds exact values of the segments: keep it inside the shop.
page-assignments = Save each customer’s segment (personal data)
page-assignments-help = One row per customer. Personal data: keep it inside the shop.
page-personal-title = Files with personal data
page-personal-warning = These files name single customers. They are not a summary; do not share them.
page-ledger = Earlier summaries
page-ledger-count = { $count ->
        [0] No summary is remembered yet. Each one you save will be.
        [one] One summary is remembered. A new one that differs from it in only a few customers is held back.
       *[other] { COUNT($count) } summaries are remembered. A new one that differs from any of them in only a few customers is held back.
    }
page-ledger-help = Without the ledger, only summaries of this sitting are remembered. The ledger is for internal use: together with your file it tells who was in which segment.
page-ledger-save = Save the ledger (internal)
page-ledger-open = Open a ledger
page-ledger-forget = Forget earlier summaries
page-ledger-forget-help = Forget them only if none has left your hands. Whoever holds two that differ in a few customers can find out about these.
page-ledger-opened = The ledger is open. It remembers { $count ->
        [0] no summary
        [one] one summary
       *[other] { COUNT($count) } summaries
    }.
page-ledger-forgotten = Earlier summaries are forgotten.
page-saved = Saved { NAME($file) }.
page-summary-policy = at least { COUNT($size) } per segment, counts rounded to { COUNT($base) }
page-segments-count = { COUNT($k) } of { COUNT($of) } segments
page-share-file = The summary file, word for word
page-own-files = For your own use
page-need-assignments = I need the list of all customers
page-audience-where = Lists for single segments are in the step before:

## When something goes wrong

page-error-title = That did not work
page-error-code = Code: { $code }
page-try-again = Try again
page-choose-another = Choose another file
