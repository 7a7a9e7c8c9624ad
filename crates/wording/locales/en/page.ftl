### The page: steps, buttons, tables, empty states. How to write a message is said in errors.ftl.
###
### Buttons are verbs. What holds personal data says so on the button itself.

## Everywhere

page-title = Ringfence
page-tagline = Find out who your customers are
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
page-next = Next
page-back = Back
page-undo = Undo
page-redo = Redo
page-cancel = Cancel
page-close = Close
page-more = More
page-less = Less
page-start-over = Start over with another file
page-clear = Forget the file
page-theme = Appearance
page-theme-light = Light
page-theme-dark = Dark
page-theme-auto = As the device
page-language = Language
page-skip = Skip to the content
page-yes = Yes
page-no = No
page-loading = One moment
page-ready = Ready

## Drop

page-drop-title = Who are your customers?
page-drop-here = Drop a CSV file here
page-drop-release = Let go to read the file
page-choose-file = Choose a file
page-try-sample = Try a sample shop
page-sample-about = An invented shop: about 2,000 customers and 30,000 purchases.
page-sample-name = Sample shop
page-file-kinds = It works with a table of customers (one row each) or of purchases (customer, date, amount), as CSV or text.
page-get-segments = Groups of customers with names
page-get-charts = Charts that show what sets them apart
page-get-summary = A summary that can be shared
page-one-file = Please drop one file at a time.

## Progress

page-reading = Reading: { BYTES($done) } of { BYTES($total) }
page-reading-rows = { COUNT($rows) } rows read
page-making-customers = Making customers from rows
page-fitting = Trying numbers of segments: { COUNT($done) } of { COUNT($total) } starts
page-measuring = Measuring how well the segments are separated
page-naming = Naming the segments
page-drawing = Drawing
page-cancelled = Cancelled. What was there before is still there.
page-done = Done: { COUNT($customers) } customers in { $k ->
        [one] one segment
       *[other] { COUNT($k) } segments
    }.

## Look

page-look-title = What the file is
page-look-transactions = { COUNT($rows) } rows, { COUNT($customers) } customers, { DAY($first) } to { DAY($last) }.
page-look-customers = { COUNT($rows) } rows, one per customer.
page-look-unknown = { COUNT($rows) } rows. Say below which column is the customer, and which are to be compared.
page-columns = Columns
page-column-name = Name
page-column-type = What it is
page-column-role = Used as
page-column-missing = Missing
page-column-distinct = Different values
page-column-personal = Personal data
page-column-example = Example
page-column-hidden = not shown
page-missing-none = nothing missing
page-missing-share = { SHARE($share) } missing
page-change-role = Change what { NAME($column) } is used as
page-questions = Questions
page-notices = Notes
page-no-notices = Nothing to remark.
page-file-details = How the file was read
page-encoding = Encoding
page-delimiter = Separator
page-header = Header row
page-reference-day = Count days up to
page-to-segments = Make segments

## Segments

page-segments-title = Your customers in { $k ->
        [one] one segment
       *[other] { COUNT($k) } segments
    }
page-segments-empty = There are no segments yet. Choose a file first.
page-number = Number of segments
page-number-advised = advised: { COUNT($k) }
page-number-auto = As advised
page-why-number = Why { COUNT($k) }?
page-features = Features
page-transform = Transform
page-scale = Weights
page-settings = Settings
page-seed = Seed
page-restarts = Starts
page-map = Map
page-profiles = Profiles
page-how-many = How many segments
page-cards = Segments
page-profile-table = Segments and their typical values (medians)
page-rename = Rename { NAME(WORD("name", $segment)) }
page-rename-label = Name of the segment
page-suggested-name = Use the suggested name
page-sets-apart = What sets them apart
page-separation = How well separated
page-set-aside = Set aside: { $count ->
        [one] one customer
       *[other] { COUNT($count) } customers
    }

## Act

page-act-title = What to do with each segment
page-act-empty = There are no segments yet. Choose a file first.
page-audience = Save the audience list (personal data)
page-audience-help = One row per customer of this segment, for your mail tool. Personal data: keep it inside the shop.
page-audience-title = Audience lists

## Share

page-share-title = What can be shared
page-share-empty = There is nothing to share yet. Make segments first.
page-share-preview = This is exactly what leaves.
page-summary = Disclosure-controlled summary
page-summary-html = Save the report (HTML)
page-summary-json = Save the summary (JSON)
page-summary-csv = Save the summary (CSV)
page-recipe = Save the recipe
page-recipe-help = All your settings, no data. With it the same segments can be made again.
page-recipe-open = Open a recipe
page-model = Save the model (internal)
page-model-help = Gives new customers their segments. It holds exact values of the segments: keep it inside the shop.
page-assignments = Save each customer’s segment (personal data)
page-assignments-help = One row per customer. Personal data: keep it inside the shop.
page-personal-title = Files with personal data
page-personal-warning = These files name single customers. They are not a summary; do not share them.
page-personal-confirm = I understand; save the file with personal data
page-saved = Saved { NAME($file) }.

## When something goes wrong

page-error-title = That did not work
page-error-code = Code: { $code }
page-try-again = Try again
page-choose-another = Choose another file
page-unsupported = This browser is too old for Ringfence: it cannot run WebAssembly. Use a current version of Firefox, Chrome, Edge or Safari.
