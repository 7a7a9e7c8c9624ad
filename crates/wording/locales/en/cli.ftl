### The command line: help, headings, what was done. How to write a message is said in errors.ftl.
###
### Commands, options and file names are not translated. The command line lays the help out; here are only its sentences.

## Help

cli-about = Finds groups of alike customers in a shop’s CSV file. Nothing leaves this computer.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-see-help = “ringfence COMMAND --help” tells about one command.

cli-about-inspect = Says what the file is, column by column, and what is wrong with it
cli-about-features = Writes one row per customer: id, features in original units, status
cli-about-segment = Does the whole job: from the file to named segments
cli-about-evaluate = Measures how well somebody’s labels separate the customers
cli-about-score = Gives new customers their segments, by a model saved before

cli-argument-file = file to read: CSV, or a workbook (xlsx, xls, ods); several are joined: months, or orders, their lines and the customers
cli-argument-model = model file, as “segment” writes it

cli-option-help = shows this help
cli-option-version = shows the version
cli-option-json = prints JSON for other programs instead of sentences
cli-option-sheet = sheet of a workbook, by its name or number; otherwise the first one with a table
cli-option-recipe = recipe to follow, as “segment” or the page writes it
cli-option-opt-outs = list of customers to leave out: one id a line, or the first column of a CSV file
cli-option-ledger = what was released before, so that summaries cannot be held against each other; by default segments.ledger.json in the folder
cli-option-output = file to write
cli-option-output-folder = folder to write the files to
cli-option-k = number of segments, or “auto” to have one advised
cli-option-max-k = largest number of segments to try
cli-option-columns = columns to use, separated by commas; on transactions these are features
cli-option-transform = auto, none, log1p or yeo-johnson: how values are transformed
cli-option-scale = standard, robust, min-max or none: how features are given equal weight
cli-option-foresight = also say how much of the last quarter segments made without it would have told (transactions over a year)
cli-option-restarts = how often each number of segments is started anew
cli-option-method = kmeans (the usual), or a second opinion beside it: mixture-diagonal, mixture-full or ward
cli-option-seed = number all chance is drawn from; the same seed gives the same segments
cli-option-threads = how many threads work; the answer does not depend on it
cli-option-labels-in = CSV file with the customer’s id and one column for each set of labels
cli-option-labels-out = CSV file to write each customer’s segment to; this is personal data
cli-option-language = language of the sentences: { $languages }

## Headings and lines

cli-question = question
cli-rows = { $rows ->
        [one] one row
       *[other] { COUNT($rows) } rows
    }
cli-columns = { $columns ->
        [one] one column
       *[other] { COUNT($columns) } columns
    }
cli-column = Column
cli-type = Type
cli-role = Role
cli-personal = Personal data
cli-missing = Missing
cli-distinct = Different values
cli-feature = Feature
cli-suggested = Taken
cli-why = Why
cli-encoding = Encoding
cli-delimiter = Separator
cli-header = Header row
cli-yes = yes
cli-no = no
cli-segment = Segment
cli-name = Name
cli-size = Customers
cli-share = Share
cli-labels = Labels
cli-k = Segments
cli-wrote = Wrote { NAME($file) }.
cli-wrote-personal = Wrote { NAME($file) }. It holds one row per customer: personal data, for internal use only.
cli-wrote-internal = Wrote { NAME($file) }. For internal use only.
cli-segment-done = { COUNT($customers) } customers in { $k ->
        [one] one segment
       *[other] { COUNT($k) } segments
    }.
cli-score-done = { $customers ->
        [one] One customer was given a segment.
       *[other] { COUNT($customers) } customers were given their segments.
    }
